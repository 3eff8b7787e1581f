"""Response plan: which standing alarms can still be caught, and whom to send where, in which order."""

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime
from scipy.spatial.distance import cdist

from ..analysis.response.plan import Sent, Standing, nearest_first, plan, standing
from ..analysis.response.walking import distances
from ..analysis.snapping import snap
from ..analysis.watch import Watch
from . import area_table, past_alarms, response_look, street_layer
from .analysis_algorithm import AnalysisAlgorithm
from .events import Events, read, times
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

#: Streets turn and wind: a way as the crow flies is made so much longer where there are no streets to measure along.
_DETOUR = 1.3
_METRES_PER_MINUTE = 1000.0 / 60.0
_NAMES = ("name", "officer", "staff", "name_zh")
_BEGAN = ("raised_at", "began", "began_at", "start", "started_at", "time")
_KINDS = ("kind", "sensor_kind", "class", "class_code", "type")


@dataclass(frozen=True)
class _Scene:
    """What stands and who is there: alarms and officers in one system, their names, and the minutes of walking."""

    alarms: Events
    kinds: np.ndarray
    officers: Events
    names: np.ndarray
    standing: Standing
    reach: np.ndarray
    between: np.ndarray
    stay: float
    now: np.datetime64
    crs: QgsCoordinateReferenceSystem


