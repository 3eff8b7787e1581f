"""Areas out of the normal operating state, live on the map: each state has its outline, its hatching and its name."""

from collections.abc import Hashable, Iterator
from datetime import datetime
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QPointF, QTimer
from qgis.PyQt.QtGui import QColor

from ...grids.operating import NORMAL, holding
from ...wording import name
from ..words import moment, named
from . import figures
from .grids import GridLayers
from .layers import memory_layer
from .repaint import RepaintScheduler
from .subjects import AREA_STATE, words
from .tips import tip_template
from .tree import RoomTree

COLUMNS = {
    "state": "string(40)",
    "name": "string(80)",
    "code": "string(20)",
    "until": "string(20)",
    "reason": "string(200)",
    "gravity": "integer",
    "sign_picture": figures.COLUMN,
}
# State, the gravest last: colour, dashes of its outline (mm; none: a line), angle (degrees) and distance (mm) of its
# hatching.
_LOOKS = {
    "post_transition": ("#00695c", "1;2", 90.0, 5.0),
    "pre_transition": ("#a65b00", "5;2", 135.0, 5.0),
    "emergency": ("#b71c1c", "", 45.0, 3.5),
}
_WRITING, _RANK = "area state writing", 5
# A state runs out by time alone; looked at only while there is one that will.
_TICK_MS = 2_000

Row = Any


class StateLayer(QObject):
    """Keeps one area for each that is out of the normal; while there is none it is empty, and nothing is looked at."""

    def __init__(self, model, tree: RoomTree, grids: GridLayers, repaint: RepaintScheduler, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._tree, self._grids, self._repaint = model, tree, grids, repaint
        self.layer: QgsVectorLayer | None = None
        # The rows whose areas are on the map, and the feature of each.
        self._shown: dict[tuple[str, str], Row] = {}
        self._features: dict[tuple[str, str], int] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._follow)

    def open(self, srid: int) -> None:
        """Put the layer into the tree and follow the model from now on."""
        self.layer = memory_layer(AREA_STATE.name, words(AREA_STATE.title), "MultiPolygon", srid, COLUMNS)
        self.layer.setRenderer(_renderer())
        figures.hide_pictures(self.layer)
        self.layer.setMapTipTemplate(tip_template(self.layer))
        self._tree.add(self.layer, AREA_STATE.group, position=0)
        self._model.changed.connect(self._on_changed)
        self._model.loaded.connect(self._follow)
        self._grids.ready.connect(self._redraw)
        self._follow()

    def close(self) -> None:
        """Stop following; the layer is the tree's to remove."""
        if self.layer is None:
            return
        self._tick.stop()
        self._model.changed.disconnect(self._on_changed)
        self._model.loaded.disconnect(self._follow)
        self._grids.ready.disconnect(self._redraw)
        self._model.slices.give_up(_WRITING)
        self.layer = None
        self._shown.clear()
        self._features.clear()

    def _on_changed(self, subject: str, upserted: list[Hashable], removed: list[Hashable]) -> None:
        if subject == "area":
            self._follow()
            self._repaint.told(subject, [*upserted, *removed])

    def _redraw(self) -> None:
        """Draw the areas again where the grids have come anew: they may have other bounds."""
        if self._shown and self.layer is not None:
            self.layer.dataProvider().truncate()
            self._shown.clear()
            self._features.clear()
        self._follow()

    def _follow(self) -> None:
        """Show what holds now and nothing else: a state may run out by time alone, too."""
        wanted = self._wanted()
        if any(row["until"] is not None for row in wanted.values()):
            self._tick.start()
        else:
            self._tick.stop()
        if wanted != self._shown and not self._model.slices.is_busy(_WRITING):
            self._model.slices.start(_WRITING, self._writing(), _RANK)

    def _wanted(self) -> dict[tuple[str, str], Row]:
        """Return the areas whose shape is known and that are out of the normal."""
        if not self._model.areas:
            return {}
        held = holding(self._model.areas.values(), self._model.room_now())
        return {
            place: _seen(row) for place, row in held.items() if row["state"] != NORMAL and place in self._grids.rows
        }

    def _writing(self) -> Iterator[None]:
        """Write area by area, until nothing differs any more."""
        while (wanted := self._wanted()) != self._shown:
            place = next(place for place in (*self._shown, *wanted) if self._shown.get(place) != wanted.get(place))
            self._drop(place)
            if place in wanted:
                self._put(place, wanted[place])
            yield
        self.layer.updateExtents()
        self._repaint.changed(AREA_STATE.name, [self.layer])

    def _drop(self, place: tuple[str, str]) -> None:
        if self._shown.pop(place, None) is not None:
            self.layer.dataProvider().deleteFeatures([self._features.pop(place)])

    def _put(self, place: tuple[str, str], row: Row) -> None:
        feature = QgsFeature(self.layer.fields())
        area = named(self._grids.rows[place], "name") or place[1]
        state = row["state"]
        gravity = list(_LOOKS).index(state) if state in _LOOKS else 0
        ends = None if row["until"] is None else moment(row["until"])
        feature.setAttributes([state, area, place[1], ends, row["reason"], gravity, _sign(state, area, row["until"])])
        feature.setGeometry(self._grids.shape(*place))
        _, written = self.layer.dataProvider().addFeatures([feature])
        self._features[place] = written[0].id()
        self._shown[place] = row


