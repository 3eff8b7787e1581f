"""Plans of patrol in the room's database: saved, given to people, published to a shift, compared.

The rules are the database's (`desk.save_patrol` and its kin). Each act commits; a refusal comes as RoomError.
"""

import struct
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import psycopg2
import psycopg2.extensions
from psycopg2.extras import Json

from ..database.connection import answered
from ..errors import RoomError

#: What a plan was to do best.
COVER, FEWEST, VALUE = "cover", "fewest", "value"
DRAFT, PUBLISHED, WITHDRAWN = "draft", "published", "withdrawn"
#: Posts whose people walk.
WALKERS = ("collector",)

Place = tuple[float, float]


@dataclass(frozen=True)
class Leg:
    """A way along one street: `line` are its corners in metres of the room's CRS, in the order they are walked.

    ref: what the planner calls the street; side: left, right or "" for both; visit: walked for a visit, not passed.
    """

    leg: int
    ref: str
    name: str
    visit: bool
    metres: float
    starts_at: datetime
    ends_at: datetime
    line: Sequence[Place]
    side: str = ""


@dataclass(frozen=True)
class Stop:
    """A place where an officer stays for a while, in metres of the room's CRS."""

    name: str
    starts_at: datetime
    ends_at: datetime
    place: Place


@dataclass(frozen=True)
class Route:
    """One officer's way: officers are counted from 1; a name where nobody of the staff walks it."""

    officer: int
    starts_at: datetime
    ends_at: datetime
    metres: float
    legs: Sequence[Leg]
    stops: Sequence[Stop] = ()
    name: str = ""
    staff_number: str | None = None


@dataclass(frozen=True)
class LeftOut:
    """A required street that the plan does not cover, and why, in words."""

    ref: str
    name: str
    metres: float
    reason: str
    line: Sequence[Place]


@dataclass(frozen=True)
class Plan:
    """A plan as it is saved. bound_minutes: no plan has a longest route below it; None where none is known."""

    name: str
    routes: Sequence[Route]
    left_out: Sequence[LeftOut] = ()
    goal: str = COVER
    bound_minutes: float | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What the database says an act led to."""

    plan_id: int
    version: int
    state: str
    repeated: bool


@dataclass(frozen=True)
class Listed:
    """A saved plan with its figures and without its routes; the shift's times, its name in Chinese and English."""

    plan_id: int
    version: int
    state: str
    name: str
    shift_zh: str | None
    shift_en: str | None
    starts_at: datetime
    ends_at: datetime
    goal: str
    officers: int
    metres: float
    longest_minutes: float
    mean_minutes: float
    bound_minutes: float | None
    left_out: int
    made_at: datetime
    made_by: str
    made_by_name: str
    published_at: datetime | None
    published_by_name: str | None

    @property
    def gap(self) -> float | None:
        """By what share the longest route may exceed the best possible one; None where no bound is known."""
        return self.longest_minutes / self.bound_minutes - 1.0 if self.bound_minutes else None

    @property
    def fairness(self) -> float:
        """Longest route ÷ mean of the routes: 1 where all are alike."""
        return self.longest_minutes / self.mean_minutes if self.mean_minutes else 1.0


@dataclass(frozen=True)
class Moved:
    """A street that two plans give to different officers; none where a plan does not visit it."""

    ref: str
    name: str
    metres: float
    officers: list[int]
    other_officers: list[int]


# All plans, or one.
_LISTED = """
    SELECT plan_id, version, state, name, shift_zh, shift_en, starts_at, ends_at, goal, officers, metres,
           longest_minutes, mean_minutes, bound_minutes, left_out, made_at, made_by, made_by_name,
           published_at, published_by_name
    FROM desk.patrol_plan WHERE coalesce(plan_id = %s, true) ORDER BY starts_at DESC, plan_id DESC
"""


def save(connection: psycopg2.extensions.connection, plan: Plan, request: str | None = None) -> Answer:
    """Keep a plan as a draft. The same request (a UUID) again is answered as before, and nothing is saved twice."""
    srid, _ = where_and_when(connection)
    sent = {
        "name": plan.name, "goal": plan.goal, "bound_minutes": plan.bound_minutes, "parameters": dict(plan.parameters),
        "routes": [_sent_route(route, srid) for route in plan.routes],
        "left_out": [{**_plain(one), "street_ref": one.ref, "line": _line(one.line, srid)} for one in plan.left_out],
    }  # fmt: skip
    return _act(connection, "SELECT desk.save_patrol(%s, %s)", Json(sent), request or str(uuid.uuid4()))


