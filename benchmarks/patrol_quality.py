"""Patrol plans against the best known ones: the min-max windy rural postman set of Benavent, Corberán and others.

Every row is one network and a number of officers from one depot, 20 s on one core; rows run side by side, one to a
core. Each plan is checked by the verifier, which shares nothing with the search, and each bound against the best known
length. The set is in the folder given (or ../shared); it is not part of the project.
"""

import csv
import os
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from _harness import ROOT, conclude, parser, say

from community_brain_plugin.analysis.patrol.network import Network
from community_brain_plugin.analysis.patrol.plan import cover
from community_brain_plugin.analysis.patrol.verify import faults

GOAL = 70.0
MEAN_GAP = 1.0
WORST_GAP = 4.0
SECONDS = 20.0
_STREET = re.compile(r"\(\s*(\d+)\s*,\s*(\d+)\s*\)\s*coste\s+(\d+)\s+(\d+)")


@dataclass(frozen=True)
class Row:
    """A row of the set, and the best length known."""

    file: Path
    officers: int
    best: float


@dataclass(frozen=True)
class Outcome:
    """What came of a row: gap in per cent of the best known length, and whether plan and bound hold."""

    gap: float
    sound: bool
    text: str


def rows(folder: Path) -> list[Row]:
    """Return all rows of the set."""
    with (folder / "reference.csv").open(encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    return [
        Row(folder / "instances" / row["instance"], int(row["officers"]), float(row["reference_value"]))
        for row in found
    ]


def network(file: Path) -> Network:
    """Return the network of an instance."""
    required, others = file.read_text(encoding="latin-1").split("LISTA_ARISTAS_NOREQ")
    streets = [tuple(map(int, match.groups())) for part in (required, others) for match in _STREET.finditer(part)]
    asked = len(_STREET.findall(required))
    tail, head, ahead, back = np.array(streets).T
    visits = np.arange(len(streets)) < asked
    return Network.of(int(max(tail.max(), head.max())), tail - 1, head - 1, ahead, back, visits)


def outcome(row: Row) -> Outcome:
    """Plan one row, and check what comes of it."""
    streets = network(row.file)
    began = time.perf_counter()
    plan = cover(streets, [0] * row.officers, seconds=SECONDS)
    seconds = time.perf_counter() - began
    wrong = faults(streets, plan.stations, [walk.half for walk in plan.walks], plan.lengths)
    holds = plan.bound <= row.best + 1e-6
    gap = 100.0 * (plan.longest / row.best - 1.0)
    text = (
        f"{row.file.name} {row.officers}: {plan.longest:.0f}, best known {row.best:.0f} ({gap:+.2f} %), bound "
        f"{plan.bound:.0f}, {plan.ended} after {plan.rounds} rounds, {seconds:.1f} s"
    )
    if wrong:
        text += f"; wrong: {wrong[0]}"
    if not holds:
        text += "; the bound is above the best known length"
    return Outcome(gap, not wrong and holds, text)


def main() -> None:
    """Run all rows, or every so many of them."""
    options = parser(__doc__)
    options.add_argument("--every", type=int, default=1, help="only every so many rows of the set")
    given = options.parse_args()
    folder = (given.data or ROOT.parent / "shared") / "bench" / "mm-kwrpp"
    if not folder.is_dir():
        sys.stdout.write("patrol_quality: skipped: no such folder\n")
        sys.exit(0)
    found = []
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        for one in workers.map(outcome, rows(folder)[:: given.every]):
            say(one.text)
            found.append(one)
    gaps = np.array([one.gap for one in found])
    share, mean, worst = 100.0 * float((gaps <= 1e-9).mean()), float(gaps.mean()), float(gaps.max())
    sound = all(one.sound for one in found)
    say(f"{len(found)} rows; mean gap {mean:.2f} % (goal ≤ {MEAN_GAP:g}), worst {worst:.2f} % (goal ≤ {WORST_GAP:g})")
    say("every plan verified, every bound at most the best known" if sound else "a plan or a bound does not hold")
    met = share >= GOAL and mean <= MEAN_GAP and worst <= WORST_GAP and sound
    conclude("patrol_quality", share, "% of rows equal to the best known or better", f"≥ {GOAL:g}", met)


if __name__ == "__main__":
    main()
