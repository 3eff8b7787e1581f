"""Density along streets: as published, as a plain recursion finds it, and with its mass kept."""

import dataclasses
import itertools
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community_brain_plugin.analysis import walks
from community_brain_plugin.analysis.corners import coincident
from community_brain_plugin.analysis.graph import build, lixels
from community_brain_plugin.analysis.kernels import KERNELS
from community_brain_plugin.analysis.snapping import Snapped, snap
from community_brain_plugin.analysis.street_density import METHODS, street_density, street_density_at
from community_brain_plugin.analysis.watch import Cancelled, Watch
from community_brain_plugin.errors import RoomError

SHARED = Path(os.environ.get("COMMUNITY_BRAIN_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")


def lines(*paths):
    """Return x, y and line numbers of lines given as lists of corners."""
    points = np.concatenate([np.asarray(path, float) for path in paths])
    return points[:, 0], points[:, 1], np.repeat(np.arange(len(paths)), [len(path) for path in paths])


def cross(*one_way):
    arms = lines([(0, 0), (10, 0)], [(0, 0), (-10, 0)], [(0, 0), (0, 10)], [(0, -10), (0, 0)])
    return build(*arms, one_way=one_way or None)


def block(seed, rows=4, columns=5):
    """Return a street grid with bends, a missing street, a dead end and a loop."""
    rng = np.random.default_rng(seed)
    x = np.arange(columns) * 100.0 + rng.uniform(-30, 30, (rows, columns))
    y = np.arange(rows)[:, None] * 100.0 + rng.uniform(-30, 30, (rows, columns))
    paths = []
    for i in range(rows):
        for j in range(columns):
            here = (x[i, j], y[i, j])
            for there in [(i, j + 1), (i + 1, j)]:
                if there[0] < rows and there[1] < columns and rng.random() > 0.1:
                    end = (x[there], y[there])
                    bend = ((here[0] + end[0]) / 2 + 5, (here[1] + end[1]) / 2 - 5)
                    paths.append([here, bend, end])
    corner = (x[0, 0], y[0, 0])
    paths.append([corner, (corner[0] - 40, corner[1])])
    paths.append([corner, (corner[0], corner[1] - 30), (corner[0] - 30, corner[1] - 30), corner])
    return build(*lines(*paths))


def shares(graph, half, method):
    """Return the half-edges that follow and the share of the weight that goes into each, in plain words."""
    leaving = np.flatnonzero(graph.passable & (graph.start == graph.end[half]))
    exits, n = [int(way) for way in leaving if way != half ^ 1], len(leaving)
    if method == "discontinuous" or len(exits) == n:
        return [(way, 1 / len(exits)) for way in exits]
    return [(way, 2 / n) for way in exits] + ([(half ^ 1, (2 - n) / n)] if n != 2 else [])


def plain(graph, edge, position, events, bandwidths, weights, method, name):
    """Follow every walk of every event by recursion, to single places."""
    kernel = KERNELS[name]
    found = np.zeros(len(edge))
    follow = {half: shares(graph, half, method) for half in range(2 * graph.edges)}

    def along(half, offset, come, weight, size):
        here = np.flatnonzero(edge == half >> 1)
        ahead = position[here] if half % 2 == 0 else graph.length[half >> 1] - position[here]
        away = ahead - offset
        use = away > 0
        found[here[use]] += weight * kernel.along_street(come + away[use], size)
        come += graph.length[half >> 1] - offset
        if come < size * kernel.reach:
            for way, share in follow[half]:
                along(way, 0.0, come, weight * share, size)

    for event, place, size, weight in zip(events.edge, events.position, bandwidths, weights, strict=True):
        both = graph.direction[event] == 0
        for half, offset in ((2 * event, place), (2 * event + 1, graph.length[event] - place)):
            if graph.passable[half]:
                along(int(half), offset, 0.0, weight * (1 if both else 2), size)
    return found


def between_nodes(graph):
    """Return the shortest distances between all nodes (Floyd and Warshall)."""
    away = np.full((graph.nodes, graph.nodes), np.inf)
    np.fill_diagonal(away, 0.0)
    halves = np.flatnonzero(graph.passable)
    np.minimum.at(away, (graph.start[halves], graph.end[halves]), graph.length[halves >> 1])
    for middle in range(graph.nodes):
        away = np.minimum(away, away[:, [middle]] + away[[middle]])
    return away


def shortest(graph, edge, position, events, bandwidths, weights, name):
    """Give each place the kernel at its shortest distance, all ways between ends compared."""
    away = between_nodes(graph)
    found = np.zeros(len(edge))
    for event, place, size, weight in zip(events.edge, events.position, bandwidths, weights, strict=True):
        ways = [np.full(len(edge), np.inf)]
        leaves = [(2 * event, graph.length[event] - place), (2 * event + 1, place)]
        for half, come in leaves:
            for side in (0, 1):
                there = np.where(side == 0, position, graph.length[edge] - position)
                usable = graph.passable[half] & graph.passable[2 * edge + side]
                ways.append(
                    np.where(usable, come + away[graph.end[half], graph.start[2 * edge + side]] + there, np.inf)
                )
        ahead = (position - place) * graph.direction[event] >= 0
        ways.append(np.where((edge == event) & ahead, np.abs(position - place), np.inf))
        found += weight * KERNELS[name].along_street(np.minimum.reduce(ways), size)
    return found


def somewhere(graph, count, seed):
    rng = np.random.default_rng(seed)
    edge = rng.integers(0, graph.edges, count)
    return edge, rng.uniform(0.02, 0.98, count) * graph.length[edge]


def on_street(edge, position):
    return Snapped(edge, position, np.zeros(len(edge)), edge < 0)


def test_the_cross_is_as_published():
    graph = cross()
    event = snap(graph, [3.0], [0.0])
    places = snap(graph, [-3.0, 0.0, 0.0], [0.0, 3.0, -3.0])
    expected = {"simple": 0.00384, "discontinuous": 0.00384 / 3.0, "continuous": 0.00384 / 2.0}
    for method, value in expected.items():
        found = street_density_at(graph, places.edge, places.position, event, 10.0, method=method)
        # The published values are divided by the bandwidth once more.
        assert np.abs(found / 10.0 - value).max() < 1e-12


@given(seed=st.integers(0, 1000), name=st.sampled_from(list(KERNELS)), method=st.sampled_from(METHODS))
@settings(max_examples=40, deadline=None)
def test_every_walk_counts_once(seed, name, method):
    graph = block(seed)
    rng = np.random.default_rng(seed)
    directions = rng.choice([-1, 0, 0, 0, 1], graph.edges) if seed % 2 else np.zeros(graph.edges)
    graph = dataclasses.replace(graph, direction=directions.astype(np.int8))
    edge, position = somewhere(graph, 60, seed + 1)
    events = on_street(*somewhere(graph, 5, seed + 2))
    sizes = rng.uniform(60.0, 260.0, 5) / KERNELS[name].reach if seed % 3 else np.full(5, 250.0 / KERNELS[name].reach)
    weights = rng.uniform(0.5, 2.0, 5)
    found = street_density_at(graph, edge, position, events, sizes, method=method, kernel=name, weights=weights)
    if method == "simple":
        truth = shortest(graph, edge, position, events, sizes, weights, name)
    else:
        truth = plain(graph, edge, position, events, sizes, weights, method, name)
    assert np.abs(found - truth).max() <= 1e-12 * max(truth.max(), 1.0)


@pytest.mark.parametrize("name", KERNELS)
@pytest.mark.parametrize("method", METHODS)
def test_lixels_are_the_means_of_places(name, method):
    graph = block(7)
    events = on_street(*somewhere(graph, 8, 3))
    cut = lixels(graph, 10.0)
    found = street_density(graph, cut, events, 180.0 / KERNELS[name].reach, method=method, kernel=name).values
    share = (np.arange(400) + 0.5) / 400
    inner = (cut.start[:, None] + share * cut.length[:, None]).ravel()
    edge = np.repeat(cut.edge, 400)
    given = (graph, edge, inner, events, 180.0 / KERNELS[name].reach)
    means = street_density_at(*given, method=method, kernel=name).reshape(-1, 400).mean(axis=1)
    assert np.abs(found - means).max() < (1e-3 if name == "uniform" else 2e-5) * means.max() + 1e-9


@given(seed=st.integers(0, 1000), name=st.sampled_from(list(KERNELS)))
@settings(max_examples=25, deadline=None)
def test_the_continuous_kernel_keeps_the_mass(seed, name):
    graph = block(seed)
    rng = np.random.default_rng(seed)
    if seed % 2:
        graph = dataclasses.replace(graph, direction=rng.choice([0, 0, 0, 1], graph.edges).astype(np.int8))
    edge, position = somewhere(graph, 20, seed)
    # Some events lie at nodes.
    position[:5] = np.where(rng.random(5) < 0.5, 0.0, graph.length[edge[:5]])
    sizes = rng.uniform(20.0, 260.0, 20) / KERNELS[name].reach
    weights = rng.uniform(0.0, 2.0, 20)
    cut = lixels(graph, rng.uniform(3.0, 60.0))
    found = street_density(
        graph, cut, on_street(edge, position), sizes, method="continuous", kernel=name, weights=weights
    )
    dead_ends = seed % 2 and not _can_go_on(graph)
    if not dead_ends:
        assert found.integral == pytest.approx(weights.sum(), rel=1e-9)
    # The share sent back is negative, but with a kernel that falls off it is less than what is already there.
    if name != "uniform":
        assert found.values.min() > -1e-12


def test_between_two_large_crossings_more_may_be_sent_back_than_is_there():
    """The event in the middle counts 1, three fifths of it come back from either crossing: 1 - 2 * 3/5."""
    arms = (-60, -20, 20, 60)
    graph = build(*lines([(0, 0), (10, 0)], *([(0, 0), (-90, y)] for y in arms), *([(10, 0), (100, y)] for y in arms)))
    middle = (graph, np.array([0]), np.array([5.0]), on_street(np.array([0]), np.array([5.0])))
    found = street_density_at(*middle, 12.0, method="continuous", kernel="uniform")
    assert found == pytest.approx([(1 - 2 * 3 / 5) / (2 * 12.0)])
    assert street_density_at(*middle, 12.0, method="continuous", kernel="quartic") > 0


def _can_go_on(graph):
    """Say whether some way leads on, or back, from every half-edge that may be walked."""
    first, _ = graph.leaving
    return (np.diff(first)[graph.end[graph.passable]] > 0).all()


def test_the_discontinuous_kernel_loses_mass_at_dead_ends_only():
    square = build(*lines([(0, 0), (100, 0)], [(100, 0), (100, 100)], [(100, 100), (0, 100)], [(0, 100), (0, 0)]))
    events = snap(square, [50.0, 100.0], [0.0, 20.0])
    assert street_density(square, lixels(square, 7.0), events, 90.0).integral == pytest.approx(2.0, abs=1e-12)
    graph = cross()
    assert street_density(graph, lixels(graph, 1.0), snap(graph, [3.0], [0.0]), 9.0).integral < 1.0


def test_order_doubling_and_cutting_do_not_matter():
    graph = block(11)
    rng = np.random.default_rng(1)
    edge, position = somewhere(graph, 50, 4)
    events, cut = on_street(edge, position), lixels(graph, 10.0)
    weights = rng.uniform(0.1, 3.0, 50)
    for method in METHODS:
        one = street_density(graph, cut, events, 150.0, method=method, weights=weights).values
        order = rng.permutation(50)
        other = street_density(
            graph, cut, on_street(edge[order], position[order]), 150.0, method=method, weights=weights[order]
        ).values
        assert np.allclose(one, other, rtol=1e-10, atol=1e-14)
        twice = on_street(np.tile(edge, 2), np.tile(position, 2))
        doubled = street_density(graph, cut, twice, 150.0, method=method, weights=np.tile(weights, 2)).values
        assert np.allclose(doubled, 2.0 * one, rtol=1e-10, atol=1e-14)
        fine = street_density(graph, lixels(graph, 5.0), events, 150.0, method=method, weights=weights)
        assert fine.integral == pytest.approx(float(one @ cut.length), rel=1e-9)


def test_a_street_network_without_events_and_events_without_streets():
    graph = cross()
    none = street_density(graph, lixels(graph, 1.0), snap(graph, [], []), 5.0)
    assert none.integral == 0.0
    empty = build([], [], [])
    assert empty.edges == 0
    lost = street_density(empty, lixels(empty, 1.0), snap(empty, [1.0], [2.0]), 5.0)
    assert lost.far.tolist() == [0]
    far = snap(graph, [3.0, 500.0], [0.2, 500.0], most=50.0)
    assert street_density(graph, lixels(graph, 1.0), far, 2.0).far.tolist() == [1]
    assert street_density(graph, lixels(graph, 1.0), far, 2.0).weight == 1.0


def test_a_walk_can_be_told_to_end_after_some_crossings():
    graph = block(2)
    events, cut = on_street(*somewhere(graph, 10, 5)), lixels(graph, 10.0)
    sums = [street_density(graph, cut, events, 250.0, most_nodes=most).integral for most in (0, 1, 2, 30)]
    assert sums == sorted(sums)
    assert sums[0] < sums[1] < sums[2]


@pytest.mark.parametrize(
    ("arguments", "code", "row"),
    [
        ({"bandwidth": 0.0}, "not_positive", None),
        ({"bandwidth": [5.0, -1.0]}, "row_not_positive", 2),
        ({"weights": [1.0, np.nan]}, "not_finite", 2),
        ({"weights": [1.0, -2.0]}, "negative", 2),
        ({"weights": [1.0]}, "lengths_differ", None),
        ({"method": "wild"}, "unknown_method", None),
        ({"kernel": "bell"}, "unknown_kernel", None),
    ],
)
def test_bad_input_is_named(arguments, code, row):
    graph = cross()
    events = snap(graph, [3.0, 4.0], [0.0, 0.0])
    given = {"graph": graph, "lixels": lixels(graph, 1.0), "events": events, "bandwidth": 5.0} | arguments
    with pytest.raises(RoomError) as caught:
        street_density(**given)
    assert caught.value.code == f"analysis.{code}"
    assert caught.value.params.get("row") == row
    assert "–" not in str(caught.value)


def test_it_can_be_stopped():
    graph = block(3)
    events = on_street(*somewhere(graph, 20, 5))
    for method in METHODS:
        with pytest.raises(Cancelled):
            street_density(graph, lixels(graph, 5.0), events, 200.0, method=method, watch=Watch(None, lambda: True))


def montreal():
    """Return graph, events snapped as in the published computation, their weights, and the published densities."""
    folder = SHARED / "bench" / "kde" / "spnetwork_montreal"
    if not folder.is_dir():
        pytest.skip(f"the published values are not here: {folder}")
    ogr = pytest.importorskip("osgeo.ogr")
    ogr.UseExceptions()
    streets = ogr.Open(str(folder / "mtl_network.gpkg"))
    paths = [np.array(feature.GetGeometryRef().GetPoints())[:, :2] for feature in streets.GetLayer(0)]
    accidents = ogr.Open(str(folder / "bike_accidents.gpkg"))
    points = np.array([feature.GetGeometryRef().GetPoint()[:2] for feature in accidents.GetLayer(0)])
    number, _ = coincident(points[:, 0], points[:, 1], 5.0)
    weights = np.bincount(number).astype(float)
    x, y = (np.bincount(number, column) / weights for column in points.T)
    graph = build(*lines(*paths))
    published = np.loadtxt(folder / "ref_nkde_discontinuous_quartic_bw300.csv", skiprows=1)
    return graph, _as_published(graph, snap(graph, x, y, 300.0, at_node=0.0)), weights, paths, published


def _as_published(graph, events):
    """Put events at crossings as the published computation did.

    It cuts coordinates off after 0.1 m and takes an event for the nearest node of that network; events just after the
    beginning of a line are never made nodes of their own.
    """

    def cut(values):
        return np.floor(np.round(values * 10.0, 6)) / 10.0

    x, y = graph.places(events.edge, events.position)
    length = graph.length[events.edge]
    at_tail = events.position < length / 2.0
    node = np.where(at_tail, graph.tail[events.edge], graph.head[events.edge])
    to_node = np.hypot(cut(graph.node_x[node]) - x, cut(graph.node_y[node]) - y)
    near = np.minimum(events.position, length - events.position) < 1.0
    near &= (to_node <= np.hypot(cut(x) - x, cut(y) - y)) | (events.position < 0.1)
    return dataclasses.replace(events, position=np.where(near, np.where(at_tail, 0.0, length), events.position))


def test_montreal_is_as_published():
    graph, events, weights, paths, published = montreal()
    line, centre = [], []
    for number, path in enumerate(paths):
        length = np.hypot(*np.diff(path, axis=0).T).sum()
        cuts = [0.0]
        while length > 250.0 and length - cuts[-1] - 200.0 > 50.0:
            cuts.append(cuts[-1] + 200.0)
        cuts.append(length)
        line += [number] * (len(cuts) - 1)
        centre += [(begin + end) / 2.0 for begin, end in itertools.pairwise(cuts)]
    edge, position = graph.located(np.array(line), np.array(centre))
    found = street_density_at(graph, edge, position, events, 300.0, weights=weights, most_nodes=8) / 300.0
    assert len(found) == len(published) == 3163
    assert np.corrcoef(found, published)[0, 1] > 0.9999999
    assert found.sum() == pytest.approx(published.sum(), rel=1e-4)
    assert np.abs(found - published).max() < 1e-3 * published.max()


@pytest.mark.parametrize("method", ["continuous", "discontinuous"])
def test_straight_on_stays_on_its_street_and_keeps_the_weight(method):
    """At a cross all goes over to the arm opposite; a bend of 30° is followed, a corner of 90° is not."""
    graph = cross()
    placed = snap(graph, [4.0], [0.0])
    pieces = lixels(graph, 1.0)
    found = street_density(graph, pieces, placed, 9.0, method=method, straight=True)
    by_arm = np.bincount(pieces.edge, found.values * pieces.length, graph.edges)
    assert by_arm[2:].max() < 1e-12
    assert by_arm[1] > 0.1
    line = build(*lines([(-10, 0), (10, 0)]))
    alone = street_density(line, lixels(line, 1.0), snap(line, [4.0], [0.0]), 9.0, method=method)
    there = np.concatenate([found.values[pieces.edge == 1][::-1], found.values[pieces.edge == 0]])
    assert np.allclose(there, alone.values, atol=1e-12)
    bent = build(*lines([(0, 0), (20, 0)], [(20, 0), (40, 11)], [(20, 0), (20, 20)]))
    pieces = lixels(bent, 2.0)
    found = street_density(bent, pieces, snap(bent, [16.0], [0.0]), 15.0, method=method, straight=True)
    by_arm = np.bincount(pieces.edge, found.values * pieces.length, 3)
    assert by_arm[1] > 0.1
    assert by_arm[2] < 1e-12
    if method == "continuous":
        assert found.integral == pytest.approx(1.0, rel=1e-9)


def test_straight_on_is_refused_where_only_distances_count():
    graph = cross()
    with pytest.raises(RoomError) as caught:
        street_density(graph, lixels(graph, 1.0), snap(graph, [4.0], [0.0]), 9.0, method="simple", straight=True)
    assert caught.value.code == "analysis.straight_needs_walk"


@pytest.mark.parametrize(("name", "off"), [("quartic", 1e-7), ("epanechnikov", 1e-4), ("gaussian", 1e-4)])
@pytest.mark.parametrize("method", ["continuous", "discontinuous"])
def test_walks_that_are_put_together_give_what_they_gave_alone(monkeypatch, method, name, off):
    """Where short streets meet, walks would grow without end; putting alike ones together must not be seen."""
    rng = np.random.default_rng(6)
    steps = np.arange(7) * 30.0
    lines = [[(x, y), (x + 30.0, y)] for x in steps[:-1] for y in steps]
    lines += [[(x, y), (x, y + 30.0)] for x in steps for y in steps[:-1]]
    shaken = {place: np.array(place) + rng.uniform(-9.0, 9.0, 2) for line in lines for place in line}
    corners = np.array([shaken[place] for line in lines for place in line])
    graph = build(*corners.T, np.repeat(np.arange(len(lines)), 2))
    cut = lixels(graph, 5.0)
    events = snap(graph, *rng.uniform(0.0, 180.0, (2, 40)))
    more = {"method": method, "kernel": name}
    width = 35.0 if name == "gaussian" else 90.0
    alone = street_density(graph, cut, events, width, **more)
    monkeypatch.setattr(walks, "_TOO_MANY", 0)
    together = street_density(graph, cut, events, width, **more)
    assert np.abs(together.values - alone.values).max() < off * alone.values.max()
    assert together.integral == pytest.approx(alone.integral, rel=1e-9 if method == "continuous" else 1e-5)
