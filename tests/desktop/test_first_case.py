"""A first case from report to close, by three posts at real QGIS windows, with mouse and keyboard; and a killed one."""

import json
import threading
import time
from pathlib import Path

import pytest
from desk_window import PICTURES, open_desk, settings
from little_room import ORIGIN, LittleRoom, furnish

from community_brain_plugin.database.connection import SERVICE, connect
from community_brain_plugin.database.service import serve

#: What another desk may take to show a step.
SECOND = 1.0
#: CPU seconds between two beats of a window: opening and showing what a step needs takes a twentieth of it.
MOST_WORK = 2.0
POSTS = ("acceptor", "dispatcher", "collector")


@pytest.fixture
def room(database):
    """A little room with nobody's case files in it, and its resident service."""
    little = LittleRoom(database.cluster, database.name)
    connection = little.connect(autocommit=False)
    furnish(connection)
    connection.commit()
    stop = threading.Event()
    way_in = little.parameters("service")
    resident = threading.Thread(target=serve, args=(lambda: connect(way_in, autocommit=True), stop), daemon=True)
    resident.start()
    yield little
    stop.set()
    resident.join(5)
    little.close()


@pytest.fixture
def home(room, tmp_path) -> Path:
    """A private room's folder as the desks need it: one service file a post."""
    services = tmp_path / "home" / "services"
    services.mkdir(parents=True)
    for post in POSTS:
        lines = [f"[{SERVICE}]", *(f"{key}={value}" for key, value in room.parameters(post).items())]
        (services / f"{post}.conf").write_text("\n".join([*lines, ""]), encoding="utf-8")
    return services.parent


@pytest.mark.slow
def test_a_first_case_from_report_to_close(room, home, tmp_path):
    environment = {"COMMUNITY_BRAIN_HOME": str(home)}
    with (
        open_desk(tmp_path, "acceptor", environment, settings("acceptor", "zh-Hans")) as acceptor,
        open_desk(tmp_path, "dispatcher", environment, settings("dispatcher", "en_US"), "1366x768") as dispatcher,
    ):
        acceptor.wait_ready()
        dispatcher.wait_ready()
        number = report_at_the_map(acceptor)
        choose_on_the_map(acceptor, number)
        file(acceptor, number)
        dispatch(dispatcher, number)
        record_handling(dispatcher, number)
        forward(dispatcher, number)
        send_check(acceptor, number)
        room.photograph("collector", case_id(room, number), "check")
        report_check(dispatcher, number)
        close(acceptor, number)
        assert_everybody_saw_it_at_once(room, number, acceptor, dispatcher)
        assert_nobody_was_held_up(acceptor, dispatcher)
        assert acceptor.problems() == []
        assert dispatcher.problems() == []
    assert room.query("SELECT * FROM desk.verify_log(%s)", (room.case(case_id(room, number))["subdistrict"],)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("screen", "scale", "locale"),
    [("1366x768", "1", "zh-Hans"), ("1920x1080", "1.5", "zh-Hans"), ("1920x1080", "1.5", "en_US")],
)
def test_the_desk_fits_small_and_dense_screens_and_leaves_nothing_behind(room, home, tmp_path, screen, scale, locale):
    for number in range(12):
        room.case_in(("reported", "pending_dispatch", "handling", "checking")[number % 4])
    environment = {"COMMUNITY_BRAIN_HOME": str(home), "QT_SCALE_FACTOR": scale}
    with open_desk(tmp_path, "dispatcher", environment, settings("dispatcher", locale), screen) as desk:
        desk.wait_ready()
        desk.click_queue()
        desk.key("F2")
        desk.key("D")
        desk.wait(lambda: desk.form() != "", "the form")
        desk.pause(500)
        desk.picture(str(PICTURES / f"size-{screen}-{scale}-{locale}.png"))
        assert desk.overflow() == []
        before = desk.layers()
        desk.new_project()
        desk.wait(lambda: desk.layers() == before, "the room in the new project")
        assert desk.reload() == []
        desk.wait(desk.is_ready, "the room to open again", 30)
        assert desk.problems() == []


