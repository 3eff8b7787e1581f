"""Room for a dock that is read: while it is in front, those below it stand back and its column is a page wide.

A report of two pages in what a small screen leaves beside the layers is five lines. What the others had comes back as
soon as another dock is in front, unless somebody has moved the borders meanwhile.
"""

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

from .compact import lay_out

# A page's width in pixels, and the share of the window it may take at most.
_PAGE, _SHARE = 430, 0.34
# Borders that were moved by less were not moved by hand.
_SLACK = 6
_LAID_OUT_MS = 100
_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class ReadingRoom(QObject):
    """Gives `dock`, docked in `window`, room while it is in front."""

    def __init__(self, window: QMainWindow, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._window, self._dock = window, dock
        self._is_in_front = False
        self._before: list[int] = []
        self._given: list[int] = []
        # The window has laid its docks out a moment after one came to the front.
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_LAID_OUT_MS)
        self._settling.timeout.connect(self._settle)
        dock.visibilityChanged.connect(self._note)

    def _note(self, is_visible: bool) -> None:
        self._is_in_front = is_visible
        self._settling.start()

    def _settle(self) -> None:
        column = self._column()
        if self._is_in_front and not self._given and self._dock in column:
            self._before = _sizes(column)
            least = [dock.minimumSizeHint().height() for dock in column]
            own = sum(dock.height() for dock in column) - sum(least) + least[column.index(self._dock)]
            wanted = [own if dock is self._dock else height for dock, height in zip(column, least, strict=True)]
            width = max(self._dock.width(), min(_PAGE, int(self._window.width() * _SHARE)))
            self._resize(column, [width, *wanted])
            self._given = _sizes(column)
        elif not self._is_in_front and self._given:
            untouched = len(self._given) == len(column) + 1 and all(
                abs(now - given) <= _SLACK for now, given in zip(_sizes(column), self._given, strict=True)
            )
            if untouched:
                self._resize(column, self._before)
            self._given = []

    def _column(self) -> list[QDockWidget]:
        """Return the docks in front on the dock's side of the window, from top to bottom."""
        area = self._window.dockWidgetArea(self._dock)
        docks = self._window.findChildren(QDockWidget, options=_CHILDREN)
        beside = (dock for dock in docks if self._window.dockWidgetArea(dock) == area and not dock.isFloating())
        shown = (dock for dock in beside if dock.isVisible() and not dock.visibleRegion().isEmpty())
        return sorted(shown, key=lambda dock: dock.y())

    def _resize(self, column: Sequence[QDockWidget], sizes: Sequence[int]) -> None:
        self._window.resizeDocks([column[0]], [sizes[0]], Qt.Orientation.Horizontal)
        asked = list(sizes[1:])
        # The bar of tabs is part of what is shared out: how much, the first time shows.
        for _ in range(2):
            self._window.resizeDocks(list(column), asked, Qt.Orientation.Vertical)
            lay_out()
            self._window.layout().activate()
            missed = (height - dock.height() for height, dock in zip(sizes[1:], column, strict=True))
            asked = [max(1, height + more) for height, more in zip(asked, missed, strict=True)]


def _sizes(column: Sequence[QDockWidget]) -> list[int]:
    """Return the width of a column of docks and the height of each."""
    return [column[0].width(), *(dock.height() for dock in column)] if column else []
