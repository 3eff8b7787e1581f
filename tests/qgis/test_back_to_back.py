"""Back-to-back checks as people meet them: grids are drawn in turn and can be checked, and what was missed is shown."""

import pytest
from hazard_layers import ORIGIN, rows, write_points, write_squares
from qgis.core import QgsProcessingException
from qgis_process import call, make_profile

NOW = "2026-01-05T10:00:00"


def places(*metres):
    """Places that far from the origin."""
    return [(x + ORIGIN[0], y + ORIGIN[1]) for x, y in metres]


@pytest.fixture
def grids(tmp_path):
    """Sixteen grids of 100 m."""
    return write_squares(tmp_path / "grids.gpkg", side=4, code=[f"G{number:02d}" for number in range(16)])


def drawn(found):
    """Codes of the grids drawn, in their order."""
    order = sorted((row["drawn"], row["code"]) for row in found if row["drawn"])
    return [code for _, code in order]


def test_grids_and_run_is_enough_and_the_next_draw_takes_the_others(run, grids, tmp_path):
    first, second = str(tmp_path / "first.gpkg"), str(tmp_path / "second.gpkg")
    results, heard = run("drawpatrolsample", {"INPUT": grids, "NOW": NOW, "OUTPUT": first})
    assert results["DRAWN"] == 10
    assert "2026-01-05" in heard.textLog()
    assert results["DIGEST"] in heard.textLog()
    run("drawpatrolsample", {"INPUT": first, "SEED": "other", "NOW": NOW, "COUNT": 8, "OUTPUT": second})
    before, after = drawn(rows(first)), drawn(rows(second))
    assert set(after[:6]) == {f"G{number:02d}" for number in range(16)} - set(before)
    assert {row["checks"] for row in rows(second)} == {1, 2}
    assert {row["last_checked"] for row in rows(second)} == {"2026-01-05"}


def test_a_grid_full_of_events_is_drawn_sooner(run, grids, tmp_path):
    events = write_points(tmp_path / "events.gpkg", places(*[(150.0, 50.0)] * 500))
    firsts = []
    for seed in range(12):
        output = str(tmp_path / f"{seed}.gpkg")
        run("drawpatrolsample", {"INPUT": grids, "EVENTS": events, "SEED": str(seed), "NOW": NOW, "OUTPUT": output})
        firsts.append(drawn(rows(output))[0])
    assert firsts.count("G01") >= 10


def test_two_grids_of_one_name_are_refused_by_feature(run, tmp_path):
    grids = write_squares(tmp_path / "twins.gpkg", side=2, code=["A", "B", "A", "C"])
    with pytest.raises(QgsProcessingException, match=r"A is there already.*feature 3"):
        run("drawpatrolsample", {"INPUT": grids, "OUTPUT": str(tmp_path / "out.gpkg")})


@pytest.fixture
def sweeps(tmp_path):
    """What two inspectors found: two things both, one only the second, one only the first, one outside the grids."""
    first = write_points(
        tmp_path / "one.gpkg", places((50, 50), (150, 50), (250, 50)), class_code=["lamp", "lamp", "bin"]
    )
    second = write_points(
        tmp_path / "two.gpkg",
        places((55, 50), (150, 58), (250, 52), (5000, 5000)),
        class_code=["lamp", "lamp", "lamp", "bin"],
    )
    return {"INPUT": first, "SECOND": second}


def test_both_sweeps_and_run_is_enough(run, sweeps, tmp_path):
    results, heard = run("comparesweeps", {**sweeps, "OUTPUT": str(tmp_path / "found.gpkg")})
    assert (results["BOTH"], results["MISSED"], results["SHARE"]) == (2, 2, 50.0)
    found = rows(results["OUTPUT"])
    assert sorted(row["found_by"] for row in found) == ["both", "both", "first", "missed", "missed"]
    assert sorted(row["apart_m"] for row in found if row["found_by"] == "both") == pytest.approx([5.0, 8.0])
    assert "50 %" in heard.textLog()


def test_in_grids_only_what_lies_in_them_counts_and_each_says_what_was_missed(run, grids, sweeps, tmp_path):
    files = {"OUTPUT": str(tmp_path / "found.gpkg"), "BY_GRID": str(tmp_path / "grids_found.gpkg")}
    results, _ = run("comparesweeps", {**sweeps, "AREAS": grids, **files})
    assert (results["BOTH"], results["MISSED"]) == (2, 1)
    table = {row["code"]: row for row in rows(results["BY_GRID"])}
    assert (table["G00"]["missed"], table["G00"]["share_found"]) == (0, 1.0)
    assert (table["G02"]["first"], table["G02"]["second"], table["G02"]["missed"]) == (1, 1, 1)


def test_both_run_from_the_command_line(grids, sweeps, tmp_path):
    profile = make_profile(tmp_path / "qgis")
    words = [f"INPUT={grids}", f"NOW={NOW}", f"OUTPUT={tmp_path / 'drawn.gpkg'}"]
    code, said = call(profile, "run", "communitybrain:drawpatrolsample", "--", *words)
    assert code == 0, said
    assert "DRAWN:\t10" in said
    words = [*(f"{name}={path}" for name, path in sweeps.items()), f"OUTPUT={tmp_path / 'found.gpkg'}"]
    code, said = call(profile, "run", "communitybrain:comparesweeps", "--", *words)
    assert code == 0, said
    assert "MISSED:\t2" in said
