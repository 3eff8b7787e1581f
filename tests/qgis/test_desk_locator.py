"""QGIS's locator bar finds the room: by number, class, code, address and person; on a worker, and not while stale."""

import json
from types import SimpleNamespace

import pytest
from desk_rows import rules
from little_room import MANHOLE, ORIGIN, PROPERTY, SRID
from qgis.core import QgsCoordinateReferenceSystem, QgsLocator, QgsLocatorContext, QgsLocatorResult, QgsRectangle
from qgis.gui import QgsLocatorWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from community_brain_plugin import wording
from community_brain_plugin.cases import lookup
from community_brain_plugin.ui.desk.locator import CLASS, Locator
from community_brain_plugin.ui.desk.way_back import WayBack


class Window:
    """As much of QGIS's window as a locator filter has to do with."""

    def __init__(self) -> None:
        self.bar, self.canvas = QgsLocator(), QgsMapCanvas()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(f"EPSG:{SRID}"))
        self.canvas.resize(400, 300)
        self.registerLocatorFilter, self.deregisterLocatorFilter = self.bar.registerFilter, self.bar.deregisterFilter
        self.mapCanvas = lambda: self.canvas


@pytest.fixture
def opened(qgis_app, map_room):
    """Return a window, the room in its locator bar, and what a search finds."""
    wording.set_language("en")
    window = Window()
    room = SimpleNamespace(parameters=map_room.parameters("dispatcher"), state_since=None)
    desk = SimpleNamespace(room=room, rules=rules(), identity={"srid": SRID}, live=True)
    desk.is_live = lambda: desk.live
    locator = Locator(window, desk)

    def search(typed: str) -> list:
        found, over = [], []
        # A copy: what comes with the signal ends with it.
        keep = window.bar.foundResult.connect(lambda result: found.append(QgsLocatorResult(result)))
        window.bar.finished.connect(lambda: over.append(True))
        window.bar.fetchResults(typed, QgsLocatorContext())
        for _ in range(500):
            QApplication.processEvents()
            if over:
                break
            QApplication.instance().thread().msleep(10)
        window.bar.foundResult.disconnect(keep)
        return found

    yield SimpleNamespace(window=window, desk=desk, locator=locator, search=search, room=map_room)
    locator.close()
    wording.set_language(None)


def test_a_case_file_is_found_by_its_number_also_one_that_ended(opened, qtbot):
    case = opened.room.case_in("closed")
    number = opened.room.case(case)["case_number"]
    (hit,) = [hit for hit in opened.search(number[-6:]) if hit.group == "Case files"]
    assert hit.displayString.startswith(number)
    with qtbot.waitSignal(opened.locator.case_wanted) as wanted:
        opened.locator.filter.triggerResult(hit)
    assert wanted.args == [case]


def test_components_addresses_and_people_are_shown_on_the_map(opened):
    opened.room.query("SELECT desk.move_staff('2002', 116.4, 31.17, now())", (), "dispatcher")
    opened.room.query(
        "INSERT INTO room.building (subdistrict, source, source_id, address, geom)"
        " SELECT subdistrict, 'x', '1', '松涛路9号',"
        " ST_Multi(ST_Buffer(geom, 5)) FROM room.component WHERE identity_code LIKE %s LIMIT 1",
        (f"%{MANHOLE}000003",),
    )
    addresses = [(typed, "Addresses") for typed in ("松涛路9", "松涛路9号3单元401室")]
    for typed, group in ((f"320106{MANHOLE}000003", "Components"), *addresses, ("2002", "People")):
        (hit,) = [hit for hit in opened.search(typed) if hit.group == group]
        opened.window.canvas.setExtent(QgsRectangle(*ORIGIN, ORIGIN[0] + 9000, ORIGIN[1] + 9000))
        opened.locator.filter.triggerResult(hit)
        x, y = json.loads(hit.userData)[2:]
        assert opened.window.canvas.center().distance(x, y) < 1, group
        assert opened.window.canvas.scale() <= 1501


