"""Map tools: pan and click to identify, and picking a place for a report."""

from qgis.core import QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsMapToolPan
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

#: A press and release closer than this many pixels are a click, not a drag.
_STILL = 4
#: What lies within so many pixels of a click was meant.
REACH_PIXELS = 10


def to_room(canvas: QgsMapCanvas, point: QgsPointXY, crs) -> QgsPointXY:
    """Return a point of the canvas in the room's CRS."""
    destination = canvas.mapSettings().destinationCrs()
    if not destination.isValid() or destination == crs:
        return point
    return QgsCoordinateTransform(destination, crs, QgsProject.instance()).transform(point)


def to_canvas(canvas: QgsMapCanvas, point: QgsPointXY, crs) -> QgsPointXY:
    """Return a point of the room in the canvas's CRS."""
    destination = canvas.mapSettings().destinationCrs()
    if not destination.isValid() or destination == crs:
        return point
    return QgsCoordinateTransform(crs, destination, QgsProject.instance()).transform(point)


def reach_metres(canvas: QgsMapCanvas, point: QgsPointXY, crs, pixels: int = REACH_PIXELS) -> float:
    """Return how many metres of the room so many pixels are, at a point of the canvas."""
    beside = QgsPointXY(point.x() + pixels * canvas.mapUnitsPerPixel(), point.y())
    return to_room(canvas, point, crs).distance(to_room(canvas, beside, crs))


class RoomTool(QgsMapToolPan):
    """Drag to pan, click to ask what is there: `clicked(point in the canvas's CRS)`."""

    clicked = pyqtSignal(QgsPointXY)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._pressed = None

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        self._pressed = event.pos()
        super().canvasPressEvent(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        still = self._pressed is not None and (event.pos() - self._pressed).manhattanLength() < _STILL
        if still and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self.toMapCoordinates(event.pos()))
            return
        super().canvasReleaseEvent(event)


class PointPicker(QgsMapTool):
    """One click gives a place: `picked(point in the canvas's CRS)`; Escape or another tool gives it up: `left()`."""

    picked = pyqtSignal(QgsPointXY)
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self.toMapCoordinates(event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()

    def deactivate(self) -> None:
        super().deactivate()
        self.left.emit()
