"""A case file from report to closing, and everything that must not happen on the way."""

import itertools

import pytest
from case_ways import DETAILS, POST_OF, details, ready
from little_room import FIRE_LANE, MANHOLE, POSTS, PROPERTY, SANITATION, SUBDISTRICT, USUAL_WAY, LittleRoom
from psycopg2.extras import Json

from community_brain_plugin.errors import RoomError

ON_BEHALF = {"reason": "by phone", **DETAILS["handled_on_behalf"]}
ROLES = ("acceptor", "shift_leader", "collector", "dispatcher", "analyst", "planner", "evaluator", "admin")


def transitions(room: LittleRoom) -> list[tuple[str, str, str, str]]:
    """Return (action, from state, to state, role) of every transition, with '*' and '=' worked out."""
    found = room.query("SELECT action, from_state, to_state, role FROM room.case_transition WHERE profile = 'default'")
    open_states = [row[0] for row in room.query("SELECT state FROM room.case_state WHERE is_open")]
    # The usual way leads into a suspension from waiting for handling, so back there.
    ends = {"previous": "pending_handle"}
    return [
        (action, start, start if to == "=" else ends.get(to, to), role)
        for action, begin, to, role in found
        for start in (open_states if begin == "*" else [begin])
    ]


def test_a_case_is_filed_dispatched_handled_checked_and_closed(room):
    case = room.case_in("closed")
    stored = room.case(case)
    assert stored["state"] == "closed"
    assert (stored["filed_by"], stored["dispatched_by"], stored["handled_by"]) == ("1001", "1004", "2002")
    assert (stored["checked_by"], stored["closed_by"], stored["check_passed"]) == ("1003", "1001", True)
    assert stored["clock"] == "none"
    assert stored["deadline_at"] is not None
    log = room.query(
        "SELECT version, action, from_state, to_state FROM desk.case_log WHERE case_id = %s ORDER BY version",
        (case,),
        "acceptor",
    )
    assert [row[0] for row in log] == list(range(1, 11))
    assert all(before[3] == after[2] for before, after in itertools.pairwise(log))
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_every_transition_of_the_table_can_be_taken(room):
    for action, start, to, role in transitions(room):
        if role == "service":
            continue
        case = ready(room, action, start, role)
        answer = room.step(POST_OF.get(role, role), case, action, **details(room, action))
        assert answer["state"] == to, (action, start, role)
        assert room.case(case)["state"] == to


# A helper that runs with the login's rights and only saves 3,000 round trips.
TRY_STEP = """
    CREATE OR REPLACE FUNCTION public.try_step(p_case bigint, p_action text, p_payload jsonb, p_version integer)
    RETURNS text LANGUAGE plpgsql AS $$
    BEGIN
        RETURN desk.case_step(%s, p_case, p_action, p_payload, p_version, gen_random_uuid()) ->> 'state';
    EXCEPTION WHEN SQLSTATE 'CB001' THEN
        RETURN SQLERRM;
    END $$
"""


def test_every_other_step_is_refused_whoever_tries(room):
    """The whole table: each action in each state by each post, less those the table allows."""
    allowed = {(action, start, role) for action, start, _, role in transitions(room)}
    actions = sorted({row[0] for row in allowed})
    payloads = {
        action: Json({"reason": "because", "duplicate_of": "x", **DETAILS.get(action, {})}) for action in actions
    }
    roles = [*ROLES, "department", "worker"]
    room.query(TRY_STEP, (SUBDISTRICT,))
    # Nothing is changed by a refusal, so one case file a state serves for all.
    cases = {state: room.case_in(state) for state in USUAL_WAY}
    for (state, case), role in itertools.product(cases.items(), roles):
        trials = [action for action in actions if (action, state, role) not in allowed]
        answers = room.query(
            "SELECT action, public.try_step(%s, action, payload, %s) FROM unnest(%s, %s::jsonb[]) t(action, payload)",
            (case, room.case(case)["version"], trials, [payloads[action] for action in trials]),
            POST_OF.get(role, role),
        )
        assert len(answers) == len(trials)
        taken = [row for row in answers if row[1] not in ("room.wrong_state", "room.wrong_role", "room.unknown_case")]
        assert taken == [], (state, role)


def test_a_step_that_asks_for_a_reason_is_refused_without_one(room):
    asking = room.query(
        "SELECT DISTINCT ON (action) action, from_state, role FROM room.case_transition WHERE reason_required"
    )
    for action, start, role in asking:
        case = ready(room, action, "pending_handle" if start == "*" else start, role)
        for empty in ({}, {"reason": "  "}):
            wanted = {**details(room, action), "reason": None, **empty}
            assert room.refusal(POST_OF.get(role, role), case, action, **wanted).code == "room.reason_required"


