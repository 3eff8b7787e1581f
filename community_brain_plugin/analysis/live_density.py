"""A density that follows events as they come and go: each adds its stamp to a raster, and takes exactly it away again.

Stamps are whole numbers, kept in doubles, which add whole numbers below 2⁵³ without any rounding. So a raster that has
seen a day of changes is the same, bit by bit, as one made anew of the events that are left; what is lost is that a
kernel's value is rounded to 1e-9 of its peak.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np

from ..errors import RoomError
from . import inputs
from .inputs import Array
from .kernels import kernel as kernel_named
from .raster import Grid
from .watch import UNWATCHED, Watch

# Whole numbers up to which a kernel's peak of weight one is counted, and the largest sum that stays exact.
_PEAK = 2.0**30
_EXACT = 2.0**53
# Events between two looks at whether to stop.
_BETWEEN = 1000


@dataclass(frozen=True)
class Event:
    """Something at a place, metric; `weight` is not negative. `at` is any number that grows with time."""

    x: float
    y: float
    weight: float = 1.0
    at: float = 0.0


class LiveDensity:
    """The kernel density of a changing set of events on one grid.

    bandwidth: metres, one for all. Events are known by a key of the caller's. Those outside the grid count as far as
    they reach into it. Not for use by two threads at once.
    """

    def __init__(self, grid: Grid, bandwidth: float, kernel: str = "quartic") -> None:
        self.grid = grid
        self.kernel = kernel_named(kernel)
        self.bandwidth = float(inputs.positive("bandwidth", bandwidth, 1)[0])
        self._cells = int(np.ceil(self.kernel.reach * self.bandwidth / grid.cell)) + 1
        self._x, self._y = grid.centres()
        self._sums = np.zeros(grid.shape)
        self._events: dict[Hashable, Event] = {}
        self._weight = 0.0

    def __len__(self) -> int:
        return len(self._events)

    @property
    def values(self) -> Array:
        """Events per squared unit of the coordinates, shape of the grid."""
        return self._sums * (self.kernel.plane / self.bandwidth**2 / _PEAK)

    def put(self, events: Iterable[tuple[Hashable, Event]], watch: Watch = UNWATCHED) -> int:
        """Add events, or move and reweigh those whose keys are known; returns how many are new or different.

        Refuses what is not finite and negative weights by row, and changes nothing then.
        """
        fresh = {key: event for key, event in events if self._events.get(key) != event}
        self._check(fresh)
        gone = [self._events[key] for key in fresh if key in self._events]
        share = len(gone) / max(len(gone) + len(fresh), 1)
        self._stamp(gone, -1.0, watch.part(0.0, share))
        self._stamp(list(fresh.values()), 1.0, watch.part(share, 1.0))
        self._events.update(fresh)
        self._weight += sum(event.weight for event in fresh.values()) - sum(event.weight for event in gone)
        return len(fresh)

    def remove(self, keys: Iterable[Hashable]) -> int:
        """Take events away; returns how many there were. Unknown keys are no fault."""
        gone = [event for key in keys if (event := self._events.pop(key, None)) is not None]
        self._stamp(gone, -1.0, UNWATCHED)
        self._weight -= sum(event.weight for event in gone)
        return len(gone)

    def expire(self, before: float) -> int:
        """Take away events whose time lies before a moment; returns how many."""
        return self.remove([key for key, event in self._events.items() if event.at < before])

    def _check(self, fresh: dict[Hashable, Event]) -> None:
        if not fresh:
            return
        table = np.array([(event.x, event.y, event.weight) for event in fresh.values()], dtype=np.float64)
        for number, field in enumerate(("x", "y", "weight")):
            inputs.refuse_rows("analysis.not_finite", ~np.isfinite(table[:, number]), field=field)
        inputs.refuse_rows("analysis.negative", table[:, 2] < 0.0, field="weight")
        if (self._weight + table[:, 2].sum()) * _PEAK >= _EXACT:
            raise RoomError("analysis.too_heavy", most=f"{_EXACT / _PEAK:,.0f}")

    def _stamp(self, events: list[Event], sign: float, watch: Watch) -> None:
        """Add or take away the stamps of events."""
        for number, event in enumerate(events):
            if number % _BETWEEN == 0:
                watch.at(number / len(events))
            rows = self._span((self.grid.north - event.y) / self.grid.cell, self.grid.rows)
            columns = self._span((event.x - self.grid.west) / self.grid.cell, self.grid.columns)
            if rows.start < rows.stop and columns.start < columns.stop:
                # In bandwidths. Each line goes through the stamp once, which is what takes the time.
                up = (self._y[rows] - event.y) / self.bandwidth
                across = (self._x[columns] - event.x) / self.bandwidth
                stamp = self.kernel.shape(np.add.outer(up * up, across * across))
                stamp *= event.weight * sign * _PEAK
                self._sums[rows, columns] += np.rint(stamp, out=stamp)

    def _span(self, place: float, count: int) -> slice:
        """Return the rows or columns an event reaches that lies at a place, in cells."""
        middle = int(min(max(place, -4.0 * self._cells), count + 4.0 * self._cells))
        return slice(max(middle - self._cells, 0), min(middle + self._cells + 1, count))
