"""An order whose case file has moved on is taken back: it is never sent, and says so at the desk and in the log."""

from collections.abc import Iterator

import pytest
from handling_unit import Endpoint, endpoint, open_to
from little_room import MANHOLE, PROPERTY, SANITATION, SUBDISTRICT, UTILITY, LittleRoom
from psycopg2.extras import Json

from community_brain_plugin.cases import orders
from community_brain_plugin.database.deliveries import deliver_one
from community_brain_plugin.errors import RoomError

SAID = {"reason": "by phone", "said_by": "Zhao", "channel": "phone", "said_at": "2026-01-05T09:00:00+08:00"}
#: How a case file moves on from the unit it was sent to: (post, action, payload).
MOVES = {
    "returned": ("unit", "return_to_dispatcher", {"reason": "not ours"}),
    "closed by force": ("shift_leader", "force_close", {"reason": "flood"}),
    "done, as they say by phone": ("dispatcher", "handled_on_behalf", SAID),
}


@pytest.fixture
def unit() -> Iterator[Endpoint]:
    with endpoint() as served:
        yield served


@pytest.fixture
def drainage(own_room, unit) -> LittleRoom:
    """A room whose orders to the drainage company go to the endpoint, with somebody there who has a login."""
    open_to(own_room, unit)
    own_room.query("UPDATE room.staff SET department_code = %s WHERE staff_number = '3001'", (UTILITY,))
    return own_room


def ordered(room: LittleRoom, **payload: object) -> int:
    """Send a case file to the drainage company."""
    case = room.case_in("pending_dispatch")
    room.step("dispatcher", case, "dispatch", department_code=UTILITY, reason="test", **payload)
    return case


def tried(room: LittleRoom, unit: Endpoint) -> None:
    """Let the next attempt fail."""
    unit.answers.append(503)
    assert deliver_one(room.session("service"))
    room.query("UPDATE room.outbox SET next_attempt_at = now() WHERE state = 'pending'")


def withdrawn(room: LittleRoom) -> int:
    return room.one("SELECT desk.withdraw_orders()", post="service")


def states(room: LittleRoom, case: int) -> list[tuple[object, ...]]:
    """Return channel, state and validity of the orders, as a dispatcher reads them."""
    query = "SELECT channel, state, is_valid FROM desk.outbox WHERE case_id = %s ORDER BY case_version, level, channel"
    return room.query(query, (case,), "dispatcher")


def log(room: LittleRoom, case: int) -> list[tuple[str, str | None]]:
    query = "SELECT action, details ->> 'state' FROM desk.room_log WHERE case_id = %s ORDER BY at, entry_no"
    return room.query(query, (case,), "dispatcher")


@pytest.mark.parametrize("move", MOVES)
def test_a_webhook_being_retried_is_not_sent_once_the_case_file_has_moved_on(drainage, unit, move):
    case = ordered(drainage)
    tried(drainage, unit)
    post, action, payload = MOVES[move]
    drainage.step({"unit": "other_officer"}.get(post, post), case, action, **payload)
    assert not deliver_one(drainage.session("service"))
    assert len(unit.orders) == 1, "nobody is called after that"
    assert states(drainage, case) == [("webhook", "withdrawn", False)], "the desk says so at once"
    assert (withdrawn(drainage), withdrawn(drainage)) == (1, 0)
    assert drainage.one("SELECT state FROM room.outbox WHERE case_id = %s", (case,)) == "withdrawn"
    assert log(drainage, case) == [("attempt_failed", "pending"), ("withdrawn", drainage.case(case)["state"])]
    assert drainage.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_when_another_unit_is_sent_the_first_one_s_order_is_taken_back_and_the_new_one_goes(drainage, unit):
    case = ordered(drainage)
    tried(drainage, unit)
    drainage.step("other_officer", case, "return_to_dispatcher", reason="not ours")
    drainage.step(
        "dispatcher", case, "redispatch", department_code=UTILITY, reason="it is", channels=["webhook", "slip"]
    )
    assert deliver_one(drainage.session("service"))
    assert not deliver_one(drainage.session("service"))
    assert len(unit.orders) == 2
    assert states(drainage, case) == [
        ("webhook", "withdrawn", False), ("slip", "pending", True), ("webhook", "delivered", True)
    ]  # fmt: skip


