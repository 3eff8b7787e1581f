"""The slip for a handling unit: to print, to keep as PDF, or to copy as text."""

from collections.abc import Mapping
from html import escape
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QMarginsF, pyqtSignal
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QTextDocument
from qgis.PyQt.QtPrintSupport import QPrinter
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout

from ...cases.records import Rules
from ..words import moment, named
from .flow import FlowLayout


def _label(name: str) -> str:
    return {
        "number": QCoreApplication.translate("Slip", "Case file"),
        "unit": QCoreApplication.translate("Slip", "Handling unit"),
        "class": QCoreApplication.translate("Slip", "Class"),
        "condition": QCoreApplication.translate("Slip", "Condition"),
        "place": QCoreApplication.translate("Slip", "Place"),
        "description": QCoreApplication.translate("Slip", "Description"),
        "dispatched": QCoreApplication.translate("Slip", "Dispatched"),
        "deadline": QCoreApplication.translate("Slip", "Deadline"),
        "room": QCoreApplication.translate("Slip", "Command room"),
    }[name]


def slip_lines(case: Mapping[str, Any], rules: Rules | None, room_name: str) -> list[tuple[str, str]]:
    """Return what the slip says as (label, value), in the order it is read out."""
    condition = ""
    if rules is not None:
        fitting = (row for row in rules.conditions_of(dict(case)) if row["condition_no"] == case.get("condition_no"))
        condition = next((named(row, "filing") for row in fitting), "")
    place = " · ".join(
        str(part) for part in (case.get("address"), named(case, "community"), case.get("unit_grid_code")) if part
    )
    unit = " ".join(str(part) for part in (named(case, "department"), case.get("department_phone")) if part)
    lines = (
        ("number", case["case_number"]),
        ("unit", unit),
        ("class", f"{case['class_label']} {named(case, 'class')}"),
        ("condition", condition),
        ("place", place),
        ("description", case.get("description") or ""),
        ("dispatched", moment(case.get("dispatched_at"))),
        ("deadline", moment(case.get("deadline_at"))),
        ("room", room_name),
    )
    return [(_label(name), str(value)) for name, value in lines if value]


def slip_text(lines: list[tuple[str, str]]) -> str:
    """Return the slip as plain text, as it is sent by phone or chat."""
    return "\n".join(f"{label}: {value}" for label, value in lines)


def slip_document(lines: list[tuple[str, str]]) -> QTextDocument:
    """Return the slip as a page."""
    title = QCoreApplication.translate("Slip", "Slip")
    rows = "".join(
        f"<tr><td style='padding:4px 12px 4px 0'><b>{escape(label)}</b></td>"
        f"<td style='padding:4px'>{escape(value)}</td></tr>"
        for label, value in lines
    )
    signed = QCoreApplication.translate("Slip", "Received by / time:")
    handled = QCoreApplication.translate("Slip", "Handled how / time:")
    document = QTextDocument()
    document.setHtml(
        f"<h1>{escape(title)}</h1><table border='0' width='100%'>{rows}</table>"
        f"<p style='margin-top:36px'>{escape(signed)} ____________________</p>"
        f"<p style='margin-top:36px'>{escape(handled)} ____________________</p>"
    )
    return document


def print_to_pdf(document: QTextDocument, path: str) -> None:
    """Write a page to a PDF file, A5."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(path)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF(14, 14, 14, 14))
    )
    document.print(printer) if hasattr(document, "print") else document.print_(printer)


class SlipBar(QFrame):
    """The slip in place: its text, and what can be done with it. `delivered(str)`: it left as "slip" or as "text"."""

    delivered = pyqtSignal(str)

    def __init__(self, case: Mapping[str, Any], rules: Rules | None, room_name: str, parent=None) -> None:
        super().__init__(parent)
        self._lines = slip_lines(case, rules, room_name)
        self._number = str(case["case_number"])
        self.setFrameShape(QFrame.Shape.StyledPanel)
        text = QLabel(slip_text(self._lines), self)
        text.setWordWrap(True)
        buttons = FlowLayout()
        for key, name, act in (
            ("copy_slip", self.tr("Copy text"), self.copy),
            ("print_slip", self.tr("Print …"), self.print_out),
            ("save_slip", self.tr("Save as PDF …"), self.save),
            ("close_slip", self.tr("Done"), self.close),
        ):
            button = QPushButton(name, self)
            button.setObjectName(key)
            button.clicked.connect(lambda checked, act=act: act())
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addLayout(buttons)

    def copy(self) -> None:
        """Put the slip's text on the clipboard."""
        QApplication.clipboard().setText(slip_text(self._lines))
        self.delivered.emit("text")

    def print_out(self) -> None:
        """Print the slip on a printer the person chooses."""
        from qgis.PyQt.QtPrintSupport import QPrintDialog

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            document = slip_document(self._lines)
            document.print(printer) if hasattr(document, "print") else document.print_(printer)
            self.delivered.emit("slip")

    def save(self) -> None:
        """Keep the slip as a PDF file the person names."""
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the slip"), f"{self._number}.pdf", "PDF (*.pdf)")
        if path:
            print_to_pdf(slip_document(self._lines), path)
            self.delivered.emit("slip")
