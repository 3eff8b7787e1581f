"""Where along the streets a density is wanted, and the sums that build it up there.

Two kinds of station: lixels, which get the mean over their length, so that the mass is kept; and single places. Both
are seen from both ends of an edge: a half-edge counts its stations in the direction it is walked.
"""

from math import comb

import numpy as np
from scipy import sparse

from .graph import Index, Lixels, StreetGraph
from .inputs import Array
from .street_kernels import StreetKernel

_GROUP = 1 << 13
_WAITING = 1 << 18


class Stations:
    """Sums at s stations on e edges.

    Weight comes to the beginning of a half-edge with what is `left` of its reach (distance it may still walk), and
    covers the stations within that. Those it covers whole get powers of the distance it has come, added to the last of
    them and spread backwards at the end; the one in the middle of which the reach ends gets a value of its own.
    `count` is the number of stations on each edge, `number` that on each half-edge. `bandwidth` is that of all weight,
    or None where it differs; with one, plain powers of the distance serve, which are quicker to make.
    """

    def __init__(self, graph: StreetGraph, first: Index, kernel: StreetKernel, bandwidth: float | None) -> None:
        self.graph, self.first, self.kernel, self.bandwidth = graph, first, kernel, bandwidth
        self.count = np.diff(first)
        self.number = np.repeat(self.count, 2)
        # First station of each half-edge among those of all half-edges, neighbours near each other in memory.
        begin = np.empty_like(self.count)
        begin[graph.order] = 2 * (np.cumsum(self.count[graph.order]) - self.count[graph.order])
        self.base = np.column_stack([begin, begin + self.count]).ravel()
        total = 2 * int(first[-1])
        self.powers, self.single = _Sums(total, len(kernel.powers)), _Sums(total, 1)

    def covered(self, half: Index, left: Array) -> Index:
        """Return how many stations lie wholly within what is left, from where each half-edge begins."""
        raise NotImplementedError

    def spans(self, half: Index, number: Index) -> tuple[Array, Array]:
        """Return where the numbered stations begin and end, from where their half-edges begin."""
        raise NotImplementedError

    def given(self, half: Index, low: Array, high: Array, bandwidth: Array | float) -> Array:
        """Return what unit weight gives to a station between two distances; nothing below zero or beyond the reach."""
        raise NotImplementedError

    def basis(self, power: int, half: Index, number: Index) -> Array:
        """Return what the power of the distance from where the half-edge begins is at stations."""
        raise NotImplementedError

    def add_rest(self, half: Index, number: Index, left: Array, weight: Array, bandwidth: Array | float) -> None:
        """Add to the numbered stations, in the middle of which reaches end."""
        raise NotImplementedError

    def add(
        self, half: Index, which: Index, factor: Array, left: Array, weight: Array, bandwidth: Array | float
    ) -> tuple[Array, Array]:
        """Let weights walk on; half, which, factor, shape (h,): where to, whose weight, and what share of it.

        left, weight (and bandwidth, if not one): shape (w,). `which` does not fall. Returns what is left of the reach
        of each that walks on, and its weight, both of shape (h,).
        """
        rest, share = left[which], weight[which] * factor
        size = picked(bandwidth, which)
        number = self.covered(half, rest)
        base = self.base[half] + number
        if not self.kernel.powers:
            end = np.minimum(number + 1, self.number[half])
            self.add_singly(half, np.zeros_like(number), end, self.kernel.reach * size - rest, share, size)
            return rest, share
        rows = self._rows(self.kernel.reach * bandwidth - left, weight, bandwidth)
        counts = np.bincount(which, minlength=len(left))
        self.powers.add(np.maximum(base - 1, 0), rows, counts, factor * (number > 0))
        some = np.flatnonzero(number < self.number[half])
        half, number = half[some], number[some]
        self.add_rest(half, number, rest[some], share[some], picked(size, some))
        return rest, share

    def add_own(self, half: Index, offset: Array, weight: Array, bandwidth: Array | float) -> None:
        """Add weights of events that lie on these half-edges, at an offset from where these begin, and walk ahead."""
        begin = self.covered(half, offset)
        end = np.minimum(self.covered(half, offset + self.kernel.reach * bandwidth) + 1, self.number[half])
        self.add_singly(half, begin, end, -offset, weight, bandwidth)

    def add_until(self, half: Index, end: Array, distance: Array, weight: Array, bandwidth: Array | float) -> None:
        """Let weights that have come this distance walk half-edges from their beginnings no farther than `end`."""
        number = self.covered(half, end)
        begin = np.zeros(len(half))
        if self.kernel.powers:
            some = np.flatnonzero(number)
            place = self.base[half[some]] + number[some] - 1
            rows = self._rows(distance[some], weight[some], picked(bandwidth, some))
            self.powers.add(place, rows, np.ones(len(some), np.intp), np.ones(len(some)))
            begin = np.where(
                number < self.number[half], self.spans(half, np.minimum(number, self.number[half] - 1))[0], end
            )
        self.add_between(half, begin, end, distance, weight, bandwidth)

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
        self.single.add_values(self.base[half] + number[some], value)

    def add_singly(
        self, half: Index, begin: Index, end: Index, distance: Array, weight: Array, bandwidth: Array | float
    ) -> None:
        """Add to the stations numbered from begin up to end, one by one; the weight has come this distance."""
        which, number = expanded(end - begin)
        number += begin[which]
        half, distance, weight, bandwidth = half[which], distance[which], weight[which], picked(bandwidth, which)
        low, high = self.spans(half, number)
        self.single.add_values(
            self.base[half] + number, self.given(half, distance + low, distance + high, bandwidth) * weight
        )

    def values(self) -> Array:
        """Return the density at the stations, shape (s,), per unit of length."""
        found, powers, mixed = self.single.total()[:, 0], self.powers.total(), self._mixed()
        for count in np.unique(self.count[self.count > 0]):
            edges = self.graph.order[self.count[self.graph.order] == count]
            step = max(1, _GROUP // int(count))
            for begin in range(0, len(edges), step):
                part = edges[begin : begin + step]
                half = np.column_stack([2 * part, 2 * part + 1]).ravel()
                number = np.arange(count)
                place = self.base[half][:, None] + number
                # What reaches a station has passed all before it.
                passing = np.cumsum(powers[place[:, ::-1]], axis=1)[:, ::-1] @ mixed
                for power in range(passing.shape[2]):
                    found[place] += passing[:, :, power] * self.basis(power, half, number)
        edge = np.repeat(np.arange(len(self.count)), self.count)
        number = np.arange(len(edge)) - self.first[edge]
        return found[self.base[2 * edge] + number] + found[self.base[2 * edge + 1] + self.count[edge] - 1 - number]

    def _rows(self, distance: Array, weight: Array, bandwidth: Array | float) -> Array:
        if self.bandwidth is None:
            return _taylor(self.kernel, distance, weight, bandwidth)
        found = np.empty((len(distance), len(self.kernel.powers)))
        value = weight
        ratio = distance / bandwidth
        for power in range(found.shape[1]):
            found[:, power] = value
            value = value * ratio
        return found

    def _mixed(self) -> Array:
        """Return what makes the sums into what each power of the distance walked on counts for."""
        powers = self.kernel.powers
        if self.bandwidth is None:
            return np.identity(len(powers))
        mixed = np.zeros((len(powers), len(powers)))
        for order in range(len(powers)):
            for power in range(order, len(powers)):
                mixed[power - order, order] = powers[power] * comb(power, order) / self.bandwidth ** (order + 1)
        return mixed


class _Sums:
    """Sums of rows of numbers by place; rows wait until there are many, so that the sums are gone through seldom."""

    def __init__(self, places: int, width: int) -> None:
        self._total = np.zeros((places, width))
        self._waiting: list[tuple[Index, Array, Index, Array]] = []
        self._size = 0

    def add(self, place: Index, rows: Array, counts: Index, factor: Array) -> None:
        """Add rows, shape (n, width): each to as many of the places as counts says, times the place's factor."""
        self._waiting.append((place.astype(np.int32), rows, counts, factor))
        self._size += len(place)
        if self._size >= _WAITING:
            self.total()

    def add_values(self, place: Index, values: Array) -> None:
        """Add numbers to places, where a row is one number."""
        self._waiting.append((place, values, place[:0], values[:0]))
        self._size += len(place)
        if self._size >= _WAITING:
            self.total()

    def total(self) -> Array:
        """Return the sums, shape (places, width)."""
        if self._size:
            place, rows, counts, factor = (np.concatenate(parts) for parts in zip(*self._waiting, strict=True))
            self._waiting, self._size = [], 0
            low, high = int(place.min()), int(place.max()) + 1
            if rows.ndim == 1:
                self._total[low:high, 0] += np.bincount(place - low, rows, high - low)
            else:
                begin = np.concatenate([[0], np.cumsum(counts)])
                adder = sparse.csc_matrix((factor, place - low, begin), shape=(high - low, len(rows)))
                self._total[low:high] += adder @ rows
        return self._total


def _taylor(kernel: StreetKernel, distance: Array, weight: Array, bandwidth: Array | float) -> Array:
    """Return, for each weight, what each power of the distance walked on counts for, shape (n, powers).

    The kernel is Σ ck uᵏ with u = (distance + s) ÷ h; the coefficient of sᵐ is Σ ck C(k, m) uᵏ⁻ᵐ ÷ hᵐ⁺¹ at s = 0.
    """
    ratio = distance / bandwidth
    factor = weight / bandwidth
    count = len(kernel.powers)
    found = np.empty((len(distance), count))
    for order in range(count):
        value = np.full(len(distance), kernel.powers[-1] * comb(count - 1, order))
        for power in range(count - 2, order - 1, -1):
            value *= ratio
            if kernel.powers[power]:
                value += kernel.powers[power] * comb(power, order)
        value *= factor
        found[:, order] = value
        factor = factor / bandwidth
    return found


class LixelMeans(Stations):
    """Means over lixels of equal length on each edge."""

    def __init__(self, graph: StreetGraph, lixels: Lixels, kernel: StreetKernel, bandwidth: float | None) -> None:
        super().__init__(graph, lixels.first, kernel, bandwidth)
        self.size = np.repeat(graph.length / self.count, 2)

    def covered(self, half: Index, left: Array) -> Index:
        return np.minimum((left / self.size[half]).astype(np.intp), self.number[half])

    def spans(self, half: Index, number: Index) -> tuple[Array, Array]:
        size = self.size[half]
        return number * size, (number + 1) * size

    def given(self, half: Index, low: Array, high: Array, bandwidth: Array | float) -> Array:
        reach = self.kernel.reach
        low, high = np.clip(low / bandwidth, 0.0, reach), np.clip(high / bandwidth, 0.0, reach)
        return (self.kernel.integral(high) - self.kernel.integral(low)) / self.size[half]

    def add_rest(self, half: Index, number: Index, left: Array, weight: Array, bandwidth: Array | float) -> None:
        size, reach = self.size[half], self.kernel.reach
        whole = self.kernel.integral(np.array([reach]))
        tail = whole - self.kernel.integral(reach - (left - number * size) / bandwidth)
        self.single.add_values(self.base[half] + number, tail * weight / size)

    def basis(self, power: int, half: Index, number: Index) -> Array:
        size = self.size[half][:, None]
        edges = (number + 1.0) ** (power + 1) - number.astype(np.float64) ** (power + 1)
        return edges * size**power / (power + 1)


class Places(Stations):
    """Values at single places, sorted by edge and, on each edge, by position."""

    def __init__(
        self, graph: StreetGraph, edge: Index, position: Array, kernel: StreetKernel, bandwidth: float | None
    ) -> None:
        first = np.searchsorted(edge, np.arange(graph.edges + 1))
        super().__init__(graph, first, kernel, bandwidth)
        ahead = np.empty(2 * len(edge))
        number = np.arange(len(edge)) - first[edge]
        ahead[self.base[2 * edge] + number] = position
        ahead[self.base[2 * edge + 1] + self.count[edge] - 1 - number] = graph.length[edge] - position
        self.ahead = ahead
        length = np.repeat(graph.length, 2) + 1.0
        self.begin = np.cumsum(length) - length
        owner = np.repeat(np.arange(2 * graph.edges), self.number)
        place = self.base[owner] + np.arange(len(owner)) - np.repeat(np.cumsum(self.number) - self.number, self.number)
        # In the order of the half-edges, not of memory, so that it can be searched.
        self.key = self.begin[owner] + ahead[place]
        self.before = np.cumsum(self.number) - self.number

    def covered(self, half: Index, left: Array) -> Index:
        limit = self.begin[half] + np.minimum(left, self.graph.length[half >> 1] + 0.5)
        return np.clip(np.searchsorted(self.key, limit) - self.before[half], 0, self.number[half])

    def spans(self, half: Index, number: Index) -> tuple[Array, Array]:
        ahead = self.ahead[self.base[half] + number]
        return ahead, ahead

    def given(self, half: Index, low: Array, high: Array, bandwidth: Array | float) -> Array:
        # An event at the very place is met from both sides.
        share = np.where(low > 0.0, 1.0, np.where(low == 0.0, 0.5, 0.0))
        ratio = np.abs(low) / bandwidth
        return np.where(ratio < self.kernel.reach, self.kernel.value(ratio), 0.0) * share / bandwidth

    def add_rest(self, half: Index, number: Index, left: Array, weight: Array, bandwidth: Array | float) -> None:
        """A place is covered or it is not."""

    def basis(self, power: int, half: Index, number: Index) -> Array:
        return self.ahead[self.base[half][:, None] + number] ** power


def expanded(counts: Index) -> tuple[Index, Index]:
    """Return for each of all items together whose they are, and their number there: [2, 0, 1] is 0 0 2 and 0 1 0."""
    counts = np.maximum(counts, 0)
    which = np.repeat(np.arange(len(counts)), counts)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)


def picked(bandwidth: Array | float, which: Index | slice) -> Array | float:
    """Return the bandwidths of some, or the one bandwidth of all."""
    return bandwidth if np.ndim(bandwidth) == 0 else np.asarray(bandwidth)[which]
