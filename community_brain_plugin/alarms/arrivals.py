"""What of the news deserves a word: worse speaks again, better is silent, no more than three speak at once. Pure."""

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

#: So many toasts may stand at once, each for so long; the rest are summed.
TOASTS = 3
TOAST_SECONDS = 8.0


@dataclass
class Attention:
    """Remembers how bad each thing was when it last spoke; priority 1 is the worst."""

    _spoken: dict[Hashable, int] = field(default_factory=dict)

    def is_news(self, key: Hashable, priority: int) -> bool:
        """Return whether something new or worse has come, and remember it."""
        before = self._spoken.get(key)
        self._spoken[key] = priority
        return before is None or priority < before

    def know(self, key: Hashable, priority: int) -> None:
        """Remember what was there when the room opened, without a word."""
        self._spoken[key] = priority

    def forget(self, key: Hashable) -> None:
        """What is over may speak again when it comes back."""
        self._spoken.pop(key, None)


@dataclass
class Toasts:
    """Counts what may be shown: three at a time, the rest waits to be summed."""

    _until: deque[float] = field(default_factory=deque)
    waiting: int = 0

    def admit(self, now: float) -> bool:
        """Return whether one more toast may be shown now (monotonic seconds); if not, it waits to be summed."""
        self._drop(now)
        # The last place is for the sum, once anything waits.
        if len(self._until) >= (TOASTS if self.waiting == 0 else TOASTS - 1):
            self.waiting += 1
            return False
        self._until.append(now + TOAST_SECONDS)
        return True

    def take_sum(self, now: float) -> int:
        """Return how many wait, if there is a place to say so; they wait no more then."""
        self._drop(now)
        if self.waiting == 0 or len(self._until) >= TOASTS:
            return 0
        number, self.waiting = self.waiting, 0
        self._until.append(now + TOAST_SECONDS)
        return number

    def _drop(self, now: float) -> None:
        while self._until and self._until[0] <= now:
            self._until.popleft()
