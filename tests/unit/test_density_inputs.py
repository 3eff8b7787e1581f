"""Bad input is refused with a code that names the row, in both languages."""

import numpy as np
import pytest

from community_brain_plugin import wording
from community_brain_plugin.analysis import bandwidth, weighting
from community_brain_plugin.analysis.density import density
from community_brain_plugin.analysis.raster import Grid
from community_brain_plugin.errors import RoomError

GRID = Grid(0.0, 100.0, 1.0, 100, 100)
ALL = np.ones((100, 100))
X, Y = [10.0, 20.0, 30.0], [10.0, 20.0, 30.0]


def refusal(call, *arguments, **named):
    with pytest.raises(RoomError) as caught:
        call(*arguments, **named)
    wording.set_language("en")
    assert "–" not in str(caught.value), "a placeholder was not filled"
    wording.set_language(None)
    return caught.value


@pytest.mark.parametrize(
    ("arguments", "code", "row"),
    [
        ({"x": [10.0, np.nan, 30.0]}, "not_finite", 2),
        ({"y": [10.0, 20.0, np.inf]}, "not_finite", 3),
        ({"x": [None, 1.0, 2.0]}, "not_finite", 1),
        ({"x": np.ma.masked_equal([10.0, 20.0, 30.0], 20.0)}, "not_finite", 2),
        ({"weights": [1.0, -1.0, 1.0]}, "negative", 2),
        ({"weights": [1.0, 1.0, np.nan]}, "not_finite", 3),
        ({"weights": [1.0, 1.0]}, "lengths_differ", None),
        ({"y": [1.0]}, "lengths_differ", None),
        ({"bandwidth": [1.0, 0.0, 1.0]}, "row_not_positive", 2),
        ({"bandwidth": 0.0}, "not_positive", None),
        ({"bandwidth": np.nan}, "not_positive", None),
        ({"kernel": "bell"}, "unknown_kernel", None),
        ({"edge": "soft"}, "unknown_edge", None),
        ({"inside": np.ones((2, 2))}, "lengths_differ", None),
        (
            {"bandwidth": [9.0, 8.0, 9.0], "inside": np.ones((100, 100)), "edge": "cell"},
            "edge_needs_one_bandwidth",
            None,
        ),
    ],
)
def test_density_names_what_is_wrong(arguments, code, row):
    error = refusal(density, **({"x": X, "y": Y, "grid": GRID, "bandwidth": 10.0} | arguments))
    assert error.code == f"analysis.{code}"
    assert error.params.get("row") == row


def test_a_far_outlier_is_named_instead_of_filling_the_memory():
    x, y = np.array([10.0, 20.0, 4e7, 15.0]), np.array([10.0, 20.0, 4e6, 12.0])
    error = refusal(Grid.around, x, y, 5.0, 100.0)
    assert (error.code, error.params["row"]) == ("analysis.raster_too_large", 3)
    assert refusal(Grid.around, x[:0], y[:0], 5.0).code == "analysis.no_events"


def test_a_grid_lies_on_multiples_of_its_cell():
    grid = Grid.around(np.array([12.0, 31.0]), np.array([7.0, 7.0]), 5.0, 10.0)
    assert (grid.west, grid.north, grid.shape) == (0.0, 20.0, (5, 9))
    assert (grid.east, grid.south) == (45.0, -5.0)


def test_rule_of_thumb_follows_the_events():
    rng = np.random.default_rng(1)
    x, y = rng.normal(5000.0, 300.0, (2, 4000))
    plain = bandwidth.rule_of_thumb(x, y)
    assert bandwidth.rule_of_thumb(x, y, kernel="gaussian") == pytest.approx(300.0 * 4000 ** (-1 / 6), rel=0.03)
    assert bandwidth.rule_of_thumb(2.0 * x, 2.0 * y) == pytest.approx(2.0 * plain)
    assert bandwidth.rule_of_thumb(x + 1e5, y) == pytest.approx(plain)
    turned = x * 0.6 - y * 0.8, x * 0.8 + y * 0.6
    assert bandwidth.rule_of_thumb(*turned, rule="scott") == pytest.approx(bandwidth.rule_of_thumb(x, y, rule="scott"))
    assert bandwidth.rule_of_thumb(x, y, weights=np.full(4000, 7.0)) == pytest.approx(plain)
    outlier = bandwidth.rule_of_thumb(np.append(x, 9e6), np.append(y, 9e6))
    assert outlier == pytest.approx(plain, rel=0.01)
    assert refusal(bandwidth.rule_of_thumb, [1.0, 1.0], [2.0, 2.0]).code == "analysis.no_spread"
    assert refusal(bandwidth.rule_of_thumb, [], []).code == "analysis.no_events"


