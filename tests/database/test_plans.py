"""Plans of the queries a desk lives on, under real logins: row security must not cost them their indexes."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from little_room import GRIDS, PROFILE, PROPERTY, SANITATION, SUBDISTRICT, furnished_copy

from community_brain_plugin.cases import lookup
from community_brain_plugin.database.feed_statements import HEAD, MOST_URGENT

ROWS = 20_000
BOX = "ST_MakeEnvelope(500100, 3450050, 500110, 3450060, 4549)"

# Places lie two metres apart, so a box finds few; one case file in five hundred is open.
_COMPONENTS = """
    INSERT INTO room.component (subdistrict, identity_code, profile, class_code, name, department_code, unit_grid_code,
        state, initial_on, source, source_id, geom)
    SELECT %(subdistrict)s, '32010602001' || lpad(n::text, 6, '0'), %(profile)s, '02001', '部件', %(unit)s, %(grid)s,
           'intact', '2020-01-01', 'plan', n,
           ST_SetSRID(ST_MakePoint(500000 + n %% 200 * 2, 3450000 + n / 200 * 2), 4549)
    FROM generate_series(1, %(count)s) n
"""
_CASES = """
    INSERT INTO room.case_file (subdistrict, case_id, case_number, version, state, profile, kind, class_code, source,
        description, geom, first_found_at, closed_at, department_code)
    SELECT %(subdistrict)s, 1000000 + n, 'plan-' || n, 1,
           CASE WHEN n %% 500 = 0 THEN 'pending_handle' ELSE 'closed' END,
           %(profile)s, 'event', '09012', 'desk', 'plan',
           ST_SetSRID(ST_MakePoint(500000 + n %% 200 * 2, 3450000 + n / 200 * 2), 4549),
           now() - make_interval(hours => n),
           CASE WHEN n %% 500 <> 0 THEN now() - make_interval(hours => n / 2) END,
           CASE WHEN n %% 10 = 0 THEN %(unit)s ELSE %(other)s END
    FROM generate_series(1, %(count)s) n
"""
_LOG = """
    INSERT INTO room.case_log (subdistrict, case_id, version, at, action, to_state, login, staff_number, axis, payload,
        request_id, hash, xid)
    SELECT %(subdistrict)s, 1000000 + n, 1, now() - make_interval(hours => n), 'report', 'reported', 'x', '1001',
           'supervision', '{}', gen_random_uuid(), '', (CASE WHEN n %% 2 = 0 THEN 500 ELSE 500 + n END)::text::xid8
    FROM generate_series(1, %(count)s) n
"""
# Half of the rows by one bulk load, the others by steps.
_CHANGES = """
    INSERT INTO room.change (subdistrict, xid, subject, key, departments)
    SELECT %(subdistrict)s, (CASE WHEN n %% 2 = 0 THEN 500 ELSE 500 + n END)::text::xid8, 'case', n, ARRAY[%(unit)s]
    FROM generate_series(1, %(count)s) n
