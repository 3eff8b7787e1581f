"""What no plan can collect more than: an upper bound of the value that can be walked within the shift, proven.

All officers together have so much time: what each can walk in his own shift, less what is walked meanwhile at each stop
by the slowest, who is best spared. They leave every crossing as often as they come to it, but for where they start and
end, walk a street before it counts, and what they walk hangs together with their stations: a linear programme with cuts
whose solution is at least what any plan collects. Where the solver gives none, the streets of most value for their
length are counted until the time is used up.

Cuts after Corberán, Plana and Sanchis (2007), A branch & cut algorithm for the windy general routing problem and
special cases, Networks 49(4), with what is required made a matter of choice.
"""

import math
import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import OptimizeResult, linprog
from scipy.sparse.csgraph import connected_components

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .crew import Crew
from .network import Network

#: One call of the solver cannot be interrupted, so it may not take longer, in seconds.
_CALL = 0.4
_ROUNDS = 40
_THRESHOLDS = (1e-6, 0.26, 0.51, 0.76)
_BROKEN, _WORTH = 1e-4, 1e-4


def most_value(
    network: Network, crew: Crew, worth: Array, watch: Watch = UNWATCHED, seconds: float = math.inf
) -> float:
    """Return what some officers can collect at most, each within his own shift.

    worth: value of each visit of each street, at least zero, shape (e,); every street asked for can be reached and left
    within a shift. network: stops not priced. `watch` is asked between calls of the solver; Cancelled passes through.
    No call begins after `seconds`.
    """
    budget = float(((crew.shift - crew.spent) / crew.pace).sum())
    # Where a stop is made by somebody faster, more is lost.
    network = network.priced(float(crew.pace.max()))
    best = min(float(worth @ network.visits), _by_length(network, worth, budget))
    if best <= 0.0:
        return 0.0
    until = time.monotonic() + seconds
    programme = _Programme(network, crew, worth, budget)
    for number in range(_ROUNDS):
        watch.at(number / _ROUNDS)
        found = programme.solved()
        if found.x is None or found.status != 0:
            break
        # The solver's own tolerance is allowed for.
        before, best = best, min(best, -float(found.fun) * (1.0 + 1e-7))
        if not programme.cut(found.x) or time.monotonic() >= until or (number > 5 and before - best < _WORTH * best):
            break
    values = worth[(network.visits > 0) & (worth > 0.0)]
    whole = bool((values == np.round(values)).all())
    return math.floor(best + 1e-6) if whole else best


def _by_length(network: Network, worth: Array, budget: float) -> float:
    """Return the value of the streets of most value for their length that fit in the budget, the last in part."""
    streets = np.flatnonzero((network.visits > 0) & (worth > 0.0))
    cost = np.minimum(network.ahead, network.back)[streets] * network.visits[streets]
    value = worth[streets] * network.visits[streets]
    order = np.argsort(-value / np.maximum(cost, 1e-12), kind="stable")
    before = np.cumsum(cost[order]) - cost[order]
    share = np.clip((budget - before) / np.maximum(cost[order], 1e-12), 0.0, 1.0)
    return float(value[order] @ share)


