"""A table of live rows: what is chosen follows its rows, and is given up, never passed on, when they go."""

from collections.abc import Iterable

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ..live.interpreter import undisturbed
from .ordered import KEY_ROLE

#: So many rows may be chosen at once; Qt follows each of them through every change.
MOST = 200
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class LiveTable(QTableView):
    """Rows of a model that has `row_of(key)` and `key_at(row)`.

    chosen(key | None): the current row is another one. grouped(keys): which rows are chosen together, where the table
    allows several (`choose_many`); `too_many` when somebody wants more than MOST.
    """

    chosen = pyqtSignal(object)
    grouped = pyqtSignal(list)
    too_many = pyqtSignal()

    def __init__(self, model, parent=None) -> None:
        super().__init__(parent)
        self._resume = 0
        self._shares: dict[int, int] = {}
        self._spared: tuple[int, int] | None = None
        self._kept: int | None = None
        self._kept_group: list[int] = []
        self._selected: list[int] = []
        model.rowsAboutToBeRemoved.connect(self._let_go)
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._resume_choice)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        # Letters are acts here, so an input method must not swallow them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def choose_many(self) -> None:
        """Let several rows be chosen together: Shift, Ctrl, Ctrl+A, and the mouse with them."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def share_width(self, shares: dict[int, int], spared: tuple[int, int] | None = None) -> None:
        """Share the width that the other columns leave by the weights of `shares`.

        `spared`: a column to do without where less than so many pixels are left, and what they must be. Fewer columns
        that can be read say more than all of them cut down to a few letters.
        """
        self._shares, self._spared = shares, spared
        self._spread()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        header = self.horizontalHeader()
        others = (column for column in range(header.count()) if column not in self._shares)
        left = self.viewport().width() - sum(map(header.sectionSize, others))
        shares = dict(self._shares)
        if self._spared is not None:
            column, narrowest = self._spared
            self.setColumnHidden(column, left < narrowest)
            if left < narrowest:
                del shares[column]
        for column, share in shares.items():
            header.resizeSection(column, left * share // sum(shares.values()))

    def paintEvent(self, event) -> None:
        """Draw with Python's lock held: Qt would ask for it again for each cell, while other threads want it too."""
        with undisturbed():
            super().paintEvent(event)

    def dataChanged(self, first, last, roles=()) -> None:
        """Draw what changed alone: Qt would draw the whole table at every tick, and for every row, seen or not."""
        left, right = self.columnViewportPosition(first.column()), self.columnViewportPosition(last.column())
        top, bottom = self.rowViewportPosition(first.row()), self.rowViewportPosition(last.row())
        width, height = right + self.columnWidth(last.column()) - left, bottom + self.rowHeight(last.row()) - top
        self.viewport().update(left, top, width, height)

    def current_key(self) -> int | None:
        """Return the key of the chosen row."""
        index = self.currentIndex()
        return index.data(KEY_ROLE) if index.isValid() else None

    def group(self) -> list[int]:
        """Return the keys of the rows that are chosen together, from top to bottom; none where it is one alone."""
        return list(self._selected) if len(self._selected) > 1 else []

    def selected(self) -> list[int]:
        """Return the keys of the rows that are chosen, be it one or many, from top to bottom."""
        return list(self._selected)

    def choose(self, key: int | None) -> bool:
        """Choose the row of a key alone and bring it into sight; False when it is not shown."""
        row = None if key is None else self.model().row_of(key)
        if row is None:
            self.selectionModel().clear()
            return False
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), _ALONE)
        self.scrollTo(self.model().index(row, 0))
        return True

    def selectAll(self) -> None:
        """Choose all rows together: the first MOST, where there are more."""
        count = self.model().rowCount()
        if self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection and count:
            self._select(range(min(count, MOST)))
            if count > MOST:
                self.too_many.emit()

    def selectionChanged(self, selected, deselected) -> None:
        super().selectionChanged(selected, deselected)
        chosen = self.selectionModel().selection()
        if sum(part.height() for part in chosen) > MOST:
            first = sorted((part.top(), part.bottom()) for part in chosen)
            rows = (row for top, bottom in first for row in range(top, bottom + 1))
            self._select([row for row, _ in zip(rows, range(MOST), strict=False)])
            self.too_many.emit()
            return
        rows = sorted(row for part in chosen for row in range(part.top(), part.bottom() + 1))
        before, self._selected = self._selected, [self.model().key_at(row) for row in rows]
        if max(len(before), len(rows)) > 1 and self._selected != before:
            self.grouped.emit(self.group())

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape and self.group():
            self.choose(self.current_key())
            self.chosen.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def moveCursor(self, action, modifiers):
        if not self.currentIndex().isValid() and self.model().rowCount():
            return self.model().index(min(self._resume, self.model().rowCount() - 1), 0)
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event) -> None:
        """Show which row is chosen: Qt makes the first one current when it is come to, and leaves it white."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self._selected:
            self.choose(self.current_key())

    def keyboardSearch(self, search: str) -> None:
        """Letters are acts, not a search through the rows."""

    def inputMethodQuery(self, query):
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def _select(self, rows: Iterable[int], how=_ALONE) -> None:
        last = self.model().columnCount() - 1
        wanted = QItemSelection()
        for row in rows:
            wanted.select(self.model().index(row, 0), self.model().index(row, last))
        self.selectionModel().select(wanted, how)

    def _let_go(self, parent, first: int, last: int) -> None:
        """Before rows go: Qt would pass the choice on to the next row."""
        row = self.currentIndex().row()
        if first <= row <= last:
            self._resume = row
            self._select([row], QItemSelectionModel.SelectionFlag.Deselect | _ROWS)
            self.selectionModel().clearCurrentIndex()

    def _keep(self) -> None:
        self._kept, self._resume = self.current_key(), max(0, self.currentIndex().row())
        self._kept_group = self.group()

    def _resume_choice(self) -> None:
        """Choose again what was chosen before the rows were shown anew; nobody need hear of it unless it is gone."""
        if self._kept is not None and not self.choose(self._kept):
            self.chosen.emit(None)
        rows = [self.model().row_of(key) for key in self._kept_group]
        self._select([row for row in rows if row is not None], QItemSelectionModel.SelectionFlag.Select | _ROWS)
        self._kept, self._kept_group = None, []

    def _on_current(self, current, previous) -> None:
        # Attributes come back with every change of the current item: Qt asks for input where a cell could be edited.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if self._kept is None:
            self.chosen.emit(current.data(KEY_ROLE) if current.isValid() else None)
