"""Layers of made-up events, areas and streets for the analyses, and how one is run and listened to."""

import struct
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingFeedback, QgsVectorLayer

ORIGIN = (500_000.0, 3_540_000.0)


def write_points(path: Path, places, epsg: int = 4549, shape: str = "POINT({} {})", **columns) -> str:
    """Write points (n, 2) with fields; a place of None is a feature without geometry."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    kind = ogr.CreateGeometryFromWkt(shape.format(*"00")).GetGeometryType()
    layer = file.CreateLayer("events", system, kind)
    for name, values in columns.items():
        numeric = all(isinstance(value, int | float | np.number | None) for value in values)
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal if numeric else ogr.OFTString))
    layer.StartTransaction()
    for number, place in enumerate(places):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, values in columns.items():
            if values[number] is not None:
                feature.SetField(name, values[number])
        if place is not None and not np.isfinite(place).all():
            # No text says such a place, but a file can hold it.
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(struct.pack("<BIdd", 1, ogr.wkbPoint, *place)))
        elif place is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape.format(*map(repr, map(float, place)))))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return str(path)


def crowd(count: int = 400) -> np.ndarray:
    """Return events around one middle, metres, shape (n, 2)."""
    return np.random.default_rng(4).normal((0.0, 0.0), (150.0, 220.0), (count, 2))


def write_lines(path: Path, lines, **columns) -> str:
    """Write lines of corners, metres from the origin, with fields of text; None leaves a field empty."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer("streets", system, ogr.wkbLineString)
    for name in columns:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for number, line in enumerate(lines):
        feature = ogr.Feature(layer.GetLayerDefn())
        corners = ", ".join(f"{x + ORIGIN[0]} {y + ORIGIN[1]}" for x, y in line)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"LINESTRING({corners})"))
        for name, values in columns.items():
            if values[number] is not None:
                feature.SetField(name, values[number])
        layer.CreateFeature(feature)
    return str(path)


def write_streets(path: Path, **columns) -> str:
    """Write streets every 100 m in both directions, each 2 km long, with corners where they cross."""
    steps = range(-1000, 1001, 100)
    lines = [[(x, y) for x in steps] for y in steps] + [[(x, y) for y in steps] for x in steps]
    return write_lines(path, lines, **columns)


def raster(path: str) -> tuple[np.ndarray, float, str]:
    """Return values, area of a cell in km² and unit."""
    file = gdal.Open(path)
    step = file.GetGeoTransform()[1]
    return file.ReadAsArray(), step * step / 1e6, file.GetRasterBand(1).GetUnitType()


def raster_bands(path: str) -> np.ndarray:
    """Return all bands, shape (bands, rows, columns)."""
    found = gdal.Open(path).ReadAsArray()
    return found if found.ndim == 3 else found[None]


def rows(path: str) -> list[dict]:
    """Return the attributes of a layer's features."""
    layer = QgsVectorLayer(path, "found", "ogr")
    names = layer.fields().names()
    return [dict(zip(names, feature.attributes(), strict=True)) for feature in layer.getFeatures()]


def write_squares(path: Path, side: int = 8, size: float = 100.0, south_west=(0.0, 0.0), **columns) -> str:
    """Write side × side squares from the south-west, which is given from the origin, row by row, with fields."""
    west, south = south_west
    places = [(west + column * size, south + row * size) for row in range(side) for column in range(side)]
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer("areas", system, ogr.wkbPolygon)
    is_text = {name: any(isinstance(value, str) for value in values) for name, values in columns.items()}
    for name in columns:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString if is_text[name] else ogr.OFTReal))
    layer.StartTransaction()
    for number, (x, y) in enumerate(places):
        feature = ogr.Feature(layer.GetLayerDefn())
        corners = [(0, 0), (size, 0), (size, size), (0, size), (0, 0)]
        ring = ", ".join(f"{x + dx + ORIGIN[0]} {y + dy + ORIGIN[1]}" for dx, dy in corners)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
        for name, values in columns.items():
            if values[number] is not None:
                feature.SetField(name, values[number] if is_text[name] else float(values[number]))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return str(path)


def copy_layer(path: str, to: Path, move: Callable[[np.ndarray], np.ndarray] | None = None, order=None) -> str:
    """Copy a layer with its corners (n, 2) moved, its features in another order (of their numbers from 0)."""
    source = ogr.Open(path)
    old = source.GetLayer(0)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(to))
    layer = file.CreateLayer(old.GetName(), old.GetSpatialRef(), old.GetGeomType())
    definition = old.GetLayerDefn()
    for number in range(definition.GetFieldCount()):
        layer.CreateField(definition.GetFieldDefn(number))
    features = list(old)
    layer.StartTransaction()
    for number in range(len(features)) if order is None else order:
        feature = features[number].Clone()
        feature.SetFID(ogr.NullFID)
        if move is not None:
            _move(feature.GetGeometryRef(), move)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return str(to)


def _move(shape, move: Callable[[np.ndarray], np.ndarray]) -> None:
    for part in range(shape.GetGeometryCount()):
        _move(shape.GetGeometryRef(part), move)
    if not shape.GetGeometryCount() and shape.GetPointCount():
        corners = move(np.array(shape.GetPoints())[:, :2])
        for number, corner in enumerate(corners.tolist()):
            shape.SetPoint_2D(number, *corner)


class Listener(QgsProcessingFeedback):
    """What an algorithm says; stops it when its progress passes `stop_at`."""

    def __init__(self, stop_at: float | None = None) -> None:
        super().__init__(False)
        self.stopped: float | None = None
        self.shares: list[float] = []
        self.stop_at = stop_at
        self.progressChanged.connect(self._moved)

    def _moved(self, share: float) -> None:
        self.shares.append(share)
        if self.stop_at is not None and share >= self.stop_at and self.stopped is None:
            self.stopped = time.monotonic()
            self.cancel()


def degrees(places: np.ndarray) -> np.ndarray:
    """Return places of the plane as true longitude and latitude."""
    systems = [osr.SpatialReference(), osr.SpatialReference()]
    for system, code in zip(systems, (4549, 4326), strict=True):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return np.array(osr.CoordinateTransformation(*systems).TransformPoints(places.tolist()))[:, :2]