@dataclass
class _Programme:
    """How often each half-street is walked by all officers together; then which streets asked for count."""

    network: Network
    crew: Crew
    worth: Array
    budget: float
    _rows: list[sparse.csr_matrix] = field(default_factory=list)
    _most: list[Array] = field(default_factory=list)

    def __post_init__(self) -> None:
        network = self.network
        self._halves = np.flatnonzero(np.isfinite(network.cost))
        self._start, self._end = network.start[self._halves], network.end[self._halves]
        self._wanted = np.flatnonzero((network.visits > 0) & (self.worth > 0.0))
        self._visits = network.visits[self._wanted].astype(float)
        halves, wanted = len(self._halves), len(self._wanted)
        ones, number = np.ones(halves), np.arange(halves)
        shape = network.nodes, halves
        leaves = sparse.csr_matrix((ones, (self._start, number)), shape)
        comes = sparse.csr_matrix((ones, (self._end, number)), shape)
        self._balance = sparse.hstack([leaves - comes, sparse.csr_matrix((network.nodes, wanted))], format="csr")
        walked = sparse.csr_matrix((ones, (self._halves >> 1, number)), (network.streets, halves))[self._wanted]
        self._add(sparse.hstack([-walked, sparse.identity(wanted)]), np.zeros(wanted))
        cost = np.concatenate([network.cost[self._halves], np.zeros(wanted)])
        self._add(sparse.csr_matrix(cost[None]), np.array([self.budget]))
        crew = self.crew
        leave, arrive = (np.bincount(one, minlength=network.nodes) for one in (crew.start, crew.end))
        self._surplus = (leave - arrive).astype(float)
        # Where somebody starts who ends elsewhere, or ends who started elsewhere, crossings may be met as often as not.
        apart = crew.start != crew.end
        self._is_loose = np.zeros(network.nodes, bool)
        self._is_loose[np.concatenate([crew.start[apart], crew.end[apart]])] = True
        self._gain = np.concatenate([np.zeros(halves), self.worth[self._wanted]])

    def solved(self) -> OptimizeResult:
        """Solve the programme as it is."""
        top = np.concatenate([np.full(len(self._halves), np.inf), self._visits])
        return linprog(
            -self._gain, sparse.vstack(self._rows, format="csr"), np.concatenate(self._most), self._balance,
            self._surplus, np.column_stack([np.zeros(len(top)), top]), method="highs-ds",
            options={"time_limit": _CALL},
        )  # fmt: skip

    def cut(self, found: Array) -> bool:
        """Add the cuts that a solution breaks; whether there were any."""
        times, counts = found[: len(self._halves)], found[len(self._halves) :]
        is_cut = self._cut_odd(times, counts)
        for threshold in _THRESHOLDS:
            is_cut |= self._cut_apart(times, counts, times > threshold)
        return is_cut

    def _add(self, rows: sparse.spmatrix, most: Array) -> None:
        self._rows.append(sparse.csr_matrix(rows))
        self._most.append(most)

    def _cut_apart(self, times: Array, counts: Array, kept: NDArray[np.bool_]) -> bool:
        """A part without a station is left at least as often as the street in it that counts most."""
        network = self.network
        ends = self._start[kept], self._end[kept]
        joined = sparse.coo_matrix((np.ones(len(ends[0])), ends), shape=(network.nodes, network.nodes))
        part = connected_components(joined, directed=False)[1]
        inside = part[network.tail[self._wanted]] == part[network.head[self._wanted]]
        home = np.isin(part[network.tail[self._wanted]], part[np.concatenate([self.crew.start, self.crew.end])])
        share = np.where(inside & ~home, counts / self._visits, 0.0)
        own = part[network.tail[self._wanted]]
        order = np.lexsort((-share, own))
        first = order[np.diff(own[order], prepend=-1) > 0]
        leaves = part[self._start] != part[self._end]
        flow = np.bincount(part[self._start], times * leaves, len(part))
        first = first[share[first] > flow[own[first]] + _BROKEN]
        if not len(first):
            return False
        row = np.full(len(part), -1)
        row[own[first]] = np.arange(len(first))
        number = np.flatnonzero(leaves & (row[part[self._start]] >= 0))
        shape = len(first), len(self._gain)
        out = sparse.csr_matrix((np.ones(len(number)), (row[part[self._start[number]]], number)), shape)
        place = np.arange(len(first)), len(self._halves) + first
        self._add(sparse.csr_matrix((1.0 / self._visits[first], place), shape) - out, np.zeros(len(first)))
        return True

    def _cut_odd(self, times: Array, counts: Array) -> bool:
        """A crossing met by an odd number of streets that count is met once more.

        For an odd set F of streets to be walked once at a crossing: times met ≥ 2 · (those of F that count) − |F| + 1.
        """
        network, nodes = self.network, self.network.nodes
        single = (self._visits == 1.0) & (network.tail[self._wanted] != network.head[self._wanted])
        around = self._start != self._end
        met = np.bincount(self._start, times * around, nodes) + np.bincount(self._end, times * around, nodes)
        ends = np.concatenate([network.tail[self._wanted], network.head[self._wanted]])
        which = np.tile(np.arange(len(self._wanted)), 2)
        ends, which = ends[np.tile(single, 2)], which[np.tile(single, 2)]
        order = np.lexsort((-counts[which], ends))
        ends, which = ends[order], which[order]
        rank = np.arange(len(ends)) - np.searchsorted(ends, ends)
        # The larger half of what counts, made odd: each street more than half walked adds to the cut.
        size = np.bincount(ends, counts[which] > 0.5, nodes).astype(np.intp)
        size += np.where(size % 2 == 0, np.where(size < np.bincount(ends, minlength=nodes), 1, -1), 0)
        chosen = rank < size[ends]
        ends, which = ends[chosen], which[chosen]
        need = 2.0 * np.bincount(ends, counts[which], nodes) - size + 1.0
        broken = np.flatnonzero((size > 0) & ~self._is_loose & (met < need - _BROKEN))
        if not len(broken):
            return False
        row = np.full(nodes, -1)
        row[broken] = np.arange(len(broken))
        shape = len(broken), len(self._gain)
        rows = sparse.csr_matrix(shape)
        for place in (self._start, self._end):
            number = np.flatnonzero(around & (row[place] >= 0))
            rows = rows - sparse.csr_matrix((np.ones(len(number)), (row[place[number]], number)), shape)
        mine = row[ends] >= 0
        column = len(self._halves) + which[mine]
        rows = rows + sparse.csr_matrix((np.full(mine.sum(), 2.0), (row[ends[mine]], column)), shape)
        self._add(rows, size[broken] - 1.0)
        return True
