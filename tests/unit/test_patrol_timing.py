"""Patrols in time: hazards within their windows, times of day that count, and nothing better by trying everything."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from patrol_networks import little_networks, square

from community_brain_plugin.analysis.patrol.bands import DAY, Bands
from community_brain_plugin.analysis.patrol.crew import Crew
from community_brain_plugin.analysis.patrol.ending import CANCELLED, PROVEN
from community_brain_plugin.analysis.patrol.network import unreachable
from community_brain_plugin.analysis.patrol.plan import cover
from community_brain_plugin.analysis.patrol.rearrange import Rearrangement
from community_brain_plugin.analysis.patrol.schedule import Asked, Timer, nobody, timetables
from community_brain_plugin.analysis.patrol.task import prepare
from community_brain_plugin.analysis.patrol.timing import Judge, Wishes, occurring
from community_brain_plugin.analysis.patrol.verify import faults_of
from community_brain_plugin.analysis.watch import Watch

EIGHT = 8 * 3600.0


def clock(hours, minutes=0.0):
    return 3600.0 * hours + 60.0 * minutes


def judge_of(task, windows, *, begin=EIGHT, pace=60.0, dwell=(), worth=(), bands=None, patience=600.0, limit=1e6):
    """A judge of the visits of a task; windows: by visit, in seconds after midnight, with their weight."""
    stops, officers = len(task.begin) // 2, task.officers
    opens, closes, weight = np.full(stops, np.nan), np.full(stops, np.nan), np.zeros(stops)
    for stop, (first, last, counts) in windows.items():
        opens[stop], closes[stop], weight[stop] = first, last, counts
    begins = np.broadcast_to(np.asarray(begin, float), officers)
    stay, counts = np.zeros(stops), np.zeros(stops)
    stay[: len(dwell)], counts[: len(worth)] = dwell, worth
    limits = np.broadcast_to(np.asarray(limit, float), officers)
    wishes = Wishes(*occurring(opens, closes, begins), weight, counts, bands, patience, limits)
    home = 2 * np.array(task.station)
    paces = np.broadcast_to(np.asarray(pace, float), officers)
    return Judge(task.step.copy(), task.cost, stay, home, paces, begins, np.zeros(officers), wishes)


def told(judge, officer, route):
    """Missed weight, value, metres and seconds without waiting of a route, worked out stop by stop."""
    wishes, place, metres, rest = judge.wishes, int(judge.home[officer]), 0.0, 0.0
    for state in (*route, int(judge.home[officer])):
        metres, place = metres + judge.step[place, state], state
        rest += judge.dwell[state >> 1]
    walked = judge.pace[officer] * metres + rest
    time, spare, place = judge.begin[officer], wishes.limit[officer] - walked, int(judge.home[officer])
    missed = value = 0.0
    for state in route:
        stop = state >> 1
        own = judge.own[state]
        time += judge.pace[officer] * (judge.step[place, state] - own)
        first, last = wishes.opens[officer, stop], wishes.closes[officer, stop]
        if 0.0 < first - time <= min(wishes.patience, spare) + 1e-3:
            spare -= first - time
            time = first
        missed += wishes.weight[stop] * (not first - 1e-3 <= time <= last + 1e-3)
        leaves = time + judge.pace[officer] * own + judge.dwell[stop]
        if wishes.bands is not None:
            value += wishes.worth[stop] * float(wishes.bands.mean(time, leaves))
        time, place = leaves, state
    return missed, value, metres, walked


def best_by_trying(judge, stops, officers, allowed, most):
    """The least missed weight and then the greatest value there are."""
    best = (math.inf, math.inf)
    tours = {}
    for size in range(stops + 1):
        for order in itertools.permutations(range(stops), size):
            for ways in itertools.product((0, 1), repeat=size):
                route = [2 * stop + way for stop, way in zip(order, ways, strict=True)]
                for officer in range(officers):
                    missed, value, metres, walked = told(judge, officer, route)
                    if walked <= allowed[officer] + 1e-9:
                        tours.setdefault((officer, frozenset(order)), set()).add((missed, -value, metres))
    for owners in itertools.product(range(officers), repeat=stops):
        parts = [frozenset(s for s in range(stops) if owners[s] == k) for k in range(officers)]
        for own in itertools.product(*(tours.get((k, part), ()) for k, part in enumerate(parts))):
            if sum(metres for *_, metres in own) <= most + 1e-9:
                best = min(best, (round(sum(m for m, *_ in own), 6), round(sum(v for _, v, _ in own), 6)))
    return best[0], -best[1]


def test_times_along_a_route_are_exact():
    # A square block of streets, a minute each; the third visit opens at 08:05 and closes at 08:06.
    task = prepare(square(2, 2), [0])
    judge = judge_of(task, {2: (clock(8, 5), clock(8, 6), 2.0)}, dwell=[0.0, 30.0], limit=600.0)
    times = judge.hours(0, np.array([0, 6, 3, 5]))
    assert (times.arrive[0] - EIGHT).tolist() == [0.0, 60.0, 120.0, 210.0]
    assert times.wait[0].tolist() == [0.0, 0.0, 0.0, 90.0]
    assert (times.leave[0] - EIGHT).tolist() == [60.0, 120.0, 210.0, 360.0]
    marks = judge.marks(np.array([0, 0]), np.array([[0, 6, 3, 5], [4, 2, 7, 1]]))
    # The second order comes at 08:00, five minutes early: no patience is spared, ten minutes would be.
    assert marks.missed.tolist() == [0.0, 0.0]
    assert marks.seconds.tolist() == [360.0, 570.0]
    hasty = judge_of(task, {2: (clock(8, 5), clock(8, 6), 2.0)}, dwell=[0.0, 30.0], limit=330.0)
    assert hasty.marks(np.array([0, 0]), np.array([[0, 6, 3, 5], [4, 2, 7, 1]])).missed.tolist() == [2.0, 2.0]


def test_windows_are_those_that_are_next():
    night, day = clock(22), clock(8)
    opens, closes = occurring(
        np.array([clock(23), clock(1), clock(7), np.nan, clock(9), clock(6), np.nan]),
        np.array([clock(1), clock(3), clock(7, 30), clock(10), np.nan, np.nan, np.nan]), np.array([day, night]),
    )  # fmt: skip
    assert opens[0].tolist() == [clock(23), clock(25), clock(31), -np.inf, clock(9), -np.inf, -np.inf]
    assert closes[0].tolist() == [clock(25), clock(27), clock(31, 30), clock(10), np.inf, np.inf, np.inf]
    assert opens[1].tolist() == [clock(23), clock(25), clock(31), -np.inf, clock(33), clock(30), -np.inf]
    after_midnight = occurring(np.array([clock(23)]), np.array([clock(3)]), np.array([clock(0, 30)]))
    assert [side.tolist() for side in after_midnight] == [[[clock(-1)]], [[clock(3)]]]


def test_bands_count_the_share_of_time_spent_in_them():
    bands = Bands.of([(clock(16), clock(21), 2.0), (clock(23), clock(1), 3.0)])
    assert bands.mean(clock(15), clock(17)) == pytest.approx(1.5)
    assert bands.mean([clock(20), clock(24, 30)], [clock(20), clock(24, 30)]).tolist() == [2.0, 3.0]
    assert bands.mean(clock(22), clock(26)) == pytest.approx((1.0 + 2 * 3.0 + 1.0) / 4.0)
    assert bands.mean(0.0, 2 * DAY) == pytest.approx((17 + 10 + 6) / 24.0)


def test_loops_change_places_so_that_windows_are_kept_at_no_more_way():
    # A block of streets a minute each; what lies at the far corner opens early, what lies at home late.
    task = prepare(square(4, 4), [0])
    windows = {
        23: (clock(8), clock(8, 8), 1.0),
        0: (clock(8, 20), clock(8, 40), 1.0),
        12: (clock(8, 10), clock(8, 15), 5.0),
    }
    judge = judge_of(task, windows)
    route = task.directions(0, tuple(range(24)))[1:-1]
    before = judge.marks(np.array([0]), np.array([route]))
    found = Rearrangement(judge, before.metres * 60.0, float(before.metres[0])).run([route], 400)
    after = judge.marks(np.array([0]), np.array(found.routes))
    assert before.missed[0] > 0.0
    assert (found.missed, float(after.missed[0]), found.ended) == (0.0, 0.0, PROVEN)
    assert after.metres[0] <= before.metres[0]
    assert sorted(state >> 1 for state in found.routes[0]) == list(range(24))


def timed(network, seed):
    """Two officers' routes rearranged for made-up windows, which hold together; with it what could be, at best."""
    task = prepare(network, [0, 0])
    dice = np.random.default_rng(seed)
    windows = {}
    for stop in range(task.visits):
        first = EIGHT + 60.0 * dice.integers(0, 20)
        windows[stop] = (first, first + 60.0 * dice.integers(1, 9), float(dice.integers(0, 4)))
    worth = dice.integers(1, 9, task.visits).astype(float)
    bands = Bands.of([(EIGHT + 300.0, EIGHT + 900.0, 3.0)])
    judge = judge_of(task, windows, begin=[EIGHT, EIGHT + 120.0], pace=[60.0, 40.0], worth=worth, bands=bands)
    routes = [task.directions(0, tuple(range(task.visits)))[1:-1], []]
    first = judge.marks(np.array([0, 1]), np.array([routes[0], [-1] * task.visits]))
    allowed, most = np.full(2, 1.05 * float(first.walked.max())), 1.05 * float(first.metres.sum())
    found = Rearrangement(judge, allowed, most, seed).run(routes, 80)
    marks = [told(judge, officer, route) for officer, route in enumerate(found.routes)]
    assert sorted(state >> 1 for route in found.routes for state in route) == list(range(task.visits))
    assert (found.missed, found.value) == pytest.approx((sum(m[0] for m in marks), sum(m[1] for m in marks)))
    assert all(mark[3] <= allowed[officer] + 1e-6 for officer, mark in enumerate(marks))
    assert sum(mark[2] for mark in marks) <= most + 1e-6
    assert found.missed <= first.missed.sum()
    return found, best_by_trying(judge, task.visits, 2, allowed, most)


