"""The routes of the plan that is published to the running shift, live on the map: they come and go with it."""

from collections.abc import Hashable, Iterator
from datetime import datetime
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QColor

from ...patrols.palette import colour
from ..words import clock
from . import figures
from .layers import memory_layer
from .repaint import RepaintScheduler
from .styling import apply_style
from .subjects import PATROL, words
from .tips import tip_template
from .tree import RoomTree

COLUMNS = {
    "officer": "integer",
    "name": "string(80)",
    "leg": "integer",
    "street": "string(80)",
    "visit": "integer",
    "begins": "string(20)",
    "ends": "string(20)",
    "number_picture": figures.COLUMN,
}
_WRITING, _RANK = "patrol writing", 5
_TICK_MS = 2_000
# Millimetres: printed in grey, routes side by side are told apart by their breadth.
_WIDTHS = (0.5, 1.2, 0.8, 1.6)

Row = Any


class PatrolLayer(QObject):
    """Keeps one line a leg of every route of the running shift; `layer` is there while the map is built."""

    def __init__(self, model, tree: RoomTree, repaint: RepaintScheduler, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._tree, self._repaint = model, tree, repaint
        self.layer: QgsVectorLayer | None = None
        self._template: QgsSymbol | None = None
        # The rows whose legs are on the map, and the features of each.
        self._shown: dict[Hashable, Row] = {}
        self._features: dict[Hashable, list[int]] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._follow)

    def open(self, srid: int) -> None:
        """Put the layer into the tree and follow the model from now on."""
        self.layer = memory_layer(PATROL.name, words(PATROL.title), "LineString", srid, COLUMNS)
        apply_style(self.layer, PATROL.name)
        figures.hide_pictures(self.layer)
        self._template = self.layer.renderer().symbol().clone()
        self._name()
        self.layer.setMapTipTemplate(tip_template(self.layer))
        self._tree.add(self.layer, PATROL.group)
        self._model.changed.connect(self._on_changed)
        self._model.loaded.connect(self._follow)
        self._follow()
        self._tick.start()

    def close(self) -> None:
        """Stop following; the layer is the tree's to remove."""
        if self.layer is None:
            return
        self._tick.stop()
        self._model.changed.disconnect(self._on_changed)
        self._model.loaded.disconnect(self._follow)
        self._model.slices.give_up(_WRITING)
        self.layer = None
        self._shown.clear()
        self._features.clear()

    def _on_changed(self, subject: str, upserted: list, removed: list) -> None:
        if subject == PATROL.name:
            self._follow()
            self._repaint.told(subject, [*upserted, *removed])

    def _follow(self) -> None:
        """Show what is walked now and nothing else: a plan begins and ends by time alone, too."""
        if self._wanted() != self._shown and not self._model.slices.is_busy(_WRITING):
            self._model.slices.start(_WRITING, self._writing(), _RANK)

    def _wanted(self) -> dict[Hashable, Row]:
        now = self._model.room_now()
        return {
            key: row for key, row in self._model.patrols.items() if row["shift_starts_at"] <= now < row["shift_ends_at"]
        }

    def _writing(self) -> Iterator[None]:
        """Write route by route, until nothing differs any more."""
        while (wanted := self._wanted()) != self._shown:
            key = next(key for key in (*self._shown, *wanted) if self._shown.get(key) != wanted.get(key))
            self._drop(key)
            if key in wanted:
                self._put(key, wanted[key])
            yield
        self.layer.updateExtents()
        # Another legend ends a drawing under way, and waits for its end: that of a moment ago is drawn out first.
        self._repaint.changed(PATROL.name, [self.layer], self._name)

    def _drop(self, key: Hashable) -> None:
        if self._shown.pop(key, None) is not None:
            self.layer.dataProvider().deleteFeatures(self._features.pop(key))

    def _put(self, key: Hashable, row: Row) -> None:
        features = []
        for leg in row["legs"] or ():
            feature = QgsFeature(self.layer.fields())
            number = int(leg["leg"])
            feature.setAttributes(
                [
                    row["officer"], row["name"], number, leg["street"], int(leg["visit"]), _clock(leg["starts_at"]),
                    _clock(leg["ends_at"]), figures.picture(number),
                ]
            )  # fmt: skip
            feature.setGeometry(QgsGeometry.fromWkt(leg["line"]))
            features.append(feature)
        _, written = self.layer.dataProvider().addFeatures(features)
        self._features[key] = [feature.id() for feature in written]
        self._shown[key] = row

    def _name(self) -> None:
        """Give each officer his colour and his line in the legend."""
        categories = []
        for row in sorted(self._shown.values(), key=lambda row: int(row["officer"])):
            symbol = self._template.clone()
            symbol.setColor(QColor(colour(row["officer"])))
            symbol.symbolLayer(0).setWidth(_WIDTHS[(int(row["officer"]) - 1) % len(_WIDTHS)])
            told = f"{row['officer']} {row['name'] or ''} {clock(row['starts_at'])[:5]}–{clock(row['ends_at'])[:5]}"
            categories.append(QgsRendererCategory(row["officer"], symbol, " ".join(told.split())))
        self.layer.setRenderer(QgsCategorizedSymbolRenderer("officer", categories))
        self._tree.show_named(self.layer)


def _clock(text: str) -> str:
    return clock(datetime.fromisoformat(text))
