"""The list of alarms that stand or were not seen: state, order and rate. Pure: rows of `desk.alarm_live` in."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

Alarm = Mapping[str, Any]

#: Alarms an operator can live with in an hour (ISA-18.2, second hand).
GOOD_PER_HOUR = 6


class Standing(IntEnum):
    """Where an alarm stands: seen is not the same as over."""

    UNSEEN = 0
    OVER_UNSEEN = 1
    SEEN = 2
    SHELVED = 3


def standing(alarm: Alarm, now: datetime) -> Standing:
    """Return where an alarm stands now."""
    until = alarm.get("shelved_until")
    if until is not None and until > now:
        return Standing.SHELVED
    if alarm.get("acknowledged_at") is not None:
        return Standing.SEEN
    return Standing.OVER_UNSEEN if alarm.get("cleared_at") is not None else Standing.UNSEEN


def is_listed(alarm: Alarm) -> bool:
    """Return whether an alarm belongs on the list: it stands, or nobody has seen it yet."""
    return alarm.get("cleared_at") is None or alarm.get("acknowledged_at") is None


def sort_key(alarm: Alarm, now: datetime) -> tuple[int, int, float, int]:
    """Return what the list is ordered by: seen or not, priority, newest first."""
    return standing(alarm, now), int(alarm["priority"]), -alarm["raised_at"].timestamp(), int(alarm["alarm_id"])


def in_last_hour(raised: Iterable[datetime], now: datetime) -> int:
    """Return how many of these moments lie in the last hour."""
    since = now - timedelta(hours=1)
    return sum(since < moment <= now for moment in raised)
