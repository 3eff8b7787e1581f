"""Stops of a plan of patrols as a layer: who is at which hazard when, and whether within its window."""

from collections.abc import Iterator

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsRendererCategory,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import NULL, QCoreApplication

from ..analysis.patrol.schedule import Asked, nobody, timetables
from ..analysis.patrol.timing import Hours, beside
from ..analysis.watch import Watch
from . import area_table, patrol_layers
from .labels import label
from .patrol_clock import at
from .patrol_hazards import Hazards

translate = QCoreApplication.translate

STOPS = "STOPS"
#: So many missed windows are named in the log.
_NAMED = 20
#: What has become of a hazard.
IN_TIME, FREE, EARLY, LATE, LEFT_OUT = "in_time", "free", "early", "late", "left_out"


class Stops:
    """Hazards with what the plan makes of them; asked: what is asked of time, None for nothing."""

    def __init__(self, tables: patrol_layers.Tables, hazards: Hazards, asked: Asked | None) -> None:
        self._tables, self._hazards = tables, hazards
        plan, network = tables.plan, tables.network
        first = network.streets - len(hazards)
        self.state = [LEFT_OUT] * len(hazards)
        #: By hazard: officer and order, both counted from 1, arrival, beginning, leaving and seconds beside the window.
        self._made: dict[int, tuple[int, int, float, float, float, float]] = {}
        windows = (hazards.opens, hazards.closes) if asked is None else asked.windows(plan.crew)
        self._nobody = np.zeros(len(hazards), bool)
        if asked is not None:
            self._nobody = nobody(network, plan.crew, asked)[first:]
        for officer, (walk, times) in enumerate(zip(plan.walks, self._times(asked), strict=True)):
            halves = np.flatnonzero(walk.visit & (walk.half >> 1 >= first))
            for order, place in enumerate(halves.tolist(), start=1):
                stop = int(walk.half[place] >> 1)
                begin, aside = float(times.begin[0, place]), 0.0
                if asked is not None:
                    aside = float(beside(begin, windows[0][officer, stop], windows[1][officer, stop]))
                made = officer + 1, order, float(times.arrive[0, place]), begin, float(times.leave[0, place]), aside
                self._made[stop - first] = made
                self.state[stop - first] = self._became(stop - first, aside)

    def _times(self, asked: Asked | None) -> list[Hours]:
        return timetables(self._tables.network, self._tables.plan.crew, self._tables.plan.walks, asked)

    def _became(self, hazard: int, aside: float) -> str:
        if not self._hazards.windowed[hazard]:
            return FREE
        return LATE if aside > 0.0 else EARLY if aside < 0.0 else IN_TIME

    def rows(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a point for each hazard, officer by officer in their order, those that are left out last."""
        order = sorted(range(len(self._hazards)), key=lambda one: self._made.get(one, (np.inf, one))[:2])
        for one in order:
            hazards = self._hazards
            window = [_clock(hazards.opens[one]), _clock(hazards.closes[one])]
            dwell = float(hazards.dwell[one]) / 60.0
            row = [int(hazards.feature[one]), hazards.names[one], float(hazards.weight[one])]
            made = self._made.get(one)
            if made is None:
                when = [NULL, NULL, "", "", "", dwell, *window, NULL, NULL]
            else:
                officer, number, arrive, begin, leave, aside = made
                times = [at(arrive), at(begin), at(leave), dwell]
                when = [officer, number, *times, *window, (begin - arrive) / 60.0, aside / 60.0]
            point = QgsGeometry.fromPointXY(QgsPointXY(float(hazards.x[one]), float(hazards.y[one])))
            yield point, [*when, *row, _words()[self.state[one]], self._why(one), self.state[one]]

    def _why(self, hazard: int) -> str:
        """Return why a window is missed or a hazard left out; "" for all others."""
        tables, first = self._tables, self._tables.network.streets - len(self._hazards)
        if self.state[hazard] == LEFT_OUT:
            return patrol_layers.reasons().get(tables.plan.left_out.get(first + hazard, ""), "")
        if self.state[hazard] not in (EARLY, LATE):
            return ""
        if self._nobody[hazard]:
            return translate("Processing", "Nobody can be there then, not even straight from where he starts.")
        return translate("Processing", "No order was found that keeps it beside what else is on the way.")

    def say(self, algorithm, feedback) -> dict[str, object]:
        """Say in the log which windows are kept and which are not, and return how many they are."""
        count = int(self._hazards.windowed.sum())
        if not count:
            return {}
        kept = self.state.count(IN_TIME)
        told = translate("Processing", "Windows of hazards: {kept} of {count} are kept.")
        algorithm.tell(feedback, told.format(kept=kept, count=count))
        for line in self.missed()[:_NAMED]:
            algorithm.warn(feedback, line)
        return {"WINDOWS": count, "WINDOWS_KEPT": kept}

    def missed(self) -> list[str]:
        """Return a sentence for each hazard whose window is missed."""
        told = translate("Processing", "{hazard}: {became} by {minutes} min. {reason}")
        found = []
        for hazard, state in enumerate(self.state):
            if state in (EARLY, LATE):
                minutes = f"{abs(self._made[hazard][5]) / 60.0:.0f}"
                called = self._tables.halts.called(hazard)
                words = {"hazard": called, "became": _words()[state], "minutes": minutes, "reason": self._why(hazard)}
                found.append(told.format(**words))
        return found


def write(algorithm, parameters, context, stops: Stops, count: int, crs) -> dict[str, object]:
    """Write the layer of stops where it is wanted."""
    whole, number, text = area_table.WHOLE, area_table.NUMBER, area_table.TEXT
    columns = [
        ("officer", whole), ("order", whole), ("arrives", text), ("begins", text), ("leaves", text),
        ("dwell_min", number), ("from_time", text), ("until_time", text), ("waits_min", number),
        ("beside_min", number), ("hazard", whole), ("name", text), ("weight", number), ("in_time", text),
        ("reason", text), ("state", text),
    ]  # fmt: skip
    written = area_table.write_rows(
        algorithm,
        parameters,
        STOPS,
        context,
        columns,
        stops.rows(),
        max(count, 1),
        Watch(),
        QgsWkbTypes.Point,
        crs.qgis,
    )
    if not written:
        return {}
    algorithm.dress(written, translate("Processing", "Stops at hazards"), algorithm.about(parameters), dress)
    return {STOPS: written}


def dress(layer: QgsVectorLayer) -> None:
    """Show stops by what has become of them, by colour and shape, with officer, order and arrival beside them."""
    looks = (
        (IN_TIME, "circle", "0,158,115", "3.2"), (FREE, "circle", "120,120,120", "2.8"),
        (EARLY, "triangle", "213,94,0", "4.2"), (LATE, "diamond", "200,30,40", "4.2"),
        (LEFT_OUT, "cross2", "200,30,40", "3.6"),
    )  # fmt: skip
    categories = []
    for state, shape, colour, size in looks:
        outline = colour if shape == "cross2" else "255,255,255"
        given = {"name": shape, "color": colour, "size": size, "outline_color": outline, "outline_width": "0.4"}
        categories.append(QgsRendererCategory(state, QgsMarkerSymbol.createSimple(given), _words()[state]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("state", categories))
    named = """coalesce("officer" || '.' || "order" || ' ' || left("begins", 5) || '\\n', '') || "name\""""
    label(layer, named, 7.5)


def _words() -> dict[str, str]:
    return {
        IN_TIME: translate("Processing", "in time"),
        FREE: translate("Processing", "no window"),
        EARLY: translate("Processing", "too early"),
        LATE: translate("Processing", "too late"),
        LEFT_OUT: translate("Processing", "left out"),
    }


def _clock(seconds: float) -> str:
    return "" if np.isnan(seconds) else at(seconds)[:5]
