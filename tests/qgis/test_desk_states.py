"""Operating states at the desk: all see them, leaders set them with a reason, and every desk follows."""

from datetime import timedelta

import pytest
from desk_rows import NOON, hand_fed_desk, read
from little_room import COMMUNITIES
from qgis.PyQt.QtCore import Qt

from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.database.difference import Clock, Difference
from community_brain_plugin.errors import RoomError
from community_brain_plugin.grids import operating
from community_brain_plugin.ui.desk.area_states import AreaStatesPanel
from community_brain_plugin.ui.desk.context import DeskContext
from community_brain_plugin.ui.live.queries import Queries
from community_brain_plugin.ui.live.room_model import RoomModel

pytestmark = pytest.mark.usefixtures("english")
AREAS = [
    {"kind": "subdistrict", "code": "990106001", "name_zh": "松涛街道", "name_en": "Songtao"},
    {"kind": "community", "code": "990106001001", "name_zh": "东社区", "name_en": "East"},
]


def shipped_rules():
    """What the program's own tables say of operating states."""
    tables = {table: read(f"operating_{table}") for table in ("state", "transition", "action", "outcome", "task")}
    for row in [row for rows in tables.values() for row in rows]:
        row.update({key: None for key, value in row.items() if value == ""})
    for row in (*tables["transition"], *tables["outcome"]):
        row.update({key: row[key] == "true" for key in ("is_course", "settles") if key in row})
    for row in tables["task"]:
        row["repeat_minutes"] = int(row["repeat_minutes"]) if row["repeat_minutes"] else None
    of_state = {}
    for row in read("operating_state_action"):
        of_state.setdefault(row["state"], set()).add(row["action"])
    return operating.Rules(
        tuple(tables["state"]),
        {(row["from_state"], row["to_state"]): row for row in tables["transition"]},
        tuple(tables["action"]),
        of_state,
        tuple(tables["outcome"]),
        tuple(tables["task"]),
    )


def storm(until=None, **more):
    """A row of desk.area_live."""
    return {"subdistrict": "990106001", "area_kind": "community", "area_code": "990106001001", "state": "emergency",
            "state_zh": "应急态", "state_en": "Emergency", "since": NOON, "until": until, "reason": "storm",
            "next_state": "post_transition" if until else None, "set_by": "P1", "done": None, **more}  # fmt: skip


def feed(fed, row, seconds=0.0):
    """Bring an area's row, at so many seconds past noon."""
    clock = Clock(NOON + timedelta(seconds=seconds), 0.0, 0.0)
    fed.room.apply(Difference(clock, rows={"area": {row["area_code"]: row}} if row else {}))


@pytest.fixture
def opened(qtbot, tmp_path):
    """Return a function that opens the panel for a person with these roles."""

    def open_panel(*roles):
        fed = hand_fed_desk(tmp_path, *roles)
        panel = AreaStatesPanel(fed.desk)
        qtbot.addWidget(panel)
        panel.resize(500, 900)
        panel.show()
        panel.begin()
        fed.queries.asked[-1].done((AREAS, shipped_rules()))
        return fed, panel

    return open_panel


