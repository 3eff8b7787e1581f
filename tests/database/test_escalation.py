"""Whom the room turns to when a unit does nothing: once, in time, and never for what has moved on."""

import threading

import pytest
from little_room import (
    FIRE_LANE,
    MANHOLE,
    PROFILE,
    PROPERTY,
    SANITATION,
    SUBDISTRICT,
    UTILITY,
    LittleRoom,
)
from psycopg2.extras import Json

from community_brain_plugin.database.importing.founding import Founding, found, read_table
from community_brain_plugin.errors import RoomError

#: Somebody does something with the order: (post, action, payload).
REACTIONS = {
    "takes it": ("officer", "assign", {"handler": "2002"}),
    "sends it back": ("officer", "return_to_dispatcher", {"reason": "not ours"}),
    "asks for time": ("officer", "ask_extend", {"reason": "parts"}),
    "is done, as he says by phone": (
        "dispatcher",
        "handled_on_behalf",
        {"reason": "by phone", "said_by": "Zhao", "channel": "phone", "said_at": "2026-01-05T09:00:00+08:00"},
    ),
}


def after(room: LittleRoom, *levels: tuple[float, str], class_code: str = MANHOLE) -> None:
    """Have units told so many minutes after one of property's orders was left alone, and no others any more."""
    room.query("DELETE FROM room.responsibility WHERE priority = 10 AND class_code = %s", (class_code,))
    steps = [{"minutes": minutes, "department_code": unit} for minutes, unit in levels]
    room.query(
        "INSERT INTO room.responsibility (subdistrict, profile, kind, class_code, department_code, escalation,"
        " priority, valid_from) VALUES (%s, %s, 'event', %s, %s, %s, 10, '2020-01-01')",
        (SUBDISTRICT, PROFILE, class_code, PROPERTY, Json(steps)),
    )


def ordered(room: LittleRoom, state: str = "pending_handle") -> int:
    """Lead an open manhole, whose limit runs by the clock, to property."""
    return room.case_in(state, class_code=MANHOLE)


def escalate(room: LittleRoom) -> int:
    return room.one("SELECT desk.escalate_due()", post="service")


def earlier(room: LittleRoom, case: int, span: str) -> None:
    """Let the orders have been sent earlier."""
    room.query(
        "UPDATE room.escalation SET (ordered_at, due_at) = (ordered_at - %s::interval, due_at - %s::interval)"
        " WHERE case_id = %s",
        (span, span, case),
    )


def told(room: LittleRoom, case: int) -> list[str]:
    """Return the units that were told, from the case file's log."""
    statement = (
        "SELECT payload ->> 'escalated_to' FROM desk.case_log"
        " WHERE case_id = %s AND action = 'escalate' ORDER BY version"
    )
    return [unit for (unit,) in room.query(statement, (case,), "acceptor")]


def levels(room: LittleRoom, case: int, post: str = "dispatcher") -> list[tuple[object, ...]]:
    statement = "SELECT department_code, standing, told_at IS NOT NULL FROM desk.escalation_of(%s)"
    return room.query(statement, (case,), post)


def test_each_level_is_told_once_when_it_is_due(room):
    after(room, (60, SANITATION), (120, UTILITY))
    case = ordered(room)
    assert escalate(room) == 0
    assert levels(room, case) == [(SANITATION, "waiting", False), (UTILITY, "waiting", False)]
    earlier(room, case, "61 minutes")
    assert [escalate(room), escalate(room)] == [1, 0]
    assert levels(room, case) == [(SANITATION, "told", True), (UTILITY, "waiting", False)]
    earlier(room, case, "60 minutes")
    assert [escalate(room), escalate(room)] == [1, 0]
    assert told(room, case) == [SANITATION, UTILITY]
    stored = room.case(case)
    assert (stored["state"], stored["department_code"]) == ("pending_handle", PROPERTY), "a notice, not a dispatch"
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_the_log_says_that_the_service_did_it_and_not_a_person(room):
    after(room, (0, SANITATION))
    case = ordered(room)
    assert escalate(room) == 1
    query = "SELECT staff_number, role, axis, payload FROM desk.case_log WHERE case_id = %s AND action = 'escalate'"
    assert room.query(query, (case,), "acceptor") == [
        (None, "service", "none", {"level": 1, "after_minutes": 0, "escalated_to": SANITATION, "channel": "text"})
    ]


