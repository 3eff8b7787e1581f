"""What the database refuses of an import, row by row, and who may bring data in at all."""

import psycopg2
import pytest
from little_room import COMMUNITIES, MANHOLE, NEIGHBOUR, PROPERTY, SUBDISTRICT
from psycopg2 import errors
from staged import Staged, box, line, ring

from community_brain_plugin.errors import RoomError, from_database

LINE = line((10, 10), (90, 10))
HOUSE = box(10, 10, 20, 20)
SPOT = box(10, 10, 20, 20).replace("MULTIPOLYGON", "POLYGON")
POINT = line((10, 10), (10, 10)).replace("LINESTRING", "POINT").split(",")[0] + ")"
GOOD_COMPONENT = {"class_code": MANHOLE, "department_code": PROPERTY}


def faults(room, subject, geometry, source_id="1", post="planner", **fields):
    return Staged(room, subject, post=post).row(geometry, source_id, **fields).faults()


@pytest.mark.parametrize(
    ("geometry", "source_id", "field", "code"),
    [
        (LINE, None, "source_id", "import.no_source_id"),
        (LINE, "  ", "source_id", "import.no_source_id"),
        (None, "1", "geometry", "import.no_geometry"),
        (HOUSE, "1", "geometry", "import.wrong_type"),
        (line((10, 10), (10, 10)), "1", "geometry", "import.bad_geometry"),
        (line((10, 10), (float("nan"), 10)), "1", "geometry", "import.bad_geometry"),
        (line((410, 10), (450, 10)), "1", "geometry", "import.outside"),
    ],
)
def test_a_shape_and_an_id_are_needed(room, geometry, source_id, field, code):
    assert faults(room, "street", geometry, source_id, **{"class": "lane"}) == [(1, field, code)]


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({}, "class", "import.value_missing"),
        ({"class": " "}, "class", "import.value_missing"),
        ({"class": "lane", "one_way": "sideways"}, "one_way", "import.bad_one_way"),
        ({"class": "lane", "one_way": "2"}, "one_way", "import.bad_one_way"),
        ({"class": "lane", "width": "0"}, "width", "import.not_positive"),
        ({"class": "lane", "width": "-3"}, "width", "import.not_positive"),
        ({"class": "lane", "width": "wide"}, "width", "import.not_positive"),
    ],
)
def test_faults_of_streets_name_the_field(room, fields, field, code):
    assert faults(room, "street", LINE, **fields) == [(1, field, code)]


@pytest.mark.parametrize("word", ["0", "1", "-1", "yes", "NO", "reverse", "单向", "双向", "true", None])
def test_directions_in_use_are_understood(room, word):
    assert faults(room, "street", LINE, **{"class": "lane", "one_way": word}) == []


@pytest.mark.parametrize("floors", ["0", "-1", "301", "two"])
def test_faults_of_buildings_name_the_field(room, floors):
    assert faults(room, "building", HOUSE, floors=floors) == [(1, "floors", "import.not_positive")]


def test_a_building_that_crosses_itself_is_no_building(room):
    bow = ring((10, 10), (20, 20), (20, 10), (10, 20))
    assert faults(room, "building", bow) == [(1, "geometry", "import.bad_geometry")]


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"class_code": None}, "class_code", "import.value_missing"),
        ({"class_code": "99999"}, "class_code", "import.unknown_class"),
        ({"class_code": "0101"}, "class_code", "import.unknown_class"),
        ({"class_code": "0178", "standard": "2013"}, "class_code", "import.no_twin"),
        ({"class_code": "0101", "standard": "1999"}, "standard", "import.unknown_standard"),
        ({"department_code": None}, "department_code", "import.value_missing"),
        ({"department_code": "D99"}, "department_code", "import.unknown_department"),
        ({"state": "wobbly"}, "state", "import.unknown_state"),
        ({"initial_on": "2021-02-30"}, "initial_on", "import.bad_date"),
        ({"initial_on": "yesterday"}, "initial_on", "import.bad_date"),
    ],
)
def test_faults_of_components_name_the_field(room, fields, field, code):
    assert faults(room, "component", POINT, **{**GOOD_COMPONENT, **fields}) == [(1, field, code)]


@pytest.mark.parametrize("day", ["2021-06-30", "2021/6/30", "20210630", "2021-06-30T12:00:00", "2021.06.30"])
def test_days_are_understood_as_files_write_them(own_room, day):
    Staged(own_room, "component").row(POINT, **GOOD_COMPONENT, initial_on=day, state="破损").apply()
    assert own_room.query(
        "SELECT initial_on::text, state FROM room.component WHERE source_id = '1' AND state = 'damaged'"
    ) == [("2021-06-30", "damaged")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name_zh": "x"}, ["import.value_missing"]),
        ({"code": "32010A", "name_zh": "x"}, ["import.bad_division_code"]),
        ({"code": "32", "name_zh": "x"}, ["import.bad_division_code"]),
        ({"code": f"{SUBDISTRICT}009"}, ["import.value_missing"]),
        ({"code": "320107001", "name_zh": "x"}, ["import.no_parent"]),
    ],
)
def test_faults_of_divisions(room, fields, code):
    assert [found for _, _, found in faults(room, "division", None, post="postgres", **fields)] == code


