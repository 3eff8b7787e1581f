"""The change feed of one desk: what changed since the last look, over a connection that may fail at any time.

A look takes the changes visible in its snapshot and not in the previous one, so nothing is missed, seen twice or held
up by an open import. No Qt here: any thread may run a reader.
"""

import random
import time
from collections.abc import Callable, Mapping, Set
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

from psycopg2 import sql

from ..errors import RoomError
from . import feed_statements as statements
from .difference import LIVE, Change, Clock, Difference, Key, LiveSubject, Row
from .feed_statements import Columns
from .wire import Bell, Stopped, Wire

#: Channel on which the resident service says that there is news.
TICK_CHANNEL = "room_tick"
#: Without a tick for so long a reader looks by itself.
POLL_SECONDS = 2.0
#: The service ticks twenty times a second. Any login may notify, too: whoever hears so much more stops listening for a
#: while, and looks by itself all the oftener.
MANY_TICKS, DEAF_SECONDS, DEAF_POLL_SECONDS = 500, 60.0, 0.5
#: A live server that does not answer a look for so long counts as gone.
ANSWER_SECONDS = 3.0
#: Connecting, and the first look afterwards: nobody takes the screen for live meanwhile.
OPEN_SECONDS = 5.0
LOAD_SECONDS = 30.0
#: Shortest time between two looks, and how much longer than a look the pause after it is at least.
LOOK_SECONDS = 0.1
#: A quiet room's clock is read again so often.
CLOCK_SECONDS = 10.0
#: A room of so many open case files takes seconds to read: so many of the most urgent ones are handed over before.
MANY_CASES, FIRST_PAGE = 2_000, 100
#: So long they are left to be painted before the rest is read: that keeps Python's lock and both processors busy.
PAINT_SECONDS = 0.3
#: A plan made while there were few changes does not suit many: statements are planned again so often.
PLAN_SECONDS = 15.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0


class ConnectionState(StrEnum):
    """What a desk shows about its connection. Everything but `LIVE` means that the screen may be stale."""

    CONNECTING = "connecting"
    LIVE = "live"
    CATCHING_UP = "catching_up"
    OFFLINE = "offline"


@dataclass(frozen=True)
class Connection:
    """A connection's state, since when it is so (this machine's clock, UTC), and what went wrong."""

    state: ConnectionState
    since: datetime = field(default_factory=lambda: datetime.now(UTC))
    error: RoomError | None = None


@dataclass(frozen=True)
class Snapshot:
    """A PostgreSQL snapshot as text (`xmin:xmax:running,running`), and its parts."""

    text: str

    @property
    def xmin(self) -> int:
        """Return the oldest transaction that was still running: everything before it is seen."""
        return int(self.text.split(":")[0])

    @property
    def xmax(self) -> int:
        """Return the first transaction number that was not yet given out."""
        return int(self.text.split(":")[1])

    def values(self) -> dict[str, object]:
        """Return the parameters of the question for news since this snapshot."""
        _, xmax, running = self.text.split(":")
        return {"last": self.text, "xmax": xmax, "running": f"{{{running}}}"}


@dataclass(frozen=True)
class _Position:
    """How far a reader has seen: of which history, up to which snapshot, and the newest change it knows."""

    origin: tuple[object, ...]
    snapshot: Snapshot
    floor: int
    newest: Change | None


