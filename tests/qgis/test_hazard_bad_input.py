"""Whatever layer people have, an analysis is right about it, or says in plain words which feature is to blame."""

import numpy as np
import pytest
from hazard_layers import ORIGIN, crowd, rows, write_points, write_squares
from hazard_runs import MANY, TRIALS, city, events, given
from osgeo import osr
from qgis.core import QgsProcessingException, QgsVectorLayer

PLACES = crowd(MANY) + ORIGIN
#: Those that ask where events lie; the rhythm asks only when.
PLACED = [name for name in TRIALS if name != "hazardrhythm"]
WEIGHED = [name for name, trial in TRIALS.items() if trial.weight]
NO_EVENTS = "There are no events"
ONE_PLACE = "All events lie at one place"


@pytest.fixture(scope="module")
def layers(tmp_path_factory) -> dict[str, str]:
    return city(tmp_path_factory.mktemp("city"))


@pytest.fixture
def attempt(run, layers, tmp_path):
    """Run an analysis with other layers than the city's, or other parameters; returns results and log."""

    def running(name: str, more: dict | None = None, folder: str = "done", **other: str):
        (tmp_path / folder).mkdir(exist_ok=True)
        output = tmp_path / folder / f"found{TRIALS[name].ending}"
        words = given(name, {**layers, **other}, output) | (more or {})
        results, listener = run(name, words)
        return results, listener.textLog()

    return running


@pytest.fixture
def refusal(attempt, tmp_path):
    """Run an analysis that must refuse; returns its words. Nothing is left behind, and no Python is seen."""

    def refused(name: str, more: dict | None = None, **other: str) -> str:
        with pytest.raises(QgsProcessingException) as caught:
            attempt(name, more, "refused", **other)
        said = str(caught.value)
        assert "Traceback" not in said
        assert list((tmp_path / "refused").iterdir()) == []
        return said

    return refused


def counted(name: str, results: dict) -> float:
    """Return how many events an analysis says or shows it has counted."""
    if name in ("hazarddensity", "streethazarddensity"):
        return results["INTEGRAL"]
    if name in ("hotspots", "emerginghotspots"):
        return sum(row["value" if name == "hotspots" else "total"] for row in rows(results["OUTPUT"]))
    return results["EVENTS"]


def with_seventh(place) -> list:
    """Return the city's places, the seventh one being another."""
    return [place if number == 6 else kept for number, kept in enumerate(PLACES.tolist())]


@pytest.mark.parametrize("name", TRIALS)
def test_no_events(attempt, refusal, tmp_path, name):
    empty = events(tmp_path / "e.gpkg", [])
    if name in ("gridsummary", "streethazarddensity"):
        # Areas and streets are there to be told that nothing happened in them.
        assert counted(name, attempt(name, events=empty)[0]) == 0
    else:
        # Of areas of which nothing is known, none is hotter than another.
        assert refusal(name, events=empty).startswith("All areas have the same" if name == "hotspots" else NO_EVENTS)


@pytest.mark.parametrize("many", [1, 5])
@pytest.mark.parametrize("name", TRIALS)
def test_one_event_and_several_at_one_place(attempt, refusal, tmp_path, name, many):
    heap = events(tmp_path / "h.gpkg", [(ORIGIN[0] + 20.0, ORIGIN[1] + 30.0)] * many, [1.0] * many)
    by_month = {"STEP": 2, "CUT": True} if name == "emerginghotspots" else {}
    if by_month and many == 1:
        assert "whole steps of time; at least 4" in refusal(name, by_month, events=heap)
        return
    results, _ = attempt(name, by_month, events=heap)
    assert counted(name, results) == pytest.approx(many, rel=1e-6)
    if name in ("hazarddensity", "relativehazard"):
        assert refusal(name, {"BANDWIDTH": None, "RULE": 0, "BASE": heap}, events=heap).startswith(ONE_PLACE)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
@pytest.mark.parametrize("name", PLACED)
def test_a_place_that_is_no_place(attempt, refusal, tmp_path, name, value):
    layer = events(tmp_path / "e.gpkg", with_seventh((value, value)), [1.0] * MANY)
    if np.isnan(value):
        # Two NaN are how a file says that a point is empty.
        _, told = attempt(name, events=layer)
        assert "1 features have no place and do not count, such as 7." in told
    else:
        assert refusal(name, events=layer).startswith("Feature 7 lies nowhere its coordinate system knows (1 such")


@pytest.mark.parametrize("name", PLACED)
def test_features_without_a_place_are_left_out_and_named(attempt, tmp_path, name):
    layer = events(tmp_path / "e.gpkg", [*PLACES[:-2], None, None], [1.0] * MANY)
    results, told = attempt(name, events=layer)
    assert "2 features have no place and do not count, such as 239, 240." in told
    assert counted(name, results) < MANY - 1.9


