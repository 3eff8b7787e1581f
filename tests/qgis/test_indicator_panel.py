"""The panel of indicators: what its bars are, what stands behind them, and that it never shows old figures as new."""

import itertools
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from desk_rows import NOON, hand_fed_desk
from desk_window import built_zip
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from community_brain_plugin import plotting
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.indicators import periods, reading, tables
from community_brain_plugin.ui.indicators import views
from community_brain_plugin.ui.indicators.panel import IndicatorPanel

UNITS = [
    ("D01", "安居物业", "Anju Property", 12, 2, 11, 6),
    ("D02", "环卫所", "Sanitation", 3, 0, 3, 3),
]

pytestmark = pytest.mark.usefixtures("english")


STAY = {
    "area_kind": "community", "area_code": "990106001001", "area_zh": "东社区", "area_en": "East", "state": "emergency",
    "state_zh": "应急态", "state_en": "Emergency", "starts_at": NOON - timedelta(hours=3), "ends_at": None, "tasks": 7,
    "on_time": 5, "late": 1,
}  # fmt: skip


def situation(name: str = "day", stays=(STAY,)) -> reading.Situation:
    """Return what the room would answer: five found at ten, two closed at eleven; three open, one of them late."""
    period = periods.named(name, NOON)
    columns = ("department_code", "department_zh", "department_en", "due", "carried_over", "closed", "on_time")
    ten = NOON.replace(hour=2)
    return reading.Situation(
        period,
        tables.flow(
            [
                {"starts_at": ten, "found": 5, "closed": 0},
                {"starts_at": ten + timedelta(hours=1), "found": 0, "closed": 2},
            ],
            period,
        ),
        tables.ages(
            [{"band": 1, "urgency": "overdue", "cases": 1}, {"band": 6, "urgency": "in_time", "cases": 2}],
        ),
        tables.units([dict(zip(columns, row, strict=True)) for row in UNITS]),
        tables.shares(
            [{"indicator": "closing", "part": 14, "whole": 15}, {"indicator": "on_time", "part": 9, "whole": 15},
             {"indicator": "rework", "part": 0, "whole": 0}]
        ),
        tables.collectors(
            [{"staff_number": "C1", "name": "白德", "reported": 20, "filed": 18, "quick_closed": 3},
             {"staff_number": "C2", "name": None, "reported": 0, "filed": 0, "quick_closed": 1}]
        ),
        tables.grids(
            [{"unit_grid_code": "G1", "community_zh": "东社区", "community_en": "East", "missed": 0, "filed": 4},
             {"unit_grid_code": "G2", "community_zh": None, "community_en": None, "missed": 1, "filed": 4}]
        ),
        tables.areas(stays),
    )  # fmt: skip


@pytest.fixture
def shown(qtbot, tmp_path):
    """Return a desk and its panel in sight, with the figures there."""
    fed = hand_fed_desk(tmp_path, "dispatcher")
    panel = IndicatorPanel(fed.desk)
    qtbot.addWidget(panel)
    panel.resize(420, 700)
    panel.show()
    fed.queries.asked[-1].done(situation())
    return fed, panel


