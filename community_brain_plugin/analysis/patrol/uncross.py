"""Long loops cut short.

Two loops that meet at two crossings are taken apart there and put together the other way. A loop that meets none so is
parted by a way across it, there in one part and back in the other: streets that are walked there and back anyway cost
nothing more.
"""

import heapq
from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import dijkstra

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .network import Index, Network

Loop = list[int]

#: Both that come of an exchange must be shorter than the longer one was, by this share at least.
_SHORTER = 0.98
#: A way across a long loop begins at one of so many of its crossings, and leaves this share of the loop on either side.
_SPOKES, _SIDE = 12, 0.2
#: No part may be longer than this share; what streets cost on the way that are walked there and back anyway.
_LONGER, _FREE = 0.9, 0.1


def shortened(network: Network, found: list[Loop], longest: float, watch: Watch = UNWATCHED) -> list[Loop]:
    """Return loops (half-streets in order) that walk the same, none longer than `longest` as far as that can be had.

    Where streets cost the same both ways, a loop may be walked the other way round.
    """
    work = _Loops(network, found)
    queue = [(-cost, number) for number, cost in enumerate(work.costs)]
    heapq.heapify(queue)
    while queue:
        watch.at(0.0)
        cost, number = heapq.heappop(queue)
        if -cost <= longest:
            break
        if -cost == work.costs[number]:
            for changed in work.cut(number) or work.parted(number):
                heapq.heappush(queue, (-work.costs[changed], changed))
    return [loop for loop in work.loops if loop]


@dataclass(frozen=True)
class _Exchange:
    """The longer of the two loops that come of it; the other loop, whether it is turned round; places in both."""

    longer: float
    other: int
    turned: bool
    mine: tuple[int, int]
    theirs: tuple[int, int]


