"""Whether the server keeps what it is sent: noted where it refuses to, and found out by trying until it does again."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import psycopg2
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...errors import RoomError, from_database
from ..live.queries import QUERY_SECONDS

# What a server says that answers but keeps nothing.
_KEEPS_NOTHING = frozenset({"database.disk_full", "database.read_only"})
_TRY_MS = 3_000


class Keeping(QObject):
    """Asks the room for the desk, and notes what it says of itself meanwhile.

    `queries` is a Queries, `now()` the room's time, `worded(error)` a failure as people are told of it. `changed()`
    comes when the server stops keeping what it is sent, and when it keeps it again: until then it is tried every few
    seconds.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        queries,
        now: Callable[[], datetime],
        parent=None,
        worded: Callable[[RoomError], RoomError] = lambda error: error,
    ) -> None:
        super().__init__(parent)
        self._queries = queries
        self._now = now
        self._worded = worded
        #: Why the server keeps nothing though it answers, and since when; empty and None when it keeps what is sent.
        self.reason = ""
        self._code = ""
        self.since: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TRY_MS)
        self._timer.timeout.connect(self.look)

    def run(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[RoomError], None],
        seconds: float = QUERY_SECONDS,
    ):
        """Ask as Queries.run does; a failure that says that nothing is kept is noted before `failed` hears of it."""

        def ill(error: RoomError) -> None:
            if error.code in _KEEPS_NOTHING:
                self.note(error)
            failed(self._worded(error))

        return self._queries.run(work, done, ill, seconds)

    def note(self, refusal: RoomError | None) -> None:
        """Take over what a trial, or a failure, said: why nothing is kept, None when it is."""
        code = refusal.code if refusal is not None else ""
        if code == self._code:
            return
        if not code or not self._code:
            self.since = self._now() if code else None
        self._code, self.reason = code, str(refusal) if code else ""
        if code:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    def look(self) -> None:
        """Find out whether the server keeps things again."""
        self._queries.run(refusal, self.note, lambda error: None)


def refusal(connection: Any) -> RoomError | None:
    """Return why the server keeps nothing, None when it does. The transaction may be broken afterwards: ask this last.

    Without the function to try it with, an older schema is in the way of writing anyway. Other errors come through.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT desk.try_keeping()")
    except psycopg2.Error as error:
        found = from_database(error)
        if found.code in _KEEPS_NOTHING:
            return found
        if found.code != "database.not_migrated":
            raise
    return None
