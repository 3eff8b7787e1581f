"""Handing a shift over, in a dock: the report from the log, the notes of who leaves, the word of who comes.

Ctrl+Enter does what the shift waits for (hand over, or take over), F5 takes the facts anew, Esc goes back to the queue.
"""

from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...cases import handover
from ...cases.shift_report import Report, as_html, shift_report
from ..words import moment
from .callback_list import CallbackList
from .flow import FlowLayout
from .handover_page import a4_printer, print_report, report_to_pdf
from .own_key import RefreshKey, add_keys

LEADER = "shift_leader"
_DRAFT = ("handover", "notes")


class HandoverPanel(QWidget):
    """The room's handover. `left()` asks for the queue; `waiting(bool)` says whether one waits for this leader."""

    left = pyqtSignal()
    waiting = pyqtSignal(bool)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: dict[str, Any] | None = None
        self._asked = self._busy = self._holds_focus = False
        self._notes: dict[str, str] = {}
        self._build()
        desk.ready.connect(self.refresh)
        desk.sending_changed.connect(self._offer)
        self._show()

    @property
    def row(self) -> dict[str, Any] | None:
        """The handover shown, a row of desk.handover."""
        return self._row

    def refresh(self) -> None:
        """Read the room's handover again, without preparing one."""
        self._desk.ask(handover.latest, self._take_row)
        self.calls.refresh()

    def look(self) -> None:
        """Ask quietly whether a handover waits; called every few seconds."""
        if self._is_leader() and self._desk.is_live():
            self._desk.queries.run(handover.waiting, self._on_waiting, lambda error: None)

    def begin(self) -> None:
        """Put the focus where writing begins."""
        self._focus_first()
        self._hold_focus()
        self.refresh()

    def text(self) -> str:
        """Return the report as it is shown, as text."""
        return self.page.toPlainText()

    def take_facts(self) -> None:
        """Prepare the handover, or take its facts anew; what was written is kept with it first."""
        if not self.prepare.isEnabled():
            return
        row, notes = self._row, self._written()
        if self._state() == "draft" and row is not None and notes != row["notes"]:
            self._send(lambda c: _keep_and_prepare(c, row, notes))
        else:
            self._send(handover.prepare)

    def go_on(self) -> None:
        """Do what the shift waits for: hand over a draft, or take over what was handed over; that asks once."""
        row = self._row
        if row is None or not self.do_it.isEnabled():
            return
        if self._state() == "draft":
            notes, to_staff = self._written(), self.to_staff.currentData()
            self._send(lambda c: handover.hand_over(c, row["handover_id"], notes, to_staff, row["version"]))
        elif not self._asked:
            self._asked = True
            self._say(self.tr("Once taken over, this handover can never be changed again."))
            self.do_it.setText(self.tr("Yes, take over (Ctrl+Enter)"))
        else:
            remark = self.remark.text().strip()
            self._send(lambda c: handover.acknowledge(c, row["handover_id"], remark, row["version"]))

    def take_back(self) -> None:
        """Take back what nobody has acknowledged yet."""
        row = self._row
        if row is not None:
            self._send(lambda c: handover.withdraw(c, row["handover_id"], row["version"]))

    def save_pdf(self, path: str = "") -> None:
        """Keep the report as a PDF file, asked for where none is named."""
        if self._row is None:
            return
        if not path:
            name = f"{self._row['ends_at'].strftime('%Y%m%d')}-{self._row['handover_id']}.pdf"
            path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the shift report"), name, "PDF (*.pdf)")
        if path:
            report_to_pdf(self._report(), path)

    def print_out(self) -> None:
        """Print the report on a printer the person chooses."""
        from qgis.PyQt.QtPrintSupport import QPrintDialog

        printer = a4_printer()
        if self._row is not None and QPrintDialog(printer, self).exec():
            print_report(self._report(), printer)

    def write_note(self, section: str, text: str) -> None:
        """Write the note of a section, as the person does who chooses it and types."""
        self.section.setCurrentIndex(self.section.findData(section))
        self.note.setText(text)
        self._take_note(text)

    def _build(self) -> None:
        self.status, self.message = QLabel(self), QLabel(self)
        for label in (self.status, self.message):
            label.setWordWrap(True)
        self.page = QTextBrowser(self)
        self.page.document().setDefaultStyleSheet("h1 {font-size: large} h2 {font-size: medium}")
        self.calls = CallbackList(self._desk, self)
        self.calls.counted.connect(self._count_calls)
        self.message.setVisible(False)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.page, self.tr("Report"))
        self.tabs.addTab(self.calls, "")
        self._count_calls(0)
        self.remark = QLineEdit(self)
        self.remark.setObjectName("remark")
        self.remark.setPlaceholderText(self.tr("Remark on taking over"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        for widget in (self.status, self.tabs, self._note_form(), self.remark, self.message):
            layout.addWidget(widget)
        layout.setStretchFactor(self.tabs, 1)
        layout.addLayout(self._buttons())
        add_keys(self, self.go_on, "Ctrl+Return", "Ctrl+Enter")
        RefreshKey(self, self.take_facts)
        add_keys(self, self.left.emit, "Esc")

    def _note_form(self) -> QWidget:
        """One line to write in, and the section it is about."""
        self._form = QWidget(self)
        self.section, self.note, self.to_staff = QComboBox(self._form), QLineEdit(self._form), QComboBox(self._form)
        for key, name in self._section_names().items():
            self.section.addItem(name, key)
        self.section.setCurrentIndex(self.section.findData("general"))
        self.note.setObjectName("note")
        self.note.setPlaceholderText(self.tr("Note for the next shift"))
        self.section.currentIndexChanged.connect(lambda index: self.note.setText(self._notes.get(self._chosen(), "")))
        self.note.textEdited.connect(self._take_note)
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.section, 0, 0)
        grid.addWidget(self.note, 0, 1)
        grid.addWidget(QLabel(self.tr("For"), self._form), 1, 0)
        grid.addWidget(self.to_staff, 1, 1)
        grid.setColumnStretch(1, 1)
        return self._form

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        self.prepare, self.do_it, self.back, self.printer, self.pdf = (QPushButton(self) for _ in range(5))
        self.back.setText(self.tr("Take back"))
        self.printer.setText(self.tr("Print …"))
        self.pdf.setText(self.tr("PDF …"))
        acts = (self.go_on, self.take_facts, self.take_back, self.print_out, self.save_pdf)
        for button, act in zip((self.do_it, self.prepare, self.back, self.printer, self.pdf), acts, strict=True):
            button.clicked.connect(lambda checked, act=act: act())
            row.addWidget(button)
        return row

    def _section_names(self) -> dict[str, str]:
        return {
            "came_in": self.tr("Came in"),
            "done": self.tr("Done"),
            "open": self.tr("Open"),
            "overdue": self.tr("Overdue"),
            "owed": self.tr("Owed"),
            "general": self.tr("To be known"),
        }

    def _is_leader(self) -> bool:
        return LEADER in self._desk.roles

    def _state(self) -> str:
        return str(self._row["state"]) if self._row is not None else ""

    def _is_mine(self) -> bool:
        return self._row is not None and self._row["from_staff"] == self._desk.identity.get("staff_number")

    def _chosen(self) -> str:
        return str(self.section.currentData())

    def _written(self) -> dict[str, str]:
        return {key: text.strip() for key, text in self._notes.items() if text.strip()}

    def _take_note(self, text: str) -> None:
        """Keep what is being written, and show it in the report."""
        self._notes[self._chosen()] = text
        self._desk.drafts.keep(*_DRAFT, self._written())
        self._show_page()

    def _count_calls(self, count: int) -> None:
        self.tabs.setTabVisible(1, count > 0)
        self.tabs.setTabText(1, self.tr("Calls owed ({count})").format(count=count))

    def _take_row(self, row: dict[str, Any] | None) -> None:
        self._row = row
        self._asked = False
        self._fill_notes()
        self._fill_leaders()
        # Asked before a field that goes takes the focus along; who has gone on to something else is left there.
        stays = self._holds_focus and self.isAncestorOf(QApplication.focusWidget() or self.page)
        self._show()
        if stays and not self._busy:
            self._focus_first()
        self._holds_focus = self._holds_focus and self._busy

    def _focus_first(self) -> None:
        """Go to where writing begins, else to what the shift waits for, else to the report."""
        offered = (self.note, self.remark, self.do_it, self.prepare, self.page)
        first = next(widget for widget in offered if (widget.isVisible() and widget.isEnabled()) or widget is self.page)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_focus(self) -> None:
        """Keep the focus here while the buttons are held: Qt would hand it to whatever comes next in the window."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._holds_focus = True
            if isinstance(focused, QPushButton):
                self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_notes(self) -> None:
        """What is written here but was not sent yet goes before what the database has."""
        stored = dict(self._row["notes"]) if self._row is not None and self._state() == "draft" else {}
        self._notes = {**stored, **self._desk.drafts.get(*_DRAFT).values}
        if not self.note.hasFocus():
            self.note.setText(self._notes.get(self._chosen(), ""))

    def _fill_leaders(self) -> None:
        rules, me = self._desk.rules, self._desk.identity.get("staff_number")
        leaders = [row for row in rules.staff if LEADER in row["roles"] and row["staff_number"] != me] if rules else []
        chosen = self.to_staff.currentData()
        self.to_staff.clear()
        self.to_staff.addItem(self.tr("Whoever comes next"), None)
        for row in leaders:
            self.to_staff.addItem(row["name"], row["staff_number"])
        self.to_staff.setCurrentIndex(max(0, self.to_staff.findData(chosen)))

    def _show(self) -> None:
        row = self._row
        if row is None:
            hint = self.tr("Nothing has been handed over yet. A shift leader prepares the report from the log.")
            self.page.setHtml(f"<p>{hint}</p>")
            self.status.setText("")
        else:
            self._show_page()
            self.status.setText(f"<b>{self._standing()}</b>")
        self._offer()

    def _report(self) -> Report:
        return shift_report(self._row, self._written() if self._state() == "draft" else None)

    def _show_page(self) -> None:
        if self._row is not None:
            scrolled = self.page.verticalScrollBar().value()
            self.page.setHtml(as_html(self._report()))
            self.page.verticalScrollBar().setValue(scrolled)

    def _standing(self) -> str:
        row = self._row or {}
        if self._state() == "draft":
            return self.tr("Draft of {name}; facts taken {time}").format(
                name=row["from_name"], time=moment(row["prepared_at"])
            )
        if self._state() == "handed_over":
            return self.tr("Handed over by {name}, {time}; waits to be taken over").format(
                name=row["from_name"], time=moment(row["handed_over_at"])
            )
        return self.tr("Taken over by {name}, {time}").format(
            name=row["acknowledged_name"], time=moment(row["acknowledged_at"])
        )

    def _offer(self) -> None:
        """Show what this person may do with the handover as it stands."""
        state, leader, mine = self._state(), self._is_leader(), self._is_mine()
        may_send = self._desk.can_send() and not self._busy
        writes = leader and state == "draft"
        takes = leader and state == "handed_over" and not mine
        self._form.setVisible(writes)
        self.remark.setVisible(takes)
        self.prepare.setVisible(leader and state != "handed_over")
        self.prepare.setText(self.tr("Refresh (F5)") if state == "draft" else self.tr("Prepare (F5)"))
        self.prepare.setEnabled(may_send and self.prepare.isVisibleTo(self))
        self.do_it.setVisible(writes or takes)
        if not self._asked:
            words = self.tr("Hand over (Ctrl+Enter)") if writes else self.tr("Take over (Ctrl+Enter)")
            self.do_it.setText(words)
        self.do_it.setEnabled(may_send and (writes or takes))
        self.back.setVisible(leader and state == "handed_over" and mine)
        self.back.setEnabled(may_send)
        for button in (self.printer, self.pdf):
            button.setEnabled(self._row is not None)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _send(self, work) -> None:
        self._hold_focus()
        self._busy = True
        self._say(self.tr("Sending …"))
        self._offer()
        self._desk.queries.run(work, self._on_done, self._on_failed)

    def _on_done(self, answer: handover.Answer) -> None:
        self._busy = self._asked = False
        self._say("")
        if answer.state != "draft":
            self._desk.drafts.drop(*_DRAFT)
        self.refresh()
        self.look()

    def _on_failed(self, error) -> None:
        self._busy = self._asked = False
        self._say(str(error))
        self.refresh()

    def _on_waiting(self, rows: list[dict[str, Any]]) -> None:
        me = self._desk.identity.get("staff_number")
        others = [row for row in rows if row["from_staff"] != me]
        self.waiting.emit(bool(others))
        shown = self._row["handover_id"] if self._row is not None else None
        if any(row["handover_id"] != shown or self._state() != "handed_over" for row in rows):
            self.refresh()


def _keep_and_prepare(connection, row: dict[str, Any], notes: dict[str, str]) -> handover.Answer:
    handover.write(connection, row["handover_id"], notes, row["version"])
    return handover.prepare(connection)
