"""The usual way of a case file in the little room: its steps, how they are known, and what each changes."""

import datetime as dt

from little_room import PROPERTY, LittleRoom, Step

#: The steps that are taken so; of two dispatches in one place the second, as the first keeps what both ask.
WAY: list[Step] = [
    ("acceptor", "file", {"condition_no": 1}),
    ("dispatcher", "dispatch", {"department_code": PROPERTY}),
    ("officer", "assign", {"handler": "2002"}),
    ("worker", "submit_handling", {}),
    ("officer", "confirm_handling", {}),
    ("dispatcher", "forward_to_supervision", {}),
    ("acceptor", "send_check", {}),
    ("collector", "check_result", {"passed": True}),
    ("acceptor", "close", {"closing_condition_no": 1}),
]
#: By it a step of the usual way is known: no other writes this column.
MARK = "previous_log_hash"


def change(room: LittleRoom, case: int, step: Step, **more: object) -> dict[str, object]:
    """Take a step and return what it changed; moments from the step's own on."""
    post, action, payload = step
    before = room.case(case)
    at = dt.datetime.fromisoformat(room.step(post, case, action, **payload, **more)["at"])
    after = room.case(case)
    changed = {name: value for name, value in after.items() if value != before[name] and name != "log_hash"}
    for name, value in changed.items():
        if name.endswith(("_at", "_until")) and value is not None:
            changed[name] = dt.datetime.fromisoformat(value) - at
    return changed
