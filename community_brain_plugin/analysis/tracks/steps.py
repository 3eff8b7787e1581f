"""From where a track may be at one point to where it may be at the next: how far along streets, and by which way."""

from dataclasses import dataclass

import numpy as np

from ..graph import Index, StreetGraph
from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .candidates import Candidates
from .ways import Ways

#: By which way a step goes: along one street, or out of the one at its head or tail and into the other at either end.
DIRECT = 0
_BLOCK = 100_000


@dataclass(frozen=True)
class Steps:
    """Pairs of candidates of a point and the one after it, p in all, those that lead to one candidate together.

    before, after: numbers of the candidates; link: number of the step, from point to point, all of shape (p,).
    """

    before: Index
    after: Index
    link: Index


def ends(graph: StreetGraph, found: Candidates, leaving: bool) -> tuple[Index, Array]:
    """Return both nodes by which candidates' edges can be left (or entered), and how far they are; shape (2, c).

    The head first; infinitely far where the street is one-way.
    """
    edge, position = found.edge, found.position
    to_head, to_tail = (2 * edge, 2 * edge + 1) if leaving else (2 * edge + 1, 2 * edge)
    node = np.stack([graph.head[edge], graph.tail[edge]])
    far = np.stack([graph.length[edge] - position, position])
    # At the crossing itself one is on all its streets.
    return node, np.where(np.stack([graph.passable[to_head], graph.passable[to_tail]]) | (far == 0.0), far, np.inf)


@dataclass(frozen=True)
class Roads:
    """What tells the distance between candidates. `slip`: how far back noise may put one on a one-way street."""

    graph: StreetGraph
    found: Candidates
    ways: Ways
    slip: float

    def distances(self, before: Index, after: Index, watch: Watch = UNWATCHED) -> Array:
        """Return the length of the shortest way of each pair (p,), infinite where there is none."""
        result = np.empty(len(before))
        for begin in range(0, len(before), _BLOCK):
            watch.at(begin / len(before))
            some = slice(begin, begin + _BLOCK)
            result[some] = self.choices(before[some], after[some])[0]
        return result

    def choices(self, before: Index, after: Index) -> tuple[Array, Index]:
        """Return the length of the shortest way of each pair, and which it is: DIRECT, or 1 + 2 (out) + (in)."""
        graph = self.graph
        leave, out = ends(graph, self.found, True)
        enter, into = ends(graph, self.found, False)
        best, choice = self._direct(before, after), np.zeros(len(before), np.intp)
        keys = np.stack([leave[a, before] * graph.nodes + enter[b, after] for a in (0, 1) for b in (0, 1)])
        wanted, which = np.unique(keys, return_inverse=True)
        between = self.ways.distances(wanted)[which].reshape(keys.shape)
        for number, (a, b) in enumerate((a, b) for a in (0, 1) for b in (0, 1)):
            length = out[a, before] + between[number] + into[b, after]
            shorter = length < best
            best, choice = np.where(shorter, length, best), np.where(shorter, number + 1, choice)
        return best, choice

    def _direct(self, before: Index, after: Index) -> Array:
        """Return the distance along one and the same street, infinite between different ones."""
        edge = self.found.edge[before]
        ahead = self.found.position[after] - self.found.position[before]
        open_way = np.where(ahead >= 0.0, self.graph.passable[2 * edge], self.graph.passable[2 * edge + 1])
        length = np.where(open_way, np.abs(ahead), np.where(np.abs(ahead) <= self.slip, 0.0, np.inf))
        return np.where(edge == self.found.edge[after], length, np.inf)


@dataclass(frozen=True)
class Pieces:
    """Stretches of streets walked, in order, m in all: which step each belongs to, edge, and from where to where.

    start, stop: distances from the edge's tail; where stop is the smaller the street is walked against its drawing.
    """

    link: Index
    edge: Index
    start: Array
    stop: Array

    @property
    def length(self) -> Array:
        """Length of each, shape (m,)."""
        return np.abs(self.stop - self.start)


def pieces(roads: Roads, before: Index, after: Index) -> Pieces:
    """Return what is walked in each of the steps (s,) between candidates; each must have a way."""
    graph, found = roads.graph, roads.found
    _, choice = roads.choices(before, after)
    link = np.arange(len(before))
    direct, far = choice == DIRECT, np.flatnonzero(choice != DIRECT)
    out, into = np.divmod(choice[far] - 1, 2)
    leave, enter = before[far], after[far]
    exit_node = np.where(out == 0, graph.head[found.edge[leave]], graph.tail[found.edge[leave]])
    entry = np.where(into == 0, graph.head[found.edge[enter]], graph.tail[found.edge[enter]])
    whose, half = roads.ways.halves(exit_node, entry)
    edge, back = half >> 1, (half & 1).astype(bool)
    length = graph.length[edge]
    start, stop = found.position[before[direct]], found.position[after[direct]]
    own = 2 * found.edge[before[direct]]
    stays = ~np.where(stop >= start, graph.passable[own], graph.passable[own + 1])
    columns = (
        (link[direct], found.edge[before[direct]], start, np.where(stays, start, stop)),
        (far, found.edge[leave], found.position[leave], np.where(out == 0, graph.length[found.edge[leave]], 0.0)),
        (far[whose], edge, np.where(back, length, 0.0), np.where(back, 0.0, length)),
        (far, found.edge[enter], np.where(into == 0, graph.length[found.edge[enter]], 0.0), found.position[enter]),
    )
    rank = np.repeat(np.arange(len(columns)), [len(column[0]) for column in columns])
    link, edge, start, stop = (np.concatenate(column) for column in zip(*columns, strict=True))
    order = np.lexsort((rank, link))
    order = order[start[order] != stop[order]]
    return Pieces(link[order], edge[order], start[order], stop[order])
