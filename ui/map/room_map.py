"""The live map of a room: what plugin.py and the docks talk to."""

from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...grids.operating import holding
from ..live.slices import ALONE
from ..words import ZONE, clock, moment
from . import themes
from .finder import Found, grids_at, near
from .grids import GridLayers
from .hazard_layer import HazardLayer
from .hover import RoomTips, TipGuard
from .identify import RoomIdentify
from .labels import LabelSwitch
from .live_rows import viewer_of, worded
from .live_subjects import LiveSubjects
from .marker import CaseMarker
from .patrol_layer import PatrolLayer
from .picking import Picking
from .printing import MapPrinter, Sheet, default_path
from .quiet_drawing import QuietDrawing
from .repaint import RepaintScheduler
from .roles import axis_of_role
from .state_layer import StateLayer
from .static_layers import StaticLayers
from .subjects import ALARM, CASE, GRID, STAFF
from .tools import RoomTool, to_canvas
from .tree import RoomTree
from .unit_line import UnitLine
from .unsaved import NothingToSave
from .veil import StaleVeil

#: The calm ground everything is drawn on.
GROUND = "#f6f6f4"
_LIVE_SUBJECTS = (CASE, ALARM, STAFF)
# All that a lost connection changes on the screen, done in one go, would hold up a typed letter.
_SUSPEND_AFTER_MS = 20
_APART_SECONDS = 0.01
# Before the rows that are written to the layers.
_BUILDING, _SHOWING, _RANK = "map building", "map showing", 4


