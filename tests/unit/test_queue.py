"""The queue's rules: urgency, countdown, order, buckets, search."""

from datetime import UTC, datetime, timedelta

import pytest

from community_brain_plugin.cases import queue
from community_brain_plugin.cases.queue import Filter, Urgency, Viewer

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
DISPATCHER = Viewer(
    staff_number="P2",
    department_code="D1",
    axes=frozenset({"command"}),
    can_act=lambda case: case["state"] == "pending_dispatch" or case.get("pending") == "extend",
)


def case(number=1, *, due=60, state="pending_dispatch", axis="command", **more):
    """Return a case file due in so many minutes; its yellow light comes when a quarter of an hour is left."""
    due_at = None if due is None else NOW + timedelta(minutes=due)
    return {
        "case_id": number,
        "case_number": f"20261121-{number:06d}",
        "state": state,
        "holder_axis": axis,
        "is_open": state not in ("closed", "void"),
        "due_at": due_at,
        "yellow_at": None if due_at is None else due_at - timedelta(minutes=15),
        **more,
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (case(due=-1), Urgency.OVERDUE),
        (case(due=0), Urgency.OVERDUE),
        (case(due=15), Urgency.YELLOW),
        (case(due=16), Urgency.IN_TIME),
        (case(due=None), Urgency.IN_TIME),
        (case(due=16, axis="handler"), Urgency.ELSEWHERE),
        (case(due=16, axis="handler", pending="extend"), Urgency.IN_TIME),
        (case(due=16, axis="handler", state="handling", pending="suspend"), Urgency.ELSEWHERE),
        (case(due=-5, axis="handler"), Urgency.OVERDUE),
        (case(due=-5, state="closed", axis="none"), Urgency.ENDED),
        (case(due=-5, state="closed", axis="none", pending="extend"), Urgency.IN_TIME),
        (case(due=-5, state="closed", axis="none", pending="recheck"), Urgency.ELSEWHERE),
    ],
)
def test_urgency_says_who_must_act_or_answer_and_lateness_counts_whoever_holds_it(row, expected):
    assert queue.urgency(row, NOW, DISPATCHER) is expected


@pytest.mark.parametrize(
    ("seconds", "sign", "text", "unit"),
    [
        (59, "+", "00:59", "min"),
        (-1, "−", "00:01", "min"),
        (-12 * 60 - 31, "−", "12:31", "min"),
        (3600, "+", "1:00:00", "h"),
        (6420, "+", "1:47:00", "h"),
        (47 * 3600 + 59, "+", "47:00:59", "h"),
        (60 * 3600, "+", "2.5", "d"),
        (-30 * 86400, "−", "30.0", "d"),
    ],
)
def test_countdowns_have_a_sign_and_a_unit_and_overdue_counts_up(seconds, sign, text, unit):
    left = queue.countdown(NOW + timedelta(seconds=seconds), NOW)
    assert (left.sign, left.text, left.unit) == (sign, text, unit)


def test_where_no_clock_runs_there_is_no_countdown():
    assert queue.countdown(None, NOW) is None


def test_the_order_is_urgency_then_deadline_then_age():
    rows = [case(1, due=None), case(2, due=200), case(3, due=-1), case(4, due=10), case(5, due=-60), case(6, due=200)]
    ordered = sorted(rows, key=lambda row: queue.sort_key(row, NOW, DISPATCHER))
    assert [row["case_id"] for row in ordered] == [5, 3, 4, 2, 6, 1]


def test_sort_keys_are_unique_and_end_with_the_case():
    assert queue.sort_key(case(7), NOW, DISPATCHER)[-1] == 7


def test_buckets_hold_what_their_names_say():
    rows = [
        case(1),
        case(2, state="pending_handle", axis="handler", department_code="D1", due=-1),
        case(3, state="handling", axis="handler", handler="P2", department_code="D2"),
        case(4, state="closed", axis="none", department_code="D1"),
        case(5, state="reported", axis="supervision", claimed_by="P2"),
    ]
    found = {
        bucket: [row["case_id"] for row in rows if queue.passes(row, bucket, NOW, DISPATCHER)] for bucket in Filter
    }
    assert found == {
        Filter.OPEN: [1, 2, 3, 5],
        Filter.UNASSIGNED: [1],
        Filter.MINE: [1, 3, 5],
        Filter.LATE: [2],
        Filter.UNIT: [2],
    }


def test_what_has_ended_and_is_appealed_against_lies_with_whoever_decides_and_is_not_late():
    appeal = case(due=-5, state="closed", axis="none", pending="extend")
    assert queue.passes(appeal, Filter.OPEN, NOW, DISPATCHER)
    assert queue.passes(appeal, Filter.MINE, NOW, DISPATCHER)
    assert not queue.passes(appeal, Filter.LATE, NOW, DISPATCHER)
    assert not queue.passes({**appeal, "pending": None}, Filter.OPEN, NOW, DISPATCHER)


def test_somebody_without_a_unit_has_no_cases_of_his_unit():
    assert not queue.passes(case(1, department_code=None), Filter.UNIT, NOW, Viewer())


def test_search_wants_every_word_somewhere_and_ignores_case():
    row = case(1, class_zh="污水井盖", class_en="Sewage cover", address="松涛路12号", department_zh=None)
    text = queue.searchable(row)
    assert queue.matches(text, "  ")
    assert queue.matches(text, "井盖 松涛")
    assert queue.matches(text, "sewage 000001")
    assert not queue.matches(text, "井盖 听雨")


def test_the_place_is_the_address_or_community_and_grid():
    row = case(1, community_zh="竹影社区", community_en=None, unit_grid_code="990106001002008")
    assert queue.place(row, "en") == "竹影社区 008"
    assert queue.place({**row, "address": "松涛路12号"}, "zh") == "松涛路12号"
    assert queue.place(case(2), "zh") == ""
