"""A client that keeps to nothing but the protocol: with a login of each post it tries what it should not."""

import contextlib
import csv
import time
import uuid

import psycopg2
import pytest
from case_ways import DETAILS, POST_OF, details, ready
from little_room import FIRE_LANE, JPEG, ORIGIN, PICTURE, POSTS, PROPERTY, SUBDISTRICT, USUAL_WAY
from psycopg2 import sql
from psycopg2.extras import Json

from community_brain_plugin.database.importing.founding import Founding, found, read_table
from community_brain_plugin.errors import RoomError

NASTY = "'); DROP TABLE room.case_file; --\\ $body$ %s %(x)s {srid} \" ' 井盖 🚧 \u202e"
STEP = "SELECT desk.case_step(%s, %s, %s, %s, %s, gen_random_uuid())"
#: What a value may be wrong by before the room has looked at it: out of range, no date, no number, no such text.
DATA_ERROR = "22"
#: Columns no client may choose.
FORGED = {
    "version": 99, "state": "closed", "at": "2000-01-01", "closed_at": "2000-01-01", "first_found_at": "2000-01-01",
    "filed_at": "2000-01-01", "deadline_at": "2999-01-01", "due_at": "2999-01-01", "original_deadline_at": "2999-01-01",
    "handled_at": "2000-01-01", "checked_at": "2999-01-01", "check_passed": True, "late": False, "exempt": True,
    "staff_number": "1002", "login": "little_shift_leader", "role": "shift_leader", "axis": "none",
    "subdistrict": "320106002", "reported_by": "1002", "closed_by": "1002", "hash": "00",
    "suspended_until": "2000-01-01", "extend_count": -9, "rework_count": -9, "claimed_by": "1002", "pending": "extend",
}  # fmt: skip


def trial(room, post: str, statement: str | sql.Composable, values: tuple[object, ...] = ()) -> str:
    """Return the SQLSTATE with which a statement ends in a post's session, "" when it is answered."""
    with room.session(post).cursor() as cursor:
        try:
            cursor.execute(statement, values)
        except psycopg2.Error as error:
            return error.pgcode
    return ""


def contents(room) -> list[tuple[object, ...]]:
    """Return what no refused attempt may change: how much there is of everything, and where the case files stand."""
    return room.query(
        "SELECT (SELECT count(*) FROM room.case_file), (SELECT count(*) FROM room.case_log),"
        " (SELECT count(*) FROM room.outbox), (SELECT count(*) FROM room.alarm_log),"
        " (SELECT md5(string_agg(f::text, '' ORDER BY case_id)) FROM room.case_file f)"
    )


@pytest.mark.parametrize("post", ["other_officer", "other_worker", "neighbour", "neighbour_officer"])
def test_case_files_of_others_do_not_exist_for_a_stranger_whatever_he_sends(room, post):
    cases = {state: room.case_in(state) for state in USUAL_WAY}
    actions = [row[0] for row in room.query("SELECT action FROM room.case_action")]
    before = contents(room)
    for case in cases.values():
        for version in (None, 1, room.case(case)["version"]):
            for action in actions:
                payload = Json({"reason": "x", **DETAILS.get(action, {})})
                with pytest.raises(RoomError) as caught:
                    room.query(STEP, (SUBDISTRICT, case, action, payload, version), post)
                assert caught.value.code == "room.unknown_case", (post, action)
                assert "number" not in str(caught.value.params), "its case number is not told either"
    for call in ("desk.claim_case(%s, %s)", "desk.release_case(%s, %s)"):
        with pytest.raises(RoomError) as caught:
            room.query(f"SELECT {call}", (SUBDISTRICT, cases["handling"]), post)
        assert caught.value.code == "room.unknown_case"
    assert contents(room) == before