@pytest.mark.slow
def test_what_somebody_was_writing_is_there_again_after_qgis_was_killed(room, home, tmp_path):
    number = case_number(room, room.case_in("handling"))
    other = case_number(room, room.case_in("feedback"))
    arguments = (tmp_path, "dispatcher", {"COMMUNITY_BRAIN_HOME": str(home)}, settings("dispatcher", "en_US"))
    with open_desk(*arguments) as desk:
        open_handled_form(desk, number)
        desk.keys("guard Zhang")
        kept = tmp_path / "dispatcher" / "profiles" / "desk" / "community_brain"
        desk.wait(lambda: any("guard Zhang" in one.read_text("utf-8") for one in kept.glob("drafts-*.json")), "a draft")
        desk.process.kill()
        desk.process.wait()
    with open_desk(*arguments) as desk:
        open_handled_form(desk, number)
        assert desk.written()["said_by"] == "guard Zhang"
        assert desk.state(number) == "handling", "what was only being written was not sent"
        assert_a_late_answer_leaves_whoever_writes_elsewhere(room, desk, other, number)
        assert desk.problems() == []


def assert_a_late_answer_leaves_whoever_writes_elsewhere(room, desk, late: str, number: str) -> None:
    """A step waits in the server; who has begun to write on another case file meanwhile goes on writing there."""
    holder = room.connect(autocommit=False)
    with holder.cursor() as cursor:
        cursor.execute("SELECT FROM room.case_file WHERE case_number = %s FOR UPDATE", (late,))
    desk.choose(late)
    desk.wait(lambda: desk.shown() == late, "the details")
    desk.key("K")
    desk.wait(lambda: desk.form().startswith("forward_to_supervision"), "the form")
    desk.key("Return")
    desk.choose(number)
    desk.key("H")
    desk.wait(lambda: desk.form().startswith("handled_on_behalf"), "the other form")
    assert desk.state(late) == "feedback"
    holder.rollback()
    holder.close()
    desk.wait(lambda: desk.state(late) == "pending_check", "the step to be taken")
    desk.pause(500)
    desk.keys(" and dog")
    assert desk.written()["said_by"] == "guard Zhang and dog"


def open_handled_form(desk, number: str) -> None:
    """Choose a case file as soon as the room is there, and press H."""
    desk.wait_ready()
    desk.wait(lambda: number in desk.numbers(), f"{number} in the queue")
    desk.choose(number)
    desk.wait(lambda: desk.shown() == number, "the details")
    desk.key("H")
    desk.wait(lambda: desk.form().startswith("handled_on_behalf"), "the form")


def assert_nobody_was_held_up(*desks) -> None:
    """Keep how long each window stood still at most; a busy machine lengthens that, so the work it did is judged."""
    beats = [desk.heartbeat() for desk in desks]
    (PICTURES / "heartbeat.json").write_text(json.dumps(beats), encoding="utf-8")
    for beat in beats:
        assert beat["beats"] > 100
        assert beat["work"] < MOST_WORK, beat


def report_at_the_map(desk) -> str:
    """N, the class by its pinyin initials, the place by a click on the map, Enter."""
    desk.click_queue()
    desk.key("N")
    desk.keys("zyxftd")
    desk.key("Return")
    desk.press("pick")
    desk.click_map(ORIGIN[0] + 50, ORIGIN[1] + 50)
    desk.wait(desk.intake_place, "the place to be taken from the map")
    assert desk.pin() is not None, "where the report lies is seen on the map"
    desk.wait(lambda: desk.focus().startswith("description"), "the focus to be back in the form")
    desk.keys("car in the fire lane")
    desk.picture(str(PICTURES / "1-report.png"))
    desk.key("Return")
    number = desk.wait(desk.numbers, "the report to arrive in the queue")[0]
    desk.wait(lambda: desk.shown() == number, "the new case file to be chosen")
    assert desk.pin() is None, "what was reported is no longer being written"
    return number


def choose_on_the_map(desk, number: str) -> None:
    """A click on the mark of a case file chooses its row."""
    desk.choose_nothing()
    assert desk.chosen() is None
    desk.click_map(ORIGIN[0] + 50, ORIGIN[1] + 50)
    desk.wait(lambda: desk.chosen() == number, "the row to follow the map")


def file(desk, number: str) -> None:
    """F: the filing condition is offered, Enter files."""
    take(desk, number, "F", "pending_dispatch", "2-file")


