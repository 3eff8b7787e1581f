"""Work to be done again: the unit gets an order of its own that says what was wrong, and is followed up."""

import pytest
from little_room import MANHOLE, PROPERTY, SANITATION, SUBDISTRICT, UTILITY, LittleRoom
from psycopg2.extras import Json

from community_brain_plugin.cases import orders

WRONG = "the cover still rattles"


def after(room: LittleRoom, minutes: int, unit: str) -> None:
    """Have a unit told when property left an order about an open manhole alone for so long."""
    room.query("DELETE FROM room.responsibility WHERE priority = 10 AND class_code = %s", (MANHOLE,))
    room.query(
        "INSERT INTO room.responsibility (subdistrict, profile, kind, class_code, department_code, channel, escalation,"
        " priority, valid_from) SELECT subdistrict, profile, 'event', %s, %s, 'text', %s, 10, '2020-01-01'"
        " FROM room.responsibility LIMIT 1",
        (MANHOLE, PROPERTY, Json([{"minutes": minutes, "department_code": unit}])),
    )


def sent(room: LittleRoom, case: int) -> list[tuple[object, ...]]:
    """Return version, channel, unit and what was wrong, of each order."""
    query = (
        "SELECT case_version, channel, department_code, body #>> '{rework,reason}' FROM desk.outbox"
        " WHERE case_id = %s AND level IS NULL ORDER BY case_version, channel"
    )
    return room.query(query, (case,), "dispatcher")


def levels(room: LittleRoom, case: int) -> list[tuple[object, ...]]:
    query = "SELECT department_code, standing FROM desk.escalation_of(%s)"
    return room.query(query, (case,), "dispatcher")


def test_a_rework_goes_to_the_unit_at_once_by_its_own_channels_and_says_what_was_wrong(room):
    case = room.case_in("feedback")
    room.step("dispatcher", case, "rework", reason=WRONG, department_code=SANITATION)
    version = room.case(case)["version"]
    first, second = sent(room, case)
    assert first[1:] == ("slip", PROPERTY, None)
    assert second == (version, "slip", PROPERTY, WRONG), "to whom the work was, whoever a client names"
    room.query("SELECT desk.outbox_hand(%s, 'slip')", (case,), "dispatcher")
    rows = orders.listed(room.connect("dispatcher"), case)
    assert [(row["standing"], row["is_latest"], row["rework_reason"]) for row in rows] == [
        ("delivered", True, WRONG), ("withdrawn", False, None)
    ]  # fmt: skip


def test_a_rework_s_channels_may_be_named(room):
    case = room.case_in("feedback")
    room.step("dispatcher", case, "rework", reason=WRONG, channels=["text", "webhook"])
    assert [channel for _, channel, _, _ in sent(room, case)] == ["slip", "text", "webhook"]
    case = room.case_in("feedback")
    refused = room.refusal("dispatcher", case, "rework", reason=WRONG, channels=["pigeon"])
    assert (refused.code, refused.params["field"]) == ("room.bad_value", "channel")


def test_what_failed_the_check_is_dispatched_again_with_what_was_wrong(room):
    case = room.case_in("pending_check")
    room.step("acceptor", case, "return_for_rework", reason=WRONG)
    assert len(sent(room, case)) == 1, "supervision sends nobody: the dispatcher does"
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    assert [reason for *_, reason in sent(room, case)] == [None, WRONG]
    told = room.one(
        "SELECT body -> 'rework' FROM desk.outbox WHERE case_id = %s ORDER BY case_version DESC LIMIT 1",
        (case,),
        "officer",
    )
    assert (told["times"], told["at"] is not None) == (1, True)


def test_a_second_rework_says_what_was_wrong_the_second_time(room):
    case = room.case_in("feedback")
    room.step("dispatcher", case, "rework", reason=WRONG)
    room.walk(
        case,
        [
            ("officer", "assign", {"handler": "2002"}),
            ("worker", "submit_handling", {}),
            ("officer", "confirm_handling", {}),
        ],
    )
    room.step("dispatcher", case, "rework", reason="now it is loose")
    assert [reason for *_, reason in sent(room, case)] == [None, WRONG, "now it is loose"]


def test_whom_to_turn_to_is_planned_anew_and_its_minutes_run_from_the_rework(own_room):
    after(own_room, 60, SANITATION)
    case = own_room.case_in("feedback", class_code=MANHOLE)
    own_room.query(
        "UPDATE room.case_file SET dispatched_at = dispatched_at - interval '5 hours' WHERE case_id = %s", (case,)
    )
    after(own_room, 30, UTILITY)
    own_room.step("dispatcher", case, "rework", reason=WRONG)
    assert sent(own_room, case)[-1][1:] == ("text", PROPERTY, WRONG), "the way the responsibility table names"
    assert levels(own_room, case) == [(UTILITY, "waiting")], "the table as it stands now"
    assert own_room.one("SELECT desk.escalate_due()", post="service") == 0
    own_room.query(
        "UPDATE room.escalation SET (ordered_at, due_at) = (ordered_at - interval '61 min', due_at - interval '61 min')"
    )
    assert own_room.one("SELECT desk.escalate_due()", post="service") == 1
    assert levels(own_room, case) == [(UTILITY, "told")]
    notice = (
        "SELECT body #>> '{rework,reason}', body #>> '{escalation,department_code}' FROM room.outbox WHERE level = 1"
    )
    assert own_room.query(notice) == [(WRONG, UTILITY)]
    assert own_room.query("SELECT outcome FROM room.escalation WHERE case_id = %s AND outcome = 'over'", (case,)) == [
        ("over",)
    ]
    assert own_room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


@pytest.mark.parametrize("post", ["officer", "acceptor"])
def test_a_rework_is_the_dispatcher_s(room, post):
    assert room.refusal(post, room.case_in("feedback"), "rework", reason=WRONG).code == "room.wrong_role"


def test_a_unit_that_has_its_own_worker_do_it_again_gets_no_order_from_the_room(room):
    case = room.case_in("handle_finish")
    room.step("officer", case, "redo_worker", reason=WRONG)
    assert len(sent(room, case)) == 1
