"""Putting the district together, subject by subject, each with a random stream of its own."""

from __future__ import annotations

import datetime as dt

import numpy as np

from . import DEFAULT_COMPONENTS, DEFAULT_SEED
from .components import add_components
from .grids import add_divisions, add_grids, draw_grids
from .history import add_history
from .layout import plan_district
from .past_alarms import add_past_alarms
from .patrols import add_patrol
from .people import add_people, owners
from .places import Addresses, add_buildings, add_streets, trim_houses
from .sensors import add_readings, add_sensors
from .tables import ZONE, District
from .town import Town, build_town


def today() -> dt.date:
    """Today in China, the default anchor."""
    return dt.datetime.now(tz=ZONE).date()


def generate(seed: int = DEFAULT_SEED, anchor: dt.date | None = None, components: int = DEFAULT_COMPONENTS) -> District:
    """Generate the whole district in memory: same seed, anchor date and size, same rows."""
    district = District(seed, anchor or today())
    town = build_place(district)
    add_people(district, town, stream(seed, "people"))
    add_components(district, town, owners(), components, stream(seed, "components"))
    add_sensors(district, town, stream(seed, "sensors"))
    add_past_alarms(district, stream(seed, "past alarms"))
    add_readings(district)
    add_history(district, town, stream(seed, "history"))
    add_patrol(district, town)
    return district


def build_place(district: District) -> Town:
    """The part that does not change with the date: streets, buildings, divisions and grids."""
    plan = plan_district(stream(district.seed, "plan"))
    town = build_town(plan, stream(district.seed, "town"))
    trim_houses(town, stream(district.seed, "houses"))
    cells, community = draw_grids(town)
    add_divisions(district, town)
    add_grids(district, cells, community, stream(district.seed, "grids"))
    add_streets(district, town, stream(district.seed, "streets"))
    add_buildings(district, town, Addresses(town))
    return town


def stream(seed: int, subject: str) -> np.random.Generator:
    """A random stream for one subject: adding to one leaves the others as they were."""
    return np.random.default_rng([seed, *subject.encode()])
