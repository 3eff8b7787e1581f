"""A raster of one or more bands as a GeoTIFF that is whole or not there."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from .. import geotiff
from ..analysis.raster import Grid
from ..analysis.watch import Watch

translate = QCoreApplication.translate
_BLOCK_CELLS = 2_000_000


@dataclass(frozen=True)
class Band:
    """Values (rows × columns, NaN for nothing) with a name people read and a unit ("" for a plain number)."""

    name: str
    values: np.ndarray
    unit: str = ""


def write(
    path: str, bands: list[Band], grid: Grid, crs: QgsCoordinateReferenceSystem, about: str, *, double: bool = False,
    watch: Watch,
) -> None:  # fmt: skip
    """Write the bands with a description; Cancelled leaves no file."""
    kind = gdal.GDT_Float64 if double else gdal.GDT_Float32
    driver = gdal.GetDriverByName("GTiff")
    size = grid.rows * grid.columns * len(bands) * (8 if double else 4)
    # Bands that one looks at apart are stored apart.
    options = ["INTERLEAVE=BAND"] + (["BIGTIFF=YES"] if size > 3_900_000_000 else [])
    dataset = driver.Create(path, grid.columns, grid.rows, len(bands), kind, options)
    if dataset is None:
        told = translate("Processing", "{path} cannot be written: {reason}")
        raise QgsProcessingException(told.format(path=path, reason=gdal.GetLastErrorMsg()))
    try:
        dataset.SetGeoTransform((grid.west, grid.cell, 0.0, grid.north, 0.0, -grid.cell))
        dataset.SetProjection(crs.toWkt(QgsCoordinateReferenceSystem.WKT_PREFERRED_GDAL))
        dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", about)
        geotiff.announce(dataset)
        for number, band in enumerate(bands):
            watch.at(0.0)
            _describe(dataset.GetRasterBand(number + 1), band)
        for number, band in enumerate(bands):
            step = watch.part(number / len(bands), (number + 1) / len(bands))
            _write_band(dataset.GetRasterBand(number + 1), band, double, step)
        dataset.FlushCache()
        watch.at(1.0)
    except BaseException:
        del dataset
        Path(path).unlink(missing_ok=True)
        raise
    del dataset
    geotiff.put_right(Path(path))


def _describe(target: gdal.Band, band: Band) -> None:
    target.SetNoDataValue(float("nan"))
    target.SetUnitType(band.unit)
    # Legends show the description; the unit alone would not be seen.
    target.SetDescription(f"{band.name} ({band.unit})" if band.unit else band.name)
    there = band.values[np.isfinite(band.values)]
    if there.size:
        target.SetStatistics(float(there.min()), float(there.max()), float(there.mean()), float(there.std()))


def _write_band(target: gdal.Band, band: Band, double: bool, watch: Watch) -> None:
    values = band.values
    rows = max(1, _BLOCK_CELLS // values.shape[1])
    for top in range(0, len(values), rows):
        watch.at(top / len(values))
        block = values[top : top + rows]
        target.WriteArray(block if double else block.astype(np.float32), 0, top)
