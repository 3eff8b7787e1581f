"""A plan made anew while it is walked: what is walked or locked stays, the rest changes as little as needed."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ...errors import RoomError
from ..watch import UNWATCHED, Watch
from .crew import Crew
from .crew_bound import crew_bound, own_ways
from .moves import Routes
from .network import Index, Network, unreachable
from .plan import MOST_TOGETHER, Plan, Walk, planned, usual_rounds, walks
from .resettle import Measure, Resettling
from .search import Found
from .task import Task, prepare

#: A visit that only officers could make whose routes are fixed.
LOCKED = "locked"
_NOTHING = Walk(np.zeros(0, np.intp), np.zeros(0, bool))
_BOUND_SHARE = 0.3


@dataclass(frozen=True)
class Officer:
    """An officer of a crew while the plan is walked.

    walked: the way from his start to where he is now; rest: streets before him, in the order of the former plan, one
    as often as it is to be walked. fixed: his rest stays as it is. gone: he visits no more and goes home. kept: streets
    that stay with him. One who has come new has neither walked nor rest.
    """

    walked: Walk = _NOTHING
    rest: tuple[int, ...] = ()
    fixed: bool = False
    gone: bool = False
    kept: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Moved:
    """A visit that another officer makes than before; officers count from 0, `before` is -1 where it is new."""

    street: int
    before: int
    after: int


@dataclass(frozen=True)
class Replanned:
    """The plan with what has been walked at the beginning of each walk, and what is different from the former one.

    moved: visits of others than before, those of officers who are gone and new ones among them; handed_over: how many
    others there are; reordered: officers who make the same visits as before in another order; dropped: visits that are
    not asked for any more, as street and officer.
    """

    plan: Plan
    moved: list[Moved]
    handed_over: int
    reordered: list[int]
    dropped: list[tuple[int, int]]


@dataclass
class Situation:
    """A plan under way, ready to be made anew again and again: the ways between all visits are worked out once.

    network, crew, officers: as given; now: the crew from where they are on. former: officer of each visit, -1 for none;
    routes: former routes; asked: the network that asks for what is still to be walked.
    """

    network: Network
    crew: Crew
    now: Crew
    officers: list[Officer]
    task: Task
    former: Index
    routes: Routes
    left_out: dict[int, str]
    dropped: list[tuple[int, int]]
    asked: Network
    _bound: float | None = field(default=None)

    @classmethod
    def of(cls, network: Network, crew: Crew, officers: Sequence[Officer]) -> "Situation":
        """Prepare the visits of a network that are still to be made.

        Visits that have been made are taken off the network's; streets walked in passing count as not looked at.
        Refuses when nobody is left, one who cannot come home from where he is, and more visits than can be searched
        together.
        """
        own = list(officers)
        now = _now(network, crew, own)
        own_ways(network, now)
        done = sum((np.bincount(o.walked.half[o.walked.visit] >> 1, minlength=network.streets) for o in own), 0)
        asked = replace(network, visits=np.maximum(network.visits - done, 0))
        left_out, asked = _reached(asked, now, own)
        if asked.visits.sum() > MOST_TOGETHER:
            raise RoomError("analysis.too_many_visits", count=int(asked.visits.sum()), most=MOST_TOGETHER)
        task = prepare(asked.priced(now.unit), now)
        former, routes, dropped = _claimed(task, own)
        return cls(network, crew, now, own, task, former, routes, left_out, dropped, asked)

    def anew(self, officers: Sequence[Officer]) -> "Situation":
        """Return the situation with other rests and locks of the same officers, who stand where they stood."""
        own = list(officers)
        former, routes, dropped = _claimed(self.task, own)
        return replace(self, officers=own, former=former, routes=routes, dropped=dropped, _bound=None)

    def searched(
        self, weight: float, limit: float, rounds: int | None, seconds: float, seed: int, watch: Watch
    ) -> Found:
        """Search new routes from the former ones on; see `replan`."""
        gone = [number for number, officer in enumerate(self.officers) if officer.gone]
        former = np.where(np.isin(self.former, gone), -1, self.former)
        measure = Measure(former, weight / self.now.unit, limit / self.now.unit)
        search = Resettling(self.task, measure, self.allowed(), self.fixed(), seed)
        found = search.run(self.routes, usual_rounds(self.task) if rounds is None else rounds, seconds, watch)
        routes = self._as_before(search, found.routes, max(float(found.lengths.max()), measure.limit))
        return replace(found, routes=routes, lengths=search.lengths(routes))

    def allowed(self) -> NDArray[np.bool_]:
        """Return whether each visit may be an officer's, shape (visits, k)."""
        allowed = np.ones((self.task.visits, len(self.officers)), bool)
        for number, officer in enumerate(self.officers):
            if officer.fixed or officer.gone:
                allowed[:, number] = False
            own = np.isin(self.task.street, list(officer.kept)) | officer.fixed
            if not officer.gone:
                allowed[own & (self.former == number)] = np.arange(len(self.officers)) == number
        return allowed

    def fixed(self) -> frozenset[int]:
        """Return the officers whose routes stay as they are."""
        return frozenset(number for number, officer in enumerate(self.officers) if officer.fixed or officer.gone)

    def replanned(self, found: Found, bound_of: float = 0.0) -> Replanned:
        """Return routes street by street, what has been walked before them, and what has changed."""
        rest = walks(self.task, found.routes)
        whole = [
            Walk(np.concatenate([officer.walked.half, walk.half]), np.concatenate([officer.walked.visit, walk.visit]))
            for officer, walk in zip(self.officers, rest, strict=True)
        ]
        plan = planned(self.network, self.crew, whole, self.left_out, bound_of, found.ended, found.rounds)
        moved = self._moved(found.routes)
        handed = sum(one.before >= 0 and not self.officers[one.before].gone for one in moved)
        return Replanned(plan, moved, handed, self._reordered(found.routes), self.dropped)

    def least(self, watch: Watch = UNWATCHED, seconds: float = math.inf) -> float:
        """Return what the longest route is at least, whoever makes the visits that are not locked; worked out once."""
        if self._bound is None:
            self._bound = _least(self, watch, seconds)
        return self._bound

    def _moved(self, routes: Routes) -> list[Moved]:
        street, former = self.task.street, self.former
        return [
            Moved(int(street[visit]), int(former[visit]), officer)
            for officer, route in enumerate(routes)
            for visit in route
            if former[visit] != officer
        ]

    def _reordered(self, routes: Routes) -> list[int]:
        """Return the officers who make the same visits in another order."""
        pairs = enumerate(zip(routes, self.routes, strict=True))
        return [number for number, (new, old) in pairs if new != old and sorted(new) == sorted(old)]

    def _as_before(self, search: Resettling, routes: Routes, longest: float) -> Routes:
        """Give those who make the same visits as before their former order back where nobody walks longer by it."""
        result = list(routes)
        for number, (new, old) in enumerate(zip(routes, self.routes, strict=True)):
            if sorted(new) == sorted(old) and search.length(number, old) <= longest:
                result[number] = old
        return result


