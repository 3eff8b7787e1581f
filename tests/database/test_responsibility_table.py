"""A city's responsibility table in a spreadsheet: class × place × hour × state → unit, channel, escalation."""

import csv
import io
from pathlib import Path

import pytest
from little_room import COMMUNITIES, FIRE_LANE, GRIDS, PROFILE, PROPERTY, SANITATION, SUBDISTRICT, UTILITY, LittleRoom

from community_brain_plugin.database.importing.founding import Founding, found, read_table, write
from community_brain_plugin.errors import RoomError

COLUMNS = (
    "kind", "major_code", "class_code", "grid_kind", "grid_code", "hours", "operating_state", "department_code",
    "channel", "escalation", "priority", "valid_from", "valid_to",
)  # fmt: skip
TEMPLATE = Path(__file__).parents[2] / "docs" / "templates" / "responsibilities.csv"
PLAIN = {"kind": "event", "class_code": FIRE_LANE, "department_code": PROPERTY}
#: Every column at work.
FULL = [
    PLAIN,
    {**PLAIN, "grid_kind": "unit_grid", "grid_code": GRIDS[0], "hours": "22:00-06:00", "operating_state": "emergency",
     "department_code": SANITATION, "channel": "webhook", "escalation": f"15:{PROPERTY} 60:{UTILITY}", "priority": "50",
     "valid_from": "2026-01-01", "valid_to": "2099-12-31"},
    {"kind": "component", "major_code": "01", "grid_kind": "community", "grid_code": COMMUNITIES[1],
     "department_code": UTILITY, "hours": "08:00-24:00"},
    {**PLAIN, "grid_kind": "block", "grid_code": "B1", "department_code": UTILITY, "priority": "200"},
]  # fmt: skip


