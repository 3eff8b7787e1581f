"""A program of the room that runs on after the command that started it: the resident service, the simulator."""

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from ..errors import RoomError
from .home import HOME_VARIABLE, Home

#: Environment variable naming the Python that has what the command line needs (set by `make run`).
PYTHON_VARIABLE = "COMMUNITY_BRAIN_PYTHON"
_STOP_SECONDS = 15
# A program that cannot even be loaded ends within this time.
_FIRST_SECONDS = 0.5


def python() -> str:
    """Return the Python to run the command line with; QGIS's own may lack what a migration needs."""
    return os.environ.get(PYTHON_VARIABLE) or sys.executable


def command(*arguments: str) -> list[str]:
    """Return the argument list that runs `community-brain …` wherever this package is installed."""
    return [python(), "-m", "community_brain_plugin.cli", *arguments]


def environment(home: Home) -> dict[str, str]:
    """Return the environment for `command`: this very package, in UTF-8, on this home."""
    package = str(Path(__file__).resolve().parents[2])
    # An editable install finds the mapped folders by itself; the repository's root on the path would hide QGIS's own
    # `processing`. Only the plugin unpacked in a profile needs the path.
    extra = {} if not (Path(__file__).resolve().parents[1] / "resources").is_dir() else {"PYTHONPATH": package}
    return {**os.environ, **extra, "PYTHONUTF8": "1", HOME_VARIABLE: str(home.path)}


class Background:
    """One background program of a home, known by name; at most one runs.

    The child inherits a lock on its pid file, so that the lock's being held says that it lives, whatever became of the
    number in the file.
    """

    def __init__(self, home: Home, name: str) -> None:
        self.home = home
        self.name = name
        self.pid_file = home.path / f"{name}.pid"
        self.log = home.log / f"{name}.log"

    def start(self, arguments: list[str]) -> bool:
        """Start the program unless it runs; return whether it was started.

        RoomError `cluster.background_died` when it ends at once.
        """
        with self.pid_file.open("a+") as pid_file:
            if not self._lock(pid_file.fileno()):
                return False
            with self.log.open("ab") as log:
                child = subprocess.Popen(
                    arguments,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd="/",
                    env=environment(self.home),
                    start_new_session=True,
                    pass_fds=(pid_file.fileno(),),
                )
            pid_file.truncate(0)
            pid_file.write(f"{child.pid}\n")
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=_FIRST_SECONDS)
            raise RoomError("cluster.background_died", name=self.name, log=self.log)
        # The child outlives us on purpose; saying so keeps Python from warning about it.
        child.returncode = 0
        return True

    def pid(self) -> int | None:
        """Return the process id while the program runs."""
        try:
            with self.pid_file.open() as pid_file:
                try:
                    fcntl.flock(pid_file, fcntl.LOCK_SH | fcntl.LOCK_NB)
                except BlockingIOError:
                    return int(pid_file.read() or 0) or None
        except (OSError, ValueError):
            return None
        return None

    def stop(self) -> bool:
        """End the program, firmly after 15 s; return whether it ran."""
        pid = self.pid()
        if pid is None:
            return False
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
            deadline = time.monotonic() + _STOP_SECONDS
            while time.monotonic() < deadline:
                if self.pid() != pid:
                    return True
                time.sleep(0.05)
        raise RoomError("cluster.not_ended", name=self.name, pid=pid)

    @staticmethod
    def _lock(number: int) -> bool:
        """Take the lock; a look by `pid` holds it for an instant, so one refusal says nothing."""
        for _ in range(5):
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            time.sleep(0.05)
        return False
