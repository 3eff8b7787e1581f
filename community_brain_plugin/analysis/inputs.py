"""What is wrong with the input is said before anything is calculated, by row.

Errors are RoomError with the code `analysis.*`; `row` counts from 1, as people do.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import RoomError

Array = NDArray[np.float64]


def numbers(field: str, values: ArrayLike, count: int | None = None) -> Array:
    """Return values as float64 of shape (n,); refuses NaN, infinity, null and another length than `count`."""
    found = np.ascontiguousarray(np.ma.filled(np.ma.asarray(values, dtype=np.float64), np.nan))
    if found.ndim != 1 or (count is not None and len(found) != count):
        raise RoomError("analysis.lengths_differ", field=field, found=found.size, expected=count)
    refuse_rows("analysis.not_finite", ~np.isfinite(found), field=field)
    return found


def places(x: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    """Return coordinates of events as two float64 arrays of shape (n,), all finite."""
    east = numbers("x", x)
    return east, numbers("y", y, len(east))


def weights(values: ArrayLike | None, count: int) -> Array:
    """Return event weights of shape (count,): ones when there are none; refuses negative ones."""
    if values is None:
        return np.ones(count)
    found = numbers("weight", values, count)
    refuse_rows("analysis.negative", found < 0.0, field="weight")
    return found


def positive(field: str, values: ArrayLike, count: int) -> Array:
    """Return one number for all, or one for each of `count` rows, as shape (count,); all must be above zero."""
    given = np.asarray(values, dtype=np.float64)
    if given.ndim == 0:
        if not (np.isfinite(given) and given > 0.0):
            raise RoomError("analysis.not_positive", field=field, value=float(given))
        return np.full(count, float(given))
    found = numbers(field, given, count)
    refuse_rows("analysis.row_not_positive", found <= 0.0, field=field)
    return found


def refuse_rows(code: str, bad: NDArray[np.bool_], **params: object) -> None:
    """Raise RoomError naming the first bad row and how many there are, if there is one."""
    if bad.any():
        rows = np.flatnonzero(bad)
        raise RoomError(code, row=int(rows[0]) + 1, rows=len(rows), **params)
