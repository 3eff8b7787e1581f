"""The generated district keeps what it promises: counts, seamless grids, connected streets, rhythms, honest logs."""

import datetime as dt
import hashlib

import numpy as np
import pandas as pd
import pytest

shapely = pytest.importorskip("shapely", minversion="2.0")

from community_brain_plugin.demo.assembly import generate  # noqa: E402
from community_brain_plugin.demo.catalogue import read  # noqa: E402
from community_brain_plugin.demo.tables import room_time  # noqa: E402
from community_brain_plugin.demo.town import connected_part  # noqa: E402

ANCHOR = dt.date(2026, 7, 15)
SEED = 11
AXES = {"acceptor": "supervision", "collector": "supervision", "shift_leader": "supervision", "dispatcher": "command"}


@pytest.fixture(scope="module")
def district():
    return generate(SEED, ANCHOR)


@pytest.fixture(scope="module")
def cases(district):
    return district["case_file"]


@pytest.fixture(scope="module")
def log(district):
    return district["case_log"]


def grids(district, kind):
    version = district["grid_version"]
    return version[version["kind"] == kind].reset_index(drop=True)


def digest(frame):
    plain = frame.copy()
    if "geom" in plain:
        plain["geom"] = shapely.to_wkb(plain["geom"].to_numpy(), hex=True)
    return hashlib.sha256(plain.to_csv(index=False).encode()).hexdigest()


def test_the_counts_of_the_district(district, cases):
    assert len(grids(district, "block")) == 4
    assert (district["division"]["level"] == "community").sum() == 12
    assert 270 <= len(grids(district, "unit_grid")) <= 330
    assert len(district["building"]) == 1_300
    assert len(district["component"]) == 12_000
    assert district["component"]["class_code"].nunique() >= 40
    assert len(district["sensor"]) == 400
    asked_for = {"fire_lane_magnetometer", "smoke", "water_level", "manhole_tilt", "ebike_charging", "door"}
    assert asked_for <= set(district["sensor"]["kind"])
    assert len(district["staff"]) == 90
    assert len(district["department"]) == 30
    assert len(cases) >= 15_000
    assert (cases["kind"] == "event").mean() == pytest.approx(0.65, abs=0.01)
    area = district["division"].set_index("level").loc["subdistrict", "geom"].area
    assert area == pytest.approx(3.0e6, rel=0.12)


@pytest.mark.slow
def test_same_seed_and_anchor_same_rows(district):
    again = generate(SEED, ANCHOR)
    for table, frame in district.tables.items():
        assert digest(frame) == digest(again[table]), table


def test_unit_grids_cover_their_community_and_cut_no_building(district):
    units = grids(district, "unit_grid")
    shapes = units["geom"].to_numpy()
    for community in district["division"].query("level == 'community'").itertuples():
        mine = shapes[units["code"].str.startswith(community.code)]
        assert shapely.area(mine).sum() == pytest.approx(community.geom.area, abs=0.01)
        assert shapely.union_all(mine).symmetric_difference(community.geom).area < 0.01
    houses = district["building"]["geom"].to_numpy()
    house, cell = shapely.STRtree(shapes).query(houses, predicate="intersects")
    inside = shapely.area(shapely.intersection(houses[house], shapes[cell])) > 0.002 * shapely.length(houses[house])
    assert np.bincount(house[inside]).max() == 1


def test_larger_grids_are_unions_of_smaller_ones(district):
    parents = district["grid_parent"]
    area = {(row.kind, row.code): row.geom.area for row in district["grid_version"].itertuples()}
    own = [area[row.kind, row.code] for row in parents.itertuples()]
    above = pd.Series(own).groupby([parents["kind"], parents["parent_kind"], parents["parent_code"]]).sum()
    for (_, kind, code), total in above.items():
        assert total == pytest.approx(area[kind, code], abs=0.05)


def test_unit_grid_codes_follow_their_community_and_are_numbered_from_one(district):
    codes = grids(district, "unit_grid")["code"]
    assert (codes.str.len() == 15).all()
    for _, mine in codes.groupby(codes.str[:12]):
        assert sorted(mine.str[12:].astype(int)) == list(range(1, len(mine) + 1))


def test_every_component_lies_in_its_one_grid_and_has_a_code_for_life(district):
    components = district["component"]
    units = grids(district, "unit_grid")
    shape = units.set_index("code")["geom"]
    assert shapely.covers(shape.loc[components["unit_grid_code"]].to_numpy(), components["geom"].to_numpy()).all()
    assert components["identity_code"].is_unique
    assert (components["identity_code"].str[6:11] == components["class_code"]).all()
    assert (components["identity_code"].str.len() == 17).all()
    assert components["department_code"].isin(district["department"]["department_code"]).all()


def test_streets_are_one_connected_network_with_gates(district):
    streets = district["street"]
    assert len(connected_part(list(streets["geom"]))) == len(streets)
    assert {"arterial", "secondary", "branch", "lane"} <= set(streets["class"])
    assert streets["gate"].notna().sum() > 60


