"""Plans of patrol: what a planner saves, the shift leader publishes, and every desk of the subdistrict then shows."""

import datetime as dt
import uuid

import pytest
from little_room import ORIGIN, SUBDISTRICT
from patrol_plans import CHINA, plan_of, route

from community_brain_plugin.database.difference import LIVE
from community_brain_plugin.errors import RoomError
from community_brain_plugin.patrols import plans
from community_brain_plugin.patrols.plans import LeftOut, Plan, Route, Stop


def refused(code: str, action, *arguments: object) -> dict:
    with pytest.raises(RoomError) as caught:
        action(*arguments)
    assert caught.value.code == f"room.{code}"
    assert "–" not in str(caught.value)
    arguments[0].rollback()
    return caught.value.params


@pytest.fixture
def seats(room):
    return {post: room.connect(post, autocommit=False) for post in ("planner", "shift_leader", "dispatcher", "worker")}


def test_a_plan_is_read_as_it_was_saved_and_its_figures_come_of_its_routes(room, seats):
    made = plan_of(room, "早班", ["a", "b", "c"], ["d"], parameters={"SPEED": 4})
    first = made.routes[0]
    stop = Stop("井盖", first.starts_at, first.starts_at + dt.timedelta(minutes=2), ORIGIN)
    routes = [
        Route(1, first.starts_at, first.ends_at, 300.0, first.legs, [stop], "collector", "1003"), made.routes[1]
    ]  # fmt: skip
    missed = LeftOut("z", "断头路", 50.0, "No street leads there.", [ORIGIN, (ORIGIN[0], ORIGIN[1] + 50.0)])
    whole = Plan("早班", routes, [missed], plans.COVER, 2.5, made.parameters)
    answer = plans.save(seats["planner"], whole)
    assert (answer.version, answer.state, answer.repeated) == (1, plans.DRAFT, False)
    assert plans.load(seats["dispatcher"], answer.plan_id) == whole
    (entry,) = [entry for entry in plans.listed(seats["dispatcher"]) if entry.plan_id == answer.plan_id]
    assert (entry.officers, entry.metres, entry.longest_minutes, entry.left_out) == (2, 400.0, 3.0, 1)
    assert (round(entry.gap, 9), entry.fairness, entry.made_by_name) == (0.2, 1.5, "planner")
    assert plans.named(seats["dispatcher"], "早班").plan_id == answer.plan_id


def test_who_plans_does_not_publish_and_handling_units_see_none_of_it(room, seats):
    answer = plans.save(seats["planner"], plan_of(room, "ours", ["a"]))
    refused("wrong_role", plans.publish, seats["planner"], answer.plan_id, 1)
    refused("wrong_role", plans.save, seats["dispatcher"], plan_of(room, "mine", ["a"]))
    assert plans.publish(seats["shift_leader"], answer.plan_id, 1).state == plans.PUBLISHED
    assert room.query("SELECT count(*) FROM desk.patrol_live", post="dispatcher") == [(1,)]
    for post in ("worker", "neighbour"):
        for table in ("patrol_plan", "patrol_route", "patrol_leg"):
            assert room.query(f"SELECT plan_id FROM room.{table}", post=post) == []
        assert room.query("SELECT * FROM desk.patrol_live", post=post) == []
        assert room.query("SELECT * FROM room.change WHERE subject = 'patrol'", post=post) == []
        refused("unknown_patrol", plans.one, room.connect(post, autocommit=False), answer.plan_id)


def test_a_shift_walks_by_one_plan_and_the_log_says_which_took_its_place(own_room):
    own_room.query(
        "INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at) SELECT %s, '早班', 'Early shift',"
        " (room.room_today() + 1 + time '08:00') AT TIME ZONE 'Asia/Shanghai',"
        " (room.room_today() + 1 + time '16:00') AT TIME ZONE 'Asia/Shanghai'",
        (SUBDISTRICT,),
    )
    planner, leader = (own_room.connect(post, autocommit=False) for post in ("planner", "shift_leader"))
    old = plans.save(planner, plan_of(own_room, "old", ["a"]))
    new = plans.save(planner, plan_of(own_room, "new", ["b"], ["c"]))
    other_day = plans.save(planner, plan_of(own_room, "later", ["b"], days=2))
    assert (plans.one(leader, old.plan_id).shift_en, plans.one(leader, other_day.plan_id).shift_en) == (
        "Early shift",
        None,
    )
    for answer in (old, other_day):
        plans.publish(leader, answer.plan_id, 1)
    before = own_room.one("SELECT max(change_no) FROM room.change")
    published = plans.publish(leader, new.plan_id, 1)
    # Sent again after a lost connection: it is done already.
    assert plans.publish(leader, new.plan_id, 1) == plans.Answer(new.plan_id, published.version, plans.PUBLISHED, True)
    assert {plan.name: plan.state for plan in plans.listed(planner)} == {
        "old": plans.WITHDRAWN, "new": plans.PUBLISHED, "later": plans.PUBLISHED
    }  # fmt: skip
    assert plans.named(planner, "").name == "new"
    # Every desk is told of each route that comes or goes, by the key it is read by.
    told = own_room.query("SELECT key FROM room.change WHERE change_no > %s AND subject = 'patrol'", (before,))
    assert {LIVE["patrol"].read_key(key) for (key,) in told} == {
        f"{old.plan_id}/1", f"{new.plan_id}/1", f"{new.plan_id}/2"
    }  # fmt: skip
    log = "SELECT action, details ->> 'by' FROM desk.room_log WHERE subject = 'patrol' AND key = %s ORDER BY entry_no"
    assert own_room.query(log, (str(old.plan_id),), "dispatcher") == [
        ("saved", None), ("published", None), ("replaced", str(new.plan_id))
    ]  # fmt: skip
    plans.withdraw(leader, new.plan_id, published.version)
    assert plans.publish(leader, old.plan_id, 3).state == plans.PUBLISHED
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "dispatcher") == []


