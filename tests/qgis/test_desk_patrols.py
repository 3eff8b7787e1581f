"""Plans of patrol at the desk: what is saved, what two of them do differently, and who publishes which."""

from dataclasses import replace
from datetime import timedelta

import pytest
from desk_rows import NOON, hand_fed_desk

from community_brain_plugin.errors import RoomError
from community_brain_plugin.patrols.checks import Checks
from community_brain_plugin.patrols.plans import Listed, Moved
from community_brain_plugin.ui.desk.patrol_plans import PatrolPlansPanel

pytestmark = pytest.mark.usefixtures("english")
EARLY = Listed(
    1, 2, "published", "old", "早班", "Early", NOON - timedelta(hours=4), NOON + timedelta(hours=4), "cover", 4,
    21_000.0, 96.0, 90.0, 90.0, 3, NOON, "1001", "Li", NOON, "Wang",
)  # fmt: skip
DRAFT = replace(EARLY, plan_id=2, version=1, state="draft", name="new", published_at=None, left_out=0)
OVER = replace(DRAFT, plan_id=3, name="past", starts_at=NOON - timedelta(days=2), ends_at=NOON - timedelta(days=1))


@pytest.fixture
def opened(qtbot, tmp_path):
    def open_panel(*roles):
        fed = hand_fed_desk(tmp_path, *roles)
        panel = PatrolPlansPanel(fed.desk)
        qtbot.addWidget(panel)
        panel.resize(420, 600)
        panel.show()
        panel.begin()
        fed.queries.asked[-1].done([EARLY, DRAFT, OVER])
        return fed, panel

    return open_panel


def choose(panel, *rows: int) -> None:
    panel.list.clearSelection()
    for row in rows:
        panel.list.topLevelItem(row).setSelected(True)


def test_all_see_the_figures_and_two_plans_are_compared(opened):
    fed, panel = opened("dispatcher")
    assert [panel.list.topLevelItem(0).text(column) for column in (1, 2)] == ["old", "● published"]
    assert "within 6.7 % of the best possible; 3 streets left out; saved by Li" in panel.facts.text()
    assert not panel.do_it.isVisible()
    choose(panel, 0, 1)
    fed.queries.asked[-1].done([Moved("7", "东街", 100.0, [1], [2, 3])])
    assert "1 streets change hands.\n东街: officer 1 → 2, 3" in panel.facts.text()
    assert not panel.print_it.isEnabled()


def test_a_leader_publishes_after_hearing_which_plan_gives_way(opened):
    fed, panel = opened("shift_leader")
    choose(panel, 2)
    assert not panel.do_it.isEnabled()
    choose(panel, 1)
    before = len(fed.queries.asked)
    panel.do_it.click()
    assert panel.message.text() == "Every desk shows “new” during its shift. “old” is withdrawn."
    assert len(fed.queries.asked) == before
    panel.do_it.click()
    fed.queries.asked[-1].failed(RoomError("room.stale_patrol", name="new", expected=1, version=2))
    assert "changed meanwhile" in panel.message.text()
    panel.do_it.click()
    panel.do_it.click()
    fed.queries.asked[-1].done(None)
    fed.queries.asked[-1].done([replace(DRAFT, state="published"), replace(EARLY, state="withdrawn")])
    choose(panel, 0)
    assert panel.do_it.text() == "Withdraw"


def test_a_leader_draws_grids_for_a_second_sweep_after_hearing_that_it_stays(opened):
    fed, panel = opened("shift_leader")
    box = panel.checks
    fed.queries.asked[-2].done(Checks(total=24))
    assert box.facts.text() == "No grid was drawn yet; there are 24. Each is drawn once before any comes again."
    before = len(fed.queries.asked)
    box.count.setValue(2)
    box.draw_it.click()
    assert (len(fed.queries.asked), box.draw_it.text()) == (before, "Yes, draw")
    box.draw_it.click()
    assert not box.draw_it.isEnabled()
    fed.queries.asked[-1].done(2)
    rows = [
        {"grid_code": "G07", "name_zh": "七网格", "name_en": "Grid 7", "responsible_name": "Li"},
        {"grid_code": "G02", "name_zh": "二网格", "name_en": None, "responsible_name": None},
    ]
    fed.queries.asked[-1].done(Checks(24, 1, 2, NOON, "Wang", rows))
    assert box.facts.text().splitlines()[1:] == ["G07 Grid 7, by somebody else than Li", "G02 二网格"]
    assert "Round 1: 2 of 24 grids drawn." in box.facts.text()


def test_others_see_what_was_drawn_and_draw_nothing(opened):
    _, panel = opened("dispatcher")
    assert not panel.checks.draw_it.isVisible()
    assert panel.checks.facts.isVisible()
