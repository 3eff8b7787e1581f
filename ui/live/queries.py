"""Questions to the room, asked on worker threads and answered on the GUI thread."""

import contextlib
import logging
import queue
import select
import socket
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

import psycopg2
import psycopg2.extensions
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from ...database.connection import connect
from ...database.feed import Connection, ConnectionState
from ...database.giving_way import give_way
from ...errors import RoomError, from_database

Database = psycopg2.extensions.connection
Work = Callable[[Database], Any]
Done = Callable[[Any], None]
Failed = Callable[[RoomError], None]

#: A query may take so long before it is cancelled, unless its caller says otherwise.
QUERY_SECONDS = 20.0
# A cancelled query that has not ended by then is cut off.
_GRACE_SECONDS = 2.0
_WATCH_MILLISECONDS = 250
_log = logging.getLogger(__name__)


class QueryHandle:
    """One question under way."""

    def __init__(self, work: Work, done: Done, failed: Failed, seconds: float) -> None:
        self.work, self.done, self.failed = work, done, failed
        self.deadline = time.monotonic() + seconds
        self.error: RoomError | None = None
        self.is_over = False
        self._connection: Database | None = None
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """Give the question up: no callback is called any more, and the server is told to stop."""
        self.is_over = True
        self.give_up(RoomError("database.cancelled", reason=""))

    def give_up(self, error: RoomError) -> None:
        """Tell the server to stop, without waiting for it; the question ends with `error`."""
        with self._lock:
            self.error = self.error or error
            if self._connection is not None:
                threading.Thread(target=_cancel, args=(self._connection,), daemon=True).start()
        self.deadline = time.monotonic() + _GRACE_SECONDS

    def cut(self, error: RoomError) -> bool:
        """Close the socket under the question, which frees its worker; return whether one was working on it."""
        with self._lock:
            self.error = self.error or error
            if self._connection is not None:
                _cut(self._connection)
            return self._connection is not None

    def attach(self, connection: Database | None) -> bool:
        """Note who works on this question; return whether it is still wanted."""
        with self._lock:
            self._connection = connection
            return self.error is None


class Queries(QObject):
    """A small pool of workers, each with a connection of its own.

    `work(connection)` runs in a transaction that is committed when it returns and rolled back when it raises.
    Nothing waits for ever: a question is cancelled after its time, and `follow`, told how the feed's connection is,
    ends all of them at once when the server has fallen silent.
    """

    _answered = pyqtSignal(object, bool, object)

    def __init__(self, workers: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = workers
        self._pool: _Pool | None = None
        self._pending: set[QueryHandle] = set()
        self._silence: RoomError | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MILLISECONDS)
        self._watch.timeout.connect(self._look_after)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def open(self, parameters: Mapping[str, str]) -> None:
        """Ask the room behind these libpq parameters; nothing connects before the first question."""
        self.close()
        self._silence = None
        self._pool = _Pool(dict(parameters), self._count, self._answered.emit)

    def close(self) -> None:
        """Give everything up, without a word to the askers and without waiting for the network."""
        pool, self._pool = self._pool, None
        for handle in self._pending:
            handle.is_over = True
            handle.cut(RoomError("database.cancelled", reason=""))
        self._pending.clear()
        self._watch.stop()
        if pool is not None:
            pool.end()

    def run(self, work: Work, done: Done, failed: Failed, seconds: float = QUERY_SECONDS) -> QueryHandle:
        """Run `work(connection)` on a worker, then call `done(result)` or `failed(error)` on this object's thread.

        Exactly one of the two is called, never before this returns; neither when the handle is cancelled first.
        """
        handle = QueryHandle(work, done, failed, seconds)
        self._pending.add(handle)
        self._watch.start()
        if self._pool is None or self._silence is not None:
            error = self._silence or RoomError("database.connection_lost", reason="–")
            self._answered.emit(handle, False, error)
        else:
            self._pool.put(handle)
        return handle

    def follow(self, connection: Connection) -> None:
        """Take over how the feed's connection is: questions fail without waiting while the server is silent."""
        error = connection.error
        if connection.state != ConnectionState.OFFLINE or error is None or error.code != "database.no_answer":
            self._silence = None
            return
        self._silence = RoomError("database.connection_lost", reason=str(error))
        if self._pool is not None:
            self._pool = self._pool.replaced()
        for handle in self._pending:
            handle.cut(self._silence)
            self._answered.emit(handle, False, self._silence)

    def _look_after(self) -> None:
        """Cancel what takes too long, and cut off what does not even react to that."""
        now = time.monotonic()
        for handle in [handle for handle in self._pending if now > handle.deadline]:
            if handle.error is None:
                handle.give_up(RoomError("database.cancelled", reason=""))
            elif not handle.cut(handle.error):
                self._answered.emit(handle, False, handle.error)

    def _answer(self, handle: QueryHandle, succeeded: bool, answer: Any) -> None:
        self._pending.discard(handle)
        if not self._pending:
            self._watch.stop()
        if not handle.is_over:
            handle.is_over = True
            (handle.done if succeeded else handle.failed)(answer)


