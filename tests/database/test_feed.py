"""The change feed under writers with random delays, an open import, cuts, restarts and row security."""

import re
import time

import pytest
from live_room import (
    DEPARTMENTS,
    SUBDISTRICT,
    Listener,
    Writers,
    furnish,
    make_cases,
    newest,
    problems,
    report,
    service,
    step,
    told,
)
from mute_proxy import MuteProxy
from psycopg2 import sql

from community_brain_plugin.cases import queue
from community_brain_plugin.database import feed, feed_statements
from community_brain_plugin.database.connection import SERVICE_LOGIN
from community_brain_plugin.database.difference import LIVE, Change, Clock, Difference
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.database.feed_statements import Columns
from community_brain_plugin.database.wire import Bell, Wire


@pytest.fixture
def room(database):
    furnish(database)
    return database


@pytest.fixture
def acceptor(room) -> str:
    return room.login("A01", "acceptor")


def follow(room, login: str, **options) -> Listener:
    return Listener({**room.parameters(login), **options})


def terminate(room) -> int:
    return room.query(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE application_name = 'community-brain feed' AND datname = %s",
        (room.name,),
    )[0][0]


def test_a_first_look_brings_everything_and_who_we_are(room, acceptor):
    cases = make_cases(room, 3)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        first = listener.differences[0]
    assert first.full
    assert sorted(first.rows["case"]) == sorted(cases)
    assert "geom" not in first.rows["case"][cases[0]]
    assert isinstance(first.rows["case"][cases[0]]["x"], float)
    assert first.identity["login"] == acceptor
    states = [connection.state for _, connection in listener.states]
    assert states == ["connecting", "catching_up", "live", "offline"]


def test_of_a_long_queue_the_most_urgent_come_before_all_is_read(room, acceptor, monkeypatch):
    monkeypatch.setattr(feed, "MANY_CASES", 40)
    monkeypatch.setattr(feed, "FIRST_PAGE", 30)
    make_cases(room, 39)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        assert [difference.glimpse for difference in listener.differences] == [False], "few are read as soon"
    make_cases(room, 20)
    room.query(
        "UPDATE room.case_file SET due_at = CASE WHEN mod(case_id, 5) > 0 THEN room.room_now() + till END,"
        " yellow_at = CASE WHEN mod(case_id, 3) > 0 THEN room.room_now() + till - interval '20 minutes' END,"
        " state = CASE WHEN mod(case_id, 2) = 0 THEN 'reported' ELSE 'handling' END"
        " FROM (SELECT case_id AS id, (mod(case_id * 37, 90) - 10) * interval '1 minute' AS till FROM room.case_file)"
        " AS due WHERE id = case_id"
    )
    axes = room.query("SELECT array_agg(DISTINCT axis) FROM room.case_transition WHERE role = 'acceptor'")[0][0]
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        glimpse, everything = listener.differences
    assert glimpse.glimpse
    assert everything.full
    viewer = queue.Viewer(axes=frozenset(axes))
    cases = everything.rows["case"]
    in_order = sorted(cases, key=lambda key: queue.sort_key(cases[key], glimpse.clock.room_now, viewer))
    assert len({queue.urgency(cases[key], glimpse.clock.room_now, viewer) for key in cases}) == 4
    assert glimpse.rows == {"case": {key: cases[key] for key in in_order[:30]}}


def test_a_login_that_is_nobody_here_is_told_so_before_a_row_is_read(room, acceptor, monkeypatch):
    monkeypatch.setattr(feed, "MANY_CASES", 5)
    make_cases(room, 9)
    with Listener(room.parameters()) as listener:
        assert listener.wait_for(lambda: listener.state == ConnectionState.OFFLINE)
    assert listener.states[-1][1].error.code == "room.not_staff"
    assert listener.differences == []


