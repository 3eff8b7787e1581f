"""What becomes of 20 sessions when connections are ended, the server restarts and the network is cut for a minute.

Twelve writers with random delays and one import transaction, held open all the time, go on meanwhile. Counted as a
fault: a change missed, doubled, out of order for a case or delayed outside of an outage; a session that did not show
that it was stale, or did not catch up by itself; a GUI that stopped answering during the cut.
"""

import contextlib
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg2
from _harness import Desk, Room, conclude, demo_room, desk, folder, parser, say
from _sessions import HERE, SESSIONS, read, readers

from community_brain_plugin.database.cluster import PrivateCluster
from community_brain_plugin.database.connection import connect, local

PROXY = HERE.parent / "tests" / "support" / "mute_proxy.py"
#: A change may take so long outside of outages; a beat of the GUI thread, and a question's answer during the cut.
DELAY_SECONDS, BEAT_SECONDS, ANSWER_SECONDS = 1.0, 0.05, 6.0
#: Silence is shown after at most so long, and the room is live again so long after the network's return.
STALE_SECONDS, RETURN_SECONDS = 5.5, 16.0
CALM_SECONDS = 15


@dataclass
class Story:
    """What was done when, on the system's monotonic clock."""

    since: int = 0
    cut: tuple[float, float] = (0.0, 0.0)
    outages: list[tuple[float, float]] = field(default_factory=list)
    terminated: int = 0
    told: set[tuple[int, str]] = field(default_factory=set)
    versions: dict[int, int] = field(default_factory=dict)
    answers: list[dict] = field(default_factory=list)
    longest_beat: float = 0.0


@dataclass
class Session:
    """What one session was given, and the states it showed."""

    name: str
    told: list[tuple[int, str]] = field(default_factory=list)
    loads: int = 0
    given: list[tuple[int, int, float]] = field(default_factory=list)
    states: list[tuple[float, str]] = field(default_factory=list)

    def stale(self) -> list[tuple[float, float]]:
        """Return the spans in which the session said that it was not live."""
        spans, began = [], None
        for at, state in self.states:
            if state == "live" and began is not None:
                spans.append((began, at))
                began = None
            elif state != "live" and began is None:
                began = at
        return spans if began is None else [*spans, (began, float("inf"))]


class Faults:
    """Does to the room what a bad day does."""

    def __init__(self, room: Room, network: "subprocess.Popen[str]", story: Story) -> None:
        self._room = room
        self._network = network
        self._story = story
        self._chance = random.Random(1)
        self._import = None

    def admin(self):
        """Open a connection past the network, as the cluster's owner."""
        return connect(local(self._room.home), application="benchmark")

    def hold_import(self) -> None:
        """Open a transaction that has changed a case file, and leave it open."""
        self._import = self.admin()
        with self._import.cursor() as cursor:
            cursor.execute(
                "UPDATE room.case_file SET address = 'import' WHERE (subdistrict, case_id) ="
                " (SELECT subdistrict, min(case_id) FROM room.case_file WHERE closed_at IS NOT NULL GROUP BY 1 LIMIT 1)"
            )

    def end_import(self) -> None:
        """Commit the open import at last."""
        self._import.commit()
        self._import.close()

    def end_one(self) -> None:
        """End the connection of a session chosen at random."""
        with contextlib.closing(self.admin()) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'community-brain feed%'")
            pids = [row[0] for row in cursor.fetchall()]
            cursor.execute("SELECT pg_terminate_backend(%s)", (self._chance.choice(pids),))
        self._story.terminated += 1

    def restart(self) -> None:
        """Stop the server and start it; what an open transaction had done is gone, so another import begins."""
        began = time.monotonic()
        with contextlib.suppress(psycopg2.Error):
            self._import.close()
        cluster = PrivateCluster(self._room.home.path)
        cluster.down()
        cluster.up()
        self._story.outages.append((began, time.monotonic()))
        self.hold_import()

    def cut(self, seconds: float, witness: Desk) -> None:
        """Let the network swallow everything, and meanwhile ask and type at the desk."""
        witness.order("beat")
        time.sleep(0.2)
        witness.lines()
        began = time.monotonic()
        self._tell_network("cut")
        while time.monotonic() < began + seconds - 5:
            witness.order("ask")
            witness.order("type")
            time.sleep(4)
        time.sleep(max(0.0, began + seconds - time.monotonic()))
        witness.order("beat")
        time.sleep(0.3)
        self._tell_network("restore")
        self._story.cut = (began, time.monotonic())
        self._story.outages.append(self._story.cut)

    def _tell_network(self, word: str) -> None:
        self._network.stdin.write(f"{word}\n")
        self._network.stdin.flush()


