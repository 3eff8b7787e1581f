"""Orders reach handling units by paper, text or webhook; who delivered what is known, and nothing else is called."""

import threading
import time
from collections.abc import Iterator

import pytest
from handling_unit import Endpoint, endpoint, open_to
from little_room import PROPERTY, SANITATION, SUBDISTRICT, UTILITY, LittleRoom

from community_brain_plugin.database import deliveries, service
from community_brain_plugin.database.deliveries import deliver_one
from community_brain_plugin.errors import RoomError


@pytest.fixture
def unit() -> Iterator[Endpoint]:
    with endpoint() as served:
        yield served


def ordered(room: LittleRoom, department: str = UTILITY, **payload: object) -> int:
    """Dispatch a new case file to a unit."""
    case = room.case_in("pending_dispatch")
    room.step("dispatcher", case, "dispatch", department_code=department, reason="test", **payload)
    return case


def messages(room: LittleRoom, case: int, post: str = "dispatcher") -> list[tuple[object, ...]]:
    statement = "SELECT channel, state, attempts FROM desk.outbox WHERE case_id = %s ORDER BY channel"
    return room.query(statement, (case,), post)


def log(room: LittleRoom, case: int) -> list[tuple[str, str | None]]:
    statement = "SELECT action, staff_number FROM desk.room_log WHERE case_id = %s ORDER BY at, entry_no"
    return room.query(statement, (case,), "dispatcher")


def make_due(room: LittleRoom) -> None:
    room.query("UPDATE room.outbox SET next_attempt_at = now() WHERE state = 'pending'")


def state(room: LittleRoom, case: int) -> tuple[object, ...]:
    statement = "SELECT state, channel, attempts, answer FROM desk.order_state WHERE case_id = %s"
    return room.query(statement, (case,), "dispatcher")[0]


def test_an_order_goes_by_the_channels_the_dispatcher_names_else_by_the_units_own(room):
    assert messages(room, ordered(room, SANITATION)) == [("text", "pending", 0)]
    both = ordered(room, SANITATION, channels=["slip", "text", "slip"])
    assert messages(room, both) == [("slip", "pending", 0), ("text", "pending", 0)]
    wrong = room.refusal(
        "dispatcher", room.case_in("pending_dispatch"), "dispatch", department_code=PROPERTY, channels=["pigeon"]
    )
    assert (wrong.code, wrong.params) == ("room.bad_value", {"field": "channel", "value": "pigeon"})


def test_an_order_says_what_where_and_until_when_and_not_who_reported_it(room):
    case = room.report(contact={"name": "李女士", "phone": "13800000000"})["case_id"]
    room.step("acceptor", case, "file", condition_no=1)
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    body = room.one("SELECT body FROM desk.outbox WHERE case_id = %s", (case,), "officer")
    assert (body["class_zh"], body["longitude"], body["department_zh"]) == ("占用消防通道", 120.000524, "安居物业")
    assert body["deadline_at"]
    assert "李女士" not in str(body)
    assert "13800000000" not in str(body)


def test_an_order_that_was_not_taken_is_sent_again_and_every_answer_is_kept(own_room, unit):
    open_to(own_room, unit)
    unit.answers = [503]
    case = ordered(own_room)
    stop = threading.Event()
    serving = threading.Thread(target=service.serve, args=(lambda: own_room.connect("service"), stop))
    serving.start()
    try:
        wait_for(lambda: state(own_room, case)[0] == "retrying" and state(own_room, case)[3] is not None)
        assert state(own_room, case) == ("retrying", "webhook", 1, "503 收到")
        make_due(own_room)
        wait_for(lambda: state(own_room, case)[0] == "delivered")
    finally:
        stop.set()
        serving.join(5)
    assert state(own_room, case) == ("delivered", "webhook", 2, "200 收到")
    assert [order["case_number"] for order in unit.orders] == [own_room.case(case)["case_number"]] * 2
    assert len(set(unit.keys)) == 1, "the unit can tell that it is the same order"
    assert log(own_room, case) == [("attempt_failed", None), ("delivered", None)]
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def wait_for(condition, seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)


def test_while_a_unit_is_being_called_nobody_else_calls_it_and_no_transaction_is_open(own_room, unit):
    open_to(own_room, unit)
    ordered(own_room)
    first, second = own_room.connect("service"), own_room.connect("service")
    with first.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM desk.due_webhooks(5)")
        assert cursor.fetchone() == (1,)
    assert not deliver_one(second)
    idle = own_room.one("SELECT state FROM pg_stat_activity WHERE pid = %s", (first.get_backend_pid(),))
    assert idle == "idle"


