"""Relative hazard as people meet it: a base or two periods, and what is too thin to judge is grey."""

import numpy as np
import pytest
from hazard_layers import ORIGIN, write_points
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsRasterLayer

from community_brain_plugin.analysis.relative import THIN


def town(count: int, seed: int = 1) -> np.ndarray:
    """Return places all over a square kilometre, shape (n, 2)."""
    return np.random.default_rng(seed).uniform(0.0, 1000.0, (count, 2)) + ORIGIN


def bands(path: str) -> dict[str, np.ndarray]:
    """Return the bands by their names without units; arrays run from the north."""
    file = gdal.Open(path)
    found = [file.GetRasterBand(number + 1) for number in range(file.RasterCount)]
    return {band.GetDescription().split(" (")[0]: band.ReadAsArray() for band in found}


def at(path: str, values: np.ndarray, x: float, y: float) -> float:
    """Return the value at a place given from the origin."""
    west, cell, _, north, _, _ = gdal.Open(path).GetGeoTransform()
    return values[int((north - y - ORIGIN[1]) / cell), int((x + ORIGIN[0] - west) / cell)]


def test_cases_over_components_find_the_bad_corner_and_grey_the_lone_lamp(run, tmp_path):
    lamps = np.concatenate([town(2000), [(ORIGIN[0] + 1600.0, ORIGIN[1] + 500.0)]])
    cases = np.concatenate([town(700, 2), town(300, 3) * 0.25 + np.array(ORIGIN) * 0.75, [lamps[-1]] * 4])
    given = {
        "INPUT": write_points(tmp_path / "cases.gpkg", cases), "BASE": write_points(tmp_path / "lamps.gpkg", lamps),
        "RULE": 1, "BANDWIDTH": 100, "OUTPUT": str(tmp_path / "r.tif"),
    }  # fmt: skip
    results, listener = run("relativehazard", given)
    path, found = results["OUTPUT"], bands(results["OUTPUT"])
    assert "The base has 2001 features" in listener.textLog()
    assert at(path, found["Class"], 120, 120) == 3
    assert at(path, found["Ratio to what is expected"], 120, 120) > 3
    assert at(path, found["Class"], 1600, 500) == THIN
    assert np.isnan(at(path, found["Ratio to what is expected"], 1600, 500))
    assert results["THIN_KM2"] > 0.01
    layer = QgsRasterLayer(path)
    labels = [label for label, _ in layer.renderer().legendSymbologyItems()]
    assert labels[0] == "More than expected, 99 % sure"
    assert labels[-1] == "Too little to tell"


def test_residents_are_the_base_where_homes_have_them(run, tmp_path):
    """A tower of 200 in a quarter of single homes explains its own two hundred cases."""
    homes = np.concatenate([town(900), [(ORIGIN[0] + 500.0, ORIGIN[1] + 500.0)] * 5])
    cases = np.concatenate([town(450, 2), np.random.default_rng(3).normal((500, 500), 5, (100, 2)) + ORIGIN])
    given = {
        "INPUT": write_points(tmp_path / "cases.gpkg", cases), "RULE": 1, "BANDWIDTH": 120,
        "BASE": write_points(tmp_path / "homes.gpkg", homes, people=[1.0] * 900 + [40.0] * 5),
        "OUTPUT": str(tmp_path / "r.tif"), "SHOW": 1,
    }  # fmt: skip
    plain, _ = run("relativehazard", given)
    assert at(plain["OUTPUT"], bands(plain["OUTPUT"])["Class"], 500, 500) == 3
    by_people, _ = run("relativehazard", {**given, "BASE_WEIGHT": "people", "OUTPUT": str(tmp_path / "p.tif")})
    ratio = bands(by_people["OUTPUT"])["Ratio to what is expected"]
    assert at(by_people["OUTPUT"], ratio, 500, 500) == pytest.approx(1.0, abs=0.25)


def test_two_periods_of_one_layer_differ_where_something_changed(run, tmp_path):
    before, after = town(1200), np.concatenate([town(600, 2), town(200, 3) * 0.2 + np.array(ORIGIN) * 0.8])
    days = [f"2026-{1 + n % 4:02d}-{1 + n % 30 if n % 4 != 1 else 1 + n % 28:02d} 10:00:00" for n in range(1200)]
    later = [f"2026-{5 + n % 2:02d}-{1 + n % 30:02d} 10:00:00" for n in range(800)]
    points = write_points(tmp_path / "e.gpkg", np.concatenate([before, after]), opened=days + later)
    given = {
        "INPUT": points, "SPLIT": "2026-05-01T00:00:00", "RULE": 1, "BANDWIDTH": 120, "SHOW": 2,
        "OUTPUT": str(tmp_path / "r.tif"),
    }  # fmt: skip
    results, listener = run("relativehazard", given)
    assert "800 events, before it 1200; the first period is 1.9" in listener.textLog()
    found = bands(results["OUTPUT"])
    assert at(results["OUTPUT"], found["Class"], 90, 90) == 3
    assert abs(at(results["OUTPUT"], found["Class"], 700, 700)) <= 1
    assert at(results["OUTPUT"], found["More or less than expected"], 90, 90) > 1000


def test_what_cannot_be_compared_is_said_plainly(run, tmp_path):
    points, output = write_points(tmp_path / "e.gpkg", town(50)), str(tmp_path / "r.tif")
    with pytest.raises(QgsProcessingException, match="Give a base to compare with"):
        run("relativehazard", {"INPUT": points, "OUTPUT": output})
    base = write_points(tmp_path / "b.gpkg", town(9), people=[1.0] * 4 + [-2.0] + [1.0] * 4)
    with pytest.raises(QgsProcessingException, match=r"people is negative .*feature 5 "):
        run("relativehazard", {"INPUT": points, "BASE": base, "BASE_WEIGHT": "people", "OUTPUT": output})
    timed = write_points(tmp_path / "t.gpkg", town(3), opened=["2026-01-01", "东街", "2026-01-03"])
    with pytest.raises(QgsProcessingException, match="Feature 2: opened holds no time"):
        run("relativehazard", {"INPUT": timed, "OUTPUT": output})
    with pytest.raises(QgsProcessingException, match="base is empty"):
        run("relativehazard", {"INPUT": points, "BASE": write_points(tmp_path / "n.gpkg", []), "OUTPUT": output})
    assert not list(tmp_path.glob("r.*"))
