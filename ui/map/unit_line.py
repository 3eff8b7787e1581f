"""The way along the streets from the chosen case to the unit that has it, or that would be sent."""

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

from .tools import to_canvas

_INK, _HALO = "#37474f", "#ffffff"
_ROUTE = "SELECT metres_along, xs, ys FROM desk.route_to_unit(%s, %s)"


class UnitLine(QObject):
    """Asks a worker for the way and draws it: solid along streets, dashed where only the straight line is known.

    A square stands where the unit is. Both are canvas items, so showing them draws no layer again.
    """

    def __init__(self, canvas: QgsMapCanvas, queries, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._queries = queries
        self._asked: tuple[int, str | None] | None = None
        self._handle = None
        self.line = QgsRubberBand(canvas, QgsWkbTypes.LineGeometry)
        self.line.setStrokeColor(QColor(_INK))
        self.line.setSecondaryStrokeColor(QColor(_HALO))
        self.line.setWidth(2)
        self.end = QgsVertexMarker(canvas)
        self.end.setIconType(QgsVertexMarker.ICON_BOX)
        self.end.setColor(QColor(_INK))
        self.end.setFillColor(QColor(_HALO))
        self.end.setPenWidth(3)
        self.end.hide()

    def show(self, case_id: int, department_code: str | None, crs: QgsCoordinateReferenceSystem) -> None:
        """Draw the way from a case to its unit; where it has none yet, to the one recommended. `crs` is the room's."""
        if self._asked == (case_id, department_code):
            return
        self.hide()
        self._asked = (case_id, department_code)

        def work(connection: Any) -> tuple | None:
            with connection.cursor() as cursor:
                cursor.execute(_ROUTE, (case_id, department_code))
                return cursor.fetchone()

        self._handle = self._queries.run(work, lambda found: self._draw(found, crs), lambda error: self.hide())

    def hide(self) -> None:
        """Draw nothing, and wait for no answer."""
        if self._handle is not None:
            self._handle.cancel()
        self._handle = self._asked = None
        self.line.reset(QgsWkbTypes.LineGeometry)
        self.end.hide()

    def remove(self) -> None:
        """Take it off the canvas for good."""
        self.hide()
        for item in (self.line, self.end):
            self._canvas.scene().removeItem(item)

    def _draw(self, found: tuple | None, crs: QgsCoordinateReferenceSystem) -> None:
        self._handle = None
        if found is None:
            return
        along, xs, ys = found
        points = [QgsPointXY(x, y) for x, y in zip(xs, ys, strict=True)]
        self.line.setLineStyle(Qt.PenStyle.SolidLine if along == "street" else Qt.PenStyle.DashLine)
        self.line.setToGeometry(QgsGeometry.fromPolylineXY(points), crs)
        self.end.setCenter(to_canvas(self._canvas, points[-1], crs))
        self.end.show()
