"""What a layer's look depends on: a change of anything else need not be painted."""

from collections.abc import Iterable

from qgis.core import QgsFeatureRequest, QgsRenderContext, QgsVectorLayer


class Drawn:
    """The columns that a layer's symbols are drawn from, found again whenever its style changes."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        self._columns: set[int] | None = None
        layer.rendererChanged.connect(self._forget)

    def depends_on(self, columns: Iterable[int]) -> bool:
        """Return whether the map looks different after a change of one of these columns, given by position."""
        if self._layer.labelsEnabled():
            return True
        if self._columns is None:
            self._columns = self._find()
        return not self._columns.isdisjoint(columns)

    def _find(self) -> set[int]:
        fields = self._layer.fields()
        renderer = self._layer.renderer()
        used = renderer.usedAttributes(QgsRenderContext()) if renderer is not None else set()
        if QgsFeatureRequest.ALL_ATTRIBUTES in used:
            return set(range(fields.count()))
        return {fields.lookupField(name) for name in used}

    def _forget(self) -> None:
        self._columns = None