@pytest.mark.parametrize("channel", ["slip", "text"])
def test_a_slip_or_text_that_nobody_handed_out_is_marked_and_is_not_handed_out_any_more(room, channel):
    case = room.case_in("pending_dispatch")
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY, channels=[channel])
    room.step("shift_leader", case, "force_close", reason="flood")
    with pytest.raises(RoomError) as caught:
        room.query("SELECT desk.outbox_hand(%s, %s)", (case, channel), "dispatcher")
    number = room.case(case)["case_number"]
    assert (caught.value.code, caught.value.params) == (
        "room.order_over", {"case_number": number, "state": "closed"}
    )  # fmt: skip
    assert states(room, case) == [(channel, "withdrawn", False)]
    withdrawn(room)
    (row,) = orders.listed(room.connect("dispatcher"), case)
    assert (row["standing"], row["is_valid"], row["withdrawn_at"] is not None) == ("withdrawn", False, True)


def test_a_slip_that_was_handed_out_stays_delivered_and_is_said_to_be_no_longer_valid(room):
    case = room.case_in("pending_handle")
    room.query("SELECT desk.outbox_hand(%s, 'slip')", (case,), "dispatcher")
    room.step("officer", case, "return_to_dispatcher", reason="not ours")
    withdrawn(room)
    assert states(room, case) == [("slip", "delivered", False)]


def test_an_order_that_failed_is_not_tried_again_for_a_case_file_that_ended(drainage):
    case = ordered(drainage)
    drainage.query("UPDATE room.outbox SET state = 'failed', attempts = 10 WHERE case_id = %s", (case,))
    message = drainage.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s", (case,))
    drainage.step("shift_leader", case, "force_close", reason="flood")
    with pytest.raises(RoomError) as caught:
        drainage.query("SELECT desk.outbox_again(%s)", (message,), "dispatcher")
    assert caught.value.code == "room.order_over"
    assert drainage.case(case)["case_number"] in str(caught.value)
    assert drainage.one("SELECT state FROM room.outbox WHERE case_id = %s", (case,)) == "failed"


def test_what_stays_with_the_unit_is_sent_and_a_suspension_only_delays_it(drainage, unit):
    taken, paused = ordered(drainage), ordered(drainage)
    drainage.query("UPDATE room.staff SET department_code = %s WHERE staff_number = '3002'", (UTILITY,))
    drainage.step("other_officer", taken, "assign", handler="3002")
    until = drainage.one("SELECT (room.room_now() + interval '5 days')::text")
    drainage.step("dispatcher", paused, "ask_suspend", reason="road works", until=until)
    drainage.step("shift_leader", paused, "suspend")
    assert withdrawn(drainage) == 0
    assert deliver_one(drainage.session("service"))
    assert not deliver_one(drainage.session("service"))
    assert [order["case_number"] for order in unit.orders] == [drainage.case(taken)["case_number"]]
    drainage.step("dispatcher", paused, "resume")
    assert deliver_one(drainage.session("service"))


def test_a_call_that_was_under_way_when_the_order_was_withdrawn_counts_as_it_ended(drainage):
    case = ordered(drainage)
    borrowed = drainage.one("SELECT outbox_id FROM desk.due_webhooks()", (), "service")
    drainage.step("shift_leader", case, "force_close", reason="flood")
    assert withdrawn(drainage) == 1
    drainage.query("SELECT desk.webhook_result(%s, 'again', 'too slow')", (borrowed,), "service")
    assert states(drainage, case) == [("webhook", "withdrawn", False)]
    drainage.query("SELECT desk.webhook_result(%s, 'delivered', '200')", (borrowed,), "service")
    told, order = states(drainage, case)
    assert order == ("webhook", "delivered", False), "it did arrive"
    assert told == ("webhook", "pending", True), "so they have to be told"


