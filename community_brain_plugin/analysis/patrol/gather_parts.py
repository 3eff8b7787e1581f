"""The most valuable visits of a whole city: a few officers at a time, each time of the streets that promise them most.

What a few officers can walk in a shift is a small part of a city. Those who start at the same place are searched
together, among as many visits as can be looked at together: those of most value for their length, their neighbours'
counting like their own, less what of the shift goes into the way there. What they walk, in passing too, is not asked of
the next. The bound is that of all officers and the whole city.
"""

import math
import time

import numpy as np

from ..inputs import Array
from ..watch import Watch
from .crew import Crew
from .crew_bound import visit_loads
from .ending import CANCELLED
from .network import Index, Network
from .plan import Walk, walks
from .task import prepare
from .value import Gathered, ValueSearch, usual_rounds

#: How many times as much as some officers can walk is looked at with them.
_CHOICE = 1.5


def in_parts(
    network: Network, crew: Crew, value: Array, most: int, rounds: int | None, seed: int, until: float,
    watch: Watch,
) -> tuple[list[Walk], str, int]:  # fmt: skip
    """Return the walks of all officers, why the last search ended, and how many rounds were made in all.

    value: of each visit of each street and stop, shape (e,); most: visits that are looked at together; until: time of
    the monotonic clock. After a cancel, those who have no route yet visit nothing.
    """
    left = network.visits.copy()
    found: list[Walk] = [Walk(np.zeros(0, np.intp), np.zeros(0, bool))] * len(crew)
    groups = _groups(network, crew, most)
    ended, made = "", 0
    for number, group in enumerate(groups):
        own = crew.only(group)
        asked = _promising(network, own, value, left, most)
        task = prepare(asked.priced(own.unit), own)
        seconds = (until - time.monotonic()) / (len(groups) - number)
        part = watch.part(number / len(groups), (number + 1) / len(groups))
        search = ValueSearch(task, value[task.street], (own.shift - own.spent) / own.pace, seed)
        if ended == CANCELLED:
            # The others still come from their starts to their ends.
            gathered = Gathered([()] * task.officers, 0.0, CANCELLED, 0)
        else:
            tries = usual_rounds(task) if rounds is None else rounds
            gathered = search.run(tries, seconds, math.inf, part)
        ended, made = gathered.ended, made + gathered.rounds
        for officer, walk in zip(group.tolist(), walks(task, gathered.routes), strict=True):
            found[officer] = walk
            left -= np.bincount(walk.half >> 1, minlength=network.streets)
        left = np.maximum(left, 0)
    return found, ended, made


def _groups(network: Network, crew: Crew, most: int) -> list[Index]:
    """Return officers who are searched together: neighbours by start, as few as have a choice."""
    asked = network.visits > 0
    mean = float(np.minimum(network.ahead, network.back)[asked].mean())
    size = max(1, int(most * mean / (_CHOICE * float((crew.shift / crew.pace).mean()))))
    order = np.argsort(crew.start, kind="stable")
    return [order[first : first + size] for first in range(0, len(order), size)]


def _promising(network: Network, crew: Crew, value: Array, left: Index, most: int) -> Network:
    """Return the network that asks for the visits that promise most to some officers, at most so many."""
    cost = network.priced(crew.unit).cost
    cost = np.minimum(cost[0::2], cost[1::2])
    gain, length = value * left, np.where(np.isfinite(cost), cost, 0.0) * np.maximum(left, 1)
    ends = np.concatenate([network.tail, network.head])
    around = [np.bincount(ends, np.tile(one, 2), network.nodes) for one in (gain, length)]
    about = [one[network.tail] + one[network.head] for one in around]
    away = visit_loads(network, crew) / float(crew.shift.max())
    score = (about[0] + gain) / np.maximum(about[1] + length, 1e-9) * np.maximum(1.0 - away, 0.0)
    score[left <= 0] = 0.0
    order = np.argsort(-score, kind="stable")
    kept = order[(np.cumsum(left[order]) <= most) & (score[order] > 0.0)]
    others = np.ones(network.streets, bool)
    others[kept] = False
    asked = network.without(np.flatnonzero(others).tolist())
    asked.visits[kept] = left[kept]
    return asked
