"""Words of the rows people see: the column of their language, times in the room's zone, units of time."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from html import escape as _escape
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from qgis.PyQt.QtCore import QCoreApplication

from ..wording import language

try:
    ZONE: Any = ZoneInfo("Asia/Shanghai")
except ZoneInfoNotFoundError:  # Windows without the tzdata package; China has had no summer time since 1991
    ZONE = timezone(timedelta(hours=8))


# They turn what follows them round, telephone numbers of the next line too.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def escape(text: str) -> str:
    """Return a text as HTML that shows it as it is, and leaves alone what stands beside it."""
    return _escape(text.translate(_TURNS))


def named(row: Mapping[str, Any], name: str) -> str:
    """Return `<name>_zh` or `<name>_en` of a row, the Chinese where there is no English."""
    return str(row.get(f"{name}_{language()}") or row.get(f"{name}_zh") or "")


def listed(words: Iterable[str]) -> str:
    """Return words one after the other, as the language separates them."""
    return ("、" if language() == "zh" else ", ").join(words)


def clauses(parts: Iterable[str]) -> str:
    """Return parts of a sentence one after the other, as the language separates them."""
    return ("，" if language() == "zh" else ", ").join(parts)


def labelled(label: str, value: object) -> str:
    """Return what something is called and what it is."""
    return f"{label}：{value}" if language() == "zh" else f"{label}: {value}"


def bracketed(text: str, more: object) -> str:
    """Return a text with something about it behind it in brackets."""
    return f"{text}（{more}）" if language() == "zh" else f"{text} ({more})"


def notes(parts: Iterable[str]) -> str:
    """Return notes that have nothing to do with each other, as the language separates them."""
    return ("；" if language() == "zh" else "; ").join(parts)


def clock(moment: datetime | None) -> str:
    """Return the time of day with seconds in the room's zone, or a dash."""
    return moment.astimezone(ZONE).strftime("%H:%M:%S") if moment else "–"


def moment(when: datetime | None) -> str:
    """Return date and time to the minute in the room's zone, or a dash."""
    return when.astimezone(ZONE).strftime("%Y-%m-%d %H:%M") if when else "–"


def time_unit(unit: str) -> str:
    """Return the word of a countdown's unit: min, h or d."""
    return {
        "min": QCoreApplication.translate("Words", "min"),
        "h": QCoreApplication.translate("Words", "h"),
        "d": QCoreApplication.translate("Words", "d"),
    }[unit]


def limit(amount: object, unit: str) -> str:
    """Return a time limit of the class table in words."""
    text = {
        "clock_hour": QCoreApplication.translate("Words", "{amount} clock hours"),
        "working_hour": QCoreApplication.translate("Words", "{amount} working hours"),
        "working_day": QCoreApplication.translate("Words", "{amount} working days"),
    }[unit]
    return text.format(amount=f"{float(str(amount)):g}")
