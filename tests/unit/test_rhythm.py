"""The rhythm of hazards: clock times of the room's zone, and rates by how often an hour came round."""

from datetime import UTC
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from community_brain_plugin.analysis.rhythm import in_zone, parts, rhythm
from community_brain_plugin.errors import RoomError


def moments(*texts):
    return np.array(texts, "datetime64[ms]")


def test_months_weekdays_and_hours_are_those_of_the_calendar():
    rng = np.random.default_rng(1)
    at = moments("1969-12-31T23:59") + rng.integers(-(10**12), 2 * 10**12, 500).astype("timedelta64[ms]")
    month, weekday, hour = parts(at)
    for number, moment in enumerate(at.tolist()):
        assert (month[number] + 1, weekday[number], hour[number]) == (moment.month, moment.weekday(), moment.hour)


@pytest.mark.parametrize("name", ["Asia/Shanghai", "America/New_York", "UTC"])
def test_zones_are_those_of_the_calendar_with_summer_time(name):
    rng = np.random.default_rng(2)
    utc = moments("2010-01-01") + rng.integers(0, 5 * 10**11, 300).astype("timedelta64[ms]")
    found = in_zone(utc, ZoneInfo(name))
    for before, after in zip(utc.tolist(), found.tolist(), strict=True):
        here = before.replace(tzinfo=UTC).astimezone(ZoneInfo(name))
        assert after == here.replace(tzinfo=None)
    assert np.isnat(in_zone(moments("NaT"), ZoneInfo(name))).all()


def test_counts_fall_where_they_belong():
    at = moments("2026-03-02T08:30", "2026-03-02T08:59", "2026-03-08T23:10")
    found = rhythm(at, np.array([0, 1, 1]), 2, [1.0, 2.0, 4.0])
    assert found.counts[2, 0, 8].tolist() == [1.0, 2.0]
    assert found.counts[2, 6, 23].tolist() == [0.0, 4.0]
    assert found.counts.sum() == 7.0
    by_hour, _ = found.by(2)
    assert by_hour[8] == 3.0


def test_hours_are_how_often_each_came_round():
    """Monday 08:30 to Tuesday of the week after, 06:00: two Mondays at eight, one Tuesday at noon."""
    found = rhythm(moments("2026-03-02T08:30", "2026-03-10T06:00"))
    assert found.hours[2, 0, 8] == 2.0
    assert found.hours[2, 0, 7] == 1.0
    assert found.hours[2, 1, 12] == 1.0
    assert found.hours.sum() == 8 * 24 - 1


def test_a_steady_stream_has_the_same_rate_at_every_hour():
    """Four events an hour over ten weeks and a bit: counts differ by the bit, rates do not."""
    at = moments("2026-01-05T00:00") + (np.arange(4 * 24 * 73) * 15 * 60_000).astype("timedelta64[ms]")
    counts, hours = rhythm(at).by(1)
    assert np.ptp(counts) > 0.0
    assert np.allclose(counts / hours, 4.0, rtol=0.01)


def test_nothing_and_no_time_are_said():
    with pytest.raises(RoomError, match="no events"):
        rhythm(moments())
    with pytest.raises(RoomError) as caught:
        rhythm(moments("2026-01-01", "NaT"))
    assert caught.value.params["row"] == 2
    assert rhythm(moments("2026-01-01T10:10")).hours.sum() == 1.0
