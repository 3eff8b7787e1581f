"""A page for each officer, from the saved plan and from what was planned; a long list of turns goes on."""

import re
from pathlib import Path

import pytest
from hazard_layers import write_lines
from patrol_plans import plan_of
from qgis.core import QgsLayoutItemLabel, QgsProcessingException

from community_brain_plugin.patrols import plans
from community_brain_plugin.processing import patrol_pages


def pages(path: str) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\b", Path(path).read_bytes()))


@pytest.fixture
def at_desk(map_room, tmp_path, monkeypatch):
    service = tmp_path / "desk.conf"
    entry = "\n".join(f"{key}={value}" for key, value in map_room.parameters("shift_leader").items())
    service.write_text(f"[community-brain]\n{entry}\n")
    monkeypatch.setenv("PGSERVICEFILE", str(service))


def test_the_published_plan_is_printed_page_by_page(run, at_desk, map_room, tmp_path, monkeypatch):
    told = []

    class Exporter(patrol_pages.QgsLayoutExporter):
        @staticmethod
        def exportToPdf(atlas, *arguments):
            atlas.beginRender()
            while atlas.next():
                labels = [item for item in atlas.layout().items() if isinstance(item, QgsLayoutItemLabel)]
                told.append({item.id(): item.currentText() for item in labels})
            atlas.endRender()
            return patrol_pages.QgsLayoutExporter.__base__.exportToPdf(atlas, *arguments)

    monkeypatch.setattr(patrol_pages, "QgsLayoutExporter", Exporter)
    leader = map_room.connect("shift_leader", autocommit=False)
    long = [f"s{number}" for number in range(150)]
    answer = plans.save(leader, plan_of(map_room, "早班", ["a", "b"], long))
    answer = plans.assign(leader, answer.plan_id, 1, "1003", answer.version)
    plans.publish(leader, answer.plan_id, answer.version)
    made, _ = run("printpatrolplan", {"FILE": str(tmp_path / "plan.pdf")})
    assert made["OFFICER_COUNT"] == 2
    # One page for the short list; the long one goes on.
    assert pages(made["FILE"]) == 3
    assert [page["title"] for page in told] == ["早班 · Officer 1 collector", "早班 · Officer 2"]
    assert "08:00 to 08:02, 2 min; 200 m, of them 200 m on patrol" in told[0]["subtitle"]
    assert told[0]["note"].endswith(f"Plan {answer.plan_id}, published")
    assert told[1]["number"] == "2 / 2"


def test_planned_routes_are_printed_without_a_room(run, tmp_path):
    routes = write_lines(
        tmp_path / "r.gpkg", [[(0, 0), (100, 0)], [(100, 0), (100, 100)]], officer=["1", "2"], leg=["1", "1"],
        start=["08:00:00", "08:00:00"], stop=["08:10:00", "08:10:00"], length_m=["100", "100"], name=["东街", None],
    )  # fmt: skip
    made, _ = run("printpatrolplan", {"INPUT": routes, "STREETS": routes, "FILE": str(tmp_path / "r.pdf")})
    assert pages(made["FILE"]) == 2


def test_a_plan_that_is_not_there_is_said(run, at_desk, tmp_path):
    with pytest.raises(QgsProcessingException, match="no plan of patrol"):
        run("printpatrolplan", {"PLAN": "nothing", "FILE": str(tmp_path / "x.pdf")})
