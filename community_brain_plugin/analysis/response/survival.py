"""How long alarms of a kind stand, learned from those of the past."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ...errors import RoomError
from ..inputs import Array, numbers, refuse_rows

#: The share of the latest endings by which the curve goes on where no alarm of the past stood any longer.
_TAIL = 0.25


@dataclass(frozen=True)
class SurvivalCurve:
    """The share of alarms that still stand so many minutes after they began.

    minutes: rising, from 0, shape (n,); standing: from 1 downwards, above 0, shape (n,). Between them the curve is
    straight; behind the last one it falls by `tail` a minute, exponentially.
    """

    minutes: Array
    standing: Array
    tail: float

    def share(self, age: ArrayLike) -> Array:
        """Return the share that stands at these ages in minutes; shapes are kept."""
        return np.exp(self._log(np.asarray(age, dtype=np.float64)))

    def chance(self, age: ArrayLike, wait: ArrayLike) -> Array:
        """Return the chance that an alarm of this age in minutes still stands `wait` minutes later; they broadcast."""
        now = np.asarray(age, dtype=np.float64)
        return np.exp(self._log(now + np.asarray(wait, dtype=np.float64)) - self._log(now))

    def _log(self, age: Array) -> Array:
        # Far behind the last minute the share itself would be rounded to nothing.
        beyond = np.maximum(age - self.minutes[-1], 0.0)
        return np.log(np.interp(age, self.minutes, self.standing)) - self.tail * beyond


def learn(minutes: ArrayLike, ended: ArrayLike | None = None) -> SurvivalCurve:
    """Learn the curve from how long alarms of the past stood.

    minutes: shape (n,), not negative, told apart to a thousandth. ended: whether each ended by itself, shape (n,); one
    that did not was caught, or stands still, and is known only to have stood so long. The estimate is the product limit
    of Kaplan and Meier (1958, JASA 53: 457-481), joined by straight lines, without its last step down to nothing: the
    tail falls as steeply as the last quarter of the endings did. RoomError analysis.no_events where no alarm ended by
    itself.
    """
    stood = numbers("minutes", minutes)
    refuse_rows("analysis.negative", stood < 0.0, field="minutes")
    over = np.ones(len(stood), dtype=bool) if ended is None else np.asarray(ended, dtype=bool)
    if len(over) != len(stood):
        raise RoomError("analysis.lengths_differ", field="ended", found=len(over), expected=len(stood))
    if not over.any():
        raise RoomError("analysis.no_events")
    stood = np.round(stood, 3)
    moments, endings = np.unique(stood[over], return_counts=True)
    at_risk = len(stood) - np.searchsorted(np.sort(stood), moments, side="left")
    standing = np.cumprod(1.0 - endings / at_risk)
    kept = standing > 0.0
    moments, standing = moments[kept], standing[kept]
    if not len(moments) or moments[0] > 0.0:
        moments, standing = np.concatenate(([0.0], moments)), np.concatenate(([1.0], standing))
    if len(moments) == 1:
        return SurvivalCurve(moments, standing, 1.0 / max(float(stood[over].mean()), 1.0))
    return SurvivalCurve(moments, standing, _tail(moments, standing))


def _tail(minutes: Array, standing: Array) -> float:
    """Return the share that ends in a minute where the curve is lowest."""
    from_share = standing[-1] + _TAIL * (standing[0] - standing[-1])
    start = min(int(np.searchsorted(-standing, -from_share)), len(minutes) - 2)
    return float(np.log(standing[start] / standing[-1]) / max(minutes[-1] - minutes[start], 1.0))
