"""The queue as columns of numbers: where each open case file stands, and how many lie in each bucket. Pure."""

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import compress
from operator import itemgetter

import numpy as np

from . import queue, searched_text
from .queue import FAR, Case, Filter, Urgency, Viewer
from .searched_text import SearchedText

SortKey = tuple[int, float, int]
#: So many case files are taken in in one go; more of them in steps. Texts are looked through some blocks at a time.
PART = 2_000
_STEP, _LOOKED = 400, 8
_BITS = {bucket: 1 << number for number, bucket in enumerate(Filter)}
# As plain numbers: names of an Enum are looked up more slowly than all the rest of a case file's place.
_OPEN, _UNASSIGNED, _MINE, _LATE, _UNIT = (
    _BITS[bucket] for bucket in (Filter.OPEN, Filter.UNASSIGNED, Filter.MINE, Filter.LATE, Filter.UNIT)
)
_OVERDUE, _YELLOW, _IN_TIME, _ELSEWHERE = map(
    int, (Urgency.OVERDUE, Urgency.YELLOW, Urgency.IN_TIME, Urgency.ELSEWHERE)
)
# What order and buckets follow from. One look at a row for several columns, as rows lie all over the memory.
_PLACED = itemgetter("due_at", "yellow_at", "holder_axis")
_SORTED_OUT = itemgetter("state", "claimed_by", "handler", "department_code")