def spreadsheet(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Founding:
    """Write rows as a city's people do, and read them as the room does."""
    text = io.StringIO()
    out = csv.DictWriter(text, columns, lineterminator="\r\n")
    out.writeheader()
    out.writerows(rows)
    path = folder / "responsibilities.csv"
    path.write_text(text.getvalue(), encoding="utf-8-sig")
    return Founding(SUBDISTRICT, responsibilities=read_table(path))


def put(room: LittleRoom, founding: Founding) -> int:
    return found(room.connect(autocommit=False), founding)["responsibilities"]


def stored(room: LittleRoom) -> list[tuple[object, ...]]:
    """Return the rows of today as the recommendation reads them."""
    query = (
        "SELECT kind, major_code, class_code, grid_kind, grid_code, hour_from::text, hour_to::text, operating_state,"
        " department_code, channel, priority FROM room.responsibility"
        " WHERE valid_to IS NULL OR valid_to >= room.room_today() ORDER BY priority, kind DESC"
    )
    return room.query(query)


def test_every_column_arrives_and_the_channel_left_open_is_the_unit_s_own(own_room, tmp_path):
    assert put(own_room, spreadsheet(tmp_path, *FULL)) > 0
    assert stored(own_room) == [
        (
            "event",
            None,
            FIRE_LANE,
            "unit_grid",
            GRIDS[0],
            "22:00:00",
            "06:00:00",
            "emergency",
            SANITATION,
            "webhook",
            50,
        ),
        ("event", None, FIRE_LANE, None, None, None, None, None, PROPERTY, "slip", 100),
        ("component", "01", None, None, COMMUNITIES[1], "08:00:00", "24:00:00", None, UTILITY, "webhook", 100),
        ("event", None, FIRE_LANE, "block", "B1", None, None, None, UTILITY, "webhook", 200),
    ]
    levels = own_room.one("SELECT escalation FROM room.responsibility WHERE priority = 50")
    assert levels == [{"minutes": 15, "department_code": PROPERTY}, {"minutes": 60, "department_code": UTILITY}]


def test_what_a_room_writes_it_reads_again_and_nothing_changes(own_room, tmp_path):
    put(own_room, spreadsheet(tmp_path, *FULL))
    before = own_room.query("SELECT * FROM room.responsibility ORDER BY responsibility_id")
    written = write(own_room.connect(autocommit=False), SUBDISTRICT, tmp_path / "out")
    assert {table: count for table, (_, count) in written.items()} == {
        "departments": 3, "staff": 14, "responsibilities": 4, "roster": 0
    }  # fmt: skip
    tables = {table: read_table(path) for table, (path, _) in written.items()}
    assert tuple(tables["responsibilities"][0]) == COLUMNS
    answer = found(own_room.connect(autocommit=False), Founding(SUBDISTRICT, **tables))
    assert answer == {"departments": 0, "staff": 0, "responsibilities": 0, "roster": 0, "founded": False}
    assert own_room.query("SELECT * FROM room.responsibility ORDER BY responsibility_id") == before


def test_a_row_that_is_taken_out_ends_and_who_was_responsible_before_stays_known(own_room, tmp_path):
    put(own_room, spreadsheet(tmp_path, {**PLAIN, "department_code": SANITATION}))
    ended = "SELECT department_code FROM room.responsibility WHERE valid_to = room.room_today() - 1 ORDER BY 1"
    assert own_room.query(ended) == [(PROPERTY,), (SANITATION,), (UTILITY,)], "those the room began with"
    assert [row[8] for row in stored(own_room)] == [SANITATION]
    case = own_room.report()["case_id"]
    query = "SELECT department_code FROM desk.recommend(%s)"
    assert own_room.query(query, (case,), "dispatcher") == [(SANITATION,)]
    put(own_room, spreadsheet(tmp_path, PLAIN))
    assert own_room.query(ended) == [(PROPERTY,), (SANITATION,), (UTILITY,)], "what began today simply goes"


@pytest.mark.parametrize(
    ("field", "value", "more"),
    [
        ("kind", "matter", {}),
        ("kind", "", {}),
        ("class_code", "9012", {}),
        ("major_code", "77", {}),
        ("class_code", FIRE_LANE, {"major_code": "10"}),
        ("grid_kind", "parish", {"grid_code": GRIDS[0]}),
        ("grid_code", "Z9999", {"grid_kind": "patrol_grid"}),
        ("grid_code", "", {"grid_kind": "unit_grid"}),
        ("grid_code", GRIDS[0], {"grid_kind": "community"}),
        ("hours", "22-6", {}),
        ("hours", "25:00-06:00", {}),
        ("hours", "08:00-08:00", {}),
        ("operating_state", "panic", {}),
        ("department_code", "D99", {}),
        ("channel", "pigeon", {}),
        ("escalation", "60", {}),
        ("priority", "first", {}),
        ("priority", "1.5", {}),
        ("priority", "99999", {}),
        ("valid_from", "2026-02-30", {}),
        ("valid_to", "2020-01-01", {"valid_from": "2026-01-01"}),
    ],
)
def test_a_field_that_cannot_be_is_named_with_its_row_and_nothing_is_changed(room, tmp_path, field, value, more):
    before = stored(room)
    with pytest.raises(RoomError) as refused:
        put(room, spreadsheet(tmp_path, {**PLAIN, "department_code": UTILITY}, {**PLAIN, **more, field: value}))
    assert refused.value.code == "import.bad_row"
    assert refused.value.params == {"table": "responsibilities", "row": 2, "field": field, "value": value}
    assert stored(room) == before


def test_a_misspelt_column_is_refused_since_its_rows_would_mean_more_than_they_say(room, tmp_path):
    row = {**PLAIN, "gird_code": GRIDS[0]}
    with pytest.raises(RoomError) as refused:
        put(room, spreadsheet(tmp_path, row, columns=(*COLUMNS, "gird_code")))
    assert (refused.value.code, refused.value.params["column"]) == ("import.unknown_column", "gird_code")
    assert "grid_code" in str(refused.value)


@pytest.mark.parametrize(
    "words",
    [{"grid_kind": "单元网格", "operating_state": "应急态", "hours": "22：00～6:00"},
     {"operating_state": "Emergency", "hours": "22:00:00 – 06:00:00"}],
)  # fmt: skip
def test_names_and_signs_people_type_are_understood(own_room, tmp_path, words):
    put(own_room, spreadsheet(tmp_path, {**PLAIN, "grid_code": GRIDS[0], **words}))
    assert [row[3:8] for row in stored(own_room)] == [("unit_grid", GRIDS[0], "22:00:00", "06:00:00", "emergency")]


def test_who_is_sent_at_night_in_an_emergency_and_in_one_grid_follows_from_the_table(own_room, tmp_path):
    """The whole of class × place × hour × state, from the spreadsheet to the recommendation."""
    hour = own_room.one("SELECT extract(hour FROM room.room_now() AT TIME ZONE 'Asia/Shanghai')::int")
    here = {"grid_kind": "unit_grid", "grid_code": GRIDS[0]}
    now, later = (f"{(hour + at) % 24:02d}:00-{(hour + at + 2) % 24:02d}:00" for at in (-1, 4))
    put(own_room, spreadsheet(
        tmp_path, PLAIN, {**PLAIN, **here, "hours": now, "department_code": SANITATION},
        {**PLAIN, **here, "hours": later, "department_code": UTILITY},
        {**PLAIN, **here, "hours": now, "operating_state": "emergency", "department_code": UTILITY, "channel": "text"},
    ))  # fmt: skip
    first = "SELECT department_code, channel FROM desk.recommend(%s) LIMIT 1"
    case, elsewhere = own_room.report()["case_id"], own_room.report(x=500150)["case_id"]
    assert own_room.query(first, (case,), "dispatcher") == [(SANITATION, "text")]
    assert own_room.query(first, (elsewhere,), "dispatcher") == [(PROPERTY, "slip")]
    area = "SELECT desk.set_area_state('community', %s, 'emergency', 'storm')"
    own_room.query(area, (COMMUNITIES[0],), "shift_leader")
    assert own_room.query(first, (case,), "dispatcher") == [(UTILITY, "text")]


def test_the_template_has_the_columns_and_loads_where_its_units_and_places_are(own_room):
    rows = read_table(TEMPLATE)
    assert tuple(rows[0]) == COLUMNS
    units = sorted({row["department_code"] for row in rows} | {"XZ"})
    departments = [{"department_code": code, "name_zh": code, "kind": "department"} for code in units]
    for row in rows:
        if row["grid_kind"] == "patrol_grid":
            row.update(grid_kind="unit_grid", grid_code=GRIDS[0])
        elif row["grid_kind"] == "community":
            row["grid_code"] = COMMUNITIES[0]
    for changed in (3 + len(rows), 0):
        answer = found(own_room.connect(autocommit=False), Founding(SUBDISTRICT, departments, None, rows))
        assert answer["responsibilities"] == changed, "the room's own three end"


def test_the_profile_in_force_is_the_one_the_rows_belong_to(own_room, tmp_path):
    put(own_room, spreadsheet(tmp_path, PLAIN))
    assert own_room.query("SELECT DISTINCT profile FROM room.responsibility") == [(PROFILE,)]
