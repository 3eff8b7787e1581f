"""What no plan can do better than: a lower bound of the longest route, proven without looking at any plan.

The longest route is at least as long as the way to the farthest street and home, and at least the mean of all routes.
All routes together walk every required street, leave every crossing as often as they come to it, and hang together
with the stations: the windy rural postman, of which a linear programme with cuts, and for small networks an integer
one, gives a bound from below. Where every street costs the same both ways, as on foot, its directions need not be told
apart: half the unknowns, and no balance of the crossings but that each is met an even number of times.

Cuts after Corberán, Plana and Sanchis (2007), A branch & cut algorithm for the windy general routing problem and
special cases, Networks 49(4).
"""

import math
import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp
from scipy.sparse.csgraph import connected_components

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .network import Index, Network

_EPSILON = 1e-6
#: One call of the solver cannot be interrupted, so it may not take longer, in seconds; a call for a whole city takes
#: about a second, which is waited for.
_CALL, _CALL_CITY = 0.4, 5.0
_ROUNDS = 60
#: From so many half-streets on a network is a city: cuts that raise its bound by a smaller share are not worth a call.
_CITY, _WORTH = 8_000, 1e-4
#: How often parts met an odd number of times grow by their cheapest way out, each time cut off again.
_NESTED = 6
_SMALL = 400
_THRESHOLDS = (1e-6, 0.26, 0.51, 0.76)


@dataclass(frozen=True)
class Bound:
    """Bounds from below: `farthest` of the longest route, `total` of all routes together, same unit as the costs."""

    farthest: float
    total: float
    whole: bool

    def of(self, officers: int) -> float:
        """Return what the longest route of so many officers is at least."""
        mean = self.total / officers
        if self.whole:
            mean = math.ceil(mean - _EPSILON * max(1.0, mean))
        return max(self.farthest, mean)


def round_trips(network: Network, stations: Index) -> Array:
    """Return the cost of walking each street and coming home, from the station for which it is least, shape (e,)."""
    homes = np.unique(stations)
    there = network.distances(homes)
    home = network.returns(homes)
    half = (there[:, network.start] + network.cost + home[:, network.end]).min(axis=0)
    return np.minimum(half[0::2], half[1::2])


def bound(
    network: Network, stations: Index, watch: Watch = UNWATCHED, seconds: float = math.inf
) -> tuple[Bound, Array]:
    """Return the bound for walking all required streets, all of which can be reached, and what it was found with.

    The latter says how often each half-street is walked where all together walk least, by fractions, shape (2 e,); both
    ways alike where directions were not told apart. `watch` is asked between calls of the solver; Cancelled passes
    through. No call begins after `seconds`.
    """
    finite = network.cost[np.isfinite(network.cost)]
    whole = bool((finite == np.round(finite)).all())
    required = np.flatnonzero(network.visits > 0)
    if not len(required):
        return Bound(0.0, 0.0, whole), np.zeros(2 * network.streets)
    farthest = float(round_trips(network, stations)[required].max())
    least = float(np.minimum(network.ahead, network.back)[required] @ network.visits[required])
    postman = _Postman(network, stations)
    return Bound(farthest, max(least, postman.solve(watch, seconds)), whole), postman.times