@contextlib.contextmanager
def network(path: Path, room: Room) -> Iterator["subprocess.Popen[str]"]:
    """Run the network that will be cut, as a program of its own."""
    arguments = [sys.executable, str(PROXY), str(path), str(room.home.socket)]
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait(10)


@contextlib.contextmanager
def writers(room: Room, output: Path) -> Iterator[None]:
    """Run the twelve writers; they reach the server directly."""
    arguments = [sys.executable, str(HERE / "_urges.py"), json.dumps(room.parameters("shift_leader")), "0.3", "0.3"]
    with output.open("wb") as file:
        process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=file)
    try:
        yield
    finally:
        process.stdin.close()
        process.wait(30)


def live_through(room: Room, path: Path, witness: Desk, faults: Faults, story: Story, cut_seconds: float) -> None:
    """Let it all happen."""
    with contextlib.closing(faults.admin()) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(xid::text::bigint), 0) FROM desk.news")
        story.since = cursor.fetchone()[0]
    faults.hold_import()
    with writers(room, path / "writers.jsonl"):
        for _ in range(4):
            time.sleep(CALM_SECONDS / 4)
            faults.end_one()
        say("the server restarts")
        time.sleep(CALM_SECONDS / 3)
        faults.restart()
        time.sleep(CALM_SECONDS)
        say(f"the network is cut for {cut_seconds:.0f} s")
        faults.cut(cut_seconds, witness)
        time.sleep(CALM_SECONDS + RETURN_SECONDS)
        for _ in range(3):
            faults.end_one()
            time.sleep(CALM_SECONDS / 3)
    faults.end_import()
    time.sleep(5)
    with contextlib.closing(faults.admin()) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT xid::text::bigint, key FROM desk.news WHERE xid > %s::text::xid8 AND subject = 'case'",
            (story.since,),
        )
        story.told = set(cursor.fetchall())
        cursor.execute("SELECT case_id, version FROM room.case_file WHERE closed_at IS NULL")
        story.versions = dict(cursor.fetchall())


def sessions(files: list[Path], story: Story, seen: list[dict]) -> list[Session]:
    """Return what every session wrote down, QGIS last (its lines know no single changes)."""
    found: dict[object, Session] = {}
    for line in (line for file in files for line in read(file)):
        session = found.setdefault(line["reader"], Session(f"feed client {line['reader']}"))
        if line["event"] == "state":
            session.states.append((line["at"], line["state"]))
        else:
            session.loads += line["full"]
            session.told += [(xid, key) for xid, key in line["told"] if xid > story.since]
            session.given += [(int(key), version, line["at"]) for key, version in line["cases"].items()]
    qgis = found["QGIS"] = Session("QGIS")
    qgis.states = [(line["at"], line["state"]) for line in seen if line["event"] == "state"]
    qgis.given = [(line["case"], line["version"], line["at"]) for line in seen if line["event"] == "model"]
    return list(found.values())


def judge(session: Session, story: Story, committed: list[dict]) -> list[str]:
    """Return the faults of one session, in words."""
    found = []
    if session.name != "QGIS":
        found += [f"missed {change}" for change in sorted(story.told - set(session.told))]
        doubled = len(session.told) - len(set(session.told))
        found += [f"{doubled} doubled"] if doubled else []
        found += [f"{session.loads} loads instead of one"] if session.loads != 1 else []
    latest: dict[int, int] = {}
    came: dict[int, list[tuple[float, int]]] = {}
    for case_id, version, at in session.given:
        if version < latest.get(case_id, 0):
            found.append(f"case {case_id}: version {version} after {latest[case_id]}")
        latest[case_id] = version
        came.setdefault(case_id, []).append((at, version))
    behind = [key for key, version in latest.items() if story.versions.get(key, version) != version]
    found += [f"case {key} ends at version {latest[key]} of {story.versions[key]}" for key in behind]
    spans = [*session.stale(), *story.outages]
    for step in committed:
        arrived = min((at for at, version in came.get(step["case"], ()) if version >= step["version"]), default=None)
        late = float("inf") if arrived is None else delay(step["at"], arrived, spans)
        if late > DELAY_SECONDS:
            found.append(f"case {step['case']} version {step['version']}: {late:.2f} s late")
    return [f"{session.name}: {fault}" for fault in found + shown(session, story)]


