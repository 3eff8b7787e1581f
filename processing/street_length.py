"""How much street lies in each area."""

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ..analysis.watch import Watch
from .polygons import Areas
from .working_crs import checked, moved


def within(areas: Areas, source, context, watch: Watch) -> np.ndarray:
    """Return km of street in each area, shape (n,). Along its border half counts: the rest is the neighbour's."""
    transform = QgsCoordinateTransform(checked(source), areas.crs, context.transformContext())
    index, lines = QgsSpatialIndex(), {}
    for number, feature in enumerate(source.getFeatures()):
        if number % 500 == 0:
            watch.at(0.0)
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        moved(geometry, transform, feature.id())
        placed = QgsFeature(number)
        placed.setGeometry(geometry)
        index.addFeature(placed)
        lines[number] = geometry
    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    measure.setSourceCrs(areas.crs, QgsProject.instance().transformContext())
    found = np.zeros(len(areas))
    for number, area in enumerate(areas.geometries):
        if number % 20 == 0:
            watch.at(number / len(areas))
        border = QgsGeometry(area.constGet().boundary())
        for line in index.intersects(area.boundingBox()):
            whole = _length(measure, lines[line].intersection(area))
            if whole > 0.0:
                found[number] += whole - 0.5 * _length(measure, lines[line].intersection(border))
    return found / 1000.0


def _length(measure: QgsDistanceArea, geometry: QgsGeometry) -> float:
    """Return metres of the lines in a geometry."""
    lines = [part for part in geometry.asGeometryCollection() if part.type() == QgsWkbTypes.LineGeometry]
    return sum(measure.measureLength(line) for line in lines)
