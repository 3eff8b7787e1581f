"""What every benchmark needs: a room and a QGIS of its own, options, and the closing line."""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import run
from install import PACKAGE, install, profile_folder, settings

from community_brain_plugin.database.connection import DATABASE, connect, local
from community_brain_plugin.database.home import HOME_VARIABLE, Home
from community_brain_plugin.database.services import service_file

ROOT = Path(__file__).resolve().parent.parent
_ZIP_VARIABLE = "COMMUNITY_BRAIN_ZIP"


def say(text: str) -> None:
    """Tell the reader what is being done."""
    sys.stdout.write(f"  {text}\n")
    sys.stdout.flush()


def conclude(name: str, figure: float, unit: str, goal: str, met: bool, *, digits: int = 0) -> NoReturn:
    """Print the closing line and end, with 1 when the goal was missed."""
    sys.stdout.write(f"{name}: {figure:.{digits}f} {unit} (goal {goal}) {'met' if met else 'missed'}\n")
    sys.exit(0 if met else 1)


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return an argument parser with what all benchmarks understand."""
    found = argparse.ArgumentParser(description=description)
    found.add_argument("--data", type=Path, help="folder of public data; not every benchmark needs it")
    return found


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed; infinity when there are none."""
    ordered = sorted(values)
    if not ordered:
        return float("inf")
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def archive() -> Path:
    """Return the plugin zip that is measured."""
    named = os.environ.get(_ZIP_VARIABLE)
    found = [Path(named)] if named else sorted((ROOT / "build").glob("community_brain_plugin-*.zip"))
    if not found or not found[-1].is_file():
        sys.stderr.write("There is no plugin zip; `make package` builds it.\n")
        sys.exit(2)
    return found[-1]


@contextlib.contextmanager
def folder() -> Iterator[Path]:
    """A folder that the server's user can reach, removed afterwards."""
    path = Path(tempfile.mkdtemp(prefix="community-brain-bench-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@dataclass(frozen=True)
class Room:
    """A private room of the benchmark's own, with demo district and resident service."""

    home: Home

    def parameters(self, post: str) -> dict[str, str]:
        """Return libpq parameters of a post; they name socket and user, not the service file."""
        lines = service_file(self.home, post).read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line)

    def command(self, *words: str, accept: tuple[int, ...] = (0,)) -> None:
        """Run `community-brain` on this room; its exit code must be one of `accept`."""
        environment = {**os.environ, HOME_VARIABLE: str(self.home.path)}
        program = str(Path(sys.executable).parent / "community-brain")
        done = subprocess.run([program, *words], env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in accept:
            sys.stderr.write(done.stdout + done.stderr)
            raise SystemExit(2)


@contextlib.contextmanager
def demo_room(path: Path, *options: str) -> Iterator[Room]:
    """Make a room with the demo district in a folder (`options` go to `load demo`), and stop it afterwards."""
    room = Room(Home(path / "home"))
    say(f"a room of its own: {DATABASE} with the demo district")
    try:
        room.command("up", "--no-serve", accept=(0, 3))
        room.command("migrate")
        room.command("load", "demo", *options)
        # One login stands for a whole command room here.
        with (
            contextlib.closing(connect(local(room.home), autocommit=True)) as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "INSERT INTO room.setting SELECT code, 'reports_per_hour', '100000' FROM room.division"
                " WHERE level = 'subdistrict' AND subdistrict = code"
            )
        room.command("up")
        yield room
    finally:
        room.command("down")


@dataclass
class Desk:
    """A running QGIS with the plugin, and the lines its script writes."""

    process: "subprocess.Popen[bytes]"
    _output: Path
    _orders: Path
    _read: int = field(default=0)
    _passed: list[dict] = field(default_factory=list)

    def lines(self) -> list[dict]:
        """Return the whole lines written since the last call."""
        with self._output.open("rb") as file:
            file.seek(self._read)
            text = file.read()
        whole = text[: text.rfind(b"\n") + 1]
        self._read += len(whole)
        return [json.loads(line) for line in whole.splitlines()]

    def everything(self) -> list[dict]:
        """Return all whole lines from the beginning."""
        self._read = 0
        return self.lines()

    def wait_for(self, event: str, seconds: float) -> dict:
        """Wait for a line of this event, and return it; what came before is passed over."""
        return self.wait_for_any((event,), seconds)

    def wait_for_any(self, events: Collection[str], seconds: float) -> dict:
        """Wait for a line of one of these events, and return it; lines behind it are kept for the next call."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self._passed += self.lines()
            while self._passed:
                line = self._passed.pop(0)
                if line["event"] in events:
                    return line
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise SystemExit(f"QGIS did not say {' or '.join(events)} within {seconds:.0f} s")

    def order(self, word: str) -> None:
        """Tell the script something; it looks for orders ten times a second."""
        with self._orders.open("a", encoding="utf-8") as file:
            file.write(f"{word}\n")


@contextlib.contextmanager
def desk(room: Room, path: Path, script: Path, post: str, host: Path | None = None) -> Iterator[Desk]:
    """Run QGIS with the packed plugin on a virtual screen, a fresh profile, and `script` inside; the room opens itself.

    `host` is another socket folder for its connections, such as a network that will be cut.
    """
    os.environ["COMMUNITY_BRAIN_PROFILES"] = str(path / "profiles")
    run.put_plugin(archive(), "benchmark", "en")
    environment = run.desk_environment(room.home, post, "en")
    if host is not None:
        text = service_file(room.home, post).read_text(encoding="utf-8")
        own = path / "network.conf"
        own.write_text(text.replace(str(room.home.socket), str(host)), encoding="utf-8")
        environment["PGSERVICEFILE"] = str(own)
    output, orders = path / "desk.jsonl", path / "desk.orders"
    output.touch()
    orders.touch()
    environment |= {"COMMUNITY_BRAIN_BENCH_OUTPUT": str(output), "COMMUNITY_BRAIN_BENCH_ORDERS": str(orders)}
    with run.virtual_screen() as display:
        environment |= {"DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
        process = run.qgis(environment, path / "qgis.log", "--code", str(script))
        try:
            yield Desk(process, output, orders)
        finally:
            process.kill()
            process.wait()


def plain_profile(path: Path, enabled: bool) -> Path:
    """Make a fresh profile with the plugin installed, switched on or off, its room set to open with QGIS."""
    os.environ["COMMUNITY_BRAIN_PROFILES"] = str(path)
    profile = profile_folder(run.PROFILE)
    install(archive(), profile)
    quiet: Mapping[str, dict[str, str]] = {
        "PythonPlugins": {PACKAGE: "true" if enabled else "false"},
        run.PROFILE: {"open_on_start": "true"},
        "qgis": {"checkVersion": "false", "projOpenAtLaunch": "3", "showTips322": "false", "showTips340": "false"},
    }
    settings(profile, dict(quiet))
    return profile
