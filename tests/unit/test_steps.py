"""Acts open to a person, their letters and fields, by the shipped transition table."""

import csv

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
    return steps.Transitions.of(rows)


def case(state, is_open=True):
    return {"state": state, "is_open": is_open, "profile": PROFILE}


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


def test_unassigned_is_what_a_dispatch_starts_from(transitions):
    assert transitions.dispatch_states() == {"pending_dispatch", "returned_dispatcher"}


def test_fields_follow_from_guard_and_reason(transitions):
    fields = {row.action: row.fields() for row in transitions.rows}
    assert fields["handled_on_behalf"] == ("said_by", "channel", "said_at", "reason")
    assert fields["dispatch"] == ("department_code", "reason")
    assert fields["forward_to_supervision"] == ()


def test_what_is_missing_is_named_and_false_is_an_answer(transitions):
    check = next(row for row in transitions.rows if row.action == "check_result")
    assert steps.missing(check, {"passed": False}) == []
    assert steps.missing(check, {"finding": "still there"}) == ["passed"]
    send = next(row for row in transitions.rows if row.action == "send_check")
    assert steps.missing(send, {}) == []
    dispatch = next(row for row in transitions.rows if row.action == "dispatch")
    assert steps.missing(dispatch, {"department_code": "D01"}) == []
    void = next(row for row in transitions.rows if row.action == "void")
    assert steps.missing(void, {"reason": ""}) == ["reason"]


def test_every_irreversible_act_is_in_the_table(transitions):
    assert {row.action for row in transitions.rows} >= steps.IRREVERSIBLE


def test_a_step_decided_again_keeps_its_request():
    step = steps.Step("990106001", 7, "urge", {"reason": "x"}, 3)
    again = step.at_version(4)
    assert (again.expected_version, again.request_id) == (4, step.request_id)


def test_only_a_lost_connection_leaves_a_step_unanswered():
    assert steps.is_unanswered(RoomError("database.connection_lost", reason=""))
    assert not steps.is_unanswered(RoomError("room.stale_version"))
