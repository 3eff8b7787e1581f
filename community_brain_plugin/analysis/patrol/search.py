"""The search for a plan whose longest route is as short as can be."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .ending import FINISHED, PROVEN, Ending
from .layout import Layout, Profiles
from .moves import Exchanges, Routes, Score, changed
from .rebuild import put_in, taken_out
from .stretches import best_stretch
from .task import Task
from .turns import Turns

_EPSILON = 1e-9
#: So many visits are put into the first routes between two questions whether to stop.
_AT_ONCE = 100
#: Temperature at the beginning as a share of the score, and what is left of it at the end.
_HOT, _COOLING = 0.01, 0.02
#: How much the mean of the routes counts beside the longest: in the plan as a whole, and, by turns, in a round.
_SHARE, _SHARES = 0.02, (0.02, 0.1, 0.3)


@dataclass(frozen=True)
class Found:
    """Routes, one for each officer, how long each takes (Task.load), shape (k,), and why the search ended."""

    routes: Routes
    lengths: Array
    ended: str
    rounds: int


class Search:
    """Iterated local search with strings of stops taken out and put back; the temperature falls with the rounds.

    The same seed and number of rounds give the same plan. A proven bound that is met, a limit of seconds and a cancel
    end the search sooner; the last two make the plan depend on the machine.
    """

    def __init__(self, task: Task, seed: int = 1, *, stretches: bool = False) -> None:
        self._by_stretches = stretches
        self.task, self.dice, self.score = task, np.random.default_rng(seed), Score(_SHARE)
        self.profiles = Profiles(task)
        self._turns = Turns(task, self.profiles)
        self._ending = Ending()

    def run(
        self, rounds: int, seconds: float = math.inf, bound: float = 0.0, watch: Watch = UNWATCHED,
        first: Routes | None = None,
    ) -> Found:  # fmt: skip
        """Return the best plan found within the rounds, `first` or what is made anew to begin with."""
        self._ending = Ending(seconds, watch)
        best = current = self._descended(self._first(watch) if first is None else first, self.score)
        value = least = self._value(current)
        longest = self._longest(best)
        for number in range(rounds):
            ended = PROVEN if longest <= bound * (1.0 + _EPSILON) else self._ending.why(number / rounds)
            if ended:
                return Found(best, self._lengths(best), ended, number)
            hot = value * _HOT * _COOLING ** (number / rounds)
            score = Score(float(self.dice.choice(_SHARES)))
            other = self._descended(self._shaken(current, score), score)
            found, reach = self._value(other), self._longest(other)
            if found < value - hot * math.log(max(self.dice.random(), 1e-12)):
                current, value = other, found
            if reach < longest - _EPSILON or (reach <= longest + _EPSILON and found < least):
                best, least, longest = other, found, reach
        return Found(best, self._lengths(best), FINISHED, rounds)

    def _descended(self, routes: Routes, score: Score) -> Routes:
        """Return the routes after all changes that make the score better."""
        task, profiles = self.task, self.profiles
        routes = self._untangled(routes, range(len(routes)))
        value = score.of(self._lengths(routes))
        while len(routes) > 1 and not self._ending.is_due():
            layout = Layout.of(task, profiles, routes)
            exchanges = Exchanges(task, layout, score)
            change = exchanges.best(self._ending.is_due)
            if self._by_stretches:
                other = best_stretch(task, layout, exchanges, routes, score)
                if other is not None and (change is None or other.score < change.score):
                    change = other
            if change is None or change.score >= value - _EPSILON * value:
                break
            after = self._untangled(changed(task, profiles, layout, routes, change), change.routes)
            routes, before, value = after, value, score.of(self._lengths(after))
            if value >= before:
                break
        return routes

    def _untangled(self, routes: Routes, numbers: Iterable[int]) -> Routes:
        """Return the routes, some of them without detours as far as there is time for it."""
        after = list(routes)
        for number in numbers:
            if self._ending.is_due():
                break
            after[number] = self._turns.untangled(self.task.station[number], after[number])
        return after

    def _first(self, watch: Watch) -> Routes:
        """Return routes made one visit after the other, the farthest first; Cancelled passes through."""
        stops = list(range(self.task.visits))
        far = self.task.rows[2 * self.task.station[0]]
        stops.sort(key=lambda stop: -min(far[2 * stop], far[2 * stop + 1]))
        routes: Routes = [()] * self.task.officers
        for begin in range(0, len(stops), _AT_ONCE):
            watch.ask()
            part = stops[begin : begin + _AT_ONCE]
            routes = put_in(self.task, self.profiles, routes, part, self.score, self.dice, 0.0)
        return routes

    def _shaken(self, routes: Routes, score: Score) -> Routes:
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
        return put_in(task, self.profiles, rest, stops, score, dice)

    def _lengths(self, routes: Routes) -> Array:
        task = self.task
        lengths = [self.profiles.length(s, r) for s, r in zip(task.station, routes, strict=True)]
        if task.loads is not None:
            lengths = [task.load(n, lengths[n], task.dwelling(route)) for n, route in enumerate(routes)]
        return np.array(lengths)

    def _value(self, routes: Routes) -> float:
        return self.score.of(self._lengths(routes))

    def _longest(self, routes: Routes) -> float:
        return float(self._lengths(routes).max())
