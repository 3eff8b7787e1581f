"""A scroll area that does not lose the field somebody writes in when it becomes smaller."""

from qgis.PyQt.QtWidgets import QScrollArea


class SteadyScrollArea(QScrollArea):
    """Keeps what has the focus in sight when the space for it shrinks, as when a hint appears below."""

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.ensureWidgetVisible(focused, 0, 8)
