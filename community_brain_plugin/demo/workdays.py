"""Working time by the shipped calendar: the deadlines of the database's `desk.deadline`, fast enough for a year."""

from __future__ import annotations

import bisect
import datetime as dt

from .catalogue import read
from .tables import ZONE


class WorkingTime:
    """Adds working seconds to moments (epoch seconds) within the years around an anchor."""

    def __init__(self, anchor: dt.date) -> None:
        special = {row.day: row.kind for row in read("calendar_day").itertuples()}
        hours = [
            (dt.time.fromisoformat(row.starts), dt.time.fromisoformat(row.ends))
            for row in read("calendar_hours").sort_values("starts").itertuples()
        ]
        self._starts: list[float] = []
        self._ends: list[float] = []
        self._before: list[float] = []
        total = 0.0
        for offset in range(-420, 240):
            day = anchor + dt.timedelta(days=offset)
            kind = special.get(day.isoformat())
            if kind == "holiday" or (kind is None and day.weekday() >= 5):
                continue
            for opens, closes in hours:
                start = dt.datetime.combine(day, opens, ZONE).timestamp()
                end = dt.datetime.combine(day, closes, ZONE).timestamp()
                self._starts.append(start)
                self._ends.append(end)
                self._before.append(total)
                total += end - start

    def add(self, moment: float, seconds: float) -> float:
        """The moment at which so many working seconds have passed."""
        span = bisect.bisect_right(self._ends, moment)
        done = self._before[span] + max(0.0, moment - self._starts[span])
        target = done + seconds
        last = bisect.bisect_left(self._before, target) - 1 if seconds > 0 else span
        return self._starts[last] + target - self._before[last]

    def limit(self, moment: float, seconds: float, working: bool) -> float:
        """When a time limit that starts at a moment runs out."""
        return self.add(moment, seconds) if working else moment + seconds
