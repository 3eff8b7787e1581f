"""Where the cells of a raster lie."""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from ..errors import RoomError
from .inputs import Array

#: Cells a raster may have unless somebody asks for more: 8 rasters of doubles take 6.4 GB.
LARGEST = 100_000_000


def stretch(values: Array) -> float:
    """Return how far places of shape (n,) stretch: their range, but at most thrice what nine tenths of them need.

    So a cell size that is to suit all places suits them, and not one misplaced event far away.
    """
    whole = float(np.ptp(values))
    low, high = np.percentile(values, (5.0, 95.0))
    return min(whole, 3.0 * float(high - low) / 0.9) if high > low else whole


@dataclass(frozen=True)
class Grid:
    """Square cells in a metric plane, the first row in the north, as rasters are written.

    `west` and `north` are outer edges and `cell` is the side, all in the unit of the coordinates.
    """

    west: float
    north: float
    cell: float
    rows: int
    columns: int

    def __post_init__(self) -> None:
        if not (np.isfinite([self.west, self.north, self.cell]).all() and self.cell > 0.0):
            raise RoomError("analysis.not_positive", field="cell", value=self.cell)
        if self.rows < 1 or self.columns < 1:
            raise RoomError("analysis.not_positive", field="rows", value=min(self.rows, self.columns))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.columns

    @property
    def area(self) -> float:
        """Area of a cell."""
        return self.cell * self.cell

    @property
    def east(self) -> float:
        """Outer edge in the east."""
        return self.west + self.columns * self.cell

    @property
    def south(self) -> float:
        """Outer edge in the south."""
        return self.north - self.rows * self.cell

    def centres(self) -> tuple[Array, Array]:
        """Return x of the columns, shape (columns,), and y of the rows, shape (rows,)."""
        x = self.west + (np.arange(self.columns) + 0.5) * self.cell
        return x, self.north - (np.arange(self.rows) + 0.5) * self.cell

    def positions(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return row and column of places as real numbers: whole at cell centres, 0 in the first."""
        return (self.north - y) / self.cell - 0.5, (x - self.west) / self.cell - 0.5

    @classmethod
    def around(cls, x: Array, y: Array, cell: float, margin: float = 0.0, largest: int = LARGEST) -> "Grid":
        """Return the grid that covers the places and a margin, its edges at multiples of the cell.

        Rasters of one cell size therefore lie on each other. Refuses one of more than `largest` cells, naming the row
        that lies farthest out, since one misplaced event is the usual reason.
        """
        if not len(x):
            raise RoomError("analysis.no_events")
        if not (np.isfinite(cell) and cell > 0.0):
            raise RoomError("analysis.not_positive", field="cell", value=cell)
        west, east = floor((x.min() - margin) / cell), ceil((x.max() + margin) / cell)
        south, north = floor((y.min() - margin) / cell), ceil((y.max() + margin) / cell)
        rows, columns = max(north - south, 1), max(east - west, 1)
        if rows * columns > largest:
            away = np.hypot(x - np.median(x), y - np.median(y))
            row = int(np.argmax(away)) + 1
            raise RoomError("analysis.raster_too_large", rows=rows, columns=columns, most=largest, row=row)
        return cls(west * cell, north * cell, cell, rows, columns)
