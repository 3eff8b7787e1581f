"""Who a login is, is kept ready for each step: it is never anybody else than the staff table says."""

import datetime as dt
import itertools

import psycopg2.errors
import pytest
from little_room import PROPERTY, SUBDISTRICT
from little_room import login as login_of

from community_brain_plugin.errors import RoomError

# What is kept, on every day of it within ten weeks, beside what staff and posts say of that day.
_DIFFERENCES = """
    SELECT k.login::text, d::date FROM room.known_login k
    CROSS JOIN generate_series(room.room_today() - 70, room.room_today() + 70, '1 day') d
    WHERE k.days @> d::date AND k.person IS DISTINCT FROM room.person_on(k.login, d::date)
"""
_KEPT = "SELECT count(*) FROM room.known_login k WHERE k.days @> room.room_today()"
_POST = """
    INSERT INTO room.staff_role (subdistrict, staff_number, role, valid_from, valid_to) VALUES (%s, '1001', %s, %s, %s)
"""


def today(room) -> dt.date:
    return room.one("SELECT room.room_today()")


def give(room, role: str, begins: int, ends: int | None = None) -> None:
    """Give the acceptor another post, so many days from today on."""
    day = today(room)
    last = None if ends is None else day + dt.timedelta(ends)
    room.query(_POST, (SUBDISTRICT, role, day + dt.timedelta(begins), last))


def roles(room, post: str = "acceptor") -> list[str]:
    return sorted(room.one("SELECT room.my_roles()", post=post))


def test_everybody_is_kept_from_the_first_day_on(room):
    assert room.one(_KEPT) == room.one("SELECT count(*) FROM room.staff WHERE login IS NOT NULL")
    assert room.query(_DIFFERENCES) == []


@pytest.mark.parametrize(
    ("begins", "ends"), [(0, None), (1, None), (-3, 0), (-20, -8), (-20, -7), (-20, -1), (5, 9), (-9, 30)]
)
def test_what_is_kept_is_what_the_staff_table_says_of_every_day(own_room, begins, ends):
    give(own_room, "dispatcher", begins, ends)
    assert own_room.query(_DIFFERENCES) == []
    assert ("dispatcher" in roles(own_room)) == (begins <= 0 and (ends is None or ends >= 0))


def test_a_post_that_is_taken_away_is_gone_with_the_next_step(own_room):
    case = own_room.case_in("pending_dispatch")
    own_room.query("UPDATE room.staff_role SET valid_to = room.room_today() - 1 WHERE role = 'dispatcher'")
    assert own_room.refusal("dispatcher", case, "dispatch", department_code=PROPERTY).code == "room.unknown_case"
    own_room.query("UPDATE room.staff_role SET valid_to = NULL WHERE role = 'dispatcher'")
    own_room.step("dispatcher", case, "dispatch", department_code=PROPERTY)


def test_a_post_that_changes_hands_changes_both(own_room):
    his = "staff_number = '1004' AND role = 'dispatcher'"
    own_room.query(f"UPDATE room.staff_role SET staff_number = '1001' WHERE {his}")
    assert (roles(own_room), roles(own_room, "dispatcher")) == (["acceptor", "dispatcher"], [])
    own_room.query("DELETE FROM room.staff_role WHERE staff_number = '1001' AND role = 'dispatcher'")
    assert roles(own_room) == ["acceptor"]
    assert own_room.query(_DIFFERENCES) == []


def test_a_login_that_is_given_to_a_colleague_is_the_colleague(own_room):
    own_room.query("UPDATE room.staff SET login = NULL WHERE staff_number = '1001'")
    with pytest.raises(RoomError) as caught:
        own_room.report()
    assert caught.value.code == "room.not_staff"
    own_room.query("UPDATE room.staff SET login = %s WHERE staff_number = '1004'", (login_of("acceptor"),))
    assert own_room.one("SELECT desk.whoami() ->> 'staff_number'", post="acceptor") == "1004"


def test_a_day_that_changes_posts_needs_nobody_to_change_a_row(own_room):
    """What was kept for other days is worked out anew, and the service keeps it again."""
    own_room.query("UPDATE room.known_login SET days = daterange(NULL, room.room_today())")
    own_room.query("UPDATE room.known_login SET person.roles = ARRAY['admin'], person.sees_all = true")
    assert roles(own_room) == ["acceptor"]
    own_room.case_in("pending_handle")
    assert own_room.one("SELECT desk.keep_logins()", post="service") > 5
    assert own_room.query(_DIFFERENCES) == []
    assert own_room.one("SELECT desk.keep_logins()", post="service") == 0


