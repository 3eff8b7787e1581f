"""Checks a plan against the streets alone: it shares nothing with the search that made it."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .crew import Crew
from .network import Network


@dataclass(frozen=True)
class Fault:
    """What is wrong with a plan: `kind`, and which officer's route or which street, counted from 0; -1 for none."""

    kind: str
    officer: int = -1
    street: int = -1


def faults(
    network: Network, stations: Sequence[int], walks: Sequence[Sequence[int]], lengths: Sequence[float],
    left_out: Sequence[int] = (), shift: float = math.inf,
) -> list[Fault]:  # fmt: skip
    """Return all that is wrong with a plan of officers who come home to their stations and cost what they walk.

    As `faults_of`; shift: of all of them, in the unit of the costs.
    """
    if not len(stations) == len(walks) == len(lengths):
        return [Fault("officers")]
    return faults_of(network, Crew.alike(list(stations), shift=shift), walks, lengths, left_out)


def faults_of(
    network: Network, crew: Crew, walks: Sequence[Sequence[int]], times: Sequence[float], left_out: Sequence[int] = ()
) -> list[Fault]:
    """Return all that is wrong with a plan; nothing when it holds.

    walks: the half-streets each officer walks, in order, a stop among them where he makes it. A walk begins where the
    officer starts and ends where he must, goes on where it has come to, walks no street that is closed that way, and
    takes what was said: what he spent before, what he walks at his own pace, and his stops. Every required street that
    is not among those `left_out` is walked as often as required, and none of those is called left out that is not
    required. Nobody takes longer than his shift.
    """
    if not len(crew) == len(walks) == len(times):
        return [Fault("officers")]
    found: list[Fault] = []
    walked: Counter[int] = Counter()
    for officer, (walk, seconds) in enumerate(zip(walks, times, strict=True)):
        found += _on_the_way(network, crew, officer, walk, float(seconds))
        walked.update(int(half) // 2 for half in walk)
        if seconds > float(crew.shift[officer]) * (1.0 + 1e-6):
            found.append(Fault("too_long", officer))
    missing = set(left_out)
    for street in range(network.streets):
        wanted = int(network.visits[street])
        if street in missing and wanted <= 0:
            found.append(Fault("not_asked", street=street))
        if street not in missing and walked[street] < wanted:
            found.append(Fault("missed", street=street))
    return found


def value(network: Network, walks: Sequence[Sequence[int]], worth: Sequence[float]) -> float:
    """Return what the walks are worth: each street's worth for each time it is walked, as often as it was asked for."""
    walked: Counter[int] = Counter(int(half) // 2 for walk in walks for half in walk)
    return sum(float(worth[street]) * min(times, int(network.visits[street])) for street, times in walked.items())


def _on_the_way(network: Network, crew: Crew, officer: int, walk: Sequence[int], seconds: float) -> list[Fault]:
    """Return what is wrong with one officer's route."""
    found = []
    place, taken = int(crew.start[officer]), float(crew.spent[officer])
    for half in walk:
        street, back = divmod(int(half), 2)
        ends = int(network.tail[street]), int(network.head[street])
        begin, end = ends[::-1] if back else ends
        price = float((network.back if back else network.ahead)[street])
        if begin != place:
            found.append(Fault("broken", officer, street))
        if price == float("inf"):
            found.append(Fault("closed", officer, street))
        place, taken = end, taken + float(crew.pace[officer]) * price + float(network.dwell[street])
    if place != int(crew.end[officer]):
        found.append(Fault("not_home", officer))
    if abs(taken - seconds) > 1e-6 * max(1.0, taken):
        found.append(Fault("length", officer))
    return found
