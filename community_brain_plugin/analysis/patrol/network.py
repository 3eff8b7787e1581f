"""Streets to be walked, what it costs to walk them each way, and which of them nobody can reach."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components, dijkstra

from ...errors import RoomError
from ..inputs import Array

Index = NDArray[np.intp]

#: Why a street is in no plan.
APART, ONE_WAY, CLOSED = "apart", "one_way", "closed"


@dataclass(frozen=True)
class Network:
    """Streets between crossings, e streets and n crossings; any unit of cost, metres or seconds.

    tail, head: crossings each street runs between, shape (e,). ahead, back: cost of walking it from tail to head and
    from head to tail, infinite where that is not allowed. visits: how often it must be walked, 0 for streets that may
    only be passed. A street walked in one direction is a half-street: 2 k from tail to head, 2 k + 1 back.
    The last `stops` of the streets are stops: places at a crossing, reached by no way, where an officer dwells.
    dwell: seconds of each visit, 0 for streets, shape (e,).
    """

    nodes: int
    tail: Index
    head: Index
    ahead: Array
    back: Array
    visits: Index
    dwell: Array
    stops: int = 0

    @classmethod
    def of(
        cls, nodes: int, tail: ArrayLike, head: ArrayLike, ahead: ArrayLike, back: ArrayLike, visits: ArrayLike
    ) -> "Network":
        """Return a network; refuses costs below zero or that are no numbers, and rows of different lengths."""
        ends = np.asarray(tail, np.intp), np.asarray(head, np.intp)
        costs = np.asarray(ahead, np.float64), np.asarray(back, np.float64)
        times = np.asarray(visits, np.intp)
        for name, column in (("head", ends[1]), ("ahead", costs[0]), ("back", costs[1]), ("visits", times)):
            if len(column) != len(ends[0]):
                raise RoomError("analysis.lengths_differ", field=name, found=len(column), expected=len(ends[0]))
        for name, cost in (("ahead", costs[0]), ("back", costs[1])):
            bad = np.flatnonzero(~(cost >= 0.0))
            if len(bad):
                raise RoomError("analysis.negative", field=name, row=int(bad[0]) + 1, rows=len(bad))
        return cls(nodes, *ends, *costs, times, np.zeros(len(times)))

    @property
    def streets(self) -> int:
        """Number of streets."""
        return len(self.tail)

    def with_stops(self, crossings: ArrayLike, seconds: ArrayLike) -> "Network":
        """Return the network with a stop at each of the crossings, to be made once, where an officer dwells so long."""
        places, dwell = np.asarray(crossings, np.intp), np.asarray(seconds, np.float64)
        if len(dwell) != len(places):
            raise RoomError("analysis.lengths_differ", field="dwell", found=len(dwell), expected=len(places))
        bad = np.flatnonzero(~((dwell >= 0.0) & np.isfinite(dwell)))
        if len(bad):
            raise RoomError("analysis.negative", field="dwell", row=int(bad[0]) + 1, rows=len(bad))
        nothing = np.zeros(len(places))
        return Network(
            self.nodes, np.concatenate([self.tail, places]), np.concatenate([self.head, places]),
            np.concatenate([self.ahead, nothing]), np.concatenate([self.back, nothing]),
            np.concatenate([self.visits, np.ones(len(places), np.intp)]), np.concatenate([self.dwell, dwell]),
            self.stops + len(places),
        )  # fmt: skip

    def priced(self, pace: float) -> "Network":
        """Return the network in which a stop costs what is walked meanwhile, at so many seconds a unit of the costs."""
        if not self.stops:
            return self
        meanwhile = self.dwell / pace
        return replace(self, ahead=self.ahead + meanwhile, back=self.back + meanwhile)

    def without(self, streets: Iterable[int]) -> "Network":
        """Return the network in which these streets need not be walked."""
        visits = self.visits.copy()
        visits[list(streets)] = 0
        return replace(self, visits=visits)

    @cached_property
    def start(self) -> Index:
        """Crossing each half-street leaves, shape (2 e,)."""
        return np.column_stack([self.tail, self.head]).ravel()

    @cached_property
    def end(self) -> Index:
        """Crossing each half-street leads to, shape (2 e,)."""
        return np.column_stack([self.head, self.tail]).ravel()

    @cached_property
    def cost(self) -> Array:
        """Cost of each half-street, shape (2 e,)."""
        return np.column_stack([self.ahead, self.back]).ravel()

    @cached_property
    def matrix(self) -> sparse.csr_matrix:
        """The half-streets that may be walked, those between the same crossings side by side."""
        halves = np.flatnonzero(np.isfinite(self.cost))
        halves = halves[np.argsort(self.start[halves], kind="stable")]
        first = np.concatenate([[0], np.cumsum(np.bincount(self.start[halves], minlength=self.nodes))])
        return sparse.csr_matrix((self.cost[halves], self.end[halves], first), shape=(self.nodes, self.nodes))

    def distances(self, sources: ArrayLike) -> Array:
        """Return the cost of the cheapest way from each source to every crossing, shape (sources, n)."""
        return np.atleast_2d(dijkstra(self.matrix, indices=np.asarray(sources, np.intp)))

    def returns(self, targets: ArrayLike) -> Array:
        """Return the cost of the cheapest way to each target from every crossing, shape (targets, n)."""
        return np.atleast_2d(dijkstra(self.matrix.T.tocsr(), indices=np.asarray(targets, np.intp)))

    def way(self, source: int, target: int, came: Index) -> list[int]:
        """Return the half-streets of the cheapest way, from the predecessors `came` of that source."""
        halves: list[int] = []
        while target != source:
            before = int(came[target])
            halves.append(self.between[before, target])
            target = before
        return halves[::-1]

    @cached_property
    def between(self) -> dict[tuple[int, int], int]:
        """The cheapest half-street from one crossing to its neighbour."""
        found: dict[tuple[int, int], int] = {}
        for half in np.argsort(-self.cost, kind="stable").tolist():
            found[int(self.start[half]), int(self.end[half])] = half
        return found


def unreachable(network: Network, stations: ArrayLike, ends: ArrayLike | None = None) -> dict[int, str]:
    """Return which required streets no officer can walk and come home from, and why.

    stations: crossing where each officer starts; ends: where each must arrive, home again without. APART: no street at
    all leads there. ONE_WAY: streets lead there, but their directions forbid the way there or back. CLOSED: the street
    itself may be walked in no direction.
    """
    starts = np.asarray(stations, np.intp)
    pairs = np.unique(np.column_stack([starts, starts if ends is None else np.asarray(ends, np.intp)]), axis=0)
    homes = np.unique(pairs)
    there = np.isfinite(network.distances(pairs[:, 0]))
    home = np.isfinite(network.returns(pairs[:, 1]))
    half = np.isfinite(network.cost) & (there[:, network.start] & home[:, network.end]).any(axis=0)
    ones = np.ones(network.streets, bool)
    joined = sparse.coo_matrix((ones, (network.tail, network.head)), shape=(network.nodes, network.nodes))
    _, part = connected_components(joined, directed=False)
    reasons: dict[int, str] = {}
    for street in np.flatnonzero((network.visits > 0) & ~(half[0::2] | half[1::2])).tolist():
        if not np.isfinite([network.ahead[street], network.back[street]]).any():
            reasons[street] = CLOSED
        else:
            reasons[street] = ONE_WAY if part[network.tail[street]] in part[homes] else APART
    return reasons
