"""Coded identities: components, events and unit grids, read and written by class profile.

A class profile is a standard with its code lengths, such as GB/T 47678.5-2026. All lengths come from the code table
`class_profile`; nothing here knows a standard by name.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache

from .. import resources
from ..errors import RoomError

DISTRICT_LENGTH = 6
STREET_LENGTH = 3
COMMUNITY_LENGTH = 3
MAJOR_LENGTH = 2


@dataclass(frozen=True)
class ClassProfile:
    """The code lengths of one standard, in digits."""

    name: str
    component_length: int
    event_length: int
    minor_length: int
    unit_grid_length: int
    is_default: bool

    @property
    def class_length(self) -> int:
        """Digits of a class code: major and minor."""
        return MAJOR_LENGTH + self.minor_length

    @property
    def component_sequence_length(self) -> int:
        """Digits of a component's sequence number inside its district and class."""
        return self.component_length - DISTRICT_LENGTH - self.class_length

    @property
    def grid_sequence_length(self) -> int:
        """Digits of a unit grid's sequence number inside its community."""
        return self.unit_grid_length - DISTRICT_LENGTH - STREET_LENGTH - COMMUNITY_LENGTH


@dataclass(frozen=True)
class ComponentCode:
    """The identity of one component: district (6 digits), class code, sequence from 1."""

    district: str
    class_code: str
    sequence: int
    profile: str

    def __str__(self) -> str:
        return format_component(self.district, self.class_code, self.sequence, self.profile)


@dataclass(frozen=True)
class EventCode:
    """The class of an event in a district. It names the kind of event, not one case: a case has its own number."""

    district: str
    class_code: str
    profile: str

    def __str__(self) -> str:
        return format_event(self.district, self.class_code, self.profile)


@dataclass(frozen=True)
class UnitGridCode:
    """The code of one unit grid: its community (12 digits) and its sequence inside it, from 1."""

    community: str
    sequence: int
    profile: str

    @property
    def district(self) -> str:
        """The district, 6 digits."""
        return self.community[:DISTRICT_LENGTH]

    @property
    def subdistrict(self) -> str:
        """The subdistrict, 9 digits."""
        return self.community[: DISTRICT_LENGTH + STREET_LENGTH]

    def __str__(self) -> str:
        return format_unit_grid(self.community, self.sequence, self.profile)


def class_profile(name: str | None = None) -> ClassProfile:
    """Return a class profile by its name, or the default one; raises `component.unknown_profile`."""
    profiles = _profiles()
    if name is None:
        return next(profile for profile in profiles.values() if profile.is_default)
    if name not in profiles:
        raise RoomError("component.unknown_profile", profile=name, known=", ".join(profiles))
    return profiles[name]


def parse_component(code: str, profile: str | None = None) -> ComponentCode:
    """Read a component's identity code; raises RoomError naming the code and the fault."""
    rules = class_profile(profile)
    _check(code, rules.component_length, "component.bad_length", rules)
    end = DISTRICT_LENGTH + rules.class_length
    sequence = _sequence(code[end:], rules.component_sequence_length)
    return ComponentCode(code[:DISTRICT_LENGTH], code[DISTRICT_LENGTH:end], sequence, rules.name)


def format_component(district: str, class_code: str, sequence: int, profile: str | None = None) -> str:
    """Return the identity code of a component; raises RoomError for a part that does not fit."""
    rules = class_profile(profile)
    _part(district, DISTRICT_LENGTH, "district")
    _check(class_code, rules.class_length, "component.class_length", rules)
    return district + class_code + _padded(sequence, rules.component_sequence_length)


def parse_event(code: str, profile: str | None = None) -> EventCode:
    """Read an event code; raises RoomError naming the code and the fault."""
    rules = class_profile(profile)
    _check(code, rules.event_length, "component.event_length", rules)
    return EventCode(code[:DISTRICT_LENGTH], code[DISTRICT_LENGTH:], rules.name)


def format_event(district: str, class_code: str, profile: str | None = None) -> str:
    """Return the code of a kind of event in a district; raises RoomError for a part that does not fit."""
    rules = class_profile(profile)
    _part(district, DISTRICT_LENGTH, "district")
    _check(class_code, rules.class_length, "component.class_length", rules)
    return district + class_code


def parse_unit_grid(code: str, profile: str | None = None) -> UnitGridCode:
    """Read a unit grid's code; raises RoomError naming the code and the fault."""
    rules = class_profile(profile)
    _check(code, rules.unit_grid_length, "component.grid_length", rules)
    end = rules.unit_grid_length - rules.grid_sequence_length
    return UnitGridCode(code[:end], _sequence(code[end:], rules.grid_sequence_length), rules.name)


def format_unit_grid(community: str, sequence: int, profile: str | None = None) -> str:
    """Return the code of a unit grid in a community of 12 digits; raises RoomError for a part that does not fit."""
    rules = class_profile(profile)
    _part(community, DISTRICT_LENGTH + STREET_LENGTH + COMMUNITY_LENGTH, "community")
    return community + _padded(sequence, rules.grid_sequence_length)


def _check(code: str, length: int, message: str, rules: ClassProfile) -> None:
    for place, sign in enumerate(code, start=1):
        # str.isdigit accepts full-width digits, which look right and never match.
        if not "0" <= sign <= "9":
            raise RoomError("component.not_digits", code=code, place=place)
    if len(code) != length:
        raise RoomError(message, code=code, length=len(code), expected=length, profile=rules.name)


def _part(value: str, length: int, field: str) -> None:
    if len(value) != length or not (value.isascii() and value.isdigit()):
        raise RoomError("component.bad_part", field=field, value=value, expected=length)


def _sequence(digits: str, length: int) -> int:
    number = int(digits)
    _padded(number, length)
    return number


def _padded(number: int, length: int) -> str:
    largest = 10**length - 1
    if not 1 <= number <= largest:
        raise RoomError("component.number_range", number=number, largest=largest)
    return f"{number:0{length}d}"


@lru_cache(maxsize=1)
def _profiles() -> dict[str, ClassProfile]:
    with resources.path("code_tables", "class_profile.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {
        row["profile"]: ClassProfile(
            name=row["profile"],
            component_length=int(row["component_code_length"]),
            event_length=int(row["event_code_length"]),
            minor_length=int(row["class_minor_length"]),
            unit_grid_length=int(row["unit_grid_length"]),
            is_default=row["is_default"] == "true",
        )
        for row in rows
    }