def publish(connection: psycopg2.extensions.connection, plan_id: int, expected: int) -> Answer:
    """Publish a plan to its shift; what was published for that time is withdrawn. `expected`: the version seen."""
    return _act(connection, "SELECT desk.publish_patrol(%s, %s)", plan_id, expected)


def withdraw(connection: psycopg2.extensions.connection, plan_id: int, expected: int) -> Answer:
    """Take a plan off the map again."""
    return _act(connection, "SELECT desk.withdraw_patrol(%s, %s)", plan_id, expected)


def assign(
    connection: psycopg2.extensions.connection, plan_id: int, officer: int, staff_number: str | None, expected: int
) -> Answer:
    """Give a route to a member of staff, or to nobody."""
    return _act(connection, "SELECT desk.assign_patrol(%s, %s, %s, %s)", plan_id, officer, staff_number, expected)


def delete(connection: psycopg2.extensions.connection, plan_id: int, expected: int) -> Answer:
    """Delete a draft for good."""
    return _act(connection, "SELECT desk.delete_patrol(%s, %s)", plan_id, expected)


def listed(connection: psycopg2.extensions.connection) -> list[Listed]:
    """Return the plans one may see, those of the latest shift first."""
    return [Listed(*row) for row in answered(connection, _LISTED, (None,))]


def one(connection: psycopg2.extensions.connection, plan_id: int) -> Listed:
    """Return a plan's figures; RoomError where there is none that one may see."""
    rows = answered(connection, _LISTED, (plan_id,))
    if not rows:
        raise RoomError("room.unknown_patrol", plan=plan_id)
    return Listed(*rows[0])


def named(connection: psycopg2.extensions.connection, name: str) -> Listed:
    """Return a plan by its name or number, of several of one name the newest; without either the published one that is
    walked now or next. RoomError where there is none."""
    found = listed(connection)
    wanted = name.strip()
    if not wanted:
        (now,) = answered(connection, "SELECT room.room_now()")[0]
        current = [plan for plan in found if plan.state == PUBLISHED and plan.ends_at > now]
        found = sorted(current, key=lambda plan: plan.starts_at)
    else:
        same = [plan for plan in found if plan.name == wanted]
        found = sorted(same, key=lambda plan: plan.plan_id, reverse=True) or [
            plan for plan in found if str(plan.plan_id) == wanted
        ]
    if not found:
        raise RoomError("room.unknown_patrol", plan=wanted or "–")
    return found[0]


def load(connection: psycopg2.extensions.connection, plan_id: int) -> Plan:
    """Return a plan with its routes, officers by the names of the staff; RoomError where there is none one may see."""
    head = one(connection, plan_id)
    legs: dict[int, list[Leg]] = {}
    for officer, leg, ref, name, visit, metres, start, end, line, side in answered(connection, _LEGS, (plan_id,)):
        walked = Leg(leg, ref, name, visit, metres, start, end, _corners(line), side)
        legs.setdefault(officer, []).append(walked)
    stops: dict[int, list[Stop]] = {}
    for officer, name, start, end, x, y in answered(connection, _STOPS, (plan_id,)):
        stops.setdefault(officer, []).append(Stop(name, start, end, (x, y)))
    routes = [
        Route(officer, start, end, metres, legs.get(officer, []), stops.get(officer, ()), name, staff)
        for officer, start, end, metres, name, staff in answered(connection, _ROUTES, (plan_id,))
    ]
    left_out = [
        LeftOut(ref, name, metres, reason, _corners(line))
        for ref, name, metres, reason, line in answered(connection, _LEFT_OUT, (plan_id,))
    ]
    ((parameters,),) = answered(connection, "SELECT parameters FROM desk.patrol_plan WHERE plan_id = %s", (plan_id,))
    return Plan(head.name, routes, left_out, head.goal, head.bound_minutes, parameters)


def compare(connection: psycopg2.extensions.connection, plan_id: int, other: int) -> list[Moved]:
    """Return the streets that two plans give to different officers; their figures are `one`'s."""
    statement = (
        "SELECT street_ref, coalesce(name, ''), metres, officers, other_officers FROM desk.compare_patrols(%s, %s)"
    )
    return [Moved(*row) for row in answered(connection, statement, (plan_id, other))]


def on_duty(connection: psycopg2.extensions.connection, at: datetime) -> list[tuple[str, str]]:
    """Return number and name of those who walk in the shift of a moment, by number."""
    statement = """
        SELECT DISTINCT f.staff_number, f.name FROM room.shift s
        JOIN room.roster r ON r.subdistrict = s.subdistrict AND r.shift_id = s.shift_id
        JOIN room.staff f ON f.subdistrict = r.subdistrict AND f.staff_number = r.staff_number
        WHERE s.subdistrict = room.my_subdistrict() AND s.starts_at <= %s AND s.ends_at > %s AND r.role = ANY (%s)
          AND (r.operating_states IS NULL OR desk.holds_now(r.shift_id, r.staff_number, r.role))
        ORDER BY 1
    """
    return [(number, name) for number, name in answered(connection, statement, (at, at, list(WALKERS)))]


