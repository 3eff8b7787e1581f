"""`community-brain` as a person types it: words, exit codes, and the resident service in the background."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from community_brain_plugin.cli import COMMANDS, LOADS
from community_brain_plugin.database.background import Background
from community_brain_plugin.database.cluster import PrivateCluster

PROGRAM = Path(sys.executable).with_name("community-brain")


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A place for one room, taken down afterwards."""
    path = Path(tempfile.mkdtemp(prefix="community-brain-test-"))
    yield path
    run(path, "down")
    shutil.rmtree(path, ignore_errors=True)


def run(home: Path, *arguments: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COMMUNITY_BRAIN_HOME": str(home), "LANGUAGE": language}
    return subprocess.run([str(PROGRAM), *arguments], capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("words", [[name] for name in COMMANDS] + [["load", name] for name in LOADS], ids=" ".join)
def test_every_command_explains_itself(tmp_path, words, language):
    done = run(tmp_path, *words, "--help", language=language)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "cli." not in done.stdout, "a message without words"
    assert any("\u4e00" <= sign <= "\u9fff" for sign in done.stdout) == (language == "zh")


@pytest.mark.parametrize("words", [[], ["open"], ["load"], ["load", "moon"], ["up", "--nonsense"]])
def test_wrong_usage_is_two(tmp_path, words):
    assert run(tmp_path, *words).returncode == 2
    assert not list(tmp_path.iterdir())


def test_nothing_is_there_yet(tmp_path):
    done = run(tmp_path / "none", "status")
    assert done.returncode == 3
    assert "community-brain up" in done.stdout
    assert run(tmp_path / "none", "down").returncode == 0
    refused = run(tmp_path / "none", "migrate")
    assert refused.returncode == 1
    assert "community-brain up" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "none").exists()


def test_a_room_is_opened_killed_and_opened_again(home):
    opened = run(home, "up")
    assert opened.returncode == 3, opened.stderr
    assert "community-brain migrate" in opened.stdout
    assert run(home, "migrate").returncode == 0
    assert run(home, "up").returncode == 0
    assert run(home, "status").returncode == 0

    cluster = PrivateCluster(home)
    serving = Background(cluster.home, "serve")
    first = serving.pid()
    assert first is not None
    for pid in (first, cluster.pid() or 0):
        os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while serving.pid() or cluster.pid():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert run(home, "status").returncode == 3

    assert run(home, "up").returncode == 0
    assert serving.pid() not in {None, first}
    assert "1.0.0" in run(home, "status").stdout

    down = run(home, "down")
    assert down.returncode == 0
    assert (serving.pid(), cluster.pid()) == (None, None)


def test_the_service_ends_when_it_is_told(home):
    run(home, "up")
    run(home, "migrate")
    environment = {**os.environ, "COMMUNITY_BRAIN_HOME": str(home)}
    service = subprocess.Popen(
        [str(PROGRAM), "serve"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    time.sleep(2)
    assert service.poll() is None
    service.terminate()
    output, _ = service.communicate(timeout=10)
    assert service.returncode == 0, output.decode()
