"""Table models that are kept in order by differences: rows come, move, change and go."""

import time
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from .look import TINT_SECONDS, tint

#: Role under which every cell gives its row's key.
KEY_ROLE = int(Qt.ItemDataRole.UserRole)


# More rows than that are drawn again as a whole.
_ONE_BY_ONE = 50


class TintedModel(QAbstractTableModel):
    """Rows by key, some of them tinted for a while. Subclasses say which key stands where, and give the cells."""

    columns: tuple[str, ...] = ()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._tinted: dict[int, float] = {}

    def columnCount(self, parent=QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def row_of(self, key: int) -> int | None:
        """Return the row of a key, None when it is not shown."""
        raise NotImplementedError

    def fade(self) -> None:
        """Take the tint off rows that have had it long enough."""
        now = time.monotonic()
        over = [key for key, until in self._tinted.items() if until <= now]
        for key in over:
            del self._tinted[key]
        if len(over) > _ONE_BY_ONE:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))
            return
        for key in over:
            self._repaint(key)

    def _tint(self, keys: Iterable[int]) -> None:
        """Mark keys as changed from now on for some seconds; they are drawn by whoever changes their rows."""
        self._tinted.update(dict.fromkeys(keys, time.monotonic() + TINT_SECONDS))

    def _background(self, key: int):
        return tint() if key in self._tinted else None

    def _repaint(self, key: int) -> None:
        row = self.row_of(key)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))


class OrderedModel(TintedModel):
    """Rows by key, sorted by a sort key that ends with something unique. Subclasses give the cells."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._order: list[tuple[Any, ...]] = []
        self._sort_keys: dict[int, tuple[Any, ...]] = {}

    def rowCount(self, parent=QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._order)

    def key_at(self, row: int) -> int:
        """Return the key of a row; sort keys end with it."""
        return self._order[row][-1]

    def row_of(self, key: int) -> int | None:
        """Return the row of a key, None when it is not shown."""
        sort_key = self._sort_keys.get(key)
        return None if sort_key is None else bisect_left(self._order, sort_key)

    def keys(self) -> list[int]:
        """Return the keys shown, in order."""
        return [entry[-1] for entry in self._order]

    def update_rows(
        self, wanted: Mapping[int, tuple[Any, ...]], changed: Iterable[int] = (), tinted: bool = False
    ) -> None:
        """Make exactly the keys of `wanted` the rows, each at its sort key.

        `changed` are keys whose contents changed even where their place did not; `tinted` marks them for a while.
        """
        for key in [key for key in self._sort_keys if key not in wanted]:
            self._remove(key)
        if tinted:
            self._tint(key for key in changed if key in wanted)
        if not self._order and wanted:
            self._insert_all(wanted)
            return
        for key, sort_key in wanted.items():
            self._settle(key, sort_key)
        for key in changed:
            self._repaint(key)

    def _insert_all(self, wanted: Mapping[int, tuple[Any, ...]]) -> None:
        self.beginInsertRows(QModelIndex(), 0, len(wanted) - 1)
        self._order = sorted(wanted.values())
        self._sort_keys = dict(wanted)
        self.endInsertRows()

    def _settle(self, key: int, sort_key: tuple[Any, ...]) -> None:
        old = self._sort_keys.get(key)
        if old == sort_key:
            return
        if old is None:
            row = bisect_left(self._order, sort_key)
            self.beginInsertRows(QModelIndex(), row, row)
            self._order.insert(row, sort_key)
            self._sort_keys[key] = sort_key
            self.endInsertRows()
            return
        source, target = bisect_left(self._order, old), bisect_left(self._order, sort_key)
        moves = target not in (source, source + 1)
        if moves:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        del self._order[source]
        insort(self._order, sort_key)
        self._sort_keys[key] = sort_key
        if moves:
            self.endMoveRows()
        self._repaint(key)

    def _remove(self, key: int) -> None:
        row = self.row_of(key)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._order[row]
        del self._sort_keys[key]
        self._tinted.pop(key, None)
        self.endRemoveRows()
