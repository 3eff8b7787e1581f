"""Areas to count in: those of a polygon layer, or cells that are made where the events are."""

from dataclasses import dataclass
from math import ceil, floor, sqrt

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis import weights as neighbours
from ..analysis.inside import inside
from ..analysis.raster import stretch
from ..analysis.watch import Watch
from .events import Events
from .working_crs import WorkingCrs, checked, refuse_unplaced

translate = QCoreApplication.translate

HEXAGON, SQUARE = 0, 1
_MOST_CELLS = 1_000_000
_DEFAULT_CELLS = 20_000
_METRE = 1e-3
# By so many times one event far out may widen the cells of all the others.
_TOO_LARGE = 4.0


@dataclass(frozen=True)
class Areas:
    """n areas in one system: geometries, attributes as their layer has them, and where their middles are in metres.

    The metres are those of `working`.
    """

    crs: QgsCoordinateReferenceSystem
    fields: QgsFields
    geometries: list[QgsGeometry]
    attributes: list[list]
    ids: np.ndarray
    size_km2: np.ndarray
    middle_x: np.ndarray
    middle_y: np.ndarray
    working: WorkingCrs

    def __len__(self) -> int:
        return len(self.geometries)

    def only(self, which: np.ndarray) -> "Areas":
        """Return some of the areas, by a mask of shape (n,)."""
        rows = np.flatnonzero(which)
        return Areas(
            self.crs, self.fields, [self.geometries[row] for row in rows], [self.attributes[row] for row in rows],
            self.ids[rows], self.size_km2[rows], self.middle_x[rows], self.middle_y[rows], self.working,
        )  # fmt: skip


@dataclass(frozen=True)
class Layer(Areas):
    """Areas of a polygon layer, with corners as `analysis.inside` takes them."""

    corner_x: np.ndarray
    corner_y: np.ndarray
    ring: np.ndarray
    area: np.ndarray

    def holding(self, events: Events, watch: Watch) -> tuple[np.ndarray, np.ndarray]:
        """Return pairs (area, event); the events are in the areas' own system."""
        return inside(events.x, events.y, self.corner_x, self.corner_y, self.ring, self.area, len(self), watch)

    def touching(self, kind: str) -> neighbours.Weights:
        """Return which areas touch; corners a millimetre apart are the same."""
        tolerance = _METRE / 111_000.0 if self.crs.isGeographic() else _METRE
        return neighbours.contiguity(
            self.corner_x, self.corner_y, self.ring, self.area, len(self), kind, tolerance=tolerance
        )


@dataclass(frozen=True)
class Cells(Areas):
    """Hexagons or squares, row after row from the south-west."""

    shape: int
    side: float
    west: float
    south: float
    rows: int
    columns: int

    def holding(self, events: Events, watch: Watch) -> tuple[np.ndarray, np.ndarray]:
        """Return pairs (area, event); every event is in one."""
        watch.at(0.0)
        cell = _cell_of(events.x, events.y, self)
        order = np.argsort(cell, kind="stable")
        return cell[order], order

    def touching(self, kind: str) -> neighbours.Weights:
        """Return which cells touch; hexagons touch along sides only."""
        if self.shape == SQUARE:
            return neighbours.lattice(self.rows, self.columns, kind)
        return neighbours.distance_band(self.middle_x, self.middle_y, self.side * 1.1)


def of_layer(source, watch: Watch) -> Layer:
    """Read the areas of a polygon source; one without a shape, or that lies nowhere, is refused by its id."""
    geometries, attributes, ids, corners, ring, area = [], [], [], [], [], []
    crs = checked(source)
    count = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures()):
        watch.at(0.5 * number / count)
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            told = translate("Processing", "Area {feature} has no shape.")
            raise QgsProcessingException(told.format(feature=feature.id()))
        parts = QgsGeometry(geometry)
        parts.convertToMultiType()
        for part in parts.asMultiPolygon():
            for line in part:
                corners += [(point.x(), point.y()) for point in line]
                ring += [len(area)] * len(line)
                area.append(number)
        geometries.append(geometry)
        attributes.append(feature.attributes())
        ids.append(feature.id())
    if not geometries:
        raise QgsProcessingException(translate("Processing", "The layer of areas is empty."))
    places = np.array(corners)
    refuse_unplaced(crs, places, np.array(ids)[np.array(area)[ring]])
    sizes, middles = _measured(geometries, crs, watch.part(0.5, 1.0))
    working = WorkingCrs.for_places(crs, middles)
    x, y = working.project(crs, middles)
    corner_x, corner_y = places.T
    return Layer(
        crs, source.fields(), geometries, attributes, np.array(ids), sizes, x, y,
        working, corner_x, corner_y, np.array(ring), np.array(area),
    )  # fmt: skip


