"""The queue on the screen: differences, choice, buckets, search, veil."""

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from desk_rows import NOON, alarm, case, hand_fed_desk
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget

from community_brain_plugin.cases.queue import Filter
from community_brain_plugin.database.difference import Clock, Difference
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.alarm_panel import AlarmPanel
from community_brain_plugin.ui.desk.old_mark import OldMark
from community_brain_plugin.ui.desk.ordered import KEY_ROLE
from community_brain_plugin.ui.desk.queue_model import Column, QueueModel
from community_brain_plugin.ui.desk.queue_panel import QueuePanel
from community_brain_plugin.ui.desk.status import StatusLine

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def fed(qtbot, tmp_path):
    return hand_fed_desk(tmp_path, "dispatcher")


@pytest.fixture
def model(fed, qtmodeltester):
    queue = QueueModel(fed.room, fed.desk.viewer)
    resets = []
    queue.modelReset.connect(lambda: resets.append(True))
    yield queue
    assert resets == [] or len(fed.room.cases) > 1000, "few rows come and go one by one"
    qtmodeltester.check(queue)


@pytest.fixture
def panel(fed, model, qtbot):
    widget = QueuePanel(model, fed.room)
    qtbot.addWidget(widget)
    widget.resize(420, 300)
    widget.show()
    return widget


def texts(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_a_narrow_queue_leaves_the_holder_out_so_that_class_and_place_can_be_read(fed, panel):
    fed.feed(case(1, "handling", department_en="Anju Property", due=200))
    panel.resize(1000, 300)
    assert not panel.view.isColumnHidden(Column.HOLDER)
    wide = panel.view.columnWidth(Column.CLASS)
    panel.resize(300, 300)
    assert panel.view.isColumnHidden(Column.HOLDER)
    assert "Anju Property" in panel.view.model().index(0, Column.CLASS).data(Qt.ItemDataRole.ToolTipRole)
    panel.resize(1000, 300)
    assert panel.view.columnWidth(Column.CLASS) == wide


def test_rows_come_move_and_go_without_a_reset(fed, model):
    fed.feed(case(1, due=90), case(2, due=30), case(3, due=-5))
    assert model.keys() == [3, 2, 1]
    fed.feed(case(1, due=10, version=3))
    model.catch_up()
    assert model.keys() == [3, 1, 2]
    fed.feed(case(3, state="closed"), removed=(2,))
    model.catch_up()
    assert model.keys() == [1]


def test_changes_that_follow_each_other_closely_are_shown_together_and_soon(fed, model, qtbot):
    fed.feed(case(1, due=90))
    fed.feed(case(2, due=30))
    fed.feed(case(3, due=-5))
    assert model.keys() == [1]
    qtbot.waitUntil(lambda: model.keys() == [3, 2, 1], timeout=15000)
    assert model.counts[Filter.OPEN] == 3


def test_a_row_says_mark_class_place_holder_and_countdown(fed, model):
    fed.feed(case(1, due=-12.5), case(2, "handling", department_en="Anju Property", due=200))
    assert texts(model, Column.MARK) == ["▲", "○"]
    assert texts(model, Column.CLASS)[0] == "09-012 Blocked fire lane"
    assert texts(model, Column.PLACE)[0] == "松涛路1号"
    assert texts(model, Column.HOLDER) == ["Waiting for dispatch", "Anju Property · Being handled"]
    assert texts(model, Column.CLOCK) == ["−12:30 min", "+3:20:00 h"]


def test_a_tick_draws_the_countdowns_and_not_the_whole_table(fed, model, panel, qtbot):
    fed.feed(case(1, due=90), case(2, due=30))
    qtbot.waitExposed(panel)
    drawn = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                drawn.append(event.region().boundingRect())
            return False

    watch = Watch()
    panel.view.viewport().installEventFilter(watch)

    def was_narrow() -> bool:
        """Whether the last tick had its column drawn alone; a window that has just come is drawn whole beside it."""
        lefts = [area.left() for area in drawn]
        drawn.clear()
        model.tick()
        return bool(lefts) and min(lefts) >= panel.view.columnViewportPosition(Column.CLOCK)

    qtbot.waitUntil(was_narrow, timeout=15000)


def test_a_change_draws_its_row_alone_and_out_of_sight_none(fed, model, panel, qtbot):
    fed.feed(*(case(number, due=10 * number) for number in range(1, 101)))
    qtbot.waitExposed(panel)
    drawn = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                drawn.append(event.region().boundingRect().height())
            return False

    watch = Watch()
    panel.view.viewport().installEventFilter(watch)
    versions = iter(range(2, 10_000))

    def heights(number: int) -> list[int]:
        """Return what is drawn after a change; a window that has just come is drawn whole beside it."""
        drawn.clear()
        fed.feed(case(number, due=10 * number, version=next(versions)))
        model.catch_up()
        QTest.qWait(20)
        return list(drawn)

    qtbot.waitUntil(lambda: heights(100) == [], timeout=15000)
    qtbot.waitUntil(lambda: heights(1) == [panel.view.rowHeight(0)], timeout=15000)


def test_a_case_that_becomes_late_moves_up_by_the_clock_alone(fed, model, monkeypatch):
    fed.feed(case(1, due=20), case(2, "handling", due=10), case(3, due=1))
    assert model.keys() == [2, 3, 1] or model.keys() == [3, 2, 1]
    monkeypatch.setattr(fed.room, "room_now", lambda: NOON + timedelta(minutes=5))
    model.tick()
    assert model.keys()[0] == 3


def test_what_changed_is_tinted_for_a_while_and_what_was_there_is_not(fed, model, monkeypatch):
    clock = [100.0]
    monkeypatch.setattr("community_brain_plugin.ui.desk.ordered.time", SimpleNamespace(monotonic=lambda: clock[0]))

    def shades():
        model.tick()
        return [model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole) is not None for row in range(model.rowCount())]

    fed.feed(case(1))
    assert shades() == [True]
    clock[0] += 3.1
    assert shades() == [False]
    fed.feed(case(2))
    assert shades() == [False, True]
    clock[0] += 3.1
    assert shades() == [False, False]


