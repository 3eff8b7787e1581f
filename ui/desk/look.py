"""Marks and colours of the desk: a shape for every meaning, colour second."""

from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication

from ...cases.queue import Urgency

#: Shape and colour of an urgency.
URGENCY_MARKS = {
    Urgency.OVERDUE: ("▲", "#c62828"),
    Urgency.YELLOW: ("◆", "#b26a00"),
    Urgency.IN_TIME: ("●", "#1565c0"),
    Urgency.ELSEWHERE: ("○", "#757575"),
    Urgency.ENDED: ("✓", "#757575"),
}
#: Shape and colour of an alarm's priority; the number is written beside it.
PRIORITY_MARKS = {1: ("▲", "#c62828"), 2: ("◆", "#b26a00"), 3: ("■", "#616161")}
#: Shape and colour of a connection state.
CONNECTION_MARKS = {
    "live": ("●", "#2e7d32"),
    "connecting": ("◔", "#616161"),
    "catching_up": ("◑", "#b26a00"),
    "offline": ("✕", "#c62828"),
}
#: Colour of figures that may have changed since; they stand in brackets, too.
OLD_COLOUR = "#757575"
#: How long a change tints its row.
TINT_SECONDS = 3.0


def tint() -> QColor:
    """Return the background of a row that has just changed: the selection's colour, faint."""
    base = QApplication.palette().color(QPalette.ColorRole.Base)
    mark = QApplication.palette().color(QPalette.ColorRole.Highlight)
    return QColor(*((3 * a + b) // 4 for a, b in zip(base.getRgb()[:3], mark.getRgb()[:3], strict=True)))


def show_text(label, text: str) -> None:
    """Show a text in a label; an empty one takes no room."""
    label.setText(text)
    label.setVisible(bool(text))
