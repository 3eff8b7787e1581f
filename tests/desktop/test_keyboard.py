"""The whole desk by keyboard alone, in Chinese and in English: nobody touches a mouse between report and handover."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from desk_window import PICTURES, open_desk, settings
from little_room import ORIGIN, SUBDISTRICT, LittleRoom, furnish, furnished_copy
from psycopg2.extras import Json

from community_brain_plugin.database.connection import SERVICE, connect
from community_brain_plugin.database.service import serve

#: Who alone keeps the joint room at night, and who checks, closes and takes the shift over.
NIGHT, MORNING = "night", "acceptor"


@pytest.fixture
def room(cluster, template) -> Iterator[LittleRoom]:
    """A joint room with its resident service."""
    for little in furnished_copy(cluster, template):
        furnish(little.connect(autocommit=False))
        little.query("INSERT INTO room.setting VALUES (%s, 'axes_profile', '\"joint_room\"')", (SUBDISTRICT,))
        for role in ("collector", "shift_leader"):
            little.query(
                "INSERT INTO room.staff_role (subdistrict, staff_number, role, valid_from) VALUES (%s, '1001', %s,"
                " '2020-01-01')",
                (SUBDISTRICT, role),
            )
        stop = threading.Event()
        way_in = little.parameters("service")
        reach = partial(connect, way_in, autocommit=True)
        resident = threading.Thread(target=serve, args=(reach, stop), daemon=True)
        resident.start()
        yield little
        stop.set()
        resident.join(10)


@pytest.fixture
def home(room, tmp_path) -> Path:
    """A private room's folder as the desk needs it: one service file a post."""
    services = tmp_path / "home" / "services"
    services.mkdir(parents=True)
    for post in (NIGHT, MORNING):
        lines = [f"[{SERVICE}]", *(f"{key}={value}" for key, value in room.parameters(post).items()), ""]
        # The dialog offers known posts only; the night's is the dispatcher's chair.
        name = "dispatcher" if post == NIGHT else post
        (services / f"{name}.conf").write_text("\n".join(lines), encoding="utf-8")
    return services.parent


@pytest.mark.slow
@pytest.mark.parametrize(
    ("locale", "screen", "scale"), [("zh-Hans", "1366x768", "1.5"), ("en_US", "1920x1080", "1.5")], ids=["zh", "en"]
)
def test_a_shift_from_report_to_handover_without_a_mouse(room, home, tmp_path, locale, screen, scale):
    environment = {"COMMUNITY_BRAIN_HOME": str(home), "QT_SCALE_FACTOR": scale}
    with open_desk(tmp_path, locale, environment, settings("dispatcher", locale), screen) as window:
        desk = Walk(window, room, locale)
        window.wait_ready()
        desk.report()
        desk.filter_queue()
        desk.file()
        desk.claim()
        desk.dispatch()
        desk.handle_while_somebody_is_faster()
        desk.act("K", "pending_check", "forward")
        desk.urge_together()
        desk.print_theme()
        desk.acknowledge()
        desk.mute()
        desk.hand_over()
        window.sit_at(MORNING)
        window.wait(lambda: window.is_ready() and "collector" in window.roles(), "the morning's room", 30)
        desk.choose()
        desk.act("K", "checking", "send-check")
        desk.check()
        desk.act("C", "closed", "close")
        desk.take_over()
        assert window.problems() == []
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []
    assert room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


