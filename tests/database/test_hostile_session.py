"""A client that turns the session itself against the room: how it has texts read, names found, rows seen."""

import re

import pytest
from little_room import SUBDISTRICT, USUAL_WAY

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
