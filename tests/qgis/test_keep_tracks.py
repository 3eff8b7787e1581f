"""Tracks kept in the room are compared like files, by those who check patrols, and only while the room keeps them."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hazard_layers import ORIGIN, degrees, rows, write_lines
from osgeo import ogr, osr
from qgis.core import QgsProcessingException

from community_brain_plugin.indicators.periods import ZONE

BEGIN = (datetime.now(UTC) - timedelta(hours=3)).replace(microsecond=0)
DAY = BEGIN.astimezone(ZONE).date().isoformat()


def walked(begin: datetime = BEGIN) -> list[tuple[float, float, datetime]]:
    """Return a walk of 300 m along a street, a point every ten seconds, a few metres off."""
    metres = np.column_stack([np.arange(0.0, 301.0, 12.0), np.random.default_rng(2).normal(0.0, 2.0, 26)])
    places = degrees(metres + ORIGIN).tolist()
    return [(east, north, begin + timedelta(seconds=10 * number)) for number, (east, north) in enumerate(places)]


@pytest.fixture
def gpx(tmp_path) -> str:
    points = "".join(
        f'<trkpt lat="{north:.7f}" lon="{east:.7f}"><time>{at:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>'
        for east, north, at in walked()
    )
    path = tmp_path / "handheld.gpx"
    track = f"<trk><name>王五</name><trkseg>{points}</trkseg></trk>"
    path.write_text(f'<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">{track}</gpx>')
    return str(path)


@pytest.fixture
def streets(tmp_path) -> str:
    lines = [[(0.0, 0.0), (300.0, 0.0)], [(0.0, 0.0), (0.0, 100.0)], [(300.0, 0.0), (300.0, 100.0)]]
    return write_lines(tmp_path / "streets.gpkg", lines, name=["甲街", "乙街", "丙街"])


def test_a_kept_track_says_the_same_as_its_file(run, sit_at, gpx, streets, tmp_path):
    sit_at("evaluator")
    kept, heard = run("keeptracks", {"FILES": [gpx]})
    assert (kept["TRACKS"], kept["POINTS"]) == (1, 26)
    assert "Kept: 1 walks, 26 points. The first is deleted on " in heard.textLog()
    given = {"STREETS": streets}
    by_file, _ = run("comparetracks", {**given, "FILES": [gpx], "OUTPUT": str(tmp_path / "file.gpkg")})
    by_room, _ = run("comparetracks", {**given, "DAY": DAY, "OUTPUT": str(tmp_path / "room.gpkg")})
    assert by_room["WALKED"] == pytest.approx(by_file["WALKED"], abs=0.01)
    (own,), (other,) = (rows(found["OUTPUT"]) for found in (by_room, by_file))
    assert (own["officer"], own["name"], own["start"]) == (other["officer"], other["name"], other["start"])
    assert own["officer"] == "王五"


def test_who_does_not_check_patrols_neither_keeps_nor_sees_tracks(run, sit_at, gpx, streets, tmp_path):
    sit_at("evaluator")
    run("keeptracks", {"FILES": [gpx]})
    sit_at("dispatcher")
    with pytest.raises(QgsProcessingException, match="Evaluator"):
        run("keeptracks", {"FILES": [gpx]})
    with pytest.raises(QgsProcessingException, match="your post does not check patrols"):
        run("comparetracks", {"STREETS": streets, "DAY": DAY, "OUTPUT": str(tmp_path / "walked.gpkg")})
    given = {"STREETS": streets, "DAY": DAY, "FILES": [gpx], "OUTPUT": str(tmp_path / "walked.gpkg")}
    with pytest.raises(QgsProcessingException, match="one of the three"):
        run("comparetracks", given)


def test_a_line_whose_measures_are_times_is_a_track_with_times(run, sit_at, streets, tmp_path):
    driver = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "lines.gpkg"))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    layer = driver.CreateLayer("lines", system, ogr.wkbLineStringM)
    layer.CreateField(ogr.FieldDefn("officer", ogr.OFTString))
    line = ogr.Geometry(ogr.wkbLineStringM)
    for east, north, at in walked():
        line.AddPointM(east, north, at.timestamp())
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("officer", "王五")
    feature.SetGeometry(line)
    layer.CreateFeature(feature)
    del feature, layer, driver
    given = {"INPUT": str(tmp_path / "lines.gpkg"), "STREETS": streets, "OUTPUT": str(tmp_path / "walked.gpkg")}
    found, _ = run("comparetracks", given)
    (way,) = rows(found["OUTPUT"])
    assert way["start"] == f"{BEGIN.astimezone(ZONE):%Y-%m-%d %H:%M:%S}"
    assert way["kmh"] == pytest.approx(4.3, abs=0.5)
