"""The best change of a plan: stops moved or swapped between routes, ends of routes exchanged, parts walked backwards.

All changes of a kind are reckoned at once, each with the best directions of all streets it touches: what it costs to
come to a place and what follows it are known for both directions, so only the places where a route is cut count.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..inputs import Array
from .layout import Layout, Profiles
from .own_loads import OwnLoads
from .task import Route, Task

Routes = list[Route]

_LONGEST = 3


@dataclass(frozen=True)
class Score:
    """What makes one plan better than another: the longest route, and by a share the mean of all of them."""

    share: float

    def of(self, lengths: Array) -> float:
        """Return the score of routes of these lengths; less is better."""
        return float(lengths.max() + self.share * lengths.mean())


@dataclass(frozen=True)
class Change:
    """A change of two routes and the score it leads to; p and q are places of the layout.

    kind: "tails" exchanges what comes after p and from q on; "turned" joins the beginnings up to p and q, and the ends
    after them; "move" and "swap" put sizes[0] stops from q on in the place of sizes[1] stops after p.
    """

    score: float
    routes: tuple[int, int]
    kind: str
    place: tuple[int, int]
    sizes: tuple[int, int]


class Exchanges:
    """All changes between two routes of a plan."""

    def __init__(self, task: Task, layout: Layout, score: Score) -> None:
        self._layout = layout
        count = len(layout.stop)
        states = np.concatenate([2 * layout.stop, 2 * layout.stop + 1])
        step = task.step.take(states, axis=0).take(states, axis=1)
        self._step = step.reshape(2, count, 2, count)
        owner = layout.owner
        self._own = None if task.loads is None else OwnLoads(task, task.loads, layout)
        lengths = layout.length if self._own is None else self._own.now
        self._same = owner[:, None] == owner[None, :]
        self._share = score.share / len(lengths)
        self._base = self._share * lengths.sum()
        pair = lengths[:, None] + lengths[None, :]
        self._pair = pair[owner][:, owner] * self._share
        self._others = largest_other(lengths)[owner][:, owner]
        # Having come to place p, to that of place q; and from that of q, what follows p. By p, q for each direction.
        come, goes = layout.come, layout.goes
        self.to = [
            np.minimum(come[0][:, None] + self._step[0, :, b], come[1][:, None] + self._step[1, :, b]) for b in (0, 1)
        ]
        self.on = [np.minimum(self._step[a, :, 0] + goes[0], self._step[a, :, 1] + goes[1]).T.copy() for a in (0, 1)]
        # Up to p, then from q to the end of its route.
        self.joined = np.minimum(self.to[0] + goes[0], self.to[1] + goes[1])
        self._ends = np.zeros(count, bool)
        self._ends[layout.first[1:] - 1] = True
        self._starts = np.zeros(count, bool)
        self._starts[layout.first[:-1]] = True

    def best(self, is_due: Callable[[], bool] = lambda: False) -> Change | None:
        """Return the best of all changes, or of those that are known when `is_due` says that there is no more time."""
        found = self._tails()
        if not is_due():
            found += self._swaps(is_due)
        return min(found, key=lambda change: change.score) if found else None

    def _tails(self) -> list[Change]:
        """Exchange what comes after two places, or join two beginnings and two ends, one of each backwards."""
        layout, station = self._layout, self._station_differs()
        joined = np.where(station, np.inf, self.joined)
        joined[self._ends] = np.inf
        joined[:, self._starts] = np.inf
        # Up to p then from q on; the other route is up to q - 1 then from p + 1 on.
        found = [self._pick("tails", joined[:-1, 1:], joined[:-1, 1:].T, (0, 1), (0, 0))]
        returns, gone = layout.returns, layout.gone
        heads = np.minimum(self.to[0] + returns[0], self.to[1] + returns[1])
        ends = np.minimum(gone[0][:, None] + self.on[0].T, gone[1][:, None] + self.on[1].T)
        heads = np.where(station, np.inf, heads)
        heads[self._ends] = np.inf
        heads[:, self._ends] = np.inf
        found.append(self._pick("turned", heads[:-1, :-1], ends[1:, 1:], (0, 0), (0, 0)))
        return found

    def _station_differs(self) -> Array:
        stop, first, owner = self._layout.stop, self._layout.first, self._layout.owner
        home = stop[first[:-1]][owner]
        return self._same | (home[:, None] != home[None, :])

    def _swaps(self, is_due: Callable[[], bool]) -> list[Change]:
        """Move up to three stops to another route, or swap up to two for up to two."""
        put = self._put()
        if is_due():
            return []
        count = len(self._layout.stop)
        found = []
        for size in range(1, _LONGEST + 1):
            # Stops q … q + size - 1 into the gap after p; their own route closes the gap.
            rest = np.full(count, np.inf)
            rest[1 : count - size] = self.joined.diagonal(size + 1)
            found.append(self._pick("move", put[size, 0], np.broadcast_to(rest, (count, count)), (0, 0), (size, 0)))
        for size, other in ((1, 1), (1, 2), (2, 2)):
            # Stops q … instead of p + 1 …, and the other way round.
            here, there = put[size, other][:-1, 1:], put[other, size][:-1, 1:].T
            found.append(self._pick("swap", here, there, (0, 1), (size, other)))
        return found

    def _put(self) -> dict[tuple[int, int], Array]:
        """Return what a route costs in which `other` stops after place p gave way to `size` stops from place q on."""
        count = len(self._layout.stop)
        stops = ~(self._ends | self._starts)
        blocked = self._same | ~stops[None, :]
        start = [np.where(blocked, np.inf, one) for one in self.to]
        put: dict[tuple[int, int], Array] = {}
        ahead, back = start, start
        for size in range(1, _LONGEST + 1):
            if size > 1:
                ahead, back = self._longer(ahead, back, start, size)
            for other in (0, 1, 2) if size < _LONGEST else (0,):
                cost = np.full((count, count), np.inf)
                rows = slice(0, count - other - 1)
                whole = self._layout.owner[: count - other - 1] == self._layout.owner[other + 1 :]
                last = slice(other + 1, count)
                # Ahead, the last stop is size - 1 places after q; backwards it is q itself.
                shift = size - 1
                on = [one[last] for one in self.on]
                value = np.minimum(
                    ahead[0][rows, : count - shift] + on[0][:, shift:],
                    ahead[1][rows, : count - shift] + on[1][:, shift:],
                )
                if size > 1:
                    turned = np.minimum(back[0][rows] + on[0], back[1][rows] + on[1])[:, : count - shift]
                    value = np.minimum(value, turned)
                value[~whole] = np.inf
                cost[rows, : count - shift] = value
                put[size, other] = cost
        return put

    def _longer(
        self, ahead: list[Array], back: list[Array], start: list[Array], size: int
    ) -> tuple[list[Array], list[Array]]:
        """Let one more stop follow: up to p, then from q to q + size - 1, or from there back to q."""
        count = len(self._layout.stop)
        shift = size - 1
        stops = ~(self._ends | self._starts)
        step = self._step
        before, after = np.arange(count - shift) + shift - 1, np.arange(count - shift) + shift
        further = []
        for b in (0, 1):
            one = np.full((count, count), np.inf)
            link = [np.where(stops[after], step[a, before, b, after], np.inf) for a in (0, 1)]
            one[:, : count - shift] = np.minimum(
                ahead[0][:, : count - shift] + link[0], ahead[1][:, : count - shift] + link[1]
            )
            further.append(one)
        place = np.arange(count - 1)
        turned = []
        for b in (0, 1):
            one = np.full((count, count), np.inf)
            link = [np.where(stops[place], step[a, place + 1, b, place], np.inf) for a in (0, 1)]
            one[:, :-1] = np.minimum(back[0][:, 1:] + link[0], back[1][:, 1:] + link[1])
            turned.append(one)
        return further, turned

    def _pick(self, kind: str, one: Array, other: Array, offset: tuple[int, int], sizes: tuple[int, int]) -> Change:
        """Return the best change of a kind; one, other: lengths that the two routes would have, by p and q."""
        p, q = offset
        rows, columns = one.shape
        part = slice(p, p + rows), slice(q, q + columns)
        if self._own is not None:
            one, other = self._own.after(kind, sizes, part, one, other)
        value = np.maximum(np.maximum(one, other), self._others[part])
        total = one + other
        total *= self._share
        total -= self._pair[part]
        value += total
        place = int(np.argmin(value))
        row, column = divmod(place, columns)
        owner = self._layout.owner
        row, column = row + p, column + q
        score = float(value[row - p, column - q]) + self._base
        return Change(score, (int(owner[row]), int(owner[column])), kind, (row, column), sizes)


def largest_other(lengths: Array) -> Array:
    """Return for each pair of routes the length of the longest of all others, shape (k, k)."""
    count = len(lengths)
    order = np.argsort(-lengths, kind="stable")
    found = np.full((count, count), lengths[order[0]])
    if count < 3:
        return np.zeros((count, count))
    first, second, third = order[:3]
    found[first, :] = found[:, first] = lengths[second]
    found[first, second] = found[second, first] = lengths[third]
    return found


def changed(task: Task, profiles: Profiles, layout: Layout, routes: Routes, change: Change) -> Routes:
    """Return the routes after a change; where a part may be walked either way round, the better one."""
    one, two = change.routes
    p, q = change.place[0] - layout.first[one], change.place[1] - layout.first[two]
    # Places count from the station, which is no stop of the route.
    a, b = routes[one], routes[two]
    size, other = change.sizes
    ways: tuple[list[Route], list[Route]]
    if change.kind == "tails":
        ways = [a[:p] + b[q - 1 :]], [b[: q - 1] + a[p:]]
    elif change.kind == "turned":
        ways = [a[:p] + b[:q][::-1]], [a[p:][::-1] + b[q:]]
    else:
        taken, given = b[q - 1 : q - 1 + size], a[p : p + other]
        ways = (
            [a[:p] + part + a[p + other :] for part in (taken, taken[::-1])],
            [b[: q - 1] + part + b[q - 1 + size :] for part in (given, given[::-1])],
        )
    result = list(routes)
    for route, choices in zip((one, two), ways, strict=True):
        lengths = [profiles.length(task.station[route], choice) for choice in choices]
        result[route] = choices[lengths.index(min(lengths))]
    return result
