"""The usual way of a case file is changed in one statement: it does what the rules do, and only where they allow it."""

import datetime as dt
import uuid

import psycopg2.errors
import pytest
from little_room import PICTURE, SUBDISTRICT, LittleRoom
from usual_way import MARK, WAY, change

from community_brain_plugin.errors import from_database


@pytest.fixture
def plain(own_room) -> LittleRoom:
    """A room that asks for no pictures."""
    ask_for_pictures(own_room, 0)
    return own_room


def ask_for_pictures(room: LittleRoom, count: int) -> None:
    room.query("UPDATE room.case_limit SET amount = %s WHERE rule IN ('handling_photos', 'check_photos')", (count,))


@pytest.mark.parametrize("claimed", [False, True])
@pytest.mark.parametrize("pictures", [0, 2])
def test_a_step_of_the_usual_way_changes_what_the_same_step_changes_that_is_looked_at_closely(plain, pictures, claimed):
    """Words of a reason make it a step that is looked at closely."""
    ask_for_pictures(plain, pictures)
    usual, closely = (plain.report()["case_id"] for _ in range(2))
    for step in WAY:
        changes = []
        for case, more in ((closely, {"reason": "said so"}), (usual, {})):
            if claimed:
                plain.query("SELECT desk.claim_case(%s, %s)", (SUBDISTRICT, case), step[0])
            for _ in range(pictures if step[1] in PICTURE else 0):
                plain.photograph(step[0], case, PICTURE[step[1]])
            changes.append(change(plain, case, step, **more))
        expected, found = changes
        assert MARK not in expected
        assert found.pop(MARK, None) is not None, step
        assert found.keys() == expected.keys()
        # A deadline in working time may be the same moment for both, and so a little less after the later step.
        is_moment = {name for name, value in found.items() if isinstance(value, dt.timedelta)}
        assert all(abs(found[name] - expected[name]) < dt.timedelta(seconds=30) for name in is_moment), step
        exactly = found.keys() if step[1] != "dispatch" else found.keys() - is_moment
        assert {name: found[name] for name in exactly} == {name: expected[name] for name in exactly}, step
    assert plain.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,)) == []
    rows = plain.query(
        "SELECT version, action, from_state, to_state, login::text, staff_number, role, axis, both_axes,"
        " payload - 'channels' - 'recommended' FROM room.case_log WHERE case_id = ANY (%s) ORDER BY version, case_id",
        ([usual, closely],),
    )
    assert rows[0::2] == rows[1::2]
    for post in ("dispatcher", "officer"):
        told = dict(
            plain.query(
                "SELECT key, count(DISTINCT xid) FROM desk.news WHERE key = ANY (%s) GROUP BY key",
                ([str(usual), str(closely)],),
                post,
            )
        )
        assert told[str(usual)] == told[str(closely)] >= len(WAY), post


def lead(room: LittleRoom, count: int) -> int:
    """Return a case file that has taken the first steps of the way."""
    case = room.report()["case_id"]
    for post, action, payload in WAY[:count]:
        room.step(post, case, action, **payload)
    return case


@pytest.mark.parametrize(
    ("count", "unusual", "said"),
    [
        (
            3,
            "claimed_by = '9999', claimed_role = 'worker', claimed_until = room.room_now() + interval '1 h'",
            "room.claimed",
        ),
        (3, "deadline_at = room.room_now() - interval '1 s'", None),
        (3, "handler = '3002'", "room.not_assigned"),
        (2, "reported_by = '2002'", "room.own_report"),
        (3, "dispatched_by = '2002'", "room.own_report"),
        (3, "department_code = 'D02'", "room.unknown_case"),
        (3, "profile = 'no such'", None),
        (7, "handled_by = '1003'", "room.own_work"),
        (8, "check_passed = false", "room.no_check"),
        (8, "dispatched_by = '1001'", "room.own_work"),
    ],
)
def test_what_is_not_as_usual_is_looked_at_closely(plain, count, unusual, said):
    case = lead(plain, count)
    plain.query("SET session_replication_role = replica")
    plain.query(f"UPDATE room.case_file SET {unusual} WHERE case_id = %s", (case,))
    plain.query("RESET session_replication_role")
    post, action, payload = WAY[count]
    if said is not None:
        assert plain.refusal(post, case, action, **payload).code == said
        assert plain.case(case)["version"] == count + 1
    else:
        assert MARK not in change(plain, case, WAY[count])
    if "deadline_at" in unusual:
        assert plain.case(case)["late"], "what ran past its deadline was late"


@pytest.mark.parametrize(("count", "said"), [(3, "room.photo_required"), (7, "room.photo_required")])
def test_a_picture_that_is_missing_or_older_than_the_work_is_asked_for(plain, count, said):
    ask_for_pictures(plain, 1)
    case = plain.report()["case_id"]
    for post, action, payload in WAY[:count]:
        plain.pictured(post, case, action, **payload)
    post, action, payload = WAY[count]
    plain.photograph(post, case, "before")
    assert plain.refusal(post, case, action, **payload).code == said
    plain.photograph(post, case, PICTURE[action])
    assert MARK in change(plain, case, WAY[count])


@pytest.mark.parametrize(
    ("step", "more", "usual"),
    [
        (WAY[2], {"handler": "2001"}, "room.unknown_worker"),
        (WAY[2], {"handler": "3002"}, "room.unknown_worker"),
        (WAY[6], {"collector": "1003"}, False),
        (WAY[6], {"collector": "1001"}, "room.unknown_collector"),
        (WAY[7], {"passed": False}, True),
        (WAY[7], {"passed": "yes"}, "room.value_required"),
        (WAY[8], {"closing_condition_no": 77}, "room.condition_required"),
        (WAY[8], {"closing_condition_no": " 1 "}, False),
        (WAY[8], {"closing_condition_no": "x"}, "room.bad_value"),
        (WAY[0], {"condition_no": None}, "room.condition_required"),
    ],
)
def test_other_details_are_taken_or_refused_as_ever(plain, step, more, usual):
    case = lead(plain, WAY.index(step))
    post, action, payload = step
    if isinstance(usual, str):
        assert plain.refusal(post, case, action, **{**payload, **more}).code == usual
    else:
        assert (MARK in change(plain, case, (post, action, {**payload, **more}))) == usual


