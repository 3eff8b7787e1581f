"""A small live room for tests and benchmarks: one subdistrict, a few people, cases to move, the resident service."""

import collections
import contextlib
import json
import random
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from community_brain_plugin.database.connection import SERVICE_LOGIN, connect
from community_brain_plugin.database.difference import Change, Difference
from community_brain_plugin.database.feed import Connection, ConnectionState, FeedReader
from community_brain_plugin.database.service import serve

SUBDISTRICT = "320199001"
DEPARTMENTS = ("D01", "D02")
CLASS, CONDITION = "01001", 1


def furnish(room) -> None:
    """Give a migrated database a subdistrict of one square kilometre and two handling units."""
    room.query(
        "INSERT INTO room.division (code, level, subdistrict, name_zh, valid_from, geom) VALUES"
        " (%s, 'subdistrict', %s, '测试街道', '2020-01-01',"
        "  ST_Multi(ST_MakeEnvelope(0, 0, 1000, 1000, (SELECT srid FROM room.room_info))))",
        (SUBDISTRICT, SUBDISTRICT),
    )
    for code in DEPARTMENTS:
        room.query(
            "INSERT INTO room.department (subdistrict, department_code, name_zh, kind, valid_from)"
            " SELECT %s, %s, %s, min(kind), '2020-01-01' FROM room.department_kind",
            (SUBDISTRICT, code, f"单位{code}"),
        )


def report(room, login: str, x: float = 500.0, y: float = 500.0) -> int:
    """Report a case by its function and return its id."""
    payload = json.dumps({"kind": "component", "class_code": CLASS, "x": x, "y": y})
    answer = room.query("SELECT desk.report_case(%s, %s)", (payload, str(uuid.uuid4())), login=login)
    return answer[0][0]["case_id"]


def step(room, login: str, case_id: int, action: str, version: int, **payload: object) -> None:
    """Take one step of a case."""
    values = (SUBDISTRICT, case_id, action, json.dumps(payload), version, str(uuid.uuid4()))
    room.query("SELECT desk.case_step(%s, %s, %s, %s, %s, %s)", values, login=login)


def make_cases(room, count: int) -> list[int]:
    """Put plain reported cases into the room, past the functions, and return their ids."""
    found = room.query(
        "INSERT INTO room.case_file (subdistrict, case_number, version, state, profile, kind, class_code, source,"
        " description, geom, first_found_at)"
        " SELECT %s, gen_random_uuid()::text, 1, 'reported', profile, 'component', %s, 'desk', 'test',"
        "        ST_SetSRID(ST_MakePoint(random() * 1000, random() * 1000), i.srid), room.room_now()"
        " FROM generate_series(1, %s) n, room.room_info i, room.class_profile p WHERE p.is_default RETURNING case_id",
        (SUBDISTRICT, CLASS, count),
    )
    return [row[0] for row in found]


