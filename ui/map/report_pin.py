"""Where a report that is being written will lie: a pin over the map; a wrong click is seen before it is sent."""

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath, QPen

from .tools import to_canvas

_INK, _HALO = "#111111", "#ffffff"
_HEAD, _HEIGHT = 9.0, 26.0


class ReportPin(QgsMapCanvasItem):
    """A black pin with a white edge and a plus in its head, its tip at the place: no other mark has its shape."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._place: tuple[float, float] | None = None
        self._crs = None
        self.setZValue(210)
        self.setVisible(False)

    @property
    def place(self) -> tuple[float, float] | None:
        """Where the pin stands, in metres of the room's CRS; None while it is out of sight."""
        return self._place

    def show_at(self, place: tuple[float, float] | None, crs) -> None:
        """Stand at a place of the room, whose CRS is `crs`; without one of them nowhere."""
        self._place, self._crs = place if crs is not None else None, crs
        self.setVisible(self._place is not None)
        self.updatePosition()

    def updatePosition(self) -> None:
        if self._place is not None:
            self.setPos(self.toCanvasCoordinates(to_canvas(self._canvas, QgsPointXY(*self._place), self._crs)))

    def remove(self) -> None:
        """Take the pin off the canvas for good."""
        self._canvas.scene().removeItem(self)

    def boundingRect(self) -> QRectF:
        return QRectF(-_HEAD - 4, -_HEIGHT - _HEAD - 4, 2 * _HEAD + 8, _HEIGHT + _HEAD + 8)

    def paint(self, painter: QPainter, option=None, widget=None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = QPointF(0, -_HEIGHT)
        shape = QPainterPath()
        shape.addEllipse(head, _HEAD, _HEAD)
        needle = QPainterPath(QPointF(0, 0))
        needle.lineTo(-_HEAD * 0.86, -_HEIGHT + _HEAD * 0.5)
        needle.lineTo(_HEAD * 0.86, -_HEIGHT + _HEAD * 0.5)
        needle.closeSubpath()
        shape = shape.united(needle)
        painter.setPen(
            QPen(QColor(_HALO), 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.setBrush(QColor(_INK))
        painter.drawPath(shape)
        painter.fillPath(shape, QColor(_INK))
        painter.setPen(QPen(QColor(_HALO), 2.0))
        painter.drawLine(QPointF(-4, -_HEIGHT), QPointF(4, -_HEIGHT))
        painter.drawLine(QPointF(0, -_HEIGHT - 4), QPointF(0, -_HEIGHT + 4))
