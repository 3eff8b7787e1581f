"""Plans of patrol: all required streets, with the longest route as short as can be, or with the fewest officers."""

import itertools
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra

from ...errors import RoomError
from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .city import City
from .crew import Crew
from .crew_bound import CrewBound, crew_bound, visit_loads
from .ending import CANCELLED
from .moves import Routes
from .network import Index, Network, unreachable
from .search import Search
from .task import Route, Task, prepare

#: A street that alone takes longer than the shift, there and back.
TOO_FAR = "too_far"
#: More visits than this are not searched all together: what is known of each pair would take too much memory and time.
MOST_TOGETHER = 1_200
#: The share of the time that is given to the bound at most.
_BOUND_SHARE = 0.3

#: What may be done with the routes of a search before they become a plan: of each officer, the states (`Task`) he is to
#: pass in order, the station's left away.
After = Callable[[Task, Routes, Watch], Sequence[Sequence[int]]]


@dataclass(frozen=True)
class Walk:
    """One officer's route: the half-streets in order, and which of them is walked as a visit, not only passed."""

    half: Index
    visit: NDArray[np.bool_]


@dataclass(frozen=True)
class Plan:
    """Routes of k officers.

    crew: the officers; walks: their routes. lengths: cost of each in the unit of the network's, stops not counted;
    times: seconds of each, shape (k,). left_out: why a required street is in no route, by street. bound: no plan has a
    highest load (`loads`) below it; 0 where none is known. ended: why the search ended (ending.FINISHED, PROVEN, TIME,
    CANCELLED); rounds: how many it made.
    """

    crew: Crew
    walks: list[Walk]
    lengths: Array
    times: Array
    left_out: dict[int, str]
    bound: float
    ended: str
    rounds: int

    @property
    def stations(self) -> list[int]:
        """Crossing where each officer starts."""
        return self.crew.start.tolist()

    @property
    def loads(self) -> Array:
        """Seconds of each, as if all shifts were as long as the longest: what is made even, shape (k,)."""
        return self.crew.scale * self.times

    @property
    def longest(self) -> float:
        """Seconds of the longest route."""
        return float(self.times.max())

    @property
    def gap(self) -> float:
        """By what share the highest load may exceed the best possible one; infinite where no bound is known."""
        highest = float(self.loads.max())
        if highest <= 0.0:
            return 0.0
        if self.bound <= 0.0:
            return math.inf
        gap = highest / self.bound - 1.0
        # Where the bound is met, seconds and metres may differ in the last digit.
        return 0.0 if abs(gap) < 1e-9 else gap

    @property
    def fairness(self) -> float:
        """Highest load ÷ mean of the loads: 1 where all are alike."""
        mean = float(self.loads.mean())
        return float(self.loads.max()) / mean if mean > 0.0 else 1.0


def cover(
    network: Network, officers: Crew | Sequence[int], *, seed: int = 1, rounds: int | None = None,
    seconds: float = math.inf, watch: Watch = UNWATCHED, after: After | None = None,
) -> Plan:  # fmt: skip
    """Return a plan for a crew, or for one officer at each of some stations (crossings; the same may come twice).

    The longest time is as short as can be; where shifts are not alike, the highest share of a shift. The same seed and
    rounds give the same plan unless `seconds` end it sooner. A cancel during the search gives the best plan so far,
    marked by `ended`; before there is one, Cancelled passes through. after: as in `After`, not asked for a city.
    """
    until = time.monotonic() + seconds
    crew = officers if isinstance(officers, Crew) else Crew.alike(officers)
    left_out = unreachable(network, crew.start, crew.end)
    asked = network.without(left_out)
    known, times = crew_bound(asked, crew, watch.part(0.0, 0.1), _BOUND_SHARE * seconds)
    if asked.visits.sum() > MOST_TOGETHER:
        return _of_city(asked, crew, times, known, left_out, seed, until, watch.part(0.1, 1.0))
    limits = rounds, until - time.monotonic()
    return _searched(asked, crew, known.of(crew), left_out, seed, limits, watch.part(0.1, 1.0), after)


def fewest(
    network: Network, stations: Sequence[int], shift: float, most: int, *, seed: int = 1, rounds: int | None = None,
    seconds: float = math.inf, watch: Watch = UNWATCHED, after: After | None = None,
) -> Plan:  # fmt: skip
    """Return a plan for the fewest officers, at most `most`, whose routes all keep the shift, in the unit of the costs.

    Officers are shared out among the stations in turn; else as `fewest_of`.
    """
    homes = np.asarray(stations, np.intp)
    own = homes[np.arange(most) % len(homes)] if len(homes) else homes
    crew = Crew.alike(own, shift=shift)
    return fewest_of(network, crew, seed=seed, rounds=rounds, seconds=seconds, watch=watch, after=after)