@pytest.mark.parametrize("choose", [bandwidth.by_likelihood, bandwidth.by_least_squares])
def test_cross_validation_finds_the_scale_of_clusters(choose):
    rng = np.random.default_rng(2)
    centres = rng.uniform(0.0, 5000.0, (2, 12))
    x, y = (np.repeat(c, 50) + rng.normal(0.0, 60.0, 600) for c in centres)
    found = choose(x, y, kernel="gaussian", tried=np.geomspace(5.0, 1500.0, 12))
    assert 10.0 < found.bandwidth < 80.0
    assert not found.at_end
    assert len(found.scores) == len(found.candidates) == 12
    assert refusal(choose, [1.0], [1.0], tried=[10.0]).code == "analysis.too_few_events"


def test_cross_validation_leaves_each_event_out(monkeypatch):
    """The pairs are exact; the raster for many events agrees with them."""
    from community_brain_plugin.analysis import leave_one_out
    from community_brain_plugin.analysis.kernels import KERNELS

    rng = np.random.default_rng(3)
    x, y = rng.normal(0.0, 500.0, (2, 700))
    weight = rng.uniform(0.5, 2.0, 700)
    square = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
    truth = KERNELS["quartic"].in_plane(square, 150.0)
    np.fill_diagonal(truth, 0.0)
    given = (x, y, weight, 150.0, KERNELS["quartic"])
    assert np.allclose(leave_one_out.left_out(*given), truth @ weight, rtol=1e-12)
    whole = leave_one_out.square_integral(*given)
    monkeypatch.setattr(leave_one_out, "_PAIRS", 0)
    assert np.abs(leave_one_out.left_out(*given) - truth @ weight).max() < 2e-3 * (truth @ weight).max()
    assert leave_one_out.square_integral(*given) == pytest.approx(whole, rel=1e-3)


def test_adaptive_bandwidths_are_narrow_in_crowds():
    rng = np.random.default_rng(4)
    x = np.concatenate([rng.normal(0.0, 20.0, 500), rng.uniform(-2000.0, 2000.0, 100)])
    y = np.concatenate([rng.normal(0.0, 20.0, 500), rng.uniform(-2000.0, 2000.0, 100)])
    found = bandwidth.adaptive(x, y, 100.0)
    assert found[:500].max() < found[np.hypot(x, y) > 500.0].min()
    assert np.exp(np.log(found).mean()) == pytest.approx(100.0, rel=0.2)
    assert np.allclose(bandwidth.adaptive(x, y, 100.0, weights=np.full(600, 3.0)), found)


def test_severity_and_age():
    assert weighting.by_severity(["09012", "01002"], {"09012": 3.0, "01002": 1.0}).tolist() == [3.0, 1.0]
    assert weighting.by_severity(["09012", None], {"09012": 3.0}, otherwise=0.5).tolist() == [3.0, 0.5]
    error = refusal(weighting.by_severity, ["09012", "x"], {"09012": 3.0})
    assert (error.code, error.params["row"]) == ("analysis.no_severity", 2)
    assert weighting.by_age([0.0, 7.0, 14.0], 7.0).tolist() == [1.0, 0.5, 0.25]
    assert refusal(weighting.by_age, [1.0, -1.0], 7.0).params["row"] == 2
    assert refusal(weighting.by_age, [1.0], 0.0).code == "analysis.not_positive"
