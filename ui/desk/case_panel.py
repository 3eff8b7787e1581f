"""The chosen case file: what, where, who, how long; the recommended unit; its acts, their form in place; the log."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QTextDocumentFragment
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ...cases import lookup, queue, steps
from ..words import escape, listed, moment, named, time_unit
from .act_form import ActForm
from .around import Around
from .case_forms import CaseForms
from .case_words import calendar_note, details_html, log_html, recommended_html, stage_words, told_html
from .claim_line import ClaimLine
from .deliveries import Deliveries
from .flow import FlowLayout
from .look import URGENCY_MARKS, show_text
from .open_photo import OpenPhoto
from .photos import PhotoStrip
from .pinned import PinnedPage
from .standing_words import is_answer, standing_html
from .tab_order import follow_the_eye, in_turn
from .working_place import buttons_renewed

_REVEAL_MS = 300
# While an order is with its unit, or would be, others are turned to when it does nothing.
_WITH_THE_UNIT = ("pending_handle", "suspended")

_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse


class CasePanel(PinnedPage):
    """Shows one case file of the room and lets the person at the desk act on it: the acts stand above what scrolls.

    `desk` is the DeskContext. Signals: `done(case_id, action, version)` after a step was taken; `left()` when the
    focus should go back to the queue; `slip_wanted(case_id)`; `centre_wanted()` for the map, by mouse.
    """

    done = pyqtSignal(int, str, int)
    left = pyqtSignal()
    slip_wanted = pyqtSignal(int)
    centre_wanted = pyqtSignal()

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: int | None = None
        self._past: Mapping[str, Any] | None = None
        self._version = 0
        # By which state's limit the stage runs, and of which version of which case file that was said.
        self._by_limit: tuple[tuple[int | None, int] | None, str] = (None, "")
        self._slip: QWidget | None = None
        self._reveals = False
        self._shown_acts: list[steps.Act] = []
        # The log of the case file shown, as far as it has been read.
        self._entries: Sequence[Mapping[str, Any]] = ()
        self._extended: tuple[tuple[int | None, int] | None, datetime | None] = (None, None)
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.setInterval(_REVEAL_MS)
        self._build()
        self._tabs.timeout.connect(self._order_tabs)
        self.forms = CaseForms(desk, self, self._place)
        self.forms.closed.connect(self._show_acts)
        self.forms.taken.connect(self._on_taken)
        self.forms.left.connect(self._on_left)
        self.forms.shown.connect(self._bring_into_sight)
        self.forms.pasted.connect(self.photos.paste)
        self.photos.listed.connect(self.forms.show_pictures)
        desk.room.changed.connect(self._on_changed)
        desk.room.loaded.connect(self.show_rules)
        desk.sending_changed.connect(self._on_connection)
        desk.came_back.connect(self._read_more)
        desk.offers.changed.connect(self._renew_recommended)
        self.show_case(None)

    @property
    def case_id(self) -> int | None:
        """The case file shown."""
        return self._case_id

    @property
    def form(self) -> ActForm | None:
        """The form that is open, if one is."""
        return self.forms.form

    def acts(self) -> list[steps.Act]:
        """Return the acts that are open now."""
        return self._shown_acts

    def recommended_text(self) -> str:
        """Return what is said about the unit to send, as text."""
        return QTextDocumentFragment.fromHtml(self._recommended.text()).toPlainText()

    def beside_text(self) -> str:
        """Return what is said of the reporter, of who is responsible and of case files nearby, as text."""
        return self.around.words()

    def standing(self) -> str:
        """Return what was asked for, why the case file came back, and that it was urged, as text."""
        return QTextDocumentFragment.fromHtml(self._standing.text()).toPlainText()

    def hint(self) -> str:
        """Return why the last key did nothing, as text; empty where it did something."""
        return QTextDocumentFragment.fromHtml(self._hint.text()).toPlainText()

    def log_text(self) -> str:
        """Return the log shown, as text."""
        return QTextDocumentFragment.fromHtml(self._log.text()).toPlainText()

    def show_case(self, case_id: int | None) -> None:
        """Show a case file of the live room; None shows how to choose one."""
        if case_id == self._case_id and case_id is not None:
            return
        self._past = None
        self._change_to(case_id)

    def show_past(self, case: Mapping[str, Any]) -> None:
        """Show a case file that has left the live room, by its row of desk.case_queue."""
        self._past = dict(case)
        self._change_to(case["case_id"])

    def _change_to(self, case_id: int | None) -> None:
        self.forms.close()
        self._close_slip()
        self._photo.close()
        self._case_id = case_id
        self.to_top()
        self._desk.recommended, self._entries = [], ()
        for label in (self._log, self._recommended):
            show_text(label, "")
        self._refresh()
        self._read_more()

    def tick(self) -> None:
        """Let the countdown run on; called once a second."""
        case = self._case()
        if case is not None:
            self._show_clock(case)
        self.claim.tick()
        self.orders.tick()

    def start(self, letter: str) -> bool:
        """Open the form of the act with this letter; False when there is none, which is said, or all is locked."""
        case = self._case()
        if case is None or not self._desk.can_write():
            return False
        for act in self._shown_acts:
            if act.letter == letter:
                self.open_form(act.transition)
                return True
        self._say_what_is_open(letter, named(case, "state"))
        return False

    def _say_what_is_open(self, letter: str, state: str) -> None:
        """A key that does nothing says why, and which ones would do something."""
        acts = [f"{act.letter} {act.transition.name}" for act in self._shown_acts if act.letter]
        if acts:
            words = self.tr("{letter} is not open to you now: {state}. What you may do: {acts}")
        else:
            words = self.tr("{letter} is not open to you now: {state}. There is nothing for your post to do here.")
        show_text(self._hint, escape(words.format(letter=letter, state=state, acts=listed(acts))))

    def toggle_claim(self) -> None:
        """Claim the case file or give the claim back, and show what came of it."""
        self.claim.toggle()

    def take_focus(self) -> None:
        """Go from the queue into the details: to the form that is open, the first act, or the facts."""
        if self.form is not None:
            self.form.begin()
            return
        first = next(iter(self._act_buttons()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def show_rules(self) -> None:
        """Show what the rules allow, once they are known."""
        self._refresh()
        self._read_more()

    def show_slip(self, bar: QWidget) -> None:
        """Show the slip for the handling unit above photos and log."""
        self._close_slip()
        self._slip = bar
        self._place(bar)

    def open_form(self, transition: steps.Transition) -> None:
        """Open the form of an act under the details, with its draft."""
        case = self._case()
        if case is None or self._desk.rules is None:
            return
        self._close_slip()
        show_text(self._hint, "")
        self.orders.close_form()
        self.forms.open(transition, case)
        self._show_standing()
        self.photos.refresh()
        # The room for the form is made a moment later, in steps.
        self._reveals = True
        QTimer.singleShot(_REVEAL_MS, self._end_reveal)
        self._reveal()

    def _place(self, widget: QWidget) -> None:
        """Put a form, or what it has to say, under the details and above orders, photos and log."""
        self.content.insertWidget(self.content.indexOf(self.orders), widget)
        if isinstance(widget, ActForm):
            # Its button stays in sight however long the form is; the other acts are there again when it is left.
            self.pin(widget.end)
            self._acts.hide()
        widget.show()
        self._tabs.start()
        QTimer.singleShot(0, lambda: self._bring_into_sight(widget))

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to what has appeared, without taking the field out of sight in which somebody writes."""
        if sip.isdeleted(widget) or not widget.isVisible() or widget is self.forms.form:
            return
        # What comes later is not scrolled away again for the form's sake.
        self._reveals = False
        self.area.ensureWidgetVisible(widget, 0)
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.area.ensureWidgetVisible(focused, 0)

    def _reveal(self, *_range) -> None:
        """Bring the form into sight: all of it, or its top where it is taller than the panel."""
        form = self.forms.form
        if self._reveals and form is not None:
            # Where the act asks for pictures, they are added below it.
            last = form if form.pictures.isHidden() else self.photos
            bottom = last.geometry().bottom() - self.area.viewport().height() + 8
            self.area.verticalScrollBar().setValue(max(0, min(form.y() - 4, bottom)))
        if form is not None or self.forms.conflict is not None:
            # What is read late grows above the form, and a conflict when it has been read what somebody else did.
            focused = self.focusWidget()
            if focused is not None and focused.hasFocus() and self.body.isAncestorOf(focused):
                self.area.ensureWidgetVisible(focused, 0, 8)

    def _end_reveal(self) -> None:
        self._reveals = False

    def _build(self) -> None:
        self._title, self._clock, self._hint = (QLabel(self.top) for _ in range(3))
        self._standing, self._facts, self._recommended, self._log = (QLabel(self.body) for _ in range(4))
        for label in (self._title, self._clock, self._standing, self._hint, self._facts, self._recommended, self._log):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(_BY_MOUSE)
        self._title.linkActivated.connect(lambda link: self.centre_wanted.emit())
        self._build_head()
        self.around = Around(self._desk, self.body)
        self.orders = Deliveries(self._desk, self.body)
        self.orders.shown.connect(self._bring_into_sight)
        self.orders.left.connect(self.left)
        self.orders.answered.connect(self._read_told)
        self.orders.slip_wanted.connect(self.show_slip)
        self.photos = PhotoStrip(self._desk, self.body)
        parts = (self._standing, self._recommended, self._facts, self.around, self.orders, self.photos, self._log)
        for widget in parts:
            self.content.addWidget(widget)
        self._photo = OpenPhoto(self._desk, self.photos, self.content, self.area)
        self.content.addStretch(1)
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal)

    def _build_head(self) -> None:
        """Which case file it is, how long it has left, who is working on it, and what can be done."""
        self.claim = ClaimLine(self._desk, self.top)
        self.claim.failed.connect(self._desk.failed)
        self._acts = QWidget(self.top)
        self._buttons = FlowLayout(self._acts)
        clock = QHBoxLayout()
        clock.addWidget(self._clock, 1)
        clock.addWidget(self.claim.button)
        self.head.addWidget(self._title)
        self.head.addLayout(clock)
        for widget in (self._hint, self.claim, self._acts):
            self.head.addWidget(widget)

    def _order_tabs(self) -> None:
        """Tab goes through the head, what scrolls, and from the last field of the form that is open to its button."""
        form = self.form
        found = [*follow_the_eye(self.top), *follow_the_eye(self.body)]
        after = [place for place, stop in enumerate(found, start=1) if form is not None and form.isAncestorOf(stop)]
        if after:
            found[after[-1] : after[-1]] = follow_the_eye(self.bottom)
        in_turn(found)

    def _case(self):
        live = self._desk.room.cases.get(self._case_id)
        return live if live is not None else self._past

    def _refresh(self) -> None:
        case = self._case()
        show_text(self._hint, "")
        if case is None:
            self._show_nothing()
            return
        self._version = case["version"]
        self._title.setText(
            f"<b style='font-size:large'>{escape(case['class_label'])} {escape(named(case, 'class'))}</b>"
            f"<br>{escape(case['case_number'])} · <b>{escape(named(case, 'state'))}</b>"
            f" · <a href='map'>◎ {escape(self.tr('On the map'))}</a>"
        )
        self._show_clock(case)
        self._show_standing()
        self._facts.setText(details_html(case, self._desk.rules))
        self.claim.show_case(case)
        self._fill_buttons(self._desk.acts(case))

    def _show_nothing(self) -> None:
        title = self.tr("No case file chosen")
        self._title.setText(f"<b>{title}</b>")
        self._facts.setText(self.tr("Choose a row of the queue or a mark on the map; ↑ ↓ and Enter do it too."))
        for label in (self._clock, self._standing, self._recommended, self._log):
            show_text(label, "")
        self.claim.show_case(None)
        self._fill_buttons([])

    def _show_clock(self, case) -> None:
        now = self._desk.room.room_now()
        left = queue.countdown(case.get("due_at"), now)
        if left is None:
            show_text(self._clock, self.tr("No limit is running."))
            return
        mark, colour = URGENCY_MARKS[queue.urgency(case, now, self._desk.viewer)]
        words = self.tr("{time} over the limit") if left.sign == "−" else self.tr("{time} left")
        text = words.format(time=f"{left.sign}{left.text} {time_unit(left.unit)}")
        until = self.tr("deadline {time}").format(time=moment(case["due_at"]))
        seen, words = self._by_limit
        by_limit = words if seen == self._shown else ""
        unknown = calendar_note(case, self._desk.rules) if case.get("clock") == "handle" else ""
        until = " · ".join(part for part in (until, by_limit, unknown) if part)
        show_text(self._clock, f"<span style='color:{colour}'>{mark} <b>{escape(text)}</b></span> · {escape(until)}")

    def _fill_buttons(self, acts) -> None:
        with buttons_renewed(self):
            while self._buttons.count():
                self._buttons.takeAt(0).widget().deleteLater()
            self._add_buttons(acts)
        self._tabs.start()

    def _add_buttons(self, acts) -> None:
        self._shown_acts = acts
        for act in acts:
            name = act.transition.name
            draft = self._desk.drafts.has(self._case()["case_number"], act.transition.action)
            text = f"{act.letter}  {name}" if act.letter else name
            button = QPushButton(f"{text} ✎" if draft else text, self._acts)
            button.setObjectName(f"act_{act.transition.action}")
            button.setToolTip(self.tr("{act} – a draft is kept").format(act=name) if draft else name)
            button.setEnabled(self._desk.can_write())
            button.clicked.connect(lambda checked, chosen=act.transition: self.open_form(chosen))
            self._buttons.addWidget(button)
        self._add_slip_button()

    def _act_buttons(self) -> list[QPushButton]:
        found = (self._buttons.itemAt(place).widget() for place in range(self._buttons.count()))
        return [button for button in found if button.isEnabled()]

    def _add_slip_button(self) -> None:
        case = self._case()
        if case is None or not case.get("department_code"):
            return
        button = QPushButton(self.tr("Slip …"), self._acts)
        button.setObjectName("slip")
        button.setToolTip(self.tr("Print or copy the slip for the handling unit"))
        button.clicked.connect(lambda checked: self.slip_wanted.emit(self._case_id))
        self._buttons.addWidget(button)

    def _read_more(self) -> None:
        case = self._case()
        self.photos.show_case(case)
        self.orders.show_case(case)
        self.around.show_case(case)
        if case is None:
            return
        case_id, seen = case["case_id"], self._shown
        if case.get("clock") not in (None, "none", "handle"):
            self._desk.read_stage_limit(case_id, lambda row: self._show_limit(seen, row))
        if case.get("pending") == "extend" and self._desk.sees_all():
            self._desk.read_extended(case_id, lambda until: self._show_extended(seen, until))
        self._desk.read_log(case_id, lambda rows: self._show_log(seen, rows))
        if self._desk.sees_all() and case["state"] in {*self._desk.viewer.unassigned_states, "reported"}:
            self._desk.read_recommendations(case_id, lambda rows: self._show_recommended(seen, rows))
        else:
            self._desk.recommended = []
            show_text(self._recommended, "")
            self._read_told()

    def _read_told(self) -> None:
        case = self._case()
        if case is not None and case["state"] in _WITH_THE_UNIT:
            key, seen = case["case_id"], self._shown
            self._desk.read_escalation(key, lambda rows: self._show_words(seen, self._recommended, told_html(rows)))

    @property
    def _shown(self) -> tuple[int | None, int]:
        return self._case_id, self._version  # What was asked about another says nothing of this one.

    def _show_words(self, seen: tuple[int | None, int], label: QLabel, text: str) -> None:
        if seen == self._shown:
            show_text(label, text)

    def _show_log(self, seen: tuple[int | None, int], rows: Sequence[Mapping[str, Any]]) -> None:
        if seen == self._shown:
            self._entries = rows
            show_text(self._log, log_html(rows, self._desk.rules))
            self._show_standing()

    def _show_standing(self) -> None:
        """Say what the state does not; whoever answers a request has it above the answer, too."""
        case = self._case()
        seen, until = self._extended
        until = until if seen == self._shown else None
        text = "" if case is None else standing_html(case, self._entries, self._desk.rules, until)
        show_text(self._standing, text)
        if self.form is not None and is_answer(self.form.transition):
            self.form.show_standing(text)

    def _show_extended(self, seen: tuple[int | None, int], until: datetime | None) -> None:
        self._extended = seen, until
        if seen == self._shown:
            self._show_standing()

    def _show_limit(self, seen: tuple[int | None, int], row: Mapping[str, Any] | None) -> None:
        if seen == self._shown and row is not None:
            self._by_limit = seen, stage_words(row)
            self._show_clock(self._case())

    def _show_recommended(self, seen: tuple[int | None, int], rows) -> None:
        if seen != self._shown:
            return
        self._desk.recommended = rows
        if rows and self.form is not None:
            self.form.suggest("department_code", rows[0]["department_code"])
        show_text(self._recommended, recommended_html(rows, self._desk.offers.of_alarm(self._case().get("alarm_id"))))

    def _renew_recommended(self) -> None:
        """Where somebody could be sent to its alarm, the plan has changed."""
        if self._case() is not None and self._desk.recommended:
            self._show_recommended(self._shown, self._desk.recommended)

    def _on_taken(self, step: steps.Step, answer: steps.Answer) -> None:
        if step.case_id == self._case_id:
            self.to_top()
            self._read_more()
        if self._past is not None and step.case_id == self._past["case_id"]:
            self._desk.ask(lambda connection: lookup.case(connection, step.case_id), self._renew_past)
        self.done.emit(step.case_id, step.action, answer.version)

    def _show_acts(self) -> None:
        self.unpin()
        self._acts.show()
        self._tabs.start()

    def _on_left(self) -> None:
        # What is known of the case file is to be seen again.
        self.to_top()
        self._refresh()
        self.left.emit()

    def _renew_past(self, case: Mapping[str, Any] | None) -> None:
        if case is not None and case["case_id"] == self._case_id:
            self.show_past(case)

    def _close_slip(self) -> None:
        if self._slip is not None:
            self._slip.hide()
            self._slip.deleteLater()
            self._slip = None

    def _on_changed(self, subject: str, upserted, removed) -> None:
        if subject != "case" or self._case_id is None or self._case_id not in {*upserted, *removed}:
            return
        case = self._case()
        if case is None:
            self._lose()
        elif case["version"] != self._version:
            self._refresh()
            self._read_more()
            self.forms.follow(case)
        else:
            # A claim is no step: the version stays.
            self.claim.show_case(case)

    def _lose(self) -> None:
        """Say what became of a form whose case file went to somebody else."""
        writes = self.form is not None
        self.show_case(None)
        if writes:
            gone = self.tr("The case file you were writing on has gone to somebody else. "
                           "What you wrote is kept as a draft.")  # fmt: skip
            self._facts.setText(gone)

    def _on_connection(self) -> None:
        self.forms.set_live(self._desk.can_send())
        self._refresh()
