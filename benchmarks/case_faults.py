"""What becomes of steps when backends are ended, sockets and a proxy die, and the whole server crashes.

Sixteen writers lead case files from report to closing with the product's client, half of them through a proxy, and a
real QGIS reports and files by the plugin's own ways; whatever is not answered is sent again with its request id.
Counted as a fault: a QGIS that does not live on and come back; a step that was acknowledged and is not in the
log, one taken twice, one half done (log, case file and outbox do not agree), one refused, a log that does not verify.
"""

import collections
import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg2
from _harness import ROOT, Desk, Room, conclude, demo_room, desk, folder, parser, say
from _racers import ATTACH, WAY, shot
from _sessions import HERE
from case_race import Field

from community_brain_plugin.cases import steps
from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect
from community_brain_plugin.errors import RoomError, from_database

PROXY = ROOT / "tests" / "support" / "mute_proxy.py"
WRITERS = 16
APPLICATION = "case_faults"
#: How the desk's case files are known, and how long it may take to be ready, and to be live after the last crash.
MARK, READY_SECONDS, RETURN_SECONDS = "case_faults: the desk", 120, 60
#: Seconds between two faults of backends and network, at most, and between two of the server.
PAUSE, SERVER_PAUSE = 0.2, 1.5


@dataclass
class Ledger:
    """What the writers were told: every acknowledged step with its request, and what went wrong."""

    acknowledged: list[tuple[int, int, str]] = field(default_factory=list)
    repeated: int = 0
    resent: int = 0
    faults: list[str] = field(default_factory=list)


class Writer:
    """Leads one case file after the other; every step until it is answered."""

    def __init__(self, field_: Field, host: Path | None, seed: int, ledger: Ledger, stop: threading.Event) -> None:
        self._field, self._host, self._ledger, self._stop = field_, host, ledger, stop
        self._chance = random.Random(seed)
        self.connections: dict[str, psycopg2.extensions.connection] = {}

    def run(self) -> None:
        """Write until told to stop; the case file at hand is led to its end, so that every step has an answer."""
        places = self._field.places
        try:
            while not self._stop.is_set():
                x, y = self._chance.choice(places)
                self._walk(steps.Report({"kind": "event", "class_code": "09012", "x": x, "y": y}))
        except Exception as error:
            self._ledger.faults.append(f"a writer ended: {error!r}")

    def _walk(self, report: steps.Report) -> None:
        answer = self._answered("acceptor", report.request_id, lambda connection: steps.report(connection, report))
        for post, action in WAY:
            payload = dict(self._field.payloads.get(action, {}))
            step = steps.Step(self._field.subdistrict, answer.case_id, action, payload, answer.version)
            answer = self._answered(post, step.request_id, lambda connection, step=step: _take(connection, step))

    def _answered(self, post: str, request: str, act: Callable[..., steps.Answer]) -> steps.Answer:
        """Send it until somebody answers."""
        while True:
            try:
                connection = self._connection(post)
                with connection:
                    answer = act(connection)
                self._ledger.acknowledged.append((answer.case_id, answer.version, request))
                self._ledger.repeated += answer.repeated
                return answer
            except (RoomError, psycopg2.Error) as error:
                known = error if isinstance(error, RoomError) else from_database(error)
                if known.code.startswith("room."):
                    raise known from error
                self._ledger.resent += 1
                self._drop(post)
                time.sleep(self._chance.uniform(0.02, 0.2))

    def _connection(self, post: str) -> psycopg2.extensions.connection:
        if post not in self.connections:
            parameters = self._field.parameters(self._field.logins[post][0])
            # What a crashing server says to its clients is no news here.
            parameters["options"] = "-c client_min_messages=error"
            if self._host is not None:
                parameters["host"] = str(self._host)
            self.connections[post] = connect(parameters, application=APPLICATION)
        return self.connections[post]

    def _drop(self, post: str) -> None:
        connection = self.connections.pop(post, None)
        if connection is not None:
            with contextlib.suppress(psycopg2.Error):
                connection.close()


def _take(connection: psycopg2.extensions.connection, step: steps.Step) -> steps.Answer:
    """Take a step in one transaction with the picture it asks for."""
    picture = shot(step.case_id, step.action, step.request_id)
    if picture is not None:
        with connection.cursor() as cursor:
            cursor.execute(ATTACH, picture)
    return steps.take(connection, step)


