"""The map while the server is silent: it says so, stays responsive, and comes back by itself."""

import time

import pytest
from map_window import MapWindow, wait
from mute_proxy import MuteProxy
from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QTimer

from community_brain_plugin.database.feed import ConnectionState

#: Standing still for longer than this is waiting for the network; a busy test machine alone takes up to half of it.
STILL_SECONDS = 0.8


class Heartbeat:
    """The longest time between two beats of the GUI thread."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest


@pytest.fixture
def proxy(map_room, tmp_path_factory):
    proxy = MuteProxy(tmp_path_factory.mktemp("p"), map_room.cluster.home.socket)
    yield proxy
    proxy.close()


def cut(room: MapWindow, proxy: MuteProxy) -> None:
    """Cut while nothing is being drawn: on a local socket no keep-alive ever frees a thread that reads from it."""
    assert wait(lambda: not wait(room.canvas.isDrawing, 0.5), 30)
    proxy.cut()
    assert wait(lambda: room.model.state != ConnectionState.LIVE, 10)


def test_a_mute_server_does_not_hold_up_the_window(map_window, proxy):
    proxy.cut()
    room = map_window(host=proxy.host)
    beat = Heartbeat()
    room.begin()
    wait(lambda: False, 3)
    assert beat.stop() < STILL_SECONDS
    assert "since" in room.map._veil.text()
    proxy.restore()
    drawn = []
    room.map.rendered.connect(lambda: drawn.append(True))
    assert wait(lambda: drawn, 40)
    assert room.map._veil.text() == ""


def test_during_a_cut_the_map_says_so_and_identify_answers_without_standing_still(map_window, proxy, map_room):
    room = map_window(host=proxy.host).open()
    case = map_room.report()["case_id"]
    assert wait(lambda: case in room.model.cases)
    room.zoom(room.model.cases[case]["x"], room.model.cases[case]["y"], 500)
    cut(room, proxy)
    assert "the map shows what was known then" in room.map._veil.text()
    finished, clicked = [], []
    room.map._identify.finished.connect(finished.append)
    room.map.case_clicked.connect(clicked.append)
    beat = Heartbeat()
    row = room.model.cases[case]
    room.click(row["x"], row["y"])
    assert wait(lambda: finished, 10)
    room.canvas.zoomByFactor(1.5)
    wait(lambda: False, 1)
    assert beat.stop() < STILL_SECONDS
    assert clicked == [case], "live rows are known without the server"


def test_after_a_cut_everything_is_drawn_again_through_new_connections(map_window, proxy, map_room):
    room = map_window(host=proxy.host).open()
    before = room.layer("component").source()
    smallest = room.layer("component").minimumScale()
    cut(room, proxy)
    assert wait(lambda: not room.layer("component").isInScaleRange(1000), 5)
    assert not room.layer("street").isInScaleRange(1000)
    assert not room.layer("street").flags() & QgsMapLayer.LayerFlag.Identifiable
    case = map_room.report()["case_id"]
    map_room.query("UPDATE room.component SET name = 'changed meanwhile'")
    proxy.restore()
    assert wait(lambda: room.model.state == ConnectionState.LIVE, 60)
    assert wait(lambda: room.layer("component").source() != before and room.map._static.is_ready, 60)
    assert wait(lambda: room.layer("division").isInScaleRange(1000), 30)
    assert [row["case_id"] for row in room.rows("case")] == [case]
    assert {row["name"] for row in room.rows("component")} == {"changed meanwhile"}
    assert room.layer("component").minimumScale() == smallest
    assert room.layer("component").isInScaleRange(1000)
    assert not room.layer("street").hasScaleBasedVisibility()
    assert room.layer("street").flags() & QgsMapLayer.LayerFlag.Identifiable
    drawn = []
    room.canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    room.canvas.refreshAllLayers()
    assert wait(lambda: drawn, 30), "a drawing thread was lost in the cut"


def test_a_broken_connection_of_the_layers_is_not_noticed_by_anybody(map_window, map_room):
    room = map_window().open()
    map_room.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    assert wait(lambda: room.model.state != ConnectionState.LIVE, 10)
    assert wait(lambda: room.model.state == ConnectionState.LIVE, 20)
    assert wait(lambda: len(room.rows("component")) == 20, 20)
