"""GCJ-02 and BD-09, the shifted coordinates of Chinese handhelds and base maps, to and from WGS84.

Neither shift is published officially. The formulas are those of the open-source reverse engineering that all
converters in use share (eviltransform, coordtransform; krasovsky ellipsoid a = 6378245 m, ee = 0.00669342162296594323).
GCJ-02 applies inside the box longitude 72.004–137.8347, latitude 0.8293–55.8271 only. BD-09 is GCJ-02 shifted again.

All functions take and return arrays of degrees, longitude first, of any equal shape. The ways back are solved by
iteration until no value moves by more than 1e-11 degrees.
"""

from collections.abc import Callable

import numpy as np

_AXIS = 6378245.0
_ECCENTRICITY = 0.00669342162296594323
_WEST, _EAST, _SOUTH, _NORTH = 72.004, 137.8347, 0.8293, 55.8271
_STILL = 1e-11
_MOST_ROUNDS = 40
_BAIDU_PI = np.pi * 3000.0 / 180.0

Degrees = np.ndarray
Shift = Callable[[Degrees, Degrees], tuple[Degrees, Degrees]]


def wgs84_to_gcj02(longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Shift WGS84 to GCJ-02; what lies outside the box is returned as it is."""
    longitude, latitude = np.asarray(longitude, float), np.asarray(latitude, float)
    east, north = _east_metres(longitude - 105.0, latitude - 35.0), _north_metres(longitude - 105.0, latitude - 35.0)
    angle = np.radians(latitude)
    magic = 1.0 - _ECCENTRICITY * np.sin(angle) ** 2
    north = north * 180.0 / ((_AXIS * (1.0 - _ECCENTRICITY)) / (magic * np.sqrt(magic)) * np.pi)
    east = east * 180.0 / (_AXIS / np.sqrt(magic) * np.cos(angle) * np.pi)
    inside = (longitude >= _WEST) & (longitude <= _EAST) & (latitude >= _SOUTH) & (latitude <= _NORTH)
    return longitude + np.where(inside, east, 0.0), latitude + np.where(inside, north, 0.0)


def gcj02_to_wgs84(longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Undo `wgs84_to_gcj02` to better than 1e-9 degrees (0.1 mm)."""
    return _undo(wgs84_to_gcj02, longitude, latitude)


def gcj02_to_bd09(longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Shift GCJ-02 to BD-09."""
    longitude, latitude = np.asarray(longitude, float), np.asarray(latitude, float)
    radius = np.hypot(longitude, latitude) + 0.00002 * np.sin(latitude * _BAIDU_PI)
    angle = np.arctan2(latitude, longitude) + 0.000003 * np.cos(longitude * _BAIDU_PI)
    return radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006


def bd09_to_gcj02(longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Undo `gcj02_to_bd09` to better than 1e-9 degrees."""
    return _undo(gcj02_to_bd09, longitude, latitude)


def bd09_to_wgs84(longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Undo both shifts."""
    return gcj02_to_wgs84(*bd09_to_gcj02(longitude, latitude))


def wgs84_to_bd09(longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Apply both shifts."""
    return gcj02_to_bd09(*wgs84_to_gcj02(longitude, latitude))


def _undo(shift: Shift, longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Find what the shift turns into the given values: the shift changes slowly, so subtracting its error converges."""
    wanted_x, wanted_y = np.asarray(longitude, float), np.asarray(latitude, float)
    x, y = wanted_x.copy(), wanted_y.copy()
    for _ in range(_MOST_ROUNDS):
        shifted_x, shifted_y = shift(x, y)
        error_x, error_y = shifted_x - wanted_x, shifted_y - wanted_y
        x, y = x - error_x, y - error_y
        if not np.any(np.abs(error_x) > _STILL) and not np.any(np.abs(error_y) > _STILL):
            break
    return x, y


def _north_metres(x: Degrees, y: Degrees) -> Degrees:
    offset = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * np.sqrt(np.abs(x))
    offset += (20.0 * np.sin(6.0 * x * np.pi) + 20.0 * np.sin(2.0 * x * np.pi)) * 2.0 / 3.0
    offset += (20.0 * np.sin(y * np.pi) + 40.0 * np.sin(y / 3.0 * np.pi)) * 2.0 / 3.0
    return offset + (160.0 * np.sin(y / 12.0 * np.pi) + 320.0 * np.sin(y * np.pi / 30.0)) * 2.0 / 3.0


def _east_metres(x: Degrees, y: Degrees) -> Degrees:
    offset = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * np.sqrt(np.abs(x))
    offset += (20.0 * np.sin(6.0 * x * np.pi) + 20.0 * np.sin(2.0 * x * np.pi)) * 2.0 / 3.0
    offset += (20.0 * np.sin(x * np.pi) + 40.0 * np.sin(x / 3.0 * np.pi)) * 2.0 / 3.0
    return offset + (150.0 * np.sin(x / 12.0 * np.pi) + 300.0 * np.sin(x / 30.0 * np.pi)) * 2.0 / 3.0
