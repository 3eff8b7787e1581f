"""What a desk reads about case files beside the live queue: rules, log, recommendation, duplicates.

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import psycopg2.extensions
import psycopg2.extras

from ..indicators.periods import ZONE
from .steps import Transitions

Row = dict[str, Any]


@dataclass(frozen=True)
class Rules:
    """The code tables a desk needs to word and order its acts; read once."""

    transitions: Transitions
    classes: tuple[Row, ...]
    conditions: dict[tuple[str, str, str], tuple[Row, ...]]
    departments: tuple[Row, ...]
    staff: tuple[Row, ...]
    #: Class profile → the years of which its calendar knows the holidays and make-up workdays.
    years: dict[str, frozenset[int]] = field(default_factory=dict)
    #: Profile, kind, class, condition and operating state → the unit of the limit that state has for it.
    state_units: dict[tuple[Any, ...], str] = field(default_factory=dict)

    def unknown_year(self, case: Row) -> int | None:
        """Return the first year whose holidays were not known when a case file's deadline was counted; else None."""
        ends, known = case.get("deadline_at"), self.years.get(case["profile"])
        if ends is None or known is None or self._unit_of(case) == "clock_hour":
            return None
        starts = case.get("dispatched_at") or ends
        years = range(starts.astimezone(ZONE).year, ends.astimezone(ZONE).year + 1)
        return next((year for year in years if year not in known), None)

    def _unit_of(self, case: Row) -> str | None:
        """Return the unit of the limit a case file's deadline goes by."""
        key = (case["profile"], case["kind"], case["class_code"], case.get("condition_no"), case.get("limit_state"))
        fitting = (row for row in self.conditions_of(case) if row["condition_no"] == case.get("condition_no"))
        normal = next((row["limit_unit"] for row in fitting), None)
        return self.state_units.get(key, normal)

    def conditions_of(self, case: Row) -> tuple[Row, ...]:
        """Return the filing and closing conditions of a case file's class."""
        return self.conditions.get((case["profile"], case["kind"], case["class_code"]), ())

    def department(self, code: str | None) -> Row | None:
        """Return a handling unit by its code."""
        return next((row for row in self.departments if row["department_code"] == code), None)

    def staff_name(self, number: str | None) -> str:
        """Return a person's name, or what is known of him."""
        return next((row["name"] for row in self.staff if row["staff_number"] == number), number or "")

    def staff_contact(self, number: str | None) -> str:
        """Return a person's name and telephone number, as far as they are known."""
        phone = next((row["phone"] for row in self.staff if row["staff_number"] == number), None)
        return " ".join(part for part in (self.staff_name(number), phone) if part)


def rules(connection: "psycopg2.extensions.connection") -> Rules:
    """Read the rules, the handling units of today and the staff of the person's subdistrict."""
    conditions: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows(connection, "SELECT * FROM room.class_condition ORDER BY class_code, condition_no"):
        conditions.setdefault((row["profile"], row["kind"], row["class_code"]), []).append(row)
    return Rules(
        _transitions(connection),
        tuple(rows(connection, _CLASSES)),
        {key: tuple(found) for key, found in conditions.items()},
        tuple(rows(connection, _DEPARTMENTS)),
        tuple(rows(connection, _STAFF)),
        {row["profile"]: frozenset(row["years"]) for row in rows(connection, _YEARS)},
        {
            (row["profile"], row["kind"], row["class_code"], row["condition_no"], row["state"]): row["limit_unit"]
            for row in rows(connection, "SELECT * FROM room.operating_class_limit")
        },
    )


def _transitions(connection: "psycopg2.extensions.connection") -> Transitions:
    quick = rows(connection, "SELECT profile, kind, class_code FROM room.case_quick_class")
    return Transitions.of(
        rows(connection, "SELECT * FROM room.case_transition ORDER BY position"),
        [(row["profile"], row["kind"], row["class_code"]) for row in quick],
        {row["rule"]: row["amount"] for row in rows(connection, _LIMITS)},
    )


