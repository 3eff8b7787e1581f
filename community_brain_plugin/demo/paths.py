"""Which way a case file goes: the actions and the pauses between them, before anybody's clock is applied."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

HANDLED = -1.0
"""A pause of its own kind: until the place is in order, as a share of the time limit."""


class Step(NamedTuple):
    """An action and the seconds before it; `HANDLED` is worked out from the time limit."""

    action: str
    pause: float


class Paths:
    """Draws paths: most go straight, some are verified, returned, reworked or voided."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng

    def draw(self, source: str) -> list[Step]:
        """The whole way of one report."""
        rng = self._rng
        steps: list[Step] = []
        if rng.random() < (0.42 if source in ("hotline", "higher_level", "sensor") else 0.04):
            steps += [Step("send_verify", self._soon(150)), Step("verify_result", self._soon(720))]
        if rng.random() < (0.12 if steps else 0.02):
            return [*steps, Step("void", self._soon(180))]
        steps.append(Step("file", self._soon(200)))
        if rng.random() < 0.02:
            steps.append(Step("return_to_acceptor", self._soon(240)))
            if rng.random() < 0.25:
                return [*steps, Step("void_returned", self._soon(300))]
            steps.append(Step("refile", self._soon(260)))
        steps.append(Step("dispatch", self._soon(190)))
        self._returns(steps)
        self._handling(steps)
        if rng.random() < 0.003:
            return [*steps, Step("force_close", self._soon(86_400.0))]
        self._judging(steps)
        return steps

    def _returns(self, steps: list[Step]) -> None:
        chance = self._rng.random()
        if chance < 0.035:
            steps += [Step("return_to_dispatcher", self._soon(1_500)), Step("redispatch", self._soon(420))]
        elif chance < 0.041:
            steps += [
                Step("return_to_dispatcher", self._soon(1_500)),
                Step("return_further", self._soon(500)),
                Step("refile", self._soon(400)),
                Step("dispatch", self._soon(240)),
            ]

    def _handling(self, steps: list[Step]) -> None:
        if self._rng.random() < 0.42:
            steps.append(Step("handled_on_behalf", HANDLED))
        else:
            steps += [Step("assign", self._soon(900)), Step("submit_handling", HANDLED)]
            if self._rng.random() < 0.03:
                steps += [Step("redo_worker", self._soon(500)), Step("submit_handling", self._soon(2_400))]
            steps.append(Step("confirm_handling", self._soon(420)))
        if self._rng.random() < 0.02:
            steps.append(Step("rework", self._soon(500)))
            self._handling(steps)

    def _judging(self, steps: list[Step]) -> None:
        steps += [
            Step("forward_to_supervision", self._soon(300)),
            Step("send_check", self._soon(260)),
            Step("check_result", self._soon(900)),
        ]
        if self._rng.random() < 0.035:
            steps += [Step("return_for_rework", self._soon(300)), Step("dispatch", self._soon(220))]
            self._handling(steps)
            self._judging(steps)
        else:
            steps.append(Step("close", self._soon(240)))

    def _soon(self, median: float) -> float:
        """A pause around a median, seldom more than four times as long."""
        return float(min(median * np.exp(self._rng.normal(0.0, 0.55)), median * 6.0)) + 5.0


OPEN_WAYS: dict[str, tuple[tuple[str, ...], tuple[float, float], int]] = {
    # what stands there: the actions that lead there; minutes since the last of them; how many case files
    "reported": ((), (0.5, 9.0), 6),
    "verifying": (("send_verify",), (2.0, 20.0), 3),
    "pending_dispatch": (("file",), (0.5, 11.0), 7),
    "returned_acceptor": (("file", "return_to_acceptor"), (2.0, 10.0), 3),
    "pending_handle": (("file", "dispatch"), (4.0, 90.0), 10),
    "returned_dispatcher": (("file", "dispatch", "return_to_dispatcher"), (2.0, 30.0), 2),
    "handling": (("file", "dispatch", "assign"), (5.0, 80.0), 14),
    "extension asked": (("file", "dispatch", "assign", "ask_extend"), (2.0, 12.0), 3),
    "suspension asked": (("file", "dispatch", "ask_suspend"), (2.0, 40.0), 2),
    "third return": (
        ("file", "dispatch", *("return_to_dispatcher", "redispatch") * 2, "return_to_dispatcher"),
        (2.0, 12.0),
        2,
    ),
    "handle_finish": (("file", "dispatch", "assign", "submit_handling"), (2.0, 25.0), 4),
    "feedback": (("file", "dispatch", "assign", "submit_handling", "confirm_handling"), (1.0, 20.0), 4),
    "pending_check": (("file", "dispatch", "handled_on_behalf", "forward_to_supervision"), (1.0, 15.0), 4),
    "checking": (("file", "dispatch", "handled_on_behalf", "forward_to_supervision", "send_check"), (2.0, 20.0), 3),
    "suspended": (("file", "dispatch", "ask_suspend", "suspend"), (300.0, 9_000.0), 3),
}
"""What lies on the desks when the room opens."""
WORK = {
    "submit_handling": (15.0, 60.0),
    "handled_on_behalf": (20.0, 80.0),
    "assign": (3.0, 20.0),
    "return_to_dispatcher": (8.0, 30.0),
    "ask_extend": (2.0, 10.0),
    "ask_suspend": (20.0, 60.0),
    "suspend": (5.0, 30.0),
}


def open_way(name: str, rng: np.random.Generator) -> tuple[list[Step], float]:
    """The short way of a case file that stands open now (see OPEN_WAYS), and the seconds since its last step."""
    actions, (least, most), _ = OPEN_WAYS[name]
    steps = []
    for action in actions:
        low, high = WORK.get(action, (1.0, 7.0))
        steps.append(Step(action, float(rng.uniform(low, high)) * 60.0))
    return steps, float(rng.uniform(least, most)) * 60.0
