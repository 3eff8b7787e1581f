"""Streets and buildings as rows, with names and house numbers people would use."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .grids import STREET_KINDS, multi
from .layout import WIDTHS
from .tables import SOURCE, District
from .town import Town

BUILDINGS = 1_300
ONE_WAY_SHARE = 0.12


class Addresses:
    """House numbers along the streets: odd on one side, even on the other, counted by metres."""

    def __init__(self, town: Town) -> None:
        chosen = [i for i, kind in enumerate(town.edge_kind) if kind in STREET_KINDS]
        self._lines = np.array([town.edges[i] for i in chosen], dtype=object)
        self._names = np.array([town.edge_name[i] for i in chosen])
        self._start = self._starts()
        self._tree = shapely.STRtree(self._lines)

    def _starts(self) -> np.ndarray:
        """Metres of the same street that lie before each piece, counted from the west or the south."""
        start = np.zeros(len(self._lines))
        for name in np.unique(self._names):
            mine = np.flatnonzero(self._names == name)
            middle = shapely.get_coordinates(shapely.centroid(self._lines[mine]))
            order = mine[np.argsort(middle @ np.array([1.0, 0.6]), kind="stable")]
            lengths = shapely.length(self._lines[order])
            start[order] = np.concatenate([[0.0], np.cumsum(lengths)[:-1]])
        return start

    def near(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Street name and house number at each point (shapely points)."""
        line = self._tree.nearest(points)
        along = self._start[line] + shapely.line_locate_point(self._lines[line], points)
        foot = shapely.line_interpolate_point(self._lines[line], shapely.line_locate_point(self._lines[line], points))
        side = (shapely.get_x(points) - shapely.get_x(foot) + shapely.get_y(points) - shapely.get_y(foot)) > 0
        number = 2 * (along // 8).astype(int) + np.where(side, 2, 1)
        return self._names[line], number

    def text(self, points: np.ndarray) -> np.ndarray:
        """Street and number at each point, as text."""
        name, number = self.near(points)
        return np.char.add(np.char.add(name.astype(str), number.astype(str)), "号")


def trim_houses(town: Town, rng: np.random.Generator) -> None:
    """Leave out shops first, then a few homes, until the district has its 1,300 buildings."""
    spare = len(town.houses) - BUILDINGS
    if spare <= 0:
        return
    shops = [i for i, house in enumerate(town.houses) if house.use == "commercial" and not house.label]
    homes = [i for i, house in enumerate(town.houses) if house.use == "residential"]
    first = rng.permutation(shops)[: min(spare, int(0.6 * len(shops)))]
    more = rng.permutation(homes)[: spare - len(first)]
    gone = {*first.tolist(), *more.tolist()}
    town.houses = [house for i, house in enumerate(town.houses) if i not in gone]


def add_streets(district: District, town: Town, rng: np.random.Generator) -> None:
    """One row for each piece between two crossings; a lane that passes a gate carries the gate's name."""
    gates = shapely.STRtree([gate.point for gate in town.gates])
    rows = []
    for number, (line, name, kind) in enumerate(zip(town.edges, town.edge_name, town.edge_kind, strict=True)):
        gate = None
        if kind == "lane":
            near = gates.query(line, predicate="dwithin", distance=0.5)
            if len(near):
                found = town.gates[int(near.min())]
                word = "大门" if found.kind == "main" else "边门"
                gate = f"{town.sites[found.site].name}{word}"
        one_way = int(rng.choice([-1, 1])) if kind == "branch" and rng.random() < ONE_WAY_SHARE else 0
        rows.append((number + 1, SOURCE, f"street-{number + 1}", name, kind, one_way, WIDTHS[kind], gate, line))
    district.add(
        "street",
        pd.DataFrame(
            rows, columns=["street_id", "source", "source_id", "name", "class", "one_way", "width", "gate", "geom"]
        ),
    )


def add_buildings(district: District, town: Town, addresses: Addresses) -> None:
    """One row a building; inside a compound the address is that of its main gate, lane number and house number."""
    _address_sites(town, addresses)
    spots = np.array([house.outline.centroid for house in town.houses], dtype=object)
    street = addresses.text(spots)
    rows = []
    for number, house in enumerate(town.houses):
        site = town.sites[house.site]
        if house.use == "commercial" and not house.label:
            name, address = None, str(street[number])
        elif house.use == "residential":
            name, address = f"{site.name}{house.label}楼", f"{site.address}{house.label}"
        else:
            name, address = f"{site.name}{house.label}", site.address
        rows.append(
            (number + 1, SOURCE, f"building-{number + 1}", name, address, house.use, house.floors, multi(house.outline))
        )
    district.add(
        "building",
        pd.DataFrame(rows, columns=["building_id", "source", "source_id", "name", "address", "use", "floors", "geom"]),
    )


def _address_sites(town: Town, addresses: Addresses) -> None:
    main = {gate.site: gate.point for gate in reversed(town.gates)}
    spots = np.array([main.get(i, site.area.centroid) for i, site in enumerate(town.sites)], dtype=object)
    name, number = addresses.near(spots)
    for i, site in enumerate(town.sites):
        lane = "弄" if site.kind in ("lilong", "old_slab", "new_slab", "tower", "creative") else "号"
        site.address = f"{name[i]}{number[i]}{lane}"
