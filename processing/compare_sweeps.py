"""Compared sweeps: what the second inspector found in the grids drawn, and what of it the first one had missed."""

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.sweeps.compare import Matched, estimate, match
from . import area_table, look, polygons, sweep_look
from .analysis_algorithm import AnalysisAlgorithm
from .events import Events, read
from .past_alarms import words
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_CLASSES = ("class_code", "category", "class", "kind")


@dataclass(frozen=True)
class _Sweep:
    """One sweep: its findings, and the class of each."""

    events: Events
    classes: np.ndarray

    def only(self, which: np.ndarray) -> "_Sweep":
        """Return some of the findings."""
        return _Sweep(self.events.only(which), self.classes[which])


class CompareSweeps(AnalysisAlgorithm):
    """communitybrain:comparesweeps"""

    SECOND, CLASS, SECOND_CLASS, DISTANCE = "SECOND", "CLASS", "SECOND_CLASS", "DISTANCE"
    AREAS, OUTPUT, BY_GRID = "AREAS", "OUTPUT", "BY_GRID"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_sweeps()
        self._add_outputs()

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read both sweeps, match them, say what was missed, write."""
        first, second, crs = self._sweeps(parameters, context, feedback, watch.part(0.0, 0.3))
        source = self.parameterAsSource(parameters, self.AREAS, context)
        grids = None if source is None else polygons.of_layer(source, watch.part(0.3, 0.4))
        if grids is not None:
            first, second = (self._inside(feedback, grids, sweep, crs, watch) for sweep in (first, second))
        matched = match(
            (first.events.x, first.events.y), (second.events.x, second.events.y),
            self.parameterAsDouble(parameters, self.DISTANCE, context),
            first.classes, second.classes,
        )  # fmt: skip
        results = self._figures(feedback, len(first.events), len(second.events), len(matched.first))
        about = self.about(parameters)
        output = self._write_findings(parameters, context, first, second, matched, crs, watch.part(0.6, 0.8))
        self.dress(output, translate("Processing", "Findings of both sweeps"), about, sweep_look.findings)
        results[self.OUTPUT] = output
        if grids is not None:
            results |= self._write_grids(parameters, context, grids, first, second, matched, crs, watch.part(0.8, 1.0))
        return results

    def _sweeps(self, parameters, context, feedback, watch) -> tuple[_Sweep, _Sweep, object]:
        one = self.field(parameters, self.CLASS, context, feedback, _CLASSES)
        other = self.field(
            parameters, self.SECOND_CLASS, context, feedback, (*([one.lower()] if one else []), *_CLASSES), self.SECOND
        )
        first, crs = self.events(parameters, context, feedback, [one], None, watch.part(0.0, 0.5))
        second, _ = read(self, parameters, self.SECOND, context, [other], crs, watch.part(0.5, 1.0))
        if not (one and other):
            one = other = ""
            feedback.pushWarning(
                translate("Processing", "No class is known of one of the sweeps: findings match by distance alone.")
            )
        return _sweep(first, one), _sweep(second, other), crs

    def _inside(self, feedback, grids: polygons.Layer, sweep: _Sweep, crs, watch) -> _Sweep:
        """Return the findings in the grids; the others are counted in the log."""
        _, event = grids.holding(_moved(sweep.events, crs, grids), watch.part(0.4, 0.5))
        inside = np.zeros(len(sweep.events), dtype=bool)
        inside[event] = True
        outside = int(np.count_nonzero(~inside))
        if outside:
            told = translate("Processing", "{count} findings lie in none of the grids and do not count.")
            self.tell(feedback, told.format(count=outside))
        return sweep.only(inside)

    def _figures(self, feedback, first: int, second: int, both: int) -> dict[str, object]:
        """Say what was found and missed, and what neither may have found."""
        told = translate(
            "Processing", "First sweep {first}, second {second}, both {both}: {missed} were missed by the first."
        )
        self.tell(feedback, told.format(first=first, second=second, both=both, missed=second - both))
        guess = estimate(first, second, both)
        if second:
            told = translate(
                "Processing",
                "The first sweep found {share} % of what the second did. If both looked independently, there are about "
                "{total} ± {error} in all.",
            )
            share = f"{100.0 * guess.found_by_first:.0f}"
            self.tell(feedback, told.format(share=share, total=f"{guess.total:.0f}", error=f"{1.96 * guess.error:.0f}"))
        share = 100.0 * guess.found_by_first if second else None
        return {"BOTH": both, "MISSED": second - both, "SHARE": share, "ESTIMATE": guess.total}

    def _write_findings(self, parameters, context, first: _Sweep, second: _Sweep, matched: Matched, crs, watch) -> str:
        columns = [
            ("found_by", area_table.TEXT), ("class", area_table.TEXT), ("first_feature", area_table.WHOLE),
            ("second_feature", area_table.WHOLE), ("apart_m", area_table.NUMBER),
        ]  # fmt: skip
        rows = list(_findings(first, second, matched))
        return area_table.write_rows(
            self, parameters, self.OUTPUT, context, columns, rows, max(len(rows), 1), watch, QgsWkbTypes.Point, crs.qgis
        )

    def _write_grids(self, parameters, context, grids: polygons.Layer, first, second, matched, crs, watch) -> dict:
        again = np.zeros(len(second.events), dtype=bool)
        again[matched.second] = True
        counts = []
        for sweep in (first, second, second.only(again)):
            area, _ = grids.holding(_moved(sweep.events, crs, grids), watch.part(0.0, 0.3))
            counts.append(np.bincount(area, minlength=len(grids)))
        found, checked, both = counts
        missed = checked - both
        share = [float(b) / c if c else None for b, c in zip(both.tolist(), checked.tolist(), strict=True)]
        columns = [
            ("first", area_table.WHOLE), ("second", area_table.WHOLE), ("missed", area_table.WHOLE),
            ("share_found", area_table.NUMBER),
        ]  # fmt: skip
        rows = zip(found.tolist(), checked.tolist(), missed.tolist(), share, strict=True)
        output = area_table.write(self, parameters, self.BY_GRID, context, grids, columns, rows, watch.part(0.3, 1.0))
        if not output:
            return {}
        unit = translate("Processing", "missed")
        title = translate("Processing", "Missed by grid")
        self.dress(output, title, self.about(parameters), lambda layer: look.graduated(layer, "missed", missed, unit))
        return {self.BY_GRID: output}

    def _add_sweeps(self) -> None:
        point = [QgsProcessing.TypeVectorPoint]
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Findings of the first sweep"), point
            ),
            translate("Processing", "What the first inspector reported, as points."),
        )
        any_kind = QgsProcessingParameterField.Any
        self.add_field(
            self.CLASS, translate("Processing", "Class (first sweep)"),
            translate("Processing", "Only findings of one class match. Without one, a usual name is looked for."),
            any_kind,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFeatureSource(
                self.SECOND, translate("Processing", "Findings of the second sweep"), point
            ),
            translate(
                "Processing", "What the second inspector reported in the same grids, without knowing of the first's."
            ),
        )
        self.add_field(
            self.SECOND_CLASS, translate("Processing", "Class (second sweep)"),
            translate("Processing", "Written as that of the first sweep is."), any_kind, parent=self.SECOND,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterNumber(
                self.DISTANCE, translate("Processing", "Same thing within (metres)"),
                QgsProcessingParameterNumber.Double, defaultValue=15.0, minValue=0.1,
            ),
            translate("Processing", "How far apart two inspectors may put one thing on the map."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFeatureSource(
                self.AREAS, translate("Processing", "Grids checked"), [QgsProcessing.TypeVectorPolygon], optional=True
            ),
            translate(
                "Processing", "Only findings in them count, and the table by grid is of them. Select those drawn."
            ),
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Findings of both sweeps"), QgsProcessing.TypeVectorPoint
            ),
            translate("Processing", "Every finding once: found by both, missed by the first, or by the first alone."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.BY_GRID, translate("Processing", "Missed by grid"), QgsProcessing.TypeVectorPolygon,
                optional=True, createByDefault=False,
            ),
            translate("Processing", "Findings of each sweep in each grid, what was missed, and the share found."),
        )  # fmt: skip
        for name, label in (
            ("BOTH", translate("Processing", "Found by both")),
            ("MISSED", translate("Processing", "Missed by the first sweep")),
            ("SHARE", translate("Processing", "Share the first sweep found (%)")),
            ("ESTIMATE", translate("Processing", "How many there are by estimate")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))


def _sweep(events: Events, field: str) -> _Sweep:
    return _Sweep(events, words(events, field) if field else np.full(len(events), "", dtype=str))


def _moved(events: Events, crs, grids: polygons.Layer) -> Events:
    """Return findings in the grids' own system."""
    x, y = WorkingCrs.same_as(grids.crs).project(crs.qgis, np.column_stack([events.x, events.y]))
    return Events(x, y, events.feature, events.columns, events.without)


def _findings(first: _Sweep, second: _Sweep, matched: Matched):
    """Yield a point and values for every finding, those of both sweeps where the second put them."""
    partner = dict(
        zip(matched.second.tolist(), zip(matched.first.tolist(), matched.distance.tolist(), strict=True), strict=True)
    )
    for row in range(len(second.events)):
        one, apart = partner.get(row, (None, None))
        feature = None if one is None else int(first.events.feature[one])
        place = QgsGeometry.fromPointXY(QgsPointXY(second.events.x[row], second.events.y[row]))
        found_by = "missed" if one is None else "both"
        yield place, [found_by, str(second.classes[row]), feature, int(second.events.feature[row]), apart]
    for row in np.setdiff1d(np.arange(len(first.events)), matched.first).tolist():
        place = QgsGeometry.fromPointXY(QgsPointXY(first.events.x[row], first.events.y[row]))
        yield place, ["first", str(first.classes[row]), int(first.events.feature[row]), None, None]
