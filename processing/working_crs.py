"""The system an analysis is done in: the layer's own where metres and areas are true, else one made for the place."""

from dataclasses import dataclass

import numpy as np
import pyproj
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProcessingException,
)
from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate

#: Areas may be wrong by this share before another system is made.
TOLERANCE = 0.005
#: What a layer without a system is in, which newer versions of QGIS also take a plan's own coordinates for.
_PLAN = 'ENGCRS["plan",EDATUM["plan"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]'


@dataclass(frozen=True)
class WorkingCrs:
    """A metric system. `changed` says in words why it is not the layer's own; empty where it is."""

    qgis: QgsCoordinateReferenceSystem
    pyproj: pyproj.CRS
    changed: str

    @classmethod
    def for_places(cls, crs: QgsCoordinateReferenceSystem, places: np.ndarray) -> "WorkingCrs":
        """Return the layer's own system where metres and areas are right all over the places, else an equal-area one.

        The other is Lambert's azimuthal projection around the middle of the places (their median, which a misplaced
        event does not move).
        """
        own = _of(crs)
        if not len(places) or own.geodetic_crs is None:
            # A plan's own coordinates lie nowhere on earth; they are taken as they are.
            return cls(crs, own, "")
        middle = np.median(places, axis=0)
        degrees = pyproj.Transformer.from_crs(own, own.geodetic_crs, always_xy=True)
        longitude, latitude = degrees.transform(*middle)
        reason = _fault(own, degrees, places)
        if not reason or not np.isfinite([longitude, latitude]).all():
            return cls(crs, own, "")
        text = f"+proj=laea +lat_0={latitude:.4f} +lon_0={longitude:.4f} +datum=WGS84 +units=m +no_defs"
        told = translate(
            "Processing",
            "{reason} Calculated in an equal-area system around the events instead: Lambert azimuthal, "
            "centre {latitude}°, {longitude}°.",
        )
        changed = told.format(reason=reason, latitude=f"{latitude:.4f}", longitude=f"{longitude:.4f}")
        return cls(QgsCoordinateReferenceSystem.fromProj(text), pyproj.CRS.from_user_input(text), changed)

    @classmethod
    def same_as(cls, crs: QgsCoordinateReferenceSystem) -> "WorkingCrs":
        """Return a system as it is, for questions of where and not of how far."""
        return cls(crs, _of(crs), "")

    def project(self, crs: QgsCoordinateReferenceSystem, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return x and y, shape (n,), of places (n, 2) given in another system; infinite where there is no answer."""
        x, y = np.ascontiguousarray(places[:, 0]), np.ascontiguousarray(places[:, 1])
        source = _of(crs)
        if source == self.pyproj or not len(x):
            return x, y
        return pyproj.Transformer.from_crs(source, self.pyproj, always_xy=True).transform(x, y)


def checked(source) -> QgsCoordinateReferenceSystem:
    """Return the system of a source of features; refused where it has none."""
    if not source.sourceCrs().isValid():
        told = translate("Processing", "{layer} has no coordinate system. Give it the one its coordinates are in.")
        raise QgsProcessingException(told.format(layer=source.sourceName()))
    return source.sourceCrs()


def refuse_unplaced(crs: QgsCoordinateReferenceSystem, places: np.ndarray, feature: np.ndarray) -> None:
    """Refuse places (n, 2) a system cannot have, naming the first one's feature (n,): infinite, or no degrees."""
    bad = ~np.isfinite(places).all(axis=1)
    if crs.isGeographic():
        turn = 2.0 * np.pi / pyproj.CRS(_of(crs)).axis_info[0].unit_conversion_factor
        # Half a turn is enough, but some count eastwards from 0 to a whole one.
        bad |= (np.abs(places) > (turn * (1.0 + 1e-9), turn / 4.0 * (1.0 + 1e-9))).any(axis=1)
    if bad.any():
        raise unplaced(feature[bad][0], len(np.unique(feature[bad])))


def moved(geometry: QgsGeometry, transform: QgsCoordinateTransform, feature: int) -> None:
    """Bring a feature's geometry into another system, in place; refused by its feature where that knows no answer."""
    refuse_unplaced(
        transform.sourceCrs(),
        np.array([(v.x(), v.y()) for v in geometry.vertices()]).reshape(-1, 2),
        np.full(geometry.constGet().nCoordinates(), feature),
    )
    try:
        geometry.transform(transform)
    except QgsCsException:
        raise unplaced(feature, 1) from None


def unplaced(feature: int, count: int) -> QgsProcessingException:
    """Return the refusal of features whose places their system does not know."""
    told = translate(
        "Processing",
        "Feature {feature} lies nowhere its coordinate system knows ({count} such features). Correct it, or give the "
        "layer the system its coordinates are in.",
    )
    return QgsProcessingException(told.format(feature=feature, count=count))


def _of(crs: QgsCoordinateReferenceSystem) -> pyproj.CRS:
    if not crs.isValid():
        return pyproj.CRS.from_wkt(_PLAN)
    if crs.authid().startswith(("EPSG:", "ESRI:")):
        return pyproj.CRS.from_user_input(crs.authid())
    return pyproj.CRS.from_wkt(crs.toWkt(QgsCoordinateReferenceSystem.WKT_PREFERRED))


def _fault(own: pyproj.CRS, degrees: pyproj.Transformer, places: np.ndarray) -> str:
    """Return what is wrong with a system for measuring at these places, in words; nothing where it will do."""
    if own.is_geographic:
        return translate("Processing", "The layer is in degrees.")
    if any(axis.unit_conversion_factor != 1.0 for axis in own.axis_info[:2]):
        return translate("Processing", "The layer is not in metres.")
    corners = np.percentile(places, (1, 50, 99), axis=0)
    x, y = (grid.ravel() for grid in np.meshgrid(corners[:, 0], corners[:, 1]))
    longitude, latitude = degrees.transform(x, y)
    scale = pyproj.Proj(own).get_factors(longitude, latitude).areal_scale
    if not np.isfinite(scale).all() or np.abs(np.asarray(scale) - 1.0).max() > TOLERANCE:
        return translate("Processing", "The layer's coordinate system distorts areas here.")
    return ""