def test_after_the_last_attempt_the_order_is_the_dispatchers_who_prints_it_or_tries_again(own_room, unit):
    open_to(own_room, unit)
    own_room.query("INSERT INTO room.setting VALUES (%s, 'webhook_attempts', '2')", (SUBDISTRICT,))
    unit.answers = [500, 500, 500]
    case = ordered(own_room)
    sender = own_room.connect("service")
    for _ in range(2):
        make_due(own_room)
        assert deliver_one(sender)
    assert state(own_room, case) == ("failed", "webhook", 2, "500 收到")
    make_due(own_room)
    assert not deliver_one(sender), "what has failed is left alone"
    message = own_room.one("SELECT outbox_id FROM desk.outbox WHERE case_id = %s", (case,), "dispatcher")
    own_room.query("SELECT desk.outbox_again(%s)", (message,), "dispatcher")
    assert deliver_one(sender)
    assert state(own_room, case)[0] == "retrying"
    own_room.query("SELECT desk.outbox_hand(%s, 'slip', 'read out by phone')", (case,), "dispatcher")
    assert state(own_room, case)[:2] == ("delivered", "slip")
    assert log(own_room, case)[-2:] == [("attempt_failed", None), ("handed", "1004")]


def test_a_pause_grows_with_every_attempt(own_room, unit):
    open_to(own_room, unit)
    unit.answers = [500] * 4
    ordered(own_room)
    pauses = []
    for _ in range(4):
        make_due(own_room)
        deliver_one(own_room.session("service"))
        pauses.append(own_room.one("SELECT round(extract(epoch FROM next_attempt_at - now()))::int FROM room.outbox"))
    assert pauses == [5, 10, 20, 40]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [(204, "delivered"), (404, "refused"), (429, "again"), (302, "refused"), (500, "again")],
)
def test_an_answer_says_whether_trying_again_makes_sense(unit, answer, outcome):
    unit.answers = [answer]
    assert deliveries.call(unit.url, [unit.host], {}).outcome == outcome
    assert len(unit.orders) == 1, "a redirect is not followed"


@pytest.mark.parametrize(
    "url",
    [
        None, "", "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1", "//127.0.0.1/x", "http://",
        "http://127.0.0.1:99999/", "http://127.0.0.1:{port}@other.example/", "http://somebody:{port}@127.0.0.1:{port}/",
        "http://127.0.0.1/orders", "http://localhost:{port}/", "http://[::1]:{port}/", "http://2130706433:{port}/",
        "http://127.0.0.1.example.cn:{port}/", "http://127.0.0.1:{port}#@example.cn/../", "https://127.0.0.1/",
    ],
)  # fmt: skip
def test_nothing_is_called_but_hosts_the_room_allows(unit, url):
    wanted = url and url.replace("{port}", str(unit.port + 1 if "#" in url else unit.port))
    result = deliveries.call(wanted, [unit.host], {"case_number": "1"})
    assert result.outcome == "refused"
    assert unit.orders == []


def test_without_a_list_nothing_is_called_and_a_key_in_an_address_is_not_shown(own_room, unit):
    own_room.query("UPDATE room.department SET webhook_url = %s WHERE department_code = %s", (unit.url, UTILITY))
    case = ordered(own_room)
    assert deliver_one(own_room.session("service"))
    words = state(own_room, case)
    assert words[0] == "failed"
    assert unit.host in words[3]
    assert "key=k" not in words[3]
    assert unit.orders == []


def test_an_address_with_a_line_break_or_strange_letters_is_only_a_failure(unit):
    assert deliveries.call(f"{unit.url}\r\nX: y", [unit.host], {}).outcome in ("again", "refused", "delivered")
    assert deliveries.call(f"http://{unit.host}/订单?钥=值", [unit.host], {}).outcome == "delivered"


@pytest.mark.parametrize(("drips", "outcome"), [("head", "again"), ("body", "delivered")])
def test_an_answer_that_drips_is_cut_off(unit, monkeypatch, drips, outcome):
    monkeypatch.setattr(deliveries, "CALL_SECONDS", 0.5)
    unit.drips = drips
    began = time.monotonic()
    assert deliveries.call(unit.url, [unit.host], {}).outcome == outcome
    assert time.monotonic() - began < deliveries.SILENCE_SECONDS


def test_a_slip_that_was_printed_says_by_whom_and_when_and_the_answer_by_voice_is_kept(room):
    case = room.case_in("pending_handle")
    message = room.one("SELECT desk.outbox_hand(%s, 'slip')", (case,), "dispatcher")
    again = room.one("SELECT desk.outbox_hand(%s, 'slip')", (case,), "second_dispatcher")
    assert again == message
    statement = (
        "SELECT state, delivered_by, delivered_by_name, delivered_at IS NOT NULL FROM desk.outbox WHERE case_id = %s"
    )
    assert room.query(statement, (case,), "officer") == [("delivered", "1004", "dispatcher", True)]
    answer = "SELECT desk.outbox_answer(%s, 'guard is on the way', 'guard Zhao', 'phone')"
    for _ in range(2):  # the connection was lost before the first was acknowledged
        room.query(answer, (message,), "dispatcher")
    assert (
        room.one("SELECT answer FROM desk.outbox WHERE outbox_id = %s", (message,), "officer") == "guard is on the way"
    )
    assert log(room, case) == [("handed", "1004"), ("handed", "1005"), ("answered", "1004")]
    details = room.one(
        "SELECT details FROM desk.room_log WHERE case_id = %s ORDER BY entry_no DESC LIMIT 1", (case,), "officer"
    )
    assert details == {"answer": "guard is on the way", "said_by": "guard Zhao", "channel": "phone"}


