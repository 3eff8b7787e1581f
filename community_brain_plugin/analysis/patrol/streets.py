"""Streets made ready for a patrol: cut where somebody has to stop, and wide ones walked on each side."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..graph import Index, StreetGraph
from ..inputs import Array

#: Nearer than this to a crossing, in the unit of the lengths, a street is not cut: the crossing is the place.
_NEAR = 0.5


def sided(graph: StreetGraph, wide: NDArray[np.bool_]) -> tuple[StreetGraph, Index]:
    """Return the graph in which a wide edge is two, one for each direction, and the edge each of its edges comes from.

    wide: shape (e,). Who walks both has seen both sides, keeping to one side in walking direction; the way through
    costs what it did. One-way edges stay one. The second edges come behind all others.
    """
    second = np.flatnonzero(wide & (graph.direction == 0))
    origin = np.concatenate([np.arange(graph.edges), second])
    direction = graph.direction[origin].copy()
    direction[second], direction[graph.edges :] = 1, -1
    return replace(_taken(graph, origin), direction=direction), origin


def cut(graph: StreetGraph, edge: Index, position: Array) -> tuple[StreetGraph, Index, Index]:
    """Return the graph with a node at each of some places, these nodes, and the edge each of its edges comes from.

    edge, position: places by edge and distance from its tail, shape (h,). Near one end, that node is the place; places
    near each other share a node. The order of the edges stays, parts of one follow one another from its tail.
    """
    node = np.full(len(edge), -1, np.intp)
    at_tail, at_head = position <= _NEAR, position >= graph.length[edge] - _NEAR
    node[at_head], node[at_tail] = graph.head[edge[at_head]], graph.tail[edge[at_tail]]
    inner = np.flatnonzero(node < 0)
    inner = inner[np.lexsort((position[inner], edge[inner]))]
    fresh = np.ones(len(inner), bool)
    fresh[1:] = (np.diff(edge[inner]) > 0) | (np.diff(position[inner]) > _NEAR)
    node[inner] = graph.nodes + np.cumsum(fresh) - 1
    parts, origin = _cut_at(graph, edge[inner[fresh]], position[inner[fresh]])
    return parts, node, origin


def _cut_at(graph: StreetGraph, edge: Index, position: Array) -> tuple[StreetGraph, Index]:
    """Cut edges at places in the order of edge and position, which become nodes in this order; and each part's edge."""
    owner = np.repeat(np.arange(graph.edges), np.diff(graph.first))
    x, y = graph.places(edge, position)
    # Each place is the last corner of one part and the first one of the next.
    whose, along = np.concatenate([owner, edge, edge]), np.concatenate([graph.along, position, position])
    kind = np.repeat([0, 1, 2], [len(owner), len(edge), len(edge)])
    order = np.lexsort((kind, along, whose))
    whose, along, kind = whose[order], along[order], kind[order]
    begins = kind == 2
    begins[np.searchsorted(whose, np.arange(graph.edges))] = True
    begin = np.flatnonzero(begins)
    end = np.append(begin[1:], len(whose)) - 1
    origin, number = whose[begin], graph.nodes - 1 + np.cumsum(kind == 2)
    tail = np.where(kind[begin] == 2, number[begin], graph.tail[origin])
    head = np.where(kind[end] == 1, number[end] + 1, graph.head[origin])
    parts = replace(
        graph, tail=tail, head=head, length=along[end] - along[begin], direction=graph.direction[origin],
        line=graph.line[origin], offset=graph.offset[origin] + along[begin],
        node_x=np.concatenate([graph.node_x, x]), node_y=np.concatenate([graph.node_y, y]),
        corner_x=np.concatenate([graph.corner_x, x, x])[order], corner_y=np.concatenate([graph.corner_y, y, y])[order],
        along=along - np.repeat(along[begin], np.diff(np.append(begin, len(whose)))),
        first=np.append(begin, len(whose)),
    )  # fmt: skip
    return parts, origin


def _taken(graph: StreetGraph, edges: Index) -> StreetGraph:
    """Return the graph of these edges, which may come twice."""
    sizes = np.diff(graph.first)[edges]
    first = np.concatenate([[0], np.cumsum(sizes)])
    corner = np.repeat(graph.first[edges] - first[:-1], sizes) + np.arange(first[-1])
    return replace(
        graph, tail=graph.tail[edges], head=graph.head[edges], length=graph.length[edges],
        direction=graph.direction[edges], line=graph.line[edges], offset=graph.offset[edges],
        corner_x=graph.corner_x[corner], corner_y=graph.corner_y[corner], along=graph.along[corner], first=first,
    )  # fmt: skip
