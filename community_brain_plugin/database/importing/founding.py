"""Founding a room: a subdistrict of the division tree gets handling units, staff with logins, whom to send."""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import psycopg2.extensions
from psycopg2 import sql

from ...errors import RoomError, from_database
from .staging import one

Rows = list[dict[str, str]]


@dataclass
class Founding:
    """What a room is founded with; a table that is None stays as it is."""

    subdistrict: str
    departments: Rows | None = None
    staff: Rows | None = None
    responsibilities: Rows | None = None


def read_table(path: Path) -> Rows:
    """Return the rows of a CSV file with a header, UTF-8 or GB 18030; RoomError `import.no_source`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RoomError("import.no_source", source=str(path), reason=error.strerror) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", errors="replace")
    rows = list(csv.DictReader(text.splitlines()))
    return [{key: value or "" for key, value in row.items() if key} for row in rows]


def found(connection: psycopg2.extensions.connection, founding: Founding) -> dict[str, int]:
    """Make the subdistrict a room, or bring its people up to date; all or nothing, safe to repeat.

    Answers how many rows differed in each table. Needs the owner's rights, since it makes logins. RoomError
    `import.bad_row` names table, row and field.
    """
    tables = (founding.departments, founding.staff, founding.responsibilities)
    try:
        with connection, connection.cursor() as cursor:
            answer: dict[str, int]
            (answer,) = one(
                cursor,
                "SELECT desk.found_subdistrict(%s, %s::jsonb, %s::jsonb, %s::jsonb)",
                founding.subdistrict,
                *(None if rows is None else json.dumps(rows) for rows in tables),
            )
            _make_logins(cursor, founding.subdistrict, [row["login"] for row in founding.staff or []])
            return answer
    except psycopg2.Error as error:
        raise from_database(error) from error


def _make_logins(cursor: psycopg2.extensions.cursor, subdistrict: str, logins: Sequence[str]) -> None:
    """Give each person a database role with the group roles of the posts held today, and no others."""
    cursor.execute(
        """
        SELECT s.login::text, array_remove(array_agg('room_' || k.role ORDER BY k.role), NULL),
               EXISTS (SELECT FROM pg_roles r WHERE r.rolname = s.login)
        FROM room.staff s
        LEFT JOIN room.staff_role k ON k.subdistrict = s.subdistrict AND k.staff_number = s.staff_number
              AND k.valid_from <= room.room_today() AND (k.valid_to IS NULL OR k.valid_to >= room.room_today())
        WHERE s.subdistrict = %s AND s.login = ANY (%s::name[])
        GROUP BY s.login
        """,
        (subdistrict, list(logins)),
    )
    for login, wanted, exists in cursor.fetchall():
        name = sql.Identifier(login)
        if not exists:
            cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(name))
        cursor.execute(
            """
            SELECT g.rolname::text
            FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
            WHERE u.rolname = %s AND g.rolname LIKE 'room\\_%%'
            """,
            (login,),
        )
        held = {group for (group,) in cursor.fetchall()}
        for group in sorted(held - set(wanted)):
            cursor.execute(sql.SQL("REVOKE {} FROM {}").format(sql.Identifier(group), name))
        for group in sorted(set(wanted) - held):
            cursor.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), name))
