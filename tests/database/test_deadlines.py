"""Deadlines against a reference that is slow and obvious: walk the calendar minute by minute."""

import csv
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from little_room import FIRE_LANE, PROFILE
from psycopg2.extras import Json

from community_brain_plugin import resources
from community_brain_plugin.errors import RoomError

LANE = {"profile": PROFILE, "kind": "event", "class_code": FIRE_LANE}
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
relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


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


COURSE = """
    SET LOCAL search_path = room, desk, public;
    SELECT c.until > %(start)s, array_agg(DISTINCT limit_ends(t, %(amount)s, %(unit)s, ARRAY[0.75, 1], 'cn')
        = ARRAY[coalesce(c.yellow_at, t + c.yellow_after), coalesce(c.deadline_at, t + c.deadline_after)])
    FROM limit_course(jsonb_populate_record(NULL::class_condition,
             jsonb_build_object('limit_amount', %(amount)s, 'limit_unit', %(unit)s)), %(start)s) c
    CROSS JOIN unnest(ARRAY[0, 0.001, 0.3, 0.7, 0.999]) share
    CROSS JOIN LATERAL (
        SELECT %(start)s + (coalesce(c.until, %(start)s + interval '9 days') - %(start)s) * share) at (t)
    GROUP BY c.until
"""


@relaxed
@given(start=starts, quarters=st.integers(1, 160), unit=st.sampled_from(["working_hour", "working_day", "clock_hour"]))
@example(start=china("2026-09-30T17:50"), quarters=1, unit="working_hour")
@example(start=china("2026-02-13T18:00"), quarters=33, unit="working_hour")
def test_what_one_dispatch_tells_of_the_next_ones_deadline_is_so_until_it_says(room, start, quarters, unit):
    values = {"start": start + MINUTE / 2, "amount": Decimal(quarters) / 4, "unit": unit}
    assert room.query(COURSE, values) == [(None if unit == "clock_hour" else True, [True])]


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


