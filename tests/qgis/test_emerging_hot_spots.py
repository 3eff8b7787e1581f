"""Emerging hot spots as people meet them: what lately became hot is named new, the page shows each step."""

import re

import numpy as np
import pytest
from hazard_layers import ORIGIN, rows, write_points, write_squares
from qgis.core import QgsProcessingException, QgsVectorLayer


def history(last_week: int) -> tuple[np.ndarray, list[str]]:
    """Return sixteen weeks of events over 8 × 8 squares; the last one brings many to the south-west corner."""
    rng = np.random.default_rng(2)
    places, days = rng.uniform(0.0, 800.0, (64 * 4 * 16, 2)), np.arange(64 * 4 * 16) % (16 * 7)
    new = rng.uniform(0.0, 300.0, (last_week, 2))
    days = np.concatenate([days, np.full(last_week, 16 * 7 - 2)])
    monday = np.datetime64("2026-01-05")
    times = [f"{monday + int(day)} {6 + number % 12:02d}:00:00" for number, day in enumerate(days)]
    times[0], times[-1] = "2026-01-05 00:10:00", "2026-04-26 23:50:00"
    return np.concatenate([places, new]) + ORIGIN, times


def test_a_quarter_that_became_hot_last_week_is_new(run, tmp_path):
    places, times = history(220)
    events = write_points(tmp_path / "events.gpkg", places, first_found_at=times)
    areas = write_squares(tmp_path / "areas.gpkg")
    given = {
        "INPUT": events, "AREAS": areas, "BACK": 0, "OUTPUT": str(tmp_path / "found.gpkg"),
        "TABLE": str(tmp_path / "cube.gpkg"), "PAGE": str(tmp_path / "page.html"),
    }  # fmt: skip
    results, listener = run("emerginghotspots", given)
    assert "Field first_found_at was found by its name" in listener.textLog()
    assert results["STEPS"] == 16
    found = rows(results["OUTPUT"])
    corner = [found[n]["pattern"] for n in range(64) if n % 8 < 2 and n // 8 < 2]
    assert corner == ["hot_new"] * 4
    assert all(not found[n]["pattern"].startswith("hot") for n in range(64) if n % 8 > 3 and n // 8 > 3)
    assert sum(row["total"] for row in found) == len(places)
    table = rows(results["TABLE"])
    assert len(table) == 64 * 16
    assert {row["step"] for row in table} >= {"2026-01-05", "2026-04-20"}
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == 16
    assert "New hot spot: " in page
    assert re.search(r"2026-04-20: \d+ events", page)
    assert "http" not in page.replace("http://www.w3.org", "")
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    assert len(layer.renderer().categories()) == 17


def test_weeks_that_are_not_whole_are_left_out_and_said(run, tmp_path):
    places, times = history(0)
    some = [number for number, time in enumerate(times) if "2026-01-07" < time < "2026-04-22"]
    events = write_points(tmp_path / "events.gpkg", places[some], at=[times[number] for number in some])
    given = {"INPUT": events, "AREAS": write_squares(tmp_path / "areas.gpkg"), "OUTPUT": str(tmp_path / "f.gpkg")}
    results, listener = run("emerginghotspots", given)
    assert results["STEPS"] == 14
    assert "14 steps from 2026-01-12 to before 2026-04-20" in listener.textLog()
    assert "that is not whole and do not count" in listener.textLog()
    assert run("emerginghotspots", {**given, "CUT": True, "OUTPUT": str(tmp_path / "g.gpkg")})[0]["STEPS"] == 16


def test_too_little_time_and_no_time_are_said_plainly(run, tmp_path):
    places, _ = history(0)
    output = str(tmp_path / "f.gpkg")
    bare = write_points(tmp_path / "bare.gpkg", places[:20])
    with pytest.raises(QgsProcessingException, match="which field holds the time"):
        run("emerginghotspots", {"INPUT": bare, "OUTPUT": output})
    days = [f"2026-01-{5 + number % 9:02d}" for number in range(20)]
    short = write_points(tmp_path / "short.gpkg", places[:20], at=days)
    with pytest.raises(QgsProcessingException, match="whole steps of time; at least 4"):
        run("emerginghotspots", {"INPUT": short, "OUTPUT": output})
    wrong = write_points(tmp_path / "wrong.gpkg", places[:20], at=[*days[:12], "soon", *days[13:]])
    with pytest.raises(QgsProcessingException, match="Feature 13: at holds no time"):
        run("emerginghotspots", {"INPUT": wrong, "OUTPUT": output})
    assert not (tmp_path / "f.gpkg").exists()
