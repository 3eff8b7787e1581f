"""Plan patrols as people meet it: streets and Run; what is left out is said, and every output holds together."""

from functools import partial
from xml.etree import ElementTree

import pytest
from hazard_layers import ORIGIN, Listener, rows, write_lines, write_points
from patrol_runs import block, plan, whole
from qgis.core import QgsProcessingException, QgsVectorLayer
from qgis_process import call, make_profile
from real_data import nanjing


@pytest.fixture
def planned(run, tmp_path):
    """Plan patrols with outputs in a folder."""
    return partial(plan, run, tmp_path)


def test_streets_and_run_is_enough(planned, tmp_path):
    names = [f"{word}街" for word in "甲乙丙丁戊己庚辛"]
    found = planned(block(tmp_path / "streets.gpkg", name=names), OFFICERS=2)
    whole(found)
    assert len(found["COVERAGE"]) == 24
    # 2,400 m in all; 1,400 m for the longer half leaves two pieces to be walked twice, which two odd corners need.
    assert found["LONGEST"] <= 60.0 * 1.5 / 4.0
    assert found["GAP"] < 20.0
    assert {row["name"] for row in found["OUTPUT"]} == set(names)
    told = [row["instruction"] for row in found["TURNS"] if row["officer"] == 1]
    assert told[0].startswith("Start along")
    assert told[-1].startswith("Back at the station")
    assert any("Turn left into" in row["instruction"] for row in found["TURNS"])


def test_each_officer_starts_at_a_station_of_his_own(planned, tmp_path):
    places = [(ORIGIN[0] + x, ORIGIN[1] + y) for x, y in ((5.0, -5.0), (305.0, 295.0))]
    stations = write_points(tmp_path / "stations.gpkg", places)
    found = planned(block(tmp_path / "streets.gpkg"), OFFICERS=2, STATIONS=stations, BEGIN="13:30")
    whole(found)
    layer = QgsVectorLayer(str(tmp_path / "turns.gpkg"), "turns", "ogr")
    first = {f["officer"]: f.geometry().asPoint() for f in layer.getFeatures() if f["leg"] == 1}
    assert [(first[n].x() - ORIGIN[0], first[n].y() - ORIGIN[1]) for n in (1, 2)] == [(0.0, 0.0), (300.0, 300.0)]
    assert found["SUMMARY"][0]["start"] == "13:30:00"


def test_tracks_lead_handhelds_from_the_station_and_home(planned, tmp_path):
    tracks = tmp_path / "tracks.gpx"
    found = planned(block(tmp_path / "streets.gpkg"), OFFICERS=2, TRACKS=str(tracks))
    space = {"g": "http://www.topografix.com/GPX/1/1"}
    document = ElementTree.parse(tracks).getroot()
    for track in document.findall("g:trk", space):
        points = [(p.get("lat"), p.get("lon")) for p in track.findall("g:trkseg/g:trkpt", space)]
        assert points[0] == points[-1]
        assert 31.0 < float(points[0][0]) < 33.0
        assert 119.0 < float(points[0][1]) < 121.0
    assert len(document.findall("g:trk", space)) == 2
    assert len(document.findall("g:wpt", space)) == len(found["TURNS"])


def test_a_phone_shows_each_officers_route_and_turns(planned, tmp_path):
    tracks = tmp_path / "tracks.kml"
    found = planned(block(tmp_path / "streets.gpkg", name=["甲&乙街"] * 8), OFFICERS=2, TRACKS=str(tracks))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    folders = ElementTree.parse(tracks).getroot().findall("k:Document/k:Folder", space)
    assert [folder.findtext("k:name", None, space) for folder in folders] == ["Officer 1", "Officer 2"]
    for folder in folders:
        corners = folder.findtext("k:Placemark/k:LineString/k:coordinates", "", space).split()
        assert corners[0] == corners[-1]
        east, north = map(float, corners[0].split(","))
        assert (119.0 < east < 121.0, 31.0 < north < 33.0) == (True, True)
    points = [point for folder in folders for point in folder.findall("k:Placemark/k:Point", space)]
    assert len(points) == len(found["TURNS"])
    assert "甲&乙街" in folders[0].findtext("k:Placemark/k:description", "", space)


def test_what_cannot_be_reached_is_named_with_the_reason(planned, tmp_path):
    lines = [[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(900, 900), (1000, 900)]]
    streets = write_lines(tmp_path / "streets.gpkg", lines, way=["0", "1", "0"])
    stations = write_points(tmp_path / "stations.gpkg", [ORIGIN])
    listener = Listener()
    given = {"OFFICERS": 1, "STATIONS": stations, "ONE_WAY": "way"}
    found = planned(streets, listener, **given)
    whole(found)
    why = {row["street"]: row["left_out"] for row in found["COVERAGE"]}
    assert not why[1]
    assert why[2].startswith("One-way streets forbid")
    assert why[3].startswith("No street leads there")
    assert "1 streets (100 m) are left out. No street leads there from any station. Features: 3" in listener.textLog()
    with pytest.raises(QgsProcessingException, match="No street leads there"):
        planned(streets, REST=False, **given)


