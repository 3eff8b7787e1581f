"""Gi* and local Moran of 100,000 cells against esda in an environment of its own, and how they grow to a million.

Each side has its own weights ready and works out the statistic with what esda gives unasked: z and p. Pairs are
interleaved. The environment is made in the temporary folder when it is not there; where it cannot be made the
comparison is skipped.
"""

import contextlib
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from _harness import conclude, folder, parser, say

from community_brain_plugin.analysis.local_statistics import Local, getis_ord, local_moran
from community_brain_plugin.analysis.weights import Weights, lattice

GOAL = 30.0
GROWTH_GOAL = 2.0
SIDE = 316
PAIRS = 9
ENVIRONMENT = Path(tempfile.gettempdir()) / "community-brain-esda"
STATISTICS: dict[str, Callable[[np.ndarray, Weights], Local]] = {"gi": getis_ord, "moran": local_moran}


def environment() -> Path | None:
    """Return the Python that has esda, made where it is missing; None when that fails."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        say(f"making an environment for esda in {ENVIRONMENT}")
        venv.create(ENVIRONMENT, with_pip=True)
    for attempt in range(2):
        done = subprocess.run([str(python), "-c", "import esda"], capture_output=True, check=False)
        if done.returncode == 0:
            return python
        if attempt == 0:
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", "esda"], capture_output=True, check=False)
    return None


@contextlib.contextmanager
def peer(python: Path, values: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that works with esda when it is told to."""
    script = str(Path(__file__).with_name("_esda_peer.py"))
    process = subprocess.Popen(
        [str(python), script, str(SIDE), str(values)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        while (line := answer(process)) != "ready":
            say(line)
        yield process
    finally:
        process.kill()
        process.wait()


def answer(process: "subprocess.Popen[str]", question: str | None = None) -> str:
    """Ask the peer and return its line."""
    if process.stdin is None or process.stdout is None:
        raise SystemExit(2)
    if question is not None:
        process.stdin.write(f"{question}\n")
        process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise SystemExit("the peer ended")
    return line.strip()


def seconds(name: str, values: np.ndarray, weights: Weights) -> float:
    """Return how long a statistic takes."""
    began = time.perf_counter()
    STATISTICS[name](values, weights)
    return time.perf_counter() - began


def compare(values: np.ndarray, weights: Weights, python: Path) -> float:
    """Return how many times faster than esda the slower of the two statistics is."""
    found = []
    with folder() as path:
        file = path / "values.npy"
        np.save(file, values)
        with peer(python, file) as process:
            for name, statistic in STATISTICS.items():
                ours = statistic(values, weights)
                theirs = np.load(f"{file}.{name}.npy")
                away = np.abs((ours.z if name == "gi" else ours.statistic) - theirs).max()
                pairs = [(float(answer(process, name)), seconds(name, values, weights)) for _ in range(PAIRS)]
                slow, fast = (statistics.median(column) for column in zip(*pairs, strict=True))
                say(f"{name}: esda {slow:.3f} s, here {fast:.4f} s, {slow / fast:.0f} times; they differ by {away:.0e}")
                found.append(slow / fast)
    return min(found)


def growth() -> float:
    """Return the cost of a cell among a million ÷ among 100,000, processor time."""
    costs = {}
    for side in (SIDE, 1000):
        weights = lattice(side, side)
        values = np.random.default_rng(side).gamma(2.0, 1.0, side * side)
        best = np.inf
        for _ in range(3):
            began = time.process_time()
            getis_ord(values, weights)
            local_moran(values, weights)
            best = min(best, time.process_time() - began)
        costs[side] = best / side**2
        say(f"{side * side:,} cells, both statistics: {best:.2f} s of processor, {costs[side] * 1e9:.0f} ns for a cell")
    return costs[1000] / costs[SIDE]


def main() -> None:
    """Compare first; growth is told in any case."""
    parser(__doc__).parse_args()
    python = environment()
    grown = growth()
    say(f"a cell among a million costs {grown:.2f} times one among 100,000 (goal ≤ {GROWTH_GOAL:g})")
    if python is None:
        sys.stdout.write("hotspots: skipped: esda could not be installed\n")
        sys.exit(0 if grown <= GROWTH_GOAL else 1)
    values = np.random.default_rng(1).gamma(2.0, 1.0, SIDE * SIDE)
    times = compare(values, lattice(SIDE, SIDE), python)
    conclude("hotspots", times, "times esda", f"≥ {GOAL:g}", times >= GOAL and grown <= GROWTH_GOAL)


if __name__ == "__main__":
    main()
