"""Opening connections that notice a dead network in seconds, and knowing where a room's server is."""

from collections.abc import Mapping
from typing import Any

import psycopg2
import psycopg2.extensions
from psycopg2.extensions import make_dsn

from ..errors import from_database
from .home import PORT, Home

#: Name of the room's database in every cluster.
DATABASE = "community_brain"
#: Name of the pg_service entry every desk connects with; map layers know nothing else.
SERVICE = "community-brain"
#: Bootstrap superuser of a private cluster.
SUPERUSER = "postgres"
#: Login of the resident service.
SERVICE_LOGIN = "community_brain_service"

#: Connections of one login at a time: a third of a private server's. Two windows at their busiest have 22.
LOGIN_CONNECTIONS = 40

#: A cut is noticed after about ten seconds of silence: 4 s idle, then three probes 2 s apart.
NETWORK = {
    "connect_timeout": "5",
    "keepalives": "1",
    "keepalives_idle": "4",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
    "client_encoding": "UTF8",
}


def local(home: Home, user: str = SUPERUSER, database: str = DATABASE) -> dict[str, str]:
    """Return the libpq parameters of a private room, for one of its logins."""
    return {"host": str(home.socket), "port": str(PORT), "user": user, "dbname": database}


def by_service(service: str = SERVICE) -> dict[str, str]:
    """Return the libpq parameters of a named pg_service entry; PGSERVICEFILE chooses the file it is looked up in."""
    return {"service": service}


def connect(
    parameters: Mapping[str, str], *, application: str = SERVICE, autocommit: bool = False
) -> psycopg2.extensions.connection:
    """Open a connection with these libpq parameters (see `local`, `by_service`).

    Its transactions are READ COMMITTED, whatever the server's default: who waited for another must see what that one
    did, and not fail. Raises RoomError with a code of the prefix `database.`: connection lost, wrong password, no such
    database, …
    """
    wanted = {**NETWORK, "application_name": application, **parameters}
    try:
        connection = psycopg2.connect(make_dsn(**wanted))
        connection.set_session(isolation_level="READ COMMITTED", autocommit=autocommit)
    except psycopg2.Error as error:
        raise from_database(error) from error
    return connection


def answered(
    connection: psycopg2.extensions.connection, statement: str, values: tuple[object, ...] = ()
) -> list[tuple[Any, ...]]:
    """Run a statement and return its rows; a refusal is raised as RoomError, in words."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()
    except psycopg2.Error as error:
        raise from_database(error) from error
