"""What the room advises: whom to send and why, and what may be the same case."""

import psycopg2.errors
import pytest
from little_room import (
    COMMUNITIES,
    FIRE_LANE,
    GRIDS,
    MANHOLE,
    ORIGIN,
    PROFILE,
    PROPERTY,
    SANITATION,
    SRID,
    SUBDISTRICT,
    UTILITY,
    point,
)
from psycopg2.extras import Json

from community_brain_plugin.cases import lookup, records, settings

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
    own_room.query(call, (COMMUNITIES[0], "post_transition"), "shift_leader")
    assert (UTILITY, "class") not in recommended(own_room, case)


def test_the_recommendation_names_whom_to_turn_to_next_and_after_how_long(own_room):
    nexts = [{"minutes": 120, "department_code": UTILITY}, {"minutes": 30, "department_code": SANITATION}]
    rule(own_room, PROPERTY, grid_kind="unit_grid", grid_code=GRIDS[0], escalation=Json(nexts))
    query = "SELECT department_code, escalation FROM desk.recommend(%s)"
    (unit, steps), *_ = own_room.query(query, (own_room.report()["case_id"],), "dispatcher")
    assert unit == PROPERTY
    assert [(step["minutes"], step["department_code"]) for step in steps] == [(30, SANITATION), (120, UTILITY)]
    assert all(step["department_zh"] for step in steps)


@pytest.mark.parametrize(
    "wrong", [{}, [30], [{"minutes": "30", "department_code": UTILITY}], [{"minutes": -1, "department_code": UTILITY}]]
)
def test_an_escalation_that_nobody_could_follow_is_not_kept(room, wrong):
    with pytest.raises(psycopg2.errors.CheckViolation):
        rule(room, PROPERTY, escalation=Json(wrong))


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


def test_a_component_without_owner_falls_to_whoever_answers_for_the_ground(own_room):
    own_room.query("UPDATE room.component SET department_code = NULL")
    own_room.query("DELETE FROM room.responsibility WHERE kind = 'component'")
    own_room.query("UPDATE room.grid_version SET responsible_department = %s WHERE kind = 'block'", (SANITATION,))
    case = own_room.report(component_identity=f"320106{MANHOLE}000003")["case_id"]
    assert recommended(own_room, case) == [(SANITATION, "territory")]


def test_a_unit_that_sent_the_case_file_back_is_not_asked_first_again(own_room):
    case = own_room.case_in("returned_dispatcher")
    assert recommended(own_room, case) == [(PROPERTY, "returned")]
    rule(own_room, UTILITY, priority=500)
    assert recommended(own_room, case) == [(UTILITY, "class"), (PROPERTY, "returned")]
    own_room.step("dispatcher", case, "redispatch", department_code=UTILITY)


def test_work_to_be_done_again_goes_to_the_unit_that_did_it(own_room):
    case = own_room.case_in("feedback")
    own_room.step("dispatcher", case, "forward_to_supervision")
    own_room.step("acceptor", case, "return_for_rework", reason="still blocked")
    rule(own_room, UTILITY, grid_kind="unit_grid", grid_code=GRIDS[0])
    assert recommended(own_room, case)[0] == (PROPERTY, "rework")
    own_room.step("dispatcher", case, "dispatch", department_code=PROPERTY)


def on_shift(room, *staff: str, starts: str = "-1 hour") -> None:
    """Put people on a shift of eight hours that began or begins at `starts` from now."""
    room.query(
        "WITH s AS (INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at)"
        " SELECT %s, '早班', 'Early', n + %s::interval, n + %s::interval + interval '8 hours' FROM room.room_now() n"
        " RETURNING shift_id) INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)"
        " SELECT %s, shift_id, unnest(%s::text[]), 'worker' FROM s",
        (SUBDISTRICT, starts, starts, SUBDISTRICT, list(staff)),
    )


def test_among_equals_a_unit_with_somebody_on_duty_comes_first(own_room):
    rule(own_room, SANITATION)
    on_shift(own_room, "2002", starts="2 hours")
    on_shift(own_room, "3001", "3002")
    case = own_room.report()["case_id"]
    rows = own_room.query("SELECT department_code, on_duty FROM desk.recommend(%s)", (case,), "dispatcher")
    assert rows == [(SANITATION, 2), (PROPERTY, 0)]


