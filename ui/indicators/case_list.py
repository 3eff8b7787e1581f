"""The case files behind a bar, as a list that leads to each of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..words import moment, named

# Pixels; what is longer is elided, and whole in its tip.
_WIDEST = 150
_CASE_ROLE = int(Qt.ItemDataRole.UserRole)


class CaseList(QWidget):
    """`chosen(case_id)` on double click or Enter; `left()` when the list is put away."""

    chosen = pyqtSignal(int)
    left = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        away = QToolButton(self)
        away.setText("✕")
        away.setAutoRaise(True)
        away.setToolTip(self.tr("Put the list away (Esc)"))
        away.clicked.connect(self.left)
        self.view = QTableWidget(0, 6, self)
        self.view.setHorizontalHeaderLabels(
            [
                self.tr("Class"), self.tr("State"), self.tr("Handling unit"), self.tr("First found"),
                self.tr("Deadline"), self.tr("Number"),
            ]
        )  # fmt: skip
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.view.itemDoubleClicked.connect(lambda item: self.chosen.emit(item.data(_CASE_ROLE)))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(away)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)

    def show_cases(self, title: str, rows: Sequence[Mapping[str, Any]], most: int) -> None:
        """List these rows of desk.indicator_cases; at `most` of them the list says that there may be more."""
        count = f"{len(rows)}+" if len(rows) >= most else str(len(rows))
        self.title.setText(self.tr("{title}: {count}").format(title=title, count=count))
        self.view.setSortingEnabled(False)
        self.view.setRowCount(len(rows))
        for number, row in enumerate(rows):
            cells = (
                f"{row['class_label']} {named(row, 'class')}", named(row, "state"), named(row, "department"),
                moment(row["first_found_at"]), moment(row["deadline_at"]), row["case_number"],
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setData(_CASE_ROLE, row["case_id"])
                self.view.setItem(number, column, item)
        self.view.setSortingEnabled(True)
        self.view.resizeColumnsToContents()
        for column in range(self.view.columnCount()):
            self.view.setColumnWidth(column, min(self.view.columnWidth(column), _WIDEST))
        if rows:
            self.view.setCurrentCell(0, 0)

    def keyPressEvent(self, event) -> None:
        item = self.view.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item.data(_CASE_ROLE))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
