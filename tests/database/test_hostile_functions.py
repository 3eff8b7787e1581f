"""A client with somebody's login calls every function there is, with keys, versions and texts it should not send.

What there is to call, and what it takes, is read from the database's catalogue: a function added later is tried as
well. Each attempt is taken back, so that one room serves for all.
"""

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg2
import pytest
from little_room import COMMUNITIES, FIRE_LANE, JPEG, ORIGIN, PROPERTY, SUBDISTRICT, LittleRoom, login, point
from psycopg2 import sql
from psycopg2.extras import Json

from community_brain_plugin.patrols import plans

#: SQLSTATE of an attempt that would have gone through, and of a division by nought: of text that was run.
TAKEN, RUN = "CB999", "22012"
#: Code where it is run, text where it is not.
NASTY = "'||(1/0)||'\"; SELECT 1/0; --$body$ \\ %s {x} 井盖 \u202e"
#: Names of parameters that say whose something is.
KEYS = {"p_case", "p_outbox", "p_handover", "p_batch", "p_alarm", "p_plan"}
_FUNCTIONS = """
    SELECT n.nspname::text, p.proname::text, p.proargnames[1:p.pronargs]::text[],
           array(SELECT t::regtype::text FROM unnest(p.proargtypes) WITH ORDINALITY a(t, n) ORDER BY n)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('room', 'desk') AND has_function_privilege(%s, p.oid, 'EXECUTE') AND p.pronargs > 0
    ORDER BY 1, 2
"""
# Counts what a call answers, nulls left out, and takes the call back; made by the owner, run in the caller's rights.
_ATTEMPT = """
    CREATE OR REPLACE FUNCTION public.attempt(p_call text) RETURNS text[] LANGUAGE plpgsql AS $$
    DECLARE
        answers bigint;
    BEGIN
        EXECUTE p_call INTO answers;
        RAISE EXCEPTION '%%', answers USING ERRCODE = 'CB999';
    EXCEPTION WHEN OTHERS THEN
        RETURN ARRAY[SQLSTATE, SQLERRM];
    END $$
"""
# Every key that some function looks for in what it is sent.
_SENT_KEYS = r"""
    SELECT DISTINCT m[1] FROM pg_proc, regexp_matches(
        prosrc, '(?:->>?|\?|read_[a-z]+\([^,()]+,|require_text\([^,()]+,)\s*''([a-z_]+)''', 'g') m
    WHERE pronamespace = 'desk'::regnamespace ORDER BY 1
"""


@dataclass(frozen=True)
class Call:
    """A function and what it is called with, by the names of its parameters."""

    schema: str
    name: str
    types: dict[str, str]
    values: dict[str, Any]

    def counted(self, **forged: object) -> sql.Composed:
        """Return a query for the number of answers, some parameters replaced."""
        values = {**self.values, **forged}
        given = [sql.SQL("{}::{}").format(_literal(values[key]), sql.SQL(kind)) for key, kind in self.types.items()]
        return sql.SQL("SELECT count(*) FROM {}({}) f WHERE f::text IS NOT NULL").format(
            sql.Identifier(self.schema, self.name), sql.SQL(", ").join(given)
        )


def _literal(value: object) -> sql.Literal:
    return sql.Literal(Json(value) if isinstance(value, dict | list) else value)


