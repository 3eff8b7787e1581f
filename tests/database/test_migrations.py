"""Migrations: fresh is the same as migrated, nothing is left after a failure, and refusals say what to do."""

import csv
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from psycopg2 import sql

from community_brain_plugin.database import migration
from community_brain_plugin.database.binaries import for_new
from community_brain_plugin.database.connection import connect
from community_brain_plugin.errors import RoomError

#: Key of the lock that all migrations of a server meet at.
MIGRATIONS = 2666864892


def dump(room) -> str:
    """Return the schema of a database as pg_dump writes it, without what changes from dump to dump."""
    parameters = room.parameters()
    arguments = ["--schema-only", "-h", parameters["host"], "-U", parameters["user"], parameters["dbname"]]
    done = subprocess.run([for_new().program("pg_dump"), *arguments], capture_output=True, text=True, check=True)
    return re.sub(r"(?m)^(\\(un)?restrict .*|COMMENT ON SCHEMA room_migration .*)$", "", done.stdout)


def versions() -> list[str]:
    folders = (migration.SCHEMA_FOLDER / "changelogs").iterdir()
    return sorted((path.name for path in folders if path.is_dir()), key=migration.version_key)


@pytest.fixture
def module(tmp_path) -> Path:
    """A small module of two versions with a droppable layer, in its own copy."""
    for name, text in {
        ".pum.yaml": (
            "pum: {module: community_brain, migration_table_schema: room_migration}\n"
            "parameters: [{name: srid, type: integer, default: 4549}]\n"
            "application: {drop: [{file: app/drop.sql}], create: [{file: app/views.sql}]}\n"
        ),
        "changelogs/1.0.0/01.sql": (
            "CREATE EXTENSION IF NOT EXISTS postgis;\nCREATE SCHEMA room;\n"
            "CREATE TABLE room.kind (kind text PRIMARY KEY, name text, parent text REFERENCES room.kind);\n"
            "CREATE TABLE room.area (kind text PRIMARY KEY REFERENCES room.kind, geom geometry(Point, {srid}));\n"
        ),
        "changelogs/1.1.0/01.sql": "ALTER TABLE room.kind ADD note text;\n",
        "app/drop.sql": "DROP SCHEMA IF EXISTS desk CASCADE;\n",
        "app/views.sql": "CREATE SCHEMA desk;\nCREATE VIEW desk.kinds AS SELECT kind, name FROM room.kind;\n",
        "tables/area.csv": "kind\npark\n",
        "tables/kind.csv": "kind,name,parent\npark,公园,\nlawn,草坪,park\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def apply(room, module: Path, **options) -> migration.Migrated:
    return migration.migrate(room.parameters(), schema=module, code_tables=module / "tables", **options)


def test_version_by_version_is_the_same_as_at_once(database, empty_database):
    for version in versions():
        migration.migrate(empty_database.parameters(), max_version=version)
    assert dump(empty_database) == dump(database)


def test_two_versions_one_by_one_are_the_same_as_at_once(module, empty_database):
    apply(empty_database, module, max_version="1.0.0")
    apply(empty_database, module)
    stepwise = dump(empty_database)
    empty_database.query("DROP SCHEMA room, room_migration, desk CASCADE")
    done = apply(empty_database, module)
    assert (done.before, done.after, done.changed) == (None, "1.1.0", True)
    assert dump(empty_database) == stepwise


def test_making_the_droppable_layer_anew_changes_nothing(database):
    before = dump(database)
    done = migration.migrate(database.parameters(), force=True)
    assert done.changed
    assert dump(database) == before


def test_a_second_migration_finds_nothing_to_do(database):
    assert not migration.migrate(database.parameters()).changed


def test_every_code_table_is_in_the_database(database):
    for path in sorted(migration.CODE_TABLES_FOLDER.glob("*.csv")):
        if path.stem == "messages":
            continue
        with path.open(encoding="utf-8", newline="") as file:
            rows = len(list(csv.DictReader(file)))
        found = database.query("SELECT to_regclass(%s) IS NOT NULL", (f"room.{path.stem}",))
        assert found == [(True,)], f"no table room.{path.stem}"
        ((count,),) = database.query(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("room", path.stem)))
        assert count == rows, path.name


