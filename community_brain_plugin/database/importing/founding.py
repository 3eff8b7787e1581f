"""Founding a room: a subdistrict of the division tree gets handling units, staff with logins, whom to send.

The same tables are written from a room, to be changed in a spreadsheet and loaded again.
"""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import psycopg2.extensions
from psycopg2 import sql

from ...errors import RoomError, from_database
from ..connection import LOGIN_CONNECTIONS
from .staging import one

Rows = list[dict[str, str]]


@dataclass
class Founding:
    """What a room is founded with; a table that is None stays as it is."""

    subdistrict: str
    departments: Rows | None = None
    staff: Rows | None = None
    responsibilities: Rows | None = None
    roster: Rows | None = None


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
            if founding.roster is not None:
                rows = json.dumps(founding.roster)
                (answer["roster"],) = one(cursor, "SELECT desk.put_roster(%s, %s::jsonb)", founding.subdistrict, rows)
            return answer
    except psycopg2.Error as error:
        raise from_database(error) from error


def write(connection: psycopg2.extensions.connection, subdistrict: str, folder: Path) -> dict[str, tuple[Path, int]]:
    """Write handling units, staff, responsibility table and turns of duty into `folder`, as `found` reads them.

    They are those of today; of the turns, those of shifts that are not over.

    A CSV file a table, in UTF-8 with its mark, so that spreadsheets show Chinese. Returns path and number of rows by
    table; loading them again changes nothing. RoomError `import.no_subdistrict`, OSError where nothing can be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    with connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path TO room, desk, pg_temp")
        cursor.execute("SELECT 1 FROM room.division WHERE code = %s AND subdistrict = code", (subdistrict,))
        if cursor.fetchone() is None:
            raise RoomError("import.no_subdistrict", code=subdistrict)
        for table, query in _TABLES.items():
            cursor.execute(query, {"subdistrict": subdistrict})
            rows = cursor.fetchall()
            path = folder / f"{table}.csv"
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                out = csv.writer(file, lineterminator="\n")
                out.writerow([column.name for column in cursor.description or ()])
                out.writerows(rows)
            written[table] = (path, len(rows))
    return written


def _make_logins(cursor: psycopg2.extensions.cursor, subdistrict: str, logins: Sequence[str]) -> None:
    """Give each person a database role with the group roles of the posts held today, and no others.

    Where nobody has limited how many connections it may have, it gets a limit, so that none fills the server.
    """
    cursor.execute(
        """
        SELECT s.login::text, array_remove(array_agg('room_' || k.role ORDER BY k.role), NULL),
               EXISTS (SELECT FROM pg_roles r WHERE r.rolname = s.login),
               NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = s.login AND r.rolconnlimit >= 0)
        FROM room.staff s
        LEFT JOIN room.staff_role k ON k.subdistrict = s.subdistrict AND k.staff_number = s.staff_number
              AND k.valid_from <= room.room_today() AND (k.valid_to IS NULL OR k.valid_to >= room.room_today())
        WHERE s.subdistrict = %s AND s.login = ANY (%s::name[])
        GROUP BY s.login
        """,
        (subdistrict, list(logins)),
    )
    for login, wanted, exists, unlimited in cursor.fetchall():
        name = sql.Identifier(login)
        if not exists:
            cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(name))
        if unlimited:
            limit = sql.SQL("ALTER ROLE {} CONNECTION LIMIT {}")
            cursor.execute(limit.format(name, sql.Literal(LOGIN_CONNECTIONS)))
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


_TABLES = {
    "departments": """
        SELECT department_code, name_zh, name_en, kind, contact_name, phone, channel, address FROM room.department
        WHERE subdistrict = %(subdistrict)s AND (valid_to IS NULL OR valid_to >= room.room_today())
        ORDER BY department_code
    """,
    "staff": """
        SELECT s.staff_number, s.name, s.department_code, s.login, s.phone,
               string_agg(r.role, ' ' ORDER BY r.role) AS roles
        FROM room.staff s
        JOIN room.staff_role r ON r.subdistrict = s.subdistrict AND r.staff_number = s.staff_number
        WHERE s.subdistrict = %(subdistrict)s AND s.login IS NOT NULL
          AND (s.valid_to IS NULL OR s.valid_to >= room.room_today())
          AND r.valid_from <= room.room_today() AND (r.valid_to IS NULL OR r.valid_to >= room.room_today())
        GROUP BY s.subdistrict, s.staff_number ORDER BY s.staff_number
    """,
    "responsibilities": """
        SELECT k.kind, k.major_code, k.class_code,
               CASE WHEN k.grid_code IS NOT NULL THEN coalesce(k.grid_kind, 'community') END AS grid_kind,
               k.grid_code, left(k.hour_from::text, 5) || '-' || left(k.hour_to::text, 5) AS hours, k.operating_state,
               k.department_code, k.channel,
               (SELECT string_agg((e ->> 'minutes') || ':' || (e ->> 'department_code'), ' ' ORDER BY place)
                FROM jsonb_array_elements(k.escalation) WITH ORDINALITY level(e, place)) AS escalation,
               k.priority, k.valid_from, k.valid_to
        FROM room.responsibility k
        WHERE k.subdistrict = %(subdistrict)s AND k.profile = desk.class_profile(k.subdistrict)
          AND (k.valid_to IS NULL OR k.valid_to >= room.room_today())
        ORDER BY k.kind, k.priority, k.major_code NULLS LAST, k.class_code NULLS LAST, k.grid_code NULLS LAST,
                 k.hour_from NULLS LAST, k.operating_state NULLS LAST, k.department_code, k.responsibility_id
    """,
    # To the minute where a shift keeps to minutes, as people write them.
    "roster": r"""
        SELECT regexp_replace(to_char(h.starts_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS.US'),
                              ':00\.000000$', '') AS starts_at,
               regexp_replace(to_char(h.ends_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS.US'),
                              ':00\.000000$', '') AS ends_at,
               h.name_zh AS shift, h.name_en AS shift_en, r.staff_number, r.role,
               CASE WHEN r.grid_code IS NOT NULL THEN coalesce(r.grid_kind, 'community') END AS grid_kind, r.grid_code,
               array_to_string(r.operating_states, ' ') AS operating_states
        FROM room.shift h
        JOIN room.roster r ON r.subdistrict = h.subdistrict AND r.shift_id = h.shift_id
        WHERE h.subdistrict = %(subdistrict)s AND h.ends_at > room.room_now()
        ORDER BY h.starts_at, h.ends_at, r.staff_number, r.role
    """,
}
