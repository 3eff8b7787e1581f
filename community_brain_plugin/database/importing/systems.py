"""Coordinate systems of a source and the way from there to the room's metric system. Nothing is ever guessed."""

from dataclasses import dataclass

import numpy as np
from osgeo import ogr, osr

from ...errors import RoomError
from .china_offsets import Shift, bd09_to_wgs84, gcj02_to_wgs84

#: Shifted systems that have no EPSG code, by the names people write.
OFFSETS: dict[str, Shift] = {"GCJ-02": gcj02_to_wgs84, "BD-09": bd09_to_wgs84}
WGS84 = "EPSG:4326"


@dataclass(frozen=True)
class System:
    """A source's coordinate system: the name it is shown by, its OSR reference, the shift to undo first."""

    name: str
    reference: osr.SpatialReference
    shift: Shift | None = None


def system(text: str) -> System:
    """Return the system of `EPSG:4490`, `GCJ-02`, `BD-09` or anything else OSR knows; RoomError `import.bad_crs`."""
    plain = text.strip().upper().replace("_", "-")
    for name, shift in OFFSETS.items():
        if plain.replace("-", "") == name.replace("-", ""):
            return System(name, _reference(WGS84), shift)
    return System(text.strip(), _reference(text.strip()))


def system_of_layer(layer: ogr.Layer) -> System | None:
    """Return the system a file states itself, or None."""
    stated = layer.GetSpatialRef()
    if stated is None or stated.IsLocal():
        return None
    reference = stated.Clone()
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    authority, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    return System(f"{authority}:{code}" if code else reference.GetName() or "?", reference)


class ToRoom:
    """Brings geometries from a source's system into the room's."""

    def __init__(self, source: System, srid: int) -> None:
        self.source = source
        self.srid = srid
        self._transformation = osr.CoordinateTransformation(source.reference, _reference(f"EPSG:{srid}"))

    def geometries(self, geometries: list[ogr.Geometry]) -> list[bool]:
        """Transform flat geometries in place; False for each that has no place in the room's system."""
        if self.source.shift is not None:
            _shift_all(geometries, self.source.shift)
        return [self._moved(geometry) and _is_finite(geometry) for geometry in geometries]

    def _moved(self, geometry: ogr.Geometry) -> bool:
        try:
            return geometry.Transform(self._transformation) == 0
        except RuntimeError:
            # Raised instead where somebody switched GDAL's exceptions on.
            return False


def _reference(text: str) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    try:
        failed = reference.SetFromUserInput(text) != 0
    except RuntimeError:
        # Raised instead where somebody switched GDAL's exceptions on.
        failed = True
    if failed:
        raise RoomError("import.bad_crs", crs=text)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _leaves(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    """Return the points, lines and rings a geometry is made of."""
    if geometry.GetGeometryCount() == 0:
        return [geometry]
    return [leaf for number in range(geometry.GetGeometryCount()) for leaf in _leaves(geometry.GetGeometryRef(number))]


def _shift_all(geometries: list[ogr.Geometry], shift: Shift) -> None:
    """Shift every vertex of the geometries, all in one go."""
    leaves = [leaf for geometry in geometries for leaf in _leaves(geometry) if leaf.GetPointCount()]
    if not leaves:
        return
    points = [leaf.GetPoints() for leaf in leaves]
    flat = np.array([point[:2] for line in points for point in line], float)
    x, y = shift(flat[:, 0], flat[:, 1])
    at = 0
    for leaf in leaves:
        for number in range(leaf.GetPointCount()):
            leaf.SetPoint_2D(number, float(x[at]), float(y[at]))
            at += 1


def _is_finite(geometry: ogr.Geometry) -> bool:
    return geometry.IsEmpty() or bool(np.isfinite(geometry.GetEnvelope()).all())