def lines(panel):
    """What the list says."""
    items = [panel.list.topLevelItem(place) for place in range(panel.list.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


def tasks(panel):
    """What the list of the chosen area says: action or task, and how it stands."""
    return [(item.text(0), item.text(1)) for item in panel.actions._items()]


def choose_task(panel, words):
    panel.actions.list.setCurrentItem(next(item for item in panel.actions._items() if item.text(0) == words))


def test_all_see_what_holds_until_it_runs_out_by_itself_into_what_follows(opened):
    fed, panel = opened("dispatcher")
    assert lines(panel) == [("Songtao", "Normal", "–"), ("East", "Normal", "–")]
    said = []
    panel.summed.connect(said.append)
    feed(fed, storm(NOON + timedelta(hours=2)))
    assert lines(panel)[1] == ("East", "◆ Emergency", "11-21 14:00")
    assert said[-1] == "◆ Emergency (1)"
    panel.pages.setCurrentWidget(panel.form)
    assert not panel.form.fields.isVisibleTo(panel), "only leaders set it"
    feed(fed, None, seconds=7201)
    panel.tick()
    assert lines(panel)[1] == ("East", "◆ Post-transition", "–")
    assert said[-1] == "◆ Post-transition (1)"
    panel.choose("community", "990106001001")
    assert "Recover" in [words for words, _ in tasks(panel)], "the list is that of the state that follows"


def test_a_state_is_set_with_a_reason_and_after_its_consequence_was_said(opened):
    fed, panel = opened("shift_leader")
    panel.choose("community", "990106001001")
    panel.pages.setCurrentWidget(panel.form)
    form = panel.form
    form.state.setCurrentIndex(form.state.findData("emergency"))
    asked = len(fed.queries.asked)
    panel.do_page()
    assert "Say why" in panel.message.text()
    form.reason.setText("storm")
    panel.do_page()
    assert "apply in East from now on" in panel.message.text()
    form.ends.setChecked(True)
    assert form.do_it.text() == "Set the state (Ctrl+Enter)", "what is changed is asked about again"
    panel.do_page()
    assert "Afterwards it is Post-transition by itself" in panel.message.text()
    assert len(fed.queries.asked) == asked
    panel.do_page()
    assert "set_state" in fed.queries.asked[-1].work.__code__.co_names
    fed.queries.asked[-1].failed(RoomError("room.unknown_area", area="990106001001"))
    assert form.reason.text() == "storm", "a refusal keeps what was written"
    assert form.do_it.isEnabled()


def test_what_is_written_for_a_new_state_outlives_the_window_and_stays_with_its_area(opened, qtbot, tmp_path):
    fed, panel = opened("shift_leader")
    panel.choose("community", "990106001001")
    panel.form.state.setCurrentIndex(panel.form.state.findData("emergency"))
    panel.form.state.activated.emit(panel.form.state.currentIndex())
    qtbot.keyClicks(panel.form.reason, "river over its banks")
    panel.form.ends.setChecked(True)
    until = panel.form.until.value()
    panel.choose("subdistrict", "990106001")
    assert (panel.form.reason.text(), panel.form.ends.isChecked()) == ("", False), "another area has its own"
    fed.desk.drafts.close()
    fed, panel = opened("shift_leader")
    panel.choose("community", "990106001001")
    form = panel.form
    assert (form.state.currentData(), form.reason.text(), form.until.value()) == (
        "emergency", "river over its banks", until
    )  # fmt: skip
    panel.pages.setCurrentWidget(form)
    panel.do_page()
    panel.do_page()
    fed.queries.asked[-1].done(None)
    assert (form.state.currentData(), form.reason.text(), form.ends.isChecked()) == ("pre_transition", "", False)
    fed.desk.drafts.close()
    assert not Drafts(tmp_path / "drafts.json").has("area community:990106001001", "set_area_state")


def test_only_the_states_that_may_follow_are_offered_and_ways_beside_the_course_say_so(opened):
    fed, panel = opened("shift_leader")
    panel.choose("community", "990106001001")
    box = panel.form.state

    def offered():
        return [(box.itemData(place), box.itemText(place)) for place in range(box.count())]

    assert offered() == [
        ("pre_transition", "Pre-transition – Warned"),
        ("emergency", "Emergency – Struck without warning"),
        ("normal", "Normal – it stays so"),
    ]
    assert box.currentData() == "pre_transition"
    assert panel.form.ends.isEnabled()
    feed(fed, storm())
    assert [state for state, _ in offered()] == ["post_transition", "emergency"]
    assert box.currentData() == "post_transition"


def test_the_list_of_the_state_says_what_is_to_do_under_way_and_done(opened):
    fed, panel = opened("dispatcher")
    panel.choose("community", "990106001001")
    done = {
        "units_sent": {"at": NOON.isoformat(), "outcome": "under_way"},
        "people_safe": {"at": NOON.isoformat(), "outcome": "done"},
        "situation_reported": {"at": NOON.isoformat(), "outcome": "done"},
    }
    feed(fed, storm(done=done))
    found = dict(tasks(panel))
    assert {"Respond", "Mitigate", "Monitor"} <= found.keys()
    assert "Recover" not in found
    assert found["Reported to the higher level"] == "○ to do"
    assert found["Handling units sent and on the spot"] == "◐ Under way 11-21 12:00"
    assert found["People in danger brought to safety"] == "✔ Done 11-21 12:00"
    assert found["Situation on the spot reported again"] == "✔ Done 11-21 12:00"
    assert panel.list.topLevelItem(1).text(3) == "5"
    feed(fed, None, seconds=3601)
    panel.tick()
    assert dict(tasks(panel))["Situation on the spot reported again"] == "◐ Done 11-21 12:00", "an hour has passed"
    assert panel.list.topLevelItem(1).text(3) == "6"


def test_what_was_done_is_recorded_by_keys_alone_and_survives_a_refusal(opened, qtbot):
    fed, panel = opened("dispatcher")
    panel.choose("community", "990106001001")
    feed(fed, storm())
    panel._turn(2)
    assert panel.focusWidget() is panel.form.state
    panel._turn(-2)
    panel.list.itemActivated.emit(panel.list.currentItem(), 0)
    assert panel.focusWidget() is panel.actions.list
    choose_task(panel, "Handling units sent and on the spot")
    qtbot.keyClick(panel.actions.list, Qt.Key.Key_Return)
    assert panel.focusWidget() is panel.actions.description
    panel.do_page()
    assert "Say what was done" in panel.message.text()
    qtbot.keyClicks(panel.actions.description, "crew 1 and 2")
    panel.do_page()
    sent = fed.queries.asked[-1]
    cells = dict(
        zip(sent.work.__code__.co_freevars, (cell.cell_contents for cell in sent.work.__closure__), strict=True)
    )
    assert (cells["kind"], cells["code"], cells["action"]) == ("community", "990106001001", "respond")
    expected = {"state": "emergency", "task": "units_sent", "description": "crew 1 and 2", "outcome": "done"}
    assert expected.items() <= cells["payload"].items()
    sent.failed(RoomError("room.area_moved", operating_state="post_transition"))
    assert "Post-transition" in panel.message.text()
    assert panel.actions.description.value() == "crew 1 and 2", "a refusal keeps what was written"
    choose_task(panel, "Reported to the higher level")
    assert panel.actions.description.value() == ""
    choose_task(panel, "Handling units sent and on the spot")
    assert panel.actions.description.value() == "crew 1 and 2", "so does looking at something else"
    panel.do_page()
    fed.queries.asked[-1].done(None)
    assert (panel.message.text(), panel.actions.description.value()) == ("Recorded.", "")


def test_what_another_post_records_is_shown_and_not_offered(opened):
    fed, panel = opened("analyst")
    panel.choose("community", "990106001001")
    feed(fed, storm())
    choose_task(panel, "Handling units sent and on the spot")
    assert not panel.actions.description.isEnabled()
    assert "another post" in panel.actions._chosen_words.text()
    choose_task(panel, "Situation on the spot reported again")
    assert panel.actions.description.isEnabled()


@pytest.fixture
def desks(qtbot, map_room, tmp_path):
    """Two desks of the same room, each with the panel open."""
    made = []
    for post in ("shift_leader", "dispatcher"):
        model, queries = RoomModel(), Queries(workers=1)
        desk = DeskContext(model, queries, Drafts(tmp_path / f"{post}.json"))
        model.connection_changed.connect(lambda model=model, queries=queries: queries.follow(model.connection))
        panel = AreaStatesPanel(desk)
        qtbot.addWidget(panel)
        panel.show()
        for part in (queries, model):
            part.open(map_room.parameters(post))
        made.append((panel, desk, model, queries))
    qtbot.waitUntil(lambda: all(desk.can_send() for _, desk, _, _ in made), timeout=20_000)
    yield [panel for panel, *_ in made]
    for _, _, model, queries in made:
        model.close()
        queries.close()


def test_what_a_leader_sets_and_somebody_does_stands_on_every_desk(qtbot, desks):
    """With the database behind it, under the logins of both."""
    leader, other = desks
    for panel in desks:
        panel.begin()
    qtbot.waitUntil(lambda: all(panel.list.topLevelItemCount() > 2 for panel in desks), timeout=20_000)
    for panel in desks:
        panel.choose("community", COMMUNITIES[0])
    leader.pages.setCurrentWidget(leader.form)
    leader.form.state.setCurrentIndex(leader.form.state.findData("emergency"))
    leader.form.reason.setText("storm")
    for _ in range(2):
        leader.do_page()
    qtbot.waitUntil(lambda: other.sum_up() == "◆ Emergency (1)", timeout=20_000)
    assert ("◆ Emergency", "–") in [line[1:] for line in lines(other)]
    qtbot.waitUntil(lambda: "Emergency – storm" in other._facts.text(), timeout=20_000)
    qtbot.waitUntil(lambda: leader.form.reason.text() == "" and not leader.message.isVisible(), timeout=20_000)
    other.pages.setCurrentWidget(other.actions)
    choose_task(other, "Handling units sent and on the spot")
    other.actions.description.setText("crew 1")
    other.do_page()
    done = "Handling units sent and on the spot"
    qtbot.waitUntil(lambda: dict(tasks(leader)).get(done, "").startswith("✔ Done"), timeout=20_000)
    qtbot.waitUntil(lambda: "Respond – Handling units sent" in leader.log.toPlainText(), timeout=20_000)
