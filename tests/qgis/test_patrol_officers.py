"""Patrols by the people there are: a row for each officer with his own hours, speed and places, in a chosen area."""

from functools import partial
from xml.etree import ElementTree

import pytest
from hazard_layers import ORIGIN, Listener, write_points, write_squares
from little_room import SUBDISTRICT
from patrol_runs import block, plan, whole
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

from community_brain_plugin.ui.map.live_rows import STAFF_COLUMNS


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
    # The one on the bicycle does more, so that both take about as long.
    assert rides["length_m"] > walks["length_m"]
    assert rides["minutes"] == pytest.approx(60.0 * rides["length_m"] / 12_000.0)
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
    assert found["LONGEST"] < 60.0 * 2.4 / 4.0
    far = write_squares(tmp_path / "far.gpkg", 1, 50.0, (5_000.0, 0.0))
    with pytest.raises(QgsProcessingException, match="No street lies in the area"):
        planned(block(tmp_path / "streets.gpkg"), AREA=far)


def test_the_rooms_own_streets_are_planned_for_who_is_on_duty_there(planned, map_room, tmp_path):
    for number, (kind, width) in enumerate((("residential", 8), ("residential", 24), ("service", 8))):
        across = f"LINESTRING({ORIGIN[0]} {ORIGIN[1] + 50 * number}, {ORIGIN[0] + 100} {ORIGIN[1] + 50 * number})"
        up = f"LINESTRING({ORIGIN[0]} {ORIGIN[1] + 50 * number}, {ORIGIN[0]} {ORIGIN[1] + 50 * number + 50})"
        for line, name in ((across, f"E{number}"), (up, f"N{number}")):
            map_room.query(
                "INSERT INTO room.street (subdistrict, source, source_id, name, class, width, geom)"
                " VALUES (%s, 'test', %s, %s, %s, %s, ST_GeomFromText(%s, 4549))",
                (SUBDISTRICT, name, name, kind, width, line),
            )
    map_room.query(
        "WITH s AS (INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at)"
        " SELECT %s, '早班', 'Early', room.room_now() - interval '1 minute', room.room_now() + interval '3 hours'"
        " RETURNING subdistrict, shift_id, starts_at)"
        " INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)"
        " SELECT s.subdistrict, s.shift_id, '1003', 'collector' FROM s",
        (SUBDISTRICT,),
    )
    name, begins = map_room.query(
        "SELECT name, to_char(starts_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS') FROM desk.on_duty"
        " WHERE staff_number = '1003'"
    )[0]
    service = tmp_path / "pg_service.conf"
    entry = "\n".join(f"{key}={value}" for key, value in map_room.parameters("shift_leader").items())
    service.write_text(f"[community-brain]\n{entry}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGSERVICEFILE", str(service))
        source = "service='community-brain' key='staff_number' table=\"desk\".\"on_duty\" sql=staff_number = '1003'"
        duty = QgsVectorLayer(source, "duty", "postgres")
        streets = QgsVectorLayer(
            "service='community-brain' key='street_id' table=\"desk\".\"street\" (geom)", "", "postgres"
        )
        assert duty.isValid()
        assert streets.isValid()
        QgsProject.instance().addMapLayers([duty, streets])
        found = planned(
            streets, OFFICERS_LAYER=duty, ONE_WAY="one_way", BOTH_SIDES="width", WIDE=20, STREET_CLASS="class",
            CLASS_VISITS=["residential", 1, "*", 0],
        )  # fmt: skip
        QgsProject.instance().removeMapLayers([duty.id(), streets.id()])
    whole(found)
    assert [(row["officer_name"], row["staff"]) for row in found["SUMMARY"]] == [(name, "1003")]
    assert found["SUMMARY"][0]["shift_min"] == pytest.approx(181.0)
    assert found["SUMMARY"][0]["start"][:5] == begins[:5]
    asked = {(row["name"], row["asked"]) for row in found["COVERAGE"]}
    assert asked == {("E0", 1), ("N0", 1), ("E1", 1), ("N1", 1)}
    # A wide street is walked on each of its sides.
    assert [row["name"] for row in found["COVERAGE"]].count("E1") == 2


def test_staff_in_the_field_start_where_they_are(planned, tmp_path):
    rest = {column: ["…", "…"] for column in STAFF_COLUMNS if column not in ("staff_number", "name")}
    staff = write_points(tmp_path / "staff.gpkg", PLACES, staff_number=["1001", "1002"], name=["张三", "李四"], **rest)
    found = planned(block(tmp_path / "streets.gpkg"), OFFICERS_LAYER=staff, BEGIN="09:00", SHIFT=2)
    whole(found)
    assert [(row["officer_name"], row["staff"], row["start"], row["shift_min"]) for row in found["SUMMARY"]] == [
        ("张三", "1001", "09:00:00", 120.0), ("李四", "1002", "09:00:00", 120.0),
    ]  # fmt: skip
