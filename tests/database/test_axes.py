"""Two axes: who finds and judges, who commands, who handles; and the small room at night."""

import threading

import psycopg2
import pytest
from little_room import PROPERTY, SUBDISTRICT
from psycopg2.extras import Json

from community_brain_plugin.errors import RoomError, from_database

ON_BEHALF = {"reason": "by phone", "said_by": "王师傅", "channel": "phone", "said_at": "2026-01-05 22:10"}


@pytest.fixture
def strict_room(own_room):
    return own_room


@pytest.fixture
def joint_room(own_room):
    own_room.query("INSERT INTO room.setting VALUES (%s, 'axes_profile', '\"joint_room\"')", (SUBDISTRICT,))
    return own_room


def test_strict_is_the_default_and_refuses_the_other_axis_in_one_shift(strict_room):
    case = strict_room.report("night")["case_id"]
    strict_room.step("night", case, "file", condition_no=1)
    error = strict_room.refusal("night", case, "dispatch", department_code=PROPERTY)
    assert (error.code, error.params["axis"]) == ("room.wrong_axis", "command")
    strict_room.step("dispatcher", case, "dispatch", department_code=PROPERTY)


def test_strict_holds_the_other_way_round_too(strict_room):
    case = strict_room.case_in("pending_dispatch")
    strict_room.step("night", case, "dispatch", department_code=PROPERTY)
    assert (
        strict_room.refusal("night", strict_room.case_in("reported"), "file", condition_no=1).code == "room.wrong_axis"
    )
    with pytest.raises(RoomError) as caught:
        strict_room.report("night")
    assert caught.value.code == "room.wrong_axis"


def test_a_profile_nobody_knows_is_strict(own_room):
    own_room.query("INSERT INTO room.setting VALUES (%s, 'axes_profile', '\"Joint\"')", (SUBDISTRICT,))
    case = own_room.report("night")["case_id"]
    own_room.step("night", case, "file", condition_no=1)
    assert own_room.refusal("night", case, "dispatch", department_code=PROPERTY).code == "room.wrong_axis"


def put_on_shift(room, name: str, begins: str, ends: str) -> None:
    shift = room.one(
        "INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at)"
        " VALUES (%s, %s, %s, now() + %s::interval, now() + %s::interval) RETURNING shift_id",
        (SUBDISTRICT, name, name, begins, ends),
    )
    room.query("INSERT INTO room.roster VALUES (%s, %s, '1010', 'acceptor')", (SUBDISTRICT, shift))


def test_a_new_shift_begins_anew(strict_room):
    case = strict_room.report("night")["case_id"]
    strict_room.query("SELECT pg_sleep(0.01)")
    put_on_shift(strict_room, "night", "0", "8 hours")
    strict_room.step("acceptor", case, "file", condition_no=1)
    strict_room.step("night", case, "dispatch", department_code=PROPERTY)


def test_a_shift_over_midnight_is_one_shift(strict_room):
    put_on_shift(strict_room, "night", "-20 hours", "4 hours")
    case = strict_room.report("night")["case_id"]
    strict_room.query("ALTER TABLE room.case_log DISABLE TRIGGER append_only")
    strict_room.query("UPDATE room.case_log SET at = at - interval '19 hours'")
    strict_room.step("acceptor", case, "file", condition_no=1)
    assert strict_room.refusal("night", case, "dispatch", department_code=PROPERTY).code == "room.wrong_axis"


def test_one_person_cannot_take_both_axes_at_the_same_moment(strict_room):
    """Two sessions of one login, each the first of its shift on its axis: one of the two is refused."""
    to_file, to_dispatch = strict_room.case_in("reported"), strict_room.case_in("pending_dispatch")
    first, second = strict_room.connect("night", autocommit=False), strict_room.connect("night", autocommit=False)
    call = "SELECT desk.case_step(%s, %s, %s, %s, %s, gen_random_uuid())"
    first.cursor().execute(call, (SUBDISTRICT, to_file, "file", Json({"condition_no": 1}), 1))
    codes = []

    def dispatch():
        try:
            second.cursor().execute(
                call, (SUBDISTRICT, to_dispatch, "dispatch", Json({"department_code": PROPERTY}), 2)
            )
        except psycopg2.Error as error:
            codes.append(from_database(error).code)

    waiting = threading.Thread(target=dispatch)
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive(), "the second session did not wait for the first"
    first.commit()
    waiting.join(10)
    assert codes == ["room.wrong_axis"]


