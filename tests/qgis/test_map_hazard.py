"""The live hazard layer on a real room: off until it is ticked, then it follows what comes and goes."""

import numpy as np
from little_room import ORIGIN
from map_window import wait
from osgeo import gdal


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
    hazard.set_hours(1e-6)
    assert wait(lambda: counts[-1] == 0)
    assert top(room)[0] == 0.0
    tick(room, False)
    assert not hazard.is_on


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
