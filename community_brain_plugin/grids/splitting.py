"""Splitting one large block through the gaps between its buildings.

A straight cut that touches no building is tried first, since people remember straight lines; where the buildings
stand too close for one, the block is divided half way between two groups of buildings.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from .shapes import difference, faces, intersection, polygons, union

OFFSETS = np.linspace(0.28, 0.72, 23)
"""Where along the block a cut is tried, as shares of its length."""
TILTS = tuple(np.radians(tilts) for tilts in ([0.0], [-5.0, 5.0], [-11.0, 11.0], [-18.0, 18.0]))
"""Straight across first; a slanting cut only where no straight one passes."""


def split(block: Polygon, houses: Sequence[Polygon], target: float, largest: float, clearance: float) -> list[Polygon]:
    """Halve the block until its parts are near the target area (m²); a part that cannot be cut stays."""
    if block.area <= largest:
        return [block]
    halves = _halve(block, houses, target, clearance)
    if halves is None:
        return [block]
    out: list[Polygon] = []
    for half in halves:
        mine = [house for house in houses if half.intersects(house.representative_point())]
        out.extend(split(half, mine, target, largest, clearance))
    return out


def _halve(block: Polygon, houses: Sequence[Polygon], target: float, clearance: float) -> list[Polygon] | None:
    count = max(2, round(block.area / target))
    shares = (count // 2) / count
    for gap in (clearance, 0.05):
        cut = _straight_cut(block, houses, shares, gap)
        if cut is not None:
            return cut
    return _between_groups(block, houses, shares)


def _straight_cut(block: Polygon, houses: Sequence[Polygon], share: float, gap: float) -> list[Polygon] | None:
    """The best straight cut that no building touches, or None."""
    walls = shapely.union_all(shapely.buffer(list(houses), gap, join_style="mitre"))
    shapely.prepare(walls)
    for tilts in TILTS:
        lines = [line for line in _candidates(block, tilts) if not walls.intersects(line)]
        cuts = [parts for parts in (_cut(block, line) for line in lines) if parts is not None]
        if cuts:
            return max(cuts, key=lambda parts: _worth(parts, block, share))
    return None


def _candidates(block: Polygon, tilts: np.ndarray) -> list[LineString]:
    """Cuts across both axes of the block's smallest rectangle, at several offsets."""
    box = np.asarray(shapely.oriented_envelope(block).exterior.coords)[:4]
    sides = (box[1] - box[0], box[3] - box[0])
    lines = []
    for along, across in (sides, sides[::-1]):
        for offset in OFFSETS:
            middle = box[0] + along * offset + across * 0.5
            for tilt in tilts:
                turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
                reach = turn @ across * 0.75
                lines.append(LineString([middle - reach, middle + reach]))
    return lines


def _cut(block: Polygon, line: LineString) -> list[Polygon] | None:
    """The two parts a line makes of the block; None when it makes more or fewer."""
    inside = shapely.intersection(block, line)
    if inside.geom_type != "LineString" or inside.is_empty:
        return None
    parts = [face for face in faces([block.boundary, inside]) if block.intersects(face.point_on_surface())]
    return parts if len(parts) == 2 else None


def _worth(parts: Sequence[Polygon], block: Polygon, share: float) -> float:
    """Balanced and compact parts are worth most."""
    small = min(parts[0].area, parts[1].area) / block.area
    compact = min(4.0 * np.pi * part.area / part.length**2 for part in parts)
    return compact - 2.0 * abs(small - share)


def _between_groups(block: Polygon, houses: Sequence[Polygon], share: float) -> list[Polygon] | None:
    """Two parts whose border runs half way between two groups of buildings, or None."""
    if len(houses) < 2:
        return None
    box = np.asarray(shapely.oriented_envelope(block).exterior.coords)[:4]
    sides = sorted((box[1] - box[0], box[3] - box[0]), key=lambda side: -float(np.hypot(*side)))
    centres = shapely.get_coordinates(shapely.centroid(list(houses)))
    first = min(max(1, round(len(houses) * share)), len(houses) - 1)
    for axis in sides:
        rank = np.argsort(centres @ axis, kind="stable")
        near = [houses[i] for i in rank[:first]]
        far = [houses[i] for i in rank[first:]]
        parts = _nearer(block, near, far)
        if parts is not None:
            return parts
    return None


def _nearer(block: Polygon, near: list[Polygon], far: list[Polygon]) -> list[Polygon] | None:
    """The part of the block nearer to the first group's walls, and the rest; None when either is in pieces."""
    walls = [shapely.get_coordinates(shapely.segmentize([h.exterior for h in group], 4.0)) for group in (near, far)]
    regions = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(np.vstack(walls)), extend_to=block))
    _, mine = shapely.STRtree(regions).query(shapely.points(walls[0]), predicate="intersects")
    area = intersection(union(*regions[np.unique(mine)]), block)
    area = union(difference(area, union(*far)), intersection(union(*near), block))
    rest = _largest_part(difference(block, _largest_part(area)))
    area = difference(block, rest)
    if area.geom_type != "Polygon" or area.is_empty or rest.is_empty:
        return None
    return _smooth(block, area, rest, near, far) or [area, rest]


def _smooth(
    block: Polygon, area: Polygon, rest: Polygon, near: list[Polygon], far: list[Polygon]
) -> list[Polygon] | None:
    """The same two parts with a straighter border, or None when that would cut a building."""
    border = shapely.line_merge(shapely.intersection(area.boundary, rest.boundary))
    if border.geom_type != "LineString":
        return None
    parts = faces([block.boundary, border.simplify(2.0)])
    parts = [part for part in parts if block.intersects(part.point_on_surface())]
    if len(parts) != 2:
        return None
    parts.sort(key=lambda part: -part.intersection(area).area)
    kept = all(parts[0].covers(house) for house in near) and all(parts[1].covers(house) for house in far)
    return parts if kept else None


def _largest_part(geometry: BaseGeometry) -> Polygon:
    return max(polygons(geometry), key=lambda part: part.area, default=Polygon())
