"""From file to room: the whole path the command line and Processing share, its refusals, its hint, its cancel."""

import json

import pytest
from little_room import GRIDS, MANHOLE, ORIGIN, PROPERTY, SRID
from osgeo import ogr, osr

from community_brain_plugin.database.importing.china_offsets import wgs84_to_gcj02
from community_brain_plugin.database.importing.job import Order, run
from community_brain_plugin.errors import RoomError


@pytest.fixture
def geojson(tmp_path):
    """Write features given in the little room's metres as GeoJSON in degrees, shifted where asked."""
    room_system, degrees = osr.SpatialReference(), osr.SpatialReference()
    room_system.ImportFromEPSG(SRID)
    degrees.ImportFromEPSG(4326)
    for reference in (room_system, degrees):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_degrees = osr.CoordinateTransformation(room_system, degrees)

    def place(point, shift):
        x, y, _ = to_degrees.TransformPoint(ORIGIN[0] + point[0], ORIGIN[1] + point[1])
        if shift is not None:
            x, y = (float(v) for v in shift(x, y))
        return [x, y]

    def write(*features, shift=None, name="roads.geojson"):
        made = []
        for points, properties in features:
            kind = "Point" if len(points) == 1 else "LineString"
            places = [place(point, shift) for point in points]
            shape = {"type": kind, "coordinates": places[0] if len(points) == 1 else places}
            made.append({"type": "Feature", "properties": properties, "geometry": shape})
        path = tmp_path / name
        path.write_text(json.dumps({"type": "FeatureCollection", "features": made}))
        return str(path)

    return write


def bring(room, order, post="planner", progress=lambda share, step: True):
    connection = room.connect(post, autocommit=False)
    try:
        return run(connection, order, progress)
    finally:
        connection.close()


def lanes(count):
    return [([(10, 5 + n), (390, 5 + n)], {"highway": "lane", "id": n}) for n in range(count)]


def test_a_file_is_brought_in_and_brought_in_again(own_room, geojson):
    order = Order("street", geojson(*lanes(3)))
    outcome = bring(own_room, order)
    assert outcome.counts == {"inserted": 3, "updated": 0, "unchanged": 0, "ended": 0, "skipped": 0}
    assert (outcome.source, outcome.crs, outcome.ids) == ("roads", "EPSG:4326", ["id"])
    # A centimetre survives degrees and back.
    ends = own_room.query("SELECT round(ST_XMin(geom)::numeric, 2)::float, round(ST_YMin(geom)::numeric, 2)::float"
                          " FROM room.street WHERE source = 'roads' ORDER BY source_id")  # fmt: skip
    assert ends == [(ORIGIN[0] + 10, ORIGIN[1] + 5.0 + n) for n in range(3)]
    assert bring(own_room, order).counts["unchanged"] == 3


def test_one_bad_feature_stops_all_and_is_named(own_room, geojson):
    features = [*lanes(3), ([(10, 50), (20, 50)], {"highway": "lane", "id": 9, "dir": "up"})]
    outcome = bring(own_room, Order("street", geojson(*features)))
    assert [(fault.feature, fault.source_id, fault.field, fault.code) for fault in outcome.faults] == [
        ("4", "9", "one_way", "import.bad_one_way")
    ]
    assert outcome.counts == {}
    assert own_room.query("SELECT 1 FROM room.street WHERE source = 'roads'") == []
    assert own_room.query("SELECT 1 FROM room.import_batch") == []


def test_a_trial_run_counts_and_changes_nothing(own_room, geojson):
    path = geojson(([(50, 50)], {"id": 1}))
    constants = {"class_code": MANHOLE, "department_code": PROPERTY}
    outcome = bring(own_room, Order("component", path, constants=constants, dry_run=True))
    assert outcome.counts["inserted"] == 1
    assert own_room.query("SELECT 1 FROM room.component WHERE source = 'roads'") == []
    assert own_room.query("SELECT 1 FROM room.component_counter") == []
    outcome = bring(own_room, Order("component", path, constants=constants))
    rows = own_room.query("SELECT identity_code, unit_grid_code FROM room.component WHERE source = 'roads'")
    assert rows == [(f"320106{MANHOLE}000021", GRIDS[0])]


@pytest.mark.parametrize("cancel_at", ["import.step_reading", "import.step_checking", "import.step_applying"])
def test_a_cancelled_import_leaves_nothing(own_room, geojson, cancel_at):
    with pytest.raises(RoomError) as refused:
        bring(own_room, Order("street", geojson(*lanes(5))), progress=lambda share, step: step != cancel_at)
    assert refused.value.code == "import.cancelled"
    assert own_room.query("SELECT 1 FROM room.street WHERE source = 'roads'") == []


