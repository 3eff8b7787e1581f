"""Patrol checks: grids drawn by lot for a second, independent sweep (`desk.draw_grids`), each once a round."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import psycopg2.extensions

from ..cases.records import Row, rows
from ..database.connection import answered

#: Posts that draw.
DRAWERS = frozenset({"shift_leader", "evaluator"})


@dataclass(frozen=True)
class Checks:
    """How far the running round is, and what was drawn last.

    `drawn` of `total` grids were drawn in round `round_no`. `last` are the grids of the latest draw in the order of the
    lot: grid_code, name_zh, name_en, responsible_name; `at` and `by` say when and by whom.
    """

    total: int
    round_no: int = 0
    drawn: int = 0
    at: datetime | None = None
    by: str = ""
    last: Sequence[Row] = ()


def standing(connection: psycopg2.extensions.connection) -> Checks:
    """Return how the draws stand, by the grids of today."""
    (counted,) = rows(connection, _COUNTED)
    last = rows(connection, _LAST)
    if not last:
        return Checks(counted["total"])
    return Checks(
        counted["total"], counted["round_no"], counted["drawn"], last[0]["at"], last[0]["staff_name"] or "", last
    )


def draw(connection: psycopg2.extensions.connection, count: int, request: uuid.UUID) -> int:
    """Draw so many grids and return how many they were. Refused with `room.wrong_role` or `room.bad_value`."""
    ((number,),) = answered(connection, "SELECT desk.draw_grids(%s, %s)", (count, str(request)))
    connection.commit()
    return int(number)


_COUNTED = """
    SELECT (SELECT count(*) FROM desk.grid g WHERE g.subdistrict = desk.whoami() ->> 'subdistrict' AND g.kind = k.kind)
               AS total, r.round_no,
           (SELECT count(*) FROM desk.patrol_check c JOIN desk.grid g ON g.subdistrict = c.subdistrict
            AND g.kind = c.grid_kind AND g.code = c.grid_code
            WHERE c.round_no = r.round_no AND c.grid_kind = k.kind) AS drawn
    FROM (SELECT CASE WHEN EXISTS (
              SELECT FROM desk.grid WHERE subdistrict = desk.whoami() ->> 'subdistrict' AND kind = 'patrol_grid')
              THEN 'patrol_grid' ELSE 'unit_grid' END AS kind) k
    CROSS JOIN LATERAL (SELECT coalesce(max(c.round_no), 0) AS round_no FROM desk.patrol_check c
                        WHERE c.grid_kind = k.kind) r
"""
# One draw may be two entries, where a round ended in it: both are of one moment.
_LAST = """
    SELECT c.* FROM desk.patrol_check c WHERE c.at = (SELECT max(at) FROM desk.patrol_check)
    ORDER BY c.entry_no, c.place
"""