def test_a_notice_is_taken_back_as_soon_as_the_unit_did_something_or_answered(drainage, unit):
    steps = [{"minutes": 0, "department_code": UTILITY}]
    drainage.query("DELETE FROM room.responsibility WHERE class_code = %s", (MANHOLE,))
    drainage.query(
        "INSERT INTO room.responsibility (subdistrict, profile, kind, class_code, department_code, escalation,"
        " priority, valid_from) SELECT subdistrict, profile, 'event', %s, %s, %s, 10, '2020-01-01'"
        " FROM room.responsibility LIMIT 1",
        (MANHOLE, PROPERTY, Json(steps)),
    )
    touched, answered, ignored = (drainage.case_in("pending_handle", class_code=MANHOLE) for _ in range(3))
    assert drainage.one("SELECT desk.escalate_due()", post="service") == 3
    drainage.step("officer", touched, "ask_extend", reason="parts")
    order = drainage.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s AND level IS NULL", (answered,))
    drainage.query("SELECT desk.outbox_answer(%s, 'on the way', 'Zhao', 'phone')", (order,), "dispatcher")
    while deliver_one(drainage.session("service")):
        continue
    assert [order["case_number"] for order in unit.orders] == [drainage.case(ignored)["case_number"]]
    assert withdrawn(drainage) == 2
    assert states(drainage, touched) == [("webhook", "withdrawn", False), ("slip", "pending", True)]
    notice = drainage.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s AND level = 1", (touched,))
    with pytest.raises(RoomError) as caught:
        drainage.query("SELECT desk.notice_hand(%s)", (notice,), "dispatcher")
    assert caught.value.code == "room.order_over"


def test_withdrawn_orders_are_nothing_the_next_shift_owes(room):
    case = room.case_in("pending_handle")
    room.step("officer", case, "return_to_dispatcher", reason="not ours")
    withdrawn(room)
    room.step("dispatcher", case, "redispatch", department_code=SANITATION, reason="they will")
    number = room.case(case)["case_number"]
    facts = room.one("SELECT desk.shift_owed(%s, n, n) FROM room.room_now() n", (SUBDISTRICT,))
    assert [row["department_zh"] for row in facts["deliveries"] if row["case_number"] == number] == ["环卫所"]


def notices(room: LittleRoom, case: int) -> list[tuple[object, ...]]:
    """Return channel, unit, state and reason of what tells units that an order they have is withdrawn."""
    query = (
        "SELECT channel, department_code, state, body #>> '{withdrawal,reason}' FROM desk.outbox"
        " WHERE case_id = %s AND level = 0 ORDER BY case_version, channel"
    )
    return room.query(query, (case,), "dispatcher")


def handed(room: LittleRoom, channels: tuple[str, ...] = ("slip",), unit: str = PROPERTY) -> int:
    """Send a case file to a unit and hand the order out by each of the channels."""
    case = room.case_in("pending_dispatch")
    room.step("dispatcher", case, "dispatch", department_code=unit, reason="test", channels=list(channels))
    for channel in channels:
        room.query("SELECT desk.outbox_hand(%s, %s)", (case, channel), "dispatcher")
    return case


