"""The spans of time that indicators are counted over, in the room's zone."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

try:
    ZONE: Any = ZoneInfo("Asia/Shanghai")
except ZoneInfoNotFoundError:  # Windows without the tzdata package; China has had no summer time since 1991
    ZONE = timezone(timedelta(hours=8))

#: The periods a desk offers, the first by default.
NAMES = ("day", "today", "week", "month", "last_month", "year")


@dataclass(frozen=True)
class Period:
    """From `starts` to before `ends`, both aware. One that is under way ends now: what is due later is not due yet."""

    starts: datetime
    ends: datetime

    @property
    def step(self) -> str:
        """What the flow is counted by: hour, day or month."""
        length = self.ends - self.starts
        if length <= timedelta(days=3):
            return "hour"
        return "day" if length <= timedelta(days=100) else "month"


def named(name: str, now: datetime) -> Period:
    """Return one of `NAMES` as it stands at a moment: the last 24 hours, the calendar day, the last 7 days, the month,
    the month before, or the calendar year. Raises ValueError for another name."""
    here = now.astimezone(ZONE)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    first = midnight.replace(day=1)
    if name == "day":
        # From a full hour on, so that every bar is an hour's.
        return Period(here.replace(minute=0, second=0, microsecond=0) - timedelta(hours=23), now)
    if name == "today":
        return Period(midnight, now)
    if name == "week":
        return Period(midnight - timedelta(days=6), now)
    if name == "month":
        return Period(first, now)
    if name == "last_month":
        return Period((first - timedelta(days=1)).replace(day=1), first)
    if name == "year":
        return Period(first.replace(month=1), now)
    raise ValueError(name)