class Life:
    """The clock of one case file as a slow reference: time left, counted minute by minute in its own unit."""

    def __init__(self, start: dt.datetime, minutes: int, unit: str) -> None:
        self._unit = unit
        self._limit = minutes
        self.deadline = start
        self.extend()

    def extend(self) -> None:
        """One limit more; the yellow light goes on when a quarter of it is left."""
        self.yellow, self.deadline = (self._after(self.deadline, part) for part in (self._limit * 3 // 4, self._limit))

    def suspend(self, begin: dt.datetime, end: dt.datetime) -> None:
        """As much time is left as there was; what had come before stays."""
        self.yellow, self.deadline = (
            moment if moment <= begin else self._after(end, self._left(begin, moment))
            for moment in (self.yellow, self.deadline)
        )

    def _left(self, begin: dt.datetime, end: dt.datetime) -> int:
        return sum(self._counts(begin + n * MINUTE) for n in range((end - begin) // MINUTE))

    def _counts(self, moment: dt.datetime) -> bool:
        return self._unit == "clock_hour" or works(moment)

    def _after(self, moment: dt.datetime, minutes: int) -> dt.datetime:
        return moment + minutes * MINUTE if self._unit == "clock_hour" else reference(moment, minutes)


@pytest.fixture(scope="module")
def clockwork(room):
    """A way to put a clock through effects, on a case file that is nowhere stored, with a limit of our own."""
    session = room.connect()
    session.cursor().execute("SET search_path = room, desk, pg_temp")

    def run(unit: str, hours: int, effects: list[tuple[str, dt.datetime]]) -> list[dt.datetime]:
        with session.cursor() as cursor:
            cursor.execute(
                "UPDATE class_condition SET limit_amount = %s, limit_unit = %s"
                " WHERE profile = %s AND kind = 'event' AND class_code = %s AND condition_no = 1",
                (hours, unit, PROFILE, FIRE_LANE),
            )
            cursor.execute(
                "SELECT jsonb_populate_record(NULL::case_file, %s)::text",
                (Json({**LANE, "condition_no": 1, "clock": "none"}),),
            )
            for effect, at in effects:
                cursor.execute("SELECT desk.set_clock(%s::case_file, %s, %s)::text", (cursor.fetchone()[0], effect, at))
            cursor.execute(
                "SELECT (c).yellow_at, (c).deadline_at, (c).due_at, (c).original_deadline_at"
                " FROM (SELECT %s::case_file AS c) x",
                (cursor.fetchone()[0],),
            )
            return [moment.astimezone(CHINA) for moment in cursor.fetchone()]

    return run


happenings = st.lists(
    st.one_of(st.just(("extend",)), st.tuples(st.just("suspend"), st.integers(0, 4000), st.integers(1, 40000))),
    max_size=3,
)


limits = st.one_of(
    st.tuples(st.integers(1, 60), st.sampled_from(["working_hour", "clock_hour"])),
    st.tuples(st.integers(1, 6), st.just("working_day")),
)


@relaxed
@given(start=starts, limit=limits, happenings=happenings)
@example(start=china("2026-09-30T17:00"), limit=(2, "working_hour"), happenings=[("suspend", 30, 10000), ("extend",)])
@example(start=china("2026-07-01T22:00"), limit=(2, "working_hour"), happenings=[("suspend", 0, 1), ("extend",)])
# Suspended on the last working day before the National Day holiday, resumed on its make-up Saturday, then extended.
@example(start=china("2026-09-30T09:00"), limit=(2, "working_day"), happenings=[("suspend", 60, 14400), ("extend",)])
# Extended, then suspended over Spring Festival and its make-up Saturdays, from after the first yellow light on.
@example(start=china("2026-02-13T09:00"), limit=(4, "working_hour"), happenings=[("extend",), ("suspend", 420, 21600)])
@example(start=china("2026-02-14T10:00"), limit=(1, "working_day"), happenings=[("suspend", 430, 20000)])
def test_extensions_and_suspensions_in_any_order(clockwork, start, limit, happenings):
    """Each extension gives one limit more, each suspension leaves as much as there was; the first deadline stays.

    The yellow light goes on when a quarter of the limit is left, in the limit's own unit.
    """
    amount, unit = limit
    life = Life(start, amount * (480 if unit == "working_day" else 60), unit)
    first, now = life.deadline, start
    effects = [("start_handle", start)]
    for kind, *spans in happenings:
        if kind == "extend":
            life.extend()
            effects.append(("extend", now))
        else:
            begin = now + spans[0] * MINUTE
            now = begin + spans[1] * MINUTE
            life.suspend(begin, now)
            effects += [("pause", begin), ("continue", now)]
    assert clockwork(unit, amount, effects) == [life.yellow, life.deadline, life.deadline, first]


@relaxed
@given(start=starts, limit=limits, away=st.integers(0, 3000), back=st.integers(0, 6000))
@example(start=china("2026-07-01T17:00"), limit=(2, "working_hour"), away=10, back=10)
@example(start=china("2026-07-01T08:00"), limit=(4, "working_hour"), away=10, back=260)
def test_an_order_sent_out_again_turns_yellow_when_a_quarter_of_its_limit_is_left(clockwork, start, limit, away, back):
    """Its deadline was kept while it went back to be filed anew, and so is the moment from which little is left."""
    amount, unit = limit
    life = Life(start, amount * (480 if unit == "working_day" else 60), unit)
    gone = start + away * MINUTE
    again = gone + back * MINUTE
    effects = [("start_handle", start), ("start_accept", gone), ("start_dispatch", again), ("start_handle", again)]
    yellow = min(life.deadline, max(life.yellow, again))
    assert clockwork(unit, amount, effects) == [yellow, life.deadline, life.deadline, life.deadline]


@pytest.mark.parametrize("profile", [PROFILE, "GB/T 30428.2-2013"])
def test_a_stage_lasts_as_long_as_the_profile_of_the_case_file_says(own_room, profile):
    """Accept 15, dispatch 15, verify 30, check 30 minutes, unless a city says otherwise for its profile."""
    own_room.query("INSERT INTO room.stage_limit VALUES (%s, 'dispatch', 40)", (profile,))
    expected = {"reported": 15, "verifying": 30, "pending_dispatch": 40 if profile == PROFILE else 15, "checking": 30}
    for state, limit in expected.items():
        case = own_room.case(own_room.case_in(state))
        begun, yellow, due = (
            dt.datetime.fromisoformat(case[name]) for name in ("clock_started_at", "yellow_at", "due_at")
        )
        assert (due - begun, yellow - begun) == (limit * MINUTE, limit * MINUTE * 3 / 4), state


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
