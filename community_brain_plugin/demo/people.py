"""Who works here: thirty handling units, ninety people with posts and logins, shifts and rosters, whom to send."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import shapely

from . import inventory as own
from . import names
from .tables import PROFILE, SUBDISTRICT_CODE, ZONE, District, room_time
from .town import Town

STARTED = dt.date(2024, 1, 1)
UNITS = (
    (own.ENFORCEMENT, "听雨街道综合行政执法队", "Tingyu Enforcement Team", "department"),
    (own.POLICE, "听雨派出所", "Tingyu Police Station", "department"),
    (own.TRAFFIC, "云杉交警大队听雨中队", "Yunshan Traffic Police, Tingyu Squad", "department"),
    (own.FIRE, "听雨消防救援站", "Tingyu Fire and Rescue Station", "department"),
    (own.MARKET, "听雨市场监督管理所", "Tingyu Market Supervision Office", "department"),
    (own.SANITATION, "云杉环卫作业公司听雨分公司", "Yunshan Sanitation, Tingyu Branch", "contractor"),
    (own.GREENERY, "青禾园林养护公司", "Qinghe Greenery", "contractor"),
    (own.ROADS, "云杉市政道路养护一队", "Yunshan Road Maintenance, Team 1", "contractor"),
    (own.BIKES, "共享单车联合运维队", "Shared-bicycle Joint Team", "contractor"),
    (own.WATER, "云杉供水公司听雨营业所", "Yunshan Water Supply, Tingyu Office", "utility"),
    (own.DRAINAGE, "云杉排水管理所", "Yunshan Drainage Office", "utility"),
    (own.POWER, "云杉供电公司听雨供电所", "Yunshan Power Supply, Tingyu Office", "utility"),
    (own.GAS, "云杉燃气公司抢修班", "Yunshan Gas Repair Crew", "utility"),
    (own.TELECOM, "云杉通信设施维护中心", "Yunshan Telecom Maintenance Centre", "utility"),
    (own.LAMPS, "云杉路灯管理所", "Yunshan Street-lamp Office", "utility"),
    ("P01", "安和物业服务公司", "Anhe Property Services", "property_manager"),
    ("P02", "嘉邻物业服务公司", "Jialin Property Services", "property_manager"),
    ("P03", "晨曦物业服务公司", "Chenxi Property Services", "property_manager"),
)
PROPERTY_OF = ("P01", "P01", "P02", "P03", "P01", "P02", "P02", "P03", "P01", "P02", "P03", "P03")
"""Which property manager looks after the compounds of each community."""
POSTS = (
    ("acceptor", 8),
    ("shift_leader", 4),
    ("dispatcher", 8),
    ("collector", 16),
    ("evaluator", 2),
    ("planner", 1),
    ("analyst", 1),
    ("admin", 1),
)
WORKERS = {
    own.ENFORCEMENT: 4,
    own.POLICE: 1,
    own.TRAFFIC: 1,
    own.SANITATION: 3,
    own.GREENERY: 1,
    own.ROADS: 1,
    own.WATER: 1,
    own.DRAINAGE: 1,
    own.POWER: 1,
    own.TELECOM: 1,
    own.LAMPS: 1,
    "P01": 1,
    "P02": 1,
    "P03": 1,
}
"""People of a unit beside its officer; where there is none, the officer goes out himself."""
SHIFTS = (("早班", "Early shift", 0), ("中班", "Late shift", 8), ("夜班", "Night shift", 16))
"""Three shifts a day of eight hours, from 00:00 UTC, which is 08:00 in China."""
ROSTER_DAYS = (365, 14)
"""Days before and after the anchor for which there is a roster."""


def owners() -> dict[tuple[str, int], str]:
    """The property manager and the committee that own things in each community."""
    table = {(own.PROPERTY, number): code for number, code in enumerate(PROPERTY_OF)}
    return table | {(own.COMMUNITY, number): f"J{number + 1:02d}" for number in range(len(PROPERTY_OF))}


def add_people(district: District, town: Town, rng: np.random.Generator) -> None:
    """Departments, staff, posts, shifts, rosters, and the responsibility table."""
    units = _units()
    called = names.people(rng, 90)
    _add_staff(district, called)
    _add_departments(district, units, town, rng)
    _add_shifts(district)
    _add_responsibility(district)
    _add_positions(district, town, rng)
    normal = {"area_kind": "subdistrict", "area_code": SUBDISTRICT_CODE, "state": "normal", "reason": "常态运行"}
    leader = district["staff_role"].query("role == 'shift_leader'")["staff_number"].iloc[0]
    district.add(
        "area_state", pd.DataFrame([normal | {"valid": f"[{STARTED:%Y-%m-%d} 00:00:00+08,)", "set_by": leader}])
    )


def _add_positions(district: District, town: Town, rng: np.random.Generator) -> None:
    """Where collectors on duty and some workers are when the room opens: on a street, each at another corner."""
    holders = {role: mine["staff_number"].tolist() for role, mine in district["staff_role"].groupby("role")}
    duty = on_duty(holders, ROSTER_DAYS[0], 0)
    outside = duty["collector"] + duty["worker"][:4]
    lines = [town.edges[k] for k in rng.permutation(len(town.edges))[: len(outside)]]
    frame = pd.DataFrame({"staff_number": outside, "geom": [line.interpolate(0.5, normalized=True) for line in lines]})
    frame["observed_at"] = room_time(district.anchor)
    district.add("staff_position", frame)


def _units() -> list[tuple[str, str, str, str]]:
    committees = [
        (f"J{n + 1:02d}", f"{name[:-2]}社区居委会", f"Committee of community {n + 1}", "community")
        for n, name in enumerate(names.COMMUNITIES)
    ]
    return [*UNITS, *committees]


def roll() -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    """Staff number, login, unit and posts of everybody, in the order of their numbers: the same in every demo room."""
    everybody: list[tuple[str, str | None, tuple[str, ...]]] = []
    for post, count in POSTS:
        everybody += [(f"demo_{post}_{number + 1}", None, (post,)) for number in range(count)]
    units = _units()
    for number, (unit, *_) in enumerate(units):
        held = ("department",) if unit in WORKERS else ("department", "worker")
        everybody.append((f"demo_department_{number + 1}", unit, held))
    workers = [unit for unit, *_ in units for _ in range(WORKERS.get(unit, 0))]
    everybody += [(f"demo_worker_{number + 1}", unit, ("worker",)) for number, unit in enumerate(workers)]
    return [(f"{row + 1:04d}", login, unit, held) for row, (login, unit, held) in enumerate(everybody)]


def _add_staff(district: District, called: list[str]) -> None:
    people = roll()
    # No mobile number in China begins with 100: nobody can be called by mistake.
    staff = [
        (number, name, unit, login, f"1000106{number}", STARTED)
        for (number, login, unit, _), name in zip(people, called, strict=True)
    ]
    roles = [(number, role, STARTED) for number, _, _, held in people for role in held]
    district.add(
        "staff",
        pd.DataFrame(staff, columns=["staff_number", "name", "department_code", "login", "phone", "valid_from"]),
    )
    district.add("staff_role", pd.DataFrame(roles, columns=["staff_number", "role", "valid_from"]))


def _add_departments(district: District, units: list, town: Town, rng: np.random.Generator) -> None:
    """The office of a committee stands in its community, the others anywhere in the district."""
    staff = (
        district["staff"]
        .dropna(subset=["department_code"])
        .drop_duplicates("department_code")
        .set_index("department_code")
    )
    buildings = district["building"]
    spots = shapely.centroid(buildings["geom"].to_numpy())
    rows = []
    for code, zh, en, kind in units:
        inside = np.arange(len(spots))
        if kind == "community":
            inside = np.flatnonzero(shapely.contains(town.communities[int(code[1:]) - 1], spots))
        house = int(rng.choice(inside))
        officer = staff.loc[code]
        channel = "text" if kind in ("property_manager", "contractor") else "slip"
        rows.append(
            (
                code,
                zh,
                en,
                kind,
                officer["name"],
                officer["phone"],
                channel,
                buildings["address"].iloc[house],
                STARTED,
                spots[house],
            )
        )
    district.add(
        "department",
        pd.DataFrame(
            rows,
            columns=[
                "department_code",
                "name_zh",
                "name_en",
                "kind",
                "contact_name",
                "phone",
                "channel",
                "address",
                "valid_from",
                "geom",
            ],
        ),
    )


def _add_shifts(district: District) -> None:
    """Shifts of the room and who stands in them: crews take turns, so that everybody has days off."""
    before, after = ROSTER_DAYS
    first = dt.datetime.combine(district.anchor, dt.time(8), ZONE) - dt.timedelta(days=before)
    shifts: list[tuple[Any, ...]] = []
    roster: list[tuple[Any, ...]] = []
    staff = district["staff_role"]
    holders = {role: mine["staff_number"].tolist() for role, mine in staff.groupby("role")}
    for day in range(before + after):
        for turn, (zh, en, hours) in enumerate(SHIFTS):
            starts = first + dt.timedelta(days=day, hours=hours)
            number = day * 3 + turn + 1
            shifts.append((number, zh, en, starts, starts + dt.timedelta(hours=8)))
            for role, people in on_duty(holders, day, turn).items():
                roster.extend((number, person, role) for person in people)
    frame = pd.DataFrame(shifts, columns=["shift_id", "name_zh", "name_en", "starts_at", "ends_at"])
    district.add("shift", frame)
    district.add("roster", pd.DataFrame(roster, columns=["shift_id", "staff_number", "role"]))


def on_duty(holders: dict[str, list[str]], day: int, turn: int) -> dict[str, list[str]]:
    """Who stands in one of a day's three shifts: four crews, one resting; by night half a crew."""
    crew = (turn + day) % 4
    duty = {}
    for role in ("acceptor", "dispatcher", "shift_leader", "collector"):
        people = holders[role]
        mine = [person for k, person in enumerate(people) if k % 4 == crew]
        duty[role] = mine[: max(1, len(mine) // 2)] if turn == 2 else mine
    if turn == 0:
        duty["department"], duty["worker"] = holders["department"], holders["worker"]
        duty |= {role: holders[role] for role in ("evaluator", "planner", "analyst", "admin")}
    return duty


RESPONSIBLE = (
    # kind, major, class, unit; the first row that fits best is proposed
    ("event", "09", None, own.ENFORCEMENT),
    ("event", "07", None, own.ENFORCEMENT),
    ("event", "08", None, own.ENFORCEMENT),
    ("event", "06", None, own.SANITATION),
    ("event", "10", None, own.ROADS),
    ("event", None, "09009", own.TRAFFIC),
    ("event", None, "09011", own.BIKES),
    ("event", None, "09020", own.MARKET),
    ("event", None, "09015", own.MARKET),
    ("event", None, "06001", own.ENFORCEMENT),
    ("event", None, "06028", own.POLICE),
    ("event", None, "06013", own.ROADS),
    ("event", None, "06050", own.ROADS),
    ("event", None, "06051", own.ROADS),
    ("event", None, "06017", own.GREENERY),
    ("event", None, "06018", own.GREENERY),
    ("event", None, "06021", own.GREENERY),
    ("event", None, "06025", own.DRAINAGE),
    ("event", None, "06027", own.ENFORCEMENT),
    ("event", None, "06029", own.ENFORCEMENT),
    ("event", None, "06030", own.DRAINAGE),
    ("event", None, "06045", own.GREENERY),
    ("event", None, "06047", own.GREENERY),
    ("event", None, "10002", own.TELECOM),
    ("event", None, "10992", own.FIRE),
    ("event", None, "10995", own.DRAINAGE),
    ("event", None, "10996", own.GAS),
    ("event", None, "10997", own.WATER),
    ("event", None, "10999", own.DRAINAGE),
)
AT_HOME = ("06036", "06040", "06041", "06042", "09012", "10993", "06035", "06019", "10001")
"""Classes that the property manager of the compound handles, grid by grid; by night the guard is sent."""


def unit_for(code: str, community: int, chance: float) -> str:
    """The unit a dispatcher would send for a class in a community; now and then (chance ≥ 0.92) the committee."""
    if chance >= 0.92:
        return f"J{community + 1:02d}"
    if code not in AT_HOME:
        by_class = next((unit for _, _, named, unit in RESPONSIBLE if named == code), None)
        by_major = next((unit for _, major, _, unit in RESPONSIBLE if major == code[:2]), None)
        if by_class or by_major:
            return str(by_class or by_major)
    return PROPERTY_OF[community]


def _next_units(unit: str, patrol_grid: str | None) -> list[dict[str, Any]]:
    """Whom to turn to when a unit does nothing: after an hour the place's committee, then the enforcement team."""
    committee = f"J{patrol_grid[1:3]}" if patrol_grid else None
    steps = ((60, committee), (120, own.ENFORCEMENT))
    return [{"minutes": after, "department_code": code} for after, code in steps if code not in (None, unit)]


def _add_responsibility(district: District) -> None:
    rows: list[tuple[Any, ...]] = [
        (kind, major, code, None, None, unit, 100) for kind, major, code, unit in RESPONSIBLE
    ]
    for code in AT_HOME:
        for number, unit in enumerate(PROPERTY_OF):
            for patrol in (1, 2):
                rows.append(("event", None, code, "patrol_grid", f"Z{number + 1:02d}{patrol:02d}", unit, 80))
    for number in range(len(PROPERTY_OF)):
        for patrol in (1, 2):
            rows.append(
                ("event", None, None, "patrol_grid", f"Z{number + 1:02d}{patrol:02d}", f"J{number + 1:02d}", 140)
            )
    frame = pd.DataFrame(
        rows, columns=["kind", "major_code", "class_code", "grid_kind", "grid_code", "department_code", "priority"]
    )
    frame["responsibility_id"] = np.arange(1, len(frame) + 1)
    frame["profile"], frame["valid_from"] = PROFILE, STARTED
    channel = district["department"].set_index("department_code")["channel"]
    frame["channel"] = frame["department_code"].map(channel)
    frame["escalation"] = [_next_units(row.department_code, row.grid_code) for row in frame.itertuples()]
    district.add("responsibility", frame)
    version = district["grid_version"]
    patrol = version["kind"] == "patrol_grid"
    collectors = district["staff_role"].query("role == 'collector'")["staff_number"].tolist()
    number = np.cumsum(patrol.to_numpy()) - 1
    on_duty = np.array(collectors)[number % len(collectors)]
    version["responsible_staff"] = np.where(patrol, on_duty, None)  # type: ignore[call-overload]
    home = version["code"].str[1:3].where(patrol)
    version["responsible_department"] = np.where(patrol, "J" + home.fillna(""), None)  # type: ignore[call-overload]
