"""Grids for a second sweep are drawn by lot, each once before any comes again, and nobody draws until he likes it."""

import hashlib
import uuid
from collections import Counter

import pytest
from little_room import GRIDS, SUBDISTRICT

from community_brain_plugin.errors import RoomError
from community_brain_plugin.patrols import checks

DRAWS = "SELECT details FROM desk.room_log WHERE subject = 'patrol' AND key = 'checks' ORDER BY entry_no"


def draw(room, count: int, post: str = "shift_leader", request: uuid.UUID | None = None) -> int:
    return checks.draw(room.session(post), count, request or uuid.uuid4())


def test_every_grid_is_drawn_once_before_any_comes_again(own_room):
    assert checks.standing(own_room.session("acceptor")) == checks.Checks(total=4)
    times: Counter[str] = Counter()
    for count in (3, 3, 1, 2, 4, 3):
        assert draw(own_room, count) == count
        last = [row["grid_code"] for row in checks.standing(own_room.session("acceptor")).last]
        assert len(set(last)) == count, "nobody is sent twice to one grid by one draw"
        times.update(last)
        assert max(times[grid] for grid in GRIDS) - min(times[grid] for grid in GRIDS) <= 1
    assert times == dict.fromkeys(GRIDS, 4)
    standing = checks.standing(own_room.session("evaluator"))
    assert (standing.round_no, standing.drawn, standing.total, standing.by) == (4, 4, 4, "shift_leader")
    assert draw(own_room, 100, "evaluator") == 4, "not more than there are"
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_a_draw_can_be_worked_out_afterwards_and_is_another_each_time(own_room):
    for _ in range(3):
        draw(own_room, 4)
    details = [row[0] for row in own_room.query(DRAWS, post="acceptor")]
    for entry in details:
        order = sorted(GRIDS, key=lambda grid: hashlib.sha256((entry["lot"] + grid).encode()).digest())
        assert entry["grids"] == order
    assert len({entry["lot"] for entry in details}) == 3


def test_a_draw_sent_again_draws_nothing_anew(own_room):
    request = uuid.uuid4()
    assert [draw(own_room, 2, request=request) for _ in range(3)] == [2, 2, 2]
    assert len(own_room.query(DRAWS, post="acceptor")) == 1


@pytest.mark.parametrize(
    ("post", "count", "code"),
    [("acceptor", 1, "wrong_role"), ("collector", 1, "wrong_role"), ("officer", 1, "wrong_role"),
     ("shift_leader", 0, "bad_value"), ("shift_leader", -1, "bad_value"), ("evaluator", 1001, "bad_value")],
)  # fmt: skip
def test_who_is_checked_draws_nothing(room, post, count, code):
    with pytest.raises(RoomError) as caught:
        draw(room, count, post)
    assert caught.value.code == f"room.{code}"


def test_units_and_neighbours_do_not_learn_which_grids_are_checked(own_room):
    draw(own_room, 4)
    for post in ("officer", "worker", "neighbour", "neighbour_officer"):
        assert own_room.query("SELECT * FROM desk.patrol_check", post=post) == [], post
