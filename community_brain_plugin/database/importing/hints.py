"""Would the data lie better under another assumption about its coordinates? A hint in words, never an action."""

from collections.abc import Sequence

import numpy as np
import psycopg2.extensions
from osgeo import ogr

from ...wording import say
from .source import Source
from .staging import one
from .systems import OFFSETS, WGS84, System, ToRoom, system

_SAMPLE = 400
#: An assumption is worth a word when it brings this much more of the data home.
_CLEARLY_BETTER = 0.15


def shares_at_home(
    cursor: psycopg2.extensions.cursor, points: np.ndarray, srid: int, codes: Sequence[str]
) -> dict[str, float]:
    """Return for each assumption (EPSG:4326, GCJ-02, BD-09) the share of points in the division they belong to.

    `points` is (n, 2) in degrees, longitude first; `codes` holds each point's division code.
    """
    answer = {}
    for name in (WGS84, *OFFSETS):
        shapes = []
        for x, y in points:
            shape = ogr.Geometry(ogr.wkbPoint)
            shape.AddPoint_2D(float(x), float(y))
            shapes.append(shape)
        placed = ToRoom(system(name), srid).geometries(shapes)
        at = [(s.GetX(), s.GetY()) if well else (0.0, 0.0) for s, well in zip(shapes, placed, strict=True)]
        (count,) = one(
            cursor,
            """
            SELECT count(*) FROM unnest(%s::float8[], %s::float8[], %s::text[]) AS p(x, y, code)
            JOIN room.division d ON d.code = p.code
            WHERE ST_Covers(d.geom, ST_SetSRID(ST_MakePoint(p.x, p.y), %s))
            """,
            *([x for x, _ in at], [y for _, y in at], list(codes), srid),
        )
        answer[name] = count / max(1, len(points))
    return answer


def crs_hint(
    cursor: psycopg2.extensions.cursor, source: Source, chosen: System, srid: int, subdistrict: str | None
) -> list[str]:
    """Say so when far more of the data would lie in the subdistrict under another assumption; else say nothing."""
    if not chosen.reference.IsGeographic():
        return []
    (home,) = one(cursor, "SELECT desk.import_scope(%s)", subdistrict)
    points = source.sample(_SAMPLE)
    if not len(points):
        return []
    shares = shares_at_home(cursor, points, srid, [home] * len(points))
    now = shares[chosen.name if chosen.name in OFFSETS else WGS84]
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < now + _CLEARLY_BETTER:
        return []
    return [say("import.better_as", crs=best, better=f"{shares[best]:.0%}", now=f"{now:.0%}")]
