"""Kernel density of events on a raster: mass-conserving by Fourier transform, or exact by direct summation."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import RoomError
from . import convolution, inputs
from .binning import sample, spread
from .convolution import Frame
from .direct_sum import direct_sum
from .inputs import Array
from .kernels import Kernel
from .kernels import kernel as kernel_named
from .phases import phased
from .raster import Grid
from .watch import UNWATCHED, Watch

#: Square metres of a square kilometre.
KM2 = 1e6
#: Error, as a share of the maximum, that the mass-conserving mode keeps to where a bandwidth has 15 cells or more.
TOLERANCE = 1e-3
# Neighbouring classes of an adaptive bandwidth differ by 5 %; an event between two classes belongs to both in part.
_CLASS_RATIO = 1.05
# Rounding of the transforms, as a share of the maximum: below it a cell is empty.
_ROUNDING = 1e-14
# Seconds that direct summation may take where it is the better but not the only way.
_SHORT = 0.2
# A single event is as if two or more were within one bandwidth, since kernels peak in the middle.
_LEAST_CROWD = 2.0


@dataclass(frozen=True)
class Density:
    """A density raster. `values` has the grid's shape, in weight per squared unit of the coordinates.

    Cells outside the study area are NaN. `weight` is the sum of all weights given, `integral` that over the raster:
    they agree to 1e-6 unless extent, mask or edge correction cut the density. `method` is "binned", "phased" (binned
    on a finer raster where the kernel's corners ask for it) or "direct". `coarse` says that a bandwidth has fewer than
    15 cells, so that the binned error may be above 0.1 % of the maximum.
    """

    grid: Grid
    values: Array
    weight: float
    method: str
    coarse: bool

    @property
    def integral(self) -> float:
        """Integral of the density over the raster, in weight."""
        return float(np.nansum(self.values) * self.grid.area)


@dataclass(frozen=True)
class _Events:
    x: Array
    y: Array
    weight: Array
    bandwidth: Array

    def reweighted(self, weight: Array) -> "_Events":
        return _Events(self.x, self.y, weight, self.bandwidth)


def density(
    x: ArrayLike, y: ArrayLike, grid: Grid, bandwidth: ArrayLike, *, kernel: str = "quartic",
    weights: ArrayLike | None = None, exact: bool = False, inside: NDArray[np.generic] | None = None,
    edge: str = "none", watch: Watch = UNWATCHED,
) -> Density:  # fmt: skip
    """Return the kernel density of events on a grid.

    x, y: shape (n,), metric, any unit. bandwidth: one number, or one for each event (adaptive), same unit.
    weights: shape (n,), not negative. exact: direct summation instead of the mass-conserving transform.
    inside: shape of the grid, bool or share of each cell inside the study area; events outside it count all the same.
    edge: "none"; "cell" divides each cell by the share of its kernel that lies inside (needs one bandwidth);
    "event" divides each event's weight by the share of its kernel that lies inside, which keeps the mass (Jones 1993).
    Refuses bad rows and parameters with RoomError `analysis.*`; raises Cancelled.
    """
    shape = kernel_named(kernel)
    east, north = inputs.places(x, y)
    weight = inputs.weights(weights, len(east))
    events = _Events(east, north, weight, inputs.positive("bandwidth", bandwidth, len(east)))
    share = _share_inside(inside, grid, edge)
    watch.at(0.0)
    if edge == "event" and share is not None:
        events = events.reweighted(weight / _event_mass(events, grid, shape, share, watch.part(0.0, 0.4)))
        watch = watch.part(0.4, 1.0)
    values, method = _raw(events, grid, shape, exact, watch.part(0.0, 0.8))
    if edge == "cell" and share is not None:
        values = _per_mass(values, _mass(grid, shape, _only(events), share, watch.part(0.8, 1.0)))
    if share is not None:
        values[share <= 0.0] = np.nan
    watch.at(1.0)
    coarse = bool(len(east)) and float(events.bandwidth.min()) * shape.reach < 15.0 * grid.cell
    return Density(grid, values, float(weight.sum()), method, coarse)


def kernel_mass(grid: Grid, bandwidth: float, inside: NDArray[np.generic], kernel: str = "quartic") -> Array:
    """Return, for each cell, the share of a kernel centred there that lies inside the study area (0 to 1)."""
    share = _share_inside(inside, grid, "cell")
    return _mass(grid, kernel_named(kernel), bandwidth, share, UNWATCHED)  # type: ignore[arg-type]


def _share_inside(inside: NDArray[np.generic] | None, grid: Grid, edge: str) -> Array | None:
    if edge not in ("none", "cell", "event"):
        raise RoomError("analysis.unknown_edge", name=edge, known="none, cell, event")
    if inside is None:
        return None
    if inside.shape != grid.shape:
        raise RoomError("analysis.lengths_differ", field="inside", found=inside.shape, expected=grid.shape)
    return np.clip(np.asarray(inside, dtype=np.float64), 0.0, 1.0)


def _only(events: _Events) -> float:
    """Return the one bandwidth of all events."""
    if not len(events.bandwidth):
        return 1.0
    if np.ptp(events.bandwidth) > 0.0:
        raise RoomError("analysis.edge_needs_one_bandwidth")
    return float(events.bandwidth[0])


def _raw(events: _Events, grid: Grid, kernel: Kernel, exact: bool, watch: Watch) -> tuple[Array, str]:
    """Return the density without any correction, and how it was found."""
    if exact:
        found = direct_sum(events.x, events.y, events.weight, events.bandwidth, kernel, grid, watch=watch)
        return found, "direct"
    if not len(events.x):
        return np.zeros(grid.shape), "binned"
    if np.ptp(events.bandwidth) > 0.0:
        return _cleaned(_classed(events, grid, kernel, watch)), "binned"
    bandwidth = float(events.bandwidth[0])
    values = _cleaned(_binned(events, grid, kernel, bandwidth, watch))
    finer = _finer(values, events, grid, kernel)
    if finer == 1:
        return values, "binned"
    if finer == 0:
        found = direct_sum(events.x, events.y, events.weight, events.bandwidth, kernel, grid, whole=True, watch=watch)
        return found, "direct"
    del values
    row, column = grid.positions(events.x, events.y)
    return _cleaned(phased(row, column, events.weight / grid.area, grid, kernel, bandwidth, finer, watch)), "phased"


def _binned(events: _Events, grid: Grid, kernel: Kernel, bandwidth: float, watch: Watch) -> Array:
    row, column = grid.positions(events.x, events.y)
    cells = bandwidth / grid.cell
    frame = _frame(row, column, grid, kernel, cells)
    bins = spread(row + frame.origin, column + frame.origin, events.weight / grid.area, frame.shape, watch.part(0, 0.2))
    field = convolution.forward(bins, watch.part(0.2, 0.6))
    del bins
    convolution.multiply(field, convolution.spectrum(kernel, cells, frame.shape))
    return convolution.backward(field, frame, watch.part(0.6, 1.0))


def _classed(events: _Events, grid: Grid, kernel: Kernel, watch: Watch) -> Array:
    """Return the density with a bandwidth for each event: classes of bandwidths, added up as transforms."""
    row, column = grid.positions(events.x, events.y)
    place = np.log(events.bandwidth / events.bandwidth.min()) / np.log(_CLASS_RATIO)
    low = place.astype(np.intp)
    sizes = events.bandwidth.min() / grid.cell * _CLASS_RATIO ** np.arange(low.max() + 2)
    frame = _frame(row, column, grid, kernel, sizes[-1])
    row, column = row + frame.origin, column + frame.origin
    total = np.zeros((frame.shape[0], frame.shape[1] // 2 + 1), np.complex128)
    for number, cells in enumerate(sizes):
        step = watch.part(0.9 * number / len(sizes), 0.9 * (number + 1) / len(sizes))
        part = np.flatnonzero((low == number) | (low == number - 1))
        if part.size:
            share = 1.0 - np.abs(place[part] - number)
            bins = spread(row[part], column[part], events.weight[part] * share / grid.area, frame.shape, step)
            field = convolution.forward(bins, step)
            total += convolution.multiply(field, convolution.spectrum(kernel, cells, frame.shape))
    return convolution.backward(total, frame, watch.part(0.9, 1.0))


def _frame(row: Array, column: Array, grid: Grid, kernel: Kernel, cells: float) -> Frame:
    beside = (row < -0.5) | (row > grid.rows - 0.5) | (column < -0.5) | (column > grid.columns - 0.5)
    return Frame.around(grid.shape, convolution.reach(kernel, cells), bool(beside.any()))


def _cleaned(values: Array) -> Array:
    """Take away what is below nothing by rounding or by a kernel's corner, and keep the integral; in place."""
    before = values.sum()
    np.maximum(values, 0.0, out=values)
    values[values < _ROUNDING * values.max()] = 0.0
    after = values.sum()
    if after > 0.0 and before > 0.0:
        values *= before / after
    return values


def _finer(values: Array, events: _Events, grid: Grid, kernel: Kernel) -> int:
    """Return how finely to bin: 1 as it was done, 3, 5 or 7 parts of a cell, or 0 for direct summation.

    A kernel that jumps is wrong at the cells of its edge unless summed directly.
    """
    cells = float(events.bandwidth[0]) * kernel.reach / grid.cell
    peak = values.max() * np.pi * (cells * grid.cell) ** 2
    if peak <= 0.0 or cells < 5.0:
        return 1
    stamps = len(events.x) * (2e-5 + 1e-8 * cells**2)
    if kernel.edge == "jump":
        return 0 if stamps < _SHORT else 1
    if _parts(kernel, cells, _LEAST_CROWD) <= 1.0:
        return 1
    crowd = max(peak / _heaviest_cell(events, grid), _LEAST_CROWD)
    parts = _parts(kernel, cells, crowd)
    if parts <= 1.0:
        return 1
    wanted = next((number for number in (3, 5, 7) if number >= parts), 0)
    transforms = 1.5e-8 * (grid.rows + 2 * cells) * (grid.columns + 2 * cells) * (2 * wanted**2 + 1)
    return wanted if wanted and transforms < stamps else 0


def _parts(kernel: Kernel, cells: float, crowd: float) -> float:
    """Return into how many parts a cell is to be cut for an error of 0.1 % of the maximum, for a bandwidth in cells.

    A kernel is followed only to a part of a cell around each event, which shows where its slope jumps and where events
    are few: `crowd` is the weight within one bandwidth of the densest cell ÷ that of the heaviest cell. Measured: a
    smooth kernel is 0.1 % out at 15 cells and a crowd of 3, falling with cells² and crowd^½; one with corners 1.1 %
    for one event at 15 cells, falling with cells, and 0.07 % at a crowd of 670, falling with cells^1.5 and crowd^½.
    """
    if kernel.edge == "smooth":
        return 15.0 / cells * (6.0 / crowd) ** 0.25
    return float(15.0 / cells * max((670.0 / crowd) ** (1.0 / 3.0), 21.0 / crowd**0.5))


def _heaviest_cell(events: _Events, grid: Grid) -> float:
    """Return the largest sum of weights in one cell, those beside the raster counted in its outermost cells."""
    row, column = (np.rint(place).astype(np.intp) for place in grid.positions(events.x, events.y))
    cell = np.clip(row, 0, grid.rows - 1) * grid.columns + np.clip(column, 0, grid.columns - 1)
    return float(np.bincount(cell, events.weight).max())


def _mass(grid: Grid, kernel: Kernel, bandwidth: float, share: Array, watch: Watch) -> Array:
    """Return the share of a kernel around each cell that lies inside."""
    cells = bandwidth / grid.cell
    frame = Frame.around(grid.shape, convolution.reach(kernel, cells), False)
    bins = np.zeros(frame.shape)
    bins[frame.kept] = share
    field = convolution.forward(bins, watch.part(0.0, 0.5))
    del bins
    convolution.multiply(field, convolution.spectrum(kernel, cells, frame.shape))
    return np.clip(convolution.backward(field, frame, watch.part(0.5, 1.0)), 0.0, 1.0)


def _event_mass(events: _Events, grid: Grid, kernel: Kernel, share: Array, watch: Watch) -> Array:
    """Return, for each event, the share of its kernel that lies inside; one for events whose kernel has none there."""
    row, column = grid.positions(events.x, events.y)
    found = np.ones(len(events.x))
    if not len(found):
        return found
    steps = np.rint(np.log(events.bandwidth / events.bandwidth.min()) / np.log(_CLASS_RATIO)).astype(np.intp)
    kinds = np.unique(steps)
    for number, step in enumerate(kinds):
        part = np.flatnonzero(steps == step)
        bandwidth = events.bandwidth.min() * _CLASS_RATIO**step
        here = watch.part(number / len(kinds), (number + 1) / len(kinds))
        found[part] = sample(_mass(grid, kernel, bandwidth, share, here), row[part], column[part])
    return np.where(found > 1e-3, found, 1.0)


def _per_mass(values: Array, mass: Array) -> Array:
    """Divide by the kernel's mass inside; where next to nothing of it is inside there is nothing to say."""
    return np.divide(values, mass, out=np.full(values.shape, np.nan), where=mass > 1e-3)
