"""Units that have still to be told that the order they have is withdrawn: one line, until somebody has told them."""

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...cases import orders
from ..words import escape, named
from .lock_line import UnderLockLine

# Case files that end together are asked about once; what a colleague has told is found out later.
_WAIT_MS, _AGAIN_MS = 1000, 60_000
# More are counted, not named.
_NAMED = 3


class WithdrawalLine(QLabel):
    """Names those units and their case files, for whoever sends orders; `chosen(int)`: the case file to open.

    `desk` is the DeskContext. It asks anew when a case file has ended or was taken back, and when one was told.
    """

    chosen = pyqtSignal(int)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("withdrawals")
        self.setWordWrap(True)
        self.setMargin(4)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(lambda link: self.chosen.emit(int(link)))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.refresh)
        desk.room.changed.connect(self._on_changed)
        desk.room.loaded.connect(lambda: self._ask_in(_WAIT_MS))
        self.hide()

    def refresh(self) -> None:
        """Read which units have still to be told."""
        if self._desk.roles & orders.ROLES and self._desk.is_live():
            self._desk.ask(orders.to_tell, self._show)

    def _ask_in(self, milliseconds: int) -> None:
        if not self._wait.isActive() or self._wait.remainingTime() > milliseconds:
            self._wait.start(milliseconds)

    def _on_changed(self, subject: str, upserted, removed) -> None:
        if subject != "case":
            return
        found = (self._desk.room.cases.get(key) for key in upserted)
        if removed or any(case and case["dispatched_at"] and case["holder_axis"] != "handler" for case in found):
            self._ask_in(_WAIT_MS)

    def _show(self, rows: list[dict[str, Any]]) -> None:
        links = [
            f"<a href='{row['case_id']}'>{escape(named(row, 'department'))} · {escape(row['case_number'])}</a>"
            for row in rows[:_NAMED]
        ]
        if len(rows) > _NAMED:
            links.append(escape(self.tr("{count} more").format(count=len(rows) - _NAMED)))
        words = escape(self.tr("The order is withdrawn, the unit does not know yet:"))
        self.setText(f"<b style='color:#c62828'>▲ {words}</b> {', '.join(links)}")
        self.setVisible(bool(rows))
        if rows:
            self._ask_in(_AGAIN_MS)


def case_dock(desk, pages: QWidget, show: Callable[[int], None]) -> QWidget:
    """Return the pages of the case file below that line and the one that says when nothing can be written.

    `show(case_id)` opens a case file.
    """
    both = QWidget()
    line = WithdrawalLine(desk, both)
    line.chosen.connect(show)
    pages.case.orders.told.connect(line.refresh)
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(line)
    layout.addWidget(pages, 1)
    return UnderLockLine(desk, both)