def test_the_choice_follows_its_row(fed, panel, model):
    fed.feed(case(1, due=90), case(2, due=30))
    panel.choose(1)
    fed.feed(case(1, due=10, version=3), case(3, due=5))
    assert panel.view.current_key() == 1
    assert panel.view.currentIndex().row() == model.row_of(1)


def test_the_choice_follows_its_row_when_several_move_at_once(fed, panel, model):
    fed.feed(*(case(number, due=10 * number) for number in range(1, 7)))
    panel.view.choose(2)
    fed.feed(*(case(number, due=due, version=3) for number, due in ((1, 100), (2, 90), (6, 5))))
    model.catch_up()
    assert model.keys() == [6, 3, 4, 5, 2, 1]
    assert (panel.view.current_key(), panel.view.currentIndex().row()) == (2, 4)
    assert panel.view.selected() == [2]


def test_the_choice_is_given_up_and_not_passed_on_when_its_row_goes(fed, model, panel):
    fed.feed(case(1), case(2, due=61), case(3, due=62))
    panel.choose(2)
    fed.feed(case(2, state="void"))
    model.catch_up()
    assert panel.view.current_key() is None
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.current_key() == 3


def test_a_case_the_bucket_hides_is_shown_when_it_is_chosen_elsewhere(fed, panel):
    fed.feed(case(1), case(2, "handling"))
    panel.show_bucket(Filter.UNASSIGNED)
    assert panel.view.model().keys() == [1]
    panel.choose(2)
    assert panel.view.current_key() == 2


def test_buckets_show_their_counts_and_unassigned_stands_out(fed, panel):
    fed.feed(case(1), case(2, "handling", due=-1))
    shown = [button.text() for button in panel._buttons.values()]
    assert shown == ["Unassigned 1", "All open 2", "Mine 1", "Late 1", "My unit 0"]
    assert not panel._buttons[Filter.UNIT].isVisible(), "a dispatcher is of no handling unit"
    assert panel._buttons[Filter.UNASSIGNED].font().bold()


def test_next_unassigned_goes_round(fed, panel):
    fed.feed(case(1, due=10), case(2, "handling"), case(3, due=20))
    chosen = []
    for _ in range(3):
        panel.next_unassigned()
        chosen.append(panel.view.current_key())
    assert chosen == [1, 3, 1]


def test_where_nothing_is_unassigned_the_choice_stays_and_its_row_looks_chosen(fed, panel):
    fed.feed(case(1, "handling"), full=True)
    panel.view.choose(1)
    panel.next_unassigned()
    assert (panel.view.current_key(), panel.view.selected()) == (1, [1])


def test_searching_narrows_and_escape_widens(fed, panel, qtbot):
    fed.feed(case(1), case(2))
    panel.search.setText("松涛路2")
    assert panel.view.model().keys() == [2]
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.view.model().keys() == [1, 2]


