"""The density along streets as a picture: streets as walls as high as there is density, the densest ones drawn out."""

from dataclasses import dataclass
from math import cos, radians, sin
from pathlib import Path

import numpy as np
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from .. import plotting
from ..analysis.graph import Lixels, StreetGraph
from ..analysis.strokes import Profile, profiles
from ..analysis.watch import Watch
from .look import STREETS, figure, round_step

translate = QCoreApplication.translate

_SHEET, _TOP, _GAP = QSize(1400, 860), 54, 16
# Left the view of all streets, right the profiles; the key stands below the view.
_VIEW = QRectF(_GAP, _TOP, 800, 700)
_PLOTS = QRectF(830, _TOP, 554, 790)
_INK, _GROUND = "#303030", "#d8d8d8"
_MOST = 5
# The ground is turned by so much and lies back, and the highest wall has this share of the view's height.
_TURN, _TILT, _WALL = radians(20.0), 0.6, 0.22
# Walls lower than this share of the highest are not drawn.
_LOW = 0.01
_AT_ONCE = 2000
_MARKS = "ABCDE"


@dataclass(frozen=True)
class Shown:
    """What the picture shows: values in events per metre, one for each lixel; name: of each edge, "" for none."""

    graph: StreetGraph
    pieces: Lixels
    values: np.ndarray
    name: np.ndarray | None
    title: str
    unit: str

    @property
    def top(self) -> float:
        """Highest density per km."""
        return 1000.0 * float(self.values.max(initial=0.0))

    @property
    def step(self) -> float:
        """Events per km from one colour to the next, as in the legend."""
        return round_step(self.top / len(STREETS))


@dataclass(frozen=True)
class Begun:
    """A picture to which only the profiles are to be added."""

    shown: Shown
    profiles: list[Profile]
    sheet: QImage


def begin(shown: Shown, watch: Watch) -> Begun:
    """Draw all that any thread may draw, which is most of it."""
    found = profiles(shown.graph, shown.pieces, shown.values, _MOST, shown.name)
    watch.at(0.1)
    sheet = QImage(_SHEET, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _write_title(painter, shown.title)
        _view(painter, shown, found, watch.part(0.1, 1.0))
        _key(painter, shown)
    finally:
        painter.end()
    return Begun(shown, found, sheet)


def write(path: Path, begun: Begun) -> None:
    """Add the profiles and write a PNG, on no screen; RoomError without pyqtgraph. On the main thread only."""
    drawn = _plots(begun.shown, begun.profiles)
    painter = QPainter(begun.sheet)
    painter.drawPixmap(_PLOTS.topLeft(), drawn)
    painter.end()
    if not begun.sheet.save(str(path), "PNG"):
        told = translate("Processing", "{path} cannot be written: {reason}")
        raise QgsProcessingException(told.format(path=path, reason="PNG"))


def _write_title(painter: QPainter, title: str) -> None:
    painter.setPen(QColor(_INK))
    painter.setFont(QFont("sans", 14))
    painter.drawText(QPointF(_GAP, 36.0), title)
    painter.setFont(QFont("sans", 10))


def _view(painter: QPainter, shown: Shown, found: list[Profile], watch: Watch) -> None:
    """Draw all streets on a ground that lies back, their walls, the farthest first, and a letter on each street."""
    pieces, graph = shown.pieces, shown.graph
    ends = np.stack([np.stack(graph.places(pieces.edge, side)) for side in (pieces.start, pieces.stop)])
    place = _Placing(graph, shown.top)
    x, y = place.ground(ends[:, 0], ends[:, 1])
    painter.setPen(QPen(QColor(_GROUND), 1.0))
    for row in range(x.shape[1]):
        if row % _AT_ONCE == 0:
            watch.at(0.5 * row / x.shape[1])
        painter.drawLine(QPointF(x[0, row], y[0, row]), QPointF(x[1, row], y[1, row]))
    high = place.height(1000.0 * shown.values)
    walls = np.flatnonzero(shown.values >= _LOW * shown.values.max(initial=0.0)) if shown.top > 0.0 else ()
    shade = np.minimum((1000.0 * shown.values / shown.step).astype(int), len(STREETS) - 1)
    for number, row in enumerate(sorted(walls, key=lambda number: y[:, number].min())):
        if number % _AT_ONCE == 0:
            watch.at(0.5 + 0.5 * number / len(walls))
        colour = QColor(STREETS[shade[row]])
        painter.setPen(QPen(colour, 0.6))
        painter.setBrush(colour)
        (west, east), (near, far) = x[:, row].tolist(), y[:, row].tolist()
        rise = float(high[row])
        corners = [(west, near), (east, far), (east, far - rise), (west, near - rise)]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    tops = [(x[:, profile.highest].mean(), y[:, profile.highest].mean() - high[profile.highest]) for profile in found]
    _mark(painter, tops)


def _mark(painter: QPainter, tops: list[tuple[float, float]]) -> None:
    """Write a letter over each of these places, beside those that stand there already."""
    painter.setPen(QColor(_INK))
    painter.setBrush(QColor("white"))
    standing: list[QRectF] = []
    for letter, (x, y) in zip(_MARKS, tops, strict=False):
        place = QRectF(x - 8.0, y - 20.0, 16.0, 16.0)
        while any(place.intersects(other) for other in standing):
            place.moveLeft(place.left() + 18.0)
        standing.append(place)
        painter.drawEllipse(place)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)


