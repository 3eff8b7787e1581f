"""Components on their places: coded for life, in exactly one unit grid, with an owner; any number up to a million."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import shapely

from . import inventory
from .catalogue import class_names
from .grids import locate
from .inventory import ITEMS, Item
from .layout import RIVER_HALF_WIDTH, WIDTHS
from .places import Addresses
from .tables import DISTRICT_CODE, PROFILE, SOURCE, District
from .town import Town, end_nodes

STATES = ("intact", "damaged", "missing", "disused")
STATE_SHARES = (0.962, 0.028, 0.004, 0.006)
SPREAD = 9.0
"""Metres by which the surplus of a big benchmark district is scattered around the natural places."""


def add_components(
    district: District, town: Town, owners: dict[tuple[str, int], str], count: int, rng: np.random.Generator
) -> None:
    """Place `count` components; `owners` names the property manager and the committee of each community."""
    spots, item = natural_places(town, rng)
    chosen = _choose(item, count, rng)
    points = spots[chosen]
    extra = np.flatnonzero(np.concatenate([[False], chosen[1:] == chosen[:-1]]))
    points[extra] += rng.normal(0.0, SPREAD, (len(extra), 2))
    grid, points = _grid_of(district, points, spots[chosen])
    placed = pd.DataFrame({"x": points[:, 0], "y": points[:, 1], "item": item[chosen], "grid": grid})
    placed["code"] = np.array([entry.code for entry in ITEMS])[placed["item"]]
    placed["owner"] = _owners(placed["item"].to_numpy(), grid, owners)
    place, back = np.unique(chosen, return_inverse=True)
    placed["address"] = Addresses(town).text(shapely.points(spots[place])).astype(object)[back]
    placed = placed.sort_values(["code", "grid", "x"], ignore_index=True)
    _write(district, placed, rng)


def natural_places(town: Town, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Every place that the inventory would fill, as (n, 2) metres, and the index of its item."""
    makers = {
        "street": _along_streets,
        "crossing": _at_crossings,
        "gate": _at_gates,
        "house": _at_houses,
        "site": _in_sites,
        "bank": _on_banks,
        "metro": _at_metro,
    }
    spots, owner = [], []
    whole = shapely.union_all(town.communities).buffer(-0.5)
    shapely.prepare(whole)
    for number, item in enumerate(ITEMS):
        found = makers[item.place](town, item, rng)
        found = found[shapely.contains_xy(whole, found)] if len(found) else found
        spots.append(found.reshape(-1, 2))
        owner.append(np.full(len(found), number))
    return np.vstack(spots), np.concatenate(owner)


def _along_streets(town: Town, item: Item, rng: np.random.Generator) -> np.ndarray:
    chosen = [k for k, kind in enumerate(town.edge_kind) if kind in item.only]
    lines = np.array([town.edges[k] for k in chosen], dtype=object)
    half = np.array([WIDTHS[town.edge_kind[k]] / 2.0 for k in chosen])
    length = shapely.length(lines)
    points = []
    for side in (1.0, -1.0)[: item.sides]:
        count = (length / item.every + rng.random(len(lines))).astype(int)
        line = np.repeat(np.arange(len(lines)), count)
        turn = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        at = (turn + 0.5) * length[line] / count[line] + rng.uniform(-1.5, 1.5, len(line))
        points.append(_beside(lines[line], at, side * half[line] * item.across))
    return np.vstack(points)


def _beside(lines: np.ndarray, at: np.ndarray, off: np.ndarray | float) -> np.ndarray:
    """Points at these metres along the lines, so many metres to their left."""
    at = np.clip(at, 0.5, np.maximum(shapely.length(lines) - 1.0, 0.5))
    here = shapely.get_coordinates(shapely.line_interpolate_point(lines, at))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(lines, at + 0.5))
    way = ahead - here
    size = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
    return here + np.column_stack([-way[:, 1], way[:, 0]]) * (off / size)[:, None]


def _at_crossings(town: Town, item: Item, rng: np.random.Generator) -> np.ndarray:
    """Crossings of three or more street pieces of the item's kinds; `every` is how many stand at each, in the mean."""
    chosen = [k for k, kind in enumerate(town.edge_kind) if kind in item.only]
    lines = [town.edges[k] for k in chosen]
    start, end = end_nodes(lines)
    ends = np.array([[line.coords[0], line.coords[-1]] for line in lines]).reshape(-1, 2)
    number = np.column_stack([start, end]).ravel()
    degree = np.bincount(number)
    where = np.zeros((len(degree), 2))
    where[number] = ends
    hubs = where[degree >= 3]
    times = (item.every + rng.random(len(hubs))).astype(int)
    angle = rng.uniform(0.0, 2.0 * np.pi, times.sum())
    return np.repeat(hubs, times, axis=0) + np.column_stack([np.cos(angle), np.sin(angle)]) * 13.0 * item.across


def _at_gates(town: Town, item: Item, rng: np.random.Generator) -> np.ndarray:
    gates = np.array([[gate.point.x, gate.point.y] for gate in town.gates])
    gates = gates[rng.random(len(gates)) < item.every]
    return gates + rng.uniform(1.2, 3.0, (len(gates), 2)) * rng.choice([-1.0, 1.0], (len(gates), 2))


