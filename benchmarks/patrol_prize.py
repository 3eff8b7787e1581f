"""Patrols by priority against the best known ones: team orienteering, set 4 of Chao, Golden and Wasil.

Places with a value each, a few officers, one start, one end and a limit of length that leaves no time for all places:
the most valuable routes, 10 s on one core; rows run side by side, one to a core. Every plan is checked from the
coordinates alone. The set is in the folder given (or ../shared); it is not part of the project.
"""

import csv
import itertools
import math
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from _harness import ROOT, conclude, parser, say

from community_brain_plugin.analysis.patrol.task import Task
from community_brain_plugin.analysis.patrol.value import ValueSearch

MEAN_GAP = 0.5
WORST_GAP = 2.0
SECONDS = 10.0
_ENDLESS = 10**9


@dataclass(frozen=True)
class Row:
    """A row of the set: officers, limit, places as x, y, value (the first is the start, the last the end)."""

    name: str
    officers: int
    limit: float
    places: np.ndarray
    best: float


@dataclass(frozen=True)
class Outcome:
    """What came of a row: gap in per cent of the best known value, and whether the plan holds."""

    gap: float
    sound: bool
    text: str


def rows(folder: Path) -> list[Row]:
    """Return all rows of the set."""
    found = []
    with (folder / "reference.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            lines = (folder / f"{row['instance']}.txt").read_text(encoding="utf-8").split("\n")
            officers, limit = int(lines[1].split()[-1]), float(lines[2].split()[-1])
            places = np.array([[float(word) for word in line.split()] for line in lines[3:] if line.strip()])
            found.append(Row(row["instance"], officers, limit, places, float(row["reference_profit"])))
    return found


def task(row: Row) -> Task:
    """Return the task: places as points, a station that is left at the start and reached at the end."""
    count = len(row.places) - 2
    x, y = row.places[:, 0], row.places[:, 1]
    away = np.hypot(x[:, None] - x, y[:, None] - y)
    leave, arrive = np.append(np.arange(1, count + 1), 0), np.append(np.arange(1, count + 1), count + 1)
    step = away[leave][:, arrive].repeat(2, 0).repeat(2, 1)
    return Task(
        None, np.arange(count), [count] * row.officers, arrive.repeat(2), leave.repeat(2), np.zeros(len(step)), step
    )


def fault(row: Row, routes: list[tuple[int, ...]], value: float) -> str:
    """Return what is wrong with a plan; nothing when it holds."""
    stops = [stop + 1 for route in routes for stop in route]
    if len(routes) > row.officers or len(set(stops)) < len(stops):
        return "a place twice, or too many officers"
    for route in routes:
        way = [0, *(stop + 1 for stop in route), len(row.places) - 1]
        length = sum(math.dist(row.places[a, :2], row.places[b, :2]) for a, b in itertools.pairwise(way))
        if route and length > row.limit + 1e-6:
            return f"a route of {length}, more than {row.limit}"
    return "" if abs(row.places[stops, 2].sum() - value) < 1e-6 else "not the value that was said"


def outcome(row: Row) -> Outcome:
    """Plan one row, and check what comes of it."""
    began = time.perf_counter()
    asked = task(row)
    # A place that nobody can reach and leave within the limit is no part of the task.
    home = 2 * asked.visits
    reach = asked.step[home, :home:2] + asked.step[:home:2, home] <= row.limit
    places = np.concatenate([[0], np.flatnonzero(reach) + 1, [len(row.places) - 1]])
    near = Row(row.name, row.officers, row.limit, row.places[places], row.best)
    found = ValueSearch(task(near), near.places[1:-1, 2], row.limit).run(_ENDLESS, SECONDS)
    seconds = time.perf_counter() - began
    wrong = fault(near, found.routes, found.value)
    gap = 100.0 * (1.0 - found.value / row.best) if row.best > 0.0 else 0.0
    text = f"{row.name}: {found.value:.0f}, best known {row.best:.0f} ({gap:.2f} %), {found.rounds} rounds"
    text += f", {seconds:.1f} s"
    return Outcome(gap, not wrong, f"{text}; wrong: {wrong}" if wrong else text)


def main() -> None:
    """Run all rows, or every so many of them."""
    options = parser(__doc__)
    options.add_argument("--every", type=int, default=1, help="only every so many rows of the set")
    given = options.parse_args()
    folder = (given.data or ROOT.parent / "shared") / "bench" / "top"
    if not folder.is_dir():
        sys.stdout.write("patrol_prize: skipped: no such folder\n")
        sys.exit(0)
    found = []
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        for one in workers.map(outcome, rows(folder)[:: given.every]):
            say(one.text)
            found.append(one)
    gaps = np.array([one.gap for one in found])
    sound = all(one.sound for one in found)
    say("every plan verified" if sound else "a plan does not hold")
    say(f"{len(found)} rows; worst gap {gaps.max():.2f} % (goal ≤ {WORST_GAP:g})")
    met = gaps.mean() <= MEAN_GAP and gaps.max() <= WORST_GAP and sound
    conclude("patrol_prize", float(gaps.mean()), "% below the best known, on average", f"≤ {MEAN_GAP:g}", met, digits=2)


if __name__ == "__main__":
    main()
