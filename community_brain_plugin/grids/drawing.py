"""Unit grids drawn from streets: polygonised blocks, slivers merged, large blocks split, no building cut.

Pure geometry on shapely ≥ 2; knows no QGIS and no database. All coordinates are metres of one projected CRS.
The result is a *coverage*: its union is the parent, it has no gap and no overlap, and every corner that touches a
neighbour's edge is a vertex of that edge too (shared nodes), so that editing one boundary never opens a crack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from . import splitting
from .shapes import difference, faces, intersection, polygons, union, within


@dataclass(frozen=True)
class DrawingRules:
    """What a good unit grid is, in metres and square metres. Figures are settings, never errors."""

    target_area: float = 10_000.0
    smallest_area: float = 3_500.0
    largest_area: float = 17_000.0
    thinnest: float = 18.0
    """Below this mean width (4 × area ÷ perimeter) a face is a sliver and joins a neighbour."""
    clearance: float = 0.6
    """A cut keeps this distance from a building wall where it can."""


@dataclass(frozen=True)
class UnitGrid:
    """One drawn grid: the index of its parent in the given order, and its polygon."""

    parent: int
    geometry: Polygon


@dataclass
class Material:
    """What the grids are drawn from. `streets` and `barriers` always divide; `lanes` only divide large blocks."""

    streets: Sequence[LineString]
    buildings: Sequence[Polygon] = field(default_factory=list)
    barriers: Sequence[LineString] = field(default_factory=list)
    lanes: Sequence[LineString] = field(default_factory=list)


def draw_unit_grids(
    parents: Sequence[Polygon], material: Material, rules: DrawingRules | None = None
) -> list[UnitGrid]:
    """Draw the unit grids of several neighbouring parents as one noded coverage.

    Parents must not overlap. A building that reaches over a parent's edge cannot be kept whole (the parent's edge
    is given); every other building lies in exactly one grid. Raises ValueError for a parent that is empty or not
    a valid polygon.
    """
    rules = rules or DrawingRules()
    for number, parent in enumerate(parents):
        if parent.geom_type != "Polygon" or parent.is_empty or not parent.is_valid:
            raise ValueError(f"parent {number} is not a valid, non-empty polygon")
    tidy = _tidy_parents(parents)
    houses = _houses(material.buildings)
    drawn: list[UnitGrid] = []
    for number, parent in enumerate(tidy):
        inside = within(houses, parent)
        lines = within([*material.streets, *material.barriers], parent)
        lanes = within(material.lanes, parent)
        cells = _draw_parent(parent, lines, lanes, inside, rules)
        drawn.extend(UnitGrid(number, cell) for cell in cells)
    return node_together(drawn, tidy)


def reading_order(points: np.ndarray, row_height: float = 100.0) -> np.ndarray:
    """Order of numbering inside a parent: west → east in rows taken north → south. `points` is (n, 2)."""
    row = np.floor((points[:, 1].max() - points[:, 1]) / row_height)
    return np.lexsort((-points[:, 1], points[:, 0], row))


def node_together(grids: Sequence[UnitGrid], parents: Sequence[Polygon]) -> list[UnitGrid]:
    """The same grids with every T-junction noded, across parents too.

    Rounding to millimetres leaves hair-thin faces along long edges; each goes to exactly one grid, so that the
    parents are covered without gap or overlap.
    """
    shapes = [grid.geometry for grid in grids]
    plane = faces([shape.boundary for shape in [*shapes, *parents]])
    spots = shapely.point_on_surface(plane)
    owner = _owners(spots, shapes, parents)
    noded: list[UnitGrid] = []
    for number, grid in enumerate(grids):
        mine = [plane[face] for face in np.flatnonzero(owner == number)]
        if mine:
            noded.extend(UnitGrid(grid.parent, part) for part in polygons(shapely.coverage_union_all(mine)))
    return noded


def _owners(spots: np.ndarray, shapes: list[Polygon], parents: Sequence[Polygon]) -> np.ndarray:
    """For each spot the grid it belongs to, −1 outside every parent."""
    tree = shapely.STRtree(shapes)
    owner = np.full(len(spots), -1)
    spot_of, shape_of = tree.query(spots, predicate="intersects")
    owner[spot_of[::-1]] = shape_of[::-1]
    lost = np.flatnonzero(owner < 0)
    inside = shapely.STRtree(parents).query(spots[lost], predicate="intersects")[0]
    lost = lost[np.unique(inside)]
    owner[lost] = tree.nearest(spots[lost])
    return owner


def _tidy_parents(parents: Sequence[Polygon]) -> list[Polygon]:
    """Parents on the millimetre grid, their shared edges noded."""
    areas = faces([parent.boundary for parent in parents])
    spots = shapely.point_on_surface(areas)
    tidy = []
    for parent in parents:
        mine = [area for area, spot in zip(areas, spots, strict=True) if parent.intersects(spot)]
        tidy.append(max(polygons(shapely.coverage_union_all(mine)), key=lambda part: part.area))
    return tidy


def _houses(buildings: Sequence[Polygon]) -> list[Polygon]:
    """Buildings that touch become one, so that a cut can pass only where there is a gap; courtyards are filled."""
    if not len(buildings):
        return []
    whole = union(*[shapely.make_valid(b) for b in buildings])
    return polygons(union(*[Polygon(part.exterior) for part in polygons(whole)]))


def _draw_parent(
    parent: Polygon, lines: list, lanes: list, houses: list[Polygon], rules: DrawingRules
) -> list[Polygon]:
    cells = cut_by_lines(parent, lines)
    cells = keep_whole(cells, houses, parent)
    cells = merge_slivers(cells, rules)
    divided: list[Polygon] = []
    for cell in cells:
        divided.extend(_divide(cell, within(lanes, cell), within(houses, cell), rules))
    divided = keep_whole(divided, houses, parent)
    return merge_slivers(divided, rules)


def _divide(cell: Polygon, lanes: list, houses: list[Polygon], rules: DrawingRules) -> list[Polygon]:
    """A large block along its lanes, and what is still large through the gaps between its buildings."""
    if cell.area <= rules.largest_area:
        return [cell]
    parts = [cell]
    if lanes:
        parts = merge_slivers(keep_whole(cut_by_lines(cell, lanes), houses, cell), rules, rules.target_area * 0.75)
    out: list[Polygon] = []
    for part in parts:
        inside = within(houses, part)
        out.extend(splitting.split(part, inside, rules.target_area, rules.largest_area, rules.clearance))
    return out


def cut_by_lines(polygon: Polygon, lines: Iterable[BaseGeometry]) -> list[Polygon]:
    """The faces that the lines make inside the polygon; dead ends cut nothing."""
    inside = [line.intersection(polygon) for line in lines]
    shapely.prepare(polygon)
    return [face for face in faces([polygon.boundary, *inside]) if polygon.intersects(face.point_on_surface())]


def keep_whole(cells: list[Polygon], houses: list[Polygon], parent: Polygon) -> list[Polygon]:
    """Give every building that lies in several cells to the one that holds most of it; all else stays."""
    if len(cells) < 2 or not houses:
        return cells
    tree = shapely.STRtree(cells)
    house_of, cell_of = tree.query(houses, predicate="intersects")
    cells = list(cells)
    for house_number in np.unique(house_of):
        touched = cell_of[house_of == house_number]
        house = intersection(houses[house_number], parent)
        shares = np.array([shapely.area(cells[c].intersection(house)) for c in touched])
        if len(touched) < 2 or np.sort(shares)[-2] < 1e-6:
            continue
        keeper = int(touched[int(shares.argmax())])
        for other in touched:
            if other != keeper:
                cells[other] = difference(cells[other], house)
        cells[keeper] = union(cells[keeper], house)
    return _tidy_cells(cells, parent)


def _tidy_cells(cells: Sequence[BaseGeometry], parent: Polygon) -> list[Polygon]:
    parts = [part for cell in cells for part in polygons(cell) if part.area > 1e-6]
    grids = [UnitGrid(0, part) for part in parts]
    return [grid.geometry for grid in node_together(grids, [parent])]


def merge_slivers(cells: list[Polygon], rules: DrawingRules, smallest: float | None = None) -> list[Polygon]:
    """Join faces that are too small or too thin to the neighbour that makes the most compact whole."""
    smallest = rules.smallest_area if smallest is None else smallest
    cells = list(cells)
    while len(cells) > 1:
        areas = shapely.area(cells)
        thin = np.divide(4.0 * areas, shapely.length(cells))
        poor = np.flatnonzero((areas < smallest) | ((thin < rules.thinnest) & (areas < rules.target_area)))
        joined = False
        for number in poor[np.argsort(areas[poor], kind="stable")]:
            partner = _best_neighbour(int(number), cells, rules)
            if partner is not None:
                whole = union(cells[number], cells[partner])
                cells[partner] = polygons(whole)[0]
                del cells[int(number)]
                joined = True
                break
        if not joined:
            return cells
    return cells


def _best_neighbour(number: int, cells: list[Polygon], rules: DrawingRules) -> int | None:
    """The neighbour with which the cell makes the best whole, or None when it touches none along a line."""
    mine, best, best_score = cells[number], None, -np.inf
    for other, cell in enumerate(cells):
        if other == number or not mine.intersects(cell):
            continue
        shared = shapely.length(shapely.intersection(mine.boundary, cell.boundary))
        whole = union(mine, cell)
        if shared < 1.0 or whole.geom_type != "Polygon":
            continue
        compact = 4.0 * np.pi * whole.area / whole.length**2
        oversize = max(0.0, whole.area / rules.target_area - 1.0)
        score = compact + 0.5 * shared / mine.length - 0.35 * oversize
        if score > best_score:
            best, best_score = other, score
    return best
