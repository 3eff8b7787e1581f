"""Points gathered for a map that is too small for each of them: one group a square, kept by difference. Pure."""

import math
from collections.abc import Hashable
from dataclasses import dataclass

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


class Grouping:
    """Points by key in squares of `side` metres."""

    def __init__(self, side: float) -> None:
        self.side = side
        self._cells: dict[Cell, dict[Hashable, tuple[float, float, int]]] = {}
        self._where: dict[Hashable, Cell] = {}

    @property
    def cells(self) -> list[Cell]:
        """The squares that hold something."""
        return list(self._cells)

    def put(self, key: Hashable, x: float, y: float, level: int) -> set[Cell]:
        """Take a point in, or move it; return the squares that differ now."""
        cell = (math.floor(x / self.side), math.floor(y / self.side))
        point = (x, y, level)
        if self._where.get(key) == cell and self._cells[cell][key] == point:
            return set()
        touched = self.drop(key) | {cell}
        self._where[key] = cell
        self._cells.setdefault(cell, {})[key] = point
        return touched

    def drop(self, key: Hashable) -> set[Cell]:
        """Take a point out; return the squares that differ now."""
        cell = self._where.pop(key, None)
        if cell is None:
            return set()
        members = self._cells[cell]
        del members[key]
        if not members:
            del self._cells[cell]
        return {cell}

    def group(self, cell: Cell) -> Group | None:
        """Return what stands in a square; a single point stands where it is."""
        members = self._cells.get(cell)
        if not members:
            return None
        points = list(members.values())
        x, y = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
        if len(points) > 1:
            x, y = (self._inside(value, index) for value, index in zip((x, y), cell, strict=True))
        return Group(x, y, len(points), min(point[2] for point in points))

    def _inside(self, value: float, index: int) -> float:
        low, high = (index + _MARGIN) * self.side, (index + 1 - _MARGIN) * self.side
        return min(max(value, low), high)
