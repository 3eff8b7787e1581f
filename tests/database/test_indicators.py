"""Indicators of a period: published figures come out, each with its denominator and the case files behind it."""

from datetime import datetime, timedelta

import pytest
from case_ways import found_by
from little_room import COMMUNITIES, FIRE_LANE, GRIDS, ORIGIN, PROFILE, PROPERTY, SANITATION, SUBDISTRICT, point

from community_brain_plugin.errors import RoomError
from community_brain_plugin.indicators import reading
from community_brain_plugin.indicators.periods import ZONE, Period, named

DECEMBER = (datetime(2016, 12, 1, tzinfo=ZONE), datetime(2017, 1, 1, tzinfo=ZONE))
YEAR = (datetime(2012, 1, 1, tzinfo=ZONE), datetime(2013, 1, 1, tzinfo=ZONE))
NEXT_YEAR = (YEAR[1], datetime(2014, 1, 1, tzinfo=ZONE))


def add(room, count: int, deadline: str, done: str | None = None, closed: str | None = None, **more: object) -> None:
    """Put filed case files into the past: their deadline, when handling was confirmed, and when they were closed."""
    values = {
        "state": "closed" if closed else "feedback", "department_code": PROPERTY, "source": "collector",
        "first_found_at": "2012-01-01", "filed_at": "2012-01-01", "late": False, "exempt": False, **more,
    }  # fmt: skip
    room.query(
        "INSERT INTO room.case_file (subdistrict, case_number, version, profile, kind, class_code, description, geom,"
        " deadline_at, feedback_at, closed_at, state, department_code, source, first_found_at, filed_at,"
        " late, exempt)"
        " SELECT %s, gen_random_uuid()::text, 1, %s, 'event', %s, 'x', %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s"
        " FROM generate_series(1, %s)",
        (
            SUBDISTRICT, PROFILE, FIRE_LANE, point(50, 50), deadline, done, closed, values["state"],
            values["department_code"], values["source"], values["first_found_at"], values["filed_at"],
            values["late"], values["exempt"], count,
        ),
    )  # fmt: skip


def figures(room, span: tuple[str, str], post: str = "evaluator") -> dict[str, tuple[int, int]]:
    found = room.query("SELECT * FROM desk.indicator_figures(%s, %s)", span, post)
    return {name: (part, whole) for name, part, whole in found}


@pytest.fixture(scope="module")
def tianmen(room):
    """A month as Tianmen published it for December 2016: 972 due, 911 closed, 737 on time; and what must not count."""
    add(room, 700, "2016-12-10", "2016-12-09", "2016-12-12")
    add(room, 37, "2016-12-10", "2016-11-20", "2016-11-21")  # closed before the month in which it was due
    add(room, 100, "2016-12-10", "2016-12-11", "2016-12-12", department_code=SANITATION)
    # Late once; the deadline a rework gave them was kept.
    add(room, 50, "2016-12-10", "2016-12-09", "2016-12-12", department_code=SANITATION, late=True)
    add(room, 24, "2016-11-10", "2016-12-01", "2016-12-02")  # carried over
    add(room, 41, "2016-12-20")
    add(room, 20, "2016-12-20", "2016-12-19", "2017-01-03")  # closed only after the month
    add(room, 11, "2017-01-01 00:00+08")
    add(room, 12, "2016-11-10", "2016-11-09", "2016-11-30")
    add(room, 13, "2016-12-10", None, "2016-12-05", state="void")
    add(room, 14, "2016-12-10", state="suspended")
    add(room, 15, "2016-12-10", "2016-12-11", "2016-12-12", exempt=True, late=True)  # an appeal was granted
    return room


def test_tianmen_in_december_2016_comes_out_as_published(tianmen):
    found = figures(tianmen, DECEMBER)
    assert (found["closing"], found["on_time"]) == ((911, 972), (737, 972))
    frame = reading.shares(tianmen.session("evaluator"), Period(*DECEMBER))
    assert frame.loc["closing", "percent"] == pytest.approx(93.72, abs=0.005)
    assert frame.loc["on_time", "percent"] == pytest.approx(75.82, abs=0.005)


