"""Cases gathered for a small map: none is lost, and the groups are those of a fresh count."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community_brain_plugin.ui.map.grouping import SIDE_MM, Grouping, side_at

places = st.floats(-300.0, 300.0, allow_nan=False)
events = st.lists(st.tuples(st.integers(1, 8), st.none() | st.tuples(places, places, st.sampled_from([2, 3]))))


@given(events)
def test_after_any_changes_the_groups_are_those_of_a_fresh_count(happened):
    kept, rows = Grouping(100.0), {}
    for key, place in happened:
        if place is None:
            rows.pop(key, None)
            kept.drop(key)
        else:
            rows[key] = place
            kept.put(key, *place)
    fresh = Grouping(100.0)
    for key, place in rows.items():
        fresh.put(key, *place)
    assert {cell: kept.group(cell).count for cell in kept.cells} == {
        cell: fresh.group(cell).count for cell in fresh.cells
    }
    assert sum(kept.group(cell).count for cell in kept.cells) == len(rows)
    for cell in kept.cells:
        assert kept.group(cell).level == fresh.group(cell).level


def test_groups_do_not_cover_each_other_and_a_single_case_stands_where_it_is():
    grouping = Grouping(100.0)
    for key, x in enumerate((98.0, 99.0, 101.0, 102.0)):
        grouping.put(key, x, 50.0, 2)
    grouping.put("alone", 399.0, 1.0, 3)
    left, right, alone = (grouping.group(cell) for cell in ((0, 0), (1, 0), (3, 0)))
    assert (left.count, right.count) == (2, 2)
    assert right.x - left.x >= 50.0
    assert (alone.x, alone.y, alone.count, alone.level) == (399.0, 1.0, 1, 3)


def test_only_what_moved_differs():
    grouping = Grouping(100.0)
    assert grouping.put(1, 10.0, 10.0, 2) == {(0, 0)}
    assert grouping.put(1, 10.0, 10.0, 2) == set()
    assert grouping.put(1, 110.0, 10.0, 2) == {(0, 0), (1, 0)}
    assert grouping.drop(1) == {(1, 0)}
    assert grouping.group((1, 0)) is None


def test_the_squares_are_about_as_wide_on_every_map():
    for scale in (500, 6000, 8363, 100_000):
        on_screen = side_at(scale) / scale * 1000.0
        assert SIDE_MM / math.sqrt(math.sqrt(2.0)) - 1e-9 <= on_screen <= SIDE_MM * math.sqrt(math.sqrt(2.0)) + 1e-9
    assert side_at(0) == pytest.approx(side_at(1))
