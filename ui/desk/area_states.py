"""Operating states of the room's areas in a dock: what holds where, since when and why, and what is to be done there.

Enter goes from an area to its list, Ctrl+Page Down and Up turn the pages, Ctrl+Enter does what the page is for, F5
reads the areas again, Esc goes back to the queue.
"""

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...grids import operating
from ...wording import name
from ..words import moment, named
from .area_actions import AreaActions
from .area_state_form import StateForm
from .own_key import RefreshKey, add_keys
from .steady import SteadyScrollArea

_KEY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 5


class AreaStatesPanel(SteadyScrollArea):
    """Follows the room's live rows; leaders set another state, posts record what was done.

    `left()` asks for the queue, `summed(text)` says how things stand in a few words.
    """

    left = pyqtSignal()
    summed = pyqtSignal(str)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._areas: list[Mapping[str, Any]] = []
        self._rules: operating.Rules | None = None
        self._held: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._shown: object = None
        self._wanted: tuple[str, str] | None = None
        self._build()
        RefreshKey(self, self.refresh)
        add_keys(self, self.do_page, "Ctrl+Return", "Ctrl+Enter")
        add_keys(self, self.left.emit, "Esc")
        # Ctrl+Tab, which pages commonly turn by, is QGIS's own: it takes all panels out of sight.
        add_keys(self, lambda: self._turn(1), "Ctrl+PgDown")
        add_keys(self, lambda: self._turn(-1), "Ctrl+PgUp")
        desk.ready.connect(self._offer)
        desk.sending_changed.connect(self._offer)
        desk.room.loaded.connect(self._follow)
        desk.room.changed.connect(lambda subject, upserted, removed: self._follow() if subject == "area" else None)
        self._follow()

    def begin(self) -> None:
        """Read the areas, and go to their list."""
        self.refresh()
        self.pages.setCurrentWidget(self.list)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_area(self, kind: str, code: str) -> None:
        """Read the areas, and go to the log of one."""
        self._wanted = (kind, code)
        self.begin()
        self.choose(kind, code)
        self.pages.setCurrentWidget(self.log)
        self.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the areas and what the room's tables say of operating states again."""
        self._desk.ask(lambda connection: (operating.areas(connection), operating.rules(connection)), self._take)

    def sum_up(self) -> str:
        """Return the state that needs most attention, and how many areas are out of the normal."""
        state, number = operating.gravest(self._held.values())
        return f"{_marked(state)} ({number})" if number else _marked(state)

    def tick(self) -> None:
        """Let a state run out at its time, and tasks that are repeated come up again; called once a second."""
        held = operating.holding(self._desk.room.areas.values(), self._desk.room_now())
        if [(key, row["state"]) for key, row in held.items()] != [
            (key, row["state"]) for key, row in self._held.items()
        ]:
            self._follow()
        elif self.isVisible():
            self._show_figures()
            self.actions.tick()

    def choose(self, kind: str, code: str) -> None:
        """Choose an area."""
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            if item.data(0, _KEY) == (kind, code):
                self.list.setCurrentItem(item)

    def do_page(self) -> None:
        """Do what the open page is for: record an action, or set a state."""
        if self.pages.currentWidget() is self.actions:
            self.actions.record()
        elif self.pages.currentWidget() is self.form:
            self.form.set_state()

    def _build(self) -> None:
        body = QWidget(self)
        self.list = QTreeWidget(body)
        self.list.setObjectName("areas")
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([self.tr("Area"), self.tr("State"), self.tr("Until"), self.tr("To do")])
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS_SHOWN)
        # As high as there is room for, and no higher: a scroll area goes by what its widgets would like.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda now, before: self._show_chosen())
        self.list.itemActivated.connect(lambda item, column: self._start())
        self._facts, self.message = QLabel(body), QLabel(body)
        for label in (self._facts, self.message):
            label.setWordWrap(True)
        self.message.hide()
        self.actions, self.form = AreaActions(self._desk, body), StateForm(self._desk, body)
        self.log = QPlainTextEdit(body)
        self.log.setObjectName("area_log")
        self.log.setReadOnly(True)
        self.log.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.log.setTabChangesFocus(True)
        self.pages = QTabWidget(body)
        self.pages.setObjectName("area_pages")
        for page, title in (
            (self.list, self.tr("Areas")),
            (self.actions, self.tr("Actions")),
            (self.form, self.tr("State")),
            (self.log, self.tr("Log")),
        ):
            self.pages.addTab(page, title)
        for page in (self.actions, self.form):
            page.said.connect(self._say)
        self.form.was_set.connect(lambda: self.pages.setCurrentWidget(self.actions))
        self.pages.currentChanged.connect(lambda page: self._say(""))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        for widget in (self._facts, self.message):
            layout.addWidget(widget)
        layout.addWidget(self.pages, 1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _turn(self, by: int) -> None:
        """Go to the next page or the one before, and into it."""
        self.pages.setCurrentIndex((self.pages.currentIndex() + by) % self.pages.count())
        page = self.pages.currentWidget()
        first = page.list if page is self.actions else page.state if page is self.form else page
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        self.pages.setCurrentWidget(self.actions)
        self.actions.start()

    def _offer(self) -> None:
        self.actions.offer()
        self.form.offer()

    def _take(self, found: "tuple[list[Mapping[str, Any]], operating.Rules]") -> None:
        chosen = self._chosen() or (found[0][0] if found[0] else None)
        wanted, self._wanted = self._wanted or (chosen and (chosen["kind"], chosen["code"])), None
        self._areas, self._rules = found
        self.actions.know(self._rules)
        self.form.know(self._rules)
        self.list.clear()
        for area in self._areas:
            item = QTreeWidgetItem(self.list)
            item.setData(0, _KEY, (area["kind"], area["code"]))
            item.setToolTip(0, f"{_kind(area['kind'])} {area['code']}")
            item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight)
        self._shown = None
        self._follow()
        if wanted:
            self.choose(*wanted)

    def _follow(self) -> None:
        """Show what holds now, by the room's live rows."""
        self._held = operating.holding(self._desk.room.areas.values(), self._desk.room_now())
        self._show_figures()
        self.summed.emit(self.sum_up())
        self._show_chosen()

    def _show_figures(self) -> None:
        """Say of each area its state, until when, and how much is to be done; only where that is news."""
        figures = [self._figures_of(area) for area in self._areas]
        if figures == self._shown:
            return
        self._shown = figures
        for place, (texts, stands_out) in enumerate(figures):
            item = self.list.topLevelItem(place)
            font = item.font(0)
            font.setBold(stands_out)
            for column, text in enumerate(texts):
                item.setText(column, text)
                item.setFont(column, font)

    def _figures_of(self, area: Mapping[str, Any]) -> tuple[tuple[str, str, str, str], bool]:
        row = self._held.get((area["kind"], area["code"])) or {}
        state, until = row.get("state", operating.NORMAL), row.get("until")
        to_do = self._open_tasks(area["kind"], state, row.get("done") or {})
        ends = moment(until)[5:] if until is not None else "–"
        return (named(area, "name") or area["code"], _marked(state), ends, str(to_do or "")), state != operating.NORMAL

    def _open_tasks(self, kind: str, state: str, done: Mapping[str, Any]) -> int:
        if self._rules is None:
            return 0
        now = self._desk.room_now()
        tasks = self._rules.tasks_in(state, kind)
        return sum(self._rules.is_open(task, done.get(task["task"]), now) for task in tasks)

    def _show_chosen(self) -> None:
        """Show the chosen area: since when and why it is in its state, its list, and what was logged."""
        area = self._chosen()
        row = self._held.get((area["kind"], area["code"])) if area is not None else None
        self.actions.show_area(area, row)
        self.form.show_area(area, row["state"] if row is not None else operating.NORMAL)
        if area is None:
            self._facts.setText(self.tr("The areas are being read …") if not self._areas else "")
            return
        kind, code = area["kind"], area["code"]
        self._desk.ask(
            lambda connection: (operating.history(connection, kind, code), operating.actions(connection, kind, code)),
            lambda found: self._show_log(kind, code, *found),
        )

    def _show_log(
        self, kind: str, code: str, states: list[Mapping[str, Any]], actions: list[Mapping[str, Any]]
    ) -> None:
        area = self._chosen()
        if area is None or (area["kind"], area["code"]) != (kind, code):
            return
        told = self._state_in_words(states[0]) if states else self._nothing()
        self._facts.setText(f"<b>{escape(named(area, 'name') or code)}</b><br>{escape(told)}")
        entries = [(row["since"], self._state_in_words(row)) for row in states]
        entries += [(row["at"], self._action_in_words(row)) for row in actions]
        entries.sort(key=lambda entry: entry[0], reverse=True)
        self.log.setPlainText("\n".join(words for _, words in entries) or self._nothing())

    def _nothing(self) -> str:
        return self.tr("Normal; nobody has set another state yet.")

    def _state_in_words(self, row: Mapping[str, Any]) -> str:
        words = self.tr("{since} – {until}: {state} – {reason} ({person})")
        return words.format(since=moment(row["since"]), until=_end(row["until"]), person=row["set_by"],
                            state=_marked(row["state"]), reason=row["reason"])  # fmt: skip

    def _action_in_words(self, row: Mapping[str, Any]) -> str:
        words = self.tr("{at}: {action} – {done}: {outcome} ({person})")
        done = " – ".join(part for part in (named(row, "task"), row["description"]) if part)
        beside = (named(row, "outcome"), named(row, "department"), row["case_number"])
        return words.format(at=moment(row["at"]), action=named(row, "action"), done=done,
                            outcome=" · ".join(part for part in beside if part), person=row["staff_name"])  # fmt: skip

    def _chosen(self) -> Mapping[str, Any] | None:
        item = self.list.currentItem()
        place = self.list.indexOfTopLevelItem(item) if item is not None else -1
        return self._areas[place] if 0 <= place < len(self._areas) else None

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if text:
            # Room for the words is made a moment later; in a low dock they are out of sight.
            QTimer.singleShot(0, self._show_message)

    def _show_message(self) -> None:
        self.ensureWidgetVisible(self.message, 0, 8)


def _marked(state: str) -> str:
    """Return a state's name, with a shape where it is not the normal one."""
    words = name("operating_state", state)
    return words if state == operating.NORMAL else f"◆ {words}"


def _end(until: datetime | None) -> str:
    return moment(until) if until is not None else "…"


def _kind(kind: str) -> str:
    """Return what kind of area it is."""
    divisions = {
        "subdistrict": QCoreApplication.translate("AreaStatesPanel", "Subdistrict"),
        "community": QCoreApplication.translate("AreaStatesPanel", "Community"),
    }
    return divisions.get(kind) or name("grid_kind", kind)
