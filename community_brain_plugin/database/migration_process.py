"""The process that migrates: PUM needs compiled parts that must never be loaded into QGIS.

Reads an order (JSON, see `migration.migrate`) from standard input and writes what became of it, as JSON, to standard
output. Changelogs, droppable layer and code tables go in as one transaction.
"""

import contextlib
import json
import logging
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import psycopg
from psycopg.conninfo import make_conninfo
from pum import Feedback, PumConfig, Upgrader
from pum.exceptions import PumException

from ..errors import RoomError, from_database
from .binaries import OLDEST
from .code_tables import Filled, upsert
from .migration import BOOK, DEFAULT_SRID, DIGEST_QUERY, layer_digest, version_key

# "community brain" on a telephone's keys; any fixed number would do.
_LOCK = 2666864892
# How long to wait for a desk that uses a view which has to be made anew.
_LOCK_TIMEOUT = os.environ.get("COMMUNITY_BRAIN_LOCK_TIMEOUT", "30s")
# How long to wait for another migration: where logins may enter `postgres`, any of them could hold its lock for good.
_TURN_TIMEOUT = os.environ.get("COMMUNITY_BRAIN_TURN_TIMEOUT", "10min")
# Below every level that logging knows: PUM tells each statement there.
_STATEMENTS = 5


class OneTransaction(psycopg.Connection[Any]):
    """A connection whose `commit` waits: PUM commits when it is done, and the code tables belong to the same change."""

    def commit(self) -> None:
        """Do nothing; `finish` commits."""

    def finish(self) -> None:
        """Commit for good."""
        super().commit()


class Trail(Feedback, logging.Handler):
    """Remembers the file and the statement PUM is at, for the message when one fails."""

    def __init__(self) -> None:
        Feedback.__init__(self)
        logging.Handler.__init__(self, _STATEMENTS)
        self.place = ""
        self.statement = ""

    def report_progress(self, message: str, current: int = 0, total: int = 0) -> None:
        """Note the step."""
        found = re.search(r"\S+\.(sql|py)", message)
        self.place = Path(found.group()).name if found else self.place

    def emit(self, record: logging.LogRecord) -> None:
        """Note the statement."""
        message = record.getMessage()
        if message.startswith("Executing SQL: "):
            self.statement = message.removeprefix("Executing SQL: ")


def main() -> int:
    """Carry out the order on standard input; always answers, and returns 0 when it was done."""
    order = json.load(sys.stdin)
    try:
        answer = _carry_out(order)
    except RoomError as error:
        answer = {"error": error.code, "params": {name: str(value) for name, value in error.params.items()}}
    except psycopg.Error as error:
        refused = from_database(error)
        answer = {"error": refused.code, "params": {name: str(value) for name, value in refused.params.items()}}
    json.dump(answer, sys.stdout)
    return 1 if "error" in answer else 0


def _carry_out(order: dict[str, Any]) -> dict[str, Any]:
    """Migrate under the lock, and return the fields of `migration.Migrated`."""
    schema = Path(order["schema"])
    parameters = {"application_name": "community-brain migrate", "client_encoding": "UTF8", **order["parameters"]}
    with _only_one(parameters), _open(parameters) as connection:
        connection.execute("SELECT set_config('lock_timeout', %s, true)", (_LOCK_TIMEOUT,))
        _check_server(connection)
        config = PumConfig.from_yaml(schema / ".pum.yaml", validate=True)
        wanted = order["max_version"] or str(config.last_version())
        before = _installed(connection)
        if before is not None and version_key(before) > version_key(wanted):
            raise RoomError("migration.newer", installed=before, known=wanted)
        digest = layer_digest(schema, Path(order["code_tables"]))
        if before == wanted and not order["force"] and _last_digest(connection) == digest:
            return {"before": before, "after": before, "changed": False}
        srid = _srid(connection, before, order["srid"])
        _apply(connection, config, before, srid, wanted)
        filled = _fill_code_tables(connection, Path(order["code_tables"]))
        _note(connection, digest)
        connection.finish()
    return {"before": before, "after": wanted, "changed": True, "skipped": filled.skipped, "kept": filled.kept}


@contextlib.contextmanager
def _open(parameters: dict[str, str]) -> Iterator[OneTransaction]:
    """Open the connection all is done on; what was not finished is taken back when it closes."""
    connection = cast(OneTransaction, OneTransaction.connect(make_conninfo(**parameters)))
    try:
        yield connection
    finally:
        connection.close()


def _only_one(parameters: dict[str, str]) -> "psycopg.Connection[Any]":
    """Hold the lock against a second migration anywhere in the cluster, since group roles belong to all of it.

    Advisory locks are kept per database: all migrations meet in `postgres`, or, where that is closed to them, at
    least in their own.
    """
    try:
        connection = psycopg.connect(make_conninfo(**{**parameters, "dbname": "postgres"}), autocommit=True)
    except psycopg.OperationalError:
        connection = psycopg.connect(make_conninfo(**parameters), autocommit=True)
    connection.execute("SELECT set_config('lock_timeout', %s, false)", (_TURN_TIMEOUT,))
    try:
        connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
    except psycopg.errors.LockNotAvailable as error:
        raise RoomError("migration.two", database=connection.info.dbname) from error
    return connection


