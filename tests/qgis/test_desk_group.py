"""Several case files at once: chosen by key and mouse, one form for all, each its own step with its own answer."""

import pytest
from desk_rows import NOON, case, hand_fed_desk
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPushButton

from community_brain_plugin.cases import steps
from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.cases.queue import Filter
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk import live_table
from community_brain_plugin.ui.desk.arrivals import Arrivals
from community_brain_plugin.ui.desk.case_pages import CasePages
from community_brain_plugin.ui.desk.queue_model import QueueModel
from community_brain_plugin.ui.desk.queue_panel import QueuePanel

pytestmark = pytest.mark.usefixtures("english")
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FIELDS = {"dispatch": {"department_code": "D02"}, "urge": {"reason": "a child nearby"}}


@pytest.fixture
def desk(qtbot, tmp_path):
    """Open a queue of four with its pages for a person of a post: three to be dispatched, one with a unit."""

    def opening(*roles):
        fed = hand_fed_desk(tmp_path, *roles)
        queue = QueuePanel(QueueModel(fed.room, fed.desk.viewer), fed.room)
        pages = CasePages(fed.desk, queue.view, QLabel("one"))
        for widget, size in ((queue, (420, 300)), (pages, (420, 600))):
            qtbot.addWidget(widget)
            widget.resize(*size)
            widget.show()
        fed.feed(*(case(n, due=10 * n) for n in (1, 2, 3)), case(4, "handling", due=40, department_code="D01"))
        queue.choose(1)
        return fed, queue.view, pages

    return opening


def keys(view, *strokes):
    for key, modifier in strokes:
        QTest.keyClick(view, key, modifier)
    QTest.qWait(10)


def buttons(pages):
    QApplication.sendPostedEvents(None, 52)  # what was deleted later is deleted now
    return [button.text() for button in pages.group.findChildren(QPushButton) if "group_" in button.objectName()]


def begin(pages, letter, action):
    """Open the form of an act and fill it in."""
    assert pages.start(letter)
    pages.group.form.fill(FIELDS[action])


def answer_next(fed, version=3, state="pending_handle"):
    """Answer the question that was sent last, as the room does; return its step."""
    step = fed.queries.sent(steps.Step)[-1]
    fed.queries.asked[-1].done(steps.Answer(step.case_id, "n", version, state, NOON, False))
    return step


