"""What the generated district is: tables whose columns are those of the database, ready for COPY."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

DISTRICT_CODE = "990106"
SUBDISTRICT_CODE = "990106001"
PROFILE = "GB/T 47678.5-2026"
SOURCE = "demo"
ZONE = dt.timezone(dt.timedelta(hours=8))
"""China has one zone and no summer time, so a fixed offset is exact."""


@dataclass
class District:
    """The district: one data frame a table of schema `room`, in the order in which they are written.

    Geometry columns hold shapely objects in EPSG:4549; times are UTC; columns are named as in the database.
    """

    seed: int
    anchor: dt.date
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.tables[table]

    def add(self, table: str, frame: pd.DataFrame) -> pd.DataFrame:
        """Note a table, its subdistrict first."""
        if "subdistrict" not in frame.columns:
            frame.insert(0, "subdistrict", SUBDISTRICT_CODE)
        self.tables[table] = frame
        return frame


def community_code(number: int) -> str:
    """Code of the community with this number, from 0."""
    return f"{SUBDISTRICT_CODE}{number + 1:03d}"


def room_time(anchor: dt.date) -> dt.datetime:
    """The moment at which the generated year ends and the room's clock starts: half past nine on the anchor day."""
    return dt.datetime.combine(anchor, dt.time(9, 30), ZONE)


def timestamps(moments: pd.Series) -> pd.Series:
    """Epoch seconds as UTC times, to the millisecond."""
    whole = np.round(moments.to_numpy(float) * 1000.0)
    out = np.full(len(whole), np.datetime64("NaT", "ms"))
    known = ~np.isnan(whole)
    out[known] = whole[known].astype("int64").astype("datetime64[ms]")
    return pd.Series(out, index=moments.index).dt.tz_localize("UTC")
