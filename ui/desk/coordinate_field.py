"""Where coordinates are pasted: what they were read as and why, with the other readings to choose from."""

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ...cases import coordinates
from ...cases.coordinates import Bounds, Guess, Reading

# Half a number is a place too; what is typed is read when the typing rests.
_READ_AFTER_MS = 300
_BEFORE = "community-brain/coordinate_system"


class CoordinateField(QWidget):
    """`placed(x, y)` in metres of the room's CRS whenever a reading is taken; the last one's system is remembered.
    `unplaced()` when what gave a place says none by now.

    `srid` and `bounds` (of the subdistrict, where they are known) are set once the room is.
    """

    placed = pyqtSignal(float, float)
    unplaced = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.srid: int | None = None
        self.bounds: Bounds | None = None
        self._readings: list[Reading] = []
        self.line = QLineEdit(self)
        self.line.setObjectName("coordinates")
        self.line.setPlaceholderText(self.tr("paste coordinates"))
        self.line.setToolTip(self.tr("118.7969, 32.0603 · 32°03′37″N 118°47′49″E · metres"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_READ_AFTER_MS)
        self._wait.timeout.connect(self._read)
        self.line.textEdited.connect(self._wait.start)
        self.choice = QComboBox(self)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(self._choose)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.line, self.choice, self._note):
            layout.addWidget(widget)
        self.setFocusProxy(self.line)
        self.clear()

    def clear(self) -> None:
        """Show nothing: the place was chosen otherwise."""
        self._wait.stop()
        self.line.clear()
        self._show([], "")

    def settle(self) -> None:
        """Read what was typed just now: somebody goes on with it."""
        if self._wait.isActive():
            self._wait.stop()
            self._read()

    def note(self) -> str:
        """Return what is said about the text."""
        return self._note.text()

    def _read(self) -> None:
        text = self.line.text()
        typed = coordinates.parse(text)
        if typed is None or self.srid is None:
            self._give_up(self.tr("Not read as coordinates yet.") if text.strip() else "")
            return
        found = coordinates.readings(typed, self.srid, self.bounds)
        guess = coordinates.guess(typed, found, self.bounds, str(QgsSettings().value(_BEFORE) or "") or None)
        if guess is None:
            self._give_up(self.tr("No place of the room's coordinate system."))
            return
        self._show([guess.reading, *guess.others], self._words(guess))
        self.placed.emit(guess.reading.x, guess.reading.y)

    def _give_up(self, note: str) -> None:
        gave_place = bool(self._readings)
        self._show([], note)
        if gave_place:
            self.unplaced.emit()

    def _choose(self, number: int) -> None:
        reading = self._readings[number]
        QgsSettings().setValue(_BEFORE, reading.system)
        self._note.setText(self.tr("Taken for {system}, as you chose.").format(system=system_name(reading.system)))
        self.placed.emit(reading.x, reading.y)

    def _show(self, readings: list[Reading], note: str) -> None:
        self._readings = readings
        self.choice.clear()
        for reading in readings:
            self.choice.addItem(self._label(reading, readings[0]))
        self.choice.setVisible(len(readings) > 1)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _label(self, reading: Reading, first: Reading) -> str:
        away = round(((reading.x - first.x) ** 2 + (reading.y - first.y) ** 2) ** 0.5)
        name = system_name(reading.system)
        return name if reading is first else self.tr("{system}: {metres} m away").format(system=name, metres=away)

    def _words(self, guess: Guess) -> str:
        why = {
            coordinates.SAID: self.tr("the text says so"),
            coordinates.INSIDE: self.tr("only so it lies in the subdistrict"),
            coordinates.BEFORE: self.tr("as last time"),
            coordinates.PLAIN: self.tr("nothing says otherwise; check it"),
        }[guess.why]
        text = self.tr("Taken for {system}: {why}.").format(system=system_name(guess.reading.system), why=why)
        if self.bounds is not None and not coordinates.inside(guess.reading, self.bounds):
            text += " " + self.tr("It lies outside the subdistrict.")
        return text


def system_name(system: str) -> str:
    """Return how a coordinate system is called."""
    return {coordinates.CGCS2000: "CGCS2000 / WGS84", "GCJ-02": "GCJ-02", "BD-09": "BD-09"}.get(system, system)
