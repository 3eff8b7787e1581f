"""Streets made ready for a patrol: each side of wide ones, and places to stop between crossings."""

import math

import numpy as np
import pytest

from community_brain_plugin.analysis.graph import build
from community_brain_plugin.analysis.patrol.network import Network
from community_brain_plugin.analysis.patrol.plan import cover
from community_brain_plugin.analysis.patrol.streets import cut, sided


def graph():
    """A street of 10 + 10 m with a bend, and one of 10 m that goes on from it, one way."""
    x, y = [0, 10, 10, 10, 20], [0, 0, 10, 10, 10]
    return build(x, y, [0, 0, 0, 1, 1], [0, 1])


def test_a_wide_street_is_walked_once_each_way():
    streets, origin = sided(graph(), np.array([True, False]))
    assert origin.tolist() == [0, 1, 0]
    assert streets.direction.tolist() == [1, 1, -1]
    assert streets.length.tolist() == [20.0, 10.0, 20.0]
    x, y = streets.places(np.array([2]), np.array([15.0]))
    assert (float(x[0]), float(y[0])) == (10.0, 5.0)
    network = Network.of(
        streets.nodes, streets.tail, streets.head, np.where(streets.direction >= 0, streets.length, math.inf),
        np.where(streets.direction <= 0, streets.length, math.inf), [1, 0, 1],
    )  # fmt: skip
    (walk,) = cover(network, [int(streets.tail[0])], rounds=5).walks
    assert walk.half.tolist() == [0, 5]


def test_one_way_streets_stay_one():
    _, origin = sided(graph(), np.array([True, True]))
    assert origin.tolist() == [0, 1, 0]


def test_a_street_is_cut_where_somebody_stops():
    edge, position = np.array([0, 0, 1, 0, 0]), np.array([15.0, 4.0, 9.8, 15.1, 10.0])
    streets, node, origin = cut(graph(), edge, position)
    assert origin.tolist() == [0, 0, 0, 0, 1]
    assert streets.length.tolist() == pytest.approx([4.0, 6.0, 5.0, 5.0, 10.0])
    assert streets.offset.tolist() == pytest.approx([0.0, 4.0, 10.0, 15.0, 0.0])
    assert streets.direction.tolist() == [0, 0, 0, 0, 1]
    # Places near each other are one, and so is one near a crossing and the crossing.
    assert node[0] == node[3] == streets.head[2] == streets.tail[3]
    assert node[2] == streets.head[4]
    assert streets.node_x[node].tolist() == pytest.approx([10.0, 4.0, 20.0, 10.0, 10.0])
    assert streets.node_y[node].tolist() == pytest.approx([5.0, 0.0, 10.0, 5.0, 0.0])
    assert np.array_equal(streets.tail[1:4], streets.head[:3])
    x, y = streets.places(np.array([2, 3]), np.array([0.0, 5.0]))
    assert (x.tolist(), y.tolist()) == ([10.0, 10.0], [0.0, 10.0])
    assert np.all(np.diff(streets.first) >= 2)
