"""What no plan can do better than: a lower bound of the longest route, proven without looking at any plan.

The longest route is at least as long as the way to the farthest street and home, and at least the mean of all routes.
All routes together walk every required street, leave every crossing as often as they come to it, and hang together
with the stations: the windy rural postman, of which a linear programme with cuts, and for small networks an integer
one, gives a bound from below. Cuts after Corberán, Plana and Sanchis (2007), A branch & cut algorithm for the windy
general routing problem and special cases, Networks 49(4).
"""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse.csgraph import connected_components, dijkstra

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .network import Index, Network

_EPSILON = 1e-6
#: One call of the solver cannot be interrupted, so it may not take longer, in seconds.
_CALL = 0.4
_ROUNDS = 60
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
    home = np.atleast_2d(dijkstra(network.matrix.T.tocsr(), indices=homes))
    half = (there[:, network.start] + network.cost + home[:, network.end]).min(axis=0)
    return np.minimum(half[0::2], half[1::2])


def bound(network: Network, stations: Index, watch: Watch = UNWATCHED) -> Bound:
    """Return the bound for walking all required streets, all of which can be reached.

    `watch` is asked between calls of the solver; Cancelled passes through.
    """
    finite = network.cost[np.isfinite(network.cost)]
    whole = bool((finite == np.round(finite)).all())
    required = np.flatnonzero(network.visits > 0)
    if not len(required):
        return Bound(0.0, 0.0, whole)
    farthest = float(round_trips(network, stations)[required].max())
    least = float(np.minimum(network.ahead, network.back)[required] @ network.visits[required])
    return Bound(farthest, max(least, _Postman(network, stations).solve(watch)), whole)


@dataclass
class _Postman:
    """The programme: how often each half-street that may be walked is walked, by all officers together."""

    network: Network
    stations: Index
    _rows: list[sparse.csr_matrix] = field(default_factory=list)
    _least: list[Array] = field(default_factory=list)

    def __post_init__(self) -> None:
        network = self.network
        self._halves = np.flatnonzero(np.isfinite(network.cost))
        self._cost = network.cost[self._halves]
        self._start, self._end = network.start[self._halves], network.end[self._halves]
        self._street = self._halves >> 1
        count = len(self._halves)
        ones, number = np.ones(count), np.arange(count)
        walked = sparse.csr_matrix((ones, (self._street, number)), shape=(network.streets, count))
        required = np.flatnonzero(network.visits > 0)
        self._rows.append(walked[required])
        self._least.append(network.visits[required].astype(float))
        leaves = sparse.csr_matrix((ones, (self._start, number)), shape=(network.nodes, count))
        comes = sparse.csr_matrix((ones, (self._end, number)), shape=(network.nodes, count))
        self._balance = leaves - comes

    def solve(self, watch: Watch) -> float:
        """Return the best bound that calls of limited length give."""
        best = 0.0
        for number in range(_ROUNDS):
            watch.at(0.5 * number / _ROUNDS)
            found = self._call(False)
            if found.x is None or found.status != 0:
                return best
            best = max(best, float(found.fun))
            if not self._cut(found.x):
                break
        for number in range(_ROUNDS if len(self._halves) <= 2 * _SMALL else 0):
            watch.at(0.5 + 0.5 * number / _ROUNDS)
            found = self._call(True)
            if found.mip_dual_bound is not None and np.isfinite(found.mip_dual_bound):
                best = max(best, float(found.mip_dual_bound))
            if found.status != 0 or not self._cut(found.x):
                break
        return best

    def _call(self, integer: bool) -> OptimizeResult:
        rows, least = sparse.vstack(self._rows, format="csc"), np.concatenate(self._least)
        constraints = [LinearConstraint(rows, least, np.inf), LinearConstraint(self._balance.tocsc(), 0.0, 0.0)]
        kind = np.full(len(self._cost), int(integer))
        return milp(
            self._cost, integrality=kind, bounds=Bounds(0.0, np.inf), constraints=constraints,
            options={"time_limit": _CALL},
        )  # fmt: skip

    def _cut(self, times: Array) -> bool:
        """Add the cuts that a solution breaks; whether there were any."""
        found = False
        extra = np.bincount(self._street, times, self.network.streets) - self.network.visits
        for threshold in _THRESHOLDS:
            found |= self._cut_parts(times, times > threshold, odd=False)
            found |= self._cut_parts(times, (extra > threshold)[self._street], odd=True)
        return found

    def _cut_parts(self, times: Array, kept: NDArray[np.bool_], *, odd: bool) -> bool:
        """Cut off the parts that hang together by the half-streets `kept`: each must be left often enough."""
        network, nodes = self.network, self.network.nodes
        ends = self._start[kept], self._end[kept]
        joined = sparse.coo_matrix((np.ones(len(ends[0])), ends), shape=(nodes, nodes))
        parts, part = connected_components(joined, directed=False)
        tail, head = part[network.tail], part[network.head]
        across = (tail != head) * network.visits
        bordering = np.bincount(tail, across, parts) + np.bincount(head, across, parts)
        need = (bordering + bordering % 2) / 2.0 if odd else np.ceil(bordering / 2.0)
        if not odd:
            inside = np.bincount(tail, network.visits * (tail == head), parts) + bordering
            alone = np.ones(parts, bool)
            alone[part[self.stations]] = False
            need = np.where(alone & (inside > 0), np.maximum(need, 1.0), need)
        leaves = part[self._start] != part[self._end]
        flow = np.bincount(part[self._start], times * leaves, parts)
        broken = np.flatnonzero(flow < need - 1e-4)
        if not len(broken):
            return False
        row = np.full(parts, -1)
        row[broken] = np.arange(len(broken))
        number = np.flatnonzero(leaves & (row[part[self._start]] >= 0))
        shape = len(broken), len(times)
        cuts = sparse.csr_matrix((np.ones(len(number)), (row[part[self._start[number]]], number)), shape=shape)
        self._rows.append(cuts)
        self._least.append(need[broken])
        return True