class _Loops:
    """Loops, none of which passes a crossing twice, what each costs, and which pass a crossing."""

    def __init__(self, network: Network, found: list[Loop]) -> None:
        self.loops: list[Loop] = []
        self.costs: list[float] = []
        self._network = network
        self._cost_array = network.cost
        self._paired: dict[int, int] = {}
        self._halves: Index | None = None
        self._start: list[int] = network.start.tolist()
        self._cost: list[float] = network.cost.tolist()
        self._plain = bool((network.ahead == network.back).all())
        self._passing: list[set[int]] = [set() for _ in range(network.nodes)]
        for loop in found:
            self._add(loop)

    def cut(self, number: int) -> list[int]:
        """Make a loop shorter with another that it meets twice; returns the numbers of those that come of it."""
        loop = self.loops[number]
        place = {self._start[half]: at for at, half in enumerate(loop)}
        come = [0.0]
        for half in loop:
            come.append(come[-1] + self._cost[half])
        others: dict[int, int] = {}
        for node in place:
            for other in self._passing[node]:
                others[other] = others.get(other, 0) + 1
        others.pop(number)
        best = _Exchange(come[-1] * _SHORTER, -1, False, (0, 0), (0, 0))
        for other, common in sorted(others.items()):
            if common > 1 and self.costs[other] < come[-1]:
                for turned in (False, True)[: 1 + self._plain]:
                    best = self._best(other, turned, place, come, best)
        return [] if best.other < 0 else self._exchange(number, best)

    def parted(self, number: int) -> list[int]:
        """Part a loop by a way across it; returns the numbers of what it falls into."""
        loop, network = self.loops[number], self._network
        cost = self._cost_array[loop]
        come = np.concatenate([[0.0], np.cumsum(cost)[:-1]])
        whole = float(cost.sum())
        nodes = network.start[loop]
        matrix = network.matrix.copy()
        matrix.data = self._across()
        picked = np.unique(np.linspace(0, len(loop) - 1, _SPOKES).astype(np.intp))
        away, came = dijkstra(matrix, indices=nodes[picked], return_predecessors=True)
        side = np.abs(come[None, :] - come[picked][:, None])
        far = np.where(np.minimum(side, whole - side) >= _SIDE * whole, away[:, nodes], np.inf)
        spoke, second = divmod(int(far.argmin()), len(loop))
        if not np.isfinite(far[spoke, second]) or far[spoke, second] > _SIDE * whole:
            return []
        first = int(picked[spoke])
        there = network.way(int(nodes[first]), int(nodes[second]), came[spoke])
        back = [half ^ 1 for half in there[::-1]]
        one, two = _part(loop, first, second) + back, _part(loop, second, first) + there
        longer = max(self._cost_array[one].sum(), self._cost_array[two].sum())
        if longer > _LONGER * whole or self._cost_array[there + back].sum() > _SIDE * whole:
            return []
        for half in there:
            self._drop(self._paired.get(half >> 1, -1))
        self._drop(number)
        return [*self._add(one), *self._add(two)]

    def _across(self) -> Array:
        """Return the cost of going along each half-street of the matrix: nothing where it is walked there and back."""
        matrix = self._network.matrix
        if self._halves is None:
            start = np.repeat(np.arange(self._network.nodes), np.diff(matrix.indptr))
            pairs = zip(start.tolist(), matrix.indices.tolist(), strict=True)
            self._halves = np.array([self._network.between[pair] for pair in pairs], np.intp)
        cost = matrix.data.copy()
        free = np.zeros(self._network.streets, bool)
        free[[street for street, loop in self._paired.items() if loop >= 0]] = True
        cost[free[self._halves >> 1]] *= _FREE
        return cost

    def _drop(self, number: int) -> None:
        """Forget a loop; none for -1."""
        if number < 0:
            return
        loop = self.loops[number]
        for half in loop:
            self._passing[self._start[half]].discard(number)
        if len(loop) == 2 and self._paired.get(loop[0] >> 1) == number:
            self._paired[loop[0] >> 1] = -1
        self.loops[number], self.costs[number] = [], 0.0

    def _best(self, other: int, turned: bool, place: dict[int, int], come: list[float], best: _Exchange) -> _Exchange:
        """Return the best exchange with another loop, or the one known already."""
        met, along = [], 0.0
        for at, half in enumerate(self._way(other, turned)):
            node = self._start[half]
            if node in place:
                met.append((place[node], at, along))
            along += self._cost[half]
        for number, (first, here, before) in enumerate(met):
            for second, there, after in met[number + 1 :]:
                # Mine from the first crossing to the second, and theirs from there back to the first.
                mine = come[second] - come[first] + (come[-1] if second < first else 0.0)
                one = mine + along - (after - before)
                longer = max(one, come[-1] + along - one)
                if longer < best.longer:
                    best = _Exchange(longer, other, turned, (first, second), (here, there))
        return best

    def _exchange(self, number: int, chosen: _Exchange) -> list[int]:
        mine, theirs = self.loops[number], self._way(chosen.other, chosen.turned)
        one = _part(mine, *chosen.mine) + _part(theirs, *chosen.theirs[::-1])
        two = _part(mine, *chosen.mine[::-1]) + _part(theirs, *chosen.theirs)
        for gone in (number, chosen.other):
            self._drop(gone)
        return [*self._add(one), *self._add(two)]

    def _way(self, number: int, turned: bool) -> Loop:
        loop = self.loops[number]
        return [half ^ 1 for half in loop[::-1]] if turned else loop

    def _add(self, loop: Loop) -> list[int]:
        """Note a loop, cut where it passes a crossing twice; returns the numbers of what it falls into."""
        numbers: list[int] = []
        way: Loop = []
        place: dict[int, int] = {}
        for half in loop:
            node = self._start[half]
            if node in place:
                numbers.append(self._note(way[place[node] :]))
                for gone in way[place[node] :]:
                    place.pop(self._start[gone])
                way = way[: -len(self.loops[-1])]
            place[node] = len(way)
            way.append(half)
        numbers.append(self._note(way))
        return numbers

    def _note(self, loop: Loop) -> int:
        self.loops.append(loop)
        self.costs.append(sum(self._cost[half] for half in loop))
        for half in loop:
            self._passing[self._start[half]].add(len(self.loops) - 1)
        if len(loop) == 2 and loop[0] >> 1 == loop[1] >> 1:
            self._paired[loop[0] >> 1] = len(self.loops) - 1
        return len(self.loops) - 1


def _part(loop: Loop, begin: int, end: int) -> Loop:
    """Return the part of a loop from one place to another, round its end where need be."""
    return loop[begin:end] if begin <= end else loop[begin:] + loop[:end]
