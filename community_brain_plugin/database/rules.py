"""A city's own rules as tables: written as they are in force, changed by hand, put back and checked as a whole."""

import csv
import json
from pathlib import Path

import psycopg2
import psycopg2.extensions
from psycopg2 import sql

from ..errors import RoomError, from_database
from .importing.founding import read_table

# A table that is saved as one of these, or under another name, would not be loaded.
_SPREADSHEETS = (".csv", ".tsv", ".xls", ".xlsx", ".ods")
# Table → the rows in force for a class profile, each table after those that it refers to. Of transitions a profile has
# its own, all of them, or the program's; of numbers each by itself.
_TABLES = {
    "class_condition": """
        SELECT * FROM room.class_condition WHERE profile = %(profile)s ORDER BY kind, class_code, condition_no
    """,
    "case_quick_class": "SELECT * FROM room.case_quick_class WHERE profile = %(profile)s ORDER BY kind, class_code",
    "case_limit": """
        SELECT DISTINCT ON (rule) %(profile)s::text AS profile, rule, amount, name_zh, name_en FROM room.case_limit
        WHERE profile IN (%(profile)s, 'default') ORDER BY rule, profile = 'default'
    """,
    "stage_limit": """
        SELECT DISTINCT ON (stage) %(profile)s::text AS profile, stage, minutes FROM room.stage_limit
        WHERE profile IN (%(profile)s, 'default') ORDER BY stage, profile = 'default'
    """,
    "operating_stage_limit": """
        SELECT DISTINCT ON (state, stage) %(profile)s::text AS profile, state, stage, minutes
        FROM room.operating_stage_limit
        WHERE profile IN (%(profile)s, 'default') ORDER BY state, stage, profile = 'default'
    """,
    "operating_class_limit": """
        SELECT * FROM room.operating_class_limit WHERE profile = %(profile)s
        ORDER BY kind, class_code, condition_no, state
    """,
    "operating_action": "SELECT * FROM room.operating_action ORDER BY position",
    "operating_state_action": "SELECT * FROM room.operating_state_action ORDER BY state, action",
    "operating_task": "SELECT * FROM room.operating_task ORDER BY state, position, task",
    "operating_transition": "SELECT * FROM room.operating_transition ORDER BY from_state, to_state",
    "calendar": "SELECT * FROM room.calendar ORDER BY calendar",
    "calendar_hours": "SELECT * FROM room.calendar_hours ORDER BY calendar, starts",
    "calendar_day": "SELECT * FROM room.calendar_day ORDER BY calendar, day",
    "profile_calendar": """
        SELECT %(profile)s::text AS profile, calendar FROM room.profile_calendar
        WHERE profile IN (%(profile)s, 'default') ORDER BY profile = 'default' LIMIT 1
    """,
    "case_transition": """
        SELECT (jsonb_populate_record(t, jsonb_build_object('profile', %(profile)s::text))).*
        FROM room.case_transition t
        WHERE t.profile = CASE WHEN EXISTS (SELECT FROM room.case_transition o WHERE o.profile = %(profile)s)
                               THEN %(profile)s ELSE 'default' END
        ORDER BY position
    """,
}
# The State Council names the holidays of a year in the November before; limits may reach two months ahead.
_UNKNOWN_YEAR = """
    SELECT y.year FROM (SELECT extract(year FROM room.room_today() + 60)::integer AS year) y
    WHERE NOT EXISTS (
        SELECT FROM room.calendar_day d WHERE extract(year FROM d.day) = y.year AND d.calendar = (
            SELECT c.calendar FROM room.profile_calendar c LEFT JOIN room.class_profile p USING (profile)
            WHERE p.is_default OR c.profile = 'default' ORDER BY c.profile = 'default' LIMIT 1))
"""
_PROFILES = "SELECT profile, is_default FROM room.class_profile ORDER BY valid_from DESC"


def write(
    connection: psycopg2.extensions.connection, folder: Path, profile: str | None = None
) -> dict[str, tuple[Path, int]]:
    """Write the rules in force for a class profile (None: the default one) into `folder`, a CSV file a table.

    Returns path and number of rows by table. RoomError `rules.no_profile`; OSError where the folder takes no files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    with connection.cursor() as cursor:
        cursor.execute(_PROFILES)
        profiles = dict(cursor.fetchall())
        chosen = profile or next(name for name, is_default in profiles.items() if is_default)
        if chosen not in profiles:
            raise RoomError("rules.no_profile", profile=chosen, known=", ".join(profiles))
        for table, query in _TABLES.items():
            cursor.execute(query, {"profile": chosen})
            rows = cursor.fetchall()
            path = folder / f"{table}.csv"
            # With a mark of its encoding, so that spreadsheets show Chinese.
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                out = csv.writer(file, lineterminator="\n")
                out.writerow([column.name for column in cursor.description or ()])
                out.writerows([[_text(value) for value in row] for row in rows])
            written[table] = (path, len(rows))
    return written


def load(
    connection: psycopg2.extensions.connection, folder: Path, *, check_only: bool = False
) -> dict[str, dict[str, int]]:
    """Put in the tables of rules found in `folder`, all or nothing; what they name is replaced as a whole.

    Returns rows added and removed by table. With `check_only` all of it is done and taken back. Needs the rights of the
    database's owner. RoomError `rules.empty`, `rules.unknown_file`, `import.bad_row`, or what is wrong with the rules
    as a whole.
    """
    found = {table: folder / f"{table}.csv" for table in _TABLES if (folder / f"{table}.csv").is_file()}
    known, there = ", ".join(_TABLES), folder.iterdir() if folder.is_dir() else ()
    unknown = sorted(path.name for path in there if _is_table(path) and path not in found.values())
    if unknown:
        # Passed over in silence, a table whose name is written wrongly would be taken for loaded.
        raise RoomError("rules.unknown_file", files=", ".join(unknown), folder=folder, known=known)
    if not found:
        raise RoomError("rules.empty", folder=folder, known=known)
    try:
        with connection, connection.cursor() as cursor:
            answers = {table: _put(cursor, table, path) for table, path in found.items()}
            cursor.execute("SELECT desk.check_operating_rules()")
            if check_only:
                connection.rollback()
    except psycopg2.Error as error:
        raise from_database(error) from error
    return answers


def unknown_year(connection: psycopg2.extensions.connection) -> int | None:
    """Return the year within two months of today of which the room's calendar has no day; None where it has some."""
    with connection.cursor() as cursor:
        cursor.execute(_UNKNOWN_YEAR)
        found = cursor.fetchone()
    return found[0] if found else None


def _is_table(path: Path) -> bool:
    """Whether a file looks like a table; what a spreadsheet or an editor keeps beside one begins with a mark."""
    return path.suffix.lower() in _SPREADSHEETS and not path.name.startswith((".", "~"))


def _put(cursor: psycopg2.extensions.cursor, table: str, path: Path) -> dict[str, int]:
    rows = [{name: value or None for name, value in row.items()} for row in read_table(path)]
    cursor.execute(sql.SQL("SELECT desk.put_rules(%s, %s::jsonb)"), (table, json.dumps(rows)))
    (answer,) = cursor.fetchone() or ({},)
    return dict(answer)


def _text(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
