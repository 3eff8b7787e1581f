"""The handover in its dock, by keyboard: prepare, note, hand over, take over; calls owed; the report on paper."""

import re
from datetime import timedelta
from typing import Any

import pytest
from desk_rows import NOON, hand_fed_desk
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from community_brain_plugin.cases import handover
from community_brain_plugin.cases.drafts import Drafts
from community_brain_plugin.cases.shift_report import shift_report
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.handover import HandoverPanel
from community_brain_plugin.ui.desk.handover_page import a4_printer, paged_document, print_report, report_to_pdf

FACTS = {"came_in": 3, "ended": 1, "open": 2, "overdue": 0, "alarms": 0, "unseen_alarms": 0}
CONTROL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.usefixtures("english")


def row(state: str = "draft", mine: bool = True, **more: Any) -> dict[str, Any]:
    """Return a row of desk.handover, by the person at the desk or by somebody else."""
    given = state != "draft"
    return {
        "handover_id": 7, "version": 3, "state": state, "subdistrict_zh": "小街街道", "subdistrict_en": "Little",
        "shift_zh": "早班", "shift_en": "Early shift", "starts_at": NOON - timedelta(hours=8), "ends_at": NOON,
        "from_staff": "1001" if mine else "1002", "from_name": "王", "to_name": None, "facts": FACTS, "notes": {},
        "prepared_at": NOON, "handed_over_at": NOON if given else None, "acknowledged_at": None,
        "acknowledged_name": None, "remark": None, "seal_no": 1, "sealed_at": NOON, "sealed_cases": 4,
        "seal_hash": "ab" * 32 if given else None, "hash": "cd" * 32 if given else None, **more,
    }  # fmt: skip


