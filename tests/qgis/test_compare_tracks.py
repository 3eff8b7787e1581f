"""Compare tracks as people meet it: points and streets, with the plan beside them, say what was walked and missed."""

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import patrol_runs
import pytest
from hazard_layers import ORIGIN, Listener, degrees, rows, write_lines, write_points
from qgis.core import QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import NULL
from qgis_process import call, make_profile

from community_brain_plugin.database.importing.china_offsets import wgs84_to_bd09, wgs84_to_gcj02

LAYERS = ("OUTPUT", "LEGS", "PAUSES", "SUMMARY", "BY_STREET")
EIGHT = datetime(2026, 1, 5, 8, 0, 0)


def block(path: Path, **columns) -> str:
    """Three streets across and three up, 100 m from corner to corner; the first three features run across."""
    steps = [100.0 * n for n in range(4)]
    across = [[(x, y) for x in steps] for y in steps[:3]]
    up = [[(x, y) for y in steps[:3]] for x in steps]
    return write_lines(path, across + up, **columns)


def walk(corners, metres_per_second: float = 1.2, every: float = 10.0, begin: float = 0.0):
    """Return places (n, 2), metres from the origin, and seconds of somebody who walks a line of corners evenly."""
    corners = np.array(corners, float)
    come = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))]) / metres_per_second
    at = np.append(np.arange(0.0, come[-1], every), come[-1])
    return np.column_stack([np.interp(at, come, axis) for axis in corners.T]), at + begin


def moments(seconds) -> list[str]:
    """Return seconds after eight o'clock as text."""
    return [(EIGHT + timedelta(seconds=float(second))).isoformat() for second in seconds]


def noisy(places: np.ndarray) -> np.ndarray:
    """Return places a few metres off, from the origin of the plane."""
    return places + np.random.default_rng(5).normal(0.0, 3.0, places.shape) + ORIGIN


@pytest.fixture
def compared(run, tmp_path):
    """Compare tracks with outputs in a folder; returns numbers and rows by output, and what was said."""

    def work(listener: Listener | None = None, **given):
        files = {name: str(tmp_path / f"{name.lower()}.gpkg") for name in LAYERS}
        results, heard = run("comparetracks", {**files, **given}, listener)
        return results | {name: rows(results[name]) for name in LAYERS if name in results}, heard.textLog()

    return work


def track(path: Path, corners, officer: str = "1", **how) -> str:
    """Write the points of one walk."""
    places, seconds = walk(corners, **how)
    return write_points(path, noisy(places), officer=[officer] * len(places), time=moments(seconds))


def plan(path: Path, *legs) -> str:
    """Write planned legs: officer and corners of each, numbered for each officer."""
    numbers: dict[str, int] = {}
    for officer, _ in legs:
        numbers[officer] = numbers.get(officer, 0) + 1
    seen: dict[str, int] = {}
    column = []
    for officer, _ in legs:
        seen[officer] = seen.get(officer, 0) + 1
        column.append(str(seen[officer]))
    officers = [officer for officer, _ in legs]
    return write_lines(path, [corners for _, corners in legs], officer=officers, leg=column, visit=["1"] * len(legs))


def test_points_and_streets_are_enough(compared, tmp_path):
    names = [f"{word}街" for word in "甲乙丙丁戊己庚"]
    points = track(tmp_path / "points.gpkg", [(0, 0), (200, 0), (200, 200), (300, 200)])
    found, said = compared(INPUT=points, STREETS=block(tmp_path / "streets.gpkg", name=names))
    ways = [(row["name"], row["kind"], round(row["length_m"], -1)) for row in found["OUTPUT"]]
    assert ways == [("甲街", "looked", 200), ("己街", "looked", 200), ("丙街", "looked", 100)]
    assert found["OUTPUT"][0]["start"].startswith("2026-01-05 08:00:0")
    assert found["OUTPUT"][1]["kmh"] == pytest.approx(4.3, abs=0.5)
    assert found["WALKED"] == pytest.approx(500.0, abs=10.0)
    assert "LEGS" not in found
    assert "Walked: " in said
    (officer,) = found["SUMMARY"]
    assert (officer["officer"], officer["on_streets_pct"], officer["planned_m"]) == ("1", 100.0, None)
    by_street = {row["name"]: row["walked_pct"] for row in found["BY_STREET"]}
    assert by_street["甲街"] == pytest.approx(200 / 3, abs=3.0)


