"""The room's settings in a dock: what its leaders may change while it runs, and the periods whose figures are final.

Ctrl+Enter keeps what was changed, F5 reads it again, Esc goes back to the queue. What was changed and not saved is a
draft: it is there again after a restart, with a word that it is not saved.
"""

from dataclasses import asdict
from html import escape
from typing import Any

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...cases import settings
from ...cases.settings import MOST, Settings
from ...database.rules import unknown_year
from ...wording import say
from ..words import ZONE, listed, moment
from .axes_field import AxesField, axes_name, consequence
from .flow import FlowLayout
from .look import show_text
from .own_key import RefreshKey, add_keys
from .pinned import PinnedPage

_DRAFT = ("settings", "set_setting")
_DAYS = ("settings", "lock_period")
# A dock is narrow: what frames the fields takes little of it.
_MARGINS = (6, 4, 6, 4)


class RoomSettingsPanel(PinnedPage):
    """Settings and locked periods of one room. `left()` asks for the queue; `drafted(bool)`: whether a draft is kept.

    Everybody may read them; who may change what is the database's to say, and only that is offered.
    """

    left = pyqtSignal()
    drafted = pyqtSignal(bool)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = Settings()
        self._is_busy = self._asked = self._asked_axes = self._is_read = False
        self._is_filling = False
        self._offered: tuple[QDate, QDate] | None = None
        # Deadlines that reach into a year whose holidays nobody has entered count every weekday: said before it begins.
        self.calendar = _words(self.body)
        show_text(self.calendar, "")
        for part in (self.calendar, self._settings_box(self.body), self._periods_box(self.body)):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.pin(self._end())
        RefreshKey(self, self.refresh)
        add_keys(self, self.save, "Ctrl+Return", "Ctrl+Enter")
        add_keys(self, self.left.emit, "Esc")
        desk.ready.connect(self._offer)
        desk.sending_changed.connect(self._offer)
        self._fill(self._known)
        self._offer()

    def begin(self) -> None:
        """Read what the room goes by, and put the focus where it can be changed."""
        self.refresh()
        first = self.hosts if self._leads() else self.first if self._evaluates() else self
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read everything again; what was changed here and not saved stays changed."""
        self._say("")
        self._desk.ask(_read, self._take)

    def changed(self) -> dict[str, Any]:
        """Return the settings that stand otherwise here than in the room, by name."""
        lines = (line.strip().lower() for line in self.hosts.toPlainText().splitlines())
        shown = {**self._written(), "webhook_hosts": tuple(sorted({line for line in lines if line}))}
        return {key: value for key, value in shown.items() if value != getattr(self._known, key)}

    def discard(self) -> None:
        """Throw away what was changed here and not saved."""
        self._desk.drafts.drop(*_DRAFT)
        self._say("")
        self._fill(self._known)
        self._offer()

    def save(self) -> None:
        """Keep what was changed; how far apart the axes are kept changes what people may do, and asks once."""
        wanted = self.changed()
        if not wanted or not self.keep.isEnabled():
            return
        if "axes_profile" in wanted and not self._asked_axes:
            self._asked_axes = True
            show_text(self._warning, f"<b>{escape(consequence(wanted['axes_profile']))}</b>")
            self.keep.setText(self.tr("Yes, change it (Ctrl+Enter)"))
            return
        self._send(lambda connection: settings.write(connection, wanted))

    def lock(self) -> None:
        """Make the figures of the chosen days final; that cannot be undone, and asks once."""
        if not self.lock_button.isEnabled():
            return
        first, last = (_day(field) for field in (self.first, self.last))
        if not self._asked:
            self._asked = True
            self._say(self.tr("Figures that are final stay so: nothing of these days can be appealed any more."))
            self.lock_button.setText(self.tr("Yes, make them final"))
            return
        self._send(lambda connection: settings.lock_period(connection, first, last))

    def _settings_box(self, parent: QWidget) -> QGroupBox:
        box = QGroupBox(self.tr("What the room goes by"), parent)
        self.hosts = QPlainTextEdit(box)
        self.hosts.setObjectName("webhook_hosts")
        self.hosts.setTabChangesFocus(True)
        self.hosts.setFixedHeight(self.fontMetrics().lineSpacing() * 5)
        self.hosts.setPlaceholderText(self.tr("One host a line; none: no order is sent by webhook"))
        self._numbers = {name: QSpinBox(box) for name in MOST}
        self.attempts, self.days, self.track_days, self.metres, self.hours, *bounds = self._numbers.values()
        self.reports, self.results, self.tracks = bounds
        for name, field in self._numbers.items():
            field.setObjectName(name)
            field.setRange(1, MOST[name])
            field.valueChanged.connect(lambda value: self._on_edited())
        self.days.setToolTip(self.tr("Contacts that are kept already keep their day"))
        self.track_days.setToolTip(self.tr("Tracks that are kept already keep their day"))
        self.hosts.textChanged.connect(self._on_edited)
        self.axes = AxesField(box)
        self.axes.changed.connect(self._on_edited)
        self._history, self._unsaved = _words(box), _words(box)
        self._unsaved.setTextFormat(Qt.TextFormat.PlainText)
        self._unsaved.setMargin(2)
        form = QFormLayout(box)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(*_MARGINS)
        form.addRow(self.tr("Hosts that orders may be sent to"), self.hosts)
        form.addRow(self.tr("Attempts before an order has failed"), self.attempts)
        form.addRow(self.tr("Days a caller's contact is kept"), self.days)
        form.addRow(self.tr("Days a patrol's track is kept"), self.track_days)
        form.addRow(self.tr("Perhaps the same case file: within metres"), self.metres)
        form.addRow(self.tr("Perhaps the same case file: within hours"), self.hours)
        form.addRow(self.tr("Reports of one person in an hour"), self.reports)
        form.addRow(self.tr("Space for saved results (MB)"), self.results)
        form.addRow(self.tr("Space for tracks (MB)"), self.tracks)
        form.addRow(self.tr("The two axes (administrator)"), self.axes)
        form.addRow(self._unsaved)
        form.addRow(self._history)
        return box

    def _end(self) -> QWidget:
        """What is said of a change, and the buttons that keep it or throw it away: in sight wherever one reads."""
        end = QWidget(self.bottom)
        self.message, self._warning = _words(end), _words(end)
        self.keep, self.undo = QPushButton(end), QPushButton(self.tr("Read again (F5)"), end)
        self.drop = QPushButton(self.tr("Throw changes away"), end)
        self.drop.setObjectName("drop_settings")
        self.drop.clicked.connect(lambda checked: self.discard())
        self.keep.setObjectName("keep_settings")
        self.keep.clicked.connect(lambda checked: self.save())
        self.undo.clicked.connect(lambda checked: self.refresh())
        buttons = FlowLayout()
        for button in (self.keep, self.drop, self.undo):
            buttons.addWidget(button)
        layout = QVBoxLayout(end)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._warning)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        self._say("")
        return end

    def _periods_box(self, parent: QWidget) -> QGroupBox:
        box = QGroupBox(self.tr("Figures that are final"), parent)
        self.first, self.last = QDateEdit(box), QDateEdit(box)
        for field, name in ((self.first, "first_day"), (self.last, "last_day")):
            field.setObjectName(name)
            field.setDisplayFormat("yyyy-MM-dd")
            field.setCalendarPopup(True)
            field.dateChanged.connect(lambda date: self._on_days_chosen())
        self.lock_button = QPushButton(box)
        self.lock_button.setObjectName("lock_period")
        self.lock_button.clicked.connect(lambda checked: self.lock())
        self._periods = _words(box)
        self._span = QWidget(box)
        span = FlowLayout(self._span)
        for widget in (self.first, QLabel("–", self._span), self.last, self.lock_button):
            span.addWidget(widget)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(*_MARGINS)
        layout.addWidget(self._periods)
        layout.addWidget(self._span)
        return box

    def _leads(self) -> bool:
        return bool(self._desk.roles & settings.LEADERS)

    def _administers(self) -> bool:
        return bool(self._desk.roles & settings.ADMINISTRATORS)

    def _evaluates(self) -> bool:
        return bool(self._desk.roles & settings.EVALUATORS)

    def _offer(self) -> None:
        """Show what this person may change, and whether it can be sent."""
        sends = self._desk.can_send() and not self._is_busy
        for field in (self.hosts, *self._numbers.values()):
            # What the room goes by must be known first: what is changed is told from that.
            field.setReadOnly(not (self._leads() and self._is_read))
        self.axes.setEnabled(self._administers() and self._is_read)
        changed = self.changed() if self._leads() and self._is_read else {}
        self._show_unsaved(changed)
        self.keep.setVisible(self._leads())
        self.keep.setEnabled(sends and bool(changed))
        self._span.setVisible(self._evaluates())
        self.lock_button.setEnabled(self._evaluates() and sends)
        if not self._asked:
            self.lock_button.setText(self.tr("Make final"))
        if not self._asked_axes:
            self.keep.setText(self.tr("Save (Ctrl+Enter)"))
            show_text(self._warning, "")

    def _show_unsaved(self, changed: dict[str, Any]) -> None:
        """Say what is changed here only, beside what the room goes by."""
        words = self.tr("{setting}: {before} → {value}")
        lines = [
            words.format(setting=say(f"field.{key}"), before=_value_in_words(key, getattr(self._known, key)),
                         value=_value_in_words(key, value))
            for key, value in changed.items()
        ]  # fmt: skip
        title = self.tr("Not saved yet; it is kept here until you save it or throw it away")
        show_text(self._unsaved, "\n".join([f"✎ {title}", *lines]) if lines else "")
        self.drop.setVisible(bool(lines))
        self.drop.setEnabled(not self._is_busy)
        self._tell_drafted()

    def _tell_drafted(self) -> None:
        """Say whether something is kept here that nobody has saved, or made final, yet."""
        drafts = self._desk.drafts
        self.drafted.emit((self._leads() and drafts.has(*_DRAFT)) or (self._evaluates() and drafts.has(*_DAYS)))

    def _written(self) -> dict[str, Any]:
        """Return what stands in the fields, the hosts as they were typed."""
        numbers = {name: field.value() for name, field in self._numbers.items()}
        return {"webhook_hosts": self.hosts.toPlainText(), **numbers, "axes_profile": self.axes.value()}

    def _on_edited(self) -> None:
        if self._is_filling:
            return
        self._keep_draft()
        self._take_back()

    def _on_days_chosen(self) -> None:
        """Keep the days somebody has chosen; those that are offered anyhow are no draft."""
        if self._is_filling:
            return
        chosen = (self.first.date(), self.last.date())
        if chosen == self._offered:
            self._desk.drafts.drop(*_DAYS)
        else:
            first, last = (day.toString(Qt.DateFormat.ISODate) for day in chosen)
            self._desk.drafts.keep(*_DAYS, {"first": first, "last": last})
        self._take_back()

    def _chosen_days(self, periods: list[dict[str, Any]]) -> tuple[QDate, QDate] | None:
        """Return the days that were chosen and not made final since."""
        kept = self._desk.drafts.get(*_DAYS).values if self._evaluates() else {}
        days = [QDate.fromString(str(kept.get(name, "")), Qt.DateFormat.ISODate) for name in ("first", "last")]
        if not all(day.isValid() for day in days):
            return None
        first, last = (day.toPyDate() for day in days)
        if any(row["first"] <= first and last <= row["last"] for row in periods):
            self._desk.drafts.drop(*_DAYS)
            return None
        return days[0], days[1]

    def _keep_draft(self) -> None:
        """Keep what stands otherwise here than in the room; where nothing does, there is no draft."""
        if not self._leads():
            return
        changed, written = self.changed(), self._written()
        if changed:
            self._desk.drafts.keep(*_DRAFT, {key: written[key] for key in changed})
        else:
            self._desk.drafts.drop(*_DRAFT)

    def _draft(self) -> dict[str, Any]:
        """Return what was changed and never saved, as far as this person may change it."""
        kept = self._desk.drafts.get(*_DRAFT).values if self._leads() else {}
        return {key: value for key, value in kept.items() if key != "axes_profile" or self._administers()}

    def _take_back(self) -> None:
        if self._asked or self._asked_axes:
            self._asked = self._asked_axes = False
            self._say("")
        self._offer()

    def _take(self, found: "tuple[Settings, list[dict[str, Any]], list[dict[str, Any]], int | None]") -> None:
        known, changes, periods, year = found
        self._is_read = True
        show_text(self.calendar, "" if year is None else f"◆ {say('rules.unknown_year', year=year)}")
        self._fill(known)
        self._keep_draft()
        self._history.setText("\n".join(self._change_in_words(row) for row in changes))
        lines = [
            self.tr("{first} to {last}: final since {time} ({person})").format(
                first=row["first"], last=row["last"], time=moment(row["locked_at"]), person=row["locked_by"] or "–"
            )
            for row in periods
        ]
        self._periods.setText("\n".join(lines) or self.tr("No period yet: closed case files cannot be evaluated."))
        self._suggest_days(periods)
        self._offer()

    def _fill(self, known: Settings) -> None:
        """Show what the room goes by, and over it what was changed here."""
        self._known, self._asked_axes, self._is_filling = known, False, True
        shown = {**asdict(known), "webhook_hosts": "\n".join(known.webhook_hosts), **self._draft()}
        if self.hosts.toPlainText() != shown["webhook_hosts"]:
            # Whoever writes there keeps his place.
            self.hosts.setPlainText(shown["webhook_hosts"])
        for name, field in self._numbers.items():
            field.setValue(shown[name])
        self.axes.set_value(shown["axes_profile"])
        self._is_filling = False

    def _suggest_days(self, periods: list[dict[str, Any]]) -> None:
        """Offer the month before, or what has passed since the last period; days that were chosen stay."""
        today = self._desk.room_now().astimezone(ZONE).date()
        month = today.replace(day=1)
        first, last = QDate(month.year, month.month, 1).addMonths(-1), QDate(month.year, month.month, 1).addDays(-1)
        if periods:
            after = QDate(periods[0]["last"].year, periods[0]["last"].month, periods[0]["last"].day).addDays(1)
            first, last = after, max(last, after)
        self._offered, self._is_filling = (first, last), True
        for field, day in zip((self.first, self.last), self._chosen_days(periods) or self._offered, strict=True):
            field.setDate(day)
        self._is_filling = False

    def _change_in_words(self, row: dict[str, Any]) -> str:
        details = row["details"]
        before, value = (_value_in_words(row["key"], details.get(key)) for key in ("before", "value"))
        words = self.tr("{time} {person}: {setting} {before} → {value}")
        return words.format(
            time=moment(row["at"]), person=row["staff_name"] or row["staff_number"], setting=say(f"field.{row['key']}"),
            before=before, value=value,
        )  # fmt: skip

    def _send(self, work) -> None:
        self._is_busy = True
        self._say(self.tr("Sending …"))
        self._offer()
        self._desk.queries.run(work, self._on_done, self._on_failed)

    def _on_done(self, _answer: object) -> None:
        """Read what holds now: what was saved is changed no longer, and goes from the draft with that."""
        self._is_busy = self._asked = self._asked_axes = False
        self.refresh()

    def _on_failed(self, error) -> None:
        self._is_busy = self._asked = self._asked_axes = False
        self._say(str(error))
        self._offer()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))


def _read(connection) -> "tuple[Settings, list[dict[str, Any]], list[dict[str, Any]], int | None]":
    changes, periods = settings.changes(connection), settings.periods(connection)
    return settings.read(connection), changes, periods, unknown_year(connection)


def _day(field: QDateEdit):
    return field.date().toPyDate()


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _value_in_words(key: str, value: Any) -> str:
    if key == "axes_profile" and value is not None:
        return axes_name(value)
    if isinstance(value, (list, tuple)):
        return listed(map(str, value)) or "–"
    return "–" if value is None else str(value)
