"""Required streets with what has to be walked besides, so that every crossing is left as often as it is reached.

Streets to be walked again are those of the programme that gives the bound, rounded; crossings that are then still met
an odd number of times are paired by the cheapest ways. What comes of it falls into loops, which can be shared out.
"""

import itertools
from collections import deque
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.optimize import linprog
from scipy.sparse.csgraph import connected_components, dijkstra, minimum_spanning_tree

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .network import Index, Network

#: Loops of up to so many streets are taken out first, then longer ones; at last streets walked there and back.
_ANY = 10**9
_ASKED_EVERY = 200
_SIZES = (3, 4, 5, 6, 8, 10, 13, 17, 23, 30, 40, 60, 100, 200, _ANY)


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
        return _taken(network, _even(network, asked, times), watch, both=True)
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


def _even(network: Network, asked: Index, times: Array) -> Index:
    """Return how often each street is walked, so that every crossing is met an even number of times, shape (e,)."""
    # What the programme leaves half open is better settled by the pairs than rounded up.
    walked = np.maximum(asked, np.floor(times.reshape(-1, 2).sum(axis=1) + 0.25).astype(np.intp))
    met = np.bincount(network.start, np.repeat(walked, 2), network.nodes).astype(np.intp)
    odd = np.flatnonzero(met % 2)
    if len(odd):
        away, came = dijkstra(network.matrix, indices=odd, return_predecessors=True)
        for one, other in _paired(away[:, odd]):
            for half in network.way(int(odd[one]), int(odd[other]), came[one]):
                walked[half >> 1] += 1
    # Walked twice more than asked for, a street need not be walked so often: its crossings stay even.
    return walked - 2 * ((walked - np.maximum(asked, 1)) // 2) * (walked > 1)


def _paired(away: Array) -> list[tuple[int, int]]:
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
                if away[first] + away[second] < own - 1e-9:
                    pairs[n], pairs[m], better = first, second, True
                    break
    return pairs


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
    """Take the ways apart into loops, the shortest first; both: whether a street may be walked either way."""
    steps: list[list[tuple[int, int]]] = [[] for _ in range(network.nodes)]
    copies: list[int] = []
    for number in np.flatnonzero(walked).tolist():
        for _ in range(int(walked[number])):
            ways = (2 * number, 2 * number + 1) if both else (number,)
            for half in ways:
                steps[network.start[half]].append((len(copies), half))
            copies.append(ways[0])
    free = [True] * len(copies)
    end, start, cost = network.end.tolist(), network.start.tolist(), network.cost
    found = []
    for size in _SIZES:
        for copy, half in enumerate(copies):
            if copy % _ASKED_EVERY == 0:
                watch.at(0.0)
            if free[copy]:
                free[copy] = False
                way = _back(steps, free, end, end[half], start[half], size - 1, half >> 1 if size < _ANY else -1)
                if way is None:
                    free[copy] = True
                    continue
                halves = [half]
                for one, step in way:
                    free[one] = False
                    halves.append(step)
                found.append(Loop(halves, float(cost[halves].sum())))
    return found


def _back(
    steps: list[list[tuple[int, int]]], free: list[bool], end: list[int], place: int, home: int, most: int, avoid: int
) -> list[tuple[int, int]] | None:
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
        for step in steps[node]:
            to = end[step[1]]
            if free[step[0]] and to not in came and (to != home or step[1] >> 1 != avoid):
                came[to] = node, step
                if to == home:
                    way = []
                    while to != place:
                        to, last = came[to]
                        way.append(last)
                    return way[::-1]
                queue.append((to, depth + 1))
    return None
