"""Short texts drawn inside symbols, such as the number of cases in a grid.

As outlines of a font they cost more than all else on the map: hinted anew for every feature at every drawing. As a
picture each text is drawn once, and kept by QGIS; the picture's source is an attribute of the feature.
"""

from base64 import b64encode
from functools import lru_cache
from html import escape

from qgis.core import QgsEditorWidgetSetup, QgsProperty, QgsSvgMarkerSymbolLayer, QgsSymbolLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication

# Height of the letters in the picture, and how wide and high that is: wide enough for a code.
_LETTERS, _WIDTH, _HEIGHT = 10, 120, 14
_INK, _HALO = "#37474f", "#ffffff"
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    '<g font-family="{font}" font-size="{letters}" text-anchor="middle">'
    '<text x="{middle}" y="{foot}" stroke="{halo}" stroke-width="3" stroke-linejoin="round">{text}</text>'
    '<text x="{middle}" y="{foot}" fill="{ink}">{text}</text></g></svg>'
)
# A sign has two lines, the upper one in bold and in a colour of its own.
_SIGN_WIDTH, _SIGN_HEIGHT = 240, 28
_SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    '<g font-family="{font}" text-anchor="middle" stroke-linejoin="round">'
    '<g font-size="{letters}" font-weight="bold">'
    '<text x="{middle}" y="12" stroke="{halo}" stroke-width="3">{above}</text>'
    '<text x="{middle}" y="12" fill="{colour}">{above}</text></g>'
    '<g font-size="8"><text x="{middle}" y="24" stroke="{halo}" stroke-width="3">{below}</text>'
    '<text x="{middle}" y="24" fill="{ink}">{below}</text></g></g></svg>'
)
_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
#: Type of a column that holds a picture: text of any length.
COLUMN = "string(0)"


def picture(value: object) -> str | None:
    """Return the picture of a text in the desk's font, as the source of an SVG marker; None for nothing."""
    return None if value is None else _picture(str(value), QApplication.font().family())


def sign(above: str, below: str, colour: str) -> str:
    """Return the picture of two lines, the upper one in a colour (#rrggbb), as the source of an SVG marker."""
    return _sign(above, below, colour, QApplication.font().family())


def text_layer(column: str, size: float) -> QgsSvgMarkerSymbolLayer:
    """Return a marker that draws the picture a column holds, its letters `size` mm high."""
    return _marker(column, size * _WIDTH / _LETTERS)


def sign_layer(column: str, size: float) -> QgsSvgMarkerSymbolLayer:
    """Return a marker that draws the sign a column holds, the letters of its upper line `size` mm high."""
    return _marker(column, size * _SIGN_WIDTH / _LETTERS)


def _marker(column: str, width: float) -> QgsSvgMarkerSymbolLayer:
    # In a legend there is no feature to take a picture from; without any, QGIS draws a large question mark.
    layer = QgsSvgMarkerSymbolLayer(_coded(_BLANK), width)
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyName, QgsProperty.fromField(column))
    return layer


def hide_pictures(layer: QgsVectorLayer) -> None:
    """Keep the columns that hold pictures out of forms, tips and identify results."""
    for position, field in enumerate(layer.fields()):
        if field.name().endswith("_picture"):
            layer.setEditorWidgetSetup(position, QgsEditorWidgetSetup("Hidden", {}))


@lru_cache(maxsize=4096)
def _picture(text: str, font: str) -> str:
    svg = _PICTURE.format(
        width=_WIDTH, height=_HEIGHT, font=escape(font), letters=_LETTERS, middle=_WIDTH // 2, foot=_HEIGHT - 3.5,
        ink=_INK, halo=_HALO, text=escape(text),
    )  # fmt: skip
    return _coded(svg)


@lru_cache(maxsize=512)
def _sign(above: str, below: str, colour: str, font: str) -> str:
    svg = _SIGN.format(
        width=_SIGN_WIDTH, height=_SIGN_HEIGHT, font=escape(font), letters=_LETTERS, middle=_SIGN_WIDTH // 2,
        halo=_HALO, colour=colour, ink=_INK, above=escape(above), below=escape(below),
    )  # fmt: skip
    return _coded(svg)


def _coded(svg: str) -> str:
    return "base64:" + b64encode(svg.encode()).decode()