def test_every_share_has_its_case_files_behind_it(tianmen):
    """Drill-down lists exactly what was counted, by outcome and by unit."""
    session = tianmen.session("evaluator")
    units = reading.units(session, Period(*DECEMBER))
    assert units[["due", "carried_over", "closed", "on_time"]].sum().tolist() == [972, 24, 911, 737]
    for unit, row in units.iterrows():
        for outcome in ("due", "on_time", "late", "open"):
            listed = tianmen.query(
                "SELECT count(*), count(DISTINCT case_id) FROM desk.indicator_cases(%s, %s, %s, %s, 5000)",
                (outcome, *DECEMBER, unit),
                "evaluator",
            )
            assert listed == [(row[outcome], row[outcome])], (unit, outcome)
    question = reading.Question("late", *DECEMBER, SANITATION)
    assert {case["department_zh"] for case in reading.cases(session, question)} == {"环卫所"}


def test_minhang_s_226_000_of_2012_come_out_as_published(own_room):
    """226,000 filed, 215,000 closed = 95.13 %, counted by the room; what was left is carried into the next year."""
    with own_room.connect(autocommit=False) as connection, connection.cursor() as cursor:
        # As old rows are loaded: without telling anybody of each.
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            """
            INSERT INTO room.case_file (subdistrict, case_number, version, profile, kind, class_code, description, geom,
                state, department_code, source, first_found_at, filed_at, deadline_at, feedback_at, closed_at)
            SELECT %s, 'M' || n, 1, %s, 'event', %s, 'x', %s, CASE WHEN n <= 215000 THEN 'closed' ELSE 'feedback' END,
                %s, 'collector', '2012-06-01', '2012-06-01', '2012-06-10', d.done, d.done
            FROM generate_series(1, 226000) n,
                 LATERAL (SELECT CASE WHEN n <= 215000 THEN timestamptz '2012-06-09' END AS done) d
            """,
            (SUBDISTRICT, PROFILE, FIRE_LANE, point(50, 50), PROPERTY),
        )
    session = own_room.session("evaluator")
    frame = reading.shares(session, Period(*YEAR))
    assert frame.loc["closing", ["part", "whole"]].tolist() == [215_000, 226_000]
    assert f"{frame.loc['closing', 'percent']:.2f}" == "95.13"
    assert frame.loc["filing", ["part", "whole"]].tolist() == [226_000, 226_000]
    following = reading.units(session, Period(*NEXT_YEAR))
    assert following[["due", "carried_over", "closed"]].to_numpy().tolist() == [[11_000, 11_000, 0]]


def test_every_rate_of_a_period_leads_to_what_is_counted_and_to_the_rest(own_room):
    """For each rate the case files behind it are as many as its figures say, for whoever asks."""
    for state in ("reported", "pending_dispatch", "returned_acceptor", "pending_handle", "feedback", "closed", "void"):
        own_room.case_in(state)
    own_room.report(source="hotline")
    own_room.step("acceptor", own_room.report(source="hotline")["case_id"], "file", condition_no=1)
    own_room.step("acceptor", own_room.report(source="higher_level")["case_id"], "file", condition_no=1)
    own_room.step("dispatcher", own_room.case_in("feedback"), "rework", reason="not done")
    own_room.step("collector", found_by(own_room, "collector"), "quick_close")
    own_room.step("shift_leader", own_room.case_in("handling"), "force_close", reason="demolished")
    told = {"said_by": "王师傅", "channel": "phone", "said_at": "2026-01-05 10:00", "reason": "by phone"}
    own_room.step("dispatcher", own_room.case_in("handling"), "handled_on_behalf", **told)
    now = own_room.one("SELECT room.room_now()")
    span = (now - timedelta(hours=1), now + timedelta(days=15))
    listed = "SELECT case_id FROM desk.indicator_cases(%s, %s, %s)"
    for post in ("evaluator", "officer", "neighbour"):
        shares = figures(own_room, span, post)
        assert len(shares) == 12
        for indicator, (part, whole) in shares.items():
            counted = {row for (row,) in own_room.query(listed, (f"{indicator}_part", *span), post)}
            rest = {row for (row,) in own_room.query(listed, (f"{indicator}_rest", *span), post)}
            if indicator.startswith("dispatch") or indicator == "both_axes":
                # What is counted are occasions and steps; a case file with two of them is listed once.
                assert (bool(counted), bool(rest)) == (part > 0, part < whole), (post, indicator)
            else:
                assert (len(counted), len(rest), counted & rest) == (part, whole - part, set()), (post, indicator)
    evaluator = figures(own_room, span)
    assert all(whole for _, whole in evaluator.values()), "every rate has something to count"
    apart = {name: evaluator[name] for name in ("on_behalf", "forced", "on_the_spot")}
    assert apart == {"on_behalf": (1, 4), "forced": (1, 3), "on_the_spot": (1, 3)}
    with pytest.raises(RoomError) as caught:
        own_room.query(listed, ("anything_part", *span), "evaluator")
    assert caught.value.code == "room.bad_value"


