"""Run by the fastmm environment's Python: matches all tracks for each line it reads, and answers with the seconds.

Reads JSON: edges (number, from, to, corners), tracks (lists of points), reach (metres), radius, most, noise.
"""

import json
import sys
import time
from pathlib import Path

import fastmm

given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
network = fastmm.Network()
for number, start, end, corners in given["edges"]:
    network.add_edge(number, source=start, target=end, geom=[tuple(corner) for corner in corners])
network.finalize()
began = time.perf_counter()
folder = Path(sys.argv[1]).parent / "ways"
matcher = fastmm.FastMapMatch(
    network, fastmm.TransitionMode.SHORTEST, max_distance_between_candidates=given["reach"], cache_dir=folder
)
tracks = [fastmm.Trajectory.from_xy_tuples([tuple(point) for point in track]) for track in given["tracks"]]


def work() -> list[set[int]]:
    """Match all tracks; returns the edges each went along."""
    found = []
    for track in tracks:
        result = matcher.match(
            track, max_candidates=given["most"], candidate_search_radius=given["radius"], gps_error=given["noise"]
        )
        segments = (segment for part in result.subtrajectories for segment in part.segments)
        found.append({edge.edge_id for segment in segments for edge in segment.edges})
    return found


edges = [sorted(one) for one in work()]
(Path(sys.argv[1]).parent / "found.json").write_text(json.dumps(edges), encoding="utf-8")
sys.stdout.write(f"ready after {time.perf_counter() - began:.1f} s for its table of ways\n")
sys.stdout.flush()
for _ in sys.stdin:
    began = time.perf_counter()
    work()
    sys.stdout.write(f"{time.perf_counter() - began}\n")
    sys.stdout.flush()
