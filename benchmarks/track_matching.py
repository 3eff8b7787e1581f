"""Tracks on streets: how much of the true way is found, and how fast, against fastmm in an environment of its own.

Truth known by hand: 27 tracks of Beijing taxis with their paths (Li and others 2013, SIGSPATIAL), on a network whose
streets are straight between crossings; where the real ones turn, points lie up to 370 m from their own true path, so
streets within 400 m count here. Truth known exactly: made-up walks through a made-up town, a point every 10 s and 30 s,
10 m of noise, nothing but the algorithm's defaults. Precision is the share of the matched metres that is true, recall
the share of the true metres that is matched.

Throughput: both sides have their table of ways ready (fastmm all of the network's, ours those of the tracks) and match
the same points, the same number of candidates within the same radius; pairs are interleaved. The environment is made in
the temporary folder when it is not there. The data are in the folder given (or ../shared); not part of the project.
"""

import csv
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyproj
from _harness import ROOT, conclude, folder, parser, say
from osgeo import gdal, ogr

from community_brain_plugin.analysis.graph import StreetGraph, build
from community_brain_plugin.analysis.tracks.matching import Matched, Model, chained, match, origins, solve
from community_brain_plugin.analysis.tracks.walked import Lengths, span
from community_brain_plugin.analysis.tracks.ways import ways

GOAL_PRECISION, GOAL_RECALL, GOAL_SPEED = 0.95, 0.97, 0.25
SAMPLINGS = (10.0, 30.0)
NOISE, PACE, WALKS = 10.0, 1.2, 40
PAIRS, COPIES = 7, 5
#: What both sides are given in the comparison of speed, and how far fastmm's table reaches.
SPEED = Model(radius=100.0, most=8, longest=2.0)
REACH = 1500.0
#: Streets of the Beijing network lie up to so far from where they are.
BEIJING = Model(radius=400.0, most=48, longest=2.0, beyond=1000.0)
ENVIRONMENT = Path(tempfile.gettempdir()) / "community-brain-fastmm"


