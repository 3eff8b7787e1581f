"""Events onto the nearest street, exactly, without a loop over events."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from . import inputs
from .graph import Index, StreetGraph
from .inputs import Array
from .watch import UNWATCHED, Watch

_BLOCK = 20_000


@dataclass(frozen=True)
class Snapped:
    """Where events lie on the streets, all arrays of shape (n,).

    edge: nearest edge; position: distance from its tail; distance: from the event to the street. `far` marks events
    farther than the distance allowed: they have edge -1 and are for the caller to list.
    """

    edge: Index
    position: Array
    distance: Array
    far: NDArray[np.bool_]


def snap(
    graph: StreetGraph, x: ArrayLike, y: ArrayLike, most: float = np.inf, at_node: float = 1.0, watch: Watch = UNWATCHED
) -> Snapped:
    """Return the nearest place on the streets for each event; at most `most` away, else it is marked as far.

    An event that comes to lie within `at_node` of a street's end is at the crossing itself, of which every street then
    has its equal share: which of them was nearest by a hair must not matter.
    """
    east, north = inputs.places(x, y)
    count = len(east)
    edge, position, distance = np.full(count, -1, np.intp), np.full(count, np.nan), np.full(count, np.inf)
    if count and graph.edges:
        index = _Index(graph)
        for begin in range(0, count, _BLOCK):
            watch.at(begin / count)
            part = slice(begin, begin + _BLOCK)
            edge[part], position[part], distance[part] = index.nearest(east[part], north[part])
        length = graph.length[edge]
        position = np.where(position <= at_node, np.where(position <= length / 2.0, 0.0, position), position)
        position = np.where((length - position <= at_node) & (position > length / 2.0), length, position)
    far = distance > most
    edge[far] = -1
    position[far] = np.nan
    return Snapped(edge, position, distance, far)


class _Index:
    """Points all along the streets in a tree: the segment of the nearest one is nearly always the nearest segment.

    Points are `spacing` apart at most. A segment at distance d has a point within d + spacing / 2, so once the
    farthest point looked at lies beyond that, no other segment can be nearer.
    """

    def __init__(self, graph: StreetGraph) -> None:
        begin = np.delete(np.arange(len(graph.corner_x)), graph.first[1:] - 1)
        self.edge = np.repeat(np.arange(graph.edges), np.diff(graph.first) - 1)
        self.x, self.y, self.along = graph.corner_x[begin], graph.corner_y[begin], graph.along[begin]
        self.across = graph.corner_x[begin + 1] - self.x
        self.up = graph.corner_y[begin + 1] - self.y
        self.size = np.hypot(self.across, self.up)
        self.spacing = max(float(np.median(self.size)), float(self.size.sum()) / (4.0 * len(self.size)), 1e-9)
        pieces = np.maximum(np.ceil(self.size / self.spacing), 1.0).astype(np.intp)
        self.segment = np.repeat(np.arange(len(pieces)), pieces + 1)
        number = np.arange(len(self.segment)) - np.repeat(np.cumsum(pieces + 1) - pieces - 1, pieces + 1)
        share = number / pieces[self.segment]
        self.tree = cKDTree(
            np.column_stack(
                [self.x[self.segment] + share * self.across[self.segment],
                 self.y[self.segment] + share * self.up[self.segment]]
            )
        )  # fmt: skip

    def nearest(self, x: Array, y: Array) -> tuple[Index, Array, Array]:
        """Return edge, position on it and distance of the nearest place on any segment."""
        count = len(x)
        best, position = np.full(count, np.inf), np.zeros(count)
        segment = np.zeros(count, np.intp)
        left, neighbours = np.arange(count), 8
        while left.size:
            neighbours = min(neighbours, self.tree.n)
            away, found = self.tree.query(np.column_stack([x[left], y[left]]), neighbours)
            away, found = away.reshape(len(left), -1), found.reshape(len(left), -1)
            candidate = self.segment[found]
            share, distance = self._project(candidate, x[left][:, None], y[left][:, None])
            choice = np.argmin(distance, axis=1)
            row = np.arange(len(left))
            segment[left], best[left] = candidate[row, choice], distance[row, choice]
            position[left] = share[row, choice]
            proven = (away[:, -1] >= best[left] + 0.5 * self.spacing) | (neighbours == self.tree.n)
            left = left[~proven]
            neighbours *= 2
        return self.edge[segment], self.along[segment] + position * self.size[segment], best

    def _project(self, segment: Index, x: Array, y: Array) -> tuple[Array, Array]:
        """Return the share along each segment nearest to the places, and the distance there."""
        east, north = x - self.x[segment], y - self.y[segment]
        across, up = self.across[segment], self.up[segment]
        square = across * across + up * up
        share = np.clip((east * across + north * up) / np.where(square > 0.0, square, 1.0), 0.0, 1.0)
        return share, np.hypot(east - share * across, north - share * up)