def test_the_notice_goes_by_the_next_unit_s_own_channel_and_the_order_stays_what_it_was(room):
    after(room, (0, SANITATION), (0, UTILITY))
    case = ordered(room)
    assert escalate(room) == 2
    query = "SELECT level, channel, department_code, body -> 'escalation' ->> 'department_code', state FROM desk.outbox"
    rows = room.query(query + " WHERE case_id = %s ORDER BY level NULLS FIRST", (case,), "dispatcher")
    assert rows == [
        (None, "slip", PROPERTY, None, "pending"),
        (1, "text", SANITATION, SANITATION, "pending"),
        (2, "webhook", UTILITY, UTILITY, "pending"),
    ]
    assert room.one("SELECT channel FROM desk.order_state WHERE case_id = %s", (case,), "dispatcher") == "slip"
    assert UTILITY in {
        row[0]
        for row in room.query("SELECT body #>> '{escalation,department_code}' FROM desk.due_webhooks(9)", (), "service")
    }
    notice = room.one("SELECT outbox_id FROM desk.outbox WHERE case_id = %s AND level = 1", (case,), "dispatcher")
    room.query("SELECT desk.notice_hand(%s, 'by phone')", (notice,), "dispatcher")
    states = (
        "SELECT level, state FROM desk.outbox WHERE case_id = %s AND channel <> 'webhook' ORDER BY level NULLS FIRST"
    )
    assert room.query(states, (case,), "dispatcher") == [(None, "pending"), (1, "delivered")]


@pytest.mark.parametrize("reaction", REACTIONS)
def test_nobody_is_told_of_an_order_that_was_touched(room, reaction):
    after(room, (0, SANITATION), (60, UTILITY))
    case = ordered(room)
    post, action, payload = REACTIONS[reaction]
    room.step(post, case, action, **payload)
    earlier(room, case, "2 hours")
    assert escalate(room) == 0
    assert told(room, case) == []
    assert {standing for _, standing, _ in levels(room, case)} == {"over"}


def test_an_answer_by_voice_is_a_reaction_and_an_answer_to_a_notice_is_none(room):
    after(room, (0, SANITATION), (60, UTILITY))
    answered, noticed = ordered(room), ordered(room)
    answer = "SELECT desk.outbox_answer(outbox_id, 'on the way', 'Zhao', 'phone') FROM desk.outbox WHERE case_id = %s"
    room.query(answer, (answered,), "dispatcher")
    assert escalate(room) == 1
    room.query(answer + " AND level = 1", (noticed,), "dispatcher")
    for case in (answered, noticed):
        earlier(room, case, "61 minutes")
    assert escalate(room) == 1
    assert (told(room, answered), told(room, noticed)) == ([], [SANITATION, UTILITY])


def test_a_second_dispatch_starts_anew_and_the_first_one_s_levels_are_over(room):
    after(room, (30, SANITATION))
    case = ordered(room, "returned_dispatcher")
    room.step("dispatcher", case, "redispatch", department_code=PROPERTY, reason="it is yours")
    earlier(room, case, "31 minutes")
    assert [escalate(room), escalate(room)] == [1, 0]
    assert told(room, case) == [SANITATION]


def test_a_suspension_stops_the_minutes(own_room):
    after(own_room, (60, SANITATION))
    case = ordered(own_room, "suspended")
    with own_room.connect(autocommit=False) as forging, forging.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE room.case_log SET at = at - interval '30 minutes' WHERE case_id = %s AND action = 'suspend'",
            (case,),
        )
    earlier(own_room, case, "50 minutes")
    own_room.query(
        "UPDATE room.escalation SET due_at = room.room_now() - interval '1 minute' WHERE case_id = %s", (case,)
    )
    assert escalate(own_room) == 0
    assert levels(own_room, case) == [(SANITATION, "paused", False)]
    own_room.step("dispatcher", case, "resume")
    assert escalate(own_room) == 0, "only 20 of the 50 minutes count"
    left = (
        "SELECT round(extract(epoch FROM due_at - room.room_now()) / 60)::int FROM room.escalation WHERE case_id = %s"
    )
    assert own_room.one(left, (case,)) == 40


def test_a_notice_nobody_passed_on_is_owed_by_the_next_shift_until_the_unit_does_something(room):
    after(room, (0, SANITATION))
    case = ordered(room)
    assert escalate(room) == 1
    number = room.case(case)["case_number"]

    def owed() -> list[str]:
        facts = room.one("SELECT desk.shift_owed(%s, n, n) FROM room.room_now() n", (SUBDISTRICT,))
        return sorted(row["department_zh"] for row in facts["deliveries"] if row["case_number"] == number)

    assert owed() == ["安居物业", "环卫所"]
    room.step("officer", case, "assign", handler="2002")
    assert owed() == ["安居物业"]


def test_minutes_run_as_the_limit_does_in_working_time_or_by_the_clock(room):
    for code in (MANHOLE, FIRE_LANE):
        after(room, (60, SANITATION), class_code=code)
    due = "SELECT desk.escalation_due(c, %s::timestamptz, 60) FROM room.case_file c WHERE case_id = %s"
    inside = room.connect().cursor()
    inside.execute("SET search_path = room, desk, public")
    for code, local in ((MANHOLE, "2026-01-05 23:00"), (FIRE_LANE, "2026-01-06 09:00")):
        case = room.case_in("pending_handle", class_code=code)
        inside.execute(f"SELECT ({due}) = %s::timestamptz", ("2026-01-05 22:00+08", case, f"{local}+08"))
        assert inside.fetchone() == (True,), code


