"""Steps of a case file as a desk takes them: which are open to a person, what they need, and sending them.

The rules themselves are the database's (`room.case_transition` and `desk.case_step`); this reads them once to show only
what may succeed. `connection` is a psycopg2 connection in a transaction that the caller commits; its errors come
through.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from operator import itemgetter
from typing import Any
from weakref import WeakKeyDictionary

import psycopg2.errors
import psycopg2.extensions

from ..errors import RoomError
from ..wording import name

#: The letter that starts an act while the queue has the focus.
LETTERS = {
    "report": "N", "file": "F", "refile": "F", "send_verify": "Y", "verify_result": "Y", "void": "V",
    "void_returned": "V", "link_duplicate": "L", "link_returned": "L", "dispatch": "D", "redispatch": "D",
    "return_to_acceptor": "R", "return_to_dispatcher": "R", "return_further": "R", "assign": "A",
    "submit_handling": "H", "handled_on_behalf": "H", "redo_worker": "R", "confirm_handling": "C", "rework": "W",
    "forward_to_supervision": "K", "send_check": "K", "check_result": "K", "return_for_rework": "R", "close": "C",
    "force_close": "X", "urge": "U", "quick_close": "Q", "recheck": "K", "rule_return": "J", "unassign": "B",
    "ask_extend": "E", "extend": "E", "refuse_extend": "T", "ask_suspend": "P", "suspend": "P", "refuse_suspend": "T",
    "resume": "P", "ask_appeal": "A", "endorse_appeal": "A", "appeal": "A", "refuse_appeal": "T", "evaluate": "G",
}  # fmt: skip

#: Acts that end a case file without a check: they ask once.
IRREVERSIBLE = frozenset({"void", "void_returned", "link_duplicate", "link_returned", "force_close"})
#: Steps the room takes by itself; nobody at a desk is offered them.
SERVICE = "service"

#: A step is read and planned once by each server session (`PREPARE_STEP`) and then only run (`RUN_STEP`).
PREPARE_STEP = (
    "PREPARE community_brain_step (text, bigint, text, jsonb, integer, uuid) AS"
    " SELECT desk.case_step($1, $2, $3, $4, $5, $6)"
)
RUN_STEP = "EXECUTE community_brain_step (%s, %s, %s, %s, %s, %s)"
_PLAIN_STEP = "SELECT desk.case_step(%s, %s, %s, %s, %s, %s)"
_REPORT = "SELECT desk.report_case(%s, %s)"
# Connections whose session knows the step: what is sent to it from then on.
_known: "WeakKeyDictionary[psycopg2.extensions.connection, str]" = WeakKeyDictionary()
# So often a step is sent when others keep locking the same rows in another order, and what the server says then.
_TRIES = 5
_IN_THE_WAY = (
    psycopg2.errors.DeadlockDetected, psycopg2.errors.SerializationFailure, psycopg2.errors.LockNotAvailable,
)  # fmt: skip
# What each guard of the transition table wants in the payload.
_FIELDS = {
    "finding": ("finding",),
    "filing_condition": ("condition_no",),
    "duplicate": ("duplicate_of",),
    "department": ("department_code", "reason", "channels"),
    "worker": ("handler",),
    "on_behalf": ("said_by", "channel", "said_at"),
    "collector_differs": ("collector",),
    "check_result": ("passed", "finding"),
    "closing": ("closing_condition_no",),
    "until": ("until",),
}
# What an act may say that no guard asks for: a rework sends an order, too, to the unit that did the work.
_MAY_SAY = {"rework": ("channels",)}
# What each case file must be judged by for itself: its class's conditions, what was found or seen there, who said so.
_OWN = frozenset({
    "filing_condition", "closing", "finding", "check_result", "check_evidence", "on_behalf", "photos", "photo_after",
    "finder", "assigned_worker",
})  # fmt: skip
# What the guards that ask for pictures want to see, and the rule that says how many; one where there is no rule.
_PICTURES = {
    "photos": (("before", ""), ("after", "")),
    "photo_after": (("after", "handling_photos"),),
    "check_evidence": (("check", "check_photos"),),
}
# Fields that may stay empty, by guard.
_OPTIONAL = {"collector_differs": {"collector"}, "check_result": {"finding"}, "department": {"reason", "channels"}}


def _below(count: int | None, limit: int | None) -> bool:
    return limit is None or (count or 0) < limit


def _is_his(row: "Transition", case: Mapping[str, Any], staff_number: str | None) -> bool:
    """Return whether a step may be this person's: no colleague's order, no answer to his own request."""
    if staff_number is None:
        return True
    own_request = "second_person" in row.guards and case.get("pending_by") == staff_number
    others_order = "assigned_worker" in row.guards and case.get("handler") != staff_number
    return not own_request and not others_order


def awaits_ruling(case: Mapping[str, Any], limits: Mapping[str, int]) -> bool:
    """Return whether a case file was returned so often that the shift leader has to rule who takes it."""
    returned = case.get("return_count") or 0
    return not _below(returned, limits.get("return_times")) and returned > (case.get("ruled_count") or 0)


# What a case file itself says of a guard, by the limits of the rules; a guard that is not here can be judged by the
# database alone.
_HOLDS: dict[str, Callable[[Mapping[str, Any], Mapping[str, int]], bool]] = {
    "before_deadline": lambda case, limits: case.get("clock") == "handle",
    "extend_times": lambda case, limits: _below(case.get("extend_count"), limits.get("extend_times")),
    "suspend_times": lambda case, limits: _below(case.get("suspend_count"), limits.get("suspend_times")),
    "appeal_times": lambda case, limits: not case.get("appealed"),
    "late": lambda case, limits: bool(case.get("late")),
    "third_return": lambda case, limits: not awaits_ruling(case, limits),
    "ruling": awaits_ruling,
}


#: All that `Transitions.moves` looks at.
JUDGED = (
    "profile", "state", "holder_axis", "pending", "clock", "extend_count", "suspend_count", "appealed", "late",
    "return_count", "ruled_count",
)  # fmt: skip


@dataclass(frozen=True)
class Transition:
    """One row of the transition table: from a state, by a role, to a state."""

    profile: str
    action: str
    from_state: str
    to_state: str
    axis: str
    role: str
    reason_required: bool
    guard: str
    position: int
    pending_from: str = "*"
    pending_to: str = "="

    @property
    def name(self) -> str:
        """Return the name of the act in the current language."""
        return name("case_action", self.action)

    def fields(self) -> tuple[str, ...]:
        """Return the names of the payload's fields, in the order they are asked for; `reason` after what guards ask."""
        own = [name for guard in self.guards for name in _FIELDS.get(guard, ())]
        own += ["reason"] if self.reason_required else []
        return tuple(dict.fromkeys((*own, *_MAY_SAY.get(self.action, ()))))

    @property
    def guards(self) -> tuple[str, ...]:
        """Return the names of the guards; all must hold."""
        return tuple(self.guard.split())

    @property
    def suits_many(self) -> bool:
        """Whether one payload can be right for many case files at once."""
        return not _OWN.intersection(self.guards)

    def holds(self, case: Mapping[str, Any], limits: Mapping[str, int]) -> bool:
        """Return whether what is pending on a case file, and what it says of the guards, allows this step."""
        pending = self.pending_from in ("*", case.get("pending") or "none")
        return pending and all(_HOLDS[guard](case, limits) for guard in self.guards if guard in _HOLDS)

    def is_turn(self, case: Mapping[str, Any]) -> bool:
        """Return whether a case file in the step's state waits for it: to move on, or to answer what was asked for."""
        if self.pending_from not in ("*", "none") or "ruling" in self.guards:
            return True
        # A dispatcher may record handling on behalf, but what a handler holds does not wait for him.
        is_offer = "finder" in self.guards or "period_locked" in self.guards
        return self.to_state != "=" and not is_offer and case.get("holder_axis") in (None, self.axis)


