"""Compare patrol plans: the figures of two saved plans, and the streets they give to different officers."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..patrols import plans
from . import area_table
from .analysis_algorithm import AnalysisAlgorithm

translate = QCoreApplication.translate


class ComparePatrolPlans(AnalysisAlgorithm):
    """communitybrain:comparepatrolplans"""

    PLAN, OTHER, OUTPUT = "PLAN", "OTHER", "OUTPUT"

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        for name, label in (
            (self.PLAN, translate("Processing", "One plan")),
            (self.OTHER, translate("Processing", "The other plan")),
        ):
            tip = translate("Processing", "Name or number of a saved plan; of several of one name, the newest.")
            self.add(QgsProcessingParameterString(name, label), tip)
        label = translate("Processing", "Streets that change hands")
        sink = QgsProcessingParameterFeatureSink(self.OUTPUT, label, QgsProcessing.TypeVector)
        self.add(sink, translate("Processing", "Each street with its officers in the one plan and in the other."))
        self.add_room()
        self.addOutput(QgsProcessingOutputNumber("MOVED", label))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read both, say their figures, write what differs."""
        connection = self.connect(parameters, context)
        try:
            names = [self.parameterAsString(parameters, name, context) for name in (self.PLAN, self.OTHER)]
            one, other = (plans.named(connection, name) for name in names)
            moved = plans.compare(connection, one.plan_id, other.plan_id)
        finally:
            connection.close()
        for plan in (one, other):
            feedback.pushInfo(_told(plan))
        number, text = area_table.NUMBER, area_table.TEXT
        columns = [("street", text), ("name", text), ("length_m", number), ("officers", text), ("other", text)]
        rows = (
            (None, [street.ref, street.name, street.metres, _list(street.officers), _list(street.other_officers)])
            for street in moved
        )
        written = area_table.write_rows(
            self, parameters, self.OUTPUT, context, columns, rows, max(len(moved), 1), watch, QgsWkbTypes.NoGeometry
        )
        return {self.OUTPUT: written, "MOVED": len(moved)}


def _told(plan: plans.Listed) -> str:
    told = translate(
        "Processing",
        "{name} ({number}): {officers} officers, {metres} m, longest {longest} min, longest ÷ mean {fairness}, "
        "within {gap} % of the best possible, {count} streets left out.",
    )
    return told.format(
        name=plan.name, number=plan.plan_id, officers=plan.officers, metres=f"{plan.metres:.0f}",
        longest=f"{plan.longest_minutes:.1f}", fairness=f"{plan.fairness:.2f}", count=plan.left_out,
        gap="–" if plan.gap is None else f"{100 * plan.gap:.1f}",
    )  # fmt: skip


def _list(officers: list[int]) -> str:
    return ", ".join(str(number) for number in officers)
