"""The panel of the situation: what came in and was closed, how old the queue is, what was in time, and all shares."""

import contextlib
import time
from collections.abc import Iterator
from typing import Any

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ... import plotting
from ...errors import RoomError
from ..desk.look import show_text
from ..desk.tab_order import follow_the_eye
from ..desk.veil import Veil
from ..words import clock
from . import area_view, views
from .bar_chart import BarChart
from .case_list import CaseList
from .figures import FigureTable
from .looks import legend_html

_REFRESH_MS = 60_000
# The job that waits until what the room brings stands, behind all others; how often it looks, and how long at most.
_COUNTING, _LAST, _PATIENCE_SECONDS, _MOST_SECONDS = "figures", 9, 0.1, 20.0
_DRAWING, _NEXT = "chart", 1
# Asked again when the panel comes into sight and its figures are older.
_STALE_SECONDS = 30.0
# A list of case files takes the chart's place where the panel is lower, in pixels.
_ROOM_FOR_BOTH = 520


class IndicatorPanel(QWidget):
    """Figures of a period. They are read by a worker while the panel is in sight, every minute and when asked.

    `desk` is the DeskContext. `case_wanted(case_id)` when a case file of a list shall be shown; `listed(case_ids)` when
    the case files behind a bar have come; `area_wanted(kind, code)` when an area's list and log shall be shown.
    """

    case_wanted = pyqtSignal(int)
    listed = pyqtSignal(list)
    area_wanted = pyqtSignal(str, str)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._situation: Any = None
        self._handle: Any = None
        self._read_at = 0.0
        self._counted = ""
        self._charts: dict[str, BarChart] = {}
        self._fault = ""
        self._is_counting = self._is_stopped = False
        self._listed_page = ""
        self._build()
        # A page has its place a moment after it is shown.
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.timeout.connect(lambda: follow_the_eye(self))
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self._refresh_again)
        desk.room.connection_changed.connect(self._on_connection)
        desk.ready.connect(self._refresh_in_turn)
        slices = desk.room.slices
        self.destroyed.connect(lambda *_: [slices.give_up(job) for job in (_COUNTING, _DRAWING)])
        self.show_state()

    @property
    def page(self) -> str:
        """The page shown, one of views.PAGES."""
        return views.PAGES[self.tabs.currentIndex()]

    @property
    def chart(self) -> BarChart | None:
        """The chart of the page shown, once it is drawn."""
        return self._charts.get(self.page)

    def show_page(self, page: str) -> None:
        """Show one of views.PAGES."""
        self.tabs.setCurrentIndex(views.PAGES.index(page))

    def begin(self) -> None:
        """Take the focus: arrow keys go from page to page, Tab into the chart."""
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ask for the figures of the chosen period, unless nobody looks or the room is not live."""
        if not self.isVisible() or not self._desk.is_live() or self._desk.rules is None:
            return
        self._give_up()
        self._set_counting(True)
        name, now = self.period.currentData(), self._desk.room_now()
        self._handle = self._desk.queries.run(
            lambda connection: _read(connection, name, now), lambda found: self._take(found, name), self._fail
        )

    def stop(self) -> None:
        """Stop counting; until somebody asks for it, or looks here anew, nothing is counted again."""
        if self._is_counting:
            self._give_up()
            self._set_counting(False)
            self._is_stopped = True
            self._fault = self.tr("Counting was stopped. To count, choose the period again.")
            self.show_state()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_counting:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        if self._handle is not None and not self._handle.is_over:
            self._handle.cancel()

    def _set_counting(self, is_counting: bool) -> None:
        self._is_counting, self._is_stopped = is_counting, False
        if self._stop.hasFocus() and not is_counting:
            self.period.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stop.setEnabled(is_counting)

    def _refresh_again(self) -> None:
        if not self._is_stopped:
            self.refresh()

    def _refresh_in_turn(self) -> None:
        """Ask when what the room brings stands: counting keeps one of this machine's processors for a second or two."""
        self._desk.room.slices.start(_COUNTING, self._counting(), _LAST)

    def _counting(self) -> Iterator[float]:
        begun, room = time.monotonic(), self._desk.room
        while not (room.is_loaded and room.slices.is_alone(_COUNTING)) and time.monotonic() < begun + _MOST_SECONDS:
            yield _PATIENCE_SECONDS
        self.refresh()

    def show_state(self, *_changes) -> None:
        """Veil what is not live or of another period than the one chosen, and say why there is nothing."""
        fits = self._situation is not None and self._counted == self.period.currentData()
        stands = bool(self._fault) and fits and self._desk.is_live()
        show_text(self._note, self.tr("As counted before. {reason}").format(reason=self._fault) if stands else "")
        if not fits and self._fault:
            self._veil.show_text(self.tr("No figures"), self._fault, opaque=True)
        elif not fits and (self._situation is None or self._desk.is_live()):
            self._veil.show_text(self.tr("Counting …"), "", opaque=True)
        elif not self._desk.is_live():
            since = self.tr("Not live since {time}").format(time=clock(self._desk.room.state_since))
            # The list may stand by itself where the panel is low.
            self._veil.show_text(since, "", opaque=not fits)
            self._list_veil.show_text(since, "")
        else:
            self._veil.hide()
        if self._desk.is_live():
            self._list_veil.hide()

    def copy_picture(self) -> None:
        """Put what is shown, with legend and caption, on the clipboard as a picture."""
        QApplication.clipboard().setPixmap(self._body.grab())

    def copy_table(self) -> None:
        """Put the figures of the page and their caption on the clipboard as a table: tabs between cells."""
        if self._situation is not None:
            found = views.table(self.page, self._situation)
            notes = filter(None, (views.caption(self.page, self._situation), self._desk.as_known(), self._note.text()))
            lines = [found.headings, *found.rows, *([note] for note in notes)]
            QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._timer.start()
        if time.monotonic() - self._read_at > _STALE_SECONDS:
            self.refresh()

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _build(self) -> None:
        self.period = QComboBox(self)
        for name, text in self._periods():
            self.period.addItem(text, name)
        # In a narrow dock it gives way.
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.period.setMinimumContentsLength(6)
        self.period.setToolTip(self.tr("The period that is counted"))
        self.period.activated.connect(self._on_period)
        self._stop = QToolButton(self)
        self._stop.setText(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop counting (Esc)"))
        self._stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stop.setEnabled(False)
        self._stop.clicked.connect(self.stop)
        copy = QToolButton(self)
        copy.setText(self.tr("Copy"))
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(copy)
        menu.addAction(self.tr("As a picture"), self.copy_picture)
        menu.addAction(self.tr("As a table"), self.copy_table)
        copy.setMenu(menu)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for page, (text, help_text) in self._pages().items():
            self.tabs.setTabToolTip(self.tabs.addTab(text), help_text)
            self.tabs.setTabData(self.tabs.count() - 1, page)
        self.tabs.currentChanged.connect(self._show_page)
        for button in self.tabs.findChildren(QToolButton):
            # The arrow keys go through all pages; Tab leads from them to what they show.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out(copy)

    def _lay_out(self, copy: QToolButton) -> None:
        self._body = QWidget(self)
        self._note, self._legend, self._bar, self._caption = (QLabel(self._body) for _ in range(4))
        for label in (self._note, self._bar):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()
        for label in (self._note, self._legend, self._bar, self._caption):
            label.setWordWrap(True)
        self._caption.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._stack = QStackedWidget(self._body)
        self.figures = FigureTable(self._stack)
        self.figures.entered.connect(self._ask_of_row)
        self._stack.addWidget(self.figures)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._note)
        inner.addWidget(self._legend)
        inner.addWidget(self._stack, 1)
        inner.addWidget(self._bar)
        inner.addWidget(self._caption)
        self._veil = Veil(self._body)
        self.list = CaseList(self)
        self._list_veil = Veil(self.list.view)
        self.list.hide()
        self.list.left.connect(self._put_list_away)
        self.list.chosen.connect(self.case_wanted)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._body)
        split.addWidget(self.list)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        head = QHBoxLayout()
        head.addWidget(self.period, 1)
        head.addWidget(self._stop)
        head.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(split, 1)

    def _periods(self) -> list[tuple[str, str]]:
        return [
            ("day", self.tr("Last 24 hours")),
            ("today", self.tr("Today")),
            ("week", self.tr("Last 7 days")),
            ("month", self.tr("This month")),
            ("last_month", self.tr("Last month")),
            ("year", self.tr("This year")),
        ]

    def _pages(self) -> dict[str, tuple[str, str]]:
        return {
            views.FLOW: (self.tr("Flow"), self.tr("Case files found and closed by hour")),
            views.AGES: (self.tr("Age"), self.tr("Open case files by age and by how their limit stands")),
            views.UNITS: (self.tr("On time"), self.tr("Share closed on time, by handling unit")),
            views.SHARES: (self.tr("Rates"), self.tr("All shares of the period, with their denominators")),
            views.COLLECTORS: (
                self.tr("Collectors"),
                self.tr("What each collector reported, and how much of it was filed"),
            ),
            views.GRIDS: (self.tr("Missed"), self.tr("Missed rate by unit grid: what the public had to report")),
            views.AREAS: (
                self.tr("States"),
                self.tr("What became of the task lists of areas that were out of the normal"),
            ),
        }

    def _on_period(self, *_index) -> None:
        """Count another period; until that is done nothing stands under its name."""
        self._fault = ""
        self.show_state()
        self.refresh()

    def _take(self, situation: Any, name: str) -> None:
        self._set_counting(False)
        self._situation, self._counted, self._fault = situation, name, ""
        self._read_at = time.monotonic()
        self._desk.room.slices.start(_DRAWING, self._drawing(), _NEXT)

    def _drawing(self) -> Iterator[None]:
        """Draw the page that is shown; to make its chart takes as long as to draw it, and gets a turn to itself."""
        if self.page not in self._charts and views.bars(self.page, self._situation) is not None:
            self._add_chart(self.page)
            yield
        self._show_page()

    def _fail(self, error: RoomError) -> None:
        self._set_counting(False)
        self._fault = str(error)
        self.show_state()

    def _show_page(self, *_index) -> None:
        """Draw the page that is shown; the others are drawn when they are looked at."""
        page, situation = self.page, self._situation
        if self.list.isVisible() and page != self._listed_page:
            self._put_list_away()
        if situation is None:
            return
        bars = views.bars(page, situation)
        self._legend.setVisible(bars is not None)
        self._bar.hide()
        if bars is None:
            self.figures.show_table(views.table(page, situation))
            self._stack.setCurrentWidget(self.figures)
        else:
            chart = self._charts.get(page) or self._add_chart(page)
            if chart is not None:
                self._legend.setText(legend_html(bars.series, self.palette()))
                chart.show_bars(bars)
                self._stack.setCurrentWidget(chart.parentWidget().parentWidget())
        self._caption.setText(views.caption(page, situation))
        self._tabs.start()
        self.show_state()

    def _add_chart(self, page: str) -> BarChart | None:
        """Make the chart of a page; without pyqtgraph its figures stand there as a table."""
        try:
            module = plotting.load()
        except RoomError as error:
            self.figures.show_table(views.table(page, self._situation), str(error))
            self._stack.setCurrentWidget(self.figures)
            return None
        chart = BarChart(module, lambda category, series: self._tip(page, category, series), self._stack)
        chart.chosen.connect(lambda category, series: self._ask(page, category, series))
        self._charts[page] = chart
        scrolled = QScrollArea(self._stack)
        scrolled.setWidget(chart)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        # Its bars are walked by keys, not the frame around them; what is walked to is brought into sight.
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chart.marked.connect(lambda: self._on_marked(chart, scrolled))
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(scrolled)
        return chart

    def _on_marked(self, chart: BarChart, scrolled: QScrollArea) -> None:
        """Say what the bar in the frame is and bring it into sight: its tip is for the mouse."""
        if chart is not self.chart:
            return
        text = chart.told().replace("\n", " · ")
        show_text(self._bar, self.tr("{bar} – Enter").format(bar=text) if text else "")
        height = chart.height_of_frame()
        if height is not None:
            scrolled.ensureVisible(0, height, 0, scrolled.fontMetrics().height())

    def _tip(self, page: str, category: int, series: int) -> str:
        return views.tip(page, self._situation, category, series)

    def _ask(self, page: str, category: int, series: int) -> None:
        """Ask for the case files behind a bar."""
        self._ask_for(views.asked(page, self._situation, category, series, self._desk.room_now()))

    def _ask_of_row(self, row: int) -> None:
        """Ask for the case files behind a row of figures, where there are any; an area has its list and its log."""
        if self.page == views.AREAS:
            self.area_wanted.emit(*area_view.place(self._situation, row))
            return
        question = views.asked_of_row(self.page, self._situation, row)
        if question is not None:
            self._ask_for(question)

    def _ask_for(self, question: views.Asked) -> None:
        if not self._desk.is_live():
            return
        self._desk.ask(lambda connection: _read_cases(connection, question), lambda rows: self._list(question, rows))

    def _list(self, question: views.Asked, answer: tuple[list[Any], int]) -> None:
        rows, most = answer
        self._listed_page = self.page
        self.list.show_cases(question.text, rows, most)
        self._body.setVisible(self.height() > _ROOM_FOR_BOTH)
        self.list.show()
        self._tabs.start()
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.listed.emit([row["case_id"] for row in rows])

    def _put_list_away(self) -> None:
        self.list.hide()
        self._body.show()
        self._tabs.start()
        (self.chart or self.figures.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_connection(self) -> None:
        if self._desk.is_live() and time.monotonic() - self._read_at > _STALE_SECONDS:
            self._refresh_in_turn()
        self.show_state()


def _read(connection: Any, name: str, now: Any) -> Any:
    """Read a period's figures; on the worker, which also takes the time to import pandas and pyqtgraph."""
    from ...indicators import periods, reading

    with contextlib.suppress(RoomError):  # said when a chart is to be drawn
        plotting.load()
    return reading.situation(connection, periods.named(name, now))


def _read_cases(connection: Any, asked: views.Asked) -> tuple[list[Any], int]:
    from ...indicators import reading

    question = reading.Question(asked.what, asked.starts, asked.ends, asked.unit, asked.collector, asked.grid)
    return reading.cases(connection, question), reading.MOST_CASES
