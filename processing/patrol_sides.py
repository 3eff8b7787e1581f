"""Wide streets, which are walked on each side."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException, QgsProcessingParameterField, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import Index, StreetGraph
from ..analysis.patrol import streets
from ..patrols.itinerary import LEFT, RIGHT, Leg
from . import street_layer

translate = QCoreApplication.translate

BOTH_SIDES, WIDE = "BOTH_SIDES", "WIDE"
_NO, _YES = ("", "0", "0.0", "no", "false", "null", "否"), ("1", "1.0", "yes", "true", "是")


@dataclass(frozen=True)
class Sides:
    """Which edges are wide, and how they are walked on each side; all of shape (e,).

    wide: asked for on each side. single: one edge for both sides, since it is one-way; the other wide ones are two, one
    for each direction. origin: the edge each was before.
    """

    wide: np.ndarray
    single: np.ndarray
    origin: Index

    def visits(self, asked: Index) -> Index:
        """Return how often edges are walked that are asked for so often on each side, shape (e,)."""
        return np.where(self.single, 2 * asked, asked)

    def of(self, legs: list[Leg]) -> list[str]:
        """Return for each leg the side that is looked at, RIGHT or LEFT in walking direction; "" for no one.

        On a one-way street, every other visit looks to the left.
        """
        found, times = [], np.zeros(len(self.wide), np.intp)
        for leg in legs:
            if leg.halt >= 0:
                found.append("")
                continue
            edge = int(leg.edges[0])
            is_left = bool(self.single[edge]) and times[edge] % 2 == 1
            found.append((LEFT if is_left else RIGHT) if leg.visit and self.wide[edge] else "")
            times[leg.edges] += leg.visit
        return found


def add(algorithm) -> None:
    """Add which streets are walked on each side."""
    algorithm.add_field(
        BOTH_SIDES,
        translate("Processing", "Both sides"),
        translate(
            "Processing",
            "Streets to be walked on each side, in opposite directions: yes or no, or how many metres they are wide.",
        ),
        QgsProcessingParameterField.Any,
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            WIDE, translate("Processing", "Both sides from (metres)"), QgsProcessingParameterNumber.Double,
            defaultValue=16.0, minValue=1.01,
        ),
        translate("Processing", "Streets of this width or more are walked on each side."),
        advanced=True,
    )  # fmt: skip


def sided(algorithm, parameters, context, source, ids: np.ndarray, graph: StreetGraph) -> tuple[StreetGraph, Sides]:
    """Return the graph with an edge for each side of wide streets."""
    wide = _wide(algorithm, parameters, context, source, ids)[graph.line]
    found, origin = streets.sided(graph, wide)
    return found, Sides(wide[origin], (wide & (graph.direction != 0))[origin], origin)


def _wide(algorithm, parameters, context, source, ids: np.ndarray) -> np.ndarray:
    """Return which lines are to be walked on each side, shape (lines,)."""
    field = algorithm.parameterAsString(parameters, BOTH_SIDES, context)
    found = np.zeros(len(ids), bool)
    if not field:
        return found
    wide = algorithm.parameterAsDouble(parameters, WIDE, context)
    for row, word in enumerate(street_layer.names(source, field, ids).tolist()):
        plain = word.lower()
        if plain in _NO or plain in _YES:
            found[row] = plain in _YES
            continue
        try:
            width = float(plain)
        except ValueError:
            width = -1.0
        if not 0.0 <= width < np.inf:
            told = translate("Processing", "Feature {feature}: {word} says neither yes, no nor a width in metres.")
            raise QgsProcessingException(told.format(feature=ids[row], word=word))
        found[row] = width >= wide
    return found
