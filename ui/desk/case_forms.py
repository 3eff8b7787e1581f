"""The form that is open on the case file shown: its draft, sending it once, and when somebody was faster."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ...cases import lookup, steps
from .act_form import ActForm
from .conflict import ConflictView
from .working_place import works_in

_STALE = "room.stale_version"
# Which field a refusal asks for.
_ASKS_FOR = {"room.overruled_without_reason": "reason"}


class CaseForms(QObject):
    """Opens, sends and closes the form of one act. `place(widget)` puts a new widget under the details of `panel`.

    `taken(step, answer)` after a step was taken; `left()` when the form was left, its draft kept or thrown away;
    `closed()` whenever one goes; `shown(widget)` asks to bring what is to be decided into sight, `pasted()` to keep the
    picture on the clipboard.
    """

    taken = pyqtSignal(object, object)
    left = pyqtSignal()
    closed = pyqtSignal()
    shown = pyqtSignal(object)
    pasted = pyqtSignal()

    def __init__(self, desk, panel: QWidget, place: Callable[[QWidget], None]) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._place = place
        self.form: ActForm | None = None
        self.conflict: ConflictView | None = None
        # The version the person decides on, and the newest one that is known.
        self._seen: dict[str, Any] = {}
        self._now: dict[str, Any] = {}
        self._since: list[Mapping[str, Any]] = []
        self._unanswered: steps.Step | None = None
        desk.came_back.connect(self._ask_ways)

    def open(self, transition: steps.Transition, case: Mapping[str, Any]) -> None:
        """Open the form of an act on a case file, with its draft."""
        self.close()
        self._seen = self._now = dict(case)
        form = ActForm(transition, case, self._desk.rules, self._desk, self._panel)
        form.fill(self._draft_of(transition).values)
        form.edited.connect(self._keep)
        form.submitted.connect(self._send)
        form.held_back.connect(self._decide)
        form.left.connect(self._leave)
        form.pasted.connect(self.pasted)
        form.set_live(self._desk.can_send(), self._desk.locked)
        self.form = form
        self._place(form)
        form.begin()
        self._ask_ways()

    def close(self) -> None:
        """Take the form away; what was written is kept as a draft."""
        self._end_conflict()
        self._unanswered = None
        if self.form is not None:
            focused = QApplication.focusWidget()
            if focused is not None and self.form.holds(focused):
                # Qt would hand it to whatever comes next in the window.
                self._panel.setFocus(Qt.FocusReason.OtherFocusReason)
            self.form.take_away()
            self.form = None
            self.closed.emit()

    def set_live(self, live: bool) -> None:
        """Offline, or where the server keeps nothing, the draft may grow, but nothing is sent."""
        if self.form is not None:
            self.form.set_live(live, self._desk.locked)
            self._show_choice()

    def show_pictures(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Say in the form which pictures are there."""
        if self.form is not None:
            self.form.show_pictures(rows)

    def follow(self, case: Mapping[str, Any]) -> None:
        """Take over a newer version of the case file: somebody was faster, unless it is the form's own step."""
        if self.form is None or case["version"] <= self._now["version"]:
            return
        self._now = dict(case)
        # While a step is under way the newer version is most likely its own.
        if self.form.is_busy:
            return
        if self._unanswered is not None:
            # It may have been taken; asking again under the same request finds out and takes nothing twice.
            self._take(self._unanswered)
            return
        self._meet()

    def _ask_ways(self) -> None:
        """Find out by which way an order goes to the case file's unit; for another one it stands beside."""
        form = self.form
        if form is not None and {"channels", "department_code"}.intersection(form.transition.fields()) == {"channels"}:
            self._desk.read_recommendations(
                self._seen["case_id"], lambda rows: form.know_ways(rows) if form is self.form else None
            )

    def _draft_of(self, transition: steps.Transition):
        return self._desk.drafts.get(self._seen["case_number"], transition.action)

    def _keep(self, values: dict) -> None:
        self._desk.drafts.keep(self._seen["case_number"], self.form.transition.action, values)
        if self.conflict is not None:
            self.conflict.show_mine(self._seen, values)

    def _send(self, payload: dict) -> None:
        form, case = self.form, self._seen
        if not self._desk.can_send():
            form.set_live(False, self._desk.locked)
            return
        action = form.transition.action
        draft = self._desk.drafts.keep(case["case_number"], action, payload)
        self._take(steps.Step(case["subdistrict"], case["case_id"], action, payload, case["version"], draft.request_id))

    def _take(self, step: steps.Step) -> None:
        form, number = self.form, self._seen["case_number"]
        self._unanswered = None
        form.set_busy(True)
        form.show_message(self.tr("Sending …"))
        self._desk.take(
            step,
            lambda answer: self._on_taken(form, number, step, answer),
            lambda error: self._on_failed(form, step, error),
        )

    def _on_taken(self, form: ActForm, number: str, step: steps.Step, answer: steps.Answer) -> None:
        self._desk.drafts.drop(number, step.action)
        if form is self.form:
            self.close()
        self.taken.emit(step, answer)

    def _on_failed(self, form: ActForm, step: steps.Step, error) -> None:
        if form is not self.form:
            self._desk.say_failure(error)
            return
        form.set_busy(False)
        if steps.is_unanswered(error):
            self._unanswered = step
            form.show_message(
                self.tr("No answer came, so nobody knows yet whether the step was taken. Press Enter once the room is "
                        "live: it will not be taken twice.")
            )  # fmt: skip
        elif error.code == _STALE:
            form.show_message("")
            self._meet(error.params.get("since"))
            # The feed may not have brought the new version yet, and never brings one that ended long ago.
            case_id = step.case_id
            self._desk.ask(lambda connection: lookup.case(connection, case_id), self._take_over)
        else:
            form.show_message(str(error))
            if self._now["version"] > self._seen["version"]:
                self._meet()
        self._take_focus_back(form, _ASKS_FOR.get(error.code))

    def _take_over(self, case: Mapping[str, Any] | None) -> None:
        if case is not None and self.form is not None and case["case_id"] == self._seen["case_id"]:
            self.follow(case)

    def _meet(self, since: Iterable[Mapping[str, Any]] | None = None) -> None:
        """Show both versions; who led to the new one is read where no refusal has said it."""
        if self.conflict is None:
            self.conflict = ConflictView(self.form.transition, self._desk.rules, self._panel)
            self.conflict.redone.connect(self._redo)
            self.conflict.discarded.connect(self._discard)
            self.conflict.left.connect(self._leave)
            self._place(self.conflict)
        self.form.set_held(True)
        self.form.show_message(self.tr("The case file has moved on; decide first (Enter)."))
        self.conflict.show_mine(self._seen, self.form.payload())
        if since is None:
            self._desk.read_log(self._seen["case_id"], self._take_since)
        else:
            self._since = list(since)
        self._show_theirs()

    def _take_since(self, rows: list[Mapping[str, Any]]) -> None:
        if self.conflict is not None and (not rows or rows[0].get("case_id") == self._seen["case_id"]):
            self._since = rows
            self._show_theirs()

    def _show_theirs(self) -> None:
        self.conflict.show_theirs(self._seen, self._now, self._since)
        self._show_choice()

    def _show_choice(self) -> None:
        if self.conflict is None:
            return
        now = self._now if self._now["version"] > self._seen["version"] else None
        action = self.form.transition.action
        possible = now is not None and action in [act.transition.action for act in self._desk.acts(now)]
        self.conflict.show_choice(now["version"] if now is not None else None, possible, self._desk.can_send())

    def _decide(self) -> None:
        if self.conflict is not None:
            self.conflict.take_focus()
            self.shown.emit(self.conflict)

    def _redo(self) -> None:
        """Decide again, on the new version."""
        self._seen = self._now
        self._end_conflict()
        self.form.show_message("")
        self.form.begin()
        self.form.submit()

    def _discard(self) -> None:
        action, number = self.form.transition.action, self._seen["case_number"]
        self.close()
        self._desk.drafts.drop(number, action)
        self.left.emit()

    def _leave(self) -> None:
        self.close()
        self.left.emit()

    def _end_conflict(self) -> None:
        self._since = []
        if self.conflict is not None:
            self.conflict.hide()
            self.conflict.deleteLater()
            self.conflict = None
        if self.form is not None:
            self.form.set_held(False)

    def _take_focus_back(self, form: ActForm, name: str | None) -> None:
        """Go back into the fields that were held while the step was under way, unless the person works elsewhere."""
        if works_in(self._panel):
            form.begin(name)
