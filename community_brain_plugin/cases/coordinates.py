"""Coordinates as people paste them: read, brought into the room's metric system, and never guessed in silence.

A text says two numbers, sometimes which is which, seldom in what system. Degrees may be CGCS2000 or WGS84 (the same to
within a metre), or shifted by GCJ-02 or BD-09, 100–700 m off; metres may be of any CGCS2000 zone. So a text has several
readings; the one that is taken and why are always told.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from osgeo import ogr

from ..database.importing.systems import ToRoom, system
from ..errors import RoomError

Bounds = tuple[float, float, float, float]

#: Systems of degrees; CGCS2000 stands for WGS84 too.
CGCS2000, GCJ02, BD09 = "EPSG:4490", "GCJ-02", "BD-09"
DEGREES = (CGCS2000, GCJ02, BD09)
#: Why a reading was taken: the text names the system, only this one lies in the subdistrict, it was the one before, or
#: nothing speaks against it.
SAID, INSIDE, BEFORE, PLAIN = "said", "inside", "before", "plain"

_CHINA_LONGITUDES, _CHINA_LATITUDES = (70.0, 140.0), (0.0, 60.0)
_NORTHINGS, _EASTINGS = (1.0e6, 6.1e6), (1.0e5, 9.0e5)
# First zone with its EPSG code, by how the easting begins: three-degree zones 25–45, six-degree zones 13–23.
_ZONES = ((25, 45, 4513), (13, 23, 4491))
_CENTRAL_MERIDIANS = (*range(4534, 4555), *range(4502, 4513))

_NAMES = (
    (BD09, re.compile(r"bd-?_?09|baidu|百度", re.IGNORECASE)),
    (GCJ02, re.compile(r"gcj-?_?02|amap|gaode|tencent|高德|腾讯|火星", re.IGNORECASE)),
    (CGCS2000, re.compile(r"cgcs|wgs-?_?84|epsg:4490|epsg:4326|\bgps\b|2000国家|北斗", re.IGNORECASE)),
)
_LATITUDE = re.compile(r"北纬|纬度?|\blat(?:itude)?\b|[Nn](?![a-z])|\bgeo:", re.IGNORECASE)
_LONGITUDE = re.compile(r"东经|经度?|\blo?ng?(?:itude)?\b|E(?![a-z])", re.IGNORECASE)
_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_ANGLE = re.compile(rf"({_NUMBER})\s*[°度]\s*(?:(\d+(?:\.\d+)?)\s*['′分]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:\"|″|''|秒))?")
_PLAIN_NUMBER = re.compile(_NUMBER)
_PART = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Typed:
    """What a text says: degrees (longitude, latitude) or metres (easting with its zone, if written; northing).

    `named` is the system the text names, None where it names none.
    """

    across: float
    up: float
    is_degrees: bool
    named: str | None = None


@dataclass(frozen=True)
class Reading:
    """A place a text may mean: the system it was read in, and metres in the room's system."""

    system: str
    x: float
    y: float


@dataclass(frozen=True)
class Guess:
    """The reading to take, why, and the others."""

    reading: Reading
    why: str
    others: tuple[Reading, ...]


def parse(text: str) -> Typed | None:
    """Return what a text says: "118.79, 32.06", "N32°3′37″ E118°47′24″", "32 3 37 N …", "北纬32度…", metres; or None.

    Which number is which is told by labels, else by what is possible in China.
    """
    plain = text.translate(_HALF_WIDTH)
    named = next((name for name, pattern in _NAMES if pattern.search(plain)), None)
    for _, pattern in _NAMES:  # the digits of a system's name are no coordinates
        plain = pattern.sub(" ", plain)
    numbers = _angles(plain) or _unsigned_angles(plain) or [float(found) for found in _PLAIN_NUMBER.findall(plain)]
    if len(numbers) != 2:
        return None
    pair = _as_degrees(numbers[0], numbers[1], plain)
    if pair is not None:
        return Typed(*pair, is_degrees=True, named=named)
    pair = _as_metres(*numbers)
    return Typed(*pair, is_degrees=False, named=named) if pair is not None else None


def readings(typed: Typed, srid: int, bounds: Bounds | None = None) -> list[Reading]:
    """Return the places a text may mean in the room's system; `bounds` (west, south, east, north) sorts out zones.

    Metres without a zone are the room's own, or of any other zone that brings them into the bounds.
    """
    found = [_reading(name, typed, srid) for name in _systems(typed, srid)]
    known: list[Reading] = []
    for reading in found:  # a meridian has several codes
        if reading is not None and not any(hypot(reading.x - other.x, reading.y - other.y) < 0.01 for other in known):
            known.append(reading)
    if typed.is_degrees or bounds is None:
        return known if typed.is_degrees else known[:1]
    return [reading for number, reading in enumerate(known) if number == 0 or inside(reading, bounds)]


