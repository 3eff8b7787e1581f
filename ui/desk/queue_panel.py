"""The queue's panel: buckets with counts, search, the rows, and what is shown when there are none or they are old."""

from collections.abc import Collection

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...cases.queue import Filter
from ...database.feed import ConnectionState
from ..words import clock
from .flow import FlowLayout
from .live_table import LiveTable
from .look import CONNECTION_MARKS, OLD_COLOUR, show_text
from .queue_filters import Saved, SavedFilters
from .queue_model import Column, QueueModel
from .veil import Veil


class ClassDelegate(QStyledItemDelegate):
    """Draws "09-012 blocked fire lane"; where that is too wide, the name alone, since it says more than the code."""

    def __init__(self, parent) -> None:
        super().__init__(parent)
        self._margin = 2 * (parent.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)

    def initStyleOption(self, option, index) -> None:
        super().initStyleOption(option, index)
        if option.fontMetrics.horizontalAdvance(option.text) > option.rect.width() - self._margin:
            option.text = option.text.partition(" ")[2] or option.text


class QueuePanel(QWidget):
    """Buckets, search and rows. `chosen(case_id | None)` follows the choice, `opened()` asks for the details."""

    chosen = pyqtSignal(object)
    opened = pyqtSignal()
    searched = pyqtSignal()

    def __init__(self, model: QueueModel, room, parent=None) -> None:
        super().__init__(parent)
        self._model = model
        self._room = room
        self._wanted: int | None = None
        self._only: frozenset[int] | None = None
        self.view = LiveTable(model, self)
        self.view.choose_many()
        self.search = QLineEdit(self)
        self.filters = SavedFilters(self)
        self._veil = Veil(self.view)
        self._buttons: dict[Filter, QToolButton] = {}
        self._build()
        for signal in (model.refreshed, room.connection_changed):
            signal.connect(self.show_state)
        self.view.chosen.connect(self.chosen)
        self.view.doubleClicked.connect(lambda index: self.opened.emit())
        self.show_state()

    def tick(self) -> None:
        """Let countdowns and counts run on; called once a second."""
        self._model.tick()

    def choose(self, case_id: int | None) -> None:
        """Choose a case file; where the bucket hides it, all open ones are shown."""
        self._model.catch_up()
        if not self.view.choose(case_id) and case_id in self._room.cases:
            self._widen("", None)
            self._show(Filter.OPEN, case_id)

    def show_bucket(self, bucket: Filter) -> None:
        """Show one bucket."""
        self._show(bucket, self.view.current_key())

    def narrow(self, case_ids: Collection[int]) -> None:
        """Show only these of the open case files, until all are asked for."""
        self._widen("", frozenset(case_ids))
        self.show_bucket(Filter.OPEN)

    def show_all(self) -> None:
        """Take search and narrowing away."""
        self._widen("", None)
        self.show_bucket(Filter.OPEN)

    def name_filter(self) -> None:
        """Ask under which name what is shown now shall be kept."""
        words, bucket = self.search.text().strip(), self._model.bucket
        self.filters.begin(bucket, words, words or str(self._buttons[bucket].property("name")))

    def _apply(self, one: Saved) -> None:
        """Show what a saved filter says."""
        self._widen(one.words, None)
        self.show_bucket(one.bucket)
        self._return()

    def _widen(self, words: str, only: frozenset[int] | None) -> None:
        """Set words and narrowing; the rows follow with the next bucket shown."""
        self._only = only
        self.search.blockSignals(True)
        self.search.setText(words)
        self.search.blockSignals(False)

    def _return(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, bucket: Filter, wanted: int | None) -> None:
        """Show one bucket, and choose a case file once its rows are there."""
        self._buttons[bucket].setChecked(True)
        self._wanted = wanted
        self._narrowed.setVisible(self._only is not None)
        number = 0 if self._only is None else len(self._only & self._room.cases.keys())
        self._narrowing.setText(self.tr("Only the {count} open ones of a chart’s bar").format(count=number))
        self._model.show_bucket(bucket, self.search.text(), self._only)

    def next_unassigned(self) -> None:
        """Choose the next case file that waits for a handling unit; where none does, the choice stays."""
        key = self._model.next_unassigned(self.view.current_key())
        if key is not None:
            self.choose(key)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_state(self, *_changes) -> None:
        """Veil what is not live, and say what an empty queue means."""
        if self._wanted is not None and not self._model.is_busy:
            wanted, self._wanted = self._wanted, None
            self.view.choose(wanted)
        state, since = self._room.state.name.lower(), clock(self._room.state_since)
        is_glimpse = state != "offline" and self._model.rowCount() > 0 and not self._model.counts
        self._reading.setVisible(is_glimpse)
        if is_glimpse:
            self._veil.hide()
        elif state == "offline":
            error = self._room.connection.error
            text = self.tr("What lies below is old. Reconnecting goes on by itself; drafts are kept.")
            # That the connection is lost says the title; what the driver says of it besides helps nobody here.
            why = "" if error is None or error.code == "database.connection_lost" else f"{error}\n"
            self._veil.show_text(self.tr("Offline since {time}").format(time=since), f"{why}{text}")
        elif state == "catching_up":
            self._veil.show_text(self.tr("Catching up since {time}").format(time=since), self.tr("A moment, please."))
        elif state == "connecting":
            self._veil.show_text(self.tr("Opening the room …"), self.tr("Case files are being read."))
        elif not self._model.rowCount() and self._model.is_busy:
            self._veil.show_text(self.tr("Opening the room …"), self.tr("Case files are being sorted."), opaque=True)
        elif not self._model.rowCount():
            self._veil.show_text(*self._why_empty(), opaque=True)
        else:
            self._veil.hide()
        self._count()

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return):
                self._leave_search(key)
                return True
            if watched is self.view and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit()
                return True
        return super().eventFilter(watched, event)

    def _leave_search(self, key) -> None:
        if key == Qt.Key.Key_Escape:
            self.search.clear()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self._model.rowCount():
            self.view.choose(self._model.key_at(0))

    def _build(self) -> None:
        names = {
            Filter.UNASSIGNED: (self.tr("Unassigned"), self.tr("Waiting to be dispatched to a handling unit")),
            Filter.OPEN: (self.tr("All open"), self.tr("Every case file that has not ended")),
            Filter.MINE: (self.tr("Mine"), self.tr("Waiting for a step of your post")),
            Filter.LATE: (self.tr("Late"), self.tr("The running limit has passed")),
            Filter.UNIT: (self.tr("My unit"), self.tr("Held by your handling unit")),
        }
        row = FlowLayout(spacing=2)
        group = QButtonGroup(self)
        for bucket, (name, tip) in names.items():
            button = QToolButton(self)
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setProperty("name", name)
            button.clicked.connect(lambda checked, bucket=bucket: self.show_bucket(bucket))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[bucket] = button
        self._buttons[Filter.OPEN].setChecked(True)
        self._as_of = QLabel(self)
        self._as_of.setMinimumHeight(self._buttons[Filter.OPEN].sizeHint().height())
        self._as_of.hide()
        row.addWidget(self._as_of)
        self.search.setPlaceholderText(self.tr("Search number, class, place … ( / )"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda text: self.show_bucket(self._model.bucket))
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        keep = QToolButton(self)
        keep.setText("☆")
        keep.setToolTip(self.tr("Keep this filter under a name (*); 1 to 9 apply those that are kept"))
        keep.clicked.connect(lambda checked: self.name_filter())
        search = QHBoxLayout()
        search.setSpacing(2)
        search.addWidget(self.search, 1)
        search.addWidget(keep)
        self.filters.wanted.connect(self._apply)
        self.filters.left.connect(self._return)
        self._narrowed = self._narrowing_row()
        self._reading = QLabel(self.tr("The most urgent ones; all others are being read …"), self)
        self._reading.setWordWrap(True)
        self._reading.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addLayout(search)
        layout.addWidget(self.filters)
        layout.addWidget(self._narrowed)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._reading)
        self._set_columns()

    def _narrowing_row(self) -> QWidget:
        """Return the line that says what the rows are narrowed down to, and ends it."""
        row = QWidget(self)
        self._narrowing = QLabel(row)
        widen = QToolButton(row)
        widen.setText(self.tr("Show all"))
        widen.clicked.connect(lambda checked: self.show_all())
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._narrowing, 1)
        layout.addWidget(widen)
        row.hide()
        return row

    def _set_columns(self) -> None:
        header = self.view.horizontalHeader()
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(Column.MARK, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.MARK, self.fontMetrics().horizontalAdvance("▲") + 14)
        header.setSectionResizeMode(Column.CLOCK, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.CLOCK, self.fontMetrics().horizontalAdvance("−00:00:00 h") + 12)
        self.view.setItemDelegateForColumn(Column.CLASS, ClassDelegate(self.view))
        # Who holds a case file is in its tip and details, too: in a narrow dock class and place take his room.
        room_for_holder = 24 * self.fontMetrics().horizontalAdvance("案")
        self.view.share_width({Column.CLASS: 36, Column.PLACE: 32, Column.HOLDER: 32}, (Column.HOLDER, room_for_holder))

    def _count(self) -> None:
        """Say how many each bucket holds; what is not live in brackets and faint, offline with the time it is of."""
        state, counts = self._room.state, self._model.counts
        is_old = bool(counts) and state != ConnectionState.LIVE
        # Whoever is of no handling unit has no use for its bucket; on a small screen it would cost a row of the queue.
        self._buttons[Filter.UNIT].setVisible(self._model.viewer.department_code is not None)
        for bucket, button in self._buttons.items():
            number, name = counts.get(bucket), button.property("name")
            text = str(name) if number is None else f"{name} ({number})" if is_old else f"{name} {number}"
            if text == button.text():
                continue
            button.setText(text)
            font = button.font()
            font.setBold(bucket is Filter.UNASSIGNED and bool(number) and not is_old)
            button.setFont(font)
            colours = QPalette()
            if is_old:
                colours.setColor(QPalette.ColorRole.ButtonText, QColor(OLD_COLOUR))
            button.setPalette(colours)
        told = self.tr("{mark} as known at {time}").format(mark=CONNECTION_MARKS["offline"][0],
                                                    time=clock(self._room.state_since)[:5])  # fmt: skip
        show_text(self._as_of, told if is_old and state == ConnectionState.OFFLINE else "")

    def _why_empty(self) -> tuple[str, str]:
        if self._only is not None and not self.search.text():
            return self.tr("None of these case files is open"), self.tr("“Show all” brings the others back.")
        if self.search.text():
            return self.tr("Nothing fits the search"), self.tr("Esc in the search field shows all again.")
        if self._model.bucket is Filter.OPEN:
            return self.tr("No open case file"), self.tr("Press N to report one.")
        return self.tr("Nothing in this bucket"), self.tr("“All open” shows the others.")


def heading(text: str, parent=None) -> QLabel:
    """Return a label in bold."""
    label = QLabel(text, parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
