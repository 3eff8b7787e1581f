"""Small shapely helpers that drawing and splitting share: millimetre overlay, faces of lines, areal parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

GRID_SIZE = 0.001
"""Every coordinate is rounded to a millimetre, so that two sides of one line are the same numbers."""


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons among the parts, also of a collection."""
    return [part for part in _flat(geometry) if part.geom_type == "Polygon" and not part.is_empty]


def areal(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry without its points and lines, which overlays at fixed precision do not take."""
    if geometry.geom_type in ("Polygon", "MultiPolygon"):
        return geometry
    return MultiPolygon(polygons(geometry))


def union(*geometries: BaseGeometry) -> BaseGeometry:
    """Union on the millimetre grid."""
    return areal(shapely.union_all([areal(g) for g in geometries], grid_size=GRID_SIZE))


def difference(whole: BaseGeometry, part: BaseGeometry) -> BaseGeometry:
    """Difference on the millimetre grid."""
    return areal(shapely.difference(areal(whole), areal(part), grid_size=GRID_SIZE))


def intersection(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Common area on the millimetre grid."""
    return areal(shapely.intersection(areal(one), areal(other), grid_size=GRID_SIZE))


def faces(lines: Sequence[BaseGeometry]) -> list[Polygon]:
    """The faces that lines make once they are noded on the millimetre grid."""
    noded = shapely.union_all(list(lines), grid_size=GRID_SIZE)
    return list(shapely.get_parts(shapely.polygonize(shapely.get_parts(noded))))


def within(geometries: Sequence, area: BaseGeometry) -> list:
    """Those of the geometries that touch the area, in their order."""
    if not len(geometries):
        return []
    tree = shapely.STRtree(geometries)
    return [geometries[i] for i in np.sort(tree.query(area, predicate="intersects"))]


def _flat(geometry: BaseGeometry) -> list[BaseGeometry]:
    parts = list(shapely.get_parts(geometry))
    return [leaf for part in parts for leaf in (shapely.get_parts(part) if hasattr(part, "geoms") else [part])]
