"""From readings to alarms: delays, deadband, late and repeated readings, and one open alarm per sensor and rule."""

import datetime as dt
import uuid
from typing import Any

import psycopg2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from little_room import SUBDISTRICT, LittleRoom
from psycopg2.extras import Json

from community_brain_plugin.errors import RoomError

STEP = "SELECT desk.alarm_step(%s, %s, %s, %s, %s)"


class Gauge:
    """One sensor of a room, fed with readings `minutes` after its first moment."""

    def __init__(self, room: LittleRoom, sensor: str) -> None:
        self.room, self.sensor = room, sensor
        room.query("DELETE FROM room.reading WHERE sensor_code = %s", (sensor,))
        room.query("DELETE FROM room.rule_state WHERE sensor_code = %s", (sensor,))
        room.query(
            "UPDATE room.alarm SET cleared_at = now(), acknowledged_at = now() WHERE sensor_code = %s", (sensor,)
        )
        self.known = room.one("SELECT coalesce(max(alarm_id), 0) FROM room.alarm")
        self.start = room.one("SELECT date_trunc('minute', now()) - interval '1 day'")

    def feed(self, *readings: tuple[float, float]) -> int:
        """Deliver (minutes, value) pairs in one delivery; returns how many were new."""
        items = [
            {
                "sensor_code": self.sensor,
                "observed_at": (self.start + dt.timedelta(minutes=m)).isoformat(),
                "value": value,
            }
            for m, value in readings
        ]
        return self.room.one("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, Json(items)), "service")

    def alarms(self) -> list[dict[str, Any]]:
        """Return the alarms raised since, oldest first."""
        rows = self.room.query(
            "SELECT to_jsonb(a) FROM room.alarm a WHERE sensor_code = %s AND alarm_id > %s ORDER BY alarm_id",
            (self.sensor, self.known),
        )
        return [row[0] for row in rows]

    def state(self) -> str:
        """Return whether an alarm is open."""
        return "raised" if any(alarm["cleared_at"] is None for alarm in self.alarms()) else "quiet"


@pytest.fixture
def lane(room) -> Gauge:
    """Raised above 0.5 for 3 minutes, cleared when free for 2."""
    return Gauge(room, "LANE")


@pytest.fixture
def water(room) -> Gauge:
    """Raised above 0.3 at once, cleared at 0.25 or less."""
    return Gauge(room, "WATER")


def test_a_car_that_leaves_within_the_delay_raises_nothing(lane):
    lane.feed((0, 1), (1, 1), (2, 1), (2.9, 1), (3, 0), (4, 1), (6, 1))
    assert lane.alarms() == []


def test_a_car_that_stays_raises_one_alarm_with_its_beginning_and_rule(lane):
    lane.feed((0, 0), (1, 1), (2, 1), (4, 1), (5, 1), (60, 1))
    (alarm,) = lane.alarms()
    assert dt.datetime.fromisoformat(alarm["condition_since"]) == lane.start + dt.timedelta(minutes=1)
    assert (alarm["rule_code"], alarm["rule_version"], alarm["priority"], alarm["raised_value"]) == (
        "lane_blocked",
        1,
        1,
        1,
    )
    log = lane.room.query(
        "SELECT version, action, payload FROM room.alarm_log WHERE alarm_id = %s", (alarm["alarm_id"],), "analyst"
    )
    assert [row[:2] for row in log] == [(1, "raise")]
    assert dt.datetime.fromisoformat(log[0][2]["observed_at"]) == lane.start + dt.timedelta(minutes=4)


def test_it_clears_when_free_for_the_off_delay_and_not_before(lane):
    lane.feed((0, 1), (3, 1))
    lane.feed((4, 0), (5, 0), (5.5, 1), (6, 0), (7.9, 0))
    assert lane.state() == "raised"
    lane.feed((8, 0))
    assert lane.state() == "quiet"
    actions = lane.room.query(
        "SELECT action FROM room.alarm_log WHERE alarm_id = %s ORDER BY version", (lane.alarms()[0]["alarm_id"],)
    )
    assert actions == [("raise",), ("clear",)]


def test_a_level_that_trembles_at_the_limit_stays_one_alarm(water):
    water.feed((0, 0.31), (1, 0.29), (2, 0.31), (3, 0.26), (4, 0.31), (5, 0.29))
    assert len(water.alarms()) == 1
    assert water.state() == "raised"
    water.feed((6, 0.25))
    assert water.state() == "quiet"
    water.feed((7, 0.30))
    assert len(water.alarms()) == 1
    water.feed((8, 0.301))
    assert len(water.alarms()) == 2


def test_a_reading_delivered_twice_counts_once(lane):
    assert lane.feed((0, 1), (1, 1)) == 2
    assert lane.feed((0, 1), (1, 1), (4, 1)) == 1
    assert lane.feed((4, 1)) == 0
    assert len(lane.alarms()) == 1


def test_the_order_of_a_delivery_does_not_matter(lane):
    lane.feed((4, 1), (0, 1), (2, 0))
    assert lane.alarms() == [], "it was free at minute 2, so it is blocked since minute 4"
    lane.feed((7, 1))
    assert len(lane.alarms()) == 1


def test_a_late_free_reading_restarts_the_delay(lane):
    lane.feed((0, 1), (2, 1))
    lane.feed((1, 0))
    lane.feed((4, 1))
    assert lane.alarms() == [], "blocked since minute 2 only"
    lane.feed((5, 1))
    assert len(lane.alarms()) == 1


def test_a_late_blocked_reading_moves_the_beginning_back(lane):
    lane.feed((2, 1))
    lane.feed((0, 1))
    lane.feed((3, 1))
    (alarm,) = lane.alarms()
    assert dt.datetime.fromisoformat(alarm["condition_since"]) == lane.start


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.data())
def test_late_readings_leave_the_state_that_ordered_ones_would(room, data):
    values = data.draw(st.lists(st.sampled_from([0.2, 0.27, 0.4]), min_size=1, max_size=8))
    order = data.draw(st.permutations(range(len(values))))
    found = []
    for sequence in (range(len(values)), order):
        gauge = Gauge(room, "WATER")
        for minute in sequence:
            gauge.feed((minute, values[minute]))
        found.append(
            room.query("SELECT condition_since, normal_since FROM room.rule_state WHERE sensor_code = 'WATER'")
        )
    assert found[0] == found[1]