class Faults:
    """Does to the room what a bad day does, at random moments."""

    def __init__(self, field_: Field, path: Path, writers: list[Writer]) -> None:
        self._field, self._path, self._writers = field_, path, writers
        self._chance = random.Random(2)
        self._cluster = PrivateCluster(field_.room.home.path)
        self.done: collections.Counter[str] = collections.Counter()
        self._proxy = self._start_proxy()

    def small(self) -> None:
        """End a backend, break a socket, or let the proxy die."""
        kind = self._chance.choices(("backend ended", "socket broken", "proxy killed"), (60, 25, 15))[0]
        {"backend ended": self._end_backend, "socket broken": self._break_socket, "proxy killed": self._kill_proxy}[
            kind
        ]()
        self.done[kind] += 1

    def large(self) -> None:
        """Crash the whole server: at once, or by killing one of its processes; it recovers from its log."""
        if self._chance.random() < 0.5:
            os.kill(self._cluster.pid(), signal.SIGQUIT)
            while self._cluster.pid() is not None:
                time.sleep(0.05)
            self.done["server stopped at once"] += 1
        else:
            with contextlib.suppress(IndexError, ProcessLookupError):
                os.kill(self._chance.choice(self._backends()), signal.SIGKILL)
            self.done["server process killed"] += 1
        self._cluster.up()

    def end(self) -> None:
        """Let the proxy go."""
        self._proxy.kill()
        self._proxy.wait()

    def _backends(self) -> list[int]:
        rows = self._field.ask("SELECT pid FROM pg_stat_activity WHERE application_name = %s", (APPLICATION,))
        return [row[0] for row in rows]

    def _end_backend(self) -> None:
        pids = self._backends()
        if pids:
            self._field.ask("SELECT pg_terminate_backend(%s)", (self._chance.choice(pids),))

    def _break_socket(self) -> None:
        """Cut one connection off under its client: what it has sent may or may not have arrived."""
        connections = [found for writer in self._writers for found in list(writer.connections.values())]
        with (
            contextlib.suppress(OSError, psycopg2.Error, IndexError),
            socket.socket(fileno=os.dup(self._chance.choice(connections).fileno())) as wire,
        ):
            wire.shutdown(socket.SHUT_RDWR)

    def _kill_proxy(self) -> None:
        self.end()
        self._proxy = self._start_proxy()

    def _start_proxy(self) -> "subprocess.Popen[str]":
        arguments = [sys.executable, str(PROXY), str(self._path), str(self._field.room.home.socket)]
        process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        process.stdout.readline()
        return process


def live_through(room: Room, path: Path, small: int, large: int) -> tuple[Field, Ledger, Faults]:
    """Let writers write while it all happens; returns when every step has its answer."""
    found, ledger, stop = Field(room), Ledger(), threading.Event()
    found.places = found.ask("SELECT ST_X(geom), ST_Y(geom) FROM room.component ORDER BY identity_code LIMIT 2000")
    proxy = path / "proxy"
    writers = [Writer(found, proxy if seed % 2 else None, seed, ledger, stop) for seed in range(WRITERS)]
    faults = Faults(found, proxy, writers)
    threads = [threading.Thread(target=writer.run) for writer in writers]
    for thread in threads:
        thread.start()
    chance = random.Random(3)
    for number in range(small):
        time.sleep(chance.uniform(0, PAUSE))
        faults.small()
        if (number + 1) % 150 == 0:
            say(f"{number + 1} faults of backends and network, {len(ledger.acknowledged)} steps acknowledged")
    for number in range(large):
        time.sleep(chance.uniform(0, SERVER_PAUSE))
        faults.large()
        if (number + 1) % 10 == 0:
            say(f"{number + 1} crashes of the server, {len(ledger.acknowledged)} steps acknowledged")
    stop.set()
    for thread in threads:
        thread.join(120)
    ledger.faults += ["a writer does not end"] * sum(thread.is_alive() for thread in threads)
    faults.end()
    return found, ledger, faults


