"""Unit grids drawn from the room's own streets and buildings, community by community, and stored as one batch.

Drawing needs shapely (see grids/drawing.py), so this runs on the command line and is never imported in QGIS.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import psycopg2.extensions
import shapely
from shapely.geometry.base import BaseGeometry

from ...errors import RoomError
from ...grids.drawing import DrawingRules, Material, UnitGrid, draw_unit_grids
from ...grids.shapes import polygons
from ...wording import say
from .job import CHUNK, Progress
from .report import Outcome
from .staging import Batch, all_or_nothing, one

#: Street classes that divide large blocks only: the demo's own and OpenStreetMap's.
LANES = frozenset(
    ("lane", "footway", "service", "pedestrian", "path", "cycleway", "steps", "track", "corridor", "bridleway")
)
SOURCE = "drawn"


@dataclass
class Plan:
    """What to draw: in which subdistrict (None: the login's own), in which communities (none: all), by which rules."""

    subdistrict: str | None = None
    communities: Sequence[str] = ()
    rules: DrawingRules = field(default_factory=DrawingRules)
    lanes: frozenset[str] = LANES
    dry_run: bool = False
    reason: str = "redrawn"


def draw(connection: psycopg2.extensions.connection, plan: Plan, progress: Progress) -> Outcome:
    """Draw and store the unit grids; those that come out as they stand keep their codes.

    All or nothing, like every import. RoomError `import.no_communities`, `import.no_streets`.
    """
    with all_or_nothing(connection):
        with connection.cursor() as cursor:
            home, srid = one(cursor, "SELECT desk.import_scope(%s), srid FROM room.room_info", plan.subdistrict)
            parents, codes = _communities(cursor, home, plan.communities)
            material = _material(cursor, home, plan.lanes)
            _report(progress, 0.1, "import.step_drawing")
            drawn = draw_unit_grids(parents, material, plan.rules)
            outcome = Outcome(SOURCE, f"EPSG:{srid}", {}, ["community_code"], len(drawn), dry_run=plan.dry_run)
            batch = Batch(cursor, "unit_grid", SOURCE, {"subdistrict": home, "reason": plan.reason})
            rows = list(_rows(drawn, codes, srid))
            for start in range(0, len(rows), CHUNK):
                batch.stage(rows[start : start + CHUNK])
            _report(progress, 0.8, "import.step_checking")
            outcome.faults = batch.check()
            if not outcome.faults:
                outcome.counts = batch.apply()
            outcome.hints += _size_hint(drawn, plan.rules)
            if outcome.counts.get("handed_on"):
                outcome.hints.append(say("import.handed_on", count=outcome.counts["handed_on"]))
            _report(progress, 1.0, "import.step_applying")
        if outcome.faults or plan.dry_run:
            connection.rollback()
        else:
            connection.commit()
    return outcome


def _communities(
    cursor: psycopg2.extensions.cursor, home: str, wanted: Sequence[str]
) -> tuple[list[shapely.Polygon], list[str]]:
    """Return the communities' areas, part by part, and the community code of each part."""
    cursor.execute(
        """
        SELECT code, ST_AsBinary(geom) FROM room.division
        WHERE level = 'community' AND subdistrict = %s AND valid_to IS NULL AND geom IS NOT NULL
          AND (%s OR code = ANY (%s))
        ORDER BY code
        """,
        (home, not wanted, list(wanted)),
    )
    parents, codes = [], []
    for code, binary in cursor.fetchall():
        for part in polygons(shapely.from_wkb(bytes(binary))):
            parents.append(part)
            codes.append(code)
    if not parents:
        raise RoomError("import.no_communities", code=home)
    return parents, codes


def _material(cursor: psycopg2.extensions.cursor, home: str, lanes: frozenset[str]) -> Material:
    cursor.execute(
        "SELECT class, ST_AsBinary(geom) FROM room.street WHERE subdistrict = %s ORDER BY street_id", (home,)
    )
    lines = [(name, shapely.from_wkb(bytes(binary))) for name, binary in cursor.fetchall()]
    if not lines:
        raise RoomError("import.no_streets", code=home)
    cursor.execute("SELECT ST_AsBinary(geom) FROM room.building WHERE subdistrict = %s ORDER BY building_id", (home,))
    buildings = [part for (binary,) in cursor.fetchall() for part in polygons(shapely.from_wkb(bytes(binary)))]
    streets = [line for name, line in lines if name not in lanes]
    return Material(streets, buildings, lanes=[line for name, line in lines if name in lanes])


def _rows(drawn: Sequence[UnitGrid], codes: Sequence[str], srid: int) -> Iterator[dict[str, object]]:
    for number, grid in enumerate(drawn, start=1):
        shape: BaseGeometry = shapely.set_srid(shapely.MultiPolygon([grid.geometry]), srid)
        yield {
            "feature_no": number,
            "source_id": f"{codes[grid.parent]}:{number}",
            "fields": {"community_code": codes[grid.parent]},
            "geom": shapely.to_wkb(shape, hex=True, include_srid=True, byte_order=1),
        }


def _size_hint(drawn: Sequence[UnitGrid], rules: DrawingRules) -> list[str]:
    """Say how large the grids came out: outside the band is a warning, never an error."""
    areas = shapely.area([grid.geometry for grid in drawn])
    beyond = int(((areas < rules.smallest_area) | (areas > rules.largest_area)).sum())
    mean = round(float(areas.mean())) if len(drawn) else 0
    smallest, largest = round(rules.smallest_area), round(rules.largest_area)
    params = {"count": len(drawn), "mean": mean, "beyond": beyond, "smallest": smallest, "largest": largest}
    return [say("import.grid_sizes", **params)]


def _report(progress: Progress, share: float, step: str) -> None:
    if not progress(share, step):
        raise RoomError("import.cancelled")
