"""Reports by pasted coordinates and from a file, and the duty board, as the person at the desk meets them."""

import pytest
from desk_rows import NOON, alarm, hand_fed_desk
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from community_brain_plugin import wording
from community_brain_plugin.cases import csv_reports, steps
from community_brain_plugin.database.feed import ConnectionState
from community_brain_plugin.errors import RoomError
from community_brain_plugin.ui.desk.board import DutyBoard
from community_brain_plugin.ui.desk.csv_intake import CsvIntakePanel
from community_brain_plugin.ui.desk.intake import IntakePanel


@pytest.fixture(autouse=True)
def english():
    wording.set_language("en")
    QgsSettings().remove("community-brain/coordinate_system")
    yield
    QgsSettings().remove("community-brain/coordinate_system")
    wording.set_language(None)


@pytest.fixture
def intake(qtbot, tmp_path):
    """Return a desk and the form of a new report."""
    fed = hand_fed_desk(tmp_path, "acceptor")
    panel = IntakePanel(fed.desk)
    qtbot.addWidget(panel)
    panel.resize(400, 600)
    panel.show()
    with qtbot.waitActive(panel, timeout=10_000):
        panel.activateWindow()
    return fed, panel


def paste(panel, text: str) -> None:
    panel.coordinates.line.selectAll()
    QTest.keyClicks(panel.coordinates.line, text)


def test_pasted_coordinates_become_the_place_and_it_is_said_what_they_were_taken_for(intake, qtbot):
    fed, panel = intake
    with qtbot.waitSignal(panel.placed) as placed:
        paste(panel, "118.796877, 32.060255")
    assert panel.payload()["x"] == pytest.approx(placed.args[0])
    assert "CGCS2000 / WGS84: nothing says otherwise" in panel.coordinates.note()
    choice = panel.coordinates.choice
    assert "GCJ-02: " in choice.itemText(1)
    assert " m away" in choice.itemText(1)
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert abs(panel.payload()["x"] - placed.args[0]) > 100
    # The next paste is read as this one was.
    with qtbot.waitSignal(panel.placed):
        paste(panel, "118.796878, 32.060255")
    assert "GCJ-02: as last time" in panel.coordinates.note()
    assert fed.desk.drafts.get("new", "report").values["x"] == panel.payload()["x"]


def test_tab_goes_once_through_every_field_of_a_report_and_comes_round_both_ways(intake, qtbot):
    _, panel = intake
    panel.begin()
    panel.class_field.setFocus()
    qtbot.waitUntil(panel.class_field.line.hasFocus, timeout=10_000)
    qtbot.waitUntil(lambda: panel.pick.nextInFocusChain() is panel.coordinates, timeout=10_000)
    fields = [panel.class_field.line, panel.pick, panel.coordinates.line, panel.component, panel.address.line]
    fields += [panel.description, panel.source.box, panel.caller, panel.phone, panel.call_back]
    for key, stops in ((Qt.Key.Key_Tab, fields), (Qt.Key.Key_Backtab, [fields[0], *reversed(fields[1:])])):
        way = [QApplication.focusWidget()]
        while len(way) < 30:
            QTest.keyClick(way[-1], key)
            if QApplication.focusWidget() is way[0]:
                break
            way.append(QApplication.focusWidget())
        assert [widget for widget in way if widget in fields] == stops
        assert {widget for widget in way if widget not in fields} <= set(panel.findChildren(QPushButton))


BUILDING = {"key": "building 7", "kind": "building", "name": "望舒路102号", "note": None, "x": 30.0, "y": 40.0}
STREET = {"key": "street 望舒路", "kind": "street", "name": "望舒路", "note": None, "x": 1.0, "y": 2.0}


@pytest.fixture
def addressed(intake, qtbot):
    """Return the form, and a function that types an address and answers the question for places."""
    fed, panel = intake
    panel.address.setFocus()
    qtbot.waitUntil(panel.address.line.hasFocus, timeout=10_000)

    def type_in(text: str, *places: dict) -> None:
        fed.queries.asked.clear()
        panel.address.line.setText(text)
        panel.address.line.textEdited.emit(text)
        is_asked = lambda: [asked for asked in fed.queries.asked if "places" in asked.work.__code__.co_names]  # noqa: E731
        qtbot.waitUntil(lambda: bool(is_asked()), timeout=10_000)
        is_asked()[-1].done(list(places))

    return panel, type_in


