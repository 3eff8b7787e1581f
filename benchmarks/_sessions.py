"""The other sessions on a benchmark's room: feed readers in processes of their own."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

#: Case, version, moment of the system's monotonic clock.
Arrival = tuple[int, int, float]
HERE = Path(__file__).parent
SESSIONS = 19
PROCESSES = 3


@contextlib.contextmanager
def readers(parameters: dict[str, str], output: Path) -> Iterator[list[Path]]:
    """Run 19 feed readers in a few processes; yields the files they write."""
    files, processes = [], []
    for number in range(PROCESSES):
        count = len(range(number, SESSIONS, PROCESSES))
        files.append(output / f"readers-{number}.jsonl")
        with files[-1].open("wb") as file:
            program = [sys.executable, str(HERE / "_readers.py")]
            words = [json.dumps(parameters), str(100 * number), str(count)]
            processes.append(subprocess.Popen([*program, *words], stdin=subprocess.PIPE, stdout=file))
    try:
        yield files
    finally:
        for process in processes:
            process.stdin.close()
        for process in processes:
            process.wait(30)


def read(file: Path) -> Iterator[dict]:
    """Return the lines of a file of JSON lines."""
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())
