"""A memory layer that follows rows by difference: only what changed is written to it."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from .drawn import Drawn

Row = Mapping[str, Any]


class LiveLayer:
    """Keeps one feature a key in `layer`; `attributes` turns a row into the layer's attributes, in field order.

    Rows without position (x or y is None) are not shown.
    """

    def __init__(self, layer: QgsVectorLayer, attributes: Callable[[Row], tuple[Any, ...]]) -> None:
        self.layer = layer
        self._attributes = attributes
        self._provider = layer.dataProvider()
        self._drawn = Drawn(layer)
        self._ids: dict[Hashable, int] = {}
        self._keys: dict[int, Hashable] = {}
        self._shown: dict[Hashable, tuple[tuple[Any, ...], float, float]] = {}
        self._extent = QgsRectangle()
        self._extent.setMinimal()

    def __len__(self) -> int:
        return len(self._ids)

    def keys(self) -> list[Hashable]:
        """Return what is shown."""
        return list(self._ids)

    def feature_id(self, key: Hashable) -> int | None:
        """Return the feature of a key, if it is shown."""
        return self._ids.get(key)

    def keys_near(self, x: float, y: float, reach: float) -> list[Hashable]:
        """Return the keys of what lies in the square that reaches so many metres around a point."""
        request = QgsFeatureRequest(QgsRectangle(x - reach, y - reach, x + reach, y + reach))
        request.setSubsetOfAttributes([])
        return [self._keys[feature.id()] for feature in self._provider.getFeatures(request)]

    def apply(self, upserted: Iterable[tuple[Hashable, Row]], removed: Iterable[Hashable] = ()) -> bool:
        """Write what differs; return whether the layer has to be painted again."""
        gone = set(removed)
        added: list[tuple[Hashable, QgsFeature]] = []
        values: dict[int, dict[int, Any]] = {}
        places: dict[int, QgsGeometry] = {}
        spots: list[tuple[float, float]] = []
        for key, row in upserted:
            x, y = row.get("x"), row.get("y")
            if x is None or y is None:
                gone.add(key)
                continue
            now = (self._attributes(row), x, y)
            before = self._shown.get(key)
            if before == now:
                continue
            self._shown[key] = now
            if before is None or before[1:] != now[1:]:
                spots.append((x, y))
            if before is None:
                added.append((key, self._feature(now)))
                continue
            changed = {i: new for i, (old, new) in enumerate(zip(before[0], now[0], strict=True)) if old != new}
            if changed:
                values[self._ids[key]] = changed
            if before[1:] != now[1:]:
                places[self._ids[key]] = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        self._reach(spots)
        return self._write(added, values, places, gone)

    def replace(self, rows: Iterable[tuple[Hashable, Row]]) -> bool:
        """Show exactly these rows, again by difference."""
        wanted = dict(rows)
        return self.apply(wanted.items(), [key for key in self._ids if key not in wanted])

    def _reach(self, spots: list[tuple[float, float]]) -> None:
        """Let the layer's extent hold these places; what leaves does not make it smaller.

        QGIS would go through all features for it before each drawing, while nothing else happens.
        """
        for x, y in spots:
            self._extent.combineExtentWith(x, y)
        if spots:
            self.layer.setExtent(self._extent)

    def _write(self, added, values, places, gone) -> bool:
        leaving = [key for key in gone if key in self._ids]
        if leaving:
            ids = [self._ids.pop(key) for key in leaving]
            self._provider.deleteFeatures(ids)
            for key, number in zip(leaving, ids, strict=True):
                del self._shown[key], self._keys[number]
        if values:
            self._provider.changeAttributeValues(values)
        if places:
            self._provider.changeGeometryValues(places)
        if added:
            _, features = self._provider.addFeatures([feature for _, feature in added])
            for (key, _), feature in zip(added, features, strict=True):
                self._ids[key] = feature.id()
                self._keys[feature.id()] = key
        looks = {column for changed in values.values() for column in changed}
        return bool(leaving or places or added) or self._drawn.depends_on(looks)

    def _feature(self, shown: tuple[tuple[Any, ...], float, float]) -> QgsFeature:
        feature = QgsFeature(self.layer.fields())
        feature.setAttributes(list(shown[0]))
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(shown[1], shown[2])))
        return feature
