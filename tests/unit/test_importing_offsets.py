"""GCJ-02 and BD-09: known places, exact ways back, nothing shifted abroad."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from community_brain_plugin.database.importing import china_offsets as offsets

#: WGS84 and GCJ-02 of places, as the converters in use agree on to the sixth digit.
PLACES = [
    ((116.391349, 39.907375), (116.397590, 39.908777)),
    ((121.479925, 31.233697), (121.484428, 31.231739)),
]
inside = st.tuples(st.floats(73.0, 135.0), st.floats(3.0, 53.0))


@pytest.mark.parametrize(("wgs84", "gcj02"), PLACES)
def test_known_places(wgs84, gcj02):
    x, y = offsets.wgs84_to_gcj02(np.array([wgs84[0]]), np.array([wgs84[1]]))
    assert abs(x[0] - gcj02[0]) < 2e-5
    assert abs(y[0] - gcj02[1]) < 2e-5


@given(points=st.lists(inside, min_size=1, max_size=50))
def test_the_ways_back_are_exact(points):
    x, y = np.array(points).T
    for there, back in (
        (offsets.wgs84_to_gcj02, offsets.gcj02_to_wgs84),
        (offsets.gcj02_to_bd09, offsets.bd09_to_gcj02),
        (offsets.wgs84_to_bd09, offsets.bd09_to_wgs84),
    ):
        again_x, again_y = back(*there(x, y))
        assert np.abs(again_x - x).max() < 1e-9
        assert np.abs(again_y - y).max() < 1e-9


@given(point=inside)
def test_the_shift_is_that_of_a_map_and_not_of_a_planet(point):
    x, y = offsets.wgs84_to_gcj02(np.array([point[0]]), np.array([point[1]]))
    assert 1e-5 < np.hypot(x[0] - point[0], y[0] - point[1]) < 0.02


def test_abroad_nothing_is_shifted():
    x, y = offsets.wgs84_to_gcj02(np.array([-71.1, 2.35]), np.array([42.36, 48.86]))
    assert (x == [-71.1, 2.35]).all()
    assert (y == [42.36, 48.86]).all()


def test_an_empty_array_stays_empty():
    x, y = offsets.bd09_to_wgs84(np.array([]), np.array([]))
    assert x.size == y.size == 0
