"""Places in areas: holes, parts, and exactly one of two neighbours."""

import numpy as np

from community_brain_plugin.analysis.inside import inside


def squares(*boxes):
    """Return corners, ring and area numbers of axis-parallel boxes (west, south, east, north, area)."""
    corners = [[(w, s), (e, s), (e, n), (w, n), (w, s)] for w, s, e, n, _ in boxes]
    x, y = np.concatenate([np.array(c, float) for c in corners]).T
    return x, y, np.repeat(np.arange(len(boxes)), 5), np.array([b[4] for b in boxes])


def test_holes_are_outside_and_parts_belong_to_one_area():
    shape = squares((0, 0, 10, 10, 0), (4, 4, 6, 6, 0), (20, 0, 30, 10, 0), (40, 0, 50, 10, 1))
    area, place = inside([1.0, 5.0, 25.0, 45.0, 99.0], [1.0, 5.0, 5.0, 5.0, 5.0], *shape, 2)
    assert list(zip(area, place, strict=True)) == [(0, 0), (0, 2), (1, 3)]


def test_each_place_of_a_covering_lies_in_exactly_one_area():
    boxes = [(c, r, c + 1, r + 1, r * 4 + c) for r in range(4) for c in range(4)]
    grid = np.arange(0.0, 4.0, 0.25)
    x, y = (g.ravel() for g in np.meshgrid(grid, grid))
    area, place = inside(x, y, *squares(*boxes), 16)
    assert np.array_equal(np.sort(place), np.arange(len(x)))
    assert np.array_equal(area[np.argsort(place)], np.floor(y).astype(int) * 4 + np.floor(x).astype(int))


def test_no_place_and_no_area():
    shape = squares((0, 0, 1, 1, 0))
    assert len(inside([], [], *shape, 1)[0]) == 0
    assert len(inside([0.5], [0.5], [], [], np.empty(0, int), np.empty(0, int), 0)[0]) == 0
