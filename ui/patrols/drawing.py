"""A plan on the map: routes in the colours of their officers, as a layer of its own and as a layer to keep."""

from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLayerMetadata,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProject,
    QgsProperty,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QVariant
from qgis.PyQt.QtGui import QColor
from scipy.spatial import cKDTree

from ...analysis.graph import StreetGraph
from ...patrols import itinerary, palette
from ...patrols.what_if import Trial, Variant
from .worker import Refusal

translate = QCoreApplication.translate

#: Walkers keep to the right of the line, in millimetres, so that a street walked both ways shows both.
_OFFSET = 0.7
#: Points a street is found by on the map lie so many metres apart at most.
_APART = 15.0
_DAY = 24 * 3600


class RouteLayer:
    """The layer of what is tried; made when it is first drawn, and anew when somebody took it out of the project."""

    def __init__(self) -> None:
        self._layer: QgsVectorLayer | None = None

    def show(self, variant: Variant, routes: list[QgsFeature], crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
        """Draw the routes of a plan, which are its `legs`."""
        layer = self._layer
        if layer is None or sip.isdeleted(layer) or layer.crs() != crs:
            self.remove()
            layer = self._layer = _empty(crs)
            layer.setCustomProperty("skipMemoryLayersCheck", 1)
            QgsProject.instance().addMapLayer(layer)
        layer.setName(title(variant))
        layer.dataProvider().truncate()
        layer.dataProvider().addFeatures(routes)
        layer.updateExtents()
        style(layer, len(variant.plan.walks))
        layer.triggerRepaint()
        return layer

    def remove(self) -> None:
        """Take the layer out of the project."""
        layer, self._layer = self._layer, None
        if layer is not None and not sip.isdeleted(layer):
            QgsProject.instance().removeMapLayer(layer.id())


def save(trial: Trial, variant: Variant, crs: QgsCoordinateReferenceSystem, path: str) -> QgsVectorLayer:
    """Write the routes of a plan to a GeoPackage, its look with it, and return the layer; Refusal where that fails."""
    made = _empty(crs)
    made.dataProvider().addFeatures(legs(trial, variant))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "patrol_routes"
    context = QgsProject.instance().transformContext()
    error, words = QgsVectorFileWriter.writeAsVectorFormatV3(made, path, context, options)[:2]
    if error != QgsVectorFileWriter.NoError:
        raise Refusal(words)
    layer = QgsVectorLayer(f"{path}|layername=patrol_routes", title(variant), "ogr")
    style(layer, len(variant.plan.walks))
    layer.saveStyleToDatabase("patrol_routes", "", True, "")
    layer.setMetadata(_described(variant))
    layer.saveNamedMetadata(str(Path(path).with_suffix(".qmd")))
    return layer


def legs(trial: Trial, variant: Variant) -> list[QgsFeature]:
    """Return the routes of a plan leg by leg; on any thread."""
    found = []
    for leg in itinerary.legs(trial.graph, variant.plan):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in leg.places(trial.graph)]))
        feature.setAttributes(
            [leg.officer, leg.number, trial.ids[leg.line], trial.names[leg.line], int(leg.visit), leg.metres,
             _clock(leg.begin), _clock(leg.end), "", ""]
        )  # fmt: skip
        found.append(feature)
    return found


def _described(variant: Variant) -> QgsLayerMetadata:
    """Return what becomes of a plan's proof when it is saved: the bound in minutes, as Plan patrols writes it."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(title(variant))
    if variant.figures.bound > 0.0:
        metadata.setAbstract(f"BOUND = {variant.figures.bound:.3f}")
    return metadata


def title(variant: Variant) -> str:
    """Return what a plan is called."""
    return translate("WhatIf", "What if: plan {number}").format(number=variant.number)


def style(layer: QgsVectorLayer, officers: int) -> None:
    """Show legs as lines with an arrow, dotted where a street is only passed."""
    categories = []
    for officer in range(1, officers + 1):
        symbol = QgsLineSymbol.createSimple({"width": "0.7", "capstyle": "round", "offset": str(_OFFSET)})
        symbol.setColor(QColor(palette.colour(officer)))
        dotted = QgsProperty.fromExpression("if(\"visit\" = 1, 'solid', 'dot')")
        symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeStyle, dotted)
        symbol.appendSymbolLayer(_arrow(officer))
        name = translate("WhatIf", "Officer {number}").format(number=officer)
        categories.append(QgsRendererCategory(officer, symbol, name))
    layer.setRenderer(QgsCategorizedSymbolRenderer("officer", categories))


class StreetFinder:
    """Finds the required street nearest to a place in the streets' system."""

    def __init__(self, trial: Trial) -> None:
        graph, required = trial.graph, np.flatnonzero(trial.network.visits > 0)
        self._graph = graph
        count = np.maximum(2, np.ceil(graph.length[required] / _APART).astype(int) + 1)
        self._edge = np.repeat(required, count)
        number = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        share = (number + 0.5) / np.repeat(count, count)
        x, y = graph.places(self._edge, share * graph.length[self._edge])
        self._tree = cKDTree(np.column_stack([x, y])) if len(x) else None

    def near(self, point: QgsPointXY, reach: float) -> int:
        """Return the street nearest to a place, -1 where none is within so many metres."""
        if self._tree is None:
            return -1
        away, number = self._tree.query([point.x(), point.y()])
        return int(self._edge[number]) if away <= max(reach, _APART) else -1

    def line(self, street: int) -> QgsGeometry:
        """Return the line of a street."""
        return _line(self._graph, street)


def _line(graph: StreetGraph, edge: int) -> QgsGeometry:
    part = slice(graph.first[edge], graph.first[edge + 1])
    corners = zip(graph.corner_x[part].tolist(), graph.corner_y[part].tolist(), strict=True)
    return QgsGeometry.fromPolylineXY([QgsPointXY(*corner) for corner in corners])


def _empty(crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    layer = QgsVectorLayer("LineString", "", "memory")
    layer.setCrs(crs)
    whole, number, text = QVariant.Int, QVariant.Double, QVariant.String
    # As Plan patrols has them, so that what reads its routes reads these, too: saving to the room, pages, tracks.
    columns = (
        ("officer", whole),
        ("leg", whole),
        ("street", whole),
        ("name", text),
        ("visit", whole),
        ("length_m", number),
        ("start", text),
        ("stop", text),
        ("officer_name", text),
        ("staff", text),
    )
    layer.dataProvider().addAttributes([QgsField(name, kind) for name, kind in columns])
    layer.updateFields()
    return layer


def _clock(seconds: float) -> str:
    second = round(seconds) % _DAY
    return f"{second // 3600:02d}:{second % 3600 // 60:02d}:{second % 60:02d}"


def _arrow(officer: int) -> QgsMarkerLineSymbolLayer:
    head = QgsMarkerSymbol.createSimple({"name": "filled_arrowhead", "size": "2.2", "outline_style": "no"})
    head.setColor(QColor(palette.colour(officer)))
    arrow = QgsMarkerLineSymbolLayer(True)
    arrow.setPlacement(QgsMarkerLineSymbolLayer.CentralPoint)
    arrow.setSubSymbol(head)
    arrow.setOffset(_OFFSET)
    return arrow
