"""Arrivals at the desk: a few toasts, a sound by priority, muted for a while on request; never the focus."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from qgis.PyQt.QtCore import QObject

from ...alarms import standing
from ...alarms.arrivals import Attention, Toasts
from ...cases.queue import place, waits
from ...wording import language
from ..words import named

#: A mute ends by itself.
MUTE_MINUTES = 30
# The job that learns what is there, its place among the desk's jobs, and rows in one part of it.
_KNOWING, _RANK, _PART = "arrivals knowing", 7, 500


class Arrivals(QObject):
    """Watches what comes to a desk. `show(text, priority)` puts up a toast, `sound(priority)` warns aloud.

    Alarms that nobody has acknowledged speak, and case files that begin to wait for the person's post, unless by his
    own doing.
    """

    def __init__(self, desk, show: Callable[[str, int], None], sound: Callable[[int], None], parent=None):
        super().__init__(parent)
        self._desk = desk
        self._show = show
        self._sound = sound
        self._attention = Attention()
        self._toasts = Toasts()
        self.muted_until: datetime | None = None
        desk.ready.connect(self._know_all)
        desk.room.changed.connect(self._on_changed)

    def mute(self, on: bool) -> None:
        """Be silent for half an hour, or speak again."""
        until = self._desk.room_now() + timedelta(minutes=MUTE_MINUTES)
        self.muted_until = until if on else None

    def is_muted(self) -> bool:
        """Return whether no sound is made now."""
        return self.muted_until is not None and self._desk.room_now() < self.muted_until

    def tick(self) -> None:
        """Sum up what found no place; called once a second."""
        number = self._toasts.take_sum(time.monotonic())
        if number:
            self._show(self.tr("and {count} more").format(count=number), 3)

    def _know_all(self) -> None:
        self._desk.room.slices.start(_KNOWING, self._knowing(), _RANK)

    def _knowing(self) -> Iterator[None]:
        """Know what is there when the room opens: none of it is news."""
        room = self._desk.room
        for subject, rows in (("alarm", room.alarms), ("case", room.cases)):
            for number, key in enumerate(list(rows), start=1):
                if key in rows and self._speaks(subject, rows[key]):
                    self._attention.know((subject, key), rows[key]["priority"])
                    self._attention.know(_urging(key, rows[key]), rows[key]["priority"])
                if number % _PART == 0:
                    yield

    def _on_changed(self, subject: str, upserted, removed) -> None:
        if subject not in ("alarm", "case") or self._desk.rules is None:
            return
        rows = self._desk.room.alarms if subject == "alarm" else self._desk.room.cases
        # Cases that were there when a large room opened may not all be known yet.
        is_quiet = subject == "case" and self._desk.room.slices.is_busy(_KNOWING)
        loudest = None
        for key in upserted:
            row = rows[key]
            if not self._speaks(subject, row):
                self._attention.forget((subject, key))
                continue
            words = self._news(subject, key, row)
            is_own = subject == "case" and self._desk.is_own_doing(row)
            if words is not None and not is_quiet and not is_own:
                loudest = min(loudest or 3, row["priority"])
                # Of thousands at once three are put into words.
                if self._toasts.admit(time.monotonic()):
                    self._show(words(), row["priority"])
        for key in removed:
            self._attention.forget((subject, key))
        if loudest is not None and not self.is_muted():
            self._sound(loudest)

    def _speaks(self, subject: str, row) -> bool:
        if subject == "alarm":
            return standing.standing(row, self._desk.room_now()) is standing.Standing.UNSEEN
        return waits(row) and self._desk.viewer.can_act(row)

    def _news(self, subject: str, key, row) -> Callable[[], str] | None:
        """Return what words there are for a row: that it has come, or was urged; None where both are known."""
        has_come = self._attention.is_news((subject, key), row["priority"])
        is_urged = bool(row.get("urge_count")) and self._attention.is_news(_urging(key, row), row["priority"])
        if has_come:
            return lambda: self._text(subject, row)
        return (lambda: self._urged(row)) if is_urged else None

    def _urged(self, row) -> str:
        urged = self.tr("Urged: {what}, {where}")
        return urged.format(what=named(row, "class"), where=place(row, language()))

    def _text(self, subject: str, row) -> str:
        if subject == "alarm":
            what, where = named(row, "rule"), str(row.get("address") or row["sensor_name"])
            return self.tr("Alarm, priority {priority}: {what}, {where}").format(
                priority=row["priority"], what=what, where=where
            )
        return self.tr("{state}: {what}, {where}").format(
            state=named(row, "pending") or named(row, "state"), what=named(row, "class"), where=place(row, language())
        )


def _urging(key, row) -> tuple[str, object, int]:
    """Return what stands for the last time a case file was urged: each time speaks once."""
    return "urged", key, row.get("urge_count") or 0
