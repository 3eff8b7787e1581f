"""Loops that meet, walked as one."""

from collections import defaultdict

from ..inputs import Array
from .network import Network
from .uncross import Loop


def joined(network: Network, found: list[Loop], away: Array) -> list[int]:
    """Return the half-streets of all loops, each begun where it is first met; what meets none of them comes after.

    away: how far each crossing is from where the walk begins, shape (n,).
    """
    start = network.start.tolist()
    meeting: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, loop in enumerate(found):
        for place, half in enumerate(loop):
            meeting[start[half]].append((number, place))
    nearest = [int(away[network.start[loop]].argmin()) for loop in found]
    order = sorted(range(len(found)), key=lambda number: float(away[start[found[number][nearest[number]]]]))
    begun = [False] * len(found)
    walk: list[int] = []
    for first in order:
        if begun[first]:
            continue
        begun[first] = True
        # Of each loop under way: its number, where it was begun, and how many of its streets are behind.
        stack = [(first, nearest[first], 0)]
        while stack:
            number, begin, done = stack.pop()
            if done == len(found[number]):
                continue
            half = found[number][(begin + done) % len(found[number])]
            other = next((one for one in meeting[start[half]] if not begun[one[0]]), None)
            if other is not None:
                begun[other[0]] = True
                stack += [(number, begin, done), (*other, 0)]
                continue
            walk.append(half)
            stack.append((number, begin, done + 1))
    return walk
