"""What is worked out of a route, once for each."""

from collections.abc import Callable
from typing import Generic, TypeVar

from .task import Route

Outcome = TypeVar("Outcome")

_MOST = 20_000


class Remembered(Generic[Outcome]):
    """Answers by station and route, each asked of `make` once; forgotten all together when there are too many."""

    def __init__(self, make: Callable[[int, Route], Outcome]) -> None:
        self._make = make
        self._known: dict[tuple[int, Route], Outcome] = {}

    def of(self, station: int, route: Route) -> Outcome:
        """Return what was worked out of a route."""
        key = station, route
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST:
                self._known.clear()
            found = self._known[key] = self._make(station, route)
        return found
