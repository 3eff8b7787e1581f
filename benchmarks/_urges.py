"""Twelve writers who urge case files at random moments, and when each step was committed, as lines of JSON.

Each step is one transaction that is held open for a random time, so that commits come in another order than numbers
are given. Lost connections are opened again. Standard input ends it. Arguments: libpq parameters of a shift leader as
JSON, longest hold and longest pause in seconds, and of how many case files, the first there are (all).
"""

import json
import random
import sys
import threading
import time
import uuid

import psycopg2

from community_brain_plugin.database.connection import connect
from community_brain_plugin.errors import RoomError

WRITERS = 12
_CASES = "SELECT case_id FROM desk.case_live WHERE is_open ORDER BY case_id LIMIT %s"
_VERSION = "SELECT subdistrict, version FROM desk.case_live WHERE case_id = %s"
_URGE = "SELECT (desk.case_step(%s, %s, 'urge', %s, %s, %s) ->> 'version')::integer"


class Writer:
    """One connection at a time, one step after the other."""

    def __init__(self, parameters: dict[str, str], seed: int, hold: float, pause: float, most: int | None) -> None:
        self._parameters = parameters
        self._most = most
        self._chance = random.Random(seed)
        self._hold, self._pause = hold, pause
        self._cases: list[int] = []

    def run(self, stop: threading.Event, committed) -> None:
        """Write until `stop`, whatever becomes of the server."""
        while not stop.is_set():
            try:
                connection = connect(self._parameters, application="writer")
                self._write(connection, stop, committed)
                connection.close()
            except (RoomError, psycopg2.OperationalError, psycopg2.InterfaceError):
                stop.wait(0.5)

    def _write(self, connection, stop: threading.Event, committed) -> None:
        while not stop.wait(self._chance.uniform(0, self._pause)):
            with connection.cursor() as cursor:
                if not self._cases:
                    cursor.execute(_CASES, (self._most,))
                    self._cases = [row[0] for row in cursor.fetchall()]
                case_id = self._chance.choice(self._cases)
                try:
                    version = self._urge(cursor, case_id)
                except psycopg2.DatabaseError as error:
                    if isinstance(error, psycopg2.OperationalError | psycopg2.InterfaceError):
                        raise
                    connection.rollback()  # another writer was first
                    continue
            time.sleep(self._chance.uniform(0, self._hold))
            at = time.monotonic()
            connection.commit()
            committed(case=case_id, version=version, at=at)

    @staticmethod
    def _urge(cursor, case_id: int) -> int:
        cursor.execute(_VERSION, (case_id,))
        subdistrict, version = cursor.fetchone()
        payload = json.dumps({"reason": "benchmark"})
        cursor.execute(_URGE, (subdistrict, case_id, payload, version, str(uuid.uuid4())))
        return cursor.fetchone()[0]


def main() -> None:
    """Write until standard input ends."""
    parameters, hold, pause = json.loads(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    most = int(sys.argv[4]) if len(sys.argv) > 4 else None
    lock, stop = threading.Lock(), threading.Event()

    def committed(**line: object) -> None:
        with lock:
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()

    writers = [Writer(parameters, seed, hold, pause, most) for seed in range(WRITERS)]
    threads = [threading.Thread(target=writer.run, args=(stop, committed)) for writer in writers]
    for thread in threads:
        thread.start()
    sys.stdin.read()
    stop.set()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
