"""The room as this desk knows it: rows by key, changed by difference, on the GUI thread."""

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...database.difference import LIVE, STATIC, Clock, Difference, Key, Row
from ...database.feed import Connection, ConnectionState
from . import interpreter
from .feed_thread import FeedThread
from .slices import Slices

# The live view keeps case files that ended for so long; they leave it by time alone, without a change.
_KEPT = timedelta(hours=12)
_LAPSE_MILLISECONDS = 15_000
# The clock is set anew only when it is off by more, so that countdowns do not jitter.
_CLOCK_SLACK_SECONDS = 0.25
# Jobs in parts; their places: before all others, behind the queue of the room that follows, behind all others.
_COMPARING, _LEAVING, _LAPSING = "room comparing", "room leaving", "room lapsing"
_FIRST, _BEHIND_QUEUE, _LAST = 0, 3, 9
# So long the rows of a room that was left wait for the first of the next.
_NEXT_FIRST_SECONDS = 0.5
# Rows in one part that are looked at, that were changed, and that are let go: everybody is told of each of these.
_PART, _CHANGED, _TOLD = 2_000, 500, 200


class RoomModel(QObject):
    """Live rows, the connection's state, the room's clock.

    `cases`, `alarms`, `staff`, `areas` and `patrols` map a key to the columns of desk.case_live, alarm_live,
    staff_live, area_live and patrol_live (x, y in metres of the room's CRS). Treat rows as read-only: a change brings
    a new row, never a changed one. All signals come on the GUI thread, after the rows have changed.

    glimpsed: the most urgent case files of a large room are there, and no other rows yet.
    loaded: the first complete rows of a room are there.
    emptied: another room is opened; the rows of the one before are gone, and `changed` names them in parts.
    changed(subject, upserted keys, removed keys): subject is case, alarm, staff, area or patrol.
    static_changed(subject): a static layer (component, grid, street, building, division, sensor) must be drawn again.
    connection_changed: `connection`, `state` or `state_since` is new.

    `slices` is where all parts of a desk do their longer work.
    """

    glimpsed = pyqtSignal()
    loaded = pyqtSignal()
    emptied = pyqtSignal()
    changed = pyqtSignal(str, list, list)
    static_changed = pyqtSignal(str)
    connection_changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, dict[Key, Row]] = {subject: {} for subject in LIVE}
        self.identity: Row = {}
        self.parameters: Mapping[str, str] = {}
        self.is_loaded = False
        self.connection = Connection(ConnectionState.OFFLINE)
        self.state_since = datetime.now(UTC)
        self.slices = Slices(self)
        # Rows of rooms that were left, until all have heard of it; and what waits for a comparison of all rows.
        self._left: list[tuple[str, dict[Key, Row]]] = []
        self._is_comparing = False
        self._awaited: Connection | None = None
        self._clock: Clock | None = None
        self._feed: FeedThread | None = None
        self._lapse_timer = QTimer(self)
        self._lapse_timer.setInterval(_LAPSE_MILLISECONDS)
        self._lapse_timer.timeout.connect(self.lapse)

    @property
    def cases(self) -> Mapping[Key, Row]:
        """Open case files, those ended in the last 12 hours and of which something waits to be decided, by case_id."""
        return self._rows["case"]

    @property
    def alarms(self) -> Mapping[Key, Row]:
        """Alarms that stand or were not seen yet, by alarm_id."""
        return self._rows["alarm"]

    @property
    def staff(self) -> Mapping[Key, Row]:
        """People whose position is known, by staff_number."""
        return self._rows["staff"]

    @property
    def areas(self) -> Mapping[Key, Row]:
        """Operating states that hold now, by area_code."""
        return self._rows["area"]

    @property
    def patrols(self) -> Mapping[Key, Row]:
        """Routes of published plans of patrol that are not over, by plan_id/officer."""
        return self._rows["patrol"]

    @property
    def state(self) -> ConnectionState:
        """What the desk shows about its connection; stale unless live."""
        return self.connection.state

    @property
    def is_open(self) -> bool:
        """Whether a room was asked for."""
        return self._feed is not None

    def room_now(self) -> datetime:
        """Return the room's time (UTC) without asking anybody; this machine's time before the first answer."""
        if self._clock is None:
            return datetime.now(UTC)
        passed = (time.monotonic() - self._clock.monotonic) * self._clock.rate
        return self._clock.room_now + timedelta(seconds=passed)

    def open(self, parameters: Mapping[str, str]) -> None:
        """Follow the room behind these libpq parameters; another one is left first, its rows removed."""
        self._leave(Connection(ConnectionState.CONNECTING))
        self._forget()
        interpreter.favour_window()
        self.parameters = dict(parameters)
        self._feed = FeedThread(parameters, self)
        self._feed.news.connect(self._take)
        self._feed.reported.connect(self._set_connection)
        self._feed.start()
        self._lapse_timer.start()

    def close(self) -> None:
        """Stop following; the rows stay as they were, and the state says offline."""
        feed = self._leave(Connection(ConnectionState.OFFLINE))
        if feed is not None:
            feed.join()
            interpreter.favour_nobody()

    def _leave(self, connection: Connection) -> FeedThread | None:
        """Follow the room no longer, and say how the connection is now; return the thread that followed it."""
        feed, self._feed = self._feed, None
        if feed is None:
            return None
        self._lapse_timer.stop()
        self.slices.give_up(_COMPARING)
        self._is_comparing, self._awaited = False, None
        feed.news.disconnect(self._take)
        feed.reported.disconnect(self._set_connection)
        feed.stop()
        feed.deleteLater()
        if self.state != ConnectionState.OFFLINE:
            self._set_connection(connection)
        return feed

    def settle(self) -> None:
        """Count what Python holds by now among what it holds for good: to be called by who keeps many objects."""
        if self.is_open:
            interpreter.settle()

    def apply(self, difference: Difference) -> None:
        """Take over a difference and say what is new."""
        self._set_clock(difference.clock)
        if difference.glimpse:
            self._rows["case"].update(difference.rows["case"])
            self.glimpsed.emit()
            return
        first = difference.full and not self.is_loaded
        if difference.identity is not None:
            self.identity = difference.identity
        if difference.full and max(map(len, difference.rows.values()), default=0) > _PART:
            self._go_through(self._arriving(difference) if first else self._comparing(difference))
            return
        if not difference.full and _count(difference) > _CHANGED:
            self._go_through(self._changing(difference))
            return
        news = [(subject, *self._apply_subject(subject, difference)) for subject in LIVE]
        if first:
            self.settle()
            self.is_loaded = True
            self.loaded.emit()
            return
        for subject, upserted, removed in news:
            if upserted or removed:
                self.changed.emit(subject, upserted, removed)
        # After a gap nobody can say which static rows changed.
        for subject in STATIC if difference.full else sorted(difference.static):
            self.static_changed.emit(subject)

    def _go_through(self, job: Iterator[None]) -> None:
        self._is_comparing = True
        self.slices.start(_COMPARING, job, _FIRST)

    def _changing(self, difference: Difference) -> Iterator[None]:
        """Take over many changes, as a file of reports brings them, a part at a time; what comes later waits."""
        for subject in LIVE:
            rows, gone = difference.rows.get(subject, {}), difference.removed.get(subject, frozenset())
            keys = iter([*rows, *gone])
            while part := list(islice(keys, _CHANGED)):
                some = {subject: {key: rows[key] for key in part if key in rows}}
                piece = Difference(difference.clock, rows=some, removed={subject: gone.intersection(part)})
                upserted, removed = self._apply_subject(subject, piece)
                if upserted or removed:
                    self.changed.emit(subject, upserted, removed)
                yield
        for subject in sorted(difference.static):
            self.static_changed.emit(subject)
        self._go_on()

    def _arriving(self, difference: Difference) -> Iterator[None]:
        """Take over the first rows of a large room; those who build on them, and who show it live, follow in turns."""
        for subject in LIVE:
            self._apply_subject(subject, difference)
        self.is_loaded = True
        self.settle()
        yield
        self.loaded.emit()
        yield
        self._go_on()

    def _comparing(self, difference: Difference) -> Iterator[None]:
        """Take over all rows anew, a part at a time; until it is done what comes later waits, and nothing is live."""
        for subject in LIVE:
            # Nobody else has them any more: they are let go one by one, as they were taken.
            mine, rows = self._rows[subject], difference.rows.get(subject, {})
            gone = [key for key in mine if key not in rows]
            while rows or gone:
                upserted, removed, gone = [], gone[:_CHANGED], gone[_CHANGED:]
                for _ in range(min(_PART, len(rows))):
                    key, row = rows.popitem()
                    if mine.get(key) != row:
                        mine[key] = row
                        upserted.append(key)
                    if len(upserted) == _CHANGED:
                        break
                for key in removed:
                    del mine[key]
                if upserted or removed:
                    self.changed.emit(subject, upserted, removed)
                yield
        for subject in STATIC:
            self.static_changed.emit(subject)
        self._go_on()

    def _go_on(self) -> None:
        """Be live, and take what came since, now that all rows have been taken over."""
        self._is_comparing = False
        if self._awaited is not None:
            self._set_connection(self._awaited)
        self._take()

    def lapse(self) -> None:
        """Drop the case files that left the live view because time went by."""
        self.slices.start(_LAPSING, self._lapsing(), _LAST)

    def _lapsing(self) -> Iterator[None]:
        horizon, keys = self.room_now() - _KEPT, list(self.cases)
        for start in range(0, len(keys), _PART):
            if start:
                yield
            rows = self._rows["case"]
            known = [(key, rows[key]) for key in keys[start : start + _PART] if key in rows]
            gone = [
                key for key, row in known if row["closed_at"] and row["closed_at"] <= horizon and not row.get("pending")
            ]
            for key in gone:
                del rows[key]
            if gone:
                self.changed.emit("case", [], gone)

    def _apply_subject(self, subject: str, difference: Difference) -> tuple[list[Key], list[Key]]:
        """Change one subject's rows; return the keys that are new or different, and those that are gone."""
        mine, rows = self._rows[subject], difference.rows.get(subject, {})
        if difference.full and not self.is_loaded:
            mine.clear()
            mine.update(rows)
            return list(rows), []
        upserted = [key for key, row in rows.items() if mine.get(key) != row]
        gone = mine.keys() - rows.keys() if difference.full else difference.removed.get(subject, frozenset())
        removed = [key for key in gone if key in mine]
        for key in upserted:
            mine[key] = rows[key]
        for key in removed:
            del mine[key]
        return upserted, removed

    def _forget(self) -> None:
        """Empty the model before another room's rows come."""
        self._left += [(subject, rows) for subject, rows in self._rows.items() if rows]
        self._rows = {subject: {} for subject in LIVE}
        self.identity, self._clock, self.is_loaded = {}, None, False
        if self._left:
            self.emptied.emit()
            self.slices.start(_LEAVING, self._leaving(), _BEHIND_QUEUE)

    def _leaving(self) -> Iterator[None]:
        """Let rows go that nobody needs any more, and say so; a hundred thousand at once would be felt."""
        # The thread that reads the next room would have to wait for each of these parts.
        yield _NEXT_FIRST_SECONDS
        room = _TOLD
        while self._left:
            subject, rows = self._left[0]
            gone = list(islice(rows, room))
            room -= len(gone)
            for key in gone:
                del rows[key]
            if not rows:
                self._left.pop(0)
            # The next room may have a row of the same name by now.
            gone = [key for key in gone if key not in self._rows[subject]]
            if gone:
                self.changed.emit(subject, [], gone)
            if room <= 0:
                room = _TOLD
                yield

    def _take(self) -> None:
        if self._is_comparing:
            return
        difference = self._feed.take() if self._feed is not None else None
        if difference is not None:
            self.apply(difference)

    def _set_connection(self, connection: Connection) -> None:
        is_live = connection.state == ConnectionState.LIVE
        self._awaited = connection if is_live and self._is_comparing else None
        if self._awaited is not None:
            return
        if connection.state == self.connection.state == ConnectionState.CONNECTING:
            return
        if connection.state != self.connection.state:
            self.state_since = self.room_now()
        self.connection = connection
        if connection.state == ConnectionState.OFFLINE and not self.is_loaded and self.cases:
            # What was only glimpsed would be old by the time that all is read.
            self._forget()
        self.connection_changed.emit()

    def _set_clock(self, clock: Clock) -> None:
        """Take the server's time, unless ours has gone along with it."""
        mine = self._clock
        if mine is not None and mine.rate == clock.rate:
            expected = mine.room_now + timedelta(seconds=(clock.monotonic - mine.monotonic) * mine.rate)
            if abs((clock.room_now - expected).total_seconds()) < _CLOCK_SLACK_SECONDS * mine.rate:
                return
        self._clock = clock


def _count(difference: Difference) -> int:
    """Return how many rows a difference changes or takes away."""
    return sum(map(len, (*difference.rows.values(), *difference.removed.values())))
