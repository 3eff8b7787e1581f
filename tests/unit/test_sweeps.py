"""Back-to-back checks: nobody chooses the grids that are drawn, each has its turn, and misses are counted fairly."""

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from community_brain_plugin.analysis.sweeps.compare import estimate, match
from community_brain_plugin.analysis.sweeps.sample import draw
from community_brain_plugin.errors import RoomError

GRIDS = [f"33010600200{number:04d}" for number in range(1, 41)]


def test_the_same_seed_draws_the_same_grids_in_whatever_order_they_are_listed():
    drawn = draw(GRIDS, 5, "2026-11-22")
    assert [GRIDS[row] for row in drawn.order] == [
        list(reversed(GRIDS))[row] for row in draw(list(reversed(GRIDS)), 5, "2026-11-22").order
    ]
    assert drawn.digest == draw(list(reversed(GRIDS)), 5, "2026-11-22").digest
    assert drawn.order.tolist() != draw(GRIDS, 5, "2026-11-23").order.tolist()


def test_anybody_can_work_a_ticket_out():
    first = int(hashlib.sha256(f"2026-11-22|{GRIDS[0]}".encode()).hexdigest()[:13], 16)
    assert draw(GRIDS, 1, "2026-11-22").ticket[0] == (first + 0.5) / 16**13


def test_every_grid_has_its_turn_before_any_comes_again():
    checks = np.zeros(len(GRIDS))
    for week in range(8):
        drawn = draw(GRIDS, 10, f"week {week}", weight=np.arange(1.0, 41.0), checks=checks)
        checks[drawn.order] += 1
        assert checks.max() - checks.min() <= 1
    assert checks.tolist() == [2.0] * 40


def test_a_grid_of_three_times_the_weight_comes_first_three_times_as_often():
    wins = [draw(["a", "b"], 1, str(seed), weight=[1.0, 3.0]).order[0] for seed in range(4000)]
    assert np.mean(wins) == pytest.approx(0.75, abs=0.03)


def test_a_grid_without_weight_comes_last_and_still_comes():
    drawn = draw(["a", "b", "c"], 3, "x", weight=[0.0, 1.0, 1.0])
    assert drawn.order[-1] == 0
    assert len(draw(["a", "b"], 9, "x").order) == 2


@pytest.mark.parametrize(
    ("names", "given", "code"),
    [
        (["a", "b", "a"], {}, "analysis.twins"),
        (["a", "b"], {"weight": [1.0, -1.0]}, "analysis.negative"),
        (["a", "b"], {"checks": [1.0, np.nan]}, "analysis.not_finite"),
    ],
)
def test_a_list_that_cannot_be_drawn_from_is_refused_by_row(names, given, code):
    with pytest.raises(RoomError) as refused:
        draw(names, 1, "x", **given)
    assert refused.value.code == code


def test_findings_match_one_to_one_within_their_class():
    first = ([0.0, 10.0, 100.0], [0.0, 0.0, 0.0])
    second = ([9.0, 1.0, 101.0, 300.0], [0.0, 0.0, 0.0, 0.0])
    found = match(first, second, 15.0, ["lamp", "lamp", "bin"], ["lamp", "lamp", "lamp", "bin"])
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == [(0, 1), (1, 0)]
    assert found.distance.tolist() == [1.0, 1.0]


def test_findings_at_one_and_the_same_place_match():
    found = match(([3.0], [4.0]), ([3.0], [4.0]), 5.0)
    assert found.distance.tolist() == [0.0]


def test_as_many_match_as_can_be_before_the_nearest_do():
    # The nearest pair alone (0 with 1) would leave the other two without a match.
    found = match(([0.0, -4.0], [0.0, 0.0]), ([1.0, 5.0], [0.0, 0.0]), 5.0)
    assert len(found.first) == 2


@given(st.lists(st.integers(0, 60), max_size=12), st.lists(st.integers(0, 60), max_size=12))
def test_no_finding_is_matched_twice_or_beyond_the_distance(one, other):
    found = match((one, [0.0] * len(one)), (other, [0.0] * len(other)), 5.0)
    assert len(set(found.first.tolist())) == len(found.first)
    assert len(set(found.second.tolist())) == len(found.second)
    assert np.all(found.distance <= 5.0)


def test_chapmans_estimate_of_what_both_sweeps_missed():
    # 30 found first, 24 second, 20 by both: 31 × 25 ÷ 21 − 1 = 35.9.
    found = estimate(30, 24, 20)
    assert found.total == pytest.approx(35.905, abs=1e-3)
    assert found.found_by_first == pytest.approx(20 / 24)
    assert found.error == pytest.approx(1.788, abs=1e-3)
    assert estimate(5, 5, 5).error == 0.0
