"""Where the docks stand while the room is open, and how the window looked before."""

from collections.abc import Callable

from qgis.core import QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

from .compact import Compact, StatusParts, lay_out, shown_bars

_LAYOUT, _COMPACT_LAYOUT = "community-brain/layout", "community-brain/layout_compact"
_HEIGHTS = "community-brain/queue_and_case_height"
# Where QGIS itself keeps its window.
_QGIS_LAYOUT = "UI/state"
# Wide enough for a row of the queue, narrow enough to leave the map the middle of a 1366 pixel screen.
_LEFT_SHARE, _RIGHT_SHARE = 0.27, 0.20
_QUEUE_SHARE, _ALARM_SHARE = 0.5, 0.6
_SETTLED_MS = 200


class Arrangement(QObject):
    """The room's layout of a window. The person's own changes come back the next time the room opens.

    There are two layouts, each with changes of its own: the wide one, and one for a screen that has no room for it.
    `available` tells how much room the screen has for the window, in points.
    """

    def __init__(self, window: QMainWindow, available: Callable[[], QSize] | None = None, parent=None) -> None:
        super().__init__(parent)
        self._window = window
        self._available = available or self._room_on_screen
        self._before = window.saveState()
        self._size = window.size()
        self._docks: tuple[QDockWidget, ...] = ()
        self._compact: Compact | None = None
        self._parts = StatusParts(window)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(_SETTLED_MS)
        self._fitting.timeout.connect(self.fit)
        # What the wide layout looked like and needed at least, when there was no room for it.
        self._wide = QByteArray()
        self._needs = QSize()
        self._has_fitted = self._is_kept = False

    @property
    def is_compact(self) -> bool:
        """Whether the screen has no room for the wide layout."""
        return self._compact is not None

    def enter(self, queue: QDockWidget, case: QDockWidget, alarms: QDockWidget, *beside: QDockWidget) -> None:
        """Queue and case file left, alarms right with QGIS's layers below; or as the person left it.

        What stands `beside` the alarms are tabs behind them.
        """
        self._docks = (queue, case, alarms, *beside)
        kept = QgsSettings().value(_LAYOUT)
        self._is_kept = isinstance(kept, QByteArray) and self._window.restoreState(kept)
        if not self._is_kept:
            self._stand()
            self._shrink()
            self._share_out()
        self._shrink()
        # What docks need at least is known only once the window has laid them out.
        QTimer.singleShot(_SETTLED_MS, self._settle_in)

    def leave(self) -> None:
        """Remember the layout and give the window back as it was."""
        self._window.removeEventFilter(self)
        kept = self._window.saveState()
        QgsSettings().setValue(_COMPACT_LAYOUT if self.is_compact else _LAYOUT, kept)
        if not self.is_compact:
            QgsSettings().setValue(_HEIGHTS, [dock.height() for dock in self._docks[:2]])
        self._size = self._window.size()
        if self._compact is not None:
            self._compact.leave()
            self._compact = None
        self._fitting.stop()
        self._parts.leave()
        self._docks = ()
        self._window.restoreState(self._before)
        # A QGIS that ends has kept its window before it unloads its plugins: with the room in it.
        if QgsSettings().value(_QGIS_LAYOUT) == kept:
            QgsSettings().setValue(_QGIS_LAYOUT, self._before)

    def settle(self) -> None:
        """Give the window its size back once the room's docks are gone: beside QGIS's own they made it taller."""
        self._shrink()

    def fit(self) -> None:
        """Take the layout that the screen has room for; called when either has changed."""
        if not self._docks or sip.isdeleted(self._window):
            return
        lay_out()
        room, needed = self._available(), self._window.minimumSizeHint()
        if self._compact is not None:
            if _holds(room, self._needs):
                self._widen()
        elif _holds(room, needed):
            self._has_fitted = True
        else:
            self._needs = needed
            self._narrow(room)
        self._parts.fit(min(room.width(), self._window.width()))

    def fit_soon(self) -> None:
        """Take the layout that there is room for a moment later; called when something needs more of it."""
        self._fitting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A dock that is opened may make the window outgrow its screen; and the status bar has more room, or less.
        if event.type() == QEvent.Type.Resize:
            self._fitting.start()
        return False

    def _settle_in(self) -> None:
        if not self._docks or sip.isdeleted(self._window):
            return
        self._shrink()
        if self._is_kept:
            self._share_height()
        self._window.installEventFilter(self)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._follow_screen)
            self._follow_screen(handle.screen())
        self.fit()

    def _share_height(self) -> None:
        """Give queue and case file the heights they had: restored among docks that still come, one loses some."""
        heights = [int(height) for height in QgsSettings().value(_HEIGHTS) or ()]
        docks = self._docks[:2]
        if len(heights) == len(docks) and all(heights) and not any(dock.isFloating() for dock in docks):
            self._window.resizeDocks(list(docks), heights, Qt.Orientation.Vertical)

    def _follow_screen(self, screen) -> None:
        screen.availableGeometryChanged.connect(self.fit)
        self.fit()

    def _room_on_screen(self) -> QSize:
        window = self._window
        frame = window.frameGeometry().size() - window.geometry().size()
        return window.screen().availableGeometry().size() - frame

    def _narrow(self, room: QSize) -> None:
        """Take the layout for a small screen, as the person left it."""
        window, settings = self._window, QgsSettings()
        self._wide = window.saveState()
        if self._has_fitted:
            settings.setValue(_LAYOUT, self._wide)
        closed = [dock for dock in self._docks if dock.isHidden()]
        bars, kept = shown_bars(window), settings.value(_COMPACT_LAYOUT)
        self._compact = Compact(window)
        if isinstance(kept, QByteArray) and window.restoreState(kept):
            if not all(dock.isHidden() for dock in closed):
                self._docks[1].raise_()
            for dock in closed:
                dock.hide()
        else:
            queue, case, alarms, *beside = self._docks
            own = [dock for dock in (self._dock("Layers"), self._dock("Browser")) if dock is not None]
            self._compact.stack((queue, alarms, *own), (case, *beside))
        self._compact.enter(bars)
        self._compact.narrow_middle()
        self._parts.fit(room.width())
        self._shrink()

    def _widen(self) -> None:
        """Go back to the wide layout."""
        QgsSettings().setValue(_COMPACT_LAYOUT, self._window.saveState())
        self._compact.leave()
        self._compact = None
        closed = [dock for dock in self._docks if dock.isHidden()]
        self._window.restoreState(self._wide)
        for dock in closed:
            dock.hide()
        if not self._has_fitted:
            self._share_out()
        self._has_fitted = True

    def _stand(self) -> None:
        """Put every dock into its place."""
        window, (queue, case, alarms, *beside) = self._window, self._docks
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

    def _share_out(self) -> None:
        """Give every dock its share of the window."""
        queue, case, alarms = self._docks[:3]
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._share((queue, alarms), (_LEFT_SHARE, _RIGHT_SHARE), across)
        self._share((queue, case), (_QUEUE_SHARE, 1 - _QUEUE_SHARE), down)
        layers = self._dock("Layers")
        if layers is not None:
            self._share((alarms, layers), (_ALARM_SHARE, 1 - _ALARM_SHARE), down)

    def _shrink(self) -> None:
        """Give the window its size back: docks that came one below the other made it taller than a small screen."""
        window = self._window
        if sip.isdeleted(window) or window.isFullScreen():
            return
        lay_out()
        window.layout().activate()
        room = self._available()
        if window.isMaximized():
            if self.is_compact and not _holds(room, window.size()):
                # It was made larger than its screen, and stays so until it is maximized anew.
                window.showNormal()
                window.showMaximized()
            return
        size = self._size.boundedTo(room) if self.is_compact else self._size
        if not _holds(size, window.size()):
            window.resize(size)

    def _share(self, docks, shares, orientation: Qt.Orientation) -> None:
        whole = self._window.width() if orientation == Qt.Orientation.Horizontal else self._window.height()
        self._window.resizeDocks(list(docks), [int(whole * share) for share in shares], orientation)

    def _dock(self, name: str) -> QDockWidget | None:
        return self._window.findChild(QDockWidget, name)


def _holds(room: QSize, size: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()
