"""The street graph: cut where streets meet, joined where they should, and events on the nearest street."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community_brain_plugin.analysis.graph import build, lixels, ways
from community_brain_plugin.analysis.snapping import snap
from community_brain_plugin.errors import RoomError


def lines(*paths):
    points = np.concatenate([np.asarray(path, float) for path in paths])
    return points[:, 0], points[:, 1], np.repeat(np.arange(len(paths)), [len(path) for path in paths])


def test_lines_are_cut_where_others_meet_them():
    graph = build(*lines([(0, 0), (5, 0), (10, 0)], [(5, 0), (5, 5)], [(20, 0), (30, 0)]))
    assert graph.edges == 4
    assert graph.length.tolist() == [5.0, 5.0, 5.0, 10.0]
    assert graph.line.tolist() == [0, 0, 1, 2]
    assert graph.offset.tolist() == [0.0, 5.0, 0.0, 0.0]
    assert graph.part.tolist() == [0, 0, 0, 1]
    assert sorted(graph.degree.tolist()) == [1, 1, 1, 1, 1, 3]
    edge, position = graph.located(np.array([0, 0, 2]), np.array([2.0, 7.0, 3.0]))
    assert edge.tolist() == [0, 1, 3]
    assert position.tolist() == [2.0, 2.0, 3.0]
    x, y = graph.places(edge, position)
    assert x.tolist() == [2.0, 7.0, 23.0]
    assert y.tolist() == [0.0, 0.0, 0.0]


def test_crossing_lines_without_a_common_corner_stay_apart():
    graph = build(*lines([(0, 0), (10, 0)], [(5, -5), (5, 5)]))
    assert graph.edges == 2
    assert graph.part.tolist() == [0, 1]


def test_repeated_corners_and_lines_without_length_vanish():
    graph = build(*lines([(0, 0), (0, 0), (3, 4), (3, 4)], [(7, 7), (7, 7)], [(9, 9), (9, 10)]))
    assert graph.edges == 2
    assert graph.length.tolist() == [5.0, 1.0]
    assert graph.line.tolist() == [0, 2]


def test_a_tolerance_joins_what_nearly_meets():
    near = lines([(0, 0), (10, 0)], [(10.04, 0.03), (20, 0)])
    assert build(*near).nodes == 4
    assert build(*near, tolerance=0.1).nodes == 3


def test_loops_and_double_streets_keep_their_ends_apart():
    graph = build(*lines([(0, 0), (5, 5), (5, -5), (0, 0)], [(0, 0), (-9, 0)], [(0, 0), (-4, 1), (-9, 0)]))
    assert graph.edges == 3
    assert graph.nodes == 2
    table = ways(graph, continuous=False)
    after_loop = table.half[table.first[0] : table.first[1]]
    # From the end of the loop one may walk it again, but not turn round in it.
    assert sorted(after_loop.tolist()) == [0, 2, 4]


@pytest.mark.parametrize("continuous", [True, False])
def test_shares_add_up_to_one_at_every_node_that_leads_on(continuous):
    graph = build(
        *lines([(0, 0), (1, 0)], [(1, 0), (1, 1)], [(1, 0), (2, 0)], [(1, 0), (1, -1)]), one_way=[0, 1, 0, -1]
    )
    table = ways(graph, continuous)
    sums = np.bincount(np.repeat(np.arange(8), np.diff(table.first)), table.factor, 8)
    for half in np.flatnonzero(graph.passable):
        dead_end = graph.degree[graph.end[half]] == 1
        turns = continuous and graph.passable[half ^ 1]
        assert sums[half] == pytest.approx(0.0 if dead_end and not turns else 1.0)


def test_bad_corners_are_named():
    with pytest.raises(RoomError) as caught:
        build([0.0, np.nan], [0.0, 1.0], [0, 0])
    assert (caught.value.code, caught.value.params["row"]) == ("analysis.not_finite", 2)
    with pytest.raises(RoomError) as caught:
        lixels(build([0.0, 1.0], [0.0, 1.0], [0, 0]), 0.0)
    assert caught.value.code == "analysis.not_positive"


def test_lixels_are_equal_on_an_edge_and_never_longer_than_asked():
    graph = build(*lines([(0, 0), (25, 0)], [(0, 5), (10, 5)], [(0, 9), (0.5, 9)]))
    cut = lixels(graph, 10.0)
    assert np.diff(cut.first).tolist() == [3, 1, 1]
    assert cut.length.max() <= 10.0
    assert cut.length.sum() == pytest.approx(graph.length.sum())
    assert cut.stop[cut.first[1:] - 1].tolist() == graph.length.tolist()


@given(seed=st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_events_come_to_the_nearest_street(seed):
    rng = np.random.default_rng(seed)
    # Very long and very short lines together.
    starts = rng.uniform(0, 1000, (30, 2))
    ends = starts + rng.normal(0, 1, (30, 2)) * rng.choice([2.0, 50.0, 900.0], (30, 1))
    graph = build(*lines(*np.stack([starts, ends], axis=1)))
    x, y = rng.uniform(-200, 1200, (2, 200))
    found = snap(graph, x, y, at_node=0.0)
    along = ends - starts
    share = ((x[:, None] - starts[:, 0]) * along[:, 0] + (y[:, None] - starts[:, 1]) * along[:, 1]) / (along**2).sum(
        axis=1
    )
    share = np.clip(share, 0.0, 1.0)
    away = np.hypot(x[:, None] - starts[:, 0] - share * along[:, 0], y[:, None] - starts[:, 1] - share * along[:, 1])
    assert np.allclose(found.distance, away.min(axis=1), rtol=1e-9, atol=1e-9)
    east, north = graph.places(found.edge, found.position)
    assert np.allclose(np.hypot(east - x, north - y), found.distance, atol=1e-7)


def test_far_events_are_marked_and_those_at_crossings_put_there():
    graph = build(*lines([(0, 0), (100, 0)], [(100, 0), (100, 50)]))
    found = snap(graph, [50.0, 99.6, 0.3, 5000.0], [10.0, 0.1, 0.0, 0.0], most=30.0)
    assert found.far.tolist() == [False, False, False, True]
    assert found.edge[3] == -1
    assert found.position[:3].tolist() == [50.0, 100.0, 0.0]
    with pytest.raises(RoomError):
        snap(graph, [np.inf], [0.0])
