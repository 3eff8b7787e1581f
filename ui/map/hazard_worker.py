"""The live hazard density, kept on a thread of its own and written as a file for the map to draw."""

import threading
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ... import geotiff
from ...analysis.live_density import Event, LiveDensity
from ...analysis.raster import Grid
from ...analysis.watch import Cancelled, Watch
from ...errors import RoomError

Key = tuple[str, Hashable]
Row = Mapping[str, Any]

# Below this share of the highest density there is nothing to see, and the map stays clear.
_CLEAR = 0.01
# So many events take long enough to be told how far they are.
_LONG = 10_000
#: Files that take turns: the map may still be drawing the one before.
_TURNS = 3


@dataclass(frozen=True)
class Frame:
    """Where and how: a grid of the room's metres, the bandwidth in metres, the CRS as WKT, and what the figures are."""

    grid: Grid
    bandwidth: float
    wkt: str
    figures: str


@dataclass(frozen=True)
class Order:
    """Rows of cases and alarms that are new or changed (None: gone), and the moment before which all are too old.

    A frame begins anew. `before` is in seconds since 1970.
    """

    rows: dict[Key, Row | None]
    before: float
    frame: Frame | None = None


class HazardWorker(QObject):
    """Lives on its thread.

    An order is answered by `drawn(path, highest per km², events)`, by `unchanged()` where the density is the same as
    before, or by `failed(error)`; a long one says by `counted(share)` how far it is. Setting `stopping` ends what is
    under way.
    """

    drawn = pyqtSignal(str, float, int)
    unchanged = pyqtSignal()
    counted = pyqtSignal(float)
    failed = pyqtSignal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.stopping = threading.Event()
        self._folder = folder
        self._live: LiveDensity | None = None
        self._frame: Frame | None = None
        self._numbers = count()

    def work(self, order: Order) -> None:
        """Carry out an order and write the density as it is then."""
        try:
            if order.frame is not None:
                self._frame = order.frame
                self._live = LiveDensity(order.frame.grid, order.frame.bandwidth)
            if self._live is None:
                return
            if not self._follow(order) and order.frame is None:
                self.unchanged.emit()
                return
            values = self._live.values * 1e6
            path = write(self._folder / f"hazard-{next(self._numbers) % _TURNS}.tif", values, self._frame)
        except Cancelled:
            return
        except (RoomError, OSError, RuntimeError) as error:
            self.failed.emit(error)
            return
        self.drawn.emit(str(path), float(values.max()), len(self._live))

    def _follow(self, order: Order) -> int:
        """Take in the rows of an order and let go of what is too old; returns how many events that changed."""
        events = {key: _event(key[0], row) for key, row in order.rows.items()}
        standing = {key: event for key, event in events.items() if event is not None and event.at >= order.before}
        gone = self._live.remove(events.keys() - standing.keys())
        told = self.counted.emit if len(standing) >= _LONG else None
        fresh = self._live.put(standing.items(), Watch(told, self.stopping.is_set))
        return gone + fresh + self._live.expire(order.before)


def write(path: Path, values: np.ndarray, frame: Frame) -> Path:
    """Write a density as a GeoTIFF, clear where there is next to nothing; returns the path."""
    shown = values.astype(np.float32)
    shown[shown < _CLEAR * shown.max()] = np.nan
    grid = frame.grid
    file = gdal.GetDriverByName("GTiff").Create(str(path), grid.columns, grid.rows, 1, gdal.GDT_Float32)
    file.SetGeoTransform((grid.west, grid.cell, 0.0, grid.north, 0.0, -grid.cell))
    file.SetProjection(frame.wkt)
    geotiff.announce(file)
    band = file.GetRasterBand(1)
    band.SetNoDataValue(float("nan"))
    band.SetDescription(frame.figures)
    band.WriteArray(shown)
    del band, file
    geotiff.put_right(path)
    return path


def _event(subject: str, row: Row | None) -> Event | None:
    """Return what a row counts as: an alarm when it was raised, a case when it was found and while it is open."""
    if row is None or row.get("x") is None or row.get("y") is None:
        return None
    moment = row.get("raised_at") if subject == "alarm" else row.get("first_found_at")
    if moment is None or (subject == "case" and row.get("closed_at")):
        return None
    return Event(float(row["x"]), float(row["y"]), 1.0, moment.timestamp())
