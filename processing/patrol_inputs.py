"""What a plan of patrols is made from: how often each street is to be walked, how much it counts, and where officers
start."""

import numpy as np
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication
from scipy.spatial import cKDTree

from ..analysis.graph import StreetGraph
from ..analysis.patrol.network import Network
from . import patrol_classes, street_layer
from .events import read
from .working_crs import WorkingCrs

translate = QCoreApplication.translate

_NO = ("", "0", "0.0", "no", "false", "null")
_YES = ("yes", "true")


def network(graph: StreetGraph, visits: np.ndarray, closed: np.ndarray | bool = False) -> Network:
    """Return the graph's edges as streets that cost what they are long; infinite where the direction is closed.

    closed: whether an edge is so in both directions, shape (e,), or all of them alike.
    """
    ahead = np.where((graph.direction >= 0) & ~np.asarray(closed), graph.length, np.inf)
    back = np.where((graph.direction <= 0) & ~np.asarray(closed), graph.length, np.inf)
    return Network.of(graph.nodes, graph.tail, graph.head, ahead, back, visits)


def visits(algorithm, parameters, context, feedback, source, ids: np.ndarray) -> np.ndarray:
    """Return how often each line is to be walked: by its field, else by its class; once where neither says."""
    field = algorithm.parameterAsString(parameters, algorithm.VISITS, context)
    by_class = patrol_classes.visits(algorithm, parameters, context, feedback, source, ids)
    if not field:
        return np.ones(len(ids), np.intp) if by_class is None else by_class
    found = np.zeros(len(ids), np.intp) if by_class is None else by_class
    for row, word in enumerate(street_layer.names(source, field, ids).tolist()):
        plain = word.lower()
        if not plain and by_class is not None:
            continue
        number = 0.0 if plain in _NO else 1.0 if plain in _YES else _number(plain)
        if not (number >= 0.0 and number == int(number)):
            told = translate("Processing", "Feature {feature}: {word} does not say how often to walk the street.")
            raise QgsProcessingException(told.format(feature=ids[row], word=word))
        found[row] = int(number)
    return found


def worth(algorithm, parameters, context, source, ids: np.ndarray) -> np.ndarray:
    """Return how much a metre of each line counts; alike where no field says."""
    field = algorithm.parameterAsString(parameters, algorithm.PRIORITY, context)
    if not field:
        return np.ones(len(ids))
    found = np.array([_number(word) if word else 0.0 for word in street_layer.names(source, field, ids).tolist()])
    bad = np.flatnonzero(~((found >= 0.0) & np.isfinite(found)))
    if len(bad):
        told = translate("Processing", "Feature {feature}: the priority must be a number, zero or more.")
        raise QgsProcessingException(told.format(feature=ids[bad[0]]))
    return found


def stations(
    algorithm, parameters, context, feedback, graph: StreetGraph, crs: WorkingCrs, asked: Network
) -> np.ndarray:
    """Return the crossings nearest to the stations; without any, the one in the middle of the required streets."""
    if algorithm.parameterAsSource(parameters, algorithm.STATIONS, context) is None:
        required = (asked.visits[: graph.edges] > 0) & (graph.part == 0)
        nodes = np.unique(np.concatenate([graph.tail[required], graph.head[required]]))
        if not len(nodes):
            nodes = np.arange(graph.nodes)
        x, y = graph.node_x[nodes], graph.node_y[nodes]
        node = nodes[np.argmin(np.hypot(x - np.median(x), y - np.median(y)))]
        told = translate("Processing", "No station is given: all start at the crossing in the middle of the streets.")
        algorithm.tell(feedback, told)
        return np.array([node])
    points, _ = read(algorithm, parameters, algorithm.STATIONS, context, (), crs)
    if not len(points):
        raise QgsProcessingException(translate("Processing", "The layer of stations is empty."))
    away, node = cKDTree(np.column_stack([graph.node_x, graph.node_y])).query(np.column_stack([points.x, points.y]))
    told = translate("Processing", "Stations: {count}; the farthest lies {metres} m from its nearest crossing.")
    algorithm.tell(feedback, told.format(count=len(points), metres=f"{away.max():.0f}"))
    return np.asarray(node, np.intp)


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        return -1.0
