"""Plans of patrol: all required streets, with the longest route as short as can be, or with the fewest officers."""

import itertools
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra

from ...errors import RoomError
from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .bound import Bound, bound, round_trips
from .city import City
from .ending import CANCELLED
from .network import Index, Network, unreachable
from .search import Found, Search
from .task import Route, Task, prepare

#: A street that alone takes longer than the shift, there and back.
TOO_FAR = "too_far"
#: More visits than this are not searched all together: what is known of each pair would take too much memory and time.
MOST_TOGETHER = 1_200
#: The share of the time that is given to the bound at most.
_BOUND_SHARE = 0.3


@dataclass(frozen=True)
class Walk:
    """One officer's route: the half-streets in order, and which of them is walked as a visit, not only passed."""

    half: Index
    visit: NDArray[np.bool_]


@dataclass(frozen=True)
class Plan:
    """Routes of k officers. Costs are in the unit of the network's.

    stations: crossing of each officer's station; walks: their routes; lengths: cost of each, shape (k,). left_out: why
    a required street is in no route, by street. bound: no plan has a longest route below it; 0 where none is known.
    ended: why the search ended (ending.FINISHED, PROVEN, TIME, CANCELLED); rounds: how many it made.
    """

    stations: list[int]
    walks: list[Walk]
    lengths: Array
    left_out: dict[int, str]
    bound: float
    ended: str
    rounds: int

    @property
    def longest(self) -> float:
        """Cost of the longest route."""
        return float(self.lengths.max())

    @property
    def gap(self) -> float:
        """By what share the longest route may exceed the best possible one; infinite where no bound is known."""
        if self.longest <= 0.0:
            return 0.0
        return self.longest / self.bound - 1.0 if self.bound > 0.0 else math.inf

    @property
    def fairness(self) -> float:
        """Longest route ÷ mean of the routes: 1 where all are alike."""
        mean = float(self.lengths.mean())
        return self.longest / mean if mean > 0.0 else 1.0


def cover(
    network: Network, stations: Sequence[int], *, seed: int = 1, rounds: int | None = None, seconds: float = math.inf,
    watch: Watch = UNWATCHED,
) -> Plan:  # fmt: skip
    """Return a plan for one officer at each of the stations (crossings; the same may come twice or more).

    The same seed and rounds give the same plan unless `seconds` end it sooner. A cancel during the search gives the
    best plan so far, marked by `ended`; before there is one, Cancelled passes through.
    """
    until = time.monotonic() + seconds
    homes = _homes(stations)
    left_out = unreachable(network, homes)
    asked = network.without(left_out)
    known, times = bound(asked, homes, watch.part(0.0, 0.1), _BOUND_SHARE * seconds)
    if asked.visits.sum() > MOST_TOGETHER:
        return _of_city(asked, homes, times, known, left_out, seed, until, watch.part(0.1, 1.0))
    task = prepare(asked, homes)
    search = Search(task, seed)
    found = search.run(
        rounds or usual_rounds(task), until - time.monotonic(), known.of(len(homes)), watch.part(0.1, 1.0)
    )
    return _plan(task, found, left_out, known)


def fewest(
    network: Network, stations: Sequence[int], shift: float, most: int, *, seed: int = 1, rounds: int | None = None,
    seconds: float = math.inf, watch: Watch = UNWATCHED,
) -> Plan:  # fmt: skip
    """Return a plan for the fewest officers, at most `most`, whose routes all keep the shift, in the unit of the costs.

    Officers are shared out among the stations in turn. Where even `most` cannot keep it, theirs is returned: its
    longest route is longer than the shift. Streets that alone take longer than it are left out as TOO_FAR.
    """
    homes = _homes(stations)
    left_out = unreachable(network, homes)
    far = np.flatnonzero((network.without(left_out).visits > 0) & (round_trips(network, homes) > shift))
    left_out |= dict.fromkeys(far.tolist(), TOO_FAR)
    asked = network.without(left_out)
    known, times = bound(asked, homes, watch.part(0.0, 0.1), _BOUND_SHARE * seconds)
    officers = min(max(1, math.ceil(known.total / shift - 1e-9)), most)
    tries = 0
    while True:
        own = homes[np.arange(officers) % len(homes)]
        # A further try takes half of what is left of the progress.
        part = watch.part(1.0 - 0.9 * 0.5**tries, 1.0 - 0.45 * 0.5**tries)
        if asked.visits.sum() > MOST_TOGETHER:
            plan = _of_city(asked, own, times, known, left_out, seed, time.monotonic() + seconds, part)
            if plan.longest <= shift or officers >= most or plan.ended == CANCELLED:
                return plan
            officers, tries = min(most, max(officers + 1, int(officers * plan.longest / shift))), tries + 1
            continue
        task = prepare(asked, own)
        found = Search(task, seed).run(rounds or usual_rounds(task), seconds, known.of(officers), part)
        if found.lengths.max() <= shift or officers >= most or found.ended == CANCELLED:
            return _plan(task, found, left_out, known)
        officers, tries = officers + 1, tries + 1


def _of_city(
    network: Network, homes: Index, times: Array, known: Bound, left_out: dict[int, str], seed: int, until: float,
    watch: Watch,
) -> Plan:  # fmt: skip
    city = City.begun(network, homes, times, seed, until, watch.part(0.0, 0.2))
    ended = city.improve(seed, known.of(len(homes)), until, watch.part(0.2, 1.0))
    found = [Walk(*city.walk(officer)) for officer in range(len(homes))]
    lengths = np.array([float(network.cost[walk.half].sum()) for walk in found])
    return Plan(homes.tolist(), found, lengths, left_out, known.of(len(homes)), ended, 0)


def usual_rounds(task: Task) -> int:
    """Return how many rounds a search makes when nobody says: fewer where there is more to look at."""
    return max(100, round(5_500_000 / (task.visits + 20) ** 2))


def _homes(stations: Sequence[int]) -> Index:
    homes = np.asarray(stations, np.intp)
    if not len(homes):
        raise RoomError("analysis.no_officers")
    return homes


def _plan(task: Task, found: Found, left_out: dict[int, str], known: Bound) -> Plan:
    homes = task.begin[2 * np.array(task.station)].tolist()
    own = walks(task, found.routes)
    lengths = np.array([float(task.network.cost[walk.half].sum()) for walk in own])
    return Plan(homes, own, lengths, left_out, known.of(len(homes)), found.ended, found.rounds)


def walks(task: Task, routes: Sequence[Route]) -> list[Walk]:
    """Return the routes of a task street by street, one for each officer."""
    return [_walk(task, officer, route) for officer, route in enumerate(routes)]


def _walk(task: Task, officer: int, route: Route) -> Walk:
    """Return a route street by street: the better direction of each visit, the cheapest ways between."""
    states = task.directions(officer, route)
    network = task.network
    sources = np.unique(task.end[states[:-1]])
    _, came = dijkstra(network.matrix, indices=sources, return_predecessors=True)
    halves: list[int] = []
    visit: list[bool] = []
    for before, state in itertools.pairwise(states):
        source = int(task.end[before])
        way = network.way(source, int(task.begin[state]), came[np.searchsorted(sources, source)])
        halves += way
        visit += [False] * len(way)
        if state < 2 * task.visits:
            halves.append(2 * int(task.street[state >> 1]) + (state & 1))
            visit.append(True)
    return Walk(np.array(halves, np.intp), np.array(visit, bool))