def log(connection: "psycopg2.extensions.connection", case_id: int) -> list[Row]:
    """Return the log of a case file, the first entry first."""
    return rows(connection, "SELECT * FROM desk.case_log WHERE case_id = %s ORDER BY version", (case_id,))


def reporter(connection: "psycopg2.extensions.connection", case_id: int) -> Row | None:
    """Return what is known of a case file's reporter (desk.reporter_of)."""
    return next(iter(rows(connection, "SELECT * FROM desk.reporter_of(%s)", (case_id,))), None)


@dataclass(frozen=True)
class Surroundings:
    """What stands around a case file beside its own facts."""

    #: The row of desk.reporter_of.
    reporter: Row | None
    #: Who answers for a grid the case file lies in, the smallest grid first: kind, code, name and telephone.
    responsible: tuple[Row, ...]
    #: Other open case files of its class nearby (desk.nearby_duplicates), the nearest first.
    near: tuple[Row, ...]


def surroundings(connection: "psycopg2.extensions.connection", case: Row) -> Surroundings:
    """Return what stands around a case file, a row of desk.case_queue; near an ended one nothing is looked for."""
    near = duplicates(connection, case["kind"], case["class_code"], case["x"], case["y"]) if case["is_open"] else []
    return Surroundings(
        reporter(connection, case["case_id"]),
        tuple(rows(connection, _RESPONSIBLE, {"grid": case["unit_grid_code"]})),
        tuple(row for row in near if row["case_id"] != case["case_id"]),
    )


def recommendations(connection: "psycopg2.extensions.connection", case_id: int) -> list[Row]:
    """Return the handling units the responsibility table would send, the best first."""
    return rows(connection, "SELECT * FROM desk.recommend(%s)", (case_id,))


def escalation(connection: "psycopg2.extensions.connection", case_id: int) -> list[Row]:
    """Return whom the room turns to when the unit of the latest dispatch does nothing, level by level.

    `standing` is told (at `told_at`), waiting (until `due_at`), paused or over.
    """
    return rows(connection, "SELECT * FROM desk.escalation_of(%s)", (case_id,))


def stage_limit(connection: "psycopg2.extensions.connection", case_id: int) -> Row | None:
    """Return by which operating state's limit the stage of a case file runs; None where by the normal one.

    `state`, `minutes` and `normal_minutes`.
    """
    found = rows(connection, "SELECT * FROM desk.stage_limit_of(%s)", (case_id,))
    return found[0] if found else None


def deadline_if_extended(connection: "psycopg2.extensions.connection", case_id: int) -> datetime | None:
    """Return when a case file would be due if it were extended now; None where no unit's time runs."""
    found: datetime | None = rows(connection, "SELECT desk.deadline_if_extended(%s) AS at", (case_id,))[0]["at"]
    return found


def duplicates(
    connection: "psycopg2.extensions.connection", kind: str, class_code: str, x: float, y: float
) -> list[Row]:
    """Return open case files of a kind and class near a point of the room's metric grid, the nearest first."""
    return rows(connection, "SELECT * FROM desk.nearby_duplicates(%s, %s, %s, %s)", (kind, class_code, x, y))


def component(connection: "psycopg2.extensions.connection", identity_code: str) -> Row | None:
    """Return a component by its identity code, with x and y in the room's metric grid; None when there is none."""
    found = rows(connection, _COMPONENT, (identity_code,))
    return found[0] if found else None


def bounds(connection: "psycopg2.extensions.connection") -> tuple[float, float, float, float] | None:
    """Return west, south, east, north of the person's subdistrict in the room's metric grid; None without a shape."""
    found = rows(connection, _BOUNDS)
    return (found[0]["west"], found[0]["south"], found[0]["east"], found[0]["north"]) if found else None


