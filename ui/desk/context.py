"""What the parts of a desk share: the live room, who sits here, the rules, drafts, and sending steps."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import psycopg2
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...cases import orders, records, steps
from ...cases.drafts import Drafts
from ...cases.queue import Viewer
from ...errors import RoomError
from ..connection.trial import room_misfit
from ..words import moment
from .keeping import Keeping, refusal
from .response import ResponseOffers

# The service writes its heartbeat every few seconds.
_SILENCE_SECONDS = 30.0
_BLINK_MS = 300
# What is wrong with a room that this program does not fit.
_MISFITS = frozenset({"database.too_old", "room.schema_older", "room.schema_newer"})
# What the feed says of a room whose tables are not those it knows.
_UNKNOWN_TABLES = frozenset({"database.failed", "database.not_migrated"})
# Where somebody was longer ago says little of where he is.
_SEEN = timedelta(minutes=30)


class DeskContext(QObject):
    """One desk's view of one room. `room` is a RoomModel, `queries` a Queries.

    `ready()` comes when it is known who sits here and what the rules are; `failed(str)` says what to tell the person;
    `sending_changed()` comes when it may be another matter whether something can be written or sent, `came_back()`
    when the room is live again, so that what is only shown beside can be read again.
    """

    ready = pyqtSignal()
    failed = pyqtSignal(str)
    sending_changed = pyqtSignal()
    came_back = pyqtSignal()

    def __init__(self, room, queries, drafts: Drafts, parent=None) -> None:
        super().__init__(parent)
        self.room = room
        self.queries = Keeping(queries, room.room_now, self, self._name_people)
        self.drafts = drafts
        self.rules: records.Rules | None = None
        self.viewer = Viewer()
        self._roles: frozenset[str] = frozenset()
        self.recommended: list[records.Row] = []
        #: Why nothing may be written here (an older server, an older or newer schema); empty when it may.
        self.read_only = ""
        # The version that each case file is at, or will be, by what this desk itself sent last.
        self._own: dict[int, int] = {}
        self._was_live = self._came_back = False
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell)
        self._is_old = False
        self._ageing = QTimer(self)
        self._ageing.setSingleShot(True)
        self._ageing.setInterval(_BLINK_MS)
        self._ageing.timeout.connect(self._grow_old)
        #: Whether the resident service has been silent for too long; None before it was asked.
        self.service_is_silent: bool | None = None
        #: When each alarm of the last hour was raised, also those that are over and seen.
        self.raised: dict[int, datetime] = {}
        room.loaded.connect(self._read_rules)
        room.changed.connect(self._note_alarms)
        room.connection_changed.connect(self._on_connection)
        self.queries.changed.connect(self._on_keeping)
        #: Whom to send to which standing alarm.
        self.offers = ResponseOffers(self, self)

    @property
    def identity(self) -> dict[str, Any]:
        """What desk.whoami answered; empty before the room was read."""
        return dict(self.room.identity)

    @property
    def roles(self) -> frozenset[str]:
        """The roles of the person at the desk."""
        return frozenset(self.room.identity.get("roles") or ())

    def room_now(self) -> datetime:
        """Return the room's time."""
        return self.room.room_now()

    def open_cases(self) -> list[Any]:
        """Return the rows of the case files that have not ended."""
        return [case for case in self.room.cases.values() if case["is_open"]]

    def metres_to(self, case: Any) -> dict[str, float]:
        """Return how far away each person is who was seen lately, by staff number, as the crow flies."""
        since = self.room_now() - _SEEN
        return {
            row["staff_number"]: math.hypot(row["x"] - case["x"], row["y"] - case["y"])
            for row in self.room.staff.values()
            if row["observed_at"] > since
        }

    def acts(self, case: Any) -> list[steps.Act]:
        """Return what the person at the desk may do with a case file now."""
        if self.rules is None:
            return []
        now, open_to = self.room.room_now(), self.rules.transitions.acts(case, self.roles, self.viewer.staff_number)
        return [act for act in open_to if not steps.is_too_late(act.transition, case, now)]

    def is_live(self) -> bool:
        """Return whether what is shown is true now."""
        return self.room.state.value == "live"

    def is_old(self) -> bool:
        """Return whether panels are to say that what they show is old: offline at once, else after the blink of an eye.

        For a room that is only read anew they would jump to and fro; its queue and its map are veiled all the same.
        """
        return self.room.state.value == "offline" or self._is_old

    @property
    def keeps_nothing(self) -> str:
        """Why the server keeps nothing of what is sent, though it answers; empty when it keeps what is sent."""
        return self.queries.reason

    @property
    def locked(self) -> str:
        """Why the desk is read-only though the room is live; empty when it is not."""
        return self.read_only or self.keeps_nothing

    def can_write(self) -> bool:
        """Return whether the person may begin an act: a draft can be written offline too."""
        return not self.locked and self.rules is not None

    def can_send(self) -> bool:
        """Return whether a step may be sent now."""
        return self.can_write() and self.is_live()

    def may_report(self) -> bool:
        """Return whether the person may report a case file."""
        return bool(self.roles & {"acceptor", "collector", "shift_leader"})

    def sees_all(self) -> bool:
        """Return whether the person sees the whole subdistrict; a handling unit sees its own case files."""
        return bool(self.roles - {"department", "worker"})

    def may_acknowledge(self) -> bool:
        """Return whether the person may acknowledge an alarm."""
        return bool(self.roles & {"acceptor", "dispatcher", "shift_leader"})

    def ask(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """Read something in the background; a failure is shown."""
        self.queries.run(work, done, self.say_failure)

    def take(self, step: steps.Step, done: Callable[[steps.Answer], None], failed: Callable[[RoomError], None]) -> None:
        """Send a step."""
        # Noted before it is sent: the feed may be faster than the answer.
        self._own[step.case_id] = step.expected_version + 1

        def ill(error: RoomError) -> None:
            if not steps.is_unanswered(error):
                self._own.pop(step.case_id, None)
            failed(error)

        self.queries.run(lambda connection: steps.take(connection, step), done, ill)

    def is_own_doing(self, case: Any) -> bool:
        """Return whether a case file came to be as it is by the person at this desk: that is no news to him."""
        mine = self.viewer.staff_number
        reported = case["version"] == 1 and bool(mine) and case.get("reported_by") == mine
        return reported or self._own.get(case["case_id"]) == case["version"]

    def as_known(self) -> str:
        """Return what must stand on whatever is copied or printed now: since when it is not live; empty while it is."""
        if self.is_live():
            return ""
        since = moment(self.room.state_since)
        return self.tr("Not live since {time}; it may be otherwise by now").format(time=since)

    def report(
        self, report: steps.Report, done: Callable[[steps.Answer], None], failed: Callable[[RoomError], None]
    ) -> None:
        """Send a report."""
        self.queries.run(lambda connection: steps.report(connection, report), done, failed)

    def read_log(self, case_id: int, done: Callable[[list[records.Row]], None]) -> None:
        """Read the log of a case file."""
        self.queries.run(lambda connection: records.log(connection, case_id), done, self._be_silent)

    def read_surroundings(self, case: Any, done: Callable[[records.Surroundings], None]) -> None:
        """Read what stands around a case file: who reported it, who answers for its ground, what lies near."""
        row = {name: case[name] for name in ("case_id", "kind", "class_code", "x", "y", "unit_grid_code", "is_open")}
        self.queries.run(lambda connection: records.surroundings(connection, row), done, self._be_silent)

    def read_orders(self, case_id: int, done: Callable[[list[records.Row]], None]) -> None:
        """Read how the orders of a case file went."""
        self.queries.run(lambda connection: orders.listed(connection, case_id), done, self._be_silent)

    def read_recommendations(self, case_id: int, done: Callable[[list[records.Row]], None]) -> None:
        """Read whom the responsibility table would send."""
        self.queries.run(lambda connection: records.recommendations(connection, case_id), done, self._be_silent)

    def read_escalation(self, case_id: int, done: Callable[[list[records.Row]], None]) -> None:
        """Read whom the room turns to when the unit does nothing."""
        self.queries.run(lambda connection: records.escalation(connection, case_id), done, self._be_silent)

    def read_stage_limit(self, case_id: int, done: Callable[[records.Row | None], None]) -> None:
        """Read by which operating state's limit the stage of a case file runs."""
        self.queries.run(lambda connection: records.stage_limit(connection, case_id), done, self._be_silent)

    def read_extended(self, case_id: int, done: Callable[[datetime | None], None]) -> None:
        """Read when a case file would be due if it were extended."""
        self.queries.run(lambda connection: records.deadline_if_extended(connection, case_id), done, self._be_silent)

    def look_for_service(self) -> None:
        """Ask whether the resident service lives; called every few seconds."""
        if self.is_live():
            self.queries.run(records.service_silence, self._take_silence, self._be_silent)

    def say_failure(self, error: RoomError) -> None:
        """Tell the person what went wrong, unless it is what locks the desk: that has been said, and stands there."""
        if str(error) != self.locked:
            self.failed.emit(str(error))

    def _name_people(self, error: RoomError) -> RoomError:
        """Return a refusal with the name of whom it speaks of: the room knows him by number."""
        number = error.params.get("staff")
        if not isinstance(number, str) or self.rules is None:
            return error
        return RoomError(error.code, **{**error.params, "staff": self.rules.staff_name(number)})

    def _be_silent(self, error: RoomError) -> None:
        """What is only shown beside is read again when the room is live; the connection's state says enough."""

    def _take_silence(self, seconds: float | None) -> None:
        self.service_is_silent = seconds is None or seconds > _SILENCE_SECONDS

    def _on_connection(self) -> None:
        """Find out what room this is by now: after an interruption it may be one this program does not know."""
        error, was_live = self.room.connection.error, self._was_live
        self._was_live = self.is_live()
        came_back = self.is_live() and not was_live and self.rules is not None
        is_unknown = not self.is_live() and error is not None and error.code in _UNKNOWN_TABLES
        if came_back or is_unknown:
            self.queries.run(_standing, self._take_standing, self._be_silent)
        self._came_back = came_back
        # Locking or unlocking all forms gets a turn of its own: with all else that is drawn then it would hold up a
        # letter. Whoever sends asks by himself whether he may.
        self._telling.start()
        if self.is_live():
            self._is_old = False
            self._ageing.stop()
        elif not self._is_old:
            self._ageing.start()

    def _grow_old(self) -> None:
        self._is_old = True
        self.sending_changed.emit()

    def _tell(self) -> None:
        came_back, self._came_back = self._came_back, False
        self.sending_changed.emit()
        if came_back:
            self.came_back.emit()

    def _take_standing(self, standing: tuple[RoomError | None, RoomError | None]) -> None:
        """Lock the desk, or unlock it, and say so: what is wrong with the room, and why it keeps nothing."""
        before = self.read_only
        misfit, refused = standing
        self.read_only = str(misfit) if misfit is not None else ""
        self.queries.note(refused)
        if self.read_only != before:
            self.sending_changed.emit()
            self.failed.emit(self.read_only or self.tr("The room can be written in again."))

    def _on_keeping(self) -> None:
        self.sending_changed.emit()
        self.failed.emit(self.keeps_nothing or self.tr("The server keeps what it is sent again."))

    def _read_rules(self) -> None:
        self.queries.run(_read, self._take_rules, self._fail_to_read)

    def _fail_to_read(self, error: RoomError) -> None:
        if error.code in _MISFITS:
            self._take_standing((error, None))
        else:
            self.say_failure(error)

    def _note_alarms(self, subject: str, upserted: list[int], removed: list[int]) -> None:
        if subject == "alarm":
            self.raised.update((key, self.room.alarms[key]["raised_at"]) for key in upserted)

    def _take_rules(self, read: "_Read") -> None:
        standing, rules, raised = read
        before, self.rules = self.rules, rules
        self.raised.update(raised)
        self._take_standing(standing)
        me = self.room.identity
        roles = self.roles
        axes = frozenset(row.axis for row in rules.transitions.rows if row.role in roles)
        viewer = Viewer(
            staff_number=str(me.get("staff_number") or ""),
            department_code=me.get("department_code"),
            axes=axes,
            unassigned_states=rules.transitions.dispatch_states(),
            can_act=self.viewer.can_act,
        )
        # The same person under the same rules sees what he saw: nothing need be sorted again.
        if before is None or before.transitions != rules.transitions or viewer != self.viewer or roles != self._roles:
            self.viewer = replace(viewer, can_act=rules.transitions.mover(roles, viewer.staff_number))
        self._roles = roles
        self.ready.emit()


def _standing(connection: Any) -> tuple[RoomError | None, RoomError | None]:
    """Return why server or schema do not fit this program, and why the server keeps nothing; None where all is well."""
    return room_misfit(connection), refusal(connection)


_Read = tuple[tuple[RoomError | None, RoomError | None], records.Rules, dict[int, datetime]]


def _read(connection: Any) -> _Read:
    """Read what a desk must know before anybody acts: whether it may be written, rules, the last hour's alarms.

    RoomError of the misfit where tables of a schema that does not fit cannot even be read.
    """
    misfit = room_misfit(connection)
    try:
        rules, raised = records.rules(connection), records.alarm_times(connection)
    except psycopg2.Error as error:
        if misfit is None:
            raise
        raise misfit from error
    return (misfit, refusal(connection)), rules, raised
