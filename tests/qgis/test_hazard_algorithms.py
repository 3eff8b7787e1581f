"""The hazard analyses as people meet them: a layer and Run, in any coordinate system, and plain words when it fails."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hazard_layers import ORIGIN, Listener, crowd, raster, rows, write_points, write_squares, write_streets
from osgeo import gdal, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayerTreeLayer,
    QgsMapLayerLegend,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import NULL, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis_process import call, make_profile
from real_data import shared

from community_brain_plugin.processing import area_table
from community_brain_plugin.processing.catalogue import ENTRIES
from community_brain_plugin.processing.events import read
from community_brain_plugin.processing.provider import Provider

ROOT = Path(__file__).resolve().parents[2]


def given_for(name: str, metric: str, output: Path) -> dict[str, str]:
    """Return what an analysis is given; layers beside the events by their paths."""
    more = {key: str(Path(metric).with_name(v)) if v.endswith(".gpkg") else v for key, v in RUNS[name][0].items()}
    return {"INPUT": metric, "OUTPUT": str(output), **more}


@pytest.fixture
def metric(tmp_path) -> str:
    """Four hundred events in the room's own metres, with weights and times, and streets beside them."""
    write_streets(tmp_path / "streets.gpkg")
    weights = [float(1 + n % 3) for n in range(400)]
    times = [f"2026-{1 + n % 6:02d}-{1 + n % 28:02d}T{n % 24:02d}:30:00" for n in range(400)]
    return write_points(tmp_path / "events.gpkg", crowd() + ORIGIN, weight=weights, at=times)


@pytest.fixture(scope="module")
def profile(tmp_path_factory) -> Path:
    """A fresh folder of QGIS profiles with the plugin in it."""
    return make_profile(tmp_path_factory.mktemp("qgis"))


#: What each is given besides INPUT and OUTPUT, and the ending of its output.
RUNS: dict[str, tuple[dict[str, str], str]] = {
    "hazarddensity": ({}, ".tif"),
    "relativehazard": ({}, ".tif"),
    "hotspots": ({}, ".gpkg"),
    "emerginghotspots": ({}, ".gpkg"),
    "hazardrhythm": ({}, ".gpkg"),
    "gridsummary": ({}, ".gpkg"),
    "streethazarddensity": ({"STREETS": "streets.gpkg", "FAR_FROM": "200"}, ".gpkg"),
}


#: Outputs people may ask for besides.
MORE = {
    "emerginghotspots": {"TABLE": "cube.gpkg", "PAGE": "page.html"},
    "hazardrhythm": {"PICTURE": "rhythm.png"},
    "streethazarddensity": {"FAR": "far.gpkg", "PROFILE": "profile.png"},
}


def test_every_analysis_is_run_here():
    assert set(RUNS) == {entry.name for entry in ENTRIES if entry.group == "analysis"}


@pytest.mark.parametrize("name", RUNS)
def test_each_runs_from_the_command_line(profile, metric, tmp_path, name):
    output = tmp_path / f"found{RUNS[name][1]}"
    besides = {key: str(tmp_path / file) for key, file in MORE.get(name, {}).items()}
    inputs = [f"{key}={value}" for key, value in (given_for(name, metric, output) | besides).items()]
    code, told = call(profile, "run", f"communitybrain:{name}", "--", *inputs)
    assert code == 0, told
    assert "400 events were read" in told
    assert output.is_file()
    about = ElementTree.parse(output.with_suffix(".qmd")).getroot().findtext("abstract")
    assert about.startswith(f"communitybrain:{name}\n")
    assert f"INPUT = {metric}" in about
    assert output.with_suffix(".qml").is_file()
    assert all(Path(file).stat().st_size for file in besides.values())


@pytest.mark.parametrize("stop_at", [0.0, 20.0, 45.0, 70.0, 88.0, 96.0])
@pytest.mark.parametrize("name", RUNS)
def test_cancelling_leaves_no_file_but_those_that_were_there(run, metric, tmp_path, name, stop_at):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "found.csv").write_text("a list of the user's own")
    given = given_for(name, metric, folder / f"found{RUNS[name][1]}")
    given |= {key: str(folder / file) for key, file in MORE.get(name, {}).items()}
    results, listener = run(name, given, Listener(stop_at))
    assert listener.stopped is not None
    assert results == {}
    assert [path.name for path in folder.iterdir()] == ["found.csv"]


