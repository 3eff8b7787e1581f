"""Reading what OGR reads: fields, ids, flat single shapes, and plain words for what cannot be read."""

import json
import math

import pytest
from osgeo import gdal, ogr, osr

from community_brain_plugin.database.importing.source import PART, Row, Source
from community_brain_plugin.database.importing.subjects import BUILDING, COMPONENT, DIVISION, STREET
from community_brain_plugin.database.importing.systems import ToRoom, system
from community_brain_plugin.errors import RoomError


def feature(geometry, **properties):
    shape = json.loads(ogr.CreateGeometryFromWkt(geometry).ExportToJson()) if geometry else None
    return {"type": "Feature", "properties": properties, "geometry": shape}


@pytest.fixture
def geojson(tmp_path):
    def write(*features):
        path = tmp_path / "layer.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))
        return str(path)

    return write


@pytest.fixture
def layer(tmp_path):
    """Write a GeoPackage layer from WKT, whatever its types."""

    def write(shapes, kind=ogr.wkbUnknown, epsg=None, driver="GPKG", name="layer.gpkg"):
        path = str(tmp_path / name)
        reference = None
        if epsg:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(epsg)
        dataset = ogr.GetDriverByName(driver).CreateDataSource(path)
        made = dataset.CreateLayer("layer", reference, kind)
        for wkt in shapes:
            new = ogr.Feature(made.GetLayerDefn())
            new.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            made.CreateFeature(new)
        return path

    return write


def rows(path, subject, mapping=None, constants=None, ids=()):
    with Source(path) as source:
        chosen = source.mapping(subject, mapping or {})
        return list(source.rows(subject, chosen, source.id_fields(subject, chosen, list(ids)), constants or {}))


def refusal(path, **options):
    with pytest.raises(RoomError) as refused:
        Source(path, **options)
    return refused.value


def test_fields_are_found_by_their_own_and_their_usual_names(geojson):
    path = geojson(feature("LINESTRING (0 0, 1 1)", highway="lane", NAME="东街", dir=1, lanes="2", osm_id=7))
    (row,) = rows(path, STREET)
    assert row.fields == {"class": "lane", "name": "东街", "one_way": "1"}
    assert (row.feature_no, row.source_id) == (1, "7")


def test_a_wanted_field_wins_over_a_usual_name_and_must_be_there(geojson):
    path = geojson(feature("LINESTRING (0 0, 1 1)", highway="lane", kind="alley"))
    assert rows(path, STREET, {"class": "KIND"})[0].fields["class"] == "alley"
    with Source(path) as source:
        for mapping, code in (
            ({"class": "nowhere"}, "import.field_missing"),
            ({"colour": "kind"}, "import.unknown_target"),
        ):
            with pytest.raises(RoomError) as refused:
                source.mapping(STREET, mapping)
            assert refused.value.code == code


def test_a_value_for_all_fills_only_what_is_empty(geojson):
    path = geojson(
        feature("POINT (0 0)", class_code="01037"),
        feature("POINT (1 0)", class_code=None),
        feature("POINT (1 1)", class_code=" "),
    )
    found = [row.fields["class_code"] for row in rows(path, COMPONENT, constants={"class_code": "01002"})]
    assert found == ["01037", "01002", "01002"]


def test_numbers_are_written_as_people_write_them(geojson):
    path = geojson(feature("POLYGON ((0 0, 1 0, 1 1, 0 0))", levels=20.0, name=7))
    (row,) = rows(path, BUILDING)
    assert row.fields == {"floors": "20", "name": "7"}


def test_several_fields_make_one_id_and_a_gap_makes_none(geojson):
    path = geojson(feature("POINT (0 0)", way=3, part="b"), feature("POINT (0 0)", way=None, part="b"))
    assert [row.source_id for row in rows(path, COMPONENT, ids=["way", "part"])] == ["3-b", ""]
    assert [row.source_id for row in rows(path, COMPONENT, ids=["FID"])] == ["0", "1"]
    with pytest.raises(RoomError, match="nothing"):
        rows(path, COMPONENT, ids=["nothing"])


def test_a_divisions_code_is_its_id(geojson):
    path = geojson(feature(None, code="320106", name="鼓楼区", id=9))
    (row,) = rows(path, DIVISION)
    assert (row.source_id, row.geometry) == ("320106", None)


