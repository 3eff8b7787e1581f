"""Compared tracks on the map: what was looked at, missed or passed too fast; colour, width and dash all say which."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.tracks.compare import COVERED, MISSED, OUT_OF_ORDER, PARTLY, TOO_FAST
from .labels import label

translate = QCoreApplication.translate

_GREEN, _ORANGE, _RED, _BLUE, _GREY = "0,158,115", "230,159,0", "200,30,40", "0,114,178", "120,120,120"


def walked(layer: QgsVectorLayer) -> None:
    """Show ways along streets with arrows: looked at, too fast to look, not planned."""
    looks = (
        ("looked", _GREEN, "0.7", "solid", translate("Processing", "Looked at")),
        (TOO_FAST, _ORANGE, "0.9", "dash", translate("Processing", "Too fast to look")),
        ("unplanned", _GREY, "0.5", "dot", translate("Processing", "Not planned")),
    )
    categories = []
    for value, colour, width, dash, title in looks:
        symbol = _stroke(colour, width, dash)
        head = QgsMarkerSymbol.createSimple({"name": "filled_arrowhead", "size": "2", "outline_style": "no"})
        head.setColor(symbol.color())
        arrow = QgsMarkerLineSymbolLayer(True)
        arrow.setPlacement(QgsMarkerLineSymbolLayer.CentralPoint)
        arrow.setSubSymbol(head)
        symbol.appendSymbolLayer(arrow)
        categories.append(QgsRendererCategory(value, symbol, title))
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))


def legs(layer: QgsVectorLayer) -> None:
    """Show what became of each planned leg."""
    looks = (
        (COVERED, _GREEN, "0.6", "solid", translate("Processing", "Covered")),
        (OUT_OF_ORDER, _BLUE, "0.6", "dash dot", translate("Processing", "Covered, out of order")),
        (TOO_FAST, _ORANGE, "0.9", "dash", translate("Processing", "Too fast to look")),
        (PARTLY, _RED, "0.6", "dot", translate("Processing", "Covered in part")),
        (MISSED, _RED, "1.1", "solid", translate("Processing", "Missed")),
    )
    categories = [
        QgsRendererCategory(value, _stroke(colour, width, dash), title) for value, colour, width, dash, title in looks
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("state", categories))
    label(layer, '"leg"', 7.0)


def pauses(layer: QgsVectorLayer) -> None:
    """Show stops as squares and gaps in the signal as crosses, with their minutes."""
    looks = (
        ("stop", {"name": "square", "color": _BLUE, "size": "2.6"}, translate("Processing", "Stop")),
        ("gap", {"name": "cross_fill", "color": _RED, "size": "3"}, translate("Processing", "Gap in the signal")),
    )
    categories = [
        QgsRendererCategory(value, QgsMarkerSymbol.createSimple({"outline_color": "white", **look}), title)
        for value, look, title in looks
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    label(layer, "to_string(round(\"minutes\")) || ' min'", 7.0)


def _stroke(colour: str, width: str, dash: str) -> QgsLineSymbol:
    return QgsLineSymbol.createSimple({"color": colour, "width": width, "line_style": dash, "capstyle": "round"})
