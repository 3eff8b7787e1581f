"""Import buildings."""

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QCoreApplication

from .import_algorithm import FieldChoice, ImportAlgorithm

translate = QCoreApplication.translate


class ImportBuildings(ImportAlgorithm):
    """communitybrain:importbuildings"""

    subject = "building"
    geometry = QgsProcessing.TypeVectorPolygon

    def fields(self) -> list[FieldChoice]:
        """Return the fields that can be filled."""
        return [
            FieldChoice("name", translate("Processing", "Name"), translate("Processing", "The building's name.")),
            FieldChoice(
                "address",
                translate("Processing", "Address"),
                translate("Processing", "Street and number; searched at intake."),
            ),
            FieldChoice(
                "use",
                translate("Processing", "Use"),
                translate("Processing", "What it is used for; building of OpenStreetMap."),
            ),
            FieldChoice(
                "floors", translate("Processing", "Floors"), translate("Processing", "Storeys above ground, 1 to 300.")
            ),
        ]