def test_steps_of_who_works_on_both_axes_are_counted_of_all_steps_of_both(own_room):
    own_room.query("INSERT INTO room.setting VALUES (%s, 'axes_profile', '\"joint_room\"')", (SUBDISTRICT,))
    case = own_room.report("night")["case_id"]
    own_room.step("night", case, "file", condition_no=1)
    own_room.step("night", case, "dispatch", department_code=PROPERTY)
    own_room.step("officer", case, "assign", handler="2002")
    own_room.case_in("pending_dispatch")
    now = own_room.one("SELECT room.room_now()")
    span = (now - timedelta(hours=1), now + timedelta(hours=1))
    assert figures(own_room, span)["both_axes"] == (1, 5), "the dispatch; reported and filed twice"
    behind = "SELECT case_id FROM desk.indicator_cases('both_axes_part', %s, %s)"
    assert own_room.query(behind, span, "evaluator") == [(case,)]
    assert figures(own_room, span, "officer")["both_axes"] == (0, 0)
    marked = own_room.query("SELECT action FROM desk.case_log WHERE both_axes", post="dispatcher")
    assert marked == [("dispatch",)], "and said in the log"


def test_hazards_of_minhang_in_2012_stay_on_the_ledger_until_they_are_removed(own_room):
    """9,567 filed, 8,039 closed: 84.03 %; those left are due again in the year after, whenever their deadline was."""
    add(own_room, 8039, "2012-06-10", "2012-06-09", "2012-06-10")
    add(own_room, 1528, "2012-06-10")
    assert figures(own_room, YEAR)["closing"] == (8039, 9567)
    assert figures(own_room, YEAR)["filing"] == (9567, 9567)
    frame = reading.shares(own_room.session("evaluator"), Period(*YEAR))
    assert frame.loc["closing", "percent"] == pytest.approx(84.03, abs=0.005)
    assert figures(own_room, NEXT_YEAR)["closing"] == (0, 1528)
    carried = own_room.query("SELECT due, carried_over FROM desk.indicator_units(%s, %s)", NEXT_YEAR, "admin")
    assert carried == [(1528, 1528)]


def test_dispatch_rates_by_hand(own_room):
    """Four were to be sent: two in time, two right; one went back to the acceptor at once and counts nowhere."""
    own_room.case_in("pending_handle")
    late, reworked, waiting = (own_room.case_in(state) for state in ("pending_handle", "feedback", "pending_dispatch"))
    own_room.case_in("returned_acceptor")
    own_room.step("dispatcher", reworked, "rework", reason="not done")
    with own_room.connect(autocommit=False) as connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE room.case_log SET at = at - interval '20 minutes' WHERE action = 'file' AND case_id IN (%s, %s)",
            (late, waiting),
        )
    now = own_room.one("SELECT room.room_now()")
    found = figures(own_room, (now - timedelta(hours=1), now + timedelta(hours=1)))
    assert (found["dispatch_on_time"], found["dispatch_accurate"]) == ((2, 4), (2, 4))
    over = figures(own_room, (now - timedelta(hours=1), now))
    assert (over["dispatch_on_time"], over["dispatch_accurate"]) == ((0, 2), (1, 2)), "whose 15 minutes were over"
    handlers = figures(own_room, (now - timedelta(hours=1), now + timedelta(hours=1)), "other_officer")
    assert handlers["dispatch_on_time"] == (0, 0)


def test_a_dispatch_in_an_emergency_is_measured_by_the_emergency_s_limit(own_room):
    """Eight minutes are late where five were allowed, and in time next door, before, and in the pre-transition."""
    states = (("community", COMMUNITIES[0], "emergency"), ("subdistrict", SUBDISTRICT, "pre_transition"))
    for state in states:
        own_room.query("SELECT desk.set_area_state(%s, %s, %s, 'storm')", state, "shift_leader")
    hit, beside, before = (own_room.case_in("pending_handle", x=ORIGIN[0] + x) for x in (50, 250, 150))
    with own_room.connect(autocommit=False) as connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE room.area_state SET valid = tstzrange(lower(valid) - interval '1 hour', NULL)")
        shift = "UPDATE room.case_log SET at = at - %s WHERE action = ANY (%s) AND case_id = ANY (%s)"
        cursor.execute(shift, (timedelta(minutes=8), ["file"], [hit, beside]))
        cursor.execute(shift, (timedelta(hours=2), ["file", "dispatch"], [before]))
    now = own_room.one("SELECT room.room_now()")
    span = (now - timedelta(hours=3), now + timedelta(hours=1))
    assert figures(own_room, span)["dispatch_on_time"] == (2, 3)
    late = own_room.query(
        "SELECT case_id FROM desk.indicator_cases('dispatch_on_time_rest', %s, %s)", span, "evaluator"
    )
    assert late == [(hit,)]
    # The limit of the one ran out three minutes ago, that of the other will in two.
    last = (now - timedelta(minutes=4), now)
    assert figures(own_room, last)["dispatch_on_time"] == (0, 1)


