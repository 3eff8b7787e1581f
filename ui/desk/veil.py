"""A veil over a view: what lies below is old, or there is nothing, and why."""

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget


class Veil(QWidget):
    """Covers its parent as long as it is shown; mouse and keys still reach the parent's rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._opaque = False
        self.title = QLabel(self)
        self.text = QLabel(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.title.setFont(font)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, title: str, text: str, opaque: bool = False) -> None:
        """Cover the parent; `opaque` hides what lies below."""
        self._opaque = opaque
        self.title.setText(title)
        self.text.setText(text)
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()
        self.update()

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return False

    def paintEvent(self, event) -> None:
        colour = QColor(self.palette().color(QPalette.ColorRole.Window))
        colour.setAlpha(255 if self._opaque else 215)
        QPainter(self).fillRect(self.rect(), colour)
