"""Where along the streets a density is wanted, and the sums that build it up there.

Two kinds of station: lixels, which get the mean over their length, so that the mass is kept; and single places. Both
are seen from both ends of an edge: a half-edge counts its stations in the direction it is walked.
"""

from collections.abc import Iterator
from math import comb

import numpy as np

from .graph import Index, StreetGraph
from .inputs import Array
from .street_kernels import StreetKernel
from .sums import Sums, taylor

_GROUP = 1 << 13


class Stations:
    """Sums at s stations on e edges.

    Weight comes to the beginning of a half-edge with what is `left` of its reach (distance it may still walk), and
    covers the stations within that. A polynomial kernel is added to the last slot it covers, as powers of the distance
    it has come, and spread backwards at the end: a half-edge of n stations has n + 1 slots, the first for what covers
    none whole. `powers` are the coefficients of the polynomial that is spread, of distance ÷ bandwidth; none where
    every station is added to singly. `count` is the number of stations on each edge, `number` that on each half-edge.
    `bandwidth` is that of all weight, or None where it differs; with one, plain powers of the distance serve, which
    are quicker to make.
    """

    def __init__(
        self, graph: StreetGraph, first: Index, kernel: StreetKernel, powers: tuple[float, ...],
        bandwidth: float | None,
    ) -> None:  # fmt: skip
        self.graph, self.first, self.kernel, self.powers, self.bandwidth = graph, first, kernel, powers, bandwidth
        self.count = np.diff(first)
        self.number = np.repeat(self.count, 2)
        # First station and first slot of each half-edge among all, neighbours near each other in memory.
        before = np.empty_like(self.count)
        before[graph.order] = np.cumsum(self.count[graph.order]) - self.count[graph.order]
        self.base = np.column_stack([2 * before, 2 * before + self.count]).ravel()
        rank = np.empty_like(self.count)
        rank[graph.order] = np.arange(graph.edges)
        self.slot = self.base + np.column_stack([2 * rank, 2 * rank + 1]).ravel()
        total = 2 * int(first[-1])
        slots = total + 2 * graph.edges
        self._spread, self.levels, self._single = Sums(slots, len(powers)), Sums(slots), Sums(total)

    def covered(self, half: Index, left: Array) -> Index:
        """Return how many stations lie wholly within what is left, from where each half-edge begins."""
        raise NotImplementedError

    def spans(self, half: Index, number: Index) -> tuple[Array, Array]:
        """Return where the numbered stations begin and end, from where their half-edges begin."""
        raise NotImplementedError

    def given(self, half: Index, low: Array, high: Array, bandwidth: Array | float) -> Array:
        """Return what unit weight gives to a station between two distances; nothing below zero or beyond the reach."""
        raise NotImplementedError

    def seen(self, half: Index, passing: Array, levels: Array) -> Array:
        """Return the density at the stations of half-edges of n each, shape (h, n).

        passing: of the slots, what each power of the distance walked on (÷ bandwidth, where there is one) counts for,
        shape (h, n + 1, powers); levels: what is added at every distance, shape (h, n + 1).
        """
        raise NotImplementedError

    def height(self, weight: Array, bandwidth: Array | float) -> Array:
        """Return what the polynomial is multiplied with."""
        raise NotImplementedError

    def add(
        self, half: Index, which: Index, counts: Index, factor: Array, left: Array, weight: Array,
        bandwidth: Array | float,
    ) -> Array:  # fmt: skip
        """Let weights walk on; half, which, factor, shape (h,): where to, whose weight, and what share of it.

        left, weight (and bandwidth, if not one), counts: shape (w,), counts saying to how many half-edges each goes.
        `which` does not fall. Returns what is left of the reach where each begins, shape (h,).
        """
        rest = left[which]
        number = self.covered(half, rest)
        if not self.powers:
            own = picked(bandwidth, which)
            end = np.minimum(number + 1, self.number[half])
            self._add_singly(
                half, np.zeros_like(number), end, self.kernel.reach * own - rest, weight[which] * factor, own
            )
            return rest
        number += self.slot[half]
        self.spread(number, self.kernel.reach * bandwidth - left, weight, bandwidth, counts, factor)
        return rest

    def add_until(self, half: Index, end: Array, distance: Array, weight: Array, bandwidth: Array | float) -> None:
        """Let weights that have come this distance walk half-edges from their beginnings no farther than `end`."""
        self.add_between(half, np.zeros(len(half)), end, distance, weight, bandwidth)

    def add_between(
        self, half: Index, begin: Array, end: Array, distance: Array, weight: Array, bandwidth: Array | float
    ) -> None:
        """Let weights walk from begin to end of half-edges; `distance` is what they had come at their starts."""
        first = self.covered(half, begin)
        which, number = expanded(np.minimum(self.covered(half, end) + 1, self.number[half]) - first)
        number += first[which]
        half, distance = half[which], distance[which]
        low, high = self.spans(half, number)
        single = low == high
        low, high = np.maximum(low, begin[which]), np.minimum(high, end[which])
        some = np.flatnonzero(np.where(single, low == high, low < high))
        half, low, high = half[some], (distance + low)[some], (distance + high)[some]
        value = self.given(half, low, high, picked(bandwidth, which[some])) * weight[which[some]]
        self._single.add_values(self.base[half] + number[some], value)

    def _add_singly(
        self, half: Index, begin: Index, end: Index, distance: Array, weight: Array, bandwidth: Array | float
    ) -> None:
        """Add to the stations numbered from begin up to end, one by one; the weight has come this distance."""
        which, number = expanded(end - begin)
        number += begin[which]
        half, distance, weight, bandwidth = half[which], distance[which], weight[which], picked(bandwidth, which)
        low, high = self.spans(half, number)
        value = self.given(half, distance + low, distance + high, bandwidth) * weight
        self._single.add_values(self.base[half] + number, value)

    def values(self) -> Array:
        """Return the density at the stations, shape (s,), per unit of length."""
        found = self._single.total()
        if self.powers:
            spread, levels, mixed = self._spread.total(), self.levels.total(), self._mixed()
            for half, count in self._alike():
                place = self.slot[half][:, None] + np.arange(count + 1)
                # What covers a slot has covered all before it.
                passing = np.cumsum(spread[place[:, ::-1]], axis=1)[:, ::-1] @ mixed
                level = np.cumsum(levels[place[:, ::-1]], axis=1)[:, ::-1]
                found[self.base[half][:, None] + np.arange(count)] += self.seen(half, passing, level)
        edge = np.repeat(np.arange(len(self.count)), self.count)
        number = np.arange(len(edge)) - self.first[edge]
        return found[self.base[2 * edge] + number] + found[self.base[2 * edge + 1] + self.count[edge] - 1 - number]

    def _alike(self) -> Iterator[tuple[Index, int]]:
        """Return half-edges of as many stations, neighbours together, some at a time, and how many they have."""
        for count in np.unique(self.count[self.count > 0]).tolist():
            edges = self.graph.order[self.count[self.graph.order] == count]
            step = max(1, _GROUP // count)
            for begin in range(0, len(edges), step):
                part = edges[begin : begin + step]
                yield np.column_stack([2 * part, 2 * part + 1]).ravel(), count

    def spread(
        self, slot: Index, distance: Array, weight: Array, bandwidth: Array | float, counts: Index, factor: Array
    ) -> None:
        """Add the polynomial of weights that have come a distance, each to as many slots as counts says."""
        value = self.height(weight, bandwidth)
        if self.bandwidth is None:
            rows = taylor(self.powers, distance, value, bandwidth)
        else:
            rows = np.empty((len(distance), len(self.powers)))
            ratio = distance / bandwidth
            for power in range(rows.shape[1]):
                rows[:, power] = value
                value = value * ratio
        self._spread.add(slot, rows, counts, factor)

    def _mixed(self) -> Array:
        """Return what makes the sums into what each power of the distance walked on counts for."""
        if self.bandwidth is None:
            return np.identity(len(self.powers))
        mixed = np.zeros((len(self.powers), len(self.powers)))
        for order in range(len(self.powers)):
            for power in range(order, len(self.powers)):
                mixed[power - order, order] = self.powers[power] * comb(power, order)
        return mixed

    def walked(self, passing: Array, ahead: Array) -> Array:
        """Return the polynomial of each slot at a distance from where its half-edge begins, both shape (h, n)."""
        at = ahead if self.bandwidth is None else ahead / self.bandwidth
        found = passing[:, :, -1].copy()
        for power in range(passing.shape[2] - 2, -1, -1):
            found *= at
            found += passing[:, :, power]
        return found


def expanded(counts: Index) -> tuple[Index, Index]:
    """Return for each of all items together whose they are, and their number there: [2, 0, 1] is 0 0 2 and 0 1 0."""
    counts = np.maximum(counts, 0)
    which = np.repeat(np.arange(len(counts)), counts)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)


def picked(bandwidth: Array | float, which: Index | slice) -> Array | float:
    """Return the bandwidths of some, or the one bandwidth of all."""
    return bandwidth if np.ndim(bandwidth) == 0 else np.asarray(bandwidth)[which]