@pytest.mark.parametrize(
    "post", ["acceptor", "dispatcher", "officer", "worker", "collector", "shift_leader", "analyst"]
)
def test_no_text_of_any_function_is_ever_run(room, post):
    """Every function a desk may call, with the nastiest text in every place that takes one."""
    room.case_in("handling")
    functions = room.query(
        "SELECT p.oid::regprocedure::text, p.proname::text, array(SELECT t::regtype::text"
        " FROM unnest(p.proargtypes) WITH ORDINALITY a(t, n) ORDER BY n)"
        " FROM pg_proc p WHERE pronamespace IN ('room'::regnamespace, 'desk'::regnamespace)"
        " AND has_function_privilege(%s, p.oid, 'EXECUTE')",
        (f"little_{post}",),
    )
    keys = {key for payload in DETAILS.values() for key in payload} | {
        "reason",
        "class_code",
        "component_identity",
        "x",
    }
    samples = {
        "text": NASTY, "jsonb": Json(dict.fromkeys(keys, NASTY)), "uuid": str(uuid.uuid4()), "bigint": 1, "integer": 1,
        "numeric": 1, "double precision": 1.0, "boolean": True, "bytea": psycopg2.Binary(NASTY.encode()),
        "date": "2026-01-01", "timestamp with time zone": "2026-01-01", "geometry": None, "double precision[]": [1.0],
        "interval": "1 day",
    }  # fmt: skip
    assert len(functions) > 25
    tables = room.one("SELECT count(*) FROM pg_class WHERE relnamespace = 'room'::regnamespace")
    for signature, name, types in functions:
        schema = "room" if signature.startswith("room.") else "desk"
        call = sql.SQL("SELECT {}({})").format(
            sql.Identifier(schema, name),
            sql.SQL(", ").join(sql.SQL("%s::{}").format(sql.SQL(kind)) for kind in types),
        )
        state = trial(room, post, call, tuple(samples[kind] for kind in types))
        assert state in ("", "CB001") or state.startswith(DATA_ERROR), (signature, state)
    assert room.one("SELECT count(*) FROM pg_class WHERE relnamespace = 'room'::regnamespace") == tables
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def steps_with_text(room) -> list[tuple[str, str, str]]:
    """Return (action, from state, role) of every transition, each action once."""
    return room.query(
        "SELECT DISTINCT ON (action) action, replace(from_state, '*', 'handling'), role FROM room.case_transition"
        " WHERE role <> 'service' ORDER BY action, position"
    )


def test_sql_in_every_field_of_every_step_is_text_or_refused(room):
    for action, state, role in steps_with_text(room):
        case = ready(room, action, state, role)
        fitting = details(room, action)
        for field in fitting:
            version = room.case(case)["version"]
            payload = {**fitting, field: NASTY}
            answer = trial(room, POST_OF.get(role, role), STEP, (SUBDISTRICT, case, action, Json(payload), version))
            assert answer in ("", "CB001"), (action, field, answer)
            if answer == "" and field == "reason":
                query = "SELECT reason FROM desk.case_log WHERE case_id = %s AND version = %s"
                assert room.one(query, (case, version + 1)) == NASTY
            if answer == "":
                break
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_forged_columns_in_a_payload_move_nothing(room):
    """Times, versions, names and verdicts are the server's, whatever a report or a step claims."""
    case = room.report(**FORGED)["case_id"]
    stored = room.case(case)
    assert (stored["version"], stored["state"], stored["reported_by"], stored["subdistrict"]) == (
        1, "reported", "1001", SUBDISTRICT
    )  # fmt: skip
    for post, action, payload in USUAL_WAY["closed"]:
        if action in PICTURE:
            room.photograph(post, case, PICTURE[action])
        version = room.case(case)["version"]
        room.query(STEP, (SUBDISTRICT, case, action, Json({**FORGED, **payload}), version), post)
    forged, honest = room.case(case), room.case(room.case_in("closed"))
    # When, and what is worked out of it.
    moments = {key for key in honest if key.endswith(("_at", "_hash"))} | {"case_id", "case_number"}
    assert {key: value for key, value in forged.items() if key not in moments} == {
        key: value for key, value in honest.items() if key not in moments
    }
    recent = room.query(
        "SELECT bool_and(at > now() - interval '1 minute'), count(DISTINCT login),"
        " array_agg(staff_number ORDER BY version)"
        " FROM room.case_log WHERE case_id = %s",
        (case,),
    )
    assert recent == [(True, 5, ["1001", "1001", "1004", "2001", "2002", "2001", "1004", "1001", "1003", "1001"])]
    assert forged["first_found_at"] > "2026"


@pytest.mark.parametrize("version", [-1, 0, 3, 2**31 - 1, None])
def test_a_forged_version_is_refused(room, version):
    case = room.case_in("pending_dispatch")
    payload = Json({"department_code": PROPERTY})
    assert trial(room, "dispatcher", STEP, (SUBDISTRICT, case, "dispatch", payload, version)) == "CB001"
    assert trial(room, "dispatcher", STEP, (SUBDISTRICT, case, "dispatch", payload, 2**31)) == "42883", "no integer"
    assert room.case(case)["version"] == 2


