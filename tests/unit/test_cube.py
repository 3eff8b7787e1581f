"""Space-time cubes: calendar steps as people count them, Gi* as over the whole cube, and the patterns as published."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.special import ndtr
from scipy.stats import kendalltau

from community_brain_plugin.analysis import cube
from community_brain_plugin.analysis import weights as neighbours
from community_brain_plugin.analysis.local_statistics import false_discovery, getis_ord
from community_brain_plugin.errors import RoomError


def moment(text):
    return np.datetime64(text, "ms")


def test_weeks_begin_on_monday_and_months_on_the_first():
    weeks = cube.steps(moment("2026-03-02T00:10"), moment("2026-03-22T23:00"), "week")
    assert [str(day) for day in weeks] == ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"]
    months = cube.steps(moment("2025-12-01T03:00"), moment("2026-02-28T20:00"), "month")
    assert [str(day) for day in months] == ["2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01"]
    days = cube.steps(moment("2026-02-28T00:30"), moment("2026-03-01T23:30"), "day")
    assert [str(day) for day in days] == ["2026-02-28", "2026-03-01", "2026-03-02"]


def test_a_step_the_data_only_begin_or_end_in_is_left_out():
    begin, end = moment("2026-01-20T08:00"), moment("2026-04-10T12:00")
    assert [str(day) for day in cube.steps(begin, end, "month")] == ["2026-02-01", "2026-03-01", "2026-04-01"]
    assert len(cube.steps(begin, end, "month", cut=True)) == 5


def test_counting_puts_each_event_in_its_step_and_area():
    edges = cube.steps(moment("2026-03-01T00:00"), moment("2026-03-03T23:59"), "day")
    at = np.array(["2026-03-01T00:00", "2026-03-01T23:59:59.999", "2026-03-02T00:00", "2026-03-04T00:00"], "M8[ms]")
    counts, outside = cube.count(np.array([0, 1, 1, 1]), at, edges, 2, [1.0, 2.0, 3.0, 9.0])
    assert counts.tolist() == [[1.0, 2.0], [0.0, 3.0], [0.0, 0.0]]
    assert outside == 1


@pytest.mark.parametrize("back", [0, 1, 3])
def test_gi_star_is_that_of_the_whole_cube_with_its_neighbours_in_time(back):
    rng = np.random.default_rng(1)
    counts, queen = rng.poisson(2.0, (6, 20)).astype(float), neighbours.lattice(4, 5)
    own = queen + sparse.identity(20)
    blocks = [[own if 0 <= now - then <= back else None for then in range(6)] for now in range(6)]
    for number in range(6):
        blocks[number][number] = own
    whole = sparse.bmat(blocks, format="csr")
    assert np.allclose(cube.getis_ord(counts, queen, back).ravel(), getis_ord(counts.ravel(), whole).z, atol=1e-12)


@given(seed=st.integers(0, 10_000), many=st.integers(4, 30), different=st.integers(1, 8))
@settings(max_examples=40, deadline=None)
def test_mann_kendall_is_by_its_definition_also_with_ties(seed, many, different):
    values = np.random.default_rng(seed).integers(0, different, (many, 3)).astype(float)
    found = cube.mann_kendall(values)
    for number in range(3):
        column = values[:, number]
        score = sum(np.sign(column[j] - column[i]) for i in range(many) for j in range(i + 1, many))
        sizes = np.unique(column, return_counts=True)[1]
        variance = (many * (many - 1) * (2 * many + 5) - sum(t * (t - 1) * (2 * t + 5) for t in sizes)) / 18.0
        z = 0.0 if variance == 0.0 else (score - np.sign(score)) / np.sqrt(variance)
        assert found.z[number] == pytest.approx(z, abs=1e-12)
        if len(sizes) > 1:
            assert found.tau[number] == pytest.approx(kendalltau(np.arange(many), column).statistic, abs=1e-12)
    assert np.allclose(cube.mann_kendall(-values).z, -found.z)
    assert np.allclose(cube.mann_kendall(values[::-1]).z, -found.z)


def test_mann_kendall_of_a_textbook_series():
    """Ten rising values without a tie: S = 45, variance 125, z = 44 ÷ √125."""
    found = cube.mann_kendall(np.arange(10.0)[:, None])
    assert found.z[0] == pytest.approx(44.0 / np.sqrt(125.0), abs=1e-14)
    assert found.tau[0] == 1.0


#: Twenty steps each, hot H, cold C, neither a dot; the trend of the statistic; the pattern that is published for it.
CASES = [
    ("...................H", 0, "new"),
    ("................HHHH", 0, "consecutive"),
    ("HHHHHHHHHHHHHHHHHHHH", 1, "intensifying"),
    ("HHHHHHHHHHHHHHHHHHHH", 0, "persistent"),
    (".HHHHHHHHHHHHHHHHHHH", -1, "diminishing"),
    ("..HH....H.....H....H", 0, "sporadic"),
    ("..HH....H.....H...HH", 1, "sporadic"),
    ("..CC....H.....H....H", 0, "oscillating"),
    ("CC.................H", 0, "oscillating"),
    ("HHHHHHHHHHHHHHHHHHH.", 0, "historical"),
    ("..HHHH..............", 0, None),
    ("....................", 1, None),
    ("HHHHHHHHHHHHHHHHH...", 0, None),
]


@pytest.mark.parametrize(("steps", "trend", "pattern"), CASES)
def test_patterns_are_as_published_and_cold_ones_mirror_them(steps, trend, pattern):
    classes = np.array([[{"H": 1, "C": -1, ".": 0}[letter]] for letter in steps], np.int8)
    found = cube.patterns(classes, _trend(trend))
    mirrored = cube.patterns(-classes, _trend(-trend))
    assert cube.PATTERNS.get(int(found[0])) == pattern
    assert mirrored[0] == -found[0]


def test_what_was_always_hot_and_is_cold_now_is_told_by_what_it_is_now():
    classes = np.ones((20, 1), np.int8)
    classes[-1] = -1
    assert cube.patterns(classes, _trend(-1)).tolist() == [-7]


def _trend(way):
    return cube.Trend(np.array([3.0 * way]), np.array([0.001 if way else 0.8]), np.array([0.4 * way]))


def test_every_series_has_one_pattern_and_all_seventeen_occur():
    rng = np.random.default_rng(3)
    raw = rng.choice([-1, 0, 1], (12, 4000), p=[0.3, 0.4, 0.3]).astype(np.int8)
    raw[:, :800] = np.where(rng.random((12, 800)) < 0.97, 1, 0)
    raw[:, 800:1600] = -raw[:, :800]
    raw[:, 1600:1700] = 0
    raw[-1, 1600:1650], raw[-1, 1650:1700] = 1, -1
    raw[-2:, 1610:1620], raw[-2:, 1660:1670] = 1, -1
    raw[:, 1700:1900] = np.maximum(raw[:, 1700:1900], 0)
    raw[:, 1900:2100] = np.minimum(raw[:, 1900:2100], 0)
    z = rng.choice([-3.0, 0.0, 3.0], 4000)
    found = cube.patterns(raw, cube.Trend(z, np.where(z == 0.0, 0.9, 0.001), z))
    assert set(found.tolist()) == set(range(-8, 9))


def test_a_new_hot_spot_is_found_in_a_cube_of_chance():
    rng = np.random.default_rng(5)
    counts = rng.poisson(4.0, (16, 400)).astype(float)
    block = (np.arange(400) // 20 < 4) & (np.arange(400) % 20 < 4)
    counts[-1, block] += 12.0
    z = cube.getis_ord(counts, neighbours.lattice(20, 20), back=0)
    found = cube.patterns(cube.significant(z), cube.mann_kendall(z))
    assert (found[block] == 1).sum() >= 12
    assert (found[~block & (np.arange(400) // 20 > 6)] == 0).mean() > 0.98


@pytest.mark.parametrize("level", [0.01, 0.05, 0.2])
def test_what_counts_in_a_cube_is_what_its_false_discovery_rates_say(level):
    rng = np.random.default_rng(6)
    z = np.round(rng.normal(0.0, 1.6, (12, 500)), 1)
    z[3, 40:60] = np.nan
    rates = false_discovery(2.0 * ndtr(-np.abs(z)).ravel()).reshape(z.shape)
    expected = np.where(rates <= level, np.sign(np.nan_to_num(z)), 0.0)
    assert (cube.significant(z, level) == expected).all()
    assert 0 < np.abs(expected).sum() < z.size / 2
    assert (cube.significant(np.full((4, 9), 0.3), level) == 0).all()


def test_what_cannot_be_done_is_said():
    with pytest.raises(RoomError, match="year"):
        cube.steps(moment("2026-01-01"), moment("2026-02-01"), "year")
    with pytest.raises(RoomError) as caught:
        cube.mann_kendall(np.zeros((3, 5)))
    assert caught.value.code == "analysis.too_few_steps"
    with pytest.raises(RoomError) as caught:
        cube.steps(moment("1900-01-01"), moment("2026-02-01"), "day")
    assert caught.value.code == "analysis.too_many_steps"
    with pytest.raises(RoomError) as caught:
        cube.getis_ord(np.ones((5, 4)), neighbours.lattice(2, 2))
    assert caught.value.code == "analysis.no_variation"
