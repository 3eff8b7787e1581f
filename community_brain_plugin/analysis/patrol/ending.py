"""When and why a search for a plan ends before it has made all its rounds."""

import math
import time

from ..watch import UNWATCHED, Cancelled, Watch

FINISHED, PROVEN, TIME, CANCELLED = "finished", "proven", "time", "cancelled"


class Ending:
    """A limit of seconds from now on, and a watch that may cancel."""

    def __init__(self, seconds: float = math.inf, watch: Watch = UNWATCHED) -> None:
        self._seconds, self._until, self._watch = seconds, time.monotonic() + seconds, watch

    def why(self, share: float) -> str:
        """Return TIME or CANCELLED where the search must end now, else ""; tell the watch what share is done."""
        try:
            self._watch.at(share)
        except Cancelled:
            return CANCELLED
        return TIME if time.monotonic() >= self._until else ""

    def is_due(self) -> bool:
        """Return whether the search must end, without a word about how far it is: asked within a round."""
        cancelled = self._watch.cancelled
        return time.monotonic() >= self._until or (cancelled is not None and cancelled())

    def spent(self) -> float:
        """Return what share of the seconds has gone; 0 where there is no limit."""
        if self._seconds == math.inf:
            return 0.0
        return 1.0 - max(0.0, self._until - time.monotonic()) / self._seconds
