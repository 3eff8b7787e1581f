"""The log of a case file: only ever longer, and a forgery is named."""

import argparse

import psycopg2
import pytest
from little_room import JPEG, NEIGHBOUR, PROPERTY, SUBDISTRICT
from psycopg2 import sql
from psycopg2.extras import Json

from community_brain_plugin.cases import commands, shift_report, verification
from community_brain_plugin.errors import RoomError
from community_brain_plugin.wording import say

LOGS = ("case_log", "log_seal", "log_seal_head", "case_attachment", "alarm_log")


def faults(room, case: int | None = None) -> list[tuple[object, ...]]:
    return room.query("SELECT * FROM desk.verify_log(%s, %s)", (SUBDISTRICT, case), "shift_leader")


def seal(room) -> int:
    return room.one("SELECT desk.seal_log(%s, 'shift report')", (SUBDISTRICT,), "shift_leader")


def forge(room, statement: str, values: tuple[object, ...]) -> None:
    """Change stored rows as only a superuser can who switches the triggers off."""
    with room.connect(autocommit=False) as connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)


def test_even_the_owner_cannot_change_a_log(own_room):
    case = own_room.case_in("pending_handle")
    own_room.query("SELECT desk.attach(%s, 'other', 'a.jpg', 'image/jpeg', %s)", (case, JPEG), "acceptor")
    seal(own_room)
    reading = Json([{"sensor_code": "WATER", "observed_at": own_room.one("SELECT now()::text"), "value": 1}])
    own_room.query("SELECT desk.ingest_readings(%s, %s)", (SUBDISTRICT, reading), "service")
    own_room.query("SET ROLE room_owner")
    for table in LOGS:
        assert own_room.one(f"SELECT count(*) > 0 FROM room.{table}"), table
        for change in ("UPDATE room.{} SET subdistrict = 'x'", "DELETE FROM room.{}", "TRUNCATE room.{} CASCADE"):
            with pytest.raises(RoomError) as caught:
                own_room.query(change.format(table))
            assert caught.value.code == "room.append_only"
            assert caught.value.params["table"] in LOGS


def test_a_whole_room_verifies(room):
    for state in ("closed", "void", "returned_dispatcher", "checking"):
        room.case_in(state)
    assert faults(room) == []
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "service") == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("action = 'close'", "contents"),
        ("at = at - interval '1 microsecond'", "contents"),
        ("staff_number = '1005'", "contents"),
        ("login = 'postgres'", "contents"),
        ("role = 'shift_leader'", "contents"),
        ("axis = 'none'", "contents"),
        ("both_axes = true", "contents"),
        ("reason = 'never said'", "contents"),
        ("""payload = '{"department_code": "D02"}'""", "contents"),
        ("from_state = 'reported'", "contents"),
        ("request_id = gen_random_uuid()", "contents"),
        ("hash = sha256('x')", "contents"),
        ("previous_hash = sha256('x')", "link"),
        ("previous_hash = NULL", "link"),
    ],
)
def test_a_forged_row_is_named(room, change, fault):
    case = room.case_in("pending_handle")
    assert faults(room, case) == []
    forge(room, f"UPDATE room.case_log SET {change} WHERE case_id = %s AND version = 3", (case,))
    assert faults(room, case) == [(case, 3, fault)]


def test_a_row_cut_out_or_a_chain_written_anew_is_named(own_room):
    case = own_room.case_in("handling")
    seal(own_room)
    forge(own_room, "DELETE FROM room.case_log WHERE case_id = %s AND version = 2", (case,))
    assert faults(own_room, case) == [(case, 3, "gap")]


def test_a_state_changed_behind_the_logs_back_is_named(own_room):
    case = own_room.case_in("handling")
    forge(own_room, "UPDATE room.case_file SET state = 'closed' WHERE case_id = %s", (case,))
    assert faults(own_room) == [(case, 4, "head")]


def test_a_chain_cut_short_with_its_case_file_is_known_by_the_seal(own_room):
    """Chain and case file agree again; only the seal remembers how far the log had gone."""
    case = own_room.case_in("handling")
    seal(own_room)
    forge(own_room, "DELETE FROM room.case_log WHERE case_id = %s AND version = 4", (case,))
    forge(own_room, "UPDATE room.case_file SET state = 'pending_handle', version = 3 WHERE case_id = %s", (case,))
    assert faults(own_room, case) == [(case, 3, "head")], "the case file knows the hash of its last step"
    head = "(SELECT hash FROM room.case_log l WHERE l.case_id = f.case_id AND l.version = 3)"
    forge(own_room, f"UPDATE room.case_file f SET log_hash = {head} WHERE case_id = %s", (case,))
    assert faults(own_room) == [(case, 4, "sealed")]
    assert faults(own_room, case) == [(case, 4, "sealed")]


