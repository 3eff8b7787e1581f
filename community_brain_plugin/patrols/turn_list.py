"""The list of turns of a route, for paper: a line for each street, however many legs it has."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from .itinerary import START, STRAIGHT, turn_word
from .plans import Leg, Place, Route

#: What is done beside turning.
STOP, HOME = "stop", "home"


@dataclass(frozen=True)
class Line:
    """What is done when: a turn into a street (by its legs, first and last), a stop at something, or coming home."""

    time: datetime
    turn: str
    name: str = ""
    ref: str = ""
    metres: float = 0.0
    visit: bool = True
    legs: tuple[int, int] | None = None


def lines(route: Route) -> list[Line]:
    """Return the lines of a route in the order of their times."""
    found: list[Line] = []
    before: Leg | None = None
    for leg in route.legs:
        turn = START if before is None else turn_word(_angle(before.line, leg.line))
        line = Line(leg.starts_at, turn, leg.name, leg.ref, leg.metres, leg.visit, (leg.leg, leg.leg))
        if found and turn == STRAIGHT and leg.name and (leg.name, leg.visit) == (found[-1].name, found[-1].visit):
            first, _ = found[-1].legs or (leg.leg, leg.leg)
            found[-1] = replace(found[-1], metres=found[-1].metres + leg.metres, legs=(first, leg.leg))
        else:
            found.append(line)
        before = leg
    found += [Line(stop.starts_at, STOP, stop.name) for stop in route.stops]
    found.sort(key=lambda line: line.time)
    return [*found, Line(route.ends_at, HOME, metres=route.metres)]


def _angle(before: Sequence[Place], after: Sequence[Place]) -> float:
    """Return the turn from the end of one line into the beginning of another, in radians, to the left above zero."""
    turn = _bearing(after) - _bearing(before[::-1]) - math.pi
    return (turn + math.pi) % (2.0 * math.pi) - math.pi


def _bearing(line: Sequence[Place]) -> float:
    """Return the direction in which a line leaves its first corner."""
    x, y = line[0]
    for other_x, other_y in line[1:]:
        if (other_x, other_y) != (x, y):
            return math.atan2(other_y - y, other_x - x)
    return 0.0
