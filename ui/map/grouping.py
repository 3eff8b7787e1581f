"""Points gathered for a map that is too small for each of them: one group a square, kept by difference. Pure."""

import math
from collections.abc import Hashable
from dataclasses import dataclass, field

Cell = tuple[int, int]
#: Side of a square on the screen, in millimetres: wider than a group's symbol.
SIDE_MM = 10.0
# A group stands at the middle of its points, but never so near the edge that it covers its neighbour.
_MARGIN = 0.28


def side_at(scale: float) -> float:
    """Return the side of the squares in metres for a map drawn at 1:scale; it grows by steps of the root of two."""
    return 2.0 ** (round(2.0 * math.log2(max(scale, 1.0) * SIDE_MM / 1000.0)) / 2.0)


@dataclass(frozen=True)
class Group:
    """What stands in one square: where, how many points, and the lowest of their levels."""

    x: float
    y: float
    count: int
    level: int


@dataclass
class _Sum:
    """What has been added up in one square: points, their distances from its corner, and how many have each level."""

    count: int = 0
    x: float = 0.0
    y: float = 0.0
    levels: dict[int, int] = field(default_factory=dict)


class Grouping:
    """Points by key in squares of `side` metres. What a change costs does not depend on how many a square holds."""

    def __init__(self, side: float) -> None:
        self.side = side
        self._sums: dict[Cell, _Sum] = {}
        self._points: dict[Hashable, tuple[float, float, int]] = {}

    @property
    def cells(self) -> list[Cell]:
        """The squares that hold something."""
        return list(self._sums)

    def put(self, key: Hashable, x: float, y: float, level: int) -> set[Cell]:
        """Take a point in, or move it; return the squares that differ now."""
        point = (x, y, level)
        if self._points.get(key) == point:
            return set()
        touched = self.drop(key)
        self._points[key] = point
        return touched | {self._add(point, 1)}

    def drop(self, key: Hashable) -> set[Cell]:
        """Take a point out; return the squares that differ now."""
        point = self._points.pop(key, None)
        return set() if point is None else {self._add(point, -1)}

    def group(self, cell: Cell) -> Group | None:
        """Return what stands in a square; a single point stands where it is."""
        held = self._sums.get(cell)
        if held is None:
            return None
        level = min(level for level, count in held.levels.items() if count)
        x, y = ((index + middle / held.count) * self.side for middle, index in zip((held.x, held.y), cell, strict=True))
        if held.count > 1:
            x, y = (self._inside(value, index) for value, index in zip((x, y), cell, strict=True))
        return Group(x, y, held.count, level)

    def _add(self, point: tuple[float, float, int], sign: int) -> Cell:
        x, y, level = point[0] / self.side, point[1] / self.side, point[2]
        cell = (math.floor(x), math.floor(y))
        held = self._sums.setdefault(cell, _Sum())
        held.count += sign
        held.x += sign * (x - cell[0])
        held.y += sign * (y - cell[1])
        held.levels[level] = held.levels.get(level, 0) + sign
        if not held.count:
            del self._sums[cell]
        return cell

    def _inside(self, value: float, index: int) -> float:
        low, high = (index + _MARGIN) * self.side, (index + 1 - _MARGIN) * self.side
        return min(max(value, low), high)
