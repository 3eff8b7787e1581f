"""Open the command room: database, service, demo district, simulator, plugin, QGIS.

Every step can be repeated and does nothing when there is nothing to do. With no display the room opens on a virtual
screen, is photographed, and closes again; database, service and simulator go on. Two that are started side by side
prepare one after the other and end as two desks on one room.
"""

import argparse
import contextlib
import fcntl
import hashlib
import io
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from install import PACKAGE, install, profile_folder, settings

from community_brain_plugin import cli
from community_brain_plugin.database.background import PYTHON_VARIABLE, Background
from community_brain_plugin.database.home import Home, default_home
from community_brain_plugin.database.services import service_file

ROOT = Path(__file__).resolve().parent.parent
#: The profile of a desk; one that is opened beside it gets the next, community-brain-2.
PROFILE = "community-brain"
BUILD = ROOT / "build"
#: The last desk's picture; each post's own is beside it.
PICTURE = BUILD / "command-room.png"
PATIENCE_SECONDS = 150
SCREEN = "1920x1080x24"


class StepError(Exception):
    """A step failed; its own words have been shown."""


def say(step: str, text: str) -> None:
    sys.stdout.write(f"{step}: {text}\n")
    sys.stdout.flush()


def command(*words: str, accept: tuple[int, ...] = (0,)) -> None:
    """Run a command of `community-brain` quietly; its words are shown only when it fails."""
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        code = cli.main(words)
    if code not in accept:
        sys.stdout.write(heard.getvalue())
        raise StepError(f"community-brain {' '.join(words)} ended with {code}")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other `make run` of this checkout is preparing room and profile."""
    with (BUILD / ".run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("run", "another one is preparing the room; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def renew(home: Home, digest: str) -> None:
    """End service and simulator when they were started from another build: they would go on running it."""
    mark = home.path / "build.sha256"
    if home.path.is_dir() and (not mark.exists() or mark.read_text() != digest):
        for name in ("simulate", "serve"):
            Background(home, name).stop()
        mark.write_text(digest)


def open_room(digest: str) -> Home:
    """Bring up database, schema, district, service and simulator, and return the room's home."""
    home = Home(default_home())
    say("run", f"database in {home.path}")
    command("up", "--no-serve", accept=(0, 3))
    say("run", "schema, code tables, resident service")
    command("migrate")
    renew(home, digest)
    command("up")
    say("run", "demo district (the first time takes a minute)")
    command("load", "demo", "--if-empty")
    say("run", "simulator")
    command("simulate", "--background")
    return home


@contextlib.contextmanager
def free_profile() -> Iterator[str]:
    """Take the first of the room's profiles at which no desk of ours sits.

    Two windows in one profile would lose each other's settings, and QGIS takes a plugin that another window is loading
    for one that crashed, and switches it off.
    """
    for number in itertools.count(1):
        name = PROFILE if number == 1 else f"{PROFILE}-{number}"
        folder = profile_folder(name)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".desk.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield name
            return


def put_plugin(archive: Path, digest: str, language: str, name: str = PROFILE) -> Path:
    """Install the zip into a profile of the room's, unless it is there, and set what keeps QGIS out of the way."""
    profile = profile_folder(name)
    mark = profile / "python" / "plugins" / PACKAGE / ".installed"
    if not mark.exists() or mark.read_text() != digest:
        install(archive, profile)
        mark.write_text(digest)
    locale = "en_US" if language.startswith("en") else "zh-Hans"
    settings(
        profile,
        {
            "PythonPlugins": {PACKAGE: "true"},
            "community-brain": {"open_on_start": "true"},
            "qgis": {"checkVersion": "false", "projOpenAtLaunch": "3", "showTips322": "false", "showTips340": "false"},
            "locale": {"overrideFlag": "true", "userLocale": locale, "globalLocale": locale.replace("-Hans", "_CN")},
        },
        at_first={
            # A room does not need them, and without them QGIS starts a second or two sooner.
            "PythonPlugins": {"grassprovider": "false", "sagaprovider": "false", "MetaSearch": "false"},
            # QGIS 3.28 and later fetch a font for their own samples, and complain above the map where they cannot.
            "fonts": {"downloadMissingFonts": "false"},
        },
    )
    return profile


