"""The simulator's people: whose turn it is, when they get round to it, and which step they take."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from . import subjects as words
from .people import roll

LEFT_TO_THE_DESK = 0.4
"""Share of the room's own steps that a colleague leaves to whoever sits at the desk, for a while."""
PATIENCE = 1_500.0
"""Seconds after which a colleague takes such a step after all."""
PAUSES = {
    "reported": 240.0,
    "verifying": 600.0,
    "pending_dispatch": 220.0,
    "returned_acceptor": 300.0,
    "pending_handle": 900.0,
    "returned_dispatcher": 360.0,
    "handling": 2_700.0,
    "handle_finish": 420.0,
    "feedback": 240.0,
    "pending_check": 240.0,
    "checking": 780.0,
}
"""Median seconds a case file waits in a state."""
LONGEST_WORK = 6.0 * 3_600.0
"""A handling unit with days of time takes at most this long, so that the room stays alive."""
ROOM_POSTS = {"acceptor", "dispatcher"}


@dataclass(frozen=True)
class Move:
    """A step somebody will take: the login to take it with, the action and its payload."""

    login: str
    action: str
    payload: dict[str, Any]


@dataclass
class Colleagues:
    """Decides for every open case file; the same case file in the same version is decided the same way."""

    seed: int
    duty: dict[str, list[str]] = field(default_factory=dict)
    """Staff numbers on duty by post; the first of a room post is taken for the person at the desk."""

    def __post_init__(self) -> None:
        people = roll()
        self._login = {number: login for number, login, _, _ in people}
        self._unit: dict[tuple[str, str], list[str]] = {}
        for number, _, unit, held in people:
            for role in held:
                if unit:
                    self._unit.setdefault((unit, role), []).append(number)

    def pause(self, case: dict[str, Any]) -> float:
        """Seconds after which the next step of a case file is taken."""
        rng = self._stream(case, 1)
        wait = PAUSES[case["state"]] * float(np.exp(rng.normal(0.0, 0.5)))
        if case["state"] in ("pending_handle", "handling") and case["due_at"] is not None:
            left = (case["due_at"] - case["now"]).total_seconds()
            wait += min(max(0.0, left) * float(rng.uniform(0.05, 0.6)), LONGEST_WORK)
        if self._post(case["state"]) in ROOM_POSTS and rng.random() < LEFT_TO_THE_DESK:
            wait += PATIENCE
        return wait

    def move(self, case: dict[str, Any], recommended: str | None) -> Move | None:
        """The next step of a case file, or None when nobody is there to take it."""
        rng = self._stream(case, 2)
        action, payload = self._choose(case, recommended, rng)
        post = {"verify_result": "collector", "check_result": "collector"}.get(action) or self._post(case["state"])
        if action == "handled_on_behalf":
            post = "dispatcher"
        number = case["handler"] if action == "submit_handling" else self._person(post, case["department_code"], rng)
        if number is None or number not in self._login:
            return None
        if action == "assign":
            payload["handler"] = self._person("worker", case["department_code"], rng)
        return Move(self._login[number], action, payload)

    def login(self, number: str) -> str | None:
        """The login of a staff number."""
        return self._login.get(number)

    def somebody(self, post: str, rng: np.random.Generator) -> str | None:
        """The login of a colleague on duty in a post."""
        number = self._person(post, None, rng)
        return self._login.get(number) if number else None

    def _stream(self, case: dict[str, Any], purpose: int) -> np.random.Generator:
        return np.random.default_rng([self.seed, int(case["case_id"]), int(case["version"]), purpose])

    def _post(self, state: str) -> str:
        if state in ("pending_dispatch", "returned_dispatcher", "feedback"):
            return "dispatcher"
        if state in ("pending_handle", "handle_finish"):
            return "department"
        if state == "handling":
            return "worker"
        return "collector" if state in ("verifying", "checking") else "acceptor"

    def _person(self, post: str, unit: str | None, rng: np.random.Generator) -> str | None:
        people = (
            self._unit.get((unit, post), []) if unit and post in ("department", "worker") else self.duty.get(post, [])
        )
        if post in ROOM_POSTS and len(people) > 1:
            people = people[1:]
        return people[int(rng.random() * len(people))] if people else None

    def _choose(
        self, case: dict[str, Any], recommended: str | None, rng: np.random.Generator
    ) -> tuple[str, dict[str, Any]]:
        """Action and payload by state; now and then one of the side ways."""
        chance, state = float(rng.random()), case["state"]
        if state == "reported":
            return self._at_intake(case, chance, rng)
        if state == "pending_check":
            return self._at_check(case, rng)
        if state == "pending_handle":
            return self._at_unit(case, chance, rng)
        simple: dict[str, tuple[str, dict[str, Any]]] = {
            "verifying": ("verify_result", {"finding": _one_of(words.FINDINGS, rng)}),
            "pending_dispatch": ("dispatch", {"department_code": recommended}),
            "returned_dispatcher": ("redispatch", {"department_code": recommended}),
            "returned_acceptor": ("refile", {"condition_no": case["condition_no"] or 1}),
            "handling": ("submit_handling", {"finding": _answer(case, rng)}),
            "handle_finish": ("confirm_handling", {}),
            "feedback": ("forward_to_supervision", {}),
            "checking": ("check_result", {"passed": chance > 0.06, "finding": "现场核查"}),
        }
        if state == "feedback" and chance < 0.03:
            return "rework", {"reason": _one_of(words.REWORK_REASONS, rng)}
        return simple[state]

    def _at_intake(self, case: dict[str, Any], chance: float, rng: np.random.Generator) -> tuple[str, dict[str, Any]]:
        if chance < 0.25 and case["version"] == 1 and case["source"] != "collector":
            return "send_verify", {}
        if chance > 0.95:
            return "void", {"reason": _one_of(words.VOID_REASONS, rng)}
        return "file", {"condition_no": int(rng.integers(1, case["conditions"] + 1))}

    def _at_unit(self, case: dict[str, Any], chance: float, rng: np.random.Generator) -> tuple[str, dict[str, Any]]:
        if chance < 0.04:
            return "return_to_dispatcher", {"reason": _one_of(words.RETURN_REASONS, rng)}
        if chance < 0.3:
            said = {"said_by": "值班人员", "channel": "phone", "said_at": case["now"].isoformat()}
            return "handled_on_behalf", said | {"reason": _answer(case, rng)}
        return "assign", {}

    def _at_check(self, case: dict[str, Any], rng: np.random.Generator) -> tuple[str, dict[str, Any]]:
        checked = (
            case["checked_at"] is not None
            and case["handled_at"] is not None
            and case["checked_at"] >= case["handled_at"]
        )
        if not checked or case["check_passed"] is None:
            return "send_check", {}
        if case["check_passed"]:
            return "close", {"closing_condition_no": case["condition_no"]}
        return "return_for_rework", {"reason": _one_of(words.REWORK_REASONS, rng)}


def _one_of(choice: tuple[str, ...], rng: np.random.Generator) -> str:
    return choice[int(rng.random() * len(choice))]


def _answer(case: dict[str, Any], rng: np.random.Generator) -> str:
    """What a handling unit says it did."""
    return _one_of(words.SAID["component" if case["kind"] == "component" else case["class_code"][:2]], rng)
