"""The switch of the live hazard layer: a button beside the themes, its key, and how far back the layer looks."""

from qgis.core import QgsSettings
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu, QToolButton, QWidget

from .hazard_layer import HOURS, HazardLayer

#: What can be chosen, hours.
CHOICES = (1.0, 6.0, 24.0, 72.0, 168.0)
KEY = "Ctrl+Alt+H"
_SETTING = "community_brain/hazard_hours"


class HazardSwitch(QToolButton):
    """Switches the layer of the map that is open; without one it is greyed. The layer's tick in the tree follows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hazard: HazardLayer | None = None
        self.action = QAction(self.tr("Hazard density"), self)
        self.action.setObjectName("community_brain_hazard")
        self.action.setCheckable(True)
        self.action.setEnabled(False)
        self.action.toggled.connect(self._switch)
        self.setDefaultAction(self.action)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._hours = float(QgsSettings().value(_SETTING, HOURS, type=float))
        self._group = QActionGroup(self)
        self.setMenu(self._menu())
        QgsGui.shortcutsManager().registerAction(self.action, KEY)
        self._say()

    def follow(self, hazard: HazardLayer | None) -> None:
        """Switch this map's layer from now on; None when the map closes."""
        if self._hazard is not None:
            self._hazard.switched.disconnect(self._show)
        self._hazard = hazard
        self.action.setEnabled(hazard is not None)
        self._show(hazard is not None and hazard.is_on)
        if hazard is not None:
            hazard.set_hours(self._hours)
            hazard.switched.connect(self._show)

    def let_go(self) -> None:
        """Give the key back; the button is about to go."""
        self.follow(None)
        QgsGui.shortcutsManager().unregisterAction(self.action)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for hours in CHOICES:
            text = self.tr("Last {hours} h") if hours < 48.0 else self.tr("Last {days} days")
            choice = menu.addAction(text.format(hours=f"{hours:g}", days=f"{hours / 24.0:g}"))
            choice.setCheckable(True)
            choice.setChecked(hours == self._hours)
            choice.triggered.connect(lambda checked=False, hours=hours: self._choose(hours))
            self._group.addAction(choice)
        return menu

    def _choose(self, hours: float) -> None:
        """Look back so many hours, which one does to see it: the layer is switched on."""
        self._hours = hours
        QgsSettings().setValue(_SETTING, hours)
        self._say()
        if self._hazard is not None:
            self._hazard.set_hours(hours)
            self.action.setChecked(True)

    def _switch(self, wanted: bool) -> None:
        if self._hazard is not None and self._hazard.is_on != wanted:
            self._hazard.switch(wanted)

    def _show(self, is_on: bool) -> None:
        with QSignalBlocker(self.action):
            self.action.setChecked(is_on)

    def _say(self) -> None:
        told = self.tr("Where alarms and open case files of the last {hours} h crowd, live ({key})")
        key = self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.action.setToolTip(told.format(hours=f"{self._hours:g}", key=key))
