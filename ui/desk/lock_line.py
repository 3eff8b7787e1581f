"""A line above a panel: that it is not live, or the desk read-only, since when and why. Where all is well, no line."""

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ..words import clock
from .look import show_text


class LockLine(QLabel):
    """Says since when what stands below is old, or why the room may only be read. `desk` is the DeskContext."""

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
        elif desk.is_old() and desk.rules is not None:
            since = self.tr("Not live since {time}").format(time=clock(desk.room.state_since))
            self._show(since, self.tr("What stands here was so then; what is written is kept."), mark="✕")
        else:
            show_text(self, "")

    def _show(self, title: str, *sentences: str, mark: str = "▲") -> None:
        show_text(self, f"<b style='color:#c62828'>{mark} {escape(title)}</b><br>{escape(' '.join(sentences))}")


class UnderLockLine(QWidget):
    """A panel and, above it, the line that says what it must not be mistaken for."""

    def __init__(self, desk, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(LockLine(desk, self))
        layout.addWidget(panel, 1)

    def begin(self) -> None:
        """Go to where work begins in the panel."""
        self._panel.begin()
