"""Legends: what the outputs look like, the same in every map. From light to dark, and clear where there is nothing."""

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..analysis.relative import THIN

translate = QCoreApplication.translate

#: From nothing (clear) to the most: yellow, orange, red, dark red.
HEAT = ("#00ffffb2", "#c8fed976", "#dcfd8d3c", "#e6f03b20", "#f0bd0026")

#: From less to more, pale where both are alike.
DIVERGING = ("#e62166ac", "#dc67a9cf", "#60f0f0f0", "#dcef8a62", "#e6b2182b")


def heat(layer: QgsRasterLayer, top: float, unit: str) -> None:
    """Shade a raster from 0 to `top` or the round figure above it; the legend shows figures with their unit."""
    top = round_step(top / (len(HEAT) - 1)) * (len(HEAT) - 1)
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


def more_or_less(layer: QgsRasterLayer, band: int) -> None:
    """Show the classes of a relative hazard; grey where there is too little to tell."""
    classes = [
        (3, "#b2182b", translate("Processing", "More than expected, 99 % sure")),
        (2, "#ef8a62", translate("Processing", "More than expected, 95 % sure")),
        (1, "#fddbc7", translate("Processing", "More than expected, 90 % sure")),
        (0, "#50f2f2ee", translate("Processing", "Nothing certain")),
        (-1, "#d1e5f0", translate("Processing", "Less than expected, 90 % sure")),
        (-2, "#67a9cf", translate("Processing", "Less than expected, 95 % sure")),
        (-3, "#2166ac", translate("Processing", "Less than expected, 99 % sure")),
        (THIN, "#b08c8c8c", translate("Processing", "Too little to tell")),
    ]
    shown = [QgsPalettedRasterRenderer.Class(value, QColor(colour), label) for value, colour, label in classes]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), band, shown))


def ratio(layer: QgsRasterLayer, band: int) -> None:
    """Shade a ratio: 1 is pale, twice as much and half as much are equally far from it."""
    steps = [(0.25, "¼ ×"), (0.5, "½ ×"), (1.0, "1 ×"), (2.0, "2 ×"), (4.0, "4 ×")]
    _diverging(layer, band, steps)


def difference(layer: QgsRasterLayer, band: int, top: float, unit: str) -> None:
    """Shade a difference from -top to top, or the round figures beyond; 0 is pale."""
    top = 2.0 * round_step(top / 2.0)
    steps = [(share * top, f"{figure(share * top)} {unit}") for share in (-1.0, -0.5, 0.0, 0.5, 1.0)]
    _diverging(layer, band, steps)


def _diverging(layer: QgsRasterLayer, band: int, steps: list[tuple[float, str]]) -> None:
    shader = QgsColorRampShader(steps[0][0], steps[-1][0])
    shader.setColorRampType(QgsColorRampShader.Interpolated)
    shader.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(value, QColor(colour), label)
            for (value, label), colour in zip(steps, DIVERGING, strict=True)
        ]
    )
    settings = shader.legendSettings()
    settings.setUseContinuousLegend(False)
    shader.setLegendSettings(settings)
    whole = QgsRasterShader(steps[0][0], steps[-1][0])
    whole.setRasterShaderFunction(shader)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), band, whole))


_ROUND = (1.0, 1.2, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def round_step(step: float) -> float:
    """Return the round figure at or next above the step between two lines of a legend; 1 where there is nothing."""
    if step <= 0.0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(step))
    return float(next(figure for figure in _ROUND if figure * power >= step * (1.0 - 1e-9)) * power)


def figure(value: float) -> str:
    """Return a number with three digits that count, and no power of ten where people would not write one."""
    if value == 0.0 or 1e-3 <= abs(value) < 1e6:
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{value:.2e}"


def hot_and_cold(layer: QgsVectorLayer) -> None:
    """Show the seven classes of hot and cold spots."""
    _categories(
        layer, "class",
        [
            (3, "#b2182b", translate("Processing", "Hot spot, 99 % sure")),
            (2, "#ef8a62", translate("Processing", "Hot spot, 95 % sure")),
            (1, "#fddbc7", translate("Processing", "Hot spot, 90 % sure")),
            (0, "#18808080", translate("Processing", "Nothing certain")),
            (-1, "#d1e5f0", translate("Processing", "Cold spot, 90 % sure")),
            (-2, "#67a9cf", translate("Processing", "Cold spot, 95 % sure")),
            (-3, "#2166ac", translate("Processing", "Cold spot, 99 % sure")),
        ],
    )  # fmt: skip


def neighbourhoods(layer: QgsVectorLayer) -> None:
    """Show the four kinds of local Moran."""
    _categories(
        layer, "kind",
        [
            ("high_high", "#b2182b", translate("Processing", "High among high")),
            ("high_low", "#f4a582", translate("Processing", "High among low")),
            ("low_high", "#92c5de", translate("Processing", "Low among high")),
            ("low_low", "#2166ac", translate("Processing", "Low among low")),
            ("", "#18808080", translate("Processing", "Nothing certain")),
        ],
    )  # fmt: skip


