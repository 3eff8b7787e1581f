"""The density at each event made by all other events, and the integral of a density's square, quickly.

Events that have few neighbours within the bandwidth are paired through a tree, which is exact. Where pairs would be
too many, events are binned on a raster, and what an event contributes to itself there is taken off to rounding.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import scipy.fft
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from . import convolution
from .binning import spread, three
from .convolution import Frame
from .inputs import Array
from .kernels import KERNELS, Kernel
from .raster import Grid

_PAIRS = 1_000_000
_CELLS = 10.0
_MOST = 2000.0


def left_out(x: Array, y: Array, weight: Array, bandwidth: float, kernel: Kernel) -> Array:
    """Return, for each event, the density there made by all others, shape (n,), in weight per unit of area."""
    radius = kernel.reach * bandwidth
    pairs = _pairs(x, y, radius)
    if pairs is None:
        return _left_out_on_raster(x, y, weight, bandwidth, kernel)
    first, second = pairs[:, 0], pairs[:, 1]
    square = (x[first] - x[second]) ** 2 + (y[first] - y[second]) ** 2
    value = kernel.in_plane(square, bandwidth)
    total = np.bincount(first, value * weight[second], len(x)) + np.bincount(second, value * weight[first], len(x))
    return total.astype(np.float64, copy=False)


def square_integral(x: Array, y: Array, weight: Array, bandwidth: float, kernel: Kernel) -> float:
    """Return the integral over the plane of the squared density."""
    pairs = _pairs(x, y, 2.0 * kernel.reach * bandwidth)
    if pairs is None:
        return _squared_on_raster(x, y, weight, bandwidth, kernel)
    first, second = pairs[:, 0], pairs[:, 1]
    ratio = np.hypot(x[first] - x[second], y[first] - y[second]) / bandwidth
    step, overlaps = _overlap(kernel.name)
    overlap = np.interp(ratio, np.arange(len(overlaps)) * step, overlaps)
    return float(
        (kernel.roughness * (weight @ weight) + 2.0 * np.sum(overlap * weight[first] * weight[second])) / bandwidth**2
    )


def _pairs(x: Array, y: Array, radius: float) -> np.ndarray | None:
    """Return all pairs of events within a radius, shape (p, 2), or None when there are too many."""
    tree = cKDTree(np.column_stack([x, y]))
    if tree.count_neighbors(tree, radius) - len(x) > 2 * _PAIRS:
        return None
    return tree.query_pairs(radius, output_type="ndarray")


@lru_cache(maxsize=8)
def _overlap(name: str) -> tuple[float, Array]:
    """Return a step and a kernel's convolution with itself at distances 0, step, 2 step, … (bandwidth 1)."""
    kernel = KERNELS[name]
    cells = 256.0 / kernel.reach
    quarter = convolution.table(kernel, cells)
    size = 2 * scipy.fft.next_fast_len(len(quarter) * 2, real=True)
    field = np.zeros((size // 2 + 1, size // 2 + 1))
    field[: len(quarter), : len(quarter)] = quarter
    spectrum = scipy.fft.dctn(field, type=1)
    overlap = scipy.fft.idctn(spectrum * spectrum, type=1)[0, : 2 * len(quarter)] * cells**2
    return 1.0 / cells, overlap * (kernel.roughness / overlap[0])


@dataclass(frozen=True)
class _Bins:
    """Events binned on a raster around them: where they lie on its frame, and its density as a transform."""

    grid: Grid
    frame: Frame
    row: Array
    column: Array
    table: Array
    field: NDArray[np.complex128]

    @classmethod
    def of(cls, x: Array, y: Array, weight: Array, bandwidth: float, kernel: Kernel) -> "_Bins":
        radius = kernel.reach * bandwidth
        cell = max(radius / _CELLS, max(float(np.ptp(x)), float(np.ptp(y))) / _MOST)
        grid = Grid.around(x, y, cell, radius + 3.0 * cell)
        frame = Frame.around(grid.shape, convolution.reach(kernel, bandwidth / cell), False)
        row, column = (place + frame.origin for place in grid.positions(x, y))
        table = convolution.spectrum(kernel, bandwidth / cell, frame.shape)
        field = convolution.forward(spread(row, column, weight / grid.area, frame.shape))
        return cls(grid, frame, row, column, table, field)


def _squared_on_raster(x: Array, y: Array, weight: Array, bandwidth: float, kernel: Kernel) -> float:
    bins = _Bins.of(x, y, weight, bandwidth, kernel)
    values = convolution.backward(convolution.multiply(bins.field, bins.table), bins.frame)
    return float(np.sum(values * values) * bins.grid.area)


def _left_out_on_raster(x: Array, y: Array, weight: Array, bandwidth: float, kernel: Kernel) -> Array:
    """Bin events, convolve, read off at the events by the same B-spline, and take off what each gave itself."""
    bins = _Bins.of(x, y, weight, bandwidth, kernel)
    table = bins.table
    for axis, count in enumerate(table.shape):
        # What reading off by a B-spline blurs (its own values at whole cells are 1/8, 3/4, 1/8).
        blur = 0.75 + 0.25 * np.cos(np.pi * np.arange(count) / (count - 1))
        table /= blur[:, None] if axis == 0 else blur[None, :]
    near = scipy.fft.idctn(table, type=1)[:3, :3] / bins.grid.area
    values = convolution.backward(convolution.multiply(bins.field, table), bins.frame)
    top, down = three(bins.row)
    left, across = three(bins.column)
    inner = (top - bins.frame.origin, left - bins.frame.origin)
    found = sum(values[inner[0] + i, inner[1] + j] * (down[i] * across[j]) for i in range(3) for j in range(3))
    return found - weight * _self(down, across, near)


def _self(down: Array, across: Array, near: Array) -> Array:
    """Return what a unit weight, spread by these shares, contributes to itself when read off by the same shares."""

    def overlaps(shares: Array) -> list[Array]:
        once = shares[0] * shares[1] + shares[1] * shares[2]
        return [np.sum(shares * shares, axis=0), 2.0 * once, 2.0 * shares[0] * shares[2]]

    rows, columns = overlaps(down), overlaps(across)
    return sum(rows[i] * columns[j] * near[i, j] for i in range(3) for j in range(3))
