"""The area of a plan of patrols: streets outside it may be passed, but need not be walked."""

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.watch import Watch
from .working_crs import WorkingCrs, checked

translate = QCoreApplication.translate

AREA = "AREA"
#: A street is inside where at least so much of it is.
_SHARE = 0.5


def add(algorithm) -> None:
    """Add the area."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            AREA, translate("Processing", "Area or patrol grids"), [QgsProcessing.TypeVectorPolygon], optional=True
        ),
        translate(
            "Processing",
            "Only streets inside are to be walked, those of which at least half lies there; the others may be passed.",
        ),
    )


def inside(algorithm, parameters, context, feedback, graph: StreetGraph, crs: WorkingCrs, watch: Watch) -> np.ndarray:
    """Return which edges lie in the area, shape (e,); all of them where there is none."""
    source = algorithm.parameterAsSource(parameters, AREA, context)
    if source is None:
        return np.ones(len(graph.line), bool)
    into = QgsCoordinateTransform(checked(source), crs.qgis, context.transformContext())
    parts = []
    for feature in source.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        if not geometry.isNull():
            geometry.transform(into)
            parts.append(geometry if geometry.isGeosValid() else geometry.makeValid())
    if not parts:
        raise QgsProcessingException(translate("Processing", "The layer of the area is empty."))
    area = QgsGeometry.unaryUnion(parts)
    engine = QgsGeometry.createGeometryEngine(area.constGet())
    engine.prepareGeometry()
    found = np.zeros(len(graph.line), bool)
    for edge in range(len(found)):
        watch.at(edge / len(found))
        corners = slice(graph.first[edge], graph.first[edge + 1])
        places = zip(graph.corner_x[corners].tolist(), graph.corner_y[corners].tolist(), strict=True)
        line = QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in places])
        if engine.contains(line.constGet()):
            found[edge] = True
        elif engine.intersects(line.constGet()):
            found[edge] = line.intersection(area).length() >= _SHARE * line.length()
    if not found.any():
        raise QgsProcessingException(translate("Processing", "No street lies in the area."))
    told = translate("Processing", "{count} of {all} streets lie in the area.")
    algorithm.tell(feedback, told.format(count=int(found.sum()), all=len(found)))
    return found
