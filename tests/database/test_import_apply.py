"""What an import leaves behind: found again by source id, written only where it differs, nothing ended unasked."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from little_room import COMMUNITIES, GRIDS, MANHOLE, PROFILE, PROPERTY, SANITATION, SUBDISTRICT
from staged import Staged, box, line

from community_brain_plugin.errors import RoomError

LANE = {"class": "lane"}


def spot(x, y):
    return line((x, y), (x, y)).replace("LINESTRING", "POINT").split(",")[0] + ")"


def component(**fields):
    return {"class_code": MANHOLE, "department_code": PROPERTY, **fields}


def identities(room, source="test file"):
    return [code for (code,) in room.query(
        "SELECT identity_code FROM room.component WHERE source = %s ORDER BY source_id", (source,)
    )]  # fmt: skip


def streets(room, *names, **options):
    batch = Staged(room, "street", "roads", **options)
    for number, name in enumerate(names):
        if name is not None:
            batch.row(line((0, 10 + number), (90, 10 + number)), f"s{number}", **LANE, name=name)
    return batch


def test_streets_again_change_only_what_differs(own_room):
    assert streets(own_room, "东街", "西街", "南街").counts() == (3, 0, 0, 0)
    versions = own_room.query("SELECT street_id, xmin::text FROM room.street WHERE source = 'roads' ORDER BY source_id")
    changes = own_room.one("SELECT count(*) FROM room.change")
    assert streets(own_room, "东街", "西街", "南街").counts() == (0, 0, 3, 0)
    again = own_room.query("SELECT street_id, xmin::text FROM room.street WHERE source = 'roads' ORDER BY source_id")
    assert again == versions
    assert own_room.one("SELECT count(*) FROM room.change") == changes
    assert streets(own_room, "东街", "西大街", "南街", "北街").counts() == (1, 1, 2, 0)
    after = own_room.query("SELECT street_id, xmin::text FROM room.street WHERE source = 'roads' ORDER BY source_id")
    assert [number for number, _ in after[:3]] == [number for number, _ in versions]
    assert [a == b for a, b in zip(versions, after, strict=False)] == [True, False, True]
    assert own_room.one("SELECT count(*) FROM room.change") > changes


def test_what_a_file_no_longer_has_stays_unless_it_is_to_be_ended(own_room):
    streets(own_room, "东街", "西街").apply()
    assert streets(own_room, "东街").counts() == (0, 0, 1, 0)
    assert own_room.one("SELECT count(*) FROM room.street WHERE source = 'roads'") == 2
    assert streets(own_room, "东街", end_missing=True).counts() == (0, 0, 1, 1)
    assert own_room.query("SELECT name FROM room.street WHERE source = 'roads'") == [("东街",)]


def test_sources_do_not_touch_each_other(own_room):
    streets(own_room, "东街").apply()
    other = Staged(own_room, "street", "other", end_missing=True).row(
        line((0, 50), (90, 50)), "s0", **LANE, name="甲路"
    )
    assert other.counts() == (1, 0, 0, 0)
    assert own_room.one("SELECT count(*) FROM room.street WHERE source IN ('roads', 'other')") == 2


def test_features_outside_are_left_out_where_that_was_asked_for(own_room):
    batch = Staged(own_room, "street", "roads", outside="skip")
    batch.row(line((10, 10), (20, 10)), **LANE).row(line((900, 10), (950, 10)), **LANE)
    assert batch.apply() == {"inserted": 1, "updated": 0, "unchanged": 0, "ended": 0, "skipped": 1}


def test_buildings_keep_several_parts_together(own_room):
    two = box(10, 10, 20, 20)[:-1] + ", " + box(30, 10, 40, 20).split("MULTIPOLYGON(")[1]
    batch = Staged(own_room, "building", "houses").row(two, "b", name="连廊楼", floors="6", use="住宅")
    assert batch.counts() == (1, 0, 0, 0)
    query = "SELECT name, floors, use, ST_NumGeometries(geom) FROM room.building WHERE source = 'houses'"
    assert own_room.query(query) == [("连廊楼", 6, "住宅", 2)]
    assert Staged(own_room, "building", "houses").row(two, "b", name="连廊楼", floors="6.0", use="住宅").counts() == (
        0,
        0,
        1,
        0,
    )


def test_components_get_the_next_numbers_of_their_class(own_room):
    batch = Staged(own_room, "component", "test file")
    batch.row(spot(50, 50), "a", **component()).row(spot(350, 50), "b", **component(class_code="01037"))
    batch.row(spot(150, 50), "c", **component(name="三号井"))
    assert batch.counts() == (3, 0, 0, 0)
    # Twenty manhole covers stand there already, brought in without the counter.
    assert identities(own_room) == [f"320106{MANHOLE}000021", "32010601037000001", f"320106{MANHOLE}000022"]
    rows = own_room.query(
        "SELECT name, unit_grid_code, state FROM room.component WHERE source = 'test file' ORDER BY source_id"
    )
    assert rows == [("污水井盖", GRIDS[0], "intact"), ("路灯", GRIDS[3], "intact"), ("三号井", GRIDS[1], "intact")]


def test_an_inventory_of_an_older_standard_becomes_one_of_the_standard_in_force(own_room):
    """By the standard's number or year; imported again it is the same, and its case files can be filed."""
    for counts in ((3, 0, 0, 0), (0, 0, 3, 0)):
        batch = Staged(own_room, "component", "test file")
        batch.row(spot(50, 50), "a", **component(class_code="0102", standard="GB/T 30428.2-2013"))
        batch.row(spot(60, 50), "b", **component(class_code="0118", standard="2007"))
        batch.row(spot(70, 50), "c", **component(class_code="01037", standard="2026"))
        assert batch.counts() == counts
    known = own_room.query(
        "SELECT profile, class_code, length(identity_code) FROM room.component WHERE source = 'test file'"
        " ORDER BY source_id"
    )
    # 0118 was the street lamp in 2007; in 2013 and since it is another number.
    assert known == [(PROFILE, "01002", 17), (PROFILE, "01037", 17), (PROFILE, "01037", 17)]
    case = own_room.report(component_identity=identities(own_room)[1], x=None, y=None, class_code=None)["case_id"]
    own_room.step("acceptor", case, "file", condition_no=1)


