"""A client that turns the session itself against the room: how it has texts read, names found, rows seen."""

import contextlib
import re
import threading
import time
import uuid
from collections.abc import Iterator

import psycopg2
import pytest
from little_room import (
    COMMUNITIES,
    FIRE_LANE,
    JPEG,
    ORIGIN,
    POSTS,
    PROPERTY,
    SANITATION,
    SUBDISTRICT,
    USUAL_WAY,
    LittleRoom,
)
from psycopg2 import sql
from psycopg2.extras import Json

from community_brain_plugin.cases import verification
from community_brain_plugin.database import service
from community_brain_plugin.database.connection import LOGIN_CONNECTIONS, SERVICE_LOGIN, connect, local
from community_brain_plugin.database.importing.founding import Founding, found, read_table
from community_brain_plugin.errors import RoomError

STEP = "SELECT desk.case_step(%s, %s, %s, %s, %s, gen_random_uuid())"
#: What a session may set of how text is read and written, names are found, rows are seen, queries are planned and kept.
READING = {
    "standard_conforming_strings": "off", "backslash_quote": "on", "transform_null_equals": "on", "array_nulls": "off",
    "extra_float_digits": "-15", "bytea_output": "escape", "IntervalStyle": "sql_standard", "DateStyle": "SQL, DMY",
    "TimeZone": "Etc/GMT+12", "quote_all_identifiers": "on", "xmloption": "document", "check_function_bodies": "off",
}  # fmt: skip
PLANNING = {
    "search_path": "pg_temp", "row_security": "off",
    "gin_fuzzy_search_limit": "1", "enable_indexscan": "off", "enable_seqscan": "off",
    "plan_cache_mode": "force_generic_plan", "room.login": "little_shift_leader",
    "synchronous_commit": "off", "default_transaction_deferrable": "on",
}  # fmt: skip


def result_of_the_usual_way(room, settings: dict[str, str]) -> dict[str, object]:
    """Lead a case file from report to closing with these settings; return what became of it, but for moments."""
    for post in {post for post, _, _ in USUAL_WAY["closed"]}:
        with room.session(post).cursor() as cursor:
            cursor.execute("DISCARD ALL")
            for name, value in settings.items():
                cursor.execute("SELECT set_config(%s, %s, false)", (name, value))
    case = room.case_in("closed", description="a\\b 'c' 1.10", priority=2)
    stored = room.case(case)
    varying = {"case_id", "case_number"} | {key for key in stored if key.endswith(("_at", "_hash", "_until"))}
    log = room.query(
        "SELECT version, action, from_state, to_state, staff_number, role, axis, reason, payload::text"
        " FROM room.case_log WHERE case_id = %s ORDER BY version",
        (case,),
    )
    return {"file": {key: value for key, value in stored.items() if key not in varying}, "log": log}


@pytest.mark.parametrize("settings", [READING, PLANNING], ids=["reading", "planning"])
def test_no_setting_of_a_session_changes_what_a_step_does_or_keeps(room, settings):
    faults = "SELECT * FROM desk.verify_log(%s)"
    plain = result_of_the_usual_way(room, {})
    assert result_of_the_usual_way(room, settings) == plain
    assert room.query(faults, (SUBDISTRICT,), "acceptor") == []
    assert result_of_the_usual_way(room, {}) == plain
    assert room.query(faults, (SUBDISTRICT,), "acceptor") == []


def test_no_text_of_a_function_means_something_else_in_another_session(room):
    """A backslash does where a session has set `standard_conforming_strings` off, but for one in an E''."""
    texts = room.query(
        "SELECT p.oid::regprocedure::text, p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname IN ('room', 'desk')"
    )
    plain = {name: re.sub(r"--[^\n]*|\bE'(?:[^'\\]|''|\\.)*'", "", text) for name, text in texts}
    assert len(plain) > 300
    assert [name for name, text in plain.items() if "\\" in text] == []


_LEAK = """
    CREATE FUNCTION public.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$
    BEGIN
        RAISE NOTICE 'seen %', $1;
        RETURN true;
    END $$
"""


