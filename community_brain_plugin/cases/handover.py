"""Handing a shift over, as a desk does it. The rules are the database's (`desk.hand_over` and its kin).

Every function takes a psycopg2 connection in a transaction that the caller ends; its errors come through.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg2.extensions

from .records import Row, rows

#: The sections of a report that may carry a note, in the order they are read.
SECTIONS = ("came_in", "done", "open", "overdue", "owed", "general")


@dataclass(frozen=True)
class Answer:
    """What the database says an act led to."""

    handover_id: int
    version: int
    state: str


def latest(connection: "psycopg2.extensions.connection") -> Row | None:
    """Return the open handover, else the one acknowledged last, as a row of desk.handover; None where there is none."""
    found = rows(connection, "SELECT * FROM desk.handover ORDER BY state = 'acknowledged', handover_id DESC LIMIT 1")
    return found[0] if found else None


def one(connection: "psycopg2.extensions.connection", handover_id: int) -> Row | None:
    """Return a handover by its number."""
    found = rows(connection, "SELECT * FROM desk.handover WHERE handover_id = %s", (handover_id,))
    return found[0] if found else None


def waiting(connection: "psycopg2.extensions.connection") -> list[Row]:
    """Return handovers that nobody has acknowledged, with who gave them."""
    return rows(connection, "SELECT handover_id, from_staff FROM desk.handover WHERE state = 'handed_over'")


def callbacks(connection: "psycopg2.extensions.connection") -> list[Row]:
    """Return the calls that are owed, the oldest first; none for those who may not read contacts."""
    return rows(connection, "SELECT * FROM desk.callback_owed ORDER BY first_found_at, case_id")


def prepare(connection: "psycopg2.extensions.connection") -> Answer:
    """Prepare the handover of the running shift, or take the facts of the draft anew."""
    return _answer(connection, "SELECT desk.handover_prepare()")


def write(connection: "psycopg2.extensions.connection", number: int, notes: Mapping[str, str], expected: int) -> Answer:
    """Keep the notes of a draft; `expected` is the version the person saw."""
    return _answer(connection, "SELECT desk.handover_write(%s, %s, %s)", number, json.dumps(dict(notes)), expected)


def hand_over(
    connection: "psycopg2.extensions.connection",
    number: int,
    notes: Mapping[str, str],
    to_staff: str | None,
    expected: int,
) -> Answer:
    """Hand over; the same call sent twice hands over once."""
    statement = "SELECT desk.hand_over(%s, %s, %s, %s)"
    return _answer(connection, statement, number, json.dumps(dict(notes)), to_staff, expected)


def withdraw(connection: "psycopg2.extensions.connection", number: int, expected: int) -> Answer:
    """Take a handover back that nobody has acknowledged."""
    return _answer(connection, "SELECT desk.handover_withdraw(%s, %s)", number, expected)


def acknowledge(connection: "psycopg2.extensions.connection", number: int, remark: str, expected: int) -> Answer:
    """Take a shift over; it is frozen from then on."""
    return _answer(connection, "SELECT desk.handover_acknowledge(%s, %s, %s)", number, remark or None, expected)


def called_back(connection: "psycopg2.extensions.connection", case_id: int, reached: bool, note: str = "") -> None:
    """Say that a reporter was called back, or that nobody answered."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.called_back(%s, %s, %s)", (case_id, reached, note or None))


def delivered(connection: "psycopg2.extensions.connection", case_id: int, channel: str) -> None:
    """Say that the order of a case file was printed (`slip`) or copied (`text`)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk.outbox_hand(%s, %s)", (case_id, channel))


def _answer(connection: "psycopg2.extensions.connection", statement: str, *values: Any) -> Answer:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        row = cursor.fetchone()
        found = row[0] if row else {}
    return Answer(found["handover_id"], found["version"], found["state"])
