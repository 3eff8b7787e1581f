"""What must not change an analysis does not: where the city lies, which way it is turned, how its list is sorted."""

import numpy as np
import pytest
from hazard_layers import ORIGIN, copy_layer, raster_bands
from hazard_runs import LAYERS, MANY, TRIALS, city, figures, given

from community_brain_plugin.processing.catalogue import ENTRIES

SCALE = 2.0
_MIDDLE = np.array(ORIGIN)
# By a quarter, so that a raster lies on itself.
_TURN = np.array([[0.0, -1.0], [1.0, 0.0]])

MOVES = {
    "shifted": lambda places: places + np.array((4000.0, -3000.0)),
    "turned": lambda places: (places - _MIDDLE) @ _TURN.T + _MIDDLE,
    "stretched": lambda places: (places - _MIDDLE) * SCALE + _MIDDLE,
}


@pytest.fixture(scope="module")
def cities(tmp_path_factory) -> dict[str, dict[str, str]]:
    """The city as it is, moved in every way, its events shuffled, and each of them twice."""
    folder = tmp_path_factory.mktemp("cities")
    plain = city(folder)
    found = {"plain": plain}
    for name, move in MOVES.items():
        found[name] = {layer: copy_layer(plain[layer], folder / f"{layer}-{name}.gpkg", move) for layer in LAYERS}
    order = np.random.default_rng(3).permutation(MANY).tolist()
    found["shuffled"] = {**plain, "events": copy_layer(plain["events"], folder / "shuffled.gpkg", order=order)}
    both = [*range(MANY), *range(MANY)]
    found["doubled"] = {**plain, "events": copy_layer(plain["events"], folder / "doubled.gpkg", order=both)}
    return found


@pytest.fixture(scope="module")
def known() -> dict[tuple, np.ndarray]:
    """What has been worked out once."""
    return {}


@pytest.fixture
def found(run, cities, known, tmp_path):
    """Run an analysis on one of the cities; returns the figures that are compared."""

    def running(name: str, where: str = "plain", scale: float = 1.0, weight: str = "weight") -> np.ndarray:
        if (name, where, weight) not in known:
            output = tmp_path / f"{where}-{weight}{TRIALS[name].ending}"
            run(name, given(name, cities[where], output, scale, weight))
            known[name, where, weight] = figures(name, str(output))
        return known[name, where, weight]

    return running


def alike(one: np.ndarray, other: np.ndarray, share: float = 1e-6) -> bool:
    """Whether figures are the same, but for a share of the highest."""
    return np.allclose(one, other, rtol=1e-4, atol=share * np.nanmax(np.abs(other)), equal_nan=True)


def test_every_analysis_is_tried():
    assert set(TRIALS) == {entry.name for entry in ENTRIES if entry.group == "analysis"}


@pytest.mark.parametrize("where", ["shifted", "turned", "shuffled"])
@pytest.mark.parametrize("name", TRIALS)
def test_place_direction_and_order_change_nothing(found, name, where):
    here, there = found(name), found(name, where)
    assert np.nanmax(here) > np.nanmin(here)
    assert alike(there, here, 1e-3)


@pytest.mark.parametrize("name", TRIALS)
def test_a_city_twice_as_large_is_as_dense_as_its_size_says(found, name):
    here, there = found(name), found(name, "stretched", SCALE)
    assert alike(there * SCALE ** TRIALS[name].spread, here, 1e-3)


@pytest.mark.parametrize("name", [name for name, trial in TRIALS.items() if trial.weight])
def test_weights_twice_as_heavy_count_twice_and_change_no_judgement(found, name):
    here, there = found(name), found(name, weight="twice")
    assert alike(there, 2.0 * here if TRIALS[name].heavier else here)


@pytest.mark.parametrize("name", [name for name in TRIALS if name != "relativehazard"])
def test_events_that_are_there_twice_count_twice(found, name):
    # Where areas are judged against each other, twice as much everywhere is no other judgement.
    times = 1.0 if name in ("hotspots", "emerginghotspots") else 2.0
    assert alike(found(name, "doubled"), times * found(name))


def test_events_that_are_there_twice_are_as_many_times_the_base_and_surer(run, cities, tmp_path):
    bands = []
    for where in ("plain", "doubled"):
        output = tmp_path / f"{where}.tif"
        run("relativehazard", given("relativehazard", cities[where], output))
        bands.append(raster_bands(str(output)))
    here, there = bands
    known = np.isfinite(here[1]) & np.isfinite(there[1])
    assert known.sum() > 800
    assert alike(there[1][known], here[1][known])
    assert (np.abs(there[3][known]) >= np.abs(here[3][known]) - 1e-6).all()
