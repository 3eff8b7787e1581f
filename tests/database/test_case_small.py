"""Small things closed on the spot, third returns, claims, and steps that come too late."""

import hashlib
import threading

import psycopg2
import pytest
from case_ways import drawn, found_by, returned
from little_room import BICYCLES, FIRE_LANE, JPEG, PROFILE, PROPERTY, SANITATION, SUBDISTRICT, USUAL_WAY

from community_brain_plugin.cases import attachments, records
from community_brain_plugin.errors import RoomError, from_database

CLAIM, RELEASE = "SELECT desk.claim_case(%s, %s)", "SELECT desk.release_case(%s, %s)"


def test_the_finder_of_a_small_thing_closes_it_on_the_spot_and_it_is_counted_apart(room):
    case = found_by(room, "collector")
    assert room.step("collector", case, "quick_close")["state"] == "closed"
    stored = room.case(case)
    assert (stored["quick_closed"], stored["closed_by"], stored["handled_by"]) == (True, "1003", "1003")
    assert (stored["filed_at"], stored["clock"]) == (None, "none")
    assert room.case(room.case_in("closed"))["quick_closed"] is False


def test_a_big_thing_another_s_find_or_a_missing_picture_is_not_closed_on_the_spot(room):
    big = room.report("collector", class_code=FIRE_LANE)["case_id"]
    assert room.refusal("collector", big, "quick_close").code == "room.not_quick"
    assert room.refusal("collector", found_by(room, "night"), "quick_close").code == "room.not_finder"
    case = room.report("collector", class_code=BICYCLES)["case_id"]
    attach = "SELECT desk.attach(%s, %s, %s, %s, %s)"
    room.query(attach, (case, "before", "a.jpg", "image/jpeg", JPEG), "collector")
    room.query(attach, (case, "after", "a.pdf", "application/pdf", b"%PDF-1.7"), "collector")
    error = room.refusal("collector", case, "quick_close")
    assert (error.code, error.params) == ("room.photo_required", {"picture": "after"})


def test_work_and_its_check_are_shown_by_pictures_taken_since(own_room):
    case = own_room.case_in("handling")
    own_room.photograph("worker", case, "before")
    error = own_room.refusal("worker", case, "submit_handling")
    assert (error.code, error.params) == ("room.photo_required", {"picture": "after"})
    own_room.walk(case, USUAL_WAY["checking"][3:])
    error = own_room.refusal("collector", case, "check_result", passed=True)
    assert (error.code, error.params) == ("room.photo_required", {"picture": "check"})
    own_room.pictured("collector", case, "check_result", passed=False)
    own_room.step("acceptor", case, "return_for_rework", reason="still there")
    own_room.walk(case, USUAL_WAY["handling"][1:])
    error = own_room.refusal("worker", case, "submit_handling")
    assert error.code == "room.photo_required", "an old picture shows nothing"


def test_a_picture_of_work_that_is_done_again_is_a_new_one(own_room):
    case = own_room.case_in("feedback")
    own_room.step("dispatcher", case, "rework", reason="half of it is still there")
    own_room.walk(case, USUAL_WAY["handling"][2:])
    for said in ({}, {"reason": "said so"}):
        assert own_room.refusal("worker", case, "submit_handling", **said).code == "room.photo_required"
    own_room.pictured("worker", case, "submit_handling")


def test_a_city_that_demands_no_picture_changes_a_row(own_room):
    own_room.query("INSERT INTO room.case_limit VALUES (%s, 'handling_photos', 0, '', '')", (PROFILE,))
    own_room.query("INSERT INTO room.case_limit VALUES (%s, 'check_photos', 2, '', '')", (PROFILE,))
    known = records.rules(own_room.session("worker")).transitions.limits
    assert (known["handling_photos"], known["check_photos"], known["extend_times"]) == (0, 2, 2), "at the desk too"
    case = own_room.case_in("handling")
    own_room.step("worker", case, "submit_handling")
    own_room.walk(case, USUAL_WAY["checking"][4:])
    own_room.photograph("collector", case, "check")
    assert own_room.refusal("collector", case, "check_result", passed=True).code == "room.photo_required"
    own_room.pictured("collector", case, "check_result", passed=True)


