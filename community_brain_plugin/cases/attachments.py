"""Photos and files of a case file: listed, read, and kept for good.

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import psycopg2
import psycopg2.extensions

from ..errors import RoomError
from .records import Row, rows

Database = psycopg2.extensions.connection

#: The database takes nothing larger, in bytes.
LARGEST = 20 * 1024 * 1024
STAGES = ("before", "after", "check", "other")
#: What a case file takes: media type → how such a file begins. The name of a file says nothing.
_BEGINNINGS = {
    "image/jpeg": ((0, b"\xff\xd8\xff"),),
    "image/png": ((0, b"\x89PNG\r\n\x1a\n"),),
    "image/gif": ((0, b"GIF8"),),
    "image/webp": ((0, b"RIFF"), (8, b"WEBP")),
    "application/pdf": ((0, b"%PDF-"),),
    "video/mp4": ((4, b"ftyp"),),
}
# At which stage of a case file a photo is most likely taken, by state; else it shows the trouble itself.
_STAGE_OF_STATE = {
    "pending_handle": "after", "handling": "after", "handle_finish": "after", "feedback": "after",
    "pending_check": "check", "checking": "check", "closed": "other", "evaluated": "other", "void": "other",
}  # fmt: skip


#: Who may bring a photo of a check: whoever did the work does not bring the evidence that it was checked.
CHECKING_ROLES = frozenset({"acceptor", "shift_leader", "collector"})


def likely_stage(state: str, roles: Iterable[str]) -> str:
    """Return the stage a photo of somebody most likely belongs to while a case file is in a state."""
    stage = _STAGE_OF_STATE.get(state, "before")
    return "other" if stage == "check" and CHECKING_ROLES.isdisjoint(roles) else stage


def media_type(content: bytes) -> str | None:
    """Return the media type of a file by its first bytes; None for one that a case file does not take."""
    for kind, parts in _BEGINNINGS.items():
        if all(content[start : start + len(part)] == part for start, part in parts):
            return kind
    return None


def read_file(path: Path) -> tuple[str, bytes]:
    """Return media type and content of a file that may be attached.

    Raises RoomError: `room.too_large`, `room.file_type`, or `desk.no_file` where it cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise RoomError("room.too_large", file_name=path.name, megabytes=LARGEST // 1024**2)
        content = path.read_bytes()
    except OSError as error:
        raise RoomError("desk.no_file", file_name=path.name, reason=error.strerror or str(error)) from error
    kind = media_type(content)
    if kind is None:
        raise RoomError("room.file_type", file_name=path.name)
    return kind, content


def listed(connection: Database, case_id: int) -> list[Row]:
    """Return what is attached to a case file, the oldest first; `bytes` is the size, the content itself stays there."""
    return rows(connection, _LIST, (case_id,))


def content(connection: Database, attachment_id: str) -> bytes:
    """Return an attachment's content; empty where there is none to see."""
    found = rows(connection, "SELECT content FROM room.case_attachment WHERE attachment_id = %s", (attachment_id,))
    return bytes(found[0]["content"]) if found else b""


def attach(connection: Database, case_id: int, stage: str, path: Path) -> str:
    """Keep a file with a case file and return its id; one that is kept already is not kept twice. Raises RoomError."""
    kind, data = read_file(path)
    return keep(connection, case_id, stage, path.name, kind, data)


def keep(connection: Database, case_id: int, stage: str, file_name: str, kind: str, data: bytes) -> str:
    """Keep bytes of a media type with a case file under a name, as `attach` does."""
    values = (case_id, stage, file_name, kind, psycopg2.Binary(data))
    return str(rows(connection, "SELECT desk.attach(%s, %s, %s, %s, %s) AS id", values)[0]["id"])


def shown(listed_rows: Iterable[Row], stage: str, since: datetime | None) -> int:
    """Return how many pictures of a stage were taken since a moment, of rows of `listed`."""
    return sum(
        row["stage"] == stage and row["media_type"].startswith("image/") and (since is None or row["added_at"] >= since)
        for row in listed_rows
    )


_LIST = """
    SELECT a.attachment_id::text AS attachment_id, a.case_id, a.stage, a.file_name, a.media_type,
           octet_length(a.content) AS bytes, a.added_at, a.added_by, f.name AS added_by_name
    FROM room.case_attachment a
    LEFT JOIN room.staff f ON f.subdistrict = a.subdistrict AND f.staff_number = a.added_by
    WHERE a.case_id = %s ORDER BY a.added_at, a.attachment_id
"""