def test_reports_follow_hour_weekday_and_season(cases):
    local = cases["first_found_at"].dt.tz_convert("Asia/Shanghai")
    hours = local.dt.hour.value_counts()
    assert hours[9] > 5 * hours[3]
    weekday = (local.dt.dayofweek < 5).mean() / 5
    assert weekday > 1.1 * (local.dt.dayofweek >= 5).mean() / 2
    leaves = local[cases["description"].str.contains("落叶")].dt.month
    assert leaves.isin([10, 11, 12]).mean() > 0.8
    water = local[cases["class_code"] == "10999"].dt.month
    assert water.isin([6, 7, 8, 9]).mean() > 0.7
    school = local[cases["description"].str.contains("接送|放学")].dt.hour
    assert school.isin([7, 8, 15, 16, 17]).mean() > 0.75


def test_some_case_files_stand_open_in_every_open_state(cases, district):
    states = read("case_state")
    wanted = set(states.loc[states["is_open"] == "true", "state"])
    still = cases[cases["closed_at"].isna()]
    assert set(still["state"]) == wanted
    fresh = still["first_found_at"] > pd.Timestamp(room_time(district.anchor)) - pd.Timedelta(hours=12)
    assert fresh.mean() > 0.4
    assert len(still) < 220


def test_every_post_finds_enough_to_do_when_the_room_opens(cases):
    """Several case files for each act of the day: whoever tries the demo takes a step, and has another one to try."""
    still = cases[cases["closed_at"].isna()]
    assert still["state"].value_counts().min() >= 3
    assert still["pending"].value_counts().to_dict() == {"extend": 3, "suspend": 2}
    assert (still["return_count"] >= 3).sum() >= 2, "returned so often that the shift leader rules"
    mornings = still[still["state"] == "handling"]["handler"].value_counts()
    assert mornings.iloc[0] >= 4, "a worker has more than one order at his desk"


def test_nine_of_ten_are_in_time(cases):
    ended = cases[cases["feedback_at"].notna()]
    assert (ended["feedback_at"] <= ended["deadline_at"]).mean() == pytest.approx(0.9, abs=0.03)


def test_every_log_is_a_chain_of_allowed_steps_that_ends_in_the_files_state(cases, log):
    rules = read("case_transition")
    allowed = {(row.action, row.from_state, row.to_state, row.role) for row in rules.itertuples()}
    previous = log.groupby("case_id")["to_state"].shift()
    assert (log["from_state"].fillna("") == previous.fillna("")).all()
    assert (log.groupby("case_id")["at"].diff().dropna() > pd.Timedelta(0)).all()
    assert (log["version"] == log.groupby("case_id").cumcount() + 1).all()
    # "*" and "=" stand for any open and the same state.
    for row in log.drop_duplicates(["action", "from_state", "to_state", "role"]).itertuples():
        if row.action != "report":
            ends = {row.to_state, "="} if row.from_state == row.to_state else {row.to_state}
            known = {(row.action, begin, end, row.role) for begin in (row.from_state, "*") for end in ends}
            assert known & allowed, row
    last = log.groupby("case_id").tail(1).set_index("case_id")
    assert (last["to_state"] == cases.set_index("case_id")["state"]).all()
    assert (last["version"] == cases.set_index("case_id")["version"]).all()
    assert log["at"].max() <= pd.Timestamp(room_time(ANCHOR))


def test_whoever_handed_in_or_checked_lately_took_a_picture_since_the_step_before(district, log):
    shown = district["case_attachment"]
    assert set(shown["stage"]) == {"before", "after", "check"}
    since = log.groupby("case_id")["at"].shift()
    fresh = log[log["at"] > pd.Timestamp(room_time(ANCHOR)) - pd.Timedelta(days=14)]
    for row in fresh[fresh["action"].isin(["submit_handling", "check_result"])].itertuples():
        stage = "after" if row.action == "submit_handling" else "check"
        mine = shown[(shown["case_id"] == row.case_id) & (shown["stage"] == stage)]
        mine = mine[(mine["added_at"] > since[row.Index]) & (mine["added_at"] < row.at)]
        assert list(mine["added_by"]) == [row.staff_number], row
    assert {bytes(content[:8]) for content in shown["content"]} == {b"\x89PNG\r\n\x1a\n"}
    assert shown["content"].nunique() == len(shown)


def test_strict_axes_hold_all_year(district, cases, log):
    room = log[log["axis"].isin(["supervision", "command"])]
    assert room.groupby("staff_number")["axis"].nunique().max() == 1
    held = district["staff_role"].groupby("staff_number")["role"].apply(set)
    acts = log.drop_duplicates(["staff_number", "role"])
    assert all(role in held[number] for number, role in zip(acts["staff_number"], acts["role"], strict=True))
    closed = cases[cases["state"] == "closed"]
    for work in ("dispatched_by", "handled_by", "handler"):
        assert not (closed["closed_by"] == closed[work]).any()
    unit = district["staff"].set_index("staff_number")["department_code"]
    handled = cases[cases["handler"].notna()]
    assert (unit.loc[handled["handler"]].to_numpy() == handled["department_code"].to_numpy()).all()


def test_room_staff_act_in_their_own_shift(district, log):
    roster = district["roster"].merge(district["shift"], on="shift_id")
    acts = log[log["role"].isin(list(AXES))].sample(400, random_state=1)
    shifts = dict(list(roster.groupby(["staff_number", "role"])))
    for act in acts.itertuples():
        mine = shifts[act.staff_number, act.role]
        at = act.at.to_pydatetime()
        assert ((mine["starts_at"] <= at) & (mine["ends_at"] > at)).any(), act
