"""Times of day that count more than others, such as noon, rush hours or the evening."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ...errors import RoomError
from ..inputs import Array

DAY = 86_400.0


@dataclass(frozen=True)
class Bands:
    """How much each moment of a day counts: factor[b] from edge[b] to edge[b + 1], in seconds after midnight.

    edge: shape (b + 1,), from 0 to a whole day; total: the factors' integral from midnight up to each edge.
    """

    edge: Array
    factor: Array
    total: Array

    @classmethod
    def of(cls, rows: Sequence[tuple[float, float, float]]) -> "Bands":
        """Return bands of rows of beginning, end (seconds after midnight; past midnight where it is not later), factor.

        What lies in no row counts 1. Refuses rows that overlap, and factors below zero or that are no numbers.
        """
        parts: list[tuple[float, float, float]] = []
        for number, (begin, end, factor) in enumerate(rows, start=1):
            if not 0.0 <= factor < np.inf:
                raise RoomError("analysis.negative", field="factor", row=number, rows=1)
            own = [(begin, end)] if begin < end else [(begin, DAY), (0.0, end)]
            for start, stop in own:
                if any(start < last and first < stop for first, last, _ in parts):
                    raise RoomError("analysis.bands_overlap", row=number)
                if start < stop:
                    parts.append((start, stop, factor))
        edge = np.unique([0.0, DAY, *(time for start, stop, _ in parts for time in (start, stop))])
        values = np.ones(len(edge) - 1)
        for start, stop, factor in parts:
            values[(edge[:-1] >= start) & (edge[:-1] < stop)] = factor
        return cls(edge, values, np.concatenate([[0.0], np.cumsum(values * np.diff(edge))]))

    def mean(self, begin: ArrayLike, end: ArrayLike) -> Array:
        """Return the mean factor between moments (seconds after a midnight, also beyond a day); at once, the factor."""
        first, last = np.asarray(begin, np.float64), np.asarray(end, np.float64)
        span = last - first
        at_once: Array = self.factor[np.searchsorted(self.edge, first % DAY, side="right") - 1]
        long = span > 1e-6
        return np.where(long, (self._until(last) - self._until(first)) / np.where(long, span, 1.0), at_once)

    def _until(self, moment: Array) -> Array:
        days, rest = np.divmod(moment, DAY)
        found: Array = days * self.total[-1] + np.interp(rest, self.edge, self.total)
        return found