class _Placing:
    """Puts places in metres into the view, the ground turned a little so that walls of both directions show."""

    def __init__(self, graph: StreetGraph, top: float) -> None:
        across, back = _turned(graph.corner_x, graph.corner_y)
        self._left, self._near = float(across.min()), float(back.min())
        wide, deep = float(np.ptp(across)), float(np.ptp(back))
        self._rise = _WALL * _VIEW.height()
        # Walls at the back stand out over the ground.
        ground = _VIEW.height() - self._rise - 20.0
        self._scale = min(_VIEW.width() / max(wide, 1.0), ground / max(deep, 1.0))
        self._margin = _VIEW.left() + (_VIEW.width() - wide * self._scale) / 2.0
        self._bottom = _VIEW.bottom() - (ground - deep * self._scale) / 2.0
        self._top = top or 1.0

    def ground(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where places lie on the sheet."""
        across, back = _turned(x, y)
        return self._margin + (across - self._left) * self._scale, self._bottom - (back - self._near) * self._scale

    def height(self, density: np.ndarray) -> np.ndarray:
        """Return how high a density per km stands."""
        return density / self._top * self._rise


def _turned(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return how far places lie to the right and to the back."""
    return x * cos(_TURN) - y * sin(_TURN), (x * sin(_TURN) + y * cos(_TURN)) * _TILT


def _key(painter: QPainter, shown: Shown) -> None:
    step, width = shown.step, _VIEW.width() / len(STREETS)
    line = _VIEW.bottom() + 26.0
    for number, colour in enumerate(STREETS):
        left = _VIEW.left() + width * number
        painter.fillRect(QRectF(left, line, 22.0, 14.0), QColor(colour))
        painter.drawText(QPointF(left + 28.0, line + 12.0), f"{figure(step * number)} – {figure(step * (number + 1))}")
    told = translate("Processing", "Height and colour: {unit}. Letters: the streets drawn out on the right.")
    painter.drawText(QPointF(_VIEW.left(), line + 40.0), told.format(unit=shown.unit))


def _plots(shown: Shown, found: list[Profile]):
    """Return the profiles one below the other, all to one height, as a pixmap."""
    charts = plotting.load()
    window = charts.GraphicsLayoutWidget(size=(int(_PLOTS.width()), int(_PLOTS.height())))
    window.setBackground("w")
    for row, profile in enumerate(found):
        plot = window.addPlot(row=row, col=0)
        _draw(charts, plot, profile, shown)
        plot.setTitle(_name(shown, profile, _MARKS[row]), color=_INK, size="10pt")
    if not found:
        window.addLabel(translate("Processing", "There is nothing on any street."), color=_INK)
    QCoreApplication.processEvents()
    pixmap = window.grab()
    window.close()
    return pixmap


def _draw(charts, plot, profile: Profile, shown: Shown) -> None:
    plot.setMenuEnabled(False)
    plot.hideButtons()
    heights = 1000.0 * profile.values
    steps = charts.PlotDataItem(
        profile.at, heights, stepMode="center", fillLevel=0.0, brush=QColor(STREETS[2]), pen=charts.mkPen(STREETS[4])
    )
    plot.addItem(steps)
    for crossing in profile.crossings.tolist():
        plot.addItem(charts.InfiniteLine(crossing, pen=charts.mkPen("#a0a0a0", style=Qt.PenStyle.DotLine)))
    plot.setXRange(0.0, profile.length, padding=0.01)
    plot.setYRange(0.0, shown.top * 1.05, padding=0.0)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(_INK)
        axis.setTextPen(_INK)
        axis.enableAutoSIPrefix(False)
        axis.setTickFont(QFont("sans", 9))
    plot.getAxis("left").setWidth(84)
    look = {"color": _INK, "font-size": "9pt"}
    plot.setLabel("left", shown.unit, **look)
    plot.setLabel("bottom", translate("Processing", "metres along the street; dotted: crossings"), **look)
    plot.getAxis("bottom").setHeight(44)


def _name(shown: Shown, profile: Profile, mark: str) -> str:
    """Return the letter of a street, and its name where the layer has one."""
    words = [] if shown.name is None else [word for word in shown.name[profile.half >> 1].tolist() if word]
    return f"{mark}  {max(words, key=words.count)}" if words else mark
