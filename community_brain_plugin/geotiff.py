"""GeoTIFFs of figures that are no colour.

GDAL takes the first band of a TIFF for grey, and QGIS says so in the legend, whatever its colours. GDAL does read from
its own metadata that a band is nothing of the kind, and writes it there for further bands, but no call of it does for
the first one. So the band gets an ordinary item as long as what is meant, which is put right in the closed file. A GDAL
that writes items in another way leaves it a meaningless one.
"""

from pathlib import Path

from osgeo import gdal

_NAME = "COMMUNITY_BRAIN_BAND_OF_VALUES"
_GIVEN = f' name="{_NAME}" sample="0"'.encode()
_MEANT = b' name="COLORINTERP" sample="0" role="colorinterp"'
# GDAL puts its metadata before or behind the figures.
_EDGE = 65_536


def announce(dataset: gdal.Dataset) -> None:
    """Mark the first band of a dataset before any figures are written to it, or before it is copied."""
    dataset.GetRasterBand(1).SetMetadataItem(_NAME, "Undefined")


def put_right(path: Path) -> None:
    """Say in a closed file whose first band was marked that it is no colour."""
    with path.open("r+b") as file:
        size = file.seek(0, 2)
        for begin in {0, max(0, size - _EDGE)}:
            file.seek(begin)
            place = file.read(_EDGE).find(_GIVEN)
            if place >= 0:
                file.seek(begin + place)
                file.write(_MEANT)