def verify(field_: Field, ledger: Ledger) -> list[str]:
    """Return what is wrong with what was answered and with what is stored."""
    cases = sorted({case for case, _, _ in ledger.acknowledged})
    logged = field_.ask(
        "SELECT case_id, version, request_id::text, action FROM room.case_log WHERE case_id = ANY (%s)", (cases,)
    )
    stored = {(case, version, request) for case, version, request, _ in logged}
    told = set(ledger.acknowledged)
    found = [f"acknowledged and lost: {step}" for step in sorted(told - stored)]
    found += [f"taken, though nobody was told: {step}" for step in sorted(stored - told)]
    found += [f"acknowledged {len(ledger.acknowledged) - len(told)} times too often"] * (
        len(ledger.acknowledged) != len(told)
    )
    sent = {(case, version) for case, version, _, action in logged if action == "dispatch"}
    orders = field_.ask("SELECT case_id, case_version FROM room.outbox WHERE case_id = ANY (%s)", (cases,))
    if sorted(orders) != sorted(sent):
        found.append(f"{len(orders)} orders for {len(sent)} dispatches")
    heads = field_.ask(
        "SELECT case_id, version, state FROM room.case_file WHERE case_id = ANY (%s)"
        " AND (version, state) IS DISTINCT FROM (%s, 'closed')",
        (cases, len(WAY) + 1),
    )
    found += [f"half done: {head}" for head in heads]
    found += [f"log: {row}" for row in field_.ask("SELECT * FROM desk.verify_log(%s)", (field_.subdistrict,))]
    return found + ledger.faults


def end_of_work(witness: Desk) -> tuple[list[dict], list[str]]:
    """Let QGIS bring the case file at hand to its end; return what it said, and what is wrong with QGIS itself."""
    witness.order("stop")
    found = []
    try:
        witness.wait_for("stopped", RETURN_SECONDS)
    except SystemExit as error:
        found.append(str(error))
    if witness.process.poll() is not None:
        found.append(f"QGIS ended with {witness.process.returncode}")
    return witness.everything(), found


def verify_desk(field_: Field, lines: list[dict]) -> list[str]:
    """Return what is wrong with what QGIS was told and with what is stored of its case files."""
    logged = field_.ask(
        "SELECT l.case_id, l.version, l.request_id::text FROM room.case_log l JOIN room.case_file c"
        " USING (subdistrict, case_id) WHERE c.description = %s",
        (MARK,),
    )
    told = [(line["case"], line["version"], line["request"]) for line in lines if line["event"] == "answered"]
    found = [f"told to QGIS and lost: {step}" for step in sorted(set(told) - set(logged))]
    found += [f"taken, though QGIS was not told: {step}" for step in sorted(set(logged) - set(told))]
    found += [f"QGIS was told {len(told)} steps of {len(set(told))}"] * (len(told) != len(set(told)))
    found += [f"QGIS was refused: {line['code']}" for line in lines if line["event"] == "refused"]
    heads = field_.ask(
        "SELECT case_id, version, state FROM room.case_file WHERE description = %s"
        " AND (version, state) IS DISTINCT FROM (2, 'pending_dispatch')",
        (MARK,),
    )
    return found + [f"half done at the desk: {head}" for head in heads]


def main() -> None:
    """Let it happen to a room of our own, then count."""
    options = parser(__doc__)
    options.add_argument("--small", type=int, default=450, help="faults of backends and network")
    options.add_argument("--large", type=int, default=50, help="crashes of the whole server")
    wanted = options.parse_args()
    with folder() as path, demo_room(Path(path)) as room:
        say(f"{WRITERS} writers, half of them through a proxy, and a QGIS at work")
        with desk(room, Path(path), HERE / "_steps_in_qgis.py", "acceptor") as witness:
            witness.wait_for("ready", READY_SECONDS)
            field_, ledger, faults = live_through(room, Path(path), wanted.small, wanted.large)
            lines, found = end_of_work(witness)
        found += verify(field_, ledger) + verify_desk(field_, lines)
    say(", ".join(f"{count} × {kind}" for kind, count in sorted(faults.done.items())))
    say(f"{len(ledger.acknowledged)} steps acknowledged")
    say(f"{ledger.resent} requests sent again, {ledger.repeated} of them had been done already")
    told = [line for line in lines if line["event"] == "answered"]
    again = sum(line["event"] == "unanswered" for line in lines)
    say(f"QGIS: {len(told)} steps, {again} sent again, {sum(line['repeated'] for line in told)} had been done already")
    for fault in found[:20]:
        say(f"fault: {fault}")
    if not ledger.repeated:
        found.append("no answer was ever lost")
    conclude("case_faults", len(found), "faults", "0", not found)


if __name__ == "__main__":
    main()
