"""The chosen case on the map: a ring around it and the outline of its grid, drawn over everything else."""

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QPainter, QPen

_RADIUS = 17.0
_INK, _HALO = "#111111", "#ffffff"


class Ring(QgsMapCanvasItem):
    """A black ring with a white edge: seen on any ground, and in black and white."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._point: QgsPointXY | None = None
        self.setZValue(200)

    def move(self, point: QgsPointXY | None) -> None:
        """Show the ring around a point in the canvas's CRS, or nowhere."""
        self._point = point
        self.setVisible(point is not None)
        self.updatePosition()

    def updatePosition(self) -> None:
        if self._point is not None:
            self.setPos(self.toCanvasCoordinates(self._point))

    def boundingRect(self) -> QRectF:
        reach = _RADIUS + 5
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, option=None, widget=None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((_HALO, 6.0), (_INK, 2.6)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)


class CaseMarker:
    """Ring and outline of the chosen case; both are canvas items, so moving them draws no layer again."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.ring = Ring(canvas)
        self.ring.move(None)
        self.outline = QgsRubberBand(canvas, QgsWkbTypes.PolygonGeometry)
        self.outline.setStrokeColor(QColor(_INK))
        self.outline.setSecondaryStrokeColor(QColor(_HALO))
        self.outline.setFillColor(QColor(0, 0, 0, 0))
        self.outline.setWidth(3)

    def show(self, point: QgsPointXY, grid: QgsGeometry | None, crs) -> None:
        """Mark a point and its grid, both in the canvas's CRS; `crs` is that of the grid."""
        self.ring.move(point)
        if grid is None:
            self.outline.reset(QgsWkbTypes.PolygonGeometry)
        else:
            self.outline.setToGeometry(grid, crs)

    def hide(self) -> None:
        """Mark nothing."""
        self.ring.move(None)
        self.outline.reset(QgsWkbTypes.PolygonGeometry)

    def remove(self) -> None:
        """Take both off the canvas for good."""
        for item in (self.ring, self.outline):
            self._canvas.scene().removeItem(item)
