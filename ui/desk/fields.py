"""The widgets of an act's fields: each gives and takes the plain value that goes into the payload."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, Qt, QTimeZone, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...wording import say
from ..words import ZONE
from .flow import FlowLayout

_ZONE = QTimeZone(8 * 3600)
#: How a message reached the room; kept as these codes.
CHANNELS = ("phone", "chat", "radio", "in_person")
#: How an order leaves it.
ORDER_CHANNELS = ("slip", "text", "webhook")


@dataclass(frozen=True)
class Choice:
    """One entry of a list: its value, what is shown, and a line that explains it."""

    value: Any
    text: str
    note: str = ""


class TextField(QLineEdit):
    """One line of text."""

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        self.setText(str(value or ""))


class ChoiceField(QWidget):
    """One of several choices; typing searches them when `searched`."""

    changed = pyqtSignal()

    def __init__(self, choices: Iterable[Choice], parent=None, searched: bool = False) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._is_touched = False
        self.box = QComboBox(self)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list()
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        layout.addWidget(self._note)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._show_note)
        self.box.activated.connect(self._touch)
        if searched:
            self._make_searched()
        self._show_note()

    def value(self) -> Any:
        index = self.box.currentIndex()
        if self.box.isEditable():
            index = self.box.findText(self.box.currentText())
        return self.box.itemData(index) if index >= 0 else None

    def set_value(self, value: Any) -> None:
        index = next((number for number, choice in enumerate(self._choices) if choice.value == value), -1)
        if index >= 0:
            self.box.setCurrentIndex(index)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer other choices; what was chosen stays chosen where it is among them."""
        chosen, self._choices = self.value(), list(choices)
        self.box.clear()
        self._list()
        self.set_value(chosen)

    def choose(self, value: Any) -> None:
        """Choose a value for somebody who has chosen it before: what becomes known later leaves it alone."""
        self.set_value(value)
        self._touch()

    def suggest(self, value: Any) -> None:
        """Choose a value that became known later, unless somebody has chosen already."""
        if not self._is_touched:
            self.set_value(value)

    def _list(self) -> None:
        for choice in self._choices:
            self.box.addItem(choice.text, choice.value)
            self.box.setItemData(self.box.count() - 1, choice.note or choice.text, Qt.ItemDataRole.ToolTipRole)

    def _make_searched(self) -> None:
        self.box.setEditable(True)
        self.box.lineEdit().textEdited.connect(self._touch)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.box.model(), self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.box.setCompleter(completer)
        self.box.lineEdit().setCursorPosition(0)

    def _touch(self, *_what) -> None:
        self._is_touched = True

    def _show_note(self, *_index) -> None:
        index = self.box.currentIndex()
        note = self._choices[index].note if 0 <= index < len(self._choices) else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.changed.emit()


class VerdictField(QWidget):
    """Passed or failed; nothing is chosen beforehand."""

    changed = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.passed = QRadioButton(QCoreApplication.translate("Fields", "Passed"), self)
        self.failed = QRadioButton(QCoreApplication.translate("Fields", "Failed"), self)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.passed, self.failed):
            self._group.addButton(button)
            layout.addWidget(button)
            button.toggled.connect(lambda on: self.changed.emit())
        layout.addStretch(1)
        self.setFocusProxy(self.passed)

    def value(self) -> bool | None:
        return None if self._group.checkedButton() is None else self.passed.isChecked()

    def set_value(self, value: Any) -> None:
        if value is not None:
            (self.passed if value else self.failed).setChecked(True)


