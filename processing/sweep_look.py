"""Back-to-back checks on the map: the grids drawn, with their place in the order, and what was missed."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .labels import label

translate = QCoreApplication.translate


def sample(layer: QgsVectorLayer) -> None:
    """Show the grids that were drawn, numbered in their order, and the others clear."""
    drawn = QgsFillSymbol.createSimple({"color": "0,114,178,110", "outline_color": "0,70,120", "outline_width": "0.4"})
    others = QgsFillSymbol.createSimple({"style": "no", "outline_color": "128,128,128,160", "outline_width": "0.15"})
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            '"drawn" is not null',
            [
                QgsRendererCategory(1, drawn, translate("Processing", "Drawn")),
                QgsRendererCategory(0, others, translate("Processing", "Not drawn")),
            ],
        )
    )
    label(layer, '"drawn"', 9.0)


def findings(layer: QgsVectorLayer) -> None:
    """Show what both sweeps found, what the first one missed, and what only the first one found; shapes differ too."""
    looks = (
        ("both", {"name": "circle", "color": "0,158,115", "size": "2"}, translate("Processing", "Found by both")),
        (
            "missed",
            {"name": "triangle", "color": "213,94,0", "size": "3.2"},
            translate("Processing", "Missed by the first sweep"),
        ),
        (
            "first",
            {"name": "square", "color": "130,130,130", "size": "2"},
            translate("Processing", "Found by the first sweep alone"),
        ),
    )
    categories = [
        QgsRendererCategory(value, QgsMarkerSymbol.createSimple({"outline_color": "white", **look}), label)
        for value, look, label in looks
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("found_by", categories))
