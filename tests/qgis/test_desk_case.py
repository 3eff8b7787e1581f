"""A case file's acts on the screen: forms, drafts, sending once, and what happens when somebody was faster."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from desk_rows import NOON, alarm, case, hand_fed_desk
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QPushButton

from community_brain_plugin import wording
from community_brain_plugin.cases import steps
from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.cases.records import Surroundings
from community_brain_plugin.database.difference import Clock, Difference
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.case_words import log_html, payload_notes, reason_of
from community_brain_plugin.ui.desk.intake import IntakePanel
from community_brain_plugin.ui.desk.lock_line import LockLine, UnderLockLine
from community_brain_plugin.ui.desk.queue_model import QueueModel
from community_brain_plugin.ui.desk.slip import SlipBar, open_slip, print_to_pdf, slip_document, slip_lines, slip_text
from community_brain_plugin.ui.desk.status import StatusLine
from community_brain_plugin.ui.words import ZONE

LOST = RoomError("database.connection_lost", reason="gone")

pytestmark = pytest.mark.usefixtures("english")

#: What a dock of the left column has on 1366 × 768 pixels at 100 %, and beside the queue at 150 %.
SMALL_DOCKS = ((368, 277), (290, 330))


def buttons(panel):
    QApplication.sendPostedEvents(None, 52)  # what was deleted later is deleted now
    return [button.text() for button in panel.findChildren(QPushButton) if button.objectName().startswith("act_")]


def answer(version=3, state="pending_handle"):
    return steps.Answer(1, "20261121-000001", version, state, NOON, False)


def sent(fed):
    return fed.queries.sent(steps.Step)


def fail(fed, error):
    fed.queries.asked[-1].failed(error)


def test_only_the_acts_of_the_post_and_the_state_are_offered_with_their_letters(opened):
    _, panel = opened("pending_dispatch", "dispatcher")
    assert buttons(panel) == ["R  Return to acceptor", "D  Dispatch", "P  Ask for suspension"]


def test_another_post_is_offered_nothing(opened):
    _, panel = opened("pending_dispatch", "acceptor")
    assert buttons(panel) == []
    assert not panel.start("D")


def test_the_recommendation_is_the_default_and_enter_sends_it(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    asked = fed.queries.asked[-1]
    asked.done([{"department_code": "D02", "department_zh": "环卫所", "department_en": "Sanitation", "reason": "class",
                 "open_cases": 3, "metres": 120.4}])  # fmt: skip
    assert (
        panel.recommended_text()
        == "Recommended: Sanitation – it is responsible for this class, 3 open with it, 120 m away"
    )
    assert panel.start("D")
    QTest.keyClick(panel.form.field("department_code").box, Qt.Key.Key_Return)
    (step,) = sent(fed)
    assert (step.action, step.payload, step.expected_version) == ("dispatch", {"department_code": "D02"}, 2)


def test_a_recommendation_that_comes_after_the_dispatch_is_not_shown(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    asked = fed.queries.asked[-1]
    fed.feed(case(1, "pending_handle", version=3, department_code="D02", dispatched_at=NOON))
    asked.done([{"department_code": "D02", "department_zh": "环卫所", "department_en": "Sanitation", "reason": "class",
                 "open_cases": 3, "metres": 120.4}])  # fmt: skip
    assert panel.recommended_text() == ""
    assert fed.desk.recommended == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"on_duty": 2, "metres_along": "street", "channel": "slip"},
         "it is responsible for this class, 2 on duty, 3 open with it, 120 m on foot, order by slip"),
        ({"on_duty": 0, "metres_along": "straight", "reason": "owner"},
         "it owns the component, nobody on duty, 3 open with it, 120 m in a straight line"),
        ({"reason": "returned", "metres": None}, "it sent this case file back, 3 open with it"),
    ],
)  # fmt: skip
def test_a_recommendation_says_in_one_line_why_who_is_on_duty_how_loaded_how_far_and_by_which_way(more, words):
    assert reason_of({"reason": "class", "open_cases": 3, "metres": 120.4, **more}) == words


def test_the_recommendation_says_whom_to_turn_to_next_and_after_how_long(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    steps = [
        {"minutes": 45, "department_code": "D01", "department_zh": "安居物业", "department_en": "Anju", "phone": "100"},
        {"minutes": 150, "department_code": "D03", "department_zh": "执法队", "department_en": None, "phone": None},
    ]
    row = {"department_code": "D02", "department_zh": "环卫所", "department_en": "Sanitation", "reason": "class",
           "open_cases": 3, "metres": None, "escalation": steps}  # fmt: skip
    fed.queries.asked[-1].done([row])
    assert panel.recommended_text().split("\n")[1] == "If nothing is done: after 45 min Anju 100, after 2.5 h 执法队"


def around(fed):
    """Return the question for what stands around the case file shown."""
    return next(asked for asked in reversed(fed.queries.asked) if "surroundings" in asked.work.__code__.co_names)


HIDDEN = {"standing": "withheld", "name": None, "phone": None, "callback_owed": None, "called_back_at": None}


def test_the_reporter_stands_beside_the_facts_as_far_as_one_may_know(opened):
    fed, panel = opened("pending_handle", "dispatcher")
    asked = around(fed)
    asked.done(Surroundings(HIDDEN, (), ()))
    assert panel.beside_text() == "Reporter: contact withheld (supervision only)"
    shown = {**HIDDEN, "standing": "shown", "name": "李女士", "phone": "100", "callback_owed": True}
    asked.done(Surroundings(shown, (), ()))
    assert panel.beside_text() == "Reporter: 李女士 100 · a call back is owed · Called back · Nobody answered"
    asked.done(Surroundings({**HIDDEN, "standing": "none"}, (), ()))
    assert panel.beside_text() == ""


def test_a_call_back_is_noted_beside_the_facts_too(opened):
    fed, panel = opened("reported", "acceptor")
    owed = {**HIDDEN, "standing": "shown", "name": "李女士", "phone": "100", "callback_owed": True}
    around(fed).done(Surroundings(owed, (), ()))
    for link, reached in (("missed", False), ("called", True)):
        panel.around.linkActivated.emit(link)
        asked = fed.queries.asked[-1]
        assert reached in [cell.cell_contents for cell in asked.work.__closure__]
        asked.done(None)
        around(fed).done(Surroundings(owed if not reached else {**owed, "callback_owed": False}, (), ()))
        assert ("Noted that nobody answered" in panel.beside_text()) is not reached
    fed.connect(ConnectionState.OFFLINE)
    before = len(fed.queries.asked)
    panel.around.linkActivated.emit("called")
    assert len(fed.queries.asked) == before


def test_what_a_caller_s_name_holds_is_neither_obeyed_nor_turns_the_telephone_number_round(opened):
    fed, panel = opened("pending_handle", "dispatcher")
    shown = {**HIDDEN, "standing": "shown", "name": "<i>李\u202e\u2067女士", "phone": "100"}
    around(fed).done(Surroundings(shown, (), ()))
    assert panel.beside_text() == "Reporter: <i>李女士 100"


def test_who_answers_for_the_ground_and_what_may_be_the_same_stand_with_the_facts(opened, qtbot):
    fed, panel = opened("pending_handle", "dispatcher")
    other = case(9, "handling")
    fed.feed(other)
    grid = {"kind_zh": "责任网格", "kind_en": "Patrol grid", "code": "Z01", "name": "白德", "phone": "139"}
    near = [
        {"case_id": number, "case_number": f"20261121-{number:06d}", "metres": 3.6 * number, "hours": 1.26}
        for number in range(9, 16)
    ]
    asked = around(fed)
    asked.done(Surroundings(None, (grid,), tuple(near)))
    said = panel.beside_text().split("\n")
    assert said[0] == "Responsible: Patrol grid Z01 白德 139"
    assert said[2] == "20261121-000009 · Being handled · 32 m away, 1.3 h ago"
    assert said[-1] == "and 2 more"
    # By keyboard too: Tab goes to the numbers, from one to the next, Enter to the case file.
    with qtbot.waitActive(panel, timeout=10_000):
        panel.activateWindow()
    panel.around.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(panel.around.hasFocus, timeout=10_000)
    QTest.keyClick(panel.around, Qt.Key.Key_Tab)
    with qtbot.waitSignal(panel.around.case_wanted) as wanted:
        QTest.keyClick(panel.around, Qt.Key.Key_Return)
    assert wanted.args == [9]
    panel.show_case(9)
    asked.done(Surroundings(None, (grid,), ()))
    assert panel.beside_text() == "", "what was read of another case file is not shown"


def test_the_map_is_brought_to_a_case_file_by_mouse_as_by_the_space_bar(opened, qtbot):
    _, panel = opened("pending_handle", "dispatcher")
    assert "<a href" in panel._title.text()
    with qtbot.waitSignal(panel.centre_wanted):
        panel._title.linkActivated.emit("map")


def test_whom_to_telephone_stands_with_who_holds_a_case_file(opened):
    fed, panel = opened("pending_handle", "dispatcher")
    for row in fed.desk.rules.departments:
        row["contact_name"] = "赵主任"
    for row in fed.desk.rules.staff:
        row["phone"] = "13800000000"
    unit = {"department_code": "D01", "department_en": "Anju", "department_phone": "100", "handler": "W1"}
    fed.feed(case(1, "handling", version=3, **unit))
    assert "Anju 赵主任 100 · 张平 13800000000" in panel._facts.text()


def test_what_is_missing_is_named_and_nothing_is_sent(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    panel.start("R")
    panel.form.submit()
    assert panel.form.message.text() == "Still missing: Reason"
    assert sent(fed) == []


def test_on_behalf_asks_who_said_so_how_and_when(opened):
    fed, panel = opened("pending_handle", "dispatcher")
    panel.start("H")
    panel.form.fill({"said_by": "guard", "reason": "told"})
    panel.form.submit()
    assert sent(fed)[0].payload == {
        "said_by": "guard",
        "channel": "phone",
        "said_at": "2026-11-21T12:00:00+08:00",
        "reason": "told",
    }


def test_a_draft_survives_escape_and_a_restart(opened, tmp_path):
    fed, panel = opened("pending_dispatch", "dispatcher")
    panel.start("R")
    QTest.keyClicks(panel.form.field("reason"), "wrong class")
    QTest.keyClick(panel.form.field("reason"), Qt.Key.Key_Escape)
    assert panel.form is None
    fed.desk.drafts.close()
    assert (
        Drafts(tmp_path / "drafts.json").get("20261121-000001", "return_to_acceptor").values["reason"] == "wrong class"
    )
    panel.start("R")
    assert panel.form.payload() == {"reason": "wrong class"}


def test_a_step_whose_answer_was_lost_is_sent_again_under_the_same_request(opened):
    fed, panel = opened("feedback", "dispatcher")
    panel.start("K")
    panel.form.submit()
    fail(fed, LOST)
    assert "will not be taken twice" in panel.form.message.text()
    panel.form.submit()
    first, second = sent(fed)
    assert first.request_id == second.request_id
    fed.queries.asked[-1].done(answer(3, "pending_check"))
    assert panel.form is None


def test_a_key_that_does_nothing_says_why_and_which_would(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    assert not panel.start("C")
    assert panel.hint().startswith("C is not open to you now: ")
    assert "D Dispatch" in panel.hint()
    assert panel.start("D")
    assert panel.hint() == ""
    fed.feed(case(1, "checking", version=3))
    assert not panel.start("D")
    assert "nothing for your post" in panel.hint()


def test_chinese_is_written_with_chinese_signs():
    wording.set_language("zh")
    try:
        assert slip_text([("案卷", "1"), ("位置", "松涛路")]) == "案卷：1\n位置：松涛路"
        words = reason_of({"reason": "owner", "on_duty": 2, "open_cases": 3, "metres": None})
        assert "，" in words
        assert ", " not in words
        assert "：" in payload_notes({"reason": "下雨"}, None)[0]
    finally:
        wording.set_language(None)


def test_after_a_form_was_left_the_head_of_the_case_file_is_in_sight_again(opened, qtbot):
    _, panel = opened("pending_dispatch", "dispatcher")
    panel.resize(300, 160)
    panel.start("D")
    qtbot.waitUntil(lambda: panel.area.verticalScrollBar().value() > 0, timeout=10_000)
    QTest.keyClick(panel.form.field("reason"), Qt.Key.Key_Escape)
    assert panel.area.verticalScrollBar().value() == 0


def test_whoever_is_asked_for_a_reason_can_write_it_at_once(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    panel.start("D")
    panel.form.fill({"department_code": "D02"})
    panel.form.submit()
    fail(fed, RoomError("room.overruled_without_reason", recommended="a", department="b"))
    assert panel.window().focusWidget() is panel.form.field("reason")


@pytest.mark.parametrize(
    ("code", "words"), [("database.disk_full", "disk is full"), ("database.read_only", "takes no changes")]
)
def test_what_the_server_cannot_keep_is_said_and_nothing_written_is_lost(opened, code, words):
    fed, panel = opened("feedback", "dispatcher")
    panel.start("W")
    panel.form.fill({"reason": "not clean"})
    panel.form.submit()
    fail(fed, RoomError(code, reason="x"))
    assert words in panel.form.message.text()
    assert panel.form.payload() == {"reason": "not clean"}
    panel.form.submit()
    assert len(sent(fed)) == 1
    assert not panel.start("K"), "the desk is read-only"
    fed.desk.queries.look()
    fed.queries.asked[-1].done(None)
    assert panel.form.message.text() == ""
    panel.form.submit()
    fed.queries.asked[-1].done(answer(3, "pending_handle"))
    first, second = sent(fed)
    assert first.request_id == second.request_id, "taken once, whatever became of the first"
    assert panel.form is None


def test_two_acts_never_share_a_request(opened):
    fed, panel = opened("handling", "shift_leader")
    for reason in ("late", "later"):
        panel.start("U")
        panel.form.fill({"reason": reason})
        panel.form.submit()
        fed.queries.asked[-1].done(answer(3, "handling"))
    first, second = sent(fed)
    assert first.request_id != second.request_id


def entry(action, hour, who, role, reason=None):
    """Return an entry of the log."""
    names = {"action_zh": "", "action_en": wording.name("case_action", action), "to_state_zh": "", "to_state_en": ""}
    return {"at": NOON - timedelta(hours=hour), "action": action, "staff_name": who, "role": role, "reason": reason,
            "payload": {}, **names}  # fmt: skip


@pytest.fixture
def logged(opened, monkeypatch):
    """Return a function that shows a case file whose log has been read."""

    def show(log, state, *roles, **more):
        fed, panel = opened(state, *roles, **more)
        monkeypatch.setattr(fed.desk, "read_log", lambda case_id, done: done(log))
        fed.feed(case(1, state, version=3, **more))
        return fed, panel

    return show


def test_who_answers_a_request_sees_what_was_asked_until_when_by_whom_and_why(logged):
    log = [entry("dispatch", 3, "王", "dispatcher"), entry("ask_suspend", 1, "段雅", "dispatcher", "road works")]
    until = NOON + timedelta(days=30)
    _, panel = logged(log, "pending_handle", "shift_leader", pending="suspend", pending_by="D9", pending_until=until)
    words = ("Suspension asked for", "until 2026-12-21 12:00", "段雅 Dispatcher 11-21 11:00", "road works")
    assert all(word in panel.standing() for word in words)
    panel.start("P")
    form = " ".join(label.text() for label in panel.form.findChildren(QLabel) if label.isVisible())
    assert all(word in form for word in words), "what is granted stands above the button that grants it"


def test_who_grants_more_time_sees_until_when_it_would_be(logged):
    log = [entry("ask_extend", 1, "李", "department", "parts")]
    fed, panel = logged(log, "handling", "dispatcher", clock="handle", pending="extend", pending_by="O1")
    panel.start("E")
    asked = [one for one in fed.queries.asked if "deadline_if_extended" in one.work.__code__.co_names][-1]
    asked.done(NOON + timedelta(hours=3))
    words = "Extended, it is due 2026-11-21 15:00"
    assert words in panel.standing()
    form = " ".join(label.text() for label in panel.form.findChildren(QLabel) if label.isVisible())
    assert words in form, "above the button that grants it"
    fed.feed(case(1, "handling", version=4, clock="handle"))
    assert "Extended" not in panel.standing(), "it was answered"


def test_who_has_a_case_file_again_sees_why_it_came_back_until_that_is_settled(logged):
    log = [entry("dispatch", 5, "王", "dispatcher"), entry("submit_handling", 4, "张平", "worker"),
           entry("rework", 3, "王", "dispatcher", "only half"), entry("assign", 2, "李", "department")]  # fmt: skip
    _, panel = logged(log, "handling", "worker", handler="P1")
    assert panel.standing() == "↩ Rework · 王 Dispatcher 11-21 09:00: only half"
    log.append(entry("submit_handling", 1, "张平", "worker"))
    _, panel = logged(log, "handle_finish", "department")
    assert panel.standing() == ""


def test_from_the_third_return_on_it_says_who_has_to_rule_first_and_why_it_was_returned(logged):
    log = [entry("dispatch", 5, "王", "dispatcher"), entry("return_to_dispatcher", 3, "李", "department", "not ours")]
    _, panel = logged(log, "returned_dispatcher", "dispatcher", return_count=3, ruled_count=0)
    assert "Returned 3 times: first the shift leader rules" in panel.standing()
    assert "not ours" in panel.standing()


def test_a_unit_sees_that_it_was_urged_how_often_by_whom_and_why(logged):
    log = [entry("urge", 1, "乔", "shift_leader", "rain tonight")]
    _, panel = logged(log, "pending_handle", "department", urge_count=2)
    assert panel.standing() == "▲ Urged, 2 in all · 乔 Shift leader 11-21 11:00: rain tonight"


def test_how_long_a_case_file_is_put_on_hold_stands_at_its_head(logged):
    log = [entry("ask_suspend", 2, "段雅", "dispatcher", "road works"), entry("suspend", 1, "乔", "shift_leader")]
    _, panel = logged(log, "suspended", "dispatcher", due=None, suspended_until=NOON + timedelta(days=2))
    assert panel.standing().startswith("◆ Suspended until 2026-11-23 12:00")
    assert "road works" in panel.standing()
    panel.start("P")
    form = " ".join(label.text() for label in panel.form.findChildren(QLabel) if label.isVisible())
    assert "Suspended until" in form, "who ends it sooner sees what it rests for"


def test_no_case_file_is_linked_to_one_that_nobody_chose_and_those_of_its_class_come_first(opened):
    fed, panel = opened("reported", "acceptor")
    other = {"class_code": "06010", "class_en": "Exposed refuse"}
    fed.feed(case(2, "handling", **other), case(3, "handling", x=110.0), case(4, "handling", x=60.0))
    panel.start("L")
    panel.form.fill({"reason": "same thing"})
    for _ in range(2):
        panel.form.submit()
    assert sent(fed) == []
    assert panel.form.message.text() == "Still missing: Same as case file"
    box = panel.form.field("duplicate_of").box
    assert [box.itemText(row) for row in range(box.count())] == [
        "", "20261121-000004 · Blocked fire lane · 50 m away", "20261121-000003 · Blocked fire lane · 100 m away",
        "20261121-000002 · Exposed refuse · 10 m away",
    ]  # fmt: skip


def test_more_time_is_not_offered_once_the_deadline_has_passed(opened):
    _, panel = opened("handling", "department", due=10, clock="handle")
    assert "E  Ask for extension" in buttons(panel)
    _, panel = opened("handling", "department", due=-10, clock="handle")
    assert "E  Ask for extension" not in buttons(panel)


def test_after_a_step_the_log_is_read_and_the_desk_is_told(opened, qtbot):
    fed, panel = opened("feedback", "dispatcher")
    panel.start("K")
    panel.form.submit()
    with qtbot.waitSignal(panel.done) as done:
        fed.queries.asked[-1].done(answer(3, "pending_check"))
    assert done.args == [1, "forward_to_supervision", 3]
    assert len(fed.queries.asked) > 1


def test_what_cannot_be_undone_asks_once_and_says_the_consequence(opened):
    fed, panel = opened("reported", "acceptor")
    panel.start("V")
    panel.form.fill({"reason": "not ours"})
    panel.form.submit()
    assert sent(fed) == []
    assert "cannot be opened again" in panel.form.message.text()
    panel.form.submit()
    assert [step.action for step in sent(fed)] == ["void"]


def test_offline_drafts_are_written_but_nothing_is_sent(opened):
    fed, panel = opened("feedback", "dispatcher")
    fed.connect(ConnectionState.OFFLINE, LOST)
    panel.start("W")
    panel.form.fill({"reason": "not clean"})
    panel.form.submit()
    assert sent(fed) == []
    assert "Offline" in panel.form.message.text()
    fed.connect(ConnectionState.LIVE)
    panel.form.submit()
    assert len(sent(fed)) == 1


def test_a_read_only_room_offers_no_act(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    fed.desk.read_only = "older"
    panel.show_rules()
    QApplication.sendPostedEvents(None, 52)
    acts = [button for button in panel.findChildren(QPushButton) if button.objectName().startswith("act_")]
    assert [button.isEnabled() for button in acts] == [False, False, False]
    assert not panel.start("D")


def test_conditions_are_sentences_with_their_limit(opened):
    _, panel = opened("reported", "acceptor")
    panel.start("F")
    field = panel.form.field("condition_no")
    assert field.value() == 1
    assert "clock hours" in field._note.text() or "working" in field._note.text()


def test_the_form_lies_in_sight_with_its_button(opened, qtbot):
    _, panel = opened("pending_dispatch", "dispatcher")
    panel.resize(*SMALL_DOCKS[0])
    panel.start("D")
    qtbot.waitUntil(lambda: all(is_whole(part) for part in (panel.form.do_it, panel.form._keep)), timeout=10_000)
    qtbot.waitUntil(lambda: is_whole(panel.form.field("department_code").box), timeout=10_000)


@pytest.mark.parametrize("size", SMALL_DOCKS)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("state", "role"),
    [
        ("reported", "acceptor"),
        ("pending_dispatch", "dispatcher"),
        ("feedback", "dispatcher"),
        ("pending_handle", "department"),
        ("handling", "worker"),
        ("checking", "collector"),
        ("pending_handle", "shift_leader"),
    ],
)
def test_on_a_small_screen_no_post_scrolls_for_what_it_can_do(opened, qtbot, size, language, state, role):
    wording.set_language(language)
    mine = {"department_code": "D01", "handler": "P1"} if role in ("department", "worker", "shift_leader") else {}
    _, panel = opened(state, role, description="car " * 40, **mine)
    panel.resize(*size)
    acts = [button for button in panel.findChildren(QPushButton) if button.objectName().startswith("act_")]
    assert acts
    qtbot.waitUntil(lambda: all(map(is_whole, [*acts, panel.claim.button])), timeout=10_000)
    assert panel.area.viewport().height() >= 2 * panel.fontMetrics().lineSpacing(), "and something is left to read"
    bar = panel.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert all(map(is_whole, acts)), "nor does what is read push it away"


def is_whole(widget):
    """Whether a widget is in sight with nothing cut off."""
    shown = widget.visibleRegion().boundingRect()
    return widget.isHidden() or (widget.isVisible() and shown.size() == widget.size())


def test_what_is_read_late_does_not_push_the_field_out_of_sight_in_which_somebody_writes(opened, qtbot):
    _, panel = opened("pending_dispatch", "dispatcher")
    panel.resize(*SMALL_DOCKS[0])
    panel.activateWindow()
    panel.start("D")
    field = panel.form.field("reason")
    field.setFocus()
    qtbot.waitUntil(lambda: not panel._reveals and field.hasFocus() and is_whole(field), timeout=10_000)
    panel.around.show_html("<br>".join(["somebody else nearby"] * 20))
    qtbot.waitUntil(lambda: panel.form.y() > 300, timeout=10_000)
    qtbot.waitUntil(lambda: is_whole(field), timeout=10_000)


def test_the_form_s_button_stays_while_its_fields_scroll_and_goes_with_it(opened, qtbot):
    _, panel = opened("pending_dispatch", "dispatcher")
    panel.resize(300, 200)
    panel.start("D")
    button = panel.form.do_it
    qtbot.waitUntil(lambda: is_whole(button) and panel.area.verticalScrollBar().maximum() > 0, timeout=10_000)
    for end in (panel.area.verticalScrollBar().maximum(), 0):
        panel.area.verticalScrollBar().setValue(end)
        assert is_whole(button)
    QTest.keyClick(panel.form.field("reason"), Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, 52)
    qtbot.waitUntil(lambda: is_whole(panel.findChild(QPushButton, "act_dispatch")), timeout=10_000)
    assert [one.text() for one in panel.findChildren(QPushButton) if "Enter" in one.text()] == []


def test_the_slip_says_what_a_handler_needs_and_prints(opened, tmp_path):
    fed, _ = opened(
        "pending_handle", "dispatcher", department_en="Anju Property", department_code="D01", deadline_at=NOON
    )
    lines = slip_lines(fed.room.cases[1], fed.desk.rules, "松涛街道")
    text = slip_text(lines)
    for part in ("20261121-000001", "Anju Property", "Blocked fire lane", "松涛路1号", "2026-11-21 12:00", "松涛街道"):
        assert part in text
    path = tmp_path / "slip.pdf"
    print_to_pdf(slip_document(lines), str(path))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_slip_that_leaves_while_the_desk_is_offline_says_since_when(opened):
    fed, panel = opened("pending_handle", "dispatcher", department_en="Anju Property", department_code="D01")
    open_slip(panel, fed.desk, fed.room.cases[1])
    (bar,) = panel.findChildren(SlipBar)
    bar.copy()
    assert "Not live" not in QApplication.clipboard().text()
    fed.connect(ConnectionState.OFFLINE)
    bar.copy()
    since = fed.room.state_since.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")
    assert QApplication.clipboard().text().endswith(f"Note: Not live since {since}; it may be otherwise by now")
    assert f"Not live since {since}" in bar._document().toPlainText()


def test_the_details_call_things_as_form_and_slip_do(opened):
    _, panel = opened("pending_handle", "dispatcher", description="car")
    assert "Description</td><td>car" in panel._facts.text()
    assert "Address</td><td>松涛路1号" in panel._facts.text()


def test_a_deadline_by_the_limit_of_an_operating_state_says_so_in_details_and_on_the_slip(opened):
    fed, panel = opened("pending_handle", "dispatcher", deadline_at=NOON, limit_state="emergency")
    told = "2026-11-21 12:00, by the limit for ◆ Emergency (normally 2 working hours)"
    assert told in panel._facts.text()
    assert ("Deadline", told) in slip_lines(fed.room.cases[1], fed.desk.rules, "松涛街道")
    _, panel = opened("pending_handle", "dispatcher", deadline_at=NOON, limit_state=None)
    assert "Deadline" not in panel._facts.text(), "the normal limit needs no words beside the clock"


@pytest.fixture
def intake(qtbot, tmp_path):
    fed = hand_fed_desk(tmp_path, "acceptor")
    panel = IntakePanel(fed.desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.begin()
    fed.queries.asked.clear()  # where the subdistrict lies
    return fed, panel


def test_a_report_needs_a_class_and_a_place(intake):
    fed, panel = intake
    panel.submit()
    assert panel.message.text() == "Choose a class from the list."
    panel.class_field.set_value(("event", "09012"))
    panel.submit()
    assert panel.message.text().startswith("Say where")
    assert fed.queries.sent(steps.Report) == []


def test_a_report_is_sent_once_whatever_happens_to_the_answer(intake, qtbot):
    fed, panel = intake
    QTest.keyClicks(panel.class_field.line, "zyxftd")
    QTest.keyClick(panel.class_field.line, Qt.Key.Key_Return)
    panel.set_point(5.0, 6.0)
    panel.caller.setText("王女士")
    panel.submit()
    fed.queries.asked[-1].failed(LOST)
    panel.submit()
    first, second = fed.queries.sent(steps.Report)
    assert first.request_id == second.request_id
    assert first.payload == {
        "source": "desk", "kind": "event", "class_code": "09012", "x": 5.0, "y": 6.0,
        "contact": {"name": "王女士", "phone": "", "callback_owed": False},
    }  # fmt: skip
    with qtbot.waitSignal(panel.reported) as reported:
        fed.queries.asked[-1].done(answer(1, "reported"))
    assert reported.args == [1]
    assert panel.payload() == {"source": "desk"}


def test_duplicates_nearby_are_shown_before_anything_is_sent(intake, qtbot):
    fed, panel = intake
    panel.class_field.set_value(("event", "09012"))
    panel.set_point(5.0, 6.0)
    qtbot.waitUntil(lambda: bool(fed.queries.asked))
    near = {"case_id": 9, "case_number": "20261121-000009", "metres": 12.3, "hours": 1.26}
    fed.queries.asked[-1].done([near])
    assert "20261121-000009</a> · 12 m away, 1.3 h ago" in panel._duplicates.text()
    with qtbot.waitSignal(panel.case_wanted) as wanted:
        panel._duplicates.linkActivated.emit("9")
    assert wanted.args == [9]
    assert fed.desk.drafts.get("new", "report").values["class_code"] == "09012"
    fed.queries.asked[-1].done([])
    assert not panel._duplicates.isVisible()


def test_a_component_gives_class_and_place(intake):
    fed, panel = intake
    panel.set_component("99010601002000001")
    fed.queries.asked[-1].done(
        {"identity_code": "99010601002000001", "class_code": "01002", "address": "听雨路", "x": 1.0, "y": 2.0}
    )
    assert panel.payload() == {
        "source": "desk",
        "address": "听雨路",
        "component_identity": "99010601002000001",
    }
    assert panel.class_field.value() == ("component", "01002")


def test_an_alarm_becomes_a_report(intake):
    _, panel = intake
    panel.set_alarm(alarm(7))
    payload = panel.payload()
    assert (payload["alarm_id"], payload["source"], payload["class_code"]) == (7, "sensor", "09012")
    assert payload["description"] == "Smoke alarm · 烟感7"


def recommended(code: str) -> list[dict]:
    return [{"department_code": code, "department_zh": "单位", "department_en": None, "reason": "owner",
             "open_cases": 0, "metres": None}]  # fmt: skip


def test_a_recommendation_that_comes_late_fills_the_field_nobody_has_touched(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    asked = fed.queries.asked[-1]
    panel.start("D")
    field = panel.form.field("department_code")
    late = recommended("D02")
    asked.done(late)
    assert field.value() == "D02"
    field.box.setCurrentIndex(1)
    field.box.activated.emit(1)
    asked.done(late)
    assert field.value() == "D01"


def test_as_long_as_nothing_is_recommended_enter_sends_to_nobody(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    panel.start("D")
    panel.form.submit()
    assert panel.form.message.text() == "Still missing: Handling unit"
    assert sent(fed) == []


def test_the_unit_of_a_draft_stays_when_another_is_recommended_later(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    asked = fed.queries.asked[-1]
    fed.desk.drafts.keep("20261121-000001", "dispatch", {"department_code": "D01", "reason": "they were there"})
    panel.start("D")
    asked.done(recommended("D02"))
    assert panel.form.payload()["department_code"] == "D01"


def test_what_could_not_be_read_offline_is_read_when_the_room_is_live_again(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    fed.connect(ConnectionState.OFFLINE, LOST)
    panel.start("D")
    while fed.queries.asked:
        fed.queries.asked.pop().failed(LOST)
    fed.connect(ConnectionState.LIVE)
    works = [asked for asked in fed.queries.asked if "read_recommendations" in asked.work.__qualname__]
    assert len(works) == 1, "once, and not at every change"
    works[0].done(recommended("D02"))
    assert panel.form.payload()["department_code"] == "D02"


def test_details_are_not_taken_for_live_ones_wherever_their_dock_stands(opened, qtbot):
    fed, _ = opened("pending_dispatch", "dispatcher")
    whole = UnderLockLine(fed.desk, QLabel("details"))
    qtbot.addWidget(whole)
    whole.show()
    line = whole.findChild(QLabel, "lock")
    assert not line.isVisible()
    fed.connect(ConnectionState.OFFLINE, LOST)
    assert line.isVisible()
    assert "Not live since 12:00" in line.text()
    fed.connect(ConnectionState.LIVE)
    assert not line.isVisible()


def test_another_case_may_be_looked_at_and_the_draft_is_marked(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    panel.start("R")
    QTest.keyClicks(panel.form.field("reason"), "x")
    fed.feed(case(2, "handling"))
    panel.show_case(2)
    assert panel.form is None
    panel.show_case(1)
    assert buttons(panel) == ["R  Return to acceptor ✎", "D  Dispatch", "P  Ask for suspension"]


def test_enter_goes_into_the_details_and_escape_back(opened, qtbot):
    _, panel = opened("pending_dispatch", "dispatcher")
    panel.activateWindow()
    panel.take_focus()
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_a_change_by_somebody_else_leaves_the_focus_on_the_act_it_was_on(opened, qtbot):
    fed, panel = opened("pending_dispatch", "dispatcher")
    act = panel.findChild(QPushButton, "act_dispatch")
    qtbot.waitUntil(act.isVisible, timeout=10_000)
    act.setFocus()
    fed.feed(case(1, "pending_dispatch", version=3))
    QApplication.sendPostedEvents(None, 52)  # what was deleted later is deleted now
    assert panel.window().focusWidget().objectName() == "act_dispatch"
    fed.feed(case(1, "pending_handle", version=4))
    QApplication.sendPostedEvents(None, 52)
    assert panel.window().focusWidget() is panel.focusProxy(), "an act that is gone leaves it in the details"


def test_a_room_that_is_read_anew_for_a_moment_does_not_make_the_panels_jump(opened, qtbot):
    fed, panel = opened("pending_dispatch", "dispatcher")
    line = LockLine(fed.desk, panel)
    fed.connect(ConnectionState.CATCHING_UP)
    assert not fed.desk.can_send(), "locked at once"
    assert line.text() == ""
    fed.connect(ConnectionState.LIVE)
    qtbot.wait(400)
    assert line.text() == ""
    fed.connect(ConnectionState.CATCHING_UP)
    qtbot.waitUntil(lambda: "Not live since" in line.text(), timeout=10_000)
    fed.connect(ConnectionState.LIVE)
    assert line.text() == ""
    fed.connect(ConnectionState.OFFLINE)
    assert "Not live since" in line.text(), "a lost connection is said at once"


def test_a_silent_resident_service_is_said(opened):
    fed, _ = opened("pending_dispatch", "dispatcher")
    line = StatusLine(fed.desk, QueueModel(fed.room, fed.desk.viewer))
    for seconds, said in ((2.0, False), (31.0, True), (None, True)):
        fed.desk.look_for_service()
        fed.queries.asked[-1].done(seconds)
        line.tick()
        assert ("resident service silent" in line.text()) is said
    line.deleteLater()


def tab_chain(start, count):
    """Return the names Tab leads through from a widget."""
    names, widget = [], start
    while len(names) < count:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.focusProxy() is None:
            names.append(widget.objectName() or widget.parentWidget().objectName())
    return names


def test_tab_goes_as_the_eye_does_also_through_forms_that_came_later(opened, qtbot):
    fed, panel = opened("pending_dispatch", "dispatcher")
    panel.start("D")
    fed.connect(ConnectionState.LIVE)  # makes the buttons anew, after the form
    way = ["department_code", "reason", "do_it", "later", "attach"]
    qtbot.waitUntil(lambda: [name for name in tab_chain(panel.claim.button, 10) if name in way] == way, timeout=10_000)
    QTest.keyClick(panel.form.field("reason"), Qt.Key.Key_Escape)
    acts = ["act_return_to_acceptor", "act_dispatch", "act_ask_suspend"]
    qtbot.waitUntil(lambda: tab_chain(panel.claim.button, 3) == acts, timeout=10_000)


def test_an_order_goes_by_the_tables_way_unless_the_dispatcher_ticks_others(opened):
    fed, panel = opened("pending_dispatch", "dispatcher")
    fed.queries.asked[-1].done([
        {"department_code": "D02", "department_zh": "环卫所", "department_en": "Sanitation", "reason": "class",
         "open_cases": 3, "metres": 120.4, "channel": "text"}
    ])  # fmt: skip
    panel.start("D")
    ways = panel.form.field("channels")

    def ticked():
        return [code for code, box in ways.boxes.items() if box.isChecked()]

    assert ticked() == ["text"], "as the responsibility table says for this unit"
    panel.form.field("department_code").set_value("D01")
    assert ticked() == ["slip"], "the unit's own way"
    assert panel.form.payload() == {"department_code": "D01"}
    for code in ("slip", "webhook"):
        QTest.keyClick(ways.boxes[code], Qt.Key.Key_Space)
    assert panel.form.payload()["channels"] == ["webhook"]
    panel.form.field("department_code").set_value("D02")
    assert ticked() == ["webhook"], "what was chosen stays"
    panel.forms.close()
    panel.start("D")
    assert panel.form.payload()["channels"] == ["webhook"], "and is kept with the draft"
    QTest.keyClick(panel.form.field("channels").boxes["webhook"], Qt.Key.Key_Space)
    assert "channels" not in panel.form.payload(), "with none ticked it goes by the usual one"


def test_a_stage_that_runs_by_an_operating_state_s_limit_says_so(opened):
    fed, panel = opened("pending_dispatch", "dispatcher", clock="dispatch")
    asked = next(one for one in fed.queries.asked if "stage_limit" in one.work.__code__.co_names)
    assert "Emergency" not in panel._clock.text()
    asked.done({"state": "emergency", "minutes": 5, "normal_minutes": 15})
    assert panel._clock.text().endswith("by the limit for ◆ Emergency: 5 min (normally 15 min)")
    panel.tick()
    assert "Emergency" in panel._clock.text()
    fed.feed(case(1, "handling", clock="handle", version=3))
    assert "Emergency" not in panel._clock.text(), "another clock runs"
    asked.done({"state": "emergency", "minutes": 5, "normal_minutes": 15})
    assert "Emergency" not in panel._clock.text(), "an answer about the stage before"


def test_a_deadline_counted_without_the_holidays_of_its_year_says_so_beside_the_clock_and_on_the_slip(opened):
    """Of 2027 nothing was known when the tables were made; whoever reads the deadline must not take it for certain."""
    new_year = {
        "clock": "handle",
        "dispatched_at": NOON.replace(month=12, day=31),
        "deadline_at": NOON.replace(2027, 1, 4),
    }
    fed, panel = opened("pending_handle", "dispatcher", **new_year)
    told = "◆ holidays of 2027 not entered yet, counted without them"
    assert panel._clock.text().endswith(told)
    assert ("Deadline", f"2027-01-04 12:00 · {told}") in slip_lines(fed.room.cases[1], fed.desk.rules, "松涛街道")
    before = {**new_year, "deadline_at": NOON.replace(month=12, day=31, hour=9)}
    for sure in (before, {**new_year, "class_code": "01001", "kind": "component"}):
        # Known still, or in clock hours, to which holidays are nothing.
        fed, panel = opened("pending_handle", "dispatcher", **sure)
        assert "holidays" not in panel._clock.text()
        assert "holidays" not in slip_text(slip_lines(fed.room.cases[1], fed.desk.rules, "松涛街道"))


def test_the_log_names_a_step_that_was_an_exception_to_the_axes():
    row = {
        "at": NOON, "action_en": "Dispatch", "to_state_en": "With the unit", "reason": "alone at night", "payload": {},
        "action": "dispatch", "staff_name": "贺文", "role_en": "Dispatcher", "both_axes": True,
    }  # fmt: skip
    assert "exception: on both axes in one shift" in log_html([row], None)
    assert "exception" not in log_html([{**row, "both_axes": False}], None)


def test_a_rework_says_by_which_way_its_order_goes_and_lets_others_be_chosen(opened):
    fed, panel = opened("feedback", "dispatcher", department_code="D02")
    panel.start("W")
    ways = panel.form.field("channels")

    def ticked():
        return [code for code, box in ways.boxes.items() if box.isChecked()]

    assert ticked() == ["slip"], "the unit's own way"
    asked = next(one for one in fed.queries.asked if "recommendations" in one.work.__code__.co_names)
    asked.done([{"department_code": "D01", "channel": "webhook"}, {"department_code": "D02", "channel": "text"}])
    assert ticked() == ["text"], "as the responsibility table says for this unit"
    panel.form.fill({"reason": "still blocked"})
    assert panel.form.payload() == {"reason": "still blocked"}
    QTest.keyClick(ways.boxes["webhook"], Qt.Key.Key_Space)
    panel.form.submit()
    assert fed.queries.sent()[-1].payload == {"reason": "still blocked", "channels": ["text", "webhook"]}


def test_enter_presses_the_button_that_has_the_focus(opened, qtbot):
    _, panel = opened("pending_dispatch", "dispatcher")
    panel.activateWindow()
    panel.take_focus()
    button = next(button for button in panel._act_buttons() if button.objectName() == "act_dispatch")
    qtbot.waitUntil(lambda: panel.focusWidget() is not None, timeout=10_000)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert panel.form.transition.action == "dispatch"


def test_enter_on_later_leaves_a_report_and_does_not_send_it(intake, qtbot):
    fed, panel = intake
    panel.class_field.set_value(("event", "09012"))
    panel.set_point(5.0, 6.0)
    later = next(button for button in panel.findChildren(QPushButton) if "Esc" in button.text())
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(later, Qt.Key.Key_Return)
    assert fed.queries.sent(steps.Report) == []


def test_the_nearest_collector_is_suggested_for_a_verification(opened):
    fed, panel = opened("reported", "acceptor")
    people = [("C1", "白德", 700.0, 0), ("C2", "罗宁", 40.0, 5), ("C3", "石坚", 20.0, 90), ("C4", "江舟", None, 0)]
    seen = {
        number: {"staff_number": number, "x": 10.0 + away, "y": 20.0, "observed_at": NOON - timedelta(minutes=minutes)}
        for number, _, away, minutes in people
        if away is not None
    }
    fed.room.apply(Difference(Clock(NOON, 0.0, time.monotonic()), rows={"staff": seen}))
    staff = [
        {"staff_number": number, "name": name, "department_code": None, "phone": None, "roles": ["collector"]}
        for number, name, *_ in people
    ]
    fed.desk.rules = replace(fed.desk.rules, staff=tuple(staff))
    panel.start("Y")
    field = panel.form.field("collector")
    shown = [field.box.itemText(row) for row in range(field.box.count())]
    assert shown == ["Any collector", "罗宁 · C2 · 40 m away", "白德 · C1 · 700 m away", "石坚 · C3", "江舟 · C4"]
    assert panel.form.payload() == {"collector": "C2"}
