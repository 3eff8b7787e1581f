"""Whose values are compared with an area's own: parameters, and the weights that come of them."""

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication
from scipy.spatial import cKDTree

from ..analysis import weights as neighbours
from ..analysis.snapping import snap
from ..analysis.street_weights import street_band
from ..errors import RoomError
from . import polygons, street_layer

translate = QCoreApplication.translate

NEIGHBOURS, RADIUS, STREETS = "NEIGHBOURS", "RADIUS", "STREETS"
_QUEEN, _ROOK, _BAND, _STREETS = range(4)


def add(algorithm) -> None:
    """Add the kind of neighbours, the distance, and the streets along which it may be measured."""
    algorithm.add_choice(
        NEIGHBOURS,
        translate("Processing", "Neighbours"),
        translate("Processing", "Whose values are compared with an area's own."),
        [
            translate("Processing", "Touching in a point or side"),
            translate("Processing", "Touching along a side"),
            translate("Processing", "Within a distance"),
            translate("Processing", "Within a distance along streets"),
        ],
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            RADIUS, translate("Processing", "Distance (metres)"), QgsProcessingParameterNumber.Double,
            optional=True, minValue=0.0,
        ),
        translate("Processing", "Between middles. Without one, just so far that every area has a neighbour."),
        advanced=True,
    )  # fmt: skip
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            STREETS, translate("Processing", "Streets"), [QgsProcessing.TypeVectorLine], optional=True
        ),
        translate("Processing", "For distances along streets, from the street nearest to each area's middle."),
        advanced=True,
    )


def of(algorithm, parameters, context, feedback, areas: polygons.Areas, watch) -> neighbours.Weights:
    """Return the weights of areas; those without a neighbour are said."""
    watch.at(0.0)
    chosen = algorithm.parameterAsEnum(parameters, NEIGHBOURS, context)
    if chosen == _STREETS:
        found = _along_streets(algorithm, parameters, context, areas, watch)
    elif chosen == _BAND:
        found = neighbours.distance_band(areas.middle_x, areas.middle_y, _radius(algorithm, parameters, context, areas))
    else:
        found = areas.touching("rook" if chosen == _ROOK else "queen")
    watch.at(1.0)
    alone = int(np.count_nonzero(np.diff(found.indptr) == 0))
    if alone:
        told = translate("Processing", "{count} areas have no neighbour.")
        feedback.pushWarning(told.format(count=alone))
    return found


def _radius(algorithm, parameters, context, areas: polygons.Areas) -> float:
    """Return the distance as given, or one so far that every area has a neighbour."""
    radius = algorithm.parameterAsDouble(parameters, RADIUS, context)
    if radius > 0.0:
        return radius
    places = np.column_stack([areas.middle_x, areas.middle_y])
    return float(cKDTree(places).query(places, 2)[0][:, 1].max()) * (1.0 + 1e-9)


def _along_streets(algorithm, parameters, context, areas: polygons.Areas, watch) -> neighbours.Weights:
    source = algorithm.parameterAsSource(parameters, STREETS, context)
    if source is None:
        raise QgsProcessingException(translate("Processing", "Distances along streets need streets."))
    radius = algorithm.parameterAsDouble(parameters, RADIUS, context)
    if radius <= 0.0:
        raise QgsProcessingException(translate("Processing", "Distances along streets need a distance."))
    graph, _ = street_layer.read(source, areas.working, "", watch.part(0.0, 0.3))
    try:
        placed = snap(graph, areas.middle_x, areas.middle_y, watch=watch.part(0.3, 0.4))
        return street_band(graph, placed, radius, watch.part(0.4, 1.0))
    except RoomError as error:
        raise QgsProcessingException(str(error)) from error
