"""A scroll area that does not lose the field somebody writes in when it becomes smaller."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QScrollArea


class SteadyScrollArea(QScrollArea):
    """Keeps what has the focus in sight when the space for it shrinks, as when a hint appears below.

    It is no stop of the Tab key itself: its fields are.
    """

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.ensureWidgetVisible(focused, 0, 8)
