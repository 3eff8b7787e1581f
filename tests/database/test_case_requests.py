"""What is asked for and granted: more time, a suspension and its end, an appeal, an evaluation."""

import datetime as dt

import pytest
from case_ways import appealed, final, late
from little_room import MANHOLE, PROPERTY, SUBDISTRICT

from community_brain_plugin.errors import RoomError

DAY = dt.timedelta(days=1)


def moment(room, case: int, column: str) -> dt.datetime | None:
    text = room.case(case)[column]
    return dt.datetime.fromisoformat(text) if text else None


def in_days(days: float) -> str:
    return (dt.datetime.now(dt.UTC) + days * DAY).isoformat()


def extend(room, case: int) -> None:
    room.step("officer", case, "ask_extend", reason="parts")
    room.step("dispatcher", case, "extend")


def suspend(room, case: int, days: float = 30) -> None:
    room.step("dispatcher", case, "ask_suspend", reason="road works", until=in_days(days))
    room.step("shift_leader", case, "suspend")


def let_pass(room, case: int, **columns: str) -> None:
    """Move moments of a case file into the past, as only the owner of the database can."""
    for column, span in columns.items():
        room.query(f"UPDATE room.case_file SET {column} = {column} - %s::interval WHERE case_id = %s", (span, case))


def test_an_extension_adds_one_limit_and_keeps_the_first_deadline(room):
    case = room.case_in("handling", class_code=MANHOLE)
    first = moment(room, case, "deadline_at")
    for times in (1, 2):
        extend(room, case)
        assert moment(room, case, "deadline_at") == first + times * dt.timedelta(hours=2)
        assert moment(room, case, "due_at") == moment(room, case, "deadline_at")
        assert moment(room, case, "yellow_at") == moment(room, case, "deadline_at") - dt.timedelta(minutes=30)
    assert moment(room, case, "original_deadline_at") == first
    assert room.refusal("officer", case, "ask_extend", reason="again").code == "room.used_up"


def test_what_a_granted_extension_would_lead_to_is_known_beforehand(room):
    would_be = "SELECT desk.deadline_if_extended(%s)"
    case = room.case_in("handling")
    room.step("officer", case, "ask_extend", reason="parts")
    told = room.one(would_be, (case,), "dispatcher")
    assert told > moment(room, case, "deadline_at")
    assert room.one(would_be, (case,), "officer") == told
    assert room.one(would_be, (case,), "other_officer") is None, "it is another unit's"
    room.step("dispatcher", case, "extend")
    assert moment(room, case, "deadline_at") == told
    assert room.one(would_be, (room.case_in("pending_check"),), "dispatcher") is None, "no unit's time runs"


@pytest.mark.parametrize("asked", [False, True])
def test_what_is_late_stays_late(room, asked):
    """Neither asked for nor granted once the deadline has passed, however early it was asked for."""
    case = room.case_in("handling")
    if asked:
        room.step("officer", case, "ask_extend", reason="parts")
    let_pass(room, case, deadline_at="3 days")
    step = ("dispatcher", case, "extend") if asked else ("officer", case, "ask_extend")
    assert room.refusal(*step, reason="x").code == "room.deadline_passed"
    room.step("shift_leader", case, "urge", reason="late")
    assert room.case(case)["late"] is True


def test_lateness_is_kept_through_rework_and_another_condition(room):
    case = room.case_in("pending_handle", class_code=MANHOLE)
    let_pass(room, case, deadline_at="1 day")
    room.step("officer", case, "return_to_dispatcher", reason="wrong class")
    room.step("dispatcher", case, "return_further", reason="wrong condition")
    room.step("acceptor", case, "refile", condition_no=2)
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY, reason="theirs")
    stored = room.case(case)
    assert stored["late"] is True
    assert stored["deadline_at"] > stored["original_deadline_at"]


def test_a_refused_request_changes_nothing_and_may_be_made_again(room):
    case = room.case_in("handling")
    before = room.case(case)
    room.step("officer", case, "ask_extend", reason="parts")
    room.step("dispatcher", case, "refuse_extend", reason="no")
    room.step("dispatcher", case, "ask_suspend", reason="works", until=in_days(3))
    room.step("shift_leader", case, "refuse_suspend", reason="no")
    after = room.case(case)
    assert {key for key in before if before[key] != after[key]} == {"version", "worked_by", "log_hash"}
    extend(room, case)


def test_one_request_at_a_time_and_none_answered_twice(room):
    case = room.case_in("handling")
    assert room.refusal("dispatcher", case, "extend").code == "room.nothing_pending"
    room.step("officer", case, "ask_extend", reason="parts")
    for post, action in (("officer", "ask_extend"), ("dispatcher", "ask_suspend")):
        assert room.refusal(post, case, action, reason="x", until=in_days(3)).code == "room.already_pending"
    room.step("dispatcher", case, "extend")
    assert room.refusal("dispatcher", case, "refuse_extend", reason="x").code == "room.nothing_pending"


