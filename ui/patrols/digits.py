"""Officers chosen by the number on a key."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent


class Digits:
    """Reads the numbers of so many officers digit by digit: 3 at once where there are nine, 1 and 2 where twelve.

    Where a number may go on, Enter ends it.
    """

    def __init__(self, officers: int = 0) -> None:
        self._officers, self._number = officers, 0

    def officer(self, event: QKeyEvent) -> int | None:
        """Return the officer a key completes, counted from 0; None while there is none. Keys it reads are accepted."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and self._number:
            event.accept()
            return self._take(self._number)
        word = event.text()
        if len(word) != 1 or not word.isdecimal():
            return None
        event.accept()
        number = 10 * self._number + int(word)
        if number > self._officers or number == 0:
            number = int(word)
        self._number = number
        if 0 < number <= self._officers < 10 * number:
            return self._take(number)
        return None

    def _take(self, number: int) -> int | None:
        self._number = 0
        return number - 1 if 0 < number <= self._officers else None
