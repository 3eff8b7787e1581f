"""docs/schema.md says what the database is; every table and column has its meaning in both languages."""

import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "schema_reference.py"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("schema_reference", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_up_to_date(room, tool):
    assert tool.REFERENCE.read_text(encoding="utf-8") == tool.reference(room.connect()), "run tools/schema_reference.py"


def meanings(room) -> dict[str, str]:
    return dict(
        room.query(
            """
            SELECT c.oid::regclass::text, coalesce(obj_description(c.oid, 'pg_class'), '') FROM pg_class c
            WHERE c.relnamespace IN ('room'::regnamespace, 'desk'::regnamespace) AND c.relkind IN ('r', 'p', 'v')
              AND NOT c.relispartition
            UNION ALL
            SELECT c.oid::regclass || '.' || a.attname, coalesce(col_description(c.oid, a.attnum), '')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'room'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            UNION ALL
            SELECT p.oid::regprocedure::text, coalesce(obj_description(p.oid, 'pg_proc'), '') FROM pg_proc p
            WHERE p.pronamespace IN ('room'::regnamespace, 'desk'::regnamespace)
              AND (has_function_privilege('little_planner', p.oid, 'EXECUTE')
                   OR has_function_privilege('community_brain_service', p.oid, 'EXECUTE'))
            """
        )
    )


def test_everything_has_its_meaning_in_english_and_chinese(room):
    found = meanings(room)
    assert len(found) > 400
    wrong = []
    for name, meaning in found.items():
        english, _, chinese = meaning.partition(" / ")
        if (
            not english
            or english != english.encode("ascii", "ignore").decode()
            or not any("一" <= c <= "鿿" for c in chinese)
        ):
            wrong.append(name)
    assert wrong == []
