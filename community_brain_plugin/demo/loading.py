"""Writing the generated district into an empty room: one transaction, by COPY, all or nothing."""

from __future__ import annotations

import datetime as dt
import io
import json
import logging
from dataclasses import dataclass

import numpy as np
import pandas as pd
import psycopg2.extensions
import shapely
from psycopg2 import sql

from ..database.connection import LOGIN_CONNECTIONS
from ..database.migration import DEFAULT_SRID
from ..errors import RoomError
from . import DEFAULT_COMPONENTS, DEFAULT_SEED
from .assembly import generate, today
from .tables import District, room_time

LOG = logging.getLogger(__name__)
SRID = 4549
"""The system the district is drawn in."""
ORDER = (
    "division",
    "department",
    "staff",
    "staff_role",
    "shift",
    "roster",
    "setting",
    "responsibility",
    "area_state",
    "grid",
    "grid_version",
    "grid_parent",
    "grid_counter",
    "street",
    "building",
    "component",
    "component_counter",
    "sensor",
    "alarm_rule",
    "alarm",
    "case_file",
    "case_log",
    "reporter_contact",
    "case_attachment",
    "staff_position",
    "patrol_plan",
    "patrol_route",
    "patrol_leg",
    "reading",
)
IDENTITIES = {
    "shift": "shift_id",
    "responsibility": "responsibility_id",
    "street": "street_id",
    "building": "building_id",
    "alarm": "alarm_id",
    "case_file": "case_id",
    "patrol_plan": "plan_id",
}
FIRST, CHUNK = 2_000, 100_000
"""Rows of the first portion and of the others. Triggers and keys plan their look-ups anew once the first is there and
counted; planned on an empty table, the log's trigger would read the whole log for every row."""
LARGEST = 1_000_000


@dataclass(frozen=True)
class Loaded:
    """What a load did: rows written by table; nothing when the same district was already there."""

    seed: int
    anchor: dt.date
    rows: dict[str, int]


def load(
    connection: psycopg2.extensions.connection,
    *,
    seed: int = DEFAULT_SEED,
    anchor: dt.date | None = None,
    components: int = DEFAULT_COMPONENTS,
) -> Loaded:
    """Generate the district and write it as the database's owner; the room's clock starts on the anchor day.

    Repeating with the same seed and anchor does nothing. Raises RoomError `demo.not_empty` when the room holds a
    district of its own, `demo.other_district` when it holds another demo, `demo.too_many` beyond a million components.
    A failure of the database leaves the room as it was.
    """
    if not 1 <= components <= LARGEST:
        raise RoomError("demo.too_many", components=components, largest=LARGEST)
    anchor = anchor or today()
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('community-brain demo', 0))")
        if already_there(cursor, seed, anchor):
            return Loaded(seed, anchor, {})
        district = generate(seed, anchor, components)
        srid = _srid(cursor)
        cursor.execute("SET LOCAL synchronous_commit = off")
        cursor.execute("ALTER TABLE room.case_file DISABLE TRIGGER live")
        cursor.execute("ALTER TABLE room.staff_position DISABLE TRIGGER live")
        _start_clock(cursor, district)
        make_logins(cursor, district)
        cursor.execute("SELECT desk.roll_partitions()")
        for table in ORDER:
            if table in district.tables:
                copy_table(cursor, table, district[table], srid)
        _finish(cursor)
    return Loaded(seed, anchor, {table: len(frame) for table, frame in district.tables.items()})


def already_there(cursor: psycopg2.extensions.cursor, seed: int, anchor: dt.date) -> bool:
    """Whether this very district is loaded; refuses when the room holds anything else."""
    cursor.execute("SELECT demo_seed, demo_anchor FROM room.room_info")
    loaded_seed, loaded_anchor = cursor.fetchone() or (None, None)
    if loaded_seed is not None:
        if (loaded_seed, loaded_anchor) == (seed, anchor):
            return True
        raise RoomError("demo.other_district", seed=loaded_seed, anchor=loaded_anchor)
    cursor.execute("SELECT EXISTS (SELECT FROM room.division)")
    if cursor.fetchone() == (True,):
        raise RoomError("demo.not_empty")
    return False


def _srid(cursor: psycopg2.extensions.cursor) -> int:
    cursor.execute("SELECT srid FROM room.room_info")
    (srid,) = cursor.fetchone() or (DEFAULT_SRID,)
    return int(srid)


