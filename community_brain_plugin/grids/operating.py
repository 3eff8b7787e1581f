"""Operating states of areas: which holds where and until when, and setting one.

Every function that takes a psycopg2 connection runs in a transaction that the caller ends; its errors come through.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import psycopg2.extensions

from ..cases.records import Row, rows

Database = psycopg2.extensions.connection

#: Who may set a state.
LEADERS = frozenset({"shift_leader", "admin"})
#: The states in the order of their course; an area nobody said anything about is normal.
STATES = ("normal", "pre_transition", "emergency", "post_transition")
NORMAL = "normal"
# What needs most attention comes first.
_GRAVITY = ("emergency", "pre_transition", "post_transition")


def areas(connection: Database) -> list[Row]:
    """Return every area that may have a state: kind, code, name_zh, name_en; the subdistrict first, then by kind."""
    return rows(connection, _AREAS)


def history(connection: Database, kind: str, code: str, most: int = 4) -> list[Row]:
    """Return the latest states of an area, the newest first: state, since, until, reason, set_by (a name)."""
    return rows(connection, _HISTORY, (kind, code, most))


def set_state(connection: Database, kind: str, code: str, state: str, reason: str, until: str | None) -> None:
    """Set the state of an area from now on, until a moment (ISO 8601) or for good.

    Refused with `room.wrong_role`, `room.reason_required`, `room.bad_value` or `room.unknown_area`.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.set_area_state(%s, %s, %s, %s, %s)", (kind, code, state, reason, until))


def holding(live: Iterable[Mapping[str, Any]], now: datetime) -> dict[tuple[str, str], Mapping[str, Any]]:
    """Return the rows of desk.area_live that hold at a moment, by kind and code; one that ran out holds no more."""
    return {(row["area_kind"], row["area_code"]): row for row in live if row.get("until") is None or row["until"] > now}


def gravest(held: Iterable[Mapping[str, Any]]) -> tuple[str, int]:
    """Return the state that needs most attention and how many areas are out of the normal; ("normal", 0) where none."""
    states = [row["state"] for row in held if row["state"] != NORMAL]
    return next((state for state in _GRAVITY if state in states), NORMAL), len(states)


_AREAS = """
    SELECT a.kind, a.code, a.name_zh, a.name_en
    FROM (SELECT d.level AS kind, d.code, d.name_zh, d.name_en FROM desk.division d
          UNION ALL
          SELECT g.kind, g.code, g.name_zh, g.name_en FROM desk.grid g) a
    WHERE a.kind IN ('subdistrict', 'community', 'block', 'patrol_grid')
    ORDER BY array_position(ARRAY['subdistrict', 'community', 'block', 'patrol_grid'], a.kind), a.code
"""
_HISTORY = """
    SELECT a.state, lower(a.valid) AS since, upper(a.valid) AS until, a.reason, coalesce(f.name, a.set_by) AS set_by
    FROM room.area_state a
    LEFT JOIN room.staff f ON f.subdistrict = a.subdistrict AND f.staff_number = a.set_by
    WHERE a.area_kind = %s AND a.area_code = %s
    ORDER BY lower(a.valid) DESC LIMIT %s
"""
