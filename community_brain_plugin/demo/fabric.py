"""What stands on a parcel: rows of slab buildings, towers, old lane quarters, schools, halls; their lanes and gates.

A parcel is filled in its own frame, turned so that rows run nearly east–west and windows face south.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely import LineString, Point, Polygon, box

from .layout import TURN


@dataclass
class House:
    """A building: its outline, storeys, use, and the site it belongs to (an index into the sites, −1 for none)."""

    outline: Polygon
    floors: int
    use: str
    label: str = ""
    site: int = -1


@dataclass
class Gate:
    """A gate of a compound: where its lane crosses the wall."""

    point: Point
    kind: str
    site: int = -1


@dataclass
class Fill:
    """What one parcel holds, in projected coordinates."""

    houses: list[House] = field(default_factory=list)
    lanes: list[LineString] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)


@dataclass(frozen=True)
class Style:
    """How rows are set: lengths and depth of a building, pitch of rows, gap in a row, storeys; metres."""

    lengths: tuple[float, ...]
    depth: float
    pitch: float
    gap: float
    floors: tuple[int, int]
    spines: float
    """One inner road per so many metres of width."""
    lane_every: int
    """An east–west lane after every so many rows."""
    road: float
    use: str
    shops: float
    """Share of the street front that is lined with shops."""
    gated: bool


STYLES = {
    "lilong": Style((34.0, 28.0, 22.0, 16.0), 11.0, 16.5, 2.5, (2, 3), 85.0, 1, 5.0, "residential", 0.55, False),
    "old_slab": Style((58.0, 48.0, 36.0, 24.0), 11.5, 25.5, 8.0, (5, 6), 130.0, 2, 6.0, "residential", 0.35, True),
    "new_slab": Style((52.0, 40.0, 30.0), 13.5, 33.0, 11.0, (11, 18), 140.0, 2, 7.0, "residential", 0.18, True),
    "tower": Style((32.0, 26.0), 22.0, 48.0, 24.0, (24, 33), 150.0, 2, 7.0, "residential", 0.12, True),
    "office": Style((52.0, 42.0, 34.0), 38.0, 58.0, 18.0, (12, 30), 170.0, 2, 7.0, "office", 0.2, False),
    "creative": Style((54.0, 40.0, 28.0, 18.0), 18.0, 28.0, 7.0, (1, 4), 95.0, 2, 7.0, "office", 0.1, True),
}


class Frame:
    """A parcel's own axes: x along its rows, y across them."""

    def __init__(self, parcel: Polygon) -> None:
        ring = np.asarray(shapely.oriented_envelope(parcel).exterior.coords)
        sides = np.diff(ring, axis=0)[:2]
        angles = np.arctan2(sides[:, 1], sides[:, 0])
        away = np.abs((angles - TURN + np.pi / 2) % np.pi - np.pi / 2)
        angle = angles[int(away.argmin())]
        self.angle = float((angle + np.pi / 2) % np.pi - np.pi / 2)
        self._centre = np.array([parcel.centroid.x, parcel.centroid.y])
        c, s = np.cos(self.angle), np.sin(self.angle)
        self._turn = np.array([[c, s], [-s, c]])

    def inward(self, geometry):
        """Projected → parcel frame."""
        return shapely.transform(geometry, lambda xy: (xy - self._centre) @ self._turn.T)

    def outward(self, geometry):
        """Parcel frame → projected."""
        return shapely.transform(geometry, lambda xy: xy @ self._turn + self._centre)


def fill_rows(parcel: Polygon, face: Polygon, style: Style, rng: np.random.Generator) -> Fill:
    """Fill a parcel with rows of buildings around one or more inner roads; `face` reaches to the street's middle."""
    frame = Frame(parcel)
    ground, whole = frame.inward(parcel), frame.inward(face)
    spines, gates = _spines(ground, whole, style, rng)
    roads = [line.buffer(style.road / 2 + 1.5, cap_style="flat") for line in spines]
    shops = _shops(ground, style, roads, rng)
    keep_off = shapely.union_all([*roads, *[shop.buffer(5.0, join_style="mitre") for shop in shops]])
    free = ground.buffer(-3.0, join_style="mitre").difference(keep_off)
    rows, tops = _rows(ground, free, style, rng)
    lanes = _cross_lanes(ground, spines, tops, style)
    fill = Fill()
    for shape in rows:
        floors = int(rng.integers(style.floors[0], style.floors[1] + 1))
        fill.houses.append(House(frame.outward(shape), floors, style.use))
    fill.houses += [House(frame.outward(shop), int(rng.integers(1, 3)), "commercial") for shop in shops]
    fill.lanes = [frame.outward(line) for line in [*spines, *lanes]]
    kinds = ["main"] + ["side"] * (len(gates) - 1)
    if style.gated or style.use == "residential":
        fill.gates = [Gate(frame.outward(point), kind) for point, kind in zip(gates, kinds, strict=False)]
    return fill


