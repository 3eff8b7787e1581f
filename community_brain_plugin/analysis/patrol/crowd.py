"""Many plans side by side as arrays, so that one step of the search is made in all of them at once.

Costs are whole numbers of a fine unit, with the place they belong to in their lowest bits: the least of many is then
found together with its place.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ..inputs import Array
from .network import Index
from .task import Route, Task

#: Bits of the longest route in the fine unit; bits for the number of a state.
_FINE, _STATE = 36, 14
_LOW = (1 << _STATE) - 1
#: What cannot be walked, and what is more than any change of a route can save, in the fine unit.
_FAR = 1 << (_FINE + 4)
#: Rounding of a whole route, in the fine unit: 4e-9 of the longest route.
_ROUNDING = 256
_ROOM, _WIDER = 8, 16
#: Numbers worked on at once, few enough to stay in the processor's cache.
_BLOCK = 200_000
_ASKED_EVERY = 20
_TURNS = 30
_NEVER = np.iinfo(np.int64).max


class Crowd:
    """p plans of the same task: routes, one for each of k officers, none longer than his limit, shape (k,).

    route: states (`Task`) in order from the station, which also fills the rest, shape (p, k, width). size: stops of
    each route, length: its cost in the fine unit, shape (p, k). inside: whether a visit is in the plan, shape
    (p, visits). halted: asked now and then; where it says so, filling and untangling end as they stand.
    """

    def __init__(self, task: Task, limit: Array, plans: int, halted: Callable[[], bool]) -> None:
        count = task.visits
        self.task, self.halted = task, halted
        scale = 2.0 ** (_FINE - math.ceil(math.log2(limit.max())))
        known = np.isfinite(task.step)
        steps = np.minimum(np.where(known, task.step, 0.0) * scale, _FAR)
        self.step: Index = np.where(known, np.rint(steps), _FAR).astype(np.int64)
        self.limit: Index = (limit * scale).astype(np.int64) + _ROUNDING
        # A visit on the way costs nothing; beside others it counts as if it cost a little.
        self._least = int(self.limit.max()) // (20 * (count + 1))
        self._spared = self._own_stops(scale)
        self.station = 2 * np.array(task.station)
        ahead = 2 * np.arange(count)
        point = (self.step[ahead] == self.step[ahead + 1]).all(1)
        point &= (self.step[:, ahead] == self.step[:, ahead + 1]).all(0)
        #: States that are put in: both of a street, one of a point.
        self.states = np.sort(np.concatenate([ahead, ahead[~point] + 1]))
        self.of = self.states >> 1
        self._turned = np.arange(len(self.step)) ^ 1
        self._turned[ahead[point]] = ahead[point]
        self._turned[2 * count :] = np.arange(2 * count, len(self.step))
        number = np.zeros(len(self.step), np.intp)
        number[self.states] = np.arange(len(self.states))
        self._columns = np.column_stack([number[ahead], np.where(point, number[ahead], number[ahead + 1])])
        self._to = np.ascontiguousarray(self.step[:, self.states]) << _STATE
        self._on = np.ascontiguousarray(self.step[self.states].T) << _STATE
        self.route = self._empty(plans, _ROOM)
        self.size = np.zeros((plans, task.officers), np.intp)
        self.inside = np.zeros((plans, count), bool)
        self._best = np.zeros((0, 0, 0), np.int64)
        self._measure()

    @property
    def plans(self) -> int:
        """Number of plans."""
        return len(self.inside)

    def routes(self, plan: int) -> list[Route]:
        """Return the routes of a plan as visits."""
        pairs = zip(self.route[plan], self.size[plan].tolist(), strict=True)
        return [tuple((route[1 : 1 + size] >> 1).tolist()) for route, size in pairs]

    def kept(self) -> tuple[Index, Index, Index, NDArray[np.bool_]]:
        """Return a copy of all plans."""
        return self.route.copy(), self.size.copy(), self.length.copy(), self.inside.copy()

    def put_back(
        self, kept: tuple[Index, Index, Index, NDArray[np.bool_]], to: NDArray[np.bool_] | Index, source: Index
    ) -> None:
        """Put copied plans `source` in the place of the plans `to`."""
        route, size, length, inside = kept
        width = max(route.shape[2], self.route.shape[2])
        self._widen(width)
        fresh = self._empty(len(source), width)
        fresh[:, :, : route.shape[2]] = route[source]
        self.route[to] = fresh
        self.size[to], self.length[to], self.inside[to] = size[source], length[source], inside[source]

    def remove(self, gone: NDArray[np.bool_]) -> None:
        """Take visits out; gone: shape (p, visits)."""
        stop = self.route >> 1
        out = np.zeros((self.plans, len(self.step) // 2), bool)
        out[:, : gone.shape[1]] = gone
        keep = ~np.take_along_axis(out, stop.reshape(self.plans, -1), 1).reshape(stop.shape)
        keep &= np.arange(stop.shape[2]) <= self.size[:, :, None]
        place = np.cumsum(keep, 2) - 1
        self.size = place[:, :, -1]
        before = self.route
        self.route = self._empty(self.plans, int(self.size.max()) + _ROOM)
        plan, officer, old = np.nonzero(keep)
        self.route[plan, officer, place[plan, officer, old]] = before[plan, officer, old]
        self.inside &= ~gone
        self._measure()

    def fill(self, wish: Array, factor: Array | None = None) -> None:
        """Put visits in as long as one fits: always the one most wished for the way it costs.

        wish: of each state, shape (p, states); factor: routes of each plan may be so many times as long as the limit.
        """
        self._find_places()
        wish = wish * ~self.inside[:, self.of]
        factor = np.ones(self.plans) if factor is None else factor
        limit = (self.limit * factor[:, None]).astype(np.int64)
        score = self._score(self._cost(self._best), wish[:, None], (limit - self.length)[:, :, None])
        plan, columns = np.arange(self.plans), score.shape[2]
        officers = np.arange(score.shape[1])[None, :, None]
        steps = 0
        while not (steps % _ASKED_EVERY == 0 and self.halted()):
            steps += 1
            flat = score.reshape(self.plans, -1)[plan]
            place = flat.argmax(1)
            on = flat[np.arange(len(plan)), place] > 0.0
            plan, place = plan[on], place[on]
            if not len(plan):
                break
            officer, column = np.divmod(place, columns)
            own = self._columns[self.of[column]]
            wish[plan[:, None], own] = 0.0
            score[plan[:, None, None], officers, own[:, None, :]] = 0.0
            self._put_in(plan, officer, column, wish[plan])
            slack = limit[plan, officer] - self.length[plan, officer]
            cost = self._cost(self._best[plan, officer], officer)
            score[plan, officer] = self._score(cost, wish[plan], slack[:, None])

    def trim(self, worth: Array) -> None:
        """Take out what is worth least for the way it costs until all routes keep the limit; worth: (p, visits)."""
        stops = len(self.step) // 2
        worth = np.concatenate([worth, np.full((self.plans, stops - worth.shape[1]), np.inf)], 1)
        width = self.route.shape[2]
        place = np.arange(width)
        while True:
            plan, officer = np.nonzero(self.length > self.limit)
            if not len(plan):
                return
            path = self.route[plan, officer]
            before, here, after = path[:, :-2], path[:, 1:-1], path[:, 2:]
            saved = self.step[before, here] + self.step[here, after] - self.step[before, after]
            if self._spared is not None:
                saved += self._spared[officer[:, None], here >> 1]
            ratio = worth[plan[:, None], here >> 1] / np.maximum(saved, 1)
            ratio[place[1:-1] > self.size[plan, officer][:, None]] = np.inf
            least = ratio.argmin(1)
            row = np.arange(len(plan))
            self.inside[plan, here[row, least] >> 1] = False
            self.length[plan, officer] -= saved[row, least]
            source = np.minimum(place + (place > least[:, None]), width - 1)
            self.route[plan, officer] = np.take_along_axis(path, source, 1)
            self.size[plan, officer] -= 1

    def shorten(self) -> bool:
        """Walk parts of routes backwards as long as that shortens them; return whether anything was."""
        width = self.route.shape[2]
        route, size = self.route.reshape(-1, width), self.size.ravel()
        todo = np.flatnonzero(size > 0)
        changed = False
        for _ in range(_TURNS):
            if not len(todo) or self.halted():
                break
            block = max(1, _BLOCK // (int(size[todo].max()) + 2) ** 2)
            parts = [self._turn(route, size, todo[k : k + block]) for k in range(0, len(todo), block)]
            todo = np.concatenate(parts)
            changed |= bool(len(todo))
        self._measure()
        return changed

    def _empty(self, plans: int, width: int) -> Index:
        return np.broadcast_to(self.station[None, :, None], (plans, len(self.station), width)).copy()

    def _widen(self, width: int) -> None:
        if width > self.route.shape[2]:
            more = self._empty(self.plans, width - self.route.shape[2])
            self.route = np.concatenate([self.route, more], 2)

    def _measure(self) -> None:
        leg = self.step[self.route[:, :, :-1], self.route[:, :, 1:]]
        self.length = (leg * (np.arange(leg.shape[2]) <= self.size[:, :, None])).sum(2)
        if self._spared is not None:
            self.length += self._spared[np.arange(len(self.station))[:, None], self.route >> 1].sum(2)

    def _gaps(self, path: Index, size: Index) -> tuple[Index, Index, Index]:
        """Return the states before and behind each gap of some routes, and what its key begins with."""
        last = int(size.max()) + 1
        head, tail = path[:, :last], path[:, 1 : last + 1]
        leg = np.where(np.arange(last) <= size[:, None], self.step[head, tail], -_FAR)
        return head, tail, head - (leg << _STATE)

    def _find_places(self) -> None:
        """Work out for each route and state what putting it in costs at least, and behind which state."""
        path, size = self.route.reshape(-1, self.route.shape[2]), self.size.ravel()
        best = np.empty((len(size), len(self.states)), np.int64)
        block = max(1, _BLOCK // ((int(size.max()) + 1) * len(self.states)))
        for first in range(0, len(size), block):
            rows = slice(first, first + block)
            head, tail, key = self._gaps(path[rows], size[rows])
            cost = self._to[head]
            cost += self._on[tail]
            cost += key[:, :, None]
            cost.min(1, out=best[rows])
        self._best = best.reshape(*self.size.shape, -1)

    def _own_stops(self, scale: float) -> Index | None:
        """Return by what a stop costs each officer more than the fastest, of what is walked meanwhile: (k, stops).

        None where it costs all alike.
        """
        crew, dwell = self.task.crew, np.array(self.task.dwell)
        if crew is None or not dwell.any() or (crew.pace == crew.unit).all():
            return None
        more = np.rint((crew.unit / crew.pace - 1.0)[:, None] * dwell * scale).astype(np.int64)
        return np.pad(more, ((0, 0), (0, len(self.step) // 2 - more.shape[1])))

    def _cost(self, best: Index, officer: Index | None = None) -> Index:
        """Return what putting each state in costs; best: of all routes, or of one officer's in each of some plans."""
        cost: Index = best >> _STATE
        if self._spared is not None:
            cost += self._spared[:, self.of] if officer is None else self._spared[officer][:, self.of]
        return cost

    def _score(self, cost: Index, wish: Array, slack: Index) -> Array:
        score: Array = wish / np.maximum(cost, self._least)
        score *= cost <= slack
        return score

    def _put_in(self, plan: Index, officer: Index, column: Index, wish: Array) -> None:
        """Put a state in a route of each of some plans, at its best place, and keep what is known of places true."""
        self._widen(int(self.size[plan, officer].max()) + 4)
        state, key = self.states[column], self._best[plan, officer, column]
        before = key & _LOW
        path = self.route[plan, officer]
        row, place = np.arange(len(plan)), np.arange(path.shape[1])
        gap = (path == before[:, None]).argmax(1)
        behind = path[row, gap + 1]
        path = np.take_along_axis(path, place - (place > gap[:, None]), 1)
        path[row, gap + 1] = state
        self.route[plan, officer] = path
        self.size[plan, officer] += 1
        self.length[plan, officer] += key >> _STATE
        if self._spared is not None:
            self.length[plan, officer] += self._spared[officer, self.of[column]]
        self.inside[plan, self.of[column]] = True
        best = self._best[plan, officer]
        stale = ((best & _LOW) == before[:, None]) & (wish > 0.0)
        best[stale] = _NEVER
        for one, other in ((before, state), (state, behind)):
            cost = self._to[one] + self._on[other]
            cost += (one - (self.step[one, other] << _STATE))[:, None]
            np.minimum(best, cost, out=best)
        again, what = stale.nonzero()
        if len(again):
            head, tail, base = self._gaps(path, self.size[plan, officer])
            cost = self._to[head[again], what[:, None]]
            cost += self._on[tail[again], what[:, None]]
            cost += base[again]
            best[again, what] = cost.min(1)
        self._best[plan, officer] = best

    def _turn(self, route: Index, size: Index, rows: Index) -> Index:
        """Turn round in each of some routes the part for which it helps most; return the routes it helped."""
        step = self.step
        width = int(size[rows].max()) + 2
        path = route[rows, :width]
        back = self._turned[path]
        zero = np.zeros((len(rows), 1), np.int64)
        ahead = np.concatenate([zero, np.cumsum(step[path[:, :-1], path[:, 1:]], 1)], 1)
        other = np.concatenate([zero, np.cumsum(step[back[:, 1:], back[:, :-1]], 1)], 1)
        # Stops i … j walked backwards, by i and j.
        saved = step[path[:, :-2, None], back[:, None, 1:-1]]
        saved += step[back[:, 1:-1, None], path[:, None, 2:]]
        saved += (other[:, 1:-1] - ahead[:, 2:])[:, None, :]
        saved += (ahead[:, :-2] - other[:, 1:-1])[:, :, None]
        stop = np.arange(1, width - 1)
        barred = (stop[:, None] > stop) | (stop > size[rows][:, None, None])
        saved += barred * (2 * _FAR)
        flat = saved.reshape(len(rows), -1)
        part = flat.argmin(1)
        helps = flat[np.arange(len(rows)), part] < -_ROUNDING
        rows, part, path, back = rows[helps], part[helps], path[helps], back[helps]
        if len(rows):
            first, last = np.divmod(part, width - 2)
            first, last = first[:, None] + 1, last[:, None] + 1
            place = np.arange(width)
            inside = (place >= first) & (place <= last)
            source = np.where(inside, first + last - place, place)
            route[rows, :width] = np.where(inside, np.take_along_axis(back, source, 1), path)
        return rows