def test_work_that_was_sent_back_and_then_ended_by_force_was_not_done_on_time(own_room):
    """The unit said in time that it was done; it was not, and nobody did it before the deadline."""
    forced, checked = own_room.case_in("checking"), own_room.case_in("checking")
    own_room.pictured("collector", forced, "check_result", passed=False)
    own_room.step("acceptor", forced, "return_for_rework", reason="still blocked")
    own_room.query(
        "UPDATE room.case_file SET feedback_at = feedback_at - interval '2 hours', deadline_at = CASE WHEN"
        " deadline_at IS NOT NULL THEN room.room_now() - interval '1 hour' END,"
        " original_deadline_at = room.room_now() - interval '1 hour' WHERE case_id IN (%s, %s)",
        (forced, checked),
    )
    own_room.step("shift_leader", forced, "force_close", reason="the house is gone")
    own_room.pictured("collector", checked, "check_result", passed=True)
    own_room.step("acceptor", checked, "close", closing_condition_no=1)
    now = own_room.one("SELECT room.room_now()")
    span = (now - timedelta(days=1), now + timedelta(minutes=1))
    assert (figures(own_room, span)["closing"], figures(own_room, span)["on_time"]) == ((2, 2), (1, 2))
    late = own_room.query("SELECT case_id FROM desk.indicator_cases('late', %s, %s)", span, "evaluator")
    assert late == [(forced,)]


def test_each_collector_is_measured_by_what_he_reported_himself(own_room):
    """Two reported and one of them filed; what he put right himself stands apart, what the acceptor wrote does not."""
    filed, void = (own_room.report("collector")["case_id"] for _ in range(2))
    own_room.step("acceptor", filed, "file", condition_no=1)
    own_room.step("acceptor", void, "void", reason="nothing there")
    own_room.step("collector", found_by(own_room, "collector"), "quick_close")
    own_room.case_in("pending_dispatch")
    now = own_room.one("SELECT room.room_now()")
    span = Period(now - timedelta(hours=1), now + timedelta(hours=1))
    frame = reading.collectors(own_room.session("evaluator"), span)
    assert frame.reset_index().values.tolist() == [["1003", "collector", 2, 1, 1, 50.0]]
    behind = reading.Question("reported", span.starts, span.ends, collector="1003")
    spot = own_room.one("SELECT case_id FROM room.case_file WHERE quick_closed")
    assert {row["case_id"] for row in reading.cases(own_room.session("evaluator"), behind)} == {filed, void, spot}
    assert reading.cases(own_room.session("officer"), behind) == []
    assert reading.collectors(own_room.session("officer"), span).empty
    assert reading.collectors(own_room.session("neighbour"), span).empty


def test_who_found_something_first_is_not_changed_by_linking_his_report_to_a_later_one(own_room):
    """The district a second before the street stays first, by way of another report too; after it, it is second."""

    def told_by(*sources: str) -> list[int]:
        return [own_room.report(source=source)["case_id"] for source in sources]

    def linked(case: int, to: int) -> None:
        number = own_room.case(to)["case_number"]
        own_room.step("acceptor", case, "link_duplicate", reason="the same", duplicate_of=number)

    district, between, ours, caller, later, early, late = told_by(
        "higher_level", "collector", "collector", "hotline", "collector", "collector", "higher_level"
    )
    for case, to in ((district, between), (between, ours), (caller, later), (late, early)):
        linked(case, to)
    for case in (ours, later, early):
        own_room.step("acceptor", case, "file", condition_no=1)
    now = own_room.one("SELECT room.room_now()")
    span = (now - timedelta(hours=1), now + timedelta(hours=1))
    assert figures(own_room, span)["advance"] == (1, 2), "the street was first once, where the district came after it"
    assert figures(own_room, span)["missed"] == (1, 3), "a caller told of one before the street did"
    behind = "SELECT case_id FROM desk.indicator_cases(%s, %s, %s)"
    assert own_room.query(behind, ("advance_rest", *span), "evaluator") == [(ours,)]
    assert own_room.query(behind, ("missed_part", *span), "evaluator") == [(later,)]
    frame = reading.grids(own_room.session("evaluator"), Period(*span))
    assert frame[["missed", "filed"]].values.tolist() == [[1, 3]]