def delay(committed: float, arrived: float, spans: list[tuple[float, float]]) -> float:
    """Return how long a change took, counted from the end of any outage it fell into."""
    ends = [end for begin, end in spans if begin < arrived and end > committed]
    return arrived - max([committed, *ends])


def shown(session: Session, story: Story) -> list[str]:
    """Return whether the session said that it was stale during the cut, and found back by itself."""
    begin, end = story.cut
    spans = session.stale()
    within = [span for span in spans if span[0] <= begin + STALE_SECONDS and span[1] >= end]
    if not within:
        return [f"did not show the cut: {spans}"]
    late = within[0][1] - end
    return [f"live again {late:.1f} s after the cut"] if late > RETURN_SECONDS else []


def answers(story: Story) -> list[str]:
    """Return what did not answer at the desk during the cut."""
    found = []
    if story.longest_beat > BEAT_SECONDS:
        found.append(f"QGIS: {1000 * story.longest_beat:.0f} ms between two beats of the GUI thread")
    for answer in story.answers:
        limit = ANSWER_SECONDS if answer["to"] == "ask" else BEAT_SECONDS
        if answer["seconds"] > limit or (answer["to"] == "type" and not answer["found"]):
            found.append(f"QGIS: {answer['to']} answered after {answer['seconds']:.2f} s")
    asked = [answer["to"] for answer in story.answers]
    return found + ([] if {"ask", "type"} <= set(asked) else ["QGIS: nothing answered during the cut"])


def main() -> None:
    """Let it happen to a room of our own, then count."""
    options = parser(__doc__)
    options.add_argument("--cut", type=float, default=60, help="seconds the network is cut")
    cut_seconds = options.parse_args().cut
    story = Story()
    with folder() as path, demo_room(path) as room, network(path / "network", room) as wire:
        parameters = {**room.parameters("acceptor"), "host": str(path / "network")}
        faults = Faults(room, wire, story)
        with readers(parameters, path) as files:
            say(f"{SESSIONS} feed clients and QGIS behind one network, twelve writers and an open import beside it")
            with desk(room, path, HERE / "_in_qgis.py", "dispatcher", host=path / "network") as witness:
                witness.wait_for("ready", 180)
                time.sleep(3)
                live_through(room, path, witness, faults, story, cut_seconds)
                seen = witness.everything()
        committed = list(read(path / "writers.jsonl"))
        everybody = sessions(files, story, seen)
    during = [line for line in seen if story.cut[0] <= line["at"] <= story.cut[1] + 1]
    story.answers = [line for line in during if line["event"] == "answer"]
    story.longest_beat = max((line["seconds"] for line in during if line["event"] == "beat"), default=float("inf"))
    found = [fault for session in everybody for fault in judge(session, story, committed)] + answers(story)
    if len(everybody) != SESSIONS + 1 or not committed:
        found.append(f"{len(everybody)} sessions and {len(committed)} steps took part")
    tell(story, everybody, committed)
    for fault in found[:20]:
        say(f"fault: {fault}")
    conclude("feed_faults", len(found), "faults", "0", not found)


def tell(story: Story, everybody: list[Session], committed: list[dict]) -> None:
    """Say what the run consisted of."""
    say(f"{len(committed)} steps, {len(story.numbers)} changes, {story.terminated} connections ended, one restart")
    begin, end = story.cut
    back = [span[1] - end for session in everybody for span in session.stale() if span[0] < end <= span[1]]
    shown_after = [span[0] - begin for session in everybody for span in session.stale() if begin <= span[0] < end]
    say(
        f"cut of {end - begin:.0f} s: shown after {max(shown_after, default=0):.1f} s at most,"
        f" live again {max(back, default=0):.1f} s after it at most"
    )
    say(
        f"longest gap of the GUI thread in the cut: {1000 * story.longest_beat:.0f} ms;"
        f" {len(story.answers)} questions and keys answered"
    )


if __name__ == "__main__":
    main()
