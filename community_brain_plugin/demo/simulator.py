"""The demo district lives on: readings, reports, officers on foot, and colleagues who act under their own logins.

Every write goes through the database's functions. The room's own time paces everything; `speed` makes the demo clock
run faster, so that the rate of things per hour of the room stays what it is.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import threading
import uuid
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import psycopg2
import psycopg2.extensions
import shapely
from psycopg2.extras import RealDictCursor

from ..errors import RoomError, from_database
from .colleagues import Colleagues
from .pictures import photograph
from .script import Incident, Readings, Report, Script
from .tables import SUBDISTRICT_CODE
from .walks import Walks

LOG = logging.getLogger(__name__)
OWNER, SERVICE = "postgres", "community_brain_service"
Connect = Callable[[str], psycopg2.extensions.connection]
TICK = 0.5
"""Seconds of the real clock between two looks at the room."""
CASES_EVERY, WALK_EVERY, DUTY_EVERY = 4.0, 20.0, 600.0
"""Seconds of the room between looks at the queue, steps of the walkers, and changes of shift."""
KEPT_OPEN = 12
LEFT_STANDING = 1
"""Case files of each state that are left to whoever sits at the desk, so that there is always one to try a step on."""
RETRY = 2.0
PATIENCE_WITH_ALARMS = 1_200.0
"""Half of the alarms are left to the desk for so many seconds more."""


def simulate(connect: Connect, seed: int, speed: float, stop: threading.Event) -> None:
    """Play until `stop` is set; ends within a second of it.

    `connect` opens a connection for a login. A lost connection is tried again until the room is back. Raises RoomError
    `demo.not_demo` in a room that was not made as demo, and `demo.bad_speed` for a speed that is not positive.
    """
    if not speed > 0:
        raise RoomError("demo.bad_speed", speed=speed)
    _set_rate(connect, speed)
    try:
        while not stop.is_set():
            try:
                _Life(connect, seed, stop).live()
            except psycopg2.Error as error:
                LOG.warning("%s", from_database(error))
                stop.wait(RETRY)
            except RoomError as error:
                if not error.code.startswith("database."):
                    raise
                LOG.warning("%s", error)
                stop.wait(RETRY)
    finally:
        _rest(connect)


def _set_rate(connect: Connect, speed: float) -> None:
    """Let the demo clock run at this rate from now on, without a jump."""
    connection = connect(OWNER)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT is_demo, demo_rate FROM room.room_info")
            row = cursor.fetchone()
            if row is None or not row[0]:
                raise RoomError("demo.not_demo")
            if float(row[1]) != speed:
                cursor.execute(
                    "UPDATE room.room_info SET demo_room_time = room.room_now(), demo_server_time = clock_timestamp(),"
                    " demo_rate = %s",
                    (speed,),
                )
    finally:
        connection.close()


def _rest(connect: Connect) -> None:
    """The clock of a room without a simulator runs like any clock."""
    try:
        _set_rate(connect, 1.0)
    except (psycopg2.Error, RoomError) as error:
        LOG.warning("%s", error)


class _People:
    """Connections under persons' own logins; the longest unused is closed when there are many."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._open: OrderedDict[str, psycopg2.extensions.connection] = OrderedDict()

    def ask(self, login: str, statement: str, values: tuple = ()) -> list[dict[str, Any]]:
        """Run one statement under a login, in a transaction of its own."""
        if login not in self._open:
            connection = self._connect(login)
            connection.autocommit = True
            self._open[login] = connection
            while len(self._open) > KEPT_OPEN:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(login)
        with self._open[login].cursor(cursor_factory=RealDictCursor) as cursor:
            cursor.execute(statement, values)
            return [dict(row) for row in cursor.fetchall()] if cursor.description else []

    def close(self) -> None:
        """Close them all."""
        for connection in self._open.values():
            connection.close()


