"""Versions and request ids: two rooms cannot do one thing twice, and a retry after a lost connection is safe."""

import threading
import uuid

import psycopg2
import pytest
from little_room import JPEG, NEIGHBOUR, PROPERTY, SANITATION, SUBDISTRICT
from psycopg2.extras import Json

from community_brain_plugin.cases import steps
from community_brain_plugin.errors import RoomError, from_database

STEP = "SELECT desk.case_step(%s, %s, %s, %s, %s, %s)"
REPORT = "SELECT desk.report_case(%s, %s)"
FIRE_LANE = {"class_code": "09012", "x": 500050, "y": 3450050}


def at_once(room, calls: list[tuple[str, str, tuple[object, ...]]]) -> list[object]:
    """Run (post, statement, values) in sessions of their own, all at once; returns answers or refusals' codes."""
    start = threading.Barrier(len(calls))
    answers: list[object] = [None] * len(calls)
    connections = [room.connect(post) for post, _, _ in calls]

    def run(number: int) -> None:
        with connections[number].cursor() as cursor:
            start.wait()
            try:
                cursor.execute(*calls[number][1:])
                answers[number] = cursor.fetchone()[0]
            except psycopg2.Error as error:
                answers[number] = from_database(error).code

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers


def test_two_rooms_race_for_one_case_and_exactly_one_wins(room):
    for _ in range(10):
        case = room.case_in("pending_dispatch")
        calls = [
            (post, STEP, (SUBDISTRICT, case, "dispatch", Json(payload), 2, str(uuid.uuid4())))
            for post, payload in [
                ("dispatcher", {"department_code": PROPERTY}),
                ("second_dispatcher", {"department_code": SANITATION, "reason": "nearer"}),
            ]
            * 3
        ]
        answers = at_once(room, calls)
        won = [answer for answer in answers if isinstance(answer, dict)]
        assert len(won) == 1
        assert sorted(str(answer) for answer in answers if not isinstance(answer, dict)) == ["room.stale_version"] * 5
        assert room.one("SELECT count(*) FROM room.outbox WHERE case_id = %s", (case,)) == 1
        assert room.case(case)["version"] == 3


def test_the_same_request_sent_many_times_at_once_is_done_once(room):
    case, request = room.case_in("reported"), str(uuid.uuid4())
    call = ("acceptor", STEP, (SUBDISTRICT, case, "file", Json({"condition_no": 1}), 1, request))
    answers = at_once(room, [call] * 6)
    assert sorted(answer["repeated"] for answer in answers) == [False] + [True] * 5
    assert {(answer["version"], answer["state"], answer["at"]) for answer in answers} == {
        (2, "pending_dispatch", answers[0]["at"])
    }
    request = str(uuid.uuid4())
    answers = at_once(room, [("acceptor", REPORT, (Json(FIRE_LANE), request))] * 6)
    assert len({answer["case_id"] for answer in answers}) == 1
    assert room.one("SELECT count(*) FROM room.case_log WHERE request_id = %s", (request,)) == 1


FORGET = "DISCARD ALL"
# As another desk's, behind a pool of connections that hands the same session to both.
FOREIGN = f"DEALLOCATE ALL; {steps.PREPARE_STEP}"
# As an update of the room does while desks are connected.
REPLACE = """
    DO $new$ DECLARE made text := pg_get_functiondef(
        'desk.case_step(text, bigint, text, jsonb, integer, uuid)'::regprocedure);
    BEGIN
        DROP FUNCTION desk.case_step(text, bigint, text, jsonb, integer, uuid);
        EXECUTE made;
        ALTER FUNCTION desk.case_step(text, bigint, text, jsonb, integer, uuid) OWNER TO room_owner;
        REVOKE EXECUTE ON FUNCTION desk.case_step(text, bigint, text, jsonb, integer, uuid) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION desk.case_step(text, bigint, text, jsonb, integer, uuid) TO room_desk;
    END $new$
"""


