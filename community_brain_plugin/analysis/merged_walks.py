"""Weights that walk where streets are short and crossings many: those with the same way before them are put together.

Walks that divide at every crossing grow in number without end where many short streets meet within one bandwidth. What
a walk still gives depends on its half-edge and on how much of its reach is left, and is a polynomial of that between
the places where reaches end; so a walk may be replaced by six at neighbouring marks of the reach, with the weights of
Lagrange's interpolation. Walks at one mark of one half-edge are then one. The mass stays what it was, since what is
left to give is itself a polynomial, of the fifth degree for the quartic kernel and of a lower one for others.
"""

from collections.abc import Callable

import numpy as np

from .graph import Index
from .inputs import Array
from .walk import Walk
from .watch import Watch

# Marks of a reach, marks a walk is shared among, and the mark below which walks go on by themselves.
_MARKS, _SHARED, _LAST = 512, 6, 8
_EVERY = 32


def walk_merged(onward: Callable[[Walk], Walk], walks: list[Walk], reach: float, watch: Watch) -> list[Walk]:
    """Let walks of one bandwidth go on until next to nothing of their reach is left, and return what then remains.

    `onward` gives to the stations what walks give on the half-edges that follow, and returns the walks at their ends.
    """
    waiting = _Marks(reach / _MARKS, walks[0].bandwidth)
    for walk in walks:
        waiting.put(walk, _MARKS + 1)
    for mark in range(_MARKS, _LAST - 1, -1):
        if mark % _EVERY == 0:
            watch.at(0.0)
        found = waiting.take(mark)
        if found is None:
            continue
        walk = onward(found)
        while len(walk):
            # Streets shorter than from mark to mark are walked at once.
            still = walk.left > (mark - 1) * waiting.step
            waiting.put(walk.part(np.flatnonzero(~still)), mark)
            walk = onward(walk.part(np.flatnonzero(still)))
    return waiting.rest


class _Marks:
    """Weights by how much of their reach is left, in steps, and by half-edge."""

    def __init__(self, step: float, bandwidth: Array | float) -> None:
        self.step, self.bandwidth = step, bandwidth
        self.rest: list[Walk] = []
        self._parts: list[list[tuple[Index, Array]]] = [[] for _ in range(_MARKS + 1)]

    def put(self, walk: Walk, below: int) -> None:
        """Share walks among marks below one."""
        at = walk.left / self.step
        near_end = at < _LAST + _SHARED
        if near_end.any():
            self.rest.append(walk.part(np.flatnonzero(near_end)))
        some = np.flatnonzero(~near_end)
        if not len(some):
            return
        at, half, weight = at[some], walk.half[some], walk.weight[some]
        first = np.minimum(np.floor(at).astype(np.intp) - 2, below - _SHARED)
        shares = _lagrange(at - first) * weight[:, None]
        marks = (first[:, None] + np.arange(_SHARED)).ravel()
        order = np.argsort(marks, kind="stable")
        marks, half, shares = marks[order], np.repeat(half, _SHARED)[order], shares.ravel()[order]
        border = np.append(np.flatnonzero(np.diff(marks, prepend=-1)), len(marks))
        for begin, end in zip(border[:-1].tolist(), border[1:].tolist(), strict=True):
            self._parts[marks[begin]].append((half[begin:end], shares[begin:end]))

    def take(self, mark: int) -> Walk | None:
        """Return the walks at a mark, one for each half-edge; None where there are none."""
        parts, self._parts[mark] = self._parts[mark], []
        if not parts:
            return None
        halves, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
        half, whose = np.unique(halves, return_inverse=True)
        weight = np.bincount(whose, weights, len(half)).astype(np.float64)
        left = np.full(len(half), mark * self.step)
        return Walk(half, left, weight, self.bandwidth, np.zeros(len(half), np.int16))


def _lagrange(at: Array) -> Array:
    """Return the weights of six neighbouring marks, 0 to 5, that stand for a place among them, shape (n, 6)."""
    found = np.ones((len(at), _SHARED))
    for mark in range(_SHARED):
        for other in range(_SHARED):
            if other != mark:
                found[:, mark] *= (at - other) / (mark - other)
    return found
