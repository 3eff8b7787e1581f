"""Ways to a case file of the little room on which a given step may be taken, each by its own people."""

import datetime as dt
from collections.abc import Callable

from little_room import BICYCLES, PICTURE, PROPERTY, SUBDISTRICT, USUAL_WAY, LittleRoom

#: What each step needs in its payload.
DETAILS: dict[str, dict[str, object]] = {
    "verify_result": {"finding": "seen"},
    "file": {"condition_no": 1},
    "refile": {"condition_no": 1},
    "dispatch": {"department_code": PROPERTY},
    "redispatch": {"department_code": PROPERTY},
    "assign": {"handler": "2002"},
    "handled_on_behalf": {"said_by": "王师傅", "channel": "phone", "said_at": "2026-01-05 10:00"},
    "check_result": {"passed": True},
    "close": {"closing_condition_no": 1},
    "ask_suspend": {"until": (dt.datetime.now(dt.UTC) + dt.timedelta(days=30)).isoformat()},
    "recheck": {"passed": True},
}
POST_OF = {"department": "officer", "worker": "worker"}


def details(room: LittleRoom, action: str) -> dict[str, object]:
    """Return a payload with which an action may be taken."""
    if action in ("link_duplicate", "link_returned"):
        return {"duplicate_of": room.report()["case_number"], "reason": "same"}
    return {"reason": "because", **DETAILS.get(action, {})}


def ready(room: LittleRoom, action: str, state: str, role: str = "") -> int:
    """Return a case file in a state on which somebody with the role may take the action."""
    if action == "close":
        case = room.case_in("checking")
        room.pictured("collector", case, "check_result", passed=True)
        return case
    if action in PICTURE:
        case = room.case_in(state)
        room.photograph(POST_OF.get(role, "collector"), case, PICTURE[action])
        return case
    if action in ASKED:
        case = room.case_in(state)
        ask(room, case, ASKED[action])
        return case
    if action == "refuse_appeal":
        return (endorsed if role == "acceptor" else appealed)(room, state)
    return MADE[action](room, state) if action in MADE else room.case_in(state)


def ask(room: LittleRoom, case: int, action: str) -> None:
    """Ask for more time or a suspension, as somebody who may."""
    room.step(
        "officer" if action == "ask_extend" else "dispatcher", case, action, reason="why", **DETAILS.get(action, {})
    )


def returned(room: LittleRoom, state: str, times: int = 3) -> int:
    """Return a case file that was returned so often and now stands in a state of return."""
    case = room.case_in("returned_dispatcher")
    for _ in range(times - (2 if state == "returned_acceptor" else 1)):
        room.step("dispatcher", case, "redispatch", department_code=PROPERTY)
        room.step("officer", case, "return_to_dispatcher", reason="not ours")
    if state == "returned_acceptor":
        room.step("dispatcher", case, "return_further", reason="wrong class")
    return case


def found_by(room: LittleRoom, post: str) -> int:
    """Return a small thing somebody found and put right, with a picture of before and after."""
    case = room.report(post, class_code=BICYCLES)["case_id"]
    for stage in ("before", "after"):
        room.photograph(post, case, stage)
    return case


def drawn(room: LittleRoom, state: str = "closed") -> int:
    """Return a quick close that was drawn for a re-check."""
    room.query("UPDATE room.case_quick_class SET recheck_percent = 100")
    case = found_by(room, "night")
    room.step("night", case, "quick_close")
    room.query("SELECT desk.seal_log(%s, 'test')", (SUBDISTRICT,), "shift_leader")
    return case


def late(room: LittleRoom, state: str = "closed") -> int:
    """Return a case file that was closed after its deadline."""
    case = room.case_in("handling")
    room.query("UPDATE room.case_file SET deadline_at = now() - interval '1 minute' WHERE case_id = %s", (case,))
    room.walk(case, USUAL_WAY["closed"][3:])
    return case


def endorsed(room: LittleRoom, state: str = "closed") -> int:
    """Return a late case file whose unit's appeal the dispatcher has passed on."""
    case = late(room)
    room.step("officer", case, "ask_appeal", reason="flood")
    room.step("dispatcher", case, "endorse_appeal")
    return case


def final(room: LittleRoom, state: str = "closed") -> int:
    """Return a case file closed in a period that is locked."""
    case = room.case_in("closed")
    room.query("UPDATE room.case_file SET closed_at = '2026-01-15 12:00+08' WHERE case_id = %s", (case,))
    if not room.query("SELECT 1 FROM room.evaluation_period"):
        room.query("SELECT desk.lock_period('2026-01-01', '2026-01-31')", (), "evaluator")
    return case


def appealed(room: LittleRoom, state: str = "closed") -> int:
    """Return a late case file whose unit has appealed."""
    case = late(room)
    room.step("officer", case, "ask_appeal", reason="flood")
    return case


#: What somebody must have asked for before an action answers it, and case files that need a past of their own.
ASKED = {
    "extend": "ask_extend",
    "refuse_extend": "ask_extend",
    "suspend": "ask_suspend",
    "refuse_suspend": "ask_suspend",
}
MADE: dict[str, Callable[[LittleRoom, str], int]] = {
    "quick_close": lambda room, state: found_by(room, "collector"),
    "recheck": drawn,
    "rule_return": returned,
    "ask_appeal": late,
    "endorse_appeal": appealed,
    "appeal": endorsed,
    "evaluate": final,
}
