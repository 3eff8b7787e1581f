"""The code tables agree with each other, with the standards' figures and with the published calendar."""

import csv
import datetime as dt
import itertools
from collections import Counter

import pytest

from community_brain_plugin import resources

DEFAULT = "GB/T 47678.5-2026"
TABLES = sorted(file.stem for file in resources.path("code_tables").glob("*.csv"))


def rows(table):
    with resources.path("code_tables", f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def column(table, name):
    return {row[name] for row in rows(table)}


@pytest.mark.parametrize("table", TABLES)
def test_files_are_utf_8_with_unix_lines_and_whole_rows(table):
    raw = resources.path("code_tables", f"{table}.csv").read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    for row in rows(table):
        assert None not in row, row
        assert None not in row.values(), row


@pytest.mark.parametrize("table", [table for table in TABLES if table != "messages"])
def test_names_are_complete_in_both_languages(table):
    for row in rows(table):
        for name in row:
            if name.endswith(("_zh", "_en")):
                assert row[name].strip(), row
            if name.endswith("_en"):
                assert not any("\u4e00" <= sign <= "\u9fff" for sign in row[name]), row
            if name == "name_en":
                assert not row[name][0].islower(), row


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("class_profile", ["profile"]),
        ("class", ["profile", "kind", "code"]),
        ("class_twin", ["profile", "kind", "code", "twin_profile"]),
        ("class_condition", ["profile", "kind", "class_code", "condition_no"]),
        ("role", ["role"]),
        ("axis", ["axis"]),
        ("case_state", ["state"]),
        ("case_transition", ["profile", "action", "from_state", "role"]),
        ("case_pending", ["pending"]),
        ("case_limit", ["profile", "rule"]),
        ("case_quick_class", ["profile", "kind", "class_code"]),
        ("grid_kind", ["kind"]),
        ("component_state", ["state"]),
        ("operating_state", ["state"]),
        ("operating_action", ["action"]),
        ("operating_outcome", ["outcome"]),
        ("operating_stage_limit", ["profile", "state", "stage"]),
        ("operating_class_limit", ["profile", "kind", "class_code", "condition_no", "state"]),
        ("operating_state_action", ["state", "action"]),
        ("operating_task", ["task"]),
        ("operating_transition", ["from_state", "to_state"]),
        ("sensor_kind", ["kind"]),
        ("calendar", ["calendar"]),
        ("calendar_day", ["calendar", "day"]),
        ("profile_calendar", ["profile"]),
        ("department_kind", ["kind"]),
    ],
)
def test_keys_are_unique(table, key):
    counted = Counter(tuple(row[name] for name in key) for row in rows(table))
    assert [found for found, count in counted.items() if count > 1] == []


def test_profiles_carry_the_code_lengths_of_their_standards():
    lengths = {
        row["profile"]: [int(row[name]) for name in row if name.endswith("_length")] for row in rows("class_profile")
    }
    assert lengths == {
        "GB/T 47678.5-2026": [17, 11, 3, 15],
        "GB/T 30428.2-2013": [16, 10, 2, 15],
        "CJ/T 214-2007": [16, 10, 2, 14],
    }
    assert [row["profile"] for row in rows("class_profile") if row["is_default"] == "true"] == [DEFAULT]


def test_profiles_follow_each_other_without_a_gap():
    spans = sorted((row["valid_from"], row["valid_to"]) for row in rows("class_profile"))
    for (_, last), (first, _) in itertools.pairwise(spans):
        assert dt.date.fromisoformat(last) + dt.timedelta(1) == dt.date.fromisoformat(first)
    assert spans[-1][1] == ""


def test_class_codes_are_major_and_minor_of_their_profile():
    minor = {row["profile"]: int(row["class_minor_length"]) for row in rows("class_profile")}
    for row in rows("class"):
        assert row["code"] == row["major_code"] + row["minor_code"], row
        assert len(row["major_code"]) == 2, row
        assert len(row["minor_code"]) == minor[row["profile"]], row
        assert row["kind"] in ("component", "event"), row


def test_a_major_code_has_one_name():
    names = {(r["profile"], r["kind"], r["major_code"], r["major_zh"], r["major_en"]) for r in rows("class")}
    assert len(names) == len({name[:3] for name in names})


def test_every_component_class_has_its_event_with_the_same_number():
    classes = {(row["kind"], row["code"]): row for row in rows("class") if row["profile"] == DEFAULT}
    for (kind, code), row in classes.items():
        if kind == "component":
            event = classes["event", code]
            assert event["name_zh"] == row["name_zh"] + "异常"
            assert event["name_en"] == row["name_en"] + " problem"
    assert classes["event", "09012"]["name_zh"] == "占用消防通道"


def test_classes_of_older_standards_are_known_again_and_those_without_a_twin_have_none():
    """2013 to 2026: minors get a zero, events' majors move; 2007 numbered otherwise, and is known by its names."""
    older, oldest = "GB/T 30428.2-2013", "CJ/T 214-2007"
    classes = {(row["profile"], row["kind"], row["code"]): row for row in rows("class")}
    twins = {(row["profile"], row["kind"], row["code"]): row["twin_code"] for row in rows("class_twin")}
    assert all(key in classes and (DEFAULT, key[1], twin) in classes for key, twin in twins.items())
    assert len({(profile, kind, twin) for (profile, kind, _), twin in twins.items()}) == len(twins)
    majors = {"01": "06", "02": "07", "03": "08", "04": "09"}
    for (profile, kind, code), twin in twins.items():
        same_name = classes[DEFAULT, kind, twin]["name_zh"] == classes[profile, kind, code]["name_zh"]
        major = code[:2] if kind == "component" else majors.get(code[:2])
        assert profile == oldest or same_name or twin == f"{major}0{code[2:]}", (profile, kind, code)
    # A pipe burst, a collapse, flooding: a person must say what they are now.
    assert not any((older, "event", f"050{number}") in twins for number in range(1, 7))
    assert twins[older, "event", "0496"] == "09012", "a blocked fire lane, a city's own class once"
    assert twins[older, "component", "0101"] == twins[oldest, "component", "0101"] == "01001"
    assert (twins[oldest, "event", "0501"], twins[older, "event", "0401"]) == ("09001", "09001")


