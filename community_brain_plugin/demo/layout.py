"""The plan of the demo district: arterials, river, streets between them, and the twelve communities they bound.

Everything is laid out in a straight local frame (metres, x east, y north) and then bent and turned by `Warp` into the
projected frame, so that lines which meet keep meeting and nothing looks like a chessboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely import LineString, Polygon

from ..grids.shapes import faces
from . import names

ORIGIN = (728_440.0, 3_421_668.0)
"""EPSG:4549 metres near 122.4° E 30.9° N: open sea, so that nobody takes the district for a real place."""
TURN = np.radians(-7.0)
RIVER_HALF_WIDTH = 14.0
GREENWAY_EDGE = 46.0
EAST_BANK_EDGE = 27.0

WIDTHS = {"arterial": 30.0, "secondary": 20.0, "branch": 12.0, "riverside": 14.0, "lane": 5.0, "footway": 3.0}
"""Between building lines, metres: carriageway and pavements."""

OVERSHOOT = 0.01
"""Lines run a centimetre past the edge they end on, so that rounding cannot part them; the stubs are dropped later."""


@dataclass
class Way:
    """A named line of the plan in the local frame."""

    line: LineString
    name: str
    kind: str


@dataclass
class Plan:
    """Ways, the river's middle line, the outline and the community cells, all in the local frame."""

    ways: list[Way]
    river: LineString
    outline: Polygon
    communities: list[Polygon] = field(default_factory=list)