@pytest.mark.parametrize("name", PLACED)
def test_each_point_of_a_multipoint_counts(attempt, tmp_path, name):
    shape = "MULTIPOINT({} {}, 500020 3540030)"
    layer = events(tmp_path / "e.gpkg", PLACES[:40], [1.0] * 40, shape=shape)
    results, _ = attempt(name, {"CUT": True} if name == "emerginghotspots" else None, events=layer)
    assert counted(name, results) == pytest.approx(80, rel=1e-6)


@pytest.mark.parametrize("name", PLACED)
def test_degrees_give_what_metres_give(attempt, tmp_path, name):
    system, degrees = osr.SpatialReference(), osr.SpatialReference()
    for one, code in ((system, 4549), (degrees, 4326)):
        one.ImportFromEPSG(code)
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    moved = osr.CoordinateTransformation(system, degrees).TransformPoints(PLACES.tolist())
    layer = events(tmp_path / "e.gpkg", [place[:2] for place in moved], epsg=4326)
    here, there = (attempt(name, **other)[0] for other in ({}, {"events": layer}))
    assert counted(name, there) == pytest.approx(counted(name, here), rel=1e-6)


@pytest.mark.parametrize("name", PLACED)
def test_metres_that_are_said_to_be_degrees(refusal, layers, tmp_path, name):
    wrong = events(tmp_path / "e.gpkg", PLACES, epsg=4326)
    assert refusal(name, events=wrong).startswith(f"Feature 1 lies nowhere its coordinate system knows ({MANY} such")
    for parameter, layer in TRIALS[name].layers.items():
        said = QgsVectorLayer(layers[layer], "said", "ogr")
        said.setCrs(said.crs().fromEpsgId(4326))
        assert "Feature 1 lies nowhere" in refusal(name, {parameter: said}), parameter


@pytest.mark.parametrize("name", PLACED)
def test_a_layer_without_a_coordinate_system(refusal, layers, name):
    for parameter, layer in {"INPUT": "events", **TRIALS[name].layers}.items():
        bare = QgsVectorLayer(layers[layer], "bare", "ogr")
        bare.setCrs(bare.crs().fromWkt(""))
        assert "has no coordinate system" in refusal(name, {parameter: bare}), parameter


@pytest.mark.parametrize(
    ("value", "words"), [(None, "missing, not a number"), (float("inf"), "infinite"), (-1.0, "negative")]
)
@pytest.mark.parametrize("name", WEIGHED)
def test_a_weight_that_is_none(attempt, refusal, tmp_path, name, value, words):
    layer = events(tmp_path / "e.gpkg", PLACES, [value if n == 6 else 1.0 for n in range(MANY)])
    if name == "hotspots" and value == -1.0:
        # What areas are compared by may be a difference.
        assert counted(name, attempt(name, events=layer)[0]) == pytest.approx(MANY - 2)
        return
    said = refusal(name, events=layer)
    assert words in said
    assert said.endswith("It is feature 7 of the layer.")


@pytest.mark.parametrize("name", [name for name in WEIGHED if name != "hazardrhythm"])
def test_nothing_weighs_anything(attempt, refusal, tmp_path, name):
    layer = events(tmp_path / "e.gpkg", PLACES, [0.0] * MANY)
    if name in ("hazarddensity", "streethazarddensity"):
        assert counted(name, attempt(name, events=layer)[0]) == 0.0
        return
    assert refusal(name, events=layer).startswith("All areas have the same" if name == "hotspots" else NO_EVENTS)


@pytest.mark.parametrize("name", PLACED)
def test_an_event_far_away_is_named_and_spoils_no_cell(attempt, refusal, tmp_path, name):
    """Where cells are made, one event misplaced by so much would make them too large for all the others."""
    layer = events(tmp_path / "e.gpkg", with_seventh((ORIGIN[0] + 200_000.0, ORIGIN[1] - 900_000.0)), [1.0] * MANY)
    if name == "streethazarddensity":
        assert "1 events are too far from a street and do not count: 7" in attempt(name, events=layer)[1]
        return
    said = refusal(name, {"CELL": None, "AREAS": None, "COMPONENTS": None}, events=layer)
    assert "feature 7" in said.lower()


def test_areas_and_streets_that_are_no_shapes(refusal, tmp_path):
    hollow = write_points(tmp_path / "a.gpkg", [(0, 0), None], shape="POLYGON(({0} {1}, 9 0, 9 9, {0} {1}))")
    nowhere = write_points(tmp_path / "s.gpkg", [None], shape="LINESTRING({} {}, 9 9)")
    for name in ("hotspots", "emerginghotspots", "gridsummary"):
        assert refusal(name, areas=hollow) == "Area 2 has no shape."
        assert refusal(name, areas=write_squares(tmp_path / f"{name}.gpkg", 0)) == "The layer of areas is empty."
    assert refusal("streethazarddensity", streets=nowhere) == "The layer of streets is empty."
    far = write_points(tmp_path / "f.gpkg", [ORIGIN], shape="LINESTRING({} {}, 9e9 9e9)")
    assert "pieces, more than 20000000" in (said := refusal("streethazarddensity", streets=far))
    assert said.endswith("It is feature 1 of the layer.")
