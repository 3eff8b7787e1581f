"""Where somebody works: an answer that comes late must not call him back from there."""

import contextlib
from collections.abc import Iterator

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QWidget


def works_in(*places: QWidget) -> bool:
    """Return whether the focus is in one of these places, or nowhere; then it may be moved on for the person."""
    focused = QApplication.focusWidget()
    if focused is None:
        # Another program is in front; QGIS goes on where it was left.
        focused = places[0].window().focusWidget()
    return focused is None or any(place is focused or place.isAncestorOf(focused) for place in places)


def keep_focus(place: QWidget, *more: QWidget) -> None:
    """Hold the focus in a place whose fields are about to be disabled: Qt would hand it to whatever comes next.

    What belongs to the place may stand elsewhere (`more`).
    """
    if works_in(place, *more):
        place.setFocus(Qt.FocusReason.OtherFocusReason)


@contextlib.contextmanager
def buttons_renewed(place: QWidget) -> Iterator[None]:
    """While a place's buttons are made anew, leave the focus on the one that is called the same, else in the place."""
    held = place.window().focusWidget()
    is_button = isinstance(held, QPushButton) and place.isAncestorOf(held)
    yield
    if not is_button:
        return
    known = [button for button in place.findChildren(QPushButton, held.objectName()) if button is not held]
    target = next((button for button in known if button.isEnabled()), place)
    # What was made just now is shown by its layout only later, and takes no focus before.
    target.show()
    target.setFocus(Qt.FocusReason.OtherFocusReason)