class QueueIndex:
    """Open case files as one viewer sees them, in the order of `queue.sort_key` and the buckets of `queue.passes`.

    Each has a slot, the same in every column. A bucket is a mask over the slots in order; one change costs little more
    than moving an array's tail. No object is held for a case file but its key: Python's garbage collector would hold up
    everything each time it went through them all.
    """

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self._slots: dict[int, int] = {}
        self._free: list[int] = []
        self._keys = np.zeros(0, np.int64)
        self._levels = np.zeros(0, np.int8)
        self._dues = np.zeros(0)
        # The buckets as bits; a slot that is free lies in none.
        self._buckets = np.zeros(0, np.uint8)
        # When time alone makes a case file stand elsewhere, in seconds since 1970.
        self._turns = np.zeros(0)
        self._texts = SearchedText()
        self._order = np.zeros(0, np.intp)
        self._counts: dict[Filter, int] | None = None
        self.is_ordered = False

    @property
    def counts(self) -> dict[Filter, int]:
        """How many case files lie in each bucket."""
        if self._counts is None:
            self._counts = {bucket: int(np.count_nonzero(self._buckets & bit)) for bucket, bit in _BITS.items()}
        return self._counts

    def fill(self, cases: Mapping[int, Case], now: datetime) -> Iterator[None]:
        """Take case files into an empty index, a part of them between two values.

        First all are put in order (`is_ordered`), which is all that the open ones need to be shown; then it is found
        out in which of the other buckets each lies.
        """
        keys = list(cases)
        self._grow(len(keys))
        step = _STEP if len(keys) > PART else PART
        for start in range(0, len(keys), step):
            if start:
                yield
            self._note([key for key in keys[start : start + step] if key in cases], cases, now)
        if len(keys) > PART:
            yield
        self._sort()
        self.is_ordered = True
        for start in range(0, len(keys), step):
            if len(keys) > PART:
                yield
            part = [key for key in keys[start : start + step] if key in self._slots and key in cases]
            self._sort_out(part, cases)

    def put(self, key: int, case: Case, now: datetime) -> None:
        """Take a case file in, or find its new place; one that has ended is dropped."""
        self.change([key], {key: case}, now)

    def change(self, keys: Collection[int], cases: Mapping[int, Case], now: datetime) -> set[int]:
        """Find the new places of some case files; return those that come, go, or stand elsewhere than before.

        Those that have ended or are not in `cases` are dropped.
        """
        known = {key: cases[key] for key in keys if key in cases and queue.waits(cases[key])}
        rows = list(known.values())
        dues, levels, buckets, turns = self._placed(rows, now)
        places = zip(levels.tolist(), dues.tolist(), known, strict=True)
        before = {key: place for key in keys if (place := self.place(key)) is not None}
        after: dict[int, SortKey] = dict(zip(known, places, strict=True))
        moved = {key for key in keys if before.get(key) != after.get(key)}
        leaving = [_place_in(self._order, before[key], self._place_of_slot) for key in moved & before.keys()]
        order = np.delete(self._order, leaving)
        for key in before.keys() - known.keys():
            self._forget(key)
        self._take_slots([key for key in known if key not in before])
        slots = [self._slots[key] for key in known]
        self._dues[slots], self._levels[slots], self._turns[slots] = dues, levels, turns
        self._buckets[slots] = buckets | self._bits(rows)
        self._texts.forget(slots)
        self._counts = None
        coming = sorted(after[key] for key in moved & after.keys())
        there = [_place_in(order, place, self._place_of_slot) for place in coming]
        self._order = np.insert(order, there, [self._slots[key] for *_, key in coming])
        return moved

    def put_many(self, keys: Collection[int], cases: Mapping[int, Case], now: datetime) -> None:
        """Do what `change` does for many case files at once."""
        for key in keys:
            self._forget(key)
        self._note([key for key in keys if key in cases], cases, now)
        self._sort_out([key for key in keys if key in self._slots], cases)
        self._sort()

    def drop(self, key: int) -> None:
        """Forget a case file, if it is known."""
        place = self.place(key)
        if place is not None:
            self._order = np.delete(self._order, _place_in(self._order, place, self._place_of_slot))
            self._forget(key)

    def turned(self, now: datetime) -> list[int]:
        """Return the case files that time has moved since; each is to be `put` again."""
        return [int(key) for key in self._keys[self._turns <= now.timestamp()]]

    def place(self, key: int) -> SortKey | None:
        """Return where a case file stands among all open ones; None for one that is not known."""
        slot = self._slots.get(key)
        return None if slot is None else self._place_of_slot(slot)

    def row_in(self, keys: "np.ndarray", key: int) -> int:
        """Return the row at which a known case file stands, or would stand, in an array of known keys in order."""
        return _place_in(keys, self.place(key), self.place)

    def merged(self, keys: "np.ndarray", more: Collection[int]) -> "np.ndarray":
        """Return an array of known keys in order with some more of them, each where it stands."""
        coming = sorted(more, key=lambda key: self._place_of_slot(self._slots[key]))
        return np.insert(keys, [self.row_in(keys, key) for key in coming], coming)

    def holds(
        self, bucket: Filter, key: int, cases: Mapping[int, Case], words: str = "", only: Collection[int] | None = None
    ) -> bool:
        """Return whether a case file lies in a bucket, fits the words and is one of `only`, where that is given."""
        slot = self._slots.get(key)
        if slot is None or not self._buckets[slot] & _BITS[bucket] or (only is not None and key not in only):
            return False
        return not words or queue.matches(self._text_in(cases)(slot), words)

    def select(
        self, bucket: Filter, cases: Mapping[int, Case], words: str = "", only: Collection[int] | None = None
    ) -> Generator[None, None, "np.ndarray"]:
        """Return the keys of a bucket's case files that fit the words, in order; texts are looked through in parts.

        `only` these case files where it is given. The index must not change meanwhile.
        """
        fits = self._buckets & _BITS[bucket] > 0
        if only is not None:
            fits &= np.isin(self._keys, np.fromiter(only, np.int64, len(only)))
        wanted = words.casefold().split()
        if wanted:
            found = np.zeros(len(fits), bool)
            blocks = np.flatnonzero(np.bincount(np.flatnonzero(fits) // searched_text.BLOCK))
            for number, block in enumerate(blocks.tolist()):
                if number and number % _LOOKED == 0:
                    yield
                fitting = self._texts.fitting(block, wanted, self._text_in(cases))
                if fitting is not None:
                    first = block * searched_text.BLOCK
                    found[first : first + searched_text.BLOCK] = fitting[: len(found) - first]
            fits &= found
        return self._keys[self._order[fits[self._order]]]

    def ordered(self) -> "np.ndarray":
        """Return the keys of all open case files in order."""
        return self._keys[self._order]

    def read(self, cases: Mapping[int, Case]) -> Iterator[None]:
        """Get ready for searches, a part of the case files between two values; unprepared, the first takes longer."""
        for block in range(-(-len(self._keys) // searched_text.BLOCK)):
            yield
            self._texts.prepared(block, self._text_in(cases))

    def next_unassigned(self, after: int | None) -> int | None:
        """Return the unassigned case file that follows `after` in order of urgency, round to the first."""
        keys = self._keys[self._order[self._buckets[self._order] & _UNASSIGNED > 0]]
        if not len(keys):
            return None
        behind = 0 if after is None or after not in self._slots else self.row_in(keys, after)
        if behind < len(keys) and keys[behind] == after:
            behind += 1
        return int(keys[behind % len(keys)])

    def _place_of_slot(self, slot: int) -> SortKey:
        return int(self._levels[slot]), float(self._dues[slot]), int(self._keys[slot])

    def _grow(self, more: int) -> None:
        """Make room for so many more case files."""
        before = len(self._keys)
        more = max(more, before // 2, 16)
        self._keys, self._levels, self._dues, self._buckets, self._turns = (
            np.concatenate([column, np.full(more, fill, column.dtype)])
            for column, fill in (
                (self._keys, 0), (self._levels, 0), (self._dues, 0.0), (self._buckets, 0), (self._turns, np.inf)
            )
        )  # fmt: skip
        self._free += range(before + more - 1, before - 1, -1)

    def _sort(self) -> None:
        """Order all slots; one column after the other, each time the later ones stay in order among equals."""
        order = np.flatnonzero(self._buckets)
        for column in (self._keys, self._dues, self._levels):
            order = order[np.argsort(column[order], kind="stable")]
        self._order = order

    def _forget(self, key: int) -> None:
        """Free a case file's slot, if it has one; its place in the order is its caller's."""
        slot = self._slots.pop(key, None)
        if slot is not None:
            self._buckets[slot], self._turns[slot] = 0, np.inf
            self._texts.forget([slot])
            self._free.append(slot)
            self._counts = None

    def _take_slots(self, keys: Sequence[int]) -> list[int]:
        """Give case files that have none a slot each."""
        if len(keys) > len(self._free):
            self._grow(len(keys) - len(self._free))
        slots = [self._free.pop() for _ in keys]
        self._slots.update(zip(keys, slots, strict=True))
        self._keys[slots] = keys
        self._texts.forget(slots)
        self._counts = None
        return slots

    def _note(self, keys: list[int], cases: Mapping[int, Case], now: datetime) -> None:
        """Write the open ones among case files that have no slot into the columns, except order and other buckets."""
        rows = [cases[key] for key in keys]
        opened = list(map(queue.waits, rows))
        if not all(opened):
            keys, rows = list(compress(keys, opened)), list(compress(rows, opened))
        placed = self._placed(rows, now)
        slots = self._take_slots(keys)
        self._dues[slots], self._levels[slots], self._buckets[slots], self._turns[slots] = placed

    def _sort_out(self, keys: Sequence[int], cases: Mapping[int, Case]) -> None:
        """Put case files that have a slot into the buckets that do not follow from time."""
        if keys:
            self._buckets[[self._slots[key] for key in keys]] |= self._bits([cases[key] for key in keys])
            self._counts = None

    def _placed(self, rows: list[Case], now: datetime) -> tuple["np.ndarray", ...]:
        """Return due, urgency, buckets that follow from time, and next turn of open case files.

        Moments are in seconds since 1970.
        """
        seconds = now.timestamp()
        dues, yellows, axes = zip(*map(_PLACED, rows), strict=True) if rows else ((), (), ())
        due, yellow = (np.array([_seconds(moment) for moment in moments]) for moments in (dues, yellows))
        # Of what has ended nothing is late any more.
        due[[number for number, case in enumerate(rows) if not case["is_open"]]] = FAR
        late, warned = due <= seconds, (due < FAR) & (yellow <= seconds)
        levels = np.where(_are_in(axes, self.viewer.axes), _IN_TIME, _ELSEWHERE)
        # What was asked of the viewer waits for him, whoever holds the case file.
        levels[[number for number, case in enumerate(rows) if case.get("pending") and self.viewer.can_act(case)]] = (
            _IN_TIME
        )
        levels[warned], levels[late] = _YELLOW, _OVERDUE
        turns = np.where(warned, due, np.minimum(yellow, due))
        return due, levels, np.where(late, _OPEN | _LATE, _OPEN), np.where(late | (due >= FAR), np.inf, turns)

    def _bits(self, rows: list[Case]) -> "np.ndarray":
        """Return the buckets of open case files that do not follow from time, as bits."""
        viewer = self.viewer
        states, claimed, handlers, units = zip(*map(_SORTED_OUT, rows), strict=True) if rows else ((),) * 4
        me, can_act = viewer.staff_number, viewer.can_act
        mine = [me in both or can_act(case) for *both, case in zip(claimed, handlers, rows, strict=True)]
        bits = np.where(_are_in(states, viewer.unassigned_states), _UNASSIGNED, 0) | np.where(
            np.array(mine, bool), _MINE, 0
        )
        if viewer.department_code is not None:
            bits |= np.where(_are_in(units, {viewer.department_code}), _UNIT, 0)
        return bits.astype(np.uint8)

    def _text_in(self, cases: Mapping[int, Case]) -> searched_text.TextOf:
        """Return what gives a slot's text; what a search need not look through has none."""

        def text(slot: int) -> str:
            case = cases.get(int(self._keys[slot])) if slot < len(self._keys) and self._buckets[slot] else None
            return "" if case is None else queue.searchable(case)

        return text


def _are_in(values: Sequence[object], wanted: Collection[object]) -> "np.ndarray":
    return np.array([value in wanted for value in values], bool)


def _seconds(moment: datetime | None) -> float:
    return FAR if moment is None else moment.timestamp()


def _place_in(entries: "np.ndarray", wanted, place_of) -> int:
    """Return the first row of entries in order whose place is not before the wanted one."""
    first, last = 0, len(entries)
    while first < last:
        middle = (first + last) // 2
        if place_of(int(entries[middle])) < wanted:
            first = middle + 1
        else:
            last = middle
    return first
