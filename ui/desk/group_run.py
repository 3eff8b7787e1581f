"""One act on many case files, sent one after the other: each is a step of its own, with its own answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...cases import steps
from ...errors import RoomError


class Fate(Enum):
    """What became of one case file's step."""

    WAITING = "waiting"
    SENT = "sent"
    UNKNOWN = "unknown"
    DONE = "done"
    REFUSED = "refused"


@dataclass
class Deed:
    """One case file's step: `send(done, failed)` has it taken, once however often; `words(answer)` words its answer."""

    case_id: int
    number: str
    send: Callable[[Callable[[Any], None], Callable[[RoomError], None]], None]
    words: Callable[[Any], str]
    fate: Fate = Fate.WAITING
    said: str = field(default="")


class GroupRun(QObject):
    """Sends deeds in order, the next once the last is answered, as long as the room is live.

    told(deed): something is known of it. ended: nothing is under way any more.
    """

    told = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, desk, deeds: Iterable[Deed], parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.deeds = list(deeds)
        self.is_running = False

    @property
    def left(self) -> list[Deed]:
        """The deeds of which nobody knows yet that they are done or refused."""
        return [deed for deed in self.deeds if deed.fate not in (Fate.DONE, Fate.REFUSED)]

    def go_on(self) -> None:
        """Send what is left; what was sent without an answer is sent again and taken once."""
        if not self.is_running:
            self.is_running = True
            self._next()

    def _next(self) -> None:
        left = self.left
        if not left or not self._desk.can_send():
            self.is_running = False
            self.ended.emit()
            return
        deed = left[0]
        self._tell(deed, Fate.SENT, "")
        deed.send(lambda answer: self._on_done(deed, answer), lambda error: self._on_failed(deed, error))

    def _on_done(self, deed: Deed, answer: Any) -> None:
        self._tell(deed, Fate.DONE, deed.words(answer))
        self._next()

    def _on_failed(self, deed: Deed, error: RoomError) -> None:
        if steps.is_unanswered(error) or self._desk.locked:
            # What the server could not keep waits until it can.
            self._tell(deed, Fate.UNKNOWN if steps.is_unanswered(error) else Fate.WAITING, "")
            self.is_running = False
            self.ended.emit()
            return
        self._tell(deed, Fate.REFUSED, str(error))
        self._next()

    def _tell(self, deed: Deed, fate: Fate, said: str) -> None:
        deed.fate, deed.said = fate, said
        self.told.emit(deed)