class Book:
    """Stands behind the connection: notes the statements a work runs, and answers each with one row."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []

    def cursor(self) -> "Book":
        return self

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def execute(self, statement: str, values: Any = None) -> None:
        self.calls.append((re.search(r"desk\.(\w+)", statement)[1], values))

    def fetchone(self) -> tuple[dict[str, Any]]:
        return ({"handover_id": 7, "version": 4, "state": "handed_over"},)


@pytest.fixture
def opened(qtbot, tmp_path):
    """Return a function that opens the panel on a handover, for a person with these roles."""

    def open_panel(shown, *roles):
        fed = hand_fed_desk(tmp_path, *(roles or ("shift_leader",)), number="1001")
        panel = HandoverPanel(fed.desk)
        qtbot.addWidget(panel)
        panel.resize(420, 700)
        panel.show()
        panel.refresh()
        answer(fed, handover.latest, shown)
        return fed, panel

    return open_panel


def answer(fed, work, value) -> None:
    """Answer the last question of this kind."""
    next(asked for asked in reversed(fed.queries.asked) if asked.work is work).done(value)


def sent(fed) -> list[tuple[str, Any]]:
    """Return what the last question would run in the database."""
    book = Book()
    fed.queries.asked[-1].work(book)
    return book.calls


def press(panel, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    panel.activateWindow()
    QTest.qWaitForWindowActive(panel)
    QTest.keyClick(panel.focusWidget() or panel, key, modifier)


def test_before_the_first_handover_it_says_what_to_do(opened):
    fed, panel = opened(None)
    assert "Nothing has been handed over yet" in panel.text()
    panel.begin()
    answer(fed, handover.latest, None)
    press(panel, Qt.Key.Key_F5)
    assert sent(fed) == [("handover_prepare", None)]


def test_a_note_is_seen_in_the_report_at_once_kept_as_draft_and_handed_over_by_keyboard(opened, tmp_path):
    fed, panel = opened(row())
    panel.begin()
    answer(fed, handover.latest, row())
    QTest.keyClicks(panel.note, "pump runs")
    assert "pump runs" in panel.text()
    assert fed.desk.drafts.get("handover", "notes").values == {"general": "pump runs"}
    press(panel, Qt.Key.Key_Return, CONTROL)
    assert sent(fed) == [("hand_over", (7, '{"general": "pump runs"}', None, 3))]
    fed.queries.asked[-1].done(handover.Answer(7, 4, "handed_over"))
    fed.desk.drafts.close()
    assert not Drafts(tmp_path / "drafts.json").has("handover", "notes"), "what was handed over is no draft any more"


def test_new_facts_keep_the_notes_and_a_restart_brings_a_draft_back(opened):
    fed, panel = opened(row())
    panel.write_note("owed", "ask the guard")
    panel.take_facts()
    assert [name for name, _ in sent(fed)] == ["handover_write", "handover_prepare"]
    fed.desk.drafts.close()
    _, again = opened(row())
    assert "ask the guard" in again.text()


def test_a_refusal_is_shown_and_nothing_that_was_written_is_lost(opened):
    fed, panel = opened(row())
    panel.write_note("general", "pump runs")
    panel.go_on()
    fed.queries.asked[-1].failed(RoomError("room.stale_handover", expected=3, version=4))
    answer(fed, handover.latest, row(version=4))
    assert "it is now version 4" in panel.message.text()
    assert "pump runs" in panel.text()
    panel.go_on()
    assert sent(fed)[0][1][3] == 4


def test_taking_over_asks_once_and_takes_a_remark(opened):
    fed, panel = opened(row("handed_over", mine=False))
    asked = len(fed.queries.asked)
    panel.remark.setText("all clear")
    panel.remark.setFocus()
    press(panel, Qt.Key.Key_Return, CONTROL)
    assert len(fed.queries.asked) == asked
    assert "never be changed again" in panel.message.text()
    press(panel, Qt.Key.Key_Return, CONTROL)
    assert sent(fed) == [("handover_acknowledge", (7, "all clear", 3))]


def test_who_handed_over_may_take_it_back_and_not_take_over_himself(opened):
    fed, panel = opened(row("handed_over"))
    assert not panel.do_it.isVisible()
    panel.back.click()
    assert sent(fed) == [("handover_withdraw", (7, 3))]


def test_others_read_and_print_and_no_more(opened):
    _, panel = opened(row("handed_over", mine=False), "dispatcher")
    assert "Came in: 3" in panel.text()
    assert not any(button.isVisible() for button in (panel.do_it, panel.prepare, panel.back))
    assert panel.pdf.isEnabled()


def test_offline_nothing_is_sent_and_the_note_stays(opened):
    fed, panel = opened(row())
    panel.write_note("general", "pump runs")
    fed.connect(ConnectionState.OFFLINE)
    assert not panel.do_it.isEnabled()
    assert not panel.prepare.isEnabled()
    assert "pump runs" in panel.text()


def test_a_leader_is_told_that_a_shift_waits_and_its_giver_is_not(opened, qtbot):
    fed, panel = opened(None)
    told = []
    panel.waiting.connect(told.append)
    for giver in ("1002", "1001"):
        panel.look()
        answer(fed, handover.waiting, [{"handover_id": 7, "from_staff": giver}])
    assert told == [True, False]


def test_enter_says_that_a_caller_was_called_back(opened):
    fed, panel = opened(row())
    owed = {
        "case_id": 5, "case_number": "20261121-000005", "name": "李女士", "phone": "100", "class_zh": "灯", "class_en":
        "Lamp", "state_zh": "结案", "state_en": "Closed", "first_found_at": NOON,
    }  # fmt: skip
    answer(fed, handover.callbacks, [owed])
    panel.tabs.setCurrentIndex(1)
    panel.calls.view.setFocus()
    assert panel.tabs.tabText(1) == "Calls owed (1)"
    press(panel, Qt.Key.Key_Return)
    assert sent(fed) == [("called_back", (5, True, None))]
    answer(fed, handover.callbacks, [])
    assert not panel.tabs.isTabVisible(1)


def test_the_caller_chosen_stays_chosen_when_a_colleague_has_called_another(opened):
    fed, panel = opened(row())
    owed = [
        {"case_id": number, "case_number": f"20261121-{number:06d}", "name": "李女士", "phone": "100", "class_zh": "灯",
         "class_en": "Lamp", "state_zh": "结案", "state_en": "Closed", "first_found_at": NOON} for number in (5, 6, 7)
    ]  # fmt: skip
    answer(fed, handover.callbacks, owed)
    panel.calls.view.setCurrentItem(panel.calls.view.topLevelItem(1))
    panel.calls.refresh()
    answer(fed, handover.callbacks, owed[1:])
    panel.calls.note(True)
    assert sent(fed) == [("called_back", (6, True, None))]


def test_no_row_of_the_report_is_cut_by_the_foot_of_a_page(tmp_path):
    late = [
        {
            "case_number": f"20261121-{number:06d}", "class_en": "Blocked fire lane " + "and more " * (number % 5),
            "address": "松涛路" + "很长的地址" * (number % 7), "department_en": "Anju Property Management Company",
            "state_en": "Being handled", "minutes_over": 30,
        }
        for number in range(80)
    ]  # fmt: skip
    report = shift_report(row("handed_over", facts={**FACTS, "overdue": len(late), "overdue_cases": late}))
    printer = a4_printer()
    document = paged_document(report, printer)
    assert document.pageCount() > 3
    text = document.toPlainText()
    assert [text.count(item["case_number"]) for item in late] == [1] * len(late)
    tables = [frame for frame in document.rootFrame().childFrames() if frame.format().border()]
    assert len(tables) == text.count("Case file\n"), "each page has the header"
    height = document.pageSize().height()
    for table in tables:
        for place in range(table.rows()):
            blocks = [table.cellAt(place, column).firstCursorPosition().block() for column in range(table.columns())]
            boxes = [document.documentLayout().blockBoundingRect(block) for block in blocks]
            assert len({box.top() // height for box in boxes} | {box.bottom() // height for box in boxes}) == 1
    printer.setOutputFileName(str(tmp_path / "report.pdf"))
    print_report(report, printer)
    assert (tmp_path / "report.pdf").read_bytes().count(b"/Type /Page\n") == document.pageCount()


def test_no_page_of_the_report_is_empty_however_long_its_tables_are(tmp_path):
    gdal = pytest.importorskip("osgeo.gdal")
    owed = [{"case_number": f"20261121-{number:06d}", "class_en": "Lamp", "until": NOON} for number in range(33)]
    for count in range(23, 33):
        path = str(tmp_path / f"{count}.pdf")
        report_to_pdf(shift_report(row("handed_over", facts={**FACTS, "callbacks": owed[:count]})), path)
        whole = gdal.Open(path)
        for page in [name for name, _ in whole.GetSubDatasets()] or [path]:
            picture = gdal.OpenEx(page, open_options=["DPI=20"])
            grey = picture.GetRasterBand(1).ReadAsArray()
            assert grey[: int(len(grey) * 0.9)].min() < 200, f"{count} rows: {page} has nothing but its number"


def test_a_row_that_is_higher_than_a_page_is_printed_all_the_same():
    late = [{"case_number": str(number), "address": "长" * 9000, "minutes_over": 1} for number in range(2)]
    report = shift_report(row("handed_over", facts={**FACTS, "overdue_cases": late}))
    text = paged_document(report, a4_printer()).toPlainText()
    assert text.count("长") == 18_000


def test_the_report_becomes_a_pdf_of_a4_pages(tmp_path):
    report_to_pdf(shift_report(row("handed_over")), str(tmp_path / "report.pdf"))
    content = (tmp_path / "report.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [0 0 595" in content
