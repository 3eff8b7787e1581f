"""Legends: what the outputs look like, the same in every map. From light to dark, and clear where there is nothing."""

from qgis.core import (
    QgsColorRampShader,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

#: From nothing (clear) to the most: yellow, orange, red, dark red.
HEAT = ("#00ffffb2", "#c8fed976", "#dcfd8d3c", "#e6f03b20", "#f0bd0026")


def heat(layer: QgsRasterLayer, top: float, unit: str) -> None:
    """Shade a raster from 0 to `top`; the legend shows figures with their unit."""
    top = top if top > 0.0 else 1.0
    shader = QgsColorRampShader(0.0, top)
    shader.setColorRampType(QgsColorRampShader.Interpolated)
    items = []
    for number, colour in enumerate(HEAT):
        value = top * number / (len(HEAT) - 1)
        items.append(QgsColorRampShader.ColorRampItem(value, QColor(colour), f"{figure(value)} {unit}"))
    shader.setColorRampItemList(items)
    shader.setClassificationMode(QgsColorRampShader.Continuous)
    settings = shader.legendSettings()
    settings.setSuffix(f" {unit}")
    settings.setUseContinuousLegend(False)
    shader.setLegendSettings(settings)
    whole = QgsRasterShader(0.0, top)
    whole.setRasterShaderFunction(shader)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, whole))


def figure(value: float) -> str:
    """Return a number with three digits that count, and no power of ten where people would not write one."""
    if value == 0.0 or 1e-3 <= abs(value) < 1e6:
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{value:.2e}"
