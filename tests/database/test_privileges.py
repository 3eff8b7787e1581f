"""What a login can do when its owner opens psql: read his part of the room, and nothing else."""

from datetime import timedelta

import psycopg2
import pytest
from little_room import COMMUNITIES, JPEG, NEIGHBOUR, ORIGIN, POSTS, PROPERTY, SANITATION, SUBDISTRICT
from little_room import login as login_of
from psycopg2 import sql
from psycopg2.extras import Json

from community_brain_plugin.errors import RoomError

LOGINS = [*POSTS, "service"]
#: Functions of schemas room and desk that a person's login may call, and those of the resident service.
FOR_DESKS = {
    "alarm_step", "attach", "called_back", "case_step", "cases_by_number", "claim_case", "deadline",
    "deadline_if_extended", "delete_result", "duty_board",
    "escalation_of", "indicator_areas", "indicator_grids", "notice_hand", "response_scene",
    "hand_over", "handover_acknowledge", "handover_prepare", "handover_withdraw", "handover_write", "indicator_ages",
    "indicator_cases", "indicator_collectors", "indicator_figures", "indicator_flow", "indicator_units",
    "keep_track", "left_open", "locate", "lock_period", "me",
    "move_staff", "my_department", "my_roles", "my_subdistrict", "nearby_duplicates", "newest_step",
    "outbox_again", "outbox_answer",
    "outbox_hand", "recommend", "release_case", "report_case", "reporter_of", "room_now", "room_today",
    "route_to_unit", "save_result", "seal_log", "sees_case", "sees_entry", "sees_whole_subdistrict",
    "set_area_state", "set_setting",
    "holds_now", "stage_limit_of", "take_area_action",
    "try_keeping", "verify_log", "verify_room_log", "whoami",
    "assign_patrol", "compare_patrols", "delete_patrol", "draw_grids", "publish_patrol", "save_patrol",
    "withdraw_patrol",
}  # fmt: skip
FOR_SERVICE = {
    "due_webhooks", "end_open", "escalate_due", "expire_contacts", "expire_tracks", "heartbeat", "ingest_readings",
    "keep_logins", "resume_due",
    "has_news", "roll_partitions", "seal_log", "subdistricts", "trim_changes", "webhook_result", "withdraw_orders",
}  # fmt: skip
#: Reference tables that everybody reads whole: codes, places and things, and what the database says of itself.
FOR_ALL = {
    "alarm_rule", "axis", "building", "calendar", "calendar_day", "calendar_hours", "case_action", "case_guard",
    "case_limit", "case_pending", "case_quick_class", "case_state", "case_transition", "change_floor", "class",
    "class_condition", "class_profile", "class_twin", "component", "component_counter", "component_state", "department",
    "department_kind", "division", "grid", "grid_counter", "grid_kind", "grid_lineage", "grid_parent", "grid_version",
    "keeping_trial", "operating_action", "operating_class_limit", "operating_outcome", "operating_stage_limit",
    "operating_state", "operating_state_action",
    "operating_task", "operating_transition", "profile_calendar", "role", "room_info", "sensor", "sensor_kind",
    "service_heartbeat", "shift", "stage_limit", "street", "street_piece",
}  # fmt: skip


def with_temporary_tables(room, post: str) -> psycopg2.extensions.connection:
    """Open a session of a login that may make temporary tables, as where an administrator has given that back."""
    statement = sql.SQL("GRANT TEMPORARY ON DATABASE {} TO {}")
    room.session().cursor().execute(statement.format(sql.Identifier(room.name), sql.Identifier(login_of(post))))
    return room.connect(post)


def relations(room, kinds: str = "rp") -> list[tuple[str, str]]:
    return room.query(
        "SELECT n.nspname::text, c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('room', 'desk') AND c.relkind::text = ANY (%s) ORDER BY 1, 2",
        (list(kinds),),
    )


