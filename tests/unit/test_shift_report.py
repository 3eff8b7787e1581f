"""The shift report reads the same on paper, in a terminal and on the screen, in both languages."""

import pytest

from community_brain_plugin import wording
from community_brain_plugin.cases.shift_report import as_html, as_text, shift_report, span_of

CASE = {
    "case_number": "20261121-000001", "priority": 1, "class_zh": "占用消防通道", "class_en": "Blocked fire lane",
    "address": "松涛路1号 <A&B>", "state_zh": "处置中", "state_en": "Being handled", "department_zh": "安居物业",
    "department_en": "Anju Property", "due_at": "2026-11-21T02:00:00+00:00", "minutes_over": 150,
    "until": "2026-11-21T10:00:00+00:00",
}  # fmt: skip
FACTS = {
    "came_in": 3, "by_source": [{"source": "hotline", "count": 2}, {"source": "desk", "count": 1}],
    "by_class": [{"zh": "占用消防通道", "en": "Blocked fire lane", "count": 3}], "urgent": [CASE],
    "done": [{"action": "dispatch", "zh": "派遣", "en": "Dispatch", "count": 4}], "ended": 2, "both_axes": 1,
    "alarms": 5, "unseen_alarms": 1, "open": 9,
    "by_state": [{"state": "handling", "zh": "处置中", "en": "Being handled", "count": 9}],
    "unassigned": [], "overdue": 101, "overdue_cases": [CASE], "callbacks": [CASE],
    "deliveries": [{"case_number": "20261121-000002", "department_zh": "排水公司", "department_en": "Drainage",
                    "phone": "100", "channel": "webhook", "state": "failed", "attempts": 10, "answer": "500"}],
    "requests": [{**CASE, "case_number": "20261121-000003", "pending": "suspend", "pending_zh": "挂账待批",
                  "pending_en": "Suspension asked for"}],
    "rulings": [{**CASE, "case_number": "20261121-000004", "times": 3, "until": None}],
    "suspended": [], "shelved": [], "areas": [],
}  # fmt: skip
ROW = {
    "handover_id": 7, "state": "acknowledged", "subdistrict_zh": "小街街道", "subdistrict_en": None, "shift_zh": "早班",
    "shift_en": "Early shift", "starts_at": "2026-11-21T00:00:00+00:00", "ends_at": "2026-11-21T08:00:00+00:00",
    "from_name": "王", "to_name": None, "facts": FACTS, "notes": {"overdue": "ask <b>\ntwice", "general": "quiet"},
    "handed_over_at": "2026-11-21T08:00:00+00:00", "acknowledged_at": "2026-11-21T08:05:00+00:00",
    "acknowledged_name": "李", "remark": "all clear", "seal_no": 12, "sealed_at": "2026-11-21T08:00:00+00:00",
    "sealed_cases": 4, "seal_hash": "0123456789abcdef" * 4, "hash": "f" * 64,
}  # fmt: skip


@pytest.fixture(params=["zh", "en"])
def language(request):
    wording.set_language(request.param)
    yield request.param
    wording.set_language(None)


def test_it_says_everything_the_next_shift_must_know(language):
    text = as_text(shift_report(ROW))
    for words in (
        "2026-11-21 08:00 – 2026-11-21 16:00", "20261121-000001", "20261121-000002", "ask <b>", "quiet", "all clear",
        "01234567 89abcdef", "王 · 2026-11-21 16:00", "李 · 2026-11-21 16:05",
        "20261121-000003", "20261121-000004",
        *{"zh": ("挂账待批 · 至 2026-11-21 18:00", "待值班长裁定归属的回退", "移交下一班：4",
                 "小街街道交接班报告", "超时：101", "2 小时 30 分钟", "热线 2", "另有 100 件"),
          "en": ("Suspension asked for · Until 2026-11-21 18:00", "the shift leader rules first",
                 "Owed to the next shift: 4",
                 "Shift report – 小街街道", "Overdue: 101", "2 h 30 min", "hotline 2", "100 more")}[language],
    ):  # fmt: skip
        assert words in text, words


def test_no_code_is_left_without_a_word(language):
    text = as_text(shift_report(ROW))
    for prefix in ("report.", "delivery.", "channel.", "source.", "handover_state."):
        assert prefix not in text


def test_what_people_wrote_is_shown_as_they_wrote_it_and_never_as_markup(language):
    html = as_html(shift_report(ROW))
    assert "ask &lt;b&gt;<br>twice" in html
    assert "松涛路1号 &lt;A&amp;B&gt;" in html


def test_columns_line_up_in_a_terminal(language):
    lines = as_text(shift_report(ROW)).splitlines()
    head = next(at for at, line in enumerate(lines) if "20261121-000001" in line) - 1

    def place(line: str, word: str) -> int:
        return sum(2 if ord(sign) > 0x2E80 else 1 for sign in line[: line.index(word)])

    column = {"zh": ("类别", "占用"), "en": ("Class", "Blocked")}[language]
    assert place(lines[head], column[0]) == place(lines[head + 1], column[1])


def test_a_draft_shows_the_notes_that_are_being_written_and_no_seal(language):
    draft = {**ROW, "state": "draft", "hash": None, "handed_over_at": None, "acknowledged_at": None, "remark": None}
    text = as_text(shift_report(draft, {"done": "still writing"}))
    assert "still writing" in text
    assert "quiet" not in text
    assert "01234567" not in text


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 min"), (59, "59 min"), (150, "2 h 30 min"), (3000, "2 d 2 h")])
def test_a_span_has_its_two_largest_units(minutes, words):
    wording.set_language("en")
    assert span_of(minutes) == words
    wording.set_language(None)
