"""Claims and orders in the case file's details: who is working on it, how the order went, what the unit said."""

from datetime import timedelta

import pytest
from desk_rows import NOON, case
from little_room import UTILITY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPushButton

from community_brain_plugin.cases import orders, steps
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.order_words import order_line, order_log
from community_brain_plugin.ui.desk.slip import open_slip
from community_brain_plugin.ui.desk.withdrawals import WithdrawalLine

ORDER = {
    "outbox_id": "a", "case_version": 3, "channel": "webhook", "attempts": 10, "created_at": NOON, "delivered_at": None,
    "delivered_by_name": None, "answer": "500 <b>", "department_zh": "排水公司", "department_en": "Drainage",
    "standing": "failed", "is_latest": True, "is_valid": True, "withdrawn_at": None, "rework_reason": None,
}  # fmt: skip
LEASE = {"claimed_role": "dispatcher", "claimed_until": NOON + timedelta(minutes=5)}

pytestmark = pytest.mark.usefixtures("english")


def questions(fed, name):
    """Return what was asked of the room by this function."""
    return [asked for asked in fed.queries.asked if name in asked.work.__code__.co_names]


def with_orders(opened, *rows, roles=("dispatcher",), state="pending_handle", **more):
    fed, panel = opened(state, *roles, **{"department_code": "D03", "dispatched_at": NOON, **more})
    questions(fed, "listed")[-1].done([dict(row) for row in rows])
    return fed, panel


def shown_buttons(panel, name):
    QApplication.sendPostedEvents(None, 52)  # what was deleted later is deleted now
    return panel.orders.findChildren(QPushButton, name)


