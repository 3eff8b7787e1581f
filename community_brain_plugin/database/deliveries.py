"""Delivering orders by webhook: what is due is borrowed from the outbox, called, and its answer written down.

Only http(s), only hosts the room's setting `webhook_hosts` lists, no redirect followed, no proxy of the environment
used: a handling unit's address cannot make the room's server call anything else. An order may arrive twice, after a
crash between call and note; `message_id` and the header Idempotency-Key are the same then.
"""

import contextlib
import http.client
import json
import socket
import threading
import urllib.parse
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import psycopg2.extensions

from ..wording import say

#: Seconds without a byte, and in all, after which a call counts as not answered.
SILENCE_SECONDS, CALL_SECONDS = 5.0, 10.0
#: Seconds between two looks for orders that are due.
LOOK_SECONDS = 1.0
_DEFAULT_PORTS = {"http": 80, "https": 443}
# The only refusals that another attempt may change: too slow, too early, too many.
_PASSING = {408, 425, 429}
_ANSWER_BYTES = 300


@dataclass(frozen=True)
class Result:
    """What became of a call: `delivered`, `again` or `refused` (trying again would change nothing), and the answer."""

    outcome: str
    answer: str


class Sender:
    """Calls what is due for as long as this service leads. Any number may run, each on a connection of its own."""

    def __init__(self, leads: threading.Event) -> None:
        self._leads = leads

    def run(self, connection: psycopg2.extensions.connection, stop: threading.Event) -> None:
        """Work until `stop` is set; `connection` is in autocommit, so that no call is made inside a transaction."""
        while not stop.wait(LOOK_SECONDS):
            while self._leads.is_set() and not stop.is_set() and deliver_one(connection):
                continue


def deliver_one(connection: psycopg2.extensions.connection) -> bool:
    """Deliver the order that has waited longest; False when none is due."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT outbox_id, url, hosts, body FROM desk.due_webhooks(1)")
        row = cursor.fetchone()
        if row is None:
            return False
        number, url, hosts, body = row
        result = call(url, hosts, body)
        cursor.execute("SELECT desk.webhook_result(%s, %s, %s)", (number, result.outcome, result.answer))
    return True


def call(url: str | None, hosts: Collection[str], body: dict[str, Any]) -> Result:
    """Send `body` as JSON to an address on one of `hosts`: `name`, or `name:port` for a port that is not usual."""
    try:
        parts = urllib.parse.urlsplit(url or "")
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return Result("refused", say("outbox.bad_address", address="–"))
    name = (parts.hostname or "").lower()
    # Never the whole address: its query often is a key.
    shown = f"{parts.scheme}://{name}"
    if port is None or not name or parts.username is not None or parts.password is not None:
        return Result("refused", say("outbox.bad_address", address=shown))
    usual = port == _DEFAULT_PORTS[parts.scheme]
    if f"{name}:{port}" not in hosts and not (usual and name in hosts):
        return Result("refused", say("outbox.host_not_allowed", host=name if usual else f"{name}:{port}"))
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return _post(kind(name, port, timeout=SILENCE_SECONDS), parts, body)


def _post(connection: http.client.HTTPConnection, parts: urllib.parse.SplitResult, body: dict[str, Any]) -> Result:
    """Make the call, and cut it when it takes too long in all, as when an answer drips byte by byte."""
    late = threading.Event()
    try:
        connection.connect()
        watch = threading.Timer(CALL_SECONDS, _cut, (connection.sock, late))
        watch.daemon = True
        watch.start()
        try:
            headers = {
                "Content-Type": "application/json; charset=utf-8",
                "Idempotency-Key": str(body.get("message_id", "")),
                "User-Agent": "community-brain",
            }
            connection.request("POST", _target(parts), json.dumps(body, ensure_ascii=False).encode(), headers)
            answer = connection.getresponse()
            return _judge(answer.status, answer.read(_ANSWER_BYTES))
        finally:
            watch.cancel()
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = say("outbox.too_slow", seconds=round(CALL_SECONDS)) if late.is_set() else str(error)
        return Result("again", reason or type(error).__name__)
    finally:
        connection.close()


def _target(parts: urllib.parse.SplitResult) -> str:
    """Return path and query as they go over the wire; what is quoted already stays as it is."""
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _judge(status: int, content: bytes) -> Result:
    words = "".join(sign if sign.isprintable() else " " for sign in content.decode(errors="replace"))
    answer = f"{status} {words}".strip()
    if 200 <= status < 300:
        return Result("delivered", answer)
    if 300 <= status < 400:
        return Result("refused", say("outbox.redirected", status=status))
    return Result("refused" if 400 <= status < 500 and status not in _PASSING else "again", answer)


def _cut(connected: socket.socket, late: threading.Event) -> None:
    """Shut the socket below a call, TLS or not; whoever waits for it wakes up."""
    late.set()
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
