"""Density on a raster: mass kept, equal to direct summation, and indifferent to how the input is written."""

import threading
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community_brain_plugin.analysis.density import TOLERANCE, density, kernel_mass
from community_brain_plugin.analysis.kernels import KERNELS, equivalent_bandwidth
from community_brain_plugin.analysis.raster import Grid
from community_brain_plugin.analysis.watch import Cancelled, Watch

SMOOTH = [name for name, kernel in KERNELS.items() if kernel.edge != "jump"]
GRID = Grid(1000.0, 5000.0, 10.0, 140, 160)


def brute(x, y, weights, grid, bandwidth, name):
    """Sum every kernel at every cell centre, one event at a time."""
    across, down = grid.centres()
    total = np.zeros(grid.shape)
    for east, north, weight, size in zip(x, y, weights, np.broadcast_to(bandwidth, len(x)), strict=True):
        square = (down - north)[:, None] ** 2 + (across - east)[None, :] ** 2
        total += weight * KERNELS[name].in_plane(square, size)
    return total


def events(count, seed=1, margin=0.0):
    rng = np.random.default_rng(seed)
    x = rng.uniform(GRID.west + margin, GRID.east - margin, count)
    y = rng.uniform(GRID.south + margin, GRID.north - margin, count)
    return x, y, rng.uniform(0.2, 3.0, count)


@pytest.mark.parametrize("name", KERNELS)
def test_kernels_integrate_to_one(name):
    kernel = KERNELS[name]
    u = (np.arange(400_000) + 0.5) / 400_000 * kernel.reach
    step = kernel.reach / 400_000
    shape = kernel.shape(u * u)
    assert np.sum(shape * u) * step * 2.0 * np.pi * kernel.plane == pytest.approx(1.0, abs=1e-6)
    assert np.sum(shape) * step * 2.0 * kernel.street == pytest.approx(1.0, abs=1e-6)
    assert np.sum(shape * u**3) * step * np.pi * kernel.plane == pytest.approx(kernel.variance, rel=1e-5)
    assert np.sum(shape**2 * u) * step * 2.0 * np.pi * kernel.plane**2 == pytest.approx(kernel.roughness, rel=1e-5)


def test_a_bandwidth_means_the_same_amount_of_smoothing_for_every_kernel():
    gaussian, quartic = KERNELS["gaussian"], KERNELS["quartic"]
    assert equivalent_bandwidth(1.0, gaussian, gaussian) == 1.0
    there = equivalent_bandwidth(70.0, gaussian, quartic)
    assert there / 70.0 == pytest.approx(2.78, abs=0.01)
    assert equivalent_bandwidth(there, quartic, gaussian) == pytest.approx(70.0)


@pytest.mark.parametrize("name", SMOOTH)
@pytest.mark.parametrize("count", [1, 7, 400, 12_000])
def test_the_mass_conserving_mode_is_close_to_direct_summation(name, count):
    x, y, weights = events(count)
    bandwidth = 150.0 / KERNELS[name].reach
    found = density(x, y, GRID, bandwidth, kernel=name, weights=weights)
    truth = density(x, y, GRID, bandwidth, kernel=name, weights=weights, exact=True).values
    assert not found.coarse
    assert np.abs(found.values - truth).max() <= TOLERANCE * truth.max()


@pytest.mark.parametrize("name", KERNELS)
@pytest.mark.parametrize("cells", [0.3, 1.0, 4.0, 15.0, 40.0])
def test_mass_is_kept_at_every_bandwidth(name, cells):
    bandwidth = cells * GRID.cell / KERNELS[name].reach
    x, y, weights = events(300, margin=(cells + 3.0) * GRID.cell)
    found = density(x, y, GRID, bandwidth, kernel=name, weights=weights)
    assert found.integral == pytest.approx(weights.sum(), rel=1e-6)
    assert found.values.min() >= 0.0


@pytest.mark.parametrize("name", KERNELS)
def test_exact_is_brute_force(name):
    x, y, weights = events(60, margin=-100.0)
    sizes = np.random.default_rng(3).uniform(15.0, 200.0, 60)
    for bandwidth in (120.0, sizes):
        truth = brute(x, y, weights, GRID, bandwidth, name)
        found = density(x, y, GRID, bandwidth, kernel=name, weights=weights, exact=True).values
        assert np.abs(found - truth).max() <= 1e-8 * truth.max()


@pytest.mark.parametrize("name", ["quartic", "gaussian"])
def test_adaptive_bandwidths_keep_mass_and_come_close_to_direct_summation(name):
    x, y, weights = events(900, margin=460.0)
    sizes = np.random.default_rng(4).uniform(160.0, 440.0, 900) / KERNELS[name].reach
    found = density(x, y, GRID, sizes, kernel=name, weights=weights)
    truth = density(x, y, GRID, sizes, kernel=name, weights=weights, exact=True).values
    assert found.integral == pytest.approx(weights.sum(), rel=1e-6)
    assert np.abs(found.values - truth).max() <= TOLERANCE * truth.max()


def test_events_beside_the_raster_reach_into_it():
    x, y = np.array([GRID.west - 80.0]), np.array([GRID.north - 500.0])
    found = density(x, y, GRID, 200.0).values
    truth = brute(x, y, [1.0], GRID, 200.0, "quartic")
    assert np.abs(found - truth).max() <= TOLERANCE * KERNELS["quartic"].in_plane(np.zeros(1), 200.0)[0]
    assert not density(x - 400.0, y, GRID, 200.0).values.any()


