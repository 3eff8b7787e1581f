"""Operating states of areas: their course, who may change them, the seven actions and what is still to be done."""

import uuid
from typing import Any

import pytest
from little_room import COMMUNITIES, NEIGHBOUR, PROPERTY, SANITATION, SUBDISTRICT, LittleRoom
from psycopg2.extras import Json

from community_brain_plugin.errors import RoomError
from community_brain_plugin.grids import operating

SET = "SELECT desk.set_area_state('block', 'B1', %s, %s)"
UNTIL = "SELECT desk.set_area_state('block', 'B1', %s, 'storm', room.room_now() + %s::interval)"
TAKE = "SELECT desk.take_area_action(%s, %s, %s, %s, %s)"


@pytest.fixture
def clean_room(room: LittleRoom) -> LittleRoom:
    """The room of this file, with nothing set or done on any area."""
    forget = "DELETE FROM room.area_action; DELETE FROM room.area_state; SET session_replication_role = origin"
    room.query(f"SET session_replication_role = replica; {forget}")
    return room


def put(room: LittleRoom, *states: str) -> None:
    """Lead block B1 through states."""
    for state in states:
        room.query(SET, (state, "storm"), "shift_leader")


def take(
    room: LittleRoom, action: str, post: str = "shift_leader", request: str | None = None, **more: object
) -> dict[str, Any]:
    """Record an action on block B1, in an emergency unless it is said otherwise."""
    payload = {"state": "emergency", "outcome": "done", "description": "crew 1 at work", **more}
    return room.one(TAKE, ("block", "B1", action, Json(payload), request or str(uuid.uuid4())), post)


def refusal(function: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(RoomError) as caught:
        function(*arguments, **options)
    return caught.value.code.removeprefix("room.")


def state(room: LittleRoom) -> str:
    return room.one("SELECT state FROM desk.area_live WHERE area_code = 'B1'", (), "worker")


def open_tasks(room: LittleRoom) -> set[str]:
    return {task for (task,) in room.query("SELECT task FROM desk.open_tasks(%s, room.room_now())", (SUBDISTRICT,))}


@pytest.mark.parametrize(
    ("way", "allowed"),
    [
        (("pre_transition", "emergency", "post_transition", "normal"), True),
        (("emergency",), True),
        (("pre_transition", "normal"), True),
        (("emergency", "post_transition", "emergency"), True),
        (("emergency", "emergency"), True),
        (("post_transition",), False),
        (("emergency", "normal"), False),
        (("emergency", "pre_transition"), False),
        (("pre_transition", "post_transition"), False),
        (("emergency", "post_transition", "pre_transition"), False),
    ],
)
def test_states_follow_their_course_and_the_ways_beside_it_that_the_table_names(clean_room, way, allowed):
    put(clean_room, *way[:-1])
    before = ("normal", *way)[-2]
    assert (way[-1] in operating.rules(clean_room.connect("worker", autocommit=False)).may_follow(before)) is allowed
    if allowed:
        put(clean_room, way[-1])
        assert state(clean_room) == way[-1]
    else:
        assert refusal(put, clean_room, way[-1]) == "operating_course"


def test_a_city_changes_the_course_by_a_row(own_room):
    own_room.query("UPDATE room.operating_transition SET valid_to = room.room_today() - 1 WHERE NOT is_course")
    assert refusal(put, own_room, "emergency") == "operating_course"
    put(own_room, "pre_transition", "emergency")


def test_every_change_is_logged_with_who_why_and_when_and_beside_the_course_it_is_said(own_room):
    put(own_room, "emergency")
    own_room.query(UNTIL, ("emergency", "2 hours"), "admin")
    put(own_room, "post_transition")
    entries = own_room.query(
        "SELECT key, action, staff_number, at IS NOT NULL, details ->> 'before', details ->> 'state',"
        " details ->> 'reason', details ->> 'in_course', details ->> 'then'"
        " FROM desk.room_log WHERE subject = 'area' ORDER BY entry_no",
        (),
        "dispatcher",
    )
    assert entries == [
        ("block:B1", "set", "1002", True, "normal", "emergency", "storm", "false", None),
        ("block:B1", "set", "1009", True, "emergency", "emergency", "storm", None, "post_transition"),
        ("block:B1", "set", "1002", True, "emergency", "post_transition", "storm", "true", None),
    ]
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_an_emergency_that_runs_out_is_followed_by_post_transition_and_never_by_the_normal(clean_room):
    clean_room.query(UNTIL, ("emergency", "300 ms"), "shift_leader")
    live = "SELECT state, next_state, until IS NULL FROM desk.area_live"
    assert clean_room.query(live, post="worker") == [("emergency", "post_transition", False)]
    clean_room.query("SELECT pg_sleep(0.4)")
    assert clean_room.query(live, post="worker") == [("post_transition", None, True)]
    assert refusal(clean_room.query, UNTIL, ("normal", "1 hour"), "shift_leader") == "bad_value"
    clean_room.query(UNTIL, ("emergency", "1 hour"), "shift_leader")
    put(clean_room, "post_transition", "normal")
    clean_room.query(UNTIL, ("pre_transition", "1 hour"), "shift_leader")
    assert clean_room.query(live, post="worker") == [("pre_transition", "normal", False)]
    spans = "SELECT count(*) FROM room.area_state WHERE lower(valid) > room.room_now()"
    assert clean_room.one(spans) == 1, "what was to follow a state that was changed does not follow any more"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE room.area_state SET reason = 'never said'",
        "UPDATE room.area_state SET valid = tstzrange(NULL, NULL)",
        "DELETE FROM room.area_state",
        "TRUNCATE room.area_state",
        "UPDATE room.area_action SET description = 'never done'",
        "DELETE FROM room.area_action",
        "TRUNCATE room.area_action",
    ],
)
def test_what_was_set_and_done_stays_even_for_the_owner_of_the_database(clean_room, statement):
    put(clean_room, "emergency")
    take(clean_room, "respond")
    assert refusal(clean_room.query, statement) == "append_only"