def test_readings_since_the_work_stand_for_a_picture_of_the_check(own_room):
    alarm = own_room.one(
        "INSERT INTO room.alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since,"
        " raised_at, raised_value) VALUES (%s, 'LANE', 'lane_blocked', 1, 1, now(), now(), 1) RETURNING alarm_id",
        (SUBDISTRICT,),
    )
    case = own_room.case_in("checking", alarm_id=alarm)
    reading = "INSERT INTO room.reading VALUES (%s, 'LANE', now() - %s::interval, now(), 0)"
    own_room.query(reading, (SUBDISTRICT, "1 hour"))
    assert own_room.refusal("collector", case, "check_result", passed=True).code == "room.photo_required"
    own_room.query(reading, (SUBDISTRICT, "0"))
    own_room.step("collector", case, "check_result", passed=True)


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("image/jpeg", JPEG),
        ("image/png", b"\x89PNG\r\n\x1a\n"),
        ("image/gif", b"GIF89a"),
        ("image/webp", b"RIFF....WEBPVP8 "),
        ("application/pdf", b"%PDF-1.7"),
        ("video/mp4", b"\x00\x00\x00\x18ftypmp42"),
    ],
)
def test_a_file_is_what_its_first_bytes_say_whatever_it_is_called(room, media_type, content):
    case = room.case_in("reported")
    attach = "SELECT desk.attach(%s, 'other', 'a', %s, %s)"
    assert attachments.media_type(content) == media_type, "the desk and the room judge alike"
    room.query(attach, (case, media_type, content), "collector")
    for declared, kept in ((media_type, b"<html>"), ("text/html", b"<html>"), (None, content), ("image/bmp", content)):
        with pytest.raises(RoomError) as caught:
            room.query(attach, (case, declared, kept), "collector")
        assert caught.value.code in ("room.file_type", "room.value_required")
    other = "image/png" if media_type != "image/png" else "image/jpeg"
    with pytest.raises(RoomError) as caught:
        room.query(attach, (case, other, content), "collector")
    assert caught.value.code == "room.file_type"
    assert room.one("SELECT count(*) FROM room.case_attachment WHERE case_id = %s", (case,)) == 1


def test_which_quick_closes_are_looked_at_again_is_decided_by_the_seal_and_can_be_worked_out(own_room):
    own_room.query("UPDATE room.case_quick_class SET recheck_percent = 50")
    cases = [found_by(own_room, "collector") for _ in range(24)]
    for case in cases:
        own_room.step("collector", case, "quick_close")
    assert {own_room.case(case)["pending"] for case in cases} == {None}, "nobody can know it when he closes"
    own_room.query("SELECT desk.seal_log(%s, 'test')", (SUBDISTRICT,), "service")
    seal = bytes(own_room.one("SELECT hash FROM room.log_seal"))

    def is_drawn(case: int) -> bool:
        return int.from_bytes(hashlib.sha256(seal + str(case).encode()).digest()[:4], "big") < 2**31

    chosen = {case for case in cases if own_room.case(case)["pending"] == "recheck"}
    assert chosen == {case for case in cases if is_drawn(case)}
    assert 0 < len(chosen) < 24
    payload = "SELECT payload FROM room.case_log WHERE case_id = %s AND action = 'draw_recheck'"
    assert own_room.one(payload, (min(chosen),)) == {"seal_no": 1}
    own_room.query("SELECT desk.seal_log(%s, 'test')", (SUBDISTRICT,), "service")
    assert {case for case in cases if own_room.case(case)["pending"] == "recheck"} == chosen, "drawn once"
    assert own_room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_somebody_else_looks_again_and_what_he_finds_is_kept(room):
    case = drawn(room)
    assert room.refusal("night", case, "recheck", passed=True).code == "room.own_work"
    room.step("collector", case, "recheck", passed=False, finding="still there")
    stored = room.case(case)
    assert (stored["state"], stored["recheck_passed"], stored["pending"]) == ("closed", False, None)
    assert room.refusal("collector", case, "recheck", passed=True).code == "room.nothing_pending"


@pytest.mark.parametrize("state", ["returned_dispatcher", "returned_acceptor"])
def test_from_the_third_return_on_the_shift_leader_rules_before_anybody_passes_it_on(room, state):
    case = returned(room, state)
    post, action, payload = {
        "returned_dispatcher": ("dispatcher", "redispatch", {"department_code": PROPERTY}),
        "returned_acceptor": ("acceptor", "refile", {"condition_no": 1}),
    }[state]
    error = room.refusal(post, case, action, **payload)
    assert (error.code, error.params["times"]) == ("room.ruling_required", 3)
    assert room.refusal(post, case, "rule_return", reason="x").code == "room.wrong_role"
    room.step("shift_leader", case, "rule_return", reason="the property manager's, by the map of 2026")
    room.step(post, case, action, **payload)


def test_a_ruling_holds_for_one_return(room):
    case = returned(room, "returned_dispatcher")
    room.step("shift_leader", case, "rule_return", reason="theirs")
    room.step("dispatcher", case, "redispatch", department_code=PROPERTY)
    room.step("officer", case, "return_to_dispatcher", reason="no")
    assert room.refusal("dispatcher", case, "redispatch", department_code=PROPERTY).code == "room.ruling_required"


def test_two_returns_need_no_ruling(room):
    case = returned(room, "returned_dispatcher", times=2)
    assert room.refusal("shift_leader", case, "rule_return", reason="x").code == "room.no_ruling"
    room.step("dispatcher", case, "redispatch", department_code=PROPERTY)


