"""The list of an area's operating state: the actions that belong to it, what is still to be done, and recording one.

Enter goes from the list to what was done, Ctrl+Enter records it. What was begun to be written is kept per task.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...grids import operating
from ...grids.operating import Rules
from ..words import labelled, moment, named
from .fields import Choice, ChoiceField, TextField, watch

_KEY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 5
#: The act under which drafts of records are kept.
ACT = "take_area_action"
_USUAL_OUTCOME = "done"


class AreaActions(QWidget):
    """Shows one area's list by the room's live rows. `said(text)` tells the person something, "" nothing any more."""

    said = pyqtSignal(str)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rules: Rules | None = None
        self._area: Mapping[str, Any] | None = None
        self._row: Mapping[str, Any] = {}
        self._is_busy = self._is_filling = False
        self._build()
        desk.ready.connect(self._fill_units)
        self._fill_units()

    def know(self, rules: Rules) -> None:
        """Take what the room's tables say of operating states."""
        self._rules, self._is_filling = rules, True
        self.outcome.set_choices([Choice(row["outcome"], named(row, "name")) for row in rules.outcomes])
        self._is_filling = False

    def show_area(self, area: Mapping[str, Any] | None, row: Mapping[str, Any] | None) -> None:
        """Show an area with its row of desk.area_live, None where nobody said anything about it."""
        row = row or {}
        before, self._area, self._row = self._place(), area, row
        if before != self._place():
            self._list()
        self.tick()

    @property
    def state(self) -> str:
        """The state the area is in."""
        return self._row.get("state") or operating.NORMAL

    def tick(self) -> None:
        """Say of each task how it stands now; called once a second."""
        now = self._desk.room_now()
        for item in self._items():
            task = item.data(0, _KEY)[1]
            if task is not None:
                self._mark(item, task, now)

    def start(self) -> None:
        """Go to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def record(self) -> None:
        """Record what is written for the task or action chosen."""
        chosen = self._chosen()
        if chosen is None or self._area is None or not self.do_it.isEnabled():
            return
        if not self.description.value():
            self.said.emit(self.tr("Say what was done: it stays in the log."))
            self.description.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        kind, code, (action, task) = self._area["kind"], self._area["code"], chosen
        draft = self._desk.drafts.keep(self._subject(), self._act(), self._values())
        payload = {"state": self.state, "task": task["task"] if task else None, **draft.values}
        subject, act = self._subject(), self._act()
        self._is_busy = True
        self.offer()
        self.said.emit(self.tr("Sending …"))
        self._desk.queries.run(
            lambda connection: operating.take_action(connection, kind, code, action, payload, draft.request_id),
            lambda answer: self._on_done(subject, act),
            self._on_failed,
        )

    def offer(self) -> None:
        """Show whether what is chosen may be recorded by this person, and sent."""
        chosen = self._chosen()
        mine = chosen is not None and chosen[0] in self._mine()
        for field in (self.description, self.outcome, self.unit, self.case_number):
            field.setEnabled(mine)
        self.do_it.setEnabled(mine and self._desk.can_send() and not self._is_busy)

    def _write(self) -> None:
        if self.description.isEnabled():
            self.description.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.list = QTreeWidget(self)
        self.list.setObjectName("area_tasks")
        self.list.setHeaderLabels([self.tr("Action and task"), self.tr("How it stands")])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setWordWrap(True)
        self.list.setUniformRowHeights(False)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS_SHOWN)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda now, before: self._show_draft())
        self.list.itemActivated.connect(lambda item, column: self._write())
        self._chosen_words = QLabel(self)
        self._chosen_words.setWordWrap(True)
        self.description, self.case_number = TextField(self), TextField(self)
        self.outcome, self.unit = ChoiceField([], self), ChoiceField([Choice(None, "")], self, searched=True)
        self.do_it = QPushButton(self.tr("Record it (Ctrl+Enter)"), self)
        self.do_it.setObjectName("take_area_action")
        self.do_it.clicked.connect(lambda checked: self.record())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._chosen_words)
        layout.addLayout(self._form())

    def _form(self) -> QGridLayout:
        """The fields in as few rows as a low dock has room for: what they are for stands in them."""
        self.unit.box.lineEdit().setPlaceholderText(self.tr("Handling unit, if any"))
        self.case_number.setPlaceholderText(self.tr("Case file, if any"))
        self.description.setPlaceholderText(self.tr("What was done"))
        form = QGridLayout()
        form.setSpacing(4)
        form.addWidget(self.description, 0, 0, 1, 2)
        for place, widget in enumerate((self.outcome, self.unit, self.case_number, self.do_it)):
            form.addWidget(widget, 1 + place // 2, place % 2)
            form.setColumnStretch(place % 2, 1)
        for field, words, key in (
            (self.description, self.tr("What was done"), "area_description"),
            (self.outcome, self.tr("Outcome"), "area_outcome"),
            (self.unit, self.tr("Handling unit"), "area_unit"),
            (self.case_number, self.tr("Case file"), "area_case"),
        ):
            field.setObjectName(key)
            field.setAccessibleName(words)
            field.setToolTip(words)
            watch(field, self._keep)
        return form

    def _fill_units(self) -> None:
        rules = self._desk.rules
        units = (
            [] if rules is None else [Choice(row["department_code"], named(row, "name")) for row in rules.departments]
        )
        self._is_filling = True
        self.unit.set_choices([Choice(None, ""), *units])
        self._is_filling = False
        self.offer()

    def _mine(self) -> set[str]:
        """Return the actions of the state that this person may record."""
        if self._rules is None:
            return set()
        return {row["action"] for row in self._rules.actions_in(self.state, self._desk.roles)}

    def _place(self) -> tuple[object, ...]:
        area = self._area or {}
        return area.get("kind"), area.get("code"), self.state

    def _list(self) -> None:
        """Make the list of the area's state anew: its actions, and under each its tasks."""
        with QSignalBlocker(self.list):
            self.list.clear()
            if self._rules is not None and self._area is not None:
                tasks = self._rules.tasks_in(self.state, self._area["kind"])
                for action in self._rules.actions:
                    if action["action"] in self._rules.of_state.get(self.state, ()):
                        self._add_action(action, [task for task in tasks if task["action"] == action["action"]])
            self.list.expandAll()
            first = next((item for item in self._items() if item.data(0, _KEY)[1] is not None), None)
            self.list.setCurrentItem(first or self.list.topLevelItem(0))
        self._show_draft()

    def _add_action(self, action: Mapping[str, Any], tasks: list[Mapping[str, Any]]) -> None:
        top = QTreeWidgetItem(self.list, [named(action, "name"), ""])
        top.setData(0, _KEY, (action["action"], None))
        top.setToolTip(0, self.tr("Something else of this kind that is not on the list"))
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        for task in tasks:
            item = QTreeWidgetItem(top, [named(task, "name"), ""])
            item.setData(0, _KEY, (action["action"], task))
            item.setToolTip(0, named(task, "name"))

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount())]
        return [item for top in tops for item in (top, *(top.child(place) for place in range(top.childCount())))]

    def _mark(self, item: QTreeWidgetItem, task: Mapping[str, Any], now: datetime) -> None:
        last = (self._row.get("done") or {}).get(task["task"])
        is_open = self._rules.is_open(task, last, now)
        words = self.tr("to do") if last is None else self._outcome_in_words(last)
        sign = "○" if last is None else "◐" if is_open else "✔"
        text = f"{sign} {words}"
        if item.text(1) != text:
            item.setText(1, text)

    def _outcome_in_words(self, last: Mapping[str, Any]) -> str:
        word = next((named(row, "name") for row in self._rules.outcomes if row["outcome"] == last["outcome"]), "")
        return f"{word} {moment(datetime.fromisoformat(last['at']))[5:]}"

    def _chosen(self) -> tuple[str, Mapping[str, Any] | None] | None:
        """Return the action chosen, and the task if it is one of the list."""
        item = self.list.currentItem()
        return item.data(0, _KEY) if item is not None else None

    def _subject(self) -> str:
        return f"area {self._area['kind']}:{self._area['code']}" if self._area else ""

    def _act(self) -> str:
        action, task = self._chosen() or ("", None)
        return f"{ACT} {task['task'] if task else action}"

    def _values(self) -> dict[str, Any]:
        return {
            "description": self.description.value(),
            "outcome": self.outcome.value(),
            "department_code": self.unit.value(),
            "case_number": self.case_number.value(),
        }

    def _keep(self) -> None:
        if not self._is_filling and self._area is not None and self._chosen() is not None:
            self._desk.drafts.keep(self._subject(), self._act(), self._values())

    def _show_draft(self) -> None:
        """Show what was begun to be written for the task or action chosen."""
        chosen = self._chosen()
        values = self._desk.drafts.get(self._subject(), self._act()).values if chosen is not None else {}
        self._is_filling = True
        self.description.set_value(values.get("description"))
        self.outcome.set_value(values.get("outcome") or _USUAL_OUTCOME)
        self.unit.set_value(values.get("department_code"))
        self.case_number.set_value(values.get("case_number"))
        self._is_filling = False
        self._say_chosen(chosen)
        self.offer()

    def _say_chosen(self, chosen: tuple[str, Mapping[str, Any] | None] | None) -> None:
        if chosen is None:
            self._chosen_words.setText("")
            return
        action, task = chosen
        word = next((named(row, "name") for row in self._rules.actions if row["action"] == action), action)
        told = labelled(word, named(task, "name")) if task else self.tr("{action}: beside the list").format(action=word)
        if action not in self._mine():
            told = self.tr("{what} – another post records this").format(what=told)
        self._chosen_words.setText(told)

    def _on_done(self, subject: str, act: str) -> None:
        self._is_busy = False
        self._desk.drafts.drop(subject, act)
        self.said.emit(self.tr("Recorded."))
        self._show_draft()

    def _on_failed(self, error) -> None:
        self._is_busy = False
        self.said.emit(str(error))
        self.offer()