def test_what_its_finder_put_right_at_once_was_not_reported_to_be_filed(own_room):
    """It is counted apart, and nobody's filing rate is the lower for it, neither the room's nor the collector's."""
    own_room.case_in("pending_dispatch")
    own_room.step("collector", found_by(own_room, "collector"), "quick_close")
    now = own_room.one("SELECT room.room_now()")
    found = figures(own_room, (now - timedelta(hours=1), now + timedelta(hours=1)))
    assert (found["filing"], found["on_the_spot"]) == ((1, 1), (1, 1))


def test_what_the_public_had_to_report_in_a_unit_grid_was_missed_there(own_room):
    own_room.case_in("pending_dispatch", source="hotline")
    own_room.case_in("pending_dispatch")
    own_room.case_in("pending_dispatch", x=500150)
    own_room.report(source="hotline")
    now = own_room.one("SELECT room.room_now()")
    span = Period(now - timedelta(hours=1), now + timedelta(hours=1))
    frame = reading.grids(own_room.session("evaluator"), span)
    assert frame[["missed", "filed", "missed_percent"]].values.tolist() == [[1, 2, 50.0], [0, 1, 0.0]]
    assert list(frame.index) == [GRIDS[0], GRIDS[1]], "what was not filed does not count"
    assert reading.grids(own_room.session("officer"), span).empty
    session = own_room.session("evaluator")
    for grid, row in frame.iterrows():
        questions = [
            reading.Question(f"missed_{which}", span.starts, span.ends, grid=grid) for which in ("part", "rest")
        ]
        missed, others = (reading.cases(session, question) for question in questions)
        assert (len(missed), len(others)) == (row["missed"], row["filed"] - row["missed"])


def test_flow_and_ages_count_every_case_file_once(own_room):
    for hours, due in ((0.5, 1), (2, -1), (5, None), (500, -400)):
        case = own_room.report()["case_id"]
        own_room.query(
            "UPDATE room.case_file SET first_found_at = room.room_now() - make_interval(secs => %s),"
            " due_at = room.room_now() + make_interval(hours => %s) WHERE case_id = %s",
            (hours * 3600, due, case),
        )
    own_room.case_in("closed")
    now = own_room.one("SELECT room.room_now()")
    session = own_room.session("dispatcher")
    period = named("week", now)
    flow = reading.flow(session, period)
    assert (flow["found"].sum(), flow["closed"].sum()) == (4, 1)
    ages = reading.ages(session)
    assert {(band, name): count for (band, name), count in ages.stack().items() if count} == {
        (0, "in_time"): 1, (1, "overdue"): 1, (2, "no_limit"): 1, (6, "overdue"): 1,
    }  # fmt: skip
    for question, expected in (("found", 4), ("closed", 1)):
        assert len(reading.cases(session, reading.Question(question, period.starts, now))) == expected
    assert len(reading.cases(session, reading.Question("overdue", YEAR[0], now))) == 2


def test_a_handling_unit_counts_its_own_orders_and_next_door_none(tianmen):
    assert figures(tianmen, DECEMBER, "other_officer")["closing"] == (150, 150)
    assert figures(tianmen, DECEMBER, "neighbour")["closing"] == (0, 0)
    assert tianmen.query("SELECT * FROM desk.indicator_flow(%s, %s, 'month')", YEAR, "neighbour") == []
    assert tianmen.query("SELECT * FROM desk.indicator_ages(ARRAY[1.0])", (), "neighbour") == []
    everything = ("due", *DECEMBER, PROPERTY)
    assert tianmen.query("SELECT * FROM desk.indicator_cases(%s, %s, %s, %s)", everything, "other_officer") == []


def test_a_step_of_time_that_is_unknown_is_refused(room):
    with pytest.raises(RoomError) as caught:
        room.query("SELECT * FROM desk.indicator_flow(%s, %s, 'fortnight')", YEAR, "analyst")
    assert caught.value.code == "room.bad_value"
