"""A line layer as a street graph."""

import numpy as np
from qgis.core import QgsFeature, QgsFeatureRequest, QgsProcessingException
from qgis.PyQt.QtCore import NULL, QCoreApplication

from ..analysis.graph import Lixels, StreetGraph, build, lixels
from ..analysis.watch import Watch
from ..errors import RoomError
from .working_crs import WorkingCrs, checked, refuse_unplaced

translate = QCoreApplication.translate

_BOTH = ("", "0", "0.0", "no", "false", "b", "null")
_ALONG, _AGAINST = ("1", "1.0", "yes", "true", "f"), ("-1", "-1.0", "reverse", "t")
_WAYS = {**dict.fromkeys(_BOTH, 0), **dict.fromkeys(_ALONG, 1), **dict.fromkeys(_AGAINST, -1)}


def opened(algorithm, parameters, name: str, context, feedback) -> tuple[object, WorkingCrs]:
    """Return the source a parameter names and a system in metres for it; the log says where that is another one."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    extent = source.sourceExtent()
    corners = np.array([(extent.xMinimum(), extent.yMinimum()), (extent.xMaximum(), extent.yMaximum())])
    crs = WorkingCrs.for_places(checked(source), corners)
    if crs.changed:
        algorithm.tell(feedback, crs.changed)
    return source, crs


def read(source, crs: WorkingCrs, one_way: str, watch: Watch) -> tuple[StreetGraph, np.ndarray]:
    """Return the graph of a line source in a system, and the id of the feature of each line.

    `one_way` names the field that says which way a street goes; "" for streets that all go both ways.
    """
    index = source.fields().lookupField(one_way) if one_way else -1
    own = checked(source)
    corners, line, ids, ways = [], [], [], []
    count = max(source.featureCount(), 1)
    for number, feature in enumerate(source.getFeatures()):
        watch.at(0.8 * number / count)
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        geometry.convertToMultiType()
        for part in geometry.asMultiPolyline():
            corners += [(point.x(), point.y()) for point in part]
            line += [len(ids)] * len(part)
            ids.append(feature.id())
            ways.append(0 if index < 0 else _way(feature, index))
    if not ids:
        raise QgsProcessingException(translate("Processing", "The layer of streets is empty."))
    places, whose = np.array(corners), np.array(ids)[line]
    refuse_unplaced(own, places, whose)
    x, y = crs.project(own, places)
    refuse_unplaced(crs.qgis, np.column_stack([x, y]), whose)
    # A centimetre: lines of one crossing often miss each other by less.
    return build(x, y, line, ways, tolerance=0.01), np.array(ids)


def names(source, field: str, ids: np.ndarray) -> np.ndarray:
    """Return what a field says of each line's feature, text of shape (lines,); "" where it says nothing."""
    index = source.fields().lookupField(field)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.NoGeometry).setSubsetOfAttributes([index])
    found = {feature.id(): feature.attribute(index) for feature in source.getFeatures(request)}
    return np.array([_word(found.get(one)) for one in ids.tolist()], dtype=str)


def pieces(graph: StreetGraph, ids: np.ndarray, size: float) -> Lixels:
    """Return streets cut in pieces of a length; a street too long for that is refused by its feature."""
    try:
        return lixels(graph, size)
    except RoomError as error:
        told = translate("Processing", "{reason} It is feature {feature} of the layer.")
        raise QgsProcessingException(told.format(reason=error, feature=ids[error.params["row"] - 1])) from error


def _word(value: object) -> str:
    """Return a value as people write it: whole numbers without a point, "" for nothing."""
    if value is None or value == NULL:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _way(feature: QgsFeature, index: int) -> int:
    """Return 0 both ways, 1 along, -1 against; a word that says neither is refused."""
    word = str(feature.attribute(index)).strip().lower()
    if word not in _WAYS:
        told = translate("Processing", "Feature {feature}: {word} does not say which way the street goes.")
        raise QgsProcessingException(told.format(feature=feature.id(), word=word))
    return _WAYS[word]
