"""Keys of a panel of the desk, heard while the focus is in it.

F5 is one of its own kind: QGIS has it for drawing the map again, and of two owners Qt would hear neither.
"""

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QWidget


def add_keys(panel: QWidget, act: Callable[[], None], *keys: str) -> None:
    """While the focus is in `panel`, each of the keys calls `act`."""
    action = QAction(panel)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda checked=False: act())
    panel.addAction(action)


class RefreshKey(QObject):
    """While the focus is in `panel`, F5 calls `refresh` and nobody else hears it."""

    def __init__(self, panel: QWidget, refresh: Callable[[], None]) -> None:
        super().__init__(panel)
        self._refresh = refresh
        panel.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or event.key() != Qt.Key.Key_F5:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self._refresh()
        event.accept()
        return True
