"""The live map on a real room: its tree, its live rows, shading, clicks, and what it leaves behind."""

import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from little_room import COMMUNITIES, GRIDS, ORIGIN, SANITATION, SUBDISTRICT, point
from map_window import wait
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtTest import QTest

from community_brain_plugin.ui.map.tips import facts_of

GROUPS = [
    "Cases",
    "Alarms and sensors",
    "Staff",
    "Components",
    "Divisions",
    "Grids",
    "Streets and buildings",
]


def place(x: float, y: float) -> tuple[float, float]:
    return ORIGIN[0] + x, ORIGIN[1] + y


def groups(project: QgsProject) -> list[str]:
    return [child.name() for child in project.layerTreeRoot().children()]


def raise_alarm(room, sensor: str = "LANE", rule: str = "lane_blocked", priority: int = 1) -> int:
    return room.one(
        "INSERT INTO room.alarm (subdistrict, sensor_code, rule_code, rule_version, priority, condition_since,"
        " raised_at, raised_value) VALUES (%s, %s, %s, 1, %s, now(), now(), 1) RETURNING alarm_id",
        (SUBDISTRICT, sensor, rule, priority),
    )


def test_the_tree_has_a_group_for_every_subject_and_valid_layers(map_window, map_room):
    room = map_window().open()
    assert groups(room.project) == GROUPS
    layers = room.project.mapLayers().values()
    assert [layer.name() for layer in layers if not layer.isValid()] == []
    kinds = {layer.providerType() for layer in layers}
    assert kinds == {"memory", "postgres", "gdal"}
    assert room.map.grid_kinds == ["block", "unit_grid", "community"]
    assert room.project.crs().authid() == "EPSG:4549"


def test_building_twice_doubles_nothing_and_teardown_leaves_only_what_is_the_users(map_window):
    mine = QgsVectorLayer("Point?crs=EPSG:4549&field=a:integer", "mine", "memory")
    room = map_window()
    QgsProject.instance().addMapLayer(mine)
    room.open()
    before = sorted(room.project.mapLayers())
    room.map.build()
    assert sorted(room.project.mapLayers()) == before
    room.map.teardown()
    assert [layer.name() for layer in room.project.mapLayers().values()] == ["mine"]
    assert groups(room.project) == ["mine"]
    assert room.project.mapThemeCollection().mapThemes() == []
    room.map = type(room.map)(room.iface, room.model, room.queries, room.service)


def test_a_layer_the_user_put_into_a_group_of_ours_stays(map_window):
    room = map_window().open()
    mine = QgsVectorLayer("Point?crs=EPSG:4549", "mine", "memory")
    room.project.addMapLayer(mine, False)
    room.project.layerTreeRoot().findGroup("Grids").addLayer(mine)
    room.map.teardown()
    assert groups(room.project) == ["mine"]
    room.map = type(room.map)(room.iface, room.model, room.queries, room.service)


def test_sources_hold_a_service_name_and_no_password_nor_user(map_window):
    room = map_window().open()
    sources = [layer.source() for layer in room.project.mapLayers().values() if layer.providerType() == "postgres"]
    assert len(sources) == 7
    for source in sources:
        assert f"service='{room.service}'" in source
        assert "password" not in source
        assert "user=" not in source


def test_a_saved_project_holds_none_of_the_rooms_layers_and_no_password(map_window, tmp_path):
    room = map_window().open()
    room.project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4549", "mine", "memory"))
    path = tmp_path / "saved.qgz"
    assert room.project.write(str(path))
    with zipfile.ZipFile(path) as packed:
        text = "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    assert "password" not in text
    assert "community-brain" not in text
    assert "desk" not in text
    again = QgsProject()
    assert again.read(str(path))
    assert [layer.name() for layer in again.mapLayers().values()] == ["mine"]
    assert groups(again) == ["mine"]
    assert len(room.project.mapLayers()) > 10


