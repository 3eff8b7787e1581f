"""Results of analyses, saved to the room under a name and opened on another desk."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg2
import psycopg2.extensions
from psycopg2.extras import Json

from ..errors import RoomError
from .connection import answered

VECTOR, RASTER = "vector", "raster"
#: How a file of each kind begins, and how large one may become: whoever saved it may have meant harm.
_BEGINNINGS = {VECTOR: (b"SQLite format 3\0",), RASTER: (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")}
_LARGEST = 2**30


@dataclass(frozen=True)
class Result:
    """A layer as a file (GeoPackage or GeoTIFF) with its legend (QGIS style) and what it came of."""

    kind: str
    parameters: dict[str, Any]
    style: str
    content: bytes


@dataclass(frozen=True)
class Listed:
    """A saved result without its content; `size` is in bytes, as it is kept."""

    name: str
    kind: str
    parameters: dict[str, Any]
    size: int
    saved_at: datetime
    saved_by: str


def save(connection: psycopg2.extensions.connection, name: str, result: Result, replace: bool = False) -> None:
    """Keep a result under a name, and commit. Saving the same again changes nothing.

    Raises RoomError: the name is taken (`replace` allows one's own, the shift leader any), too large, no right.
    """
    content = psycopg2.Binary(zlib.compress(result.content, 6))
    values = (name, result.kind, Json(result.parameters), result.style, content, replace)
    answered(connection, "SELECT desk.save_result(%s, %s, %s, %s, %s, %s)", values)
    connection.commit()


def delete(connection: psycopg2.extensions.connection, name: str) -> bool:
    """Delete a saved result, and commit; False where there is none of this name."""
    ((gone,),) = answered(connection, "SELECT desk.delete_result(%s)", (name,))
    connection.commit()
    return bool(gone)


def listed(connection: psycopg2.extensions.connection) -> list[Listed]:
    """Return the results one may open, the newest first."""
    rows = answered(
        connection,
        "SELECT name, kind, parameters, size_bytes, saved_at, saved_by_name FROM desk.saved_result"
        " ORDER BY saved_at DESC, name",
    )
    return [Listed(*row) for row in rows]


def load(connection: psycopg2.extensions.connection, name: str) -> Result:
    """Return a saved result; RoomError where there is none of this name that one may open, or it is no layer's file."""
    rows = answered(
        connection,
        "SELECT kind, parameters, style, content FROM room.analysis_result"
        " WHERE subdistrict = room.my_subdistrict() AND name = btrim(%s)",
        (name,),
    )
    if not rows:
        raise RoomError("room.unknown_result", name=name)
    kind, parameters, style, content = rows[0]
    return Result(kind, parameters, style, _unpacked(name, kind, bytes(content)))


def _unpacked(name: str, kind: str, content: bytes) -> bytes:
    """Return the file of a layer: GDAL would take a text that points elsewhere for one, and memory has an end."""
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(content, _LARGEST)
    except zlib.error:
        unpacked = b""
    if not unpacking.eof or not unpacked.startswith(_BEGINNINGS[kind]):
        raise RoomError("room.damaged_result", name=name)
    return unpacked
