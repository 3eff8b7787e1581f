"""Opening the static subjects: a worker asks first whether the server answers, then one layer a turn of the GUI."""

from collections.abc import Callable
from typing import Any

from psycopg2 import sql
from qgis.core import QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...errors import RoomError
from .layers import static_layer, subject_of
from .styling import apply_style
from .subjects import STATIC, Subject, words
from .tree import RoomTree

_BOX = sql.SQL(
    "SELECT ST_XMin(b.box), ST_YMin(b.box), ST_XMax(b.box), ST_YMax(b.box)"
    " FROM (SELECT ST_Extent(geom) AS box FROM {}) b"
)


def probe(connection: Any) -> dict[str, tuple[float, float, float, float] | None]:
    """Return the extent of every static subject's view (None: empty). Runs on a worker.

    A layer that is told its extent does not scan its view on the GUI thread to find it.
    """
    found = {}
    with connection.cursor() as cursor:
        for subject in STATIC:
            cursor.execute(_BOX.format(sql.Identifier("desk", subject.relation)))
            box = cursor.fetchone()
            found[subject.name] = None if box[0] is None else box
    return found


def open_layer(subject: Subject, service: str, srid: int, authcfg: str = "") -> QgsVectorLayer:
    """Open a static subject in its style. Talks to the server on the calling thread: probe it first."""
    layer = static_layer(subject, words(subject.title), service, srid, authcfg)
    apply_style(layer, subject.name)
    return layer


class StaticLayers(QObject):
    """Adds the static layers to the tree and redraws one when its subject changed.

    `ready` comes when all have been added, `failed` with the reason when the server did not answer.
    """

    ready = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, queries, tree: RoomTree, service: str, authcfg: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queries = queries
        self._tree = tree
        self._service = service
        self._authcfg = authcfg
        self._waiting: list[Subject] = []
        self._extents: dict[str, Any] = {}
        self._srid = 0
        self._handle = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._open_next)
        self.is_ready = False

    def open(self, srid: int) -> None:
        """Ask the server, then open the layers."""
        self._srid = srid
        self._handle = self._queries.run(probe, self._begin, self._fail)

    def close(self) -> None:
        """Give up what is still under way."""
        self._turn.stop()
        self._waiting.clear()
        self.is_ready = False
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def redraw(self, subject: str, repaint: Callable[[str, list[QgsVectorLayer]], None]) -> None:
        """Have a subject's layer drawn again; its new rows are read by the drawing."""
        names = {one.name for one in STATIC if one.relation == subject}
        layers = [layer for layer in self._tree.layers() if subject_of(layer) in names]
        if layers:
            repaint(subject, layers)

    def _begin(self, extents: dict[str, Any]) -> None:
        self._handle = None
        self._extents = extents
        self._waiting = list(STATIC)
        self._turn.start(0)

    def _fail(self, error: RoomError) -> None:
        self._handle = None
        self.failed.emit(error)

    def _open_next(self) -> None:
        if not self._waiting:
            self.is_ready = True
            self.ready.emit()
            return
        subject = self._waiting.pop(0)
        layer = open_layer(subject, self._service, self._srid, self._authcfg)
        if layer.isValid():
            box = self._extents.get(subject.name)
            layer.setExtent(QgsRectangle(*box) if box else QgsRectangle())
            self._tree.add(layer, subject.group)
        self._turn.start(0)