def refused(room, post: str, statement: str | sql.Composable, values: tuple[object, ...] = ()) -> str:
    """Return the SQLSTATE with which a statement fails in a post's session."""
    with room.session(post).cursor() as cursor:
        try:
            cursor.execute(statement, values)
        except psycopg2.Error as error:
            return error.pgcode
    raise AssertionError(f"{post} was allowed: {statement}")


@pytest.mark.parametrize("post", LOGINS)
def test_no_login_can_write_into_any_table_or_view(room, post):
    room.case_in("pending_handle")
    for schema, name in relations(room, "rpv"):
        place = sql.Identifier(schema, name)
        column = room.one(
            "SELECT attname::text FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1",
            (place.as_string(room.session()),),
        )
        for statement in (
            sql.SQL("INSERT INTO {} DEFAULT VALUES").format(place),
            sql.SQL("UPDATE {} SET {} = NULL").format(place, sql.Identifier(column)),
            sql.SQL("DELETE FROM {}").format(place),
            sql.SQL("TRUNCATE {}").format(place),
            sql.SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(place),
            sql.SQL("DROP TABLE {}").format(place),
        ):
            answer = refused(room, post, statement)
            assert answer in ("42501", "42809", "55000"), (post, statement, answer)


def test_no_login_has_a_privilege_beyond_reading(room):
    """The catalogue's word for it, partitions and sequences included."""
    granted = room.query(
        """
        SELECT r.rolname::text, c.relname::text, p.privilege
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN pg_roles r
        CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p(privilege)
        WHERE n.nspname IN ('room', 'desk') AND c.relkind IN ('r', 'p', 'v') AND NOT r.rolsuper
          AND r.rolname <> 'room_owner' AND r.rolname !~ '^pg_' AND has_table_privilege(r.oid, c.oid, p.privilege)
        UNION ALL
        SELECT r.rolname, c.relname, 'USAGE'
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN pg_roles r
        WHERE n.nspname IN ('room', 'desk') AND c.relkind = 'S' AND NOT r.rolsuper AND r.rolname <> 'room_owner'
          AND r.rolname !~ '^pg_'
          AND has_sequence_privilege(r.oid, c.oid, 'USAGE, UPDATE')
        """
    )
    assert granted == []


def test_partitions_are_read_through_their_table_alone(room):
    partitions = [name for schema, name in relations(room) if name.startswith("reading_")]
    assert partitions
    for name in partitions:
        statement = sql.SQL("SELECT * FROM room.{}").format(sql.Identifier(name))
        assert refused(room, "analyst", statement) == "42501"
    room.query("SELECT * FROM room.reading", post="analyst")


def test_logins_may_call_the_listed_functions_and_no_others(room):
    callable_by = dict(
        room.query(
            """
            SELECT r.rolname::text, array_agg(DISTINCT p.proname::text)
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace CROSS JOIN pg_roles r
            WHERE n.nspname IN ('room', 'desk') AND r.rolname = ANY (%s)
              AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
              AND p.proname NOT LIKE 'import%%'
            GROUP BY 1
            """,
            (["little_acceptor", "little_worker", "little_admin", "community_brain_service"],),
        )
    )
    for login in ("little_acceptor", "little_worker", "little_admin"):
        assert set(callable_by[login]) == FOR_DESKS, login
    assert set(callable_by["community_brain_service"]) == FOR_DESKS | FOR_SERVICE


def test_what_the_service_may_call_it_alone_may_call(room):
    for name in FOR_SERVICE - FOR_DESKS:
        arguments = room.one("SELECT pronargs - pronargdefaults FROM pg_proc WHERE proname = %s", (name,))
        call = sql.SQL("SELECT desk.{}({})").format(
            sql.Identifier(name), sql.SQL(", ").join(sql.SQL("NULL") for _ in range(arguments))
        )
        assert refused(room, "admin", call) == "42501", name


