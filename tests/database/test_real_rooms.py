"""Rooms on real open data: Nanjing's streets, Shanghai's subdistricts, Cambridge's components, GCJ-02 centres."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import real_data as real
import shapely
from osgeo import gdal
from real_room import RealRoom, Walker, fill_with_nanjing, found, real_room

from community_brain_plugin.database.importing.hints import shares_at_home
from community_brain_plugin.wording import set_language

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True, scope="module")
def quiet() -> Iterator[None]:
    """English words; no warning of an older GDAL about newer GeoPackages."""
    set_language("en")
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    yield
    gdal.PopErrorHandler()
    set_language(None)


@pytest.fixture
def room(cluster, tmp_path) -> Iterator[RealRoom]:
    """An empty room."""
    with real_room(cluster, tmp_path) as empty:
        yield empty


@pytest.fixture(scope="module")
def nanjing(quiet, cluster, tmp_path_factory) -> Iterator[RealRoom]:
    """A room on Nanjing's streets; the tests add case files to it and change nothing else."""
    real.nanjing()
    with real_room(cluster, tmp_path_factory.mktemp("nanjing")) as filled:
        fill_with_nanjing(filled)
        yield filled


def test_a_case_is_walked_through_a_room_on_nanjings_streets(nanjing):
    name, x, y = nanjing.query(
        "SELECT name, ST_X(p), ST_Y(p) FROM (SELECT name, ST_LineInterpolatePoint(geom, 0.5) AS p FROM room.street"
        " WHERE name = '上海路' ORDER BY street_id LIMIT 1) s"
    )[0]
    walker = Walker(nanjing, real.NANJING)
    walker.report({"class_code": "09012", "x": x, "y": y, "address": name, "description": "占用消防通道"})
    walker.walk("CG")
    grid, community, department = nanjing.query(
        "SELECT unit_grid_code, community_code, department_code FROM room.case_file WHERE case_id = %s",
        walker.state["case_id"],
    )[0]
    assert len(grid) == 15
    assert grid.startswith(community)
    assert community in real.COMMUNITIES
    assert department == "CG"
    acceptor = f"real_{real.NANJING}_acceptor"
    assert nanjing.query("SELECT * FROM desk.verify_log(%s)", real.NANJING, login=acceptor) == []


def test_a_case_on_a_hydrant_is_recommended_to_its_owner_and_closed(nanjing):
    identity, grid = nanjing.query(
        "SELECT identity_code, unit_grid_code FROM room.component ORDER BY identity_code LIMIT 1"
    )[0]
    assert identity == "32010601013000001"
    walker = Walker(nanjing, real.NANJING)
    walker.report({"component_identity": identity, "description": "消火栓漏水"})
    owner = nanjing.query(
        "SELECT department_code FROM desk.recommend(%s) LIMIT 1",
        walker.state["case_id"],
        login=f"real_{real.NANJING}_dispatcher",
    )
    assert owner == [("LD",)]
    walker.walk("CG", reason="灯管所今日无人")
    placed = nanjing.query("SELECT unit_grid_code FROM room.case_file WHERE case_id = %s", walker.state["case_id"])
    assert placed == [(grid,)]


def test_nanjings_grids_cover_their_communities_and_cut_no_building(nanjing):
    uncovered, overlap, parts, count = nanjing.query(
        """
        WITH g AS (SELECT * FROM desk.grid WHERE kind = 'unit_grid'),
        whole AS (SELECT community_code, ST_Union(geom) AS geom, sum(ST_Area(geom)) AS area FROM g GROUP BY 1)
        SELECT sum(ST_Area(ST_SymDifference(d.geom, w.geom))), sum(w.area - ST_Area(w.geom)),
               (SELECT max(ST_NumGeometries(geom)) FROM g), (SELECT count(*) FROM g)
        FROM whole w JOIN room.division d ON d.code = w.community_code
        """
    )[0]
    assert uncovered < 10
    assert overlap < 1
    assert parts == 1
    assert 200 < count < 450
    (cut,) = nanjing.query(
        """
        SELECT count(*) FROM room.building b
        JOIN room.division d ON d.level = 'community' AND ST_CoveredBy(b.geom, d.geom)
        WHERE NOT EXISTS (
            SELECT 1 FROM desk.grid g WHERE g.kind = 'unit_grid' AND ST_Area(ST_Difference(b.geom, g.geom)) < 1)
        """
    )[0]
    assert cut == 0
    assert nanjing.query("SELECT count(*) FROM room.component WHERE unit_grid_code IS NULL") == [(0,)]


