"""Where on the streets a point of a track may lie: on each of the streets near it, the nearest place."""

from dataclasses import dataclass

import numpy as np

from ..graph import Index, StreetGraph
from ..inputs import Array
from ..stations import expanded
from ..watch import UNWATCHED, Watch

_BLOCK = 20_000


@dataclass(frozen=True)
class Candidates:
    """Those of point k are first[k] to first[k + 1], the nearest first; c in all.

    edge: shape (c,); position: distance from the edge's tail; distance: from the point.
    """

    first: Index
    edge: Index
    position: Array
    distance: Array

    @property
    def count(self) -> Index:
        """How many each point has."""
        return np.diff(self.first)


def near(graph: StreetGraph, x: Array, y: Array, radius: float, most: int, watch: Watch = UNWATCHED) -> Candidates:
    """Return for points (n,) the nearest place on each of the `most` nearest edges within `radius`."""
    if not (len(x) and graph.edges):
        return Candidates(np.zeros(len(x) + 1, np.intp), np.zeros(0, np.intp), np.zeros(0), np.zeros(0))
    cells = _Cells(graph, x, y, radius)
    parts = []
    for begin in range(0, len(x), _BLOCK):
        watch.at(begin / len(x))
        some = slice(begin, begin + _BLOCK)
        parts.append(_best(*cells.around(x[some], y[some]), len(x[some]), radius, most))
    count, edge, position, distance = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Candidates(np.concatenate([[0], np.cumsum(count)]), edge, position, distance)


def _best(
    point: Index, edge: Index, position: Array, distance: Array, points: int, radius: float, most: int
) -> tuple[Index, Index, Array, Array]:
    """Return how many candidates each point keeps, and those: of each edge the nearest place, of these the nearest."""
    within = distance <= radius
    point, edge, position, distance = point[within], edge[within], position[within], distance[within]
    order = np.lexsort((edge, distance, point))
    order = order[np.unique(point[order] * (edge.max(initial=0) + 1) + edge[order], return_index=True)[1]]
    # The index of the first of each point and edge in rising order is again the order by distance.
    order = order[np.lexsort((distance[order], point[order]))]
    point, edge, position, distance = point[order], edge[order], position[order], distance[order]
    count = np.bincount(point, minlength=points)
    kept = expanded(count)[1] < most
    return np.minimum(count, most), edge[kept], position[kept], distance[kept]


class _Cells:
    """Streets in pieces no longer than a cell is wide, listed in each cell in which one may be within reach of a point.

    So a point need only look at the pieces of its own cell. Only cells with points are listed.
    """

    def __init__(self, graph: StreetGraph, x: Array, y: Array, radius: float) -> None:
        self.west, self.south, self.size = float(x.min()), float(y.min()), max(radius, 1e-6)
        self.columns = int((x.max() - self.west) / self.size) + 1
        self._pieces(graph)
        used = np.unique(self._cell(x, y))
        piece, cell = self._within(radius, int((y.max() - self.south) / self.size) + 1)
        place = np.minimum(np.searchsorted(used, cell), len(used) - 1)
        here = used[place] == cell
        order = np.argsort(place[here], kind="stable")
        self.used, self.piece = used, piece[here][order]
        self.first = np.concatenate([[0], np.cumsum(np.bincount(place[here], minlength=len(used)))])

    def _pieces(self, graph: StreetGraph) -> None:
        begin = np.delete(np.arange(len(graph.corner_x)), graph.first[1:] - 1)
        across = graph.corner_x[begin + 1] - graph.corner_x[begin]
        up = graph.corner_y[begin + 1] - graph.corner_y[begin]
        size = np.hypot(across, up)
        edge = np.repeat(np.arange(graph.edges), np.diff(graph.first) - 1)
        parts = np.maximum(np.ceil(size / self.size), 1.0).astype(np.intp)
        which, number = expanded(parts)
        share = number / parts[which]
        self.edge = edge[which]
        self.x = graph.corner_x[begin][which] + share * across[which]
        self.y = graph.corner_y[begin][which] + share * up[which]
        self.across, self.up = (across / parts)[which], (up / parts)[which]
        self.length = (size / parts)[which]
        self.along = graph.along[begin][which] + number * self.length

    def _cell(self, x: Array, y: Array) -> Index:
        column = np.floor((x - self.west) / self.size).astype(np.intp)
        return np.floor((y - self.south) / self.size).astype(np.intp) * self.columns + column

    def _within(self, radius: float, rows: int) -> tuple[Index, Index]:
        """Return pairs of piece and cell the piece's box, widened by the radius, touches."""
        low_x, high_x = self.x + np.minimum(self.across, 0.0), self.x + np.maximum(self.across, 0.0)
        low_y, high_y = self.y + np.minimum(self.up, 0.0), self.y + np.maximum(self.up, 0.0)
        ranges = []
        for low, high, origin, cells in ((low_x, high_x, self.west, self.columns), (low_y, high_y, self.south, rows)):
            begin = np.floor((low - radius - origin) / self.size).clip(0, cells)
            end = np.floor((high + radius - origin) / self.size).clip(-1, cells - 1)
            ranges.append((begin.astype(np.intp), np.maximum(end - begin + 1, 0).astype(np.intp)))
        (left, wide), (bottom, tall) = ranges
        piece, number = expanded(wide * tall)
        column = left[piece] + number % np.maximum(wide[piece], 1)
        return piece, (bottom[piece] + number // np.maximum(wide[piece], 1)) * self.columns + column

    def around(self, x: Array, y: Array) -> tuple[Index, Index, Array, Array]:
        """Return for every piece listed at the points: the point, the edge, the position on it, and the distance."""
        place = np.searchsorted(self.used, self._cell(x, y))
        point, number = expanded(np.diff(self.first)[place])
        piece = self.piece[self.first[place][point] + number]
        east, north = x[point] - self.x[piece], y[point] - self.y[piece]
        across, up = self.across[piece], self.up[piece]
        square = across * across + up * up
        share = np.clip((east * across + north * up) / np.where(square > 0.0, square, 1.0), 0.0, 1.0)
        distance = np.hypot(east - share * across, north - share * up)
        return point, self.edge[piece], self.along[piece] + share * self.length[piece], distance
