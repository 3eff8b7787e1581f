"""Standing alarms: by priority, acknowledged in one act, made into a case file, found on the map."""

import uuid
from enum import IntEnum

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QPushButton, QStyledItemDelegate, QVBoxLayout, QWidget

from ...alarms import standing
from ...cases import steps
from ..words import clock, moment, named
from .live_table import LiveTable
from .look import PRIORITY_MARKS
from .ordered import KEY_ROLE, OrderedModel
from .response import offers_html
from .veil import Veil


class Column(IntEnum):
    """Columns of the list of alarms."""

    PRIORITY = 0
    WHAT = 1
    WHERE = 2
    STATE = 3
    SINCE = 4


# So many letters wide what, where and state must be to stand beside one another.
_READABLE = 44
# Of a state that has no column of its own in a narrow list this is left, beside the priority; who waits has no mark.
_STATE_MARKS = {
    standing.Standing.UNSEEN: "",
    standing.Standing.OVER_UNSEEN: "↓",
    standing.Standing.SEEN: "✓",
    standing.Standing.SHELVED: "‖",
}


class EndDelegate(QStyledItemDelegate):
    """Cuts off at the end, not in the middle: states would look alike, and so would streets."""

    def initStyleOption(self, option, index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


class AlarmModel(OrderedModel):
    """Alarms that stand or were not seen, the most pressing first; follows `room` (a RoomModel)."""

    columns = tuple(column.name for column in Column)

    def __init__(self, room, parent=None) -> None:
        super().__init__(parent)
        self._room = room
        room.loaded.connect(self.refresh)
        room.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self, changed=(), tinted: bool = False) -> None:
        """Bring rows and room together."""
        now = self._room.room_now()
        wanted = {
            key: standing.sort_key(alarm, now) for key, alarm in self._room.alarms.items() if standing.is_listed(alarm)
        }
        self.update_rows(wanted, changed, tinted)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        key = self.key_at(index.row())
        alarm = self._room.alarms.get(key)
        if alarm is None:
            return None
        column = Column(index.column())
        answers = {
            int(Qt.ItemDataRole.DisplayRole): lambda: self._text(alarm, column),
            int(Qt.ItemDataRole.ToolTipRole): lambda: self._tip(alarm),
            int(Qt.ItemDataRole.BackgroundRole): lambda: self._background(key),
            int(Qt.ItemDataRole.ForegroundRole): lambda: self._colour(alarm, column),
            KEY_ROLE: lambda: key,
        }
        answer = answers.get(int(role))
        return answer() if answer is not None else None

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.PRIORITY: "",
            Column.WHAT: self.tr("Alarm"),
            Column.WHERE: self.tr("Sensor"),
            Column.STATE: self.tr("State"),
            Column.SINCE: self.tr("Raised"),
        }[Column(section)]

    def state_name(self, alarm) -> str:
        """Return where an alarm stands, in words."""
        return {
            standing.Standing.UNSEEN: self.tr("not acknowledged"),
            standing.Standing.OVER_UNSEEN: self.tr("cleared, not acknowledged"),
            standing.Standing.SEEN: self.tr("acknowledged"),
            standing.Standing.SHELVED: self.tr("shelved"),
        }[standing.standing(alarm, self._room.room_now())]

    def _text(self, alarm, column: Column) -> str:
        if column is Column.PRIORITY:
            mark = _STATE_MARKS[standing.standing(alarm, self._room.room_now())]
            return f"{PRIORITY_MARKS[alarm['priority']][0]}{alarm['priority']}{mark}"
        if column is Column.WHAT:
            return named(alarm, "rule")
        if column is Column.WHERE:
            return str(alarm["sensor_name"])
        return self.state_name(alarm) if column is Column.STATE else clock(alarm["raised_at"])[:5]

    def _tip(self, alarm) -> str:
        return "\n".join(
            (
                f"{named(alarm, 'rule')} · {self.state_name(alarm)}",
                f"{alarm['sensor_code']} {alarm['sensor_name']} · {named(alarm, 'sensor_kind')}",
                str(alarm.get("address") or ""),
                self.tr("Raised {time} at {value} {unit}").format(
                    time=moment(alarm["raised_at"]), value=f"{alarm['raised_value']:g}", unit=alarm["unit"]
                ),
            )
        )

    def _colour(self, alarm, column: Column):
        waits = standing.standing(alarm, self._room.room_now()) in (
            standing.Standing.UNSEEN,
            standing.Standing.OVER_UNSEEN,
        )
        if column is not Column.PRIORITY or not waits:
            return None
        return QBrush(QColor(PRIORITY_MARKS[alarm["priority"]][1]))

    def _on_changed(self, subject: str, upserted, removed) -> None:
        if subject == "alarm":
            self.refresh(changed=upserted, tinted=True)