def test_code_tables_are_upserted_in_the_order_of_their_keys(module, empty_database):
    assert apply(empty_database, module).skipped == []
    (module / "tables" / "kind.csv").write_text(
        "kind,name,parent\npark,Park,\nlawn,,park\nyard,院子,lawn\n", encoding="utf-8"
    )
    (module / "tables" / "nowhere.csv").write_text("a\n1\n")
    done = apply(empty_database, module)
    assert done.changed
    assert done.skipped == ["nowhere"]
    rows = empty_database.query("SELECT kind, name, parent FROM room.kind ORDER BY 1")
    assert rows == [("lawn", None, "park"), ("park", "Park", None), ("yard", "院子", "lawn")]


def test_a_failed_statement_leaves_the_database_as_it_was(module, empty_database):
    apply(empty_database, module, max_version="1.0.0")
    before = dump(empty_database)
    (module / "changelogs/1.1.0/02.sql").write_text("CREATE TABLE room.half (a int);\nSELECT 1 / 0 AS nonsense;\n")
    with pytest.raises(RoomError) as caught:
        apply(empty_database, module)
    assert caught.value.code == "migration.failed"
    assert caught.value.params["place"] == "02.sql"
    assert "1 / 0" in str(caught.value.params["statement"])
    assert "division by zero" in str(caught.value)
    assert dump(empty_database) == before


def test_a_bad_row_in_a_code_table_takes_the_whole_migration_back(module, empty_database):
    (module / "tables" / "area.csv").write_text("kind\nsea\n")
    with pytest.raises(RoomError) as caught:
        apply(empty_database, module)
    assert caught.value.code == "migration.code_table"
    assert "sea" in str(caught.value)
    assert empty_database.query("SELECT to_regnamespace('room')") == [(None,)]


def test_a_newer_database_is_refused(module, empty_database):
    apply(empty_database, module)
    shutil.rmtree(module / "changelogs/1.1.0")
    with pytest.raises(RoomError) as caught:
        apply(empty_database, module)
    assert caught.value.code == "migration.newer"
    assert "1.1.0" in str(caught.value)
    state = migration.schema_state(empty_database.connect_as(), module)
    assert state.kind == "newer"


def test_the_metric_system_is_chosen_once(module, empty_database):
    apply(empty_database, module, srid=4527)
    found = empty_database.query("SELECT srid FROM geometry_columns WHERE f_table_name = 'area'")
    assert found == [(4527,)]
    assert not apply(empty_database, module).changed
    (module / "app/views.sql").write_text("CREATE SCHEMA desk;\n")
    with pytest.raises(RoomError) as caught:
        apply(empty_database, module, srid=4549)
    assert caught.value.code == "migration.other_srid"


@pytest.mark.parametrize("srid", [4490, 999999])
def test_a_system_not_in_metres_is_refused(module, empty_database, srid):
    with pytest.raises(RoomError) as caught:
        apply(empty_database, module, srid=srid)
    assert caught.value.code == "migration.srid_not_metric"
    assert empty_database.query("SELECT to_regnamespace('room')") == [(None,)]


def test_two_migrations_at_once_do_not_collide(module, empty_database):
    answers: list[object] = []

    def run() -> None:
        try:
            answers.append(apply(empty_database, module).changed)
        except RoomError as error:
            answers.append(error)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, answers)) == ["False", "False", "True"]


def test_a_view_in_use_is_waited_for_and_then_named(module, empty_database, monkeypatch):
    apply(empty_database, module)
    reader = empty_database.connect_as(autocommit=False)
    reader.cursor().execute("SELECT * FROM desk.kinds")
    monkeypatch.setenv("COMMUNITY_BRAIN_LOCK_TIMEOUT", "300ms")
    with pytest.raises(RoomError) as caught:
        apply(empty_database, module, force=True)
    assert caught.value.code == "migration.busy"
    reader.rollback()
    assert apply(empty_database, module, force=True).changed


def test_a_migration_does_not_wait_for_ever_for_another_or_for_whoever_plays_one(module, empty_database, monkeypatch):
    other = connect({**empty_database.parameters(), "dbname": "postgres"}, autocommit=True)
    other.cursor().execute("SELECT pg_advisory_lock(%s)", (MIGRATIONS,))
    monkeypatch.setenv("COMMUNITY_BRAIN_TURN_TIMEOUT", "300ms")
    with pytest.raises(RoomError) as caught:
        apply(empty_database, module)
    assert caught.value.code == "migration.two"
    other.close()
    assert apply(empty_database, module).changed


def test_any_login_may_ask_for_the_version(database):
    login = database.query("SELECT rolname FROM pg_roles WHERE rolname = 'community_brain_service'")[0][0]
    connection = connect(database.parameters(str(login)))
    assert migration.schema_state(connection).kind == "current"
    connection.close()
