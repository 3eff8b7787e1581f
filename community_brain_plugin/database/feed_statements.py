"""What a feed reader asks the server."""

from collections.abc import Sequence

from psycopg2 import sql

from .difference import LIVE, Key, LiveSubject, Row

#: Everything that belongs to one look, or to reading everything, is seen in one snapshot.
BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "
#: Where a room stands: snapshot, room time, rate of the clock, floor of the changes, newest change that is known. A
#: unit asks for its newest step by name: row security would look at each of its case files, or at a long log.
HEAD = """
    WITH known AS MATERIALIZED (
        (SELECT l.xid, 'case' AS subject, l.case_id::text AS key FROM room.case_log l
         WHERE (SELECT room.sees_whole_subdistrict()) AND l.xid < pg_snapshot_xmax(pg_current_snapshot())
         ORDER BY l.xid DESC LIMIT 1)
        UNION ALL
        SELECT s.xid, 'case', s.case_id::text FROM desk.newest_step() s WHERE NOT (SELECT room.sees_whole_subdistrict())
        UNION ALL
        (SELECT c.xid, c.subject, c.key FROM room.change c WHERE c.xid < pg_snapshot_xmax(pg_current_snapshot())
         ORDER BY c.xid DESC LIMIT 1))
    SELECT pg_current_snapshot()::text, room.room_now(), info.demo_rate::double precision, floor.xid::text,
           newest.xid::text, newest.subject, newest.key
    FROM room.room_info info CROSS JOIN room.change_floor floor
    LEFT JOIN (SELECT * FROM known ORDER BY xid DESC LIMIT 1) newest ON true
"""
#: What tells one room's history from another's, as far as any login may ask.
ROOM_ORIGIN = """
    SELECT created_at, (SELECT oid FROM pg_database WHERE datname = current_database()) FROM room.room_info
"""
CLUSTER_ORIGIN = "SELECT system_identifier FROM pg_control_system()"
#: Views of five joins cost more to plan than to run, and a plan by key suits every key. A look has deadlines of its
#: own: between two questions of one snapshot a desk makes rows of what it read, in a large room for seconds, and a
#: server that ends who is idle in a transaction would never let it get to the end.
SETTINGS = """
    SET plan_cache_mode = force_generic_plan; SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0
"""
#: The keys of the most urgent open case files, in the order of `cases.queue.sort_key`; none in a room of few, which is
#: read as soon. Parameters: how many are many, how many keys.
MOST_URGENT = """
    SELECT c.case_id FROM room.case_file c JOIN room.case_state s ON s.state = c.state
    WHERE c.closed_at IS NULL AND s.is_open
      AND (SELECT count(*) FROM (SELECT FROM room.case_file WHERE closed_at IS NULL LIMIT %(many)s) AS some_of_them)
          = %(many)s
    ORDER BY CASE WHEN c.due_at <= (SELECT room.room_now()) THEN 0
                  WHEN c.due_at IS NOT NULL AND c.yellow_at <= (SELECT room.room_now()) THEN 1
                  WHEN s.holder_axis IN (SELECT t.axis FROM room.case_transition t
                                         WHERE t.role = ANY (room.my_roles())) THEN 2
                  ELSE 3 END, c.due_at, c.case_id
    LIMIT %(page)s
"""
#: Whether a change is still there.
HAS_CHANGE = "SELECT 1 FROM desk.news WHERE xid = %s::text::xid8 AND subject = %s AND key = %s"
#: Parameters: the last snapshot, its xmax, and what was running in it.
NEWS = "EXECUTE feed_news (%(last)s, %(xmax)s, %(running)s)"
# Both halves use the index on xid, the second costs nothing when nothing was running; the visibility test is the
# definition they serve.
PREPARE_NEWS = """
    PREPARE feed_news (pg_snapshot, xid8, xid8[]) AS
    SELECT head.*, news.xid::text, news.subject, news.key
    FROM (SELECT pg_current_snapshot()::text, room.room_now(), info.demo_rate::double precision, floor.xid::text
          FROM room.room_info info CROSS JOIN room.change_floor floor) head
    LEFT JOIN (
        SELECT n.xid, n.subject, n.key FROM desk.news n
        WHERE n.xid >= $2 AND NOT pg_visible_in_snapshot(n.xid, $1)
        UNION ALL
        SELECT n.xid, n.subject, n.key FROM desk.news n
        WHERE n.xid = ANY ($3) AND NOT pg_visible_in_snapshot(n.xid, $1)) news ON true
    ORDER BY news.xid
"""

_COLUMNS = """
    SELECT c.relname, array_agg(a.attname ORDER BY a.attnum)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.oid = ANY (%s::regclass[]) AND a.attnum > 0 AND NOT a.attisdropped
      AND format_type(a.atttypid, NULL) <> 'geometry'
    GROUP BY c.relname
"""


class Columns:
    """The columns of the live views, geometries left out, and the statements that read them."""

    def __init__(self, found: Sequence[tuple[str, list[str]]]) -> None:
        """Take the rows of `question`."""
        self._names = dict(found)

    @staticmethod
    def question() -> tuple[str, tuple[list[str]]]:
        """Return the statement that tells the columns, and its values."""
        return _COLUMNS, ([f"desk.{live.view}" for live in LIVE.values()],)

    def everything(self, live: LiveSubject) -> sql.Composable:
        """Return the statement that reads all rows of a subject."""
        names = sql.SQL(", ").join(map(sql.Identifier, self._names[live.view]))
        return sql.SQL("SELECT {} FROM desk.{}").format(names, sql.Identifier(live.view))

    def prepare_keys(self, live: LiveSubject) -> sql.Composable:
        """Return the statement that prepares `by_keys`."""
        return sql.SQL("PREPARE {} ({}[]) AS {} WHERE {} = ANY ($1)").format(
            _prepared(live), sql.SQL(live.key_type), self.everything(live), sql.Identifier(live.key)
        )

    @staticmethod
    def by_keys(live: LiveSubject) -> sql.Composable:
        """Return the statement that reads the rows of some keys, its one parameter."""
        return sql.SQL("EXECUTE {} (%s)").format(_prepared(live))

    def rows(self, live: LiveSubject, found: Sequence[tuple]) -> dict[Key, Row]:
        """Return rows of `everything` or `by_keys` by key."""
        names = self._names[live.view]
        rows = (dict(zip(names, values, strict=True)) for values in found)
        return {row[live.key]: row for row in rows}


def _prepared(live: LiveSubject) -> sql.Identifier:
    return sql.Identifier(f"feed_{live.subject}")
