"""Polygons as shares of raster cells: what of each cell lies in the study area and not in what is cut out of it."""

import numpy as np
from osgeo import gdal, ogr
from qgis.core import QgsCoordinateTransform, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.raster import Grid
from ..analysis.watch import Watch
from .working_crs import WorkingCrs, checked, moved

translate = QCoreApplication.translate
_FINE_CELLS = 60_000_000
_PARTS = 5


def share_inside(area, holes, grid: Grid, crs: WorkingCrs, context, watch: Watch) -> np.ndarray | None:
    """Return the share of each cell (0 to 1) inside `area` and outside `holes`; None where neither is given.

    `area` is a source or None, `holes` a list of sources. Cells are cut in parts, fewer of them on large rasters.
    """
    if area is None and not holes:
        return None
    parts = next(n for n in (_PARTS, 3, 1) if n == 1 or grid.rows * grid.columns * n * n <= _FINE_CELLS)
    fine = gdal.GetDriverByName("MEM").Create("", grid.columns * parts, grid.rows * parts, 1, gdal.GDT_Byte)
    size = grid.cell / parts
    fine.SetGeoTransform((grid.west, size, 0.0, grid.north, 0.0, -size))
    band = fine.GetRasterBand(1)
    if area is None:
        band.Fill(1)
    else:
        _burn(fine, area, 1, crs, context, watch.part(0.0, 0.5))
    for hole in holes:
        _burn(fine, hole, 0, crs, context, watch.part(0.5, 1.0))
    filled = band.ReadAsArray().reshape(grid.rows, parts, grid.columns, parts)
    found = filled.mean(axis=(1, 3), dtype=np.float64)
    if not found.any():
        raise QgsProcessingException(translate("Processing", "No cell of the raster lies in the study area."))
    return found


def _burn(target, source, value: int, crs: WorkingCrs, context, watch: Watch) -> None:
    transform = QgsCoordinateTransform(checked(source), crs.qgis, context.transformContext())
    holder = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = holder.CreateLayer("areas", None, ogr.wkbUnknown)
    count = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures()):
        watch.at(number / count)
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        moved(geometry, transform, feature.id())
        shape = ogr.Feature(layer.GetLayerDefn())
        shape.SetGeometryDirectly(ogr.CreateGeometryFromWkb(bytes(geometry.asWkb())))
        layer.CreateFeature(shape)
    gdal.RasterizeLayer(target, [1], layer, burn_values=[value])
