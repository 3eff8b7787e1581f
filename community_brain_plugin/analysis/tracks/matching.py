"""Tracks onto streets: the most likely way through all points at once, by a hidden Markov model.

Newson and Krumm 2009 (Hidden Markov map matching through noise and sparseness, ACM SIGSPATIAL, 336-343). A point d
metres from a street was seen with probability ∝ exp(-d²/2σ²) + ε, where ε (not in the paper) is for the stray point,
or the street drawn far from where it is; a step whose way along the streets is w metres long, and s metres straight,
happens with probability ∝ exp(-|w - s|/β). Viterbi's recursion finds the most likely sequence.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .. import inputs
from ..graph import Index, StreetGraph
from ..inputs import Array
from ..stations import expanded
from ..watch import UNWATCHED, Watch
from . import pauses, steps
from .candidates import Candidates, near
from .steps import Pieces, Roads, Steps
from .ways import Ways, ways


@dataclass(frozen=True)
class Model:
    """noise: σ, metres; stray: ε. detours: β, metres. radius: how far a street may lie from a point, `most` how many.

    A way may be `longest` times as long as the straight line and `beyond` metres more; else the track breaks. Points
    nearer than `apart` to the one before them are left out: they tell of the noise.
    """

    noise: float = 10.0
    detours: float = 5.0
    radius: float = 50.0
    most: int = 8
    longest: float = 3.0
    beyond: float = 500.0
    apart: float = 0.0
    stray: float = 0.01

    @classmethod
    def on_foot(cls, noise: float) -> "Model":
        """Return what suits handhelds of people on foot, by their noise; measured on made-up walks (`track_matching`).

        Nearer points, or more patience with detours, take the noise for going to and fro.
        """
        return cls(noise=noise, detours=noise / 4.0, radius=5.0 * noise, apart=4.0 * noise)

    def seen(self, distance: Array) -> Array:
        """Return the log of the likelihood, up to a constant, of a point seen so far from its place."""
        near_by = -0.5 * (distance / self.noise) ** 2
        return np.logaddexp(near_by, np.log(self.stray)) if self.stray > 0.0 else near_by

    def limit(self, straight: Array) -> Array:
        """Return the longest way looked for between points so far apart."""
        return self.longest * straight + self.beyond


@dataclass(frozen=True)
class Matched:
    """Where points lie on the streets, shape (n,): edge (-1 where on none), position from its tail, distance to it.

    kept: points that were asked for, not left out. stretch: number of the stretch a point belongs to, counted over all
    tracks; -1 where on no street. Within one the pieces follow each other without a gap; link of a piece is the point
    its step begins at, following the one it ends at (-1 where none follows).
    """

    kept: NDArray[np.bool_]
    edge: Index
    position: Array
    distance: Array
    stretch: Index
    following: Index
    pieces: Pieces


def match(
    graph: StreetGraph, x: ArrayLike, y: ArrayLike, begins: NDArray[np.bool_], model: Model | None = None,
    watch: Watch = UNWATCHED,
) -> Matched:  # fmt: skip
    """Return the most likely way of tracks through the streets.

    x, y: points of all tracks one after the other, shape (n,), metres. begins: where a new track, or one after a gap in
    the signal, begins. Points farther than the radius from every street are passed over.
    """
    model = model or Model()
    east, north = inputs.places(x, y)
    kept = np.ones(len(east), bool)
    if model.apart > 0.0:
        kept = pauses.apart(east, north, begins, model.apart, watch.part(0.0, 0.1))
    chain = chained(graph, east, north, begins, kept, model, watch.part(0.1, 0.2))
    table = ways(graph, *origins(graph, chain, model), watch.part(0.2, 0.6))
    return solve(graph, chain, kept, table, model, watch.part(0.6, 1.0))


def chained(
    graph: StreetGraph, x: Array, y: Array, begins: NDArray[np.bool_], kept: NDArray[np.bool_], model: Model,
    watch: Watch = UNWATCHED,
) -> "Chain":  # fmt: skip
    """Return the points that are kept and near a street, with the places on streets where they may lie."""
    found = near(graph, x[kept], y[kept], model.radius, model.most, watch)
    count = np.zeros(len(x), np.intp)
    count[kept] = found.count
    whole = Candidates(np.concatenate([[0], np.cumsum(count)]), found.edge, found.position, found.distance)
    return Chain.of(whole, x, y, np.cumsum(begins))


def solve(
    graph: StreetGraph, chain: "Chain", kept: NDArray[np.bool_], table: Ways, model: Model, watch: Watch = UNWATCHED
) -> Matched:  # fmt: skip
    """Return the most likely way, with the table of ways at hand; kept: shape (n,), of all points."""
    roads = Roads(graph, chain.found, table, 2.0 * model.noise)
    straight = chain.straight
    pairs = chain.steps()
    length = roads.distances(pairs.before, pairs.after, watch.part(0.0, 0.7))
    score = -np.abs(length - straight[pairs.link]) / model.detours
    score[length > model.limit(straight)[pairs.link]] = -np.inf
    seen = model.seen(chain.found.distance)
    chosen, broken = _viterbi(chain, pairs, score, seen, watch.part(0.7, 1.0))
    return _matched(chain, roads, chosen, broken, kept)


@dataclass(frozen=True)
class Chain:
    """Points with candidates in the order of the recursion: the first points of all stretches, then the second, …

    point: their numbers, shape (m,); before: place in this order of the point before, -1 for the first of a stretch.
    straight: distance from that one, metres. wave: where the points of each round begin, shape (rounds + 1,).
    found: their candidates.
    """

    point: Index
    before: Index
    straight: Array
    wave: Index
    found: Candidates

    @classmethod
    def of(cls, found: Candidates, x: Array, y: Array, stretch: Index) -> "Chain":
        """Return the points that have candidates, chained within their stretches (n,), rising numbers."""
        point = np.flatnonzero(found.count > 0)
        whose = stretch[point]
        first = np.ones(len(point), bool)
        first[1:] = np.diff(whose) != 0
        number = np.arange(len(point)) - np.maximum.accumulate(np.where(first, np.arange(len(point)), 0))
        order = np.lexsort((whose, number))
        place = np.empty(len(point), np.intp)
        place[order] = np.arange(len(point))
        before = np.full(len(point), -1, np.intp)
        later = np.flatnonzero(~first)
        before[place[later]] = place[later - 1]
        wave = np.concatenate([[0], np.cumsum(np.bincount(number, minlength=1))])
        point = point[order]
        which, step = expanded(found.count[point])
        row = found.first[point][which] + step
        count = found.count[point]
        own = Candidates(
            np.concatenate([[0], np.cumsum(count)]), found.edge[row], found.position[row], found.distance[row]
        )
        there = point[np.where(before >= 0, before, np.arange(len(point)))]
        return cls(point, before, np.hypot(x[point] - x[there], y[point] - y[there]), wave, own)

    def steps(self) -> Steps:
        """Return all pairs of candidates of points that follow each other."""
        count, first = self.found.count, self.found.first
        later = np.flatnonzero(self.before >= 0)
        earlier = self.before[later]
        link, number = expanded(count[earlier] * count[later])
        after, before = np.divmod(number, count[earlier][link])
        return Steps(first[earlier][link] + before, first[later][link] + after, later[link])


def origins(graph: StreetGraph, chain: Chain, model: Model) -> tuple[Index, Array]:
    """Return the crossings ways are looked for from, each once, and how far."""
    later = np.flatnonzero(chain.before >= 0)
    limit = np.zeros(len(chain.point))
    limit[chain.before[later]] = model.limit(chain.straight[later])
    node, away = steps.ends(graph, chain.found, True)
    reach = np.repeat(limit, chain.found.count) - away
    most = np.zeros(graph.nodes)
    np.maximum.at(most, node.ravel(), reach.ravel())
    origin = np.flatnonzero(most > 0.0)
    return origin, most[origin]


def _viterbi(chain: Chain, pairs: Steps, score: Array, seen: Array, watch: Watch) -> tuple[Index, NDArray[np.bool_]]:
    """Return the chosen candidate of each point of the chain, and whether no way leads to it from the one before."""
    count, first = chain.found.count, chain.found.first
    best, back = seen.copy(), np.full(len(seen), -1, np.intp)
    broken = chain.before < 0
    # Pairs of one candidate lie together, candidates of one point, and points of one wave.
    sizes = np.bincount(pairs.after, minlength=len(seen))
    begin = np.concatenate([[0], np.cumsum(sizes)])
    for number in range(1, len(chain.wave) - 1):
        if number % 200 == 0:
            watch.at(number / len(chain.wave))
        here = slice(chain.wave[number], chain.wave[number + 1])
        low, high = first[here.start], first[here.stop]
        some = slice(begin[low], begin[high])
        total = best[pairs.before[some]] + score[some]
        group = begin[low:high] - begin[low]
        most = np.maximum.reduceat(total, group)
        is_best = np.flatnonzero(total == np.repeat(most, sizes[low:high]))
        back[pairs.after[some][is_best[::-1]]] = pairs.before[some][is_best[::-1]]
        lost = np.maximum.reduceat(most, first[here] - low) == -np.inf
        broken[here] = lost
        best[low:high] += np.where(np.repeat(lost, count[here]), 0.0, most)
    return _traced(chain, best, back, broken), broken


def _traced(chain: Chain, best: Array, back: Index, broken: NDArray[np.bool_]) -> Index:
    """Return the chosen candidates: the best at the end of each stretch, and back from there."""
    first, count = chain.found.first, chain.found.count
    if not len(chain.point):
        return np.zeros(0, np.intp)
    top = np.repeat(np.maximum.reduceat(best, first[:-1]), count)
    at_top = np.flatnonzero(best == top)
    chosen = np.empty(len(chain.point), np.intp)
    whose = np.repeat(np.arange(len(count)), count)[at_top]
    chosen[whose[::-1]] = at_top[::-1]
    for number in range(len(chain.wave) - 2, 0, -1):
        here = np.arange(chain.wave[number], chain.wave[number + 1])
        here = here[~broken[here]]
        chosen[chain.before[here]] = back[chosen[here]]
    return chosen


def _matched(chain: Chain, roads: Roads, chosen: Index, broken: NDArray[np.bool_], kept: NDArray[np.bool_]) -> Matched:
    found, points = chain.found, len(kept)
    edge, stretch = np.full(points, -1, np.intp), np.full(points, -1, np.intp)
    position, distance = np.full(points, np.nan), np.full(points, np.nan)
    edge[chain.point], position[chain.point] = found.edge[chosen], found.position[chosen]
    distance[chain.point] = found.distance[chosen]
    order = np.argsort(chain.point)
    stretch[chain.point[order]] = np.cumsum(broken[order]) - 1
    later = np.flatnonzero(~broken)
    later = later[np.argsort(chain.point[later])]
    walked = steps.pieces(roads, chosen[chain.before[later]], chosen[later])
    following = np.full(points, -1, np.intp)
    following[chain.point[chain.before[later]]] = chain.point[later]
    origin = chain.point[chain.before[later]]
    return Matched(
        kept, edge, position, distance, stretch, following,
        Pieces(origin[walked.link], walked.edge, walked.start, walked.stop),
    )  # fmt: skip
