"""What a desk sounds like, played by a real program that keeps what it was given."""

import shutil
import wave

import pytest

from community_brain_plugin.ui.desk import sounds
from community_brain_plugin.ui.desk.sounds import Sounds

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="no shell")


@pytest.fixture
def player(tmp_path, monkeypatch):
    """Put a player on the path, of a given body, and return the list of what it has played."""
    heard = tmp_path / "heard"

    def put(body: str) -> None:
        program = tmp_path / sounds.PLAYERS[0]
        program.write_text(f'#!/bin/sh\necho "$1" >> "{heard}"\n{body}\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    put.heard = lambda: heard.read_text().split() if heard.exists() else []
    return put


def test_the_worse_the_more_tones(qtbot, player, tmp_path):
    player(f'cp "$1" "{tmp_path}"')
    lengths = []
    for priority in (3, 2, 1):
        desk = Sounds()
        desk.play(priority)
        file = tmp_path / f"priority-{priority}.wav"
        qtbot.waitUntil(lambda file=file: file.exists() and file.stat().st_size > 44, timeout=10_000)
        qtbot.waitUntil(lambda desk=desk: not desk.is_playing, timeout=10_000)
        with wave.open(str(file)) as played:
            lengths.append(played.getnframes())
    assert lengths == [lengths[0], 2 * lengths[0], 3 * lengths[0]]


def test_many_alarms_at_once_are_one_warning_and_only_a_worse_one_interrupts_it(qtbot, player):
    player("exec sleep 5")
    desk = Sounds()
    desk.play(2)
    qtbot.waitUntil(lambda: len(player.heard()) == 1, timeout=10_000)
    desk.play(2)
    desk.play(3)
    desk.play(1)
    qtbot.waitUntil(lambda: len(player.heard()) == 2, timeout=10_000)
    desk.play(2)
    desk.play(1)
    assert [name.rsplit("-", 1)[1] for name in player.heard()] == ["2.wav", "1.wav"]
    desk.stop()
    qtbot.waitUntil(lambda: not desk.is_playing, timeout=10_000)


def test_a_player_that_cannot_play_leaves_the_warning_to_the_bell(qtbot, player, monkeypatch):
    rung = []
    monkeypatch.setattr(sounds.QApplication, "beep", lambda: rung.append(True))
    player("exit 1")
    desk = Sounds()
    desk.play(1)
    qtbot.waitUntil(lambda: len(rung) == 3, timeout=10_000)
    assert len(player.heard()) == 1
    desk.stop()
    desk.play(3)
    assert (len(rung), len(player.heard())) == (4, 1), "it is not asked again"