def _seen(row: Row) -> Row:
    """Return what of a row is seen on the map: what was done in a state changes nothing there."""
    return {column: row[column] for column in ("state", "until", "reason")}


def _sign(state: str, area: str, until: datetime | None) -> str:
    """Return the picture of what is written on an area: its state, and below it which area and until when."""
    below = area
    if until is not None:
        words_of_both = QCoreApplication.translate("Map", "{area}, until {time}")
        below = words_of_both.format(area=area, time=moment(until)[5:])
    return figures.sign(f"◆ {name('operating_state', state)}", below, _LOOKS.get(state, ("#37474f",))[0])


def _renderer() -> QgsCategorizedSymbolRenderer:
    """Return how each state is drawn; one that a later table of states may bring looks like the gravest."""
    categories = [
        QgsRendererCategory(state, _symbol(*look), name("operating_state", state)) for state, look in _LOOKS.items()
    ]
    renderer = QgsCategorizedSymbolRenderer("state", categories)
    # The gravest lies on top.
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"gravity"', True)]))
    renderer.setOrderByEnabled(True)
    return renderer


def _symbol(colour: str, dashes: str, angle: float, distance: float) -> QgsFillSymbol:
    """Return hatching, outline and sign: what is in the area stays legible, and a grey print tells the states apart."""
    hatching = QgsLinePatternFillSymbolLayer()
    thin = QColor(colour)
    thin.setAlpha(130)
    stroke = QgsLineSymbol.createSimple({"line_color": _rgba(thin), "line_width": "0.3", "capstyle": "flat"})
    hatching.setSubSymbol(stroke)
    hatching.setLineAngle(angle)
    hatching.setDistance(distance)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, hatching)
    for width, tint, pattern in ((2.0, "#ffffff", ""), (1.1, colour, dashes)):
        line = QgsSimpleLineSymbolLayer.create(
            {"line_color": tint, "line_width": str(width), "joinstyle": "round", "capstyle": "flat",
             "use_custom_dash": str(int(bool(pattern))), "customdash": pattern or "5;2"}
        )  # fmt: skip
        symbol.appendSymbolLayer(line)
    symbol.appendSymbolLayer(_sign_layer())
    return symbol


def _sign_layer() -> QgsCentroidFillSymbolLayer:
    """Return the sign above the middle of the area, where a community has its name."""
    letters = figures.sign_layer("sign_picture", 3.8)
    letters.setOffset(QPointF(0.0, -8.0))
    marker = QgsMarkerSymbol()
    marker.changeSymbolLayer(0, letters)
    middle = QgsCentroidFillSymbolLayer()
    middle.setPointOnSurface(True)
    middle.setSubSymbol(marker)
    return middle


def _rgba(colour: QColor) -> str:
    return ",".join(str(part) for part in colour.getRgb())
