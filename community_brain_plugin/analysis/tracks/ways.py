"""Shortest ways from crossing to crossing, no longer than a bound, kept in a table.

The upper-bounded origin-destination table of Yang and Gidofalvi (2018, International Journal of Geographical
Information Science 32(3), 547-570), for the origins that are asked for only: SciPy searches, the table keeps.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from ..graph import Index, StreetGraph
from ..inputs import Array
from ..watch import UNWATCHED, Watch

# Cells of the matrix of one search; it takes some tens of milliseconds.
_CELLS = 3_000_000


@dataclass(frozen=True)
class Ways:
    """Crossings reached from others, w in all, sorted by key = origin * nodes + goal.

    distance: shape (w,), metres; last: half-edge by which the goal is reached, -1 at the origin itself.
    """

    nodes: int
    start: Index
    key: Index
    distance: Array
    last: Index

    def find(self, key: Index) -> Index:
        """Return the row of each key, -1 where the table has none."""
        if not len(self.key):
            return np.full(len(key), -1, np.intp)
        row = np.minimum(np.searchsorted(self.key, key), len(self.key) - 1)
        return np.where(self.key[row] == key, row, -1)

    def distances(self, key: Index) -> Array:
        """Return the length of the way of each key, infinite where the table has none."""
        if not len(self.key):
            return np.full(len(key), np.inf)
        row = np.minimum(np.searchsorted(self.key, key), len(self.key) - 1)
        return np.where(self.key[row] == key, self.distance[row], np.inf)

    def halves(self, origin: Index, goal: Index) -> tuple[Index, Index]:
        """Return the half-edges of the ways from origins to goals (m,), all in the table: whose they are, in order."""
        whose, half = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
        left, at = np.arange(len(origin)), goal.copy()
        while len(left):
            last = self.last[self.find(origin[left] * self.nodes + at)]
            going = last >= 0
            left, last = left[going], last[going]
            at = self.start[last]
            whose.append(left)
            half.append(last)
        order = np.argsort(np.concatenate(whose[::-1]), kind="stable")
        return np.concatenate(whose[::-1])[order], np.concatenate(half[::-1])[order]


def ways(graph: StreetGraph, origin: Index, limit: Array, watch: Watch = UNWATCHED) -> Ways:
    """Return all ways from the origins (o,), each once, no longer than their limits (o,), along streets' directions."""
    matrix, best = _matrix(graph)
    at_once = max(_CELLS // max(graph.nodes, 1), 1)
    order = np.argsort(limit, kind="stable")
    parts = []
    for begin in range(0, len(order), at_once):
        watch.at(begin / len(order))
        some = order[begin : begin + at_once]
        parts.append(_searched(graph, matrix, best, origin[some], limit[some]))
    if not parts:
        nothing = np.zeros(0, np.intp)
        return Ways(graph.nodes, graph.start, nothing, np.zeros(0), nothing)
    key, distance, last = (np.concatenate(column) for column in zip(*parts, strict=True))
    rising = np.argsort(key, kind="stable")
    return Ways(graph.nodes, graph.start, key[rising], distance[rising], last[rising])


def _searched(graph: StreetGraph, matrix, best, origin: Index, limit: Array) -> tuple[Index, Array, Index]:
    """Return keys, distances and last half-edges of the ways from some origins."""
    found, before = dijkstra(matrix, indices=origin, limit=float(limit.max()), return_predecessors=True)
    row, goal = np.nonzero(found <= limit[:, None])
    distance, previous = found[row, goal], before[row, goal].astype(np.intp)
    edges, half = best
    last = np.full(len(row), -1, np.intp)
    away = previous >= 0
    last[away] = half[np.searchsorted(edges, previous[away] * graph.nodes + goal[away])]
    return origin[row] * graph.nodes + goal, distance, last


def _matrix(graph: StreetGraph) -> tuple[sparse.csr_matrix, tuple[Index, Index]]:
    """Return the streets from node to node, and for each pair (sorted, as a key) the shortest half-edge between."""
    half = np.flatnonzero(graph.passable & (graph.start != graph.end))
    key = graph.start[half] * graph.nodes + graph.end[half]
    order = np.lexsort((graph.length[half >> 1], key))
    key, first = np.unique(key[order], return_index=True)
    half = half[order][first]
    shape = (graph.nodes, graph.nodes)
    lengths = (graph.length[half >> 1], (graph.start[half], graph.end[half]))
    return sparse.csr_matrix(lengths, shape=shape), (key, half)
