"""Tracks of patrols: seen by those who check patrols alone, and gone after the days the room has set."""

from datetime import timedelta

import numpy as np
import pytest
from psycopg2.extras import Json

from community_brain_plugin.errors import RoomError
from community_brain_plugin.patrols import tracks
from community_brain_plugin.patrols.tracks import Track

HOUR = 3600.0


def walk(room, officer: str = "崔静霞", ago: float = 2 * HOUR, points: int = 30) -> Track:
    """Return somebody's walk of ten seconds a point, which began so many seconds ago."""
    begin = float(room.one("SELECT extract(epoch FROM room.room_now())")) - ago
    steps = np.arange(points)
    return Track(officer, 118.78 + 1e-4 * steps, 32.05 + 1e-4 * steps, begin + 10.0 * steps)


def seen(room, post: str, track: Track) -> list[Track]:
    day = room.one("SELECT (to_timestamp(%s) AT TIME ZONE 'Asia/Shanghai')::date", (float(track.time[0]),))
    return tracks.of_day(room.connect(post, autocommit=False), day)


def test_who_checks_patrols_reads_a_track_as_it_was_kept_and_nobody_else_does(own_room):
    track = walk(own_room)
    (until,) = tracks.keep(own_room.connect("evaluator", autocommit=False), [track])
    assert until.timestamp() == pytest.approx(track.time[-1] + 30 * 24 * HOUR)
    for post in ("evaluator", "shift_leader"):
        (found,) = seen(own_room, post, track)
        assert found.officer == "崔静霞"
        for kept, given in ((found.longitude, track.longitude), (found.latitude, track.latitude)):
            assert np.allclose(kept, given, rtol=0.0, atol=1e-9)
        assert np.allclose(found.time, track.time, atol=1e-6)
    for post in ("dispatcher", "analyst", "worker", "neighbour"):
        assert seen(own_room, post, track) == []
    with pytest.raises(RoomError) as caught:
        tracks.keep(own_room.connect("dispatcher", autocommit=False), [track])
    assert caught.value.code == "room.wrong_role"


def test_a_track_is_gone_after_the_days_that_are_set_whether_or_not_the_service_came_by(own_room):
    own_room.query("SELECT desk.set_setting('track_days', %s)", (Json(3),), "shift_leader")
    evaluator = own_room.connect("evaluator", autocommit=False)
    old, new = walk(own_room, "old", 2.5 * 24 * HOUR), walk(own_room, "new")
    tracks.keep(evaluator, [old, new])
    with pytest.raises(RoomError) as caught:
        tracks.keep(evaluator, [walk(own_room, "new", HOUR), walk(own_room, "older", 4 * 24 * HOUR)])
    assert caught.value.code == "room.track_expired"
    assert (caught.value.params["officer"], caught.value.params["days"]) == ("older", 3)
    own_room.query("UPDATE room.patrol_track SET expires_at = expires_at - %s", (timedelta(days=1),))
    assert seen(own_room, "evaluator", old) == []
    assert len(seen(own_room, "evaluator", new)) == 1, "what was sent with the refused track is not kept either"
    assert own_room.one("SELECT desk.expire_tracks()", post="service") == 1
    assert own_room.query("SELECT officer FROM room.patrol_track") == [("new",)]


def test_a_walk_kept_twice_or_in_parts_is_kept_once(own_room):
    whole = walk(own_room)
    part = Track(whole.officer, whole.longitude[:9], whole.latitude[:9], whole.time[:9])
    evaluator = own_room.connect("evaluator", autocommit=False)
    for given in ([part], [whole], [whole], [part]):
        tracks.keep(evaluator, given)
    (found,) = seen(own_room, "evaluator", whole)
    assert len(found.time) == 30


def test_a_track_that_no_handheld_can_have_sent_is_refused(own_room):
    good = walk(own_room)
    evaluator = own_room.connect("evaluator", autocommit=False)
    for bad in (
        Track("a", good.longitude + 90.0, good.latitude, good.time),
        Track("a", good.longitude, good.latitude, good.time[::-1]),
        Track("a", good.longitude, good.latitude, good.time + 24 * HOUR),
        Track("a", good.longitude, good.latitude, np.full(30, np.inf)),
        Track("a", good.longitude, good.latitude, good.time - np.linspace(25 * HOUR, 0.0, 30)),
        Track("a", good.longitude, np.full(30, np.nan), good.time),
    ):
        with pytest.raises(RoomError) as caught:
            tracks.keep(evaluator, [bad])
        assert caught.value.code == "room.bad_track"
    assert own_room.one("SELECT count(*) FROM room.patrol_track") == 0


def test_who_puts_another_track_in_the_place_of_one_is_named(own_room):
    """What is compared with a plan is evidence; where somebody was is still told to those alone who check patrols."""
    true = walk(own_room)
    false = Track(true.officer, true.longitude + 0.01, true.latitude, true.time)
    tracks.keep(own_room.connect("evaluator", autocommit=False), [true])
    tracks.keep(own_room.connect("evaluator", autocommit=False), [true])
    tracks.keep(own_room.connect("shift_leader", autocommit=False), [false])
    log = "SELECT key, action, staff_name, details ->> 'tracks', details ->> 'kept_by' FROM desk.room_log"
    entry = (true.officer, "replaced", "shift_leader", "1", '["1008"]')
    for post in ("evaluator", "shift_leader"):
        assert own_room.query(log, post=post) == [entry]
    for post in ("analyst", "dispatcher", "worker", "neighbour"):
        assert own_room.query(log, post=post) == []


def test_tracks_have_an_end_to_their_number(own_room):
    own_room.query("SELECT desk.set_setting('track_megabytes', %s)", (Json(1),), "shift_leader")
    evaluator = own_room.connect("evaluator", autocommit=False)
    tracks.keep(evaluator, [walk(own_room, f"w{number}") for number in range(257)])
    with pytest.raises(RoomError) as caught:
        tracks.keep(evaluator, [walk(own_room, "one more")])
    assert (caught.value.code, caught.value.params["megabytes"]) == ("room.tracks_full", 1)
