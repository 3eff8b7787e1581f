"""Two rooms, gone between by their names: rows, map and drafts are always those of the room that is open."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from desk_window import Desk, open_desk, settings
from little_room import LittleRoom, furnish, furnished_copy

from community_brain_plugin.database.connection import SERVICE


@pytest.fixture
def rooms(cluster, template) -> Iterator[list[LittleRoom]]:
    """Two little rooms on one server."""
    with ExitStack() as stack:
        found = []
        for _ in range(2):
            room = stack.enter_context(contextmanager(furnished_copy)(cluster, template))
            furnish(room.connect(autocommit=False))
            found.append(room)
        yield found


@pytest.fixture
def home(rooms, tmp_path) -> Path:
    """A private room's folder, for the desk to begin with: the first room's."""
    services = tmp_path / "home" / "services"
    services.mkdir(parents=True)
    lines = [f"[{SERVICE}]", *(f"{key}={value}" for key, value in rooms[0].parameters("acceptor").items()), ""]
    (services / "acceptor.conf").write_text("\n".join(lines), encoding="utf-8")
    return services.parent


@pytest.mark.slow
def test_between_two_rooms_nothing_of_one_is_taken_for_the_other_s(rooms, home, tmp_path):
    north, south = rooms
    number = north.case(north.case_in("pending_dispatch"))["case_number"]
    in_south = [south.case(south.case_in(state))["case_number"] for state in ("handling", "pending_dispatch")]
    assert number == in_south[0], "two rooms number alike: the number tells nothing"
    with open_desk(tmp_path, "desk", {"COMMUNITY_BRAIN_HOME": str(home)}, settings("acceptor", "en_US")) as desk:
        desk.wait_ready()
        enter_by_hand(desk, "north", north)
        desk.choose(number)
        desk.key("D")
        desk.wait(lambda: desk.form() != "", "the form")
        desk.go_to("reason")
        desk.keys("written in the north")
        layers = desk.room_of_layers()
        enter_by_hand(desk, "south", south)
        assert sorted(desk.numbers()) == sorted(in_south)
        assert desk.state(number) == "handling"
        assert len(desk.room_of_layers()) == 1
        assert desk.room_of_layers() != layers
        desk.choose(number)
        desk.key("D")
        assert desk.form() == "", "handling has no dispatch, and no draft of another room's"
        enter_by_name(desk, "north")
        assert desk.numbers() == [number]
        assert desk.room_of_layers() == layers
        desk.choose(number)
        desk.key("D")
        desk.wait(lambda: desk.form() != "", "the form")
        assert desk.written()["reason"] == "written in the north"
        assert desk.problems() == []


def enter_by_hand(desk: Desk, name: str, room: LittleRoom) -> None:
    """Write a server into the dialog, give it a name, and open it."""
    where = room.parameters("dispatcher")
    desk.choose_room()
    desk.wait(desk.has_dialog, "the dialog")
    desk.rewrite("profile_name", name)
    desk.turn_to("Server")
    for field, text in (("host", where["host"]), ("database", where["dbname"]), ("user", where["user"])):
        desk.rewrite(field, text)
    open_it(desk, "user")


def enter_by_name(desk: Desk, name: str) -> None:
    """Open a room by the name it was kept under."""
    desk.choose_room()
    desk.wait(desk.has_dialog, "the dialog")
    desk.rewrite("profile_name", name)
    open_it(desk, "profile_name")


def open_it(desk: Desk, field: str) -> None:
    """Press Enter in a field, and wait for the room."""
    desk.enter(field)
    desk.wait(lambda: not desk.has_dialog(), "the dialog to close")
    desk.wait(desk.is_ready, "the room", 60)
    desk.wait(lambda: desk.roles() == ["dispatcher"], "the dispatcher's room")
    desk.click_queue()
