"""A walked track against the legs that were planned: covered or missed, too fast, and in which order."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from ..graph import Index, StreetGraph
from ..inputs import Array
from ..stations import expanded
from .walked import Lengths, Walked, span

#: What became of a planned leg.
COVERED, PARTLY, TOO_FAST, MISSED, OUT_OF_ORDER = "covered", "partly", "too_fast", "missed", "out_of_order"
#: Less than this share of a leg is as good as nothing: where streets meet, a track always touches the next one.
_TOUCHED = 0.1


@dataclass(frozen=True)
class Planned:
    """Legs as stretches of edges, s in all, in the order to be walked: edge, from, to (metres from the tail), leg."""

    edge: Index
    low: Array
    high: Array
    leg: Index
    legs: int

    @property
    def length(self) -> Array:
        """Length of each leg, shape (legs,)."""
        return _metres(self, self.high - self.low)


@dataclass(frozen=True)
class Compared:
    """Of each leg, shape (legs,): metres, metres looked at, metres passed too fast to look, when it was walked
    (seconds, NaN where it was not), and what became of it."""

    length: Array
    looked: Array
    fast: Array
    at: Array
    state: np.ndarray


def compare(graph: StreetGraph, planned: Planned, walk: Walked, fastest: float, enough: float = 0.8) -> Compared:
    """Return what became of each leg; `fastest`: metres a second above which nobody can look.

    A leg is covered if `enough` of its length is. Of all legs that are walked, as many as can be are in order: those
    of a longest sequence in which each was walked later than the one before it; the others are out of order.
    """
    slow = ~(walk.speed > fastest)
    stretch = (planned.edge, planned.low, planned.high)
    looked = _metres(planned, Lengths(graph, *span(walk.pieces, slow)).within(*stretch))
    passed = _metres(planned, Lengths(graph, *span(walk.pieces)).within(*stretch))
    length = planned.length
    whole = np.maximum(length, 1e-9)
    state = np.full(planned.legs, MISSED, dtype=object)
    state[passed >= _TOUCHED * whole] = PARTLY
    state[passed >= enough * whole] = TOO_FAST
    state[looked >= enough * whole] = COVERED
    leg, at = _passes(planned, walk)
    chosen = _in_order(leg, at, planned.legs)
    walked = passed >= enough * whole
    earliest = np.full(planned.legs, np.nan)
    earliest[leg[::-1]] = at[::-1]
    state[(state == COVERED) & np.isnan(chosen) & ~np.isnan(earliest)] = OUT_OF_ORDER
    when = np.where(walked, np.where(np.isnan(chosen), earliest, chosen), np.nan)
    return Compared(length, np.minimum(looked, length), np.maximum(passed - looked, 0.0), when, state)


def _metres(planned: Planned, values: Array) -> Array:
    return np.bincount(planned.leg, values, planned.legs).astype(np.float64)


def _passes(planned: Planned, walk: Walked) -> tuple[Index, Array]:
    """Return the times at which legs were walked: leg and seconds, sorted by both; half of it at least, in one run."""
    order = np.argsort(planned.edge, kind="stable")
    edge = planned.edge[order]
    begin = np.searchsorted(edge, walk.pieces.edge)
    piece, number = expanded(np.searchsorted(edge, walk.pieces.edge, side="right") - begin)
    stretch = order[begin[piece] + number]
    _, low, high = span(walk.pieces)
    metres = np.minimum(high[piece], planned.high[stretch]) - np.maximum(low[piece], planned.low[stretch])
    some = (metres > 0.0) & np.isfinite(walk.begin[piece])
    piece, leg, metres = piece[some], planned.leg[stretch[some]], metres[some]
    pair, which = np.unique(leg * max(walk.runs, 1) + walk.run[piece], return_inverse=True)
    total = np.bincount(which, metres, len(pair))
    middle = 0.5 * (walk.begin[piece] + walk.end[piece])
    at = np.bincount(which, metres * middle, len(pair)) / np.maximum(total, 1e-9)
    leg = pair // max(walk.runs, 1)
    half = total >= 0.5 * planned.length[leg]
    leg, at = leg[half], at[half]
    order = np.lexsort((at, leg))
    return leg[order], at[order]


def _in_order(leg: Index, at: Array, legs: int) -> Array:
    """Return for each leg the time that counts in the longest sequence in order, NaN where it is not part of it.

    A longest rising sequence by patience sorting (Fredman 1975), with several times to choose from for a leg: latest
    first, so that no two of one leg follow each other.
    """
    ends: list[float] = []
    places: list[int] = []
    before = np.full(len(at), -1, np.intp)
    for entry in np.lexsort((-at, leg)).tolist():
        place = bisect_left(ends, at[entry])
        before[entry] = places[place - 1] if place else -1
        ends[place : place + 1], places[place : place + 1] = [float(at[entry])], [entry]
    found = np.full(legs, np.nan)
    entry = places[-1] if places else -1
    while entry >= 0:
        found[leg[entry]] = at[entry]
        entry = int(before[entry])
    return found
