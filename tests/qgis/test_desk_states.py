"""Operating states at the desk: all see them, leaders set them with a reason, and every desk follows."""

from datetime import timedelta

import pytest
from desk_rows import NOON, hand_fed_desk
from little_room import COMMUNITIES

from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.database.difference import Clock, Difference
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.area_states import AreaStatesPanel
from community_brain_plugin.ui.desk.context import DeskContext
from community_brain_plugin.ui.live.queries import Queries
from community_brain_plugin.ui.live.room_model import RoomModel

pytestmark = pytest.mark.usefixtures("english")
AREAS = [
    {"kind": "subdistrict", "code": "990106001", "name_zh": "松涛街道", "name_en": "Songtao"},
    {"kind": "community", "code": "990106001001", "name_zh": "东社区", "name_en": "East"},
]


def storm(until=None):
    """A row of desk.area_live."""
    return {"subdistrict": "990106001", "area_kind": "community", "area_code": "990106001001", "state": "emergency",
            "state_zh": "应急态", "state_en": "Emergency", "since": NOON, "until": until, "reason": "storm",
            "set_by": "P1"}  # fmt: skip


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
        panel.show()
        panel.begin()
        fed.queries.asked[-1].done(AREAS)
        return fed, panel

    return open_panel


def lines(panel):
    """What the list says."""
    items = [panel.list.topLevelItem(place) for place in range(panel.list.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


def test_all_see_what_holds_until_it_runs_out_by_itself(opened):
    fed, panel = opened("dispatcher")
    assert lines(panel) == [("Songtao", "Normal", "–"), ("East", "Normal", "–")]
    said = []
    panel.summed.connect(said.append)
    feed(fed, storm(NOON + timedelta(hours=2)))
    assert lines(panel)[1] == ("East", "◆ Emergency", "11-21 14:00")
    assert said[-1] == "◆ Emergency (1)"
    assert not panel._fields.isVisibleTo(panel), "only leaders set it"
    feed(fed, None, seconds=7201)
    panel.tick()
    assert lines(panel)[1] == ("East", "Normal", "–")
    assert said[-1] == "Normal"


def test_a_state_is_set_with_a_reason_and_after_its_consequence_was_said(opened):
    fed, panel = opened("shift_leader")
    panel.choose("community", "990106001001")
    panel.state.setCurrentIndex(panel.state.findData("emergency"))
    asked = len(fed.queries.asked)
    panel.set_state()
    assert "Say why" in panel.message.text()
    panel.reason.setText("storm")
    panel.set_state()
    assert "apply in East from now on" in panel.message.text()
    panel.ends.setChecked(True)
    assert panel.do_it.text() == "Set the state (Ctrl+Enter)", "what is changed is asked about again"
    panel.set_state()
    assert len(fed.queries.asked) == asked
    panel.set_state()
    assert "set_state" in fed.queries.asked[-1].work.__code__.co_names
    fed.queries.asked[-1].failed(RoomError("room.unknown_area", area="990106001001"))
    assert panel.reason.text() == "storm", "a refusal keeps what was written"
    assert panel.do_it.isEnabled()


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


def test_what_a_leader_sets_stands_on_another_desk(qtbot, desks):
    """With the database behind it, under the logins of both."""
    leader, other = desks
    for panel in desks:
        panel.begin()
    qtbot.waitUntil(lambda: all(panel.list.topLevelItemCount() > 2 for panel in desks), timeout=20_000)
    leader.choose("community", COMMUNITIES[0])
    leader.state.setCurrentIndex(leader.state.findData("emergency"))
    leader.reason.setText("storm")
    for _ in range(2):
        leader.set_state()
    other.choose("community", COMMUNITIES[0])
    qtbot.waitUntil(lambda: other.sum_up() == "◆ Emergency (1)", timeout=20_000)
    assert ("◆ Emergency", "–") in [line[1:] for line in lines(other)]
    qtbot.waitUntil(lambda: "Emergency – storm" in other._facts.text(), timeout=20_000)
    qtbot.waitUntil(lambda: leader.reason.text() == "" and not leader.message.isVisible(), timeout=20_000)
