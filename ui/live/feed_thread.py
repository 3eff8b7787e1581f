"""Runs a feed reader on a thread of its own and hands its news to the GUI thread, one difference at a time."""

import threading
from collections.abc import Mapping

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ... import wording
from ...database.difference import Difference
from ...database.feed import Connection, FeedReader

# The reader ends at once; only resolving a host's name cannot be interrupted, and that is not waited for.
_JOIN_SECONDS = 0.5


class FeedThread(QObject):
    """A reader's thread. Signals arrive queued on the thread this object lives on.

    `news` says that `take` has a difference. While the GUI has not taken it, later differences are joined to it and
    `news` stays silent: a busy GUI never finds a queue of them.
    """

    news = pyqtSignal()
    reported = pyqtSignal(object)

    def __init__(self, parameters: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: Difference | None = None
        self._ended = False
        self._reader = FeedReader(parameters, self._deliver, self._report)
        self._thread = threading.Thread(target=self._run, name="community-brain feed", daemon=True)

    def start(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def stop(self) -> None:
        """Have the thread end at once, without waiting for it; no signal comes afterwards."""
        with self._lock:
            self._ended = True
            self._waiting = None
        self._reader.stop()

    def join(self) -> None:
        """Wait half a second at most for the thread to end, however mute the network is."""
        if self._thread.is_alive():
            self._thread.join(_JOIN_SECONDS)

    def take(self) -> Difference | None:
        """Return what came since the last call, as one difference."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
        return waiting

    def _run(self) -> None:
        # The GUI words what goes wrong at the worst moment; it need not read a file then.
        wording.prepare()
        self._reader.run()

    def _deliver(self, difference: Difference) -> None:
        with self._lock:
            if self._ended:
                return
            first = self._waiting is None
            self._waiting = difference if self._waiting is None else self._waiting.then(difference)
            if first:
                self.news.emit()

    def _report(self, connection: Connection) -> None:
        with self._lock:
            if not self._ended:
                self.reported.emit(connection)
