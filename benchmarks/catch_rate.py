"""How many overstaying cars one officer on foot still meets: the plan against simpler rules and against hindsight.

One day of 141 located overstays in 71 bays of Melbourne's Chinatown, walking metres between bays (Shao and others 2017,
IEEE Internet of Things Journal 4(4); City of Melbourne, CC-BY). Sensors tell when a car has overstayed and when it
leaves; each rule is asked again at these moments and on each arrival, and may turn the officer round on the way.
The survival curve is that of the published departures. The set is in the folder given (or ../shared); it is not part of
the project.
"""

import csv
import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from _harness import ROOT, conclude, parser, say

from community_brain_plugin.analysis.response.plan import plan, standing
from community_brain_plugin.analysis.response.survival import SurvivalCurve, learn

GOAL_GAIN = 0.20
GOAL_OF_HINDSIGHT = 0.90
METRES_PER_MINUTE = 70.0
_OTHER_PACES = (15.0, 35.0, 50.0, 60.0, 80.0)
_THERE = 1e-9


@dataclass(frozen=True)
class Day:
    """Overstays of a day: minute of begin and end, bay of each; minutes on foot between bays, the first the start."""

    begin: np.ndarray
    end: np.ndarray
    bay: np.ndarray
    walk: np.ndarray

    def at_pace(self, metres_per_minute: float) -> "Day":
        """Return the day with another pace (walk is in metres at pace 1)."""
        return Day(self.begin, self.end, self.bay, self.walk / metres_per_minute)


def read(folder: Path) -> tuple[Day, SurvivalCurve]:
    """Return the day, its ways in metres, and the curve of the published departures."""
    bays = {row["bay"]: number for number, row in enumerate(_rows(folder / "melbourne_chinatown_bays.csv"))}
    walk = np.full((len(bays), len(bays)), np.inf)
    with gzip.open(folder / "melbourne_chinatown_walk_distance.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            walk[bays[row["from_bay"]], bays[row["to_bay"]]] = float(row["walk_m"])
    events = sorted(
        (_minute(row["start"]), _minute(row["end"]), bays[row["bay"]])
        for row in _rows(folder / "melbourne_chinatown_violation_events_1day.csv")
    )
    begin, end, bay = (np.array(column) for column in zip(*events, strict=True))
    departures = _rows(folder / "melbourne_chinatown_departure_cdf.csv")
    left = np.diff([float(row["chinatown_cdf_left_by_minute"]) for row in departures], prepend=0.0)
    # As many cars as the curve has steps of a thousandth: the product limit needs cars, the publication gives shares.
    stood = np.repeat(np.arange(len(left)), np.round(left * 1000).astype(int).clip(0))
    return Day(begin, end, bay, walk), learn(stood)


Rule = Callable[[np.ndarray, np.ndarray], int]


def caught(day: Day, rule: Rule) -> int:
    """Walk the day by a rule, which gets ages of the standing cars and ways to and between them; count those met."""
    met = np.zeros(len(day.begin), dtype=bool)
    changes = np.unique(np.concatenate([day.begin, day.end]))
    away, now = day.walk[0], float(changes[0])
    for change in changes[1:]:
        while now < change:
            cars = np.flatnonzero((day.begin <= now) & (now < day.end) & ~met)
            if not len(cars):
                now = float(change)
                continue
            bays = day.bay[cars]
            car = cars[rule(now - day.begin[cars], away[bays], day.walk[np.ix_(bays, bays)])]
            goal = day.bay[car]
            step = min(float(away[goal]), change - now)
            now += step
            # On the way one can go back to where one was, or on to the goal, and from there to any bay.
            away = np.minimum(away + step, away[goal] - step + day.walk[goal])
            met[car] = away[goal] <= _THERE
    return int(met.sum())


def within_reach(day: Day) -> int:
    """Count the cars that could be met by one who knows the whole day and cares for one car only.

    No plan meets more, so a share of it is at most the share of the hindsight optimum.
    """
    first = float(day.begin.min())
    return int((np.maximum(first + day.walk[0, day.bay], day.begin) < day.end).sum())


def nearest_first(age: np.ndarray, reach: np.ndarray, between: np.ndarray) -> int:
    """Go to the nearest car."""
    return int(reach.argmin())


def oldest_first(age: np.ndarray, reach: np.ndarray, between: np.ndarray) -> int:
    """Go to the car that has stood longest."""
    return int(age.argmax())


def planned(curve: SurvivalCurve) -> Rule:
    """Return the rule that goes where the plan goes first."""

    def rule(age: np.ndarray, reach: np.ndarray, between: np.ndarray) -> int:
        return int(plan(standing(age, [curve]), reach[None, :], between).routes[0][0])

    return rule


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _minute(text: str) -> int:
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


def main() -> None:
    """Walk the day by every rule, at several paces, and compare at the usual one."""
    given = parser(__doc__).parse_args()
    day, curve = read((given.data or ROOT.parent / "shared") / "data" / "parking_sensors")
    rules = {"nearest first": nearest_first, "oldest first": oldest_first, "planned": planned(curve)}
    say(f"{len(day.begin)} overstays of a day in {len(day.walk) - 1} bays, one officer on foot")
    met: dict[str, int] = {}
    for pace in (*_OTHER_PACES, METRES_PER_MINUTE):
        met = {name: caught(day.at_pace(pace), rule) for name, rule in rules.items()}
        told = ", ".join(f"{name} {count}" for name, count in met.items())
        say(f"{pace:.0f} m/min: {told}; in hindsight at most {within_reach(day.at_pace(pace))}")
    gain = met["planned"] / met["nearest first"] - 1.0
    of_hindsight = met["planned"] / within_reach(day.at_pace(METRES_PER_MINUTE))
    say(f"planned against nearest first at {METRES_PER_MINUTE:.0f} m/min: {100 * gain:+.1f} %")
    good = gain >= GOAL_GAIN or of_hindsight >= GOAL_OF_HINDSIGHT
    conclude("catch_rate", 100 * of_hindsight, "% of hindsight", f"≥ {100 * GOAL_OF_HINDSIGHT:.0f}", good, digits=1)


if __name__ == "__main__":
    main()
