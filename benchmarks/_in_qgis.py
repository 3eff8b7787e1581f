"""Run inside QGIS (`qgis --code`): write down what the desk shows and when, as lines of JSON.

Events: ready; model and painted (case, version, at); state (state, at); beat (the longest time between two beats of the
GUI thread since the last such line); answer (what became of a question or a typed key). Times are the system's
monotonic clock. Orders come from a file: `beat`, `ask`, `type`.
"""

import json
import os
import time
from pathlib import Path
from typing import TextIO

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QLineEdit

PLUGIN = "community_brain_plugin"
BEAT_MS = 5


class Witness(QObject):
    """Follows one desk from the moment its map has rendered."""

    def __init__(self, output: TextIO, orders: TextIO) -> None:
        window = qgis.utils.iface.mainWindow()
        super().__init__(window)
        window.showNormal()
        window.setGeometry(window.screen().geometry())
        self.output, self.orders = output, orders
        self.session = None
        self.unpainted: dict[int, list[int]] = {}
        self.longest, self.last_beat = 0.0, time.monotonic()
        self.field = QLineEdit(window)
        self.every(100, self.look)

    def every(self, milliseconds: int, done) -> None:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(done)
        timer.start(milliseconds)

    def say(self, event: str, **values: object) -> None:
        self.output.write(json.dumps({"event": event, "at": time.monotonic(), **values}) + "\n")

    def look(self) -> None:
        """Wait for the room, then take orders."""
        if self.session is None:
            plugin = qgis.utils.plugins.get(PLUGIN)
            if plugin is not None and plugin.is_ready():
                self.follow(plugin.session)
            return
        for order in self.orders.read().split():
            getattr(self, f"do_{order}")()

    def follow(self, session) -> None:
        self.session = session
        session.room.changed.connect(self.on_changed)
        session.room.connection_changed.connect(self.on_connection)
        session.map.painted.connect(self.on_painted)
        self.every(BEAT_MS, self.beat)
        self.say("ready", cases=len(session.room.cases), layers=len(QgsProject.instance().mapLayers()))

    def on_changed(self, subject: str, upserted: list, removed: list) -> None:
        if subject != "case":
            return
        for case_id in upserted:
            version = self.session.room.cases[case_id]["version"]
            self.unpainted.setdefault(case_id, []).append(version)
            self.say("model", case=case_id, version=version)

    def on_painted(self, subject: str, keys: list) -> None:
        """A key stands once for every change of it that reached the screen."""
        for case_id in keys if subject == "case" else ():
            if self.unpainted.get(case_id):
                self.say("painted", case=case_id, version=self.unpainted[case_id].pop(0))

    def on_connection(self) -> None:
        self.say("state", state=self.session.room.state.value)

    def beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self.last_beat)
        self.last_beat = now

    def do_beat(self) -> None:
        """Say the longest gap since the last order, and begin anew."""
        self.say("beat", seconds=self.longest)
        self.longest = 0.0

    def do_ask(self) -> None:
        """Ask the server something as identify does: through a worker."""
        began = time.monotonic()

        def work(connection):
            with connection.cursor() as cursor:
                cursor.execute("SELECT identity_code FROM desk.component LIMIT 1")
                return cursor.fetchall()

        self.session.queries.run(
            work,
            lambda found: self.say("answer", to="ask", found=True, seconds=time.monotonic() - began),
            lambda error: self.say("answer", to="ask", found=False, error=error.code, seconds=time.monotonic() - began),
        )

    def do_type(self) -> None:
        """Type a letter into a field of the window."""
        began = time.monotonic()
        before = self.field.text()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
            QCoreApplication.postEvent(self.field, event)

        def check() -> None:
            self.say("answer", to="type", found=self.field.text() == before + "a", seconds=time.monotonic() - began)

        QTimer.singleShot(0, check)


# Both stay open as long as QGIS runs.
witness = Witness(
    Path(os.environ["COMMUNITY_BRAIN_BENCH_OUTPUT"]).open("a", encoding="utf-8", buffering=1),  # noqa: SIM115
    Path(os.environ["COMMUNITY_BRAIN_BENCH_ORDERS"]).open(encoding="utf-8"),  # noqa: SIM115
)
