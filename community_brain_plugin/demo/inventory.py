"""What stands in the streets, lanes, compounds and parks: class, where, how densely, and who owns it."""

from __future__ import annotations

from dataclasses import dataclass

# Owners: a code of a handling unit, or "property" / "community" for the one in whose area the thing stands.
PROPERTY, COMMUNITY = "property", "community"
ENFORCEMENT, POLICE, TRAFFIC, FIRE, MARKET = "D01", "D02", "D03", "D04", "D05"
SANITATION, GREENERY, ROADS, BIKES = "C01", "C02", "C03", "C04"
WATER, DRAINAGE, POWER, GAS, TELECOM, LAMPS = "U01", "U02", "U03", "U04", "U05", "U06"

MAIN = ("arterial", "secondary")
PUBLIC = ("arterial", "secondary", "branch", "riverside")
LANES = ("lane",)
HOMES = ("lilong", "old_slab", "new_slab", "tower")


@dataclass(frozen=True)
class Item:
    """One class in one kind of place.

    place: metro (every exit), street (every `every` metres, `across` as a share of the half width, on 1 or 2 sides),
    crossing and gate (so many at each), house, site (one in `every` square metres), bank. `only` narrows it to kinds of
    street, use or site.
    """

    code: str
    owner: str
    place: str
    every: float
    across: float = 0.9
    sides: int = 1
    only: tuple[str, ...] = ()