def streets_about(connection: psycopg2.extensions.connection, plan_id: int) -> list[tuple[str, str]]:
    """Return name and line (WKT in the room's CRS) of the room's streets about a plan's routes."""
    statement = """
        SELECT coalesce(t.name, ''), ST_AsText(t.geom, 2) FROM desk.street t
        WHERE t.subdistrict = room.my_subdistrict() AND t.geom && (
            SELECT ST_Expand(ST_Extent(l.geom)::geometry, 300) FROM room.patrol_leg l
            WHERE l.subdistrict = room.my_subdistrict() AND l.plan_id = %s)
    """
    return [(name, line) for name, line in answered(connection, statement, (plan_id,))]


def given(routes: Sequence[Route], people: Sequence[tuple[str, str]]) -> list[Route]:
    """Return the routes; those that are nobody's are given to people (number, name) in order, while there are any."""
    taken = {route.staff_number for route in routes}
    free = iter([person for person in people if person[0] not in taken])
    return [
        replace(route, staff_number=person[0], name=person[1])
        if route.staff_number is None and (person := next(free, None)) is not None
        else route
        for route in routes
    ]


def where_and_when(connection: psycopg2.extensions.connection) -> tuple[int, date]:
    """Return the EPSG code of the room's CRS and the room's day."""
    ((srid, today),) = answered(connection, "SELECT srid, room.room_today() FROM room.room_info")
    return int(srid), today


_ROUTES = """
    SELECT r.officer, r.starts_at, r.ends_at, r.metres, coalesce(f.name, r.name, ''), r.staff_number
    FROM room.patrol_route r
    LEFT JOIN room.staff f ON f.subdistrict = r.subdistrict AND f.staff_number = r.staff_number
    WHERE r.subdistrict = room.my_subdistrict() AND r.plan_id = %s ORDER BY r.officer
"""
_LEGS = """
    SELECT officer, leg, coalesce(street_ref, ''), coalesce(name, ''), visit, metres, starts_at, ends_at,
           ST_AsText(geom), coalesce(side, '')
    FROM room.patrol_leg WHERE subdistrict = room.my_subdistrict() AND plan_id = %s ORDER BY officer, leg
"""
_STOPS = """
    SELECT officer, coalesce(name, ''), starts_at, ends_at, ST_X(geom), ST_Y(geom)
    FROM room.patrol_stop WHERE subdistrict = room.my_subdistrict() AND plan_id = %s ORDER BY officer, stop_no
"""
_LEFT_OUT = """
    SELECT coalesce(street_ref, ''), coalesce(name, ''), metres, reason, ST_AsText(geom)
    FROM room.patrol_left_out WHERE subdistrict = room.my_subdistrict() AND plan_id = %s ORDER BY item_no
"""


def _plain(item: LeftOut | Leg | Stop | Route) -> dict[str, Any]:
    """Return a dataclass as JSON takes it, its times with their zone."""
    return {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in vars(item).items()
        if key not in ("line", "place", "legs", "stops", "ref")
    }


def _sent_route(route: Route, srid: int) -> dict[str, Any]:
    legs = [
        {**_plain(leg), "street_ref": leg.ref, "side": leg.side or None, "line": _line(leg.line, srid)}
        for leg in route.legs
    ]
    stops = [{**_plain(stop), "place": _point(stop.place, srid)} for stop in route.stops]
    return {**_plain(route), "legs": legs, "stops": stops}


def _line(places: Sequence[Place], srid: int) -> str:
    """Return a line as hexadecimal EWKB; one place alone is a line of no length."""
    corners = list(places) if len(places) > 1 else [*places, *places]
    flat = [value for corner in corners for value in corner]
    return struct.pack(f"<BIII{len(flat)}d", 1, 0x20000002, srid, len(corners), *flat).hex()


def _point(place: Place, srid: int) -> str:
    return struct.pack("<BII2d", 1, 0x20000001, srid, *place).hex()


def _corners(text: str) -> list[Place]:
    """Return the corners of a line that PostGIS wrote as text."""
    inside = text[text.index("(") + 1 : text.rindex(")")]
    return [(float(x), float(y)) for x, y in (corner.split() for corner in inside.split(","))]


def _act(connection: psycopg2.extensions.connection, statement: str, *values: object) -> Answer:
    ((found,),) = answered(connection, statement, values)
    connection.commit()
    return Answer(found["plan_id"], found["version"], found["state"], found["repeated"])
