"""Required streets with what has to be walked besides, so that every crossing is left as often as it is reached.

Streets to be walked again are those of the programme that gives the bound, rounded; crossings that are then still met
an odd number of times are paired by the cheapest ways. What comes of it falls into loops, which can be shared out.
"""

import heapq
from collections import deque
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse.csgraph import connected_components, dijkstra, minimum_spanning_tree

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .network import Index, Network
from .pairs import paired, shorter

#: A loop of up to so many streets is taken out where there is one, else streets walked there and back, else any loop.
_SHORT, _ANY = 10, 10**9
#: Loops are taken out from so many crossings on, one after the other.
_TRIES = 12
_ASKED_EVERY = 200


@dataclass(frozen=True)
class Loop:
    """A way that ends where it began: the half-streets in order, and what it costs."""

    halves: list[int]
    cost: float


def loops(network: Network, times: Array, watch: Watch = UNWATCHED) -> list[Loop]:
    """Return loops that together walk every required street as often as required, at little more than the least cost.

    times: how often each half-street is walked where all together walk least, by fractions, from `bound.bound`. All
    required streets can be reached from one another.
    """
    asked = network.visits + _between(network)
    if (network.ahead == network.back).all():
        return _taken(network, _even(network, asked, times, watch), watch, both=True)
    return _taken(network, _balanced(network, asked, times), watch, both=False)


def _between(network: Network) -> Index:
    """Return how often each street is walked so that the required ones hang together, shape (e,)."""
    found = np.zeros(network.streets, np.intp)
    required = network.visits > 0
    joined = sparse.coo_matrix(
        (np.ones(required.sum()), (network.tail[required], network.head[required])), (network.nodes, network.nodes)
    )
    _, part = connected_components(joined, directed=False)
    own = np.unique(np.concatenate([network.tail[required], network.head[required]]))
    if len(np.unique(part[own])) < 2:
        return found
    # Every crossing belongs to the part nearest to it; parts are joined by the cheapest streets between such regions,
    # none of which leads where there is no way back.
    _, round_trip = connected_components(network.matrix, directed=True, connection="strong")
    price = np.minimum(network.ahead, network.back)
    price[round_trip[network.tail] != round_trip[network.head]] = np.inf
    usable = replace(network, ahead=price, back=price)
    away, came, source = dijkstra(usable.matrix, indices=own, return_predecessors=True, min_only=True)
    home = np.where(source >= 0, part[np.maximum(source, 0)], -1)
    tail, head = home[network.tail], home[network.head]
    price = price + away[network.tail] + away[network.head]
    bridges = np.flatnonzero((tail != head) & np.isfinite(price))
    bridges = bridges[np.argsort(-price[bridges], kind="stable")]
    cheapest = sparse.csr_matrix((network.nodes, network.nodes)).tolil()
    for street in bridges.tolist():
        cheapest[min(tail[street], head[street]), max(tail[street], head[street])] = street + 1
    number = cheapest.tocsr()
    tree = minimum_spanning_tree(
        sparse.csr_matrix((price[number.data.astype(np.intp) - 1] + 1e-9, number.indices, number.indptr), number.shape)
    ).tocoo()
    for one, other in zip(tree.row.tolist(), tree.col.tolist(), strict=True):
        street = int(number[one, other]) - 1
        found[street] = 1
        for end in (int(network.tail[street]), int(network.head[street])):
            place = end
            while came[place] >= 0:
                before = int(came[place])
                found[usable.between[before, place] >> 1] = 1
                place = before
    return np.where(required, 0, found)


def _even(network: Network, asked: Index, times: Array, watch: Watch) -> Index:
    """Return how often each street is walked, so that every crossing is met an even number of times, shape (e,)."""
    # What the programme leaves half open is better settled by the pairs than rounded up.
    walked = np.maximum(asked, np.floor(times.reshape(-1, 2).sum(axis=1) + 0.25).astype(np.intp))
    met = np.bincount(network.start, np.repeat(walked, 2), network.nodes).astype(np.intp)
    odd = np.flatnonzero(met % 2)
    if len(odd):
        watch.at(0.0)
        away, came = dijkstra(network.matrix, indices=odd, return_predecessors=True)
        watch.at(0.0)
        for one, other in paired(away[:, odd]):
            for half in network.way(int(odd[one]), int(odd[other]), came[one]):
                walked[half >> 1] += 1
    return asked + shorter(network, (walked - asked) % 2 == 1, watch)