def replan(
    network: Network, crew: Crew, officers: Sequence[Officer], *, weight: float = 0.0, limit: float = 0.0,
    seed: int = 1, rounds: int | None = None, seconds: float = math.inf, watch: Watch = UNWATCHED,
) -> Replanned:  # fmt: skip
    """Return a plan for what is still to be walked of a network, as near to the former one as is worth it.

    network: streets with all visits asked for now, those made already among them. crew: the officers as they began,
    those who are gone or have come new among them; officers: how things stand with each. weight: a visit changes hands
    only where that lowers the highest load by as much; limit: loads up to it need not become lower, both in seconds.
    The same seed and rounds give the same plan unless `seconds` end it sooner; a cancel gives the best so far, marked
    by `ended`.
    """
    situation = Situation.of(network, crew, officers)
    least = situation.least(watch.part(0.0, 0.2), _BOUND_SHARE * seconds)
    found = situation.searched(weight, limit, rounds, seconds, seed, watch.part(0.2, 1.0))
    return situation.replanned(found, least)


def _now(network: Network, crew: Crew, officers: list[Officer]) -> Crew:
    """Return the crew from where they are on: what they have walked is spent."""
    start, spent = crew.start.copy(), crew.spent.copy()
    for number, officer in enumerate(officers):
        half = officer.walked.half
        if len(half):
            start[number] = network.end[half[-1]]
            spent[number] += crew.pace[number] * network.cost[half].sum() + network.dwell[half >> 1].sum()
    return replace(crew, start=start, spent=spent)


