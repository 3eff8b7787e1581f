"""The live hazard layer: where alarms and open cases of the last hours crowd, switched on by its tick in the tree."""

import contextlib
from collections.abc import Callable, Iterator
from math import ceil, floor, log10, sqrt
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
from qgis.core import (
    QgsColorRampShader,
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, QThread, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...analysis.raster import Grid
from .hazard_worker import Frame, HazardWorker, Key, Order, Row, write
from .layers import MARK
from .repaint import RepaintScheduler
from .tree import RoomTree

#: Name of the layer's subject, and the group it stands in.
HAZARD, GROUP = "hazard", "alarms"
#: How far back it looks, and how far an event reaches in metres.
HOURS, BANDWIDTH = 24.0, 150.0
_MOST_CELLS = 1_000_000
_CELLS_PER_REACH = 20
_LAPSE_MS = 30_000
_STOP_MS = 3_000
_COLOURS = ("#00ffffb2", "#b0fed976", "#c8fd8d3c", "#dcf03b20", "#e6bd0026")
_SUBJECTS = ("case", "alarm")


class HazardLayer(QObject):
    """A raster that follows the model's changes, worked out on a thread; while it is off there is no thread.

    `shown(events)`: the map has been given the density of so many events. `switched(on)`: it follows, or rests.
    `extent` returns the room's box in metres.
    """

    shown = pyqtSignal(int)
    switched = pyqtSignal(bool)
    _ordered = pyqtSignal(object)

    def __init__(
        self, model, tree: RoomTree, repaint: RepaintScheduler, extent: Callable[[], QgsRectangle], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._tree, self._repaint, self._extent = model, tree, repaint, extent
        self._hours = HOURS
        self._layer: QgsRasterLayer | None = None
        self._crs = QgsCoordinateReferenceSystem()
        self._folder: Path | None = None
        self._thread: QThread | None = None
        self._worker: HazardWorker | None = None
        self._waiting: dict[Key, Row | None] = {}
        self._is_busy, self._is_kept, self._top = False, False, 0.0
        self._lapse = QTimer(self)
        self._lapse.setInterval(_LAPSE_MS)
        self._lapse.timeout.connect(self._send)

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The layer, while the map is built."""
        return self._layer

    @property
    def is_on(self) -> bool:
        """Whether the density is being followed."""
        return self._thread is not None

    def opening(self, crs: QgsCoordinateReferenceSystem, root) -> Iterator[None]:
        """Put the layer into the tree in some parts, switched off; ticking it in `root` switches it on."""
        self._crs, self._root = crs, root
        self._folder = _own_folder()
        path = write(
            self._folder / "nothing.tif", np.zeros((1, 1)), Frame(Grid(0.0, 1.0, 1.0, 1, 1), 1.0, _wkt(crs), _figures())
        )
        yield
        self._layer = QgsRasterLayer(str(path), self._title(), "gdal")
        yield
        self._layer.setCustomProperty(MARK, HAZARD)
        self._paint(1.0)
        self._tree.add(self._layer, GROUP, visible=False)
        root.visibilityChanged.connect(self._on_ticked)

    def close(self) -> None:
        """Stop and forget; the layer is the tree's to remove."""
        if self._layer is not None:
            self._stop()
            with contextlib.suppress(TypeError, RuntimeError):
                self._root.visibilityChanged.disconnect(self._on_ticked)
            self._layer = None
        folder, self._folder = self._folder, None
        if folder is not None:
            for file in folder.glob("*"):
                file.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                folder.rmdir()

    def switch(self, wanted: bool) -> None:
        """Tick or untick the layer; ticking it also ticks the group it stands in."""
        node = None if self._layer is None else self._root.findLayer(self._layer.id())
        if node is not None and wanted:
            node.setItemVisibilityCheckedParentRecursive(True)
        elif node is not None:
            node.setItemVisibilityChecked(False)

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Leave it on or off as it is while a theme, which knows nothing of it, is put on the tree."""
        was_on, self._is_kept = self.is_on, True
        try:
            yield
        finally:
            self._is_kept = False
            self.switch(was_on)

    def set_hours(self, hours: float) -> None:
        """Look back so many hours from now on."""
        if hours == self._hours:
            return
        self._hours = hours
        if self._layer is not None:
            self._layer.setName(self._title())
        if self.is_on:
            # What was too old may count now.
            self._fill()

    def _on_ticked(self, _node) -> None:
        if self._is_kept:
            return
        node = None if self._layer is None else self._root.findLayer(self._layer.id())
        wanted = node is not None and node.isVisible()
        if wanted and not self.is_on:
            self._start()
        elif not wanted and self.is_on:
            self._stop()

    def _start(self) -> None:
        self._thread = QThread()
        self._worker = HazardWorker(self._folder)
        self._worker.moveToThread(self._thread)
        self._ordered.connect(self._worker.work, Qt.ConnectionType.QueuedConnection)
        self._worker.drawn.connect(self._on_drawn)
        self._worker.unchanged.connect(self._on_unchanged)
        self._worker.counted.connect(self._on_counted)
        self._worker.failed.connect(self._on_unchanged)
        self._thread.start(QThread.Priority.LowPriority)
        self._model.changed.connect(self._on_changed)
        self._lapse.start()
        self._is_busy = False
        self._fill()
        self.switched.emit(True)

    def _stop(self) -> None:
        if self._thread is None:
            return
        self._lapse.stop()
        self._model.changed.disconnect(self._on_changed)
        thread, worker, self._thread, self._worker = self._thread, self._worker, None, None
        worker.stopping.set()
        self._ordered.disconnect(worker.work)
        for answer in (worker.drawn, worker.unchanged, worker.counted, worker.failed):
            answer.disconnect()
        thread.quit()
        thread.wait(_STOP_MS)
        self._waiting.clear()
        self._repaint.go_on()
        self._layer.setName(self._title())
        self.switched.emit(False)

    def _fill(self) -> None:
        """Begin anew with all the model holds."""
        frame = self._frame()
        if frame is None:
            return
        self._waiting.clear()
        rows: dict[Key, Row | None] = {}
        for subject, known in zip(_SUBJECTS, (self._model.cases, self._model.alarms), strict=True):
            rows.update(((subject, key), row) for key, row in known.items())
        self._is_busy = True
        self._ordered.emit(Order(rows, self._before(), frame))

    def _on_changed(self, subject: str, upserted: list, removed: list) -> None:
        if subject not in _SUBJECTS:
            return
        rows = self._model.cases if subject == "case" else self._model.alarms
        self._waiting.update(((subject, key), rows.get(key)) for key in upserted)
        self._waiting.update(((subject, key), None) for key in removed)
        self._send()

    def _send(self) -> None:
        """Hand over what has changed, once the worker is free: what comes meanwhile goes together.

        Other layers that differ by the same change are painted with it: two drawings would take twice as long.
        """
        if not self._is_busy and self.is_on:
            self._is_busy = True
            if self._waiting:
                self._repaint.hold()
            rows, self._waiting = self._waiting, {}
            self._ordered.emit(Order(rows, self._before()))

    def _before(self) -> float:
        return self._model.room_now().timestamp() - self._hours * 3600.0

    def _frame(self) -> Frame | None:
        box = QgsRectangle(self._extent())
        if box.isEmpty():
            return None
        box.grow(BANDWIDTH)
        cell = max(BANDWIDTH / _CELLS_PER_REACH, sqrt(box.width() * box.height() / _MOST_CELLS))
        west, north = floor(box.xMinimum() / cell) * cell, ceil(box.yMaximum() / cell) * cell
        rows, columns = ceil((north - box.yMinimum()) / cell), ceil((box.xMaximum() - west) / cell)
        return Frame(Grid(west, north, cell, rows, columns), BANDWIDTH, _wkt(self._crs), _figures())

    def _on_drawn(self, path: str, top: float, events: int) -> None:
        if self._layer is not None:
            self._repaint.changed(HAZARD, [self._layer], lambda: self._show(path, top, events))
            self._repaint.go_on()

    def _show(self, path: str, top: float, events: int) -> None:
        """Give the map a density; until then the worker rests, as there are not files without end."""
        if self._layer is None or not self.is_on:
            return
        self._layer.setDataSource(path, self._title(), "gdal", QgsDataProvider.ProviderOptions())
        self._paint(top)
        self.shown.emit(events)
        self._go_on()

    def _on_unchanged(self, _error: object = None) -> None:
        # After an error the next change, or the next half minute, tries again.
        self._repaint.go_on()
        self._go_on()

    def _on_counted(self, share: float) -> None:
        """Say how far a long count is, behind the layer's name and in steps of five per cent."""
        if self._layer is None:
            return
        told = QCoreApplication.translate("Map", "{title}: {share} % counted")
        name = told.format(title=self._title(), share=5 * int(20.0 * share))
        if name != self._layer.name():
            self._layer.setName(name)

    def _go_on(self) -> None:
        self._is_busy = False
        if self._waiting:
            self._send()

    def _paint(self, top: float) -> None:
        """Shade from nothing to the next round figure above `top`, so that the legend seldom changes."""
        limit = _round(top)
        renderer = self._layer.renderer()
        if limit == self._top and renderer is not None and renderer.type() == "singlebandpseudocolor":
            return
        self._top = limit
        unit = QCoreApplication.translate("Map", "per km²")
        shader = QgsColorRampShader(0.0, limit)
        shader.setColorRampType(QgsColorRampShader.Type.Interpolated)
        steps = [limit * number / (len(_COLOURS) - 1) for number in range(len(_COLOURS))]
        shader.setColorRampItemList(
            [
                QgsColorRampShader.ColorRampItem(value, QColor(colour), f"{value:g} {unit}")
                for value, colour in zip(steps, _COLOURS, strict=True)
            ]
        )
        settings = shader.legendSettings()
        settings.setUseContinuousLegend(False)
        shader.setLegendSettings(settings)
        whole = QgsRasterShader(0.0, limit)
        whole.setRasterShaderFunction(shader)
        self._layer.setRenderer(QgsSingleBandPseudoColorRenderer(self._layer.dataProvider(), 1, whole))

    def _title(self) -> str:
        told = QCoreApplication.translate("Map", "Live hazard density, last {hours} h")
        return told.format(hours=f"{self._hours:g}")


def _own_folder() -> Path:
    """Return a new folder for the rasters, among what may be deleted at any time but not among temporary files.

    QGIS asks at each exit whether a raster in the temporary folder may be lost.
    """
    cache = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation))
    rooms = cache / "community-brain"
    rooms.mkdir(parents=True, exist_ok=True)
    return Path(mkdtemp(prefix="hazard-", dir=rooms))


def _figures() -> str:
    """Return what the legend says of the figures."""
    return QCoreApplication.translate("Map", "Alarms and open cases per km²")


def _wkt(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.toWkt(QgsCoordinateReferenceSystem.WKT_PREFERRED_GDAL)


def _round(value: float) -> float:
    """Return the next of 1, 2, 5 × 10ⁿ that is not below a value."""
    if value <= 0.0:
        return 1.0
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= value * (1.0 - 1e-9))
