"""Whatever a case file looks like, the usual way does what looking closely does: it keeps each rule, or steps aside."""

import datetime as dt
import random

import pytest
from little_room import LittleRoom, Step
from usual_way import MARK, WAY, change

from community_brain_plugin.errors import RoomError

_PEOPLE = ["NULL", "'1001'", "'1003'", "'1004'", "'2001'", "'2002'", "'3002'"]
_MOMENTS = ["NULL", "room.room_now() - interval '1 h'", "room.room_now() + interval '1 h'"]
_YES_NO = ["true", "false"]
#: What is put into a column, against all that the steps before have left there.
_ODDITIES = {
    **dict.fromkeys(("reported_by", "dispatched_by", "handled_by", "handler", "filed_by", "checked_by"), _PEOPLE),
    **dict.fromkeys(("deadline_at", "handled_at", "checked_at", "suspended_until"), _MOMENTS),
    **dict.fromkeys(("clock_started_at", "original_deadline_at", "closed_at"), _MOMENTS),
    **dict.fromkeys(("late", "on_behalf", "exempt", "quick_closed"), _YES_NO),
    "check_passed": ["true", "false", "NULL"],
    "department_code": ["'D01'", "'D02'", "NULL"],
    "clock": ["'none'", "'handle'", "'check'", "'dispatch'", "'paused'"],
    "paused_clock": ["NULL", "'handle'"],
    "pending": ["NULL", "'extend'", "'suspend'"],
    "condition_no": ["NULL", "1", "2"],
    "priority": ["1", "3"],
    "state": ["'reported'", "'pending_handle'", "'handling'", "'closed'"],
    "profile": ["'no such'", "'GB/T 30428-2013'"],
    "log_hash": ["NULL"],
    "worked_by": ["NULL"],
    "(claimed_by, claimed_role, claimed_until)": [
        f"ROW({who}, {role}, {until})"
        for who in _PEOPLE[1:]
        for role in ("'acceptor'", "'dispatcher'", "'worker'")
        for until in _MOMENTS[1:]
    ],
}
_DETAILS: list[dict[str, object]] = [
    {},
    {"handler": "3002"},
    {"handler": None},
    {"collector": "1003"},
    {"passed": False},
    {"passed": None},
    {"condition_no": 77},
    {"condition_no": "1"},
    {"closing_condition_no": " 1"},
    {"closing_condition_no": 1.0},
]


@pytest.fixture
def plain(own_room) -> LittleRoom:
    """A room that asks for no pictures."""
    own_room.query("UPDATE room.case_limit SET amount = 0 WHERE rule IN ('handling_photos', 'check_photos')")
    return own_room


def outcome(room: LittleRoom, case: int, step: Step) -> tuple[str | None, dict[str, object]]:
    """Return why a step was refused, or else what it changed."""
    try:
        return None, change(room, case, step)
    except RoomError as error:
        assert room.case(case)["version"] == WAY.index(next(each for each in WAY if each[1] == step[1])) + 1
        return error.code, {}


def nearly(changed: dict[str, object]) -> dict[str, object]:
    """Round moments, which follow the clock, to the minute."""
    return {
        name: round(value / dt.timedelta(minutes=1)) if isinstance(value, dt.timedelta) else value
        for name, value in changed.items()
    }


@pytest.mark.parametrize("count", [number for number, step in enumerate(WAY) if step[1] != "dispatch"])
def test_an_odd_case_file_goes_the_usual_way_as_it_goes_when_looked_at_closely(plain, count):
    """Words of a reason make it a step that is looked at closely."""
    chance, taken = random.Random(count), 0
    post, action, payload = WAY[count]
    for _ in range(24):
        odd = chance.sample(list(_ODDITIES.items()), chance.choice((1, 1, 2)))
        setting = ", ".join(f"{column} = {chance.choice(values)}" for column, values in odd)
        details = {**payload, **chance.choice([{}, chance.choice(_DETAILS)])}
        found = []
        for more in ({}, {"reason": "said so"}):
            case = plain.report()["case_id"]
            for step in WAY[:count]:
                plain.step(step[0], case, step[1], **step[2])
            plain.query("SET session_replication_role = replica")
            plain.query(f"UPDATE room.case_file SET {setting} WHERE case_id = %s", (case,))
            plain.query("RESET session_replication_role")
            code, changed = outcome(plain, case, (post, action, {**details, **more}))
            taken += changed.pop(MARK, None) is not None
            found.append((code, nearly(changed)))
        assert found[0] == found[1], (setting, details)
    assert taken > 0, "some of them were usual"
