"""Deadlines against a reference that is slow and obvious: walk the calendar minute by minute."""

import csv
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from community_brain_plugin import resources
from community_brain_plugin.errors import RoomError

CHINA = dt.timezone(dt.timedelta(hours=8))
MINUTE = dt.timedelta(minutes=1)


def table(name: str) -> list[dict[str, str]]:
    with resources.path("code_tables", f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


NAMED_DAYS = {dt.date.fromisoformat(row["day"]): row["kind"] for row in table("calendar_day")}


def works(moment: dt.datetime) -> bool:
    """Whether work is done in the minute that begins at a moment: 08-12 and 14-18 on working days."""
    kind = NAMED_DAYS.get(moment.date(), "workday" if moment.weekday() < 5 else "holiday")
    return kind == "workday" and (8 <= moment.hour < 12 or 14 <= moment.hour < 18)


def reference(start: dt.datetime, minutes: int) -> dt.datetime:
    """Return the end of the given number of working minutes, counted one by one."""
    moment = start
    while minutes:
        minutes -= works(moment)
        moment += MINUTE
    return moment


def deadline(room, start: dt.datetime, amount: object, unit: str) -> dt.datetime:
    return room.one("SELECT desk.deadline(%s, %s, %s)", (start, amount, unit), "acceptor").astimezone(CHINA)


def china(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=CHINA)


minutes = st.integers(0, 3 * 366 * 24 * 60)
starts = minutes.map(lambda n: dt.datetime(2024, 1, 1, tzinfo=CHINA) + n * MINUTE)
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@relaxed
@given(start=starts, quarters=st.integers(1, 160))
@example(start=china("2026-09-30T17:59"), quarters=1)
@example(start=china("2026-02-14T11:59"), quarters=4)
@example(start=china("2026-02-13T18:00"), quarters=33)
def test_working_hours(room, start, quarters):
    expected = reference(start, quarters * 15)
    assert deadline(room, start, Decimal(quarters) / 4, "working_hour") == expected


@relaxed
@given(start=starts, days=st.integers(1, 12))
@example(start=china("2026-09-19T12:00"), days=10)
def test_working_days_are_eight_working_hours(room, start, days):
    assert deadline(room, start, days, "working_day") == reference(start, days * 8 * 60)


@relaxed
@given(start=starts, hours=st.integers(1, 24 * 40))
def test_clock_hours_run_day_and_night(room, start, hours):
    assert deadline(room, start, hours, "clock_hour") == start + dt.timedelta(hours=hours)


@relaxed
@given(start=starts, quarters=st.integers(1, 80))
def test_more_time_never_ends_earlier_and_the_end_is_in_working_time(room, start, quarters):
    less = deadline(room, start, Decimal(quarters) / 4, "working_hour")
    more = deadline(room, start, Decimal(quarters + 1) / 4, "working_hour")
    assert start < less < more
    assert works(less - MINUTE)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "expected"),
    [
        # A blocked fire lane with two working hours, reported at 22:00, falls due at 10:00 next day.
        ("2026-07-01T22:00", 2, "working_hour", "2026-07-02T10:00"),
        # A missing manhole cover: two clock hours, holiday or not.
        ("2026-10-01T23:30", 2, "clock_hour", "2026-10-02T01:30"),
        # Over noon, over night, over the weekend.
        ("2026-07-01T11:00", 2, "working_hour", "2026-07-01T15:00"),
        ("2026-07-01T17:00", 2, "working_hour", "2026-07-02T09:00"),
        ("2026-07-03T17:00", 2, "working_hour", "2026-07-06T09:00"),
        # Exactly to the end of a span: due at noon, not at two o'clock.
        ("2026-07-01T10:00", 2, "working_hour", "2026-07-01T12:00"),
        ("2026-07-01T12:00", 4, "working_hour", "2026-07-01T18:00"),
        # Over the National Day holiday, 1-7 October, and onto its make-up Saturday.
        ("2026-09-30T17:00", 2, "working_hour", "2026-10-08T09:00"),
        ("2026-10-09T17:00", 2, "working_hour", "2026-10-10T09:00"),
        # Spring Festival 2026: Saturday 14 February is worked, 15-23 are not.
        ("2026-02-13T18:00", 1, "working_day", "2026-02-14T18:00"),
        ("2026-02-14T18:00", 1, "working_day", "2026-02-24T18:00"),
        ("2026-07-01T08:00", 5, "working_day", "2026-07-07T18:00"),
        ("2026-07-01T22:00", Decimal("0.5"), "working_hour", "2026-07-02T08:30"),
    ],
)
def test_dates_anybody_can_check_by_hand(room, start, amount, unit, expected):
    assert deadline(room, china(start), amount, unit) == china(expected)


def test_a_session_far_away_gets_the_same_moment(room):
    session = room.connect("acceptor")
    with session.cursor() as cursor:
        cursor.execute("SET TimeZone = 'America/New_York'")
        cursor.execute("SELECT desk.deadline(%s, 2, 'working_hour')", (china("2026-07-01T22:00"),))
        assert cursor.fetchone()[0] == china("2026-07-02T10:00")


def test_a_calendar_with_shorter_days_is_looked_through_far_enough(own_room):
    own_room.query("INSERT INTO room.calendar VALUES ('short', '短', 'short', 'Asia/Shanghai')")
    own_room.query("INSERT INTO room.calendar_hours VALUES ('short', '09:00', '09:30')")
    query = "SELECT desk.deadline('2026-07-01 00:00+08', 100, 'working_hour', 'short')"
    # 200 half hours from a Wednesday on; holidays belong to a calendar, and this one has none.
    assert own_room.one(query).astimezone(CHINA) == china("2027-04-06T09:30")


def test_an_unknown_calendar_is_refused_by_name(room):
    with pytest.raises(RoomError) as caught:
        room.query("SELECT desk.deadline(now(), 1, 'working_hour', 'mars')", post="acceptor")
    assert (caught.value.code, caught.value.params) == ("room.unknown_calendar", {"calendar": "mars"})