def bar(panel, category: int, series: int) -> None:
    """Click the middle of a bar."""
    view = panel.chart.plot.getPlotItem().vb
    place = panel.chart.plot.mapFromScene(view.mapViewToScene(QPointF(panel.chart.cell(category, series).center())))
    QTest.mouseClick(panel.chart.plot.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def question(fed) -> views.Asked:
    return fed.queries.sent(views.Asked)[-1]


def test_a_click_on_a_bar_asks_for_the_case_files_of_that_hour(shown, qtbot):
    fed, panel = shown
    qtbot.wait(20)
    hour = list(panel._situation.flow["found"]).index(5)
    bar(panel, hour, 0)
    asked = question(fed)
    assert (asked.what, asked.starts, asked.ends) == ("found", NOON.replace(hour=2), NOON.replace(hour=3))
    row = {
        "case_id": 7, "case_number": "20261121-000007", "class_label": "09-012", "class_zh": "占用消防通道",
        "class_en": "Blocked fire lane", "state_zh": "待派遣", "state_en": "Waiting for dispatch",
        "department_zh": None, "department_en": None, "first_found_at": NOON, "deadline_at": None, "closed_at": None,
    }  # fmt: skip
    with qtbot.waitSignal(panel.listed) as listed:
        fed.queries.asked[-1].done(([row], 500))
    assert listed.args == [[7]]
    assert panel.list.isVisible()
    with qtbot.waitSignal(panel.case_wanted) as wanted:
        QTest.keyClick(panel.list.view, Qt.Key.Key_Return)
    assert wanted.args == [7]


def test_bars_are_walked_and_entered_by_keyboard(shown):
    fed, panel = shown
    panel.show_page(views.UNITS)
    panel.chart.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(panel.chart, key)
    asked = question(fed)
    assert (asked.what, asked.unit, asked.text) == ("late", "D01", "Closed late · Anju Property")
    assert (asked.starts, asked.ends) == (panel._situation.period.starts, NOON)


def test_tab_leads_from_the_pages_into_their_chart_and_what_a_bar_says_can_be_read_without_a_mouse(shown, qtbot):
    _, panel = shown
    panel.activateWindow()
    panel.begin()
    for page in (views.AGES, views.UNITS):
        QTest.keyClick(panel.tabs, Qt.Key.Key_Right)
        qtbot.wait(50)
        assert panel.page == page
    QTest.keyClick(panel.tabs, Qt.Key.Key_Tab)
    assert panel.focusWidget() is panel.chart
    QTest.keyClick(panel.chart, Qt.Key.Key_Right)
    assert panel._bar.text() == "Anju Property · Closed late: 5 / 12 – Enter"
    panel.show_page(views.SHARES)
    assert not panel._bar.isVisible()


def test_a_bar_that_is_walked_to_is_brought_into_sight(qtbot, tmp_path):
    fed = hand_fed_desk(tmp_path, "dispatcher")
    panel = IndicatorPanel(fed.desk)
    qtbot.addWidget(panel)
    panel.resize(300, 460)
    panel.show()
    columns = ("department_code", "department_zh", "department_en", "due", "carried_over", "closed", "on_time")
    many = [dict(zip(columns, (f"D{n}", "", f"Unit {n}", 5, 0, 5, n % 5), strict=True)) for n in range(20)]
    fed.queries.asked[-1].done(replace(situation(), units=tables.units(many)))
    panel.show_page(views.UNITS)
    panel.chart.setFocus()
    qtbot.wait(50)
    for _ in range(19):
        QTest.keyClick(panel.chart, Qt.Key.Key_Down)
    height = panel.chart.height_of_frame()
    assert 0 < panel.chart.mapToParent(QPoint(0, height)).y() < panel.chart.parentWidget().height() < height


def test_the_worst_unit_stands_first_and_every_share_with_its_denominator(shown):
    _, panel = shown
    panel.show_page(views.UNITS)
    bars = views.bars(views.UNITS, panel._situation)
    assert (bars.categories, bars.notes) == (["Anju Property", "Sanitation"], ("6/12 D", "3/3 A"))
    assert "Due 15" in panel._caption.text()
    assert "14 = 93.33 %" in panel._caption.text()
    panel.show_page(views.SHARES)
    panel.copy_table()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1].split("\t")[:3] == ["Closing rate", "93.33 % A", "14 / 15"]
    assert lines[3].split("\t")[:3] == ["Rework rate", "–", "0 / 0"]
    assert "Grades: A ≥ 90 %, B ≥ 75 %, C ≥ 60 %, D ≥ 40 %" in lines[4]


def test_ages_lead_to_the_open_case_files_found_then(shown):
    _, panel = shown
    asked = views.asked(views.AGES, panel._situation, 6, 2, NOON)
    assert (asked.what, asked.ends) == ("in_time", NOON - timedelta(days=7))
    asked = views.asked(views.AGES, panel._situation, 1, 0, NOON)
    assert (asked.starts, asked.ends) == (NOON - timedelta(hours=4), NOON - timedelta(hours=1))


def test_each_stay_out_of_the_normal_stands_with_its_list_and_leads_to_the_area(shown, qtbot):
    _, panel = shown
    panel.show_page(views.AREAS)
    panel.copy_table()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1] == "East\t◆ Emergency\t71.43 % C\t5 / 7\t1\t1\t11-21 09:00\t–"
    assert lines[2].startswith("5 of 7 tasks asked for by operating states were done in time = 71.43 %; 1 not as often")
    panel.figures.view.setCurrentCell(0, 0)
    with qtbot.waitSignal(panel.area_wanted) as wanted:
        QTest.keyClick(panel.figures, Qt.Key.Key_Return)
    assert wanted.args == ["community", "990106001001"]
    ended = {**STAY, "ends_at": NOON}
    assert views.table(views.AREAS, situation(stays=[ended, STAY])).rows[0][7] == "11-21 12:00"
    assert "All areas were in the normal state" in views.caption(views.AREAS, situation(stays=()))


