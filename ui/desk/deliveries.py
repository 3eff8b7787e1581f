"""How the orders of the case file shown went to its unit; a failed one sent again, an answer by voice recorded."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...cases import orders
from ..words import escape, named
from .act_form import ActForm
from .order_words import has_failed, holds, is_to_tell, is_under_way, is_withdrawal, order_line, order_log
from .queue_panel import heading
from .slip import SlipBar, slip_lines, slip_text
from .working_place import works_in

AGAIN, ANSWER = "S", "O"
# An order that is under way is looked after so often, in seconds.
_LOOK_SECONDS = 5


class OrderAnswer:
    """What the form of an answer asks for, as the acts of a case file say it."""

    action = "outbox_answer"
    reason_required = False
    guards = ()

    @property
    def name(self) -> str:
        """Return the name of the act in the current language."""
        return QCoreApplication.translate("Deliveries", "Record the answer")

    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields, in the order they are asked for."""
        return ("answer", "said_by", "channel")


class Deliveries(QWidget):
    """The orders of one case file, each with its own log as a tip, and those that still hold with their acts.

    `desk` is the DeskContext. `shown(widget)` asks to bring a form into sight; `left()` says that it was left, and
    `answered()` that an answer was kept. `slip_wanted(bar)` asks to show what tells a unit that its order is withdrawn;
    `told()`: it was passed on.
    """

    shown = pyqtSignal(object)
    left = pyqtSignal()
    answered = pyqtSignal()
    slip_wanted = pyqtSignal(object)
    told = pyqtSignal()

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Mapping[str, Any] | None = None
        self._rows: list[dict[str, Any]] = []
        self._seconds = 0
        self.form: ActForm | None = None
        self._order = ""
        self._title = heading(self.tr("Orders"), self)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._title)
        self._layout.addLayout(self._grid)
        desk.sending_changed.connect(self._offer)
        self.show_case(None)

    def lines(self) -> list[str]:
        """Return what is said of each order shown."""
        return [order_line(row) for row in self._rows]

    def show_case(self, case: Mapping[str, Any] | None) -> None:
        """Show the orders of a case file, read in the background; None shows nothing."""
        if case is None or self._case is None or case["case_id"] != self._case["case_id"]:
            self.close_form()
            self._take_rows([])
        self._case = case
        if case is not None and case.get("dispatched_at"):
            self._read()

    def tick(self) -> None:
        """Look after an order that is under way, or whose withdrawal is not noted yet; called once a second."""
        self._seconds += 1
        if any(map(is_under_way, self._rows)) and self._seconds >= _LOOK_SECONDS and self._desk.is_live():
            self._read()

    def send_again(self) -> None:
        """Send the failed orders that still hold once more."""
        failed = [row["outbox_id"] for row in self._rows if has_failed(row)]
        if failed and self._may_act():
            self._desk.ask(lambda connection: orders.send_again(connection, failed), self._renew)

    def copy_notice(self, row: Mapping[str, Any]) -> None:
        """Put an escalation's notice on the clipboard, and note that it was passed on by hand."""
        if self._case is None or not self._may_act():
            return
        name = str(self._desk.identity.get("subdistrict_name") or "")
        ask = self.tr("{unit}: nothing has been done about this order of {other}. Please see to it.").format(
            unit=named(row, "department"), other=named(self._case, "department")
        )
        lines = slip_lines(self._case, self._desk.rules, name, row.get("rework_reason"))
        QApplication.clipboard().setText(f"{ask}\n{slip_text(lines)}")
        order = row["outbox_id"]
        self._desk.ask(lambda connection: orders.hand_notice(connection, order), self._renew)

    def open_withdrawal(self, row: Mapping[str, Any]) -> None:
        """Show what tells the unit that the order it has is withdrawn; as soon as that leaves, it is noted."""
        if self._case is None:
            return
        bar = SlipBar(self._case, self._desk, notice=row)
        bar.setObjectName("withdrawal")
        bar.delivered.connect(lambda channel: self._pass_on(row["outbox_id"]))
        self.slip_wanted.emit(bar)

    def _pass_on(self, order: str) -> None:
        if self._may_act():
            self._desk.ask(lambda connection: orders.hand_notice(connection, order), self._on_told)

    def _on_told(self, answer: object) -> None:
        self._renew(answer)
        self.told.emit()

    def begin_answer(self, order: str = "") -> None:
        """Open the form for what the unit said to an order; without one, to the first that holds."""
        known = [row["outbox_id"] for row in self._rows if holds(row)]
        if self._case is None or not known or not self._may_act():
            return
        self.close_form()
        self._order = order or known[0]
        number = self._case["case_number"]
        form = ActForm(OrderAnswer(), self._case, self._desk.rules, self._desk, self)
        form.setObjectName("answer_form")
        form.fill(self._desk.drafts.get(number, OrderAnswer.action).values)
        form.edited.connect(lambda values: self._desk.drafts.keep(number, OrderAnswer.action, values))
        form.submitted.connect(self._send)
        form.left.connect(self._leave)
        form.set_live(self._desk.can_send(), self._desk.locked)
        self.form = form
        self._layout.addWidget(form)
        form.begin()
        self.shown.emit(form)

    def close_form(self) -> None:
        """Take the form away; what was written in it is kept."""
        if self.form is not None:
            self.form.take_away()
            self.form = None

    def _read(self) -> None:
        case_id, self._seconds = self._case["case_id"], 0
        self._desk.read_orders(case_id, lambda rows: self._show(case_id, rows))

    def _renew(self, _answer: object) -> None:
        if self._case is not None:
            self._read()

    def _show(self, case_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
        if self._case is not None and case_id == self._case["case_id"]:
            self._take_rows([dict(row) for row in rows])

    def _take_rows(self, rows: list[dict[str, Any]]) -> None:
        if rows == self._rows and rows:
            return
        focused = self._focused()
        self._rows = rows
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for place, row in enumerate(rows):
            self._add(place, row)
        self.setVisible(bool(rows))
        self._offer()
        self._refocus(focused)

    def _add(self, place: int, row: Mapping[str, Any]) -> None:
        text = escape(order_line(row))
        if has_failed(row):
            text = f"<b style='color:#c62828'>▲ {text}</b>"
        label = QLabel(text if holds(row) else f"<span style='color:#757575'>{text}</span>", self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setToolTip("\n".join(order_log(row)))
        self._grid.addWidget(label, 2 * place, 0, 1, 3)
        if not holds(row) or not self._may_note():
            return
        if is_to_tell(row):
            self._button(2 * place + 1, 0, "pass_on", self.tr("Tell the unit …"), partial(self.open_withdrawal, row))
        elif row.get("level") is not None and row["standing"] != "delivered" and not is_withdrawal(row):
            words = self.tr("Copy the notice")
            self._button(2 * place + 1, 0, "copy_notice", words, partial(self.copy_notice, row))
        if has_failed(row):
            words = f"{AGAIN}  {self.tr('Send again')}"
            self._button(2 * place + 1, 1, "send_again", words, self.send_again)
        words = f"{ANSWER}  {self.tr('Record the answer')}"
        self._button(2 * place + 1, 2, "record_answer", words, partial(self.begin_answer, row["outbox_id"]))

    def _button(self, line: int, column: int, name: str, words: str, act) -> None:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.clicked.connect(lambda checked: act())
        self._grid.addWidget(button, line, column)

    def _focused(self) -> str:
        widget = self.focusWidget()
        return widget.objectName() if isinstance(widget, QPushButton) and widget.hasFocus() else ""

    def _refocus(self, name: str) -> None:
        """Rows that were read again leave the focus where it was."""
        kept = [button for button in self._buttons() if button.objectName() == name]
        if name and kept:
            kept[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> list[QPushButton]:
        found = (self._grid.itemAt(place).widget() for place in range(self._grid.count()))
        return [widget for widget in found if isinstance(widget, QPushButton)]

    def _may_note(self) -> bool:
        return bool(self._desk.roles & orders.ROLES)

    def _may_act(self) -> bool:
        return self._may_note() and self._desk.can_send()

    def _offer(self) -> None:
        for button in self._buttons():
            button.setEnabled(self._may_act())
        if self.form is not None:
            self.form.set_live(self._desk.can_send(), self._desk.locked)

    def _send(self, values: dict[str, Any]) -> None:
        form, order, number = self.form, self._order, self._case["case_number"]
        form.set_busy(True)
        self._desk.queries.run(
            lambda connection: orders.record_answer(connection, order, **values),
            lambda _: self._on_kept(form, number),
            lambda error: self._on_failed(form, error),
        )

    def _on_kept(self, form: ActForm, number: str) -> None:
        self._desk.drafts.drop(number, OrderAnswer.action)
        if form is self.form:
            stays = works_in(self)
            self.close_form()
            self._renew(None)
            self.answered.emit()
            if stays:
                self.left.emit()

    def _on_failed(self, form: ActForm, error) -> None:
        if form is not self.form:
            self._desk.say_failure(error)
            return
        form.set_busy(False)
        form.show_message(str(error))
        if works_in(self):
            form.begin()

    def _leave(self) -> None:
        self.close_form()
        self.left.emit()
