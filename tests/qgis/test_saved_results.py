"""What an analyst saves, a dispatcher opens: the same features or cells, the same legend, the same parameters."""

import zlib
from pathlib import Path

import numpy as np
import psycopg2
import pytest
from hazard_layers import ORIGIN, crowd, rows, write_points
from osgeo import gdal
from qgis.core import QgsAction, QgsEditFormConfig, QgsProcessingException, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument
from qgis_process import call, make_profile

from community_brain_plugin.database.connection import connect
from community_brain_plugin.processing.result_algorithm import abstract_of, parameters_of


@pytest.fixture
def events(tmp_path) -> str:
    return write_points(tmp_path / "events.gpkg", crowd() + ORIGIN)


def test_hot_spots_are_opened_on_another_desk(run, sit_at, events, tmp_path):
    made, _ = run("hotspots", {"INPUT": events, "SIZE": 90, "OUTPUT": str(tmp_path / "hot.gpkg")})
    sit_at("analyst")
    run("saveresult", {"INPUT": made["OUTPUT"], "NAME": "三月热点"})
    sit_at("dispatcher")
    opened, _ = run("openresult", {"NAME": "三月热点", "FOLDER": str(tmp_path / "desk")})
    assert opened["VECTOR"].endswith("三月热点.gpkg")
    before, after = (rows(path) for path in (made["OUTPUT"], opened["VECTOR"]))
    assert [{**row, "fid": 0} for row in after] == [{**row, "fid": 0} for row in before]
    layer = QgsVectorLayer(opened["VECTOR"], "opened", "ogr")
    layer.loadDefaultMetadata()
    assert layer.crs().authid() == "EPSG:4549"
    assert next(iter(layer.renderer().categories())).label() == "Hot spot, 99 % sure"
    assert layer.metadata().abstract().startswith("communitybrain:hotspots\n")
    assert "SIZE = 90" in opened["ABSTRACT"]
    # What was left as it is counts as well.
    assert "STATISTIC = 0 (Getis-Ord Gi*)" in opened["ABSTRACT"]
    _, listener = run("openresult", {})
    assert "三月热点: communitybrain:hotspots" in listener.textLog()


def test_a_raster_keeps_its_bands_and_its_legend(run, sit_at, events, tmp_path):
    base = write_points(tmp_path / "base.gpkg", crowd(900) + ORIGIN)
    given = {"INPUT": events, "BASE": base, "CELL": 20, "OUTPUT": str(tmp_path / "r.tif")}
    made, _ = run("relativehazard", given)
    sit_at("analyst")
    run("saveresult", {"INPUT": made["OUTPUT"], "NAME": "risk 1/2"})
    sit_at("planner")
    opened, _ = run("openresult", {"NAME": "risk 1/2", "FOLDER": str(tmp_path / "desk")})
    assert opened["RASTER"].endswith("risk 1_2.tif")
    first, second = (gdal.Open(path) for path in (made["OUTPUT"], opened["RASTER"]))
    assert np.array_equal(first.ReadAsArray(), second.ReadAsArray(), equal_nan=True)
    assert first.GetGeoTransform() == second.GetGeoTransform()
    assert second.GetRasterBand(2).GetDescription() == "Ratio to what is expected (×)"
    layer = QgsRasterLayer(opened["RASTER"])
    assert layer.renderer().type() == "paletted"
    # No band is a colour, and no legend says so.
    assert layer.dataProvider().displayBandName(1) == "Band 1: Class"


def test_a_legend_brings_nothing_along_that_is_run(run, sit_at, events, tmp_path, map_room):
    """An action, or a form with a program in it: else whoever saved it says what the others' QGIS runs."""
    made, _ = run("hotspots", {"INPUT": events, "SIZE": 90, "OUTPUT": str(tmp_path / "hot.gpkg")})
    layer = QgsVectorLayer(made["OUTPUT"], "hot", "ogr")
    form = layer.editFormConfig()
    form.setInitCodeSource(QgsEditFormConfig.CodeSourceDialog)
    form.setInitFunction("trap")
    form.setInitCode("def trap(*arguments): raise SystemExit")
    layer.setEditFormConfig(form)
    layer.actions().addAction(QgsAction(QgsAction.GenericPython, "trap", "raise SystemExit"))
    layer.setMapTipTemplate("<img src='http://trap.example/'>")
    document = QDomDocument()
    layer.exportNamedStyle(document)
    assert "trap.example" in document.toString()
    content = psycopg2.Binary(zlib.compress(Path(made["OUTPUT"]).read_bytes()))
    with connect(map_room.parameters("analyst")) as session, session.cursor() as cursor:
        cursor.execute("SELECT desk.save_result('陷阱', 'vector', '{}', %s, %s)", (document.toString(), content))
    sit_at("dispatcher")
    opened, _ = run("openresult", {"NAME": "陷阱", "FOLDER": str(tmp_path / "desk")})
    style = Path(opened["VECTOR"]).with_suffix(".qml").read_text(encoding="utf-8")
    assert "Hot spot, 99 % sure" in style
    assert "SystemExit" not in style
    assert "trap.example" not in style


def test_a_result_is_saved_and_opened_from_command_lines(map_room, events, tmp_path):
    """An analyst's script saves under a name; another desk's script opens it, in its own language."""
    profile = make_profile(tmp_path / "qgis")

    def line(post: str, *words: str, language: str = "en") -> str:
        service = tmp_path / f"{post}.conf"
        entry = "\n".join(f"{key}={value}" for key, value in map_room.parameters(post).items())
        service.write_text(f"[community-brain]\n{entry}\n")
        code, told = call(profile, "run", *words, language=language, extra={"PGSERVICEFILE": str(service)})
        assert code == 0, told
        return told

    made, kept = tmp_path / "hot.gpkg", tmp_path / "desk"
    line("analyst", "communitybrain:hotspots", "--", f"INPUT={events}", "SIZE=90", f"OUTPUT={made}")
    line("analyst", "communitybrain:saveresult", "--", f"INPUT={made}", "NAME=三月热点")
    told = line("dispatcher", "communitybrain:openresult", "--", "NAME=三月热点", f"FOLDER={kept}", language="zh")
    assert "SIZE = 90" in told
    assert [row["value"] for row in rows(str(kept / "三月热点.gpkg"))] == [row["value"] for row in rows(str(made))]
    assert (kept / "三月热点.qml").is_file()


def test_a_name_that_is_taken_and_one_that_is_not_there_are_said(run, sit_at, events):
    sit_at("analyst")
    run("saveresult", {"INPUT": events, "NAME": "events"})
    sit_at("planner")
    other = {"INPUT": events, "NAME": "events"}
    with pytest.raises(QgsProcessingException, match="was saved by"):
        run("saveresult", {**other, "REPLACE": True})
    with pytest.raises(QgsProcessingException, match='no saved result named "nothing"'):
        run("openresult", {"NAME": "nothing"})
    sit_at("worker")
    with pytest.raises(QgsProcessingException, match="no saved result"):
        run("openresult", {"NAME": "events"})
    with pytest.raises(QgsProcessingException, match="may only be done by"):
        run("saveresult", {"INPUT": events, "NAME": "mine"})


def test_descriptions_and_parameters_become_each_other():
    text = "communitybrain:hotspots\nINPUT = /a b.gpkg\nSIZE = 90\n400 events were read.\n3 areas hot."
    assert parameters_of(text)["SIZE"] == "90"
    assert abstract_of(parameters_of(text)) == text
    assert abstract_of(parameters_of("")) == ""
