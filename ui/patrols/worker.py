"""Calculations on a thread of their own, one at a time: the window never waits for them."""

import contextlib
import logging
import threading
from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ...analysis.watch import Cancelled, Watch
from ...errors import RoomError

Work = Callable[[Watch], Any]

_log = logging.getLogger(__name__)


class Refusal(Exception):  # noqa: N818 - nothing is broken
    """Why something cannot be calculated, in words."""


class Worker(QObject):
    """Runs one calculation after the other. `progress(share)`, `busy_changed()` when one begins or ends."""

    progress = pyqtSignal(float)
    busy_changed = pyqtSignal()
    _ended = pyqtSignal(object, object, object)

    def __init__(self, parent: QObject | None = None, name: str = "what if") -> None:
        super().__init__(parent)
        self._name = name
        self._job: _Job | None = None
        self._ended.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a calculation is under way."""
        return self._job is not None

    def run(self, work: Work, done: Callable[[Any], None], failed: Callable[[str], None]) -> bool:
        """Run `work(watch)`, then call `done(result)` or `failed(words)` on this thread; return False while busy.

        Words are "" where the work was cancelled before there was anything.
        """
        if self._job is not None:
            return False
        self._job = _Job(done, failed)
        name = f"community-brain {self._name}"
        threading.Thread(target=self._work, args=(self._job, work), name=name, daemon=True).start()
        self.busy_changed.emit()
        return True

    def cancel(self) -> None:
        """Ask the calculation under way to end with the best it has."""
        if self._job is not None:
            self._job.cancelled.set()

    def close(self) -> None:
        """Cancel, and call nobody back any more."""
        self.cancel()
        self._job = None

    def tell(self, share: float) -> None:
        """Say how far a work is, from whatever thread."""
        with contextlib.suppress(RuntimeError):
            self.progress.emit(share)

    def _work(self, job: "_Job", work: Work) -> None:
        result, words = None, None
        try:
            result = work(Watch(self.tell, job.cancelled.is_set))
        except Cancelled:
            words = ""
        except (RoomError, Refusal) as error:
            words = str(error)
        except Exception as error:
            _log.exception(self._name)
            words = str(error)
        with contextlib.suppress(RuntimeError):  # unloaded meanwhile
            self._ended.emit(job, result, words)

    def _answer(self, job: "_Job", result: Any, words: str | None) -> None:
        if job is not self._job:
            return
        self._job = None
        self.busy_changed.emit()
        if words is None:
            job.done(result)
        else:
            job.failed(words)


class _Job:
    def __init__(self, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        self.done, self.failed = done, failed
        self.cancelled = threading.Event()
