"""The Tab key goes as the eye does: from top to bottom, and in a row from left to right."""

from collections.abc import Sequence
from itertools import pairwise

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QWidget

# Tops that differ by less are one row, in pixels.
_ROW = 12


def follow_the_eye(body: QWidget) -> list[QWidget]:
    """Order the widgets of `body` that Tab reaches by where they stand now, and return them.

    Qt goes by when a widget was made, which in a panel whose buttons and forms come and go is no order at all. A field
    made of several widgets is moved as one: Qt takes it for a stop of its own wherever it stands in the chain, so a
    field whose line alone had been moved would send Tab back from where it was left behind.
    """
    found = [widget for widget in body.findChildren(QWidget) if widget.isVisibleTo(body) and _is_stop(body, widget)]
    found.sort(key=lambda widget: _place(body, widget))
    for widget in found:
        # Qt orders no widget that takes no focus, though it stops at one that hands it on.
        widget.setFocusPolicy(_entry(widget).focusPolicy())
    in_turn(found)
    return found


def in_turn(stops: Sequence[QWidget]) -> None:
    """Let Tab lead from each of these to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _is_stop(body: QWidget, widget: QWidget) -> bool:
    """Whether a widget is a stop of its own: reached by Tab, or made of what is, and no part of such a field."""
    if not _entry(widget).focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if widget.focusProxy() is not None and not _is_field(widget):
        return False
    around = widget.parentWidget()
    while around is not None and around is not body:
        if _is_field(around):
            return False
        around = around.parentWidget()
    return True


def _is_field(widget: QWidget) -> bool:
    """Whether a widget hands the focus to one inside it."""
    return widget.focusProxy() is not None and widget.isAncestorOf(widget.focusProxy())


def _entry(widget: QWidget) -> QWidget:
    """Return the widget that has the focus once `widget` is given it."""
    while widget.focusProxy() is not None:
        widget = widget.focusProxy()
    return widget


def _place(body: QWidget, widget: QWidget) -> tuple[int, int]:
    entry = _entry(widget)
    corner = entry.mapTo(body, QPoint(0, 0))
    return (corner.y() + entry.height() // 2) // _ROW, corner.x()