@pytest.mark.parametrize("name", ["hotspots", "gridsummary", "streethazarddensity"])
def test_long_lists_of_shapes_are_as_others_and_cancelling_them_leaves_no_file(
    run, metric, tmp_path, monkeypatch, name
):
    short, long, stopped = (tmp_path / f"{word}.gpkg" for word in ("short", "long", "stopped"))
    run(name, given_for(name, metric, short))
    monkeypatch.setattr(area_table, "_MANY", 10)
    monkeypatch.setattr(area_table, "_TOGETHER", 50)
    run(name, given_for(name, metric, long))
    assert rows(str(long)) == rows(str(short))
    shapes = [[f.geometry().asWkt(3) for f in QgsVectorLayer(str(p), "s", "ogr").getFeatures()] for p in (short, long)]
    assert shapes[0] == shapes[1]
    _, listener = run(name, given_for(name, metric, stopped), Listener(96.0))
    assert listener.stopped is not None
    assert not list(tmp_path.glob("stopped*"))


@pytest.mark.parametrize("name", RUNS)
def test_progress_only_goes_on(run, metric, tmp_path, name):
    _, listener = run(name, given_for(name, metric, tmp_path / f"found{RUNS[name][1]}"))
    assert listener.shares == sorted(listener.shares)
    assert listener.shares[-1] == pytest.approx(100.0)


def test_density_adds_up_to_the_weights(run, metric, tmp_path):
    results, _ = run("hazarddensity", {"INPUT": metric, "WEIGHT": "weight", "OUTPUT": str(tmp_path / "d.tif")})
    values, area, unit = raster(results["OUTPUT"])
    assert unit == "events/km²"
    assert results["WEIGHT_SUM"] == sum(1 + n % 3 for n in range(400))
    assert np.sum(values, dtype=float) * area == pytest.approx(results["WEIGHT_SUM"], rel=1e-6)


@pytest.mark.parametrize("epsg", [4326, 3857])
def test_degrees_and_distorting_systems_give_the_same_density(run, metric, tmp_path, epsg):
    true, _ = run("hazarddensity", {"INPUT": metric, "RULE": 1, "BANDWIDTH": 100, "OUTPUT": str(tmp_path / "true.tif")})
    system, target = (osr.SpatialReference() for _ in range(2))
    system.ImportFromEPSG(4549)
    target.ImportFromEPSG(epsg)
    for one in (system, target):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    moved = osr.CoordinateTransformation(system, target).TransformPoints((crowd() + ORIGIN).tolist())
    points = write_points(tmp_path / "other.gpkg", [place[:2] for place in moved], epsg)
    given = {"INPUT": points, "RULE": 1, "BANDWIDTH": 100, "OUTPUT": str(tmp_path / "other.tif")}
    other, listener = run("hazarddensity", given)
    assert "equal-area system" in listener.textLog()
    assert other["INTEGRAL"] == pytest.approx(400.0, rel=1e-6)
    assert other["MAXIMUM"] == pytest.approx(true["MAXIMUM"], rel=5e-3)


@pytest.mark.parametrize(("weight", "words"), [(None, "missing"), (-1.0, "negative"), (float("inf"), "infinite")])
def test_a_bad_weight_is_refused_by_its_feature(run, tmp_path, weight, words):
    points = write_points(tmp_path / "bad.gpkg", crowd(9), weight=[1.0] * 6 + [weight] + [1.0] * 2)
    output = tmp_path / "d.tif"
    with pytest.raises(QgsProcessingException, match=rf"{words}.*feature 7 ") as refusal:
        run("hazarddensity", {"INPUT": points, "WEIGHT": "weight", "OUTPUT": str(output)})
    assert "Row 7" in str(refusal.value)
    assert not output.exists()


def test_features_without_a_place_are_left_out_and_said(run, tmp_path):
    points = write_points(tmp_path / "some.gpkg", [*crowd(20)[:-2] + ORIGIN, None, None])
    results, listener = run("hazarddensity", {"INPUT": points, "OUTPUT": str(tmp_path / "d.tif")})
    assert results["EVENTS"] == 18
    assert "2 features have no place and do not count, such as 19, 20" in listener.textLog()