def test_an_address_that_is_typed_is_the_place_and_what_is_added_to_it_changes_nothing(addressed, qtbot):
    panel, type_in = addressed
    with qtbot.waitSignal(panel.placed) as placed:
        type_in("望舒路102号", BUILDING)
    assert placed.args == [30.0, 40.0]
    type_in("望舒路102号3单元", BUILDING)
    assert (panel.payload()["x"], panel.payload()["address"]) == (30.0, "望舒路102号3单元")
    type_in("望舒路1", BUILDING)
    assert not panel.has_place(), "the place of another address is no place"


def test_a_draft_that_is_taken_up_knows_that_its_place_came_from_the_address(addressed):
    panel, type_in = addressed
    type_in("望舒路102号", BUILDING)
    panel.begin()
    assert panel.payload()["x"] == 30.0
    assert "place_of" not in panel.payload(), "the room is told the place, not where the form has it from"
    panel.address.setFocus()
    type_in("碧桥路9号", {**BUILDING, "name": "碧桥路9号", "x": 70.0})
    assert panel.payload()["x"] == 70.0, "another address is another place"
    panel.set_point(5.0, 6.0)
    panel.begin()
    panel.address.setFocus()
    type_in("望舒路102号", BUILDING)
    assert panel.payload()["x"] == 5.0, "what was picked stays picked"


