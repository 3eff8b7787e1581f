"""The form of one act, in place under the details: first field focused, Enter does it, Esc keeps the draft."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QFormLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ...cases import attachments, steps
from ...cases.records import Rules
from ..words import limit, listed, named
from .fields import (
    ChannelsField,
    Choice,
    ChoiceField,
    MomentField,
    TextField,
    VerdictField,
    channel_choices,
    field_name,
    watch,
)
from .flow import FlowLayout
from .photos import has_pictures, stage_name
from .queue_panel import heading
from .working_place import keep_focus


class ActForm(QFrame):
    """Fields of an act on one case file, or the same fields for `count` of them, `case` being the first.

    Its `end` is what is said of the act and the buttons; it may be put elsewhere, where it stays in sight.

    `submitted(dict)` gives the payload, `edited(dict)` the fields after every change, `left()` says that Esc was
    pressed, `held_back()` that Enter was, while something else is to be decided first, `pasted()` that a picture is on
    the clipboard for an act that asks for one. An act that cannot be undone is submitted only when its consequence was
    shown once.
    """

    submitted = pyqtSignal(dict)
    pasted = pyqtSignal()
    held_back = pyqtSignal()
    edited = pyqtSignal(dict)
    left = pyqtSignal()

    def __init__(
        self, transition: steps.Transition, case: Mapping[str, Any], rules: Rules, context, parent=None, count: int = 1
    ) -> None:
        super().__init__(parent)
        self.transition = transition
        self._case = case
        self._pictures = steps.pictures(transition.guards, rules.transitions.limits)
        self._count = count
        self._fields: dict[str, QWidget] = {}
        self._asked = False
        self.is_busy = False
        self._is_live, self._is_held, self._why = True, False, ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        maker = FieldMaker(case, rules, context, for_many=count > 1, action=transition.action)
        for name in transition.fields():
            self._add(name, maker.make(name))
        if count > 1 and "channels" in self._fields:
            self._say_usual_ways()
        self._maker = maker
        self._show_channel()
        self._build(self._named(transition.name))

    def payload(self) -> dict[str, Any]:
        """Return the values of the fields that hold one."""
        found = {name: field.value() for name, field in self._fields.items()}
        return {name: value for name, value in found.items() if value not in (None, "")}

    def suggest(self, name: str, value: Any) -> None:
        """Put what became known later into a field that nobody has touched."""
        field = self._fields.get(name)
        if isinstance(field, ChoiceField):
            field.suggest(value)
        self._show_channel()

    def know_ways(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take by which way orders go to which unit (rows of desk.recommend); this one goes to the case file's."""
        self._maker.ways = rows
        self._show_channel()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put the values of a draft into the fields."""
        for name, value in values.items():
            field = self._fields.get(name)
            if isinstance(field, ChoiceField):
                field.choose(value)
            elif field is not None:
                field.set_value(value)

    def field(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._fields[name]

    def show_pictures(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Say how many of the pictures that the act asks for are there, from what is attached to the case file."""
        sent, handed_in = self._case.get("dispatched_at"), self._case.get("handled_at")
        # Of work that is done again, the pictures of the first time do not count.
        since = {"after": max(filter(None, (sent, handed_in)), default=None), "check": handed_in}
        there = [
            f"{stage_name(stage)} {attachments.shown(rows, stage, since.get(stage))} / {count}"
            for stage, count in self._pictures.items()
        ]
        text = self.tr("Photos asked for: {photos}. Add them below, or copy one and press Ctrl+V here.")
        self.pictures.setText(text.format(photos=listed(there)))
        self.pictures.setVisible(bool(there))

    def show_standing(self, text: str) -> None:
        """Say above the fields what is decided upon, as rich text."""
        self._standing.setText(text)
        self._standing.setVisible(bool(text))

    def begin(self, name: str | None = None) -> None:
        """Put the focus into the field of this name, else into the first, or on the button where there is none."""
        first = self._fields.get(name or "") or next(iter(self._fields.values()), self.do_it)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds(self, widget: QWidget) -> bool:
        """Return whether a widget is part of the form, or of its end."""
        return self.isAncestorOf(widget) or self.end.isAncestorOf(widget)

    def take_away(self) -> None:
        """Take the form out of sight and delete it, its end as well."""
        for part in (self.end, self):
            part.hide()
            part.deleteLater()

    def show_message(self, text: str) -> None:
        """Say something about the act above its buttons; an empty text takes it away."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def set_busy(self, busy: bool) -> None:
        """Hold the fields while the step is under way."""
        self.is_busy = busy
        if busy:
            keep_focus(self, self.end)
        for widget in self._fields.values():
            widget.setEnabled(not busy)
        self._offer()

    def set_live(self, live: bool, why: str = "") -> None:
        """What cannot be sent may still be written; `why` is what is in the way, where it is not the connection."""
        if (live, why) != (self._is_live, self._why):
            self.show_message("" if live else why or self.tr("Offline: the draft is kept, nothing can be sent."))
        self._is_live, self._why = live, why
        self._offer()

    def set_held(self, held: bool) -> None:
        """Hold the act back until it is decided what becomes of it; its fields may still be written."""
        self._is_held = held
        for button in (self.do_it, self._keep):
            button.setVisible(not held)
        self._offer()

    def submit(self) -> None:
        """Send the act, unless a field is missing or its consequence has not been shown yet."""
        if self._is_held:
            self.held_back.emit()
            return
        if not self.do_it.isEnabled():
            return
        payload = self.payload()
        lacking = steps.missing(self.transition, payload)
        if lacking:
            names = listed(field_name(name, self.transition.action) for name in lacking)
            self.show_message(self.tr("Still missing: {fields}").format(fields=names))
            self._fields[lacking[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.transition.action in steps.IRREVERSIBLE and not self._asked:
            self._asked = True
            self.show_message(self._named(consequence(self.transition.action)))
            self.do_it.setText(self._named(self.tr("Yes, {act}").format(act=self.transition.name)))
            return
        self.submitted.emit(payload)

    def eventFilter(self, watched, event) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and self._takes(event):
            # QGIS has the key for features.
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.pasted.emit()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                (self._keep.click if watched is self._keep else self.submit)()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _takes(self, event) -> bool:
        """Return whether a key pastes a picture that the act asks for."""
        return bool(self._pictures) and event.matches(QKeySequence.StandardKey.Paste) and has_pictures()

    def _add(self, name: str, widget: QWidget) -> None:
        widget.setObjectName(name)
        self._fields[name] = widget
        self._form.addRow(field_name(name, self.transition.action), widget)
        watch(widget, self._on_edited)
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    def _say_usual_ways(self) -> None:
        """Say what no tick means: for many there is no one way that could stand ticked as the usual one."""
        label = QLabel(
            self.tr("None ticked: each order goes as the responsibility table says, else the unit's own way")
        )
        label.setObjectName("usual_ways")
        label.setWordWrap(True)
        self._form.addRow(label)

    def _build(self, name: str) -> None:
        self.end = QWidget(self)
        self._standing, self.message, self.pictures = QLabel(self), QLabel(self.end), QLabel(self)
        self._standing.setTextFormat(Qt.TextFormat.RichText)
        for label in (self._standing, self.message, self.pictures):
            label.setWordWrap(True)
            label.setVisible(False)
        self.show_pictures([])
        self.do_it = QPushButton(self.tr("{act} (Enter)").format(act=name), self.end)
        self.do_it.setObjectName("do_it")
        self.do_it.setDefault(True)
        self.do_it.clicked.connect(self.submit)
        self.do_it.installEventFilter(self)
        self._keep = QPushButton(self.tr("Later (Esc)"), self.end)
        self._keep.setObjectName("later")
        self._keep.setToolTip(self.tr("What was written is kept as a draft"))
        self._keep.clicked.connect(self.left)
        self._keep.installEventFilter(self)
        buttons = FlowLayout()
        buttons.addWidget(self.do_it)
        buttons.addWidget(self._keep)
        end = QVBoxLayout(self.end)
        end.setContentsMargins(0, 0, 0, 0)
        end.addWidget(self.message)
        end.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(heading(name, self))
        layout.addWidget(self._standing)
        layout.addLayout(self._form)
        layout.addWidget(self.pictures)
        layout.addWidget(self.end)

    def _named(self, text: str) -> str:
        """Return a text with the number of case files it is about, where they are many."""
        if self._count == 1:
            return text
        return self.tr("{count} case files: {text}").format(count=self._count, text=text)

    def _offer(self) -> None:
        self.do_it.setEnabled(self._is_live and not self._is_held and not self.is_busy)

    def _show_channel(self) -> None:
        """By which way the order goes unless somebody says otherwise depends on the unit."""
        if "channels" in self._fields:
            chosen = self._fields.get("department_code")
            unit = chosen.value() if chosen is not None else self._case.get("department_code")
            self._fields["channels"].show_usual(self._maker.usual_channel(unit))

    def _on_edited(self) -> None:
        self._asked = False
        self._show_channel()
        self.edited.emit(self.payload())


class FieldMaker:
    """Makes the widget of each field from the case file, the rules and what the desk knows (`context`).

    `context` has `room_now()`, `recommended` (rows of desk.recommend), `open_cases()` (rows of the live view) and
    `metres_to(case)`. What is recommended for one case file is suggested for no other: for many the handling unit has
    to be chosen. Whoever is nearest is suggested for `action` send_verify.
    """

    def __init__(
        self, case: Mapping[str, Any], rules: Rules, context, for_many: bool = False, action: str = ""
    ) -> None:
        self._case = case
        self._rules = rules
        self._context = context
        self._for_many = for_many
        self._action = action
        #: Beside what is recommended, by which way orders go to which unit.
        self.ways: Sequence[Mapping[str, Any]] = ()

    def make(self, name: str) -> QWidget:
        """Return a new widget for a field of a payload."""
        makers = {
            "condition_no": self._filing,
            "closing_condition_no": self._closing,
            "department_code": self._department,
            "handler": self._worker,
            "collector": self._collector,
            "duplicate_of": self._duplicate,
            "passed": VerdictField,
            "channels": ChannelsField,
            "channel": lambda: ChoiceField(channel_choices()),
            "said_at": lambda: MomentField(self._context.room_now()),
            "until": lambda: MomentField(self._context.room_now() + timedelta(days=30)),
        }
        return makers.get(name, TextField)()

    def usual_channel(self, unit: str | None) -> str | None:
        """Return by which way the order of a unit goes: as the responsibility table says, else by the unit's own."""
        if self._for_many:
            return None
        told = (row for row in (*self._context.recommended, *self.ways) if row["department_code"] == unit)
        row = next(told, None) or self._rules.department(unit) or {}
        return row.get("channel")

    def _filing(self) -> ChoiceField:
        rows = self._rules.conditions_of(self._case)
        return ChoiceField(
            Choice(row["condition_no"], f"{row['condition_no']} · {named(row, 'filing')}",
                   f"{named(row, 'filing')} — {limit(row['limit_amount'], row['limit_unit'])}") for row in rows
        )  # fmt: skip

    def _closing(self) -> ChoiceField:
        rows = self._rules.conditions_of(self._case)
        field = ChoiceField(
            Choice(row["condition_no"], f"{row['condition_no']} · {named(row, 'closing')}", named(row, "closing"))
            for row in rows
        )
        field.set_value(self._case.get("condition_no"))
        return field

    def _department(self) -> ChoiceField:
        recommended = [] if self._for_many else [row["department_code"] for row in self._context.recommended]
        first = [self._rules.department(code) for code in recommended]
        rest = [row for row in self._rules.departments if row["department_code"] not in recommended]
        rows = [row for row in (*first, *rest) if row is not None]
        words = [" · ".join(part for part in (named(row, "name"), row["phone"]) if part) for row in rows]
        choices = [Choice(row["department_code"], text) for row, text in zip(rows, words, strict=True)]
        # As long as nothing is recommended nobody is: Enter must not send whoever stands first in the list.
        return ChoiceField(choices if recommended else [Choice(None, ""), *choices], searched=True)

    def _worker(self) -> ChoiceField:
        return ChoiceField(self._staff("worker", self._case.get("department_code")))

    def _collector(self) -> ChoiceField:
        """The collectors, whoever is nearest first; those whose place is not known stand behind."""
        away = {} if self._for_many else self._context.metres_to(self._case)
        found = sorted(self._staff("collector"), key=lambda choice: away.get(choice.value, math.inf))
        far = QCoreApplication.translate("CaseWords", "{metres} m away")
        told = [
            replace(choice, text=f"{choice.text} · {far.format(metres=round(away[choice.value]))}")
            if choice.value in away
            else choice
            for choice in found
        ]
        anybody = Choice(None, QCoreApplication.translate("ActForm", "Any collector"))
        field = ChoiceField((anybody, *told))
        if self._action == "send_verify" and told and told[0].value in away:
            field.set_value(told[0].value)
        return field

    def _staff(self, role: str, department: str | None = None) -> list[Choice]:
        return [
            Choice(row["staff_number"], f"{row['name']} · {row['staff_number']}")
            for row in self._rules.staff
            if role in row["roles"] and department in (None, row["department_code"])
        ]

    def _duplicate(self) -> ChoiceField:
        """Other open case files, those of the same class first, then by how far away they are.

        None is chosen until somebody does: linking cannot be undone, and what lies nearest is often something else.
        """
        others = [row for row in self._context.open_cases() if row["case_id"] != self._case["case_id"]]
        words = QCoreApplication.translate("CaseWords", "{metres} m away")
        choices = [
            Choice(row["case_number"], " · ".join((
                row["case_number"], named(row, "class"), words.format(metres=round(self._metres_to(row))),
            )))
            for row in sorted(others, key=lambda row: (not self._is_alike(row), self._metres_to(row)))[:200]
        ]  # fmt: skip
        return ChoiceField((Choice(None, ""), *choices), searched=True)

    def _is_alike(self, row: Mapping[str, Any]) -> bool:
        return all(row.get(name) == self._case.get(name) for name in ("kind", "class_code"))

    def _metres_to(self, row: Mapping[str, Any]) -> float:
        return math.hypot(row["x"] - self._case["x"], row["y"] - self._case["y"])


def consequence(action: str) -> str:
    """Return what an act leads to that nobody can take back."""
    translate = QCoreApplication.translate
    forced = translate("ActForm", "Force close ends this case file without a check. It cannot be opened again.")
    linked = translate("ActForm", "Linking ends this case file; only the other one goes on. It cannot be opened again.")
    voided = translate("ActForm", "Voiding ends this case file for good. It cannot be opened again.")
    return {"force_close": forced, "link_duplicate": linked, "link_returned": linked}.get(action, voided)