def test_no_events_and_events_at_one_place_are_said_plainly(run, tmp_path):
    empty = write_points(tmp_path / "empty.gpkg", [])
    with pytest.raises(QgsProcessingException, match="There are no events"):
        run("hazarddensity", {"INPUT": empty, "OUTPUT": str(tmp_path / "d.tif")})
    heap = write_points(tmp_path / "heap.gpkg", [ORIGIN] * 5)
    with pytest.raises(QgsProcessingException, match="at one place"):
        run("hazarddensity", {"INPUT": heap, "OUTPUT": str(tmp_path / "d.tif")})
    given = {"INPUT": heap, "RULE": 1, "BANDWIDTH": 80, "OUTPUT": str(tmp_path / "d.tif")}
    assert run("hazarddensity", given)[0]["INTEGRAL"] == pytest.approx(5.0, rel=1e-6)


def test_a_study_area_cuts_and_by_event_keeps_the_mass(run, metric, tmp_path):
    corners = [(0, -900), (900, -900), (900, 900), (0, 900), (0, -900)]
    ring = ", ".join(f"{x + ORIGIN[0]} {y + ORIGIN[1]}" for x, y in corners)
    area = write_points(tmp_path / "area.gpkg", [ORIGIN], shape=f"POLYGON(({ring}))")
    east = write_points(tmp_path / "east.gpkg", np.abs(crowd()) + ORIGIN)
    given = {"INPUT": east, "RULE": 1, "BANDWIDTH": 120, "AREA": area, "OUTPUT": str(tmp_path / "d.tif")}
    plain, kept = (run("hazarddensity", {**given, "EDGE": edge})[0]["INTEGRAL"] for edge in (0, 2))
    assert plain < 370.0
    assert kept == pytest.approx(400.0, rel=0.02)


def test_severity_and_age_weigh(run, tmp_path):
    times = ["2026-01-01", "2026-01-11", "2026-01-11"]
    points = write_points(tmp_path / "three.gpkg", crowd(3) + ORIGIN, kind=["A", "B", "C"], at=times)
    given = {
        "INPUT": points, "SEVERITY_FIELD": "kind", "SEVERITY": ["A", 8, "B", 3], "TIME_FIELD": "at", "HALF_LIFE": 10,
        "OUTPUT": str(tmp_path / "d.tif"),
    }  # fmt: skip
    assert run("hazarddensity", given)[0]["WEIGHT_SUM"] == pytest.approx(8 / 2 + 3 + 1)


def test_columns_and_features_are_read_alike(provider, tmp_path):
    weights = [1.5, None, 3.0]
    path = write_points(tmp_path / "p.gpkg", crowd(3) + ORIGIN, weight=weights, at=["2026-01-01", None, "东街"])
    algorithm, context = provider.algorithm("hazarddensity"), QgsProcessingContext()
    selected = QgsVectorLayer(path, "p", "ogr")
    selected.selectAll()
    context.temporaryLayerStore().addMapLayer(selected)
    found = []
    for given in (path, QgsProcessingFeatureSourceDefinition(selected.id(), True)):
        events, _ = read(algorithm, {"INPUT": given}, "INPUT", context, ["weight", "at"])
        found.append(events)
    for fast, slow in zip(found[0].columns.values(), found[1].columns.values(), strict=True):
        assert fast.dtype == slow.dtype
        assert [str(value) for value in fast] == [str(value) for value in slow]
    assert (found[0].x == found[1].x).all()
    assert (found[0].feature == found[1].feature).all()


def test_each_part_of_a_multipoint_is_an_event(run, tmp_path):
    shape = "MULTIPOINT({} {}, 500300 3540300)"
    points = write_points(tmp_path / "multi.gpkg", crowd(5) + ORIGIN, shape=shape)
    assert run("hazarddensity", {"INPUT": points, "OUTPUT": str(tmp_path / "d.tif")})[0]["EVENTS"] == 10


def test_the_legend_says_the_unit(run, metric, tmp_path):
    results, _ = run("hazarddensity", {"INPUT": metric, "UNIT": 1, "OUTPUT": str(tmp_path / "d.tif")})
    layer = QgsRasterLayer(results["OUTPUT"])
    assert layer.renderer().type() == "singlebandpseudocolor"
    assert all(label.endswith("events/ha") for label, _ in layer.renderer().legendSymbologyItems())
    nodes = QgsMapLayerLegend.defaultRasterLegend(layer).createLayerTreeModelLegendNodes(QgsLayerTreeLayer(layer))
    assert nodes[0].data(Qt.ItemDataRole.DisplayRole) == "Band 1: Density (events/ha)"
    # Nor do other programs take it for a picture, which they would show inverted.
    file = gdal.Open(results["OUTPUT"])
    assert file.GetRasterBand(1).GetColorInterpretation() == gdal.GCI_Undefined
    assert "MINISWHITE" not in file.GetMetadata("IMAGE_STRUCTURE")


