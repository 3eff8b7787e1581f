"""What a second sweep found that the first one had missed."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ..inputs import Array, places, positive

Index = NDArray[np.int64]


@dataclass(frozen=True)
class Matched:
    """Which findings are one and the same: rows of the first and of the second sweep, and how far apart they lie."""

    first: Index
    second: Index
    distance: Array


def match(
    first: tuple[ArrayLike, ArrayLike], second: tuple[ArrayLike, ArrayLike], most: float,
    first_class: ArrayLike | None = None, second_class: ArrayLike | None = None,
) -> Matched:  # fmt: skip
    """Match findings of two sweeps one to one: as many as can be, and with the least distance in all.

    first, second: x and y of the findings in metres, shapes (n,) and (m,). most: how far apart one and the same thing
    may have been put on the map. Where classes are given only findings of one class match.
    """
    reach = float(positive("most", most, 1)[0])
    here, there = (np.column_stack(places(*given)) for given in (first, second))
    if not (len(here) and len(there)):
        return Matched(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    near = cKDTree(here).sparse_distance_matrix(cKDTree(there), reach, output_type="coo_matrix")
    row, column, apart = near.row.astype(np.int64), near.col.astype(np.int64), near.data
    if first_class is not None and second_class is not None:
        same = np.asarray(first_class)[row] == np.asarray(second_class)[column]
        row, column, apart = row[same], column[same], apart[same]
    return _assigned(row, column, apart, len(here), len(there), reach)


def _assigned(row: Index, column: Index, apart: Array, n: int, m: int, reach: float) -> Matched:
    """Solve each group of findings that could be mixed up by itself."""
    links = coo_matrix((np.ones(len(row)), (row, n + column)), shape=(n + m, n + m))
    _, group = connected_components(links, directed=False)
    found: list[tuple[int, int, float]] = []
    order = np.argsort(group[row], kind="stable")
    for pairs in np.split(order, np.flatnonzero(np.diff(group[row[order]])) + 1) if len(order) else []:
        rows, at_row = np.unique(row[pairs], return_inverse=True)
        columns, at_column = np.unique(column[pairs], return_inverse=True)
        # A pair that is none costs more than any number of true ones can save.
        cost = np.full((len(rows), len(columns)), (len(rows) + len(columns)) * reach + 1.0)
        cost[at_row, at_column] = apart[pairs]
        for one, other in zip(*linear_sum_assignment(cost), strict=True):
            if cost[one, other] <= reach:
                found.append((int(rows[one]), int(columns[other]), float(cost[one, other])))
    found.sort()
    return Matched(
        np.array([one for one, _, _ in found], dtype=np.int64),
        np.array([other for _, other, _ in found], dtype=np.int64),
        np.array([distance for _, _, distance in found]),
    )


@dataclass(frozen=True)
class Estimate:
    """How many there are in truth, with its standard error, and the share of them the first sweep found."""

    total: float
    error: float
    found_by_first: float


def estimate(first: int, second: int, both: int) -> Estimate:
    """Estimate from two independent sweeps how many there are: Chapman's estimator.

    Chapman 1951, University of California Publications in Statistics 1: 131-160; variance of Seber 1970, Biometrics 26:
    13-22. The share is what the first found of what the second did, which needs no estimate of the whole; NaN where the
    second found nothing.
    """
    total = (first + 1) * (second + 1) / (both + 1) - 1.0
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    return Estimate(total, math.sqrt(variance), both / second if second else math.nan)