def street(room, *corners: tuple[float, float]) -> None:
    """Lay a street through corners, in metres from the origin."""
    line = ", ".join(f"{ORIGIN[0] + x} {ORIGIN[1] + y}" for x, y in corners)
    room.query(
        "INSERT INTO room.street (subdistrict, source, source_id, class, geom)"
        " SELECT %s, 'test', count(*), 'lane', %s FROM room.street",
        (SUBDISTRICT, f"SRID={SRID};LINESTRING({line})"),
    )


@pytest.fixture
def crooked(own_room):
    """A main street with a lane that leaves it half-way, and no street anywhere else."""
    if not own_room.query("SELECT 1 FROM pg_extension WHERE extname = 'pgrouting'"):
        pytest.skip("this PostgreSQL has no pgRouting")
    street(own_room, (20, 20), (20, 100), (20, 180))
    street(own_room, (20, 100), (100, 100), (100, 50))
    return own_room


def walk(room, case: int) -> tuple[str, float, str]:
    query = "SELECT department_code, round(metres::numeric, 1)::float, metres_along FROM desk.recommend(%s)"
    return room.query(query, (case,), "dispatcher")[0]


def test_the_walk_goes_along_streets_and_is_drawn_from_case_to_unit(crooked):
    case = crooked.report(x=ORIGIN[0] + 100, y=ORIGIN[1] + 40)["case_id"]
    # Ten metres to the lane's end, 50 up, 80 along, 80 down the main street; straight it would be 82.
    assert walk(crooked, case) == (PROPERTY, 220.0, "street")
    query = "SELECT department_code, metres_along, xs, ys FROM desk.route_to_unit(%s)"
    unit, along, xs, ys = crooked.query(query, (case,), "dispatcher")[0]
    assert (unit, along) == (PROPERTY, "street")
    corners = [(round(x - ORIGIN[0], 2), round(y - ORIGIN[1], 2)) for x, y in zip(xs, ys, strict=True)]
    assert corners == [(100, 40), (100, 50), (100, 100), (20, 100), (20, 20)]


def test_the_walk_starts_at_the_nearest_person_on_duty_whose_position_is_fresh(crooked):
    case = crooked.report(x=ORIGIN[0] + 100, y=ORIGIN[1] + 40)["case_id"]
    on_shift(crooked, "2001", "2002")
    crooked.query(
        "INSERT INTO room.staff_position (subdistrict, staff_number, observed_at, geom)"
        " VALUES (%s, '2001', room.room_now() - interval '1 hour', %s), (%s, '2002', room.room_now(), %s)",
        (SUBDISTRICT, point(100, 45), SUBDISTRICT, point(60, 105)),
    )
    assert walk(crooked, case) == (PROPERTY, 105.0, "street")


def test_a_street_that_is_moved_or_taken_away_is_not_walked_any_more(crooked):
    case = crooked.report(x=ORIGIN[0] + 100, y=ORIGIN[1] + 40)["case_id"]
    crooked.query(
        "UPDATE room.street SET geom = ST_GeomFromEWKT(%s) WHERE ST_NPoints(geom) = 3 AND ST_X(ST_EndPoint(geom)) > %s",
        (
            f"SRID={SRID};LINESTRING({ORIGIN[0] + 20} {ORIGIN[1] + 20}, {ORIGIN[0] + 100} {ORIGIN[1] + 50})",
            ORIGIN[0] + 50,
        ),
    )
    _, metres, along = walk(crooked, case)
    # 82 along the new line, and 9 to it.
    assert (along, round(metres)) == ("street", 91)
    crooked.query("DELETE FROM room.street")
    assert walk(crooked, case)[2] == "straight"
    assert crooked.one("SELECT count(*) FROM room.street_piece") == 0


def test_where_no_street_leads_the_distance_is_straight_and_says_so(own_room):
    case = own_room.report(x=ORIGIN[0] + 100, y=ORIGIN[1] + 20)["case_id"]
    assert walk(own_room, case) == (PROPERTY, 80.0, "straight")
    query = "SELECT metres, metres_along, cardinality(xs) FROM desk.route_to_unit(%s)"
    assert own_room.query(query, (case,), "dispatcher") == [(80.0, "straight", 2)]
    assert own_room.query(query, (case,), "officer") == [], "a unit does not see how others are reached"