def _spines(
    ground: Polygon, whole: Polygon, style: Style, rng: np.random.Generator
) -> tuple[list[LineString], list[Point]]:
    """North–south inner roads from street to street, some blind at one end, and the gates where they cross the wall."""
    west, south, east, north = ground.bounds
    count = max(1, round((east - west) / style.spines))
    spines, gates = [], []
    for k in range(count):
        x = west + (east - west) * (k + 0.5) / count + float(rng.uniform(-6.0, 6.0))
        line = _longest(LineString([(x, south - 90.0), (x, north + 90.0)]).intersection(whole))
        inside = _longest(line.intersection(ground)) if line is not None else None
        if line is None or inside is None or inside.length < 25.0:
            continue
        low, high = sorted(c[1] for c in line.coords)[0], sorted(c[1] for c in line.coords)[-1]
        wall_low, wall_high = sorted(c[1] for c in inside.coords)[0], sorted(c[1] for c in inside.coords)[-1]
        ends = rng.random()
        if ends < 0.22:
            high = wall_high - 7.0
        elif ends < 0.40:
            low = wall_low + 7.0
        spines.append(LineString([(x, low), (x, high)]))
        gates += [
            Point(x, wall)
            for wall, end in ((wall_low, low), (wall_high, high))
            if min(low, high) <= wall <= max(low, high) and abs(end - wall) < 60.0
        ]
    return spines, gates


