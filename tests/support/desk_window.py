"""A real QGIS window with the built plugin in a fresh profile, on a virtual screen of its own, driven from a test."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRIVER = ROOT / "tests" / "desktop" / "driver.py"
PICTURES = ROOT / "build" / "desktop"
PACKAGE = "community_brain_plugin"
START_SECONDS = 180


def built_zip() -> Path:
    """Return the zip to test: the one `make test` has built, else the newest in build/."""
    named = os.environ.get("COMMUNITY_BRAIN_ZIP")
    found = [Path(named)] if named else sorted((ROOT / "build").glob(f"{PACKAGE}-*.zip"))
    if not found or not found[-1].is_file():
        pytest.skip("there is no plugin zip; `make package` builds it")
    return found[-1]


def fresh_profile(folder: Path, settings: dict[str, dict[str, str]]) -> Path:
    """Unpack the zip into a new QGIS profile below `folder` with these settings, and return the folder of profiles."""
    profile = folder / "profiles" / "desk"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(built_zip()) as packed:
        packed.extractall(plugins)
    (profile / "QGIS").mkdir()
    lines: list[str] = []
    for section, values in settings.items():
        lines += [f"[{section}]", *(f"{key}={value}" for key, value in values.items()), ""]
    (profile / "QGIS" / "QGIS3.ini").write_text("\n".join(lines), encoding="utf-8")
    return folder


def kept_profile(folder: Path, settings: dict[str, dict[str, str]]) -> Path:
    """Return the folder of profiles that an earlier window left in `folder`, or of a fresh one."""
    return folder if (folder / "profiles").exists() else fresh_profile(folder, settings)


def settings(post: str, locale: str) -> dict[str, dict[str, str]]:
    """Settings of a fresh profile whose desk opens as a post."""
    return {
        "PythonPlugins": {"community_brain_plugin": "true"},
        "community-brain": {"open_on_start": "true", r"profile\kind": "private", r"profile\post": post},
        "qgis": {"checkVersion": "false", "projOpenAtLaunch": "3", "showTips322": "false", "showTips340": "false"},
        "locale": {"overrideFlag": "true", "userLocale": locale},
    }


@contextlib.contextmanager
def virtual_screen(size: str = "1920x1080") -> Iterator[str]:
    """Start a virtual screen on the first free number and return its name."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    reader, writer = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(arguments, pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        yield f":{number}"
    finally:
        screen.terminate()
        screen.wait()


@dataclass
class Desk:
    """One QGIS window and the wire to the driver in it."""

    process: "subprocess.Popen[bytes]"
    address: str
    log_file: Path
    _wire: Any = field(default=None)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Every command of the driver is a method here."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *arguments: self._ask(name, *arguments)

    def wait(self, what: Callable[[], Any], why: str, seconds: float = 30.0) -> Any:
        """Wait until something is true and return it; fail saying what was waited for."""
        deadline = time.monotonic() + seconds
        while True:
            found = what()
            if found:
                return found
            if time.monotonic() > deadline:
                if self._wire is not None:
                    self._ask("picture", str(PICTURES / f"failed-{self.log_file.parent.name}.png"))
                log = self.log_file.read_text(errors="replace")[-2000:]
                raise AssertionError(f"waited {seconds} s for: {why}\n{log}")
            time.sleep(0.02)

    def wait_ready(self) -> None:
        """Wait until the room is on the screen."""
        self.wait(self._listens, "QGIS to start", START_SECONDS)
        self.wait(lambda: self._ask("is_ready"), "the room to be ready", START_SECONDS)

    def hang_up(self) -> None:
        """Close the wire."""
        if self._wire is not None:
            self._wire.close()

    def _listens(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"QGIS ended:\n{self.log_file.read_text(errors='replace')[-4000:]}")
        wire = socket.socket(socket.AF_UNIX)
        try:
            wire.connect(self.address)
        except OSError:
            wire.close()
            return False
        wire.settimeout(30)
        self._wire = wire.makefile("rw", encoding="utf-8")
        wire.close()
        return True

    def _ask(self, name: str, *arguments: Any) -> Any:
        self._wire.write(json.dumps([name, arguments]) + "\n")
        self._wire.flush()
        error, answer = json.loads(self._wire.readline())
        if error:
            raise AssertionError(error)
        return answer


@contextlib.contextmanager
def open_desk(folder: Path, name: str, environment: dict[str, str], settings: dict[str, dict[str, str]],
              size: str = "1920x1080") -> Iterator[Desk]:  # fmt: skip
    """Open QGIS on the profile of this name in `folder`, fresh at first; it is killed at the block's end."""
    base = folder / name
    profiles = kept_profile(base, settings)
    address = str(base / "driver")
    Path(address).unlink(missing_ok=True)
    unwanted = {"PYTHONSAFEPATH", "PYTHONPATH", "QT_QPA_PLATFORM", "DISPLAY", "PGSERVICEFILE"}
    inherited = {key: value for key, value in os.environ.items() if key not in unwanted}
    own = {"DESK_SOCKET": address, "LIBGL_ALWAYS_SOFTWARE": "1", "COMMUNITY_BRAIN_PYTHON": sys.executable}
    arguments = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(profiles), "--profile", "desk"]
    log = base / "qgis.log"
    with virtual_screen(size) as display, log.open("wb") as output:
        process = subprocess.Popen(
            [*arguments, "--code", str(DRIVER)],
            env={**inherited, **own, **environment, "DISPLAY": display},
            stdout=output,
            stderr=output,
        )
        desk = Desk(process, address, log)
        try:
            yield desk
        finally:
            desk.hang_up()
            process.kill()
            process.wait()
