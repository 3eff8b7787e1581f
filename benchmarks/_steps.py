"""A process that takes real steps of case files at a steady rate, and says when each was committed, as lines of JSON.

Arguments: libpq parameters of an acceptor and of a dispatcher as JSON, steps a second, seconds.
"""

import json
import queue
import random
import sys
import threading
import time
import uuid
from collections.abc import Callable

from community_brain_plugin.database.connection import connect

_THREADS = 4
_PLACES = "SELECT ST_X(geom), ST_Y(geom) FROM desk.component LIMIT 4000"
_CLASSES = "SELECT DISTINCT class_code FROM room.class_condition WHERE kind = 'event' AND condition_no = 1"
_UNITS = "SELECT department_code FROM desk.department"


class Town:
    """What a step can be about."""

    def __init__(self, parameters: dict[str, str]) -> None:
        connection = connect(parameters, autocommit=True)
        with connection.cursor() as cursor:
            self.subdistrict = self._all(cursor, "SELECT desk.whoami() ->> 'subdistrict'")[0][0]
            self.places = self._all(cursor, _PLACES)
            self.classes = [row[0] for row in self._all(cursor, _CLASSES)]
            self.units = [row[0] for row in self._all(cursor, _UNITS)]
            self.began = self._all(cursor, "SELECT room.room_now()::text")[0][0]
        connection.close()

    @staticmethod
    def _all(cursor, statement: str) -> list[tuple]:
        cursor.execute(statement)
        return cursor.fetchall()


class Hands:
    """One thread's connections; each step is one transaction of the post that may take it."""

    def __init__(self, town: Town, acceptor: dict[str, str], dispatcher: dict[str, str], seed: int) -> None:
        self._town = town
        self._logins = {"acceptor": connect(acceptor), "dispatcher": connect(dispatcher)}
        self._chance = random.Random(seed)
        self._walk: tuple[tuple[str, str, Callable[[], dict]], ...] = (
            ("file", "acceptor", lambda: {"condition_no": 1}),
            ("dispatch", "dispatcher", lambda: {"department_code": self._chance.choice(town.units), "reason": "drawn"}),
            ("handled_on_behalf", "dispatcher", self._said),
            ("forward_to_supervision", "dispatcher", dict),
        )
        self._cases: list[tuple[int, int]] = []

    def step(self) -> tuple[int, int, float]:
        """Take the next step of a case, or report one; return case, version, and the moment before its commit."""
        if self._cases and self._chance.random() < 0.8:
            case_id, version = self._cases.pop(self._chance.randrange(len(self._cases)))
            action, post, payload = self._walk[version - 1]
            answer, at = self._call(
                post,
                "SELECT desk.case_step(%s, %s, %s, %s, %s, %s)",
                (self._town.subdistrict, case_id, action, json.dumps(payload()), version, str(uuid.uuid4())),
            )
        else:
            x, y = self._chance.choice(self._town.places)
            case = {"kind": "event", "class_code": self._chance.choice(self._town.classes), "x": x, "y": y}
            answer, at = self._call(
                "acceptor", "SELECT desk.report_case(%s, %s)", (json.dumps(case), str(uuid.uuid4()))
            )
        if answer["version"] <= len(self._walk):
            self._cases.append((answer["case_id"], answer["version"]))
        return answer["case_id"], answer["version"], at

    def _said(self) -> dict:
        return {"said_by": "guard", "channel": "phone", "said_at": self._town.began, "reason": "by phone"}

    def _call(self, post: str, statement: str, values: tuple) -> tuple[dict, float]:
        connection = self._logins[post]
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            answer = cursor.fetchone()[0]
        at = time.monotonic()
        connection.commit()
        return answer, at


def main() -> None:
    """Take steps on a few threads, each at its own moment of a common timetable."""
    acceptor, dispatcher = json.loads(sys.argv[1]), json.loads(sys.argv[2])
    rate, seconds = float(sys.argv[3]), float(sys.argv[4])
    town = Town(acceptor)
    moments: queue.SimpleQueue[float] = queue.SimpleQueue()
    began = time.monotonic() + 0.5
    for number in range(int(rate * seconds)):
        moments.put(began + number / rate)
    lock = threading.Lock()

    def take(seed: int) -> None:
        hands = Hands(town, acceptor, dispatcher, seed)
        while not moments.empty():
            time.sleep(max(0.0, moments.get() - time.monotonic()))
            case_id, version, at = hands.step()
            with lock:
                sys.stdout.write(json.dumps({"case": case_id, "version": version, "at": at}) + "\n")

    threads = [threading.Thread(target=take, args=(seed,)) for seed in range(_THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
