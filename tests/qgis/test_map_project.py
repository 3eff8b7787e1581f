"""The QGIS project the room stands in: asked about when there is something of somebody's own in it."""

from map_window import wait
from qgis.core import QgsPrintLayout, QgsVectorLayer
from qgis.PyQt.QtTest import QTest


def test_a_project_with_nothing_but_the_room_is_not_asked_about(map_window, map_room):
    window = map_window()
    room = window.open()
    assert wait(lambda: room.map.is_built)
    room.map.set_shading("unit_grid", "alarms")
    assert wait(lambda: not room.project.isDirty())
    room.close()
    assert not room.project.isDirty()


def test_a_layer_or_a_page_of_ones_own_is(map_window, map_room):
    room = map_window().open()
    own = QgsVectorLayer("Point?crs=EPSG:4549", "own", "memory")
    room.project.addMapLayer(own)
    # In its window QGIS itself does this for each new layer.
    room.project.setDirty(True)
    QTest.qWait(100)
    assert room.project.isDirty()
    room.project.removeMapLayer(own.id())
    room.project.setDirty(False)
    page = QgsPrintLayout(room.project)
    page.setName("page")
    room.project.layoutManager().addLayout(page)
    QTest.qWait(100)
    assert room.project.isDirty()