def test_a_request_lapses_when_the_case_file_moves_on_and_outlives_an_urge(room):
    case = room.case_in("pending_handle")
    room.step("officer", case, "ask_extend", reason="parts")
    room.step("shift_leader", case, "urge", reason="hurry")
    room.step("officer", case, "assign", handler="2002")
    assert room.case(case)["pending"] == "extend"
    room.pictured("worker", case, "submit_handling")
    assert (room.case(case)["pending"], room.case(case)["pending_by"]) == (None, None)


def test_who_asked_does_not_grant_even_with_both_posts(own_room):
    own_room.query("INSERT INTO room.setting VALUES (%s, 'axes_profile', '\"joint_room\"')", (SUBDISTRICT,))
    case = own_room.case_in("pending_handle")
    own_room.step("night", case, "ask_extend", reason="parts")
    assert own_room.refusal("night", case, "extend").code == "room.same_person"
    own_room.step("dispatcher", case, "extend")
    own_room.step("night", case, "ask_suspend", reason="works", until=in_days(3))
    assert own_room.refusal("night", case, "suspend").code == "room.same_person"
    own_room.step("shift_leader", case, "suspend")


@pytest.mark.parametrize("until", ["2020-01-01", pytest.param(in_days(366.1), id="in more than a year"), "never", None])
def test_a_suspension_ends_on_a_day_within_a_year(room, until):
    case = room.case_in("pending_handle")
    code = room.refusal("dispatcher", case, "ask_suspend", reason="works", until=until).code
    assert code in ("room.bad_until", "room.bad_value", "room.value_required")
    assert room.case(case)["version"] == 3


def test_a_suspension_that_is_over_before_it_is_granted_is_not_granted(room):
    case = room.case_in("pending_handle")
    room.step("dispatcher", case, "ask_suspend", reason="works", until=in_days(3))
    let_pass(room, case, pending_until="4 days")
    assert room.refusal("shift_leader", case, "suspend").code == "room.bad_until"


@pytest.mark.parametrize("state", ["pending_dispatch", "pending_handle", "handling"])
def test_a_suspension_stops_the_clock_and_a_resumed_case_file_has_as_much_time_as_before(room, state):
    case = room.case_in(state, class_code=MANHOLE)
    clock, due, yellow = room.case(case)["clock"], moment(room, case, "due_at"), moment(room, case, "yellow_at")
    suspend(room, case)
    stopped = room.case(case)
    assert (stopped["state"], stopped["state_before"], stopped["clock"]) == ("suspended", state, "paused")
    assert (stopped["due_at"], stopped["yellow_at"]) == (None, None)
    since = moment(room, case, "clock_started_at")
    let_pass(
        room, case, clock_started_at="5 days", deadline_at="5 days", paused_due_at="5 days", paused_yellow_at="5 days"
    )
    again = dt.datetime.fromisoformat(room.step("dispatcher", case, "resume")["at"])
    resumed = room.case(case)
    assert (resumed["state"], resumed["state_before"], resumed["clock"]) == (state, None, clock)
    assert moment(room, case, "due_at") - again == due - since
    assert moment(room, case, "yellow_at") - again == yellow - since
    assert {resumed[key] for key in ("paused_clock", "paused_due_at", "paused_yellow_at", "suspended_until")} == {None}
    error = room.refusal("dispatcher", case, "ask_suspend", reason="again", until=in_days(3))
    assert error.code == "room.used_up", "once"


def test_a_case_file_suspended_late_comes_back_late(room):
    case = room.case_in("handling", class_code=MANHOLE)
    let_pass(room, case, deadline_at="1 day", due_at="1 day")
    due = moment(room, case, "due_at")
    suspend(room, case)
    room.step("dispatcher", case, "resume")
    assert (moment(room, case, "due_at"), room.case(case)["late"]) == (due, True)


def test_the_service_resumes_what_is_over_and_nothing_else(own_room):
    over, not_yet, closed = (own_room.case_in("suspended") for _ in range(3))
    own_room.step("shift_leader", closed, "force_close", reason="demolished")
    for case in (over, closed):
        let_pass(own_room, case, suspended_until="31 days")
    assert own_room.one("SELECT desk.resume_due()", post="service") == 1
    assert [own_room.case(case)["state"] for case in (over, not_yet, closed)] == [
        "pending_handle",
        "suspended",
        "closed",
    ]
    log = own_room.query(
        "SELECT action, staff_number, role, axis, login FROM room.case_log WHERE case_id = %s"
        " ORDER BY version DESC LIMIT 1",
        (over,),
    )
    assert log == [("resume", None, "service", "none", "community_brain_service")]
    assert own_room.one("SELECT desk.resume_due()", post="service") == 0
    assert own_room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_a_case_file_somebody_is_acting_on_is_resumed_the_next_time(own_room):
    case = own_room.case_in("suspended")
    let_pass(own_room, case, suspended_until="31 days")
    busy = own_room.connect("shift_leader", autocommit=False)
    busy.cursor().execute(
        "SELECT desk.case_step(%s, %s, 'urge', '{\"reason\": \"x\"}', 5, gen_random_uuid())", (SUBDISTRICT, case)
    )
    assert own_room.one("SELECT desk.resume_due()", post="service") == 0
    busy.commit()
    assert own_room.one("SELECT desk.resume_due()", post="service") == 1