def _measured(
    geometries: list[QgsGeometry], crs: QgsCoordinateReferenceSystem, watch: Watch
) -> tuple[np.ndarray, np.ndarray]:
    """Return km² on the ellipsoid, shape (n,), and middles in the areas' own system, shape (n, 2)."""
    measure = QgsDistanceArea()
    measure.setEllipsoid("WGS84")
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    sizes, middles = [], []
    for number, geometry in enumerate(geometries):
        if number % 100 == 0:
            watch.at(number / len(geometries))
        centre = geometry.centroid().asPoint()
        middles.append((centre.x(), centre.y()))
        sizes.append(measure.measureArea(geometry) / 1e6)
    return np.array(sizes), np.array(middles)


def around(events: Events, crs: WorkingCrs, shape: int, side: float, watch: Watch) -> Cells:
    """Make cells over all events; `side` is their width in metres, 0 for one that suits the number of events.

    That one is the usual for counting in quadrats, √(2 · area ÷ events), and makes some 20,000 cells at most.
    """
    if not len(events):
        raise QgsProcessingException(translate("Processing", "There are no events to make cells around."))
    far = int(np.argmax(np.hypot(events.x - np.median(events.x), events.y - np.median(events.y))))
    if side <= 0.0:
        side = _suiting(len(events), np.ptp(events.x), np.ptp(events.y))
        if side > _TOO_LARGE * _suiting(len(events), stretch(events.x), stretch(events.y)):
            told = translate(
                "Processing",
                "Feature {feature} lies so far out that cells would be {side} m wide. Correct it, or give their width.",
            )
            raise QgsProcessingException(told.format(feature=events.feature[far], side=f"{side:,.0f}"))
    step = side if shape == SQUARE else side * sqrt(3.0) / 2.0
    west, south = floor(events.x.min() / side) * side, floor(events.y.min() / step) * step
    columns = ceil((events.x.max() - west) / side) + 1 + (shape == HEXAGON)
    rows = ceil((events.y.max() - south) / step) + 1 + (shape == HEXAGON)
    if rows * columns > _MOST_CELLS:
        told = translate(
            "Processing", "There would be {count} cells. Make them larger, or correct feature {feature}, far out."
        )
        raise QgsProcessingException(told.format(count=rows * columns, feature=events.feature[far]))
    row, column = (index.ravel() for index in np.indices((rows, columns)))
    if shape == SQUARE:
        x, y = west + (column + 0.5) * side, south + (row + 0.5) * side
        size = side * side / 1e6
    else:
        x, y = west + (column + 0.5 * (row % 2)) * side, south + row * step
        size = side * step / 1e6
    geometries = []
    for number, (east, north) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
        if number % 1000 == 0:
            watch.at(number / len(x))
        geometries.append(_geometry(shape, east, north, side))
    return Cells(
        crs.qgis, QgsFields(), geometries, [[] for _ in geometries], np.arange(1, len(x) + 1), np.full(len(x), size),
        x, y, crs, shape, side, west, south, rows, columns,
    )  # fmt: skip


def _suiting(count: int, wide: float, high: float) -> float:
    """Return the width of cells that suits so many events on so much ground, two digits."""
    ground = max(wide, 1.0) * max(high, 1.0)
    return float(f"{max(sqrt(2.0 * ground / count), sqrt(ground / _DEFAULT_CELLS), 1.0):.2g}")


def _geometry(shape: int, x: float, y: float, side: float) -> QgsGeometry:
    half = side / 2.0
    if shape == SQUARE:
        return QgsGeometry.fromRect(QgsRectangle(x - half, y - half, x + half, y + half))
    point = side / sqrt(3.0)
    corners = [(0, point), (half, point / 2), (half, -point / 2), (0, -point), (-half, -point / 2), (-half, point / 2)]
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x + east, y + north) for east, north in (*corners, corners[0])]])


def _cell_of(x: np.ndarray, y: np.ndarray, cells: Cells) -> np.ndarray:
    """Return the number of the cell each place lies in."""
    if cells.shape == SQUARE:
        column = np.floor((x - cells.west) / cells.side).astype(np.intp)
        return np.floor((y - cells.south) / cells.side).astype(np.intp) * cells.columns + column
    step = cells.side * sqrt(3.0) / 2.0
    low = np.floor((y - cells.south) / step).astype(np.intp)
    best, found = np.full(len(x), np.inf), np.zeros(len(x), np.intp)
    # The nearest middle is in the row below or in the row above.
    for row in (low, low + 1):
        shift = 0.5 * (row % 2)
        column = np.maximum(np.rint((x - cells.west) / cells.side - shift), 0.0)
        away = (x - cells.west - (column + shift) * cells.side) ** 2 + (y - cells.south - row * step) ** 2
        nearer = away < best
        best[nearer], found[nearer] = away[nearer], (row * cells.columns + column.astype(np.intp))[nearer]
    return found
