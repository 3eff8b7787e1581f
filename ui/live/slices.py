"""Long work on the GUI thread in parts of some milliseconds: a typed letter never waits for all of it."""

import time
from collections.abc import Iterator

from qgis.PyQt.QtCore import QObject, QTimer

from .interpreter import undisturbed

#: As many parts are done at one turn of the event loop as fit into this; on a busy machine fewer do.
TURN_SECONDS = 0.008
#: After a turn of the event loop that took longer than this, all else that waits goes first: drawing, typing, clocks.
LATE_SECONDS = 0.015
_RESTING_MS = 10
#: Given before a part that takes long by itself: that will be the first thing of a turn.
ALONE = object()
_ENDED = object()


class Slices(QObject):
    """Does some parts of one job at a time, the most urgent job's first, and lets everything else happen in between.

    A job is an iterator that does a part of its work before each value it gives: a few milliseconds at most. A value
    that is a number is for how many seconds at least the job rests; after `ALONE` it waits for the beginning of a turn.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, tuple[int, Iterator[object]]] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        # When the last turn ended, and whether it was left to others.
        self._rested, self._gives_way = 0.0, False
        self._resting: dict[str, float] = {}
        self._alone: set[str] = set()

    def start(self, name: str, job: Iterator[object], rank: int = 0) -> None:
        """Do the first part of a job now, the others at turns of the event loop; a lower rank goes first.

        A job of one part has ended when this returns. One of the same name that is under way is given up.
        """
        self.give_up(name)
        self._jobs[name] = (rank, job)
        self._advance(name)
        if not self._timer.isActive():
            self._rested = time.monotonic()
        if self._jobs:
            self._timer.start(0)

    def give_up(self, name: str) -> None:
        """Leave a job unfinished, if it is under way."""
        self._jobs.pop(name, None)
        self._resting.pop(name, None)
        self._alone.discard(name)

    @property
    def is_idle(self) -> bool:
        """Whether no job is under way."""
        return not self._jobs

    def is_busy(self, name: str) -> bool:
        """Return whether a job is under way."""
        return name in self._jobs

    def is_alone(self, name: str) -> bool:
        """Return whether no other job is under way."""
        return self._jobs.keys() <= {name}

    def _turn(self) -> None:
        began = time.monotonic()
        self._gives_way = not self._gives_way and began - self._rested > LATE_SECONDS
        with undisturbed():
            name = None if self._gives_way else self._next()
            while name is not None:
                self._advance(name)
                name = self._next() if time.monotonic() < began + TURN_SECONDS else None
                if name in self._alone:
                    break
        self._rested = time.monotonic()
        if not self._jobs:
            self._timer.stop()
        else:
            self._timer.setInterval(0 if self._ready() else _RESTING_MS)

    def _next(self) -> str | None:
        return min(self._ready(), key=lambda name: self._jobs[name][0], default=None)

    def _ready(self) -> list[str]:
        now = time.monotonic()
        return [name for name in self._jobs if self._resting.get(name, now) <= now]

    def _advance(self, name: str) -> None:
        entry = self._jobs[name]
        self._alone.discard(name)
        given = next(entry[1], _ENDED)
        if self._jobs.get(name) is not entry:
            return
        if given is _ENDED:
            self.give_up(name)
        elif given is ALONE:
            self._alone.add(name)
        elif isinstance(given, float):
            self._resting[name] = time.monotonic() + given
