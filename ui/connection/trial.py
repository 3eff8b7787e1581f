"""Trying a connection: who are we there, and does its schema fit this program. `ask` runs on a worker."""

from dataclasses import dataclass
from typing import Any

from ...database.binaries import OLDEST
from ...database.migration import schema_state
from ...errors import RoomError


@dataclass(frozen=True)
class Answer:
    """What a room says of itself and of us; `misfit` when its schema is not this program's."""

    room: str
    person: str
    roles: tuple[str, ...]
    schema: str
    misfit: RoomError | None


def ask(connection: Any) -> Answer:
    """Ask a room who we are. Errors of psycopg2 are raised as they are.

    RoomError `database.too_old` where the server cannot hold a room, `database.not_migrated` where it has no tables.
    """
    too_old = server_misfit(connection)
    if too_old is not None:
        raise too_old
    misfit = schema_misfit(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.whoami()")
        me = cursor.fetchone()[0]
    return Answer(
        str(me.get("subdistrict_name") or me["subdistrict"]),
        me["name"],
        tuple(sorted(me["roles"])),
        schema_state(connection).installed or "–",
        misfit,
    )


def server_misfit(connection: Any) -> RoomError | None:
    """Return that the server is too old to guard a room's rows; None when it is not."""
    version = connection.server_version // 10_000
    return RoomError("database.too_old", version=version, oldest=OLDEST) if version < OLDEST else None


def room_misfit(connection: Any) -> RoomError | None:
    """Return why nothing may be written here: an older server, an older or a newer schema; None when all fits."""
    return server_misfit(connection) or schema_misfit(connection)


def schema_misfit(connection: Any) -> RoomError | None:
    """Return that a room's schema is older or newer than this program's; None when it fits.

    RoomError `database.not_migrated` where there is no schema at all.
    """
    found = schema_state(connection)
    if found.kind == "current":
        return None
    if found.installed is None:
        raise RoomError("database.not_migrated", reason="–")
    return RoomError(f"room.schema_{found.kind}", database=found.installed, program=found.newest)