ITEMS = (
    # carriageway: covers of the buried networks, each in its own strip
    Item("01001", WATER, "street", 62, 0.35, 1, PUBLIC),
    Item("01002", DRAINAGE, "street", 38, 0.10, 1, PUBLIC),
    Item("01003", DRAINAGE, "street", 42, 0.50, 1, PUBLIC),
    Item("01004", DRAINAGE, "street", 34, 0.66, 2, PUBLIC),
    Item("01005", POWER, "street", 70, 0.80, 1, PUBLIC),
    Item("01006", LAMPS, "street", 95, 0.85, 1, PUBLIC),
    Item("01007", TELECOM, "street", 68, 0.75, 1, PUBLIC),
    Item("01009", TELECOM, "street", 170, 0.78, 1, MAIN),
    Item("01011", GAS, "street", 88, 0.45, 1, PUBLIC),
    Item("01012", POLICE, "street", 260, 0.82, 1, MAIN),
    Item("01015", TRAFFIC, "crossing", 1.0, 0.9, 1, MAIN),
    Item("01002", DRAINAGE, "street", 36, 0.0, 1, LANES),
    Item("01003", DRAINAGE, "street", 55, 0.3, 1, LANES),
    Item("01018", PROPERTY, "house", 3.0, only=("residential",)),
    Item("01001", WATER, "street", 90, 0.4, 1, LANES),
    # pavements
    Item("01037", LAMPS, "street", 30, 0.72, 2, MAIN),
    Item("01037", LAMPS, "street", 32, 0.75, 1, ("branch", "riverside")),
    Item("01037", PROPERTY, "street", 34, 0.9, 1, LANES),
    Item("01060", LAMPS, "street", 520, 0.92, 1, MAIN),
    Item("01013", FIRE, "street", 120, 0.8, 2, PUBLIC),
    Item("01013", PROPERTY, "site", 9_000, only=(*HOMES, "office", "mall", "school")),
    Item("04002", GREENERY, "street", 14, 0.8, 2, ("arterial", "secondary", "riverside")),
    Item("04002", GREENERY, "street", 20, 0.82, 1, ("branch",)),
    Item("04011", GREENERY, "street", 28, 0.8, 1, MAIN),
    Item("03005", SANITATION, "street", 75, 0.86, 2, PUBLIC),
    Item("03005", PROPERTY, "site", 3_200, only=("lilong", "old_slab", "new_slab", "tower")),
    Item("03016", SANITATION, "street", 210, 0.86, 1, MAIN),
    Item("01027", TELECOM, "street", 240, 0.95, 1, PUBLIC),
    Item("01028", POWER, "street", 300, 0.95, 1, PUBLIC),
    Item("01031", TELECOM, "street", 110, 0.92, 1, ("branch", "lane")),
    Item("01030", POWER, "street", 95, 0.92, 1, ("lane",)),
    Item("01050", POLICE, "street", 130, 0.9, 1, PUBLIC),
    Item("01050", POLICE, "gate", 1.0),
    Item("01077", ROADS, "street", 190, 0.75, 1, MAIN),
    Item("02004", ROADS, "street", 420, 0.85, 2, MAIN),
    Item("01032", ROADS, "street", 420, 0.87, 2, MAIN),
    Item("02010", TRAFFIC, "street", 85, 0.88, 1, PUBLIC),
    Item("02012", COMMUNITY, "crossing", 0.7, 0.9, 1, PUBLIC),
    Item("02014", TRAFFIC, "crossing", 3.6, 0.8, 1, MAIN),
    Item("02015", TRAFFIC, "crossing", 0.6, 0.95, 1, MAIN),
    Item("02017", ROADS, "street", 60, 0.05, 1, ("arterial",)),
    Item("02020", ROADS, "crossing", 2.6, 0.75, 1, PUBLIC),
    Item("02025", ENFORCEMENT, "street", 140, 0.9, 1, PUBLIC),
    Item("02026", BIKES, "street", 330, 0.9, 1, MAIN),
    Item("02034", ROADS, "crossing", 0.8, 0.78, 1, PUBLIC),
    Item("02003", TRAFFIC, "street", 360, 0.7, 1, ("branch",)),
    Item("02043", PROPERTY, "gate", 0.8),
    Item("02033", PROPERTY, "gate", 0.3),
    Item("03006", ENFORCEMENT, "street", 260, 0.95, 1, MAIN),
    Item("03007", ENFORCEMENT, "house", 1.0, only=("commercial", "market")),
    Item("02032", ROADS, "metro", 1),
    Item("02026", BIKES, "metro", 2),
    # compounds and buildings
    Item("02038", POLICE, "house", 1.0),
    Item("01054", PROPERTY, "site", 6_500, only=("old_slab", "new_slab", "tower", "lilong", "office", "creative")),
    Item("01075", PROPERTY, "site", 11_000, only=("old_slab", "new_slab", "tower", "lilong")),
    Item("01046", COMMUNITY, "site", 9_500, only=("old_slab", "new_slab", "tower", "park", "greenway")),
    Item("01059", COMMUNITY, "site", 14_000, only=("lilong", "old_slab", "new_slab", "tower")),
    Item("01045", PROPERTY, "site", 20_000, only=("new_slab", "tower", "office", "mall", "hospital")),
    Item("01048", POWER, "site", 13_000),
    Item("01049", GAS, "site", 24_000, only=("old_slab", "new_slab", "tower", "lilong")),
    Item("01058", PROPERTY, "site", 15_000, only=("old_slab", "lilong")),
    Item("02027", PROPERTY, "site", 8_000, only=("old_slab", "new_slab", "lilong", "office", "market")),
    Item("03004", SANITATION, "site", 30_000, only=("lilong", "old_slab", "new_slab", "tower", "market")),
    Item("03008", COMMUNITY, "gate", 0.8),
    Item("03001", SANITATION, "site", 60_000),
    Item("03002", SANITATION, "site", 55_000),
    Item("05002", PROPERTY, "site", 60_000, only=("old_slab", "lilong")),
    # green spaces and the river
    Item("04007", GREENERY, "site", 900, only=("park", "greenway")),
    Item("04003", GREENERY, "site", 450, only=("park", "greenway")),
    Item("04006", GREENERY, "site", 9_000, only=("park", "greenway", "mall", "school")),
    Item("04005", GREENERY, "street", 160, 0.88, 1, MAIN),
    Item("01038", GREENERY, "site", 1_400, only=("park", "greenway")),
    Item("01039", LAMPS, "site", 1_800, only=("park", "greenway", "mall")),
    Item("01014", GREENERY, "site", 3_500, only=("park", "greenway")),
    Item("04001", GREENERY, "site", 45_000, only=("lilong", "park", "school")),
    Item("01070", DRAINAGE, "bank", 45),
    Item("01073", DRAINAGE, "bank", 190),
    Item("01067", DRAINAGE, "bank", 420),
    Item("02030", DRAINAGE, "bank", 240),
)  # fmt: skip
