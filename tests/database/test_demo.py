"""The demo district in a real database: loaded whole or not at all, walked on by its own people, simulated, stopped."""

import datetime as dt
import json
import os
import threading
import time
import uuid

import pytest
from little_room import shut
from psycopg2 import sql

pytest.importorskip("shapely", minversion="2.0")

from community_brain_plugin.database.connection import connect, local
from community_brain_plugin.demo import loading, simulate
from community_brain_plugin.demo.assembly import generate
from community_brain_plugin.demo.tables import District
from community_brain_plugin.errors import RoomError, from_database

ANCHOR = dt.date(2026, 7, 15)
SEED = 11
SUBDISTRICT = "990106001"


class Demo:
    """A database with the district, and ways in under its people's logins."""

    def __init__(self, cluster, name):
        self.cluster, self.name = cluster, name

    def connect(self, login="postgres"):
        return connect(local(self.cluster.home, user=login, database=self.name), autocommit=True)

    def query(self, statement, values=(), login="postgres"):
        connection = self.connect(login)
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()


@pytest.fixture(scope="module")
def district():
    return generate(SEED, ANCHOR)


@pytest.fixture(scope="module")
def demo(cluster, template, district):
    """One database for this module, whose tests go on from one another's."""
    name = f"demo_{os.getpid()}"
    administration = connect(local(cluster.home, database="postgres"), autocommit=True)
    with administration.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, template))))
        shut(cursor, name)
    room = Demo(cluster, name)
    load(room.connect(), district)
    yield room
    with administration.cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    administration.close()


def load(connection, district, seed=SEED, anchor=ANCHOR):
    """Load without drawing the district again."""
    connection.autocommit = False
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "generate", lambda *_: district)
        try:
            return loading.load(connection, seed=seed, anchor=anchor)
        finally:
            connection.close()


def test_every_row_arrives_and_every_log_verifies(demo, district):
    for table, frame in district.tables.items():
        found = demo.query(sql.SQL("SELECT count(*) FROM room.{}").format(sql.Identifier(table)))
        assert found[0][0] == len(frame), table
    assert demo.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,)) == []
    assert demo.query("SELECT count(*) FROM room.grid_version WHERE NOT ST_IsValid(geom)") == [(0,)]


def test_collectors_on_duty_walk_by_a_published_plan_when_the_room_opens(demo):
    """Without a person's doing the live map has routes, each given to somebody of the shift that runs."""
    walked = demo.query(
        "SELECT p.staff_number = d.staff_number, jsonb_array_length(p.legs) > 0 FROM desk.patrol_live p"
        " LEFT JOIN desk.on_duty d ON d.staff_number = p.staff_number AND d.role = 'collector'",
        login="demo_shift_leader_1",
    )
    assert walked == [(True, True)] * 4


def test_the_rooms_clock_stands_at_the_anchor_day(demo):
    now = demo.query("SELECT room.room_now()")[0][0]
    assert dt.timedelta(0) <= now - dt.datetime(2026, 7, 15, 1, 30, tzinfo=dt.UTC) < dt.timedelta(minutes=10)


def test_deadlines_are_the_databases_own(demo):
    wrong = demo.query(
        "WITH sample AS (SELECT * FROM room.case_file WHERE dispatched_at IS NOT NULL AND rework_count = 0"
        " AND return_count = 0 ORDER BY md5(case_number) LIMIT 500)"
        " SELECT case_number FROM sample c JOIN room.class_condition k USING (profile, kind, class_code, condition_no)"
        " WHERE abs(extract(epoch FROM c.deadline_at"
        " - desk.deadline(c.dispatched_at, k.limit_amount, k.limit_unit))) > 0.01"
    )
    assert wrong == []


def test_places_of_case_files_are_where_the_database_finds_them(demo):
    wrong = demo.query(
        "SELECT c.case_number FROM room.case_file c, desk.locate(c.subdistrict, c.geom) l"
        " WHERE mod(c.case_id, 40) = 0 AND l.community_code IS DISTINCT FROM c.community_code"
    )
    assert wrong == []


def test_loading_again_does_nothing_and_another_district_is_refused(demo, district):
    assert load(demo.connect(), district).rows == {}
    with pytest.raises(RoomError) as refused:
        load(demo.connect(), district, seed=SEED + 1)
    assert refused.value.code == "demo.other_district"


def test_a_room_with_a_district_of_its_own_is_left_alone(database, district):
    database.query(
        "INSERT INTO room.division (code, level, subdistrict, name_zh, valid_from)"
        " VALUES ('320199001', 'subdistrict', '320199001', '某街道', '2024-01-01')"
    )
    with pytest.raises(RoomError) as refused:
        load(database.connect_as(), district)
    assert refused.value.code == "demo.not_empty"


