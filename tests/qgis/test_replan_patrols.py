"""Replan patrols from the toolbox: what is walked or locked stays, and what changes is listed."""

import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsVectorLayer,
)

_STEP = 100.0


@pytest.fixture(scope="module")
def streets(qgis_app):
    """A grid of 5 by 4 crossings, 100 m apart."""
    layer = QgsVectorLayer("LineString?crs=EPSG:4547&field=name:string&field=locked:integer", "streets", "memory")
    features = []
    for x in range(5):
        for y in range(4):
            for name, end in ((f"E{x}{y}", (x + 1, y)), (f"N{x}{y}", (x, y + 1))):
                if end[0] < 5 and end[1] < 4:
                    feature = QgsFeature(layer.fields())
                    ends = [QgsPointXY(500_000.0 + _STEP * a, 4_400_000.0 + _STEP * b) for a, b in ((x, y), end)]
                    feature.setGeometry(QgsGeometry.fromPolylineXY(ends))
                    feature["name"] = name
                    features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def ran(run, tmp_path):
    """Run an algorithm; of its layers the files come."""

    def running(name, given):
        files = {output: str(tmp_path / f"{name}_{output}.gpkg") for output in ("OUTPUT", "CHANGES")}
        if name == "planpatrols":
            files.pop("CHANGES")
        results, _ = run(name, {"SECONDS": 0.3} | given | files)
        return results

    return running


@pytest.fixture
def planned(ran, streets):
    """The routes of three officers from 08:00 on, at 4 km/h."""
    return ran("planpatrols", {"INPUT": streets, "OFFICERS": 3})["OUTPUT"]


def rows(path):
    layer = QgsVectorLayer(path, "rows", "ogr")
    return [dict(zip(layer.fields().names(), feature.attributes(), strict=True)) for feature in layer.getFeatures()]


def visits(path, officer, **wanted):
    """The streets an officer visits, in order."""
    found = [row for row in rows(path) if row["officer"] == officer and row["visit"] == 1]
    found = [row for row in found if all(row[name] == value for name, value in wanted.items())]
    return [row["name"] for row in sorted(found, key=lambda row: row["leg"])]


def test_an_officer_falls_ill_at_half_past_eight(ran, streets, planned):
    given = {"INPUT": streets, "ROUTES": planned, "UNTIL": "08:08", "GONE": "2"}
    results = ran("replanpatrols", given)
    layer = results["OUTPUT"]
    walked = [row for row in rows(planned) if row["start"] < "08:08:00"]
    for officer in (1, 2, 3):
        before = {row["name"] for row in walked if row["officer"] == officer and row["visit"] == 1}
        assert before <= set(visits(layer, officer, walked=1))
    assert visits(layer, 2, walked=0) == []
    changes = rows(results["CHANGES"])
    assert {row["before"] for row in changes} <= {1, 2, 3}
    assert {row["after"] for row in changes} <= {1, 3}
    assert results["MOVED"] == len(changes) > 0
    assert results["BOUND"] <= results["LONGEST"]
    everything = {name for officer in (1, 2, 3) for name in visits(layer, officer)}
    assert len(everything) == streets.featureCount()


def test_fixed_officers_and_locked_streets_stay_where_they_were(ran, streets, planned):
    locked = visits(planned, 3)[2]
    numbers = {feature["name"]: feature.id() for feature in streets.getFeatures()}
    field = streets.fields().lookupField("locked")
    streets.dataProvider().changeAttributeValues({numbers[locked]: {field: 1}})
    given = {"INPUT": streets, "ROUTES": planned, "NEW": 2, "FIXED": "1", "LOCK": "locked", "WORTH": 0.0,
             "SECONDS": 5}  # fmt: skip
    results = ran("replanpatrols", given)
    assert visits(results["OUTPUT"], 1) == visits(planned, 1)
    assert locked in visits(results["OUTPUT"], 3)
    streets.dataProvider().changeAttributeValues({numbers[locked]: {field: None}})


def test_without_news_the_plan_is_the_same(ran, streets, planned):
    results = ran("replanpatrols", {"INPUT": streets, "ROUTES": planned})
    assert (results["MOVED"], results["DROPPED"], results["LEFT_OUT"]) == (0, 0, 0)
    for officer in (1, 2, 3):
        assert visits(results["OUTPUT"], officer) == visits(planned, officer)


def test_what_will_not_do_is_refused_in_words(ran, streets, planned):
    with pytest.raises(QgsProcessingException, match="no officer 7"):
        ran("replanpatrols", {"INPUT": streets, "ROUTES": planned, "GONE": "7"})
    with pytest.raises(QgsProcessingException, match="not what Plan patrols gave"):
        ran("replanpatrols", {"INPUT": streets, "ROUTES": streets})
    elsewhere = QgsVectorLayer(planned, "elsewhere", "ogr").materialize(QgsFeatureRequest())
    for feature in list(elsewhere.getFeatures()):
        geometry = feature.geometry()
        geometry.translate(37.0, 41.0)
        elsewhere.dataProvider().changeGeometryValues({feature.id(): geometry})
    with pytest.raises(QgsProcessingException, match="does not run along these streets"):
        ran("replanpatrols", {"INPUT": streets, "ROUTES": elsewhere})