def test_progress_rises_to_the_end(own_room, geojson):
    seen = []
    bring(own_room, Order("street", geojson(*lanes(5))), progress=lambda share, step: seen.append(share) or True)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_shifted_data_are_put_right_when_named_and_hinted_at_when_not(own_room, geojson):
    path = geojson(*lanes(9), shift=wgs84_to_gcj02)
    unnamed = bring(own_room, Order("street", path))
    assert {fault.code for fault in unnamed.faults} == {"import.outside"}
    assert len(unnamed.hints) == 1
    assert "GCJ-02" in unnamed.hints[0]
    assert "100%" in unnamed.hints[0]
    named = bring(own_room, Order("street", path, crs="GCJ-02"))
    assert named.counts["inserted"] == 9
    assert named.crs == "GCJ-02 (≠ EPSG:4326)"
    west = own_room.one("SELECT min(ST_XMin(geom)) FROM room.street WHERE source = 'roads'")
    assert abs(west - ORIGIN[0] - 10) < 0.01


def test_nothing_is_hinted_where_nothing_fits_better(own_room, geojson):
    outcome = bring(own_room, Order("street", geojson(([(9000, 0), (9100, 0)], {"highway": "lane", "id": 1}))))
    assert [fault.code for fault in outcome.faults] == ["import.outside"]
    assert outcome.hints == []


def test_a_file_without_a_system_is_not_guessed_at(own_room, tmp_path):
    path = tmp_path / "lamps.csv"
    path.write_text("id,x,y\n1,118.8,31.2\n")
    order = Order("component", str(path), xy=("x", "y"), constants={"class_code": MANHOLE, "department_code": PROPERTY})
    with pytest.raises(RoomError) as refused:
        bring(own_room, order)
    assert refused.value.code == "import.crs_missing"


def test_a_shape_with_no_place_in_the_room_is_one_fault(own_room, geojson):
    path = geojson(([(50, 50)], {"id": 1}))
    order = Order("component", path, crs="EPSG:3857", constants={"class_code": MANHOLE, "department_code": PROPERTY})
    outcome = bring(own_room, order)
    assert [fault.code for fault in outcome.faults] == ["import.outside"]


def test_geometry_of_every_kind_in_one_file_is_told_apart(own_room, geojson):
    features = [*lanes(1), ([(50, 50)], {"highway": "lane", "id": 77})]
    outcome = bring(own_room, Order("street", geojson(*features)))
    assert [(f.feature, f.field, f.code, f.params["found"]) for f in outcome.faults] == [
        ("2", "geometry", "import.wrong_type", "POINT")
    ]


def test_a_shapefile_in_another_projection_fits_to_the_centimetre(own_room, tmp_path):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3857)
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path))
    layer = dataset.CreateLayer("streets", reference, ogr.wkbLineString)
    layer.CreateField(ogr.FieldDefn("class", ogr.OFTString))
    own_system = osr.SpatialReference()
    own_system.ImportFromEPSG(SRID)
    for reference_used in (reference, own_system):
        reference_used.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    shape = ogr.CreateGeometryFromWkt(
        f"LINESTRING ({ORIGIN[0] + 10} {ORIGIN[1] + 10}, {ORIGIN[0] + 90} {ORIGIN[1] + 10})"
    )
    shape.Transform(osr.CoordinateTransformation(own_system, reference))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("class", "lane")
    feature.SetGeometry(shape)
    layer.CreateFeature(feature)
    dataset = layer = feature = None
    assert bring(own_room, Order("street", str(tmp_path / "streets.shp"))).counts["inserted"] == 1
    length = own_room.one("SELECT ST_Length(geom) FROM room.street WHERE source = 'streets'")
    assert length == pytest.approx(80.0, abs=0.01)


def test_a_lost_connection_is_said_plainly_and_leaves_nothing(own_room, geojson):
    connection = own_room.connect("planner", autocommit=False)

    def cut(share, step):
        own_room.query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'little_planner'"
            " AND datname = current_database() AND pid <> pg_backend_pid()"
        )
        return True

    with pytest.raises(RoomError) as refused:
        run(connection, Order("street", geojson(*lanes(3))), cut)
    assert refused.value.code == "database.connection_lost"
    assert own_room.query("SELECT 1 FROM room.street WHERE source = 'roads'") == []
