"""The status line: connection, the room's time, what waits, what is late, how many alarms come."""

from html import escape

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from ...alarms.standing import GOOD_PER_HOUR, in_last_hour
from ...cases.queue import Filter
from ...database.feed import ConnectionState
from ..words import clock
from .look import CONNECTION_MARKS, OLD_COLOUR


class StatusLine(QLabel):
    """One line at the foot of the window; `queue` (a QueueModel) has counted. `widened()`: it needs more room now."""

    widened = pyqtSignal()

    def __init__(self, desk, queue, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._queue = queue
        self._whole_width = 0
        # The window may be narrower than the line; the whole of it is in the tip.
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00:00:00") * 3)
        self.setTextFormat(Qt.TextFormat.RichText)
        desk.sending_changed.connect(self.tick)
        self.tick()

    def tick(self) -> None:
        """Say how things are; called once a second."""
        room = self._desk.room
        now = room.room_now()
        number = self._queue.counts
        silent = self.tr("resident service silent")
        lock = self.tr("the server keeps nothing") if self._desk.keeps_nothing else self.tr("read only")
        parts = (
            connection_html(room),
            *((f"<b>▲ {escape(lock)}</b>",) if self._desk.locked else ()),
            *((f"<b>◆ {escape(silent)}</b>",) if self._desk.service_is_silent else ()),
            clock(now),
        )
        counts = (
            self.tr("{count} unassigned").format(count=number[Filter.UNASSIGNED]),
            self.tr("{count} overdue").format(count=number[Filter.LATE]),
        ) if number else ()  # fmt: skip
        # Of the time since the connection was lost no alarm is known: as it goes by, they would seem to become fewer.
        alarms = in_last_hour(self._desk.raised.values(), room.state_since if self._is_offline() else now)
        brief = self.tr("1 alarm/h") if alarms == 1 else self.tr("{count} alarms/h").format(count=alarms)
        whole = self.tr("{alarms} (good ≤ {good})").format(alarms=brief, good=GOOD_PER_HOUR)
        self.setToolTip(" · ".join(filter(None, (*parts, self._figures((*counts, whole)), self._desk.locked))))
        # What finds no room is left out whole: half a figure would be read as another one.
        for figures in ((*counts, whole), (*counts, brief), counts):
            self.setText(" · ".join(filter(None, (*parts, self._figures(figures)))))
            width = super().sizeHint().width()
            if figures[-1:] == (whole,) and width > self._whole_width:
                self._whole_width = width
                self.updateGeometry()
                self.widened.emit()
            if width <= self.width():
                break

    def _is_offline(self) -> bool:
        return self._desk.room.state == ConnectionState.OFFLINE

    def _figures(self, figures: tuple[str, ...]) -> str:
        """Return figures in a row, as `figures_html` marks them."""
        shown = " · ".join(figures)
        if self._desk.room.state != ConnectionState.LIVE and not self._queue.counts:
            # Nothing has been read yet: a nought would be no figure.
            return ""
        return figures_html(self._desk.room, shown)

    def sizeHint(self) -> QSize:
        # The room for all of it, whatever is shown: what was left out once could not come back otherwise.
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._whole_width), hint.height())


def figures_html(room, figures: str) -> str:
    """Return figures; those that are not live in brackets and faint, offline with the time they are of."""
    if room.state == ConnectionState.LIVE or not figures:
        return figures
    if room.state == ConnectionState.OFFLINE:
        words = QCoreApplication.translate("StatusLine", "as known at {time}: {figures}")
        figures = words.format(time=clock(room.state_since)[:5], figures=figures)
    return f"<span style='color:{OLD_COLOUR}'>({figures})</span>"


def connection_html(room) -> str:
    """Return the connection as shape and words, in colour."""
    state = room.state.value
    mark, colour = CONNECTION_MARKS[state]
    words = {
        "live": QCoreApplication.translate("StatusLine", "live"),
        "connecting": QCoreApplication.translate("StatusLine", "connecting"),
        "catching_up": QCoreApplication.translate("StatusLine", "catching up"),
        "offline": QCoreApplication.translate("StatusLine", "offline since {time}"),
    }[state].format(time=clock(room.state_since)[:5])
    return f"<span style='color:{colour}'>{mark}</span> {escape(words)}"
