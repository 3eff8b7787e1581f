"""The shift report on paper: a document of A4 pages, to print or to keep as PDF."""

from collections.abc import Collection
from itertools import pairwise

from qgis.PyQt.QtCore import QMarginsF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextDocument,
    QTextTable,
    QTransform,
)
from qgis.PyQt.QtPrintSupport import QPrinter

from ...cases.shift_report import Report, as_html

# Rich text takes points; a whole shift should fit on two pages.
_POINTS = 9
# So much white is around a page: two centimetres.
_MARGIN_INCHES = 2 / 2.54
_STYLE = (
    "h1 {font-size: 16pt; margin-bottom: 2px} h2 {font-size: 11pt; margin: 10px 0 2px 0} tt {font-family: monospace}"
)


def report_document(report: Report, new_pages: Collection[tuple[int, int]] = ()) -> QTextDocument:
    """Return a report as a document.

    `new_pages` are the rows of its tables that begin a new page, as `as_html` takes them.
    """
    document = QTextDocument()
    font = QFont()
    font.setPointSize(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(as_html(report, new_pages))
    return document


def a4_printer() -> QPrinter:
    """Return a printer set to A4 upright; the report adds its own margins."""
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


def paged_document(report: Report, printer: QPrinter) -> QTextDocument:
    """Return a report laid out on a printer's pages; a row that has no room at the foot of one begins the next.

    Qt breaks pages between lines, also between those of one row. Each break moves what follows, so after each it is
    looked anew.
    """
    new_pages: list[tuple[int, int]] = []
    while True:
        document = report_document(report, new_pages)
        document.documentLayout().setPaintDevice(printer)
        document.setPageSize(_body(printer).size())
        cut = _first_cut(document, new_pages)
        if cut is None:
            return document
        new_pages.append(cut)


def _body(printer: QPrinter) -> QRectF:
    """Return where on a page the report stands, in dots of the printer."""
    margin = _MARGIN_INCHES * printer.resolution()
    return printer.pageRect(QPrinter.Unit.DevicePixel).adjusted(margin, margin, -margin, -margin)


def _first_cut(document: QTextDocument, new_pages: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the first row that is not whole on the page of the row above; what is higher than a page stays cut."""
    frames = document.rootFrame().childFrames()
    number, first = -1, 0
    for table in (frame for frame in frames if isinstance(frame, QTextTable) and frame.format().border()):
        # A table that goes on upon a new page is a table of its own in the document.
        going_on = sorted(row for place, row in new_pages if place == number and row > first)
        number, first = (number, going_on[0]) if going_on else (number + 1, 0)
        pages = [_pages(document, table, row) for row in range(table.rows())]
        for row, (above, own) in enumerate(pairwise(pages), start=first):
            if own != {max(above)} and (number, row) not in new_pages:
                return number, row
    return None


def _pages(document: QTextDocument, table: QTextTable, row: int) -> set[int]:
    """Return the pages that a row of a table stands on."""
    height, found = document.pageSize().height(), set()
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        for cursor in (cell.firstCursorPosition(), cell.lastCursorPosition()):
            place = document.documentLayout().blockBoundingRect(cursor.block())
            found |= {int(place.top() // height), int((place.bottom() - 1) // height)}
    return found


def pages_with_text(document: QTextDocument) -> list[int]:
    """Return the pages of a document on which something stands.

    Qt keeps an empty line behind every table: where the foot of a page leaves no room, it stands on a page alone.
    """
    height, block = document.pageSize().height(), document.begin()
    found: set[int] = set()
    while block.isValid():
        if block.text().strip():
            place = document.documentLayout().blockBoundingRect(block)
            found |= set(range(int(place.top() // height), int((place.bottom() - 1) // height) + 1))
        block = block.next()
    return sorted(found)


def print_report(report: Report, printer: QPrinter) -> None:
    """Print a report on numbered pages; no row of its tables is cut by the foot of one."""
    document, body = paged_document(report, printer), _body(printer)
    painter = QPainter(printer)
    painter.setFont(document.defaultFont())
    line = painter.fontMetrics().height()
    for number, page in enumerate(pages_with_text(document), start=1):
        if number > 1:
            printer.newPage()
        foot = QRectF(body.left(), body.bottom() + line, body.width(), line)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(number))
        painter.save()
        painter.setTransform(QTransform.fromTranslate(body.left(), body.top() - page * body.height()), True)
        shown = QAbstractTextDocumentLayout.PaintContext()
        shown.clip = QRectF(0, page * body.height(), body.width(), body.height())
        # Paper is white, whatever the window's theme.
        shown.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        painter.setClipRect(shown.clip)
        document.documentLayout().draw(painter, shown)
        painter.restore()
    painter.end()


def report_to_pdf(report: Report, path: str) -> None:
    """Write a report to a PDF file."""
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(path)
    print_report(report, printer)
