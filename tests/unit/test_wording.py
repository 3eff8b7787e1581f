"""The catalogue is complete in both languages, and saying something never fails."""

import re
import string
from collections import Counter

import pytest

from community_brain_plugin import resources, wording
from community_brain_plugin.errors import RoomError

CODE_IN_USE = re.compile(r"""\b(?:refuse|RoomError|say)\(\s*["']([a-z_]+(?:\.[a-z_]+)*)["']""")


def catalogue():
    return wording._rows("messages")


def placeholders(text):
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.fixture(autouse=True)
def environment_language(monkeypatch):
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    wording.set_language(None)
    yield
    wording.set_language(None)


def test_every_message_has_both_languages_with_the_same_placeholders():
    for row in catalogue():
        assert row["en"].strip(), row["code"]
        assert row["zh"].strip(), row["code"]
        assert placeholders(row["en"]) == placeholders(row["zh"]), row["code"]
        assert None not in row, f"{row['code']}: a comma is not quoted"


def test_the_chinese_is_chinese_and_the_english_is_not():
    for row in catalogue():
        assert any("\u4e00" <= sign <= "\u9fff" for sign in row["zh"]), row["code"]
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in row["en"]), row["code"]


def test_codes_are_unique_and_each_block_stands_together():
    codes = [row["code"] for row in catalogue()]
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert all("." in code for code in codes)
    blocks = [code.partition(".")[0] for code in codes]
    assert blocks == sorted(blocks)


def test_the_file_is_utf_8_with_unix_lines():
    raw = resources.path("code_tables", "messages.csv").read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    raw.decode("utf-8")


def test_saying_fills_placeholders_in_the_chosen_language():
    wording.set_language("en")
    assert "case file A1" in wording.say("own_work", staff="P7", case_number="A1")
    wording.set_language("zh_CN")
    assert wording.language() == "zh"
    assert "案卷 A1" in wording.say("own_work", staff="P7", case_number="A1")


def test_a_code_in_a_parameter_is_shown_by_its_name():
    wording.set_language("en")
    assert "Shift leader" in wording.say("wrong_role", action="close", role="shift_leader")
    wording.set_language("zh")
    assert "值班长" in wording.say("wrong_role", action="close", role="shift_leader")
    assert "联系方式" in wording.say("value_required", field="channel")
    assert "变更区域运行状态" in wording.say("reason_required", action="set_area_state")


def test_an_unknown_code_or_parameter_never_raises():
    assert wording.say("no.such", a=1) == "no.such (a=1)"
    assert wording.say("no.such") == "no.such"
    assert "–" in wording.say("stale_version")
    assert "nobody" in wording.say("wrong_role", action="nobody", role="nobody")
    assert wording.say("unknown_worker", staff=None)
    assert wording.name("case_state", "unheard") == "unheard"
    assert wording.name("no_such_table", "x") == "x"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
    ],
)
def test_the_environment_chooses_the_language(monkeypatch, variables, expected):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wording.language() == expected


def test_an_error_of_the_room_words_itself():
    wording.set_language("zh")
    assert "部件标识码" in str(RoomError("component.bad_length", code="1", length=1, profile="X", expected=17))


def codes_in_use():
    """Return every message code the program or the database can raise, with the file that does."""
    folder = resources.path().parent
    package = next(parent for parent in (folder, *folder.parents) if (parent / "community_brain_plugin").is_dir())
    found = {}
    for file in [*resources.path("schema").rglob("*.sql"), *(package / "community_brain_plugin").rglob("*.py")]:
        for code in CODE_IN_USE.findall(file.read_text(encoding="utf-8")):
            found.setdefault(code, file.name)
    return found


def test_every_code_that_can_be_raised_has_words():
    known = {row["code"] for row in catalogue()}
    missing = {code: file for code, file in codes_in_use().items() if not {code, f"room.{code}"} & known}
    assert missing == {}
