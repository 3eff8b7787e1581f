"""When somebody was faster: what one was about to do beside what others did since, and the decision in place."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QTextDocumentFragment
from qgis.PyQt.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from ...cases.steps import Transition
from ...wording import name
from ..words import bracketed, escape, labelled, moment, named
from .case_words import payload_notes, staff_and_role
from .flow import FlowLayout

# More entries than these are summed: the log below has them all.
_MOST = 6


class ConflictView(QFrame):
    """Both versions of a case file side by side.

    `redone()`: do mine on the new version; `discarded()`: throw mine away; `left()`: later, what was written is kept.
    Nothing here takes the focus by itself.
    """

    redone = pyqtSignal()
    discarded = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, transition: Transition, rules, parent=None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self._transition = transition
        self._rules = rules
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title, self._mine, self._theirs, self._verdict = (QLabel(self) for _ in range(4))
        for label in (self._title, self._mine, self._theirs, self._verdict):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._title.setText(f"<b style='color:#b26a00'>◆ {escape(self.tr('Somebody was faster'))}</b>")
        self.redo, self.discard, self.later = (QPushButton(self) for _ in range(3))
        self._build()

    def texts(self) -> tuple[str, str, str]:
        """Return what is said of mine, of theirs, and of what can be decided, as text."""
        labels = (self._mine, self._theirs, self._verdict)
        return tuple(QTextDocumentFragment.fromHtml(label.text()).toPlainText() for label in labels)

    def show_mine(self, before: Mapping[str, Any], payload: Mapping[str, Any]) -> None:
        """Show the version one decided on, and what was written."""
        heading = self.tr("Mine: {act}").format(act=self._transition.name)
        on = self.tr("on version {version}: {state}").format(version=before["version"], state=named(before, "state"))
        self._mine.setText(_column(heading, on, payload_notes(payload, self._rules, self._transition.action)))

    def show_theirs(
        self, before: Mapping[str, Any], now: Mapping[str, Any], since: Iterable[Mapping[str, Any]]
    ) -> None:
        """Show the version there is now and who led there: entries of the log, or of a refusal's `since`."""
        entries = [self._entry(row) for row in since if row["version"] > before["version"]]
        if len(entries) > _MOST:
            entries = [*entries[:2], "…", *entries[-(_MOST - 3) :]]
        changed = [
            labelled(label, f"{old or '–'} → {new or '–'}")
            for label, old, new in self._facts(before, now)
            if old != new
        ]
        on = self.tr("now version {version}: {state}").format(version=now["version"], state=named(now, "state"))
        is_read = now["version"] > before["version"]
        self._theirs.setText(_column(self.tr("Meanwhile"), on if is_read else "", [*entries, *changed]))

    def show_choice(self, version: int | None, possible: bool, live: bool) -> None:
        """Say what can be decided; `version` is None while the new version is being read."""
        if not live:
            verdict = self.tr("Offline: what you wrote is kept; decide once the room is live.")
        elif version is None:
            verdict = self.tr("The new version is being read …")
        elif possible:
            verdict = self.tr("What you wrote is kept. Decide: do it on the new version, or throw it away.")
        else:
            verdict = self.tr("This act is not possible any more; what you wrote is kept until you throw it away.")
        self._verdict.setText(escape(verdict))
        self.redo.setText(self.tr("Do mine on version {version}").format(version=version or "…"))
        self.redo.setVisible(possible or version is None)
        self.redo.setEnabled(possible and live and version is not None)

    def take_focus(self) -> None:
        """Go to the decision: to do it where that can be done, else to later, which loses nothing."""
        first = self.redo if self.redo.isEnabled() and self.redo.isVisibleTo(self) else self.later
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        columns = QGridLayout()
        columns.setHorizontalSpacing(10)
        columns.addWidget(self._mine, 0, 0)
        columns.addWidget(self._theirs, 0, 1)
        for column in (0, 1):
            columns.setColumnStretch(column, 1)
        self.discard.setText(self.tr("Throw mine away"))
        self.later.setText(self.tr("Later (Esc)"))
        buttons = FlowLayout()
        for button, key, signal in (
            (self.redo, "redo", self.redone),
            (self.discard, "discard", self.discarded),
            (self.later, "later", self.left),
        ):
            button.setObjectName(key)
            button.clicked.connect(lambda checked, signal=signal: signal.emit())
            button.installEventFilter(self)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._title)
        layout.addLayout(columns)
        layout.addWidget(self._verdict)
        layout.addLayout(buttons)

    def _entry(self, row: Mapping[str, Any]) -> str:
        """Return one line of the log, from the log itself (with names) or from a refusal (with codes)."""
        act = named(row, "action") or name("case_action", str(row["action"]))
        state = named(row, "to_state") or name("case_state", str(row.get("state")))
        words = labelled(f"{_when(row['at'])} {staff_and_role(row)}", f"{act} → {state}")
        return bracketed(words, row["reason"]) if row.get("reason") else words

    def _facts(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> list[tuple[str, str, str]]:
        return [
            (self.tr("Unit"), named(before, "department"), named(now, "department")),
            (self.tr("Due"), moment(before.get("due_at")), moment(now.get("due_at"))),
        ]


def _when(value: datetime | str) -> str:
    """Return day and time in the room's zone; a refusal gives ISO 8601."""
    return moment(datetime.fromisoformat(value) if isinstance(value, str) else value)[5:]


def _column(heading: str, on: str, lines: Iterable[str]) -> str:
    rest = "".join(f"<br>{escape(line)}" for line in ((on, *lines) if on else lines))
    return f"<b>{escape(heading)}</b>{rest}"
