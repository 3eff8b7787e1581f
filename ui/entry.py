"""The plugin's foot in QGIS's door: a menu, a settings page, and the room when it is asked for.

Cheap to import: whatever needs the database or the docks is imported when the room opens.
"""

from qgis.core import Qgis, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .. import resources
from .connection.options import RoomOptionsFactory

_OPEN_ON_START = "community-brain/open_on_start"


class DeskEntry(QObject):
    """Menu entries and the room they open and close.

    `session` is the open room or None; `opens_on_start` says that the room is to open with QGIS.
    """

    def __init__(self, iface) -> None:
        super().__init__()
        self._iface = iface
        self.session = None
        self._complaint = None
        self._menu = self.tr("Community Brain")
        icon = QIcon(str(resources.path("icons", "community_brain.svg")))
        self._open = self._action(self.tr("Open the command room"), "open", self.toggle_room, icon)
        self._open.setCheckable(True)
        self._choose = self._action(self.tr("Choose the room …"), "choose", self.choose_room)
        icon = QIcon(str(resources.path("icons", "what_if.svg")))
        self._try = self._action(self.tr("What if: patrols …"), "what_if", self.open_what_if, icon)
        self._what_if = None
        for action in (self._open, self._try):
            iface.addToolBarIcon(action)
        self._options = RoomOptionsFactory(self.choose_room)
        iface.registerOptionsWidgetFactory(self._options)
        self.opens_on_start = bool(QgsSettings().value(_OPEN_ON_START, False, type=bool))

    def unload(self) -> None:
        """Close the room and take the entries out of QGIS."""
        self.close_room()
        if self._what_if is not None:
            self._what_if.remove()
            self._what_if = None
        self._iface.unregisterOptionsWidgetFactory(self._options)
        for action in (self._open, self._try):
            self._iface.removeToolBarIcon(action)
        for action in (self._open, self._choose, self._try):
            self._iface.removePluginDatabaseMenu(self._menu, action)
            self._iface.unregisterMainWindowAction(action)
            action.deleteLater()

    def toggle_room(self) -> None:
        """Open the room, or close it when it is open."""
        if self.session is None:
            self.open_room()
        else:
            self.close_room()

    def open_room(self) -> None:
        """Open the room of the profile in use; where it cannot be reached, say what to do."""
        from ..errors import RoomError
        from .connection import profiles

        if self.session is not None:
            return
        try:
            way = profiles.way(profiles.load())
        except RoomError as error:
            self._complain(str(error))
            self._open.setChecked(False)
            self.choose_room()
            return
        from .desk.session import RoomSession

        self._complain("")
        self.session = RoomSession(self._iface, way, self)
        self._open.setChecked(True)

    def close_room(self) -> None:
        """Close the room, if one is open."""
        if self.session is not None:
            session, self.session = self.session, None
            session.close()
            session.deleteLater()
        self._open.setChecked(False)

    def choose_room(self) -> None:
        """Show the dialog of connection profiles; what is accepted there is opened."""
        from .connection.dialog import ConnectionDialog

        dialog = ConnectionDialog(self._iface.mainWindow(), leaves_room=self.session is not None)
        dialog.accepted.connect(self._reopen)
        dialog.open()

    def open_what_if(self) -> None:
        """Show the dock in which patrol plans are tried; it needs no room."""
        from .patrols.dock import WhatIfDock

        if self._what_if is None:
            self._what_if = WhatIfDock(self._iface)
            self._what_if.panel.room_wanted.connect(_save_in_room)
        self._what_if.open()

    def _reopen(self) -> None:
        self.close_room()
        self.open_room()

    def _complain(self, text: str) -> None:
        """Say above the map why the room does not open, until it does; what was said before goes."""
        bar, before = self._iface.messageBar(), self._complaint
        if before is not None and not sip.isdeleted(before):
            bar.popWidget(before)
        self._complaint = bar.createMessage(self._menu, text) if text else None
        if self._complaint is not None:
            bar.pushWidget(self._complaint, Qgis.MessageLevel.Warning, 0)

    def _action(self, text: str, name: str, done, icon: QIcon | None = None) -> QAction:
        action = QAction(icon or QIcon(), text, self._iface.mainWindow())
        action.setObjectName(f"community_brain_{name}")
        action.triggered.connect(lambda checked=False: done())
        self._iface.addPluginToDatabaseMenu(self._menu, action)
        self._iface.registerMainWindowAction(action, "")
        return action


def _save_in_room(layer) -> None:
    """Open the algorithm that saves a plan of patrol, filled in."""
    import processing  # QGIS's own, there only in a whole QGIS

    processing.execAlgorithmDialog("communitybrain:savepatrolplan", {"INPUT": layer.id(), "NAME": layer.name()})
