"""Drawing the map holds the window up as little as can be: on a busy machine a typed letter goes first."""

import contextlib
import os
import sys
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QProgressBar, QWidget

#: How far the threads that draw stand behind the window's, in steps of `nice`.
BEHIND = 5
#: What is half drawn is not shown more often. QGIS puts all layers together for it, on the window's thread, and does so
#: four times a second by itself; most drawings of a room are over sooner.
PREVIEW_MS = 1_000
# Where Linux lists the threads of this process, and what Qt calls those that QGIS draws maps with.
_THREADS, _DRAWS = Path("/proc/self/task"), "Thread (pooled)"
# There is nothing behind this.
_LAST = 19


class QuietDrawing(QObject):
    """Lets the threads with which a canvas is drawn give way, as soon as a drawing has begun with them.

    Linux schedules by thread, and one that gave way stays there until it ends. Elsewhere they are left as they are.
    """

    def __init__(self, canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._before = canvas.mapUpdateInterval()
        canvas.setMapUpdateInterval(PREVIEW_MS)
        self._bar = _BarAside(canvas.window())
        self._lowered: set[Path] = set()
        # The signal comes before the drawing's threads are there.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        if sys.platform == "linux":
            canvas.renderStarting.connect(self._soon.start)

    def close(self) -> None:
        """Let the canvas show what is half drawn as often as before, and QGIS how far it is."""
        self._canvas.setMapUpdateInterval(int(self._before))
        self._bar.put_back()

    def _look(self) -> None:
        behind = os.getpriority(os.PRIO_PROCESS, 0) + BEHIND
        for thread in set(_THREADS.iterdir()) - self._lowered:
            # A thread may be over by now.
            with contextlib.suppress(OSError):
                if (thread / "comm").read_text(encoding="utf-8").strip() == _DRAWS:
                    os.setpriority(os.PRIO_PROCESS, int(thread.name), min(behind, _LAST))
                    self._lowered.add(thread)


class _BarAside:
    """QGIS's progress bar, out of its status bar, which it comes and goes in at each drawing of the map.

    It would flicker with every change of a case file, and each time QGIS lays its whole window out anew. QGIS holds on
    to it and shows it all the same, inside what is hidden.
    """

    def __init__(self, window: QWidget) -> None:
        self._bar = window.findChild(QProgressBar, "mProgressBar")
        self._layout = self._bar.parentWidget().layout() if self._bar is not None else None
        if self._layout is not None:
            self._place = self._layout.indexOf(self._bar)
            self._stretch = self._layout.stretch(self._place)
            # Not a window of its own: whatever becomes of the plugin, the bar lives as long as QGIS.
            self._aside = QWidget(window)
            self._aside.hide()
            self._bar.setParent(self._aside)

    def put_back(self) -> None:
        """Put the bar where it was; the next drawing shows it."""
        if self._layout is not None:
            self._bar.hide()
            self._layout.insertWidget(self._place, self._bar, self._stretch)
            self._aside.deleteLater()
            self._layout = None