def test_a_function_of_one_s_own_in_a_query_is_told_of_no_row_one_may_not_read(room):
    """One that costs nothing is asked first, but never before row security."""
    case = room.case_in("pending_dispatch", contact={"name": "李女士", "phone": "13800000000"})
    room.step("dispatcher", case, "dispatch", department_code=SANITATION, reason="test")
    session = room.connect("officer")
    with room.session().cursor() as cursor:
        cursor.execute(_LEAK)
    with session.cursor() as cursor:
        for place, column in (
            ("room.case_file", "department_code"),
            ("desk.case_queue", "department_code"),
            ("desk.case_log", "case_id"),
            ("room.reporter_contact", "name"),
            ("desk.outbox", "department_code"),
            ("room.change", "key"),
        ):
            query = sql.SQL("SELECT count(*) FROM {} t WHERE public.leak(t.{}::text)")
            cursor.execute(query.format(sql.Identifier(*place.split(".")), sql.Identifier(column)))
            told = " ".join(session.notices)
            session.notices.clear()
            assert SANITATION not in told, place
            assert "李女士" not in told, place
            assert f"seen {case}" not in told.split("\n"), place


def test_who_leaves_a_transaction_open_holds_up_nobody_but_those_at_the_same_case_file(own_room):
    """A report, a step, a state of an area, a seal, a handover, an import: others go on beside it."""
    cases = [own_room.case_in("pending_dispatch") for _ in range(8)]
    back = "SELECT desk.case_step(%s, %s, 'return_to_acceptor', %s, 2, gen_random_uuid())"
    report = Json({"class_code": FIRE_LANE, "x": ORIGIN[0] + 50, "y": ORIGIN[1] + 50})
    held = [
        ("collector", "SELECT desk.report_case(%s, gen_random_uuid())", (report,)),
        ("second_dispatcher", back, (SUBDISTRICT, cases.pop(), Json({"reason": "x"}))),
        ("shift_leader", "SELECT desk.set_area_state('community', %s, 'emergency', 'x')", (COMMUNITIES[0],)),
        ("shift_leader", "SELECT desk.seal_log(%s, 'x')", (SUBDISTRICT,)),
        ("shift_leader", "SELECT desk.handover_prepare()", ()),
        ("planner", "SELECT desk.import_begin('street', 'x')", ()),
        ("analyst", "LOCK TABLE room.class IN ACCESS SHARE MODE", ()),
    ]
    own_room.query("SET lock_timeout = '10s'", post="dispatcher")
    own_room.query("SET lock_timeout = '10s'", post="acceptor")
    for post, statement, values in held:
        idle = own_room.connect(post, autocommit=False)
        idle.cursor().execute(statement, values)
        own_room.step("dispatcher", cases.pop(), "return_to_acceptor", reason="x")
        own_room.report("acceptor")
        idle.rollback()


def test_whoever_has_a_post_cannot_take_its_rights_from_the_others(own_room):
    """A member of a role may ask to drop what it owns, and what it was granted goes with that."""
    taken = ("DROP OWNED BY room_desk", "DROP OWNED BY room_worker", "REASSIGN OWNED BY room_desk TO CURRENT_USER")
    for statement in taken:
        with contextlib.suppress(psycopg2.Error), own_room.session("worker").cursor() as cursor:
            cursor.execute(statement)
    case = own_room.case_in("closed")
    assert own_room.one("SELECT state FROM desk.case_queue WHERE case_id = %s", (case,), "worker") == "closed"
    assert own_room.one("SELECT count(*) > 0 FROM desk.grid", (), "analyst")
    assert own_room.report("collector", str(uuid.uuid4()))["state"] == "reported"


#: What PostgreSQL and PostGIS give to every login of a server: writes, locks of numbers anybody may choose, and what
#: they know of tables that row security guards.
FOR_EVERYBODY = [
    "CREATE TEMP TABLE hoard AS SELECT repeat('x', 1000) FROM generate_series(1, 1000)",
    "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    "SELECT lo_creat(-1)",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'hoard')",
    "SELECT lo_put(1, 0, 'hoard')",
    "SELECT lowrite(0, 'hoard')",
    "SELECT pg_logical_emit_message(false, 'hoard', repeat('x', 1000000))",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock_shared(1, 1)",
    "SELECT ST_EstimatedExtent('room', 'case_file', 'geom')",
    "SELECT ST_EstimatedExtent('case_file', 'geom')",
    "SELECT _postgis_stats('room.case_file', 'geom')",
    "SELECT _postgis_index_extent('room.case_file', 'geom')",
    "SELECT _postgis_selectivity('room.case_file', 'geom', ST_MakeEnvelope(0, 0, 1, 1, 4549))",
]


