"""One private cluster for the whole run, and a fresh migrated database for each test that asks for one.

Nothing starts before the first test asks. The cluster lives in a folder of its own below /tmp, since under root the
server's user must reach it.
"""

import contextlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psycopg2.extensions
import pytest
from hypothesis import HealthCheck, settings
from little_room import shut
from psycopg2 import sql

from community_brain_plugin.database import migration
from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect, local

TEMPLATE = "room_template"
SUBDISTRICT = "320199001"
_numbers = itertools.count(1)

# A busy machine is no fault of what is tested: nothing is timed, neither a test's examples nor their making.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@dataclass
class Room:
    """A database of its own, and ways into it under real logins."""

    cluster: PrivateCluster
    name: str
    _open: list[psycopg2.extensions.connection] = field(default_factory=list)

    def parameters(self, login: str = "postgres") -> dict[str, str]:
        """Return the libpq parameters of this database for a login."""
        return local(self.cluster.home, user=login, database=self.name)

    def connect_as(self, login: str = "postgres", autocommit: bool = True) -> psycopg2.extensions.connection:
        """Open a connection; it is closed when the test ends."""
        connection = connect(self.parameters(login), application="test", autocommit=autocommit)
        self._open.append(connection)
        return connection

    def query(
        self, statement: str | sql.Composable, values: Sequence[object] = (), login: str = "postgres"
    ) -> list[tuple[object, ...]]:
        """Run one statement in a transaction of its own and return its rows, if it has any."""
        connection = connect(self.parameters(login), application="test", autocommit=True)
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def login(
        self, staff_number: str, *roles: str, subdistrict: str = SUBDISTRICT, department: str | None = None
    ) -> str:
        """Put a person on the staff list with these roles and return his login, a database role that may log in."""
        name = f"test_{subdistrict}_{staff_number}".lower()
        connection = self.connect_as()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,))
            if cursor.fetchone() is None:
                cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(name)))
            cursor.execute(
                "INSERT INTO room.staff (subdistrict, staff_number, name, department_code, login, valid_from)"
                " VALUES (%s, %s, %s, %s, %s, '2020-01-01')",
                (subdistrict, staff_number, f"Person {staff_number}", department, name),
            )
            # Roles belong to the cluster, so what an earlier test granted is taken back first.
            cursor.execute(
                "SELECT granted.rolname FROM pg_auth_members JOIN pg_roles granted ON granted.oid = roleid"
                " WHERE member = %s::regrole",
                (name,),
            )
            for (granted,) in cursor.fetchall():
                cursor.execute(sql.SQL("REVOKE {} FROM {}").format(sql.Identifier(granted), sql.Identifier(name)))
            for role in roles:
                cursor.execute(
                    "INSERT INTO room.staff_role (subdistrict, staff_number, role, valid_from)"
                    " VALUES (%s, %s, %s, '2020-01-01')",
                    (subdistrict, staff_number, role),
                )
                cursor.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(f"room_{role}"), sql.Identifier(name)))
        return name

    def close(self) -> None:
        """Close what the test left open."""
        for connection in self._open:
            with contextlib.suppress(psycopg2.Error):
                connection.close()
        self._open.clear()


@pytest.fixture(scope="session")
def cluster() -> Iterator[PrivateCluster]:
    """A running private cluster; made for speed, so it does not wait for the disk."""
    home = Path(tempfile.mkdtemp(prefix="community-brain-test-"))
    before = os.environ.get("COMMUNITY_BRAIN_HOME")
    os.environ["COMMUNITY_BRAIN_HOME"] = str(home)
    private = PrivateCluster(home)
    private.up()
    connection = connect(local(private.home, database="postgres"), autocommit=True)
    with connection.cursor() as cursor:
        cursor.execute("ALTER SYSTEM SET fsync = off")
        cursor.execute("ALTER SYSTEM SET full_page_writes = off")
        cursor.execute("SELECT pg_reload_conf()")
    connection.close()
    yield private
    private.down()
    if before is None:
        del os.environ["COMMUNITY_BRAIN_HOME"]
    else:
        os.environ["COMMUNITY_BRAIN_HOME"] = before
    shutil.rmtree(home, ignore_errors=True)


def execute(cluster: PrivateCluster, statement: sql.Composable) -> None:
    """Run one statement outside a transaction, in the maintenance database."""
    connection = connect(local(cluster.home, database="postgres"), autocommit=True)
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    finally:
        connection.close()


@pytest.fixture(scope="session")
def template(cluster: PrivateCluster) -> str:
    """Name of a migrated database without a district, which the tests' databases are copies of."""
    execute(cluster, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    migration.migrate(local(cluster.home, database=TEMPLATE))
    return TEMPLATE


@pytest.fixture
def database(cluster: PrivateCluster, template: str) -> Iterator[Room]:
    """A fresh migrated database: code tables are filled, no district is."""
    yield from _copy(cluster, template)


@pytest.fixture
def empty_database(cluster: PrivateCluster) -> Iterator[Room]:
    """A fresh database with nothing in it."""
    yield from _copy(cluster, "template0")


def _copy(cluster: PrivateCluster, template: str) -> Iterator[Room]:
    room = Room(cluster, f"room_{os.getpid()}_{next(_numbers)}")
    name = sql.Identifier(room.name)
    execute(cluster, sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(template)))
    if template != "template0":
        shut(room.connect_as().cursor(), room.name)
    yield room
    room.close()
    execute(cluster, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
