"""How far an event's weight reaches: the parameters, and the bandwidth that comes of them."""

import numpy as np
from qgis.core import QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis import bandwidth as rules
from ..analysis.watch import Watch
from .look import figure

translate = QCoreApplication.translate

KERNEL, RULE, BANDWIDTH = "KERNEL", "RULE", "BANDWIDTH"
KERNELS = ("quartic", "gaussian", "epanechnikov", "triangular", "uniform")
THUMB, FIXED, LIKELIHOOD, SQUARES, ADAPTIVE = range(5)


def add(algorithm, adaptive: bool = True) -> None:
    """Add kernel, rule and bandwidth; without `adaptive` the rules that give one bandwidth for all."""
    add_kernel(algorithm)
    rules_known = [
        translate("Processing", "Rule of thumb (Silverman)"),
        translate("Processing", "The distance below"),
        translate("Processing", "Cross-validation, likelihood"),
        translate("Processing", "Cross-validation, least squares"),
        translate("Processing", "Adaptive (Abramson)"),
    ]
    tip = translate(
        "Processing",
        "Rule of thumb: from the spread and number of events. Cross-validation: the bandwidth that foretells "
        "events left out best.",
    )
    if adaptive:
        tip += " " + translate("Processing", "Adaptive: narrow where events crowd, wide where they are few.")
    algorithm.add_choice(
        RULE, translate("Processing", "Bandwidth is chosen by"), tip, rules_known if adaptive else rules_known[:-1]
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            BANDWIDTH,
            translate("Processing", "Bandwidth (metres)"),
            QgsProcessingParameterNumber.Double,
            optional=True,
            minValue=0.0,
        ),
        translate(
            "Processing",
            "How far an event reaches (Gaussian: one standard deviation). Given here, it is used in place of the rule "
            "of thumb, and is what an adaptive bandwidth varies around.",
        ),
    )


def add_kernel(algorithm) -> None:
    """Add the kernel."""
    algorithm.add_choice(
        KERNEL,
        translate("Processing", "Kernel"),
        translate("Processing", "How the weight thins out with distance. Quartic suits most; Gaussian has no edge."),
        [
            translate("Processing", "Quartic"),
            translate("Processing", "Gaussian"),
            translate("Processing", "Epanechnikov"),
            translate("Processing", "Triangular"),
            translate("Processing", "Uniform"),
        ],
        advanced=True,
    )


def kernel(algorithm, parameters, context) -> str:
    """Return the name of the kernel."""
    return KERNELS[algorithm.parameterAsEnum(parameters, KERNEL, context)]


def chosen(
    algorithm, parameters, context, feedback, x: np.ndarray, y: np.ndarray, weight: np.ndarray, watch: Watch
) -> float | np.ndarray:
    """Return the bandwidth in metres, one or one for each event, and say how it was come by."""
    rule = algorithm.parameterAsEnum(parameters, RULE, context)
    given = algorithm.parameterAsDouble(parameters, BANDWIDTH, context)
    shape = kernel(algorithm, parameters, context)
    if rule in (LIKELIHOOD, SQUARES):
        by = rules.by_likelihood if rule == LIKELIHOOD else rules.by_least_squares
        choice = by(x, y, weight, shape, watch=watch)
        if choice.at_end:
            feedback.pushWarning(
                translate("Processing", "Cross-validation found its best at the end of what was tried; look closely.")
            )
        found: float | np.ndarray = choice.bandwidth
    elif given > 0.0 or rule == FIXED:
        found = given
    else:
        found = rules.rule_of_thumb(x, y, weight, shape)
    if rule == ADAPTIVE:
        found = rules.adaptive(x, y, float(found), weight, shape, watch=watch)
        told = translate("Processing", "Bandwidths from {least} to {most} m.")
        algorithm.tell(feedback, told.format(least=figure(float(found.min())), most=figure(float(found.max()))))
    else:
        algorithm.tell(feedback, translate("Processing", "Bandwidth {size} m.").format(size=figure(float(found))))
    return found
