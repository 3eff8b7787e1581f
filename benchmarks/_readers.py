"""Feed readers in a process of their own, each a session of its own, and what they were given, as lines of JSON.

Arguments: libpq parameters as JSON, number of readers. Standard input ends the process.
"""

import json
import sys
import threading
import time

from community_brain_plugin.database.difference import Difference
from community_brain_plugin.database.feed import Connection, FeedReader


class Session:
    """One reader; every line carries its number."""

    def __init__(self, number: int, parameters: dict[str, str], write) -> None:
        self.number = number
        self._write = write
        self._reader = FeedReader(parameters, self._deliver, self._report, f"community-brain feed {number}")
        self._thread = threading.Thread(target=self._reader.run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._reader.stop()
        self._thread.join(5)

    def _deliver(self, difference: Difference) -> None:
        now = time.monotonic()
        cases = difference.rows.get("case", {})
        versions = {key: row["version"] for key, row in cases.items()} if not difference.full else {}
        told = [(change.xid, change.key) for change in difference.changes if change.subject == "case"]
        self._write(event="given", reader=self.number, at=now, full=difference.full, told=told, cases=versions)

    def _report(self, connection: Connection) -> None:
        self._write(event="state", reader=self.number, at=time.monotonic(), state=connection.state.value)


def main() -> None:
    """Follow until standard input ends."""
    parameters, first, count = json.loads(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    lock = threading.Lock()

    def write(**line: object) -> None:
        with lock:
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()

    sessions = [Session(first + number, parameters, write) for number in range(count)]
    sys.stdin.read()
    for session in sessions:
        session.stop()


if __name__ == "__main__":
    main()
