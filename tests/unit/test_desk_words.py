"""What a desk keeps and finds without a widget: drafts, classes by pinyin, alarms in order."""

import csv
from datetime import UTC, datetime, timedelta

import pytest

from community_brain_plugin import resources
from community_brain_plugin.alarms import standing
from community_brain_plugin.alarms.standing import Standing
from community_brain_plugin.cases import class_search
from community_brain_plugin.cases.drafts import Drafts

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def classes():
    with resources.path("code_tables", "class.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["profile"] == "GB/T 47678.5-2026"]


@pytest.mark.parametrize("typed", ["zyxftd", "xftd", "占用消防", "09-012", "09012", "fire lane"])
def test_a_class_is_found_by_code_name_or_pinyin_initials(classes, typed):
    assert "占用消防通道" in [row["name_zh"] for row in class_search.find(classes, typed)]


def test_what_begins_with_the_words_comes_first(classes):
    assert class_search.find(classes, "路灯")[0]["name_zh"] == "路灯"


def test_nothing_typed_shows_classes_and_nonsense_none(classes):
    assert len(class_search.find(classes, "", limit=10)) == 10
    assert class_search.find(classes, "qqqqzz") == []


def test_a_rare_character_fits_any_letter_but_cannot_start():
    assert class_search.initials("雨水箅子") == "ys?z"
    assert class_search.find([{"code": "1", "name_zh": "雨水箅子", "name_en": "Grate"}], "sbz")
    assert not class_search.find([{"code": "1", "name_zh": "箅子", "name_en": "Grate"}], "bz")


def test_drafts_come_back_after_a_restart_with_their_request(tmp_path):
    path = tmp_path / "deep" / "drafts.json"
    first = Drafts(path)
    request = first.keep("A1", "dispatch", {"department_code": "D1"}).request_id
    first.close()
    again = Drafts(path)
    assert again.has("A1", "dispatch")
    assert again.get("A1", "dispatch").request_id == request
    again.drop("A1", "dispatch")
    again.close()
    assert not Drafts(path).has("A1", "dispatch")


def test_two_windows_on_one_profile_keep_each_others_drafts(tmp_path):
    """Neither sees or overwrites what the other is writing; the next window takes up what both have left."""
    path = tmp_path / "drafts.json"
    first, second = Drafts(path), Drafts(path)
    first.keep("A1", "dispatch", {"reason": "first"})
    second.keep("A2", "close", {"reason": "second"})
    assert second.get("A1", "dispatch").request_id != first.get("A1", "dispatch").request_id
    first.keep("A3", "urge", {"reason": "first again"})
    second.close()
    third = Drafts(path)
    assert third.has("A2", "close")
    assert not third.has("A1", "dispatch")
    third.keep("A1", "dispatch", {"reason": "written last"})
    for window in (first, third):
        window.close()
    last = Drafts(path)
    assert [last.has(*key) for key in (("A1", "dispatch"), ("A2", "close"), ("A3", "urge"))] == [True] * 3
    last.close()
    assert [file.name for file in tmp_path.glob("*.json")] == ["drafts.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a/b": 1}', '{"a/b": {"values": 3}}'])
def test_a_damaged_file_of_drafts_costs_the_drafts_only(tmp_path, text):
    path = tmp_path / "drafts.json"
    path.write_text(text, encoding="utf-8")
    drafts = Drafts(path)
    assert not drafts.has("a", "b")
    drafts.keep("a", "c", {"reason": "x"})
    drafts.close()
    assert Drafts(path).has("a", "c")


def test_a_draft_that_cannot_be_written_is_still_there(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    drafts = Drafts(tmp_path / "file" / "drafts.json")
    drafts.keep("a", "b", {"reason": "x"})
    assert drafts.has("a", "b")


def alarm(number, *, priority=2, minutes=5, **more):
    return {"alarm_id": number, "priority": priority, "raised_at": NOW - timedelta(minutes=minutes), **more}


def test_an_alarm_that_is_over_stays_until_it_was_seen():
    assert standing.standing(alarm(1), NOW) is Standing.UNSEEN
    assert standing.standing(alarm(1, cleared_at=NOW), NOW) is Standing.OVER_UNSEEN
    assert standing.standing(alarm(1, acknowledged_at=NOW), NOW) is Standing.SEEN
    assert standing.standing(alarm(1, shelved_until=NOW + timedelta(hours=1)), NOW) is Standing.SHELVED
    assert standing.standing(alarm(1, shelved_until=NOW), NOW) is Standing.UNSEEN
    assert not standing.is_listed(alarm(1, cleared_at=NOW, acknowledged_at=NOW))


def test_unseen_alarms_come_first_then_priority_then_the_newest():
    rows = [alarm(1, acknowledged_at=NOW, priority=1), alarm(2), alarm(3, priority=1), alarm(4, minutes=1)]
    assert [row["alarm_id"] for row in sorted(rows, key=lambda row: standing.sort_key(row, NOW))] == [3, 4, 2, 1]


def test_the_rate_counts_the_last_hour():
    assert standing.in_last_hour([NOW - timedelta(minutes=minutes) for minutes in (5, 60, 59)], NOW) == 2
