"""Drawing gives way to the window."""

import os
import sys
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QProgressBar, QWidget

from community_brain_plugin.ui.map.quiet_drawing import BEHIND, PREVIEW_MS, QuietDrawing


@pytest.fixture
def canvas(qtbot):
    layer = QgsVectorLayer("Point?crs=EPSG:4549", "points", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(5, 5)))
    layer.dataProvider().addFeature(feature)
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    canvas.show()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    canvas.setLayers([layer])
    canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    canvas.setParallelRenderingEnabled(True)
    yield canvas
    canvas.setLayers([])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux schedules by thread")
def test_the_threads_that_draw_give_way_and_the_windows_does_not(canvas, qtbot):
    canvas.quiet = QuietDrawing(canvas, canvas)
    before = os.getpriority(os.PRIO_PROCESS, 0)

    def drawn_with():
        threads = [one for one in Path("/proc/self/task").iterdir() if "pooled" in (one / "comm").read_text()]
        return [os.getpriority(os.PRIO_PROCESS, int(one.name)) for one in threads]

    def gives_way():
        canvas.refreshAllLayers()
        return min(before + BEHIND, 19) in drawn_with()

    qtbot.waitUntil(gives_way, timeout=30_000)
    assert os.getpriority(os.PRIO_PROCESS, 0) == before
    canvas.stopRendering()


def test_a_room_that_is_left_leaves_the_canvas_as_it_was(canvas):
    canvas.setMapUpdateInterval(250)
    quiet = QuietDrawing(canvas)
    assert canvas.mapUpdateInterval() == PREVIEW_MS
    quiet.close()
    assert canvas.mapUpdateInterval() == 250


def test_qgis_progress_bar_does_not_come_and_go_while_a_room_is_open_and_is_in_its_place_afterwards(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    canvas = QgsMapCanvas(window)
    window.setCentralWidget(canvas)
    bar, words = QProgressBar(), QLabel("EPSG:4549")
    bar.setObjectName("mProgressBar")
    # As QGIS has it: a row within the status bar.
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.addWidget(bar, 1)
    layout.addWidget(words)
    bar.hide()
    window.statusBar().addPermanentWidget(row)
    window.show()
    quiet = QuietDrawing(canvas)
    bar.show()
    assert not bar.isVisible()
    assert layout.indexOf(bar) == -1
    quiet.close()
    assert not bar.isVisible()
    assert (layout.indexOf(bar), layout.stretch(0)) == (0, 1)
    bar.show()
    assert bar.isVisible()
