"""Sums of numbers, or rows of numbers, by place; and the powers by which a polynomial is moved along a street."""

from math import comb

import numpy as np
from scipy import sparse

from .graph import Index
from .inputs import Array

_WAITING = 1 << 19


class Sums:
    """Sums by place, of numbers or, where there is a width, of rows; what comes waits until there is much of it, so
    that the sums are gone through seldom."""

    def __init__(self, places: int, width: int = 0) -> None:
        self._total = np.zeros((places, width) if width else places)
        self._waiting: list[tuple[Index, Array, Index, Array]] = []
        self._size = 0

    def add(self, place: Index, rows: Array, counts: Index, factor: Array) -> None:
        """Add rows, shape (n, width): each to as many of the places as counts says, times the place's factor."""
        self._waiting.append((place.astype(np.int32), rows, counts, factor))
        self._size += len(place)
        if self._size >= _WAITING:
            self.total()

    def add_values(self, place: Index, values: Array) -> None:
        """Add numbers to places."""
        self._waiting.append((place, values, place[:0], values[:0]))
        self._size += len(place)
        if self._size >= _WAITING:
            self.total()

    def total(self) -> Array:
        """Return the sums, shape (places,) or (places, width)."""
        if self._size:
            place, rows, counts, factor = (np.concatenate(parts) for parts in zip(*self._waiting, strict=True))
            low, high = int(place.min()), int(place.max()) + 1
            if rows.ndim == 1:
                self._total[low:high] += np.bincount(place - low, rows, high - low)
            else:
                begin = np.concatenate([[0], np.cumsum(counts)])
                adder = sparse.csc_matrix((factor, place - low, begin), shape=(high - low, len(rows)))
                self._total[low:high] += adder @ rows
        self._waiting, self._size = [], 0
        return self._total


def taylor(powers: tuple[float, ...], distance: Array, factor: Array, bandwidth: Array | float) -> Array:
    """Return, for each weight, what each power of the distance walked on counts for, shape (n, powers).

    The polynomial is factor · Σ ck uᵏ with u = (distance + s) ÷ h; the coefficient of sᵐ is Σ ck C(k, m) uᵏ⁻ᵐ ÷ hᵐ at
    s = 0.
    """
    ratio = distance / bandwidth
    count = len(powers)
    found = np.empty((len(distance), count))
    for order in range(count):
        value = np.full(len(distance), powers[-1] * comb(count - 1, order))
        for power in range(count - 2, order - 1, -1):
            value *= ratio
            if powers[power]:
                value += powers[power] * comb(power, order)
        value *= factor
        found[:, order] = value
        factor = factor / bandwidth
    return found
