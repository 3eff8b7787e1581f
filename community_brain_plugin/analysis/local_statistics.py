"""Hot and cold spots: Getis-Ord Gi*, local and global Moran, with how sure one can be of them.

Sources: Ord and Getis, Local spatial autocorrelation statistics (1995); Anselin, Local indicators of spatial
association (1995); Sokal, Oden and Thomson, Local spatial autocorrelation in a biological model (1998); Cliff and Ord,
Spatial Processes (1981); Benjamini and Hochberg, Controlling the false discovery rate (1995).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.special import ndtr

from ..errors import RoomError
from . import inputs
from .inputs import Array
from .permutation import Simulated, simulate
from .watch import UNWATCHED, Watch
from .weights import Weights, by_row

#: Levels of the classes ±1, ±2 and ±3.
LEVELS = (0.10, 0.05, 0.01)
#: Quadrants of local Moran: 1 high among high, 2 low among high, 3 low among low, 4 high among low.
QUADRANTS = {1: "high_high", 2: "low_high", 3: "low_low", 4: "high_low"}


@dataclass(frozen=True)
class Local:
    """A local statistic of n areas, all arrays of shape (n,).

    `statistic` is z for Gi* and Ii for local Moran; `z` and two-sided `p` are analytic. `p_simulated` is two-sided, or
    None. Areas that have no neighbours to speak of are NaN throughout.
    `quadrant` is 0 for Gi* and where nothing can be said.
    """

    statistic: Array
    z: Array
    p: Array
    p_simulated: Array | None
    quadrant: NDArray[np.int8]

    @cached_property
    def q(self) -> Array:
        """The smallest false discovery rate at which an area counts, from permutations if any, else from `p`."""
        return false_discovery(self.p if self.p_simulated is None else self.p_simulated)

    def classes(self, by: str = "q", levels: tuple[float, ...] = LEVELS) -> NDArray[np.int8]:
        """Return 0 where nothing is significant, else ±1, ±2, ±3 by level; positive is hot (or like its neighbours).

        `by` is "q" (false discovery rate controlled), "p" or "p_simulated".
        """
        sure = getattr(self, by)
        if sure is None:
            raise RoomError("analysis.no_permutations")
        found = np.zeros(len(self.z), np.int8)
        for level in levels:
            found += (sure <= level).astype(np.int8)
        return (found * np.sign(np.nan_to_num(self.z))).astype(np.int8)


@dataclass(frozen=True)
class Global:
    """Moran's I of a whole layer, its expectation, and z and two-sided p under normality and under randomisation."""

    statistic: float
    expected: float
    z_normal: float
    p_normal: float
    z_random: float
    p_random: float
    p_simulated: float | None


def getis_ord(
    values: ArrayLike, weights: Weights, *, star: bool = True, permutations: int = 0, seed: int = 0,
    watch: Watch = UNWATCHED,
) -> Local:  # fmt: skip
    """Return Gi* (`star`: an area is its own neighbour, with weight 1) or Gi of each area.

    values: shape (n,), finite, not all equal. Positive z are hot spots: high values among high ones.
    """
    value, weights = _checked(values, weights)
    matrix = _with_diagonal(weights, 1.0 if star else 0.0)
    lag = matrix @ value
    sums, squares = _row_sums(matrix)
    if star:
        mean, spread, count = value.mean(), value.std(), len(value)
        deviation = spread * _root((count * squares - sums**2) / (count - 1))
    else:
        mean, spread = _without_each(value)
        count = len(value) - 1
        deviation = spread * _root((count * squares - sums**2) / (count - 1))
    z = _ratio(lag - mean * sums, deviation)
    simulated = simulate(value, matrix, lag, permutations, seed, watch) if permutations else None
    return _local(z, z, simulated, np.zeros(len(value), np.int8))


def local_moran(
    values: ArrayLike, weights: Weights, *, permutations: int = 0, seed: int = 0, watch: Watch = UNWATCHED
) -> Local:
    """Return local Moran's Ii = (n - 1) zi Σ wij zj ÷ Σ z², weights by row, and its quadrant.

    z is analytic under conditional randomisation: the area's own value stays, all others are dealt out anew.
    """
    value, weights = _checked(values, weights)
    # Dividing rows by their sums changes neither z nor permutations, so it is left to the statistic alone.
    matrix = _with_diagonal(weights, 0.0)
    away = value - value.mean()
    lag = matrix @ away
    sums, squares = _row_sums(matrix)
    count = len(away) - 1
    mean, spread = _without_each(away)
    deviation = spread * _root((count * squares - sums**2) / (count - 1))
    # Of the lag's sign and of the area's own: alike is positive.
    z = _ratio(lag - mean * sums, deviation) * np.sign(away)
    statistic = count / (away @ away) * away * _ratio(lag, sums)
    simulated = simulate(away, matrix, lag, permutations, seed, watch) if permutations else None
    quadrant = np.where(away > 0.0, np.where(lag > 0.0, 1, 4), np.where(lag > 0.0, 2, 3))
    return _local(statistic, z, simulated, np.where(sums > 0.0, quadrant, 0).astype(np.int8))