class PlanResponse(AnalysisAlgorithm):
    """communitybrain:planresponse"""

    OFFICERS, NAME, STREETS, KIND, NOW = "OFFICERS", "NAME", "STREETS", "KIND", "NOW"
    SPEED, STAY, OUTPUT = "SPEED", "STAY", "OUTPUT"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_alarms()
        self._add_officers()
        past_alarms.add(self)
        self._add_walking()
        self._add_outputs()

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read, plan, write."""
        scene = self._scene(parameters, context, feedback, watch)
        sent = plan(scene.standing, scene.reach, scene.between, stay=scene.stay, watch=watch.part(0.5, 0.95))
        simple = nearest_first(scene.standing, scene.reach, scene.between, stay=scene.stay)
        unmet = len(scene.alarms) - sum(len(route) for route in sent.routes)
        told = translate(
            "Processing", "{expected} of {count} alarms are expected to stand on arrival; nearest first: {simple}."
        )
        self.tell(
            feedback,
            told.format(expected=f"{sent.expected:.1f}", count=len(scene.alarms), simple=f"{simple.expected:.1f}"),
        )
        if unmet:
            feedback.pushWarning(
                translate("Processing", "{count} alarms cannot be reached on foot.").format(count=unmet)
            )
        about = self.about(parameters)
        rows = list(_rows(scene, sent))
        columns = [
            ("officer", area_table.TEXT), ("stop", area_table.WHOLE), ("alarm", area_table.WHOLE),
            ("kind", area_table.TEXT), ("stands_min", area_table.NUMBER), ("on_foot_min", area_table.NUMBER),
            ("arrives", area_table.TEXT), ("chance", area_table.NUMBER),
        ]  # fmt: skip
        output = area_table.write_rows(
            self, parameters, self.OUTPUT, context, columns, rows, max(len(rows), 1), watch.part(0.95, 1.0),
            QgsWkbTypes.LineString, scene.crs,
        )  # fmt: skip
        names = [str(name) for name in scene.names]
        self.dress(
            output, translate("Processing", "Response plan"), about, lambda layer: response_look.ways(layer, names)
        )
        return {self.OUTPUT: output, "EXPECTED": sent.expected, "NEAREST": simple.expected, "UNREACHED": unmet}

    def _scene(self, parameters, context, feedback, watch) -> _Scene:
        began = self.field(parameters, self.TIME, context, feedback, _BEGAN)
        kind = self.field(parameters, self.KIND, context, feedback, _KINDS)
        weight = self.parameterAsString(parameters, self.WEIGHT, context)
        alarms, crs = self.events(parameters, context, feedback, [began, kind, weight], None, watch.part(0.0, 0.1))
        if not len(alarms):
            raise QgsProcessingException(translate("Processing", "No alarm stands: there is nobody to send anywhere."))
        name = self.field(parameters, self.NAME, context, feedback, _NAMES, self.OFFICERS)
        officers, _ = read(self, parameters, self.OFFICERS, context, [name], crs, watch.part(0.1, 0.2))
        if not len(officers):
            raise QgsProcessingException(translate("Processing", "The layer of officers is empty."))
        kinds = past_alarms.words(alarms, kind) if kind else np.full(len(alarms), "", dtype=str)
        curves, number = past_alarms.curves(self, parameters, context, feedback, kinds, watch.part(0.2, 0.3))
        now, ages = self._ages(parameters, context, feedback, alarms, began)
        weights = alarms.weights(weight) if weight else None
        reach, between = self._minutes(parameters, context, officers, alarms, crs, watch.part(0.3, 0.5))
        return _Scene(
            alarms, kinds, officers, _names(officers, name), standing(ages, curves, number, weights), reach, between,
            self.parameterAsDouble(parameters, self.STAY, context), now, crs.qgis,
        )  # fmt: skip

    def _ages(self, parameters, context, feedback, alarms: Events, began: str) -> tuple[np.datetime64, np.ndarray]:
        """Return the moment planned for, and how many minutes each alarm has stood then."""
        given = self.parameterAsDateTime(parameters, self.NOW, context)
        moment = given if given is not None and given.isValid() else QDateTime.currentDateTime()
        now = np.datetime64(moment.toString("yyyy-MM-ddTHH:mm:ss"), "ms")
        if not began:
            told = translate("Processing", "No field says when alarms began: all are taken to have begun just now.")
            feedback.pushWarning(told)
            return now, np.zeros(len(alarms))
        ages = (now - times(alarms, began)) / np.timedelta64(60_000, "ms")
        ahead = np.flatnonzero(ages < 0.0)
        if ahead.size:
            told = translate(
                "Processing", "Alarm {feature} begins after the moment planned for ({count} such features)."
            )
            raise QgsProcessingException(told.format(feature=alarms.feature[ahead[0]], count=ahead.size))
        return now, ages

    def _minutes(self, parameters, context, officers: Events, alarms: Events, crs: WorkingCrs, watch: Watch):
        """Return minutes on foot from officers to alarms and between alarms."""
        pace = _METRES_PER_MINUTE * self.parameterAsDouble(parameters, self.SPEED, context)
        source = self.parameterAsSource(parameters, self.STREETS, context)
        if source is None:
            places = [np.column_stack([found.x, found.y]) for found in (officers, alarms)]
            return tuple(_DETOUR * cdist(places[first], places[1]) / pace for first in (0, 1))
        graph, _ = street_layer.read(source, crs, "", watch.part(0.0, 0.5))
        start, goal = (
            snap(graph, found.x, found.y, watch=Watch(None, watch.cancelled)) for found in (officers, alarms)
        )
        reach = distances(graph, start, goal, watch.part(0.5, 0.6)) / pace
        return reach, distances(graph, goal, goal, watch.part(0.6, 1.0)) / pace

    def _add_alarms(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Standing alarms"), [QgsProcessing.TypeVectorPoint]
            ),
            translate("Processing", "Alarms that stand now, as points. Any coordinate system will do."),
        )
        self.add_field(
            self.TIME,
            translate("Processing", "Began"),
            translate("Processing", "Since when the alarm stands. Without one, a field with a usual name is taken."),
            QgsProcessingParameterField.Any,
        )
        self.add_field(
            self.KIND,
            translate("Processing", "Kind"),
            translate("Processing", "Kind of alarm: each stands as long as those of its kind did in the past."),
            QgsProcessingParameterField.Any,
        )
        self.add_weight(advanced=True)
        self.add(
            QgsProcessingParameterDateTime(self.NOW, translate("Processing", "Moment planned for"), optional=True),
            translate("Processing", "Without one, now."),
            advanced=True,
        )

    def _add_officers(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.OFFICERS, translate("Processing", "Officers"), [QgsProcessing.TypeVectorPoint]
            ),
            translate("Processing", "Where the officers are, as points."),
        )
        self.add_field(
            self.NAME,
            translate("Processing", "Name of the officer"),
            translate("Processing", "Without one, a field with a usual name is taken, or a number."),
            QgsProcessingParameterField.Any,
            parent=self.OFFICERS,
        )

    def _add_walking(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.STREETS, translate("Processing", "Streets"), [QgsProcessing.TypeVectorLine], optional=True
            ),
            translate(
                "Processing", "Ways are measured along them; without streets, 1.3 times as far as the crow flies."
            ),
        )
        numbers = (
            (
                self.SPEED, translate("Processing", "Walking speed (km/h)"), 4.2, 0.1,
                translate("Processing", "How fast officers go; 12 for a bicycle."),
            ),
            (
                self.STAY, translate("Processing", "Time at each alarm (minutes)"), 2.0, 0.0,
                translate("Processing", "How long an officer stays before going on."),
            ),
        )  # fmt: skip
        for name, label, default, least, tip in numbers:
            self.add(
                QgsProcessingParameterNumber(
                    name, label, QgsProcessingParameterNumber.Double, defaultValue=default, minValue=least
                ),
                tip,
            )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Response plan"), QgsProcessing.TypeVectorLine
            ),
            translate("Processing", "Who goes where, in which order, when they arrive, and the chance that it stands."),
        )
        for name, label in (
            ("EXPECTED", translate("Processing", "Alarms expected to stand on arrival")),
            ("NEAREST", translate("Processing", "Expected when the nearest is met first")),
            ("UNREACHED", translate("Processing", "Alarms out of reach")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))


def _names(officers: Events, field: str) -> np.ndarray:
    """Return what each officer is called: by the field, or by number."""
    named = past_alarms.words(officers, field) if field else np.full(len(officers), "", dtype=str)
    return np.array([name or str(number) for number, name in enumerate(named.tolist(), start=1)], dtype=str)


def _rows(scene: _Scene, sent: Sent):
    """Yield a line and values for each alarm that is gone to, officer by officer."""
    for officer, (route, arrivals) in enumerate(zip(sent.routes, sent.arrivals, strict=True)):
        chances = scene.standing.chance(route, arrivals).tolist()
        last = QgsPointXY(scene.officers.x[officer], scene.officers.y[officer])
        for stop, (alarm, minutes) in enumerate(zip(route.tolist(), arrivals.tolist(), strict=True)):
            here = QgsPointXY(scene.alarms.x[alarm], scene.alarms.y[alarm])
            arrives = scene.now + np.timedelta64(round(60_000 * minutes), "ms")
            yield QgsGeometry.fromPolylineXY([last, here]), [
                str(scene.names[officer]), stop + 1, int(scene.alarms.feature[alarm]), str(scene.kinds[alarm]),
                float(scene.standing.age[alarm]), minutes, str(arrives)[11:16], chances[stop],
            ]  # fmt: skip
            last = here