def is_too_late(row: Transition, case: Mapping[str, Any], now: datetime) -> bool:
    """Return whether a step asks for a deadline still ahead, and that of the case file has passed."""
    due = case.get("due_at")
    return "before_deadline" in row.guards and due is not None and now >= due


@dataclass(frozen=True)
class Act:
    """A transition that is open to the person at the desk, and its letter ("" when none is free)."""

    transition: Transition
    letter: str


@dataclass(frozen=True)
class Transitions:
    """The transition table."""

    rows: tuple[Transition, ...]
    quick_classes: frozenset[tuple[str, str, str]] = frozenset()
    limits: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        rows: Iterable[Mapping[str, Any]],
        quick_classes: Iterable[tuple[str, str, str]] = (),
        limits: Mapping[str, int] | None = None,
    ) -> "Transitions":
        """Build the table from rows of `room.case_transition`; other columns are ignored.

        `quick_classes` are profile, kind and code of the classes whose finder may close them on the spot, `limits`
        the numbers of `room.case_limit` by rule.
        """
        names = Transition.__dataclass_fields__
        table = (Transition(**{name: row[name] for name in names if name in row}) for row in rows)
        return cls(tuple(sorted(table, key=_position)), frozenset(quick_classes), dict(limits or {}))

    def acts(self, case: Mapping[str, Any], roles: Iterable[str], staff_number: str | None = None) -> list[Act]:
        """Return what a person with these roles may do with a case file now, each act once, in the table's order.

        With `staff_number`, acts that the person himself may not take (on his own request, another's find or order) are
        left out.
        """
        held = set(roles) - {SERVICE}
        found: dict[str, Transition] = {}
        for row in self._of_profile(case["profile"]):
            if row.role in held and self._starts(row, case) and self._may(row, case, staff_number):
                found.setdefault(row.action, row)
        return _with_letters(found.values())

    def moves(self, case: Mapping[str, Any], roles: Iterable[str], staff_number: str | None = None) -> bool:
        """Return whether a case file waits for one of these roles: an act leads on from just this state.

        With `staff_number`, what waits for a colleague of the same post, or for another than who asked, does not.
        """
        held = set(roles) - {SERVICE}
        return any(
            row.from_state == case["state"] and row.role in held and row.is_turn(case)
            and row.holds(case, self.limits) and _is_his(row, case, staff_number)
            for row in self._of_profile(case["profile"])
        )  # fmt: skip

    def claiming_role(self, case: Mapping[str, Any], roles: Iterable[str]) -> str | None:
        """Return the post in which a person with these roles may claim a case file; None where it waits for others."""
        held = set(roles) - {SERVICE}
        rows = [
            row for row in self._of_profile(case["profile"]) if row.from_state == case["state"] and row.role in held
        ]
        best = min(rows, key=lambda row: (row.to_state == "=", row.position), default=None)
        return best.role if best is not None else None

    def mover(self, roles: Iterable[str], staff_number: str | None = None) -> Callable[[Mapping[str, Any]], bool]:
        """Return `moves` for these roles as a function; it judges case files that stand alike once."""
        held = frozenset(roles)
        known: dict[tuple[Any, ...], bool] = {}
        judged = itemgetter(*JUDGED)

        def moves(case: Mapping[str, Any]) -> bool:
            try:
                standing = judged(case)
            except KeyError:
                standing = tuple(map(case.get, JUDGED))
            if staff_number is not None and staff_number in (case.get("handler"), case.get("pending_by")):
                return self.moves(case, held, staff_number)
            answer = known.get(standing)
            if answer is None:
                answer = known[standing] = self.moves(case, held, staff_number)
            return answer

        return moves

    def dispatch_states(self) -> frozenset[str]:
        """Return the states that wait for a handling unit to be chosen."""
        return frozenset(row.from_state for row in self.rows if "department" in row.guards)

    def _may(self, row: Transition, case: Mapping[str, Any], staff_number: str | None) -> bool:
        if not row.holds(case, self.limits):
            return False
        if "quick_class" in row.guards and self._class_of(case) not in self.quick_classes:
            return False
        if staff_number is None:
            return True
        others_find = "finder" in row.guards and case.get("reported_by") != staff_number
        return not others_find and _is_his(row, case, staff_number)

    @staticmethod
    def _class_of(case: Mapping[str, Any]) -> tuple[Any, Any, Any]:
        return case["profile"], case.get("kind"), case.get("class_code")

    def _of_profile(self, profile: str) -> list[Transition]:
        own = [row for row in self.rows if row.profile == profile]
        return own or [row for row in self.rows if row.profile == "default"]

    @staticmethod
    def _starts(row: Transition, case: Mapping[str, Any]) -> bool:
        return row.from_state == case["state"] or (row.from_state == "*" and bool(case["is_open"]))


