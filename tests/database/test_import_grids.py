"""Unit grids: the order of their numbers, redrawing with lineage, and what moves to the new ones."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from little_room import COMMUNITIES, GRIDS, ORIGIN, PROPERTY, SANITATION, SUBDISTRICT
from staged import Staged, box

from community_brain_plugin.errors import RoomError

EAST = COMMUNITIES[0]
coordinates = st.tuples(st.integers(0, 2000), st.integers(0, 2000))


def grids(room, *boxes, post="planner", **fields):
    batch = Staged(room, "unit_grid", "drawn", post)
    for edges in boxes:
        batch.row(box(*edges), **fields)
    return batch


def today(room, community=EAST):
    return [code for (code,) in room.query(
        "SELECT code FROM desk.grid WHERE kind = 'unit_grid' AND community_code = %s ORDER BY code", (community,)
    )]  # fmt: skip


def order(room, points):
    places = ", ".join(f"ST_MakePoint({x}, {y})" for x, y in points)
    return room.one(f"SELECT desk.reading_order(ARRAY[{places}]::geometry[])")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(points=st.lists(coordinates, min_size=1, max_size=30))
def test_numbers_run_west_to_east_in_rows_from_north_to_south(room, points):
    found = order(room, points)
    assert sorted(found) == list(range(1, len(points) + 1))
    north = max(y for _, y in points)
    rows = [(north - points[place - 1][1]) // 100 for place in found]
    assert rows == sorted(rows)
    for row in set(rows):
        wests = [points[place - 1][0] for place, of in zip(found, rows, strict=True) if of == row]
        assert wests == sorted(wests)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(columns=st.lists(st.integers(1, 199), min_size=0, max_size=4, unique=True))
def test_however_often_a_community_is_redrawn_a_number_is_given_once(room, columns):
    edges = [0, *sorted(columns), 200]
    known = {code for (code,) in room.query("SELECT code FROM room.grid WHERE kind = 'unit_grid'")}
    before = set(today(room))
    answer = grids(room, *((w, 0, e, 200) for w, e in pairwise(edges))).apply()
    after = today(room)
    assert len(after) == len(edges) - 1
    fresh = set(after) - before
    assert len(fresh) == answer["inserted"]
    assert not fresh & known
    assert all(code.startswith(EAST) and len(code) == 15 for code in after)
    assert room.one("SELECT last_number FROM room.grid_counter WHERE community_code = %s", (EAST,)) >= len(known) - 2


def test_grids_that_stand_as_they_are_keep_their_codes(own_room):
    answer = grids(own_room, (0, 0, 100, 200), (100, 0, 200, 200)).apply()
    assert (answer["inserted"], answer["unchanged"], answer["ended"]) == (0, 2, 0)
    assert today(own_room) == list(GRIDS[:2])


def test_redrawn_grids_are_numbered_on_and_the_old_ones_end(own_room):
    answer = grids(own_room, (0, 0, 100, 200), (100, 0, 200, 100), (100, 100, 200, 200)).apply()
    assert (answer["inserted"], answer["unchanged"], answer["ended"]) == (2, 1, 1)
    assert today(own_room) == [GRIDS[0], f"{EAST}003", f"{EAST}004"]
    # North before south.
    north = own_room.one("SELECT ST_YMin(geom) FROM desk.grid WHERE code = %s", (f"{EAST}003",))
    assert north == ORIGIN[1] + 100
    ended = own_room.query("SELECT code, ended_on = room.room_today() FROM room.grid WHERE ended_on IS NOT NULL")
    assert ended == [(GRIDS[1], True)]
    assert today(own_room, COMMUNITIES[1]) == list(GRIDS[2:])


def test_lineage_and_the_larger_grids_follow_the_largest_share(own_room):
    grids(own_room, (0, 0, 130, 200), (130, 0, 200, 200)).apply()
    lineage = own_room.query(
        "SELECT right(predecessor_code, 3), right(successor_code, 3), reason FROM room.grid_lineage ORDER BY 1, 2"
    )
    assert lineage == [("001", "003", "redrawn"), ("002", "003", "redrawn"), ("002", "004", "redrawn")]
    parents = own_room.query(
        "SELECT code, parent_code FROM desk.grid_parent WHERE kind = 'unit_grid' AND left(code, 12) = %s ORDER BY 1",
        (EAST,),
    )
    assert parents == [(f"{EAST}003", "B1"), (f"{EAST}004", "B1")]


def test_components_sensors_and_open_case_files_move_to_the_grid_that_covers_them(own_room):
    still_open = own_room.report(x=ORIGIN[0] + 120, y=ORIGIN[1] + 50)["case_id"]
    closed = own_room.case_in("closed", x=ORIGIN[0] + 120, y=ORIGIN[1] + 50)
    own_room.query("UPDATE room.sensor SET unit_grid_code = %s WHERE sensor_code = 'WATER'", (GRIDS[1],))
    grids(own_room, (0, 0, 130, 200), (130, 0, 200, 200)).apply()
    assert own_room.case(still_open)["unit_grid_code"] == f"{EAST}003"
    assert own_room.case(closed)["unit_grid_code"] == GRIDS[1]
    spread = own_room.query(
        "SELECT unit_grid_code, count(*) FROM room.component WHERE left(unit_grid_code, 12) = %s GROUP BY 1 ORDER BY 1",
        (EAST,),
    )
    # Twenty stand every 20 m from x = 10: seven west of 130, where one stands on the edge and goes west.
    assert spread == [(f"{EAST}003", 7), (f"{EAST}004", 3)]
    assert own_room.one("SELECT unit_grid_code FROM room.sensor WHERE sensor_code = 'WATER'") == f"{EAST}004"
    assert own_room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_who_answers_for_a_grid_and_who_is_sent_there_go_with_the_land(own_room):
    """A redrawn grid with nobody to call, or a table that names grids of yesterday, would send nobody."""
    own_room.query(
        "UPDATE room.grid_version SET responsible_department = %s, responsible_staff = '1008' WHERE code = %s",
        (SANITATION, GRIDS[1]),
    )
    own_room.query(
        """
        INSERT INTO room.responsibility
            (subdistrict, profile, kind, grid_kind, grid_code, department_code, valid_from, valid_to)
        SELECT subdistrict, class_profile, 'event', 'unit_grid', code, unit, from_day, to_day
        FROM (SELECT %s, (SELECT profile FROM room.responsibility LIMIT 1)) place (subdistrict, class_profile),
             (VALUES (%s, %s, date '2020-01-01', NULL::date), (%s, %s, '2020-01-01', '2021-01-01'),
                     (%s, %s, '2020-01-01', '2999-01-01')) named (code, unit, from_day, to_day)
        """,
        (SUBDISTRICT, GRIDS[0], PROPERTY, GRIDS[0], SANITATION, GRIDS[1], SANITATION),
    )
    own_room.query(
        "INSERT INTO room.shift (subdistrict, shift_id, name_zh, name_en, starts_at, ends_at)"
        " SELECT %s, n, '班', 'turn', room.room_now() + h, room.room_now() + h + interval '8 hours'"
        " FROM (VALUES (9001, interval '-1 day'), (9002, interval '-1 hour')) turn (n, h)",
        (SUBDISTRICT,),
    )
    own_room.query(
        "INSERT INTO room.roster VALUES (%s, 9001, '1008', 'evaluator', 'unit_grid', %s),"
        " (%s, 9002, '1008', 'evaluator', 'unit_grid', %s)",
        (SUBDISTRICT, GRIDS[1], SUBDISTRICT, GRIDS[1]),
    )
    # The west one takes a strip of the east one: 003 is mostly 001, 004 all 002.
    answer = grids(own_room, (0, 0, 130, 200), (130, 0, 200, 200)).apply()
    assert answer["handed_on"] == 3
    west, east = f"{EAST}003", f"{EAST}004"
    named = own_room.query(
        "SELECT grid_code, department_code, valid_from = room.room_today(), valid_to::text FROM room.responsibility"
        " WHERE grid_kind = 'unit_grid' AND left(grid_code, 12) = %s"
        " AND (valid_to IS NULL OR valid_to >= room.room_today()) ORDER BY 1",
        (EAST,),
    )
    assert named == [(west, PROPERTY, True, None), (east, SANITATION, True, "2999-01-01")]
    answering = own_room.query(
        "SELECT code, responsible_department, responsible_staff FROM desk.grid WHERE code IN (%s, %s) ORDER BY 1",
        (west, east),
    )
    assert answering == [(west, None, None), (east, SANITATION, "1008")]
    assert own_room.query("SELECT shift_id, grid_code FROM room.roster WHERE shift_id > 9000 ORDER BY 1") == [
        (9001, GRIDS[1]),
        (9002, east),
    ]


def test_redrawing_twice_in_a_day_works(own_room):
    for column in (110, 120, 130):
        grids(own_room, (0, 0, column, 200), (column, 0, 200, 200)).apply()
    assert today(own_room) == [f"{EAST}007", f"{EAST}008"]
    assert own_room.query("SELECT count(*) FROM room.component WHERE unit_grid_code IS NULL") == [(0,)]
    parents = own_room.query(
        "SELECT code, parent_code FROM desk.grid_parent WHERE left(code, 12) = %s ORDER BY 1", (EAST,)
    )
    assert parents == [(f"{EAST}007", "B1"), (f"{EAST}008", "B1")]


@pytest.mark.parametrize(
    ("boxes", "faults"),
    [
        ([(0, 0, 100, 200)], [(None, "geometry", "import.gap")]),
        (
            [(0, 0, 120, 200), (100, 0, 200, 200)],
            [(1, "geometry", "import.overlaps"), (2, "geometry", "import.overlaps")],
        ),
        ([(0, 0, 100, 200), (100, 0, 230, 200)], [(2, "geometry", "import.outside_parent")]),
        ([(500, 0, 600, 200)], [(1, "community_code", "import.no_community")]),
    ],
)
def test_grids_leave_no_gap_no_overlap_and_stay_in_their_community(own_room, boxes, faults):
    batch = grids(own_room, *boxes)
    assert batch.faults() == faults
    with pytest.raises(RoomError):
        batch.apply()
    assert today(own_room) == list(GRIDS[:2])


def test_a_community_that_is_not_ours_is_refused(own_room):
    assert grids(own_room, (0, 0, 200, 200), community_code="320106002001").faults() == [
        (1, "community_code", "import.unknown_community")
    ]


def test_a_community_has_no_more_than_999_numbers(own_room):
    own_room.query("INSERT INTO room.grid_counter VALUES (%s, 998)", (EAST,))
    with pytest.raises(RoomError) as refused:
        grids(own_room, (0, 0, 110, 200), (110, 0, 200, 200)).apply()
    assert refused.value.code == "component.number_range"
