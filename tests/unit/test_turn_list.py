"""The list of turns on an officer's page: what is written for each street."""

import datetime as dt

from community_brain_plugin.patrols import itinerary, turn_list
from community_brain_plugin.patrols.plans import Leg, Route, Stop

BEGIN = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)


def leg(number: int, name: str, line: list[tuple[float, float]], visit: bool = True) -> Leg:
    start = BEGIN + dt.timedelta(minutes=number - 1)
    return Leg(number, "7", name, visit, 100.0, start, start + dt.timedelta(minutes=1), line)


def test_legs_straight_on_along_a_street_are_one_line_and_turns_are_named_as_they_are_walked():
    legs = [
        leg(1, "东街", [(0, 0), (100, 0)]),
        leg(2, "东街", [(100, 0), (200, 0)]),
        leg(3, "东街", [(200, 0), (300, 0)], visit=False),
        leg(4, "北街", [(300, 0), (300, 100)]),
        leg(5, "北街", [(300, 100), (300, 0)]),
        leg(6, "南街", [(300, 0), (300, -100)]),
        leg(7, "", [(300, -100), (200, -100)]),
        leg(8, "", [(200, -100), (100, -100)]),
    ]
    stop = Stop("井盖", legs[3].starts_at, legs[3].starts_at, (300.0, 50.0))
    route = Route(1, BEGIN, legs[-1].ends_at, 800.0, legs, [stop])
    found = [(line.turn, line.name, line.metres, line.legs) for line in turn_list.lines(route)]
    assert found == [
        (itinerary.START, "东街", 200.0, (1, 2)),
        # What is only passed is told apart from what is looked at.
        (itinerary.STRAIGHT, "东街", 100.0, (3, 3)),
        (itinerary.LEFT, "北街", 100.0, (4, 4)),
        (turn_list.STOP, "井盖", 0.0, None),
        (itinerary.BACK, "北街", 100.0, (5, 5)),
        (itinerary.STRAIGHT, "南街", 100.0, (6, 6)),
        (itinerary.RIGHT, "", 100.0, (7, 7)),
        # Streets without a name may be different ones.
        (itinerary.STRAIGHT, "", 100.0, (8, 8)),
        (turn_list.HOME, "", 800.0, None),
    ]
