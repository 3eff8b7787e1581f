"""Patrols by priority: the most valuable streets within the shift, never more than the proof allows."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patrol_networks import little_networks, most_by_trying, square

from community_brain_plugin.analysis.patrol import gather as plans
from community_brain_plugin.analysis.patrol.crew import Crew
from community_brain_plugin.analysis.patrol.ending import CANCELLED, PROVEN
from community_brain_plugin.analysis.patrol.gather import NO_TIME, gather, gather_by
from community_brain_plugin.analysis.patrol.network import APART, Network
from community_brain_plugin.analysis.patrol.plan import TOO_FAR
from community_brain_plugin.analysis.patrol.verify import Fault, faults, faults_of, value
from community_brain_plugin.analysis.watch import Watch
from community_brain_plugin.errors import RoomError


def held(network, worth, shift, plan):
    """A plan in which the verifier finds nothing wrong, and whose value and proof are true."""
    walks = [walk.half for walk in plan.walks]
    left_out = [street for street in plan.left_out if network.visits[street] > 0]
    asked = network.without(np.flatnonzero(np.asarray(worth) <= 0).tolist())
    assert faults(asked, plan.stations, walks, plan.lengths, left_out, shift) == []
    assert value(asked, walks, worth) == pytest.approx(plan.value)
    assert plan.value <= plan.most + 1e-6
    return plan


def test_what_counts_most_is_walked_when_there_is_no_time_for_all():
    # Two arms of a station; the shift has time for one of them.
    network = Network.of(5, [0, 1, 0, 3], [1, 2, 3, 4], [1] * 4, [1] * 4, [1] * 4)
    worth = [1, 1, 1, 5]
    plan = held(network, worth, 4.0, gather(network, [0], worth, 4.0, rounds=20))
    assert plan.value == plan.most == 6.0
    assert plan.ended == PROVEN
    assert plan.left_out == {0: NO_TIME, 1: NO_TIME}


def test_two_officers_take_different_streets():
    network = square(5, 5)
    worth = np.random.default_rng(1).integers(1, 10, network.streets)
    plan = held(network, worth, 14.0, gather(network, [0, 0], worth, 14.0, rounds=60))
    assert plan.lengths.tolist() == [14.0, 14.0]
    assert plan.gap < 0.15


def test_all_is_walked_where_there_is_time():
    network = square(4, 3, visits=2)
    worth = np.ones(network.streets)
    plan = held(network, worth, 34.0, gather(network, [0], worth, 34.0, rounds=30))
    assert plan.value == plan.most == 34.0
    assert plan.left_out == {}


def test_streets_in_passing_count_and_those_out_of_reach_are_named():
    network = Network.of(6, [0, 1, 2, 4], [1, 2, 3, 5], [1, 1, 10, 1], [1, 1, 10, 1], [1] * 4)
    worth = [0, 3, 9, 9]
    plan = held(network, worth, 6.0, gather(network, [0], worth, 6.0, rounds=5))
    assert plan.value == 3.0
    assert plan.left_out == {2: TOO_FAR, 3: APART}


def test_one_way_streets_are_walked_their_way():
    network = Network.of(3, [0, 1, 2], [1, 2, 0], [1, 1, 1], [math.inf] * 3, [1, 1, 1])
    plan = held(network, [1, 1, 1], 3.0, gather(network, [0, 0], [1, 1, 1], 3.0, rounds=5))
    assert plan.value == 3.0
    assert max(len(walk.half) for walk in plan.walks) == 3


def test_the_same_seed_gives_the_same_plan():
    network = square(6, 5)
    worth = np.random.default_rng(2).integers(1, 10, network.streets)
    plans = [gather(network, [7, 7], worth, 11.0, seed=5, rounds=15) for _ in range(2)]
    for one, other in zip(plans[0].walks, plans[1].walks, strict=True):
        assert one.half.tolist() == other.half.tolist()


def test_a_cancelled_search_gives_its_best_plan_so_far():
    network = square(8, 8)
    worth = np.random.default_rng(3).integers(1, 10, network.streets)
    told = []
    watch = Watch(told.append, lambda: bool(told) and told[-1] > 0.2)
    plan = held(network, worth, 30.0, gather(network, [0, 9], worth, 30.0, rounds=100_000, watch=watch))
    assert plan.ended == CANCELLED
    assert plan.value > 0.0
    assert told == sorted(told)


def test_nothing_worth_walking_is_an_empty_plan():
    network = square(2, 2)
    plan = held(network, [0] * 4, 9.0, gather(network, [0], [0] * 4, 9.0))
    assert (plan.value, plan.gap) == (0.0, 0.0)


def test_bad_worth_is_refused_by_row():
    for worth in ([1, -1, 1, 1], [1, math.nan, 1, 1]):
        with pytest.raises(RoomError) as refused:
            gather(square(2, 2), [0], worth, 9.0)
        assert refused.value.params["row"] == 2
    with pytest.raises(RoomError):
        gather(square(2, 2), [0], [1], 9.0)
    with pytest.raises(RoomError):
        gather(square(2, 2), [], [1] * 4, 9.0)


def test_the_verifier_sees_a_route_longer_than_the_shift():
    network = square(2, 2).without([1, 2, 3])
    assert faults(network, [0], [[0, 1]], [2.0], shift=1.5) == [Fault("too_long", 0)]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(little_networks(), st.integers(1, 2), st.integers(1, 25), st.lists(st.integers(0, 9), min_size=9, max_size=9))
def test_small_plans_are_the_best_there_are(network, officers, shift, values):
    worth = np.resize(values, network.streets)
    plan = held(network, worth, shift, gather(network, [0] * officers, worth, float(shift), rounds=40))
    best = most_by_trying(network, worth, 0, officers, shift)
    assert plan.value == pytest.approx(best)
    assert plan.most >= best - 1e-6


def test_a_city_is_searched_a_few_officers_at_a_time(monkeypatch):
    network = square(9, 9).with_stops([40], [1.0])
    worth = np.random.default_rng(4).integers(1, 10, network.streets)
    crew = Crew.of([0, 80, 0, 80], [0, 80, 8, 80], [1.0, 1.0, 1.0, 0.5], [20.0, 20.0, 14.0, 20.0])
    whole = gather_by(network, crew, worth, rounds=8)
    monkeypatch.setattr(plans, "MOST_TOGETHER", 50)
    plan = gather_by(network, crew, worth, rounds=8)
    walks = [walk.half for walk in plan.walks]
    assert faults_of(network, crew, walks, plan.times, list(plan.left_out)) == []
    assert value(network, walks, worth) == plan.value
    assert 0.85 * whole.value < plan.value <= plan.most
    told = []
    watch = Watch(told.append, lambda: bool(told) and told[-1] > 0.5)
    stopped = gather_by(network, crew, worth, rounds=8, watch=watch)
    assert stopped.ended == CANCELLED
    assert faults_of(network, crew, [walk.half for walk in stopped.walks], stopped.times, list(stopped.left_out)) == []
    assert 0.0 < stopped.value < plan.value
