"""When it happens: hour of the day, day of the week, month and class, and how often each such hour came round."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import RoomError
from . import inputs
from .inputs import Array

Moments = NDArray[np.datetime64]

_HOUR = np.timedelta64(1, "h")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# The first of January 1970 was a Thursday.
_THURSDAY = 3


@dataclass(frozen=True)
class Rhythm:
    """Sums of weights by month, day of the week (from Monday), hour and class: shape (12, 7, 24, classes).

    `hours` is how many hours of each such month, day and hour there were between the first and the last event, shape
    (12, 7, 24): without it, counts of a period that is not whole years, weeks and days say little.
    """

    counts: Array
    hours: Array
    first: np.datetime64
    last: np.datetime64

    def by(self, *axes: int) -> tuple[Array, Array]:
        """Return counts and hours summed over all but the given axes (0 month, 1 day of the week, 2 hour)."""
        others = tuple(axis for axis in range(3) if axis not in axes)
        return self.counts.sum(axis=(*others, 3)), self.hours.sum(axis=others)


def in_zone(utc: Moments, zone: tzinfo) -> Moments:
    """Return clock times of a zone for moments in UTC, shape (n,), datetime64; NaT stay."""
    hour = utc.astype("datetime64[h]")
    there = ~np.isnat(hour)
    hours, place = np.unique(hour[there].astype(np.int64), return_inverse=True)
    # Zones change at whole hours of UTC.
    shifts = [(_EPOCH + timedelta(hours=int(number))).astimezone(zone).utcoffset() for number in hours]
    seconds = np.array([0 if shift is None else int(shift.total_seconds()) for shift in shifts], np.int64)
    found = utc.copy()
    found[there] += seconds[place].astype("timedelta64[s]")
    return found


def parts(at: Moments) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Return month (0 to 11), day of the week (0 Monday) and hour of clock times, each of shape (n,)."""
    month = at.astype("datetime64[M]").astype(np.int64) % 12
    weekday = (at.astype("datetime64[D]").astype(np.int64) + _THURSDAY) % 7
    hour = at.astype("datetime64[h]").astype(np.int64) % 24
    return month.astype(np.intp), weekday.astype(np.intp), hour.astype(np.intp)


def rhythm(
    at: Moments, kind: NDArray[np.integer] | None = None, classes: int = 1, weights: ArrayLike | None = None
) -> Rhythm:
    """Return when events happen; at: clock times, shape (n,); kind: number of each event's class, below `classes`."""
    weight = inputs.weights(weights, len(at))
    if not len(at):
        raise RoomError("analysis.no_events")
    inputs.refuse_rows("analysis.not_finite", np.isnat(at), field="time")
    month, weekday, hour = parts(at)
    number = np.zeros(len(at), np.intp) if kind is None else np.asarray(kind)
    place = ((month * 7 + weekday) * 24 + hour) * classes + number
    counts = np.bincount(place, weight, 12 * 7 * 24 * classes).reshape(12, 7, 24, classes).astype(np.float64)
    first, last = at.min(), at.max()
    return Rhythm(counts, _hours_between(first, last), first, last)


def _hours_between(first: np.datetime64, last: np.datetime64) -> Array:
    """Return how many hours of each month, day of the week and hour there were, from the first event to the last."""
    hours = np.arange(first.astype("datetime64[h]"), last.astype("datetime64[h]") + _HOUR)
    month, weekday, hour = parts(hours)
    return np.bincount((month * 7 + weekday) * 24 + hour, minlength=12 * 7 * 24).reshape(12, 7, 24).astype(np.float64)
