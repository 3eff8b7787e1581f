"""The whole desk by keyboard alone, in Chinese and in English: nobody touches a mouse between report and handover."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from desk_walk import DeskWalk
from desk_window import open_desk, settings
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
        desk = Shift(window, room, locale)
        window.wait_ready()
        desk.report()
        desk.filter_queue()
        desk.find_in_the_bar()
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
        desk.choose_again()
        desk.act("K", "checking", "send-check")
        desk.check()
        desk.act("C", "closed", "close")
        desk.take_over()
        assert window.problems() == []
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []
    assert room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


class Shift(DeskWalk):
    """What a person does at the window through a shift, key by key."""

    def __init__(self, window, room: LittleRoom, locale: str) -> None:
        super().__init__(window, f"keyboard-{locale}")
        self._room = room
        self._number = ""

    def report(self) -> None:
        """N, the class by its initials, Tab to the coordinates, Tab on to the description, Enter."""
        self.window.key("F2")
        self.window.key("N")
        self.window.keys("zyxftd")
        self.window.key("Return")
        before = set(self.window.numbers())
        way = self.window.go_to("coordinates")
        assert len(way) <= 4, f"the place is far from the class: {way}"
        self.window.keys(f"{ORIGIN[0] + 150} {ORIGIN[1] + 50}")
        self.window.wait(self.window.intake_place, "the place to be read from its coordinates")
        self.window.go_to("description")
        self.window.keys("car in the fire lane")
        self.look("report")
        self.window.key("Return")
        self._number = self.window.wait(
            lambda: next(iter(set(self.window.numbers()) - before), ""), "the report to arrive in the queue"
        )
        self.wait_for_queue()
        self.window.wait(lambda: self.window.shown() == self._number, "the new case file to be chosen")

    def filter_queue(self) -> None:
        """Slash, a number, Down; Esc in the search shows all again."""
        self.window.key("Slash")
        self.window.keys("no such thing")
        self.window.wait(lambda: self.window.numbers() == [], "nothing to fit")
        self.look("filter")
        self.window.key("Escape")
        self.window.wait(lambda: self._number in self.window.numbers(), "all rows again")
        self.window.key("Slash")
        self.window.keys(self._number)
        self.window.wait(lambda: self.window.numbers() == [self._number], "the one row that fits")
        self.window.key("Down")
        self.wait_for_queue()
        self.window.wait(lambda: self.window.chosen() == self._number, "the row to be chosen")

    def find_in_the_bar(self) -> None:
        """Ctrl+K, the number, Down, Enter: the case file is chosen, and the next key is the queue's."""
        self.window.choose_nothing()
        self.window.focus_bar()
        self.window.keys(self._number)
        self.window.wait(self.window.found_in_bar, "something to be found")
        self.window.key("Down")
        self.window.key("Return")
        self.window.wait(lambda: self.window.chosen() == self._number, "the case file to be chosen")
        self.wait_for_queue()

    def choose_again(self) -> None:
        """Find the case file at the new desk."""
        self.choose(self._number)

    def file(self) -> None:
        """F and Enter: the filing condition is offered."""
        self.act("F", "pending_dispatch", "file")

    def claim(self) -> None:
        """Filing claims for its own post; I gives the claim back and takes it again."""
        for _ in range(2):
            before = self.window.claim()
            self.window.key("I")
            self.window.wait(lambda before=before: self.window.claim() != before, "the claim to change")
        self.look("claim")

    def dispatch(self) -> None:
        """D and Enter: the recommended unit is offered."""
        self.window.wait(lambda: "Anju" in self.window.recommended() or "安居" in self.window.recommended(),
                          "the recommendation")  # fmt: skip
        self.act("D", "pending_handle", "dispatch")
        self.window.wait(lambda: self.window.is_in_sight("copy_slip"), "the slip")
        self.look("slip")

    def handle_while_somebody_is_faster(self) -> None:
        """H, who said so, why; the unit assigns a worker meanwhile, so Enter decides again on the new version."""
        self.window.key("H")
        self.window.wait(lambda: self.window.form().startswith("handled_on_behalf"), "the form")
        self.window.keys("guard Zhang")
        self.window.go_to("reason")
        case = self._room.one("SELECT case_id FROM room.case_file WHERE case_number = %s", (self._number,))
        self._room.step("officer", case, "assign", handler="2002")
        self.window.wait(lambda: self.window.conflict() and "4" in self.window.conflict()[1], "the conflict")
        self.window.keys("told by telephone")
        self.window.key("Return")
        self.window.wait(lambda: self.window.focus().startswith("redo"), "the decision to have the focus")
        self.look("conflict")
        assert self.window.state(self._number) == "handling", "nothing is sent before it was decided"
        self.window.key("Return")
        self.window.wait(lambda: self.window.state(self._number) == "feedback", "the handling to be recorded")
        self.window.wait(lambda: "guard Zhang" in self.window.log(), "the log line")
        self.wait_for_queue()

    def urge_together(self) -> None:
        """Ctrl+A, U, why, Enter: each case file has its own answer; Esc goes back to the one that was chosen."""
        self._room.report("collector")
        self.window.key("Slash")
        self.window.key("Escape")
        self.wait_for_queue()
        whole = self.window.wait(lambda: len(n := self.window.numbers()) > 1 and n, "the other case file")
        self.window.key("A", "Control")
        self.window.wait(lambda: self.window.together() == whole, "all to be chosen together")
        self.look("together")
        self.window.key("U")
        self.window.wait(lambda: self.window.form_together() == "urge", "the form for all of them")
        self.window.keys("rain tonight")
        self.look("urge-together")
        self.window.key("Return")
        self.window.wait(lambda: self.window.answers() == ["✓"] * len(whole), "each to be urged")
        self.wait_for_queue()
        self.look("urged")
        self.window.key("Escape")
        self.window.wait(lambda: self.window.shown() is not None, "the details of one")

    def print_theme(self) -> None:
        """Shift+T and End: the sheet has case files and alarms, not who walks where; Home brings them back."""
        shown = self.window.subjects_on_map()
        assert "staff" in shown
        self.window.key("T", "Shift")
        self.window.key("End")
        self.window.wait(lambda: "staff" not in self.window.subjects_on_map(), "the theme to print with")
        assert {"case", "case_cluster", "alarm", "street", "building"} <= set(self.window.subjects_on_map())
        self.look("print-theme")
        self.window.key("Home")
        self.window.wait(lambda: self.window.subjects_on_map() == shown, "the theme to work with")
        self.window.key("F2")
        self.wait_for_queue()

    def check(self) -> None:
        """K, Ctrl+V for the picture somebody sent, Space for passed, Tab, what was found, Enter."""
        self.window.key("K")
        self.window.wait(lambda: self.window.form().startswith("check_result"), "the form")
        self.paste_picture()
        self.window.key("Space")
        self.window.go_to("finding")
        self.window.keys("lane is free")
        self.look("check")
        self.window.key("Return")
        self.window.wait(lambda: self.window.state(self._number) == "pending_check", "the check to be reported")
        self.wait_for_queue()

    def acknowledge(self) -> None:
        """F8 goes to the alarms, A acknowledges, Esc goes back."""
        level = Json([{"sensor_code": "WATER", "observed_at": self._room.one("SELECT now()::text"), "value": 1}])
        self._room.query("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, level), "service")
        self.window.wait(lambda: False in self.window.alarms(), "the alarm")
        self.window.key("F8")
        self.look("alarm")
        self.window.key("A")
        self.window.wait(lambda: False not in self.window.alarms(), "the alarm to be acknowledged")
        self.window.key("Escape")
        self.wait_for_queue()
        normal = Json([{"sensor_code": "WATER", "observed_at": self._room.one("SELECT now()::text"), "value": 0}])
        self._room.query("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, normal), "service")

    def mute(self) -> None:
        """M is silent, M speaks again."""
        for wanted in (True, False):
            self.window.key("M")
            assert self.window.is_muted() is wanted

    def hand_over(self) -> None:
        """Shift+H, F5 prepares, a note, Ctrl+Enter hands over, Esc goes back."""
        self.window.key("H", "Shift")
        self.window.key("F5")
        self.window.wait(lambda: self.window.handover() == "draft", "the draft")
        self.window.go_to("note")
        self.window.keys("water rises in the underpass")
        self.look("handover")
        self.window.key("Return", "Control")
        self.window.wait(lambda: self.window.handover() == "handed_over", "the shift to be handed over")
        self.window.key("Escape")
        self.wait_for_queue()

    def take_over(self) -> None:
        """Shift+H, Ctrl+Enter, and once more after the consequence was said."""
        self.window.key("H", "Shift")
        self.window.wait(lambda: self.window.handover() == "handed_over", "the handover that waits")
        self.window.wait(lambda: self.window.is_in_sight("remark"), "the field for a remark")
        self.window.go_to("remark")
        self.window.key("Return", "Control")
        self.look("take-over")
        self.window.key("Return", "Control")
        self.window.wait(lambda: self.window.handover() == "acknowledged", "the shift to be taken over")

    def act(self, letter: str, state: str, picture: str) -> None:
        """Press the letter, look, press Enter; the state changes and the focus comes back."""
        self.open(letter)
        self.look(picture)
        self.window.key("Return")
        self.window.wait(
            lambda: self.window.state(self._number) == state, f"{letter} to lead to {state}: {self.window.form()}"
        )
        self.wait_for_queue()
