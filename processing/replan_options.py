"""Parameters and outputs of planning patrols anew."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from . import search_limits
from .analysis_algorithm import AnalysisAlgorithm

translate = QCoreApplication.translate

OUTPUT, CHANGES = "OUTPUT", "CHANGES"


class ReplanOptions(AnalysisAlgorithm):
    """Declares what planning anew asks for."""

    ROUTES, UNTIL, GONE, NEW, STATIONS = "ROUTES", "UNTIL", "GONE", "NEW", "STATIONS"
    FIXED, LOCK, VISITS, NAME, ONE_WAY = "FIXED", "LOCK", "VISITS", "NAME", "ONE_WAY"
    WORTH, LIMIT, SECONDS, SEED = "WORTH", "LIMIT", search_limits.SECONDS, search_limits.SEED

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_layers()
        self._add_officers()
        self._add_streets()
        self._add_search()
        self._add_outputs()

    def _add_layers(self) -> None:
        line = [QgsProcessing.TypeVectorLine]
        self.add(
            QgsProcessingParameterFeatureSource(self.INPUT, translate("Processing", "Streets"), line),
            translate("Processing", "The streets of the former plan, as they are now."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(self.ROUTES, translate("Processing", "Former routes"), line),
            translate("Processing", "The layer of routes that Plan patrols gave, or this algorithm."),
        )
        until = QgsProcessingParameterString(
            self.UNTIL, translate("Processing", "Walked until"), defaultValue="", optional=True
        )
        self.add(
            until,
            translate(
                "Processing",
                "Time of day, as 10:30: what the former plan has walked by then stays. Empty: nobody has started.",
            ),
        )

    def _add_officers(self) -> None:
        self._add_text(
            self.GONE, translate("Processing", "Officers who are gone"),
            translate("Processing", "Their numbers, as 2, 5: others make what they have not visited yet."),
        )  # fmt: skip
        self.add_whole(
            self.NEW, translate("Processing", "New officers"), 0, 0, 100,
            translate("Processing", "How many come in addition."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFeatureSource(
                self.STATIONS, translate("Processing", "Where new officers start"), [QgsProcessing.TypeVectorPoint],
                optional=True,
            ),
            translate("Processing", "Points, taken in turn. Without any, they start where the others started."),
        )  # fmt: skip
        self._add_text(
            self.FIXED, translate("Processing", "Officers whose routes are fixed"),
            translate("Processing", "Their numbers, as 1, 4: they walk on as planned."),
        )  # fmt: skip

    def _add_streets(self) -> None:
        kind = QgsProcessingParameterField.Any
        self.add_field(
            self.LOCK,
            translate("Processing", "Locked"),
            translate("Processing", "Field of the streets: what is not 0, no or empty stays with its officer."),
            kind,
        )
        self.add_field(
            self.VISITS,
            translate("Processing", "Visits"),
            translate(
                "Processing",
                "How often a street is to be walked now, what is walked already counted in. Without a field, as often "
                "as in the former plan.",
            ),
            kind,
        )
        self.add_field(
            self.NAME,
            translate("Processing", "Name of the street"),
            translate("Processing", "Without one, a field with a usual name is taken."),
            kind,
            advanced=True,
        )
        self.add_field(
            self.ONE_WAY,
            translate("Processing", "One way"),
            translate(
                "Processing",
                "For patrols on wheels: 0 both ways, 1 along the line, -1 against it. On foot, leave it empty.",
            ),
            kind,
            advanced=True,
        )

    def _add_search(self) -> None:
        self.add_number(
            self.WORTH, translate("Processing", "A change must save (minutes)"), 1.0,
            translate(
                "Processing",
                "A visit changes hands only where that shortens the longest route by so much; 0: wherever it does.",
            ),
            least=0.0,
        )  # fmt: skip
        self.add_number(
            self.LIMIT, translate("Processing", "Routes may take (minutes)"), 0.0,
            translate(
                "Processing",
                "Routes up to this length, the walked part counted in, need not become shorter: nothing changes for "
                "their sake. 0: the longest is made as short as is worth it.",
            ),
            least=0.0,
        )  # fmt: skip
        search_limits.add(self, 60.0)

    def _add_outputs(self) -> None:
        line = QgsProcessing.TypeVectorLine
        outputs = (
            (OUTPUT, translate("Processing", "Patrol routes, made anew"), False,
             translate("Processing", "Whole routes, what has been walked first; officers keep their numbers.")),
            (CHANGES, translate("Processing", "What has changed"), True,
             translate("Processing", "Every visit of another officer than before; 0 stands for nobody.")),
        )  # fmt: skip
        for name, label, optional, tip in outputs:
            sink = QgsProcessingParameterFeatureSink(name, label, line, optional=optional, createByDefault=True)
            self.add(sink, tip)
        for name, label in (
            ("LONGEST", translate("Processing", "Longest route (minutes)")),
            ("BOUND", translate("Processing", "No plan is below (minutes)")),
            ("MOVED", translate("Processing", "Visits of another officer")),
            ("HANDED_OVER", translate("Processing", "Visits handed over without need")),
            ("DROPPED", translate("Processing", "Visits not asked for any more")),
            ("LEFT_OUT", translate("Processing", "Streets left out")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_text(self, name: str, label: str, tip: str) -> None:
        self.add(QgsProcessingParameterString(name, label, defaultValue="", optional=True), tip)