def _reached(asked: Network, now: Crew, officers: list[Officer]) -> tuple[dict[int, str], Network]:
    """Return the streets nobody can or may walk and why, and the network that asks for the others."""
    active = [number for number, officer in enumerate(officers) if not officer.gone]
    if not active:
        raise RoomError("analysis.no_officers")
    left_out = unreachable(asked, now.start[active], now.end[active])
    visits = asked.without(left_out).visits
    held = Counter(street for officer in officers if officer.fixed and not officer.gone for street in officer.rest)
    loose = [number for number in active if not officers[number].fixed]
    alone = dict.fromkeys(np.flatnonzero(visits).tolist(), "")
    if loose:
        alone = unreachable(replace(asked, visits=visits), now.start[loose], now.end[loose])
    for street in alone:
        if visits[street] > held[street]:
            left_out[street] = LOCKED
            visits[street] = held[street]
    return left_out, replace(asked, visits=visits)


def _claimed(task: Task, officers: list[Officer]) -> tuple[Index, Routes, list[tuple[int, int]]]:
    """Return who had each visit, the former routes, and what of them is not asked for any more.

    Where a street is asked for less often than before, those keep it whose routes are fixed, then those it stays with.
    """
    free: dict[int, list[int]] = {}
    for visit in range(task.visits - 1, -1, -1):
        free.setdefault(int(task.street[visit]), []).append(visit)
    entries = [(number, place, street) for number, one in enumerate(officers) for place, street in enumerate(one.rest)]
    entries.sort(key=lambda entry: not officers[entry[0]].fixed and 2 - (entry[2] in officers[entry[0]].kept))
    former = np.full(task.visits, -1)
    own: list[dict[int, int]] = [{} for _ in officers]
    dropped = []
    for number, place, street in entries:
        if not free.get(street):
            dropped.append((street, number))
            continue
        visit = free[street].pop()
        former[visit] = number
        own[number][place] = visit
    routes = [tuple(one[place] for place in sorted(one)) for one in own]
    for number, officer in enumerate(officers):
        if officer.gone:
            routes[number] = ()
    return former, routes, dropped


def _least(situation: Situation, watch: Watch, seconds: float) -> float:
    """Return a bound from below of the highest load.

    Nobody is home before he has walked what is fixed, or the shortest way; all others together walk the rest.
    """
    task, now = situation.task, situation.now
    fixed = sorted(situation.fixed())
    own = walks(task, [situation.routes[number] for number in range(task.officers)])
    known = planned(situation.asked, now, own, {}, 0.0, "", 0).loads[fixed]
    loose = [number for number in range(task.officers) if number not in fixed]
    if not loose:
        return float(known.max())
    held = Counter(int(task.street[visit]) for number in fixed for visit in situation.routes[number])
    visits = situation.asked.visits.copy()
    for street, times in held.items():
        visits[street] -= times
    rest = now.only(loose)
    least, _ = crew_bound(replace(situation.asked, visits=visits), rest, watch, seconds)
    return max(float(known.max(initial=0.0)), _scaled(least.of(rest), now, rest))


def _scaled(load: float, whole: Crew, part: Crew) -> float:
    """Return a load of some officers by the scale of all of them, whose longest shift may be longer."""
    most = whole.shift.max()
    return load * float(most / part.shift.max()) if np.isfinite(most) else load
