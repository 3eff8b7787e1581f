"""live_density: what one change costs with 100,000 events in the window, against the whole density made anew.

The peer is our own `density`, by Fourier transform, which is what there would be without differences. Both give the
raster of a subdistrict, 1,500 × 1,500 cells of 4 m, and a reach of 30 cells.
"""

import statistics
import time

import numpy as np
from _harness import conclude, parser, say

from community_brain_plugin.analysis.density import density
from community_brain_plugin.analysis.live_density import Event, LiveDensity
from community_brain_plugin.analysis.raster import Grid

EVENTS, SIDE, CELL, BANDWIDTH = 100_000, 1_500, 4.0, 120.0
CHANGES, PEERS = 300, 5
GOAL, LONGEST = 20.0, 0.5


def places(rng: np.random.Generator, count: int) -> np.ndarray:
    """Return places, shape (count, 2)."""
    return rng.uniform(0.0, SIDE * CELL, (count, 2))


def main() -> None:
    """Fill the window, change it, make it anew."""
    parser(__doc__).parse_args()
    rng, grid = np.random.default_rng(1), Grid(0.0, SIDE * CELL, CELL, SIDE, SIDE)
    live, start = LiveDensity(grid, BANDWIDTH), places(rng, EVENTS)
    began = time.perf_counter()
    live.put((n, Event(x, y)) for n, (x, y) in enumerate(start.tolist()))
    say(f"{EVENTS:,} events put in: {time.perf_counter() - began:.2f} s, once, when the layer is switched on")
    changed = []
    for number, (x, y) in enumerate(places(rng, CHANGES).tolist()):
        began = time.perf_counter()
        live.put([(number, Event(x, y))])
        values = live.values
        changed.append(time.perf_counter() - began)
        start[number] = x, y
    anew = []
    for _ in range(PEERS):
        began = time.perf_counter()
        fresh = density(*start.T, grid, BANDWIDTH)
        anew.append(time.perf_counter() - began)
    away = np.abs(fresh.values - values).max() / values.max()
    slow, fast = statistics.median(anew), statistics.median(changed)
    say(f"anew {slow * 1000:.0f} ms, one moved event with the raster read out {fast * 1000:.1f} ms, longest "
        f"{max(changed) * 1000:.0f} ms; they differ by {away:.0e} of the maximum")  # fmt: skip
    times = slow / fast
    conclude("live_density", times, "times as fast as anew", f"≥ {GOAL:g}", times >= GOAL and max(changed) <= LONGEST)


if __name__ == "__main__":
    main()
