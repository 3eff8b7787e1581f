"""Operating states of the room's areas in a dock: what holds where, since when, until when and why.

Enter goes from the list to the form, Ctrl+Enter sets, F5 reads the areas again, Esc goes back to the queue.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...grids import operating
from ...wording import name
from ..words import moment, named
from .fields import MomentField
from .own_key import RefreshKey, add_keys
from .steady import SteadyScrollArea

_KEY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 5


class AreaStatesPanel(SteadyScrollArea):
    """Follows the room's live rows; leaders set another state.

    `left()` asks for the queue, `summed(text)` says how things stand in a few words.
    """

    left = pyqtSignal()
    summed = pyqtSignal(str)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._areas: list[Mapping[str, Any]] = []
        self._held: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._is_busy = self._asked = False
        self._build()
        RefreshKey(self, self.refresh)
        add_keys(self, self.set_state, "Ctrl+Return", "Ctrl+Enter")
        add_keys(self, self.left.emit, "Esc")
        desk.ready.connect(self._offer)
        desk.sending_changed.connect(self._offer)
        desk.room.loaded.connect(self._follow)
        desk.room.changed.connect(lambda subject, upserted, removed: self._follow() if subject == "area" else None)
        self._follow()

    def begin(self) -> None:
        """Read the areas, and go to their list."""
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the areas again."""
        self._desk.ask(operating.areas, self._take_areas)

    def sum_up(self) -> str:
        """Return the state that needs most attention, and how many areas are out of the normal."""
        state, number = operating.gravest(self._held.values())
        return f"{_marked(state)} ({number})" if number else _marked(state)

    def tick(self) -> None:
        """Let a state run out at its time; called once a second."""
        if operating.holding(self._desk.room.areas.values(), self._desk.room_now()).keys() != self._held.keys():
            self._follow()

    def choose(self, kind: str, code: str) -> None:
        """Choose an area."""
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            if item.data(0, _KEY) == (kind, code):
                self.list.setCurrentItem(item)

    def set_state(self) -> None:
        """Set the state chosen for the area chosen; that asks once, since it changes what the room goes by."""
        area = self._chosen()
        if area is None or not self.do_it.isEnabled():
            return
        if not self.reason.text().strip():
            self._say(self.tr("Say why: the reason is kept and shown with the state."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self._asked:
            self._asked = True
            words = self.tr("Every desk sees it; rules and units for “{state}” apply in {area} from now on.")
            self._say(words.format(state=self.state.currentText(), area=named(area, "name") or area["code"]))
            self.do_it.setText(self.tr("Yes, set it (Ctrl+Enter)"))
            return
        kind, code, state = area["kind"], area["code"], self.state.currentData()
        reason, until = self.reason.text().strip(), self.until.value() if self.ends.isChecked() else None
        self._is_busy = True
        self._say(self.tr("Sending …"))
        self._offer()
        self._desk.queries.run(
            lambda connection: operating.set_state(connection, kind, code, state, reason, until),
            self._on_done,
            self._on_failed,
        )

    def _build(self) -> None:
        body = QWidget(self)
        self.list = QTreeWidget(body)
        self.list.setObjectName("areas")
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([self.tr("Area"), self.tr("State"), self.tr("Until")])
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS_SHOWN)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda now, before: self._show_chosen())
        self.list.itemActivated.connect(lambda item, column: self._start())
        self._facts, self._readers, self.message = (QLabel(body) for _ in range(3))
        for label in (self._facts, self._readers, self.message):
            label.setWordWrap(True)
        self._readers.setText(self.tr("A shift leader or an administrator sets the state of an area."))
        self.message.hide()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.list, 1)
        for widget in (self._facts, self._form(body), self._readers, self.message, self.do_it):
            layout.addWidget(widget)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _form(self, parent: QWidget) -> QWidget:
        self._fields = QWidget(parent)
        self.state, self.reason = QComboBox(self._fields), QLineEdit(self._fields)
        for state in operating.STATES:
            self.state.addItem(name("operating_state", state), state)
        self.ends = QCheckBox(self.tr("ends"), self._fields)
        self.ends.setToolTip(self.tr("Afterwards the area is normal again, by itself"))
        self.until = MomentField(self._desk.room_now(), self._fields)
        self.do_it = QPushButton(self._fields)
        for widget, key in ((self.state, "area_state"), (self.reason, "area_reason"), (self.until, "area_until"),
                            (self.ends, "area_ends"), (self.do_it, "set_area_state")):  # fmt: skip
            widget.setObjectName(key)
        self.do_it.clicked.connect(lambda checked: self.set_state())
        self.state.activated.connect(lambda index: self._take_back())
        self.reason.textEdited.connect(lambda text: self._take_back())
        self.until.dateTimeChanged.connect(lambda when: self._take_back())
        self.ends.toggled.connect(self._on_ends)
        form = QFormLayout(self._fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("New state"), self.state)
        form.addRow(self.ends, self.until)
        form.addRow(self.tr("Reason"), self.reason)
        self._on_ends(False)
        return self._fields

    def _start(self) -> None:
        if self._fields.isVisibleTo(self):
            self.state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ends(self, ends: bool) -> None:
        self.until.setEnabled(ends)
        if ends:
            later = (self._desk.room_now() + timedelta(hours=4)).replace(minute=0, second=0, microsecond=0)
            self.until.set_value(later.isoformat())
        self._take_back()

    def _take_back(self) -> None:
        if self._asked:
            self._asked = False
            self._say("")
            self._offer()

    def _offer(self) -> None:
        """Show what this person may do."""
        leads = bool(self._desk.roles & operating.LEADERS)
        self._fields.setVisible(leads)
        self.do_it.setVisible(leads)
        self._readers.setVisible(not leads)
        self.do_it.setEnabled(leads and self._desk.can_send() and not self._is_busy and self._chosen() is not None)
        if not self._asked:
            self.do_it.setText(self.tr("Set the state (Ctrl+Enter)"))

    def _take_areas(self, areas: list[Mapping[str, Any]]) -> None:
        chosen = self._chosen() or (areas[0] if areas else None)
        self._areas = areas
        self.list.clear()
        for area in areas:
            item = QTreeWidgetItem(self.list)
            item.setData(0, _KEY, (area["kind"], area["code"]))
            item.setToolTip(0, f"{_kind(area['kind'])} {area['code']}")
        self._follow()
        if chosen is not None:
            self.choose(chosen["kind"], chosen["code"])

    def _follow(self) -> None:
        """Show what holds now, by the room's live rows."""
        self._held = operating.holding(self._desk.room.areas.values(), self._desk.room_now())
        for place, area in enumerate(self._areas):
            row = self._held.get((area["kind"], area["code"]))
            state = row["state"] if row is not None else operating.NORMAL
            item = self.list.topLevelItem(place)
            item.setText(0, named(area, "name") or area["code"])
            item.setText(1, _marked(state))
            item.setText(2, moment(row["until"])[5:] if row is not None and row["until"] is not None else "–")
            font = item.font(0)
            font.setBold(state != operating.NORMAL)
            for column in range(3):
                item.setFont(column, font)
        self.summed.emit(self.sum_up())
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say since when and why the chosen area is in its state, and what it was before."""
        area = self._chosen()
        self._take_back()
        self._offer()
        if area is None:
            self._facts.setText(self.tr("The areas are being read …") if not self._areas else "")
            return
        kind, code = area["kind"], area["code"]
        self._desk.ask(
            lambda connection: operating.history(connection, kind, code, 4),
            lambda rows: self._show_history(kind, code, rows),
        )

    def _show_history(self, kind: str, code: str, rows: list[Mapping[str, Any]]) -> None:
        area = self._chosen()
        if area is None or (area["kind"], area["code"]) != (kind, code):
            return
        words = self.tr("{since} – {until}: {state} – {reason} ({person})")
        lines = [
            words.format(since=moment(row["since"]), until=_end(row["until"]), person=row["set_by"],
                         state=name("operating_state", row["state"]), reason=row["reason"])
            for row in rows
        ]  # fmt: skip
        self._facts.setText("\n".join(lines) or self.tr("Normal; nobody has set another state yet."))

    def _chosen(self) -> Mapping[str, Any] | None:
        item = self.list.currentItem()
        place = self.list.indexOfTopLevelItem(item) if item is not None else -1
        return self._areas[place] if 0 <= place < len(self._areas) else None

    def _on_done(self, _answer: object) -> None:
        self._is_busy = self._asked = False
        self.reason.clear()
        self.ends.setChecked(False)
        self._say("")
        self._show_chosen()

    def _on_failed(self, error) -> None:
        self._is_busy = self._asked = False
        self._say(str(error))
        self._offer()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if text:
            # Room for the question is made a moment later; in a low dock it is below what was filled in.
            QTimer.singleShot(0, self._show_end)

    def _show_end(self) -> None:
        self.ensureWidgetVisible(self.do_it, 0, 8)


def _marked(state: str) -> str:
    """Return a state's name, with a shape where it is not the normal one."""
    words = name("operating_state", state)
    return words if state == operating.NORMAL else f"◆ {words}"


def _end(until: datetime | None) -> str:
    return moment(until) if until is not None else "…"


def _kind(kind: str) -> str:
    """Return what kind of area it is."""
    divisions = {
        "subdistrict": QCoreApplication.translate("AreaStatesPanel", "Subdistrict"),
        "community": QCoreApplication.translate("AreaStatesPanel", "Community"),
    }
    return divisions.get(kind) or name("grid_kind", kind)
