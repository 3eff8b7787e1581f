"""A year of reports: what, when and where, drawn from the subjects' rhythms and the district's sore spots."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import shapely

from .catalogue import class_names, conditions
from .grids import locate
from .places import Addresses
from .rhythm import HOURS, Calendar
from .subjects import COMPONENT_TEXTS, COMPONENT_WEIGHT, SUBJECTS
from .tables import ZONE, District
from .town import Town

DAYS = 365
RECURS = 0.62
"""Share of reports that come from a sore spot, where the same thing happened before."""
SOURCES = (("collector", 0.55), ("hotline", 0.28), ("desk", 0.10), ("higher_level", 0.07))
TOLD_BY = (("报警", "sensor"), ("居民", "hotline"), ("巡查", "collector"))
"""Words of a description that say who found it."""
COMPONENT_SHARE = 0.35


def draw_year(district: District, town: Town, count: int, rng: np.random.Generator) -> pd.DataFrame:
    """`count` reports in the order of their times, 65 % events and 35 % components.

    Columns: found (epoch seconds), kind, class_code, condition_no, component_identity, owner, x, y, unit_grid_code,
    address, description, source.
    """
    parts_of_components = round(count * COMPONENT_SHARE)
    weights = np.array([subject.weight for subject in SUBJECTS])
    shares = rng.multinomial(count - parts_of_components, weights / weights.sum())
    calendar = Calendar(district.anchor, DAYS)
    ground = Ground(district, town, rng)
    parts = [_events(number, int(amount), calendar, ground, rng) for number, amount in enumerate(shares) if amount]
    parts.append(_component_cases(district, parts_of_components, calendar, rng))
    year = pd.concat(parts, ignore_index=True)
    year = year[(year["found"] >= first_moment(district.anchor)) & (year["found"] < last_moment(district.anchor))]
    year = year.sort_values(["found", "class_code"], kind="stable").reset_index(drop=True)
    _place(district, town, year)
    _describe(year, rng)
    year["source"] = _sources(year["description"], rng)
    return year


def first_moment(anchor: dt.date) -> float:
    """The first shift of the year, epoch seconds."""
    return (dt.datetime.combine(anchor, dt.time(8), ZONE) - dt.timedelta(days=DAYS)).timestamp()


def last_moment(anchor: dt.date) -> float:
    """A while before the room's clock starts: what is newer is set up case by case."""
    return dt.datetime.combine(anchor, dt.time(7), ZONE).timestamp()


class Ground:
    """Where reports of each kind of place come from."""

    def __init__(self, district: District, town: Town, rng: np.random.Generator) -> None:
        self._rng = rng
        self._lines = {
            "street": [
                k for k, kind in enumerate(town.edge_kind) if kind in ("arterial", "secondary", "branch", "riverside")
            ],
            "main": [k for k, kind in enumerate(town.edge_kind) if kind in ("arterial", "secondary")],
            "lane": [k for k, kind in enumerate(town.edge_kind) if kind == "lane"],
        }
        self._town = town
        gates = {
            kind: [gate.point for gate in town.gates if town.sites[gate.site].kind in kinds]
            for kind, kinds in {"market": ("market",), "school": ("school", "kindergarten")}.items()
        }
        self._hubs = {kind: np.array([[p.x, p.y] for p in points]) for kind, points in gates.items()}
        self._hubs["metro"] = np.array([[p.x, p.y] for p in town.metro])
        homes = [site for site in town.sites if site.kind in ("lilong", "old_slab", "new_slab", "tower")]
        self._areas = {
            "site": [site.area for site in homes],
            "park": town.greens,
            "works": [homes[k].area for k in rng.permutation(len(homes))[:6]],
        }

    def draw(self, place: str, count: int) -> np.ndarray:
        """Fresh places of a kind, (n, 2) metres."""
        rng = self._rng
        if place in self._hubs:
            hub = self._hubs[place]
            return hub[rng.integers(0, len(hub), count)] + rng.normal(0.0, 26.0, (count, 2))
        if place == "bank":
            at = rng.uniform(20.0, self._town.river.length - 20.0, count)
            points = shapely.get_coordinates(shapely.line_interpolate_point(self._town.river, at))
            return points + rng.normal(0.0, 5.0, (count, 2))
        if place in self._areas:
            areas = self._areas[place]
            share = shapely.area(areas) / shapely.area(areas).sum()
            chosen = rng.choice(len(areas), count, p=share)
            return np.array([_inside(areas[k], rng) for k in chosen]).reshape(-1, 2)
        lines = np.array([self._town.edges[k] for k in self._lines[place]], dtype=object)
        length = shapely.length(lines)
        chosen = lines[rng.choice(len(lines), count, p=length / length.sum())]
        points = shapely.get_coordinates(shapely.line_interpolate_point(chosen, rng.random(count), normalized=True))
        return points + rng.normal(0.0, 4.0 if place == "lane" else 7.0, (count, 2))


def _inside(area, rng: np.random.Generator) -> np.ndarray:
    west, south, east, north = area.bounds
    for _ in range(30):
        spot = np.array([rng.uniform(west, east), rng.uniform(south, north)])
        if shapely.contains_xy(area, *spot):
            return spot
    return np.array([area.centroid.x, area.centroid.y])


