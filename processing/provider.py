"""The Processing provider of Community Brain."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .. import resources
from .emerging_hot_spots import EmergingHotSpots
from .grid_summary import GridSummary
from .hazard_density import HazardDensity
from .hazard_rhythm import HazardRhythm
from .hot_spots import HotSpots
from .import_buildings import ImportBuildings
from .import_components import ImportComponents
from .import_divisions import ImportDivisions
from .import_streets import ImportStreets
from .open_result import OpenResult
from .relative_hazard import RelativeHazard
from .save_result import SaveResult
from .street_hazard_density import StreetHazardDensity

IMPORTS = (ImportDivisions, ImportStreets, ImportBuildings, ImportComponents)
ANALYSES = (HazardDensity, RelativeHazard, HotSpots, EmergingHotSpots, HazardRhythm, GridSummary, StreetHazardDensity)
RESULTS = (SaveResult, OpenResult)
ALGORITHMS = (*IMPORTS, *ANALYSES, *RESULTS)


class Provider(QgsProcessingProvider):
    """Offers the algorithms to the toolbox, the modeler and `qgis_process`."""

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
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
