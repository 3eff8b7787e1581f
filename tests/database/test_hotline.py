"""A caller's name and number are supervision's, for a while; the call that is owed is not forgotten."""

import threading
import time

import pytest
from little_room import POSTS, PROPERTY, SUBDISTRICT, LittleRoom

from community_brain_plugin.database import service
from community_brain_plugin.errors import RoomError

CALLER = {"name": "李女士", "phone": "13800000000", "callback_owed": True}
STANDING = "SELECT standing, name, phone, callback_owed FROM desk.reporter_of(%s)"
OWED = "SELECT case_id FROM desk.callback_owed"
CALL = "SELECT desk.called_back(%s, %s, %s)"


def called(room: LittleRoom, **contact: object) -> int:
    """Take a call in, and dispatch what it is about."""
    case = room.report(source="hotline", contact={**CALLER, **contact})["case_id"]
    room.step("acceptor", case, "file", condition_no=1)
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    return case


def owed(room: LittleRoom, post: str) -> set[int]:
    return {case for (case,) in room.query(OWED, post=post)}


@pytest.mark.parametrize("post", [post for post in POSTS if not post.startswith("neighbour")])
def test_only_supervision_reads_who_called_and_everybody_else_is_told_that_it_is_withheld(room, post):
    case = called(room)
    shown = room.query(STANDING, (case,), post)
    if post in ("acceptor", "shift_leader", "night"):
        assert shown == [("shown", "李女士", "13800000000", True)]
        assert case in owed(room, post)
    else:
        assert shown == ([] if post.startswith("other_") else [("withheld", None, None, None)])
        assert owed(room, post) == set()


def test_where_nobody_left_a_contact_nothing_is_withheld(room):
    case = room.report()["case_id"]
    assert room.query(STANDING, (case,), "dispatcher") == [("none", None, None, None)]


def test_next_door_learns_nothing(room):
    assert room.query(STANDING, (called(room),), "neighbour") == []


def test_a_call_back_says_who_and_when_and_is_owed_until_somebody_answers(own_room):
    case = called(own_room)
    assert own_room.one(CALL, (case, False, "busy"), "acceptor")
    assert owed(own_room, "acceptor") == {case}
    assert own_room.one(CALL, (case, True, "satisfied"), "shift_leader")
    assert owed(own_room, "acceptor") == set()
    assert not own_room.one(CALL, (case, True, None), "shift_leader"), "a repeated call changes nothing"
    statement = "SELECT called_back_by, called_back_at IS NOT NULL FROM desk.reporter_of(%s)"
    assert own_room.query(statement, (case,), "acceptor") == [("1002", True)]
    log = "SELECT action, staff_number FROM desk.room_log WHERE subject = 'callback' ORDER BY entry_no"
    assert own_room.query(log, post="acceptor") == [("not_reached", "1001"), ("called_back", "1002")]
    assert own_room.query(log, post="dispatcher") == [], "what a caller said is supervision's too"
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


@pytest.mark.parametrize(
    ("post", "reached", "code"),
    [("dispatcher", True, "wrong_role"), ("worker", True, "wrong_role"), ("acceptor", None, "value_required"),
     ("neighbour", True, "no_contact")],
)  # fmt: skip
def test_nobody_else_says_that_a_caller_was_called_back(room, post, reached, code):
    with pytest.raises(RoomError) as caught:
        room.query(CALL, (called(room), reached, None), post)
    assert caught.value.code == f"room.{code}"


def test_the_room_keeps_a_contact_as_long_as_it_says_and_the_service_deletes_it(own_room):
    own_room.query("INSERT INTO room.setting VALUES (%s, 'contact_days', '30')", (SUBDISTRICT,))
    kept, expired = called(own_room), called(own_room)
    statement = "SELECT round(extract(epoch FROM expires_at - room.room_now()) / 86400)::int FROM desk.reporter_of(%s)"
    days = own_room.one(statement, (kept,), "acceptor")
    assert days == 30
    own_room.query(
        "UPDATE room.reporter_contact SET expires_at = room.room_now() - interval '1 second' WHERE case_id = %s",
        (expired,),
    )
    assert own_room.query(STANDING, (expired,), "acceptor") == [("none", None, None, None)], "before it is deleted too"
    with pytest.raises(RoomError) as caught:
        own_room.query(CALL, (expired, True, None), "acceptor")
    assert caught.value.code == "room.no_contact"
    stop = threading.Event()
    serving = threading.Thread(target=service.serve, args=(lambda: own_room.connect("service"), stop))
    serving.start()
    until = time.monotonic() + 10
    while own_room.one("SELECT count(*) FROM room.reporter_contact") > 1 and time.monotonic() < until:
        time.sleep(0.1)
    stop.set()
    serving.join(5)
    assert own_room.query("SELECT case_id FROM room.reporter_contact") == [(kept,)]
    log = "SELECT action, case_id, details FROM desk.room_log WHERE subject = 'callback'"
    assert own_room.query(log, post="acceptor") == [("expired_owed", expired, {})], "what was still owed is known"


def test_a_callers_name_is_in_no_log_and_no_handover(own_room):
    case = called(own_room)
    own_room.query(CALL, (case, False, None), "acceptor")
    own_room.query("SELECT desk.handover_prepare()", post="shift_leader")
    for table in ("case_log", "room_log", "outbox", "handover", "change"):
        rows = own_room.query(f"SELECT to_jsonb(t)::text FROM room.{table} t")
        assert "李女士" not in str(rows), table
        assert "13800000000" not in str(rows), table
