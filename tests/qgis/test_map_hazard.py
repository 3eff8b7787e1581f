"""The live hazard layer on a real room: off until it is ticked, then it follows what comes and goes."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from little_room import ORIGIN
from map_window import wait
from osgeo import gdal
from qgis.core import QgsLayerTreeLayer
from qgis.PyQt.QtCore import QStandardPaths, Qt

from community_brain_plugin.analysis.raster import Grid
from community_brain_plugin.ui.map.hazard_switch import KEY, HazardSwitch
from community_brain_plugin.ui.map.hazard_worker import Frame, HazardWorker, Order


def tick(room, on: bool) -> None:
    room.project.layerTreeRoot().findLayer(room.map.hazard.layer.id()).setItemVisibilityChecked(on)


def top(room) -> tuple[float, float, float]:
    """Return the highest density per km², and where it is, from the room's origin."""
    file = gdal.Open(room.map.hazard.layer.source())
    values = np.nan_to_num(file.ReadAsArray())
    west, cell, _, north, _, _ = file.GetGeoTransform()
    row, column = np.unravel_index(np.argmax(values), values.shape)
    return values.max(), west + (column + 0.5) * cell - ORIGIN[0], north - (row + 0.5) * cell - ORIGIN[1]


def test_it_follows_cases_while_it_is_ticked_and_rests_while_not(map_window, map_room):
    room, counts = map_window().open(), []
    hazard = room.map.hazard
    hazard.shown.connect(counts.append)
    assert not hazard.is_on
    before = len(room.model.cases)
    tick(room, True)
    assert wait(lambda: counts and counts[-1] == before)
    map_room.report(x=ORIGIN[0] + 300, y=ORIGIN[1] + 120)
    assert wait(lambda: counts[-1] == before + 1)
    for _ in range(3):
        map_room.report(x=ORIGIN[0] + 300, y=ORIGIN[1] + 120)
    assert wait(lambda: counts[-1] == before + 4)
    high, x, y = top(room)
    assert abs(x - 300) < 60
    assert abs(y - 120) < 60
    # Four quartic kernels of 150 m at one place.
    assert high >= 4 * 3 / np.pi / 0.15**2 * 0.98
    assert hazard.layer.renderer().type() == "singlebandpseudocolor"
    legend = hazard.layer.legend().createLayerTreeModelLegendNodes(QgsLayerTreeLayer(hazard.layer))
    assert legend[0].data(Qt.ItemDataRole.DisplayRole) == "Band 1: Alarms and open cases per km²"
    hazard.set_hours(1e-6)
    assert wait(lambda: counts[-1] == 0)
    assert top(room)[0] == 0.0
    tick(room, False)
    assert not hazard.is_on


def test_the_switch_and_the_tick_are_one_and_themes_leave_both_alone(map_window, map_room):
    room, counts = map_window().open(), []
    hazard, switch = room.map.hazard, HazardSwitch(room.window)
    hazard.shown.connect(counts.append)
    switch.follow(hazard)
    assert switch.action.isEnabled()
    assert switch.action.shortcut().toString() == KEY
    room.project.layerTreeRoot().findLayer(hazard.layer.id()).parent().setItemVisibilityChecked(False)
    switch.action.trigger()
    assert wait(lambda: hazard.is_on and counts)
    root, model = room.project.layerTreeRoot(), room.tree_model()

    def show(theme: str) -> None:
        with hazard.kept():
            room.project.mapThemeCollection().applyTheme(theme, root, model)

    for theme in ("Draw", "Plan", "Print"):
        show(theme)
        assert hazard.is_on
        assert switch.action.isChecked()
        assert root.findLayer(hazard.layer.id()).isVisible()
    tick(room, False)
    assert not switch.action.isChecked()
    show("Draw")
    assert not hazard.is_on
    assert not root.findLayer(hazard.layer.id()).isVisible()
    switch.menu().actions()[0].trigger()
    assert wait(lambda: hazard.is_on)
    assert hazard.layer.name() == "Live hazard density, last 1 h"
    switch.menu().actions()[2].trigger()
    assert hazard.layer.name() == "Live hazard density, last 24 h"
    switch.let_go()
    assert not switch.action.isEnabled()


def test_qgis_is_left_without_a_question_about_it(map_window, map_room):
    """QGIS asks at each exit whether a raster among the temporary files may be lost."""
    room = map_window().open()
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    assert Path(room.map.hazard.layer.source()).is_relative_to(cache)


def test_closing_the_map_ends_it_and_leaves_no_file(map_window, map_room):
    room, counts = map_window().open(), []
    room.map.hazard.shown.connect(counts.append)
    tick(room, True)
    map_room.report()
    assert wait(lambda: counts and counts[-1] > 0)
    folder = room.map.hazard.layer.source().rsplit("/", 1)[0]
    room.close()
    assert not room.map.hazard.is_on
    assert wait(lambda: not gdal.ReadDir(folder))


def test_a_long_count_says_how_far_it_is_and_what_changes_nothing_is_not_written_again(tmp_path, qgis_app):
    worker, shares, drawn, same = HazardWorker(tmp_path), [], [], []
    worker.counted.connect(shares.append)
    worker.drawn.connect(lambda path, _top, events: drawn.append((path, events)))
    worker.unchanged.connect(lambda: same.append(True))
    found = datetime(2026, 6, 1, tzinfo=UTC)
    rows = {("case", n): {"x": 50.0 + n % 90, "y": 60.0, "first_found_at": found} for n in range(12_000)}
    worker.work(Order(rows, 0.0, Frame(Grid(0.0, 200.0, 10.0, 20, 20), 30.0, "", "per km²")))
    assert [count for _, count in drawn] == [12_000]
    assert len(shares) >= 10
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    # Somebody dispatches a case: it stands where it stood.
    worker.work(Order({("case", 5): {**rows["case", 5], "state": "handling"}}, 0.0))
    assert (len(drawn), len(same)) == (1, 1)
    worker.work(Order({("case", 5): None}, 0.0))
    assert drawn[1][1] == 11_999
    assert drawn[1][0] != drawn[0][0]
