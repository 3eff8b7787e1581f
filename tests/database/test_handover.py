"""A shift is handed to the next: prepared from the log, noted, handed over, acknowledged by another, then frozen."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from case_ways import appealed
from little_room import PROPERTY, SUBDISTRICT, UTILITY, LittleRoom
from psycopg2.extras import Json

from community_brain_plugin.errors import RoomError

PREPARE = "SELECT desk.handover_prepare()"
WRITE = "SELECT desk.handover_write(%s, %s, %s)"
HAND_OVER = "SELECT desk.hand_over(%s, %s, %s, %s)"
ACKNOWLEDGE = "SELECT desk.handover_acknowledge(%s, %s, %s)"
WITHDRAW = "SELECT desk.handover_withdraw(%s, %s)"


def shown(room: LittleRoom, handover: int, post: str = "shift_leader") -> dict[str, Any]:
    return room.one("SELECT to_jsonb(h) FROM desk.handover h WHERE handover_id = %s", (handover,), post)


def handed_over(room: LittleRoom) -> tuple[int, int]:
    """Prepare a handover and hand it over; return its number and version."""
    draft = room.one(PREPARE, post="shift_leader")
    given = room.one(
        HAND_OVER, (draft["handover_id"], Json({"general": "quiet"}), None, draft["version"]), "shift_leader"
    )
    return given["handover_id"], given["version"]


def refusal(room: LittleRoom, statement: str, values: tuple[object, ...], post: str) -> str:
    with pytest.raises(RoomError) as caught:
        room.query(statement, values, post)
    return caught.value.code.removeprefix("room.")


def test_the_report_says_what_came_in_was_done_is_open_overdue_and_owed(own_room):
    room = own_room
    overdue, waiting = room.case_in("handling"), room.case_in("pending_dispatch")
    room.case_in("closed")
    room.report(source="hotline", contact={"name": "李女士", "callback_owed": True})
    failed = room.case_in("pending_dispatch")
    room.step("dispatcher", failed, "dispatch", department_code=UTILITY, reason="test")
    room.query("SELECT desk.outbox_hand(%s, 'slip')", (overdue,), "dispatcher")
    room.query("UPDATE room.outbox SET state = 'failed', answer = '500' WHERE channel = 'webhook'")
    room.query(
        "UPDATE room.case_file SET due_at = room.room_now() - interval '90 minutes' WHERE case_id = %s", (overdue,)
    )
    room.query(
        "INSERT INTO room.alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since,"
        " raised_at, raised_value, shelved_until, shelved_by, shelve_reason)"
        " SELECT %s, n.sensor_code, l.rule_code, l.version, 2, m, m, 1, m + interval '2 hours', '1002', 'road works'"
        " FROM room.sensor n JOIN room.alarm_rule l ON l.subdistrict = n.subdistrict AND l.sensor_kind = n.kind,"
        " room.room_now() m LIMIT 1",
        (SUBDISTRICT,),
    )
    room.query("SELECT desk.set_area_state('block', 'B1', 'emergency', 'storm')", post="shift_leader")
    facts = shown(room, room.one(PREPARE, post="shift_leader")["handover_id"])["facts"]
    numbers = {case: room.case(case)["case_number"] for case in (overdue, waiting, failed)}
    assert (facts["came_in"], facts["ended"], facts["open"]) == (5, 1, 4)
    assert {row["source"]: row["count"] for row in facts["by_source"]} == {"desk": 4, "hotline": 1}
    assert {row["action"]: row["count"] for row in facts["done"]}["dispatch"] == 3
    assert [row["case_number"] for row in facts["unassigned"]] == [numbers[waiting]]
    assert [(row["case_number"], row["minutes_over"]) for row in facts["overdue_cases"]] == [(numbers[overdue], 90)]
    assert len(facts["callbacks"]) == 1
    assert [(row["case_number"], row["state"], row["answer"]) for row in facts["deliveries"]] == [
        (numbers[failed], "failed", "500")
    ]
    assert [row["reason"] for row in facts["shelved"]] == ["road works"]
    assert [(row["area_code"], row["state_en"]) for row in facts["areas"]] == [("B1", "Emergency")]


def test_what_is_suspended_until_the_next_shift_is_named_and_what_rests_longer_is_not(own_room):
    soon, later = own_room.case_in("pending_handle"), own_room.case_in("pending_handle")
    own_room.query(
        "UPDATE room.case_file SET state = 'suspended', suspended_until = room.room_now() + CASE case_id WHEN %s"
        " THEN interval '3 hours' ELSE interval '3 days' END WHERE case_id IN (%s, %s)",
        (soon, soon, later),
    )
    facts = shown(own_room, own_room.one(PREPARE, post="shift_leader")["handover_id"])["facts"]
    assert [row["case_number"] for row in facts["suspended"]] == [own_room.case(soon)["case_number"]]


def test_the_next_shift_owes_answers_to_what_was_asked_for_and_rulings_on_third_returns(own_room):
    room = own_room
    more_time, rest, late_one = room.case_in("handling"), room.case_in("pending_handle"), appealed(room)
    room.step("officer", more_time, "ask_extend", reason="parts")
    until = (dt.datetime.now(dt.UTC) + dt.timedelta(days=30)).isoformat()
    room.step("dispatcher", rest, "ask_suspend", reason="road works", until=until)
    twice, thrice, ruled = (room.case_in("returned_dispatcher") for _ in range(3))
    again = ("dispatcher", "redispatch", {"department_code": PROPERTY, "reason": "theirs after all"})
    back = ("officer", "return_to_dispatcher", {"reason": "not ours"})
    room.walk(twice, [again, back])
    for case in (thrice, ruled):
        room.walk(case, [again, back, again, back])
    room.step("shift_leader", ruled, "rule_return", reason="yours")
    facts = shown(room, room.one(PREPARE, post="shift_leader")["handover_id"])["facts"]
    numbers = {case: room.case(case)["case_number"] for case in (more_time, rest, late_one, thrice)}
    assert {row["case_number"]: row["pending"] for row in facts["requests"]} == {
        numbers[more_time]: "extend", numbers[rest]: "suspend", numbers[late_one]: "appeal",
    }  # fmt: skip
    assert [row["until"] is not None for row in facts["requests"] if row["pending"] == "suspend"] == [True]
    assert [(row["case_number"], row["times"]) for row in facts["rulings"]] == [(numbers[thrice], 3)]
    room.step("dispatcher", more_time, "refuse_extend", reason="no")
    facts = shown(room, room.one(PREPARE, post="shift_leader")["handover_id"])["facts"]
    assert numbers[more_time] not in [row["case_number"] for row in facts["requests"]]


def test_a_shift_begins_where_the_last_handover_ended_so_that_nothing_falls_between(own_room):
    first, version = handed_over(own_room)
    own_room.report()
    own_room.query(ACKNOWLEDGE, (first, None, version), "night")
    second = own_room.one(PREPARE, post="night")["handover_id"]
    assert shown(own_room, second)["starts_at"] == shown(own_room, first)["ends_at"]
    assert shown(own_room, second)["facts"]["came_in"] == 1


def test_from_draft_to_frozen(own_room):
    room = own_room
    room.case_in("closed")
    draft = room.one(PREPARE, post="shift_leader")
    number = draft["handover_id"]
    written = room.one(WRITE, (number, Json({"open": "ask the guard"}), draft["version"]), "shift_leader")
    assert room.one(PREPARE, post="shift_leader")["handover_id"] == number
    assert shown(room, number)["notes"] == {"open": "ask the guard"}, "taking the facts anew keeps the notes"
    given = room.one(HAND_OVER, (number, Json({"open": "done"}), "1010", written["version"] + 1), "shift_leader")
    sheet = shown(room, number, "dispatcher")
    assert (sheet["state"], sheet["from_name"], sheet["to_name"]) == ("handed_over", "shift_leader", "night")
    assert (len(sheet["seal_hash"]), len(sheet["hash"])) == (64, 64)
    taken = room.one(ACKNOWLEDGE, (number, "all clear", given["version"]), "night")
    assert taken["state"] == "acknowledged"
    assert (shown(room, number)["acknowledged_name"], shown(room, number)["remark"]) == ("night", "all clear")
    for statement in ("UPDATE room.handover SET notes = '{}'", "DELETE FROM room.handover", "TRUNCATE room.handover"):
        assert refusal(room, statement, (), "postgres") == "append_only"
    assert refusal(room, WITHDRAW, (number, taken["version"]), "shift_leader") == "handover_state"
    log = "SELECT action, staff_number FROM desk.room_log WHERE subject = 'handover' ORDER BY entry_no"
    assert [action for action, _ in room.query(log, post="dispatcher")] == [
        "prepared", "written", "prepared", "handed_over", "acknowledged",
    ]  # fmt: skip
    assert room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_the_chain_head_on_the_report_is_the_seal_of_that_moment(own_room):
    own_room.case_in("closed")
    number, _ = handed_over(own_room)
    sheet = shown(own_room, number)
    seal = own_room.query(
        "SELECT seal_no, encode(hash, 'hex'), reason FROM room.log_seal ORDER BY seal_no DESC LIMIT 1"
    )
    assert seal == [(sheet["seal_no"], sheet["seal_hash"], f"shift report {number}")]
    assert own_room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_a_handover_that_was_changed_behind_the_rooms_back_is_found(own_room):
    number, _ = handed_over(own_room)
    own_room.query("ALTER TABLE room.handover DISABLE TRIGGER keep")
    own_room.query("""UPDATE room.handover SET notes = '{"general": "never said"}'""")
    verify = "SELECT subject, key, fault FROM desk.verify_room_log(%s)"
    assert own_room.query(verify, (SUBDISTRICT,), "acceptor") == [("handover", str(number), "contents")]


def test_what_was_handed_over_stays_as_it_was_until_it_is_taken_back_whole(own_room):
    number, version = handed_over(own_room)
    assert refusal(own_room, WRITE, (number, Json({}), version), "shift_leader") == "handover_state"
    assert own_room.one(PREPARE, post="night")["state"] == "handed_over", "it waits to be acknowledged"
    assert refusal(own_room, WITHDRAW, (number, version), "night") == "not_assigned"
    back = own_room.one(WITHDRAW, (number, version), "shift_leader")
    assert (back["state"], shown(own_room, number)["notes"]) == ("draft", {"general": "quiet"})


def test_a_draft_somebody_left_behind_is_taken_over_by_the_next_leader(own_room):
    draft = own_room.one(PREPARE, post="shift_leader")
    taken = own_room.one(PREPARE, post="night")
    assert taken["handover_id"] == draft["handover_id"]
    assert shown(own_room, draft["handover_id"])["from_name"] == "night"


def test_a_retry_after_a_lost_connection_hands_over_once(own_room):
    draft = own_room.one(PREPARE, post="shift_leader")
    values = (draft["handover_id"], Json({}), None, draft["version"])
    first, again = (own_room.one(HAND_OVER, values, "shift_leader") for _ in range(2))
    assert (first["repeated"], again["repeated"], again["version"]) == (False, True, first["version"])
    values = (draft["handover_id"], None, first["version"])
    assert [own_room.one(ACKNOWLEDGE, values, "night")["repeated"] for _ in range(2)] == [False, True]


def test_nobody_acknowledges_his_own_shift_and_only_leaders_hand_over(own_room):
    number, version = handed_over(own_room)
    assert refusal(own_room, ACKNOWLEDGE, (number, None, version), "shift_leader") == "same_person"
    for post in ("acceptor", "dispatcher", "officer", "evaluator"):
        assert refusal(own_room, ACKNOWLEDGE, (number, None, version), post) == "wrong_role"
        assert refusal(own_room, PREPARE, (), post) == "wrong_role"
    assert refusal(own_room, ACKNOWLEDGE, (number, None, version - 1), "night") == "stale_handover"
    assert refusal(own_room, ACKNOWLEDGE, (number + 1, None, 1), "night") == "unknown_handover"


@pytest.mark.parametrize(
    ("notes", "to_staff", "code"),
    [({"general": 3}, None, "bad_value"), ({"secret": "x"}, None, "bad_value"), ([], None, "bad_value"),
     ({}, "1001", "unknown_leader"), ({}, "1002", "same_person")],
)  # fmt: skip
def test_what_cannot_be_handed_over_is_refused_in_words(room, notes, to_staff, code):
    draft = room.one(PREPARE, post="shift_leader")
    values = (draft["handover_id"], Json(notes), to_staff, draft["version"])
    assert refusal(room, HAND_OVER, values, "shift_leader") == code


def test_handling_units_do_not_read_what_concerns_others(own_room):
    handed_over(own_room)
    for post in ("officer", "worker", "neighbour"):
        assert own_room.query("SELECT * FROM desk.handover", post=post) == []


def test_times_in_the_facts_do_not_depend_on_the_sessions_zone(own_room):
    own_room.case_in("pending_dispatch")
    own_room.session("shift_leader").cursor().execute("SET TimeZone = 'Pacific/Kiritimati'")
    number = own_room.one(PREPARE, post="shift_leader")["handover_id"]
    due = own_room.one("SELECT facts #>> '{unassigned,0,due_at}' FROM room.handover WHERE handover_id = %s", (number,))
    assert due.endswith("+00:00")


def test_the_command_line_prints_the_latest_report_and_keeps_it_as_a_page(own_room, tmp_path):
    program = Path(sys.executable).with_name("community-brain")
    entry = "\n".join(f"{key}={value}" for key, value in own_room.parameters("shift_leader").items())
    (tmp_path / "services").write_text(f"[little]\n{entry}\n", encoding="utf-8")
    environment = {**os.environ, "PGSERVICEFILE": str(tmp_path / "services")}

    def report(*words: str) -> subprocess.CompletedProcess[str]:
        command = [program, "--language", "en", "report", "--service", "little", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    nothing = report()
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert "no handover yet" in nothing.stderr
    own_room.case_in("closed")
    number, _ = handed_over(own_room)
    sheet = shown(own_room, number)
    printed = report("--handover", str(number)).stdout
    assert "Came in: 1" in printed
    assert sheet["seal_hash"] in printed.replace(" ", "")
    assert report("--output", str(tmp_path / "report.html")).returncode == 0
    assert "<h1>" in (tmp_path / "report.html").read_text(encoding="utf-8")
