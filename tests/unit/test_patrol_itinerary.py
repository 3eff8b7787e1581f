"""Routes told leg by leg: a stop stands in the list where it is made, and time goes on while somebody looks."""

import numpy as np

from community_brain_plugin.analysis.graph import build
from community_brain_plugin.analysis.patrol.crew import Crew
from community_brain_plugin.analysis.patrol.plan import Plan, Walk
from community_brain_plugin.patrols import itinerary
from community_brain_plugin.patrols.itinerary import LEFT, START, STOP, STRAIGHT


def test_legs_go_on_after_a_stop_with_the_right_turn_metres_and_time():
    # East along one street, then north along another; stops at the start, in the middle and at the corner.
    graph = build(
        [0.0, 50.0, 50.0, 100.0, 100.0, 100.0], [0.0, 0.0, 0.0, 0.0, 0.0, 80.0], [0, 0, 1, 1, 2, 2], [0, 0, 0],
        tolerance=0.01,
    )  # fmt: skip
    node = np.array([graph.tail[0], graph.head[0], graph.head[1]])
    walk = Walk(np.array([6, 0, 8, 2, 10, 4]), np.ones(6, bool))
    crew = Crew.of([int(graph.tail[0])], [int(graph.head[2])], 2.0, 3600.0, 8 * 3600.0)
    plan = Plan(crew, [walk], np.array([180.0]), np.array([480.0]), {}, 0.0, "finished", 0)
    dwell = np.array([30.0, 60.0, 30.0])
    legs = itinerary.legs(graph, plan, node, itinerary.paced(graph, plan, dwell))
    assert [(leg.number, leg.turn, leg.start, leg.stop, leg.begin - 28_800.0) for leg in legs] == [
        (1, STOP, 0.0, 0.0, 0.0),
        (2, START, 0.0, 50.0, 30.0),
        (3, STOP, 50.0, 50.0, 130.0),
        (4, STRAIGHT, 50.0, 100.0, 190.0),
        (5, STOP, 100.0, 100.0, 290.0),
        (6, LEFT, 100.0, 180.0, 320.0),
    ]
    assert legs[2].places(graph) == [(50.0, 0.0)]
    assert legs[-1].end - 28_800.0 == plan.times[0]
    assert itinerary.coverage(np.ones(3, int), plan).walked.tolist() == [1, 1, 1]
