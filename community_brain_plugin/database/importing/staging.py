"""The database's side of an import: a batch is begun, filled, checked and applied."""

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import psycopg2
import psycopg2.extensions

from ...errors import from_database
from .report import Fault


@contextlib.contextmanager
def all_or_nothing(connection: psycopg2.extensions.connection) -> Iterator[None]:
    """Take everything back when the body fails; a failure of the database becomes a RoomError."""
    try:
        yield
    except psycopg2.Error as error:
        _take_back(connection)
        raise from_database(error) from error
    except BaseException:
        _take_back(connection)
        raise


def _take_back(connection: psycopg2.extensions.connection) -> None:
    """Roll back; a connection that is gone was rolled back by the server."""
    with contextlib.suppress(psycopg2.Error):
        connection.rollback()


def one(cursor: psycopg2.extensions.cursor, statement: str, *values: object) -> tuple[Any, ...]:
    """Run a statement that answers one row, and return it."""
    cursor.execute(statement, values or None)
    row = cursor.fetchone()
    if row is None:
        raise psycopg2.DataError("a row was expected")
    return row


class Batch:
    """One import batch inside the open transaction; the caller commits or rolls back."""

    def __init__(
        self, cursor: psycopg2.extensions.cursor, subject: str, source: str, options: Mapping[str, object]
    ) -> None:
        self._cursor = cursor
        self._id = self._answer("SELECT desk.import_begin(%s, %s, %s::jsonb)", subject, source, json.dumps(options))

    def stage(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Send rows of feature_no, source_id, fields and geom (hexadecimal EWKB in the room's system)."""
        self._answer("SELECT desk.import_rows(%s, %s::jsonb)", self._id, json.dumps(list(rows), ensure_ascii=False))

    def check(self) -> list[Fault]:
        """Return everything the database finds wrong."""
        self._cursor.execute(
            "SELECT feature_no, source_id, field, code, params FROM desk.import_check(%s)", (self._id,)
        )
        return [Fault(*row) for row in self._cursor.fetchall()]

    def apply(self) -> dict[str, int]:
        """Apply a batch without faults; returns inserted, updated, unchanged, ended, skipped."""
        counts: dict[str, int] = self._answer("SELECT desk.import_apply(%s)", self._id)
        return counts

    def _answer(self, statement: str, *values: object) -> Any:
        return one(self._cursor, statement, *values)[0]
