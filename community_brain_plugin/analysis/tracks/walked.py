"""What a matched track says of each street it went along: when, how far, how fast."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..graph import Index, StreetGraph
from ..inputs import Array
from .matching import Matched
from .steps import Pieces

#: Speeds are of at least so many seconds before and after: over less, the noise of positions tells of haste.
_WINDOW = 30.0


@dataclass(frozen=True)
class Walked:
    """Pieces of streets with the time they were walked at, m in all, in the order of the points.

    pieces: link is the point the step began at. begin, end: seconds, NaN where no time is known; speed: metres a
    second over the whole step and what is near in time; run: number of the way along one source line in one direction.
    """

    pieces: Pieces
    begin: Array
    end: Array
    speed: Array
    run: Index

    @property
    def runs(self) -> int:
        """Number of runs."""
        return int(self.run[-1]) + 1 if len(self.run) else 0

    def only(self, which: NDArray[np.bool_]) -> "Walked":
        """Return some of the pieces, by a mask of shape (m,); runs keep their numbers."""
        pieces = self.pieces
        some = Pieces(pieces.link[which], pieces.edge[which], pieces.start[which], pieces.stop[which])
        return Walked(some, self.begin[which], self.end[which], self.speed[which], self.run[which])


def walked(graph: StreetGraph, matched: Matched, time: Array) -> Walked:
    """Return the pieces of a match with times; time: seconds of each point, shape (n,), NaN where unknown.

    Within a step people are taken to go evenly.
    """
    pieces = matched.pieces
    link, length = pieces.link, pieces.length
    first = np.ones(len(link), bool)
    first[1:] = np.diff(link) != 0
    step = np.cumsum(first) - 1
    whole = np.bincount(step, length, minlength=1)[step] if len(step) else length
    come = np.cumsum(length)
    before = come - length
    start = before[np.flatnonzero(first)][step] if len(step) else before
    leaves, arrives = time[link], time[matched.following[link]]
    took = arrives - leaves
    begin = leaves + took * (before - start) / whole
    end = leaves + took * (come - start) / whole
    at = np.flatnonzero(first)
    speed = _speeds(matched.stretch[link[at]], leaves[at], arrives[at], np.append(before[at], come[-1:]))
    return Walked(pieces, begin, end, speed[step], _runs(graph, matched, pieces))


def _speeds(stretch: Index, leaves: Array, arrives: Array, come: Array) -> Array:
    """Return the speed of each step (s,), metres a second; come: metres walked before each and after the last."""
    if not len(stretch) or np.isnan(leaves).any() or np.isnan(arrives).any():
        return np.full(len(stretch), np.nan)
    # All stretches on one line of time, far enough apart.
    first = np.concatenate([[0], np.flatnonzero(np.diff(stretch)) + 1])
    which = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(stretch))))
    start = leaves[first][which]
    last = (np.append(first[1:], len(stretch)) - 1)[which]
    lasts = arrives[last] - start
    shift = which * (float(lasts.max()) + 1.0) - start
    times = np.column_stack([leaves + shift, arrives + shift]).ravel()
    metres = np.column_stack([come[:-1], come[1:]]).ravel()
    middle = 0.5 * (leaves + arrives)
    low = np.maximum(np.minimum(leaves, middle - _WINDOW), start) + shift
    high = np.minimum(np.maximum(arrives, middle + _WINDOW), arrives[last]) + shift
    walked_there = np.interp(high, times, metres) - np.interp(low, times, metres)
    return np.divide(walked_there, high - low, out=np.full(len(stretch), np.inf), where=high > low)


def _runs(graph: StreetGraph, matched: Matched, pieces: Pieces) -> Index:
    """Return the number of the run of each piece."""
    if not len(pieces.edge):
        return np.zeros(0, np.intp)
    line, against = graph.line[pieces.edge], pieces.stop < pieces.start
    stretch = matched.stretch[pieces.link]
    new = (np.diff(line) != 0) | (np.diff(against.astype(np.int8)) != 0) | (np.diff(stretch) != 0)
    return np.concatenate([[0], np.cumsum(new)])


class Lengths:
    """How much of a street is covered by pieces of streets, each metre counted once."""

    def __init__(self, graph: StreetGraph, edge: Index, low: Array, high: Array) -> None:
        # One long line of all edges, a metre apart.
        self.base = np.concatenate([[0.0], np.cumsum(graph.length + 1.0)])
        order = np.argsort(self.base[edge] + low, kind="stable")
        begin, end = (self.base[edge] + low)[order], (self.base[edge] + high)[order]
        reached = np.maximum.accumulate(end) if len(end) else end
        new = np.ones(len(begin), bool)
        new[1:] = begin[1:] > reached[:-1]
        where = np.flatnonzero(new)
        starts, stops = begin[where], reached[np.append(where[1:] - 1, len(end) - 1)] if len(where) else reached
        total = np.concatenate([[0.0], np.cumsum(stops - starts)])
        self.at = np.concatenate([[-1.0], np.column_stack([starts, stops]).ravel()])
        self.sum = np.concatenate([[0.0], np.column_stack([total[:-1], total[1:]]).ravel()])

    def within(self, edge: Index, low: Array, high: Array) -> Array:
        """Return how many metres of stretches of edges (k,) are covered."""
        here = self.base[edge]
        return np.interp(here + high, self.at, self.sum) - np.interp(here + low, self.at, self.sum)


def span(pieces: Pieces, which: NDArray[np.bool_] | slice = slice(None)) -> tuple[Index, Array, Array]:
    """Return edge, lower and upper end of pieces."""
    start, stop = pieces.start[which], pieces.stop[which]
    return pieces.edge[which], np.minimum(start, stop), np.maximum(start, stop)
