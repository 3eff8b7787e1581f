"""The rhythm of hazards as a picture: hour by day of the week as shades, and hours, days, months, classes as bars."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication, QRectF
from qgis.PyQt.QtGui import QColor

from .. import plotting
from ..analysis.rhythm import Rhythm
from .look import HEAT, figure, round_step

translate = QCoreApplication.translate

_SIZE = (1240, 860)
_BAR = "#d95f0e"
_INK = "#303030"
# Pixels for the figures of an axis, and letters for the name of a class in thrice as many.
_ROOM, _LETTERS = 90, 22
_BELOW = 54
# Figures below lying bars, beside the 0.
_FIGURES = 3
#: The class of all that are not among the most frequent, as the table has it.
OTHERS = "others"


@dataclass(frozen=True)
class Shown:
    """What the picture shows; `base` above zero divides rates once more, `zone` names the clock."""

    rhythm: Rhythm
    classes: list[str]
    rates: bool
    base: float
    zone: str

    def figures(self, counts: np.ndarray, hours: np.ndarray) -> np.ndarray:
        """Return counts, or events per hour (and per one of the base); NaN for hours that never came round."""
        if not self.rates:
            return counts
        rate = np.divide(counts, hours, out=np.full(counts.shape, np.nan), where=hours > 0.0)
        return rate / self.base if self.base > 0.0 else rate

    @property
    def unit(self) -> str:
        """What the figures are, in words."""
        if not self.rates:
            return translate("Processing", "events (counts, no denominator)")
        if self.base > 0.0:
            return translate("Processing", "events per hour and one of {base}").format(base=f"{self.base:g}")
        return translate("Processing", "events per hour (denominator: hours)")

    @property
    def short_unit(self) -> str:
        """The same without what stands in brackets, for an axis."""
        return re.split(r" ?[(（]", self.unit)[0]


def write(path: Path, shown: Shown) -> None:
    """Draw the picture into a PNG, on no screen; RoomError where there is no pyqtgraph. On the main thread only."""
    charts = plotting.load()
    window = charts.GraphicsLayoutWidget(size=_SIZE)
    window.setBackground("w")
    window.addLabel(_title(shown), row=0, col=0, colspan=2, color=_INK, size="13pt")
    found, days = shown.rhythm, _days()
    _shades(charts, window, shown, days)
    hour, weekday, month = (shown.figures(*found.by(axis)) for axis in (2, 1, 0))
    hours_labels = [str(number) for number in range(24)]
    _bars(charts, window.addPlot(row=2, col=0), hour, hours_labels, translate("Processing", "Hour of the day"), shown)
    _bars(charts, window.addPlot(row=2, col=1), weekday, days, translate("Processing", "Day of the week"), shown)
    months = [str(number) for number in range(1, 13)]
    _bars(charts, window.addPlot(row=3, col=0), month, months, translate("Processing", "Month"), shown)
    _classes(charts, window.addPlot(row=3, col=1), shown)
    for column, share in ((0, 3), (1, 2)):
        window.ci.layout.setColumnStretchFactor(column, share)
    QCoreApplication.processEvents()
    if not window.grab().save(str(path), "PNG"):
        told = translate("Processing", "{path} cannot be written: {reason}")
        raise QgsProcessingException(told.format(path=path, reason="PNG"))
    window.close()


def _title(shown: Shown) -> str:
    first, last = (moment.astype("datetime64[D]") for moment in (shown.rhythm.first, shown.rhythm.last))
    told = translate("Processing", "Hazard rhythm, {first} to {last}, {zone}: {unit}")
    return told.format(first=first, last=last, zone=shown.zone, unit=shown.unit)


def _shades(charts, window, shown: Shown, days: list[str]) -> None:
    """Draw hour by day of the week, Monday on top."""
    plot = window.addPlot(row=1, col=0, colspan=2)
    values = shown.figures(*shown.rhythm.by(1, 2))
    plot.invertY(True)
    # A first stop that is clear on a map is white on paper.
    colours = [QColor("white"), *(QColor(colour) for colour in HEAT[1:])]
    scale = charts.ColorMap(np.linspace(0.0, 1.0, len(colours)), [colour.getRgb()[:3] for colour in colours])
    top = float(np.nanmax(values)) if np.isfinite(values).any() else 1.0
    image = charts.ImageItem(np.nan_to_num(values).T)
    image.setRect(QRectF(-0.5, -0.5, 24.0, 7.0))
    plot.addItem(image)
    _dressed(plot, [str(number) for number in range(24)], translate("Processing", "Hour of the day"))
    plot.getAxis("left").setTicks([list(enumerate(days))])
    plot.setLabel("left", translate("Processing", "Day of the week"), color=_INK)
    key = charts.ColorBarItem(values=(0.0, top or 1.0), colorMap=scale, interactive=False, width=18)
    key.setImageItem(image, insert_in=plot)
    key.getAxis("right").setWidth(_ROOM)
    key.getAxis("right").setTextPen(_INK)


def _bars(charts, plot, values: np.ndarray, labels: list[str], title: str, shown: Shown) -> None:
    heights = np.nan_to_num(values)
    plot.addItem(charts.BarGraphItem(x=np.arange(len(values)), height=heights, width=0.8, brush=_BAR, pen=None))
    _dressed(plot, labels, title)
    plot.setLabel("left", shown.short_unit, color=_INK)
    plot.setYRange(0.0, float(heights.max()) * 1.05 or 1.0, padding=0.0)


def _classes(charts, plot, shown: Shown) -> None:
    """Draw lying bars, which leave room for names, the most frequent class on top."""
    found = shown.rhythm
    hours = np.full(len(shown.classes), found.hours.sum())
    values = np.nan_to_num(shown.figures(found.counts.sum(axis=(0, 1, 2)), hours))
    places = np.arange(len(values))
    plot.addItem(charts.BarGraphItem(x0=0.0, y=places, width=values, height=0.8, brush=_BAR, pen=None))
    _dressed(plot, None, shown.short_unit)
    plot.invertY(True)
    plot.getAxis("left").setWidth(3 * _ROOM)
    plot.getAxis("left").setTicks([list(enumerate(_names(shown)))])
    top = float(values.max())
    # The names leave no room for more than a few figures.
    step = round_step(top / _FIGURES)
    plot.getAxis("bottom").setTicks([[(step * number, figure(step * number)) for number in range(_FIGURES + 1)]])
    plot.setXRange(0.0, top * 1.05 or 1.0, padding=0.0)
    plot.setYRange(-0.5, max(len(values), 4) - 0.5, padding=0.01)


def _dressed(plot, labels: list[str] | None, title: str) -> None:
    """Give a plot its axes; without labels the one below is a scale."""
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setLabel("bottom", title, color=_INK)
    if labels is not None:
        plot.getAxis("bottom").setTicks([list(enumerate(labels))])
        plot.setXRange(-0.5, len(labels) - 0.5, padding=0.01)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(_INK)
        axis.setTextPen(_INK)
        axis.enableAutoSIPrefix(False)
    # Given beforehand: it is drawn once, so that there is no second time to make room for the figures.
    plot.getAxis("left").setWidth(_ROOM)
    plot.getAxis("bottom").setHeight(_BELOW)


def _names(shown: Shown) -> list[str]:
    """Return the classes' names, long ones cut: the table has them whole."""
    words = [name or translate("Processing", "All") for name in shown.classes]
    words = [translate("Processing", "Others") if name == OTHERS else name for name in words]
    return [name if len(name) <= _LETTERS else name[: _LETTERS - 1] + "…" for name in words]


def _days() -> list[str]:
    return [
        translate("Processing", "Mon"),
        translate("Processing", "Tue"),
        translate("Processing", "Wed"),
        translate("Processing", "Thu"),
        translate("Processing", "Fri"),
        translate("Processing", "Sat"),
        translate("Processing", "Sun"),
    ]
