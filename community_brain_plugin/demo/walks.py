"""Officers on foot: each follows streets from crossing to crossing at a walker's pace."""

from __future__ import annotations

import numpy as np
import shapely
from shapely import LineString

PACE = 1.15
"""Metres a second."""


class Walks:
    """Positions of walkers on a street network; the same for the same seed."""

    def __init__(self, seed: int, lines: list[LineString]) -> None:
        self._seed = seed
        self._lines = lines
        self._length = shapely.length(lines)
        self._at: dict[tuple[int, int], list[tuple[int, bool]]] = {}
        for number, line in enumerate(lines):
            self._at.setdefault(_key(line.coords[0]), []).append((number, True))
            self._at.setdefault(_key(line.coords[-1]), []).append((number, False))
        self._walkers: dict[str, tuple[np.random.Generator, int, bool, float]] = {}

    def step(self, walker: str, seconds: float) -> tuple[float, float]:
        """Let a walker go on for some seconds; x and y in the network's metres."""
        if walker not in self._walkers:
            rng = np.random.default_rng([self._seed, *walker.encode()])
            self._walkers[walker] = (rng, int(rng.integers(0, len(self._lines))), True, 0.0)
        rng, number, forward, done = self._walkers[walker]
        done += seconds * PACE
        while done > self._length[number]:
            done -= float(self._length[number])
            number, forward = self._turn(rng, number, forward)
        self._walkers[walker] = (rng, number, forward, done)
        spot = self._lines[number].interpolate(done if forward else float(self._length[number]) - done)
        return spot.x, spot.y

    def _turn(self, rng: np.random.Generator, number: int, forward: bool) -> tuple[int, bool]:
        """Any street that leaves the crossing; back only at a dead end."""
        coords = self._lines[number].coords
        ways = [way for way in self._at[_key(coords[-1] if forward else coords[0])] if way[0] != number]
        return ways[int(rng.random() * len(ways))] if ways else (number, not forward)


def _key(point: tuple[float, ...]) -> tuple[int, int]:
    return round(point[0] * 100.0), round(point[1] * 100.0)
