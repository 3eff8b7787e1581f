"""Figures as a table of text: names left, numbers right."""

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .views import Table

# A column of words below this is read in its tip, in pixels.
_NARROW = 110


class FigureTable(QWidget):
    """A table, and above it why there is no chart, where one is missed. `entered(row)` on double click or Enter."""

    entered = pyqtSignal(int)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.view = QTableWidget(self)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.itemDoubleClicked.connect(lambda item: self.entered.emit(item.row()))
        self.view.setShowGrid(False)
        self.view.setWordWrap(True)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.horizontalHeader().sectionResized.connect(lambda *_sizes: self._fit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.note)
        layout.addWidget(self.view, 1)

    def _fit(self) -> None:
        """Give the last column what is left, in as many lines as it needs; too narrow for words, it stays a line."""
        self.view.setWordWrap(self.view.columnWidth(self.view.columnCount() - 1) >= _NARROW)
        self.view.resizeRowsToContents()

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.currentRow() >= 0:
            self.entered.emit(self.view.currentRow())
        else:
            super().keyPressEvent(event)

    def show_table(self, table: Table, note: str = "") -> None:
        """Show these figures."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.view.setColumnCount(len(table.headings))
        self.view.setHorizontalHeaderLabels(table.headings)
        self.view.setRowCount(len(table.rows))
        for number, cells in enumerate(table.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                right = column > 0 and text[:1] in "–0123456789"
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.view.setItem(number, column, item)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(header.count() - 1, QHeaderView.ResizeMode.Stretch)
        self._fit()