@pytest.fixture(scope="module")
def valid(room: LittleRoom) -> dict[str, Any]:
    """Something to send for each parameter there is; where functions differ, by "function.parameter"."""
    case = room.case_in("pending_handle", contact={"name": "李女士", "phone": "13800000000"})
    alarm = room.one(
        "INSERT INTO room.alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since,"
        " raised_at, raised_value) VALUES (%s, 'LANE', 'lane_blocked', 1, 1, now(), now(), 1) RETURNING alarm_id",
        (SUBDISTRICT,),
    )
    draft = room.one("SELECT desk.handover_prepare()", (), "shift_leader")
    begin = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    route = plans.Route(1, begin, begin + dt.timedelta(hours=1), 1.0, [])
    plan = plans.save(room.connect("shift_leader", autocommit=False), plans.Plan("x", [route]))
    now = int(room.one("SELECT extract(epoch FROM room.room_now())"))
    report = {"class_code": FIRE_LANE, "x": ORIGIN[0] + 50, "y": ORIGIN[1] + 50}
    reading = {"sensor_code": "LANE", "observed_at": "2026-01-05", "value": 0}
    return {
        "p_subdistrict": SUBDISTRICT, "p_case": case, "p_alarm": alarm, "p_handover": draft["handover_id"],
        "p_outbox": room.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s", (case,)),
        "p_batch": room.one("SELECT desk.import_begin('street', 'test')", (), "planner"),
        "p_request": str(uuid.uuid4()), "case_step.p_expected": room.case(case)["version"], "alarm_step.p_expected": 1,
        "p_expected": draft["version"], "case_step.p_action": "urge", "alarm_step.p_action": "acknowledge",
        "p_payload": {"reason": "x"}, "report_case.p_payload": report, "p_stage": "after", "p_file_name": "a.jpg",
        "p_media_type": "image/jpeg", "p_content": psycopg2.Binary(JPEG), "p_reached": True, "p_note": "x",
        "p_start": "2026-01-05", "p_amount": 1, "p_unit": "working_hours", "p_calendar": "cn", "p_name": "x",
        "p_limit": 1, "p_notes": {"general": "x"}, "p_to_staff": "1010", "p_remark": "x", "p_node": "x",
        "p_leads": False, "p_version": "1", "p_subject": "street", "p_source": "x", "p_options": {},
        "p_rows": [{"feature_no": 1, "fields": {}, "geom": None}], "p_wanted": SUBDISTRICT,
        "indicator_ages.p_hours": [1.0], "p_hours": 1,
        "p_question": "due", "p_from": "2026-01-01", "p_until": "2026-02-01", "p_department": PROPERTY,
        "p_most": 5, "p_staff": "1003", "p_grid": "990106001001001",
        "p_step": "day", "p_readings": [reading], "p_point": point(50, 50),
        "p_first": "2025-01-01", "p_last": "2025-01-31", "p_staff_number": "1003", "p_longitude": 120.0,
        "p_latitude": 31.17, "p_observed_at": "2026-01-01", "p_class_code": FIRE_LANE, "p_x": report["x"],
        "p_y": report["y"], "p_metres": 50.0, "p_answer": "x", "p_said_by": "x", "p_channel": "slip",
        "p_kind": "vector", "p_parameters": {}, "p_style": "", "p_replace": True, "p_reason": "x",
        "p_area_kind": "community", "p_area_code": COMMUNITIES[0], "p_state": "normal", "p_key": "contact_days",
        "p_value": "30", "p_keep": "6 hours", "p_since": "900:900:", "p_outcome": "delivered",
        "p_silent": "1 hour", "p_whole": "1 day", "p_part": "0",
        "p_count": 2, "p_plan": plan.plan_id, "p_other": plan.plan_id, "p_officer": 1,
        "p_patrol": {"name": "x", "routes": [{"officer": 1, "starts_at": "2026-01-05 08:00+08",
                                              "ends_at": "2026-01-05 09:00+08", "metres": 1}]},
        "publish_patrol.p_expected": 1, "withdraw_patrol.p_expected": 1, "assign_patrol.p_expected": 1,
        "delete_patrol.p_expected": 1, "take_area_action.p_action": "monitor",
        "p_shift": 1, "p_role": "collector",
        "take_area_action.p_payload": {"state": "normal", "outcome": "done", "description": "x", "task": None,
                                       "department_code": PROPERTY, "case_number": None},
        "keep_track.p_officer": "x", "p_path": f"SRID=4490;LINESTRING M(120 31 {now - 60}, 120.001 31 {now})",
    }  # fmt: skip


def calls(room: LittleRoom, post: str, valid: dict[str, Any]) -> Iterator[Call]:
    """Yield every function with parameters that a post's login may call, with what it may be sent."""
    for schema, name, parameters, types in room.query(_FUNCTIONS, (login(post),)):
        missing = {key for key in parameters if key not in valid and f"{name}.{key}" not in valid}
        assert missing == set(), f"{name} takes what nobody tries: {missing}"
        values = {key: valid.get(f"{name}.{key}", valid.get(key)) for key in parameters}
        yield Call(schema, name, dict(zip(parameters, types, strict=True)), values)


def attempts(room: LittleRoom, post: str, queries: Sequence[sql.Composable]) -> list[tuple[str, str]]:
    """Return the SQLSTATE and the words with which each query ends in a post's session."""
    session = room.session(post)
    room.query(_ATTEMPT)
    texts = [query.as_string(session) for query in queries]
    statement = "SELECT public.attempt(c) FROM unnest(%s::text[]) WITH ORDINALITY t(c, n) ORDER BY n"
    return [(state, words) for ((state, words),) in room.query(statement, (texts,), post)]


@pytest.mark.parametrize("post", ["other_officer", "other_worker", "neighbour", "neighbour_officer"])
def test_no_function_takes_or_tells_what_is_another_unit_s_or_another_room_s(room, valid, post):
    wanted = [call for call in calls(room, post, valid) if KEYS & set(call.types)]
    assert len(wanted) >= 12
    for call, (state, words) in zip(wanted, attempts(room, post, [call.counted() for call in wanted]), strict=True):
        assert state == "CB001" or (state, words) == (TAKEN, "0"), (call.name, state, words)