@pytest.mark.parametrize(("post", "happens"), [("acceptor", FORGET), ("acceptor", FOREIGN), ("postgres", REPLACE)])
@pytest.mark.parametrize("first", [True, False])
def test_steps_go_on_whatever_the_server_session_knows_of_them(room, post, happens, first):
    desk = room.connect("acceptor", autocommit=False)

    def take(case: int, action: str, version: int, **payload: object) -> steps.Answer:
        with desk:
            return steps.take(desk, steps.Step(SUBDISTRICT, case, action, payload, version))

    case = room.case_in("reported")
    if not first:
        take(case, "send_verify", 1)
        room.step("collector", case, "verify_result", finding="still there")
    session = desk if post == "acceptor" else room.connect()
    session.autocommit = True
    session.cursor().execute(happens)
    session.autocommit = False
    version = room.case(case)["version"]
    assert take(case, "file", version, condition_no=1).state == "pending_dispatch"
    other = room.case_in("reported")
    assert [take(other, "send_verify", 1).version, room.case(other)["state"]] == [2, "verifying"]


def test_a_repeated_request_is_answered_as_before_even_after_the_case_moved_on(room):
    case, request = room.case_in("reported"), str(uuid.uuid4())
    first = room.step("acceptor", case, "file", request=request, condition_no=1)
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    again = room.step("acceptor", case, "file", version=1, request=request, condition_no=1)
    assert again == {**first, "repeated": True}
    assert room.case(case)["state"] == "pending_handle"


@pytest.mark.parametrize("change", ["person", "action", "case", "report"])
def test_a_request_id_serves_for_one_thing_only(room, change):
    case, other, request = room.case_in("reported"), room.case_in("reported"), str(uuid.uuid4())
    room.step("acceptor", case, "send_verify", request=request)
    again = {
        "person": lambda: room.step("shift_leader", case, "send_verify", request=request),
        "action": lambda: room.step("acceptor", case, "file", request=request, condition_no=1),
        "case": lambda: room.step("acceptor", other, "send_verify", request=request),
        "report": lambda: room.report(request=request),
    }
    with pytest.raises(RoomError) as caught:
        again[change]()
    assert caught.value.code == "room.request_reused"
    assert (room.case(case)["version"], room.case(other)["version"]) == (2, 1)


def test_a_request_that_served_for_an_earlier_step_is_not_called_too_late(room):
    case, request = room.case_in("reported"), str(uuid.uuid4())
    first = room.step("acceptor", case, "file", request=request, condition_no=1)
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    again = room.step("acceptor", case, "file", version=2, request=request, condition_no=1)
    assert again == {**first, "repeated": True}, "as it was answered before, whatever version is named"
    for post, action in (("acceptor", "send_verify"), ("second_dispatcher", "dispatch")):
        with pytest.raises(RoomError) as caught:
            room.step(post, case, action, version=2, request=request)
        assert (caught.value.code, caught.value.params) == ("room.request_reused", {"request_id": request})
    with pytest.raises(RoomError) as caught:
        room.step("acceptor", case, "send_verify", version=2)
    assert caught.value.code == "room.stale_version"


def test_a_request_id_of_another_subdistrict_tells_nothing(room):
    case, request = room.case_in("reported"), str(uuid.uuid4())
    room.step("acceptor", case, "send_verify", request=request)
    for subdistrict in (SUBDISTRICT, NEIGHBOUR):
        with pytest.raises(RoomError) as caught:
            room.query(STEP, (subdistrict, case, "send_verify", Json({}), 1, request), "neighbour")
        assert caught.value.code == "room.unknown_case"


def test_a_step_needs_a_request_id_and_the_right_version(room):
    case = room.case_in("reported")
    with pytest.raises(RoomError) as caught:
        room.query(STEP, (SUBDISTRICT, case, "send_verify", Json({}), 1, None), "acceptor")
    assert (caught.value.code, caught.value.params) == ("room.value_required", {"field": "request"})
    for version in (0, 2, 99):
        error = room.refusal("acceptor", case, "send_verify", version=version)
        assert (error.code, error.params["version"]) == ("room.stale_version", 1)
    with pytest.raises(RoomError) as caught:
        room.query(STEP, (SUBDISTRICT, case, "send_verify", Json({}), None, str(uuid.uuid4())), "acceptor")
    assert caught.value.code == "room.stale_version"


@pytest.mark.parametrize("payload", [[1, 2], "words", 7])
def test_details_that_are_no_object_are_refused(room, payload):
    with pytest.raises(RoomError) as caught:
        room.query(
            STEP, (SUBDISTRICT, room.case_in("reported"), "file", Json(payload), 1, str(uuid.uuid4())), "acceptor"
        )
    assert caught.value.code == "room.bad_value"


