"""What if: in a dock without a room, plans are tried beside each other and streets change hands."""

import numpy as np
import pytest
from map_window import Iface, wait
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow

from community_brain_plugin.patrols import plans
from community_brain_plugin.ui.patrols.dock import WhatIfDock

_STEP = 100.0


def street_layer(columns=5, rows=4):
    """A grid of named streets, 100 m from crossing to crossing."""
    layer = QgsVectorLayer("LineString?crs=EPSG:4547&field=name:string&field=often:integer", "streets", "memory")
    features = []
    for x in range(columns):
        for y in range(rows):
            for name, end in ((f"E{x}{y}", (x + 1, y)), (f"N{x}{y}", (x, y + 1))):
                if end[0] < columns and end[1] < rows:
                    feature = QgsFeature()
                    ends = [QgsPointXY(500_000.0 + _STEP * a, 4_400_000.0 + _STEP * b) for a, b in ((x, y), end)]
                    feature.setGeometry(QgsGeometry.fromPolylineXY(ends))
                    feature.setAttributes([name, 1])
                    features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


@pytest.fixture
def dock(qgis_app, tmp_path):
    """The dock in a window of its own, on a street grid; three officers."""
    project = QgsProject.instance()
    project.clear()
    project.addMapLayer(street_layer())
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    window.setCentralWidget(canvas)
    window.resize(1000, 700)
    window.show()
    made = WhatIfDock(Iface(window, canvas))
    made.open()
    canvas.setDestinationCrs(project.mapLayersByName("streets")[0].crs())
    made.panel.fields.officers.setValue(3)
    made.panel.fields.seconds.setDecimals(1)
    made.panel.fields.seconds.setMinimum(0.2)
    made.panel.fields.seconds.setValue(0.2)
    yield made
    made.remove()
    window.deleteLater()
    project.clear()


def tried(panel):
    """Press the button and wait for the plan."""
    panel.do_it.click()
    assert wait(lambda: not panel.worker.is_busy, 60.0)
    return panel.variant


def test_what_is_tried_becomes_a_row_and_the_one_before_stays(dock):
    panel = dock.panel
    first = tried(panel)
    panel.fields.officers.setValue(2)
    second = tried(panel)
    assert panel.table.topLevelItemCount() == 2
    assert second.figures.longest > first.figures.longest
    assert second.figures.cost < first.figures.cost
    layer = next(iter(QgsProject.instance().mapLayersByName("What if: plan 2")), None)
    assert layer is not None
    assert layer.featureCount() > 0
    panel.undo()
    assert panel.variant is first
    assert panel.fields.officers.value() == 3
    assert QgsProject.instance().mapLayersByName("What if: plan 1")


def test_a_street_changes_hands_by_its_officers_number_and_comes_back_with_undo(dock):
    panel = dock.panel
    before = tried(panel)
    panel.list.setCurrentItem(panel.list.topLevelItem(2))
    street = panel.list.street
    assert before.officer_of(street) == 0
    QTest.keyClick(panel.list, Qt.Key.Key_3)
    assert wait(lambda: not panel.worker.is_busy, 60.0)
    after = panel.variant
    assert after.officer_of(street) == 2
    assert "→" in panel.message.text()
    assert panel.list.street == street
    QTest.keyClick(panel.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.variant is before


def test_a_street_is_dragged_on_the_map_to_another_officers_street(dock):
    panel = dock.panel
    variant = tried(panel)
    canvas = panel._canvas
    panel.drag.setChecked(True)
    graph = panel._trial.graph
    street, other = (int(walk.half[walk.visit][1] >> 1) for walk in variant.plan.walks[:2])
    canvas.setExtent(QgsRectangle(499_900.0, 4_399_900.0, 500_500.0, 4_400_400.0))
    canvas.waitWhileRendering()
    pixels = []
    for edge in (street, other):
        (x,), (y,) = graph.places(np.array([edge]), graph.length[[edge]] / 2.0)
        pixels.append(canvas.getCoordinateTransform().transform(QgsPointXY(x, y)).toQPointF().toPoint())
    viewport = canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixels[0])
    assert panel.tool.street == street
    assert panel.list.street == street
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixels[1])
    assert wait(lambda: not panel.worker.is_busy and panel.variant is not variant, 60.0)
    assert panel.variant.officer_of(street) == 1


def test_a_plan_is_saved_with_its_look_as_plan_patrols_would(dock, tmp_path):
    """What reads the routes of Plan patrols reads these, too: saving to the room, pages, tracks, replanning."""
    panel = dock.panel
    variant = tried(panel)
    path = tmp_path / "plan"
    panel.save(str(path))
    saved = QgsVectorLayer(f"{path}.gpkg|layername=patrol_routes", "again", "ogr")
    assert saved.featureCount() > 0
    assert {feature["officer"] for feature in saved.getFeatures()} == set(range(1, len(variant.plan.walks) + 1))
    assert len(saved.renderer().categories()) == 3
    assert saved.fields().names()[1:] == [
        "officer", "leg", "street", "name", "visit", "length_m", "start", "stop", "officer_name", "staff",
    ]  # fmt: skip
    assert min(feature["start"] for feature in saved.getFeatures()) == "08:00:00"


def test_what_was_tried_is_saved_in_the_room_with_its_proof(dock, run, sit_at, map_room):
    variant = tried(dock.panel)
    with_layer = []
    dock.panel.room_wanted.connect(with_layer.append)
    dock.panel.to_room.click()
    sit_at("planner")
    saved, _ = run("savepatrolplan", {"INPUT": with_layer[0].id(), "NAME": "tried", "STAFF": False})
    entry = plans.one(map_room.connect("dispatcher", autocommit=False), saved["PLAN"])
    assert (entry.name, entry.officers) == ("tried", 3)
    assert entry.longest_minutes == pytest.approx(variant.figures.longest, abs=0.05)
    assert entry.gap == pytest.approx(variant.figures.longest / variant.figures.bound - 1.0, abs=0.01)


def test_what_will_not_do_is_said_in_words(dock):
    panel = dock.panel
    layer = QgsProject.instance().mapLayersByName("streets")[0]
    feature = next(layer.getFeatures())
    layer.dataProvider().changeAttributeValues({feature.id(): {1: -2}})
    panel.fields.visits.setField("often")
    panel.do_it.click()
    assert wait(lambda: not panel.worker.is_busy, 60.0)
    assert panel.variant is None
    assert str(feature.id()) in panel.message.text()