def _events(number: int, count: int, calendar: Calendar, ground: Ground, rng: np.random.Generator) -> pd.DataFrame:
    subject = SUBJECTS[number]
    found = _moments(count, calendar, (subject.week, subject.season, subject.hours), rng)
    spots = ground.draw(subject.place, max(4, count // 14))
    rank = 1.0 / (np.arange(len(spots)) + 2.0)
    known = spots[rng.choice(len(spots), count, p=rank / rank.sum())] + rng.normal(0.0, 3.0, (count, 2))
    fresh = ground.draw(subject.place, count)
    points = np.where((rng.random(count) < RECURS)[:, None], known, fresh)
    return pd.DataFrame(
        {
            "found": found,
            "kind": "event",
            "class_code": subject.code,
            "subject": number,
            "condition_no": _conditions("event", subject.code, count, rng),
            "component_identity": None,
            "owner": None,
            "place": subject.place,
            "x": points[:, 0],
            "y": points[:, 1],
        }
    )


def _component_cases(district: District, count: int, calendar: Calendar, rng: np.random.Generator) -> pd.DataFrame:
    table = district["component"]
    weight = table["class_code"].map(COMPONENT_WEIGHT).fillna(0.03).to_numpy()
    size = table["class_code"].map(table["class_code"].value_counts()).to_numpy()
    trouble = rng.gamma(0.6, 1.0, len(table)) * weight / size
    chosen = table.iloc[rng.choice(len(table), count, p=trouble / trouble.sum())]
    points = shapely.get_coordinates(chosen["geom"].to_numpy())
    numbers = np.empty(count, int)
    for code in chosen["class_code"].unique():
        mine = (chosen["class_code"] == code).to_numpy()
        numbers[mine] = _conditions("component", code, int(mine.sum()), rng)
    return pd.DataFrame(
        {
            "found": _moments(count, calendar, ("work", "even", "office"), rng),
            "kind": "component",
            "class_code": chosen["class_code"].to_numpy(),
            "subject": -1,
            "condition_no": numbers,
            "component_identity": chosen["identity_code"].to_numpy(),
            "owner": chosen["department_code"].to_numpy(),
            "place": "component",
            "x": points[:, 0],
            "y": points[:, 1],
        }
    )


def _conditions(kind: str, code: str, count: int, rng: np.random.Generator) -> np.ndarray:
    """Filing conditions of a class: the gravest is the rarest."""
    table = conditions()
    numbers = table.loc[(table["kind"] == kind) & (table["class_code"] == code), "condition_no"].to_numpy()
    weight = np.linspace(0.6, 1.4, len(numbers)) if kind == "component" else np.linspace(1.2, 0.8, len(numbers))
    return rng.choice(numbers, count, p=weight / weight.sum())


def _moments(count: int, calendar: Calendar, rhythm: tuple[str, str, str], rng: np.random.Generator) -> np.ndarray:
    """Epoch seconds of `count` reports by week, season and hours: first the day, then the hour, then within it."""
    week, kind, hours = rhythm
    day = rng.choice(len(calendar.days), count, p=calendar.weights(week, kind))
    share = np.array(HOURS[hours], float)
    hour = rng.choice(24, count, p=share / share.sum())
    first = dt.datetime.combine(calendar.days[0], dt.time(0), ZONE).timestamp()
    return np.round(first + day * 86_400.0 + hour * 3_600.0 + rng.uniform(0.0, 3_599.0, count), 3)


def _place(district: District, town: Town, year: pd.DataFrame) -> None:
    """Grid and address; a point drawn beyond the edge moves to the nearest grid."""
    points = year[["x", "y"]].to_numpy()
    inside = shapely.union_all(town.communities).buffer(-1.0)
    out = np.flatnonzero(~shapely.contains_xy(inside, points))
    if len(out):
        line = shapely.shortest_line(shapely.points(points[out]), inside)
        points[out] = shapely.get_coordinates(shapely.get_point(line, -1))
        year[["x", "y"]] = points
    year[["x", "y"]] = year[["x", "y"]].round(3)
    spots = shapely.points(year[["x", "y"]].to_numpy())
    codes, cell = locate(district, spots)
    year["unit_grid_code"] = codes[cell]
    buildings = district["building"]
    tree = shapely.STRtree(buildings["geom"].to_numpy())
    address = Addresses(town).text(spots).astype(object)
    house = tree.nearest(spots)
    near = shapely.distance(buildings["geom"].to_numpy()[house], spots) < 12.0
    home = np.isin(year["place"], ("lane", "site"))
    address[near & home] = buildings["address"].to_numpy()[house[near & home]]
    year["address"] = address


def _sources(description: pd.Series, rng: np.random.Generator) -> np.ndarray:
    source = rng.choice([name for name, _ in SOURCES], len(description), p=[share for _, share in SOURCES]).astype(
        object
    )
    for word, teller in TOLD_BY:
        source[description.str.contains(word).to_numpy()] = teller
    return source


def _describe(year: pd.DataFrame, rng: np.random.Generator) -> None:
    names, table = class_names("component"), conditions()
    filing = {(row.kind, row.class_code, row.condition_no): row.filing_zh for row in table.itertuples()}
    texts = []
    pick = rng.random(len(year))
    near = np.where(rng.random(len(year)) < 0.4, "附近", "")
    for row, share, word in zip(year.itertuples(), pick, near, strict=True):
        choice = SUBJECTS[row.subject].texts if row.kind == "event" else COMPONENT_TEXTS
        text = choice[int(share * len(choice))]
        condition = filing[row.kind, row.class_code, row.condition_no]
        texts.append(text.format(place=row.address + word, name=names.get(row.class_code, ""), condition=condition))
    year["description"] = texts