def test_a_line_of_several_parts_becomes_several_streets(layer):
    path = layer(["MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "LINESTRING (5 5, 6 6)", "MULTILINESTRING ((7 7, 8 8))"])
    found = rows(path, STREET)
    assert [row.source_id for row in found] == ["1#1", "1#2", "2", "3"]
    assert [row.feature_no for row in found] == [1, 1 + PART, 2, 3]
    assert {row.geometry.GetGeometryType() for row in found} == {ogr.wkbLineString}


def test_areas_stay_together_and_lose_height_measure_and_arcs(layer):
    path = layer(
        [
            "POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 0 5))",
            "MULTIPOLYGON M (((0 0 1, 1 0 1, 1 1 1, 0 0 1)), ((5 5 1, 6 5 1, 6 6 1, 5 5 1)))",
            "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))",
        ]
    )
    found = rows(path, BUILDING)
    assert {row.geometry.GetGeometryType() for row in found} == {ogr.wkbMultiPolygon}
    assert [row.geometry.GetGeometryCount() for row in found] == [1, 2, 1]


def test_other_shapes_are_passed_on_as_they_are_for_the_database_to_name(layer):
    path = layer(["POINT (0 0)", "GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))"])
    kinds = [row.geometry.GetGeometryName() for row in rows(path, STREET)]
    assert kinds == ["POINT", "GEOMETRYCOLLECTION"]


def test_a_text_table_keeps_leading_zeros_and_finds_its_coordinates(tmp_path):
    path = tmp_path / "lamps.csv"
    path.write_text("id,class_code,lon,lat\n007,01037,118.5,32.1\n", encoding="utf-8")
    with Source(str(path), xy=("lon", "lat")) as source:
        (row,) = source.rows(COMPONENT, source.mapping(COMPONENT, {}), ["id"], {})
        assert source.system is None
    assert (row.source_id, row.fields, row.geometry.ExportToWkt()) == (
        "007",
        {"class_code": "01037"},
        "POINT (118.5 32.1)",
    )


def test_a_row_is_sent_with_the_rooms_system(layer):
    geometry = ogr.CreateGeometryFromWkt("POINT (1 2)")
    text = Row(1, "a", {}, geometry).hexadecimal(4549)
    assert text == "0101000020c5110000000000000000f03f0000000000000040"
    assert Row(1, "a", {}, None).hexadecimal(4549) is None


def test_what_cannot_be_read_is_said_plainly(tmp_path, geojson):
    assert refusal(str(tmp_path / "none.gpkg")).code == "import.no_source"
    broken = tmp_path / "broken.gpkg"
    broken.write_bytes(b"SQLite format 3\0 and then nothing of use")
    assert refusal(str(broken)).code == "import.no_source"
    text = tmp_path / "letter.txt"
    text.write_text("Dear reader")
    assert refusal(str(text)).code in {"import.no_source", "import.empty"}
    assert refusal(geojson()).code == "import.empty"
    assert refusal(geojson(feature("POINT (0 0)")), layer="other").code == "import.no_layer"


def test_a_file_of_several_layers_asks_which(tmp_path):
    path = str(tmp_path / "two.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    for name in ("roads", "houses"):
        layer = dataset.CreateLayer(name)
        layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))
    layer = dataset = None
    refused = refusal(path)
    assert refused.code == "import.which_layer"
    assert refused.params["known"] == "roads, houses"


@pytest.mark.parametrize(
    ("text", "name"), [("GCJ-02", "GCJ-02"), ("gcj02", "GCJ-02"), ("bd_09", "BD-09"), ("EPSG:3857", "EPSG:3857")]
)
def test_systems_by_the_names_people_write(text, name):
    assert system(text).name == name


@pytest.mark.parametrize("text", ["EPSG:999999", "mars", ""])
def test_what_is_no_system_is_refused(text):
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        with pytest.raises(RoomError) as refused:
            system(text)
    finally:
        gdal.PopErrorHandler()
    assert refused.value.code == "import.bad_crs"


def test_web_mercator_degrees_and_the_rooms_own_metres_meet_in_one_place():
    radius = 6378137.0
    east = radius * math.radians(118.77)
    north = radius * math.log(math.tan(math.pi / 4.0 + math.radians(32.04) / 2.0))
    placed = []
    for name, wkt in (
        ("EPSG:4326", "POINT (118.77 32.04)"),
        ("EPSG:4490", "POINT (118.77 32.04)"),
        ("EPSG:3857", None),
    ):
        point = ogr.CreateGeometryFromWkt(wkt or f"POINT ({east} {north})")
        assert ToRoom(system(name), 4549).geometries([point]) == [True]
        placed.append((point.GetX(), point.GetY()))
    assert placed[0] == placed[1]
    assert placed[2] == pytest.approx(placed[0], abs=0.01)


def test_every_vertex_of_a_shifted_area_is_shifted_back():
    area = ogr.CreateGeometryFromWkt("MULTIPOLYGON (((121.48 31.23, 121.49 31.23, 121.49 31.24, 121.48 31.23)))")
    true = area.Clone()
    assert ToRoom(system("GCJ-02"), 4549).geometries([area]) == [True]
    ToRoom(system("EPSG:4326"), 4549).geometries([true])
    assert 300 < area.Centroid().Distance(true.Centroid()) < 600
    assert area.Area() == pytest.approx(true.Area(), rel=0.01)


def test_a_shape_without_a_place_in_the_room_is_named():
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        assert ToRoom(system("EPSG:4326"), 4549).geometries([ogr.CreateGeometryFromWkt("POINT (1000 1000)")]) == [False]
    finally:
        gdal.PopErrorHandler()
