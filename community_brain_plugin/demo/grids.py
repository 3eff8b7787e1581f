"""Divisions and grids of every kind: unit grids drawn from the streets, and the larger grids grouped from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely
from shapely import MultiPolygon, Polygon

from ..grids.drawing import DrawingRules, Material, draw_unit_grids, reading_order
from ..grids.shapes import polygons
from . import names
from .tables import DISTRICT_CODE, SOURCE, SUBDISTRICT_CODE, District, community_code
from .town import Town

RULES = DrawingRules(target_area=9_100.0, smallest_area=3_500.0, largest_area=15_500.0)
BLOCK_OF = (0, 0, 1, 1, 0, 2, 3, 1, 2, 2, 3, 3)
"""Which of the four blocks each community belongs to: neighbours together, three to a block."""
STARTED = dt.date(2024, 1, 1)
STREET_KINDS = ("arterial", "secondary", "branch", "riverside")


def add_divisions(district: District, town: Town) -> None:
    """District, subdistrict and the twelve communities."""
    whole = shapely.coverage_union_all(town.communities)
    rows = [
        (DISTRICT_CODE, "district", None, None, names.DISTRICT, "Yunshan District", whole),
        (
            SUBDISTRICT_CODE,
            "subdistrict",
            DISTRICT_CODE,
            SUBDISTRICT_CODE,
            names.SUBDISTRICT,
            "Tingyu Subdistrict",
            whole,
        ),
    ]
    for number, area in enumerate(town.communities):
        rows.append(
            (
                community_code(number),
                "community",
                SUBDISTRICT_CODE,
                SUBDISTRICT_CODE,
                names.COMMUNITIES[number],
                f"Community {number + 1}",
                area,
            )
        )
    frame = pd.DataFrame(rows, columns=["code", "level", "parent_code", "subdistrict", "name_zh", "name_en", "geom"])
    frame["geom"] = [multi(area) for area in frame["geom"]]
    frame["source"], frame["source_id"], frame["valid_from"] = SOURCE, frame["code"], STARTED
    district.tables["division"] = frame


def draw_grids(town: Town) -> tuple[list[Polygon], np.ndarray]:
    """Unit grids in the order of their numbers, and the community of each. Communities take the grids' noded edges."""
    streets = [line for line, kind in zip(town.edges, town.edge_kind, strict=True) if kind in STREET_KINDS]
    lanes = [line for line, kind in zip(town.edges, town.edge_kind, strict=True) if kind not in STREET_KINDS]
    whole = [house.outline for house in town.houses] + [site.area for site in town.sites if site.entrusted]
    drawn = draw_unit_grids(town.communities, Material(streets, whole, [town.river], lanes), RULES)
    cells, community = [], []
    for number in range(len(town.communities)):
        mine = [grid.geometry for grid in drawn if grid.parent == number]
        centres = shapely.get_coordinates(shapely.centroid(mine))
        for position in reading_order(centres):
            cells.append(mine[position])
            community.append(number)
        town.communities[number] = polygons(shapely.coverage_union_all(mine))[0]
    return cells, np.array(community)


def add_grids(district: District, cells: list[Polygon], community: np.ndarray, rng: np.random.Generator) -> None:
    """Unit grids and, grouped from them, patrol grids, blocks, residential grids in three levels, enforcement grids."""
    codes, labels = _unit_codes(community)
    grids = [
        ("unit_grid", code, community_code(c), label, cell)
        for code, c, label, cell in zip(codes, community, labels, cells, strict=True)
    ]
    parents: list[tuple[str, str, str, str]] = []
    _add_groups(grids, parents, cells, community, codes)
    frame = pd.DataFrame(grids, columns=["kind", "code", "community_code", "name_zh", "geom"])
    base = frame[["kind", "code", "community_code"]].copy()
    base["started_on"] = STARTED
    district.add("grid", base)
    version = frame[["kind", "code", "name_zh", "geom"]].copy()
    version["geom"] = [multi(area) for area in version["geom"]]
    version["version"], version["valid"] = 1, f"[{STARTED:%Y-%m-%d},)"
    district.add("grid_version", version)
    parent = pd.DataFrame(parents, columns=["kind", "code", "parent_kind", "parent_code"])
    parent["valid"] = f"[{STARTED:%Y-%m-%d},)"
    district.add("grid_parent", parent)
    count = np.bincount(community)
    counter = pd.DataFrame({"community_code": [community_code(k) for k in range(len(count))], "last_number": count})
    district.tables["grid_counter"] = counter


def _unit_codes(community: np.ndarray) -> tuple[list[str], list[str]]:
    codes, labels = [], []
    for position, number in enumerate(community):
        sequence = int((community[:position] == number).sum()) + 1
        codes.append(f"{community_code(number)}{sequence:03d}")
        labels.append(f"{names.COMMUNITIES[number][:-2]}{sequence:03d}网格")
    return codes, labels