def test_what_is_over_published_or_seen_in_another_version_is_refused_in_words(room, seats):
    planner, leader = seats["planner"], seats["shift_leader"]
    gone = plans.save(planner, plan_of(room, "yesterday", ["a"], days=-1))
    refused("patrol_over", plans.publish, leader, gone.plan_id, 1)
    answer = plans.save(planner, plan_of(room, "far", ["a"], days=9))
    assert refused("stale_patrol", plans.publish, leader, answer.plan_id, 2)["version"] == 1
    version = plans.publish(leader, answer.plan_id, 1).version
    # What the database alone can say: no second one at the same time, whoever writes.
    refused("patrol_state", plans.publish, room.connect("night", autocommit=False), answer.plan_id, version)
    refused("wrong_role", plans.assign, planner, answer.plan_id, 1, "1003", version)
    version = plans.assign(leader, answer.plan_id, 1, "1003", version).version
    assert plans.load(leader, answer.plan_id).routes[0].name == "collector"
    refused("unknown_worker", plans.assign, leader, answer.plan_id, 1, "9999", version)
    version = plans.withdraw(leader, answer.plan_id, version).version
    refused("patrol_kept", plans.delete, leader, answer.plan_id, version)
    refused("foreign_result", plans.delete, room.connect("analyst", autocommit=False), gone.plan_id, 1)
    plans.delete(planner, gone.plan_id, 1)
    refused("unknown_patrol", plans.load, planner, gone.plan_id)


def test_a_plan_sent_twice_is_saved_once_and_one_without_sense_not_at_all(room, seats):
    request, planner = str(uuid.uuid4()), seats["planner"]
    made = plan_of(room, "once", ["a"])
    first = plans.save(planner, made, request)
    assert plans.save(planner, made, request) == plans.Answer(first.plan_id, 1, plans.DRAFT, True)
    for bad, code in (
        (Plan("", made.routes), "bad_value"),
        (Plan("x", []), "value_required"),
        (Plan("x", made.routes, goal="fun"), "bad_value"),
        (Plan("x", [route(1, made.routes[0].starts_at, ["a"], staff_number="9999")]), "unknown_worker"),
    ):
        refused(code, plans.save, planner, bad)
    assert room.one("SELECT count(*) FROM room.patrol_plan WHERE name IN ('once', 'x')") == 1


def test_two_plans_are_compared_street_by_street(room, seats):
    one = plans.save(seats["planner"], plan_of(room, "one", ["a", "b"], ["c"]))
    other = plans.save(seats["planner"], plan_of(room, "other", ["a"], ["b", "c", "d"]))
    moved = plans.compare(seats["dispatcher"], one.plan_id, other.plan_id)
    assert [(street.ref, street.officers, street.other_officers) for street in moved] == [
        ("b", [1], [2]), ("d", [], [2])
    ]  # fmt: skip
    refused("unknown_patrol", plans.compare, seats["dispatcher"], one.plan_id, 0)


def test_officers_are_those_who_stand_in_the_shift(own_room):
    own_room.query(
        "WITH s AS (INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at)"
        " VALUES (%s, '早班', 'Early', '2026-03-02 08:00+08', '2026-03-02 16:00+08') RETURNING subdistrict, shift_id)"
        " INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)"
        " SELECT s.subdistrict, s.shift_id, r.number, r.role FROM s"
        " CROSS JOIN (VALUES ('1003', 'collector'), ('1010', 'collector'), ('1004', 'dispatcher')) r(number, role)",
        (SUBDISTRICT,),
    )
    planner = own_room.connect("planner", autocommit=False)
    assert plans.on_duty(planner, dt.datetime(2026, 3, 2, 9, tzinfo=CHINA)) == [
        ("1003", "collector"), ("1010", "night")
    ]  # fmt: skip
    assert plans.on_duty(planner, dt.datetime(2026, 3, 2, 17, tzinfo=CHINA)) == []