class _Pool:
    """Worker threads on one room; `answer(handle, succeeded, result or error)` is called on them."""

    def __init__(
        self, parameters: Mapping[str, str], count: int, answer: Callable[[QueryHandle, bool, object], None]
    ) -> None:
        self._parameters = parameters
        self._count = count
        self._answer = answer
        self._questions: queue.SimpleQueue[QueryHandle | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._ended = False

    def put(self, handle: QueryHandle) -> None:
        """Queue a question; workers start as they are needed."""
        if len(self._threads) < self._count:
            thread = threading.Thread(target=self._serve, name="community-brain query", daemon=True)
            self._threads.append(thread)
            thread.start()
        self._questions.put(handle)

    def replaced(self) -> "_Pool":
        """End this pool and return a fresh one: its connections may be dead, its workers stuck in connecting."""
        self.end()
        return _Pool(self._parameters, self._count, self._answer)

    def end(self) -> None:
        """Let the workers go once they are free."""
        self._ended = True
        for _ in self._threads:
            self._questions.put(None)

    def _serve(self) -> None:
        connection = None
        while (handle := self._questions.get()) is not None and not self._ended:
            if connection is not None and not _is_idle(connection):
                connection = None
            connection, succeeded, answer = self._ask(handle, connection)
            if self._ended:
                break
            with contextlib.suppress(RuntimeError):  # the pool's owner is gone
                self._answer(handle, succeeded, answer)

    def _ask(self, handle: QueryHandle, connection: Database | None) -> tuple[Database | None, bool, object]:
        """Answer one question; return the connection if it can be used again, whether it went well, and the answer."""
        if handle.error is not None:
            return connection, False, handle.error
        try:
            connection = connection or _opened(self._parameters)
            if handle.attach(connection):
                with connection:
                    result = handle.work(connection)
                succeeded, answer = True, result
            else:
                succeeded, answer = False, handle.error
        except psycopg2.Error as error:
            succeeded, answer = False, handle.error or _worded(error, connection)
        except RoomError as error:
            succeeded, answer = False, handle.error or error
        except Exception as error:  # a fault in the question must reach its asker, not end the worker
            _log.exception("A query failed")
            succeeded, answer = False, RoomError("database.failed", state="-", reason=str(error))
        handle.attach(None)
        # A cancel or a cut may still be on its way to this connection, so the next question gets another one.
        usable = connection is not None and not connection.closed and handle.error is None
        return (connection if usable else None), succeeded, answer


def _opened(parameters: Mapping[str, str]) -> Database:
    """Connect; a question is answered on one core of the server, as several would be no sooner and take the others'."""
    connection = connect(parameters, application="community-brain desk")
    give_way(connection)
    with connection, connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
    return connection


def _worded(error: psycopg2.Error, connection: Database | None) -> RoomError:
    """Return the error's words; whatever the server said last, a closed connection is a lost one."""
    found = from_database(error)
    lost = connection is not None and connection.closed and found.code != "database.connection_lost"
    return RoomError("database.connection_lost", reason=str(found)) if lost else found


def _is_idle(connection: Database) -> bool:
    """Whether a pooled connection has stayed silent, as it must: a readable socket means that the server closed it."""
    try:
        return not connection.closed and not select.select([connection.fileno()], [], [], 0)[0]
    except (OSError, ValueError, psycopg2.Error):
        return False


def _cancel(connection: Database) -> None:
    """Send a cancel request; it takes a connection of its own, which may block, so never on the GUI thread."""
    with contextlib.suppress(psycopg2.Error):
        connection.cancel()


def _cut(connection: Database) -> None:
    """Shut the connection's socket down from outside: a thread that waits for it in libpq wakes up."""
    with contextlib.suppress(OSError, psycopg2.Error):
        shared = socket.fromfd(connection.fileno(), socket.AF_INET, socket.SOCK_STREAM)
        with shared:
            shared.shutdown(socket.SHUT_RDWR)