@given(
    points=st.lists(st.tuples(st.floats(200, 1400), st.floats(200, 1200), st.floats(0, 10)), min_size=1, max_size=30),
    name=st.sampled_from(SMOOTH),
    move=st.tuples(st.integers(-300, 300), st.integers(-300, 300)),
)
@settings(max_examples=25, deadline=None)
def test_moving_turning_stretching_and_shuffling_the_input_does_the_same_to_the_output(points, name, move):
    x, y, weights = np.array(points).T
    grid = Grid(0.0, 1400.0, 20.0, 70, 80)
    plain = density(x, y, grid, 180.0, kernel=name, weights=weights).values
    scale = max(plain.max(), 1e-12)

    def same(other, truth=plain):
        return np.abs(other - truth).max() <= 1e-9 * scale

    there = Grid(move[0] * 64.0, 1400.0 + move[1] * 64.0, 20.0, 70, 80)
    moved = density(x + move[0] * 64.0, y + move[1] * 64.0, there, 180.0, kernel=name, weights=weights).values
    assert same(moved)
    # A quarter turn to the left: x becomes -y.
    turned = density(-y, x, Grid(-1400.0, 1600.0, 20.0, 80, 70), 180.0, kernel=name, weights=weights).values
    assert same(np.rot90(plain), turned)
    large = density(x * 4, y * 4, Grid(0.0, 5600.0, 80.0, 70, 80), 720.0, kernel=name, weights=weights).values
    assert same(large * 16.0)
    order = np.random.default_rng(5).permutation(len(x))
    assert same(density(x[order], y[order], grid, 180.0, kernel=name, weights=weights[order]).values)
    assert same(density(x, y, grid, 180.0, kernel=name, weights=2.0 * weights).values / 2.0)
    twice = density(np.tile(x, 2), np.tile(y, 2), grid, 180.0, kernel=name, weights=np.tile(weights, 2)).values
    # Twice as many events may be binned less finely, within the tolerance.
    assert np.abs(twice / 2.0 - plain).max() <= 2.0 * TOLERANCE * scale


def test_nothing_one_and_many_at_one_place():
    none = density([], [], GRID, 100.0)
    assert none.integral == 0.0
    assert not none.values.any()
    assert density([], [], GRID, 100.0, exact=True).integral == 0.0
    place = ([1800.0] * 5000, [4300.0] * 5000)
    heap = density(*place, GRID, 150.0)
    assert heap.integral == pytest.approx(5000.0, rel=1e-6)
    one = 5000.0 * brute([1800.0], [4300.0], [1.0], GRID, 150.0, "quartic")
    assert np.abs(heap.values - one).max() <= TOLERANCE * one.max()
    sharp = density(*place, GRID, 150.0, kernel="epanechnikov").values
    one = 5000.0 * brute([1800.0], [4300.0], [1.0], GRID, 150.0, "epanechnikov")
    assert np.abs(sharp - one).max() <= TOLERANCE * one.max()
    assert density(*place, GRID, 150.0, weights=np.zeros(5000)).integral == 0.0


def test_edge_correction_restores_a_flat_density():
    """Events everywhere in a study area at one per 100 m² are one per 100 m² up to its border, once corrected."""
    down, across = np.meshgrid(np.arange(5, 1395, 10.0), np.arange(5, 795, 10.0), indexing="ij")
    x, y = GRID.west + across.ravel(), GRID.south + down.ravel()
    inside = np.zeros(GRID.shape, bool)
    inside[1:, :79] = True
    plain = density(x, y, GRID, 150.0, inside=inside).values
    corrected = density(x, y, GRID, 150.0, inside=inside, edge="cell").values
    assert plain[70, 78] < 0.006
    assert np.nanmin(corrected) == pytest.approx(0.01, rel=2e-3)
    assert np.nanmax(corrected) == pytest.approx(0.01, rel=2e-3)
    assert np.isnan(corrected[:, 79:]).all()


def test_edge_correction_by_event_keeps_the_mass_inside():
    inside = np.zeros(GRID.shape, bool)
    inside[20:120, 20:140] = True
    rng = np.random.default_rng(6)
    x, y = rng.uniform(1200.0, 2400.0, 2000), rng.uniform(3800.0, 4800.0, 2000)
    assert density(x, y, GRID, 200.0, inside=inside).integral < 1900.0
    assert density(x, y, GRID, 200.0, inside=inside, edge="event").integral == pytest.approx(2000.0, rel=2e-3)
    sizes = np.repeat([150.0, 230.0], 1000)
    assert density(x, y, GRID, sizes, inside=inside, edge="event").integral == pytest.approx(2000.0, rel=2e-3)


def test_kernel_mass_is_half_on_a_straight_border():
    inside = np.zeros(GRID.shape)
    inside[:, :80] = 1.0
    mass = kernel_mass(GRID, 150.0, inside)
    assert mass[70, 40] == pytest.approx(1.0, abs=1e-9)
    assert (mass[70, 79] + mass[70, 80]) / 2.0 == pytest.approx(0.5, abs=1e-6)


def test_it_stops_within_half_a_second_and_tells_how_far_it_is():
    rng = np.random.default_rng(7)
    x, y = rng.uniform(0.0, 3000.0, (2, 200_000))
    seen = []
    density(x, y, Grid(0.0, 3000.0, 3.0, 1000, 1000), 150.0, watch=Watch(seen.append))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    for exact in (False, True):
        asked = threading.Event()
        threading.Timer(0.2, asked.set).start()
        with pytest.raises(Cancelled):
            density(x, y, Grid(0.0, 3000.0, 0.5, 6000, 6000), 150.0, exact=exact, watch=Watch(None, asked.is_set))
        began = time.process_time()
        assert asked.is_set()
        assert time.process_time() - began < 0.5
