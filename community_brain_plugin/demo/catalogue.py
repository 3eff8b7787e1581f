"""The code tables the demo needs: class names, filing conditions with their limits, the working calendar."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from .. import resources
from .tables import PROFILE


@lru_cache(maxsize=2)
def class_names(kind: str) -> dict[str, str]:
    """Chinese names of the classes of one kind (component or event) in the default profile, by code."""
    table = read("class")
    mine = table[(table["profile"] == PROFILE) & (table["kind"] == kind)]
    return dict(zip(mine["code"], mine["name_zh"], strict=True))


@lru_cache(maxsize=1)
def conditions() -> pd.DataFrame:
    """Filing conditions of the default profile with `limit_seconds` and whether they count working time."""
    table = read("class_condition")
    table = table[table["profile"] == PROFILE].copy()
    table["condition_no"] = table["condition_no"].astype(int)
    table["priority"] = table["priority"].astype(int)
    hours = table["limit_amount"].astype(float) * table["limit_unit"].map(
        {"clock_hour": 1.0, "working_hour": 1.0, "working_day": 8.0}
    )
    table["limit_seconds"] = hours * 3600.0
    table["working"] = table["limit_unit"] != "clock_hour"
    return table.reset_index(drop=True)


def read(table: str) -> pd.DataFrame:
    """A code table as text."""
    return pd.read_csv(resources.path("code_tables", f"{table}.csv"), dtype=str, keep_default_na=False)
