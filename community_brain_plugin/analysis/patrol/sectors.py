"""Loops shared out at first: among the stations by the way there, then around each station among its officers.

A station's share is the larger the less others have to walk: a burden on its ways is moved until all have alike. It is
then halved, again and again, by lines that pass the station, so that nobody walks through another's share: loops nearer
to one pole of two than to the other lie on its side.
"""

import itertools

import numpy as np

from ..inputs import Array
from ..watch import Watch
from .network import Index, Network
from .uncross import Loop

#: Steps of moving the burdens, the first as a share of the mean way, and what is left of a step after each.
_STEPS, _STEP, _SHRINKS = 300, 0.5, 0.985
#: Around each station lines run between so many poles.
_POLES = 24


def sectors(
    network: Network, home: Index, found: list[Loop], cost: Array, link: Array, dice: np.random.Generator, watch: Watch
) -> Index:
    """Return which officer walks each loop, shape (l,).

    home: number of each officer's station, shape (k,). cost: of each loop, shape (l,); link: of going from each station
    to each loop and back, shape (stations, l).
    """
    own = _stations(home, cost, link)
    owner = np.zeros(len(found), np.intp)
    for station, ways in enumerate(link):
        watch.at(0.0)
        loops = np.flatnonzero(own == station)
        poles = [found[loop][0] for loop in dice.permutation(loops)[:_POLES]]
        away = network.distances(network.start[poles])
        middle = np.array([away[:, network.start[found[loop]]].mean(axis=1) for loop in loops]).T
        officers = np.flatnonzero(home == station)
        for officer, part in zip(officers, _halved(len(officers), cost[loops], ways[loops], middle), strict=True):
            owner[loops[part]] = officer
    return owner


def _stations(home: Index, cost: Array, link: Array) -> Index:
    """Return the station whose officers walk each loop, about as much each, shape (l,)."""
    fair = max(float(cost.sum()), 1e-9) * np.bincount(home) / len(home)
    burden = np.zeros(len(link))
    step = _STEP * link[np.isfinite(link)].mean()
    best, least = np.zeros(len(cost), np.intp), np.inf
    for _ in range(_STEPS):
        own = (link + burden[:, None]).argmin(axis=0)
        share = np.bincount(own, cost, len(link)) / fair
        if abs(share - 1.0).max() < least:
            best, least = own, abs(share - 1.0).max()
        burden += step * (share - 1.0)
        step *= _SHRINKS
    return best


def _halved(officers: int, cost: Array, link: Array, away: Array) -> list[Index]:
    """Return as many parts of some loops as there are officers, about as long, each as near to the station as can be.

    away: from each pole to each loop, shape (poles, l).
    """
    everything = np.arange(len(cost))
    if officers == 1 or len(cost) < officers:
        return [everything, *[everything[:0]] * (officers - 1)]
    first = officers // 2
    want = cost.sum() * first / officers
    best, least = (everything, everything[:0]), np.inf
    for one, other in itertools.permutations(range(len(away)), 2):
        order = np.argsort(away[one] - away[other], kind="stable")
        walked = np.cumsum(cost[order])
        cut = int(abs(walked - want).argmin()) + 1
        if cut < len(order):
            near, far = order[:cut], order[cut:]
            value = link[near].min() + link[far].min() + 2.0 * abs(walked[cut - 1] - want)
            if value < least:
                best, least = (near, far), value
    return [
        part[inner]
        for part, count in zip(best, (first, officers - first), strict=True)
        for inner in _halved(count, cost[part], link[part], away[:, part])
    ]
