"""What a plan of patrols is asked: streets, officers, goal, search and outputs."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from . import (
    patrol_access,
    patrol_area,
    patrol_classes,
    patrol_crew,
    patrol_hazards,
    patrol_layers,
    patrol_priority,
    patrol_sides,
    patrol_stops,
    search_limits,
)
from .analysis_algorithm import AnalysisAlgorithm

translate = QCoreApplication.translate

#: Goals, by their place in the choice.
COVER, FEWEST, VALUE = range(3)


class PatrolOptions(AnalysisAlgorithm):
    """The parameters and outputs of a plan of patrols."""

    STATIONS, OFFICERS, GOAL, SHIFT, SPEED = "STATIONS", "OFFICERS", "GOAL", "SHIFT", "SPEED"
    VISITS, PRIORITY, NAME, ONE_WAY, BEGIN, REST = "VISITS", "PRIORITY", "NAME", "ONE_WAY", "BEGIN", "REST"
    SECONDS, SEED, TRACKS = search_limits.SECONDS, search_limits.SEED, "TRACKS"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_streets()
        for kind in (patrol_access, patrol_priority, patrol_classes, patrol_sides):
            kind.add(self)
        self._add_officers()
        patrol_hazards.add(self)
        self._add_search()
        self._add_outputs()

    def _add_streets(self) -> None:
        kind = QgsProcessingParameterField.Any
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Streets"), [QgsProcessing.TypeVectorLine]
            ),
            translate("Processing", "Lines that meet in common corners. Bridges stay apart from what is below them."),
        )
        patrol_area.add(self)
        self.add_field(
            self.VISITS,
            translate("Processing", "Visits"),
            translate(
                "Processing",
                "How often a street is to be walked: a number, or yes and no; 0 or empty: it may be passed, but need "
                "not be walked. Without a field, every street is walked once.",
            ),
            kind,
        )
        self.add_field(
            self.PRIORITY,
            translate("Processing", "Priority"),
            translate(
                "Processing",
                "For the most value within the shift: how much a metre of the street counts against others; 0 or "
                "empty: it need not be walked. Without a field, every metre counts alike.",
            ),
            kind,
        )
        self.add_field(
            self.NAME,
            translate("Processing", "Name of the street"),
            translate("Processing", "For the list of turns. Without one, a field with a usual name is taken."),
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

    def _add_officers(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.STATIONS, translate("Processing", "Stations"), [QgsProcessing.TypeVectorPoint], optional=True
            ),
            translate(
                "Processing",
                "Points where officers start and end; they are shared out among them in turn. Without any, all start "
                "at the crossing in the middle of the streets.",
            ),
        )
        patrol_crew.add(self)
        self.add_choice(
            self.GOAL,
            translate("Processing", "Goal"),
            translate(
                "Processing",
                "Cover: all officers walk, and the longest route is as short as can be. Fewest officers: no more of "
                "them than are needed for all routes to keep the shift. Most value: where not all can be walked within "
                "the shift, what has the highest priority.",
            ),
            [
                translate("Processing", "Cover, evenly shared"),
                translate("Processing", "Fewest officers for the shift"),
                translate("Processing", "Most value within the shift"),
            ],
        )
        self.add_whole(
            self.OFFICERS, translate("Processing", "Officers"), 4, 1, 200,
            translate("Processing", "How many walk; for the fewest officers, how many there are at most."),
        )  # fmt: skip
        self.add_number(
            self.SHIFT, translate("Processing", "Shift (hours)"), 4.0,
            translate(
                "Processing",
                "How long a route may take where no field says; in a cover, a longer one is only warned of.",
            ),
        )  # fmt: skip
        self.add_number(
            self.SPEED, translate("Processing", "Speed (km/h)"), 4.0,
            translate("Processing", "On patrol, looking included: 3 to 4 on foot, 8 to 12 by bicycle."),
        )  # fmt: skip
        begin = QgsProcessingParameterString(self.BEGIN, translate("Processing", "Beginning"), defaultValue="08:00")
        self.add(begin, translate("Processing", "When all start, as 08:00."), advanced=True)

    def _add_search(self) -> None:
        self.add(
            QgsProcessingParameterBoolean(
                self.REST, translate("Processing", "Plan the rest where streets cannot be reached"), defaultValue=True
            ),
            translate(
                "Processing",
                "Streets that cannot be reached are always listed with the reason. Off: then there is no plan at all.",
            ),
            advanced=True,
        )
        search_limits.add(self, 120.0)

    def _add_outputs(self) -> None:
        line, point, table = QgsProcessing.TypeVectorLine, QgsProcessing.TypeVectorPoint, QgsProcessing.TypeVector
        outputs = (
            (patrol_layers.ROUTES, translate("Processing", "Patrol routes"), line, False,
             translate("Processing", "Every leg in order, with times; dotted where a street is only passed.")),
            (patrol_layers.TURNS, translate("Processing", "Turn list"), point, True,
             translate("Processing", "What to do at the beginning of each leg, in words.")),
            (patrol_layers.COVERAGE, translate("Processing", "Coverage"), line, True,
             translate("Processing", "Every required street: asked for, walked, by whom; why it is left out.")),
            (patrol_layers.SUMMARY, translate("Processing", "Officers' routes"), table, True,
             translate("Processing", "Length, time and visits of each officer.")),
            (patrol_stops.STOPS, translate("Processing", "Stops at hazards"), point, True,
             translate("Processing", "Who is at each hazard when, within its window or not, and why.")),
        )  # fmt: skip
        for name, label, kind, optional, tip in outputs:
            self.add(QgsProcessingParameterFeatureSink(name, label, kind, optional=optional, createByDefault=True), tip)
        label = translate("Processing", "Tracks for handhelds")
        tracks = QgsProcessingParameterFileDestination(
            self.TRACKS, label, "GPX (*.gpx);;KML (*.kml)", optional=True, createByDefault=False
        )
        tip = translate("Processing", "A GPX or KML file with a track for each officer and a point for each turn.")
        self.add(tracks, tip)
        for name, label in (
            ("OFFICER_COUNT", translate("Processing", "Officers")),
            ("LONGEST", translate("Processing", "Longest route (minutes)")),
            ("BOUND", translate("Processing", "No plan is below (minutes)")),
            ("GAP", translate("Processing", "Within this of the best possible (%)")),
            ("FAIRNESS", translate("Processing", "Longest ÷ mean")),
            ("LEFT_OUT", translate("Processing", "Streets left out")),
            ("VALUE", translate("Processing", "Metres by priority")),
            ("MOST_VALUE", translate("Processing", "No plan has more metres by priority")),
            ("WINDOWS", translate("Processing", "Hazards with a window")),
            ("WINDOWS_KEPT", translate("Processing", "Windows kept")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))