def corner_values() -> list[float]:
    """Return values of 8 × 8 squares: high in the south-west corner, else a little noise."""
    noise = np.random.default_rng(2).uniform(0.0, 1.0, 64)
    return [9.0 + v if n % 8 < 3 and n // 8 < 3 else v for n, v in enumerate(noise)]


@pytest.mark.parametrize("neighbours", [0, 1, 2])
@pytest.mark.parametrize("statistic", [0, 1])
def test_hot_spots_are_where_the_high_values_are(run, tmp_path, statistic, neighbours):
    areas = write_squares(tmp_path / "areas.gpkg", crime=corner_values())
    output = str(tmp_path / "hot.gpkg")
    given = {"INPUT": areas, "VALUE": "crime", "STATISTIC": statistic, "NEIGHBOURS": neighbours, "OUTPUT": output}
    run("hotspots", given)
    found = rows(output)
    hot = [row["kind"].startswith(("hot", "high_high")) for row in found]
    inner = [n % 8 < 2 and n // 8 < 2 for n in range(64)]
    far = [n % 8 > 3 or n // 8 > 3 for n in range(64)]
    assert all(hot[n] for n in range(64) if inner[n])
    assert not any(hot[n] for n in range(64) if far[n])
    assert [row["crime"] for row in found] == corner_values()


def test_events_are_counted_in_given_areas_in_any_system(run, tmp_path):
    areas = write_squares(tmp_path / "areas.gpkg")
    points = np.random.default_rng(6).uniform(0.0, 300.0, (200, 2)) + ORIGIN
    system, degrees = (osr.SpatialReference() for _ in range(2))
    system.ImportFromEPSG(4549)
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    moved = osr.CoordinateTransformation(system, degrees).TransformPoints(points.tolist())
    events = write_points(tmp_path / "events.gpkg", [place[:2] for place in moved], 4326)
    output = str(tmp_path / "hot.gpkg")
    run("hotspots", {"INPUT": events, "AREAS": areas, "OUTPUT": output})
    column, row = np.floor((points - ORIGIN) / 100.0).astype(int).T
    counted = np.bincount(row * 8 + column, minlength=64)
    assert [found["value"] for found in rows(output)] == counted.tolist()


def test_neighbours_along_streets_are_fewer_than_by_air(run, tmp_path):
    areas = write_squares(tmp_path / "areas.gpkg", crime=corner_values())
    streets = write_streets(tmp_path / "streets.gpkg")
    given = {
        "INPUT": areas, "VALUE": "crime", "NEIGHBOURS": 3, "RADIUS": 150, "STREETS": streets,
        "OUTPUT": str(tmp_path / "hot.gpkg"),
    }  # fmt: skip
    found = rows(run("hotspots", given)[0]["OUTPUT"])
    # Middles lie between two streets that meet at corners: those beside along the nearest street, no diagonals.
    assert max(row["neighbours"] for row in found) <= 4
    with pytest.raises(QgsProcessingException, match="need streets"):
        run("hotspots", {key: value for key, value in given.items() if key != "STREETS"})


@pytest.mark.parametrize("cells", [0, 1])
def test_made_cells_hold_every_event_where_it_lies(run, metric, tmp_path, cells):
    output = str(tmp_path / "hot.gpkg")
    run("hotspots", {"INPUT": metric, "CELLS": cells, "SIZE": 90, "OUTPUT": output})
    layer = QgsVectorLayer(output, "found", "ogr")
    places = [QgsGeometry.fromPointXY(QgsPointXY(*place)) for place in crowd() + ORIGIN]
    total = 0
    for feature in layer.getFeatures():
        inside = sum(feature.geometry().contains(place) for place in places)
        assert feature["value"] == inside
        total += inside
    assert total == 400


def test_a_null_value_is_refused_by_its_feature(run, tmp_path):
    values = corner_values()
    values[11] = None
    areas = write_squares(tmp_path / "areas.gpkg", crime=values)
    with pytest.raises(QgsProcessingException, match="Feature 12: crime is no number"):
        run("hotspots", {"INPUT": areas, "VALUE": "crime", "OUTPUT": str(tmp_path / "hot.gpkg")})
    assert not (tmp_path / "hot.gpkg").exists()


def test_columbus_is_as_published(run, tmp_path):
    shared = Path(os.environ.get("COMMUNITY_BRAIN_SHARED") or ROOT.parent / "shared") / "bench" / "gistar"
    if not shared.is_dir():
        pytest.skip(f"the published values are not here: {shared}")
    # The file's system is "undefined", which newer versions of QGIS take at its word: it is given one that is metric.
    areas = QgsVectorLayer(str(shared / "columbus.gpkg"), "columbus", "ogr")
    areas.setCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    given = {"INPUT": areas, "VALUE": "CRIME", "OUTPUT": str(tmp_path / "hot.gpkg")}
    results, _ = run("hotspots", given)
    found = rows(results["OUTPUT"])
    sure = [row["z"] > 0 for row in found if row["q"] <= 0.05]
    assert (sure.count(True), sure.count(False)) == (7, 2)


def test_a_grid_summary_counts_what_a_meeting_asks_for(run, tmp_path):
    areas = write_squares(tmp_path / "areas.gpkg", side=2, number=[1, 2, 3, 4])
    places = [(10, 10), (20, 20), (30, 30), (110, 10), (10, 110), (500, 500)]
    cases = write_points(
        tmp_path / "cases.gpkg", np.array(places) + ORIGIN, class_code=["A", "B", "A", "A", "B", "A"],
        closed_at=["2026-03-01 10:00:00", None, None, "2026-03-05 10:00:00", "2026-03-09T08:00:00", None],
        deadline_at=["2026-03-02 10:00:00", "2026-03-01 00:00:00", "2026-03-20 00:00:00", "2026-03-02", None, None],
    )  # fmt: skip
    components = write_points(tmp_path / "things.gpkg", np.array([(50, 50), (60, 60), (150, 150)]) + ORIGIN)
    alarms = write_points(tmp_path / "alarms.gpkg", np.array([(50, 50), (150, 50)]) + ORIGIN, kind=["smoke", "water"])
    x, y = ORIGIN
    # Along the border of the two southern squares, and through the middle of the first.
    line = f"LINESTRING({x + 100} {y}, {x + 100} {y + 100}, {x + 100} {y + 50}, {x} {y + 50})"
    streets = write_points(tmp_path / "streets.gpkg", [ORIGIN], shape=line)
    output = str(tmp_path / "summary.gpkg")
    given = {
        "INPUT": cases, "AREAS": areas, "MOMENT": "2026-03-10T00:00:00", "COMPONENTS": components, "ALARMS": alarms,
        "ALARM_CLASS": "kind", "STREETS": streets, "OUTPUT": output,
    }  # fmt: skip
    results, listener = run("gridsummary", given)
    assert "1 events lie in no area" in listener.textLog()
    assert (results["EVENTS"], results["OUTSIDE"]) == (6, 1)
    first, second, third, fourth = rows(output)
    assert [first[name] for name in ("number", "events", "open", "closed", "overdue", "on_time")] == [1, 3, 2, 1, 1, 1]
    assert (first["on_time_share"], first["class_A"], first["class_B"]) == (1.0, 2, 1)
    assert (first["components"], first["events_per_component"]) == (2, 1.5)
    assert (first["alarms"], first["alarm_smoke"], second["alarm_water"]) == (1, 1, 1)
    assert (second["on_time"], second["on_time_share"]) == (0, 0.0)
    assert third["on_time_share"] == NULL
    assert fourth["events"] == 0
    assert second["events_per_component"] == NULL
    assert first["street_km"] == pytest.approx(0.1 + 0.05, rel=1e-3)
    assert second["street_km"] == pytest.approx(0.05, rel=1e-3)
    assert first["area_km2"] == pytest.approx(0.01, rel=1e-3)


def test_every_analysis_runs_as_a_step_of_a_model(provider, metric, qgis_app):
    registry = QgsApplication.processingRegistry()
    registry.addProvider(Provider())
    try:
        for name in RUNS:
            model = QgsProcessingModelAlgorithm("m", "m", "m")
            model.addModelParameter(
                QgsProcessingParameterFeatureSource("points", "points"), QgsProcessingModelParameter("points")
            )
            step = QgsProcessingModelChildAlgorithm(f"communitybrain:{name}")
            step.setChildId("step")
            step.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("points")])
            for key, value in given_for(name, metric, Path()).items():
                if key in RUNS[name][0]:
                    step.addParameterSources(key, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
            output = QgsProcessingModelOutput("found", "found")
            output.setChildId("step")
            output.setChildOutputName("OUTPUT")
            step.setModelOutputs({"found": output})
            model.addChildAlgorithm(step)
            context = QgsProcessingContext()
            context.setProject(QgsProject.instance())
            # step:found, or found alone in newer versions of QGIS.
            (wanted,) = (parameter.name() for parameter in model.destinationParameterDefinitions())
            results, well = model.run({"points": metric, wanted: "TEMPORARY_OUTPUT"}, context, Listener())
            assert well, name
            layer = QgsProcessingUtils.mapLayerFromString(results[wanted], context)
            assert layer.isValid()
            assert layer.metadata().abstract().startswith(f"communitybrain:{name}")
    finally:
        registry.removeProvider("communitybrain")


def test_continuous_street_density_keeps_every_weight(run, metric, tmp_path):
    given = {**given_for("streethazarddensity", metric, tmp_path / "s.gpkg"), "WEIGHT": "weight"}
    results, _ = run("streethazarddensity", given)
    assert results["FAR_COUNT"] == 0
    assert results["INTEGRAL"] == pytest.approx(results["WEIGHT_SUM"], rel=1e-9)
    assert sum(row["events"] for row in rows(results["OUTPUT"])) == pytest.approx(799.0, rel=1e-9)


def test_events_far_from_a_street_are_listed_not_dropped(run, tmp_path):
    streets = write_streets(tmp_path / "streets.gpkg")
    points = write_points(tmp_path / "three.gpkg", np.array([(3, 10), (50, 50), (5000, 0)]) + ORIGIN)
    given = {"INPUT": points, "STREETS": streets, "FAR_FROM": 20, "OUTPUT": str(tmp_path / "s.gpkg")}
    results, listener = run("streethazarddensity", {**given, "FAR": str(tmp_path / "far.gpkg")})
    assert "2 events are too far from a street and do not count: 2, 3" in listener.textLog()
    assert [row["feature"] for row in rows(results["FAR"])] == [2, 3]
    assert results["WEIGHT_SUM"] == 1.0


def test_one_way_streets_are_walked_one_way_and_nonsense_is_refused(run, tmp_path):
    points = write_points(tmp_path / "one.gpkg", np.array([(50, 0)]) + ORIGIN)
    given = {"INPUT": points, "ONE_WAY": "dir", "BANDWIDTH": 90, "METHOD": 1, "OUTPUT": str(tmp_path / "s.gpkg")}
    given["STREETS"] = write_streets(tmp_path / "along.gpkg", dir=["yes"] * 42)
    results, _ = run("streethazarddensity", given)
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    reached = [f.geometry().boundingBox().xMinimum() - ORIGIN[0] for f in layer.getFeatures() if f["events"] > 1e-6]
    assert min(reached) >= 30.0
    given["STREETS"] = write_streets(tmp_path / "odd.gpkg", dir=["yes"] * 4 + ["up"] * 38)
    with pytest.raises(QgsProcessingException, match="Feature 5: up does not say which way"):
        run("streethazarddensity", {**given, "OUTPUT": str(tmp_path / "t.gpkg")})


@pytest.fixture(scope="module")
def boston(tmp_path_factory) -> str:
    """A quarter of a million real cases, degrees."""
    table = shared("cases", "boston_cases_public.csv.gz")
    path = str(tmp_path_factory.mktemp("boston") / "cases.gpkg")
    opened = gdal.OpenEx(
        f"CSV:/vsigzip/{table}", gdal.OF_VECTOR, allowed_drivers=["CSV"],
        open_options=["X_POSSIBLE_NAMES=lon", "Y_POSSIBLE_NAMES=lat", "EMPTY_STRING_AS_NULL=YES"],
    )  # fmt: skip
    degrees = {"srcSRS": "EPSG:4326", "dstSRS": "EPSG:4326"}
    written = gdal.VectorTranslate(path, opened, format="GPKG", selectFields=["category", "closed"], **degrees)
    del written
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", ["hazarddensity", "hotspots", "gridsummary"])
def test_boston_needs_no_more_than_its_layer(profile, boston, tmp_path, name):
    output = tmp_path / f"boston{RUNS[name][1]}"
    inputs = [f"INPUT={boston}", f"OUTPUT={output}"]
    code, told = call(profile, "run", f"communitybrain:{name}", "--", *inputs)
    assert code == 0, told
    assert "equal-area system" in told
    count = int(re.search(r"(\d+) events were read", told)[1])
    assert count > 240_000
    if name == "hazarddensity":
        assert float(re.search(r"INTEGRAL:\t([0-9.]+)", told)[1]) == pytest.approx(count, rel=1e-6)
    else:
        assert sum(row["value" if name == "hotspots" else "events"] for row in rows(str(output))) == count


@pytest.mark.slow
@pytest.mark.parametrize("stop_at", [1.0, 20.0, 45.0, 92.0])
@pytest.mark.parametrize("name", ["hazarddensity", "hotspots", "gridsummary"])
def test_boston_is_cancelled_without_a_trace(run, boston, tmp_path, name, stop_at):
    given = {"INPUT": boston, "OUTPUT": str(tmp_path / f"boston{RUNS[name][1]}")}
    _, listener = run(name, given, Listener(stop_at))
    assert listener.stopped is not None
    assert list(tmp_path.iterdir()) == []


def test_the_street_profile_shows_the_streets_by_their_names(run, tmp_path):
    """Most happens on one street, a little on another that crosses it; a third has nothing."""
    along = np.column_stack([np.linspace(-380, 380, 60), np.full(60, 2.0)])
    points = write_points(tmp_path / "p.gpkg", np.concatenate([along, [(52.0, 240.0)] * 3]) + ORIGIN)
    streets = write_streets(tmp_path / "s.gpkg", name=["东西大街" if n == 10 else f"{n} Street" for n in range(42)])
    path = tmp_path / "profile.png"
    given = {"INPUT": points, "STREETS": streets, "OUTPUT": str(tmp_path / "o.gpkg"), "PROFILE": str(path)}
    results, listener = run("streethazarddensity", given)
    assert results["PROFILE"] == str(path)
    assert "Field name was found by its name" in listener.textLog()
    image = QImage(str(path))
    assert image.width() == 1400
    # The dark red of the highest class stands in the view and in the profiles' lines.
    red = [QColor(image.pixel(x, y)).name() == "#bd0026" for x in range(0, 1400, 3) for y in range(60, 850, 2)]
    assert sum(red) > 50


def test_straight_on_leaves_the_side_streets_alone(run, tmp_path):
    points = write_points(tmp_path / "one.gpkg", np.array([(50, 0)]) + ORIGIN)
    given = {"INPUT": points, "STREETS": write_streets(tmp_path / "s.gpkg"), "BANDWIDTH": 180, "STRAIGHT": True}
    results, _ = run("streethazarddensity", {**given, "OUTPUT": str(tmp_path / "o.gpkg")})
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    heights = [f.geometry().boundingBox().height() for f in layer.getFeatures() if f["events"] > 1e-9]
    assert len(heights) > 20
    assert max(heights) < 1e-6
    assert results["INTEGRAL"] == pytest.approx(1.0, rel=1e-9)


def test_an_adaptive_reach_is_at_most_twice_as_long(run, tmp_path):
    """One event far from a crowd would reach on and on, over ever more crossings."""
    places = np.concatenate([np.random.default_rng(1).normal(0.0, 5.0, (200, 2)), [(-650.0, 2.0)]])
    points = write_points(tmp_path / "p.gpkg", places + ORIGIN)
    given = {"INPUT": points, "STREETS": write_streets(tmp_path / "s.gpkg"), "BANDWIDTH": 40, "ADAPTIVE": True}
    results, _ = run("streethazarddensity", {**given, "LIXEL": 2, "OUTPUT": str(tmp_path / "o.gpkg")})
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    boxes = [f.geometry().boundingBox() for f in layer.getFeatures() if f["events"] > 1e-9]
    west = [box.xMinimum() - ORIGIN[0] for box in boxes if box.xMinimum() < ORIGIN[0] - 300]
    assert -732.0 <= min(west) <= -726.0
