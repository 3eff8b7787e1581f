"""Streets drawn out straight: a profile runs along a street as people know it, and holds all that is on it."""

import numpy as np
import pytest

from community_brain_plugin.analysis.graph import build, lixels
from community_brain_plugin.analysis.strokes import profiles


def streets(*lines):
    """Return the graph of lines given by their corners."""
    corners = np.array([corner for line in lines for corner in line], dtype=float)
    owner = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    return build(corners[:, 0], corners[:, 1], owner)


#: A main street in three blocks that bends a little, and a side street off its first crossing.
MAIN = ([(0, 0), (100, 0)], [(200, 20), (100, 0)], [(200, 20), (300, 60)])
TOWN = (*MAIN, [(100, 0), (100, 80)])


def test_a_street_goes_on_straight_whichever_way_its_blocks_are_drawn():
    graph = streets(*TOWN)
    pieces = lixels(graph, 10.0)
    values = np.where(pieces.edge == 1, 5.0, 1.0)
    first, second = profiles(graph, pieces, values, 9)
    assert {graph.line[half >> 1] for half in first.half} == {0, 1, 2}
    assert first.length == pytest.approx(100 + np.hypot(100, 20) + np.hypot(100, 40))
    assert sorted([first.crossings[0], first.length - first.crossings[0]])[0] == pytest.approx(100)
    assert len(first.crossings) == 1
    assert [graph.line[half >> 1] for half in second.half] == [3]


def test_what_is_on_a_street_stands_where_it_lies():
    graph = streets(*TOWN)
    pieces = lixels(graph, 10.0)
    x, _ = graph.places(pieces.edge, (pieces.start + pieces.stop) / 2)
    values = np.where(pieces.edge == 3, 0.0, x)
    (main,) = profiles(graph, pieces, values, 9)
    assert (np.diff(main.values) > 0).all() or (np.diff(main.values) < 0).all()
    assert values[main.highest] == main.values.max() == values.max()
    assert main.values @ np.diff(main.at) == pytest.approx(values @ pieces.length)


def test_a_street_of_one_name_goes_round_its_corners_and_no_further():
    graph = streets([(0, 0), (100, 0)], [(100, 0), (100, 90)], [(100, 0), (200, 0)])
    pieces = lixels(graph, 10.0)
    values = np.where(graph.line[pieces.edge] == 0, 2.0, 1.0)
    name = np.array(["东街", "东街", "西街"])[graph.line]
    first, second = profiles(graph, pieces, values, 9, name)
    assert {int(graph.line[half >> 1]) for half in first.half} == {0, 1}
    assert [int(graph.line[half >> 1]) for half in second.half] == [2]


def test_rings_end_and_every_edge_is_in_one_street_only():
    corners = [(np.cos(angle) * 100, np.sin(angle) * 100) for angle in np.linspace(0, 2 * np.pi, 17)]
    ring = [corners[number : number + 2] for number in range(16)]
    graph = streets(*ring, [(100, 0), (300, 0)])
    pieces = lixels(graph, 7.0)
    found = profiles(graph, pieces, np.random.default_rng(1).uniform(0.1, 1.0, len(pieces.edge)), 99)
    taken = np.concatenate([profile.half >> 1 for profile in found])
    assert sorted(taken.tolist()) == list(range(graph.edges))


def test_streets_without_anything_have_no_profile():
    graph = streets(*TOWN)
    pieces = lixels(graph, 10.0)
    assert profiles(graph, pieces, np.zeros(len(pieces.edge)), 9) == []
    assert len(profiles(graph, pieces, np.ones(len(pieces.edge)), 1)) == 1
