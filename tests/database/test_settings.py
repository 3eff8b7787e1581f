"""What the room goes by is changed by its leaders alone, within sense, and everybody can see who changed it."""

import threading
from datetime import timedelta

import pytest
from little_room import PROPERTY, SUBDISTRICT
from psycopg2.extras import Json

from community_brain_plugin.cases import settings
from community_brain_plugin.cases.settings import Settings
from community_brain_plugin.errors import RoomError

SET = "SELECT desk.set_setting(%s, %s)"


def test_where_nothing_is_set_the_desk_shows_what_the_database_takes(own_room):
    assert settings.read(own_room.session("acceptor")) == Settings((), 10, 90, 30)
    case = own_room.report(contact={"name": "李女士"})["case_id"]
    kept = "SELECT expires_at - c.first_found_at FROM room.reporter_contact JOIN room.case_file c USING (case_id)"
    assert own_room.one(f"{kept} WHERE case_id = %s", (case,)) == timedelta(days=90)


@pytest.mark.parametrize("post", ["shift_leader", "admin"])
def test_a_leader_changes_settings_and_the_log_says_who_and_what_stood_before(own_room, post):
    session = own_room.session(post)
    settings.write(session, {"contact_days": 30, "webhook_hosts": ["Orders.Example:8443", "10.0.0.7"]})
    settings.write(session, {"contact_days": 30})
    settings.write(session, {"contact_days": 14})
    assert settings.read(own_room.session("acceptor")) == Settings(("10.0.0.7", "orders.example:8443"), 10, 14, 30)
    log = [(row["key"], row["staff_name"], row["details"]) for row in settings.changes(own_room.session("acceptor"))]
    assert log[0] == ("contact_days", post, {"before": 30, "value": 14})
    assert len(log) == 3, "what stays as it is leaves no trace"
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []
    case = own_room.report(contact={"name": "李女士"})["case_id"]
    until = "SELECT expires_at < now() + interval '15 days' FROM room.reporter_contact WHERE case_id = %s"
    assert own_room.one(until, (case,))


@pytest.mark.parametrize("post", ["acceptor", "dispatcher", "collector", "officer", "analyst", "evaluator", "service"])
def test_nobody_else_changes_a_setting(room, post):
    with pytest.raises(RoomError) as caught:
        room.query(SET, ("contact_days", Json(1)), post)
    assert caught.value.code in ("room.wrong_role", "room.not_staff")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("nothing", 1), (None, 1),
        ("contact_days", 0), ("contact_days", 3651), ("contact_days", 1.5), ("contact_days", "30"),
        ("contact_days", None), ("webhook_attempts", -1), ("webhook_attempts", 101), ("webhook_attempts", [3]),
        ("track_days", 367),
        ("reports_per_hour", 0), ("result_megabytes", 10**7), ("track_megabytes", -1),
        ("duplicate_metres", 1001), ("duplicate_hours", 0),
        ("webhook_hosts", "orders.example"), ("webhook_hosts", ["http://orders.example"]), ("webhook_hosts", [""]),
        ("webhook_hosts", ["a b"]), ("webhook_hosts", ["orders.example:0"]), ("webhook_hosts", ["x:99999999999"]),
        ("webhook_hosts", [None]), ("webhook_hosts", [["a"]]), ("webhook_hosts", ["a"] * 101), ("webhook_hosts", {}),
        ("webhook_hosts", ["orders.example/path"]), ("webhook_hosts", ["user@orders.example"]),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_changes(room, key, value):
    with pytest.raises(RoomError) as caught:
        room.query(SET, (key, Json(value)), "shift_leader")
    assert caught.value.code == "room.bad_value"
    assert settings.read(room.session("shift_leader")) == Settings()


def test_the_administrator_alone_says_how_far_apart_the_axes_are_kept_and_the_log_says_so(own_room):
    profile = "SELECT desk.whoami() ->> 'axes_profile'"
    for value, code in (("joint_room", "room.wrong_role"), ("strict", "room.wrong_role")):
        with pytest.raises(RoomError) as caught:
            own_room.query(SET, ("axes_profile", Json(value)), "shift_leader")
        assert caught.value.code == code
    for value in ("Joint", None, True, ["joint_room"]):
        with pytest.raises(RoomError) as caught:
            own_room.query(SET, ("axes_profile", Json(value)), "admin")
        assert caught.value.code == "room.bad_value"
    case = own_room.report("night")["case_id"]
    own_room.step("night", case, "file", condition_no=1)
    assert own_room.refusal("night", case, "dispatch", department_code=PROPERTY).code == "room.wrong_axis"
    settings.write(own_room.session("admin"), {"axes_profile": "joint_room"})
    assert own_room.one(profile, (), "night") == "joint_room"
    own_room.step("night", case, "dispatch", department_code=PROPERTY)
    (change,) = settings.changes(own_room.session("acceptor"))
    assert (change["key"], change["staff_name"], change["details"]) == (
        "axes_profile", "admin", {"value": "joint_room"}
    )  # fmt: skip
    assert settings.read(own_room.session("acceptor")) == Settings(axes_profile="joint_room")


def test_several_changes_are_made_together_or_not_at_all(own_room):
    session = own_room.connect("shift_leader", autocommit=False)
    with pytest.raises(Exception, match=r"room\.bad_value"):
        settings.write(session, {"contact_days": 30, "webhook_attempts": 0})
    session.rollback()
    assert settings.read(own_room.session("acceptor")) == Settings()


def test_two_leaders_at_once_leave_one_whole_log(own_room):
    sessions = [own_room.connect(post) for post in ("shift_leader", "admin") for _ in range(3)]

    def change(session, days: int) -> None:
        with session.cursor() as cursor:
            cursor.execute(SET, ("contact_days", Json(days)))

    threads = [threading.Thread(target=change, args=(session, 20 + n)) for n, session in enumerate(sessions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    log = settings.changes(own_room.session("acceptor"), most=20)
    assert len(log) == 6
    assert settings.read(own_room.session("acceptor")).contact_days == log[0]["details"]["value"]
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_a_neighbours_settings_are_his_own(own_room):
    settings.write(own_room.session("shift_leader"), {"contact_days": 30})
    assert settings.read(own_room.session("neighbour")) == Settings()
    assert settings.changes(own_room.session("neighbour")) == []


def test_locked_periods_are_listed_with_who_locked_them(own_room):
    session = own_room.session("evaluator")
    today = own_room.one("SELECT room.room_today()")
    settings.lock_period(session, today - timedelta(days=40), today - timedelta(days=10))
    (period,) = settings.periods(own_room.session("shift_leader"))
    assert (period["first"], period["last"]) == (today - timedelta(days=40), today - timedelta(days=10))
    assert period["locked_by"] == "evaluator"
