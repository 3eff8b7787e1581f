"""What sensors measure: a believable day for every kind, and what they say while something is wrong."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DAY = 86_400.0
CHINA = 28_800.0
PERIOD = {"fire_lane_magnetometer": 600.0, "smoke": 600.0, "manhole_tilt": 900.0, "door": 600.0}
USUAL_PERIOD = 300.0
"""Seconds between readings while all is well; in an incident a sensor reports every half minute."""
URGENT_PERIOD = 30.0


@dataclass(frozen=True)
class Trouble:
    """What goes wrong with a kind: relative frequency, range of minutes, range of values, hours of the day."""

    kind: str
    weight: float
    minutes: tuple[float, float]
    values: tuple[float, float]
    hours: tuple[int, int] = (0, 24)


TROUBLES = (
    Trouble("fire_lane_magnetometer", 58.0, (2.0, 38.0), (1.0, 1.0)),
    Trouble("bin_fill", 9.0, (40.0, 120.0), (92.0, 99.0), (6, 23)),
    Trouble("door", 12.0, (12.0, 45.0), (1.0, 1.0)),
    Trouble("hydrant_pressure", 4.0, (15.0, 60.0), (0.04, 0.1)),
    Trouble("ebike_charging", 4.0, (4.0, 15.0), (72.0, 88.0)),
    Trouble("smoke", 4.0, (2.0, 10.0), (0.3, 0.7)),
    Trouble("manhole_tilt", 3.0, (10.0, 60.0), (18.0, 55.0)),
    Trouble("noise", 6.0, (15.0, 60.0), (77.0, 86.0), (19, 24)),
)
"""About one in eight ends before its rule's on-delay has passed and raises nothing."""


def period(kind: str) -> float:
    """Seconds between two readings of a kind while all is well."""
    return PERIOD.get(kind, USUAL_PERIOD)


def usual(kind: str, moments: np.ndarray, number: int, seed: int) -> np.ndarray:
    """Readings of one sensor at these moments (epoch seconds) while all is well; the same for the same seed."""
    local = (moments + CHINA) % DAY / DAY
    warm = np.cos(2.0 * np.pi * (local - 0.6))
    busy = np.exp(-(((local - 0.38) / 0.09) ** 2)) + np.exp(-(((local - 0.77) / 0.1) ** 2))
    own = np.random.default_rng([seed, number]).random()
    noise = _noise(moments, number, seed)
    if kind in ("fire_lane_magnetometer", "door"):
        return np.zeros(len(moments))
    shapes = {
        "smoke": 0.02 + 0.03 * own + 0.012 * np.abs(noise) + 0.02 * busy,
        "manhole_tilt": 0.6 + 1.5 * own + 0.15 * noise,
        "ebike_charging": 24.0 + 5.0 * own + 5.0 * warm + 9.0 * np.exp(-(((local - 0.92) / 0.1) ** 2)) + 0.5 * noise,
        "water_level": 1.55 + 0.25 * own + 0.28 * np.sin(4.0 * np.pi * moments / 89_428.0) + 0.015 * noise,
        "road_flood": np.clip(0.004 * noise, 0.0, None),
        "hydrant_pressure": 0.32 + 0.06 * own - 0.04 * busy + 0.006 * noise,
        "bin_fill": 12.0 + 66.0 * ((local + own * 0.3) % 0.5 / 0.5) + 1.5 * noise,
        "noise": 52.0 + 4.0 * own + 6.0 * busy + 3.0 * warm + 1.2 * noise,
    }
    return np.round(shapes[kind], 3)


def _noise(moments: np.ndarray, number: int, seed: int) -> np.ndarray:
    """Noise that depends on nothing but the moment and the sensor, so that a reading can be worked out again."""
    key = (moments.astype(np.int64) * 2_654_435_761 + number * 40_503 + seed * 97) & 0xFFFFFFFF
    key = (key ^ (key >> 15)) * 2_246_822_519 & 0xFFFFFFFF
    key = (key ^ (key >> 13)) * 3_266_489_917 & 0xFFFFFFFF
    return ((key ^ (key >> 16)) / 2.0**32 - 0.5) * 3.0
