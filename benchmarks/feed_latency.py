"""From commit to painted: 20 sessions on one room, one of them a real QGIS with the live map, 50 changes a second."""

import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from _harness import conclude, demo_room, desk, folder, parser, percentile, say
from _sessions import HERE, PROCESSES, SESSIONS, Arrival, read, readers

GOAL_SECONDS = 0.3
# What is still on its way when the last step was committed has this long to arrive.
SETTLE_SECONDS = 3


def delays(committed: Iterable[dict], arrived: Iterable[Arrival]) -> list[float]:
    """Return for every commit how long it took until its version, or a later one of that case, arrived.

    `arrived` holds (case, version, moment); what never arrived counts as infinitely late.
    """
    came = defaultdict(list)
    for case_id, version, at in arrived:
        came[case_id].append((at, version))
    found = []
    for step in committed:
        moments = [at for at, version in came[step["case"]] if version >= step["version"]]
        found.append(min(moments, default=float("inf")) - step["at"])
    return found


def tell(name: str, values: list[float]) -> None:
    """Say how a set of delays is spread, in milliseconds."""
    shares = {"median": 0.5, "p95": 0.95, "p99": 0.99, "longest": 1.0}
    figures = ", ".join(f"{word} {1000 * percentile(values, share):.0f}" for word, share in shares.items())
    say(f"commit → {name}: {figures} ms ({len(values)} of them)")


@dataclass
class Measured:
    """What one run wrote down: steps, what QGIS saw, and what each feed client was given."""

    committed: list[dict]
    seen: list[dict]
    given: dict[int, list[Arrival]]

    def at_desk(self, event: str) -> list[Arrival]:
        """Return what the desk noted as `model` or `painted`."""
        return [(line["case"], line["version"], line["at"]) for line in self.seen if line["event"] == event]


def measure(rate: float, seconds: float) -> Measured:
    """Run the desks and take the steps."""
    given: dict[int, list[Arrival]] = defaultdict(list)
    with folder() as path, demo_room(path) as room:
        with readers(room.parameters("acceptor"), path) as files:
            say(f"{SESSIONS} feed clients in {PROCESSES} processes, and QGIS with the live map")
            with desk(room, path, HERE / "_in_qgis.py", "dispatcher") as witness:
                ready = witness.wait_for("ready", 180)
                say(f"QGIS shows {ready['cases']} cases and {ready['layers']} layers")
                time.sleep(SETTLE_SECONDS)
                say(f"{rate:.0f} steps of case files a second for {seconds:.0f} s, by their functions")
                posts = [json.dumps(room.parameters(post)) for post in ("acceptor", "dispatcher")]
                witness.order("beat")
                program = [sys.executable, str(HERE / "_steps.py")]
                done = subprocess.run([*program, *posts, str(rate), str(seconds)], capture_output=True, check=True)
                time.sleep(SETTLE_SECONDS)
                witness.order("beat")
                time.sleep(0.5)
                seen = witness.lines()
        for line in (line for file in files for line in read(file) if line["event"] == "given"):
            given[line["reader"]] += [(int(key), version, line["at"]) for key, version in line["cases"].items()]
    return Measured([json.loads(line) for line in done.stdout.splitlines()], seen, given)


def main() -> None:
    """Measure, tell how the delays are spread, and judge the 95th percentile of what was painted."""
    options = parser(__doc__)
    options.add_argument("--rate", type=float, default=50)
    options.add_argument("--seconds", type=float, default=30)
    wanted = options.parse_args()
    found = measure(wanted.rate, wanted.seconds)
    lasted = found.committed[-1]["at"] - found.committed[0]["at"]
    say(f"{len(found.committed)} steps committed in {lasted:.1f} s ({len(found.committed) / lasted:.1f} a second)")
    others = [value for arrived in found.given.values() for value in delays(found.committed, arrived)]
    painted = delays(found.committed, found.at_desk("painted"))
    tell(f"delivered to {len(found.given)} feed clients", others)
    tell("model of QGIS changed", delays(found.committed, found.at_desk("model")))
    tell("painted by QGIS", painted)
    beats = [line["seconds"] for line in found.seen if line["event"] == "beat"]
    say(f"longest gap between two beats of the GUI thread: {1000 * beats[-1]:.0f} ms")
    figure = percentile(painted, 0.95)
    met = figure <= GOAL_SECONDS and max(others) < float("inf") and len(found.given) == SESSIONS
    conclude("feed_latency", 1000 * figure, "ms", f"≤ {1000 * GOAL_SECONDS:.0f}", met)


if __name__ == "__main__":
    main()