@pytest.fixture(scope="module")
def migrated_room(cluster, template, little_template) -> Iterator[LittleRoom]:
    """The database that was migrated and not copied: a copy does not copy the rights of its database."""
    room = LittleRoom(cluster, template)
    yield room
    room.close()


@pytest.mark.parametrize("post", [*POSTS, "service"])
def test_what_a_server_gives_to_everybody_a_room_takes_back(migrated_room, post):
    session = migrated_room.connect(post)
    for statement in FOR_EVERYBODY:
        with session.cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute(statement)


@pytest.mark.parametrize("post", ["worker", "service"])
def test_no_login_holds_a_lock_that_a_step_waits_for(room, post):
    """Whoever might, would stop all reports, imports or the resident service by one query left open."""
    keys = ("'known units'", f"'import {SUBDISTRICT}'", f"'handover {SUBDISTRICT}'", "'rules'")
    taking = ["pg_advisory_xact_lock", "pg_advisory_lock", "pg_try_advisory_xact_lock", "pg_advisory_lock_shared"]
    for name in taking:
        for key in keys:
            with room.connect(post).cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
                cursor.execute(f"SELECT {name}(hashtextextended({key}, 0))")


def test_who_holds_the_readings_holds_up_neither_sensors_nor_colleagues(own_room):
    """The service wants the table for itself once a month: it gives up, and nobody queues behind it for good."""
    own_room.query("SELECT desk.make_partitions(now() - interval '20 months')")
    idle = own_room.connect("worker", autocommit=False)
    idle.cursor().execute("LOCK TABLE room.reading IN ACCESS SHARE MODE")
    make = "SELECT desk.roll_partitions()"
    own_room.query("SET statement_timeout = '20s'", post="service")
    with pytest.raises(psycopg2.errors.LockNotAvailable):
        own_room.session("service").cursor().execute(make)
    reading = Json([{"sensor_code": "WATER", "observed_at": own_room.one("SELECT now()::text"), "value": 0}])
    assert own_room.query("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, reading), "service")
    idle.rollback()
    assert own_room.one(make, (), "service") > 0


@pytest.mark.parametrize("isolation", ["REPEATABLE READ", "SERIALIZABLE"])
def test_nobody_acts_on_in_a_view_from_before_he_lost_his_post(own_room, isolation):
    """A session that began while he had it; the filing of a colleague is not what it goes by, either."""
    cases = [own_room.case_in("pending_dispatch") for _ in range(2)]
    old = own_room.connect("dispatcher", autocommit=False)
    old.set_session(isolation_level=isolation)
    with old.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM desk.case_queue")
    own_room.query("UPDATE room.staff_role SET valid_to = room.room_today() - 1 WHERE staff_number = '1004'")
    payloads = {"dispatch": {"department_code": PROPERTY}, "return_to_acceptor": {"reason": "x"}}
    for case, (action, payload) in zip(cases, payloads.items(), strict=True):
        with old.cursor() as cursor:
            cursor.execute("SAVEPOINT before")
            with pytest.raises(psycopg2.Error, match=r"room\.old_view"):
                cursor.execute(STEP, (SUBDISTRICT, case, action, Json(payload), 2))
            cursor.execute("ROLLBACK TO before")
    old.commit()
    assert [own_room.case(case)["version"] for case in cases] == [2, 2]


def test_a_plan_tells_nobody_what_stands_in_rows_he_may_not_see(own_room):
    """The planner knows all rows; of names and numbers it has been told nothing that its estimates could spell out."""
    for number in range(40):
        own_room.report(
            contact={"name": "李女士", "phone": f"1380000{number:04d}"}, description="井盖缺失", address="中山路1号"
        )
    own_room.session().cursor().execute("ANALYZE")
    questions = {
        "room.reporter_contact": (
            "name = '李女士'",
            "name = '王女士'",
            "phone < '13800000020'",
            "phone < '13900000000'",
        ),
        "room.case_file": ("description = '井盖缺失'", "description = '无'", "address = '中山路1号'", "address = '无'"),
    }
    for table, conditions in questions.items():
        estimates = [
            own_room.one(f"EXPLAIN (FORMAT json) SELECT * FROM {table} WHERE {condition}", (), "worker")[0]["Plan"]
            for condition in conditions
        ]
        rows = [plan["Plan Rows"] for plan in estimates]
        assert rows[::2] == rows[1::2], table


@pytest.mark.parametrize("post", ["worker", "neighbour", "neighbour_officer"])
def test_what_a_query_took_tells_nobody_what_stands_in_rows_he_may_not_see(own_room, post):
    """EXPLAIN (ANALYZE) says what was never executed: what is asked before the policy would spell out every text."""
    case = own_room.report(contact={"name": "李女士", "phone": "13800000000"}, address="中山路1号")["case_id"]
    own_room.walk(case, USUAL_WAY["pending_dispatch"])
    own_room.step("dispatcher", case, "dispatch", department_code=SANITATION, reason="李女士家")
    own_room.step("other_officer", case, "assign", handler="3002")
    attach = "SELECT desk.attach(%s, 'after', 'a.jpg', 'image/jpeg', %s)"
    own_room.query(attach, (case, psycopg2.Binary(JPEG)), "other_officer")
    own_room.query("SELECT desk.outbox_hand(%s, 'text', 'x')", (case,), "dispatcher")
    columns = own_room.query(
        "SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relname IN ('case_file', 'case_log', 'case_attachment', 'outbox', 'room_log', 'reporter_contact')"
        " AND c.relnamespace = 'room'::regnamespace AND a.atttypid = 'text'::regtype AND attname <> 'subdistrict'"
        " AND has_column_privilege(%s, c.oid, a.attnum, 'SELECT')",
        (f"little_{post}",),
    )
    assert len(columns) > 30
    session = own_room.connect(post)
    with session.cursor() as cursor:
        cursor.execute("SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off")
        for table, column in columns:
            for condition in ("{} < ANY (ARRAY[%s])", "{} < %s", "{} >= ANY (ARRAY[%s, %s])"):
                told = []
                for text in ("", "\U0010ffff"):
                    query = sql.SQL(
                        "EXPLAIN (ANALYZE, COSTS off, TIMING off, SUMMARY off) SELECT 1 FROM room.{} WHERE "
                    )
                    query = query.format(sql.Identifier(table)) + sql.SQL(condition).format(sql.Identifier(column))
                    cursor.execute(query, (text,) * condition.count("%s"))
                    lines = [line for (line,) in cursor.fetchall() if "Filter:" not in line or "Removed" in line]
                    told.append(lines)
                assert told[0] == told[1], (table, column, condition)


def test_who_leaves_a_step_open_is_put_out_and_his_step_was_none(own_room):
    """He would keep a case file from everybody else, and choose later whether his step was taken in time."""
    case = own_room.case_in("pending_dispatch")
    idle = own_room.connect("dispatcher", autocommit=False)
    idle.cursor().execute(STEP, (SUBDISTRICT, case, "return_to_acceptor", Json({"reason": "x"}), 2))
    reader = own_room.connect("analyst", autocommit=False)
    reader.cursor().execute("LOCK TABLE room.case_file IN ACCESS SHARE MODE")
    ended = "SELECT desk.end_open(%s, %s)"
    assert own_room.one(ended, ("1 minute", "1 hour"), "service") == 0, "there is time to think"
    assert own_room.one(ended, ("0", "1 hour"), "service") == 1
    with pytest.raises(psycopg2.OperationalError):
        idle.commit()
    own_room.query("SET lock_timeout = '10s'", post="second_dispatcher")
    assert own_room.step("second_dispatcher", case, "return_to_acceptor", reason="x")["version"] == 3
    assert own_room.one(ended, ("1 hour", "0"), "service") == 1, "who only reads has longer"
    with pytest.raises(psycopg2.OperationalError):
        reader.commit()
    with own_room.session("shift_leader").cursor() as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        cursor.execute(ended, ("0", "0"))


def flood(room, megabytes: int) -> None:
    """Say what nobody asked for on the channel that desks listen to."""
    with room.session("analyst").cursor() as cursor:
        for _ in range(megabytes):
            cursor.execute(
                "SELECT count(pg_notify('room_tick', repeat('x', 7900) || n)) FROM generate_series(1, 130) n"
            )


def test_who_listens_and_does_not_take_what_is_said_is_put_out(own_room):
    """What is said waits on the server's disk for him, until there is no room and nobody hears of any change."""
    ended = "SELECT desk.end_open(%s, %s)"
    deaf, amid = own_room.connect("worker"), own_room.connect("planner", autocommit=False)
    for session in (deaf, amid):
        session.cursor().execute("LISTEN room_tick")
    amid.commit()
    amid.cursor().execute("SELECT 1")
    flood(own_room, 10)
    assert own_room.one(ended, ("1 day", "1 day"), "service") == 0, "there is time to wake up"
    assert own_room.one(ended, ("0", "1 hour"), "service") == 1, "he is idle, and yet does not listen"
    with pytest.raises(psycopg2.DatabaseError):
        deaf.cursor().execute("SELECT 1")
    flood(own_room, 90)
    assert own_room.one(ended, ("0", "1 hour"), "service") == 1, (
        "who holds it up amid a transaction that only reads, too"
    )
    with pytest.raises(psycopg2.DatabaseError):
        amid.commit()
    own_room.session("analyst").cursor().execute("SELECT pg_notify('room_tick', '')")
    assert own_room.one("SELECT pg_notification_queue_usage() < 0.01")


def test_the_resident_service_goes_on_beside_whoever_holds_what_it_wants(own_room):
    """A shift leader seals the log and leaves it open: seals wait for him, orders and heartbeats do not."""
    idle = own_room.connect("shift_leader", autocommit=False)
    idle.cursor().execute("SELECT desk.seal_log(%s, 'x')", (SUBDISTRICT,))
    stop, said = threading.Event(), []
    entry = lambda: connect(local(own_room.cluster.home, SERVICE_LOGIN, own_room.name), autocommit=True)  # noqa: E731
    serving = threading.Thread(target=service.serve, args=(entry, stop, said.append))
    serving.start()
    try:
        deadline = time.monotonic() + 30
        while not own_room.one(
            "SELECT bool_or(at - started_at > interval '1 s') FROM room.service_heartbeat WHERE leads"
        ):
            assert time.monotonic() < deadline, "no work was done after the seal"
            time.sleep(0.1)
    finally:
        idle.rollback()
        stop.set()
        serving.join()
    assert [line for line in said if line.startswith("seal: ")]


def test_no_login_takes_all_connections(own_room, tmp_path):
    """A person gets so many that two windows have enough, and an administrator's own number stays."""
    path = tmp_path / "staff.csv"
    path.write_text("staff_number,name,login,roles\nN1,x,little_greedy,worker\n", encoding="utf-8")
    entry = own_room.connect(autocommit=False)
    found(entry, Founding(SUBDISTRICT, staff=read_table(path)))
    parameters = local(own_room.cluster.home, "little_greedy", own_room.name)
    with contextlib.ExitStack() as taken:
        for _ in range(LOGIN_CONNECTIONS):
            taken.enter_context(contextlib.closing(connect(parameters)))
        with pytest.raises(RoomError) as caught:
            connect(parameters)
        assert caught.value.code == "database.too_many_connections"
        assert own_room.connect("worker"), "there is room for the others"
    assert "little_greedy" not in verification.unlimited(own_room.session())
    assert "little_worker" in verification.unlimited(own_room.session()), "made by hand, without a limit"
    own_room.session().cursor().execute("ALTER ROLE little_greedy CONNECTION LIMIT 5")
    found(entry, Founding(SUBDISTRICT, staff=read_table(path)))
    assert own_room.query("SELECT rolconnlimit FROM pg_roles WHERE rolname = 'little_greedy'") == [(5,)]
    entry.close()
    own_room.session().cursor().execute("DROP OWNED BY little_greedy; DROP ROLE little_greedy")
