"""Layers of streets and stations as what plans are tried on, read on a worker."""

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication
from scipy.spatial import cKDTree

from ...analysis.graph import StreetGraph, build
from ...analysis.watch import Watch
from ...patrols.what_if import Trial
from .worker import Refusal

translate = QCoreApplication.translate

#: Lengths on the map may be wrong by this share before streets are taken into another system.
_TOLERANCE = 0.005
#: A centimetre: lines of one crossing often miss each other by less.
_MEET = 0.01
_NAMES = ("name", "street_name", "name_zh", "road_name")
_NO, _YES = ("", "0", "0.0", "no", "false", "null"), ("yes", "true")


@dataclass(frozen=True)
class Request:
    """What is to be read. Made on the window's thread, read on any: it holds copies of what the layers are."""

    streets: QgsVectorLayerFeatureSource
    stations: QgsVectorLayerFeatureSource | None
    visits: int
    name: int
    crs: QgsCoordinateReferenceSystem
    from_streets: QgsCoordinateTransform
    from_stations: QgsCoordinateTransform | None

    @classmethod
    def of(cls, streets: QgsVectorLayer, stations: QgsVectorLayer | None, visits: str) -> "Request":
        """Return the request for layers; visits: field that says how often, "" for once everywhere."""
        crs, project = _metric(streets), QgsProject.instance()
        fields = streets.fields()
        known = {field.name().lower(): number for number, field in enumerate(fields)}
        return cls(
            QgsVectorLayerFeatureSource(streets),
            QgsVectorLayerFeatureSource(stations) if stations is not None else None,
            fields.lookupField(visits) if visits else -1,
            next((known[name] for name in _NAMES if name in known), -1),
            crs,
            QgsCoordinateTransform(streets.crs(), crs, project),
            QgsCoordinateTransform(stations.crs(), crs, project) if stations is not None else None,
        )


def read(request: Request, watch: Watch) -> Trial:
    """Return what plans can be tried on; Refusal where a layer is empty or does not say how often."""
    corners, line, names, ids, visits = [], [], [], [], []
    for number, feature in enumerate(request.streets.getFeatures(QgsFeatureRequest())):
        if number % 500 == 0:
            watch.at(0.0)
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        geometry.transform(request.from_streets)
        geometry.convertToMultiType()
        often = 1 if request.visits < 0 else _often(feature, request.visits)
        for part in geometry.asMultiPolyline():
            corners += [(point.x(), point.y()) for point in part]
            line += [len(names)] * len(part)
            names.append(_text(feature.attribute(request.name)) if request.name >= 0 else "")
            ids.append(feature.id())
            visits.append(often)
    if not names:
        raise Refusal(translate("WhatIf", "The layer of streets is empty."))
    places = np.array(corners)
    graph = build(places[:, 0], places[:, 1], line, tolerance=_MEET)
    required = np.array(visits, np.intp)[graph.line]
    return Trial(graph, required, _stations(request, graph, required), names, ids)


def _stations(request: Request, graph: StreetGraph, required: np.ndarray) -> np.ndarray:
    """Return the crossings nearest to the stations; without any, the one in the middle of the required streets."""
    nodes = np.column_stack([graph.node_x, graph.node_y])
    if request.stations is None:
        wanted = (required > 0) & (graph.part == 0)
        ends = np.unique(np.concatenate([graph.tail[wanted], graph.head[wanted]]))
        ends = ends if len(ends) else np.arange(graph.nodes)
        middle = np.median(nodes[ends], axis=0)
        return ends[[np.argmin(np.hypot(*(nodes[ends] - middle).T))]]
    points = []
    for feature in request.stations.getFeatures(QgsFeatureRequest()):
        geometry = feature.geometry()
        if not geometry.isNull():
            geometry.transform(request.from_stations)
            geometry.convertToMultiType()
            points += [(point.x(), point.y()) for point in geometry.asMultiPoint()]
    if not points:
        raise Refusal(translate("WhatIf", "The layer of stations is empty."))
    return np.asarray(cKDTree(nodes).query(np.array(points))[1], np.intp)


def _metric(layer: QgsVectorLayer) -> QgsCoordinateReferenceSystem:
    """Return the layer's own system where lengths are true there, else one around its middle."""
    crs, project = layer.crs(), QgsProject.instance()
    middle = layer.extent().center()
    if not crs.isGeographic():
        area = QgsDistanceArea()
        area.setSourceCrs(crs, project.transformContext())
        area.setEllipsoid(crs.ellipsoidAcronym() or "EPSG:7030")
        beside = QgsPointXY(middle.x() + 1000.0, middle.y())
        true = area.measureLine(middle, beside)
        if not true or abs(true - 1000.0) <= 1000.0 * _TOLERANCE:
            return crs
    degrees = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:4326"), project).transform(middle)
    text = f"+proj=laea +lat_0={degrees.y():.4f} +lon_0={degrees.x():.4f} +datum=WGS84 +units=m +no_defs"
    return QgsCoordinateReferenceSystem.fromProj(text)


def _often(feature, index: int) -> int:
    word = _text(feature.attribute(index)).lower()
    if word in _NO:
        return 0
    if word in _YES:
        return 1
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if number < 0 or number != int(number):
        told = translate("WhatIf", "Feature {feature}: {word} does not say how often to walk the street.")
        raise Refusal(told.format(feature=feature.id(), word=word))
    return int(number)


def _text(value: object) -> str:
    return "" if value is None or str(value) == "NULL" else str(value).strip()