def test_an_action_is_recorded_once_with_who_when_what_and_what_came_of_it(own_room):
    put(own_room, "emergency")
    case, request = own_room.case_in("pending_handle"), str(uuid.uuid4())
    number = own_room.case(case)["case_number"]
    sent = {"task": "units_sent", "case_number": number, "department_code": PROPERTY, "request": request}
    first = take(own_room, "respond", "dispatcher", **sent)
    again = take(own_room, "respond", "dispatcher", **sent)
    assert (first["repeated"], again) == (False, {**first, "repeated": True})
    assert refusal(take, own_room, "respond", "shift_leader", **sent) == "request_reused"
    (row,) = operating.actions(own_room.connect("collector", autocommit=False), "block", "B1")
    assert (row["staff_number"], row["action_en"], row["task"], row["outcome"]) == (
        "1004",
        "Respond",
        "units_sent",
        "done",
    )
    assert (row["description"], row["case_number"], row["department_en"]) == ("crew 1 at work", number, "Anju Property")
    logged = "SELECT case_id, staff_number, details ->> 'description' FROM desk.room_log WHERE action = 'acted'"
    assert own_room.query(logged, (), "dispatcher") == [(case, "1004", "crew 1 at work")]


@pytest.mark.parametrize(
    ("post", "action", "sent", "code"),
    [
        ("analyst", "respond", {}, "wrong_role"),
        ("shift_leader", "respond", {"state": "normal"}, "area_moved"),
        ("shift_leader", "recover", {}, "operating_action"),
        ("shift_leader", "panic", {}, "bad_value"),
        ("shift_leader", "respond", {"task": "situation_reported"}, "bad_value"),
        ("shift_leader", "respond", {"outcome": "splendid"}, "bad_value"),
        ("shift_leader", "respond", {"description": "  "}, "value_required"),
        ("shift_leader", "respond", {"case_number": "1"}, "unknown_case"),
        ("shift_leader", "respond", {"department_code": "D99"}, "unknown_department"),
        ("worker", "respond", {"department_code": SANITATION}, "unknown_department"),
    ],
)
def test_what_is_not_of_the_state_the_post_or_the_room_is_refused(clean_room, post, action, sent, code):
    put(clean_room, "emergency")
    assert refusal(take, clean_room, action, post, **sent) == code


def test_nothing_is_recorded_over_the_fence(room):
    values = ("subdistrict", SUBDISTRICT, "monitor", Json({"state": "normal", "outcome": "done", "description": "x"}))
    assert refusal(room.query, TAKE, (*values, str(uuid.uuid4())), "neighbour") == "unknown_area"
    values = ("subdistrict", NEIGHBOUR, *values[2:])
    assert refusal(room.query, TAKE, (*values, str(uuid.uuid4())), "shift_leader") == "unknown_area"


def test_people_of_a_unit_record_and_read_what_their_own_unit_did(clean_room):
    put(clean_room, "emergency")
    take(clean_room, "respond", "worker", task="people_safe")
    take(clean_room, "respond", "shift_leader", task="command_set_up")
    seen = "SELECT task, department_code FROM desk.area_action ORDER BY action_id"
    assert clean_room.query(seen, (), "officer") == [("people_safe", PROPERTY)]
    assert clean_room.query(seen, (), "other_officer") == []
    assert len(clean_room.query(seen, (), "acceptor")) == 2


