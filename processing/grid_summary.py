"""Grid summary: what happened in each grid, and how much there is that it could happen to."""

from dataclasses import dataclass
from itertools import count
from math import isnan

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime

from . import area_table, look, polygons, street_length
from .analysis_algorithm import AnalysisAlgorithm
from .events import Events, read, times
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_MOST_CLASSES = 20
# Names by which the fields of a case file, or of common lists of cases, are found by themselves.
_CLASS_NAMES = ("class_code", "category", "class", "kind")
_CLOSED_NAMES = ("closed_at", "closed")
_DEADLINE_NAMES = ("deadline_at", "due_at", "deadline")


@dataclass(frozen=True)
class _Columns:
    """Columns of the output as they come: names, kinds, and one value for each area."""

    fields: list[tuple[str, int]]
    values: list[list]

    def add(self, name: str, values: np.ndarray) -> None:
        """Add a column; NaN becomes null. Files tell no capital letters apart, so a name may get a number."""
        taken = {other.lower() for other, _ in self.fields}
        names = (name if again == 1 else f"{name}_{again}" for again in count(1))
        free = next(found for found in names if found.lower() not in taken)
        self.fields.append((free, area_table.WHOLE if values.dtype.kind in "iu" else area_table.NUMBER))
        self.values.append([None if isnan(value) else value for value in values.tolist()])