def test_work_to_be_done_again_goes_to_the_unit_that_did_it(room):
    case = room.case_in("checking")
    room.pictured("collector", case, "check_result", passed=False)
    room.step("acceptor", case, "return_for_rework", reason="still blocked")
    error = room.refusal("dispatcher", case, "dispatch", department_code=SANITATION, reason="nearer")
    assert (error.code, error.params["department"]) == ("room.same_department", PROPERTY)
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)


def test_an_assignment_taken_back_can_be_returned(room):
    case = room.case_in("handling")
    assert room.refusal("officer", case, "return_to_dispatcher", reason="not ours").code == "room.wrong_state"
    room.step("officer", case, "unassign", reason="not ours")
    assert room.case(case)["handler"] is None
    room.step("officer", case, "return_to_dispatcher", reason="not ours")


def test_a_claim_holds_off_colleagues_of_the_same_post_and_nobody_else(own_room):
    case = own_room.case_in("pending_dispatch")
    claim = own_room.one(CLAIM, (SUBDISTRICT, case), "dispatcher")
    assert (claim["claimed_by"], claim["claimed_role"], claim["version"]) == ("1004", "dispatcher", 2)
    seen = own_room.query("SELECT claimed_by FROM desk.case_live WHERE case_id = %s", (case,), "second_dispatcher")
    assert seen == [("1004",)]
    error = own_room.refusal("second_dispatcher", case, "dispatch", department_code=PROPERTY)
    assert (error.code, error.params["staff"]) == ("room.claimed", "1004")
    with pytest.raises(RoomError) as caught:
        own_room.query(CLAIM, (SUBDISTRICT, case), "second_dispatcher")
    assert caught.value.code == "room.claimed"
    own_room.step("shift_leader", case, "urge", reason="now")
    own_room.step("dispatcher", case, "dispatch", department_code=PROPERTY)
    assert own_room.case(case)["claimed_by"] is None, "it ends with the step that moves the case file on"


def test_a_claim_never_blocks_for_ever(room):
    case = room.case_in("pending_dispatch")
    room.query(CLAIM, (SUBDISTRICT, case), "dispatcher")
    held = room.one("SELECT claimed_until - room.room_now() FROM room.case_file WHERE case_id = %s", (case,))
    assert 290 < held.total_seconds() <= 300
    room.query("UPDATE room.case_file SET claimed_until = room.room_now() WHERE case_id = %s", (case,))
    assert room.one(CLAIM, (SUBDISTRICT, case), "second_dispatcher")["claimed_by"] == "1005"
    assert room.one(CLAIM, (SUBDISTRICT, case), "second_dispatcher")["claimed_by"] == "1005", "held on"
    assert room.one(RELEASE, (SUBDISTRICT, case), "dispatcher")["claimed_by"] == "1005", "somebody else's stays"
    assert room.one(RELEASE, (SUBDISTRICT, case), "second_dispatcher")["claimed_by"] is None
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY)


def test_filing_claims_the_case_file(room):
    case = room.case_in("pending_dispatch")
    assert (room.case(case)["claimed_by"], room.case(case)["claimed_role"]) == ("1001", "acceptor")


@pytest.mark.parametrize(("post", "code"), [("analyst", "not_authorised"), ("neighbour", "unknown_case")])
def test_nobody_claims_what_he_could_not_act_on(room, post, code):
    with pytest.raises(RoomError) as caught:
        room.query(CLAIM, (SUBDISTRICT, room.case_in("pending_dispatch")), post)
    assert caught.value.code == f"room.{code}"


def test_two_who_claim_at_once_are_one(room):
    case = room.case_in("pending_dispatch")
    sessions = {post: room.connect(post) for post in ("dispatcher", "second_dispatcher")}
    answers = []

    def claim(post: str) -> None:
        with sessions[post].cursor() as cursor:
            try:
                cursor.execute(CLAIM, (SUBDISTRICT, case))
                answers.append("claimed")
            except psycopg2.Error as error:
                answers.append(from_database(error).code)

    threads = [threading.Thread(target=claim, args=(post,)) for post in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert sorted(answers) == ["claimed", "room.claimed"]


def test_who_comes_too_late_hears_what_happened_since(room):
    case = room.case_in("pending_dispatch")
    room.step("second_dispatcher", case, "dispatch", department_code=PROPERTY)
    room.step("officer", case, "assign", handler="2002")
    error = room.refusal("dispatcher", case, "return_to_acceptor", version=2, reason="not ours")
    assert error.code == "room.stale_version"
    now = {key: error.params[key] for key in ("expected", "version", "state", "action", "staff", "department")}
    assert now == {
        "expected": 2, "version": 4, "state": "handling", "action": "assign", "staff": "officer", "department": PROPERTY
    }  # fmt: skip
    since = [(row["version"], row["action"], row["staff"]) for row in error.params["since"]]
    assert since == [(3, "dispatch", "1005"), (4, "assign", "2001")]
