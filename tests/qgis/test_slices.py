"""Long work in parts: what may happen between them, and what goes first."""

import pytest
from qgis.PyQt.QtCore import QTimer

from community_brain_plugin.ui.live.slices import ALONE, Slices


def job(diary, name, parts):
    for number in range(1, parts + 1):
        diary.append(f"{name}{number}")
        yield


def test_work_of_one_part_is_done_at_once_and_the_rest_at_turns_of_the_event_loop(qtbot):
    slices, diary = Slices(), []
    slices.start("short", iter(()))
    assert not slices.is_busy("short")
    slices.start("long", job(diary, "long", 3))
    assert diary == ["long1"]
    assert slices.is_busy("long")
    qtbot.waitUntil(lambda: not slices.is_busy("long"), timeout=10_000)
    assert diary == ["long1", "long2", "long3"]


@pytest.mark.parametrize("turn", [0.0, 60.0])
def test_the_most_urgent_goes_first_and_what_begins_anew_or_is_given_up_does_not_go_on(qtbot, monkeypatch, turn):
    slices, diary = Slices(), []
    monkeypatch.setattr("community_brain_plugin.ui.live.slices.TURN_SECONDS", turn)
    slices.start("map", job(diary, "map", 2), rank=5)
    slices.start("queue", job(diary, "old", 9), rank=0)
    slices.start("queue", job(diary, "queue", 3), rank=0)
    slices.start("dropped", job(diary, "dropped", 9), rank=0)
    slices.give_up("dropped")
    qtbot.waitUntil(lambda: not (slices.is_busy("map") or slices.is_busy("queue")), timeout=10_000)
    assert diary == ["map1", "old1", "queue1", "dropped1", "queue2", "queue3", "map2"]


def test_a_job_that_rests_holds_nobody_up(qtbot):
    slices, diary = Slices(), []

    def resting():
        diary.append("resting")
        yield 3600.0
        diary.append("woken")

    slices.start("resting", resting(), rank=0)
    slices.start("map", job(diary, "map", 3), rank=5)
    qtbot.waitUntil(lambda: not slices.is_busy("map"), timeout=10_000)
    assert diary == ["resting", "map1", "map2", "map3"]
    assert slices.is_busy("resting")


def test_after_turns_that_took_long_work_goes_on_all_the_same(qtbot, monkeypatch):
    slices, diary = Slices(), []
    monkeypatch.setattr("community_brain_plugin.ui.live.slices.LATE_SECONDS", -1.0)
    slices.start("map", job(diary, "map", 5))
    qtbot.waitUntil(lambda: not slices.is_busy("map"), timeout=10_000)
    assert diary[-1] == "map5"


def test_what_takes_long_by_itself_waits_for_the_beginning_of_a_turn(qtbot, monkeypatch):
    slices, diary = Slices(), []
    monkeypatch.setattr("community_brain_plugin.ui.live.slices.TURN_SECONDS", 60.0)

    others = QTimer()
    others.timeout.connect(lambda: diary.append("others"))
    others.start(0)

    def long():
        yield
        diary.append("short")
        yield
        diary.append("short")
        yield ALONE
        diary.append("long")

    slices.start("long", long())
    qtbot.waitUntil(lambda: not slices.is_busy("long"), timeout=10_000)
    others.stop()
    shorts = diary.index("short")
    assert diary[shorts : shorts + 3] == ["short", "short", "others"]
