"""Choosing a class by typing: its code, Chinese, English, or the initials of its pinyin."""

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import pyqtSignal

from ...cases import class_search
from ..words import named
from .suggestions import SuggestingField


class ClassField(SuggestingField):
    """A line to type in and the classes that fit below it. The value is (kind, code) or None."""

    changed = pyqtSignal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._classes: list[Mapping[str, Any]] = []
        self._chosen: tuple[str, str] | None = None
        self.line.setPlaceholderText(self.tr("Code, name or pinyin initials"))
        self.line.textEdited.connect(self._search)

    def set_classes(self, classes: Iterable[Mapping[str, Any]], profile: str | None) -> None:
        """Offer the classes of a profile; what was chosen stays chosen."""
        rows = list(classes)
        self._classes = [row for row in rows if row["profile"] == profile] or rows
        self.set_value(self._chosen)

    def value(self) -> tuple[str, str] | None:
        """Return (kind, code) of the class chosen."""
        return self._chosen

    def set_value(self, value: tuple[str, str] | None) -> None:
        """Choose a class by (kind, code)."""
        self._chosen = value
        row = next((row for row in self._classes if (row["kind"], row["code"]) == value), None)
        self.line.setText(self._text(row) if row is not None else "")
        self.list.hide()

    def _search(self, typed: str) -> None:
        found = class_search.find(self._classes, typed) if typed.strip() else []
        self.offer(
            (f"{self._text(row)} · {self._kind(row)}", (row["kind"], row["code"]), named(row, "major"))
            for row in found
        )  # fmt: skip
        if self._chosen is not None:
            self._chosen = None
            self.changed.emit()

    def _take(self, data: Any) -> None:
        self.set_value(tuple(data))
        self.changed.emit()

    def _text(self, row: Mapping[str, Any]) -> str:
        return f"{row['label']} {named(row, 'name')}"

    def _kind(self, row: Mapping[str, Any]) -> str:
        return self.tr("component") if row["kind"] == "component" else self.tr("event")
