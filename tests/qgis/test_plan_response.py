"""Plan response as people meet it: alarms, officers and Run; people are sent where alarms will still stand."""

import pytest
from hazard_layers import ORIGIN, Listener, rows, write_points, write_streets
from qgis.core import QgsProcessingException
from qgis_process import call, make_profile

NOW = "2026-01-05T10:00:00"


def places(*metres):
    """Places that far from the origin."""
    return [(x + ORIGIN[0], y + ORIGIN[1]) for x, y in metres]


@pytest.fixture
def planned(run, tmp_path):
    """Plan a response with its output in a folder; returns its rows, its numbers and what was said."""

    def work(alarms, officers, listener: Listener | None = None, **given):
        output = str(tmp_path / "response.gpkg")
        asked = {"INPUT": alarms, "OFFICERS": officers, "NOW": NOW, "OUTPUT": output, **given}
        results, heard = run("planresponse", asked, listener)
        return rows(results["OUTPUT"]) if "OUTPUT" in results else [], results, heard

    return work


@pytest.fixture
def alarms(tmp_path):
    """Three alarms east of the officers' post, at 100, 200 and 600 m: raised 10, 20 and 30 minutes ago."""
    return write_points(
        tmp_path / "alarms.gpkg",
        places((100, 0), (200, 0), (600, 0)),
        raised_at=["2026-01-05T09:50:00", "2026-01-05T09:40:00", "2026-01-05T09:30:00"],
        kind=["smoke", "lane", "lane"],
    )


@pytest.fixture
def officer(tmp_path):
    """One officer at the post."""
    return write_points(tmp_path / "officers.gpkg", places((0, 0)), name=["李梅"])


@pytest.fixture
def past(tmp_path):
    """Lane alarms that end within minutes, smoke alarms that stand for hours, and some that were caught."""
    began = [f"2026-01-0{1 + n // 12}T{n % 12:02d}:00:00" for n in range(24)]
    ended = [f"{moment[:11]}{n % 12:02d}:{5 + n % 12:02d}:00" for n, moment in enumerate(began[:12])]
    ended += [f"{moment[:11]}{5 + n % 12:02d}:00:00" for n, moment in enumerate(began[12:])]
    return write_points(
        tmp_path / "past.gpkg", places(*[(0, 0)] * 24), kind=["lane"] * 12 + ["smoke"] * 12,
        raised_at=began, ended_at=ended, caught=["yes" if n == 3 else "no" for n in range(24)],
    )  # fmt: skip


def test_alarms_officers_and_run_is_enough(planned, alarms, officer):
    found, results, heard = planned(alarms, officer)
    assert [(row["officer"], row["stop"]) for row in found] == [("李梅", 1), ("李梅", 2), ("李梅", 3)]
    assert found[0]["stands_min"] == 10.0
    # 130 m at 70 m a minute, half gone in half an hour.
    assert found[0]["on_foot_min"] == pytest.approx(130 / 70)
    assert found[0]["arrives"] == "10:01"
    assert found[0]["chance"] == pytest.approx(0.5 ** (130 / 70 / 30))
    assert results["EXPECTED"] == pytest.approx(sum(row["chance"] for row in found))
    assert results["EXPECTED"] >= results["NEAREST"] - 1e-9
    assert "raised_at" in heard.textLog()


def test_what_ends_soon_goes_before_what_lies_near(planned, alarms, officer, past):
    found, _, heard = planned(
        alarms, officer, HISTORY=past, PAST_KIND="kind", KIND="kind", PAST_CAUGHT="caught", STAY=20.0
    )
    assert [row["kind"] for row in found] == ["lane", "smoke", "lane"]
    assert "lane" in heard.textLog()


def test_ways_follow_the_streets(planned, alarms, officer, tmp_path):
    streets = write_streets(tmp_path / "streets.gpkg")
    found, _, _ = planned(alarms, officer, STREETS=streets, STAY=0.0)
    assert [row["on_foot_min"] for row in found] == pytest.approx([100 / 70, 200 / 70, 600 / 70])


def test_two_officers_do_not_run_to_the_same_alarm(planned, alarms, tmp_path):
    both = write_points(tmp_path / "both.gpkg", places((0, 0), (700, 0)))
    found, _, _ = planned(alarms, both)
    assert sorted(row["alarm"] for row in found) == [1, 2, 3]
    assert {row["officer"] for row in found if row["alarm"] == 3} == {"2"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"NOW": "2026-01-05T09:45:00"}, "begins after the moment"),
        ({"HISTORY": "alarms"}, "Say which fields"),
    ],
)
def test_what_cannot_be_is_refused_in_words(planned, alarms, officer, given, words):
    given = {name: alarms if value == "alarms" else value for name, value in given.items()}
    with pytest.raises(QgsProcessingException, match=words):
        planned(alarms, officer, **given)


def test_a_cancelled_plan_leaves_no_file(planned, alarms, officer, tmp_path):
    planned(alarms, officer, Listener(stop_at=1.0))
    assert not (tmp_path / "response.gpkg").exists()


def test_the_command_line_plans_too(alarms, officer, tmp_path):
    output = tmp_path / "response.gpkg"
    words = [f"INPUT={alarms}", f"OFFICERS={officer}", f"NOW={NOW}", f"OUTPUT={output}"]
    code, said = call(make_profile(tmp_path / "profile"), "run", "communitybrain:planresponse", "--", *words)
    assert code == 0, said
    assert len(rows(str(output))) == 3