def _longest(geometry) -> LineString | None:
    lines = [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"]
    return max(lines, key=lambda part: part.length, default=None)


def _rows(ground: Polygon, free, style: Style, rng: np.random.Generator) -> tuple[list[Polygon], list[float]]:
    """Buildings set from the south-west corner on, each row from west to east; also the northern edge of each row."""
    west, south, east, north = ground.bounds
    shapely.prepare(free)
    placed, tops = [], []
    y = south + 4.0 + float(rng.uniform(0.0, 3.0))
    while y + style.depth < north:
        x = west + 3.0
        depth = style.depth + float(rng.uniform(-0.8, 0.8))
        while x < east - style.lengths[-1]:
            order = [*rng.permutation(style.lengths[:-1]), style.lengths[-1]]
            shape = next((s for s in (box(x, y, x + length, y + depth) for length in order) if free.contains(s)), None)
            if shape is None:
                x += 2.5
                continue
            if rng.random() > 0.03:
                placed.append(shape)
            x = shape.bounds[2] + style.gap
        tops.append(y + depth)
        y += style.pitch + float(rng.uniform(-0.6, 1.0))
    return placed, tops


def _cross_lanes(ground: Polygon, spines: list[LineString], tops: list[float], style: Style) -> list[LineString]:
    """Lanes between rows, from the inner roads to the walls, joined to every inner road they cross."""
    lanes = []
    inner = ground.buffer(-4.0)
    space = (style.pitch - style.depth) / 2.0
    for top in tops[:-1][:: style.lane_every]:
        west, _, east, _ = ground.bounds
        line = _longest(LineString([(west, top + space), (east, top + space)]).intersection(inner))
        if line is not None and any(line.intersects(spine) for spine in spines) and line.length > 20.0:
            lanes.append(line)
    return lanes


def _shops(ground: Polygon, style: Style, roads: list, rng: np.random.Generator) -> list[Polygon]:
    """Shop strips along the longer sides of the parcel, clear of the gates."""
    if style.shops <= 0.0:
        return []
    ring = np.asarray(ground.simplify(4.0).exterior.coords)
    blocked = shapely.union_all([road.buffer(3.0) for road in roads])
    shops: list[Polygon] = []
    for start, end in itertools.pairwise(ring):
        length = float(np.hypot(*(end - start)))
        if length < 55.0:
            continue
        u = (end - start) / length
        inward = _inward(ground, start, end, u)
        at = 5.0
        while at + 22.0 < length - 5.0:
            size = float(rng.uniform(16.0, 30.0))
            corner = start + u * at + inward * 1.0
            shape = Polygon([corner, corner + u * size, corner + u * size + inward * 9.0, corner + inward * 9.0])
            clear = not any(shape.buffer(2.0).intersects(other) for other in shops)
            if rng.random() < style.shops and clear and not shape.intersects(blocked) and ground.covers(shape):
                shops.append(shape)
            at += size + 1.5
    return shops


def _inward(ground: Polygon, start: np.ndarray, end: np.ndarray, u: np.ndarray) -> np.ndarray:
    """The unit vector across a side that points into the parcel."""
    normal = np.array([-u[1], u[0]])
    middle = (start + end) / 2.0 + normal * 3.0
    return normal if ground.contains(Point(middle)) else -normal


SETS: dict[str, list[tuple[float, float, float, float, int, str, str]]] = {
    # west, south, length, depth in metres from the site's south-west corner; storeys; use; label
    "school": [
        (8, 70, 62, 13, 4, "school", "教学楼一"),
        (8, 98, 62, 13, 4, "school", "教学楼二"),
        (8, 126, 50, 13, 5, "school", "实验楼"),
        (82, 98, 34, 26, 2, "school", "体育馆"),
        (82, 132, 30, 14, 3, "school", "食堂"),
        (6, 6, 10, 6, 1, "utility", "门卫室"),
    ],
    "hospital": [
        (10, 10, 74, 30, 5, "hospital", "门诊楼"),
        (14, 56, 64, 20, 16, "hospital", "住院楼"),
        (92, 12, 32, 26, 4, "hospital", "急诊楼"),
        (92, 56, 28, 22, 6, "hospital", "医技楼"),
        (128, 60, 12, 10, 1, "utility", "供氧站"),
    ],
    "market": [
        (8, 8, 72, 44, 2, "market", "农贸市场"),
        (88, 8, 22, 30, 2, "commercial", "熟食区"),
        (88, 44, 14, 9, 1, "utility", "垃圾房"),
    ],
    "mall": [
        (8, 8, 104, 62, 6, "commercial", "购物中心"),
        (20, 82, 34, 34, 28, "office", "写字楼A座"),
        (70, 82, 34, 34, 26, "office", "写字楼B座"),
    ],
    "kindergarten": [(8, 10, 38, 16, 3, "school", "幼儿园主楼"), (8, 34, 20, 12, 2, "school", "多功能厅")],
    "service": [(8, 8, 46, 18, 4, "public", "社区党群服务中心"), (60, 8, 24, 16, 2, "public", "日间照料中心")],
    "park": [
        (30, 30, 16, 10, 1, "public", "公园管理处"),
        (110, 80, 9, 9, 1, "public", "听雨亭"),
        (70, 140, 12, 7, 1, "public", "公共厕所"),
    ],
}


def fill_site(parcel: Polygon, face: Polygon, kind: str, rng: np.random.Generator) -> Fill:
    """A site with its own buildings (school, hospital, market, …), a gate and a drive from the nearest street."""
    frame = Frame(parcel)
    ground, whole = frame.inward(parcel), frame.inward(face)
    west, south, east, north = ground.bounds
    free = ground.buffer(-1.5)
    fill = Fill()
    x = (west + east) / 2.0 + float(rng.uniform(-4.0, 4.0))
    drive = _longest(LineString([(x, south - 90.0), (x, (south + north) / 2.0)]).intersection(whole))
    blocked = shapely.union_all([g.buffer(3.5) for g in (drive,) if g is not None])
    if drive is not None:
        wall = _longest(drive.intersection(ground))
        low = min((c[1] for c in wall.coords), default=south) if wall is not None else south
        fill.lanes.append(frame.outward(drive))
        fill.gates.append(Gate(frame.outward(Point(x, low)), "main"))
    for left, up, length, depth, floors, use, label in SETS[kind]:
        shape = _fit(free, blocked, box(0, 0, length, depth), west + left, south + up)
        if shape is not None:
            blocked = blocked.union(shape.buffer(5.0))
            fill.houses.append(House(frame.outward(shape), floors, use, label))
    if kind == "park":
        ring = ground.buffer(-22.0).exterior
        fill.lanes.append(frame.outward(LineString(ring.coords)))
    return fill


def _fit(free: Polygon, blocked, shape: Polygon, x: float, y: float) -> Polygon | None:
    """The building at its planned spot, or shifted a little until it stands free; None when it never does."""
    for size in (1.0, 0.8, 0.6):
        scaled = shapely.transform(shape, lambda xy, s=size: xy * s)
        for shift in range(0, 120, 6):
            for dx, dy in ((shift, 0), (0, shift), (shift, shift), (-shift, shift)):
                moved = shapely.transform(scaled, lambda xy, dx=dx, dy=dy: xy + np.array([x + dx, y + dy]))
                if free.contains(moved) and not blocked.intersects(moved):
                    return moved
    return None
