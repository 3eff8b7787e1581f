"""A response plan on the map: a colour for each officer, an arrow to each alarm, stops numbered in their order."""

from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)

from .labels import label
from .patrol_look import colour

_WRITTEN = "\"stop\" || ' · ' || to_string(round(100 * \"chance\")) || ' %'"


def ways(layer: QgsVectorLayer, officers: Sequence[str]) -> None:
    """Show who goes where, in which order, and with what chance."""
    categories = []
    for number, officer in enumerate(dict.fromkeys(officers), start=1):
        symbol = QgsLineSymbol.createSimple({"width": "0.6", "capstyle": "round"})
        symbol.setColor(colour(number))
        symbol.appendSymbolLayer(_head(number))
        categories.append(QgsRendererCategory(officer, symbol, officer))
    layer.setRenderer(QgsCategorizedSymbolRenderer("officer", categories))
    label(layer, _WRITTEN, 8.0)


def _head(officer: int) -> QgsMarkerLineSymbolLayer:
    head = QgsMarkerSymbol.createSimple({"name": "filled_arrowhead", "size": "3", "outline_style": "no"})
    head.setColor(colour(officer))
    arrow = QgsMarkerLineSymbolLayer(True)
    arrow.setPlacement(QgsMarkerLineSymbolLayer.LastVertex)
    arrow.setSubSymbol(head)
    return arrow
