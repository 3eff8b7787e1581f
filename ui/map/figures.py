"""Short texts drawn inside symbols, such as the number of cases in a grid.

As outlines of a font they cost more than all else on the map: hinted anew for every feature at every drawing. As a
picture each text is drawn once, and kept by QGIS.
"""

from qgis.core import QgsProperty, QgsSvgMarkerSymbolLayer, QgsSymbolLayer
from qgis.PyQt.QtWidgets import QApplication

# Height of the letters in the picture, and how wide and high that is: wide enough for a code.
_LETTERS, _WIDTH, _HEIGHT = 10, 120, 14
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    '<g font-family="{font}" font-size="{letters}" text-anchor="middle">'
    '<text x="{middle}" y="{foot}" stroke="{halo}" stroke-width="3" stroke-linejoin="round">{mark}</text>'
    '<text x="{middle}" y="{foot}" fill="{ink}">{mark}</text></g></svg>'
)
_MARK = "§"


def text_layer(text: str, size: float, ink: str, halo: str) -> QgsSvgMarkerSymbolLayer:
    """Return a marker that draws what the expression `text` gives, its letters `size` mm high in the desk's font."""
    picture = _PICTURE.format(
        width=_WIDTH, height=_HEIGHT, font=QApplication.font().family(), letters=_LETTERS, middle=_WIDTH // 2,
        foot=_HEIGHT - 3.5, ink=ink, halo=halo, mark=_MARK,
    )  # fmt: skip
    harmless = f"replace(to_string({text}), map('&', '&amp;', '<', '&lt;'))"
    drawn = f"'base64:' || to_base64(replace('{picture}', '{_MARK}', {harmless}))"
    layer = QgsSvgMarkerSymbolLayer("", size * _WIDTH / _LETTERS)
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyName, QgsProperty.fromExpression(drawn))
    return layer
