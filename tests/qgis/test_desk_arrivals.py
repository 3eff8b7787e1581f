"""What speaks at a desk, how often, and when it is silent."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from desk_rows import NOON, alarm, case, hand_fed_desk

from community_brain_plugin.cases import steps
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.arrivals import Arrivals

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def heard(qtbot, tmp_path, monkeypatch):
    """A desk with what it has shown and which priorities it sounded; its seconds are moved by hand."""
    fed = hand_fed_desk(tmp_path, "dispatcher")
    shown, sounds, seconds = [], [], [0.0]
    monkeypatch.setattr("community_brain_plugin.ui.desk.arrivals.time", SimpleNamespace(monotonic=lambda: seconds[0]))
    arrivals = Arrivals(fed.desk, lambda text, priority: shown.append(text), sounds.append)
    return SimpleNamespace(fed=fed, arrivals=arrivals, shown=shown, sounds=sounds, seconds=seconds)


def test_a_new_alarm_speaks_once_and_the_worse_the_louder(heard):
    heard.fed.feed(alarm(1, 1))
    heard.fed.feed(alarm(1, 1, version=2))
    assert heard.shown == ["Alarm, priority 1: Smoke alarm, 松涛路1号"]
    assert heard.sounds == [1]
    heard.fed.feed(alarm(2, 3))
    assert heard.sounds == [1, 3]


def test_worse_speaks_again_and_better_is_silent(heard):
    heard.fed.feed(alarm(1, 2))
    heard.fed.feed(alarm(1, 3))
    assert len(heard.shown) == 1
    heard.fed.feed(alarm(1, 1))
    assert len(heard.shown) == 2


def test_an_alarm_that_was_seen_is_silent(heard):
    heard.fed.feed(alarm(1, acknowledged_at=NOON), alarm(2, cleared_at=NOON))
    assert heard.shown == []


def test_a_case_file_speaks_when_it_begins_to_wait_for_this_post(heard):
    heard.fed.feed(case(1, "reported"))
    assert heard.shown == []
    heard.fed.feed(case(1, "pending_dispatch", version=3))
    assert heard.shown == ["Waiting for dispatch: Blocked fire lane, 松涛路1号"]


def test_whoever_has_a_case_file_hears_each_time_that_it_is_urged(heard):
    heard.fed.feed(case(1, "pending_dispatch", urge_count=0))
    heard.fed.feed(case(1, "pending_dispatch", version=3, urge_count=1), case(2, "reported", urge_count=1))
    heard.fed.feed(case(1, "pending_dispatch", version=4, urge_count=1, claimed_by="P2"))
    assert heard.shown[1:] == ["Urged: Blocked fire lane, 松涛路1号"]
    heard.fed.feed(case(1, "pending_dispatch", version=5, urge_count=2))
    assert len(heard.shown) == 3


def test_what_is_asked_of_this_post_is_named(heard):
    heard.fed.feed(case(1, "handling", clock="handle", pending=None))
    asked = {"pending": "extend", "pending_zh": "延期待批", "pending_en": "Extension asked for", "pending_by": "O1"}
    heard.fed.feed(case(1, "handling", version=3, clock="handle", **asked))
    assert heard.shown == ["Extension asked for: Blocked fire lane, 松涛路1号"]


def test_what_somebody_did_himself_is_no_news_to_him(heard):
    me = heard.fed.desk.viewer.staff_number
    heard.fed.feed(case(1, "pending_dispatch", version=1, reported_by=me), case(2, "checking", version=4))
    step = steps.Step("990106001", 2, "close", {}, 4)
    heard.fed.desk.take(step, lambda answer: None, lambda error: None)
    heard.fed.feed(case(2, "pending_dispatch", version=5))
    assert (heard.shown, heard.sounds) == ([], [])
    # A step that was refused was somebody else's, whatever led there.
    heard.fed.desk.take(steps.Step("990106001", 3, "close", {}, 4), lambda answer: None, lambda error: None)
    heard.fed.queries.asked[-1].failed(RoomError("room.stale_version"))
    heard.fed.feed(case(3, "pending_dispatch", version=5))
    heard.fed.feed(case(4, "pending_dispatch", version=1, reported_by="somebody"))
    assert len(heard.shown) == 2


def test_three_toasts_at_most_and_the_rest_summed(heard):
    heard.fed.feed(*(alarm(number) for number in range(1, 9)))
    assert len(heard.shown) == 3
    heard.arrivals.tick()
    assert len(heard.shown) == 3
    heard.seconds[0] += 8.5
    heard.arrivals.tick()
    assert heard.shown[3:] == ["and 5 more"]


def test_mute_silences_sounds_for_half_an_hour_not_toasts(heard, monkeypatch):
    heard.arrivals.mute(True)
    heard.fed.feed(alarm(1, 1))
    assert (len(heard.shown), heard.sounds) == (1, [])
    monkeypatch.setattr(heard.fed.room, "room_now", lambda: NOON + timedelta(minutes=31))
    assert not heard.arrivals.is_muted()
    heard.fed.feed(alarm(2, 1))
    assert heard.sounds == [1]