def read_as(typed: Typed, srid: int, system: str) -> Reading | None:
    """Return the place a text means where its degrees are of a system that was said, its metres the room's or of the
    zone that is written; what the text names itself counts more. None where there is no such place.
    """
    named = typed.named or system
    return _reading(named if typed.is_degrees else _systems(typed, srid)[0], typed, srid)


def guess(typed: Typed, found: Sequence[Reading], bounds: Bounds | None, before: str | None) -> Guess | None:
    """Return the reading to propose, and why; None where there is none. `before` is the system taken the last time."""
    if not found:
        return None
    at_home = [reading for reading in found if bounds is None or inside(reading, bounds)]
    by_name = {reading.system: reading for reading in found}
    if typed.named in by_name:
        taken, why = by_name[typed.named], SAID
    elif len(at_home) == 1 and len(found) > 1:
        taken, why = at_home[0], INSIDE
    elif before in {reading.system for reading in at_home}:
        taken, why = by_name[str(before)], BEFORE
    else:
        taken, why = (at_home or list(found))[0], PLAIN
    return Guess(taken, why, tuple(reading for reading in found if reading is not taken))


def inside(reading: Reading, bounds: Bounds) -> bool:
    """Return whether a reading lies in a box."""
    west, south, east, north = bounds
    return west <= reading.x <= east and south <= reading.y <= north


_HALF_WIDTH = str.maketrans("，；：．－　（）＂＇０１２３４５６７８９", ",;:.- ()\"'0123456789")


def _angles(text: str) -> list[float]:
    """Return the angles written with signs of degrees, minutes and seconds."""
    found = []
    for whole, minutes, seconds in _ANGLE.findall(text):
        size = abs(float(whole)) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
        found.append(-size if whole.startswith("-") else size)
    return found


def _unsigned_angles(text: str) -> list[float]:
    """Return two angles whose degrees, minutes and seconds stand without their signs: "32 03 36.9 N 118:47:48.8"."""
    words = _PART.findall(text)
    size = len(words) // 2
    if len(words) not in (4, 6):
        return []
    angles = [words[:size], words[size:]]
    if any("." in part for angle in angles for part in angle[:-1]):
        return []
    if any(float(part) >= 60 for angle in angles for part in angle[1:]):
        return []
    return [sum(float(part) / 60**place for place, part in enumerate(angle)) for angle in angles]


def _as_degrees(first: float, second: float, labels: str) -> tuple[float, float] | None:
    """Return (longitude, latitude), or None where the numbers cannot be degrees of a place in China."""
    latitude, longitude = _LATITUDE.search(labels), _LONGITUDE.search(labels)
    if latitude is not None and longitude is not None and latitude.start() != longitude.start():
        pair = (second, first) if latitude.start() < longitude.start() else (first, second)
        return pair if _is_in(pair[0], _CHINA_LONGITUDES) and _is_in(pair[1], _CHINA_LATITUDES) else None
    for pair in ((first, second), (second, first)):
        if _is_in(pair[0], _CHINA_LONGITUDES) and _is_in(pair[1], _CHINA_LATITUDES):
            return pair
    return None


def _as_metres(first: float, second: float) -> tuple[float, float] | None:
    """Return (easting, northing): a northing has seven digits; an easting six, or eight with its zone in front."""
    for across, up in ((first, second), (second, first)):
        if _is_in(up, _NORTHINGS) and (_is_in(across, _EASTINGS) or _zone(across) is not None):
            return across, up
    return None


def _is_in(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def _zone(easting: float) -> int | None:
    """Return the EPSG code of the zone that is written before an easting; None where none is."""
    zone, rest = divmod(easting, 1.0e6)
    if not _is_in(rest, _EASTINGS):
        return None
    return next((code + int(zone) - first for first, last, code in _ZONES if first <= zone <= last), None)


def _systems(typed: Typed, srid: int) -> list[str]:
    if typed.is_degrees:
        return list(DEGREES)
    code = _zone(typed.across)
    return [f"EPSG:{number}" for number in ([code] if code is not None else dict.fromkeys((srid, *_CENTRAL_MERIDIANS)))]


def _reading(name: str, typed: Typed, srid: int) -> Reading | None:
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(typed.across, typed.up)
    way = _way(name, srid)
    if way is None or not way.geometries([point])[0]:
        return None
    return Reading(name, point.GetX(), point.GetY())


@functools.lru_cache(maxsize=64)
def _way(name: str, srid: int) -> ToRoom | None:
    try:
        return ToRoom(system(name), srid)
    except RoomError:  # an older PROJ knows fewer zones
        return None
