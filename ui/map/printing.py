"""The current map as a PDF in one step: drawn by QGIS's own drawing threads, so that the desk goes on meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import (
    QgsLayerTree,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLegendRenderer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QSize, QSizeF, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication
from qgis.PyQt.QtXml import QDomDocument

from ...errors import RoomError
from ...resources import path as resource
from . import legend
from .layers import subject_of
from .styling import FONT, ICONS

DPI = 300
_LAYOUT = "current_map"
# Millimetres from the legend's top to the foot of the sheet.
_LEGEND_HEIGHT = 178.0


@dataclass(frozen=True)
class Sheet:
    """What is written on the sheet beside the map."""

    title: str
    subtitle: str
    note: str


class MapPrinter(QObject):
    """Prints what the canvas shows. `finished(path)` or `failed(RoomError)`; one sheet at a time.

    Layers that are read from the server are left out, and the note says so, when the server does not answer.
    """

    finished = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(self, canvas, queries, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._queries = queries
        self._job: QgsMapRendererParallelJob | None = None
        self._layout: QgsPrintLayout | None = None
        self._path = Path()
        self._legend: list[tuple[QgsVectorLayer, set[str]]] = []
        self._roots: list[QgsLayerTree] = []

    @property
    def is_busy(self) -> bool:
        """Whether a sheet is under way."""
        return self._layout is not None

    def print_map(self, path: Path, sheet: Sheet, srid: int, left_out: str) -> None:
        """Begin; `left_out` is added to the note when the server's layers cannot be had."""
        if self.is_busy:
            return
        self._path = path
        self._layout = _load_layout(sheet)
        frame = _item(self._layout, "map", QgsLayoutItemMap)
        frame.zoomToExtent(self._canvas.extent())
        frame.setKeepLayerSet(True)
        frame.setLayers([])
        layers = [layer for layer in self._canvas.layers() if layer.isInScaleRange(frame.scale())]
        box = frame.extent()
        context = self._context(frame)
        ours = [layer for layer in layers if subject_of(layer) and layer.providerType() != "gdal"]
        wanted = {
            subject_of(layer): legend.needed_columns(layer, context)
            for layer in ours
            if layer.providerType() == "postgres"
        }
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())

        def done(kinds: dict[str, list[tuple[Any, ...]]]) -> None:
            self._draw(layers, ours, kinds, wanted)

        def failed(_error: RoomError) -> None:
            _item(self._layout, "note").setText(f"{sheet.note} · {left_out}")
            kept = [layer for layer in layers if layer.providerType() != "postgres"]
            self._draw(kept, [layer for layer in ours if layer in kept], {}, wanted)

        self._queries.run(legend.ask_kinds(wanted, corners, srid), done, failed, 8.0)

    def close(self) -> None:
        """Give up what is under way."""
        if self._job is not None:
            self._job.finished.disconnect(self._export)
            self._job.cancelWithoutBlocking()
            self._job = None
        self._layout = None

    def _fit_legend(self, box: QgsLayoutItemLegend) -> None:
        """Fill the legend; where it would run off the sheet the ground, which explains itself, is left out."""
        shown = list(self._legend)
        box.setAutoUpdateModel(False)
        while shown:
            # The model only points at its tree.
            self._roots.append(legend.build_tree(shown))
            box.model().setRootGroup(self._roots[-1])
            # The item itself knows its height only after it has been painted.
            if QgsLegendRenderer(box.model(), box.legendSettings()).minimumSize().height() <= _LEGEND_HEIGHT:
                return
            shown.pop()

    def _context(self, frame: QgsLayoutItemMap) -> QgsRenderContext:
        settings = frame.mapSettings(frame.extent(), QSizeF(self._size(frame)), DPI, False)
        return QgsRenderContext.fromMapSettings(settings)

    @staticmethod
    def _size(frame: QgsLayoutItemMap):
        box = frame.rect()
        return QSize(round(box.width() * DPI / 25.4), round(box.height() * DPI / 25.4))

    def _draw(self, layers, ours, kinds, wanted) -> None:
        if self._layout is None:
            return
        frame = _item(self._layout, "map", QgsLayoutItemMap)
        context = self._context(frame)
        self._legend = []
        for layer in ours:
            columns = wanted.get(subject_of(layer), [])
            features = legend.drawn_features(layer, frame.extent(), kinds, columns)
            self._legend.append((layer, legend.keys_of(layer, features, context)))
        self._job = QgsMapRendererParallelJob(self._settings(frame, layers))
        self._job.finished.connect(self._export)
        self._job.start()

    def _settings(self, frame: QgsLayoutItemMap, layers) -> QgsMapSettings:
        settings = QgsMapSettings(self._canvas.mapSettings())
        settings.setLayers(layers)
        settings.setOutputDpi(DPI)
        settings.setOutputSize(self._size(frame))
        settings.setExtent(QgsRectangle(frame.extent()))
        settings.setDevicePixelRatio(1.0)
        return settings

    def _export(self) -> None:
        layout, job = self._layout, self._job
        if layout is None or job is None:
            return
        self._fit_legend(_item(layout, "legend", QgsLayoutItemLegend))
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            picture = str(Path(folder) / "map.png")
            job.renderedImage().save(picture)
            _item(layout, "picture", QgsLayoutItemPicture).setPicturePath(picture)
            settings = QgsLayoutExporter.PdfExportSettings()
            settings.dpi = DPI
            result = QgsLayoutExporter(layout).exportToPdf(str(self._path), settings)
        self._job = self._layout = None
        self._legend = []
        self._roots.clear()
        if result == QgsLayoutExporter.ExportResult.Success:
            self.finished.emit(str(self._path))
        else:
            self.failed.emit(RoomError("map.print", path=str(self._path)))


def default_path(folder: Path, name: str, now: datetime) -> Path:
    """Return where a map printed at `now` goes in a folder: a name that is not taken."""
    stem = f"{name} {now:%Y-%m-%d %H%M}"
    candidate, number = folder / f"{stem}.pdf", 2
    while candidate.exists():
        candidate, number = folder / f"{stem} ({number}).pdf", number + 1
    return candidate


def _load_layout(sheet: Sheet) -> QgsPrintLayout:
    text = resource("layouts", f"{_LAYOUT}.qpt").read_text(encoding="utf-8")
    text = text.replace(ICONS, resource("icons").as_posix()).replace(FONT, QApplication.font().family())
    document = QDomDocument()
    document.setContent(text)
    layout = QgsPrintLayout(QgsProject.instance())
    layout.loadFromTemplate(document, QgsReadWriteContext())
    for name in ("title", "subtitle", "note"):
        _item(layout, name).setText(getattr(sheet, name))
    frame = _item(layout, "map", QgsLayoutItemMap)
    frame.setCrs(QgsProject.instance().crs())
    _item(layout, "scalebar", QgsLayoutItemScaleBar).setLinkedMap(frame)
    _item(layout, "legend", QgsLayoutItemLegend).setLinkedMap(frame)
    return layout


def _item(layout: QgsPrintLayout, name: str, kind: type | None = None) -> Any:
    found = layout.itemById(name)
    if found is None or (kind is not None and not isinstance(found, kind)):
        raise RoomError("map.layout", name=name)
    return found
