"""Rows of the live room as attributes of map features. Pure apart from words."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ...cases.queue import Case, Urgency, Viewer, countdown, urgency
from ...wording import language
from ..words import clock, moment, named, time_unit
from . import figures

Row = Mapping[str, Any]

CASE_COLUMNS = {
    "case_id": "int8",
    "case_number": "string(40)",
    "class": "string(80)",
    "state": "string(40)",
    "mark": "string(4)",
    "urgency": "integer",
    "priority": "integer",
    "department": "string(80)",
    "phone": "string(40)",
    "address": "string(200)",
    "unit_grid_code": "string(20)",
    "due": "string(20)",
}
CLUSTER_COLUMNS = {"count": "integer", "look": "integer", "count_picture": figures.COLUMN}
ALARM_COLUMNS = {
    "alarm_id": "int8",
    "rule": "string(80)",
    "priority": "integer",
    "status": "string(20)",
    "sensor_code": "string(40)",
    "sensor": "string(80)",
    "kind": "string(80)",
    "address": "string(200)",
    "unit_grid_code": "string(20)",
    "raised": "string(20)",
}
STAFF_COLUMNS = {
    "staff_number": "string(40)",
    "name": "string(80)",
    "role": "string(40)",
    "phone": "string(40)",
    "stale": "integer",
    "observed": "string(20)",
    "load": "string(20)",
}
#: A position older than this is drawn hollow.
STALE_AFTER = timedelta(minutes=15)

# One character says at which stage a case file stands: Chinese and English.
_STAGE_OF = {
    "reported": "file", "verifying": "file", "returned_acceptor": "file", "pending_dispatch": "dispatch",
    "returned_dispatcher": "dispatch", "pending_handle": "handle", "handling": "handle", "handle_finish": "handle",
    "feedback": "check", "pending_check": "check", "checking": "check", "suspended": "suspend",
}  # fmt: skip
STAGE_MARKS = {
    "file": ("立", "F"),
    "dispatch": ("派", "D"),
    "handle": ("处", "H"),
    "check": ("核", "K"),
    "suspend": ("挂", "S"),
}


def stage_mark(state: str) -> str:
    """Return the character drawn inside a case's symbol, "" for a state that is over."""
    stage = _STAGE_OF.get(state)
    return STAGE_MARKS[stage][0 if language() == "zh" else 1] if stage else ""


def case_attributes(case: Case, now: datetime, viewer: Viewer) -> tuple[Any, ...]:
    """Return the attributes of a case in the order of CASE_COLUMNS."""
    return (
        case["case_id"],
        case["case_number"],
        named(case, "class"),
        named(case, "state"),
        stage_mark(case["state"]),
        int(urgency(case, now, viewer)),
        case.get("priority"),
        named(case, "department"),
        case.get("department_phone"),
        case.get("address"),
        case.get("unit_grid_code"),
        moment(case.get("due_at")),
    )


def cluster_attributes(group: Row) -> tuple[Any, ...]:
    """Return the attributes of cases drawn as one, in the order of CLUSTER_COLUMNS.

    `look` is the urgency of the most urgent case, ten more where there are several.
    """
    several = group["count"] > 1
    return group["count"], group["level"] + 10 * several, figures.picture(group["count"]) if several else None


def next_crossing(case: Case, now: datetime) -> datetime | None:
    """Return when a case file's urgency changes next by time alone."""
    if not case["is_open"]:
        return None
    moments = (case.get("yellow_at"), case.get("due_at"))
    return min((when for when in moments if when is not None and when > now), default=None)


def alarm_status(alarm: Row, now: datetime) -> str:
    """Return shelved, cleared, seen or new: what makes an alarm's symbol differ."""
    shelved = alarm.get("shelved_until")
    if shelved is not None and shelved > now:
        return "shelved"
    if alarm.get("cleared_at") is not None:
        return "cleared"
    return "seen" if alarm.get("acknowledged_at") is not None else "new"


def alarm_attributes(alarm: Row, now: datetime) -> tuple[Any, ...]:
    """Return the attributes of an alarm in the order of ALARM_COLUMNS."""
    return (
        alarm["alarm_id"],
        named(alarm, "rule"),
        alarm["priority"],
        alarm_status(alarm, now),
        alarm["sensor_code"],
        alarm.get("sensor_name"),
        named(alarm, "sensor_kind"),
        alarm.get("address"),
        alarm.get("unit_grid_code"),
        moment(alarm.get("raised_at")),
    )


def is_stale(person: Row, now: datetime) -> bool:
    """Return whether a position is too old to send somebody by."""
    return person["observed_at"] < now - STALE_AFTER


def staff_attributes(person: Row, now: datetime, load: tuple[int, int] | None = None) -> tuple[Any, ...]:
    """Return the attributes of a person in the field in the order of STAFF_COLUMNS.

    `load` is how many case files are open and late with somebody on duty, None for who is not.
    """
    return (
        person["staff_number"],
        person.get("name"),
        named(person, "role"),
        person.get("phone"),
        int(is_stale(person, now)),
        clock(person["observed_at"]),
        load_word(load),
    )


def load_word(load: tuple[int, int] | None) -> str:
    """Return a load as the map has it: the case files that are open, and how many of them are late."""
    if load is None:
        return ""
    return f"{load[0]} ▲{load[1]}" if load[1] else str(load[0])


def urgency_word(level: Urgency) -> str:
    """Return an urgency in words."""
    return {
        Urgency.OVERDUE: QCoreApplication.translate("Map", "Overdue"),
        Urgency.YELLOW: QCoreApplication.translate("Map", "Yellow light"),
        Urgency.IN_TIME: QCoreApplication.translate("Map", "In time"),
        Urgency.ELSEWHERE: QCoreApplication.translate("Map", "Waiting elsewhere"),
        Urgency.ENDED: QCoreApplication.translate("Map", "Ended"),
    }[level]


def status_word(status: str) -> str:
    """Return an alarm's status in words."""
    return {
        "new": QCoreApplication.translate("Map", "Not acknowledged"),
        "seen": QCoreApplication.translate("Map", "Acknowledged"),
        "cleared": QCoreApplication.translate("Map", "Cleared, not acknowledged"),
        "shelved": QCoreApplication.translate("Map", "Shelved"),
    }[status]


def worded(subject: str, row: Row, now: datetime, viewer: Viewer) -> dict[str, Any]:
    """Return a live row with what its tip says beside the columns."""
    if subject == "case":
        left = countdown(row.get("due_at"), now)
        due = f"{moment(row['due_at'])} ({left.sign}{left.text} {time_unit(left.unit)})" if left else ""
        return {**row, "urgency_word": urgency_word(urgency(row, now, viewer)), "due_word": due}
    if subject == "alarm":
        return {
            **row,
            "state_word": status_word(alarm_status(row, now)),
            "raised_word": moment(row.get("raised_at")),
        }
    return {**row, "observed_word": clock(row.get("observed_at"))}


def viewer_of(identity: Mapping[str, Any], axis_of_role: Mapping[str, str]) -> Viewer:
    """Return who looks at the map, from `desk.whoami()` and the roles' axes."""
    axes: Iterable[str] = (axis_of_role[role] for role in identity.get("roles", ()) if role in axis_of_role)
    return Viewer(
        staff_number=str(identity.get("staff_number") or ""),
        department_code=identity.get("department_code"),
        axes=frozenset(axis for axis in axes if axis != "none"),
    )
