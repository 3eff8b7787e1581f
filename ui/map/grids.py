"""Grids of every kind as shaded areas: fetched once by a worker, their figures kept by difference."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...errors import RoomError
from ...wording import language, name
from ..live.slices import Slices
from . import figures
from .drawn import Drawn
from .layers import memory_layer
from .shading import MEASURES, OUTLINE, Measure, shade
from .subjects import words
from .tally import ATOM, Count, Tally
from .tree import RoomTree

#: Communities are divisions, but shaded like a kind of grid. The subdistrict as a whole is known, but no layer.
COMMUNITY = "community"
COLUMNS = {
    "code": "string(20)",
    "name": "string(80)",
    "department": "string(80)",
    "worker": "string(80)",
    "phone": "string(40)",
    "open": "integer",
    "overdue": "integer",
    "overdue_share": "double",
    "alarms": "integer",
    "open_picture": figures.COLUMN,
    "overdue_share_picture": figures.COLUMN,
    "alarms_picture": figures.COLUMN,
    "name_picture": figures.COLUMN,
}
#: Columns that say who answers for a grid.
_ANSWERS = ("department_zh", "staff_name", "staff_phone")
_FIRST_FIGURE = list(COLUMNS).index("open")
# The job in parts that takes over fetched grids, and so many grids in one part.
_TAKING, _RANK, _PART = "map grids", 4, 100

_GRIDS = """
SELECT kind, code, name_zh, name_en, community_code, department_zh, staff_name, staff_phone, ST_AsBinary(geom) AS shape
FROM desk.grid
UNION ALL
SELECT level, code, name_zh, name_en, NULL, NULL, NULL, NULL, ST_AsBinary(geom)
FROM desk.division WHERE level IN ('community', 'subdistrict') AND geom IS NOT NULL
ORDER BY 1, 2
"""
_PARENTS = "SELECT kind, code, parent_kind, parent_code FROM desk.grid_parent ORDER BY 1, 2, 3, 4"
_KINDS = "SELECT kind, name_zh, name_en FROM room.grid_kind ORDER BY position"


@dataclass
class Fetched:
    """What the worker brings: rows of desk.grid with WKB, parent links, and the kinds in the order of the tree."""

    rows: list[dict[str, Any]]
    parents: list[tuple[str, str, str, str]]
    kinds: dict[str, tuple[str, str]]


def fetch(connection: Any) -> Fetched:
    """Read all grids. Runs on a worker."""
    with connection.cursor() as cursor:
        cursor.execute(_GRIDS)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        cursor.execute(_PARENTS)
        parents = cursor.fetchall()
        cursor.execute(_KINDS)
        kinds = {kind: (zh, en) for kind, zh, en in cursor.fetchall()}
    return Fetched(rows, parents, kinds)


class GridLayers(QObject):
    """One memory layer a kind of grid, with the styles outline, open, overdue_share and alarms.

    `changed(subject, layers)` asks for a repaint; `ready` comes when the grids are (again) there.
    """

    changed = pyqtSignal(str, list)
    ready = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, queries, tree: RoomTree, slices: Slices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queries = queries
        self._tree = tree
        self._slices = slices
        self._srid = 0
        self._handle = None
        self.layers: dict[str, QgsVectorLayer] = {}
        self.rows: dict[tuple[str, str], dict[str, Any]] = {}
        self.tally = Tally()
        self._ids: dict[tuple[str, str], int] = {}
        self._shown: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._drawn: dict[str, Drawn] = {}
        self.kind, self.measure = ATOM, MEASURES["open"]
        self.is_ready = False

    def open(self, srid: int) -> None:
        """Fetch the grids, for the first time or again."""
        self._srid = srid
        if self._handle is not None:
            self._handle.cancel()
        self._handle = self._queries.run(fetch, self._take, self._fail)

    def resume(self) -> None:
        """Fetch the grids if they could not be had before."""
        if self._srid and not self.is_ready and self._handle is None:
            self.open(self._srid)

    def close(self) -> None:
        """Give up what is under way and forget the grids."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        self._slices.give_up(_TAKING)
        self._srid = 0
        self.layers.clear()
        self.rows.clear()
        self._ids.clear()
        self._shown.clear()
        self._drawn.clear()
        self.tally = Tally()
        self.is_ready = False

    def kinds(self) -> list[str]:
        """Return the kinds that can be shaded."""
        return list(self.layers)

    def set_shading(self, kind: str, measure: str) -> None:
        """Shade one kind by open, overdue_share or alarms, or by outline alone; the others keep their outlines.

        ValueError for a kind or measure there is none of.
        """
        if measure not in MEASURES or (self.is_ready and kind not in self.layers):
            raise ValueError(f"{kind}: {measure}")
        self.kind, self.measure = kind, MEASURES[measure]
        for other, layer in self.layers.items():
            chosen = other == kind
            self._style(layer, self.measure if chosen else OUTLINE)
            if chosen:
                self._tree.set_visible(layer, True)
            elif other != ATOM:
                self._tree.set_visible(layer, False)
        self.changed.emit("grid", list(self.layers.values()))

    def shading_title(self) -> str:
        """Return what is shaded by what, in words; "" when nothing is."""
        layer = self.layers.get(self.kind)
        return f"{layer.name()} · {words(self.measure.title)}" if layer is not None and self.measure.column else ""

    def described(self, place: tuple[str, str], areas: Mapping[tuple[str, str], Mapping[str, Any]]) -> dict[str, Any]:
        """Return a grid's columns and figures for its tip; `areas` are the operating states that hold now.

        Who answers for it, and the state it is in, are those of the nearest grid around it that has them.
        """
        count = self.tally.counts.get(place, Count())
        row = self.rows[place] | {"open": count.open, "overdue": count.overdue, "alarms": count.alarms}
        around = self.tally.around(place)
        answering = next(
            (one for one in around if any(self.rows.get(one, {}).get(column) for column in _ANSWERS)), place
        )
        if answering != place:
            row |= {column: self.rows[answering][column] for column in _ANSWERS}
            row["answering"] = _describe(self.rows[answering])[1]
        states = {area: row[f"state_{language()}"] for area, row in areas.items()}
        whole = next((word for (kind, _), word in states.items() if kind == "subdistrict"), None)
        return row | {"state_word": next((states[one] for one in around if one in states), whole)}

    def shape(self, kind: str, code: str) -> QgsGeometry | None:
        """Return a grid's area in the room's CRS."""
        row = self.rows.get((kind, code))
        return QgsGeometry(row["geometry"]) if row else None

    def update(self, touched: Iterable[tuple[str, str]]) -> list[QgsVectorLayer]:
        """Write the figures of these grids; return the layers that have to be painted again."""
        values: dict[str, dict[int, dict[int, Any]]] = {}
        looks: dict[str, set[int]] = {}
        for place in touched:
            if place in self._ids:
                now = _figures(self.tally.counts.get(place, Count()))
                before = self._shown[place]
                changed = {n: new for n, new in enumerate(now, _FIRST_FIGURE) if new != before[n - _FIRST_FIGURE]}
                self._shown[place] = now
                values.setdefault(place[0], {})[self._ids[place]] = changed
                looks.setdefault(place[0], set()).update(changed)
        for kind, changes in values.items():
            self.layers[kind].dataProvider().changeAttributeValues(changes)
        return [self.layers[kind] for kind, columns in looks.items() if self._drawn[kind].depends_on(columns)]

    def _take(self, fetched: Fetched) -> None:
        self._handle = None
        self._slices.start(_TAKING, self._taking(fetched), _RANK)

    def _taking(self, fetched: Fetched) -> Iterator[None]:
        """Show what was fetched, kind by kind; what was there before stays until its own kind comes."""
        own = {
            row["code"]: row["community_code"] for row in fetched.rows if row["kind"] == ATOM and row["community_code"]
        }
        for number, row in enumerate(fetched.rows):
            if number % _PART == 0:
                yield
            row["geometry"] = QgsGeometry()
            row["geometry"].fromWkb(bytes(row.pop("shape")))
        self.tally = Tally(fetched.parents, own)
        self.rows = {(row["kind"], row["code"]): row for row in fetched.rows}
        present = dict.fromkeys(kind for kind, _ in self.rows)
        order = [kind for kind in (*fetched.kinds, COMMUNITY) if kind in present]
        for kind in [kind for kind in self.layers if kind not in present]:
            self._drawn.pop(kind)
            self._tree.remove(self.layers.pop(kind))
        self._ids = {place: number for place, number in self._ids.items() if place[0] in present}
        for position, kind in enumerate(order):
            yield
            if kind not in self.layers:
                self._add_layer(kind, position)
                yield
            yield from self._filling(kind)
        self.is_ready = True
        self.ready.emit()

    def _fail(self, error: RoomError) -> None:
        self._handle = None
        self.failed.emit(error)

    def _add_layer(self, kind: str, position: int) -> None:
        title = QCoreApplication.translate("Map", "Community") if kind == COMMUNITY else name("grid_kind", kind)
        layer = memory_layer(f"grid/{kind}", title, "MultiPolygon", self._srid, COLUMNS)
        manager = layer.styleManager()
        unnamed = manager.currentStyle()
        for measure in MEASURES.values():
            manager.addStyleFromLayer(words(measure.title))
        manager.removeStyle(unnamed)
        figures.hide_pictures(layer)
        self.layers[kind] = layer
        self._drawn[kind] = Drawn(layer)
        self._style(layer, self.measure if kind == self.kind else OUTLINE)
        self._tree.add(layer, "grids", kind in (self.kind, ATOM), position)

    def _style(self, layer: QgsVectorLayer, measure: Measure) -> None:
        manager = layer.styleManager()
        if manager.currentStyle() != words(measure.title):
            manager.setCurrentStyle(words(measure.title))
        top = max((self._value(kind, measure, count) for kind, count in self._counts(layer)), default=0.0)
        shade(layer, measure, top)
        self._tree.show_named(layer)

    def _counts(self, layer: QgsVectorLayer) -> list[tuple[str, Count]]:
        kind = next(kind for kind, mine in self.layers.items() if mine is layer)
        return [(kind, count) for (of, _), count in self.tally.counts.items() if of == kind]

    @staticmethod
    def _value(kind: str, measure: Measure, count: Count) -> float:
        return float(getattr(count, measure.column) or 0.0) if measure.column else 0.0

    def _filling(self, kind: str) -> Iterator[None]:
        """Write the grids of a kind anew, all at one moment."""
        layer, codes, features = self.layers[kind], [], []
        for row in [row for (of, _), row in self.rows.items() if of == kind]:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([*_describe(row), *_figures(Count()), figures.picture(_describe(row)[1])])
            feature.setGeometry(row["geometry"])
            codes.append(row["code"])
            features.append(feature)
            if len(codes) % _PART == 0:
                yield
        layer.dataProvider().truncate()
        _, added = layer.dataProvider().addFeatures(features)
        self._ids = {place: number for place, number in self._ids.items() if place[0] != kind}
        self._ids.update({(kind, code): feature.id() for code, feature in zip(codes, added, strict=True)})
        self._shown.update({(kind, code): _figures(Count()) for code in codes})
        layer.updateExtents()
        # What was counted meanwhile.
        self.update([(kind, code) for code in codes if (kind, code) in self.tally.counts])


def _describe(row: dict[str, Any]) -> tuple[Any, ...]:
    lang = language()
    return (
        row["code"],
        row.get(f"name_{lang}") or row["name_zh"],
        row["department_zh"],
        row["staff_name"],
        row["staff_phone"],
    )


def _figures(count: Count) -> tuple[Any, ...]:
    """Return the figures as attributes, and their pictures: zero is blank."""
    number, share, alarms = count.open or None, count.overdue_share or None, count.alarms or None
    per_cent = None if share is None else f"{round(share)}%"
    pictures = (figures.picture(number), figures.picture(per_cent), figures.picture(alarms))
    return number, count.overdue or None, share, alarms, *pictures
