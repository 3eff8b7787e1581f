"""When things happen: by hour, weekday and season, with the holidays and festivals people here know."""

from __future__ import annotations

import datetime as dt

import numpy as np

from .catalogue import read

HOURS: dict[str, tuple[float, ...]] = {
    #          0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
    "office": (1, 1, 1, 1, 1, 2, 4, 7, 14, 20, 19, 13, 7, 9, 15, 16, 14, 9, 5, 4, 3, 3, 2, 1),
    "market": (0, 0, 0, 1, 2, 7, 16, 20, 15, 10, 7, 5, 3, 2, 3, 6, 13, 18, 12, 6, 3, 2, 1, 0),
    "school": (0, 0, 0, 0, 0, 0, 3, 26, 14, 3, 2, 3, 3, 2, 3, 9, 30, 12, 3, 1, 1, 0, 0, 0),
    "commute": (1, 0, 0, 0, 0, 1, 5, 16, 19, 10, 6, 6, 6, 6, 6, 6, 9, 17, 18, 12, 7, 5, 3, 2),
    "night": (12, 9, 6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 8, 14, 20, 24, 26, 20),
    "evening": (3, 1, 1, 0, 0, 0, 1, 2, 3, 3, 3, 5, 5, 3, 3, 3, 5, 12, 20, 24, 22, 16, 9, 5),
    "always": (4, 3, 3, 3, 3, 4, 6, 8, 10, 10, 9, 8, 7, 7, 8, 8, 8, 8, 8, 8, 7, 7, 6, 5),
    "building": (5, 3, 2, 2, 2, 3, 6, 10, 13, 14, 12, 8, 4, 9, 13, 12, 10, 7, 5, 4, 5, 8, 9, 7),
}
WEEK: dict[str, tuple[float, ...]] = {
    "work": (1.15, 1.1, 1.1, 1.1, 1.1, 0.75, 0.6),
    "school": (1.3, 1.25, 1.25, 1.25, 1.35, 0.12, 0.1),
    "leisure": (0.85, 0.85, 0.85, 0.9, 1.1, 1.3, 1.25),
    "flat": (1.05, 1.0, 1.0, 1.0, 1.05, 0.95, 0.9),
}
SPRING_FESTIVALS = tuple(
    dt.date.fromisoformat(day)
    for day in (
        "2023-01-22",
        "2024-02-10",
        "2025-01-29",
        "2026-02-17",
        "2027-02-06",
        "2028-01-26",
        "2029-02-13",
        "2030-02-03",
    )
)


def season(kind: str, day: dt.date) -> float:
    """How much more often a kind of thing happens on a day of the year."""
    month = day.month + (day.day - 1) / 30.0
    away = min(abs((day - festival).days) for festival in SPRING_FESTIVALS)
    values = {
        "even": 1.0,
        "leaves": 0.02 + 9.0 * _bump(month, 11.7, 0.55),
        "rain": 0.08 + 9.0 * _bump(month, 6.9, 0.45) + 3.5 * _bump(month, 8.7, 0.7),
        "heat": 0.35 + 2.6 * _bump(month, 8.0, 1.3),
        "growth": 0.3 + 2.0 * _bump(month, 6.0, 1.8),
        "frost": 0.02 + 6.0 * _bump((month + 6.0) % 12.0, 7.4, 0.6),
        "fireworks": 14.0 if away <= 2 else 5.0 if away <= 7 else 1.2 if away <= 16 else 0.02,
    }
    quiet = 0.45 if away <= 4 and kind != "fireworks" else 1.0
    return values[kind] * quiet


def _bump(month: float, centre: float, width: float) -> float:
    return float(np.exp(-0.5 * ((month - centre) / width) ** 2))


class Calendar:
    """Day weights of the year before an anchor, holidays taken into account."""

    def __init__(self, anchor: dt.date, days: int) -> None:
        self.days = [anchor - dt.timedelta(days=days - offset) for offset in range(days + 1)]
        special = {row.day: row.kind for row in read("calendar_day").itertuples()}
        self._free = [special.get(day.isoformat()) == "holiday" for day in self.days]
        self._make_up = [special.get(day.isoformat()) == "workday" for day in self.days]

    def weights(self, week: str, kind: str) -> np.ndarray:
        """One weight a day for a weekly and a seasonal rhythm; they sum to one."""
        table = WEEK[week]
        weight = np.array(
            [
                (table[6] if free else table[0] if make_up else table[day.weekday()]) * season(kind, day)
                for day, free, make_up in zip(self.days, self._free, self._make_up, strict=True)
            ]
        )
        return weight / weight.sum()
