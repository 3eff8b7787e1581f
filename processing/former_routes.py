"""The routes of a former plan, read back from the layer that Plan patrols gave onto the streets they run along."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication
from scipy.spatial import cKDTree

from ..analysis.graph import StreetGraph
from ..analysis.patrol.plan import Walk
from .working_crs import WorkingCrs, checked

translate = QCoreApplication.translate

_COLUMNS = ("officer", "leg", "visit", "length_m", "start", "stop")
_DAY = 24 * 3600
#: A corner of a leg is a crossing within so many metres: layers are kept with fewer digits than calculated with.
_REACH = 0.5


@dataclass(frozen=True)
class Former:
    """Former routes: numbers of the officers as they were, their walks, when each began and seconds for a metre."""

    numbers: list[int]
    walks: list[Walk]
    begin: np.ndarray
    pace: np.ndarray

    def until(self, seconds: float, length: np.ndarray) -> list[int]:
        """Return how many half-streets each has begun by a time of day; who is on a street walks it to its end."""
        done = []
        for walk, begin, pace in zip(self.walks, self.begin, self.pace, strict=True):
            reached = begin + pace * (np.cumsum(length[walk.half >> 1]) - length[walk.half >> 1])
            done.append(int((reached < seconds).sum()))
        return done


def read(algorithm, parameters, name: str, context, graph: StreetGraph, crs: WorkingCrs) -> Former:
    """Return the routes of a layer; refused where it is no plan's or runs elsewhere than along these streets."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    fields = source.fields()
    missing = [column for column in _COLUMNS if fields.lookupField(column) < 0]
    if missing:
        told = translate("Processing", "The layer of former routes has no {fields}: it is not what Plan patrols gave.")
        raise QgsProcessingException(told.format(fields=", ".join(missing)))
    legs: dict[int, list] = {}
    for feature in source.getFeatures(QgsFeatureRequest()):
        legs.setdefault(int(feature["officer"]), []).append(feature)
    if not legs:
        raise QgsProcessingException(translate("Processing", "The layer of former routes is empty."))
    finder = _Finder(graph)
    numbers = sorted(legs)
    walks, begin, pace = [], [], []
    for number in numbers:
        own = sorted(legs[number], key=lambda feature: int(feature["leg"]))
        halves: list[int] = []
        visit: list[bool] = []
        for feature in own:
            found = finder.halves(_corners(feature, crs, checked(source)), feature.id())
            halves += found
            visit += [int(feature["visit"]) == 1] * len(found)
        walks.append(Walk(np.array(halves, np.intp), np.array(visit, bool)))
        first, last = _seconds(own[0]["start"]), _seconds(own[-1]["stop"])
        metres = float(graph.length[np.array(halves, np.intp) >> 1].sum())
        begin.append(first)
        pace.append(max((last - first) % _DAY, 1.0) / max(metres, 1.0))
    return Former(numbers, walks, np.array(begin, float), np.array(pace))


class _Finder:
    """Finds the half-streets along corners."""

    def __init__(self, graph: StreetGraph) -> None:
        self._graph = graph
        self._tree = cKDTree(np.column_stack([graph.node_x, graph.node_y]))
        self._between: dict[tuple[int, int], list[int]] = {}
        for half, ends in enumerate(zip(graph.start.tolist(), graph.end.tolist(), strict=True)):
            self._between.setdefault(ends, []).append(half)

    def halves(self, corners: np.ndarray, feature: int) -> list[int]:
        """Return the half-streets a leg's corners run along, shape (v, 2); refused where there is none."""
        away, node = self._tree.query(corners)
        at = np.flatnonzero(away <= _REACH)
        step = np.hypot(*np.diff(corners, axis=0).T)
        along = np.concatenate([[0.0], np.cumsum(step)])
        found = []
        for here, there in zip(at[:-1].tolist(), at[1:].tolist(), strict=True):
            length = along[there] - along[here]
            ways = self._between.get((int(node[here]), int(node[there])), [])
            if ways:
                found.append(min(ways, key=lambda half: abs(self._graph.length[half >> 1] - length)))
            elif length > _REACH:
                self._refuse(feature)
        if not found or at[0] != 0 or at[-1] != len(corners) - 1:
            self._refuse(feature)
        return found

    def _refuse(self, feature: int) -> None:
        told = translate("Processing", "Feature {feature} of the former routes does not run along these streets.")
        raise QgsProcessingException(told.format(feature=feature))


def _corners(feature, crs: WorkingCrs, own) -> np.ndarray:
    geometry = feature.geometry()
    geometry.convertToMultiType()
    places = np.array([(point.x(), point.y()) for part in geometry.asMultiPolyline() for point in part])
    return np.column_stack(crs.project(own, places))


def _seconds(text: object) -> float:
    """Return a time of day such as 08:00:00 in seconds after midnight."""
    parts = str(text).split(":")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        told = translate("Processing", "{text} is no time of day, such as 08:00:00.").format(text=text)
        raise QgsProcessingException(told)
    hours, minutes, seconds = (int(part) for part in parts)
    return float(3600 * hours + 60 * minutes + seconds)
