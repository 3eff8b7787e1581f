"""Relative hazard: chance is judged as chance, a real excess is found, and a thin base is never a hot spot."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community_brain_plugin.analysis.raster import Grid
from community_brain_plugin.analysis.relative import THIN, relative
from community_brain_plugin.analysis.watch import Cancelled, Watch
from community_brain_plugin.errors import RoomError

GRID = Grid(0.0, 1000.0, 20.0, 50, 50)


def town(rng, count):
    """Return places of things, shape (n, 2): half in the middle, half anywhere."""
    crowd = rng.normal((500.0, 500.0), (120.0, 160.0), (count, 2))
    return np.where(rng.random(count)[:, None] < 0.5, crowd, rng.uniform(0.0, 1000.0, (count, 2)))


@pytest.mark.parametrize("complete", [True, False])
def test_chance_is_judged_as_chance(complete):
    """At 5 % two-sided, a twentieth of the cells is beyond, as much above as below, few events or many."""
    rng = np.random.default_rng(2)
    for count in (300, 2000):
        above, below = [], []
        for _ in range(40):
            base = town(rng, 3 * count)
            events = base[rng.choice(len(base), count)] if complete else town(rng, count)
            found = relative(*events.T, *base.T, GRID, 100.0, complete=complete)
            z = found.z[~np.isnan(found.z)]
            above.append((z > 1.96).mean())
            below.append((z < -1.96).mean())
        assert 0.01 < np.mean(above) < 0.045
        assert 0.01 < np.mean(below) < 0.045


def test_a_quarter_with_thrice_the_risk_is_found_and_its_ratio_is_told():
    rng = np.random.default_rng(3)
    base = rng.uniform(0.0, 1000.0, (6000, 2))
    risky = (base < 300.0).all(axis=1)
    events = base[rng.choice(len(base), 3000, p=np.where(risky, 3.0, 1.0) / np.where(risky, 3.0, 1.0).sum())]
    found = relative(*events.T, *base.T, GRID, 90.0)
    classes = found.classes()
    average = 3.0 * 0.09 + 0.91
    assert (classes[38:48, 2:12] == 3).all()
    assert found.ratio[38:48, 2:12].mean() == pytest.approx(3.0 / average, rel=0.1)
    assert found.rate[38:48, 2:12].mean() == pytest.approx(0.5 * 3.0 / average, rel=0.1)
    assert (classes[:25, 25:] <= 0).all()


def test_a_thin_base_is_said_and_never_shown_as_a_hot_spot():
    """Five cases beside three lamps in a park would be a rate of the moon."""
    rng = np.random.default_rng(4)
    base = np.concatenate([rng.uniform((0, 0), (450, 1000), (3000, 2)), rng.uniform((820, 480), (840, 500), (3, 2))])
    events = np.concatenate([base[rng.choice(3000, 600)], rng.uniform((820, 480), (840, 500), (5, 2))])
    found = relative(*events.T, *base.T, GRID, 60.0)
    thin = found.classes()[24:26, 41:42]
    assert (thin == THIN).all()
    assert np.isnan(found.ratio[24:26, 41:42]).all()
    assert np.isnan(found.z[24:26, 41:42]).all()
    # Between them is nothing at all, which is neither thin nor known.
    assert (found.classes()[:, 28:36] == 0).all()
    assert np.isnan(found.ratio[:, 28:36]).all()


def test_residents_count_as_often_as_they_are():
    """One house of forty weighs as forty of one, where the house's forty do not count as forty proofs."""
    rng = np.random.default_rng(5)
    homes, events = town(rng, 400), town(rng, 900)
    weight = rng.integers(1, 5, 400).astype(float)
    apart = np.repeat(homes, weight.astype(int), axis=0)
    one = relative(*events.T, *homes.T, GRID, 100.0, base_weights=weight)
    many = relative(*events.T, *apart.T, GRID, 100.0)
    both = ~np.isnan(one.ratio) & ~np.isnan(many.ratio)
    assert np.allclose(one.ratio[both], many.ratio[both], rtol=1e-9)
    assert np.allclose(one.z[both], many.z[both], rtol=1e-9)
    assert (one.behind <= many.behind + 1e-12).all()


