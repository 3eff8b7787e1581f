"""Patrol plans: every street that can be walked is walked, nobody walks longer than need be, and the proof holds."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patrol_networks import best_by_trying, checked, little_networks, square

from community_brain_plugin.analysis.patrol.ending import CANCELLED, PROVEN
from community_brain_plugin.analysis.patrol.network import APART, CLOSED, ONE_WAY, Network
from community_brain_plugin.analysis.patrol.plan import TOO_FAR, cover, fewest
from community_brain_plugin.analysis.patrol.verify import Fault, faults
from community_brain_plugin.analysis.watch import Watch
from community_brain_plugin.errors import RoomError


def test_two_officers_share_a_street_grid_evenly():
    network = square(5, 4)
    plan = checked(network, cover(network, [0, 0], rounds=200))
    # 31 streets; four pairs of odd crossings more have to be walked twice, and both come home.
    assert plan.longest <= 21.0
    assert plan.bound >= 15.5
    assert plan.gap < 0.4
    assert plan.fairness < 1.1


def test_a_street_asked_for_twice_is_walked_twice():
    network = square(3, 3, visits=2)
    plan = checked(network, cover(network, [4], rounds=50))
    assert plan.longest == 24.0
    assert plan.ended == PROVEN
    walked = np.bincount(plan.walks[0].half >> 1)
    assert walked.tolist() == [2] * 12
    assert plan.walks[0].visit.all()


def test_officers_start_at_their_own_stations():
    network = square(6, 2)
    plan = checked(network, cover(network, [0, 11], rounds=100))
    assert plan.stations == [0, 11]
    assert plan.longest == 10.0


def test_one_way_streets_are_walked_their_way():
    network = Network.of(3, [0, 1, 2], [1, 2, 0], [1, 1, 1], [math.inf] * 3, [1, 1, 1])
    plan = checked(network, cover(network, [0, 0], rounds=20))
    assert sorted(len(walk.half) for walk in plan.walks) == [0, 3]
    assert plan.longest == plan.bound == 3.0


def test_what_nobody_can_reach_is_named_with_the_reason():
    network = Network.of(
        7, [0, 1, 3, 5, 0], [1, 2, 4, 1, 2], [1, 1, 1, 1, math.inf], [1, math.inf, 1, math.inf, math.inf], [1] * 5
    )
    plan = checked(network, cover(network, [0], rounds=5))
    assert plan.left_out == {1: ONE_WAY, 2: APART, 3: ONE_WAY, 4: CLOSED}
    assert plan.walks[0].half.tolist() == [0, 1]


def test_nothing_to_walk_is_an_empty_plan():
    network = square(2, 2, visits=0)
    plan = checked(network, cover(network, [0, 3]))
    assert plan.longest == 0.0
    assert plan.gap == 0.0


def test_the_fewest_officers_keep_the_shift():
    network = square(5, 4)
    plan = checked(network, fewest(network, [0], 16.0, 10, rounds=200))
    assert len(plan.walks) == 3
    assert plan.longest <= 16.0


def test_a_street_beyond_the_shift_is_left_out_with_the_reason():
    network = Network.of(4, [0, 1, 2], [1, 2, 3], [1, 1, 10], [1, 1, 10], [1, 1, 1])
    plan = checked(network, fewest(network, [0], 6.0, 3, rounds=20))
    assert plan.left_out == {2: TOO_FAR}
    assert len(plan.walks) == 1


def test_the_same_seed_gives_the_same_plan():
    network = square(6, 5)
    plans = [cover(network, [7, 7, 7], seed=5, rounds=40) for _ in range(2)]
    for one, other in zip(plans[0].walks, plans[1].walks, strict=True):
        assert one.half.tolist() == other.half.tolist()


def test_a_cancelled_search_gives_its_best_plan_so_far():
    network = square(6, 5)
    asked = itertools.count()
    # The bound needs a few questions; the search is well under way at the six hundredth.
    watch = Watch(cancelled=lambda: next(asked) >= 600)
    plan = checked(network, cover(network, [0, 0, 0], rounds=100_000, watch=watch))
    assert plan.ended == CANCELLED
    assert 0 < plan.rounds < 600
    assert plan.longest >= plan.bound > 0.0


def test_progress_rises_to_the_end():
    network = square(4, 4)
    told = []
    cover(network, [0, 0], rounds=30, watch=Watch(told.append))
    assert told == sorted(told)


def test_bad_input_is_refused_by_row():
    with pytest.raises(RoomError) as refused:
        Network.of(2, [0, 0], [1, 1], [1.0, -1.0], [1.0, 1.0], [1, 1])
    assert refused.value.params["row"] == 2
    with pytest.raises(RoomError):
        Network.of(2, [0, 0], [1], [1.0, 1.0], [1.0, 1.0], [1, 1])
    with pytest.raises(RoomError):
        cover(square(2, 2), [])


def test_the_verifier_sees_every_kind_of_fault():
    network = Network.of(3, [0, 1, 2], [1, 2, 0], [1, 1, 1], [math.inf, 1, 1], [1, 1, 0])
    assert faults(network, [0], [[0, 2, 4]], [3.0]) == []
    assert faults(network, [0], [[0, 2, 4]], [2.0]) == [Fault("length", 0)]
    assert faults(network, [0], [[0, 2]], [2.0]) == [Fault("not_home", 0)]
    assert faults(network, [0], [[0, 4]], [2.0]) == [Fault("broken", 0, 2), Fault("missed", street=1)]
    assert faults(network, [1], [[2, 4, 0, 1, 0]], [math.inf]) == [Fault("closed", 0, 0)]
    assert faults(network, [0], [[0, 2, 4]], [3.0], [2]) == [Fault("not_asked", street=2)]
    assert faults(network, [0], [], []) == [Fault("officers")]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(little_networks(), st.integers(1, 3), st.integers(0, 99))
def test_small_plans_are_the_best_there_are(network, officers, seed):
    plan = checked(network, cover(network, [0] * officers, seed=seed, rounds=300))
    best = best_by_trying(network, 0, officers)
    assert plan.longest == pytest.approx(best)
    assert plan.bound <= best + 1e-6
