"""Neighbours along streets: the same as walking to everybody, on nets with dead ends and one-way streets."""

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from community_brain_plugin.analysis.graph import build
from community_brain_plugin.analysis.snapping import snap
from community_brain_plugin.analysis.street_weights import street_band
from community_brain_plugin.errors import RoomError


def net(one_way=None):
    """Return streets every 100 m, 5 × 4, one of them a detour."""
    lines = [[(x, y) for x in range(0, 500, 100)] for y in range(0, 400, 100)]
    lines += [[(x, y) for y in range(0, 400, 100)] for x in (0, 200, 400)]
    lines += [[(100, 0), (150, -80), (300, -80), (300, 0)]]
    corners = np.array([corner for line in lines for corner in line], float)
    number = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    return build(*corners.T, number, one_way)


def walked(graph, placed):
    """Return distances between all places by putting each into the net as a node of its own, shape (n, n)."""
    n, m = len(placed.edge), graph.nodes
    rows, columns, lengths = [], [], []

    def join(a, b, length, edge, ahead):
        if graph.direction[edge] == 0 or (graph.direction[edge] > 0) == ahead:
            rows.append(a)
            columns.append(b)
            lengths.append(max(length, 1e-12))

    for edge in range(graph.edges):
        some = np.flatnonzero(placed.edge == edge)
        some = some[np.argsort(placed.position[some])]
        chain = [graph.tail[edge], *(m + some), graph.head[edge]]
        at = [0.0, *placed.position[some], graph.length[edge]]
        for a, b, low, high in zip(chain, chain[1:], at, at[1:], strict=False):
            join(a, b, high - low, edge, True)
            join(b, a, high - low, edge, False)
    found = dijkstra(coo_matrix((lengths, (rows, columns)), shape=(n + m, n + m)).tocsr())
    return found[m:, m:]


@pytest.mark.parametrize("one_way", [False, True])
@pytest.mark.parametrize("radius", [40.0, 150.0, 320.0])
def test_neighbours_are_those_a_walk_reaches(radius, one_way):
    ways = np.random.default_rng(1).choice([-1, 0, 1], 8) if one_way else None
    graph = net(ways)
    x, y = np.random.default_rng(2).uniform((-20, -90), (420, 320), (60, 2)).T
    placed = snap(graph, x, y)
    away = walked(graph, placed)
    near = np.minimum(away, away.T) <= radius
    if not one_way:
        expected = near
    else:
        # Two places on one street are neighbours whichever way it goes.
        same = placed.edge[:, None] == placed.edge
        expected = near | (same & (np.abs(placed.position[:, None] - placed.position) <= radius))
    np.fill_diagonal(expected, False)
    found = street_band(graph, placed, radius).toarray()
    assert (found == expected).all()


def test_far_places_have_no_neighbours_and_two_sides_of_a_block_are_far_apart():
    graph = net()
    placed = snap(graph, [50.0, 50.0, 5000.0], [0.0, 100.0, 0.0], 50.0)
    assert street_band(graph, placed, 150.0).nnz == 0
    assert street_band(graph, placed, 200.0).toarray().tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    with pytest.raises(RoomError):
        street_band(graph, placed, 0.0)
