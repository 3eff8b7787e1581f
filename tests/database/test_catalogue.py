"""What the catalogue must say of every table and function, now and after the next one is added."""

import pytest

#: Tables that belong to the whole database: code tables by standard, the division tree, and the database itself.
WITHOUT_SUBDISTRICT = {
    "axis", "calendar", "calendar_day", "calendar_hours", "case_action", "case_guard", "case_limit", "case_pending",
    "case_quick_class", "case_state", "case_transition", "class", "class_condition", "class_profile", "class_twin",
    "component_state", "department_kind", "grid_kind", "operating_action", "operating_class_limit",
    "operating_outcome", "operating_stage_limit", "operating_state", "operating_state_action", "operating_task",
    "operating_transition", "profile_calendar", "role", "sensor_kind", "stage_limit",
    # The tree itself, and numbers given out above or below the subdistrict.
    "division", "component_counter", "grid_counter",
    "room_info", "change_floor", "service_heartbeat", "keeping_trial",
    # A login belongs to the whole cluster.
    "known_login", "known_step", "known_way",
}  # fmt: skip


def test_every_key_carries_the_subdistrict_first(room):
    keys = room.query(
        """
        SELECT c.relname::text, a.attname::text
        FROM pg_class c
        LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE c.relnamespace = 'room'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        """
    )
    assert {name for name, first in keys if first != "subdistrict"} == WITHOUT_SUBDISTRICT


def test_every_foreign_key_between_district_tables_stays_within_the_subdistrict(room):
    """So that the tables can be spread over servers by it."""
    crossing = room.query(
        """
        SELECT conrelid::regclass::text, conname::text FROM pg_constraint f
        WHERE contype = 'f' AND connamespace = 'room'::regnamespace AND conparentid = 0
          AND NOT confrelid::regclass::text = ANY (%s)
          AND NOT EXISTS (
            SELECT FROM unnest(f.conkey, f.confkey) k(here, there)
            JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.here AND a.attname = 'subdistrict'
            JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.there AND b.attname = 'subdistrict')
        """,
        ([f"room.{name}" for name in WITHOUT_SUBDISTRICT],),
    )
    assert crossing == []


def test_every_function_is_safe_to_be_called_by_strangers(room):
    """A fixed search_path that ends in pg_temp, an owner that cannot log in, and no EXECUTE for PUBLIC.

    Internal functions run in the rights and the search_path of those that call them, and nobody else may call them.
    """
    functions = room.query(
        """
        SELECT p.oid::regprocedure::text, p.prosecdef, r.rolname::text, r.rolcanlogin,
               (SELECT substr(c, 13) FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%%'),
               array(SELECT grantee::regrole::text FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))
                     WHERE grantee <> p.proowner)
        FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
        WHERE p.pronamespace IN ('room'::regnamespace, 'desk'::regnamespace)
        """
    )
    assert len(functions) > 60
    for name, definer, owner, can_login, path, callers in functions:
        assert (owner, can_login) == ("room_owner", False), name
        assert "-" not in callers, f"{name} may be called by PUBLIC"
        assert definer or not callers, name
        assert path is not None or not definer, name
        places = [place.strip() for place in (path or "pg_temp").split(",")]
        assert places[-1] == "pg_temp", name
        assert set(places[:-1]) <= {"room", "desk", "public", "pg_catalog"}, name
        assert places[0] == "room" or "room" not in places, f"{name} looks for tables elsewhere first"


def test_everything_belongs_to_the_owner_that_cannot_log_in(room):
    others = room.query(
        "SELECT c.oid::regclass::text, r.rolname::text FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
        " WHERE c.relnamespace IN ('room'::regnamespace, 'desk'::regnamespace) AND r.rolname <> 'room_owner'"
    )
    assert others == []
    assert room.query("SELECT rolcanlogin, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'room_owner'") == [
        (False, False, False)
    ]


@pytest.mark.parametrize("schema", ["room", "desk"])
def test_nobody_may_put_anything_into_the_rooms_schemas_or_into_public(room, schema):
    grants = room.query(
        "SELECT r.rolname FROM pg_roles r WHERE NOT rolsuper AND rolname NOT IN ('room_owner', 'pg_database_owner')"
        " AND (has_schema_privilege(r.oid, %s, 'CREATE') OR has_schema_privilege(r.oid, 'public', 'CREATE'))",
        (schema,),
    )
    assert grants == []


def test_the_spatial_operator_of_map_layers_is_leakproof(room):
    """Or row security would keep every case layer from its index."""
    assert room.query(
        "SELECT bool_and(p.proleakproof) FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode"
        " WHERE o.oprname = '&&' AND o.oprleft = 'geometry'::regtype AND o.oprright = 'geometry'::regtype"
    ) == [(True,)]


def test_geometries_are_in_the_one_system_of_the_database(room):
    kinds = room.query(
        "SELECT DISTINCT srid FROM geometry_columns WHERE f_table_schema = 'room' AND f_table_name <> 'import_row'"
    )
    assert kinds == [(room.one("SELECT srid FROM room.room_info"),)]


def test_every_geometry_has_its_spatial_index(room):
    without = room.query(
        """
        SELECT a.attrelid::regclass::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'room'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'geometry'::regtype
          AND c.relname NOT IN ('import_row', 'staff_position', 'department')
          AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
                          WHERE i.indrelid = c.oid AND m.amname = 'gist' AND i.indkey[0] = a.attnum)
        """
    )
    assert without == []
