"""The live density: after any coming and going it is, bit by bit, what a fresh one of the same events would be."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community_brain_plugin.analysis.density import density
from community_brain_plugin.analysis.kernels import KERNELS
from community_brain_plugin.analysis.live_density import Event, LiveDensity
from community_brain_plugin.analysis.raster import Grid
from community_brain_plugin.analysis.watch import Cancelled, Watch
from community_brain_plugin.errors import RoomError

GRID = Grid(1000.0, 900.0, 10.0, 60, 80)


def some(rng, count, first=0):
    """Return keyed events in and around the grid, some of them far outside."""
    x, y = rng.uniform(900, 1900, count), rng.uniform(200, 1000, count)
    x[::17] += 1e7
    weight = rng.choice([0.0, 0.5, 1.0, 3.0], count)
    return [(first + n, Event(*map(float, row), float(n))) for n, row in enumerate(zip(x, y, weight, strict=True))]


@pytest.mark.parametrize("name", KERNELS)
@pytest.mark.parametrize("count", [5, 300])
def test_it_is_the_direct_sum(name, count):
    events = some(np.random.default_rng(1), count)
    live = LiveDensity(GRID, 47.0, name)
    live.put(events)
    x, y, weight = np.array([(event.x, event.y, event.weight) for _, event in events]).T
    exact = density(x, y, GRID, 47.0, kernel=name, weights=weight, exact=True).values
    assert np.abs(live.values - exact).max() <= 1e-8 * exact.max()


@given(seed=st.integers(0, 100_000))
@settings(max_examples=25, deadline=None)
def test_any_history_ends_in_the_same_raster(seed):
    rng = np.random.default_rng(seed)
    live, known = LiveDensity(GRID, 35.0), {}
    for _ in range(8):
        batch = some(rng, int(rng.integers(0, 60)), int(rng.integers(0, 40)))
        live.put(batch)
        known |= dict(batch)
        for key in rng.choice(100, 20):
            known.pop(int(key), None)
            live.remove([int(key)])
    fresh = LiveDensity(GRID, 35.0)
    fresh.put(sorted(known.items(), reverse=True))
    assert (live.values == fresh.values).all()
    assert len(live) == len(known)
    live.remove(list(known))
    assert (live.values == 0.0).all()


def test_what_is_older_than_the_window_goes():
    live = LiveDensity(GRID, 35.0)
    live.put([(n, Event(1400.0, 600.0, 1.0, float(n))) for n in range(10)])
    before = live.values.max()
    assert live.expire(4.0) == 4
    assert live.values.max() == pytest.approx(0.6 * before, rel=1e-12)
    assert live.expire(4.0) == 0


def test_the_same_again_is_no_change_and_a_move_is_one():
    live = LiveDensity(GRID, 35.0)
    assert live.put([("a", Event(1400.0, 600.0))]) == 1
    assert live.put([("a", Event(1400.0, 600.0))]) == 0
    assert live.put([("a", Event(1200.0, 600.0))]) == 1
    row, column = np.unravel_index(np.argmax(live.values), GRID.shape)
    assert abs(column - 20) <= 1
    assert live.values.sum() * GRID.area == pytest.approx(1.0, rel=0.02)
    assert 0 <= row < 60


def test_bad_events_are_refused_whole():
    live = LiveDensity(GRID, 35.0)
    live.put([("a", Event(1400.0, 600.0))])
    before = live.values
    for bad, code in ((Event(np.nan, 0.0), "not_finite"), (Event(0.0, 0.0, -1.0), "negative"),
                      (Event(0.0, 0.0, 1e9), "too_heavy")):  # fmt: skip
        with pytest.raises(RoomError) as caught:
            live.put([("b", Event(1300.0, 600.0)), ("c", bad)])
        assert caught.value.code == f"analysis.{code}"
        assert "–" not in str(caught.value)
    assert (live.values == before).all()
    assert len(live) == 1
    with pytest.raises(RoomError):
        LiveDensity(GRID, 0.0)


def test_filling_it_can_be_stopped():
    live = LiveDensity(GRID, 300.0)
    with pytest.raises(Cancelled):
        live.put(some(np.random.default_rng(2), 20_000), Watch(None, iter([False] * 3 + [True] * 99).__next__))