def dispatch(desk, number: str) -> None:
    """F2 finds what is unassigned, D offers the recommended unit, Enter dispatches; the slip can be copied."""
    desk.wait(lambda: desk.state(number) == "pending_dispatch", "the filed case file at the dispatcher's desk")
    desk.key("F2")
    desk.wait(lambda: desk.shown() == number, "F2 to choose the unassigned case file")
    desk.wait(lambda: "Anju Property" in desk.recommended(), "the recommendation")
    take(desk, number, "D", "pending_handle", "3-dispatch")
    desk.wait(lambda: desk.is_in_sight("copy_slip"), "the slip")
    desk.press("copy_slip")
    assert number in desk.clipboard()
    assert "Anju Property" in desk.clipboard()


def record_handling(desk, number: str) -> None:
    """H: who said so, and why it is recorded on behalf."""
    desk.choose(number)
    desk.key("H")
    desk.wait(lambda: desk.form().startswith("handled_on_behalf"), "the form")
    desk.keys("guard Zhang")
    desk.write("reason", "told by telephone")
    desk.picture(str(PICTURES / "4-handled.png"))
    desk.key("Return")
    desk.wait(lambda: desk.state(number) == "feedback", "the handling to be recorded")
    desk.wait(lambda: "guard Zhang" in desk.log(), "the log line")


def forward(desk, number: str) -> None:
    """K forwards for check."""
    take(desk, number, "K", "pending_check", "5-forward")


def send_check(desk, number: str) -> None:
    """K sends a collector."""
    desk.wait(lambda: desk.state(number) == "pending_check", "the handled case file at the acceptor's desk")
    take(desk, number, "K", "checking", "6-send-check")


def report_check(desk, number: str) -> None:
    """The dispatcher's window changes seats: the collector reports that the lane is free."""
    desk.sit_at("collector")
    desk.wait(lambda: desk.is_ready() and desk.roles() == ["collector"], "the collector's room", 30)
    desk.wait(lambda: desk.state(number) == "checking", "the case file at the collector's desk")
    desk.choose(number)
    desk.key("K")
    desk.wait(lambda: desk.form().startswith("check_result"), "the form")
    desk.tick("passed")
    desk.write("finding", "lane is free")
    desk.picture(str(PICTURES / "7-check.png"))
    desk.key("Return")
    desk.wait(lambda: desk.state(number) == "pending_check", "the check to be reported")


def close(desk, number: str) -> None:
    """C: the closing condition is offered, Enter closes."""
    desk.wait(lambda: desk.state(number) == "pending_check", "the checked case file at the acceptor's desk")
    take(desk, number, "C", "closed", "8-close")
    desk.picture(str(PICTURES / "9-closed.png"))


def take(desk, number: str, letter: str, state: str, picture: str) -> None:
    """Choose the case file, press the letter, look, press Enter, wait for the state and for the focus to come back."""
    desk.wait(lambda: number in desk.numbers(), f"{number} in the queue")
    desk.choose(number)
    desk.key(letter)
    desk.wait(lambda: desk.form() != "", f"the form of {letter}")
    desk.picture(str(PICTURES / f"{picture}.png"))
    desk.key("Return")
    desk.wait(lambda: desk.state(number) == state, f"{letter} to lead to {state}; the form says: {desk.form()}")
    desk.wait(lambda: "LiveTable" in desk.focus(), "the focus to be back in the queue")


def assert_everybody_saw_it_at_once(room, number: str, *desks) -> None:
    """Each version was in every window that was open within a second of its commit."""
    time.sleep(SECOND)
    rows = room.query(
        "SELECT version, extract(epoch FROM at) FROM room.case_log WHERE case_id = %s", (case_id(room, number),)
    )
    assert [row[0] for row in sorted(rows)] == list(range(1, 9))
    late = {}
    for desk in desks:
        seen = desk.arrivals()
        for version, at in rows:
            arrived = seen.get(f"{number}/{version}")
            if arrived is not None and arrived - float(at) > SECOND:
                late[version] = arrived - float(at)
    assert late == {}
    assert all(any(f"{number}/{version}" in desk.arrivals() for desk in desks) for version, _ in rows)


def case_number(room, case: int) -> str:
    """Return a case file's number."""
    return room.one("SELECT case_number FROM room.case_file WHERE case_id = %s", (case,))


def case_id(room, number: str) -> int:
    """Return a case file's id."""
    return room.one("SELECT case_id FROM room.case_file WHERE case_number = %s", (number,))