def fewest_of(
    network: Network, crew: Crew, *, seed: int = 1, rounds: int | None = None, seconds: float = math.inf,
    watch: Watch = UNWATCHED, after: After | None = None,
) -> Plan:  # fmt: skip
    """Return a plan for the fewest of some officers, so that each keeps his own shift; Plan.crew are those who go.

    Those who can walk most in their shift go first, of equals those named first. Where even all of them cannot keep
    their shifts, theirs is returned. Streets that alone take longer than a shift are left out as TOO_FAR.
    """
    crew = crew.only(np.argsort((crew.spent - crew.shift) / crew.pace, kind="stable"))
    left_out = unreachable(network, crew.start, crew.end)
    loads = visit_loads(network, crew)
    far = np.flatnonzero((network.without(left_out).visits > 0) & (loads > crew.shift.max()))
    left_out |= dict.fromkeys(far.tolist(), TOO_FAR)
    asked = network.without(left_out)
    known, times = crew_bound(asked, crew, watch.part(0.0, 0.1), _BOUND_SHARE * seconds)
    most, is_apart = len(crew), bool((crew.start != crew.end).any())
    officers = min(max(1, math.ceil(known.total / float(crew.shift.max()) - 1e-9)), most) if not is_apart else 1
    tries = 0
    while True:
        own = crew.only(np.arange(officers))
        if is_apart:
            known, times = crew_bound(asked, own, watch.part(0.0, 0.1), _BOUND_SHARE * seconds)
        limit, bound = float(own.shift.max()), known.of(own)
        if bound > limit * (1.0 + 1e-9) and officers < most and not own.is_alike:
            officers += 1
            continue
        # A further try takes half of what is left of the progress.
        part = watch.part(1.0 - 0.9 * 0.5**tries, 1.0 - 0.45 * 0.5**tries)
        if asked.visits.sum() > MOST_TOGETHER:
            plan = _of_city(asked, own, times, known, left_out, seed, time.monotonic() + seconds, part)
            more = max(officers + 1, int(officers * plan.longest / limit))
        else:
            plan = _searched(asked, own, bound, left_out, seed, (rounds, seconds), part, after)
            more = officers + 1
        if plan.loads.max() <= limit or officers >= most or plan.ended == CANCELLED:
            return plan
        officers, tries = min(most, more), tries + 1


def _searched(
    network: Network, crew: Crew, bound: float, left_out: dict[int, str], seed: int,
    limits: tuple[int | None, float], watch: Watch, after: After | None,
) -> Plan:  # fmt: skip
    """Return the plan of a search; limits: rounds, if said, and seconds."""
    task = prepare(network.priced(crew.unit), crew)
    rounds, seconds = limits
    found = Search(task, seed).run(rounds or usual_rounds(task), seconds, bound / crew.unit, watch)
    own = walks(task, found.routes) if after is None else walked(task, after(task, found.routes, watch))
    return planned(network, crew, own, left_out, bound, found.ended, found.rounds)


def _of_city(
    network: Network, crew: Crew, times: Array, known: CrewBound, left_out: dict[int, str], seed: int, until: float,
    watch: Watch,
) -> Plan:  # fmt: skip
    if not crew.is_alike:
        raise RoomError("analysis.city_needs_alike", count=int(network.visits.sum()), most=MOST_TOGETHER)
    bound = known.of(crew)
    city = City.begun(network.priced(crew.unit), crew.start, times, seed, until, watch.part(0.0, 0.2))
    ended = city.improve(seed, bound / crew.unit, until, watch.part(0.2, 1.0))
    own = [Walk(*city.walk(officer)) for officer in range(len(crew))]
    return planned(network, crew, own, left_out, bound, ended, 0)


def planned(
    network: Network, crew: Crew, own: list[Walk], left_out: dict[int, str], bound: float, ended: str, rounds: int
) -> Plan:
    """Return the plan of some walks, measured; network: stops not priced."""
    lengths = np.array([float(network.cost[walk.half].sum()) for walk in own])
    dwell = np.array([float(network.dwell[walk.half >> 1].sum()) for walk in own])
    return Plan(crew, own, lengths, crew.times(lengths, dwell), left_out, bound, ended, rounds)


def usual_rounds(task: Task) -> int:
    """Return how many rounds a search makes when nobody says: fewer where there is more to look at."""
    return max(100, round(5_500_000 / (task.visits + 20) ** 2))


def walks(task: Task, routes: Sequence[Route]) -> list[Walk]:
    """Return the routes of a task street by street, each street walked in the better direction."""
    return walked(task, [task.directions(officer, route)[1:-1] for officer, route in enumerate(routes)])


def walked(task: Task, states: Sequence[Sequence[int]]) -> list[Walk]:
    """Return routes street by street, of the states (`Task`) each officer passes from station to station."""
    return [_walk(task, [2 * home, *own, 2 * home]) for home, own in zip(task.station, states, strict=True)]


def _walk(task: Task, states: list[int]) -> Walk:
    """Return a route street by street, by the cheapest ways between its states."""
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
