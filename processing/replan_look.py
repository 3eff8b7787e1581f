"""How the changes of a patrol plan look on the map."""

from qgis.core import QgsCategorizedSymbolRenderer, QgsLineSymbol, QgsRendererCategory, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from .labels import label

translate = QCoreApplication.translate


def changes(layer: QgsVectorLayer) -> None:
    """Show visits that changed hands, new ones and those not asked for any more, with both officers' numbers."""
    looks = (
        (1, {"color": "213,94,0", "width": "1.2"}, translate("Processing", "Another officer than before")),
        (2, {"color": "0,114,178", "width": "1.2", "line_style": "dash"}, translate("Processing", "New visit")),
        (
            3,
            {"color": "95,95,95", "width": "1.2", "line_style": "dot"},
            translate("Processing", "Not asked for any more"),
        ),
    )
    categories = [QgsRendererCategory(kind, QgsLineSymbol.createSimple(look), name) for kind, look, name in looks]
    expression = 'CASE WHEN "after" = 0 THEN 3 WHEN "before" = 0 THEN 2 ELSE 1 END'
    layer.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))
    label(layer, '"before" || \' → \' || "after"', 7.0)