def _balanced(network: Network, asked: Index, times: Array) -> Index:
    """Return how often each half-street is walked, every crossing left as often as reached, shape (2 e,)."""
    ahead = np.isfinite(network.ahead) & (~np.isfinite(network.back) | (times[0::2] >= times[1::2]))
    least = np.column_stack([np.where(ahead, asked, 0), np.where(ahead, 0, asked)]).ravel()
    halves = np.flatnonzero(np.isfinite(network.cost))
    number, ones = np.arange(len(halves)), np.ones(len(halves))
    shape = network.nodes, len(halves)
    leaves = sparse.csr_matrix((ones, (network.start[halves], number)), shape)
    comes = sparse.csr_matrix((ones, (network.end[halves], number)), shape)
    # The least amount is taken out, so that what is left to find begins at nothing.
    short = -((leaves - comes) @ least[halves].astype(float))
    found = linprog(network.cost[halves], None, None, leaves - comes, short, (0.0, None), method="highs-ds")
    walked = least.astype(np.intp)
    walked[halves] += np.round(found.x).astype(np.intp)
    return walked


def _taken(network: Network, walked: Index, watch: Watch, *, both: bool) -> list[Loop]:
    """Take the ways apart into loops, from several crossings on; both: whether a street may be walked either way.

    Of the ways to do it, the one whose loops are the most alike is returned.
    """
    begin = np.unique(network.start[2 * np.flatnonzero(walked) if both else np.flatnonzero(walked)])
    best: list[Loop] = []
    least = np.inf
    for first in begin[np.linspace(0, len(begin) - 1, min(_TRIES, len(begin))).astype(np.intp)].tolist():
        watch.at(0.0)
        found = _Ways(network, walked, both=both).loops(first, watch)
        unlike = sum(loop.cost**2 for loop in found)
        if unlike < least:
            best, least = found, unlike
    return best


class _Ways:
    """What is left of the ways to be walked; a street walked twice is there twice."""

    def __init__(self, network: Network, walked: Index, *, both: bool) -> None:
        self._network, self._each = network, 2 if both else 1
        self._start, self._end = network.start.tolist(), network.end.tolist()
        self._steps: list[list[tuple[int, int]]] = [[] for _ in range(network.nodes)]
        copies = 0
        for number in np.flatnonzero(walked).tolist():
            for _ in range(int(walked[number])):
                for half in (2 * number, 2 * number + 1) if both else (number,):
                    self._steps[self._start[half]].append((copies, half))
                copies += 1
        self._free = [True] * copies
        self._left = [len(steps) for steps in self._steps]

    def loops(self, first: int, watch: Watch) -> list[Loop]:
        """Return loops that take all there is, a short one always beside those that were taken already.

        In a plane network such loops go round every other block; begun in many places at once they would not fit
        together, and what is left between would make loops as long as the city.
        """
        found: list[Loop] = []
        met = 0
        # Crossings with the fewest ways left come first, as there is the least choice, then those met first.
        queue: list[tuple[int, int, int]] = []
        waiting = deque([first, *range(self._network.nodes)])
        while queue or waiting:
            if queue:
                left, _, node = heapq.heappop(queue)
            else:
                node = waiting.popleft()
                left = self._left[node]
            if not left or left != self._left[node]:
                continue
            if len(found) % _ASKED_EVERY == 0:
                watch.at(0.0)
            halves = self._shortest(node)
            found.append(Loop(halves, float(self._network.cost[halves].sum())))
            for half in halves:
                self._left[self._start[half]] -= self._each
            for half in halves:
                met += 1
                heapq.heappush(queue, (self._left[self._start[half]], met, self._start[half]))
        return found

    def _shortest(self, node: int) -> list[int]:
        """Take out the loop of the fewest streets through a crossing; no street there and back if there is another."""
        best: list[tuple[int, int]] = []
        for most, turning in ((_SHORT, False), (_SHORT, True), (_ANY, True)):
            for copy, half in self._steps[node]:
                if self._free[copy]:
                    self._free[copy] = False
                    fewest = len(best) - 1 if best else most
                    way = self._back(self._end[half], node, fewest - 1, -1 if turning else half >> 1)
                    self._free[copy] = True
                    if way is not None:
                        best = [(copy, half), *way]
            if best:
                break
        for copy, _ in best:
            self._free[copy] = False
        return [half for _, half in best]

    def _back(self, place: int, home: int, most: int, avoid: int) -> list[tuple[int, int]] | None:
        """Return the way home of the fewest streets that are free, at most so many; None where there is none.

        The street `avoid` does not lead home.
        """
        if place == home:
            return []
        came: dict[int, tuple[int, tuple[int, int]]] = {place: (-1, (-1, -1))}
        queue = deque([(place, 0)])
        while queue:
            node, depth = queue.popleft()
            if depth >= most:
                return None
            for step in self._steps[node]:
                to = self._end[step[1]]
                if self._free[step[0]] and to not in came and (to != home or step[1] >> 1 != avoid):
                    came[to] = node, step
                    if to == home:
                        way = []
                        while to != place:
                            to, last = came[to]
                            way.append(last)
                        return way[::-1]
                    queue.append((to, depth + 1))
        return None
