"""Whom to send to which standing alarm, and in which order, so that most still stand on arrival.

The problem is the travelling officer's (Shao and others 2017, IEEE Internet of Things Journal 4(4)), for several
officers, planned anew at each change. What a visit is worth falls with the time of arrival, by the survival curve of
the alarm's kind.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...errors import RoomError
from ..inputs import Array, numbers, refuse_rows, weights
from ..watch import UNWATCHED, Watch
from .survival import SurvivalCurve

Index = NDArray[np.int64]
#: A plan changes only for more than this share of an alarm: rounding must not send anybody to and fro.
_WORTH_IT = 1e-9


@dataclass(frozen=True)
class Standing:
    """Alarms that stand now: age in minutes, weight and kind of each, shape (n,); kind is the number of its curve."""

    age: Array
    weight: Array
    kind: Index
    curves: Sequence[SurvivalCurve]

    def __len__(self) -> int:
        return len(self.age)

    def chance(self, alarms: Index, arrival: Array) -> Array:
        """Return the chance that alarms still stand so many minutes from now; both of one shape, which is kept."""
        found = np.empty(np.shape(arrival))
        for number, curve in enumerate(self.curves):
            of_kind = self.kind[alarms] == number
            found[of_kind] = curve.chance(self.age[alarms[of_kind]], arrival[of_kind])
        return found

    def worth(self, alarms: Index, arrival: Array) -> Array:
        """Return weight × chance."""
        return self.weight[alarms] * self.chance(alarms, arrival)


@dataclass(frozen=True)
class Sent:
    """The plan: for each officer the alarms in order, when each is reached, and how many are expected to stand then."""

    routes: list[Index]
    arrivals: list[Array]
    expected: float


def standing(
    age: ArrayLike, curves: Sequence[SurvivalCurve], kind: ArrayLike | None = None, weight: ArrayLike | None = None
) -> Standing:
    """Return the alarms that stand: ages in minutes, numbers of their curves (else 0), weights (else 1).

    RoomError analysis.lengths_differ, .not_finite or .negative, by row, where they cannot be.
    """
    ages = numbers("age", age)
    refuse_rows("analysis.negative", ages < 0.0, field="age")
    kinds = np.zeros(len(ages), dtype=np.int64) if kind is None else np.asarray(kind, dtype=np.int64)
    if len(kinds) != len(ages):
        raise RoomError("analysis.lengths_differ", field="kind", found=len(kinds), expected=len(ages))
    return Standing(ages, weights(weight, len(ages)), kinds, list(curves))


def plan(
    alarms: Standing,
    reach: ArrayLike,
    between: ArrayLike,
    *,
    stay: float = 0.0,
    horizon: float = np.inf,
    watch: Watch = UNWATCHED,
) -> Sent:
    """Plan the officers' ways.

    reach: minutes from each officer to each alarm, shape (k, n), what is left of other work included; between: minutes
    from alarm to alarm, shape (n, n); infinite where there is no way. stay: minutes at each alarm. horizon: minutes
    from now within which alarms are to be reached. The best of three plans (by gain, nearest first, oldest first) is
    improved by moving single alarms and turning parts of a route round until nothing is gained; so it is never worse
    than sending everybody to the nearest. The same input gives the same plan.
    """
    ways = _ways(alarms, reach, between, stay, horizon)
    if not (len(alarms) and len(ways.reach)):
        return ways.sent([[] for _ in ways.reach])
    return ways.sent(max((_improved(ways, start, watch) for start in _starts(ways)), key=ways.total))


def nearest_first(alarms: Standing, reach: ArrayLike, between: ArrayLike, *, stay: float = 0.0) -> Sent:
    """Let whoever can be at an alarm soonest go there, again and again: what a plan is compared with."""
    ways = _ways(alarms, reach, between, stay, np.inf)
    return ways.sent(_nearest_first(ways))


Routes = list[list[int]]


@dataclass(frozen=True)
class _Ways:
    """The alarms and the minutes to and between them."""

    alarms: Standing
    reach: Array
    between: Array
    stay: float
    horizon: float

    def arrivals(self, officer: int, orders: Index) -> Array:
        """Return when the alarms of several orders are reached, shape (orders, alarms)."""
        if not orders.shape[1]:
            return np.zeros(orders.shape)
        legs = np.empty(orders.shape)
        legs[:, 0] = self.reach[officer, orders[:, 0]]
        legs[:, 1:] = self.between[orders[:, :-1], orders[:, 1:]] + self.stay
        return legs.cumsum(axis=1)

    def values(self, officer: int, orders: Index) -> Array:
        """Return what several orders of an officer's alarms are worth, shape (orders,)."""
        if not orders.shape[1]:
            return np.zeros(len(orders))
        arrival = self.arrivals(officer, orders)
        within = np.isfinite(arrival) & (arrival <= self.horizon)
        met = np.where(within, arrival, 0.0)
        return np.where(within, self.alarms.worth(orders, met), 0.0).sum(axis=1)

    def value(self, officer: int, route: list[int]) -> float:
        """Return what a route is worth."""
        return float(self.values(officer, np.array([route], dtype=np.int64))[0])

    def total(self, routes: Routes) -> float:
        """Return what all routes are worth."""
        return sum(self.value(officer, route) for officer, route in enumerate(routes))

    def sent(self, routes: Routes) -> Sent:
        """Return the plan of these routes."""
        orders = [np.array(route, dtype=np.int64) for route in routes]
        arrivals = [self.arrivals(officer, order[None, :])[0] for officer, order in enumerate(orders)]
        return Sent(orders, arrivals, self.total(routes))

    def best_place(self, officer: int, route: list[int], alarm: int) -> tuple[float, int]:
        """Return what the route is worth with the alarm at its best place, and that place."""
        orders = np.array([[*route[:at], alarm, *route[at:]] for at in range(len(route) + 1)], dtype=np.int64)
        values = self.values(officer, orders)
        at = int(values.argmax())
        return float(values[at]), at


