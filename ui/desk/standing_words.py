"""What a case file's state does not say: what was asked for, until when it rests, why it came back, that it was urged.

Whoever is to answer a request, or to do something again, decides by this; it stands at the head of the details.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ...cases import steps
from ...cases.records import Rules
from ...wording import name
from ..words import escape, labelled, moment, named
from .case_words import staff_and_role

Row = Mapping[str, Any]

translate = QCoreApplication.translate

# What is pending, and the act that asked for it.
_ASKED_BY = {"extend": "ask_extend", "suspend": "ask_suspend", "appeal": "ask_appeal", "appeal_endorsed": "ask_appeal"}
# Acts that send a case file back, or refuse what was asked for: whoever has it now must know why.
_SENT_BACK = frozenset({
    "return_to_acceptor", "return_to_dispatcher", "return_further", "rule_return", "unassign", "redo_worker", "rework",
    "return_for_rework", "refuse_extend", "refuse_suspend", "refuse_appeal",
})  # fmt: skip
# Acts after which the reason before them is settled.
_SETTLED = frozenset({
    "report", "file", "submit_handling", "handled_on_behalf", "confirm_handling", "extend", "suspend", "close",
    "force_close", "appeal",
})  # fmt: skip
# A ruling stands beside the return it is about.
_MOST_SENT_BACK = 2


def standing_html(case: Row, log: Sequence[Row], rules: Rules | None, extended: datetime | None = None) -> str:
    """Return a line for each of these things; `log` is the case file's, empty as long as it has not been read.

    `extended` is when the case file would be due if what was asked for were granted, once that is known.
    """
    lines = [_asked(case, log, rules), _extended(extended), _rests(case, log), _ruling(case, rules)]
    return "<br>".join(line for line in (*lines, *_sent_back(case, log), _urged(case, log)) if line)


def is_answer(transition: steps.Transition) -> bool:
    """Whether an act answers what was asked for, ends a rest, or rules on a return: the lines above decide it."""
    is_rest_over = transition.from_state == "suspended"
    return is_rest_over or transition.pending_from not in ("*", "none") or "ruling" in transition.guards


def _asked(case: Row, log: Sequence[Row], rules: Rules | None) -> str:
    pending = str(case.get("pending") or "none")
    if pending == "none":
        return ""
    words = name("case_pending", pending)
    if case.get("pending_until"):
        until = translate("CaseWords", "until {time}").format(time=moment(case["pending_until"]))
        words = f"{words} · {until}"
    entry = _last(log, {_ASKED_BY.get(pending, "")})
    if entry is None and case.get("pending_by") and rules is not None:
        return _line("◆", words, str(rules.staff_name(case["pending_by"])))
    return _line("◆", words, _who_and_why(entry))


def _extended(until: datetime | None) -> str:
    if until is None:
        return ""
    return _line("→", translate("CaseWords", "Extended, it is due {time}").format(time=moment(until)), "")


def _rests(case: Row, log: Sequence[Row]) -> str:
    if case["state"] != "suspended":
        return ""
    words = translate("CaseWords", "Suspended until {time}").format(time=moment(case.get("suspended_until")))
    return _line("◆", words, _who_and_why(_last(log, {"ask_suspend"})))


def _ruling(case: Row, rules: Rules | None) -> str:
    if rules is None or not case["state"].startswith("returned") or not steps.awaits_ruling(
        case, rules.transitions.limits
    ):  # fmt: skip
        return ""
    words = translate("CaseWords", "Returned {count} times: first the shift leader rules whose it is")
    return _line("◆", words.format(count=case["return_count"]), "")


def _sent_back(case: Row, log: Sequence[Row]) -> list[str]:
    if not case["is_open"]:
        return []
    found: list[str] = []
    for row in reversed(log):
        if row["action"] in _SETTLED or len(found) == _MOST_SENT_BACK:
            break
        if row["action"] in _SENT_BACK:
            found.append(_line("↩", named(row, "action"), _who_and_why(row)))
    return found


def _urged(case: Row, log: Sequence[Row]) -> str:
    if not case.get("urge_count") or not case["is_open"]:
        return ""
    words = translate("CaseWords", "Urged, {count} in all").format(count=case["urge_count"])
    return _line("▲", words, _who_and_why(_last(log, {"urge"})))


def _last(log: Sequence[Row], actions: Iterable[str]) -> Row | None:
    return next((row for row in reversed(log) if row["action"] in actions), None)


def _who_and_why(entry: Row | None) -> str:
    """Return who took a step and when, and why."""
    if entry is None:
        return ""
    who = f"{staff_and_role(entry)} {moment(entry['at'])[5:]}"
    return labelled(who, entry["reason"]) if entry.get("reason") else who


def _line(mark: str, words: str, more: str) -> str:
    return " · ".join(part for part in (f"{mark} <b>{escape(words)}</b>", escape(more)) if part)