def test_what_was_planned_is_covered_missed_too_fast_or_out_of_order(compared, tmp_path):
    legs = plan(
        tmp_path / "plan.gpkg",
        ("1", [(0, 100), (100, 100), (200, 100), (300, 100)]),
        ("1", [(0, 0), (100, 0), (200, 0)]),
        ("1", [(200, 0), (200, 100)]),
        ("1", [(300, 100), (300, 200)]),
        ("1", [(0, 200), (200, 200)]),
    )
    slow, first = walk([(0, 0), (200, 0), (200, 100)])
    back, second = walk([(200, 100), (300, 100), (0, 100)], begin=first[-1] + 10.0)
    rush, third = walk([(0, 100), (0, 200), (200, 200)], 6.0, 5.0, second[-1] + 10.0)
    places, seconds = np.concatenate([slow, back, rush]), np.concatenate([first, second, third])
    points = write_points(
        tmp_path / "points.gpkg", noisy(places), officer=["Officer 1"] * len(places), time=moments(seconds)
    )
    found, said = compared(INPUT=points, STREETS=block(tmp_path / "streets.gpkg"), PLAN=legs)
    states = {row["leg"]: row["state"] for row in found["LEGS"]}
    assert states == {1: "out_of_order", 2: "covered", 3: "covered", 4: "missed", 5: "too_fast"}
    assert (found["MISSED"], found["TOO_FAST"], found["OUT_OF_ORDER"]) == (1, 1, 1)
    assert found["COVERED"] == pytest.approx(100.0 * 600 / 900, abs=4.0)
    assert "missed: 1." in said
    assert {row["kind"] for row in found["OUTPUT"]} == {"looked", "too_fast", "unplanned"}
    (officer,) = found["SUMMARY"]
    assert (officer["missed_legs"], officer["out_of_order"]) == (1, 1)


def test_stops_and_gaps_are_points_with_their_minutes(compared, tmp_path):
    one, first = walk([(0, 0), (150, 0)])
    stand = np.tile([(150.0, 0.0)], (50, 1))
    second = first[-1] + 10.0 * np.arange(1, 51)
    other, third = walk([(250, 0), (300, 0)], begin=second[-1] + 600.0)
    places, seconds = np.concatenate([one, stand, other]), np.concatenate([first, second, third])
    points = write_points(tmp_path / "points.gpkg", noisy(places), time=moments(seconds))
    found, _ = compared(INPUT=points, STREETS=block(tmp_path / "streets.gpkg"))
    assert (found["STOPS"], found["GAPS"]) == (1, 1)
    minutes = {row["kind"]: row["minutes"] for row in found["PAUSES"]}
    assert minutes["stop"] == pytest.approx(500 / 60, abs=1.0)
    assert minutes["gap"] == pytest.approx(10.0, abs=0.1)
    # Nobody knows where he was in between.
    assert found["WALKED"] == pytest.approx(200.0, abs=10.0)


@pytest.mark.parametrize(("positions", "shift"), [(1, wgs84_to_gcj02), (2, wgs84_to_bd09)])
def test_a_shifted_file_lies_on_the_streets_once_it_is_said_how(compared, tmp_path, positions, shift):
    places, seconds = walk([(0, 0), (200, 0), (200, 200)])
    shifted = np.column_stack(shift(*degrees(noisy(places)).T))
    lines = [f"{e:.7f},{n:.7f},{at},王" for (e, n), at in zip(shifted, moments(seconds), strict=True)]
    file = tmp_path / "tracks.csv"
    file.write_text("\n".join(["经度,纬度,时间,巡查员", *lines]), encoding="gb18030")
    streets = block(tmp_path / "streets.gpkg")
    found, _ = compared(FILES=[str(file)], STREETS=streets, POSITIONS=positions)
    assert found["WALKED"] == pytest.approx(400.0, abs=10.0)
    assert found["SUMMARY"][0]["officer"] == "王"
    found, said = compared(FILES=[str(file)], STREETS=streets)
    assert found["WALKED"] == 0.0
    assert f"{len(places)} points lie far from every street" in said


def test_gpx_of_two_handhelds_names_them_and_its_times_are_those_of_the_room(compared, tmp_path):
    files = []
    for number, corners in enumerate(([(0, 0), (300, 0)], [(0, 100), (0, 200)]), start=1):
        places, seconds = walk(corners)
        utc = [f"{text[:11]}00{text[13:]}Z" for text in moments(seconds)]
        points = "".join(
            f'<trkpt lat="{n:.7f}" lon="{e:.7f}"><time>{at}</time></trkpt>'
            for (e, n), at in zip(degrees(noisy(places)), utc, strict=True)
        )
        files.append(str(tmp_path / f"{number}.gpx"))
        head = '<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">'
        text = f"{head}<trk><name>Officer {number}</name><trkseg>{points}</trkseg></trk></gpx>"
        Path(files[-1]).write_text(text, encoding="utf-8")
    found, _ = compared(FILES=files, STREETS=block(tmp_path / "streets.gpkg"))
    assert {row["officer"] for row in found["SUMMARY"]} == {"Officer 1", "Officer 2"}
    assert found["OUTPUT"][0]["start"].startswith("2026-01-05 08:00:0")
    assert found["WALKED"] == pytest.approx(400.0, abs=10.0)


