"""Putting an area into another operating state: the states that may follow, an end, a reason, and one question."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...grids import operating
from ...grids.operating import Rules
from ...wording import name
from ..words import named
from .fields import MomentField

#: The act under which drafts of a new state are kept.
ACT = "set_area_state"


class StateForm(QWidget):
    """For leaders; everybody else reads who may. `said(text)` tells the person something, `was_set()` that it is.

    What is written for an area is kept as its draft until the state is set.
    """

    said = pyqtSignal(str)
    was_set = pyqtSignal()

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rules: Rules | None = None
        self._area: Mapping[str, Any] | None = None
        self._now = operating.NORMAL
        self._is_busy = self._asked = self._is_filling = False
        self._build()
        self.offer()

    def know(self, rules: Rules) -> None:
        """Take what the room's tables say of operating states."""
        self._rules = rules
        self._list()

    def show_area(self, area: Mapping[str, Any] | None, state: str) -> None:
        """Offer what may follow the state an area is in."""
        if (area, state) == (self._area, self._now):
            return
        self._area, self._now = area, state
        self._list()
        self._fill()
        self._take_back()
        self.offer()

    def set_state(self) -> None:
        """Set the state chosen for the area shown; that asks once, since it changes what the room goes by."""
        area = self._area
        if area is None or not self.do_it.isEnabled():
            return
        if not self.reason.text().strip():
            self.said.emit(self.tr("Say why: the reason is kept and shown with the state."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self._asked:
            self._asked = True
            self.said.emit(self._consequence(area))
            self.do_it.setText(self.tr("Yes, set it (Ctrl+Enter)"))
            return
        kind, code, state, subject = area["kind"], area["code"], self.state.currentData(), self._subject()
        self._keep()
        reason, until = self.reason.text().strip(), self.until.value() if self.ends.isChecked() else None
        self._is_busy = True
        self.said.emit(self.tr("Sending …"))
        self.offer()
        self._desk.queries.run(
            lambda connection: operating.set_state(connection, kind, code, state, reason, until),
            lambda answer: self._on_done(subject),
            self._on_failed,
        )

    def offer(self) -> None:
        """Show what this person may do."""
        leads = bool(self._desk.roles & operating.LEADERS)
        self.fields.setVisible(leads)
        self.do_it.setVisible(leads)
        self._readers.setVisible(not leads)
        self.ends.setEnabled(self._can_end())
        self.do_it.setEnabled(leads and self._desk.can_send() and not self._is_busy and self._area is not None)
        if not self._asked:
            self.do_it.setText(self.tr("Set the state (Ctrl+Enter)"))

    def _build(self) -> None:
        self.fields = QWidget(self)
        self.state, self.reason = QComboBox(self.fields), QLineEdit(self.fields)
        self.ends = QCheckBox(self.tr("ends"), self.fields)
        self.ends.setToolTip(
            self.tr("Afterwards the state that follows holds by itself: after an emergency, post-transition")
        )
        self.until = MomentField(self._desk.room_now(), self.fields)
        self.do_it = QPushButton(self)
        for widget, key in ((self.state, "area_state"), (self.reason, "area_reason"), (self.until, "area_until"),
                            (self.ends, "area_ends"), (self.do_it, "set_area_state")):  # fmt: skip
            widget.setObjectName(key)
        self.do_it.clicked.connect(lambda checked: self.set_state())
        self.state.activated.connect(lambda index: self._on_state())
        self.reason.textEdited.connect(lambda text: self._on_edited())
        self.until.dateTimeChanged.connect(lambda when: self._on_edited())
        self.ends.toggled.connect(self._on_ends)
        form = QFormLayout(self.fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("New state"), self.state)
        form.addRow(self.ends, self.until)
        form.addRow(self.tr("Reason"), self.reason)
        self._readers = QLabel(self.tr("A shift leader or an administrator sets the state of an area."), self)
        self._readers.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        for widget in (self.fields, self._readers, self.do_it):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._list()
        self._on_ends(False)

    def _list(self) -> None:
        """Offer the states that may follow, the course's first and chosen; ways beside it say what they are for."""
        states = operating.STATES if self._rules is None else self._rules.may_follow(self._now)
        ways = {} if self._rules is None else self._rules.ways
        self.state.clear()
        for state in sorted(states, key=lambda one: self._rank(ways.get((self._now, one)), one)):
            way = ways.get((self._now, state))
            words = name("operating_state", state)
            if state == self._now:
                words = self.tr("{state} – it stays so").format(state=words)
            elif way is not None:
                words = f"{words} – {named(way, 'name')}"
            self.state.addItem(words, state)
        # A state that may no longer follow is not taken up from a draft.
        self.state.setCurrentIndex(max(0, self.state.findData(self._draft().get("state"))))

    def _rank(self, way: Mapping[str, Any] | None, state: str) -> tuple[int, int]:
        order = operating.STATES.index(state) if state in operating.STATES else len(operating.STATES)
        return (2 if way is None else 0 if way["is_course"] else 1), order

    def _consequence(self, area: Mapping[str, Any]) -> str:
        state = self.state.currentData()
        words = self.tr(
            "Every desk sees it; rules, time limits, units and turns of duty for “{state}” apply in {area} from now on."
        )
        told = words.format(state=name("operating_state", state), area=named(area, "name") or area["code"])
        following = self._rules.ends(state) if self._rules is not None and self.ends.isChecked() else None
        if following is None:
            return told
        after = self.tr("Afterwards it is {state} by itself.").format(state=name("operating_state", following))
        return f"{told} {after}"

    def _can_end(self) -> bool:
        """Return whether the state chosen may be set until a moment."""
        return self._rules is None or self._rules.ends(self.state.currentData()) is not None

    def _on_state(self) -> None:
        if not self._can_end():
            self.ends.setChecked(False)
        self._on_edited()
        self.offer()

    def _on_ends(self, ends: bool) -> None:
        self.until.setEnabled(ends)
        if ends:
            later = (self._desk.room_now() + timedelta(hours=4)).replace(minute=0, second=0, microsecond=0)
            self.until.set_value(later.isoformat())
        self._on_edited()

    def _on_edited(self) -> None:
        self._keep()
        self._take_back()

    def _subject(self) -> str:
        return f"area {self._area['kind']}:{self._area['code']}" if self._area is not None else ""

    def _draft(self) -> Mapping[str, Any]:
        return self._desk.drafts.get(self._subject(), ACT).values if self._area is not None else {}

    def _keep(self) -> None:
        if self._area is not None and not self._is_filling:
            until = self.until.value() if self.ends.isChecked() else None
            values = {"state": self.state.currentData(), "reason": self.reason.text(), "until": until}
            self._desk.drafts.keep(self._subject(), ACT, values)

    def _fill(self) -> None:
        """Show what was begun to be written for the area."""
        draft = self._draft()
        until = draft.get("until") if self._can_end() else None
        self._is_filling = True
        self.reason.setText(draft.get("reason") or "")
        self.ends.setChecked(until is not None)
        if until is not None:
            self.until.set_value(until)
        self._is_filling = False

    def _take_back(self) -> None:
        if self._asked:
            self._asked = False
            self.said.emit("")
            self.offer()

    def _on_done(self, subject: str) -> None:
        self._is_busy = self._asked = False
        self._desk.drafts.drop(subject, ACT)
        self._list()
        self._fill()
        self.said.emit("")
        self.offer()
        self.was_set.emit()

    def _on_failed(self, error) -> None:
        self._is_busy = self._asked = False
        self.said.emit(str(error))
        self.offer()
