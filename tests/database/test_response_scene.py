"""Which standing alarms can still be caught: what stands, who could go, and how long such alarms have stood."""

import pytest
from little_room import FIRE_LANE, SANITATION, SUBDISTRICT, LittleRoom, point

from community_brain_plugin.alarms import response


def alarm(room: LittleRoom, sensor: str, minutes: float = 5, ended_after: float | None = None) -> int:
    """Let a sensor's alarm have begun so many minutes ago; one that ended is over."""
    rule = "lane_blocked" if sensor == "LANE" else "water_high"
    return room.one(
        "INSERT INTO room.alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since,"
        " raised_at, raised_value, cleared_at) SELECT %s, %s, %s, 1, 1, m, m, 1, m + make_interval(secs => 60 * %s)"
        " FROM (SELECT room.room_now() - make_interval(secs => 60 * %s) AS m) began RETURNING alarm_id",
        (SUBDISTRICT, sensor, rule, ended_after, minutes),
    )


def outside(room: LittleRoom, staff: str, role: str, x: float, y: float, minutes: float = 0) -> None:
    """Put somebody on duty now, seen so many minutes ago at a place."""
    room.query(
        "WITH s AS (INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at)"
        " SELECT %s, '早班', 'Early', n - interval '1 hour', n + interval '7 hours' FROM room.room_now() n"
        " RETURNING shift_id) INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)"
        " SELECT %s, shift_id, %s, %s FROM s",
        (SUBDISTRICT, SUBDISTRICT, staff, role),
    )
    room.query(
        "INSERT INTO room.staff_position VALUES (%s, %s, room.room_now() - make_interval(secs => 60 * %s), %s)",
        (SUBDISTRICT, staff, minutes, point(x, y)),
    )


@pytest.fixture
def watched(own_room):
    """Fire lanes are property's; its alarms are judged by class and place."""
    own_room.query("UPDATE room.alarm_rule SET event_class_code = %s WHERE rule_code = 'lane_blocked'", (FIRE_LANE,))
    return own_room


def scene(room: LittleRoom, post: str = "dispatcher") -> dict:
    return response.scene(room.session(post))


def test_what_stands_and_nobody_was_sent_to_and_who_is_outside_with_nothing_in_hand(watched):
    standing = alarm(watched, "LANE")
    alarm(watched, "WATER", 30, ended_after=10)
    outside(watched, "2002", "worker", 50, 160)
    outside(watched, "3002", "worker", 50, 61, minutes=45)
    outside(watched, "1003", "collector", 150, 60)
    outside(watched, "1004", "dispatcher", 50, 60)
    found = scene(watched)
    assert [(row["alarm_id"], row["kind"], row["units"], round(row["minutes"])) for row in found["alarms"]] == [
        (standing, "fire_lane_magnetometer", ["D01"], 5)
    ]
    assert [(row["staff_number"], row["role"]) for row in found["officers"]] == [
        ("1003", "collector"),
        ("2002", "worker"),
    ]
    assert found["metres"] == [[130, 130, 0]], "1.3 times as far as the crow flies, where there are no streets"
    for stranger in ("officer", "neighbour"):
        assert scene(watched, stranger) == {"alarms": [], "officers": [], "metres": []}
    case = watched.case_in("pending_handle")
    watched.query("UPDATE room.alarm SET case_id = %s WHERE alarm_id = %s", (case, standing))
    assert scene(watched)["alarms"] == []


def test_a_worker_with_something_in_hand_and_a_shelved_alarm_are_left_alone(watched):
    watched.case_in("handling")
    outside(watched, "2002", "worker", 50, 160)
    alarm(watched, "LANE")
    assert scene(watched)["officers"] == []
    watched.query("UPDATE room.alarm SET shelved_until = room.room_now() + interval '1 hour'")
    assert scene(watched)["alarms"] == []


def test_a_unit_s_people_are_sent_to_what_is_theirs_and_a_collector_to_anything(watched):
    lane, water = alarm(watched, "LANE"), alarm(watched, "WATER")
    watched.query("UPDATE room.staff SET department_code = %s WHERE staff_number = '2002'", (SANITATION,))
    outside(watched, "2002", "worker", 50, 60)
    known = response.curves({"kind": kind, "minutes": 30.0 + n, "ended": True}
                            for kind in ("fire_lane_magnetometer", "water_level") for n in range(12))  # fmt: skip
    assert response.advise(scene(watched), known).unmet == 2
    outside(watched, "1003", "collector", 150, 160)
    advice = response.advise(scene(watched), known)
    assert {offer.staff_number for offer in advice.offers.values()} == {"1003"}
    assert [advice.offers[key].stop for key in (water, lane)] == [1, 2]


def test_how_long_alarms_stand_is_learned_by_kind_and_one_that_was_dealt_with_was_caught(watched):
    for minutes in range(response.FEW):
        alarm(watched, "LANE", 60 + minutes, ended_after=10 + minutes)
        alarm(watched, "WATER", 60, ended_after=0)
    dealt_with = watched.case_in("closed")
    watched.query(
        "UPDATE room.alarm SET case_id = %s WHERE alarm_id = (SELECT max(alarm_id) FROM room.alarm"
        " WHERE sensor_code = 'WATER')",
        (dealt_with,),
    )
    watched.query("UPDATE room.case_file SET handled_at = room.room_now() - interval '2 hours'")
    known = response.learned(watched.session("dispatcher"))
    assert set(known) == {"fire_lane_magnetometer"}, "of the other kind only nine ended by themselves"
    assert known["fire_lane_magnetometer"].chance(0.0, [5.0, 15.0])[0] > 0.9