def test_everything_loaded_again_changes_nothing(nanjing):
    tables = ("street", "building", "division", "component", "grid_version", "change")
    query = "SELECT count(*), max(xmin::text::bigint) FROM room."
    before = [nanjing.query(query + table) for table in tables]
    assert "0 new, 0 changed" in nanjing.load("streets", real.nanjing(), "--layer", "edges", "--outside", "skip")
    assert "0 new, 0 changed, 419 unchanged" in nanjing.load("buildings", real.nanjing(), "--layer", "buildings")
    divisions = nanjing.folder / "divisions.geojson"
    assert "0 new, 0 changed, 5 unchanged" in nanjing.load("divisions", divisions, "--make-parents")
    assert "0 new, 0 changed" in nanjing.load("unit-grids")
    assert "0 handling units, 0 people and posts, 0 rows" in found(nanjing, real.NANJING)
    assert [nanjing.query(query + table) for table in tables] == before


def test_shanghais_subdistricts_become_divisions_twice_over(room):
    file = real.shared("admin_boundaries", "shanghai_subdistricts_osm_2026-08_public.gpkg")
    words = ("divisions", file, "--map", "code9_nbs2023=code", "--map", "district=parent_name")
    refused = room.load(*words, fails=True)
    assert "310101002  code  The division above, 310101, is neither in the room nor in the file" in refused
    assert "57 of 57 features have faults" in refused
    assert room.query("SELECT count(*) FROM room.division") == [(0,)]
    made = (*words, "--make-parents", "--name", "3101=上海市")
    assert "63 new" in room.load(*made)
    levels = room.query("SELECT level, count(*), count(geom) FROM room.division GROUP BY 1 ORDER BY 1")
    assert levels == [("city", 1, 0), ("district", 5, 0), ("subdistrict", 57, 57)]
    assert room.query("SELECT name_zh FROM room.division WHERE code = '310101'") == [("黄浦区",)]
    assert "57 unchanged" in room.load(*made)
    shifted = room.load(*made, "--crs", "GCJ-02", "--dry-run")
    assert "57 changed" in shifted
    assert "57 unchanged" in room.load(*made)


def test_shanghais_dirty_streets_are_read_as_they_are(room):
    jingan = real.shared("admin_boundaries", "jingan_subdistricts.geojson")
    room.load("divisions", jingan, "--map", "code9_nbs2023=code", "--make-parents")
    streets = real.shared("road_network", "shanghai_peoplesquare_drive_2026-07.gpkg")
    for_one = ("--subdistrict", "310106011", "--outside", "skip")
    assert " new, 0 changed" in room.load("streets", streets, "--layer", "edges", *for_one)
    refused = room.load("streets", streets, "--layer", "orphan_nodes", *for_one[:2], "--set", "class=x", fails=True)
    assert "The shape is a POINT, wanted is a LINESTRING" in refused


@pytest.mark.parametrize(("layer", "code", "count"), [("hydrants", "01013", 1960), ("street_lights", "01037", 6117)])
def test_cambridges_components_get_identities_in_a_room_of_their_own(cluster, tmp_path, layer, code, count):
    """The room's metric system is Massachusetts' here: nothing in the import knows where it is."""
    cambridge = real.shared("components", "cambridge_ma_city_components.gpkg")
    hull = shapely.convex_hull(shapely.MultiPoint(real.shapes(cambridge, layer))).buffer(0.001)
    divisions = real.write_divisions(tmp_path / "d.geojson", [("999001001", "剑桥街道", hull)])
    with real_room(cluster, tmp_path, srid=26986) as room:
        room.load("divisions", divisions, "--make-parents")
        found(room, "999001001")
        for_all = ("--set", f"class_code={code}", "--set", "department_code=LD")
        room.load("components", cambridge, "--layer", layer, *for_all)
        rows = room.query(
            "SELECT count(*), count(DISTINCT identity_code), min(identity_code), max(identity_code) FROM room.component"
        )
    assert rows == [(count, count, f"999001{code}000001", f"999001{code}{count:06d}")]


def test_jingans_centres_are_recognised_as_gcj02(room):
    boundaries = real.shared("admin_boundaries", "jingan_subdistricts.geojson")
    room.load("divisions", boundaries, "--map", "code9_nbs2023=code", "--make-parents")
    centres = Path(real.shared("admin_boundaries", "communities_12digit_2016.csv"))
    with centres.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "village" and row["lon_gcj02"]]
    known = {code for (code,) in room.query("SELECT code FROM room.division WHERE level = 'subdistrict'")}
    rows = [row for row in rows if row["code"][:9] in known]
    points = np.array([(float(row["lon_gcj02"]), float(row["lat_gcj02"])) for row in rows])
    connection = room.connect()
    with connection.cursor() as cursor:
        shares = shares_at_home(cursor, points, 4549, [row["code"][:9] for row in rows])
    connection.close()
    assert len(rows) == 85
    assert shares["GCJ-02"] == 1.0
    assert 0.5 < shares["EPSG:4326"] < 0.62
    assert shares["BD-09"] < 1.0
