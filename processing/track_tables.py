"""What compared tracks give: streets walked, planned legs with what became of them, stops and gaps, and two tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.tracks.compare import MISSED, OUT_OF_ORDER, TOO_FAST, Compared, Planned
from ..analysis.tracks.pauses import Pauses
from ..analysis.tracks.walked import Lengths, Walked, span
from ..analysis.watch import Watch
from . import area_table, track_look
from .planned_legs import Legs
from .track_points import Points

translate = QCoreApplication.translate

WALKED, LEGS, PAUSES, SUMMARY, BY_STREET = "OUTPUT", "LEGS", "PAUSES", "SUMMARY", "BY_STREET"
#: What a way along a street was: looked at, passed too fast to look, or not planned.
LOOKED, UNPLANNED = "looked", "unplanned"
#: What a pause is.
STOP, GAP = "stop", "gap"
_HOUR = 3600.0


@dataclass(frozen=True)
class Officer:
    """What is known of one officer: his ways, and with a plan his legs (rows of all), stretches and what became."""

    name: str
    walk: Walked
    rows: np.ndarray
    planned: Planned | None = None
    compared: Compared | None = None


@dataclass(frozen=True)
class Tables:
    """All that is written: streets with their features' ids and names, points, officers, legs, stops and gaps.

    on_street: whether each point could be laid on a street, shape (n,). fastest: metres a second.
    """

    graph: StreetGraph
    ids: np.ndarray
    names: np.ndarray
    points: Points
    on_street: np.ndarray
    officers: list[Officer]
    legs: Legs | None
    stops: Pauses
    gaps: Pauses
    fastest: float

    def clock(self, seconds: float) -> str | None:
        """Return a moment as text; None where it is not known."""
        if not self.points.timed or np.isnan(seconds):
            return None
        return str(np.datetime64(round(float(seconds)), "s")).replace("T", " ")

    def walked(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each way along a street."""
        for officer in self.officers:
            walk = officer.walk
            kind = _kinds(self.graph, officer, self.fastest)
            new = (np.diff(walk.run) != 0) | (kind[1:] != kind[:-1])
            border = np.concatenate([[0], np.flatnonzero(new) + 1, [len(kind)]]) if len(kind) else np.zeros(1, np.intp)
            for number, (begin, end) in enumerate(pairwise(border.tolist()), start=1):
                metres = float(walk.pieces.length[begin:end].sum())
                line = int(self.graph.line[walk.pieces.edge[begin]])
                seconds = float(walk.end[end - 1] - walk.begin[begin])
                speed = 3.6 * metres / seconds if self.points.timed and seconds > 0.0 else None
                yield _line(self.graph, walk, begin, end), [
                    officer.name, number, int(self.ids[line]), str(self.names[line]), str(kind[begin]), metres,
                    self.clock(walk.begin[begin]), self.clock(walk.end[end - 1]), speed,
                ]  # fmt: skip

    def planned(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a line for each planned leg."""
        legs = self.legs
        for officer in self.officers:
            if legs is None or officer.planned is None or officer.compared is None:
                continue
            compared = officer.compared
            for leg, row in enumerate(officer.rows.tolist()):
                line = int(legs.line[row])
                yield _leg_line(self.graph, officer.planned, leg), [
                    officer.name, int(legs.number[row]), int(self.ids[line]), str(self.names[line]),
                    int(legs.visit[row]), str(compared.state[leg]), float(compared.length[leg]),
                    float(compared.looked[leg]), float(compared.fast[leg]), self.clock(compared.at[leg]),
                ]  # fmt: skip

    def pauses(self) -> Iterator[tuple[QgsGeometry, list]]:
        """Yield a point for each stop, and for the beginning of each gap in the signal."""
        points = self.points
        for kind, found in ((STOP, self.stops), (GAP, self.gaps)):
            for first, last in zip(found.first.tolist(), found.last.tolist(), strict=True):
                some = slice(first, last + 1) if kind == STOP else slice(first, first + 1)
                place = QgsPointXY(float(points.x[some].mean()), float(points.y[some].mean()))
                moved = float(np.hypot(points.x[last] - points.x[first], points.y[last] - points.y[first]))
                yield QgsGeometry.fromPointXY(place), [
                    points.names[points.officer[first]], kind, self.clock(points.time[first]),
                    self.clock(points.time[last]), float(points.time[last] - points.time[first]) / 60.0, moved,
                ]  # fmt: skip

    def summary(self) -> Iterator[tuple[None, list]]:
        """Yield a row for each officer."""
        for number, officer in enumerate(self.officers):
            own = self.points.officer == number
            time = self.points.time[own]
            known = bool(own.any()) and not np.isnan(time).any()
            compared = officer.compared
            plan: list = [None] * 6
            if compared is not None:
                planned = float(compared.length.sum())
                plan = [
                    planned, float(compared.looked.sum()), 100.0 * float(compared.looked.sum()) / max(planned, 1e-9),
                    float(compared.fast.sum()), int((compared.state == MISSED).sum()),
                    int((compared.state == OUT_OF_ORDER).sum()),
                ]  # fmt: skip
            pauses: list = []
            for found in (self.stops, self.gaps):
                some = self.points.officer[found.first] == number
                spent = self.points.time[found.last[some]] - self.points.time[found.first[some]]
                pauses += [int(some.sum()), float(spent.sum()) / 60.0]
            yield None, [
                officer.name, int(own.sum()), 100.0 * float(self.on_street[own].mean()) if own.any() else 0.0,
                float(officer.walk.pieces.length.sum()), float(np.ptp(time)) / _HOUR if known else None, *plan, *pauses,
            ]  # fmt: skip

    def by_street(self) -> Iterator[tuple[None, list]]:
        """Yield a row for each officer and street: walked or planned."""
        street = np.bincount(self.graph.line, self.graph.length, len(self.ids))
        for officer in self.officers:
            walk = officer.walk
            every = (np.arange(self.graph.edges), np.zeros(self.graph.edges), self.graph.length)
            covered = Lengths(self.graph, *span(walk.pieces)).within(*every)
            walked = np.bincount(self.graph.line, covered, len(self.ids))
            line = self.graph.line[walk.pieces.edge]
            fast = np.bincount(line, walk.pieces.length * (walk.speed > self.fastest), len(self.ids))
            ways = np.bincount(line[np.unique(walk.run, return_index=True)[1]], minlength=len(self.ids))
            planned, missed = np.zeros(len(self.ids)), np.zeros(len(self.ids))
            if officer.compared is not None and self.legs is not None:
                own = self.legs.line[officer.rows]
                planned = np.bincount(own, officer.compared.length, len(self.ids))
                left = officer.compared.length - officer.compared.looked - officer.compared.fast
                missed = np.bincount(own, np.maximum(left, 0.0), len(self.ids))
            for one in np.flatnonzero((walked > 0.0) | (planned > 0.0)).tolist():
                yield None, [
                    officer.name, int(self.ids[one]), str(self.names[one]), int(ways[one]), float(walked[one]),
                    100.0 * float(walked[one] / max(street[one], 1e-9)), float(fast[one]), float(planned[one]),
                    float(missed[one]),
                ]  # fmt: skip


def _kinds(graph: StreetGraph, officer: Officer, fastest: float) -> np.ndarray:
    """Return of each piece walked whether it was looked at, too fast or not planned, shape (m,)."""
    walk = officer.walk
    kind = np.where(walk.speed > fastest, TOO_FAST, LOOKED)
    if officer.planned is None:
        return kind
    planned = Lengths(graph, officer.planned.edge, officer.planned.low, officer.planned.high)
    return np.where(planned.within(*span(walk.pieces)) < 0.5 * walk.pieces.length, UNPLANNED, kind)


def _corners(graph: StreetGraph, edge: int, start: float, stop: float) -> list[QgsPointXY]:
    """Return the corners of an edge from one position to another, either way."""
    low, high = min(start, stop), max(start, stop)
    inner = slice(graph.first[edge], graph.first[edge + 1])
    along = graph.along[inner]
    between = (along > low) & (along < high)
    x, y = graph.places(np.array([edge, edge]), np.array([low, high]))
    found = [QgsPointXY(float(x[0]), float(y[0]))]
    found += [QgsPointXY(*place) for place in zip(
        graph.corner_x[inner][between].tolist(), graph.corner_y[inner][between].tolist(), strict=True
    )]  # fmt: skip
    found.append(QgsPointXY(float(x[1]), float(y[1])))
    return found if start <= stop else found[::-1]


def _line(graph: StreetGraph, walk: Walked, begin: int, end: int) -> QgsGeometry:
    found: list[QgsPointXY] = []
    for row in range(begin, end):
        corners = _corners(graph, int(walk.pieces.edge[row]), walk.pieces.start[row], walk.pieces.stop[row])
        found += corners[1:] if found else corners
    return QgsGeometry.fromPolylineXY(found)


def _leg_line(graph: StreetGraph, planned: Planned, leg: int) -> QgsGeometry:
    rows = np.flatnonzero(planned.leg == leg)
    parts = [_corners(graph, int(planned.edge[row]), planned.low[row], planned.high[row]) for row in rows]
    return QgsGeometry.fromMultiPolylineXY(parts)


def write(algorithm, parameters, context, tables: Tables, crs, watch: Watch) -> dict[str, object]:
    """Write all outputs that are wanted; returns their destinations."""
    whole, number, text = area_table.WHOLE, area_table.NUMBER, area_table.TEXT
    nothing = QgsWkbTypes.NoGeometry
    street = [("street", whole), ("name", text)]
    count = sum(officer.walk.runs for officer in tables.officers)
    outputs = [
        (WALKED, translate("Processing", "Streets walked"), [("officer", text), ("number", whole), *street,
         ("kind", text), ("length_m", number), ("start", text), ("stop", text), ("kmh", number)],
         tables.walked(), count, QgsWkbTypes.LineString, track_look.walked),
        (PAUSES, translate("Processing", "Stops and gaps"), [("officer", text), ("kind", text), ("start", text),
         ("stop", text), ("minutes", number), ("moved_m", number)],
         tables.pauses(), 1, QgsWkbTypes.Point, track_look.pauses),
        (SUMMARY, translate("Processing", "Officers' tracks"), [("officer", text), ("points", whole),
         ("on_streets_pct", number), ("walked_m", number), ("hours", number), ("planned_m", number),
         ("covered_m", number), ("covered_pct", number), ("too_fast_m", number), ("missed_legs", whole),
         ("out_of_order", whole), ("stops", whole), ("stop_min", number), ("gaps", whole), ("gap_min", number)],
         tables.summary(), 1, nothing, lambda layer: None),
        (BY_STREET, translate("Processing", "Officers and streets"), [("officer", text), *street, ("ways", whole),
         ("walked_m", number), ("walked_pct", number), ("too_fast_m", number), ("planned_m", number),
         ("missed_m", number)],
         tables.by_street(), count, nothing, lambda layer: None),
    ]  # fmt: skip
    if tables.legs is not None:
        outputs.append(
            (LEGS, translate("Processing", "Planned and walked"), [("officer", text), ("leg", whole), *street,
             ("visit", whole), ("state", text), ("length_m", number), ("covered_m", number), ("too_fast_m", number),
             ("walked_at", text)],
             tables.planned(), len(tables.legs.number), QgsWkbTypes.MultiLineString, track_look.legs)
        )  # fmt: skip
    results: dict[str, object] = {}
    for place, (name, title, columns, rows, many, kind, style) in enumerate(outputs):
        part = watch.part(place / len(outputs), (place + 1) / len(outputs))
        written = area_table.write_rows(
            algorithm, parameters, name, context, columns, rows, max(many, 1), part, kind, crs.qgis
        )
        if written:
            algorithm.dress(written, title, algorithm.about(parameters), style)
            results[name] = written
    return results


def covered(officers: list[Officer]) -> tuple[float, float]:
    """Return metres planned and metres covered of all officers."""
    compared = [officer.compared for officer in officers if officer.compared is not None]
    planned = sum(float(one.length.sum()) for one in compared)
    return planned, sum(float(one.looked.sum()) for one in compared)


def states(officers: list[Officer], *wanted: str) -> int:
    """Return how many legs of all officers came to one of these ends."""
    found = [one.compared.state for one in officers if one.compared is not None]
    return sum(int(np.isin(state.astype(str), wanted).sum()) for state in found)
