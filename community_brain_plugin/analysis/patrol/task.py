"""The task as the search sees it: visits to be put in order, and what it costs to go from one to the next."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from ..inputs import Array
from .crew import Crew
from .network import Index, Network

Route = tuple[int, ...]


@dataclass(frozen=True)
class Task:
    """Visits and stations as stops, s in all: the visits first, one for each time a street must be walked.

    A stop is passed in one of two directions: state 2 i is along the street, 2 i + 1 against it; at a station both are
    the same. street: street of each visit. station: stop of each officer's station, shape (k,), left where he starts
    and reached where he ends. step: cost of going on from the end of one state to the end of another, the other's own
    street included, shape (2 s, 2 s). crew: the officers, where they are not all alike in every way.
    """

    network: Network
    street: Index
    station: list[int]
    begin: Index
    end: Index
    cost: Array
    step: Array
    crew: Crew | None = None

    @property
    def visits(self) -> int:
        """Number of visits."""
        return len(self.street)

    @property
    def officers(self) -> int:
        """Number of officers."""
        return len(self.station)

    @cached_property
    def dwell(self) -> list[float]:
        """Seconds of each visit as the cost of what the fastest walks meanwhile; it is part of `cost` already."""
        if self.crew is None:
            return [0.0] * self.visits
        return (self.network.dwell[self.street] / self.crew.unit).tolist()

    @cached_property
    def loads(self) -> "Loads | None":
        """How long each officer takes, for the cost of his route; None where that is the cost itself."""
        return None if self.crew is None or self.crew.is_alike else Loads.of(self.crew)

    def load(self, officer: int, cost: float, dwell: float) -> float:
        """Return how long an officer takes, for the cost of his route and what of it is spent at stops."""
        loads = self.loads
        if loads is None:
            return cost
        return float(loads.rate[officer] * cost + loads.still[officer] * dwell + loads.base[officer])

    def dwelling(self, route: Route) -> float:
        """Return what of a route's cost is spent at stops; 0 where that need not be told apart."""
        return 0.0 if self.loads is None else sum(self.dwell[stop] for stop in route)

    @cached_property
    def rows(self) -> list[list[float]]:
        """`step` as lists, which a loop reads quicker."""
        return self.step.tolist()

    @cached_property
    def step_to(self) -> Array:
        """`step` with rows and columns exchanged."""
        return np.ascontiguousarray(self.step.T)

    @cached_property
    def near(self) -> list[list[int]]:
        """For each visit all visits, the nearest first, itself at the head."""
        count = self.visits
        between = np.where(np.isfinite(self.cost), self.step - np.where(np.isfinite(self.cost), self.cost, 0.0), np.inf)
        away = between[: 2 * count, : 2 * count].reshape(count, 2, count, 2).min(axis=(1, 3))
        away = np.minimum(away, away.T)
        np.fill_diagonal(away, -1.0)
        return np.argsort(away, axis=1, kind="stable").tolist()

    def directions(self, officer: int, route: Route) -> list[int]:
        """Return the states of a route from station to station, every street walked in the better direction."""
        rows, home = self.rows, self.station[officer]
        costs, before = [0.0, 0.0], 2 * home
        choices = []
        for stop in (*route, home):
            to = 2 * stop
            choice, reached = [], []
            for state in (to, to + 1):
                both = costs[0] + rows[before][state], costs[1] + rows[before + 1][state]
                choice.append(int(both[1] < both[0]))
                reached.append(min(both))
            choices.append(choice)
            costs, before = reached, to
        states, side = [before], 0
        for stop, choice in zip((home, *route)[::-1], choices[::-1], strict=True):
            side = choice[side]
            states.append(2 * stop + side)
        return states[::-1]


@dataclass(frozen=True)
class Loads:
    """What counts of a route of each officer: rate · cost + still · dwell + base, shape (k,) each.

    Costs are those of the fastest officer, with what he walks during a stop in them; a slower one takes longer to walk,
    and not longer to stop. By the scale of the crew, and in the unit of the costs.
    """

    rate: Array
    still: Array
    base: Array

    @classmethod
    def of(cls, crew: Crew) -> "Loads":
        """Return what counts for some officers."""
        pace = crew.pace / crew.unit
        return cls(crew.scale * pace, crew.scale * (1.0 - pace), crew.scale * crew.spent / crew.unit)


def prepare(network: Network, officers: Crew | ArrayLike) -> Task:
    """Return the task of walking all required streets, which all can be reached.

    network: with stops priced at the pace of the fastest officer; officers: a crew, or each one's crossing.
    """
    crew = officers if isinstance(officers, Crew) else None
    homes = np.asarray(officers, np.intp) if crew is None else np.column_stack([crew.end, crew.start])
    street = np.repeat(np.arange(network.streets), np.maximum(network.visits, 0))
    named, officer_home = np.unique(homes.reshape(len(homes), -1), axis=0, return_inverse=True)
    arrive, leave = named[:, 0], named[:, -1]
    tail, head = network.tail[street], network.head[street]
    begin = np.concatenate([np.column_stack([tail, head]).ravel(), np.repeat(arrive, 2)])
    end = np.concatenate([np.column_stack([head, tail]).ravel(), np.repeat(leave, 2)])
    own = np.column_stack([network.ahead[street], network.back[street]]).ravel()
    nodes, place = np.unique(np.concatenate([begin, end]), return_inverse=True)
    away = network.distances(nodes)[:, nodes]
    cost = np.concatenate([own, np.zeros(2 * len(named))])
    step = away[place[len(begin) :][:, None], place[: len(begin)][None, :]] + cost
    station = (len(street) + officer_home.ravel()).tolist()
    return Task(network, street, station, begin, end, cost, step, crew)
