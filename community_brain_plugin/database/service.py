"""The resident service: ticks the change feed and does the room's recurring work.

Any number may run against one database; the one that holds the advisory lock leads, the others wait to take over.
"""

import os
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg2
import psycopg2.errors
import psycopg2.extensions

from ..errors import RoomError, from_database
from .deliveries import Sender

Connection = psycopg2.extensions.connection
Connect = Callable[[], Connection]
Log = Callable[[str], None]

#: Channel every desk listens to: something changed, ask what.
TICK_CHANNEL = "room_tick"
#: Key of the advisory lock that the leading service holds.
LEADER_LOCK = 0x726F6F6D
#: Seconds between two looks for news; also the shortest time between two ticks.
TICK_SECONDS = 0.05
#: How long a piece of work waits for what somebody else holds; it is tried again when it is due next.
LOCK_TIMEOUT = "2s"
#: Threads that call webhooks: a unit that does not answer must not keep orders from the others.
SENDERS = 2

# What is in this snapshot and was not in the last one; no horizon, so an open import holds nobody up.
_NEWS = "SELECT pg_current_snapshot()::text, desk.has_news(%(last)s)"


@dataclass(frozen=True)
class Job:
    """One recurring piece of work: its name in the log, the seconds between two runs, and what it does."""

    name: str
    every: float
    work: Callable[[Connection], None]


def serve(connect: Connect, stop: threading.Event, log: Log = lambda line: None) -> None:
    """Run until `stop` is set; returns within a second of it.

    `connect` opens an autocommit connection of a login with the role `room_service`. A lost connection is opened
    again with a growing pause; nothing here ends the service but `stop`.
    """
    leads = threading.Event()
    works = [
        ("jobs", _Jobs(leads, log).run),
        *((f"sender {number + 1}", Sender(leads).run) for number in range(SENDERS)),
    ]
    threads = [
        threading.Thread(target=_keep_trying, args=(connect, stop, log, work), name=name, daemon=True)
        for name, work in works
    ]
    for thread in threads:
        thread.start()
    _keep_trying(connect, stop, log, _Ticker(leads).run)
    until = time.monotonic() + 1.0
    for thread in threads:
        thread.join(timeout=max(0.0, until - time.monotonic()))


def _keep_trying(
    connect: Connect, stop: threading.Event, log: Log, run: Callable[[Connection, threading.Event], None]
) -> None:
    """Run `run` on a connection, and again on a new one whenever the connection is lost."""
    pause = 0.5
    while not stop.is_set():
        began = time.monotonic()
        try:
            connection = connect()
            try:
                run(connection, stop)
            finally:
                connection.close()
        except (RoomError, psycopg2.Error) as error:
            log(str(error if isinstance(error, RoomError) else from_database(error)))
        pause = 0.5 if time.monotonic() - began > 30 else min(pause * 2, 10.0)
        stop.wait(pause)


class _Ticker:
    """Holds the lead, and tells every desk when there is news."""

    def __init__(self, leads: threading.Event) -> None:
        self._leads = leads

    def run(self, connection: Connection, stop: threading.Event) -> None:
        try:
            with connection.cursor() as cursor:
                self._wait_for_lead(cursor, stop)
                self._tick(cursor, stop)
        finally:
            self._leads.clear()

    def _wait_for_lead(self, cursor: psycopg2.extensions.cursor, stop: threading.Event) -> None:
        while not stop.is_set():
            cursor.execute("SELECT pg_try_advisory_lock(%s)", (LEADER_LOCK,))
            if _only(cursor):
                self._leads.set()
                return
            stop.wait(1.0)

    def _tick(self, cursor: psycopg2.extensions.cursor, stop: threading.Event) -> None:
        cursor.execute("SELECT pg_current_snapshot()::text")
        last = _only(cursor)
        while not stop.wait(TICK_SECONDS):
            cursor.execute(_NEWS, {"last": last})
            row = cursor.fetchone()
            if row is None:
                continue
            last, news = row
            if news:
                cursor.execute("SELECT pg_notify(%s, '')", (TICK_CHANNEL,))


class _Jobs:
    """Runs what is due, on a connection of its own: a long piece of work must not delay a tick."""

    def __init__(self, leads: threading.Event, log: Log) -> None:
        self._leads = leads
        self._log = log
        self._node = f"{socket.gethostname()}:{os.getpid()}"

    def run(self, connection: Connection, stop: threading.Event) -> None:
        jobs = (
            Job("open", 10, lambda c: _call(c, "SELECT desk.end_open()")),
            Job("partitions", 3600, lambda c: _call(c, "SELECT desk.roll_partitions()")),
            Job("changes", 600, lambda c: _call(c, "SELECT desk.trim_changes()")),
            Job("contacts", 600, lambda c: _call(c, "SELECT desk.expire_contacts()")),
            Job("tracks", 600, lambda c: _call(c, "SELECT desk.expire_tracks()")),
            Job("logins", 60, lambda c: _call(c, "SELECT desk.keep_logins()")),
            Job("seal", 300, _seal),
            Job("escalate", 5, lambda c: _call(c, "SELECT desk.escalate_due()")),
            Job("withdraw", 5, lambda c: _call(c, "SELECT desk.withdraw_orders()")),
            Job("resume", 60, lambda c: _call(c, "SELECT desk.resume_due()")),
        )
        due = {job.name: 0.0 for job in jobs}
        _call(connection, "SELECT set_config('lock_timeout', %s, false)", LOCK_TIMEOUT)
        while not stop.wait(1.0):
            _call(connection, "SELECT desk.heartbeat(%s, %s, %s)", self._node, self._leads.is_set(), "")
            for job in jobs:
                if self._leads.is_set() and time.monotonic() >= due[job.name]:
                    self._do(job, connection)
                    due[job.name] = time.monotonic() + job.every

    def _do(self, job: Job, connection: Connection) -> None:
        """Do one piece of work; where somebody's open transaction is in its way, the others go on."""
        try:
            job.work(connection)
        except psycopg2.errors.LockNotAvailable as error:
            self._log(f"{job.name}: {from_database(error)}")


def _seal(connection: Connection) -> None:
    """Seal the heads of every subdistrict's case files."""
    _call(connection, "SELECT desk.seal_log(code, 'service') FROM desk.subdistricts() AS code")


def _call(connection: Connection, statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _only(cursor: psycopg2.extensions.cursor) -> object:
    """Return the one value of the one row."""
    row = cursor.fetchone()
    return row[0] if row else None
