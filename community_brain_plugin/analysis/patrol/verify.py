"""Checks a plan against the streets alone: it shares nothing with the search that made it."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
    """Return all that is wrong with a plan; nothing when it holds.

    walks: the half-streets each officer walks, in order. A walk begins and ends at the officer's station, goes on where
    it has come to, walks no street that is closed that way, and costs what was said. Every required street that is not
    among those `left_out` is walked as often as required, and none of those is called left out that is not required. No
    walk is longer than the shift.
    """
    if not len(stations) == len(walks) == len(lengths):
        return [Fault("officers")]
    found: list[Fault] = []
    walked: Counter[int] = Counter()
    for officer, (station, walk, length) in enumerate(zip(stations, walks, lengths, strict=True)):
        found += _on_the_way(network, officer, int(station), walk, float(length))
        walked.update(int(half) // 2 for half in walk)
        if length > shift * (1.0 + 1e-6):
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


def _on_the_way(network: Network, officer: int, station: int, walk: Sequence[int], length: float) -> list[Fault]:
    """Return what is wrong with one officer's route."""
    found = []
    place, cost = station, 0.0
    for half in walk:
        street, back = divmod(int(half), 2)
        ends = int(network.tail[street]), int(network.head[street])
        begin, end = ends[::-1] if back else ends
        price = float((network.back if back else network.ahead)[street])
        if begin != place:
            found.append(Fault("broken", officer, street))
        if price == float("inf"):
            found.append(Fault("closed", officer, street))
        place, cost = end, cost + price
    if place != station:
        found.append(Fault("not_home", officer))
    if abs(cost - length) > 1e-6 * max(1.0, cost):
        found.append(Fault("length", officer))
    return found
