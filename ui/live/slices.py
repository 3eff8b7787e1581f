"""Long work on the GUI thread in parts of some milliseconds: a typed letter never waits for all of it."""

import time
from collections.abc import Iterator

from qgis.PyQt.QtCore import QObject, QTimer

#: As many parts are done at one turn of the event loop as fit into this; on a busy machine fewer do.
TURN_SECONDS = 0.008
_ENDED = object()


class Slices(QObject):
    """Does some parts of one job at a time, the most urgent job's first, and lets everything else happen in between.

    A job is an iterator that does a part of its work before each value it gives: a few milliseconds at most.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, tuple[int, Iterator[object]]] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def start(self, name: str, job: Iterator[object], rank: int = 0) -> None:
        """Do the first part of a job now, the others at turns of the event loop; a lower rank goes first.

        A job of one part has ended when this returns. One of the same name that is under way is given up.
        """
        self._jobs[name] = (rank, job)
        self._advance(name)
        if self._jobs and not self._timer.isActive():
            self._timer.start(0)

    def give_up(self, name: str) -> None:
        """Leave a job unfinished, if it is under way."""
        self._jobs.pop(name, None)

    @property
    def is_idle(self) -> bool:
        """Whether no job is under way."""
        return not self._jobs

    def is_busy(self, name: str) -> bool:
        """Return whether a job is under way."""
        return name in self._jobs

    def _turn(self) -> None:
        until = time.monotonic() + TURN_SECONDS
        while self._jobs:
            self._advance(min(self._jobs, key=lambda name: self._jobs[name][0]))
            if time.monotonic() >= until:
                break
        if not self._jobs:
            self._timer.stop()

    def _advance(self, name: str) -> None:
        entry = self._jobs[name]
        if next(entry[1], _ENDED) is _ENDED and self._jobs.get(name) is entry:
            del self._jobs[name]