def test_a_list_is_open_until_settled_and_a_repeated_task_is_open_again(clean_room):
    assert open_tasks(clean_room) == set(), "the normal owes the next shift nothing"
    put(clean_room, "emergency")
    assert {"units_sent", "situation_reported"} <= open_tasks(clean_room)
    take(clean_room, "respond", task="units_sent", outcome="under_way")
    take(clean_room, "monitor", task="situation_reported")
    assert "units_sent" in open_tasks(clean_room)
    assert "situation_reported" not in open_tasks(clean_room)
    take(clean_room, "respond", task="units_sent")
    clean_room.query(SET, ("emergency", "it goes on"), "shift_leader")
    assert "units_sent" not in open_tasks(clean_room), "the same emergency, for another reason"
    later = "SELECT task FROM desk.open_tasks(%s, room.room_now() + interval '61 minutes')"
    assert ("situation_reported",) in clean_room.query(later, (SUBDISTRICT,))
    put(clean_room, "post_transition", "emergency")
    assert "units_sent" in open_tasks(clean_room), "another emergency"


def test_a_stay_out_of_the_normal_is_measured_by_its_list(clean_room):
    """Of seven tasks one is kept, one was due again an hour after, five were never done; a prolonged stay is one."""
    figures = "SELECT area_code, state, tasks, on_time, late FROM desk.indicator_areas(%s, %s)"
    day = clean_room.query("SELECT room.room_now() - interval '1 day', room.room_now() + interval '1 day'")[0]
    put(clean_room, "emergency")
    take(clean_room, "respond", task="units_sent")
    take(clean_room, "respond", task="people_safe", outcome="under_way")
    take(clean_room, "monitor", task="situation_reported")
    clean_room.query(SET, ("emergency", "it goes on"), "shift_leader")
    assert clean_room.query(figures, day, "evaluator") == [("B1", "emergency", 7, 2, 0)]
    with clean_room.connect(autocommit=False) as connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        earlier = "tstzrange(lower(valid) - interval '2 hours', upper(valid))"
        cursor.execute(f"UPDATE room.area_state SET valid = {earlier} WHERE reason = 'storm'")
    put(clean_room, "post_transition")
    found = clean_room.query(figures, day, "evaluator")
    assert found[1:] == [("B1", "emergency", 7, 1, 1)], "it had to be said again after an hour"
    assert found[0][:2] == ("B1", "post_transition")
    assert clean_room.query(figures, (day[0], day[0]), "evaluator") == []
    assert clean_room.query(figures, day, "officer") == []


def test_a_city_changes_the_list_by_rows(own_room):
    own_room.query("UPDATE room.operating_task SET valid_to = room.room_today() - 1 WHERE task = 'units_sent'")
    own_room.query(
        "INSERT INTO room.operating_task VALUES"
        " ('pumps', 'emergency', 'respond', 'community', '水泵', 'Pumps', NULL, 5, NULL)"
    )
    put(own_room, "emergency")
    call = "SELECT desk.set_area_state('community', %s, 'emergency', 'storm')"
    own_room.query(call, (COMMUNITIES[0],), "shift_leader")
    owed = own_room.query("SELECT area_code, task FROM desk.open_tasks(%s, room.room_now())", (SUBDISTRICT,))
    assert [area for area, task in owed if task == "pumps"] == [COMMUNITIES[0]]
    assert "units_sent" not in {task for _, task in owed}


def test_the_next_shift_is_told_what_was_done_and_what_is_still_to_be_done(own_room):
    draft = own_room.one("SELECT desk.handover_prepare()", post="shift_leader")["handover_id"]
    put(own_room, "emergency")
    take(own_room, "respond", task="units_sent")
    take(own_room, "respond", task="people_safe", outcome="under_way")
    own_room.query("SELECT desk.handover_prepare()", post="shift_leader")
    facts = own_room.one("SELECT facts FROM desk.handover WHERE handover_id = %s", (draft,), "shift_leader")
    assert [(row["en"], row["count"]) for row in facts["area_actions"]] == [("Respond", 2)]
    (area,) = facts["areas"]
    assert (area["area_zh"], area["state_en"], area["set_by"]) == ("网格B1", "Emergency", "shift_leader")
    owed = {row["task_en"]: row["outcome_en"] for row in facts["area_tasks"]}
    assert owed["People in danger brought to safety"] == "Under way"
    assert "Handling units sent and on the spot" not in owed
