"""Patrols by the people there are: a row for each officer with his own hours, speed and places, in a chosen area."""

from functools import partial
from xml.etree import ElementTree

import pytest
from hazard_layers import ORIGIN, Listener, write_points, write_squares
from patrol_runs import block, plan, whole
from qgis.core import QgsProcessingException, QgsVectorLayer


@pytest.fixture
def planned(run, tmp_path):
    """Plan patrols with outputs in a folder."""
    return partial(plan, run, tmp_path, SECONDS=1)


def at(x, y):
    """A place some metres east and north of the block's corner."""
    return ORIGIN[0] + x, ORIGIN[1] + y


PLACES = [at(5.0, -5.0), at(295.0, 290.0)]
WHO = {"name": ["张三", "李四"], "staff_number": ["1001", "1002"], "speed": [4.0, 12.0], "start": ["07:30", "22:30"],
       "end": ["11:30", "02:30"]}  # fmt: skip


def test_each_officer_goes_at_his_own_hours_and_speed_and_his_name_is_everywhere(planned, tmp_path):
    officers = write_points(tmp_path / "officers.gpkg", PLACES, **WHO)
    tracks, listener = tmp_path / "tracks.gpx", Listener()
    found = planned(block(tmp_path / "streets.gpkg"), listener, OFFICERS_LAYER=officers, OFFICERS=9, TRACKS=str(tracks))
    whole(found)
    walks, rides = found["SUMMARY"]
    assert (walks["officer_name"], walks["staff"], walks["start"], rides["start"]) == (
        "张三", "1001", "07:30:00", "22:30:00",
    )  # fmt: skip
    assert [row["shift_min"] for row in found["SUMMARY"]] == [240.0, 240.0]
    # The one on the bicycle does about three quarters of it, so that both take as long.
    assert rides["length_m"] > 2.0 * walks["length_m"]
    assert rides["minutes"] == pytest.approx(60.0 * rides["length_m"] / 12_000.0)
    assert found["FAIRNESS"] < 1.3
    assert {row["officer_name"] for row in found["OUTPUT"]} == {"张三", "李四"}
    assert {row["officer_name"] for row in found["TURNS"]} == {"张三", "李四"}
    names = [
        element.text for element in ElementTree.parse(tracks).getroot().iter("{http://www.topografix.com/GPX/1/1}name")
    ]
    assert {"张三", "李四", "张三-1"} <= set(names)
    assert "Field speed was found by its name." in listener.textLog()


def test_officers_start_and_end_at_the_stations_they_name(planned, tmp_path):
    stations = write_points(tmp_path / "stations.gpkg", [at(0, 0), at(300, 300)], name=["南站", "北站"])
    table = write_points(
        tmp_path / "officers.gpkg", [None, None], station=["南站", "北站"], end_station=["北站", ""], shift=[1, 1]
    )
    found = planned(block(tmp_path / "streets.gpkg"), STATIONS=stations, OFFICERS_LAYER=table)
    whole(found)
    layer = QgsVectorLayer(str(tmp_path / "turns.gpkg"), "turns", "ogr")
    places = {n: [f.geometry().asPoint() for f in layer.getFeatures() if f["officer"] == n] for n in (1, 2)}
    ends = [(p.x() - ORIGIN[0], p.y() - ORIGIN[1]) for n in (1, 2) for p in (places[n][0], places[n][-1])]
    assert ends == [(0.0, 0.0), (300.0, 300.0), (300.0, 300.0), (300.0, 300.0)]
    told = [row["instruction"] for row in found["TURNS"]]
    assert sum(one.startswith("At the end of the route") for one in told) == 1
    assert sum(one.startswith("Back at the station") for one in told) == 1


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"start": ["08:00", "noon"]}, "Officer 2: start is noon, which is no time of day"),
        ({"end": ["12:00", None]}, "Officer 2: end is empty, which is no time of day"),
        ({"speed": ["fast", "4"]}, "Officer 1: speed is fast, which is no speed above zero"),
        ({"end_station": ["", "东站"]}, "Officer 2: end_station is 东站, which is the name of no station"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_by_its_field(planned, tmp_path, columns, said):
    officers = write_points(tmp_path / "officers.gpkg", PLACES, **columns)
    with pytest.raises(QgsProcessingException, match=said):
        planned(block(tmp_path / "streets.gpkg"), OFFICERS_LAYER=officers)


def test_those_with_the_most_time_go_and_the_others_are_not_needed(planned, tmp_path):
    officers = write_points(
        tmp_path / "officers.gpkg", [PLACES[0]] * 3, name=["甲", "乙", "丙"], start=["08:00"] * 3,
        end=["08:10", "08:45", "08:10"],
    )  # fmt: skip
    listener = Listener()
    found = planned(block(tmp_path / "streets.gpkg"), listener, OFFICERS_LAYER=officers, GOAL=1, SPEED=5)
    assert [row["officer_name"] for row in found["SUMMARY"]] == ["乙"]
    assert "Not needed: 甲, 丙." in listener.textLog()


def test_only_streets_in_the_area_are_to_be_walked(planned, tmp_path):
    area = write_squares(tmp_path / "area.gpkg", 1, 210.0, (-5.0, -5.0))
    found = planned(block(tmp_path / "streets.gpkg"), OFFICERS=1, AREA=area)
    whole(found)
    assert len(found["COVERAGE"]) == 12
    assert found["LONGEST"] == pytest.approx(60.0 * 1.6 / 4.0, abs=3.1)
    far = write_squares(tmp_path / "far.gpkg", 1, 50.0, (5_000.0, 0.0))
    with pytest.raises(QgsProcessingException, match="No street lies in the area"):
        planned(block(tmp_path / "streets.gpkg"), AREA=far)
