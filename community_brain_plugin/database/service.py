"""The resident service: ticks the change feed and does the room's recurring work.

Any number may run against one database; the one that holds the advisory lock leads, the others wait to take over.
"""

import json
import os
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

import psycopg2
import psycopg2.extensions

from ..errors import RoomError, from_database
from ..wording import say

Connection = psycopg2.extensions.connection
Connect = Callable[[], Connection]
Log = Callable[[str], None]

#: Channel every desk listens to: something changed, ask what.
TICK_CHANNEL = "room_tick"
#: Key of the advisory lock that the leading service holds.
LEADER_LOCK = 0x726F6F6D
#: Seconds between two looks for news; also the shortest time between two ticks.
TICK_SECONDS = 0.05
#: Seconds a webhook may take before it counts as not delivered.
WEBHOOK_SECONDS = 5.0

# What is in this snapshot and was not in the last one; no horizon, so an open import holds nobody up.
_NEWS = """
    SELECT pg_current_snapshot()::text, EXISTS (
        SELECT FROM room.change
        WHERE xid >= pg_snapshot_xmax(%(last)s::pg_snapshot)
           OR xid = ANY (ARRAY(SELECT pg_snapshot_xip(%(last)s::pg_snapshot))))
"""


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
    jobs = threading.Thread(target=_keep_trying, args=(connect, stop, log, _Jobs(leads).run), name="jobs", daemon=True)
    jobs.start()
    _keep_trying(connect, stop, log, _Ticker(leads).run)
    jobs.join(timeout=1.0)


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
    """Runs what is due, on a connection of its own: a slow webhook must not delay a tick."""

    def __init__(self, leads: threading.Event) -> None:
        self._leads = leads
        self._node = f"{socket.gethostname()}:{os.getpid()}"

    def run(self, connection: Connection, stop: threading.Event) -> None:
        jobs = (
            Job("partitions", 3600, lambda c: _call(c, "SELECT desk.roll_partitions()")),
            Job("changes", 600, lambda c: _call(c, "SELECT desk.trim_changes()")),
            Job("contacts", 600, lambda c: _call(c, "SELECT desk.expire_contacts()")),
            Job("seal", 300, _seal),
            Job("resume", 60, lambda c: _call(c, "SELECT desk.resume_due()")),
            Job("webhooks", 1, deliver_webhooks),
        )
        due = {job.name: 0.0 for job in jobs}
        while not stop.wait(1.0):
            _call(connection, "SELECT desk.heartbeat(%s, %s, %s)", self._node, self._leads.is_set(), "")
            for job in jobs:
                if self._leads.is_set() and time.monotonic() >= due[job.name]:
                    job.work(connection)
                    due[job.name] = time.monotonic() + job.every


def _seal(connection: Connection) -> None:
    """Seal the heads of every subdistrict's case files."""
    _call(connection, "SELECT desk.seal_log(code, 'service') FROM desk.subdistricts() AS code")


def deliver_webhooks(connection: Connection) -> None:
    """Deliver the webhooks that are due, each in a transaction of its own, and keep the answer."""
    while _deliver_one(connection):
        continue


def _deliver_one(connection: Connection) -> bool:
    """Deliver the next webhook; False when none is due."""
    connection.autocommit = False
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT outbox_id, url, body FROM desk.due_webhooks(1)")
            row = cursor.fetchone()
            if row is None:
                return False
            delivered, answer = post(row[1], row[2])
            cursor.execute("SELECT desk.outbox_answer(%s, %s, %s)", (row[0], delivered, answer))
            return True
    finally:
        if not connection.closed:
            connection.autocommit = True


def post(url: str | None, body: dict[str, object]) -> tuple[bool, str]:
    """Send `body` as JSON to an http(s) address; return whether it was taken (2xx) and what was answered."""
    if urllib.parse.urlsplit(url or "").scheme not in ("http", "https"):
        return False, say("outbox.bad_address", address=url or "")
    request = urllib.request.Request(
        str(url), json.dumps(body, ensure_ascii=False).encode(), {"Content-Type": "application/json; charset=utf-8"}
    )
    try:
        with urllib.request.urlopen(request, timeout=WEBHOOK_SECONDS) as answer:  # nosec B310: http(s) only, see above
            return 200 <= answer.status < 300, f"{answer.status} {answer.read(300).decode(errors='replace')}"
    except (OSError, urllib.error.URLError, ValueError) as error:
        return False, str(error)


def _call(connection: Connection, statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _only(cursor: psycopg2.extensions.cursor) -> object:
    """Return the one value of the one row."""
    row = cursor.fetchone()
    return row[0] if row else None
