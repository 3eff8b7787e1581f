"""A line to type in with what fits listed below it: nothing pops up over other work, and the keys stay in the line."""

from collections.abc import Iterable
from typing import Any

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_ROWS = 5


class SuggestingField(QWidget):
    """↑ ↓ choose among what is offered, Enter or a click takes it, Esc takes the list away.

    Subclasses say what is taken (`_take`), and whether Tab takes it too (`takes_by_tab`).
    """

    takes_by_tab = True

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * _ROWS + 10)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda item: self._take_current())

    def offer(self, rows: Iterable[tuple[str, Any, str]], marked: bool = True) -> None:
        """List (text, what it stands for, tip); the first is marked where `marked`. Nothing to offer hides the list."""
        self.list.clear()
        for text, data, tip in rows:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, data)
            item.setToolTip(tip)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if marked else -1)
        self.list.setVisible(self.list.count() > 0)

    def wants(self, key: int) -> bool:
        """Return whether a key pressed in the line is for what is offered."""
        if not self.list.isVisible():
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.list.currentRow() >= 0
        return key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if self.wants(key):
                self._follow(key)
                return True
            if key == Qt.Key.Key_Tab and self.takes_by_tab and self.list.isVisible():
                self._take_current()
        return super().eventFilter(watched, event)

    def _follow(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.list.hide()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
        else:
            self._take_current()

    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item.data(Qt.ItemDataRole.UserRole))

    def _take(self, data: Any) -> None:
        raise NotImplementedError
