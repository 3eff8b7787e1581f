"""Import streets."""

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QCoreApplication

from .import_algorithm import FieldChoice, ImportAlgorithm

translate = QCoreApplication.translate


class ImportStreets(ImportAlgorithm):
    """communitybrain:importstreets"""

    subject = "street"
    geometry = QgsProcessing.TypeVectorLine

    def fields(self) -> list[FieldChoice]:
        """Return the fields that can be filled."""
        return [
            FieldChoice("name", translate("Processing", "Name"), translate("Processing", "The street's name.")),
            FieldChoice(
                "class",
                translate("Processing", "Class"),
                translate(
                    "Processing", "What kind of street it is; highway of OpenStreetMap is found by itself. Needed."
                ),
                translate("Processing", "Class of all that have none"),
            ),
            FieldChoice(
                "one_way",
                translate("Processing", "One way"),
                translate("Processing", "0 both ways, 1 along the line, -1 against it; yes, no and reverse do too."),
            ),
            FieldChoice("width", translate("Processing", "Width"), translate("Processing", "In metres, above zero.")),
            FieldChoice(
                "gate",
                translate("Processing", "Gate"),
                translate("Processing", "What bars it: a compound's gate, a bollard, opening hours."),
            ),
        ]
