"""A density raster as a GeoTIFF that is whole or not there."""

from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.raster import Grid
from ..analysis.watch import Watch

translate = QCoreApplication.translate
_BLOCK_CELLS = 2_000_000


def write(
    path: str, values: np.ndarray, grid: Grid, crs: QgsCoordinateReferenceSystem, unit: str, about: str, *,
    double: bool = False, watch: Watch,
) -> None:  # fmt: skip
    """Write values (rows × columns, NaN for nothing) with unit and description; Cancelled leaves no file."""
    kind = gdal.GDT_Float64 if double else gdal.GDT_Float32
    driver = gdal.GetDriverByName("GTiff")
    size = values.size * (8 if double else 4)
    options = ["BIGTIFF=YES"] if size > 3_900_000_000 else []
    dataset = driver.Create(path, grid.columns, grid.rows, 1, kind, options)
    if dataset is None:
        told = translate("Processing", "{path} cannot be written: {reason}")
        raise QgsProcessingException(told.format(path=path, reason=gdal.GetLastErrorMsg()))
    try:
        dataset.SetGeoTransform((grid.west, grid.cell, 0.0, grid.north, 0.0, -grid.cell))
        dataset.SetProjection(crs.toWkt(QgsCoordinateReferenceSystem.WKT_PREFERRED_GDAL))
        dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", about)
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(float("nan"))
        band.SetUnitType(unit)
        rows = max(1, _BLOCK_CELLS // grid.columns)
        for top in range(0, grid.rows, rows):
            watch.at(top / grid.rows)
            block = values[top : top + rows]
            band.WriteArray(block if double else block.astype(np.float32), 0, top)
        there = values[np.isfinite(values)]
        if there.size:
            band.SetStatistics(float(there.min()), float(there.max()), float(there.mean()), float(there.std()))
        dataset.FlushCache()
        watch.at(1.0)
    except BaseException:
        del band, dataset
        Path(path).unlink(missing_ok=True)
        raise
