"""Imports of hand-made rows into the little room, without a file: what the database itself judges."""

import json
from typing import Any

from little_room import ORIGIN, SRID, LittleRoom


def line(*points: tuple[float, float]) -> str:
    """Return a line as EWKT, metres from the little room's origin."""
    return _ewkt("LINESTRING({})", points)


def ring(*points: tuple[float, float]) -> str:
    """Return an area as EWKT; the ring is closed here."""
    return _ewkt("MULTIPOLYGON((({})))", (*points, points[0]))


def box(west: float, south: float, east: float, north: float) -> str:
    """Return a rectangle as EWKT."""
    return ring((west, south), (east, south), (east, north), (west, north))


class Staged:
    """One import in the session of a post, one transaction per call as the function's caller decides."""

    def __init__(
        self, room: LittleRoom, subject: str, source: str = "some file", post: str = "planner", **options: object
    ):
        self.room = room
        self.post = post
        self.batch = room.one(
            "SELECT desk.import_begin(%s, %s, %s::jsonb)", (subject, source, json.dumps(options)), post
        )
        self.number = 0

    def row(self, geometry: str | None, source_id: str | None = "", **fields: object) -> "Staged":
        """Stage a row; without an id its number is one."""
        self.number += 1
        own_id = str(self.number) if source_id == "" else source_id
        self.room.query(
            "SELECT desk.import_rows(%s, jsonb_build_array(jsonb_build_object('feature_no', %s, 'source_id', %s::text,"
            " 'fields', %s::jsonb, 'geom', encode(ST_AsEWKB(%s::geometry), 'hex'))))",
            (self.batch, self.number, own_id, json.dumps(fields), geometry),
            self.post,
        )
        return self

    def faults(self) -> list[tuple[int | None, str, str]]:
        """Return feature, field and code of every fault."""
        return self.room.query("SELECT feature_no, field, code FROM desk.import_check(%s)", (self.batch,), self.post)

    def apply(self) -> dict[str, Any]:
        """Apply and return the counts."""
        return self.room.one("SELECT desk.import_apply(%s)", (self.batch,), self.post)

    def counts(self) -> tuple[int, int, int, int]:
        """Apply; inserted, updated, unchanged, ended."""
        answer = self.apply()
        return answer["inserted"], answer["updated"], answer["unchanged"], answer["ended"]


def _ewkt(shape: str, points: tuple[tuple[float, float], ...]) -> str:
    return f"SRID={SRID};" + shape.format(", ".join(f"{ORIGIN[0] + x} {ORIGIN[1] + y}" for x, y in points))
