"""How a long calculation tells how far it is, and how it is stopped."""

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """The calculation was stopped on request; nothing of it is kept."""


@dataclass(frozen=True)
class Watch:
    """A progress callback (fraction from 0 to 1) and a question whether to stop; both may be absent.

    Calculations call `at` between steps that take well below half a second.
    """

    progress: Callable[[float], None] | None = None
    cancelled: Callable[[], bool] | None = None
    start: float = 0.0
    stop: float = 1.0

    def at(self, fraction: float) -> None:
        """Report that this share of the work is done; raises Cancelled when the work is to stop."""
        self.ask()
        if self.progress is not None:
            self.progress(self.start + min(max(fraction, 0.0), 1.0) * (self.stop - self.start))

    def ask(self) -> None:
        """Raise Cancelled when the work is to stop, without a word about how far it is."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled

    def part(self, start: float, stop: float) -> "Watch":
        """Return the watch of a step that takes this part of the whole."""
        span = self.stop - self.start
        return Watch(self.progress, self.cancelled, self.start + start * span, self.start + stop * span)


#: For those who neither look nor stop.
UNWATCHED = Watch()
