"""Whom to send to which standing alarm: chances are learned from the past, and nobody runs to what has gone."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from community_brain_plugin.alarms import response
from community_brain_plugin.analysis.graph import build
from community_brain_plugin.analysis.response.plan import plan, standing
from community_brain_plugin.analysis.response.survival import learn
from community_brain_plugin.analysis.response.walking import distances
from community_brain_plugin.analysis.snapping import snap
from community_brain_plugin.analysis.watch import Cancelled, Watch
from community_brain_plugin.errors import RoomError

BRIEF, LASTING = learn([2.0, 4.0, 6.0, 8.0]), learn([60.0, 120.0, 240.0, 480.0])


def on_a_line(officers, alarms):
    """Minutes between places on one straight street."""
    alarms = np.asarray(alarms, dtype=float)
    return np.abs(np.asarray(officers, dtype=float)[:, None] - alarms), np.abs(alarms[:, None] - alarms)


def test_the_curve_is_the_product_limit_of_kaplan_and_meier():
    # The classical remission times of Freireich and others (1963), treated group.
    relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    in_remission = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    weeks, ended = relapsed + in_remission, [True] * len(relapsed) + [False] * len(in_remission)
    curve = learn(weeks, ended)
    expected = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert curve.share(list(expected)) == pytest.approx(list(expected.values()), abs=5e-4)


def test_an_alarm_that_was_caught_tells_only_that_it_stood_so_long():
    assert learn([10.0, 20.0, 30.0], [True, False, True]).share(20.0) > learn([10.0, 20.0, 30.0]).share(20.0)


@given(st.lists(st.floats(0.0, 600.0), min_size=1, max_size=20), st.floats(0.0, 900.0), st.floats(0.0, 900.0))
def test_a_chance_is_a_share_that_only_falls_with_waiting(minutes, age, wait):
    curve = learn(minutes)
    chance = curve.chance(age, [0.0, wait, wait + 1.0])
    assert chance[0] == pytest.approx(1.0)
    assert np.all(np.diff(chance) <= 1e-12)
    assert np.all((chance >= 0.0) & (chance <= 1.0 + 1e-12))


def test_what_will_soon_be_gone_is_met_before_what_will_wait():
    reach, between = on_a_line([0.0], [-3.0, 2.0])
    sent = plan(standing([0.0, 0.0], [BRIEF, LASTING], [1, 0]), reach, between)
    assert sent.routes[0].tolist() == [1, 0]
    assert sent.arrivals[0].tolist() == [2.0, 7.0]
    other = plan(standing([0.0, 0.0], [BRIEF, LASTING], [0, 1]), reach, between)
    assert other.routes[0].tolist() == [0, 1]


def test_the_heavier_of_two_alarms_is_met_first():
    reach, between = on_a_line([0.0], [-3.0, 3.0])
    alarms = standing([0.0, 0.0], [BRIEF], weight=[1.0, 5.0])
    assert plan(alarms, reach, between).routes[0].tolist() == [1, 0]


def test_two_officers_share_the_alarms_and_nobody_is_sent_twice():
    reach, between = on_a_line([0.0, 100.0], [5.0, 10.0, 90.0, 95.0])
    sent = plan(standing(np.zeros(4), [LASTING]), reach, between)
    assert [sorted(route.tolist()) for route in sent.routes] == [[0, 1], [2, 3]]


def test_an_alarm_nobody_can_reach_in_time_is_in_no_route():
    reach, between = on_a_line([0.0], [5.0, 50.0])
    reach[0, 1] = between[:, 1] = between[1, :] = np.inf
    sent = plan(standing([0.0, 0.0], [LASTING]), reach, between)
    assert sent.routes[0].tolist() == [0]
    far, apart = on_a_line([0.0], [5.0, 50.0])
    assert plan(standing([0.0, 0.0], [LASTING]), far, apart, horizon=20.0).expected < 1.0


def test_small_plans_are_as_good_as_trying_all_orders():
    shortfall = []
    for seed in range(25):
        draw = np.random.default_rng(seed)
        reach, between = on_a_line(draw.uniform(0.0, 20.0, 2), draw.uniform(0.0, 20.0, 5))
        alarms = standing(draw.uniform(0.0, 30.0, 5), [BRIEF, LASTING], draw.integers(0, 2, 5))
        sent = plan(alarms, reach, between, stay=1.0)
        best = best_of_all(alarms, reach, between, 1.0)
        assert sent.expected <= best + 1e-9
        shortfall.append(1.0 - sent.expected / best)
    assert np.mean(shortfall) < 0.005
    assert max(shortfall) < 0.05


def best_of_all(alarms, reach, between, stay):
    """What the best of all orders and shares between two officers is worth."""
    return max(
        worth(alarms, reach[0], between, stay, order[:cut]) + worth(alarms, reach[1], between, stay, order[cut:])
        for order in itertools.permutations(range(len(alarms)))
        for cut in range(len(alarms) + 1)
    )


def worth(alarms, reach, between, stay, order):
    """What one officer's order is worth, added up step by step."""
    total = now = 0.0
    for nth, alarm in enumerate(order):
        now += reach[alarm] if not nth else between[order[nth - 1], alarm] + stay
        total += alarms.weight[alarm] * float(alarms.curves[alarms.kind[alarm]].chance(alarms.age[alarm], now))
    return total