def test_the_same_words_by_somebody_else_or_after_others_are_another_answer(room):
    case = room.case_in("pending_handle")
    message = room.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s", (case,))
    for post, words in (
        ("dispatcher", "on the way"),
        ("second_dispatcher", "on the way"),
        ("second_dispatcher", "there"),
        ("second_dispatcher", "on the way"),
    ):
        room.query("SELECT desk.outbox_answer(%s, %s, 'Zhao', 'phone')", (message, words), post)
    assert [staff for _, staff in log(room, case)] == ["1004", "1005", "1005", "1005"]


def test_an_order_that_another_dispatch_has_followed_is_not_sent_again(own_room):
    """Or a unit that gave the case file back would be sent after all."""
    own_room.query("UPDATE room.department SET channel = 'webhook'")
    case = own_room.case_in("pending_handle")
    older = own_room.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s", (case,))
    own_room.query("UPDATE room.outbox SET state = 'failed', next_attempt_at = NULL")
    own_room.step("officer", case, "return_to_dispatcher", reason="not ours")
    own_room.step("dispatcher", case, "redispatch", department_code=SANITATION, reason="they will")
    with pytest.raises(RoomError) as caught:
        own_room.query("SELECT desk.outbox_again(%s)", (older,), "dispatcher")
    assert caught.value.code == "room.order_superseded"
    assert caught.value.params["department"] == "环卫所"
    assert own_room.one("SELECT state FROM room.outbox WHERE outbox_id = %s", (older,)) == "failed"


@pytest.mark.parametrize(
    "call",
    ["SELECT desk.outbox_again(%(message)s)", "SELECT desk.outbox_answer(%(message)s, 'x', 'y', 'phone')",
     "SELECT desk.outbox_hand(%(case)s, 'slip')"],
)  # fmt: skip
def test_the_order_of_a_case_file_that_came_back_is_said_to_be_with_no_unit(room, call):
    case = room.case_in("returned_dispatcher")
    message = room.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s", (case,))
    with pytest.raises(RoomError) as caught:
        room.query(call, {"case": case, "message": message}, "dispatcher")
    number = room.case(case)["case_number"]
    assert (caught.value.code, caught.value.params) == (
        "room.no_unit", {"case_number": number, "state": "returned_dispatcher"}
    )  # fmt: skip
    assert number in str(caught.value)


@pytest.mark.parametrize(
    ("post", "call", "code"),
    [
        ("acceptor", "SELECT desk.outbox_hand(%(case)s, 'slip')", "wrong_role"),
        ("officer", "SELECT desk.outbox_hand(%(case)s, 'slip')", "wrong_role"),
        ("dispatcher", "SELECT desk.outbox_hand(%(case)s, 'webhook')", "bad_value"),
        ("dispatcher", "SELECT desk.outbox_hand(0, 'slip')", "unknown_case"),
        ("dispatcher", "SELECT desk.outbox_answer(gen_random_uuid(), 'x', 'y', 'z')", "unknown_outbox"),
        ("dispatcher", "SELECT desk.outbox_answer(%(message)s, ' ', 'y', 'z')", "value_required"),
        ("worker", "SELECT desk.outbox_again(%(message)s)", "wrong_role"),
        ("neighbour", "SELECT desk.outbox_again(%(message)s)", "unknown_outbox"),
    ],
)
def test_deliveries_are_noted_by_the_command_side_alone(room, post, call, code):
    case = room.case_in("pending_handle")
    message = room.one("SELECT outbox_id FROM room.outbox WHERE case_id = %s", (case,))
    with pytest.raises(RoomError) as caught:
        room.query(call, {"case": case, "message": message}, post)
    assert caught.value.code == f"room.{code}"


def test_the_log_of_deliveries_cannot_be_changed_unseen(own_room):
    case = own_room.case_in("pending_handle")
    for _ in range(3):
        own_room.query("SELECT desk.outbox_hand(%s, 'slip')", (case,), "dispatcher")
    with pytest.raises(RoomError) as caught:
        own_room.query("UPDATE room.room_log SET staff_number = '1005'")
    assert caught.value.code == "room.append_only"
    verify = "SELECT subject, entry_no, fault FROM desk.verify_room_log(%s)"
    own_room.query("ALTER TABLE room.room_log DISABLE TRIGGER append_only")
    own_room.query('UPDATE room.room_log SET details = details || \'{"note": "x"}\' WHERE entry_no = 2')
    assert own_room.query(verify, (SUBDISTRICT,), "acceptor") == [("delivery", 2, "contents")]
    own_room.query("DELETE FROM room.room_log WHERE entry_no = 2")
    assert own_room.query(verify, (SUBDISTRICT,), "acceptor") == [("delivery", 3, "gap")]
