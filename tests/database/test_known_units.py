"""What a dispatch records of the responsibility table is kept, and is what the table says at that moment."""

import psycopg2.errors
import pytest
from little_room import (
    COMMUNITIES,
    FIRE_LANE,
    PROFILE,
    PROPERTY,
    SANITATION,
    SUBDISTRICT,
    UTILITY,
)
from psycopg2.extras import Json

STEP = "SELECT desk.case_step(%s, %s, %s, %s, %s, gen_random_uuid())"
RULE = f"""
    INSERT INTO room.responsibility (subdistrict, profile, kind, class_code, department_code, valid_from, {{}})
    VALUES ('{SUBDISTRICT}', '{PROFILE}', 'event', '{FIRE_LANE}', '{{}}', '2020-01-01', {{}})
"""
CHANGES = {
    "another unit": RULE.format("priority", UTILITY, 1),
    "nobody": "DELETE FROM room.responsibility",
    "another way": "UPDATE room.responsibility SET channel = 'text'",
    "whom to turn to": "UPDATE room.responsibility SET channel = 'webhook', escalation ="
    f' \'[{{"minutes": 5, "department_code": "{SANITATION}"}}]\'',
    "a unit of this ground": f"UPDATE room.grid_version SET responsible_department = '{UTILITY}'",
    "a larger grid": RULE.format("grid_kind, grid_code", UTILITY, "'block', 'B1'")
    + "; UPDATE room.grid_parent SET valid = daterange('2019-01-01', '2019-02-01')",
    "another major class": RULE.format("priority", UTILITY, 1) + "; UPDATE room.responsibility SET class_code = NULL,"
    " major_code = '99'; UPDATE room.class SET name_en = name_en",
    "a unit that ended": "UPDATE room.department SET valid_to = room.room_today() - 1"
    f" WHERE department_code <> '{SANITATION}'",
    "a holiday": "INSERT INTO room.calendar_day SELECT calendar, room.room_today() + 1, 'holiday', 'x', 'x'"
    " FROM room.calendar ON CONFLICT (calendar, day) DO UPDATE SET kind = 'holiday'",
    "another calendar": "INSERT INTO room.calendar VALUES ('x', 'x', 'x', 'Asia/Urumqi');"
    " INSERT INTO room.calendar_hours VALUES ('x', '09:00', '10:00'); UPDATE room.profile_calendar SET calendar = 'x'",
    "how much is left when it turns yellow": "UPDATE room.case_limit SET amount = 60 WHERE rule = 'yellow_percent'",
    "other working hours": "UPDATE room.calendar_hours SET ends = ends - interval '1 minute'",
    "a state": RULE.format("operating_state", UTILITY, "'emergency'") + "; INSERT INTO room.area_state VALUES"
    f" ('{SUBDISTRICT}', 'community', '{COMMUNITIES[0]}', 'emergency', tstzrange(now() - '1 day'::interval, NULL),"
    " 'storm', '1')",
}
# What the functions that read the table itself say of a case file that waits for its dispatch.
ASKED = """
    SET search_path = room, desk, public;
    SELECT array_agg(k.department_code ORDER BY k.department_code) FILTER (WHERE k.rank = best),
           jsonb_object_agg(k.department_code, k.channel), jsonb_object_agg(k.department_code, k.escalation)
    FROM (SELECT u.*, min(u.rank) OVER () AS best
          FROM case_file c, candidate_units(c, room_now()) u WHERE c.case_id = %s) k
"""


def kept(room) -> int:
    return room.one("SELECT count(*) FROM room.known_unit")


def dispatched(room, unit: str) -> dict:
    """Dispatch a new case file; return what the log says of it."""
    case = room.case_in("pending_dispatch")
    room.step("dispatcher", case, "dispatch", department_code=unit, reason="as asked")
    return room.one("SELECT payload FROM room.case_log WHERE case_id = %s ORDER BY version DESC LIMIT 1", (case,))