def test_a_component_keeps_its_identity_whatever_else_changes(own_room):
    Staged(own_room, "component", "test file").row(spot(50, 50), "a", **component()).apply()
    before = identities(own_room)
    moved = Staged(own_room, "component", "test file")
    moved.row(spot(250, 50), "a", **component(department_code=SANITATION, state="damaged"))
    assert moved.counts() == (0, 1, 0, 0)
    assert identities(own_room) == before
    query = "SELECT unit_grid_code, department_code, state FROM room.component WHERE source = 'test file'"
    assert own_room.query(query) == [(GRIDS[2], SANITATION, "damaged")]
    other_class = Staged(own_room, "component", "test file").row(spot(50, 50), "a", **component(class_code="01037"))
    assert other_class.faults() == [(1, "class_code", "import.class_changed")]


def test_what_a_file_leaves_open_is_kept(own_room):
    full = component(state="damaged", address="东街1号", initial_on="2020-05-01", name="一号井")
    Staged(own_room, "component", "test file").row(spot(50, 50), "a", **full).apply()
    assert Staged(own_room, "component", "test file").row(spot(50, 50), "a", **component()).counts() == (0, 0, 1, 0)


def test_an_identity_is_never_given_twice(own_room):
    for number in range(3):
        Staged(own_room, "component", "test file").row(spot(50, 50), f"x{number}", **component()).apply()
        own_room.query("DELETE FROM room.component WHERE source = 'test file'")
    Staged(own_room, "component", "test file").row(spot(50, 50), "last", **component()).apply()
    assert identities(own_room) == [f"320106{MANHOLE}000024"]


def test_components_that_left_their_source_become_removed_and_keep_their_identity(own_room):
    Staged(own_room, "component", "test file").row(spot(50, 50), "a", **component()).row(
        spot(60, 50), "b", **component()
    ).apply()
    before = identities(own_room)
    only_a = Staged(own_room, "component", "test file", end_missing=True).row(spot(50, 50), "a", **component())
    assert only_a.counts() == (0, 0, 1, 1)
    again = Staged(own_room, "component", "test file", end_missing=True).row(spot(50, 50), "a", **component())
    assert again.counts() == (0, 0, 1, 0)
    assert identities(own_room) == before
    assert own_room.query("SELECT state FROM room.component WHERE source = 'test file' ORDER BY source_id") == [
        ("intact",),
        ("removed",),
    ]


