"""The legs of planned routes as stretches of the street graph."""

import re
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFeature, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.snapping import Snapped, snap
from ..analysis.stations import expanded
from ..analysis.tracks.compare import Planned
from ..analysis.watch import Watch
from .working_crs import WorkingCrs, checked, refuse_unplaced

translate = QCoreApplication.translate

#: A planned leg farther from every street is not of these streets.
_OFF = 5.0
_NEAR, _SHORT = 0.05, 5.0
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Legs:
    """Legs of all officers: officer as the plan writes it, number, source line (from 0), whether for a visit; shape
    (k,). edge, low, high, leg: their stretches, in order, shape (s,)."""

    officer: list[str]
    number: np.ndarray
    line: np.ndarray
    visit: np.ndarray
    edge: np.ndarray
    low: np.ndarray
    high: np.ndarray
    leg: np.ndarray

    def of(self, officer: str) -> tuple[np.ndarray, Planned]:
        """Return the legs of an officer, by number: their rows, and their stretches."""
        rows = np.array([n for n, name in enumerate(self.officer) if same(name, officer)], np.intp)
        rows = rows[np.argsort(self.number[rows], kind="stable")]
        place = np.full(len(self.officer), -1, np.intp)
        place[rows] = np.arange(len(rows))
        own = place[self.leg] >= 0
        return rows, Planned(self.edge[own], self.low[own], self.high[own], place[self.leg[own]], len(rows))


def same(planned: str, walked: str) -> bool:
    """Return whether two words mean one officer: the same words, or the same only number in both (1, Officer 1)."""
    if planned == walked:
        return True
    one, other = _NUMBER.findall(planned), _NUMBER.findall(walked)
    return len(one) == 1 and one == other


def read(source, graph: StreetGraph, crs: WorkingCrs, watch: Watch) -> Legs:
    """Return the legs of a layer of planned routes, as `communitybrain:planpatrols` gives it."""
    fields = [source.fields().lookupField(name) for name in ("officer", "leg", "visit")]
    if min(fields[:2]) < 0:
        told = translate("Processing", "{layer} is no layer of planned routes: it has no fields officer and leg.")
        raise QgsProcessingException(told.format(layer=source.sourceName()))
    own = checked(source)
    corners, whose, rows = [], [], []
    for feature in source.getFeatures():
        watch.at(0.0)
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        geometry.convertToMultiType()
        visit = True if fields[2] < 0 else bool(feature.attribute(fields[2]))
        for part in geometry.asMultiPolyline():
            corners += [(point.x(), point.y()) for point in part]
            whose += [len(rows)] * len(part)
        rows.append((str(feature.attribute(fields[0])), _number(feature, fields[1]), visit, feature.id()))
    places, leg = np.array(corners, np.float64).reshape(-1, 2), np.array(whose, np.intp)
    ids = np.array([row[3] for row in rows], np.int64)
    refuse_unplaced(own, places, ids[leg])
    x, y = crs.project(own, places)
    return _stretches(graph, x, y, leg, rows, ids)


def _number(feature: QgsFeature, index: int) -> int:
    """Return the number of a leg; refused by its feature where it is none."""
    try:
        return int(feature.attribute(index))
    except (TypeError, ValueError):
        told = translate("Processing", "Leg {feature} of the plan has no number.")
        raise QgsProcessingException(told.format(feature=feature.id())) from None


def _stretches(graph: StreetGraph, x, y, leg: np.ndarray, rows: list, ids: np.ndarray) -> Legs:
    """Lay what is between corners onto the streets."""
    inner = np.flatnonzero((np.diff(leg) == 0) & (np.hypot(np.diff(x), np.diff(y)) > 1e-6))
    begin, end = (np.column_stack([x, y])[inner + side] for side in (0, 1))
    whose = leg[inner]
    placed, half = _placed(graph, begin, end)
    beyond = (placed.position - half < -_NEAR) | (placed.position + half > graph.length[placed.edge] + _NEAR)
    if beyond.any():
        # Lines with fewer corners than the streets: in short pieces, each lies on one street.
        parts = np.where(beyond, np.ceil(2.0 * half / _SHORT), 1.0).astype(np.intp)
        which, number = expanded(parts)
        step = (end - begin)[which] / parts[which, None]
        begin = begin[which] + number[:, None] * step
        whose = whose[which]
        placed, half = _placed(graph, begin, begin + step)
    if placed.far.any():
        feature = ids[whose[np.flatnonzero(placed.far)[0]]]
        told = translate(
            "Processing", "Leg {feature} of the plan does not lie on the streets. Choose the streets it was planned on."
        )
        raise QgsProcessingException(told.format(feature=feature))
    low = np.maximum(placed.position - half, 0.0)
    high = np.minimum(placed.position + half, graph.length[placed.edge])
    line = np.zeros(len(rows), np.intp)
    line[whose[::-1]] = graph.line[placed.edge][::-1]
    return Legs(
        [row[0] for row in rows], np.array([row[1] for row in rows], np.intp), line,
        np.array([row[2] for row in rows], bool), placed.edge, low, high, whose,
    )  # fmt: skip


def _placed(graph: StreetGraph, begin: np.ndarray, end: np.ndarray) -> tuple[Snapped, np.ndarray]:
    """Return where the middles of straight pieces (n, 2) lie on the streets, and half their lengths."""
    middle = 0.5 * (begin + end)
    return snap(graph, *middle.T, most=_OFF, at_node=0.0), 0.5 * np.hypot(*(end - begin).T)
