"""A room with more than it can look through: what is counted quickly is what an obvious statement would count."""

import random
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from little_room import COMMUNITIES, GRIDS, ORIGIN, PROPERTY, SANITATION, SUBDISTRICT, furnished_copy
from psycopg2.extras import Json, execute_values

from community_brain_plugin.cases import handover

POSTS = ("evaluator", "officer", "neighbour")
_STATES = (
    "reported", "verifying", "pending_dispatch", "returned_acceptor", "pending_handle", "suspended",
    "returned_dispatcher", "handling", "handle_finish", "feedback", "pending_check", "checking", "closed", "void",
)  # fmt: skip
_WORKERS = {PROPERTY: "2002", SANITATION: "3002"}
#: On duty, each with all posts he holds: an acceptor, a dispatcher, the officers and the workers of two units.
_DUTY = ("1001", "1004", "2001", "2002", "3001", "3002")
#: What may come next in each state, and where it leads.
_WAYS = {
    "reported": [("file", "pending_dispatch"), ("send_verify", "reported")],
    "pending_dispatch": [
        ("dispatch", "pending_handle"), ("dispatch", "pending_handle"), ("return_to_acceptor", "returned_acceptor"),
        ("urge", "pending_dispatch"),
    ],
    "returned_acceptor": [("refile", "pending_dispatch")],
    "pending_handle": [("confirm_handling", "feedback"), ("return_to_dispatcher", "returned_dispatcher")],
    "returned_dispatcher": [("dispatch", "pending_handle")],
    "feedback": [("rework", "pending_handle"), ("return_for_rework", "pending_dispatch")],
}  # fmt: skip
_HELD_BY_A_UNIT = ("pending_handle", "handling", "handle_finish")
_COLUMNS = """
    subdistrict, case_number, version, profile, kind, class_code, description, geom, state, priority, source, address,
    unit_grid_code, community_code, first_found_at, filed_at, dispatched_at, department_code, feedback_at, closed_at,
    deadline_at, original_deadline_at, due_at, yellow_at, late, exempt, quick_closed, on_behalf, rework_count,
    closing_condition_no, suspended_until, reported_by, handler, claimed_by, claimed_until
"""


def odd_case(chance: random.Random, number: int, now: Any) -> tuple[Any, ...]:
    """Return a case file as its steps may have left it, by chance: times follow each other, everything else is open."""

    def sometimes(value: Any, share: float = 0.7) -> Any:
        return value if chance.random() < share else None

    found = now - timedelta(hours=chance.uniform(0, 120))
    filed = sometimes(found + timedelta(hours=chance.uniform(0, 6)), 0.9)
    sent = filed and sometimes(filed + timedelta(hours=chance.uniform(0, 6)), 0.9)
    done = sent and sometimes(sent + timedelta(hours=chance.uniform(0, 48)))
    state = chance.choice(_STATES)
    ended = max(filter(None, (found, filed, sent, done))) + timedelta(hours=chance.uniform(0, 24))
    limit = sent and sent + timedelta(hours=chance.uniform(1, 90))
    unit = chance.choice((PROPERTY, SANITATION)) if sent else None
    return (
        SUBDISTRICT, f"R{number}", 1, "GB/T 47678.5-2026", "event", chance.choice(("09012", "09010")), "x",
        f"SRID=4549;POINT({ORIGIN[0] + chance.uniform(0, 400)} {ORIGIN[1] + chance.uniform(0, 200)})", state,
        chance.choice((1, 3)), chance.choice(("collector", "hotline", "sensor", "desk", "higher_level")),
        sometimes("1 Rain Lane"), chance.choice(GRIDS), chance.choice(COMMUNITIES), found, filed, sent, unit, done,
        ended if state in ("closed", "void") else None, sometimes(limit), limit,
        sometimes(now + timedelta(hours=chance.uniform(-20, 20))), now, chance.random() < 0.2, chance.random() < 0.1,
        chance.random() < 0.2, chance.random() < 0.3, chance.choice((0, 0, 1)), sometimes(1),
        now + timedelta(hours=chance.uniform(-9, 20)) if state == "suspended" else None,
        chance.choice(("1003", "1001")), unit and sometimes(_WORKERS[unit]), sometimes(chance.choice(_DUTY), 0.3),
        sometimes(now + timedelta(hours=chance.choice((-1, 5))), 0.5),
    )  # fmt: skip


