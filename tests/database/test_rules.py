"""A city's own rules: written as tables, changed by hand, put back, checked as a whole, and kept by later versions."""

import argparse
import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from case_ways import found_by
from little_room import FIRE_LANE, MANHOLE, PROFILE, PROPERTY, SUBDISTRICT

from community_brain_plugin.cases import commands, records
from community_brain_plugin.database import migration, rules
from community_brain_plugin.errors import RoomError
from community_brain_plugin.wording import say

Rows = list[dict[str, str]]
MONITOR_WHEN_NORMAL = {"state": "normal", "action": "monitor"}


def written(room, folder: Path, profile: str | None = None) -> dict[str, int]:
    return {table: count for table, (_, count) in rules.write(room.connect(), folder, profile).items()}


def change(folder: Path, table: str, edit: Callable[[Rows], Rows | None]) -> None:
    """Change a table as somebody does in a spreadsheet."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    columns = list(rows[0])
    rows = edit(rows) or rows
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        out = csv.DictWriter(stream, columns, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)


def only(folder: Path, *tables: str) -> None:
    for path in folder.glob("*.csv"):
        if path.stem not in tables:
            path.unlink()


def put(room, folder: Path, **options: bool) -> dict[str, dict[str, int]]:
    return rules.load(room.connect(autocommit=False), folder, **options)


def refusal(room, folder: Path) -> RoomError:
    """Return why the tables are refused; an error of no code when they are not."""
    try:
        answer = put(room, folder)
    except RoomError as error:
        return error
    return RoomError("taken", field=answer)


def setting(action: str, /, **columns: str) -> Callable[[Rows], None]:
    """Return a change of every row of an action."""

    def edit(rows: Rows) -> None:
        for row in rows:
            if row["action"] == action:
                row.update(columns)

    return edit


def without(*actions: str) -> Callable[[Rows], Rows]:
    return lambda rows: [row for row in rows if row["action"] not in actions]


def test_rules_as_they_are_written_are_the_rules_in_force(own_room, tmp_path):
    counts = written(own_room, tmp_path)
    first = put(own_room, tmp_path)
    assert {table: answer["removed"] for table, answer in first.items()} == dict.fromkeys(counts, 0)
    # What the program brings for every profile is this profile's own now; the rest was it already.
    own = {"case_transition", "case_limit", "stage_limit", "operating_stage_limit", "profile_calendar"}
    assert {table for table, answer in first.items() if answer["added"]} == own
    assert all(first[table]["added"] == counts[table] for table in own)
    assert not any(sum(answer.values()) for answer in put(own_room, tmp_path).values()), "twice is once"
    assert own_room.case(own_room.case_in("closed"))["state"] == "closed"


def test_a_city_with_other_ways_changes_a_table(own_room, tmp_path):
    """A clock that stands still while an order is sent back; the acceptor urges; no quick closes; one extension."""
    before = own_room.case_in("returned_dispatcher", class_code=MANHOLE)
    assert own_room.case(before)["clock"] == "handle"
    written(own_room, tmp_path)
    change(tmp_path, "case_transition", setting("return_to_dispatcher", clock_effect="pause"))
    change(tmp_path, "case_transition", setting("redispatch", clock_effect="continue"))
    change(tmp_path, "case_transition", setting("urge", role="acceptor", reason_required="false"))
    change(tmp_path, "case_transition", without("quick_close", "draw_recheck", "recheck"))
    change(
        tmp_path, "case_limit", lambda rows: [{**row, "amount": "1"} for row in rows if row["rule"] == "extend_times"]
    )
    only(tmp_path, "case_transition", "case_limit")
    put(own_room, tmp_path)
    case = own_room.case_in("returned_dispatcher", class_code=MANHOLE)
    stood = own_room.case(case)
    assert (stood["clock"], stood["due_at"]) == ("paused", None)
    own_room.query("UPDATE room.case_file SET clock_started_at = clock_started_at - interval '1 hour',"
                   " deadline_at = deadline_at - interval '1 hour', paused_due_at = paused_due_at - interval '1 hour',"
                   " paused_yellow_at = paused_yellow_at - interval '1 hour' WHERE case_id = %s", (case,))  # fmt: skip
    own_room.step("dispatcher", case, "redispatch", department_code=PROPERTY)
    again = own_room.case(case)
    moved = dt.datetime.fromisoformat(again["deadline_at"]) - dt.datetime.fromisoformat(stood["deadline_at"])
    assert dt.timedelta(0) < moved < dt.timedelta(minutes=1), "as much time is left as there was"
    assert again["due_at"] == again["deadline_at"]
    own_room.step("acceptor", case, "urge")
    assert own_room.refusal("shift_leader", case, "urge", reason="x").code == "room.wrong_role"
    assert own_room.refusal("collector", found_by(own_room, "collector"), "quick_close").code == "room.unknown_action"
    own_room.step("officer", case, "ask_extend", reason="parts")
    own_room.step("dispatcher", case, "extend")
    assert own_room.refusal("officer", case, "ask_extend", reason="again").code == "room.used_up"
    # What the desk offers follows the same rows.
    known = records.rules(own_room.session("acceptor")).transitions
    assert known.limits["extend_times"] == 1
    log = own_room.query(
        "SELECT key, action, details FROM desk.room_log WHERE subject = 'rules' ORDER BY key", post="acceptor"
    )
    assert [row[:2] for row in log] == [("case_limit", "set"), ("case_transition", "set")]
    assert log[0][2] == {"scopes": [PROFILE], "added": 1, "removed": 0}
    assert own_room.query("SELECT * FROM desk.verify_room_log(%s)", (SUBDISTRICT,), "acceptor") == []


def test_other_profiles_keep_the_rules_of_the_program(own_room, tmp_path):
    older = "GB/T 30428.2-2013"
    written(own_room, tmp_path, older)
    change(tmp_path, "case_transition", without("urge"))
    only(tmp_path, "case_transition")
    put(own_room, tmp_path)
    own_room.step("shift_leader", own_room.case_in("pending_handle"), "urge", reason="x")
    kept = own_room.query("SELECT DISTINCT profile FROM room.known_step WHERE action = 'urge' ORDER BY 1")
    assert [profile for (profile,) in kept] == ["CJ/T 214-2007", PROFILE]


def test_a_city_adds_the_holidays_of_a_year_and_leaves_the_others_alone(own_room, tmp_path):
    written(own_room, tmp_path)
    days = own_room.one("SELECT count(*) FROM room.calendar_day")
    holiday = {"calendar": "cn", "day": "2027-10-01", "kind": "holiday", "name_zh": "国庆节", "name_en": "National Day"}
    # A spreadsheet writes days in its own way.
    change(tmp_path, "calendar_day", lambda rows: [holiday, {**holiday, "day": "2027/1/1", "name_zh": "元旦"}])
    change(tmp_path, "calendar_hours", lambda rows: [{"calendar": "cn", "starts": "09:00", "ends": "17:00"}])
    only(tmp_path, "calendar_day", "calendar_hours")
    assert put(own_room, tmp_path)["calendar_day"] == {"added": 2, "removed": 0}
    assert own_room.one("SELECT count(*) FROM room.calendar_day") == days + 2
    due = "SELECT desk.deadline('2027-09-30 16:00+08', 2, 'working_hour') AT TIME ZONE 'Asia/Shanghai'"
    assert own_room.one(due) == dt.datetime(2027, 10, 4, 10)


def test_the_limits_of_a_profile_run_by_its_own_calendar_in_its_own_time_zone(own_room, tmp_path):
    """Offices in the west work by the sun: the clock that hangs there counts, by every way to a deadline."""
    written(own_room, tmp_path)
    west = {"calendar": "west", "name_zh": "西部", "name_en": "West", "timezone": "Asia/Urumqi"}
    change(tmp_path, "calendar", lambda rows: [west])
    change(tmp_path, "calendar_hours", lambda rows: [{"calendar": "west", "starts": "09:00", "ends": "17:00"}])
    change(tmp_path, "profile_calendar", lambda rows: [{**row, "calendar": "west"} for row in rows])
    only(tmp_path, "calendar", "calendar_hours", "profile_calendar")
    coming = own_room.one("SELECT room.room_today() + 60")
    known = "INSERT INTO room.calendar_day VALUES ('cn', %s, 'holiday', '节', 'Feast') ON CONFLICT DO NOTHING"
    own_room.query(known, (coming,))
    assert rules.unknown_year(own_room.session()) is None
    put(own_room, tmp_path)
    assert rules.unknown_year(own_room.session()) == coming.year, "of the new calendar no year is known"
    ends = {"deadline_at": dt.datetime.combine(coming, dt.time(12), dt.UTC), "condition_no": 1}
    west_lane = {"profile": PROFILE, "kind": "event", "class_code": FIRE_LANE, **ends}
    at_a_desk = records.rules(own_room.session("acceptor"))
    assert at_a_desk.unknown_year(west_lane) == coming.year
    assert at_a_desk.unknown_year({**west_lane, "class_code": MANHOLE}) is None, "clock hours need no calendar"
    due = "SELECT desk.deadline('2026-10-01 18:00+08', 2, 'working_hour') AT TIME ZONE 'Asia/Urumqi'"
    assert own_room.one(due) == dt.datetime(2026, 10, 2, 10), "16:00 there, and no holiday is known"
    expected = """
        SELECT deadline_at = desk.deadline(dispatched_at, k.limit_amount, k.limit_unit, 'west'),
               deadline_at = desk.deadline(dispatched_at, k.limit_amount, k.limit_unit, 'cn')
        FROM room.case_file JOIN room.class_condition k USING (profile, kind, class_code, condition_no)
        WHERE case_id = %s
    """
    for _ in range(2):
        # The second one by what is kept of the first.
        assert own_room.query(expected, (own_room.case_in("pending_handle"),)) == [(True, False)]
    # The same calendar in another zone, the rest of it as it was.
    change(tmp_path, "calendar", lambda rows: [{**west, "timezone": "Asia/Shanghai"}])
    assert put(own_room, tmp_path)["calendar"] == {"added": 1, "removed": 1}
    assert own_room.one(due.replace("Asia/Urumqi", "Asia/Shanghai")) == dt.datetime(2026, 10, 2, 11)


def test_how_much_is_left_when_a_limit_turns_yellow_is_a_city_s_to_say(own_room, tmp_path):
    """Four tenths of it instead of a quarter, of stages and of the deadline, by every way, and of an extension too."""
    written(own_room, tmp_path)
    yellow = {"rule": "yellow_percent", "amount": "40", "name_zh": "黄", "name_en": "Yellow"}
    change(tmp_path, "case_limit", lambda rows: [yellow | {"profile": PROFILE}])
    only(tmp_path, "case_limit")
    put(own_room, tmp_path)
    left = """
        SELECT round(extract(epoch FROM due_at - yellow_at) / extract(epoch FROM due_at - clock_started_at), 6)
        FROM room.case_file WHERE case_id = %s
    """
    for state in ("reported", "verifying", "pending_dispatch", "checking"):
        assert float(own_room.one(left, (own_room.case_in(state),))) == 0.4, state
    # Two clock hours, kept of the first dispatch for the second.
    for _ in range(2):
        case = own_room.case_in("handling", class_code=MANHOLE)
        assert float(own_room.one(left, (case,))) == 0.4
    own_room.step("officer", case, "ask_extend", reason="parts")
    own_room.step("dispatcher", case, "extend")
    assert own_room.one("SELECT due_at - yellow_at FROM room.case_file WHERE case_id = %s", (case,)) == dt.timedelta(
        minutes=48
    )


def test_a_year_that_the_calendar_does_not_know_is_named_before_limits_reach_it(own_room, monkeypatch, capsys):
    year = own_room.one("SELECT extract(year FROM room.room_today() + 60)::integer")
    own_room.query("DELETE FROM room.calendar_day WHERE extract(year FROM day) = %s", (year,))
    assert rules.unknown_year(own_room.session()) == year
    monkeypatch.setattr(commands, "open_room", lambda arguments: own_room.connect("service"))
    commands.verify(argparse.Namespace(subdistrict=SUBDISTRICT, seal=None))
    assert say("rules.unknown_year", year=year) in capsys.readouterr().out
    day = (f"{year}-10-01",)
    own_room.query("INSERT INTO room.calendar_day VALUES ('cn', %s, 'holiday', '国庆节', 'National Day')", day)
    assert rules.unknown_year(own_room.session()) is None


@pytest.mark.parametrize("name", ["calender_day.csv", "节假日 2027.csv", "calendar_day.xlsx", "Case_Transition.CSV"])
def test_a_table_under_a_name_that_is_none_is_named_and_nothing_is_loaded(own_room, tmp_path, name):
    written(own_room, tmp_path)
    change(tmp_path, "case_limit", lambda rows: [{**row, "amount": "9"} for row in rows])
    only(tmp_path, "case_limit")
    (tmp_path / name).write_text("calendar,day,kind\n", encoding="utf-8")
    limits = own_room.query("SELECT * FROM room.case_limit ORDER BY 1, 2")
    with pytest.raises(RoomError) as refused:
        put(own_room, tmp_path)
    assert refused.value.code == "rules.unknown_file"
    assert name in str(refused.value)
    assert own_room.query("SELECT * FROM room.case_limit ORDER BY 1, 2") == limits
    (tmp_path / name).rename(tmp_path / f"~${name}")
    (tmp_path / "README.md").write_text("what we changed, and why", encoding="utf-8")
    assert "case_limit" in put(own_room, tmp_path), "notes, and what a spreadsheet leaves beside a table, are no tables"


def test_a_check_changes_nothing(own_room, tmp_path):
    written(own_room, tmp_path)
    assert put(own_room, tmp_path, check_only=True)["case_transition"]["added"] > 50
    assert own_room.one("SELECT count(*) FROM room.case_transition WHERE profile <> 'default'") == 0
    assert own_room.query("SELECT * FROM room.room_log WHERE subject = 'rules'") == []


#: What must not come of a change: the table, the change, the refusal, the field it names.
WRONG: list[tuple[str, Callable[[Rows], Rows | None], str, str | None]] = [
    ("case_transition", setting("dispatch", guard="department luck"), "bad_rule", "guard"),
    ("case_transition", setting("close", guard="none"), "bad_rule", "guard"),
    ("case_transition", setting("force_close", guard="none"), "bad_rule", "guard"),
    ("case_transition", setting("file", clock_effect="start_tea"), "bad_rule", "clock_effect"),
    ("case_transition", setting("close", axis="command", role="dispatcher"), "bad_rule", "axis"),
    ("case_transition", setting("urge", role="dispatcher"), "bad_rule", "role"),
    ("case_transition", setting("urge", role="king"), "bad_rule", "role"),
    ("case_transition", setting("assign", to_state="nowhere"), "bad_rule", "to_state"),
    ("case_transition", setting("confirm_handling", to_state="closed"), "bad_rule", "to_state"),
    ("case_transition", setting("evaluate", to_state="reported"), "bad_rule", "to_state"),
    ("case_transition", setting("close", to_state="feedback"), "bad_rule", "to_state"),
    ("case_transition", setting("urge", pending_from="tea"), "bad_rule", "pending_from"),
    ("case_transition", setting("urge", action="shout"), "bad_rule", "action"),
    ("case_transition", setting("urge", profile="mars"), "bad_rule", "profile"),
    ("case_transition", setting("urge", profile="default"), "import.bad_row", "profile"),
    ("case_transition", setting("urge", reason_required="perhaps"), "import.bad_row", "reason_required"),
    ("case_transition", setting("urge", position=""), "import.bad_row", "position"),
    ("case_transition", lambda rows: [*rows, rows[0] | {"position": "7"}], "import.bad_row",
     "profile, action, from_state, role"),
    ("case_transition", without("close"), "no_way_on", None),
    ("case_transition", without("assign", "handled_on_behalf", "return_to_dispatcher", "suspend"), "no_way_on", None),
    ("case_transition", without("resume"), "no_way_on", None),
    ("case_transition", lambda rows: [row for row in rows if row["action"] != "resume" or row["role"] != "service"],
     "no_service_step", None),
    ("case_transition", without("draw_recheck"), "no_service_step", None),
    # Nobody gets there any more, but a case file stands there.
    ("case_transition", without("send_verify", "verify_result"), "no_way_on", None),
    ("class_condition", lambda rows: [row for row in rows if row["class_code"] != FIRE_LANE], "condition_in_use", None),
    ("class_condition", lambda rows: [{**row, "limit_amount": "0"} for row in rows], "import.bad_row", "limit_amount"),
    ("class_condition", lambda rows: [{**row, "limit_unit": "moon"} for row in rows], "import.bad_row", "limit_unit"),
    ("class_condition", lambda rows: [{**row, "class_code": "1"} for row in rows[:1]], "import.bad_row",
     "profile, kind, class_code"),
    ("stage_limit", lambda rows: [{**row, "minutes": "soon"} for row in rows], "import.bad_row", "minutes"),
    ("calendar_day", lambda rows: [{**row, "day": "2027-02-30"} for row in rows], "import.bad_row", "day"),
    # What 06/02/2027 is nobody knows, unlike 2027/2/6; 2027-02-08 is a Monday, which is worked anyway.
    ("calendar_day", lambda rows: [{**row, "day": "06/02/2027"} for row in rows], "import.bad_row", "day"),
    ("calendar_day", lambda rows: [*rows, {**rows[-1], "day": "2027-02-08", "kind": "workday"}], "import.bad_row",
     "day, kind"),
    ("calendar_day", lambda rows: [{**row, "kind": "feast"} for row in rows], "import.bad_row", "kind"),
    ("calendar", lambda rows: [{**row, "timezone": "Mars/Olympus"} for row in rows], "import.bad_row", "timezone"),
    # No limit would ever end.
    ("profile_calendar", lambda rows: [{**row, "calendar": "moon"} for row in rows], "import.bad_row", "calendar"),
    ("profile_calendar", lambda rows: [{**row, "profile": "mine"} for row in rows], "import.bad_row", "profile"),
    ("case_limit", lambda rows: [{**row, "amount": "101"} for row in rows if row["rule"] == "yellow_percent"],
     "import.bad_row", "rule, amount"),
    ("calendar_hours", lambda rows: [*rows, {**rows[0], "starts": "11:30", "ends": "13:00"}], "import.bad_row",
     "starts, ends"),
    ("operating_action", setting("learn", roles="analyst king"), "import.bad_row", "roles"),
    ("operating_action", setting("learn", action="sing"), "import.bad_row", "action"),
    ("operating_action", without("learn"), "action_missing", None),
    ("operating_state_action", setting("learn", action="sing"), "import.bad_row", "action"),
    ("operating_state_action", without("recover"), "state_action_in_use", None),
    ("operating_task", setting("recover", action="respond"), "import.bad_row", "state, action"),
    ("case_limit", lambda rows: [{**row, "amount": "'); DROP TABLE room.case_limit; --"} for row in rows],
     "import.bad_row", "amount"),
]  # fmt: skip


def test_rules_on_which_case_files_would_break_are_refused_and_nothing_changes(own_room, tmp_path):
    own_room.case_in("verifying")
    own_room.case_in("pending_handle")
    tables = (
        "case_transition", "case_limit", "stage_limit", "class_condition", "calendar_day", "calendar_hours",
        "operating_action", "operating_state_action", "operating_task", "room_log",
    )  # fmt: skip
    contents = [f"SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM room.{table} t" for table in tables]
    before = [own_room.one(query) for query in contents]
    for table, edit, code, field in WRONG:
        written(own_room, tmp_path)
        change(tmp_path, table, edit)
        only(tmp_path, table)
        error = refusal(own_room, tmp_path)
        wanted = code if "." in code else f"room.{code}"
        assert (error.code, field and error.params["field"]) == (wanted, field), (table, str(error))
        assert [own_room.one(query) for query in contents] == before
    only(tmp_path)
    assert refusal(own_room, tmp_path).code == "rules.empty"


def test_the_owner_s_own_statements_make_no_rule_that_is_not_one(own_room):
    for change_, field in (
        ("UPDATE room.case_transition SET guard = 'none' WHERE action = 'close'", "guard"),
        ("UPDATE room.case_transition SET clock_effect = 'x' WHERE action = 'urge'", "clock_effect"),
        ("UPDATE room.case_transition SET role = 'acceptor' WHERE action = 'dispatch'", "role"),
    ):
        with pytest.raises(RoomError) as caught:
            own_room.query(change_)
        assert (caught.value.code, caught.value.params["field"]) == ("room.bad_rule", field)


def test_every_guard_there_is_a_name_for_is_known_to_the_steps(room):
    guards = [guard for (guard,) in room.query("SELECT guard FROM room.case_guard WHERE guard <> 'none'")]
    assert len(guards) > 20
    known = room.one("SELECT string_agg(prosrc, '') FROM pg_proc WHERE proname IN ('check_guard', 'check_side_guard')")
    assert [guard for guard in guards if f"'{guard}'" not in known] == []


@pytest.mark.parametrize("post", ["admin", "planner", "shift_leader", "service"])
def test_nobody_but_the_owner_puts_in_rules(room, tmp_path, post):
    written(room, tmp_path)
    with pytest.raises(RoomError) as caught:
        rules.load(room.connect(post, autocommit=False), tmp_path)
    assert caught.value.code == "database.no_right"


def test_what_a_room_changed_outlives_the_next_version(own_room, tmp_path):
    """A limit of its own, a holiday less, a step of its own profile: the next migration brings news and keeps these."""
    own_room.query(
        "UPDATE room.class_condition SET limit_amount = 7 WHERE profile = %s AND class_code = %s AND condition_no = 1",
        (PROFILE, FIRE_LANE),
    )
    own_room.query("DELETE FROM room.calendar_day WHERE day = '2026-05-04'")
    written(own_room, tmp_path)
    change(tmp_path, "case_transition", without("urge"))
    only(tmp_path, "case_transition")
    put(own_room, tmp_path)
    done = migration.migrate(own_room.parameters(), force=True)
    assert done.kept == {"calendar_day": 1, "class_condition": 1}
    amount = "SELECT limit_amount FROM room.class_condition WHERE profile = %s AND class_code = %s AND condition_no = 1"
    assert own_room.one(amount, (PROFILE, FIRE_LANE)) == 7
    assert own_room.query("SELECT * FROM room.calendar_day WHERE day = '2026-05-04'") == []
    case = own_room.case_in("pending_handle")
    assert own_room.refusal("shift_leader", case, "urge", reason="x").code == "room.unknown_action"


def test_lists_course_and_limits_of_operating_states_are_a_city_s_to_change(own_room, tmp_path):
    def listed(rows: Rows) -> Rows:
        own = {**rows[0], "task": "pumps", "state": "emergency", "action": "respond", "name_zh": "水泵就位"}
        return [
            *(row for row in rows if row["task"] != "units_sent"),
            {**own, "name_en": "Pumps", "repeat_minutes": ""},
        ]

    def beside(rows: Rows) -> Rows:
        return [row for row in rows if row["is_course"] == "true"]

    written(own_room, tmp_path)
    change(tmp_path, "operating_task", listed)
    change(tmp_path, "operating_transition", beside)
    change(tmp_path, "operating_class_limit", lambda rows: [{**row, "limit_amount": "3"} for row in rows])
    only(tmp_path, "operating_task", "operating_transition", "operating_class_limit", "operating_stage_limit")
    answer = put(own_room, tmp_path)
    assert answer["operating_task"] == {"added": 1, "removed": 1}
    assert answer["operating_transition"] == {"added": 0, "removed": 3}
    call = "SELECT desk.set_area_state('block', 'B1', %s, 'storm')"
    with pytest.raises(RoomError) as caught:
        own_room.query(call, ("emergency",), "shift_leader")
    assert caught.value.code == "room.operating_course"
    for state in ("pre_transition", "emergency"):
        own_room.query(call, (state,), "shift_leader")
    own_room.query(
        "SELECT desk.take_area_action('block', 'B1', 'respond',"
        """ '{"state": "emergency", "task": "pumps", "outcome": "done", "description": "x"}', gen_random_uuid())""",
        (),
        "shift_leader",
    )
    change(tmp_path, "operating_task", lambda rows: [row for row in rows if row["task"] != "pumps"])
    assert refusal(own_room, tmp_path).code == "room.task_in_use"
    case = own_room.case_in("pending_handle")
    limit = "SELECT deadline_at - clock_started_at FROM room.case_file WHERE case_id = %s"
    assert own_room.one(limit, (case,)) == dt.timedelta(hours=3)


def test_who_records_an_action_and_which_a_state_asks_for_are_a_city_s_to_change(own_room, tmp_path):
    """What was recorded before stays, though the state asks for it no more."""
    call = "SELECT desk.take_area_action('block', 'B1', %s, %s, gen_random_uuid())"
    done = '{"state": "normal", "outcome": "done", "description": "x"}'
    own_room.query(call, ("learn", done), "analyst")
    written(own_room, tmp_path)
    change(tmp_path, "operating_action", setting("learn", roles="evaluator", name_zh="总结"))
    change(tmp_path, "operating_state_action", lambda rows: [row for row in rows if row != MONITOR_WHEN_NORMAL])
    change(tmp_path, "operating_task", lambda rows: [row for row in rows if row["task"] != "sensors_looked_at"])
    only(tmp_path, "operating_action", "operating_state_action", "operating_task")
    answer = put(own_room, tmp_path)
    assert answer["operating_action"] == {"added": 1, "removed": 1}
    assert answer["operating_state_action"] == {"added": 0, "removed": 1}
    own_room.query(call, ("learn", done), "evaluator")
    for post, action, code in (("analyst", "learn", "wrong_role"), ("shift_leader", "monitor", "operating_action")):
        with pytest.raises(RoomError) as caught:
            own_room.query(call, (action, done), post)
        assert caught.value.code == f"room.{code}"
    told = own_room.query("SELECT DISTINCT action_zh FROM desk.area_action", (), "shift_leader")
    assert told == [("总结",)]
