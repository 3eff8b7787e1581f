"""A queue of 100,000 open case files among 250,000 of the year, in a real QGIS: filtering, first painting, heartbeat.

The figure is the longest time from asking for other rows to seeing them. Missed as well when it takes longer than half
a second from opening the room to the first painting of its most urgent rows, or when the GUI thread is held up for more
than 50 ms while the rows are read, sorted, put on the map, looked through, ticking or changing.
"""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from _harness import Desk, Room, conclude, demo_room, desk, folder, parser, say
from _sessions import HERE

from community_brain_plugin.database.connection import connect, local

OPEN_CASES, CASES = 100_000, 250_000
WATCH_SECONDS, CHANGING = 10, 100
FILTER_SECONDS, PAINT_SECONDS, BEAT_SECONDS = 0.1, 0.5, 0.05
# Copies of the demo's case files: states and people of an open one (or of a closed one), place and class of any. Made
# without the triggers of single steps, which are not what is measured.
_SOURCES = """
    CREATE TEMPORARY TABLE source AS
    SELECT c AS file, c.closed_at IS NULL AS is_open,
           row_number() OVER (PARTITION BY c.closed_at IS NULL ORDER BY case_id) AS number,
           row_number() OVER (ORDER BY case_id) AS place
    FROM room.case_file c
"""
_COUNTS = "SELECT count(*), count(*) FILTER (WHERE is_open = %s), max((file).case_id) FROM source"
_COPY = """
    INSERT INTO room.case_file
    SELECT r.* FROM generate_series(1, %(count)s) AS n
    JOIN source state ON state.is_open = %(open)s AND state.number = 1 + n %% %(there)s
    JOIN source spot ON spot.place = 1 + (n * 7919) %% %(places)s
    CROSS JOIN LATERAL jsonb_populate_record(state.file, jsonb_build_object(
        'case_id', %(first)s + n, 'case_number', format('C%%s', %(first)s + n), 'component_identity', NULL,
        'profile', (spot.file).profile, 'kind', (spot.file).kind, 'class_code', (spot.file).class_code,
        'address', (spot.file).address, 'unit_grid_code', (spot.file).unit_grid_code,
        'community_code', (spot.file).community_code, 'description', (spot.file).description,
        'geom', ST_Translate((spot.file).geom, n %% 37 - 18, n %% 41 - 20)::text,
        'due_at', (state.file).due_at + n %% 9973 * interval '3 minutes',
        'yellow_at', (state.file).yellow_at + n %% 9973 * interval '3 minutes')) AS r
"""


def crowd(room: Room, open_cases: int = OPEN_CASES, cases: int = CASES) -> None:
    """Fill the room up with copies of its own case files, to so many open ones and so many in all."""
    opened = connect(local(room.home), application="benchmark", autocommit=True)
    with contextlib.closing(opened) as connection, connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(_SOURCES)
        cursor.execute("ANALYZE source")
        first = 0
        for is_open, wanted in ((True, open_cases), (False, cases - open_cases)):
            cursor.execute(_COUNTS, (is_open,))
            places, there, last = cursor.fetchone()
            first = max(first, last)
            values = {
                "count": max(wanted - there, 0),
                "open": is_open,
                "there": there,
                "places": places,
                "first": first,
            }
            cursor.execute(_COPY, values)
            first += values["count"]
        cursor.execute("ANALYZE room.case_file")
        cursor.execute("SELECT count(*) FILTER (WHERE closed_at IS NULL), count(*) FROM room.case_file")
        say("{} open case files among {}".format(*cursor.fetchone()))


def gap(witness: Desk, during: str) -> float:
    """Return the longest time between two beats since the last question, and say it."""
    witness.order("beat")
    beat = witness.wait_for("beat", 30)
    say(f"longest gap of the GUI thread {during}: {told(beat)}")
    return beat["seconds"]