def test_visits_say_how_often_and_nonsense_is_refused(planned, tmp_path):
    visits = ["2", None, "0", "yes", "1", "no", "1", "1"]
    found = planned(block(tmp_path / "streets.gpkg", visits=visits), OFFICERS=2, VISITS="visits")
    whole(found)
    assert len(found["COVERAGE"]) == 15
    assert {row["street"] for row in found["COVERAGE"]} == {1, 4, 5, 7, 8}
    assert {row["asked"] for row in found["COVERAGE"] if row["street"] == 1} == {2}
    with pytest.raises(QgsProcessingException, match="Feature 2: often"):
        planned(block(tmp_path / "bad.gpkg", visits=["1", "often", *"111111"]), VISITS="visits")


def test_the_fewest_officers_keep_the_shift(planned, tmp_path):
    found = planned(block(tmp_path / "streets.gpkg"), GOAL=1, OFFICERS=9, SHIFT=0.3, SECONDS=3)
    whole(found)
    assert found["OFFICER_COUNT"] == 3
    assert found["LONGEST"] <= 18.0


def test_where_time_is_short_the_streets_of_most_priority_are_walked(planned, tmp_path):
    listener = Listener()
    streets = block(tmp_path / "streets.gpkg", priority=["1", "1", "9", "", "1", "9", "1", "1"])
    found = planned(streets, listener, GOAL=2, OFFICERS=2, SHIFT=0.2, PRIORITY="priority", SECONDS=3)
    assert max(row["minutes"] for row in found["SUMMARY"]) <= 12.0 + 1e-6
    # All but the fourth are asked for; each of the three pieces of the two that count most is walked.
    assert len(found["COVERAGE"]) == 21
    assert sum(row["walked"] > 0 for row in found["COVERAGE"] if row["street"] in (3, 6)) == 6
    assert {row["left_out"] for row in found["COVERAGE"] if not row["walked"]} == {
        "There was no time for them beside what counts more."
    }
    total = sum({3: 9, 6: 9}.get(row["street"], 1) * row["length_m"] for row in found["COVERAGE"] if row["walked"])
    assert found["VALUE"] == pytest.approx(total)
    assert found["VALUE"] <= found["MOST_VALUE"] + 1e-6
    assert "the best possible has at most" in listener.textLog()
    bad = block(tmp_path / "bad.gpkg", priority=["1", "high", *"111111"])
    with pytest.raises(QgsProcessingException, match="Feature 2: the priority must be a number"):
        planned(bad, GOAL=2, PRIORITY="priority")


def test_a_cancelled_search_writes_its_best_plan_and_says_so(planned, tmp_path):
    lines = [[(50.0 * n, 50.0 * row) for n in range(9)] for row in range(9)]
    lines += [[(y, x) for x, y in line] for line in lines]
    listener = Listener(stop_at=14.0)
    found = planned(write_lines(tmp_path / "streets.gpkg", lines), listener, SECONDS=600)
    assert listener.isCanceled()
    whole(found)
    assert "the best plan so far" in listener.textLog()


def test_a_plan_in_which_nobody_goes_is_written_all_the_same(planned, tmp_path):
    found = planned(block(tmp_path / "streets.gpkg"), GOAL=2, SHIFT=0.001, OFFICERS=2)
    assert not found["OUTPUT"]
    assert not found["TURNS"]
    assert all(row["left_out"] for row in found["COVERAGE"])


def test_a_beginning_that_is_no_time_of_day_is_refused(planned, tmp_path):
    with pytest.raises(QgsProcessingException, match="soon is no time of day"):
        planned(block(tmp_path / "streets.gpkg"), BEGIN="soon")


def test_the_streets_of_nanjing_are_planned_and_the_rest_is_named(planned, tmp_path):
    found = planned(f"{nanjing()}|layername=edges", OFFICERS=4, SECONDS=4)
    whole(found)
    assert found["LEFT_OUT"] == sum(bool(row["left_out"]) for row in found["COVERAGE"]) > 0
    assert 0.0 < found["GAP"] < 100.0


def test_it_runs_from_the_command_line(tmp_path):
    profile = make_profile(tmp_path / "qgis")
    streets, turns = block(tmp_path / "streets.gpkg"), tmp_path / "turns.gpkg"
    words = [f"INPUT={streets}", "OFFICERS=2", f"TURNS={turns}", f"OUTPUT={tmp_path / 'routes.gpkg'}"]
    code, said = call(profile, "run", "communitybrain:planpatrols", "--", *words)
    assert code == 0, said
    assert "of the best possible" in said
    assert rows(str(turns))[0]["instruction"].startswith("Start along unnamed street")