def test_a_unit_that_has_the_order_is_told_that_it_is_withdrawn_by_each_channel_it_came_by(room):
    case = handed(room, ("slip", "text"))
    room.step("shift_leader", case, "force_close", reason="the owner did it")
    assert notices(room, case) == [
        (channel, PROPERTY, "pending", "the owner did it") for channel in ("slip", "text")
    ]  # fmt: skip
    session = room.connect("dispatcher")
    number = room.case(case)["case_number"]
    assert [row["case_number"] for row in orders.to_tell(session)].count(number) == 2
    facts = room.one("SELECT desk.shift_owed(%s, n, n) FROM room.room_now() n", (SUBDISTRICT,))
    assert [row["state"] for row in facts["deliveries"] if row["case_number"] == number] == ["waiting"] * 2
    for row in orders.listed(session, case):
        if row["level"] == orders.WITHDRAWAL:
            orders.hand_notice(session, row["outbox_id"])
            orders.record_answer(session, row["outbox_id"], "they turn round", "Zhao", "phone")
    withdrawn(room)
    told = [row for row in orders.listed(session, case) if row["level"] == orders.WITHDRAWAL]
    assert [(row["standing"], row["is_valid"], row["answer"]) for row in told] == [
        ("delivered", True, "they turn round")
    ] * 2
    assert [entry["action"] for entry in told[0]["log"]] == ["handed", "answered"]
    assert number not in [row["case_number"] for row in orders.to_tell(session)]
    assert room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def escalated(room: LittleRoom, *units: str) -> int:
    """Send a case file to property, hand the order out, and let these units be told that nothing is done with it."""
    steps = [{"minutes": 0, "department_code": unit} for unit in units]
    room.query("DELETE FROM room.responsibility WHERE class_code = %s", (MANHOLE,))
    room.query(
        "INSERT INTO room.responsibility (subdistrict, profile, kind, class_code, department_code, escalation,"
        " priority, valid_from) SELECT subdistrict, profile, 'event', %s, %s, %s, 10, '2020-01-01'"
        " FROM room.responsibility LIMIT 1",
        (MANHOLE, PROPERTY, Json(steps)),
    )
    case = room.case_in("pending_handle", class_code=MANHOLE)
    room.query("SELECT desk.outbox_hand(%s, 'slip')", (case,), "dispatcher")
    while room.one("SELECT desk.escalate_due()", post="service"):
        continue
    return case


def test_a_unit_that_an_escalation_told_of_the_order_is_told_by_the_same_channel_that_it_is_withdrawn(drainage, unit):
    case = escalated(drainage, UTILITY, SANITATION)
    assert deliver_one(drainage.session("service")), "the drainage company by its webhook; nobody has told sanitation"
    drainage.step("officer", case, "assign", handler="2002")
    drainage.step("shift_leader", case, "force_close", reason="the owner did it")
    assert sorted(notices(drainage, case)) == [
        ("slip", PROPERTY, "pending", "the owner did it"), ("webhook", UTILITY, "pending", "the owner did it")
    ]  # fmt: skip
    assert deliver_one(drainage.session("service"))
    first, second = unit.orders
    assert (first["escalation"]["department_code"], "withdrawal" in first) == (UTILITY, False)
    assert second["withdrawal"]["message_id"] == first["message_id"], "so that their system finds what it was told"
    withdrawn(drainage)
    assert not deliver_one(drainage.session("service"))
    assert ("delivered", "delivered") in log(drainage, case)
    (to_tell,) = orders.to_tell(drainage.connect("dispatcher"))
    assert to_tell["case_number"] == drainage.case(case)["case_number"], "property's slip is a person's to withdraw"
    assert drainage.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_a_notice_that_crossed_with_the_withdrawal_is_followed_by_word_of_it(drainage):
    case = escalated(drainage, UTILITY)
    borrowed = drainage.one("SELECT outbox_id FROM desk.due_webhooks()", (), "service")
    drainage.step("shift_leader", case, "force_close", reason="flood")
    drainage.query("SELECT desk.webhook_result(%s, 'delivered', '200')", (borrowed,), "service")
    assert ("webhook", UTILITY, "pending", "flood") in notices(drainage, case)


