"""Saved results: kept under a name for the room's other desks, and for nobody else."""

import zlib

import psycopg2
import pytest
from psycopg2.extras import Json

from community_brain_plugin.database import results
from community_brain_plugin.database.results import RASTER, VECTOR, Result
from community_brain_plugin.errors import RoomError

DENSITY = Result(RASTER, {"algorithm": "communitybrain:hazarddensity", "BANDWIDTH": "120"}, "<qgis/>", b"II*\0" * 5000)
GEOPACKAGE = b"SQLite format 3\0and so on"


def refused(code: str, action, *arguments: object) -> dict:
    with pytest.raises(RoomError) as caught:
        action(*arguments)
    assert caught.value.code == f"room.{code}"
    assert "–" not in str(caught.value)
    return caught.value.params


def test_a_result_is_opened_on_another_desk_as_it_was_saved(room):
    results.save(room.connect("analyst", autocommit=False), " 三月密度 ", DENSITY)
    other = room.connect("dispatcher", autocommit=False)
    assert results.load(other, "三月密度") == DENSITY
    (entry,) = [entry for entry in results.listed(other) if entry.name == "三月密度"]
    assert (entry.kind, entry.parameters["BANDWIDTH"]) == (RASTER, "120")
    assert 0 < entry.size < len(DENSITY.content)


def test_neither_a_handling_unit_nor_the_neighbour_sees_or_saves(room):
    results.save(room.connect("analyst", autocommit=False), "only ours", DENSITY)
    for post in ("worker", "officer", "neighbour"):
        session = room.connect(post, autocommit=False)
        refused("unknown_result", results.load, session, "only ours")
        assert "only ours" not in [entry.name for entry in results.listed(session)]
    refused("wrong_role", results.save, room.connect("worker", autocommit=False), "mine", DENSITY)
    neighbour = room.connect("neighbour", autocommit=False)
    results.save(neighbour, "only ours", Result(VECTOR, {}, "", GEOPACKAGE))
    assert results.load(neighbour, "only ours").content == GEOPACKAGE
    assert results.load(room.connect("analyst", autocommit=False), "only ours") == DENSITY


def test_a_name_is_not_taken_by_accident(room):
    analyst, planner = (room.connect(post, autocommit=False) for post in ("analyst", "planner"))
    results.save(analyst, "density", DENSITY)
    # Sent again after a lost connection: it is there already.
    results.save(analyst, "density", DENSITY)
    changed = Result(VECTOR, {}, "", GEOPACKAGE)
    refused("result_name_taken", results.save, analyst, "density", changed)
    analyst.rollback()
    refused("foreign_result", results.save, planner, "density", changed, True)
    planner.rollback()
    results.save(analyst, "density", changed, True)
    assert results.load(planner, "density") == changed
    leader = room.connect("shift_leader", autocommit=False)
    results.save(leader, "density", DENSITY, True)
    refused("foreign_result", results.delete, planner, "density")
    planner.rollback()
    assert results.delete(leader, "density") is True
    assert results.delete(leader, "density") is False
    log = room.query(
        "SELECT action, staff_name, details ->> 'saved_by' FROM desk.room_log WHERE key = 'density' ORDER BY entry_no",
        post="dispatcher",
    )
    assert log == [
        ("replaced", "analyst", "1006"), ("replaced", "shift_leader", "1006"), ("deleted", "shift_leader", "1002"),
    ]  # fmt: skip


def test_small_results_have_an_end_to_their_number(own_room):
    own_room.query("SELECT desk.set_setting('result_megabytes', %s)", (Json(1),), "shift_leader")
    analyst = own_room.connect("analyst", autocommit=False)
    for number in range(16):
        results.save(analyst, f"r{number}", DENSITY)
    assert refused("results_full", results.save, analyst, "one more", DENSITY)["megabytes"] == 1
    analyst.rollback()
    results.save(analyst, "r3", Result(VECTOR, {}, "", GEOPACKAGE), True)


@pytest.mark.parametrize(
    "content",
    [
        zlib.compress(b"<VRTDataset><SourceFilename>/etc/passwd</SourceFilename></VRTDataset>"),
        zlib.compress(b"II*\0" + bytes(2**30)),
        b"II*\0",
    ],
    ids=["points elsewhere", "too large once it is unpacked", "not packed"],
)
def test_what_somebody_saved_past_the_program_is_not_opened_as_a_layer(room, content):
    save = "SELECT desk.save_result('trap', 'raster', '{}', '', %s, true)"
    room.query(save, (psycopg2.Binary(content),), "analyst")
    told = refused("damaged_result", results.load, room.connect("dispatcher", autocommit=False), "trap")
    assert told["name"] == "trap"


def test_what_is_too_large_or_nothing_is_refused(room):
    session = room.session("analyst")
    with session.cursor() as cursor, pytest.raises(Exception, match="result_too_large"):
        cursor.execute(
            "SELECT desk.save_result('big', 'raster', '{}', '', decode(repeat('00', 64 * 1024 * 1024 + 1), 'hex'))"
        )
    analyst = room.connect("analyst", autocommit=False)
    for name, result, code in (
        ("", DENSITY, "bad_value"),
        ("x" * 81, DENSITY, "bad_value"),
        ("x", Result("film", {}, "", b"1"), "bad_value"),
    ):
        refused(code, results.save, analyst, name, result)
        analyst.rollback()
    with session.cursor() as cursor, pytest.raises(Exception, match="value_required"):
        cursor.execute("SELECT desk.save_result('x', 'raster', '{}', '', ''::bytea)")
    assert room.query("SELECT count(*) FROM room.analysis_result WHERE name IN ('x', 'big')") == [(0,)]
