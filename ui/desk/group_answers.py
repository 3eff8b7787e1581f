"""What became of each case file of a group: which succeeded and which not, and why."""

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .group_run import Deed, Fate, GroupRun

_CASE_ROLE = int(Qt.ItemDataRole.UserRole)
# Shape and colour; the words beside say the same.
_MARKS = {
    Fate.WAITING: ("○", "#757575"),
    Fate.SENT: ("◔", "#616161"),
    Fate.UNKNOWN: ("◆", "#b26a00"),
    Fate.DONE: ("✓", "#2e7d32"),
    Fate.REFUSED: ("✕", "#c62828"),
}
_MARK, _NUMBER, _SAID = range(3)


class GroupAnswers(QWidget):
    """A row for each case file. `chosen(case_id)` on double click or Enter; `again()` asks to send what is left."""

    chosen = pyqtSignal(int)
    again = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._run: GroupRun | None = None
        self._is_live = True
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.view = QTableWidget(0, 3, self)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setShowGrid(False)
        self.view.setMinimumHeight(12 * self.fontMetrics().height())
        self.view.verticalHeader().hide()
        self.view.horizontalHeader().hide()
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.itemActivated.connect(lambda item: self.chosen.emit(item.data(_CASE_ROLE)))
        self.resend = QPushButton(self.tr("Send what is left (nothing is taken twice)"), self)
        self.resend.clicked.connect(lambda checked: self.again.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.resend, self.view):
            layout.addWidget(widget)
        self.hide()

    def show_run(self, run: GroupRun | None) -> None:
        """Show where a run stands; None shows nothing."""
        self._run = run
        self.setVisible(run is not None)
        if run is None:
            return
        self.title.setText(f"<b>{self.summary()}</b>")
        self.view.setRowCount(len(run.deeds))
        for row, deed in enumerate(run.deeds):
            self._show_deed(row, deed)
        self.view.resizeRowsToContents()
        self._offer()

    def summary(self) -> str:
        """Return how many are done and how many not, in words."""
        fates = [deed.fate for deed in self._run.deeds]
        parts = [self.tr("{done} of {whole} done").format(done=fates.count(Fate.DONE), whole=len(fates))]
        if refused := fates.count(Fate.REFUSED):
            parts.append(self.tr("{count} refused").format(count=refused))
        if left := len(self._run.left):
            parts.append(self.tr("{count} not answered yet").format(count=left))
        return " · ".join(parts)

    def rows(self) -> list[tuple[str, str, str]]:
        """Return mark, number and answer of each case file, as shown."""
        view = self.view
        return [tuple(view.item(row, column).text() for column in range(3)) for row in range(view.rowCount())]

    def set_live(self, live: bool) -> None:
        """Offline nothing is sent."""
        self._is_live = live
        self._offer()

    def _offer(self) -> None:
        waits = self._run is not None and bool(self._run.left) and not self._run.is_running
        self.resend.setVisible(waits)
        self.resend.setEnabled(waits and self._is_live)

    def _show_deed(self, row: int, deed: Deed) -> None:
        mark, colour = _MARKS[deed.fate]
        words = {
            Fate.WAITING: self.tr("not sent yet"),
            Fate.SENT: self.tr("sending …"),
            Fate.UNKNOWN: self.tr("no answer came: nobody knows yet whether it was taken"),
        }
        for column, text in ((_MARK, mark), (_NUMBER, deed.number), (_SAID, deed.said or words.get(deed.fate, ""))):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            item.setData(_CASE_ROLE, deed.case_id)
            if column == _MARK:
                item.setForeground(QBrush(QColor(colour)))
            self.view.setItem(row, column, item)
