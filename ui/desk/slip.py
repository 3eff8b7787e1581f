"""The slip for a handling unit: to print, to keep as PDF, or to copy as text."""

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QMarginsF, pyqtSignal
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QTextDocument
from qgis.PyQt.QtPrintSupport import QPrinter
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout

from ...cases import handover, orders
from ...cases.records import Rules
from ..words import escape, labelled, moment, named
from .case_words import deadline_words
from .flow import FlowLayout


def _label(name: str) -> str:
    return {
        "withdrawn": QCoreApplication.translate("Slip", "Withdrawn, nothing more is to be done"),
        "over": QCoreApplication.translate("Slip", "No longer valid"),
        "number": QCoreApplication.translate("Slip", "Case file"),
        "rework": QCoreApplication.translate("Slip", "To be done again, because"),
        "unit": QCoreApplication.translate("Slip", "Handling unit"),
        "class": QCoreApplication.translate("Slip", "Class"),
        "condition": QCoreApplication.translate("Slip", "Condition"),
        "place": QCoreApplication.translate("Slip", "Place"),
        "description": QCoreApplication.translate("Slip", "Description"),
        "dispatched": QCoreApplication.translate("Slip", "Dispatched"),
        "deadline": QCoreApplication.translate("Slip", "Deadline"),
        "room": QCoreApplication.translate("Slip", "Command room"),
        "known": QCoreApplication.translate("Slip", "Note"),
    }[name]


def is_order(case: Mapping[str, Any]) -> bool:
    """Return whether the unit has the case file now, so that its slip is an order and not only paper about it."""
    return case.get("holder_axis") == "handler" or case["state"] == "suspended"


def slip_lines(
    case: Mapping[str, Any],
    rules: Rules | None,
    room_name: str,
    rework: str | None = None,
    notice: Mapping[str, Any] | None = None,
    as_known: str = "",
) -> list[tuple[str, str]]:
    """Return what the slip says as (label, value), in the order it is read out; `rework` is what was wrong before.

    `notice` (a row of cases.orders.listed) tells the unit of an order that it is withdrawn, and why; `as_known` says
    that the desk was not live (DeskContext.as_known).
    """
    condition = ""
    if rules is not None:
        fitting = (row for row in rules.conditions_of(dict(case)) if row["condition_no"] == case.get("condition_no"))
        condition = next((named(row, "filing") for row in fitting), "")
    place = " · ".join(
        str(part) for part in (case.get("address"), named(case, "community"), case.get("unit_grid_code")) if part
    )
    whose = case if notice is None else notice
    unit = " ".join(str(part) for part in (named(whose, "department"), whose.get("department_phone")) if part)
    lines = (
        ("withdrawn", _withdrawn(notice) if notice is not None else ""),
        ("over", "" if is_order(case) or notice is not None else named(case, "state")),
        ("number", case["case_number"]),
        ("unit", unit),
        ("rework", rework or ""),
        ("class", f"{case['class_label']} {named(case, 'class')}"),
        ("condition", condition),
        ("place", place),
        ("description", case.get("description") or ""),
        ("dispatched", moment(case.get("dispatched_at"))),
        ("deadline", deadline_words(case, rules) if notice is None else ""),
        ("room", room_name),
        ("known", as_known),
    )
    return [(_label(name), str(value)) for name, value in lines if value]


def _withdrawn(notice: Mapping[str, Any]) -> str:
    told = notice["withdrawal"]
    return " · ".join(part for part in (named(told, "action"), told["reason"]) if part)


def slip_text(lines: list[tuple[str, str]]) -> str:
    """Return the slip as plain text, as it is sent by phone or chat."""
    return "\n".join(labelled(label, value) for label, value in lines)


