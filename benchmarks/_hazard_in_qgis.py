"""Run inside QGIS (`qgis --code`): when the live hazard layer has reached the screen, as lines of JSON.

Events: ready (cases in the model); painted (events in the density that is now on the screen, at); beat (the longest
time between two beats of the GUI thread since the last such line). Times are the system's monotonic clock. Orders come
from a file: `tick`, `beat`.
"""

import json
import os
import time
from pathlib import Path
from typing import TextIO

import qgis.utils
from qgis.PyQt.QtCore import QObject, Qt, QTimer

PLUGIN = "community_brain_plugin"
BEAT_MS = 5


class Witness(QObject):
    """Follows one desk's hazard layer from the moment its room is ready."""

    def __init__(self, output: TextIO, orders: TextIO) -> None:
        window = qgis.utils.iface.mainWindow()
        super().__init__(window)
        window.showNormal()
        window.setGeometry(window.screen().geometry())
        self.output, self.orders = output, orders
        self.hazard = None
        # Events of the density the layer has, and of the one the drawing under way began with.
        self.has, self.drawing = None, None
        self.longest, self.last_beat = 0.0, time.monotonic()
        self.every(50, self.look)

    def every(self, milliseconds: int, done) -> None:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(done)
        timer.start(milliseconds)

    def say(self, event: str, **values: object) -> None:
        self.output.write(json.dumps({"event": event, "at": time.monotonic(), **values}) + "\n")

    def look(self) -> None:
        plugin = qgis.utils.plugins.get(PLUGIN)
        if self.hazard is None:
            if plugin is not None and plugin.is_ready():
                self.follow(plugin.session)
            return
        for order in self.orders.read().split():
            getattr(self, f"do_{order}")()

    def follow(self, session) -> None:
        self.hazard = session.map.hazard
        self.hazard.shown.connect(self.on_shown)
        canvas = qgis.utils.iface.mapCanvas()
        canvas.renderStarting.connect(self.on_begun)
        canvas.mapCanvasRefreshed.connect(self.on_refreshed)
        self.every(BEAT_MS, self.beat)
        self.say("ready", cases=len(session.room.cases))

    def on_shown(self, events: int) -> None:
        self.has = events

    def on_begun(self) -> None:
        self.drawing = self.has

    def on_refreshed(self) -> None:
        if self.drawing is not None:
            self.say("painted", events=self.drawing)
            self.drawing = None

    def beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self.last_beat)
        self.last_beat = now

    def do_beat(self) -> None:
        """Say the longest gap since the last order, and begin anew."""
        self.say("beat", seconds=self.longest)
        self.longest = 0.0

    def do_tick(self) -> None:
        """Switch the layer on."""
        self.hazard.switch(True)


# Both stay open as long as QGIS runs.
witness = Witness(
    Path(os.environ["COMMUNITY_BRAIN_BENCH_OUTPUT"]).open("a", encoding="utf-8", buffering=1),  # noqa: SIM115
    Path(os.environ["COMMUNITY_BRAIN_BENCH_ORDERS"]).open(encoding="utf-8"),  # noqa: SIM115
)