def test_nobody_grants_himself_anything_by_his_payload(room):
    """A department that answers its own request, an acceptor who rules, somebody who plays the service."""
    case = room.case_in("handling")
    room.step("officer", case, "ask_extend", reason="parts")
    before = contents(room)
    for post in POSTS:
        for action in ("extend", "suspend", "appeal", "rule_return", "evaluate", "draw_recheck", "resume"):
            if (post, action) in {("dispatcher", "extend"), ("second_dispatcher", "extend"), ("night", "extend")}:
                continue
            payload = Json({"reason": "x", "role": "dispatcher", "roles": ["dispatcher"], "approved": True})
            assert trial(room, post, STEP, (SUBDISTRICT, case, action, payload, 5)) == "CB001", (post, action)
    assert contents(room) == before


def test_the_server_s_log_says_whose_attempt_was_refused_and_not_what_he_sent(room):
    """A step of another post, unit or room, on a forged version, with a text for a number; a bare write; a climb."""
    case = room.case_in("pending_handle")
    secret = f"phone 138{uuid.uuid4().int % 10**8:08d}"
    voided = (SUBDISTRICT, case, "void", Json({"reason": secret}))
    number = {"class_code": FIRE_LANE, "x": "ten", "y": ORIGIN[1]}
    attempts = [
        ("worker", STEP, (*voided, 3), "room.wrong_state"),
        ("dispatcher", STEP, (SUBDISTRICT, case, "urge", Json({"reason": secret}), 3), "room.wrong_role"),
        ("other_officer", STEP, (*voided, 3), "room.unknown_case"),
        ("neighbour", STEP, (*voided, 3), "room.unknown_case"),
        ("acceptor", STEP, (*voided, 2), "room.stale_version"),
        ("collector", "SELECT desk.report_case(%s, gen_random_uuid())", (Json(number),), "room.bad_value"),
        ("analyst", "SELECT * FROM desk.verify_log('320106002')", (), "room.not_authorised"),
        ("evaluator", "DELETE FROM room.case_log", (), "permission denied for table case_log"),
        ("planner", "UPDATE room.case_file SET state = 'closed'", (), "permission denied for table case_file"),
        ("admin", "SELECT desk.heartbeat('x', true, '1')", (), "permission denied for function heartbeat"),
        ("shift_leader", "SET ROLE room_owner", (), "permission denied to set role"),
    ]
    for post, statement, values, _ in attempts:
        assert trial(room, post, statement, values) != "", post
    wanted = {(f"little_{post}", words) for post, _, _, words in attempts}
    deadline = time.monotonic() + 30
    # The server's log is written by a process of its own, a little later.
    while True:
        written = "".join(path.read_text(errors="replace") for path in room.cluster.home.log.glob("server-*.log"))
        lines = written.splitlines()
        left = {pair for pair in wanted if not any(all(word in line for word in pair) for line in lines)}
        if not left:
            break
        assert time.monotonic() < deadline, left
        time.sleep(0.05)
    assert secret not in written


def test_a_flood_of_wrong_steps_leaves_no_trace_in_the_log_of_the_case_file(room):
    case = room.case_in("pending_dispatch")
    before = contents(room)
    for number in range(200):
        payload = Json({"department_code": f"D{number}", "class_code": FIRE_LANE, "x": ORIGIN[0]})
        assert trial(room, "dispatcher", STEP, (SUBDISTRICT, case, "dispatch", payload, 2)) == "CB001"
    assert contents(room) == before


def test_nobody_fills_the_disk_with_files_that_are_kept_for_good(room):
    case = room.case_in("pending_handle")
    session = room.session("worker")
    attach = "SELECT desk.attach(%s, 'after', 'a.jpg', 'image/jpeg', %s)"
    with session.cursor() as cursor:
        for number in range(200):
            cursor.execute(attach, (case, JPEG + number.to_bytes(2)))
        kept = cursor.fetchone()
        with pytest.raises(psycopg2.Error, match=r"room\.too_many_files"):
            cursor.execute(attach, (case, JPEG + (200).to_bytes(2)))
        cursor.execute(attach, (case, JPEG + (199).to_bytes(2)))
        assert cursor.fetchone() == kept, "what is kept already may be sent again"