@settings(max_examples=5, deadline=None)
@given(little_networks(), st.integers(0, 10_000))
def test_windows_kept_are_kept_and_nothing_is_better_than_can_be(network, seed):
    asked = network.without(unreachable(network, [0]))
    assume(0 < asked.visits.sum() <= 3)
    found, best = timed(asked, seed)
    assert (found.missed, -found.value) >= (best[0], -best[1] - 1e-5)


def test_the_best_there_is_is_found_on_little_blocks():
    met = 0
    for seed in range(4):
        network = square(3, 2)
        visited = np.random.default_rng(seed).permutation(network.streets)[3:]
        found, best = timed(network.without(visited.tolist()), seed)
        met += (found.missed, found.value) == pytest.approx(best, abs=1e-5)
    assert met >= 3


def test_a_plan_keeps_the_windows_of_its_stops_and_tells_why_one_cannot_be_kept():
    # A block of streets of 100 m; five stops of two minutes, the last one's window is over before anybody can come.
    network = square(4, 4)
    network = replace(network, ahead=100.0 * network.ahead, back=100.0 * network.back)
    network = network.with_stops([1, 5, 10, 15, 15], [120.0] * 5)
    crew = Crew.alike([0, 0], pace=0.9, shift=2 * 3600.0, begin=EIGHT)
    opens, closes, weight = np.full(29, np.nan), np.full(29, np.nan), np.zeros(29)
    opens[24:] = clock(8, 20), clock(8, 16), clock(8, 7), clock(8, 10), clock(8)
    closes[24:] = clock(8, 25), clock(8, 20), clock(8, 12), clock(8, 18), clock(8, 2)
    weight[24:] = 1.0
    asked = Asked(opens, closes, weight, np.zeros(29), patience=60.0)
    kept = []
    for after in (None, Timer(asked, within=False)):
        plan = cover(network, crew, rounds=30, after=after)
        assert faults_of(network, crew, [walk.half for walk in plan.walks], plan.times) == []
        starts = {}
        for walk, times in zip(plan.walks, timetables(network, crew, plan.walks, asked), strict=True):
            starts |= dict(zip((walk.half[walk.visit] >> 1).tolist(), times.begin[0][walk.visit].tolist(), strict=True))
        kept.append({stop for stop in range(24, 29) if opens[stop] <= starts[stop] <= closes[stop]})
        assert plan.bound <= plan.longest
    assert len(kept[1]) >= max(3, len(kept[0]))
    assert 28 not in kept[1]
    assert np.flatnonzero(nobody(network, crew, asked)).tolist() == [28]


def test_the_same_seed_gives_the_same_times_and_a_cancel_the_best_so_far():
    task = prepare(square(5, 4), [0, 7])
    windows = {stop: (clock(8, stop), clock(8, stop + 3), 1.0) for stop in range(20)}
    judge = judge_of(task, windows, bands=Bands.of([(clock(8, 10), clock(9), 2.0)]), worth=np.ones(task.visits))
    middle = task.visits // 2
    stops = tuple(range(middle)), tuple(range(middle, task.visits))
    routes = [task.directions(officer, own)[1:-1] for officer, own in enumerate(stops)]
    given = judge, np.full(2, 3600.0), 90.0
    found = [Rearrangement(*given, seed=5).run(routes, 40).routes for _ in range(2)]
    assert found[0] == found[1]
    calls = itertools.count()
    stopped = Rearrangement(*given).run(routes, 100_000, watch=Watch(cancelled=lambda: next(calls) > 20))
    assert stopped.ended == CANCELLED
    assert stopped.missed <= judge.marks(np.array([0]), np.array([routes[0]])).missed.sum() + 10.0
