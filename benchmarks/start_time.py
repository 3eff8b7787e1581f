"""How much later QGIS is ready with the plugin switched on and its server off: medians of interleaved pairs."""

import os
import statistics
import subprocess
import time
from pathlib import Path

import run
from _harness import conclude, folder, parser, plain_profile, say

from community_brain_plugin.database.connection import SERVICE
from community_brain_plugin.database.home import HOME_VARIABLE, Home
from community_brain_plugin.database.services import service_file

GOAL_SECONDS = 0.3
SCRIPT = Path(__file__).with_name("_when_started.py")
_UNWANTED = {"PYTHONPATH", "PYTHONSAFEPATH", "QT_QPA_PLATFORM", "PGSERVICEFILE"}


def start(display: str, profiles: Path, home: Path) -> tuple[float, bool]:
    """Start QGIS once; return the seconds until it was ready, and whether the plugin was loaded."""
    output = profiles / "ready"
    output.unlink(missing_ok=True)
    environment = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    environment |= {"DISPLAY": display, "COMMUNITY_BRAIN_BENCH_OUTPUT": str(output), HOME_VARIABLE: str(home)}
    arguments = ["qgis", "--nologo", "--noversioncheck", "--profile", run.PROFILE, "--profiles-path", str(profiles)]
    began = time.monotonic()
    done = subprocess.run(
        [*arguments, "--code", str(SCRIPT)], env=environment, capture_output=True, timeout=180, check=False
    )
    if not output.exists():
        raise SystemExit(f"QGIS did not become ready:\n{done.stderr.decode(errors='replace')[-2000:]}")
    ready, loaded = output.read_text(encoding="utf-8").split()
    return float(ready) - began, loaded == "True"


def switched_off(home: Path) -> None:
    """Leave what a desk finds when its server is switched off: a service file that leads to no server."""
    (home / "services").mkdir(parents=True)
    text = f"[{SERVICE}]\nhost={home / 'socket'}\nport=5432\ndbname=community_brain\nuser=dispatcher\n"
    service_file(Home(home), "dispatcher").write_text(text, encoding="utf-8")


def main() -> None:
    """Measure pairs in turn, after one of each that fills the caches."""
    options = parser(__doc__)
    options.add_argument("--pairs", type=int, default=9)
    pairs = options.parse_args().pairs
    with folder() as path, run.virtual_screen() as display:
        switched_off(path / "no-room")
        profiles = {enabled: path / ("with" if enabled else "without") for enabled in (False, True)}
        for enabled, place in profiles.items():
            plain_profile(place, enabled)
        taken: dict[bool, list[float]] = {False: [], True: []}
        say(f"{pairs} pairs of QGIS with and without the plugin, server switched off, after one pair unmeasured")
        for number in range(pairs + 1):
            for enabled in (False, True) if number % 2 else (True, False):
                seconds, loaded = start(display, profiles[enabled], path / "no-room")
                if loaded != enabled:
                    raise SystemExit(f"the plugin was {'' if loaded else 'not '}loaded")
                if number:
                    taken[enabled].append(seconds)
    for enabled, seconds in taken.items():
        name = "with" if enabled else "without"
        say(f"{name}: median {statistics.median(seconds):.2f} s, {min(seconds):.2f} to {max(seconds):.2f} s")
    extra = statistics.median(taken[True]) - statistics.median(taken[False])
    conclude("start_time", extra, "s", f"≤ {GOAL_SECONDS}", extra <= GOAL_SECONDS, digits=2)


if __name__ == "__main__":
    main()
