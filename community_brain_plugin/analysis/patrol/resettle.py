"""The search for routes that differ as little as needed from those that are walked already.

A visit that changes hands must shorten the longest route by a given way, or it stays; routes up to a limit are as good
as shorter ones. Strings of visits are taken out and put back by that measure (Christiaens and Vanden Berghe 2020, Slack
Induction by String Removals, Transportation Science 54(2)), single visits then moved while that helps.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .ending import FINISHED, Ending
from .layout import Profiles
from .moves import Routes, largest_other
from .network import Index
from .rebuild import insertions, taken_out
from .search import Found
from .task import Route, Task
from .turns import Turns

_EPSILON = 1e-9
#: Temperature at the beginning as a share of the score, what is left at the end, and chance of passing a place by.
_HOT, _COOLING, _BLINK = 0.01, 0.02, 0.02


@dataclass(frozen=True)
class Measure:
    """What makes a plan good: max(longest, limit) + share · mean + weight · visits that changed hands; less is better.

    Lengths, limit and weight as Task.load has it. former: officer of each visit before, -1 for none, shape (visits,).
    """

    former: Index
    weight: float = 0.0
    limit: float = 0.0
    share: float = 0.02

    def of(self, routes: Routes, lengths: Array) -> float:
        """Return the score of routes of these lengths."""
        away = sum(self.is_away(route, officer).sum() for officer, route in enumerate(routes))
        return float(max(lengths.max(), self.limit) + self.share * lengths.mean() + self.weight * away)

    def is_away(self, route: Route, officer: int) -> NDArray[np.bool_]:
        """Return of each visit of an officer's route whether it was another's before."""
        before = self.former[list(route)]
        away: NDArray[np.bool_] = (before >= 0) & (before != officer)
        return away


class Resettling:
    """Searches from the former routes on. The same seed and rounds give the same routes unless time ends it sooner.

    allowed: whether a visit may be an officer's, shape (visits, k). fixed: officers whose routes stay as they are.
    """

    def __init__(
        self, task: Task, measure: Measure, allowed: NDArray[np.bool_], fixed: frozenset[int], seed: int = 1
    ) -> None:
        self.task, self.measure, self._allowed, self._fixed = task, measure, allowed, fixed
        self._dice = np.random.default_rng(seed)
        self.profiles = Profiles(task)
        self._turns = Turns(task, self.profiles)
        self._price = np.where(allowed, 0.0, np.inf)
        self._price += measure.weight * (
            (measure.former[:, None] >= 0) & (measure.former[:, None] != np.arange(task.officers))
        )
        #: Of each officer the route last looked at, and what it costs to put visits in there.
        self._known: list[tuple[Route, Array]] = [((-1,), np.zeros((0, 0)))] * task.officers

    def run(self, first: Routes, rounds: int, seconds: float = math.inf, watch: Watch = UNWATCHED) -> Found:
        """Return the best routes found; `first` need not hold all visits, the rest is put in."""
        ending = Ending(seconds, watch)
        missing = np.ones(self.task.visits, bool)
        missing[[stop for route in first for stop in route]] = False
        best = current = self._moved(self._put_in(first, np.flatnonzero(missing).tolist(), 0.0))
        least = value = self.value(best)
        loose = np.flatnonzero(self._allowed.sum(axis=1) > 1)
        ended, number = FINISHED, 0
        while number < rounds and len(loose):
            ended = ending.why(number / rounds)
            if ended:
                break
            ended = FINISHED
            hot = value * _HOT * _COOLING ** (number / rounds)
            other = self._moved(self._shaken(current, loose))
            found = self.value(other)
            if found < value - hot * math.log(max(self._dice.random(), 1e-12)):
                current, value = other, found
            if found < least - _EPSILON:
                best, least = other, found
            number += 1
        return Found(best, self.lengths(best), ended, number)

    def value(self, routes: Routes) -> float:
        """Return the score of routes."""
        return self.measure.of(routes, self.lengths(routes))

    def lengths(self, routes: Routes) -> Array:
        """Return how long each route takes (Task.load), shape (k,)."""
        return np.array([self.length(officer, route) for officer, route in enumerate(routes)])

    def length(self, officer: int, route: Route) -> float:
        """Return how long an officer's route takes (Task.load)."""
        task = self.task
        return task.load(officer, self.profiles.length(task.station[officer], route), task.dwelling(route))

    def _shaken(self, routes: Routes, loose: Index) -> Routes:
        """Take strings of visits out and put them back; what stays with its officer is put back there."""
        task, dice = self.task, self._dice
        longest = [stop for stop in routes[int(self.lengths(routes).argmax())] if self._allowed[stop].sum() > 1]
        about = longest if longest and dice.random() < 0.5 else loose.tolist()
        count = int(dice.integers(2, max(3, min(16, task.visits // 3)) + 1))
        seed = int(about[dice.integers(len(about))])
        shorter, stops = taken_out(task, routes, seed, count, dice)
        for officer in self._fixed:
            shorter[officer] = routes[officer]
        held = {stop for route in shorter for stop in route}
        stops = [stop for stop in stops if stop not in held]
        dice.shuffle(stops)
        return self._put_in(shorter, stops, _BLINK)

    def _put_in(self, routes: Routes, stops: list[int], blink: float) -> Routes:
        """Return the routes with the stops put in, each where the score grows least."""
        task, share, result = self.task, self.measure.share / self.task.officers, list(routes)
        lengths, dwell = self.lengths(result), [task.dwelling(route) for route in result]
        for stop in stops:
            best, where = math.inf, (int(np.argmin(self._price[stop])), 0)
            highest = max(float(lengths.max()), self.measure.limit)
            for officer in np.flatnonzero(np.isfinite(self._price[stop])).tolist():
                column = self._insertions(officer, result[officer])[:, stop]
                if blink > 0.0:
                    column = column + np.where(self._dice.random(len(column)) < blink, highest, 0.0)
                place = int(column.argmin())
                length = task.load(officer, float(column[place]), dwell[officer] + task.dwell[stop])
                value = max(length, highest) + share * (length - lengths[officer]) + self._price[stop, officer]
                if value < best:
                    best, where = value, (officer, place)
            officer, place = where
            result[officer] = (*result[officer][:place], stop, *result[officer][place:])
            lengths[officer], dwell[officer] = self.length(officer, result[officer]), task.dwelling(result[officer])
        return result

    def _moved(self, routes: Routes) -> Routes:
        """Return the routes after moving single visits to other officers as long as that makes the score better."""
        routes, value = list(routes), self.value(routes)
        while True:
            found = self._best_move(routes)
            if found is None:
                return routes
            stop, before, after = found
            other = list(routes)
            other[before] = tuple(one for one in routes[before] if one != stop)
            place = int(self._insertions(after, routes[after])[:, stop].argmin())
            other[after] = (*routes[after][:place], stop, *routes[after][place:])
            for officer in (before, after):
                other[officer] = self._turns.untangled(self.task.station[officer], other[officer])
            better = self.value(other)
            if better >= value - _EPSILON * value:
                return routes
            routes, value = other, better

    def _best_move(self, routes: Routes) -> tuple[int, int, int] | None:
        """Return the visit whose move lets the score be least, its officer and the other; None without any."""
        measure, count = self.measure, self.task.officers
        stops = np.array([stop for route in routes for stop in route], np.intp)
        if not len(stops) or count < 2:
            return None
        owner = np.repeat(np.arange(count), [len(route) for route in routes])
        lengths = self.lengths(routes)
        without = np.concatenate([self._without(officer, route) for officer, route in enumerate(routes)])
        with_it = np.column_stack([self._with(officer, route, stops) for officer, route in enumerate(routes)])
        price = self._price[stops] - self._price[stops, owner][:, None]
        longest = np.maximum(np.maximum(with_it, without[:, None]), largest_other(lengths)[owner])
        total = lengths.sum() - lengths[owner][:, None] - lengths[None, :] + with_it + without[:, None]
        value = np.maximum(longest, measure.limit) + measure.share * total / count + price
        value[np.arange(len(stops)), owner] = np.inf
        row, officer = divmod(int(np.argmin(value)), count)
        if not np.isfinite(value[row, officer]):
            return None
        return int(stops[row]), int(owner[row]), officer

    def _without(self, officer: int, route: Route) -> Array:
        """Return the length of a route without each of its visits, shape (r,)."""
        station = self.task.station[officer]
        come, goes = (np.array(one).reshape(-1, 2) for one in self.profiles.of(station, route))
        stops = np.array((station, *route, station))
        before, after = stops[:-2], stops[2:]
        ways = [
            come[:-2, a] + self.task.step[2 * before + a, 2 * after + b] + goes[2:, b] for a in (0, 1) for b in (0, 1)
        ]
        left = self.task.dwelling(route) - np.array(self.task.dwell)[list(route)]
        return self._loads(officer, np.min(ways, axis=0), left)

    def _with(self, officer: int, route: Route, stops: Index) -> Array:
        """Return the length of a route with each of some visits in its best place."""
        cost = self._insertions(officer, route).min(axis=0)[stops]
        return self._loads(officer, cost, self.task.dwelling(route) + np.array(self.task.dwell)[stops])

    def _loads(self, officer: int, cost: Array, dwell: Array) -> Array:
        loads = self.task.loads
        if loads is None:
            return cost
        taken: Array = loads.rate[officer] * cost + loads.still[officer] * dwell + loads.base[officer]
        return taken

    def _insertions(self, officer: int, route: Route) -> Array:
        known, costs = self._known[officer]
        if known != route:
            costs = insertions(self.task, self.profiles, self.task.station[officer], route)
            self._known[officer] = route, costs
        return costs
