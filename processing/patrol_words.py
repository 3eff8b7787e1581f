"""How good a plan of patrols is and what is not in it, in the log and as figures."""

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.patrol import ending
from ..analysis.patrol.gather import NO_TIME, ValuePlan
from ..analysis.patrol.plan import Plan
from .analysis_algorithm import AnalysisAlgorithm
from .patrol_layers import Pace, left_out_words

translate = QCoreApplication.translate

#: So many streets left out are named.
NAMED = 20


def say(
    algorithm: AnalysisAlgorithm, feedback, graph: StreetGraph, ids: np.ndarray, plan: Plan, pace: Pace, shift: float
) -> None:
    """Say in the log how good the plan is, and what is not in it; shift: in minutes."""
    for told, reason in left_out_words(graph, ids, plan.left_out, NAMED):
        if reason == NO_TIME:
            algorithm.tell(feedback, told)
        else:
            algorithm.warn(feedback, told)
    if plan.ended == ending.CANCELLED:
        feedback.pushWarning(translate("Processing", "Stopped before the search was over: the best plan so far."))
    if plan.ended == ending.TIME:
        algorithm.tell(feedback, translate("Processing", "The search was ended by its time limit."))
    if isinstance(plan, ValuePlan):
        _say_value(algorithm, feedback, plan, pace)
        return
    told = translate(
        "Processing",
        "Officers: {officers}. The longest route takes {longest} min, {metres} m; no plan can do it in less than "
        "{bound} min, so this one is within {gap} % of the best possible. Longest ÷ mean: {fairness}.",
    )
    algorithm.tell(
        feedback,
        told.format(
            officers=len(plan.walks), longest=f"{pace.minutes(plan.longest):.1f}", metres=f"{plan.longest:.0f}",
            bound=f"{pace.minutes(plan.bound):.1f}", gap=f"{100.0 * plan.gap:.1f}", fairness=f"{plan.fairness:.2f}",
        ),
    )  # fmt: skip
    if pace.minutes(plan.longest) > shift + 1e-6:
        told = translate("Processing", "The longest route takes longer than the shift of {hours} h.")
        feedback.pushWarning(told.format(hours=f"{shift / 60.0:g}"))


def figures(plan: Plan, pace: Pace) -> dict[str, object]:
    """Return the numbers that come of a run."""
    found = {
        "OFFICER_COUNT": len(plan.walks),
        "LONGEST": pace.minutes(plan.longest),
        "GAP": 100.0 * plan.gap,
        "FAIRNESS": plan.fairness,
        "LEFT_OUT": len(plan.left_out),
    }
    if isinstance(plan, ValuePlan):
        return found | {"VALUE": plan.value, "MOST_VALUE": plan.most}
    return found | {"BOUND": pace.minutes(plan.bound)}


def _say_value(algorithm: AnalysisAlgorithm, feedback, plan: ValuePlan, pace: Pace) -> None:
    told = translate(
        "Processing",
        "Officers: {officers}. Metres by priority: {value} are walked; no plan can walk more than {most} within "
        "the shift, so the best possible has at most {gap} % more. The longest route takes {longest} min.",
    )
    algorithm.tell(
        feedback,
        told.format(
            officers=len(plan.walks), value=f"{plan.value:.0f}", most=f"{plan.most:.0f}",
            gap=f"{100.0 * plan.gap:.1f}", longest=f"{pace.minutes(plan.longest):.1f}",
        ),
    )  # fmt: skip
