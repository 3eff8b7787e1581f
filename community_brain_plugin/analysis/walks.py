"""Weights that walk the streets until their bandwidths end, dividing at every crossing."""

import numpy as np

from .graph import Index, StreetGraph, Ways
from .inputs import Array
from .merged_walks import walk_merged
from .stations import Stations, expanded, picked
from .walk import Walk
from .watch import Watch

_BATCH = 1 << 15
# So many walks of one call mean that they grow without end.
_TOO_MANY = 1_500_000
_UNLIMITED = np.iinfo(np.int16).max


def walk_all(
    stations: Stations, ways: Ways, events: tuple[Index, Array, Array, Array | float], most_nodes: int, watch: Watch
) -> None:
    """Give the weight of events (edge, position, weight, bandwidth) to the stations of all streets they reach.

    Batches are taken last in, first out, which bounds the memory by the length of the longest walk. Where walks grow
    without end, those that are alike go on as one, if all have one bandwidth.
    """
    waiting = [_from_nodes(stations, events), *_from_edges(stations, events)]
    done, alike = 0, stations.bandwidth if most_nodes == _UNLIMITED else None
    while waiting:
        if alike is not None and done > _TOO_MANY:
            reach, alike = stations.kernel.reach * alike, None
            waiting = walk_merged(lambda walk: _onward(stations, ways, walk, most_nodes), waiting, reach, watch)
            continue
        batch = waiting.pop()
        if len(batch) > _BATCH:
            waiting.append(batch.part(slice(_BATCH, None)))
            batch = batch.part(slice(_BATCH))
        watch.at(0.0)
        done += len(batch)
        onward = _onward(stations, ways, batch, most_nodes)
        if len(onward):
            waiting.append(onward)


def _node_of(graph: StreetGraph, edge: Index, position: Array) -> Index:
    """Return the node events lie at, or -1 where they lie on the edge between."""
    slack = 1e-9 * graph.length[edge]
    at_head = position >= graph.length[edge] - slack
    return np.where(position <= slack, graph.tail[edge], np.where(at_head, graph.head[edge], -1))


def _from_nodes(stations: Stations, events: tuple[Index, Array, Array, Array | float]) -> Walk:
    """Give weights of events at nodes to all streets there in equal shares, and return the walks at the far ends."""
    graph = stations.graph
    edge, position, weight, bandwidth = events
    node = _node_of(graph, edge, position)
    some = np.flatnonzero(node >= 0)
    first, halves = graph.leaving
    counts = np.diff(first)[node[some]]
    which, number = expanded(counts)
    half = halves[first[node[some]][which] + number]
    share = (2.0 / np.maximum(counts, 1))[which]
    own = picked(bandwidth, some)
    left = np.zeros(len(some)) + stations.kernel.reach * own
    rest = stations.add(half, which, counts, share, left, weight[some], own)
    return _arrived(graph, half, rest, weight[some][which] * share, picked(own, which))


def _from_edges(stations: Stations, events: tuple[Index, Array, Array, Array | float]) -> list[Walk]:
    """Give weights of events between nodes to their own edges, and return the walks at the ends of these.

    On a one-way street all of the weight goes ahead.
    """
    graph = stations.graph
    edge, position, weight, bandwidth = events
    between = _node_of(graph, edge, position) < 0
    found = []
    for side in (0, 1):
        some = np.flatnonzero(between & graph.passable[2 * edge + side])
        offset = position[some] if side == 0 else graph.length[edge[some]] - position[some]
        doubled = weight[some] * np.where(graph.direction[edge[some]] == 0, 1.0, 2.0)
        half, own = 2 * edge[some] + side, picked(bandwidth, some)
        reach = offset + stations.kernel.reach * own
        stations.add_between(half, offset, np.minimum(reach, graph.length[edge[some]]), -offset, doubled, own)
        found.append(_arrived(graph, half, reach, doubled, own))
    return found


def _arrived(graph: StreetGraph, half: Index, left: Array, weight: Array, bandwidth: Array | float) -> Walk:
    """Return the walks that reach the ends of half-edges which they begin with this much left."""
    left = left - graph.length[half >> 1]
    walk = Walk(half, left, weight, bandwidth, np.zeros(len(half), np.int16))
    return walk.part(np.flatnonzero(left > 0.0))


def _onward(stations: Stations, ways: Ways, walk: Walk, most_nodes: int) -> Walk:
    """Let weights walk the half-edges that follow, and return those that reach the ends of these."""
    graph = stations.graph
    counted = most_nodes < _UNLIMITED
    nodes = walk.nodes + graph.crossing[walk.half] if counted else walk.nodes
    if counted:
        some = np.flatnonzero(nodes <= most_nodes)
        walk, nodes = walk.part(some), nodes[some]
    counts = ways.count[walk.half]
    which = np.repeat(np.arange(len(walk)), counts)
    way = (ways.first[walk.half] - np.cumsum(counts) + counts)[which] + np.arange(len(which))
    half, factor = ways.half[way], ways.factor[way]
    left = stations.add(half, which, counts, factor, walk.left, walk.weight, walk.bandwidth) - ways.length[way]
    some = np.flatnonzero(left > 0.0)
    origin = which[some]
    nodes = nodes[origin] if counted else np.zeros(len(some), np.int16)
    weight = walk.weight[origin] * factor[some]
    return Walk(half[some], left[some], weight, picked(walk.bandwidth, origin), nodes)
