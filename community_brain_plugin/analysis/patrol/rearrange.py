"""Routes put in another order, so that stops are reached within their windows and at times that count.

Between crossings much can be exchanged for hardly any way: loops are walked backwards, earlier or later, or by another
officer. Changes that keep the way are found by sums alone, and only these are timed exactly. Simulated annealing over
samples of such changes, through plans that are somewhat too long as well; the best plan is the one that is not, with
the least weight of missed windows, then the greatest value by the time of day, then the shortest way.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .ending import FINISHED, PROVEN, Ending
from .network import Index
from .timing import Judge, Marks, beside

#: Changes drawn in a round: stretches moved, turned round, exchanged; and how many are timed, the shortest and any.
_MOVED, _TURNED, _SHORTEST, _ANY = 6_000, 300, 36, 12
#: What counts how much while searching: the weight missed, how far, value by the time of day, way; shares of the whole.
_MISSED, _FAR, _VALUE, _WAY = 1_000.0, 1_000.0, 100.0, 3.0
#: The same of what is beyond the limits, at the beginning and at the end.
_OVER, _FORBIDDEN = 2_000.0, 200_000.0
#: By what share the limits may be broken on the way to better plans.
_BEYOND = 0.25
_HOT, _COLD = 10.0, 0.02
_EPSILON = 1e-9

States = list[list[int]]


@dataclass(frozen=True)
class Rearranged:
    """Routes as states in order, one list for each officer, how well they do in all, why it ended, after how many
    rounds."""

    routes: States
    missed: float
    value: float
    ended: str
    rounds: int


class _Laid:
    """All routes one after the other, each between its home and its home, p places in all.

    state, owner: of each place; first: each route's first place, shape (k + 1,); ahead, back: metres from the first
    place to each, walked on and turned round; dwell: seconds at the stops so far, all of shape (p,).
    """

    def __init__(self, judge: Judge, routes: States) -> None:
        home = judge.home.tolist()
        sizes = np.array([len(route) + 2 for route in routes])
        self.first = np.concatenate([[0], np.cumsum(sizes)])
        self.owner = np.repeat(np.arange(len(routes)), sizes)
        self.state = np.array([s for k, route in enumerate(routes) for s in (home[k], *route, home[k])], np.intp)
        step = judge.step
        self.ahead = np.concatenate([[0.0], np.cumsum(step[self.state[:-1], self.state[1:]])])
        self.back = np.concatenate([[0.0], np.cumsum(step[self.state[1:] ^ 1, self.state[:-1] ^ 1])])
        dwell = judge.dwell[self.state >> 1]
        dwell[self.first[:-1]] = dwell[self.first[1:] - 1] = 0.0
        self.dwell = np.cumsum(dwell)
        is_stop = np.ones(len(self.state), bool)
        is_stop[self.first[:-1]] = is_stop[self.first[1:] - 1] = False
        self.stops = np.flatnonzero(is_stop)

    def through(self, step: Array, before: Index, begin: Index, end: Index, turned: Index, after: Index) -> Array:
        """Return the metres from place `before` by a stretch, none where it ends before it begins, to `after`."""
        state = self.state
        goes = end >= begin
        stop = np.where(goes, end, begin)
        enters = np.where(turned, state[stop] ^ 1, state[begin])
        leaves = np.where(turned, state[begin] ^ 1, state[stop])
        inner = np.where(turned, self.back[stop] - self.back[begin], self.ahead[stop] - self.ahead[begin])
        by = step[state[before], enters] + inner + step[leaves, state[after]]
        return np.where(goes, by, step[state[before], state[after]])

    def rest(self, begin: Index, end: Index) -> Array:
        """Return the seconds of dwelling on stretches."""
        return np.where(end >= begin, self.dwell[np.maximum(end, begin)] - self.dwell[begin - 1], 0.0)


@dataclass(frozen=True)
class _Changes:
    """Changes, c in all, each array of shape (c,): the stops from place `begin` to `end` go behind place `behind`.

    Those behind that up to `until`, if any, come back for them. turned, other: whether the one and the other stretch is
    turned round. A stretch whose `behind` is the place before it stays where it is.
    """

    begin: Index
    end: Index
    turned: Index
    behind: Index
    until: Index
    other: Index

    def of(self, chosen: Index) -> "_Changes":
        """Return some of the changes."""
        parts = (self.begin, self.end, self.turned, self.behind, self.until, self.other)
        return _Changes(*(part[chosen] for part in parts))


class Rearrangement:
    """Puts routes in an order that keeps the wishes of time better.

    allowed: seconds each officer may take for walking and dwelling, shape (k,); who takes longer now may take as long.
    metres: all may walk together. The same seed and number of rounds give the same routes; a limit of seconds and a
    cancel end it sooner with the best so far.
    """

    def __init__(self, judge: Judge, allowed: Array, metres: float, seed: int = 1) -> None:
        self._judge, self._allowed, self._most = judge, allowed, metres
        self._dice = np.random.default_rng(seed)
        wishes = judge.wishes
        self._weight = float(wishes.weight.sum()) or 1.0
        highest = 0.0 if wishes.bands is None else float(wishes.bands.factor.max())
        self._worth = float(wishes.worth.sum()) * highest or 1.0

    def run(
        self, routes: States, rounds: int, seconds: float = math.inf, least: float = 0.0, watch: Watch = UNWATCHED
    ) -> Rearranged:
        """Return the best routes found; least: weight of the windows that must be missed, which ends the search."""
        ending = Ending(seconds, watch)
        current, marks = [list(route) for route in routes], self._judge.marks(*padded(enumerate(routes)))
        best, found = current, marks
        self._allowed = np.maximum(self._allowed, marks.walked)
        self._most = max(self._most, float(marks.metres.sum()))
        ended, number = FINISHED, 0
        while number < rounds:
            is_whole = self._judge.wishes.bands is None and found.missed.sum() <= least + _EPSILON
            reached = PROVEN if is_whole else ending.why(number / rounds)
            if reached:
                ended = reached
                break
            share = number / rounds
            number += 1
            after = self._change(current, marks, share)
            if after is None:
                continue
            current, marks = _replaced(current, after[0]), after[1]
            if self._holds(marks) and _rank(marks) < _rank(found):
                best, found = current, marks
        return Rearranged(best, float(found.missed.sum()), float(found.value.sum()), ended, number)

    def _energy(self, sums: Array, share: float) -> Array:
        """Return what is made as small as can be when a share of the rounds is over.

        sums: missed, far, value, metres, share beyond, shape (5, c).
        """
        missed, far, value, metres, over = sums
        found: Array = (_MISSED * missed + _FAR * far) / self._weight - _VALUE * value / self._worth
        most = max(self._most, 1.0)
        price = _OVER * (_FORBIDDEN / _OVER) ** share
        return found + _WAY * metres / most + price * (over + np.maximum(metres / most - 1.0, 0.0))

    def _holds(self, marks: Marks) -> bool:
        """Return whether the limits are kept."""
        is_short = float(marks.metres.sum()) <= self._most * (1.0 + _EPSILON)
        return is_short and bool((marks.walked <= self._allowed * (1.0 + _EPSILON)).all())

    def _parts(self, officer: Index, marks: Marks) -> tuple[Array, ...]:
        """Return what is summed of routes, one value for each."""
        over = np.maximum(marks.walked / np.maximum(self._allowed[officer], 1.0) - 1.0, 0.0)
        return marks.missed, marks.far, marks.value, marks.metres, over

    def _change(self, routes: States, marks: Marks, share: float) -> tuple[dict[int, list[int]], Marks] | None:
        """Return the routes a change makes anew and the marks after it; None where all stays.

        Of some changes, and of none, one is drawn: the better it is, the more likely, and the later, the more so.
        """
        laid = _Laid(self._judge, routes)
        if not len(laid.stops):
            return None
        changes = self._drawn(laid, routes, marks)
        changes = changes.of(self._kept(laid, changes, marks))
        if not len(changes.begin):
            return None
        made = [_made(laid, changes, row) for row in range(len(changes.begin))]
        rows = [(k, route) for change in made for k, route in change.items()]
        whose = np.repeat(np.arange(len(made)), [len(change) for change in made])
        judged = self._judge.marks(*padded(rows))
        who = np.array([k for k, _ in rows])
        now = self._parts(np.arange(len(routes)), marks)
        # One more than there are changes: all stays.
        sums = np.repeat([[part.sum()] for part in now], len(made) + 1, axis=1)
        for line, part, old in zip(sums, self._parts(who, judged), now, strict=True):
            np.add.at(line, whose, part - old[who])
        energies, hot = self._energy(sums, share), _HOT * (_COLD / _HOT) ** share
        row = int((energies - hot * self._dice.gumbel(size=len(energies))).argmin())
        if row == len(made):
            return None
        return made[row], _with(marks, who[whose == row], judged, whose == row)

    def _kept(self, laid: _Laid, changes: _Changes, marks: Marks) -> Index:
        """Return some changes with which nobody walks much longer than he may, nor all of them together.

        Most of them are those that take the least way, for these keep a plan as good as it is.
        """
        judge, step = self._judge, self._judge.step
        begin, end, behind, until = changes.begin, changes.end, changes.behind, changes.until
        a, b = laid.owner[begin], laid.owner[behind]
        none, straight = begin - 1, np.zeros(len(begin), np.intp)
        now = laid.through(step, begin - 1, begin, end, straight, end + 1)
        there = laid.through(step, behind, behind + 1, until, straight, until + 1)
        in_place = behind == none
        leaves = laid.through(step, begin - 1, behind + 1, until, changes.other, end + 1) - now
        enters = laid.through(step, behind, begin, end, changes.turned, until + 1) - there
        turned = laid.through(step, begin - 1, begin, end, changes.turned, end + 1) - now
        more_a = np.where(in_place, turned, np.where(a == b, leaves + enters, leaves))
        more_b = np.where(a == b, 0.0, enters)
        moved = np.where(a == b, 0.0, laid.rest(begin, end) - laid.rest(behind + 1, until))
        walked = self._walked(laid)
        takes_a = walked[a] + judge.pace[a] * more_a - moved
        takes_b = walked[b] + judge.pace[b] * more_b + moved
        most = (1.0 + _BEYOND) * self._allowed
        keep = (takes_a <= most[a]) & ((a == b) | (takes_b <= most[b]))
        keep &= marks.metres.sum() + more_a + more_b <= (1.0 + _BEYOND) * self._most
        some, more = np.flatnonzero(keep), more_a + more_b
        least = np.argsort(np.round(more[some], 6), kind="stable")[:_SHORTEST]
        return np.union1d(some[least], some[:_ANY])

    def _walked(self, laid: _Laid) -> Array:
        """Return the seconds each officer takes for walking and dwelling, shape (k,)."""
        judge, first, last = self._judge, laid.first[:-1], laid.first[1:] - 1
        metres, rest = laid.ahead[last] - laid.ahead[first], laid.dwell[last] - laid.dwell[first]
        return judge.spent + judge.pace * metres + rest

    def _drawn(self, laid: _Laid, routes: States, marks: Marks) -> _Changes:
        """Return changes at random: stretches turned round, moved to all places, exchanged between routes."""
        dice, places = self._dice, np.setdiff1d(np.arange(len(laid.state)), laid.first[1:] - 1)
        count = max(4, _MOVED // (2 * len(places)))
        begin, end = self._stretches(laid, count)
        own = self._about_missed(laid, routes, marks, count // 2)
        begin, end = np.concatenate([begin, own[0]]), np.concatenate([end, own[1]])
        grid = np.repeat(np.arange(len(begin)), 2 * len(places))
        moved = (
            begin[grid],
            end[grid],
            np.tile(places, 2 * len(begin)),
            np.tile(np.repeat([0, 1], len(places)), len(begin)),
        )
        turned = self._stretches(laid, _TURNED)
        first = self._stretches(laid, _TURNED)
        second = places[dice.integers(len(places), size=_TURNED)]
        until = second + self._sizes(laid.first[laid.owner[second] + 1] - 1 - second)
        whose = np.where(laid.owner[first[0]] == laid.owner[second], second, until)
        found = _Changes(
            np.concatenate([moved[0], turned[0], first[0]]), np.concatenate([moved[1], turned[1], first[1]]),
            np.concatenate([moved[3], np.ones(_TURNED, np.intp), dice.integers(2, size=_TURNED)]),
            np.concatenate([moved[2], turned[0] - 1, second]), np.concatenate([moved[2], turned[0] - 1, whose]),
            np.concatenate([np.zeros(len(grid), np.intp), np.zeros(_TURNED, np.intp), dice.integers(2, size=_TURNED)]),
        )  # fmt: skip
        # A stretch does not go into itself, and where it is it is turned round.
        inside = (found.behind >= found.begin) & (found.behind <= found.end)
        stays = (found.behind == found.begin - 1) & (found.turned == 0)
        return found.of(dice.permutation(np.flatnonzero(~inside & ~stays)))

    def _stretches(self, laid: _Laid, count: int) -> tuple[Index, Index]:
        """Return where stretches of routes begin and end, short ones more often."""
        begin = laid.stops[self._dice.integers(len(laid.stops), size=count)]
        return begin, begin + self._sizes(laid.first[laid.owner[begin] + 1] - 1 - begin)

    def _sizes(self, most: Index) -> Index:
        """Return numbers from 0 to below `most`, small ones more often."""
        found = np.exp(self._dice.random(len(most)) * np.log(np.maximum(most, 1) + 1.0))
        sizes: Index = np.minimum(found.astype(np.intp), np.maximum(most, 1)) - 1
        return np.maximum(sizes, 0)

    def _about_missed(self, laid: _Laid, routes: States, marks: Marks, count: int) -> tuple[Index, Index]:
        """Return stretches about one stop whose window is missed; none where none is."""
        late = np.flatnonzero(marks.missed > 0.0)
        if not len(late):
            return np.zeros(0, np.intp), np.zeros(0, np.intp)
        dice, wishes = self._dice, self._judge.wishes
        officer = int(late[dice.integers(len(late))])
        times = self._judge.hours(officer, np.array(routes[officer]))
        stop = np.array(routes[officer]) >> 1
        aside = beside(times.begin[0], wishes.opens[officer, stop], wishes.closes[officer, stop])
        missed = np.flatnonzero((aside != 0.0) & (wishes.weight[stop] > 0.0))
        low, high = int(laid.first[officer]) + 1, int(laid.first[officer + 1]) - 2
        place = low + int(missed[dice.integers(len(missed))])
        begin = place - self._sizes(np.full(count, place - low + 1))
        return begin, place + self._sizes(np.full(count, high - place + 1))


def usual_rounds(stops: int) -> int:
    """Return how many rounds are made when nobody says: more where there is more to exchange."""
    return min(1_500, 100 + 10 * stops)


def _made(laid: _Laid, changes: _Changes, row: int) -> dict[int, list[int]]:
    """Return the routes a change leads to, by officer."""
    begin, end, behind, until = (int(part[row]) for part in (changes.begin, changes.end, changes.behind, changes.until))
    a, b = int(laid.owner[begin]), int(laid.owner[behind])
    stretch = _stretch(laid, begin, end, bool(changes.turned[row]))
    low, high = int(laid.first[a]) + 1, int(laid.first[a + 1]) - 2
    if behind == begin - 1:
        return {a: [*_stretch(laid, low, begin - 1), *stretch, *_stretch(laid, end + 1, high)]}
    if a == b:
        if behind < begin:
            middle = (*stretch, *_stretch(laid, behind + 1, begin - 1))
            return {a: [*_stretch(laid, low, behind), *middle, *_stretch(laid, end + 1, high)]}
        middle = (*_stretch(laid, end + 1, behind), *stretch)
        return {a: [*_stretch(laid, low, begin - 1), *middle, *_stretch(laid, behind + 1, high)]}
    back = _stretch(laid, behind + 1, until, bool(changes.other[row]))
    first, last = int(laid.first[b]) + 1, int(laid.first[b + 1]) - 2
    return {
        a: [*_stretch(laid, low, begin - 1), *back, *_stretch(laid, end + 1, high)],
        b: [*_stretch(laid, first, behind), *stretch, *_stretch(laid, until + 1, last)],
    }


def _stretch(laid: _Laid, begin: int, end: int, turned: bool = False) -> list[int]:
    states = laid.state[begin : end + 1]
    return (states[::-1] ^ 1).tolist() if turned else states.tolist()


def padded(rows) -> tuple[Index, Index]:
    """Return officers and states as arrays, rows filled up with -1."""
    rows = list(rows)
    found = np.full((len(rows), max((len(route) for _, route in rows), default=0)), -1, np.intp)
    for line, (_, route) in zip(found, rows, strict=True):
        line[: len(route)] = route
    return np.array([officer for officer, _ in rows], np.intp), found


def _with(marks: Marks, officers: Index, judged: Marks, rows: NDArray[np.bool_]) -> Marks:
    """Return the marks with those of some officers replaced by some rows of others."""
    parts = []
    for name in ("missed", "far", "value", "metres", "walked", "seconds"):
        part = getattr(marks, name).copy()
        part[officers] = getattr(judged, name)[rows]
        parts.append(part)
    return Marks(*parts)


def _rank(marks: Marks) -> tuple[float, float, float]:
    """Return what plans are compared by, the best first; rounded, so that sums in another order are alike."""
    missed, value, metres = (float(part.sum()) for part in (marks.missed, marks.value, marks.metres))
    return round(missed, 6), -round(value, 4), round(metres, 4)


def _replaced(routes: States, changed: dict[int, list[int]]) -> States:
    return [changed.get(number, route) for number, route in enumerate(routes)]
