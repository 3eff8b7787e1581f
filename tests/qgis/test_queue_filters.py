"""Filters of the queue under names of one's own, and the case files behind a bar of a chart."""

import pytest
from desk_rows import case, hand_fed_desk
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication, QMenu, QToolButton

from community_brain_plugin import wording
from community_brain_plugin.cases.queue import Filter
from community_brain_plugin.ui.desk.queue_filters import Saved, SavedFilters, keep, saved
from community_brain_plugin.ui.desk.queue_model import QueueModel
from community_brain_plugin.ui.desk.queue_panel import QueuePanel

KEPT = "community_brain/queue_filters"


@pytest.fixture(autouse=True)
def own_settings():
    wording.set_language("en")
    QgsSettings().remove(KEPT)
    yield
    QgsSettings().remove(KEPT)
    wording.set_language(None)


@pytest.fixture
def fed(qtbot, tmp_path):
    return hand_fed_desk(tmp_path, "dispatcher")


@pytest.fixture
def panel(fed, qtbot):
    fed.feed(case(1), case(2, "handling"), case(12), case(3, due=-5))
    widget = QueuePanel(QueueModel(fed.room, fed.desk.viewer), fed.room)
    qtbot.addWidget(widget)
    widget.resize(420, 300)
    widget.show()
    return widget


def test_what_is_shown_is_kept_under_a_name_and_comes_back_with_its_figure(panel, qtbot):
    panel.show_bucket(Filter.UNASSIGNED)
    panel.search.setText("松涛路1")
    panel.name_filter()
    assert panel.filters.name.text() == "松涛路1"
    panel.filters.name.setText("Songtao")
    qtbot.keyClick(panel.filters.name, Qt.Key.Key_Return)
    assert saved() == [Saved("Songtao", Filter.UNASSIGNED, "松涛路1")]
    panel.show_all()
    assert panel.view.model().rowCount() == 4
    panel.filters.apply(1)
    assert sorted(panel.view.model().keys()) == [1, 12]
    assert panel.search.text() == "松涛路1"
    panel.filters.apply(2)
    assert panel.search.text() == "松涛路1", "no filter has this figure"


def test_kept_filters_are_there_in_the_next_window_until_they_are_forgotten(qtbot):
    keep([Saved("one", Filter.LATE, ""), Saved("two", Filter.OPEN, "井盖")])
    row = SavedFilters()
    qtbot.addWidget(row)
    assert [one.name for one in row.filters] == ["one", "two"]
    row.forget(1)
    assert [one.name for one in saved()] == ["two"]


def test_a_name_that_is_taken_is_given_anew_and_escape_keeps_nothing(panel, qtbot):
    keep([Saved("mine", Filter.LATE, "")])
    row = SavedFilters()
    qtbot.addWidget(row)
    row.begin(Filter.MINE, "a", "mine")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    row.begin(Filter.MINE, "b", "other")
    qtbot.keyClick(row.name, Qt.Key.Key_Escape)
    assert saved() == [Saved("mine", Filter.MINE, "a")]


def test_a_filter_is_renamed_and_forgotten_by_keyboard_or_by_its_menu(fed, qtbot):
    keep([Saved("one", Filter.LATE, ""), Saved("two", Filter.OPEN, "井盖"), Saved("three", Filter.MINE, "")])
    panel = QueuePanel(QueueModel(fed.room, fed.desk.viewer), fed.room)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    row = panel.filters

    def button(number):
        QApplication.sendPostedEvents(None, 52)
        return next(one for one in row.findChildren(QToolButton) if one.property("figure") == number)

    def choose(number, entry):
        button(number).customContextMenuRequested.emit(QPoint(2, 2))
        menu = button(number).findChild(QMenu)
        menu.actions()[entry].trigger()
        menu.close()

    choose(2, 0)
    assert row.name.text() == "two"
    row.name.setText("manholes")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert [one.name for one in saved()] == ["one", "manholes", "three"], "it keeps its figure"
    assert saved()[1].words == "井盖", "and what it shows"
    choose(1, 0)
    row.name.setText("three")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert [(one.name, one.bucket) for one in saved()] == [("three", Filter.LATE), ("manholes", Filter.OPEN)]
    choose(1, 0)
    qtbot.keyClick(row.name, Qt.Key.Key_Escape)
    assert len(saved()) == 2
    qtbot.waitUntil(lambda: button(2).isVisible(), timeout=10_000)
    panel.view.setFocus()
    stops = []
    while not stops or stops[-1] is not button(2):
        assert len(stops) < 12, "Shift+Tab leads from the rows to the filters above them"
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        stops.append(panel.focusWidget())
    qtbot.keyClick(button(2), Qt.Key.Key_Delete)
    assert [one.name for one in saved()] == ["three"]
    assert panel.focusWidget() is panel.view


def test_settings_that_cannot_be_read_are_no_filters(qtbot):
    for text in ("nonsense", "{}", '[1, {"bucket": "no such"}, {"bucket": "late"}]'):
        QgsSettings().setValue(KEPT, text)
        assert saved() == []


def test_the_queue_narrows_to_the_cases_of_a_bar_and_says_so_until_all_are_wanted(fed, panel):
    panel.search.setText("handled long ago")
    panel.narrow([2, 3, 99])
    assert sorted(panel.view.model().keys()) == [2, 3]
    assert panel._narrowed.isVisible()
    assert "2 open" in panel._narrowing.text()
    panel.show_bucket(Filter.LATE)
    assert panel.view.model().keys() == [3]
    panel.choose(12)
    assert panel.view.current_key() == 12, "what is chosen elsewhere is shown"
    assert not panel._narrowed.isVisible()
    panel.narrow([99])
    assert panel._veil.title.text() == "None of these case files is open"
    panel.show_all()
    assert panel.view.model().rowCount() == 4
