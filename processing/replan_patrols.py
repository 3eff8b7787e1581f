"""Patrol routes made anew while they are walked: what is walked or locked stays, the rest changes as needed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsProcessingException, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication
from scipy.spatial import cKDTree

from ..analysis.graph import StreetGraph
from ..analysis.patrol import ending
from ..analysis.patrol.crew import Crew
from ..analysis.patrol.network import Network
from ..analysis.patrol.plan import Walk
from ..analysis.patrol.replan import Officer, Replanned, replan
from ..analysis.patrol.verify import faults_of
from ..analysis.watch import Watch
from ..patrols import itinerary
from . import area_table, former_routes, patrol_inputs, patrol_look, replan_look, street_layer
from .events import read
from .former_routes import Former
from .patrol_clock import at, clock
from .replan_options import CHANGES, OUTPUT, ReplanOptions

translate = QCoreApplication.translate

_DAY = 24 * 3600
_NO = ("", "0", "0.0", "no", "false", "null")


@dataclass(frozen=True)
class _Case:
    """What is planned anew: streets, and the officers in order: their numbers as they were, then those who are new."""

    graph: StreetGraph
    ids: np.ndarray
    names: np.ndarray
    network: Network
    crew: Crew
    officers: list[Officer]
    numbers: list[int]


class ReplanPatrols(ReplanOptions):
    """communitybrain:replanpatrols"""

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read streets and former routes, plan anew, check, write."""
        case = self._case(parameters, context, feedback, watch.part(0.0, 0.1))
        crs = self._crs
        found = replan(
            case.network, case.crew, case.officers,
            weight=60.0 * self.parameterAsDouble(parameters, self.WORTH, context),
            limit=60.0 * self.parameterAsDouble(parameters, self.LIMIT, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            seconds=self.parameterAsDouble(parameters, self.SECONDS, context), watch=watch.part(0.1, 0.95),
        )  # fmt: skip
        self._check(case, found)
        self._say(feedback, case, found)
        results: dict[str, object] = {}
        whole, number, text = area_table.WHOLE, area_table.NUMBER, area_table.TEXT
        called = [translate("Processing", "Officer {number}").format(number=n + 1) for n in range(max(case.numbers))]
        routes = [("officer", whole), ("leg", whole), ("street", whole), ("name", text), ("visit", whole),
                  ("length_m", number), ("start", text), ("stop", text), ("walked", whole)]  # fmt: skip
        changes = [("street", whole), ("name", text), ("length_m", number), ("before", whole), ("after", whole)]
        legs = itinerary.legs(case.graph, found.plan)
        outputs = (
            (OUTPUT, translate("Processing", "Patrol routes, made anew"), routes, self._routes(case, legs), len(legs),
             lambda layer: patrol_look.routes(layer, called)),
            (CHANGES, translate("Processing", "What has changed"), changes, self._changes(case, found),
             len(found.moved) + len(found.dropped), replan_look.changes),
        )  # fmt: skip
        for name, title, columns, rows, count, style in outputs:
            written = area_table.write_rows(
                self, parameters, name, context, columns, rows, max(count, 1), Watch(), QgsWkbTypes.LineString, crs.qgis
            )
            if written:
                self.dress(written, title, self.about(parameters), style)
                results[name] = written
        return results | self._figures(found)

    def _case(self, parameters, context, feedback, watch: Watch) -> _Case:
        source, self._crs = street_layer.opened(self, parameters, self.INPUT, context, feedback)
        one_way = self.parameterAsString(parameters, self.ONE_WAY, context)
        graph, ids = street_layer.read(source, self._crs, one_way, watch)
        former = former_routes.read(self, parameters, self.ROUTES, context, graph, self._crs)
        until = self.parameterAsString(parameters, self.UNTIL, context).strip()
        now = _time(until, former) if until else float(former.begin.min())
        done = former.until(now, graph.length) if until else [0] * len(former.walks)
        gone, fixed = (self._numbers(parameters, context, name, former) for name in (self.GONE, self.FIXED))
        kept = self._flagged(parameters, context, source, graph, ids)
        officers = [
            Officer(
                Walk(walk.half[:count], walk.visit[:count]),
                tuple((walk.half[count:][walk.visit[count:]] >> 1).tolist()), number in fixed, number in gone, kept,
            )
            for number, walk, count in zip(former.numbers, former.walks, done, strict=True)
        ]  # fmt: skip
        start = np.array([graph.start[walk.half[0]] for walk in former.walks])
        end = np.array([graph.end[walk.half[-1]] for walk in former.walks])
        new = self.parameterAsInt(parameters, self.NEW, context)
        fresh = self._stations(parameters, context, graph, start, new)
        # Who comes new has the time behind him that the others have walked: all come home together.
        begin = np.concatenate([former.begin, np.full(new, float(former.begin.min()))])
        spent = np.concatenate([np.zeros(len(start)), np.full(new, max(now - float(former.begin.min()), 0.0))])
        pace = np.concatenate([former.pace, np.full(new, float(np.median(former.pace)))])
        crew = Crew.of(np.concatenate([start, fresh]), np.concatenate([end, fresh]), pace, np.inf, begin, spent)
        numbers = former.numbers + [max(former.numbers) + 1 + number for number in range(new)]
        network = self._network(parameters, context, source, graph, ids, former)
        name = self.field(parameters, self.NAME, context, feedback, ("name", "street_name", "name_zh", "road_name"))
        names = street_layer.names(source, name, ids) if name else np.full(len(ids), "", dtype=str)
        return _Case(graph, ids, names, network, crew, [*officers, *(Officer() for _ in range(new))], numbers)

    def _network(self, parameters, context, source, graph: StreetGraph, ids, former: Former) -> Network:
        """Return the streets with the visits asked for now: by the field, else as the former plan made them."""
        field = self.parameterAsString(parameters, self.VISITS, context)
        if field:
            words = street_layer.names(source, field, ids).tolist()
            visits = np.array([self._often(word, feature) for word, feature in zip(words, ids, strict=True)], np.intp)
            visits = visits[graph.line]
        else:
            halves = np.concatenate([walk.half[walk.visit] for walk in former.walks])
            visits = np.bincount(halves >> 1, minlength=graph.edges)
        return patrol_inputs.network(graph, visits)

    def _often(self, word: str, feature: int) -> int:
        plain = {"yes": "1", "true": "1"}.get(word.lower(), word.lower())
        if plain in _NO:
            return 0
        if re.fullmatch(r"\d+(\.0*)?", plain):
            return int(float(plain))
        told = translate("Processing", "Feature {feature}: {word} does not say how often to walk the street.")
        raise QgsProcessingException(told.format(feature=feature, word=word))

    def _flagged(self, parameters, context, source, graph: StreetGraph, ids) -> frozenset[int]:
        """Return the edges of the streets that stay with their officers."""
        field = self.parameterAsString(parameters, self.LOCK, context)
        if not field:
            return frozenset()
        flags = np.array([word.lower() not in _NO for word in street_layer.names(source, field, ids).tolist()])
        return frozenset(np.flatnonzero(flags[graph.line]).tolist())

    def _numbers(self, parameters, context, name: str, former: Former) -> set[int]:
        """Return the officers a text names, as 2, 5; refused where the former plan has no such officer."""
        words = re.split(r"[,，、;；\s]+", self.parameterAsString(parameters, name, context).strip())
        known = {str(number): number for number in former.numbers}
        unknown = [word for word in words if word and word not in known]
        if unknown:
            told = translate("Processing", "The former plan has no officer {word}; it has {known}.")
            raise QgsProcessingException(told.format(word=unknown[0], known=", ".join(known)))
        return {known[word] for word in words if word}

    def _stations(self, parameters, context, graph: StreetGraph, start: np.ndarray, new: int) -> np.ndarray:
        """Return where new officers start: at the points given in turn, else where the others started."""
        if not new or self.parameterAsSource(parameters, self.STATIONS, context) is None:
            return start[np.arange(new) % len(start)]
        points, _ = read(self, parameters, self.STATIONS, context, (), self._crs)
        if not len(points):
            raise QgsProcessingException(translate("Processing", "The layer of stations is empty."))
        tree = cKDTree(np.column_stack([graph.node_x, graph.node_y]))
        node = np.asarray(tree.query(np.column_stack([points.x, points.y]))[1], np.intp)
        return node[np.arange(new) % len(node)]

    def _check(self, case: _Case, found: Replanned) -> None:
        """Refuse a plan that does not hold; the check shares nothing with the search."""
        plan = found.plan
        left_out = [street for street in plan.left_out if case.network.visits[street] > 0]
        wrong = faults_of(case.network, case.crew, [walk.half for walk in plan.walks], plan.times, left_out)
        if wrong:
            raise QgsProcessingException(
                translate("Processing", "The check of the plan failed: {fault}.").format(fault=wrong[0])
            )

    def _say(self, feedback, case: _Case, found: Replanned) -> None:
        plan = found.plan
        if plan.ended == ending.CANCELLED:
            feedback.pushWarning(translate("Processing", "Stopped before the search was over: the best plan so far."))
        told = translate(
            "Processing",
            "The longest route takes {longest} min; with what is walked and locked, no plan can do it in less than "
            "{bound} min. Visits of another officer than before: {moved}, of these without need: {handed}. Not asked "
            "for any more: {dropped}. Same visits in another order: {reordered}.",
        )
        reordered = ", ".join(str(case.numbers[officer]) for officer in found.reordered) or "–"
        self.tell(
            feedback,
            told.format(
                longest=f"{plan.longest / 60.0:.1f}", bound=f"{plan.bound / 60.0:.1f}", moved=len(found.moved),
                handed=found.handed_over, dropped=len(found.dropped), reordered=reordered,
            ),
        )  # fmt: skip
        if plan.left_out:
            streets = sorted({int(case.ids[case.graph.line[street]]) for street in plan.left_out})
            told = translate("Processing", "Nobody can or may walk {count} streets any more. Features: {features}")
            self.warn(feedback, told.format(count=len(streets), features=", ".join(map(str, streets[:20]))))

    def _figures(self, found: Replanned) -> dict[str, object]:
        return {
            "LONGEST": found.plan.longest / 60.0,
            "BOUND": found.plan.bound / 60.0,
            "MOVED": len(found.moved),
            "HANDED_OVER": found.handed_over,
            "DROPPED": len(found.dropped),
            "LEFT_OUT": len(found.plan.left_out),
        }

    def _routes(self, case: _Case, legs: list[itinerary.Leg]) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each leg; where the walked part ends within one, the leg counts as what it begins as."""
        walked = [float(case.graph.length[officer.walked.half >> 1].sum()) for officer in case.officers]
        for leg in legs:
            officer = leg.officer - 1
            places = [QgsPointXY(*place) for place in leg.places(case.graph)]
            times = [at(leg.begin), at(leg.end)]
            street = [int(case.ids[leg.line]), str(case.names[leg.line])]
            is_walked = int(leg.start + 1e-6 < walked[officer])
            yield (
                QgsGeometry.fromPolylineXY(places),
                [case.numbers[officer], leg.number, *street, int(leg.visit), leg.metres, *times, is_walked],
            )

    def _changes(self, case: _Case, found: Replanned) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each visit somebody else makes than before; 0 for nobody."""
        number = {-1: 0} | dict(enumerate(case.numbers))
        graph = case.graph
        rows = [(one.street, one.before, one.after) for one in found.moved]
        rows += [(street, officer, -1) for street, officer in found.dropped]
        for street, before, after in rows:
            part = slice(graph.first[street], graph.first[street + 1])
            places = zip(graph.corner_x[part].tolist(), graph.corner_y[part].tolist(), strict=True)
            line = int(graph.line[street])
            yield (
                QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in places]),
                [
                    int(case.ids[line]),
                    str(case.names[line]),
                    float(graph.length[street]),
                    number[before],
                    number[after],
                ],
            )  # fmt: skip


def _time(text: str, former: Former) -> float:
    """Return a time of day in seconds after midnight of the day on which the former routes began."""
    seconds = float(clock(text))
    # A night shift goes on after midnight.
    return seconds + _DAY if seconds < float(former.begin.min()) - _DAY / 2 else seconds