def test_every_function_that_asks_for_a_version_refuses_a_forged_one(room, valid):
    found = {call.name: call for call in calls(room, "shift_leader", valid) if "p_expected" in call.types}
    answering = {"handover_withdraw": "shift_leader", "handover_acknowledge": "night"}
    for name in sorted(found.keys() - answering.keys()):
        assert_only_the_true_version_is_taken(room, "shift_leader", found[name], found[name].values["p_expected"])
    draft = (valid["p_handover"], Json({}), None, valid["p_expected"])
    handed_over = room.one("SELECT desk.hand_over(%s, %s, %s, %s)", draft, "shift_leader")
    for name, post in answering.items():
        assert_only_the_true_version_is_taken(room, post, found[name], handed_over["version"])
    withdraw = (valid["p_handover"], handed_over["version"])
    draft_again = room.one("SELECT desk.handover_withdraw(%s, %s)", withdraw, "shift_leader")
    valid["p_expected"] = draft_again["version"]


def assert_only_the_true_version_is_taken(room, post: str, call: Call, true: int) -> None:
    """Try the true version and forged ones."""
    forged = [-1, 0, true + 7, 2**31 - 1, None]
    answers = attempts(room, post, [call.counted(p_expected=version) for version in (true, *forged)])
    assert [state for state, _ in answers] == [TAKEN, *["CB001"] * len(forged)], (call.name, answers)


def test_a_text_is_a_text_in_every_place_of_every_function(room, valid):
    """One nasty text at a time, so that all else is in order and the function goes as far as it can."""
    keys = [key for (key,) in room.query(_SENT_KEYS)]
    assert {"reason", "class_code", "department_code", "claimed_found_at"} <= set(keys)
    sent: set[tuple[str, str]] = set()
    for post in ("night", "planner", "admin", "evaluator", "analyst", "service"):
        trials: list[tuple[str, str, sql.Composable]] = []
        for call in calls(room, post, valid):
            trials.append((call.name, "", call.counted()))
            for parameter, kind in call.types.items():
                if kind == "text":
                    trials.append((call.name, parameter, call.counted(**{parameter: NASTY})))
                elif kind == "jsonb" and (call.name, parameter) not in sent:
                    # What it may hold does not depend on who sends it: the first who may call it tries all keys.
                    sent.add((call.name, parameter))
                    rows = [_with(call.values[parameter], key) for key in (*keys, *_keys_of(call.values[parameter]))]
                    trials += [(call.name, parameter, call.counted(**{parameter: row})) for row in rows]
        ends = attempts(room, post, [query for _, _, query in trials])
        for (name, parameter, _), (state, words) in zip(trials, ends, strict=True):
            # Class 22 is a value that is none, 23 a row no table takes.
            known = state in (TAKEN, "CB001") or (state[:2] in ("22", "23") and state != RUN)
            assert known, (post, name, parameter, state, words)
    assert len(sent) >= 9


def _keys_of(sent: Any) -> list[str]:
    """Return the keys of what is sent, and one that is none."""
    first = sent[0] if isinstance(sent, list) else sent
    return [*(first if isinstance(first, dict) else ()), NASTY]


def _with(sent: Any, key: str) -> Any:
    """Return what is sent with a nasty text under a key; in a list, in its first row."""
    if isinstance(sent, list):
        return [{**sent[0], key: NASTY}]
    return {**sent, key: NASTY} if isinstance(sent, dict) else {key: NASTY}


#: Longer than anybody writes: kept at every call it would fill a disk.
LONG = "x" * 1_000_000
#: What keeps the first letters, looks for what is there, or takes something whole that has a bound of its own.
SHORTENED = {
    "called_back",
    "delete_result",
    "outbox_answer",
    "outbox_hand",
    "save_patrol",
    "save_result",
    "import_rows",
}
_VOLATILE = "SELECT proname::text FROM pg_proc WHERE pronamespace = 'desk'::regnamespace AND provolatile = 'v'"


def test_nobody_fills_the_room_with_a_text_without_end(room, valid):
    """A million letters in each place of every function that writes, all else in order."""
    writes = {name for (name,) in room.query(_VOLATILE)} - SHORTENED
    sent: set[tuple[str, str]] = set()
    for post in ("night", "planner", "admin", "evaluator", "analyst"):
        trials: list[tuple[str, sql.Composable]] = []
        for call in calls(room, post, {**valid, "p_state": "emergency"}):
            for parameter, kind in call.types.items():
                if call.name in writes and (call.name, parameter) not in sent and kind in ("text", "jsonb"):
                    sent.add((call.name, parameter))
                    whole = call.values[parameter]
                    said = LONG if kind == "text" else f'"{LONG}"'
                    long = {**whole, "note": LONG} if isinstance(whole, dict) else said
                    trials.append((f"{call.name}.{parameter}", call.counted(**{parameter: long})))
        ends = attempts(room, post, [query for _, query in trials])
        taken = {name: words[:60] for (name, _), (state, words) in zip(trials, ends, strict=True) if state == TAKEN}
        assert taken == {}, post
    assert {("attach", "p_file_name"), ("set_area_state", "p_reason"), ("import_begin", "p_source")} <= sent


