"""Whom to send to which standing alarm, so that most are still true on arrival: planned from the room's scene."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import psycopg2.extensions

from ..analysis.inputs import Array
from ..analysis.response.plan import Index, plan, standing
from ..analysis.response.survival import SurvivalCurve, learn
from ..cases.records import rows

Database = psycopg2.extensions.connection

#: Metres a minute on foot (4.2 km/h), and minutes at each alarm before going on.
PACE, STAY = 70.0, 2.0
#: Of a kind of which fewer alarms have ended by themselves, nobody knows how long it stands.
FEW = 10
#: Who may look at any alarm, whichever unit answers for it.
_LOOKS_AT_ALL = "collector"

Curves = Mapping[str, SurvivalCurve]


@dataclass(frozen=True)
class Offer:
    """Somebody who could go to an alarm: who, in how many minutes, and the chance that it is still true then.

    `stop` is 1 where he would go there first, 2 where after another alarm, and so on.
    """

    alarm_id: int
    staff_number: str
    name: str
    role: str
    department_code: str | None
    department_zh: str | None
    department_en: str | None
    minutes: float
    chance: float
    stop: int


@dataclass(frozen=True)
class Advice:
    """Offers by alarm; the kinds nothing is known of (zh, en); how many of the others nobody can be sent to."""

    offers: Mapping[int, Offer] = field(default_factory=dict)
    unknown: Sequence[tuple[str, str]] = ()
    unmet: int = 0


def learned(connection: Database) -> dict[str, SurvivalCurve]:
    """Return how long alarms stand, by kind of sensor, from those of the last year; kinds with too few are left out.

    One that ended after somebody had handled its case file was caught: it is known only to have stood so long.
    """
    return curves(rows(connection, _PAST))


def curves(past: Iterable[Mapping[str, Any]]) -> dict[str, SurvivalCurve]:
    """Return the curves of past alarms: rows of kind, minutes, ended (whether by itself)."""
    found: dict[str, tuple[list[float], list[bool]]] = {}
    for row in past:
        minutes, ended = found.setdefault(str(row["kind"]), ([], []))
        minutes.append(float(row["minutes"]))
        ended.append(bool(row["ended"]))
    return {kind: learn(minutes, ended) for kind, (minutes, ended) in found.items() if sum(ended) >= FEW}


def scene(connection: Database) -> dict[str, Any]:
    """Return what stands, who is there and how far it is (desk.response_scene)."""
    return dict(rows(connection, "SELECT desk.response_scene() AS scene")[0]["scene"])


def advise(found: Mapping[str, Any], known: Curves) -> Advice:
    """Plan a scene by the curves that are known. The same scene gives the same advice."""
    alarms, officers = found["alarms"], found["officers"]
    unknown = sorted({(row["kind_zh"], row["kind_en"]) for row in alarms if row["kind"] not in known})
    which = [number for number, row in enumerate(alarms) if row["kind"] in known]
    if not which or not officers:
        return Advice(unknown=unknown, unmet=len(which))
    kinds = sorted({alarms[number]["kind"] for number in which})
    stand = standing(
        [alarms[number]["minutes"] for number in which],
        [known[kind] for kind in kinds],
        [kinds.index(alarms[number]["kind"]) for number in which],
    )
    reach, between = _minutes(found, np.array(which, dtype=np.int64))
    sent = plan(stand, reach, between, stay=STAY)
    offers = {}
    for officer, route, arrivals in zip(officers, sent.routes, sent.arrivals, strict=True):
        chances = stand.chance(route, arrivals)
        for stop, (at, minutes, chance) in enumerate(zip(route.tolist(), arrivals, chances, strict=True), start=1):
            alarm_id = int(alarms[which[at]]["alarm_id"])
            offers[alarm_id] = Offer(alarm_id, minutes=float(minutes), chance=float(chance), stop=stop, **officer)
    return Advice(offers, unknown, len(which) - len(offers))


def _minutes(found: Mapping[str, Any], which: Index) -> tuple[Array, Array]:
    """Return minutes from officers to alarms, endless where one may not be sent, and between alarms."""
    officers, alarms = found["officers"], [found["alarms"][number] for number in which.tolist()]
    metres = np.array(found["metres"], dtype=np.float64)[which]
    reach = metres[:, : len(officers)].T / PACE
    for row, officer in enumerate(officers):
        for column, alarm in enumerate(alarms):
            if officer["role"] != _LOOKS_AT_ALL and officer["department_code"] not in (alarm["units"] or ()):
                reach[row, column] = np.inf
    return reach, metres[:, len(officers) + which].T / PACE


_PAST = """
    SELECT s.kind, extract(epoch FROM a.cleared_at - a.condition_since) / 60 AS minutes,
           NOT coalesce(c.handled_at <= a.cleared_at, false) AS ended
    FROM room.alarm a
    JOIN room.sensor s USING (subdistrict, sensor_code)
    LEFT JOIN room.case_file c ON c.subdistrict = a.subdistrict AND c.case_id = a.case_id
    WHERE a.subdistrict = room.my_subdistrict() AND a.cleared_at >= a.condition_since
      AND a.raised_at > (SELECT room.room_now() - interval '1 year')
    ORDER BY a.raised_at DESC LIMIT 5000
"""