def test_a_restart_between_two_readings_changes_nothing(lane):
    """The state is in the table: another session, as after a restart of the service, goes on where the last stopped."""
    lane.feed((0, 1), (2, 1))
    lane.room.session("service").close()
    lane.room._sessions.pop("service")
    lane.feed((3, 1))
    assert len(lane.alarms()) == 1


def test_readings_nobody_can_use_are_left_out_and_the_others_kept(room, lane):
    ahead = dt.timedelta(days=2) / dt.timedelta(minutes=1)
    ages = dt.timedelta(days=4000) / dt.timedelta(minutes=1)
    assert lane.feed((0, 1), (ahead, 1), (-ages, 1), (1, 1)) == 2
    items = Json([{"sensor_code": "LANE", "observed_at": (lane.start + dt.timedelta(minutes=2)).isoformat(), "value": v}
                  for v in ("NaN", "Infinity", None)])  # fmt: skip
    assert room.one("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, items), "service") == 0
    lane.feed((3, 1))
    assert len(lane.alarms()) == 1


def test_a_delivery_with_an_unknown_sensor_is_refused_whole(room):
    items = Json([{"sensor_code": "NOBODY", "observed_at": "2026-01-01", "value": 1}])
    with pytest.raises(RoomError) as caught:
        room.query("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, items), "service")
    assert (caught.value.code, caught.value.params) == ("room.unknown_sensor", {"sensor_code": "NOBODY"})


def test_a_new_version_of_a_rule_goes_on_from_the_old_ones_state(own_room):
    gauge = Gauge(own_room, "LANE")
    gauge.feed((0, 1), (1, 1))
    change = gauge.start + dt.timedelta(minutes=2)
    own_room.query(
        "UPDATE room.alarm_rule SET valid = tstzrange(lower(valid), %s) WHERE rule_code = 'lane_blocked'", (change,)
    )
    own_room.query(
        "INSERT INTO room.alarm_rule SELECT (jsonb_populate_record(l, jsonb_build_object('version', 2,"
        " 'on_delay', '5 min', 'valid', tstzrange(%s, NULL)))).*"
        " FROM room.alarm_rule l WHERE rule_code = 'lane_blocked'",
        (change,),
    )
    gauge.feed((3, 1), (4.9, 1))
    assert gauge.alarms() == []
    gauge.feed((5, 1))
    assert [alarm["rule_version"] for alarm in gauge.alarms()] == [2]


def test_one_open_alarm_per_sensor_and_rule_is_held_by_the_table(room, lane):
    lane.feed((0, 1), (3, 1))
    with pytest.raises(psycopg2.errors.UniqueViolation):
        room.session().cursor().execute(
            "INSERT INTO room.alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since,"
            " raised_at, raised_value) VALUES (%s, 'LANE', 'lane_blocked', 1, 1, now(), now(), 1)",
            (SUBDISTRICT,),
        )


def live(room, alarm: int) -> bool:
    return room.one("SELECT EXISTS (SELECT FROM desk.alarm_live WHERE alarm_id = %s)", (alarm,), "acceptor")


def test_seen_is_not_over_and_over_is_not_seen(room, lane):
    lane.feed((0, 1), (3, 1))
    alarm = lane.alarms()[0]["alarm_id"]
    assert room.one(STEP, (alarm, "acknowledge", Json({}), 1, str(uuid.uuid4())), "acceptor") == 2
    assert lane.state() == "raised"
    assert live(room, alarm), "seen, but the car still stands there"
    lane.feed((4, 0), (6, 0))
    assert not live(room, alarm)
    lane.feed((7, 1), (10, 1), (11, 0), (13, 0))
    unseen = lane.alarms()[1]["alarm_id"]
    room.query("UPDATE room.alarm SET raised_at = now() - interval '3 days' WHERE alarm_id = %s", (unseen,))
    assert live(room, unseen), "over, but nobody has seen it, however long ago"
    room.query(STEP, (unseen, "acknowledge", Json({}), 3 - 1, str(uuid.uuid4())), "dispatcher")
    assert not live(room, unseen)


@pytest.mark.parametrize(
    ("post", "action", "payload", "version", "code"),
    [
        ("officer", "acknowledge", {}, 1, "wrong_role"),
        ("acceptor", "acknowledge", {}, 2, "stale_version"),
        ("acceptor", "explode", {}, 1, "unknown_action"),
        ("acceptor", "shelve", {"until": "2099-01-01"}, 1, "value_required"),
        ("acceptor", "shelve", {"reason": "road works"}, 1, "value_required"),
        ("acceptor", "shelve", {"reason": "road works", "until": "2020-01-01"}, 1, "bad_value"),
        ("acceptor", "shelve", {"reason": "road works", "until": "soon"}, 1, "bad_value"),
        ("neighbour", "acknowledge", {}, 1, "unknown_alarm"),
    ],
)
def test_what_may_not_be_done_to_an_alarm_is_refused(room, lane, post, action, payload, version, code):
    lane.feed((0, 1), (3, 1))
    alarm = lane.alarms()[0]["alarm_id"]
    with pytest.raises(RoomError) as caught:
        room.query(STEP, (alarm, action, Json(payload), version, str(uuid.uuid4())), post)
    assert caught.value.code == f"room.{code}"
    assert lane.alarms()[0]["version"] == 1


def test_shelving_has_a_reason_an_author_and_an_end(room, lane):
    lane.feed((0, 1), (3, 1))
    alarm = lane.alarms()[0]["alarm_id"]
    payload = Json({"reason": "道路施工", "until": "2099-01-01 08:00"})
    room.query(STEP, (alarm, "shelve", payload, 1, str(uuid.uuid4())), "shift_leader")
    stored = lane.alarms()[0]
    assert (stored["shelved_by"], stored["shelve_reason"]) == ("1002", "道路施工")
    assert (
        dt.datetime.fromisoformat(stored["shelved_until"]).astimezone(dt.UTC).isoformat() == "2099-01-01T00:00:00+00:00"
    )


def test_a_repeated_alarm_request_is_answered_as_before_and_serves_for_nothing_else(room, lane):
    lane.feed((0, 1), (3, 1))
    alarm, request = lane.alarms()[0]["alarm_id"], str(uuid.uuid4())
    assert [room.one(STEP, (alarm, "acknowledge", Json({}), 1, request), "acceptor") for _ in range(2)] == [2, 2]
    for post, action in (("dispatcher", "acknowledge"), ("acceptor", "shelve")):
        with pytest.raises(RoomError) as caught:
            room.query(STEP, (alarm, action, Json({"reason": "x", "until": "2099-01-01"}), 1, request), post)
        assert caught.value.code == "room.request_reused"


def test_a_case_reported_from_an_alarm_is_traceable_both_ways(room, lane):
    lane.feed((0, 1), (3, 1))
    alarm = lane.alarms()[0]["alarm_id"]
    case = room.report(alarm_id=alarm)["case_id"]
    assert (room.case(case)["source"], room.case(case)["alarm_id"]) == ("sensor", alarm)
    assert lane.alarms()[0]["case_id"] == case
    assert room.one("SELECT case_id FROM desk.alarm_live WHERE alarm_id = %s", (alarm,), "dispatcher") == case


def partitions(room) -> set[str]:
    rows = room.query("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'room.reading'::regclass")
    return {name for (name,) in rows}


def test_partitions_are_made_ahead_and_dropped_after_the_retention(own_room):
    own_room.query("SELECT desk.make_partitions(room.room_now() - interval '15 months')")
    before = partitions(own_room)
    assert len(before) == 18
    assert own_room.one("SELECT desk.roll_partitions()", post="service") == 3
    kept = partitions(own_room)
    assert before - kept == set(sorted(before)[:3])
    assert own_room.one("SELECT desk.roll_partitions()", post="service") == 0
    own_room.query("INSERT INTO room.setting VALUES (%s, 'reading_months', '2')", (SUBDISTRICT,))
    own_room.query("SELECT desk.roll_partitions()", post="service")
    assert partitions(own_room) == set(sorted(before)[-5:])


@pytest.mark.parametrize(
    ("zone", "style"), [("America/New_York", "ISO"), ("Pacific/Kiritimati", "ISO"), ("Asia/Shanghai", "SQL, DMY")]
)
def test_a_sessions_zone_and_style_of_dates_do_not_move_the_cuts_between_partitions(own_room, zone, style):
    session = own_room.connect("service")
    with session.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', %s, false)", (zone,))
        cursor.execute("SELECT set_config('DateStyle', %s, false)", (style,))
        own_room.query("DROP TABLE room.reading CASCADE")
        own_room.query(
            "CREATE TABLE room.reading (subdistrict text, observed_at timestamptz) PARTITION BY RANGE (observed_at)"
        )
        own_room.query("ALTER TABLE room.reading OWNER TO room_owner")
        cursor.execute("SELECT desk.roll_partitions()")
    own_room.query("SET TimeZone = 'UTC'")
    bounds = own_room.query(
        "SELECT pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid"
        " WHERE inhparent = 'room.reading'::regclass"
    )
    assert len(bounds) == 4
    assert all(text.count("-01 00:00:00+00") == 2 for (text,) in bounds), bounds
