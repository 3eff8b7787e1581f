"""Identify: what lies at a click, in a panel like QGIS's own, asked of a worker and never of the GUI thread."""

from collections.abc import Callable

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget, QTreeWidget, QTreeWidgetItem

from ...errors import RoomError
from .finder import Asking, Found
from .subjects import GROUPS, IDENTIFIED, Subject, words
from .tips import facts_of
from .tools import reach_metres, to_room

#: What a click hits comes before the ground it stands on.
_ORDER = [*(group for group in GROUPS if group not in ("grids", "divisions")), "grids", "divisions"]
_RANK = Qt.ItemDataRole.UserRole + 1


class IdentifyPanel(QDockWidget):
    """Layers, features and their facts as a tree; `chosen(Found)` when a feature is double-clicked."""

    chosen = pyqtSignal(object)

    def __init__(self, parent=None) -> None:
        super().__init__(QCoreApplication.translate("Map", "What is here"), parent)
        self.setObjectName("community_brain_identify")
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(
            [QCoreApplication.translate("Map", "Feature"), QCoreApplication.translate("Map", "Value")]
        )
        self.tree.setAlternatingRowColors(True)
        self.tree.itemDoubleClicked.connect(self._on_double_click)
        self.setWidget(self.tree)
        self._first: QTreeWidgetItem | None = None

    def begin(self) -> None:
        """Empty the panel for another point."""
        self._first = None
        self.tree.clear()

    def add(self, found: list[Found]) -> None:
        """Add what was found."""
        for one in found:
            layer = self._layer(one.subject)
            facts = facts_of(one.subject, one.row)
            item = QTreeWidgetItem([facts[0][1] if facts else "", ""])
            item.setData(0, Qt.ItemDataRole.UserRole, one)
            for heading, value in facts:
                line = QTreeWidgetItem([heading, value])
                line.setToolTip(1, value)
                item.addChild(line)
            layer.addChild(item)
            layer.setExpanded(True)
        self._open_first()
        self.tree.resizeColumnToContents(0)

    def say(self, text: str) -> None:
        """Write a line instead of features: nothing here, or why nobody knows."""
        item = QTreeWidgetItem([text, ""])
        item.setFirstColumnSpanned(True)
        self.tree.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)

    def _layer(self, subject: Subject) -> QTreeWidgetItem:
        title, rank = words(subject.title), _ORDER.index(subject.group)
        place = 0
        for index in range(self.tree.topLevelItemCount()):
            layer = self.tree.topLevelItem(index)
            if layer.text(0) == title:
                return layer
            if (layer.data(0, _RANK) or 0) <= rank:
                place = index + 1
        item = QTreeWidgetItem([title, ""])
        item.setData(0, _RANK, rank)
        self.tree.insertTopLevelItem(place, item)
        return item

    def _open_first(self) -> None:
        """Show the facts of what comes first, and of nothing that came first only until the server had answered."""
        top = self.tree.topLevelItem(0)
        first = top.child(0) if top is not None else None
        if first is not self._first:
            if self._first is not None:
                self._first.setExpanded(False)
            self._first = first
        if first is not None:
            first.setExpanded(True)

    def _on_double_click(self, item: QTreeWidgetItem) -> None:
        found = item.data(0, Qt.ItemDataRole.UserRole)
        if found is not None:
            self.chosen.emit(found)


class RoomIdentify(QObject):
    """Finds what lies at a point and shows it; `case_found(case_id)` when the nearest thing is a case.

    `local(x, y, metres)` gives live rows and grids; static subjects that are ticked and in scale are asked for.
    """

    case_found = pyqtSignal(object)
    finished = pyqtSignal(list)

    def __init__(self, iface, queries, local: Callable[[float, float, float], list[Found]], tree, parent) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._local = local
        self._tree = tree
        self._asking = Asking(queries)
        self._waiting = 0
        self._found: list[Found] = []
        self.panel: IdentifyPanel | None = None

    def at(self, point: QgsPointXY, crs) -> None:
        """Show what lies at a point of the canvas; `crs` is the room's."""
        reach = reach_metres(self._canvas, point, crs)
        place = to_room(self._canvas, point, crs)
        here = self._local(place.x(), place.y(), reach)
        self._found = list(here)
        if here and here[0].subject.name == "case":
            self.case_found.emit(here[0].key)
        self._open_panel()
        self.panel.begin()
        self.panel.add(here)
        subjects = [subject for subject in IDENTIFIED if self.is_drawn(subject)]
        self._waiting = len(subjects)
        where = (place.x(), place.y(), reach, int(crs.authid().rpartition(":")[2]))
        self._asking.ask(subjects, where, self._take, self._fail)
        if not subjects:
            self._finish()

    def close(self) -> None:
        """Give up what is under way and put the panel away."""
        self._asking.cancel()
        if self.panel is not None:
            self._iface.removeDockWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None

    def _open_panel(self) -> None:
        if self.panel is None:
            self.panel = IdentifyPanel(self._iface.mainWindow())
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.panel.show()

    def is_drawn(self, subject: Subject) -> bool:
        """Return whether a subject's layer is on and in scale."""
        layer = self._tree.find(subject.name)
        return layer is not None and layer in self._canvas.layers() and layer.isInScaleRange(self._canvas.scale())

    def _take(self, found: list[Found]) -> None:
        self._found += found
        if self.panel is not None:
            self.panel.add(found)
        self._finish_one()

    def _fail(self, error: RoomError) -> None:
        if self.panel is not None:
            self.panel.say(str(error))
        self._finish_one()

    def _finish_one(self) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self._finish()

    def _finish(self) -> None:
        if self.panel is not None and self.panel.tree.topLevelItemCount() == 0:
            self.panel.say(QCoreApplication.translate("Map", "Nothing here at this scale. Zoom in to see components."))
        self.finished.emit(self._found)