def test_a_free_case_file_is_claimed_by_one_key_and_the_lease_is_shown_at_once(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    assert panel.claim.button.text() == "I  Claim"
    panel.claim.toggle()
    assert not panel.claim.button.isEnabled()
    fed.queries.asked[-1].done({"case_id": 1, "version": 2, "claimed_by": "P1", **LEASE})
    assert "Claimed by you</b> until 12:05 (0" in panel.claim.text()
    assert panel.claim.button.text() == "I  Give the claim back"


def test_a_colleagues_claim_says_who_and_until_when_and_ends_by_itself(opened):
    fed, panel = opened("pending_dispatch", "dispatcher", claimed_by="C1", **LEASE)
    assert "白德 (Dispatcher) is working on it" in panel.claim.text()
    fed.feed(case(1, "pending_dispatch", claimed_by=None))
    assert panel.claim.text() == ""
    over = {**LEASE, "claimed_until": NOON - timedelta(seconds=1)}
    fed.feed(case(1, "pending_dispatch", claimed_by="C1", **over))
    assert panel.claim.text() == ""


def test_a_refused_claim_is_said_and_another_post_is_offered_none(opened, qtbot):
    fed, panel = opened("pending_dispatch", "dispatcher")
    panel.claim.toggle()
    with qtbot.waitSignal(fed.desk.failed) as said:
        fed.queries.asked[-1].failed(RoomError("room.claimed", staff="1005", case_number="1", until="12:05"))
    assert "1005 is working on" in said.args[0]
    assert panel.claim.button.isEnabled()
    panel.claim.toggle()
    with qtbot.waitSignal(fed.desk.failed) as said:
        fed.queries.asked[-1].failed(RoomError("room.claimed", staff="C1", case_number="1", until="12:05"))
    assert "白德 is working on" in said.args[0], "the room's number is nobody's name"
    _, other = opened("pending_dispatch", "acceptor")
    assert not other.claim.button.isVisibleTo(other)


def test_how_each_order_went_is_said_and_the_latest_dispatch_has_its_acts(opened):
    slip = {**ORDER, "outbox_id": "b", "channel": "slip", "standing": "delivered", "delivered_at": NOON,
            "delivered_by_name": "崔静霞", "answer": None}  # fmt: skip
    older = {**ORDER, "outbox_id": "c", "case_version": 2, "is_latest": False, "is_valid": False}
    _, panel = with_orders(opened, ORDER, slip, older)
    assert panel.orders.lines()[:2] == [
        "webhook → Drainage · failed after 10 attempts 11-21 12:00 · answer: 500 <b>",
        "slip → Drainage · delivered 11-21 12:00 (崔静霞)",
    ]
    assert panel.orders.lines()[2].endswith("failed after 10 attempts 11-21 12:00 · no longer valid · answer: 500 <b>")
    assert len(shown_buttons(panel, "send_again")) == 1
    assert len(shown_buttons(panel, "record_answer")) == 2


def test_who_gave_an_answer_by_which_way_and_when_is_said_and_the_tip_has_the_whole_log(opened):
    def entry(action, staff=None, **details):
        return {"at": "2026-11-21T04:05:00+00:00", "action": action, "staff_name": staff, "details": details}

    log = [entry("attempt_failed", answer="503"),
           entry("answered", "崔静霞", answer="on the way", said_by="guard Zhao", channel="phone")]  # fmt: skip
    _, panel = with_orders(opened, {**ORDER, "answer": "on the way", "log": log})
    assert panel.orders.lines()[0].endswith("answer: on the way (guard Zhao, Telephone, 11-21 12:05)")
    assert panel.orders.findChildren(QLabel)[1].toolTip().split("\n") == [
        "11-21 12:05 attempt failed · 503",
        "11-21 12:05 answered · guard Zhao · on the way · 崔静霞",
    ]


def test_orders_that_the_case_file_has_left_behind_say_so_and_ask_for_nothing(opened):
    withdrawn = {**ORDER, "standing": "withdrawn", "is_valid": False, "answer": None, "withdrawn_at": NOON}
    handed = {**ORDER, "outbox_id": "b", "channel": "slip", "standing": "delivered", "is_valid": False,
              "delivered_at": NOON, "answer": None}  # fmt: skip
    fed, panel = with_orders(
        opened, {**withdrawn, "withdrawn_at": None}, handed, state="returned_dispatcher", department_code=None
    )
    assert panel.orders.lines()[0] == "webhook → Drainage · withdrawn, the case file has moved on"
    before = len(questions(fed, "listed"))
    for _ in range(5):
        panel.tick()
    assert len(questions(fed, "listed")) == before + 1, "the service notes when"
    questions(fed, "listed")[-1].done([withdrawn, handed])
    assert panel.orders.lines() == [
        "webhook → Drainage · withdrawn, the case file has moved on 11-21 12:00",
        "slip → Drainage · delivered 11-21 12:00 · no longer valid",
    ]
    assert shown_buttons(panel, "send_again") == shown_buttons(panel, "record_answer") == []
    panel.orders.begin_answer()
    assert panel.orders.form is None


def test_the_order_of_a_rework_says_what_was_wrong_and_so_does_its_slip_before_it_leaves(opened):
    rework = {**ORDER, "channel": "slip", "standing": "waiting", "answer": None, "rework_reason": "it still rattles"}
    fed, panel = with_orders(opened, rework, rework_count=1)
    assert panel.orders.lines() == [
        "rework: slip → Drainage · not sent yet 11-21 12:00 · what was wrong: it still rattles"
    ]
    open_slip(panel, fed.desk, fed.room.cases[1])
    copy = panel.findChild(QPushButton, "copy_slip")
    assert not copy.isEnabled(), "without what was wrong it would be only half of an order"
    questions(fed, "listed")[-1].done([rework, {**ORDER, "is_latest": False}])
    copy.click()
    assert "To be done again, because: it still rattles" in QApplication.clipboard().text()
    assert questions(fed, "delivered")


def test_a_room_that_does_not_answer_keeps_no_slip_back(opened):
    fed, panel = with_orders(opened, rework_count=1)
    open_slip(panel, fed.desk, fed.room.cases[1])
    questions(fed, "listed")[-1].failed(RoomError("database.connection_lost", reason="gone"))
    panel.findChild(QPushButton, "copy_slip").click()
    assert "Case file: 20261121-000001" in QApplication.clipboard().text()


def test_paper_about_a_case_file_no_unit_has_is_no_order_and_says_so(opened):
    fed, panel = with_orders(opened, ORDER, state="feedback")
    open_slip(panel, fed.desk, fed.room.cases[1])
    panel.findChild(QPushButton, "copy_slip").click()
    assert QApplication.clipboard().text().startswith("No longer valid: Fed back\n")
    assert questions(fed, "delivered") == []


def test_a_failed_order_is_sent_again_and_looked_after(opened):
    fed, panel = with_orders(opened, ORDER)
    QTest.keyClick(shown_buttons(panel, "send_again")[0], Qt.Key.Key_Space)
    assert questions(fed, "send_again")
    fed.queries.asked[-1].done(None)
    again = {**ORDER, "standing": "waiting", "attempts": 0}
    questions(fed, "listed")[-1].done([again])
    before = len(questions(fed, "listed"))
    for _ in range(5):
        panel.tick()
    assert len(questions(fed, "listed")) == before + 1
    assert shown_buttons(panel, "send_again") == []


def test_the_answer_of_a_unit_is_asked_for_in_place_and_its_draft_kept(opened, qtbot):
    fed, panel = with_orders(opened, ORDER)
    panel.orders.begin_answer()
    QTest.keyClicks(panel.orders.form.field("answer"), "on the way")
    QTest.keyClick(panel.orders.form.field("answer"), Qt.Key.Key_Escape)
    assert panel.orders.form is None
    panel.orders.begin_answer()
    assert panel.orders.form.payload() == {"answer": "on the way", "channel": "phone"}
    panel.orders.form.submit()
    assert panel.orders.form.message.text() == "Still missing: Who said so"
    QTest.keyClicks(panel.orders.form.field("said_by"), "guard Zhao")
    qtbot.waitUntil(panel.orders.form.isVisible, timeout=10_000)
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.orders.form.field("said_by"), Qt.Key.Key_Return)
        questions(fed, "record_answer")[-1].done(None)
    assert panel.orders.form is None
    assert not fed.desk.drafts.has("20261121-000001", "outbox_answer")


