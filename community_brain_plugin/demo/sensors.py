"""Four hundred sensors on lanes, lamps, covers and houses, the rules that judge them, and the alarms that stand."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import shapely

from . import curves
from . import inventory as own
from .people import PROPERTY_OF
from .places import Addresses
from .tables import District, room_time, timestamps
from .town import Town

COUNTS = {
    "fire_lane_magnetometer": 90,
    "smoke": 110,
    "manhole_tilt": 60,
    "ebike_charging": 50,
    "door": 30,
    "water_level": 12,
    "road_flood": 12,
    "hydrant_pressure": 16,
    "bin_fill": 14,
    "noise": 6,
}
LABEL = {
    "fire_lane_magnetometer": "消防通道地磁",
    "smoke": "烟感",
    "manhole_tilt": "井盖倾角",
    "ebike_charging": "充电棚温度",
    "door": "安全出口门磁",
    "water_level": "河道液位",
    "road_flood": "道路积水",
    "hydrant_pressure": "消火栓压力",
    "bin_fill": "垃圾满溢",
    "noise": "噪声",
}
PREFIX = {
    "fire_lane_magnetometer": "DC",
    "smoke": "YG",
    "manhole_tilt": "JG",
    "ebike_charging": "CD",
    "door": "MC",
    "water_level": "YW",
    "road_flood": "JS",
    "hydrant_pressure": "XF",
    "bin_fill": "LJ",
    "noise": "ZS",
}
ON_CLASS = {
    "manhole_tilt": ("01002", "01003"),
    "hydrant_pressure": ("01013",),
    "bin_fill": ("03005",),
    "ebike_charging": ("01054",),
    "water_level": ("01067",),
    "road_flood": ("01004",),
}
OWNER = {
    "manhole_tilt": own.DRAINAGE,
    "water_level": own.DRAINAGE,
    "road_flood": own.DRAINAGE,
    "hydrant_pressure": own.WATER,
    "bin_fill": own.SANITATION,
    "noise": own.POLICE,
}
RULES = (
    # code, kind, zh, en, priority, above, below, deadband, on (s), off (s), event class
    (
        "fire-lane",
        "fire_lane_magnetometer",
        "消防通道被占用",
        "Fire lane occupied",
        2,
        0.5,
        None,
        0.0,
        180,
        120,
        "09012",
    ),
    ("smoke", "smoke", "烟雾浓度超限", "Smoke above limit", 1, 0.25, None, 0.1, 20, 120, "10992"),
    ("manhole", "manhole_tilt", "井盖倾斜", "Manhole cover tilted", 1, 15.0, None, 5.0, 60, 300, "01003"),
    ("ebike", "ebike_charging", "充电棚温度过高", "Charging shed too hot", 1, 70.0, None, 8.0, 60, 300, "10993"),
    ("exit", "door", "安全出口久开", "Emergency exit left open", 3, 0.5, None, 0.0, 900, 60, "10992"),
    ("river", "water_level", "河道水位过高", "River level high", 2, 2.6, None, 0.15, 600, 1800, "10999"),
    ("flood", "road_flood", "道路积水", "Road flooded", 2, 0.15, None, 0.05, 120, 600, "10999"),
    ("hydrant", "hydrant_pressure", "消火栓压力不足", "Hydrant pressure low", 3, None, 0.12, 0.03, 600, 600, "01013"),
    ("bin", "bin_fill", "垃圾箱满溢", "Bin overflowing", 3, 90.0, None, 15.0, 1800, 300, "06042"),
    ("noise", "noise", "夜间噪声超限", "Noise above limit", 3, 75.0, None, 5.0, 600, 600, "06028"),
)


def add_sensors(district: District, town: Town, rng: np.random.Generator) -> None:
    """Sensors with their places and owners, and one rule for each kind."""
    places = {kind: _places(district, town, kind, count, rng) for kind, count in COUNTS.items()}
    rows = []
    for kind, (points, component) in places.items():
        for number, (point, identity) in enumerate(zip(points, component, strict=True)):
            rows.append((f"{PREFIX[kind]}-{number + 1:03d}", kind, identity, point))
    frame = pd.DataFrame(rows, columns=["sensor_code", "kind", "component_identity", "geom"])
    points = frame["geom"].to_numpy()
    frame["unit_grid_code"] = _grids(district, points)
    community = frame["unit_grid_code"].str[9:12].astype(int) - 1
    frame["department_code"] = [
        OWNER.get(kind, PROPERTY_OF[home]) for kind, home in zip(frame["kind"], community, strict=True)
    ]
    frame["address"] = Addresses(town).text(points)
    frame["name"] = frame["address"] + frame["kind"].map(LABEL)
    age = rng.integers(120, 900, len(frame))
    frame["installed_on"] = [district.anchor - dt.timedelta(days=int(days)) for days in age]
    district.add("sensor", frame)
    _add_rules(district)


def add_readings(district: District, hours: int = 24) -> None:
    """The readings of the last day, all well, so that charts are not empty when the room opens."""
    now = room_time(district.anchor).timestamp()
    parts = []
    for number, (code, kind) in enumerate(
        zip(district["sensor"]["sensor_code"], district["sensor"]["kind"], strict=True)
    ):
        step = curves.period(kind) * 2.0
        moments = now - np.arange(int(hours * 3_600 / step), 0, -1) * step + (number * 37) % int(step) - step
        parts.append(
            pd.DataFrame(
                {"sensor_code": code, "moment": moments, "value": curves.usual(kind, moments, number, district.seed)}
            )
        )
    frame = pd.concat(parts, ignore_index=True)
    frame["observed_at"] = timestamps(frame.pop("moment"))
    frame["received_at"] = frame["observed_at"]
    district.add("reading", frame)


def _places(district: District, town: Town, kind: str, count: int, rng: np.random.Generator) -> tuple[np.ndarray, list]:
    """Points for the sensors of a kind and, where they sit on a component, its identity."""
    if kind in ON_CLASS:
        table = district["component"]
        host = table[table["class_code"].isin(ON_CLASS[kind])]
        chosen = host.iloc[rng.permutation(len(host))[:count]]
        points = list(chosen["geom"])
        identity: list[str | None] = list(chosen["identity_code"])
        while len(points) < count:
            points.append(
                shapely.Point(points[len(points) % len(chosen)].x + 6.0, points[len(points) % len(chosen)].y + 6.0)
            )
            identity.append(None)
        return np.array(points, dtype=object), identity
    if kind == "fire_lane_magnetometer":
        lanes = [
            line for line, what in zip(town.edges, town.edge_kind, strict=True) if what == "lane" and line.length > 18.0
        ]
        chosen_lanes = [lanes[k] for k in rng.permutation(len(lanes))[:count]]
        return shapely.line_interpolate_point(chosen_lanes, rng.uniform(0.3, 0.7, count), normalized=True), [
            None
        ] * count
    wanted = {
        "smoke": ("residential", "commercial", "market", "school"),
        "door": ("residential", "office", "school", "hospital"),
        "noise": ("commercial", "market", "residential"),
    }[kind]
    houses = [house.outline for house in town.houses if house.use in wanted]
    spots = [houses[k].representative_point() for k in rng.permutation(len(houses))[:count]]
    return np.array(spots, dtype=object), [None] * count


def _grids(district: District, points: np.ndarray) -> np.ndarray:
    version = district["grid_version"]
    units = version[version["kind"] == "unit_grid"]
    return units["code"].to_numpy()[shapely.STRtree(units["geom"].to_numpy()).nearest(points)]


def _add_rules(district: District) -> None:
    frame = pd.DataFrame(
        RULES,
        columns=[
            "rule_code",
            "sensor_kind",
            "name_zh",
            "name_en",
            "priority",
            "raise_above",
            "raise_below",
            "deadband",
            "on_seconds",
            "off_seconds",
            "event_class_code",
        ],
    )
    frame["on_delay"] = frame.pop("on_seconds").astype(str) + " seconds"
    frame["off_delay"] = frame.pop("off_seconds").astype(str) + " seconds"
    frame["version"], frame["valid"] = 1, "[2024-01-01 00:00:00+08,)"
    district.add("alarm_rule", frame)
