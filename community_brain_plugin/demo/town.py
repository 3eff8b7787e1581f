"""From the plan to a town: bent blocks, what stands on each, the noded street network, sites, addresses."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely import LineString, Point, Polygon

from ..grids.shapes import GRID_SIZE, faces, polygons
from . import fabric, names
from .fabric import Fill, Gate, House
from .layout import EAST_BANK_EDGE, GREENWAY_EDGE, RIVER_HALF_WIDTH, WIDTHS, Plan, Warp, Way

STUB = 0.5
"""Shorter blind ends are the overshoot of lines, not streets."""

COMMUNITY_STYLE = (
    "lilong",
    "lilong",
    "old_slab",
    "tower",
    "old_slab",
    "office",
    "new_slab",
    "tower",
    "old_slab",
    "old_slab",
    "new_slab",
    "new_slab",
)
LANDMARKS: dict[int, list[tuple[str, str, float]]] = {
    # community: kind, name, site area in m²
    0: [("market", "石桥菜市场", 8_500.0), ("service", "石桥社区党群服务中心", 3_200.0)],
    1: [("service", "梅坞社区党群服务中心", 3_200.0)],
    2: [("school", "柳浪小学", 16_500.0), ("market", "柳浪集贸市场", 7_500.0)],
    3: [("kindergarten", "晴川幼儿园", 4_500.0)],
    4: [("school", "松涛中学", 17_000.0)],
    5: [("mall", "云锦天地", 16_000.0), ("hospital", "听雨街道社区医院", 14_500.0)],
    6: [("service", "听雨街道党群服务中心", 5_000.0)],
    7: [("kindergarten", "枫林幼儿园", 4_500.0)],
    8: [("park", "竹影公园", 60_000.0)],
    9: [("market", "桂庭菜场", 7_500.0)],
    10: [("school", "银杏实验小学", 16_500.0)],
    11: [("creative", "鹤鸣文创园", 42_000.0)],
}
METRO = (("听雨路", "石桥路"), ("松涛路", "云锦路"))
"""A metro station under each of these crossings."""
SECOND_STYLE = {5: "tower", 7: "new_slab", 3: "new_slab", 9: "office", 1: "old_slab", 11: "tower"}
"""Every third block of these communities is of another kind."""


@dataclass
class Site:
    """A named compound, lane quarter, school, hall or park; `entrusted` sites are kept whole by the unit grids."""

    name: str
    kind: str
    area: Polygon
    community: int
    entrusted: bool = False
    address: str = ""


@dataclass
class Town:
    """The built town in projected metres."""

    communities: list[Polygon]
    river: LineString
    water: Polygon
    edges: list[LineString]
    edge_name: list[str]
    edge_kind: list[str]
    houses: list[House] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    greens: list[Polygon] = field(default_factory=list)
    metro: list[Point] = field(default_factory=list)


def build_town(plan: Plan, rng: np.random.Generator) -> Town:
    """Bend the plan into place, fill every block and tie the lanes into one street network."""
    warp = Warp(rng)
    ways = [*plan.ways, Way(plan.river, names.RIVER, "river")]
    lines, owner = node_lines([way.line for way in ways])
    bent = [shapely.set_precision(shapely.transform(shapely.segmentize(line, 18.0), warp), GRID_SIZE) for line in lines]
    kinds = [ways[k].kind for k in owner]
    labels = [ways[k].name for k in owner]
    cells = faces(bent)
    rough = [shapely.transform(shapely.segmentize(cell, 18.0), warp) for cell in plan.communities]
    community = shapely.STRtree(rough).nearest(shapely.point_on_surface(cells))
    whole = [shapely.coverage_union_all([cells[i] for i in np.flatnonzero(community == k)]) for k in range(len(rough))]
    river = shapely.line_merge(shapely.union_all([bent[i] for i, kind in enumerate(kinds) if kind == "river"]))
    street = [i for i, kind in enumerate(kinds) if kind != "river"]
    town = Town(
        [polygons(part)[0] for part in whole],
        river,
        river.buffer(RIVER_HALF_WIDTH, cap_style="flat"),
        [bent[i] for i in street],
        [labels[i] for i in street],
        [kinds[i] for i in street],
    )
    _fill_blocks(town, cells, community, rng)
    _tie_network(town)
    town.metro = [exit_ for pair in METRO for exit_ in _exits(town, *pair)]
    return town


def _exits(town: Town, one: str, other: str) -> list[Point]:
    """Four exits of a metro station at the crossing of two streets."""
    lines = [
        shapely.union_all([e for e, name in zip(town.edges, town.edge_name, strict=True) if name == street])
        for street in (one, other)
    ]
    middle = lines[0].intersection(lines[1]).centroid
    if middle.is_empty:
        middle = shapely.shortest_line(*lines).centroid
    return [Point(middle.x + dx, middle.y + dy) for dx in (-24.0, 24.0) for dy in (-24.0, 24.0)]


def node_lines(lines: list[LineString], reach: float = 0.05) -> tuple[list[LineString], list[int]]:
    """Cut lines at every crossing, drop stubs, and say which line each piece came from."""
    noded = shapely.get_parts(shapely.union_all(lines, grid_size=GRID_SIZE))
    tree = shapely.STRtree(lines)
    kept, owner = [], []
    for piece in noded:
        middle = piece.interpolate(0.5, normalized=True)
        near = tree.query(middle, predicate="dwithin", distance=reach)
        source = int(min(near)) if len(near) else int(tree.nearest(middle))
        if piece.length > STUB:
            kept.append(piece)
            owner.append(source)
    return kept, owner


def _fill_blocks(town: Town, cells: list[Polygon], community: np.ndarray, rng: np.random.Generator) -> None:
    """Take the streets and the river off every block and fill what is left."""
    room = [WIDTHS[kind] / 2.0 for kind in town.edge_kind]
    roads = shapely.buffer(town.edges, room, cap_style="square")
    tree = shapely.STRtree(roads)
    estates = {True: iter(names.estate_names(rng, 90, True)), False: iter(names.estate_names(rng, 90, False))}
    lilongs = iter(names.lilong_names(rng, 48))
    for number in range(len(town.communities)):
        mine = sorted((cells[i] for i in np.flatnonzero(community == number)), key=lambda cell: -cell.area)
        parcels = []
        for cell in mine:
            near = tree.query(cell, predicate="intersects")
            ground = cell.difference(shapely.union_all([*roads[near], town.water]))
            parts = sorted(polygons(ground), key=lambda part: -part.area)
            if parts and _is_bank(parts[0], town):
                town.greens.append(parts[0])
                town.sites.append(Site(names.GREENWAY, "greenway", parts[0], number))
            elif parts:
                parcels.append((parts[0], cell))
        _fill_community(town, number, parcels, (estates, lilongs), rng)


def _is_bank(parcel: Polygon, town: Town) -> bool:
    return (
        parcel.distance(town.river) < RIVER_HALF_WIDTH + 3.0
        and parcel.hausdorff_distance(town.river) > 0
        and (4.0 * parcel.area / parcel.length < 2.0 * max(GREENWAY_EDGE, EAST_BANK_EDGE))
    )


def _fill_community(town: Town, number: int, parcels: list, pools: tuple, rng: np.random.Generator) -> None:
    """Landmarks first, on the largest blocks from the middle of the list, then homes on everything else."""
    open_parcels = list(parcels)
    for kind, name, size in LANDMARKS.get(number, []):
        fitting = [k for k, (ground, _) in enumerate(open_parcels) if ground.area > size * 0.75]
        chosen = fitting[-1] if fitting else 0
        ground, face = open_parcels.pop(chosen)
        site, rest = _take(ground, size)
        _settle(town, Site(name, kind, site, number, entrusted=kind not in ("park", "creative")), face, rng)
        if rest is not None:
            open_parcels.append((rest, face.difference(site.buffer(0.5))))
    for k, (ground, face) in enumerate(open_parcels):
        style = SECOND_STYLE[number] if number in SECOND_STYLE and k % 3 == 2 else COMMUNITY_STYLE[number]
        estates, lilongs = pools
        if style == "lilong":
            name = next(lilongs)
        elif style == "office":
            name = next(estates[False])[:2] + "商务中心"
        else:
            name = next(estates[style == "old_slab"])
        reach = max(polygons(face), key=lambda part: part.area)
        _settle(town, Site(name, style, ground, number), reach, rng)


def _take(ground: Polygon, size: float) -> tuple[Polygon, Polygon | None]:
    """Cut a site of about the given area off one end of the parcel; the whole parcel when little would be left."""
    if ground.area < size * 1.6:
        return ground, None
    frame = fabric.Frame(ground)
    local = frame.inward(ground)
    west, south, east, north = local.bounds
    share = size / ground.area
    if east - west > north - south:
        cut = shapely.box(west - 1, south - 1, west + (east - west) * share, north + 1)
    else:
        cut = shapely.box(west - 1, south - 1, east + 1, south + (north - south) * share)
    site = max(polygons(local.intersection(cut)), key=lambda part: part.area)
    rest = max(polygons(local.difference(cut.buffer(2.0, join_style="mitre"))), key=lambda part: part.area)
    return frame.outward(site), frame.outward(rest)


def _settle(town: Town, site: Site, face: Polygon, rng: np.random.Generator) -> None:
    """Fill a site and note its houses, lanes and gates under its index."""
    if site.kind in fabric.STYLES:
        fill = fabric.fill_rows(site.area, face, fabric.STYLES[site.kind], rng)
    else:
        fill = fabric.fill_site(site.area, face, site.kind, rng)
    if site.kind == "park":
        town.greens.append(site.area)
    index = len(town.sites)
    town.sites.append(site)
    _number(fill, index)
    town.houses += fill.houses
    town.gates += fill.gates
    for lane in fill.lanes:
        town.edges.append(lane)
        town.edge_name.append(site.name + ("支弄" if site.kind == "lilong" else ""))
        town.edge_kind.append("footway" if site.kind == "park" else "lane")


def _number(fill: Fill, index: int) -> None:
    count = 0
    for house in fill.houses:
        house.site = index
        if not house.label and house.use != "commercial":
            count += 1
            house.label = f"{count}号"
    for gate in fill.gates:
        gate.site = index


def _tie_network(town: Town) -> None:
    """Node streets and lanes together and keep the part that hangs together with the arterials."""
    lines, owner = node_lines(town.edges, reach=0.02)
    keep = connected_part(lines)
    town.edge_name = [town.edge_name[owner[i]] for i in keep]
    town.edge_kind = [town.edge_kind[owner[i]] for i in keep]
    town.edges = [lines[i] for i in keep]


def connected_part(lines: list[LineString]) -> list[int]:
    """Indices of the lines in the largest connected part of the network (ends are equal to the millimetre)."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    start, end = end_nodes(lines)
    count = int(max(start.max(), end.max())) + 1
    graph = coo_matrix((np.ones(len(lines)), (start, end)), shape=(count, count))
    _, part = connected_components(graph, directed=False)
    return [int(i) for i in np.flatnonzero(part[start] == np.bincount(part[start]).argmax())]


def end_nodes(lines: list[LineString]) -> tuple[np.ndarray, np.ndarray]:
    """Number the end points of lines: the same point, to the millimetre, has the same number."""
    ends = np.array([[line.coords[0], line.coords[-1]] for line in lines]).reshape(-1, 2)
    _, number = np.unique(np.round(ends / GRID_SIZE).astype(np.int64), axis=0, return_inverse=True)
    return number[0::2], number[1::2]