@pytest.mark.parametrize(
    ("post", "state", "action", "payload", "code"),
    [
        ("acceptor", "reported", "file", {}, "condition_required"),
        ("acceptor", "reported", "file", {"condition_no": 99}, "condition_required"),
        ("acceptor", "reported", "file", {"condition_no": "one"}, "bad_value"),
        ("acceptor", "reported", "link_duplicate", {"reason": "x", "duplicate_of": "20000101-1"}, "unknown_duplicate"),
        ("acceptor", "reported", "fly", {}, "unknown_action"),
        ("acceptor", "reported", "send_verify", {"collector": "1001"}, "unknown_collector"),
        ("collector", "verifying", "verify_result", {}, "value_required"),
        ("dispatcher", "pending_dispatch", "dispatch", {}, "unknown_department"),
        ("dispatcher", "pending_dispatch", "dispatch", {"department_code": "D99"}, "unknown_department"),
        ("officer", "pending_handle", "assign", {"handler": "3002"}, "unknown_worker"),
        ("officer", "pending_handle", "assign", {}, "unknown_worker"),
        ("dispatcher", "handling", "handled_on_behalf", {"reason": "by phone", "said_by": "王"}, "value_required"),
        ("dispatcher", "handling", "handled_on_behalf", {**ON_BEHALF, "said_at": "2999-01-01 10:00"}, "bad_value"),
        ("dispatcher", "handling", "handled_on_behalf", {**ON_BEHALF, "said_at": "when he called"}, "bad_value"),
        ("acceptor", "pending_check", "send_check", {"collector": "1001"}, "unknown_collector"),
        ("collector", "checking", "check_result", {"passed": "yes"}, "value_required"),
        ("acceptor", "pending_check", "close", {"closing_condition_no": 1}, "no_check"),
    ],
)
def test_a_step_without_what_it_needs_is_refused(room, post, state, action, payload, code):
    case = room.case_in(state)
    assert room.refusal(post, case, action, **payload).code == f"room.{code}"


def test_a_check_that_failed_or_is_older_than_the_handling_closes_nothing(room):
    case = room.case_in("checking")
    room.pictured("collector", case, "check_result", passed=False)
    assert room.refusal("acceptor", case, "close", closing_condition_no=1).code == "room.no_check"
    room.step("acceptor", case, "return_for_rework", reason="still blocked")
    assert room.case(case)["rework_count"] == 1
    room.walk(case, USUAL_WAY["pending_check"][1:])
    assert room.refusal("acceptor", case, "close", closing_condition_no=1).code == "room.no_check"
    room.step("acceptor", case, "send_check")
    room.pictured("collector", case, "check_result", passed=True)
    assert room.step("shift_leader", case, "close", closing_condition_no=1)["state"] == "closed"


def test_a_returned_or_reworked_case_keeps_what_it_had(room):
    case = room.case_in("feedback", class_code=MANHOLE, description="井盖丢失")
    before = room.case(case)
    room.step("dispatcher", case, "rework", reason="not done")
    after = room.case(case)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {
        "version", "state", "handler", "rework_count", "clock", "clock_started_at", "yellow_at", "due_at",
        "deadline_at", "worked_by", "log_hash",
    }  # fmt: skip
    assert after["original_deadline_at"] == before["original_deadline_at"]
    room.step("officer", case, "return_to_dispatcher", reason="not ours")
    room.step("dispatcher", case, "return_further", reason="wrong class")
    returned = room.case(case)
    assert returned["return_count"] == 2
    for key in ("description", "condition_no", "filed_by", "handled_at", "handled_by", "deadline_at"):
        assert returned[key] == after[key], key
    assert room.one("SELECT count(*) FROM room.case_log WHERE case_id = %s", (case,)) == returned["version"]


def test_a_second_dispatch_of_the_same_order_gains_no_time(room):
    case = room.case_in("returned_dispatcher")
    deadline = room.case(case)["deadline_at"]
    room.step("dispatcher", case, "redispatch", department_code=SANITATION)
    assert room.case(case)["deadline_at"] == deadline
    assert room.case(case)["due_at"] == deadline
    assert room.case(case)["yellow_at"] < deadline


def test_a_rework_starts_one_new_deadline_and_returns_do_not_start_more(room):
    case = room.case_in("feedback", class_code=MANHOLE)
    room.step("dispatcher", case, "rework", reason="not done")
    deadline = room.case(case)["deadline_at"]
    assert deadline > room.case(case)["original_deadline_at"]
    room.step("officer", case, "return_to_dispatcher", reason="not ours")
    room.step("dispatcher", case, "redispatch", department_code=PROPERTY)
    assert room.case(case)["deadline_at"] == deadline