@pytest.mark.parametrize("change", CHANGES)
def test_a_dispatch_records_what_the_table_says_after_each_change(own_room, change):
    for unit in (PROPERTY, PROPERTY):
        dispatched(own_room, unit)
        assert kept(own_room) == 1
    own_room.query(CHANGES[change])
    assert kept(own_room) == 0
    for unit in (PROPERTY, SANITATION, UTILITY):
        case = own_room.case_in("pending_dispatch")
        firsts, ways, nexts = own_room.query(ASKED, (case,))[0]
        if own_room.one("SELECT valid_to IS NOT NULL FROM room.department WHERE department_code = %s", (unit,)):
            continue
        told = dispatched(own_room, unit)
        own_way = own_room.one("SELECT channel FROM room.department WHERE department_code = %s", (unit,))
        assert told["recommended"] == firsts
        assert told["channels"] == [(ways or {}).get(unit) or own_way]
        assert told.get("escalation") == (nexts or {}).get(unit)


def test_what_is_kept_ends_when_an_hour_of_the_table_begins(own_room):
    own_room.query("UPDATE room.class_condition SET limit_unit = 'clock_hour'")
    begin, end = own_room.query(
        "SELECT (m + '2 hours'::interval)::time, (m + '4 hours'::interval)::time"
        " FROM (SELECT room.room_now() AT TIME ZONE 'Asia/Shanghai' AS m) now"
    )[0]
    own_room.query(RULE.format("hour_from, hour_to", UTILITY, f"'{begin}', '{end}'"))
    dispatched(own_room, PROPERTY)
    left = own_room.query("SELECT extract(epoch FROM upper(during) - room.room_now()) / 3600 FROM room.known_unit")[0]
    assert 1.9 < left[0] < 2.01
    own_room.query("UPDATE room.known_unit SET during = tstzrange(lower(during), room.room_now()), settled = '{}'")
    assert dispatched(own_room, PROPERTY)["recommended"] == [PROPERTY]


def test_nothing_is_kept_while_the_table_is_being_changed(own_room):
    case = own_room.case_in("pending_dispatch")
    planner = own_room.connect(autocommit=False)
    planner.cursor().execute(CHANGES["another unit"])
    values = (SUBDISTRICT, case, "dispatch", Json({"department_code": PROPERTY}), 2)
    own_room.query(STEP, values, "dispatcher")
    assert kept(own_room) == 0
    planner.commit()
    assert dispatched(own_room, PROPERTY)["recommended"] == [UTILITY]


def test_a_change_waits_for_the_dispatch_that_is_being_kept(own_room):
    case = own_room.case_in("pending_dispatch")
    desk, planner = own_room.connect("dispatcher", autocommit=False), own_room.connect(autocommit=False)
    desk.cursor().execute(STEP, (SUBDISTRICT, case, "dispatch", Json({"department_code": PROPERTY}), 2))
    with pytest.raises(psycopg2.errors.LockNotAvailable):
        planner.cursor().execute("SET lock_timeout = '200ms'; " + CHANGES["another unit"])
    planner.rollback()
    desk.commit()
    assert kept(own_room) == 1
    planner.cursor().execute(CHANGES["another unit"])
    planner.commit()
    assert kept(own_room) == 0
    assert dispatched(own_room, PROPERTY)["recommended"] == [UTILITY]


def test_whoever_looks_at_an_older_state_leaves_nothing_of_what_he_does_not_see(own_room):
    dispatched(own_room, PROPERTY)
    planner = own_room.connect(autocommit=False)
    planner.set_session(isolation_level="REPEATABLE READ")
    planner.cursor().execute("SELECT 1")
    own_room.query("DELETE FROM room.known_unit")
    dispatched(own_room, PROPERTY)
    planner.cursor().execute(CHANGES["another way"])
    planner.commit()
    assert kept(own_room) == 0
