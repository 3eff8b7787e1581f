"""When each stop of a patrol is reached, how long one waits there for its window, and what is missed.

An officer who comes too early waits for the window to open, if that takes no longer than his patience and what is left
of his time; else he goes on with the stop at once, and the window is missed, as it is when he comes too late.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..inputs import Array
from .bands import DAY, Bands
from .network import Index

#: A moment is in time when it is so little beside the window, in seconds.
SLACK = 1e-3
#: More than this beside a window, in seconds, is no worse.
_WORST = 2.0 * 3600.0
#: What is forbidden is as far, in metres: sums of it stay numbers.
_NEVER = 1e9


@dataclass(frozen=True)
class Wishes:
    """What is wished of the time at which stops are reached, n stops and k officers; all in seconds.

    opens, closes: window within which a stop must be begun, after the midnight before each officer's begin, shape
    (k, n), infinite where there is none. weight: how much it counts to keep it, shape (n,). worth: how much the time of
    day counts there, shape (n,). bands: times of day. patience: how long one waits at most. limit: longest time of each
    officer with all waiting, shape (k,).
    """

    opens: Array
    closes: Array
    weight: Array
    worth: Array
    bands: Bands | None
    patience: float
    limit: Array


def occurring(opens: Array, closes: Array, begin: Array) -> tuple[Array, Array]:
    """Return the windows each officer meets, shape (k, n): the first ones that are not over when he begins.

    opens, closes: seconds after midnight, shape (n,), past midnight where the end is not later; NaN where none is.
    An opening without an end, more than half a day ahead, is yesterday's. begin: shape (k,), seconds after midnight.
    """
    now, alone = begin[:, None], np.isnan(closes)
    last = np.where(~np.isnan(opens) & (closes <= opens), closes + DAY, closes)
    anchor = np.where(alone, opens, last)
    days = DAY * np.ceil((now - anchor) / DAY)
    first = np.where(alone & (opens + days - now > DAY / 2.0), -np.inf, opens + days)
    return np.where(np.isnan(opens), -np.inf, first), np.where(alone, np.inf, last + days)


@dataclass(frozen=True)
class Hours:
    """Times along routes, in seconds, shape (routes, stops): arrival, beginning after the wait, leaving."""

    arrive: Array
    begin: Array
    leave: Array

    @property
    def wait(self) -> Array:
        """How long one waits at each stop."""
        return self.begin - self.arrive


def hours(begin: Array, away: Array, own: Array, opens: Array, closes: Array, spare: Array, patience: float) -> Hours:
    """Return the times along routes, one a row; the formula the whole of the timing rests on.

    begin: when each is begun, shape (m,). away: seconds on the way to each stop; own: seconds at it; opens, closes: its
    window, all of shape (m, n). spare: how long may be waited in all, shape (m,). A wait that would be in vain, since
    the window is too far away, is none.
    """
    arrive, start = np.empty(away.shape), np.empty(away.shape)
    time, left = begin.astype(np.float64), spare.astype(np.float64)
    for place in range(away.shape[1]):
        time = time + away[:, place]
        arrive[:, place] = time
        wait = opens[:, place] - time
        wait = np.where((wait > 0.0) & (wait <= np.minimum(patience, left) + SLACK), wait, 0.0)
        left = left - wait
        time = time + wait
        start[:, place] = time
        time = time + own[:, place]
    return Hours(arrive, start, start + own)


def beside(start: Array, opens: Array, closes: Array) -> Array:
    """Return how many seconds a beginning lies beside its window: below zero before it, above zero after it, else 0."""
    late = np.where(start > closes + SLACK, start - closes, 0.0)
    return np.where(start < opens - SLACK, start - opens, late)


@dataclass(frozen=True)
class Marks:
    """How well routes keep the wishes, each of shape (m,): the weight of missed windows, how far they are missed
    (weight times share of the worst), what the times of day are worth, metres walked, and seconds taken without the
    waiting and with it."""

    missed: Array
    far: Array
    value: Array
    metres: Array
    walked: Array
    seconds: Array


class Judge:
    """Judges routes given as states in order, many at a time.

    step: metres from the end of one state to the end of another, its own way included, shape (2 s, 2 s); own: metres of
    each state, shape (2 s,); dwell: seconds at each stop, shape (s,); home: state from which and to which each officer
    goes; pace: seconds a metre; begin: seconds after midnight; spent: seconds gone already, all of shape (k,).
    """

    def __init__(
        self, step: Array, own: Array, dwell: Array, home: Index, pace: Array, begin: Array, spent: Array,
        wishes: Wishes,
    ) -> None:  # fmt: skip
        self.step, self.own = np.minimum(step, _NEVER), np.minimum(own, _NEVER)
        self.dwell, self.home = dwell, home
        self.pace, self.begin, self.spent, self.wishes = pace, begin, spent, wishes

    def marks(self, officer: Index, states: Index) -> Marks:
        """Return how well routes do; states: shape (m, n), rows filled up with -1."""
        there, stop = states >= 0, np.maximum(states, 0) >> 1
        times, metres = self._hours(officer, states, there, stop)
        wishes, who = self.wishes, officer[:, None]
        aside = np.abs(beside(times.begin, wishes.opens[who, stop], wishes.closes[who, stop]))
        weight = np.where(there, wishes.weight[stop], 0.0)
        missed = (weight * (aside > 0.0)).sum(1)
        far = (weight * np.minimum(aside / _WORST, 1.0)).sum(1)
        value = np.zeros(len(officer))
        if wishes.bands is not None:
            value = (np.where(there, wishes.worth[stop], 0.0) * wishes.bands.mean(times.begin, times.leave)).sum(1)
        walked = self.spent[officer] + self.pace[officer] * metres + np.where(there, self.dwell[stop], 0.0).sum(1)
        return Marks(missed, far, value, metres, walked, walked + times.wait.sum(1))

    def hours(self, officer: int, states: Index) -> Hours:
        """Return the times along one officer's route, each of shape (1, n)."""
        row = np.asarray(states, np.intp)[None]
        return self._hours(np.array([officer]), row, row >= 0, np.maximum(row, 0) >> 1)[0]

    def _hours(
        self, officer: Index, states: Index, there: NDArray[np.bool_], stop: Index
    ) -> tuple[Hours, Array]:  # fmt: skip
        home = self.home[officer]
        before = np.concatenate([home[:, None], states[:, :-1]], axis=1)
        # After the last stop one stays where one is; the way home follows.
        step = np.where(there, self.step[before, states], 0.0)
        own = np.where(there, self.own[states], 0.0)
        count = there.sum(1)
        last = np.where(count > 0, states[np.arange(len(states)), count - 1], home) if states.shape[1] else home
        metres = step.sum(1) + self.step[last, home]
        pace, dwell = self.pace[officer][:, None], np.where(there, self.dwell[stop], 0.0)
        seconds = self.spent[officer] + self.pace[officer] * metres + dwell.sum(1)
        who = officer[:, None]
        opens = np.where(there, self.wishes.opens[who, stop], -np.inf)
        times = hours(
            self.begin[officer] + self.spent[officer], pace * (step - own), pace * own + dwell, opens,
            self.wishes.closes[who, stop], self.wishes.limit[officer] - seconds, self.wishes.patience,
        )  # fmt: skip
        return times, metres