def put_logs(cursor: Any, chance: random.Random) -> None:
    """Let each case file wander between acceptor, dispatcher and unit, by chance, some minutes a step."""
    cursor.execute("SELECT case_id, first_found_at FROM room.case_file")
    rows = []
    for case, found in cursor.fetchall():
        state, at = "reported", found
        for version in range(2, chance.randrange(2, 12)):
            action, after = chance.choice(_WAYS[state])
            at += timedelta(minutes=chance.choice((2, 10, 14, 20, 300)))
            rows.append((SUBDISTRICT, case, version, at, action, state, after, "x", Json({}), str(uuid.uuid4()), b""))
            state = after
    names = "subdistrict, case_id, version, at, action, from_state, to_state, login, payload, request_id, hash"
    execute_values(cursor, f"INSERT INTO room.case_log ({names}) VALUES %s", rows)


@pytest.fixture(scope="module")
def crowded(cluster, little_template) -> Iterator[Any]:
    """A little room with six hundred odd case files, some of their orders on the way."""
    for room in furnished_copy(cluster, little_template):
        chance, now = random.Random(6), room.one("SELECT room.room_now()")
        with room.session().cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cases = [odd_case(chance, number, now) for number in range(600)]
            execute_values(cursor, f"INSERT INTO room.case_file ({_COLUMNS}) VALUES %s", cases)
            cursor.execute(
                "SELECT case_id, department_code FROM room.case_file WHERE state = ANY (%s)", (list(_HELD_BY_A_UNIT),)
            )
            orders = []
            for case, unit in cursor.fetchall():
                for version in range(chance.choice((0, 1, 1, 2))):
                    for channel in ("slip", "webhook")[: chance.choice((1, 2))]:
                        arrived = now - timedelta(hours=1) if chance.random() < 0.7 else None
                        state = "delivered" if arrived else chance.choice(("pending", "failed", "withdrawn"))
                        order = (
                            SUBDISTRICT,
                            case,
                            version,
                            chance.choice((None, None, 0, 1)),
                            channel,
                            unit or PROPERTY,
                        )
                        orders.append(
                            (*order, Json({}), state, chance.choice((0, 2)), now - timedelta(hours=2), arrived)
                        )
            names = (
                "subdistrict, case_id, case_version, level, channel, department_code, body, state, attempts, created_at"
            )
            execute_values(cursor, f"INSERT INTO room.outbox ({names}, delivered_at) VALUES %s", orders)
            put_logs(cursor, chance)
            span = (SUBDISTRICT, now - timedelta(hours=1), now + timedelta(hours=1))
            shift = "INSERT INTO room.shift (subdistrict, shift_id, name_zh, name_en, starts_at, ends_at)"
            cursor.execute(f"{shift} VALUES (%s, 77, 'x', 'x', %s, %s)", span)
            roster = "INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)"
            held = "SELECT subdistrict, 77, staff_number, role FROM room.staff_role WHERE staff_number = ANY (%s)"
            cursor.execute(f"{roster} {held} AND subdistrict = %s", (list(_DUTY), SUBDISTRICT))
            cursor.execute("RESET session_replication_role")
            cursor.execute("VACUUM ANALYZE")
        yield room


def spans(room) -> list[tuple[Any, Any]]:
    now = room.one("SELECT room.room_now()")
    return [
        (now - timedelta(hours=hours), now - timedelta(hours=ends)) for hours, ends in ((24, 0), (60, 12), (200, 0))
    ]


# One look at every case file for each share, in the words of the domain: slow, and plain.
_DUE = """
    SELECT c.case_id, c.department_code AS unit, d.due < %(starts)s AS carried, c.closed_at < %(ends)s AS ended,
           c.closed_at < %(ends)s AND NOT c.late AND coalesce(c.feedback_at, c.closed_at) <= d.due AS in_time
    FROM room.case_file c CROSS JOIN LATERAL (SELECT coalesce(c.deadline_at, c.original_deadline_at) AS due) d
    WHERE c.filed_at < %(ends)s AND c.state <> 'void' AND c.state <> 'suspended' AND c.exempt IS FALSE
      AND d.due < %(ends)s AND (d.due >= %(starts)s OR c.closed_at IS NULL OR c.closed_at >= %(starts)s)
"""
_FOUND = "FROM room.case_file WHERE NOT quick_closed AND first_found_at >= %(starts)s AND first_found_at < %(ends)s"
_FILED = f"{_FOUND} AND filed_at < %(ends)s"
_DONE = "FROM room.case_file WHERE feedback_at >= %(starts)s AND feedback_at < %(ends)s"
_ENDED = "FROM room.case_file WHERE closed_at >= %(starts)s AND closed_at < %(ends)s AND state <> 'void'"
_PLAIN = {
    "closing": f"SELECT case_id, coalesce(ended, false) FROM ({_DUE}) d",
    "on_time": f"SELECT case_id, coalesce(in_time, false) FROM ({_DUE}) d",
    "filing": f"SELECT case_id, coalesce(filed_at < %(ends)s, false) {_FOUND}",
    "advance": f"SELECT case_id, source IN ('collector', 'sensor', 'desk') {_FILED} AND source <> 'hotline'",
    "missed": f"SELECT case_id, source = 'hotline' {_FILED}",
    "rework": f"SELECT case_id, rework_count > 0 {_DONE}",
    "on_behalf": f"SELECT case_id, on_behalf {_DONE}",
    "forced": f"SELECT case_id, closing_condition_no IS NULL AND NOT quick_closed {_ENDED}",
    "on_the_spot": f"SELECT case_id, quick_closed {_ENDED}",
}
_FIGURES = "SELECT * FROM desk.indicator_figures(%s, %s)"
_VISIBLE = {"evaluator": "true", "officer": f"department_code = '{PROPERTY}'", "neighbour": "false"}


