"""Officers as a plan sees them: where each of them starts and ends, how fast he is, from when and for how long."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from ...errors import RoomError
from ..inputs import Array
from .network import Index


@dataclass(frozen=True)
class Crew:
    """k officers, each array of shape (k,).

    start, end: crossing where an officer begins and where he must arrive. pace: seconds he takes for a unit of the
    network's costs, a metre for instance. shift: seconds he has, infinite for all or for none. begin: when he begins,
    in seconds after midnight. spent: seconds of his shift that are gone before he begins. number: which of those given
    he is, from 0.
    """

    start: Index
    end: Index
    pace: Array
    shift: Array
    begin: Array
    spent: Array
    number: Index

    @classmethod
    def of(
        cls, start: ArrayLike, end: ArrayLike, pace: ArrayLike, shift: ArrayLike, begin: ArrayLike = 0.0,
        spent: ArrayLike = 0.0,
    ) -> "Crew":  # fmt: skip
        """Return officers; one number stands for all of them. Refuses no officers, and a pace or shift that is none."""
        first = np.asarray(start, np.intp)
        if not first.size:
            raise RoomError("analysis.no_officers")
        last = np.broadcast_to(np.asarray(end, np.intp), first.shape)
        rest = [np.broadcast_to(np.asarray(one, np.float64), first.shape) for one in (pace, shift, begin, spent)]
        for name, values in (("pace", rest[0]), ("shift", rest[1])):
            good = (values > 0.0) & (np.isfinite(values) | ((name == "shift") & np.isinf(values).all()))
            if not good.all():
                bad = np.flatnonzero(~good)
                raise RoomError("analysis.row_not_positive", field=name, row=int(bad[0]) + 1, rows=len(bad))
        return cls(first, last, rest[0], rest[1], rest[2], rest[3], np.arange(len(first)))

    @classmethod
    def alike(
        cls, stations: Sequence[int] | Index, *, pace: float = 1.0, shift: float = np.inf, begin: float = 0.0
    ) -> "Crew":
        """Return one officer for each of the stations (crossings; the same may come twice or more), home again."""
        return cls.of(stations, stations, pace, shift, begin)

    def __len__(self) -> int:
        return len(self.start)

    def only(self, officers: Sequence[int] | Index) -> "Crew":
        """Return some of the officers, in the order given."""
        own = np.asarray(officers, np.intp)
        return Crew(
            self.start[own], self.end[own], self.pace[own], self.shift[own], self.begin[own], self.spent[own],
            self.number[own],
        )  # fmt: skip

    def unlimited(self) -> "Crew":
        """Return the officers without an end of their shifts."""
        return replace(self, shift=np.full(len(self), np.inf))

    @cached_property
    def is_alike(self) -> bool:
        """Whether all come home to where they began, walk as fast and have as much time."""
        same = (self.pace == self.pace[0]).all() and (self.shift == self.shift[0]).all()
        return bool(same and (self.start == self.end).all() and not self.spent.any())

    @cached_property
    def unit(self) -> float:
        """Pace of the fastest, in which a search counts: what he walks in a second costs as much as a second's stop."""
        return float(self.pace.min())

    @cached_property
    def scale(self) -> Array:
        """How much a second counts for each, shape (k,): longest shift ÷ his shift, 1 where shifts are alike."""
        if (self.shift == self.shift[0]).all():
            return np.ones(len(self))
        scale: Array = self.shift.max() / self.shift
        return scale

    def times(self, cost: ArrayLike, dwell: ArrayLike = 0.0) -> Array:
        """Return the seconds each is under way: shape (k,), of the cost of his walk and seconds at its stops."""
        times: Array = self.spent + self.pace * np.asarray(cost) + np.asarray(dwell)
        return times

    def loads(self, cost: ArrayLike, dwell: ArrayLike = 0.0) -> Array:
        """Return `times` as they would be if all shifts were as long as the longest: the share of the shift used."""
        return self.scale * self.times(cost, dwell)
