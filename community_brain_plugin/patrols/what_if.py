"""Plans tried beside each other: other officers, shifts or visits, a street in other hands; nothing tried is lost."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from ..analysis.graph import StreetGraph
from ..analysis.patrol import exchange
from ..analysis.patrol.crew import Crew
from ..analysis.patrol.ending import FINISHED
from ..analysis.patrol.network import Index, Network
from ..analysis.patrol.plan import MOST_TOGETHER, Plan, cover
from ..analysis.patrol.replan import Moved, Officer, Situation
from ..analysis.patrol.search import Found
from ..analysis.watch import UNWATCHED, Watch


@dataclass(frozen=True)
class Settings:
    """What is tried. shift: hours each has; speed: km/h on patrol; times: how often as many visits as asked for;

    seconds: how long is searched at most; rate: what an officer's hour costs; begin: seconds after midnight.
    """

    officers: int = 4
    shift: float = 4.0
    speed: float = 4.0
    times: int = 1
    seconds: float = 10.0
    rate: float = 50.0
    begin: int = 8 * 3600


@dataclass(frozen=True)
class Figures:
    """What a plan comes to: minutes of the longest route and on average, longest ÷ mean, share of what is asked for
    that is walked within the shift, metres of all, cost of all hours; no plan is below `bound` minutes, 0 where that is
    not known, and this one within the share `gap` of it."""

    officers: int
    longest: float
    mean: float
    fairness: float
    coverage: float
    metres: float
    cost: float
    bound: float
    gap: float


@dataclass(frozen=True)
class Variant:
    """A plan that was tried. number: counts from 1; before: number of the one it was made from by hand, 0 for none.

    moved: what is different from the one before. pinned: streets given to somebody by hand, which stay with him when
    the others are evened out.
    """

    number: int
    settings: Settings
    plan: Plan
    figures: Figures
    before: int = 0
    moved: tuple[Moved, ...] = ()
    pinned: frozenset[int] = frozenset()

    def officer_of(self, street: int) -> int:
        """Return who visits a street, counted from 0; the first of several, -1 where nobody does."""
        for officer, walk in enumerate(self.plan.walks):
            if (walk.half[walk.visit] >> 1 == street).any():
                return officer
        return -1


class Trial:
    """Streets on which plans are tried.

    visits: how often each edge of the graph is to be walked, shape (e,); stations: crossings where officers start and
    end, shared out among them in turn; names, ids: of the source lines, "" and 0 where there are none.
    """

    def __init__(
        self, graph: StreetGraph, visits: Index, stations: Index, names: list[str], ids: list[int] | None = None
    ) -> None:
        self.graph, self.names, self.stations = graph, names, stations
        self.ids = ids if ids is not None else [0] * len(names)
        ahead = np.where(graph.direction >= 0, graph.length, np.inf)
        back = np.where(graph.direction <= 0, graph.length, np.inf)
        self.network = Network.of(graph.nodes, graph.tail, graph.head, ahead, back, visits)
        self.variants: list[Variant] = []
        self._ready: tuple[Variant, Situation] | None = None

    def named(self, street: int) -> str:
        """Return the name of the line an edge is of; "" where it has none."""
        return self.names[int(self.graph.line[street])]

    def planned(self, settings: Settings, watch: Watch = UNWATCHED) -> Variant:
        """Plan anew; a cancel gives the best so far."""
        own = self.stations[np.arange(settings.officers) % len(self.stations)]
        crew = Crew.alike(own, pace=3.6 / settings.speed, begin=float(settings.begin))
        plan = cover(self._asked(settings), crew, seconds=settings.seconds, watch=watch)
        variant = self._kept(settings, plan)
        if self.can_change(variant):
            task = self._situation(variant).task
            # Looked up by the first change of hands, which need not wait for them.
            _ = task.rows, task.step_to
        return variant

    def can_change(self, variant: Variant) -> bool:
        """Return whether streets of a plan can be given away: not where there are too many visits for all ways."""
        asked = self._asked(variant.settings).without(variant.plan.left_out)
        return bool(0 < asked.visits.sum() <= MOST_TOGETHER)

    def given(self, variant: Variant, streets: Iterable[int], officer: int) -> Variant | None:
        """Give streets to another officer (from 0) and put both routes in order anew; None where he has them already.

        Only where `can_change` says so; the first time for a plan with other settings takes longer.
        """
        situation = self._situation(variant)
        task = situation.task
        mine = np.isin(np.arange(task.visits), situation.routes[officer])
        visits = np.flatnonzero(np.isin(task.street, list(streets)) & ~mine)
        if not len(visits):
            return None
        routes = exchange.given(task, situation.routes, visits.tolist(), officer)
        pinned = variant.pinned | set(task.street[visits].tolist())
        return self._made_anew(variant, situation, Found(routes, np.zeros(0), FINISHED, 0), pinned)

    def evened_out(self, variant: Variant, weight: float, watch: Watch = UNWATCHED) -> Variant | None:
        """Even routes out by handing over as little as is worth it; None where nothing is.

        weight: seconds that handing one visit over must save of the longest route. Streets given by hand stay.
        """
        before = self._situation(variant)
        situation = before.anew([replace(officer, kept=variant.pinned) for officer in before.officers])
        found = situation.searched(weight, 0.0, None, variant.settings.seconds, 1, watch)
        if found.routes == situation.routes:
            return None
        return self._made_anew(variant, situation, found, variant.pinned)

    def _asked(self, settings: Settings) -> Network:
        return replace(self.network, visits=self.network.visits * settings.times)

    def _situation(self, variant: Variant) -> Situation:
        """Return a plan ready to be changed; the ways between its visits are kept for the next time."""
        ready = self._ready
        if ready is not None and ready[0] is variant:
            return ready[1]
        if ready is not None and ready[0].settings == variant.settings:
            situation = ready[1].anew(_officers(variant.plan))
        else:
            situation = Situation.of(self._asked(variant.settings), variant.plan.crew, _officers(variant.plan))
        self._ready = variant, situation
        return situation

    def _made_anew(self, before: Variant, situation: Situation, found: Found, pinned: frozenset[int]) -> Variant:
        made = situation.replanned(found, before.plan.bound)
        variant = self._kept(before.settings, made.plan, before.number, tuple(made.moved), pinned)
        self._ready = variant, situation.anew(_officers(made.plan))
        return variant

    def _kept(self, settings: Settings, plan: Plan, *rest) -> Variant:
        variant = Variant(len(self.variants) + 1, settings, plan, self.figures(settings, plan), *rest)
        self.variants.append(variant)
        return variant

    def figures(self, settings: Settings, plan: Plan) -> Figures:
        """Return what a plan comes to; hours beyond the shift are paid as hours, the shift is paid whole."""
        shift = 3600.0 * settings.shift
        paid = float(np.maximum(plan.times, shift).sum()) / 3600.0
        return Figures(
            len(plan.walks), plan.longest / 60.0, float(plan.times.mean()) / 60.0, plan.fairness,
            self._coverage(settings, plan, shift), float(plan.lengths.sum()), paid * settings.rate,
            plan.bound / 60.0, plan.gap if plan.bound > 0.0 else math.inf,
        )  # fmt: skip

    def _coverage(self, settings: Settings, plan: Plan, shift: float) -> float:
        """Return the share of the metres asked for that are walked by the end of the shift."""
        network = self._asked(settings)
        length = self.graph.length
        whole = float(length @ network.visits)
        done = 0.0
        for walk, pace in zip(plan.walks, plan.crew.pace, strict=True):
            in_time = np.cumsum(network.cost[walk.half]) * pace <= shift * (1.0 + 1e-9)
            done += float(length[walk.half[walk.visit & in_time] >> 1].sum())
        return done / whole if whole > 0.0 else 1.0


def _officers(plan: Plan) -> list[Officer]:
    return [Officer(rest=tuple((walk.half[walk.visit] >> 1).tolist())) for walk in plan.walks]