def test_divisions_may_not_overlap_their_neighbours_nor_leave_what_they_belong_to(room):
    batch = Staged(room, "division", post="postgres")
    batch.row(box(150, 0, 250, 200), code=f"{SUBDISTRICT}003", name_zh="中社区")
    batch.row(box(390, 0, 430, 200), code=f"{SUBDISTRICT}004", name_zh="出界社区")
    batch.row(box(0, 0, 10, 10), code=f"{SUBDISTRICT}003", name_zh="重号社区")
    assert set(batch.faults()) == {
        (1, "geometry", "import.overlaps"),
        (1, "code", "import.same_code"),
        (2, "geometry", "import.overlaps"),
        (2, "geometry", "import.outside_parent"),
        (3, "geometry", "import.overlaps"),
        (3, "code", "import.same_code"),
    }


def test_neighbours_that_share_an_edge_do_not_overlap(room):
    batch = Staged(room, "division", post="postgres")
    batch.row(box(0, 0, 200, 200), code=COMMUNITIES[0], name_zh="东社区")
    batch.row(box(200, 0, 400, 200), code=COMMUNITIES[1], name_zh="西社区")
    assert batch.faults() == []


def test_the_same_id_twice_in_a_file_is_named_with_both_features(room):
    batch = Staged(room, "street").row(LINE, "7", **{"class": "a"}).row(LINE, "7", **{"class": "b"})
    assert batch.faults() == [(1, "source_id", "import.same_source_id"), (2, "source_id", "import.same_source_id")]
    found = room.query("SELECT params ->> 'features' FROM desk.import_check(%s)", (batch.batch,), "planner")
    assert found == [("1, 2",), ("1, 2",)]


def test_one_fault_and_nothing_is_stored(room):
    batch = Staged(room, "street", "half").row(LINE, **{"class": "lane"}).row(LINE, one_way="?")
    with pytest.raises(RoomError) as refused:
        batch.apply()
    assert refused.value.code == "import.refused"
    assert refused.value.params == {"errors": 1, "count": 2}
    assert room.query("SELECT 1 FROM room.street WHERE source = 'half'") == []


@pytest.mark.parametrize("post", ["acceptor", "dispatcher", "worker", "analyst", "collector"])
def test_only_planners_and_administrators_import(room, post):
    with pytest.raises(errors.InsufficientPrivilege):
        Staged(room, "street", post=post)


@pytest.mark.parametrize("post", ["planner", "admin"])
def test_a_planner_imports_into_his_own_subdistrict_only(room, post):
    with pytest.raises(RoomError) as refused:
        Staged(room, "street", post=post, subdistrict=NEIGHBOUR)
    assert refused.value.code == "room.not_authorised"
    batch = Staged(room, "division", post=post).row(None, code=f"{NEIGHBOUR}001", name_zh="别家社区")
    assert batch.faults() == [(1, "code", "import.not_yours")]


def test_before_a_room_was_founded_the_way_to_one_is_told(database):
    with pytest.raises(psycopg2.Error) as refused:
        database.query("SELECT desk.import_scope(NULL)")
    assert from_database(refused.value).code == "import.none_founded"


def test_the_owner_says_for_which_subdistrict(room):
    with pytest.raises(RoomError) as refused:
        Staged(room, "street", post="postgres")
    assert refused.value.code == "import.which_subdistrict"
    with pytest.raises(RoomError) as refused:
        Staged(room, "street", post="postgres", subdistrict="999999999")
    assert refused.value.code == "import.no_subdistrict"
    assert Staged(room, "street", post="postgres", subdistrict=NEIGHBOUR).faults() == []


def test_nobody_touches_another_ones_batch_nor_an_applied_one(room):
    batch = Staged(room, "street", "own").row(LINE, **{"class": "lane"})
    with pytest.raises(RoomError) as refused:
        room.query("SELECT * FROM desk.import_apply(%s)", (batch.batch,), "admin")
    assert refused.value.code == "import.unknown_batch"
    batch.apply()
    with pytest.raises(RoomError) as refused:
        batch.row(LINE, **{"class": "lane"})
    assert refused.value.code == "import.unknown_batch"


def test_rows_in_another_system_are_refused(room):
    with pytest.raises(RoomError) as refused:
        Staged(room, "street").row(LINE.replace("4549", "4326"), **{"class": "lane"})
    assert refused.value.code == "import.wrong_srid"


def test_two_imports_at_once_into_one_subdistrict_are_refused(room):
    first = room.connect("planner", autocommit=False)
    with first.cursor() as cursor:
        cursor.execute("SELECT desk.import_begin('street', 'one')")
    with pytest.raises(RoomError) as refused:
        Staged(room, "street", "two", post="admin")
    assert refused.value.code == "import.busy"
    first.rollback()
    assert Staged(room, "street", "two", post="admin").faults() == []
