"""The room's settings at the desk: read by all, changed by leaders, figures made final by the evaluator."""

from datetime import date

import pytest
from desk_rows import NOON, hand_fed_desk
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QLabel

from community_brain_plugin import wording
from community_brain_plugin.cases.settings import Settings
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.keeping import Keeping
from community_brain_plugin.ui.desk.room_settings import RoomSettingsPanel
from community_brain_plugin.ui.live.queries import Queries

CHANGE = {"key": "contact_days", "at": NOON, "staff_number": "1002", "staff_name": "崔静霞",
          "details": {"before": 90, "value": 30}}  # fmt: skip
PERIOD = {"first": date(2026, 9, 1), "last": date(2026, 9, 30), "locked_at": NOON, "locked_by": "白德"}

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Return a function that opens the settings for a person with these roles."""

    def open_panel(*roles):
        fed = hand_fed_desk(tmp_path, *roles)
        panel = RoomSettingsPanel(fed.desk)
        qtbot.addWidget(panel)
        panel.show()
        panel.begin()
        fed.queries.asked[-1].done((Settings(("a.example",), 10, 30), [CHANGE], [PERIOD], None))
        return fed, panel

    return open_panel


def test_what_the_room_goes_by_and_who_changed_it_is_read_by_all_and_changed_by_leaders(opened):
    _, panel = opened("dispatcher")
    assert panel.hosts.toPlainText() == "a.example"
    assert (panel.attempts.value(), panel.days.value()) == (10, 30)
    assert panel._history.text() == "2026-11-21 12:00 崔静霞: days a contact is kept 90 → 30"
    assert panel.hosts.isReadOnly()
    assert panel.days.isReadOnly()
    assert not panel.keep.isVisibleTo(panel)
    assert not panel._span.isVisibleTo(panel)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_on_a_small_screen_what_was_changed_is_saved_without_scrolling_for_the_button(opened, qtbot, language):
    wording.set_language(language)
    _, panel = opened("shift_leader", "administrator")
    panel.resize(340, 300)
    panel.days.setValue(31)
    buttons = (panel.keep, panel.drop, panel.undo)
    whole = lambda one: one.visibleRegion().boundingRect().size() == one.size()  # noqa: E731
    qtbot.waitUntil(lambda: all(map(whole, buttons)), timeout=10_000)
    panel.axes.set_value("joint_room")
    panel.axes.changed.emit()
    panel.save()
    qtbot.waitUntil(lambda: all(map(whole, (*buttons, panel._warning))), timeout=10_000)


def test_a_coming_year_that_the_calendar_does_not_know_is_named_until_it_is_loaded(opened):
    fed, panel = opened("shift_leader")
    assert not panel.calendar.isVisibleTo(panel)
    panel.refresh()
    fed.queries.asked[-1].done((Settings(), [], [], 2027))
    assert panel.calendar.isVisibleTo(panel)
    assert panel.calendar.text().startswith("◆ The calendar has no holidays or make-up workdays of 2027 yet")
    panel.refresh()
    fed.queries.asked[-1].done((Settings(), [], [], None))
    assert not panel.calendar.isVisibleTo(panel)


def test_only_what_was_changed_is_sent(opened):
    fed, panel = opened("shift_leader")
    assert not panel.keep.isEnabled()
    panel.hosts.setPlainText("B.example:8443\n\na.example\n")
    panel.days.setValue(14)
    assert panel.changed() == {"webhook_hosts": ("a.example", "b.example:8443"), "contact_days": 14}
    panel.save()
    assert "write" in fed.queries.asked[-1].work.__code__.co_names
    assert not panel.keep.isEnabled()


def test_what_was_changed_and_not_saved_is_there_after_a_restart_says_so_and_can_be_thrown_away(opened):
    fed, panel = opened("shift_leader")
    panel.hosts.setPlainText("b.example\na.exam")
    panel.days.setValue(14)
    fed.connect(ConnectionState.OFFLINE)
    assert not panel.keep.isEnabled()
    fed.desk.drafts.close()
    fed, again = opened("shift_leader")
    assert (again.hosts.toPlainText(), again.days.value()) == ("b.example\na.exam", 14)
    said = again._unsaved.text().splitlines()
    assert said[0] == "✎ Not saved yet; it is kept here until you save it or throw it away"
    assert "hosts that may be called: a.example → a.exam, b.example" in said
    assert "days a contact is kept: 30 → 14" in said
    again.hosts.setPlainText("a.example")
    assert "hosts" not in again._unsaved.text(), "as the room has it"
    again.refresh()
    fed.queries.asked[-1].done((Settings(("a.example",), 10, 60), [CHANGE], [PERIOD], None))
    assert "days a contact is kept: 60 → 14" in again._unsaved.text(), "a colleague has changed it meanwhile"
    again.save()
    fed.queries.asked[-1].done(None)
    again.attempts.setValue(3)
    fed.queries.asked[-1].done((Settings(("a.example",), 10, 14), [CHANGE], [PERIOD], None))
    assert again.changed() == {"webhook_attempts": 3}, "written while the answer was on its way"
    heard = []
    again.drafted.connect(heard.append)
    again.discard()
    assert (again.changed(), again._unsaved.text(), heard[-1]) == ({}, "", False)
    assert not fed.desk.drafts.has("settings", "set_setting")


def test_a_draft_is_not_shown_to_whoever_may_not_change_it(opened):
    fed, panel = opened("admin")
    panel.axes.set_value("joint_room")
    panel.days.setValue(14)
    fed.desk.drafts.close()
    fed, leader = opened("shift_leader")
    assert leader.changed() == {"contact_days": 14}
    fed.desk.drafts.close()
    _, reader = opened("dispatcher")
    assert (reader.days.value(), reader._unsaved.text()) == (30, "")


def test_a_refusal_keeps_what_was_written(opened):
    fed, panel = opened("shift_leader")
    panel.hosts.setPlainText("http://a.example")
    panel.save()
    fed.queries.asked[-1].failed(RoomError("room.bad_value", field="webhook_hosts", value="http://a.example"))
    assert panel.message.text().startswith('"http://a.example" cannot be used for hosts that may be called')
    assert panel.hosts.toPlainText() == "http://a.example"
    assert panel.keep.isEnabled()


def test_how_far_apart_the_axes_are_kept_is_the_administrators_and_says_first_what_it_leads_to(opened):
    fed, leader = opened("shift_leader")
    assert leader.axes.value() == "strict"
    assert not leader.axes.isEnabled()
    fed, panel = opened("admin")
    panel.axes.set_value("joint_room")
    assert "may accept and dispatch in one shift" in panel.axes.findChild(QLabel).text(), "what it means"
    before = len(fed.queries.asked)
    panel.save()
    assert "may work on both in one shift" in panel._warning.text(), "what it leads to"
    panel.axes.set_value("strict")
    panel.axes.set_value("joint_room")
    panel.save()
    assert len(fed.queries.asked) == before, "another choice asks again"
    panel.save()
    assert "write" in fed.queries.asked[-1].work.__code__.co_names
    fed.queries.asked[-1].done(None)
    changed = {**CHANGE, "key": "axes_profile", "details": {"before": None, "value": "joint_room"}}
    fed.queries.asked[-1].done((Settings(axes_profile="joint_room"), [changed], [], None))
    assert panel.changed() == {}
    assert panel._history.text().endswith(" – → Joint room")


def test_days_that_were_chosen_are_there_after_a_restart_until_their_figures_are_final(opened):
    fed, panel = opened("evaluator")
    panel.first.setDate(QDate(2026, 10, 5))
    panel.last.setDate(QDate(2026, 10, 20))
    panel.refresh()
    fed.queries.asked[-1].done((Settings(), [], [PERIOD], None))
    assert panel.last.date() == QDate(2026, 10, 20), "read again, they stay"
    fed.desk.drafts.close()
    fed, panel = opened("evaluator")
    assert (panel.first.date(), panel.last.date()) == (QDate(2026, 10, 5), QDate(2026, 10, 20))
    panel.refresh()
    final = {**PERIOD, "first": date(2026, 10, 5), "last": date(2026, 10, 20)}
    fed.queries.asked[-1].done((Settings(), [], [final, PERIOD], None))
    assert panel.first.date() == QDate(2026, 10, 21)
    assert not fed.desk.drafts.has("settings", "lock_period")


def test_figures_become_final_only_after_the_consequence_was_said(opened):
    fed, panel = opened("evaluator")
    assert panel._periods.text() == "2026-09-01 to 2026-09-30: final since 2026-11-21 12:00 (白德)"
    assert (panel.first.date(), panel.last.date()) == (QDate(2026, 10, 1), QDate(2026, 10, 31))
    before = len(fed.queries.asked)
    panel.lock()
    assert "nothing of these days can be appealed" in panel.message.text()
    panel.last.setDate(QDate(2026, 10, 15))
    assert panel.lock_button.text() == "Make final", "other days ask again"
    panel.lock()
    assert len(fed.queries.asked) == before
    panel.lock()
    assert "lock_period" in fed.queries.asked[-1].work.__code__.co_names


def test_the_room_keeps_what_a_leader_sets(qtbot, map_room, tmp_path):
    """With the database behind it: written, read back, and shown to another."""
    fed = hand_fed_desk(tmp_path, "shift_leader")
    queries = Queries(workers=1)
    queries.open(map_room.parameters("shift_leader"))
    fed.desk.queries = Keeping(queries, fed.desk.room_now)
    panel = RoomSettingsPanel(fed.desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.begin()
    qtbot.waitUntil(lambda: panel._periods.text() != "", timeout=10_000)
    assert (panel.days.value(), panel.track_days.value()) == (90, 30)
    panel.days.setValue(21)
    panel.track_days.setValue(7)
    panel.save()
    qtbot.waitUntil(lambda: "90" not in panel._history.text() and "21" in panel._history.text(), timeout=10_000)
    assert panel.changed() == {}
    queries.close()
