"""Unit grids drawn from streets: a seamless, noded cover that cuts no building, on a made-up and on a real district."""

import json
import os
from pathlib import Path

import numpy as np
import pytest

shapely = pytest.importorskip("shapely", minversion="2.0")
from shapely import LineString, box  # noqa: E402

from community_brain_plugin.grids.drawing import (  # noqa: E402
    DrawingRules,
    Material,
    draw_unit_grids,
    reading_order,
)

SHARED = Path(os.environ.get("COMMUNITY_BRAIN_SHARED", Path(__file__).resolve().parents[3] / "shared"))
NANJING = SHARED / "data" / "road_network" / "nanjing_xinjiekou_west_osm_2021-06.gpkg"


def assert_cover(grids, parents):
    """No gap, no overlap, union = parent; every corner on a neighbour's edge is a vertex of that edge."""
    shapes = [grid.geometry for grid in grids]
    whole = shapely.union_all(shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area, abs=0.01)
    assert whole.symmetric_difference(shapely.union_all(parents)).area < 1e-6 * whole.area + 0.1
    assert all(shape.geom_type == "Polygon" and shape.is_valid for shape in shapes)
    corners = shapely.points(np.unique(np.vstack([shapely.get_coordinates(shape) for shape in shapes]), axis=0))
    rings = [shape.boundary for shape in shapes]
    corner, ring = shapely.STRtree(rings).query(corners, predicate="dwithin", distance=1e-5)
    own = [shapely.MultiPoint(shapely.get_coordinates(line)) for line in rings]
    off = shapely.distance(corners[corner], np.array(own, dtype=object)[ring])
    assert off.max() < 1e-5


def cut_buildings(grids, buildings):
    """Buildings of which more than rounding (two millimetres along the walls) lies in a second grid."""
    shapes = np.array([grid.geometry for grid in grids], dtype=object)
    house, cell = shapely.STRtree(shapes).query(buildings, predicate="intersects")
    share = shapely.area(shapely.intersection(np.array(buildings, dtype=object)[house], shapes[cell]))
    rounding = 0.002 * shapely.length(np.array(buildings, dtype=object)[house])
    return np.flatnonzero(np.bincount(house[share > rounding], minlength=len(buildings)) > 1)


def test_a_district_of_two_communities_is_covered_without_cutting_buildings():
    parents = [box(0, 0, 400, 300), box(400, 0, 700, 300)]
    streets = [LineString([(0, 150), (700, 160)]), LineString([(210, 0), (190, 300)])]
    lanes = [LineString([(100, 0), (100, 150)])]
    # One building stands across the street, the others leave only narrow gaps.
    houses = [box(x, y, x + 36, y + 11) for x in range(10, 660, 44) for y in range(12, 280, 18)]
    houses = [house for house in houses if not house.intersects(box(399, 0, 401, 300))] + [box(250, 140, 290, 170)]
    grids = draw_unit_grids(parents, Material(streets, houses, [], lanes))
    assert_cover(grids, parents)
    assert len(cut_buildings(grids, houses)) == 0
    assert {grid.parent for grid in grids} == {0, 1}
    areas = [grid.geometry.area for grid in grids]
    assert min(areas) >= DrawingRules().smallest_area
    assert 7_000 < np.mean(areas) < 14_000


def test_slivers_join_a_neighbour_and_a_parent_without_streets_is_split():
    narrow = draw_unit_grids([box(0, 0, 200, 100)], Material([LineString([(0, 4), (200, 4)])]))
    assert all(grid.geometry.bounds[3] - grid.geometry.bounds[1] > 20 for grid in narrow)
    empty = draw_unit_grids([box(0, 0, 300, 200)], Material([]))
    assert_cover(empty, [box(0, 0, 300, 200)])
    assert 5 <= len(empty) <= 7


def test_an_invalid_parent_is_refused_with_its_number():
    bow_tie = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    with pytest.raises(ValueError, match="parent 1"):
        draw_unit_grids([box(0, 0, 9, 9), bow_tie], Material([]))


def test_numbers_run_west_to_east_in_rows_from_north_to_south():
    points = np.array([[250.0, 40.0], [50.0, 45.0], [150.0, 250.0], [50.0, 240.0], [250.0, 255.0]])
    assert reading_order(points).tolist() == [3, 2, 4, 1, 0]


def test_real_streets_of_nanjing_are_covered_and_no_building_is_cut():
    if not NANJING.exists():
        pytest.skip(f"the Nanjing streets are not at {NANJING}")
    ogr = pytest.importorskip("osgeo.ogr")
    ogr.UseExceptions()
    source = ogr.Open(str(NANJING))
    edges = _read(source, "edges")
    minor = ("service", "footway", "path", "pedestrian", "steps")
    streets = [shape for shape, fields in edges if fields["highway"] not in minor]
    lanes = [shape for shape, fields in edges if fields["highway"] in minor]
    buildings = [
        part for shape, _ in _read(source, "buildings") for part in shapely.get_parts(shapely.make_valid(shape))
    ]
    buildings = [part for part in buildings if part.geom_type == "Polygon"]
    parent = shapely.MultiLineString(streets).convex_hull.buffer(-200)
    grids = draw_unit_grids([parent], Material(streets, buildings, [], lanes))
    assert_cover(grids, [parent])
    whole = shapely.union_all(buildings)
    inside = [part for part in shapely.get_parts(whole) if parent.contains(part)]
    assert len(cut_buildings(grids, inside)) == 0
    areas = np.array([grid.geometry.area for grid in grids])
    assert 8_500 < np.median(areas) < 11_500


def _read(source, layer):
    """Shapes in metres around the district's middle (a flat projection is exact enough for grids), and fields."""
    out = []
    for feature in source.GetLayer(layer):
        shape = shapely.force_2d(shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
        metres = shapely.transform(shape, lambda xy: (xy - (118.77, 32.045)) * (94_400.0, 110_900.0))
        out.append((metres, json.loads(feature.ExportToJson())["properties"]))
    return out
