"""Map tips: what lies under the mouse when it rests, without ever waiting for the server."""

from collections.abc import Callable

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QToolTip

from .finder import Asking, Found
from .layers import subject_of
from .subjects import COMPONENT, COMPONENT_FAR, SENSOR, words
from .tips import facts_of, tip_html
from .tools import reach_metres, to_room

_REST_MS = 450


class RoomTips(QObject):
    """Shows a tip where the mouse rests. `local` finds live rows and grids, `drawn` says which static layers are on."""

    def __init__(
        self,
        iface,
        queries,
        local: Callable[[float, float, float], list[Found]],
        drawn: Callable,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas: QgsMapCanvas = iface.mapCanvas()
        self._local = local
        self._drawn = drawn
        self._asking = Asking(queries)
        self._crs = None
        self._where = None
        self._fallback: list[Found] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)

    def open(self, crs) -> None:
        """Begin; `crs` is the room's."""
        self._crs = crs
        self._canvas.viewport().installEventFilter(self)

    def close(self) -> None:
        """Show no more tips."""
        self._rest.stop()
        self._asking.cancel()
        self._canvas.viewport().removeEventFilter(self)
        self._crs = None

    def eventFilter(self, watched, event) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and not event.buttons():
            self._where = event.pos()
            self._asking.cancel()
            self._rest.start()
        elif kind in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self._rest.stop()
            self._asking.cancel()
        return False

    def _look(self) -> None:
        if self._crs is None or self._where is None:
            return
        point: QgsPointXY = self._canvas.getCoordinateTransform().toMapCoordinates(self._where)
        reach = reach_metres(self._canvas, point, self._crs)
        place = to_room(self._canvas, point, self._crs)
        here = self._local(place.x(), place.y(), reach)
        if here and here[0].subject.group != "grids":
            self._show(here[:1])
            return
        self._fallback = here[:1]
        subjects = [subject for subject in (COMPONENT, COMPONENT_FAR, SENSOR) if self._drawn(subject)]
        if not subjects:
            self._show(here[:1])
            return
        where = (place.x(), place.y(), reach, int(self._crs.authid().rpartition(":")[2]))
        self._asking.ask(subjects, where, self._take, lambda error: self._show(self._fallback))

    def _take(self, found: list[Found]) -> None:
        if found:
            self._fallback = []
        self._show(found[:1] or self._fallback)

    def _show(self, found: list[Found]) -> None:
        if not found or self._where is None:
            return
        one = found[0]
        html = tip_html(words(one.subject.title), facts_of(one.subject, one.row))
        QToolTip.showText(self._canvas.viewport().mapToGlobal(self._where), html, self._canvas.viewport())


class TipGuard(QObject):
    """Keeps QGIS's own map tips off our PostGIS layers: it asks them on the GUI thread, which a cut network stops."""

    def __init__(self, iface, parent: QObject) -> None:
        super().__init__(parent)
        self._iface = iface
        self._action = iface.actionMapTips()
        if self._action is not None:
            self._action.toggled.connect(self.check)
            iface.currentLayerChanged.connect(self.check)

    def check(self, *_args) -> None:
        """Switch QGIS's map tips off while one of our PostGIS layers is the current one."""
        layer = self._iface.activeLayer()
        if self._action.isChecked() and subject_of(layer) and layer.providerType() == "postgres":
            self._action.setChecked(False)

    def close(self) -> None:
        """Leave QGIS alone."""
        if self._action is not None:
            self._action.toggled.disconnect(self.check)
            self._iface.currentLayerChanged.disconnect(self.check)
