"""Pasted coordinates: what people write is read, which number is which, in what system, and why it was taken so."""

import pytest

from community_brain_plugin.cases import coordinates
from community_brain_plugin.cases.coordinates import BD09, BEFORE, CGCS2000, GCJ02, INSIDE, PLAIN, SAID

SRID = 4549
# A place in Nanjing, and what it is in metres of the room's system (central meridian 120°) and others.
LONGITUDE, LATITUDE = 118.796877, 32.060255
HERE = coordinates.readings(coordinates.parse(f"{LONGITUDE} {LATITUDE}"), SRID)[0]
BOUNDS = (HERE.x - 3000, HERE.y - 3000, HERE.x + 3000, HERE.y + 3000)


@pytest.mark.parametrize(
    "text",
    [
        "118.796877,32.060255",
        "32.060255 118.796877",
        "  118.796877；32.060255 ",
        "１１８．７９６８７７，３２．０６０２５５",
        "lat: 32.060255, lng: 118.796877",
        "geo:32.060255,118.796877",
        "POINT(118.796877 32.060255)",
        "经度118.796877 纬度32.060255",
        "北纬32.060255° 东经118.796877°",
        "N32.060255 E118.796877",
        "32°3'36.918\"N 118°47'48.757\"E",
        "118°47′48.757″E, 32°03′36.918″N",
        "东经118度47分48.757秒，北纬32度3分36.918秒",
        "WGS84 118.796877 32.060255",
        "32 03 36.918 N 118 47 48.757 E",
        "118:47:48.757, 32:03:36.918",
        "N32-03-36.918 E118-47-48.757",
        "32 3.6153, 118 47.81262",
    ],
)
def test_degrees_are_read_however_they_are_written(text):
    typed = coordinates.parse(text)
    assert typed.is_degrees
    assert (typed.across, typed.up) == pytest.approx((LONGITUDE, LATITUDE), abs=2e-7)


@pytest.mark.parametrize(
    "text", ["", "118.79", "1 2 3", "call 13800000000", "51.5, -0.12", "松涛路9号", "32 33", "2026-11-21 12:30:10"]
)
def test_what_is_no_place_in_china_is_no_place(text):
    assert coordinates.parse(text) is None


def test_metres_are_the_rooms_own_in_either_order_or_of_the_zone_that_is_written():
    for text in (f"{HERE.x:.2f}, {HERE.y:.2f}", f"X={HERE.y:.2f} Y={HERE.x:.2f}"):
        typed = coordinates.parse(text)
        (reading,) = coordinates.readings(typed, SRID, BOUNDS)[:1]
        assert (reading.x, reading.y) == pytest.approx((HERE.x, HERE.y), abs=0.01)
        assert not typed.is_degrees
    # Zone 40 has the meridian of EPSG:4549, and its number before the easting.
    typed = coordinates.parse(f"{HERE.y:.2f} {40e6 + HERE.x:.2f}")
    (reading,) = coordinates.readings(typed, SRID)
    assert reading.system == "EPSG:4528"
    assert (reading.x, reading.y) == pytest.approx((HERE.x, HERE.y), abs=0.01)


def test_metres_of_another_zone_are_known_by_the_subdistrict_they_fall_into():
    (other,) = coordinates.readings(coordinates.parse(f"{LONGITUDE} {LATITUDE}"), 4548)[:1]
    typed = coordinates.parse(f"{other.x:.2f} {other.y:.2f}")
    found = coordinates.readings(typed, SRID, BOUNDS)
    guess = coordinates.guess(typed, found, BOUNDS, None)
    assert (guess.reading.system, guess.why) == ("EPSG:4548", INSIDE)
    assert (guess.reading.x, guess.reading.y) == pytest.approx((HERE.x, HERE.y), abs=0.05)


@pytest.mark.parametrize(
    ("text", "before", "system", "why"),
    [
        ("118.796877,32.060255", None, CGCS2000, PLAIN),
        ("118.796877,32.060255", GCJ02, GCJ02, BEFORE),
        ("高德 118.796877,32.060255", None, GCJ02, SAID),
        ("118.796877,32.060255 (BD-09)", GCJ02, BD09, SAID),
        ("GPS 118.796877,32.060255", GCJ02, CGCS2000, SAID),
    ],
)
def test_the_system_is_the_one_that_is_named_else_the_one_before_and_others_are_kept(text, before, system, why):
    typed = coordinates.parse(text)
    found = coordinates.readings(typed, SRID, BOUNDS)
    guess = coordinates.guess(typed, found, BOUNDS, before)
    assert (guess.reading.system, guess.why) == (system, why)
    assert {guess.reading.system, *(other.system for other in guess.others)} == {CGCS2000, GCJ02, BD09}


def test_shifted_systems_lie_hundreds_of_metres_apart():
    """GCJ-02 is 100 to 700 m off in China; around Nanjing about 500 m."""
    plain, gcj, baidu = coordinates.readings(coordinates.parse("118.796877,32.060255"), SRID)
    for other in (gcj, baidu):
        away = ((plain.x - other.x) ** 2 + (plain.y - other.y) ** 2) ** 0.5
        assert 100 < away < 1500