def test_numbers_stay_unique_when_many_take_them_at_once(own_room):
    statement = "SELECT desk.take_component_numbers('320106', 'GB/T 47678.5-2026', '01037', 7)"

    def take(_):
        connection = own_room.connect()
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0]

    with ThreadPoolExecutor(6) as pool:
        firsts = sorted(pool.map(take, range(18)))
    assert firsts == [1 + 7 * n for n in range(18)]


def test_a_class_that_is_full_refuses_further_numbers(own_room):
    own_room.query("INSERT INTO room.component_counter VALUES ('320106', 'GB/T 47678.5-2026', '01037', 999998)")
    batch = Staged(own_room, "component", "test file")
    batch.row(spot(50, 50), "a", **component(class_code="01037")).row(
        spot(60, 50), "b", **component(class_code="01037")
    )
    with pytest.raises(RoomError) as refused:
        batch.apply()
    assert refused.value.code == "component.number_range"


def test_divisions_keep_shapes_and_names_that_a_later_file_leaves_out(own_room):
    shape = box(0, 0, 200, 200)
    new = Staged(own_room, "division", "tree", post="postgres")
    new.row(shape, "a", code=COMMUNITIES[0], name_zh="东社区", name_en="East").apply()
    bare = Staged(own_room, "division", "tree", post="postgres").row(None, "a", code=COMMUNITIES[0], name_zh="东社区")
    assert bare.counts() == (0, 0, 1, 0)
    changed = Staged(own_room, "division", "tree", post="postgres").row(
        None, "a", code=COMMUNITIES[1], name_zh="东社区"
    )
    assert changed.faults() == [(1, "code", "import.code_changed")]


def test_divisions_above_are_made_on_wish_and_statistical_codes_understood(own_room):
    batch = Staged(own_room, "division", "tree", post="postgres", make_parents=True, names={"3302": "海城市"})
    batch.row(None, "a", code="330203001000", name_zh="街道甲", parent_name="海东区").row(
        None, "b", code="330203001007", name_zh="社区乙"
    )
    assert batch.counts() == (4, 0, 0, 0)
    rows = own_room.query(
        "SELECT code, level, parent_code, subdistrict, name_zh FROM room.division"
        " WHERE left(code, 2) = '33' ORDER BY code"
    )
    assert rows == [
        ("3302", "city", None, None, "海城市"),
        ("330203", "district", "3302", None, "海东区"),
        ("330203001", "subdistrict", "330203", None, "街道甲"),
        ("330203001007", "community", "330203001", "330203001", "社区乙"),
    ]


def test_a_division_that_left_its_source_ends_but_a_rooms_own_never(own_room):
    both = Staged(own_room, "division", "tree", post="postgres")
    both.row(None, "s", code=SUBDISTRICT, name_zh="小街街道").row(
        None, "c", code=f"{SUBDISTRICT}009", name_zh="旧社区"
    ).apply()
    other = Staged(own_room, "division", "tree", post="postgres", end_missing=True).row(
        None, "n", code="330205", name_zh="别区", parent_name="x"
    )
    assert other.faults() == [(1, "code", "import.no_parent")]
    later = Staged(own_room, "division", "tree", post="postgres", end_missing=True, make_parents=True)
    assert later.row(None, "n", code="330205", name_zh="别区").counts() == (2, 0, 0, 1)
    ended = own_room.query("SELECT code FROM room.division WHERE valid_to IS NOT NULL")
    assert ended == [(f"{SUBDISTRICT}009",)]


def test_a_batch_is_kept_as_a_record_and_its_rows_are_not(own_room):
    streets(own_room, "东街").apply()
    record = own_room.query(
        "SELECT subject, source, started_by, applied_at IS NOT NULL, result ->> 'inserted' FROM room.import_batch"
    )
    assert record == [("street", "roads", "little_planner", True, "1")]
    assert own_room.one("SELECT count(*) FROM room.import_row") == 0
