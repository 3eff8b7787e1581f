"""Cases, alarms and staff on the map: layers in memory that follow the room's model by difference."""

from collections.abc import Hashable, Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from ...cases.queue import Urgency, Viewer, urgency
from .grids import GridLayers
from .grouping import Cell, Grouping, side_at
from .layers import memory_layer
from .live_layer import LiveLayer, Row
from .live_rows import (
    ALARM_COLUMNS,
    CASE_COLUMNS,
    CLUSTER_COLUMNS,
    STAFF_COLUMNS,
    STALE_AFTER,
    alarm_attributes,
    alarm_status,
    case_attributes,
    cluster_attributes,
    is_stale,
    next_crossing,
    staff_attributes,
)
from .repaint import RepaintScheduler
from .styling import apply_style
from .subjects import ALARM, CASE, CASE_CLUSTERS, STAFF, Subject, words
from .tally import Share
from .tips import tip_template
from .tree import RoomTree

_LAYERS = ((CASE, CASE_COLUMNS), (CASE_CLUSTERS, CLUSTER_COLUMNS), (ALARM, ALARM_COLUMNS), (STAFF, STAFF_COLUMNS))
Place = tuple[str, str]
_TICK_MS = 1_000
# Far cases are grouped; these need nobody's eye one by one.
_GROUPED = frozenset({Urgency.IN_TIME, Urgency.ELSEWHERE})


