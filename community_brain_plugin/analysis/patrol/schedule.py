"""Plans of patrol by the clock: windows and times of day are asked of a plan, met where that costs no way, and told."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..inputs import Array
from ..watch import UNWATCHED, Watch
from .bands import Bands
from .crew import Crew
from .ending import FINISHED
from .moves import Routes
from .network import Network
from .plan import Walk
from .rearrange import Rearrangement, States, padded, usual_rounds
from .task import Task
from .timing import SLACK, Hours, Judge, Wishes, hours, occurring

#: Why a window is missed, for certain or as far as was found: nobody can be there then; others were in its way.
NOBODY, OTHERS = "nobody", "others"


@dataclass(frozen=True)
class Asked:
    """What is asked of the time at which streets and stops of a network are walked, each array of shape (e,).

    opens, closes: the window in which a visit is to begin, seconds after midnight, NaN for none (`timing.occurring`);
    weight: how much it counts to keep it; worth: how much the time of day counts; bands: the times of day. patience:
    seconds one waits at a stop at most. tolerance: by what share the longest and all walks may become longer for it.
    """

    opens: Array
    closes: Array
    weight: Array
    worth: Array
    bands: Bands | None = None
    patience: float = 900.0
    tolerance: float = 0.02

    def windows(self, crew: Crew) -> tuple[Array, Array]:
        """Return when windows open and close for each officer, shape (k, e)."""
        return occurring(self.opens, self.closes, crew.begin)


class Timer:
    """Puts the routes of a search in an order that keeps what is asked of time: an `After` for plans.

    within: whether every route may use its whole shift; else none becomes longer than the longest is and a tolerance.
    The same seed and rounds give the same routes. ended: why it ended; CANCELLED where it was stopped.
    """

    def __init__(
        self, asked: Asked, *, within: bool, seed: int = 1, seconds: float = math.inf, rounds: int | None = None
    ) -> None:
        self._asked, self._within, self._seed = asked, within, seed
        self._seconds, self._rounds = seconds, rounds
        self.ended = FINISHED

    def __call__(self, task: Task, routes: Routes, watch: Watch = UNWATCHED) -> States:
        """Return the states each officer passes in order, from the routes of a search."""
        states = [task.directions(officer, route)[1:-1] for officer, route in enumerate(routes)]
        crew = task.crew or Crew.alike(task.end[2 * np.array(task.station)])
        wishes = self._wishes(task, crew)
        first = _judge(task, crew, wishes).marks(*padded(enumerate(states)))
        tolerance = 1.0 + self._asked.tolerance
        longest = tolerance * float((crew.scale * first.walked).max(initial=0.0)) / crew.scale
        allowed = crew.shift if self._within else np.minimum(longest, crew.shift)
        judge = _judge(task, crew, replace(wishes, limit=np.maximum(crew.shift, allowed)))
        search = Rearrangement(judge, allowed, tolerance * float(first.metres.sum()), self._seed)
        impossible = float(self._asked.weight[nobody(task.network, crew, self._asked)].sum())
        rounds = usual_rounds(task.visits) if self._rounds is None else self._rounds
        found = search.run(states, rounds, self._seconds, impossible, watch)
        self.ended = found.ended
        return found.routes

    def _wishes(self, task: Task, crew: Crew) -> Wishes:
        """Return what is asked of the stops of a task: its visits, and its stations, of which nothing is."""
        asked, stations = self._asked, len(task.cost) // 2 - task.visits
        opens, closes = asked.windows(crew)
        one, none = np.full((len(crew), stations), np.inf), np.zeros(stations)
        return Wishes(
            np.concatenate([opens[:, task.street], -one], axis=1),
            np.concatenate([closes[:, task.street], one], axis=1),
            np.concatenate([asked.weight[task.street], none]), np.concatenate([asked.worth[task.street], none]),
            asked.bands, asked.patience, np.full(len(crew), math.inf),
        )  # fmt: skip


def timetables(network: Network, crew: Crew, walks: Sequence[Walk], asked: Asked | None = None) -> list[Hours]:
    """Return when each officer is where, in seconds after midnight, each array of shape (1, half-streets of his walk).

    network: stops not priced. What is asked is kept by waiting as far as patience and shift allow.
    """
    found = []
    windows = None if asked is None else asked.windows(crew)
    for officer, walk in enumerate(walks):
        street = walk.half >> 1
        own = crew.pace[officer] * network.cost[walk.half] + network.dwell[street]
        opens = np.full(len(own), -np.inf)
        closes, patience = -opens, 0.0
        if asked is not None and windows is not None:
            # What is only passed is not begun.
            opens = np.where(walk.visit, windows[0][officer, street], opens)
            closes = np.where(walk.visit, windows[1][officer, street], closes)
            patience = asked.patience
        spent = float(crew.spent[officer])
        spare = np.array([max(float(crew.shift[officer]) - spent - float(own.sum()), 0.0)])
        begin = np.array([float(crew.begin[officer]) + spent])
        none = np.zeros((1, len(own)))
        found.append(hours(begin, none, own[None], opens[None], closes[None], spare, patience))
    return found


def nobody(network: Network, crew: Crew, asked: Asked) -> NDArray[np.bool_]:
    """Return the visits whose window nobody can keep, even if he goes there straight and home again, shape (e,)."""
    opens, closes = asked.windows(crew)
    there = network.distances(crew.start)[:, network.tail]
    home = network.returns(crew.end)[:, network.head]
    start = (crew.begin + crew.spent)[:, None]
    earliest = start + crew.pace[:, None] * there
    latest = (crew.begin + crew.shift)[:, None] - network.dwell - crew.pace[:, None] * home
    can = (earliest <= closes + SLACK) & (latest >= opens - SLACK)
    found: NDArray[np.bool_] = (asked.weight > 0.0) & ~can.any(axis=0)
    return found


def _judge(task: Task, crew: Crew, wishes: Wishes) -> Judge:
    """Return the judge of a task's states; what stops cost in it is seconds, not way."""
    stations = len(task.cost) // 2 - task.visits
    dwell = np.concatenate([task.network.dwell[task.street], np.zeros(stations)])
    price = np.repeat(dwell / crew.unit, 2)
    home = 2 * np.array(task.station, np.intp)
    return Judge(task.step - price, task.cost - price, dwell, home, crew.pace, crew.begin, crew.spent, wishes)
