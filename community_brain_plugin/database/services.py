"""pg_service files: the only thing a map layer or a desk has to know about a room."""

import contextlib
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import psycopg2.extensions

from ..errors import RoomError
from .connection import DATABASE, SERVICE, SERVICE_LOGIN, SUPERUSER
from .home import PORT, Account, Home

#: File of the bootstrap superuser, and of the resident service; every other file is a post's.
ADMIN = "admin"
RESIDENT = "service"


def service_file(home: Home, post: str) -> Path:
    """Return where the pg_service file of a post is kept."""
    return home.services / f"{post}.conf"


def write_service_files(home: Home, account: Account, posts: Mapping[str, str] | None = None) -> None:
    """Write `services/<post>.conf` for the superuser, the resident service and each post (post → login).

    The home's own `pg_service.conf` is made for the dispatcher, or the superuser while there is no staff, and left
    alone afterwards; `choose_post` changes it.
    """
    logins = {**(posts or {}), ADMIN: SUPERUSER, RESIDENT: SERVICE_LOGIN}
    for post, login in logins.items():
        _write(service_file(home, post), _entry(home, login), account)
    own = home.path / "pg_service.conf"
    if not own.exists() or own.read_text(encoding="utf-8") == _entry(home, SUPERUSER):
        _write(own, _entry(home, logins.get("dispatcher", SUPERUSER)), account)


def choose_post(home: Home, post: str) -> Path:
    """Make `post` the one this room's own pg_service.conf opens; RoomError `cluster.no_post` when nobody holds it."""
    chosen = service_file(home, post)
    if not chosen.is_file():
        known = sorted(path.stem for path in home.services.glob("*.conf"))
        raise RoomError("cluster.no_post", post=post, known=", ".join(known))
    owner = home.path.stat()
    account = Account("", owner.st_uid, owner.st_gid)
    _write(home.path / "pg_service.conf", chosen.read_text(encoding="utf-8"), account)
    return chosen


def known_posts(home: Home) -> dict[str, str]:
    """Return the login of every post that has a service file."""
    found = {}
    for path in home.services.glob("*.conf"):
        login = re.search(r"(?m)^user=(.+)$", path.read_text(encoding="utf-8"))
        if login and path.stem not in (ADMIN, RESIDENT):
            found[path.stem] = login.group(1)
    return found


def posts(connection: psycopg2.extensions.connection, kept: Mapping[str, str]) -> dict[str, str]:
    """Return one login for every role that somebody holds.

    The one `kept` for a role so far stays, since a desk that reconnects must not become somebody else; after that,
    whoever is on shift now comes first, and of those who holds no other post: a post's desk shows that post's work.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH clock AS MATERIALIZED (SELECT room.room_now() AS moment),
            on_duty AS (
                SELECT DISTINCT subdistrict, staff_number, role
                FROM room.roster JOIN room.shift USING (subdistrict, shift_id)
                WHERE starts_at <= (SELECT moment FROM clock) AND ends_at > (SELECT moment FROM clock)
                  AND operating_states IS NULL
            ),
            kept AS (SELECT * FROM unnest(%s::text[], %s::text[]) AS pair (role, login)),
            posts AS (
                SELECT subdistrict, staff_number, count(DISTINCT role) AS number FROM room.staff_role
                WHERE role <> ALL (%s) GROUP BY 1, 2
            )
            SELECT DISTINCT ON (held.role) held.role, staff.login::text
            FROM room.staff_role held
            JOIN room.staff USING (subdistrict, staff_number)
            JOIN posts USING (subdistrict, staff_number)
            JOIN pg_roles ON rolname = staff.login AND held.role <> ALL (%s)
            LEFT JOIN on_duty USING (subdistrict, staff_number, role)
            LEFT JOIN kept ON kept.role = held.role AND kept.login = staff.login
            ORDER BY held.role, (kept.role IS NOT NULL) DESC, (on_duty.role IS NOT NULL) DESC,
                     posts.number, staff.subdistrict, staff.staff_number
            """,
            (list(kept), list(kept.values()), [ADMIN, RESIDENT], [ADMIN, RESIDENT]),
        )
        return dict(cursor.fetchall())


def _entry(home: Home, login: str) -> str:
    """Return the text of one service entry; there is no password in it, since the socket's folder is the lock."""
    lines = (f"[{SERVICE}]", f"host={home.socket}", f"port={PORT}", f"dbname={DATABASE}", f"user={login}", "")
    return "\n".join(lines)


def _write(path: Path, text: str, account: Account) -> None:
    """Replace a file in one step: a desk that reads it meanwhile sees the old or the new one."""
    with contextlib.suppress(OSError):
        if path.read_text(encoding="utf-8") == text:
            return
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    os.chown(name, account.uid, account.gid)
    Path(name).replace(path)