def _add_groups(grids: list, parents: list, cells: list[Polygon], community: np.ndarray, codes: list[str]) -> None:
    """Group each community's unit grids; levels that stand above one another share their borders."""
    shapes = np.array(cells, dtype=object)
    for number in range(community.max() + 1):
        mine = np.flatnonzero(community == number)
        short = names.COMMUNITIES[number][:-2]
        patrol = group_cells(shapes[mine], 2)
        small = group_cells(shapes[mine], max(2, len(mine) // 3))
        middle = group_cells(_merged(shapes[mine], small), 3)[small]
        home = community_code(number)
        grids.append(("residential_large", f"{number + 1:02d}", home, f"{short}大网格", _union(shapes[mine])))
        for group in range(patrol.max() + 1):
            code = f"Z{number + 1:02d}{group + 1:02d}"
            grids.append(
                ("patrol_grid", code, home, f"{short}第{group + 1}责任网格", _union(shapes[mine[patrol == group]]))
            )
            parents.append(("patrol_grid", code, "block", f"J{BLOCK_OF[number] + 1:02d}"))
        for group in range(middle.max() + 1):
            code = f"{number + 1:02d}{group + 1:02d}"
            grids.append(
                ("residential_middle", code, home, f"{short}次网格{group + 1}", _union(shapes[mine[middle == group]]))
            )
            parents.append(("residential_middle", code, "residential_large", f"{number + 1:02d}"))
        for group in range(small.max() + 1):
            above = int(middle[small == group][0])
            code = f"{number + 1:02d}{above + 1:02d}{group + 1:02d}"
            grids.append(
                ("residential_small", code, home, f"{short}小网格{group + 1}", _union(shapes[mine[small == group]]))
            )
            parents.append(("residential_small", code, "residential_middle", f"{number + 1:02d}{above + 1:02d}"))
            parents += [("unit_grid", codes[i], "residential_small", code) for i in mine[small == group]]
        parents += [
            ("unit_grid", codes[i], "patrol_grid", f"Z{number + 1:02d}{patrol[k] + 1:02d}") for k, i in enumerate(mine)
        ]
    blocks = np.array([BLOCK_OF[number] for number in community])
    for block in range(4):
        inside = np.flatnonzero(blocks == block)
        grids.append(("block", f"J{block + 1:02d}", None, names.BLOCKS[block], _union(shapes[inside])))
        halves = group_cells(shapes[inside], 2)
        for half in range(2):
            code = f"F{block + 1:02d}{half + 1:02d}"
            grids.append(
                (
                    "enforcement_grid",
                    code,
                    None,
                    f"{names.BLOCKS[block][:-2]}执法网格{half + 1}",
                    _union(shapes[inside[halves == half]]),
                )
            )
            parents.append(("enforcement_grid", code, "block", f"J{block + 1:02d}"))
            parents += [("unit_grid", codes[i], "enforcement_grid", code) for i in inside[halves == half]]


def group_cells(cells: Sequence[Polygon] | np.ndarray, count: int) -> np.ndarray:
    """Group neighbouring cells into `count` connected groups of like size; the group number of each cell.

    Groups grow from seeds spread far apart, the smallest group first, always by its nearest free neighbour.
    """
    shapes = np.array(list(cells), dtype=object)
    centres = shapely.get_coordinates(shapely.centroid(shapes))
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    shared = shapely.length(shapely.intersection(shapely.boundary(shapes[left]), shapely.boundary(shapes[right])))
    next_to = [right[(left == k) & (right != k) & (shared > 1.0)] for k in range(len(shapes))]
    seeds = [int(np.lexsort((centres[:, 1], centres[:, 0]))[0])]
    while len(seeds) < count:
        away = np.min(np.hypot(*(centres[:, None] - centres[seeds][None]).transpose(2, 0, 1)), axis=1)
        seeds.append(int(away.argmax()))
    group = np.full(len(shapes), -1)
    group[seeds] = np.arange(count)
    while (group < 0).any():
        grown = False
        for number in np.argsort(np.bincount(group[group >= 0], minlength=count), kind="stable"):
            members = np.flatnonzero(group == number)
            edge = np.unique(np.concatenate([next_to[k] for k in members]))
            free = edge[group[edge] < 0] if len(edge) else edge
            if len(free):
                middle = centres[members].mean(axis=0)
                group[free[np.hypot(*(centres[free] - middle).T).argmin()]] = number
                grown = True
                break
        if not grown:
            lost = np.flatnonzero(group < 0)
            group[lost] = group[group >= 0][0]
    return group


def locate(district: District, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The codes of the unit grids, and for each point which of them holds it (the first on an edge), −1 for none."""
    version = district["grid_version"]
    units = version[version["kind"] == "unit_grid"]
    cell = np.full(len(points), -1)
    point_of, cell_of = shapely.STRtree(units["geom"].to_numpy()).query(points, predicate="intersects")
    order = np.lexsort((-cell_of, point_of))
    cell[point_of[order]] = cell_of[order]
    return units["code"].to_numpy(), cell


def _merged(cells: np.ndarray, group: np.ndarray) -> list:
    return [_union(cells[group == number]) for number in range(group.max() + 1)]


def _union(cells: np.ndarray):
    return shapely.coverage_union_all(list(cells))


def multi(area) -> MultiPolygon:
    """The area as a MultiPolygon, as the database wants it."""
    return area if area.geom_type == "MultiPolygon" else MultiPolygon([area])