def test_seals_chain_and_cover_each_head_once(own_room):
    first = own_room.case_in("pending_dispatch")
    assert seal(own_room) == 1
    assert seal(own_room) == 1, "nothing moved, so nothing was sealed"
    second = own_room.case_in("reported")
    own_room.step("dispatcher", first, "dispatch", department_code=PROPERTY)
    assert seal(own_room) == 2
    heads = own_room.query("SELECT seal_no, case_id, version FROM room.log_seal_head ORDER BY 1, 2")
    assert heads == [(1, first, 2), (2, first, 3), (2, second, 1)]
    assert own_room.query("SELECT seal_no, case_count FROM room.log_seal ORDER BY 1", post="analyst") == [
        (1, 1),
        (2, 2),
    ]
    assert faults(own_room) == []


def test_a_step_committed_after_a_seal_it_began_before_is_in_the_next(own_room):
    slow = own_room.connect("acceptor", autocommit=False)
    with slow.cursor() as cursor:
        cursor.execute(
            """SELECT desk.report_case('{"class_code": "09012", "x": 500050, "y": 3450050}', gen_random_uuid())"""
        )
        late = cursor.fetchone()[0]["case_id"]
    own_room.report()
    assert seal(own_room) == 1
    slow.commit()
    assert seal(own_room) == 2
    assert own_room.query("SELECT seal_no FROM room.log_seal_head WHERE case_id = %s", (late,)) == [(2,)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE room.log_seal SET reason = 'x' WHERE seal_no = 2",
        "UPDATE room.log_seal SET at = at + interval '1 s' WHERE seal_no = 2",
        "UPDATE room.log_seal SET heads_hash = sha256('x') WHERE seal_no = 2",
        "DELETE FROM room.log_seal_head WHERE seal_no = 2",
        "UPDATE room.log_seal SET previous_hash = NULL WHERE seal_no = 2",
    ],
)
def test_a_forged_seal_is_named(own_room, change):
    for _ in range(3):
        own_room.report()
        seal(own_room)
    forge(own_room, change, ())
    assert faults(own_room) == [(None, 2, "seal")]


def test_a_seal_taken_out_is_named(own_room):
    for _ in range(3):
        own_room.report()
        seal(own_room)
    forge(own_room, "DELETE FROM room.log_seal WHERE seal_no = 2", ())
    assert faults(own_room) == [(None, 3, "seal")]


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_the_time_zone_of_a_session_changes_no_hash(room, zone):
    session = room.connect("acceptor")
    with session.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', %s, false), set_config('DateStyle', 'SQL, DMY', false)", (zone,))
        report = {"class_code": "09012", "x": 500050, "y": 3450050, "claimed_found_at": "2026-11-01 08:00"}
        cursor.execute("SELECT desk.report_case(%s, gen_random_uuid())", (Json(report),))
        case = cursor.fetchone()[0]["case_id"]
        cursor.execute("SELECT count(*) FROM desk.verify_log(%s, %s)", (SUBDISTRICT, case))
        assert cursor.fetchone() == (0,)
    claimed = room.one(
        "SELECT claimed_found_at = '2026-11-01 08:00+08' FROM room.case_file WHERE case_id = %s", (case,)
    )
    assert claimed, "a claim without a zone is the room's"


def test_a_log_without_its_beginning_is_refused_by_the_table_itself(room):
    case = room.case_in("reported")
    with pytest.raises(psycopg2.Error, match=r"room\.log_gap"):
        room.session().cursor().execute(
            "INSERT INTO room.case_log"
            " (subdistrict, case_id, version, at, action, to_state, login, payload, request_id)"
            " SELECT %s, %s, 5, now(), 'x', 'reported', 'x', '{}', gen_random_uuid()",
            (SUBDISTRICT, case),
        )


def enter_by_hand(room, case: int, previous: str, written: str) -> None:
    """Enter a fourth row into a log, as only the owner can."""
    room.query("SET ROLE room_owner")
    room.query(
        "INSERT INTO room.case_log (subdistrict, case_id, version, at, action, from_state, to_state, login, payload,"
        f" request_id, previous_hash, hash) SELECT %s, %s, 4, now(), 'close', 'pending_handle', 'closed', 'x', '{{}}',"
        f" gen_random_uuid(), {previous}, {written}",
        (SUBDISTRICT, case),
    )
    room.query("RESET ROLE")


@pytest.mark.parametrize(
    ("previous", "fault"),
    [
        ("sha256('x')", "link"),
        ("NULL", "link"),
        ("(SELECT hash FROM room.case_log ORDER BY version DESC LIMIT 1)", "contents"),
    ],
)
def test_a_hash_that_somebody_brings_along_is_named_even_the_owner_s(own_room, previous, fault):
    case = own_room.case_in("pending_handle")
    enter_by_hand(own_room, case, previous, "sha256('forged')")
    assert faults(own_room, case) == [(case, 4, fault)]