def test_orders_are_shown_to_others_without_acts_and_offline_nothing_is_sent(opened):
    _, panel = with_orders(opened, ORDER, roles=("acceptor",))
    assert len(panel.orders.lines()) == 1
    assert shown_buttons(panel, "send_again") == []
    fed, panel = with_orders(opened, ORDER)
    fed.connect(ConnectionState.OFFLINE, RoomError("database.connection_lost", reason="gone"))
    panel.orders.send_again()
    panel.orders.begin_answer()
    assert questions(fed, "send_again") == []
    assert panel.orders.form is None


def test_in_the_room_itself_claims_and_answers_are_kept(map_room):
    """The panel's questions are those the database answers."""
    session = map_room.connect("dispatcher")
    case_id = map_room.case_in("pending_dispatch")
    place = map_room.case(case_id)["subdistrict"]
    held = steps.claim(session, place, case_id)
    assert (held["claimed_by"], held["claimed_role"]) == ("1004", "dispatcher")
    assert held["claimed_until"].tzinfo is not None
    assert steps.release(session, place, case_id)["claimed_until"] is None
    map_room.step("dispatcher", case_id, "dispatch", department_code=UTILITY, reason="test")
    map_room.query("UPDATE room.outbox SET state = 'failed', attempts = 10 WHERE case_id = %s", (case_id,))
    (order,) = orders.listed(session, case_id)
    assert (order["standing"], order["is_latest"], order["department_en"]) == ("failed", True, "Drainage")
    orders.send_again(session, [order["outbox_id"]])
    orders.record_answer(session, order["outbox_id"], "on the way", "guard Zhao", "phone")
    (order,) = orders.listed(session, case_id)
    assert (order["standing"], order["answer"]) == ("waiting", "on the way")
    assert order_line(order).endswith("answer: on the way (guard Zhao, Telephone, " + order_log(order)[1][:11] + ")")


LEVEL = {
    "level": 1, "department_zh": "环卫所", "department_en": "Sanitation", "phone": "100", "due_at": NOON,
    "told_at": None, "standing": "waiting",
}  # fmt: skip