class LiveSubjects(QObject):
    """Writes the model's changes to the layers and figures, and has painted what differs."""

    def __init__(self, model, tree: RoomTree, grids: GridLayers, repaint: RepaintScheduler, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._tree = tree
        self._grids = grids
        self._repaint = repaint
        self.viewer = Viewer()
        self.layers: dict[str, LiveLayer] = {}
        # When time alone changes what a row looks like: (subject, key) → moment.
        self._turning: dict[tuple[str, Hashable], datetime] = {}
        self._grouping = Grouping(side_at(0.0))
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.tick)
        grids.ready.connect(self._count_all)

    def open(self, srid: int, viewer: Viewer) -> None:
        """Make the layers, fill them with what the model holds, and follow it from now on."""
        self.viewer = viewer
        for subject, columns in _LAYERS:
            layer = memory_layer(subject.name, words(subject.title), "Point", srid, columns)
            apply_style(layer, subject.name)
            layer.setMapTipTemplate(tip_template(layer))
            self.layers[subject.name] = LiveLayer(layer, self._attributes(subject))
            self._tree.add(layer, subject.group)
        self._model.changed.connect(self._on_changed)
        for subject in (CASE, ALARM, STAFF):
            self._apply(subject.name, list(self._rows(subject.name)), [])
        self._tick.start()

    def close(self) -> None:
        """Stop following; the layers are the tree's to remove."""
        if self.layers:
            self._model.changed.disconnect(self._on_changed)
        self._tick.stop()
        self.layers.clear()
        self._turning.clear()
        self._grouping = Grouping(self._grouping.side)

    def tick(self) -> None:
        """Show what has become urgent, stale or shelved no longer by time alone."""
        now = self._model.room_now()
        due: dict[str, list[Hashable]] = {}
        for (subject, key), when in self._turning.items():
            if when <= now:
                due.setdefault(subject, []).append(key)
        for subject, keys in due.items():
            self._apply(subject, keys, [])

    def set_scale(self, scale: float) -> None:
        """Group the cases for a map drawn at 1:scale."""
        side = side_at(scale)
        if side == self._grouping.side or not self.layers:
            return
        now, before = self._model.room_now(), self._grouping.cells
        self._grouping = Grouping(side)
        self.layers["case_cluster"].apply([], before)
        for key, row in self._model.cases.items():
            self._gather(key, row, urgency(row, now, self.viewer))
        self._apply_groups(self._grouping.cells)

    def row(self, subject: str, key: Hashable) -> Row | None:
        """Return a live row."""
        return self._rows(subject).get(key)

    def _rows(self, subject: str) -> Any:
        return {"case": self._model.cases, "alarm": self._model.alarms, "staff": self._model.staff}[subject]

    def _attributes(self, subject: Subject):
        model = self._model
        if subject is CASE:
            return lambda row: case_attributes(row, model.room_now(), self.viewer)
        if subject is CASE_CLUSTERS:
            return cluster_attributes
        if subject is ALARM:
            return lambda row: alarm_attributes(row, model.room_now())
        return lambda row: staff_attributes(row, model.room_now())

    def _on_changed(self, subject: str, upserted: list, removed: list) -> None:
        if subject in ("case", "alarm", "staff"):
            self._apply(subject, upserted, removed)
            self._repaint.told(subject, [*upserted, *removed])

    def _apply(self, subject: str, upserted: Iterable[Hashable], removed: Iterable[Hashable]) -> None:
        now = self._model.room_now()
        rows = self._rows(subject)
        there = [(key, rows[key]) for key in upserted if key in rows]
        gone = [*removed, *(key for key in upserted if key not in rows)]
        self._note_turning(subject, there, gone, now)
        touched = self._count(subject, there, gone, now)
        if subject == "case":
            layers = self._apply_cases(there, gone, now)
        else:
            layers = [self.layers[subject].layer] if self.layers[subject].apply(there, gone) else []
        layers += self._grids.update(touched)
        if layers:
            self._repaint.changed(subject, layers)

    def _apply_cases(
        self, there: list[tuple[Hashable, Row]], gone: list[Hashable], now: datetime
    ) -> list[QgsVectorLayer]:
        """Write cases one by one and in groups; return the layers that look different."""
        shown, hidden, touched = [], list(gone), set()
        for key in gone:
            touched |= self._grouping.drop(key)
        for key, row in there:
            level = urgency(row, now, self.viewer)
            if level == Urgency.ENDED:
                hidden.append(key)
            else:
                shown.append((key, row))
            touched |= self._gather(key, row, level)
        differ = [self.layers["case"].layer] if self.layers["case"].apply(shown, hidden) else []
        return differ + self._apply_groups(touched)

    def _gather(self, key: Hashable, row: Row, level: Urgency) -> set[Cell]:
        if level in _GROUPED and row["x"] is not None:
            return self._grouping.put(key, row["x"], row["y"], int(level))
        return self._grouping.drop(key)

    def _apply_groups(self, touched: Iterable[Cell]) -> list[QgsVectorLayer]:
        groups = {cell: self._grouping.group(cell) for cell in touched}
        layer = self.layers["case_cluster"]
        shown = [(cell, asdict(group)) for cell, group in groups.items() if group is not None]
        gone = [cell for cell, group in groups.items() if group is None]
        return [layer.layer] if layer.apply(shown, gone) else []

    def _note_turning(self, subject: str, there: list[tuple[Hashable, Row]], gone: list, now: datetime) -> None:
        for key in gone:
            self._turning.pop((subject, key), None)
        for key, row in there:
            when = _turns(subject, row, now)
            if when is None:
                self._turning.pop((subject, key), None)
            else:
                self._turning[subject, key] = when

    def _count(self, subject: str, there: list[tuple[Hashable, Row]], gone: list, now: datetime) -> set[Place]:
        tally = self._grids.tally
        touched: set[Place] = set()
        if subject == "staff":
            return touched
        for key in gone:
            touched |= tally.drop((subject, key))
        for key, row in there:
            touched |= tally.put((subject, key), row.get("unit_grid_code"), self._share(subject, row, now))
        return touched

    def _share(self, subject: str, row: Row, now: datetime) -> Share:
        if subject == "alarm":
            return Share(alarms=int(alarm_status(row, now) in ("new", "seen")))
        level = urgency(row, now, self.viewer)
        return Share(open=int(level != Urgency.ENDED), overdue=int(level == Urgency.OVERDUE))

    def _count_all(self) -> None:
        """Count everything into grids that have just been fetched."""
        now = self._model.room_now()
        touched: set[Place] = set()
        for subject in ("case", "alarm"):
            touched |= self._count(subject, list(self._rows(subject).items()), [], now)
        self._grids.update(touched)
        self._grids.set_shading(self._grids.kind, self._grids.measure.name)


def _turns(subject: str, row: Row, now: datetime) -> datetime | None:
    """Return when a row next looks different by time alone."""
    if subject == "case":
        return next_crossing(row, now)
    if subject == "alarm":
        until = row.get("shelved_until")
        return until if until is not None and until > now else None
    return None if is_stale(row, now) else row["observed_at"] + STALE_AFTER
