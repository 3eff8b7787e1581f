"""Whether a room's logs are as they were written: the first broken link, by name, and the seal to compare with paper.

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

from dataclasses import dataclass
from datetime import datetime

import psycopg2.extensions

from .records import Row, rows


@dataclass(frozen=True)
class Verified:
    """What was looked at in a subdistrict, its latest seal, and the first fault (None: all is well).

    `fault` is gap, link, contents, head, sealed or seal; `place` is the number of a case file, or subject and key of
    the log beside the case files' own; `entry` the number of the entry there, or of the seal.
    """

    subdistrict: str
    case_files: int
    entries: int
    seal_no: int | None = None
    sealed_at: datetime | None = None
    seal_hash: str | None = None
    fault: str | None = None
    place: str | None = None
    entry: int | None = None


def subdistricts(connection: psycopg2.extensions.connection) -> list[str]:
    """Return the subdistricts that are rooms: one's own, or all for whoever has none."""
    return [row["code"] for row in rows(connection, _ROOMS)]


def verify(connection: psycopg2.extensions.connection, subdistrict: str, seal: int | None = None) -> Verified:
    """Work out every hash of a subdistrict's logs and seals anew; `seal` is the one to show, by default the latest.

    Refused with `room.not_authorised` to those who do not see the whole subdistrict.
    """
    found = rows(connection, _FAULT, {"subdistrict": subdistrict})
    (counted,) = rows(connection, _COUNTED, {"subdistrict": subdistrict, "seal": seal})
    fault: Row = found[0] if found else {}
    return Verified(**counted, **fault)


def unlogged(connection: psycopg2.extensions.connection) -> list[tuple[str, str]]:
    """Return what of the server's log is not as refused attempts need it: (setting, value), none if nothing.

    A refusal takes back all that its session wrote, so the room's own log cannot hold it: the server's does, where it
    logs errors, its lines begin with whose session it is, what was sent is left out and files are kept. What is set for
    a login or a database counts too.
    """
    return [(str(row["name"]), str(row["setting"])) for row in rows(connection, _UNLOGGED)]


def left_open(connection: psycopg2.extensions.connection) -> list[tuple[str, list[str]]]:
    """Return what every login of the server may do past the room's functions: (kind, names), none if all is shut."""
    return [(str(row["kind"]), [str(name) for name in row["names"]]) for row in rows(connection, _LEFT_OPEN)]


def unlimited(connection: psycopg2.extensions.connection) -> list[str]:
    """Return the logins of this server's rooms that may open any number of connections."""
    return [str(row["rolname"]) for row in rows(connection, _UNLIMITED)]


_ROOMS = """
    SELECT code FROM room.division WHERE level = 'subdistrict' AND subdistrict = code
    AND code = coalesce((SELECT room.my_subdistrict()), code) ORDER BY code
"""
_FAULT = """
    SELECT f.fault, coalesce(c.case_number, f.case_id::text) AS place, f.version AS entry
    FROM desk.verify_log(%(subdistrict)s) f
    LEFT JOIN room.case_file c ON c.subdistrict = %(subdistrict)s AND c.case_id = f.case_id
    UNION ALL
    SELECT f.fault, f.subject || ' ' || f.key, f.entry_no FROM desk.verify_room_log(%(subdistrict)s) f
"""
_COUNTED = """
    SELECT %(subdistrict)s AS subdistrict,
           (SELECT count(*) FROM room.case_file WHERE subdistrict = %(subdistrict)s) AS case_files,
           (SELECT count(*) FROM room.case_log WHERE subdistrict = %(subdistrict)s) AS entries,
           s.seal_no, s.at AS sealed_at, encode(s.hash, 'hex') AS seal_hash
    FROM (SELECT 1) one
    LEFT JOIN LATERAL (
        SELECT * FROM room.log_seal
        WHERE subdistrict = %(subdistrict)s AND seal_no = coalesce(%(seal)s, seal_no)
        ORDER BY seal_no DESC LIMIT 1) s ON true
"""
_LEFT_OPEN = "SELECT kind, array_agg(name ORDER BY name) AS names FROM desk.left_open() GROUP BY kind ORDER BY kind"
_UNLIMITED = """
    SELECT r.rolname FROM pg_roles r
    WHERE r.rolcanlogin AND NOT r.rolsuper AND r.rolconnlimit < 0 AND pg_has_role(r.oid, 'room_desk', 'MEMBER')
      AND NOT pg_has_role(r.oid, 'room_owner', 'MEMBER') AND NOT pg_has_role(r.oid, 'room_service', 'MEMBER')
    ORDER BY r.rolname
"""
_UNLOGGED = """
    WITH kept AS (
        SELECT s.name, s.setting FROM pg_settings s
        UNION ALL
        SELECT split_part(c, '=', 1), substr(c, strpos(c, '=') + 1)
        FROM pg_db_role_setting d LEFT JOIN pg_database b ON b.oid = d.setdatabase CROSS JOIN unnest(d.setconfig) c
        WHERE d.setdatabase = 0 OR b.datname = current_database()
    )
    SELECT DISTINCT name, setting FROM kept
    WHERE (name = 'log_min_messages' AND setting IN ('log', 'fatal', 'panic'))
       OR (name = 'log_min_error_statement' AND setting NOT IN ('log', 'fatal', 'panic'))
       OR (name = 'log_line_prefix' AND strpos(setting, chr(37) || 'u') = 0)
       OR (name = 'logging_collector' AND setting = 'off')
    ORDER BY name, setting
"""
