"""Who is whose neighbour along streets: spatial weights by walking distance."""

import numpy as np
from scipy import sparse

from ..errors import RoomError
from . import inputs
from .graph import Index, StreetGraph
from .inputs import Array
from .shortest import reach
from .snapping import Snapped
from .stations import expanded
from .watch import UNWATCHED, Watch
from .weights import Weights

_PAIRS = 200_000_000
_AT_ONCE = 2_000


def street_band(graph: StreetGraph, placed: Snapped, radius: float, watch: Watch = UNWATCHED) -> Weights:
    """Return as neighbours all places within a distance along the streets, as `weights.distance_band` does by air.

    placed: where the places lie on the streets; those marked as far have no neighbours. Streets that may be walked one
    way only make neighbours where either direction is short enough, so that the weights are symmetric.
    """
    inputs.positive("radius", radius, 1)
    count = len(placed.edge)
    there = np.flatnonzero(~placed.far)
    ends, quiet = _Ends(graph, placed, there), Watch(None, watch.cancelled)
    left, right, pairs = [], [], 0
    for begin in range(0, len(there), _AT_ONCE):
        watch.at(begin / len(there))
        some = there[begin : begin + _AT_ONCE]
        edge, position = placed.edge[some], placed.position[some]
        found = reach(graph, edge, position, np.full(len(some), radius * (1.0 + 1e-12)), quiet)
        which, other, distance = ends.beyond(found.node, found.distance)
        near = distance <= radius
        own, beside = ends.on(edge, position, radius)
        left += [some[found.event[which[near]]], some[own]]
        right += [other[near], beside]
        pairs += len(left[-1]) + len(left[-2])
        if pairs > _PAIRS:
            raise RoomError("analysis.too_many_neighbours", pairs=pairs, most=_PAIRS)
    rows, columns = (np.concatenate([np.empty(0, np.intp), *part]) for part in (left, right))
    apart = rows != columns
    ones = np.ones(2 * int(apart.sum()))
    both = np.concatenate([rows[apart], columns[apart]]), np.concatenate([columns[apart], rows[apart]])
    matrix = sparse.csr_matrix((ones, both), shape=(count, count))
    matrix.data[:] = 1.0
    matrix.sort_indices()
    return matrix


class _Ends:
    """Places by the nodes at the ends of their edges, and by their edges."""

    def __init__(self, graph: StreetGraph, placed: Snapped, there: Index) -> None:
        edge, position = placed.edge[there], placed.position[there]
        into, back = graph.passable[2 * edge], graph.passable[2 * edge + 1]
        node = np.concatenate([graph.tail[edge[into]], graph.head[edge[back]]])
        order = np.argsort(node, kind="stable")
        self.place = np.concatenate([there[into], there[back]])[order]
        self.rest = np.concatenate([position[into], (graph.length[edge] - position)[back]])[order]
        self.first = np.searchsorted(node[order], np.arange(graph.nodes + 1))
        by_edge = np.argsort(edge, kind="stable")
        self.on_edge, self.position = there[by_edge], position[by_edge]
        self.edge_first = np.searchsorted(edge[by_edge], np.arange(graph.edges + 1))

    def beyond(self, node: Index, distance: Array) -> tuple[Index, Index, Array]:
        """Return which of the nodes leads to which place, and how far that is from where the node was reached."""
        which, number = expanded(self.first[node + 1] - self.first[node])
        found = self.first[node][which] + number
        return which, self.place[found], distance[which] + self.rest[found]

    def on(self, edge: Index, position: Array, radius: float) -> tuple[Index, Index]:
        """Return pairs of positions (their numbers) and places on the same edge no farther apart than the radius."""
        which, number = expanded(self.edge_first[edge + 1] - self.edge_first[edge])
        found = self.edge_first[edge][which] + number
        near = np.abs(self.position[found] - position[which]) <= radius
        return which[near], self.on_edge[found[near]]
