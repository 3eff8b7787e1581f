"""How far a kernel should reach: rules of thumb, cross-validation, and bandwidths that adapt to each event.

Sources: Silverman, Density Estimation for Statistics and Data Analysis (1986); Scott, Multivariate Density Estimation
(1992), section 6.3; Abramson, On bandwidth variation in kernel estimates (1982).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import ArrayLike

from ..errors import RoomError
from . import inputs
from .binning import sample
from .density import density
from .inputs import Array
from .kernels import KERNELS, Kernel, equivalent_bandwidth
from .kernels import kernel as kernel_named
from .leave_one_out import left_out, square_integral
from .raster import Grid
from .watch import UNWATCHED, Watch

_CANDIDATES = 16


@dataclass(frozen=True)
class Choice:
    """The bandwidth that scored best among the candidates (shape (k,), rising), and all scores (higher is better).

    `at_end` says that the best is the first or the last candidate, so that there may be a better one beyond.
    """

    bandwidth: float
    candidates: Array
    scores: Array

    @property
    def at_end(self) -> bool:
        """Whether the best candidate is the first or the last."""
        return self.bandwidth in (self.candidates[0], self.candidates[-1])


def rule_of_thumb(
    x: ArrayLike, y: ArrayLike, weights: ArrayLike | None = None, kernel: str = "quartic", rule: str = "silverman"
) -> float:
    """Return a bandwidth that suits normally distributed events, in the unit of the coordinates.

    In two dimensions both rules are spread × n^(-1/6) for the Gaussian kernel, n the effective number of events.
    "scott" takes the standard deviation for the spread; "silverman" the smaller of that and the median distance from
    the centre ÷ √(2 ln 2), which outliers do not widen. Both are the same in every direction, so turning the events
    changes nothing. Other kernels get the bandwidth that smooths as much.
    """
    if rule not in ("silverman", "scott"):
        raise RoomError("analysis.unknown_rule", name=rule, known="silverman, scott")
    east, north = inputs.places(x, y)
    weight = inputs.weights(weights, len(east))
    total = weight.sum()
    if total <= 0.0:
        raise RoomError("analysis.no_events")
    away = (east - weight @ east / total) ** 2 + (north - weight @ north / total) ** 2
    spread = sqrt(weight @ away / total / 2.0)
    if rule == "silverman":
        used = weight > 0.0
        centre = np.median(east[used]), np.median(north[used])
        middle = float(np.median(np.hypot(east[used] - centre[0], north[used] - centre[1])))
        spread = min(spread, middle / sqrt(2.0 * log(2.0))) if middle > 0.0 else spread
    if spread <= 0.0:
        raise RoomError("analysis.no_spread")
    events = total**2 / (weight @ weight)
    return equivalent_bandwidth(spread * events ** (-1.0 / 6.0), KERNELS["gaussian"], kernel_named(kernel))


def candidates(x: ArrayLike, y: ArrayLike, kernel: str = "quartic", count: int = _CANDIDATES) -> Array:
    """Return bandwidths worth trying: a geometric series around the rule of thumb, from an eighth to three times."""
    middle = rule_of_thumb(x, y, None, kernel)
    return np.geomspace(middle / 8.0, middle * 3.0, count)


def by_likelihood(
    x: ArrayLike, y: ArrayLike, weights: ArrayLike | None = None, kernel: str = "quartic",
    tried: ArrayLike | None = None, watch: Watch = UNWATCHED,
) -> Choice:  # fmt: skip
    """Choose the bandwidth under which each event is likeliest given all others (likelihood cross-validation).

    One event in n is taken to lie anywhere in the rectangle around the events, so that a lone outlier does not decide.
    """

    def score(bandwidth: float, east: Array, north: Array, weight: Array, shape: Kernel) -> float:
        area = max(float(np.ptp(east)) * float(np.ptp(north)), bandwidth**2)
        share = 1.0 / len(east)
        others = left_out(east, north, weight, bandwidth, shape) / np.maximum(weight.sum() - weight, 1e-300)
        return float(weight @ np.log((1.0 - share) * np.maximum(others, 0.0) + share / area))

    return _best(score, x, y, weights, kernel, tried, watch)


def by_least_squares(
    x: ArrayLike, y: ArrayLike, weights: ArrayLike | None = None, kernel: str = "quartic",
    tried: ArrayLike | None = None, watch: Watch = UNWATCHED,
) -> Choice:  # fmt: skip
    """Choose the bandwidth with the least integrated squared error, as estimated by leaving each event out.

    Of many events at one place it makes too narrow a choice (Silverman 1986, section 3.4.3).
    """

    def score(bandwidth: float, east: Array, north: Array, weight: Array, shape: Kernel) -> float:
        total = weight.sum()
        others = left_out(east, north, weight, bandwidth, shape) / np.maximum(total - weight, 1e-300)
        return float(
            2.0 * (weight @ others) / total - square_integral(east, north, weight, bandwidth, shape) / total**2
        )

    return _best(score, x, y, weights, kernel, tried, watch)


def _best(
    score: Callable[[float, Array, Array, Array, Kernel], float], x: ArrayLike, y: ArrayLike,
    weights: ArrayLike | None, kernel: str, tried: ArrayLike | None, watch: Watch,
) -> Choice:  # fmt: skip
    east, north = inputs.places(x, y)
    weight = inputs.weights(weights, len(east))
    if np.count_nonzero(weight) < 2:
        raise RoomError("analysis.too_few_events", count=int(np.count_nonzero(weight)), least=2)
    given = candidates(east, north, kernel) if tried is None else tried
    sizes = np.sort(inputs.positive("bandwidth", np.atleast_1d(given), np.size(given)))
    scores = np.empty(len(sizes))
    for number, size in enumerate(sizes):
        watch.at(number / len(sizes))
        scores[number] = score(float(size), east, north, weight, kernel_named(kernel))
    return Choice(float(sizes[np.argmax(scores)]), sizes, scores)


def adaptive(
    x: ArrayLike, y: ArrayLike, bandwidth: float, weights: ArrayLike | None = None, kernel: str = "quartic",
    power: float = 0.5, widest: float = 5.0, watch: Watch = UNWATCHED,
) -> Array:  # fmt: skip
    """Return a bandwidth for each event, shape (n,): wide where events are few, narrow where they crowd.

    `bandwidth` × (pilot density ÷ its geometric mean at the events)^-power, the pilot being the density with
    `bandwidth` itself (Abramson: power ½), kept between bandwidth ÷ widest and bandwidth × widest.
    """
    east, north = inputs.places(x, y)
    weight = inputs.weights(weights, len(east))
    if not weight.sum() > 0.0:
        return inputs.positive("bandwidth", bandwidth, len(east))
    shape = kernel_named(kernel)
    span = max(float(np.ptp(east)), float(np.ptp(north))) + 2.0 * bandwidth
    cell = max(bandwidth * shape.reach / 15.0, span / 4000.0)
    grid = Grid.around(east, north, cell, cell)
    pilot = density(east, north, grid, bandwidth, kernel=kernel, weights=weight, watch=watch)
    at_events = sample(pilot.values, *grid.positions(east, north))
    floor = at_events.max() * 1e-12
    level = np.log(np.maximum(at_events, floor))
    used = weight > 0.0
    factor = np.exp(-power * (level - np.average(level[used], weights=weight[used])))
    return bandwidth * np.clip(factor, 1.0 / widest, widest)
