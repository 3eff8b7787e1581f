"""How far people walk between places along streets."""

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from ..graph import Index, StreetGraph
from ..inputs import Array
from ..snapping import Snapped
from ..watch import UNWATCHED, Watch

_AT_ONCE = 200


def distances(graph: StreetGraph, origins: Snapped, goals: Snapped, watch: Watch = UNWATCHED) -> Array:
    """Return how far it is from each of a places to each of b, shape (a, b), in the unit of the coordinates.

    The way from a place to its street counts at both ends. On foot every street goes both ways. Infinite where no
    streets lead there, and for places marked as far.
    """
    found = np.full((len(origins.edge), len(goals.edge)), np.inf)
    near, there = np.flatnonzero(~origins.far), np.flatnonzero(~goals.far)
    if not (len(near) and len(there)):
        return found
    streets = _streets(graph)
    ends, own = _ends(graph, origins, near)
    goal_ends, rest = _ends(graph, goals, there)
    for begin in range(0, len(near), _AT_ONCE):
        watch.at(begin / len(near))
        some = slice(begin, begin + _AT_ONCE)
        nodes, which = np.unique(ends[:, some], return_inverse=True)
        ways = dijkstra(streets, directed=False, indices=nodes)[:, goal_ends]
        from_end = ways[which.reshape(2, -1)] + own[:, some, None, None]
        found[np.ix_(near[some], there)] = (from_end + rest).min(axis=(0, 2))
    _along_one_street(found, origins, goals, near, there)
    return found + origins.distance[:, None] + goals.distance


def _ends(graph: StreetGraph, placed: Snapped, which: Index) -> tuple[Index, Array]:
    """Return both ends of the places' streets and how far they are, shape (2, places)."""
    edge, position = placed.edge[which], placed.position[which]
    return np.stack([graph.tail[edge], graph.head[edge]]), np.stack([position, graph.length[edge] - position])


def _streets(graph: StreetGraph) -> sparse.csr_matrix:
    """Return the streets as a matrix from node to node, of several between the same two the shortest."""
    low, high = np.minimum(graph.tail, graph.head), np.maximum(graph.tail, graph.head)
    order = np.lexsort((graph.length, high, low))
    order = order[low[order] != high[order]]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (np.diff(low[order]) != 0) | (np.diff(high[order]) != 0)
    kept = order[first]
    return sparse.csr_matrix((graph.length[kept], (low[kept], high[kept])), shape=(graph.nodes, graph.nodes))


def _along_one_street(found: Array, origins: Snapped, goals: Snapped, near: Index, there: Index) -> None:
    """Let nobody walk to the end of a street and back where the goal lies on it."""
    for origin in near.tolist():
        same = there[goals.edge[there] == origins.edge[origin]]
        along = np.abs(goals.position[same] - origins.position[origin])
        found[origin, same] = np.minimum(found[origin, same], along)
