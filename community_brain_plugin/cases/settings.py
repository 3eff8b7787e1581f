"""Settings of the room that its leaders may change while it runs, and the periods whose figures are final.

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import psycopg2.extensions

from .records import Row, rows

Database = psycopg2.extensions.connection

#: Who may change settings, who the axes' profile among them, and who may lock figures.
LEADERS = frozenset({"shift_leader", "admin"})
ADMINISTRATORS = frozenset({"admin"})
EVALUATORS = frozenset({"evaluator"})
#: The largest number the database takes for a setting.
MOST = {
    "webhook_attempts": 100, "contact_days": 3650, "track_days": 366, "duplicate_metres": 1000, "duplicate_hours": 8760,
    "reports_per_hour": 100_000, "result_megabytes": 1_000_000, "track_megabytes": 1_000_000,
}  # fmt: skip
#: How far apart the two axes are kept.
STRICT, JOINT_ROOM = "strict", "joint_room"


@dataclass(frozen=True)
class Settings:
    """What the room goes by; where nothing is set, what the database takes instead.

    `webhook_hosts` are the hosts that orders may be sent to (`name`, or `name:port`), `webhook_attempts` how often an
    order is tried before it has failed, `contact_days` how many days a caller's contact is kept,
    `track_days` for how many days after a walk its track is; `duplicate_metres` and `duplicate_hours` how near and how
    recent a case file of the same class is that may be the same; `reports_per_hour` how many case files one person
    may report, `result_megabytes` and `track_megabytes` how much saved results and tracks take; `axes_profile` STRICT
    or JOINT_ROOM.
    """

    webhook_hosts: tuple[str, ...] = ()
    webhook_attempts: int = 10
    contact_days: int = 90
    track_days: int = 30
    duplicate_metres: int = 50
    duplicate_hours: int = 72
    reports_per_hour: int = 12_000
    result_megabytes: int = 2048
    track_megabytes: int = 2048
    axes_profile: str = STRICT


def read(connection: Database) -> Settings:
    """Return the settings of the person's subdistrict."""
    known = [field.name for field in fields(Settings)]
    found = rows(connection, "SELECT key, value FROM room.setting WHERE key = ANY (%s)", (known,))
    return Settings(**{row["key"]: _plain(row["value"]) for row in found})


def write(connection: Database, changes: dict[str, Any]) -> None:
    """Change settings by name, all or none. Refused with `room.wrong_role` or `room.bad_value`."""
    with connection.cursor() as cursor:
        for key, value in sorted(changes.items()):
            cursor.execute("SELECT desk.set_setting(%s, %s)", (key, json.dumps(value)))


def changes(connection: Database, most: int = 5) -> list[Row]:
    """Return the latest changes, the newest first: key, at, staff_name, details (before, value)."""
    return rows(connection, _CHANGES, (most,))


def periods(connection: Database) -> list[Row]:
    """Return the periods whose figures are final, the newest first: first and last day, locked_at, locked_by."""
    return rows(connection, _PERIODS)


def lock_period(connection: Database, first: date, last: date) -> None:
    """Make the figures of a span of days final, both days included."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.lock_period(%s, %s)", (first, last))


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


_CHANGES = """
    SELECT key, at, staff_number, staff_name, details FROM desk.room_log WHERE subject = 'setting'
    ORDER BY at DESC, entry_no DESC LIMIT %s
"""
_PERIODS = """
    SELECT lower(e.days) AS first, upper(e.days) - 1 AS last, e.locked_at, f.name AS locked_by
    FROM room.evaluation_period e
    LEFT JOIN room.staff f ON f.subdistrict = e.subdistrict AND f.staff_number = e.locked_by
    ORDER BY e.days DESC
"""
