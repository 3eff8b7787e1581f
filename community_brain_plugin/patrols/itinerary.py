"""A route as a person walks it: leg by leg, with the turn at the beginning of each, and when it is reached."""

import itertools
import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..analysis.graph import Index, StreetGraph
from ..analysis.inputs import Array
from ..analysis.patrol.plan import Plan, Walk

#: What is done at the beginning of a leg; at a stop the officer stays where he is.
START, STRAIGHT, LEFT, RIGHT, BACK, STOP = "start", "straight", "left", "right", "back", "stop"
_SLIGHT, _SHARP = math.radians(40.0), math.radians(150.0)
_NOWHERE = np.zeros(0, np.intp)


#: Of each officer, when every half-street of his walk is reached and left, in seconds after midnight, shape (h,) each.
Hours = list[tuple[Array, Array]]


@dataclass(frozen=True)
class Leg:
    """A way along one street, or a stop: officer and number count from 1.

    line: source line walked; edges: its edges in order, forwards: whether along the line; visit: whether the street is
    walked for a visit, not only passed; turn: what is done at its beginning. start, stop: metres from the station;
    begin, end: seconds after midnight. halt: number of the stop, from 0, and node: its crossing; such a
    leg has no edges, and -1 for its line. A way along a street has -1 for both.
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
    begin: float
    end: float
    halt: int = -1
    node: int = -1

    @property
    def metres(self) -> float:
        """Length of the way."""
        return self.stop - self.start

    def places(self, graph: StreetGraph) -> list[tuple[float, float]]:
        """Return the corners walked along, in order."""
        if self.halt >= 0:
            return [(float(graph.node_x[self.node]), float(graph.node_y[self.node]))]
        found: list[tuple[float, float]] = []
        for edge in self.edges.tolist():
            part = slice(graph.first[edge], graph.first[edge + 1])
            corners = list(zip(graph.corner_x[part].tolist(), graph.corner_y[part].tolist(), strict=True))
            if not self.forwards:
                corners.reverse()
            found += corners[1:] if found else corners
        return found


def paced(graph: StreetGraph, plan: Plan, dwell: Array) -> Hours:
    """Return when every half-street is reached where nobody waits; dwell: seconds of each stop."""
    length = np.concatenate([graph.length, np.zeros(len(dwell))])
    rest = np.concatenate([np.zeros(len(graph.length)), dwell])
    found: Hours = []
    for officer, walk in enumerate(plan.walks):
        street = walk.half >> 1
        seconds = plan.crew.pace[officer] * length[street] + rest[street]
        leave = plan.crew.begin[officer] + plan.crew.spent[officer] + np.cumsum(seconds)
        found.append((leave - seconds, leave))
    return found


def legs(graph: StreetGraph, plan: Plan, node: Index = _NOWHERE, hours: Hours | None = None) -> list[Leg]:
    """Return all routes as legs, officer by officer; streets of the plan are the edges of the graph, then stops.

    node: crossing of each stop; hours: when all is reached and left, by everybody's pace where it is not said.
    """
    hours = paced(graph, plan, np.zeros(len(node))) if hours is None else hours
    return [
        leg
        for officer, (walk, times) in enumerate(zip(plan.walks, hours, strict=True), start=1)
        for leg in _of_one(graph, node, officer, walk, times)
    ]


def _of_one(graph: StreetGraph, node: Index, officer: int, walk: Walk, times: tuple[Array, Array]) -> list[Leg]:
    """Return one officer's legs: ways between stops, and the stops."""
    (arrive, leave), edges = times, len(graph.line)
    is_way = walk.half >> 1 < edges
    way, stop = np.flatnonzero(is_way), np.flatnonzero(~is_way)
    before: Index = np.cumsum(is_way)[stop].astype(np.intp)
    ways = _ways(graph, officer, Walk(walk.half[way], walk.visit[way]), before)
    found: list[Leg] = []
    walked, metres, stopped = 0, 0.0, 0
    for leg in [*ways, None]:
        while stopped < len(stop) and before[stopped] <= walked:
            row = int(stop[stopped])
            halt = int(walk.half[row] >> 1) - edges
            found.append(
                Leg(
                    officer, len(found) + 1, -1, _NOWHERE, True, True, STOP, metres, metres, float(arrive[row]),
                    float(leave[row]), halt, int(node[halt]),
                )
            )  # fmt: skip
            stopped += 1
        if leg is not None:
            rows = way[walked : walked + len(leg.edges)]
            begin, end = float(arrive[rows[0]]), float(leave[rows[-1]])
            found.append(replace(leg, number=len(found) + 1, begin=begin, end=end))
            walked, metres = walked + len(leg.edges), leg.stop
    return found


def _ways(graph: StreetGraph, officer: int, walk: Walk, stops: Index) -> list[Leg]:
    """Return the legs of a way without its stops, before which so many streets come; numbers and hours are not set."""
    if not len(walk.half):
        return []
    edge, back = walk.half >> 1, walk.half & 1
    line = graph.line[edge]
    turn = _angles(graph, walk.half)
    same = (line[1:] == line[:-1]) & (back[1:] == back[:-1]) & (walk.visit[1:] == walk.visit[:-1])
    # A line that closes on itself or comes back to its corner is walked on only while it goes straight on.
    same &= np.abs(turn) < _SHARP
    same[stops[(stops > 0) & (stops < len(edge))] - 1] = False
    first = np.concatenate([[0], np.flatnonzero(~same) + 1, [len(edge)]])
    reached = np.concatenate([[0.0], np.cumsum(graph.length[edge])])
    return [
        Leg(
            officer, 0, int(line[begin]), edge[begin:end], not back[begin], bool(walk.visit[begin]),
            turn_word(turn[begin - 1]) if begin else START, float(reached[begin]), float(reached[end]), 0.0, 0.0,
        )
        for begin, end in itertools.pairwise(first.tolist())
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
    """Return how often every required edge is walked, whether for a visit or in passing; visits: shape (edges,).

    Stops, which come after the edges, are left away.
    """
    required = np.flatnonzero(visits > 0)
    walked = np.zeros(len(visits), np.intp)
    who: list[set[int]] = [set() for _ in range(len(visits))]
    for officer, walk in enumerate(plan.walks, start=1):
        edges: NDArray[np.intp] = walk.half >> 1
        edges = edges[edges < len(visits)]
        walked += np.bincount(edges, minlength=len(visits))
        for edge in np.unique(edges).tolist():
            who[edge].add(officer)
    return Coverage(required, visits[required], walked[required], [sorted(who[edge]) for edge in required.tolist()])
