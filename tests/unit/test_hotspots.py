"""Hot spots: published values to rounding, chance as chance is, and neighbours as they lie."""

import csv
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from community_brain_plugin.analysis import weights as neighbours
from community_brain_plugin.analysis.local_statistics import false_discovery, getis_ord, global_moran, local_moran
from community_brain_plugin.analysis.watch import Cancelled, Watch
from community_brain_plugin.errors import RoomError

SHARED = Path(os.environ.get("COMMUNITY_BRAIN_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")


def columbus():
    """Return values, queen weights and the published columns of Columbus's 49 tracts."""
    folder = SHARED / "bench" / "gistar"
    if not folder.is_dir():
        pytest.skip(f"the published values are not here: {folder}")
    ogr = pytest.importorskip("osgeo.ogr")
    ogr.UseExceptions()
    dataset = ogr.Open(str(folder / "columbus.gpkg"))
    corners, ring, area, values, names = [], [], [], [], []
    for feature in dataset.GetLayer(0):
        shape = feature.GetGeometryRef()
        parts = [shape] if shape.GetGeometryName() == "POLYGON" else list(shape)
        for part in parts:
            for number in range(part.GetGeometryCount()):
                points = np.array(part.GetGeometryRef(number).GetPoints())[:, :2]
                ring.append(np.full(len(points), len(area)))
                area.append(len(values))
                corners.append(points)
        values.append(feature["CRIME"])
        names.append(feature["POLYID"])
    x, y = np.concatenate(corners).T
    queen = neighbours.contiguity(x, y, np.concatenate(ring), np.array(area), len(values))
    with (folder / "columbus_reference.csv").open(encoding="utf-8") as file:
        rows = {int(row["polyid"]): row for row in csv.DictReader(file)}
    published = {name: np.array([float(rows[int(n)][name]) for n in names]) for name in next(iter(rows.values()))}
    return np.array(values), queen, published


def test_columbus_is_as_published():
    values, queen, published = columbus()
    hot = getis_ord(values, queen)
    assert np.abs(hot.z - published["gi_star_z_esda_binary_queen_selfincl"]).max() < 1e-12
    assert np.abs(hot.p - published["p_two_sided_normal"]).max() < 1e-12
    assert ((hot.z > 1.96).sum(), (hot.z < -1.96).sum()) == (11, 7)
    sure = hot.q <= 0.05
    assert ((sure & (hot.z > 0)).sum(), (sure & (hot.z < 0)).sum()) == (7, 2)
    assert (hot.classes(levels=(0.05,)) == 1).sum() == 7
    local = local_moran(values, queen, permutations=999)
    assert np.abs(local.statistic - published["local_moran_I_rowstd_queen"]).max() < 1e-12
    assert (local.quadrant == published["local_moran_q"]).all()
    assert np.abs(local.p_simulated / 2.0 - published["local_moran_p_sim_9999_seed12345"]).max() < 0.06
    whole = global_moran(values, queen)
    assert whole.statistic == pytest.approx(0.5001885571828611, abs=1e-12)
    assert whole.z_normal == pytest.approx(5.630312787738188, abs=1e-12)
    assert whole.z_random == pytest.approx(5.58938267504451, abs=1e-12)


def layer(seed, side=8):
    rng = np.random.default_rng(seed)
    return rng.gamma(2.0, 3.0, side * side), neighbours.lattice(side, side)


@given(seed=st.integers(0, 10_000), scale=st.floats(0.01, 1000.0), shift=st.floats(-1000.0, 1000.0))
@settings(max_examples=30, deadline=None)
def test_units_and_order_do_not_matter(seed, scale, shift):
    values, queen = layer(seed)
    order = np.random.default_rng(seed).permutation(len(values))
    for statistic in (getis_ord, local_moran):
        plain = statistic(values, queen)
        assert np.allclose(statistic(values * scale + shift, queen).z, plain.z, rtol=1e-5, atol=1e-7)
        assert np.allclose(statistic(values[order], queen[order][:, order]).z, plain.z[order], rtol=1e-9, atol=1e-12)
    assert np.allclose(getis_ord(-values, queen).z, -getis_ord(values, queen).z)
    assert np.allclose(local_moran(-values, queen).statistic, local_moran(values, queen).statistic)


@pytest.mark.parametrize("star", [True, False])
def test_analytic_z_are_mean_and_deviation_of_permutations(star):
    """Gi and Ii against brute permutations of all other areas; Gi* is analytic under permutations of all."""
    values, queen = layer(3, 5)
    matrix = queen + sparse.identity(25) if star else queen
    rng = np.random.default_rng(4)
    area = 7
    draws = []
    for _ in range(20_000):
        drawn = rng.permutation(values)
        if not star:
            others = np.delete(np.arange(25), area)
            drawn = values.copy()
            drawn[others] = rng.permutation(values[others])
        draws.append((matrix @ drawn)[area])
    z = ((matrix @ values)[area] - np.mean(draws)) / np.std(draws)
    assert getis_ord(values, queen, star=star).z[area] == pytest.approx(z, abs=0.03)
    if not star:
        sign = np.sign(values[area] - values.mean())
        assert local_moran(values, queen).z[area] == pytest.approx(z * sign, abs=0.03)


def test_permutations_are_conditional_and_agree_with_brute_force():
    values, queen = layer(5, 4)
    found = local_moran(values, queen, permutations=4000, seed=1).p_simulated
    rng = np.random.default_rng(6)
    for area in (0, 5, 15):
        others = np.delete(np.arange(16), area)
        lags = np.empty(4000)
        for number in range(4000):
            drawn = values.copy()
            drawn[others] = rng.permutation(values[others])
            lags[number] = (queen @ drawn)[area]
        lag = (queen @ values)[area]
        tail = min((lags >= lag).sum(), (lags <= lag).sum())
        assert found[area] == pytest.approx(min(2.0 * (tail + 1) / 4001, 1.0), abs=0.08)
    again = local_moran(values, queen, permutations=4000, seed=1).p_simulated
    assert (found == again).all()


def test_chance_alone_gives_no_hot_spots():
    rng = np.random.default_rng(8)
    queen = neighbours.lattice(60, 60)
    found = getis_ord(rng.normal(size=3600), queen)
    assert 0.03 < (found.p < 0.05).mean() < 0.07
    assert np.abs(found.classes()).max() == 0
    spot = rng.normal(size=(60, 60))
    spot[20:26, 30:36] += 4.0
    classes = getis_ord(spot.ravel(), queen).classes().reshape(60, 60)
    assert (classes[21:25, 31:35] == 3).all()
    assert (classes[40:] == 0).all()


def test_an_area_without_neighbours_has_nothing_to_say_but_is_hot_by_itself():
    values = np.array([1.0, 2.0, 9.0, 3.0, 2.0])
    lonely = sparse.csr_matrix(([1.0, 1.0, 1.0, 1.0], ([0, 1, 3, 4], [1, 0, 4, 3])), shape=(5, 5))
    local = local_moran(values, lonely, permutations=19)
    assert np.isnan([local.z[2], local.statistic[2], local.p_simulated[2], local.q[2]]).all()
    assert local.quadrant[2] == 0
    assert local.classes()[2] == 0
    assert getis_ord(values, lonely).z[2] > 1.9
    assert np.isnan(getis_ord(values, lonely, star=False).z[2])


def test_a_diagonal_that_is_already_there_changes_nothing():
    values, queen = layer(9)
    full = queen + sparse.identity(64)
    assert np.allclose(getis_ord(values, full).z, getis_ord(values, queen).z)
    assert np.allclose(local_moran(values, full).z, local_moran(values, queen).z)


def test_false_discovery_rates():
    p = np.array([0.01, 0.04, np.nan, 0.03, 0.005])
    assert np.allclose(false_discovery(p), [0.02, 0.04, np.nan, 0.04, 0.02], equal_nan=True)
    assert false_discovery(np.array([])).size == 0
    assert false_discovery(np.array([0.5, 0.9, 0.7])).max() <= 1.0


@pytest.mark.parametrize(
    ("values", "code", "row"),
    [
        ([1.0, np.nan, 2.0, 3.0], "not_finite", 2),
        ([1.0, 2.0, 3.0, np.inf], "not_finite", 4),
        ([2.0, 2.0, 2.0, 2.0], "no_variation", None),
        ([1.0, 2.0, 3.0], "lengths_differ", None),
    ],
)
def test_bad_values_are_named(values, code, row):
    for statistic in (getis_ord, local_moran, global_moran):
        with pytest.raises(RoomError) as caught:
            statistic(values, neighbours.lattice(2, 2))
        assert caught.value.code == f"analysis.{code}"
        assert caught.value.params.get("row") == row
        assert "–" not in str(caught.value)


def test_too_little_to_compare_is_said():
    with pytest.raises(RoomError, match="2"):
        getis_ord([1.0, 2.0], neighbours.lattice(1, 2))
    with pytest.raises(RoomError) as caught:
        global_moran([1.0, 2.0, 3.0], sparse.csr_matrix((3, 3)))
    assert caught.value.code == "analysis.no_neighbours"
    with pytest.raises(RoomError) as caught:
        getis_ord(*layer(1)).classes(by="p_simulated")
    assert caught.value.code == "analysis.no_permutations"


def test_permutations_can_be_stopped():
    with pytest.raises(Cancelled):
        getis_ord(*layer(1), permutations=1_000_000, watch=Watch(None, iter([False] * 5 + [True] * 9).__next__))


def squares(rows, columns, part=None):
    """Return corners, rings and areas of a square grid."""
    down, across = np.divmod(np.arange(rows * columns), columns)
    x = (across[:, None] + np.array([0, 1, 1, 0, 0])).ravel().astype(float)
    y = (down[:, None] + np.array([0, 0, 1, 1, 0])).ravel().astype(float)
    return x, y, np.repeat(np.arange(rows * columns), 5), np.arange(rows * columns)


@pytest.mark.parametrize("kind", ["queen", "rook"])
def test_contiguity_of_squares_is_a_lattice(kind):
    x, y, ring, area = squares(6, 9)
    found = neighbours.contiguity(x, y, ring, area, 54, kind)
    assert abs(found - neighbours.lattice(6, 9, kind)).nnz == 0
    shaken = np.random.default_rng(1).uniform(-0.01, 0.01, (2, len(x)))
    assert abs(neighbours.contiguity(x + shaken[0], y + shaken[1], ring, area, 54, kind, 0.03) - found).nnz == 0
    assert found[0].nnz == (3 if kind == "queen" else 2)


def test_parts_and_holes_belong_to_their_area():
    """Area 0 has two parts, one beside area 1 and one far away beside area 2."""
    x, y, ring, _ = squares(1, 2)
    x, y = np.concatenate([x, x + 100.0]), np.concatenate([y, y])
    ring = np.concatenate([ring, ring + 2])
    found = neighbours.contiguity(x, y, ring, np.array([0, 1, 0, 2]), 3, "rook").toarray()
    assert found.tolist() == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]


@given(seed=st.integers(0, 10_000), count=st.integers(1, 60), near=st.integers(1, 8))
@settings(max_examples=30, deadline=None)
def test_bands_and_nearest_are_what_brute_force_finds(seed, count, near):
    rng = np.random.default_rng(seed)
    # Half of the places are doubled.
    x, y = rng.integers(0, 12, (2, count)).astype(float)
    away = np.hypot(x[:, None] - x, y[:, None] - y)
    np.fill_diagonal(away, np.inf)
    assert (neighbours.distance_band(x, y, 3.0).toarray() == (away <= 3.0)).all()
    found = neighbours.nearest(x, y, near).toarray()
    take = min(near, count - 1)
    assert (found.sum(axis=1) == take).all()
    assert not found.diagonal().any()
    for row in range(count):
        assert np.allclose(np.sort(away[row][found[row] > 0]), np.sort(away[row])[:take])


def test_rows_can_be_made_to_add_up():
    sums = neighbours.by_row(neighbours.lattice(3, 3)).sum(axis=1)
    assert np.allclose(sums, 1.0)
    assert neighbours.by_row(sparse.csr_matrix((2, 2))).nnz == 0
