"""What a plan of patrol gives: routes, list of turns, coverage and a table of officers, in words and on the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.patrol.gather import NO_TIME
from ..analysis.patrol.network import APART, CLOSED, ONE_WAY, Network
from ..analysis.patrol.plan import TOO_FAR, Plan
from ..analysis.watch import Watch
from ..patrols import itinerary
from . import area_table, patrol_look, patrol_turns
from .patrol_clock import at
from .patrol_crew import Roster
from .patrol_sides import Sides

translate = QCoreApplication.translate

ROUTES, TURNS, COVERAGE, SUMMARY = "OUTPUT", "TURNS", "COVERAGE", "SUMMARY"


@dataclass(frozen=True)
class Halts:
    """Stops of a plan: crossing, seconds and name of each, all of shape (h,)."""

    node: np.ndarray
    dwell: np.ndarray
    names: list[str]

    def called(self, halt: int) -> str:
        """Return how a stop is called, counted from 0."""
        return self.names[halt] or translate("Processing", "stop {number}").format(number=halt + 1)


@dataclass(frozen=True)
class Tables:
    """A plan and what it is told with.

    ids, names: id and name of each line's feature. network: what was planned, streets first, then stops. roster: the
    officers of the plan. hours: when all is reached and left (itinerary.Hours).
    """

    graph: StreetGraph
    ids: np.ndarray
    names: np.ndarray
    network: Network
    plan: Plan
    roster: Roster
    sides: Sides
    halts: Halts
    hours: itinerary.Hours

    @cached_property
    def legs(self) -> list[itinerary.Leg]:
        """All legs, officer by officer."""
        return itinerary.legs(self.graph, self.plan, self.halts.node, self.hours)

    @property
    def asked(self) -> np.ndarray:
        """How often each edge is to be walked, shape (e,)."""
        return self.network.visits[: len(self.graph.line)]

    def street(self, line: int) -> str:
        """Return how a street is called."""
        named = str(self.names[line])
        return named or translate("Processing", "unnamed street {feature}").format(feature=self.ids[line])

    def whose(self, officer: int) -> list[str]:
        """Return the name and the staff number of an officer, counted from 1; "" where there is none."""
        return [self.roster.names[officer - 1], self.roster.staff[officer - 1]]

    def routes(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each leg that is walked."""
        for leg in self.legs:
            if leg.halt >= 0:
                continue
            places = [QgsPointXY(*place) for place in leg.places(self.graph)]
            street = [int(self.ids[leg.line]), str(self.names[leg.line])]
            yield (
                QgsGeometry.fromPolylineXY(places),
                [
                    leg.officer, leg.number, *street, int(leg.visit), leg.metres, at(leg.begin), at(leg.end),
                    *self.whose(leg.officer),
                ],
            )  # fmt: skip

    def turns(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a point for the beginning of each leg, and one for coming home."""
        sides, crew = self.sides.of(self.legs), self.plan.crew
        for leg, side, following in zip(self.legs, sides, [*self.legs, None][1:], strict=True):
            places = leg.places(self.graph)
            told = f"{self._told(leg)} {patrol_turns.side(side)}" if side else self._told(leg)
            point = QgsGeometry.fromPointXY(QgsPointXY(*places[0]))
            yield point, [leg.officer, leg.number, at(leg.begin), told, *self.whose(leg.officer)]
            if following is None or following.officer != leg.officer:
                home = patrol_turns.arrival(bool(crew.start[leg.officer - 1] == crew.end[leg.officer - 1]))
                point = QgsGeometry.fromPointXY(QgsPointXY(*places[-1]))
                said = home.format(metres=f"{leg.stop:.0f}")
                yield point, [leg.officer, leg.number + 1, at(leg.end), said, *self.whose(leg.officer)]

    def _told(self, leg: itinerary.Leg) -> str:
        words = patrol_turns.instruction(leg)
        if leg.halt >= 0:
            minutes = f"{self.halts.dwell[leg.halt] / 60.0:.3g}"
            return words.format(stop=self.halts.called(leg.halt), minutes=minutes)
        return words.format(street=self.street(leg.line), metres=f"{leg.metres:.0f}")

    def coverage(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each required edge."""
        found = itinerary.coverage(self.asked, self.plan)
        graph, words = self.graph, reasons()
        for number, edge in enumerate(found.edge.tolist()):
            corners = slice(graph.first[edge], graph.first[edge + 1])
            places = zip(graph.corner_x[corners].tolist(), graph.corner_y[corners].tolist(), strict=True)
            line = int(graph.line[edge])
            who = ", ".join(self.roster.names[one - 1] or str(one) for one in found.officers[number])
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
        crew = self.plan.crew
        length = np.concatenate([self.graph.length, np.zeros(len(self.halts.node))])
        for officer, walk in enumerate(self.plan.walks, start=1):
            metres = float(self.plan.lengths[officer - 1])
            visited = float(length[walk.half[walk.visit] >> 1].sum())
            begin, leave = float(crew.begin[officer - 1]), self.hours[officer - 1][1]
            end = float(leave[-1]) if len(leave) else begin + float(self.plan.times[officer - 1])
            visits, minutes = int(walk.visit.sum()), (end - begin) / 60.0
            row = [officer, metres, visited, metres - visited, minutes, visits, at(begin), at(end)]
            shift = float(crew.shift[officer - 1]) / 60.0
            yield None, [*row, *self.whose(officer), round(3.6 / float(crew.pace[officer - 1]), 6), shift]


def write(algorithm, parameters, context, tables: Tables, crs, watch: Watch) -> dict[str, object]:
    """Write all outputs that are wanted; returns their destinations."""
    whole, number, text = area_table.WHOLE, area_table.NUMBER, area_table.TEXT
    line, point = QgsWkbTypes.LineString, QgsWkbTypes.Point
    titles = {
        ROUTES: translate("Processing", "Patrol routes"), TURNS: translate("Processing", "Turn list"),
        COVERAGE: translate("Processing", "Coverage"), SUMMARY: translate("Processing", "Officers' routes"),
    }  # fmt: skip
    legs, officers = len(tables.legs), len(tables.plan.walks)
    called = [tables.roster.called(officer) for officer in range(1, officers + 1)]
    whose = [("officer_name", text), ("staff", text)]
    required = int((tables.asked > 0).sum())
    outputs = (
        (ROUTES, [("officer", whole), ("leg", whole), ("street", whole), ("name", text), ("visit", whole),
                  ("length_m", number), ("start", text), ("stop", text), *whose],
         tables.routes(), legs, line, lambda layer: patrol_look.routes(layer, called)),
        (TURNS, [("officer", whole), ("leg", whole), ("time", text), ("instruction", text), *whose],
         tables.turns(), legs, point, lambda layer: patrol_look.turns(layer, called)),
        (COVERAGE, [("street", whole), ("name", text), ("length_m", number), ("asked", whole), ("walked", whole),
                    ("officers", text), ("left_out", text)],
         tables.coverage(), required, line, patrol_look.coverage),
        (SUMMARY, [("officer", whole), ("length_m", number), ("visited_m", number), ("passed_m", number),
                   ("minutes", number), ("visits", whole), ("start", text), ("stop", text), *whose,
                   ("speed_kmh", number), ("shift_min", number)],
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


def left_out_words(
    graph: StreetGraph, ids: np.ndarray, left_out: dict[int, str], named: int, halts: Halts
) -> list[tuple[str, str]]:
    """Return for each reason a sentence that says which streets and stops are left out for it, and the reason."""
    words, edges = reasons(), len(graph.line)
    found = []
    for reason in (APART, ONE_WAY, CLOSED, TOO_FAR, NO_TIME):
        rows = [row for row, why in left_out.items() if why == reason]
        streets, stops = [row for row in rows if row < edges], [row - edges for row in rows if row >= edges]
        if streets:
            features = list(dict.fromkeys(ids[graph.line[streets]].tolist()))
            told = translate("Processing", "{count} streets ({metres} m) are left out. {reason} Features: {features}")
            metres, some = f"{graph.length[streets].sum():.0f}", _some(features, named)
            found.append((told.format(count=len(streets), metres=metres, reason=words[reason], features=some), reason))
        if stops:
            told = translate("Processing", "{count} stops are left out. {reason} Stops: {stops}")
            some = _some([halts.called(stop) for stop in stops], named)
            found.append((told.format(count=len(stops), reason=words[reason], stops=some), reason))
    return found


def _some(things: list, most: int) -> str:
    return ", ".join(str(one) for one in things[:most]) + (" …" if len(things) > most else "")


def reasons() -> dict[str, str]:
    """Return why something is left out, in words."""
    return {
        APART: translate("Processing", "No street leads there from any station."),
        ONE_WAY: translate("Processing", "One-way streets forbid the way there or the way back, or closed ones do."),
        CLOSED: translate("Processing", "The street is closed in both directions."),
        TOO_FAR: translate("Processing", "There and back alone takes longer than the shift."),
        NO_TIME: translate("Processing", "There was no time for them beside what counts more."),
    }