def test_a_reported_case_appears_and_a_closed_one_leaves(map_window, map_room):
    room = map_window().open()
    assert room.rows("case") == []
    case = map_room.report()["case_id"]
    assert wait(lambda: room.rows("case"))
    row = room.rows("case")[0]
    assert (row["case_id"], row["mark"], row["urgency"]) == (case, "F", 3)
    assert len(room.rows("case_cluster")) == 1
    map_room.step("acceptor", case, "void", reason="not fileable")
    assert wait(lambda: not room.rows("case"))
    assert room.rows("case_cluster") == []


def test_painted_names_every_change_once_it_is_on_the_screen(map_window, map_room):
    room = map_window().open()
    painted = []
    room.map.painted.connect(lambda subject, keys: painted.extend((subject, key) for key in keys))
    cases = [map_room.report()["case_id"] for _ in range(3)]
    assert wait(lambda: len(painted) >= 3)
    assert sorted(painted) == [("case", case) for case in cases]


def test_urgency_changes_with_time_alone(map_window, map_room, monkeypatch):
    room = map_window().open()
    map_room.report()
    assert wait(lambda: room.rows("case"))
    due = next(iter(room.model.cases.values()))["due_at"]
    monkeypatch.setattr(room.model, "room_now", lambda: due + timedelta(seconds=1))
    assert wait(lambda: room.rows("case")[0]["urgency"] == 0)
    assert room.rows("case_cluster") == []
    unit = [row for row in room.rows("grid/unit_grid") if row["code"] == GRIDS[0]]
    assert (unit[0]["open"], unit[0]["overdue"], unit[0]["overdue_share"]) == (1, 1, 100.0)


def test_grids_of_every_kind_count_what_lies_in_them(map_window, map_room):
    room = map_window().open()
    map_room.report()
    map_room.report(x=ORIGIN[0] + 150)
    raise_alarm(map_room)
    assert wait(lambda: len(room.rows("case")) == 2 and room.rows("alarm"))
    map_room.query("UPDATE room.sensor SET unit_grid_code = %s WHERE sensor_code = 'WATER'", (GRIDS[3],))
    raise_alarm(map_room, "WATER", "water_high", 2)
    assert wait(lambda: len(room.rows("alarm")) == 2)
    block = room.rows("grid/block")[0]
    assert (block["open"], block["alarms"]) == (2, 1)
    units = {row["code"]: row["open"] for row in room.rows("grid/unit_grid")}
    assert (units[GRIDS[0]], units[GRIDS[1]]) == (1, 1)
    assert not units[GRIDS[2]], "zero is blank"
    towns = {row["code"]: (row["open"], row["alarms"]) for row in room.rows("grid/community")}
    assert towns[COMMUNITIES[0]][0] == 2
    assert towns[COMMUNITIES[1]][1] == 1


def test_shading_switches_kind_and_measure_and_says_so_in_the_legend(map_window, map_room):
    room = map_window().open()
    room.map.set_shading("block", "overdue_share")
    block, unit = room.layer("grid/block"), room.layer("grid/unit_grid")
    labels = [item.label() for item in block.renderer().legendSymbolItems() if item.label()]
    assert labels[0] == "Overdue of open cases: ≤ 10 %"
    assert [item.label() for item in unit.renderer().legendSymbolItems() if item.label()] == []
    assert sorted(block.styleManager().styles()) == ["By alarms", "By open cases", "By overdue share", "Outline"]
    root = room.project.layerTreeRoot()
    assert root.findLayer(block.id()).isVisible()
    with pytest.raises(ValueError, match="road_section"):
        room.map.set_shading("road_section", "open")


def test_every_line_of_a_legend_has_a_name_and_a_group_looks_as_on_the_map(map_window):
    room = map_window().open()
    room.map.set_shading("block", "open")
    for layer in room.map._tree.layers():
        nodes = room.legend(layer)
        assert all(node.data(Qt.ItemDataRole.DisplayRole) for node in nodes), layer.name()
    groups = room.map._tree.find("case_cluster").renderer().categories()[-1]
    # As wide as its circle: the picture that holds any number would push the legend's text aside.
    assert groups.symbol().size() < 8.0


