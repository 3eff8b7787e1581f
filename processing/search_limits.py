"""What a search for a plan is limited by: time, and the seed that makes it repeatable."""

from qgis.PyQt.QtCore import QCoreApplication

from .analysis_algorithm import AnalysisAlgorithm

translate = QCoreApplication.translate

SECONDS, SEED = "SECONDS", "SEED"


def add(algorithm: AnalysisAlgorithm, seconds: float) -> None:
    """Add both, for those who look for them; seconds: the usual limit."""
    algorithm.add_number(
        SECONDS,
        translate("Processing", "Time limit (seconds)"),
        seconds,
        translate(
            "Processing",
            "The search ends by itself; a limit that ends it sooner makes the plan depend on the computer.",
        ),
        advanced=True,
    )
    algorithm.add_whole(
        SEED,
        translate("Processing", "Seed"),
        1,
        0,
        2_147_483_647,
        translate("Processing", "The same seed gives the same plan; another one gives another, about as good."),
        advanced=True,
    )