@pytest.mark.parametrize("post", ["worker", "officer", "dispatcher"])
def test_whoever_did_the_work_brings_no_evidence_that_it_was_checked(room, post):
    case = room.case_in("checking")
    attach = "SELECT desk.attach(%s, %s, 'a.jpg', 'image/jpeg', %s)"
    with pytest.raises(RoomError) as caught:
        room.query(attach, (case, "check", psycopg2.Binary(JPEG + post.encode())), post)
    assert caught.value.code == "room.wrong_role"
    assert room.refusal("collector", case, "check_result", passed=True).code == "room.photo_required"


def test_nobody_claims_all_there_is_to_keep_it_from_his_colleagues(own_room):
    own_room.query("UPDATE room.case_limit SET amount = 2 WHERE rule = 'claims_at_once'")
    cases = [own_room.case_in("pending_dispatch") for _ in range(3)]
    claim = "SELECT desk.claim_case(%s, %s)"
    for case in (*cases[:2], *cases[:2]):
        own_room.query(claim, (SUBDISTRICT, case), "dispatcher")
    with pytest.raises(RoomError) as caught:
        own_room.query(claim, (SUBDISTRICT, cases[2]), "dispatcher")
    assert (caught.value.code, caught.value.params["claims"]) == ("room.too_many_claims", 2)
    own_room.query(claim, (SUBDISTRICT, cases[2]), "second_dispatcher")
    own_room.query("SELECT desk.release_case(%s, %s)", (SUBDISTRICT, cases[0]), "dispatcher")
    other = own_room.case_in("pending_dispatch")
    own_room.query(claim, (SUBDISTRICT, other), "dispatcher")


def test_nobody_reports_without_end_and_his_colleagues_go_on(own_room):
    own_room.query("SELECT desk.set_setting('reports_per_hour', %s)", (Json(3),), "shift_leader")
    request = str(uuid.uuid4())
    first = own_room.report("collector", request)
    for _ in range(2):
        own_room.report("collector")
    with pytest.raises(RoomError) as caught:
        own_room.report("collector")
    assert (caught.value.code, caught.value.params["reports"]) == ("room.too_many_reports", 3)
    assert own_room.report("collector", request)["case_id"] == first["case_id"], "what was stored is answered again"
    own_room.report("acceptor")
    own_room.query("UPDATE room.case_file SET first_found_at = first_found_at - interval '1 hour'")
    own_room.report("collector")


def test_sql_in_the_tables_a_room_is_founded_with_is_text(own_room, tmp_path):
    """Departments, staff and responsibilities as files, the nastiest text in each field: kept as it is, or refused."""
    tables = {
        "departments": {"department_code": "N1", "name_zh": "单位", "kind": "department", "contact_name": "x",
                        "phone": "1", "channel": "slip", "address": "x", "name_en": "x"},
        "staff": {"staff_number": "N1", "name": "x", "login": "", "roles": "worker", "phone": "1"},
        "responsibilities": {"kind": "event", "class_code": FIRE_LANE, "department_code": PROPERTY, "escalation": ""},
    }  # fmt: skip
    logins = "SELECT rolname::text FROM pg_roles"
    before = own_room.query(logins)
    for table, row in tables.items():
        for field in row:
            path = tmp_path / f"{table}.csv"
            with path.open("w", encoding="utf-8", newline="") as stream:
                out = csv.DictWriter(stream, list(row))
                out.writeheader()
                out.writerow({**row, **({"login": f"little_nasty_{field}"} if "login" in row else {}), field: NASTY})
            founding = Founding(SUBDISTRICT, **{table: read_table(path)})
            connection = own_room.connect(autocommit=False)
            with contextlib.suppress(RoomError):
                found(connection, founding)
            if field in ("name_zh", "name", "address", "contact_name"):
                key = "department_code" if table == "departments" else "staff_number"
                statement = sql.SQL("SELECT {} FROM room.{} WHERE {} = 'N1'").format(
                    sql.Identifier(field), sql.Identifier(table.removesuffix("s")), sql.Identifier(key)
                )
                assert own_room.query(statement.as_string(connection)) == [(NASTY,)], (table, field)
            connection.close()
    assert own_room.one("SELECT count(*) FROM room.case_file") == 0, "the table is there"
    made = [name for (name,) in set(own_room.query(logins)) - set(before)]
    for name in made:
        own_room.session().cursor().execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))
    # A login is called what the file says, and is nothing more.
    (odd,) = [name for name in made if not name.startswith("little_nasty_")]
    assert NASTY.startswith(odd)
