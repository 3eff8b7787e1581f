"""Patrol routes on the map: a colour for each officer, arrows the way they walk, legs numbered in their order."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..patrols import palette
from .labels import label

translate = QCoreApplication.translate

#: Walkers keep to the right of the line, so that a street walked both ways shows both.
_OFFSET = 0.7


def colour(officer: int) -> QColor:
    """Return the colour of an officer, counted from 1."""
    return QColor(palette.colour(officer))


def routes(layer: QgsVectorLayer, officers: list[str]) -> None:
    """Show legs as lines with an arrow, dashed where a street is only passed, and their numbers.

    officers: how each is called.
    """
    categories = []
    for officer, called in enumerate(officers, start=1):
        symbol = QgsLineSymbol.createSimple({"width": "0.6", "capstyle": "round", "offset": str(_OFFSET)})
        symbol.setColor(colour(officer))
        dashed = QgsProperty.fromExpression("if(\"visit\" = 1, 'solid', 'dot')")
        symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeStyle, dashed)
        symbol.appendSymbolLayer(_arrow(officer))
        categories.append(QgsRendererCategory(officer, symbol, called))
    layer.setRenderer(QgsCategorizedSymbolRenderer("officer", categories))
    label(layer, '"leg"', 7.0)


def turns(layer: QgsVectorLayer, officers: list[str]) -> None:
    """Show where legs begin as small dots; officers: how each is called."""
    categories = []
    for officer, called in enumerate(officers, start=1):
        symbol = QgsMarkerSymbol.createSimple({"size": "1.2", "outline_color": "255,255,255", "outline_width": "0.2"})
        symbol.setColor(colour(officer))
        categories.append(QgsRendererCategory(officer, symbol, called))
    layer.setRenderer(QgsCategorizedSymbolRenderer("officer", categories))


def coverage(layer: QgsVectorLayer) -> None:
    """Show what is walked as often as asked, and what is left out."""
    walked = QgsLineSymbol.createSimple({"color": "0,158,115", "width": "0.5"})
    missing = QgsLineSymbol.createSimple({"color": "200,30,40", "width": "0.9", "line_style": "dash"})
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            "\"left_out\" <> ''",
            [
                QgsRendererCategory(0, walked, translate("Processing", "Walked as often as asked")),
                QgsRendererCategory(1, missing, translate("Processing", "Left out")),
            ],
        )
    )


def _arrow(officer: int) -> QgsMarkerLineSymbolLayer:
    head = QgsMarkerSymbol.createSimple({"name": "filled_arrowhead", "size": "2.2", "outline_style": "no"})
    head.setColor(colour(officer))
    arrow = QgsMarkerLineSymbolLayer(True)
    arrow.setPlacement(QgsMarkerLineSymbolLayer.CentralPoint)
    arrow.setSubSymbol(head)
    arrow.setOffset(_OFFSET)
    return arrow
