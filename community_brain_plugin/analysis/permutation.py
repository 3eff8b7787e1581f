"""Conditional permutations of a local statistic: each area keeps its own value while all others are dealt out anew."""

from dataclasses import dataclass

import numpy as np

from .inputs import Array
from .watch import Watch
from .weights import Weights


@dataclass(frozen=True)
class Simulated:
    """Two-sided pseudo p of each area, shape (n,): twice the smaller tail, (r + 1) ÷ (permutations + 1) a tail."""

    p: Array


def simulate(values: Array, weights: Weights, lag: Array, permutations: int, seed: int, watch: Watch) -> Simulated:
    """Compare each area's lag (weights × values) with lags of values dealt out at random.

    One shuffle serves all areas: where an area's own value landed among its neighbours, it changes places with the one
    that landed on the area, which makes the shuffle one of the others alone.
    """
    rng = np.random.default_rng(seed)
    count = len(values)
    own = weights.diagonal()
    pairs = weights.tocoo()
    apart = pairs.row != pairs.col
    area, neighbour, weight = pairs.row[apart], pairs.col[apart], pairs.data[apart]
    above, below = np.zeros(count, np.int64), np.zeros(count, np.int64)
    slack = 1e-12 * np.abs(values).max() * np.maximum(np.abs(weights).sum(axis=1).A1, 1.0)
    for number in range(permutations):
        watch.at(number / permutations)
        order = rng.permutation(count)
        drawn = values[order]
        found = weights @ drawn + own * (values - drawn)
        landed = np.flatnonzero(order[neighbour] == area)
        if landed.size:
            here = area[landed]
            found += np.bincount(here, weight[landed] * (drawn[here] - values[here]), count)
        above += found >= lag - slack
        below += found <= lag + slack
    tail = (np.minimum(above, below) + 1.0) / (permutations + 1.0)
    return Simulated(np.minimum(2.0 * tail, 1.0))
