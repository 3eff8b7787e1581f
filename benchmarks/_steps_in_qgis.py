"""Run inside QGIS (`qgis --code`): a desk at work whatever becomes of the server, as lines of JSON.

It reports and files one case file after the other by the plugin's own ways, and sends what is not answered again with
the same request id. Events: ready; answered (case, version, request, repeated); refused (code); unanswered (code);
stopped (state: how the desk says it is connected). Orders come from a file: `stop`.
"""

import json
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import qgis.utils
from qgis.PyQt.QtCore import QObject, QTimer

PLUGIN = "community_brain_plugin"
#: How the case files of this desk are known among the others.
MARK = "case_faults: the desk"
PAUSE_MS, AGAIN_MS = 20, 200
_WHERE = "SELECT desk.whoami() ->> 'subdistrict'"
_PLACES = "SELECT ST_X(geom), ST_Y(geom) FROM desk.component ORDER BY identity_code LIMIT 500"


class Worker(QObject):
    """Somebody at one desk, from the moment its room is there."""

    def __init__(self, output: TextIO, orders: TextIO) -> None:
        super().__init__(qgis.utils.iface.mainWindow())
        self.output, self.orders = output, orders
        self.session = None
        self.subdistrict = ""
        self.places: list[tuple[float, float]] = []
        self.chance = random.Random(1)
        self.is_over = False
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(100)

    def say(self, event: str, **values: object) -> None:
        self.output.write(json.dumps({"event": event, "at": time.monotonic(), **values}) + "\n")

    def look(self) -> None:
        """Wait for the room, then for orders; say that all is done once the desk is live again."""
        if self.session is None:
            plugin = qgis.utils.plugins.get(PLUGIN)
            if plugin is not None and plugin.is_ready():
                self.session = plugin.session
                self.read()
            return
        self.is_over = self.is_over or "stop" in self.orders.read()

    def read(self) -> None:
        """Learn where the desk is; asked again until it is told."""

        def work(connection) -> tuple[str, list[tuple[float, float]]]:
            with connection.cursor() as cursor:
                cursor.execute(_WHERE)
                ((subdistrict,),) = cursor.fetchall()
                cursor.execute(_PLACES)
                return subdistrict, cursor.fetchall()

        self.session.queries.run(work, self.begin, lambda error: QTimer.singleShot(AGAIN_MS, self.read))

    def begin(self, found: tuple[str, list[tuple[float, float]]]) -> None:
        self.subdistrict, self.places = found
        self.say("ready")
        self.next_case()

    def next_case(self) -> None:
        """Report another case file, or say that the desk has stopped and is live."""
        from community_brain_plugin.cases import steps

        if not self.is_over:
            x, y = self.chance.choice(self.places)
            wanted = steps.Report({"kind": "event", "class_code": "09012", "x": x, "y": y, "description": MARK})
            self.send(wanted.request_id, lambda *ways: self.session.desk.report(wanted, *ways), self.file)
        elif self.session.desk.is_live():
            self.say("stopped", state=self.session.room.state.value)
        else:
            QTimer.singleShot(AGAIN_MS, self.next_case)

    def file(self, reported) -> None:
        from community_brain_plugin.cases import steps

        step = steps.Step(self.subdistrict, reported.case_id, "file", {"condition_no": 1}, reported.version)
        self.send(
            step.request_id,
            lambda *ways: self.session.desk.take(step, *ways),
            lambda answer: QTimer.singleShot(PAUSE_MS, self.next_case),
        )

    def send(self, request: str, act: Callable[..., None], done: Callable[..., None]) -> None:
        """Send it until somebody answers; a refusal ends the work, for none is right here."""

        def answered(answer) -> None:
            self.say("answered", case=answer.case_id, version=answer.version, request=request, repeated=answer.repeated)
            done(answer)

        def failed(error) -> None:
            if error.code.startswith("room."):
                self.say("refused", code=error.code)
                return
            self.say("unanswered", code=error.code)
            QTimer.singleShot(AGAIN_MS, lambda: self.send(request, act, done))

        act(answered, failed)


# Both stay open as long as QGIS runs.
worker = Worker(
    Path(os.environ["COMMUNITY_BRAIN_BENCH_OUTPUT"]).open("a", encoding="utf-8", buffering=1),  # noqa: SIM115
    Path(os.environ["COMMUNITY_BRAIN_BENCH_ORDERS"]).open(encoding="utf-8"),  # noqa: SIM115
)
