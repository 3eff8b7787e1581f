"""64 sessions lead 10,000 case files from report to closing, beside pgbench's simple-update on the same cluster.

First pairs of case files are linked to each other in the same moment, which makes deadlocks. Then some case files are
led untimed: sessions of a room have been at work for hours when they race, and have their plans by then; pgbench, too,
counts from when its clients are there. Then in turns: a fifth of the case files, and pgbench with as many clients for
as long. One step in ten is tried by two sessions at once, one request in fifty is sent again. The room asks for no
pictures, as a city may choose: what is raced is steps. The figure is the ratio of steps to pgbench's transactions a
second; faults (a step lost, taken twice or wrongly refused, a log that does not verify) make it nought.
"""

import collections
import contextlib
import json
import multiprocessing
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
from _harness import Room, conclude, demo_room, folder, parser, say
from _racers import WAY, Tally, race

from community_brain_plugin.cases import steps
from community_brain_plugin.database import binaries
from community_brain_plugin.database.connection import connect, local
from community_brain_plugin.errors import from_database

SESSIONS, PROCESSES, ROUNDS, PAIRS, FIRST = 64, 2, 5, 24, 500
#: Sessions of each process by post.
COUNTS = {"acceptor": 11, "dispatcher": 8, "department": 6, "worker": 3, "collector": 4}
GOAL = 0.5
_LOGINS = """
    SELECT r.role, array_agg(s.login::text ORDER BY s.staff_number), min(s.staff_number) FROM room.staff s
    JOIN room.staff_role r USING (subdistrict, staff_number)
    WHERE r.role IN ('acceptor', 'dispatcher', 'collector')
       OR (r.role IN ('department', 'worker') AND s.department_code = %s)
    GROUP BY r.role
"""
_UNIT = """
    SELECT department_code FROM room.staff JOIN room.staff_role USING (subdistrict, staff_number)
    WHERE role IN ('department', 'worker') GROUP BY 1 HAVING count(DISTINCT role) = 2 ORDER BY 1 LIMIT 1
"""


def make_way(room: Room) -> None:
    """Let the server take the racing sessions and pgbench's beside each other."""
    with contextlib.closing(connect(local(room.home), autocommit=True)) as connection:
        connection.cursor().execute("ALTER SYSTEM SET max_connections = 200")
        connection.cursor().execute(
            "UPDATE room.case_limit SET amount = 0 WHERE rule IN ('handling_photos', 'check_photos')"
        )
    room.command("down")
    room.command("up")