def _start_clock(cursor: psycopg2.extensions.cursor, district: District) -> None:
    """A demo room lives at the anchor day from half past nine on, whatever the server's clock says."""
    cursor.execute(
        "UPDATE room.room_info SET is_demo = true, demo_seed = %s, demo_anchor = %s, demo_room_time = %s,"
        " demo_server_time = clock_timestamp(), demo_rate = 1",
        (district.seed, district.anchor, room_time(district.anchor)),
    )


def make_logins(cursor: psycopg2.extensions.cursor, district: District) -> None:
    """One login role per person with the group roles of his posts; roles are the cluster's and may exist already."""
    held = district["staff_role"].groupby("staff_number")["role"].apply(list)
    cursor.execute("SELECT rolname FROM pg_roles")
    known = {name for (name,) in cursor.fetchall()}
    for number, login in zip(district["staff"]["staff_number"], district["staff"]["login"], strict=True):
        if login not in known:
            made = sql.SQL("CREATE ROLE {} LOGIN CONNECTION LIMIT {}")
            cursor.execute(made.format(sql.Identifier(login), sql.Literal(LOGIN_CONNECTIONS)))
        groups = sql.SQL(", ").join(sql.Identifier(f"room_{role}") for role in held[number])
        cursor.execute(sql.SQL("GRANT {} TO {}").format(groups, sql.Identifier(login)))


def copy_table(cursor: psycopg2.extensions.cursor, table: str, frame: pd.DataFrame, srid: int) -> None:
    """Write a data frame with the columns of `room.<table>` in portions."""
    command = sql.SQL("COPY room.{} ({}) FROM STDIN WITH (FORMAT csv)").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, frame.columns))
    )
    start = 0
    while start < len(frame):
        end = start + (FIRST if start == 0 else CHUNK)
        text = io.StringIO()
        as_text(frame.iloc[start:end], srid).to_csv(text, header=False, index=False)
        text.seek(0)
        cursor.copy_expert(command, text)
        if start == 0 and end < len(frame):
            cursor.execute(sql.SQL("ANALYZE room.{}").format(sql.Identifier(table)))
        start = end
    LOG.debug("%s: %d rows", table, len(frame))
    if table in IDENTITIES:
        column = IDENTITIES[table]
        cursor.execute(
            sql.SQL("SELECT setval(pg_get_serial_sequence(%s, %s), %s)"),
            (f"room.{table}", column, int(frame[column].max())),
        )


def as_text(frame: pd.DataFrame, srid: int) -> pd.DataFrame:
    """The frame as COPY reads it: geometry as EWKB, objects as JSON, bytes as hex, times with their zone."""
    out = frame.copy()
    for column in out.columns:
        if column == "geom":
            out[column] = _ewkb(out[column].to_numpy(), srid)
        elif column in ("payload", "value", "body", "escalation", "parameters") and out[column].dtype == object:
            out[column] = [json.dumps(value, ensure_ascii=False) for value in out[column]]
        elif column == "content":
            out[column] = ["\\x" + value.hex() for value in out[column]]
        elif column.endswith("_no") or column in ("case_id", "duplicate_of", "alarm_id"):
            out[column] = out[column].astype("Int64")
    return out


def _ewkb(shapes: np.ndarray, srid: int) -> np.ndarray:
    if srid != SRID:
        from pyproj import Transformer

        move = Transformer.from_crs(SRID, srid, always_xy=True)
        shapes = shapely.transform(shapes, lambda xy: np.column_stack(move.transform(xy[:, 0], xy[:, 1])))
    return shapely.to_wkb(shapely.set_srid(shapes, srid), hex=True, include_srid=True)


def _finish(cursor: psycopg2.extensions.cursor) -> None:
    """Switch the live triggers on again, let every desk load afresh, and tell the planner how much there is."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("ALTER TABLE room.case_file ENABLE TRIGGER live")
    cursor.execute("ALTER TABLE room.staff_position ENABLE TRIGGER live")
    cursor.execute("UPDATE room.change_floor SET xid = pg_current_xact_id()")
    for table in ("grid_version", "street", "building", "component", "case_file", "case_log", "sensor", "reading"):
        cursor.execute(sql.SQL("ANALYZE room.{}").format(sql.Identifier(table)))