def test_no_officers_or_no_alarms_make_an_empty_plan():
    assert plan(standing([], [BRIEF]), np.empty((2, 0)), np.empty((0, 0))).expected == 0.0
    assert plan(standing([1.0], [BRIEF]), np.empty((0, 1)), np.zeros((1, 1))).routes == []


def test_planning_can_be_stopped():
    reach, between = on_a_line([0.0], [3.0, 1.0, 7.0, 5.0])
    with pytest.raises(Cancelled):
        plan(standing(np.zeros(4), [BRIEF]), reach, between, watch=Watch(cancelled=lambda: True))


@pytest.mark.parametrize(
    ("minutes", "ended", "code"),
    [
        ([1.0, -2.0], None, "analysis.negative"),
        ([1.0, np.nan], None, "analysis.not_finite"),
        ([1.0, 2.0], [True], "analysis.lengths_differ"),
        ([1.0, 2.0], [False, False], "analysis.no_events"),
    ],
)
def test_a_past_that_tells_nothing_is_refused(minutes, ended, code):
    with pytest.raises(RoomError) as refused:
        learn(minutes, ended)
    assert refused.value.code == code


def test_walking_distances_follow_the_streets_and_count_the_way_to_them():
    # A square of 100 m with one side missing, and a street apart.
    x = [0.0, 100.0, 100.0, 100.0, 100.0, 0.0, 500.0, 600.0]
    y = [0.0, 0.0, 0.0, 100.0, 100.0, 100.0, 500.0, 500.0]
    graph = build(x, y, [0, 0, 1, 1, 2, 2, 3, 3], [0, 0, 1, 0], tolerance=0.01)
    origins = snap(graph, [0.0, 50.0], [100.0, -7.0])
    goals = snap(graph, [0.0, 20.0, 550.0, 100.0], [0.0, 0.0, 500.0, 30.0])
    found = distances(graph, origins, goals)
    assert found == pytest.approx(np.array([[300.0, 280.0, np.inf, 170.0], [57.0, 37.0, np.inf, 87.0]]))


def seen(alarms, officers, metres):
    """A scene as the room tells it: kinds of alarms, officers (name, role, unit), and metres to each alarm."""
    return {
        "alarms": [
            {"alarm_id": number, "kind": kind, "kind_zh": kind, "kind_en": kind, "minutes": 0.0, "units": units}
            for number, (kind, units) in enumerate(alarms, start=1)
        ],
        "officers": [
            {"staff_number": name, "name": name, "role": role, "department_code": unit, "department_zh": unit,
             "department_en": unit} for name, role, unit in officers
        ],
        "metres": metres,
    }  # fmt: skip


def test_the_offer_says_who_could_be_where_when_and_with_what_chance():
    known = {"lane": learn([2.0, 4.0, 6.0, 8.0])}
    scene = seen([("lane", ["A"]), ("lane", None)], [("Wang", "worker", "A"), ("Li", "collector", None)],
                 [[140, 700, 0, 900], [70, 210, 900, 0]])  # fmt: skip
    advice = response.advise(scene, known)
    assert (advice.offers[1].name, advice.offers[1].minutes) == ("Wang", 2.0)
    assert (advice.offers[2].name, advice.offers[2].minutes) == ("Li", 3.0), "no unit answers for it: a collector looks"
    assert advice.offers[1].chance == pytest.approx(known["lane"].share(2.0))
    assert (advice.unknown, advice.unmet) == ([], 0)


def test_nothing_is_offered_for_a_kind_of_which_too_little_is_known():
    past = [{"kind": "lid", "minutes": 5.0, "ended": number < response.FEW - 1} for number in range(40)]
    advice = response.advise(seen([("lid", ["A"])], [("Wang", "worker", "A")], [[10, 0]]), response.curves(past))
    assert (advice.offers, advice.unknown, advice.unmet) == ({}, [("lid", "lid")], 0)


def test_where_nobody_may_be_sent_nothing_is_offered():
    known = {"lane": learn([2.0, 4.0])}
    alone = seen([("lane", ["A"])], [("Wang", "worker", "B")], [[10, 0]])
    assert (response.advise(alone, known).offers, response.advise(alone, known).unmet) == ({}, 1)
    assert response.advise(seen([("lane", ["A"])], [], []), known).unmet == 1
    assert response.advise(seen([], [], []), known).unmet == 0
