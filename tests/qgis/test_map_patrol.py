"""The plan published to the running shift on the map: seen while it is walked, gone when it is withdrawn."""

from map_window import wait
from patrol_plans import plan_now, plan_of

from community_brain_plugin.patrols import plans


def test_a_published_plan_comes_onto_the_map_and_goes_again(map_window, map_room):
    leader = map_room.connect("shift_leader", autocommit=False)
    later = plans.save(leader, plan_of(map_room, "tomorrow", ["d"]))
    plans.publish(leader, later.plan_id, later.version)
    desk = map_window().open()
    layer = desk.layer("patrol")
    assert layer.featureCount() == 0
    answer = plans.save(leader, plan_now(map_room, "now", ["a", "b"], ["c"]))
    answer = plans.assign(leader, answer.plan_id, 1, "1003", answer.version)
    painted = []
    desk.map.painted.connect(lambda subject, keys: painted.append(subject))
    answer = plans.publish(leader, answer.plan_id, answer.version)
    assert wait(lambda: layer.featureCount() == 63)
    legs = {(row["officer"], row["leg"]): row for row in desk.rows("patrol")}
    assert (legs[1, 2]["name"], legs[1, 2]["street"], legs[2, 1]["street"]) == ("collector", "b路", "c路")
    assert wait(lambda: len(desk.legend(layer)) == 2)
    assert desk.legend(layer)[0].data(0).startswith("1 collector ")
    # A symbol lives as long as the category it is asked of.
    categories = layer.renderer().categories()
    drawn = [category.symbol().symbolLayer(0).width() for category in categories]
    assert len(set(drawn)) == 2, "printed in grey, two officers are told apart by how broad their routes are"
    assert wait(lambda: "patrol" in painted)
    plans.withdraw(leader, answer.plan_id, answer.version)
    assert wait(lambda: layer.featureCount() == 0)
