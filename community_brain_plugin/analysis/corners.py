"""Which corners are one and the same."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.spatial import cKDTree

from .inputs import Array


def coincident(x: Array, y: Array, tolerance: float = 0.0) -> tuple[NDArray[np.intp], int]:
    """Return a number for each corner, the same for corners that coincide, and how many numbers there are.

    With a tolerance, corners no farther apart than that are one, and so are chains of them.
    """
    if not len(x):
        return np.zeros(0, np.intp), 0
    if tolerance > 0.0:
        pairs = cKDTree(np.column_stack([x, y])).query_pairs(tolerance, output_type="ndarray")
        near = sparse.coo_matrix((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), shape=(len(x), len(x)))
        count, number = sparse.csgraph.connected_components(near, directed=False)
        return number.astype(np.intp), int(count)
    order = np.lexsort((y, x))
    new = np.ones(len(x), bool)
    new[1:] = (np.diff(x[order]) != 0.0) | (np.diff(y[order]) != 0.0)
    number = np.empty(len(x), np.intp)
    number[order] = np.cumsum(new) - 1
    return number, int(new.sum())
