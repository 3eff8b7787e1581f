"""Import divisions."""

from qgis.core import QgsProcessing, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QCoreApplication

from .import_algorithm import FieldChoice, ImportAlgorithm

translate = QCoreApplication.translate


class ImportDivisions(ImportAlgorithm):
    """communitybrain:importdivisions"""

    MAKE_PARENTS = "MAKE_PARENTS"

    subject = "division"
    geometry = QgsProcessing.TypeVectorPolygon

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        super().initAlgorithm(configuration)
        self.add(
            QgsProcessingParameterBoolean(
                self.MAKE_PARENTS, translate("Processing", "Make missing divisions above"), defaultValue=False
            ),
            translate(
                "Processing",
                "Districts and cities that are neither in the room nor in the layer are made without a shape.",
            ),
            advanced=True,
        )

    def options(self, parameters, context) -> dict[str, object]:
        """Return what the database is told."""
        made = self.parameterAsBool(parameters, self.MAKE_PARENTS, context)
        return {**super().options(parameters, context), "make_parents": made}

    def fields(self) -> list[FieldChoice]:
        """Return the fields that can be filled."""
        return [
            FieldChoice(
                "code",
                translate("Processing", "Code"),
                translate(
                    "Processing",
                    "Division code: 4 digits a city, 6 a district, 9 a subdistrict, 12 a community; "
                    "12-digit codes ending in zeros are understood. Needed.",
                ),
            ),
            FieldChoice("name_zh", translate("Processing", "Chinese name"), translate("Processing", "Needed.")),
            FieldChoice("name_en", translate("Processing", "English name"), translate("Processing", "May be missing.")),
            FieldChoice(
                "parent_name",
                translate("Processing", "Name of the division above"),
                translate("Processing", "Used when missing divisions above are made."),
            ),
        ]