#: Colours of the patterns of a space-time cube, hot and cold.
PATTERN_COLOURS = {
    1: "#ffd92f", 2: "#fd8d3c", 3: "#67001f", 4: "#b2182b", 5: "#e78ac3", 6: "#f4a582", 7: "#c994c7", 8: "#b08968",
    -1: "#66fff0", -2: "#35b8c4", -3: "#053061", -4: "#2166ac", -5: "#8c96c6", -6: "#92c5de", -7: "#8073ac",
    -8: "#7f8ea3", 0: "#18808080",
}  # fmt: skip


def pattern_words() -> dict[int, str]:
    """Return the names of the patterns by number, the hot ones first."""
    return {
        1: translate("Processing", "New hot spot"),
        2: translate("Processing", "Consecutive hot spot"),
        3: translate("Processing", "Intensifying hot spot"),
        4: translate("Processing", "Persistent hot spot"),
        5: translate("Processing", "Diminishing hot spot"),
        6: translate("Processing", "Sporadic hot spot"),
        7: translate("Processing", "Oscillating hot spot"),
        8: translate("Processing", "Historical hot spot"),
        -1: translate("Processing", "New cold spot"),
        -2: translate("Processing", "Consecutive cold spot"),
        -3: translate("Processing", "Intensifying cold spot"),
        -4: translate("Processing", "Persistent cold spot"),
        -5: translate("Processing", "Diminishing cold spot"),
        -6: translate("Processing", "Sporadic cold spot"),
        -7: translate("Processing", "Oscillating cold spot"),
        -8: translate("Processing", "Historical cold spot"),
        0: translate("Processing", "No pattern"),
    }


def patterns(layer: QgsVectorLayer) -> None:
    """Show the seventeen patterns of a space-time cube."""
    _categories(
        layer, "pattern_number", [(number, PATTERN_COLOURS[number], word) for number, word in pattern_words().items()]
    )


def _categories(layer: QgsVectorLayer, field: str, classes: list[tuple[object, str, str]]) -> None:
    categories = []
    for value, colour, label in classes:
        categories.append(QgsRendererCategory(value, _fill(colour), label))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))


#: Counts of areas, from few to many.
COUNTS = ("#ffffb2", "#fecc5c", "#fd8d3c", "#f03b20", "#bd0026")


def graduated(layer: QgsVectorLayer, field: str, values: np.ndarray, unit: str) -> None:
    """Show a count in up to five shades, each of about as many areas; areas with none stay clear."""
    some = values[values > 0]
    shares = np.linspace(0.0, 1.0, len(COUNTS) + 1)
    edges = np.unique(np.quantile(some, shares).round()) if some.size else np.array([0.0])
    highs = edges[1:] if len(edges) > 1 else edges
    ranges = [QgsRendererRange(0.0, 0.5, _fill("#18808080"), f"0 {unit}")]
    low = 0.5
    for number, high in enumerate(highs):
        shade = COUNTS[number * (len(COUNTS) - 1) // max(len(highs) - 1, 1)]
        least = int(np.floor(low)) + 1
        label = f"{least} {unit}" if least >= high else f"{least} – {int(high)} {unit}"
        ranges.append(QgsRendererRange(low, float(high) + 0.5, _fill(shade), label))
        low = float(high) + 0.5
    layer.setRenderer(QgsGraduatedSymbolRenderer(field, ranges))


#: Along streets: from little to much, in equal steps.
STREETS = ("#b0b0b0", "#fed976", "#fd8d3c", "#f03b20", "#bd0026")


def streets(layer: QgsVectorLayer, field: str, top: float, unit: str) -> None:
    """Show a density along streets in five round steps: the more there is, the darker and the wider."""
    step = round_step(top / len(STREETS))
    ranges = []
    for number, colour in enumerate(STREETS):
        low, high = step * number, step * (number + 1)
        symbol = QgsLineSymbol.createSimple({"color": colour, "width": str(0.3 + 0.35 * number), "capstyle": "round"})
        ranges.append(QgsRendererRange(low, high * (1 + 1e-9), symbol, f"{figure(low)} – {figure(high)} {unit}"))
    renderer = QgsGraduatedSymbolRenderer(field, ranges)
    renderer.setOrderByEnabled(True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(field)]))
    layer.setRenderer(renderer)


def _fill(colour: str) -> QgsFillSymbol:
    chosen = QColor(colour)
    if chosen.alpha() == 255:
        chosen.setAlpha(200)
    symbol = QgsFillSymbol.createSimple({"outline_color": "128,128,128,90", "outline_width": "0.1"})
    symbol.setColor(chosen)
    return symbol