def _check_server(connection: "psycopg.Connection[Any]") -> None:
    """Refuse a server that cannot hold a room, before anything is tried."""
    version = connection.info.server_version // 10000
    if version < OLDEST:
        raise RoomError("cluster.too_old", version=version, oldest=OLDEST)
    for name in ("postgis", "btree_gist", "pg_trgm"):
        row = connection.execute(
            """
            SELECT available.installed_version IS NOT NULL,
                   versions.trusted OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
            FROM pg_available_extensions available
            JOIN pg_available_extension_versions versions
              ON versions.name = available.name AND versions.version = available.default_version
            WHERE available.name = %s
            """,
            (name,),
        ).fetchone()
        if row is None:
            raise RoomError("migration.no_extension", extension=name, version=version)
        if not row[0] and not row[1]:
            raise RoomError("migration.ask_superuser", extension=name)


def _installed(connection: "psycopg.Connection[Any]") -> str | None:
    """Return the database's version, None in an empty one."""
    row = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (BOOK,)).fetchone()
    if not (row and row[0]):
        return None
    rows = connection.execute("SELECT version FROM room_migration.pum_migrations").fetchall()
    return max((row[0] for row in rows), key=version_key, default=None)


def _srid(connection: "psycopg.Connection[Any]", before: str | None, wanted: int | None) -> int:
    """Return the database's metric system: chosen once, kept for good."""
    if before is not None:
        row = connection.execute(
            "SELECT (parameters->>'srid')::integer FROM room_migration.pum_migrations ORDER BY date_installed LIMIT 1"
        ).fetchone()
        kept = int(row[0]) if row and row[0] is not None else DEFAULT_SRID
        if wanted is not None and wanted != kept:
            raise RoomError("migration.other_srid", installed=kept, wanted=wanted)
        return kept
    chosen = wanted or DEFAULT_SRID
    connection.execute("CREATE EXTENSION IF NOT EXISTS postgis")
    row = connection.execute("SELECT srtext FROM spatial_ref_sys WHERE srid = %s", (chosen,)).fetchone()
    if row is None or not row[0].startswith("PROJCS") or 'UNIT["metre"' not in row[0]:
        raise RoomError("migration.srid_not_metric", srid=chosen)
    return chosen


def _apply(connection: OneTransaction, config: PumConfig, before: str | None, srid: int, wanted: str) -> None:
    """Let PUM apply what is missing and make the droppable layer anew; words its failure with place and statement."""
    trail = Trail()
    logger = logging.getLogger("pum")
    logger.setLevel(_STATEMENTS)
    logger.propagate = False
    logger.addHandler(trail)
    upgrader = Upgrader(config)
    options = {"parameters": {"srid": srid}, "max_version": wanted, "feedback": trail}
    try:
        if before is None:
            upgrader.install(connection, **options)
        else:
            upgrader.upgrade(connection, **options)
    except (PumException, psycopg.Error) as error:
        cause = error.__cause__ if isinstance(error.__cause__, psycopg.Error) else error
        if isinstance(cause, psycopg.errors.LockNotAvailable):
            raise RoomError("migration.busy", place=trail.place) from error
        raise RoomError(
            "migration.failed",
            place=trail.place,
            statement=_short(trail.statement),
            reason=str(cause).strip().splitlines()[0] if isinstance(cause, psycopg.Error) else str(error),
        ) from error


def _fill_code_tables(connection: OneTransaction, folder: Path) -> Filled:
    """Upsert the code tables; a bad row is named."""
    try:
        return upsert(connection, folder)
    except psycopg.Error as error:
        context = (error.diag.context or "").splitlines()
        raise RoomError(
            "migration.code_table",
            table=error.diag.table_name or (context[0] if context else ""),
            reason=" ".join(filter(None, [error.diag.message_primary, error.diag.message_detail])),
        ) from error


def _last_digest(connection: "psycopg.Connection[Any]") -> str | None:
    row = connection.execute(DIGEST_QUERY).fetchone()
    return row[0] if row else None


def _note(connection: OneTransaction, digest: str) -> None:
    """Leave the digest for the next time, and let every desk read the version."""
    connection.execute(psycopg.sql.SQL("COMMENT ON SCHEMA room_migration IS {}").format(psycopg.sql.Literal(digest)))
    connection.execute("GRANT USAGE ON SCHEMA room_migration TO PUBLIC")
    connection.execute("GRANT SELECT ON room_migration.pum_migrations TO PUBLIC")


def _short(statement: str) -> str:
    """Return the first lines of a statement, enough to find it."""
    words = " ".join(statement.split())
    return words if len(words) <= 200 else f"{words[:200]} …"


if __name__ == "__main__":
    sys.exit(main())