def test_the_chosen_case_has_a_ring_and_its_grid_an_outline(map_window, map_room):
    room = map_window().open()
    case = map_room.report()["case_id"]
    assert wait(lambda: case in room.model.cases)
    room.map.select_case(case)
    marker = room.map._marker
    assert marker.ring.isVisible()
    assert marker.outline.asGeometry().area() == pytest.approx(100 * 200)
    map_room.step("acceptor", case, "void", reason="not fileable")
    room.map.select_case(None)
    assert not marker.ring.isVisible()
    assert marker.outline.asGeometry().isEmpty()


def test_the_chosen_case_has_a_line_to_the_unit_that_would_be_sent(map_window, map_room):
    room = map_window().open()
    case = map_room.report()["case_id"]
    assert wait(lambda: case in room.model.cases)
    room.map.select_case(case)
    way = room.map._way
    assert wait(lambda: not way.line.asGeometry().isEmpty())
    row = room.model.cases[case]
    first = way.line.asGeometry().vertexAt(0)
    assert (first.x(), first.y()) == pytest.approx((row["x"], row["y"]))
    assert way.end.isVisible()
    room.map.select_case(None)
    assert way.line.asGeometry().isEmpty()
    assert not way.end.isVisible()


def test_a_click_on_a_case_says_which_and_lists_what_else_is_there(map_window, map_room):
    room = map_window().open()
    case = map_room.report()["case_id"]
    assert wait(lambda: room.rows("case"))
    room.zoom(*place(50, 60), 1000)
    clicked, finished = [], []
    room.map.case_clicked.connect(clicked.append)
    room.map._identify.finished.connect(finished.append)
    room.click(*place(50, 50))
    assert wait(lambda: finished)
    assert clicked == [case]
    assert {found.subject.name for found in finished[0]} >= {"case", "grid"}


def test_identify_reads_components_and_sensors_from_the_server(map_window):
    room = map_window().open()
    room.zoom(*place(10, 100), 500)
    finished = []
    room.map._identify.finished.connect(finished.append)
    room.click(*place(10, 100))
    assert wait(lambda: finished)
    found = {one.subject.name: one.row for one in finished[0]}
    assert found["component"]["class_zh"] == "污水井盖"
    assert found["component"]["department_en"] == "Drainage"
    assert found["sensor"]["kind_en"] == "Manhole-cover tilt"
    tree = room.map._identify.panel.tree
    shown = [tree.topLevelItem(index).text(0) for index in range(tree.topLevelItemCount())]
    assert shown.index("Components by class") < shown.index("Grid")
    assert tree.topLevelItem(0).child(0).isExpanded()


def test_a_grids_tip_names_who_answers_for_the_ground_around_it_and_the_state_it_is_in(map_window, map_room):
    """Most rooms name a person for a patrol grid or a block, not for each unit grid in it."""
    map_room.query(
        "UPDATE room.grid_version SET responsible_department = %s, responsible_staff = '1008' WHERE code = 'B1'",
        (SANITATION,),
    )
    state = "SELECT desk.set_area_state('community', %s, 'emergency', 'typhoon')"
    map_room.query(state, (COMMUNITIES[0],), "shift_leader")
    room = map_window().open()
    assert wait(lambda: COMMUNITIES[0] in room.model.areas)
    (found,) = [one for one in room.map._at(*place(50, 60), 5.0) if one.key[0] == "unit_grid"]
    told = dict(facts_of(found.subject, found.row))
    assert told["Owner"] == "环卫所"
    assert told["Responsible grid"] == "网格B1"
    assert told["State"] == "Emergency"


def test_a_drag_pans_and_asks_nothing(map_window):
    room = map_window().open()
    finished = []
    room.map._identify.finished.connect(finished.append)
    centre, view = room.canvas.extent().center(), room.canvas.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, left, none, QPoint(200, 200))
    QTest.mouseMove(view, QPoint(260, 240))
    QTest.mouseRelease(view, left, none, QPoint(300, 260))
    assert wait(lambda: room.canvas.extent().center() != centre)
    assert finished == []