@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE postgres",
        "SET ROLE room_owner",
        "SET ROLE room_service",
        "SET ROLE room_admin",
        "SET ROLE little_shift_leader",
        "SET SESSION AUTHORIZATION postgres",
        "SET SESSION AUTHORIZATION little_shift_leader",
        "SET session_replication_role = replica",
        "CREATE ROLE intruder",
        "GRANT room_shift_leader TO little_acceptor",
        "ALTER ROLE little_acceptor SUPERUSER",
        "ALTER FUNCTION desk.whoami() SECURITY INVOKER",
        "CREATE FUNCTION desk.who() RETURNS text LANGUAGE sql AS 'SELECT 1::text'",
        "CREATE FUNCTION room.who2() RETURNS text LANGUAGE sql AS 'SELECT 1::text'",
        "CREATE FUNCTION public.st_covers(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "CREATE TABLE public.staff (login text)",
        "CREATE SCHEMA intruder",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres' AND pid <> pg_backend_pid()",
        "SELECT setval('room.case_file_case_id_seq', 1)",
        "SELECT room.log_digest(NULL, '', 1, 1, now(), '', '', '', '', '', '', '', false, '', '{}', NULL)",
        "SELECT nextval('room.case_file_case_id_seq')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT table_to_xml('room.known_login', true, true, '')",
        "SELECT * FROM pgr_dijkstra('SELECT 1 AS id, 1 AS source, 2 AS target, 1.0 AS cost FROM room.known_way', 1, 2)",
        "DO $$ BEGIN LOCK TABLE room.case_file IN ROW EXCLUSIVE MODE; END $$",
        "SELECT 1 FROM room.case_file FOR SHARE",
        "MERGE INTO room.case_file f USING (VALUES (1)) v(i) ON f.case_id = v.i WHEN MATCHED THEN DELETE",
        "INSERT INTO room.case_log DEFAULT VALUES ON CONFLICT DO NOTHING RETURNING *",
        "COPY room.staff FROM PROGRAM 'true'",
        "COPY room.case_file FROM '/tmp/forged.csv'",
        "DECLARE kept CURSOR WITH HOLD FOR SELECT * FROM room.known_login",
        "SELECT * INTO public.hoard FROM desk.case_queue",
        "CREATE TRIGGER t BEFORE INSERT ON room.case_file EXECUTE FUNCTION room.forbid_change()",
        "CREATE RULE r AS ON SELECT TO desk.case_queue DO INSTEAD SELECT 1",
        "CREATE STATISTICS room.told ON state, kind FROM room.case_file",
        "CREATE PUBLICATION p FOR TABLE room.case_file",
        "CREATE EXTENSION dblink",
        "LOAD '/tmp/forged.so'",
        "COMMENT ON TABLE room.case_file IS 'x'",
        "ALTER SYSTEM SET log_min_messages = panic",
        "ALTER ROLE CURRENT_USER SET log_min_messages = panic",
        "ALTER ROLE CURRENT_USER CONNECTION LIMIT -1",
        "SELECT last_value FROM room.case_file_case_id_seq",
        "SELECT pg_sequence_last_value('room.case_file_case_id_seq')",
        "SELECT * FROM pg_statistic",
        "SELECT pg_rotate_logfile()",
        "SELECT pg_current_logfile()",
        "SELECT pg_stat_reset()",
        "SELECT pg_create_physical_replication_slot('kept')",
        "SELECT query_to_xml('SELECT * FROM room.known_way', true, true, '')",
        "SELECT UpdateGeometrySRID('room', 'case_file', 'geom', 4326)",
        "SELECT DropGeometryTable('room', 'case_file')",
        "UPDATE spatial_ref_sys SET proj4text = ''",
        "SET log_min_error_statement = panic",
        "SET log_min_messages = panic",
        "SET temp_file_limit = -1",
        "SELECT desk.write_step(NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
        "SELECT desk.insert_case('320106001', '{}', 'desk', 'x', now(), 'acceptor', false, gen_random_uuid())",
    ],
)
def test_no_login_climbs(room, statement):
    assert refused(room, "acceptor", statement) in ("42501", "42809", "55P02"), statement


