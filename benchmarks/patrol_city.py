"""Patrols of a whole city: Beijing's Dongcheng for 60 officers from 12 stations, against a proven bound.

Stations lie in the middle of twelve shares of the streets (k-means, weighted by length). Streets are walked, so that
both ways are open; what no station can reach is left out and named. The plan is checked by the verifier, which
shares nothing with the search. Of the streets within the fifth ring, the bound of one officer's walk is timed. The
streets are in the folder given (or ../shared); they are not part of the project.
"""

import sys
import time
from pathlib import Path

import numpy as np
from _harness import ROOT, conclude, parser, say
from osgeo import ogr
from scipy.sparse.csgraph import connected_components

from community_brain_plugin.analysis.inputs import Array
from community_brain_plugin.analysis.patrol.bound import bound
from community_brain_plugin.analysis.patrol.network import Index, Network, unreachable
from community_brain_plugin.analysis.patrol.plan import cover
from community_brain_plugin.analysis.patrol.verify import faults

GAP, SECONDS, BOUND_SECONDS = 5.0, 60.0, 30.0
OFFICERS, STATIONS = 60, 12
#: Of the minute, so much is kept for writing down the walks.
_KEPT = 3.0
#: A station stands where so many streets meet, as stations do: on a blind alley all its officers would walk it twice.
_CROSSROADS = 4


def streets(file: Path) -> tuple[Network, Array]:
    """Return the streets of a file with their lengths in metres, and the crossings' places in metres, shape (n, 2)."""
    dataset = ogr.Open(str(file))
    rows = []
    for feature in dataset.GetLayerByName("edges"):
        line = feature.GetGeometryRef()
        ends = line.GetPoint(0)[:2] + line.GetPoint(line.GetPointCount() - 1)[:2]
        rows.append((feature["u"], feature["v"], feature["chord_m"], *ends))
    table = np.array(rows)
    nodes, ends = np.unique(table[:, :2], return_inverse=True)
    ends = ends.reshape(-1, 2)
    places = np.zeros((len(nodes), 2))
    places[ends[:, 0]], places[ends[:, 1]] = table[:, 3:5], table[:, 5:7]
    places *= 111_320.0 * np.array([np.cos(np.radians(places[:, 1].mean())), 1.0])
    length = table[:, 2]
    return Network.of(len(nodes), ends[:, 0], ends[:, 1], length, length, np.ones(len(length))), places


def stations(network: Network, places: Array) -> Index:
    """Return the crossings nearest to the middles of as many shares of the streets as there are stations."""
    middle = (places[network.tail] + places[network.head]) / 2.0
    weight = network.ahead
    centres = middle[np.random.default_rng(1).choice(len(middle), STATIONS, replace=False)]
    for _ in range(60):
        own = np.hypot(*(middle[:, None] - centres[None]).T).T.argmin(axis=1)
        centres = np.array(
            [np.average(middle[own == one], axis=0, weights=weight[own == one]) for one in range(STATIONS)]
        )
    _, part = connected_components(network.matrix, directed=False)
    crossroads = np.bincount(network.start, minlength=network.nodes) >= _CROSSROADS
    whole = np.flatnonzero((part == np.bincount(part).argmax()) & crossroads)
    return np.array([whole[np.hypot(*(places[whole] - centre).T).argmin()] for centre in centres], np.intp)


def main() -> None:
    """Plan the district, then time the bound of the city."""
    folder = (parser(__doc__).parse_args().data or ROOT.parent / "shared") / "data" / "road_network"
    if not folder.is_dir():
        sys.stdout.write("patrol_city: skipped: no such folder\n")
        sys.exit(0)
    network, places = streets(folder / "beijing_dongcheng_cut_2012.gpkg")
    own = stations(network, places)[np.arange(OFFICERS) % STATIONS]
    began = time.perf_counter()
    plan = cover(network, own.tolist(), seconds=SECONDS - _KEPT)
    seconds = time.perf_counter() - began
    wrong = faults(network, plan.stations, [walk.half for walk in plan.walks], plan.lengths, list(plan.left_out))
    say(
        f"Dongcheng: {network.streets} streets, {len(plan.left_out)} left out; longest {plan.longest / 1000:.2f} km, "
        f"bound {plan.bound / 1000:.2f} km, longest ÷ mean {plan.fairness:.3f}, {plan.ended}, {seconds:.1f} s "
        f"(goal ≤ {SECONDS:g})"
    )
    say(f"wrong: {wrong[0]}" if wrong else "the plan was verified")
    network, places = streets(folder / "beijing_5thring_chords_2012.gpkg")
    home = np.array([np.hypot(*(places - places.mean(axis=0)).T).argmin()])
    began = time.perf_counter()
    asked = network.without(unreachable(network, home))
    known, _ = bound(asked, home, seconds=0.8 * BOUND_SECONDS)
    took = time.perf_counter() - began
    say(
        f"fifth ring: {int(asked.visits.sum())} streets, {asked.ahead @ asked.visits / 1000:.0f} km; one officer walks "
        f"at least {known.of(1) / 1000:.0f} km, {took:.1f} s (goal ≤ {BOUND_SECONDS:g})"
    )
    met = not wrong and 100.0 * plan.gap <= GAP and seconds <= SECONDS and took <= BOUND_SECONDS
    conclude("patrol_city", 100.0 * plan.gap, "% above the proven bound", f"≤ {GAP:g}", met, digits=1)


if __name__ == "__main__":
    main()
