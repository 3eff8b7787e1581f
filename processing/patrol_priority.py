"""A raster of density as the priority of streets: each counts by the mean of the cells along it."""

import math

import numpy as np
from qgis.core import (
    Qgis,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingParameterRasterLayer,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph, lixels
from ..analysis.watch import Watch
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

DENSITY = "DENSITY"
#: Cells read at once.
_BLOCK_CELLS = 4_000_000


def add(algorithm) -> None:
    """Add the raster."""
    algorithm.add(
        QgsProcessingParameterRasterLayer(
            DENSITY, translate("Processing", "Density raster as priority"), optional=True
        ),
        translate(
            "Processing",
            "For the most value within the shift: a metre of the street counts by the mean of the cells along it, "
            "compared with the mean of all streets, times its priority. Cells with no data count zero.",
        ),
        advanced=True,
    )


def along(algorithm, parameters, context, graph: StreetGraph, crs: WorkingCrs, watch: Watch) -> np.ndarray:
    """Return how much a metre of each edge counts by the raster, shape (e,): 1 on the mean of all streets.

    Without a raster, all count 1. The raster is looked up at steps no longer than a cell, in its own system.
    """
    layer = algorithm.parameterAsRasterLayer(parameters, DENSITY, context)
    if layer is None:
        if algorithm.parameterAsString(parameters, DENSITY, context):
            raise QgsProcessingException(algorithm.invalidRasterError(parameters, DENSITY))
        return np.ones(graph.edges)
    pieces = lixels(graph, _cell(layer, graph, crs))
    places = np.column_stack(graph.places(pieces.edge, (pieces.start + pieces.stop) / 2.0))
    x, y = WorkingCrs.same_as(layer.crs()).project(crs.qgis, places)
    found = _sampled(layer, np.asarray(x), np.asarray(y), watch)
    # All pieces of an edge are alike in length.
    mean = np.bincount(pieces.edge, found, graph.edges) / np.diff(pieces.first)
    whole = float(mean @ graph.length / graph.length.sum())
    if whole <= 0.0:
        told = translate("Processing", "{raster} is zero or has no data along all the streets.")
        raise QgsProcessingException(told.format(raster=layer.name()))
    return mean / whole


def _cell(layer: QgsRasterLayer, graph: StreetGraph, crs: WorkingCrs) -> float:
    """Return the shorter side of a cell in the middle of the streets, in metres."""
    if not layer.crs().isValid():
        told = translate("Processing", "{layer} has no coordinate system. Give it the one its coordinates are in.")
        raise QgsProcessingException(told.format(layer=layer.name()))
    middle = np.array([[np.median(graph.node_x), np.median(graph.node_y)]])
    x, y = (float(axis[0]) for axis in WorkingCrs.same_as(layer.crs()).project(crs.qgis, middle))
    wide, high = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    corners = crs.project(layer.crs(), np.array([(x, y), (x + wide, y), (x, y + high)]))
    sides = [math.dist((corners[0][0], corners[1][0]), (corners[0][n], corners[1][n])) for n in (1, 2)]
    if not (math.isfinite(min(sides)) and min(sides) > 0.0):
        told = translate("Processing", "{raster} lies nowhere near the streets. Check its coordinate system.")
        raise QgsProcessingException(told.format(raster=layer.name()))
    return max(min(sides), 0.1)


def _sampled(layer: QgsRasterLayer, x: np.ndarray, y: np.ndarray, watch: Watch) -> np.ndarray:
    """Return the values of the first band at places in the raster's system, shape (n,); 0 where it has no data."""
    provider, extent = layer.dataProvider().clone(), layer.extent()
    wide, high = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    column, row = np.floor((x - extent.xMinimum()) / wide), np.floor((extent.yMaximum() - y) / high)
    inside = (column >= 0) & (column < layer.width()) & (row >= 0) & (row < layer.height())
    if not inside.any():
        told = translate("Processing", "{raster} lies nowhere near the streets. Check its coordinate system.")
        raise QgsProcessingException(told.format(raster=layer.name()))
    found = np.zeros(len(x))
    column, row = np.where(inside, column, 0).astype(np.intp), np.where(inside, row, -1).astype(np.intp)
    left, columns = int(column[inside].min()), int(np.ptp(column[inside])) + 1
    rows = max(1, _BLOCK_CELLS // columns)
    first, last = int(row[inside].min()), int(row[inside].max()) + 1
    for top in range(first, last, rows):
        watch.at((top - first) / (last - first))
        here = np.flatnonzero((row >= top) & (row < top + rows))
        if not len(here):
            continue
        west, north = extent.xMinimum() + left * wide, extent.yMaximum() - top * high
        height = min(rows, last - top)
        frame = QgsRectangle(west, north - height * high, west + columns * wide, north)
        found[here] = _block(provider, frame, columns, height)[row[here] - top, column[here] - left]
    bad = np.flatnonzero(found < 0.0)
    if len(bad):
        told = translate(
            "Processing", "{raster} is negative along the streets, such as {value} at {place}: no density."
        )
        place = QgsPointXY(x[bad[0]], y[bad[0]]).toString(6)
        raise QgsProcessingException(told.format(raster=layer.name(), value=f"{found[bad[0]]:g}", place=place))
    return found


def _block(provider: QgsRasterDataProvider, frame: QgsRectangle, columns: int, rows: int) -> np.ndarray:
    """Return whole cells of the first band, shape (rows, columns); 0 where there is no data."""
    block = provider.block(1, frame, columns, rows)
    if not block.convert(Qgis.DataType.Float64):
        raise QgsProcessingException(provider.error().summary())
    values = np.frombuffer(bytes(block.data()), np.float64).reshape(rows, columns).copy()
    nothing = ~np.isfinite(values)
    if block.hasNoDataValue():
        nothing |= values == block.noDataValue()
    for span in provider.userNoDataValues(1):
        nothing |= (values >= span.min()) & (values <= span.max())
    values[nothing] = 0.0
    return values
