"""The static subjects: a worker asks first whether the server answers, then layer by layer is opened in turns."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg2 import sql
from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...errors import RoomError
from ..live.slices import Slices
from .layers import set_identifiable, source, static_layer, subject_of
from .styling import apply_style
from .subjects import STATIC, Subject, words
from .tree import RoomTree

_BOX = sql.SQL(
    "SELECT ST_XMin(b.box), ST_YMin(b.box), ST_XMax(b.box), ST_YMax(b.box)"
    " FROM (SELECT ST_Extent(geom) AS box FROM {}) b"
)
# No map is ever drawn at so large a scale: what is visible from here on is never visible.
_NEVER = 0.001
_OPENING, _RANK = "map static", 4


@dataclass(frozen=True)
class Probe:
    """What a worker found: the database's name and the extent of every static subject (None: empty)."""

    database: str
    extents: dict[str, tuple[float, float, float, float] | None]


def probe(connection: Any) -> Probe:
    """Ask the server what has to be known before a layer is opened. Runs on a worker.

    A layer that is told its extent does not scan its view on the GUI thread to find it.
    """
    extents: dict[str, tuple[float, float, float, float] | None] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        database = cursor.fetchone()[0]
        for relation in dict.fromkeys(subject.relation for subject in STATIC):
            cursor.execute(_BOX.format(sql.Identifier("desk", relation)))
            box = cursor.fetchone()
            extents[relation] = None if box[0] is None else box
    return Probe(database, extents)


@contextlib.contextmanager
def _server_dying() -> Iterator[None]:
    """Outlive what QGIS's provider throws when the server dies at this moment; a layer kept from being drawn stays so.

    The connection is lost then, and with the room's return layers are opened again. What C++ throws comes as a bare
    Exception; anything else is a fault of ours.
    """
    try:
        yield
    except Exception as error:
        if type(error) is not Exception:
            raise


class StaticLayers(QObject):
    """Adds the static layers to the tree, redraws one when its subject changed, and keeps them from a dead network.

    `ready` comes when all have been added or opened again, `failed` with the reason when the server did not answer.
    """

    ready = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(
        self, queries, tree: RoomTree, slices: Slices, service: str, authcfg: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queries = queries
        self._tree = tree
        self._slices = slices
        self._service = service
        self._authcfg = authcfg
        self._probed = Probe("", {})
        self._srid = 0
        self._handle = None
        # Layers kept from being drawn: subject → (by scale?, smallest, largest) as they were.
        self._hidden: dict[str, tuple[bool, float, float]] = {}
        self._names_database = False
        self.is_ready = False

    def open(self, srid: int) -> None:
        """Ask the server, then open the layers."""
        self._srid = srid
        self._ask()

    def close(self) -> None:
        """Give up what is still under way."""
        self._slices.give_up(_OPENING)
        self._hidden.clear()
        self._srid = 0
        self.is_ready = False
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def suspend(self) -> None:
        """Draw and identify nothing from the server: a thread that waits for a dead network is lost to all layers."""
        for layer in self._layers():
            if subject_of(layer) not in self._hidden:
                before = layer.hasScaleBasedVisibility(), layer.minimumScale(), layer.maximumScale()
                self._hidden[subject_of(layer)] = before
                layer.setScaleBasedVisibility(True)
                layer.setMaximumScale(0)
                layer.setMinimumScale(_NEVER)
                set_identifiable(layer, False)

    def resume(self) -> None:
        """Draw again, through new connections: QGIS's pooled ones may have died without a sign.

        Layers that could not be had before are opened too; where nothing is missing nothing is done.
        """
        missing = self._hidden or not self.is_ready
        if self._srid and missing and self._handle is None and not self._slices.is_busy(_OPENING):
            self._names_database = not self._names_database
            self._ask()

    def redraw(self, relation: str) -> list[QgsVectorLayer]:
        """Return the layers that show rows of a view; their new rows are read by the drawing."""
        names = {one.name for one in STATIC if one.relation == relation}
        return [layer for layer in self._layers() if subject_of(layer) in names]

    def _layers(self) -> list[QgsVectorLayer]:
        return [layer for layer in self._tree.layers() if layer.providerType() == "postgres"]

    def _ask(self) -> None:
        self._handle = self._queries.run(probe, self._begin, self._fail)

    def _begin(self, probed: Probe) -> None:
        self._handle = None
        self._probed = probed
        self._slices.start(_OPENING, self._opening(), _RANK)

    def _fail(self, error: RoomError) -> None:
        self._handle = None
        self.failed.emit(error)

    def _opening(self) -> Iterator[None]:
        """Open what is not there yet, and give the others new connections."""
        for subject in STATIC:
            yield
            layer = self._tree.find(subject.name)
            if layer is not None:
                with _server_dying():
                    self._open_again(layer, subject)
                    self._tell_extent(layer, subject)
                continue
            with _server_dying():
                layer = static_layer(subject, words(subject.title), self._service, self._srid, self._authcfg)
            yield
            if layer is not None and layer.isValid():
                apply_style(layer, subject.name)
                self._tell_extent(layer, subject)
                yield
                self._tree.add(layer, subject.group)
        self.is_ready = True
        self.ready.emit()

    def _tell_extent(self, layer: QgsVectorLayer, subject: Subject) -> None:
        box = self._probed.extents.get(subject.relation)
        if layer.isValid():
            layer.setExtent(QgsRectangle(*box) if box else QgsRectangle())

    def _open_again(self, layer: QgsVectorLayer, subject: Subject) -> None:
        """Give a layer new connections; naming the database or not is what makes QGIS see another source."""
        database = self._probed.database if self._names_database else ""
        text = source(subject, self._service, self._srid, self._authcfg, database)
        layer.setDataSource(text, layer.name(), "postgres")
        by_scale, smallest, largest = self._hidden.pop(subject.name, (False, 0.0, 0.0))
        layer.setMinimumScale(smallest)
        layer.setMaximumScale(largest)
        layer.setScaleBasedVisibility(by_scale)
        set_identifiable(layer, True)
        layer.triggerRepaint()
