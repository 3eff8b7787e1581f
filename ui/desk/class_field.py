"""Choosing a class by typing: its code, Chinese, English, or the initials of its pinyin."""

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ...cases import class_search
from ..words import named

_ROWS = 5


class ClassField(QWidget):
    """A line to type in and the classes that fit below it; ↑ ↓ choose. The value is (kind, code) or None."""

    changed = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._classes: list[Mapping[str, Any]] = []
        self._chosen: tuple[str, str] | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Code, name or pinyin initials"))
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS + 10)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._search)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda item: self._take())

    def set_classes(self, classes: Iterable[Mapping[str, Any]], profile: str | None) -> None:
        """Offer the classes of a profile; what was chosen stays chosen."""
        rows = list(classes)
        self._classes = [row for row in rows if row["profile"] == profile] or rows
        self.set_value(self._chosen)

    def is_choosing(self) -> bool:
        """Return whether classes are offered: Enter and Esc are for them then."""
        return self.list.isVisible()

    def value(self) -> tuple[str, str] | None:
        """Return (kind, code) of the class chosen."""
        return self._chosen

    def set_value(self, value: tuple[str, str] | None) -> None:
        """Choose a class by (kind, code)."""
        self._chosen = value
        row = next((row for row in self._classes if (row["kind"], row["code"]) == value), None)
        self.line.setText(self._text(row) if row is not None else "")
        self.list.hide()

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress and self.list.isVisible():
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._take()
                return event.key() != Qt.Key.Key_Tab
            if event.key() == Qt.Key.Key_Escape:
                self.list.hide()
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self.list.clear()
        found = class_search.find(self._classes, typed) if typed.strip() else []
        for row in found:
            item = QListWidgetItem(f"{self._text(row)} · {self._kind(row)}")
            item.setData(Qt.ItemDataRole.UserRole, (row["kind"], row["code"]))
            item.setToolTip(named(row, "major"))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        if self._chosen is not None:
            self._chosen = None
            self.changed.emit()

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.set_value(tuple(item.data(Qt.ItemDataRole.UserRole)))
            self.changed.emit()

    def _text(self, row: Mapping[str, Any]) -> str:
        return f"{row['label']} {named(row, 'name')}"

    def _kind(self, row: Mapping[str, Any]) -> str:
        return self.tr("component") if row["kind"] == "component" else self.tr("event")
