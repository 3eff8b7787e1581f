"""Where somebody works: an answer that comes late must not call him back from there."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QWidget


def works_in(*places: QWidget) -> bool:
    """Return whether the focus is in one of these places, or nowhere; then it may be moved on for the person."""
    focused = QApplication.focusWidget()
    if focused is None:
        # Another program is in front; QGIS goes on where it was left.
        focused = places[0].window().focusWidget()
    return focused is None or any(place is focused or place.isAncestorOf(focused) for place in places)


def keep_focus(place: QWidget) -> None:
    """Hold the focus in a place whose fields are about to be disabled: Qt would hand it to whatever comes next."""
    if works_in(place):
        place.setFocus(Qt.FocusReason.OtherFocusReason)
