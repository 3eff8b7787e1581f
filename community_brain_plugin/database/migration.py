"""What version a room's schema has, and bringing it to this plugin's by a process of its own."""

import hashlib
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psycopg2
import psycopg2.extensions

from ..errors import RoomError
from ..resources import FOLDER
from .background import environment, python
from .connection import connect
from .home import Home, default_home

#: The PUM module: .pum.yaml, changelogs/<version>/*.sql, app/*.sql.
SCHEMA_FOLDER = FOLDER / "schema"
#: CSV files upserted into the tables they are named after.
CODE_TABLES_FOLDER = FOLDER / "code_tables"
#: Where PUM keeps its book; the same name stands in .pum.yaml.
BOOK = "room_migration.pum_migrations"
DEFAULT_SRID = 4549
#: The digest of the droppable layer and the code tables that were last put in, kept as a comment.
DIGEST_QUERY = "SELECT obj_description(to_regnamespace('room_migration'), 'pg_namespace')"


@dataclass(frozen=True)
class SchemaState:
    """The version a database has and the one this plugin brings; `kind` is missing, older, current or newer."""

    installed: str | None
    newest: str

    @property
    def kind(self) -> str:
        """Compare the two versions."""
        if self.installed is None:
            return "missing"
        have, want = version_key(self.installed), version_key(self.newest)
        return "current" if have == want else "older" if have < want else "newer"


@dataclass(frozen=True)
class Migrated:
    """What a migration did."""

    before: str | None
    after: str
    changed: bool
    #: Code tables without a table of that name in the schema.
    skipped: list[str] = field(default_factory=list)
    #: By code table how many rows were changed in this room, and were left as they are.
    kept: dict[str, int] = field(default_factory=dict)


def version_key(version: str) -> tuple[int, ...]:
    """Return a version as numbers, which sort as versions do."""
    return tuple(int(part) for part in version.split("."))


def newest_version(schema: Path = SCHEMA_FOLDER) -> str:
    """Return the newest version among the changelogs."""
    return max((path.name for path in (schema / "changelogs").iterdir() if path.is_dir()), key=version_key)


def schema_state(connection: psycopg2.extensions.connection, schema: Path = SCHEMA_FOLDER) -> SchemaState:
    """Ask a database for its version; any login may."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (BOOK,))
        found = cursor.fetchone()
        if not (found and found[0]):
            return SchemaState(None, newest_version(schema))
        cursor.execute("SELECT version FROM room_migration.pum_migrations")
        versions = [row[0] for row in cursor.fetchall()]
    return SchemaState(max(versions, key=version_key, default=None), newest_version(schema))


def layer_digest(schema: Path, code_tables: Path) -> str:
    """Return a hash of all that is put in anew when it has changed: the droppable layer and the code tables."""
    total = hashlib.sha256()
    for folder in (schema / "app", code_tables):
        for path in sorted(folder.glob("*")):
            if path.is_file():
                total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def migrate(
    parameters: Mapping[str, str],
    *,
    srid: int | None = None,
    schema: Path = SCHEMA_FOLDER,
    code_tables: Path = CODE_TABLES_FOLDER,
    max_version: str | None = None,
    force: bool = False,
) -> Migrated:
    """Bring the database behind these libpq parameters to the newest version, all or nothing.

    `srid` is the EPSG code of its metric CGCS2000 system, needed once (default 4549) and refused when it differs
    afterwards. Without news nothing is touched unless `force`. RoomError with a code of the prefix `migration.`.
    """
    if not (force or srid or max_version):
        known = _without_news(parameters, schema, code_tables)
        if known is not None:
            return Migrated(known, known, changed=False)
    order = {
        "parameters": dict(parameters),
        "srid": srid,
        "schema": str(schema),
        "code_tables": str(code_tables),
        "max_version": max_version,
        "force": force,
    }
    home = Home(default_home())
    worker = [python(), "-m", "community_brain_plugin.database.migration_process"]
    done = subprocess.run(
        worker, input=json.dumps(order), capture_output=True, text=True, check=False, cwd="/", env=environment(home)
    )
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        reason = (done.stderr.strip().splitlines() or ["?"])[-1]
        code = "migration.no_pum" if "No module named" in reason else "migration.process_died"
        raise RoomError(code, reason=reason, python=python()) from None
    if "error" in answer:
        raise RoomError(answer["error"], **answer["params"])
    return Migrated(**answer)


def _without_news(parameters: Mapping[str, str], schema: Path, code_tables: Path) -> str | None:
    """Return the version of a database that has all this plugin brings, else None: no need to start a process then."""
    connection = connect(parameters)
    try:
        state = schema_state(connection, schema)
        if state.kind != "current":
            return None
        with connection.cursor() as cursor:
            cursor.execute(DIGEST_QUERY)
            same = cursor.fetchone() == (layer_digest(schema, code_tables),)
        return state.installed if same else None
    finally:
        connection.close()
