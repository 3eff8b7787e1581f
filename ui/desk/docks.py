"""The docks of one open room, by name."""

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QTabBar, QWidget

from .reading_room import ReadingRoom

_OUT_OF_SIGHT = -500


class Docks(dict[str, QDockWidget]):
    """Makes docks in a QGIS window, brings them to the front, and takes them out again."""

    def __init__(self, iface) -> None:
        super().__init__()
        self._iface = iface
        # Bars of tabs come and go with the docks that share a place.
        self._naming = QTimer()
        self._naming.setSingleShot(True)
        self._naming.setInterval(0)
        self._naming.timeout.connect(self._name_tabs)

    def add(self, name: str, title: str, widget: QWidget, *, left: bool = False, is_read: bool = False) -> None:
        """Put a widget into a dock of its own, on the right or on the left; what is read gets room while in front."""
        dock = QDockWidget(title, self._iface.mainWindow())
        dock.setObjectName(f"community_brain_{name}")
        dock.setWidget(widget)
        area = Qt.DockWidgetArea.LeftDockWidgetArea if left else Qt.DockWidgetArea.RightDockWidgetArea
        self._iface.addDockWidget(area, dock)
        self[name] = dock
        dock.visibilityChanged.connect(lambda visible: self._naming.start())
        if is_read:
            ReadingRoom(self._iface.mainWindow(), dock)

    def open(self, name: str) -> QWidget:
        """Show a dock in front of those it shares its place with, and return its widget."""
        dock = self[name]
        dock.show()
        dock.raise_()
        return dock.widget()

    def close_all(self, names: tuple[str, ...]) -> bool:
        """Hide docks; return whether one of them was in front."""
        were_in_front = any(self[name].widget().isVisible() for name in names)
        for name in names:
            self[name].hide()
        return were_in_front

    def _name_tabs(self) -> None:
        """Let tabs be read: six in a narrow column were two letters each; those without room can be scrolled to."""
        own = {dock.windowTitle() for dock in self.values()}
        for bar in self._iface.mainWindow().findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not bar.count():
                # Qt may leave one over a dock, where it takes the clicks; others without tabs it puts away itself.
                bar.move(_OUT_OF_SIGHT - bar.width(), _OUT_OF_SIGHT - bar.height())
            elif own & {bar.tabText(place) for place in range(bar.count())}:
                bar.setUsesScrollButtons(True)
                bar.setElideMode(Qt.TextElideMode.ElideNone)

    def remove(self) -> None:
        """Take all out of the window, which lets go of them at once: the next room must not find them by name."""
        self._naming.timeout.disconnect()
        self._give_focus_back()
        for dock in self.values():
            self._iface.removeDockWidget(dock)
            dock.setParent(None)
            dock.deleteLater()

    def _give_focus_back(self) -> None:
        """Leave the focus to the map: Qt would hand it to whatever comes next, as if somebody had gone there."""
        focus = self._iface.mainWindow().focusWidget()
        if focus is not None and any(dock.isAncestorOf(focus) for dock in self.values()):
            self._iface.mapCanvas().setFocus(Qt.FocusReason.OtherFocusReason)
