"""Density by direct summation: every event's kernel at every cell centre within its reach, nothing approximated."""

import numpy as np
from numpy.typing import NDArray

from .inputs import Array
from .kernels import Kernel
from .raster import Grid
from .watch import UNWATCHED, Watch

_STEP = 256


def direct_sum(
    x: Array, y: Array, weight: Array, bandwidth: Array, kernel: Kernel, grid: Grid,
    whole: bool = False, watch: Watch = UNWATCHED,
) -> Array:  # fmt: skip
    """Return the density at the cell centres, shape `grid.shape`, per unit of area.

    One bandwidth for each event. With `whole`, each event's kernel is scaled so that its sum over all cells (those
    beyond the raster included) is exactly its weight; without it, values are the kernel's own to rounding.
    Time grows with events × cells within reach.
    """
    found = np.zeros(grid.shape)
    row, column = grid.positions(x, y)
    cells = bandwidth * (kernel.reach / grid.cell)
    near = (row > -cells - 1) & (row < grid.rows + cells) & (column > -cells - 1) & (column < grid.columns + cells)
    chosen = np.flatnonzero(near & (weight > 0.0))
    # Neighbours in the raster are neighbours in memory.
    chosen = chosen[np.argsort(row[chosen], kind="stable")]
    for number, event in enumerate(chosen):
        if number % _STEP == 0 or cells[event] > _STEP:
            watch.at(number / len(chosen))
        extent = cells[event]
        down = np.arange(np.ceil(row[event] - extent), np.floor(row[event] + extent) + 1.0)
        across = np.arange(np.ceil(column[event] - extent), np.floor(column[event] + extent) + 1.0)
        if not whole:
            down = down[(down >= 0) & (down < grid.rows)]
            across = across[(across >= 0) & (across < grid.columns)]
        if down.size and across.size:
            scale = bandwidth[event] / grid.cell
            square = ((down - row[event]) / scale)[:, None] ** 2 + ((across - column[event]) / scale)[None, :] ** 2
            _add(found, down, across, kernel, square, weight[event], bandwidth[event], whole, grid.area)
    return found


def _add(
    found: Array, down: Array, across: Array, kernel: Kernel, square: Array,
    weight: float, bandwidth: float, whole: bool, area: float,
) -> None:  # fmt: skip
    """Add one event's kernel to the raster; `square` is (distance ÷ bandwidth)² of the rows × columns given."""
    values = kernel.shape(square) * (weight * kernel.plane / bandwidth**2)
    if whole:
        # Where the kernel jumps, the cells of its edge are in or out by chance: what is missing belongs to them.
        rim = 1.0 - 0.75 * np.sqrt(area) / bandwidth if kernel.edge == "jump" else 0.0
        values = _with_mass(values, weight / area, square >= max(rim, 0.0) ** 2)
    top, left = int(down[0]), int(across[0])
    above, before = max(-top, 0), max(-left, 0)
    target = found[max(top, 0) : top + len(down), max(left, 0) : left + len(across)]
    target += values[above : above + target.shape[0], before : before + target.shape[1]]


def _with_mass(values: Array, total: float, where: NDArray[np.bool_]) -> Array:
    """Return the values with this sum: what is missing or too much is shared evenly, so that no cell changes much."""
    within = (values > 0.0) & where
    if not within.any():
        return values
    even = (total - values.sum()) / np.count_nonzero(within)
    values = np.where(within, np.maximum(values + even, 0.0), values)
    return values * (total / values.sum())
