"""Where the shared open data lie, and the files a room on them is founded with."""

import csv
import json
import os
from pathlib import Path

import numpy as np
import pytest
import shapely
from osgeo import ogr

ROOT = Path(__file__).resolve().parents[2]
#: A made-up subdistrict of Nanjing's Gulou district: the tests need codes, not its true ones.
NANJING = "320106999"
COMMUNITIES = {
    f"{NANJING}00{n}": name for n, name in enumerate(("西北社区", "东北社区", "西南社区", "东南社区"), start=1)
}


def shared(*parts: str) -> str:
    """Return the path of a shared file; skips the test where the folder is absent."""
    folder = Path(os.environ.get("COMMUNITY_BRAIN_SHARED") or ROOT.parent / "shared") / "data"
    path = folder.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the shared data are not here: {path}")
    return str(path)


def nanjing() -> str:
    """Return the file of Nanjing's streets and buildings."""
    return shared("road_network", "nanjing_xinjiekou_west_osm_2021-06.gpkg")


def shapes(path: str, layer: str) -> list[shapely.Geometry]:
    """Return a layer's geometries in its own system."""
    dataset = ogr.Open(path)
    return [shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb())) for f in dataset.GetLayerByName(layer)]


def divisions_around_nanjing(folder: Path) -> Path:
    """Write a division tree (GeoJSON, degrees): a subdistrict around the buildings, quartered into communities.

    Four straight edges cross streets as real boundaries do; streets beyond them are there to be left out.
    """
    houses = shapely.union_all(shapely.envelope(shapes(nanjing(), "buildings")))
    west, south, east, north = houses.bounds
    middle = ((west + east) / 2.0, (south + north) / 2.0)
    quarters = [
        shapely.box(west, middle[1], middle[0], north),
        shapely.box(middle[0], middle[1], east, north),
        shapely.box(west, south, middle[0], middle[1]),
        shapely.box(middle[0], south, east, middle[1]),
    ]
    rows = [(NANJING, "新街口西街道", shapely.coverage_union_all(quarters))]
    rows += [(code, name, area) for (code, name), area in zip(COMMUNITIES.items(), quarters, strict=True)]
    return write_divisions(folder / "divisions.geojson", rows)


def write_divisions(path: Path, rows: list[tuple[str, str, shapely.Geometry | None]]) -> Path:
    """Write code, name and area (degrees) as GeoJSON."""
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": name},
            "geometry": None if area is None else json.loads(shapely.to_geojson(area)),
        }
        for code, name, area in rows
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))
    return path


def people(folder: Path, subdistrict: str) -> dict[str, Path]:
    """Write handling units, staff and responsibility table of a small room as CSV; returns the paths by option."""
    department = ("department_code", "name_zh", "name_en", "kind", "contact_name", "phone")
    staff = ("staff_number", "name", "department_code", "login", "roles")
    login = f"real_{subdistrict}"
    tables = {
        "departments": [
            department,
            ("CG", "城市管理办公室", "City management office", "department", "周工", "025-0001"),
            ("LD", "路灯管理所", "Lamp depot", "utility", "吴工", "025-0002"),
        ],
        "staff": [
            staff,
            ("P1", "受理一", "", f"{login}_acceptor", "acceptor"),
            ("P2", "派遣一", "", f"{login}_dispatcher", "dispatcher"),
            ("P3", "采集一", "", f"{login}_collector", "collector"),
            ("P4", "城管经办", "CG", f"{login}_department", "department"),
            ("P5", "城管队员", "CG", f"{login}_worker", "worker"),
            ("P6", "规划一", "", f"{login}_planner", "planner"),
        ],
        "responsibilities": [
            ("kind", "major_code", "department_code", "priority"),
            ("event", "09", "CG", "100"),
            ("component", "01", "LD", "100"),
        ],
    }
    paths = {}
    for name, rows in tables.items():
        paths[name] = folder / f"{name}.csv"
        with paths[name].open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return paths


def moved_to(path: str, layer: str, target: Path, centre: tuple[float, float]) -> Path:
    """Write a point layer moved as it is, in metres on the ground, to another place of the world (degrees)."""
    points = np.array([(p.x, p.y) for p in shapes(path, layer)])
    middle = points.mean(axis=0)
    away = (points - middle) * (np.cos(np.radians(middle[1])) / np.cos(np.radians(centre[1])), 1.0)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "x", "y"))
        writer.writerows((n, *np.round(point + centre, 7)) for n, point in enumerate(away, start=1))
    return target
