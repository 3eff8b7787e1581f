"""Operating states of areas: which holds where and until when, setting one, and the actions each asks for.

Every function that takes a psycopg2 connection runs in a transaction that the caller ends; its errors come through.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg2.extensions
from psycopg2.extras import Json

from ..cases.records import Row, rows
from ..wording import name

Database = psycopg2.extensions.connection

#: Who may set a state.
LEADERS = frozenset({"shift_leader", "admin"})
#: The states in the order of their course; an area nobody said anything about is normal.
STATES = ("normal", "pre_transition", "emergency", "post_transition")
NORMAL = "normal"
# What needs most attention comes first.
_GRAVITY = ("emergency", "pre_transition", "post_transition")


@dataclass(frozen=True)
class Rules:
    """What the room's tables say of operating states: names are columns name_zh and name_en of the rows.

    states: rows state, after_end (what follows by itself, None for the normal). ways: (from, to) → row with is_course.
    actions: rows action, roles (posts that may record it). of_state: state → its actions. outcomes: rows outcome,
    settles. tasks: rows task, state, action, area_kind (None: any), repeat_minutes (None: settled once).
    """

    states: tuple[Row, ...]
    ways: Mapping[tuple[str, str], Row]
    actions: tuple[Row, ...]
    of_state: Mapping[str, frozenset[str]]
    outcomes: tuple[Row, ...]
    tasks: tuple[Row, ...]

    def may_follow(self, state: str) -> tuple[str, ...]:
        """Return the states that may be set in this one: itself, and where the table leads."""
        return tuple(row["state"] for row in self.states if row["state"] == state or (state, row["state"]) in self.ways)

    def ends(self, state: str) -> str | None:
        """Return the state that follows by itself when this one was set until a moment; None where it cannot be."""
        return next((row["after_end"] for row in self.states if row["state"] == state), None)

    def actions_in(self, state: str, roles: Iterable[str]) -> list[Row]:
        """Return the actions of a state that a person with these roles may record."""
        held = frozenset(roles)
        mine = (row for row in self.actions if row["action"] in self.of_state.get(state, ()))
        return [row for row in mine if held & set(row["roles"].split())]

    def tasks_in(self, state: str, kind: str) -> list[Row]:
        """Return the checklist of a state for an area of a kind, in its order."""
        return [row for row in self.tasks if row["state"] == state and row["area_kind"] in (None, kind)]

    def is_open(self, task: Row, last: Mapping[str, Any] | None, now: datetime) -> bool:
        """Return whether a task is still to be done; `last` is what was last recorded of it in this state."""
        settling = {row["outcome"] for row in self.outcomes if row["settles"]}
        if last is None or last["outcome"] not in settling:
            return True
        again = task["repeat_minutes"]
        return again is not None and datetime.fromisoformat(last["at"]) + timedelta(minutes=again) <= now


def rules(connection: Database) -> Rules:
    """Read what the room's tables say of operating states today."""
    ways = rows(connection, _WAYS)
    of_state: dict[str, set[str]] = {}
    for row in rows(connection, "SELECT state, action FROM room.operating_state_action"):
        of_state.setdefault(row["state"], set()).add(row["action"])
    return Rules(
        tuple(rows(connection, "SELECT * FROM room.operating_state ORDER BY position")),
        {(row["from_state"], row["to_state"]): row for row in ways},
        tuple(rows(connection, "SELECT * FROM room.operating_action ORDER BY position")),
        {state: frozenset(actions) for state, actions in of_state.items()},
        tuple(rows(connection, "SELECT * FROM room.operating_outcome ORDER BY position")),
        tuple(rows(connection, _TASKS)),
    )


def areas(connection: Database) -> list[Row]:
    """Return every area that may have a state: kind, code, name_zh, name_en; the subdistrict first, then by kind."""
    return rows(connection, _AREAS)


def history(connection: Database, kind: str, code: str, most: int = 20) -> list[Row]:
    """Return the latest states of an area, the newest first: state, since, until, reason, set_by (a name)."""
    return rows(connection, _HISTORY, (kind, code, most))


def actions(connection: Database, kind: str, code: str, most: int = 50) -> list[Row]:
    """Return what was done on an area, the newest first: rows of desk.area_action."""
    return rows(connection, _ACTIONS, (kind, code, most))


def set_state(connection: Database, kind: str, code: str, state: str, reason: str, until: str | None) -> None:
    """Set the state of an area from now on, until a moment (ISO 8601) or for good.

    Refused with `room.wrong_role`, `room.reason_required`, `room.bad_value`, `room.unknown_area` or, where the state
    may not follow the one that holds, `room.operating_course`.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.set_area_state(%s, %s, %s, %s, %s)", (kind, code, state, reason, until))


def take_action(
    connection: Database, kind: str, code: str, action: str, payload: Mapping[str, Any], request: str
) -> None:
    """Record one of the seven actions on an area; the same request sent twice is recorded once.

    payload: state (the one the person saw), outcome, description; task, department_code and case_number where there are
    any. Refused with `room.area_moved` where the area is in another state meanwhile, `room.operating_action` where the
    action is none of the state's, `room.wrong_role`, and what a payload may be refused with.
    """
    with connection.cursor() as cursor:
        statement = "SELECT desk.take_area_action(%s, %s, %s, %s, %s)"
        cursor.execute(statement, (kind, code, action, Json(dict(payload)), request))


def holding(live: Iterable[Mapping[str, Any]], now: datetime) -> dict[tuple[str, str], Mapping[str, Any]]:
    """Return the rows of desk.area_live as they hold at a moment, by kind and code.

    One that ran out is what follows it, with nothing done in it yet; where nothing follows it holds no more.
    """
    held = {}
    for row in live:
        shown: Mapping[str, Any] | None = row
        if row.get("until") is not None and row["until"] <= now:
            shown = _followed(row)
        if shown is not None:
            held[row["area_kind"], row["area_code"]] = shown
    return held


def _followed(row: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the row of the state that follows one that ran out."""
    following = row.get("next_state")
    if following is None:
        return None
    word = name("operating_state", following)
    return {**row, "state": following, "state_zh": word, "state_en": word, "since": row["until"], "until": None,
            "next_state": None, "in_state_since": row["until"], "done": None}  # fmt: skip


def gravest(held: Iterable[Mapping[str, Any]]) -> tuple[str, int]:
    """Return the state that needs most attention and how many areas are out of the normal; ("normal", 0) where none."""
    states = [row["state"] for row in held if row["state"] != NORMAL]
    return next((state for state in _GRAVITY if state in states), NORMAL), len(states)


_WAYS = "SELECT * FROM room.operating_transition WHERE valid_to IS NULL OR valid_to >= room.room_today()"
_TASKS = """
    SELECT * FROM room.operating_task WHERE valid_to IS NULL OR valid_to >= room.room_today() ORDER BY position, task
"""
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
    WHERE a.area_kind = %s AND a.area_code = %s AND NOT isempty(a.valid) AND lower(a.valid) <= room.room_now()
    ORDER BY lower(a.valid) DESC LIMIT %s
"""
_ACTIONS = """
    SELECT * FROM desk.area_action WHERE area_kind = %s AND area_code = %s ORDER BY at DESC, action_id DESC LIMIT %s
"""
