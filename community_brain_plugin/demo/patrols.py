"""The plan of patrol that is walked when the room opens: by the collectors on duty, about the district's middle."""

from __future__ import annotations

import datetime as dt
import uuid

import numpy as np
import pandas as pd
from shapely import LineString

from ..analysis.graph import StreetGraph, build
from ..analysis.patrol.network import Network
from ..analysis.patrol.plan import Plan, cover
from ..patrols import itinerary
from .people import ROSTER_DAYS, SHIFTS, on_duty
from .tables import ZONE, District
from .town import Town

WALKED = ("secondary", "branch")
ABOUT, ROUNDS = 200, 20
"""How many streets there are to walk on, and how long the plan is searched for: well under a second."""
SPEED = 3_500.0 / 3_600.0
"""Metres a second, looking included."""
BEGINS = dt.time(9, 15)
_PLAN = 1


def add_patrol(district: District, town: Town) -> None:
    """A plan for the morning shift of the anchor day, published by its leader."""
    roles = {role: mine["staff_number"].tolist() for role, mine in district["staff_role"].groupby("role")}
    duty = on_duty(roles, ROSTER_DAYS[0], 0)
    near = _near(town)
    graph = _graph(town, near)
    plan = _planned(graph, np.array(town.edge_kind)[near], len(duty["collector"]), district.seed)
    begin = dt.datetime.combine(district.anchor, BEGINS, ZONE)
    minutes = plan.lengths / SPEED / 60.0
    shift = dt.datetime.combine(district.anchor, dt.time(8), ZONE)
    made = begin - dt.timedelta(hours=2)
    head = {
        "plan_id": _PLAN, "version": 2, "state": "published", "name": "早班日常巡查",
        "shift_id": len(SHIFTS) * ROSTER_DAYS[0] + 1, "starts_at": shift, "ends_at": shift + dt.timedelta(hours=8),
        "goal": "cover", "parameters": {"algorithm": "communitybrain:planpatrols", "SPEED": f"{3.6 * SPEED:g}"},
        "officers": len(plan.walks), "metres": float(plan.lengths.sum()), "longest_minutes": float(minutes.max()),
        "mean_minutes": float(minutes.mean()), "bound_minutes": plan.bound / SPEED / 60.0,
        "left_out": len(plan.left_out), "made_at": made, "made_by": roles["planner"][0],
        "published_at": made + dt.timedelta(minutes=20), "published_by": duty["shift_leader"][0],
        "request_id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"demo patrol {district.seed}")),
    }  # fmt: skip
    district.add("patrol_plan", pd.DataFrame([head]))
    routes = [
        (_PLAN, officer, duty["collector"][officer - 1], begin, _after(begin, metres), float(metres))
        for officer, metres in enumerate(plan.lengths.tolist(), start=1)
    ]
    columns = ["plan_id", "officer", "staff_number", "starts_at", "ends_at", "metres"]
    district.add("patrol_route", pd.DataFrame(routes, columns=columns))
    names = [town.edge_name[row] for row in near]
    legs = [
        (
            _PLAN, leg.officer, leg.number, str(near[leg.line] + 1), names[leg.line], leg.visit, leg.metres,
            _after(begin, leg.start), _after(begin, leg.stop), LineString(leg.places(graph)),
        )
        for leg in itinerary.legs(graph, plan)
    ]  # fmt: skip
    columns = ["plan_id", "officer", "leg", "street_ref", "name", "visit", "metres", "starts_at", "ends_at", "geom"]
    district.add("patrol_leg", pd.DataFrame(legs, columns=columns))


def _near(town: Town) -> np.ndarray:
    """Return the streets about the middle, by row."""
    places = np.array([(line.centroid.x, line.centroid.y) for line in town.edges])
    away = np.hypot(*(places - np.median(places, axis=0)).T)
    return np.sort(np.argsort(away, kind="stable")[:ABOUT])


def _graph(town: Town, near: np.ndarray) -> StreetGraph:
    corners = [np.asarray(town.edges[row].coords)[:, :2] for row in near]
    places = np.concatenate(corners)
    line = np.repeat(np.arange(len(corners)), [len(part) for part in corners])
    return build(places[:, 0], places[:, 1], line, tolerance=0.01)


def _planned(graph: StreetGraph, kind: np.ndarray, officers: int, seed: int) -> Plan:
    """Return a plan for so many, from the crossing in the middle."""
    away = np.hypot(graph.node_x - np.median(graph.node_x), graph.node_y - np.median(graph.node_y))
    wanted = np.isin(kind[graph.line], WALKED).astype(np.intp)
    network = Network.of(graph.nodes, graph.tail, graph.head, graph.length, graph.length, wanted)
    return cover(network, [int(away.argmin())] * officers, seed=seed, rounds=ROUNDS)


def _after(begin: dt.datetime, metres: float) -> dt.datetime:
    return begin + dt.timedelta(seconds=round(metres / SPEED))