def test_each_collector_stands_with_what_he_reported_and_what_he_closed_himself_apart(shown, qtbot):
    _, panel = shown
    panel.show_page(views.COLLECTORS)
    panel.copy_table()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1:3] == ["白德 · C1\t90.00 % A\t18 / 20\t3", "– · C2\t–\t0 / 0\t1"]
    assert "Filed 18 of 20 reported by collectors = 90.00 %; 4 more closed on the spot" in lines[3]
    for width in (600, 400):
        panel.resize(width, 700)
        header = panel.figures.view.horizontalHeader()
        qtbot.waitUntil(lambda header=header: header.length() <= panel.figures.view.viewport().width(), timeout=10_000)


def test_figures_copied_while_the_desk_is_offline_say_since_when(shown):
    fed, panel = shown
    panel.show_page(views.SHARES)
    panel.copy_table()
    assert "Not live" not in QApplication.clipboard().text()
    fed.connect(ConnectionState.OFFLINE)
    panel.copy_table()
    assert "Not live since 2" in QApplication.clipboard().text().splitlines()[-1]


def test_each_unit_grid_stands_with_what_the_public_had_to_report_the_most_missed_first(shown):
    _, panel = shown
    panel.show_page(views.GRIDS)
    panel.copy_table()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1:3] == ["G2\t–\t25.00 %\t1 / 4", "G1\tEast\t0.00 %\t0 / 4"]
    assert "The public reported 1 of 8 filed in 2 unit grids = 12.50 % missed." in lines[3]


def test_a_unit_grid_leads_to_what_the_public_had_to_report_there(shown):
    fed, panel = shown
    panel.show_page(views.GRIDS)
    expected = (
        ("missed_part", "G2", "From the public · G2"),
        ("missed_rest", "G1", "Filed, none of them from the public · G1"),
    )
    for row, behind in enumerate(expected):
        panel.figures.view.selectRow(row)
        QTest.keyClick(panel.figures.view, Qt.Key.Key_Return)
        asked = question(fed)
        assert (asked.what, asked.grid, asked.text) == behind
        assert (asked.unit, asked.collector, asked.ends) == (None, None, NOON)


def test_a_low_and_narrow_panel_shows_a_rate_in_each_line(shown, qtbot):
    _, panel = shown
    panel.show_page(views.SHARES)
    line = panel.figures.view.verticalHeader().defaultSectionSize()
    for width in (600, 270):
        panel.resize(width, 300)
        view = panel.figures.view
        qtbot.waitUntil(lambda view=view: max(map(view.rowHeight, range(view.rowCount()))) <= 2 * line, timeout=10_000)


def test_a_rate_leads_to_the_case_files_that_lower_it(shown):
    fed, panel = shown
    panel.show_page(views.SHARES)
    expected = (
        ("closing_rest", "Closing rate · not closed"),
        ("on_time_rest", "On-time closing rate · late or not closed"),
        ("rework_part", "Rework rate · reworked"),
    )
    for row, behind in enumerate(expected):
        panel.figures.view.selectRow(row)
        QTest.keyClick(panel.figures.view, Qt.Key.Key_Return)
        assert (question(fed).what, question(fed).text) == behind
        assert (question(fed).starts, question(fed).ends) == (panel._situation.period.starts, NOON)


def test_a_collector_leads_to_what_he_reported(shown):
    fed, panel = shown
    panel.show_page(views.COLLECTORS)
    panel.figures.entered.emit(0)
    asked = question(fed)
    assert (asked.what, asked.collector, asked.unit, asked.text) == ("reported", "C1", None, "Reported by 白德")


def test_old_figures_are_veiled_and_nothing_is_asked_while_nobody_looks(shown):
    fed, panel = shown
    fed.connect(ConnectionState.OFFLINE)
    assert panel._veil.isVisible()
    assert panel._list_veil.title.text() == "Not live since 12:00:00", "it may stand by itself"
    fed.connect(ConnectionState.LIVE)
    assert not panel._veil.isVisible()
    assert not panel._list_veil.isVisible()
    before = len(fed.queries.asked)
    panel.hide()
    panel.refresh()
    assert len(fed.queries.asked) == before


