"""A text that stands by itself, on a tab or a button: it bears the connection's mark while it is not live."""

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject

from .look import CONNECTION_MARKS


class OldMark(QObject):
    """Puts a text where `show(text)` says, marked while what `desk` (the DeskContext) shows is old."""

    def __init__(self, desk, show: Callable[[str], None], parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._show = show
        self._text = self._shown = ""
        self._is_figure = False
        desk.sending_changed.connect(self._renew)

    def say(self, text: str, is_figure: bool = True) -> None:
        """Show another text; one that tells nothing of the room bears no mark."""
        self._text, self._is_figure = text, is_figure
        self._renew()

    def _renew(self) -> None:
        # Before the room was read there is nothing that could be old.
        is_old = self._is_figure and self._desk.rules is not None and self._desk.is_old()
        mark = CONNECTION_MARKS[self._desk.room.state.value][0]
        text = f"{mark} {self._text}" if is_old else self._text
        # A tab or button that gets another text has its whole bar laid out anew.
        if text != self._shown:
            self._shown = text
            self._show(text)