def test_a_tick_brings_a_change_at_once_and_without_ticks_it_is_polled(room, acceptor):
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        (case_id,) = make_cases(room, 1)
        room.query("NOTIFY room_tick")
        assert listener.wait_for(lambda: case_id in listener.rows["case"], feed.POLL_SECONDS - 0.2)
        (other,) = make_cases(room, 1)
        assert listener.wait_for(lambda: other in listener.rows["case"], feed.POLL_SECONDS + 10.0)


def test_who_floods_the_ticks_is_not_listened_to_and_the_desk_stays_live(room, acceptor, monkeypatch):
    """PostgreSQL lets any login notify any channel. Without listening a desk looks by itself, and all the oftener."""
    monkeypatch.setattr(feed, "POLL_SECONDS", 60.0)
    flood = "SELECT count(pg_notify('room_tick', repeat('x', 7000) || n)) FROM generate_series(1, %s) n"
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        room.query(flood, (10_000,), room.login("W01", "worker"))
        for _ in range(3):
            (case_id,) = make_cases(room, 1)
            assert listener.wait_for(lambda case=case_id: case in listener.rows["case"], 20.0)
        assert ConnectionState.OFFLINE not in {connection.state for _, connection in listener.states}


def test_a_tick_right_behind_an_answer_is_heard(room, acceptor):
    """Both may come in one packet; the tick then waits in libpq's buffer, where `select` does not see it."""
    bell = Bell()
    wire = Wire(room.parameters(acceptor), bell, "test")
    wire.open(5)
    wire.ask("LISTEN room_tick", seconds=3)
    wire.tell("SELECT 1", seconds=3)
    room.query("NOTIFY room_tick")
    time.sleep(0.2)
    assert wire.wait(0.5)
    assert wire.ask("SELECT 2", seconds=3) == [(2,)]
    wire.close()
    bell.close()


