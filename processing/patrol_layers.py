"""What a plan of patrol gives: routes, list of turns, coverage and a table of officers, in words and on the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsProcessingException, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.patrol.gather import NO_TIME
from ..analysis.patrol.network import APART, CLOSED, ONE_WAY
from ..analysis.patrol.plan import TOO_FAR, Plan
from ..analysis.watch import Watch
from ..patrols import itinerary
from . import area_table, patrol_look
from .patrol_sides import Sides

translate = QCoreApplication.translate

ROUTES, TURNS, COVERAGE, SUMMARY = "OUTPUT", "TURNS", "COVERAGE", "SUMMARY"
_DAY = 24 * 3600


@dataclass(frozen=True)
class Pace:
    """How fast all walk, in metres a second, and when they start, in seconds after midnight."""

    speed: float
    begin: int

    def minutes(self, metres: float) -> float:
        """Return how long a way takes."""
        return metres / self.speed / 60.0

    def at(self, metres: float) -> str:
        """Return the time of day after so much of the way."""
        second = round(self.begin + metres / self.speed) % _DAY
        return f"{second // 3600:02d}:{second % 3600 // 60:02d}:{second % 60:02d}"


def clock(text: str) -> int:
    """Return a time of day, such as 08:00, in seconds after midnight."""
    hours, _, minutes = text.strip().replace("：", ":").partition(":")
    if hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60:
        return 3600 * int(hours) + 60 * int(minutes)
    raise QgsProcessingException(translate("Processing", "{text} is no time of day, such as 08:00.").format(text=text))


@dataclass(frozen=True)
class Tables:
    """A plan and what it is told with: id and name of each line's feature, visits asked for of each edge."""

    graph: StreetGraph
    ids: np.ndarray
    names: np.ndarray
    visits: np.ndarray
    plan: Plan
    pace: Pace
    sides: Sides

    @cached_property
    def legs(self) -> list[itinerary.Leg]:
        """All legs, officer by officer."""
        return itinerary.legs(self.graph, self.plan)

    def street(self, line: int) -> str:
        """Return how a street is called."""
        named = str(self.names[line])
        return named or translate("Processing", "unnamed street {feature}").format(feature=self.ids[line])

    def routes(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each leg."""
        for leg in self.legs:
            places = [QgsPointXY(*place) for place in leg.places(self.graph)]
            times = [self.pace.at(leg.start), self.pace.at(leg.stop)]
            street = [int(self.ids[leg.line]), str(self.names[leg.line])]
            yield (
                QgsGeometry.fromPolylineXY(places),
                [leg.officer, leg.number, *street, int(leg.visit), leg.metres, *times],
            )

    def turns(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a point for the beginning of each leg, and one for coming home."""
        sides = self.sides.of(self.legs)
        for leg, side, following in zip(self.legs, sides, [*self.legs[1:], None], strict=True):
            places = leg.places(self.graph)
            told = _instruction(leg).format(street=self.street(leg.line), metres=f"{leg.metres:.0f}")
            if side:
                told = f"{told} {_side(side)}"
            point = QgsGeometry.fromPointXY(QgsPointXY(*places[0]))
            yield point, [leg.officer, leg.number, self.pace.at(leg.start), told]
            if following is None or following.officer != leg.officer:
                home = translate("Processing", "Back at the station: {metres} m in all.")
                point = QgsGeometry.fromPointXY(QgsPointXY(*places[-1]))
                said = home.format(metres=f"{leg.stop:.0f}")
                yield point, [leg.officer, leg.number + 1, self.pace.at(leg.stop), said]

    def coverage(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each required edge."""
        found = itinerary.coverage(self.visits, self.plan)
        graph, words = self.graph, _reasons()
        for number, edge in enumerate(found.edge.tolist()):
            corners = slice(graph.first[edge], graph.first[edge + 1])
            places = zip(graph.corner_x[corners].tolist(), graph.corner_y[corners].tolist(), strict=True)
            line = int(graph.line[edge])
            who = ", ".join(str(officer) for officer in found.officers[number])
            reason = self.plan.left_out.get(edge, "")
            yield (
                QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in places]),
                [
                    int(self.ids[line]), str(self.names[line]), float(graph.length[edge]), int(found.asked[number]),
                    int(found.walked[number]), who, words[reason] if reason else "",
                ],
            )  # fmt: skip

    def summary(self) -> Iterator[tuple[None, list]]:
        """Yield a row for each officer."""
        for officer, walk in enumerate(self.plan.walks, start=1):
            metres = float(self.plan.lengths[officer - 1])
            visited = float(self.graph.length[walk.half[walk.visit] >> 1].sum()) if len(walk.half) else 0.0
            minutes = self.pace.minutes(metres)
            times = [self.pace.at(0.0), self.pace.at(metres)]
            yield None, [officer, metres, visited, metres - visited, minutes, int(walk.visit.sum()), *times]


def write(algorithm, parameters, context, tables: Tables, crs, watch: Watch) -> dict[str, object]:
    """Write all outputs that are wanted; returns their destinations."""
    whole, number, text = area_table.WHOLE, area_table.NUMBER, area_table.TEXT
    line, point = QgsWkbTypes.LineString, QgsWkbTypes.Point
    titles = {
        ROUTES: translate("Processing", "Patrol routes"), TURNS: translate("Processing", "Turn list"),
        COVERAGE: translate("Processing", "Coverage"), SUMMARY: translate("Processing", "Officers' routes"),
    }  # fmt: skip
    legs, officers = len(tables.legs), len(tables.plan.walks)
    required = int((tables.visits > 0).sum())
    outputs = (
        (ROUTES, [("officer", whole), ("leg", whole), ("street", whole), ("name", text), ("visit", whole),
                  ("length_m", number), ("start", text), ("stop", text)],
         tables.routes(), legs, line, lambda layer: patrol_look.routes(layer, officers)),
        (TURNS, [("officer", whole), ("leg", whole), ("time", text), ("instruction", text)],
         tables.turns(), legs, point, lambda layer: patrol_look.turns(layer, officers)),
        (COVERAGE, [("street", whole), ("name", text), ("length_m", number), ("asked", whole), ("walked", whole),
                    ("officers", text), ("left_out", text)],
         tables.coverage(), required, line, patrol_look.coverage),
        (SUMMARY, [("officer", whole), ("length_m", number), ("visited_m", number), ("passed_m", number),
                   ("minutes", number), ("visits", whole), ("start", text), ("stop", text)],
         tables.summary(), officers, QgsWkbTypes.NoGeometry, lambda layer: None),
    )  # fmt: skip
    results: dict[str, object] = {}
    for name, columns, rows, count, kind, style in outputs:
        written = area_table.write_rows(
            algorithm, parameters, name, context, columns, rows, max(count, 1), watch, kind, crs.qgis
        )
        if written:
            algorithm.dress(written, titles[name], algorithm.about(parameters), style)
            results[name] = written
    return results


def left_out_words(graph: StreetGraph, ids: np.ndarray, left_out: dict[int, str], named: int) -> list[tuple[str, str]]:
    """Return for each reason a sentence that says which streets are left out for it, and the reason."""
    words = _reasons()
    found = []
    for reason in (APART, ONE_WAY, CLOSED, TOO_FAR, NO_TIME):
        edges = [edge for edge, why in left_out.items() if why == reason]
        if not edges:
            continue
        features = list(dict.fromkeys(ids[graph.line[edges]].tolist()))
        told = translate("Processing", "{count} streets ({metres} m) are left out. {reason} Features: {features}")
        some = ", ".join(str(feature) for feature in features[:named]) + (" …" if len(features) > named else "")
        metres = f"{graph.length[edges].sum():.0f}"
        found.append((told.format(count=len(edges), metres=metres, reason=words[reason], features=some), reason))
    return found


def _reasons() -> dict[str, str]:
    return {
        APART: translate("Processing", "No street leads there from any station."),
        ONE_WAY: translate("Processing", "One-way streets forbid the way there or the way back."),
        CLOSED: translate("Processing", "The street is closed in both directions."),
        TOO_FAR: translate("Processing", "There and back alone takes longer than the shift."),
        NO_TIME: translate("Processing", "There was no time for them beside what counts more."),
    }


def _side(side: str) -> str:
    """Return which side of a wide street is looked at."""
    if side == itinerary.LEFT:
        return translate("Processing", "Look at its left-hand side.")
    return translate("Processing", "Look at its right-hand side.")


def _instruction(leg: itinerary.Leg) -> str:
    """Return what to do at the beginning of a leg, with places for street and metres."""
    if leg.visit:
        return {
            itinerary.START: translate("Processing", "Start along {street}: {metres} m."),
            itinerary.STRAIGHT: translate("Processing", "Straight on along {street}: {metres} m."),
            itinerary.LEFT: translate("Processing", "Turn left into {street}: {metres} m."),
            itinerary.RIGHT: translate("Processing", "Turn right into {street}: {metres} m."),
            itinerary.BACK: translate("Processing", "Turn round, along {street}: {metres} m."),
        }[leg.turn]
    return {
        itinerary.START: translate("Processing", "Start along {street}, only passing: {metres} m."),
        itinerary.STRAIGHT: translate("Processing", "Straight on along {street}, only passing: {metres} m."),
        itinerary.LEFT: translate("Processing", "Turn left into {street}, only passing: {metres} m."),
        itinerary.RIGHT: translate("Processing", "Turn right into {street}, only passing: {metres} m."),
        itinerary.BACK: translate("Processing", "Turn round, along {street}, only passing: {metres} m."),
    }[leg.turn]
