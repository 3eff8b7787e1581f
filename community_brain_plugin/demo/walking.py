"""Walking case files through their steps, with the same fields, clocks and log rows as the database's own functions."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import subjects as words
from .crews import Crews
from .paths import HANDLED, Step
from .people import unit_for
from .workdays import WorkingTime

STAGE_SECONDS = {"accept": 900.0, "verify": 1_800.0, "dispatch": 900.0, "check": 1_800.0}
ON_TIME = 0.9
EFFECT = {
    "report": ("reported", "accept"),
    "send_verify": ("verifying", "verify"),
    "verify_result": ("reported", "accept"),
    "file": ("pending_dispatch", "dispatch"),
    "void": ("void", "stop"),
    "link_duplicate": ("void", "stop"),
    "return_to_acceptor": ("returned_acceptor", "accept"),
    "refile": ("pending_dispatch", "dispatch"),
    "void_returned": ("void", "stop"),
    "dispatch": ("pending_handle", "handle"),
    "return_to_dispatcher": ("returned_dispatcher", "none"),
    "redispatch": ("pending_handle", "handle"),
    "return_further": ("returned_acceptor", "accept"),
    "assign": ("handling", "none"),
    "submit_handling": ("handle_finish", "none"),
    "redo_worker": ("handling", "none"),
    "confirm_handling": ("feedback", "stop"),
    "handled_on_behalf": ("feedback", "stop"),
    "rework": ("pending_handle", "handle"),
    "forward_to_supervision": ("pending_check", "stop"),
    "send_check": ("checking", "check"),
    "check_result": ("pending_check", "stop"),
    "return_for_rework": ("pending_dispatch", "dispatch"),
    "close": ("closed", "stop"),
    "force_close": ("closed", "stop"),
    "urge": (None, "none"),
    "ask_extend": (None, "none"),
    "ask_suspend": (None, "none"),
    "suspend": ("suspended", "pause"),
}
"""State after an action and what it does to the clock."""
ROLE = {
    "send_verify": "acceptor",
    "verify_result": "collector",
    "file": "acceptor",
    "void": "acceptor",
    "link_duplicate": "acceptor",
    "refile": "acceptor",
    "void_returned": "acceptor",
    "send_check": "acceptor",
    "check_result": "collector",
    "return_for_rework": "acceptor",
    "close": "acceptor",
    "force_close": "shift_leader",
    "urge": "shift_leader",
    "return_to_acceptor": "dispatcher",
    "dispatch": "dispatcher",
    "redispatch": "dispatcher",
    "return_further": "dispatcher",
    "handled_on_behalf": "dispatcher",
    "rework": "dispatcher",
    "forward_to_supervision": "dispatcher",
    "ask_suspend": "dispatcher",
    "suspend": "shift_leader",
    "assign": "department",
    "return_to_dispatcher": "department",
    "ask_extend": "department",
    "redo_worker": "department",
    "confirm_handling": "department",
    "submit_handling": "worker",
}
AXIS = {
    "acceptor": "supervision",
    "collector": "supervision",
    "shift_leader": "supervision",
    "dispatcher": "command",
    "department": "handler",
    "worker": "handler",
}
REASONS = {
    "void": words.VOID_REASONS,
    "void_returned": words.VOID_REASONS,
    "link_duplicate": words.DUPLICATE_REASONS,
    "return_to_acceptor": words.FURTHER_REASONS,
    "return_to_dispatcher": words.RETURN_REASONS,
    "return_further": words.FURTHER_REASONS,
    "redo_worker": words.REDO_REASONS,
    "rework": words.REWORK_REASONS,
    "return_for_rework": words.REWORK_REASONS,
    "force_close": words.FORCE_REASONS,
    "urge": words.URGE_REASONS,
    "ask_extend": words.EXTEND_REASONS,
    "ask_suspend": words.SUSPEND_REASONS,
}


class Walker:
    """Takes one case file at a time through its path until it ends or the room's present is reached."""

    def __init__(self, crews: Crews, time: WorkingTime, limits: dict, now: float, rng: np.random.Generator) -> None:
        self._crews, self._time, self._limits, self._now, self._rng = crews, time, limits, now, rng
        self._passes = True
        self.log: list[tuple] = []

    def walk(self, case: dict[str, Any], steps: list[Step], number: int, is_fresh: bool = False) -> dict[str, Any]:
        """Fill the fields of a reported case and note its log rows under `number`.

        This morning (`is_fresh`) each handling unit has one worker out, so that he has enough to do at his desk.
        """
        self._case, self._number, self._moment, self._is_fresh = case, number, case["found"], is_fresh
        case |= {
            "version": 0,
            "state": None,
            "deadline_at": None,
            "original_deadline_at": None,
            "rework_count": 0,
            "return_count": 0,
            "urge_count": 0,
            "priority": 3,
            "handler": None,
            "department_code": None,
            "on_behalf": False,
            "handled_by": None,
            "late": False,
            "state_before": None,
            "pending": None,
            "pending_by": None,
            "pending_until": None,
            "suspended_until": None,
            "suspend_count": 0,
            "paused_clock": None,
            "paused_due_at": None,
            "paused_yellow_at": None,
        }
        reporter = "collector" if case["source"] == "collector" else "acceptor"
        case["reported_by"] = self._crews.draw(reporter, self._moment)
        payload = {key: case[key] for key in ("kind", "class_code", "x", "y", "address", "description", "source")}
        if case["component_identity"]:
            payload["component_identity"] = case["component_identity"]
        self._enter("report", case["reported_by"], reporter, payload, None)
        for step, following in zip(steps, [*steps, None][1:], strict=True):
            moment = self._when(step)
            if moment > self._now:
                break
            self._moment = round(moment, 3)
            self._passes = following is None or following.action != "return_for_rework"
            self._act(step.action)
        return case

    def _when(self, step: Step) -> float:
        """The moment of a step; handling takes a share of the limit, and about one in ten is late."""
        case = self._case
        if step.pause != HANDLED:
            return self._moment + step.pause
        seconds, working, _ = self._limits[case["kind"], case["class_code"], case["condition_no"]]
        late = self._rng.random() > ON_TIME
        share = self._rng.uniform(1.05, 2.4) if late else 0.96 * self._rng.beta(1.6, 2.6)
        done = self._time.limit(case["clock_started_at"], seconds * share, working)
        if late:
            self._urge_before(done)
        return max(done, self._moment + 120.0)

    def _urge_before(self, done: float) -> None:
        moment = self._case["deadline_at"] + self._rng.uniform(300.0, 5_400.0)
        if self._rng.random() < 0.55 and self._moment + 60.0 < moment < min(done - 60.0, self._now):
            self._moment = round(moment, 3)
            self._act("urge")

    def _act(self, action: str) -> None:
        case, role = self._case, ROLE[action]
        if action == "close" and self._rng.random() < 0.1:
            role = "shift_leader"
        person = self._person(action, role)
        payload: dict[str, Any] = {}
        case |= getattr(self, f"_{action}", self._nothing)(person, payload)
        reason = self._answer() if action == "handled_on_behalf" else None
        if action in REASONS:
            choice = REASONS[action]
            reason = choice[int(self._rng.random() * len(choice))]
        self._enter(action, person, role, payload, reason)

    def _person(self, action: str, role: str) -> str:
        case = self._case
        if action == "submit_handling":
            return case["handler"]
        if role in ("department", "worker"):
            return self._crews.of_unit(case["department_code"], role)
        return self._crews.draw(role, self._moment)

    def _enter(self, action: str, person: str, role: str, payload: dict, reason: str | None) -> None:
        """State, clock and version of the case file, and the row of its log."""
        case = self._case
        before, (state, effect) = case["state"], EFFECT[action]
        case["state"] = state or before
        case["version"] += 1
        case["late"] |= case.get("clock") == "handle" and self._moment > case["deadline_at"]
        self._clock(effect)
        self.log.append(
            (
                self._number,
                case["version"],
                self._moment,
                action,
                before,
                case["state"],
                self._crews.login[person],
                person,
                role,
                AXIS[role],
                reason,
                payload,
            )
        )

    def _clock(self, effect: str) -> None:
        case, moment = self._case, self._moment
        if effect == "none":
            return
        if effect == "pause":
            case |= {f"paused_{key}": case[key] for key in ("clock", "due_at", "yellow_at")}
        if effect in ("stop", "pause"):
            paused = effect == "pause"
            case |= {
                "clock": "paused" if paused else "none",
                "clock_started_at": moment if paused else None,
                "yellow_at": None,
                "due_at": None,
            }
            return
        case |= {"clock": effect, "clock_started_at": moment}
        if effect != "handle":
            case |= {"due_at": moment + STAGE_SECONDS[effect], "yellow_at": moment + 0.75 * STAGE_SECONDS[effect]}
            return
        seconds, working, _ = self._limits[case["kind"], case["class_code"], case["condition_no"]]
        if case["deadline_at"] is None:
            case["deadline_at"] = self._time.limit(moment, seconds, working)
            case["original_deadline_at"] = case["original_deadline_at"] or case["deadline_at"]
            case["yellow_at"] = self._time.limit(moment, 0.75 * seconds, working)
        else:
            case["yellow_at"] = max(moment, case["deadline_at"] - 0.25 * (case["deadline_at"] - moment))
        case["due_at"] = case["deadline_at"]

    def _answer(self) -> str:
        """What the handling unit says it did."""
        case = self._case
        choice = words.SAID["component" if case["kind"] == "component" else case["class_code"][:2]]
        return choice[int(self._rng.random() * len(choice))]

    def _nothing(self, person: str, payload: dict) -> dict[str, Any]:
        return {}

    def _verify_result(self, person: str, payload: dict) -> dict[str, Any]:
        payload["finding"] = words.FINDINGS[int(self._rng.random() * len(words.FINDINGS))]
        return {}

    def _file(self, person: str, payload: dict) -> dict[str, Any]:
        case = self._case
        payload["condition_no"] = int(case["condition_no"])
        priority = self._limits[case["kind"], case["class_code"], case["condition_no"]][2]
        return {"filed_at": self._moment, "filed_by": person, "priority": priority}

    _refile = _file

    def _dispatch(self, person: str, payload: dict) -> dict[str, Any]:
        case = self._case
        again = case["return_count"] > 0 and self._rng.random() < 0.8
        home = case["owner"] if case["owner"] and not again else None
        unit = home or unit_for(case["class_code"], case["community"], self._rng.random() + (0.5 if again else 0.0))
        # Work to be done again goes to the unit that did it.
        unit = case["department_code"] or unit
        payload["department_code"] = unit
        return {"dispatched_at": self._moment, "dispatched_by": person, "department_code": unit, "handler": None}

    _redispatch = _dispatch

    def _assign(self, person: str, payload: dict) -> dict[str, Any]:
        unit = self._case["department_code"]
        payload["handler"] = self._crews.first_of(unit) if self._is_fresh else self._crews.of_unit(unit, "worker")
        return {"handler": payload["handler"]}

    def _submit_handling(self, person: str, payload: dict) -> dict[str, Any]:
        payload["finding"] = self._answer()
        return {"handled_at": self._moment, "handled_by": person, "on_behalf": False}

    def _confirm_handling(self, person: str, payload: dict) -> dict[str, Any]:
        return {"feedback_at": self._moment}

    def _handled_on_behalf(self, person: str, payload: dict) -> dict[str, Any]:
        officer = self._crews.of_unit(self._case["department_code"], "department")
        payload |= {
            "said_by": self._crews.name[officer],
            "channel": "phone" if self._rng.random() < 0.7 else "chat",
            "said_at": iso(self._moment - 120.0),
        }
        return {
            "handled_at": self._moment,
            "handled_by": payload["said_by"],
            "on_behalf": True,
            "feedback_at": self._moment,
        }

    def _return_to_acceptor(self, person: str, payload: dict) -> dict[str, Any]:
        return {"return_count": self._case["return_count"] + 1, "handler": None}

    _return_further = _return_to_acceptor

    def _return_to_dispatcher(self, person: str, payload: dict) -> dict[str, Any]:
        return self._return_to_acceptor(person, payload) | {"department_code": None}

    def _rework(self, person: str, payload: dict) -> dict[str, Any]:
        return {
            "rework_count": self._case["rework_count"] + 1,
            "check_passed": None,
            "handler": None,
            "deadline_at": None,
        }

    _return_for_rework = _rework

    def _check_result(self, person: str, payload: dict) -> dict[str, Any]:
        payload["passed"] = self._passes
        return {"checked_at": self._moment, "checked_by": person, "check_passed": payload["passed"]}

    def _close(self, person: str, payload: dict) -> dict[str, Any]:
        payload["closing_condition_no"] = int(self._case["condition_no"])
        return self._end(person, payload) | {"closing_condition_no": payload["closing_condition_no"]}

    def _end(self, person: str, payload: dict) -> dict[str, Any]:
        return {"closed_at": self._moment, "closed_by": person}

    _void = _void_returned = _force_close = _end

    def _link_duplicate(self, person: str, payload: dict) -> dict[str, Any]:
        payload["duplicate_of"] = self._case["original"]
        return self._end(person, payload)

    def _urge(self, person: str, payload: dict) -> dict[str, Any]:
        return {"urge_count": self._case["urge_count"] + 1}

    def _ask_extend(self, person: str, payload: dict) -> dict[str, Any]:
        return {"pending": "extend", "pending_by": person}

    def _ask_suspend(self, person: str, payload: dict) -> dict[str, Any]:
        until = self._moment + 86_400.0 * round(self._rng.uniform(12.0, 90.0))
        payload["until"] = iso(until)
        return {"pending": "suspend", "pending_by": person, "pending_until": until}

    def _suspend(self, person: str, payload: dict) -> dict[str, Any]:
        return {
            "pending": None,
            "pending_by": None,
            "pending_until": None,
            "suspended_until": self._case["pending_until"],
            "suspend_count": 1,
            "state_before": self._case["state"],
        }


def iso(moment: float) -> str:
    """A moment as text with its zone, in UTC."""
    return str(np.datetime64(round(moment * 1000.0), "ms")) + "+00:00"
