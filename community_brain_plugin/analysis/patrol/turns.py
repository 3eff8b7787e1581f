"""Parts of one route walked backwards where that is shorter."""

import numpy as np

from ..inputs import Array
from .layout import Profiles
from .remembered import Remembered
from .task import Route, Task

_EPSILON = 1e-9


class Turns:
    """Turns parts of routes round; a route is looked at once."""

    def __init__(self, task: Task, profiles: Profiles) -> None:
        self._task, self._profiles = task, profiles
        #: The route after turning parts round as long as that shortens it, by station and route.
        self.untangled = Remembered(self._make).of

    def _make(self, station: int, route: Route) -> Route:
        length = self._profiles.length(station, route)
        while len(route) > 1:
            found, better = self._best_turn(station, route)
            if better >= length - _EPSILON:
                break
            route, length = found, better
        return route

    def _best_turn(self, station: int, route: Route) -> tuple[Route, float]:
        """Return the route with the one part turned round that helps most, and its length."""
        to, on, back = self._ways(station, route)
        count = len(route) + 2
        # inner[i, a, b]: from stop i + size - 1 in direction a back to stop i in direction b; grown stop by stop.
        inner = np.where(np.eye(2, dtype=bool), 0.0, np.inf) * np.ones((count, 1, 1))
        best, where = np.inf, (0, 0)
        for size in range(2, count - 1):
            # Stops i … i + size - 1 for all i that leave a place at both ends.
            i = np.arange(1, count - size)
            inner = (inner[1:, :, :, None] + back[: len(inner) - 1, None, :, :]).min(axis=2)
            value = (to[i - 1, i + size - 1, :, None] + inner[i] + on[i, :, i + size][:, None, :]).min(axis=(1, 2))
            place = int(value.argmin())
            if value[place] < best:
                best, where = float(value[place]), (place, place + size)
        begin, end = where
        return route[:begin] + route[begin:end][::-1] + route[end:], best

    def _ways(self, station: int, route: Route) -> tuple[Array, Array, Array]:
        """Return three costs between places i and j of a route, for each direction there.

        Having come to i and gone on to j, by i, j and direction at j; going from i to j and what follows it, by i,
        direction at i, and j; going from i + 1 back to i, by i and both directions.
        """
        come, goes = (np.array(one).reshape(-1, 2) for one in self._profiles.of(station, route))
        stops = np.array((station, *route, station))
        states = np.column_stack([2 * stops, 2 * stops + 1])
        step = self._task.step[states[:, :, None, None], states[None, None, :, :]]
        place = np.arange(len(stops) - 1)
        to = np.minimum(come[:, 0, None, None] + step[:, 0], come[:, 1, None, None] + step[:, 1])
        on = np.minimum(step[:, :, :, 0] + goes[:, 0], step[:, :, :, 1] + goes[:, 1])
        return to, on, step[place + 1, :, place, :]
