"""Reporting a new case file: class, place, what was said; duplicates nearby are shown before it is sent."""

from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import QEvent, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...cases import coordinates, lookup, records, steps
from ..words import named
from .address_field import AddressField
from .around import NearList, near_html
from .case_words import source_name
from .class_field import ClassField
from .coordinate_field import CoordinateField
from .fields import Choice, ChoiceField, TextField
from .queue_panel import heading
from .steady import SteadyScrollArea
from .tab_order import follow_the_eye
from .working_place import keep_focus, works_in

_ROOM, _HOTLINE = "desk", "hotline"
_SOURCES = (_ROOM, _HOTLINE, "collector", "sensor", "higher_level")
_DUPLICATES_AFTER_MS = 250
# Under which name what is written is kept, and the act it is kept for.
_NEW, _ACT = "new", "report"


class IntakePanel(QWidget):
    """The form of a new report.

    `reported(case_id)` after the room has taken it, `left()` on Esc (the draft stays), `pick_wanted()` when the next
    click on the map shall be the place, `file_wanted()` when the reports are in a file; `placed(x, y)` when a place was
    pasted, `case_wanted(case_id)` when one that may be the same shall be looked at; `moved(place)` whenever the place
    is another, (x, y) in the room's metres or None.
    """

    reported = pyqtSignal(int)
    left = pyqtSignal()
    pick_wanted = pyqtSignal()
    file_wanted = pyqtSignal()
    placed = pyqtSignal(float, float)
    case_wanted = pyqtSignal(object)
    moved = pyqtSignal(object)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: dict[str, float] = {}
        self._component: records.Row | None = None
        self._alarm_id: int | None = None
        # What is written from an alarm takes nothing away that was being written otherwise.
        self._subject = _NEW
        self._loading = self._is_busy = self._sends_next = False
        # Who has chosen the source himself is not corrected.
        self._chose_source = False
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(_DUPLICATES_AFTER_MS)
        self._ask.timeout.connect(self._look_for_duplicates)
        self._build()
        desk.ready.connect(self._take_rules)
        desk.sending_changed.connect(self._show_connection)
        if desk.rules is not None:
            self._take_rules()

    def begin(self) -> None:
        """Take up the draft, if there is one, and put the focus into the first field that is empty."""
        self._subject = _NEW
        self._fill(self._desk.drafts.get(self._subject, _ACT).values)
        self._start()

    def _start(self) -> None:
        self._show_connection()
        if self.coordinates.bounds is None and self._desk.is_live():
            self._desk.ask(records.bounds, self._take_bounds)
        self._focus_first()

    def _focus_first(self) -> None:
        (self.class_field if self.class_field.value() is None else self.description).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._tabs.start()

    def has_place(self) -> bool:
        """Return whether the place is known."""
        return bool(self._place)

    def place(self) -> tuple[float, float] | None:
        """Return where the report lies, in the room's metres."""
        return (self._place["x"], self._place["y"]) if self._place else None

    def go_on(self) -> None:
        """Put the focus where there is still something to write."""
        self._focus_first()

    def set_point(self, x: float, y: float) -> None:
        """Make a point of the room's metric grid the place."""
        self.coordinates.clear()
        self._put(x, y)

    def _paste(self, x: float, y: float) -> None:
        self._put(x, y)
        self.placed.emit(x, y)

    def _put(self, x: float, y: float, by_address: bool = False) -> None:
        self._component = None
        self.component.clear()
        self._place = {"x": x, "y": y}
        self.address.is_placed_otherwise = not by_address
        self._show_place()
        self._on_edited()

    def _put_address(self, x: float, y: float) -> None:
        self.coordinates.clear()
        self._put(x, y, by_address=True)
        self.placed.emit(x, y)

    def _leave_address(self) -> None:
        """The address says something else by now; what was picked, pasted or looked up otherwise stays."""
        if not self.address.is_placed_otherwise:
            self._unplace()

    def _unplace(self) -> None:
        self._place = {}
        self.address.is_placed_otherwise = False
        self._show_place()
        self._on_edited()

    def _look_for_places(self, words: str) -> None:
        if self._desk.is_live():
            self._desk.ask(
                lambda connection: lookup.places(connection, words), lambda rows: self.address.take_places(words, rows)
            )

    def set_component(self, identity_code: str) -> None:
        """Make a component the subject: its class and its place are the report's."""
        self.component.setText(identity_code)
        self._look_up_component()

    def set_alarm(self, alarm: Mapping[str, Any]) -> None:
        """Fill the form from an alarm, or take up what was written about it before."""
        self._subject = f"alarm-{alarm['alarm_id']}"
        if self._desk.drafts.has(self._subject, _ACT):
            self._fill(self._desk.drafts.get(self._subject, _ACT).values)
        else:
            self._fill_from(alarm)
        self._start()

    def _fill_from(self, alarm: Mapping[str, Any]) -> None:
        self._fill({})
        self._alarm_id = alarm["alarm_id"]
        self._place = {"x": alarm["x"], "y": alarm["y"]}
        self.address.is_placed_otherwise = True
        self.source.set_value("sensor")
        self.address.set_value(alarm.get("address"))
        self.description.set_value(f"{named(alarm, 'rule')} · {alarm['sensor_name']}")
        if alarm.get("event_class_code"):
            self.class_field.set_value(("event", alarm["event_class_code"]))
        self._show_place()
        self._on_edited()

    def submit(self) -> None:
        """Send the report, unless something is missing."""
        if not self.do_it.isEnabled():
            return
        self.coordinates.settle()
        if self._is_unread():
            self._sends_next = True
            self._look_up_component()
        elif self._component is None and self.class_field.value() is None:
            self._say(self.tr("Choose a class from the list."))
            self.class_field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._component is None and not self._place:
            self._say(
                self.tr("Say where: click on the map, or give coordinates, an address or a component's identity code.")
            )
            self.pick.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._send()

    def payload(self) -> dict[str, Any]:
        """Return the report as the room takes it."""
        found: dict[str, Any] = {
            "source": self.source.value(),
            "address": self.address.value(),
            "description": self.description.value(),
            "alarm_id": self._alarm_id,
        }
        if self._component is not None:
            found["component_identity"] = self._component["identity_code"]
        else:
            kind, code = self.class_field.value() or (None, None)
            found |= {"kind": kind, "class_code": code, **self._place}
        contact = {"name": self.caller.value(), "phone": self.phone.value()}
        if any(contact.values()):
            found["contact"] = {**contact, "callback_owed": self.call_back.isChecked()}
        return {name: value for name, value in found.items() if value not in (None, "")}

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if any(watched is field.line and field.wants(key) for field in (self.class_field, self.address)):
                return False
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if isinstance(watched, QPushButton):
                    watched.click()
                    return True
                if watched is self._duplicates:
                    return False
                self.submit()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.timeout.connect(lambda: follow_the_eye(self))
        body = QWidget(self)
        self.class_field = ClassField(body)
        self.address = AddressField(body)
        self.component, self.description, self.caller, self.phone = (TextField(body) for _ in range(4))
        self.component.setPlaceholderText(self.tr("17 digits"))
        self.source = ChoiceField((Choice(code, source_name(code)) for code in _SOURCES), body)
        self.pick = QPushButton(self.tr("Pick on the map"), body)
        self.pick.clicked.connect(self.pick_wanted)
        self.coordinates = CoordinateField(body)
        self.coordinates.placed.connect(self._paste)
        self.coordinates.unplaced.connect(self._unplace)
        self.from_file = QPushButton(self.tr("From a CSV file …"), self)
        self.from_file.clicked.connect(self.file_wanted)
        self._where, self._duplicates, self.message = QLabel(body), NearList(body), QLabel(body)
        self._duplicates.case_wanted.connect(self.case_wanted)
        self._where.setWordWrap(True)
        # A form beside the map is narrow: both coordinates have a line each there, and the layout gives less than two.
        self._where.setMinimumHeight(2 * self._where.fontMetrics().lineSpacing())
        self.call_back = QCheckBox(self.tr("Wants to be called back"), body)
        self.do_it = QPushButton(self.tr("Report (Enter)"), body)
        self.do_it.setDefault(True)
        self.do_it.clicked.connect(self.submit)
        later = QPushButton(self.tr("Later (Esc)"), body)
        later.clicked.connect(self.left)
        self._lay_out(body, later)
        self._name()
        self._watch()

    def _lay_out(self, body: QWidget, later: QPushButton) -> None:
        place = QHBoxLayout()
        place.addWidget(self.pick)
        place.addWidget(self._where, 1)
        self.caller.setPlaceholderText(self.tr("Name"))
        self.phone.setPlaceholderText(self.tr("Telephone"))
        caller = QHBoxLayout()
        caller.addWidget(self.caller)
        caller.addWidget(self.phone)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Class"), self.class_field)
        form.addRow(self.tr("Place"), place)
        form.addRow(self.tr("or coordinates"), self.coordinates)
        form.addRow(self.tr("or component"), self.component)
        form.addRow(self.tr("Address"), self.address)
        form.addRow(self.tr("Description"), self.description)
        form.addRow(self.tr("Source"), self.source)
        form.addRow(self.tr("Caller"), caller)
        form.addRow("", self.call_back)
        inner = QVBoxLayout(body)
        inner.addWidget(heading(self.tr("New case file"), body))
        inner.addLayout(form)
        inner.addStretch(1)
        self._fields = SteadyScrollArea(self)
        self._fields.setWidget(body)
        self._fields.setWidgetResizable(True)
        self._fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do_it)
        buttons.addWidget(later)
        buttons.addStretch(1)
        buttons.addWidget(self.from_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.addWidget(self._fields, 1)
        for label in (self._duplicates, self.message):
            label.setWordWrap(True)
            label.setContentsMargins(8, 0, 8, 0)
            label.setVisible(False)
            layout.addWidget(label)
        layout.addLayout(buttons)

    def _name(self) -> None:
        """Give the parts the names they are found by."""
        for name in ("class_field", "component", "address", "description", "source", "caller", "phone", "pick"):
            getattr(self, name).setObjectName(name)
        self.do_it.setObjectName("report")

    def _watch(self) -> None:
        for line in (self.caller, self.phone):
            line.textEdited.connect(self._follow_contact)
        for line in (self.description, self.caller, self.phone):
            line.textChanged.connect(self._on_edited)
        self.address.edited.connect(self._on_edited)
        self.address.wanted.connect(self._look_for_places)
        self.address.placed.connect(self._put_address)
        self.address.unplaced.connect(self._leave_address)
        self.component.editingFinished.connect(self._look_up_component)
        self.component.textEdited.connect(self._on_edited)
        self.class_field.changed.connect(self._on_edited)
        self.source.box.activated.connect(self._choose_source)
        self.source.changed.connect(self._on_edited)
        self.call_back.toggled.connect(self._on_edited)
        for widget in (self, *self.findChildren(QWidget)):
            widget.installEventFilter(self)

    def _take_rules(self) -> None:
        self.class_field.set_classes(self._desk.rules.classes, self._desk.identity.get("profile"))
        self.coordinates.srid = int(self._desk.identity["srid"])
        self._show_connection()

    def _take_bounds(self, bounds) -> None:
        self.coordinates.bounds = bounds
        self._show_place()

    def _fill(self, values: Mapping[str, Any]) -> None:
        self._loading, self._sends_next = True, False
        contact = values.get("contact") or {}
        self.class_field.set_value((values["kind"], values["class_code"]) if values.get("class_code") else None)
        self._place = {axis: values[axis] for axis in ("x", "y") if axis in values}
        self.address.is_placed_otherwise = bool(self._place) and not values.get("place_of")
        self.coordinates.clear()
        self._component = None
        self._alarm_id = values.get("alarm_id")
        self.component.set_value(values.get("component_identity"))
        self.address.set_value(values.get("address"), values.get("place_of"))
        self.description.set_value(values.get("description"))
        self.source.set_value(values.get("source") or _ROOM)
        self._chose_source = bool(values.get("chose_source"))
        self.caller.set_value(contact.get("name"))
        self.phone.set_value(contact.get("phone"))
        self.call_back.setChecked(bool(contact.get("callback_owed")))
        self._loading = False
        self._say("")
        self._show_place()
        self._look_up_component()
        self._ask.start()

    def _look_up_component(self) -> None:
        code = self.component.value()
        if not code:
            if self._component is not None:
                # Its place goes with it.
                self._component = None
                self._unplace()
        elif self._is_unread():
            self._desk.queries.run(
                lambda connection: records.component(connection, code),
                lambda row: self._take_component(code, row),
                self._fail_to_look_up,
            )

    def _fail_to_look_up(self, error) -> None:
        self._sends_next = False
        self._desk.say_failure(error)

    def _is_unread(self) -> bool:
        """Return whether a component is named of which nothing is known yet."""
        code = self.component.value()
        return bool(code) and (self._component is None or self._component["identity_code"] != code)

    def _take_component(self, code: str, row: records.Row | None) -> None:
        if code != self.component.value():
            return
        self._component = row
        sends, self._sends_next = self._sends_next, False
        if row is None:
            self._say(self.tr("There is no component {code}.").format(code=code))
            return
        self._say("")
        self.class_field.set_value(("component", row["class_code"]))
        self._place = {"x": row["x"], "y": row["y"]}
        self.address.is_placed_otherwise = True
        if not self.address.value():
            self.address.set_value(row.get("address"))
        self._show_place()
        self._on_edited()
        if sends:
            self.submit()

    def _show_place(self) -> None:
        self.moved.emit(self.place())
        if not self._place:
            self._where.setText(self.tr("not chosen yet"))
            self._where.setToolTip("")
            return
        x, y = self._place["x"], self._place["y"]
        text = self.tr("{x} m E, {y} m N").format(x=round(x), y=round(y))
        bounds = self.coordinates.bounds
        if bounds is not None and not coordinates.inside(coordinates.Reading("", x, y), bounds):
            # Beside the figures it would be a third line, which a narrow form cuts off.
            self._where.setText(f"▲ {self.tr('outside the subdistrict')}")
        else:
            self._where.setText(text)
        self._where.setToolTip(text)

    def _choose_source(self, *_index) -> None:
        self._chose_source = True
        self._say("")
        self._on_edited()

    def _follow_contact(self, *_text) -> None:
        """A caller's contact means the hotline, or else its figures miss this one; emptied, the room again."""
        has_contact = bool(self.caller.value() or self.phone.value())
        before, after = (_ROOM, _HOTLINE) if has_contact else (_HOTLINE, _ROOM)
        if self._chose_source or self.source.value() != before:
            return
        self.source.set_value(after)
        said = self.tr("A caller is given: the source is now {source}. If that is not so, choose another source.")
        self._say(said.format(source=source_name(after)) if has_contact else "")

    def _on_edited(self, *_values) -> None:
        if self._loading:
            return
        self._sends_next = False
        self._desk.drafts.keep(self._subject, _ACT, self._kept())
        self._ask.start()

    def _kept(self) -> dict[str, Any]:
        """Return what a draft keeps: the report, and what only the form needs to go on."""
        # A component that could not be looked up yet is what was written, too.
        more = {
            "component_identity": self.component.value(),
            "place_of": self._place and self.address.placed_name,
            "chose_source": self._chose_source,
        }
        return {**self.payload(), **{name: value for name, value in more.items() if value}}

    def _look_for_duplicates(self) -> None:
        chosen = self.class_field.value()
        self._show_duplicates([])
        if chosen is None or not self._place or not self._desk.is_live():
            return
        x, y = self._place["x"], self._place["y"]
        self._desk.ask(lambda connection: records.duplicates(connection, *chosen, x, y), self._show_duplicates)

    def _show_duplicates(self, rows: list[records.Row]) -> None:
        self._duplicates.show_html(near_html(self.tr("Perhaps known already:"), rows, self._desk.room.cases))
        self._tabs.start()

    def _send(self) -> None:
        payload, subject = self.payload(), self._subject
        draft = self._desk.drafts.keep(subject, _ACT, self._kept())
        self._hold(True)
        self._say(self.tr("Sending …"))
        self._desk.report(
            steps.Report(payload, draft.request_id), lambda answer: self._on_taken(subject, answer), self._on_failed
        )

    def _hold(self, busy: bool) -> None:
        """Hold the fields while the report is under way: what was added to it then would be in no report."""
        self._is_busy = busy
        if busy:
            keep_focus(self)
        self._fields.setEnabled(not busy)
        self._show_connection()

    def _on_taken(self, subject: str, answer: steps.Answer) -> None:
        self._desk.drafts.drop(subject, _ACT)
        self._hold(False)
        if subject == self._subject:
            self._fill({})
        self.reported.emit(answer.case_id)

    def _on_failed(self, error) -> None:
        self._hold(False)
        if works_in(self):
            self._focus_first()
        if steps.is_unanswered(error):
            self._say(self.tr("No answer came. Press Enter once the room is live: it will not be reported twice."))
        else:
            self._say(str(error))

    def _show_connection(self) -> None:
        self.do_it.setEnabled(self._desk.can_send() and not self._is_busy)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