def test_a_unit_told_by_escalation_hears_that_the_order_was_returned_and_nothing_where_it_was_done(drainage):
    back, done = escalated(drainage, UTILITY), escalated(drainage, UTILITY)
    while deliver_one(drainage.session("service")):
        continue
    drainage.step("officer", back, "return_to_dispatcher", reason="not ours")
    assert notices(drainage, back) == [("webhook", UTILITY, "pending", "not ours")], "it may be on its way there"
    drainage.step("shift_leader", back, "force_close", reason="flood")
    assert len(notices(drainage, back)) == 1, "once"
    drainage.step("dispatcher", done, "handled_on_behalf", **SAID)
    assert notices(drainage, done) == []


def test_an_order_that_never_left_is_withdrawn_without_a_word_to_the_unit(room):
    case = room.case_in("pending_handle")
    room.step("shift_leader", case, "force_close", reason="flood")
    withdrawn(room)
    assert notices(room, case) == []
    assert states(room, case) == [("slip", "withdrawn", False)]


@pytest.mark.parametrize("move", ["returned", "done, as they say by phone"])
def test_a_unit_that_gave_the_case_file_back_itself_is_told_nothing(room, move):
    case = handed(room)
    post, action, payload = MOVES[move]
    room.step({"unit": "officer"}.get(post, post), case, action, **payload)
    if action == "return_to_dispatcher":
        room.step("dispatcher", case, "redispatch", department_code=SANITATION, reason="theirs")
    room.step("shift_leader", case, "force_close", reason="flood")
    assert notices(room, case) == []


def test_a_webhook_tells_the_unit_that_its_order_is_withdrawn_also_where_the_two_crossed(drainage, unit):
    case = ordered(drainage)
    assert deliver_one(drainage.session("service"))
    drainage.step("shift_leader", case, "force_close", reason="flood")
    crossed = ordered(drainage)
    borrowed = drainage.one("SELECT outbox_id FROM desk.due_webhooks() WHERE body ->> 'case_number' = %s",
                            (drainage.case(crossed)["case_number"],), "service")  # fmt: skip
    drainage.step("shift_leader", crossed, "force_close", reason="flood")
    assert notices(drainage, crossed) == [], "it may not have arrived"
    drainage.query("SELECT desk.webhook_result(%s, 'delivered', '200')", (borrowed,), "service")
    drainage.query("UPDATE room.outbox SET next_attempt_at = now() WHERE state = 'pending'")
    while deliver_one(drainage.session("service")):
        continue
    told = [order for order in unit.orders if "withdrawal" in order]
    assert {order["case_number"] for order in told} == {drainage.case(each)["case_number"] for each in (case, crossed)}
    assert borrowed in [order["withdrawal"]["message_id"] for order in told], "so that their system finds the order"
    assert notices(drainage, case) == [("webhook", UTILITY, "delivered", "flood")]
    assert log(drainage, case) == [("delivered", "delivered"), ("delivered", "delivered")]


def test_a_city_whose_dispatchers_call_orders_back_has_the_unit_told_until_it_is_sent_again(own_room):
    """A rule of a city's own: the dispatcher may take a case file from the unit that has it."""
    own_room.query(
        "INSERT INTO room.case_transition (profile, action, from_state, to_state, axis, role, reason_required, guard,"
        " clock_effect, pending_from, pending_to, position) VALUES ('default', 'return_to_acceptor', 'pending_handle',"
        " 'returned_acceptor', 'command', 'dispatcher', true, 'none', 'start_accept', '*', 'none', 999)"
    )
    case = handed(own_room)
    own_room.step("dispatcher", case, "return_to_acceptor", reason="not a hazard")
    assert notices(own_room, case) == [("slip", PROPERTY, "pending", "not a hazard")]
    own_room.step("acceptor", case, "refile", condition_no=1)
    own_room.step("dispatcher", case, "dispatch", department_code=PROPERTY, reason="it is")
    notice = own_room.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s AND level = 0", (case,))
    with pytest.raises(RoomError) as caught:
        own_room.query("SELECT desk.notice_hand(%s)", (notice,), "dispatcher")
    assert caught.value.code == "room.order_over"
    withdrawn(own_room)
    assert notices(own_room, case)[0][2] == "withdrawn", "they have it again"