def test_a_failure_half_way_leaves_the_room_as_it_was(database, district, monkeypatch):
    def fail(_cursor):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(loading, "_finish", fail)
    places = {table: frame for table, frame in district.tables.items() if not table.startswith(("case_", "reporter"))}
    with pytest.raises(RuntimeError):
        load(database.connect_as(), District(SEED, ANCHOR, places))
    assert database.query("SELECT count(*) FROM room.component") == [(0,)]
    assert database.query("SELECT is_demo, demo_seed FROM room.room_info") == [(False, None)]


def test_the_people_of_the_district_go_on_with_its_case_files(demo):
    def dispatch(login):
        case_id, version = demo.query(
            "SELECT case_id, version FROM desk.case_queue WHERE state = 'pending_dispatch' ORDER BY 1 LIMIT 1",
            (),
            login,
        )[0]
        unit = demo.query("SELECT department_code FROM desk.recommend(%s)", (case_id,), "demo_dispatcher_1")[0][0]
        payload = json.dumps({"department_code": unit})
        values = (SUBDISTRICT, case_id, "dispatch", payload, version, str(uuid.uuid4()))
        demo.query("SELECT desk.case_step(%s, %s, %s, %s, %s, %s)", values, login)
        return demo.query("SELECT state FROM room.case_file WHERE case_id = %s", (case_id,))

    assert dispatch("demo_dispatcher_1") == [("pending_handle",)]
    with pytest.raises(Exception, match="wrong_role") as refused:
        dispatch("demo_acceptor_1")
    assert from_database(refused.value).code == "room.wrong_role"


def test_what_stands_suspended_can_be_resumed_by_hand_and_by_the_service(demo):
    suspended = demo.query("SELECT case_id, version FROM room.case_file WHERE state = 'suspended' ORDER BY case_id")
    assert len(suspended) == 3
    case_id, version = suspended[0]
    values = (SUBDISTRICT, case_id, "resume", "{}", version, str(uuid.uuid4()))
    demo.query("SELECT desk.case_step(%s, %s, %s, %s, %s, %s)", values, "demo_dispatcher_1")
    demo.query("UPDATE room.case_file SET suspended_until = room.room_now() WHERE case_id = %s", (suspended[1][0],))
    assert demo.query("SELECT desk.resume_due()", (), "community_brain_service") == [(1,)]
    again = demo.query(
        "SELECT state, clock, due_at IS NOT NULL, late FROM room.case_file WHERE case_id = ANY (%s)",
        ([case for case, _ in suspended[:2]],),
    )
    assert {row[:3] for row in again} == {("pending_handle", "handle", True)}


def test_the_simulator_keeps_the_room_alive_and_stops_at_once(demo):
    counts = "SELECT (SELECT count(*) FROM room.alarm), count(*) FROM room.case_log"
    alarms, before = demo.query(counts)[0]
    stop = threading.Event()
    failures = []

    def play():
        try:
            simulate(demo.connect, 7, 240.0, stop)
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=play)
    thread.start()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not failures:
        if all(now >= least for now, least in zip(demo.query(counts)[0], (alarms + 1, before + 5), strict=True)):
            break
        time.sleep(0.5)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()
    assert failures == []
    assert demo.query("SELECT demo_rate FROM room.room_info")[0][0] == 1
    assert demo.query("SELECT count(*) FROM room.case_log")[0][0] >= before + 5
    assert demo.query("SELECT count(*) FROM room.alarm")[0][0] > alarms
    assert demo.query("SELECT count(*) FROM room.staff_position")[0][0] >= 3
    still = "SELECT DISTINCT state FROM room.case_file JOIN room.case_state USING (state) WHERE is_open"
    standing = {state for (state,) in demo.query(still)} - {"suspended"}
    assert len(standing) == 11, "there is always a case file to try a step on"
    others = "SELECT count(*) FROM room.case_log l JOIN room.staff s USING (staff_number) WHERE s.login <> l.login"
    assert demo.query(others) == [(0,)]
    assert demo.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,)) == []


def test_nothing_is_simulated_in_a_room_that_is_no_demo(database):
    with pytest.raises(RoomError) as refused:
        simulate(database.connect_as, 7, 1.0, threading.Event())
    assert refused.value.code == "demo.not_demo"
    with pytest.raises(RoomError) as refused:
        simulate(database.connect_as, 7, 0.0, threading.Event())
    assert refused.value.code == "demo.bad_speed"