class GridSummary(AnalysisAlgorithm):
    """communitybrain:gridsummary"""

    AREAS, CELL_SIZE, CLASS, CLOSED, DEADLINE, MOMENT = "AREAS", "CELL_SIZE", "CLASS", "CLOSED", "DEADLINE", "MOMENT"
    ALARMS, ALARM_CLASS, COMPONENTS, STREETS, OUTPUT = "ALARMS", "ALARM_CLASS", "COMPONENTS", "STREETS", "OUTPUT"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add_events()
        self._add_source(
            self.AREAS, translate("Processing", "Areas to count in"), QgsProcessing.TypeVectorPolygon,
            translate("Processing", "Unit grids, patrol grids or others. Without any, cells are made."),
        )  # fmt: skip
        self._add_case_fields()
        self._add_bases()
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Grid summary"), QgsProcessing.TypeVectorPolygon
            ),
            translate("Processing", "The areas with their own fields and the counts behind them."),
        )
        self.addOutput(QgsProcessingOutputNumber("EVENTS", translate("Processing", "Number of events")))
        self.addOutput(QgsProcessingOutputNumber("OUTSIDE", translate("Processing", "Events in no area")))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Count everything in the areas, then write."""
        source = self.parameterAsSource(parameters, self.AREAS, context)
        areas = None if source is None else polygons.of_layer(source, watch.part(0.0, 0.1))
        crs = None if areas is None else WorkingCrs.same_as(areas.crs)
        fields = self._case_fields(parameters, context, feedback)
        events, crs = self.events(parameters, context, feedback, fields, crs, watch.part(0.1, 0.3))
        if areas is None:
            size = self.parameterAsDouble(parameters, self.CELL_SIZE, context)
            areas = polygons.around(events, crs, polygons.HEXAGON, size, watch.part(0.3, 0.35))
        area, event = areas.holding(events, watch.part(0.35, 0.5))
        outside = len(events) - len(np.unique(event))
        if outside:
            told = translate("Processing", "{count} events lie in no area and do not count.")
            feedback.pushWarning(told.format(count=outside))
        columns = _Columns([], [])
        counted = np.bincount(area, minlength=len(areas))
        columns.add("events", counted)
        many, step = len(areas), watch.part(0.5, 0.55)
        self._add_cases(parameters, context, columns, events, fields, area, event, many, step)
        self._add_alarms(parameters, context, columns, areas, crs, watch.part(0.55, 0.6))
        self._add_rates(parameters, context, columns, areas, crs, counted, watch.part(0.6, 0.9))
        watch.at(0.9)
        about = self.about(parameters)
        output = area_table.write(
            self, parameters, self.OUTPUT, context, areas, columns.fields, zip(*columns.values, strict=True),
            watch.part(0.9, 1.0),
        )  # fmt: skip
        title = translate("Processing", "Grid summary: events")
        unit = translate("Processing", "events")
        self.dress(output, title, about, lambda layer: look.graduated(layer, "events", counted, unit))
        return {self.OUTPUT: output, "EVENTS": len(events), "OUTSIDE": outside}

    def _case_fields(self, parameters, context, feedback) -> list[str]:
        """Return class, closed and deadline fields."""
        known = {self.CLASS: _CLASS_NAMES, self.CLOSED: _CLOSED_NAMES, self.DEADLINE: _DEADLINE_NAMES}
        return [self.field(parameters, name, context, feedback, words) for name, words in known.items()]

    def _add_cases(
        self, parameters, context, columns, events: Events, fields, area, event, many: int, watch
    ) -> None:  # fmt: skip
        kind, closed_field, deadline_field = fields
        if closed_field:
            closed = times(events, closed_field, missing=True, watch=watch.part(0.0, 0.3))[event]
            still = np.isnat(closed)
            columns.add("open", _count(area[still], many))
            columns.add("closed", _count(area[~still], many))
        if closed_field and deadline_field:
            deadline = times(events, deadline_field, missing=True, watch=watch.part(0.3, 0.6))[event]
            now = self._moment(parameters, context)
            judged = ~still & ~np.isnat(deadline)
            in_time = _count(area[judged & (closed <= deadline)], many)
            columns.add("overdue", _count(area[still & (deadline < now)], many))
            columns.add("on_time", in_time)
            columns.add("on_time_share", _ratio(in_time, _count(area[judged], many)))
        watch.at(0.6)
        if kind:
            _add_classes(columns, "class", events.columns[kind][event], area, many)

    def _moment(self, parameters, context) -> np.datetime64:
        given = self.parameterAsDateTime(parameters, self.MOMENT, context)
        if given is None or not given.isValid():
            given = QDateTime.currentDateTime()
        return np.datetime64(given.toString("yyyy-MM-ddTHH:mm:ss"), "ms")

    def _add_alarms(self, parameters, context, columns, areas, crs, watch) -> None:
        if not self._given(parameters, self.ALARMS, context):
            return
        kind = self.parameterAsString(parameters, self.ALARM_CLASS, context)
        alarms, _ = read(self, parameters, self.ALARMS, context, [kind], crs, watch.part(0.0, 0.5))
        area, event = areas.holding(alarms, watch.part(0.5, 1.0))
        columns.add("alarms", _count(area, len(areas)))
        if kind:
            _add_classes(columns, "alarm", alarms.columns[kind][event], area, len(areas))

    def _add_rates(self, parameters, context, columns, areas, crs, counted, watch) -> None:
        columns.add("area_km2", areas.size_km2)
        columns.add("events_per_km2", _ratio(counted, areas.size_km2))
        if self._given(parameters, self.COMPONENTS, context):
            things, _ = read(self, parameters, self.COMPONENTS, context, [], crs, watch.part(0.0, 0.2))
            many = _count(areas.holding(things, watch.part(0.2, 0.3))[0], len(areas))
            columns.add("components", many)
            columns.add("events_per_component", _ratio(counted, many))
        streets = self.parameterAsSource(parameters, self.STREETS, context)
        if streets is not None:
            length = street_length.within(areas, streets, context, watch.part(0.3, 1.0))
            columns.add("street_km", length)
            columns.add("events_per_street_km", _ratio(counted, length))

    def _given(self, parameters, name: str, context) -> bool:
        return self.parameterAsSource(parameters, name, context) is not None

    def _add_source(self, name: str, label: str, kind: int, tip: str) -> None:
        self.add(QgsProcessingParameterFeatureSource(name, label, [kind], optional=True), tip)

    def _add_case_fields(self) -> None:
        self.add_field(
            self.CLASS,
            translate("Processing", "Class"),
            translate("Processing", "Counted class by class; the twenty most frequent have columns of their own."),
            QgsProcessingParameterField.Any,
        )
        self.add_field(
            self.CLOSED,
            translate("Processing", "Closed at"),
            translate("Processing", "Time of closing; a case without one is open."),
            QgsProcessingParameterField.Any,
        )
        self.add_field(
            self.DEADLINE,
            translate("Processing", "Deadline"),
            translate("Processing", "With it, open cases can be overdue and closed ones on time."),
            QgsProcessingParameterField.Any,
        )
        self.add(
            QgsProcessingParameterDateTime(
                self.MOMENT, translate("Processing", "As of"), QgsProcessingParameterDateTime.DateTime, optional=True
            ),
            translate("Processing", "The moment at which open cases are overdue or not; now without one."),
            advanced=True,
        )

    def _add_bases(self) -> None:
        point = QgsProcessing.TypeVectorPoint
        self._add_source(
            self.ALARMS, translate("Processing", "Alarms"), point, translate("Processing", "Counted beside the events.")
        )
        self.add_field(
            self.ALARM_CLASS,
            translate("Processing", "Class of alarms"),
            translate("Processing", "Alarms are counted class by class, too."),
            QgsProcessingParameterField.Any,
            parent=self.ALARMS,
            advanced=True,
        )
        self._add_source(
            self.COMPONENTS, translate("Processing", "Components"), point,
            translate("Processing", "With them, events per component."),
        )  # fmt: skip
        self._add_source(
            self.STREETS, translate("Processing", "Streets"), QgsProcessing.TypeVectorLine,
            translate("Processing", "With them, events per km of street; one along a border half on either side."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterNumber(
                self.CELL_SIZE, translate("Processing", "Width of cells (metres)"),
                QgsProcessingParameterNumber.Double, optional=True, minValue=0.0,
            ),
            translate("Processing", "Of the hexagons that are made where no areas are given."),
            advanced=True,
        )  # fmt: skip


def _add_classes(columns: _Columns, prefix: str, kinds: np.ndarray, area: np.ndarray, many: int) -> None:
    words = np.array([_word(kind) for kind in kinds], dtype=object)
    names, number, times_seen = np.unique(words.astype(str), return_inverse=True, return_counts=True)
    often = np.argsort(-times_seen, kind="stable")
    for position in sorted(often[:_MOST_CLASSES], key=lambda n: names[n]):
        name = names[position] or "none"
        columns.add(f"{prefix}_{name}", _count(area[number == position], many))
    if len(names) > _MOST_CLASSES:
        rest = np.isin(number, often[_MOST_CLASSES:])
        columns.add(f"{prefix}_others", _count(area[rest], many))


def _word(kind: object) -> str:
    if kind is None or (isinstance(kind, float) and isnan(kind)):
        return ""
    return str(int(kind)) if isinstance(kind, float) and kind.is_integer() else str(kind)


def _count(area: np.ndarray, many: int) -> np.ndarray:
    return np.bincount(area, minlength=many)


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Divide; where there is nothing to divide by there is no rate."""
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)
