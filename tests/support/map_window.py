"""A window with canvas and layer tree, as much of QGIS as the map needs, on a little room."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from little_room import LittleRoom
from qgis.core import QgsLayerTreeModel, QgsPointXY, QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow

from community_brain_plugin.ui.live.queries import Queries
from community_brain_plugin.ui.live.room_model import RoomModel
from community_brain_plugin.ui.map.room_map import RoomMap


def wait(condition: Callable[[], object], seconds: float = 15.0) -> bool:
    """Let events pass until the condition holds; return whether it does."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.001)
    return bool(condition())


class Iface(QObject):
    """What the map uses of QgisInterface."""

    currentLayerChanged = pyqtSignal(object)  # noqa: N815

    def __init__(self, window: QMainWindow, canvas: QgsMapCanvas) -> None:
        super().__init__(window)
        self._window, self._canvas = window, canvas
        self._bar = QgsMessageBar(window)
        self._tips = QAction(window)
        self._tips.setCheckable(True)
        self.current = None

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def mainWindow(self) -> QMainWindow:
        return self._window

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self._window.removeDockWidget(dock)

    def actionMapTips(self) -> QAction:
        return self._tips

    def activeLayer(self):
        return self.current


class MapWindow:
    """A live map of a little room as one post sees it; `host` is another way to its server."""

    def __init__(self, room: LittleRoom, folder: Path, post: str = "dispatcher", host: str | None = None) -> None:
        self.project = QgsProject.instance()
        self.project.clear()
        parameters = room.parameters(post) | ({"host": host} if host else {})
        # QGIS pools connections by the service's name, so every room has one of its own.
        self.service = f"community-brain-{room.name}"
        text = "\n".join([f"[{self.service}]", *(f"{key}={value}" for key, value in parameters.items())])
        (folder / f"{post}-{room.name}.conf").write_text(f"{text}\n", encoding="utf-8")
        self._before = os.environ.get("PGSERVICEFILE")
        os.environ["PGSERVICEFILE"] = str(folder / f"{post}-{room.name}.conf")
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.canvas.setCachingEnabled(True)
        self.canvas.setParallelRenderingEnabled(True)
        self.window.setCentralWidget(self.canvas)
        root = self.project.layerTreeRoot()
        self._bridge = QgsLayerTreeMapCanvasBridge(root, self.canvas)
        self._view = QgsLayerTreeView()
        self._view.setModel(QgsLayerTreeModel(root, self._view))
        self.project.crsChanged.connect(self._follow_crs)
        self.window.resize(900, 600)
        self.window.show()
        self.iface = Iface(self.window, self.canvas)
        self.model, self.queries = RoomModel(), Queries()
        self.model.connection_changed.connect(self._follow_connection)
        self.map = RoomMap(self.iface, self.model, self.queries, self.service)
        self.parameters = parameters
        self.is_open = True

    def begin(self) -> None:
        """Open the room and build the map, without waiting."""
        self.queries.open(self.parameters)
        self.model.open(self.parameters)
        self.map.build()

    def open(self) -> "MapWindow":
        """Open the room, build the map and wait until it has been drawn."""
        drawn = []
        self.map.rendered.connect(lambda: drawn.append(True))
        self.begin()
        assert wait(lambda: drawn, 30), "the map was not drawn"
        return self

    def legend(self, layer) -> list:
        """Return a layer's lines in the legend of the layer tree."""
        return self._view.layerTreeModel().layerLegendNodes(self.project.layerTreeRoot().findLayer(layer.id()))

    def close(self) -> None:
        """Take the map down and stop every thread."""
        if not self.is_open:
            return
        self.is_open = False
        self.map.teardown()
        self.model.close()
        self.queries.close()
        self.project.crsChanged.disconnect(self._follow_crs)
        self.window.close()
        self.project.clear()
        if self._before is None:
            os.environ.pop("PGSERVICEFILE", None)
        else:
            os.environ["PGSERVICEFILE"] = self._before

    def tree_model(self) -> QgsLayerTreeModel:
        """Return the model of the layer tree, which themes are applied to."""
        return self._view.layerTreeModel()

    def layer(self, name: str):
        """Return the layer of a subject, such as case or grid/unit_grid."""
        found = [
            one for one in self.project.mapLayers().values() if one.customProperty("community_brain/subject") == name
        ]
        assert len(found) == 1, f"{name}: {len(found)} layers"
        return found[0]

    def rows(self, name: str) -> list[dict]:
        """Return the attributes of a layer's features."""
        layer = self.layer(name)
        names = layer.fields().names()
        return [dict(zip(names, feature.attributes(), strict=True)) for feature in layer.getFeatures()]

    def zoom(self, x: float, y: float, scale: float) -> None:
        """Show a point of the room at 1:scale and wait until it is drawn."""
        drawn = []
        self.canvas.setCenter(QgsPointXY(x, y))
        self.canvas.zoomScale(scale)
        self.canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
        self.canvas.refresh()
        assert wait(lambda: drawn), "not drawn"

    def pixel(self, x: float, y: float) -> QPoint:
        """Return where a point of the room is on the canvas."""
        found = self.canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
        return QPoint(round(found.x()), round(found.y()))

    def click(self, x: float, y: float) -> None:
        """Click at a point of the room with the mouse."""
        QTest.mouseClick(
            self.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.pixel(x, y)
        )

    def _follow_connection(self) -> None:
        self.queries.follow(self.model.connection)

    def _follow_crs(self) -> None:
        self.canvas.setDestinationCrs(self.project.crs())
