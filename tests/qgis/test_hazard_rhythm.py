"""The rhythm of hazards as people meet it: hours of the room, honest denominators, a picture that says what it is."""

import numpy as np
import pytest
from hazard_layers import ORIGIN, crowd, rows, write_points
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtGui import QImage

from community_brain_plugin import plotting
from community_brain_plugin.errors import RoomError


def cases(path, times, **columns) -> str:
    return write_points(path, crowd(len(times)) + ORIGIN, opened=times, **columns)


def at(found, **where) -> dict:
    """Return the one row of a table with these values."""
    (row,) = [row for row in found if all(row[name] == value for name, value in where.items())]
    return row


def test_counts_and_rates_by_the_hour_of_the_room(run, tmp_path):
    """Two weeks from Monday: one case each Monday at nine, two on the first Sunday at eleven at night."""
    times = ["2026-03-02 00:00:00", "2026-03-02 09:10:00", "2026-03-09 09:50:00", "2026-03-08T23:00:00"]
    points = cases(tmp_path / "c.gpkg", [*times, "2026-03-08T15:30:00Z", "2026-03-15 23:59:59"], kind=list("ABABBA"))
    given = {"INPUT": points, "CLASS": "kind", "BASE": 10, "OUTPUT": str(tmp_path / "r.gpkg")}
    results, listener = run("hazardrhythm", given)
    found = rows(results["OUTPUT"])
    monday = at(found, weekday=1, hour=9, **{"class": "B"})
    assert (monday["month"], monday["events"], monday["hours"], monday["per_hour"]) == (3, 1, 2, 0.5)
    assert monday["per_hour_and_base"] == pytest.approx(0.05)
    # Half past three in the afternoon at Greenwich is half past eleven at night here.
    assert at(found, weekday=7, hour=23, **{"class": "B"})["events"] == 2
    assert at(found, weekday=3, hour=12, **{"class": "A"})["events"] == 0
    assert "336 hours are the denominator" in listener.textLog()
    assert len(found) == 7 * 24 * 2


def test_moments_of_the_rooms_own_tables_are_told_by_the_rooms_clock(run, tmp_path):
    """A database says its moments with their zone, here Greenwich, whatever zone the desk's computer is in."""
    fields = "&".join(f"field={name}:datetime" for name in ("at", "closed_at", "due_at"))
    layer = QgsVectorLayer(f"Point?crs=EPSG:4549&{fields}", "", "memory")
    moments = [QDateTime(QDate(2026, 3, 2), QTime(hour, 30), Qt.TimeSpec.UTC) for hour in (1, 2)]
    for moment in moments:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*ORIGIN)))
        feature.setAttributes([moment, None, moments[1]])
        layer.dataProvider().addFeature(feature)
    run("hazardrhythm", {"INPUT": layer, "OUTPUT": str(tmp_path / "r.gpkg")})
    assert {row["hour"] for row in rows(str(tmp_path / "r.gpkg")) if row["events"]} == {9, 10}
    for name, as_of, overdue in (("before", "2026-03-02T10:20:00", 0), ("after", "2026-03-02T10:40:00", 2)):
        given = {"INPUT": layer, "MOMENT": as_of, "CELL_SIZE": 100, "OUTPUT": str(tmp_path / f"{name}.gpkg")}
        run("gridsummary", given)
        assert sum(row["overdue"] for row in rows(given["OUTPUT"])) == overdue


def test_the_picture_is_drawn_in_counts_and_in_rates(run, tmp_path):
    times = [f"2026-03-{1 + n % 28:02d} {n % 24:02d}:30:00" for n in range(200)]
    points, seen = cases(tmp_path / "c.gpkg", times), []
    for show in (0, 1):
        path = str(tmp_path / f"p{show}.png")
        given = {"INPUT": points, "SHOW": show, "PICTURE": path, "OUTPUT": str(tmp_path / f"r{show}.gpkg")}
        run("hazardrhythm", given)
        image = QImage(path)
        assert image.width() > 1000
        seen.append(image)
        colours = {image.pixel(x, y) for x in range(100, 1100, 9) for y in range(60, 250, 9)}
        assert len(colours) > 2
    assert seen[0] != seen[1]


def test_without_pyqtgraph_the_table_stands_and_it_is_said(run, tmp_path, monkeypatch):
    def missing():
        raise RoomError("desk.no_charts", reason="none here")

    monkeypatch.setattr(plotting, "load", missing)
    points = cases(tmp_path / "c.gpkg", ["2026-03-02 00:00:00", "2026-03-03 00:00:00"])
    given = {"INPUT": points, "PICTURE": str(tmp_path / "p.png"), "OUTPUT": str(tmp_path / "r.gpkg")}
    results, listener = run("hazardrhythm", given)
    assert "none here" in listener.textLog()
    assert len(rows(results["OUTPUT"])) > 0


def test_clocks_elsewhere_and_nonsense(run, tmp_path):
    points = cases(tmp_path / "c.gpkg", ["2026-07-01T12:00:00+0000", "2026-07-01T06:00:00"])
    given = {"INPUT": points, "ZONE": "America/New_York", "OUTPUT": str(tmp_path / "r.gpkg")}
    assert at(rows(run("hazardrhythm", given)[0]["OUTPUT"]), hour=8)["events"] == 1
    both = run("hazardrhythm", {**given, "WRITTEN_IN": 1, "OUTPUT": str(tmp_path / "u.gpkg")})
    assert at(rows(both[0]["OUTPUT"]), hour=2)["events"] == 1
    with pytest.raises(QgsProcessingException, match="no time zone Mars"):
        run("hazardrhythm", {**given, "ZONE": "Mars", "OUTPUT": str(tmp_path / "m.gpkg")})
    empty = cases(tmp_path / "e.gpkg", np.array([]))
    with pytest.raises(QgsProcessingException, match="no events"):
        run("hazardrhythm", {"INPUT": empty, "TIME": "opened", "OUTPUT": str(tmp_path / "n.gpkg")})
    assert not (tmp_path / "m.gpkg").exists()
