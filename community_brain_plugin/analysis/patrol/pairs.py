"""Crossings that are met an odd number of times, paired by ways that together are as short as can be found.

Partners are exchanged along chains, after Lin and Kernighan (1973), An effective heuristic algorithm for the
traveling-salesman problem, Operations Research 21(2): a chain goes on as long as it has saved something so far.
"""

import itertools
from collections import defaultdict, deque

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .network import Network

#: A chain looks at so many near crossings at each of its steps, at most; at so many all together.
_BREADTH, _NEAR = (10, 8, 6, 4, 3, 2, 1, 1, 1, 1), 20
#: Crossings are near one another up to so many times the mean way of a pair.
_AROUND = 4.0
#: Crossings whose ways are looked for at once.
_BLOCK = 250
_EPSILON = 1e-9


def paired(away: Array) -> list[tuple[int, int]]:
    """Return pairs of near ones, shape (m, m) for m an even number; nearest first, then exchanged while that helps."""
    count = len(away)
    free = np.ones(count, bool)
    pairs: list[tuple[int, int]] = []
    for place in np.argsort(np.triu(away, 1) + np.tril(np.full_like(away, np.inf)), axis=None, kind="stable").tolist():
        one, other = divmod(place, count)
        if free[one] and free[other]:
            free[one] = free[other] = False
            pairs.append((one, other))
            if 2 * len(pairs) == count:
                break
    better = True
    while better:
        better = False
        for (n, (a, b)), (m, (c, d)) in itertools.combinations(enumerate(pairs), 2):
            if (n, (a, b)) != (n, pairs[n]) or (m, (c, d)) != (m, pairs[m]):
                continue
            own = away[a, b] + away[c, d]
            for first, second in (((a, c), (b, d)), ((a, d), (b, c))):
                if away[first] + away[second] < own - _EPSILON:
                    pairs[n], pairs[m], better = first, second, True
                    break
    return pairs


def shorter(network: Network, again: NDArray[np.bool_], watch: Watch = UNWATCHED) -> NDArray[np.bool_]:
    """Return streets that meet the same crossings an odd number of times as `again`, together hardly ever longer.

    again: which streets are walked once more, shape (e,). Streets cost the same both ways.
    """
    work = _Pairs(network, again)
    if not work.odd:
        return np.zeros(network.streets, bool)
    work.look_around(watch)
    work.exchange(watch)
    return work.streets()


class _Pairs:
    """The partner of each odd crossing, by its number among them, and the way to it."""

    def __init__(self, network: Network, again: NDArray[np.bool_]) -> None:
        self._network = network
        met = np.bincount(network.start, np.repeat(again, 2), network.nodes)
        self.odd: list[int] = np.flatnonzero(met % 2).tolist()
        self._partner = [-1] * len(self.odd)
        self._cost = [0.0] * len(self.odd)
        self._way: dict[tuple[int, int], list[int]] = {}
        self._near: list[dict[int, float]] = []
        self._part(np.flatnonzero(again).tolist())

    def _part(self, again: list[int]) -> None:
        """Take the streets apart into ways between odd crossings."""
        network = self._network
        number = {node: place for place, node in enumerate(self.odd)}
        steps: dict[int, list[int]] = defaultdict(list)
        for street in again:
            for half in (2 * street, 2 * street + 1):
                steps[int(network.start[half])].append(half)
        end, gone, open_ = network.end.tolist(), set[int](), set(self.odd)
        for begin in self.odd:
            if begin not in open_:
                continue
            open_.discard(begin)
            came: dict[int, int] = {begin: -1}
            queue = deque([begin])
            while queue and (node := queue.popleft()) not in open_:
                for half in steps[node]:
                    if half >> 1 not in gone and end[half] not in came:
                        came[end[half]] = half
                        queue.append(end[half])
            open_.discard(node)
            way, place = [], node
            while came[place] >= 0:
                way.append(came[place] >> 1)
                place = int(network.start[came[place]])
            gone.update(way)
            self._join(number[begin], number[node], float(network.ahead[way].sum()))
            self._way[min(number[begin], number[node]), max(number[begin], number[node])] = way

    def look_around(self, watch: Watch) -> None:
        """Find the odd crossings near each, and shorter ways between partners."""
        odd = np.array(self.odd)
        limit = _AROUND * float(np.mean(self._cost))
        for first in range(0, len(odd), _BLOCK):
            watch.at(0.0)
            away = dijkstra(self._network.matrix, indices=odd[first : first + _BLOCK], limit=limit)[:, odd]
            rows = np.arange(len(away))
            away[rows, first + rows] = np.inf
            nearest = np.argpartition(away, min(_NEAR, len(odd) - 1), axis=1)[:, :_NEAR]
            for row, places in enumerate(nearest):
                costs = away[row, places]
                pairs = sorted(zip(costs.tolist(), places.tolist(), strict=True))
                self._near.append({place: cost for cost, place in pairs if cost < np.inf})
        for one, other in list(self._way):
            if self._between(one, other) < self._cost[one] - _EPSILON:
                self._join(one, other, self._between(one, other))
                del self._way[one, other]

    def exchange(self, watch: Watch) -> None:
        """Exchange partners as long as that helps."""
        queue = deque(range(len(self.odd)))
        waiting = set(queue)
        for number in itertools.count():
            if not queue:
                return
            if number % _BLOCK == 0:
                watch.at(0.0)
            one = queue.popleft()
            waiting.discard(one)
            other = self._partner[one]
            chain = self._chain(one, other, self._cost[one], 0, (one, other))
            if not chain:
                continue
            touched = {place for place in chain for place in (place, *self._near[place])}
            for first, second in zip(chain[0::2], chain[1::2], strict=True):
                self._join(first, second, self._between(first, second))
            fresh = sorted(touched - waiting)
            queue.extend(fresh)
            waiting.update(fresh)

    def _chain(self, begin: int, end: int, saved: float, depth: int, used: tuple[int, ...]) -> list[int]:
        """Return new pairs, one after the other, that save something; none where there are none.

        saved: what is saved by those given up so far, beside those made so far; `end` is without a partner.
        """
        for place, cost in itertools.islice(self._near[end].items(), _BREADTH[depth]):
            if saved - cost <= _EPSILON:
                break
            left = self._partner[place]
            if place in used or left in used:
                continue
            after = saved - cost + self._cost[place]
            if after - self._between(left, begin) > _EPSILON:
                return [end, place, left, begin]
            if depth + 1 < len(_BREADTH):
                further = self._chain(begin, left, after, depth + 1, (*used, place, left))
                if further:
                    return [end, place, *further]
        return []

    def _between(self, one: int, other: int) -> float:
        return min(self._near[one].get(other, np.inf), self._near[other].get(one, np.inf))

    def _join(self, one: int, other: int, cost: float) -> None:
        self._partner[one], self._partner[other] = other, one
        self._cost[one] = self._cost[other] = cost

    def streets(self) -> NDArray[np.bool_]:
        """Return which streets the ways of all pairs walk an odd number of times."""
        network = self._network
        times = np.zeros(network.streets, np.intp)
        for one, other in enumerate(self._partner):
            if one < other:
                way = self._way.get((one, other))
                if way is None:
                    came = dijkstra(network.matrix, indices=self.odd[one], return_predecessors=True)[1]
                    way = [half >> 1 for half in network.way(self.odd[one], self.odd[other], came)]
                np.add.at(times, way, 1)
        return times % 2 == 1