@pytest.mark.parametrize(
    ("change_of_rules", "gone"),
    [
        ("UPDATE room.case_transition SET reason_required = true WHERE action = 'assign'", {"assign"}),
        (
            "UPDATE room.case_transition SET clock_effect = 'none' WHERE action = 'confirm_handling'",
            {"confirm_handling"},
        ),
        ("UPDATE room.case_transition SET pending_to = 'appeal' WHERE action = 'send_check'", {"send_check"}),
        (
            f"INSERT INTO room.area_state VALUES ('{SUBDISTRICT}', 'subdistrict', '{SUBDISTRICT}', 'emergency',"
            " tstzrange(room.room_now(), NULL), 'flood', '1002')",
            {"file", "dispatch", "send_check"},
        ),
        (
            "INSERT INTO room.staff_role (subdistrict, staff_number, role, valid_from)"
            f" VALUES ('{SUBDISTRICT}', '1004', 'acceptor', room.room_today())",
            {"dispatch", "forward_to_supervision"},
        ),
    ],
)
def test_a_rule_that_is_not_as_shipped_is_looked_at_closely(plain, change_of_rules, gone):
    kept = "SELECT DISTINCT action FROM room.known_way WHERE subdistrict = %s AND staff_number = ANY (%s)"
    people = (SUBDISTRICT, ["1001", "1003", "1004", "2001", "2002"])
    usual = {action for _, action, _ in WAY}
    assert {row[0] for row in plain.query(kept, people)} == usual
    plain.query(change_of_rules)
    assert {row[0] for row in plain.query(kept, people)} == usual - gone


ORDER = """
    SELECT channel, department_code, recipient, body - 'case_number' - 'dispatched_at' - 'deadline_at' FROM room.outbox
"""


def test_a_dispatch_of_the_usual_way_sends_the_same_order(plain):
    escalation = '[{"minutes": 30, "department_code": "D02"}, {"minutes": 60, "department_code": "D03"}]'
    plain.query("UPDATE room.responsibility SET escalation = %s", (escalation,))
    for said in ({}, {"reason": "nearer"}):
        plain.query("DELETE FROM room.known_unit")
        told = []
        for usual in (False, True):
            case = lead(plain, 1)
            assert (MARK in change(plain, case, WAY[1], **said)) is usual
            orders = plain.query(ORDER + " WHERE case_id = %s", (case,))
            log = "SELECT reason, payload FROM room.case_log WHERE case_id = %s AND action = 'dispatch'"
            levels = "SELECT level, minutes, department_code FROM room.escalation WHERE case_id = %s ORDER BY level"
            told.append((orders, plain.query(log, (case,)), plain.query(levels, (case,))))
            body = plain.one("SELECT body FROM room.outbox WHERE case_id = %s", (case,))
            moments = plain.case(case)
            assert [body[name] for name in ("dispatched_at", "deadline_at")] == [
                moments[name] for name in ("dispatched_at", "deadline_at")
            ]
        assert told[0] == told[1]
        assert len(told[1][2]) == 2
    assert plain.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,)) == []


@pytest.mark.parametrize(
    ("unusual", "said"),
    [
        ("claimed_by = '9999', claimed_role = 'dispatcher', claimed_until = room.room_now() + '1 h'", "room.claimed"),
        ("return_count = 1", None),
        ("rework_count = 1", None),
        ("department_code = 'D02'", "room.same_department"),
        ("deadline_at = room.room_now() + interval '1 h'", None),
        ("condition_no = NULL", None),
    ],
)
def test_a_dispatch_that_is_not_as_usual_is_looked_at_closely(plain, unusual, said):
    plain.step("dispatcher", lead(plain, 1), "dispatch", **WAY[1][2])
    case = lead(plain, 1)
    plain.query(f"UPDATE room.case_file SET {unusual} WHERE case_id = %s", (case,))
    if said is not None:
        assert plain.refusal("dispatcher", case, "dispatch", **WAY[1][2]).code == said
        assert plain.case(case)["version"] == 2
    else:
        assert MARK not in change(plain, case, WAY[1])


def test_a_request_that_served_for_another_case_file_is_refused(plain):
    first, second, request = lead(plain, 0), lead(plain, 0), str(uuid.uuid4())
    post, action, payload = WAY[0]
    plain.step(post, first, action, request=request, **payload)
    with pytest.raises(psycopg2.errors.UniqueViolation) as caught:
        plain.step(post, second, action, request=request, **payload)
    error = from_database(caught.value)
    assert (error.code, error.params) == ("room.request_reused", {"request_id": request})
    assert plain.case(second)["version"] == 1


def test_a_deadline_of_a_stage_follows_its_rule_at_once(plain):
    plain.query("UPDATE room.stage_limit SET minutes = 77 WHERE stage = 'dispatch'")
    plain.query("UPDATE room.case_limit SET amount = 3 WHERE rule = 'claim_minutes'")
    changed = change(plain, plain.report()["case_id"], WAY[0])
    assert MARK in changed
    assert changed["due_at"] == dt.timedelta(minutes=77)
    assert changed["yellow_at"] == dt.timedelta(minutes=77) * 0.75
    assert changed["claimed_until"] == dt.timedelta(minutes=3)