def test_taking_another_of_ones_own_roles_changes_nothing(room):
    session = room.connect("acceptor")
    case = room.case_in("pending_dispatch")
    with session.cursor() as cursor:
        cursor.execute("SET ROLE room_desk")
        cursor.execute("SELECT desk.whoami() ->> 'staff_number', count(*) > 0 FROM desk.case_queue")
        assert cursor.fetchone() == ("1001", True)
        with pytest.raises(psycopg2.Error, match=r"room\.wrong_role"):
            cursor.execute(
                "SELECT desk.case_step(%s, %s, 'dispatch', %s, 2, gen_random_uuid())",
                (SUBDISTRICT, case, Json({"department_code": PROPERTY})),
            )


def test_a_shadow_in_ones_own_search_path_catches_nothing(room):
    """Functions and tables of the same names in pg_temp, put first: the room's functions do not see them."""
    session = with_temporary_tables(room, "analyst")
    with session.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE staff AS SELECT 'little_analyst'::name AS login, '1002' AS staff_number")
        cursor.execute("CREATE TEMP TABLE room_info (is_demo boolean, demo_room_time timestamptz)")
        cursor.execute("CREATE TEMP TABLE setting (subdistrict text, key text, value jsonb)")
        for name, answer in [("who", "room.person"), ("room_now", "timestamptz"), ("refuse", "void")]:
            cursor.execute(
                sql.SQL("CREATE FUNCTION pg_temp.{}() RETURNS {} LANGUAGE sql AS 'SELECT NULL::{}'").format(
                    sql.Identifier(name), sql.SQL(answer), sql.SQL(answer)
                )
            )
        cursor.execute("CREATE FUNCTION pg_temp.texteq(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'")
        cursor.execute("CREATE OPERATOR pg_temp.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_temp.texteq)")
        cursor.execute("SET search_path = pg_temp, public, pg_catalog")
        cursor.execute("SELECT desk.whoami()")
        assert cursor.fetchone()[0]["staff_number"] == "1006"
        with pytest.raises(psycopg2.Error, match=r"room\.wrong_role"):
            cursor.execute("SELECT desk.report_case(%s, gen_random_uuid())", (Json({"class_code": "09012"}),))
        cursor.execute("SELECT count(*), count(DISTINCT c.subdistrict) FROM desk.case_queue c")
        assert cursor.fetchone()[1] <= 1


@pytest.mark.parametrize(
    "setting",
    [
        "SET room.login = 'little_shift_leader'",
        "SET application_name = 'little_shift_leader'",
        'SET request.jwt.claims = \'{"role": "room_shift_leader"}\'',
        "SET TimeZone = 'Pacific/Kiritimati'",
        "SET TimeZone = 'Etc/GMT+12'",
        "SET DateStyle = 'SQL, DMY'",
        "SET lc_time = 'C'",
    ],
)
def test_no_variable_of_the_client_says_who_asks_or_what_day_it_is(room, setting):
    plain, moved = room.connect("worker"), room.connect("worker")
    answers = []
    with moved.cursor() as cursor:
        cursor.execute(setting)
    for session in (plain, moved):
        with session.cursor() as cursor:
            cursor.execute(
                "SELECT desk.whoami() - 'room_now', room.room_today() - date '2000-01-01', room.my_roles(),"
                " (SELECT count(*) FROM desk.grid), (SELECT count(*) FROM desk.case_queue)"
            )
            answers.append(cursor.fetchone())
    assert answers[0] == answers[1]


def test_somebody_whose_time_is_over_is_nobody(own_room):
    own_room.query("UPDATE room.staff SET valid_to = room.room_today() - 1 WHERE staff_number = '1001'")
    own_room.query("UPDATE room.staff_role SET valid_to = room.room_today() - 1 WHERE staff_number = '1004'")
    session = own_room.session("acceptor")
    session.cursor().execute("SET TimeZone = 'Etc/GMT+12'")
    with pytest.raises(RoomError) as caught:
        own_room.query("SELECT desk.whoami()", post="acceptor")
    assert caught.value.code == "room.not_staff"
    assert own_room.one("SELECT count(*) FROM desk.grid", post="acceptor") == 5
    case = own_room.report("collector")["case_id"]
    assert own_room.query("SELECT * FROM desk.case_queue", post="acceptor") == []
    assert own_room.refusal("dispatcher", case, "dispatch", department_code=PROPERTY).code == "room.unknown_case"