def test_two_changes_at_once_are_both_kept(own_room):
    """The second waits for the first, and then sees it."""
    with own_room.connect(autocommit=False) as first, first.cursor() as cursor:
        cursor.execute("UPDATE room.staff_role SET valid_to = room.room_today() - 1 WHERE staff_number = '1001'")
        second = own_room.connect(autocommit=True).cursor()
        second.execute("SET lock_timeout = '200ms'")
        with pytest.raises(psycopg2.errors.LockNotAvailable):
            second.execute("UPDATE room.staff SET phone = '1' WHERE staff_number = '1001'")
        first.commit()
        second.execute("UPDATE room.staff SET phone = '1' WHERE staff_number = '1001'")
    assert (roles(own_room), own_room.query(_DIFFERENCES)) == ([], [])


def test_a_transaction_that_looks_at_an_older_state_keeps_nothing(own_room):
    with own_room.connect(autocommit=False) as older, older.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT 1")
        give(own_room, "dispatcher", 0)
        cursor.execute("UPDATE room.staff SET phone = '1' WHERE staff_number = '1004'")
        older.commit()
    assert own_room.query(_DIFFERENCES) == []
    assert (
        own_room.one(
            "SELECT count(*) FROM room.known_login k JOIN room.staff USING (login) WHERE staff_number = '1004'"
        )
        == 0
    )
    assert own_room.one("SELECT desk.whoami() ->> 'staff_number'", post="dispatcher") == "1004"


def test_an_axis_that_changes_is_known_at_once(own_room):
    own_room.query("UPDATE room.role SET axis = 'none' WHERE role = 'analyst'")
    assert own_room.query(_DIFFERENCES) == []


def allowed(room) -> dict[tuple, tuple]:
    """By the tables alone: login, profile, action and state, and the one transition that is open there."""
    rules = room.query(
        "SELECT profile, action, from_state, role, pending_from, position FROM room.case_transition ORDER BY position"
    )
    states = dict(room.query("SELECT state, is_open FROM room.case_state"))
    logins = room.query("SELECT login::text, (person).roles FROM room.known_login")
    found: dict[tuple, list[tuple]] = {}
    for (profile,) in room.query("SELECT profile FROM room.class_profile"):
        own = [rule for rule in rules if rule[0] == profile] or [rule for rule in rules if rule[0] == "default"]
        for rule, (login, roles), (state, is_open) in itertools.product(own, logins, states.items()):
            if rule[3] in roles and (rule[2] == state or (rule[2] == "*" and is_open)):
                found.setdefault((login, profile, rule[1], state), []).append(rule)
    # What is asked for decides between these; that is worked out with the step.
    return {key: open_[0] for key, open_ in found.items() if len({rule[4] for rule in open_}) == 1}


def kept(room) -> dict[tuple, tuple]:
    rows = room.query(
        "SELECT k.login::text, k.profile, k.action, k.state, (k.rule).profile, (k.rule).action, (k.rule).from_state,"
        " (k.rule).role, k.pending, (k.rule).position FROM room.known_step k"
        " JOIN room.known_login l ON l.login = k.login AND l.person = k.person AND l.days = k.days"
        " JOIN room.case_transition t ON t = k.rule AND t.pending_from = k.pending JOIN room.room_info i ON i = k.info"
    )
    return {row[:4]: row[4:] for row in rows}


def test_the_steps_kept_for_a_login_are_those_of_the_transition_table(own_room):
    """After every change of what they are worked out from."""
    changes = (
        "SELECT 1",
        "DELETE FROM room.staff_role WHERE role = 'shift_leader'",
        "INSERT INTO room.class_profile SELECT (jsonb_populate_record(p, jsonb_build_object('profile', 'own',"
        " 'is_default', false))).* FROM room.class_profile p WHERE is_default",
        "INSERT INTO room.case_transition SELECT (jsonb_populate_record(t, jsonb_build_object('profile', 'own'))).*"
        " FROM room.case_transition t WHERE action <> 'close'",
        "UPDATE room.case_transition SET position = -position, pending_from = 'none' WHERE action = 'void'",
        "UPDATE room.case_state SET is_open = false WHERE state = 'suspended'",
        "DELETE FROM room.case_transition WHERE profile = 'own'",
    )
    for change in changes:
        own_room.query(change)
        assert len(kept(own_room)) == own_room.one("SELECT count(*) FROM room.known_step") > 50
        assert kept(own_room) == allowed(own_room)
