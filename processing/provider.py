"""The Processing provider of Community Brain."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .. import resources
from .catalogue import ENTRIES, loaded
from .listed import Announced


class Provider(QgsProcessingProvider):
    """Offers the algorithms to the toolbox, the modeler and `qgis_process`.

    With `announce` it starts with stand-ins, which cost nothing; `complete` puts the algorithms themselves in their
    place.
    """

    def __init__(self, announce: bool = False) -> None:
        super().__init__()
        self._announces = announce

    def complete(self) -> None:
        """Put the algorithms in the place of their stand-ins."""
        self._announces = False
        self.refreshAlgorithms()

    def id(self) -> str:
        """Return the first part of every algorithm's identifier."""
        return "communitybrain"

    def name(self) -> str:
        """Return the provider's name in the toolbox."""
        return QCoreApplication.translate("Processing", "Community Brain")

    def icon(self) -> QIcon:
        """Return the plugin's icon, or QGIS's own where there is none."""
        icon = resources.path("icons", "community_brain.svg")
        return QIcon(str(icon)) if icon.exists() else super().icon()

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return the endings of rasters that are written here."""
        return ["tif"]

    def loadAlgorithms(self) -> None:
        """Add one of each."""
        for algorithm in [Announced(entry) for entry in ENTRIES] if self._announces else [kind() for kind in loaded()]:
            self.addAlgorithm(algorithm)