def plainly(room, indicator: str, span: tuple[Any, Any], post: str) -> dict[int, bool]:
    """Return the case files a share is counted of, and whether each counts, as an obvious statement says."""
    named = {"starts": span[0], "ends": span[1]}
    with room.session().cursor() as cursor:
        cursor.execute(f"SELECT case_id FROM room.case_file WHERE {_VISIBLE[post]}")
        visible = {case for (case,) in cursor.fetchall()}
        cursor.execute(_PLAIN[indicator], named)
        return {case: counted for case, counted in cursor.fetchall() if case in visible}


@pytest.mark.parametrize("post", POSTS)
def test_shares_of_odd_case_files_are_what_an_obvious_count_says(crowded, post):
    for span in spans(crowded):
        told = {name: (part, whole) for name, part, whole in crowded.query(_FIGURES, span, post)}
        for indicator in _PLAIN:
            counted = plainly(crowded, indicator, span, post)
            assert told[indicator] == (sum(counted.values()), len(counted)), (indicator, span)
    assert post == "neighbour" or told["closing"][0] > 5, "there was something to count"


@pytest.mark.parametrize("post", ["evaluator", "officer"])
def test_dispatches_of_odd_logs_are_in_time_and_right_as_somebody_says_who_reads_each_log(crowded, post):
    """Who reads them row by row asks of each time that a case file was given to the dispatchers what followed."""
    asked = "SELECT case_id, version, at, action, from_state, to_state FROM room.case_log ORDER BY case_id, version"
    whose = f"SELECT case_id FROM room.case_file WHERE {_VISIBLE[post]}"
    visible = {case for (case,) in crowded.query(whose)}
    logs: dict[int, list[Any]] = {}
    for case, *row in crowded.query(asked):
        logs.setdefault(case, []).append(row)
    minutes = crowded.one("SELECT minutes FROM desk.dispatch_minutes() WHERE state = 'normal' LIMIT 1")
    for starts, ends in spans(crowded):
        sent = in_time = right = 0
        for case, log in logs.items():
            rows = [row for row in log if row[1] < ends] if case in visible else []
            for place, (_, at, action, *_states) in enumerate(rows):
                due = at + timedelta(minutes=minutes)
                if action not in ("file", "refile", "return_for_rework") or not starts <= due < ends:
                    continue
                later = rows[place + 1 :]
                takes = [row for row in later if row[3] == "pending_dispatch" and row[4] != "pending_dispatch"]
                dispatched = bool(takes) and takes[0][2] == "dispatch"
                if dispatched or not takes or takes[0][1] > due:
                    again = dispatched and any(
                        row[2] in ("rework", "return_for_rework") and row[0] > takes[0][0] for row in later
                    )
                    sent, in_time = sent + 1, in_time + (dispatched and takes[0][1] <= due)
                    right += dispatched and not again
        told = {name: (part, whole) for name, part, whole in crowded.query(_FIGURES, (starts, ends), post)}
        assert (told["dispatch_on_time"], told["dispatch_accurate"]) == ((in_time, sent), (right, sent))
        assert 0 < in_time < sent
        assert 0 < right < sent


@pytest.mark.parametrize("post", POSTS)
def test_drill_down_lists_what_an_obvious_count_lists_the_oldest_first(crowded, post):
    listed = "SELECT case_id, first_found_at FROM desk.indicator_cases(%s, %s, %s, p_most => %s)"
    for span in spans(crowded):
        for indicator in _PLAIN:
            counted = plainly(crowded, indicator, span, post)
            for which, wanted in (("part", True), ("rest", False)):
                rows = crowded.query(listed, (f"{indicator}_{which}", *span, 1000), post)
                assert {case for case, _ in rows} == {case for case, is_part in counted.items() if is_part is wanted}
                assert [at for _, at in rows] == sorted(at for _, at in rows)
                few = crowded.query(listed, (f"{indicator}_{which}", *span, 5), post)
                assert few == rows[:5], "the oldest of them"


