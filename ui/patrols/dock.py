"""The dock of what if, in a QGIS window with or without a room."""

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QDockWidget

from .panel import WhatIfPanel


class WhatIfDock(QDockWidget):
    """Stands on the right, as a tab where there is one, and in View > Panels; gone with `remove`."""

    def __init__(self, iface) -> None:
        super().__init__(QCoreApplication.translate("WhatIf", "What if: patrols"), iface.mainWindow())
        self._iface = iface
        self.setObjectName("community_brain_what_if")
        self.panel = WhatIfPanel(iface.mapCanvas(), self)
        self.setWidget(self.panel)
        others = [
            dock for dock in iface.mainWindow().findChildren(QDockWidget)
            if dock is not self and dock.isVisible() and not dock.isFloating()
            and iface.mainWindow().dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea
        ]  # fmt: skip
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        if others:
            iface.mainWindow().tabifyDockWidget(others[0], self)

    def open(self) -> None:
        """Show the dock in front, and go to its fields."""
        self.show()
        self.raise_()
        self.panel.begin()

    def remove(self) -> None:
        """Take it out of the window."""
        self.panel.let_go()
        self._iface.removeDockWidget(self)
        self.setParent(None)
        self.deleteLater()