def test_the_joint_room_lets_one_person_file_and_dispatch_and_counts_it(joint_room):
    case = joint_room.report("night")["case_id"]
    joint_room.step("night", case, "file", condition_no=1)
    joint_room.step("night", case, "dispatch", department_code=PROPERTY)
    counted = joint_room.query(
        "SELECT action, both_axes FROM room.case_log WHERE case_id = %s ORDER BY version", (case,), "analyst"
    )
    assert counted == [("report", False), ("file", False), ("dispatch", True)]


def test_the_joint_room_lets_nobody_judge_what_he_dispatched(joint_room):
    case = joint_room.report("night")["case_id"]
    joint_room.step("night", case, "file", condition_no=1)
    joint_room.step("night", case, "dispatch", department_code=PROPERTY)
    joint_room.step("second_dispatcher", case, "handled_on_behalf", **ON_BEHALF)
    joint_room.step("second_dispatcher", case, "forward_to_supervision")
    assert joint_room.refusal("night", case, "return_for_rework", reason="x").code == "room.own_work"
    assert joint_room.refusal("night", case, "force_close", reason="x").code == "room.own_work"
    assert joint_room.refusal("night", case, "send_check", collector="1010").code == "room.own_work"
    joint_room.step("night", case, "send_check")
    assert joint_room.refusal("night", case, "check_result", passed=True).code == "room.own_work"
    joint_room.pictured("collector", case, "check_result", passed=True)
    assert joint_room.refusal("night", case, "close", closing_condition_no=1).code == "room.own_work"
    joint_room.step("acceptor", case, "close", closing_condition_no=1)


@pytest.mark.parametrize("part", ["handled", "recorded"])
def test_the_joint_room_lets_nobody_judge_what_he_handled_or_recorded(joint_room, part):
    case = joint_room.case_in("pending_handle")
    if part == "handled":
        joint_room.step("officer", case, "assign", handler="1010")
        joint_room.pictured("night", case, "submit_handling")
        joint_room.step("officer", case, "confirm_handling")
    else:
        joint_room.step("night", case, "handled_on_behalf", **ON_BEHALF)
    joint_room.step("dispatcher", case, "forward_to_supervision")
    joint_room.step("acceptor", case, "send_check")
    assert joint_room.refusal("night", case, "check_result", passed=True).code == "room.own_work"
    joint_room.pictured("collector", case, "check_result", passed=True)
    assert joint_room.refusal("night", case, "close", closing_condition_no=1).code == "room.own_work"


def test_nobody_handles_what_he_found_or_dispatched(joint_room):
    """Not even who holds all posts: finder, dispatcher and handler are three. Small things are closed on the spot."""
    dispatched = joint_room.case_in("pending_dispatch")
    joint_room.step("night", dispatched, "dispatch", department_code=PROPERTY)
    found = joint_room.report("night")["case_id"]
    joint_room.step("acceptor", found, "file", condition_no=1)
    joint_room.step("dispatcher", found, "dispatch", department_code=PROPERTY)
    for case in (dispatched, found):
        assert joint_room.refusal("officer", case, "assign", handler="1010").code == "room.own_report"
        assert joint_room.refusal("night", case, "assign").code == "room.own_report"
        # Nor by the back door, where the order was his before it was sent out again.
        joint_room.query("UPDATE room.case_file SET state = 'handling', handler = '1010' WHERE case_id = %s", (case,))
        joint_room.photograph("night", case, "after")
        assert joint_room.refusal("night", case, "submit_handling").code == "room.own_report"


def test_whoever_commanded_a_case_file_does_not_handle_it_when_it_is_sent_out_anew(joint_room):
    """Neither as the worker the unit names, nor by recording what he did himself."""
    case = joint_room.case_in("pending_dispatch")
    joint_room.step("night", case, "dispatch", department_code=PROPERTY)
    joint_room.step("officer", case, "return_to_dispatcher", reason="not ours")
    joint_room.step("dispatcher", case, "redispatch", department_code=PROPERTY)
    assert joint_room.refusal("officer", case, "assign", handler="1010").code == "room.own_report"
    joint_room.step("officer", case, "assign", handler="2002")
    for own in ("1010", " night "):
        assert joint_room.refusal("night", case, "handled_on_behalf", **ON_BEHALF | {"said_by": own}).code == (
            "room.own_report"
        ), own
    joint_room.step("night", case, "handled_on_behalf", **ON_BEHALF)


def test_own_work_is_remembered_after_the_case_went_through_other_hands(joint_room):
    """Dispatched first by the night, again by somebody else: the night has still commanded this case."""
    case = joint_room.case_in("pending_dispatch")
    joint_room.step("night", case, "dispatch", department_code=PROPERTY)
    joint_room.step("officer", case, "return_to_dispatcher", reason="not ours")
    joint_room.step("dispatcher", case, "redispatch", department_code=PROPERTY)
    assert joint_room.refusal("night", case, "force_close", reason="x").code == "room.own_work"
