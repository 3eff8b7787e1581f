"""Import components."""

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QCoreApplication

from .import_algorithm import FieldChoice, ImportAlgorithm

translate = QCoreApplication.translate


class ImportComponents(ImportAlgorithm):
    """communitybrain:importcomponents"""

    subject = "component"
    geometry = QgsProcessing.TypeVectorPoint

    def fields(self) -> list[FieldChoice]:
        """Return the fields that can be filled."""
        return [
            FieldChoice(
                "class_code",
                translate("Processing", "Class"),
                translate("Processing", "Class code of the profile in force, such as 01037 for a street lamp. Needed."),
                translate("Processing", "Class of all that have none"),
            ),
            FieldChoice(
                "standard",
                translate("Processing", "Standard of the class"),
                translate(
                    "Processing",
                    "Where the classes are those of an older standard: its number or year, such as 2013. They become "
                    "those of the standard in force.",
                ),
                translate("Processing", "Standard of all that name none"),
            ),
            FieldChoice(
                "department_code",
                translate("Processing", "Handling unit"),
                translate("Processing", "Code of the unit that is responsible for the component. Needed."),
                translate("Processing", "Handling unit of all that have none"),
            ),
            FieldChoice(
                "name", translate("Processing", "Name"), translate("Processing", "Without one, the name of the class.")
            ),
            FieldChoice(
                "state",
                translate("Processing", "State"),
                translate(
                    "Processing",
                    "intact, damaged, missing, disused or removed, or the Chinese words; intact without one.",
                ),
            ),
            FieldChoice(
                "initial_on",
                translate("Processing", "Initial date"),
                translate("Processing", "The day it came into being, as 2021-06-30; today without one."),
                translate("Processing", "Initial date of all that have none"),
            ),
            FieldChoice(
                "address", translate("Processing", "Address"), translate("Processing", "Where it stands, in words.")
            ),
        ]
