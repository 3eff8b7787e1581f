"""The raster an analysis is done on: parameters for cells, extent and study area, and what comes of them."""

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.kernels import kernel as kernel_named
from ..analysis.raster import Grid, stretch
from ..analysis.watch import Watch
from . import areas, bandwidths, look
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

CELL, EXTENT, AREA, HOLES = "CELL", "EXTENT", "AREA", "HOLES"
# Cells an event's reach has by default, and fewer of which show nothing.
_CELLS_PER_REACH, _FEW_CELLS = 30, 5
_DEFAULT_CELLS = 4_000_000


def add(algorithm) -> None:
    """Add cell size and extent."""
    algorithm.add(
        QgsProcessingParameterNumber(
            CELL,
            translate("Processing", "Cell size (metres)"),
            QgsProcessingParameterNumber.Double,
            optional=True,
            minValue=0.0,
        ),
        translate("Processing", "Without one, a thirtieth of the reach, and never more than four million cells."),
    )
    algorithm.add(
        QgsProcessingParameterExtent(EXTENT, translate("Processing", "Extent"), optional=True),
        translate("Processing", "Without one, all places an event reaches. Events beside it count all the same."),
        advanced=True,
    )


def add_area(algorithm) -> None:
    """Add the study area and what is cut out of it."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            AREA, translate("Processing", "Study area"), [QgsProcessing.TypeVectorPolygon], optional=True
        ),
        translate("Processing", "Polygons outside which nothing is shown."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterMultipleLayers(
            HOLES,
            translate("Processing", "Cut out (buildings, water)"),
            QgsProcessing.TypeVectorPolygon,
            optional=True,
        ),
        translate("Processing", "Polygons inside which nothing is shown."),
        advanced=True,
    )


def grid(
    algorithm, parameters, context, feedback, places: tuple[np.ndarray, np.ndarray], crs: WorkingCrs,
    width: float | np.ndarray,
) -> Grid:  # fmt: skip
    """Return the raster: as asked, else over all the places (x, y) reach, so that no mass is lost."""
    x, y = places
    reach = kernel_named(bandwidths.kernel(algorithm, parameters, context)).reach
    widest, narrowest = float(np.max(width)) * reach, float(np.min(width)) * reach
    cell = algorithm.parameterAsDouble(parameters, CELL, context)
    if cell <= 0.0:
        least, coarse = (_least(measure(x), measure(y), widest) for measure in (np.ptp, stretch))
        if least > narrowest / _FEW_CELLS >= coarse:
            # One misplaced event would make cells too large for all the others; this names it.
            Grid.around(x, y, narrowest / _FEW_CELLS, widest, _DEFAULT_CELLS)
        cell = _round(max(narrowest / _CELLS_PER_REACH, least))
    wanted = algorithm.parameterAsExtent(parameters, EXTENT, context, crs.qgis)
    if wanted.isNull() or wanted.isEmpty():
        found = Grid.around(x, y, cell, widest)
    else:
        corners = np.array([[wanted.xMinimum(), wanted.xMaximum()], [wanted.yMinimum(), wanted.yMaximum()]])
        found = Grid.around(*corners, cell)
    told = translate("Processing", "{columns} × {rows} cells of {cell} m.")
    algorithm.tell(feedback, told.format(columns=found.columns, rows=found.rows, cell=look.figure(cell)))
    return found


def has_area(algorithm, parameters, context) -> bool:
    """Whether anything says where events could have been seen."""
    area = algorithm.parameterAsSource(parameters, AREA, context)
    return area is not None or bool(algorithm.parameterAsLayerList(parameters, HOLES, context))


def inside(algorithm, parameters, context, raster: Grid, crs: WorkingCrs, watch: Watch) -> np.ndarray | None:
    """Return the share of each cell (0 to 1) that lies in the study area; None where there is none."""
    area = algorithm.parameterAsSource(parameters, AREA, context)
    layers = algorithm.parameterAsLayerList(parameters, HOLES, context)
    holes = [QgsProcessingFeatureSource(layer, context) for layer in layers]
    return areas.share_inside(area, holes, raster, crs, context, watch)


def _least(wide: float, high: float, margin: float) -> float:
    """Return the smallest cell with which a raster of this size and a margin does not become too large."""
    return float(np.sqrt((wide + 2.0 * margin) * (high + 2.0 * margin) / _DEFAULT_CELLS))


def _round(size: float) -> float:
    """Return the next larger of 1, 2, 5 × 10ⁿ."""
    power = 10.0 ** np.floor(np.log10(size))
    return float(next(step for step in (1.0, 2.0, 5.0, 10.0) if step * power >= size * (1.0 - 1e-9)) * power)