def test_a_granted_appeal_frees_from_the_count_and_keeps_the_lateness(room):
    case = late(room)
    before = room.case(case)
    room.step("officer", case, "ask_appeal", reason="flood")
    room.step("dispatcher", case, "endorse_appeal")
    room.step("acceptor", case, "appeal", reason="flood seen")
    after = room.case(case)
    assert {key for key in before if before[key] != after[key]} == {
        "version",
        "worked_by",
        "log_hash",
        "appealed",
        "exempt",
    }
    assert (after["state"], after["late"], after["exempt"]) == ("closed", True, True)


def test_an_appeal_is_for_the_late_and_made_once(room):
    assert room.refusal("officer", room.case_in("closed"), "ask_appeal", reason="x").code == "room.not_late"
    case = appealed(room)
    assert room.refusal("acceptor", case, "appeal", reason="x").code == "room.nothing_pending"
    room.step("dispatcher", case, "refuse_appeal", reason="dry that day")
    assert room.refusal("officer", case, "ask_appeal", reason="x").code == "room.used_up"
    assert room.case(case)["exempt"] is False


def test_an_appeal_lies_with_whoever_decides_however_long_ago_the_case_file_ended(own_room):
    case = appealed(own_room)
    own_room.query("UPDATE room.case_file SET closed_at = closed_at - interval '2 days' WHERE case_id = %s", (case,))

    def lies_with(post):
        return (case,) in own_room.query("SELECT case_id FROM desk.case_live", post=post)

    assert lies_with("dispatcher")
    assert not lies_with("other_officer")
    own_room.step("dispatcher", case, "refuse_appeal", reason="the flood was later")
    assert not lies_with("dispatcher")


def test_another_unit_cannot_appeal(room):
    assert room.refusal("other_officer", late(room), "ask_appeal", reason="x").code == "room.unknown_case"


def test_evaluated_is_what_was_closed_in_a_locked_period_and_no_appeal_comes_after(own_room):
    case, recent = late(own_room), own_room.case_in("closed")
    assert own_room.refusal("evaluator", recent, "evaluate").code == "room.period_not_final"
    own_room.step("officer", case, "ask_appeal", reason="flood")
    own_room.query("UPDATE room.case_file SET closed_at = '2026-01-31 23:59:59+08' WHERE case_id = %s", (case,))
    final(own_room)
    assert own_room.refusal("evaluator", case, "evaluate").code == "room.already_pending"
    own_room.step("dispatcher", case, "endorse_appeal")
    assert own_room.refusal("acceptor", case, "appeal", reason="x").code == "room.period_final"
    own_room.step("acceptor", case, "refuse_appeal", reason="too late")
    assert own_room.step("evaluator", case, "evaluate")["state"] == "evaluated"
    assert own_room.case(case)["late"] is True


@pytest.mark.parametrize(
    ("post", "days", "code"),
    [
        ("acceptor", ("2025-01-01", "2025-01-31"), "wrong_role"),
        ("evaluator", ("2025-01-31", "2025-01-01"), "bad_value"),
        ("evaluator", ("2025-01-01", None), "bad_value"),
        ("evaluator", ("2025-01-01", "2999-01-01"), "bad_value"),
        ("evaluator", ("2025-12-31", "2026-01-01"), "period_locked"),
    ],
)
def test_a_period_is_locked_by_the_evaluator_once_and_when_it_is_over(room, post, days, code):
    final(room)
    with pytest.raises(RoomError) as caught:
        room.query("SELECT desk.lock_period(%s, %s)", days, post)
    assert caught.value.code == f"room.{code}"


def test_a_city_that_extends_once_more_and_asks_one_post_less_changes_rows(own_room):
    """Its own profile: three extensions, granted at once by the shift leader; suspensions are not known there."""
    profile = own_room.case(own_room.report()["case_id"])["profile"]
    own_room.query(
        "INSERT INTO room.case_transition SELECT %s, action, from_state, to_state, axis, role, reason_required, guard,"
        " clock_effect, pending_from, pending_to, position FROM room.case_transition WHERE action NOT LIKE '%%suspen%%'"
        " AND action <> 'resume'",
        (profile,),
    )
    own_room.query(
        "UPDATE room.case_transition SET role = 'shift_leader', axis = 'supervision', pending_from = 'none',"
        " reason_required = true WHERE profile = %s AND action = 'extend'",
        (profile,),
    )
    own_room.query("INSERT INTO room.case_limit VALUES (%s, 'extend_times', 3, '', '')", (profile,))
    case = own_room.case_in("handling")
    for _ in range(3):
        own_room.step("shift_leader", case, "extend", reason="storm")
    assert own_room.refusal("shift_leader", case, "extend", reason="storm").code == "room.used_up"
    error = own_room.refusal("dispatcher", case, "ask_suspend", reason="x", until=in_days(3))
    assert error.code == "room.unknown_action"
