"""Emerging hot spots: where it has lately become hot, where it always was, and where it cools down."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis import cube
from ..errors import RoomError
from . import area_table, counting, look, neighbourhoods, polygons, small_multiples
from .analysis_algorithm import AnalysisAlgorithm
from .events import TIME_NAMES, times

translate = QCoreApplication.translate

_FEW_STEPS = 10


@dataclass(frozen=True)
class _Found:
    """A cube over areas: counts, z and classes of shape (steps, n), trend and pattern of each area."""

    areas: polygons.Areas
    edges: np.ndarray
    counts: np.ndarray
    z: np.ndarray
    classes: np.ndarray
    trend: cube.Trend
    patterns: np.ndarray


class EmergingHotSpots(AnalysisAlgorithm):
    """communitybrain:emerginghotspots"""

    STEP, CUT, BACK = "STEP", "CUT", "BACK"
    LEVEL, FDR, OUTPUT, TABLE, PAGE = "LEVEL", "FDR", "OUTPUT", "TABLE", "PAGE"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self.add_events()
        self._add_time()
        counting.add_areas(self)
        counting.add_cells(self)
        neighbourhoods.add(self)
        self._add_judgement()
        self._add_outputs()

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Count by area and step, compare in space and time, name the patterns, write."""
        field = self.field(parameters, self.TIME, context, feedback, TIME_NAMES)
        if not field:
            raise QgsProcessingException(translate("Processing", "Say which field holds the time of the events."))
        weight = self.parameterAsString(parameters, self.WEIGHT, context)
        counted = counting.counted(self, parameters, context, feedback, [field, weight], watch.part(0.0, 0.3))
        try:
            found = self._found(parameters, context, feedback, counted, field, weight, watch.part(0.3, 0.7))
        except RoomError as error:
            raise QgsProcessingException(str(error)) from error
        about_counts = {number: int((found.patterns == number).sum()) for number in look.pattern_words()}
        words = look.pattern_words()
        told = ", ".join(f"{words[number]} {many}" for number, many in about_counts.items() if many and number)
        self.tell(feedback, told or words[0])
        results = self._written(parameters, context, found, watch.part(0.7, 0.85))
        results |= self._table(parameters, context, found, watch.part(0.85, 0.9))
        results |= self._page(parameters, context, found, watch.part(0.9, 1.0))
        hot = sum(many for number, many in about_counts.items() if number > 0)
        cold = sum(many for number, many in about_counts.items() if number < 0)
        watch.at(1.0)
        return {**results, "STEPS": len(found.edges) - 1, "HOT": hot, "COLD": cold, "AREAS_COUNT": len(found.areas)}

    def _found(
        self, parameters, context, feedback, counted: counting.Counted, field: str, weight: str, watch
    ) -> _Found:
        at = times(counted.events, field, watch=watch.part(0.0, 0.05))
        if not len(at):
            raise RoomError("analysis.no_events")
        unit = cube.UNITS[self.parameterAsEnum(parameters, self.STEP, context)]
        edges = cube.steps(at.min(), at.max(), unit, self.parameterAsBool(parameters, self.CUT, context))
        areas, many = counted.areas, len(counted.areas)
        values = counted.events.weights(weight)[counted.event]
        watch.at(0.05)
        counts, outside = cube.count(counted.area, at[counted.event], edges, many, values)
        self._tell_steps(feedback, edges, outside)
        if not counts.any():
            raise RoomError("analysis.no_events")
        weights = neighbourhoods.of(self, parameters, context, feedback, areas, watch.part(0.1, 0.3))
        if isinstance(areas, polygons.Cells):
            # Cells that were made where nothing ever happened are no places; areas that were given are.
            used = counts.any(axis=0)
            areas, counts, weights = areas.only(used), counts[:, used], weights[used][:, used]
        z = cube.getis_ord(counts, weights, self.parameterAsInt(parameters, self.BACK, context), watch.part(0.3, 0.6))
        trend = cube.mann_kendall(np.nan_to_num(z), watch.part(0.6, 0.9))
        watch.at(0.9)
        level = self.parameterAsDouble(parameters, self.LEVEL, context)
        classes = cube.significant(z, level, self.parameterAsBool(parameters, self.FDR, context))
        watch.at(1.0)
        return _Found(areas, edges, counts, z, classes, trend, cube.patterns(classes, trend, level))

    def _tell_steps(self, feedback, edges: np.ndarray, outside: int) -> None:
        many = len(edges) - 1
        if many < 1:
            raise RoomError("analysis.too_few_steps", count=max(many, 0), least=cube.LEAST_STEPS)
        told = translate("Processing", "{count} steps from {first} to before {last}.")
        self.tell(feedback, told.format(count=many, first=edges[0], last=edges[-1]))
        if outside:
            told = translate(
                "Processing", "{count} events lie in a first or last step that is not whole and do not count."
            )
            self.tell(feedback, told.format(count=outside))
        if many < _FEW_STEPS:
            told = translate("Processing", "With {count} steps, patterns are rough: ten or more are wanted.")
            feedback.pushWarning(told.format(count=many))

    def _written(self, parameters, context, found: _Found, watch) -> dict[str, object]:
        added = [
            ("pattern", area_table.TEXT), ("pattern_number", area_table.WHOLE), ("trend_z", area_table.NUMBER),
            ("trend_p", area_table.NUMBER), ("hot_steps", area_table.WHOLE), ("cold_steps", area_table.WHOLE),
            ("last_z", area_table.NUMBER), ("last_count", area_table.NUMBER), ("total", area_table.NUMBER),
        ]  # fmt: skip
        names = [_code(int(number)) for number in found.patterns]
        columns = (
            found.patterns, found.trend.z, found.trend.p, (found.classes > 0).sum(axis=0),
            (found.classes < 0).sum(axis=0), found.z[-1], found.counts[-1], found.counts.sum(axis=0),
        )  # fmt: skip
        rows = zip(names, *(_plain(column) for column in columns), strict=True)
        about = self.about(parameters)
        output = area_table.write(self, parameters, self.OUTPUT, context, found.areas, added, rows, watch)
        self.dress(output, translate("Processing", "Emerging hot spots"), about, look.patterns)
        return {self.OUTPUT: output}

    def _table(self, parameters, context, found: _Found, watch) -> dict[str, object]:
        """Write one row for each area and step, where that is asked for."""
        columns: area_table.Columns = [
            ("area", area_table.WHOLE), ("step", area_table.TEXT), ("count", area_table.NUMBER),
            ("z", area_table.NUMBER), ("class", area_table.WHOLE),
        ]  # fmt: skip
        count = found.counts.size
        table = area_table.write_rows(self, parameters, self.TABLE, context, columns, _cells(found), count, watch)
        return {self.TABLE: table} if table else {}

    def _page(self, parameters, context, found: _Found, watch) -> dict[str, object]:
        path = self.parameterAsFileOutput(parameters, self.PAGE, context)
        if not path:
            return {}
        words = look.pattern_words()
        page = small_multiples.Page(
            title=translate("Processing", "Emerging hot spots"), notes=self.about(parameters),
            geometries=found.areas.geometries, working=(found.areas.crs, found.areas.working.qgis),
            patterns=found.patterns, pattern_colours=look.PATTERN_COLOURS, pattern_words=words,
            steps=[str(step) for step in found.edges[:-1]], classes=found.classes, totals=found.counts.sum(axis=1),
        )  # fmt: skip
        small_multiples.write(Path(path), page, context, watch)
        self.keep(path)
        return {self.PAGE: path}

    def _add_time(self) -> None:
        self.add_time()
        self.add_choice(
            self.STEP,
            translate("Processing", "Step of time"),
            translate("Processing", "Weeks begin on Monday. Ten steps or more are wanted."),
            [translate("Processing", "Day"), translate("Processing", "Week"), translate("Processing", "Month")],
            default=1,
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.CUT, translate("Processing", "Also first and last step if not whole"), defaultValue=False
            ),
            translate("Processing", "A step that data only begin or end in has low counts for no other reason."),
            advanced=True,
        )
        self.add_weight()

    def _add_judgement(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                self.BACK, translate("Processing", "Steps looked back"), QgsProcessingParameterNumber.Integer,
                defaultValue=1, minValue=0, maxValue=52,
            ),
            translate("Processing", "Neighbours in time: so many earlier steps count with each step."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterNumber(
                self.LEVEL, translate("Processing", "Level of significance"), QgsProcessingParameterNumber.Double,
                defaultValue=0.05, minValue=0.0001, maxValue=0.2,
            ),
            translate("Processing", "Of hot and cold, and of the trend."),
            advanced=True,
        )  # fmt: skip
        tip = translate("Processing", "Over all areas and steps together (Benjamini and Hochberg).")
        self.add_control(self.FDR, tip)

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Emerging hot spots"), QgsProcessing.TypeVectorPolygon
            ),
            translate("Processing", "The areas with pattern, trend, and how many steps were hot or cold."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.TABLE, translate("Processing", "Cube as a table"), QgsProcessing.TypeVector, optional=True,
                createByDefault=False,
            ),
            translate("Processing", "One row for each area and step, with count, z and class."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterFileDestination(
                self.PAGE, translate("Processing", "Page of small maps"), translate("Processing", "HTML page (*.html)"),
                optional=True,
            ),
            translate("Processing", "A page to print or send: the patterns, and one small map for each step."),
        )  # fmt: skip
        for name, label in (
            ("STEPS", translate("Processing", "Number of steps")),
            ("HOT", translate("Processing", "Hot spots")),
            ("COLD", translate("Processing", "Cold spots")),
            ("AREAS_COUNT", translate("Processing", "Number of areas")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))


def _cells(found: _Found) -> Iterator[tuple[None, list]]:
    """Yield one row for each area and step: whose, when, and what the cube has there."""
    for number, identity in enumerate(found.areas.ids.tolist()):
        columns = (_plain(cells[:, number]) for cells in (found.counts, found.z, found.classes))
        for step, values in zip(found.edges, zip(*columns, strict=True), strict=False):
            yield None, [identity, str(step), *values]


def _code(number: int) -> str:
    """Return a pattern in words that do not change with the language."""
    return "" if number == 0 else f"{'hot' if number > 0 else 'cold'}_{cube.PATTERNS[abs(number)]}"


def _plain(column: np.ndarray) -> list:
    return [None if isinstance(value, float) and np.isnan(value) else value for value in column.tolist()]
