"""Rules are data: the CSV files of resources/code_tables become rows of the tables they are named after.

A room may change its rows. So what was brought is remembered, and a row that is no longer as it was brought is the
room's own: a later version neither changes it nor brings it back.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

# A catalogue for the client, with no table behind it.
_CLIENT_ONLY = {"messages"}


# What was brought last, row by row. A row in a table is as it was brought when it holds all of that.
_BROUGHT = """
    CREATE TABLE IF NOT EXISTS room_migration.brought_row (
        table_name text NOT NULL, key jsonb NOT NULL, contents jsonb NOT NULL, PRIMARY KEY (table_name, key))
"""


# The rows that are the room's own: changed or taken out since they were brought, or put in before they were. The first
# time nothing is known of any row, and all count as brought.
_OWN = sql.SQL(
    """
    CREATE TEMP TABLE own_row ON COMMIT DROP AS
    SELECT i.key FROM (SELECT i.*, jsonb_build_array({incoming_key}) AS key FROM incoming i) i
    LEFT JOIN {target} k USING ({columns_of_key})
    LEFT JOIN room_migration.brought_row b ON b.table_name = {table} AND b.key = i.key
    WHERE CASE WHEN b.key IS NOT NULL THEN coalesce(NOT to_jsonb(k) @> b.contents, true)
               ELSE {first} IS NOT NULL AND EXISTS (
                   SELECT FROM room_migration.brought_row a WHERE a.table_name = {table}) END
    """
)
_MERGE = sql.SQL(
    """
    INSERT INTO {target} AS kept ({columns}) SELECT {columns} FROM incoming i
    WHERE NOT EXISTS (SELECT FROM own_row o WHERE o.key = jsonb_build_array({incoming_key}))
    ON CONFLICT ({columns_of_key}) DO
    """
)
_REMEMBER = sql.SQL(
    """
    INSERT INTO room_migration.brought_row AS b
    SELECT {table}, jsonb_build_array({incoming_key}), to_jsonb(i) FROM incoming i
    ON CONFLICT (table_name, key) DO UPDATE SET contents = EXCLUDED.contents WHERE b.contents <> EXCLUDED.contents
    """
)


@dataclass
class Filled:
    """What became of the files: those without a table, and by table how many rows were left alone, being the room's."""

    skipped: list[str] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)


def upsert(connection: "psycopg.Connection[Any]", folder: Path) -> Filled:
    """Insert or update every row of every CSV in `folder`, referenced tables first, except the room's own.

    Columns come from the header, an empty field is NULL. Rows that left a file stay in the table, since case files
    point at them.
    """
    files = {path.stem: path for path in sorted(folder.glob("*.csv")) if path.stem not in _CLIENT_ONLY}
    rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'room'").fetchall()
    present = {row[0] for row in rows}
    filled = Filled([name for name in files if name not in present])
    connection.execute(_BROUGHT)
    for table in _in_order(connection, [name for name in files if name in present]):
        kept = _upsert_one(connection, table, files[table])
        if kept:
            filled.kept[table] = kept
    return filled


def _in_order(connection: "psycopg.Connection[Any]", tables: list[str]) -> list[str]:
    """Sort so that a table comes after all that its foreign keys name."""
    rows = connection.execute(
        """
        SELECT referring.relname, referred.relname
        FROM pg_constraint
        JOIN pg_class referring ON referring.oid = conrelid
        JOIN pg_class referred ON referred.oid = confrelid
        WHERE contype = 'f' AND connamespace = 'room'::regnamespace AND conrelid <> confrelid
        """
    ).fetchall()
    waiting = {table: {to for of, to in rows if of == table and to in tables} for table in tables}
    ordered: list[str] = []
    while waiting:
        ready = sorted(table for table, needs in waiting.items() if needs <= set(ordered)) or sorted(waiting)
        ordered.extend(ready)
        for table in ready:
            del waiting[table]
    return ordered


def _upsert_one(connection: "psycopg.Connection[Any]", table: str, path: Path) -> int:
    """Copy the file beside the table, then merge by primary key; returns how many rows of it are the room's own."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    key = _primary_key(connection, table)
    names = {
        "table": sql.Literal(table),
        "target": sql.Identifier("room", table),
        "columns": sql.SQL(", ").join(map(sql.Identifier, header)),
        "columns_of_key": sql.SQL(", ").join(map(sql.Identifier, key)),
        "incoming_key": sql.SQL(", ").join(sql.Identifier("i", column) for column in key),
        "first": sql.Identifier("k", key[0]),
    }
    connection.execute(
        sql.SQL("CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT {columns} FROM {target} LIMIT 0").format(**names)
    )
    with connection.cursor() as cursor:
        copy = sql.SQL("COPY incoming ({columns}) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')")
        with cursor.copy(copy.format(**names)) as stream:
            stream.write(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    own = connection.execute(_OWN.format(**names)).rowcount
    rest = [name for name in header if name not in key]
    connection.execute(_MERGE.format(**names) + (_update(rest) if rest else sql.SQL("NOTHING")))
    connection.execute(_REMEMBER.format(**names))
    connection.execute("DROP TABLE incoming, own_row")
    return own


def _update(columns: list[str]) -> sql.Composed:
    """Return the UPDATE part for rows that differ."""
    kept = sql.SQL(", ").join(sql.Identifier("kept", name) for name in columns)
    new = sql.SQL(", ").join(sql.Identifier("excluded", name) for name in columns)
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("UPDATE SET ({}) = ROW({}) WHERE ROW({}) IS DISTINCT FROM ROW({})").format(names, new, kept, new)


def _primary_key(connection: "psycopg.Connection[Any]", table: str) -> list[str]:
    rows = connection.execute(
        """
        SELECT attname FROM pg_index
        JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
        WHERE indisprimary AND indrelid = %s::regclass
        ORDER BY array_position(indkey::smallint[], attnum)
        """,
        (f"room.{table}",),
    ).fetchall()
    return [row[0] for row in rows]
