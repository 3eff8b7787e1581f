"""Parts of the map that need no server: differences, counting, painting, classes, styles."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from map_window import wait
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from community_brain_plugin import resources
from community_brain_plugin.cases.queue import Urgency
from community_brain_plugin.ui.desk.look import PRIORITY_MARKS, URGENCY_MARKS
from community_brain_plugin.ui.map import finder, legend_words, live_rows, shading, styling, subjects, tips
from community_brain_plugin.ui.map.layers import memory_layer
from community_brain_plugin.ui.map.live_layer import LiveLayer
from community_brain_plugin.ui.map.printing import default_path
from community_brain_plugin.ui.map.repaint import RepaintScheduler
from community_brain_plugin.ui.map.tally import Share, Tally

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PARENTS = [
    ("unit_grid", "u1", "patrol_grid", "p1"),
    ("unit_grid", "u2", "patrol_grid", "p1"),
    ("unit_grid", "u1", "residential_small", "r1"),
    ("patrol_grid", "p1", "block", "b1"),
]


@pytest.fixture
def live(qgis_app):
    layer = memory_layer("case", "cases", "Point", 4549, {"name": "string", "level": "integer"})
    return LiveLayer(layer, lambda row: (row["name"], row["level"]))


def row(name: str = "a", level: int = 1, x: float | None = 1.0, y: float | None = 2.0) -> dict:
    return {"name": name, "level": level, "x": x, "y": y}


def shown(live: LiveLayer) -> dict:
    return {
        feature["name"]: (feature["level"], feature.geometry().asPoint().x()) for feature in live.layer.getFeatures()
    }


class TestLiveLayer:
    """A memory layer by difference."""

    def test_rows_come_change_move_and_go(self, live):
        assert live.apply([(1, row()), (2, row("b", x=5.0))])
        assert shown(live) == {"a": (1, 1.0), "b": (1, 5.0)}
        assert live.apply([(1, row(level=3, x=9.0))], [2])
        assert shown(live) == {"a": (3, 9.0)}

    def test_a_row_keeps_its_feature(self, live):
        live.apply([(1, row()), (2, row("b"))])
        before = live.feature_id(1)
        live.apply([(1, row("c", 7, 3.0))], [2])
        assert live.feature_id(1) == before
        assert live.layer.featureCount() == 1

    def test_what_looks_the_same_is_not_written(self, live):
        live.apply([(1, row())])
        assert not live.apply([(1, row())])
        assert not live.apply([], [99])

    def test_a_row_without_a_place_is_not_shown_and_one_that_loses_it_leaves(self, live):
        assert not live.apply([(1, row(x=None))])
        live.apply([(1, row())])
        assert live.apply([(1, row(y=None))])
        assert live.layer.featureCount() == 0

    def test_replacing_writes_only_the_difference(self, live):
        live.apply([(1, row()), (2, row("b"))])
        before = live.feature_id(2)
        live.replace([(2, row("b")), (3, row("c"))])
        assert sorted(shown(live)) == ["b", "c"]
        assert live.feature_id(2) == before

    def test_nothing_asks_to_save_the_layer(self, live):
        assert live.layer.customProperty("skipMemoryLayersCheck")
        assert live.layer.readOnly()


class TestTally:
    """Counts by grid."""

    def test_a_case_counts_in_every_grid_above_its_unit_grid(self):
        tally = Tally(PARENTS, {"u1": "c1"})
        touched = tally.put("x", "u1", Share(open=1))
        assert touched == {
            ("unit_grid", "u1"),
            ("patrol_grid", "p1"),
            ("residential_small", "r1"),
            ("block", "b1"),
            ("community", "c1"),
        }
        assert tally.counts["block", "b1"].open == 1

    def test_moving_overdue_and_leaving_are_differences(self):
        tally = Tally(PARENTS)
        tally.put("x", "u1", Share(open=1))
        tally.put("y", "u2", Share(open=1))
        tally.put("x", "u2", Share(open=1, overdue=1))
        assert tally.counts["unit_grid", "u1"].open == 0
        assert tally.counts["unit_grid", "u2"].overdue_share == 50.0
        assert tally.counts["patrol_grid", "p1"].open == 2
        tally.drop("x")
        assert tally.counts["unit_grid", "u2"].overdue_share == 0.0
        tally.drop("y")
        assert tally.counts["unit_grid", "u2"].overdue_share is None

    def test_what_did_not_change_touches_nothing(self):
        tally = Tally(PARENTS)
        tally.put("x", "u1", Share(open=1))
        assert tally.put("x", "u1", Share(open=1)) == set()
        assert tally.drop("never there") == set()
        assert tally.put("y", None, Share(open=1)) == set()


class TestRepaint:
    """One drawing at a time."""

    @pytest.fixture
    def canvas(self, qgis_app):
        canvas = QgsMapCanvas()
        canvas.setCachingEnabled(True)
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
        layer = memory_layer("case", "cases", "Point", 4549, {"name": "string"})
        canvas.setLayers([layer])
        canvas.setExtent(QgsRectangle(0, 0, 100, 100))
        canvas.resize(200, 200)
        canvas.show()
        drawn = []
        canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
        canvas.refresh()
        assert wait(lambda: drawn)
        canvas.layer, canvas.drawn = layer, drawn
        yield canvas
        canvas.close()

    def test_a_hundred_changes_are_few_drawings_and_each_is_told_once(self, canvas):
        repaint = RepaintScheduler(canvas)
        told = []
        repaint.painted.connect(lambda subject, keys: told.extend((subject, key) for key in keys))
        canvas.drawn.clear()
        for number in range(100):
            repaint.changed("case", [canvas.layer])
            repaint.told("case", [number])
            if number % 10 == 9:
                wait(lambda: False, 0.01)
        assert wait(lambda: len(told) == 100)
        assert told == [("case", number) for number in range(100)]
        assert 1 <= len(canvas.drawn) <= 12
        repaint.close()

    def test_what_is_about_to_differ_is_drawn_with_what_differs_already(self, canvas):
        repaint = RepaintScheduler(canvas)
        told, prepared = [], []
        repaint.painted.connect(lambda subject, keys: told.extend(keys))
        canvas.drawn.clear()
        repaint.hold()
        repaint.changed("case", [canvas.layer])
        repaint.told("case", [7])
        repaint.changed("hazard", [canvas.layer], lambda: prepared.append("older"))
        repaint.changed("hazard", [canvas.layer], lambda: prepared.append((canvas.isDrawing(), list(told))))
        repaint.go_on()
        assert wait(lambda: told == [7])
        assert prepared == [(False, [])]
        assert len(canvas.drawn) == 1
        # What never comes holds nothing up for good.
        repaint.hold()
        repaint.changed("case", [canvas.layer])
        repaint.told("case", [8])
        assert wait(lambda: told == [7, 8])
        repaint.close()

    def test_a_change_that_alters_no_layer_is_on_the_screen_already(self, canvas):
        repaint = RepaintScheduler(canvas)
        told = []
        repaint.painted.connect(lambda subject, keys: told.extend(keys))
        canvas.drawn.clear()
        repaint.told("case", [7])
        assert wait(lambda: told == [7])
        assert canvas.drawn == []
        repaint.close()


@pytest.mark.parametrize("top", [0, 1, 7, 8, 9, 40, 399, 5000])
def test_classes_of_counts_are_whole_seamless_and_wide_enough(top):
    bounds = shading.classes("open", top)
    assert bounds[0][0] == 1
    assert bounds[-1][1] is None
    for (_, high), (low, _) in pairwise(bounds):
        assert low == high + 1
    assert top < 8 or top > bounds[2][1]


def test_class_labels_are_figures_people_read():
    assert [shading.class_label(*bounds) for bounds in shading.classes("open", 5)] == ["1", "2", "3–4", "5–7", "≥ 8"]
    labels = [shading.class_label(*bounds) for bounds in shading.classes("overdue_share", 100)]
    assert labels == ["≤ 10", "10–25", "25–50", "50–75", "> 75"]


@pytest.mark.parametrize("fills", shading._FILLS.values(), ids=list(shading._FILLS))
def test_shades_of_a_measure_differ_in_a_grey_print(fills):
    grey = [QColor(fill).lightness() for fill in fills]
    assert grey == sorted(grey, reverse=True)
    assert min(a - b for a, b in pairwise(grey)) >= 8


@pytest.mark.parametrize("name", styling.style_names())
def test_every_style_is_read_and_its_icons_and_labels_are_known(qgis_app, name):
    text = resources.path("styles", f"{name}.qml").read_text(encoding="utf-8")
    for icon in set(re.findall(r"\{icons\}/([a-z_0-9]+\.svg)", text)):
        assert resources.path("icons", icon).is_file(), icon
    labels = {
        found.replace("&amp;", "&")
        for tag in re.findall(r"<(?:rule|category) [^>]*>", text)
        for found in re.findall(r'label="([^"]+)"', tag)
    }
    assert labels <= set(legend_words.LABELS)
    geometry = {
        "street": "LineString",
        "patrol": "LineString",
        "building": "MultiPolygon",
        "division": "MultiPolygon",
    }.get(name, "Point")
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4549", name, "memory")
    styling.apply_style(layer, name)
    assert layer.renderer().legendSymbolItems()


def test_urgency_and_priority_look_as_they_do_in_the_queue(qgis_app):
    cases = resources.path("styles", "case.qml").read_text(encoding="utf-8")
    for level in (Urgency.OVERDUE, Urgency.YELLOW, Urgency.IN_TIME, Urgency.ELSEWHERE):
        colour = QColor(URGENCY_MARKS[level][1])
        assert f"{colour.red()},{colour.green()},{colour.blue()}" in cases
    for priority, (_, colour) in PRIORITY_MARKS.items():
        assert colour in resources.path("icons", f"alarm_{priority}_new.svg").read_text(encoding="utf-8")


def test_what_differs_by_colour_differs_by_shape_too(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:4549", "case", "memory")
    styling.apply_style(layer, "case")
    rules = [rule for rule in layer.renderer().rootRule().children() if rule.label()]
    bodies = {rule.filterExpression(): rule.symbol().symbolLayer(1) for rule in rules}
    looks = {(body.shape(), body.fillColor().name() == "#ffffff") for body in bodies.values()}
    assert len(looks) == len(bodies) == 4
    edge = re.compile(r'<path d="([^"]+)" fill="#[0-9a-f]+" stroke="#ffffff"')
    files = [resources.path("icons", f"alarm_{number}_new.svg") for number in (1, 2, 3)]
    assert len({edge.search(file.read_text(encoding="utf-8")).group(1) for file in files}) == 3


def case(**values) -> dict:
    return {"is_open": True, "yellow_at": None, "due_at": None, **values}


def test_the_next_crossing_is_yellow_first_then_due_then_none():
    timed = case(yellow_at=NOON + timedelta(minutes=5), due_at=NOON + timedelta(minutes=9))
    assert live_rows.next_crossing(timed, NOON) == timed["yellow_at"]
    assert live_rows.next_crossing(timed, NOON + timedelta(minutes=6)) == timed["due_at"]
    assert live_rows.next_crossing(timed, NOON + timedelta(minutes=9)) is None
    assert live_rows.next_crossing({**timed, "is_open": False}, NOON) is None


@pytest.mark.parametrize(
    ("alarm", "status"),
    [
        ({}, "new"),
        ({"acknowledged_at": NOON}, "seen"),
        ({"cleared_at": NOON}, "cleared"),
        ({"shelved_until": NOON + timedelta(hours=1)}, "shelved"),
        ({"shelved_until": NOON - timedelta(hours=1)}, "new"),
    ],
)
def test_an_alarm_looks_new_seen_cleared_or_shelved(alarm, status):
    assert live_rows.alarm_status(alarm, NOON) == status


def test_tips_leave_out_what_is_empty_and_let_no_markup_through():
    html = tips.tip_html("T", tips.facts_of(subjects.COMPONENT, {"identity_code": "1<b>", "name": "", "phone": None}))
    assert "1&lt;b&gt;" in html
    assert "Phone" not in html


def test_the_nearest_row_comes_first_and_what_is_far_does_not():
    rows = {1: {"x": 0.0, "y": 9.0}, 2: {"x": 0.0, "y": 1.0}, 3: {"x": 50.0, "y": 0.0}, 4: {"x": None, "y": None}}
    assert [found.key for found in finder.near(subjects.CASE, rows, 0.0, 0.0, 10.0)] == [2, 1]


def test_a_printed_map_takes_a_name_that_is_free(tmp_path):
    now = datetime(2026, 7, 1, 9, 5)
    first = default_path(tmp_path, "街道", now)
    assert first.name == "街道 2026-07-01 0905.pdf"
    first.touch()
    assert default_path(tmp_path, "街道", now).name == "街道 2026-07-01 0905 (2).pdf"


def test_sources_name_a_service_a_view_and_its_key(qgis_app):
    from community_brain_plugin.ui.map.layers import source

    text = source(subjects.STREET, "room", 4549, "abc1234")
    assert "service='room'" in text
    assert "authcfg=abc1234" in text
    assert '"desk"."street"' in text
    assert "checkPrimaryKeyUnicity='0'" in text