def test_rows_are_chosen_together_by_shift_control_and_control_a_and_given_up_by_escape(desk):
    _, view, pages = desk("dispatcher")
    keys(view, (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Down, SHIFT))
    assert (view.group(), pages.group.keys) == ([1, 2, 3], [1, 2, 3])
    assert pages.currentWidget() is pages.group
    place = view.visualRect(view.model().index(1, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)
    QTest.qWait(10)
    assert pages.group.keys == [1, 3]
    keys(view, (Qt.Key.Key_A, CONTROL))
    assert pages.group.keys == [1, 2, 3, 4]
    keys(view, (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert (view.group(), view.current_key()) == ([], 2)
    assert pages.currentWidget() is pages.case


def test_each_act_says_to_how_many_it_is_open_and_what_needs_a_look_at_each_is_not_offered(desk):
    _, view, pages = desk("dispatcher")
    keys(view, (Qt.Key.Key_A, CONTROL))
    assert "4 case files chosen" in pages.group.title.text()
    assert "Waiting for dispatch 3" in pages.group.title.text()
    assert "D  Dispatch (3 of 4)" in buttons(pages)
    assert not [text for text in buttons(pages) if "behalf" in text], "who said so differs from one to the next"


def test_one_form_sends_a_step_of_its_own_for_each_and_the_list_says_how_each_went(desk):
    fed, view, pages = desk("dispatcher")
    keys(view, (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Down, SHIFT))
    begin(pages, "D", "dispatch")
    pages.group.form.submit()
    first = answer_next(fed)
    fed.queries.asked[-1].failed(RoomError("room.stale_version", version=3))
    third = answer_next(fed)
    sent = fed.queries.sent(steps.Step)
    assert [(step.case_id, step.action, step.payload) for step in sent] == [
        (number, "dispatch", {"department_code": "D02"}) for number in (1, 2, 3)
    ]
    assert len({step.request_id for step in sent}) == 3
    assert (first.expected_version, third.case_id) == (2, 3)
    assert [row[0] for row in pages.group.answers.rows()] == ["✓", "✕", "✓"]
    assert pages.group.answers.rows()[1][2] == str(RoomError("room.stale_version", version=3))
    assert pages.group.answers.summary() == "2 of 3 done · 1 refused"
    assert not pages.group.answers.resend.isVisible()


def test_what_somebody_did_with_many_at_once_is_no_news_to_him(desk):
    fed, view, pages = desk("acceptor", "dispatcher")
    fed.feed(*(case(number, "pending_check", version=2, due=10 * number) for number in (1, 2, 3)))
    shown: list[str] = []
    Arrivals(fed.desk, lambda text, priority: shown.append(text), lambda priority: None, view)
    keys(view, (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Down, SHIFT))
    assert pages.start("R")
    pages.group.form.fill({"reason": "still there"})
    pages.group.form.submit()
    for number in (1, 2):
        # The feed may be faster than the answer.
        fed.feed(case(number, version=3, due=10 * number))
        answer_next(fed, state="pending_dispatch")
    fed.queries.asked[-1].failed(RoomError("room.stale_version", version=3))
    assert shown == []
    fed.feed(case(3, version=3, due=30))
    assert shown == ["Waiting for dispatch: Blocked fire lane, 松涛路3号"], "the third was sent back by somebody else"


def test_many_are_dispatched_to_no_unit_by_default(desk):
    fed, view, pages = desk("dispatcher")
    keys(view, (Qt.Key.Key_Down, SHIFT))
    assert pages.start("D")
    pages.group.form.submit()
    assert "Still missing" in pages.group.form.message.text()
    assert fed.queries.sent(steps.Step) == []


def test_the_form_for_many_says_which_way_orders_go_when_none_is_ticked(desk):
    _, view, pages = desk("dispatcher")
    keys(view, (Qt.Key.Key_Down, SHIFT))
    begin(pages, "D", "dispatch")
    form = pages.group.form
    assert not any(box.isChecked() for box in form.field("channels").boxes.values())
    assert (
        "None ticked: each order goes as the responsibility table says" in form.findChild(QLabel, "usual_ways").text()
    )
    assert "channels" not in form.payload()


def test_a_connection_that_breaks_half_way_is_said_and_nothing_is_taken_twice(desk, tmp_path):
    fed, view, pages = desk("shift_leader")
    keys(view, (Qt.Key.Key_A, CONTROL))
    begin(pages, "U", "urge")
    pages.group.form.submit()
    answer_next(fed)
    lost = fed.queries.sent(steps.Step)[-1]
    fed.queries.asked[-1].failed(RoomError("database.connection_lost", reason="gone"))
    fed.connect(ConnectionState.OFFLINE)
    assert [row[0] for row in pages.group.answers.rows()] == ["✓", "◆", "○", "○"]
    assert pages.group.answers.summary() == "1 of 4 done · 3 not answered yet"
    assert not pages.group.answers.resend.isEnabled()
    fed.desk.drafts.close()
    left = Drafts(tmp_path / "drafts.json")
    assert [left.has(f"20261121-{n:06d}", "urge") for n in (1, 2, 3, 4)] == [False, True, True, True]
    fed.connect(ConnectionState.LIVE)
    pages.group.answers.resend.click()
    again = answer_next(fed)
    assert (again.case_id, again.request_id) == (lost.case_id, lost.request_id)
    answer_next(fed)
    answer_next(fed)
    assert pages.group.answers.summary() == "4 of 4 done"


def test_what_cannot_be_undone_says_how_many_it_ends_and_asks_once(desk):
    fed, view, pages = desk("shift_leader")
    keys(view, (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Down, SHIFT))
    assert buttons(pages)[:2] == ["U  Urge (3)", "X  Force close (3)"], "what ends them stands last"
    assert pages.start("X")
    pages.group.form.fill({"reason": "a drill"})
    pages.group.form.submit()
    assert fed.queries.sent(steps.Step) == []
    assert pages.group.form.message.text().startswith("3 case files: Force close ends")
    assert pages.group.form.do_it.text() == "3 case files: Yes, Force close"
    pages.group.form.submit()
    assert len(fed.queries.sent(steps.Step)) == 1, "the next follows when this one is answered"


def test_colleagues_take_rows_away_and_neither_form_nor_list_goes_with_them(desk):
    fed, view, pages = desk("dispatcher")
    view.model().show_bucket(Filter.UNASSIGNED)
    keys(view, (Qt.Key.Key_A, CONTROL))
    begin(pages, "D", "dispatch")
    fed.feed(case(3, "handling", version=3))
    view.model().catch_up()
    QTest.qWait(10)
    assert (view.group(), pages.group.form is not None) == ([1, 2], True)
    pages.group.form.submit()
    for number in (1, 2):
        answer_next(fed)
        fed.feed(case(number, "pending_handle", version=3))
        view.model().catch_up()
        QTest.qWait(10)
    fed.queries.asked[-1].failed(RoomError("room.stale_version", version=3))
    assert view.model().keys() == []
    assert pages.currentWidget() is pages.group
    assert [row[0] for row in pages.group.answers.rows()] == ["✓", "✓", "✕"]


def test_a_form_left_by_escape_or_by_choosing_others_keeps_what_was_written(desk):
    _, view, pages = desk("shift_leader")
    keys(view, (Qt.Key.Key_Down, SHIFT))
    begin(pages, "U", "urge")
    keys(view, (Qt.Key.Key_Down, SHIFT))
    assert (pages.group.keys, pages.group.form) == ([1, 2, 3], None)
    pages.start("U")
    assert pages.group.form.payload() == FIELDS["urge"]


def test_claims_are_taken_one_by_one(desk):
    fed, view, pages = desk("dispatcher")
    keys(view, (Qt.Key.Key_Down, SHIFT))
    assert "I  Claim (2)" in buttons(pages)
    pages.toggle_claim()
    fed.queries.asked[-1].done({"case_id": 1})
    fed.queries.asked[-1].failed(RoomError("room.claimed", staff="P9", until="12:05"))
    assert [row[0] for row in pages.group.answers.rows()] == ["✓", "✕"]


def test_more_than_can_be_followed_are_not_chosen_together(desk, monkeypatch, qtbot):
    monkeypatch.setattr(live_table, "MOST", 2)
    _, view, _ = desk("dispatcher")
    for last in ((Qt.Key.Key_A, CONTROL), (Qt.Key.Key_PageDown, SHIFT)):
        view.choose(1)
        with qtbot.waitSignal(view.too_many, timeout=10_000):
            keys(view, last)
        assert view.group() == [1, 2]


def test_in_a_low_dock_the_form_and_its_button_come_into_sight(desk, qtbot):
    _, view, pages = desk("shift_leader", "acceptor", "dispatcher")
    pages.resize(300, 170)
    keys(view, (Qt.Key.Key_A, CONTROL))
    begin(pages, "U", "urge")
    button = pages.group.form.do_it
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().height() >= button.height(), timeout=10_000)