class Set:
    """Tracks and their true ways: points (n, 2) of each, and the true edges of each in order."""

    def __init__(self, graph: StreetGraph, tracks: list[np.ndarray], true: list[np.ndarray]) -> None:
        self.graph, self.tracks, self.true = graph, tracks, true
        self.owner = np.repeat(np.arange(len(tracks)), [len(track) for track in tracks])
        self.x, self.y = np.concatenate(tracks).T
        self.begins = np.diff(self.owner, prepend=-1) != 0

    def score(self, matched: Matched) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return for each track metres matched, true metres among them, and true metres covered, shape (tracks, 3)."""
        pieces, whose = matched.pieces, self.owner[matched.pieces.link]
        rows = []
        for number, true in enumerate(self.true):
            own = whose == number
            good = own & np.isin(pieces.edge, true)
            edges = np.unique(true)
            covered = Lengths(self.graph, *span(pieces, own)).within(edges, 0.0 * edges, self.graph.length[edges])
            rows.append((pieces.length[own].sum(), pieces.length[good].sum(), covered.sum()))
        return np.array(rows).T

    def lengths(self) -> np.ndarray:
        """Return the length of each true way, every street once."""
        return np.array([self.graph.length[np.unique(true)].sum() for true in self.true])


def shares(tracks: Set, matched: Matched) -> tuple[float, float]:
    """Return precision and recall of all tracks together."""
    walked, good, covered = tracks.score(matched)
    return good.sum() / walked.sum(), covered.sum() / tracks.lengths().sum()


def beijing(shared: Path) -> Set:
    """Return the Beijing tracks, in UTM."""
    project = pyproj.Transformer.from_crs(4326, 32650, always_xy=True).transform
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    file = ogr.Open(str(shared / "road_network" / "beijing_5thring_chords_2012.gpkg"))
    streets = [
        (street["u"], street["v"], street["dir"], street.GetGeometryRef().GetPoints())
        for street in file.GetLayerByName("edges")
    ]
    gdal.PopErrorHandler()
    corners = np.array([corner[:2] for *_, line in streets for corner in line])
    x, y = project(*corners.T)
    numbers = np.repeat(np.arange(len(streets)), [len(line) for *_, line in streets])
    graph = build(x, y, numbers, [way for _, _, way, _ in streets], tolerance=0.01)
    between: dict[frozenset[int], int] = {}
    for edge in np.argsort(-graph.length).tolist():
        u, v, *_ = streets[graph.line[edge]]
        between[frozenset((u, v))] = edge
    points = _by_track(shared / "gps_tracks" / "beijing_taxi_gps_points.csv.gz", ("lon", "lat"))
    nodes = _by_track(shared / "gps_tracks" / "beijing_taxi_true_path_nodes.csv.gz", ("node",))
    steps = {track: [frozenset(map(int, pair)) for pair in pairwise(path[:, 0])] for track, path in nodes.items()}
    true = [np.array([between[step] for step in steps[track] if step in between]) for track in points]
    return Set(graph, [np.column_stack(project(*track.T)) for track in points.values()], true)


def _by_track(path: Path, columns: tuple[str, ...]) -> dict[str, np.ndarray]:
    found: dict[str, list[list[float]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["track"], []).append([float(row[column]) for column in columns])
    return {track: np.array(rows) for track, rows in found.items()}


def made_up(seconds: float) -> Set:
    """Return walks through a town of crooked streets about 80 m apart, a point every so many seconds, with noise."""
    rng = np.random.default_rng(11)
    side = 25
    corner = np.stack(np.meshgrid(np.arange(side), np.arange(side)), axis=-1) * 80.0
    corner += rng.normal(0.0, 12.0, corner.shape)
    lines = [corner[row] for row in range(side)] + [corner[:, column] for column in range(side)]
    graph = build(*np.concatenate(lines).T, np.repeat(np.arange(2 * side), side))
    tracks, true = [], []
    for _ in range(WALKS):
        half = _stroll(graph, rng, 3000.0)
        places = np.array(
            [(graph.node_x[node], graph.node_y[node]) for node in (graph.start[half[0]], *graph.end[half])]
        )
        come = np.concatenate([[0.0], np.cumsum(graph.length[half >> 1])])
        at = np.arange(0.0, come[-1], PACE * seconds)
        seen = np.column_stack([np.interp(at, come, axis) for axis in places.T])
        tracks.append(seen + rng.normal(0.0, NOISE, seen.shape))
        # The last street as far as the last point is of the walk.
        true.append(half[: int(np.searchsorted(come, at[-1], side="left"))] >> 1)
    return Set(graph, tracks, true)


def _stroll(graph: StreetGraph, rng: np.random.Generator, metres: float) -> np.ndarray:
    """Return the half-edges of a walk that rather goes straight on, and never straight back."""
    first, halves = graph.leaving
    walk = [int(rng.integers(2 * graph.edges))]
    length = 0.0
    while length < metres:
        node = graph.end[walk[-1]]
        ahead = [half for half in halves[first[node] : first[node + 1]].tolist() if half != walk[-1] ^ 1]
        same = [half for half in ahead if graph.line[half >> 1] == graph.line[walk[-1] >> 1]]
        walk.append(same[0] if same and rng.random() < 0.6 else int(rng.choice(ahead)))
        length += graph.length[walk[-1] >> 1]
    return np.array(walk)


def reasons(tracks: Set, matched: Matched) -> None:
    """Say which tracks differ from their truth, and how far points lie from the true path and from ours."""
    walked, good, covered = tracks.score(matched)
    whole = tracks.lengths()
    for number in np.flatnonzero((good < 0.98 * walked) | (covered < 0.97 * whole)).tolist():
        own = tracks.owner == number
        far = _distances(tracks.graph, tracks.true[number], tracks.x[own], tracks.y[own])
        mine = matched.distance[own]
        say(
            f"track {number + 1}: precision {good[number] / walked[number]:.3f}, recall "
            f"{covered[number] / whole[number]:.3f}; its points lie up to {far.max():.0f} m from the true path "
            f"(90 % within {np.percentile(far, 90):.0f}), {np.nanpercentile(mine, 90):.0f} m from ours"
        )


def _distances(graph: StreetGraph, edges: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return how far points lie from the nearest of some edges."""
    first, last = graph.first[edges], graph.first[edges + 1] - 1
    start = np.column_stack([graph.corner_x[first], graph.corner_y[first]])
    along = np.column_stack([graph.corner_x[last], graph.corner_y[last]]) - start
    away = np.column_stack([x, y])[:, None] - start
    share = np.clip((away * along).sum(axis=2) / (along * along).sum(axis=1), 0.0, 1.0)
    return np.hypot(*np.moveaxis(away - share[..., None] * along, 2, 0)).min(axis=1)


