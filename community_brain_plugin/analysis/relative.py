"""Relative hazard: events against what they could have happened to, or against another period, and how sure that is.

The ratio of two kernel densities with one common bandwidth (Bithell 1990; Kelsall and Diggle, Non-parametric estimation
of spatial variation in relative risk, 1995). A kernel density f of n events has the variance R f ÷ (n h²), R being the
kernel's roughness (Hazelton and Davies, Inference based on kernel estimates of the relative risk function in
geographical epidemiology, 2009; Davies and Hazelton 2010), which is that of a count: n f h² ÷ R events stand behind it.
Both densities are therefore judged as such counts, by the signed root of the likelihood ratio of two Poisson counts.
For many events this is their log-ratio ÷ standard error; it also holds for few, and where there are none.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, xlogy

from ..errors import RoomError
from . import inputs
from .density import density
from .inputs import Array
from .kernels import kernel as kernel_named
from .local_statistics import LEVELS, false_discovery
from .raster import Grid
from .watch import UNWATCHED, Watch

#: The class of cells where there is something, but too little to judge by.
THIN = 9
# Less of both together than this and there is nothing to speak of; a lone event makes 1.7 at its own place (quartic).
_NOTHING = 0.5


@dataclass(frozen=True)
class Relative:
    """Events compared with a base, all arrays of the grid's shape, NaN outside the study area.

    `ratio` is 1 where the events are as the base lets expect, `rate` is events per unit of the base, `difference` is
    events less expected ones per squared unit of the coordinates, `z` and two-sided `p` say how sure either is.
    `behind` is how many units of the base stand behind a cell, `expected` how many events are expected there. Where
    either is below `least` the cell is `thin`, and ratio, rate, difference, z and p are NaN.
    """

    grid: Grid
    ratio: Array
    rate: Array
    difference: Array
    z: Array
    p: Array
    p_simulated: Array | None
    behind: Array
    expected: Array
    thin: NDArray[np.bool_]

    @cached_property
    def q(self) -> Array:
        """The smallest false discovery rate at which a cell counts, from simulations if any, else from `p`."""
        p = self.p if self.p_simulated is None else self.p_simulated
        return false_discovery(p.ravel()).reshape(p.shape)

    def classes(self, by: str = "q", levels: tuple[float, ...] = LEVELS) -> NDArray[np.int8]:
        """Return 0 where nothing is certain, ±1, ±2, ±3 by level (positive is more than expected), 9 where thin.

        `by` is "q" (false discovery rate controlled), "p" or "p_simulated". Where there is nothing, 0.
        """
        sure = getattr(self, by)
        if sure is None:
            raise RoomError("analysis.no_permutations")
        found = np.zeros(self.z.shape, np.int8)
        for level in levels:
            found += (sure <= level).astype(np.int8)
        return np.where(self.thin, THIN, found * np.sign(np.nan_to_num(self.z))).astype(np.int8)


@dataclass(frozen=True)
class _Sample:
    """Places and weights of one side, with their density."""

    x: Array
    y: Array
    weight: Array
    values: Array

    @property
    def total(self) -> float:
        return float(self.weight.sum())

    @property
    def heaviness(self) -> float:
        """Weight of the event that, all being alike, would make the sum vary as it does."""
        return float(self.weight @ self.weight) / self.total if len(self.x) else 1.0


@dataclass(frozen=True)
class _Terms:
    """What is expected: `each` events for a unit of the base. `free`: their sum is a matter of chance, too."""

    each: float
    free: bool
    complete: bool
    support: float


@dataclass(frozen=True)
class _Setting:
    """What both sides have in common."""

    grid: Grid
    bandwidth: float
    kernel: str
    inside: NDArray[np.generic] | None

    def sample(self, x: Array, y: Array, weight: Array, watch: Watch = UNWATCHED) -> _Sample:
        found = density(
            x, y, self.grid, self.bandwidth, kernel=self.kernel, weights=weight, inside=self.inside, watch=watch
        )
        return _Sample(x, y, weight, found.values)


def relative(
    x: ArrayLike, y: ArrayLike, base_x: ArrayLike, base_y: ArrayLike, grid: Grid, bandwidth: float, *,
    kernel: str = "quartic", weights: ArrayLike | None = None, base_weights: ArrayLike | None = None,
    share: float | None = None, complete: bool = True, least: float = 5.0,
    inside: NDArray[np.generic] | None = None, simulations: int = 0, seed: int = 0, watch: Watch = UNWATCHED,
) -> Relative:  # fmt: skip
    """Compare events with a base on a grid.

    x, y: shape (n,), base_x, base_y: shape (m,), metric, with weights not negative (residents of a building).
    share: how many events are expected for each unit of the base; without one, as many as there are on the whole, so
    that the ratio is the risk relative to the average. For two periods it is length of the one ÷ length of the other.
    complete: the base is a full list (components, residents) and not itself a matter of chance, as an earlier period
    is. least: how many units of the base, and how many expected events, must stand behind a cell.
    inside: shape of the grid, share of each cell inside the study area. simulations: as many times events are dealt
    out anew by the base (complete), or events and base dealt out anew among their places, for `p_simulated`.
    Refuses bad rows and parameters with RoomError `analysis.*`; raises Cancelled.
    """
    setting = _Setting(grid, float(bandwidth), kernel, inside)
    part = 0.2 if simulations else 0.5
    events = _side(setting, x, y, weights, "events", watch.part(0.0, part))
    base = _side(setting, base_x, base_y, base_weights, "base", watch.part(part, 2 * part))
    each = events.total / base.total if share is None else float(inputs.positive("share", share, 1)[0])
    # How many of a density's own units stand behind a cell for each of its value.
    support = setting.bandwidth**2 / kernel_named(kernel).roughness
    terms = _Terms(each, share is not None, complete, support)
    z = _signed_root(events, base, terms)
    behind, expected = _support(events, base, terms)
    outside = np.isnan(base.values)
    there = (base.values / base.heaviness + events.values / events.heaviness) * support > _NOTHING
    scant = (behind < least) | (expected < least)
    p_simulated = None
    if simulations:
        rng = np.random.default_rng(seed)
        p_simulated = _simulated(setting, events, base, terms, z, simulations, rng, watch.part(2 * part, 1.0))
    unknown = outside | scant
    ratio = _ratio(events.values, base.values * each)
    watch.at(1.0)
    return Relative(
        grid, _known(ratio, unknown), _known(ratio * each, unknown),
        _known(events.values - each * base.values, unknown), _known(z, unknown),
        _known(2.0 * ndtr(-np.abs(z)), unknown), None if p_simulated is None else _known(p_simulated, unknown),
        behind, expected, scant & there & ~outside,
    )  # fmt: skip


def _side(setting: _Setting, x: ArrayLike, y: ArrayLike, weights: ArrayLike | None, side: str, watch: Watch) -> _Sample:
    try:
        east, north = inputs.places(x, y)
        weight = inputs.weights(weights, len(east))
    except RoomError as error:
        raise RoomError(error.code, **{**error.params, "side": side}) from error
    if not weight.sum() > 0.0:
        raise RoomError("analysis.no_base" if side == "base" else "analysis.no_events")
    return setting.sample(east, north, weight, watch)


def _support(events: _Sample, base: _Sample, terms: _Terms) -> tuple[Array, Array]:
    """Return how many units of the base and how many expected events stand behind each cell.

    A base that is a matter of chance itself is taken from both sides together: cells chosen for having much of it
    would have more of it than there is to expect.
    """
    behind = base.values * terms.support / base.heaviness
    if not terms.complete:
        together = behind + events.values * terms.support / events.heaviness
        chance = _chance(events, base, terms)
        return together * (1.0 - chance), together * chance
    return behind, base.values * terms.each * terms.support / events.heaviness


def _chance(events: _Sample, base: _Sample, terms: _Terms) -> float:
    """Return the share of what stands behind both sides together that is expected to be events."""
    return terms.each * base.heaviness / (terms.each * base.heaviness + events.heaviness)


def _signed_root(events: _Sample, base: _Sample, terms: _Terms) -> Array:
    """Return the signed root of twice the log-likelihood ratio of the events' count against the base's."""
    found = events.values * terms.support / events.heaviness
    wanted = base.values * terms.each * terms.support / events.heaviness
    if terms.complete:
        # A Poisson count against its known mean.
        deviance = xlogy(found, _ratio(found, wanted)) - (found - wanted)
    else:
        # A Poisson count against another: given both together, the first is binomial.
        earlier = base.values * terms.support / base.heaviness
        together = found + earlier
        chance = _chance(events, base, terms)
        deviance = xlogy(found, _ratio(found, together * chance))
        deviance += xlogy(earlier, _ratio(earlier, together * (1.0 - chance)))
    return np.sign(found - wanted) * np.sqrt(2.0 * np.maximum(deviance, 0.0))


def _simulated(
    setting: _Setting, events: _Sample, base: _Sample, terms: _Terms, z: Array, count: int,
    rng: np.random.Generator, watch: Watch,
) -> Array:  # fmt: skip
    """Return two-sided p, the share of simulated z that are at least as far out."""
    more = np.zeros(z.shape, np.int32)
    for number in range(count):
        step = watch.part(number / count, (number + 1) / count)
        drawn = _signed_root(*_dealt_out(setting, events, base, terms, rng, step), terms)
        more += np.abs(drawn) >= np.abs(z) - 1e-12
    return (more + 1.0) / (count + 1.0)


def _dealt_out(
    setting: _Setting, events: _Sample, base: _Sample, terms: _Terms, rng: np.random.Generator, watch: Watch
) -> tuple[_Sample, _Sample]:
    """Return events as chance would have them: drawn from the base, or mixed with it (Kelsall and Diggle 1995)."""
    many = len(events.x)
    if terms.complete:
        if terms.free:
            many = int(rng.poisson(terms.each * base.total * many / events.total))
        place = rng.choice(len(base.x), many, p=base.weight / base.total)
        weight = events.weight if many == len(events.x) else rng.choice(events.weight, many)
        return setting.sample(base.x[place], base.y[place], weight, watch), base
    x, y = np.concatenate([events.x, base.x]), np.concatenate([events.y, base.y])
    weight = np.concatenate([events.weight, base.weight])
    if terms.free:
        many = int(rng.binomial(len(x), terms.each / (1.0 + terms.each)))
    order = rng.permutation(len(x))
    first, second = order[:many], order[many:]
    return (
        setting.sample(x[first], y[first], weight[first], watch.part(0.0, 0.5)),
        setting.sample(x[second], y[second], weight[second], watch.part(0.5, 1.0)),
    )


def _ratio(above: Array, below: Array) -> Array:
    """Divide; 1 where there is nothing to divide by."""
    return np.divide(above, below, out=np.ones(above.shape), where=below > 0.0)


def _known(values: Array, unknown: NDArray[np.bool_]) -> Array:
    return np.where(unknown, np.nan, values)