def slip_document(lines: list[tuple[str, str]], is_withdrawal: bool = False) -> QTextDocument:
    """Return the slip, or the withdrawal of an order, as a page."""
    order, withdrawal = QCoreApplication.translate("Slip", "Slip"), QCoreApplication.translate("Slip", "Withdrawal")
    title = withdrawal if is_withdrawal else order
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
        + ("" if is_withdrawal else f"<p style='margin-top:36px'>{escape(handled)} ____________________</p>")
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


def open_slip(panel, desk, case: Mapping[str, Any]) -> None:
    """Show a case file's slip in its panel; an order that leaves on paper or as a text is noted.

    Work that is to be done again first asks what was wrong; a room that does not answer keeps no slip back.
    """
    case_id = case["case_id"]
    bar = SlipBar(case, desk)

    def take(rows: Sequence[Mapping[str, Any]]) -> None:
        if not sip.isdeleted(bar):
            bar.take_orders(rows)

    def note(channel: str) -> None:
        if desk.roles & orders.ROLES and desk.can_send():
            desk.ask(lambda connection: handover.delivered(connection, case_id, channel), lambda _: panel.show_rules())

    bar.delivered.connect(note)
    panel.show_slip(bar)
    if bar.awaits_orders:
        desk.queries.run(lambda connection: orders.listed(connection, case_id), take, lambda error: take([]))


class SlipBar(QFrame):
    """The slip in place: its text, and what can be done with it. `delivered(str)`: an order left, as "slip" or "text".

    `desk` is the DeskContext. Work that is to be done again waits for `take_orders`, which says what was wrong with it:
    nothing leaves before.
    With a `notice` (a row of cases.orders.listed) it is the unit's word that its order is withdrawn.
    """

    delivered = pyqtSignal(str)

    def __init__(
        self,
        case: Mapping[str, Any],
        desk,
        parent=None,
        notice: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(parent)
        self._case, self._desk, self._notice = case, desk, notice
        self._rework: str | None = None
        self._number = str(case["case_number"])
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._show()
        desk.sending_changed.connect(self._show)
        self._waits: list[QPushButton] = []
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
            if self.awaits_orders and key != "close_slip":
                button.setEnabled(False)
                self._waits.append(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addLayout(buttons)

    @property
    def awaits_orders(self) -> bool:
        """Whether what the orders say belongs on the slip."""
        return self._notice is None and bool(self._case.get("rework_count"))

    def take_orders(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put on the slip what its order says beside the case file; without any rows it leaves as it is."""
        told = (row.get("rework_reason") for row in rows if row["is_latest"] and row.get("level") is None)
        self._rework = next(filter(None, told), None)
        self._show()
        for button in self._waits:
            button.setEnabled(True)

    def copy(self) -> None:
        """Put the slip's text on the clipboard."""
        QApplication.clipboard().setText(slip_text(self._lines()))
        self._tell("text")

    def print_out(self) -> None:
        """Print the slip on a printer the person chooses."""
        from qgis.PyQt.QtPrintSupport import QPrintDialog

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            document = self._document()
            document.print(printer) if hasattr(document, "print") else document.print_(printer)
            self._tell("slip")

    def save(self) -> None:
        """Keep the slip as a PDF file the person names."""
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the slip"), f"{self._number}.pdf", "PDF (*.pdf)")
        if path:
            print_to_pdf(self._document(), path)
            self._tell("slip")

    def _document(self) -> QTextDocument:
        return slip_document(self._lines(), self._notice is not None)

    def _lines(self) -> list[tuple[str, str]]:
        """Return what the slip says now: what leaves while the desk is not live says so."""
        desk = self._desk
        name = str(desk.identity.get("subdistrict_name") or "")
        return slip_lines(self._case, desk.rules, name, self._rework, self._notice, desk.as_known())

    def _show(self) -> None:
        self._text.setText(slip_text(self._lines()))

    def _tell(self, channel: str) -> None:
        """Say that an order or its withdrawal left; paper about a case file that no unit has is none."""
        if self._notice is not None or is_order(self._case):
            self.delivered.emit(channel)
