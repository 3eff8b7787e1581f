"""Trying a connection: who are we there, and does its schema fit this program. `ask` runs on a worker."""

from dataclasses import dataclass
from typing import Any

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
    """Ask a room who we are. RoomError `database.not_migrated` where it has no tables, errors of psycopg2 else."""
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


def schema_misfit(connection: Any) -> RoomError | None:
    """Return why nothing may be written here: an older or a newer schema; None when it fits.

    RoomError `database.not_migrated` where there is no schema at all.
    """
    found = schema_state(connection)
    if found.kind == "current":
        return None
    if found.installed is None:
        raise RoomError("database.not_migrated", reason="–")
    return RoomError(f"room.schema_{found.kind}", database=found.installed, program=found.newest)