def fill(room) -> dict[str, int]:
    """Make case files of two units with everything that hangs on them, and one next door."""
    cases = {}
    for unit, officer in ((PROPERTY, "officer"), (SANITATION, "other_officer")):
        case = room.report(contact={"name": "李女士", "phone": "13800000000"})["case_id"]
        room.step("acceptor", case, "file", condition_no=1)
        room.step("dispatcher", case, "dispatch", department_code=unit, reason="test")
        attach = "SELECT desk.attach(%s, 'after', 'a.jpg', 'image/jpeg', %s)"
        room.query(attach, (case, JPEG), officer)
        cases[unit] = case
    room.report("neighbour", x=ORIGIN[0] + 450, contact={"name": "赵先生"})
    room.query("SELECT desk.seal_log(%s, 'test')", (SUBDISTRICT,))
    return cases


def seen(room, post: str, table: str, column: str = "case_id") -> set[object]:
    statement = sql.SQL("SELECT {} FROM {}").format(sql.Identifier(column), sql.Identifier(*table.split(".")))
    return {row[0] for row in room.query(statement, post=post)}


def test_a_handling_unit_reads_its_own_orders_and_no_others(own_room):
    cases = fill(own_room)
    for post in ("officer", "worker"):
        for table in (
            "room.case_file", "room.case_log", "room.case_attachment", "room.outbox",
            "desk.case_queue", "desk.case_live", "desk.case_log", "desk.outbox",
        ):  # fmt: skip
            assert seen(own_room, post, table) == {cases[PROPERTY]}, (post, table)
        assert seen(own_room, post, "room.reporter_contact") == set()
        assert seen(own_room, post, "desk.staff_live", "staff_number") == set()
        # Not even that somebody else's case file changed.
        foreign = own_room.query("SELECT key FROM desk.news WHERE subject = 'case'", post=post)
        assert {key for (key,) in foreign} == {str(cases[PROPERTY])}
    for statement in (
        "SELECT * FROM desk.recommend(%s)",
        "SELECT * FROM desk.nearby_duplicates('event', '09012', 500050, 3450050, 1000 + 0 * %s)",
    ):
        assert own_room.query(statement, (cases[SANITATION],), "officer") == []
    for statement in (
        "SELECT desk.attach(%s, 'after', 'a.jpg', 'image/jpeg', 'x')",
        "SELECT * FROM desk.verify_log('320106001', %s)",
    ):
        with pytest.raises(RoomError) as caught:
            own_room.query(statement, (cases[SANITATION],), "officer")
        assert caught.value.code in ("room.unknown_case", "room.not_authorised")


def test_an_order_that_moves_on_is_gone_from_the_unit_and_the_unit_is_told(own_room):
    case = own_room.case_in("pending_handle")
    news = "SELECT xid, key FROM desk.news WHERE subject = 'case'"
    before = set(own_room.query(news, post="officer"))
    own_room.step("officer", case, "return_to_dispatcher", reason="not ours")
    assert seen(own_room, "officer", "desk.case_live") == set()
    told = set(own_room.query(news, post="officer")) - before
    assert {key for _, key in told} == {str(case)}
    own_room.step("dispatcher", case, "redispatch", department_code=SANITATION)
    assert set(own_room.query(news, post="officer")) == told


