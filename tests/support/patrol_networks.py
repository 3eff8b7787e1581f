"""Networks to plan patrols on, and the best plan by trying everything."""

import itertools
import math

import numpy as np
from hypothesis import strategies as st

from community_brain_plugin.analysis.patrol.network import Network
from community_brain_plugin.analysis.patrol.verify import faults


def checked(network, plan):
    """A plan in which the verifier finds nothing wrong."""
    walks = [walk.half for walk in plan.walks]
    assert faults(network, plan.stations, walks, plan.lengths, list(plan.left_out)) == []
    return plan


def square(columns, rows, visits=1):
    """A street grid, a unit from crossing to crossing."""
    place = np.arange(columns * rows).reshape(rows, columns)
    tail = np.concatenate([place[:, :-1].ravel(), place[:-1].ravel()])
    head = np.concatenate([place[:, 1:].ravel(), place[1:].ravel()])
    ones = np.ones(len(tail))
    return Network.of(columns * rows, tail, head, ones, ones, np.full(len(tail), visits))


@st.composite
def little_networks(draw):
    """Networks that hang together, of up to five required streets, with costs of their own in each direction."""
    nodes = draw(st.integers(2, 5))
    pairs = [(draw(st.integers(0, node - 1)), node) for node in range(1, nodes)]
    pairs += draw(st.lists(st.tuples(st.integers(0, nodes - 1), st.integers(0, nodes - 1)), max_size=4))
    cost = st.integers(0, 9)
    ahead = [draw(cost) for _ in pairs]
    back = [
        draw(cost) if number < nodes - 1 else draw(st.one_of(cost, st.just(math.inf))) for number in range(len(pairs))
    ]
    visits = [int(number < 5 and draw(st.booleans())) for number in range(len(pairs))]
    tail, head = zip(*pairs, strict=True)
    return Network.of(nodes, tail, head, ahead, back, visits)


def best_by_trying(network, station, officers):
    """The length of the longest route in the best plan there is, by trying everything."""
    required, tours = tours_by_trying(network, station)
    best = math.inf
    for owners in itertools.product(range(officers), repeat=len(required)):
        best = min(best, max(tours[part] for part in parts(required, owners, officers)))
    return best


def most_by_trying(network, worth, station, officers, shift):
    """The greatest value that can be walked within the shift, by trying everything; streets asked for at most once."""
    required, tours = tours_by_trying(network, station)
    best = 0.0
    for owners in itertools.product(range(officers + 1), repeat=len(required)):
        *own, _ = parts(required, owners, officers + 1)
        if max(tours[part] for part in own) <= shift:
            best = max(best, float(sum(worth[street] for part in own for street in part)))
    return best


def parts(required, owners, officers):
    """The streets of each officer, in order."""
    return [tuple(s for s, o in zip(required, owners, strict=True) if o == officer) for officer in range(officers)]


def tours_by_trying(network, station, goal=None):
    """The streets asked for, and the length of the best walk of each set of them from the station and home, or to an
    end elsewhere."""
    goal = station if goal is None else goal
    nodes = network.nodes
    away = np.full((nodes, nodes), math.inf)
    np.fill_diagonal(away, 0.0)
    for street in range(network.streets):
        tail, head = network.tail[street], network.head[street]
        away[tail, head] = min(away[tail, head], network.ahead[street])
        away[head, tail] = min(away[head, tail], network.back[street])
    for by in range(nodes):
        away = np.minimum(away, away[:, by : by + 1] + away[by : by + 1])
    required = np.flatnonzero(network.visits).tolist()
    ends = {
        s: [(network.tail[s], network.head[s], network.ahead[s]), (network.head[s], network.tail[s], network.back[s])]
        for s in required
    }

    def tour(streets):
        best = away[station, goal] if not streets else math.inf
        for order in itertools.permutations(streets) if streets else ():
            for ways in itertools.product((0, 1), repeat=len(order)):
                place, total = station, 0.0
                for street, way in zip(order, ways, strict=True):
                    begin, end, price = ends[street][way]
                    total, place = total + away[place, begin] + price, end
                best = min(best, total + away[place, goal])
        return best

    tours = {}
    for size in range(len(required) + 1):
        for streets in itertools.combinations(required, size):
            tours[streets] = tour(streets)
    return required, tours