@pytest.mark.parametrize("previous", ["sha256('x')", "NULL"])
def test_a_row_without_a_hash_is_chained_whatever_it_claims_to_follow(own_room, previous):
    case = own_room.case_in("pending_handle")
    enter_by_hand(own_room, case, previous, "NULL")
    own_room.query(
        "UPDATE room.case_file SET version = 4, state = 'closed', log_hash = NULL WHERE case_id = %s", (case,)
    )
    assert faults(own_room, case) == [], "it follows from what is in it and from the row before"


def test_a_room_is_verified_and_shows_the_head_a_report_has_printed(own_room):
    own_room.case_in("closed")
    first = seal(own_room)
    own_room.case_in("pending_handle")
    last = seal(own_room)
    leader = own_room.session("shift_leader")
    answer = verification.verify(leader, SUBDISTRICT)
    assert (answer.case_files, answer.entries, answer.fault, answer.seal_no) == (2, 13, None, last)
    stored = dict(own_room.query("SELECT seal_no, encode(hash, 'hex') FROM room.log_seal"))
    assert answer.seal_hash == stored[last]
    assert verification.verify(leader, SUBDISTRICT, first).seal_hash == stored[first]
    assert verification.subdistricts(leader) == [SUBDISTRICT]
    with pytest.raises(RoomError) as caught:
        own_room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "officer")
    assert caught.value.code == "room.not_authorised"


def test_the_first_broken_link_is_named_on_the_command_line(own_room, monkeypatch, capsys):
    case = own_room.case_in("closed")
    number = own_room.case(case)["case_number"]
    seal(own_room)
    monkeypatch.setattr(commands, "open_room", lambda arguments: own_room.connect())
    arguments = argparse.Namespace(subdistrict=SUBDISTRICT, seal=None)
    assert commands.verify(arguments) == 0
    told = capsys.readouterr().out
    head = own_room.one("SELECT encode(hash, 'hex') FROM room.log_seal")
    assert shift_report.grouped(head) in told
    forge(own_room, "UPDATE room.case_log SET staff_number = '1005' WHERE case_id = %s AND version = 4", (case,))
    forge(own_room, "UPDATE room.case_log SET reason = 'x' WHERE case_id = %s AND version = 6", (case,))
    assert commands.verify(arguments) == 1
    assert say("verify.contents", place=number, entry=4) in capsys.readouterr().out
    assert verification.subdistricts(own_room.session()) == [SUBDISTRICT, NEIGHBOUR]


def test_whether_the_server_s_log_keeps_refused_attempts_and_whose_they_were_is_told(room):
    assert verification.unlogged(room.connect("service")) == [], "the private room is set up so"
    administrator = room.connect()
    with administrator.cursor() as cursor:
        cursor.execute("SET log_min_messages = fatal")
    assert verification.unlogged(administrator) == [("log_min_messages", "fatal")]
    with administrator.cursor() as cursor:
        cursor.execute("RESET log_min_messages")
        cursor.execute("SET log_min_error_statement = error")
    assert verification.unlogged(administrator) == [("log_min_error_statement", "error")], "what was sent is logged"
    login = sql.Identifier("little_acceptor")
    with administrator.cursor() as cursor:
        cursor.execute("RESET log_min_error_statement")
        cursor.execute("BEGIN")
        cursor.execute(sql.SQL("ALTER ROLE {} SET log_min_messages = panic").format(login))
        assert verification.unlogged(administrator) == [("log_min_messages", "panic")], "a login may be set apart"
        cursor.execute("ROLLBACK")


def test_what_every_login_may_still_do_past_the_functions_is_told(own_room, monkeypatch, capsys):
    assert verification.left_open(own_room.connect("service")) == []
    with own_room.session().cursor() as cursor:
        for statement in (
            f'GRANT TEMPORARY ON DATABASE "{own_room.name}" TO PUBLIC',
            "GRANT CREATE ON SCHEMA public TO PUBLIC",
            "GRANT EXECUTE ON FUNCTION pg_advisory_lock(bigint), lo_creat(integer) TO PUBLIC",
            "GRANT EXECUTE ON FUNCTION ST_EstimatedExtent(text, text) TO PUBLIC",
        ):
            cursor.execute(statement)
    left = dict(verification.left_open(own_room.connect("acceptor")))
    assert left == {
        "create": ["public"],
        "lock": ["pg_advisory_lock(bigint)"],
        "tell": ["public.st_estimatedextent(text,text)"],
        "temporary": [own_room.name],
        "write": ["lo_creat(integer)"],
    }
    monkeypatch.setattr(commands, "open_room", lambda arguments: own_room.connect())
    assert commands.verify(argparse.Namespace(subdistrict=SUBDISTRICT, seal=None)) == 0
    out = capsys.readouterr().out
    for kind, names in left.items():
        assert say(f"verify.left_{kind}", names=", ".join(names)) in out
