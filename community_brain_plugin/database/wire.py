"""One asynchronous connection whose every wait has a deadline and ends at once when another thread rings.

Ordinary psycopg2 calls block inside libpq for as long as a mute network likes; here nothing waits but `select`.
"""

import contextlib
import select
import socket
import time
from collections.abc import Iterator, Mapping, Sequence

import psycopg2
import psycopg2.extensions
from psycopg2 import sql
from psycopg2.extensions import make_dsn

from ..errors import RoomError, from_database
from .giving_way import give_way

# psycopg2 keeps every other thread waiting while it makes Python values of rows; a window's thread, which asks for its
# turn at every cell it draws, must not wait for long.
_ROWS_AT_ONCE, _BREATH_SECONDS = 16, 0.000_1


class Stopped(Exception):  # noqa: N818 - a request, not a fault
    """The owner rang the bell: leave everything and go."""


class Bell:
    """Wakes a waiting thread from another one, once and for all.

    A socket pair, since that is what `select` takes on every system.
    """

    def __init__(self) -> None:
        self._near, self._far = socket.socketpair()
        self._rung = False

    @property
    def rung(self) -> bool:
        """Whether somebody rang."""
        return self._rung

    def ring(self) -> None:
        """Make every present and future wait end."""
        if not self._rung:
            self._rung = True
            with contextlib.suppress(OSError):
                self._far.send(b"!")

    def fileno(self) -> int:
        """Return what `select` watches."""
        return self._near.fileno()

    def sleep(self, seconds: float) -> None:
        """Wait; raises Stopped as soon as the bell rings."""
        if self._rung or select.select([self], [], [], max(seconds, 0.0))[0]:
            raise Stopped

    def close(self) -> None:
        """Free the sockets; nobody waits any more."""
        self._near.close()
        self._far.close()


class Wire:
    """An asynchronous connection. Every method raises RoomError (prefix `database.`) or Stopped.

    `database.no_answer` means that the other side fell silent: the connection is of no use afterwards.
    """

    def __init__(self, parameters: Mapping[str, str], bell: Bell, application: str) -> None:
        self._parameters = {**parameters, "client_encoding": "UTF8", "application_name": application}
        self._bell = bell
        self._connection: psycopg2.extensions.connection | None = None
        self._told: psycopg2.extensions.cursor | None = None
        self._heard = 0

    @property
    def heard(self) -> int:
        """Return how many notifications came since somebody waited for one."""
        return self._heard

    def open(self, seconds: float) -> None:
        """Connect, name resolution excepted, within so many seconds."""
        self.close()
        deadline = time.monotonic() + seconds
        try:
            self._connection = psycopg2.connect(make_dsn(**self._parameters), async_=1)
            self._finish(self._connection, deadline, seconds)
            give_way(self._connection)
        except psycopg2.Error as error:
            raise from_database(error) from error

    def ask(
        self, statement: str | sql.Composable, values: Sequence[object] | Mapping[str, object] = (), *, seconds: float
    ) -> list[tuple]:
        """Run a statement and return its rows, if it has any."""
        return [row for part in self.parts(statement, values, seconds=seconds) for row in part]

    def parts(
        self, statement: str | sql.Composable, values: Sequence[object] | Mapping[str, object] = (), *, seconds: float
    ) -> Iterator[list[tuple]]:
        """Run a statement and give its rows, some tens at a time: in between, other threads get on with their work."""
        connection = self._open_connection()
        try:
            cursor = self._send(connection, statement, values, seconds)
            self._finish(connection, time.monotonic() + seconds, seconds)
            while cursor.description is not None and (part := cursor.fetchmany(_ROWS_AT_ONCE)):
                yield part
                if len(part) == _ROWS_AT_ONCE:
                    self._bell.sleep(_BREATH_SECONDS)
        except psycopg2.Error as error:
            raise from_database(error) from error

    def tell(self, statement: str, *, seconds: float) -> None:
        """Send a statement without waiting for its answer, which is read before the next statement."""
        try:
            self._told = self._send(self._open_connection(), statement, (), seconds)
        except psycopg2.Error as error:
            raise from_database(error) from error

    def wait(self, seconds: float) -> int:
        """Wait for a notification (see LISTEN); return how many came since the last time, 0 after so many seconds."""
        connection = self._open_connection()
        deadline = time.monotonic() + seconds
        try:
            while True:
                # The first poll may take the answer to what was told, and leave a notification that came right behind
                # it in libpq's buffer, where no select sees it.
                connection.poll()
                connection.poll()
                self._hear(connection)
                left = deadline - time.monotonic()
                if self._heard or left <= 0 or not self._select([connection], [], left):
                    break
            heard, self._heard = self._heard, 0
            return heard
        except psycopg2.Error as error:
            raise from_database(error) from error

    def close(self) -> None:
        """Close the connection without waiting for anybody."""
        connection, self._connection, self._told = self._connection, None, None
        self._heard = 0
        if connection is not None:
            with contextlib.suppress(psycopg2.Error):
                connection.close()

    def _send(
        self,
        connection: psycopg2.extensions.connection,
        statement: str | sql.Composable,
        values: Sequence[object] | Mapping[str, object],
        seconds: float,
    ) -> psycopg2.extensions.cursor:
        """Begin a statement, after the answer to the last one that was only told."""
        if self._told is not None:
            self._finish(connection, time.monotonic() + seconds, seconds)
            self._told = None
        cursor = connection.cursor()
        cursor.execute(statement, values or None)
        return cursor

    def _open_connection(self) -> psycopg2.extensions.connection:
        if self._connection is None:
            raise RoomError("database.connection_lost", reason="closed")
        return self._connection

    def _finish(self, connection: psycopg2.extensions.connection, deadline: float, seconds: float) -> None:
        """Drive the connection until what was begun is done."""
        while True:
            state = connection.poll()
            self._hear(connection)
            if state == psycopg2.extensions.POLL_OK:
                return
            writing = state == psycopg2.extensions.POLL_WRITE
            left = deadline - time.monotonic()
            if left <= 0 or not self._select([] if writing else [connection], [connection] if writing else [], left):
                raise RoomError("database.no_answer", seconds=round(seconds))

    def _hear(self, connection: psycopg2.extensions.connection) -> None:
        """Count what was notified, and keep none of it: anybody may send any number, of any length."""
        self._heard += len(connection.notifies)
        connection.notifies.clear()

    def _select(self, reading: list, writing: list, seconds: float) -> bool:
        """Wait for the connection; return whether it is ready."""
        ready, writable, _ = select.select([*reading, self._bell], writing, [], seconds)
        if self._bell in ready or self._bell.rung:
            raise Stopped
        return bool(ready or writable)
