"""The legend of a printed map: only the symbols that are on it, found without asking the server on the GUI thread."""

from collections.abc import Iterable, Mapping
from typing import Any

from psycopg2 import sql
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsLayerTree,
    QgsLayerTreeModelLegendNode,
    QgsMapLayerLegendUtils,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)

from .layers import subject_of
from .subjects import STATIC

_MOST_KINDS = 3_000


def needed_columns(layer: QgsVectorLayer, context: QgsRenderContext) -> list[str]:
    """Return the columns a layer's symbols depend on."""
    return sorted(name for name in layer.renderer().usedAttributes(context) if name in layer.fields().names())


def ask_kinds(wanted: Mapping[str, list[str]], box: tuple[float, float, float, float], srid: int):
    """Return the work that reads, for each static subject, the different values of the columns within a box."""
    relations = {subject.name: subject.relation for subject in STATIC}

    def work(connection: Any) -> dict[str, list[tuple[Any, ...]]]:
        found = {}
        with connection.cursor() as cursor:
            for subject, columns in wanted.items():
                picked = sql.SQL(", ").join(map(sql.Identifier, columns)) if columns else sql.SQL("true")
                statement = sql.SQL(
                    "SELECT DISTINCT {} FROM {} WHERE geom && ST_MakeEnvelope(%s, %s, %s, %s, %s) LIMIT %s"
                ).format(picked, sql.Identifier("desk", relations[subject]))
                cursor.execute(statement, (*box, srid, _MOST_KINDS))
                found[subject] = cursor.fetchall()
        return found

    return work


def keys_of(layer: QgsVectorLayer, features: Iterable[QgsFeature], context: QgsRenderContext) -> set[str]:
    """Return the legend keys that at least one of the features is drawn by at the context's scale."""
    renderer = layer.renderer().clone()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer.startRender(context, layer.fields())
    keys: set[str] = set()
    for feature in features:
        context.expressionContext().setFeature(feature)
        keys |= set(renderer.legendKeysForFeature(feature, context))
    renderer.stopRender(context)
    return keys


def drawn_features(
    layer: QgsVectorLayer, box: QgsRectangle, kinds: Mapping[str, list[tuple[Any, ...]]], columns: list[str]
) -> list[QgsFeature]:
    """Return what stands for a layer's features within a box: its own from memory, one of each kind of a static one."""
    subject = subject_of(layer)
    if layer.providerType() == "memory":
        return list(layer.getFeatures(QgsFeatureRequest(box)))
    found = []
    for values in kinds.get(subject, []):
        feature = QgsFeature(layer.fields())
        for column, value in zip(columns, values, strict=False):
            feature.setAttribute(column, value)
        found.append(feature)
    return found


def build_tree(layers: Iterable[tuple[QgsVectorLayer, set[str]]]) -> QgsLayerTree:
    """Return a layer tree for a legend: these layers, each with the symbols of these keys only."""
    root = QgsLayerTree()
    for layer, keys in layers:
        node = root.addLayer(layer)
        nodes = layer.legend().createLayerTreeModelLegendNodes(node)
        order = [
            index
            for index, legend_node in enumerate(nodes)
            if legend_node.data(QgsLayerTreeModelLegendNode.RuleKeyRole) in keys and legend_node.data(0)
        ]
        if order:
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, order)
        else:
            root.removeChildNode(node)
    return root
