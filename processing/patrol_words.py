"""How good a plan of patrols is and what is not in it, in the log and as figures."""

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.patrol import ending
from ..analysis.patrol.gather import NO_TIME, ValuePlan
from ..analysis.patrol.plan import Plan
from .analysis_algorithm import AnalysisAlgorithm
from .patrol_crew import Roster
from .patrol_layers import Halts, left_out_words

translate = QCoreApplication.translate

#: So many streets left out are named.
NAMED = 20


def say(
    algorithm: AnalysisAlgorithm,
    feedback,
    graph: StreetGraph,
    ids: np.ndarray,
    plan: Plan,
    roster: Roster,
    halts: Halts,
) -> None:
    """Say in the log how good the plan is, and what is not in it; roster: the officers of the plan."""
    for told, reason in left_out_words(graph, ids, plan.left_out, NAMED, halts):
        if reason == NO_TIME:
            algorithm.tell(feedback, told)
        else:
            algorithm.warn(feedback, told)
    if plan.ended == ending.CANCELLED:
        feedback.pushWarning(translate("Processing", "Stopped before the search was over: the best plan so far."))
    if plan.ended == ending.TIME:
        algorithm.tell(feedback, translate("Processing", "The search was ended by its time limit."))
    if isinstance(plan, ValuePlan):
        _say_value(algorithm, feedback, plan)
        return
    if (plan.crew.scale == 1.0).all():
        _say_longest(algorithm, feedback, plan)
    else:
        _say_fullest(algorithm, feedback, plan)
    late = np.flatnonzero(plan.times > plan.crew.shift + 1e-4)
    if len(late) and plan.crew.is_alike:
        told = translate("Processing", "The longest route takes longer than the shift of {hours} h.")
        feedback.pushWarning(told.format(hours=f"{plan.crew.shift[0] / 3600.0:g}"))
    elif len(late):
        told = translate("Processing", "Routes that take longer than the officer's shift: {officers}.")
        feedback.pushWarning(told.format(officers=", ".join(roster.called(one + 1) for one in late.tolist())))


def figures(plan: Plan) -> dict[str, object]:
    """Return the numbers that come of a run."""
    found = {
        "OFFICER_COUNT": len(plan.walks),
        "LONGEST": plan.longest / 60.0,
        "GAP": 100.0 * plan.gap,
        "FAIRNESS": plan.fairness,
        "LEFT_OUT": len(plan.left_out),
    }
    if isinstance(plan, ValuePlan):
        return found | {"VALUE": plan.value, "MOST_VALUE": plan.most}
    # Where shifts are not alike, the bound is one of shares of them, and of no minutes.
    return found | ({"BOUND": plan.bound / 60.0} if (plan.crew.scale == 1.0).all() else {})


def _say_longest(algorithm: AnalysisAlgorithm, feedback, plan: Plan) -> None:
    told = translate(
        "Processing",
        "Officers: {officers}. The longest route takes {longest} min, {metres} m; no plan can do it in less than "
        "{bound} min, so this one is within {gap} % of the best possible. Longest ÷ mean: {fairness}.",
    )
    algorithm.tell(
        feedback,
        told.format(
            officers=len(plan.walks), longest=f"{plan.longest / 60.0:.1f}", fairness=f"{plan.fairness:.2f}",
            metres=f"{plan.lengths[int(plan.times.argmax())]:.0f}", bound=f"{plan.bound / 60.0:.1f}",
            gap=f"{100.0 * plan.gap:.1f}",
        ),
    )  # fmt: skip


def _say_fullest(algorithm: AnalysisAlgorithm, feedback, plan: Plan) -> None:
    """Where shifts are not alike, the fullest of them is what is made as short as can be."""
    told = translate(
        "Processing",
        "Officers: {officers}. The fullest shift is used to {share} %; no plan can do with less than {bound} %, so "
        "this one is within {gap} % of the best possible. Fullest ÷ mean: {fairness}.",
    )
    shift = float(plan.crew.shift.max())
    algorithm.tell(
        feedback,
        told.format(
            officers=len(plan.walks), share=f"{100.0 * plan.loads.max() / shift:.1f}", gap=f"{100.0 * plan.gap:.1f}",
            bound=f"{100.0 * plan.bound / shift:.1f}", fairness=f"{plan.fairness:.2f}",
        ),
    )  # fmt: skip


def _say_value(algorithm: AnalysisAlgorithm, feedback, plan: ValuePlan) -> None:
    told = translate(
        "Processing",
        "Officers: {officers}. Metres by priority: {value} are walked; no plan can walk more than {most} within "
        "the shift, so the best possible has at most {gap} % more. The longest route takes {longest} min.",
    )
    algorithm.tell(
        feedback,
        told.format(
            officers=len(plan.walks), value=f"{plan.value:.0f}", most=f"{plan.most:.0f}",
            gap=f"{100.0 * plan.gap:.1f}", longest=f"{plan.longest / 60.0:.1f}",
        ),
    )  # fmt: skip
