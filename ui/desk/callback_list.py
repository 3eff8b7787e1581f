"""Callers who are owed a call: who, by which number, about what; Enter says that the call was made."""

from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...cases import handover
from ..words import moment, named


class CallbackList(QWidget):
    """For those who may read contacts. `counted(int)` says how many calls are owed, to the others none."""

    counted = pyqtSignal(int)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view = QTreeWidget(self)
        self.view.setRootIsDecorated(False)
        self.view.setHeaderLabels([self.tr("Caller"), self.tr("Phone"), self.tr("About"), self.tr("Called")])
        self.view.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.view.header().setStretchLastSection(False)
        self.view.itemActivated.connect(lambda item, column: self.note(True))
        self.reached = QPushButton(self.tr("Called back (Enter)"), self)
        self.missed = QPushButton(self.tr("Nobody answered"), self)
        self.reached.clicked.connect(lambda checked: self.note(True))
        self.missed.clicked.connect(lambda checked: self.note(False))
        buttons = QHBoxLayout()
        for button in (self.reached, self.missed):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        layout.addLayout(buttons)

    def refresh(self) -> None:
        """Read the calls that are owed."""
        self._desk.ask(handover.callbacks, self._show)

    def note(self, reached: bool) -> None:
        """Say that the chosen caller was called back, or that nobody answered."""
        item = self.view.currentItem()
        if item is None or not self._desk.can_send():
            return
        case_id = item.data(0, Qt.ItemDataRole.UserRole)
        self._desk.ask(lambda connection: handover.called_back(connection, case_id, reached), lambda _: self.refresh())

    def _show(self, rows: list[dict[str, Any]]) -> None:
        chosen = self.view.currentItem()
        place = self.view.indexOfTopLevelItem(chosen)
        kept = chosen.data(0, Qt.ItemDataRole.UserRole) if chosen is not None else None
        self.view.clear()
        for row in rows:
            about = f"{row['case_number']} {named(row, 'class')} · {named(row, 'state')}"
            texts = [row["name"] or "–", row["phone"] or "–", about, moment(row["first_found_at"])[5:]]
            item = QTreeWidgetItem(self.view, texts)
            item.setData(0, Qt.ItemDataRole.UserRole, row["case_id"])
            item.setToolTip(2, about)
        if rows:
            # A colleague's call takes a line away: Enter must not be for another caller than the one chosen.
            same = (number for number, row in enumerate(rows) if row["case_id"] == kept)
            self.view.setCurrentItem(self.view.topLevelItem(next(same, max(0, min(place, len(rows) - 1)))))
        for column in (0, 1, 3):
            self.view.resizeColumnToContents(column)
        self.counted.emit(len(rows))