def test_two_case_files_cannot_become_duplicates_of_each_other(room):
    """Each is linked to the other in the same moment: at most one link is made, so there is no circle."""
    for _ in range(3):
        pair = [room.report(), room.report()]
        payloads = [Json({"reason": "same", "duplicate_of": pair[1 - n]["case_number"]}) for n in range(2)]
        calls = [
            (
                ("acceptor", "acceptor")[n],
                STEP,
                (SUBDISTRICT, pair[n]["case_id"], "link_duplicate", payloads[n], 1, str(uuid.uuid4())),
            )
            for n in range(2)
        ]
        answers = at_once(room, calls)
        assert sum(isinstance(answer, dict) for answer in answers) == 1, answers
        assert {answer for answer in answers if isinstance(answer, str)} <= {
            "room.unknown_duplicate",
            "database.try_again",
        }


FULL = """
    CREATE FUNCTION public.full() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE disk_full USING MESSAGE = 'could not extend file: No space left on device';
    END $$
"""


@pytest.mark.parametrize("table", ["case_file", "case_log", "outbox"])
def test_a_disk_that_is_full_half_way_through_a_step_leaves_nothing_and_the_step_is_taken_later(own_room, table):
    case = own_room.case_in("pending_dispatch")
    values = (SUBDISTRICT, case, "dispatch", Json({"department_code": PROPERTY}), 2, str(uuid.uuid4()))
    before = own_room.case(case)
    own_room.query(FULL)
    moment = "UPDATE" if table == "case_file" else "INSERT"
    own_room.query(f"CREATE TRIGGER full_ AFTER {moment} ON room.{table} FOR EACH ROW EXECUTE FUNCTION public.full()")
    with pytest.raises(psycopg2.Error) as caught:
        own_room.query(STEP, values, "dispatcher")
    assert from_database(caught.value).code == "database.disk_full"
    assert own_room.case(case) == before
    left = "SELECT (SELECT count(*) FROM room.case_log WHERE case_id = %s), (SELECT count(*) FROM room.outbox)"
    assert own_room.query(left, (case,)) == [(2, 0)]
    own_room.query(f"DROP TRIGGER full_ ON room.{table}")
    assert own_room.one(STEP, values, "dispatcher")["version"] == 3
    assert own_room.one(STEP, values, "dispatcher")["repeated"] is True
    assert own_room.query(left, (case,)) == [(3, 1)]


def test_a_server_that_takes_no_changes_says_so(room):
    case = room.case_in("pending_dispatch")
    session = room.connect("dispatcher")
    with session.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
        with pytest.raises(psycopg2.Error) as caught:
            cursor.execute(STEP, (SUBDISTRICT, case, "dispatch", Json({}), 2, str(uuid.uuid4())))
    assert from_database(caught.value).code == "database.read_only"


def test_the_same_attachment_sent_twice_is_kept_once(room):
    case = room.case_in("handling")
    statement = "SELECT desk.attach(%s, 'after', '现场.jpg', 'image/jpeg', %s)"
    kept = {room.one(statement, (case, JPEG), "worker") for _ in range(2)}
    assert len(kept) == 1
    assert room.one("SELECT count(*) FROM room.case_attachment WHERE case_id = %s", (case,)) == 1


def test_a_step_that_guesses_the_version_of_one_under_way_does_not_break_the_log(room):
    case = room.case_in("handling")
    version = room.query("SELECT version FROM room.case_file WHERE case_id = %s", (case,))[0][0]
    first = room.connect("shift_leader", autocommit=False)
    with first.cursor() as cursor:
        urge = Json({"reason": "again"})
        cursor.execute(STEP, (SUBDISTRICT, case, "urge", urge, version, str(uuid.uuid4())))
        waiting = threading.Thread(
            target=room.query,
            args=(STEP, (SUBDISTRICT, case, "urge", urge, version + 1, str(uuid.uuid4())), "shift_leader"),
        )
        waiting.start()
        held = (
            "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        while waiting.is_alive() and not room.query(held)[0][0]:
            threading.Event().wait(0.05)
        first.commit()
        waiting.join(30)
    assert room.query("SELECT version FROM room.case_file WHERE case_id = %s", (case,))[0][0] == version + 2
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []
