"""The search for a plan whose longest route is as short as can be."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..inputs import Array
from ..watch import UNWATCHED, Cancelled, Watch
from .layout import Layout, Profiles
from .moves import Exchanges, Routes, Score, changed
from .rebuild import put_in, taken_out
from .task import Task
from .turns import Turns

FINISHED, PROVEN, TIME, CANCELLED = "finished", "proven", "time", "cancelled"
_EPSILON = 1e-9


@dataclass(frozen=True)
class Found:
    """Routes, one for each officer, their lengths, shape (k,), and why the search ended."""

    routes: Routes
    lengths: Array
    ended: str
    rounds: int


class Search:
    """Iterated local search with strings of stops taken out and put back; the temperature falls with the rounds.

    The same seed and number of rounds give the same plan. A limit of seconds, a proven bound that is met and a cancel
    only end the search sooner: the first and the last make the plan depend on the machine.
    """

    def __init__(self, task: Task, seed: int = 1, share: float = 0.1) -> None:
        self.task, self.dice, self.score = task, np.random.default_rng(seed), Score(share)
        self.profiles = Profiles(task)
        self._turns = Turns(task, self.profiles)

    def run(self, rounds: int, seconds: float = math.inf, bound: float = 0.0, watch: Watch = UNWATCHED) -> Found:
        """Return the best plan found within the rounds."""
        until = time.monotonic() + seconds
        self._stop: Callable[[], bool] = lambda: time.monotonic() >= until
        current = self.descended(self._first())
        best = current
        value = least = self._value(current)
        longest = self._longest(best)
        hot = 0.0
        number = 0
        ended = FINISHED
        try:
            for number in range(rounds):
                if longest <= bound * (1.0 + _EPSILON):
                    ended = PROVEN
                    break
                if self._stop():
                    ended = TIME
                    break
                watch.at(number / rounds)
                hot = value * 0.01 * (0.02 ** (number / rounds))
                other = self.descended(self._shaken(current))
                found = self._value(other)
                if found < value - hot * math.log(max(self.dice.random(), 1e-12)):
                    current, value = other, found
                reach = self._longest(other)
                if (reach, found) < (longest - _EPSILON, math.inf) or (reach <= longest + _EPSILON and found < least):
                    best, least, longest = other, found, reach
        except Cancelled:
            ended = CANCELLED
        return Found(best, self._lengths(best), ended, number)

    def descended(self, routes: Routes) -> Routes:
        """Return the routes after all changes that make the score better."""
        task, profiles = self.task, self.profiles
        routes = [self._turns.untangled(s, r) for s, r in zip(task.station, routes, strict=True)]
        if len(routes) < 2:
            return routes
        value = self._value(routes)
        while True:
            layout = Layout.of(task, profiles, routes)
            change = Exchanges(task, layout, self.score).best()
            if change is None or change.score >= value - _EPSILON * value:
                return routes
            other = changed(task, profiles, layout, routes, change)
            for number in change.routes:
                other[number] = self._turns.untangled(task.station[number], other[number])
            routes, before, value = other, value, self._value(other)
            if value >= before:
                return routes

    def _first(self) -> Routes:
        stops = list(range(self.task.visits))
        far = self.task.rows[2 * self.task.station[0]]
        stops.sort(key=lambda stop: -min(far[2 * stop], far[2 * stop + 1]))
        return put_in(self.task, self.profiles, [()] * self.task.officers, stops, self.score, self.dice, 0.0)

    def _shaken(self, routes: Routes) -> Routes:
        task, dice = self.task, self.dice
        lengths = self._lengths(routes)
        longest = routes[int(lengths.argmax())]
        about = longest if longest and dice.random() < 0.5 else range(task.visits)
        seed = int(about[dice.integers(len(about))])
        count = int(dice.integers(2, max(3, min(16, task.visits // 3)) + 1))
        rest, stops = taken_out(task, routes, seed, count, dice)
        kind = dice.random()
        if kind < 0.5:
            dice.shuffle(stops)
        else:
            far = task.rows[2 * task.station[0]]
            stops.sort(key=lambda stop: min(far[2 * stop], far[2 * stop + 1]), reverse=kind < 0.8)
        return put_in(task, self.profiles, rest, stops, self.score, dice)

    def _lengths(self, routes: Routes) -> Array:
        lengths = [self.profiles.length(s, r) for s, r in zip(self.task.station, routes, strict=True)]
        return np.array(lengths)

    def _value(self, routes: Routes) -> float:
        return self.score.of(self._lengths(routes))

    def _longest(self, routes: Routes) -> float:
        return float(self._lengths(routes).max())
