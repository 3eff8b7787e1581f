"""When a case file moved on under somebody's hands: both versions side by side, nothing lost, the person decides."""

from datetime import datetime

import pytest
from desk_rows import NOON, case, hand_fed_desk
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from community_brain_plugin.cases import steps
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.case_panel import CasePanel

NUMBER = "20261121-000001"
SINCE = [
    {"version": 3, "at": "2026-11-21T04:01:00+00:00", "action": "assign", "state": "handling", "staff": "W1",
     "staff_name": "张平", "role": "department", "reason": None},
    {"version": 4, "at": "2026-11-21T04:02:00+00:00", "action": "submit_handling", "state": "handle_finish",
     "staff": "W1", "staff_name": "张平", "role": "worker", "reason": "lane is free"},
]  # fmt: skip
STALE = RoomError("room.stale_version", case_number=NUMBER, expected=2, version=4, since=SINCE)
LOST = RoomError("database.connection_lost", reason="gone")

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def urging(qtbot, tmp_path):
    """A shift leader who has begun to urge a case file that is being handled."""
    fed = hand_fed_desk(tmp_path, "shift_leader")
    panel = CasePanel(fed.desk)
    qtbot.addWidget(panel)
    panel.resize(420, 700)
    panel.show()
    panel.activateWindow()
    fed.feed(case(1, "handling"))
    panel.show_case(1)
    panel.start("U")
    QTest.keyClicks(panel.form.field("reason"), "too slow")
    return fed, panel


def sent(fed):
    return fed.queries.sent(steps.Step)


def answer_step(fed, error) -> None:
    """Let the room refuse the step that was sent last."""
    step = sent(fed)[-1]
    asked = [a for a in fed.queries.asked if step in [cell.cell_contents for cell in a.work.__closure__ or ()]]
    asked[-1].failed(error)


def log_rows():
    """Return what happened since as the log has it."""
    return [{**row, "case_id": 1, "at": datetime.fromisoformat(row["at"])} for row in SINCE]


def test_a_refusal_shows_what_one_was_about_to_do_beside_what_others_did(urging):
    fed, panel = urging
    panel.form.submit()
    answer_step(fed, STALE)
    mine, theirs, verdict = panel.forms.conflict.texts()
    assert mine == "Mine: Urge\non version 2: Being handled\nReason: too slow"
    assert "12:01 张平 Handling-unit officer: Assign → Being handled" in theirs
    assert "Submit handling → Handled, to be confirmed (lane is free)" in theirs
    assert verdict == "The new version is being read …"
    assert not panel.forms.conflict.redo.isEnabled()
    fed.feed(case(1, "handle_finish", version=4, department_en="Sanitation"))
    _, theirs, verdict = panel.forms.conflict.texts()
    assert theirs.startswith("Meanwhile\nnow version 4: Handled, to be confirmed")
    assert "Unit: – → Sanitation" in theirs
    assert verdict.startswith("What you wrote is kept. Decide")


def test_doing_mine_all_the_same_is_decided_on_the_new_version(urging):
    fed, panel = urging
    panel.form.submit()
    answer_step(fed, STALE)
    fed.feed(case(1, "handle_finish", version=4))
    QTest.keyClick(panel.forms.conflict.redo, Qt.Key.Key_Return)
    assert [step.expected_version for step in sent(fed)] == [2, 4]
    assert len({step.request_id for step in sent(fed)}) == 1
    assert sent(fed)[-1].payload == {"reason": "too slow"}
    assert panel.forms.conflict is None


def test_a_version_that_ended_long_ago_is_read_where_the_feed_does_not_bring_it(urging):
    fed, panel = urging
    panel.form.submit()
    answer_step(fed, STALE)
    fed.queries.asked[-1].done(case(1, "closed", version=4))
    assert not panel.forms.conflict.redo.isVisibleTo(panel)
    assert panel.forms.conflict.texts()[2].startswith("This act is not possible any more")


def test_throwing_mine_away_forgets_the_draft_and_goes_back(urging, qtbot):
    fed, panel = urging
    fed.feed(case(1, "handle_finish", version=4))
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.forms.conflict.discard, Qt.Key.Key_Return)
    assert panel.form is None
    assert not fed.desk.drafts.has(NUMBER, "urge")


def test_later_keeps_what_was_written(urging):
    fed, panel = urging
    fed.feed(case(1, "handle_finish", version=4))
    QTest.keyClick(panel.forms.conflict.later, Qt.Key.Key_Escape)
    assert panel.form is None
    panel.start("U")
    assert panel.form.payload() == {"reason": "too slow"}
    assert panel.forms.conflict is None


def test_somebody_who_types_is_not_interrupted_and_enter_sends_nothing_undecided(urging, qtbot):
    fed, panel = urging
    field = panel.form.field("reason")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field, timeout=10_000)
    fed.feed(case(1, "handle_finish", version=4))
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, ", hurry")
    assert "Reason: too slow, hurry" in panel.forms.conflict.texts()[0]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent(fed) == []
    assert QApplication.focusWidget() is panel.forms.conflict.redo


def test_who_was_faster_is_read_from_the_log_where_no_refusal_says_it(urging):
    fed, panel = urging
    fed.feed(case(1, "handle_finish", version=4))
    for asked in [asked for asked in fed.queries.asked if "log" in asked.work.__code__.co_names]:
        asked.done(log_rows())
    assert "12:02 张平 Worker: Submit handling" in panel.forms.conflict.texts()[1]


def test_an_act_that_is_gone_meanwhile_says_so_and_keeps_what_was_written(qtbot, tmp_path):
    fed = hand_fed_desk(tmp_path, "dispatcher")
    panel = CasePanel(fed.desk)
    qtbot.addWidget(panel)
    panel.show()
    fed.feed(case(1, "pending_dispatch"))
    panel.show_case(1)
    panel.start("R")
    QTest.keyClicks(panel.form.field("reason"), "wrong class")
    fed.feed(case(1, "pending_handle", version=3))
    assert "not possible any more" in panel.forms.conflict.texts()[2]
    assert not panel.forms.conflict.redo.isVisibleTo(panel)
    assert panel.form.payload() == {"reason": "wrong class"}
    assert not panel.form.do_it.isEnabled()


def test_a_step_whose_answer_was_lost_asks_again_by_itself_and_is_not_taken_for_somebody_elses(urging):
    fed, panel = urging
    panel.form.submit()
    answer_step(fed, LOST)
    fed.feed(case(1, "handling", version=3))
    first, second = sent(fed)
    assert (first.request_id, first.expected_version) == (second.request_id, second.expected_version)
    fed.queries.asked[-1].done(steps.Answer(1, NUMBER, 3, "handling", NOON, True))
    assert panel.form is None
    assert panel.forms.conflict is None


def test_offline_nothing_is_decided_and_nothing_lost(urging):
    fed, panel = urging
    fed.feed(case(1, "handle_finish", version=4))
    fed.connect(ConnectionState.OFFLINE, LOST)
    assert not panel.forms.conflict.redo.isEnabled()
    assert panel.forms.conflict.texts()[2].startswith("Offline")
    fed.connect(ConnectionState.LIVE)
    assert panel.forms.conflict.redo.isEnabled()


def test_a_case_file_that_goes_to_somebody_else_says_what_became_of_the_draft(urging):
    fed, panel = urging
    fed.feed(removed=(1,))
    assert panel.form is None
    assert "kept as a draft" in panel._facts.text()
    assert fed.desk.drafts.get(NUMBER, "urge").values == {"reason": "too slow"}
