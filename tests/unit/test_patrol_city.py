"""Patrols of a whole city: too many streets to look at all together, and still each is walked and the proof holds."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patrol_networks import best_by_trying, checked, little_networks, square

from community_brain_plugin.analysis.patrol import plan as plans
from community_brain_plugin.analysis.patrol.bound import bound
from community_brain_plugin.analysis.patrol.closed import loops
from community_brain_plugin.analysis.patrol.ending import CANCELLED
from community_brain_plugin.analysis.patrol.network import Network
from community_brain_plugin.analysis.patrol.pairs import shorter
from community_brain_plugin.analysis.patrol.plan import cover, fewest
from community_brain_plugin.analysis.patrol.uncross import shortened
from community_brain_plugin.analysis.watch import Watch


@pytest.fixture
def piecemeal(monkeypatch):
    """Every network is planned as a city is."""
    monkeypatch.setattr(plans, "MOST_TOGETHER", 0)


def test_a_city_is_walked_whole_and_the_same_again(piecemeal):
    network = square(14, 14)
    stations = [0, 13, 13 * 14, 14 * 14 - 1]
    plan = checked(network, cover(network, stations))
    assert plan.gap < 0.1
    again = cover(network, stations)
    assert [walk.half.tolist() for walk in again.walks] == [walk.half.tolist() for walk in plan.walks]


def test_officers_of_a_city_keep_the_shift(piecemeal):
    network = square(8, 8)
    plan = checked(network, fewest(network, [0, 63], 50.0, 9))
    assert plan.longest <= 50.0
    assert len(plan.walks) <= 4


def test_one_way_streets_of_a_city_are_walked_their_way(piecemeal):
    network = square(6, 6)
    back = np.where(np.arange(network.streets) % 5 == 2, math.inf, network.back)
    narrow = Network.of(network.nodes, network.tail, network.head, network.ahead, back, network.visits)
    plan = checked(narrow, cover(narrow, [0, 35]))
    assert plan.gap < 1.0


def test_streets_that_lie_apart_are_joined_by_streets_between(piecemeal):
    network = square(9, 3)
    row = network.tail % 9
    asked = np.where((row < 2) | (row > 6), 1, 0)
    wanted = Network.of(network.nodes, network.tail, network.head, network.ahead, network.back, asked)
    checked(wanted, cover(wanted, [0, 0]))


def test_a_station_cut_off_from_the_rest_walks_its_own_streets(piecemeal):
    main, apart = square(6, 6), square(2, 2)
    tail, head = np.concatenate([main.tail, apart.tail + 36]), np.concatenate([main.head, apart.head + 36])
    ones = np.ones(len(tail))
    network = Network.of(40, tail, head, ones, ones, ones)
    plan = checked(network, cover(network, [0, 36, 36, 36, 36]))
    assert not plan.left_out
    assert plan.longest >= 60.0


def test_a_cancelled_search_of_a_city_gives_its_best_plan(piecemeal):
    even = square(9, 8)
    cost = np.random.default_rng(1).uniform(1.0, 9.0, even.streets)
    network = Network.of(even.nodes, even.tail, even.head, cost, cost, even.visits)
    told = []
    watch = Watch(told.append, lambda: bool(told) and told[-1] >= 0.28)
    plan = checked(network, cover(network, [0, 0, 40], watch=watch))
    assert plan.ended == CANCELLED


def test_loops_walk_what_is_asked_and_no_crossing_is_left_over():
    network = square(7, 6, visits=2)
    stations = np.array([0])
    known, times = bound(network, stations)
    found = [loop.halves for loop in loops(network, times)]
    walked = Counter(half >> 1 for loop in shortened(network, found, 6.0) for half in loop)
    assert all(walked[street] >= 2 for street in range(network.streets))
    assert sum(walked.values()) == pytest.approx(known.total)


def test_loops_go_round_blocks_and_none_is_as_long_as_the_city():
    network = square(24, 24)
    known, times = bound(network, np.array([0]))
    found = loops(network, times)
    assert sum(loop.cost for loop in found) == pytest.approx(known.total)
    assert max(loop.cost for loop in found) <= 30.0


def test_crossings_are_paired_as_well_as_by_trying_all_pairs():
    dice = np.random.default_rng(3)
    for _ in range(30):
        network = square(5, 4)
        cost = dice.uniform(1.0, 9.0, network.streets)
        network = Network.of(network.nodes, network.tail, network.head, cost, cost, network.visits)
        again = dice.random(network.streets) < 0.6
        met = np.bincount(network.start, np.repeat(again, 2), network.nodes)
        odd = np.flatnonzero(met % 2)[:8]
        way = shorter(network, again)
        assert (np.bincount(network.start, np.repeat(way, 2), network.nodes) % 2 == met % 2).all()
        if len(odd) == np.count_nonzero(met % 2):
            assert cost[way].sum() == pytest.approx(best_pairs(network.distances(odd)[:, odd]))


def best_pairs(away):
    """Return what the ways of all pairs cost at least."""
    if not len(away):
        return 0.0
    ones = range(1, len(away))
    return min(away[0, one] + best_pairs(np.delete(np.delete(away, [0, one], 0), [0, one], 1)) for one in ones)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(little_networks(), st.integers(1, 3), st.integers(0, 99))
def test_small_plans_made_as_a_citys_hold_and_the_bound_is_no_lie(network, officers, seed):
    most, plans.MOST_TOGETHER = plans.MOST_TOGETHER, 0
    try:
        plan = checked(network, cover(network, [0] * officers, seed=seed))
    finally:
        plans.MOST_TOGETHER = most
    assert plan.bound <= best_by_trying(network, 0, officers) + 1e-6 <= plan.longest + 2e-6


@settings(max_examples=30, deadline=None, derandomize=True)
@given(little_networks(), st.integers(1, 3))
def test_on_foot_the_bound_is_no_lie_either(network, officers):
    plain = Network.of(network.nodes, network.tail, network.head, network.ahead, network.ahead, network.visits)
    known, _ = bound(plain, np.array([0]))
    assert known.of(officers) <= best_by_trying(plain, 0, officers) + 1e-6
