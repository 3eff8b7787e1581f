"""Shortest ways from many events at once, no farther than a limit, and the simple density that follows from them.

Distances spread from node to node for thousands of events in one go; each round keeps, for each event and node, the
shortest that has come in.
"""

from dataclasses import dataclass

import numpy as np

from .graph import Index, StreetGraph
from .inputs import Array
from .stations import Stations, expanded, picked
from .watch import Watch


@dataclass(frozen=True)
class Reached:
    """Nodes that events reach within their limits, sorted by event and node, all arrays of shape (r,)."""

    event: Index
    node: Index
    distance: Array

    def find(self, event: Index, node: Index, nodes: int) -> Array:
        """Return the distance of each event to each node given, infinite where it is not reached."""
        key = self.event * nodes + self.node
        wanted = event * nodes + node
        if not len(key):
            return np.full(len(wanted), np.inf)
        place = np.minimum(np.searchsorted(key, wanted), len(key) - 1)
        return np.where(key[place] == wanted, self.distance[place], np.inf)


def reach(graph: StreetGraph, edge: Index, position: Array, limit: Array, watch: Watch) -> Reached:
    """Return the nodes within `limit` (shape (n,)) of events on edges, along streets and in their directions."""
    count = np.arange(len(edge))
    ahead, behind = graph.passable[2 * edge], graph.passable[2 * edge + 1]
    event = np.concatenate([count[ahead], count[behind]])
    node = np.concatenate([graph.head[edge[ahead]], graph.tail[edge[behind]]])
    distance = np.concatenate([(graph.length[edge] - position)[ahead], position[behind]])
    key, best = _least(event * graph.nodes + node, distance, limit, graph.nodes)
    front, come = key, best
    first, halves = graph.leaving
    while len(front):
        watch.at(0.0)
        event, node = np.divmod(front, graph.nodes)
        which, number = expanded(first[node + 1] - first[node])
        half = halves[first[node][which] + number]
        new, away = event[which] * graph.nodes + graph.end[half], come[which] + graph.length[half >> 1]
        new, away = _least(new, away, limit, graph.nodes)
        place = np.minimum(np.searchsorted(key, new), len(key) - 1)
        known = key[place] == new
        better = ~known | (away < best[place])
        front, come = new[better], away[better]
        best[place[known & better]] = away[known & better]
        fresh = ~known
        order = np.argsort(np.concatenate([key, new[fresh]]), kind="stable")
        key, best = np.concatenate([key, new[fresh]])[order], np.concatenate([best, away[fresh]])[order]
    event, node = np.divmod(key, graph.nodes)
    return Reached(event, node, best)


def _least(key: Index, distance: Array, limit: Array, nodes: int) -> tuple[Index, Array]:
    """Return each key once, rising, with its least distance, those beyond their limits left out."""
    near = distance < limit[key // nodes]
    key, distance = key[near], distance[near]
    order = np.lexsort((distance, key))
    key, distance = key[order], distance[order]
    new = np.ones(len(key), bool)
    new[1:] = np.diff(key) != 0
    return key[new], distance[new]


def simple_all(stations: Stations, events: tuple[Index, Array, Array, Array | float], watch: Watch) -> None:
    """Give each station the kernel at its shortest distance from each event (edge, position, weight, bandwidth)."""
    graph = stations.graph
    edge, position, weight, bandwidth = events
    limit = np.zeros(len(edge)) + stations.kernel.reach * bandwidth
    reached = reach(graph, edge, position, limit, watch)
    _own_edges(stations, events, reached, limit)
    first, halves = graph.leaving
    which, number = expanded(first[reached.node + 1] - first[reached.node])
    half = halves[first[reached.node][which] + number]
    other = half >> 1 != edge[reached.event[which]]
    which, half = which[other], half[other]
    event, come = reached.event[which], reached.distance[which]
    length = graph.length[half >> 1]
    # Where the way from the other end becomes the shorter one.
    there = np.where(graph.passable[half ^ 1], reached.find(event, graph.end[half], graph.nodes), np.inf)
    meet = np.clip(0.5 * (there + length - come), 0.0, np.minimum(length, limit[event] - come))
    stations.add_until(half, meet, come, weight[event], picked(bandwidth, event))


def _own_edges(
    stations: Stations, events: tuple[Index, Array, Array, Array | float], reached: Reached, limit: Array
) -> None:
    """Give events' kernels to their own edges: from the event itself, and from ends reached by a shorter way round."""
    graph = stations.graph
    edge, position, weight, bandwidth = events
    number = np.arange(len(edge))
    for side in (0, 1):
        half = 2 * edge + side
        some = np.flatnonzero(graph.passable[half])
        half, own, event = half[some], picked(bandwidth, some), number[some]
        offset = position[some] if side == 0 else graph.length[edge[some]] - position[some]
        length = graph.length[edge[some]]
        back = graph.passable[half ^ 1]
        at_end = np.where(back, reached.find(event, graph.end[half], graph.nodes), np.inf)
        ahead = np.minimum(0.5 * (length - offset + at_end), np.minimum(length - offset, limit[some]))
        stations.add_between(half, offset, offset + ahead, -offset, weight[some], own)
        # Round another way and in from the start of the edge, as far as that is shorter than straight back.
        at_start = reached.find(event, graph.start[half], graph.nodes)
        until = np.minimum(np.where(back, 0.5 * (offset - at_start), offset), limit[some] - at_start)
        use = np.flatnonzero(until > 0.0)
        stations.add_until(half[use], until[use], at_start[use], weight[event[use]], picked(own, use))