@dataclass(frozen=True)
class Step:
    """One act, ready to be sent as often as it takes: the request id makes a second sending harmless."""

    subdistrict: str
    case_id: int
    action: str
    payload: dict[str, Any]
    expected_version: int
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def at_version(self, version: int) -> "Step":
        """Return the same act, decided again on a newer version of the case file."""
        return replace(self, expected_version=version)


@dataclass(frozen=True)
class Report:
    """A new case file to be reported; the request id makes a second sending harmless."""

    payload: dict[str, Any]
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass(frozen=True)
class Answer:
    """What the database says a step led to; `repeated` when the request had been answered before."""

    case_id: int
    case_number: str
    version: int
    state: str
    at: datetime
    repeated: bool


def take(connection: "psycopg2.extensions.connection", step: Step) -> Answer:
    """Take a step."""
    values = (
        step.subdistrict, step.case_id, step.action, json.dumps(step.payload), step.expected_version, step.request_id,
    )  # fmt: skip
    statement = _known.get(connection, f"{PREPARE_STEP}; {RUN_STEP}")
    _known[connection] = RUN_STEP
    try:
        return _answer(_one(connection, statement, values))
    except (psycopg2.errors.InvalidSqlStatementName, psycopg2.errors.DuplicatePreparedStatement):
        # A pool between desk and server hands out the sessions of others, which know other things, or makes one forget.
        connection.rollback()
        _known[connection] = _PLAIN_STEP
        return _answer(_one(connection, _PLAIN_STEP, values))


