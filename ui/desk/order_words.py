"""What the desk writes about an order: by which way it went to whom, how that went, what was answered and by whom."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ...cases.orders import WITHDRAWAL
from ...wording import say
from ..words import bracketed, clauses, moment, named
from .fields import channel_choices

Row = Mapping[str, Any]


def holds(row: Row) -> bool:
    """Return whether a message is one to see to: no other order came after it, and the case file has not moved on.

    That an order is withdrawn is to be told to its unit whatever another unit has been sent since.
    """
    return bool(row["is_valid"] and (row["is_latest"] or is_withdrawal(row)))


def is_withdrawal(row: Row) -> bool:
    """Return whether a message tells a unit that the order it has is withdrawn."""
    return row.get("level") == WITHDRAWAL


def is_to_tell(row: Row) -> bool:
    """Return whether a person has still to tell a unit that the order it has is withdrawn."""
    if not is_withdrawal(row) or not holds(row):
        return False
    return row["standing"] == "failed" or (row["channel"] != "webhook" and row["standing"] != "delivered")


def has_failed(row: Row) -> bool:
    """Return whether an order that is to be followed did not arrive, and is not tried any more."""
    return holds(row) and row["standing"] == "failed"


def is_under_way(row: Row) -> bool:
    """Return whether something becomes of an order without anybody's doing: its delivery, or the note of its end."""
    if row["standing"] == "withdrawn":
        return row["withdrawn_at"] is None
    return row["standing"] in ("waiting", "retrying") and row["channel"] == "webhook"


def order_line(row: Row) -> str:
    """Return in one line by which way an order went to whom, how that went, and what the unit answered."""
    stands = say(f"delivery.{row['standing']}", attempts=row["attempts"])
    who = f" ({row['delivered_by_name']})" if row.get("delivered_by_name") else ""
    at = row["withdrawn_at"] if row["standing"] == "withdrawn" else row["delivered_at"] or row["created_at"]
    when = f" {moment(at)[5:]}" if at is not None else ""
    way = f"{say('channel.' + row['channel'])} → {named(row, 'department')}"
    if is_withdrawal(row):
        way = QCoreApplication.translate("Deliveries", "withdrawal: {order}").format(order=way)
    elif row.get("level") is not None:
        way = QCoreApplication.translate("Deliveries", "escalation: {order}").format(order=way)
    elif row.get("rework_reason"):
        way = QCoreApplication.translate("Deliveries", "rework: {order}").format(order=way)
    parts = [way, f"{stands}{when}{who}"]
    if not row["is_valid"] and row["standing"] != "withdrawn":
        parts.append(QCoreApplication.translate("Deliveries", "no longer valid"))
    if row.get("rework_reason"):
        words = QCoreApplication.translate("Deliveries", "what was wrong: {reason}")
        parts.append(words.format(reason=row["rework_reason"]))
    if row.get("withdrawal"):
        words = QCoreApplication.translate("Deliveries", "{act}: {reason}")
        parts.append(words.format(act=named(row["withdrawal"], "action"), reason=row["withdrawal"]["reason"] or "–"))
    if row.get("answer"):
        words = QCoreApplication.translate("Deliveries", "answer: {answer}")
        parts.append(words.format(answer=_answer(row)))
    return " · ".join(parts)


def order_log(row: Row) -> list[str]:
    """Return what happened to an order, a line each, the first first: attempts, deliveries, answers, its withdrawal."""
    return [_entry(entry) for entry in row.get("log") or ()]


def _answer(row: Row) -> str:
    """Return the last answer, with who said so by which way and when where somebody did and no machine."""
    last = next((entry for entry in reversed(row.get("log") or ()) if entry["action"] == "answered"), None)
    if last is None or last["details"].get("answer") != row["answer"]:
        return str(row["answer"])
    return bracketed(row["answer"], _said(last))


def _said(entry: Row) -> str:
    details = entry["details"]
    way = details.get("channel")
    way = next((choice.text for choice in channel_choices() if choice.value == way), way)
    parts = (details.get("said_by"), way, _when(entry))
    return clauses(str(part) for part in parts if part)


def _entry(entry: Row) -> str:
    details = entry["details"]
    words = {
        "handed": QCoreApplication.translate("Deliveries", "handed out"),
        "delivered": QCoreApplication.translate("Deliveries", "delivered"),
        "attempt_failed": QCoreApplication.translate("Deliveries", "attempt failed"),
        "again": QCoreApplication.translate("Deliveries", "sent again"),
        "answered": QCoreApplication.translate("Deliveries", "answered"),
        "withdrawn": QCoreApplication.translate("Deliveries", "withdrawn"),
    }.get(entry["action"], entry["action"])
    said = details.get("said_by"), details.get("answer"), details.get("note"), entry.get("staff_name")
    return " · ".join([f"{_when(entry)} {words}", *(str(part) for part in said if part)])


def _when(entry: Row) -> str:
    return moment(datetime.fromisoformat(entry["at"]))[5:]
