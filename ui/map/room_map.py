"""The live map of a room: what plugin.py and the docks talk to."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsReferencedRectangle
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...errors import RoomError
from .grids import GridLayers
from .live_rows import viewer_of
from .live_subjects import LiveSubjects
from .repaint import RepaintScheduler
from .roles import axis_of_role
from .static_layers import StaticLayers
from .tree import RoomTree

#: The calm ground everything is drawn on.
GROUND = "#f6f6f4"


class RoomMap(QObject):
    """Builds the map of the room that `model` follows, in the current project.

    rendered: the map with all its layers has been drawn for the first time since `build`.
    painted(subject, keys): these changes have reached the screen.
    case_clicked(case_id): somebody chose a case on the map.
    failed(RoomError): the server did not bring the layers; `build` may be called again.
    """

    rendered = pyqtSignal()
    painted = pyqtSignal(str, list)
    case_clicked = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, iface, model, queries, service_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = iface.mapCanvas()
        self._model = model
        self._project = QgsProject.instance()
        self._tree = RoomTree(self._project, self)
        self._grids = GridLayers(queries, self._tree, self)
        self._repaint = RepaintScheduler(self._canvas, self)
        self._live = LiveSubjects(model, self._tree, self._grids, self._repaint, self)
        self._static = StaticLayers(queries, self._tree, service_name, self)
        self._is_built = False
        self._is_waiting = False
        self._awaits_drawing = False
        self._was_shown = False
        self._connect()

    @property
    def is_built(self) -> bool:
        """Whether the layers are there, as far as the server has brought them."""
        return self._is_built

    def build(self) -> None:
        """Make the layer tree, as soon as the model knows the room; a second call changes nothing."""
        if self._is_built or self._is_waiting:
            return
        if not self._model.is_loaded:
            self._is_waiting = True
            self._model.loaded.connect(self._build)
        else:
            self._build()

    def teardown(self) -> None:
        """Take everything out of project and canvas again; the user's own layers stay."""
        self._stop_waiting()
        self._static.close()
        self._grids.close()
        self._live.close()
        self._repaint.stop()
        self._tree.clear()
        self._is_built = self._awaits_drawing = self._was_shown = False

    def set_shading(self, grid_kind: str, measure: str) -> None:
        """Shade one kind of grid by "open", "overdue_share", "alarms" or by "outline" alone."""
        self._grids.set_shading(grid_kind, measure)

    def _connect(self) -> None:
        self._repaint.painted.connect(self.painted)
        self._grids.changed.connect(self._repaint.changed)
        self._grids.ready.connect(self._on_part_ready)
        self._static.ready.connect(self._on_part_ready)
        for part in (self._grids, self._static):
            part.failed.connect(self._on_failed)
        self._model.static_changed.connect(self._on_static_changed)
        self._canvas.mapCanvasRefreshed.connect(self._on_drawn)

    def _build(self) -> None:
        self._stop_waiting()
        self._is_built = True
        identity = self._model.identity
        srid = int(identity["srid"])
        self._tree.clear()
        self._prepare_project(srid)
        self._live.open(srid, viewer_of(identity, axis_of_role()))
        self._grids.open(srid)
        self._static.open(srid)

    def _stop_waiting(self) -> None:
        if self._is_waiting:
            self._model.loaded.disconnect(self._build)
            self._is_waiting = False

    def _prepare_project(self, srid: int) -> None:
        """Use the room's CRS and ground colour in a project that holds nothing of the user's."""
        if not self._project.mapLayers():
            self._project.setCrs(QgsCoordinateReferenceSystem(f"EPSG:{srid}"))
            self._project.setBackgroundColor(QColor(GROUND))
            self._canvas.setCanvasColor(QColor(GROUND))

    def _on_part_ready(self) -> None:
        if self._grids.is_ready and self._static.is_ready and not self._was_shown:
            self._was_shown = self._awaits_drawing = True
            self._show_room()

    def _show_room(self) -> None:
        """Zoom to the room and remember its extent, so that nothing has to ask the server for it."""
        box = QgsRectangle()
        for layer in self._grids.layers.values():
            box.combineExtentWith(layer.extent())
        if box.isEmpty():
            self._canvas.refresh()
            return
        box.scale(1.04)
        settings = self._project.viewSettings()
        crs = QgsCoordinateReferenceSystem(f"EPSG:{int(self._model.identity['srid'])}")
        settings.setPresetFullExtent(QgsReferencedRectangle(box, crs))
        self._canvas.setReferencedExtent(QgsReferencedRectangle(box, crs))
        self._canvas.refresh()

    def _on_drawn(self) -> None:
        if self._awaits_drawing:
            self._awaits_drawing = False
            self.rendered.emit()

    def _on_static_changed(self, subject: str) -> None:
        if not self._is_built:
            return
        if subject in ("grid", "division"):
            self._grids.open(int(self._model.identity["srid"]))
        self._static.redraw(subject, self._repaint.changed)

    def _on_failed(self, error: RoomError) -> None:
        self.failed.emit(error)
