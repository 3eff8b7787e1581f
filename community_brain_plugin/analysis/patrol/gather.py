"""Plans of patrol where not all can be walked within the shift: what is worth most is chosen."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ...errors import RoomError
from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .crew import Crew
from .crew_bound import own_ways, visit_loads
from .gather_parts import in_parts
from .network import Network, unreachable
from .plan import MOST_TOGETHER, TOO_FAR, After, Plan, planned, walked, walks
from .task import prepare
from .value import ValueSearch, usual_rounds
from .value_bound import most_value

#: A street for which there was no time beside others.
NO_TIME = "no_time"
_BOUND_SHARE = 0.2


@dataclass(frozen=True)
class ValuePlan(Plan):
    """A plan of the greatest value. value: of all visits asked for that are walked, whether for a visit or in passing;
    most: no plan has a greater value, nor do the streets that can be reached. `bound` is 0: the shift is the limit."""

    value: float
    most: float

    @property
    def gap(self) -> float:
        """By what share of the value the best possible plan may exceed it; infinite where nothing is collected."""
        if self.most <= 0.0:
            return 0.0
        return self.most / self.value - 1.0 if self.value > 0.0 else math.inf


def gather(
    network: Network, stations: Sequence[int], worth: ArrayLike, shift: float, *, seed: int = 1,
    rounds: int | None = None, seconds: float = math.inf, watch: Watch = UNWATCHED, after: After | None = None,
) -> ValuePlan:  # fmt: skip
    """Return a plan of the greatest value for one officer at each of the stations, none of them longer than the shift.

    shift: in the unit of the network's costs; else as `gather_by`.
    """
    crew = Crew.alike(stations, shift=shift)
    return gather_by(network, crew, worth, seed=seed, rounds=rounds, seconds=seconds, watch=watch, after=after)


def gather_by(
    network: Network, crew: Crew, worth: ArrayLike, *, seed: int = 1, rounds: int | None = None,
    seconds: float = math.inf, watch: Watch = UNWATCHED, after: After | None = None,
) -> ValuePlan:  # fmt: skip
    """Return a plan of the greatest value for some officers, each within his own shift.

    worth: value of each visit of each street and stop, shape (e,); those worth nothing need not be visited. What is
    left out has its reason: NO_TIME where others were worth more, or as for `cover`. The same seed and rounds give the
    same plan unless `seconds` end it sooner. A cancel during the search gives the best plan so far, marked by `ended`;
    before there is one, Cancelled passes through. after: as in `plan.After`, not asked for a city.
    """
    until = time.monotonic() + seconds
    value = _checked(network, worth)
    _refuse_late(network, crew)
    wanted = network.without(np.flatnonzero(value <= 0.0).tolist())
    left_out = unreachable(wanted, crew.start, crew.end)
    loads = visit_loads(network, crew)
    far = np.flatnonzero((wanted.without(left_out).visits > 0) & (loads > crew.shift.max()))
    left_out |= dict.fromkeys(far.tolist(), TOO_FAR)
    asked = wanted.without(left_out)
    most = most_value(asked, crew, value, watch.part(0.0, 0.2), _BOUND_SHARE * seconds)
    rest = watch.part(0.2, 1.0)
    if asked.visits.sum() > MOST_TOGETHER:
        routes, ended, made = in_parts(asked, crew, value, MOST_TOGETHER, rounds, seed, until, rest)
    else:
        task = prepare(asked.priced(crew.unit), crew)
        search = ValueSearch(task, value[task.street], (crew.shift - crew.spent) / crew.pace, seed)
        left = until - time.monotonic()
        found = search.run(usual_rounds(task) if rounds is None else rounds, left, most, rest)
        routes = walks(task, found.routes) if after is None else walked(task, after(task, found.routes, watch))
        ended, made = found.ended, found.rounds
    times = np.zeros(network.streets, np.intp)
    for walk in routes:
        times += np.bincount(walk.half >> 1, minlength=network.streets)
    missed = np.flatnonzero(times < asked.visits)
    left_out |= dict.fromkeys(missed.tolist(), NO_TIME)
    plan = planned(network, crew, routes, left_out, 0.0, ended, made)
    collected = float(value @ np.minimum(times, asked.visits))
    return ValuePlan(**vars(plan), value=collected, most=most)


def _refuse_late(network: Network, crew: Crew) -> None:
    """Refuse an officer whose shift is over before he can come from his start to his end."""
    late = np.flatnonzero(crew.times(own_ways(network, crew)) > crew.shift)
    if len(late):
        raise RoomError("analysis.no_time_to_end", officer=int(late[0]) + 1)


def _checked(network: Network, worth: ArrayLike) -> Array:
    value = np.asarray(worth, np.float64)
    if len(value) != network.streets:
        raise RoomError("analysis.lengths_differ", field="worth", found=len(value), expected=network.streets)
    bad = np.flatnonzero(~((value >= 0.0) & np.isfinite(value)))
    if len(bad):
        raise RoomError("analysis.negative", field="worth", row=int(bad[0]) + 1, rows=len(bad))
    return value
