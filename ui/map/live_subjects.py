"""Cases, alarms and staff on the map: layers in memory that follow the room's model by difference."""

import heapq
import time
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import islice
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
# Jobs in parts; rows written without parts, rows, squares or grids in one part, and so many parts are shown together.
_TAKING, _WRITING, _GROUPING, _COUNTING = "map taking ", "map writing", "map grouping", "map counting"
_AT_ONCE, _PART, _SHOWN_TOGETHER = 100, 50, 400
# Grouping or counting a row costs a tenth of writing it.
_COUNTED = 250
# Letting a row wait costs next to nothing.
_NOTED = 5_000
_RANK = 5
# The drawing of a map holds the features of its layers: the first that is written meanwhile copies all there are, and
# the end of the drawing lets all go that have left. It is waited for, unless it takes too long.
_DRAWING_SECONDS, _LOOK_SECONDS = 10.0, 0.02
# A room of fewer is not large: copying or painting what it has is nothing.
_MANY = 5_000
# Cases are grouped on maps drawn at this scale and smaller ones, as the style of the groups says.
_GROUPED_FROM = 6_000.0
# Far cases are grouped; these need nobody's eye one by one.
_GROUPED = frozenset({Urgency.IN_TIME, Urgency.ELSEWHERE})


@dataclass
class _Written:
    """Layers that differ, and the squares and grids whose groups and figures follow."""

    layers: set[QgsVectorLayer] = field(default_factory=set)
    cells: set[Cell] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)

    def __iadd__(self, other: "_Written") -> "_Written":
        self.layers |= other.layers
        self.cells |= other.cells
        self.places |= other.places
        return self


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
        self._loads: dict[str, tuple[int, int]] = {}
        # When time alone changes what a row looks like: (subject, key) → moment, and a heap of the same.
        self._turns: dict[tuple[str, Hashable], datetime] = {}
        self._turning: list[tuple[datetime, str, Hashable]] = []
        # What is written in parts, as there is too much of it: by subject, in order.
        self._waiting: dict[str, dict[Hashable, None]] = {}
        self._waits_until = 0.0
        self._grouping = Grouping(side_at(_GROUPED_FROM))
        self._side = self._grouping.side
        self._regrouped: set[Hashable] = set()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.tick)
        grids.ready.connect(self._count_all)

    def opening(self, srid: int, viewer: Viewer) -> Iterator[None]:
        """Make layer by layer; then fill them with what the model holds, and follow it from now on."""
        self.viewer = viewer
        layers = {}
        for subject, columns in _LAYERS:
            layer = memory_layer(subject.name, words(subject.title), "Point", srid, columns)
            apply_style(layer, subject.name)
            yield
            layer.setMapTipTemplate(tip_template(layer))
            layers[subject.name] = LiveLayer(layer, self._attributes(subject))
            self._tree.add(layer, subject.group)
            yield
        self.layers = layers
        self._model.changed.connect(self._on_changed)
        self._model.loaded.connect(self._take_all)
        self._take_all()
        self._tick.start()

    def close(self) -> None:
        """Stop following; the layers are the tree's to remove."""
        if self.layers:
            self._model.changed.disconnect(self._on_changed)
            self._model.loaded.disconnect(self._take_all)
        self._tick.stop()
        for job in (_WRITING, _GROUPING, _COUNTING, *(_TAKING + subject.name for subject, _ in _LAYERS)):
            self._model.slices.give_up(job)
        self.layers.clear()
        self._turns.clear()
        self._turning.clear()
        self._waiting.clear()
        self._grouping = Grouping(self._grouping.side)

    def set_loads(self, loads: dict[str, tuple[int, int]]) -> None:
        """Show how many case files are open and late with each person on duty, by staff number."""
        before, self._loads = self._loads, dict(loads)
        changed = [number for number in {*before, *loads} if before.get(number) != loads.get(number)]
        if self.layers:
            self._take(STAFF.name, [number for number in changed if number in self._model.staff])

    def tick(self) -> None:
        """Show what has become urgent, stale or shelved no longer by time alone."""
        now = self._model.room_now()
        due: dict[str, list[Hashable]] = {}
        while self._turning and self._turning[0][0] <= now:
            when, subject, key = heapq.heappop(self._turning)
            if self._turns.get((subject, key)) == when:
                due.setdefault(subject, []).append(key)
        for subject, keys in due.items():
            self._take(subject, keys)

    def set_scale(self, scale: float) -> None:
        """Group the cases for a map drawn at 1:scale."""
        side = side_at(max(scale, _GROUPED_FROM))
        if side != self._side and self.layers:
            self._side = side
            self._regrouped.clear()
            self._model.slices.start(_GROUPING, self._regrouping(Grouping(side)), _RANK)

    def _regrouping(self, grouping: Grouping) -> Iterator[None]:
        """Group all cases anew, and when that is done have the new groups painted."""
        for keys in _parts(list(self._model.cases), _COUNTED):
            yield
            self._gather_all(grouping, keys)
        while self._regrouped:
            yield
            keys = list(islice(self._regrouped, _COUNTED))
            self._regrouped.difference_update(keys)
            self._gather_all(grouping, keys)
        self._grouping = grouping
        layer = self.layers["case_cluster"]
        for cells in _parts(layer.keys()):
            yield
            layer.apply([], cells)
        for cells in _parts(grouping.cells):
            yield
            self._apply_groups(cells)
        self._repaint.changed("case", [layer.layer])

    def _gather_all(self, grouping: Grouping, keys: Iterable[Hashable]) -> None:
        now, rows = self._model.room_now(), self._model.cases
        for key in keys:
            if key in rows:
                _gather(grouping, key, rows[key], urgency(rows[key], now, self.viewer))
            else:
                grouping.drop(key)

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
        return lambda row: staff_attributes(row, model.room_now(), self._loads.get(row["staff_number"]))

    def _take_all(self) -> None:
        subjects = [subject.name for subject in (ALARM, STAFF, CASE)]
        if all(len(self._rows(subject)) <= _AT_ONCE for subject in subjects):
            for subject in subjects:
                self._take(subject, list(self._rows(subject)))
            return
        if len(self._rows(CASE.name)) > _MANY:
            # The window has enough to paint when so large a room has come; its map follows.
            self._repaint.hold()
        for subject in subjects:
            self._model.slices.start(_TAKING + subject, self._taking(subject), _RANK)

    def _taking(self, subject: str) -> Iterator[None]:
        """Let all rows of a subject wait to be written."""
        # Noting a hundred thousand takes its time; all who build on a room's rows have their turn before.
        yield
        for keys in _parts(list(self._rows(subject)), _NOTED):
            self._wait(subject, keys)
            yield

    def _on_changed(self, subject: str, upserted: list, removed: list) -> None:
        if subject in ("case", "alarm", "staff"):
            self._take(subject, [*upserted, *removed])

    def _take(self, subject: str, keys: list[Hashable]) -> None:
        """Write changes to the layers: a few at once, many in parts, and none to many features that are being drawn."""
        if len(keys) <= _AT_ONCE and not (self._repaint.is_drawing and len(self.layers[subject]) > _MANY):
            self._show(subject, self._apply(subject, keys), keys)
        else:
            self._wait(subject, keys)

    def _wait(self, subject: str, keys: Iterable[Hashable]) -> None:
        """Let changes wait until they are written in parts."""
        self._waiting.setdefault(subject, {}).update(dict.fromkeys(keys))
        if not self._model.slices.is_busy(_WRITING):
            self._model.slices.start(_WRITING, self._writing(), _RANK)

    def _writing(self) -> Iterator[float | None]:
        """Write what waits; groups, figures and the screen follow after thousands of rows."""
        # When all rows of a room have come, the queue and all panels have just had their turn.
        yield
        while self._waiting:
            subject, keys = next(iter(self._waiting.items()))
            written, told = _Written(), []
            for _ in range(_SHOWN_TOGETHER):
                part = list(islice(keys, _PART))
                for key in part:
                    del keys[key]
                # What is noted of so many moves to a larger place now and then: not all of it at one turn.
                written.places |= self._note(subject, part)
                yield
                yield from self._drawn()
                written += self._write(subject, part)
                told += part
                # Else the collector goes through all that was written, again and again, while everything waits.
                self._model.settle()
                if not keys:
                    del self._waiting[subject]
                    break
                yield
            layers = list(written.layers)
            for cells in _parts(written.cells):
                yield
                layers += self._apply_groups(cells)
            for places in _parts(written.places):
                yield
                layers += self._grids.update(places)
            self._show(subject, layers, told)

    def _drawn(self) -> Iterator[float]:
        """Rest until the map has been drawn; one drawing is waited for only so long."""
        while self._repaint.is_drawing and time.monotonic() < self._waits_until:
            yield _LOOK_SECONDS
        if not self._repaint.is_drawing:
            self._waits_until = time.monotonic() + _DRAWING_SECONDS

    def _show(self, subject: str, layers: list[QgsVectorLayer], keys: list[Hashable]) -> None:
        """Have layers painted that differ; these changes are on the screen then."""
        if layers:
            self._repaint.changed(subject, layers)
        self._repaint.told(subject, keys)

    def _apply(self, subject: str, keys: list[Hashable]) -> list[QgsVectorLayer]:
        """Write changes with all that follows from them; return the layers that look different."""
        places = self._note(subject, keys)
        written = self._write(subject, keys)
        return [*written.layers, *self._apply_groups(written.cells), *self._grids.update(places)]

    def _note(self, subject: str, keys: list[Hashable]) -> set[Place]:
        """Note when rows look different by time alone, and count them; return the grids whose figures differ."""
        now, (there, gone) = self._model.room_now(), self._present(subject, keys)
        self._note_turning(subject, there, gone, now)
        return self._count(subject, there, gone, now)

    def _write(self, subject: str, keys: list[Hashable]) -> _Written:
        """Write rows one by one; return what differs and what has to follow."""
        there, gone = self._present(subject, keys)
        cells: set[Cell] = set()
        if subject == "case":
            there, gone, cells = self._sort_out(there, gone, self._model.room_now())
        layer = self.layers[subject]
        return _Written({layer.layer} if layer.apply(there, gone) else set(), cells)

    def _present(self, subject: str, keys: list[Hashable]) -> tuple[list[tuple[Hashable, Row]], list[Hashable]]:
        """Return the rows that are there now, and the keys of those that are not."""
        rows = self._rows(subject)
        return [(key, rows[key]) for key in keys if key in rows], [key for key in keys if key not in rows]

    def _sort_out(
        self, there: list[tuple[Hashable, Row]], gone: list[Hashable], now: datetime
    ) -> tuple[list[tuple[Hashable, Row]], list[Hashable], set[Cell]]:
        """Group cases; return which are shown one by one, which are not, and the squares that differ."""
        shown, hidden, touched = [], list(gone), set()
        if self._side != self._grouping.side:
            self._regrouped.update(gone, (key for key, _ in there))
        for key in gone:
            touched |= self._grouping.drop(key)
        for key, row in there:
            level = urgency(row, now, self.viewer)
            if level == Urgency.ENDED:
                hidden.append(key)
            else:
                shown.append((key, row))
            touched |= _gather(self._grouping, key, row, level)
        return shown, hidden, touched

    def _apply_groups(self, touched: Iterable[Cell]) -> list[QgsVectorLayer]:
        groups = {cell: self._grouping.group(cell) for cell in touched}
        layer = self.layers["case_cluster"]
        shown = [(cell, vars(group)) for cell, group in groups.items() if group is not None]
        gone = [cell for cell, group in groups.items() if group is None]
        return [layer.layer] if layer.apply(shown, gone) else []

    def _note_turning(self, subject: str, there: list[tuple[Hashable, Row]], gone: list, now: datetime) -> None:
        for key in gone:
            self._turns.pop((subject, key), None)
        for key, row in there:
            when = _turns(subject, row, now)
            if when is None:
                self._turns.pop((subject, key), None)
            elif self._turns.get((subject, key)) != when:
                self._turns[subject, key] = when
                heapq.heappush(self._turning, (when, subject, key))

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
            return _shared(0, 0, int(alarm_status(row, now) in ("new", "seen")))
        level = urgency(row, now, self.viewer)
        return _shared(int(level != Urgency.ENDED), int(level == Urgency.OVERDUE), 0)

    def _count_all(self) -> None:
        """Count everything into grids that have just been fetched."""
        self._model.slices.start(_COUNTING, self._counting(), _RANK)

    def _counting(self) -> Iterator[None]:
        now = self._model.room_now()
        for subject in ("case", "alarm"):
            for keys in _parts(list(self._rows(subject)), _COUNTED):
                yield
                there, _ = self._present(subject, keys)
                for places in _parts(self._count(subject, there, [], now)):
                    yield
                    self._grids.update(places)
        yield
        self._grids.set_shading(self._grids.kind, self._grids.measure.name)


def _parts(whole: Iterable[Any], size: int = _PART) -> Iterator[list[Any]]:
    """Return what is large in parts."""
    every = iter(whole)
    while part := list(islice(every, size)):
        yield part


def _gather(grouping: Grouping, key: Hashable, row: Row, level: Urgency) -> set[Cell]:
    """Take a case into its group, or out of it; return the squares that differ now."""
    if level in _GROUPED and row["x"] is not None:
        return grouping.put(key, row["x"], row["y"], int(level))
    return grouping.drop(key)


@cache
def _shared(open_cases: int, overdue: int, alarms: int) -> Share:
    """Return a share that all who add the same have in common."""
    return Share(open_cases, overdue, alarms)


def _turns(subject: str, row: Row, now: datetime) -> datetime | None:
    """Return when a row next looks different by time alone."""
    if subject == "case":
        return next_crossing(row, now)
    if subject == "alarm":
        until = row.get("shelved_until")
        return until if until is not None and until > now else None
    return None if is_stale(row, now) else row["observed_at"] + STALE_AFTER