class Field:
    """The room the race is run in."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.subdistrict = self.ask("SELECT code FROM desk.subdistricts() AS code")[0][0]
        unit = self.ask(_UNIT)[0][0]
        found = {role: (logins, number) for role, logins, number in self.ask(_LOGINS, (unit,))}
        self.logins = {role: logins for role, (logins, _) in found.items()}
        # Whoever hands in is the one it was assigned to.
        self.logins["worker"] = self.logins["worker"][:1]
        self.payloads = {
            "file": {"condition_no": 1},
            "dispatch": {"department_code": unit, "reason": "race"},
            "assign": {"handler": found["worker"][1]},
            "check_result": {"passed": True},
            "close": {"closing_condition_no": 1},
        }

    def ask(self, statement: str, values: tuple = ()) -> list[tuple]:
        """Ask as the owner of the cluster, on a connection of its own."""
        opened = connect(local(self.room.home), application="benchmark", autocommit=True)
        with contextlib.closing(opened) as connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    def parameters(self, login: str) -> dict[str, str]:
        """Return libpq parameters of a login."""
        return local(self.room.home, user=login)

    def orders(self, seed: int) -> str:
        """Return what a process of racers must know."""
        return json.dumps(
            {
                "logins": {post: [self.parameters(login) for login in logins] for post, logins in self.logins.items()},
                "counts": COUNTS,
                "subdistrict": self.subdistrict,
                "payloads": {action: json.dumps(self.payloads.get(action, {})) for _, action in WAY},
                "seed": seed,
            }
        )

    def report(self, count: int) -> list[int]:
        """Report so many case files, several sessions at once; returns their numbers."""
        places = self.ask("SELECT ST_X(geom), ST_Y(geom) FROM room.component ORDER BY identity_code LIMIT 2000")
        numbers: list[int] = []

        def work(part: int) -> None:
            login = self.logins["acceptor"][part % len(self.logins["acceptor"])]
            with contextlib.closing(connect(self.parameters(login), autocommit=True)) as connection:
                for number in range(part, count, 8):
                    x, y = places[number % len(places)]
                    wanted = steps.Report({"kind": "event", "class_code": "09012", "x": x, "y": y})
                    numbers.append(steps.report(connection, wanted).case_id)

        _together([threading.Thread(target=work, args=(part,)) for part in range(8)])
        return sorted(numbers)


def _together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def link_each_other(field: Field) -> tuple[int, list[str]]:
    """Link pairs of case files to each other in the same moment; return how many links, and faults in words.

    Both sessions lock their own case file first and then the other's. The product's client takes the steps, so a
    deadlock must not be seen.
    """
    cases = field.report(2 * PAIRS)
    numbers = dict(field.ask("SELECT case_id, case_number FROM room.case_file WHERE case_id = ANY (%s)", (cases,)))
    faults: list[str] = []
    start = threading.Barrier(2 * PAIRS)

    def work(place: int) -> None:
        other = numbers[cases[place ^ 1]]
        step = steps.Step(
            field.subdistrict, cases[place], "link_duplicate", {"reason": "same", "duplicate_of": other}, 1
        )
        login = field.logins["acceptor"][place % len(field.logins["acceptor"])]
        with contextlib.closing(connect(field.parameters(login))) as connection:
            start.wait()
            try:
                with connection:
                    steps.take(connection, step)
            except psycopg2.Error as error:
                code = from_database(error).code
                if code != "room.unknown_duplicate":
                    faults.append(f"linking {cases[place]}: {code}")

    _together([threading.Thread(target=work, args=(place,)) for place in range(2 * PAIRS)])
    rows = field.ask("SELECT case_id, duplicate_of FROM room.case_file WHERE duplicate_of = ANY (%s)", (cases,))
    linked = dict(rows)
    faults += [f"{case} and {other} are duplicates of each other" for case, other in rows if linked.get(other) == case]
    if len(rows) != PAIRS:
        faults.append(f"{len(rows)} links of {PAIRS} pairs")
    return len(rows), faults


@contextlib.contextmanager
def racers(field: Field) -> Iterator[list]:
    """Run the processes of sessions; yields a pipe to each."""
    context = multiprocessing.get_context("spawn")
    pipes, processes = [], []
    for number in range(PROCESSES):
        ours, theirs = context.Pipe()
        process = context.Process(target=race, args=(theirs, field.orders(number)), daemon=True)
        process.start()
        pipes.append(ours)
        processes.append(process)
    for pipe in pipes:
        pipe.recv()
    yield pipes
    for pipe, process in zip(pipes, processes, strict=True):
        pipe.send(None)
        process.join(10)


def lead(pipes: list, cases: list[int]) -> tuple[float, list[Tally]]:
    """Let all processes lead their share of case files; return the seconds it took and what became of it."""
    began = time.monotonic()
    for number, pipe in enumerate(pipes):
        pipe.send(cases[number::PROCESSES])
    tallies = [pipe.recv() for pipe in pipes]
    return time.monotonic() - began, tallies


class Pgbench:
    """pgbench's simple-update in a database of its own on the room's cluster."""

    def __init__(self, room: Room) -> None:
        self._program = binaries.for_new().program("pgbench")
        self._place = ["-h", str(room.home.socket), "-U", "postgres", "bench"]
        with contextlib.closing(connect(local(room.home), autocommit=True)) as connection:
            connection.cursor().execute("CREATE DATABASE bench")
        self._run("-i", "-s", "10", "-q")

    def rate(self, seconds: float) -> float:
        """Return transactions a second of as many clients as there are racing sessions."""
        told = self._run("-n", "-N", "-c", str(SESSIONS), "-j", str(PROCESSES), "-T", str(max(3, round(seconds))))
        return float(re.search(r"tps = ([0-9.]+)", told).group(1))

    def _run(self, *words: str) -> str:
        done = subprocess.run([self._program, *words, *self._place], capture_output=True, text=True, check=True)
        return done.stdout


def verify(field: Field, cases: list[int], tallies: list[Tally]) -> list[str]:
    """Return what is wrong with what was answered and with what is stored."""
    found = [fault for tally in tallies for fault in tally.faults]
    counted = collections.Counter(taken for tally in tallies for taken in tally.taken)
    expected = {(case, version) for case in cases for version in range(1, len(WAY) + 1)}
    found += [f"{taken} acknowledged {count} times" for taken, count in counted.items() if count != 1]
    found += [f"{len(expected ^ set(counted))} steps lost or too many"] if expected != set(counted) else []
    rows = field.ask(
        "SELECT f.case_id, f.state, f.version, (SELECT count(*) FROM room.case_log l WHERE (l.subdistrict, l.case_id)"
        " = (f.subdistrict, f.case_id)), (SELECT count(*) FROM room.outbox o WHERE (o.subdistrict, o.case_id)"
        " = (f.subdistrict, f.case_id)) FROM room.case_file f WHERE case_id = ANY (%s)",
        (cases,),
    )
    whole = ("closed", len(WAY) + 1, len(WAY) + 1, 1)
    found += [f"case {row[0]} ended as {row[1:]}" for row in rows if row[1:] != whole]
    found += [f"log: {row}" for row in field.ask("SELECT * FROM desk.verify_log(%s)", (field.subdistrict,))]
    return found


def main() -> None:
    """Race and compare in turns."""
    options = parser(__doc__)
    options.add_argument("--cases", type=int, default=10_000)
    count = options.parse_args().cases
    with folder() as path, demo_room(Path(path)) as room:
        make_way(room)
        field = Field(room)
        links, faults = link_each_other(field)
        say(f"{links} of {PAIRS} pairs linked to each other in the same moment: one link each, no deadlock seen")
        say(f"{count} case files are reported")
        first, cases = field.report(FIRST), field.report(count)
        peer = Pgbench(room)
        field.ask("ANALYZE")
        seconds, rates = 0.0, []
        with racers(field) as pipes:
            tallies = lead(pipes, first)[1]
            for number in range(ROUNDS):
                took, told = lead(pipes, cases[number::ROUNDS])
                tallies += told
                seconds += took
                rates.append(peer.rate(took / 2))
                done = sum(len(tally.taken) for tally in told)
                say(f"round {number + 1}: {done / took:.0f} steps/s, simple-update {rates[-1]:.0f} tps")
        faults += verify(field, [*first, *cases], tallies)
    refused = sum((collections.Counter(tally.refused) for tally in tallies), collections.Counter())
    say(f"rivals refused: {dict(refused)}; repeated requests answered: {sum(tally.echoed for tally in tallies)}")
    for fault in faults[:20]:
        say(f"fault: {fault}")
    ratio = count * len(WAY) / seconds / (sum(rates) / len(rates))
    figure = 0.0 if faults else ratio
    conclude("case_race", figure, "of simple-update's rate", f">= {GOAL}", figure >= GOAL, digits=2)


if __name__ == "__main__":
    main()