def _at_houses(town: Town, item: Item, rng: np.random.Generator) -> np.ndarray:
    """A metre in front of a building's south side; one at every so many buildings."""
    houses = [house for house in town.houses if not item.only or house.use in item.only]
    kept = rng.random(len(houses)) < 1.0 / item.every
    out = []
    for house in (houses[k] for k in np.flatnonzero(kept)):
        ring = np.asarray(house.outline.exterior.coords)[:-1]
        south = np.argsort(ring[:, 1])[:2]
        share = float(rng.uniform(0.2, 0.8))
        out.append(ring[south[0]] * share + ring[south[1]] * (1.0 - share) + np.array([0.0, -1.0]))
    return np.array(out).reshape(-1, 2)


def _in_sites(town: Town, item: Item, rng: np.random.Generator) -> np.ndarray:
    """Scattered over the open ground of a site, never inside a building."""
    houses = shapely.STRtree([house.outline for house in town.houses])
    out = []
    for site in town.sites:
        if item.only and site.kind not in item.only:
            continue
        wanted = int(site.area.area / item.every + rng.random())
        west, south, east, north = site.area.bounds
        tries = np.column_stack([rng.uniform(west, east, 8 * wanted + 4), rng.uniform(south, north, 8 * wanted + 4)])
        inside = tries[shapely.contains_xy(site.area, tries)]
        hit = houses.query(shapely.points(inside), predicate="intersects")[0]
        out.append(np.delete(inside, np.unique(hit), axis=0)[:wanted])
    return np.vstack(out) if out else np.empty((0, 2))


def _on_banks(town: Town, item: Item, rng: np.random.Generator) -> np.ndarray:
    at = np.arange(item.every / 2.0, town.river.length, item.every)
    sides = [
        _beside(np.full(len(at), town.river), at + rng.uniform(-4, 4, len(at)), side * (RIVER_HALF_WIDTH + 2.0))
        for side in (1, -1)
    ]
    return np.vstack(sides)


def _at_metro(town: Town, item: Item, rng: np.random.Generator) -> np.ndarray:
    exits = np.array([[point.x, point.y] for point in town.metro])
    return np.repeat(exits, int(item.every), axis=0) + rng.uniform(-6.0, 6.0, (len(exits) * int(item.every), 2))


def _choose(item: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """So many of the natural places, every class in proportion and at least once; places repeat when too few."""
    natural = np.bincount(item)
    share = natural / natural.sum() * count
    wanted = np.maximum(np.floor(share).astype(int), np.minimum(natural, 8))
    while wanted.sum() != count:
        step = 1 if wanted.sum() < count else -1
        gap = (share - wanted) * step
        order = np.argsort(-gap, kind="stable")[: abs(count - int(wanted.sum()))]
        wanted[order] += step
    chosen = []
    for number, amount in enumerate(wanted):
        mine = np.flatnonzero(item == number)
        rounds = [rng.permutation(mine) for _ in range(-(-int(amount) // max(len(mine), 1)))]
        chosen.append(np.sort(np.concatenate(rounds)[:amount] if rounds else mine[:0]))
    return np.concatenate(chosen)


def _grid_of(district: District, points: np.ndarray, natural: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The unit grid of each point; a point scattered out of the district goes back to its natural place."""
    codes, cell = locate(district, shapely.points(points))
    lost = np.flatnonzero(cell < 0)
    points[lost] = natural[lost]
    cell[lost] = locate(district, shapely.points(points[lost]))[1]
    return codes[cell], points


def _write(district: District, placed: pd.DataFrame, rng: np.random.Generator) -> None:
    """Number the components within their class, and give each what every component has."""
    code = placed["code"].to_numpy(str)
    first = np.searchsorted(code, code, side="left")
    sequence = np.arange(len(code)) - first + 1
    label = class_names("component")
    age = rng.integers(0, 365 * 14, len(code))
    frame = pd.DataFrame(
        {
            "identity_code": [f"{DISTRICT_CODE}{c}{s:06d}" for c, s in zip(code, sequence, strict=True)],
            "profile": PROFILE,
            "class_code": code,
            "name": [f"{label[c]}{s}" for c, s in zip(code, sequence, strict=True)],
            "department_code": placed["owner"],
            "unit_grid_code": placed["grid"],
            "state": rng.choice(STATES, len(code), p=STATE_SHARES),
            "initial_on": (
                np.datetime64(district.anchor - dt.timedelta(days=400)) - age.astype("timedelta64[D]")
            ).astype(str),
            "address": placed["address"],
            "source": SOURCE,
            "source_id": [f"component-{n + 1}" for n in range(len(code))],
            "geom": shapely.points(placed[["x", "y"]].to_numpy()),
        }
    )
    district.add("component", frame)
    last = pd.Series(sequence).groupby(code).max()
    counter = pd.DataFrame(
        {"division_code": DISTRICT_CODE, "profile": PROFILE, "class_code": last.index, "last_number": last.to_numpy()}
    )
    district.tables["component_counter"] = counter


def _owners(item: np.ndarray, grid: np.ndarray, owners: dict[tuple[str, int], str]) -> np.ndarray:
    community = np.array([int(code[9:12]) - 1 for code in np.unique(grid)])
    place = community[np.unique(grid, return_inverse=True)[1]]
    names = np.array([entry.owner for entry in ITEMS])[item].astype(object)
    for kind in (inventory.PROPERTY, inventory.COMMUNITY):
        mine = names == kind
        table = np.array([owners[kind, number] for number in range(len(set(owners)) // 2)], dtype=object)
        names[mine] = table[place[mine]]
    return names
