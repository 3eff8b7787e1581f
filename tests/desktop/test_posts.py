"""Every post's day by keyboard alone, in Chinese and in English: a handling unit, its worker, and the room's posts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_walk import DeskWalk
from desk_window import open_desk, settings
from little_room import POSTS, PROPERTY, SUBDISTRICT, LittleRoom, furnish, furnished_copy

from community_brain_plugin.database.connection import SERVICE

#: Who sits at each post of the dialog.
SEATS = {
    "department": "officer", "worker": "worker", "dispatcher": "dispatcher", "shift_leader": "shift_leader",
    "acceptor": "acceptor", "collector": "collector",
}  # fmt: skip
_AGAIN = ("dispatcher", "redispatch", {"department_code": PROPERTY, "reason": "theirs after all"})
_BACK = ("officer", "return_to_dispatcher", {"reason": "not ours"})


@pytest.fixture
def room(cluster, template) -> Iterator[LittleRoom]:
    """A little room."""
    for little in furnished_copy(cluster, template):
        furnish(little.connect(autocommit=False))
        yield little


@pytest.fixture
def home(room, tmp_path) -> Path:
    """A private room's folder as the desk needs it: one service file a post."""
    services = tmp_path / "home" / "services"
    services.mkdir(parents=True)
    for post, who in SEATS.items():
        lines = [f"[{SERVICE}]", *(f"{key}={value}" for key, value in room.parameters(who).items()), ""]
        (services / f"{post}.conf").write_text("\n".join(lines), encoding="utf-8")
    return services.parent


@pytest.mark.slow
@pytest.mark.parametrize(("locale", "screen"), [("zh-Hans", "1920x1080"), ("en_US", "1366x768")], ids=["zh", "en"])
def test_every_post_takes_its_daily_steps_without_a_mouse(room, home, tmp_path, locale, screen):
    environment = {"COMMUNITY_BRAIN_HOME": str(home)}
    with open_desk(tmp_path, locale, environment, settings("department", locale), screen) as window:
        window.wait_ready()
        day = Day(window, room, locale)
        day.department()
        day.worker()
        day.dispatcher()
        day.shift_leader()
        day.acceptor()
        day.collector()
        assert window.problems() == []
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


class Day(DeskWalk):
    """The posts one after the other at one window; what one hands on the next takes up."""

    def __init__(self, window, room: LittleRoom, locale: str) -> None:
        super().__init__(window, f"posts-{locale}")
        self._room = room
        self._post = "department"
        self._begun = [room.case_in("pending_handle") for _ in range(2)]
        self._given, self._done = room.case_in("handling"), room.case_in("handle_finish")
        self._ready, self._waiting = room.case_in("feedback"), room.case_in("pending_handle")
        self._bounced, self._found = room.case_in("returned_dispatcher"), room.case_in("reported")
        room.walk(self._bounced, [_AGAIN, _BACK, _AGAIN, _BACK])
        self._judged = room.case_in("checking")
        room.pictured("collector", self._judged, "check_result", passed=True)

    def department(self) -> None:
        """Give an order to a worker, confirm what one has done, ask for more time, and send back what is not ours."""
        to_assign, to_return = self._begun
        self._begin(to_assign, "A")
        self.window.key("End")
        self.look("department-A")
        self._end(to_assign, "handling")
        assert self._room.case(to_assign)["handler"] == POSTS["worker"][0]
        self._take(self._done, "C", "feedback")
        self._take(self._given, "E", "handling", "spare part is on its way")
        self._take(to_return, "R", "returned_dispatcher", "not our ground")

    def worker(self) -> None:
        """Hand in, with a picture of the result."""
        self._sit_at("worker")
        self._begin(self._begun[0], "H")
        self.paste_picture()
        self.look("worker-H")
        self._end(self._begun[0], "handle_finish")

    def dispatcher(self) -> None:
        """Send out again, give more time, hand on, and ask to put on hold."""
        self._sit_at("dispatcher")
        self._take(self._begun[1], "D", "pending_handle")
        self._take(self._given, "E", "handling")
        self._take(self._ready, "K", "pending_check")
        self._begin(self._waiting, "P")
        self.window.go_to("reason")
        self.window.keys("road works")
        self.look("dispatcher-P")
        self._end(self._waiting, "pending_handle")

    def shift_leader(self) -> None:
        """Put on hold what was asked for, rule on a third return, urge, and end by force, which asks once."""
        self._sit_at("shift_leader")
        self._take(self._waiting, "P", "suspended")
        self._take(self._bounced, "J", "returned_dispatcher", "yours, by the list of duties")
        self._take(self._begun[1], "U", "pending_handle", "rain tonight")
        self._take(self._given, "X", "closed", "demolished", asks=True)

    def acceptor(self) -> None:
        """Have a report verified, have a result checked, close what was checked, and report and void."""
        self._sit_at("acceptor")
        self._take(self._found, "Y", "verifying")
        self._take(self._ready, "K", "checking")
        self._take(self._judged, "C", "closed")
        nothing = self._room.report()["case_id"]
        self._take(nothing, "V", "void", "nothing there", asks=True)

    def collector(self) -> None:
        """Say what was found on the spot, before filing and after handling."""
        self._sit_at("collector")
        self._take(self._found, "Y", "reported", "car in the fire lane")
        self._begin(self._ready, "K")
        self.paste_picture()
        self.window.key("Space")
        self.window.go_to("finding")
        self.window.keys("lane is free")
        self.look("collector-K")
        self._end(self._ready, "pending_check")

    def _sit_at(self, post: str) -> None:
        height = self.window.case_height()
        self.window.sit_at(post)
        self.window.wait(lambda: self.window.is_ready() and self.window.roles() == [post], f"the room of the {post}")
        self.window.wait(lambda: abs(self.window.case_height() - height) <= 2, "the case file to be as tall as before")
        self._post = post

    def _take(self, case: int, letter: str, state: str, text: str = "", *, asks: bool = False) -> None:
        """Choose a case file, press the letter, write, look, Enter; once more where the consequence is said."""
        self._begin(case, letter)
        if text:
            self.window.keys(text)
        if asks:
            self.window.key("Return")
        self.look(f"{self._post}-{letter}")
        self._end(case, state)

    def _begin(self, case: int, letter: str) -> None:
        self.choose(self._room.case(case)["case_number"])
        self.open(letter)

    def _end(self, case: int, state: str) -> None:
        before = self._room.case(case)["version"]
        self.window.key("Return")
        self.window.wait(lambda: self._room.case(case)["version"] > before, f"the step: {self.window.form()}")
        assert self._room.case(case)["state"] == state
        self.wait_for_queue()
