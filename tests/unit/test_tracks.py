"""Tracks laid onto streets: the most likely way is found, as trying all of them finds it, and nothing is made up."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from community_brain_plugin.analysis.graph import StreetGraph, build
from community_brain_plugin.analysis.tracks import pauses
from community_brain_plugin.analysis.tracks.candidates import near
from community_brain_plugin.analysis.tracks.compare import (
    COVERED,
    MISSED,
    OUT_OF_ORDER,
    PARTLY,
    TOO_FAST,
    Planned,
    compare,
)
from community_brain_plugin.analysis.tracks.matching import Matched, Model, match
from community_brain_plugin.analysis.tracks.walked import Lengths, walked
from community_brain_plugin.analysis.watch import Cancelled, Watch


def streets(lines, one_way=None) -> StreetGraph:
    """Return the graph of lines of corners."""
    corners = np.concatenate([np.array(line, float) for line in lines])
    return build(*corners.T, np.repeat(np.arange(len(lines)), [len(line) for line in lines]), one_way)


def block(side: int = 4, size: float = 100.0) -> StreetGraph:
    """Return streets every `size` metres both ways, `side` of each."""
    steps = [size * n for n in range(side)]
    return streets([[(x, y) for x in steps] for y in steps] + [[(x, y) for y in steps] for x in steps])


def one_track(graph: StreetGraph, points, model: Model | None = None) -> Matched:
    """Match the points of one track."""
    x, y = np.array(points, float).T
    return match(graph, x, y, np.arange(len(x)) == 0, model)


def along(graph: StreetGraph, corners, spacing: float) -> np.ndarray:
    """Return points on a line of corners, evenly spaced, shape (n, 2)."""
    corners = np.array(corners, float)
    come = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    at = np.append(np.arange(0.0, come[-1], spacing), come[-1])
    return np.column_stack([np.interp(at, come, axis) for axis in corners.T])


def edges_walked(graph: StreetGraph, corners) -> set[int]:
    """Return the edges a line of corners runs along."""
    middles = along(graph, corners, 1.0)
    found = near(graph, *middles.T, 0.01, 1)
    return {edge for edge, count in zip(*np.unique(found.edge, return_counts=True), strict=True) if count > 50}


# A step of the model worked out the long way round: by hand, on a few streets, for every sequence of places.


def by_trying(graph: StreetGraph, points: np.ndarray, model: Model) -> float:
    """Return the log of the best likelihood of all sequences of candidates; -inf where none holds together."""
    found = near(graph, *points.T, model.radius, model.most)
    places = [range(found.first[n], found.first[n + 1]) for n in range(len(points))]
    straight = np.hypot(*np.diff(points, axis=0).T)
    reach = {(a, b): way(graph, found, a, b, model) for p, q in itertools.pairwise(places) for a in p for b in q}
    best = -np.inf
    for choice in itertools.product(*places):
        total = sum(model.seen(found.distance[one]) for one in choice)
        for step, (a, b) in enumerate(itertools.pairwise(choice)):
            length = reach[a, b]
            limit = model.limit(straight[step])
            total += -abs(length - straight[step]) / model.detours if length <= limit else -np.inf
        best = max(best, total)
    return best


def way(graph: StreetGraph, found, a: int, b: int, model: Model) -> float:
    """Return the shortest way between two places, each made a crossing of its own; noise may slip back a little."""
    ahead = (found.position[b] - found.position[a]) * graph.direction[found.edge[a]]
    if found.edge[a] == found.edge[b] and -2.0 * model.noise <= ahead < 0.0:
        return 0.0
    first, last = graph.nodes, graph.nodes + 1
    rows = []
    for edge in range(graph.edges):
        stops = [(0.0, graph.tail[edge]), (graph.length[edge], graph.head[edge])]
        stops += [(found.position[place], node) for place, node in ((a, first), (b, last)) if found.edge[place] == edge]
        stops.sort(key=lambda stop: stop[0])
        for (low, u), (high, v) in itertools.pairwise(stops):
            if graph.direction[edge] >= 0 or low == high:
                rows.append((u, v, high - low))
            if graph.direction[edge] <= 0 or low == high:
                rows.append((v, u, high - low))
    shortest: dict[tuple[int, int], float] = {}
    for u, v, length in rows:
        shortest[u, v] = min(shortest.get((u, v), np.inf), length + 1e-12)
    (u, v), length = np.array(list(shortest)).T, list(shortest.values())
    return float(dijkstra(sparse.csr_matrix((length, (u, v)), shape=(last + 1, last + 1)), indices=first)[last])


def likelihood(graph: StreetGraph, points: np.ndarray, matched: Matched, model: Model) -> float:
    """Return the log of the likelihood of a match that does not break."""
    straight = np.hypot(*np.diff(points, axis=0).T)
    length = np.bincount(matched.pieces.link, matched.pieces.length, len(points))[:-1]
    return float(model.seen(matched.distance).sum() - (abs(length - straight) / model.detours).sum())


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_the_most_likely_of_all_sequences_is_found(seed, some_one_way):
    rng = np.random.default_rng(seed)
    lines = [[(x, y) for x in (0, 100, 200)] for y in (0, 100)] + [[(x, y) for y in (0, 100)] for x in (0, 100, 200)]
    graph = streets(lines, rng.integers(-1, 2, len(lines)) if some_one_way else None)
    points = rng.uniform((-20, -20), (220, 120), (4, 2))
    model = Model(noise=15.0, detours=10.0, radius=60.0, most=4)
    found = near(graph, *points.T, model.radius, model.most)
    if (found.count == 0).any():
        return
    best = by_trying(graph, points, model)
    matched = one_track(graph, points, model)
    assert (np.unique(matched.stretch).size > 1) == (best == -np.inf)
    if best > -np.inf:
        assert likelihood(graph, points, matched, model) == pytest.approx(best, abs=1e-6)


@pytest.mark.parametrize("spacing", [15.0, 60.0, 130.0])
def test_a_known_way_is_found_again_through_noise(spacing):
    graph = block(6)
    corners = [(0, 0), (200, 0), (200, 300), (400, 300), (400, 100), (500, 100), (500, 500)]
    points = along(graph, corners, spacing)
    noisy = points + np.random.default_rng(3).normal(0.0, 6.0, points.shape)
    matched = one_track(graph, noisy, Model(noise=6.0, detours=5.0))
    true = edges_walked(graph, corners)
    metres = np.bincount(matched.pieces.edge, matched.pieces.length, graph.edges)
    assert metres[list(true)].sum() / metres.sum() > 0.95
    assert metres[list(true)].sum() > 0.95 * 1400.0
    assert len(np.unique(matched.stretch)) == 1


def test_the_way_is_whole_from_piece_to_piece():
    graph = block(5)
    points = along(graph, [(0, 0), (300, 0), (300, 400), (100, 400), (100, 200)], 45.0)
    pieces = one_track(graph, points + 4.0).pieces
    for one in range(len(pieces.edge) - 1):
        stop = graph.places(pieces.edge[one : one + 1], pieces.stop[one : one + 1])
        start = graph.places(pieces.edge[one + 1 : one + 2], pieces.start[one + 1 : one + 2])
        assert np.allclose(stop, start, atol=1e-6)


def test_where_no_street_leads_on_the_track_breaks():
    graph = streets([[(0, 0), (300, 0)], [(0, 200), (300, 200)]])
    matched = one_track(graph, [(10, 1), (100, 2), (200, 1), (210, 199), (250, 201)])
    assert matched.stretch.tolist() == [0, 0, 0, 1, 1]
    assert matched.following.tolist() == [1, 2, -1, 4, -1]
    assert matched.pieces.length.sum() == pytest.approx(190.0 + 40.0)


def test_a_point_far_from_every_street_is_passed_over():
    matched = one_track(block(), [(0, 1), (50, 900), (90, -1)])
    assert matched.edge.tolist()[1] == -1
    assert matched.following.tolist() == [2, -1, -1]
    assert matched.pieces.length.sum() == pytest.approx(90.0)


def test_one_way_streets_are_walked_their_way_only():
    square = [[(0, 0), (100, 0)], [(100, 0), (100, 100)], [(100, 100), (0, 100)], [(0, 100), (0, 0)]]
    points, model = [(70, 1), (30, -1)], Model(noise=5.0, radius=10.0)
    straight_back = one_track(streets(square), points, model)
    assert straight_back.pieces.length.sum() == pytest.approx(40.0)
    round_it = one_track(streets(square, [1, 1, 1, 1]), points, model)
    assert round_it.pieces.length.sum() == pytest.approx(360.0)
    # Noise may put somebody a few metres back, which is no way round the block.
    assert one_track(streets(square, [1, 1, 1, 1]), [(50, 1), (45, 1)], model).pieces.length.sum() == 0.0


def test_tracks_of_several_people_do_not_touch():
    graph = block()
    x, y = np.array([(0, 0), (100, 0), (300, 300), (200, 300)], float).T
    matched = match(graph, x, y, np.array([True, False, True, False]))
    assert matched.stretch.tolist() == [0, 0, 1, 1]
    assert matched.pieces.length.sum() == pytest.approx(200.0)


def test_no_points_and_no_streets_give_nothing():
    nothing = match(block(), [], [], np.zeros(0, bool))
    assert len(nothing.edge) == 0
    empty = streets([[(0, 0), (0, 0)]])
    assert one_track(empty, [(0, 0), (1, 1)]).edge.tolist() == [-1, -1]


def test_a_match_is_stopped_on_request():
    with pytest.raises(Cancelled):
        match(block(), [0.0, 50.0], [0.0, 0.0], np.array([True, False]), watch=Watch(None, lambda: True))


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 100), st.integers(0, 100)), max_size=9))
def test_no_metre_of_a_street_counts_twice(stretches):
    graph = streets([[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(200, 0), (300, 0)]])
    edge = np.array([one[0] for one in stretches], np.intp)
    low, high = (np.array([pick(one[1:]) for one in stretches], float) for pick in (min, max))
    metres = np.zeros((3, 100), bool)
    for one, begin, end in zip(edge, low, high, strict=True):
        metres[one, int(begin) : int(end)] = True
    found = Lengths(graph, edge, low, high)
    assert found.within(np.arange(3), np.zeros(3), np.full(3, 100.0)) == pytest.approx(metres.sum(axis=1))
    assert found.within(np.arange(3), np.full(3, 20.0), np.full(3, 50.0)) == pytest.approx(metres[:, 20:50].sum(axis=1))


# Planned legs: streets of a row of five edges, walked by points along y = 0.


def row() -> StreetGraph:
    """Return five streets in a row, 100 m each."""
    return streets([[(100.0 * n, 0.0), (100.0 * n + 100.0, 0.0)] for n in range(5)])


def legs(graph: StreetGraph, *edges: int) -> Planned:
    """Return whole edges as legs, in order."""
    edge = np.array(edges, np.intp)
    return Planned(edge, np.zeros(len(edge)), graph.length[edge], np.arange(len(edge)), len(edge))


def walk_of(graph: StreetGraph, x, seconds):
    """Return the walk of somebody who was at x at these seconds."""
    x = np.array(x, float)
    return walked(graph, match(graph, x, np.zeros(len(x)), np.arange(len(x)) == 0), np.array(seconds, float))


def test_legs_are_covered_missed_or_passed_too_fast():
    graph = row()
    # A minute for each of the first two, then 100 m in ten seconds, and half of the next one in two minutes.
    walk = walk_of(graph, [0, 100, 200, 300, 350], [0, 60, 120, 130, 250])
    found = compare(graph, legs(graph, 0, 1, 2, 3, 4), walk, fastest=2.0)
    assert found.state.tolist() == [COVERED, COVERED, TOO_FAST, PARTLY, MISSED]
    assert found.looked == pytest.approx([100, 100, 0, 50, 0])
    assert found.fast == pytest.approx([0, 0, 100, 0, 0])
    assert found.at[:3] == pytest.approx([30, 90, 125])


def test_as_many_legs_as_can_be_are_in_order():
    graph = row()
    walk = walk_of(graph, [0, 100, 200, 300, 400, 500], [0, 60, 120, 180, 240, 300])
    found = compare(graph, legs(graph, 4, 0, 1, 2, 3), walk, fastest=3.0)
    assert found.state.tolist() == [OUT_OF_ORDER, COVERED, COVERED, COVERED, COVERED]
    there_and_back = walk_of(graph, [0, 100, 200, 100, 0], [0, 60, 120, 180, 240])
    found = compare(graph, legs(graph, 0, 1, 1, 0), there_and_back, fastest=3.0)
    assert found.state.tolist() == [COVERED] * 4
    assert found.at == pytest.approx([30, 90, 150, 210])


def test_standing_is_a_stop_and_silence_a_gap():
    time = np.arange(0.0, 1200.0, 10.0)
    x = np.where(time < 300.0, time, np.where(time < 800.0, 300.0, time - 500.0))
    noise = np.random.default_rng(1).normal(0.0, 3.0, len(x))
    begins = np.arange(len(x)) == 0
    found = pauses.stops(x + noise, noise, time, begins, 25.0, 300.0)
    assert len(found.first) == 1
    assert time[found.first[0]] == pytest.approx(300.0, abs=30.0)
    assert time[found.last[0]] == pytest.approx(800.0, abs=30.0)
    silent = np.delete(np.arange(len(x)), np.arange(20, 60))
    found = pauses.gaps(time[silent], begins[silent], 180.0)
    assert (time[silent][found.first[0]], time[silent][found.last[0]]) == (190.0, 600.0)


def test_points_that_tell_of_the_noise_alone_are_left_out():
    x = np.array([0.0, 3.0, 6.0, 25.0, 26.0, 27.0, 60.0, 61.0])
    begins = np.arange(len(x)) == 0
    assert pauses.apart(x, np.zeros(8), begins, 20.0).tolist() == [True, False, False, True, False, False, True, True]