def test_the_unit_itself_and_a_unit_that_ended_are_not_told(own_room):
    after(own_room, (0, PROPERTY), (0, SANITATION), (0, UTILITY))
    case = ordered(own_room)
    own_room.query("UPDATE room.department SET valid_to = '2021-01-01' WHERE department_code = %s", (SANITATION,))
    assert escalate(own_room) == 1
    assert told(own_room, case) == [UTILITY]


def test_what_the_client_sends_as_escalation_counts_for_nothing(room):
    after(room)
    case = ordered(room, "pending_dispatch")
    forged = [{"minutes": 0, "department_code": SANITATION}]
    room.step("dispatcher", case, "dispatch", department_code=PROPERTY, reason="x", escalation=forged)
    assert escalate(room) == 0
    assert levels(room, case) == []


def test_many_services_at_once_tell_each_level_once(room):
    after(room, (0, SANITATION), (0, UTILITY))
    cases = [ordered(room) for _ in range(12)]
    together = threading.Barrier(6)
    sums: list[int] = []

    def serve() -> None:
        session = room.connect("service")
        with session.cursor() as cursor:
            together.wait(30)
            for _ in range(4):
                cursor.execute("SELECT desk.escalate_due(7)")
                sums.append(cursor.fetchone()[0])

    threads = [threading.Thread(target=serve) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    while escalate(room):
        sums.append(0)
    assert [told(room, case) for case in cases] == [[SANITATION, UTILITY]] * 12
    notices = "SELECT count(*) FROM room.outbox WHERE level IS NOT NULL AND case_id = ANY (%s)"
    assert room.one(notices, (cases,)) == 24
    assert room.query("SELECT * FROM desk.verify_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_a_case_file_somebody_is_acting_on_is_looked_at_the_next_time(room):
    after(room, (0, SANITATION))
    case = ordered(room)
    busy = room.connect("officer", autocommit=False)
    busy.cursor().execute(
        "SELECT desk.case_step(%s, %s, 'assign', '{\"handler\": \"2002\"}', 3, gen_random_uuid())", (SUBDISTRICT, case)
    )
    assert escalate(room) == 0
    busy.commit()
    assert escalate(room) == 0
    assert levels(room, case, "officer") == [(SANITATION, "over", False)]


def test_the_levels_of_a_case_file_are_told_to_those_who_see_it(room):
    after(room, (60, SANITATION))
    case = ordered(room)
    assert len(levels(room, case, "officer")) == 1
    for stranger in ("other_officer", "neighbour"):
        assert levels(room, case, stranger) == []
        assert room.query("SELECT * FROM room.escalation WHERE case_id = %s", (case,), stranger) == []


def table(tmp_path, *escalations: str):
    """Write a responsibility table of one row for each escalation, as a city's people do in a spreadsheet."""
    path = tmp_path / "responsibilities.csv"
    rows = [f"event,{MANHOLE},{PROPERTY},{number},{text}" for number, text in enumerate(escalations, start=1)]
    path.write_text("\n".join(["kind,class_code,department_code,priority,escalation", *rows]), encoding="utf-8")
    return Founding(SUBDISTRICT, responsibilities=read_table(path))


def test_the_table_of_a_city_says_whom_to_turn_to_and_loading_it_again_changes_nothing(own_room, tmp_path):
    founding = table(tmp_path, f"120:{UTILITY} 60:{SANITATION}", "")
    owner = own_room.connect(autocommit=False)
    assert found(owner, founding)["responsibilities"] > 0
    assert found(owner, founding)["responsibilities"] == 0
    kept = own_room.query("SELECT escalation FROM room.responsibility WHERE valid_to IS NULL ORDER BY priority")
    levels = [{"minutes": 60, "department_code": SANITATION}, {"minutes": 120, "department_code": UTILITY}]
    assert kept == [(levels,), ([],)]
    case = ordered(own_room)
    earlier(own_room, case, "61 minutes")
    assert (escalate(own_room), told(own_room, case)) == (1, [SANITATION])
    assert found(owner, table(tmp_path, f"90:{SANITATION}", ""))["responsibilities"] == 2, "one goes, one comes"


@pytest.mark.parametrize(
    "wrong", ["60", "60 D02", "soon:D02", "-5:D02", "60:D99", "99999:D02", "60:D02:D03", "1.5:D02"]
)
def test_a_row_whose_escalation_nobody_could_follow_is_named_with_its_field(room, tmp_path, wrong):
    owner = room.connect(autocommit=False)
    with pytest.raises(RoomError) as refused:
        found(owner, table(tmp_path, "", wrong))
    assert refused.value.params == {"table": "responsibilities", "row": 2, "field": "escalation", "value": wrong}
