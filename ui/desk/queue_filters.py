"""Filters of the queue that somebody has named: kept in the QGIS profile, applied by a click or a figure."""

import json
from dataclasses import asdict, dataclass

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from ...cases.queue import Filter
from .flow import FlowLayout

_KEPT = "community_brain/queue_filters"
#: As many as there are figures to press.
MOST = 9


@dataclass(frozen=True)
class Saved:
    """A bucket of the queue and words of the search, under a name."""

    name: str
    bucket: Filter
    words: str


def saved() -> list[Saved]:
    """Return the filters kept in this profile; what cannot be read is left out."""
    found = []
    try:
        rows = json.loads(str(QgsSettings().value(_KEPT) or "[]"))
    except ValueError:
        return found
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and row.get("bucket") in {bucket.value for bucket in Filter} and row.get("name"):
            found.append(Saved(str(row["name"]), Filter(row["bucket"]), str(row.get("words") or "")))
    return found[:MOST]


def keep(filters: list[Saved]) -> None:
    """Keep exactly these filters."""
    rows = [{**asdict(one), "bucket": one.bucket.value} for one in filters]
    QgsSettings().setValue(_KEPT, json.dumps(rows, ensure_ascii=False))


class SavedFilters(QWidget):
    """A row of named filters, each with the figure that applies it, and the field that names another.

    `wanted(Saved)` when one is to be applied; `left()` when the focus should go back to the queue.
    """

    wanted = pyqtSignal(object)
    left = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._filters = saved()
        self._shown: tuple[Filter, str] = (Filter.OPEN, "")
        # Which filter is given another name, by its figure; none is when one is made.
        self._renamed = 0
        self._row = QWidget(self)
        FlowLayout(self._row, 2)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name of this filter: Enter keeps it, Esc does not"))
        self.name.installEventFilter(self)
        self.name.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._row)
        layout.addWidget(self.name)
        self._list()

    @property
    def filters(self) -> list[Saved]:
        """The filters there are, in the order of their figures."""
        return list(self._filters)

    def apply(self, number: int) -> None:
        """Apply the filter of a figure, if there is one."""
        if 1 <= number <= len(self._filters):
            self.wanted.emit(self._filters[number - 1])

    def begin(self, bucket: Filter, words: str, name: str) -> None:
        """Ask what the filter that is shown shall be called; `name` is the suggestion."""
        self._shown, self._renamed = (bucket, words), 0
        self._ask(name)

    def rename(self, number: int) -> None:
        """Ask what the filter of a figure shall be called instead."""
        one = self._filters[number - 1]
        self._shown, self._renamed = (one.bucket, one.words), number
        self._ask(one.name)

    def _ask(self, name: str) -> None:
        self.name.setText(name)
        self.name.selectAll()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, number: int) -> None:
        """Forget the filter of a figure."""
        del self._filters[number - 1]
        self._store()
        self.left.emit()

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is not self.name:
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.forget(watched.property("figure"))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        elif event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._end(self.name.text().strip())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._end("")
                return True
        return super().eventFilter(watched, event)

    def _end(self, name: str) -> None:
        """Keep the filter under its name, in the place of another one of that name; without a name, do not."""
        self.name.hide()
        if name:
            one = Saved(name, *self._shown)
            if self._renamed:
                # Another one of this name gives way.
                others = [other if number != self._renamed else one for number, other in enumerate(self._filters, 1)]
                self._filters = [other for other in others if other is one or other.name != name]
            elif name in (names := [other.name for other in self._filters]):
                self._filters[names.index(name)] = one
            else:
                # The last figure is given away when all are taken.
                self._filters = [*self._filters[: MOST - 1], one]
            self._store()
        self.left.emit()

    def _store(self) -> None:
        keep(self._filters)
        self._list()

    def _list(self) -> None:
        row = self._row.layout()
        while row.count():
            row.takeAt(0).widget().deleteLater()
        for number, one in enumerate(self._filters, start=1):
            button = QToolButton(self._row)
            button.setText(f"{number} {one.name}")
            tip = self.tr("Apply this filter ({number}); right click or menu key: rename or forget it; Del: forget it")
            button.setToolTip(tip.format(number=number))
            button.setProperty("figure", number)
            button.installEventFilter(self)
            button.clicked.connect(lambda checked, number=number: self.apply(number))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda place, button=button, number=number: self._offer(button, place, number)
            )
            row.addWidget(button)
        self._row.setVisible(bool(self._filters))

    def _offer(self, button: QToolButton, place, number: int) -> None:
        menu = QMenu(button)
        menu.addAction(self.tr("Rename this filter …"), lambda: self.rename(number))
        menu.addAction(self.tr("Forget this filter"), lambda: self.forget(number))
        menu.popup(button.mapToGlobal(place))
