"""Several case files chosen together: which acts are open to how many of them, one form for all, each one's answer."""

from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QWidget

from ...cases import steps
from ...wording import name
from ..words import bracketed, named
from . import claim_line
from .act_form import ActForm
from .flow import FlowLayout
from .group_answers import GroupAnswers
from .group_run import Deed, Fate, GroupRun
from .pinned import PinnedPage
from .tab_order import follow_the_eye, in_turn
from .working_place import buttons_renewed

# Under this name what is written for many is kept until it is sent; each case file's own draft then has it.
_TOGETHER = "together"


class GroupPanel(PinnedPage):
    """Acts on the case files chosen together in the queue. `desk` is the DeskContext.

    `left()` when the focus should go back to the queue; `case_wanted(case_id)` when one of the list shall be shown.
    """

    left = pyqtSignal()
    case_wanted = pyqtSignal(int)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keys: list[int] = []
        self._acts: dict[str, tuple[steps.Act, list[Mapping[str, Any]]]] = {}
        self.form: ActForm | None = None
        self.run: GroupRun | None = None
        self._build()
        desk.room.changed.connect(self._on_changed)
        desk.sending_changed.connect(self._on_connection)

    @property
    def keys(self) -> list[int]:
        """The case files chosen together."""
        return list(self._keys)

    @property
    def holds(self) -> bool:
        """Whether something is written or answered here that another choice of rows would take away."""
        return self.form is not None or self.run is not None

    def show_group(self, keys: Iterable[int]) -> None:
        """Show what can be done with these case files of the live room."""
        if self.run is not None and self.run.is_running:
            return
        self._close_form()
        self._end_run()
        self._keys = list(keys)
        self._refresh()

    def start(self, letter: str) -> bool:
        """Open the form of the act with this letter; False when none of the case files has it."""
        for act, cases in self._acts.values():
            if act.letter == letter and self._desk.can_write():
                self.open_form(act.transition, cases)
                return True
        return False

    def toggle_claim(self) -> None:
        """Claim what may be claimed, or give one's claims back where all of them are one's own."""
        cases, act = self._claimable()
        if not cases or not self._desk.can_send() or self._is_running():
            return
        said = self.tr("Claimed") if act is steps.claim else self.tr("Claim given back")
        self._start_run(
            Deed(case["case_id"], case["case_number"], self._claiming(act, case), lambda answer: said) for case in cases
        )

    def take_focus(self) -> None:
        """Go from the queue to the form that is open, or to the first act."""
        if self.form is not None:
            self.form.begin()
            return
        first = self._buttons.itemAt(0)
        (first.widget() if first is not None else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_form(self, transition: steps.Transition, cases: list[Mapping[str, Any]]) -> None:
        """Open one form for an act on all these case files."""
        if self._is_running() or self._desk.rules is None:
            return
        self._close_form()
        self._end_run()
        form = ActForm(transition, cases[0], self._desk.rules, self._desk, self.body, count=len(cases))
        form.fill(self._desk.drafts.get(_TOGETHER, transition.action).values)
        form.edited.connect(lambda values: self._desk.drafts.keep(_TOGETHER, transition.action, values))
        form.submitted.connect(lambda payload: self._send(transition.action, cases, payload))
        form.left.connect(self._leave)
        form.set_live(self._desk.can_send(), self._desk.locked)
        self.form = form
        self.content.insertWidget(self.content.indexOf(self.answers), form)
        self.pin(form.end)
        self._row.hide()
        form.show()
        form.begin()
        self._tabs.start()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.timeout.connect(self._order_tabs)
        self.title = QLabel(self.top)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self._row = QWidget(self.top)
        self._buttons = FlowLayout(self._row)
        self.answers = GroupAnswers(self.body)
        self.answers.chosen.connect(self.case_wanted)
        self.answers.again.connect(self._go_on)
        self.head.addWidget(self.title)
        self.head.addWidget(self._row)
        self.content.addWidget(self.answers)
        self.content.addStretch(1)
        # A list makes the page longer; what has just come is what one wants to see.
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal)

    def _order_tabs(self) -> None:
        in_turn([stop for part in (self.top, self.body, self.bottom) for stop in follow_the_eye(part)])

    def _reveal(self, *_range) -> None:
        if self.form is None and self.run is not None:
            self.area.ensureWidgetVisible(self.answers.title, 0, 8)

    def _refresh(self) -> None:
        cases = [self._desk.room.cases[key] for key in self._keys if key in self._desk.room.cases]
        states = Counter(named(case, "state") for case in cases).most_common()
        title = self.tr("{count} case files chosen").format(count=len(cases))
        lines = " · ".join(f"{escape(state)} {number}" for state, number in states)
        self.title.setText(f"<b style='font-size:large'>{escape(title)}</b><br>{lines}")
        self._acts = {}
        for case in cases:
            for act in self._desk.acts(case):
                if act.transition.suits_many:
                    self._acts.setdefault(act.transition.action, (act, []))[1].append(case)
        with buttons_renewed(self):
            self._fill_buttons(len(cases))

    def _fill_buttons(self, whole: int) -> None:
        while self._buttons.count():
            self._buttons.takeAt(0).widget().deleteLater()
        taken: set[str] = set()
        for action, (act, cases) in sorted(self._acts.items(), key=_rank):
            # One letter may stand for two acts on different case files: it goes to the one that is open to most.
            letter = "" if act.letter in taken else act.letter
            taken.add(letter)
            self._acts[action] = (steps.Act(act.transition, letter), cases)
            number = str(len(cases)) if len(cases) == whole else self.tr("{part} of {whole}").format(
                part=len(cases), whole=whole
            )  # fmt: skip
            text = bracketed(f"{letter}  {act.transition.name}".strip(), number)
            self._add_button(f"group_{action}", text, lambda action=action: self.open_form(
                self._acts[action][0].transition, self._acts[action][1]
            ))  # fmt: skip
        claimed, act = self._claimable()
        if claimed:
            words = self.tr("Claim") if act is steps.claim else self.tr("Give the claims back")
            self._add_button("group_claim", bracketed(f"{claim_line.LETTER}  {words}", len(claimed)), self.toggle_claim)
        if not self._buttons.count():
            label = QLabel(self.tr("There is nothing that can be done with all of them together."), self._row)
            self._buttons.addWidget(label)

    def _add_button(self, object_name: str, text: str, done) -> None:
        button = QPushButton(text, self._row)
        button.setObjectName(object_name)
        button.setEnabled(self._desk.can_write() and not self._is_running())
        button.clicked.connect(lambda checked: done())
        self._buttons.addWidget(button)

    def _claimable(self) -> tuple[list[Mapping[str, Any]], Any]:
        """Return the case files to be claimed, or, where one holds them all, those to be given back; and the act."""
        rules, now, me = self._desk.rules, self._desk.room_now(), self._desk.viewer.staff_number
        if rules is None:
            return [], steps.claim
        cases = [self._desk.room.cases[key] for key in self._keys if key in self._desk.room.cases]
        mine = [case for case in cases if case["is_open"] and steps.holder(case, now) == me]
        open_to = [
            case for case in cases
            if case["is_open"] and case not in mine
            and rules.transitions.claiming_role(case, self._desk.roles) is not None
        ]  # fmt: skip
        return (open_to, steps.claim) if open_to else (mine, steps.release)

    def _send(self, action: str, cases: list[Mapping[str, Any]], payload: dict[str, Any]) -> None:
        """Send the step of each case file under a request id of its own, the same at every attempt."""
        if not self._desk.can_send():
            self.form.set_live(False, self._desk.locked)
            return
        drafts = self._desk.drafts.keep_all([case["case_number"] for case in cases], action, payload)
        self._desk.drafts.drop(_TOGETHER, action)
        self._close_form()
        wanted = [
            steps.Step(case["subdistrict"], case["case_id"], action, payload, case["version"], draft.request_id)
            for case, draft in zip(cases, drafts, strict=True)
        ]
        self._start_run(
            Deed(step.case_id, case["case_number"], self._taking(step), lambda answer: name("case_state", answer.state))
            for case, step in zip(cases, wanted, strict=True)
        )
        self.run.told.connect(lambda deed: self._forget_draft(deed, action))

    def _taking(self, step: steps.Step):
        """Return how a step is sent: by the desk, which knows then that what it leads to is no news here."""
        return lambda done, failed: self._desk.take(step, done, failed)

    def _claiming(self, act, case: Mapping[str, Any]):
        def work(connection: Any) -> Any:
            return act(connection, case["subdistrict"], case["case_id"])

        return lambda done, failed: self._desk.queries.run(work, done, failed)

    def _start_run(self, deeds: Iterable[Deed]) -> None:
        self._close_form()
        self._end_run()
        self.run = GroupRun(self._desk, deeds, self)
        self.run.told.connect(lambda deed: self.answers.show_run(self.run))
        self.run.ended.connect(self._on_ended)
        self.answers.show_run(self.run)
        self._go_on()

    def _go_on(self) -> None:
        if self.run is not None:
            self.run.go_on()
            self._refresh()
            self.left.emit()

    def _on_ended(self) -> None:
        self.answers.show_run(self.run)
        self._refresh()
        if not self.isVisible() and not all(deed.fate is Fate.DONE for deed in self.run.deeds):
            self._desk.failed.emit(self.answers.summary())

    def _forget_draft(self, deed: Deed, action: str) -> None:
        if deed.fate is Fate.DONE:
            self._desk.drafts.drop(deed.number, action)

    def _is_running(self) -> bool:
        return self.run is not None and self.run.is_running

    def _leave(self) -> None:
        self._close_form()
        self.left.emit()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.take_away()
            self.form = None
            self.unpin()
            self._row.show()
            self._tabs.start()

    def _end_run(self) -> None:
        if self.run is not None:
            self.run.deleteLater()
            self.run = None
        self.answers.show_run(None)

    def _on_changed(self, subject: str, upserted, removed) -> None:
        is_free = subject == "case" and self.isVisible() and self.form is None and not self._is_running()
        if is_free and not {*upserted, *removed}.isdisjoint(self._keys):
            self._refresh()

    def _on_connection(self) -> None:
        if self.form is not None:
            self.form.set_live(self._desk.can_send(), self._desk.locked)
        self.answers.set_live(self._desk.can_send())
        self._refresh()


def _rank(entry: tuple[str, tuple[steps.Act, list[Mapping[str, Any]]]]) -> tuple[bool, int]:
    """Return the place of an act: open to most first, and what cannot be undone behind all others."""
    return entry[0] in steps.IRREVERSIBLE, -len(entry[1][1])
