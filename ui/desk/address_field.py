"""An address that is typed, and the places of the room it may mean, to choose from."""

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QEvent, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from .look import show_text
from .suggestions import SuggestingField

# Half an address is one too; the room is asked when the typing rests.
_ASK_AFTER_MS = 300
_SHORTEST = 2


class AddressField(SuggestingField):
    """`edited()` after every change; `wanted(words)` asks for places, whose answer goes to `take_places`.

    `placed(x, y)`, in metres of the room's CRS, when one of them was chosen, or a building has just this address;
    `unplaced()` when what is typed says something else by now. An address may say more than a place of the room does,
    and where the place is known already nothing need be chosen.
    """

    edited = pyqtSignal()
    wanted = pyqtSignal(str)
    placed = pyqtSignal(float, float)
    unplaced = pyqtSignal()
    takes_by_tab = False

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        #: Whether the report has a place that was not found by its address: Enter is for the report then.
        self.is_placed_otherwise = False
        self._name = ""
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self.layout().addWidget(self._note)
        self._say("")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_ASK_AFTER_MS)
        self._wait.timeout.connect(self._ask)
        self.line.textChanged.connect(lambda text: self.edited.emit())
        self.line.textEdited.connect(self._on_typed)

    def value(self) -> str:
        """Return what was typed."""
        return self.line.text().strip()

    @property
    def placed_name(self) -> str:
        """The name of the place that the address was found to be; empty where the place comes from elsewhere."""
        return "" if self.is_placed_otherwise else self._name

    def set_value(self, value: Any, placed_name: str | None = None) -> None:
        """Show an address; nothing is looked for. With `placed_name` it is the one the place was found by."""
        self._name = placed_name or ""
        self._show(str(value or ""))

    def take_places(self, words: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Offer the places (rows of cases.lookup.places) that fit these words, unless others stand there by now."""
        if words != self.value() or not self.line.hasFocus():
            return
        is_open = not self.is_placed_otherwise
        same = _meant(words, rows)
        if same is not None and is_open:
            self._place(same)
            return
        self.offer([(self._words(row), dict(row), str(row["note"] or row["name"])) for row in rows], is_open)
        self._say("" if rows or not is_open else self.tr("No place of this address is known: click on the map."))

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        self._wait.stop()
        self.list.hide()
        self._say("")
        self.line.setText(text)

    def _on_typed(self, text: str) -> None:
        self.list.hide()
        self._say("")
        if self._name and not text.strip().startswith(self._name):
            self._name = ""
            self.unplaced.emit()
        self._wait.start()

    def _ask(self) -> None:
        if len(self.value()) >= _SHORTEST:
            self.wanted.emit(self.value())

    def _take(self, data: Any) -> None:
        # "望舒路102号3单元" says more than the building it lies in.
        if not self.value().startswith(data["name"]):
            self._show(data["name"])
        self._place(data)

    def _place(self, row: Mapping[str, Any]) -> None:
        self.list.hide()
        self._name = str(row["name"])
        self.placed.emit(float(row["x"]), float(row["y"]))

    def _words(self, row: Mapping[str, Any]) -> str:
        """Several buildings may share an address: what each is called tells them apart."""
        own = row["note"] if row["kind"] == "building" and row["note"] != row["name"] else None
        return " · ".join(part for part in (row["name"], own, self._kind(row)) if part)

    def _say(self, text: str) -> None:
        show_text(self._note, text)

    def _kind(self, row: Mapping[str, Any]) -> str:
        return {
            "building": self.tr("building"),
            "address": self.tr("address of components"),
            "street": self.tr("street, its middle"),
            "department": self.tr("handling unit"),
            "sensor": self.tr("sensor"),
        }[row["kind"]]


def _meant(words: str, rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the one place whose address the words are or begin with, None where there is none, or more than one."""
    fits = [row for row in rows if row["kind"] in ("building", "address") and words.startswith(row["name"])]
    longest = max((len(row["name"]) for row in fits), default=0)
    best = [row for row in fits if len(row["name"]) == longest]
    best = [row for row in best if row["kind"] == "building"] or best
    return best[0] if len(best) == 1 else None
