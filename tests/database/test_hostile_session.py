"""A client that turns the session itself against the room: how it has texts read, names found, rows seen."""

import contextlib
import re
import uuid

import psycopg2
import pytest
from little_room import COMMUNITIES, FIRE_LANE, ORIGIN, SANITATION, SUBDISTRICT, USUAL_WAY
from psycopg2 import sql
from psycopg2.extras import Json

#: What a session may set of how text is read and written, names are found, rows are seen, queries are planned and kept.
READING = {
    "standard_conforming_strings": "off", "backslash_quote": "on", "transform_null_equals": "on", "array_nulls": "off",
    "extra_float_digits": "-15", "bytea_output": "escape", "IntervalStyle": "sql_standard", "DateStyle": "SQL, DMY",
    "TimeZone": "Etc/GMT+12", "quote_all_identifiers": "on", "xmloption": "document", "check_function_bodies": "off",
}  # fmt: skip
PLANNING = {
    "search_path": "pg_temp", "row_security": "off", "default_transaction_isolation": "serializable",
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
    CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$
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
    with session.cursor() as cursor:
        cursor.execute(_LEAK)
        for place, column in (
            ("room.case_file", "department_code"),
            ("desk.case_queue", "department_code"),
            ("desk.case_log", "case_id"),
            ("room.reporter_contact", "name"),
            ("desk.outbox", "department_code"),
            ("room.change", "key"),
        ):
            query = sql.SQL("SELECT count(*) FROM {} t WHERE pg_temp.leak(t.{}::text)")
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