def test_two_periods_are_compared_by_their_lengths():
    """Twice as many in twice the time is no change; the same number in a third of the time is thrice as much."""
    rng = np.random.default_rng(6)
    first, second = town(rng, 2000), town(rng, 1000)
    same = relative(*first.T, *second.T, GRID, 150.0, share=2.0, complete=False)
    assert (same.classes() != THIN).any()
    assert np.abs(same.classes()[same.classes() != THIN]).max() == 0
    more = relative(*town(rng, 1000).T, *second.T, GRID, 150.0, share=1.0 / 3.0, complete=False)
    assert (more.classes()[20:30, 20:30] == 3).all()
    assert np.nanmean(more.ratio[20:30, 20:30]) == pytest.approx(3.0, rel=0.15)


def test_the_difference_adds_up_to_that_of_the_sums():
    rng = np.random.default_rng(7)
    grid = Grid(-400.0, 1400.0, 20.0, 90, 90)
    found = relative(*town(rng, 800).T, *town(rng, 500).T, grid, 100.0, share=1.0, complete=False, least=1e-12)
    assert np.nansum(found.difference) * grid.area == pytest.approx(300.0, rel=1e-3)


@pytest.mark.parametrize("complete", [True, False])
def test_simulation_agrees_with_the_formula(complete):
    rng = np.random.default_rng(8)
    base = town(rng, 1500)
    events = town(rng, 500)
    found = relative(*events.T, *base.T, GRID, 120.0, complete=complete, simulations=99, seed=1)
    both = ~np.isnan(found.p)
    assert np.corrcoef(found.p[both], found.p_simulated[both])[0, 1] > 0.95
    assert np.abs(found.p[both] - found.p_simulated[both]).mean() < 0.05
    again = relative(*events.T, *base.T, GRID, 120.0, complete=complete, simulations=99, seed=1)
    assert np.array_equal(found.p_simulated, again.p_simulated, equal_nan=True)


@given(seed=st.integers(0, 1000), scale=st.floats(0.2, 50.0))
@settings(max_examples=15, deadline=None)
def test_shift_scale_order_and_heavier_weights_change_nothing(seed, scale):
    rng = np.random.default_rng(seed)
    base, events = town(rng, 600), town(rng, 300)
    plain = relative(*events.T, *base.T, GRID, 130.0)
    order = rng.permutation(300)
    moved = Grid(7000.0, 1000.0 * scale - 300.0, 20.0 * scale, 50, 50)
    other = relative(
        *(events[order] * scale + (7000.0, -300.0)).T, *(base * scale + (7000.0, -300.0)).T, moved, 130.0 * scale,
        weights=np.full(300, 2.0), base_weights=np.full(600, 7.0),
    )  # fmt: skip
    # A cell at the very limit of being thin may fall on either side.
    both = ~np.isnan(plain.z) & ~np.isnan(other.z)
    assert both.sum() > 0.99 * (~np.isnan(plain.z)).sum()
    assert np.allclose(other.z[both], plain.z[both], atol=1e-6)
    assert np.allclose(other.ratio[both], plain.ratio[both], rtol=1e-6)


def test_outside_the_study_area_there_is_nothing():
    rng = np.random.default_rng(9)
    inside = np.zeros(GRID.shape, bool)
    inside[:, :25] = True
    found = relative(*town(rng, 500).T, *town(rng, 900).T, GRID, 120.0, inside=inside)
    assert np.isnan(found.z[:, 25:]).all()
    assert (found.classes()[:, 25:] == 0).all()


def test_what_is_missing_is_said():
    rng = np.random.default_rng(10)
    events, base = town(rng, 20), town(rng, 20)
    with pytest.raises(RoomError) as caught:
        relative([], [], *base.T, GRID, 100.0)
    assert caught.value.code == "analysis.no_events"
    with pytest.raises(RoomError) as caught:
        relative(*events.T, *base.T, GRID, 100.0, base_weights=np.zeros(20))
    assert caught.value.code == "analysis.no_base"
    base[3, 1] = np.nan
    with pytest.raises(RoomError) as caught:
        relative(*events.T, *base.T, GRID, 100.0)
    assert (caught.value.params["row"], caught.value.params["side"]) == (4, "base")
    with pytest.raises(RoomError):
        relative(*events.T, *events.T, GRID, 100.0).classes(by="p_simulated")


def test_simulations_can_be_stopped():
    rng = np.random.default_rng(11)
    answers = iter([False] * 200 + [True] * 99)
    with pytest.raises(Cancelled):
        relative(
            *town(rng, 50).T, *town(rng, 50).T, GRID, 90.0, simulations=10_000, watch=Watch(None, answers.__next__)
        )
