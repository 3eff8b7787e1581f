"""Run inside QGIS (`qgis --code`): how a desk with a very long queue answers, as lines of JSON.

Events: painted (seconds from opening the room to the queue's first painting, unveiled); beat (the longest time between
two beats of the GUI thread since the last such line, and how much of it the thread was running, was waiting for a
processor, and a processor was taken from this machine; one comes when all rows are read); filled (nothing is left to be
sorted, written or counted; whether the first rows painted are the first in the end); filtered (what was asked for,
rows, seconds until they were painted), through. Orders come from a file: `reload`, `filter`, `beat`.
"""

import json
import os
import threading
import time
from pathlib import Path
from typing import TextIO

import qgis.utils
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QWidget

PLUGIN = "community_brain_plugin"
BEAT_MS = 5
#: So many of the first rows painted must be the right ones: more than a screen shows.
FIRST_PAGE = 60
#: What is asked for one after the other: bucket, words of the search, what it is called.
FILTERS = (
    ("unassigned", "", "a bucket"),
    ("late", "", "another bucket"),
    ("open", "", "all open ones"),
    ("open", "0000", "a part of many numbers"),
    ("open", "路 1", "two short words"),
    ("late", "井盖", "a class among the late ones"),
    ("open", "nothing says this", "words that fit nothing"),
    ("open", "", "all open ones again"),
)


class Spent:
    """What became of the time of the thread that made this: seconds run, waited for a processor, taken by the host."""

    NAMES = ("running", "waiting", "taken")

    def __init__(self) -> None:
        # Both stay open as long as QGIS runs; other systems than Linux have neither.
        self._thread, self._machine = (
            path.open(encoding="ascii") if path.exists() else None
            for path in (Path(f"/proc/self/task/{threading.get_native_id()}/schedstat"), Path("/proc/stat"))
        )

    def now(self) -> tuple[float, ...]:
        if self._thread is None or self._machine is None:
            return 0.0, 0.0, 0.0
        self._thread.seek(0)
        self._machine.seek(0)
        running, waiting, _ = self._thread.read().split()
        taken = self._machine.readline().split()[8]
        return int(running) / 1e9, int(waiting) / 1e9, int(taken) / os.sysconf("SC_CLK_TCK")


class Witness(QObject):
    """Follows one desk from the moment its room begins to open."""

    def __init__(self, output: TextIO, orders: TextIO) -> None:
        window = qgis.utils.iface.mainWindow()
        super().__init__(window)
        window.showNormal()
        window.setGeometry(window.screen().geometry())
        self.output, self.orders = output, orders
        self.session = self.opened = self.asked = None
        self.is_ready = self.has_read = self.is_filled = False
        self.waiting: list[tuple[str, str, str]] = []
        self.first: list[int] = []
        self.longest, self.last_beat = 0.0, time.monotonic()
        self.spent = Spent()
        self.last_spent, self.why = self.spent.now(), (0.0, 0.0, 0.0)
        self.every(10, self.look)

    def is_idle(self) -> bool:
        """Return whether all rows are there and nothing is left to be done with them."""
        return self.has_read and self.opened is None and self.session.room.slices.is_idle

    def every(self, milliseconds: int, done) -> None:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(done)
        timer.start(milliseconds)

    def say(self, event: str, **values: object) -> None:
        self.output.write(json.dumps({"event": event, "at": time.monotonic(), **values}) + "\n")

    def look(self) -> None:
        plugin = qgis.utils.plugins.get(PLUGIN)
        session = getattr(plugin, "session", None)
        if self.session is None and session is not None:
            self.follow(session)
        if self.session is not None and not self.is_filled and self.is_idle():
            self.is_filled = True
            self.say("filled", right=self.first == self.session.queue.view.model().keys()[:FIRST_PAGE])
        if self.session is not None and not self.is_ready and self.session.is_ready:
            self.is_ready = True
            self.say("ready", cases=len(self.session.room.cases))
        for order in self.orders.read().split() if self.is_ready else ():
            getattr(self, f"do_{order}")()

    def follow(self, session) -> None:
        """Note when all rows have come and when the queue paints the first."""
        self.session = session
        apply = session.room.apply

        def noted(difference) -> None:
            if difference.full and not self.has_read:
                self.has_read = True
                self.do_beat("reading", rows=len(difference.rows["case"]))
            apply(difference)

        session.room.apply = noted
        session.queue.view.viewport().installEventFilter(self)
        self.last_beat = self.opened = time.monotonic()
        self.last_spent = self.spent.now()
        self.longest = 0.0
        self.every(BEAT_MS, self.beat)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            # The event loop comes to this once the painting is over.
            QTimer.singleShot(0, self.on_painted)
        return False

    def on_painted(self) -> None:
        model = self.session.queue.view.model()
        if self.opened and model.rowCount() and not self.is_veiled():
            self.say("painted", seconds=time.monotonic() - self.opened, rows=model.rowCount())
            self.first, self.opened = model.keys()[:FIRST_PAGE], None
        if self.asked is not None and not model.is_busy:
            name, began = self.asked
            self.say("filtered", what=name, rows=model.rowCount(), seconds=time.monotonic() - began)
            self.asked = None
            QTimer.singleShot(300, self.ask_next)

    def is_veiled(self) -> bool:
        covers = self.session.queue.view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return any(type(cover).__name__ == "Veil" and cover.isVisible() for cover in covers)

    def beat(self) -> None:
        now, spent = time.monotonic(), self.spent.now()
        if now - self.last_beat > self.longest:
            self.longest = now - self.last_beat
            self.why = tuple(after - before for before, after in zip(self.last_spent, spent, strict=True))
        self.last_beat, self.last_spent = now, spent

    def do_beat(self, during: str = "", **values: object) -> None:
        self.beat()
        why = dict(zip(Spent.NAMES, self.why, strict=True))
        self.say("beat", during=during, seconds=self.longest, **why, **values)
        self.longest = 0.0

    def do_reload(self) -> None:
        """Leave the room, with what it was still being asked, and open it again, as a session opens its room."""
        self.has_read = self.is_filled = False
        self.opened = time.monotonic()
        parameters = dict(self.session.room.parameters)
        self.session.queries.open(parameters)
        self.session.room.open(parameters)

    def do_filter(self) -> None:
        self.waiting = list(FILTERS)
        self.ask_next()

    def ask_next(self) -> None:
        """Ask as a person does: the button of a bucket, or words in the field."""
        if not self.waiting:
            self.say("through")
            return
        bucket, words, name = self.waiting.pop(0)
        queue = self.session.queue
        self.asked = name, time.monotonic()
        queue.search.blockSignals(True)
        queue.search.setText(words)
        queue.search.blockSignals(False)
        queue.show_bucket(type(queue.view.model().bucket)(bucket))


# Both stay open as long as QGIS runs.
witness = Witness(
    Path(os.environ["COMMUNITY_BRAIN_BENCH_OUTPUT"]).open("a", encoding="utf-8", buffering=1),  # noqa: SIM115
    Path(os.environ["COMMUNITY_BRAIN_BENCH_ORDERS"]).open(encoding="utf-8"),  # noqa: SIM115
)
