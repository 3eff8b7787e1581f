"""Space-time cubes: counts by area and step of time, which of them are hot or cold, and how that developed.

Sources: Ord and Getis, Local spatial autocorrelation statistics (1995); Mann, Nonparametric tests against trend (1945)
and Kendall, Rank Correlation Methods (1975), with the correction for ties; Benjamini and Hochberg (1995). The seventeen
patterns are those of the Emerging Hot Spot Analysis tool's public documentation.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.special import ndtr

from ..errors import RoomError
from . import inputs
from .inputs import Array
from .watch import UNWATCHED, Watch
from .weights import Weights

UNITS = ("day", "week", "month")
#: Patterns by number; the same with a minus for cold. 0 is no pattern.
PATTERNS = {
    1: "new", 2: "consecutive", 3: "intensifying", 4: "persistent", 5: "diminishing", 6: "sporadic", 7: "oscillating",
    8: "historical",
}  # fmt: skip
#: Share of the steps that must be hot for what has always been hot.
MOST = 0.9
#: Fewer steps than this have no trend.
LEAST_STEPS = 4
_MONDAY = np.datetime64("1969-12-29", "D")
_MOST_STEPS = 5000
# Cells of the cube that are looked at between two questions whether to stop.
_AT_ONCE = 500_000

Days = NDArray[np.datetime64]


@dataclass(frozen=True)
class Trend:
    """Mann–Kendall of n series, all arrays of shape (n,): z with continuity correction, two-sided p, and tau-b."""

    z: Array
    p: Array
    tau: Array


def steps(first: np.datetime64, last: np.datetime64, unit: str = "week", cut: bool = False) -> Days:
    """Return the midnights between steps, shape (steps + 1,), datetime64[D]: days, weeks from Monday, or months.

    A first or last step that first and last moment do not fill to a tenth is left out, unless `cut`: its counts would
    be low for no other reason.
    """
    if unit not in UNITS:
        raise RoomError("analysis.unknown_step", name=unit, known=", ".join(UNITS))
    begin, end = _floor(first, unit, 0), _floor(last, unit, 1)
    if unit == "month":
        found = np.arange(begin.astype("datetime64[M]"), end.astype("datetime64[M]") + 1).astype("datetime64[D]")
    else:
        found = np.arange(begin, end + 1, 7 if unit == "week" else 1)
    if len(found) - 1 > _MOST_STEPS:
        raise RoomError("analysis.too_many_steps", count=len(found) - 1, most=_MOST_STEPS)
    if cut:
        return found
    if len(found) > 1 and first - found[0] > 0.1 * (found[1] - found[0]).astype("timedelta64[ms]"):
        found = found[1:]
    if len(found) > 1 and found[-1] - last > 0.1 * (found[-1] - found[-2]).astype("timedelta64[ms]"):
        found = found[:-1]
    return found


def _floor(moment: np.datetime64, unit: str, after: int) -> np.datetime64:
    """Return the midnight at which the moment's step begins, or the one `after` so many steps."""
    day = moment.astype("datetime64[D]")
    if unit == "month":
        return (day.astype("datetime64[M]") + after).astype("datetime64[D]")
    if unit == "week":
        return _MONDAY + ((day - _MONDAY).astype(int) // 7 + after) * np.timedelta64(7, "D")
    return day + after


def count(
    area: NDArray[np.integer], at: Days, edges: Days, areas: int, weights: ArrayLike | None = None
) -> tuple[Array, int]:
    """Return the sums of weights, shape (steps, areas), and how many events lie in no step.

    area, at: area and moment of each event, shape (n,).
    """
    weight = inputs.weights(weights, len(at))
    step = np.searchsorted(edges, at, "right") - 1
    inside = (step >= 0) & (step < len(edges) - 1)
    place = step[inside] * areas + np.asarray(area)[inside]
    found = np.bincount(place, weight[inside], (len(edges) - 1) * areas)
    return found.reshape(len(edges) - 1, areas).astype(np.float64), int((~inside).sum())


def getis_ord(counts: Array, weights: Weights, back: int = 1, watch: Watch = UNWATCHED) -> Array:
    """Return Gi* of each step and area, shape (steps, areas), against mean and spread of the whole cube.

    counts: shape (steps, areas). Neighbours are the area itself and those of `weights`, at the step and at `back`
    steps before it (fewer at the beginning). NaN where everything is a neighbour of everything.
    """
    many, areas = counts.shape
    if weights.shape != (areas, areas):
        raise RoomError("analysis.lengths_differ", field="weight", found=weights.shape[0], expected=areas)
    value = inputs.numbers("value", counts.ravel()).reshape(counts.shape)
    if np.ptp(value) == 0.0:
        raise RoomError("analysis.no_variation", value=float(value.flat[0]))
    matrix = (weights - sparse.diags(weights.diagonal()) + sparse.identity(areas)).tocsr()
    beside = (matrix @ value.T).T
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    cells = value.size
    mean, spread = value.mean(), value.std()
    found = np.empty(counts.shape)
    lag = np.zeros(areas)
    for step in range(many):
        watch.at(step / many)
        lag += beside[step]
        if step > back:
            lag -= beside[step - back - 1]
        times = min(step, back) + 1
        deviation = spread * np.sqrt(np.maximum(cells * times * squares - (times * sums) ** 2, 0.0) / (cells - 1))
        found[step] = np.divide(
            lag - mean * times * sums, deviation, out=np.full(areas, np.nan), where=deviation > 1e-300
        )
    return found


def mann_kendall(values: Array, watch: Watch = UNWATCHED) -> Trend:
    """Return whether series rise or fall; values: shape (steps, n), finite. Equal values are no evidence of either."""
    many, series = values.shape
    if many < LEAST_STEPS:
        raise RoomError("analysis.too_few_steps", count=many, least=LEAST_STEPS)
    score = np.zeros(series)
    for apart in range(1, many):
        watch.at(apart / many)
        score += np.sign(values[apart:] - values[:-apart]).sum(axis=0)
    pairs = many * (many - 1) / 2.0
    sizes, owner = _ties(values, watch)
    tied = np.bincount(owner, sizes * (sizes - 1.0) * (2.0 * sizes + 5.0), series)
    variance = (many * (many - 1.0) * (2.0 * many + 5.0) - tied) / 18.0
    z = np.divide(
        score - np.sign(score), np.sqrt(np.maximum(variance, 0.0)), out=np.zeros(series), where=variance > 0.0
    )
    unequal = pairs - np.bincount(owner, sizes * (sizes - 1.0) / 2.0, series)
    tau = np.divide(score, np.sqrt(pairs * unequal), out=np.zeros(series), where=unequal > 0.0)
    return Trend(z, 2.0 * ndtr(-np.abs(z)), tau)


def _ties(values: Array, watch: Watch) -> tuple[Array, NDArray[np.intp]]:
    """Return how many values are equal, for each different value of each series, and whose series that is."""
    many, series = values.shape
    together = max(1, _AT_ONCE // many)
    sizes, owners = [], []
    for first in range(0, series, together):
        watch.at(1.0)
        ordered = np.sort(values[:, first : first + together], axis=0).T
        new = np.ones(ordered.shape, bool)
        new[:, 1:] = np.diff(ordered, axis=1) != 0.0
        start = np.flatnonzero(new.ravel())
        sizes.append(np.diff(np.append(start, ordered.size)).astype(np.float64))
        owners.append(first + start // many)
    return np.concatenate(sizes), np.concatenate(owners)


def significant(z: Array, level: float = 0.05, fdr: bool = True) -> NDArray[np.int8]:
    """Return 1 where hot, -1 where cold and 0 where neither, of the shape of z; `fdr` over the whole cube."""
    p = 2.0 * ndtr(-np.abs(z))
    limit = _false_discovery_limit(p, level) if fdr else level
    return np.where(p <= limit, np.sign(np.nan_to_num(z)), 0.0).astype(np.int8)


def _false_discovery_limit(p: Array, level: float) -> float:
    """Return the highest p that counts at a false discovery rate, as `false_discovery` has it; -1 where none does.

    No p above the level can count, and what is left of a large cube is sorted in no time.
    """
    some = np.sort(p[p <= level])
    counting = np.flatnonzero(some * int((~np.isnan(p)).sum()) / np.arange(1, some.size + 1) <= level)
    return float(some[counting[-1]]) if counting.size else -1.0


def patterns(classes: NDArray[np.int8], trend: Trend, level: float = 0.05) -> NDArray[np.int8]:
    """Return the pattern of each area, shape (n,): a key of PATTERNS, negative for cold, or 0.

    classes: 1 hot, -1 cold, 0 neither, shape (steps, n). trend: of the statistic behind them. Of what is hot at the
    last step: *new* was never significant before; *consecutive* is hot in one run of two steps or more up to the last,
    and nothing before; *intensifying*, *persistent* and *diminishing* are hot in 90 % of the steps, and rising, neither
    or falling; *sporadic* is hot on and off, in less than 90 %, and never cold; *oscillating* was cold before.
    *Historical* is not hot at the last step, nor cold, but was hot in 90 % of them.
    """
    hot = _patterns_of(classes > 0, classes < 0, trend.z > 0.0, trend.p <= level)
    cold = _patterns_of(classes < 0, classes > 0, trend.z < 0.0, trend.p <= level)
    # What is hot now and has always been cold is told by what it is now; else nothing is both.
    return np.where(classes[-1] < 0, -cold, np.where(classes[-1] > 0, hot, hot - cold)).astype(np.int8)


def _patterns_of(
    hot: NDArray[np.bool_], cold: NDArray[np.bool_], rising: NDArray[np.bool_], sure: NDArray[np.bool_]
) -> NDArray[np.int8]:
    many = len(hot)
    last, times = hot[-1], hot.sum(axis=0)
    # Steps up to the last one that are hot without a break.
    run = np.where(hot.all(axis=0), many, np.argmin(hot[::-1], axis=0))
    mostly = times >= MOST * many
    ever_cold = cold.any(axis=0)
    first = last & ~ever_cold & (times == run) & ~mostly
    found = [
        (first & (run == 1), 1), (first & (run > 1), 2), (last & mostly & sure & rising, 3),
        (last & mostly & ~sure, 4), (last & mostly & sure & ~rising, 5), (last & ~mostly & ever_cold, 7),
        (last & ~mostly & ~ever_cold & (times > run), 6), (~last & mostly, 8),
    ]  # fmt: skip
    return np.select([where for where, _ in found], [number for _, number in found], 0).astype(np.int8)
