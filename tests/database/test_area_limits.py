"""An operating state has time limits of its own: looked up where a clock starts, kept by what runs already."""

import datetime as dt
from typing import Any

import pytest
from little_room import COMMUNITIES, FIRE_LANE, PROFILE, PROPERTY, LittleRoom

SET = "SELECT desk.set_area_state(%s, %s, %s, 'storm')"
HALF_AN_HOUR = dt.timedelta(minutes=30)
REWORK = [("dispatcher", "rework", {"reason": "the car is still there"})]


def put(room: LittleRoom, *states: str, area: tuple[str, str] = ("community", COMMUNITIES[0])) -> None:
    """Lead an area through states."""
    for state in states:
        room.query(SET, (*area, state), "shift_leader")


def runs(room: LittleRoom, case: int) -> tuple[str, dt.timedelta, str | None]:
    """Return the clock that runs, its limit by the clock, and the state the deadline goes by."""
    query = "SELECT clock, due_at - clock_started_at, limit_state FROM room.case_file WHERE case_id = %s"
    return room.query(query, (case,), "acceptor")[0]


def deadline(room: LittleRoom, case: int) -> Any:
    return room.one("SELECT deadline_at FROM room.case_file WHERE case_id = %s", (case,))


@pytest.mark.parametrize("area", [("community", COMMUNITIES[0]), ("block", "B1"), ("subdistrict", COMMUNITIES[0][:9])])
def test_an_emergency_around_it_gives_a_case_file_the_emergency_s_limits(own_room, area):
    put(own_room, "emergency", area=area)
    case = own_room.report()["case_id"]
    assert runs(own_room, case) == ("accept", dt.timedelta(minutes=5), None)
    own_room.step("acceptor", case, "file", condition_no=1)
    assert runs(own_room, case) == ("dispatch", dt.timedelta(minutes=5), None)
    own_room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    assert runs(own_room, case) == ("handle", HALF_AN_HOUR, "emergency")


def test_next_door_and_afterwards_the_normal_limits_hold(own_room):
    put(own_room, "emergency", area=("community", COMMUNITIES[1]))
    beside = own_room.case_in("pending_dispatch")
    assert runs(own_room, beside)[1] == dt.timedelta(minutes=15)
    put(own_room, "emergency", "post_transition")
    after = own_room.case_in("pending_handle")
    assert runs(own_room, after)[2] is None


def test_what_the_tables_do_not_name_keeps_its_normal_limit(own_room):
    put(own_room, "pre_transition")
    case = own_room.case_in("pending_handle")
    assert runs(own_room, case)[2] is None
    own_room.query(
        "INSERT INTO room.operating_class_limit VALUES (%s, 'event', %s, 1, 'pre_transition', 3, 'clock_hour')",
        (PROFILE, FIRE_LANE),
    )
    case = own_room.case_in("pending_handle")
    assert runs(own_room, case) == ("handle", dt.timedelta(hours=3), "pre_transition")


def test_a_deadline_that_runs_outlives_the_state_and_is_carried_over_and_extended_in_its_own_unit(own_room):
    put(own_room, "emergency")
    case = own_room.case_in("pending_handle")
    before = deadline(own_room, case)
    put(own_room, "post_transition", "normal")
    assert deadline(own_room, case) == before
    own_room.step("officer", case, "ask_extend", reason="crane needed")
    own_room.step("dispatcher", case, "extend")
    assert deadline(own_room, case) == before + HALF_AN_HOUR
    until = (dt.datetime.now(dt.UTC) + dt.timedelta(days=3)).isoformat()
    own_room.step("dispatcher", case, "ask_suspend", reason="road works", until=until)
    own_room.step("shift_leader", case, "suspend")
    left = "SELECT deadline_at - clock_started_at FROM room.case_file WHERE case_id = %s"
    rest = own_room.one(left, (case,))
    own_room.step("dispatcher", case, "resume", reason="it goes on")
    assert own_room.one(left, (case,)) == rest, "the clock's hours, not the office's"


def test_a_stage_says_by_which_state_s_limit_it_runs_also_when_the_state_is_over(own_room):
    def said(case: int, post: str = "dispatcher") -> list[Any]:
        return own_room.query("SELECT state, minutes, normal_minutes FROM desk.stage_limit_of(%s)", (case,), post)

    usual = own_room.case_in("pending_dispatch")
    put(own_room, "emergency")
    assert said(usual) == [], "it began before"
    case = own_room.report()["case_id"]
    put(own_room, "post_transition", "normal")
    assert said(case) == [("emergency", 5, 15)]
    assert said(case, "officer") == [], "it is not his unit's"
    own_room.step("acceptor", case, "file", condition_no=1)
    assert said(case) == [], "the next stage runs by the normal limit"
    put(own_room, "emergency")
    waiting = own_room.case_in("pending_dispatch")
    assert said(waiting) == [("emergency", 5, 15)]
    until = (dt.datetime.now(dt.UTC) + dt.timedelta(days=3)).isoformat()
    own_room.step("dispatcher", waiting, "ask_suspend", reason="road works", until=until)
    own_room.step("shift_leader", waiting, "suspend")
    own_room.step("dispatcher", waiting, "resume", reason="it goes on")
    assert said(waiting) == [], "what is left of it is no state's limit"
    own_room.step("dispatcher", waiting, "dispatch", department_code=PROPERTY)
    assert said(waiting) == [], "the deadline says it by itself"


def test_work_to_be_done_again_has_the_limit_of_the_state_that_holds_then(own_room):
    put(own_room, "emergency")
    case = own_room.case_in("feedback")
    put(own_room, "post_transition")
    own_room.walk(case, REWORK)
    assert runs(own_room, case)[2] is None
    again = own_room.case_in("feedback")
    put(own_room, "emergency")
    own_room.walk(again, REWORK)
    assert runs(own_room, again) == ("handle", HALF_AN_HOUR, "emergency")
