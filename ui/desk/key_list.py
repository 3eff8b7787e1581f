"""The list of keys: what each does and where it is heard, in as many columns as the screen asks for."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QLabel, QWidget

_MARGIN = 12
# How much of the screen's height the list may take; more columns are better than a list that is cut off.
_MOST = 0.85
# How far from the edges of the screen the list stays, in pixels.
_EDGE = 4
# What stands between two lines of a table, in pixels.
_BETWEEN = 2


class KeyList(QLabel):
    """`keys` has (key, meaning) by the heading of the place they are heard in. Any key or click takes it away."""

    def __init__(self, keys: Mapping[str, Sequence[tuple[str, str]]], window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("community_brain_keys")
        self.setMargin(_MARGIN)
        self._lines = [line for heading, rows in keys.items() for line in (_heading(heading), *map(_row, rows))]

    def show_beside(self, panel: QWidget) -> None:
        """Show the list right of a panel, and always whole on its screen."""
        corner = panel.mapToGlobal(panel.rect().topRight())
        screen = QGuiApplication.screenAt(corner) or panel.screen()
        free = screen.availableGeometry().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self.set_height(int(free.height() * _MOST))
        # A popup left to itself takes two thirds of the screen at most, and cuts off the rest.
        self.resize(self.sizeHint())
        self.move(
            max(free.left(), min(corner.x(), free.x() + free.width() - self.width())),
            max(free.top(), min(corner.y(), free.y() + free.height() - self.height())),
        )
        self.show()

    def set_height(self, most: int) -> None:
        """Set the lines in the fewest columns that are no higher than so many pixels."""
        count = 1
        while True:
            self.setText(_columns(self._lines, count))
            if self.sizeHint().height() <= most or count >= len(self._lines):
                return
            count += 1

    def keyPressEvent(self, event) -> None:
        self.close()


def _columns(lines: Sequence[str], count: int) -> str:
    each = ceil(len(lines) / count)
    columns = (
        f"<td style='padding-right:18px'><table cellspacing='0' cellpadding='{_BETWEEN // 2}'>"
        f"{''.join(lines[first : first + each])}</table></td>"
        for first in range(0, len(lines), each)
    )
    return f"<table><tr>{''.join(columns)}</tr></table>"


def _heading(text: str) -> str:
    return f"<tr><td colspan='2'><b>{escape(text)}</b></td></tr>"


def _row(key: tuple[str, str]) -> str:
    name, meaning = key
    return (
        f"<tr><td align='right'><b>{escape(name)}</b></td>"
        f"<td style='padding-left:10px; white-space:nowrap'>{escape(meaning)}</td></tr>"
    )
