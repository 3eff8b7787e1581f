"""Where the docks stand while the room is open, and how the window looked before."""

from qgis.core import QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QByteArray, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

_LAYOUT = "community-brain/layout"
# Wide enough for a row of the queue, narrow enough to leave the map the middle of a 1366 pixel screen.
_LEFT_SHARE, _RIGHT_SHARE = 0.27, 0.20
_QUEUE_SHARE, _ALARM_SHARE = 0.5, 0.6
_SETTLED_MS = 200


class Arrangement:
    """The room's layout of a window. The person's own changes come back the next time the room opens."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._before = window.saveState()
        self._size = window.size()

    def enter(self, queue: QDockWidget, case: QDockWidget, alarms: QDockWidget, *beside: QDockWidget) -> None:
        """Queue and case file left, alarms right with QGIS's layers below; or as the person left it.

        What stands `beside` the alarms are tabs behind them.
        """
        kept = QgsSettings().value(_LAYOUT)
        # What docks need at least is known only once the window has laid them out.
        QTimer.singleShot(_SETTLED_MS, self._shrink)
        if isinstance(kept, QByteArray) and self._window.restoreState(kept):
            self._shrink()
            return
        window = self._window
        right = Qt.DockWidgetArea.RightDockWidgetArea
        window.splitDockWidget(queue, case, Qt.Orientation.Vertical)
        own = [dock for dock in (self._dock("Layers"), self._dock("Browser")) if dock is not None]
        for dock in own:
            window.addDockWidget(right, dock)
        if own:
            window.splitDockWidget(alarms, own[0], Qt.Orientation.Vertical)
            for dock in own[1:]:
                window.tabifyDockWidget(own[0], dock)
            own[0].raise_()
        # Last: what is split off a tab would become one.
        for dock in beside:
            window.tabifyDockWidget(alarms, dock)
        alarms.raise_()
        self._shrink()
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._share((queue, alarms), (_LEFT_SHARE, _RIGHT_SHARE), across)
        self._share((queue, case), (_QUEUE_SHARE, 1 - _QUEUE_SHARE), down)
        if own:
            self._share((alarms, own[0]), (_ALARM_SHARE, 1 - _ALARM_SHARE), down)

    def leave(self) -> None:
        """Remember the layout and give the window back as it was."""
        QgsSettings().setValue(_LAYOUT, self._window.saveState())
        self._size = self._window.size()
        self._window.restoreState(self._before)

    def settle(self) -> None:
        """Give the window its size back once the room's docks are gone: beside QGIS's own they made it taller."""
        self._shrink()

    def _shrink(self) -> None:
        """Give the window its size back: docks that came one below the other made it taller than a small screen."""
        window = self._window
        if sip.isdeleted(window) or window.isMaximized() or window.isFullScreen():
            return
        window.layout().activate()
        if window.width() > self._size.width() or window.height() > self._size.height():
            window.resize(self._size)

    def _share(self, docks, shares, orientation: Qt.Orientation) -> None:
        whole = self._window.width() if orientation == Qt.Orientation.Horizontal else self._window.height()
        self._window.resizeDocks(list(docks), [int(whole * share) for share in shares], orientation)

    def _dock(self, name: str) -> QDockWidget | None:
        return self._window.findChild(QDockWidget, name)
