"""A memory layer that follows rows by difference: only what changed is written to it."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from .drawn import Drawn

Row = Mapping[str, Any]
# Feature, attributes, place.
_Shown = tuple[int, tuple[Any, ...], float, float]


class LiveLayer:
    """Keeps one feature a key in `layer`; `attributes` turns a row into the layer's attributes, in field order.

    Rows without position (x or y is None) are not shown.
    """

    def __init__(self, layer: QgsVectorLayer, attributes: Callable[[Row], tuple[Any, ...]]) -> None:
        self.layer = layer
        self._attributes = attributes
        self._provider = layer.dataProvider()
        self._drawn = Drawn(layer)
        # What is shown, with its feature's number. Few dictionaries: each moves all it holds when it has to grow.
        self._shown: dict[Hashable, _Shown] = {}
        self._keys: dict[int, Hashable] = {}
        self._extent = QgsRectangle()
        self._extent.setMinimal()

    def __len__(self) -> int:
        return len(self._shown)

    def keys(self) -> list[Hashable]:
        """Return what is shown."""
        return list(self._shown)

    def feature_id(self, key: Hashable) -> int | None:
        """Return the feature of a key, if it is shown."""
        return self._shown[key][0] if key in self._shown else None

    def keys_near(self, x: float, y: float, reach: float) -> list[Hashable]:
        """Return the keys of what lies in the square that reaches so many metres around a point."""
        request = QgsFeatureRequest(QgsRectangle(x - reach, y - reach, x + reach, y + reach))
        request.setSubsetOfAttributes([])
        return [self._keys[feature.id()] for feature in self._provider.getFeatures(request)]

    def apply(self, upserted: Iterable[tuple[Hashable, Row]], removed: Iterable[Hashable] = ()) -> bool:
        """Write what differs; return whether the layer has to be painted again."""
        gone = set(removed)
        added: dict[Hashable, tuple[tuple[Any, ...], float, float]] = {}
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
            if before is None:
                added[key] = now
                spots.append((x, y))
                continue
            number = before[0]
            if before[1:] == now:
                continue
            self._shown[key] = (number, *now)
            changed = {i: new for i, (old, new) in enumerate(zip(before[1], now[0], strict=True)) if old != new}
            if changed:
                values[number] = changed
            if before[2:] != now[1:]:
                spots.append((x, y))
                places[number] = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        self._reach(spots)
        return self._write(added, values, places, gone)

    def replace(self, rows: Iterable[tuple[Hashable, Row]]) -> bool:
        """Show exactly these rows, again by difference."""
        wanted = dict(rows)
        return self.apply(wanted.items(), [key for key in self._shown if key not in wanted])

    def _reach(self, spots: list[tuple[float, float]]) -> None:
        """Let the layer's extent hold these places; what leaves does not make it smaller.

        QGIS would go through all features for it before each drawing, while nothing else happens.
        """
        for x, y in spots:
            self._extent.combineExtentWith(x, y)
        if spots:
            self.layer.setExtent(self._extent)

    def _write(self, added, values, places, gone) -> bool:
        leaving = [self._shown.pop(key)[0] for key in gone if key in self._shown]
        if leaving:
            self._provider.deleteFeatures(leaving)
            for number in leaving:
                del self._keys[number]
        if values:
            self._provider.changeAttributeValues(values)
        if places:
            self._provider.changeGeometryValues(places)
        if added:
            _, features = self._provider.addFeatures(list(map(self._feature, added.values())))
            for (key, now), feature in zip(added.items(), features, strict=True):
                self._shown[key] = (feature.id(), *now)
                self._keys[feature.id()] = key
        looks = {column for changed in values.values() for column in changed}
        return bool(leaving or places or added) or self._drawn.depends_on(looks)

    def _feature(self, shown: tuple[tuple[Any, ...], float, float]) -> QgsFeature:
        feature = QgsFeature(self.layer.fields())
        feature.setAttributes(list(shown[0]))
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(shown[1], shown[2])))
        return feature