@pytest.mark.parametrize("post", ["neighbour", "neighbour_officer"])
def test_next_door_sees_nothing_of_ours(own_room, post):
    cases = fill(own_room)
    guarded = own_room.query(
        "SELECT relname::text FROM pg_class WHERE relnamespace = 'room'::regnamespace AND relrowsecurity"
        " AND relname NOT LIKE 'import%%' AND relname NOT IN ('known_login', 'known_step', 'known_unit', 'known_way')"
    )
    views = (
        "case_queue",
        "case_live",
        "case_log",
        "news",
        "alarm_live",
        "staff_live",
        "area_live",
        "outbox",
        "on_duty",
        "room_log",
    )
    for place in [*(f"room.{name}" for (name,) in guarded), *(f"desk.{name}" for name in views)]:
        assert SUBDISTRICT not in seen(own_room, post, place, "subdistrict"), place
    assert own_room.query("SELECT * FROM desk.recommend(%s)", (cases[PROPERTY],), post) == []
    near = own_room.query(
        "SELECT case_id FROM desk.nearby_duplicates('event', '09012', 500050, 3450050, 1e6)", post=post
    )
    assert {case for (case,) in near}.isdisjoint(cases.values())
    for statement in ("SELECT * FROM desk.verify_log(%s)", "SELECT desk.seal_log(%s, 'x')"):
        with pytest.raises(RoomError) as caught:
            own_room.query(statement, (SUBDISTRICT,), post)
        assert caught.value.code in ("room.not_authorised", "room.wrong_role")


def test_every_table_is_either_shared_or_guarded_by_a_policy(room):
    """A table added without a thought of who reads it fails here."""
    open_tables = {
        name
        for (name,) in room.query(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'room'::regnamespace AND relkind IN ('r', 'p')"
            " AND NOT relispartition AND NOT relrowsecurity"
        )
    }
    assert open_tables == FOR_ALL


def test_views_run_with_the_readers_rights(room):
    wrong = room.query(
        "SELECT relname FROM pg_class WHERE relnamespace = 'desk'::regnamespace AND relkind IN ('v', 'm')"
        " AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)"
    )
    assert wrong == []


def test_reporters_are_known_to_supervision_alone_and_not_for_ever(own_room):
    cases = fill(own_room)
    for post in POSTS:
        expected = set(cases.values()) if post in ("acceptor", "shift_leader", "night") else set()
        if POSTS[post][1] == SUBDISTRICT:
            assert seen(own_room, post, "room.reporter_contact") == expected, post
    assert "李女士" not in str(own_room.query("SELECT payload FROM room.case_log"))
    own_room.query("UPDATE room.reporter_contact SET expires_at = now() - interval '1 second'")
    assert seen(own_room, "acceptor", "room.reporter_contact") == set()
    assert own_room.one("SELECT desk.expire_contacts()", post="service") == 3
    assert own_room.one("SELECT count(*) FROM room.reporter_contact") == 0


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("staff", "login"),
        ("case_log", "login"),
        ("alarm_log", "login"),
        ("case_log", "request_id"),
        ("department", "webhook_url"),
        ("import_batch", "options"),
        ("import_row", "fields"),
        ("known_login", "person"),
        ("known_step", "person"),
        ("known_unit", "settled"),
        ("known_way", "staff_number"),
    ],
)
def test_logins_keys_and_requests_are_nobodys_business(room, table, column):
    statement = sql.SQL("SELECT {} FROM room.{}").format(sql.Identifier(column), sql.Identifier(table))
    for post in ("acceptor", "admin", "service"):
        assert refused(room, post, statement) == "42501"


NASTY = "'); DROP TABLE room.case_file; --\\ $body$ %s %(x)s {srid} \" ' 井盖 🚧 \u202e"


