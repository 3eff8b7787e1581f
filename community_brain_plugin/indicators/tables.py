"""Tables of indicators, from the rows the room answers with. Pure: rows in, pandas frames out.

Shares are in percent of a denominator that always stands beside them; without a denominator a share is NaN, never 0.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from .periods import ZONE, Period

Rows = Iterable[Mapping[str, Any]]

#: Ages of open case files begin at so many hours; a band before them is younger.
AGE_HOURS = (1.0, 4.0, 12.0, 24.0, 72.0, 168.0)
#: How a running limit can stand, the worst first.
LIMITS = ("overdue", "yellow", "in_time", "no_limit")
#: The grades of a share and the percent each begins at, the best first; below the last there is none.
GRADES = (("A", 90.0), ("B", 75.0), ("C", 60.0), ("D", 40.0))
#: How a case file that was due can have ended.
OUTCOMES = ("on_time", "late", "open")
# As offsets: the letters for them change between the versions of pandas that QGIS ships.
_STEPS = {"hour": pd.offsets.Hour(), "day": pd.offsets.Day(), "month": pd.offsets.MonthBegin()}


def percent(part: Any, whole: Any) -> Any:
    """Return part of whole in percent, NaN where there is no whole; numbers or arrays of one shape."""
    part, whole = np.asarray(part, float), np.asarray(whole, float)
    return np.divide(100.0 * part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)


def grade(percent: float) -> str:
    """Return the grade of a share in percent; "<D" below the last one, nothing where there is no share."""
    if np.isnan(percent):
        return ""
    return next((letter for letter, least in GRADES if percent >= least), f"<{GRADES[-1][0]}")


def shares(rows: Rows) -> pd.DataFrame:
    """Return part, whole and percent by indicator, from rows of desk.indicator_figures."""
    frame = pd.DataFrame(list(rows), columns=["indicator", "part", "whole"]).set_index("indicator")
    frame["percent"] = percent(frame["part"], frame["whole"])
    return frame


def collectors(rows: Rows) -> pd.DataFrame:
    """Return name, reported, filed, closed on the spot, and filed in percent of reported, by collector.

    `rows` are those of desk.indicator_collectors. The index is the staff number.
    """
    columns = ["staff_number", "name", "reported", "filed", "quick_closed"]
    frame = pd.DataFrame(list(rows), columns=columns).set_index("staff_number")
    frame["filing_percent"] = percent(frame["filed"], frame["reported"])
    return frame


def grids(rows: Rows) -> pd.DataFrame:
    """Return community, missed and filed by unit grid, and missed in percent of filed; the most missed first.

    `rows` are those of desk.indicator_grids. Missed is what the public reported, not a patrol.
    """
    columns = ["unit_grid_code", "community_zh", "community_en", "missed", "filed"]
    frame = pd.DataFrame(list(rows), columns=columns).set_index("unit_grid_code")
    frame["missed_percent"] = percent(frame["missed"], frame["filed"])
    return frame.sort_values(["missed", "missed_percent"], ascending=False, kind="stable")


def areas(rows: Rows) -> pd.DataFrame:
    """Return a row for each stay of an area out of the normal: tasks of its list, on time, late, open, and the share.

    `rows` are those of desk.indicator_areas, the latest first. The index is the area's kind and code.
    """
    columns = ["area_kind", "area_code", "area_zh", "area_en", "state", "state_zh", "state_en", "starts_at", "ends_at",
               "tasks", "on_time", "late"]  # fmt: skip
    frame = pd.DataFrame(list(rows), columns=columns).set_index(["area_kind", "area_code"])
    frame["ends_at"] = frame["ends_at"].astype(object).where(frame["ends_at"].notna(), None)
    frame["open"] = frame["tasks"] - frame["on_time"] - frame["late"]
    frame["on_time_percent"] = percent(frame["on_time"], frame["tasks"])
    return frame


def flow(rows: Rows, period: Period) -> pd.DataFrame:
    """Return found and closed by the start of each hour, day or month of the period, also of those without any.

    `rows` are those of desk.indicator_flow for the period's step. The index is in the room's zone; `ends` says where
    each step ends (the last one with the period).
    """
    starts, ends = (pd.Timestamp(moment).tz_convert(ZONE) for moment in (period.starts, period.ends))
    index = pd.date_range(starts, ends, freq=_STEPS[period.step])
    index = index[index < ends]
    counted = pd.DataFrame(list(rows), columns=["starts_at", "found", "closed"])
    counted["starts_at"] = pd.to_datetime(counted["starts_at"], utc=True).dt.tz_convert(ZONE)
    frame = counted.set_index("starts_at").reindex(index, fill_value=0).astype(int)
    frame["ends"] = [*index[1:], ends]
    return frame


def ages(rows: Rows) -> pd.DataFrame:
    """Return the number of open case files by age band (index 0 … len(AGE_HOURS)) and by how their limit stands."""
    counted = pd.DataFrame(list(rows), columns=["band", "urgency", "cases"])
    table = counted.pivot_table(index="band", columns="urgency", values="cases", aggfunc="sum", fill_value=0)
    wanted = pd.RangeIndex(len(AGE_HOURS) + 1, name="band")
    return table.reindex(index=wanted, columns=list(LIMITS), fill_value=0).astype(int)


def units(rows: Rows) -> pd.DataFrame:
    """Return due, carried over, closed, on time, late and open by handling unit, and the shares of what was due.

    `rows` are those of desk.indicator_units. The worst on-time share stands first, and of equal ones the one with more
    case files.
    """
    columns = ["department_code", "department_zh", "department_en", "due", "carried_over", "closed", "on_time"]
    frame = pd.DataFrame(list(rows), columns=columns).set_index("department_code")
    frame["late"] = frame["closed"] - frame["on_time"]
    frame["open"] = frame["due"] - frame["closed"]
    frame["closing_percent"] = percent(frame["closed"], frame["due"])
    frame["on_time_percent"] = percent(frame["on_time"], frame["due"])
    return frame.sort_values(["on_time_percent", "due"], ascending=[True, False], kind="stable")
