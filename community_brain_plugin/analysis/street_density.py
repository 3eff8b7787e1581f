"""Kernel density of events along streets: simple, equal-split discontinuous and equal-split continuous.

Sources: Okabe, Satoh and Sugihara, A kernel density estimation method for networks (2009); Okabe and Sugihara, Spatial
Analysis along Networks (2012), chapter 9; McSwiggan, Baddeley and Nair, Kernel density estimation on a linear network
(2017), on the weight that comes back at dead ends.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..errors import RoomError
from . import inputs
from .graph import Index, Lixels, StreetGraph, ways
from .inputs import Array
from .kernels import kernel as kernel_named
from .shortest import simple_all
from .snapping import Snapped
from .station_kinds import LixelMeans, Places
from .stations import Stations, picked
from .street_kernels import StreetKernel, street_kernel
from .walks import walk_all
from .watch import UNWATCHED, Watch

METHODS = ("simple", "discontinuous", "continuous")
_EVENTS = 1 << 12
_ALL = np.iinfo(np.int16).max


@dataclass(frozen=True)
class StreetDensity:
    """Density along streets: `values` of the lixels (means over each), per unit of length, shape (l,).

    `weight` is the sum of the weights of all events on a street; `far` numbers (from 0) the events that were too far
    from any street and do not count.
    """

    lixels: Lixels
    values: Array
    weight: float
    far: Index

    @property
    def integral(self) -> float:
        """Integral of the density over all streets, in weight."""
        return float(self.values @ self.lixels.length)


@dataclass(frozen=True)
class _Events:
    """Events on streets, in an order in which neighbours come together; `bandwidth` one for all or one each."""

    edge: Index
    position: Array
    weight: Array
    bandwidth: Array | float
    far: Index

    @classmethod
    def of(cls, graph: StreetGraph, snapped: Snapped, bandwidth: ArrayLike, weights: ArrayLike | None) -> "_Events":
        weight = inputs.weights(weights, len(snapped.edge))
        size = inputs.positive("bandwidth", bandwidth, len(weight))
        on_street = np.flatnonzero(snapped.edge >= 0)
        # Events near each other walk the same streets: taken together, they find them in the processor's cache.
        rank = np.empty(graph.edges, np.intp)
        rank[graph.order] = np.arange(graph.edges)
        some = on_street[np.lexsort((size[on_street], snapped.position[on_street], rank[snapped.edge[on_street]]))]
        edge, size, weight = snapped.edge[some], size[some], weight[some]
        position = np.clip(snapped.position[some], 0.0, graph.length[edge])
        # Events at one place walk as one.
        new = np.ones(len(some), bool)
        new[1:] = (np.diff(edge) != 0) | (np.diff(position) != 0.0) | (np.diff(size) != 0.0)
        first = np.flatnonzero(new)
        weight = np.add.reduceat(weight, first) if len(first) else weight
        edge, position, size = edge[first], position[first], size[first]
        one = size.size == 0 or np.ptp(size) == 0.0
        scale: Array | float = size if not one else float(size[0]) if size.size else 1.0
        return cls(edge, position, weight, scale, np.flatnonzero(snapped.edge < 0))

    @property
    def one_bandwidth(self) -> float | None:
        return float(self.bandwidth) if np.ndim(self.bandwidth) == 0 else None


def street_density(
    graph: StreetGraph, lixels: Lixels, events: Snapped, bandwidth: ArrayLike, *, method: str = "discontinuous",
    kernel: str = "quartic", weights: ArrayLike | None = None, most_nodes: int = _ALL, straight: bool = False,
    watch: Watch = UNWATCHED,
) -> StreetDensity:  # fmt: skip
    """Return the density of events along streets, as means over lixels.

    events: where they lie (`snapping.snap`); far ones are listed and left out. bandwidth: one number, or one for each
    event, in the unit of the graph. weights: shape (n,), not negative. method: "simple" gives each place the kernel at
    its shortest distance, so that weight multiplies at each crossing; "discontinuous" divides weight at each
    crossing among the streets that lead on, never turning back; "continuous" also sends a part back, so that the
    density has no jumps and all the weight is kept; on a short street between two crossings of many streets more may
    be sent back than is there, and the density falls below zero. One-way streets are walked in their direction only.
    `most_nodes` ends a walk after that many crossings of more than two streets. `straight` never turns a corner (by
    more than 45°): weight stays on its own street; not for "simple", which looks at distances alone.
    Raises RoomError `analysis.*` for bad rows, Cancelled.
    """
    given = _Events.of(graph, events, bandwidth, weights)

    def stations(kernel: StreetKernel) -> Stations:
        return LixelMeans(graph, lixels, kernel, given.one_bandwidth)

    values = _density(given, stations, method, kernel, most_nodes, straight, watch)
    return StreetDensity(lixels, values, float(given.weight.sum()), given.far)


def street_density_at(
    graph: StreetGraph, edge: Index, position: Array, events: Snapped, bandwidth: ArrayLike, *,
    method: str = "discontinuous", kernel: str = "quartic", weights: ArrayLike | None = None, most_nodes: int = _ALL,
    watch: Watch = UNWATCHED,
) -> Array:  # fmt: skip
    """Return the density of events at places on streets (distances from the tails of edges), shape of `edge`."""
    given = _Events.of(graph, events, bandwidth, weights)
    order = np.lexsort((position, edge))

    def stations(kernel: StreetKernel) -> Stations:
        return Places(graph, np.asarray(edge)[order], np.asarray(position)[order], kernel, given.one_bandwidth)

    found = np.empty(len(order))
    found[order] = _density(given, stations, method, kernel, most_nodes, False, watch)
    return found


def _density(
    events: _Events, make: Callable[[StreetKernel], Stations], method: str, kernel: str, most_nodes: int,
    straight: bool, watch: Watch,
) -> Array:  # fmt: skip
    if method not in METHODS:
        raise RoomError("analysis.unknown_method", name=method, known=", ".join(METHODS))
    if straight and method == "simple":
        raise RoomError("analysis.straight_needs_walk")
    stations = make(street_kernel(kernel_named(kernel)))
    table = ways(stations.graph, method == "continuous", straight) if method != "simple" else None
    count = len(events.edge)
    for begin in range(0, count, _EVENTS):
        part = slice(begin, begin + _EVENTS)
        some = events.edge[part], events.position[part], events.weight[part], picked(events.bandwidth, part)
        step = watch.part(begin / count, min(begin + _EVENTS, count) / count)
        if table is None:
            simple_all(stations, some, step)
        else:
            walk_all(stations, table, some, most_nodes, step)
    watch.at(1.0)
    return stations.values()
