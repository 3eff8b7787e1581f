"""Plans of patrol for the little room: routes along made-up streets, of a hundred metres and a minute each."""

import datetime as dt

from little_room import ORIGIN

from community_brain_plugin.patrols.plans import Leg, Plan, Route

CHINA = dt.timezone(dt.timedelta(hours=8))


def route(officer: int, begin: dt.datetime, streets: list[str], **more) -> Route:
    """A route east along streets, the officers' beside each other."""
    legs = []
    for number, street in enumerate(streets, start=1):
        x, y = ORIGIN[0] + 100.0 * (number - 1), ORIGIN[1] + 50.0 * officer
        start = begin + dt.timedelta(minutes=number - 1)
        line = [(x, y), (x + 100.0, y)]
        legs.append(Leg(number, street, f"{street}路", True, 100.0, start, start + dt.timedelta(minutes=1), line))
    end = begin + dt.timedelta(minutes=len(legs))
    return Route(officer, begin, end, 100.0 * len(legs), legs, **more)


def plan_of(room, name: str, *walked: list[str], days: int = 1, **more) -> Plan:
    """A plan for the morning `days` from the room's today, a route for each list of streets."""
    today = room.one("SELECT room.room_today()")
    begin = dt.datetime.combine(today + dt.timedelta(days=days), dt.time(8), CHINA)
    routes = [route(number, begin, streets) for number, streets in enumerate(walked, start=1)]
    return Plan(name, routes, bound_minutes=1.0, **more)


def plan_now(room, name: str, *walked: list[str]) -> Plan:
    """A plan that began five minutes ago and goes on for half an hour."""
    begin = room.one("SELECT room.room_now()") - dt.timedelta(minutes=5)
    routes = [route(number, begin, [*streets, *["x"] * 30]) for number, streets in enumerate(walked, start=1)]
    return Plan(name, routes)
