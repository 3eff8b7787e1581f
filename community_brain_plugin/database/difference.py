"""What the change feed hands over: immutable differences between two moments of a room."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Key = int | str
Row = Mapping[str, object]


@dataclass(frozen=True)
class LiveSubject:
    """A subject whose rows every desk keeps: the view they come from and the column that names them."""

    subject: str
    view: str
    key: str
    key_type: str

    def read_key(self, text: str) -> Key:
        """Return a key of the change feed, where all keys are text, as this subject's own type."""
        return int(text) if self.key_type == "bigint" else text


LIVE = {
    live.subject: live
    for live in (
        LiveSubject("case", "case_live", "case_id", "bigint"),
        LiveSubject("alarm", "alarm_live", "alarm_id", "bigint"),
        LiveSubject("staff", "staff_live", "staff_number", "text"),
        LiveSubject("area", "area_live", "area_code", "text"),
        LiveSubject("patrol", "patrol_live", "route_key", "text"),
    )
}
#: Subjects whose layers are drawn again after a change; no rows travel.
STATIC = ("component", "grid", "street", "building", "division", "sensor")


@dataclass(frozen=True)
class Change:
    """What changed, and the transaction that changed it."""

    xid: int
    subject: str
    key: str


@dataclass(frozen=True)
class Clock:
    """The room's time at one moment of this machine's monotonic clock, and how many room seconds pass in a second."""

    room_now: datetime
    rate: float
    monotonic: float


@dataclass(frozen=True)
class Difference:
    """Rows as they are now and keys that are gone, by subject; with `full`, what is not in `rows` is gone too.

    With `glimpse` the rows are the most urgent case files of a room that is still being read.
    """

    clock: Clock
    full: bool = False
    rows: Mapping[str, Mapping[Key, Row]] = field(default_factory=dict)
    removed: Mapping[str, frozenset[Key]] = field(default_factory=dict)
    static: frozenset[str] = frozenset()
    changes: tuple[Change, ...] = ()
    identity: Row | None = None
    glimpse: bool = False

    def then(self, later: "Difference") -> "Difference":
        """Return this difference and a later one as one."""
        static, changes = self.static | later.static, self.changes + later.changes
        identity = later.identity or self.identity
        if later.glimpse:
            return later
        if later.full:
            return Difference(later.clock, True, later.rows, {}, static, changes, identity)
        rows, removed = {}, {}
        for subject in {*self.rows, *later.rows, *self.removed, *later.removed}:
            gone = later.removed.get(subject, frozenset())
            merged = {**self.rows.get(subject, {}), **later.rows.get(subject, {})}
            rows[subject] = {key: row for key, row in merged.items() if key not in gone}
            removed[subject] = (self.removed.get(subject, frozenset()) | gone) - rows[subject].keys()
        return Difference(later.clock, self.full, rows, removed, static, changes, identity)
