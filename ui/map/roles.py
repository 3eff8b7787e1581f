"""The axis of every role, from the code table."""

import csv
from functools import lru_cache

from ...resources import path


@lru_cache(maxsize=1)
def axis_of_role() -> dict[str, str]:
    """Return supervision, command, handler or none for every role."""
    with path("code_tables", "role.csv").open(encoding="utf-8", newline="") as stream:
        return {row["role"]: row["axis"] for row in csv.DictReader(stream)}
