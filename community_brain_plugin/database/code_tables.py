"""Rules are data: the CSV files of resources/code_tables become rows of the tables they are named after."""

import csv
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

# A catalogue for the client, with no table behind it.
_CLIENT_ONLY = {"messages"}


def upsert(connection: "psycopg.Connection[Any]", folder: Path) -> list[str]:
    """Insert or update every row of every CSV in `folder`, referenced tables first.

    Columns come from the header, an empty field is NULL. Rows that left a file stay in the table, since case files
    point at them. Returns the files that have no table.
    """
    files = {path.stem: path for path in sorted(folder.glob("*.csv")) if path.stem not in _CLIENT_ONLY}
    rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'room'").fetchall()
    present = {row[0] for row in rows}
    for table in _in_order(connection, [name for name in files if name in present]):
        _upsert_one(connection, table, files[table])
    return [name for name in files if name not in present]


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


def _upsert_one(connection: "psycopg.Connection[Any]", table: str, path: Path) -> None:
    """Copy the file beside the table, then merge by primary key; unchanged rows are not written."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    key = _primary_key(connection, table)
    target = sql.Identifier("room", table)
    columns = sql.SQL(", ").join(map(sql.Identifier, header))
    rest = [name for name in header if name not in key]
    connection.execute(
        sql.SQL("CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT {} FROM {} LIMIT 0").format(columns, target)
    )
    with connection.cursor() as cursor:
        copy = sql.SQL("COPY incoming ({}) FROM STDIN WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')").format(columns)
        with cursor.copy(copy) as stream:
            stream.write(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    merge = sql.SQL(
        "INSERT INTO {target} AS kept ({columns}) SELECT {columns} FROM incoming ON CONFLICT ({key}) DO "
    ).format(target=target, columns=columns, key=sql.SQL(", ").join(map(sql.Identifier, key)))
    connection.execute(merge + _update(rest) if rest else merge + sql.SQL("NOTHING"))
    connection.execute("DROP TABLE incoming")


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
