"""Patrols of officers who are not alike: own speed, own shift, own start and end, and stops on the way."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patrol_networks import little_networks, parts, tours_by_trying

from community_brain_plugin.analysis.patrol import plan as plans
from community_brain_plugin.analysis.patrol.crew import Crew
from community_brain_plugin.analysis.patrol.gather import gather_by
from community_brain_plugin.analysis.patrol.network import Network
from community_brain_plugin.analysis.patrol.plan import TOO_FAR, cover, fewest_of
from community_brain_plugin.analysis.patrol.verify import Fault, faults_of, value
from community_brain_plugin.errors import RoomError


def held(network, plan, crew):
    """A plan in which the verifier finds nothing wrong, of these officers."""
    walks = [walk.half for walk in plan.walks]
    left_out = [street for street in plan.left_out if network.visits[street] > 0]
    assert faults_of(network, crew, walks, plan.times, left_out) == []
    assert plan.gap > -1e-9
    return plan


def road(*lengths):
    """A street of pieces one after the other."""
    nodes = np.arange(len(lengths))
    return Network.of(len(lengths) + 1, nodes, nodes + 1, lengths, lengths, np.ones(len(lengths), int))


@st.composite
def crews(draw, nodes, shift=False):
    """One or two officers of their own pace, places and shift."""
    places = st.integers(0, nodes - 1)
    count = draw(st.integers(1, 2))
    start, end = ([draw(places) for _ in range(count)] for _ in range(2))
    if draw(st.booleans()):
        end = start
    pace = [draw(st.sampled_from([0.5, 1.0, 3.0])) for _ in range(count)]
    limits = [draw(st.integers(5, 40)) for _ in range(count)] if shift else [math.inf] * count
    return Crew.of(start, end, pace, limits, 0.0, [draw(st.sampled_from([0.0, 4.0])) for _ in range(count)])


@st.composite
def situations(draw, shift=False):
    """A little network with up to two stops, and officers for it."""
    network = draw(little_networks())
    # Back as well as ahead, so that every officer comes to his end.
    both = np.where(np.isfinite(network.back), network.back, network.ahead)
    network = Network.of(network.nodes, network.tail, network.head, network.ahead, both, network.visits)
    stops = draw(st.lists(st.tuples(st.integers(0, network.nodes - 1), st.sampled_from([0.0, 5.0, 20.0])), max_size=2))
    required = np.flatnonzero(network.visits)[: 4 - len(stops)]
    network = network.without(set(range(network.streets)) - set(required.tolist()))
    network = network.with_stops([node for node, _ in stops], [dwell for _, dwell in stops])
    return network, draw(crews(network.nodes, shift))


def loads_by_trying(network, crew):
    """Of each way to share out what is asked for: who makes what, and the least load of each officer."""
    tours = [tours_by_trying(network, start, end) for start, end in zip(crew.start, crew.end, strict=True)]
    required = tours[0][0]
    for owners in itertools.product(range(len(crew) + 1), repeat=len(required)):
        *own, rest = parts(required, owners, len(crew) + 1)
        cost = [tours[officer][1][part] for officer, part in enumerate(own)]
        yield own, rest, crew.loads(cost, [network.dwell[list(part)].sum() for part in own])


@settings(max_examples=40, deadline=None, derandomize=True)
@given(situations(), st.integers(0, 99))
def test_small_plans_of_unlike_officers_are_the_best_there_are(situation, seed):
    network, crew = situation
    plan = held(network, cover(network, crew, seed=seed, rounds=100), crew)
    best = min(loads.max() for _, rest, loads in loads_by_trying(network, crew) if not rest)
    assert plan.loads.max() == pytest.approx(best)
    assert plan.bound <= best + 1e-6


@settings(max_examples=40, deadline=None, derandomize=True)
@given(situations(shift=True), st.lists(st.integers(0, 9), min_size=12, max_size=12))
def test_unlike_officers_collect_the_most_there_is_within_their_own_shifts(situation, values):
    network, crew = situation
    worth = np.resize(values, network.streets)
    everything = list(loads_by_trying(network, crew))
    if not any((loads <= crew.shift.max() * (1 + 1e-9)).all() for _, _, loads in everything):
        with pytest.raises(RoomError):
            gather_by(network, crew, worth)
        return
    plan = held(network.without(np.flatnonzero(worth <= 0)), gather_by(network, crew, worth, rounds=40), crew)
    best = max(
        sum(worth[list(part)].sum() for part in own)
        for own, _, loads in everything
        if loads.max() <= crew.shift.max() * (1 + 1e-9)
    )
    assert plan.value >= best - 1e-6
    assert plan.value <= plan.most + 1e-6
    assert value(network, [walk.half for walk in plan.walks], worth) == pytest.approx(plan.value)


def test_the_bicycle_does_more_so_that_both_are_home_at_the_same_time():
    # Two arms of a station, 900 m and 300 m.
    network = Network.of(3, [0, 0], [1, 2], [900.0, 300.0], [900.0, 300.0], [1, 1])
    crew = Crew.of([0, 0], 0, [1.0, 1 / 3], math.inf)
    plan = held(network, cover(network, crew, rounds=20), crew)
    assert plan.times.tolist() == [600.0, 600.0]
    assert plan.lengths.tolist() == [600.0, 1800.0]


def test_whoever_has_half_the_shift_gets_half_the_work():
    network = Network.of(3, [0, 0], [1, 2], [600.0, 300.0], [600.0, 300.0], [1, 1])
    crew = Crew.of([0, 0], 0, 1.0, [3600.0, 1800.0])
    plan = held(network, cover(network, crew, rounds=20), crew)
    assert plan.times.tolist() == [1200.0, 600.0]
    assert plan.loads.tolist() == [1200.0, 1200.0]
    assert plan.fairness == 1.0


def test_who_ends_elsewhere_needs_no_way_back():
    network = road(100.0, 100.0, 100.0)
    crew = Crew.of([0], [3], 1.0, math.inf)
    plan = held(network, cover(network, crew, rounds=20), crew)
    assert plan.lengths.tolist() == [300.0]
    assert plan.bound == pytest.approx(300.0)


def test_the_slow_one_makes_the_stop_and_the_fast_one_the_way():
    # A stop of ten minutes at the station, a street of 600 m to walk and back.
    network = road(600.0).with_stops([0], [600.0])
    crew = Crew.of([0, 0], 0, [2.0, 0.5], math.inf)
    plan = held(network, cover(network, crew, rounds=20), crew)
    assert plan.times.tolist() == [600.0, 600.0]
    assert plan.walks[0].half.tolist() == [2]
    assert plan.left_out == {}


def test_the_fewest_are_those_with_the_longest_shifts_and_a_street_beyond_all_of_them_is_left_out():
    network = road(100.0, 100.0, 900.0)
    crew = Crew.of([0, 0, 0], 0, 1.0, [150.0, 500.0, 300.0])
    plan = fewest_of(network, crew, rounds=20)
    assert plan.crew.number.tolist() == [1]
    assert plan.left_out == {2: TOO_FAR}
    held(network, plan, plan.crew)


def test_what_officers_cannot_do_is_refused_by_their_number():
    one_way = Network.of(2, [0], [1], [100.0], [math.inf], [1])
    for crew, code in (
        (Crew.of([0, 1], [1, 0], 1.0, 900.0), "analysis.no_way_to_end"),
        (Crew.of([0, 0], [1, 1], [1.0, 9.0], 300.0), "analysis.no_time_to_end"),
    ):
        with pytest.raises(RoomError) as refused:
            gather_by(one_way, crew, [1.0])
        assert (refused.value.code, refused.value.params["officer"]) == (code, 2)
    for pace, shift in (([1.0, 0.0], 900.0), ([1.0, 1.0], [900.0, math.inf])):
        with pytest.raises(RoomError) as refused:
            Crew.of([0, 0], 0, pace, shift)
        assert refused.value.params["row"] == 2


def test_the_verifier_sees_a_wrong_end_a_wrong_time_and_a_shift_too_short():
    network = road(100.0, 100.0).with_stops([1], [60.0])
    walk = [0, 4, 2]
    assert faults_of(network, Crew.of([0], 2, 2.0, 460.0), [walk], [460.0]) == []
    assert faults_of(network, Crew.of([0], 0, 2.0, 460.0), [walk], [460.0]) == [Fault("not_home", 0)]
    assert faults_of(network, Crew.of([0], 2, 1.0, 460.0), [walk], [460.0]) == [Fault("length", 0)]
    assert faults_of(network, Crew.of([0], 2, 2.0, 400.0), [walk], [460.0]) == [Fault("too_long", 0)]
    assert faults_of(network, Crew.of([0], 2, 2.0, 460.0), [[0, 2]], [400.0]) == [Fault("missed", street=2)]


def test_a_whole_city_wants_officers_who_are_alike(monkeypatch):
    monkeypatch.setattr(plans, "MOST_TOGETHER", 0)
    with pytest.raises(RoomError) as refused:
        cover(road(100.0), Crew.of([0], [1], 1.0, 900.0))
    assert refused.value.code == "analysis.city_needs_alike"
    network = road(100.0, 100.0).with_stops([1], [60.0])
    crew = Crew.alike([0], pace=2.0, shift=900.0)
    assert held(network, cover(network, crew), crew).times.tolist() == [860.0]