def test_letters_do_not_search_the_rows_nor_reach_an_input_method(fed, panel):
    fed.feed(case(1), case(2))
    panel.choose(1)
    assert not panel.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QTest.keyClick(panel.view, Qt.Key.Key_2)
    assert panel.view.current_key() == 1


def test_the_most_urgent_of_a_long_queue_are_seen_at_once_without_figures_that_are_not_known_yet(fed, panel, model):
    fed.room._forget()
    fed.connect(ConnectionState.CATCHING_UP)
    assert panel._veil.isVisible()
    rows = {number: case(number, due=number) for number in (2, 1)}
    fed.room.apply(Difference(Clock(NOON, 0.0, time.monotonic()), rows={"case": rows}, glimpse=True))
    assert model.keys() == [1, 2]
    assert not panel._veil.isVisible()
    assert panel._reading.isVisible()
    assert panel._buttons[Filter.OPEN].text() == "All open"
    fed.feed(*(case(number, due=number) for number in (3, 1, 2)), full=True)
    fed.connect(ConnectionState.LIVE)
    assert model.keys() == [1, 2, 3]
    assert not panel._reading.isVisible()
    assert panel._buttons[Filter.OPEN].text() == "All open 3"


def test_offline_the_whole_queue_is_veiled_and_says_since_when_and_why(fed, panel):
    fed.feed(case(1))
    assert not panel._veil.isVisible()
    fed.connect(ConnectionState.OFFLINE, RoomError("database.starting"))
    assert panel._veil.isVisible()
    assert panel._veil.geometry() == panel.view.rect()
    assert "Offline since 12:00" in panel._veil.title.text()
    assert str(RoomError("database.starting")) in panel._veil.text.text()
    assert panel.view.model().keys() == [1]
    fed.connect(ConnectionState.CATCHING_UP)
    assert panel._veil.isVisible()
    fed.connect(ConnectionState.LIVE)
    assert not panel._veil.isVisible()


def test_offline_no_figure_can_be_mistaken_for_a_live_one(fed, panel, model, monkeypatch):
    fed.feed(case(1), case(2, "handling", due=-1), alarm(1))
    fed.connect(ConnectionState.OFFLINE)
    line = StatusLine(fed.desk, model)
    assert [button.text() for button in panel._buttons.values()] == [
        "Unassigned (1)", "All open (2)", "Mine (1)", "Late (1)", "My unit (0)"
    ]  # fmt: skip
    assert not panel._buttons[Filter.UNASSIGNED].font().bold()
    assert (panel._as_of.text(), panel._as_of.isVisible()) == ("✕ as known at 12:00", True)
    old = "(as known at 12:00: 1 unassigned · 1 overdue · 1 alarm/h (good ≤ 6))"
    assert old in line.toolTip()
    monkeypatch.setattr(fed.room, "room_now", lambda: NOON + timedelta(hours=2))
    line.tick()
    assert old in line.toolTip(), "the alarms do not become fewer because none are heard"
    monkeypatch.undo()
    fed.connect(ConnectionState.LIVE)
    line.tick()
    assert panel._buttons[Filter.UNASSIGNED].text() == "Unassigned 1"
    assert panel._buttons[Filter.UNASSIGNED].font().bold()
    assert (panel._as_of.isVisible(), "as known" in line.toolTip()) == (False, False)
    line.deleteLater()


def test_a_count_on_a_tab_bears_a_mark_while_it_is_not_live(fed):
    dock = QDockWidget("Alarms")
    title = OldMark(fed.desk, dock.setWindowTitle)
    fed.connect(ConnectionState.OFFLINE)
    assert dock.windowTitle() == "Alarms", "nothing was said yet"
    fed.connect(ConnectionState.LIVE)
    title.say("Alarms (1)")
    assert dock.windowTitle() == "Alarms (1)"
    fed.connect(ConnectionState.OFFLINE)
    assert dock.windowTitle() == "✕ Alarms (1)"
    title.say("Alarms")
    assert dock.windowTitle() == "✕ Alarms", "that none stands may be old, too"
    title.say("Handover", is_figure=False)
    assert dock.windowTitle() == "Handover"
    title.say("Alarms (2)")
    fed.connect(ConnectionState.LIVE)
    assert dock.windowTitle() == "Alarms (2)"


def test_an_empty_queue_says_why(fed, panel):
    assert panel._veil.title.text() == "No open case file"
    fed.feed(case(1, "handling"))
    panel.show_bucket(Filter.UNASSIGNED)
    assert panel._veil.title.text() == "Nothing in this bucket"
    panel.search.setText("nothing like it")
    assert panel._veil.title.text() == "Nothing fits the search"