def duty_board(connection: "psycopg2.extensions.connection") -> list[Row]:
    """Return who is on duty, with what is open and late with each; x and y in the room's metric grid, where known."""
    return rows(connection, "SELECT * FROM desk.duty_board()")


def alarm_times(connection: "psycopg2.extensions.connection") -> dict[int, datetime]:
    """Return when each alarm of the last hour was raised, by alarm_id."""
    statement = "SELECT alarm_id, raised_at FROM room.alarm WHERE raised_at > room.room_now() - interval '1 hour'"
    return {row["alarm_id"]: row["raised_at"] for row in rows(connection, statement)}


def service_silence(connection: "psycopg2.extensions.connection") -> float | None:
    """Return for how many seconds no resident service has been heard of; None when none ever was."""
    found = rows(connection, "SELECT extract(epoch FROM min(age)) AS seconds FROM desk.heartbeat_state")
    return None if found[0]["seconds"] is None else float(found[0]["seconds"])


def rows(
    connection: "psycopg2.extensions.connection", statement: str, values: tuple[Any, ...] | dict[str, Any] = ()
) -> list[Row]:
    """Return the rows of a query as dicts."""
    with connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cursor:
        cursor.execute(statement, values or None)
        return [dict(row) for row in cursor.fetchall()]


# A city's own number, under the class profile in force, before the default.
_LIMITS = """
    SELECT DISTINCT ON (rule) rule, amount FROM room.case_limit
    WHERE profile IN ('default', (SELECT desk.whoami() ->> 'profile')) ORDER BY rule, profile = 'default'
"""
_YEARS = """
    SELECT p.profile, array(
        SELECT DISTINCT extract(year FROM d.day)::integer FROM room.calendar_day d WHERE d.calendar = (
            SELECT c.calendar FROM room.profile_calendar c WHERE c.profile IN (p.profile, 'default')
            ORDER BY c.profile = 'default' LIMIT 1)) AS years
    FROM room.class_profile p
"""
_CLASSES = """
    SELECT profile, kind, code, major_code || '-' || minor_code AS label, major_zh, major_en, name_zh, name_en
    FROM room.class WHERE valid_to IS NULL OR valid_to >= room.room_today() ORDER BY kind DESC, code
"""
_DEPARTMENTS = """
    SELECT department_code, name_zh, name_en, kind_zh, kind_en, contact_name, phone, channel FROM desk.department
    ORDER BY name_zh
"""
_STAFF = """
    SELECT f.staff_number, f.name, f.department_code, f.phone, array_agg(r.role) AS roles
    FROM room.staff f JOIN room.staff_role r USING (subdistrict, staff_number)
    WHERE f.subdistrict = room.my_subdistrict()
    GROUP BY 1, 2, 3, 4 ORDER BY f.staff_number
"""
_RESPONSIBLE = """
    SELECT k.name_zh AS kind_zh, k.name_en AS kind_en, g.code, g.staff_name AS name, g.staff_phone AS phone
    FROM desk.grid g JOIN room.grid_kind k ON k.kind = g.kind
    WHERE g.subdistrict = room.my_subdistrict() AND g.responsible_staff IS NOT NULL
      AND ((g.kind = 'unit_grid' AND g.code = %(grid)s) OR (g.kind, g.code) IN (
           SELECT p.parent_kind, p.parent_code FROM desk.grid_parent p
           WHERE p.subdistrict = g.subdistrict AND p.kind = 'unit_grid' AND p.code = %(grid)s))
    ORDER BY k.position DESC, g.code
"""
_BOUNDS = """
    SELECT ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north
    FROM desk.division WHERE code = room.my_subdistrict() AND geom IS NOT NULL
"""
_COMPONENT = """
    SELECT identity_code, profile, class_code, class_zh, class_en, name, department_code, department_zh, state_zh,
           state_en, address, ST_X(geom) AS x, ST_Y(geom) AS y
    FROM desk.component WHERE identity_code = %s
"""