def test_twelve_writers_and_an_open_import_none_missed_doubled_out_of_order_or_delayed(room, acceptor):
    *cases, imported = make_cases(room, 31)
    since = newest(room)
    held = room.connect_as(autocommit=False)
    held.cursor().execute("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (imported,))
    with service(room), follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        time.sleep(0.5)
        with Writers(room.parameters(), cases) as writers:
            time.sleep(6)
        assert listener.wait_for(lambda: len(listener.received) >= len(writers.committed))
        held.commit()
        expected = len(writers.committed) + 1
        assert listener.wait_for(lambda: len(listener.received) >= expected)
        time.sleep(0.3)
    assert not writers.faults
    assert len(writers.committed) > 300
    assert problems(listener, room, since, writers, limit=0.5) == []


def test_terminated_it_says_so_and_catches_up_by_itself(room, acceptor):
    make_cases(room, 2)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        since = newest(room)
        assert terminate(room) == 1
        (case_id,) = make_cases(room, 1)
        assert listener.wait_for(lambda: case_id in listener.rows["case"])
        assert listener.wait_until_live()
    states = [connection.state for _, connection in listener.states]
    assert states == ["connecting", "catching_up", "live", "offline", "catching_up", "live", "offline"]
    assert listener.states[3][1].error.code == "database.connection_lost"
    assert [difference.full for difference in listener.differences] == [True, False]
    assert [received.change for received in listener.received] == told(room, since)


def test_a_changed_row_is_the_row_that_reading_everything_gives(room, acceptor):
    (case_id,) = make_cases(room, 1)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        before = listener.rows["case"][case_id]
        room.query("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (case_id,))
        assert listener.wait_for(lambda: listener.rows["case"][case_id]["version"] == 2)
        assert listener.rows["case"][case_id] == {**before, "version": 2}


def test_a_server_restart_is_survived_with_writers_at_work(room, acceptor, cluster):
    cases = make_cases(room, 10)
    since = newest(room)
    with service(room), follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        with Writers(room.parameters(), cases, count=3) as writers:
            time.sleep(1)
            cluster.down()
            assert listener.wait_for(lambda: listener.state == ConnectionState.OFFLINE)
            cluster.up()
            assert listener.wait_until_live(30)
            time.sleep(1)
        assert listener.wait_for(
            lambda: all(
                listener.rows["case"][c]["version"] >= max((v for k, v in writers.committed if k == c), default=0)
                for c in cases
            )
        )
        time.sleep(0.5)
    assert not any(difference.full for difference in listener.differences[1:])
    found = problems(listener, room, since, writers, limit=60.0)
    assert found == []


def test_a_mute_network_is_noticed_shown_and_survived(room, acceptor, tmp_path):
    cases = make_cases(room, 5)
    proxy = MuteProxy(tmp_path / "net", room.cluster.home.socket)
    with follow(room, acceptor, host=proxy.host) as listener:
        assert listener.wait_until_live()
        proxy.cut()
        began = time.monotonic()
        limit = feed.POLL_SECONDS + feed.ANSWER_SECONDS + 0.5
        assert listener.wait_for(lambda: listener.state == ConnectionState.OFFLINE, limit)
        assert listener.states[-1][1].error.code == "database.no_answer"
        room.query("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (cases[0],))
        # The next attempt connects to a network that swallows everything; since when it is offline stays the same.
        time.sleep(max(0.0, 7 - (time.monotonic() - began)))
        assert listener.state == ConnectionState.OFFLINE
        proxy.restore()
        assert listener.wait_for(lambda: listener.rows["case"][cases[0]]["version"] == 2, 15)
        assert listener.wait_until_live()
    assert [difference.full for difference in listener.differences] == [True, False]
    proxy.close()


def test_stopping_takes_no_time_even_when_the_network_is_mute(room, acceptor, tmp_path):
    proxy = MuteProxy(tmp_path / "net", room.cluster.home.socket)
    with follow(room, acceptor, host=proxy.host) as connected:
        assert connected.wait_until_live()
        proxy.cut()
        with follow(room, acceptor, host=proxy.host) as connecting:
            time.sleep(2.5)
            assert connecting.stop() < 1.0
        assert connected.stop() < 1.0
    proxy.close()


def test_a_handling_unit_sees_its_own_cases_only_and_loses_those_that_leave_it(room, acceptor):
    dispatcher = room.login("C01", "dispatcher")
    mine = room.login("W01", "department", department=DEPARTMENTS[0])
    with follow(room, mine) as listener:
        assert listener.wait_until_live()
        case_ids = []
        for department in DEPARTMENTS:
            case_id = report(room, acceptor)
            step(room, acceptor, case_id, "file", 1, condition_no=1)
            step(room, dispatcher, case_id, "dispatch", 2, department_code=department)
            case_ids.append(case_id)
        room.query("NOTIFY room_tick")
        assert listener.wait_for(lambda: case_ids[0] in listener.rows["case"])
        # What the functions allow a dispatcher to take away again is shortened to its effect.
        room.query(
            "UPDATE room.case_file SET department_code = %s, address = address WHERE case_id = %s",
            (DEPARTMENTS[1], case_ids[0]),
        )
        room.query("NOTIFY room_tick")
        assert listener.wait_for(lambda: case_ids[0] not in listener.rows["case"])
    seen = {row["department_code"] for difference in listener.differences for row in difference.rows["case"].values()}
    assert seen == {DEPARTMENTS[0]}
    assert case_ids[0] in listener.differences[-1].removed["case"]


def test_whatever_changes_a_case_file_tells_the_desks(room):
    """A step does by its row in the log, and by a trigger what sets a column that no step sets; the others tell."""
    changing = room.query(
        "SELECT proname::text, prosrc FROM pg_proc WHERE pronamespace IN ('desk'::regnamespace, 'room'::regnamespace)"
        " AND prosrc ~ 'UPDATE (room[.])?case_file'"
    )
    told_by_trigger = set(
        room.query(
            "SELECT attname::text FROM pg_trigger t, unnest(tgattr) number JOIN pg_attribute a ON attnum = number"
            " WHERE tgname = 'live_update' AND tgrelid = attrelid AND tgrelid = 'room.case_file'::regclass"
        )
    )
    assert len(changing) >= 5
    for name, body in changing:
        for statement in re.findall(r"UPDATE (?:room\.)?case_file .*?\bWHERE\b", body, re.DOTALL):
            set_columns = set(re.findall(r"\b(\w+)\b", statement))
            by_trigger = any(column in set_columns for (column,) in told_by_trigger)
            assert "log_hash" in set_columns or by_trigger or "tell_case" in body, name
            assert not ("log_hash" in set_columns and by_trigger), f"{name} is told twice"


def test_a_claim_is_told_though_it_is_no_step(room, acceptor):
    case_id = report(room, acceptor)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        for function, holder in (("claim_case", "A01"), ("release_case", None)):
            room.query(f"SELECT desk.{function}(%s, %s)", (SUBDISTRICT, case_id), login=acceptor)
            assert listener.wait_for(lambda: listener.rows["case"][case_id]["claimed_by"] == holder)  # noqa: B023


def test_below_the_floor_everything_is_read_anew(room, acceptor):
    cases = make_cases(room, 2)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        # Both are forgotten before the reader looks again: it was asleep for longer than changes are kept.
        connection = room.connect_as(autocommit=False)
        cursor = connection.cursor()
        cursor.execute("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (cases[0],))
        cursor.execute("DELETE FROM room.change")
        cursor.execute("UPDATE room.change_floor SET xid = (pg_current_xact_id()::text::bigint + 1)::text::xid8")
        connection.commit()
        assert listener.wait_for(lambda: listener.rows["case"][cases[0]]["version"] == 2)
        assert listener.wait_until_live()
    assert [difference.full for difference in listener.differences] == [True, True]


def test_trimming_what_was_seen_costs_nobody_a_reload(room, acceptor):
    cases = make_cases(room, 2)
    # Autovacuum may still run an older transaction, which a reader would have to take for an unseen writer.
    seen = "SELECT pg_snapshot_xmin(pg_current_snapshot()) > max(xid) FROM room.change"
    while room.query(seen) != [(True,)]:
        time.sleep(0.1)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        room.query("SELECT desk.trim_changes('0')", login=SERVICE_LOGIN)
        room.query("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (cases[0],))
        assert listener.wait_for(lambda: listener.rows["case"][cases[0]]["version"] == 2)
    assert [difference.full for difference in listener.differences] == [True, False]
    assert room.query("SELECT xid <> '0' FROM room.change_floor") == [(True,)]


def test_what_a_dump_brought_along_from_another_database_is_no_news_for_ever(room, acceptor):
    """Transactions are numbered anew after a restoration, so rows that came with the dump seem to lie ahead."""
    _kept, moved = make_cases(room, 2)
    ahead = "(pg_current_xact_id()::text::bigint + 1000000)::text::xid8"
    room.query(f"UPDATE room.change SET xid = {ahead}")
    room.query(f"UPDATE room.change_floor SET xid = {ahead}")
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        room.query("UPDATE room.case_file SET version = 2, address = address WHERE case_id = %s", (moved,))
        assert listener.wait_for(lambda: listener.rows["case"][moved]["version"] == 2)
        assert {received.change.key for received in listener.received} == {str(moved)}
    room.query("SELECT desk.trim_changes('0')", login=SERVICE_LOGIN)
    reached = "SELECT xid < pg_snapshot_xmax(pg_current_snapshot()) FROM room.change_floor"
    assert room.query(reached) == [(True,)], "what is trimmed from now on is noticed"


def test_another_room_behind_the_same_name_is_read_anew(room, acceptor):
    """A restored database has another history, whatever its transaction numbers say."""
    make_cases(room, 1)
    with follow(room, acceptor) as listener:
        assert listener.wait_until_live()
        with room.connect_as().cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")  # the row is guarded against exactly this
            cursor.execute("UPDATE room.room_info SET created_at = created_at + interval '1 day'")
        terminate(room)
        assert listener.wait_for(lambda: len(listener.differences) > 1)
    assert listener.differences[1].full


def test_a_look_uses_the_index_on_transactions_under_a_real_login(room, acceptor):
    # As after loading a district: very many changes of one transaction.
    room.query(
        "INSERT INTO room.change (subdistrict, subject, key) SELECT %s, 'case', n::text"
        " FROM generate_series(1, 50000) n",
        (SUBDISTRICT,),
    )
    make_cases(room, 300)
    with room.connect_as() as connection, connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "INSERT INTO room.case_log"
            " (subdistrict, case_id, version, at, action, to_state, login, payload, request_id, hash)"
            " SELECT %s, n, 1, now(), 'report', 'reported', 'x', '{}', gen_random_uuid(), ''"
            " FROM generate_series(1, 50000) n",
            (SUBDISTRICT,),
        )
    room.query("ANALYZE room.change, room.case_log, room.case_file")
    room.connect_as(autocommit=False).cursor().execute("SELECT pg_current_xact_id()")
    room.query("SELECT pg_current_xact_id()")
    with room.connect_as(acceptor).cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        last = feed.Snapshot(cursor.fetchone()[0])
        cursor.execute(*Columns.question())
        columns = Columns(cursor.fetchall())
        for statement in (feed_statements.SETTINGS, feed_statements.PREPARE_NEWS, columns.prepare_keys(LIVE["case"])):
            cursor.execute(statement)
        cursor.execute("EXPLAIN (COSTS OFF) " + feed_statements.NEWS, last.values())
        plan = "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute(sql.SQL("EXPLAIN (COSTS OFF) ") + columns.by_keys(LIVE["case"]), ([1, 2],))
        plan += "\n".join(row[0] for row in cursor.fetchall())
    assert last.values()["running"] != "{}"
    found = re.findall(r"using (\w+_xid) .*\n +Index Cond: .*\(xid (>= \$2|= ANY \(\$3\))\)", plan)
    assert set(found) == {(table, part) for table in ("change_xid", "case_log_xid") for part in (">= $2", "= ANY ($3)")}
    assert "Seq Scan on change " not in plan
    assert "Seq Scan on case_log " not in plan
    assert "case_file_pkey on case_file" in plan


def test_all_rows_take_the_place_of_the_few_that_came_before():
    clock = Clock(None, 1.0, 0.0)
    few = Difference(clock, rows={"case": {1: {"version": 1}}}, glimpse=True)
    other = Difference(clock, rows={"case": {2: {"version": 1}}}, glimpse=True)
    whole = Difference(clock, True, {"case": {2: {"version": 1}}})
    assert few.then(whole) == whole
    assert few.then(other) == other


def test_two_differences_joined_say_what_both_said():
    clock = Clock(None, 1.0, 0.0)

    def change(xid: int, key: str) -> Change:
        return Change(xid, "case", key)

    grid = frozenset({"grid"})
    rows = {"case": {1: {"v": 1}, 2: {"v": 1}}}
    first = Difference(clock, False, rows, {"case": frozenset({3})}, grid, (change(1, "1"),))
    second = Difference(clock, False, {"case": {3: {"v": 2}}}, {"case": frozenset({2})}, frozenset(), (change(2, "2"),))
    both = first.then(second)
    assert both.rows == {"case": {1: {"v": 1}, 3: {"v": 2}}}
    assert both.removed == {"case": frozenset({2})}
    assert both.static == {"grid"}
    assert [c.xid for c in both.changes] == [1, 2]
    everything = Difference(clock, True, {"case": {9: {"v": 1}}})
    assert first.then(everything).full
    assert first.then(everything).rows == {"case": {9: {"v": 1}}}
    assert everything.then(second).full


def test_readers_return_from_an_outage_spread_in_time(room):
    reader = feed.FeedReader(room.parameters(), lambda difference: None)
    pauses = [reader._pause() for _ in range(8)]
    assert 0.5 <= pauses[0] <= 1.0
    assert all(0.5 <= pause <= 10.0 for pause in pauses)
    assert min(pauses[-3:]) >= 5.0
    reader.stop()
    reader.run()