def test_picking_gives_a_point_or_the_component_that_was_clicked(map_window):
    room = map_window().open()
    room.zoom(*place(10, 100), 500)
    points, components = [], []
    room.map.pick_point(lambda x, y: points.append((x, y)), components.append)
    room.click(*place(10, 100))
    assert wait(lambda: components)
    assert components[0].startswith("320106")
    room.map.pick_point(lambda x, y: points.append((x, y)), components.append)
    room.click(*place(20, 120))
    assert wait(lambda: points)
    assert points[0] == pytest.approx(place(20, 120), abs=0.5)
    assert room.canvas.mapTool() is room.map._tool


def test_escape_gives_picking_up(map_window):
    room = map_window().open()
    points = []
    room.map.pick_point(lambda x, y: points.append((x, y)))
    QTest.keyClick(room.canvas, Qt.Key.Key_Escape)
    assert wait(lambda: room.canvas.mapTool() is room.map._tool)
    room.click(*place(20, 120))
    wait(lambda: points, 0.3)
    assert points == []


def test_a_changed_static_subject_is_drawn_again_and_grids_are_fetched_again(map_window, map_room):
    room = map_window().open()
    repainted = []
    room.layer("component").repaintRequested.connect(lambda: repainted.append(True))
    room.zoom(*place(100, 100), 800)
    map_room.query("UPDATE room.component SET state = 'missing' WHERE source_id = '3'")
    map_room.query("UPDATE room.grid_version SET name_zh = '新名' WHERE kind = 'block'")
    assert wait(lambda: repainted)
    assert wait(lambda: room.rows("grid/block")[0]["name"] == "新名")


def test_themes_are_there_to_draw_to_plan_and_to_print(map_window):
    room = map_window().open()
    themes = room.project.mapThemeCollection()
    assert sorted(themes.mapThemes()) == ["Draw", "Plan", "Print"]
    shown = {theme: {layer.name() for layer in themes.mapThemeVisibleLayers(theme)} for theme in themes.mapThemes()}
    assert "Open cases by urgency" in shown["Draw"]
    assert "Open cases by urgency" not in shown["Plan"]
    assert "Components by class" not in shown["Print"]


class Board(QObject):
    """Stands for the duty board: it tells the map what it has read."""

    loaded = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._loads: dict[str, tuple[int, int]] = {}

    def loads(self) -> dict[str, tuple[int, int]]:
        return self._loads

    def tell(self, loads: dict[str, tuple[int, int]]) -> None:
        self._loads = loads
        self.loaded.emit()


def test_who_is_on_duty_has_his_load_on_the_map_as_the_board_has_it(map_window, map_room):
    map_room.query(
        "INSERT INTO room.staff_position VALUES (%s, '1003', %s, %s), (%s, '2002', %s, %s)",
        (SUBDISTRICT, datetime.now(UTC), point(30, 30), SUBDISTRICT, datetime.now(UTC), point(60, 30)),
    )
    room = map_window().open()
    board = Board()
    room.map.follow_loads(board)
    board.tell({"1003": (3, 1), "2002": (4, 0)})
    assert {row["staff_number"]: row["load"] for row in room.rows("staff")} == {"1003": "3 ▲1", "2002": "4"}
    board.tell({"2002": (4, 0)})
    assert {row["staff_number"]: row["load"] for row in room.rows("staff")} == {"1003": "", "2002": "4"}


def test_staff_positions_that_grow_old_are_drawn_hollow(map_window, map_room, monkeypatch):
    map_room.query(
        "INSERT INTO room.staff_position VALUES (%s, '1003', %s, %s)",
        (SUBDISTRICT, datetime.now(UTC), point(30, 30)),
    )
    room = map_window().open()
    assert [row["stale"] for row in room.rows("staff")] == [0]
    later = room.model.room_now() + timedelta(minutes=20)
    monkeypatch.setattr(room.model, "room_now", lambda: later)
    assert wait(lambda: [row["stale"] for row in room.rows("staff")] == [1])
