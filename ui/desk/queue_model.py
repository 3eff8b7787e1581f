"""The queue of case files as a table model over the live room."""

from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor

from ...cases import queue
from ...cases.queue_index import PART, QueueIndex
from ...wording import language
from ..words import moment, named, time_unit
from .key_rows import KeyRows
from .look import URGENCY_MARKS
from .ordered import KEY_ROLE

#: A queue that changes fifty times a second is drawn again at most so often.
GATHER_MS = 300
# Jobs in parts, and how urgent they are among those of the whole desk.
_SORTING, _SEEKING, _READING = "queue sorting", "queue seeking", "queue reading"
_FIRST, _LAST = 0, 9
# More changes at once than that are sorted in together, and the rows shown anew; more than PART in parts.
_SINGLY = 50
# Text on the left, figures on the right.
_ALIGNMENT = tuple(
    side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


class Column(IntEnum):
    """Columns of the queue."""

    MARK = 0
    CLASS = 1
    PLACE = 2
    HOLDER = 3
    CLOCK = 4


class QueueModel(KeyRows):
    """Rows of one bucket of the queue, most urgent first; follows `model` (a RoomModel) by its signals.

    A change is shown at once; those that follow it within `GATHER_MS` are shown together. Many case files are sorted
    and looked through in parts. `tick` is called once a second: countdowns and urgency move on without a query.
    refreshed: rows or counts may be new.
    """

    refreshed = pyqtSignal()
    columns = tuple(column.name for column in Column)

    def __init__(self, model, viewer: queue.Viewer, parent=None) -> None:
        super().__init__(parent)
        self._room = model
        self._index = QueueIndex(viewer)
        self._bucket = queue.Filter.OPEN
        self._words = ""
        self._only: frozenset[int] | None = None
        self._is_sorting = False
        # The index whose rows are being looked for: the one shown, or the one that follows it.
        self._sought: QueueIndex | None = None
        self._counts: Mapping[queue.Filter, int] = {}
        self._changed: dict[int, None] = {}
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self.catch_up)
        model.glimpsed.connect(self._on_loaded)
        model.loaded.connect(self._on_loaded)
        model.emptied.connect(self._on_loaded)
        model.changed.connect(self._on_changed)
        self._rebuild(viewer)

    @property
    def bucket(self) -> queue.Filter:
        """The bucket shown."""
        return self._bucket

    @property
    def only(self) -> frozenset[int] | None:
        """The case files the rows are narrowed down to, None where they are not."""
        return self._only

    @property
    def counts(self) -> Mapping[queue.Filter, int]:
        """How many case files lie in each bucket; nothing as long as not all of a room are known."""
        return self._counts if self.is_busy or not self._room.is_loaded else self._index.counts

    @property
    def is_busy(self) -> bool:
        """Whether case files are being sorted or looked through: the rows are those from before."""
        return self._is_sorting or self._sought is not None

    @property
    def viewer(self) -> queue.Viewer:
        """Who looks at the queue."""
        return self._viewer

    def set_viewer(self, viewer: queue.Viewer) -> None:
        """Show the queue as this person sees it."""
        if viewer is not self._viewer:
            self._rebuild(viewer)

    def show_bucket(self, bucket: queue.Filter, words: str = "", only: Collection[int] | None = None) -> None:
        """Show the case files of a bucket that fit the words, and only some of them where `only` is given."""
        self.catch_up()
        self._bucket, self._words, self._only = bucket, words, None if only is None else frozenset(only)
        if not self._is_sorting:
            self._seek(self._sought or self._index)

    def next_unassigned(self, after: int | None) -> int | None:
        """Return the unassigned case file that follows `after` in order of urgency, round to the first."""
        self.catch_up()
        return self._index.next_unassigned(after)

    def catch_up(self) -> None:
        """Show the changes that still wait for others."""
        if self._changed and not self.is_busy:
            changed, self._changed = self._changed, {}
            self._take(list(changed), tinted=True)
            self._gather.start()

    def tick(self) -> None:
        """Let the countdowns run on."""
        self.catch_up()
        if not self.is_busy:
            self._take(self._index.turned(self._room.room_now()))
        self.fade()
        if self.rowCount():
            last = self.index(self.rowCount() - 1, Column.CLOCK)
            self.dataChanged.emit(self.index(0, Column.CLOCK), last, [Qt.ItemDataRole.DisplayRole])

    def _rebuild(self, viewer: queue.Viewer) -> None:
        """Find every case file's place anew."""
        self._viewer = viewer
        self._changed.clear()
        self._is_sorting = True
        self._room.slices.give_up(_SEEKING)
        self._room.slices.start(_SORTING, self._sorting(QueueIndex(viewer)), _FIRST)

    def _sorting(self, index: QueueIndex) -> Iterator[None]:
        is_shown = False
        for _ in index.fill(self._room.cases, self._room.room_now()):
            if index.is_ordered and not is_shown and self._asks_for_all():
                # The most urgent come first; in which other buckets each lies is counted afterwards.
                is_shown = True
                self._show(index, index.ordered())
            yield
        self._is_sorting = False
        self._count(index)
        self._seek(index)
        self._room.slices.start(_READING, index.read(self._room.cases), _LAST)

    def _seek(self, index: QueueIndex) -> None:
        """Show exactly the rows that are asked for, and then what has changed meanwhile."""
        self._sought = index
        self._room.slices.start(_SEEKING, self._seeking(index), _FIRST)

    def _seeking(self, index: QueueIndex) -> Iterator[None]:
        found = yield from index.select(self._bucket, self._room.cases, self._words, self._only)
        self._sought = None
        self._count(index)
        self._show(index, found)
        self.catch_up()

    def _count(self, index: QueueIndex) -> None:
        self._counts = index.counts if self._room.is_loaded else {}

    def _show(self, index: QueueIndex, keys) -> None:
        self._index = index
        self.show_keys(keys)
        self.refreshed.emit()

    def _asks_for_all(self) -> bool:
        """Whether order alone says which rows are asked for."""
        return self._bucket is queue.Filter.OPEN and not self._words.strip() and self._only is None

    def _take(self, keys: list[int], tinted: bool = False) -> None:
        """Bring these case files to where they stand now."""
        if len(keys) > PART:
            self._rebuild(self._viewer)
            return
        if tinted:
            self._tint(keys)
        if len(keys) > _SINGLY:
            self._index.put_many(keys, self._room.cases, self._room.room_now())
            self._seek(self._index)
            return
        if keys:
            self._settle(keys, self._index.change(keys, self._room.cases, self._room.room_now()))
            self.refreshed.emit()

    def _settle(self, keys: list[int], moved: Collection[int]) -> None:
        """Bring the rows of these case files to where the index has them now; `moved` stand elsewhere in it."""
        held = [key for key in keys if self._holds(key)]
        for key in set(keys).difference(held):
            self._tinted.pop(key, None)
            self.remove(self.row_of(key))
        rows = {key: row for key in held if (row := self.row_of(key)) is not None}
        stray = {key: row for key, row in rows.items() if key in moved}
        rest = np.delete(self._keys, list(stray.values()))
        if len(stray) == 1:
            ((key, row),) = stray.items()
            self.move(row, self._index.row_in(rest, key))
        elif stray:
            self.arrange(self._index.merged(rest, stray))
        for key in held:
            if key in rows:
                self._repaint(key)
            else:
                self.insert(key, self._index.row_in(self._keys, key))

    def _holds(self, key: int) -> bool:
        """Return whether a case file is asked for."""
        return self._index.holds(self._bucket, key, self._room.cases, self._words, self._only)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        answer = _ANSWERS.get(int(role))
        if answer is None:
            return None
        key = self.key_at(index.row())
        case = self._room.cases.get(key)
        return None if case is None else answer(self, key, case, Column(index.column()))

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.MARK: "",
            Column.CLASS: self.tr("Class"),
            Column.PLACE: self.tr("Place"),
            Column.HOLDER: self.tr("Holder"),
            Column.CLOCK: self.tr("Time left"),
        }[Column(section)]

    def _text(self, case, column: Column) -> str:
        if column is Column.MARK:
            return URGENCY_MARKS[self._urgency(case)][0]
        if column is Column.CLASS:
            return f"{case['class_label']} {named(case, 'class')}"
        if column is Column.PLACE:
            return queue.place(case, language())
        if column is Column.HOLDER:
            return holder(case)
        left = queue.countdown(case.get("due_at"), self._room.room_now())
        return f"{left.sign}{left.text} {time_unit(left.unit)}" if left else "–"

    def _colour(self, case, column: Column):
        if column not in (Column.MARK, Column.CLOCK):
            return None
        return QBrush(QColor(URGENCY_MARKS[self._urgency(case)][1]))

    def _urgency(self, case) -> queue.Urgency:
        return queue.urgency(case, self._room.room_now(), self._index.viewer)

    def _tip(self, case) -> str:
        return "\n".join(
            (
                f"{case['case_number']} · {case['class_label']} {named(case, 'class')}",
                f"{urgency_name(self._urgency(case))} · {named(case, 'state')} · {holder(case)}",
                queue.place(case, language()),
                str(case.get("description") or ""),
                self.tr("Deadline {time}").format(time=moment(case.get("due_at"))),
            )
        )

    def _on_loaded(self) -> None:
        self._rebuild(self._viewer)

    def _on_changed(self, subject: str, upserted, removed) -> None:
        if subject != "case":
            return
        self._changed.update(dict.fromkeys((*upserted, *removed)))
        if not self._gather.isActive():
            self.catch_up()


