"""Reports from a CSV file: chosen, checked at once, every fault named by row and column, sent all or none.

Reading and checking are done on a thread, sending by a question to the room: both say how far they are and can be
stopped.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...analysis.watch import Cancelled, Watch
from ...cases import coordinates, csv_reports, steps
from ...errors import RoomError
from ..patrols.worker import Worker
from ..words import listed
from .coordinate_field import system_name
from .queue_panel import heading

# How long a file may take to be sent, and what each of its rows adds, over a slow network.
_SEND_SECONDS, _ROW_SECONDS = 60.0, 0.2
# More faults are counted, not listed: nobody reads them, and a table of thousands holds up the window.
_LISTED = 300
_WHOLE = 1000
_TEMPLATE = "类别,描述,地址,经度,纬度,部件标识码,发现时间,来源,姓名,电话\n"


class CsvIntakePanel(QWidget):
    """`reported(case_ids)` after the room has taken a whole file, `left()` on Esc or by the button."""

    reported = pyqtSignal(list)
    left = pyqtSignal()

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table: csv_reports.Table | None = None
        self._checked = csv_reports.Checked()
        self._is_sending = False
        self._stop = threading.Event()
        self._question: Any = None
        # Without a parent: a thread that is still at work when the room closes must not speak through what is gone.
        self._worker = Worker(name="CSV file")
        self.destroyed.connect(self._worker.close)
        self._build()
        self._worker.progress.connect(self._show_progress)
        desk.sending_changed.connect(self._show_state)
        desk.ready.connect(self._check_first)

    def open_file(self, path: Path) -> None:
        """Read a file and say what is wrong with it."""
        if self._is_sending:
            return
        self._table, self._checked = None, csv_reports.Checked()
        self.file.setText(path.name)
        # What was right for the file before may be 500 m off for this one.
        self.system.setCurrentIndex(0)
        self._show_faults([])
        self._work(self.tr("Reading the file …"), lambda watch: csv_reports.read(path), self._take_table)

    def choose_file(self) -> None:
        """Let the person choose a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Reports from a CSV file"), "", "CSV (*.csv *.txt *.CSV)")
        if name:
            self.open_file(Path(name))

    def check(self) -> None:
        """Check every row; degrees are read in the system that is chosen."""
        table = self._table
        if table is None or self._desk.rules is None or self._is_sending:
            return
        self._checked = csv_reports.Checked()
        self._show_faults([])
        system = self.system.currentData()
        if self._has_degrees() and system is None:
            self._worker.close()
            self._say(self.tr("Say what system the coordinates are in: GCJ-02 and BD-09 lie 100–700 m off."))
            self._show_state()
            return
        classes = [row for row in self._desk.rules.classes if row["profile"] == self._desk.identity.get("profile")]
        context = csv_reports.Context(
            classes, int(self._desk.identity["srid"]), system or coordinates.CGCS2000, self._desk.room_now()
        )
        self._work(
            self.tr("Checking {rows} rows …").format(rows=len(table.rows)),
            lambda watch: csv_reports.check(table, context, watch),
            self._take_checked,
        )

    def cancel(self) -> None:
        """Stop reading, checking or sending; nothing of the file is reported then."""
        if not self._is_sending:
            self._worker.cancel()
            return
        self._stop.set()
        self.halt.setEnabled(False)
        self._say(self.tr("Being cancelled …"))
        if self._question is not None:
            self._question.give_up(RoomError("database.cancelled", reason=""))

    def submit(self) -> None:
        """Report every row, or none."""
        if not self.do_it.isEnabled():
            return
        table, reports = self._table, list(self._checked.reports)
        self._is_sending = True
        stop = self._stop = threading.Event()
        self._say(self.tr("Sending {rows} reports … You may go on working meanwhile.").format(rows=len(reports)))
        self._show_progress(0.0)
        self._show_state()
        watch = Watch(self._worker.tell, stop.is_set)
        self._question = self._desk.queries.run(
            lambda connection: _send(connection, table, reports, watch),
            self._on_sent,
            self._on_failed,
            _SEND_SECONDS + _ROW_SECONDS * len(reports),
        )

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        choose = self.choose = QPushButton(self.tr("Choose a file …"), self)
        choose.clicked.connect(self.choose_file)
        template = QPushButton(self.tr("Empty file …"), self)
        template.setToolTip(self.tr("Save an empty file with the headings"))
        template.clicked.connect(self._save_template)
        self.file, self.message = QLabel("–", self), QLabel(self)
        self.message.setWordWrap(True)
        self.system = QComboBox(self)
        self.system.addItem(self.tr("– choose –"), None)
        for system in coordinates.DEGREES:
            self.system.addItem(system_name(system), system)
        self.system.activated.connect(lambda index: self.check())
        self.faults = QTableWidget(0, 3, self)
        self.faults.setHorizontalHeaderLabels([self.tr("Row"), self.tr("Column"), self.tr("Fault")])
        self.faults.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.faults.verticalHeader().hide()
        self.faults.horizontalHeader().setStretchLastSection(True)
        self.do_it = QPushButton(self.tr("Report"), self)
        self.do_it.setObjectName("report_csv")
        self.do_it.clicked.connect(self.submit)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _WHOLE)
        self.halt = QPushButton(self.tr("Cancel"), self)
        self.halt.setObjectName("cancel_csv")
        self.halt.clicked.connect(self.cancel)
        back = QPushButton(self.tr("Back (Esc)"), self)
        back.clicked.connect(self.left)
        self._lay_out((choose, template), (self.do_it, back))
        self._show_faults([])
        self._say(
            self.tr("Headings: class, description, address, longitude, latitude (or coordinates), component, found, "
                    "source, name, phone.")
        )  # fmt: skip
        self._show_state()

    def _lay_out(self, files: tuple[QPushButton, ...], buttons: tuple[QPushButton, ...]) -> None:
        form = QFormLayout()
        form.addRow(self.tr("File"), self.file)
        form.addRow(self.tr("Coordinates are in"), self.system)
        layout = QVBoxLayout(self)
        layout.addWidget(heading(self.tr("Reports from a CSV file"), self))
        for row in (files, buttons):
            line = QHBoxLayout()
            for button in row:
                line.addWidget(button)
            line.addStretch(1)
            layout.addLayout(line)
            if row is files:
                layout.addLayout(form)
                layout.addWidget(self.message)
                progress = QHBoxLayout()
                progress.addWidget(self.bar, 1)
                progress.addWidget(self.halt)
                layout.addLayout(progress)
                layout.addWidget(self.faults, 100)
                layout.addStretch(1)

    def _save_template(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Empty file …"), "reports.csv", "CSV (*.csv)")
        if name:
            # Excel takes a file for UTF-8 by its mark alone.
            Path(name).write_text(_TEMPLATE, encoding="utf-8-sig")

    def _work(self, words: str, work: Callable[[Watch], Any], done: Callable[[Any], None]) -> None:
        """Do something with the file on a thread, instead of what was under way."""
        self._worker.close()
        self._say(words)
        self._worker.run(work, done, self._on_not_read)
        self._show_progress(0.0)
        self._show_state()

    def _take_table(self, table: csv_reports.Table) -> None:
        self._table = table
        self._show_state()
        self.check()

    def _take_checked(self, checked: csv_reports.Checked) -> None:
        self._checked = checked
        faults, rows = checked.faults, len(self._table.rows)
        self._show_faults(faults)
        if faults:
            words = self.tr("{faults} faults in {rows} rows. Nothing is reported until the file has none.")
        else:
            words = self.tr("{rows} rows without a fault.")
        self._say(" ".join((words.format(faults=len(faults), rows=rows), *self._more(faults))))
        self._show_state()

    def _more(self, faults: list[csv_reports.Fault]) -> list[str]:
        """Return what there is to know beside the faults: that there are more than are listed, and what is left out."""
        more = []
        if len(faults) > _LISTED:
            more.append(self.tr("The first {count} are listed.").format(count=_LISTED))
        if self._table is not None and self._table.unknown:
            words = self.tr("Columns that are not known and will be left out: {names}.")
            more.append(words.format(names=listed(self._table.unknown)))
        return more

    def _check_first(self) -> None:
        """Check a file that was opened before the room's classes were known."""
        was_checked = bool(self._checked.reports or self._checked.faults)
        if not was_checked and not self._worker.is_busy:
            self.check()

    def _on_not_read(self, words: str) -> None:
        self._say(words or self.tr("Cancelled. Nothing was reported."))
        self._show_state()

    def _show_progress(self, share: float) -> None:
        self.bar.setValue(round(share * _WHOLE))
        if self._is_sending and share >= 1.0:
            # All is with the room, which takes it at this moment: it is too late to say no.
            self.halt.setEnabled(False)

    def _show_faults(self, faults: list[csv_reports.Fault]) -> None:
        listed_faults = faults[:_LISTED]
        self.faults.setRowCount(len(listed_faults))
        for number, fault in enumerate(listed_faults):
            for column, text in enumerate((str(fault.row), fault.column, fault.text)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.faults.setItem(number, column, item)
        self.faults.setVisible(bool(faults))
        for column in (0, 1):
            self.faults.resizeColumnToContents(column)
        self.faults.resizeRowsToContents()

    def _show_state(self) -> None:
        is_busy = self._is_sending or self._worker.is_busy
        ready = bool(self._checked.reports) and not self._checked.faults and self._table is not None
        for part in (self.bar, self.halt):
            part.setVisible(is_busy)
        self.halt.setEnabled(is_busy)
        self.choose.setEnabled(not self._is_sending)
        self.system.setEnabled(self._has_degrees() and not self._is_sending)
        self.do_it.setEnabled(ready and not self._is_sending and self._desk.can_send() and self._desk.may_report())
        count = len(self._checked.reports) if ready else 0
        self.do_it.setText(self.tr("Report {count} case files").format(count=count) if count else self.tr("Report"))

    def _has_degrees(self) -> bool:
        return self._table is not None and self._table.has("longitude", "latitude", "coordinates")

    def _on_sent(self, answer: tuple[list[steps.Answer], list[csv_reports.Fault]]) -> None:
        self._is_sending = False
        answers, faults = answer
        if faults:
            self._show_faults(faults)
            words = self.tr("The room refused {count} rows, so nothing was reported.").format(count=len(faults))
            self._say(" ".join((words, *self._more(faults))))
            self._show_state()
            return
        known = sum(answer.repeated for answer in answers)
        text = self.tr("{count} case files reported.").format(count=len(answers) - known)
        if known:
            text += " " + self.tr("{count} had been reported before.").format(count=known)
        self._table, self._checked = None, csv_reports.Checked()
        self._say(text)
        self._show_state()
        self.reported.emit([answer.case_id for answer in answers])

    def _on_failed(self, error: RoomError) -> None:
        self._is_sending = False
        self._show_state()
        if self._stop.is_set() and error.code == "database.cancelled":
            self._say(self.tr("Cancelled. Nothing was reported."))
        elif steps.is_unanswered(error):
            self._say(self.tr("No answer came. Send the file again once the room is live: nothing is reported twice."))
        else:
            self._say(str(error))

    def _say(self, text: str) -> None:
        self.message.setText(text)


def _send(connection: Any, table: csv_reports.Table, reports: list[Any], watch: Watch) -> Any:
    try:
        answers, faults = csv_reports.send(connection, table, reports, watch)
    except Cancelled as error:
        raise RoomError("database.cancelled", reason="") from error
    if faults:
        connection.rollback()
    return answers, faults
