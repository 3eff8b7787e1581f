"""Hazards on a patrol, as people meet them: in time, missed with the reason, never dropped silently."""

import itertools
from functools import partial

import pytest
from hazard_layers import ORIGIN, Listener, rows, write_lines, write_points
from patrol_runs import block, plan, whole
from qgis.core import QgsProcessingException


@pytest.fixture
def planned(run, tmp_path):
    """Plan patrols with outputs in a folder, stops among them; returns their rows, too."""

    def work(*given, **options):
        stops = str(tmp_path / "stops.gpkg")
        found = plan(run, tmp_path, *given, STOPS=stops, **options)
        return found | ({"STOPS": rows(stops)} if "STOPS" in found else {})

    return partial(work)


def hazards(path, places, **columns):
    """Points, metres from the origin of the streets."""
    return write_points(path, [(ORIGIN[0] + x, ORIGIN[1] + y) for x, y in places], **columns)


def test_hazards_are_reached_within_their_windows(planned, tmp_path):
    points = hazards(
        tmp_path / "hazards.gpkg", [(150, 3), (50, 303), (300, 250), (290, 50)],
        name=["井盖", "飞线", "堆物", "摊点"], dwell=["3", None, "5", "1"], weight=[2.0, 1.0, 1.0, 1.0],
        from_time=["08:20", "08:05", None, "03:00"], until_time=["08:30", "08:14", None, "07:30"],
    )  # fmt: skip
    stations = write_points(tmp_path / "stations.gpkg", [ORIGIN])
    listener = Listener()
    given = {"OFFICERS": 1, "STATIONS": stations, "SECONDS": 60}
    found = planned(block(tmp_path / "streets.gpkg"), listener, HAZARDS=points, **given)
    assert all(row["walked"] >= row["asked"] for row in found["COVERAGE"])
    stops = {row["name"]: row for row in found["STOPS"]}
    assert {name: row["state"] for name, row in stops.items()} == {
        "井盖": "in_time", "飞线": "in_time", "堆物": "free", "摊点": "early",
    }  # fmt: skip
    assert (found["WINDOWS"], found["WINDOWS_KEPT"]) == (3, 2)
    assert "08:20:00" <= stops["井盖"]["begins"] <= "08:30:00"
    assert "08:05:00" <= stops["飞线"]["begins"] <= "08:14:00"
    assert [stops[name]["dwell_min"] for name in ("井盖", "飞线", "堆物")] == [3.0, 2.0, 5.0]
    # The third is over at 07:30: the next time it is open is tomorrow.
    assert stops["摊点"]["reason"].startswith("Nobody can be there then")
    assert "摊点: too early by" in listener.textLog()
    assert sum("井盖" in row["instruction"] for row in found["TURNS"]) == 1
    assert found["BOUND"] <= found["LONGEST"] + 1e-9


def test_a_hazard_out_of_reach_is_in_the_layer_with_the_reason(planned, tmp_path):
    points = hazards(tmp_path / "hazards.gpkg", [(150, 3), (50, 303)])
    streets = block(tmp_path / "streets.gpkg", priority=list("11111111"))
    found = planned(streets, HAZARDS=points, GOAL=2, OFFICERS=1, SHIFT=0.05, PRIORITY="priority", SECONDS=1)
    left = [row for row in found["STOPS"] if row["state"] == "left_out"]
    assert left
    assert all(row["reason"] and not row["officer"] for row in left)


def test_times_of_day_draw_what_counts_into_them(planned, tmp_path):
    # Round a block of 100 m in six minutes, from its south-western corner: the southern side counts most.
    corners = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
    sides = [list(side) for side in itertools.pairwise(corners)]
    streets = write_lines(tmp_path / "streets.gpkg", sides, priority=["50", "1", "1", "1"])
    stations = write_points(tmp_path / "stations.gpkg", [ORIGIN])
    given = {"OFFICERS": 1, "STATIONS": stations, "PRIORITY": "priority"}
    for bands, order in ((["08:00", "08:02", 5], [1, 2, 3, 4]), (["08:04", "09:00", 5], [4, 3, 2, 1])):
        found = planned(streets, TIME_BANDS=bands, **given)
        whole(found)
        assert [row["street"] for row in found["OUTPUT"]] == order


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"columns": {"from_time": ["noon"]}}, "Feature 1: from_time must be a time of day, such as 08:00; it is noon"),
        ({"columns": {"dwell": ["long"]}}, "Feature 1: dwell must be a number, zero or more; it is long"),
        ({"TIME_BANDS": ["16:00", "21:00", "much"]}, "Row 1 of the times of day must be as"),
        ({"TIME_BANDS": ["16:00", "21:00", 2, "20:00", "22:00", 3]}, "Row 2: the time of day overlaps"),
    ],
)
def test_what_says_no_time_is_refused_by_feature_and_field(planned, tmp_path, given, told):
    points = hazards(tmp_path / "hazards.gpkg", [(150, 3)], **given.pop("columns", {}))
    with pytest.raises(QgsProcessingException, match=told):
        planned(block(tmp_path / "streets.gpkg"), HAZARDS=points, OFFICERS=1, **given)
