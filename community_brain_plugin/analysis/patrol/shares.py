"""Loops shared out among officers: what each walks hangs together and is as long as what the others walk.

From what is given out at first (`sectors`), loops at the border between two shares change hands: as in annealing, also
where it helps nothing at first.
"""

import math
import time

import numpy as np

from ..inputs import Array
from ..watch import Watch
from .network import Index, Network
from .sectors import sectors
from .uncross import Loop

#: Rounds of exchange for each loop; temperature at the beginning, as a share of a mean route, and what is left of it.
_ROUNDS, _HOT, _COOLING = 40, 0.03, 0.01
_ASKED_EVERY = 500


class Shares:
    """Which officer walks each loop. cost: of each loop, shape (l,); link: cost of going from each station's crossing
    to each loop and back, shape (stations, l)."""

    def __init__(self, network: Network, stations: Index, found: list[Loop], seed: int) -> None:
        self._dice = np.random.default_rng(seed)
        self.officers = len(stations)
        cost = network.cost
        self._costs = [float(cost[loop].sum()) for loop in found]
        named, own = np.unique(stations, return_inverse=True)
        self._home: list[int] = own.tolist()
        ways = network.distances(named) + network.returns(named)
        self._link = (
            np.array([ways[:, network.start[loop]].min(axis=1) for loop in found]).reshape(-1, len(named)).T.tolist()
        )
        passing: dict[int, list[int]] = {}
        for number, loop in enumerate(found):
            for half in loop:
                passing.setdefault(int(network.start[half]), []).append(number)
        near: list[set[int]] = [set() for _ in found]
        for numbers in passing.values():
            for number in numbers:
                near[number].update(numbers)
        self._near = [sorted(one - {number}) for number, one in enumerate(near)]
        self.owner = [-1] * len(found)
        self.parts: list[set[int]] = [set() for _ in range(self.officers)]

    def length(self, officer: int, changed: set[int] | None = None) -> float:
        """Return what an officer walks, the way from the station and home included."""
        part = self.parts[officer] if changed is None else changed
        if not part:
            return 0.0
        link = self._link[self._home[officer]]
        return sum(self._costs[one] for one in part) + min(link[one] for one in part)

    def begin(self, network: Network, found: list[Loop], watch: Watch) -> None:
        """Give every loop to an officer: those of his sector that hang together, and what is beside him of the rest."""
        costs, link = np.array(self._costs), np.array(self._link)
        self.owner = sectors(network, np.array(self._home), found, costs, link, self._dice, watch).tolist()
        for officer in range(self.officers):
            whole = self._hanging({one for one, own in enumerate(self.owner) if own == officer})
            self.parts[officer] = whole[0] if whole else set()
            for one in set[int]().union(*whole[1:]):
                self.owner[one] = -1
        self._rest()

    def _hanging(self, loops: set[int]) -> list[set[int]]:
        """Return the parts of some loops that hang together, the longest first."""
        left, parts = set(loops), []
        while left:
            stack = [left.pop()]
            part = set(stack)
            while stack:
                beside = left.intersection(self._near[stack.pop()])
                left -= beside
                part |= beside
                stack += sorted(beside)
            parts.append(part)
        return sorted(parts, key=lambda part: (-sum(self._costs[one] for one in sorted(part)), min(part)))

    def _rest(self) -> None:
        """Give what is shut in, or lies apart, to a share beside it, else to the nearest station's."""
        free = [one for one, owner in enumerate(self.owner) if owner < 0]
        while free:
            kept = []
            for one in free:
                beside = {self.owner[other] for other in self._near[one]} - {-1}
                if beside:
                    officer = min(beside, key=self.length)
                    self.owner[one] = officer
                    self.parts[officer].add(one)
                else:
                    kept.append(one)
            if len(kept) == len(free):
                one = kept.pop()
                ways = [self._link[home][one] + self.length(who) for who, home in enumerate(self._home)]
                officer = ways.index(min(ways))
                self.owner[one] = officer
                self.parts[officer].add(one)
            free = kept

    def exchange(self, watch: Watch, until: float = math.inf, power: float = 4.0) -> None:
        """Let loops at borders change hands, until that time of the monotonic clock at most."""
        lengths = [self.length(officer) for officer in range(self.officers)]
        mean = sum(lengths) / self.officers
        if mean <= 0.0:
            return
        rounds = _ROUNDS * len(self.owner)
        loops = self._dice.integers(len(self.owner), size=rounds).tolist()
        chance = self._dice.random(rounds).tolist()
        which = self._dice.random(rounds).tolist()
        value = [(one / mean) ** power for one in lengths]
        for number, loop in enumerate(loops):
            if number % _ASKED_EVERY == 0:
                watch.at(number / rounds)
                if time.monotonic() >= until:
                    break
            giver = self.owner[loop]
            beside = [self.owner[other] for other in self._near[loop] if self.owner[other] != giver]
            if not beside or len(self.parts[giver]) == 1:
                continue
            taker = beside[int(which[number] * len(beside))]
            hot = _HOT * _COOLING ** (number / rounds)
            limit = value[giver] + value[taker] - hot * math.log(max(chance[number], 1e-12))
            moved = self._falls_off(giver, loop)
            cost = sum(self._costs[one] for one in moved)
            if len(moved) == len(self.parts[giver]):
                continue
            if ((lengths[taker] + cost) / mean) ** power * 0.9 > limit:
                continue
            rest = self.parts[giver] - moved
            after = self.length(giver, rest), self.length(taker, self.parts[taker] | moved)
            new = [(one / mean) ** power for one in after]
            if sum(new) > limit:
                continue
            self.parts[giver] = rest
            self.parts[taker] |= moved
            for one in moved:
                self.owner[one] = taker
            lengths[giver], lengths[taker] = after
            value[giver], value[taker] = new

    def _falls_off(self, officer: int, loop: int) -> set[int]:
        """Return a loop and what of its share no longer hangs together with the larger rest without it."""
        beside = [one for one in self._near[loop] if self.owner[one] == officer]
        parts: list[set[int]] = []
        known: set[int] = {loop}
        for begin in beside:
            if begin in known:
                continue
            seen, stack = {begin}, [begin]
            while stack:
                for one in self._near[stack.pop()]:
                    if self.owner[one] == officer and one not in seen and one != loop:
                        seen.add(one)
                        stack.append(one)
            known |= seen
            parts.append(seen)
        parts.sort(key=lambda part: -sum(self._costs[one] for one in part))
        return {loop}.union(*parts[1:])

    def lengths(self) -> Array:
        """Return what each officer walks, shape (k,)."""
        return np.array([self.length(officer) for officer in range(self.officers)])
