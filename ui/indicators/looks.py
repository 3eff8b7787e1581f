"""How series look: the colours of the queue and the map, and a fill that tells them apart in black and white."""

from html import escape

from qgis.PyQt.QtCore import QBuffer, QCoreApplication, QIODevice, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPalette, QPen, QPixmap

_SWATCH = 12
_RED, _AMBER, _BLUE, _GREY = "#c62828", "#b26a00", "#1565c0", "#757575"
# Colour and how much of it fills the bar; the edge is always drawn.
_LOOKS = {
    "found": (_BLUE, 1.0),
    "closed": (_GREY, 0.0),
    "overdue": (_RED, 1.0),
    "yellow": (_AMBER, 0.55),
    "in_time": (_BLUE, 0.2),
    "no_limit": (_GREY, 0.0),
    "on_time": (_BLUE, 1.0),
    "late": (_RED, 0.45),
    "open": (_GREY, 0.0),
}


def series_name(name: str) -> str:
    """Return what a series counts, in words."""
    return {
        "found": QCoreApplication.translate("Indicators", "Found"),
        "closed": QCoreApplication.translate("Indicators", "Closed"),
        "overdue": QCoreApplication.translate("Indicators", "Overdue"),
        "yellow": QCoreApplication.translate("Indicators", "Nearly due"),
        "in_time": QCoreApplication.translate("Indicators", "In time"),
        "no_limit": QCoreApplication.translate("Indicators", "No limit running"),
        "on_time": QCoreApplication.translate("Indicators", "Closed on time"),
        "late": QCoreApplication.translate("Indicators", "Closed late"),
        "open": QCoreApplication.translate("Indicators", "Not closed"),
    }[name]


def fill(name: str, palette: QPalette) -> tuple[QBrush, QPen]:
    """Return brush and edge of a series on a ground of the palette's base colour."""
    colour, share = QColor(_LOOKS[name][0]), _LOOKS[name][1]
    ground = palette.color(QPalette.ColorRole.Base)
    mixed = [round(share * a + (1 - share) * b) for a, b in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)]
    pen = QPen(colour, 1.4, Qt.PenStyle.DashLine if name in ("no_limit", "open") else Qt.PenStyle.SolidLine)
    pen.setCosmetic(True)
    return QBrush(QColor(*mixed)), pen


def legend_html(names: list[str], palette: QPalette) -> str:
    """Return a line that says which fill counts what."""
    return " &nbsp; ".join(f"{_swatch(name, palette)}&nbsp;{escape(series_name(name))}" for name in names)


def _swatch(name: str, palette: QPalette) -> str:
    brush, pen = fill(name, palette)
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(palette.color(QPalette.ColorRole.Window))
    painter = QPainter(picture)
    painter.setBrush(brush)
    painter.setPen(pen)
    painter.drawRect(1, 1, _SWATCH - 3, _SWATCH - 3)
    painter.end()
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(data, "PNG")
    return f"<img src='data:image/png;base64,{bytes(data.data().toBase64()).decode()}'>"