"""


@pytest.fixture(scope="module")
def full_room(cluster, little_template) -> Iterator[Any]:
    """A little room with enough rows in it that a wrong plan would be chosen if it could."""
    for room in furnished_copy(cluster, little_template):
        values = {
            "subdistrict": SUBDISTRICT,
            "profile": PROFILE,
            "unit": PROPERTY,
            "other": SANITATION,
            "grid": GRIDS[0],
        }
        with room.session().cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            for statement in (_COMPONENTS, _CASES, _LOG, _CHANGES):
                cursor.execute(statement, {**values, "count": ROWS})
            cursor.execute("RESET session_replication_role")
            cursor.execute("VACUUM ANALYZE")
        yield room


def plan(room, post: str, query: str) -> tuple[list[dict[str, Any]], str]:
    """Return the nodes of a plan and its text."""
    node = room.one(f"EXPLAIN (FORMAT json) {query}", post=post)[0]["Plan"]
    nodes, waiting = [], [node]
    while waiting:
        nodes.append(waiting.pop())
        waiting += nodes[-1].get("Plans", [])
    return nodes, json.dumps(node, indent=1, ensure_ascii=False)


def indexes(nodes: list[dict[str, Any]]) -> set[str]:
    return {node["Index Name"] for node in nodes if "Index Name" in node}


def tables(nodes: list[dict[str, Any]]) -> set[str]:
    return {node["Relation Name"] for node in nodes if "Relation Name" in node}


@pytest.mark.parametrize("post", ["acceptor", "officer"])
def test_case_files_on_a_map_are_found_by_the_spatial_index(full_room, post):
    nodes, text = plan(full_room, post, f"SELECT case_id, state, geom FROM desk.case_queue WHERE geom && {BOX}")
    assert "case_file_geom" in indexes(nodes), text


@pytest.mark.parametrize("columns", ["geom", "identity_code, geom", "identity_code, class_code, state, geom"])
def test_components_on_a_map_are_found_by_the_spatial_index_and_nothing_is_joined(full_room, columns):
    for post in ("acceptor", "worker"):
        nodes, text = plan(full_room, post, f"SELECT {columns} FROM desk.component WHERE geom && {BOX}")
        assert indexes(nodes) == {"component_geom"}, text
        assert tables(nodes) == {"component"}, text


def test_components_with_their_names_still_use_the_spatial_index(full_room):
    nodes, text = plan(full_room, "acceptor", f"SELECT * FROM desk.component WHERE geom && {BOX}")
    assert "component_geom" in indexes(nodes), text


@pytest.mark.parametrize("view", ["grid", "street", "building", "division"])
def test_the_other_static_layers_can_use_their_spatial_index(full_room, view):
    session = full_room.connect("acceptor")
    with session.cursor() as cursor:
        # They are small here: what is asked is whether the index can be used at all.
        cursor.execute("SET enable_seqscan = off")
        cursor.execute("SET enable_indexscan = on")
        cursor.execute(f"EXPLAIN SELECT geom FROM desk.{view} WHERE geom && {BOX}")
        text = "\n".join(row[0] for row in cursor.fetchall())
    assert re.search(r"Index Cond: \(geom && ", text), text


@pytest.mark.parametrize("post", ["acceptor", "officer"])
def test_news_are_found_by_transaction(full_room, post):
    snapshot = f"{ROWS}:{ROWS}:"
    nodes, text = plan(
        full_room,
        post,
        "SELECT c.xid, c.subject, c.key FROM desk.news c"
        f" WHERE (c.xid >= pg_snapshot_xmax('{snapshot}'::pg_snapshot)"
        f" OR c.xid = ANY (ARRAY(SELECT pg_snapshot_xip('{snapshot}'::pg_snapshot))))"
        f" AND NOT pg_visible_in_snapshot(c.xid, '{snapshot}'::pg_snapshot)",
    )
    assert {"change_xid", "case_log_xid"} <= indexes(nodes) <= {"change_xid", "case_log_xid", "case_file_pkey"}, text
    assert not {"Seq Scan"} & {node["Node Type"] for node in nodes if node.get("Relation Name") != "division"}, text


@pytest.mark.parametrize("post", ["acceptor", "officer"])
def test_live_case_files_are_read_without_going_through_the_closed_ones(full_room, post):
    nodes, text = plan(full_room, post, "SELECT * FROM desk.case_live")
    assert "Seq Scan" not in {node["Node Type"] for node in nodes if node.get("Relation Name") == "case_file"}, text


@pytest.mark.parametrize("post", ["acceptor", "officer"])
def test_one_case_file_by_its_key_is_one_look(full_room, post):
    nodes, text = plan(full_room, post, "SELECT * FROM desk.case_live WHERE case_id = ANY (ARRAY[1000050::bigint])")
    assert "case_file_pkey" in indexes(nodes), text


def test_who_asks_is_asked_once_a_query_and_not_once_a_row(full_room):
    nodes, text = plan(full_room, "officer", "SELECT * FROM room.case_file")
    scans = [node for node in nodes if node.get("Relation Name") == "case_file"]
    conditions = " ".join(str(node.get(key, "")) for node in scans for key in ("Filter", "Index Cond", "Recheck Cond"))
    assert "my_subdistrict" not in conditions, text
    assert re.search(r"\$\d|InitPlan \d", conditions), text  # $0 up to PostgreSQL 16, (InitPlan 1).col1 since


def test_the_axes_rule_looks_at_no_more_of_the_log_than_the_shift(full_room):
    nodes, text = plan(
        full_room,
        "postgres",
        f"SELECT 1 FROM room.case_log WHERE subdistrict = '{SUBDISTRICT}' AND staff_number = '1001'"
        " AND axis = 'command' AND at >= now() - '8h'::interval AND at < 'infinity'",
    )
    assert indexes(nodes) == {"case_log_time"}, text


def visited(room, post: str, statement: str, values: tuple[Any, ...] = ()) -> dict[str, int]:
    """Run a statement and take it back; return how many rows of each table it went through, by any way."""
    with room.connect(post, autocommit=False) as connection, connection.cursor() as cursor:
        # What other processes go through is counted elsewhere.
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        cursor.execute(statement, values)
        cursor.execute("SELECT relname, seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables")
        rows = dict(cursor.fetchall())
        connection.rollback()
    return rows


OPEN = ROWS // 500


def test_the_first_seal_goes_through_each_case_file_once_and_not_through_what_it_has_just_sealed(full_room):
    """It looked for each case file among the heads entered so far: in a large room it never came to an end."""
    rows = visited(full_room, "shift_leader", "SELECT desk.seal_log(%s, 'first')", (SUBDISTRICT,))
    assert ROWS <= rows["case_file"] <= 2 * ROWS
    assert ROWS <= rows["case_log"] <= 3 * ROWS, "its log's last row, and whether it was a quick close"
    assert rows["log_seal_head"] <= 3 * ROWS


@pytest.mark.parametrize("kept_from", ["", "hashjoin", "hashjoin mergejoin", "seqscan", "sort hashjoin"])
def test_a_seal_finds_all_case_files_before_it_enters_the_first(full_room, kept_from):
    """Else it goes through what it has just entered for each that follows: rows that no statistics count."""
    body = full_room.one("SELECT prosrc FROM pg_proc WHERE oid = 'desk.seal_log(text, text)'::regprocedure")
    (statement,) = re.findall(r"INSERT INTO log_seal_head.*?;", body, re.DOTALL)
    statement = statement.replace("p_subdistrict", f"'{SUBDISTRICT}'").replace("next_no", "1")
    with full_room.connect("postgres", autocommit=False) as connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = room, desk")
        for way in kept_from.split():
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN (FORMAT json) {statement}")
        entering = cursor.fetchone()[0][0]["Plan"]
        connection.rollback()
    (found,) = entering["Plans"]
    assert found["Node Type"] == "Sort" or found["Plans"][0]["Node Type"] == "Sort", json.dumps(found, indent=1)


def test_a_day_s_dispatches_are_counted_from_that_day_s_log(full_room):
    """For each that was filed the whole log was asked what followed."""
    day = "SELECT * FROM desk.indicator_figures(room.room_now() - interval '1 day', room.room_now())"
    rows = visited(full_room, "evaluator", day)
    assert rows["case_log"] <= ROWS / 2, "what was entered then, and what lies beside it"
    assert rows["case_file"] <= 2 * ROWS


def test_the_board_looks_at_each_open_case_file_once_and_not_once_for_everybody_on_duty(full_room):
    on_duty = """
        INSERT INTO room.shift (subdistrict, shift_id, name_zh, name_en, starts_at, ends_at)
        SELECT %s, 77, 'x', 'x', room.room_now() - interval '1 h', room.room_now() + interval '1 h';
        INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)
        SELECT r.subdistrict, 77, r.staff_number, r.role FROM room.staff_role r WHERE r.subdistrict = %s
    """
    full_room.query(on_duty, (SUBDISTRICT, SUBDISTRICT))
    assert full_room.one("SELECT count(*) FROM desk.duty_board()", post="dispatcher") > 10
    rows = visited(full_room, "dispatcher", "SELECT * FROM desk.duty_board()")
    assert rows["case_file"] <= 2 * OPEN


def test_a_number_typed_into_the_locator_is_looked_for_once_and_only_what_is_listed_is_named(full_room):
    session = full_room.connect("dispatcher", autocommit=False)
    with session.cursor() as cursor:
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        assert len([hit for hit in lookup.find(session, "199") if hit.kind == lookup.CASE]) == lookup.MOST
        cursor.execute("SELECT relname, seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables")
        rows = dict(cursor.fetchall())
    session.rollback()
    assert rows["case_file"] <= ROWS / 100, "rows of what is listed: the others' numbers stand in the index"
    assert rows["class"] < ROWS / 10, "classes of what is listed, not of all that fit"


@pytest.mark.parametrize("typed", ["199", "plan-9", "%", "_", "no such number"])
def test_by_number_everybody_finds_what_row_security_lets_him_see(full_room, typed):
    obvious = "SELECT case_id FROM room.case_file WHERE strpos(case_number, %s) > 0 ORDER BY case_number DESC LIMIT 8"
    for post in ("dispatcher", "officer", "other_worker", "neighbour", "neighbour_officer"):
        found = full_room.query("SELECT case_id FROM desk.cases_by_number(%s, 8)", (typed,), post)
        assert found == full_room.query(obvious, (typed,), post), post
    assert len(full_room.query("SELECT desk.cases_by_number('plan', %s)", (2_000_000_000,), "officer")) == 100


def test_where_a_unit_s_newest_step_is_told_it_is_one_it_may_see(full_room):
    visible = (
        "SELECT max(l.xid::text::bigint) FROM room.case_log l WHERE l.xid < pg_snapshot_xmax(pg_current_snapshot())"
    )
    for post in ("officer", "other_officer", "neighbour_officer"):
        newest = full_room.query("SELECT xid::text::bigint, case_id FROM desk.newest_step()", post=post)
        for xid, case in newest:
            assert full_room.one("SELECT count(*) FROM room.case_file WHERE case_id = %s", (case,), post) == 1
            assert xid == full_room.one(visible, post=post)
        assert newest or post != "other_officer"


def test_a_handover_names_what_it_lists_and_looks_at_no_order_that_arrived(full_room):
    """All open case files were sorted as they stand, and of each the latest order was looked up."""
    arrived = """
        INSERT INTO room.outbox (subdistrict, case_id, case_version, channel, department_code, body, state, created_at,
            delivered_at)
        SELECT subdistrict, case_id, 1, 'slip', department_code, '{}', 'delivered', now(), now() FROM room.case_file;
        ANALYZE room.outbox
    """
    full_room.query(arrived)
    rows = visited(full_room, "shift_leader", "SELECT desk.handover_prepare()")
    assert rows["outbox"] <= 10
    assert rows["case_file"] <= 10 * OPEN
    assert rows["case_log"] <= ROWS / 2


def test_an_officer_s_first_reading_goes_through_the_open_case_files_and_not_through_the_year(full_room):
    for statement in ("SELECT * FROM desk.case_live", MOST_URGENT % {"many": 10, "page": 100}):
        for post in ("officer", "worker", "collector", "evaluator", "analyst", "planner"):
            rows = visited(full_room, post, statement)
            assert rows["case_file"] <= 3 * OPEN + 12, (post, "open ones, and those of the last twelve hours")


def test_a_recommendation_goes_through_the_open_case_files_and_not_through_the_year(full_room):
    rows = visited(full_room, "dispatcher", "SELECT * FROM desk.recommend(1000500)")
    assert rows["case_file"] <= 2 * OPEN


@pytest.mark.parametrize("post", ["officer", "worker", "other_officer", "neighbour_officer"])
def test_where_a_room_stands_is_told_a_unit_without_asking_of_each_case_file_whether_it_may_see_it(full_room, post):
    """Row security calls a function for each entry of the log: for a unit of many case files half a second."""
    with full_room.session().cursor() as cursor:
        cursor.execute(f"ALTER DATABASE {cursor.connection.info.dbname} SET track_functions = 'all'")
    with full_room.connect(post, autocommit=False) as connection, connection.cursor() as cursor:
        cursor.execute(HEAD)
        cursor.execute("SELECT coalesce(sum(calls), 0) FROM pg_stat_xact_user_functions WHERE funcname = 'sees_case'")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT relname, seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables")
        rows = dict(cursor.fetchall())
        assert rows["case_log"] <= 10_000 + 1, "the newest there are"
        assert rows["case_file"] <= 10_000 + 1