def report(connection: "psycopg2.extensions.connection", wanted: Report) -> Answer:
    """Report a new case file."""
    return _answer(_one(connection, _REPORT, (json.dumps(wanted.payload), wanted.request_id)))


def report_among_others(connection: "psycopg2.extensions.connection", wanted: Report) -> Answer:
    """Report a new case file in a transaction that holds others: after a deadlock all of them are to be sent again."""
    return _answer(_asked(connection, _REPORT, (json.dumps(wanted.payload), wanted.request_id)))


def acknowledge(connection: "psycopg2.extensions.connection", alarm_id: int, version: int, request_id: str) -> int:
    """Say that an alarm was seen; return the alarm's new version."""
    return int(
        _one(
            connection,
            "SELECT desk.alarm_step(%s, 'acknowledge', '{}', %s, %s)",
            (alarm_id, version, request_id),
        )
    )


def is_unanswered(error: RoomError) -> bool:
    """Return whether nobody knows if the step was taken: the connection broke before the answer came."""
    return error.code in {"database.connection_lost", "database.starting"}


def holder(case: Mapping[str, Any], now: datetime) -> str | None:
    """Return the staff number of who has claimed a case file; a claim that is over is none."""
    until = case.get("claimed_until")
    return case.get("claimed_by") if until is not None and now < until else None


def claim(connection: "psycopg2.extensions.connection", subdistrict: str, case_id: int) -> dict[str, Any]:
    """Claim a case file, or hold one's claim longer; return who holds it until when.

    Keys: case_id, version, claimed_by, claimed_role, claimed_until (a moment, or None). Refused with `room.claimed`
    while a colleague of the same post holds it.
    """
    return _claim(_one(connection, "SELECT desk.claim_case(%s, %s)", (subdistrict, case_id)))


def release(connection: "psycopg2.extensions.connection", subdistrict: str, case_id: int) -> dict[str, Any]:
    """Give one's claim back; somebody else's stays. Returns the same keys as `claim`."""
    return _claim(_one(connection, "SELECT desk.release_case(%s, %s)", (subdistrict, case_id)))


def pictures(guards: Iterable[str], limits: Mapping[str, int]) -> dict[str, int]:
    """Return how many pictures a step with these guards asks for, by what they show (`attachments.STAGES`)."""
    asked = [picture for guard in guards for picture in _PICTURES.get(guard, ())]
    wanted = {stage: limits.get(rule, 0) if rule else 1 for stage, rule in asked}
    return {stage: count for stage, count in wanted.items() if count > 0}


def missing(transition: Transition, payload: Mapping[str, Any]) -> list[str]:
    """Return the fields that still have to be filled in."""
    optional = {name for guard in transition.guards for name in _OPTIONAL.get(guard, ())}
    optional |= set(_MAY_SAY.get(transition.action, ()))
    optional -= {"reason"} if transition.reason_required else set()
    return [name for name in transition.fields() if name not in optional and payload.get(name) in (None, "")]


def _one(connection: "psycopg2.extensions.connection", statement: str, values: tuple[Any, ...]) -> Any:
    """Return the one value a statement answers; asked again when the database had to end a deadlock.

    The transaction holds nothing but this statement, and its request id makes asking again harmless. A server that lets
    nobody wait long for a lock (`lock_timeout`) ends a deadlock before it is found to be one.
    """
    for _ in range(_TRIES - 1):
        try:
            return _asked(connection, statement, values)
        except _IN_THE_WAY:
            connection.rollback()
    return _asked(connection, statement, values)


def _asked(connection: "psycopg2.extensions.connection", statement: str, values: tuple[Any, ...]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
        return row[0] if row else None


def _answer(found: Mapping[str, Any]) -> Answer:
    return Answer(
        found["case_id"], found["case_number"], found["version"], found["state"],
        datetime.fromisoformat(found["at"]), found["repeated"],
    )  # fmt: skip


def _claim(found: Mapping[str, Any]) -> dict[str, Any]:
    until = found["claimed_until"]
    return {**found, "claimed_until": datetime.fromisoformat(until) if until is not None else None}


def _position(row: Transition) -> int:
    return row.position


def _with_letters(transitions: Iterable[Transition]) -> list[Act]:
    taken = {LETTERS["report"]}
    acts = []
    for row in transitions:
        letter = LETTERS.get(row.action, "")
        acts.append(Act(row, "" if letter in taken else letter))
        taken.add(letter)
    return acts
