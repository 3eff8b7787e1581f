"""What counts on a patrol, as people say it: a raster of density, classes of streets, both sides of wide ones."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hazard_layers import ORIGIN, Listener, write_lines, write_points
from osgeo import gdal, osr
from patrol_runs import block, plan, whole
from qgis.core import QgsProcessingException


@pytest.fixture
def planned(run, tmp_path):
    """Plan patrols with outputs in a folder."""
    return partial(plan, run, tmp_path)


def write_raster(path: Path, values, cell: float = 50.0, nothing: float = -9999.0) -> str:
    """Write a raster whose south-western corner is the origin of the streets."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    rows, columns = np.shape(values)
    file = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32)
    file.SetGeoTransform((ORIGIN[0], cell, 0.0, ORIGIN[1] + rows * cell, 0.0, -cell))
    file.SetProjection(system.ExportToWkt())
    file.GetRasterBand(1).SetNoDataValue(nothing)
    file.GetRasterBand(1).WriteArray(np.asarray(values, np.float32))
    return str(path)


def test_the_raster_says_where_it_is_most_worth_to_walk(planned, tmp_path):
    # Two streets from the station, east and north; the north one lies in cells that count three times as much.
    streets = write_lines(tmp_path / "streets.gpkg", [[(1, 1), (100, 1)], [(1, 1), (1, 100)]])
    values = [[9.0, 0.0], [3.0, 3.0]]
    values[1][1] = -9999.0
    density = write_raster(tmp_path / "density.tif", values)
    given = {"GOAL": 2, "OFFICERS": 1, "SHIFT": 0.05, "SECONDS": 1}
    found = planned(streets, DENSITY=density, **given)
    # East: (3 + 0) / 2 by nodata; north: (3 + 9) / 2, nearly, for the cells do not begin with the street.
    walked = {row["street"]: row["walked"] for row in found["COVERAGE"]}
    assert walked == {1: 0, 2: 2}
    assert found["VALUE"] == pytest.approx(99.0 * 2.0 * 6.0 / 7.5, rel=0.02)
    against = write_lines(tmp_path / "against.gpkg", [[(1, 1), (100, 1)], [(1, 1), (1, 100)]], priority=["9", "1"])
    found = planned(against, DENSITY=density, PRIORITY="priority", **given)
    assert {row["street"]: row["walked"] for row in found["COVERAGE"]} == {1: 2, 2: 0}


@pytest.mark.parametrize(
    ("values", "told"),
    [([[9.0, -0.5], [-0.5, 9.0]], "negative along the streets, such as -0.5"), ([[0.0]], "zero or has no data")],
)
def test_a_raster_that_is_no_density_is_refused(planned, tmp_path, values, told):
    streets = write_lines(tmp_path / "streets.gpkg", [[(1, 1), (49, 49)]])
    with pytest.raises(QgsProcessingException, match=told):
        planned(streets, GOAL=2, SECONDS=1, DENSITY=write_raster(tmp_path / "density.tif", values))


def test_a_raster_elsewhere_is_refused(planned, tmp_path):
    streets = write_lines(tmp_path / "streets.gpkg", [[(9000, 9000), (9100, 9000)]])
    with pytest.raises(QgsProcessingException, match="nowhere near the streets"):
        planned(streets, GOAL=2, SECONDS=1, DENSITY=write_raster(tmp_path / "density.tif", [[1.0]]))


def test_streets_are_walked_as_often_as_their_class_asks(planned, tmp_path):
    classes = ["main", "lane", "main", None, "park", "lane", "lane", "lane"]
    streets = block(tmp_path / "streets.gpkg", kind=classes, visits=[None, "3", *[None] * 6])
    listener = Listener()
    given = {"OFFICERS": 2, "STREET_CLASS": "kind", "SECONDS": 3}
    found = planned(streets, listener, CLASS_VISITS=["main", "2", "lane", "1"], VISITS="visits", **given)
    whole(found)
    asked = {row["street"]: row["asked"] for row in found["COVERAGE"]}
    assert asked == {1: 2, 2: 3, 3: 2, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1}
    assert "Classes without a row in the table are walked once: ∅ (1), park (1)" in listener.textLog()
    found = planned(streets, CLASS_VISITS=["main", 1, "*", 0], **given)
    assert {row["street"] for row in found["COVERAGE"]} == {1, 3}
    with pytest.raises(QgsProcessingException, match="Class lane: often does not say"):
        planned(streets, CLASS_VISITS=["main", "2", "lane", "often"], **given)


def test_wide_streets_are_walked_on_each_side(planned, tmp_path):
    lines = [[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(200, 0), (200, 100)]]
    streets = write_lines(tmp_path / "streets.gpkg", lines, width=["24", "yes", "15"], name=["甲路", "乙路", "丙路"])
    found = planned(streets, OFFICERS=1, BOTH_SIDES="width", SECONDS=3)
    whole(found)
    assert sorted(row["street"] for row in found["COVERAGE"]) == [1, 1, 2, 2, 3]
    ways = [(row["name"], row["visit"]) for row in found["OUTPUT"]]
    assert sorted(ways) == [("丙路", 0), ("丙路", 1), ("乙路", 1), ("乙路", 1), ("甲路", 1), ("甲路", 1)]
    told = [row["instruction"] for row in found["TURNS"]]
    assert sum(line.endswith("Look at its right-hand side.") for line in told) == 4
    bad = write_lines(tmp_path / "bad.gpkg", lines, width=["24", "broad", "15"])
    with pytest.raises(QgsProcessingException, match="Feature 2: broad says neither"):
        planned(bad, OFFICERS=1, BOTH_SIDES="width")
    one_way = write_lines(
        tmp_path / "way.gpkg", [[(0, 0), (100, 0)], [(100, 0), (0, 0)]], way=["1", "1"], width=["no", "yes"]
    )
    found = planned(one_way, OFFICERS=1, BOTH_SIDES="width", ONE_WAY="way", SECONDS=3)
    assert {row["street"]: row["asked"] for row in found["COVERAGE"]} == {1: 1, 2: 2}
    told = [row["instruction"] for row in found["TURNS"] if "side" in row["instruction"]]
    assert [line.split("Look at its ")[1] for line in told] == ["right-hand side.", "left-hand side."]


def test_streets_closed_to_those_who_patrol_are_left_out_with_the_reason(planned, tmp_path):
    lines = [[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(100, 0), (100, 100)], [(200, 0), (300, 0)]]
    streets = write_lines(tmp_path / "streets.gpkg", lines, car=["yes", "private", "no;destination", None])
    stations = write_points(tmp_path / "stations.gpkg", [ORIGIN])
    found = planned(streets, OFFICERS=1, ACCESS="car", STATIONS=stations)
    why = {row["street"]: row["left_out"] for row in found["COVERAGE"]}
    assert (why[1], why[3]) == ("", "")
    assert why[2].startswith("The street is closed in both directions")
    assert why[4].startswith("One-way streets forbid the way")
    bad = write_lines(tmp_path / "bad.gpkg", lines, car=["yes", "whoever", "no", None])
    with pytest.raises(QgsProcessingException, match="Feature 2: whoever does not say who may pass"):
        planned(bad, OFFICERS=1, ACCESS="car")
