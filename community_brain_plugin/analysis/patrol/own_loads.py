"""How long routes take after a change of two of them, where officers are not alike: all changes of a kind at once."""

import numpy as np

from ..inputs import Array
from .layout import Layout
from .task import Loads, Task

Part = tuple[slice, slice]


class OwnLoads:
    """What counts of the routes of a layout, shape (k,) in `now`, and after changes.

    A slow officer takes longer to walk, and not longer to stop: besides what a route costs, what of it is spent at
    stops has to be known. Of two routes the first may get what two places of the layout say; the other has the rest.
    """

    def __init__(self, task: Task, loads: Loads, layout: Layout) -> None:
        own = layout.owner
        self._rate, self._still, self._base = loads.rate[own], loads.still[own], loads.base[own]
        dwell = np.append(task.dwell, 0.0)[np.minimum(layout.stop, task.visits)]
        total = np.concatenate([[0.0], np.cumsum(dwell)])
        self._sum = total
        self._come = total[1:] - total[layout.first[:-1]][layout.owner]
        whole = self._come[layout.first[1:] - 1]
        self._whole = whole[layout.owner]
        self.now: Array = loads.rate * layout.length + loads.still * whole + loads.base

    def after(self, kind: str, sizes: tuple[int, int], part: Part, one: Array, other: Array) -> tuple[Array, Array]:
        """Return how long two routes take that cost `one` and `other` after a change (moves.Change), by p and q."""
        p, q = part
        first, second = one * self._rate[p][:, None], other * self._rate[q]
        if self._still.any():
            at_p, at_q = self._first(kind, sizes)
            first += self._still[p][:, None] * (at_p[p][:, None] + at_q[q])
            second += self._still[q] * ((self._whole - at_p)[p][:, None] + (self._whole - at_q)[q])
        first += self._base[p][:, None]
        second += self._base[q]
        return first, second

    def _first(self, kind: str, sizes: tuple[int, int]) -> tuple[Array, Array]:
        """Return what the first route spends at stops after a change: the sum of a number by p and one by q."""
        if kind == "tails":
            return self._come, self._whole - self._come + self._run(1)
        if kind == "turned":
            return self._come, self._come
        size, other = sizes
        return self._whole - np.append(self._run(other)[1:], 0.0), self._run(size)

    def _run(self, size: int) -> Array:
        """Return what is spent at so many stops from each place on."""
        total = self._sum
        last = np.minimum(np.arange(len(total) - 1) + size, len(total) - 1)
        run: Array = total[last] - total[:-1]
        return run
