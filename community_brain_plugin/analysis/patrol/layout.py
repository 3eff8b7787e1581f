"""All routes laid one after the other, with what it costs to come to every place and to go home from it.

What a change of routes would cost is then a sum of two or three numbers, for all changes at once.
"""

from dataclasses import dataclass

import numpy as np

from ..inputs import Array
from .network import Index
from .remembered import Remembered
from .task import Route, Task

Profile = tuple[list[float], list[float]]


class Profiles:
    """Costs along routes, worked out once for each.

    Of a route, for each place of it (its station first and last) and each direction of the stop there: the cost of
    having come so far, this stop included, and the cost of what follows it, one after the other in a list.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        #: Both lists by station and route, each of 2 (r + 2) numbers for r stops.
        self.of = Remembered(self._make).of

    def length(self, station: int, route: Route) -> float:
        """Return the cost of the whole route."""
        return self.of(station, route)[0][-1]

    def _make(self, station: int, route: Route) -> Profile:
        rows = self._task.rows
        stops = (*route, station)
        along = against = 0.0
        come = [0.0, 0.0]
        ahead = back = rows[2 * station]
        for stop in stops:
            to = 2 * stop
            first, other = along + ahead[to], against + back[to]
            second, another = along + ahead[to + 1], against + back[to + 1]
            along = first if first < other else other
            against = second if second < another else another
            come += (along, against)
            ahead, back = rows[to], rows[to + 1]
        along = against = 0.0
        goes = [0.0, 0.0]
        to = 2 * station
        for stop in (*route[::-1], station):
            ahead, back = rows[2 * stop], rows[2 * stop + 1]
            first, other = ahead[to] + along, ahead[to + 1] + against
            second, another = back[to] + along, back[to + 1] + against
            along = first if first < other else other
            against = second if second < another else another
            goes += (against, along)
            to = 2 * stop
        return come, goes[::-1]


@dataclass(frozen=True)
class Layout:
    """Routes one after the other, each between its station and its station: p places in all.

    stop, owner: stop and route of each place, shape (p,). first: place of each route's first station, shape (k + 1,).
    come, goes: cost of having come to a place, and of what follows it, for each direction there, shape (2, p).
    gone, returns: the same with all routes walked backwards. length: of each route, shape (k,).
    """

    stop: Index
    owner: Index
    first: Index
    come: Array
    goes: Array
    gone: Array
    returns: Array
    length: Array

    @classmethod
    def of(cls, task: Task, profiles: Profiles, routes: list[Route]) -> "Layout":
        """Lay out routes, one for each officer."""
        stops: list[int] = []
        sizes: list[int] = []
        lengths: list[float] = []
        lists: tuple[list[float], ...] = ([], [], [], [])
        for station, route in zip(task.station, routes, strict=True):
            stops += (station, *route, station)
            sizes.append(len(route) + 2)
            come, goes = profiles.of(station, route)
            # Walked backwards, what has been come is on the other side: the lists are turned with the places.
            gone, returns = profiles.of(station, route[::-1])
            for one, part in zip(lists, (come, goes, _turned(gone), _turned(returns)), strict=True):
                one.extend(part)
            lengths.append(come[-1])
        toward, onward, away, backward = (np.array(one).reshape(-1, 2).T.copy() for one in lists)
        owner = np.repeat(np.arange(len(routes)), sizes)
        first = np.concatenate([[0], np.cumsum(sizes)])
        return cls(np.array(stops), owner, first, toward, onward, away, backward, np.array(lengths))


def _turned(values: list[float]) -> list[float]:
    """Return a list of pairs in opposite order, each pair kept."""
    turned = values[::-1]
    turned[0::2], turned[1::2] = turned[1::2], turned[0::2]
    return turned
