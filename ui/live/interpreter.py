"""Python as a window needs it while a room is open: none of its threads keeps another waiting for long."""

import contextlib
import gc
import sys
from collections.abc import Iterator

# The window asks for its turn at every cell that it paints from Python. A worker that reads rows gives its own up only
# when it has had so long, and Python's usual 5 ms would be waited for again and again.
_TURN_SECONDS = 0.000_2
# Who waits goes by what holds when he begins to: the window's own work is not taken from it at each of their turns.
_UNDISTURBED_SECONDS = 0.004
_USUAL_SECONDS = sys.getswitchinterval()


def favour_window() -> None:
    """Let threads take short turns, and keep what Python holds by now out of its garbage collection.

    The collector would hold up the window each time it goes through all that QGIS, its plugins and pandas have brought.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    settle()


def settle() -> None:
    """Count what Python holds by now among what it holds for good: to be called by who keeps many objects."""
    gc.freeze()


def favour_nobody() -> None:
    """Leave turns and garbage collection as they were."""
    sys.setswitchinterval(_USUAL_SECONDS)
    gc.unfreeze()


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Let the window's thread, which calls this, go through some milliseconds of work in one go."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_UNDISTURBED_SECONDS)
    held = sys.getswitchinterval()
    try:
        yield
    finally:
        # Unless a room was opened or closed meanwhile, which has set what holds from now on.
        if sys.getswitchinterval() == held:
            sys.setswitchinterval(before)