def environment() -> Path | None:
    """Return the Python that has fastmm, made where it is missing; None when that fails."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        say(f"making an environment for fastmm in {ENVIRONMENT}")
        venv.create(ENVIRONMENT, with_pip=True)
    for attempt in range(2):
        done = subprocess.run([str(python), "-c", "import fastmm"], capture_output=True, check=False)
        if done.returncode == 0:
            return python
        if attempt == 0:
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", "fastmm"], capture_output=True, check=False)
    return None


def written(tracks: Set, path: Path) -> None:
    """Write network and tracks for the peer."""
    graph = tracks.graph
    edges = []
    for half in np.flatnonzero(graph.passable).tolist():
        part = slice(graph.first[half >> 1], graph.first[(half >> 1) + 1])
        corners = np.column_stack([graph.corner_x[part], graph.corner_y[part]]).tolist()
        edges.append((half, int(graph.start[half]), int(graph.end[half]), corners[::-1] if half & 1 else corners))
    points = [np.column_stack([tracks.x, tracks.y])[tracks.owner == n].tolist() for n in range(len(tracks.tracks))]
    given = {"edges": edges, "tracks": points, "reach": REACH, "radius": SPEED.radius, "most": SPEED.most}
    path.write_text(json.dumps({**given, "noise": SPEED.noise}), encoding="utf-8")


def ratio(tracks: Set, python: Path) -> float:
    """Return our points a second ÷ fastmm's."""
    rng = np.random.default_rng(2)
    copies = [track + rng.normal(0.0, 2.0, track.shape) for _ in range(COPIES) for track in tracks.tracks]
    many = Set(tracks.graph, copies, tracks.true * COPIES)
    kept = np.ones(len(many.x), bool)
    began = time.perf_counter()
    first = chained(many.graph, many.x, many.y, many.begins, kept, SPEED)
    table = ways(many.graph, *origins(many.graph, first, SPEED))
    say(f"our table of ways: {len(table.key):,} in {time.perf_counter() - began:.1f} s")
    with folder() as path:
        written(many, path / "given.json")
        command = [str(python), str(Path(__file__).with_name("_fastmm_peer.py")), str(path / "given.json")]
        peer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            pairs = _raced(many, kept, table, peer)
        finally:
            peer.kill()
            peer.wait()
        found = json.loads((path / "found.json").read_text(encoding="utf-8"))
    edges = [np.unique(np.array(one, np.intp) >> 1) for one in found]
    good = sum(many.graph.length[np.intersect1d(one, true)].sum() for one, true in zip(edges, many.true, strict=True))
    say(
        f"fastmm on these: precision {good / sum(many.graph.length[one].sum() for one in edges):.3f}, recall "
        f"{good / many.lengths().sum():.3f}, by whole streets"
    )
    theirs, ours = (len(many.x) / statistics.median(column) for column in zip(*pairs, strict=True))
    say(f"fastmm {theirs:,.0f} points a second, here {ours:,.0f}")
    return ours / theirs


def _raced(many: Set, kept: np.ndarray, table, peer: "subprocess.Popen[str]") -> list[tuple[float, float]]:
    """Return seconds of fastmm and of ours, in turn."""
    if peer.stdin is None or peer.stdout is None:
        raise SystemExit(2)
    while not (line := peer.stdout.readline()).startswith("ready"):
        if not line:
            raise SystemExit("the peer ended")
    say(f"fastmm is {line.strip()}")
    found = []
    for _ in range(PAIRS):
        peer.stdin.write("go\n")
        peer.stdin.flush()
        theirs = float(peer.stdout.readline())
        began = time.perf_counter()
        solve(many.graph, chained(many.graph, many.x, many.y, many.begins, kept, SPEED), kept, table, SPEED)
        found.append((theirs, time.perf_counter() - began))
    return found


def main() -> None:
    """Made-up walks first, which need nothing; then Beijing, and the race."""
    given = parser(__doc__).parse_args()
    good = True
    for seconds in SAMPLINGS:
        tracks = made_up(seconds)
        precision, recall = shares(tracks, match(tracks.graph, tracks.x, tracks.y, tracks.begins, Model.on_foot(NOISE)))
        say(f"made up, a point every {seconds:.0f} s: precision {precision:.3f}, recall {recall:.3f}")
        good &= precision >= GOAL_PRECISION and recall >= GOAL_RECALL
    shared = (given.data or ROOT.parent / "shared") / "data"
    if not (shared / "gps_tracks").is_dir():
        sys.stdout.write("track_matching: skipped: no such folder\n")
        sys.exit(0 if good else 1)
    tracks = beijing(shared)
    matched = match(tracks.graph, tracks.x, tracks.y, tracks.begins, BEIJING)
    precision, recall = shares(tracks, matched)
    say(f"Beijing: precision {precision:.3f} (goal ≥ {GOAL_PRECISION:g}), recall {recall:.3f} (goal ≥ {GOAL_RECALL:g})")
    reasons(tracks, matched)
    good &= precision >= GOAL_PRECISION and recall >= GOAL_RECALL
    python = environment()
    if python is None:
        sys.stdout.write("track_matching: skipped: fastmm could not be installed\n")
        sys.exit(0 if good else 1)
    speed = ratio(tracks, python)
    conclude("track_matching", speed, "of fastmm", f"≥ {GOAL_SPEED:g}", good and speed >= GOAL_SPEED, digits=2)


if __name__ == "__main__":
    main()
