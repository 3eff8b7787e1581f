"""A route as a person walks it: leg by leg, with the turn at the beginning of each, and when it is reached."""

import itertools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..analysis.graph import Index, StreetGraph
from ..analysis.inputs import Array
from ..analysis.patrol.plan import Plan, Walk

#: What is done at the beginning of a leg.
START, STRAIGHT, LEFT, RIGHT, BACK = "start", "straight", "left", "right", "back"
_SLIGHT, _SHARP = math.radians(40.0), math.radians(150.0)


@dataclass(frozen=True)
class Leg:
    """A way along one street, without a stop: officer and number count from 1.

    line: source line walked; edges: its edges in order, forwards: whether along the line; visit: whether the street is
    walked for a visit, not only passed; turn: what is done at its beginning. start, stop: metres from the station.
    """

    officer: int
    number: int
    line: int
    edges: Index
    forwards: bool
    visit: bool
    turn: str
    start: float
    stop: float

    @property
    def metres(self) -> float:
        """Length of the way."""
        return self.stop - self.start

    def places(self, graph: StreetGraph) -> list[tuple[float, float]]:
        """Return the corners walked along, in order."""
        found: list[tuple[float, float]] = []
        for edge in self.edges.tolist():
            part = slice(graph.first[edge], graph.first[edge + 1])
            corners = list(zip(graph.corner_x[part].tolist(), graph.corner_y[part].tolist(), strict=True))
            if not self.forwards:
                corners.reverse()
            found += corners[1:] if found else corners
        return found


def legs(graph: StreetGraph, plan: Plan) -> list[Leg]:
    """Return all routes as legs, officer by officer; streets of the plan are the edges of the graph."""
    found: list[Leg] = []
    for officer, walk in enumerate(plan.walks, start=1):
        found += _of_one(graph, officer, walk)
    return found


def _of_one(graph: StreetGraph, officer: int, walk: Walk) -> list[Leg]:
    if not len(walk.half):
        return []
    edge, back = walk.half >> 1, walk.half & 1
    line = graph.line[edge]
    turn = _angles(graph, walk.half)
    same = (line[1:] == line[:-1]) & (back[1:] == back[:-1]) & (walk.visit[1:] == walk.visit[:-1])
    # A line that closes on itself or comes back to its corner is walked on only while it goes straight on.
    same &= np.abs(turn) < _SHARP
    first = np.concatenate([[0], np.flatnonzero(~same) + 1, [len(edge)]])
    reached = np.concatenate([[0.0], np.cumsum(graph.length[edge])])
    return [
        Leg(
            officer, number, int(line[begin]), edge[begin:end], not back[begin], bool(walk.visit[begin]),
            turn_word(turn[begin - 1]) if begin else START, float(reached[begin]), float(reached[end]),
        )
        for number, (begin, end) in enumerate(itertools.pairwise(first.tolist()), start=1)
    ]  # fmt: skip


def _angles(graph: StreetGraph, half: Index) -> Array:
    """Return the turn between each half-edge and the next, in radians, to the left above zero; shape (h - 1,)."""
    begin, end = graph.first[:-1][half >> 1], graph.first[1:][half >> 1] - 1
    back = (half & 1).astype(bool)
    leaves = _bearing(graph, np.where(back, end, begin), np.where(back, end - 1, begin + 1))
    enters = _bearing(graph, np.where(back, begin + 1, end - 1), np.where(back, begin, end))
    return (leaves[1:] - enters[:-1] + math.pi) % (2.0 * math.pi) - math.pi


def _bearing(graph: StreetGraph, origin: Index, target: Index) -> Array:
    return np.arctan2(graph.corner_y[target] - graph.corner_y[origin], graph.corner_x[target] - graph.corner_x[origin])


def turn_word(angle: float) -> str:
    """Return what a turn is called, given in radians, to the left above zero."""
    if abs(angle) <= _SLIGHT:
        return STRAIGHT
    if abs(angle) >= _SHARP:
        return BACK
    return LEFT if angle > 0.0 else RIGHT


@dataclass(frozen=True)
class Coverage:
    """Of each required edge: how often it was asked for and is walked, and by which officers (from 1), e in all."""

    edge: Index
    asked: Index
    walked: Index
    officers: list[list[int]]


def coverage(visits: Index, plan: Plan) -> Coverage:
    """Return how often every required edge is walked, whether for a visit or in passing; visits: shape (edges,)."""
    required = np.flatnonzero(visits > 0)
    walked = np.zeros(len(visits), np.intp)
    who: list[set[int]] = [set() for _ in range(len(visits))]
    for officer, walk in enumerate(plan.walks, start=1):
        edges: NDArray[np.intp] = walk.half >> 1
        walked += np.bincount(edges, minlength=len(visits))
        for edge in np.unique(edges).tolist():
            who[edge].add(officer)
    return Coverage(required, visits[required], walked[required], [sorted(who[edge]) for edge in required.tolist()])
