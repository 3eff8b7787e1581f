"""The queue kept by difference: where each open case file stands, and how many lie in each bucket. Pure."""

import heapq
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from itertools import compress

from . import queue
from .queue import FAR, Case, Filter, Urgency, Viewer

SortKey = tuple[int, float, int]
#: Case files taken in, or looked through, in one part of longer work: some milliseconds.
PART = 1_000
# Sorted at once; runs that are sorted already are merged fast.
_RUN = 16_000
_BITS = {bucket: 1 << number for number, bucket in enumerate(Filter)}
# As plain numbers: names of an Enum are looked up more slowly than all the rest of a case file's place.
_OPEN, _UNASSIGNED, _MINE, _LATE, _UNIT = (
    _BITS[bucket] for bucket in (Filter.OPEN, Filter.UNASSIGNED, Filter.MINE, Filter.LATE, Filter.UNIT)
)
_OVERDUE, _YELLOW, _IN_TIME, _ELSEWHERE = map(
    int, (Urgency.OVERDUE, Urgency.YELLOW, Urgency.IN_TIME, Urgency.ELSEWHERE)
)


class QueueIndex:
    """Open case files as one viewer sees them, in the order of `queue.sort_key` and the buckets of `queue.passes`.

    What a change costs does not depend on how many there are. Everything is held in plain tuples and numbers: Python's
    garbage collector leaves those alone, where objects would hold up everything each time it goes through them all.
    """

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self._orders: dict[int, SortKey] = {}
        self._ordered: list[SortKey] = []
        # The buckets of each case file as bits, and how many case files have the same bits.
        self._buckets: dict[int, int] = {}
        self._sizes: Counter[int] = Counter()
        self._texts: dict[int, str] = {}
        # When time alone makes a case file stand elsewhere, in seconds since 1970, and a heap of the same.
        self._turns: dict[int, float] = {}
        self._turning: list[tuple[float, int]] = []

    @property
    def counts(self) -> dict[Filter, int]:
        """How many case files lie in each bucket."""
        sizes = self._sizes.items()
        return {bucket: sum(size for buckets, size in sizes if buckets & bit) for bucket, bit in _BITS.items()}

    def fill(self, cases: Mapping[int, Case], now: datetime) -> Iterator[None]:
        """Take case files into an empty index, a part of them between two values; it is of use once all are in."""
        keys, seconds = list(cases), now.timestamp()
        runs: list[list[SortKey]] = [[]]
        for start in range(0, len(keys), PART):
            if start:
                yield
            if len(runs[-1]) >= _RUN:
                runs[-1].sort()
                runs.append([])
            known = [(key, cases[key]) for key in keys[start : start + PART] if key in cases]
            runs[-1] += [self._note(key, case, seconds) for key, case in known if case["is_open"]]
        runs[-1].sort()
        while len(runs) > 1:
            pairs, runs = [runs[at : at + 2] for at in range(0, len(runs), 2)], []
            for first, *second in pairs:
                yield
                runs.append(sorted(first + second[0]) if second else first)
        self._ordered = runs[0]
        self._turning = [(when, key) for key, when in self._turns.items()]
        heapq.heapify(self._turning)

    def put(self, key: int, case: Case, now: datetime) -> None:
        """Take a case file in, or find its new place; one that has ended is dropped."""
        self.drop(key)
        if case["is_open"]:
            insort(self._ordered, self._note(key, case, now.timestamp()))
            if key in self._turns:
                heapq.heappush(self._turning, (self._turns[key], key))

    def drop(self, key: int) -> None:
        """Forget a case file, if it is known."""
        order = self._orders.pop(key, None)
        if order is not None:
            del self._ordered[bisect_left(self._ordered, order)]
            self._sizes[self._buckets.pop(key)] -= 1
            self._texts.pop(key, None)
            self._turns.pop(key, None)

    def turned(self, now: datetime) -> list[int]:
        """Return the case files that time has moved since; each is to be `put` again."""
        found, seconds = [], now.timestamp()
        while self._turning and self._turning[0][0] <= seconds:
            when, key = heapq.heappop(self._turning)
            if self._turns.get(key) == when:
                found.append(key)
        return found

    def order_in(
        self, bucket: Filter, key: int, case: Case, words: str = "", only: Collection[int] | None = None
    ) -> SortKey | None:
        """Return a case file's place in a bucket; None where it is not in there, does not fit the words or `only`."""
        if not self._buckets.get(key, 0) & _BITS[bucket] or (only is not None and key not in only):
            return None
        return self._orders[key] if not words or queue.matches(self._text(key, case), words) else None

    def select(
        self, bucket: Filter, cases: Mapping[int, Case], words: str = "", only: Collection[int] | None = None
    ) -> Iterator[list[SortKey]]:
        """Return the places of a bucket's case files that fit the words, in order, a part of them at a time.

        `only` these case files where it is given. The index must not change meanwhile.
        """
        bit, wanted = _BITS[bucket], words.casefold().split()
        buckets, text = self._buckets, self._text
        for start in range(0, len(self._ordered), PART):
            part = [order for order in self._ordered[start : start + PART] if buckets[order[2]] & bit]
            if only is not None:
                part = [order for order in part if order[2] in only]
            if wanted:
                texts = [self._texts.get(order[2]) or text(order[2], cases.get(order[2], {})) for order in part]
                for word in wanted:
                    fitting = [word in one for one in texts]
                    part, texts = list(compress(part, fitting)), list(compress(texts, fitting))
            yield part

    def read(self, cases: Mapping[int, Case]) -> Iterator[None]:
        """Get ready for searches, a part of the case files between two values; unprepared, the first takes longer."""
        keys = list(self._orders)
        for start in range(0, len(keys), PART):
            yield
            for key in keys[start : start + PART]:
                if key in self._orders and key in cases:
                    self._text(key, cases[key])

    def next_unassigned(self, after: int | None) -> int | None:
        """Return the unassigned case file that follows `after` in order of urgency, round to the first."""
        current = self._orders.get(after) if after is not None else None
        behind = bisect_right(self._ordered, current) if current is not None else 0
        for at in (*range(behind, len(self._ordered)), *range(behind)):
            if self._buckets[self._ordered[at][2]] & _UNASSIGNED:
                return self._ordered[at][2]
        return None

    def _note(self, key: int, case: Case, now: float) -> SortKey:
        """Remember an open case file, except among the sorted ones; `now` in seconds since 1970."""
        viewer, get = self.viewer, case.get
        due_at, level, buckets = get("due_at"), _ELSEWHERE, _OPEN
        due = FAR if due_at is None else due_at.timestamp()
        if now >= due:
            level, buckets = _OVERDUE, _OPEN | _LATE
        elif due_at is not None:
            yellow_at = get("yellow_at")
            yellow = due if yellow_at is None else min(yellow_at.timestamp(), due)
            if now >= yellow:
                level = _YELLOW
            self._turns[key] = due if level == _YELLOW else yellow
        if level == _ELSEWHERE and get("holder_axis") in viewer.axes:
            level = _IN_TIME
        if get("state") in viewer.unassigned_states:
            buckets |= _UNASSIGNED
        if viewer.staff_number in (get("claimed_by"), get("handler")) or viewer.can_act(case):
            buckets |= _MINE
        if viewer.department_code is not None and get("department_code") == viewer.department_code:
            buckets |= _UNIT
        self._buckets[key] = buckets
        self._sizes[buckets] += 1
        order = self._orders[key] = (level, due, key)
        return order

    def _text(self, key: int, case: Case) -> str:
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = queue.searchable(case)
        return text
