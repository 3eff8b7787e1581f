"""The simulator's choices follow from its seed, at a rate that keeps the room alive but calm."""

import datetime as dt
import itertools

import numpy as np
import pytest

pytest.importorskip("shapely", minversion="2.0")
from shapely import LineString

from community_brain_plugin.demo import curves
from community_brain_plugin.demo.colleagues import Colleagues
from community_brain_plugin.demo.people import roll
from community_brain_plugin.demo.pictures import photograph
from community_brain_plugin.demo.script import Incident, Readings, Report, Script
from community_brain_plugin.demo.sensors import COUNTS, RULES
from community_brain_plugin.demo.walks import Walks

KINDS = [kind for kind, count in COUNTS.items() for _ in range(count)]
START = dt.datetime(2026, 7, 15, 1, 30, tzinfo=dt.UTC).timestamp()
HOURS = np.repeat(np.arange(24), np.where((np.arange(24) > 7) & (np.arange(24) < 19), 9, 2))


def script(seed, count=700):
    return list(itertools.islice(iter(Script(seed, START, KINDS, HOURS)), count))


def test_the_same_seed_plays_the_same_acts_and_another_seed_others():
    assert script(5) == script(5)
    assert script(5) != script(6)


def test_six_alarms_an_hour_and_forty_case_files_a_day():
    acts = script(5, 3_000)
    hours = (acts[-1].at - START) / 3_600
    on_delay = {rule[1]: rule[8] for rule in RULES}
    long_enough = [
        act for act in acts if isinstance(act, Incident) and act.until - act.at > on_delay[KINDS[act.sensor]] + 60
    ]
    assert 4.5 < len(long_enough) / hours < 7.5
    assert 30 < sum(isinstance(act, Report) for act in acts) / hours * 24 < 50


def test_nothing_is_wrong_while_all_is_well():
    moments = START + np.arange(0, 7 * 86_400, 1_800.0)
    for code, kind, _, _, _, above, below, *_ in RULES:
        values = np.concatenate([curves.usual(kind, moments, number, 3) for number in range(40)])
        assert above is None or values.max() <= above, code
        assert below is None or values.min() >= below, code


def test_an_incident_is_measured_every_half_minute_and_then_the_sensor_calms_down():
    readings = Readings(3, START, KINDS)
    readings.due(START + 60)
    readings.begin(Incident(START + 100, 0, START + 700, 1.0))
    mine = [(at, value) for number, at, value in readings.due(START + 1_200) if number == 0]
    wrong = [at for at, value in mine if value == 1.0]
    assert len(wrong) == 20
    assert np.diff(wrong).max() <= curves.URGENT_PERIOD
    assert mine[-1][1] == 0.0


def test_colleagues_leave_the_first_person_on_duty_to_the_desk():
    colleagues = Colleagues(1, {"dispatcher": ["0013", "0017"], "acceptor": ["0001", "0005"]})
    login = {number: name for number, name, _, _ in roll()}
    case = {
        "case_id": 1, "version": 2, "state": "pending_dispatch", "department_code": None, "handler": None,
        "condition_no": 1, "kind": "event", "class_code": "09006", "now": dt.datetime.now(dt.UTC), "due_at": None,
    }  # fmt: skip
    moves = [colleagues.move(case | {"case_id": k}, "D01") for k in range(40)]
    assert {move.login for move in moves} == {login["0017"]}
    assert {move.action for move in moves} == {"dispatch"}
    assert colleagues.pause(case) == colleagues.pause(case)


def test_a_colleague_who_hands_in_or_checks_takes_a_new_picture_each_time():
    case = {"case_id": 7, "now": dt.datetime(2026, 7, 15, 1, 30, tzinfo=dt.UTC)}
    assert photograph(case, "dispatch") is None
    shots = [photograph(case | {"now": case["now"] + dt.timedelta(seconds=k)}, "submit_handling") for k in (0, 0, 1)]
    assert [shot[:3] for shot in shots] == [(7, "after", "处置后.png")] * 3
    assert shots[0][3] == shots[1][3] != shots[2][3]


def test_walkers_stay_on_the_streets():
    lines = [LineString([(0, 0), (100, 0)]), LineString([(100, 0), (100, 80)]), LineString([(100, 80), (0, 0)])]
    walks, again = Walks(1, lines), Walks(1, lines)
    for _ in range(60):
        spot = walks.step("0021", 20.0)
        assert spot == again.step("0021", 20.0)
        assert min(line.distance(LineString([spot, spot]).centroid) for line in lines) < 1e-6