def told(beat: dict) -> str:
    """Return a gap in words, with what the thread did meanwhile: what is left, it waited for another thread."""
    parts = {"running": "running", "waiting": "waiting for a processor", "taken": "of both taken by the host"}
    spent = ", ".join(f"{1000 * beat[name]:.0f} {words}" for name, words in parts.items())
    return f"{1000 * beat['seconds']:.0f} ms ({spent})"


def filled(witness: Desk) -> bool:
    """Wait until nothing is left to be done; return whether the rows painted first were the right ones."""
    right = witness.wait_for("filled", 180)["right"]
    say("the rows painted first were " + ("the most urgent ones" if right else "NOT the most urgent ones"))
    return right


def opened(witness: Desk) -> tuple[float, float]:
    """Return the longest gap while the rows are read, and the time from opening the room to the first painting."""
    first, second = (witness.wait_for_any(("beat", "painted"), 180) for _ in range(2))
    reading, painted = (first, second) if first["event"] == "beat" else (second, first)
    say(f"first painting of {painted['rows']} rows: {1000 * painted['seconds']:.0f} ms after the room was opened")
    say(f"longest gap of the GUI thread while {reading['rows']} rows are read: {told(reading)}")
    return reading["seconds"], painted["seconds"]


@contextlib.contextmanager
def writing(room: Room) -> Iterator[None]:
    """Let others change case files: the demo's own, since the copies have no log and a step on one is refused."""
    words = (json.dumps(room.parameters("shift_leader")), "0.2", "0.2", str(CHANGING))
    program = [sys.executable, str(HERE / "_urges.py"), *words]
    with (
        tempfile.NamedTemporaryFile() as told,
        subprocess.Popen(program, stdin=subprocess.PIPE, stdout=told) as writers,
    ):
        while not Path(told.name).read_bytes() and writers.poll() is None:
            time.sleep(0.1)
        try:
            yield
        finally:
            writers.stdin.close()
            steps = Path(told.name).read_bytes().count(b"\n")
            say(f"{steps} steps were taken meanwhile")


def watch(room: Room, witness: Desk) -> tuple[float, float, float]:
    """Return the longest filtering, the first painting and the longest gap, all in seconds.

    The room is opened twice: with QGIS, for the record, as QGIS then builds its windows and opens layers beside it, and
    again at the desk that stands.
    """
    say("QGIS opens with the room, for the record:")
    opened(witness)
    filled(witness)
    gap(witness, "while queue and map are filled")
    say("the desk stands, and opens the room again:")
    witness.order("reload")
    reading, painted = opened(witness)
    if not filled(witness):
        painted = float("inf")
    gaps = [reading, gap(witness, "while queue and map are filled")]
    witness.order("filter")
    filtered = []
    while (line := witness.wait_for_any(("filtered", "through"), 60))["event"] == "filtered":
        say(f"{line['what']}: {line['rows']} rows painted after {1000 * line['seconds']:.0f} ms")
        filtered.append(line["seconds"])
    gaps.append(gap(witness, "while the queue is looked through"))
    time.sleep(WATCH_SECONDS)
    gaps.append(gap(witness, "while countdowns tick"))
    with writing(room):
        gap(witness, "while the writers start, for the record")
        time.sleep(WATCH_SECONDS)
    gaps.append(gap(witness, "while case files change"))
    return max(filtered), painted, max(gaps)


def main() -> None:
    """Make the room, open the desk, judge."""
    parser(__doc__).parse_args()
    with folder() as path, demo_room(path) as room:
        crowd(room)
        with desk(room, path, HERE / "_queue_in_qgis.py", "dispatcher") as witness:
            filtered, painted, longest = watch(room, witness)
    met = filtered <= FILTER_SECONDS and painted <= PAINT_SECONDS and longest <= BEAT_SECONDS
    goal = f"≤ {1000 * FILTER_SECONDS:.0f}, first painting {1000 * painted:.0f} of {1000 * PAINT_SECONDS:.0f} ms,"
    goal += f" gap {1000 * longest:.0f} of {1000 * BEAT_SECONDS:.0f} ms"
    conclude("case_queue", 1000 * filtered, "ms", goal, met)


if __name__ == "__main__":
    main()
