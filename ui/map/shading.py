"""How grids are shaded: measures, their classes and the legend. Zero is blank; darker means more."""

from dataclasses import dataclass

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QPointF
from qgis.PyQt.QtGui import QColor

from .figures import text_layer
from .subjects import words

#: Denominators of the scales between which a grid shows its number, and from which on its code.
NUMBERS_FROM, CODES_FROM = 12_000, 2_500
_EDGE = "#90a4ae"
# Every class is lighter or darker than the next by the same step, so a grey print keeps them apart.
_FILLS = {
    "open": ("#e9eef2", "#cfdbe4", "#aec2d0", "#88a3b6", "#5f8199"),
    "overdue_share": ("#fbf0ed", "#f5dcd5", "#ecc3b8", "#e0a799", "#d18a79"),
    "alarms": ("#f1ebf5", "#ddcfe7", "#c2abd2", "#a283b8", "#7f5b99"),
}
_OPACITY = 190


@dataclass(frozen=True)
class Measure:
    """A figure grids are shaded by: its style's title, its column and the legend's text with its unit."""

    name: str
    title: str
    column: str
    legend: str


OUTLINE = Measure("outline", QT_TRANSLATE_NOOP("Map", "Outline"), "", "")
MEASURES = {
    "outline": OUTLINE,
    "open": Measure(
        "open",
        QT_TRANSLATE_NOOP("Map", "By open cases"),
        "open",
        QT_TRANSLATE_NOOP("Map", "Open cases: {range}"),
    ),
    "overdue_share": Measure(
        "overdue_share",
        QT_TRANSLATE_NOOP("Map", "By overdue share"),
        "overdue_share",
        QT_TRANSLATE_NOOP("Map", "Overdue of open cases: {range} %"),
    ),
    "alarms": Measure(
        "alarms",
        QT_TRANSLATE_NOOP("Map", "By alarms"),
        "alarms",
        QT_TRANSLATE_NOOP("Map", "Standing alarms: {range}"),
    ),
}


def classes(measure: str, top: float) -> list[tuple[float, float | None]]:
    """Return the bounds (low, high) of the classes, both included; the last has no upper bound.

    Shares have fixed classes in per cent; counts have whole numbers, wide enough that `top` falls into the last or
    the last but one.
    """
    if measure == "overdue_share":
        return [(0.001, 10), (10.001, 25), (25.001, 50), (50.001, 75), (75.001, None)]
    steps = (step * scale for scale in (1, 10, 100, 1000) for step in (1, 2, 5))
    step = next((step for step in steps if 8 * step >= top), 10_000)
    bounds = [0, step, 2 * step, 4 * step, 7 * step]
    return [(low + 1, high) for low, high in zip(bounds, [*bounds[1:], None], strict=True)]


def class_label(low: float, high: float | None) -> str:
    """Return a class in figures, such as "3–4" or "≥ 8"."""
    first = round(low) if low >= 1 else 0
    if high is None:
        return f"≥ {first}" if low == first else f"> {first}"
    last = round(high)
    if low != first:
        return f"≤ {last}" if first == 0 else f"{first}–{last}"
    return str(first) if first == last else f"{first}–{last}"


def shade(layer: QgsVectorLayer, measure: Measure, top: float) -> None:
    """Give a grid layer's current style the classes of a measure; `top` is the highest figure there is now."""
    root = QgsRuleBasedRenderer.Rule(None)
    areas = QgsRuleBasedRenderer.Rule(None)
    outline = QgsRuleBasedRenderer.Rule(_area("#ffffff", 0))
    if measure.column:
        for colour, (low, high) in zip(_FILLS[measure.name], classes(measure.name, top), strict=True):
            areas.appendChild(_class_rule(measure, colour, low, high))
        root.appendChild(_number_rule(measure))
        outline.setIsElse(True)
    areas.appendChild(outline)
    root.insertChild(0, areas)
    root.appendChild(_code_rule())
    layer.setRenderer(QgsRuleBasedRenderer(root))


def _class_rule(measure: Measure, colour: str, low: float, high: float | None) -> QgsRuleBasedRenderer.Rule:
    upper = "" if high is None else f' AND "{measure.column}" <= {high}'
    rule = QgsRuleBasedRenderer.Rule(_area(colour, _OPACITY), filterExp=f'"{measure.column}" >= {low}{upper}')
    rule.setLabel(words(measure.legend).format(range=class_label(low, high)))
    return rule


def _number_rule(measure: Measure) -> QgsRuleBasedRenderer.Rule:
    """The figure itself, in the middle of the grid; it has no line in the legend."""
    return QgsRuleBasedRenderer.Rule(
        _text(f"{measure.column}_picture", 3.0), 0, NUMBERS_FROM, f'"{measure.column}" > 0'
    )


def _code_rule() -> QgsRuleBasedRenderer.Rule:
    return QgsRuleBasedRenderer.Rule(_text("name_picture", 2.6, 5.0), 0, CODES_FROM)


def _area(colour: str, opacity: int) -> QgsFillSymbol:
    fill = QColor(colour)
    fill.setAlpha(opacity)
    return QgsFillSymbol.createSimple(
        {
            "color": ",".join(str(part) for part in fill.getRgb()),
            "outline_color": _EDGE,
            "outline_width": "0.2",
            "joinstyle": "bevel",
        }
    )


def _text(column: str, size: float, below: float = 0.0) -> QgsFillSymbol:
    """Text in the middle of an area. Labels would make every labelled layer draw again with each change."""
    letters = text_layer(column, size)
    letters.setOffset(QPointF(0.0, below))
    middle = QgsCentroidFillSymbolLayer()
    middle.setPointOnSurface(True)
    marker = QgsMarkerSymbol()
    marker.changeSymbolLayer(0, letters)
    middle.setSubSymbol(marker)
    area = QgsFillSymbol()
    area.changeSymbolLayer(0, middle)
    return area
