"""Acts open to a person, their letters and fields, by the shipped transition table."""

import csv
from datetime import UTC, datetime, timedelta

import pytest

from community_brain_plugin import resources
from community_brain_plugin.cases import steps
from community_brain_plugin.errors import RoomError

PROFILE = "GB/T 47678.5-2026"


@pytest.fixture(scope="module")
def transitions():
    with resources.path("code_tables", "case_transition.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row["reason_required"] = row["reason_required"] == "true"
        row["position"] = int(row["position"])
    limits = {"extend_times": 2, "suspend_times": 1, "return_times": 3}
    return steps.Transitions.of(rows, [(PROFILE, "event", "09010")], limits)


def case(state, is_open=True, **more):
    return {"state": state, "is_open": is_open, "profile": PROFILE, **more}


def offered(transitions, found, *roles, staff_number=None):
    return {act.transition.action for act in transitions.acts(found, roles, staff_number)}


def letters(transitions, state, *roles):
    return {act.letter: act.transition.action for act in transitions.acts(case(state), roles)}


def test_a_dispatcher_dispatches_or_returns_what_waits_for_him(transitions):
    assert letters(transitions, "pending_dispatch", "dispatcher") == {
        "R": "return_to_acceptor",
        "D": "dispatch",
        "P": "ask_suspend",
    }


def test_an_acceptor_may_not_dispatch(transitions):
    assert letters(transitions, "pending_dispatch", "acceptor") == {}


def test_a_shift_leader_may_urge_and_force_in_every_open_state_and_in_no_other(transitions):
    assert letters(transitions, "handling", "shift_leader") == {"X": "force_close", "U": "urge"}
    assert transitions.acts(case("closed", is_open=False), {"shift_leader"}) == []


def test_close_is_one_act_for_somebody_with_both_roles(transitions):
    acts = [act.transition.action for act in transitions.acts(case("pending_check"), {"acceptor", "shift_leader"})]
    assert acts.count("close") == 1


def test_no_letter_means_two_acts_whatever_roles_one_holds(transitions):
    roles = {row.role for row in transitions.rows}
    for state in {row.from_state for row in transitions.rows}:
        used = [act.letter for act in transitions.acts(case(state), roles) if act.letter]
        assert len(used) == len(set(used)), state


def test_every_action_of_the_table_has_a_letter(transitions):
    assert {row.action for row in transitions.rows if row.role != steps.SERVICE} <= steps.LETTERS.keys()


def test_a_case_file_waits_for_those_whose_act_leads_on_from_its_state(transitions):
    assert transitions.moves(case("pending_dispatch"), {"dispatcher"})
    assert not transitions.moves(case("pending_dispatch"), {"shift_leader"})


def test_what_a_handler_holds_does_not_wait_for_the_dispatcher_who_may_record_it(transitions):
    held = case("handling", holder_axis="handler")
    assert "handled_on_behalf" in offered(transitions, held, "dispatcher")
    assert not transitions.moves(held, {"dispatcher"})
    assert transitions.moves(held, {"worker"})


def test_whom_a_case_file_waits_for_depends_on_nothing_but_what_is_remembered_of_it(transitions):
    asked = set()

    class Noted(dict):
        def get(self, name, default=None):
            asked.add(name)
            return super().get(name, default)

        def __getitem__(self, name):
            asked.add(name)
            return super().__getitem__(name)

    roles = {row.role for row in transitions.rows}
    for state in {row.from_state for row in transitions.rows}:
        for role in roles:
            for pending in ("none", *{row.pending_from for row in transitions.rows}):
                found = Noted(case(state, pending=pending, clock="handle", return_count=9, late=True))
                assert transitions.mover({role})(found) == transitions.moves(found, {role})
    assert asked == set(steps.JUDGED)


def test_a_request_waits_for_whoever_answers_it_but_not_for_its_author(transitions):
    asked = case("handling", holder_axis="handler", clock="handle", pending="extend", pending_by="2001")
    assert {"extend", "refuse_extend"} <= offered(transitions, asked, "dispatcher", staff_number="1004")
    assert "extend" not in offered(transitions, asked, "dispatcher", staff_number="2001")
    assert "ask_extend" not in offered(transitions, asked, "department")
    assert transitions.moves(asked, {"dispatcher"})
    assert offered(transitions, case("handling", clock="handle"), "dispatcher").isdisjoint({"extend", "refuse_extend"})


@pytest.mark.parametrize("staff_number", ["2002", "2009"])
def test_a_worker_s_own_orders_wait_for_him_and_his_colleagues_do_not(transitions, staff_number):
    waits = transitions.mover({"worker"}, staff_number)
    for _ in range(2):  # what is remembered says the same again
        assert waits(case("handling", holder_axis="handler", handler=staff_number))
        assert not waits(case("handling", holder_axis="handler", handler="2005"))


def test_more_is_not_offered_than_the_limits_give(transitions):
    running = {"clock": "handle", "extend_count": 2, "suspend_count": 1}
    assert "ask_extend" not in offered(transitions, case("handling", **running), "department")
    assert "ask_suspend" not in offered(transitions, case("handling", **running), "dispatcher")
    assert "ask_extend" in offered(transitions, case("handling", clock="handle", extend_count=1), "department")


def test_a_third_return_waits_for_the_shift_leader(transitions):
    bounced = case("returned_dispatcher", return_count=3, ruled_count=0)
    assert "redispatch" not in offered(transitions, bounced, "dispatcher")
    assert transitions.moves(bounced, {"shift_leader"})
    ruled = {**bounced, "ruled_count": 3}
    assert "redispatch" in offered(transitions, ruled, "dispatcher")
    assert not transitions.moves(ruled, {"shift_leader"})


def test_only_the_finder_of_a_small_thing_is_offered_to_close_it_on_the_spot(transitions):
    small = case("reported", kind="event", class_code="09010", reported_by="1003")
    assert "quick_close" in offered(transitions, small, "collector", staff_number="1003")
    assert "quick_close" not in offered(transitions, small, "collector", staff_number="1010")
    assert "quick_close" not in offered(transitions, {**small, "class_code": "09012"}, "collector", staff_number="1003")
    assert not transitions.moves(small, {"collector"})


def test_only_the_worker_an_order_was_given_to_is_offered_to_hand_it_in(transitions):
    given = case("handling", handler="2002", clock="handle")
    assert offered(transitions, given, "worker", staff_number="2002") == {"submit_handling"}
    assert offered(transitions, given, "worker", staff_number="2003") == set()


def test_only_a_late_case_file_can_be_appealed_against_and_once(transitions):
    closed = case("closed", is_open=False, late=True)
    assert offered(transitions, closed, "department") == {"ask_appeal"}
    assert offered(transitions, {**closed, "late": False}, "department") == set()
    assert offered(transitions, {**closed, "appealed": True}, "department") == set()


def test_nobody_is_offered_what_the_room_does_by_itself(transitions):
    assert "draw_recheck" not in offered(transitions, case("closed", is_open=False), steps.SERVICE, "collector")


def test_a_claim_that_is_over_is_nobodys():
    now = datetime(2026, 7, 15, 9, 30, tzinfo=UTC)
    claimed = case("reported", claimed_by="1001", claimed_until=now)
    assert steps.holder(claimed, now - timedelta(seconds=1)) == "1001"
    assert steps.holder(claimed, now) is None
    assert steps.holder(case("reported"), now) is None


def test_unassigned_is_what_a_dispatch_starts_from(transitions):
    assert transitions.dispatch_states() == {"pending_dispatch", "returned_dispatcher"}


def test_fields_follow_from_guard_and_reason(transitions):
    fields = {row.action: row.fields() for row in transitions.rows}
    assert fields["handled_on_behalf"] == ("said_by", "channel", "said_at", "reason")
    assert fields["dispatch"] == ("department_code", "reason", "channels")
    assert fields["forward_to_supervision"] == ()
    assert fields["rework"] == ("reason", "channels"), "it sends an order, too"


def test_what_is_missing_is_named_and_false_is_an_answer(transitions):
    check = next(row for row in transitions.rows if row.action == "check_result")
    assert steps.missing(check, {"passed": False}) == []
    assert steps.missing(check, {"finding": "still there"}) == ["passed"]
    send = next(row for row in transitions.rows if row.action == "send_check")
    assert steps.missing(send, {}) == []
    dispatch = next(row for row in transitions.rows if row.action == "dispatch")
    assert steps.missing(dispatch, {"department_code": "D01"}) == []
    rework = next(row for row in transitions.rows if row.action == "rework")
    assert steps.missing(rework, {}) == ["reason"]
    void = next(row for row in transitions.rows if row.action == "void")
    assert steps.missing(void, {"reason": ""}) == ["reason"]


def test_the_pictures_a_step_asks_for_are_known_before_it_is_tried(transitions):
    guards = {row.action: row.guards for row in transitions.rows}
    limits = {"handling_photos": 2, "check_photos": 0}
    assert steps.pictures(guards["submit_handling"], limits) == {"after": 2}
    assert steps.pictures(guards["check_result"], limits) == {}
    assert steps.pictures(guards["check_result"], {"check_photos": 1}) == {"check": 1}
    assert steps.pictures(guards["quick_close"], {}) == {"before": 1, "after": 1}
    assert steps.pictures(guards["dispatch"], limits) == {}


def test_every_irreversible_act_is_in_the_table(transitions):
    assert {row.action for row in transitions.rows} >= steps.IRREVERSIBLE


def test_a_step_decided_again_keeps_its_request():
    step = steps.Step("990106001", 7, "urge", {"reason": "x"}, 3)
    again = step.at_version(4)
    assert (again.expected_version, again.request_id) == (4, step.request_id)


def test_only_a_lost_connection_leaves_a_step_unanswered():
    assert steps.is_unanswered(RoomError("database.connection_lost", reason=""))
    assert not steps.is_unanswered(RoomError("room.stale_version"))
