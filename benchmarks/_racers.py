"""A process with half of the racing sessions: each an open connection under a real login, all driven by one loop.

Told a list of case files, it leads each from report to closing; some steps are tried by two sessions at once, and some
requests are sent again after their answer. Everything that was answered is sent back.
"""

import json
import random
import select
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

import psycopg2
from psycopg2.extensions import POLL_OK, AsIs
from psycopg2.extras import wait_select

from community_brain_plugin.cases.steps import PREPARE_STEP, RUN_STEP
from community_brain_plugin.errors import from_database

#: The usual way of a case file: post and action of each version, from the first on.
WAY = (
    ("acceptor", "file"),
    ("dispatcher", "dispatch"),
    ("department", "assign"),
    ("worker", "submit_handling"),
    ("department", "confirm_handling"),
    ("dispatcher", "forward_to_supervision"),
    ("acceptor", "send_check"),
    ("collector", "check_result"),
    ("acceptor", "close"),
)
#: Of so many steps two sessions try the same one at once; of so many the request is sent again after its answer.
RIVALS, ECHOES = 0.1, 0.02
RETRIED = {"40P01", "40001"}
#: Steps that ask for a picture of the result, and what it shows.
_PICTURE = {"submit_handling": "after", "check_result": "check"}
ATTACH = "SELECT desk.attach(%s, %s, 'race.jpg', 'image/jpeg', %s)"


def shot(case_id: int, action: str, request: str) -> tuple[int, str, bytes] | None:
    """Return the values of ATTACH for a picture as new as the request; None where the step asks for none."""
    stage = _PICTURE.get(action)
    return None if stage is None else (case_id, stage, b"\xff\xd8\xff\xe0" + request.encode())


@dataclass
class Job:
    """One step of one case file, and the sessions that still try it."""

    case_id: int
    version: int
    rivals: int = 1
    open: int = 1
    won: list[int] = field(default_factory=list)


@dataclass
class Tally:
    """What became of the attempts: (case, version) of every step taken, refusals by code, faults in words."""

    taken: list[tuple[int, int]] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    echoed: int = 0
    retried: int = 0
    faults: list[str] = field(default_factory=list)


class Session:
    """A connection that runs one statement at a time and never waits."""

    def __init__(self, post: str, parameters: dict[str, str]) -> None:
        self.post = post
        self.connection = psycopg2.connect(**parameters, async_=1)
        wait_select(self.connection)
        self.cursor = self.connection.cursor()
        self.cursor.execute(PREPARE_STEP)
        wait_select(self.connection)
        self.job: Job | None = None
        self.statement = ""
        self.is_echo = False

    def send(self, job: Job, statement: str, is_echo: bool = False) -> None:
        """Send a step."""
        self.job, self.statement, self.is_echo = job, statement, is_echo
        self.cursor.execute(statement)


class Race:
    """All sessions of this process, and the case files they are at."""

    def __init__(self, sessions: list[Session], subdistrict: str, payloads: dict[str, str], seed: int) -> None:
        # The client works on the server's processors: what all steps of an action have in common is quoted once.
        gap, cursor = AsIs("%s"), sessions[0].cursor
        self._statements = {
            action: cursor.mogrify(RUN_STEP, (subdistrict, gap, action, payload, gap, gap)).decode()
            for action, payload in payloads.items()
        }
        self._chance = random.Random(seed)
        self._events = select.epoll()
        self._sessions = {session.connection.fileno(): session for session in sessions}
        self._idle: dict[str, list[Session]] = {}
        self._waiting: dict[str, list[Job]] = {post: [] for post, _ in WAY}
        self._left = 0
        self.tally = Tally()
        for session in sessions:
            self._events.register(session.connection.fileno(), select.EPOLLIN)
            self._idle.setdefault(session.post, []).append(session)

    def run(self, cases: list[int]) -> None:
        """Lead case files to their end."""
        self._left = len(cases)
        for case_id in cases:
            self._offer(case_id, 1)
        self._start()
        while self._left:
            for descriptor, _ in self._events.poll():
                session = self._sessions[descriptor]
                try:
                    if session.connection.poll() == POLL_OK:
                        self._answered(session, session.cursor.fetchone()[0])
                except psycopg2.Error as error:
                    self._refused(session, error)
            self._start()

    def _offer(self, case_id: int, version: int) -> None:
        if version > len(WAY):
            self._left -= 1
            return
        rivals = 2 if self._chance.random() < RIVALS else 1
        job = Job(case_id, version, rivals, rivals)
        self._waiting[WAY[version - 1][0]].extend([job] * rivals)

    def _start(self) -> None:
        """Give waiting steps to idle sessions, what came last first.

        So case files that are under way are led on before others are begun, and all posts have work at once; the other
        way about, one post after the other would do its step for all.
        """
        for post, jobs in self._waiting.items():
            idle = self._idle[post]
            while jobs and idle:
                job = jobs.pop()
                action = WAY[job.version - 1][1]
                request = f"'{self._chance.getrandbits(128):032x}'"
                idle.pop().send(job, self._statements[action] % (job.case_id, job.version, request))

    def _answered(self, session: Session, answer: dict[str, Any]) -> None:
        job = session.job
        if answer["version"] != job.version + 1 or answer["repeated"] != session.is_echo:
            self.tally.faults.append(f"case {job.case_id} version {job.version}: answered {answer}")
        if session.is_echo:
            self.tally.echoed += 1
        else:
            job.won.append(answer["version"])
            if self._chance.random() < ECHOES:
                session.send(job, session.statement, is_echo=True)
                return
        self._free(session)

    def _refused(self, session: Session, error: psycopg2.Error) -> None:
        if error.pgcode in RETRIED:
            self.tally.retried += 1
            session.send(session.job, session.statement, session.is_echo)
            return
        code = from_database(error).code
        self.tally.refused[code] = self.tally.refused.get(code, 0) + 1
        if session.job.rivals == 1 or session.is_echo:
            self.tally.faults.append(f"case {session.job.case_id} version {session.job.version}: refused {code}")
        self._free(session)

    def _free(self, session: Session) -> None:
        job, session.job = session.job, None
        self._idle[session.post].append(session)
        job.open -= 1
        if job.open:
            return
        if len(job.won) != 1:
            self.tally.faults.append(f"case {job.case_id} version {job.version}: taken {len(job.won)} times")
        self.tally.taken.append((job.case_id, job.version))
        self._offer(job.case_id, job.version + 1)


def _sessions(logins: dict[str, list[dict[str, str]]], counts: dict[str, int]) -> Iterator[Session]:
    for post, count in counts.items():
        for number in range(count):
            yield Session(post, logins[post][number % len(logins[post])])


def race(pipe: Connection, orders: str) -> None:
    """Open the sessions, then run every list of case files that comes through the pipe; None ends it."""
    wanted = json.loads(orders)
    sessions = list(_sessions(wanted["logins"], wanted["counts"]))
    racers = Race(sessions, wanted["subdistrict"], wanted["payloads"], wanted["seed"])
    pipe.send("ready")
    while (cases := pipe.recv()) is not None:
        racers.run(cases)
        pipe.send(racers.tally)
        racers.tally = Tally()
    for session in sessions:
        session.connection.close()
