"""The Tab key goes as the eye does: from top to bottom, and in a row from left to right."""

from itertools import pairwise

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QWidget

# Tops that differ by less are one row, in pixels.
_ROW = 12


def follow_the_eye(body: QWidget) -> list[QWidget]:
    """Order the widgets of `body` that Tab reaches by where they stand now, and return them.

    Qt goes by when a widget was made, which in a panel whose buttons and forms come and go is no order at all.
    """
    found = [widget for widget in body.findChildren(QWidget) if _is_reached(widget) and widget.isVisibleTo(body)]
    found.sort(key=lambda widget: _place(body, widget))
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)
    return found


def _is_reached(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _place(body: QWidget, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(body, QPoint(0, 0))
    return (corner.y() + widget.height() // 2) // _ROW, corner.x()
