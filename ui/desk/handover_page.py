"""The shift report on paper: a document of A4 pages, to print or to keep as PDF."""

from qgis.PyQt.QtCore import QMarginsF
from qgis.PyQt.QtGui import QFont, QPageLayout, QPageSize, QTextDocument
from qgis.PyQt.QtPrintSupport import QPrinter

from ...cases.shift_report import Report, as_html

# Rich text takes points; a whole shift should fit on two pages.
_POINTS = 9
_STYLE = (
    "h1 {font-size: 16pt; margin-bottom: 2px} h2 {font-size: 11pt; margin: 10px 0 2px 0} tt {font-family: monospace}"
)


def report_document(report: Report) -> QTextDocument:
    """Return a report as a document; without a page size of its own, the printer's pages are numbered."""
    document = QTextDocument()
    font = QFont()
    font.setPointSize(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(as_html(report))
    return document


def a4_printer() -> QPrinter:
    """Return a printer set to A4 upright. A document adds two centimetres of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    margins = QMarginsF(0, 0, 0, 0)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    return printer


def print_report(report: Report, printer: QPrinter) -> None:
    """Print a report."""
    document = report_document(report)
    document.print(printer) if hasattr(document, "print") else document.print_(printer)


def report_to_pdf(report: Report, path: str) -> None:
    """Write a report to a PDF file."""
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(path)
    print_report(report, printer)
