"""Streets as people know them: edges strung together while they go straight on, and a density drawn out along them.

Source: Thomson and Richardson, The "good continuation" principle of perceptual organization applied to the
generalization of road networks (1999).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .graph import STRAIGHT, Index, Lixels, StreetGraph, turn
from .inputs import Array


@dataclass(frozen=True)
class Profile:
    """A density along one street of k edges and m lixels.

    half: its half-edges as they are walked, shape (k,). at: where its lixels begin and the last one ends, from the
    street's beginning, shape (m + 1,). values: shape (m,). crossings: where other streets meet it. highest: number of
    the lixel with the highest value.
    """

    half: Index
    at: Array
    values: Array
    crossings: Array
    highest: int

    @property
    def length(self) -> float:
        """Length of the street, in the unit of the coordinates."""
        return float(self.at[-1])


def profiles(
    graph: StreetGraph, pieces: Lixels, values: Array, most: int, name: NDArray[np.str_] | None = None
) -> list[Profile]:
    """Return the streets with the highest values, at most `most` of them, the highest first.

    values: one for each lixel. name: of each edge, shape (e,); a street goes on with its own name where it has one,
    around corners too, and else straight on, turning by no more than 45°. No edge is in two streets; those without
    anything on them are left out.
    """
    if not graph.edges:
        return []
    highest = np.maximum.reduceat(values, pieces.first[:-1])
    found: list[Profile] = []
    free = np.ones(graph.edges, bool)
    for edge in np.argsort(-highest, kind="stable").tolist():
        if len(found) >= most or highest[edge] <= 0.0:
            break
        if free[edge]:
            half = stroke(graph, edge, free, name)
            free[half >> 1] = False
            found.append(_profile(graph, pieces, values, half))
    return found


def _leaving(graph: StreetGraph) -> tuple[Index, Index]:
    """Return all half-edges by the node they leave: a street is one whichever way one may go."""
    halves = np.argsort(graph.start, kind="stable")
    return np.concatenate([[0], np.cumsum(graph.degree)]), halves


def stroke(graph: StreetGraph, edge: int, free: NDArray[np.bool_], name: NDArray[np.str_] | None = None) -> Index:
    """Return the half-edges of the street an edge belongs to, in order, of those that are free."""
    left = free.copy()
    left[edge] = False
    onward = _onward(graph, 2 * edge, left, name)
    back = _onward(graph, 2 * edge + 1, left, name)
    return np.array([half ^ 1 for half in reversed(back)] + [2 * edge, *onward], np.intp)


def _onward(graph: StreetGraph, half: int, left: NDArray[np.bool_], name: NDArray[np.str_] | None) -> list[int]:
    """Return the half-edges that follow one; each edge they take is left no more."""
    start, halves = _leaving(graph)
    own = "" if name is None else str(name[half >> 1])
    found: list[int] = []
    while True:
        node = int(graph.end[half])
        goes = halves[start[node] : start[node + 1]]
        goes = goes[left[goes >> 1]]
        ahead = turn(graph, np.full(len(goes), half), goes)
        fits = name[goes >> 1] == own if name is not None and own else ahead >= STRAIGHT
        if not fits.any():
            return found
        half = int(goes[np.argmax(np.where(fits, ahead, -np.inf))])
        left[half >> 1] = False
        found.append(half)


def _profile(graph: StreetGraph, pieces: Lixels, values: Array, half: Index) -> Profile:
    number = np.concatenate(
        [np.arange(pieces.first[edge], pieces.first[edge + 1])[:: -1 if back else 1] for edge, back in
         zip((half >> 1).tolist(), (half & 1).tolist(), strict=True)]
    )  # fmt: skip
    along = np.concatenate([[0.0], np.cumsum(pieces.length[number])])
    ends = np.cumsum(graph.length[half >> 1])[:-1]
    meets = graph.degree[graph.end[half[:-1]]] > 2
    own = values[number]
    return Profile(half, along, own, ends[meets], int(number[np.argmax(own)]))
