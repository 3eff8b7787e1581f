"""Weights on their way along the streets."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .graph import Index
from .inputs import Array
from .stations import picked


@dataclass(frozen=True)
class Walk:
    """Weights at the ends of half-edges they have walked, all arrays of shape (w,).

    left: how much of their reach is left. bandwidth: one for all, or one each. nodes: crossings passed before this end.
    """

    half: Index
    left: Array
    weight: Array
    bandwidth: Array | float
    nodes: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.half)

    def part(self, which: slice | Index) -> "Walk":
        """Return some of them."""
        bandwidth = picked(self.bandwidth, which)
        return Walk(self.half[which], self.left[which], self.weight[which], bandwidth, self.nodes[which])