def test_local_extensions_count_down_from_the_top():
    for row in rows("class"):
        if row["profile"] == DEFAULT and row["is_local"] == "true":
            assert int(row["minor_code"]) > 900, row


def test_conditions_belong_to_the_default_profile_and_leave_no_class_out():
    classes = {(row["kind"], row["code"]) for row in rows("class") if row["profile"] == DEFAULT}
    conditions = rows("class_condition")
    assert {row["profile"] for row in conditions} == {DEFAULT}
    assert {(row["kind"], row["class_code"]) for row in conditions} == classes
    counted = Counter((row["kind"], row["class_code"]) for row in conditions)
    assert sum(count >= 2 for count in counted.values()) >= 80
    for row in conditions:
        assert 1 <= int(row["condition_no"]) <= counted[row["kind"], row["class_code"]], row
        assert float(row["limit_amount"]) > 0, row
        assert row["limit_unit"] in ("clock_hour", "working_hour", "working_day"), row
        assert row["priority"] in ("1", "2", "3"), row


def test_the_limits_the_field_is_known_for():
    limits = {
        (row["class_code"], row["condition_no"]): (row["limit_amount"], row["limit_unit"], row["priority"])
        for row in rows("class_condition")
        if row["kind"] == "event"
    }
    assert limits["01002", "1"] == ("2", "clock_hour", "1")
    assert limits["09012", "1"] == ("2", "working_hour", "1")
    assert limits["01037", "3"] == ("3", "working_day", "3")


def test_states_roles_and_axes_fit_the_transition_table():
    states, axes = column("case_state", "state"), column("axis", "axis")
    assert column("role", "axis") <= axes
    assert column("case_state", "holder_axis") <= axes
    for row in rows("case_transition"):
        assert row["from_state"] in states | {"*"}, row
        assert row["to_state"] in states | {"=", "previous"}, row
        assert row["axis"] in axes, row
        assert row["role"] in column("role", "role"), row
        assert row["pending_from"] in column("case_pending", "pending") | {"*", "none"}, row
        assert row["pending_to"] in column("case_pending", "pending") | {"=", "none"}, row
    open_states = {row["state"] for row in rows("case_state") if row["is_open"] == "true"}
    assert states - open_states == {"closed", "evaluated", "void"}


def test_grid_kinds_name_known_parents_and_the_unit_grid_its_length():
    kinds = rows("grid_kind")
    assert {row["parent_kind"] for row in kinds} - {""} <= {row["kind"] for row in kinds}
    assert {row["kind"]: row["code_length"] for row in kinds}["unit_grid"] == "15"


def test_sensor_kinds_hang_on_known_component_classes():
    components = {row["code"] for row in rows("class") if row["profile"] == DEFAULT and row["kind"] == "component"}
    kinds = rows("sensor_kind")
    assert column("sensor_kind", "class_code") - {""} <= components
    assert column("sensor_kind", "kind") >= {
        "fire_lane_magnetometer",
        "smoke",
        "water_level",
        "manhole_tilt",
        "ebike_charging",
        "door",
    }
    for row in kinds:
        assert float(row["normal_low"]) <= float(row["normal_high"]), row


def working_days(year):
    """Count the working days of a year in the calendar as deadlines see it."""
    named = {dt.date.fromisoformat(row["day"]): row["kind"] for row in rows("calendar_day")}
    day, count = dt.date(year, 1, 1), 0
    while day.year == year:
        kind = named.get(day)
        count += kind == "workday" or (kind is None and day.weekday() < 5)
        day += dt.timedelta(1)
    return count


# Holidays and make-up workdays as counted in the State Council's notices; working days = days - weekends - the
# statutory holidays (11 until 2024, 13 from 2025), which only comes out when every day of the notice is there.
@pytest.mark.parametrize(
    ("year", "holidays", "makeup", "working"), [(2024, 28, 8, 251), (2025, 28, 5, 248), (2026, 33, 6, 248)]
)
def test_a_published_year_has_the_right_days(year, holidays, makeup, working):
    days = [row for row in rows("calendar_day") if row["day"].startswith(str(year))]
    assert Counter(row["kind"] for row in days) == {"holiday": holidays, "workday": makeup}
    assert all(dt.date.fromisoformat(row["day"]).weekday() >= 5 for row in days if row["kind"] == "workday")
    assert working_days(year) == working


def test_days_of_the_calendar_that_are_easily_got_wrong():
    days = {row["day"]: row["kind"] for row in rows("calendar_day")}
    assert days["2024-02-10"] == "holiday"
    assert "2024-02-09" not in days
    assert days["2025-01-28"] == "holiday"
    assert days["2025-10-08"] == "holiday"
    assert days["2026-01-04"] == "workday"
    assert days["2026-09-20"] == "workday"
    assert "2026-10-08" not in days


def test_working_hours_make_a_working_day_of_eight():
    total = dt.timedelta()
    for row in rows("calendar_hours"):
        start, end = (dt.datetime.strptime(row[name], "%H:%M") for name in ("starts", "ends"))
        total += end - start
    assert total == dt.timedelta(hours=8)
