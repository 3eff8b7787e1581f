"""The queue by difference: whatever happened before, it stands as if everything were counted anew."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community_brain_plugin.cases import queue, queue_index, searched_text
from community_brain_plugin.cases.queue import Filter, Viewer
from community_brain_plugin.cases.queue_index import QueueIndex

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
DISPATCHER = Viewer(
    "P2", "D1", frozenset({"command"}), can_act=lambda case: case["state"] == "pending_dispatch" or case["pending"]
)
AXES = {"pending_dispatch": "command", "handling": "handler", "reported": "supervision", "closed": "none"}

states = st.sampled_from(sorted(AXES))
minutes = st.one_of(st.none(), st.integers(-30, 90))
changes = st.tuples(st.integers(1, 6), st.one_of(st.none(), st.tuples(states, minutes, st.sampled_from(["D1", "D2"]))))
happenings = st.lists(st.one_of(changes, st.integers(1, 40)), max_size=40)


def case(number, state, due, unit):
    due_at = None if due is None else NOON + timedelta(minutes=due)
    return {
        "case_id": number,
        "state": state,
        "holder_axis": AXES[state],
        "is_open": state != "closed",
        "due_at": due_at,
        "yellow_at": None if due_at is None else due_at - timedelta(minutes=10),
        "department_code": unit,
        "pending": {"handling": "extend", "closed": "appeal"}.get(state) if unit == "D2" else None,
        "claimed_by": None,
        "handler": None,
        "address": f"松涛路{number}号",
    }


def keys(selecting):
    """Return the keys a selection ends with."""
    while True:
        try:
            next(selecting)
        except StopIteration as ended:
            return ended.value.tolist()


@settings(deadline=None)
@given(happenings)
def test_after_any_changes_and_any_time_order_and_counts_are_those_of_a_fresh_count(happened):
    index, rows, now = QueueIndex(DISPATCHER), {}, NOON
    for event in happened:
        if isinstance(event, int):
            now += timedelta(minutes=event)
            for key in index.turned(now):
                index.put(key, rows[key], now)
            continue
        number, news = event
        if news is None:
            rows.pop(number, None)
            index.drop(number)
        else:
            rows[number] = case(number, *news)
            index.put(number, rows[number], now)
    for bucket in Filter:
        expected = {
            key: queue.sort_key(row, now, DISPATCHER)
            for key, row in rows.items()
            if queue.passes(row, bucket, now, DISPATCHER)
        }
        assert {key: index.place(key) for key in rows if index.holds(bucket, key, rows)} == expected
        assert keys(index.select(bucket, rows)) == sorted(expected, key=expected.__getitem__)
        assert index.counts[bucket] == len(expected)


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(queue_index, "PART", 3)
    monkeypatch.setattr(queue_index, "_STEP", 2)
    monkeypatch.setattr(queue_index, "_LOOKED", 2)
    monkeypatch.setattr(searched_text, "BLOCK", 4)


def test_filled_in_parts_it_stands_as_if_each_had_come_alone_and_goes_on_from_there(small_parts):
    rows = {n: case(n, sorted(AXES)[n % 4], n * 37 % 90 - 30, "D1") for n in range(1, 40)}
    index, slow = QueueIndex(DISPATCHER), QueueIndex(DISPATCHER)
    parts = 0
    for _ in index.fill(rows, NOON):
        parts += 1
        if index.is_ordered:
            early = index.ordered().tolist()
    assert parts > 10
    assert early == keys(index.select(Filter.OPEN, rows)), "the order is there before all is counted"
    for key, row in rows.items():
        slow.put(key, row, NOON)
    later = NOON + timedelta(minutes=40)
    for one in (index, slow):
        for key in one.turned(later):
            one.put(key, rows[key], later)
    for bucket in Filter:
        expected = sorted(
            queue.sort_key(row, later, DISPATCHER)
            for row in rows.values()
            if queue.passes(row, bucket, later, DISPATCHER)
        )
        for one in (index, slow):
            assert keys(one.select(bucket, rows)) == [place[-1] for place in expected]
            assert one.counts[bucket] == len(expected)


def test_rows_are_selected_by_every_word_and_by_a_list_in_parts(small_parts):
    rows = {n: case(n, "pending_dispatch", n, "D1") for n in range(1, 40)}
    index = QueueIndex(DISPATCHER)
    assert list(index.fill(rows, NOON))
    assert list(index.read(rows))

    def found(words="", only=None):
        return keys(index.select(Filter.OPEN, rows, words, only))

    assert found("路1") == [1, *range(10, 20)]
    assert found("路1 9号") == [19]
    assert found("", {3, 12, 99}) == [3, 12]
    assert found("路1", {3, 12}) == [12]
    assert found("路1", set()) == found("nothing like it") == []


def test_the_next_unassigned_follows_the_chosen_one_and_begins_again_at_the_most_urgent():
    index = QueueIndex(DISPATCHER)
    rows = {n: case(n, "pending_dispatch", due, "D1") for n, due in ((1, 50), (2, 20), (3, 80))}
    for _ in index.fill({**rows, 4: case(4, "handling", 5, "D1")}, NOON):
        pass
    assert [index.next_unassigned(after) for after in (None, 2, 1, 3)] == [2, 1, 3, 2]
    assert QueueIndex(DISPATCHER).next_unassigned(None) is None


def test_a_search_finds_what_a_change_has_brought(small_parts):
    rows = {n: case(n, "pending_dispatch", n, "D1") for n in range(1, 10)}
    index = QueueIndex(DISPATCHER)
    index.put_many(rows, rows, NOON)

    def found(words):
        shown = keys(index.select(Filter.OPEN, rows, words))
        assert shown == [key for key in rows if index.holds(Filter.OPEN, key, rows, words)]
        return shown

    assert (found("听雨"), found("路3")) == ([], [3])
    rows |= {3: {**rows[3], "address": "听雨路7号"}, 12: case(12, "handling", 12, "D1")}
    gone = rows.pop(7)
    for key in (3, 7, 12):
        index.drop(key) if key == gone["case_id"] else index.put(key, rows[key], NOON)
    assert (found("听雨"), found("路7"), found("路1")) == ([3], [3], [1, 12])


def test_many_changes_at_once_leave_the_queue_as_if_each_had_come_alone():
    """At six in the evening thousands of limits run out in one second."""
    rows = {n: case(n, sorted(AXES)[n % 4], n * 37 % 90 - 30, "D1") for n in range(1, 60)}
    together, alone = QueueIndex(DISPATCHER), QueueIndex(DISPATCHER)
    for one in (together, alone):
        assert list(one.fill(rows, NOON)) == []
    rows = {key: {**row, "state": "closed", "is_open": False} if key % 5 == 0 else row for key, row in rows.items()}
    del rows[7]
    rows[99] = case(99, "handling", 3, "D1")
    later = NOON + timedelta(minutes=40)
    changed = {*together.turned(later), *range(0, 60, 5), 7, 99}
    together.put_many(changed, rows, later)
    for key in changed:
        if key in rows:
            alone.put(key, rows[key], later)
        else:
            alone.drop(key)
    for bucket in Filter:
        assert keys(together.select(bucket, rows)) == keys(alone.select(bucket, rows))
        assert together.counts[bucket] == alone.counts[bucket]
    evening = later + timedelta(minutes=30)
    assert sorted(together.turned(evening)) == sorted(alone.turned(evening)) != []
