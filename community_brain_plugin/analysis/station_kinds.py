"""The two kinds of station: means over lixels, and single places."""

import numpy as np

from .graph import Index, Lixels, StreetGraph
from .inputs import Array
from .stations import Stations
from .street_kernels import StreetKernel


class LixelMeans(Stations):
    """Means over lixels of equal length on each edge.

    What is spread is not the kernel but what of it still lies ahead (its integral from u to the reach), at the ends of
    lixels: the mean over a lixel is the difference of two, whether the reach ends in it or far behind it.
    """

    def __init__(self, graph: StreetGraph, lixels: Lixels, kernel: StreetKernel, bandwidth: float | None) -> None:
        ahead = [-power / (number + 1) for number, power in enumerate(kernel.powers)]
        powers = (-sum(ahead), *ahead) if ahead else ()
        super().__init__(graph, lixels.first, kernel, powers, bandwidth)
        self.size = np.repeat(graph.length / self.count, 2)
        self._per_length = 1.0 / self.size

    def covered(self, half: Index, left: Array) -> Index:
        return np.minimum((left * self._per_length[half]).astype(np.intp), self.number[half])

    def spans(self, half: Index, number: Index) -> tuple[Array, Array]:
        size = self.size[half]
        return number * size, (number + 1) * size

    def given(self, half: Index, low: Array, high: Array, bandwidth: Array | float) -> Array:
        reach = self.kernel.reach
        low, high = np.clip(low / bandwidth, 0.0, reach), np.clip(high / bandwidth, 0.0, reach)
        return (self.kernel.integral(high) - self.kernel.integral(low)) / self.size[half]

    def height(self, weight: Array, bandwidth: Array | float) -> Array:
        return weight

    def seen(self, half: Index, passing: Array, levels: Array) -> Array:
        size = self.size[half][:, None]
        levels += self.walked(passing, np.arange(passing.shape[1]) * size)
        return (levels[:, :-1] - levels[:, 1:]) / size

    def add_between(
        self, half: Index, begin: Array, end: Array, distance: Array, weight: Array, bandwidth: Array | float
    ) -> None:
        if not self.powers:
            super().add_between(half, begin, end, distance, weight, bandwidth)
            return
        # What lies ahead falls from begin to end as the kernel says; before, it is as at begin; behind, nothing.
        place = self.slot[half][:, None] + np.column_stack([self.covered(half, end), self.covered(half, begin)])
        signs = np.tile([1.0, -1.0], len(half))
        twice = np.full(len(half), 2)
        self.spread(place.ravel(), distance, weight, bandwidth, twice, signs)
        come = np.column_stack([distance + end, distance + begin]) / np.reshape(bandwidth, (-1, 1))
        ahead = self.powers[0] - self.kernel.integral(np.clip(come, 0.0, self.kernel.reach))
        self.levels.add_values(place.ravel(), -(ahead * weight[:, None]).ravel() * signs)


class Places(Stations):
    """Values at single places, sorted by edge and, on each edge, by position."""

    def __init__(
        self, graph: StreetGraph, edge: Index, position: Array, kernel: StreetKernel, bandwidth: float | None
    ) -> None:
        first = np.searchsorted(edge, np.arange(graph.edges + 1))
        super().__init__(graph, first, kernel, kernel.powers, bandwidth)
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

    def height(self, weight: Array, bandwidth: Array | float) -> Array:
        return weight / bandwidth

    def seen(self, half: Index, passing: Array, levels: Array) -> Array:
        return self.walked(passing[:, 1:], self.ahead[self.base[half][:, None] + np.arange(levels.shape[1] - 1)])