class FeedReader:
    """Follows one room until `stop`; hands over differences and says how the connection is.

    `deliver` and `report` are called on the thread that runs `run`.
    """

    def __init__(
        self,
        parameters: Mapping[str, str],
        deliver: Callable[[Difference], None],
        report: Callable[[Connection], None] = lambda connection: None,
        application: str = "community-brain feed",
    ) -> None:
        self._bell = Bell()
        self._wire = Wire(parameters, self._bell, application)
        self._deliver = deliver
        self._report = report
        self._connection = Connection(ConnectionState.CONNECTING)
        self._columns = Columns(())
        self._position: _Position | None = None
        self._origin: tuple[object, ...] = ()
        self._failures = 0
        self._clock_read = 0.0
        self._planned = 0.0
        self._deaf_until = 0.0

    def stop(self) -> None:
        """End `run` from any thread, at once, whatever the network does."""
        self._bell.ring()

    def run(self) -> None:
        """Connect, follow, and connect again whenever the connection is lost. Returns after `stop`."""
        self._report(self._connection)
        try:
            while True:
                try:
                    self._wire.open(OPEN_SECONDS)
                    self._follow()
                except RoomError as error:
                    self._say(ConnectionState.OFFLINE, error)
                    if self._wire.heard > MANY_TICKS:
                        self._deaf_until = time.monotonic() + DEAF_SECONDS
                self._wire.close()
                self._bell.sleep(self._pause())
        except Stopped:
            pass
        finally:
            # Whatever ends the reader, a screen without one is not live.
            self._wire.close()
            self._bell.close()
            self._say(ConnectionState.OFFLINE, self._connection.error)

    def _follow(self) -> None:
        """Catch up, then look at every tick, or by ourselves when there is none."""
        self._say(ConnectionState.CATCHING_UP)
        self._prepare()
        self._look(LOAD_SECONDS)
        while True:
            self._failures = 0
            self._say(ConnectionState.LIVE)
            self._mind(self._wire.wait(DEAF_POLL_SECONDS if self._deaf_until else POLL_SECONDS))
            began = time.monotonic()
            if began - self._planned > PLAN_SECONDS:
                self._planned = began
                self._wire.tell("DISCARD PLANS", seconds=ANSWER_SECONDS)
            self._look(ANSWER_SECONDS)
            # A look that took long is a sign of a busy server: leave it twice as long in peace.
            self._bell.sleep(max(LOOK_SECONDS, 2 * (time.monotonic() - began)) - (time.monotonic() - began))

    def _mind(self, heard: int) -> None:
        """Stop listening where there is nothing but noise, and listen again later."""
        if not self._deaf_until and heard > MANY_TICKS:
            self._wire.ask("UNLISTEN *", seconds=OPEN_SECONDS)
            self._deaf_until = time.monotonic() + DEAF_SECONDS
        elif self._deaf_until and time.monotonic() > self._deaf_until:
            self._listen()

    def _listen(self) -> None:
        self._wire.ask(sql.SQL("LISTEN {}").format(sql.Identifier(TICK_CHANNEL)), seconds=OPEN_SECONDS)
        self._deaf_until = 0.0

    def _pause(self) -> float:
        """Return how long to wait before the next attempt: doubling, and spread over the desks."""
        longest = min(_FIRST_PAUSE * 2**self._failures, _LONGEST_PAUSE)
        self._failures = min(self._failures + 1, 10)
        return random.uniform(max(longest / 2, _FIRST_PAUSE), longest)  # nosec B311

    def _say(self, state: ConnectionState, error: RoomError | None = None) -> None:
        """Report a state; one that lasts keeps its beginning, and the same fault is reported once."""
        before = self._connection
        if state != before.state:
            self._connection = Connection(state, error=error)
        elif error is None or (before.error is not None and error.code == before.error.code):
            return
        else:
            self._connection = replace(before, error=error)
        self._report(self._connection)

    # Looking

    def _prepare(self) -> None:
        """Set up a new connection: whose history this is, what the views hold, the statements that are run often."""
        ask = self._wire.ask
        self._columns = Columns(ask(*Columns.question(), seconds=OPEN_SECONDS))
        self._origin = self._ask_origin()
        ask(statements.SETTINGS, seconds=OPEN_SECONDS)
        ask(statements.PREPARE_NEWS, seconds=OPEN_SECONDS)
        for live in LIVE.values():
            ask(self._columns.prepare_keys(live), seconds=OPEN_SECONDS)
        if time.monotonic() > self._deaf_until:
            self._listen()

    def _ask_origin(self) -> tuple[object, ...]:
        """Return what tells this room's history from another's: cluster, database and the moment it was made."""
        room = self._wire.ask(statements.ROOM_ORIGIN, seconds=OPEN_SECONDS)
        try:
            cluster = self._wire.ask(statements.CLUSTER_ORIGIN, seconds=OPEN_SECONDS)
        except RoomError as error:
            if error.code != "database.no_right":
                raise
            cluster = []
        return (*room[0], *cluster)

    def _look(self, seconds: float) -> None:
        """Take what is new, or everything when the last position is of no use here."""
        position = self._position
        if position is None or position.origin != self._origin:
            self._load()
            return
        began = time.monotonic()
        found = self._wire.ask(statements.BEGIN + statements.NEWS, position.snapshot.values(), seconds=seconds)
        snapshot, room_now, rate, floor = found[0][:4]
        clock = Clock(room_now, rate, (began + time.monotonic()) / 2)
        seen = _Position(self._origin, Snapshot(snapshot), int(floor), position.newest)
        if not self._continues(position, seen, seconds):
            self._wire.tell("ROLLBACK", seconds=seconds)
            self._say(ConnectionState.CATCHING_UP)
            self._load()
            return
        # One transaction may change the same thing twice.
        changes = tuple(dict.fromkeys(Change(int(row[4]), *row[5:]) for row in found if row[4] is not None))
        difference = self._difference(changes, clock, seconds)
        self._wire.tell("COMMIT", seconds=seconds)
        known = changes if position.newest is None else (position.newest, *changes)
        self._position = replace(seen, newest=max(known, key=lambda change: change.xid, default=None))
        if changes or time.monotonic() - self._clock_read > CLOCK_SECONDS:
            self._clock_read = time.monotonic()
            self._deliver(difference)

    def _continues(self, before: _Position, now: _Position, seconds: float) -> bool:
        """Whether nothing can be missing between the two positions.

        Changes below the floor may be trimmed. After a reconnection the newest change we know must still be there (a
        restored copy of the same cluster may have counted past our snapshot by itself).
        """
        if now.snapshot.xmax < before.snapshot.xmax:
            return False
        if now.floor != before.floor and before.snapshot.xmin < now.floor:
            return False
        if self._connection.state == ConnectionState.LIVE or before.newest is None:
            return True
        return bool(self._wire.ask(statements.HAS_CHANGE, astuple(before.newest), seconds=seconds))

    def _difference(self, changes: tuple[Change, ...], clock: Clock, seconds: float) -> Difference:
        """Read the present rows of the changed keys; a key without a row is gone, or no longer ours to see."""
        rows: dict[str, dict[Key, Row]] = {}
        removed: dict[str, frozenset[Key]] = {}
        for live in LIVE.values():
            keys = {live.read_key(change.key) for change in changes if change.subject == live.subject}
            if keys:
                rows[live.subject] = self._rows(live, keys, seconds)
                removed[live.subject] = frozenset(keys - rows[live.subject].keys())
        static = frozenset(change.subject for change in changes if change.subject not in LIVE)
        return Difference(clock, False, rows, removed, static, changes)

    def _load(self) -> None:
        """Read everything anew, in one snapshot."""
        ask = self._wire.ask
        began = time.monotonic()
        snapshot, room_now, rate, floor, *last = ask(statements.BEGIN + statements.HEAD, seconds=LOAD_SECONDS)[0]
        newest = None if last[0] is None else Change(int(last[0]), *last[1:])
        clock = Clock(room_now, rate, (began + time.monotonic()) / 2)
        # Whoever is nobody here is told so before a large room is read for him.
        identity = ask("SELECT desk.whoami()", seconds=LOAD_SECONDS)[0][0]
        if self._position is None:
            self._glimpse(clock)
        rows = {live.subject: self._rows(live, None, LOAD_SECONDS) for live in LIVE.values()}
        self._wire.tell("COMMIT", seconds=LOAD_SECONDS)
        self._position = _Position(self._origin, Snapshot(snapshot), int(floor), newest)
        self._deliver(Difference(clock, True, rows, identity=identity))

    def _glimpse(self, clock: Clock) -> None:
        """Hand over what comes first in a long queue, before all is read."""
        values = {"many": MANY_CASES, "page": FIRST_PAGE}
        keys = {key for (key,) in self._wire.ask(statements.MOST_URGENT, values, seconds=LOAD_SECONDS)}
        if keys:
            rows = self._rows(LIVE["case"], keys, LOAD_SECONDS)
            self._deliver(Difference(clock, rows={"case": rows}, glimpse=True))
            self._bell.sleep(PAINT_SECONDS)

    def _rows(self, live: LiveSubject, keys: Set[Key] | None, seconds: float) -> dict[Key, Row]:
        """Read the rows of some keys, or all there are."""
        if keys is None:
            parts = self._wire.parts(self._columns.everything(live), seconds=seconds)
        else:
            parts = self._wire.parts(self._columns.by_keys(live), (list(keys),), seconds=seconds)
        rows: dict[Key, Row] = {}
        for part in parts:
            rows.update(self._columns.rows(live, part))
        return rows