class ChannelsField(QWidget):
    """By which ways an order goes, one or several; until somebody chooses, and with none ticked, the usual one."""

    changed = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._usual: str | None = None
        self._is_touched = False
        layout = FlowLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # No focus proxy: Tab stops at each, and Space ticks it.
        self.boxes: dict[str, QCheckBox] = {}
        for code in ORDER_CHANNELS:
            words = say(f"channel.{code}")
            box = self.boxes[code] = QCheckBox(words[:1].upper() + words[1:], self)
            box.setObjectName(f"channel_{code}")
            box.setToolTip(
                QCoreApplication.translate(
                    "Fields", "With none ticked: as the responsibility table says, else the unit's own"
                )
            )
            box.clicked.connect(self._touch)
            layout.addWidget(box)

    def value(self) -> list[str] | None:
        """Return the ways chosen; None where nobody chose others than the usual one."""
        chosen = [code for code, box in self.boxes.items() if box.isChecked()]
        return chosen if self._is_touched and chosen and chosen != [self._usual] else None

    def set_value(self, value: Any) -> None:
        self._is_touched = bool(value)
        for code, box in self.boxes.items():
            box.setChecked(code in (value or (self._usual,)))

    def show_usual(self, channel: str | None) -> None:
        """Show by which way the order of the unit chosen goes; ways that somebody has chosen stay."""
        self._usual = channel
        if not self._is_touched:
            self.set_value(None)

    def _touch(self) -> None:
        self._is_touched = True
        self.changed.emit()


class MomentField(QDateTimeEdit):
    """A date and time in the room's zone, given as ISO 8601 with its offset."""

    def __init__(self, now: datetime, parent=None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.setTimeSpec(Qt.TimeSpec.TimeZone)
        self.set_value(now.isoformat())

    def value(self) -> str:
        shown = self.dateTime()
        date, time = shown.date(), shown.time()
        plain = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=ZONE)
        return plain.isoformat()

    def set_value(self, value: Any) -> None:
        when = datetime.fromisoformat(str(value)).astimezone(ZONE)
        self.setDateTime(QDateTime(when.date(), when.time().replace(second=0, microsecond=0), _ZONE))


def watch(widget: QWidget, changed: Callable[[], None]) -> None:
    """Call `changed` whenever the value of a field's widget changes."""
    if isinstance(widget, QLineEdit):
        widget.textChanged.connect(lambda text: changed())
    elif isinstance(widget, QDateTimeEdit):
        widget.dateTimeChanged.connect(lambda when: changed())
    else:
        widget.changed.connect(changed)


def channel_choices() -> list[Choice]:
    """Return the ways a message can have come."""
    words = {
        "phone": QCoreApplication.translate("Fields", "Telephone"),
        "chat": QCoreApplication.translate("Fields", "Chat message"),
        "radio": QCoreApplication.translate("Fields", "Radio"),
        "in_person": QCoreApplication.translate("Fields", "In person"),
    }
    return [Choice(code, words[code]) for code in CHANNELS]


def field_name(name: str, action: str = "") -> str:
    """Return the label of a payload's field; what was found is named by the act that found it."""
    if name == "finding":
        return {
            "check_result": QCoreApplication.translate("Fields", "Found at the check"),
            "recheck": QCoreApplication.translate("Fields", "Found at the check"),
            "submit_handling": QCoreApplication.translate("Fields", "Done"),
        }.get(action, QCoreApplication.translate("Fields", "Finding"))
    return {
        "condition_no": QCoreApplication.translate("Fields", "Filing condition"),
        "closing_condition_no": QCoreApplication.translate("Fields", "Closing condition"),
        "department_code": QCoreApplication.translate("Fields", "Handling unit"),
        "escalated_to": QCoreApplication.translate("Fields", "Told that nothing was done"),
        "handler": QCoreApplication.translate("Fields", "Worker"),
        "collector": QCoreApplication.translate("Fields", "Collector"),
        "duplicate_of": QCoreApplication.translate("Fields", "Same as case file"),
        "passed": QCoreApplication.translate("Fields", "Result"),
        "said_by": QCoreApplication.translate("Fields", "Who said so"),
        "channel": QCoreApplication.translate("Fields", "By way of"),
        "said_at": QCoreApplication.translate("Fields", "Said at"),
        "until": QCoreApplication.translate("Fields", "Suspended until"),
        "reason": QCoreApplication.translate("Fields", "Reason"),
        "channels": QCoreApplication.translate("Fields", "Order goes by"),
        "answer": QCoreApplication.translate("Fields", "Answer of the unit"),
    }[name]