# What a cell answers by role: looked up for every cell drawn, so made once.
_ANSWERS = {
    int(Qt.ItemDataRole.DisplayRole): lambda model, key, case, column: model._text(case, column),
    int(Qt.ItemDataRole.ToolTipRole): lambda model, key, case, column: model._tip(case),
    int(Qt.ItemDataRole.BackgroundRole): lambda model, key, case, column: model._background(key),
    int(Qt.ItemDataRole.ForegroundRole): lambda model, key, case, column: model._colour(case, column),
    int(Qt.ItemDataRole.TextAlignmentRole): lambda model, key, case, column: _ALIGNMENT[column is Column.CLOCK],
    KEY_ROLE: lambda model, key, case, column: key,
}


def holder(case) -> str:
    """Return who has a case file, or the state it waits in when no unit has it, and what was asked for."""
    unit = named(case, "department") if case["holder_axis"] == "handler" else ""
    return " · ".join(part for part in (unit, named(case, "state"), named(case, "pending")) if part)


def urgency_name(urgency: queue.Urgency) -> str:
    """Return an urgency in words."""
    return {
        queue.Urgency.OVERDUE: QCoreApplication.translate("Words", "Overdue"),
        queue.Urgency.YELLOW: QCoreApplication.translate("Words", "Yellow light"),
        queue.Urgency.IN_TIME: QCoreApplication.translate("Words", "In time"),
        queue.Urgency.ELSEWHERE: QCoreApplication.translate("Words", "Waiting elsewhere"),
        queue.Urgency.ENDED: QCoreApplication.translate("Words", "Ended"),
    }[urgency]
