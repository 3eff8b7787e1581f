"""The room in QGIS's locator bar: case files, classes, components, addresses and people.

QGIS runs a filter on a thread of its own, on a clone; so the search has a connection of its own, and what it needs of
the desk is taken on the GUI thread beforehand.
"""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg2
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsLocatorFilter, QgsLocatorResult, QgsPointXY
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ...cases import class_search, lookup
from ...database.connection import connect
from ...errors import RoomError, from_database
from ..live.queries import QueryHandle
from ..map.tools import to_canvas
from ..words import clock, named

CLASS = "class"
_MOST_CLASSES = 6
# Typing goes on for so long before the room is asked, in milliseconds.
_DELAY_MS = 150
_SEARCH_SECONDS = 5.0
# A place is shown at least as near as this.
_SCALE = 1500.0


@dataclass(frozen=True)
class Moment:
    """What a search must know of the desk: taken on the GUI thread, read on the search's."""

    parameters: dict[str, str]
    classes: tuple[dict[str, Any], ...]
    #: Why the room cannot be searched now; empty when it can.
    silence: str


class Locator(QObject):
    """Puts the room into the locator bar, and takes people to what they choose there.

    `case_wanted(case_id)`, `class_wanted(code label)`; places are shown on the map, and what has none is told by
    `told(text)`. `went(kind)` follows each: QGIS leaves the focus nowhere. `desk` is the DeskContext.
    """

    case_wanted = pyqtSignal(int)
    class_wanted = pyqtSignal(str)
    told = pyqtSignal(str)
    went = pyqtSignal(str)

    def __init__(self, iface, desk, parent=None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._desk = desk
        self._under_way: set[QueryHandle] = set()
        self._lock = threading.Lock()
        # QGIS owns the filter from here on, and deletes it when it is deregistered.
        self.filter = RoomFilter(self)
        iface.registerLocatorFilter(self.filter)

    def close(self) -> None:
        """Take the room out of the locator bar; a search under way is cut off, not waited for."""
        with self._lock:
            for handle in self._under_way:
                handle.cut(RoomError("database.cancelled", reason=""))
        self._iface.deregisterLocatorFilter(self.filter)

    def moment(self) -> Moment:
        """Return what a search that begins now must know; called on the GUI thread."""
        desk = self._desk
        silence = ""
        if not desk.is_live() or desk.rules is None:
            silence = self.tr("Not live since {time}: the room cannot be searched now.").format(
                time=clock(desk.room.state_since)
            )
        return Moment(dict(desk.room.parameters), desk.rules.classes if desk.rules is not None else (), silence)

    def search(self, moment: Moment, typed: str, feedback) -> Iterator[lookup.Hit]:
        """Yield what fits; called on a thread of QGIS's. `feedback` is a QgsFeedback, whose cancel reaches the server.

        Raises RoomError.
        """
        for row in class_search.find(moment.classes, typed, _MOST_CLASSES) if typed.strip() else ():
            yield lookup.Hit(CLASS, row["label"], dict(row))
        handle = QueryHandle(lambda connection: None, lambda answer: None, lambda error: None, _SEARCH_SECONDS)
        feedback.canceled.connect(handle.cancel, Qt.ConnectionType.DirectConnection)
        with self._lock:
            self._under_way.add(handle)
        connection = None
        try:
            connection = connect(moment.parameters, application="community-brain locator")
            if handle.attach(connection):
                with connection.cursor() as cursor:
                    cursor.execute("SELECT set_config('statement_timeout', %s, false)", (f"{_SEARCH_SECONDS:g}s",))
                yield from lookup.find(connection, typed, lambda: not feedback.isCanceled())
        except psycopg2.Error as error:
            raise from_database(error) from error
        finally:
            handle.attach(None)
            with self._lock:
                self._under_way.discard(handle)
            if connection is not None:
                connection.close()

    def go(self, kind: str, key: Any, place: tuple[float, float] | None, text: str) -> None:
        """Take the person to what was chosen."""
        if kind == lookup.CASE:
            self.case_wanted.emit(int(key))
        elif kind == CLASS:
            self.class_wanted.emit(str(key))
        elif place is None:
            self.told.emit(self.tr("{thing}: its place is not known.").format(thing=text))
        else:
            show_place(self._iface.mapCanvas(), int(self._desk.identity["srid"]), *place)
        self.went.emit(kind)


class RoomFilter(QgsLocatorFilter):
    """The filter QGIS calls; its clones search."""

    def __init__(self, locator: Locator) -> None:
        super().__init__()
        self._locator = locator
        self._moment: Moment | None = None
        self.setUseWithoutPrefix(True)
        self.setFetchResultsDelay(_DELAY_MS)

    def clone(self) -> "RoomFilter":
        return RoomFilter(self._locator)

    def name(self) -> str:
        return "community_brain_room"

    def displayName(self) -> str:
        return self.tr("Command room")

    def prefix(self) -> str:
        # QGIS keeps shorter ones for itself.
        return "room"

    def priority(self):
        return QgsLocatorFilter.Priority.High

    def prepare(self, typed: str, context) -> list[str]:
        """Take along what the search must know; QGIS calls this on the GUI thread."""
        self._moment = self._locator.moment()
        return []

    def fetchResults(self, typed: str, context, feedback) -> None:
        """Look for what was typed; QGIS calls this on a thread of the clone's."""
        if self._moment is None or len(typed.strip()) < 2:
            return
        if self._moment.silence:
            self.resultFetched.emit(QgsLocatorResult(self, self._moment.silence, ""))
            return
        try:
            for number, hit in enumerate(self._locator.search(self._moment, typed, feedback)):
                result = self._result(hit)
                # Else QGIS puts what fits best among the rest, by the alphabet.
                result.score = 1 - number / 1000
                self.resultFetched.emit(result)
        except RoomError as error:
            if not feedback.isCanceled():
                self.resultFetched.emit(QgsLocatorResult(self, str(error), ""))

    def triggerResult(self, result) -> None:
        """Go to what was chosen; QGIS calls this on the GUI thread."""
        if result.userData:
            kind, key, x, y = json.loads(result.userData)
            self._locator.go(kind, key, None if x is None else (x, y), result.displayString)

    def _result(self, hit: lookup.Hit) -> QgsLocatorResult:
        x, y = hit.place or (None, None)
        title, about = self._words(hit)
        # As text: Python objects in a QVariant do not survive the way between QGIS's threads.
        result = QgsLocatorResult(self, title, json.dumps([hit.kind, hit.key, x, y]))
        result.description = about
        result.group = {
            lookup.CASE: self.tr("Case files"),
            CLASS: self.tr("Classes (filter the queue)"),
            lookup.COMPONENT: self.tr("Components"),
            lookup.PLACE: self.tr("Addresses"),
            lookup.PERSON: self.tr("People"),
        }[hit.kind]
        return result

    def _words(self, hit: lookup.Hit) -> tuple[str, str]:
        """Return how a hit is called, and a line about it."""
        row = hit.row
        if hit.kind == lookup.CASE:
            return f"{row['case_number']} {named(row, 'class')}", _joined(named(row, "state"), row["address"])
        if hit.kind == CLASS:
            return f"{row['label']} {named(row, 'name')}", named(row, "major")
        if hit.kind == lookup.COMPONENT:
            return f"{row['identity_code']} {row['name']}", _joined(named(row, "class"), row["address"])
        if hit.kind == lookup.PERSON:
            return f"{row['name']} {row['staff_number']}", _joined(named(row, "department"), row["phone"])
        return str(row["name"]), str(row["note"] or "")


def _joined(*parts: Any) -> str:
    return " · ".join(str(part) for part in parts if part)


def show_place(canvas, srid: int, x: float, y: float) -> None:
    """Bring a point of the room (metres of its CRS) into the middle of the map, near enough to see it, and flash it."""
    crs, point = QgsCoordinateReferenceSystem(f"EPSG:{srid}"), QgsPointXY(x, y)
    canvas.setCenter(to_canvas(canvas, point, crs))
    if canvas.scale() > _SCALE:
        canvas.zoomScale(_SCALE)
    canvas.refresh()
    canvas.flashGeometries([QgsGeometry.fromPointXY(point)], crs)
