"""A street given to another officer by hand: both routes are made anew at once, nobody else's is touched."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from .layout import Profiles
from .moves import Routes
from .rebuild import insertions
from .search import Search
from .task import Route, Task

_ROUNDS = 12


def given(task: Task, routes: Routes, visits: Iterable[int], officer: int, *, rounds: int = _ROUNDS) -> Routes:
    """Return the routes with some visits made by this officer, in the best places there.

    Every route that has changed is put in order anew, so that it is as short as a little search finds; the same visits
    and rounds give the same routes.
    """
    wanted = set(visits)
    result = [route if number == officer else _without(route, wanted) for number, route in enumerate(routes)]
    profiles, station = Profiles(task), task.station[officer]
    for visit in sorted(wanted - set(routes[officer])):
        route = result[officer]
        place = int(insertions(task, profiles, station, route)[:, visit].argmin())
        result[officer] = (*route[:place], visit, *route[place:])
    for number, before in enumerate(routes):
        if result[number] != before:
            result[number] = ordered(task, number, result[number], rounds)
    return result


def ordered(task: Task, officer: int, route: Route, rounds: int = _ROUNDS) -> Route:
    """Return the visits of a route in an order that makes it no longer than it is."""
    if len(route) < 2:
        return route
    stops = np.array([*route, task.station[officer]])
    states = np.column_stack([2 * stops, 2 * stops + 1]).ravel()
    alone = replace(
        task, street=task.street[stops[:-1]], station=[len(route)], begin=task.begin[states], end=task.end[states],
        cost=task.cost[states], step=task.step[np.ix_(states, states)],
    )  # fmt: skip
    found = Search(alone).run(rounds, first=[tuple(range(len(route)))])
    return tuple(int(stops[stop]) for stop in found.routes[0])


def _without(route: Route, visits: set[int]) -> Route:
    return route if visits.isdisjoint(route) else tuple(visit for visit in route if visit not in visits)
