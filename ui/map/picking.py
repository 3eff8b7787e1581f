"""Picking the place of a report: a point of the map, or the component that was clicked."""

from collections.abc import Callable

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QObject

from .finder import Asking, Found
from .subjects import COMPONENT, COMPONENT_FAR
from .tools import PointPicker, reach_metres, to_room


class Picking(QObject):
    """Sets the picking tool for one click and puts the tool before it back."""

    def __init__(self, iface, queries, drawn: Callable, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = iface.mapCanvas()
        self._drawn = drawn
        self._asking = Asking(queries)
        self._tool = PointPicker(self._canvas)
        self._tool.picked.connect(self._on_picked)
        self._tool.left.connect(self.close)
        self._before = None
        self._crs = None
        self._callback: Callable[[float, float], None] | None = None
        self._on_component: Callable[[str], None] | None = None

    def begin(self, crs, callback: Callable[[float, float], None], on_component: Callable[[str], None] | None) -> None:
        """Wait for a click; see RoomMap.pick_point."""
        self._crs, self._callback, self._on_component = crs, callback, on_component
        if self._canvas.mapTool() is not self._tool:
            self._before = self._canvas.mapTool()
            # Setting the tool that is set already would deactivate it first, and give the click up.
            self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()

    def close(self) -> None:
        """Give it up: nothing is called, the tool before comes back."""
        self._asking.cancel()
        self._callback = self._on_component = None
        before, self._before = self._before, None
        if self._canvas.mapTool() is self._tool:
            if before is not None:
                self._canvas.setMapTool(before)
            else:
                self._canvas.unsetMapTool(self._tool)

    def _on_picked(self, point: QgsPointXY) -> None:
        if self._callback is None:
            return
        place = to_room(self._canvas, point, self._crs)
        callback, on_component = self._callback, self._on_component
        reach = reach_metres(self._canvas, point, self._crs)
        self.close()

        def take(found: list[Found]) -> None:
            if found and on_component is not None:
                on_component(found[0].row["identity_code"])
            else:
                callback(place.x(), place.y())

        if on_component is None or not (self._drawn(COMPONENT) or self._drawn(COMPONENT_FAR)):
            take([])
            return
        where = (place.x(), place.y(), reach, int(self._crs.authid().rpartition(":")[2]))
        self._asking.ask([COMPONENT], where, take, lambda error: take([]))
