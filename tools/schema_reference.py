"""Write docs/schema.md: every table, view and function of the database with what it means, from the comments in it.

Run without arguments it starts a private cluster in a temporary folder, migrates it and writes the file.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import psycopg2.extensions

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "schema.md"

_HEAD = """# The database, table by table / 数据库表说明

Made from the comments in the database by `tools/schema_reference.py`; do not edit by hand.
本文件由数据库注释生成，请勿手工修改。

`room` holds the tables, `desk` the views and functions that desks use. Nobody writes into a table: all writes go
through functions. A type with `?` may be empty, one with `→` refers to that table.
`room` 为数据表，`desk` 为席位使用的视图与函数；任何人不得直接写表，一律通过函数办理。
带 `?` 的列可为空，带 `→` 的列引用该表。
"""
_TABLES = """
    SELECT c.relname::text, obj_description(c.oid, 'pg_class'), c.relrowsecurity, array(
        SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(number, place)
        JOIN pg_attribute a ON a.attnum = k.number
        WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid ORDER BY k.place)
    FROM pg_class c
    WHERE c.relnamespace = 'room'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY 1
"""
_COLUMNS = """
    SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(a.attrelid, a.attnum),
           (SELECT f.confrelid::regclass::text FROM pg_constraint f
            WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey[cardinality(f.conkey)] = a.attnum
            ORDER BY f.conname LIMIT 1)
    FROM pg_attribute a
    WHERE a.attrelid = format('room.%%I', %s::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum
"""
_VIEWS = """
    SELECT relname::text, obj_description(oid, 'pg_class') FROM pg_class
    WHERE relnamespace = 'desk'::regnamespace AND relkind = 'v' ORDER BY 1
"""
_FUNCTIONS = """
    SELECT n.nspname || '.' || p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
           obj_description(p.oid, 'pg_proc')
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('room', 'desk') AND obj_description(p.oid, 'pg_proc') IS NOT NULL ORDER BY 1, 2
"""


def reference(connection: psycopg2.extensions.connection) -> str:
    """Return the reference of a migrated database as Markdown."""
    with connection.cursor() as cursor:
        cursor.execute("SET search_path = pg_catalog, public")
        return "\n".join([_HEAD, *_tables(cursor), *_views(cursor), *_functions(cursor)])


def _tables(cursor: psycopg2.extensions.cursor) -> list[str]:
    cursor.execute(_TABLES)
    lines = ["## Tables / 数据表", ""]
    for name, meaning, guarded, key in cursor.fetchall():
        policy = "; rows guarded by a policy / 按行授权" if guarded else ""
        lines += [f"### room.{name}", "", f"{_cell(meaning)}", "", f"Key / 主键: `{', '.join(key)}`{policy}", ""]
        lines += ["| column 列 | type 类型 | meaning 含义 |", "| --- | --- | --- |"]
        cursor.execute(_COLUMNS, (name,))
        for column, kind, required, about, target in cursor.fetchall():
            shown = f"{kind}{'' if required else ' ?'}{f' → {target}' if target else ''}"
            lines.append(f"| `{column}` | {shown} | {_cell(about)} |")
        lines.append("")
    return lines


def _views(cursor: psycopg2.extensions.cursor) -> list[str]:
    cursor.execute(_VIEWS)
    rows = [f"| `desk.{name}` | {_cell(meaning)} |" for name, meaning in cursor.fetchall()]
    return ["## Views / 视图", "", "| view 视图 | meaning 含义 |", "| --- | --- |", *rows, ""]


def _functions(cursor: psycopg2.extensions.cursor) -> list[str]:
    cursor.execute(_FUNCTIONS)
    rows = [f"| `{name}({given})` | `{result}` | {_cell(about)} |" for name, given, result, about in cursor.fetchall()]
    lines = ["## Functions / 函数", "", "| function 函数 | answers 返回 | meaning 含义 |", "| --- | --- | --- |"]
    return [*lines, *rows, ""]


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


def main() -> int:
    """Write the file from a database made for the purpose."""
    from community_brain_plugin.database import migration
    from community_brain_plugin.database.cluster import PrivateCluster
    from community_brain_plugin.database.connection import connect, local

    home = Path(tempfile.mkdtemp(prefix="community-brain-schema-"))
    os.environ["COMMUNITY_BRAIN_HOME"] = str(home)
    cluster = PrivateCluster(home)
    try:
        cluster.up()
        migration.migrate(local(cluster.home))
        connection = connect(local(cluster.home))
        REFERENCE.write_text(reference(connection), encoding="utf-8")
        connection.close()
    finally:
        cluster.down()
        shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
