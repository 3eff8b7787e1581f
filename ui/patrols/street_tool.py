"""Giving a street to another officer on the map: press on it, drop it on a street of the other, or press his number."""

from collections.abc import Callable

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...patrols import palette
from ..map.tools import reach_metres, to_canvas, to_room
from .digits import Digits
from .drawing import StreetFinder

_INK, _HALO = "#111111", "#ffffff"


class StreetTool(QgsMapTool):
    """Officers count from 0. `given(street, officer)` when a street was dropped; `pointed(street)` when one is pressed.

    `officer_of` says who visits a street, -1 for nobody. Escape lets go of the street, and of the tool where none is
    held: `left()`.
    """

    given = pyqtSignal(int, int)
    pointed = pyqtSignal(int)
    left = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, officer_of: Callable[[int], int]) -> None:
        super().__init__(canvas)
        self._officer_of = officer_of
        self._finder: StreetFinder | None = None
        self._crs = QgsCoordinateReferenceSystem()
        self._street = -1
        self._digits = Digits()
        self._held, self._target, self._way = (QgsRubberBand(canvas, QgsWkbTypes.LineGeometry) for _ in range(3))
        for band, width in ((self._held, 6), (self._target, 6), (self._way, 2)):
            band.setWidth(width)
            band.setSecondaryStrokeColor(QColor(_HALO))
        self._way.setStrokeColor(QColor(_INK))
        self._way.setLineStyle(Qt.PenStyle.DashLine)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def street(self) -> int:
        """The street that is held, -1 for none."""
        return self._street

    def work_on(self, finder: StreetFinder, crs: QgsCoordinateReferenceSystem, officers: int) -> None:
        """Find streets so from now on."""
        self.let_go()
        self._finder, self._crs, self._digits = finder, crs, Digits(officers)

    def hold(self, street: int) -> None:
        """Hold a street; -1 lets go."""
        self.let_go()
        if street >= 0 and self._finder is not None:
            self._street = street
            self._show(self._held, street)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def let_go(self) -> None:
        """Hold nothing."""
        self._street = -1
        for band in (self._held, self._target, self._way):
            band.reset(QgsWkbTypes.LineGeometry)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def remove(self) -> None:
        """Take what is drawn off the canvas for good."""
        self.let_go()
        for band in (self._held, self._target, self._way):
            self.canvas().scene().removeItem(band)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.hold(self._near(self.toMapCoordinates(event.pos())))
        if self._street >= 0:
            self.pointed.emit(self._street)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._street < 0 or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        point = self.toMapCoordinates(event.pos())
        self._way.reset(QgsWkbTypes.LineGeometry)
        middle = self._finder.line(self._street).interpolate(self._finder.line(self._street).length() / 2).asPoint()
        self._way.addPoint(to_canvas(self.canvas(), middle, self._crs))
        self._way.addPoint(point)
        target = self._near(point)
        self._target.reset(QgsWkbTypes.LineGeometry)
        if target >= 0 and self._officer_of(target) not in (-1, self._officer_of(self._street)):
            self._show(self._target, target)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if self._street < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        target = self._near(self.toMapCoordinates(event.pos()))
        officer = self._officer_of(target) if target >= 0 else -1
        self._way.reset(QgsWkbTypes.LineGeometry)
        self._target.reset(QgsWkbTypes.LineGeometry)
        if officer >= 0 and target != self._street and officer != self._officer_of(self._street):
            street = self._street
            self.let_go()
            self.given.emit(street, officer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        officer = self._digits.officer(event) if self._street >= 0 else None
        if officer is not None:
            street = self._street
            self.let_go()
            self.given.emit(street, officer)
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            if self._street >= 0:
                self.let_go()
            else:
                self.left.emit()

    def deactivate(self) -> None:
        self.let_go()
        super().deactivate()

    def _near(self, point: QgsPointXY) -> int:
        if self._finder is None:
            return -1
        reach = reach_metres(self.canvas(), point, self._crs)
        return self._finder.near(to_room(self.canvas(), point, self._crs), reach)

    def _show(self, band: QgsRubberBand, street: int) -> None:
        officer = self._officer_of(street)
        band.setStrokeColor(QColor(palette.colour(officer + 1) if officer >= 0 else _INK))
        band.setToGeometry(self._finder.line(street), self._crs)
