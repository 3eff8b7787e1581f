"""How an officer's page looks: his own legs in colour with arrows and numbers, all else in grey."""

from qgis.core import (
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtWidgets import QApplication

#: Widths of the list's columns in mm, and where its frames stand on further pages: left, top, width, height in mm.
WIDTHS = (12.5, 10.5, 18.5, 33.0, 10.5)
FURTHER_FRAMES = ((10.0, 12.0, 94.0, 270.0), (106.0, 12.0, 94.0, 270.0))
_OWN = "\"officer\" = attribute(@atlas_feature, 'officer')"
_OFFSET = 0.8


def dress(legs: QgsVectorLayer, streets: QgsVectorLayer) -> None:
    """Give the layers of a page their symbols and labels."""
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(_own(), filterExp=_OWN))
    start = f'{_OWN} and "leg" = 1'
    root.appendChild(QgsRuleBasedRenderer.Rule(_start(), filterExp=start))
    legs.setRenderer(QgsRuleBasedRenderer(root))
    _label(legs, f'if({_OWN}, "leg", NULL)', 7.0, "#212121", QgsPalLayerSettings.Line, bold=True)
    symbol = QgsLineSymbol.createSimple({"width": "1.6", "color": "#d5dade", "capstyle": "round"})
    streets.setRenderer(QgsSingleSymbolRenderer(symbol))
    _label(streets, '"name"', 6.5, "#78868d", QgsPalLayerSettings.Line, bold=False)


def _own() -> QgsLineSymbol:
    symbol = QgsLineSymbol.createSimple({"width": "0.7", "capstyle": "round", "offset": str(_OFFSET)})
    line = symbol.symbolLayer(0)
    dotted = QgsProperty.fromExpression("if(\"visit\" = 1, 'solid', 'dot')")
    line.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeStyle, dotted)
    line.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeColor, QgsProperty.fromField("colour"))
    head = QgsMarkerSymbol.createSimple({"name": "filled_arrowhead", "size": "2.6", "outline_style": "no"})
    head.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertyFillColor, QgsProperty.fromField("colour"))
    arrow = QgsMarkerLineSymbolLayer(True)
    arrow.setPlacement(QgsMarkerLineSymbolLayer.CentralPoint)
    arrow.setSubSymbol(head)
    arrow.setOffset(_OFFSET)
    symbol.appendSymbolLayer(arrow)
    return symbol


def _start() -> QgsLineSymbol:
    """Return the ring about the place where the officer starts."""
    ring = QgsMarkerSymbol.createSimple(
        {"name": "circle", "size": "5", "color": "255,255,255,0", "outline_color": "33,33,33", "outline_width": "0.7"}
    )
    marker = QgsMarkerLineSymbolLayer(False)
    marker.setPlacement(QgsMarkerLineSymbolLayer.FirstVertex)
    marker.setSubSymbol(ring)
    symbol = QgsLineSymbol.createSimple({})
    symbol.changeSymbolLayer(0, marker)
    return symbol


def _label(layer: QgsVectorLayer, expression: str, size: float, colour: str, placement, *, bold: bool) -> None:
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression = expression, True
    settings.placement = placement
    # A number may be longer than its leg.
    settings.overrunDistance = 4.0
    settings.dist = 0.4
    font = QFont(QApplication.font().family())
    font.setBold(bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(size)
    text.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.6)
    text.setBuffer(halo)
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