@dataclass
class _Postman:
    """The programme: how often each half-street that may be walked is walked, by all officers together.

    Without directions, each street is one unknown, how often it is walked beyond what is asked (`_floor`), and crossing
    the edge of a part counts in and out together.
    """

    network: Network
    stations: Index
    times: Array = field(init=False)
    _rows: list[sparse.csr_matrix] = field(default_factory=list)
    _least: list[Array] = field(default_factory=list)
    _known: set[float] = field(default_factory=set)

    def __post_init__(self) -> None:
        network = self.network
        self.times = np.repeat(network.visits / 2.0, 2)
        self._plain = bool((network.ahead == network.back).all())
        self._halves = np.flatnonzero(np.isfinite(network.cost))
        if self._plain:
            self._halves = self._halves[::2]
        self._cost = network.cost[self._halves]
        self._start, self._end = network.start[self._halves], network.end[self._halves]
        self._street = self._halves >> 1
        count = len(self._halves)
        self._is_city = count > _CITY
        ones, number = np.ones(count), np.arange(count)
        self._floor = np.zeros(count)
        self._mark = np.random.default_rng(0).random(count)
        if self._plain:
            self._floor = network.visits[self._street].astype(float)
            return
        walked = sparse.csr_matrix((ones, (self._street, number)), shape=(network.streets, count))
        required = np.flatnonzero(network.visits > 0)
        self._rows.append(walked[required])
        self._least.append(network.visits[required].astype(float))
        leaves = sparse.csr_matrix((ones, (self._start, number)), shape=(network.nodes, count))
        comes = sparse.csr_matrix((ones, (self._end, number)), shape=(network.nodes, count))
        self._balance = leaves - comes

    def solve(self, watch: Watch, seconds: float) -> float:
        """Return the best bound that calls of limited length give."""
        until = time.monotonic() + seconds
        best = 0.0
        if self._plain:
            self._cut(self._floor)
        for number in range(_ROUNDS):
            watch.at(0.5 * number / _ROUNDS)
            found = self._linear()
            if found.x is None or found.status != 0:
                return best
            before, best = best, max(best, float(found.fun + self._cost @ self._floor))
            self._keep(self._floor + found.x)
            if (
                not self._cut(self._floor + found.x)
                or time.monotonic() >= until
                or (self._is_city and best - before < _WORTH * before)
            ):
                break
        for number in range(_ROUNDS if len(self._halves) <= 2 * _SMALL else 0):
            watch.at(0.5 + 0.5 * number / _ROUNDS)
            if time.monotonic() >= until:
                break
            found = self._integer()
            if found.mip_dual_bound is not None and np.isfinite(found.mip_dual_bound):
                best = max(best, float(found.mip_dual_bound + self._cost @ self._floor))
            if found.status != 0 or not self._cut(self._floor + found.x):
                break
        return best

    def _keep(self, times: Array) -> None:
        """Note how often each half-street is walked."""
        self.times = np.zeros(2 * self.network.streets)
        self.times[self._halves] = times
        if self._plain:
            self.times = np.repeat(self.times[::2] / 2.0, 2)

    def _linear(self) -> OptimizeResult:
        rows = -sparse.vstack(self._rows, format="csr") if self._rows else None
        least = -np.concatenate(self._least) if self._rows else None
        balance = None if self._plain else self._balance
        zeros = None if self._plain else np.zeros(self.network.nodes)
        limit = _CALL_CITY if self._is_city else _CALL
        return linprog(
            self._cost, rows, least, balance, zeros, (0.0, None), method="highs-ds", options={"time_limit": limit}
        )

    def _integer(self) -> OptimizeResult:
        constraints = []
        if self._rows:
            rows, least = sparse.vstack(self._rows, format="csc"), np.concatenate(self._least)
            constraints.append(LinearConstraint(rows, least, np.inf))
        if not self._plain:
            constraints.append(LinearConstraint(self._balance.tocsc(), 0.0, 0.0))
        return milp(
            self._cost, integrality=np.ones(len(self._cost)), bounds=Bounds(0.0, np.inf),
            constraints=constraints, options={"time_limit": _CALL},
        )  # fmt: skip

    def _cut(self, times: Array) -> bool:
        """Add the cuts that a solution breaks; whether there were any."""
        found = False
        extra = np.bincount(self._street, times, self.network.streets) - self.network.visits
        for threshold in _THRESHOLDS:
            found |= self._cut_off(times, self._joined(times > threshold), odd=False)
            found |= self._cut_nested(times, self._joined((extra > threshold)[self._street]))
        return found

    def _joined(self, kept: NDArray[np.bool_]) -> Index:
        """Return the number of the part of each crossing, parts hanging together by the half-streets `kept`."""
        nodes = self.network.nodes
        ends = self._start[kept], self._end[kept]
        joined = sparse.coo_matrix((np.ones(len(ends[0])), ends), shape=(nodes, nodes))
        return connected_components(joined, directed=False)[1]

    def _cut_nested(self, times: Array, part: Index) -> bool:
        """Cut off parts that are met an odd number of times, then what they grow to by their cheapest ways out."""
        found = self._cut_off(times, part, odd=True)
        network = self.network
        met = np.bincount(network.start, np.repeat(network.visits, 2), network.nodes)
        for _ in range(_NESTED if self._plain or self._is_city else 0):
            odd = np.bincount(part, met) % 2 == 1
            ends = part[self._start], part[self._end]
            begin, end = np.concatenate(ends), np.concatenate(ends[::-1])
            out = np.flatnonzero((begin != end) & odd[begin])
            out = out[np.lexsort((np.tile(self._cost, 2)[out], begin[out]))]
            out = out[np.diff(begin[out], prepend=-1) > 0]
            if not len(out):
                break
            shape = len(odd), len(odd)
            grown = sparse.coo_matrix((np.ones(len(out)), (begin[out], end[out])), shape=shape)
            part = connected_components(grown, directed=False)[1][part]
            found |= self._cut_off(times, part, odd=True)
        return found

    def _cut_off(self, times: Array, part: Index, *, odd: bool) -> bool:
        """Cut off the parts that are not left often enough."""
        parts = int(part.max()) + 1
        need = self._need(part, parts, odd=odd)
        leaves = part[self._start] != part[self._end]
        places = [part[self._start]]
        if self._plain:
            places.append(part[self._end])
            need = 2.0 * need
        flow = np.sum([np.bincount(place, times * leaves, parts) for place in places], axis=0)
        broken = np.flatnonzero(flow < need - 1e-4)
        if not len(broken):
            return False
        row = np.full(parts, -1)
        row[broken] = np.arange(len(broken))
        found = [np.flatnonzero(leaves & (row[place] >= 0)) for place in places]
        number = np.concatenate(found)
        where = np.concatenate([row[place[one]] for place, one in zip(places, found, strict=True)])
        # Parts found again at another threshold are known by the sum of their edges' marks.
        marks = np.bincount(where, self._mark[number], len(broken)).tolist()
        fresh = np.array([mark not in self._known for mark in marks])
        self._known.update(marks)
        cuts = sparse.csr_matrix((np.ones(len(number)), (where, number)), shape=(len(broken), len(times)))[fresh]
        self._rows.append(cuts)
        self._least.append(need[broken][fresh] - cuts @ self._floor)
        return bool(fresh.any())

    def _need(self, part: Index, parts: int, *, odd: bool) -> Array:
        """Return how often each part must be left at least, for what is to be walked at its border and inside."""
        network = self.network
        tail, head = part[network.tail], part[network.head]
        across = (tail != head) * network.visits
        bordering = np.bincount(tail, across, parts) + np.bincount(head, across, parts)
        if odd:
            return (bordering + bordering % 2) / 2.0
        inside = np.bincount(tail, network.visits * (tail == head), parts) + bordering
        alone = np.ones(parts, bool)
        alone[part[self.stations]] = False
        need = np.ceil(bordering / 2.0)
        return np.where(alone & (inside > 0), np.maximum(need, 1.0), need)
