"""What no plan of given officers can do better than, also where they start and end apart, or walk and stop unlike.

All metres together: close every officer's walk by a link from where he ends to where he starts. The walks are then
closed, and the bound for closed walks (bound.bound) holds for the streets and links together, where every link must be
walked once; at a price it is not walked twice, and all the prices are taken off again. Where every street costs the
same both ways, the link may be walked either way too, which can only make the bound lower.

The highest load: an officer whose load is at most L has L ÷ scale − spent seconds. What of them he does not stop he can
walk at his own pace. All stops take as many seconds whoever makes them, which costs least walking where the slowest
make them. So where L allows fewer metres than all must walk together although the slowest make the stops, no plan has a
load of L. And every officer has to come from his start to his end, and somebody to the farthest street and on.
"""

import math
from dataclasses import dataclass

import numpy as np

from ...errors import RoomError
from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .bound import Bound, bound
from .crew import Crew
from .network import Network

_HALVINGS = 60


@dataclass(frozen=True)
class CrewBound:
    """What is known of all plans. network: stops not priced; known: of all together, stops priced by `unit`."""

    network: Network
    known: Bound
    unit: float

    @property
    def total(self) -> float:
        """Seconds that all together need at least, if all were as fast as the fastest."""
        return self.unit * self.known.total

    def of(self, crew: Crew) -> float:
        """Return what the highest load of some of the officers is at least, in seconds; of all where ends lie apart."""
        if crew.is_alike:
            return crew.unit * self.known.of(len(crew))
        required = self.network.visits > 0
        farthest = float(visit_loads(self.network, crew)[required].max(initial=0.0))
        dwell = float(self.network.dwell @ self.network.visits)
        walked = self.known.total - dwell / self.unit
        return max(farthest, least_load(crew, own_ways(self.network, crew), walked, dwell))


def crew_bound(
    network: Network, crew: Crew, watch: Watch = UNWATCHED, seconds: float = math.inf
) -> tuple[CrewBound, Array]:
    """Return the bound for walking all required streets, all of which can be reached, and what it was found with.

    The latter as of `bound.bound`. Refuses an officer whom no way leads to where he must end.
    """
    priced = network.priced(crew.unit)
    apart = crew.only(np.flatnonzero(crew.start != crew.end))
    if not len(apart):
        known, times = bound(priced, crew.start, watch, seconds)
        return CrewBound(network, known, crew.unit), times
    ways, back = own_ways(network, apart), own_ways(network, apart, turned=True)
    price = np.maximum(ways, np.where(np.isfinite(back), back, 0.0))
    is_plain = bool((priced.ahead == priced.back).all())
    linked = Network.of(
        priced.nodes, np.concatenate([priced.tail, apart.end]), np.concatenate([priced.head, apart.start]),
        np.concatenate([priced.ahead, price]),
        np.concatenate([priced.back, price if is_plain else np.full(len(apart), math.inf)]),
        np.concatenate([priced.visits, np.ones(len(apart), np.intp)]),
    )  # fmt: skip
    found, times = bound(linked, np.unique(np.concatenate([crew.start, crew.end])), watch, seconds)
    total = max(found.total - float(price.sum()), float(ways.sum()))
    return CrewBound(network, Bound(0.0, total, found.whole), crew.unit), times[: 2 * network.streets]


def own_ways(network: Network, crew: Crew, *, turned: bool = False) -> Array:
    """Return the cost of each officer's way from his start to his end, or the other way round, shape (k,).

    Refuses an officer whom no way leads to his end.
    """
    start, end = (crew.end, crew.start) if turned else (crew.start, crew.end)
    named, own = np.unique(start, return_inverse=True)
    ways: Array = network.distances(named)[own, end]
    lost = np.flatnonzero(~np.isfinite(ways))
    if len(lost) and not turned:
        raise RoomError("analysis.no_way_to_end", officer=int(lost[0]) + 1)
    return ways


def visit_loads(network: Network, crew: Crew) -> Array:
    """Return the load of walking each street once, coming from one's start and going to one's end, shape (e,).

    Of each street, that of the officer for whom it is least.
    """
    least = np.full(network.streets, math.inf)
    kinds = np.column_stack([crew.start, crew.end, crew.pace, crew.scale, crew.spent])
    _, first = np.unique(kinds, axis=0, return_index=True)
    some = crew.only(first)
    starts, begin = np.unique(some.start, return_inverse=True)
    ends, home = np.unique(some.end, return_inverse=True)
    there, back = network.distances(starts), network.returns(ends)
    for number, officer in enumerate(first.tolist()):
        half = there[begin[number], network.start] + network.cost + back[home[number], network.end]
        cost = np.minimum(half[0::2], half[1::2])
        seconds = crew.spent[officer] + crew.pace[officer] * cost + network.dwell
        np.minimum(least, crew.scale[officer] * seconds, out=least)
    return least


def least_load(crew: Crew, ways: Array, total: float, dwell: float) -> float:
    """Return what the highest load is at least: `total` walked by all together, `dwell` seconds of stops.

    ways: what each has to walk at any rate, shape (k,), a part of the total. By halves, always the end at which it
    cannot be done.
    """
    order = np.argsort(-crew.pace, kind="stable")
    pace, scale, spent, own = crew.pace[order], crew.scale[order], crew.spent[order], ways[order]

    def is_enough(load: float) -> bool:
        left = load / scale - spent
        free = np.maximum(left - pace * own, 0.0)
        stops = np.clip(dwell - (np.cumsum(free) - free), 0.0, free)
        return float(free.sum()) >= dwell and float(((left - stops) / pace).sum()) >= total

    least = float((scale * (spent + pace * own)).max())
    if is_enough(least):
        return least
    most = max(1.0, 2.0 * least)
    while not is_enough(most):
        least, most = most, 2.0 * most
    for _ in range(_HALVINGS):
        middle = 0.5 * (least + most)
        least, most = (least, middle) if is_enough(middle) else (middle, most)
    return least