def test_without_pgrouting_the_room_works_and_says_straight(crooked):
    crooked.query("DROP EXTENSION pgrouting")
    case = crooked.report(x=ORIGIN[0] + 100, y=ORIGIN[1] + 20)["case_id"]
    assert walk(crooked, case) == (PROPERTY, 80.0, "straight")


def test_another_unit_may_be_sent_with_a_reason_and_the_log_keeps_what_was_recommended(room):
    case = room.case_in("pending_dispatch")
    refused = room.refusal("dispatcher", case, "dispatch", department_code=SANITATION, reason=" ")
    assert (refused.code, refused.params) == (
        "room.overruled_without_reason", {"department": "环卫所", "recommended": "安居物业"}
    )  # fmt: skip
    room.step("dispatcher", case, "dispatch", department_code=SANITATION, reason="nearer", recommended=["D99"])
    query = "SELECT reason, payload -> 'recommended' FROM desk.case_log WHERE case_id = %s AND action = 'dispatch'"
    assert room.query(query, (case,), "acceptor") == [("nearer", [PROPERTY])]


def test_the_recommended_unit_and_its_equals_need_no_reason(own_room):
    rule(own_room, UTILITY)
    for unit in (PROPERTY, UTILITY):
        own_room.step("dispatcher", own_room.case_in("pending_dispatch"), "dispatch", department_code=unit)


def test_where_the_table_says_nothing_no_reason_is_asked(own_room):
    own_room.query("DELETE FROM room.responsibility")
    own_room.step("dispatcher", own_room.case_in("pending_dispatch"), "dispatch", department_code=UTILITY)


def near(room, **options: object) -> set[int]:
    values = {"kind": "event", "class": FIRE_LANE, "x": 500050, "y": 3450050, "metres": 50, "hours": 72, **options}
    query = "SELECT case_id FROM desk.nearby_duplicates(%s, %s, %s, %s, %s, %s)"
    return {case for (case,) in room.query(query, tuple(values.values()), "acceptor")}


def test_duplicates_are_open_of_the_same_class_near_and_recent(own_room):
    same = own_room.report()["case_id"]
    own_room.report(x=500150)
    own_room.report(class_code=MANHOLE)
    own_room.case_in("void")
    assert near(own_room) == {same}
    assert len(near(own_room, metres=150)) == 2
    assert near(own_room, hours=0) == set()


def test_what_stands_somewhere_and_what_happens_there_are_not_the_same_though_they_share_a_number(own_room):
    kinds = own_room.query(
        "SELECT code FROM room.class GROUP BY code HAVING count(DISTINCT kind) = 2 ORDER BY code LIMIT 1"
    )
    own_room.report(kind="event", class_code=kinds[0][0])
    assert near(own_room, kind="component", **{"class": kinds[0][0]}) == set()
    assert len(near(own_room, kind="event", **{"class": kinds[0][0]})) == 1


def test_how_near_and_how_recent_the_same_may_be_is_a_setting_of_the_room(own_room):
    session = own_room.connect("acceptor")
    own_room.report(x=500150)

    def found():
        return len(records.duplicates(session, "event", FIRE_LANE, 500050, 3450050))

    assert found() == 0
    settings.write(own_room.session("shift_leader"), {"duplicate_metres": 150})
    assert found() == 1
    own_room.query("UPDATE room.case_file SET first_found_at = first_found_at - interval '2 hours'")
    settings.write(own_room.session("shift_leader"), {"duplicate_hours": 1})
    assert found() == 0


def test_a_case_file_knows_who_answers_for_its_ground_and_what_lies_near_but_not_itself(own_room):
    case = own_room.report()["case_id"]
    other = own_room.report()["case_id"]
    own_room.query(
        "UPDATE room.grid_version SET responsible_staff = '1003' WHERE kind = 'unit_grid' AND code = %s", (GRIDS[0],)
    )
    own_room.query("UPDATE room.staff SET phone = '139' WHERE staff_number = '1003'")
    session = own_room.session("dispatcher")
    row = lookup.case(session, case)
    found = records.surroundings(session, row)
    ended = records.surroundings(session, {**row, "is_open": False})
    assert [(who["code"], who["phone"]) for who in found.responsible] == [(GRIDS[0], "139")]
    assert [near["case_id"] for near in found.near] == [other]
    assert ended.near == ()
    # A handling unit is told who answers for the ground, and nothing of others' case files.
    assert records.surroundings(own_room.session("officer"), row).near == ()