def desk_environment(home: Home, post: str, language: str) -> dict[str, str]:
    """Return QGIS's environment: the post's service file, and where the command line is to be found."""
    chosen = service_file(home, post)
    if not chosen.is_file():
        known = ", ".join(sorted(path.stem for path in home.services.glob("*.conf")))
        raise StepError(f"nobody holds the post {post}; there are: {known}")
    unwanted = {"PYTHONSAFEPATH", "PYTHONPATH", "PYTHONHOME", "QT_QPA_PLATFORM", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    inherited = {name: value for name, value in os.environ.items() if name not in unwanted}
    # QGIS takes its Python's library from beside the first python3 on the path, whoever put that there.
    inherited["PATH"] = f"/usr/bin:{os.environ.get('PATH', '/bin')}"
    speech = {"LANGUAGE": language} if language else {"LANGUAGE": "zh_CN"}
    own = {"PGSERVICEFILE": str(chosen), PYTHON_VARIABLE: sys.executable, "COMMUNITY_BRAIN_HOME": str(home.path)}
    return inherited | speech | own


@contextlib.contextmanager
def virtual_screen() -> Iterator[str]:
    """Start a virtual screen on the first free number, and return its name; it ends with the block."""
    reader, writer = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    screen = subprocess.Popen(arguments, pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise StepError("no virtual screen could be started (Xvfb)")
        yield f":{number}"
    finally:
        screen.terminate()
        screen.wait()


def qgis(environment: dict[str, str], log: Path, *more: str, profile: str = PROFILE) -> "subprocess.Popen[bytes]":
    """Start QGIS on a profile of the room's; what it and its libraries mutter goes to `log`."""
    arguments = ["qgis", "--nologo", "--noversioncheck", "--profile", profile, *more]
    profiles = os.environ.get("COMMUNITY_BRAIN_PROFILES")
    arguments += ["--profiles-path", profiles] if profiles else []
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        return subprocess.Popen(arguments, env=environment, stdout=output, stderr=output)


def photograph(environment: dict[str, str], log: Path, post: str, profile: str) -> None:
    """Open the room on a virtual screen, wait for its picture, close QGIS, and keep the picture under its post too."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="screenshot-") as folder, virtual_screen() as display:
        taken = Path(folder) / PICTURE.name
        wanted = {"COMMUNITY_BRAIN_SCREENSHOT": str(taken), "COMMUNITY_BRAIN_PATIENCE": str(PATIENCE_SECONDS)}
        screen = {"DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"}
        script = str(ROOT / "tools" / "screenshot.py")
        desk = qgis({**environment, **wanted, **screen}, log, "--code", script, profile=profile)
        try:
            while desk.poll() is None and not taken.exists():
                if time.monotonic() - began > PATIENCE_SECONDS + 60:
                    sys.stderr.write(log.read_text(errors="replace")[-3000:])
                    raise StepError("QGIS does not answer; it was ended")
                time.sleep(0.1)
            # The picture is there: an ending that hangs is no failure.
            with contextlib.suppress(subprocess.TimeoutExpired):
                desk.wait(timeout=10)
        finally:
            desk.kill()
            desk.wait()
        for failed in Path(folder).glob("*-failed.png"):
            failed.replace(BUILD / f"command-room-{post}-failed.png")
        if not taken.exists():
            sys.stderr.write(log.read_text(errors="replace")[-3000:])
            raise StepError(f"the command room did not open; the lines above say why, {log} has all of them")
        own = BUILD / f"command-room-{post}.png"
        shutil.copy(taken, Path(folder) / own.name)
        (Path(folder) / own.name).replace(own)
        taken.replace(PICTURE)
    say("run", f"the command room as a picture: {PICTURE} ({time.monotonic() - began:.1f} s), also kept as {own.name}")


def open_desk(archive: Path, post: str, language: str) -> int:
    """Prepare room and profile, open QGIS as a post, and return its exit code. Raises StepError."""
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    with one_at_a_time():
        home = open_room(digest)
    with free_profile() as profile:
        say("run", f"plugin in the QGIS profile {profile}")
        put_plugin(archive, digest, language, profile)
        environment = desk_environment(home, post, language)
        log = BUILD / f"qgis-{post}.log"
        say("run", f"QGIS as {post}")
        if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
            return qgis(environment, log, profile=profile).wait()
        photograph(environment, log, post, profile)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zip", type=Path, required=True)
    parser.add_argument("--post", default="dispatcher")
    parser.add_argument("--language", default="", help="zh (default) or en")
    arguments = parser.parse_args()
    try:
        return open_desk(arguments.zip, arguments.post, arguments.language)
    except StepError as error:
        sys.stderr.write(f"run: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("run: interrupted; the next one goes on from here\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