def test_somebody_whose_place_is_unknown_is_named_with_his_telephone(opened, qtbot):
    opened.room.query("UPDATE room.staff SET phone = '13800000001' WHERE staff_number = '3002'")
    (hit,) = opened.search("138000")
    assert "13800000001" in hit.description
    with qtbot.waitSignal(opened.locator.told):
        opened.locator.filter.triggerResult(hit)


def test_a_class_is_found_by_code_name_and_initials_and_filters_the_queue(opened, qtbot):
    for typed in ("09-012", "消防通道", "zyxftd", "fire lane"):
        hits = [hit for hit in opened.search(typed) if hit.group.startswith("Classes")]
        assert [CLASS, "09-012"] in [json.loads(hit.userData)[:2] for hit in hits], typed
    with qtbot.waitSignal(opened.locator.class_wanted) as wanted:
        opened.locator.go(CLASS, "09-012", None, "")
    assert wanted.args == ["09-012"]


def test_what_is_called_just_so_comes_first(opened):
    for number in (1, 3, 12, 20):
        opened.room.query(
            "INSERT INTO room.building (subdistrict, source, source_id, address, geom)"
            " SELECT subdistrict, 'x', %s, %s, ST_Multi(ST_Buffer(geom, 5)) FROM room.component LIMIT 1",
            (str(number), f"松涛路{number}号"),
        )
    hits = sorted(opened.search("松涛路"), key=lambda hit: -hit.score)
    numbered = [hit.displayString for hit in hits if hit.displayString.endswith("号")]
    assert numbered == ["松涛路1号", "松涛路3号", "松涛路12号", "松涛路20号"]
    hits = sorted(opened.search("井盖"), key=lambda hit: -hit.score)
    assert len({hit.score for hit in hits}) == len(hits), "QGIS would put them in the order of the alphabet"


def test_whoever_has_chosen_something_is_led_back_to_work(opened, qtbot):
    for kind, key, place in ((lookup.CASE, 1, None), (CLASS, "09-012", None), (lookup.PLACE, "x", ORIGIN)):
        with qtbot.waitSignal(opened.locator.went) as went:
            opened.locator.go(kind, key, place, "")
        assert went.args == [kind]


def test_whoever_looked_for_a_place_goes_on_where_he_was_writing(qtbot):
    window, owner = QWidget(), QObject()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    written, otherwise, bar = QLineEdit(), QLineEdit(), QgsLocatorWidget()
    for part in (written, otherwise, bar):
        layout.addWidget(part)
    window.show()
    with qtbot.waitActive(window, timeout=10_000):
        window.activateWindow()
    back = WayBack(owner)
    written.setFocus()
    bar.findChild(QLineEdit).setFocus()
    back.go(otherwise)
    assert written.hasFocus()
    bar.findChild(QLineEdit).setFocus()
    written.hide()
    back.go(otherwise)
    assert otherwise.hasFocus(), "what is out of sight takes no keys"
    back.close()


def test_a_handling_unit_finds_its_own_case_files_alone(opened):
    own = opened.room.case_in("handling")
    other = opened.room.case_in("pending_dispatch")
    numbers = [opened.room.case(case)["case_number"] for case in (own, other)]
    with opened.room.session("officer") as session:
        found = [[hit.key for hit in lookup.find(session, number)] for number in numbers]
    assert found == [[own], []]
    assert opened.room.case(own)["department_code"] == PROPERTY


def test_a_search_for_signs_of_sql_finds_nothing_and_breaks_nothing(opened):
    assert opened.search("%_%") == []
    assert opened.search("'; DROP TABLE room.staff; --") == []


def test_while_the_room_is_stale_the_bar_says_so_and_asks_nobody(opened):
    opened.desk.live = False
    opened.desk.room.parameters = {"host": "/nowhere"}
    (said,) = opened.search("09-012")
    assert "cannot be searched" in said.displayString
    opened.locator.filter.triggerResult(said)


def test_a_lost_server_is_told_in_the_list(opened):
    opened.desk.room.parameters = {"host": "/nowhere"}
    (said,) = opened.search("张三")
    assert "onnection" in said.displayString