class Walk:
    """What a person does at the window, key by key. Every stop is kept as a picture and must show where one is."""

    def __init__(self, window, room: LittleRoom, locale: str) -> None:
        self._window = window
        self._room = room
        self._locale = locale
        self._stops = 0
        self._number = ""

    def report(self) -> None:
        """N, the class by its initials, Tab to the coordinates, Tab on to the description, Enter."""
        self._window.key("F2")
        self._window.key("N")
        self._window.keys("zyxftd")
        self._window.key("Return")
        before = set(self._window.numbers())
        way = self._window.go_to("coordinates")
        assert len(way) <= 4, f"the place is far from the class: {way}"
        self._window.keys(f"{ORIGIN[0] + 150} {ORIGIN[1] + 50}")
        self._window.wait(self._window.intake_place, "the place to be read from its coordinates")
        self._window.go_to("description")
        self._window.keys("car in the fire lane")
        self._look("report")
        self._window.key("Return")
        self._number = self._window.wait(
            lambda: next(iter(set(self._window.numbers()) - before), ""), "the report to arrive in the queue"
        )
        self._wait_for_queue()
        self._window.wait(lambda: self._window.shown() == self._number, "the new case file to be chosen")

    def filter_queue(self) -> None:
        """Slash, a number, Down; Esc in the search shows all again."""
        self._window.key("Slash")
        self._window.keys("no such thing")
        self._window.wait(lambda: self._window.numbers() == [], "nothing to fit")
        self._look("filter")
        self._window.key("Escape")
        self._window.wait(lambda: self._number in self._window.numbers(), "all rows again")
        self._window.key("Slash")
        self._window.keys(self._number)
        self._window.wait(lambda: self._window.numbers() == [self._number], "the one row that fits")
        self._window.key("Down")
        self._wait_for_queue()
        self._window.wait(lambda: self._window.chosen() == self._number, "the row to be chosen")

    def choose(self) -> None:
        """Slash, the number, Down."""
        self._window.key("F2")
        self._window.wait(lambda: "LiveTable" in self._window.focus(), "the queue")
        self._window.wait(lambda: self._number in self._window.numbers(), "the case file at the new desk")
        self._window.key("Slash")
        self._window.keys(self._number)
        self._window.wait(lambda: self._window.numbers() == [self._number], "the one row that fits")
        self._window.key("Down")
        self._window.wait(lambda: self._window.shown() == self._number, "the case file in the details")

    def file(self) -> None:
        """F and Enter: the filing condition is offered."""
        self.act("F", "pending_dispatch", "file")

    def claim(self) -> None:
        """Filing claims for its own post; I gives the claim back and takes it again."""
        for _ in range(2):
            before = self._window.claim()
            self._window.key("I")
            self._window.wait(lambda before=before: self._window.claim() != before, "the claim to change")
        self._look("claim")

    def dispatch(self) -> None:
        """D and Enter: the recommended unit is offered."""
        self._window.wait(lambda: "Anju" in self._window.recommended() or "安居" in self._window.recommended(),
                          "the recommendation")  # fmt: skip
        self.act("D", "pending_handle", "dispatch")
        self._window.wait(lambda: self._window.is_in_sight("copy_slip"), "the slip")
        self._look("slip")

    def handle_while_somebody_is_faster(self) -> None:
        """H, who said so, why; the unit assigns a worker meanwhile, so Enter decides again on the new version."""
        self._window.key("H")
        self._window.wait(lambda: self._window.form().startswith("handled_on_behalf"), "the form")
        self._window.keys("guard Zhang")
        self._window.go_to("reason")
        case = self._room.one("SELECT case_id FROM room.case_file WHERE case_number = %s", (self._number,))
        self._room.step("officer", case, "assign", handler="2002")
        self._window.wait(lambda: self._window.conflict() and "4" in self._window.conflict()[1], "the conflict")
        self._window.keys("told by telephone")
        self._window.key("Return")
        self._window.wait(lambda: self._window.focus().startswith("redo"), "the decision to have the focus")
        self._look("conflict")
        assert self._window.state(self._number) == "handling", "nothing is sent before it was decided"
        self._window.key("Return")
        self._window.wait(lambda: self._window.state(self._number) == "feedback", "the handling to be recorded")
        self._window.wait(lambda: "guard Zhang" in self._window.log(), "the log line")
        self._wait_for_queue()

    def urge_together(self) -> None:
        """Ctrl+A, U, why, Enter: each case file has its own answer; Esc goes back to the one that was chosen."""
        self._room.report("collector")
        self._window.key("Slash")
        self._window.key("Escape")
        self._wait_for_queue()
        whole = self._window.wait(lambda: len(n := self._window.numbers()) > 1 and n, "the other case file")
        self._window.key("A", "Control")
        self._window.wait(lambda: self._window.together() == whole, "all to be chosen together")
        self._look("together")
        self._window.key("U")
        self._window.wait(lambda: self._window.form_together() == "urge", "the form for all of them")
        self._window.keys("rain tonight")
        self._look("urge-together")
        self._window.key("Return")
        self._window.wait(lambda: self._window.answers() == ["✓"] * len(whole), "each to be urged")
        self._wait_for_queue()
        self._look("urged")
        self._window.key("Escape")
        self._window.wait(lambda: self._window.shown() is not None, "the details of one")

    def print_theme(self) -> None:
        """Shift+T and End: the sheet has case files and alarms, not who walks where; Home brings them back."""
        shown = self._window.subjects_on_map()
        assert "staff" in shown
        self._window.key("T", "Shift")
        self._window.key("End")
        self._window.wait(lambda: "staff" not in self._window.subjects_on_map(), "the theme to print with")
        assert {"case", "case_cluster", "alarm", "street", "building"} <= set(self._window.subjects_on_map())
        self._look("print-theme")
        self._window.key("Home")
        self._window.wait(lambda: self._window.subjects_on_map() == shown, "the theme to work with")
        self._window.key("F2")
        self._wait_for_queue()

    def check(self) -> None:
        """K, Ctrl+V for the picture somebody sent, Space for passed, Tab, what was found, Enter."""
        self._window.key("K")
        self._window.wait(lambda: self._window.form().startswith("check_result"), "the form")
        self._window.copy_picture()
        self._window.key("V", "Control")
        self._window.wait(lambda: "1 / 1" in self._window.pictures(), "the picture to be kept")
        self._window.key("Space")
        self._window.go_to("finding")
        self._window.keys("lane is free")
        self._look("check")
        self._window.key("Return")
        self._window.wait(lambda: self._window.state(self._number) == "pending_check", "the check to be reported")
        self._wait_for_queue()

    def acknowledge(self) -> None:
        """F8 goes to the alarms, A acknowledges, Esc goes back."""
        level = Json([{"sensor_code": "WATER", "observed_at": self._room.one("SELECT now()::text"), "value": 1}])
        self._room.query("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, level), "service")
        self._window.wait(lambda: False in self._window.alarms(), "the alarm")
        self._window.key("F8")
        self._look("alarm")
        self._window.key("A")
        self._window.wait(lambda: False not in self._window.alarms(), "the alarm to be acknowledged")
        self._window.key("Escape")
        self._wait_for_queue()
        normal = Json([{"sensor_code": "WATER", "observed_at": self._room.one("SELECT now()::text"), "value": 0}])
        self._room.query("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, normal), "service")

    def mute(self) -> None:
        """M is silent, M speaks again."""
        for wanted in (True, False):
            self._window.key("M")
            assert self._window.is_muted() is wanted

    def hand_over(self) -> None:
        """Shift+H, F5 prepares, a note, Ctrl+Enter hands over, Esc goes back."""
        self._window.key("H", "Shift")
        self._window.key("F5")
        self._window.wait(lambda: self._window.handover() == "draft", "the draft")
        self._window.go_to("note")
        self._window.keys("water rises in the underpass")
        self._look("handover")
        self._window.key("Return", "Control")
        self._window.wait(lambda: self._window.handover() == "handed_over", "the shift to be handed over")
        self._window.key("Escape")
        self._wait_for_queue()

    def take_over(self) -> None:
        """Shift+H, Ctrl+Enter, and once more after the consequence was said."""
        self._window.key("H", "Shift")
        self._window.wait(lambda: self._window.handover() == "handed_over", "the handover that waits")
        self._window.wait(lambda: self._window.is_in_sight("remark"), "the field for a remark")
        self._window.go_to("remark")
        self._window.key("Return", "Control")
        self._look("take-over")
        self._window.key("Return", "Control")
        self._window.wait(lambda: self._window.handover() == "acknowledged", "the shift to be taken over")

    def act(self, letter: str, state: str, picture: str) -> None:
        """Press the letter, look, press Enter; the state changes and the focus comes back."""
        self._window.key(letter)
        self._window.wait(lambda: self._window.form() != "", f"the form of {letter}")
        self._look(picture)
        self._window.key("Return")
        self._window.wait(
            lambda: self._window.state(self._number) == state, f"{letter} to lead to {state}: {self._window.form()}"
        )
        self._wait_for_queue()

    def _wait_for_queue(self) -> None:
        self._window.wait(lambda: "LiveTable" in self._window.focus(), "the focus to be back in the queue")

    def _look(self, name: str) -> None:
        """Keep a picture; where one is must be seen, and no button be cut off."""
        self._stops += 1
        self._window.pause(350)
        self._window.picture(str(PICTURES / f"keyboard-{self._locale}-{self._stops:02d}-{name}.png"))
        assert self._window.focus_is_visible(), f"{name}: the focus is out of sight in {self._window.focus()}"
        assert self._window.cut_off() == [], name
        assert self._window.overflow() == [], name
