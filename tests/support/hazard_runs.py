"""A small city on which every analysis is run: what each is given, and what of its output is compared."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from hazard_layers import ORIGIN, crowd, raster_bands, rows, write_points, write_squares, write_streets
from qgis.PyQt.QtCore import NULL

#: Events of the city, and the layers beside them.
MANY = 240
LAYERS = ("events", "base", "areas", "streets")


@dataclass(frozen=True)
class Trial:
    """How an analysis is run on the city.

    `layers` by parameter, `lengths` in metres, `more` whatever else. `weight` names the parameters that weigh.
    `figures` of its output are compared: fields of a table, or bands of a raster. `spread` is how often they are
    divided by the scale when the city is stretched (density in the plane twice), `heavier` says whether they are
    multiplied when weights are.
    """

    layers: dict[str, str] = field(default_factory=dict)
    lengths: dict[str, float] = field(default_factory=dict)
    more: dict[str, object] = field(default_factory=dict)
    weight: tuple[str, ...] = ()
    figures: tuple[str | int, ...] = ()
    spread: int = 0
    heavier: bool = False

    @property
    def ending(self) -> str:
        """Ending of the output."""
        return ".tif" if isinstance(self.figures[0], int) else ".gpkg"


# Cells of a raster that are compared: turned, it may have more of nothing around it.
_HIGHEST = 1500
_RASTER = {"BANDWIDTH": 120.0, "CELL": 20.0}
TRIALS = {
    "hazarddensity": Trial({}, _RASTER, {"RULE": 1}, ("WEIGHT",), (1,), 2, True),
    # The ratio is told by what events and base are relative to their sums.
    "relativehazard": Trial({"BASE": "base"}, _RASTER, {"RULE": 1}, ("WEIGHT", "BASE_WEIGHT"), (1, 2, 4)),
    "hotspots": Trial({"AREAS": "areas"}, weight=("VALUE",), figures=("z", "p", "class")),
    "emerginghotspots": Trial(
        {"AREAS": "areas"}, more={"STEP": 1}, weight=("WEIGHT",), figures=("pattern_number", "trend_z", "last_z")
    ),
    "hazardrhythm": Trial(weight=("WEIGHT",), figures=("events",), heavier=True),
    "gridsummary": Trial({"AREAS": "areas", "COMPONENTS": "base"}, figures=("events", "events_per_component")),
    "streethazarddensity": Trial(
        {"STREETS": "streets"}, {"BANDWIDTH": 150.0, "LIXEL": 10.0, "FAR_FROM": 300.0}, weight=("WEIGHT",),
        figures=("events_per_km",), spread=1, heavier=True,
    ),
}  # fmt: skip


def times(count: int) -> list[str]:
    """Return moments of half a year, each day's at another hour."""
    return [f"2026-{1 + n % 6:02d}-{1 + n % 28:02d}T{n % 24:02d}:30:00" for n in range(count)]


def events(path: Path, places=None, weight=None, epsg: int = 4549, shape: str = "POINT({} {})") -> str:
    """Write events with weights and times; without places those of the city."""
    places = crowd(MANY) + ORIGIN if places is None else places
    many = len(places)
    weight = [float(1 + n % 3) for n in range(many)] if weight is None else weight
    return write_points(path, places, epsg, shape, weight=weight, twice=_twice(weight), at=times(many))


def _twice(weight) -> list:
    return [value and 2.0 * value for value in weight]


def city(folder: Path) -> dict[str, str]:
    """Write the city; returns its layers by name."""
    lamps, people = crowd(900) * 1.2 + ORIGIN, [float(1 + n % 5) for n in range(900)]
    return {
        "events": events(folder / "events.gpkg"),
        "base": write_points(folder / "base.gpkg", lamps, weight=people, twice=_twice(people)),
        # Around the middle of the events, and a little off the places where two could be equally near.
        "areas": write_squares(folder / "areas.gpkg", 8, 157.3, south_west=(-611.7, -603.1)),
        "streets": write_streets(folder / "streets.gpkg"),
    }


def given(name: str, layers: dict[str, str], output: Path, scale: float = 1.0, weight: str = "weight") -> dict:
    """Return what an analysis is given of a city stretched by a scale."""
    trial = TRIALS[name]
    found = {"INPUT": layers["events"], "OUTPUT": str(output), **trial.more}
    found |= {parameter: layers[layer] for parameter, layer in trial.layers.items()}
    found |= {parameter: size * scale for parameter, size in trial.lengths.items()}
    return found | dict.fromkeys(trial.weight, weight)


def figures(name: str, output: str) -> np.ndarray:
    """Return the compared figures, one row each, NaN for null; of a raster the highest of each band, by size."""
    trial = TRIALS[name]
    if trial.ending == ".tif":
        bands = raster_bands(output)
        found = [bands[number - 1][np.isfinite(bands[number - 1])] for number in trial.figures]
        return np.concatenate([np.sort(values)[-_HIGHEST:] for values in found])
    table = rows(output)
    columns = [[np.nan if row[name] == NULL else float(row[name]) for row in table] for name in trial.figures]
    return np.array(columns)