def test_lines_without_times_still_say_what_was_covered(compared, tmp_path):
    lines = write_lines(tmp_path / "lines.gpkg", [[(2, 1), (150, -2), (298, 1)]], name=["1"])
    legs = plan(tmp_path / "plan.gpkg", ("1", [(0, 0), (100, 0), (200, 0), (300, 0)]), ("1", [(0, 100), (100, 100)]))
    found, said = compared(INPUT=lines, STREETS=block(tmp_path / "streets.gpkg"), PLAN=legs)
    assert [row["state"] for row in found["LEGS"]] == ["covered", "missed"]
    assert "without speeds and stops" in said
    assert (found["OUTPUT"][0]["kmh"], found["OUTPUT"][0]["start"]) == (NULL, NULL)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "as a layer, as files or as a day, one of the three"),
        ({"FILES": ["none.csv"]}, "none.csv has no columns of longitude"),
        ({"FILES": ["bad.csv"]}, r"bad.csv, line 3: here is no number of degrees"),
        ({"FILES": ["late.csv"]}, "Feature 2: time holds no time"),
        ({"FILES": ["none.gpx"]}, "none.gpx is no GPX file"),
        ({"FILES": ["good.csv"], "PLAN": "bare.gpkg"}, "Leg 1 of the plan has no number"),
        ({"FILES": ["good.csv"], "PLAN": "streets.gpkg"}, "is no layer of planned routes"),
        (
            {"FILES": ["good.csv"], "PLAN": "off.gpkg"},
            "Leg 1 of the plan does not lie on the streets",
        ),
    ],
)
def test_bad_input_is_refused_by_name_and_line(compared, tmp_path, given, told):
    files = {
        "none.csv": "a,b\n1,2", "bad.csv": "lon,lat\n119,32\nhere,32", "late.csv": "lon,lat,time\n119,32,soon",
        "none.gpx": "no", "good.csv": "lon,lat\n119,32",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    write_lines(tmp_path / "bare.gpkg", [[(0, 0), (100, 0)]], officer=["1"], leg=[None])
    plan(tmp_path / "off.gpkg", ("1", [(0, 50), (100, 50)]))
    streets = block(tmp_path / "streets.gpkg")
    named = {
        name: str(tmp_path / value) if isinstance(value, str) else [str(tmp_path / file) for file in value]
        for name, value in given.items()
    }
    with pytest.raises(QgsProcessingException, match=told):
        compared(STREETS=streets, **named)


def test_a_cancelled_comparison_leaves_no_file(compared, tmp_path):
    points = track(tmp_path / "points.gpkg", [(0, 0), (300, 0), (300, 200)])
    listener = Listener(stop_at=40.0)
    found, _ = compared(listener, INPUT=points, STREETS=block(tmp_path / "streets.gpkg"))
    assert listener.isCanceled()
    assert found == {}
    assert not list(tmp_path.glob("output*"))


def test_who_walks_what_plan_patrols_planned_has_covered_it(run, compared, tmp_path):
    streets = patrol_runs.block(tmp_path / "streets.gpkg")
    (tmp_path / "made").mkdir()
    patrol_runs.plan(run, tmp_path / "made", streets, OFFICERS=2)
    routes = str(tmp_path / "made" / "output.gpkg")
    corners: dict[str, list] = {}
    for leg in QgsVectorLayer(routes, "routes", "ogr").getFeatures():
        own = corners.setdefault(str(leg["officer"]), [])
        own += [(point.x() - ORIGIN[0], point.y() - ORIGIN[1]) for point in leg.geometry().vertices()]
    walked = {officer: walk(own) for officer, own in corners.items()}
    points = write_points(
        tmp_path / "points.gpkg",
        noisy(np.concatenate([places for places, _ in walked.values()])),
        officer=[officer for officer, (places, _) in walked.items() for _ in places],
        time=moments(np.concatenate([seconds for _, seconds in walked.values()])),
    )
    found, _ = compared(INPUT=points, STREETS=streets, PLAN=routes)
    assert sorted(row["officer"] for row in found["SUMMARY"]) == ["1", "2"]
    assert (found["MISSED"], found["TOO_FAST"]) == (0, 0)
    assert found["COVERED"] > 97.0


def test_layers_say_in_their_legends_what_became_of_the_plan(run, tmp_path):
    points = track(tmp_path / "points.gpkg", [(0, 0), (300, 0)])
    legs = plan(tmp_path / "plan.gpkg", ("1", [(0, 0), (100, 0), (200, 0)]))
    output = str(tmp_path / "legs.gpkg")
    given = {"INPUT": points, "STREETS": block(tmp_path / "streets.gpkg"), "PLAN": legs, "LEGS": output}
    run("comparetracks", {**given, "OUTPUT": str(tmp_path / "walked.gpkg")})
    layer = QgsVectorLayer(output, "legs", "ogr")
    layer.loadNamedStyle(output.replace(".gpkg", ".qml"))
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels == ["Covered", "Covered, out of order", "Too fast to look", "Covered in part", "Missed"]


def test_it_runs_from_the_command_line(tmp_path):
    profile, summary = make_profile(tmp_path / "qgis"), tmp_path / "summary.gpkg"
    points = track(tmp_path / "points.gpkg", [(0, 0), (300, 0), (300, 200)])
    words = [f"INPUT={points}", f"STREETS={block(tmp_path / 'streets.gpkg')}", f"SUMMARY={summary}"]
    words.append(f"OUTPUT={tmp_path / 'walked.gpkg'}")
    code, said = call(profile, "run", "communitybrain:comparetracks", "--", *words)
    assert code == 0, said
    assert [row["officer"] for row in rows(str(summary))] == ["1"]
