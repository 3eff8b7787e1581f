"""Rows, rules and a desk without a server: a RoomModel that is fed by hand, queries that a test answers."""

import csv
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEvent

from community_brain_plugin import resources
from community_brain_plugin.cases import records, steps
from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.database.difference import Clock, Difference
from community_brain_plugin.database.feed import Connection, ConnectionState
from community_brain_plugin.ui.desk.context import DeskContext
from community_brain_plugin.ui.live.room_model import RoomModel

PROFILE = "GB/T 47678.5-2026"
SUBDISTRICT = "990106001"
NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)


def case(number: int, state: str = "pending_dispatch", due: float | None = 60, **more: Any) -> dict[str, Any]:
    """Return a row of desk.case_live, due so many minutes after noon."""
    due_at = None if due is None else NOON + timedelta(minutes=due)
    row = {
        "subdistrict": SUBDISTRICT, "case_id": number, "case_number": f"20261121-{number:06d}", "version": 2,
        "state": state, "state_zh": STATES[state]["name_zh"], "state_en": STATES[state]["name_en"],
        "holder_axis": STATES[state]["holder_axis"], "is_open": STATES[state]["is_open"] == "true",
        "profile": PROFILE, "kind": "event", "class_code": "09012", "class_label": "09-012",
        "class_zh": "占用消防通道", "class_en": "Blocked fire lane", "condition_no": 1, "priority": 1, "source": "desk",
        "component_identity": None, "alarm_id": None, "unit_grid_code": "990106001001001", "community_zh": "东社区",
        "community_en": "East", "address": f"松涛路{number}号", "description": "car", "first_found_at": NOON,
        "dispatched_at": None, "deadline_at": None, "closed_at": None, "department_code": None, "department_zh": None,
        "department_en": None, "department_phone": None, "handler": None, "claimed_by": None, "due_at": due_at,
        "yellow_at": due_at and due_at - timedelta(minutes=15), "duplicate_of": None, "x": 10.0 * number, "y": 20.0,
    }  # fmt: skip
    return {**row, **more}


def alarm(number: int, priority: int = 2, minutes: float = 5, **more: Any) -> dict[str, Any]:
    """Return a row of desk.alarm_live, raised so many minutes before noon."""
    row = {
        "subdistrict": SUBDISTRICT, "alarm_id": number, "version": 1, "sensor_code": f"S{number}",
        "sensor_kind": "smoke", "sensor_kind_zh": "烟感", "sensor_kind_en": "Smoke", "sensor_name": f"烟感{number}",
        "address": "松涛路1号", "rule_zh": "烟雾报警", "rule_en": "Smoke alarm", "event_class_code": "09012",
        "priority": priority, "raised_at": NOON - timedelta(minutes=minutes), "raised_value": 3.0, "unit": "%",
        "cleared_at": None, "acknowledged_at": None, "shelved_until": None, "case_id": None, "x": 1.0, "y": 2.0,
    }  # fmt: skip
    return {**row, **more}


def rules() -> records.Rules:
    """Return the shipped rules, with two handling units and a few people."""
    transitions = read("case_transition")
    for row in transitions:
        row["reason_required"] = row["reason_required"] == "true"
        row["position"] = int(row["position"])
    conditions: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for row in read("class_condition"):
        row["condition_no"] = int(row["condition_no"])
        conditions.setdefault((row["profile"], row["kind"], row["class_code"]), []).append(row)
    classes = [
        {**row, "label": f"{row['major_code']}-{row['minor_code']}"}
        for row in read("class")
        if row["profile"] == PROFILE
    ]
    units = [
        {"department_code": code, "name_zh": zh, "name_en": en, "phone": "100", "channel": "slip"}
        for code, zh, en in (("D01", "安居物业", "Anju Property"), ("D02", "环卫所", "Sanitation"))
    ]
    people = [
        {"staff_number": number, "name": name, "department_code": unit, "phone": None, "roles": [role]}
        for number, name, unit, role in (("C1", "白德", None, "collector"), ("W1", "张平", "D01", "worker"))
    ]
    return records.Rules(
        steps.Transitions.of(transitions, limits={row["rule"]: int(row["amount"]) for row in read("case_limit")}),
        tuple(classes),
        {key: tuple(found) for key, found in conditions.items()},
        tuple(units),
        tuple(people),
        {PROFILE: frozenset(int(row["day"][:4]) for row in read("calendar_day"))},
    )


def read(table: str) -> list[dict[str, Any]]:
    """Return the rows of a code table."""
    with resources.path("code_tables", f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


STATES = {row["state"]: row for row in read("case_state")}


@dataclass
class Asked:
    """One question to the room, to be answered by the test."""

    work: Any
    done: Any
    failed: Any


@dataclass
class HandQueries:
    """Stands for ui.live.queries.Queries: keeps every question until the test answers it."""

    asked: list[Asked] = field(default_factory=list)

    def run(self, work, done, failed, seconds=20.0):
        self.asked.append(Asked(work, done, failed))

    def sent(self, kind: type = steps.Step) -> list[Any]:
        """Return the steps (or reports) among the questions, in the order they were sent."""
        found = []
        for asked in self.asked:
            held = [cell.cell_contents for cell in asked.work.__closure__ or ()]
            found += [value for value in held if isinstance(value, kind)]
        return found


@dataclass
class HandFedDesk:
    """A desk whose room is fed by hand."""

    room: RoomModel
    queries: HandQueries
    desk: DeskContext

    def feed(self, *rows: dict[str, Any], removed: tuple[int, ...] = (), full: bool = False) -> None:
        """Bring rows, as the change feed does."""
        cases = {row["case_id"]: row for row in rows if "case_id" in row and "case_number" in row}
        alarms = {row["alarm_id"]: row for row in rows if "sensor_code" in row}
        identity = self.room.identity if not full else None
        self.room.apply(
            Difference(
                Clock(NOON, 0.0, time.monotonic()),
                full=full,
                rows={"case": cases, "alarm": alarms},
                removed={"case": frozenset(removed)},
                identity=identity or None,
            )
        )

    def connect(self, state: ConnectionState, error=None) -> None:
        """Change the connection's state, and let the window follow it."""
        self.room._set_connection(Connection(state, error=error))
        QCoreApplication.processEvents()
        # What was made anew meanwhile would otherwise still be there: only a running window lets it go by itself.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def hand_fed_desk(folder, *roles: str, number: str = "P1") -> HandFedDesk:
    """Return a live desk with an empty room, for a person with these roles."""
    room, queries = RoomModel(), HandQueries()
    desk = DeskContext(room, queries, Drafts(folder / "drafts.json"))
    fed = HandFedDesk(room, queries, desk)
    identity = {
        "staff_number": number, "name": "崔静霞", "roles": list(roles), "department_code": None, "profile": PROFILE,
        "subdistrict": SUBDISTRICT, "subdistrict_name": "松涛街道", "srid": 4549, "is_demo": True,
    }  # fmt: skip
    room.apply(Difference(Clock(NOON, 0.0, time.monotonic()), full=True, identity=identity))
    fed.connect(ConnectionState.LIVE)
    queries.asked[-1].done(((None, None), rules(), {}))
    queries.asked.clear()
    return fed
