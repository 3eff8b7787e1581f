"""Planned routes become a plan of the room: saved, given to who is on duty, published."""

from datetime import timedelta

import pytest
from hazard_layers import rows, write_lines, write_points
from little_room import SUBDISTRICT
from patrol_plans import plan_of
from patrol_runs import block, plan
from qgis.core import QgsProcessingException

from community_brain_plugin.patrols import plans


@pytest.fixture
def sit_at(map_room, tmp_path, monkeypatch):
    """Take the seat of a post: what is saved from now on is by that login."""

    def sitting(post: str):
        service = tmp_path / f"{post}.conf"
        entry = "\n".join(f"{key}={value}" for key, value in map_room.parameters(post).items())
        service.write_text(f"[community-brain]\n{entry}\n")
        monkeypatch.setenv("PGSERVICEFILE", str(service))
        return map_room.connect(post, autocommit=False)

    return sitting


def shift_of_tomorrow(room) -> None:
    """A morning shift tomorrow with one collector."""
    room.query(
        "WITH s AS (INSERT INTO room.shift (subdistrict, name_zh, name_en, starts_at, ends_at)"
        " SELECT %s, '早班', 'Early',"
        " (room.room_today() + 1 + time '08:00') AT TIME ZONE 'Asia/Shanghai',"
        " (room.room_today() + 1 + time '16:00') AT TIME ZONE 'Asia/Shanghai' RETURNING subdistrict, shift_id)"
        " INSERT INTO room.roster (subdistrict, shift_id, staff_number, role)"
        " SELECT s.subdistrict, s.shift_id, '1003', 'collector' FROM s",
        (SUBDISTRICT,),
    )


def test_planned_routes_are_saved_and_published_to_the_shift(run, sit_at, map_room, tmp_path):
    shift_of_tomorrow(map_room)
    tomorrow = str(map_room.one("SELECT room.room_today() + 1"))
    streets = block(tmp_path / "streets.gpkg", name=[f"东{n}街" for n in range(8)])
    made = plan(run, tmp_path, streets, OFFICERS=2, NAME="name", BEGIN="08:30")
    leader = sit_at("shift_leader")
    given = {"INPUT": str(tmp_path / "output.gpkg"), "COVERAGE": str(tmp_path / "coverage.gpkg"), "DAY": tomorrow}
    saved, listener = run("savepatrolplan", {**given, "NAME": "早班一", "PUBLISH": True})
    assert "1 routes are nobody's yet" in listener.textLog()
    entry, whole = plans.one(leader, saved["PLAN"]), plans.load(leader, saved["PLAN"])
    assert (entry.state, entry.shift_en, entry.officers, entry.left_out) == ("published", "Early", 2, 0)
    assert entry.longest_minutes == pytest.approx(made["LONGEST"], abs=0.1)
    assert entry.metres == pytest.approx(sum(row["length_m"] for row in made["SUMMARY"]))
    assert [(route.staff_number, f"{route.starts_at:%H:%M}") for route in whole.routes] == [
        ("1003", "00:30"), (None, "00:30")
    ]  # fmt: skip
    legs = [leg for route in whole.routes for leg in route.legs]
    assert [leg.name for leg in legs] == [row["name"] for row in made["OUTPUT"]]
    assert whole.parameters["algorithm"] == "communitybrain:planpatrols"


def test_routes_past_midnight_and_what_is_left_out_are_kept(run, sit_at, tmp_path):
    routes = write_lines(
        tmp_path / "r.gpkg", [[(0, 0), (100, 0)], [(100, 0), (100, 100)]], officer=["甲", "甲"], leg=["2", "1"],
        start=["00:10:00", "23:50:00"], stop=["00:20:00", "00:10:00"], length_m=["100", "100"],
    )  # fmt: skip
    coverage = write_lines(
        tmp_path / "c.gpkg", [[(0, 0), (0, 50)], [(0, 0), (100, 0)]], street=["7", "8"], name=["断头路", "东街"],
        length_m=["50", "100"], left_out=["No way.", None],
    )  # fmt: skip
    planner = sit_at("planner")
    stops = write_points(
        tmp_path / "s.gpkg", [(100, 50), (5, 5)], officer=["1", None], name=["消火栓", "井盖"],
        begins=["00:05:00", None], leaves=["00:07:00", None],
    )  # fmt: skip
    saved, _ = run("savepatrolplan", {"INPUT": routes, "COVERAGE": coverage, "STOPS": stops, "NAME": "夜班"})
    whole = plans.load(planner, saved["PLAN"])
    (stop,) = whole.routes[0].stops
    assert (stop.name, stop.starts_at - whole.routes[0].starts_at) == ("消火栓", timedelta(minutes=15))
    assert (whole.routes[0].name, plans.one(planner, saved["PLAN"]).longest_minutes) == ("甲", 30.0)
    assert [(street.name, street.reason) for street in whole.left_out] == [("断头路", "No way.")]
    with pytest.raises(QgsProcessingException, match="may only be done by"):
        run("savepatrolplan", {"INPUT": routes, "NAME": "夜班", "PUBLISH": True})
    with pytest.raises(QgsProcessingException, match="no field officer"):
        run("savepatrolplan", {"INPUT": coverage, "NAME": "x"})
    assert rows(routes)


def test_two_plans_are_compared_in_a_table(run, sit_at, map_room, tmp_path):
    planner = sit_at("planner")
    plans.save(planner, plan_of(map_room, "one", ["a", "b"], ["c"]))
    plans.save(planner, plan_of(map_room, "other", ["a"], ["b", "c"]))
    sit_at("dispatcher")
    given = {"PLAN": "one", "OTHER": "other", "OUTPUT": str(tmp_path / "moved.gpkg")}
    made, listener = run("comparepatrolplans", given)
    assert [(row["name"], row["officers"], row["other"]) for row in rows(made["OUTPUT"])] == [("b路", "1", "2")]
    assert "2 officers, 300 m" in listener.textLog()