def test_who_was_told_that_nothing_was_done_and_who_is_next_and_when(opened):
    fed, panel = opened("pending_handle", "dispatcher", department_code="D03")
    later = {**LEVEL, "level": 2, "department_en": "Drainage", "due_at": NOON + timedelta(hours=1), "phone": None}
    asked = questions(fed, "escalation")[-1]
    asked.done([{**LEVEL, "standing": "told", "told_at": NOON}, later])
    assert panel.recommended_text().split("\n") == [
        "▲ Nothing was done: escalated to Sanitation 100 at 11-21 12:00",
        "If nothing is done, Drainage is told at 11-21 13:00",
    ]
    asked.done([{**LEVEL, "standing": "paused"}, later])
    assert panel.recommended_text() == "Escalation to Sanitation 100 waits while the case file is suspended"
    asked.done([{**LEVEL, "standing": "over"}])
    assert panel.recommended_text() == ""


def test_a_notice_is_copied_with_what_is_asked_and_noted_as_passed_on(opened):
    notice = {**ORDER, "outbox_id": "n", "channel": "text", "level": 1, "standing": "waiting", "answer": None}
    fed, panel = with_orders(opened, {**ORDER, "standing": "delivered"}, notice)
    assert panel.orders.lines()[1] == "escalation: text → Drainage · not sent yet 11-21 12:00"
    (button,) = shown_buttons(panel, "copy_notice")
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert "nothing has been done about this order" in QApplication.clipboard().text()
    assert "20261121-000001" in QApplication.clipboard().text()
    assert questions(fed, "hand_notice")


def test_a_handling_unit_is_not_told_whom_the_room_would_send(opened):
    fed, panel = opened("returned_dispatcher", "department", "worker", department_code="D01")
    assert questions(fed, "recommendations") == []
    assert panel.recommended_text() == ""


def test_a_unit_whose_order_is_withdrawn_is_told_from_the_details_and_that_is_noted(opened):
    told = {"action_zh": "强制结案", "action_en": "Force close", "reason": "the owner did it"}
    notice = {**ORDER, "outbox_id": "w", "channel": "slip", "level": 0, "standing": "waiting", "answer": None,
              "withdrawal": told, "department_phone": "100"}  # fmt: skip
    order = {**ORDER, "standing": "delivered", "is_valid": False, "answer": None}
    fed, panel = with_orders(opened, order, notice, state="closed")
    assert panel.orders.lines()[1] == (
        "withdrawal: slip → Drainage · not sent yet 11-21 12:00 · Force close: the owner did it"
    )
    (button,) = shown_buttons(panel, "pass_on")
    assert shown_buttons(panel, "copy_notice") == []
    button.click()
    panel.findChild(QPushButton, "copy_slip").click()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0] == "Withdrawn, nothing more is to be done: Force close · the owner did it"
    assert lines[2] == "Handling unit: Drainage 100"
    assert questions(fed, "hand_notice")
    later = {**notice, "standing": "delivered", "is_latest": False}
    fed.queries.asked[-1].done(None)
    questions(fed, "listed")[-1].done([order, later])
    assert shown_buttons(panel, "pass_on") == []
    assert len(shown_buttons(panel, "record_answer")) == 1, "what they say to it can be recorded"


def test_who_has_still_to_be_told_is_said_until_somebody_has(opened, qtbot):
    fed, _ = opened("handling", "dispatcher", dispatched_at=NOON, department_code="D03")
    line = WithdrawalLine(fed.desk)
    qtbot.addWidget(line)
    line.refresh()
    question = next(asked for asked in reversed(fed.queries.asked) if asked.work is orders.to_tell)
    row = {"case_id": 1, "case_number": "20261121-000001", "department_zh": "排水公司", "department_en": "Drainage"}
    question.done([row] * 5)
    assert not line.isHidden()
    assert "The order is withdrawn, the unit does not know yet" in line.text()
    assert "2 more" in line.text()
    with qtbot.waitSignal(line.chosen) as chosen:
        line.linkActivated.emit("1")
    assert chosen.args == [1]
    question.done([])
    assert line.isHidden()
