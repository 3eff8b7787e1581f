"""A line above what is written: that the desk is read-only, since when and why. Where there is no lock, no line."""

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..words import clock
from .look import show_text


class LockLine(QLabel):
    """Says why the room may only be read. `desk` is the DeskContext."""

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("lock")
        self.setWordWrap(True)
        self.setMargin(4)
        self.setTextFormat(Qt.TextFormat.RichText)
        desk.sending_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what holds now."""
        desk = self._desk
        if desk.read_only:
            self._show(self.tr("Read only"), desk.read_only)
        elif desk.keeps_nothing:
            since = self.tr("Read only since {time}").format(time=clock(desk.queries.since)[:5])
            goes_on = self.tr("The desk opens by itself as soon as the server keeps things again.")
            self._show(since, desk.keeps_nothing, goes_on)
        else:
            show_text(self, "")

    def _show(self, title: str, *sentences: str) -> None:
        show_text(self, f"<b style='color:#c62828'>▲ {escape(title)}</b><br>{escape(' '.join(sentences))}")


def under_lock_line(desk, page: QWidget) -> QWidget:
    """Return a widget that holds a page and, above it, the line that says when nothing can be written there."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(LockLine(desk, whole))
    layout.addWidget(page, 1)
    return whole
