"""The queue of case files as rows: urgency, countdown, order and filters. Pure: dicts in, values out.

A case file is the dict of a row of `desk.case_live`; times are aware datetimes, `now` is the room's clock.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, IntEnum
from typing import Any

Case = Mapping[str, Any]

#: Where no limit runs: such case files sort behind those with a deadline.
FAR = 9e15


class Urgency(IntEnum):
    """How much a case file needs somebody now; the lower, the sooner."""

    OVERDUE = 0
    YELLOW = 1
    IN_TIME = 2
    ELSEWHERE = 3
    ENDED = 4


class Filter(Enum):
    """The buckets of the queue."""

    OPEN = "open"
    UNASSIGNED = "unassigned"
    MINE = "mine"
    LATE = "late"
    UNIT = "unit"


@dataclass(frozen=True)
class Countdown:
    """Time to the deadline: "−" when it has passed, "+" while it lasts; `text` is written in `unit`."""

    sign: str
    text: str
    unit: str


@dataclass(frozen=True)
class Viewer:
    """Who looks at the queue: what decides which case files are his.

    `can_act` says whether one of his acts moves a case file on; `unassigned_states` are those a dispatch starts from.
    """

    staff_number: str = ""
    department_code: str | None = None
    axes: frozenset[str] = frozenset()
    unassigned_states: frozenset[str] = frozenset({"pending_dispatch", "returned_dispatcher"})
    can_act: Callable[[Case], bool] = field(default=lambda case: False)


def waits(case: Case) -> bool:
    """Return whether a case file is still somebody's: open, or ended and with something asked of it, as an appeal."""
    return bool(case["is_open"] or case.get("pending"))


def urgency(case: Case, now: datetime, viewer: Viewer) -> Urgency:
    """Return how urgent a case file is for the viewer; lateness counts whoever holds it."""
    if not waits(case):
        return Urgency.ENDED
    due, yellow = (case.get("due_at"), case.get("yellow_at")) if case["is_open"] else (None, None)
    if due is not None and now >= due:
        return Urgency.OVERDUE
    if due is not None and yellow is not None and now >= yellow:
        return Urgency.YELLOW
    if case["holder_axis"] in viewer.axes or (case.get("pending") and viewer.can_act(case)):
        return Urgency.IN_TIME
    return Urgency.ELSEWHERE


def countdown(due: datetime | None, now: datetime) -> Countdown | None:
    """Return the time left or gone by, in whole seconds; None where no clock runs.

    Below an hour "mm:ss" in minutes, below two days "h:mm:ss" in hours, else days and hours.
    """
    if due is None:
        return None
    seconds = (due - now).total_seconds()
    sign = "−" if seconds < 0 else "+"
    whole = int(abs(seconds))
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    if hours == 0:
        return Countdown(sign, f"{minute:02d}:{second:02d}", "min")
    if hours < 48:
        return Countdown(sign, f"{hours}:{minute:02d}:{second:02d}", "h")
    days, hour = divmod(hours, 24)
    return Countdown(sign, f"{days}.{hour * 10 // 24}", "d")


def sort_key(case: Case, now: datetime, viewer: Viewer) -> tuple[int, float, int]:
    """Return what the queue is ordered by: urgency, then deadline, then age."""
    due = case.get("due_at") if case["is_open"] else None
    return urgency(case, now, viewer), due.timestamp() if due is not None else FAR, int(case["case_id"])


def is_late(case: Case, now: datetime) -> bool:
    """Return whether an open case file's running limit has passed."""
    due = case.get("due_at")
    return bool(case["is_open"]) and due is not None and now >= due


def is_unassigned(case: Case, viewer: Viewer) -> bool:
    """Return whether a case file waits for somebody to send it to a handling unit."""
    return case["state"] in viewer.unassigned_states


def passes(case: Case, bucket: Filter, now: datetime, viewer: Viewer) -> bool:
    """Return whether a case file belongs into a bucket."""
    if not waits(case):
        return False
    if bucket is Filter.UNASSIGNED:
        return is_unassigned(case, viewer)
    if bucket is Filter.MINE:
        return viewer.staff_number in (case.get("claimed_by"), case.get("handler")) or viewer.can_act(case)
    if bucket is Filter.LATE:
        return is_late(case, now)
    if bucket is Filter.UNIT:
        return viewer.department_code is not None and case.get("department_code") == viewer.department_code
    return True


_SEARCHED = (
    "case_number", "class_code", "class_label", "class_zh", "class_en", "address", "description", "unit_grid_code",
    "community_zh", "community_en", "department_zh", "department_en", "state_zh", "state_en", "component_identity",
    "handler",
)  # fmt: skip


def searchable(case: Case) -> str:
    """Return what a search looks through: all that the queue says of a case file, without regard to case."""
    return "\n".join(str(case.get(name) or "") for name in _SEARCHED).casefold()


def matches(text: str, words: str) -> bool:
    """Return whether every word occurs somewhere in a `searchable` text; case is ignored."""
    return all(word in text for word in words.casefold().split())


def place(case: Case, language: str) -> str:
    """Return where a case file is: the address, else community and unit grid (its last three digits say which)."""
    if case.get("address"):
        return str(case["address"])
    community = str(case.get(f"community_{language}") or case.get("community_zh") or "")
    grid = str(case.get("unit_grid_code") or "")
    return " ".join(part for part in (community, grid[-3:]) if part)