def test_another_filing_condition_gives_another_deadline(room):
    case = room.case_in("returned_dispatcher", class_code=MANHOLE)
    first = room.case(case)["deadline_at"]
    room.step("dispatcher", case, "return_further", reason="wrong condition")
    room.step("acceptor", case, "refile", condition_no=2)
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    assert room.case(case)["deadline_at"] > first
    assert room.case(case)["original_deadline_at"] == first


def test_a_duplicate_is_linked_and_never_merged(room):
    first, second = room.report(), room.report()
    room.step("acceptor", second["case_id"], "link_duplicate", reason="same", duplicate_of=first["case_number"])
    linked = room.case(second["case_id"])
    assert (linked["state"], linked["duplicate_of"]) == ("void", first["case_id"])
    assert linked["description"]
    assert room.case(first["case_id"])["version"] == 1
    error = room.refusal("acceptor", first["case_id"], "link_duplicate", reason="x", duplicate_of=second["case_number"])
    assert error.code == "room.unknown_duplicate"


def test_an_ordinary_void_links_nothing_whatever_it_is_sent(room):
    other, case = room.report(), room.report()["case_id"]
    room.step("acceptor", case, "void", reason="nothing there", duplicate_of=other["case_number"])
    assert room.case(case)["duplicate_of"] is None


def test_a_dispatch_writes_the_slip_of_the_unit_with_it(room):
    case = room.case_in("pending_handle")
    slips = room.query("SELECT channel, state, body FROM desk.outbox WHERE case_id = %s", (case,), "dispatcher")
    assert [(channel, state) for channel, state, _ in slips] == [("slip", "pending")]
    assert slips[0][2]["class_zh"] == "占用消防通道"


def test_a_handling_unit_acts_on_its_own_orders_only(room):
    case = room.case_in("pending_handle")
    assert room.refusal("other_officer", case, "assign", handler="3002").code == "room.unknown_case"
    # Who sees everything by another post still acts for his own unit alone.
    foreign = room.case_in("pending_dispatch")
    room.step("dispatcher", foreign, "dispatch", department_code=SANITATION, reason="theirs")
    assert room.refusal("night", foreign, "assign", handler="3002").code == "room.other_department"


def test_only_the_assigned_worker_hands_in(room):
    case = room.case_in("handling")
    assert room.refusal("night", case, "submit_handling").code == "room.not_assigned"
    room.pictured("worker", case, "submit_handling")


def test_a_login_without_a_person_may_nothing(room):
    with pytest.raises(RoomError) as caught:
        room.report("service")
    assert caught.value.code == "room.not_staff"


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"class_code": "99999"}, "unknown_class"),
        ({"x": 0, "y": 0}, "outside_area"),
        ({"x": "NaN"}, "bad_value"),
        ({"x": None, "y": None}, "value_required"),
        ({"longitude": 0, "latitude": 0}, "outside_area"),
        ({"component_identity": "1"}, "unknown_component"),
        ({"source": "rumour"}, "bad_value"),
        ({"claimed_found_at": "yesterday-ish"}, "bad_value"),
        ({"claimed_found_at": "infinity"}, "bad_value"),
        ({"alarm_id": 99}, "unknown_alarm"),
        ({"alarm_id": "none"}, "bad_value"),
        ({"description": "字" * 40000}, "too_long"),
    ],
)
def test_a_report_that_makes_no_sense_is_refused_and_leaves_nothing(room, payload, code):
    before = room.one("SELECT count(*) FROM room.case_file")
    with pytest.raises(RoomError) as caught:
        room.report(**payload)
    assert caught.value.code == f"room.{code}"
    assert room.one("SELECT count(*) FROM room.case_file") == before


def test_a_report_knows_its_grid_community_class_and_condition(room):
    case = room.case(room.report(x=500350, y=3450010)["case_id"])
    assert (case["unit_grid_code"], case["community_code"]) == ("320106001002002", "320106001002")
    assert (case["kind"], case["class_code"], case["description"]) == ("event", FIRE_LANE, "占用消防通道")
    case = room.case(room.report(component_identity="32010601002000020", class_code=None, x=None, y=None)["case_id"])
    assert (case["kind"], case["class_code"], case["unit_grid_code"]) == ("component", "01002", "320106001002002")


def test_a_case_number_never_loses_digits(own_room):
    own_room.query("ALTER TABLE room.case_file ALTER COLUMN case_id RESTART WITH 12345678")
    assert own_room.report()["case_number"].endswith("-12345678")
    assert own_room.report()["case_number"].endswith("-12345679")


def test_everybody_of_the_little_room_exists(room):
    found = dict(room.query("SELECT login::text, staff_number FROM room.staff"))
    assert found == {f"little_{post}": number for post, (number, *_) in POSTS.items()}
