"""What lies at a point of the map: live rows and grids from memory, static subjects by a worker."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import hypot
from typing import Any

from psycopg2 import sql
from qgis.core import QgsGeometry, QgsPointXY

from ...errors import RoomError
from .subjects import Subject

#: A question about a point is worth this many seconds of waiting, not more.
PATIENCE_SECONDS = 3.0
_MOST = 5


@dataclass(frozen=True)
class Found:
    """One thing at a point: its subject, key, columns, and distance from the point in metres."""

    subject: Subject
    key: Any
    row: Mapping[str, Any]
    distance: float


def near(subject: Subject, rows: Mapping[Any, Mapping[str, Any]], x: float, y: float, reach: float) -> list[Found]:
    """Return the live rows within `reach` metres of a point, nearest first."""
    found = []
    for key, row in rows.items():
        if row.get("x") is not None:
            distance = hypot(row["x"] - x, row["y"] - y)
            if distance <= reach:
                found.append(Found(subject, key, row, distance))
    return sorted(found, key=lambda one: one.distance)


def columns(subject: Subject) -> list[str]:
    """Return the columns of a static subject's view that its facts are read from, and its key."""
    wanted = dict.fromkeys(subject.key)
    for fact in subject.facts:
        languages = ("zh", "en") if "{lang}" in fact.column else ("",)
        wanted.update(dict.fromkeys(fact.column.format(lang=lang) for lang in languages))
    return list(wanted)


def ask(subject: Subject, x: float, y: float, reach: float, srid: int) -> Callable[[Any], list[Found]]:
    """Return the work that finds up to five of a static subject within `reach` metres, nearest first."""
    statement = sql.SQL(
        "SELECT {columns}, ST_Distance(t.geom, p.point), ST_X(s.inside), ST_Y(s.inside)"
        " FROM {relation} t, (SELECT ST_SetSRID(ST_MakePoint(%s, %s), %s) AS point) p,"
        " LATERAL (SELECT ST_PointOnSurface(t.geom) AS inside) s"
        " WHERE t.geom && ST_Expand(p.point, %s) AND ST_DWithin(t.geom, p.point, %s)"
        " ORDER BY ST_Distance(t.geom, p.point) LIMIT %s"
    ).format(
        columns=sql.SQL(", ").join(sql.Identifier("t", column) for column in columns(subject)),
        relation=sql.Identifier("desk", subject.relation),
    )

    def work(connection: Any) -> list[Found]:
        with connection.cursor() as cursor:
            cursor.execute(statement, (x, y, srid, reach, reach, _MOST))
            return [_found(subject, values) for values in cursor.fetchall()]

    return work


def _found(subject: Subject, values: tuple[Any, ...]) -> Found:
    *row, distance, x, y = values
    named = dict(zip(columns(subject), row, strict=True)) | {"x": x, "y": y}
    return Found(subject, tuple(named[column] for column in subject.key), named, distance)


def grids_at(
    rows: Mapping[tuple[str, str], Mapping[str, Any]], kinds: Iterable[str], x: float, y: float
) -> list[tuple[str, str]]:
    """Return (kind, code) of the grids of these kinds that contain a point."""
    point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
    wanted = set(kinds)
    return [
        place
        for place, row in rows.items()
        if place[0] in wanted
        and row["geometry"].boundingBox().contains(QgsPointXY(x, y))
        and row["geometry"].contains(point)
    ]


class Asking:
    """Questions about one point to several static subjects; a new point gives the old ones up."""

    def __init__(self, queries) -> None:
        self._queries = queries
        self._handles: list[Any] = []

    def ask(
        self,
        subjects: Iterable[Subject],
        where: tuple[float, float, float, int],
        found: Callable[[list[Found]], None],
        failed: Callable[[RoomError], None],
    ) -> None:
        """Ask at `where` = (x, y, reach in metres, srid); `found` is called once for every subject."""
        self.cancel()
        for subject in subjects:
            handle = self._queries.run(ask(subject, *where), found, failed, PATIENCE_SECONDS)
            self._handles.append(handle)

    def cancel(self) -> None:
        """Want no answers any more."""
        for handle in self._handles:
            if not handle.is_over:
                handle.cancel()
        self._handles.clear()
