"""The duty board: who is on duty, by unit, and what is open and late with each; a double click shows where he is."""

import time
from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...cases import records
from ...cases.queue import Urgency
from ..words import clock, named
from .look import URGENCY_MARKS
from .status import figures_html
from .veil import Veil

_REFRESH_MS = 60_000
_STALE_SECONDS = 20.0
# Narrower, in pixels, the board leaves these columns out; a post then stands behind the name.
_ROOM_FOR_POST, _ROOM_FOR_SEEN = 420, 400
_ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_NAME, _POST, _OPEN, _LATE, _SEEN = range(5)


class DutyBoard(QWidget):
    """Staff on duty. `centred(x, y)` in metres of the room's CRS; `told(text)` about somebody whose place is unknown.

    Read by a worker every minute, in sight or not: the map shows the same load, told by `loaded` (see `loads`).
    """

    centred = pyqtSignal(float, float)
    loaded = pyqtSignal()
    told = pyqtSignal(str)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read_at = 0.0
        self._rows: list[Mapping[str, Any]] | None = None
        self.view = QTreeWidget(self)
        self.view.setHeaderLabels(
            [self.tr("Unit, person"), self.tr("Post"), self.tr("Open"), self.tr("Late"), self.tr("Seen")]
        )
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(12)
        self.view.sortByColumn(_NAME, Qt.SortOrder.AscendingOrder)
        self.view.itemActivated.connect(self._activate)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(24)
        for column, widest in {_POST: "00000000", _OPEN: "00000", _LATE: "▲ 000", _SEEN: "00:00:"}.items():
            room = max(
                self.fontMetrics().horizontalAdvance(text) for text in (widest, self.view.headerItem().text(column))
            )
            header.resizeSection(column, room + 16)
        self._count = QLabel(self)
        self._figures = ""
        self._count.setWordWrap(True)
        self._veil = Veil(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._count)
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        desk.ready.connect(self.refresh)
        desk.room.connection_changed.connect(self._on_connection)
        self.show_state()

    def refresh(self) -> None:
        """Read who is on duty, unless the room is not live."""
        if self._desk.is_live() and self._desk.rules is not None:
            self._read_at = time.monotonic()
            self._desk.ask(records.duty_board, self._take)

    def loads(self) -> dict[str, tuple[int, int]]:
        """Return how many case files are open and late with each person on duty, by staff number."""
        found: dict[str, tuple[int, int]] = {}
        for row in self._rows or ():
            load = (row["open_cases"], row["late_cases"])
            # Two posts of one person may count the same case files.
            found[row["staff_number"]] = max(load, found.get(row["staff_number"], load))
        return found

    def begin(self) -> None:
        """Take the focus."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Veil what is not live, and say what an empty board means."""
        self._count.setText(figures_html(self._desk.room, self._figures))
        if self._rows is not None and not self._desk.is_live():
            since = clock(self._desk.room.state_since)
            self._veil.show_text(self.tr("Not live since {time}").format(time=since), "")
        elif self._rows is None:
            self._veil.show_text(self.tr("Reading who is on duty …"), "", opaque=True)
        elif not self._rows:
            self._veil.show_text(
                self.tr("Nobody is on duty"), self.tr("The roster has no shift for this hour."), opaque=True
            )
        else:
            self._veil.hide()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        if time.monotonic() - self._read_at > _STALE_SECONDS:
            self.refresh()

    def resizeEvent(self, event) -> None:
        """Names need the room most; post and time are in the tip where they find none."""
        super().resizeEvent(event)
        for column, narrowest in ((_POST, _ROOM_FOR_POST), (_SEEN, _ROOM_FOR_SEEN)):
            self.view.setColumnHidden(column, self.width() < narrowest)
        for unit in self._units():
            for place in range(unit.childCount()):
                self._name(unit.child(place))

    def _take(self, rows: list[Mapping[str, Any]]) -> None:
        """Show the rows by unit; what was folded, chosen and sorted stays so."""
        folded = {item.text(_NAME) for item in self._units() if not item.isExpanded()}
        current = self.view.currentItem()
        chosen = current.data(_NAME, _ROW_ROLE) if current is not None else None
        self._rows = rows
        self.view.setSortingEnabled(False)
        self.view.clear()
        units: dict[str, list[Mapping[str, Any]]] = {}
        for row in rows:
            units.setdefault(named(row, "department") or self.tr("Command room"), []).append(row)
        for name, people in units.items():
            self._add_unit(name, people, folded, chosen)
        self.view.setSortingEnabled(True)
        late = sum(_number(item.text(_LATE)) for item in self._units())
        number = len({row["staff_number"] for row in rows})
        self._figures = self.tr("{people} people on duty, {late} late with them").format(people=number, late=late)
        self.show_state()
        self.loaded.emit()

    def _add_unit(self, name: str, people: list[Mapping[str, Any]], folded: set[str], chosen: Any) -> None:
        # What lies with the unit is counted once, by its officers where they are on duty, else by its workers.
        officers = [row for row in people if row["role"] == "department"][:1]
        counted = officers or people
        item = _Item([name, "", *(str(sum(row[key] for row in counted)) for key in ("open_cases", "late_cases")), ""])
        font = item.font(_NAME)
        font.setBold(True)
        item.setFont(_NAME, font)
        item.setToolTip(_NAME, name)
        self.view.addTopLevelItem(item)
        for row in people:
            child = _Item([
                row["name"], named(row, "role"), str(row["open_cases"]), str(row["late_cases"]),
                clock(row["observed_at"])[:5] if row["observed_at"] else "–",
            ])  # fmt: skip
            child.setData(_NAME, _ROW_ROLE, (row["staff_number"], row["role"]))
            child.setData(_POST, _ROW_ROLE, dict(row))
            child.setToolTip(_NAME, self._tip(row))
            self._name(child)
            item.addChild(child)
            if chosen is not None and tuple(chosen) == (row["staff_number"], row["role"]):
                self.view.setCurrentItem(child)
        item.setExpanded(name not in folded)

    def _name(self, item: QTreeWidgetItem) -> None:
        """Say who it is, and the post where it has no column of its own."""
        row = item.data(_POST, _ROW_ROLE)
        parts = (row["name"], named(row, "role")) if self.view.isColumnHidden(_POST) else (row["name"],)
        item.setText(_NAME, " · ".join(parts))

    def _tip(self, row: Mapping[str, Any]) -> str:
        shift = self.tr("{shift}, until {time}").format(shift=named(row, "shift"), time=clock(row["ends_at"])[:5])
        parts = (row["name"], row["staff_number"], named(row, "role"), row["phone"], shift, row["grid_code"])
        return " · ".join(str(part) for part in parts if part)

    def _units(self) -> list[QTreeWidgetItem]:
        return [self.view.topLevelItem(number) for number in range(self.view.topLevelItemCount())]

    def _activate(self, item: QTreeWidgetItem) -> None:
        row = item.data(_POST, _ROW_ROLE)
        if not row:
            return
        # The live row knows better where he is now than the board of a minute ago.
        place = self._desk.room.staff.get(row["staff_number"]) or row
        if place.get("x") is None:
            self.told.emit(self.tr("Where {person} is was never reported.").format(person=self._tip(row)))
        else:
            self.centred.emit(place["x"], place["y"])

    def _on_connection(self) -> None:
        if self._desk.is_live() and time.monotonic() - self._read_at > _STALE_SECONDS:
            self.refresh()
        self.show_state()


class _Item(QTreeWidgetItem):
    """A row that sorts counts as numbers, and shows late ones by shape and colour."""

    def __init__(self, cells: list[str]) -> None:
        super().__init__(cells)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in (_OPEN, _LATE, _SEEN):
            self.setTextAlignment(column, right)
        if cells[_LATE] not in ("", "0"):
            mark, colour = URGENCY_MARKS[Urgency.OVERDUE]
            self.setText(_LATE, f"{mark} {cells[_LATE]}")
            self.setForeground(_LATE, QBrush(QColor(colour)))

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn() if self.treeWidget() is not None else _NAME
        if column in (_OPEN, _LATE):
            return _number(self.text(column)) < _number(other.text(column))
        return self.text(column) < other.text(column)


def _number(text: str) -> int:
    return int("".join(sign for sign in text if sign.isdigit()) or 0)