def test_the_status_line_sums_up(fed, model):
    fed.feed(case(1, due=-1), case(2, "handling"), alarm(1), alarm(2, minutes=70))
    line = StatusLine(fed.desk, model)
    text = line.text().replace("&nbsp;", " ")
    for part in ("live", "12:00:00", "1 unassigned", "1 overdue", "1 alarm/h (good ≤ 6)"):
        assert part in text
    line.deleteLater()


def test_alarms_stand_by_priority_and_are_acknowledged_with_their_version(fed, qtbot):
    panel = AlarmPanel(fed.desk)
    qtbot.addWidget(panel)
    fed.feed(alarm(1, 3), alarm(2, 1), alarm(3, 1, acknowledged_at=NOON))
    assert panel.model.keys() == [2, 1, 3]
    assert panel.model.index(0, 0).data() == "▲1"
    panel.view.choose(2)
    panel.acknowledge()
    panel.acknowledge()
    assert len(fed.queries.asked) == 2
    assert len(panel._requests) == 1, "the same alarm and version is the same request"
    panel.view.choose(3)
    assert not panel.acknowledge_button.isEnabled()


def test_a_narrow_list_of_alarms_still_says_what_and_where_and_which_are_acknowledged(fed, qtbot):
    panel = AlarmPanel(fed.desk)
    qtbot.addWidget(panel)
    fed.feed(alarm(1, 1), alarm(2, 1, acknowledged_at=NOON))
    panel.show()
    panel.resize(panel.fontMetrics().averageCharWidth() * 34, 400)
    qtbot.waitUntil(lambda: panel.view.isColumnHidden(3), timeout=10_000)
    needed = panel.fontMetrics().horizontalAdvance("松涛路15号…")
    assert panel.view.columnWidth(2) >= needed
    assert [panel.model.index(row, 0).data() for row in (0, 1)] == ["▲1", "▲1✓"]
    panel.resize(panel.fontMetrics().averageCharWidth() * 90, 400)
    qtbot.waitUntil(lambda: not panel.view.isColumnHidden(3), timeout=10_000)


def test_every_cell_gives_its_key(fed, model):
    fed.feed(case(5))
    assert [model.index(0, column).data(KEY_ROLE) for column in range(model.columnCount())] == [5] * 5


def test_a_room_of_thousands_is_sorted_in_parts_and_then_as_any_other(fed, model, panel, qtbot):
    """More rows than one part takes: what is asked for and what changes meanwhile is there in the end."""
    many = [case(n, "pending_dispatch" if n % 3 else "handling", due=n % 50) for n in range(1, 7001)]
    fed.feed(*many)
    panel.show_bucket(Filter.UNASSIGNED)
    fed.feed(case(3, due=-500), case(7, "handling"), removed=(4,))
    expected = sorted((n % 50, n) for n in range(1, 7001) if n % 3 and n not in (4, 7))
    qtbot.waitUntil(lambda: model.keys() == [3, *(n for _, n in expected)], timeout=10_000)
    panel.choose(5)
    panel.search.setText("松涛路5")
    qtbot.waitUntil(lambda: 0 < model.rowCount() < 1000, timeout=10_000)
    assert panel.view.current_key() == 5, "the choice stays where the rows are shown anew"
    panel.choose(6)
    qtbot.waitUntil(lambda: panel.view.current_key() == 6, timeout=10_000)
    assert panel.search.text() == ""
    assert model.bucket is Filter.OPEN


def test_the_most_urgent_of_a_large_room_are_shown_before_all_is_counted_and_a_mass_of_changes_at_once(
    fed, model, panel, qtbot, monkeypatch
):
    """At six in the evening thousands of limits run out in one second."""
    many = [case(n, "pending_dispatch" if n % 3 else "handling", due=n % 50 + 5) for n in range(1, 9001)]
    early = []
    model.refreshed.connect(lambda: early.append((model.rowCount(), model.is_busy)))
    fed.feed(*many)
    qtbot.waitUntil(lambda: model.rowCount() == 9000 and not model.is_busy, timeout=10_000)
    assert (9000, True) in early
    assert model.counts[Filter.UNASSIGNED] == 6000
    monkeypatch.setattr(fed.room, "room_now", lambda: NOON + timedelta(minutes=60))
    model.tick()
    qtbot.waitUntil(lambda: model.counts[Filter.LATE] == 9000 and not model.is_busy, timeout=10_000)
    assert model.keys() == [n for _, n in sorted((n % 50, n) for n in range(1, 9001))]