@contextlib.contextmanager
def service(room) -> Iterator[None]:
    """Run the resident service for a while."""
    stop = threading.Event()
    thread = threading.Thread(
        target=serve, args=(lambda: connect(room.parameters(SERVICE_LOGIN), autocommit=True), stop), daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(5)


@dataclass
class Received:
    """One change as a reader got it: the version of the case it brought (if any), and when."""

    change: Change
    version: int | None
    monotonic: float


class Listener:
    """A feed reader on a thread, with everything it was given."""

    def __init__(self, parameters) -> None:
        self.differences: list[Difference] = []
        self.states: list[tuple[float, Connection]] = []
        self.received: list[Received] = []
        self.rows: dict[str, dict] = {}
        self._news = threading.Condition()
        self._reader = FeedReader(parameters, self._deliver, self._report)
        self._thread = threading.Thread(target=self._reader.run, daemon=True)

    def __enter__(self) -> "Listener":
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def stop(self) -> float:
        """Stop the reader; return how many seconds that took."""
        began = time.monotonic()
        self._reader.stop()
        self._thread.join(10)
        return time.monotonic() - began

    @property
    def state(self) -> ConnectionState | None:
        return self.states[-1][1].state if self.states else None

    def wait_for(self, condition, seconds: float = 5.0) -> bool:
        """Wait until `condition()` holds; return whether it did."""
        with self._news:
            return self._news.wait_for(condition, seconds)

    def wait_until_live(self, seconds: float = 10.0) -> bool:
        return self.wait_for(lambda: self.state == ConnectionState.LIVE, seconds)

    def _deliver(self, difference: Difference) -> None:
        now = time.monotonic()
        with self._news:
            self.differences.append(difference)
            if difference.full:
                self.rows = {subject: dict(rows) for subject, rows in difference.rows.items()}
            for subject, rows in difference.rows.items():
                self.rows.setdefault(subject, {}).update(rows)
            for subject, keys in difference.removed.items():
                for key in keys:
                    self.rows[subject].pop(key, None)
            cases = difference.rows.get("case", {})
            for change in difference.changes:
                row = cases.get(int(change.key)) if change.subject == "case" else None
                self.received.append(Received(change, row["version"] if row else None, now))
            self._news.notify_all()

    def _report(self, connection: Connection) -> None:
        with self._news:
            self.states.append((time.monotonic(), connection))
            self._news.notify_all()


@dataclass
class Writers:
    """Threads that change cases at random moments, and when each version was committed.

    Each writer opens a transaction, changes one case, waits at random and commits, so that commits happen in another
    order than numbers are given.
    """

    parameters: dict[str, str]
    cases: Sequence[int]
    count: int = 12
    pause: float = 0.05
    hold: float = 0.05
    committed: dict[tuple[int, int], float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._write, args=(n,), daemon=True) for n in range(self.count)]

    def __enter__(self) -> "Writers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(10)

    def _write(self, number: int) -> None:
        chance = random.Random(number)
        connection = None
        while not self._stop.is_set():
            try:
                connection = connection or connect(self.parameters, application="writer")
                self._change(connection, chance)
            except Exception as error:
                self.faults.append(str(error))
                connection = None
                self._stop.wait(0.2)
        if connection is not None:
            connection.close()

    def _change(self, connection, chance: random.Random) -> None:
        case_id = chance.choice(self.cases)
        with connection.cursor() as cursor:
            # Beside a step, a change is told by a column that no step sets.
            cursor.execute(
                "UPDATE room.case_file SET version = version + 1, address = address WHERE case_id = %s"
                " RETURNING version",
                (case_id,),
            )
            version = cursor.fetchone()[0]
            time.sleep(chance.uniform(0, self.hold))
        connection.commit()
        self.committed[case_id, version] = time.monotonic()
        time.sleep(chance.uniform(0, self.pause))


def newest(room) -> int:
    """Return the transaction of the newest change; 0 where there is none."""
    return int(room.query("SELECT coalesce(max(xid::text::bigint), 0) FROM desk.news")[0][0])


def told(room, since: int) -> list[Change]:
    """Return what changed after a transaction, in the order of the transactions, each once."""
    rows = room.query(
        "SELECT DISTINCT xid::text::bigint, subject, key FROM desk.news WHERE xid > %s::text::xid8 ORDER BY 1", (since,)
    )
    return [Change(*row) for row in rows]


def problems(listener: Listener, room, since: int, writers: Writers, limit: float) -> list[str]:
    """Compare what a reader got with what the database holds; return every fault in words.

    `since` is the transaction of the newest change before the reader began; `limit` the longest allowed time in seconds
    from a commit until its change is delivered.
    """
    given = collections.Counter(received.change for received in listener.received)
    found = [f"missed {change}" for change in told(room, since) if change not in given]
    found += [f"doubled {change}" for change, times in given.items() if times > 1]
    latest: dict[str, int] = {}
    arrived: dict[tuple[int, int], float] = {}
    for received in listener.received:
        key, brought = received.change.key, received.version
        if brought is None:
            continue
        if brought < latest.get(key, 0):
            found.append(f"case {key}: version {brought} after {latest[key]}")
        for version in range(latest.get(key, 1) + 1, brought + 1):
            arrived[int(key), version] = received.monotonic
        latest[key] = max(brought, latest.get(key, 0))
    for (case_id, version), at in writers.committed.items():
        late = arrived.get((case_id, version), float("inf")) - at
        if late > limit:
            found.append(f"case {case_id} version {version}: {late:.2f} s after its commit")
    return found
