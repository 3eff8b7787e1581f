"""How many open cases, overdue cases and standing alarms lie in each grid, kept by difference. Pure."""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

#: The kind whose codes cases and alarms carry.
ATOM = "unit_grid"


@dataclass
class Count:
    """Figures of one grid; the overdue share is in per cent of its open cases, None where there are none."""

    open: int = 0
    overdue: int = 0
    alarms: int = 0

    @property
    def overdue_share(self) -> float | None:
        """Per cent of the open cases that are overdue."""
        return 100.0 * self.overdue / self.open if self.open else None


@dataclass(frozen=True)
class Share:
    """What one case or alarm adds to the grids it lies in."""

    open: int = 0
    overdue: int = 0
    alarms: int = 0


class Tally:
    """Counts by (kind, code)."""

    def __init__(self, parents: Iterable[tuple[str, str, str, str]] = (), own: Mapping[str, str] | None = None) -> None:
        """`parents`: (kind, code, parent kind, parent code); `own`: unit grid → community."""
        self.counts: dict[tuple[str, str], Count] = {}
        self._up: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for kind, code, parent_kind, parent_code in parents:
            self._up.setdefault((kind, code), []).append((parent_kind, parent_code))
        for code, community in (own or {}).items():
            self._up.setdefault((ATOM, code), []).append(("community", community))
        self._around: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self._given: dict[Hashable, tuple[str | None, Share]] = {}

    def around(self, place: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        """Return a grid itself and every grid it lies in, nearest first."""
        if place not in self._around:
            found = {place: None}
            waiting = deque(found)
            while waiting:
                above = [one for one in self._up.get(waiting.popleft(), ()) if one not in found]
                found |= dict.fromkeys(above)
                waiting += above
            self._around[place] = tuple(found)
        return self._around[place]

    def put(self, key: Hashable, unit_grid: str | None, share: Share) -> set[tuple[str, str]]:
        """Set what a case or alarm adds; return the grids whose figures changed."""
        before = self._given.get(key)
        if before == (unit_grid, share):
            return set()
        touched = self.drop(key)
        if share != Share():
            self._given[key] = (unit_grid, share)
            touched |= self._add(unit_grid, share, 1)
        return touched

    def drop(self, key: Hashable) -> set[tuple[str, str]]:
        """Take a case or alarm out; return the grids whose figures changed."""
        before = self._given.pop(key, None)
        return self._add(*before, -1) if before else set()

    def keys(self) -> list[Hashable]:
        """Return what has been counted."""
        return list(self._given)

    def _add(self, unit_grid: str | None, share: Share, sign: int) -> set[tuple[str, str]]:
        places = self.around((ATOM, unit_grid)) if unit_grid is not None else ()
        for place in places:
            count = self.counts.setdefault(place, Count())
            count.open += sign * share.open
            count.overdue += sign * share.overdue
            count.alarms += sign * share.alarms
        return set(places)
