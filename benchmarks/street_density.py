"""Street density of 100,000 events on 50,000 edges against one bounded Dijkstra for each event.

Both have graph and snapped events ready. The peer (scipy.sparse.csgraph.dijkstra with a limit of the bandwidth, from
the node nearest to each event) only finds distances and makes no density of them; it is run on a part of the events,
the rest reckoned in proportion. Pairs are interleaved. The published values of Montreal are compared when the data
folder (or ../shared) has them.
"""

import os
import runpy
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from _harness import ROOT, conclude, parser, say
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from community_brain_plugin.analysis.graph import Lixels, StreetGraph, build, lixels
from community_brain_plugin.analysis.snapping import Snapped, snap
from community_brain_plugin.analysis.street_density import StreetDensity, street_density

GOAL = 20.0
MASS = 1e-9
BANDWIDTH = 300.0
LIXEL = 10.0
EVENTS = 100_000
PART = 1_000
PAIRS = 9


def network(columns: int, rows: int, step: float = 100.0) -> StreetGraph:
    """Return a street grid with shaken crossings."""
    rng = np.random.default_rng(4)
    x = np.arange(columns) * step + rng.uniform(-0.2, 0.2, (rows, columns)) * step
    y = np.arange(rows)[:, None] * step + rng.uniform(-0.2, 0.2, (rows, columns)) * step
    ends = [
        np.stack(
            [np.concatenate([z[:, :-1].ravel(), z[:-1].ravel()]), np.concatenate([z[:, 1:].ravel(), z[1:].ravel()])], 1
        )
        for z in (x, y)
    ]
    return build(ends[0].ravel(), ends[1].ravel(), np.repeat(np.arange(len(ends[0])), 2))


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def peer(graph: StreetGraph, events: Snapped) -> Callable[[int], float]:
    """Return what measures the peer on some events, from a number on, for all of them."""
    ends = np.concatenate([graph.tail, graph.head]), np.concatenate([graph.head, graph.tail])
    matrix = sparse.csr_matrix((np.tile(graph.length, 2), ends), shape=(graph.nodes, graph.nodes))
    near_tail = events.position < graph.length[events.edge] / 2.0
    node = np.where(near_tail, graph.tail[events.edge], graph.head[events.edge])

    def measured(first: int) -> float:
        def run() -> None:
            for event in range(first, first + PART):
                dijkstra(matrix, indices=int(node[event]), limit=BANDWIDTH)

        return seconds(run) * EVENTS / PART

    return measured


def speed(graph: StreetGraph, cut: Lixels, events: Snapped) -> float:
    """Return how many times faster the discontinuous density is than the peer, medians of interleaved pairs."""
    other = peer(graph, events)
    pairs = []
    for number in range(PAIRS + 1):
        ours = seconds(lambda: street_density(graph, cut, events, BANDWIDTH))
        theirs = other(number * PART)
        if number:
            pairs.append((theirs, ours))
    slow, fast = (statistics.median(column) for column in zip(*pairs, strict=True))
    say(
        f"discontinuous: {fast:.2f} s; a Dijkstra for each event: {slow:.1f} s; {slow / fast:.1f} times ({PAIRS} pairs)"
    )
    return slow / fast


def others(graph: StreetGraph, cut: Lixels, events: Snapped) -> float:
    """Measure the other methods once, and return how far the continuous one's mass is off."""
    found: dict[str, StreetDensity] = {}
    for method in ("continuous", "simple"):
        began = time.perf_counter()
        found[method] = street_density(graph, cut, events, BANDWIDTH, method=method)
        say(f"{method}: {time.perf_counter() - began:.2f} s")
    off = abs(found["continuous"].integral / EVENTS - 1.0)
    say(f"mass of the continuous density: off by {off:.0e} (goal ≤ {MASS:g})")
    return off


def published(folder: Path) -> bool:
    """Compare with the published values of Montreal as the test of them does; True when there are none here."""
    if not (folder / "bench" / "kde" / "spnetwork_montreal").is_dir():
        say("published values of Montreal: skipped: no such folder")
        return True
    os.environ["COMMUNITY_BRAIN_SHARED"] = str(folder)
    tests = runpy.run_path(str(ROOT / "tests" / "unit" / "test_street_density.py"))
    try:
        tests["test_the_cross_is_as_published"]()
        tests["test_montreal_is_as_published"]()
    except AssertionError as error:
        say(f"published values: {error}")
        return False
    say("the cross to 1e-12, and Montreal: 3,163 values with correlation > 0.9999999 and sum within 0.01 %")
    return True


def main() -> None:
    """Build, measure, compare."""
    folder = parser(__doc__).parse_args().data or ROOT.parent / "shared"
    began = time.perf_counter()
    graph = network(159, 158)
    cut = lixels(graph, LIXEL)
    say(f"graph of {graph.edges:,} edges, {len(cut.edge):,} lixels: {time.perf_counter() - began:.2f} s")
    x, y = np.random.default_rng(5).uniform(0.0, 15_700.0, (2, EVENTS))
    began = time.perf_counter()
    events = snap(graph, x, y)
    say(f"{EVENTS:,} events onto the streets: {time.perf_counter() - began:.2f} s")
    off = others(graph, cut, events)
    times = speed(graph, cut, events)
    met = times >= GOAL and off <= MASS and published(folder)
    conclude("street_density", times, "times a Dijkstra for each event", f"≥ {GOAL:g}", met, digits=1)


if __name__ == "__main__":
    main()
