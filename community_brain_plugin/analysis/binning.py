"""Events onto the cells of a raster, so that a convolution can take over from there."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .inputs import Array
from .watch import UNWATCHED, Watch

_BLOCK = 1 << 14
Nodes = NDArray[np.intp]


def spread(row: Array, column: Array, weight: Array, shape: tuple[int, int], watch: Watch = UNWATCHED) -> Array:
    """Return the weights spread over the 3 × 3 nearest cells by the quadratic B-spline ("triangular-shaped cloud").

    Rows and columns are real numbers, whole at cell centres. The sum of weights is kept, and so is their centre; the
    spread is the same wherever in its cell an event lies, which the kernel of a convolution can take back
    (`convolution.spectrum`). Events nearer than 1.5 cells to the edge of `shape` do not count.
    """
    total = np.zeros(shape)
    use = (row > 0.5) & (row < shape[0] - 1.5) & (column > 0.5) & (column < shape[1] - 1.5)
    if not use.all():
        row, column, weight = row[use], column[use], weight[use]
    for part in _blocks(row, watch):
        first, down = three(row[part])
        left, across = three(column[part])
        top = int(first.min())
        height = int(first.max()) - top + 3
        cell = (first - top) * shape[1] + left
        down *= weight[part]
        cells = np.concatenate([cell + (i * shape[1] + j) for i in range(3) for j in range(3)])
        shares = np.concatenate([down[i] * across[j] for i in range(3) for j in range(3)])
        sums = np.bincount(cells, shares, height * shape[1])
        total[top : top + height] += sums.reshape(height, shape[1])
    return total


def _blocks(row: Array, watch: Watch) -> Iterator[slice | Nodes]:
    """Yield the events in parts; many events are taken row by row, so that each part touches few cells."""
    if len(row) <= _BLOCK:
        if len(row):
            yield slice(None)
        return
    order = np.argsort(row.astype(np.uint16 if row.max() < 65535.0 else np.uint32), kind="stable")
    for start in range(0, len(order), _BLOCK):
        watch.at(start / len(order))
        yield order[start : start + _BLOCK]


def three(position: Array) -> tuple[Nodes, Array]:
    """Return the first of the three nodes around each position, and their shares, shape (3, n)."""
    nearest = np.rint(position)
    offset = position - nearest
    shares = np.empty((3, len(position)))
    shares[0] = 0.5 * (0.5 - offset) ** 2
    shares[2] = 0.5 * (0.5 + offset) ** 2
    shares[1] = 1.0 - shares[0] - shares[2]
    return nearest.astype(np.intp) - 1, shares


def sample(values: Array, row: Array, column: Array) -> Array:
    """Return a raster's values at places between its cell centres (bilinear); beyond the outer centres, the nearest."""
    rows, columns = values.shape
    row, column = np.clip(row, 0.0, rows - 1.0), np.clip(column, 0.0, columns - 1.0)
    top = np.minimum(row.astype(np.intp), max(rows - 2, 0))
    left = np.minimum(column.astype(np.intp), max(columns - 2, 0))
    down, across = row - top, column - left
    bottom, right = np.minimum(top + 1, rows - 1), np.minimum(left + 1, columns - 1)
    upper = values[top, left] * (1.0 - across) + values[top, right] * across
    lower = values[bottom, left] * (1.0 - across) + values[bottom, right] * across
    return upper * (1.0 - down) + lower * down
