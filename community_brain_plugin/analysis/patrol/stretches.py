"""The best move of a long stretch of the longest route to another: what a loop of streets needs to change hands.

Taking one street out of a closed walk seldom makes it shorter, taking out a whole loop does. All stretches are reckoned
as walked now, in the order of the route or turned round.
"""

import numpy as np

from ..inputs import Array
from .layout import Layout
from .moves import Change, Exchanges, Score
from .network import Index
from .task import Route, Task

#: Stretches have so many stops, and so many of them are tried everywhere.
_LEAST, _MOST, _TRIED = 4, 80, 200


def best_stretch(task: Task, layout: Layout, exchanges: Exchanges, routes: list[Route], score: Score) -> Change | None:
    """Return the best move of a stretch from the longest route to any other; None where there is nothing to move."""
    owner = int(layout.length.argmax())
    first, last = int(layout.first[owner]), int(layout.first[owner + 1]) - 1
    states = np.array(task.directions(owner, routes[owner]))
    ahead, back = _along(task, states)
    count = last - first - 1
    begin, end = np.triu_indices(count, _LEAST - 1)
    keep = end - begin < _MOST
    begin, end = begin[keep] + 1, end[keep] + 1
    rest = exchanges.joined[first + begin - 1, first + end + 1]
    gain = layout.length[owner] - rest
    inner = ahead[end] - ahead[begin]
    others = np.delete(layout.length, owner)
    if not len(others) or not (gain > 1e-9).any():
        return None
    hoped = np.where(gain > 1e-9, np.maximum(rest, others.min() + inner) + score.share * (inner - gain), np.inf)
    tried = np.argsort(hoped, kind="stable")[:_TRIED]
    tried = tried[np.isfinite(hoped[tried])]
    begin, end, rest = begin[tried], end[tried], rest[tried]
    along = _put(exchanges, first, begin, end, states & 1, ahead[end] - ahead[begin])
    turned = _put(exchanges, first, end, begin, 1 - (states & 1), back[begin] - back[end])
    length = np.minimum(along, turned)
    where = layout.owner[:-1]
    length[:, (where == owner) | (where != layout.owner[1:])] = np.inf
    value = _value(layout, score, owner, rest, where, length)
    stretch, place = divmod(int(value.argmin()), value.shape[1])
    if not np.isfinite(value[stretch, place]):
        return None
    size = int(end[stretch] - begin[stretch]) + 1
    places = place, int(first + begin[stretch])
    return Change(float(value[stretch, place]), (int(where[place]), owner), "move", places, (size, 0))


def _along(task: Task, states: Index) -> tuple[Array, Array]:
    """Return the cost up to each place of a route as walked, and from its end back to each place, turned round."""
    ahead = np.concatenate([[0.0], np.cumsum(task.step[states[:-1], states[1:]])])
    turned = task.step[states[1:] ^ 1, states[:-1] ^ 1]
    return ahead, np.concatenate([np.cumsum(turned[::-1])[::-1], [0.0]])


def _put(exchanges: Exchanges, first: int, begin: Index, end: Index, side: Index, inner: Array) -> Array:
    """Return the length of the route at each place with each stretch put in after it, shape (stretches, places - 1)."""
    to = np.where(side[begin], exchanges.to[1][:-1, first + begin], exchanges.to[0][:-1, first + begin])
    on = np.where(side[end], exchanges.on[1][1:, first + end], exchanges.on[0][1:, first + end])
    return (to + inner + on).T


def _value(layout: Layout, score: Score, owner: int, rest: Array, where: Index, length: Array) -> Array:
    """Return the score after each move, shape (stretches, places)."""
    count = len(layout.length)
    highest = np.zeros(count)
    for other in range(count):
        away = np.delete(layout.length, [owner, other])
        highest[other] = away.max(initial=0.0)
    longest = np.maximum(np.maximum(length, rest[:, None]), highest[where])
    total = layout.length.sum() - layout.length[owner] - layout.length[where] + length + rest[:, None]
    return longest + score.share * total / count
