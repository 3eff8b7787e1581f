"""A page of small maps: one for each step of time, beneath the map of what they come to. One file, to print or send."""

import base64
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry
from qgis.PyQt.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from ..analysis.watch import Cancelled, Watch
from ..wording import language

translate = QCoreApplication.translate

_LARGE, _SMALL = 760, 190
# As many as a page can show so that one still sees something.
_MOST_MAPS = 60
_HOT, _COLD, _NEITHER = "#b2182b", "#2166ac", "#e4e4e4"
_STYLE = """
body { font-family: sans-serif; margin: 24px; color: #222; max-width: 1180px; }
h1 { font-size: 22px; margin: 0 0 12px; } h2 { font-size: 16px; margin: 24px 0 8px; }
.legend { columns: 2; font-size: 13px; list-style: none; padding: 0; margin: 0 0 12px; }
.legend span, .key span { display: inline-block; width: 14px; height: 14px; margin-right: 6px; vertical-align: -2px;
  border: 1px solid #999; }
.top { display: flex; gap: 24px; flex-wrap: wrap; } .top img { border: 1px solid #ccc; max-width: 100%; }
.maps { display: flex; flex-wrap: wrap; gap: 10px; }
figure { margin: 0; width: 190px; font-size: 11px; text-align: center; }
figure img { border: 1px solid #ccc; display: block; } pre { font-size: 12px; white-space: pre-wrap; color: #555; }
.key { font-size: 13px; margin-bottom: 8px; } .key label { margin-right: 18px; }
@media print { body { margin: 0; } figure { break-inside: avoid; } }
"""


@dataclass(frozen=True)
class Page:
    """What the page shows of n areas.

    working: the areas' own system and the metric one the maps are drawn in. patterns: number of each area, (n,), with
    their colours and words. steps: name of each; classes: 1 hot, -1 cold, 0 neither, (steps, n); totals: (steps,).
    """

    title: str
    notes: str
    geometries: list[QgsGeometry]
    working: tuple[QgsCoordinateReferenceSystem, QgsCoordinateReferenceSystem]
    patterns: np.ndarray
    pattern_colours: dict[int, str]
    pattern_words: dict[int, str]
    steps: list[str]
    classes: np.ndarray
    totals: np.ndarray


def write(path: Path, page: Page, context, watch: Watch) -> None:
    """Write the page as HTML with its pictures inside; Cancelled leaves no file."""
    transform = QgsCoordinateTransform(*page.working, context.transformContext())
    shapes = _shapes(page.geometries, transform, watch.part(0.0, 0.3))
    first = max(len(page.steps) - _MOST_MAPS, 0)
    figures = []
    for number in range(first, len(page.steps)):
        watch.at(0.3 + 0.7 * (number - first) / (len(page.steps) - first))
        colours = [_HOT if c > 0 else _COLD if c < 0 else _NEITHER for c in page.classes[number].tolist()]
        caption = translate("Processing", "{step}: {count} events").format(
            step=page.steps[number], count=f"{page.totals[number]:,.0f}"
        )
        figures.append(f"<figure>{_picture(shapes, colours, _SMALL)}{escape(caption)}</figure>")
    text = _document(page, shapes, figures, first)
    try:
        path.write_text(text, encoding="utf-8")
        watch.at(1.0)
    except Cancelled:
        path.unlink(missing_ok=True)
        raise


def _document(page: Page, shapes: list[QPainterPath], figures: list[str], left_out: int) -> str:
    colours = [_opaque(page.pattern_colours[int(number)]) for number in page.patterns]
    legend = "".join(
        f'<li><span style="background:{_opaque(page.pattern_colours[number])}"></span>{escape(word)}: '
        f"{int((page.patterns == number).sum())}</li>"
        for number, word in page.pattern_words.items()
        if (page.patterns == number).any()
    )
    keys = "".join(
        f'<label><span style="background:{colour}"></span>{escape(word)}</label>'
        for colour, word in (
            (_HOT, translate("Processing", "Hot spots")),
            (_COLD, translate("Processing", "Cold spots")),
            (_NEITHER, translate("Processing", "Nothing certain")),
        )
    )
    heading = translate("Processing", "One map for each step")
    if left_out:
        heading += " " + translate("Processing", "(the last {count})").format(count=len(figures))
    counts = escape(translate("Processing", "Areas by pattern"))
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}"><head><meta charset="utf-8"><title>{escape(page.title)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(page.title)}</h1>"
        f'<div class="top">{_picture(shapes, colours, _LARGE)}<div><h2>{counts}</h2><ul class="legend">{legend}</ul>'
        f'</div></div><h2>{escape(heading)}</h2><p class="key">{keys}</p><div class="maps">{"".join(figures)}</div>'
        f"<pre>{escape(page.notes)}</pre></body></html>\n"
    )


def _shapes(geometries: list[QgsGeometry], transform: QgsCoordinateTransform, watch: Watch) -> list[QPainterPath]:
    """Return the areas as paths in metres, north up, holes left open."""
    found = []
    for number, own in enumerate(geometries):
        if number % 200 == 0:
            watch.at(number / len(geometries))
        geometry = QgsGeometry(own)
        geometry.transform(transform)
        geometry.convertToMultiType()
        path = QPainterPath()
        for part in geometry.asMultiPolygon():
            for ring in part:
                path.moveTo(ring[0].x(), -ring[0].y())
                for point in ring[1:]:
                    path.lineTo(point.x(), -point.y())
                path.closeSubpath()
        found.append(path)
    return found


def _picture(shapes: list[QPainterPath], colours: list[str], width: int) -> str:
    """Return an image element with the areas in their colours, `width` pixels wide, or as high as wide."""
    frame = QRectF()
    for path in shapes:
        frame = frame.united(path.boundingRect())
    scale = (width - 4) / max(frame.width(), frame.height(), 1e-9)
    size = (max(round(frame.width() * scale) + 4, 8), max(round(frame.height() * scale) + 4, 8))
    # Twice as fine, so that it also prints well.
    image = QImage(2 * size[0], 2 * size[1], QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    moved = QTransform.fromTranslate(2 / scale - frame.left(), 2 / scale - frame.top())
    painter.setTransform(moved * QTransform.fromScale(2 * scale, 2 * scale))
    pen = QPen(QColor("#b0b0b0"))
    pen.setCosmetic(True)
    thin = frame.width() * scale / max(len(shapes), 1) ** 0.5 < 6
    for path, colour in zip(shapes, colours, strict=True):
        painter.setPen(QPen(Qt.PenStyle.NoPen) if thin else pen)
        painter.setBrush(QColor(colour))
        painter.drawPath(path)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    code = base64.b64encode(bytes(held)).decode("ascii")
    return f'<img width="{size[0]}" height="{size[1]}" alt="" src="data:image/png;base64,{code}">'


def _opaque(colour: str) -> str:
    """Return a colour as a web page takes it; what is nearly clear on the map is pale grey."""
    chosen = QColor(colour)
    return _NEITHER if chosen.alpha() < 64 else chosen.name()
