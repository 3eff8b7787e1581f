"""The street graph: lines cut where they meet, ways through the crossings, and streets cut into lixels."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from ..errors import RoomError
from . import inputs
from .corners import coincident
from .inputs import Array

Index = NDArray[np.intp]
#: Cosine of the largest turn that still goes straight on, 45°.
STRAIGHT = 0.5**0.5 - 1e-9
_MOST_LIXELS = 20_000_000


@dataclass(frozen=True)
class StreetGraph:
    """Edges between nodes; e edges, n nodes, v corners.

    tail, head: nodes each edge runs between, shape (e,). direction: 0 both ways, 1 only along, -1 only against.
    line, offset: the source line of each edge, and where on it the edge begins (same unit as the coordinates).
    node_x, node_y: shape (n,). corner_x, corner_y: the edges' corners one after the other, shape (v,), those of edge k
    from first[k] to first[k + 1]; along: distance of each corner from its edge's tail.

    An edge walked in one direction is a half-edge: 2 k from tail to head, 2 k + 1 back.
    """

    tail: Index
    head: Index
    length: Array
    direction: NDArray[np.int8]
    line: Index
    offset: Array
    node_x: Array
    node_y: Array
    corner_x: Array
    corner_y: Array
    along: Array
    first: Index

    @property
    def edges(self) -> int:
        """Number of edges."""
        return len(self.length)

    @property
    def nodes(self) -> int:
        """Number of nodes."""
        return len(self.node_x)

    @cached_property
    def start(self) -> Index:
        """Node each half-edge leaves, shape (2 e,)."""
        return np.column_stack([self.tail, self.head]).ravel()

    @cached_property
    def end(self) -> Index:
        """Node each half-edge leads to, shape (2 e,)."""
        return np.column_stack([self.head, self.tail]).ravel()

    @cached_property
    def passable(self) -> NDArray[np.bool_]:
        """Whether a half-edge may be walked, shape (2 e,)."""
        return np.column_stack([self.direction >= 0, self.direction <= 0]).ravel()

    @cached_property
    def degree(self) -> Index:
        """Number of edge ends at each node, shape (n,)."""
        return np.bincount(self.start, minlength=self.nodes)

    @cached_property
    def crossing(self) -> NDArray[np.int16]:
        """1 for half-edges that lead to a node of more than two streets, else 0, shape (2 e,)."""
        return (self.degree[self.end] > 2).astype(np.int16)

    @cached_property
    def leaving(self) -> tuple[Index, Index]:
        """The half-edges that may be walked from each node: those of node k are half[first[k] : first[k + 1]]."""
        halves = np.flatnonzero(self.passable)
        halves = halves[np.argsort(self.start[halves], kind="stable")]
        counts = np.bincount(self.start[halves], minlength=self.nodes)
        return np.concatenate([[0], np.cumsum(counts)]), halves

    @cached_property
    def headings(self) -> tuple[Array, Array]:
        """The last stretch of each half-edge and its first, as x and y, both of shape (2 e, 2)."""
        corners = np.column_stack([self.corner_x, self.corner_y])
        begin, end = self.first[:-1], self.first[1:] - 1
        leaving = corners[begin + 1] - corners[begin], corners[end - 1] - corners[end]
        out = np.stack(leaving, axis=1).reshape(-1, 2)
        # A half-edge ends as the other one of its edge begins, the other way round.
        return -out.reshape(-1, 2, 2)[:, ::-1].reshape(-1, 2), out

    @cached_property
    def order(self) -> Index:
        """The edges so that neighbours come near each other: along the rows of a coarse raster, shape (e,)."""
        if not self.edges:
            return np.zeros(0, np.intp)
        x, y = self.node_x[self.tail], self.node_y[self.tail]
        cell = max(np.ptp(self.node_x), np.ptp(self.node_y), 1e-9) / max(np.sqrt(self.edges) / 8.0, 1.0)
        return np.lexsort((np.floor((x - x.min()) / cell), np.floor((y - y.min()) / cell)))

    @cached_property
    def part(self) -> Index:
        """Number of the connected part of each edge, shape (e,), one-way streets taken both ways; 0 is the longest."""
        ones = np.ones(self.edges, bool)
        matrix = sparse.coo_matrix((ones, (self.tail, self.head)), shape=(self.nodes, self.nodes))
        count, label = sparse.csgraph.connected_components(matrix, directed=False)
        lengths = np.bincount(label[self.tail], self.length, count)
        rank = np.empty(count, np.intp)
        rank[np.argsort(-lengths, kind="stable")] = np.arange(count)
        return rank[label[self.tail]]

    def places(self, edge: Index, position: Array) -> tuple[Array, Array]:
        """Return x and y of positions (distance from the tail) on edges."""
        base = self._base
        corner = np.searchsorted(base, self._begin[edge] + position, side="right") - 1
        corner = np.clip(corner, self.first[edge], self.first[edge + 1] - 2)
        span = self.along[corner + 1] - self.along[corner]
        share = np.clip((position - self.along[corner]) / np.where(span > 0.0, span, 1.0), 0.0, 1.0)
        x = self.corner_x[corner] + share * (self.corner_x[corner + 1] - self.corner_x[corner])
        y = self.corner_y[corner] + share * (self.corner_y[corner + 1] - self.corner_y[corner])
        return x, y

    def located(self, line: Index, position: Array) -> tuple[Index, Array]:
        """Return edge and position of distances along source lines."""
        order = np.lexsort((self.offset, self.line))
        step = float(self.offset.max(initial=0.0) + self.length.max(initial=0.0)) + 1.0
        key = self.line[order] * step + self.offset[order]
        edge = order[np.maximum(np.searchsorted(key, line * step + position, side="right") - 1, 0)]
        return edge, np.clip(position - self.offset[edge], 0.0, self.length[edge])

    @cached_property
    def _begin(self) -> Array:
        # One long line of all edges, a unit apart, so that one search finds the segment of any position.
        return np.concatenate([[0.0], np.cumsum(self.length + 1.0)])[:-1]

    @cached_property
    def _base(self) -> Array:
        return np.repeat(self._begin, np.diff(self.first)) + self.along


def build(
    x: ArrayLike, y: ArrayLike, line: ArrayLike, one_way: ArrayLike | None = None, tolerance: float = 0.0
) -> StreetGraph:
    """Return the graph of lines that meet at common corners.

    x, y: corners of all lines one after the other, shape (v,), metric. line: number of each corner's line, not falling.
    one_way: for each line number 0 both ways, 1 along, -1 against. Corners within the tolerance are one. Lines that
    cross without a common corner stay apart, as a bridge and the street below it must; `noding.noded` adds the corners
    where an end touches the middle of another line. Refuses corners that are not finite, by row; lines without length
    are left out.
    """
    east, north = inputs.places(x, y)
    owner = np.asarray(line, dtype=np.intp)
    if len(owner) != len(east):
        raise RoomError("analysis.lengths_differ", field="line", found=len(owner), expected=len(east))
    number, _ = coincident(east, north, tolerance)
    keep = np.ones(len(east), bool)
    keep[1:] = (np.diff(number) != 0) | (np.diff(owner) != 0)
    east, north, owner, number = east[keep], north[keep], owner[keep], number[keep]
    border = np.flatnonzero(np.diff(owner)) + 1
    starts, stops = np.append(0, border), np.append(border, len(owner))
    if not len(owner):
        starts = stops = np.zeros(0, np.intp)
    long = stops - starts > 1
    is_node = np.bincount(number, minlength=number.max(initial=-1) + 1)[number] > 1
    is_node[starts[long]] = is_node[stops[long] - 1] = True
    is_node[starts[~long]] = False
    at = np.flatnonzero(is_node)
    same = owner[at[1:]] == owner[at[:-1]]
    return _cut(east, north, owner, number, at[:-1][same], at[1:][same], one_way)


def _cut(
    x: Array, y: Array, owner: Index, number: Index, begin: Index, end: Index, one_way: ArrayLike | None
) -> StreetGraph:
    """Make edges of the corners from begin[k] to end[k]."""
    step = np.zeros(len(x))
    step[1:] = np.hypot(np.diff(x), np.diff(y))
    if len(x):
        step[np.flatnonzero(np.diff(owner)) + 1] = 0.0
    total = np.cumsum(step)
    sizes = end - begin + 1
    first = np.concatenate([[0], np.cumsum(sizes)])
    corner = np.repeat(begin - first[:-1], sizes) + np.arange(first[-1])
    named, node = np.unique(np.concatenate([number[begin], number[end]]), return_inverse=True)
    place = np.empty(len(named), np.intp)
    place[node] = np.concatenate([begin, end])
    line_start = np.searchsorted(owner, owner[begin])
    direction = np.zeros(len(begin), np.int8)
    if one_way is not None:
        direction = np.sign(np.asarray(one_way)[owner[begin]]).astype(np.int8)
    return StreetGraph(
        tail=node[: len(begin)], head=node[len(begin) :], length=total[end] - total[begin], direction=direction,
        line=owner[begin], offset=total[begin] - total[line_start], node_x=x[place], node_y=y[place],
        corner_x=x[corner], corner_y=y[corner], along=total[corner] - np.repeat(total[begin], sizes), first=first,
    )  # fmt: skip


@dataclass(frozen=True)
class Ways:
    """From each half-edge to those that follow it, with the share of the weight that goes there.

    Those after half-edge g are half[first[g] : first[g + 1]], their factor and length at the same place.
    """

    first: Index
    half: Index
    factor: Array
    length: Array

    @cached_property
    def count(self) -> Index:
        """How many half-edges follow each."""
        return np.diff(self.first)


def ways(graph: StreetGraph, continuous: bool, straight: bool = False) -> Ways:
    """Return how weight is passed on at nodes.

    Discontinuous (Okabe and Sugihara's equal-split): in equal shares to all streets that may be walked, the one it came
    by apart; at a dead end it is lost. Continuous: at a node of n streets 2/n to each and (2 - n)/n back, which keeps
    the density continuous and the mass; at a dead end all comes back. Where one-way streets forbid going back, equal
    shares go on. `straight` leaves out ways that turn by more than 45°, as if they were not there.
    """
    start, halves = graph.leaving
    begin, count = start[graph.end], np.diff(start)[graph.end]
    came = np.repeat(np.arange(2 * graph.edges), count)
    within = np.arange(len(came)) - np.repeat(np.cumsum(count) - count, count)
    goes = halves[np.repeat(begin, count) + within]
    back = goes == (came ^ 1)
    if straight:
        ahead = back | (turn(graph, came, goes) >= STRAIGHT)
        came, goes, back = came[ahead], goes[ahead], back[ahead]
        count = np.bincount(came, minlength=2 * graph.edges)
    returns = np.bincount(came[back], minlength=len(count)) > 0
    exits: Index = count - returns.astype(np.intp)
    if continuous:
        node = np.where(returns, exits + 1, exits)[came].astype(np.float64)
        twofold = np.where(back, (2.0 - node) / node, 2.0 / node)
        factor = np.where(returns[came], twofold, 1.0 / np.maximum(exits[came], 1))
    else:
        factor = np.where(back, 0.0, 1.0 / np.maximum(exits[came], 1))
    keep = (factor != 0.0) & graph.passable[came]
    sizes = np.bincount(came[keep], minlength=len(count))
    return Ways(np.concatenate([[0], np.cumsum(sizes)]), goes[keep], factor[keep], graph.length[goes[keep] >> 1])


def turn(graph: StreetGraph, came: Index, goes: Index) -> Array:
    """Return the cosine of the angle by which half-edges that follow turn away from those before them."""
    into, out = (side[halves] for side, halves in zip(graph.headings, (came, goes), strict=True))
    size = np.hypot(*into.T) * np.hypot(*out.T)
    return np.divide((into * out).sum(axis=1), size, out=np.ones(len(size)), where=size > 0.0)


@dataclass(frozen=True)
class Lixels:
    """Streets cut into pieces of equal length on each edge, l in all, in the order of the edges.

    edge: shape (l,); start, stop: distances from the edge's tail. Those of edge k are first[k] to first[k + 1].
    """

    edge: Index
    start: Array
    stop: Array
    first: Index

    @property
    def length(self) -> Array:
        """Length of each, shape (l,)."""
        return self.stop - self.start


def lixels(graph: StreetGraph, size: float) -> Lixels:
    """Cut all edges into the fewest equal pieces no longer than `size`.

    Refuses more than twenty million, naming the longest line, since one misplaced corner is the usual reason.
    """
    inputs.positive("lixel", size, 1)
    wanted = np.maximum(np.ceil(graph.length / size - 1e-9), 1.0)
    if wanted.sum() > _MOST_LIXELS:
        row = int(graph.line[np.argmax(wanted)]) + 1
        raise RoomError("analysis.too_many_lixels", count=f"{wanted.sum():.0f}", most=_MOST_LIXELS, row=row)
    count = wanted.astype(np.intp)
    first = np.concatenate([[0], np.cumsum(count)])
    edge = np.repeat(np.arange(graph.edges), count)
    number = np.arange(first[-1]) - first[edge]
    piece = (graph.length / count)[edge]
    stop = np.where(number + 1 == count[edge], graph.length[edge], (number + 1) * piece)
    return Lixels(edge, number * piece, stop, first)
