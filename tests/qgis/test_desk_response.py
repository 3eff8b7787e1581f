"""Whom to send to which standing alarm: offered beside the alarms and with the recommendation, taken by one key."""

import pytest
from desk_rows import NOON, alarm, case, hand_fed_desk
from qgis.PyQt.QtWidgets import QApplication

from community_brain_plugin.alarms.response import Advice, Offer
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk import response
from community_brain_plugin.ui.desk.alarm_panel import AlarmPanel

pytestmark = pytest.mark.usefixtures("english")

WANG = Offer(1, "2002", "王五", "worker", "D02", "环卫所", "Sanitation", 6.2, 0.62, 1)
LI = Offer(2, "1003", "李四", "collector", None, None, None, 9.0, 0.4, 2)


@pytest.fixture
def planning(monkeypatch):
    """Plans are asked for at once."""
    monkeypatch.setattr(response, "_SOON_MS", 0)
    monkeypatch.setattr(response, "_SELDOM_SECONDS", 0.0)


@pytest.fixture
def fed(planning, qtbot, tmp_path):
    desk = hand_fed_desk(tmp_path, "dispatcher")
    desk.desk.offers.begin()
    yield desk
    desk.desk.offers._timer.stop()


def plans(fed):
    """Return the questions for a plan."""
    return [asked for asked in fed.queries.asked if "_advise" in asked.work.__code__.co_names]


def advised(fed, qtbot, *offers, unknown=()):
    """Wait for the question for a plan, and answer it."""
    before = len(plans(fed))
    fed.desk.offers._soon()
    qtbot.waitUntil(lambda: len(plans(fed)) > before or bool(before), timeout=10_000)
    plans(fed)[-1].done(({}, Advice({offer.alarm_id: offer for offer in offers}, unknown)))


def test_whom_to_send_where_is_said_the_chosen_alarm_first_and_what_nothing_is_known_of(fed, qtbot):
    panel = AlarmPanel(fed.desk)
    qtbot.addWidget(panel)
    fed.feed(alarm(1), alarm(2, 3), alarm(3))
    advised(fed, qtbot, WANG, LI, unknown=[("烟感", "Smoke")])
    panel.view.choose(2)
    lines = panel.offers.text().split("<br>")
    assert lines[0] == "Send whom where:"
    assert lines[1] == "<b>烟感2 ← 李四 after another, in 9 min, chance still true 40 %</b>"
    assert lines[2] == "烟感1 ← 王五 (Sanitation), there in 6 min, chance still true 62 %"
    assert "Smoke: too few past alarms to know a chance." in lines[3]
    with qtbot.waitSignal(panel.offer_wanted) as wanted:
        panel.take_offer()
    assert wanted.args == [LI]
    panel.view.choose(3)
    assert panel.offer_button.isHidden(), "nobody is offered for this one"


def test_an_alarm_that_cleared_or_was_sent_to_has_no_offer_any_more(fed, qtbot):
    fed.feed(alarm(1), alarm(2))
    advised(fed, qtbot, WANG, LI)
    assert fed.desk.offers.of_alarm(1) == WANG
    fed.feed(case(7, "pending_handle", alarm_id=1, dispatched_at=NOON), alarm(1, case_id=7))
    fed.feed(alarm(2, cleared_at=NOON))
    assert fed.desk.offers.of_alarm(1) is None
    assert fed.desk.offers.of_alarm(2) is None


def test_one_plan_at_a_time_and_another_after_a_change_meanwhile(fed, qtbot):
    fed.feed(alarm(1))
    qtbot.waitUntil(lambda: len(plans(fed)) == 1, timeout=10_000)
    fed.feed(alarm(2))
    qtbot.waitUntil(lambda: fed.desk.offers._stale, timeout=10_000)
    assert len(plans(fed)) == 1
    plans(fed)[0].failed(RoomError("database.connection_lost", reason="gone"))
    assert fed.desk.offers.advice is None, "an old plan is worse than none"
    qtbot.waitUntil(lambda: len(plans(fed)) == 2, timeout=10_000)


def test_nothing_is_asked_while_no_alarm_stands_nor_offline(fed, qtbot):
    fed.feed(alarm(1, cleared_at=NOON))
    fed.desk.offers._plan()
    fed.connect(ConnectionState.OFFLINE)
    fed.feed(alarm(1))
    fed.desk.offers._plan()
    assert plans(fed) == []


def test_advice_goes_with_the_connection_and_what_comes_late_is_not_shown_either(fed, qtbot):
    panel = AlarmPanel(fed.desk)
    qtbot.addWidget(panel)
    fed.feed(alarm(1), alarm(2))
    advised(fed, qtbot, WANG)
    panel.view.choose(1)
    assert "王五" in panel.offers.text()
    fed.connect(ConnectionState.OFFLINE)
    assert (panel.offers.text(), panel.offer_button.isHidden()) == ("", True)
    plans(fed)[-1].done(({}, Advice({1: WANG}, ())))
    assert panel.offers.text() == "", "asked for before, it tells of before"
    fed.connect(ConnectionState.LIVE)
    assert panel.offers.text() == "", "whom it named may be elsewhere by now"
    advised(fed, qtbot, LI)
    assert "李四" in panel.offers.text()


def test_the_recommendation_says_who_could_still_catch_the_alarm_and_the_offer_opens_its_form(planning, opened, qtbot):
    fed, panel = opened("pending_dispatch", "dispatcher", alarm_id=1)
    asked = fed.queries.asked[-1]
    fed.desk.offers.begin()
    fed.feed(alarm(1, case_id=1))
    row = {"department_code": "D01", "department_zh": "安居物业", "department_en": "Anju", "reason": "class",
           "open_cases": 3, "metres": None}  # fmt: skip
    asked.done([row])
    assert "The alarm still stands" not in panel.recommended_text()
    advised(fed, qtbot, WANG)
    assert panel.recommended_text().split("\n")[1] == (
        "The alarm still stands: 王五 (Sanitation), there in 6 min, chance still true 62 %"
    )
    response.open_offer(panel, WANG)
    QApplication.processEvents()
    assert (panel.form.transition.action, panel.form.payload()["department_code"]) == ("dispatch", "D02")
    fed.desk.offers._timer.stop()


def test_an_offer_taken_before_there_is_a_case_file_comes_back_with_it_as_it_stands_then(fed, qtbot, opened):
    fed.feed(alarm(1))
    advised(fed, qtbot, WANG)
    offers = fed.desk.offers
    offers.keep(WANG)
    assert offers.kept_for(case(8, "reported", alarm_id=3)) is None, "of another alarm"
    offers.keep(WANG)
    sooner = Offer(1, "2003", "赵六", "worker", "D01", "安居物业", "Anju", 2.0, 0.9, 1)
    advised(fed, qtbot, sooner)
    reported = case(7, "reported", alarm_id=1)
    assert offers.kept_for(reported) == sooner
    assert offers.kept_for(reported) is None, "it is taken once"
    _, panel = opened("reported", "acceptor", alarm_id=1)
    response.open_offer(panel, sooner)
    assert panel.form.transition.action == "file", "what nobody has filed nobody can be sent to"


def test_a_collector_is_offered_to_look_whether_it_is_true(opened):
    _, panel = opened("reported", "acceptor", alarm_id=2)
    response.open_offer(panel, LI)
    assert panel.form.transition.action == "send_verify"