#: Moments, spans and numbers that are none of a room's, by the type of a parameter.
BEYOND: dict[str, tuple[object, ...]] = {
    "timestamp with time zone": ("infinity", "-infinity", "294276-12-31 23:59:59+00", "4713-01-01 00:00+00 BC", None),
    "date": ("infinity", "-infinity", "5874897-12-31", "4713-01-01 BC", None),
    "interval": ("-1 day", "170000000 years", "-170000000 years", None),
    "integer": (-1, 0, 2**31 - 1, str(-(2**31)), None),
    "bigint": (-1, 0, 2**63 - 1, str(-(2**63)), None),
    "numeric": (-1, "NaN", 10**30, None),
    "double precision": ("NaN", "Infinity", "-Infinity", 1e300, None),
}
#: Moments in what is sent as a whole: when something was found, said, seen, or is to end.
MOMENTS = ("claimed_found_at", "said_at", "until", "observed_at", "starts_at", "ends_at")
SAID = ("infinity", "-infinity", "294276-12-31 23:59:59+00", "4713-01-01 BC", "tomorrow at noon", -1, None)


def test_moments_and_numbers_beyond_all_bounds_are_refused_or_harmless(room, valid):
    """Forged ones, one at a time: never an error of the database's own, and never a query without an end."""
    sent: set[tuple[str, str]] = set()
    for post in ("night", "planner", "admin", "evaluator", "analyst", "service"):
        trials: list[tuple[str, str, object, sql.Composable]] = []
        for call in calls(room, post, valid):
            for parameter, kind in call.types.items():
                if (call.name, parameter) in sent:
                    continue
                forged = [(value, value) for value in BEYOND.get(kind, ())]
                if kind == "jsonb":
                    forged += [
                        ((key, said), _forged(call.values[parameter], key, said)) for key in MOMENTS for said in SAID
                    ]
                sent |= {(call.name, parameter)} if forged else set()
                trials += [(call.name, parameter, told, call.counted(**{parameter: value})) for told, value in forged]
        room.query("SET statement_timeout = '20s'", (), post)
        ends = attempts(room, post, [query for *_, query in trials])
        room.query("RESET statement_timeout", (), post)
        for (name, parameter, told, _), (state, words) in zip(trials, ends, strict=True):
            assert state in (TAKEN, "CB001"), (post, name, parameter, told, state, words)
    assert {("deadline", "p_start"), ("lock_period", "p_first"), ("report_case", "p_payload")} <= sent


def test_no_forged_moment_makes_a_case_file_found_sooner_or_later(room):
    for said in (
        "2001-01-01",
        "1999-12-31T23:59:59+08:00",
        "2199-01-01",
        "294276-12-31 23:59:59+00",
        "4713-01-01 BC",
        None,
    ):
        case = room.report(claimed_found_at=said, first_found_at=said, filed_at=said)["case_id"]
        since = "SELECT room.room_now() - first_found_at BETWEEN '0' AND interval '1 minute' FROM room.case_file"
        assert room.one(f"{since} WHERE case_id = %s", (case,)), said


def _forged(sent: Any, key: str, said: object) -> Any:
    """Return what is sent with a forged moment; in a list, in its first row."""
    if isinstance(sent, list):
        return [{**sent[0], key: said}]
    return {**sent, key: said} if isinstance(sent, dict) else {key: said}


#: What may be called in an older view: it writes nothing, or what it writes goes by no rule.
HARMLESS = {"try_keeping", "holds_now"}


def test_nothing_is_written_by_what_an_older_view_says(room, valid):
    """In a transaction that keeps the view it began with, two posts at once would not see one another."""
    writes = {name for (name,) in room.query(_VOLATILE)}
    tried: set[str] = set()
    for post in ("night", "planner", "admin", "evaluator", "analyst"):
        wanted = [call for call in calls(room, post, valid) if call.name in writes - HARMLESS]
        room.query("SET default_transaction_isolation = 'repeatable read'", (), post)
        ends = attempts(room, post, [call.counted() for call in wanted])
        room.query("RESET default_transaction_isolation", (), post)
        for call, (state, words) in zip(wanted, ends, strict=True):
            assert (state, words) == ("CB001", "room.old_view"), (post, call.name, state, words)
        tried |= {call.name for call in wanted}
    assert {"case_step", "report_case", "set_area_state", "hand_over", "import_apply", "save_patrol"} <= tried