def test_places_that_an_address_may_mean_are_chosen_by_key_and_by_mouse(addressed):
    panel, type_in = addressed
    type_in("望舒", STREET, BUILDING)
    assert not panel.has_place(), "a street is not taken for a place unasked"
    assert [panel.address.list.item(row).text() for row in range(2)] == [
        "望舒路 · street, its middle",
        "望舒路102号 · building",
    ]
    QTest.keyClick(panel.address.line, Qt.Key.Key_Down)
    QTest.keyClick(panel.address.line, Qt.Key.Key_Return)
    assert (panel.payload()["address"], panel.payload()["x"]) == ("望舒路102号", 30.0)
    type_in("望舒", STREET, BUILDING)
    item = panel.address.list.item(0)
    place = panel.address.list.visualItemRect(item).center()
    QTest.mouseClick(panel.address.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (panel.payload()["address"], panel.payload()["x"]) == ("望舒路", 1.0)
    type_in("望舒", STREET)
    QTest.keyClick(panel.address.line, Qt.Key.Key_Escape)
    assert not panel.address.list.isVisible()
    assert panel.isVisible(), "Esc takes the list away and leaves the form"


def test_an_address_of_several_buildings_is_asked_and_an_unknown_one_is_said_to_be_so(addressed):
    panel, type_in = addressed
    market = {**BUILDING, "name": "碧桥路30号"}
    type_in("碧桥路30号", {**market, "note": "农贸市场"}, {**market, "key": "building 8", "note": "熟食区"})
    assert not panel.has_place()
    assert [panel.address.list.item(row).text() for row in range(2)] == [
        "碧桥路30号 · 农贸市场 · building",
        "碧桥路30号 · 熟食区 · building",
    ]
    type_in("碧桥路9号", {**BUILDING, "kind": "address", "name": "碧桥路9号"})
    assert panel.payload()["x"] == 30.0, "a lamp's address is one too"
    type_in("没有这条路")
    assert "No place of this address" in panel.address._note.text()
    assert not panel.has_place()


def test_an_address_never_moves_a_place_that_was_picked_on_the_map(addressed):
    panel, type_in = addressed
    panel.set_point(5.0, 6.0)
    type_in("望舒路102号", BUILDING)
    assert panel.payload()["x"] == 5.0
    # Enter is for the report; the arrow keys still choose.
    assert not panel.address.wants(Qt.Key.Key_Return)
    QTest.keyClick(panel.address.line, Qt.Key.Key_Down)
    QTest.keyClick(panel.address.line, Qt.Key.Key_Return)
    assert panel.payload()["x"] == 30.0


COMPONENT = {"identity_code": "99010601002000001", "class_code": "01002", "address": "听雨路", "x": 1.0, "y": 2.0}


def name_component(fed, panel) -> None:
    """Type a component's code and press Enter, before the room could say what it is."""
    panel.begin()
    fed.queries.asked.clear()
    QTest.keyClicks(panel.component, COMPONENT["identity_code"])
    QTest.keyClick(panel.component, Qt.Key.Key_Return)


def test_enter_after_a_components_code_reports_it_once_the_room_has_said_what_it_is(intake):
    fed, panel = intake
    # What was given before must not be reported in its place.
    panel.class_field.set_value(("event", "09012"))
    panel.set_point(5.0, 6.0)
    name_component(fed, panel)
    assert fed.queries.sent(steps.Report) == []
    fed.queries.asked[-1].done(COMPONENT)
    (report,) = fed.queries.sent(steps.Report)
    assert report.payload["component_identity"] == COMPONENT["identity_code"]
    assert "class_code" not in report.payload


def test_an_unknown_component_is_named_and_nothing_is_reported(intake):
    fed, panel = intake
    name_component(fed, panel)
    fed.queries.asked[-1].done(None)
    assert panel.message.text() == "There is no component 99010601002000001."
    assert fed.queries.sent(steps.Report) == []


def test_a_component_that_could_not_be_looked_up_is_in_the_draft_and_never_reported_by_itself(intake):
    fed, panel = intake
    name_component(fed, panel)
    fed.queries.asked[-1].failed(RoomError("database.connection_lost", reason="gone"))
    assert fed.desk.drafts.get("new", "report").values["component_identity"] == COMPONENT["identity_code"]
    panel.begin()
    assert panel.component.value() == COMPONENT["identity_code"]
    fed.queries.asked[-1].done(COMPONENT)
    assert fed.queries.sent(steps.Report) == []


def test_a_component_that_is_taken_out_again_is_not_reported(intake):
    fed, panel = intake
    panel.set_component(COMPONENT["identity_code"])
    fed.queries.asked[-1].done(COMPONENT)
    panel.component.setFocus()
    panel.component.selectAll()
    QTest.keyClick(panel.component, Qt.Key.Key_Delete)
    panel.description.setFocus()
    assert "component_identity" not in panel.payload()
    assert not panel.has_place(), "its place went with it"


def test_coordinates_count_that_were_pasted_right_before_enter(intake):
    fed, panel = intake
    panel.class_field.set_value(("event", "09012"))
    panel.set_point(5.0, 6.0)
    paste(panel, "118.796877, 32.060255")
    QTest.keyClick(panel.coordinates.line, Qt.Key.Key_Return)
    (report,) = fed.queries.sent(steps.Report)
    assert report.payload["x"] > 100_000


def test_a_report_made_from_an_alarm_takes_away_nothing_that_was_being_written(intake):
    fed, panel = intake
    panel.begin()
    QTest.keyClicks(panel.description, "an old lady on the phone")
    panel.set_alarm(alarm(7))
    QTest.keyClicks(panel.description, " rings")
    panel.begin()
    assert panel.payload() == {"source": "desk", "description": "an old lady on the phone"}
    panel.set_alarm(alarm(7))
    assert panel.description.value().endswith(" rings")
    panel.class_field.set_value(("event", "09012"))
    panel.submit()
    fed.queries.asked[-1].done(steps.Answer(1, "20261121-000001", 1, "reported", NOON, False))
    panel.begin()
    assert panel.description.value() == "an old lady on the phone"


def choose_source(panel, source: str) -> None:
    panel.source.set_value(source)
    panel.source.box.activated.emit(panel.source.box.currentIndex())


def test_a_callers_contact_makes_the_hotline_the_source_and_its_removal_takes_that_back(intake):
    _, panel = intake
    panel.begin()
    QTest.keyClicks(panel.phone, "025")
    assert panel.payload()["source"] == "hotline"
    assert panel.message.text() == (
        "A caller is given: the source is now Hotline. If that is not so, choose another source."
    )
    panel.phone.selectAll()
    QTest.keyClick(panel.phone, Qt.Key.Key_Delete)
    assert panel.payload()["source"] == "desk"
    assert not panel.message.isVisible()


def test_a_source_that_somebody_chose_himself_stays_whatever_is_written_of_the_caller(intake):
    _, panel = intake
    panel.begin()
    QTest.keyClicks(panel.phone, "0")
    choose_source(panel, "desk")
    assert not panel.message.isVisible()
    QTest.keyClicks(panel.phone, "25")
    panel.begin()
    QTest.keyClicks(panel.caller, "Wang")
    assert panel.payload()["source"] == "desk", "nor is it forgotten with the draft"
    panel.set_alarm(alarm(1))
    QTest.keyClicks(panel.caller, "Li")
    assert panel.payload()["source"] == "sensor"


def test_nothing_can_be_added_to_a_report_that_is_on_its_way(intake):
    fed, panel = intake
    panel.class_field.set_value(("event", "09012"))
    panel.set_point(5.0, 6.0)
    panel.submit()
    assert not panel.description.isEnabled()
    fed.queries.asked[-1].failed(RoomError("database.connection_lost", reason="gone"))
    assert panel.description.isEnabled()
    assert panel.description.hasFocus()


def test_a_place_outside_the_subdistrict_is_said_to_be_one_before_the_room_refuses_it(intake):
    _, panel = intake
    panel.coordinates.bounds = (0.0, 0.0, 100.0, 100.0)
    panel.set_point(50.0, 60.0)
    assert "outside" not in panel._where.text()
    panel.set_point(500.0, 60.0)
    assert panel._where.text() == "▲ outside the subdistrict"
    assert panel._where.toolTip() == "500 m E, 60 m N"


def test_text_that_is_no_place_changes_nothing(intake, qtbot):
    _, panel = intake
    paste(panel, "call me")
    qtbot.waitUntil(lambda: panel.coordinates.note() != "")
    assert not panel.has_place()
    assert "Not read" in panel.coordinates.note()


def test_what_replaces_pasted_coordinates_and_is_none_takes_their_place_away(intake, qtbot):
    _, panel = intake
    with qtbot.waitSignal(panel.placed):
        paste(panel, "118.796877, 32.060255")
    with qtbot.waitSignal(panel.coordinates.unplaced):
        paste(panel, "by the north gate")
    assert not panel.has_place()
    assert "x" not in panel.payload()


def test_a_place_picked_on_the_map_replaces_what_was_pasted(intake, qtbot):
    _, panel = intake
    with qtbot.waitSignal(panel.placed):
        paste(panel, "118.796877, 32.060255")
    panel.set_point(1.0, 2.0)
    assert (panel.coordinates.line.text(), panel.payload()["x"]) == ("", 1.0)


@pytest.fixture
def csv_panel(qtbot, tmp_path):
    """Return a desk, the page of CSV files, and a function that opens a file there."""
    fed = hand_fed_desk(tmp_path, "acceptor")
    panel = CsvIntakePanel(fed.desk)
    qtbot.addWidget(panel)
    panel.show()

    def open_file(text: str) -> None:
        path = tmp_path / "reports.csv"
        path.write_text(text, encoding="utf-8")
        panel.open_file(path)
        settle()

    def settle() -> None:
        qtbot.waitUntil(lambda: not panel._worker.is_busy)

    panel.settle = settle
    return fed, panel, open_file


def test_a_files_coordinates_are_not_read_before_their_system_is_said(csv_panel):
    fed, panel, open_file = csv_panel
    open_file("类别,经度,纬度\n占用消防通道,118.8,32.06\n")
    assert "Say what system" in panel.message.text()
    assert not panel.do_it.isEnabled()
    panel.system.setCurrentIndex(panel.system.findData("GCJ-02"))
    panel.check()
    panel.settle()
    assert panel.do_it.text() == "Report 1 case files"
    panel.submit()
    assert not panel.do_it.isEnabled()
    fed.queries.asked[-1].done(([], [csv_reports.Fault(2, "经度", "outside")]))
    assert panel.faults.item(0, 1).text() == "经度"
    assert "nothing was reported" in panel.message.text()


def test_each_file_is_asked_about_its_coordinates_anew(csv_panel):
    _, panel, open_file = csv_panel
    for _ in range(2):
        open_file("类别,经度,纬度\n占用消防通道,118.8,32.06\n")
        assert "Say what system" in panel.message.text()
        panel.system.setCurrentIndex(panel.system.findData("GCJ-02"))
        panel.check()
        panel.settle()
        assert panel.do_it.isEnabled()


def test_faults_of_a_file_are_listed_and_it_is_not_sent(csv_panel):
    _, panel, open_file = csv_panel
    open_file("类别,地址\n没有这类,松涛路9号\n占用消防通道,\n")
    assert [panel.faults.item(row, 0).text() for row in range(2)] == ["2", "3"]
    assert not panel.do_it.isEnabled()
    open_file("a,b\n1,2\n")
    assert "no column for the class" in panel.message.text()


def test_a_long_file_is_sent_in_sight_and_a_cancelled_one_leaves_nothing(csv_panel):
    fed, panel, open_file = csv_panel
    open_file("类别,地址,备注\n" + "占用消防通道,松涛路9号,x\n" * 2000)
    assert "2000 rows without a fault. Columns that are not known and will be left out: 备注." in panel.message.text()
    assert not panel.bar.isVisible()
    panel.submit()
    assert panel.halt.isVisible()
    assert not panel.choose.isEnabled()
    panel._worker.tell(0.5)
    assert panel.bar.text() == "50%"
    panel.cancel()
    fed.queries.asked[-1].failed(RoomError("database.cancelled", reason=""))
    assert panel.message.text() == "Cancelled. Nothing was reported."
    assert panel.do_it.isEnabled(), "it can be sent again"
    panel.submit()
    panel._worker.tell(1.0)
    assert not panel.halt.isEnabled(), "the room takes it at this moment"
    assert not panel.bar.isHidden()


def test_thousands_of_faults_are_counted_and_the_first_are_listed(csv_panel):
    _, panel, open_file = csv_panel
    open_file("类别,地址\n" + "没有这类,松涛路9号\n" * 5000)
    assert panel.message.text().startswith("5000 faults in 5000 rows.")
    assert "The first 300 are listed." in panel.message.text()
    assert panel.faults.rowCount() == 300


def test_no_answer_to_a_file_is_no_reason_to_fear_doubles(csv_panel):
    fed, panel, open_file = csv_panel
    open_file("类别,地址\n占用消防通道,松涛路9号\n")
    panel.submit()
    fed.queries.asked[-1].failed(RoomError("database.connection_lost", reason="gone"))
    assert "nothing is reported twice" in panel.message.text()
    fed.connect(ConnectionState.OFFLINE)
    assert not panel.do_it.isEnabled()


def duty(number: str, name: str, role: str, open_cases: int, late: int, unit: str | None = "安居物业", **more) -> dict:
    return {
        "staff_number": number, "name": name, "phone": "100", "role": role, "role_zh": role, "role_en": role,
        "department_code": unit, "department_zh": unit, "department_en": unit, "shift_zh": "白班", "shift_en": "Day",
        "ends_at": NOON, "grid_code": None, "open_cases": open_cases, "late_cases": late, "observed_at": None,
        "x": None, "y": None, **more,
    }  # fmt: skip


def test_the_board_shows_load_by_unit_sorts_as_numbers_and_leads_to_people(qtbot, tmp_path):
    fed = hand_fed_desk(tmp_path, "dispatcher")
    board = DutyBoard(fed.desk)
    qtbot.addWidget(board)
    board.resize(400, 400)
    board.show()
    fed.queries.asked[-1].done([
        duty("P1", "崔静霞", "dispatcher", 0, 0, None),
        duty("D1", "主管", "department", 12, 2), duty("W1", "张平", "worker", 10, 1, x=5.0, y=6.0, observed_at=NOON),
        duty("W2", "李四", "worker", 2, 1),
    ])  # fmt: skip
    room, unit = board._units()
    assert unit.child(0).text(0) == "主管 · department", "a narrow board says the post behind the name"
    board.resize(600, 400)
    assert (unit.child(0).text(0), unit.child(0).text(1)) == ("主管", "department")
    # The officer's count holds the workers' already.
    assert [unit.text(column) for column in (0, 2, 3)] == ["安居物业", "12", "▲ 2"]
    board.view.sortItems(2, Qt.SortOrder.DescendingOrder)
    assert [unit.child(row).text(2) for row in range(3)] == ["12", "10", "2"]
    assert "4 people on duty" in board._count.text()
    assert board.loads()["W1"] == (10, 1), "the map says the same"
    with qtbot.waitSignal(board.centred) as centred:
        board.view.itemActivated.emit(unit.child(1), 0)
    assert centred.args == [5.0, 6.0]
    with qtbot.waitSignal(board.told):
        board.view.itemActivated.emit(room.child(0), 0)
    assert board._count.text() == "4 people on duty, 2 late with them"
    fed.connect(ConnectionState.OFFLINE)
    assert board._veil.isVisible()
    assert "(as known at 12:00: 4 people on duty, 2 late with them)" in board._count.text()
