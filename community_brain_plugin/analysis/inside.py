"""Which places lie in which areas."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import inputs
from .inputs import Array
from .watch import UNWATCHED, Watch

_AT_ONCE = 4_000_000


def inside(
    x: ArrayLike, y: ArrayLike, corner_x: ArrayLike, corner_y: ArrayLike, ring: NDArray[np.integer],
    area: NDArray[np.integer], count: int, watch: Watch = UNWATCHED,
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:  # fmt: skip
    """Return pairs (area, place), each of shape (p,), of areas and the places inside them, rising by area.

    Areas are given as in `weights.contiguity`: corners ring after ring (closing corners allowed), the ring of each
    corner and the area of each ring; what lies in an even number of an area's rings is outside (holes). A place on a
    side that two areas share is inside exactly one of them.
    """
    east, north = inputs.places(x, y)
    right, top = inputs.places(corner_x, corner_y)
    order = np.argsort(east, kind="stable")
    sorted_east = east[order]
    owner = np.asarray(area)[np.asarray(ring)] if len(right) else np.empty(0, np.intp)
    sides = _sides(right, top, np.asarray(ring))
    by_owner = np.argsort(owner, kind="stable")
    ends = np.searchsorted(owner[by_owner], np.arange(count + 1))
    areas, places = [], []
    for number in range(count):
        if number % 64 == 0:
            watch.at(number / count)
        own = sides[by_owner[ends[number] : ends[number + 1]]]
        if not len(own):
            continue
        first = np.searchsorted(sorted_east, own[:, (0, 2)].min(), "left")
        last = np.searchsorted(sorted_east, own[:, (0, 2)].max(), "right")
        near = order[first:last]
        near = near[(north[near] >= own[:, 1].min()) & (north[near] <= own[:, 3].max())]
        found = near[_odd(east[near], north[near], own)]
        areas.append(np.full(len(found), number, np.intp))
        places.append(np.sort(found))
    nothing = np.empty(0, np.intp)
    return np.concatenate([nothing, *areas]), np.concatenate([nothing, *places])


def _sides(x: Array, y: Array, ring: NDArray[np.integer]) -> Array:
    """Return the side from each corner to the next of its ring as x, y of its lower and of its upper end, (v, 4).

    Two areas that share a side so calculate with the same figures.
    """
    if not len(x):
        return np.empty((0, 4))
    after = np.arange(1, len(x) + 1)
    last = np.append(np.flatnonzero(np.diff(ring)), len(x) - 1)
    after[last] = np.append(0, last[:-1] + 1)
    ends = np.column_stack([x, y, x[after], y[after]])
    swap = (ends[:, 1] > ends[:, 3]) | ((ends[:, 1] == ends[:, 3]) & (ends[:, 0] > ends[:, 2]))
    ends[swap] = ends[swap][:, (2, 3, 0, 1)]
    return ends


def _odd(x: Array, y: Array, sides: Array) -> NDArray[np.bool_]:
    """Whether a ray to the east from each place crosses an odd number of sides."""
    found = np.zeros(len(x), bool)
    step = max(1, _AT_ONCE // len(sides))
    x1, y1, x2, y2 = sides[sides[:, 1] < sides[:, 3]].T
    slope = (x2 - x1) / (y2 - y1)
    for start in range(0, len(x), step):
        here = slice(start, start + step)
        across = (y1 <= y[here, None]) & (y[here, None] < y2)
        beyond = x[here, None] < x1 + (y[here, None] - y1) * slope
        found[here] = (across & beyond).sum(axis=1) % 2 == 1
    return found
