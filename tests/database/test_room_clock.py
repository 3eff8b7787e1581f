"""The room's clock: the server's, and nobody's to turn but in a demo."""

import datetime as dt

import psycopg2
import pytest


def now(room):
    return room.query("SELECT room.room_now(), clock_timestamp()")[0]


def test_the_rooms_clock_is_the_servers(room):
    assert abs(now(room)[0] - now(room)[1]) < dt.timedelta(seconds=2)
    assert room.one("SELECT room.room_today() = (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date")


@pytest.mark.parametrize(
    "change",
    [
        "demo_rate = 60",
        "demo_room_time = '2020-01-01'",
        "demo_room_time = '2020-01-01', demo_server_time = now()",
        "is_demo = true, demo_rate = 60, demo_room_time = '2020-01-01'",
        "is_demo = true, demo_rate = 0",
    ],
)
def test_outside_a_demo_even_the_superuser_cannot_turn_it(room, change):
    with pytest.raises(psycopg2.IntegrityError):
        room.session().cursor().execute(f"UPDATE room.room_info SET {change}")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE room.room_info SET is_demo = true",
        "UPDATE room.room_info SET srid = 4490",
        "UPDATE room.room_info SET created_at = now() - interval '1 year'",
        "DELETE FROM room.room_info",
        "TRUNCATE room.room_info",
    ],
)
def test_a_room_with_case_files_never_becomes_a_demo(own_room, statement):
    own_room.report()
    with pytest.raises(psycopg2.Error) as caught:
        own_room.session().cursor().execute(statement)
    assert caught.value.pgcode == "CB001"


def make_demo(room, moment: str, rate: int) -> None:
    room.query(
        "UPDATE room.room_info SET is_demo = true, demo_room_time = %s, demo_server_time = clock_timestamp(),"
        " demo_rate = %s",
        (moment, rate),
    )


def test_a_demo_made_as_such_has_an_offset_and_a_rate(own_room):
    make_demo(own_room, "2026-07-01 22:00+08", 3600)
    first = now(own_room)
    own_room.query("SELECT pg_sleep(0.2)")
    second = now(own_room)
    assert first[0].date() == dt.date(2026, 7, 1)
    ratio = (second[0] - first[0]) / (second[1] - first[1])
    assert ratio == pytest.approx(3600, rel=0.02)
    own_room.report()
    own_room.query("UPDATE room.room_info SET demo_rate = 60")
    with pytest.raises(psycopg2.Error):
        own_room.session().cursor().execute(
            "UPDATE room.room_info SET is_demo = false, demo_room_time = NULL, demo_server_time = NULL, demo_rate = 1"
        )


def test_a_blocked_fire_lane_reported_at_ten_at_night_is_due_at_ten_next_morning(own_room):
    """The whole way: intake, filing and dispatch at 22:00 of a working day, two working hours."""
    make_demo(own_room, "2026-07-01 22:00+08", 1)
    case = own_room.case_in("pending_handle", class_code="09012")
    limit = own_room.query("SELECT limit_amount, limit_unit FROM room.class_condition WHERE kind = 'event'"
                           " AND class_code = '09012' AND condition_no = 1")  # fmt: skip
    assert limit == [(2, "working_hour")]
    assert own_room.one("SELECT deadline_at = '2026-07-02 10:00+08' FROM room.case_file WHERE case_id = %s", (case,))
    assert own_room.one("SELECT yellow_at = '2026-07-02 09:30+08' FROM room.case_file WHERE case_id = %s", (case,))


def test_a_claimed_time_is_kept_and_never_counts_as_first_found(room):
    case = room.report(claimed_found_at="2020-01-01 00:00:00+08")["case_id"]
    claimed, server = room.query(
        "SELECT claimed_found_at = '2020-01-01 00:00+08', first_found_at > now() - interval '1 minute'"
        " FROM room.case_file WHERE case_id = %s",
        (case,),
    )[0]
    assert claimed
    assert server


@pytest.mark.parametrize("key", ["first_found_at", "at", "filed_at", "deadline_at", "closed_at", "state"])
def test_a_client_cannot_send_times_or_states_along(room, key):
    case = room.report(**{key: "2020-01-01 00:00:00+08"})["case_id"]
    room.step("acceptor", case, "file", condition_no=1, **{key: "2020-01-01 00:00:00+08"})
    stored = room.case(case)
    assert stored["state"] == "pending_dispatch"
    assert stored["version"] == 2
    for column in ("first_found_at", "filed_at"):
        assert not stored[column].startswith("2020")
    assert stored["deadline_at"] is None


def test_stage_clocks_run_as_the_table_says(room):
    """Accept 15, verify 30, dispatch 15, check 30 minutes; yellow when a quarter is left."""
    for state, clock, minutes in [
        ("reported", "accept", 15),
        ("verifying", "verify", 30),
        ("pending_dispatch", "dispatch", 15),
        ("checking", "check", 30),
    ]:
        case = room.case_in(state)
        found = room.query(
            "SELECT clock, due_at - clock_started_at, yellow_at - clock_started_at FROM room.case_file"
            " WHERE case_id = %s",
            (case,),
        )[0]
        assert found == (clock, dt.timedelta(minutes=minutes), dt.timedelta(minutes=minutes * 0.75)), state
    assert room.case(room.case_in("feedback"))["due_at"] is None
