"""Plans for whole cities: loops shared out among officers, then two or three neighbouring routes at a time made better.

Nothing here grows with the square of the streets: every search sees its own streets and those near them only.
"""

import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra

from ..inputs import Array
from ..watch import Cancelled, Watch
from .circuit import joined
from .closed import loops
from .ending import CANCELLED, FINISHED, PROVEN, TIME
from .network import Index, Network
from .search import Search
from .shares import Shares
from .task import Route, Task, prepare
from .uncross import shortened

#: A loop longer than this share of a mean route is parted; how far around its streets a search may go, as such a share.
_LONGEST_LOOP, _AROUND = 0.4, 0.05
#: How often each officer's route is searched with others', at most.
_TURNS = 12
#: The share of the time left that the exchange of loops may take.
_BEGINNING = 0.25
_EPSILON = 1e-6


@dataclass(frozen=True)
class Part:
    """The streets some officers walk, and those near them: the task, and the street of the whole network of each."""

    task: Task
    street: Index

    def routes(self, halves: list[list[int]]) -> list[Route]:
        """Return routes of the task from visits of the whole network, half-streets in order."""
        own = {street: number for number, street in enumerate(self.street.tolist())}
        free: dict[int, list[int]] = defaultdict(list)
        for stop, street in enumerate(self.task.street.tolist()):
            free[street].append(stop)
        return [tuple(free[own[half >> 1]].pop() for half in route) for route in halves]

    def halves(self, officer: int, route: Route) -> list[int]:
        """Return the visits of a route as half-streets of the whole network."""
        states = self.task.directions(officer, route)[1:-1]
        return [2 * int(self.street[self.task.street[state >> 1]]) + (state & 1) for state in states]


