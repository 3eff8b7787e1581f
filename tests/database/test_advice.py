"""What the room advises: whom to send and why, and what may be the same case."""

import pytest
from little_room import (
    COMMUNITIES,
    FIRE_LANE,
    GRIDS,
    MANHOLE,
    PROFILE,
    PROPERTY,
    SANITATION,
    SUBDISTRICT,
    UTILITY,
)

DEFAULTS = {"subdistrict": SUBDISTRICT, "profile": PROFILE, "kind": "event", "valid_from": "2020-01-01"}


def recommended(room, case: int) -> list[tuple[str, str]]:
    return room.query("SELECT department_code, reason FROM desk.recommend(%s)", (case,), "dispatcher")


def rule(room, department: str, **columns: object) -> None:
    """Add a row to the responsibility table."""
    values = {**DEFAULTS, "class_code": FIRE_LANE, "department_code": department, **columns}
    names = ", ".join(values)
    room.query(
        f"INSERT INTO room.responsibility ({names}) VALUES ({', '.join(['%s'] * len(values))})", tuple(values.values())
    )


def test_a_component_goes_to_its_owner_first(room):
    case = room.report(component_identity=f"320106{MANHOLE}000003")["case_id"]
    assert recommended(room, case)[0] == (UTILITY, "owner")


def test_an_event_goes_to_its_territory_before_its_class(room):
    here, there = room.report(), room.report(x=500350)
    assert recommended(room, here["case_id"]) == [(PROPERTY, "class")]
    assert recommended(room, there["case_id"]) == [(SANITATION, "territory"), (PROPERTY, "class")]


def test_a_row_for_a_larger_grid_counts_for_the_grids_in_it(own_room):
    rule(own_room, UTILITY, grid_kind="block", grid_code="B1")
    assert recommended(own_room, own_room.report()["case_id"]) == [(UTILITY, "territory"), (PROPERTY, "class")]


@pytest.mark.parametrize(
    ("hours", "counts"),
    [
        (("-1 hour", "1 hour"), True),
        (("1 hour", "2 hours"), False),
        # Through midnight, whatever the hour is now: all of the day but the hour before this one.
        (("-1 minute", "-1 hour"), True),
        (("1 minute", "-1 minute"), False),
    ],
)
def test_a_row_for_some_hours_counts_in_them_alone(own_room, hours, counts):
    begin, end = own_room.query(
        "SELECT (m + %s::interval)::time, (m + %s::interval)::time"
        " FROM (SELECT room.room_now() AT TIME ZONE 'Asia/Shanghai' AS m) now",
        hours,
    )[0]
    rule(own_room, UTILITY, grid_kind="unit_grid", grid_code=GRIDS[0], hour_from=begin, hour_to=end)
    assert ((UTILITY, "territory") in recommended(own_room, own_room.report()["case_id"])) is counts


def test_a_row_for_an_operating_state_counts_while_it_lasts(own_room):
    rule(own_room, UTILITY, operating_state="emergency")
    case = own_room.report()["case_id"]
    assert (UTILITY, "class") not in recommended(own_room, case)
    call = "SELECT desk.set_area_state('community', %s, %s, 'storm')"
    own_room.query(call, (COMMUNITIES[1], "emergency"), "shift_leader")
    assert (UTILITY, "class") not in recommended(own_room, case), "the storm is next door"
    own_room.query(call, (COMMUNITIES[0], "emergency"), "shift_leader")
    assert recommended(own_room, case)[0] == (UTILITY, "class")
    own_room.query(call, (COMMUNITIES[0], "normal"), "shift_leader")
    assert (UTILITY, "class") not in recommended(own_room, case)


def test_a_unit_that_ended_is_not_recommended(own_room):
    own_room.query(
        "UPDATE room.department SET valid_to = room.room_today() - 1 WHERE department_code = %s", (PROPERTY,)
    )
    assert recommended(own_room, own_room.report()["case_id"]) == []


def test_the_load_of_a_unit_is_shown_with_it(own_room):
    for _ in range(2):
        own_room.case_in("pending_handle")
    own_room.case_in("closed")
    load = "SELECT open_cases FROM desk.recommend(%s)"
    assert own_room.query(load, (own_room.report()["case_id"],), "dispatcher") == [(2,)]


def near(room, **options: object) -> set[int]:
    values = {"class": FIRE_LANE, "x": 500050, "y": 3450050, "metres": 50, "hours": 72, **options}
    query = "SELECT case_id FROM desk.nearby_duplicates(%s, %s, %s, %s, %s)"
    return {case for (case,) in room.query(query, tuple(values.values()), "acceptor")}


def test_duplicates_are_open_of_the_same_class_near_and_recent(own_room):
    same = own_room.report()["case_id"]
    own_room.report(x=500150)
    own_room.report(class_code=MANHOLE)
    own_room.case_in("void")
    assert near(own_room) == {same}
    assert len(near(own_room, metres=150)) == 2
    assert near(own_room, hours=0) == set()
