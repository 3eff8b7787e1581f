"""Turns of duty by operating state: who is called up in an emergency, who stays on while all is normal."""

import datetime as dt

import pytest
from little_room import COMMUNITIES, GRIDS, PROPERTY, SUBDISTRICT, LittleRoom

from community_brain_plugin.database.importing.founding import Founding, found, read_table, write
from community_brain_plugin.errors import RoomError

SET = "SELECT desk.set_area_state(%s, %s, %s, 'storm')"
NEXT_DOOR = ("community", COMMUNITIES[1])


def turn(
    room: LittleRoom, staff: str, role: str, states: list[str] | None, ground: tuple[str | None, str | None]
) -> None:
    """Put somebody on the running shift."""
    shift = room.query("SELECT shift_id FROM room.shift WHERE name_zh = '班'") or room.query(
        "INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at) VALUES"
        " (%s, '班', 'Shift', room.room_now() - interval '1 hour', room.room_now() + interval '7 hours')"
        " RETURNING shift_id",
        (SUBDISTRICT,),
    )
    room.query(
        "INSERT INTO room.roster (subdistrict, shift_id, staff_number, role, grid_kind, grid_code, operating_states)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        (SUBDISTRICT, shift[0][0], staff, role, *ground, states),
    )


def on_duty(room: LittleRoom) -> set[str]:
    board = {number for (number,) in room.query("SELECT staff_number FROM desk.duty_board()", (), "shift_leader")}
    view = {number for (number,) in room.query("SELECT staff_number FROM desk.on_duty", (), "shift_leader")}
    assert board == view
    return view


@pytest.mark.parametrize(
    ("ground", "where", "called"),
    [
        ((None, None), NEXT_DOOR, True),
        ((None, COMMUNITIES[0]), ("community", COMMUNITIES[0]), True),
        ((None, COMMUNITIES[0]), NEXT_DOOR, False),
        (("unit_grid", GRIDS[0]), ("community", COMMUNITIES[0]), True),
        (("unit_grid", GRIDS[0]), ("block", "B1"), True),
        (("unit_grid", GRIDS[0]), ("subdistrict", SUBDISTRICT), True),
        (("unit_grid", GRIDS[0]), NEXT_DOOR, False),
    ],
)
def test_a_state_calls_up_those_who_stand_by_for_it_and_lets_the_others_go(own_room, ground, where, called):
    turn(own_room, "1003", "collector", None, (None, None))
    turn(own_room, "1004", "dispatcher", ["pre_transition", "emergency"], ground)
    turn(own_room, "1005", "dispatcher", ["normal"], ground)
    assert on_duty(own_room) == {"1003", "1005"}
    own_room.query(SET, (*where, "emergency"), "shift_leader")
    assert on_duty(own_room) == ({"1003", "1004"} if called else {"1003", "1005"})
    own_room.query(SET, (*where, "post_transition"), "shift_leader")
    assert on_duty(own_room) == ({"1003"} if called else {"1003", "1005"})


def test_a_unit_has_its_stand_by_on_duty_while_the_emergency_lasts(own_room):
    turn(own_room, "2002", "worker", ["emergency"], (None, None))
    case = own_room.report()["case_id"]
    here = "SELECT on_duty FROM desk.recommend(%s) WHERE department_code = %s"
    assert own_room.one(here, (case, PROPERTY), "dispatcher") == 0
    own_room.query(SET, ("community", COMMUNITIES[0], "emergency"), "shift_leader")
    assert own_room.one(here, (case, PROPERTY), "dispatcher") == 1


def test_a_turn_for_a_state_that_does_not_exist_is_refused(own_room):
    with pytest.raises(RoomError) as caught:
        turn(own_room, "1003", "collector", ["panic"], (None, None))
    assert caught.value.code == "room.bad_value"


def test_a_row_of_the_responsibility_table_for_the_normal_holds_where_nobody_set_a_state(own_room):
    own_room.query(
        "INSERT INTO room.responsibility"
        " (subdistrict, profile, kind, class_code, department_code, operating_state, valid_from)"
        " SELECT %s, profile, kind, class_code, 'D03', 'normal', '2020-01-01' FROM room.responsibility"
        " WHERE subdistrict = %s AND class_code IS NOT NULL LIMIT 1",
        (SUBDISTRICT, SUBDISTRICT),
    )
    case = own_room.report()["case_id"]
    units = "SELECT department_code FROM desk.recommend(%s)"
    assert ("D03",) in own_room.query(units, (case,), "dispatcher")
    own_room.query(SET, ("block", "B1", "emergency"), "shift_leader")
    assert ("D03",) not in own_room.query(units, (case,), "dispatcher")


def table(*rows: dict[str, str]) -> Founding:
    """Return turns of the shift from eight to sixteen tomorrow, as a file has them."""
    day = (dt.datetime.now(dt.UTC) + dt.timedelta(days=1)).date().isoformat()
    hours = {"starts_at": f"{day} 08:00", "ends_at": f"{day} 16:00", "shift": "早班"}
    return Founding(SUBDISTRICT, roster=[{**hours, "role": "collector", **row} for row in rows])


def test_a_city_loads_its_turns_of_duty_with_the_states_they_are_for_and_has_them_written(own_room, tmp_path):
    kept = "SELECT staff_number, role, grid_kind, grid_code, operating_states FROM room.roster ORDER BY staff_number"
    standby = {"staff_number": "1004", "role": "dispatcher", "operating_states": "应急态 pre_transition"}
    here = {"staff_number": "1003", "grid_kind": "unit_grid", "grid_code": GRIDS[0]}
    owner = own_room.connect(autocommit=False)
    assert found(owner, table(standby, here))["roster"] == 2
    assert found(owner, table(standby, here))["roster"] == 0
    assert own_room.query(kept) == [
        ("1003", "collector", "unit_grid", GRIDS[0], None),
        ("1004", "dispatcher", None, None, ["pre_transition", "emergency"]),
    ]
    starts = "SELECT (starts_at AT TIME ZONE 'Asia/Shanghai')::time::text, name_zh FROM room.shift"
    assert own_room.query(starts) == [("08:00:00", "早班")]
    path, count = write(owner, SUBDISTRICT, tmp_path)["roster"]
    again = read_table(path)
    assert (count, again[0]["starts_at"][10:], again[1]["operating_states"]) == (
        2,
        " 08:00",
        "pre_transition emergency",
    )
    assert found(owner, Founding(SUBDISTRICT, roster=again))["roster"] == 0, "what was written is what holds"
    assert found(owner, table({**standby, "operating_states": ""}))["roster"] == 2
    assert own_room.query(kept) == [("1004", "dispatcher", None, None, None)]


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("starts_at", {"starts_at": "tomorrow at eight"}),
        ("ends_at", {"starts_at": "2020-01-01 08:00", "ends_at": "2020-01-01 16:00"}),
        ("staff_number", {"staff_number": "9999"}),
        ("role", {"role": "dispatcher"}),
        ("grid_code", {"grid_code": "B9"}),
        ("operating_states", {"operating_states": "emergency panic"}),
    ],
)
def test_a_turn_that_cannot_be_is_refused_by_row_and_field(room, field, row):
    with pytest.raises(RoomError) as caught:
        found(room.connect(autocommit=False), table({"staff_number": "1003"}, {"staff_number": "1003", **row}))
    assert (caught.value.code, caught.value.params["row"], caught.value.params["field"]) == ("import.bad_row", 2, field)
    assert room.one("SELECT count(*) FROM room.roster") == 0
