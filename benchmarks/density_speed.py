"""The density's compute core against its floor (one binning pass and three real transforms of the padded size).

Pairs are interleaved and medians compared. Then what it costs for each event and cell on four sizes, and how much
memory it takes, as the growth of the process while it runs. At last the whole algorithm, in a process with QGIS,
against QGIS's own heat map.
"""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import scipy.fft
from _harness import conclude, parser, say

from community_brain_plugin.analysis import convolution
from community_brain_plugin.analysis.convolution import Frame
from community_brain_plugin.analysis.density import density
from community_brain_plugin.analysis.kernels import KERNELS
from community_brain_plugin.analysis.raster import Grid

RADIUS = 120.0
GOAL = 3.0
MEMORY_GOAL = 6.0
# A raster that fits into the processor's cache is cheaper than one that does not.
GROWTH_GOAL = 3.0
SIZES = ((25_000, 500), (100_000, 1000), (400_000, 2000), (1_600_000, 4000))


def events(count: int, side: int) -> tuple[np.ndarray, np.ndarray, Grid]:
    """Return events all over a raster and the raster, in cells."""
    rng = np.random.default_rng(count)
    x, y = rng.uniform(0.0, side, (2, count))
    return x, y, Grid(0.0, float(side), 1.0, side, side)


def floor(x: np.ndarray, y: np.ndarray, grid: Grid) -> None:
    """Do what cannot be left out: put events into cells, and transform forward, the kernel, and back."""
    frame = Frame.around(grid.shape, convolution.reach(KERNELS["quartic"], RADIUS), False)
    cell = y.astype(np.intp) * frame.shape[1] + x.astype(np.intp)
    bins = np.bincount(cell, minlength=frame.shape[0] * frame.shape[1]).astype(np.float64).reshape(frame.shape)
    for _ in range(3):
        scipy.fft.rfft2(bins, workers=convolution.WORKERS)


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def processor_seconds(x: np.ndarray, y: np.ndarray, grid: Grid) -> float:
    """Return the processor time of a density whose bandwidth grows with the raster."""
    began = time.process_time()
    density(x, y, grid, RADIUS / 4000 * grid.rows)
    return time.process_time() - began


def ratio(count: int, side: int, pairs: int) -> float:
    """Return the core's time ÷ its floor's, medians of interleaved pairs after one unmeasured."""
    x, y, grid = events(count, side)
    taken: dict[str, list[float]] = {"core": [], "floor": []}
    for number in range(pairs + 1):
        core, least = seconds(lambda: density(x, y, grid, RADIUS)), seconds(lambda: floor(x, y, grid))
        if number:
            taken["core"].append(core)
            taken["floor"].append(least)
    core, least = (statistics.median(taken[name]) for name in ("core", "floor"))
    say(f"{count:,} events on {side}²: {core:.3f} s, floor {least:.3f} s, {core / least:.2f} times ({pairs} pairs)")
    return core / least


def memory(count: int, side: int) -> float:
    """Return how many rasters of doubles the process grows by, its inputs apart and its result included."""
    x, y, grid = events(count, side)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    density(x, y, grid, RADIUS)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / (side * side * 8)
    say(f"memory for {count:,} events on {side}²: {grown:.1f} rasters (goal ≤ {MEMORY_GOAL:g})")
    return grown


def growth() -> float:
    """Return the dearest ÷ the cheapest cost of an event and cell over four sizes."""
    costs = []
    for count, side in SIZES:
        x, y, grid = events(count, side)
        best = min(processor_seconds(x, y, grid) for _ in range(3))
        costs.append(best / (count + side * side))
        say(f"{count:,} events on {side}²: {best:.3f} s of processor, {costs[-1] * 1e9:.0f} ns for each event and cell")
    return max(costs) / min(costs)


def main() -> None:
    """Measure memory first, while the process is small."""
    parser(__doc__).parse_args()
    rasters = memory(1_000_000, 4000)
    times = max(ratio(100_000, 1000, 15), ratio(1_000_000, 4000, 9))
    grown = growth()
    say(f"cost of an event and cell: dearest {grown:.2f} times the cheapest (goal ≤ {GROWTH_GOAL:g})")
    whole = subprocess.run([sys.executable, str(Path(__file__).with_name("_heatmap_peer.py"))], check=False)
    met = whole.returncode == 0 and times <= GOAL and rasters <= MEMORY_GOAL and grown <= GROWTH_GOAL
    conclude("density_speed", times, "times the floor", f"≤ {GOAL:g}", met, digits=2)


if __name__ == "__main__":
    main()
