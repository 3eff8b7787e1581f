"""Patrol sample: which grids a second inspector walks, drawn so that anybody can check the draw."""

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime

from ..analysis.sweeps.sample import Drawn, draw
from ..errors import RoomError
from . import area_table, polygons, sweep_look
from .analysis_algorithm import AnalysisAlgorithm
from .events import Events, read, read_table, times
from .past_alarms import words
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_NAMES = ("code", "grid_code", "unit_grid", "grid", "name", "name_zh")
_CHECKS, _LAST = ("checks",), ("last_checked",)
_DAY = np.timedelta64(86_400_000, "ms")
#: A grid that was never checked counts as if this many days ago.
_NEVER = 365.0


class DrawPatrolSample(AnalysisAlgorithm):
    """communitybrain:drawpatrolsample"""

    NAME, COUNT, SEED, EVENTS, RISK = "NAME", "COUNT", "SEED", "EVENTS", "RISK"
    CHECKS, LAST, NOW, OUTPUT = "CHECKS", "LAST", "NOW", "OUTPUT"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        self._add_grids()
        self._add_weights()
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, translate("Processing", "Patrol sample"), QgsProcessing.TypeVectorPolygon
            ),
            translate(
                "Processing", "All grids with their tickets; those drawn have a place in the order. Next draw's input."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("DRAWN", translate("Processing", "Number of grids drawn")))
        self.addOutput(QgsProcessingOutputString("DIGEST", translate("Processing", "Digest of the list drawn from")))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read the grids and what weighs them, draw, write."""
        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, self.INPUT))
        grids = polygons.of_layer(source, watch.part(0.0, 0.3))
        table = self._table(parameters, context, feedback, source)
        now = self._now(parameters, context)
        names, checks = table["names"], table["checks"]
        risk = table["risk"] + self._counted(parameters, context, feedback, grids, watch.part(0.3, 0.7))
        days = np.where(np.isnat(table["last"]), _NEVER, (now - table["last"]) / _DAY)
        weight = risk * np.maximum(days, 1.0)
        seed = self.parameterAsString(parameters, self.SEED, context).strip() or str(now)[:10]
        try:
            drawn = draw(names, self.parameterAsInt(parameters, self.COUNT, context), seed, weight, checks)
        except RoomError as error:
            raise table["rows"].naming(error) from error
        self._say(feedback, drawn, seed, names, checks)
        rows = _rows(drawn, weight, checks, table["last"], now)
        columns = [
            ("drawn", area_table.WHOLE), ("ticket", area_table.NUMBER), ("weight", area_table.NUMBER),
            ("checks", area_table.WHOLE), ("last_checked", area_table.TEXT), ("seed", area_table.TEXT),
        ]  # fmt: skip
        about = self.about(parameters)
        output = area_table.write(
            self, parameters, self.OUTPUT, context, grids, columns, ((*row, seed) for row in rows), watch.part(0.7, 1.0)
        )
        self.dress(output, translate("Processing", "Patrol sample"), about, sweep_look.sample)
        return {self.OUTPUT: output, "DRAWN": len(drawn.order), "DIGEST": drawn.digest}

    def _table(self, parameters, context, feedback, source) -> dict:
        """Return names, risks, numbers of checks and last checks of the grids, by row."""
        chosen = [
            self.field(parameters, name, context, feedback, known)
            for name, known in ((self.NAME, _NAMES), (self.CHECKS, _CHECKS), (self.LAST, _LAST))
        ]
        name, checks, last = chosen
        risk = self.parameterAsString(parameters, self.RISK, context)
        rows = read_table(source, [name, checks, last, risk])
        ids = rows.feature.astype(str)
        return {
            "rows": rows,
            "names": (words(rows, name) if name else ids).tolist(),
            "checks": _whole(rows, checks),
            "last": times(rows, last, missing=True) if last else np.full(len(rows), np.datetime64("NaT", "ms")),
            "risk": rows.weights(risk) if risk else np.ones(len(rows)),
        }

    def _counted(self, parameters, context, feedback, grids: polygons.Layer, watch) -> np.ndarray:
        """Return how many events lie in each grid; zeros without events."""
        if self.parameterAsSource(parameters, self.EVENTS, context) is None:
            return np.zeros(len(grids))
        events, _ = read(
            self, parameters, self.EVENTS, context, (), WorkingCrs.same_as(grids.crs), watch.part(0.0, 0.6)
        )
        area, _ = grids.holding(events, watch.part(0.6, 1.0))
        self.tell(feedback, translate("Processing", "{count} events were read.").format(count=len(events)))
        return np.bincount(area, minlength=len(grids)).astype(float)

    def _now(self, parameters, context) -> np.datetime64:
        given = self.parameterAsDateTime(parameters, self.NOW, context)
        moment = given if given is not None and given.isValid() else QDateTime.currentDateTime()
        return np.datetime64(moment.toString("yyyy-MM-ddTHH:mm:ss"), "ms")

    def _say(self, feedback, drawn: Drawn, seed: str, names: list[str], checks: np.ndarray) -> None:
        told = translate("Processing", "Seed: {seed}. Digest of the list drawn from: {digest}.")
        self.tell(feedback, told.format(seed=seed, digest=drawn.digest))
        listed = ", ".join(names[row] for row in drawn.order.tolist())
        self.tell(feedback, translate("Processing", "Drawn, in this order: {grids}.").format(grids=listed))
        waiting = int(np.count_nonzero(checks == checks.min())) if len(checks) else 0
        again = int(np.count_nonzero(checks[drawn.order] > checks.min())) if len(checks) else 0
        if again:
            told = translate("Processing", "All {count} grids whose turn it was are drawn; a new round begins.")
            self.tell(feedback, told.format(count=waiting))

    def _add_grids(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, translate("Processing", "Grids"), [QgsProcessing.TypeVectorPolygon]
            ),
            translate("Processing", "Unit grids, patrol grids or others to draw from; the last draw's output, too."),
        )
        any_kind = QgsProcessingParameterField.Any
        self.add_field(
            self.NAME, translate("Processing", "Code or name"),
            translate("Processing", "What tells the grids apart. Without one, a field with a usual name is taken."),
            any_kind,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterNumber(
                self.COUNT, translate("Processing", "How many"), QgsProcessingParameterNumber.Integer,
                defaultValue=10, minValue=1,
            ),
            translate("Processing", "Number of grids to draw."),
        )  # fmt: skip
        self.add(
            QgsProcessingParameterString(self.SEED, translate("Processing", "Seed"), optional=True),
            translate(
                "Processing",
                "Any text, best one that is known to all before and chosen by nobody, such as a lottery number. "
                "Without one, the date. The same seed and list draw the same grids.",
            ),
        )

    def _add_weights(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                self.EVENTS, translate("Processing", "Events"), [QgsProcessing.TypeVectorPoint], optional=True
            ),
            translate(
                "Processing", "Cases or alarms: the more of them a grid has, the sooner it is drawn in its round."
            ),
        )
        fields = (
            (
                self.RISK, translate("Processing", "Risk"), QgsProcessingParameterField.Numeric,
                translate("Processing", "Number field that says how much a grid weighs; without one, each weighs one."),
            ),
            (
                self.CHECKS, translate("Processing", "Checks so far"), QgsProcessingParameterField.Numeric,
                translate("Processing", "How often a grid was drawn before: those with the fewest come first."),
            ),
            (
                self.LAST, translate("Processing", "Last checked"), QgsProcessingParameterField.Any,
                translate("Processing", "The longer ago, the sooner it is drawn in its round; never is a year ago."),
            ),
        )  # fmt: skip
        for name, label, kind, tip in fields:
            self.add_field(name, label, tip, kind, advanced=True)
        self.add(
            QgsProcessingParameterDateTime(self.NOW, translate("Processing", "Day of the draw"), optional=True),
            translate("Processing", "Without one, today."),
            advanced=True,
        )


def _whole(rows: Events, field: str) -> np.ndarray:
    """Return how often grids were checked; a grid of which nothing is said was not."""
    if not field:
        return np.zeros(len(rows))
    return np.nan_to_num(rows.columns[field].astype(float))


def _rows(drawn: Drawn, weight: np.ndarray, checks: np.ndarray, last: np.ndarray, now: np.datetime64):
    """Yield place in the order (or none), ticket, weight, and the checks as they will stand after this one."""
    place = {row: number for number, row in enumerate(drawn.order.tolist(), start=1)}
    for row in range(len(weight)):
        is_drawn = row in place
        moment = now if is_drawn else last[row]
        yield [
            place.get(row), float(drawn.ticket[row]), float(weight[row]), int(checks[row]) + is_drawn,
            None if np.isnat(moment) else str(moment)[:10],
        ]  # fmt: skip
