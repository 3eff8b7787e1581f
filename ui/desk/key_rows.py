"""A table model whose rows are an array of keys: many are shown anew at once, a few change by difference."""

import numpy as np
from qgis.PyQt.QtCore import QModelIndex

from .ordered import TintedModel

# More rows than that are shown anew at once: one by one they would come and go for seconds.
_ONE_BY_ONE = 500


class KeyRows(TintedModel):
    """Rows in the order of `_keys`. Subclasses know that order and give the cells."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._keys = np.zeros(0, np.int64)

    def rowCount(self, parent=QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._keys)

    def key_at(self, row: int) -> int:
        """Return the key of a row."""
        return int(self._keys[row])

    def row_of(self, key: int) -> int | None:
        row = np.flatnonzero(self._keys == key)
        return int(row[0]) if len(row) else None

    def keys(self) -> list[int]:
        """Return the keys shown, in order."""
        return self._keys.tolist()

    def show_keys(self, wanted: np.ndarray) -> None:
        """Make exactly these keys the rows, in this order; where there are many, the model is reset."""
        if np.array_equal(self._keys, wanted):
            return
        if max(len(self._keys), len(wanted)) > _ONE_BY_ONE:
            self.beginResetModel()
            self._keys = wanted
            self.endResetModel()
            return
        for row in np.flatnonzero(~np.isin(self._keys, wanted))[::-1]:
            self.remove(int(row))
        there = set(self.keys())
        for row, key in enumerate(wanted.tolist()):
            if key not in there:
                self.insert(key, row)
            elif self._keys[row] != key:
                self.move(self.row_of(key), row)
                self._repaint(key)

    def insert(self, key: int, row: int) -> None:
        """Let a key come in at a row."""
        self.beginInsertRows(QModelIndex(), row, row)
        self._keys = np.insert(self._keys, row, key)
        self.endInsertRows()

    def move(self, row: int, target: int) -> None:
        """Bring a row to where it stands once it has been taken out."""
        if row != target:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target if target < row else target + 1)
            self._keys = np.insert(np.delete(self._keys, row), target, self._keys[row])
            self.endMoveRows()

    def arrange(self, wanted: np.ndarray) -> None:
        """Bring the same keys into this order at once: Qt takes as long for each row that moves by itself."""
        if np.array_equal(self._keys, wanted):
            return
        self.layoutAboutToBeChanged.emit()
        followed = self.persistentIndexList()
        keys = [self.key_at(index.row()) for index in followed]
        self._keys = wanted
        rows = {key: self.row_of(key) for key in set(keys)}
        there = [self.index(rows[key], index.column()) for key, index in zip(keys, followed, strict=True)]
        self.changePersistentIndexList(followed, there)
        self.layoutChanged.emit()

    def remove(self, row: int | None) -> None:
        """Let a row go; None is none."""
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._keys = np.delete(self._keys, row)
            self.endRemoveRows()
