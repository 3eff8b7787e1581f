"""Stops and gaps of a track: where somebody stood, and when nothing was heard of him."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..graph import Index
from ..inputs import Array
from ..watch import UNWATCHED, Watch

_LOOKED_AT = 64


@dataclass(frozen=True)
class Pauses:
    """Times in which a track does not go on, from point first to point last (both shape (p,)), in their order."""

    first: Index
    last: Index


def stops(
    x: Array, y: Array, time: Array, begins: NDArray[np.bool_], radius: float, least: float, watch: Watch = UNWATCHED
) -> Pauses:
    """Return stays of at least `least` seconds within `radius` of the point they begin at.

    x, y, time: shape (n,), seconds rising within a track; begins: where tracks, and what follows a gap, begin. The
    longest stay from the earliest point on, then on from its end (Li and others 2008, ACM GIS, stay points).
    """
    border = np.append(np.flatnonzero(begins), len(x))
    first, last = [], []
    for begin, end in zip(border[:-1].tolist(), border[1:].tolist(), strict=True):
        at = begin
        watch.at(begin / len(x))
        while at < end - 1:
            if at % 1000 == 0:
                watch.at(at / len(x))
            until = _leaves(x, y, at, end, radius)
            if time[until - 1] - time[at] >= least:
                first.append(at)
                last.append(until - 1)
                at = until
            else:
                at += 1
    return Pauses(np.array(first, np.intp), np.array(last, np.intp))


def apart(
    x: Array, y: Array, begins: NDArray[np.bool_], distance: float, watch: Watch = UNWATCHED
) -> NDArray[np.bool_]:
    """Return a mask (n,) of points that lie at least so far from the one kept before them, and of each track's ends.

    Nearer ones tell of the noise, not of the way (Newson and Krumm leave out points within 2 σ).
    """
    keep = begins.copy()
    border = np.append(np.flatnonzero(begins), len(x))
    keep[border[1:] - 1] = True
    for begin, end in zip(border[:-1].tolist(), border[1:].tolist(), strict=True):
        at, count = begin, 0
        while at < end:
            keep[at] = True
            if count % 1000 == 0:
                watch.at(at / len(x))
            at, count = _leaves(x, y, at, end, distance), count + 1
    return keep


def _leaves(x: Array, y: Array, at: int, end: int, radius: float) -> int:
    """Return the first point after `at` that lies farther from it than the radius, or the end."""
    width = _LOOKED_AT
    begin = at + 1
    while begin < end:
        some = slice(begin, min(begin + width, end))
        out = np.hypot(x[some] - x[at], y[some] - y[at]) > radius
        if out.any():
            return begin + int(out.argmax())
        begin, width = some.stop, 2 * width
    return end


def gaps(time: Array, begins: NDArray[np.bool_], most: float) -> Pauses:
    """Return where more than `most` seconds pass from a point to the next of its track."""
    silent = np.flatnonzero((np.diff(time) > most) & ~begins[1:])
    return Pauses(silent, silent + 1)
