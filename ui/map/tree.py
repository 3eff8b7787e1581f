"""The map's part of the layer tree: its groups and layers, and nothing of the user's."""

import contextlib
from collections.abc import Iterator

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtXml import QDomDocument, QDomElement, QDomNode

from .layers import subject_of
from .subjects import GROUPS, words

#: Custom property that names a group of ours.
GROUP_MARK = "community_brain/group"


class RoomTree(QObject):
    """Puts layers into the groups of the room, always above the user's own."""

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        project.writeProject.connect(self._leave_out)
        project.writeMapLayer.connect(self._empty)

    def group(self, name: str) -> QgsLayerTreeGroup:
        """Return a group of the room, made in its place if it is not there."""
        root = self._project.layerTreeRoot()
        present = {str(child.customProperty(GROUP_MARK, "")): child for child in root.children()}
        if name in present:
            return present[name]
        order = list(GROUPS)
        above = [present[other] for other in order[: order.index(name)] if other in present]
        position = root.children().index(above[-1]) + 1 if above else 0
        made = root.insertGroup(position, words(GROUPS[name]))
        made.setCustomProperty(GROUP_MARK, name)
        return made

    def add(self, layer: QgsVectorLayer, group: str, visible: bool = True, position: int = -1) -> None:
        """Add a layer to the project, in a group of the room."""
        self._project.addMapLayer(layer, False)
        node = self.group(group).insertLayer(position, layer)
        node.setItemVisibilityChecked(visible)
        node.setExpanded(False)
        self.show_named(layer)

    def show_named(self, layer: QgsMapLayer) -> None:
        """Leave out of a layer's legend what has no name there: texts that are drawn inside other symbols."""
        node = self._project.layerTreeRoot().findLayer(layer.id())
        renderer = layer.renderer()
        if node is not None and isinstance(renderer, (QgsRuleBasedRenderer, QgsCategorizedSymbolRenderer)):
            named = [number for number, item in enumerate(renderer.legendSymbolItems()) if item.label()]
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, named)
            layer.legendChanged.emit()

    def layers(self) -> list[QgsMapLayer]:
        """Return the room's layers in the project."""
        return [layer for layer in self._project.mapLayers().values() if subject_of(layer)]

    def find(self, subject: str) -> QgsMapLayer | None:
        """Return the layer of a subject."""
        return next((layer for layer in self.layers() if subject_of(layer) == subject), None)

    def set_visible(self, layer: QgsMapLayer, visible: bool) -> None:
        """Tick or untick a layer."""
        node = self._project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityChecked(visible)

    def folding(self) -> Iterator[None]:
        """Fold the legend of layer by layer, so that the tree reads as a list of subjects."""
        for layer in self.layers():
            node = self._project.layerTreeRoot().findLayer(layer.id())
            # The view opens some by itself without telling the node, which then sees nothing to change.
            node.setExpanded(True)
            node.setExpanded(False)
            yield

    def remove(self, layer: QgsMapLayer) -> None:
        """Take one layer out of the project."""
        self._project.removeMapLayer(layer.id())

    def clear(self) -> None:
        """Take the room's layers and groups out; what the user put into one of the groups stays, below it all."""
        self._project.removeMapLayers([layer.id() for layer in self.layers()])
        root = self._project.layerTreeRoot()
        for child in list(root.children()):
            if not child.customProperty(GROUP_MARK):
                continue
            for strange in child.children():
                root.addChildNode(strange.clone())
            root.removeChildNode(child)

    def close(self) -> None:
        """Clear the tree and let the project go."""
        with contextlib.suppress(TypeError):
            self._project.writeProject.disconnect(self._leave_out)
            self._project.writeMapLayer.disconnect(self._empty)
        self.clear()

    def _leave_out(self, document: QDomDocument) -> None:
        """Keep the room's layers out of the saved project: live rows are not its to keep, and opening it must not wait
        for a server. They are built again when the room is opened."""
        ours = {layer.id() for layer in self.layers()}
        _remove(document, "layer-tree-layer", lambda element: element.attribute("id") in ours)
        _remove(document, "legendlayer", lambda element: _names_layer(element, ours))
        _remove(document, "layer-tree-group", _is_ours)
        for holder in ("custom-order", "layerorder"):
            _remove_in(document, holder, ours)

    @staticmethod
    def _empty(layer: QgsMapLayer, element: QDomElement, _document: QDomDocument) -> None:
        """Turn a layer of ours into an element that says nothing and that QGIS does not read as a layer."""
        if subject_of(layer):
            while not element.firstChild().isNull():
                element.removeChild(element.firstChild())
            names = [element.attributes().item(index).nodeName() for index in range(element.attributes().count())]
            for name in names:
                element.removeAttribute(name)
            element.setTagName("left-out")


def _remove(document: QDomDocument, tag: str, unwanted) -> None:
    found = document.elementsByTagName(tag)
    elements = [found.at(index).toElement() for index in range(found.count())]
    for element in elements:
        if unwanted(element) and not element.parentNode().isNull():
            element.parentNode().removeChild(element)


def _remove_in(document: QDomDocument, holder: str, ours: set[str]) -> None:
    holders = document.elementsByTagName(holder)
    for index in range(holders.count()):
        node = holders.at(index).firstChild()
        while not node.isNull():
            following: QDomNode = node.nextSibling()
            element = node.toElement()
            if element.attribute("id") in ours or element.text() in ours:
                holders.at(index).removeChild(node)
            node = following


def _names_layer(element: QDomElement, ours: set[str]) -> bool:
    files = element.elementsByTagName("legendlayerfile")
    return any(files.at(index).toElement().attribute("layerid") in ours for index in range(files.count()))


def _is_ours(element: QDomElement) -> bool:
    """Whether a group of the saved tree is the room's and empty now."""
    properties = element.firstChildElement("customproperties")
    text = QDomDocument()
    text.appendChild(text.importNode(properties, True))
    empty = (
        element.firstChildElement("layer-tree-layer").isNull()
        and element.firstChildElement("layer-tree-group").isNull()
    )
    return GROUP_MARK in text.toString() and empty
