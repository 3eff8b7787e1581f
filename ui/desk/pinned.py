"""A page whose head and foot stand still while what is long scrolls between them: what can be done stays in sight.

On 1366 × 768 pixels a case file has some 280 in height; its facts alone take them.
"""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QScrollArea, QVBoxLayout, QWidget

_EDGE = 6
# What scrolls is never squeezed to less than a few lines.
_LEAST_LINES = 5


class PinnedPage(QWidget):
    """Layouts `head`, `content` and `foot`, one below the other; `body` holds the content and scrolls in `area`."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.area = QScrollArea(self)
        self.body = QWidget(self.area)
        self.top, self.bottom = QWidget(self), QWidget(self)
        self.head, self.content, self.foot = (QVBoxLayout(part) for part in (self.top, self.body, self.bottom))
        self.head.setContentsMargins(_EDGE, _EDGE, _EDGE, 2)
        self.content.setContentsMargins(_EDGE, 2, _EDGE, _EDGE)
        self.foot.setContentsMargins(_EDGE, 2, _EDGE, _EDGE)
        self.bottom.hide()
        self.area.setWidget(self.body)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        # Arrows and Page Down scroll wherever nothing else on the page takes them.
        self.setFocusProxy(self.area)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.top)
        page.addWidget(self.area, 1)
        page.addWidget(self.bottom)

    def pin(self, end: QWidget) -> None:
        """Let this stand at the foot of the page until it is deleted."""
        self.foot.addWidget(end)
        end.show()
        self.bottom.show()

    def unpin(self) -> None:
        """The foot takes no room any more."""
        self.bottom.hide()

    def to_top(self) -> None:
        """Show the beginning of what scrolls."""
        self.area.verticalScrollBar().setValue(0)
