"""The search for the most valuable visits that can be made within the shift, where not all can: team orienteering.

Many plans are searched side by side. In each round visits are taken out, others put in by value for the way they cost,
routes untangled; most rounds let routes grow beyond the shift first and then drop what is worth least for its way,
which leads over to plans that no small change leads to. After Chao, Golden and Wasil (1996), The team orienteering
problem, European Journal of Operational Research 88(3); to and fro beyond the limit after Glover (1995), Tabu
thresholding, ORSA Journal on Computing 7(4).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .crowd import Crowd
from .ending import FINISHED, PROVEN, Ending
from .moves import Routes
from .task import Task

#: Plans side by side, and for how many visits all together.
_PLANS, _STOPS = 16, 3_200
#: By how much value counts against the way it costs, and how far chance moves that.
_POWERS, _NOISE, _TRIM_NOISE, _FIRST_NOISE = (0.7, 1.0, 1.4, 2.0), 0.25, 0.3, 1.0
#: Share of the rounds in which routes grow beyond the shift, and by what share at most; in how many of these nothing is
#: taken out first.
_BEYOND, _GROWTH, _WHOLE = 0.9, 0.8, 0.3
#: Most visits taken out at once from a route, and how: in a row, near each other, anywhere.
_STRING, _IN_A_ROW, _NEAR = 20, 0.5, 0.85
#: A plan worse by so much of the best is gone on with at the beginning; how many times as much for the best plan and
#: for the worst: what the latter wander into is made better once it is among the best.
_HOT, _HEAT = 0.01, (0.2, 8.0)
#: How much all ways together count where values are alike, as a share of the least value.
_WAY = 1e-3
_EPSILON = 1e-9


def usual_rounds(task: Task) -> int:
    """Return how many rounds a search makes when nobody says: fewer where there is more to look at."""
    return max(40, min(1_000, round(15_000_000 / (task.visits + 20) ** 2)))


@dataclass(frozen=True)
class Gathered:
    """Routes, one for each officer, the value of their visits, why the search ended and after how many rounds."""

    routes: Routes
    value: float
    ended: str
    rounds: int


class ValueSearch:
    """Searches routes of the greatest value, none longer than the limit.

    values: of each visit, above zero, shape (visits,); limit: of all routes or of each, shape (k,), in the unit of the
    task's costs. The same
    seed and number of rounds give the same plan. A proven bound that is met, a limit of seconds and a cancel end the
    search sooner; the last two make the plan depend on the machine.
    """

    def __init__(self, task: Task, values: Array, limit: Array | float, seed: int = 1) -> None:
        self._task, self._values = task, values
        self._limit = np.broadcast_to(np.asarray(limit, np.float64), (task.officers,))
        self._dice = np.random.default_rng(seed)
        self._plans = max(2, min(_PLANS, _STOPS // max(task.visits, 1)))
        rank = np.empty((task.visits, task.visits))
        np.put_along_axis(rank, np.array(task.near, np.intp).reshape(rank.shape), np.arange(task.visits)[None], 1)
        self._rank = rank

    def run(
        self, rounds: int, seconds: float = math.inf, bound: float = math.inf, watch: Watch = UNWATCHED
    ) -> Gathered:
        """Return the best routes found within the rounds."""
        if not self._task.visits:
            return Gathered([()] * self._task.officers, 0.0, PROVEN, 0)
        ending = Ending(seconds, watch)
        # There is always time for a first plan.
        crowd = Crowd(self._task, self._limit, self._plans, Ending(math.inf, watch).is_due)
        wish = self._values * np.exp(_FIRST_NOISE * self._dice.standard_normal(crowd.inside.shape))
        crowd.fill(wish[:, crowd.of])
        crowd.shorten()
        crowd.halted = ending.is_due
        kept, value = crowd.kept(), self._value(crowd)
        first = int(value.argmax())
        best, most = crowd.routes(first), float(value[first])
        ended = FINISHED
        number = 0
        while number < rounds:
            reached = PROVEN if self.worth(best) >= bound * (1.0 - _EPSILON) else ending.why(number / rounds)
            if reached:
                ended = reached
                break
            self._changed(crowd)
            found = self._value(crowd)
            first = int(found.argmax())
            if found[first] > most:
                best, most = crowd.routes(first), float(found[first])
            hot = _HOT * most * (1.0 - max(number / rounds, ending.spent()))
            heat = np.empty(len(value))
            heat[np.argsort(-value, kind="stable")] = np.linspace(*_HEAT, len(value))
            chance = np.log(np.maximum(self._dice.random(len(found)), 1e-12))
            worse = np.flatnonzero(found < value + hot * heat * chance)
            crowd.put_back(kept, worse, worse)
            found[worse] = value[worse]
            kept, value = crowd.kept(), found
            number += 1
        return Gathered(best, self.worth(best), ended, number)

    def worth(self, routes: Routes) -> float:
        """Return the value of all visits of some routes."""
        return float(sum(self._values[list(route)].sum() for route in routes))

    def _value(self, crowd: Crowd) -> Array:
        # Of plans of the same value, the shorter ones leave room for more.
        way: Array = crowd.length.sum(1) / crowd.limit.sum()
        return crowd.inside @ self._values - _WAY * float(self._values.min()) * way

    def _changed(self, crowd: Crowd) -> None:
        """Make a round in all plans."""
        dice = self._dice
        wish = self._wish(crowd)
        beyond = dice.random() < _BEYOND
        if not beyond or dice.random() > _WHOLE:
            crowd.remove(self._gone(crowd))
        if beyond:
            crowd.fill(wish, 1.0 + _GROWTH * dice.random(crowd.plans))
            crowd.shorten()
            crowd.trim(self._values * np.exp(_TRIM_NOISE * dice.standard_normal(crowd.inside.shape)))
        else:
            crowd.fill(wish)
        if crowd.shorten() or beyond:
            crowd.fill(wish)

    def _wish(self, crowd: Crowd) -> Array:
        """Return how much each state is wished for in each plan, shape (p, states)."""
        dice, shape = self._dice, crowd.inside.shape
        power = dice.choice(_POWERS, shape[0])[:, None]
        noise = _NOISE * dice.random(shape[0])[:, None] * dice.standard_normal(shape)
        wish: Array = self._values**power * np.exp(noise)
        return wish[:, crowd.of]

    def _gone(self, crowd: Crowd) -> NDArray[np.bool_]:
        """Return what is taken out of each plan, shape (p, visits): about as many in all of them."""
        dice, (plans, visits) = self._dice, crowd.inside.shape
        size = int(math.exp(dice.uniform(0.0, math.log(_STRING + 1))))
        kind = dice.random()
        if kind < _IN_A_ROW:
            return self._in_a_row(crowd, size)
        if kind < _NEAR:
            rank = self._rank[dice.integers(visits, size=plans)] * np.exp(0.2 * dice.standard_normal((plans, visits)))
        else:
            rank = dice.random((plans, visits))
        rank[~crowd.inside] = np.inf
        count = min(2 * size, visits - 1)
        last: Array = np.partition(rank, count, 1)[:, count]
        gone: NDArray[np.bool_] = (rank < last[:, None]) & crowd.inside
        return gone

    def _in_a_row(self, crowd: Crowd, size: int) -> NDArray[np.bool_]:
        """Return the visits of one string of stops, or of one in most routes, in each plan."""
        dice, (plans, officers) = self._dice, crowd.size.shape
        begin = 1 + np.floor(dice.random(crowd.size.shape) * np.maximum(crowd.size - size + 1, 1)).astype(np.intp)
        chosen = np.arange(officers) == dice.integers(officers, size=plans)[:, None]
        if dice.random() < 0.5:
            chosen |= dice.random(chosen.shape) < 0.7
        place = np.arange(crowd.route.shape[2])
        string = (place >= begin[:, :, None]) & (place < (begin + size)[:, :, None]) & chosen[:, :, None]
        plan, officer, place = np.nonzero(string & (place <= crowd.size[:, :, None]))
        gone = np.zeros(crowd.inside.shape, bool)
        gone[plan, crowd.route[plan, officer, place] >> 1] = True
        return gone