def test_sql_in_a_text_is_text(room):
    case = room.report(description=NASTY, address=NASTY, contact={"name": NASTY, "phone": NASTY})["case_id"]
    room.step("acceptor", case, "send_verify", reason=NASTY, note=NASTY)
    room.step("collector", case, "verify_result", finding=NASTY)
    stored = room.case(case)
    assert (stored["description"], stored["address"]) == (NASTY, NASTY)
    assert room.one("SELECT reason FROM desk.case_log WHERE case_id = %s AND version = 2", (case,)) == NASTY
    assert room.one("SELECT name FROM room.reporter_contact WHERE case_id = %s", (case,), "acceptor") == NASTY
    assert room.refusal("acceptor", case, NASTY).code == "room.unknown_action"
    assert room.refusal("dispatcher", room.case_in("pending_dispatch"), "dispatch", department_code=NASTY).params == {
        "department": NASTY
    }
    attach = "SELECT desk.attach(%s, 'other', %s, %s, %s)"
    room.query(attach, (case, NASTY, "image/jpeg", JPEG), "acceptor")
    with pytest.raises(RoomError) as caught:
        room.query(attach, (case, "a.jpg", NASTY, JPEG), "acceptor")
    assert caught.value.code == "room.file_type"
    assert room.one("SELECT file_name FROM room.case_attachment WHERE case_id = %s", (case,), "acceptor") == NASTY
    room.query("SELECT desk.set_area_state('community', %s, 'normal', %s)", (COMMUNITIES[0], NASTY), "shift_leader")
    assert room.query("SELECT reason FROM desk.area_live", post="worker") == [(NASTY,)]
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_nobody_moves_other_people_or_into_the_future(room):
    move = "SELECT desk.move_staff(%s, 120.0, 31.17, %s)"
    with pytest.raises(RoomError) as caught:
        room.query(move, ("1001", "2026-01-01"), "collector")
    assert caught.value.code == "room.wrong_role"
    room.query(move, ("1003", "9999-01-01"), "collector")
    room.query(move, ("1003", "9999-01-02"), "dispatcher")
    assert room.query("SELECT observed_at <= room.room_now() FROM desk.staff_live", post="acceptor") == [(True,)]
    with pytest.raises(RoomError) as caught:
        room.query(move, ("9999", "2026-01-01"), "dispatcher")
    assert caught.value.code == "room.unknown_worker"


@pytest.mark.parametrize(
    ("post", "arguments", "code"),
    [
        ("acceptor", ("community", COMMUNITIES[0], "emergency", "storm"), "wrong_role"),
        ("shift_leader", ("community", COMMUNITIES[0], "emergency", " "), "reason_required"),
        ("shift_leader", ("community", COMMUNITIES[0], "panic", "storm"), "bad_value"),
        ("shift_leader", ("community", NEIGHBOUR, "emergency", "storm"), "unknown_area"),
        ("shift_leader", ("subdistrict", NEIGHBOUR, "emergency", "storm"), "unknown_area"),
        ("shift_leader", ("planet", "B1", "emergency", "storm"), "unknown_area"),
    ],
)
def test_an_operating_state_is_changed_by_whom_it_may_and_where_it_may(room, post, arguments, code):
    with pytest.raises(RoomError) as caught:
        room.query("SELECT desk.set_area_state(%s, %s, %s, %s)", arguments, post)
    assert caught.value.code == f"room.{code}"


def test_an_operating_state_ends_at_a_moment_that_lies_ahead(room):
    call = "SELECT desk.set_area_state('block', 'B1', 'emergency', 'storm', %s)"
    now = room.query("SELECT room.room_now()")[0][0]
    for moment in (now, now - timedelta(hours=1), "infinity"):
        with pytest.raises(RoomError) as caught:
            room.query(call, (moment,), "shift_leader")
        assert caught.value.code == "room.bad_value"


def test_an_operating_state_has_a_history_with_who_and_why(own_room):
    call = "SELECT desk.set_area_state('block', 'B1', %s, %s)"
    own_room.query(call, ("emergency", "storm"), "shift_leader")
    own_room.query(call, ("post_transition", "over"), "admin")
    assert own_room.query("SELECT state, reason, set_by FROM desk.area_live", post="worker") == [
        ("post_transition", "over", "1009")
    ]
    assert own_room.query("SELECT state, upper_inf(valid) FROM room.area_state ORDER BY lower(valid)") == [
        ("emergency", False),
        ("post_transition", True),
    ]