class AlarmPanel(QWidget):
    """The list, whom to send where, and its acts.

    Signals: `chosen(alarm_id | None)`, `centred(alarm_id)`, `case_wanted(alarm_id)`, `offer_wanted(offer)`.
    """

    chosen = pyqtSignal(object)
    centred = pyqtSignal(object)
    case_wanted = pyqtSignal(object)
    offer_wanted = pyqtSignal(object)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._requests: dict[tuple[int, int], str] = {}
        self.model = AlarmModel(desk.room, self)
        self.view = LiveTable(self.model, self)
        self._veil = Veil(self.view)
        self._build()
        rows = (self.model.rowsInserted, self.model.rowsRemoved)
        for signal in (*rows, desk.sending_changed, desk.ready, desk.offers.changed):
            signal.connect(self.show_state)
        self.view.chosen.connect(self.chosen)
        self.view.chosen.connect(self.show_state)
        self.view.doubleClicked.connect(lambda index: self.centred.emit(index.data(KEY_ROLE)))
        self.show_state()

    def begin(self) -> None:
        """Go to the list: to the alarm that is chosen, else to the most pressing one."""
        if self.view.current_key() is None and self.model.rowCount():
            self.view.choose(self.model.key_at(0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tick(self) -> None:
        """Let tints fade and shelves run out; called once a second."""
        self.model.refresh()
        self.model.fade()

    def acknowledge(self) -> None:
        """Say that the chosen alarm was seen."""
        alarm = self._alarm()
        if alarm is None or not self.acknowledge_button.isEnabled():
            return
        key, version = alarm["alarm_id"], alarm["version"]
        request = self._requests.setdefault((key, version), str(uuid.uuid4()))
        self._desk.queries.run(
            lambda connection: steps.acknowledge(connection, key, version, request),
            lambda newer: self._requests.pop((key, version), None),
            self._desk.say_failure,
        )

    def make_case(self) -> None:
        """Ask for a case file made from the chosen alarm."""
        if self._alarm() is not None and self.case_button.isEnabled():
            self.case_wanted.emit(self._alarm()["alarm_id"])

    def take_offer(self) -> None:
        """Ask for the form in which whoever is offered for the chosen alarm can be sent."""
        offer = self._offer()
        if offer is not None and self._desk.can_write():
            self.offer_wanted.emit(offer)

    def centre(self) -> None:
        """Ask for the chosen alarm in the middle of the map."""
        self.centred.emit(self.view.current_key())

    def show_state(self, *_changes) -> None:
        """Offer only what can be done; veil what is not live."""
        alarm = self._alarm()
        state = self._desk.room.state.value
        seen = alarm is not None and alarm.get("acknowledged_at") is not None
        self.acknowledge_button.setEnabled(
            alarm is not None and not seen and self._desk.can_send() and self._desk.may_acknowledge()
        )
        self.case_button.setEnabled(
            alarm is not None and alarm.get("case_id") is None and self._desk.can_write() and self._desk.may_report()
        )
        self.centre_button.setEnabled(alarm is not None)
        self._show_offers()
        self._place.setText(str(alarm.get("address") or alarm.get("sensor_code") or "") if alarm is not None else "")
        if state != "live":
            since = clock(self._desk.room.state_since)
            self._veil.show_text(self.tr("Not live since {time}").format(time=since), "")
        elif not self.model.rowCount():
            self._veil.show_text(
                self.tr("No alarm stands"),
                self.tr("No reading breaks a rule. A sensor that sends nothing raises no alarm."),
                opaque=True,
            )
        else:
            self._veil.hide()

    def _show_offers(self) -> None:
        text = offers_html(self._desk.offers, self._desk.room.alarms, self.view.current_key())
        self.offers.setText(text)
        self.offers.setVisible(bool(text))
        self.offer_button.setVisible(self._offer() is not None)
        self.offer_button.setEnabled(self._desk.can_write())

    def _offer(self):
        return self._desk.offers.of_alarm(self.view.current_key())

    def _alarm(self):
        return self._desk.room.alarms.get(self.view.current_key())

    def _build(self) -> None:
        self.acknowledge_button = QPushButton(self.tr("A  Acknowledge"), self)
        self.acknowledge_button.clicked.connect(self.acknowledge)
        self.case_button = QPushButton(self.tr("N  Make a case file"), self)
        self.case_button.clicked.connect(self.make_case)
        self.centre_button = QPushButton(self.tr("Centre"), self)
        self.centre_button.clicked.connect(self.centre)
        self._place, self.offers = QLabel(self), QLabel(self)
        self.offers.setTextFormat(Qt.TextFormat.RichText)
        for label in (self._place, self.offers):
            label.setWordWrap(True)
        self.offer_button = QPushButton(self.tr("G  Take the offer"), self)
        self.offer_button.setToolTip(self.tr("Opens the form with whoever is offered; nothing is sent yet"))
        self.offer_button.clicked.connect(self.take_offer)
        header = self.view.horizontalHeader()
        header.setMinimumSectionSize(20)
        widths = {Column.PRIORITY: "▲9✓ ", Column.SINCE: "00:00 "}
        for column, widest in widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(widest) + 10)
        for column in (Column.WHAT, Column.WHERE, Column.STATE):
            self.view.setItemDelegateForColumn(column, EndDelegate(self.view))
        spared = (int(Column.STATE), self.fontMetrics().averageCharWidth() * _READABLE)
        self.view.share_width({Column.WHAT: 32, Column.WHERE: 42, Column.STATE: 26}, spared)
        buttons = QHBoxLayout()
        for button in (self.acknowledge_button, self.case_button, self.centre_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._place)
        layout.addWidget(self.offers)
        layout.addWidget(self.offer_button)
        layout.addLayout(buttons)