class _Life:
    """One stretch of the room's life over one set of connections."""

    def __init__(self, connect: Connect, seed: int, stop: threading.Event) -> None:
        self._people, self._stop, self._seed = _People(connect), stop, seed
        self._colleagues = Colleagues(seed)
        self._rng = np.random.default_rng([seed, 3])
        self._due: dict[tuple[int, int], float] = {}
        self._next = {"cases": 0.0, "walk": 0.0, "duty": 0.0}
        self._walked: dict[str, float] = {}

    def live(self) -> None:
        """Look, act, wait, until told to stop."""
        try:
            self._look_around()
            while not self._stop.is_set():
                self._tick(self._now())
                self._stop.wait(TICK)
        finally:
            self._people.close()

    def _look_around(self) -> None:
        """What does not change while the simulator runs: sensors, streets, the past."""
        start = self._now()
        self._change_shift(start)
        ask, desk = self._people.ask, self._desk()
        sensors = ask(desk, "SELECT sensor_code, kind FROM desk.sensor ORDER BY kind, sensor_code")
        self._sensors = [row["sensor_code"] for row in sensors]
        kinds = [row["kind"] for row in sensors]
        streets = ask(desk, "SELECT ST_AsBinary(geom) AS shape FROM desk.street ORDER BY street_id")
        self._walks = Walks(self._seed, [shapely.from_wkb(bytes(row["shape"])) for row in streets])
        self._conditions = {
            (row["kind"], row["class_code"]): row["number"]
            for row in ask(desk, "SELECT kind, class_code, count(*) AS number FROM room.class_condition GROUP BY 1, 2")
        }
        self._past = ask(
            desk,
            "SELECT kind, class_code, component_identity, x, y, address, description, source,"
            " extract(hour FROM first_found_at AT TIME ZONE 'Asia/Shanghai')::integer AS hour"
            " FROM desk.case_queue WHERE filed_at IS NOT NULL AND first_found_at < %s ORDER BY case_id LIMIT 20000",
            (self._moment(start - 86_400.0),),
        )
        hours = np.array([row["hour"] for row in self._past], dtype=int)
        self._acts: Iterator[Report | Incident] = iter(Script(self._seed, start, kinds, hours))
        self._waiting = next(self._acts)
        self._readings = Readings(self._seed, start, kinds)

    def _tick(self, now: float) -> None:
        """Everything that fell due since the last look."""
        while self._waiting.at <= now and not self._stop.is_set():
            if isinstance(self._waiting, Incident):
                self._readings.begin(self._waiting)
            else:
                self._report(self._past[self._waiting.like], now)
            self._waiting = next(self._acts)
        self._send_readings(now)
        jobs = (
            ("duty", DUTY_EVERY, self._change_shift),
            ("walk", WALK_EVERY, self._walk),
            ("cases", CASES_EVERY, self._work),
        )
        for name, every, job in jobs:
            if now >= self._next[name] and not self._stop.is_set():
                self._next[name] = now + every
                job(now)

    def _now(self) -> float:
        return float(self._people.ask(SERVICE, "SELECT extract(epoch FROM room.room_now()) AS now")[0]["now"])

    @staticmethod
    def _moment(now: float) -> dt.datetime:
        return dt.datetime.fromtimestamp(now, tz=dt.UTC)

    def _desk(self) -> str:
        """A login that sees the whole subdistrict."""
        return self._colleagues.somebody("dispatcher", self._rng) or "demo_dispatcher_1"

    def _change_shift(self, _now: float) -> None:
        duty: dict[str, list[str]] = {}
        rows = self._people.ask(
            "demo_dispatcher_1", "SELECT role, staff_number FROM desk.on_duty ORDER BY role, staff_number"
        )
        for row in rows:
            duty.setdefault(row["role"], []).append(row["staff_number"])
        self._colleagues.duty = duty

    def _send_readings(self, now: float) -> None:
        due = self._readings.due(now)
        if due:
            batch = [
                {"sensor_code": self._sensors[number], "observed_at": self._moment(moment).isoformat(), "value": value}
                for number, moment, value in due
            ]
            self._people.ask(SERVICE, "SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT_CODE, json.dumps(batch)))

    def _report(self, like: dict[str, Any], now: float) -> None:
        """Report something like an earlier case file, by a collector on the street or an acceptor on the telephone."""
        post = "collector" if like["source"] == "collector" else "acceptor"
        login = self._colleagues.somebody(post, self._rng)
        if login is None:
            return
        keys = ("class_code", "kind", "address", "description")
        payload = {key: like[key] for key in keys} | {
            "source": "hotline" if like["source"] == "sensor" else like["source"]
        }
        payload |= (
            {"component_identity": like["component_identity"]}
            if like["component_identity"]
            else {
                "x": round(like["x"] + float(self._rng.normal(0.0, 2.0)), 2),
                "y": round(like["y"] + float(self._rng.normal(0.0, 2.0)), 2),
            }
        )
        self._try(login, "SELECT desk.report_case(%s, %s)", (json.dumps(payload), self._request()))

    def _walk(self, now: float) -> None:
        """Collectors on duty and a few workers go their ways."""
        on_foot = self._colleagues.duty.get("collector", []) + self._colleagues.duty.get("worker", [])[:4]
        for number in on_foot:
            login = self._colleagues.login(number)
            if login is None or self._stop.is_set():
                return
            seconds = min(now - self._walked.get(number, now - WALK_EVERY), 600.0)
            self._walked[number] = now
            x, y = self._walks.step(number, seconds)
            self._try(
                login,
                "SELECT desk.move_staff(%s, ST_X(p.geom), ST_Y(p.geom), %s) FROM (SELECT ST_Transform("
                "ST_SetSRID(ST_MakePoint(%s, %s), Find_SRID('room', 'street', 'geom')), 4490) AS geom) p",
                (number, self._moment(now), x, y),
            )

    def _work(self, now: float) -> None:
        """Colleagues take the steps whose time has come, and see to alarms."""
        self._see_alarms(now)
        cases = self._people.ask(
            self._desk(),
            "SELECT case_id, version, state, kind, class_code, condition_no, department_code, handler, source,"
            " handled_at, checked_at, check_passed, due_at, subdistrict FROM desk.case_queue"
            " WHERE is_open AND state <> 'suspended' ORDER BY case_id",
        )
        fresh: dict[tuple[int, int], float] = {}
        first_look, standing = not self._due, Counter(case["state"] for case in cases)
        for case in cases:
            key = (case["case_id"], case["version"])
            case |= {"now": self._moment(now), "conditions": self._conditions[case["kind"], case["class_code"]]}
            wait = self._colleagues.pause(case) * (self._rng.random() if first_look else 1.0)
            fresh[key] = self._due.get(key, now + wait)
            if fresh[key] <= now and standing[case["state"]] > LEFT_STANDING and not self._stop.is_set():
                standing[case["state"]] -= 1
                self._take_step(case)
                fresh[key] = now + 600.0
        self._due = fresh

    def _take_step(self, case: dict[str, Any]) -> None:
        recommended = None
        if case["state"] in ("pending_dispatch", "returned_dispatcher"):
            rows = self._people.ask(self._desk(), "SELECT department_code FROM desk.recommend(%s)", (case["case_id"],))
            # Work to be done again goes to the unit that did it.
            recommended = case["department_code"] or (rows[0]["department_code"] if rows else None)
            if recommended is None:
                return
        move = self._colleagues.move(case, recommended)
        if move is not None:
            shot = photograph(case, move.action)
            if shot is not None:
                self._try(move.login, "SELECT desk.attach(%s, %s, %s, 'image/png', %s)", shot)
            self._try(
                move.login,
                "SELECT desk.case_step(%s, %s, %s, %s, %s, %s)",
                (
                    case["subdistrict"],
                    case["case_id"],
                    move.action,
                    json.dumps(move.payload),
                    case["version"],
                    self._request(),
                ),
            )

    def _see_alarms(self, now: float) -> None:
        """An acceptor sees an alarm after some minutes; some become case files."""
        alarms = self._people.ask(
            self._desk(),
            "SELECT alarm_id, version, raised_at, cleared_at, case_id, event_class_code, address, x, y, sensor_kind_zh"
            " FROM desk.alarm_live WHERE acknowledged_at IS NULL ORDER BY alarm_id",
        )
        for alarm in alarms:
            rng = np.random.default_rng([self._seed, alarm["alarm_id"], 4])
            wait = 420.0 * float(np.exp(rng.normal(0.0, 0.6))) + (PATIENCE_WITH_ALARMS if rng.random() < 0.5 else 0.0)
            login = self._colleagues.somebody("acceptor", rng)
            if now - alarm["raised_at"].timestamp() < wait or login is None or self._stop.is_set():
                continue
            values = (alarm["alarm_id"], "acknowledge", "{}", alarm["version"], self._request())
            done = self._try(login, "SELECT desk.alarm_step(%s, %s, %s, %s, %s)", values)
            if done and alarm["cleared_at"] is None and alarm["case_id"] is None and rng.random() < 0.3:
                self._report_alarm(alarm, login)

    def _report_alarm(self, alarm: dict[str, Any], login: str) -> None:
        if not (alarm["event_class_code"] or "").startswith(("06", "09", "10")):
            return
        payload = {
            "class_code": alarm["event_class_code"],
            "kind": "event",
            "source": "sensor",
            "alarm_id": alarm["alarm_id"],
            "address": alarm["address"],
            "x": alarm["x"],
            "y": alarm["y"],
            "description": f"{alarm['sensor_kind_zh']}报警：{alarm['address']}，请现场核实",
        }
        self._try(login, "SELECT desk.report_case(%s, %s)", (json.dumps(payload), self._request()))

    @staticmethod
    def _request() -> str:
        """Return a new request id; not of the seed, since a simulator started again would repeat its first run's."""
        return str(uuid.uuid4())

    def _try(self, login: str, statement: str, values: tuple) -> bool:
        """Act; a refusal means that somebody else was faster or knows better, and nothing is lost."""
        try:
            self._people.ask(login, statement, values)
        except psycopg2.Error as error:
            refusal = from_database(error)
            if refusal.code.startswith("database.connection"):
                raise
            LOG.info("%s: %s", login, refusal)
            return False
        return True
