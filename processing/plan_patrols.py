"""Patrol routes: who walks which streets, in which order, near the best there can be and with the proof beside it."""

import math
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication
from scipy.spatial import cKDTree

from ..analysis.graph import StreetGraph
from ..analysis.patrol import ending
from ..analysis.patrol.gather import NO_TIME, ValuePlan, gather
from ..analysis.patrol.network import Network, unreachable
from ..analysis.patrol.plan import MOST_TOGETHER, Plan, cover, fewest
from ..analysis.patrol.verify import faults, value
from ..analysis.watch import Watch
from . import patrol_kml, patrol_layers, patrol_tracks, street_layer
from .analysis_algorithm import AnalysisAlgorithm
from .events import read

translate = QCoreApplication.translate

_COVER, _VALUE = 0, 2
_NAMED = 20
#: More visits than this take steps too long to be cancelled.
_MOST_VISITS = 20_000
_NO = ("", "0", "0.0", "no", "false", "null")
_YES = ("yes", "true")


class PlanPatrols(AnalysisAlgorithm):
    """communitybrain:planpatrols"""

    STATIONS, OFFICERS, GOAL, SHIFT, SPEED = "STATIONS", "OFFICERS", "GOAL", "SHIFT", "SPEED"
    VISITS, PRIORITY, NAME, ONE_WAY, BEGIN, REST = "VISITS", "PRIORITY", "NAME", "ONE_WAY", "BEGIN", "REST"
    SECONDS, SEED, TRACKS = "SECONDS", "SEED", "TRACKS"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_streets()
        self._add_officers()
        self._add_search()
        self._add_outputs()

    def processAlgorithm(self, parameters, context, feedback):
        """Run; a search that is cancelled gives its best plan so far, which is written and says so."""
        return super().processAlgorithm(parameters, context, _Patient(feedback))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read the streets, plan, check the plan, write."""
        source, crs = street_layer.opened(self, parameters, self.INPUT, context, feedback)
        one_way = self.parameterAsString(parameters, self.ONE_WAY, context)
        graph, ids = street_layer.read(source, crs, one_way, watch.part(0.0, 0.03))
        network = _network(graph, self._visits(parameters, context, source, ids)[graph.line])
        worth = self._worth(parameters, context, source, ids)[graph.line] * graph.length
        if self.parameterAsEnum(parameters, self.GOAL, context) == _VALUE:
            network = network.without(np.flatnonzero(worth <= 0.0).tolist())
        stations = self._stations(parameters, context, feedback, graph, crs, network)
        self._refuse_rest(parameters, context, graph, ids, network, stations)
        plan = self._planned(parameters, context, network, worth, stations, watch.part(0.03, 0.97))
        feedback.patient = True
        self._check(parameters, context, network, worth, plan)
        pace = patrol_layers.Pace(
            self.parameterAsDouble(parameters, self.SPEED, context) / 3.6,
            patrol_layers.clock(self.parameterAsString(parameters, self.BEGIN, context)),
        )
        self._say(parameters, context, feedback, graph, ids, plan, pace)
        name = self.field(parameters, self.NAME, context, feedback, ("name", "street_name", "name_zh", "road_name"))
        names = street_layer.names(source, name, ids) if name else np.full(len(ids), "", dtype=str)
        tables = patrol_layers.Tables(graph, ids, names, network.visits, plan, pace)
        results = patrol_layers.write(self, parameters, context, tables, crs, Watch()) | self._figures(plan, pace)
        tracks = self.parameterAsFileOutput(parameters, self.TRACKS, context)
        if tracks:
            self.keep(tracks)
            form = patrol_kml if Path(tracks).suffix.lower() == ".kml" else patrol_tracks
            form.write(Path(tracks), tables, crs, context)
            results[self.TRACKS] = tracks
        return results

    def _planned(self, parameters, context, network: Network, worth, stations: np.ndarray, watch) -> Plan:
        goal = self.parameterAsEnum(parameters, self.GOAL, context)
        officers = self.parameterAsInt(parameters, self.OFFICERS, context)
        own = stations[np.arange(officers) % len(stations)]
        given = {
            "seed": self.parameterAsInt(parameters, self.SEED, context),
            "seconds": self.parameterAsDouble(parameters, self.SECONDS, context),
            "watch": watch,
        }
        if goal == _COVER:
            return cover(network, own, **given)
        if goal == _VALUE:
            return gather(network, own, worth, self._shift(parameters, context), **given)
        return fewest(network, stations, self._shift(parameters, context), officers, **given)

    def _shift(self, parameters, context) -> float:
        """Return how many metres are walked in a shift."""
        hours = self.parameterAsDouble(parameters, self.SHIFT, context)
        return 1000.0 * hours * self.parameterAsDouble(parameters, self.SPEED, context)

    def _check(self, parameters, context, network: Network, worth, plan: Plan) -> None:
        """Refuse a plan that does not hold; the check shares nothing with the search."""
        walks, shift = [walk.half for walk in plan.walks], math.inf
        holds = True
        if isinstance(plan, ValuePlan):
            shift = self._shift(parameters, context)
            holds = math.isclose(value(network, walks, worth), plan.value, rel_tol=1e-9) and plan.gap > -1e-9
        left_out = [street for street in plan.left_out if network.visits[street] > 0]
        wrong = faults(network, plan.stations, walks, plan.lengths, left_out, shift)
        if wrong or not holds:
            told = translate("Processing", "The check of the plan failed: {fault}.")
            raise QgsProcessingException(told.format(fault=wrong[0] if wrong else plan.gap))

    def _worth(self, parameters, context, source, ids: np.ndarray) -> np.ndarray:
        """Return how much a metre of each line counts; alike where no field says."""
        field = self.parameterAsString(parameters, self.PRIORITY, context)
        if not field:
            return np.ones(len(ids))
        found = np.array([_number(word) if word else 0.0 for word in street_layer.names(source, field, ids).tolist()])
        bad = np.flatnonzero(~((found >= 0.0) & np.isfinite(found)))
        if len(bad):
            told = translate("Processing", "Feature {feature}: the priority must be a number, zero or more.")
            raise QgsProcessingException(told.format(feature=ids[bad[0]]))
        return found

    def _visits(self, parameters, context, source, ids: np.ndarray) -> np.ndarray:
        """Return how often each line is to be walked; once where no field says."""
        field = self.parameterAsString(parameters, self.VISITS, context)
        if not field:
            return np.ones(len(ids), np.intp)
        found = np.zeros(len(ids), np.intp)
        for row, word in enumerate(street_layer.names(source, field, ids).tolist()):
            plain = word.lower()
            number = 0.0 if plain in _NO else 1.0 if plain in _YES else _number(plain)
            if not (number >= 0.0 and number == int(number)):
                told = translate("Processing", "Feature {feature}: {word} does not say how often to walk the street.")
                raise QgsProcessingException(told.format(feature=ids[row], word=word))
            found[row] = int(number)
        return found

    def _stations(self, parameters, context, feedback, graph: StreetGraph, crs, network: Network) -> np.ndarray:
        """Return the crossings nearest to the stations; without any, the one in the middle of the required streets."""
        if self.parameterAsSource(parameters, self.STATIONS, context) is None:
            required = (network.visits > 0) & (graph.part == 0)
            nodes = np.unique(np.concatenate([graph.tail[required], graph.head[required]]))
            if not len(nodes):
                nodes = np.arange(graph.nodes)
            x, y = graph.node_x[nodes], graph.node_y[nodes]
            node = nodes[np.argmin(np.hypot(x - np.median(x), y - np.median(y)))]
            told = translate(
                "Processing", "No station is given: all start at the crossing in the middle of the streets."
            )
            self.tell(feedback, told)
            return np.array([node])
        points, _ = read(self, parameters, self.STATIONS, context, (), crs)
        if not len(points):
            raise QgsProcessingException(translate("Processing", "The layer of stations is empty."))
        away, node = cKDTree(np.column_stack([graph.node_x, graph.node_y])).query(np.column_stack([points.x, points.y]))
        told = translate("Processing", "Stations: {count}; the farthest lies {metres} m from its nearest crossing.")
        self.tell(feedback, told.format(count=len(points), metres=f"{away.max():.0f}"))
        return np.asarray(node, np.intp)

    def _refuse_rest(self, parameters, context, graph: StreetGraph, ids, network: Network, stations) -> None:
        """Refuse to plan at all where some streets cannot be reached and the rest is not asked for; and too much."""
        visits = int(network.visits.sum())
        most = MOST_TOGETHER if self.parameterAsEnum(parameters, self.GOAL, context) == _VALUE else _MOST_VISITS
        if visits > most:
            told = translate("Processing", "{count} visits are to be planned, more than {most}. Choose a smaller area.")
            raise QgsProcessingException(told.format(count=visits, most=most))
        left_out = unreachable(network, stations)
        if left_out and not self.parameterAsBool(parameters, self.REST, context):
            lines = [told for told, _ in patrol_layers.left_out_words(graph, ids, left_out, _NAMED)]
            raise QgsProcessingException("\n".join(lines))

    def _say(self, parameters, context, feedback, graph, ids, plan: Plan, pace: "patrol_layers.Pace") -> None:
        """Say in the log how good the plan is, and what is not in it."""
        for told, reason in patrol_layers.left_out_words(graph, ids, plan.left_out, _NAMED):
            if reason == NO_TIME:
                self.tell(feedback, told)
                continue
            feedback.pushWarning(told)
            self._notes.append(told)
        if plan.ended == ending.CANCELLED:
            feedback.pushWarning(translate("Processing", "Stopped before the search was over: the best plan so far."))
        if plan.ended == ending.TIME:
            self.tell(feedback, translate("Processing", "The search was ended by its time limit."))
        if isinstance(plan, ValuePlan):
            self._say_value(feedback, plan, pace)
            return
        told = translate(
            "Processing",
            "Officers: {officers}. The longest route takes {longest} min, {metres} m; no plan can do it in less than "
            "{bound} min, so this one is within {gap} % of the best possible. Longest ÷ mean: {fairness}.",
        )
        self.tell(
            feedback,
            told.format(
                officers=len(plan.walks), longest=f"{pace.minutes(plan.longest):.1f}", metres=f"{plan.longest:.0f}",
                bound=f"{pace.minutes(plan.bound):.1f}", gap=f"{100.0 * plan.gap:.1f}", fairness=f"{plan.fairness:.2f}",
            ),
        )  # fmt: skip
        shift = 60.0 * self.parameterAsDouble(parameters, self.SHIFT, context)
        if pace.minutes(plan.longest) > shift + 1e-6:
            told = translate("Processing", "The longest route takes longer than the shift of {hours} h.")
            feedback.pushWarning(told.format(hours=f"{shift / 60.0:g}"))

    def _say_value(self, feedback, plan: ValuePlan, pace: "patrol_layers.Pace") -> None:
        told = translate(
            "Processing",
            "Officers: {officers}. Metres by priority: {value} are walked; no plan can walk more than {most} within "
            "the shift, so the best possible has at most {gap} % more. The longest route takes {longest} min.",
        )
        self.tell(
            feedback,
            told.format(
                officers=len(plan.walks), value=f"{plan.value:.0f}", most=f"{plan.most:.0f}",
                gap=f"{100.0 * plan.gap:.1f}", longest=f"{pace.minutes(plan.longest):.1f}",
            ),
        )  # fmt: skip

    def _figures(self, plan: Plan, pace: "patrol_layers.Pace") -> dict[str, object]:
        figures = {
            "OFFICER_COUNT": len(plan.walks),
            "LONGEST": pace.minutes(plan.longest),
            "GAP": 100.0 * plan.gap,
            "FAIRNESS": plan.fairness,
            "LEFT_OUT": len(plan.left_out),
        }
        if isinstance(plan, ValuePlan):
            return figures | {"VALUE": plan.value, "MOST_VALUE": plan.most}
        return figures | {"BOUND": pace.minutes(plan.bound)}

    def _add_streets(self) -> None:
        kind = QgsProcessingParameterField.Any
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Streets"), [QgsProcessing.TypeVectorLine]
            ),
            translate("Processing", "Lines that meet in common corners. Bridges stay apart from what is below them."),
        )
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
        self._add_whole(
            self.OFFICERS, translate("Processing", "Officers"), 4, 1, 200,
            translate("Processing", "How many walk; for the fewest officers, how many there are at most."),
        )  # fmt: skip
        self._add_number(
            self.SHIFT, translate("Processing", "Shift (hours)"), 4.0,
            translate("Processing", "How long a route may take; in a cover, a longer one is only warned of."),
        )  # fmt: skip
        self._add_number(
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
        self._add_number(
            self.SECONDS, translate("Processing", "Time limit (seconds)"), 120.0,
            translate(
                "Processing",
                "The search ends by itself; a limit that ends it sooner makes the plan depend on the computer.",
            ),
            advanced=True,
        )  # fmt: skip
        self._add_whole(
            self.SEED, translate("Processing", "Seed"), 1, 0, 2_147_483_647,
            translate("Processing", "The same seed gives the same plan; another one gives another, about as good."),
            advanced=True,
        )  # fmt: skip

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
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_number(self, name: str, label: str, default: float, tip: str, *, advanced: bool = False) -> None:
        kind = QgsProcessingParameterNumber.Double
        number = QgsProcessingParameterNumber(name, label, kind, defaultValue=default, minValue=0.01)
        self.add(number, tip, advanced=advanced)

    def _add_whole(
        self, name: str, label: str, default: int, least: int, most: int, tip: str, *, advanced: bool = False
    ) -> None:
        kind = QgsProcessingParameterNumber.Integer
        number = QgsProcessingParameterNumber(name, label, kind, defaultValue=default, minValue=least, maxValue=most)
        self.add(number, tip, advanced=advanced)


class _Patient:
    """A feedback that, once there is a plan, no longer hears of cancelling: what is left takes no time."""

    def __init__(self, feedback) -> None:
        self._feedback = feedback
        self.patient = False

    def isCanceled(self) -> bool:
        """Return whether to stop."""
        return not self.patient and self._feedback.isCanceled()

    def __getattr__(self, name: str):
        return getattr(self._feedback, name)


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        return -1.0


def _network(graph: StreetGraph, visits: np.ndarray) -> Network:
    """Return the graph's edges as streets that cost what they are long; infinite where the direction is closed."""
    ahead = np.where(graph.direction >= 0, graph.length, np.inf)
    back = np.where(graph.direction <= 0, graph.length, np.inf)
    return Network.of(graph.nodes, graph.tail, graph.head, ahead, back, visits)
