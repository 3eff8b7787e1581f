"""Take stops out of a plan and put them back in, one by one, where they cost least.

Adjacent strings are taken out and put back with blinks, after Christiaens and Vanden Berghe (2020), Slack Induction by
String Removals, Transportation Science 54(2).
"""

import numpy as np

from ..inputs import Array
from .layout import Profiles
from .moves import Routes, Score
from .task import Route, Task

_BLINK = 0.02
_STRING = 10


def taken_out(task: Task, routes: Routes, seed: int, count: int, dice: np.random.Generator) -> tuple[Routes, list[int]]:
    """Return the routes without strings of stops near the stop `seed`, about `count` in all, and those stops."""
    owner = {stop: number for number, route in enumerate(routes) for stop in route}
    result = list(routes)
    gone: list[int] = []
    touched: set[int] = set()
    most = max(1, min(_STRING, count))
    for stop in task.near[seed]:
        number = owner[stop]
        if number in touched or stop in gone:
            continue
        touched.add(number)
        route = result[number]
        size = min(len(route), int(dice.integers(1, most + 1)))
        place = route.index(stop)
        begin = int(dice.integers(max(0, place - size + 1), min(place, len(route) - size) + 1))
        gone += route[begin : begin + size]
        result[number] = route[:begin] + route[begin + size :]
        if len(gone) >= count or len(touched) == len(routes):
            break
    return result, gone


def put_in(
    task: Task,
    profiles: Profiles,
    routes: Routes,
    stops: list[int],
    score: Score,
    dice: np.random.Generator,
    blink: float = _BLINK,
) -> Routes:
    """Return the routes with the stops put in, in the order given, each where the score grows least."""
    result = list(routes)
    share = score.share / len(result)
    dwell = [task.dwelling(route) for route in result]
    own = zip(task.station, result, dwell, strict=True)
    lengths = np.array([task.load(number, profiles.length(s, r), d) for number, (s, r, d) in enumerate(own)])
    costs = [insertions(task, profiles, station, route) for station, route in zip(task.station, result, strict=True)]
    for stop in stops:
        order = np.argsort(lengths)
        highest = lengths[order[-1]]
        best, where = np.inf, (-1, 0)
        for number in order.tolist():
            column = costs[number][:, stop]
            if blink > 0.0:
                column = np.where(dice.random(len(column)) < blink, np.inf, column)
            place = int(column.argmin())
            length = column[place]
            if task.loads is not None:
                length = task.load(number, length, dwell[number] + task.dwell[stop])
            value = max(length, highest) + share * (length - lengths[number])
            if value < best:
                best, where = value, (number, place)
        number, place = where
        if number < 0:
            number, place = _anywhere(costs, stop)
        route = result[number]
        result[number] = (*route[:place], stop, *route[place:])
        dwell[number] = task.dwelling(result[number])
        lengths[number] = task.load(number, profiles.length(task.station[number], result[number]), dwell[number])
        costs[number] = insertions(task, profiles, task.station[number], result[number])
    return result


def _anywhere(costs: list[Array], stop: int) -> tuple[int, int]:
    """Return route and place where a stop costs least, when every place was blinked at."""
    number = min(range(len(costs)), key=lambda one: float(costs[one][:, stop].min()))
    return number, int(costs[number][:, stop].argmin())


def insertions(task: Task, profiles: Profiles, station: int, route: Route) -> Array:
    """Return the length of the route with each visit put after each of its places, shape (r + 1, visits)."""
    come, goes = (np.array(one).reshape(-1, 2) for one in profiles.of(station, route))
    stops = np.array((station, *route, station))
    count = 2 * task.visits
    to = np.minimum(
        task.step[2 * stops[:-1], :count] + come[:-1, :1], task.step[2 * stops[:-1] + 1, :count] + come[:-1, 1:]
    )
    on = np.minimum(
        task.step_to[2 * stops[1:], :count] + goes[1:, :1], task.step_to[2 * stops[1:] + 1, :count] + goes[1:, 1:]
    )
    to += on
    return np.minimum(to[:, 0::2], to[:, 1::2])
