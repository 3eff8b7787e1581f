"""Reports from a CSV file: chosen, checked at once, every fault named by row and column, sent all or none."""

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...cases import coordinates, csv_reports, steps
from ...errors import RoomError
from .coordinate_field import system_name
from .queue_panel import heading

_SEND_SECONDS = 300.0
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
        self._build()
        desk.sending_changed.connect(self._show_state)

    def open_file(self, path: Path) -> None:
        """Read a file and say what is wrong with it."""
        self._table = None
        self.file.setText(path.name)
        try:
            self._table = csv_reports.read(path)
        except RoomError as error:
            self._show_faults([])
            self._say(str(error))
            self._show_state()
            return
        self.system.setEnabled(self._table.has("longitude", "latitude", "coordinates"))
        self.check()

    def choose_file(self) -> None:
        """Let the person choose a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Reports from a CSV file"), "", "CSV (*.csv *.txt *.CSV)")
        if name:
            self.open_file(Path(name))

    def check(self) -> None:
        """Check every row; degrees are read in the system that is chosen."""
        if self._table is None or self._desk.rules is None:
            return
        system = self.system.currentData()
        if self.system.isEnabled() and system is None:
            self._checked = csv_reports.Checked()
            self._show_faults([])
            self._say(self.tr("Say what system the coordinates are in: GCJ-02 and BD-09 lie 100–700 m off."))
            self._show_state()
            return
        classes = [row for row in self._desk.rules.classes if row["profile"] == self._desk.identity.get("profile")]
        context = csv_reports.Context(
            classes, int(self._desk.identity["srid"]), system or coordinates.CGCS2000, self._desk.room_now()
        )
        self._checked = csv_reports.check(self._table, context)
        self._show_faults(self._checked.faults)
        if self._checked.faults:
            self._say(
                self.tr("{faults} faults in {rows} rows. Nothing is reported until the file has none.").format(
                    faults=len(self._checked.faults), rows=len(self._table.rows)
                )
            )
        else:
            self._say(self.tr("{rows} rows without a fault.").format(rows=len(self._checked.reports)))
        self._show_state()

    def submit(self) -> None:
        """Report every row, or none."""
        if not self.do_it.isEnabled():
            return
        table, reports = self._table, list(self._checked.reports)
        self._is_sending = True
        self._say(self.tr("Sending {rows} reports …").format(rows=len(reports)))
        self._show_state()
        self._desk.queries.run(
            lambda connection: _send(connection, table, reports), self._on_sent, self._on_failed, _SEND_SECONDS
        )

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        choose = QPushButton(self.tr("Choose a file …"), self)
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
        self.system.setEnabled(False)
        self.system.activated.connect(lambda index: self.check())
        self.faults = QTableWidget(0, 3, self)
        self.faults.setHorizontalHeaderLabels([self.tr("Row"), self.tr("Column"), self.tr("Fault")])
        self.faults.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.faults.verticalHeader().hide()
        self.faults.horizontalHeader().setStretchLastSection(True)
        self.do_it = QPushButton(self.tr("Report"), self)
        self.do_it.setObjectName("report_csv")
        self.do_it.clicked.connect(self.submit)
        back = QPushButton(self.tr("Back (Esc)"), self)
        back.clicked.connect(self.left)
        self._lay_out((choose, template), (self.do_it, back))
        self._say(self.tr("Headings: class, description, address, longitude, latitude, component, found, source."))
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
                layout.addWidget(self.faults, 1)

    def _save_template(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Empty file …"), "reports.csv", "CSV (*.csv)")
        if name:
            # Excel takes a file for UTF-8 by its mark alone.
            Path(name).write_text(_TEMPLATE, encoding="utf-8-sig")

    def _show_faults(self, faults: list[csv_reports.Fault]) -> None:
        self.faults.setRowCount(len(faults))
        for number, fault in enumerate(faults):
            for column, text in enumerate((str(fault.row), fault.column, fault.text)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.faults.setItem(number, column, item)
        self.faults.setVisible(bool(faults))
        self.faults.resizeColumnsToContents()

    def _show_state(self) -> None:
        ready = bool(self._checked.reports) and not self._checked.faults and self._table is not None
        self.do_it.setEnabled(ready and not self._is_sending and self._desk.can_send() and self._desk.may_report())
        count = len(self._checked.reports) if ready else 0
        self.do_it.setText(self.tr("Report {count} case files").format(count=count) if count else self.tr("Report"))

    def _on_sent(self, answer: tuple[list[steps.Answer], list[csv_reports.Fault]]) -> None:
        self._is_sending = False
        answers, faults = answer
        if faults:
            self._show_faults(faults)
            self._say(self.tr("The room refused {count} rows, so nothing was reported.").format(count=len(faults)))
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
        if steps.is_unanswered(error):
            self._say(self.tr("No answer came. Send the file again once the room is live: nothing is reported twice."))
        else:
            self._say(str(error))

    def _say(self, text: str) -> None:
        self.message.setText(text)


def _send(connection: Any, table: csv_reports.Table, reports: list[Any]) -> Any:
    answers, faults = csv_reports.send(connection, table, reports)
    if faults:
        connection.rollback()
    return answers, faults