@dataclass
class City:
    """The routes of all officers, as the half-streets of their visits in order, and what each costs."""

    network: Network
    stations: Index
    halves: list[list[int]]
    reach: float
    lengths: Array

    @classmethod
    def begun(cls, network: Network, stations: Index, times: Array, seed: int, until: float, watch: Watch) -> "City":
        """Return routes to begin with, for which a part of the time until `until` is taken.

        times: how often each half-street is walked, by fractions (`bound.bound`).
        """
        asked = Watch(None, watch.cancelled)
        found = loops(network, times, asked)
        mean = sum(loop.cost for loop in found) / len(stations)
        cut = shortened(network, [loop.halves for loop in found], _LONGEST_LOOP * mean, asked)
        watch.at(0.2)
        shares = Shares(network, stations, cut, seed)
        shares.begin(network, cut, asked)
        now = time.monotonic()
        shares.exchange(watch.part(0.2, 0.9), now + _BEGINNING * (until - now))
        left = network.visits.copy()
        halves = []
        for station, own in zip(stations.tolist(), shares.parts, strict=True):
            route = []
            for half in joined(network, [cut[number] for number in sorted(own)], network.distances([station])[0]):
                if left[half >> 1] > 0:
                    left[half >> 1] -= 1
                    route.append(half)
            halves.append(route)
        city = cls(network, stations, halves, _AROUND * mean, np.zeros(len(stations)))
        for officer in range(len(stations)):
            asked.at(0.0)
            city.lengths[officer] = network.cost[city.walk(officer)[0]].sum()
        return city

    def walk(self, officer: int) -> tuple[Index, NDArray[np.bool_]]:
        """Return an officer's way as half-streets in order, and which of them is walked as a visit."""
        network, home = self.network, int(self.stations[officer])
        visits = np.array(self.halves[officer], np.intp)
        begin = np.concatenate([[home], network.end[visits]])
        goal = np.concatenate([network.start[visits], [home]])
        sources = np.unique(begin[begin != goal])
        walked: list[int] = []
        is_visit: list[bool] = []
        if len(sources):
            away, came = dijkstra(network.matrix, indices=sources, return_predecessors=True, limit=self.reach)
        for number, (source, target) in enumerate(zip(begin.tolist(), goal.tolist(), strict=True)):
            if source != target:
                row = int(np.searchsorted(sources, source))
                before = came[row]
                if not np.isfinite(away[row, target]):
                    before = dijkstra(network.matrix, indices=source, return_predecessors=True)[1]
                way = network.way(source, target, before)
                walked += way
                is_visit += [False] * len(way)
            if number < len(visits):
                walked.append(int(visits[number]))
                is_visit.append(True)
        return np.array(walked, np.intp), np.array(is_visit, bool)

    def part(self, officers: list[int]) -> Part:
        """Return the part of the network that some officers' routes may use."""
        network = self.network
        streets = np.array([half >> 1 for officer in officers for half in self.halves[officer]], np.intp)
        homes = self.stations[officers]
        nodes = np.unique(np.concatenate([network.tail[streets], network.head[streets], homes]))
        keep = np.isfinite(dijkstra(network.matrix, indices=nodes, min_only=True, limit=self.reach))
        for home in np.unique(homes).tolist():
            for came in self._trees[home]:
                _mark(keep, nodes, came)
        inside = np.flatnonzero(keep[network.tail] & keep[network.head])
        number = np.cumsum(keep) - 1
        visits = np.bincount(streets, minlength=network.streets)[inside]
        own = Network.of(
            int(keep.sum()), number[network.tail[inside]], number[network.head[inside]], network.ahead[inside],
            network.back[inside], visits,
        )  # fmt: skip
        return Part(prepare(own, number[homes]), inside)

    @cached_property
    def _trees(self) -> dict[int, tuple[Index, Index]]:
        # Of each station, the crossing before each other one on the way there, and after it on the way back.
        homes = np.unique(self.stations)
        there = dijkstra(self.network.matrix, indices=homes, return_predecessors=True)[1]
        back = dijkstra(self.network.matrix.T.tocsr(), indices=homes, return_predecessors=True)[1]
        return {home: (there[n], back[n]) for n, home in enumerate(homes.tolist())}

    def search(self, officers: list[int], seed: int, watch: Watch) -> bool:
        """Search some routes together; whether they became better."""
        part = self.part(officers)
        first = part.routes([self.halves[officer] for officer in officers])
        found = Search(part.task, seed, stretches=True).run(0, watch=Watch(None, watch.cancelled), first=first)
        if not _better(found.lengths, self.lengths[officers]):
            return False
        for number, officer in enumerate(officers):
            self.halves[officer] = part.halves(number, found.routes[number])
        self.lengths[officers] = found.lengths
        return True

    def improve(self, seed: int, bound: float, until: float, watch: Watch) -> str:
        """Search neighbouring routes together, the most unlike first, as long as that helps; return why it ended."""
        count = len(self.halves)
        tried: set[tuple[int, ...]] = set()
        versions = [0] * count
        for turn in range(_TURNS * count):
            if self.lengths.max() <= bound * (1.0 + _EPSILON):
                return PROVEN
            try:
                watch.at(turn / (_TURNS * count))
            except Cancelled:
                return CANCELLED
            if time.monotonic() >= until:
                return TIME
            group = self._chosen(tried, versions)
            if group is None:
                return FINISHED
            if self.search(group, seed + turn, watch):
                for officer in group:
                    versions[officer] += 1
        return FINISHED

    def _chosen(self, tried: set[tuple[int, ...]], versions: list[int]) -> list[int] | None:
        """Return a long route, a neighbour that is much shorter, and by turns a third beside both."""
        beside = self._beside()
        lengths = self.lengths
        best, chosen = -1.0, None
        for one, others in enumerate(beside):
            for other in others:
                key = one, other, versions[one], versions[other]
                value = float(2.0 * lengths[one] - lengths[other])
                if lengths[one] > lengths[other] and key not in tried and value > best:
                    best, chosen = value, key
        if chosen is None:
            return None
        tried.add(chosen)
        one, other = chosen[:2]
        thirds = sorted(beside[one] & beside[other], key=lambda officer: float(lengths[officer]))
        return [one, other, *thirds[: len(tried) % 2]]

    def _beside(self) -> list[set[int]]:
        """Return for each officer those who come to one of his crossings, his station among them."""
        coming: dict[int, set[int]] = defaultdict(set)
        for officer, route in enumerate(self.halves):
            home = [int(self.stations[officer])]
            passed = np.array(route, np.intp)
            for node in np.unique(
                np.concatenate([self.network.start[passed], self.network.end[passed], home])
            ).tolist():
                coming[node].add(officer)
        beside: list[set[int]] = [set() for _ in self.halves]
        for officers in coming.values():
            for officer in officers:
                beside[officer] |= officers
        return [one - {officer} for officer, one in enumerate(beside)]


def _better(lengths: Array, before: Array) -> bool:
    """Return whether the longest is shorter, or as long and all together shorter."""
    longest, was = float(lengths.max()), float(before.max())
    return longest < was - _EPSILON or (longest <= was + _EPSILON and lengths.sum() < before.sum() - _EPSILON)


def _mark(keep: np.ndarray, nodes: Index, came: Index) -> None:
    """Mark all crossings on the ways to some, by the crossing before each."""
    known = np.zeros(len(keep), bool)
    ahead = nodes
    while len(ahead):
        known[ahead] = True
        ahead = np.unique(came[ahead])
        ahead = ahead[ahead >= 0]
        ahead = ahead[~known[ahead]]
    keep |= known