class RoomMap(QObject):
    """Builds the map of the room that `model` follows, in the current project.

    rendered: the map with all its layers has been drawn for the first time since `build`.
    painted(subject, keys): these changes have reached the screen.
    case_clicked(case_id): somebody chose a case on the map.
    printed(path): a map has been written.
    failed(RoomError): the server did not bring the layers, or a map could not be printed.
    """

    rendered = pyqtSignal()
    painted = pyqtSignal(str, list)
    case_clicked = pyqtSignal(object)
    printed = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(
        self, iface, model, queries, service_name: str, parent: QObject | None = None, authcfg: str = ""
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._model = model
        self._project = QgsProject.instance()
        self._unsaved = NothingToSave(self._project, self)
        self._tree = RoomTree(self._project, self)
        self._grids = GridLayers(queries, self._tree, model.slices, self)
        self._repaint = RepaintScheduler(self._canvas, self)
        self._quiet = QuietDrawing(self._canvas, self)
        self._live = LiveSubjects(model, self._tree, self._grids, self._repaint, self)
        self._patrol = PatrolLayer(model, self._tree, self._repaint, self)
        self._states = StateLayer(model, self._tree, self._grids, self._repaint, self)
        self._hazard = HazardLayer(model, self._tree, self._repaint, self._room_box, self)
        self._static = StaticLayers(queries, self._tree, model.slices, service_name, authcfg, self)
        self._labels = LabelSwitch(self._canvas, self._tree, self)
        self._marker = CaseMarker(self._canvas)
        self._way = UnitLine(self._canvas, queries, self)
        self._veil = StaleVeil(self._canvas)
        self._tool = RoomTool(self._canvas)
        self._identify = RoomIdentify(iface, queries, self._at, self._tree, self)
        self._tips = RoomTips(iface, queries, self._at, self._identify.is_drawn, self)
        self._guard = TipGuard(iface, self)
        self._picking = Picking(iface, queries, self._identify.is_drawn, self)
        self._printer = MapPrinter(self._canvas, queries, self)
        self._chosen: int | None = None
        self._board = None
        self._is_built = self._is_waiting = False
        self._awaits_drawing = self._was_shown = False
        self._connect()

    @property
    def is_built(self) -> bool:
        """Whether the layers are there, as far as the server has brought them."""
        return self._is_built

    @property
    def grid_kinds(self) -> list[str]:
        """The kinds of grid that can be shaded."""
        return self._grids.kinds()

    @property
    def hazard(self) -> HazardLayer:
        """The live density of alarms and open cases."""
        return self._hazard

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The room's CRS."""
        return QgsCoordinateReferenceSystem(f"EPSG:{int(self._model.identity['srid'])}")

    def build(self) -> None:
        """Make the layer tree, as soon as the model knows the room; a second call changes nothing."""
        if self._is_built or self._is_waiting:
            return
        self._show_connection()
        if not self._model.is_loaded:
            self._is_waiting = True
            self._model.loaded.connect(self._build)
        else:
            self._build()

    def teardown(self) -> None:
        """Take everything out of project and canvas again; the user's own layers stay."""
        self._stop_waiting()
        for job in (_BUILDING, _SHOWING):
            self._model.slices.give_up(job)
        parts = (self._labels, self._picking, self._tips, self._guard, self._identify, self._printer, self._quiet)
        for part in parts:
            part.close()
        if self._board is not None:
            self._board.loaded.disconnect(self._show_loads)
        self._static.close()
        self._hazard.close()
        self._states.close()
        self._grids.close()
        self._live.close()
        self._patrol.close()
        self._repaint.close()
        themes.unregister(self._project)
        self._tree.close()
        self._unsaved.close()
        self._marker.remove()
        self._way.remove()
        self._veil.say("")
        self._veil.deleteLater()
        if self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)
        self._canvas.setPreviewJobsEnabled(True)
        self._model.static_changed.disconnect(self._on_static_changed)
        self._model.connection_changed.disconnect(self._show_connection)
        self._model.changed.disconnect(self._on_changed)
        self._canvas.mapCanvasRefreshed.disconnect(self._on_drawn)
        self._canvas.scaleChanged.disconnect(self._live.set_scale)
        self._is_built = self._awaits_drawing = False

    def set_shading(self, grid_kind: str, measure: str) -> None:
        """Shade one kind of grid by "open", "overdue_share", "alarms" or by "outline" alone."""
        self._grids.set_shading(grid_kind, measure)
        themes.register(self._project)

    def select_case(self, case_id: int | None) -> None:
        """Mark a case and its unit grid, and bring it into view if it is not; None marks nothing."""
        self._chosen = case_id
        self._mark()
        row = self._model.cases.get(case_id)
        if row is not None and self._is_built and row["x"] is not None:
            point = to_canvas(self._canvas, QgsPointXY(row["x"], row["y"]), self.crs)
            if not self._canvas.extent().contains(point):
                self._canvas.setCenter(point)
                self._canvas.refresh()

    def centre(self, x: float, y: float) -> None:
        """Bring a point of the room (metres of its CRS) into the middle of the map."""
        if self._is_built:
            self._canvas.setCenter(to_canvas(self._canvas, QgsPointXY(x, y), self.crs))
            self._canvas.refresh()

    def follow_loads(self, board) -> None:
        """Show how many case files are open and late with each person on duty, whenever the duty board has read it."""
        self._board = board
        board.loaded.connect(self._show_loads)
        self._show_loads()

    def _show_loads(self) -> None:
        self._live.set_loads(self._board.loads())

    def pick_point(
        self, callback: Callable[[float, float], None], on_component: Callable[[str], None] | None = None
    ) -> None:
        """Let the next click choose a place: `callback(x, y)` in metres of the room's CRS.

        With `on_component`, a click on a component that is drawn calls that instead, with its identity code.
        """
        if self._is_built:
            self._picking.begin(self.crs, callback, on_component)

    def cancel_pick(self) -> None:
        """Wait for no click any more."""
        self._picking.close()

    def identify_at(self, point: QgsPointXY) -> None:
        """Show what lies at a point of the canvas, as a click of the room's tool does."""
        if self._is_built:
            self._identify.at(point, self.crs)

    def print_map(self, path: str | Path | None = None) -> None:
        """Write the current map to a PDF, in the documents folder where no path is given; `printed` says when done."""
        if not self._is_built:
            return
        now = self._model.room_now().astimezone(ZONE)
        title = str(self._model.identity.get("subdistrict_name") or self.tr("Command room"))
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        target = Path(path) if path else default_path(folder, title, now)
        target.parent.mkdir(parents=True, exist_ok=True)
        self._printer.print_map(target, self._sheet(title), int(self._model.identity["srid"]), self._left_out())

    def _connect(self) -> None:
        self._repaint.painted.connect(self.painted)
        self._grids.changed.connect(self._repaint.changed)
        self._grids.ready.connect(self._on_part_ready)
        self._static.ready.connect(self._on_part_ready)
        for part in (self._grids, self._static, self._printer):
            part.failed.connect(self.failed)
        self._printer.finished.connect(self._on_printed)
        self._tool.clicked.connect(self.identify_at)
        self._identify.case_found.connect(self.case_clicked)
        self._model.static_changed.connect(self._on_static_changed)
        self._model.connection_changed.connect(self._show_connection)
        self._model.changed.connect(self._on_changed)
        self._canvas.mapCanvasRefreshed.connect(self._on_drawn)
        self._canvas.scaleChanged.connect(self._live.set_scale)

    def _build(self) -> None:
        self._stop_waiting()
        self._is_built = True
        self._model.slices.start(_BUILDING, self._building(), _RANK)

    def _building(self) -> Iterator[object]:
        """Make layer by layer: all at once would hold up for a third of a second who types already."""
        identity, crs = self._model.identity, self.crs
        srid = int(identity["srid"])
        self._tree.clear()
        # QGIS has PROJ look for the way from the room's CRS to the world's, which takes it 40 ms.
        yield _APART_SECONDS
        yield ALONE
        self._prepare_project(crs)
        yield _APART_SECONDS
        yield from self._live.opening(srid, viewer_of(identity, axis_of_role()))
        self._live.set_scale(self._canvas.scale())
        for follower in (self._patrol, self._states):
            yield
            follower.open(srid)
        # What the server is asked for comes behind the layers above it, and while the others are made.
        self._grids.open(srid)
        self._static.open(srid)
        yield
        yield from self._hazard.opening(crs, self._project.layerTreeRoot())
        self._tips.open(crs)
        self._canvas.setMapTool(self._tool)
        # Previews of what lies beyond the edge would be drawn anew after every change, from the server too.
        self._canvas.setPreviewJobsEnabled(False)

    def _stop_waiting(self) -> None:
        if self._is_waiting:
            self._model.loaded.disconnect(self._build)
            self._is_waiting = False

    def _prepare_project(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Use the room's CRS and ground colour in a project that holds nothing of the user's."""
        if not self._project.mapLayers():
            self._project.setCrs(crs)
            notes = self._project.mainAnnotationLayer()
            if notes.isEmpty():
                # Else the way from theirs to the room's would be looked for at the first drawing.
                notes.setCrs(crs)
            self._project.setBackgroundColor(QColor(GROUND))
            self._canvas.setCanvasColor(QColor(GROUND))
            # As outlines every label costs twice as much.
            labels = self._project.labelingEngineSettings()
            labels.setDefaultTextRenderFormat(QgsRenderContext.TextFormatAlwaysText)
            self._project.setLabelingEngineSettings(labels)

    def _on_part_ready(self) -> None:
        self._labels.set_scale(self._canvas.scale())
        if self._grids.is_ready and self._static.is_ready and not self._was_shown:
            self._was_shown = True
            self._model.slices.start(_SHOWING, self._showing(), _RANK)

    def _showing(self) -> Iterator[float | None]:
        """Show the room, now that all its layers are there."""
        yield
        themes.register(self._project)
        yield
        self._awaits_drawing = True
        self._show_room()
        self._mark()
        yield _APART_SECONDS
        yield from self._tree.folding()

    def _show_room(self) -> None:
        """Zoom to the room and remember its extent, so that nothing has to ask the server for it."""
        box = self._room_box()
        if not box.isEmpty():
            box.scale(1.04)
            whole = QgsReferencedRectangle(box, self.crs)
            self._project.viewSettings().setPresetFullExtent(whole)
            self._canvas.setReferencedExtent(whole)
        self._canvas.refresh()

    def _room_box(self) -> QgsRectangle:
        """Return the box of all grids, metres; empty before they have come."""
        box = QgsRectangle()
        for layer in self._grids.layers.values():
            box.combineExtentWith(layer.extent())
        return box

    def _on_drawn(self) -> None:
        if self._awaits_drawing:
            self._awaits_drawing = False
            self.rendered.emit()

    def _on_static_changed(self, subject: str) -> None:
        if not self._is_built:
            return
        if subject in ("grid", "division"):
            self._grids.open(int(self._model.identity["srid"]))
        if self._model.state.value == "live":
            self._repaint.changed(subject, self._static.redraw(subject))

    def _on_changed(self, subject: str, upserted: list, removed: list) -> None:
        if subject == "case" and (self._chosen in upserted or self._chosen in removed):
            self._mark()

    def _mark(self) -> None:
        row = self._model.cases.get(self._chosen) if self._chosen is not None else None
        if row is None or row["x"] is None or not self._is_built:
            self._marker.hide()
            self._way.hide()
            return
        self._way.show(self._chosen, row.get("department_code"), self.crs)
        grid = self._grids.shape("unit_grid", row.get("unit_grid_code") or "")
        self._marker.show(to_canvas(self._canvas, QgsPointXY(row["x"], row["y"]), self.crs), grid, self.crs)

    def _at(self, x: float, y: float, reach: float) -> list[Found]:
        """Return live rows and grids at a point of the room, what matters most first."""
        now, viewer = self._model.room_now(), self._live.viewer
        found: list[Found] = []
        for subject, rows in zip(
            _LIVE_SUBJECTS, (self._model.cases, self._model.alarms, self._model.staff), strict=True
        ):
            if self._identify.is_drawn(subject):
                there = self._live.layers[subject.name].keys_near(x, y, reach)
                shown = {key: rows[key] for key in there if key in rows}
                for one in near(subject, shown, x, y, reach):
                    found.append(Found(subject, one.key, worded(subject.name, one.row, now, viewer), one.distance))
        kinds = [kind for kind, layer in self._grids.layers.items() if layer in self._canvas.layers()]
        held = holding(self._model.areas.values(), now)
        for place in grids_at(self._grids.rows, kinds, x, y):
            found.append(Found(GRID, place, self._grids.described(place, held), 0.0))
        return found

    def _show_connection(self) -> None:
        """Say over the map that it is old, and since when; nothing while it is live."""
        words = {
            "offline": self.tr("Offline since {time}: the map shows what was known then"),
            "catching_up": self.tr("Catching up since {time}: the map is not complete yet"),
            "connecting": self.tr("Connecting since {time}"),
        }
        state = str(self._model.state.value)
        if state == "live":
            # Others hear of it first: until the queries know, they refuse to ask.
            QTimer.singleShot(0, self._resume)
        else:
            QTimer.singleShot(_SUSPEND_AFTER_MS, self._suspend)
        text = words.get(state, "")
        self._veil.say(text.format(time=clock(self._model.state_since)) if text else "")

    def _suspend(self) -> None:
        # A server that only is read from anew answers, and making new connections afterwards holds the window up.
        if self._is_built and self._model.connection.error is not None:
            self._static.suspend()

    def _resume(self) -> None:
        if self._is_built and self._model.state.value == "live":
            self._static.resume()
            self._grids.resume()

    def _sheet(self, title: str) -> Sheet:
        live = self._model.state.value == "live"
        state = (
            self.tr("live") if live else self.tr("not live since {time}").format(time=clock(self._model.state_since))
        )
        note = self.tr("Data of {time}, {state}").format(time=moment(self._model.room_now()), state=state)
        shading = self._grids.shading_title()
        return Sheet(title, shading, note)

    def _left_out(self) -> str:
        return self.tr("components, sensors, streets and buildings could not be read and are left out")

    def _on_printed(self, path: str) -> None:
        self.printed.emit(path)
        bar = self._iface.messageBar()
        if bar is not None:
            link = f'<a href="{QUrl.fromLocalFile(path).toString()}">{path}</a>'
            text = QCoreApplication.translate("Map", "Map printed to {link}").format(link=link)
            bar.pushMessage(self.tr("Community Brain"), text, Qgis.MessageLevel.Success, 0)
