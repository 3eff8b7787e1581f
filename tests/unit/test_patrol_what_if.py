"""What if: plans tried beside each other, and streets given to others by hand."""

import numpy as np
import pytest

from community_brain_plugin.analysis.graph import build
from community_brain_plugin.analysis.patrol.verify import faults_of
from community_brain_plugin.patrols.what_if import Settings, Trial


@pytest.fixture(scope="module")
def trial():
    """A street grid of 6 by 5 crossings, 100 m apart."""
    lines = [((x, y), (x + 1, y)) for x in range(5) for y in range(5)]
    lines += [((x, y), (x, y + 1)) for x in range(6) for y in range(4)]
    corners = 100.0 * np.array(lines).reshape(-1, 2)
    graph = build(corners[:, 0], corners[:, 1], np.repeat(np.arange(len(lines)), 2))
    middle = int(np.argmin(np.hypot(graph.node_x - 300.0, graph.node_y - 200.0)))
    return Trial(graph, np.ones(graph.edges, np.intp), np.array([middle]), [f"S{n}" for n in range(len(lines))])


def assert_holds(trial, variant):
    """The verifier finds nothing wrong."""
    plan = variant.plan
    assert (
        faults_of(trial.network, plan.crew, [walk.half for walk in plan.walks], plan.times, list(plan.left_out)) == []
    )


def test_more_officers_are_done_sooner_and_cost_more(trial):
    few = trial.planned(Settings(officers=2, shift=0.5, seconds=0.2))
    many = trial.planned(Settings(officers=4, shift=0.5, seconds=0.2))
    assert many.figures.longest < few.figures.longest
    assert many.figures.cost > few.figures.cost
    assert few.figures.coverage < many.figures.coverage == 1.0
    assert few.figures.bound <= few.figures.longest
    assert [variant.number for variant in (few, many)] == [1, 2]


def test_twice_the_visits_take_twice_as_long(trial):
    once = trial.planned(Settings(officers=1, seconds=0.2))
    twice = trial.planned(Settings(officers=1, times=2, seconds=0.2))
    assert twice.figures.metres >= 9_800.0
    assert once.figures.longest < twice.figures.longest


def test_a_street_given_away_stays_there_and_the_plan_before_is_not_lost(trial):
    before = trial.planned(Settings(officers=3, seconds=0.2))
    street = int(before.plan.walks[0].half[before.plan.walks[0].visit][3] >> 1)
    after = trial.given(before, [street], 2)
    assert_holds(trial, after)
    assert (before.officer_of(street), after.officer_of(street)) == (0, 2)
    assert after.before == before.number
    assert [(one.street, one.before, one.after) for one in after.moved] == [(street, 0, 2)]
    assert trial.given(after, [street], 2) is None
    even = trial.evened_out(after, 0.0)
    if even is not None:
        assert_holds(trial, even)
        assert even.officer_of(street) == 2
        assert even.figures.longest <= after.figures.longest
    assert trial.given(before, [street], 1).officer_of(street) == 1
