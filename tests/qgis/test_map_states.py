"""Operating states on the map: areas out of the normal are seen from far away, on paper too, and nothing else is."""

from datetime import timedelta

from little_room import COMMUNITIES, SUBDISTRICT
from map_window import wait
from qgis.core import QgsRenderContext

from community_brain_plugin.database.difference import Clock, Difference

SET = "SELECT desk.set_area_state('community', %s, %s, 'storm', %s)"


def signs(desk):
    """What the map shows of areas: which, in which state, until when."""
    return {row["code"]: (row["state"], row["until"] or None) for row in desk.rows("area_state")}


def test_an_area_out_of_the_normal_is_drawn_while_it_is_and_nothing_ticks_before_and_after(map_window, map_room):
    desk = map_window().open()
    states = desk.map._states
    assert signs(desk) == {}
    assert not states._tick.isActive(), "nothing is looked at while all is normal"
    painted = []
    desk.map.painted.connect(lambda subject, keys: painted.append(subject))
    map_room.query(SET, (COMMUNITIES[0], "emergency", None), "shift_leader")
    assert wait(lambda: signs(desk) == {COMMUNITIES[0]: ("emergency", None)})
    assert wait(lambda: "area" in painted)
    assert not states._tick.isActive(), "it does not end by itself"
    shape = next(desk.layer("area_state").getFeatures()).geometry()
    assert shape.equals(desk.map._grids.shape("community", COMMUNITIES[0]))
    map_room.query(SET, (COMMUNITIES[0], "post_transition", None), "shift_leader")
    map_room.query(SET, (COMMUNITIES[0], "normal", None), "shift_leader")
    assert wait(lambda: signs(desk) == {})
    assert desk.layer("area_state").featureCount() == 0


def test_a_state_that_runs_out_becomes_what_follows_by_time_alone(map_window, map_room):
    desk = map_window().open()
    until = desk.model.room_now() + timedelta(hours=1)
    map_room.query(SET, (COMMUNITIES[1], "emergency", until), "shift_leader")
    assert wait(lambda: COMMUNITIES[1] in signs(desk))
    assert signs(desk)[COMMUNITIES[1]][1]
    assert desk.map._states._tick.isActive()
    row = desk.model.areas[COMMUNITIES[1]]
    later = {**row, "until": desk.model.room_now() + timedelta(seconds=1)}
    clock = desk.model._clock
    desk.model.apply(
        Difference(Clock(clock.room_now, clock.monotonic, clock.rate), rows={"area": {COMMUNITIES[1]: later}})
    )
    assert wait(lambda: signs(desk).get(COMMUNITIES[1], ("",))[0] == "post_transition")


def test_the_whole_subdistrict_is_drawn_and_the_gravest_lies_on_top_in_print_too(map_window, map_room):
    map_room.query(
        "SELECT desk.set_area_state('subdistrict', %s, 'pre_transition', 'storm')", (SUBDISTRICT,), "shift_leader"
    )
    map_room.query(SET, (COMMUNITIES[0], "emergency", None), "shift_leader")
    desk = map_window().open()
    assert wait(lambda: set(signs(desk)) == {SUBDISTRICT, COMMUNITIES[0]})
    layer = desk.layer("area_state")
    assert {node.data(0) for node in desk.legend(layer)} == {"Emergency", "Pre-transition", "Post-transition"}
    renderer = layer.renderer()
    assert renderer.orderByEnabled()
    # The symbols are the categories', which must be held on to.
    categories = renderer.categories()
    symbols = [category.symbol() for category in categories]
    outlines = {
        (one.symbolLayer(2).useCustomDashPattern(), tuple(one.symbolLayer(2).customDashVector())) for one in symbols
    }
    assert len(outlines) == len({one.symbolLayer(0).lineAngle() for one in symbols}) == 3, "told apart without colour"
    assert "sign_picture" in renderer.usedAttributes(QgsRenderContext())
    collection = desk.project.mapThemeCollection()
    for theme in ("Draw", "Plan", "Print"):
        assert layer.id() in {one.id() for one in collection.mapThemeVisibleLayers(theme)}
