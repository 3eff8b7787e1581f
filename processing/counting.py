"""Events counted in areas: those of a layer, or cells that are made. Parameters and what comes of them."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QCoreApplication

from . import look, polygons
from .events import Events
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

AREAS, CELLS, SIZE = "AREAS", "CELLS", "SIZE"


@dataclass(frozen=True)
class Counted:
    """Areas, events, and pairs (area, event) of which lies in which, each of shape (p,)."""

    areas: polygons.Areas
    events: Events
    area: np.ndarray
    event: np.ndarray


def add_areas(algorithm) -> None:
    """Add the areas to count in."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            AREAS, translate("Processing", "Areas to count in"), [QgsProcessing.TypeVectorPolygon], optional=True
        ),
        translate("Processing", "Unit grids, patrol grids or others. Without any, cells are made."),
    )


def add_cells(algorithm) -> None:
    """Add shape and width of cells."""
    algorithm.add_choice(
        CELLS,
        translate("Processing", "Cells"),
        translate("Processing", "The shape of cells that are made; all neighbours of a hexagon are equally far."),
        [translate("Processing", "Hexagons"), translate("Processing", "Squares")],
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            SIZE, translate("Processing", "Width of cells (metres)"), QgsProcessingParameterNumber.Double,
            optional=True, minValue=0.0,
        ),
        translate("Processing", "Without one, √(2 · area ÷ events), so that a cell has two events on average."),
    )  # fmt: skip


def counted(algorithm, parameters, context, feedback, fields, watch) -> Counted:
    """Return which events lie in which areas, and say how many lie in none."""
    given = algorithm.parameterAsSource(parameters, AREAS, context)
    areas = None if given is None else polygons.of_layer(given, watch.part(0.0, 0.3))
    crs = None if areas is None else WorkingCrs.same_as(areas.crs)
    events, working = algorithm.events(parameters, context, feedback, fields, crs, watch.part(0.3, 0.6))
    if areas is None:
        shape = algorithm.parameterAsEnum(parameters, CELLS, context)
        side = algorithm.parameterAsDouble(parameters, SIZE, context)
        areas = polygons.around(events, working, shape, side, watch.part(0.6, 0.8))
        told = translate("Processing", "{count} cells, {side} m wide.")
        algorithm.tell(feedback, told.format(count=len(areas), side=look.figure(areas.side)))
    area, event = areas.holding(events, watch.part(0.8, 1.0))
    outside = len(events) - len(np.unique(event))
    if outside:
        told = translate("Processing", "{count} events lie in no area and do not count.")
        feedback.pushWarning(told.format(count=outside))
    return Counted(areas, events, area, event)
