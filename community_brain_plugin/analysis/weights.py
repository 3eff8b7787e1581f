"""Who is whose neighbour: spatial weights as sparse matrices of shape (n, n), one row for each area.

All are binary, without a diagonal, float64 CSR with sorted indices. An area without neighbours has an empty row.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.spatial import cKDTree

from ..errors import RoomError
from . import inputs
from .corners import coincident

Weights: TypeAlias = sparse.csr_matrix
_PAIRS = 200_000_000


def contiguity(
    x: ArrayLike, y: ArrayLike, ring: NDArray[np.integer], area: NDArray[np.integer], count: int,
    kind: str = "queen", tolerance: float = 0.0,
) -> Weights:  # fmt: skip
    """Return which areas touch: "queen" in a point or more, "rook" along a stretch.

    x, y: corners of all rings one after the other, shape (v,), closing corners allowed. ring: number of each corner's
    ring, shape (v,), not falling. area: number of each ring's area from 0 to count - 1, shape (rings,), so that
    multi-part areas and holes are counted in. Corners closer than the tolerance count as one. A corner that lies on
    a neighbour's side without being a corner there is no touch along the side: node the areas first.
    """
    if kind not in ("queen", "rook"):
        raise RoomError("analysis.unknown_contiguity", name=kind, known="queen, rook")
    east, north = inputs.places(x, y)
    owner = np.asarray(area)[np.asarray(ring)]
    corner, corners = coincident(east, north, tolerance)
    if kind == "queen":
        return _sharing(owner, corner, count, corners)
    after = np.arange(1, len(corner) + 1)
    last = np.append(np.flatnonzero(np.diff(ring)), len(corner) - 1)
    first = np.append(0, last[:-1] + 1)
    after[last] = first
    ends = np.sort(np.column_stack([corner, corner[after]]), axis=1)
    real = ends[:, 0] != ends[:, 1]
    side = ends[real, 0].astype(np.int64) * corners + ends[real, 1]
    sides, number = np.unique(side, return_inverse=True)
    return _sharing(owner[real], number, count, len(sides))


def _sharing(owner: NDArray[np.integer], thing: NDArray[np.integer], count: int, things: int) -> Weights:
    """Return which owners have a thing (corner or side) in common."""
    having = sparse.csr_matrix((np.ones(len(owner), np.float32), (owner, thing)), shape=(count, max(things, 1)))
    return _binary(having @ having.T)


def _binary(found: sparse.spmatrix) -> Weights:
    """Return a matrix with ones where there was anything, the diagonal apart."""
    pairs = found.tocoo()
    keep = pairs.row != pairs.col
    ones = np.ones(int(keep.sum()))
    matrix = sparse.csr_matrix((ones, (pairs.row[keep], pairs.col[keep])), shape=found.shape)
    matrix.sort_indices()
    return matrix


def lattice(rows: int, columns: int, kind: str = "queen") -> Weights:
    """Return the contiguity of a square grid's cells, numbered row by row."""
    if kind not in ("queen", "rook"):
        raise RoomError("analysis.unknown_contiguity", name=kind, known="queen, rook")
    steps = [(0, 1), (1, 0)] + ([(1, 1), (1, -1)] if kind == "queen" else [])
    number = np.arange(rows * columns, dtype=np.int32).reshape(rows, columns)
    left, right = [], []
    for down, across in steps:
        there = number[down:, max(across, 0) : columns + min(across, 0)]
        here = number[: rows - down, max(-across, 0) : columns - max(across, 0)]
        left.append(here.ravel())
        right.append(there.ravel())
    return _both_ways(np.concatenate(left), np.concatenate(right), rows * columns)


def distance_band(x: ArrayLike, y: ArrayLike, radius: float) -> Weights:
    """Return as neighbours all places within a distance; those at one place are neighbours, too."""
    east, north = inputs.places(x, y)
    inputs.positive("radius", radius, 1)
    tree = cKDTree(np.column_stack([east, north]))
    pairs = int(tree.count_neighbors(tree, radius))
    if pairs > _PAIRS:
        raise RoomError("analysis.too_many_neighbours", pairs=pairs, most=_PAIRS)
    found = tree.query_pairs(radius, output_type="ndarray")
    return _both_ways(found[:, 0], found[:, 1], len(east))


def nearest(x: ArrayLike, y: ArrayLike, count: int) -> Weights:
    """Return as neighbours of each place its `count` nearest others (all others where there are fewer)."""
    east, north = inputs.places(x, y)
    inputs.positive("count", count, 1)
    many = len(east)
    take = min(int(count), many - 1)
    if take < 1:
        return sparse.csr_matrix((many, many))
    _, found = cKDTree(np.column_stack([east, north])).query(np.column_stack([east, north]), take + 1)
    # Of several places at one spot, the tree may name another before the place itself.
    own = found == np.arange(many)[:, None]
    own[~own.any(axis=1), -1] = True
    columns = found[~own].reshape(many, take)
    start = np.arange(0, many * take + 1, take)
    matrix = sparse.csr_matrix((np.ones(many * take), columns.ravel(), start), shape=(many, many))
    matrix.sort_indices()
    return matrix


def _both_ways(left: NDArray[np.integer], right: NDArray[np.integer], count: int) -> Weights:
    ones = np.ones(2 * len(left))
    rows, columns = np.concatenate([left, right]), np.concatenate([right, left])
    matrix = sparse.csr_matrix((ones, (rows, columns)), shape=(count, count))
    matrix.sort_indices()
    return matrix


def by_row(weights: Weights) -> Weights:
    """Return the weights divided by their row sums; rows without neighbours stay empty."""
    sums = np.asarray(weights.sum(axis=1)).ravel()
    scaled = weights.copy()
    scaled.data = weights.data / np.repeat(np.where(sums > 0.0, sums, 1.0), np.diff(weights.indptr))
    return scaled