class Warp:
    """Local frame → projected metres: a gentle bend in both directions, a turn, and the move to the place."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._phase = rng.uniform(0.0, 2.0 * np.pi, 4)

    def __call__(self, points: np.ndarray) -> np.ndarray:
        """Bend, turn and move (n, 2) coordinates."""
        x, y = points[:, 0], points[:, 1]
        p = self._phase
        bent_x = x + 15.0 * np.sin(y / 215.0 + p[0]) + 5.0 * np.sin(y / 78.0 + p[1])
        bent_y = y + 13.0 * np.sin(x / 190.0 + p[2]) + 5.0 * np.sin(x / 83.0 + p[3])
        return np.column_stack(
            [
                ORIGIN[0] + bent_x * np.cos(TURN) - bent_y * np.sin(TURN),
                ORIGIN[1] + bent_x * np.sin(TURN) + bent_y * np.cos(TURN),
            ]
        )


def plan_district(rng: np.random.Generator) -> Plan:
    """Draw the plan: about 1.9 × 1.6 km, twelve communities in three rows, a river through the east."""

    def j(spread: float) -> float:
        return float(rng.uniform(-spread, spread))

    edge = [
        (0, 0),
        (930 + j(40), -35),
        (1880, 25),
        (1930, 800 + j(60)),
        (1865, 1640),
        (1010 + j(40), 1598),
        (35, 1655),
        (-30, 830 + j(60)),
    ]
    outline = Polygon(edge)
    ring = list(outline.exterior.coords)
    sides = {"south": ring[0:3], "east": ring[2:5], "north": ring[4:7], "west": [*ring[6:8], ring[0]]}
    h1 = [(-60, 525 + j(20)), (470, 545 + j(15)), (1000, 505 + j(15)), (1440, 540), (1990, 520 + j(25))]
    h2 = [(-60, 1095 + j(20)), (490, 1070 + j(15)), (1000, 1095 + j(15)), (1440, 1060), (1990, 1085 + j(25))]
    v1 = [(500 + j(15), -80), (470 + j(10), 540), (505 + j(10), 1080), (480 + j(15), 1720)]
    v2_parts = [
        [(965 + j(10), -80), (948, 620)],
        [(1008 + j(8), 400), (1000 + j(8), 1200)],
        [(936 + j(8), 980), (955 + j(10), 1720)],
    ]
    river = _river(j(30))
    ways = [
        Way(LineString(side), names.ARTERIALS[key], "secondary" if key in ("south", "north") else "arterial")
        for key, side in sides.items()
    ]
    lines_h = {"h1": LineString(h1), "h2": LineString(h2)}
    for key, line in [*lines_h.items(), ("v1", LineString(v1))]:
        ways.append(Way(_reach(line, outline), names.ARTERIALS[key], "arterial"))
    rows = _rows(outline, lines_h)
    for row, part in zip(rows, v2_parts, strict=True):
        ways.append(Way(_reach(LineString(part), row), names.ARTERIALS["v2"], "secondary"))
    middle = _reach(river, outline)
    communities = _in_reading_rows(faces([outline.boundary, middle, *[way.line for way in ways]]), rows)
    plan = Plan(ways, middle, outline, communities)
    _add_riverside(plan, river)
    _add_streets(plan, rng)
    return plan


def _reach(line: LineString, area: Polygon) -> LineString:
    """The line inside the area, a hair longer."""
    return line.intersection(area.buffer(OVERSHOOT))


def _river(shift: float) -> LineString:
    y = np.arange(-200.0, 1860.0, 20.0)
    x = 1445.0 + shift + 52.0 * np.sin(y / 250.0 + 0.6) + 14.0 * np.sin(y / 95.0)
    return LineString(np.column_stack([x, y]))


def _rows(outline: Polygon, lines_h: dict[str, LineString]) -> list[Polygon]:
    parts = faces([outline.boundary, *lines_h.values()])
    kept = [part for part in parts if outline.contains(part.point_on_surface())]
    return sorted(kept, key=lambda part: part.centroid.y)


def _in_reading_rows(cells: list[Polygon], rows: list[Polygon]) -> list[Polygon]:
    """Twelve cells, rows south → north, west → east in a row."""
    ordered: list[Polygon] = []
    for row in rows:
        mine = [cell for cell in cells if row.contains(cell.point_on_surface())]
        ordered.extend(sorted(mine, key=lambda cell: cell.centroid.x))
    return ordered


def _add_riverside(plan: Plan, river: LineString) -> None:
    """A road behind the greenway on the west bank, a road along the flood wall on the east bank."""
    for offset, name in ((GREENWAY_EDGE, names.RIVERSIDE_WEST), (-EAST_BANK_EDGE, names.RIVERSIDE_EAST)):
        bank = _reach(river.offset_curve(offset), plan.outline)
        for part in shapely.get_parts(bank):
            plan.ways.append(Way(part, name, "riverside"))


STREET_BLOCK = (
    52_000.0,
    26_000.0,
    50_000.0,
    48_000.0,
    50_000.0,
    44_000.0,
    50_000.0,
    55_000.0,
    90_000.0,
    46_000.0,
    50_000.0,
    60_000.0,
)
"""Above this size (m²) a block of the community is divided by a street: old quarters finely, parks hardly."""


def _add_streets(plan: Plan, rng: np.random.Generator) -> None:
    banks = [way.line for way in plan.ways if way.kind == "riverside"]
    old = _old_street(plan)
    plan.ways.append(old)
    pool = iter(names.road_names(rng, 150))
    for number, cell in enumerate(plan.communities):
        inner = [part for part in faces([cell.boundary, *banks, old.line]) if cell.contains(part.point_on_surface())]
        for part in inner:
            compact = 4.0 * np.pi * part.area / part.length**2
            if compact > 0.3:
                _divide(plan, part, STREET_BLOCK[number], rng, pool)


def _old_street(plan: Plan) -> Way:
    """An old street that runs slantwise through the second community, older than the grid around it."""
    cell = plan.communities[1]
    west, south, east, north = cell.bounds
    line = LineString(
        [(west - 20, south + 120), (west + 190, south + 270), (east - 130, north - 190), (east + 30, north - 60)]
    )
    return Way(_reach(line, cell), names.OLD_STREET, "branch")


def _divide(plan: Plan, block: Polygon, largest: float, rng: np.random.Generator, pool: Iterator[str]) -> None:
    """Lay a street across the block's long side, somewhat off the middle, until the blocks are small enough."""
    if block.area < largest * float(rng.uniform(0.85, 1.3)):
        return
    box = np.asarray(shapely.oriented_envelope(block).exterior.coords)[:4]
    sides = sorted((box[1] - box[0], box[3] - box[0]), key=lambda side: -float(np.hypot(*side)))
    along, across = sides
    middle = box.mean(axis=0) + along * float(rng.uniform(-0.11, 0.11))
    tilt = float(rng.uniform(-0.05, 0.05))
    reach = across + along * tilt
    bend = middle + along * float(rng.uniform(-0.02, 0.02))
    line = _reach(LineString([middle - reach, bend, middle + reach]), block)
    if line.geom_type != "LineString":
        return
    plan.ways.append(Way(line, next(pool), "secondary" if block.area > 120_000 else "branch"))
    for part in faces([block.boundary, line]):
        if block.contains(part.point_on_surface()):
            _divide(plan, part, largest, rng, pool)