def _ways(alarms: Standing, reach: ArrayLike, between: ArrayLike, stay: float, horizon: float) -> _Ways:
    return _Ways(alarms, np.asarray(reach, dtype=np.float64), np.asarray(between, dtype=np.float64), stay, horizon)


def _starts(ways: _Ways) -> list[Routes]:
    alarms = range(len(ways.alarms))
    oldest = sorted(alarms, key=lambda alarm: (-ways.alarms.age[alarm], alarm))
    return [_by_gain(ways, list(alarms)), _nearest_first(ways), _in_order(ways, oldest)]


def _by_gain(ways: _Ways, alarms: list[int]) -> Routes:
    """Put in the alarm that adds most, at its best place, until all are in."""
    routes: Routes = [[] for _ in ways.reach]
    left = list(alarms)
    while left:
        found = [(*_best_insertion(ways, routes, alarm), alarm) for alarm in left]
        gain, officer, at, alarm = max(found, key=lambda option: (option[0], -option[3]))
        if gain <= _WORTH_IT:
            break
        routes[officer].insert(at, alarm)
        left.remove(alarm)
    return routes


def _nearest_first(ways: _Ways) -> Routes:
    """Let whoever can be at one of the alarms soonest go there, again and again."""
    routes: Routes = [[] for _ in ways.reach]
    there = ways.reach.copy()
    while there.size and np.isfinite(there.min()):
        officer, alarm = (int(found) for found in np.unravel_index(int(there.argmin()), there.shape))
        met = there[officer, alarm]
        routes[officer].append(alarm)
        left = np.isfinite(there).any(axis=0)
        left[alarm] = False
        there[officer] = np.where(left, met + ways.stay + ways.between[alarm], np.inf)
        there[:, alarm] = np.inf
    return routes


def _in_order(ways: _Ways, alarms: list[int]) -> Routes:
    """Give each alarm in turn to whoever can be there soonest after what they have already."""
    routes: Routes = [[] for _ in ways.reach]
    free = np.zeros(len(routes))
    for alarm in alarms:
        way = [ways.between[route[-1], alarm] if route else ways.reach[o, alarm] for o, route in enumerate(routes)]
        there = free + way
        officer = int(there.argmin())
        if np.isfinite(there[officer]):
            routes[officer].append(alarm)
            free[officer] = there[officer] + ways.stay
    return routes


def _best_insertion(ways: _Ways, routes: Routes, alarm: int) -> tuple[float, int, int]:
    """Return what the alarm adds at its best place, whose route that is, and the place."""
    options = []
    for officer, route in enumerate(routes):
        value, at = ways.best_place(officer, route, alarm)
        options.append((value - (ways.value(officer, route) if route else 0.0), officer, at))
    return max(options, key=lambda option: (option[0], -option[1]))


def _improved(ways: _Ways, routes: Routes, watch: Watch) -> Routes:
    """Move single alarms and turn parts of routes round until neither gains."""
    steps: tuple[Callable[[_Ways, Routes], bool], ...] = (_moved, _turned)
    while any(step(ways, routes) for step in steps):
        watch.at(0.5)
    return routes


def _moved(ways: _Ways, routes: Routes) -> bool:
    """Move alarms, those in no route too, to where they add more; return whether any was."""
    gained = False
    for alarm in range(len(ways.alarms)):
        without = [[other for other in route if other != alarm] for route in routes]
        gain, officer, at = _best_insertion(ways, without, alarm)
        if ways.total(without) + gain > ways.total(routes) + _WORTH_IT:
            without[officer].insert(at, alarm)
            routes[:] = without
            gained = True
    return gained


def _turned(ways: _Ways, routes: Routes) -> bool:
    """Turn the part of a route round that gains most; return whether any was."""
    gained = False
    for officer, route in enumerate(routes):
        parts = [(i, k) for i in range(len(route)) for k in range(i + 2, len(route) + 1)]
        if not parts:
            continue
        orders = np.array([route[:i] + route[i:k][::-1] + route[k:] for i, k in parts], dtype=np.int64)
        values = ways.values(officer, orders)
        best = int(values.argmax())
        if values[best] > ways.value(officer, route) + _WORTH_IT:
            routes[officer] = orders[best].tolist()
            gained = True
    return gained