def global_moran(
    values: ArrayLike, weights: Weights, *, permutations: int = 0, seed: int = 0, watch: Watch = UNWATCHED
) -> Global:
    """Return Moran's I with weights by row, and how far it is from what chance would give."""
    value, weights = _checked(values, weights)
    matrix = by_row(_with_diagonal(weights, 0.0))
    away = value - value.mean()
    n, total = len(away), matrix.sum()
    if total <= 0.0:
        raise RoomError("analysis.no_neighbours")
    statistic = n / total * float(away @ (matrix @ away)) / float(away @ away)
    expected = -1.0 / (n - 1)
    normal, random = _moran_variances(away, matrix)
    z_normal, z_random = ((statistic - expected) / np.sqrt(variance) for variance in (normal, random))
    p_simulated = None
    if permutations:
        drawn = _drawn_moran(away, matrix, permutations, seed, watch)
        more = int(np.sum(np.abs(drawn - drawn.mean()) >= abs(statistic - drawn.mean())))
        p_simulated = (more + 1) / (permutations + 1)
    return Global(
        statistic, expected, float(z_normal), _two_sided(z_normal), float(z_random), _two_sided(z_random), p_simulated
    )


def false_discovery(p: Array) -> Array:
    """Return for each p the smallest false discovery rate at which it counts (Benjamini and Hochberg); NaN stay NaN."""
    known = np.flatnonzero(~np.isnan(p))
    found = np.full(len(p), np.nan)
    if known.size:
        order = known[np.argsort(p[known])]
        raised = p[order] * known.size / np.arange(1, known.size + 1)
        found[order] = np.minimum.accumulate(raised[::-1])[::-1]
    return found


def _local(statistic: Array, z: Array, simulated: Simulated | None, quadrant: NDArray[np.int8]) -> Local:
    p = 2.0 * ndtr(-np.abs(z))
    p_simulated = None if simulated is None else np.where(np.isnan(z), np.nan, simulated.p)
    return Local(statistic, z, p, p_simulated, quadrant)


def _checked(values: ArrayLike, weights: Weights) -> tuple[Array, Weights]:
    value = inputs.numbers("value", values)
    if weights.shape != (len(value), len(value)):
        raise RoomError("analysis.lengths_differ", field="weight", found=weights.shape[0], expected=len(value))
    if len(value) < 3:
        raise RoomError("analysis.too_few_areas", count=len(value), least=3)
    if np.ptp(value) == 0.0:
        raise RoomError("analysis.no_variation", value=float(value[0]))
    return value, weights.tocsr()


def _with_diagonal(weights: Weights, value: float) -> Weights:
    """Return the weights with this number all along the diagonal."""
    bare = weights - sparse.diags(weights.diagonal(), format="csr") if weights.diagonal().any() else weights
    return (bare + sparse.identity(weights.shape[0], format="csr") * value).tocsr() if value else bare


def _row_sums(matrix: Weights) -> tuple[Array, Array]:
    """Return the sums of each row's weights and of their squares, each of shape (n,)."""
    if (matrix.data == 1.0).all():
        sums = np.diff(matrix.indptr).astype(np.float64)
        return sums, sums
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    sums = np.bincount(row, matrix.data, matrix.shape[0]).astype(np.float64, copy=False)
    return sums, np.bincount(row, matrix.data**2, matrix.shape[0]).astype(np.float64, copy=False)


def _without_each(value: Array) -> tuple[Array, Array]:
    """Return mean and standard deviation of all values but one, for each one left out, each of shape (n,)."""
    others = len(value) - 1
    centre = value.mean()
    away = value - centre
    mean = -away / others
    return centre + mean, _root((away @ away - away**2) / others - mean**2)


def _root(values: Array) -> Array:
    return np.sqrt(np.maximum(values, 0.0))


def _ratio(above: Array, below: Array) -> Array:
    """Divide; NaN where there is nothing to divide by (an area with all others as neighbours, or with none)."""
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below > 1e-300)


def _two_sided(z: float) -> float:
    return float(2.0 * ndtr(-abs(z)))


def _moran_variances(away: Array, matrix: Weights) -> tuple[float, float]:
    """Return the variance of I under normality and under randomisation (Cliff and Ord 1981, equations 1.35 to 1.43)."""
    n = len(away)
    both = matrix + matrix.T
    s0, s1 = matrix.sum(), 0.5 * float(both.multiply(both).sum())
    s2 = float(np.sum((np.asarray(matrix.sum(axis=1)).ravel() + np.asarray(matrix.sum(axis=0)).ravel()) ** 2))
    expected = -1.0 / (n - 1)
    normal = (n * n * s1 - n * s2 + 3.0 * s0**2) / ((n * n - 1.0) * s0**2) - expected**2
    kurtosis = float(np.mean(away**4) / np.mean(away**2) ** 2)
    first = n * ((n * n - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * s0**2)
    second = kurtosis * ((n * n - n) * s1 - 2.0 * n * s2 + 6.0 * s0**2)
    random = (first - second) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s0**2) - expected**2
    return normal, random


def _drawn_moran(away: Array, matrix: Weights, permutations: int, seed: int, watch: Watch) -> Array:
    """Return I of values dealt out at random, shape (permutations,)."""
    rng = np.random.default_rng(seed)
    scale = len(away) / matrix.sum() / float(away @ away)
    found = np.empty(permutations)
    for number in range(permutations):
        watch.at(number / permutations)
        drawn = rng.permutation(away)
        found[number] = scale * float(drawn @ (matrix @ drawn))
    return found