@pytest.mark.parametrize("post", POSTS)
def test_units_are_counted_as_an_obvious_count_says(crowded, post):
    for starts, ends in spans(crowded):
        grouped = f"""
            SELECT unit, count(*), count(*) FILTER (WHERE carried), count(*) FILTER (WHERE ended),
                   count(*) FILTER (WHERE in_time)
            FROM ({_DUE}) d WHERE case_id IN (SELECT case_id FROM room.case_file WHERE {_VISIBLE[post]}) GROUP BY 1
        """
        with crowded.session().cursor() as cursor:
            cursor.execute(grouped, {"starts": starts, "ends": ends})
            plain = set(cursor.fetchall())
        told = "SELECT department_code, due, carried_over, closed, on_time FROM desk.indicator_units(%s, %s)"
        assert set(crowded.query(told, (starts, ends), post)) == plain


def test_a_handover_says_of_odd_case_files_what_an_obvious_look_says(crowded):
    leader = crowded.session("shift_leader")
    number = handover.prepare(leader).handover_id
    facts, until = crowded.query("SELECT facts, ends_at FROM room.handover WHERE handover_id = %s", (number,))[0]
    cases = crowded.query(
        "SELECT case_number, state, due_at, department_code FROM room.case_file WHERE closed_at IS NULL"
    )
    open_states = {state for (state,) in crowded.query("SELECT state FROM room.case_state WHERE is_open")}
    standing = [row for row in cases if row[1] in open_states]
    assert facts["open"] == len(standing)
    assert {each["state"]: each["count"] for each in facts["by_state"]} == {
        state: sum(row[1] == state for row in standing) for state in {row[1] for row in standing}
    }

    def first(rows: list[Any]) -> list[str]:
        ordered = sorted(rows, key=lambda row: (row[2] is None, row[2], int(row[0][1:])))
        return [row[0] for row in ordered[:100]]

    waiting = [row for row in standing if row[1] in ("pending_dispatch", "returned_dispatcher")]
    late = [row for row in standing if row[2] is not None and row[2] < until]
    assert [line["case_number"] for line in facts["unassigned"]] == first(waiting)
    assert [line["case_number"] for line in facts["overdue_cases"]] == first(late)
    assert facts["overdue"] == len(late)


def test_orders_that_did_not_arrive_are_those_whose_latest_did_not(crowded):
    """By its latest dispatch, and delivered by one channel is delivered."""
    facts = crowded.one("SELECT desk.shift_owed(%s, room.room_now(), room.room_now() + interval '8 h')", (SUBDISTRICT,))
    told = {line["case_number"] for line in facts["deliveries"] if line["level"] is None}
    orders: dict[str, list[Any]] = {}
    asked = """
        SELECT c.case_number, o.case_version, o.state, o.delivered_at, o.created_at FROM room.outbox o
        JOIN room.case_file c USING (subdistrict, case_id)
        JOIN room.case_state s ON s.state = c.state AND s.holder_axis = 'handler'
        WHERE o.level IS NULL AND c.closed_at IS NULL AND c.department_code IS NOT NULL
    """
    for case, *order in crowded.query(asked):
        orders.setdefault(case, []).append(order)
    latest = {
        case: max(found, key=lambda row: (row[0], row[1] == "delivered", row[1] == "pending"))
        for case, found in orders.items()
    }
    assert told == {case for case, row in latest.items() if row[2] is None}
    assert told, "some did not arrive"


@pytest.mark.parametrize("post", ["dispatcher", "officer", "worker"])
def test_the_board_says_of_everybody_what_an_obvious_look_says(crowded, post):
    """An officer has what lies with his unit, a worker what he was given, and everybody what he has claimed."""
    unit = "true" if post == "dispatcher" else f"department_code = '{PROPERTY}'"
    asked = f"""
        SELECT s.holder_axis = 'handler', c.department_code, c.handler, c.due_at <= room.room_now(),
               CASE WHEN c.claimed_until > room.room_now() THEN c.claimed_by END
        FROM room.case_file c JOIN room.case_state s USING (state) WHERE c.closed_at IS NULL AND {unit}
    """
    cases = crowded.query(asked)
    board = "SELECT staff_number, role, department_code, open_cases, late_cases FROM desk.duty_board()"
    told = crowded.query(board, post=post)
    assert len(told) == (6 if post == "dispatcher" else 2)
    for person, role, unit, *counts in told:
        mine = [
            case
            for case in cases
            if case[4] == person or (case[0] and (case[1] == unit if role == "department" else case[2] == person))
        ]
        assert counts == [len(mine), sum(case[3] is True for case in mine)], person
    assert any(row[3] > row[4] > 0 for row in told)
