"""One import from file to room: read, stage, check, apply; all in one transaction, or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import psycopg2.extensions

from ...errors import RoomError
from .hints import crs_hint
from .report import Fault, Outcome
from .source import Row, Source
from .staging import Batch, all_or_nothing, one
from .subjects import SUBJECTS, Subject
from .systems import System, ToRoom, system

#: Rows sent at a time; between two batches the import can be cancelled.
CHUNK = 500

#: Called with the share done (0–1) and what is being done (a message code); False cancels.
Progress = Callable[[float, str], bool]


@dataclass
class Order:
    """What to import and how. `mapping` and `constants` are target field → source field, target field → value."""

    subject: str
    path: str
    layer: str | None = None
    crs: str | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    id_fields: list[str] = field(default_factory=list)
    xy: tuple[str, str] | None = None
    source: str | None = None
    dry_run: bool = False
    #: What the database is told: subdistrict, outside (refuse|skip), end_missing, make_parents, names, reason.
    options: dict[str, Any] = field(default_factory=dict)


def run(connection: psycopg2.extensions.connection, order: Order, progress: Progress) -> Outcome:
    """Run an import on an idle connection; commits only when nothing is wrong and it is no dry run.

    Faults of the data are in the outcome; RoomError for everything else (file, coordinate system, rights, connection).
    """
    with Source(order.path, order.layer, xy=order.xy) as source:
        system_used = _chosen_system(source, order)
        outcome = _outcome(source, SUBJECTS[order.subject], order, system_used)
        with all_or_nothing(connection):
            with connection.cursor() as cursor:
                _Import(cursor, source, order, outcome, progress).run(system_used)
            if outcome.faults or order.dry_run:
                connection.rollback()
            else:
                connection.commit()
    return outcome


def _chosen_system(source: Source, order: Order) -> System:
    """Return the system asked for, else the one the file states; RoomError `import.crs_missing` without either."""
    if order.crs:
        return system(order.crs)
    if source.system is None:
        raise RoomError("import.crs_missing")
    return source.system


def _outcome(source: Source, subject: Subject, order: Order, chosen: System) -> Outcome:
    mapping = source.mapping(subject, order.mapping)
    for name in order.constants:
        if name not in subject.field_names():
            raise RoomError("import.unknown_target", field_name=name, known=", ".join(subject.field_names()))
    stated = source.system.name if source.system else "–"
    crs = chosen.name if stated in {chosen.name, "–"} else f"{chosen.name} (≠ {stated})"
    label = order.source or source.label
    ids = source.id_fields(subject, mapping, order.id_fields)
    return Outcome(label, crs, mapping, ids, source.count, dry_run=order.dry_run)


@dataclass
class _Import:
    """The steps of one import inside its transaction."""

    cursor: psycopg2.extensions.cursor
    source: Source
    order: Order
    outcome: Outcome
    progress: Progress

    def run(self, system_used: System) -> None:
        """Stage, check, and apply what has no fault."""
        (srid,) = one(self.cursor, "SELECT srid FROM room.room_info")
        batch = Batch(self.cursor, self.order.subject, self.outcome.source, self.order.options)
        self._stage(batch, ToRoom(system_used, srid))
        self._report(0.8, "import.step_checking")
        self._check(batch)
        if not self.outcome.faults:
            self._report(0.9, "import.step_applying")
            self.outcome.counts = batch.apply()
        outside = any(fault.code == "import.outside" for fault in self.outcome.faults)
        if outside or self.outcome.counts.get("skipped"):
            home = self.order.options.get("subdistrict")
            self.outcome.hints += crs_hint(self.cursor, self.source, system_used, srid, home)
        self._report(1.0, "import.step_applying")

    def _stage(self, batch: Batch, to_room: ToRoom) -> None:
        subject = SUBJECTS[self.order.subject]
        rows = self.source.rows(subject, self.outcome.mapping, self.outcome.ids, self.order.constants)
        sent = 0
        while chunk := list(islice(rows, CHUNK)):
            self.outcome.faults += _transform(chunk, to_room)
            batch.stage([row.staged(to_room.srid) for row in chunk])
            sent += len(chunk)
            self._report(0.8 * min(1.0, sent / self.source.count), "import.step_reading")

    def _check(self, batch: Batch) -> None:
        lost = {fault.feature_no for fault in self.outcome.faults}
        found = batch.check()
        self.outcome.faults += [fault for fault in found if fault.feature_no not in lost or fault.field != "geometry"]
        self.outcome.faults.sort(key=lambda fault: (fault.feature_no or 0, fault.field))

    def _report(self, share: float, step: str) -> None:
        if not self.progress(share, step):
            raise RoomError("import.cancelled")


def _transform(chunk: list[Row], to_room: ToRoom) -> Iterator[Fault]:
    """Bring the rows into the room's system; a fault for each shape that has no place there."""
    shaped = [row for row in chunk if row.geometry is not None]
    done = to_room.geometries([row.geometry for row in shaped])
    for row, well in zip(shaped, done, strict=True):
        if not well:
            row.geometry = None
            yield Fault(
                row.feature_no, row.source_id, "geometry", "import.not_transformed", {"crs": to_room.source.name}
            )
