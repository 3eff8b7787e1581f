"""Density of kernels with corners: binned on a raster several times finer, without ever holding that raster.

The fine cells are taken in turn by where they lie in their coarse cell (their phase). Each phase is a raster of the
coarse size with a kernel table of its own; their transforms are added up and transformed back once.
"""

import numpy as np
import scipy.fft

from . import convolution
from .convolution import WORKERS, Frame
from .inputs import Array
from .kernels import Kernel
from .raster import Grid
from .watch import Watch


def phased(
    row: Array, column: Array, weight: Array, grid: Grid, kernel: Kernel, bandwidth: float, parts: int, watch: Watch
) -> Array:
    """Return the convolution of weights at (row, column) with a kernel, at the centres of the grid's cells.

    `parts` is odd and at least 3: a cell is cut into parts × parts fine cells, one of which has the same centre.
    """
    cells = bandwidth / grid.cell
    tables = _tables(kernel, cells, parts)
    extent = tables.shape[-1] // 2
    frame = Frame.around(grid.shape, extent, True)
    place = np.arange(-extent, extent + 1)
    total = np.zeros((frame.shape[0], frame.shape[1] // 2 + 1), np.complex128)
    down = [_near(row + frame.origin, phase, parts) for phase in range(parts)]
    across = [_near(column + frame.origin, phase, parts) for phase in range(parts)]
    for number in range(parts * parts):
        step = watch.part(0.95 * number / parts**2, 0.95 * (number + 1) / parts**2)
        first, second = divmod(number, parts)
        bins = _binned(down[first], across[second], weight, frame.shape)
        field = convolution.forward(bins, step.part(0.0, 0.6))
        bins.fill(0.0)
        bins[np.ix_(place, place)] = tables[first, second]
        step.at(0.6)
        field *= scipy.fft.rfft2(bins, workers=WORKERS)
        total += field
    return convolution.backward(total, frame, watch.part(0.95, 1.0))


def _near(position: Array, phase: int, parts: int) -> tuple[np.ndarray, Array]:
    """Return, for each position, the coarse cell of the nearest fine cell of this phase, and its share."""
    offset = (phase - parts // 2) / parts
    cell = np.rint(position - offset)
    share = convolution.spline((position - offset - cell) * parts)
    return cell.astype(np.intp), share


def _binned(
    down: tuple[np.ndarray, Array], across: tuple[np.ndarray, Array], weight: Array, shape: tuple[int, int]
) -> Array:
    share = down[1] * across[1] * weight
    use = (share > 0.0) & (down[0] >= 0) & (down[0] < shape[0]) & (across[0] >= 0) & (across[0] < shape[1])
    cell = down[0][use] * shape[1] + across[0][use]
    return np.bincount(cell, share[use], shape[0] * shape[1]).reshape(shape).astype(np.float64, copy=False)


def _tables(kernel: Kernel, cells: float, parts: int) -> Array:
    """Return a kernel table for each phase, shape (parts, parts, k, k); each sums to one."""
    fine = 2 * (parts * (convolution.reach(kernel, cells) + 8))
    spectrum = convolution.spectrum(kernel, cells * parts, (fine, fine))
    sharp = scipy.fft.dctn(spectrum, type=1, workers=WORKERS) / fine**2
    extent = convolution.reach(kernel, cells) + 4
    found = np.empty((parts, parts, 2 * extent + 1, 2 * extent + 1))
    coarse = np.arange(-extent, extent + 1) * parts
    for first in range(parts):
        rows = np.abs(coarse - (first - parts // 2))
        for second in range(parts):
            one = sharp[np.ix_(rows, np.abs(coarse - (second - parts // 2)))]
            found[first, second] = one / one.sum()
    return found