def test_figures_of_one_period_never_stand_under_the_name_of_another(shown):
    """In a large room a year is counted for seconds: what was there before stood there as if it were the year's."""
    fed, panel = shown
    assert not panel._veil.isVisible()
    panel.period.setCurrentIndex(panel.period.findData("year"))
    panel.period.activated.emit(panel.period.currentIndex())
    assert (panel._veil.isVisible(), panel._veil.title.text()) == (True, "Counting …")
    fed.queries.asked[-1].failed(RoomError("database.timeout", seconds="20"))
    assert (panel._veil.isVisible(), panel._veil.title.text()) == (True, "No figures")
    panel.refresh()
    fed.queries.asked[-1].done(situation("year"))
    assert not panel._veil.isVisible()
    panel.refresh()
    assert not panel._veil.isVisible(), "the same figures again, a minute later"


def test_counting_is_stopped_by_escape_and_begins_again_when_the_period_is_chosen_again(shown, qtbot):
    """A year of a large room is counted for seconds, and somebody may have chosen it by mistake."""
    fed, panel = shown
    assert not panel._stop.isEnabled(), "nothing is being counted"
    panel.period.setCurrentIndex(panel.period.findData("year"))
    panel.period.activated.emit(panel.period.currentIndex())
    assert panel._stop.isEnabled()
    QTest.keyClick(panel.period, Qt.Key.Key_Escape)
    assert (panel._veil.isVisible(), panel._veil.title.text()) == (True, "No figures")
    assert "stopped" in panel._veil.text.text()
    assert not panel._stop.isEnabled()
    asked = len(fed.queries.asked)
    panel._timer.timeout.emit()
    assert len(fed.queries.asked) == asked, "a minute later it is still stopped"
    panel.period.activated.emit(panel.period.currentIndex())
    assert (len(fed.queries.asked), panel._veil.title.text()) == (asked + 1, "Counting …")
    QTest.mouseClick(panel._stop, Qt.MouseButton.LeftButton)
    assert panel._veil.title.text() == "No figures"


def test_figures_that_could_not_be_counted_again_say_so(shown):
    fed, panel = shown
    assert not panel._note.isVisible()
    panel.refresh()
    error = RoomError("database.timeout", seconds="20")
    fed.queries.asked[-1].failed(error)
    assert not panel._veil.isVisible(), "the figures of before can be read"
    assert panel._note.isVisible()
    assert str(error) in panel._note.text()
    panel.copy_table()
    assert str(error) in QApplication.clipboard().text()
    panel.refresh()
    fed.queries.asked[-1].done(situation())
    assert not panel._note.isVisible()


def test_figures_are_asked_for_once_what_the_room_brings_stands(shown, qtbot):
    """Counting keeps a processor busy, which those who wait for their queue need more."""
    fed, _ = shown
    fed.room.slices.start("arriving", itertools.repeat(None))
    asked = len(fed.queries.asked)
    fed.desk.ready.emit()
    assert len(fed.queries.asked) == asked
    # The rows of another room are being read: nobody takes anything over yet.
    fed.room.is_loaded = False
    fed.room.slices.give_up("arriving")
    qtbot.wait(500)
    assert len(fed.queries.asked) == asked
    fed.room.is_loaded = True
    qtbot.waitUntil(lambda: len(fed.queries.asked) == asked + 1, timeout=10_000)


def test_without_pyqtgraph_the_figures_stand_there_and_it_is_said_why(shown, monkeypatch):
    _, panel = shown

    def missing():
        raise RoomError("desk.no_charts", reason="no module")

    monkeypatch.setattr(plotting, "load", missing)
    panel.show_page(views.AGES)
    assert "pyqtgraph is missing" in panel.figures.note.text()
    assert panel.figures.view.rowCount() == 7


def test_periods_begin_at_the_rooms_midnight_and_end_now():
    now = datetime.fromisoformat("2026-03-01T00:30:00+08:00")
    spans = {name: periods.named(name, now) for name in periods.NAMES}
    assert {name: f"{span.starts:%m-%d %H:%M}" for name, span in spans.items()} == {
        "day": "02-28 01:00", "today": "03-01 00:00", "week": "02-23 00:00", "month": "03-01 00:00",
        "last_month": "02-01 00:00", "year": "01-01 00:00",
    }  # fmt: skip
    assert (f"{spans['last_month'].ends:%m-%d}", spans["year"].ends) == ("03-01", now)
    assert [spans[name].step for name in ("day", "week", "year")] == ["hour", "day", "day"]


def test_the_zip_brings_pyqtgraph_for_a_qgis_without_it():
    with zipfile.ZipFile(built_zip()) as packed:
        names = set(packed.namelist())
    folder = "community_brain_plugin/vendored/pyqtgraph"
    assert {f"{folder}/__init__.py", f"{folder}/LICENSE.txt"} <= names
    assert not [name for name in names if "/examples/" in name]
