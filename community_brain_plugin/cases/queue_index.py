"""The queue kept by difference: where each open case file stands, and how many lie in each bucket. Pure."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from . import queue
from .queue import Case, Filter, Viewer

SortKey = tuple[int, float, int]


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a case file stands; `turns` is when time alone makes it stand elsewhere."""

    order: SortKey
    buckets: frozenset[Filter]
    turns: datetime | None


class QueueIndex:
    """Open case files as one viewer sees them. What a change costs does not depend on how many there are.

    `counts` says how many case files lie in each bucket.
    """

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.counts = dict.fromkeys(Filter, 0)
        self._entries: dict[int, _Entry] = {}
        self._texts: dict[int, str] = {}
        self._turning: list[tuple[datetime, int]] = []

    def rebuild(self, cases: Mapping[int, Case], now: datetime) -> None:
        """Hold exactly these case files."""
        self.counts = dict.fromkeys(Filter, 0)
        self._entries.clear()
        self._texts.clear()
        self._turning.clear()
        for key, case in cases.items():
            self.put(key, case, now)

    def put(self, key: int, case: Case, now: datetime) -> None:
        """Take a case file in, or find its new place; one that has ended is dropped."""
        self.drop(key)
        if not case["is_open"]:
            return
        buckets = frozenset(bucket for bucket in Filter if queue.passes(case, bucket, now, self.viewer))
        entry = _Entry(queue.sort_key(case, now, self.viewer), buckets, _turns(case, now))
        self._entries[key] = entry
        for bucket in buckets:
            self.counts[bucket] += 1
        if entry.turns is not None:
            heapq.heappush(self._turning, (entry.turns, key))

    def drop(self, key: int) -> None:
        """Forget a case file, if it is known."""
        entry = self._entries.pop(key, None)
        self._texts.pop(key, None)
        for bucket in entry.buckets if entry is not None else ():
            self.counts[bucket] -= 1

    def turned(self, now: datetime) -> list[int]:
        """Return the case files that time has moved since; each is to be `put` again."""
        found = []
        while self._turning and self._turning[0][0] <= now:
            when, key = heapq.heappop(self._turning)
            entry = self._entries.get(key)
            if entry is not None and entry.turns == when:
                found.append(key)
        return found

    def order_in(self, bucket: Filter, key: int, case: Case, words: str = "") -> SortKey | None:
        """Return a case file's place in a bucket; None where it is not in there or does not fit the words."""
        entry = self._entries.get(key)
        if entry is None or bucket not in entry.buckets or (words and not self._matches(key, case, words)):
            return None
        return entry.order

    def next_unassigned(self, after: int | None) -> int | None:
        """Return the unassigned case file that follows `after` in order of urgency, round to the first."""
        waiting = sorted(entry.order for entry in self._entries.values() if Filter.UNASSIGNED in entry.buckets)
        if not waiting:
            return None
        current = self._entries.get(after) if after is not None else None
        behind = current.order if current is not None else (-1, 0.0, 0)
        return next((order for order in waiting if order > behind), waiting[0])[-1]

    def _matches(self, key: int, case: Case, words: str) -> bool:
        if key not in self._texts:
            self._texts[key] = queue.searchable(case)
        return queue.matches(self._texts[key], words)


def _turns(case: Case, now: datetime) -> datetime | None:
    """Return when the next light of an open case file changes: yellow, then red."""
    return min((at for at in (case.get("yellow_at"), case.get("due_at")) if at is not None and at > now), default=None)
